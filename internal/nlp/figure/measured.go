package figure

import "analyze/internal/doc"

// measure reads a unit behind the number, and tells durations and ages apart.
func (r *reader) measure(q *quant, j int) bool {
	u, n := r.measureAt(j, q.n.inWords)
	if h, ok := r.heatAt(&q.n, j); ok && n == 0 {
		u, n = h, 1
	}
	if u.name == "kilotonne" && r.raw(j) == "kt" && r.speedNear(q.first, j+1) {
		u = unitNamed["knot"]
	}
	if n == 0 && r.is(j, word) && (spanAdjectives[r.low(j)] || r.ps[j].tag == doc.JJ && isPlural(r.low(j+1))) && (j == q.n.last || r.low(j-1) == ")") {
		if u, n = r.measureAt(j+1, true); u.dim != "time" {
			return false
		}
		j++
	}
	if n == 0 {
		return false
	}
	r.setMeasure(q, u, j+n)
	return true
}

// rateWord reads "40 bpd" and "2.1 mb/d".
func (r *reader) rateWord(q *quant, j int) bool {
	w, n := rateWords.at(r.ps, j)
	if n == 0 || q.n.inWords || q.n.sort != cardinal {
		return false
	}
	v, ok := times(q.n.val, w.scale)
	if !ok {
		return false
	}
	q.n.val = v
	if u, known := unitNamed[w.unit]; known {
		r.setMeasure(q, u, j+n)
	} else {
		q.f.Unit, q.last, q.end = w.unit, j+n, j+n
	}
	q.f.Per = w.per
	return true
}

// articleMeasure reads the unit of "nearly a year".
func (r *reader) articleMeasure(q *quant) {
	j := q.n.last
	if w := r.low(j); w == "full" || w == "whole" || w == "single" || w == "calendar" {
		j++
	}
	u, n := r.measureAt(j, true)
	if n == 0 {
		q.reason = "pronoun"
		return
	}
	r.setMeasure(q, u, j+n)
	q.nlast = j + n
}

func (r *reader) setMeasure(q *quant, u unit, end int) {
	q.f.Kind, q.f.Unit = doc.Measure, u.name
	q.unit = u
	joined := r.low(q.n.last) == "-" || q.n.sort == cardinal && r.low(end) == "-" && r.glued(end)
	q.last, q.end = end, end
	if u.dim == "time" {
		q.f.Kind = doc.Duration
		if r.ageBehind(q, end) {
			return
		}
		if joined && (accounts[r.low(end)] || windows[r.low(end)]) {
			q.reason = "period"
			return
		}
		r.andHalf(q)
	}
	r.andSmaller(q)
	if u.dim == "factor" {
		q.f.Kind = doc.ChangeKind
	}
	end = q.end
	if r.low(end) == "of" {
		r.ofPhrase(q, end)
		return
	}
	if r.low(end) == "-" && r.glued(end) && r.is(end+1, word) {
		end += 2
	}
	if joined || r.ps[q.end-1].tag == doc.NN || q.n.val.Cmp(num(1)) != 0 && !isPlural(r.low(q.end-1)) {
		if p, ok := r.nounPhrase(end); ok && !directions[r.low(p.head)] && !(p.first == p.head && r.ps[p.head].tag == doc.VBZ) {
			q.phrase, q.has = r.beforeVerb(p), true
		}
	}
}

// directions behind a length are no things: "12 km north of the town".
var directions = set("north south east west northeast northwest southeast southwest north-east north-west south-east south-west inland upstream downstream offshore upriver downriver deep wide high long tall thick across apart below above")

// beforeVerb takes a verb off p that was read as its plural head: "a 76-mm gun
// fires 120 rounds".
func (r *reader) beforeVerb(p np) np {
	if h := p.head; h > p.first && h == p.last-1 && r.ps[h].tag == doc.NNS && r.nounAt(h-1) && !r.pluralAt(h-1) && r.startsNumber(p.last) {
		p.head, p.last = h-1, h
	}
	return p
}

// ageBehind reads "years old", "-year-old", "years of age".
func (r *reader) ageBehind(q *quant, j int) bool {
	k := r.skipHyphen(j)
	switch l := r.low(k); {
	case l == "old" || l == "olds" || l == "old's":
		k++
	case l == "of" && r.low(k+1) == "age":
		k += 2
	default:
		return false
	}
	q.f.Kind, q.last, q.end = doc.Age, k, k
	if p, ok := r.nounPhrase(k); ok && p.last-p.first <= 4 {
		q.phrase, q.has = p, true
	}
	return true
}

