package claim

import (
	"slices"
	"strings"

	"analyze/internal/doc"
	"analyze/internal/nlp/gazetteer"
)

// maxTrail is how many of the places named before are kept to be pointed back to.
const maxTrail = 8

// A trodden is a place with the block that names it.
type trodden struct {
	site
	block int
}

// keep notes that the sentence names the place s.
func (r *reader) keep(s site) {
	if len(r.trail) == maxTrail {
		copy(r.trail, r.trail[1:])
		r.trail = r.trail[:maxTrail-1]
	}
	r.trail = append(r.trail, trodden{s, r.block})
}

// there adds the place that "there" points back to: one named before it in the
// sentence, else the last one of the sentence before.
func (r *reader) there(list []site) []site {
	v := r.v
	for i := range v.w {
		if !v.is(i, "there") || v.has(i+1, auxiliary) && !v.figureAt(i-1) || v.tag(i+1) == doc.MD || (v.tag(i+1) == doc.VBP || v.tag(i+1) == doc.VBZ) && !v.figureAt(i-1) || i == 0 || v.w[i].mention >= 0 {
			continue
		}
		s := r.lately
		if p := v.placeBefore(i); p.name != "" {
			s = p
		}
		for k := range list {
			if p := &list[k]; p.last <= i && !p.weak && p.role != doc.Origin && v.clause[p.first] == 0 && !p.label {
				s = *p
			}
		}
		if s.name == "" {
			continue
		}
		s = s.pointing(i, 3*len(v.w)+i)
		s.role = doc.Location
		if v.is(i-1, "from") {
			s.role = doc.Origin
			list = append(list, s)
			continue
		}
		if m, ok := v.motion(i); ok && m.in == doc.Location && m.object == doc.NoRole && m.subject == doc.NoRole && !v.is(i-1, "stay", "stayed", "remain", "remained", "live", "lived", "living", "fight", "fought", "die", "died", "dying") {
			s.role = doc.Destination
		} else if ok && m.in == doc.Destination {
			s.role = doc.Destination
		}
		list = append(list, s)
	}
	return r.definite(r.subjectAgain(v.both(list)))
}

// both adds the two places last named as subjects where "both" is the subject behind them:
// "Chad has paid since 1990, Mali since 2001; both spend 2 percent".
func (v *view) both(list []site) []site {
	for i := 1; i < len(v.w); i++ {
		if !v.is(i, "both") || !v.ends(i-1) || !v.verbBetween(i+1, i+2) && !v.verbBetween(i+2, i+3) {
			continue
		}
		var two []site
		for k := len(list) - 1; k >= 0 && len(two) < 2; k-- {
			if p := &list[k]; p.last <= i && !p.weak && p.role != doc.Origin && !p.label && (len(two) == 0 || two[0].name != p.name) {
				two = append(two, *p)
			}
		}
		if len(two) < 2 {
			continue
		}
		for k := range two {
			s := two[k].pointing(i, 9*len(v.w)+i)
			s.role, s.subject = doc.Location, true
			list = append(list, s)
		}
	}
	return list
}

// placeBefore gives the place that the words for who speaks name last before word i, where
// it is no capital: "Tia Holm, who represents Skagen, said that 40 people there …".
func (v *view) placeBefore(i int) (s site) {
	for k := 0; k < i; k++ {
		men := v.mention(k)
		if men == nil || men.Type != doc.Place || men.Form == doc.Adjective || !v.inAttribution(k) {
			continue
		}
		first, last := v.extent(k)
		if p := v.siteAt(first, last); v.name(&p, men) && !v.isCapital(&p) {
			s = p
		}
		k = last - 1
	}
	return s
}

