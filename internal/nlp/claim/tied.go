package claim

import (
	"strings"
	"sync"

	"analyze/internal/doc"
	"analyze/internal/nlp/gazetteer"
)

// tied reports whether the place s stands right before figure f and is its own: "Tonga
// with 33 percent", "Peru's at 9 percent", "Chile's 40 ships", "Kenya, where 90".
func (v *view) tied(s *site, f int) bool {
	a := v.first[f]
	if s.last > a || s.weak {
		return false
	}
	if open := v.bracket(a); open > 0 && s.last <= open && a == open+1 && open-s.last < 8 && !v.anyFigure(s.last, open) && v.comparesFor(s) {
		for k := s.last; k < open; k++ {
			if v.ends(k) {
				return false
			}
		}
		return true // "more than Brazil did four years ago ($11 billion)"
	}
	link := v.is(s.last, "at") && s.last+1 == a && v.is(v.beforeSite(s.first)-1, "those", "that")
	for k := s.last; k < a; k++ {
		switch {
		case v.is(k, "with") || v.tag(k) == doc.POS:
			link = true
		case k > s.last+3 || !v.is(k, "at", "on", "about", "around", "some", "just", "only", "over", "nearly", "almost", "a", "an", "is", "was") && !v.isComma(k):
			return false
		}
	}
	return link
}

// comparesFor reports whether the place s is the subject of what something is set
// against: "than Brazil did", "what Chad spent".
func (v *view) comparesFor(s *site) bool {
	return v.is(v.beforeSite(s.first), "than", "as", "what")
}

// figureInPart reports whether a figure stands between word i and the next semicolon.
func (v *view) figureInPart(i int) bool {
	for k := i; k < len(v.w) && !v.is(k, ";"); k++ {
		if v.figureAt(k) {
			return true
		}
	}
	return false
}

// placedBetween reports whether between words lo and hi, in one statement, a place is
// named where something is done: "France won the final in Moscow before 900 people".
func (v *view) placedBetween(lo, hi int) bool {
	for k := lo; k < hi; k++ {
		switch {
		case v.isComma(k), v.is(k, ";", "and"), v.figureAt(k), v.clause[k] > 0:
			return false
		case v.is(k, "in", "at", "near") && v.isPlace(k+1) && v.timeAt[k+1] < 0 && !v.isNoun(k-1), v.is(k, "in", "at", "near") && v.isPlace(k+1) && v.verbBetween(lo, k):
			return true
		}
	}
	return false
}

// tiedElsewhere reports whether the place s, behind figure f, is tied to the figure that
// follows it.
func (v *view) tiedElsewhere(s *site, f int) bool {
	for g := f + 1; g < len(v.first); g++ {
		if v.first[g] >= s.last {
			return v.tied(s, g) && v.clause[v.first[g]] == v.clause[v.first[f]]
		}
	}
	return false
}

// partIn reports whether the place at word i, behind figure f, says where a part of what
// f counts is: "900 acres of paddy, of which 40 in Hue", "12 of the 25 men were born in
// Lagos" for the 25.
func (v *view) partIn(i, f int) bool {
	for k := v.last[f]; k+1 < i; k++ {
		if v.is(k, "of") && (v.is(k+1, "which", "whom") && v.anyFigure(k, i) || v.is(k+1, "it", "them", "these", "whom") && k > v.last[f] && (v.is(k-1, "most", "many", "all") || v.figureAt(k-1))) {
			return true
		}
	}
	return f > 0 && v.partBefore(f) && v.verbBetween(v.last[f], i)
}

// partBefore reports whether figure f is the whole of the one right before it: the 25 of
// "12 of the 25 men".
func (v *view) partBefore(f int) bool {
	k := v.last[f-1]
	return v.is(k, "of") && v.first[f] <= k+3 && (v.first[f] == k+1 || v.tag(k+1) == doc.DT || v.tag(k+1) == doc.PRPS || v.tag(k+1) == doc.POS)
}

// endOfPhrase gives the word behind figure f and the whole that it is a part of.
func (v *view) endOfPhrase(f int) int {
	if f+1 < len(v.first) && v.partBefore(f+1) {
		return v.last[f+1]
	}
	return v.last[f]
}

// whereTold gives the place that the relative clause of figure f is about: "Cardiff, where
// he ran a wing of 190", "Peru, which has had 90 cases"; -1 where the clause names
// another for it or there is none.
func (v *view) whereTold(list []site, f int) int {
	c := v.clause[v.first[f]]
	if c == 0 {
		return -1
	}
	best := -1
	for i := range list {
		s := &list[i]
		switch {
		case s.weak || s.label || s.owner == f || s.last >= len(v.w):
		case v.isComma(s.last) && v.clause[min(s.last+1, len(v.w)-1)] == c && s.last+1 < v.first[f] && v.clause[s.first] != c:
			if v.is(s.last+1, "where") || v.is(s.last+1, "which") && v.is(s.last+2, "has", "had", "have", "hosts", "holds", "counts", "counted", "shelters", "registered", "recorded", "reported", "lost") {
				best = i
			}
		case v.clause[s.first] == c && (s.first < v.first[f] && !s.subject || s.first >= v.first[f] && v.between(v.last[f], s.first) == 0):
			return -1
		}
	}
	return best
}

