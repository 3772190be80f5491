package figure

import (
	"math"

	"analyze/internal/doc"

	"github.com/govalues/decimal"
)

// earlier returns the figure of the same sentence that bare quant i goes on
// from: the last count, else the last figure of another kind that fits.
func (r *reader) earlier(i int) *quant {
	q := &r.qs[i]
	if b := r.ofItsScale(i); b != nil {
		return b
	}
	var other, best *quant
	least := 0.0
	for j := i - 1; j >= 0 && j >= i-8; j-- {
		b := &r.qs[j]
		if l := r.low(r.beforeFillers(q.first)); b.f.Kind == doc.Measure && having[l] && q.n.inWords && r.countBefore(i) {
			continue // "17 ships for a coast of 853 km; Ghana has eight"
		}
		if b.f.Kind == doc.Measure && q.n.scale.Cmp(num(1e6)) >= 0 && isOne(b.n.scale) {
			continue // billions go on from no 92 km
		}
		if b.reason != "" || b.bare || b.f.Unit == "" || b.exchange() && (j < i-1 || q.first-b.end > 8 || r.verbBetween(b.end, q.first)) || r.insertedWith(b, q) || r.asideOf(b, q) || b.f.Kind != doc.Count && !r.goesOn(q, b) {
			continue
		}
		switch b.f.Kind {
		case doc.Count:
			if q.n.shape == decimals && isOne(q.n.scale) && b.n.shape != decimals && isOne(b.n.scale) && b.f.Per == "" && q.f.Per == "" && !scalars[b.f.Unit] && b.f.Unit != "" && levelVerbs[r.low(q.first-1)] {
				continue // "13 towns are there; the rate is 199.2"
			}
			if scalars[b.f.Unit] && !perNumber(b.f.Per) && (!isOne(q.n.scale) || q.n.shape == grouped) {
				continue
			}
			if r.low(b.first-1) == "(" && r.low(q.first-1) != "(" && j > 0 || b.times || q.n.shape == decimals && q.n.val.Cmp(num(1)) < 0 && b.n.shape != decimals || other != nil && j != i-1 || !counts(q, b.f.Unit) {
				continue
			}
			if s := r.unlike(q, b.n.val, i-j, r.low(b.first-1)); best == nil || s < least {
				best, least = b, s
			}
		case doc.Percent:
			if q.f.Per != "" || r.low(q.first-1) == "(" && r.low(q.end) == ";" && q.whole() {
				continue // "the Union (71; 35.1)"
			}
			if b.ofNext && (r.low(q.first-1) == "of" || determiners[r.low(q.first-1)] && r.low(q.first-2) == "of") || r.low(b.first-1) == "(" && r.low(b.end) == ")" && q.n.shape != decimals {
				continue
			}
			if b.has && b.of && b.n.shape == decimals && q.n.shape != decimals && q.whole() && r.low(q.first-1) == "," && !r.is(q.end, sign) {
				continue // "57 seats with 41.2% of the vote, four short of half"
			}
			if r.outOf(q) || q.n.val.Cmp(num(100)) > 0 && (q.n.shape == grouped || q.n.scale.Cmp(num(1)) > 0) {
				if b.has && b.of && other == nil {
					r.countOf(q, b)
					return nil
				}
				continue
			}
			if other == nil {
				other = b
			}
		case doc.Money, doc.Measure:
			if i+1 < len(r.qs) && r.qs[i+1].f.Unit == b.f.Unit && r.qs[i+1].first == q.end+1 && beside[r.low(q.end)] {
				continue // "a recount gives 9,959 with 6,683 km2"
			}
			if r.converts(j) && r.low(q.first-1) != "(" {
				continue
			}
			if l := r.low(b.end); q.whole() && isOne(q.n.scale) && b.f.Kind == doc.Money && (l == "each" || l == "apiece") {
				continue // "bought 1,300 buses at $90,000 each and wants 8,000"
			}
			if other == nil && !(q.first > 0 && r.ps[q.first-1].tag == doc.JJS) { // "the largest 500"
				other = b
			}
		case doc.Duration, doc.Age:
			prev := r.low(q.first - 1)
			if up := r.low(q.first - 2); prev == "from" && (up == "up" || up == "down") {
				return b
			}
			if other == nil && (q.n.inWords == b.n.inWords || !q.n.val.IsInt()) && (prev == r.low(b.first-1) || prev == "against" || prev == "versus" || prev == "with" && r.low(q.first-2) == "compared" || !q.n.val.IsInt() && q.n.inWords || prev == "and" || prev == "or" || prev == "," || prev == "range" || prev == "average") {
				other = b
			}
		case doc.ChangeKind:
			if other == nil && b.f.Unit != "fold" && !(b.f.Unit == "percent" && r.quoted(i)) && (b.f.Unit != "ratio" || q.n.val.Less(num(1))) && (!b.amountUnit() || q.n.val.Cmp(num(150)) < 0) && (b.f.Unit != "percent" || r.low(r.beforeFillers(q.first)) != "to") {
				other = b
			}
		}
	}
	if best != nil {
		return best
	}
	if other != nil && (other.f.Kind == doc.Duration || other.f.Kind == doc.Age) && q.n.val.Cmp(num(1000)) > 0 {
		return nil
	}
	return other
}

// beside tie a number to the measure of what it counts.
var beside = set("with covering worth on over totalling totaling")

// having are verbs of those who have a number of things.
var having = set("has have had gets got owns keeps")

// outOf reports whether q is a part of "17 out of 400", which are counts beside
// the share that they make.
func (r *reader) outOf(q *quant) bool {
	return r.low(q.end) == "out" && q.ofNext || r.low(q.first-1) == "of" && r.low(q.first-2) == "out"
}

// counts reports whether q can count things of that unit.
func counts(q *quant, unit string) bool {
	return unit != "country" && unit != "state" && unit != "member state" || q.n.val.Cmp(num(250)) <= 0
}

// complements are prepositions before a count that is not what a sentence is
// about: "15,000 fighters from 80 countries".
var complements = set("from in across over least than some about among between into at with per")

// unlike says how unlikely it is that bare q goes on from a count of value v,
// so many figures back, behind the word before: numbers of the same things
// are of similar size.
func (r *reader) unlike(q *quant, v decimal.Decimal, back int, before string) float64 {
	s := 0.4 * float64(back)
	a, _ := q.n.val.Float64()
	b, _ := v.Float64()
	if a > 0 && b > 0 {
		s += math.Abs(math.Log10(a / b))
	}
	if complements[before] {
		s += 1.2
		if auxiliary[r.low(q.end)] {
			s++
		}
	}
	return s
}
