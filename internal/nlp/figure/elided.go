package figure

import "analyze/internal/doc"

// sharesClause reports whether share q is the subject of a clause and names
// nothing itself: "a survey of 1,200 farms showed that 92 per cent keep goats".
func (r *reader) sharesClause(q *quant) bool {
	if q.f.Kind != doc.Percent || q.has || q.pronoun || q.ofNext || !r.says(q.end) {
		return false
	}
	switch r.low(r.beforeHedge(q) - 1) {
	case "that", ";", ":", ",", "and", "but", "while", "":
		return true
	}
	return r.fronted(q)
}

// beforeHedge returns where q begins with its hedges and fillers.
func (r *reader) beforeHedge(q *quant) int {
	i := q.first
	if _, n := hedgesBefore.before(r.ps, i); n > 0 {
		i -= n
	}
	return i
}

// carryShare gives share i what the figure before it in its sentence counts,
// or, at the beginning of a sentence, the last count of the one before.
func (r *reader) carryShare(i int) {
	q := &r.qs[i]
	for j := i - 1; j >= 0 && j >= i-4; j-- {
		b := &r.qs[j]
		share := b.f.Kind == doc.Percent || b.f.Kind == doc.Ratio
		if b.reason == "" && b.f.What != "" && (share || b.f.Kind == doc.Count && b.has && !b.times) {
			r.what(q, b)
			return
		}
	}
	if r.beforeHedge(q) > 1 && !(r.low(0) == "of" && r.low(2) == "," && r.beforeHedge(q) == 3) {
		return // but for "Of these, 71 per cent came from abroad"
	}
	for j := len(r.past) - 1; j >= 0 && r.past[j].sent == r.sent-1; j-- {
		if m := &r.past[j]; m.kind == doc.Count && m.what != "" && r.sameOrNext(m.sent) {
			q.f.What, q.f.WhatSpan = m.what, m.span
			return
		}
	}
}

// labelled gives quant i the noun that stands alone before it in a row of
// figures: "wages 9 percent, rent 8", "and exports 1,400 tons".
func (r *reader) labelled(i int) {
	q := &r.qs[i]
	a := r.prior(i)
	if a == nil || q.has || a.f.Unit != q.f.Unit || a.f.Unit == "person" || q.first-a.end > 12 || q.f.Kind != a.level() && q.f.Kind != a.f.Kind {
		return
	}
	k := q.first - 1
	p, ok := r.nounLeft(k)
	if !ok && r.is(k, word) && r.ps[k].tag == doc.VBZ {
		p, ok = np{k, k + 1, k}, true // "exports", taken for a verb
	}
	h := r.low(k)
	if !ok || p.first <= a.end-1 || generic[h] || goals[h] || r.unitAt(k) > 0 || r.ps[k].upper || r.actor(p) && !collective[h] && !(q.f.Kind == doc.Percent && r.pluralAt(p.head) && r.unitOf(p) == "person") || timeNoun(singular(h)) || levelVerbs[h] || changeVerb(r, k) {
		return
	}
	switch r.low(p.first - 1) {
	case ",", ";", "and":
		if r.closes(q.end) || r.is(q.end, sign) || r.low(q.end) == "and" {
			q.f.What = r.text(p.first, p.last)
			q.f.WhatSpan = doc.Span{Start: r.ps[p.first].Start, End: r.ps[p.last-1].End}
		}
	}
}

// changeVerb reports whether piece k ends a verb of change.
func changeVerb(r *reader, k int) bool {
	_, n := changeVerbs.before(r.ps, k+1)
	return n > 0 || changeNouns[r.low(k)] != ""
}

// insertedWith reports whether b stands in a relative clause between commas
// that q stands behind, and so is not what q goes on from: "the register, which
// counts ships of two ports, has 882".
func (r *reader) insertedWith(b, q *quant) bool {
	end := 0
	for j := b.end; j < q.first && j < b.end+12; j++ {
		if r.low(j) == "," && j+1 < len(r.ps) && (r.ps[j+1].tag.IsVerb() && r.ps[j+1].tag != doc.VBG && r.ps[j+1].tag != doc.VBN || r.ps[j+1].tag == doc.MD) {
			end = j
			break
		}
	}
	if end == 0 {
		return false
	}
	for j := b.first - 1; j > 0 && j > b.first-12; j-- {
		if l := r.low(j); r.low(j-1) == "," && (l == "which" || l == "who" || l == "whose") {
			return true
		} else if l == ";" {
			return false
		}
	}
	return false
}

// samePeople gives q, of whom a noun behind "were" tells more, what the last
// figure of people in its sentence or the one before counts.
func (r *reader) samePeople(q *quant) {
	for i := len(r.past) - 1; i >= 0 && r.past[i].sent >= r.sent-1; i-- {
		if m := &r.past[i]; m.kind == doc.Count && m.unit == "person" && m.what != "" && r.sameOrNext(m.sent) && m.val.Cmp(q.n.val) > 0 {
			q.f.What, q.f.WhatSpan = m.what, m.span
			return
		}
	}
}

// isPoints reports whether p, which q counts, is no more than points: "a margin
// of error of 3 points".
func (r *reader) isPoints(q *quant, p np) bool {
	return q.f.Kind == doc.Count && q.has && p.first == p.head && r.low(p.head) == "points" && (r.low(q.first-1) == "of" && apart[r.low(q.first-2)] || isBe[r.low(r.beforeHedge(q)-1)] && apart[r.low(r.beforeHedge(q)-2)])
}

// apart are nouns whose size is told in points.
var apart = set("error margin lead gap majority swing difference")

// outputs are what public sums are told as shares of.
var outputs = set("gdp gnp gni")

// shareOfOutput returns the subject where q tells its size as a share of the
// product of a country: "debt fell to 55 per cent of GDP".
func (r *reader) shareOfOutput(q *quant, p np) (np, bool) {
	if q.f.Kind != doc.Percent || !q.of || !outputs[r.low(p.head)] {
		return np{}, false
	}
	if r.low(r.beforeHedge(q)-1) == "(" {
		s, ok := r.nounLeft(r.beforeHedge(q) - 2)
		return s, ok && !r.agent(s) && !r.placed(s) && r.unitAt(s.head) == 0
	}
	if s, ok := r.apposed(q); ok {
		return s, true // "debt, at 61 percent of GDP, is high"
	}
	if v := r.verbBefore(q.first); v < 0 || !levelVerbs[r.low(v)] && r.low(r.beforeFillers(q.first)) != "to" {
		return np{}, false
	}
	s, ok := r.subject(q.first)
	return s, ok && !r.agent(s) && !r.placed(s)
}

// withSecond extends a purpose by a second noun that closes its clause: "for
// water and sanitation".
func (r *reader) withSecond(p np) np {
	if r.low(p.last) != "and" || p.last-p.first > 2 {
		return p
	}
	n, ok := r.nounPhrase(p.last + 1)
	if ok && !r.ps[n.first].upper && n.last-n.first <= 2 && n.first == p.last+1 && !r.startsNumber(n.first) && (n.last == len(r.ps) || r.is(n.last, sign) || r.ps[n.last].tag == doc.IN) {
		p.last = n.last
	}
	return p
}
