package claim

import "analyze/internal/doc"

// A listing is a sentence that goes through things one by one: "Tunisia
// (5,000), Jordan (2,000)". What stands before its colon holds for all.
type listing struct {
	lead  int  // words before it introduce the list; 0 for none
	end   int  // words from here on close it
	comes bool // its figures count those who come from its places
}

// readListing finds out whether the sentence is a list and what introduces it.
func (v *view) readListing() listing {
	var l listing
	n := 0
	for f := range v.first {
		if v.labelOf(f) >= 0 || v.itemOf(f) {
			n++
		}
	}
	for k := range v.w {
		if !v.is(k, ":", "follows:") || len(v.first) == 0 || v.w[k].figure >= 0 {
			continue
		}
		if m := v.between(k, len(v.w)+1); m > 1 && (n > 1 || v.between(0, k) == 0 && v.semicolons(k) > 0) {
			l.lead = k
		}
		break
	}
	if l.lead > 0 || n > 1 {
		l.end = v.last[len(v.last)-1]
		l.comes = v.comeFrom(v.first[0])
	}
	return l
}

func (v *view) semicolons(from int) (n int) {
	for k := from; k < len(v.w); k++ {
		if v.is(k, ";") {
			n++
		}
	}
	return n
}

// comeFrom reports whether the words before word end speak of people who come
// from the places of a list, not of where they are.
func (v *view) comeFrom(end int) bool {
	for k := 0; k < end; k++ {
		if v.is(k, "host", "hosts", "hosted", "registered", "live", "living", "where", "shelter", "stay") {
			return false
		}
	}
	for k := 0; k < end; k++ {
		if v.is(k, "origin", "nation", "nationality", "nationalities", "citizenship", "from", "foreign", "foreigners", "fighters",
			"recruits", "left", "joined", "travelled", "traveled", "came", "arrivals", "volunteers", "soldiers", "emigrants", "migrants") {
			return true
		}
	}
	return false
}

// itemOf reports whether figure f stands in brackets right behind a noun:
// "fuel (14%)".
func (v *view) itemOf(f int) bool {
	i := v.first[f] - 1
	if i < 1 || !v.is(i, "(", "[") {
		return false
	}
	if i--; v.isComma(i) {
		i--
	}
	return v.isNoun(i)
}

// labelOf gives the first word of the place that labels figure f in a list:
// "Tunisia (5,000)", "Belgium (470; unofficially 480)", "Rwanda 3,200",
// "Hama – 4 killed"; -1 for none.
func (v *view) labelOf(f int) int {
	k := v.first[f] - 1
	for k >= 0 && (v.tag(k) == doc.RB && v.w[k].mention < 0 || v.is(k, "/")) {
		k--
	}
	if k < 0 {
		return -1
	}
	if i := v.bracket(v.first[f]); i > 0 {
		k = i - 1
		if v.isComma(k) {
			k--
		}
		return v.placeEnding(k)
	}
	if v.is(k, ":") || v.isDash(k) || v.is(k, "[") {
		i := v.placeEnding(k - 1)
		if i > 0 && (v.tag(i-1).IsVerb() || v.tag(i-1) == doc.MD) && v.w[i-1].mention < 0 {
			return -1 // "Spain overtook Italy: 900 people landed"
		}
		return i
	}
	if i := v.placeEnding(k); i > 1 && v.is(i-1, "and") && v.isPlace(i-2) {
		return -1 // "in Lyon and Lille 40"
	} else if i >= 0 && (i == 0 || v.ends(i-1) || v.is(i-1, "and", "the", ":")) && v.mention(k).Form != doc.Adjective {
		return i
	}
	return -1
}

// bracket gives the opening bracket that word i stands in, 0 for none. A
// closing one before it ends the search, so that a missing one does no harm.
func (v *view) bracket(i int) int {
	for k := i - 1; k > 0 && k > i-12; k-- {
		switch {
		case v.tag(k) == doc.RParen || v.is(k, ")", "]"):
			return 0
		case v.is(k, "(", "["):
			return k
		}
	}
	return 0
}

// placeEnding gives the first word of the name of a place that ends at word k,
// -1 if none does.
func (v *view) placeEnding(k int) int {
	men := v.mention(k)
	if men == nil || men.Type != doc.Place && men.Form != doc.Adjective && men.Type != doc.Group {
		return -1
	}
	first, _ := v.extent(k)
	return first
}

// label ties the places of a list to their figures.
func (v *view) label(sites []site, l listing) []site {
	head, colon := v.headLabel()
	for f := range v.first {
		at := v.labelOf(f)
		next := len(v.w)
		if f+1 < len(v.first) {
			next = v.first[f+1]
		}
		if at < 0 && head >= 0 && !v.placeBetween(colon, next) {
			at = head
		}
		if at < 0 {
			continue
		}
		role := doc.Location
		if l.comes && v.d.Figures[v.figures[f]].Kind == doc.Count {
			role = doc.Origin
		}
		sites = v.labelSite(sites, at, f, role)
	}
	return sites
}

// headLabel gives the place that a line of a list begins with and the colon or
// dash behind it: "• Sudan: 12 camps, 3,400 families". -1 for none.
func (v *view) headLabel() (at, colon int) {
	for k := 1; k < len(v.w) && k < 8; k++ {
		if !v.is(k, ":") && !v.isDash(k) {
			continue
		}
		at = v.placeEnding(k - 1)
		if at < 0 || at > 2 {
			return -1, 0
		}
		for i := 0; i < at; i++ {
			if v.isNoun(i) || v.tag(i).IsVerb() || v.mention(i) != nil {
				return -1, 0
			}
		}
		if _, last := v.extent(k - 1); last > k {
			return -1, 0
		}
		return at, k
	}
	return -1, 0
}

