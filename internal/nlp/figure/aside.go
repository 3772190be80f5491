package figure

import "analyze/internal/doc"

// asideWords lead in brackets to a number of another time, of what was counted
// right before them: "(previous year 38)", "(2018: 1,150)".
var asideWords = set("previous last prior preceding year years month quarter week season period : from in a the same was were vs versus against compared with up down earlier before")

// fromAside reads "48 dead (previous year 38)": what stands before a bracket is
// counted in it too, at another time.
func (r *reader) fromAside(i int) {
	q := &r.qs[i]
	j := r.beforeHedge(q) - 1
	named := r.low(j) == ":"
	for n := 0; n < 4 && j > 0 && (asideWords[r.low(j)] || r.skippedAt(j) == "year" || named && r.is(j, word) && r.ps[j].upper); n++ {
		j--
	}
	a := r.prior(i)
	if r.low(j) != "(" || j == q.first-1 || a == nil || a.bare || j < a.end {
		return
	}
	end := a.end
	if a.has && a.phrase.last > end {
		end = a.phrase.last
	}
	if j > end || a.level() != doc.Count && a.level() != doc.Money && a.level() != doc.Percent && a.level() != doc.Measure && a.level() != doc.Duration {
		return
	}
	r.borrow(q, a)
	r.what(q, a)
	if q.f.Kind == doc.ChangeKind {
		q.f.Kind = a.level()
	}
}

// fromLevel gives "fell by 12,000 to 88,000 tonnes" the unit of the level that
// the change led to.
func (r *reader) fromLevel(i int) {
	q := &r.qs[i]
	if q.f.Kind != doc.ChangeKind || r.low(q.end) != "to" || i+1 >= len(r.qs) {
		return
	}
	b := &r.qs[i+1]
	if b.f.Kind != doc.Measure && b.f.Kind != doc.Money || b.first != q.end+1 && r.beforeHedge(b) != q.end+1 {
		return
	}
	q.f.Unit, q.unit, q.bare = b.f.Unit, b.unit, false
}

// fromInserted reads "several hundred, and perhaps as many as 3,000, foreigners":
// the noun stands behind the last of two numbers between commas.
func (r *reader) fromInserted(i int) {
	for last := i; last <= i+1 && last < len(r.qs); last++ {
		q := &r.qs[last]
		if r.low(q.end) != "," || last > i && (!q.bare || q.first-r.qs[i].end > 5) || last == i && (i == 0 || q.first-r.qs[i-1].end > 7 || !(r.qs[i-1].n.sort == vagueNumber || r.qs[i-1].item)) {
			continue
		}
		switch r.low(r.beforeHedge(q) - 1) {
		case "and", "perhaps", "or", "maybe", "possibly":
		default:
			continue
		}
		p, ok := r.nounPhrase(q.end + 1)
		if !ok || p.first != q.end+1 || !r.pluralAt(p.head) || r.ps[p.head].tag != doc.NNS || !(r.is(p.last, word) && (r.ps[p.last].tag.IsVerb() || auxiliary[r.low(p.last)])) {
			continue
		}
		r.takeUnit(&r.qs[i], p)
		return
	}
}

// fromScore reads the number of an index, a ratio or a score, which has no unit
// and goes on from nothing: "the gross ratio was 104.3 and the net 93", "pH lay
// between 6.4 and 8.1", "Combined ratio: 89.9".
func (r *reader) fromScore(i int) {
	q := &r.qs[i]
	p, ok := r.scored(q)
	if !ok {
		if a := r.prior(i); a != nil && a.f.Kind == doc.Count && a.has && pureScores[r.low(a.phrase.head)] && q.first-a.end < 5 && !r.verbBetween(a.end, q.first) && r.low(q.first-1) != "(" {
			r.borrow(q, a)
			r.what(q, a)
		}
		return
	}
	r.takeUnit(q, p)
	if q.f.Unit == "ratio" {
		q.f.Unit = "" // a share has it
	}
}

// scored returns the noun without unit whose number q is.
func (r *reader) scored(q *quant) (np, bool) {
	if q.first == 0 {
		return np{}, false
	}
	if r.low(q.first-1) == ":" {
		p, ok := r.nounLeft(q.first - 2)
		return p, ok && pureScores[r.low(p.head)]
	}
	v := r.verbBefore(q.first)
	if v < 0 || q.first-v > 4 || !levelVerbs[r.low(v)] && !lying[r.low(v)] {
		return np{}, false
	}
	p, ok := r.nearSubject(q.first)
	return p, ok && pureScores[r.low(p.head)] && !r.closes(p.head)
}

// pureScores are nouns of numbers without unit.
var pureScores = set("index ratio score magnitude coefficient rating ph quotient odds multiplier")

// lying are verbs of a level beside those that change.
var lying = set("lay lies read reads registered scored touched measured eased ended closed opened")

// windows are nouns that a joined time tells the span of, in which nothing
// lasts: "a 34-year low", "the 10-year yield", "the 30-day average".
var windows = set("low lows high highs average mean median yield yields bond bonds note notes gilt gilts bill bills treasury treasuries peak trough maturity rolling moving swap swaps")

// labelBefore returns the noun that stands alone before q in a row of amounts or
// at a line's start: "haddock some 61,000 t", "power demand 40 MW", "Wind 4–6
// km/h".
func (r *reader) labelBefore(q *quant) (np, bool) {
	if q.has || q.f.Kind != doc.Money && q.f.Kind != doc.Measure && q.f.Kind != doc.Percent || !(r.closes(q.end) || r.is(q.end, sign) || r.low(q.end) == "and" || r.is(q.end, word) && r.ps[q.end].tag == doc.IN && r.low(q.end) != "of") {
		return np{}, false
	}
	k := r.beforeFillers(q.first)
	p, ok := r.nounLeft(k)
	if !ok && r.is(k, word) && !stopWords[r.low(k)] && !auxiliary[r.low(k)] && (r.ps[k].tag == doc.VB && r.is(k-1, sign) || k == 0 && r.ps[k].tag == doc.IN) {
		p, ok = np{k, k + 1, k}, true // "haddock 61,000 t", taken for a verb
	}
	if !ok {
		return np{}, false
	}
	h := r.low(p.head)
	if generic[h] || goals[h] || levelVerbs[h] || changeVerb(r, p.head) || timeNoun(singular(h)) || r.unitAt(p.head) > 0 || r.actor(p) || r.agent(p) || r.placed(p) || moneyVerbs[h] || awayWords[h] || casualtyWords[h] || r.ps[p.head].upper && p.first > 0 {
		return np{}, false
	}
	switch l := r.low(p.first - 1); l {
	case "":
		return p, r.closes(q.end) || r.is(q.end, sign)
	case ",", ";", "and":
		return p, !(l == "and" && r.ps[max(0, p.first-2)].tag.IsNoun() && r.verbBetween(max(0, p.first-2), q.first))
	}
	return np{}, false
}