// subjectAgain adds the place that was the subject of the sentence before where "it" is
// that of this one: "Peru sold 40 ships. It bought nine from Chile."
func (r *reader) subjectAgain(list []site) []site {
	v := r.v
	if r.subject.name == "" || len(v.w) < 3 {
		return list
	}
	k := 0
	for k+1 < len(v.w) && k < 12 && !(v.is(k, "it") && (k == 0 || v.timeAt[k-1] >= 0 || v.isComma(k-1) || v.is(k-1, "and", "but"))) {
		k++
	}
	t := v.tag(k + 1)
	if !v.is(k, "it") || t != doc.VBD && t != doc.VBZ && t != doc.MD || measureVerbs[v.low(k+1)] {
		return list
	}
	s := r.subject
	s = s.pointing(k, 5*len(v.w)+k)
	s.role, s.subject = doc.Location, true
	return append(list, s)
}

// A placeClass is a class of nouns that a place named before is called by.
type placeClass byte

const (
	landNoun placeClass = iota + 1
	regionNoun
	townNoun
	campNoun
	islandNoun
	stateNoun
)

// placeNouns are the nouns of each class, singular.
var placeNouns = func() map[string]placeClass {
	m := map[string]placeClass{}
	for class, words := range map[placeClass]string{
		landNoun:   "country nation kingdom republic",
		regionNoun: "province region district county governorate prefecture territory canton oblast department",
		townNoun:   "city town village port borough suburb municipality resort township",
		campNoun:   "camp settlement",
		islandNoun: "island archipelago peninsula",
		stateNoun:  "state",
	} {
		for _, w := range strings.Fields(words) {
			m[w] = class
		}
	}
	return m
}()

// federations are the countries whose regions are called states.
var federations = map[string]bool{"US": true, "IN": true, "DE": true, "BR": true, "MX": true, "NG": true, "AU": true, "MY": true, "VE": true, "AT": true, "SS": true, "SD": true, "MM": true}

// called reports whether s may be spoken of by a noun of class c.
func (s *site) called(c placeClass) bool {
	unknown := s.key == "" && s.subtype != "country"
	switch c {
	case landNoun:
		return s.subtype == "country"
	case regionNoun:
		return s.subtype == "region"
	case townNoun:
		return s.subtype == "city" || unknown
	case stateNoun:
		return s.subtype == "region" && federations[s.country]
	case campNoun:
		return unknown || s.subtype == "other"
	}
	return s.subtype != "city" || unknown
}

// definite adds the places that "in the country", "the city", "the capital", "both
// provinces" or the like point back to.
func (r *reader) definite(list []site) []site {
	v := r.v
	for i := 1; i < len(v.w); i++ {
		both := v.is(i-1, "both")
		if !both && !v.is(i-1, "the", "this", "our", "my") || v.w[i].mention >= 0 || v.figureAt(i) || v.isNoun(i+1) && v.tag(i+1) != doc.POS || v.is(i+1, "of") {
			continue
		}
		if v.is(i-1, "this", "our", "my") && v.tag(i+1) != doc.POS && (v.tag(i-2) != doc.IN && v.tag(i-2) != doc.TO || v.is(i-2, "of")) {
			continue
		}
		noun := v.low(i)
		if both {
			noun = singular(noun)
		}
		class := placeNouns[noun]
		if both && noun == "capital" {
			class = townNoun
		}
		var back []site
		switch {
		case both && class > 0:
			back = r.lastTwo(list, i, class)
		case both || class == 0 && noun != "capital" || v.isComma(i+1) && v.isPlace(i+2):
		case noun == "capital":
			back = r.capitalNow(list, i)
		case class == landNoun:
			back = r.countryNow(list, i)
		case class == stateNoun:
			if back = r.placeNow(list, i, class); back == nil && r.entered == nil {
				back = r.countryNow(list, i)
			}
		default:
			back = r.placeNow(list, i, class)
		}
		for k := range back {
			s := back[k].pointing(i, 7*len(v.w)+i)
			if v.roleOf(&s) && s.role != doc.NoRole {
				list = append(list, s)
			}
		}
	}
	return list
}

