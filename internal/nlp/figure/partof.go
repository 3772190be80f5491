package figure

import "analyze/internal/doc"

// carryCount resolves "3,400 of which", "half of them".
func (r *reader) carryCount(i int) {
	q := &r.qs[i]
	switch {
	case r.ofThat(i):
	case q.f.Kind == doc.Money:
		q.bare = false
		if i > 0 && r.qs[i-1].f.Kind == doc.Money {
			r.what(q, &r.qs[i-1])
		}
	case r.partOfAmount(i), r.partOfNoun(i), r.shareOfAmount(i), r.partOfFigure(i):
	default:
		r.partOfPast(q)
	}
}

// partOfAmount gives a count the unit of the amount that it is a part of.
func (r *reader) partOfAmount(i int) bool {
	q, b := &r.qs[i], r.prior(i)
	if b == nil || q.f.Kind != doc.Count {
		return false
	}
	if b.f.Kind != doc.Count && b.unit.name != "" && !b.bare && r.follows(q, b) && !(b.f.Kind == doc.Duration && r.countBefore(i)) {
		r.borrow(q, b) // "11,340 hours, 2,870 of them on type"
		return true
	}
	scaled := !isOne(q.n.scale) || q.n.shape == decimals && b.n.scale.Cmp(num(1000)) >= 0
	if b.f.Kind == doc.Money && scaled && q.first-b.end < 8 && r.fronted(q) {
		return r.goesOnFrom(q, b) // "€43.7 billion in aid, of which 34.3 billion was paid"
	}
	return false
}

// peopleIn reports whether people are counted before quant i in its sentence.
func (r *reader) peopleIn(i int) bool {
	for i--; i >= 0; i-- {
		if b := &r.qs[i]; b.reason == "" && b.f.Kind == doc.Count && b.f.Unit == "person" {
			return true
		}
	}
	return false
}

// ofWhichThere returns the noun of "clear nights, of which there are about 140".
func (r *reader) ofWhichThere(q *quant) (np, bool) {
	i := r.beforeFillers(r.beforeHedge(q)) - 1
	if r.low(i) != "there" || r.low(i-2) != "of" || r.low(i-3) != "," {
		return np{}, false
	}
	p, ok := r.nounLeft(i - 4)
	return p, ok && r.pluralAt(p.head)
}

// partOfNoun gives q the noun without a number that "them" means.
func (r *reader) partOfNoun(i int) bool {
	q := &r.qs[i]
	p, ok := r.thereAre(i)
	if !ok {
		p, ok = r.ofWhichThere(q)
	}
	if !ok {
		p, ok = r.inserted(q) // "Season tickets, 22,500 of them, cost"
	}
	if !ok {
		p, ok = r.themBefore(i)
	}
	if !ok {
		return false
	}
	q.ofNoun(p)
	q.bare = false
	if q.f.Kind == doc.Count {
		q.f.Unit = r.unitOf(p)
	}
	return true
}

// shareOfAmount gives a share what the measure or sum before it is of.
func (r *reader) shareOfAmount(i int) bool {
	q := &r.qs[i]
	if q.f.Kind == doc.Count {
		return false
	}
	if b := r.prior(i); b != nil && b.measured() && q.first-b.end < 5 {
		r.what(q, b) // "1,400 tonnes, most of them"
		return true
	}
	if l := r.low(q.end + 1); l != "that" && l != "it" && l != "this" {
		return false
	}
	for j := i - 1; j >= 0 && j >= i-3; j-- {
		if b := &r.qs[j]; b.reason == "" && b.measured() {
			r.what(q, b) // "at a cost of $40 each; they pay 72 percent of that"
			return true
		}
	}
	return false
}

func (q *quant) measured() bool { return q.f.Kind == doc.Measure || q.f.Kind == doc.Money }

// partOfFigure gives q the noun of the share or count before it in its sentence.
func (r *reader) partOfFigure(i int) bool {
	q, whom := &r.qs[i], r.ofWhom(i)
	for j := i - 1; j >= 0 && j >= i-6; j-- {
		b := &r.qs[j]
		if b.reason != "" {
			continue
		}
		if (b.f.Kind == doc.Ratio || b.f.Kind == doc.Percent) && b.has && (b.of || q.f.Kind == doc.Ratio) {
			r.what(q, b)
			if q.f.Kind == doc.Count {
				r.countOf(q, b)
			}
			q.bare = false
			return true
		}
		if b.f.Kind == doc.Count && b.f.Unit != "person" && r.low(q.end) == "of" && r.low(q.end+1) == "them" && isPersonWord(r.low(q.end+2)) && r.peopleIn(j) {
			continue // "players from 71 clubs, 140 of them women"
		}
		if b.f.Kind == doc.Count && b.f.Unit != "" && !b.times && counts(q, b.f.Unit) && !(whom && b.f.Unit != "person") && !r.restatesWhole(i, j) {
			if q.f.Kind == doc.Count {
				q.f.Unit = b.f.Unit
			}
			r.what(q, b)
			q.bare = false
			return true
		}
	}
	return false
}

// restatesWhole reports whether ratio i tells a count before count j once more:
// "100,000 homes in four counties, or one in six".
func (r *reader) restatesWhole(i, j int) bool {
	q := &r.qs[i]
	return q.f.Kind == doc.Ratio && !q.pronoun && complements[r.low(r.qs[j].first-1)] && r.low(r.beforeFillers(q.first)) == "or" && r.countBefore(j)
}

// partOfPast gives q the noun of the last count of the sentences before.
func (r *reader) partOfPast(q *quant) {
	for j := len(r.past) - 1; j >= 0; j-- {
		if m := &r.past[j]; m.kind == doc.Count && r.sent-m.sent < reach && counts(q, m.unit) {
			if q.f.Kind == doc.Count {
				q.f.Unit = m.unit
			}
			q.f.What, q.f.WhatSpan = m.what, m.span
			q.bare = false
			return
		}
	}
}
