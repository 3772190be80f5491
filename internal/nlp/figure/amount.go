package figure

import (
	"cmp"
	"strings"

	"analyze/internal/doc"

	"github.com/govalues/decimal"
)

// A quant is a figure on its way: a numeral, or two in a range, with what
// stands around it.
type quant struct {
	f           doc.Figure
	n           numeral
	first, last int // pieces of the span
	nfirst      int // pieces of the bare numeral
	nlast       int
	end         int // where reading went on: behind unit, noun phrase and rate
	phrase      np  // what is counted, where it follows
	has         bool
	of          bool // the phrase follows "of"
	bare        bool // neither unit nor noun
	bound       doc.Bound
	bounded     bool
	high        bool
	reason      string // set when it turns out to be no figure
	verb        string // direction of a verb that multiplies
	pairWith    int    // index of a quant, -1
	signed      bool
	gone        bool // merged into another
	pronoun     bool // "of them", "of which"
	times       bool
	ofNext      bool // "17 of the 52 contracts": the next quant has the noun
	compared    bool // "5 percent less than"
	swallow     int  // further numerals that it holds
	subject     np   // a singular subject, which says what and not in which unit
	named       bool
	item        bool // of a list in which each has a name of its own
	headed      bool // unit and scale come from what announces the figure
	unit        unit
	larger      unit // of "11 hours and 20 minutes", the one before
}

// amounts makes a quant of each numeral that is not skipped.
func (r *reader) amounts() {
	r.qs = r.qs[:0]
	for k := 0; k < len(r.nums); k++ {
		n := &r.nums[k]
		if n.reason == "" && r.low(n.first-1) == "per" {
			n.reason = "rate"
		}
		r.forEach(k)
		if n.reason != "" {
			r.skip(n, n.reason)
			continue
		}
		q, used := r.amount(k)
		if q.reason != "" {
			r.skip(n, q.reason)
			continue
		}
		r.qs = append(r.qs, q)
		k += used
	}
	r.multiplied()
}

// forEach takes "for each million tons" as the rate of the figure before it.
func (r *reader) forEach(k int) {
	n := &r.nums[k]
	if l := r.low(n.first - 1); n.reason != "" || l != "each" && l != "every" || r.low(n.first-2) != "for" && r.low(n.first-2) != "in" || n.val.Cmp(num(100)) < 0 || len(r.qs) == 0 {
		return
	}
	q := &r.qs[len(r.qs)-1]
	if q.f.Kind != doc.Count || !q.has || q.f.Per != "" || n.first-q.end > 6 || n.first < q.end {
		return
	}
	if t, ok := r.perNumber(k); ok {
		q.f.Per, n.reason = t.per, "rate"
	}
}

// amount reads numeral k with what stands around it; used is the number of
// further numerals that its rate holds.
func (r *reader) amount(k int) (q quant, used int) {
	n := r.nums[k]
	q = quant{n: n, first: n.first, last: n.last, nfirst: n.first, nlast: n.last, pairWith: -1}
	q.f = doc.Figure{Pair: -1, Table: -1, Row: -1, Column: -1, Kind: doc.Count, Repair: n.repair}
	if n.odd {
		q.bound, q.bounded = doc.Approx, true
	}
	r.signBefore(&q)
	if code, at := r.codeBefore(q.first); at >= 0 {
		q.f.Kind, q.f.Unit, q.first = doc.Money, code, at
		if c, v := scaledCode(r.raw(at)); c != "" && isOne(n.scale) {
			q.n.val, _ = times(n.val, v)
			q.n.scale = v
		}
		r.signBefore(&q)
	}
	if r.ageBand(&n) {
		r.takeBand(&q)
		return q, 0
	}
	r.behind(&q, n.last)
	if q.reason != "" {
		return q, 0
	}
	if t, ok := r.rateAt(q.end, k, q.f.Kind); ok {
		if q.end == q.last {
			q.last = t.end
		}
		q.f.Per, q.end, used = t.per, t.end, t.nums
		if !q.has && q.bare && r.low(q.end) == "of" {
			r.ofPhrase(&q, q.end)
		}
	} else if !q.has {
		r.adjectiveRate(&q)
		r.perPiece(&q)
	}
	if r.ofInterval(&q) {
		q.reason = "statistic"
	}
	r.hedgeBehind(&q, q.end)
	r.oneIsNone(&q, k)
	if prev := r.low(q.first - 1); (prev == "every" || prev == "each") && (q.f.Kind == doc.Percent || q.f.Kind == doc.Money) {
		q.reason = "rate"
	}
	if q.bare && q.n.sort == vagueNumber && r.low(q.first-1) == "the" && r.low(q.first-2) == "of" && q.n.last == q.n.first+1 && (r.closes(q.end) || r.is(q.end, sign) || r.low(q.end) == "by") {
		q.reason = "idiom" // "the myth of the millions"
	}
	if prev := r.low(q.first - 1); q.bare && (prev == "top" || prev == "bottom") && q.f.Per == "" {
		q.reason = "rank"
	}
	return q, used + q.swallow
}