// countryNow gives the country that "the country" at word i is.
func (r *reader) countryNow(list []site, i int) []site {
	v := r.v
	for k := len(list) - 1; k >= 0; k-- {
		if p := &list[k]; p.last < i && v.tag(i+1) == doc.POS && p.subtype == "country" && !p.weak {
			return list[k : k+1] // "in Chad alone, 9 percent of all the country's doctors"
		}
	}
	if e := v.seatOfSpeaker(i); e != nil {
		return []site{countrySite(e)}
	}
	if r.abroad && r.opening.subtype == "country" {
		return []site{r.opening}
	}
	if r.home.country == "" {
		if r.lately.called(landNoun) {
			return []site{r.lately}
		}
		return nil
	}
	return []site{{name: r.home.place.Name, country: r.home.country, subtype: "country", referent: r.home.place.Referent}}
}

// countrySite is the country e as a place.
func countrySite(e *gazetteer.Entry) site {
	return site{name: e.Name, key: e.ID, country: e.Country, subtype: e.Kind.Subtype(), referent: -1}
}

// seatOfSpeaker gives the country of a capital from which somebody says what stands at
// word i: "The government in Lima says that the country …".
func (v *view) seatOfSpeaker(i int) *gazetteer.Entry {
	for k := i - 1; k >= 0; k-- {
		men := v.mention(k)
		if men == nil || men.Type != doc.Place || !v.inAttribution(k) {
			continue
		}
		first, last := v.extent(k)
		s := v.siteAt(first, last)
		if v.name(&s, men) && v.isCapital(&s) {
			return gazetteer.Default().Country(s.country)
		}
	}
	return nil
}

// capitalNow gives the town that "the capital" at word i is.
func (r *reader) capitalNow(list []site, i int) []site {
	lands := r.countryNow(list, i)
	for k := range list {
		if p := &list[k]; p.last <= i && p.subtype == "country" && !p.weak {
			lands = list[k : k+1]
		}
	}
	if len(lands) == 0 {
		if lands = []site{r.lately}; r.seat.name != "" {
			lands[0] = r.seat
		}
	}
	s := lands[0]
	if !r.v.capitalOf(&s) {
		return nil
	}
	return []site{s}
}

// placeNow gives the place that a noun of class c at word i speaks of again: the one
// named last before it in the paragraph, the one that the document is about, or one
// of the paragraph before.
func (r *reader) placeNow(list []site, i int, c placeClass) []site {
	for k := len(list) - 1; k >= 0; k-- {
		if p := &list[k]; p.last < i && p.called(c) && p.role == doc.Location && !p.weak && !p.dateline {
			return list[k : k+1]
		}
	}
	far := -1
	for k := len(r.trail) - 1; k >= 0; k-- {
		switch p := &r.trail[k]; {
		case !p.called(c) || p.block < r.block-1:
		case p.block == r.block:
			return []site{p.site}
		case far < 0:
			far = k
		}
	}
	if r.lately.name != "" && r.lately.called(c) && !r.onTrail(r.lately.name) {
		return []site{r.lately} // where something was brought, and the like
	}
	if r.seat.name != "" && r.seat.called(c) {
		return []site{r.seat}
	}
	if far < 0 {
		return nil
	}
	return []site{r.trail[far].site}
}

// onTrail reports whether a place was kept to be pointed back to.
func (r *reader) onTrail(name string) bool {
	return slices.ContainsFunc(r.trail, func(t trodden) bool { return t.name == name })
}

// lastTwo gives the two places of class c that were named last before word i, in the
// sentence or in the one before.
func (r *reader) lastTwo(list []site, i int, c placeClass) (two []site) {
	for k := len(list) - 1; k >= 0 && len(two) < 2; k-- {
		if p := &list[k]; p.last < i && p.called(c) && !p.weak {
			two = append(two, *p)
		}
	}
	for k := len(r.trail) - 1; k >= 0 && len(two) < 2 && r.trail[k].block >= r.block-1; k-- {
		if p := &r.trail[k]; p.called(c) && (len(two) == 0 || two[0].name != p.name) {
			two = append(two, p.site)
		}
	}
	if len(two) < 2 {
		return nil
	}
	return two
}
