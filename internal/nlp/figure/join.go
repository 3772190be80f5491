package figure

import (
	"analyze/internal/doc"

	"github.com/govalues/decimal"
)

// join brings numbers together that say one thing: ranges, ratios, and the
// two ends of a from–to statement. It also reads the bounds before them.
func (r *reader) join() {
	for i := range r.qs {
		r.hedgesFor(&r.qs[i])
	}
	for i := 0; i+1 < len(r.qs); i++ {
		a, b := &r.qs[i], &r.qs[i+1]
		if a.gone {
			continue
		}
		if r.deviates(a, b) {
			kept := *a
			r.skip(&b.n, "statistic")
			r.qs[i].gone, r.qs[i+1] = true, kept
			continue
		}
		if r.ratio(a, b) || r.agesOf(a, b) || r.rangeOf(i) || r.boundsOf(i) {
			r.qs[i+1] = r.qs[i]
			r.qs[i].gone = true
		}
	}
	kept := r.qs[:0]
	for _, q := range r.qs {
		if !q.gone {
			kept = append(kept, q)
		}
	}
	r.qs = kept
	r.intervals()
	r.pairs()
	r.foldPairs()
}

// intervals drops the interval in brackets behind the value that lies in it: "4.2
// [3.8–4.6]".
func (r *reader) intervals() {
	kept := r.qs[:0]
	for i := range r.qs {
		q := r.qs[i]
		if n := len(kept); n > 0 && q.bound == doc.Range && q.f.Low != nil && q.f.High != nil && q.n.shape == decimals {
			a := &kept[n-1]
			open, end := r.low(q.first-1), r.low(q.end)
			if (open == "[" && end == "]" || open == "(" && end == ")") && q.first-1 <= a.end+1 && a.bound != doc.Range && q.f.Low.Cmp(a.n.val) <= 0 && q.f.High.Cmp(a.n.val) >= 0 {
				r.skip(&q.n, "statistic")
				continue
			}
		}
		kept = append(kept, q)
	}
	r.qs = kept
}

// deviations are letters in brackets before how far a value strays.
var deviations = set("sd s.d s.d. se s.e s.e. sem std moe")

// deviates takes b, by which a is told to stray, into a: "27 ± 15 per cent", "5.3
// (± 0.4)", "3.1 (SD 0.4)", "4.2 [3.8–4.6]". It reports whether it did.
func (r *reader) deviates(a, b *quant) bool {
	k := a.last
	open := r.low(k) == "(" || r.low(k) == "["
	if !open {
		k, open = a.end, r.low(a.end) == "(" || r.low(a.end) == "["
	}
	if open {
		k++
	}
	if b.nfirst <= k && !(open && b.nfirst == k) || b.nfirst > k+3 {
		return false
	}
	sign := r.low(k) == "±" || r.low(k) == "+" && r.low(k+1) == "/" && r.low(k+2) == "-"
	switch {
	case !open && !sign, open && !(r.low(b.end) == ")" || r.low(b.end) == "]" || r.low(b.nlast) == ")" || r.low(b.nlast) == "]"):
		return false
	case sign:
		low, err := a.n.val.Sub(b.n.val)
		high, ok := plus(a.n.val, b.n.val)
		if err != nil || !ok || a.n.sort != cardinal || b.n.sort != cardinal || b.n.val.Sign() < 0 {
			return false
		}
		a.bound, a.bounded, a.f.Low, a.f.High = doc.Approx, true, &low, &high
		if a.bare || a.f.Kind == doc.Count && b.f.Kind != doc.Count {
			a.f.Kind, a.f.Unit, a.f.Norm, a.unit, a.bare = b.f.Kind, b.f.Unit, nil, b.unit, b.bare
			a.phrase, a.has, a.of = b.phrase, b.has, b.of
		}
		a.last, a.end = max(a.last, b.last), max(a.end, b.end)
		if open {
			a.last = a.nlast
			a.end = b.end + 1
		}
		return true
	}
	return deviations[r.low(k)] || r.low(k) == "=" && deviations[r.low(k-1)]
}