// takeBand reads "under-16s": an age with its bound.
func (r *reader) takeBand(q *quant) {
	q.f.Kind, q.f.Unit, q.bounded = doc.Age, "year", true
	q.last, q.end = q.n.last+1, q.n.last+1
	if q.first--; r.low(q.first) == "-" {
		q.first--
	}
	if q.bound = doc.MoreThan; r.low(q.first) == "under" {
		q.bound = doc.LessThan
	}
}

// signBefore takes a plus or minus that touches the number.
func (r *reader) signBefore(q *quant) {
	i := q.first - 1
	if i < 0 || !r.glued(q.first) || i > 0 && r.glued(i) && r.ps[i-1].form != sign {
		return
	}
	switch r.low(i) {
	case "-":
		if i > 0 && r.low(i-1) == "-" && r.glued(i) || r.raw(i) == "--" {
			return // a dash between clauses
		}
		if r.raw(i) != "—" && !(i > 0 && r.is(i-1, word) && r.ps[i-1].caps) && q.n.sort == cardinal {
			q.n.val = q.n.val.Neg()
			q.first, q.signed = i, true
			if q.nfirst == i+1 {
				q.nfirst = i
			}
		}
	case "+":
		q.first, q.signed = i, true
	}
}

// behind reads unit or noun phrase from piece j on.
func (r *reader) behind(q *quant, j int) {
	j = r.hedgeNow(q, j)
	if k := r.behindRestated(q, j); k > j {
		q.swallow, j = 1, k
	}
	joined := r.low(j) == "-" && r.glued(j) && r.is(j+1, word) && r.glued(j+1)
	k := j
	if joined {
		k = j + 1
	} else if r.low(j) == "-" && r.glued(j) && (r.low(j+1) == "to" || r.low(j+1) == "and" || r.low(j+1) == "or" || r.low(j+1) == "," && r.glued(j+1)) {
		q.end = j + 1
		q.bare = true
		return
	}
	q.end = j
	switch {
	case q.n.sort == article:
		r.articleMeasure(q)
	case q.f.Kind == doc.Money:
		r.afterMoney(q, k)
	case r.percent(q, k), r.coins(q, k), r.rateWord(q, k), r.measure(q, k), r.fold(q, k):
	case q.n.sort == share || q.n.sort == everyNth:
		r.share(q, k)
	default:
		r.counted(q, k, joined)
	}
}

// afterMoney reads what stands behind "$40": a country that is said again, a
// noun that it is spent on.
func (r *reader) afterMoney(q *quant, j int) {
	if t := r.raw(j); t == "US" || t == "USD" || t == "U.S." || t == "AUD" || t == "CAD" {
		if c := currencySigns[t]; t == "US" || t == "U.S." || c != "" {
			j++
			q.last, q.end = j, j
			if c != "" {
				q.f.Unit = c
			}
		}
	}
	if r.low(j) == "of" {
		r.ofPhrase(q, j)
		return
	}
	if p, ok := r.nounPhrase(j); ok && (!r.is(j-1, word) || r.isAttribute(q, p)) && p.first == j && r.ps[p.head].tag != doc.NNP && !(p.head == j && r.ps[j].tag == doc.VBZ) && r.low(j) != "us" && !timeNoun(singular(r.low(p.head))) {
		q.phrase, q.has = p, true
	}
}

// isAttribute reports whether a sum stands between an article and the noun p
// that it tells the size of: "a $214 million budget".
func (r *reader) isAttribute(q *quant, p np) bool {
	prev := r.low(q.first - 1)
	return (determiners[prev] && prev != "every" && prev != "each" || prev == "'s" || prev == "new" || prev == "proposed") && !r.ps[p.head].upper && p.last-p.first <= 5
}

func (r *reader) percent(q *quant, j int) bool {
	u, n := r.percentAt(j)
	if n == 0 || q.n.sort == ordinalNumber {
		return false
	}
	q.f.Kind, q.f.Unit = doc.Percent, u
	q.last, q.end = j+n, j+n
	if u == "basis point" {
		if v, ok := times(q.n.val, decimal.MustNew(1, 2)); ok {
			q.f.Norm = &doc.Norm{Value: v, Unit: "percentage point"}
		}
	}
	r.shareOf(q)
	return true
}