// placeBetween reports whether a place stands between two words.
func (v *view) placeBetween(from, to int) bool {
	for k := from; k < to; k++ {
		if v.placeEnding(k) >= 0 {
			return true
		}
	}
	return false
}

// labelSite makes the place at word at the label of figure f.
func (v *view) labelSite(sites []site, at, f int, role doc.PlaceRole) []site {
	for i := range sites {
		s := &sites[i]
		if s.first != at {
			continue
		}
		old := s.group
		if !s.label {
			s.label, s.owner, s.role, s.group, s.weak = true, f, role, len(v.w)+i, false
		}
		s.upto = f
		if _, last := v.extent(at); v.is(last, "and") && v.isPlace(last+1) || at > 0 && v.is(at-1, "and") && v.isPlace(at-2) {
			v.labelGroup(sites, i, old)
		}
		return sites
	}
	men := v.mention(at)
	_, last := v.extent(at)
	s := site{first: at, last: last, referent: v.referent(v.w[at].mention), owner: f, upto: f, label: true, role: role, group: 2*len(v.w) + at}
	if !v.name(&s, men) {
		return sites
	}
	return append(sites, s)
}

// deals reports whether the sentence deals several things out to its figures.
func (v *view) deals() bool {
	for k := range v.w {
		if v.is(k, "respectively") {
			return len(v.figures) > 1
		}
	}
	return false
}

// labelGroup makes the places of a group labels with the one at i: "Lyon, Lille and Metz:
// 40 shops".
func (v *view) labelGroup(sites []site, i, group int) {
	s := sites[i]
	if _, last := v.extent(s.first); !v.is(last, ":") && !v.isDash(last) {
		return
	}
	for k := range sites {
		if p := &sites[k]; p.group == group && !p.label {
			p.label, p.owner, p.upto, p.role, p.group, p.weak = true, s.owner, s.upto, s.role, s.group, false
		}
	}
}

// respective gives the place of figure f where the sentence deals them out: "A, B and C
// took 1, 2 and 3 respectively", "A and B 14% and 13%"; nil if it does not.
func (v *view) respective(f int, sites []site) *site {
	if s := v.matched(f, sites); s != nil {
		return s
	}
	lo, hi := 0, len(v.figures)
	told := v.deals()
	if !told {
		if lo, hi = v.dealt(f); hi-lo != 2 {
			return nil
		}
	} else if a, b := v.row(f); b-a > 1 {
		lo, hi = a, b
	}
	for i := 0; i < len(sites); {
		j := i
		for j < len(sites) && sites[j].group == sites[i].group {
			j++
		}
		if j-i == hi-lo && (told || v.dealsOut(sites[i:j], lo)) {
			return &sites[i+f-lo]
		}
		i = j
	}
	return nil
}

// matched gives the place of figure f where a pair behind a colon tells what stands before
// it of a place and of the one that it is set against: "Cork gets less rain than Bern: 560
// mm against 590"; nil if it does not.
func (v *view) matched(f int, sites []site) *site {
	if len(v.figures) != 2 || len(sites) < 2 || !v.setFrom(1) || !v.is(v.first[0]-1, ":") {
		return nil
	}
	a, b := &sites[0], &sites[1]
	if b.last > v.first[0]-1 || !a.subject && !a.fronted || !v.is(v.beforeSite(b.first), "than") {
		return nil
	}
	return &sites[f]
}

// row gives the figures round figure f that only commas and "and" part.
func (v *view) row(f int) (lo, hi int) {
	joined := func(f int) bool {
		for k := v.last[f]; k < v.first[f+1]; k++ {
			if !v.isComma(k) && !v.is(k, "and") {
				return false
			}
		}
		return true
	}
	for lo = f; lo > 0 && joined(lo-1); lo-- {
	}
	for hi = f + 1; hi < len(v.first) && joined(hi-1); hi++ {
	}
	return lo, hi
}

// dealt gives the figures that "and" joins to figure f with nothing else between them.
func (v *view) dealt(f int) (lo, hi int) {
	lo, hi = f, f+1
	if f > 0 && v.is(v.last[f-1], "and") && v.last[f-1]+1 == v.first[f] && v.alike(f-1, f) {
		lo--
	}
	if hi < len(v.first) && v.is(v.last[f], "and") && v.last[f]+1 == v.first[hi] && v.alike(f, hi) {
		hi++
	}
	return lo, hi
}

// alike reports whether figures f and g measure in one unit, which the first leaves out or
// has as a sign, and no noun stands between them.
func (v *view) alike(f, g int) bool {
	a, b := &v.d.Figures[v.figures[f]], &v.d.Figures[v.figures[g]]
	if a.WhatSpan.Len() > 0 && a.WhatSpan.Start >= a.Start && a.WhatSpan.Start < b.Start {
		return false
	}
	return a.Kind == b.Kind && a.Unit == b.Unit || a.Unit == "" || a.Kind == doc.Count && b.Kind != doc.Count
}

// dealsOut reports whether the places of a pair stand before figure f with no other figure
// between, joined by "and".
func (v *view) dealsOut(pair []site, f int) bool {
	p := &pair[1]
	return v.is(p.first-1, "and") && p.last <= v.first[f] && v.first[f]-p.last < 6 && v.between(p.last, v.first[f]) == 0 && v.commas(p.last, v.first[f]) == 0
}