// ratio joins "one in nine", "nine out of ten", "one branch in six", "two to
// one" into a, and reports whether it did.
func (r *reader) ratio(a, b *quant) bool {
	if a.n.sort != cardinal || b.n.sort != cardinal || b.f.Kind != doc.Count || a.f.Kind != doc.Count || a.f.Per != "" || a.times && r.low(a.end) != "out" || b.times || b.n.val.Sign() <= 0 {
		return false
	}
	from := a.end
	if b.first == b.nfirst && r.forEvery(from) == b.first {
		from = b.first - 2
	}
	if b.first < from || b.first > from+3 || a.n.val.Sign() <= 0 && r.low(from) != "over" {
		return false
	}
	if !r.ratioWords(from, b.nfirst, a, b) {
		return false
	}
	v, ok := quotient(a.n.val, b.n.val)
	if !ok {
		return false
	}
	if a.has && !a.of {
		if b.has && !b.of && !r.pluralAt(b.phrase.head) {
			b.last, b.end = b.nlast, b.nlast // "one man in seven disagreed"
		}
		b.phrase, b.has = a.phrase, true
	}
	if isOne(a.n.val) {
		r.dropPredicate(b)
	}
	a.n.val, a.n.den = v, b.n.val
	a.n.sort = share
	a.n.last, a.nlast = b.n.last, b.nlast
	a.last, a.end = b.last, b.end
	a.phrase, a.has, a.of, a.pronoun, a.ofNext = b.phrase, b.has, b.of, b.pronoun, b.ofNext
	a.bare = false
	a.f.Kind, a.f.Unit = doc.Ratio, "ratio"
	return true
}

// forEvery returns the piece behind "for every" where that stands in the same
// clause as j, a verb and its company between: "one person died for every 14".
// It is 0 where there is none.
func (r *reader) forEvery(j int) int {
	for k := j; k < j+6 && r.is(k, word); k++ {
		if r.low(k) == "for" && r.low(k+1) == "every" {
			return k + 2
		}
	}
	return 0
}

// dropPredicate takes the verb off what "one in five of our teachers leaves"
// counts: two plurals in a row are a noun and the verb of "one".
func (r *reader) dropPredicate(q *quant) {
	if h := q.phrase.head; q.has && h > q.phrase.first && r.ps[h].tag == doc.NNS && r.ps[h-1].tag == doc.NNS && h == q.phrase.last-1 {
		q.phrase.head, q.phrase.last = h-1, h
		q.last, q.end = min(q.last, h), min(q.end, h)
	}
}