// shareOf reads what a share is of: "of the voters", or a noun behind.
func (r *reader) shareOf(q *quant) {
	j := q.end
	if r.low(j) == "of" {
		r.ofPhrase(q, j)
		return
	}
	if r.says(j) {
		return
	}
	if p, ok := r.nounPhrase(j); ok && p.last-p.first <= 5 && !timeNoun(singular(r.low(p.head))) && !r.didIt(p) {
		q.phrase, q.has = p, true
	}
}

// didIt reports whether p is no more than a verb in the past that was taken for
// a noun: "40 percent stayed".
func (r *reader) didIt(p np) bool {
	h := r.low(p.head)
	return p.first == p.head && strings.HasSuffix(h, "ed") && !casualtyWords[h] && !isPersonWord(h) && !collective[h] && !r.ps[p.head].upper
}

// ofPhrase reads "of the …" at j as what is counted.
func (r *reader) ofPhrase(q *quant, j int) {
	k := j + 1
	start := k
	if p, ok := r.thoseWho(k); ok {
		q.ofNoun(p)
		return
	}
	n := k
	for n < k+2 && (determiners[r.low(n)] || ofThose[r.low(n)]) {
		n++
	}
	if r.startsNumber(n) || r.ownersNumber(n) {
		q.ofNext = true
		return
	}
	k = r.pastDeterminers(k)
	switch l := r.low(k); l {
	case "us", "you":
		q.f.Unit, q.pronoun = cmp.Or(q.f.Unit, "person"), q.f.Kind != doc.Count
		q.has = q.f.Kind == doc.Count
		q.phrase, q.of = np{k, k + 1, k}, true
		return
	case "whom":
		if q.f.Kind == doc.Count {
			q.f.Unit = "person"
		}
		q.pronoun = true
		return
	case "them", "which", "it", "this", "that", "ours", "theirs", "yours", "mine", "hers":
		q.pronoun = true
		return
	case "wounded", "injured", "dead", "missing", "displaced", "detained":
		if !r.nounAt(k+1) && k > start {
			if q.f.Kind == doc.Count {
				q.f.Unit = "person"
			}
			q.ofNoun(np{k, k + 1, k})
			return
		}
	case "rest", "remainder", "latter", "remaining":
		if !r.nounAt(k + 1) {
			q.pronoun = true
			return
		}
	}
	if p, ok := r.nounPhrase(k); ok {
		q.ofNoun(p)
	} else if k > start {
		q.pronoun = true
	}
}

// ownersNumber reports whether an owner and a number stand at j: "the country's
// 119 prisons".
func (r *reader) ownersNumber(j int) bool {
	for k := j; k < j+6 && r.is(k, word) || r.low(k) == "'"; k++ {
		if l := r.low(k); k > j && (l == "'s" || l == "'" || r.ps[k].tag == doc.POS) {
			return r.startsNumber(k + 1)
		}
		if r.stops(k) {
			return false
		}
	}
	return false
}

// ofThose may stand between "of the" and a number: "five of its last six games".
var ofThose = set("planned authorised authorized intended projected expected original last first next remaining other previous total roughly about some more than nearly almost over")

var determiners = set("the a an its their his her our my your all those these this that every each such any")

// pastDeterminers returns the first piece from k on that is no determiner, and
// beforeDeterminers the last one up to k.
func (r *reader) pastDeterminers(k int) int {
	for determiners[r.low(k)] {
		k++
	}
	return k
}

func (r *reader) beforeDeterminers(k int) int {
	for determiners[r.low(k)] {
		k--
	}
	return k
}

// pence stand behind digits as one letter.
const pence = "p"

// coins reads the name of a currency behind the number.
func (r *reader) coins(q *quant, j int) bool {
	c, n := r.moneyAt(j, &q.n)
	if n == 0 && r.raw(j) == pence && r.glued(j) && r.is(j-1, digits) {
		c, n = "penny", 1
	}
	if n == 0 {
		return false
	}
	q.f.Kind, q.f.Unit = doc.Money, c
	q.last, q.end = j+n, j+n
	r.scaleBehind(q)
	r.andSmaller(q)
	r.moneyFor(q)
	return true
}

// scaleBehind reads "75 USD million".
func (r *reader) scaleBehind(q *quant) {
	w := numberWords[r.low(q.end)]
	if w.class != scale || !isOne(q.n.scale) || w.val.Cmp(num(1000)) < 0 {
		return
	}
	if v, ok := times(q.n.val, w.val); ok {
		q.n.val, q.n.scale = v, w.val
		q.last, q.end = q.end+1, q.end+1
		q.swallow = 1
	}
}

