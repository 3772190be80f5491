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
		switch {
		case r.lendsNothing(i, j):
		case b.f.Kind == doc.Count:
			if other != nil && j != i-1 || !r.countLends(q, b, j == 0) {
				continue
			}
			if s := r.unlike(q, b.n.val, i-j, r.low(b.first-1)); best == nil || s < least {
				best, least = b, s
			}
		case b.timed() && r.upOrDownFrom(q):
			return b
		case other != nil:
		case b.f.Kind == doc.Percent && b.has && b.of && r.beyondShare(q) && !r.shareApart(q, b):
			r.countOf(q, b)
			return nil
		case r.otherLends(i, j):
			other = b
		}
	}
	if best != nil {
		return best
	}
	if other != nil && other.timed() && q.n.val.Cmp(num(1000)) > 0 {
		return nil
	}
	return other
}

func (q *quant) timed() bool { return q.f.Kind == doc.Duration || q.f.Kind == doc.Age }

// lendsNothing reports whether quant j is such that no bare quant i goes on from
// it, whatever its kind.
func (r *reader) lendsNothing(i, j int) bool {
	q, b := &r.qs[i], &r.qs[j]
	if b.reason != "" || b.bare || b.f.Unit == "" {
		return true
	}
	if b.f.Kind == doc.Measure {
		if having[r.low(r.beforeFillers(q.first))] && q.n.inWords && r.countBefore(i) {
			return true // "17 ships for a coast of 853 km; Ghana has eight"
		}
		if q.n.scale.Cmp(num(1e6)) >= 0 && isOne(b.n.scale) {
			return true // billions go on from no 92 km
		}
	}
	if b.exchange() && (j < i-1 || q.first-b.end > 8 || r.verbBetween(b.end, q.first)) {
		return true
	}
	return b.f.Kind == doc.Percent && r.shareBehind(i) || (b.f.Kind == doc.Money || b.f.Kind == doc.Measure) && r.humanVerb(q.end) || r.insertedWith(b, q) || r.asideOf(b, q) || b.f.Kind != doc.Count && !r.goesOn(q, b)
}

// shareBehind reports whether quant i is told once more as a share in brackets: "19
// (4.5%) had fever".
func (r *reader) shareBehind(i int) bool {
	return i+1 < len(r.qs) && r.low(r.qs[i].end) == "(" && r.qs[i+1].first == r.qs[i].end+1 && r.qs[i+1].f.Kind == doc.Percent && r.low(r.qs[i+1].end) == ")"
}

// countLends reports whether q can be of the things that b counts; opens says
// that b is the first figure of the sentence.
func (r *reader) countLends(q, b *quant, opens bool) bool {
	whole := b.n.shape != decimals
	if q.n.shape == decimals && whole {
		if q.n.val.Cmp(num(1)) < 0 {
			return false
		}
		if isOne(q.n.scale) && isOne(b.n.scale) && b.f.Per == "" && q.f.Per == "" && !scalars[b.f.Unit] && levelVerbs[r.low(q.first-1)] {
			return false // "13 towns are there; the rate is 199.2"
		}
	}
	if scalars[b.f.Unit] && !perNumber(b.f.Per) && (!isOne(q.n.scale) || q.n.shape == grouped) {
		return false
	}
	if r.low(b.first-1) == "(" && r.low(q.first-1) != "(" && !opens {
		return false
	}
	return !b.times && counts(q, b.f.Unit)
}

// otherLends reports whether q can go on from quant j, which is no count.
func (r *reader) otherLends(i, j int) bool {
	q, b := &r.qs[i], &r.qs[j]
	switch b.f.Kind {
	case doc.Percent:
		return !r.beyondShare(q) && !r.shareApart(q, b)
	case doc.Money, doc.Measure:
		return r.amountLends(i, j)
	case doc.Duration, doc.Age:
		return r.timeLends(q, b)
	case doc.ChangeKind:
		return r.changeLends(i, b)
	}
	return false
}

// beyondShare reports whether q is a count beside a share: a part of "17 out of
// 400", or a number that no share reaches.
func (r *reader) beyondShare(q *quant) bool {
	return r.outOf(q) || q.n.val.Cmp(num(100)) > 0 && (q.n.shape == grouped || q.n.scale.Cmp(num(1)) > 0)
}

// shareApart reports whether the share b stands for itself, so that q is none.
func (r *reader) shareApart(q, b *quant) bool {
	before := r.low(q.first - 1)
	switch {
	case q.f.Per != "", before == "(" && r.low(q.end) == ";" && q.whole():
		return true // "the Union (71; 35.1)"
	case b.ofNext && (before == "of" || determiners[before] && r.low(q.first-2) == "of"):
		return true
	case q.n.shape == decimals:
		return false
	case r.low(b.first-1) == "(" && r.low(b.end) == ")":
		return true
	}
	// "57 seats with 41.2% of the vote, four short of half"
	return b.has && b.of && b.n.shape == decimals && q.whole() && before == "," && !r.is(q.end, sign)
}

// amountLends reports whether q can be of the money or unit of quant j.
func (r *reader) amountLends(i, j int) bool {
	q, b := &r.qs[i], &r.qs[j]
	if i+1 < len(r.qs) && r.qs[i+1].f.Unit == b.f.Unit && r.qs[i+1].first == q.end+1 && beside[r.low(q.end)] {
		return false // "a recount gives 9,959 with 6,683 km2"
	}
	if r.converts(j) && r.low(q.first-1) != "(" {
		return false
	}
	if l := r.low(b.end); q.whole() && isOne(q.n.scale) && b.f.Kind == doc.Money && (l == "each" || l == "apiece") {
		return false // "bought 1,300 buses at $90,000 each and wants 8,000"
	}
	return q.first == 0 || r.ps[q.first-1].tag != doc.JJS // "the largest 500"
}

func (r *reader) upOrDownFrom(q *quant) bool {
	l := r.low(q.first - 2)
	return r.low(q.first-1) == "from" && (l == "up" || l == "down")
}

// timeLinks join a bare number to the time or age before it.
var timeLinks = set("against versus and or , range average")

// timeLends reports whether q can be of the unit of the time or age b.
func (r *reader) timeLends(q, b *quant) bool {
	if !q.n.val.IsInt() {
		return q.n.inWords || r.linksTime(q, b)
	}
	return q.n.inWords == b.n.inWords && r.linksTime(q, b)
}

func (r *reader) linksTime(q, b *quant) bool {
	l := r.low(q.first - 1)
	return timeLinks[l] || l == r.low(b.first-1) || l == "with" && r.low(q.first-2) == "compared"
}

// changeLends reports whether q can be one more change like b.
func (r *reader) changeLends(i int, b *quant) bool {
	q := &r.qs[i]
	switch b.f.Unit {
	case "fold":
		return false
	case "ratio":
		return q.n.val.Less(num(1))
	case "percent":
		if r.quoted(i) || r.low(r.beforeFillers(q.first)) == "to" {
			return false
		}
	}
	return !b.amountUnit() || q.n.val.Cmp(num(150)) < 0
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