// ratioWords reports whether the pieces between two numbers make them parts
// of a ratio.
func (r *reader) ratioWords(i, j int, a, b *quant) bool {
	small := b.n.val.Cmp(num(10)) <= 0 || b.n.val.Cmp(num(20)) == 0 || b.n.val.Cmp(num(100)) == 0 || b.n.val.Cmp(num(1000)) == 0 || b.n.val.Cmp(num(10000)) == 0 || b.n.val.Cmp(num(100000)) == 0
	one := isOne(a.n.val)
	less := a.n.val.Cmp(b.n.val) < 0 && a.n.val.IsInt()
	if r.low(i) == "over" && j == i+1 && b.first == i {
		return a.n.val.CmpAbs(num(1)) == 0 && b.bare && r.closes(b.end) // "one over three"
	}
	if b.first != j {
		return false
	}
	if r.low(i) == "-" && r.glued(i) && j == i+3 && r.low(i+2) == "-" && (r.low(i+1) == "in" || r.low(i+1) == "to") {
		return r.low(i+1) == "in" && less || isOne(b.n.val)
	}
	switch r.low(i) {
	case "in":
		return r.ratioIn(i, j, a, b, less, small)
	case "out":
		if r.low(i+1) != "of" {
			return false
		}
		if a.has && !a.of && b.bare && roundPart(b.n.val) && b.n.inWords && a.n.val.Cmp(b.n.val) < 0 && j == i+2 {
			return true // "2.8 cases out of a hundred"
		}
		return less && (one || a.n.inWords && b.n.inWords || small && a.n.val.Cmp(num(100)) < 0) && (j == i+2 || j == i+3 && r.low(i+2) == "every")
	case "of", "for":
		if r.low(i) == "of" && j == i+1 && less && a.bare && b.has && (b.n.val.Cmp(num(10)) == 0 || b.n.val.Cmp(num(100)) == 0) && r.pluralAt(b.phrase.head) && !b.of {
			return true // "8 of 10 houses"
		}
		if r.low(i) == "of" && j == i+1 && less && a.bare && b.has && !b.of && a.n.inWords && b.n.inWords && r.pluralAt(b.phrase.head) && b.n.between(3, 10) && b.n.val.Cmp(num(7)) != 0 && (r.startsClause(a.first) || r.low(a.first-1) == "where") && r.is(b.end, word) && (r.ps[b.end].tag == doc.VBP || r.low(b.end) == "do" || r.low(b.end) == "have") {
			return true // "three of four tenants do not pay"
		}
		return j == i+2 && r.low(i+1) == "every" && (one || b.n.val.Cmp(num(100)) < 0)
	case ":":
		return j == i+1 && r.glued(i) && r.glued(j) && (isOne(a.n.val) || isOne(b.n.val) || r.ratioNear(a.first))
	case "to":
		if j == i+2 && r.low(i+1) == "-" && r.low(i-1) == "-" {
			return isOne(b.n.val) && a.n.inWords && b.n.inWords // "five-to-one"
		}
		if j == i+1 && one && a.bare && b.bare && r.low(a.first-1) != "from" && r.ratioNear(a.first) {
			return true // "the ratio had been one to seven"
		}
		return j == i+1 && isOne(b.n.val) && b.bare && a.bare && b.n.inWords == a.n.inWords
	}
	return false
}

// ratioIn reports whether "in" at piece i makes a and b, which begins at j, parts
// of a ratio; less and small say so of a beside b and of b.
func (r *reader) ratioIn(i, j int, a, b *quant, less, small bool) bool {
	one := isOne(a.n.val)
	if j == i+1 && a.n.shape == decimals && a.bare && b.bare && b.n.plainDigits() && b.n.val.Cmp(num(100)) == 0 && a.n.val.Cmp(num(100)) < 0 {
		return true // "3.2 in 100"
	}
	if j == i+1 && less && a.has && !a.of && b.bare && a.n.inWords && b.n.inWords && (r.predicate(b.end) || r.closes(b.end) && b.n.val.Cmp(num(10)) <= 0) {
		return true // "three houses in four have fallen"
	}
	if j == i+1 {
		return less && (one && r.low(a.n.first) != "a" || small && !a.has && (a.n.val.Cmp(num(10)) < 0 || b.bare && b.n.val.Cmp(num(100)) >= 0 && !isOne(b.n.val)) && (b.bare || b.f.Unit == "person" || r.inTen(a, b)))
	}
	return j == i+2 && r.low(i+1) == "every" && (less || a.n.val.Less(num(1)) && a.n.val.Sign() > 0)
}

// higherOne reports whether a is the "one" of "the higher one".
func (r *reader) higherOne(a *quant) bool {
	i := a.n.first - 1
	if r.low(a.n.first) != "one" || !r.is(i, word) {
		return false
	}
	t := r.ps[i].tag
	return determiners[r.low(i-1)] && (t == doc.JJR || t == doc.JJS || r.low(i) == "other" || r.low(i) == "same")
}