func (r *reader) moneyFor(q *quant) {
	switch r.low(q.end) {
	case "of", "in", "for":
		if r.low(q.end) == "of" {
			r.ofPhrase(q, q.end)
		}
	}
}

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

// closes reports whether a clause ends at piece j.
func (r *reader) closes(j int) bool {
	l := r.low(j)
	return j >= len(r.ps) || l == "." || l == ";" || l == "?" || l == "!"
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

// counted reads the noun phrase of a count.
func (r *reader) counted(q *quant, j int, joined bool) {
	if r.low(j) == "of" {
		r.ofPhrase(q, j)
		q.bare = !q.has
		if q.n.sort == vagueNumber && q.has {
			r.vagueOf(q, j)
		} else if q.has && q.f.Unit == "" {
			q.f.Unit = r.unitOf(q.phrase)
		}
		return
	}
	if r.low(j) == "out" && r.low(j+1) == "of" && r.startsNumber(j+2) {
		q.ofNext, q.bare = true, true
		return
	}
	if r.fronted(q) && !(r.is(j, word) && r.ps[j].tag == doc.NNS) {
		q.pronoun, q.bare = true, true
		return
	}
	if r.magnitudeOf(q) || r.low(j) == "magnitude" && (joined || q.n.shape == decimals) {
		q.f.Kind, q.f.Unit = doc.Measure, "magnitude"
		if r.low(j) == "magnitude" {
			q.last, q.end = j+1, j+1
		}
		return
	}
	if r.low(j) == "such" && j == q.n.last {
		j++
	}
	p, ok := r.nounPhrase(j)
	if k := r.behindBrackets(j); !ok && k > 0 && k < len(r.ps) && !r.ps[k].upper {
		if p, ok = r.nounPhrase(k); ok && !isNumberWord(r.low(p.head)) {
			q.ofNoun(p)
			q.f.Unit = r.unitOf(p)
			return
		}
		ok = false
	}
	if ok && (r.verbLike(q, p) || r.spanAgo(j) || r.timePhrase(p) || r.groupDoes(q, p)) {
		ok = false
	}
	switch {
	case !ok:
		q.bare = !r.casualties(q, j)
	case joined, r.unjoined(q, p):
		r.compoundNoun(q, p)
	case r.attributive(q, p):
		r.compoundNoun(q, np{p.first, p.last, p.head})
	case r.isProduct(q, p), r.numbersName(q, p):
		q.reason = "name"
	default:
		q.phrase, q.has = p, true
		q.last, q.end = p.last, p.last
		if !r.moneyPhrase(q) {
			q.f.Unit = r.unitOf(p)
		}
	}
}

// moneyPhrase takes q for a sum where what it counts is money of a kind:
// "trillions of taxpayer dollars".
func (r *reader) moneyPhrase(q *quant) bool {
	code := ""
	switch h := r.low(q.phrase.head); h {
	case "dollars", "rupees":
		code = commonMoney[h]
	case "euros":
		code = "EUR"
	}
	if !q.has || code == "" || q.phrase.first == q.phrase.head {
		return false
	}
	q.f.Kind, q.f.Unit = doc.Money, code
	q.last, q.end, q.has = q.phrase.last, q.phrase.last, false
	return true
}

// fronted reports whether "of which" or "of whom" stands before the number and
// its bound: "of which perhaps 120 run".
func (r *reader) fronted(q *quant) bool {
	i := q.first
	if _, n := hedgesBefore.before(r.ps, i); n > 0 {
		i -= n
	}
	i = r.beforeFillers(i)
	if l := r.low(i); (l == "are" || l == "were") && r.low(i-1) == "there" {
		i -= 2 // "of which there are about 40"
	}
	return (r.low(i) == "which" || r.low(i) == "whom") && r.low(i-1) == "of"
}

// behindBrackets returns the piece behind "(10,000)" at j, as in "ten thousand
// (10,000) mangroves", 0 if there is none.
func (r *reader) behindBrackets(j int) int {
	if r.low(j) == ")" && r.low(j-2) == "(" && (r.is(j-3, digits) || isNumberWord(r.low(j-3))) {
		return j + 1
	}
	if r.low(j) == "(" && r.is(j+1, digits) && r.low(j+2) == ")" {
		return j + 3
	}
	return 0
}

// isProduct reports whether the number belongs to a name behind it: "787
// Dreamliner", "11 Pro".
func (r *reader) isProduct(q *quant, p np) bool {
	h := &r.ps[p.head]
	if !h.upper || h.tag != doc.NNP || isPlural(h.low) || isPeople(h.low) || persons[h.low] && !h.upper || !q.n.plainDigits() || r.heading {
		return false
	}
	if m := h.mention; m > 0 && r.d.Mentions[m-1].Type == doc.Group {
		return false
	}
	return q.n.val.Cmp(num(1)) > 0 && r.low(q.first-1) != "of"
}

// numbersName reports whether a small number between a capitalised word and a
// noun in the singular numbers the word: "HIV 2 drug regimen".
func (r *reader) numbersName(q *quant, p np) bool {
	i := q.n.first - 1
	if !q.n.plainDigits() || !q.n.between(2, 99) || q.first <= i || i < 1 || !r.is(i, word) || r.heading {
		return false
	}
	b, h := &r.ps[i], &r.ps[p.head]
	return b.upper && b.tag.IsNoun() && months[b.low] == 0 && !weekdays[b.low] && (b.mention == 0 || b.caps) && !isPlural(h.low) && !h.upper && !collective[h.low] && !isPersonWord(h.low)
}

// vagueOf reads "tens of thousands of dollars" and takes the noun of "dozens
// of men" into the span.
func (r *reader) vagueOf(q *quant, j int) {
	if c, n := r.moneyAt(j+1, &q.n); n > 0 {
		q.f.Kind, q.f.Unit, q.has = doc.Money, c, false
		q.last, q.end = j+1+n, j+1+n
		return
	}
	if u, n := r.measureAt(j+1, true); n > 0 {
		q.has = false
		r.setMeasure(q, u, j+1+n)
		return
	}
	if r.moneyPhrase(q) {
		return
	}
	q.f.Unit = r.unitOf(q.phrase)
	if q.phrase.first == j+1 {
		q.last, q.end = q.phrase.last, q.phrase.last
	}
}

// casualtyWords stand behind a number for people.
var casualtyWords = set("killed wounded injured dead missing displaced arrested detained captured hurt homeless unemployed hospitalised hospitalized infected trapped stranded strong")

// casualties reads "300 dead", "12 killed", "a 300-strong crowd".
func (r *reader) casualties(q *quant, j int) bool {
	low := r.low(j)
	if low == "aboard" || low == "on" && r.low(j+1) == "board" {
		q.f.Unit = "person"
		return true
	}
	if !casualtyWords[low] {
		return false
	}
	q.f.Unit = "person"
	if low == "dead" || low == "strong" || low == "missing" || low == "homeless" || low == "unemployed" || j > q.n.last {
		q.last, q.end = j+1, j+1
	}
	q.phrase, q.has = np{j, j + 1, j}, low != "strong"
	if l := r.low(j + 1); (l == "or" || l == "and") && casualtyWords[r.low(j+2)] {
		q.phrase.last = j + 3
	}
	return true
}

// compoundNoun reads "12-member panel", "five-man council": the span is the
// compound, its second part is counted.
func (r *reader) compoundNoun(q *quant, p np) {
	j := p.first
	q.last, q.end = j+1, j+1
	q.phrase, q.has = np{j, j + 1, j}, true
	low := r.low(j)
	q.f.Unit = r.unitOf(q.phrase)
	if low == "strong" {
		q.f.Unit = "person"
		if herds[singular(r.low(p.head))] {
			q.f.Unit = ""
		}
	}
	if (q.f.Unit != "person" || low == "strong") && p.last > j+1 {
		q.phrase = np{j + 1, p.last, p.head}
		if r.low(j+1) == "-" {
			q.phrase.first = min(j+2, p.head)
		}
	}
}

// herds are groups of what is no people: "a 40-strong fleet".
var herds = set("herd colony fleet flock swarm pack shoal convoy armada pride flotilla hive")

// unjoined reports whether p is a noun in the singular before another one, as
// "3 block radius" and "40 page report" are written without their hyphen.
func (r *reader) unjoined(q *quant, p np) bool {
	a, h := &r.ps[p.first], &r.ps[p.head]
	return p.head == p.first+1 && p.last == p.head+1 && q.n.sort == cardinal && q.n.val.Cmp(num(1)) > 0 && q.n.shape != grouped && isOne(q.n.scale) &&
		a.tag == doc.NN && h.tag == doc.NN && !a.upper && !h.upper && !isPlural(a.low) && !isPlural(h.low) && irregular[a.low] == "" && irregular[h.low] == "" && !collective[h.low] && !isPersonWord(h.low) && sized[h.low]
}

// sized are nouns whose size a number before another noun tells.
var sized = set("radius walk drive area distance plan report book document agreement programme program panel team house home building tent hotel apartment flat car train engine system course menu set pack process approach strategy framework model scale grid")

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
