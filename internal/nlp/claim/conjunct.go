package claim

import (
	"slices"

	"analyze/internal/doc"
)

// conjuncts marks the places that begin a statement of their own behind another:
// "Peru gave 40 tents and France a clinic with 12 beds", "…, and Chad took 90".
// What was counted before them is not theirs.
func (v *view) conjuncts(list []site) []site {
	var subject *site
	for i := range list {
		s := &list[i]
		if s.weak || s.owner >= 0 {
			continue
		}
		k := s.first - 1
		for k > 0 && v.tag(k) == doc.DT {
			k--
		}
		joined := i > 0 && list[i-1].group == s.group || i+1 < len(list) && list[i+1].group == s.group
		if k > 0 && !joined && (v.is(k, "and", "but", "while", "whereas", ";", ",")) && v.states(s.last) {
			s.conjunct, s.subject, s.role = true, true, doc.Location
			if m, ok := v.verbAfter(s.last); ok && m.subject != doc.NoRole {
				s.role = m.subject
			} else if subject != nil && !ok {
				s.role = subject.role
			}
		}
		if s.subject && subject == nil {
			subject = s
		}
	}
	return list
}

// states reports whether from word i on, before any preposition, a finite verb or
// a figure follows: the name before it is a subject.
func (v *view) states(i int) bool {
	if v.tag(i) == doc.POS {
		return false
	}
	for k := i; k < len(v.w) && k < i+12; k++ {
		switch t := v.tag(k); {
		case v.figureAt(k):
			return true
		case v.w[k].mention >= 0:
		case t == doc.VBD || t == doc.VBZ || t == doc.VBP || t == doc.MD:
			return true
		case v.is(k, ";", "and", "but", ")"), k == i && t == doc.IN:
			return false
		}
	}
	return false
}

// ownStatement reports whether figure f is the subject of a statement that a comma
// and a conjunction set off, and whose verb stands before word hi: "…, and 900 have
// left Hama".
func (v *view) ownStatement(f, hi int) bool {
	if f >= len(v.first) || !v.is(v.first[f]-1, "and", "but", "while") || !v.isComma(v.first[f]-2) {
		return false
	}
	for k := v.last[f]; k < hi && k < v.last[f]+4; k++ {
		if t := v.tag(k); (t == doc.VBD || t == doc.VBZ || t == doc.VBP || t == doc.MD) && v.w[k].mention < 0 {
			return true
		}
	}
	return false
}

// elsewhereTold are words for what became of some of those who were counted: where
// they were brought is not where the others were struck.
var elsewhereTold = wordSet("hospital hospitals treated taken flown sent brought buried transferred moved evacuated airlifted repatriated detained jailed")

// inCommon reports whether figure f has a place in common with the figures that "and"
// joins to it: "10 people died and 20 were wounded in Kabul". The words lo to hi lie
// between it and the place.
func (v *view) inCommon(lo, hi, f int) bool {
	and := false
	for k := lo; k < hi; k++ {
		if v.is(k, ";", "including", "but") || v.has(k, partsOff) || elsewhereTold[v.low(k)] {
			return false
		}
	}
	for g := f + 1; g < len(v.first) && v.first[g] < hi; g++ {
		k := v.first[g] - 1
		if v.d.Figures[v.figures[g]].Kind != doc.Count || v.is(v.last[g], "of") && v.is(v.last[g]+1, "them", "whom", "these", "those", "which") {
			return false
		}
		if v.is(k, "wounding", "injuring", "killing", "hurting", "damaging", "destroying") {
			k--
		}
		switch {
		case v.is(k, "and"):
			and = true
		case !v.isComma(k):
			return false
		}
	}
	return and && v.d.Figures[v.figures[f]].Kind == doc.Count
}

// partTold reports whether figure f is a whole, "of 70 men", of which the figure
// that follows says something by a verb of its own before word hi.
func (v *view) partTold(hi, f int) bool {
	if f+1 >= len(v.first) || v.first[f+1] >= hi || !v.is(v.first[f]-1, "of") && !v.is(v.first[f]-2, "of") {
		return false
	}
	for k := v.first[f] - 1; k >= 0 && k >= v.first[f]-2; k-- {
		if v.is(k, "of") {
			return (k == 0 || v.ends(k-1) || v.is(k-1, "and")) && v.verbBetween(v.last[f+1], hi)
		}
	}
	return false
}

// pastBracket reports whether figure f stands in brackets that close before word i.
func (v *view) pastBracket(f, i int) bool {
	a := v.first[f]
	if v.bracket(a) == 0 {
		return false
	}
	for k := v.last[f]; k < i && k < len(v.w); k++ {
		if v.tag(k) == doc.RParen || v.is(k, ")", "]") {
			return true
		}
	}
	return false
}

// paired gives the second figure of "from 40 to 60" the places of the first, where
// it names none itself.
func (r *reader) paired(c *doc.Claim, f int, sites []site) bool {
	v := r.v
	if f == 0 || !v.is(v.first[f]-1, "to") || !v.is(v.first[f-1]-1, "from") || v.first[f]-v.last[f-1] > 12 {
		return false
	}
	for i := range sites {
		if s := &sites[i]; !s.weak && s.last > v.last[f-1] && s.first < v.last[f]+3 && !v.conjoined(v.last[f], s.first) {
			return false
		}
	}
	o := &r.d.Claims[v.figures[f-1]]
	c.Places = append([]doc.ClaimPlace(nil), o.Places...)
	return len(o.Places) > 0
}

// maxFigureGap is how many words may part a figure from the one before it in its
// sentence whose place it takes.
const maxFigureGap = 25

// besideOf gives figure f, which has no place, that of the figure before it in the
// sentence where nothing between them or behind names another: "Kenya has nine
// ferries; three are out of service".
func (r *reader) besideOf(c *doc.Claim, f int, p pointer, sites []site) {
	v := r.v
	g := f - 1
	for p.parts && g > 0 && v.lasts(g) {
		g--
	}
	if g < 0 || len(c.Places) > 0 || v.elsewhere(f) || v.list.lead > 0 || v.lasts(f) || v.lasts(g) || v.first[f]-v.last[g] > maxFigureGap {
		return
	}
	o := &r.d.Claims[v.figures[g]]
	if len(o.Places) == 0 || v.clause[v.first[g]] > 0 && v.clause[v.first[f]] == 0 && p.to != o || v.anyOf(worldWords, v.last[g], len(v.w)) || c.Unit == "country" {
		return
	}
	for i := range sites {
		if s := &sites[i]; s.label || s.first >= v.last[g] && (!s.weak || s.subject) && !(s.last <= v.first[f] && liesAt(o, s.name)) {
			return
		}
	}
	for _, place := range o.Places {
		if place.Role == doc.Location || p.to == o || c.Unit == "person" && c.WhatSpan == o.WhatSpan && c.WhatSpan.Len() > 0 {
			c.Places = append(c.Places, place)
		}
	}
}

// liesAt reports whether c has the place of that name.
func liesAt(c *doc.Claim, name string) bool {
	return slices.ContainsFunc(c.Places, func(p doc.ClaimPlace) bool { return p.Name == name })
}