// inTen reports whether "four in ten schools" is a share: numbers of a kind,
// out of five, ten, a hundred or a thousand, behind no verb that takes four as
// its object.
func (r *reader) inTen(a, b *quant) bool {
	switch v := b.n.val; {
	case a.n.inWords && b.n.inWords && b.of:
		return true // "two in three of the farms"
	case a.n.inWords == b.n.inWords && b.has && r.pluralAt(b.phrase.head) && (r.startsClause(a.first) || r.low(a.first-1) == "and" && r.predicateBefore(a.first-1)) && r.predicate(b.end):
		return true // "three in four households have none"
	case v.Cmp(num(5)) != 0 && v.Cmp(num(10)) != 0 && v.Cmp(num(100)) < 0, a.n.inWords != b.n.inWords, !b.has:
		return false
	}
	i := a.first - 1
	return i < 0 || r.is(i, sign) || !r.ps[i].tag.IsVerb() && !r.nounAt(i)
}

// predicateBefore reports whether a verb stands in the clause before i, so that
// what is joined by "and" there is a clause.
func (r *reader) predicateBefore(i int) bool {
	if r.low(i-1) == "," {
		return true
	}
	for j := i - 1; j >= 0 && j > i-8; j-- {
		if r.predicate(j) {
			return true
		}
	}
	return false
}

// predicate reports whether a verb stands at j, adverbs passed.
func (r *reader) predicate(j int) bool {
	for r.is(j, word) && r.ps[j].tag == doc.RB {
		j++
	}
	return r.is(j, word) && (r.ps[j].tag.IsVerb() && r.ps[j].tag != doc.VBN && r.ps[j].tag != doc.VBG || r.ps[j].tag == doc.MD)
}

// rangeOf joins quants i and i+1 where they are the ends of a range, into i.
func (r *reader) rangeOf(i int) bool {
	a, b := &r.qs[i], &r.qs[i+1]
	if a.bound == doc.Range || !r.rangeWords(i) || !r.sameKind(a, b) || a.n.sort == vagueNumber || b.n.sort == vagueNumber {
		return false
	}
	low := a.n.val
	if isOne(a.n.scale) && b.n.scale.Cmp(num(1)) > 0 && a.n.sort == cardinal {
		if m, ok := quotient(b.n.val, b.n.scale); ok && low.Cmp(m) < 0 {
			if v, ok := times(low, b.n.scale); ok {
				low = v
			}
		}
	}
	low = elidedThousands(a, b, low)
	high := b.n.val
	if low.Cmp(high) >= 0 || a.f.Unit != b.f.Unit && !a.bare && !b.bare && a.f.Kind != doc.Money {
		return false
	}
	f := b.f
	if a.f.Kind != doc.Count && b.bare || a.f.Kind == doc.Money && b.f.Kind != doc.Money {
		f.Kind, f.Unit, f.Norm = a.f.Kind, a.f.Unit, a.f.Norm
	}
	f.Low, f.High = &low, &high
	f.Estimate = a.f.Estimate || b.f.Estimate
	if f.Per == "" {
		f.Per = a.f.Per
	}
	q := *b
	if b.bare && a.has {
		q.phrase, q.has, q.of, q.bare = a.phrase, a.has, a.of, false
		f.Unit = a.f.Unit
	}
	q.f, q.first, q.nfirst = f, a.first, a.nfirst
	q.n.first, q.n.val = a.n.first, low
	if b.bare && !a.bare {
		q.bare = false
		q.unit = a.unit
	}
	q.bound, q.bounded = doc.Range, true
	if l := r.low(q.first - 1); l == "between" {
		q.first--
	} else if l == "from" && !r.changing(q.first-2) {
		q.first--
	}
	r.moreHedges(&q)
	*a = q
	return true
}

// lowerBound tells which side of a quant its bound leaves open: 1 where it is
// the lower end, -1 where it is the upper one, 0 else.
func (q *quant) lowerBound() int {
	switch q.bound {
	case doc.AtLeast, doc.MoreThan:
		return 1
	case doc.AtMost, doc.UpTo, doc.LessThan:
		return -1
	}
	return 0
}

