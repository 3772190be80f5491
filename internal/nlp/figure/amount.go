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
	if r.says(j) || pureness[r.low(j)] && !r.nounAt(j+1) {
		return
	}
	if p, ok := r.nounPhrase(j); ok && p.last-p.first <= 5 && !timeNoun(singular(r.low(p.head))) && !r.didIt(p) {
		q.phrase, q.has = p, true
	}
}

// pureness are adjectives that a share is told by: "83 percent pure".
var pureness = set("pure full empty complete certain sure accurate effective efficient compliant contained funded ready owned")

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

// closes reports whether a clause ends at piece j.
func (r *reader) closes(j int) bool {
	l := r.low(j)
	return j >= len(r.ps) || l == "." || l == ";" || l == "?" || l == "!"
}