// andHalf reads "a year and a half".
func (r *reader) andHalf(q *quant) {
	if r.low(q.end) != "and" {
		return
	}
	if k, v, ok := r.andPart(q.end + 1); ok && r.unitAt(k) == 0 {
		q.n.val, _ = plus(q.n.val, v)
		q.last, q.end, q.nlast = k, k, k
		q.swallow = 1
	}
}

// fold reads "fold" and "times".
func (r *reader) fold(q *quant, j int) bool {
	switch l := r.low(j); l {
	case "times":
	case "x":
		if !r.glued(j) || !r.is(j-1, digits) || r.is(j+1, digits) {
			return false
		}
	case "time":
		if j == q.n.last {
			return false
		}
	default:
		return false
	}
	q.f.Unit, q.times = "time", true
	q.last, q.end = j+1, j+1
	if r.comparesTimes(j+1) || r.timesOf(q, j+1) {
		q.f.Kind, q.f.Unit = doc.Ratio, "fold"
	}
	return true
}

// share reads what "a third" and "one in nine" are of.
func (r *reader) share(q *quant, j int) {
	q.f.Kind, q.f.Unit = doc.Ratio, "ratio"
	if q.n.sort == everyNth {
		if p, ok := r.nounPhrase(j); ok {
			q.phrase, q.has = p, true
			q.last, q.end = p.last, p.last
		}
		return
	}
	if r.partOfUnit(q, j) {
		return
	}
	k := j
	for determiners[r.low(k)] && r.low(q.n.last-1) == "half" {
		k++
	}
	if r.low(j) == "of" {
		r.ofPhrase(q, j)
		return
	}
	if r.low(q.n.last-1) == "half" && k == j && k < len(r.ps) && (r.ps[k].tag == doc.VBN || r.ps[k].tag == doc.JJ) && !r.nounAt(k) && !r.nounSoon(k) && auxiliary[r.low(q.first-1)] {
		q.reason = "idiom" // "it was half built"
		return
	}
	if p, ok := r.nounPhrase(k); ok && (k > j || r.low(q.n.last-1) == "half" || r.is(q.n.last-1, digits) || r.is(q.n.last-1, fraction)) {
		q.phrase, q.has = p, true
		if r.low(q.n.last) == "-" {
			q.reason = "idiom"
		}
	}
}

// partOfUnit reads "half an hour", "a quarter of a mile", "half-century".
func (r *reader) partOfUnit(q *quant, j int) bool {
	k := j
	if r.low(k) == "of" {
		k++
	}
	if _, n := r.percentAt(k + 1); n > 0 && k > j && (r.low(k) == "one" || r.low(k) == "1") {
		k++
		q.swallow = 1
	} else if r.low(k) == "a" || r.low(k) == "an" {
		k++
	} else if k > j {
		return false
	}
	if p, n := r.percentAt(k); n > 0 && (p != "percent" || k > j) {
		q.n.sort = cardinal
		q.f.Kind, q.f.Unit, q.last, q.end, q.nlast = doc.Percent, p, k+n, k+n, k+n
		r.shareOf(q)
		return true
	}
	if l := r.low(k); l == "us" || l == "u.s." || l == "imperial" || l == "metric" || l == "british" || l == "full" {
		k++
	}
	u, n := r.measureAt(k, true)
	if n == 0 || u.dim == "angle" || k == j && u.dim != "time" && u.dim != "length" && u.dim != "mass" && u.dim != "volume" && u.dim != "area" {
		return false
	}
	if k == j && (r.low(j) == "second" || r.low(j) == "minute") {
		return false
	}
	q.n.sort = cardinal
	r.setMeasure(q, u, k+n)
	q.nlast = q.last
	return true
}

// adjectiveRate reads the rate of "a monthly rent of $40".
func (r *reader) adjectiveRate(q *quant) {
	if r.low(q.first-1) != "of" {
		return
	}
	for i := q.first - 2; i >= 0 && i >= q.first-5 && (adverbRates[r.low(i)] != "" || !r.stops(i)); i-- {
		if u, ok := adverbRates[r.low(i)]; ok && u != "" && q.f.Kind != doc.Percent {
			q.f.Per = u
			return
		}
		if l := r.low(i); (l == "annual") && q.f.Kind != doc.Percent {
			q.f.Per = "year"
			return
		}
	}
}