// boundsOf joins quants i and i+1 where one bounds the same thing from below
// and the other from above, into i: "more than 40 but fewer than 60 men". What
// the text only thinks possible stays apart.
func (r *reader) boundsOf(i int) bool {
	a, b := &r.qs[i], &r.qs[i+1]
	if a.lowerBound()*b.lowerBound() != -1 || !r.sameKind(a, b) || a.has && b.has || a.f.Per != b.f.Per || b.f.Estimate {
		return false
	}
	if b.first < a.last || b.first > a.last+2 || !boundJoins[r.low(a.last)] || b.first == a.last+2 && !boundJoins[r.low(a.last+1)] {
		return false
	}
	low, high := a.n.val, b.n.val
	if a.lowerBound() < 0 {
		low, high = high, low
	}
	if low.Cmp(high) >= 0 {
		return false
	}
	q := *b
	if b.bare && !a.bare || a.has {
		q.f, q.unit, q.phrase, q.has, q.of, q.bare = a.f, a.unit, a.phrase, a.has, a.of, a.bare
	}
	q.f.Low, q.f.High = &low, &high
	q.first, q.nfirst, q.n.first, q.n.val = a.first, a.nfirst, a.n.first, low
	q.bound, q.bounded = doc.Range, true
	*a = q
	return true
}

var boundJoins = set("and but yet ,")

// elidedThousands reads the lower end of "12-15,000" in thousands: it is less
// than the upper one's thousands, and of its size.
func elidedThousands(a, b *quant, low decimal.Decimal) decimal.Decimal {
	if !a.n.plainDigits() || b.n.shape != grouped || !isOne(b.n.scale) {
		return low
	}
	thousands, rest, err := b.n.val.QuoRem(num(1000))
	if err != nil || !rest.IsZero() || low.Cmp(thousands) >= 0 {
		return low
	}
	if five, ok := times(low, num(5)); !ok || five.Cmp(thousands) < 0 {
		return low
	}
	v, ok := times(low, num(1000))
	if !ok {
		return low
	}
	return v
}

// moreHedges takes words before "between" into the span: "an estimated
// between 5 and 7".
func (r *reader) moreHedges(q *quant) {
	for range 2 {
		h, n := hedgesBefore.before(r.ps, q.first)
		if n == 0 || h.verb || r.notHedge(q, h, n) {
			return
		}
		q.f.Estimate = q.f.Estimate || h.estimate
		q.first -= n
	}
}

// sameKind reports whether the two ends can be of one kind.
func (r *reader) sameKind(a, b *quant) bool {
	if a.signed && b.signed {
		return true
	}
	switch {
	case a.n.sort == article || b.n.sort == article:
		return false
	case a.n.sort == share != (b.n.sort == share):
		return a.f.Kind == b.f.Kind && a.f.Kind != doc.Ratio
	case a.f.Kind == b.f.Kind, a.bare, b.bare:
		return a.f.Unit == b.f.Unit || a.bare || b.bare
	case a.f.Kind == doc.Money && b.f.Kind == doc.Count:
		return false
	}
	return a.f.Kind == doc.Duration && b.f.Kind == doc.Age && a.f.Unit == b.f.Unit
}