// capitals gives the capital of each country by its code.
var capitals = sync.OnceValue(func() map[string]*gazetteer.Entry {
	m := map[string]*gazetteer.Entry{}
	gazetteer.Default().Entries(func(e *gazetteer.Entry) bool {
		if e.Capital && m[e.Country] == nil {
			m[e.Country] = e
		}
		return true
	})
	return m
})

// capitalOf makes of the adjective of a country, s, its capital: "the Chadian capital".
func (v *view) capitalOf(s *site) bool {
	e := capitals()[s.country]
	if e == nil {
		return false
	}
	s.name, s.key, s.subtype, s.referent = e.Name, e.ID, e.Kind.Subtype(), -1
	return true
}

// tellers are people who speak of what they see round them, so that where they are is
// where they count.
var tellers = wordSet("teachers nurses doctors farmers residents villagers fishermen miners workers refugees prisoners inmates patients parents pupils students shopkeepers drivers mothers women men " +
	"families people herders midwives medics survivors witnesses neighbours neighbors locals elders fishers sailors dockers")

// whereTheySpeak gives a figure that has no place the one that the words for its speakers
// name: "Teachers in Chad's camps told us that each faces 140 pupils". A ministry that
// speaks from a capital tells of its country.
func (r *reader) whereTheySpeak(c *doc.Claim, f int, sites []site) {
	v := r.v
	a := v.sourceOf(f)
	if a == nil || c.Unit == "country" || v.lasts(f) || v.anyOf(worldWords, 0, len(v.w)) {
		return
	}
	for i := range sites {
		if !sites[i].weak {
			return
		}
	}
	if r.ofRegister(c, a) {
		return
	}
	for i := max(a.first, 0); i+2 < len(v.w) && i < a.first+4; i++ {
		ministry := ministries[v.low(i)] || v.is(i, "authorities", "officials")
		if !ministry && (!tellers[v.low(i)] || v.w[i].mention >= 0) {
			continue
		}
		k := i + 1
		if ministry && v.w[i].mention >= 0 {
			_, k = v.extent(i)
		}
		for !v.is(k, "in", "at", "of", "from") && k < i+3 {
			k++
		}
		men := v.mention(k + 1)
		if k >= len(v.w) || !v.is(k, "in", "at", "of", "from") || men == nil || men.Type != doc.Place || men.Form == doc.Adjective {
			continue
		}
		first, last := v.extent(k + 1)
		s := v.siteAt(first, last)
		if !v.name(&s, men) || ministry && !v.isCapital(&s) {
			return
		}
		if e := gazetteer.Default().Country(s.country); ministry && e != nil {
			s.name, s.referent = e.Name, -1
		}
		c.Places = s.at(doc.Location)
		return
	}
}

// landOfBody is the country that the name of the body that is mention i ends with: "Ministry
// of Health of Chad"; nil for none.
func (r *reader) landOfBody(i int) *gazetteer.Entry {
	if i >= len(r.d.ReferentOf) || r.d.ReferentOf[i] < 0 {
		return nil
	}
	e := gazetteer.Default().Country(r.d.Referents[r.d.ReferentOf[i]].Country)
	if e == nil || !strings.HasSuffix(r.d.Slice(r.d.Mentions[i].Span), " of "+e.Name) {
		return nil
	}
	return e
}

// registering are verbs of bodies that count what is in their own land.
var registering = wordSet("registered registers recorded records counted counts count stopped stops intercepted rescued saved logged detained arrested issued received receives hired hires spent spends ask asks asked request requested requests employs employed notified reported confirmed")

// ofRegister gives a figure the land of the body that registers or asks for it: "Chile's
// migration service registered 900 arrivals".
func (r *reader) ofRegister(c *doc.Claim, a *attribution) bool {
	v := r.v
	if a.verb < 0 || !registering[v.low(a.verb)] && !v.is(a.verb+1, "asked", "requested") || a.who.first < 0 || a.who.last > len(v.w) {
		return false
	}
	at := a.who.first
	if k := a.who.last - 1; k > at && v.isPlace(k) {
		if first, _ := v.extent(k); v.is(first-1, "of") {
			at = first // "the health ministry of Chad"
		}
	}
	men := v.mention(at)
	if men != nil && men.Type == doc.Org {
		if e := r.landOfBody(v.w[at].mention); e != nil {
			s := countrySite(e)
			c.Places = s.at(doc.Location)
			return true
		}
	}
	if men == nil || men.Type != doc.Place && men.Form != doc.Adjective {
		return false
	}
	first, last := v.extent(at)
	s := v.siteAt(first, last)
	if men.Form != doc.Adjective && v.tag(last) != doc.POS && at == a.who.first || !v.name(&s, men) || s.name == "" {
		return false
	}
	c.Places = s.at(doc.Location)
	return true
}