// rangeWords reports whether the pieces between quants i and i+1 are those of
// a range.
func (r *reader) rangeWords(i int) bool {
	a, b := &r.qs[i], &r.qs[i+1]
	from := a.last
	if a.f.Kind != doc.Count && a.f.Kind != doc.Ratio && !a.bare && b.bare && r.low(from) != "-" {
		return false
	}
	if a.has && !a.of && a.f.Kind == doc.Count && b.f.Unit != a.f.Unit {
		return false
	}
	if b.first == b.nfirst || b.bounded || b.signed || b.f.Kind == doc.Money {
		if b.first < from {
			return false
		}
	} else {
		return false
	}
	if r.low(from) == "-" && r.glued(from) && (r.low(from+1) == "to" || r.low(from+1) == "or") {
		from++
		if b.first == from+2 && r.low(from+1) == "-" && r.glued(b.first) {
			return b.n.val.Cmp(a.n.val) > 0
		}
	}
	if b.first-from != 1 {
		return false
	}
	before := r.low(a.first - 1)
	switch l := r.low(from); l {
	case "to", "through":
		if before == "from" && r.isPair(i) || r.changeTo(a, b) || before == "of" && r.low(r.beforeFillers(a.first)) == "from" && b.first-from == 1 {
			return false
		}
		return l == "to" || before == "from" || a.bare && a.n.plainDigits() && b.n.plainDigits()
	case "-", "—", "~":
		return l == "-" || r.glued(from) && r.glued(from+1)
	case "or":
		return !a.has && a.f.Kind == doc.Count && b.n.val.Cmp(num(100000)) < 0 && a.n.inWords == b.n.inWords || a.f.Kind == b.f.Kind && a.f.Kind != doc.Count && (a.bare || b.bare || nearTo(a.n.val, b.n.val))
	case "and":
		return before == "between" || a.first > 0 && r.low(a.first) == "between"
	case "/":
		return false
	}
	return false
}

// nearTo reports whether b is at most twice a, so that "5 percent or 6 percent" is a
// range and "52 percent or 100 percent", or more, are two things.
func nearTo(a, b decimal.Decimal) bool {
	most, ok := times(a, decimal.MustNew(15, 1))
	return ok && b.Cmp(most) <= 0
}

// changeTo reports whether "rose $2 to $14" tells a change and the level that
// it led to: both sums have a sign of their own, or the second is by far larger.
func (r *reader) changeTo(a, b *quant) bool {
	much, ok := times(a.n.val, num(3))
	if twice, fits := times(a.n.val, num(2)); fits && a.n.shape == grouped && b.n.shape == grouped && freely[r.low(a.first-1)] {
		much = twice
	}
	if ok && r.low(a.first-1) == "by" && a.bare && b.bare && a.n.plainDigits() && b.n.plainDigits() && b.n.val.Cmp(much) > 0 && r.changeBy(a.first-1) != "" {
		return true // "beds were cut by 36 to 410"
	}
	leap := a.bare && a.f.Kind == doc.Count && (a.n.shape == grouped || a.n.plainDigits() && b.n.shape == grouped) && ok && b.n.val.Cmp(much) > 0 // "slipped 6,000 to 94,000"
	// "rose 3 mills to 21 mills": each has a unit of its own.
	own := !a.bare && !b.bare && (a.f.Kind != doc.Count || a.has && b.has) && a.f.Kind != doc.Ratio && a.f.Unit == b.f.Unit && r.farAbove(a, b)
	if !leap && !own && (a.f.Kind != doc.Money || b.f.Kind != doc.Money || b.first == b.nfirst && b.last == b.nlast) {
		return false
	}
	if own && r.low(a.first-1) == "by" {
		return true // "and diesel by 6p to 157p"
	}
	if leap && r.low(a.first-1) == "by" && r.changeBy(a.first-1) != "" {
		return true // "fell by 41,000 to 1.2 million"
	}
	_, n := changeVerbs.before(r.ps, a.first)
	return n > 0 && freely[r.low(a.first-1)] || leap && changeParticles[r.low(a.first-1)] != ""
}

// farAbove reports whether b is more than twice a.
func (r *reader) farAbove(a, b *quant) bool {
	twice, ok := times(a.n.val, num(2))
	return ok && b.n.val.Cmp(twice) > 0
}

// isPair reports whether "from a to b" tells a change, not a range: a verb or
// noun of change stands before it, or it goes down. "from six to 10 … to one"
// has its other end further on.
func (r *reader) isPair(i int) bool {
	a, b := &r.qs[i], &r.qs[i+1]
	if i+2 < len(r.qs) {
		c := &r.qs[i+2]
		k := r.beforeFillers(c.first)
		if r.low(k) == "to" && r.low(k-1) != "and" && k-b.end < 14 && a.n.val.Cmp(b.n.val) < 0 && !r.verbBetween(b.end, k) {
			return false
		}
	}
	return a.n.val.Cmp(b.n.val) > 0 || r.low(a.first-2) == "," || r.changing(a.first-2)
}

func (r *reader) verbBetween(i, j int) bool {
	for ; i < j; i++ {
		if t := r.ps[i].tag; t == doc.VBD || t == doc.VBZ || t == doc.VBP || t == doc.MD || r.low(i) == ";" {
			return true
		}
	}
	return false
}

// fillers stand between "to" or "by" and a number without meaning a bound.
var fillers = set("just only a an the another further initial previous earlier current annual daily monthly weekly peak low high average mean median low mere still now exactly precisely even as whopping annualised annualized modest healthy robust solid sluggish meagre meager paltry impressive stunning combined net record staggering additional total some all-time")

// levelOf before "of" names what kind of level a number is.
var levelOf = set("average mean median low high peak total maximum minimum record")

// beforeFillers returns the piece before i that is no filler.
func (r *reader) beforeFillers(i int) int {
	for i--; i >= 0; i-- {
		if l := r.low(i); !fillers[l] && !(l == "of" && levelOf[r.low(i-1)] && (r.low(i-2) == "a" || r.low(i-2) == "an" || r.low(i-2) == "the")) {
			break
		}
	}
	return i
}

// changing reports whether a word of change stands at i or a little before it
// in the same clause.
func (r *reader) changing(i int) bool {
	for j := i; j >= 0 && j > i-20; j-- {
		low := r.low(j)
		if low == ";" || low == "." || low == "," && j < i-8 {
			return false
		}
		if _, n := changeVerbs.before(r.ps, j+1); n > 0 && !(r.ps[j].tag == doc.VBG && determiners[r.low(j-1)]) {
			return true
		}
		if next := r.low(j + 1); (low == "up" || low == "down") && next != "from" && next != "by" && next != "to" && next != "," && !r.startsNumber(j+1) && !(j > 0 && goingVerbs[r.low(j-1)]) {
			continue // "drawn up in 2015"
		}
		if changeNouns[low] != "" || moving[low] || multiples[low].direction != "" {
			return true
		}
	}
	return false
}

var moving = set("revised corrected amended adjusted updated went go goes going gone moved move moves moving changed shifted swung up down double triple doubled halved progressed evolved varied enlarge enlarges enlarged upgraded redouble doubles triples quadruple quadruples")

// foldPairs ties "quadruple" to the level behind "to": "quadruple to 3,800 MW".
func (r *reader) foldPairs() {
	for i := 0; i+1 < len(r.qs); i++ {
		a, b := &r.qs[i], &r.qs[i+1]
		if a.verb == "" || a.pairWith >= 0 || b.pairWith >= 0 || b.first < a.end || b.f.Kind == doc.Duration {
			continue
		}
		if k := r.beforeFillers(b.first); k >= a.end && r.low(k) == "to" && k-a.end < 8 && !r.verbBetween(a.end, k) && !r.clauseBetween(a.end, k) {
			a.pairWith, b.pairWith = i+1, i
		}
	}
}

// pairs ties the ends of from–to statements whose ends stand apart.
func (r *reader) pairs() {
	for i := range r.qs {
		a := &r.qs[i]
		if i+1 < len(r.qs) && a.pairWith < 0 && a.unit.dim == "time" && r.qs[i+1].unit.dim == "time" && a.unit.name != r.qs[i+1].unit.name && r.low(a.end) == "to" && r.qs[i+1].first == a.end+1 {
			r.tie(i, i+1) // "periods of 1 month to 50 years"
			continue
		}
		if r.low(r.beforeFillers(a.first)) != "from" || a.pairWith >= 0 {
			continue
		}
		for j := i + 1; j < len(r.qs) && j <= i+2; j++ {
			b := &r.qs[j]
			k := r.beforeFillers(b.first)
			if r.low(k) == "from" {
				break
			}
			if r.low(k) != "to" || b.f.Kind == doc.Duration && a.f.Kind != doc.Duration && !(a.bare && k == a.end) || r.clauseBetween(a.end, k) {
				continue
			}
			r.tie(i, j)
			break
		}
	}
}

func (r *reader) clauseBetween(i, j int) bool {
	for ; i < j; i++ {
		if l := r.low(i); l == ";" || l == "while" || l == "but" {
			return true
		}
	}
	return false
}

// tie makes i and j a pair; a bare end takes the unit of the other.
func (r *reader) tie(i, j int) {
	a, b := &r.qs[i], &r.qs[j]
	a.pairWith, b.pairWith = j, i
	if m, ok := quotient(b.n.val, b.n.scale); ok && isOne(a.n.scale) && b.n.scale.Cmp(num(1000)) >= 0 && a.n.sort == cardinal && a.n.shape != grouped {
		if most, ok := times(m, num(10)); ok && a.n.val.Cmp(most) < 0 && (a.bare || a.f.Kind == b.f.Kind) {
			if v, ok := times(a.n.val, b.n.scale); ok {
				a.n.val, a.n.scale = v, b.n.scale
			}
		}
	}
	switch {
	case a.bare && !b.bare:
		r.borrow(a, b)
	case b.bare && !a.bare:
		r.borrow(b, a)
	}
	if a.f.Per == "" && a.f.Unit == b.f.Unit {
		a.f.Per = b.f.Per
	} else if b.f.Per == "" && a.f.Unit == b.f.Unit {
		b.f.Per = a.f.Per
	}
}

// level returns the kind of b as a level where it is a change.
func (q *quant) level() doc.FigureKind {
	switch {
	case q.f.Kind != doc.ChangeKind:
		return q.f.Kind
	case q.f.Unit == "percent" || q.f.Unit == "percentage point" || q.f.Unit == "basis point":
		return doc.Percent
	case currencySigns[q.f.Unit] == q.f.Unit && q.f.Unit != "":
		return doc.Money
	case q.unit.name != "" && q.unit.dim == "time":
		return doc.Duration
	case q.unit.name != "":
		return doc.Measure
	}
	return doc.Count
}

// shareScale reads a bare decimal in the scale of the figure that it goes on
// from: "14.5 million …, later 14.8".
func (q *quant) shareScale(scale decimal.Decimal) {
	if q.n.shape != decimals || !isOne(q.n.scale) || scale.Cmp(num(1000)) < 0 || q.bound == doc.Range {
		return
	}
	if v, ok := times(q.n.val, scale); ok {
		q.n.val, q.n.scale = v, scale
	}
}

// borrow gives bare quant a the kind, unit and rate of b.
func (r *reader) borrow(a, b *quant) {
	if a.f.Kind != doc.ChangeKind || a.f.Direction == "" {
		a.f.Kind = b.level()
	}
	a.f.Unit, a.unit = b.f.Unit, b.unit
	if b.f.Kind == doc.ChangeKind && a.f.Kind == doc.Percent {
		a.f.Unit = "percent" // "eased 12 basis points to 11.56"
	}
	if b.larger.name != "" {
		a.f.Unit, a.unit = b.larger.name, b.larger
	}
	a.shareScale(b.n.scale)
	if a.f.Per == "" {
		a.f.Per = b.f.Per
	}
	a.phrase, a.has, a.of = b.phrase, b.has, b.of
	a.bare = false
}
