package claim

import (
	"strings"

	"analyze/internal/doc"
)

// A site is a place as it stands in a sentence, with the part it plays.
type site struct {
	first, last int // words, half-open
	group       int // places joined by "and" share one
	name        string
	key         string // of the gazetteer, "" if unknown
	country     string // ISO 3166-1 alpha-2
	subtype     string
	referent    int
	role        doc.PlaceRole
	weak        bool // an adjective or a demonym that no figure counts
	fronted     bool // begins the statement: "In Germany, …"
	subject     bool
	owner       int  // the figure whose noun phrase it is part of, -1
	label       bool // of a list: it belongs to figures owner to upto only
	upto        int
	dateline    bool // says where the report was written
	others      bool // the sentence has places besides its dateline
	behind      bool // holds for nothing but the clause that "where" opens behind it
	conjunct    bool // begins a statement of its own behind another
}

// sites finds the places of the sentence.
func (v *view) sites() []site {
	var out []site
	for i := 0; i < len(v.w); {
		men := v.mention(i)
		if men == nil {
			i++
			continue
		}
		first, last := v.extent(i)
		i = last
		if men.Type != doc.Place && men.Form != doc.Adjective && men.Type != doc.Group {
			continue
		}
		if s, ok := v.site(first, last, men); ok {
			out = append(out, s)
		}
	}
	out = v.label(v.ownSites(v.latter(v.conjuncts(v.joinSites(out)))), v.list)
	v.markDateline(out)
	return out
}

// siteAt is the place of the mention at words first to last, before it is read.
func (v *view) siteAt(first, last int) site {
	return site{first: first, last: last, referent: v.referent(v.w[first].mention), owner: -1}
}

// at is the place s alone, in a role.
func (s *site) at(role doc.PlaceRole) []doc.ClaimPlace {
	return []doc.ClaimPlace{{Name: s.name, Referent: s.referent, Role: role}}
}

// pointing is the place s as word i, of a group of its own, points back to it.
func (s site) pointing(i, group int) site {
	s.first, s.last, s.group, s.owner = i, i+1, group, -1
	s.fronted, s.subject, s.conjunct, s.weak, s.label, s.dateline = false, false, false, false, false, false
	return s
}

// site reads the place of the mention at words first to last.
func (v *view) site(first, last int, men *doc.Mention) (site, bool) {
	s := v.siteAt(first, last)
	if !v.name(&s, men) {
		return s, false
	}
	if v.inAttribution(first) && v.w[first].figure < 0 && !v.placeSpeaks(first) && !v.surveyedAt(first) && !v.inOwnClause(first) {
		return s, false
	}
	adjective := men.Form == doc.Adjective || men.Type == doc.Group
	if v.describesSpeaker(first) || v.namesBuilding(first) || !adjective && (v.metonym(&s) || v.insideName(&s)) {
		return s, false
	}
	if f := v.predicated(first); f >= 0 && adjective && v.w[first].figure < 0 {
		s.owner, s.role = f, doc.Origin
		return s, true
	}
	if v.is(first-1, "outside", "except", "excluding") && (first == 1 || v.ends(first-2)) {
		return s, false // "Outside London it is nearer to 78 per cent"
	}
	if v.birth(first) || v.isComma(first-1) && !v.afterPlace(first-1) && last < len(v.w) && v.timeAt[last] >= 0 && v.w[last].low[0] >= '1' && v.w[last].low[0] <= '2' && len(v.w[last].low) == 4 {
		return s, false // where somebody was born, a book was printed
	}
	if v.has(last, attaches) && v.is(last, "of") && men.Type == doc.Place && v.w[first].mention < 0 {
		return s, false
	}
	if f := v.counted(first, last, adjective); f >= 0 {
		s.owner = f
		s.role = v.countedRole(f, last, men)
		if s.role == doc.NoRole {
			return s, false
		}
		return s, true
	}
	if adjective {
		s.weak = true
		s.role = doc.Location
		return s, v.adjectivePlaces(&s, men)
	}
	if k := v.beforeSite(first); v.is(k, "whom", "which", "that") && v.inOwnClause(first) {
		s.role = doc.Location
		return s, true
	}
	if v.roleOf(&s) {
		return s, true
	}
	s.behind, s.role = v.isComma(last) && v.is(last+1, "where"), doc.Location
	return s, s.behind // "told reporters in Lyon, where 300 are to be buried"
}

// name fills in the canonical name; a demonym gives its country.
func (v *view) name(s *site, men *doc.Mention) bool {
	if s.referent >= 0 {
		r := &v.d.Referents[s.referent]
		s.name, s.key, s.country, s.subtype = r.Name, r.Key, r.Country, r.Subtype
		if r.Type == doc.Place {
			return s.name != ""
		}
	}
	if men.Form == doc.Adjective || men.Type == doc.Group {
		s.referent = -1
		return nameCountry(s, men)
	}
	if s.name == "" {
		s.name = v.text(s.first, s.last)
	}
	return true
}

// inAttribution reports whether word i belongs to a statement of who says so.
func (v *view) inAttribution(i int) bool {
	for k := range v.said {
		if a := &v.said[k]; a.first <= i && i < a.last && i < a.who.last+12 && (i < a.verb || a.reach != ahead || i >= a.who.first && i < a.who.last) {
			return true
		}
	}
	return false
}

// placeSpeaks reports whether the place at word i is itself who counts:
// "Jordan counted 2,000 of its citizens".
func (v *view) placeSpeaks(i int) bool {
	for k := range v.said {
		a := &v.said[k]
		if a.who.first == i && a.weak {
			return true
		}
	}
	return false
}

// surveyedAt reports whether the place at word i is where a source counted, as it tells
// itself: "a survey of 900 farms in Kenya found".
func (v *view) surveyedAt(i int) bool {
	for k := range v.said {
		if a := &v.said[k]; a.who.first <= i && i < a.who.last && v.anyFigure(a.who.first, i) {
			return true
		}
	}
	return false
}

// inOwnClause reports whether the place at word i stands in the relative clause, not set
// off, of what a figure counts: "of 900 guards whom the city of Lima had promised".
func (v *view) inOwnClause(i int) bool {
	for f := len(v.last) - 1; f >= 0; f-- {
		if v.last[f] < i {
			return i < v.last[f]+8 && v.is(v.last[f], "that", "which", "whom") && v.commas(v.last[f], i) == 0 && !v.isComma(i-1)
		}
	}
	return false
}

// counted gives the figure in whose noun phrase the place stands before the
// head: "69 French citizens", "400 Tunisians"; -1 for none.
func (v *view) counted(first, last int, adjective bool) int {
	if v.w[first].figure >= 0 {
		return v.figureIndex(v.w[first].figure)
	}
	for f, b := range v.last {
		if b == first && v.isNoun(last) && v.tag(last) != doc.POS && !v.isComma(last) {
			return f
		}
	}
	// "almost 700 of its French citizens" and heads that the figure leaves out.
	k := first - 1
	for k >= 0 && (v.tag(k).IsAdjective() || v.is(k, "of", "the", "its", "their", "these", "those") || v.tag(k) == doc.CC && adjective) && k > first-5 {
		k--
	}
	if adjective && v.figureAt(k) && k < first-1 && v.is(first-1, "the", "its", "their", "these", "those", "of") {
		return v.figureIndex(v.w[k].figure)
	}
	// "the number of French citizens who left fell by 40": what is counted.
	for f := range v.figures {
		fig := &v.d.Figures[v.figures[f]]
		if fig.Kind != doc.Duration && fig.Kind != doc.Age && fig.WhatSpan.Len() > 0 && fig.WhatSpan.Overlaps(v.span(first, last)) {
			return f
		}
	}
	return -1
}

func (v *view) figureIndex(figure int) int {
	for f, k := range v.figures {
		if k == figure {
			return f
		}
	}
	return -1
}

// countedRole is the role of a place in the noun phrase of figure f: where
// people are from, where things are.
func (v *view) countedRole(f, last int, men *doc.Mention) doc.PlaceRole {
	fig := &v.d.Figures[v.figures[f]]
	k := last
	for k < len(v.w) && (v.tag(k).IsAdjective() || v.tag(k).IsNoun() && v.isNoun(k+1) && v.w[k].figure >= 0) && v.w[k].figure >= 0 {
		k++
	}
	for j := last; j < len(v.w) && j < last+4 && v.isNoun(j) && (v.w[j].figure == v.w[last-1].figure || v.w[j].figure < 0); j++ {
		if v.has(j, force) {
			return doc.NoRole
		}
		k = j
	}
	if men.Form == doc.Adjective && (v.has(k, force) || serving[singular(v.low(k))]) {
		return doc.NoRole
	}
	switch {
	case fig.Unit == "person" || men.Type == doc.Group:
		if p := v.low(v.sitePreposition(last - 1)); p == "in" || p == "to" {
			return doc.Location
		}
		return doc.Origin
	case fig.Kind == doc.Money && men.Form == doc.Adjective && fig.WhatSpan.Len() == 0:
		return doc.NoRole // a currency: Canadian dollars
	case men.Form == doc.Adjective && movable[singular(v.low(k))]:
		return doc.Origin
	}
	return doc.Location
}

// movable are things that the adjective of a country says no more of than whose or whence
// they are: "two Dutch ships".
var movable = wordSet("ship vessel shipwreck wreck warship frigate destroyer submarine boat trawler tanker freighter aircraft plane airplane jet fighter bomber helicopter drone tank truck car lorry bus missile rocket rifle gun weapon film wine dog horse train satellite")

// serving are people of a state, whom its adjective tells apart from those of another and
// does not bring from there: "two French officials".
var serving = wordSet("official diplomat minister envoy prosecutor lawmaker ambassador officer judge mp deputy senator governor commander inspector agent negotiator adviser advisor general colonel captain " +
	"president leader mayor spokesman spokeswoman police delegate observer")

// sitePreposition gives the word of the preposition before the name that ends
// at word i, -1 for none.
func (v *view) sitePreposition(i int) int {
	first, _ := v.extent(i)
	if first > 0 && v.tag(first-1) == doc.IN {
		return first - 1
	}
	return -1
}

// adjectivePlaces reports whether an adjective that no figure counts still
// tells the place: "off the Danish coast", "Turkish authorities detained 40".
func (v *view) adjectivePlaces(s *site, men *doc.Mention) bool {
	if men.Type == doc.Group {
		k := v.beforeSite(s.first)
		if v.is(k, "of") && v.is(k-1, "number", "share", "proportion", "flow", "percentage", "majority") {
			s.role, s.weak = doc.Origin, false
			return true
		}
		if s.subject = v.subjectAt(s, k); s.subject && v.homeland != "" && s.country != v.homeland {
			s.role = doc.Origin // "Germans bought 40 of the homes"
		}
		return s.subject
	}
	k := s.last
	if of := v.beforeSite(s.first); of <= 1 && v.is(of, "of", "among") && v.isNoun(k) && (of == 0 || v.tag(0) == doc.RB) {
		s.weak, s.fronted = false, true // "Of the Chinese launches, two failed"
		if v.has(k, human) {
			s.role = doc.Origin
		}
		return true
	}
	if v.is(k, "capital") && v.capitalOf(s) {
		s.weak = false
		s.subject = v.subjectAt(&site{last: k + 1}, v.beforeSite(s.first))
		return true
	}
	if v.is(k, "citizens", "nationals", "fighters", "recruits", "men", "women", "migrants", "refugees", "people", "residents", "children", "youths", "volunteers", "families", "students", "workers") && !v.asked(k) {
		s.role = doc.Origin
		return true
	}
	for k < len(v.w) && v.tag(k).IsAdjective() && k < s.last+3 {
		k++
	}
	if f := v.listed(s.first, k); f >= 0 {
		s.owner, s.role, s.weak = f, doc.Origin, false
		return true
	}
	if v.has(k, body|force) {
		s.subject = v.subjectAt(s, v.beforeSite(s.first))
		return s.subject // "the Italian coast guard stopped 40 people"
	}
	if v.is(k, "border", "frontier") && v.homeland != "" && s.country != v.homeland {
		return false // where the home ends
	}
	if landed[v.low(k)] {
		if p := v.beforeSite(s.first); v.tag(p) == doc.IN && !v.is(k+1, "of") && v.is(p, "on", "in", "at", "of", "along", "across", "off") {
			s.weak, s.fronted = false, v.frontedAt(p, s.last)
			return !v.is(p, "of") || !v.has(p-1, body|human)
		}
		s.subject = s.first == 0 || v.tag(s.first-1) == doc.DT && v.beginsStatement(s.first-1)
		return true
	}
	return false
}

// listed gives the figure that stands right behind the noun at word k, where that noun and
// the adjective at word first begin a part of a list: ": Chinese firms 310, Thai ones 204".
func (v *view) listed(first, k int) int {
	if !v.isNoun(k) && !v.is(k, "ones") || !v.figureAt(k+1) || first > 0 && !v.ends(first-1) && !v.is(first-1, "and", "the") {
		return -1
	}
	f := v.figureIndex(v.w[k+1].figure)
	if f >= 0 && (v.ends(v.last[f]) || v.is(v.last[f], "and") || v.last[f] >= len(v.w)) {
		return f
	}
	return -1
}

// landed are what lies in a country or is its own, so that the adjective of the country says where.
var landed = wordSet("coast coasts coastline shore shores border frontier soil territory waters capital city town province island islands side economy market prisons jails camps desert countryside provinces cities towns villages ports port population households farmers exports imports arm branch subsidiary plant plants mine mines factory factories grid railway railways")

// roleOf reads the words before a place for its role.
func (v *view) roleOf(s *site) bool {
	k := v.beforeSite(s.first)
	s.fronted = v.frontedAt(k, s.last)
	switch l := v.low(k); l {
	case "from":
		s.role = doc.Origin
		if v.expels(k) {
			s.role = doc.Location
		}
		if v.is(k-1, "writes", "wrote", "reports", "reporting", "reported", "writing") {
			s.role, s.weak = doc.Location, true // as a dateline does
		}
	case "to", "into", "toward", "towards", "onto", "for":
		if l == "to" && v.is(k-1, "according", "compared", "thanks", "due", "owing", "similar") {
			return false
		}
		s.role = doc.Destination
		if l == "to" && v.bearing(k) {
			s.role = doc.Location // "40 villages to the west of Taza"
		}
		if l == "for" && !v.motionBefore(k) {
			s.role = doc.Location
		}
	case "in", "at", "across", "inside", "within", "throughout", "around", "near", "over", "on", "off", "outside", "above", "below", "beside", "beyond", "along", "through", "against":
		s.role = doc.Location
		if m, ok := v.motion(k); ok && (l == "in" || l == "at" || l == "on") && m.in != doc.NoRole {
			s.role = m.in
		}
		if v.asked(k) || v.ofSomebody(k) || v.saidIn(k) || v.titleVenue(k) || v.seated(s, k) || v.madeBy(k) || v.setAside(k) {
			return false
		}
	case "of":
		return v.ofPlace(s, k)
	case "than", "as", "what":
		s.role = doc.Location
		return v.is(s.last, ":") && v.figureAt(s.last+1) || v.tag(s.last) == doc.VBD && v.low(s.last) != "was" || v.is(s.last, "with") && v.figureAt(s.last+1)
	case "like", "unlike", "with", "by", "via", "versus", "about":
		s.role = doc.Location
		return l == "with" && v.is(s.last, ",") && !v.is(k-1, "border", "frontier", "boundary") || l == "by" && v.is(k-1, "followed")
	case "between", "and", "or", ",":
		if v.refusedBefore(k) {
			return false
		}
		s.role = doc.Location
		return l != "," || v.tag(s.last) == doc.POS || v.afterPlace(k) || v.subjectAt(s, k) || v.anyFigure(0, k) && v.states(s.last) || k > 1 && v.w[k-1].figure >= 0 && placeHeads[singular(v.low(k-1))]
	default:
		return v.barePlace(s, k)
	}
	return true
}

// beforeSite skips from a place back to the preposition that governs it, over
// articles, points of the compass and "the city of".
func (v *view) beforeSite(first int) int {
	k := first - 1
	for k >= 0 {
		switch {
		case v.tag(k) == doc.DT, v.tag(k) == doc.PRPS, v.tag(k).IsAdjective() && v.w[k].mention < 0, k < first-1 && v.demonym(k), v.tag(k) == doc.RB && !v.is(k, "not", "n't"), v.is(k, "nearby", "both", "parts", "neighbouring", "neighboring", "mainly", "mostly", "all", "alone"):
			k--
		case v.is(k, "of") && k > 0 && v.is(k-1, "city", "town", "village", "province", "district", "region", "state", "island", "port", "parts", "part", "rest", "all", "area", "areas", "governorate", "capital", "south", "north", "east", "west", "coast", "edge", "outskirts", "cities", "most", "republic", "kingdom", "camp", "county"):
			k -= 2
		case v.is(k, "city", "town", "village", "province", "district", "region", "camp", "city-state", "neighbourhood", "suburb", "northern", "southern", "eastern", "western", "central") && v.w[k].mention < 0 && k > 0 && (v.tag(k-1) == doc.DT || v.tag(k-1).IsAdjective() || v.tag(k-1) == doc.IN):
			k--
		default:
			return k
		}
	}
	return k
}

// demonym reports whether word k is the adjective of a country: "the Kenyan town
// of Garissa".
func (v *view) demonym(k int) bool {
	men := v.mention(k)
	return men != nil && men.Form == doc.Adjective
}

// frontedAt reports whether the preposition at k begins the statement and a
// comma or the subject follows the place.
func (v *view) frontedAt(k, last int) bool {
	return k <= 0 || v.is(k-1, ",", ";", ":", "and", "but", "while", "that") && v.isComma(last)
}

// bearing reports whether the "to" at word k begins a bearing: "to the west of".
func (v *view) bearing(k int) bool {
	return v.is(k+1, "the") && compass[v.low(k+2)] && v.is(k+3, "of")
}

// compass are the points from which something is looked for.
var compass = wordSet("north south east west northeast northwest southeast southwest north-east north-west south-east south-west left right")

// expels reports whether "from" at k follows a verb that clears a place of
// somebody, which happens there.
func (v *view) expels(k int) bool {
	for i := k - 1; i >= 0 && i > k-6; i-- {
		if v.is(i, "clear", "cleared", "clearing", "clears", "remove", "removed", "removing", "oust", "ousted", "ousting", "drive", "driving", "free", "freed") {
			return true
		}
	}
	return false
}

// motion gives the verb of movement that governs the preposition at k.
func (v *view) motion(k int) (move, bool) {
	for i := k - 1; i >= 0 && i > k-9; i-- {
		if v.has(i, moves) && (v.tag(i).IsVerb() || v.is(i, "travel", "arrive")) && v.w[i].mention < 0 {
			return words.moves[v.w[i].low], true
		}
		if v.tag(i).IsVerb() && v.tag(i) != doc.VBN && v.w[i].mention < 0 || v.is(i, ";", ":") || v.isComma(i) {
			break
		}
	}
	return move{}, false
}

// motionBefore reports whether the "for" at word k tells where somebody set out to: "left
// by bus for Lyon and 40 for Lille".
func (v *view) motionBefore(k int) bool {
	for i := k - 1; i >= 0 && i > k-12 && !v.is(i, ";", ":"); i-- {
		if v.is(i, "left", "leave", "leaving", "leaves", "headed", "heading", "bound", "departed", "departing", "embarked", "sailed") && v.w[i].mention < 0 {
			return !v.is(i-1, "are", "is", "was", "were") || !v.is(i, "left")
		}
		if v.tag(i).IsVerb() && v.w[i].mention < 0 {
			return false
		}
	}
	return false
}

// asked reports whether the place of the preposition at k belongs to someone
// who is told something: "survivors told the coast guard in Lesbos".
func (v *view) asked(k int) bool {
	for i := k - 1; i >= 0 && i > k-7; i-- {
		if v.is(i, "told", "tells", "telling") {
			return true
		}
		if v.isComma(i) || v.figureAt(i) {
			return false
		}
	}
	return false
}

// madeBy reports whether the preposition at word k stands behind somebody who only made or
// sent something, not where it is: "cameras made by a firm in Utah".
func (v *view) madeBy(k int) bool {
	for i := k - 1; i > 0 && i > k-7; i-- {
		switch {
		case v.is(i, "by") && (v.tag(i-1) == doc.VBN || v.tag(i-1) == doc.VBD):
			return v.is(i-1, "made", "built", "run", "owned", "written", "sold", "supplied", "produced", "designed", "funded", "financed", "printed", "published", "drawn", "provided", "manufactured", "delivered", "commissioned", "managed") && !v.is(i-2, "was", "were", "are", "is", "been")
		case v.figureAt(i), v.isComma(i), v.is(i, ";"), v.tag(i).IsVerb():
			return false
		}
	}
	return false
}

// setAside reports whether the preposition at word k follows the "than" of a comparison that
// gives no figure of its own: "a third less than in Oslo, which has half the roads".
func (v *view) setAside(k int) bool {
	if v.promised(k) || v.ranked(k) {
		return true
	}
	switch than := v.thanBefore(k); {
	case than < 0:
		return false
	case v.is(than+1, "any"):
		return true
	case !v.anyFigure(0, than):
		return false
	}
	for i := k + 1; i < len(v.w); i++ {
		if v.figureAt(i) {
			return v.clause[i] > 0
		}
	}
	return true
}

// thanBefore gives the "than" that the phrase of the preposition at word k belongs to, -1 if
// there is none: "less than on one mosque in Izmir", "more than any others in Europe".
func (v *view) thanBefore(k int) int {
	for i := k - 1; i >= 0 && i > k-11; i-- {
		switch {
		case v.is(i, "than"):
			return i
		case v.figureAt(i), v.ends(i), v.tag(i).IsVerb() && v.w[i].mention < 0, v.w[i].mention >= 0:
			return -1
		}
	}
	return -1
}

// maxJoined bounds how many places joined to one are looked at.
const maxJoined = 6

// refusedBefore reports whether the places that the word at k joins another to say where
// something else is: "run by firms in Chad and Mali".
func (v *view) refusedBefore(k int) bool {
	for n := 0; n < maxJoined && k > 0 && v.is(k, "and", "or", ","); n++ {
		if v.isComma(k - 1) {
			k--
		}
		if !v.isPlace(k - 1) {
			return false
		}
		first, _ := v.extent(k - 1)
		k = v.beforeSite(first)
	}
	return v.is(k, "in", "at") && (v.madeBy(k) || v.setAside(k))
}

// promised reports whether the preposition at word k stands in a clause that only says
// where something was agreed: "15 percent, as was promised at Abuja".
func (v *view) promised(k int) bool {
	for i := k - 1; i > 0 && i > k-6; i-- {
		if v.is(i, "as") && v.isComma(i-1) {
			return v.tag(k-1) == doc.VBN || v.tag(k-1) == doc.VBD
		}
	}
	return false
}

// ranked reports whether the preposition at word k says among what a figure is the largest
// or the like: "900 camps, the second-largest number in Africa".
func (v *view) ranked(k int) bool {
	top := false
	for i := k - 1; i > 0 && i > k-8 && v.w[i].mention < 0; i-- {
		top = top || v.tag(i) == doc.JJS || strings.HasSuffix(v.low(i), "est") && strings.Contains(v.low(i), "-") || v.is(i, "most", "fewest", "highest", "lowest", "largest", "biggest")
		switch {
		case v.isComma(i), v.is(i, "is", "was", "are", "were"):
			return top && v.is(i+1, "the", "a", "among") && v.anyFigure(0, i)
		case v.figureAt(i), v.tag(i).IsVerb():
			return false
		}
	}
	return false
}

// ofPlace reads "citizens of X", "the population of X"; "the size of X" only
// compares.
func (v *view) ofPlace(s *site, k int) bool {
	switch {
	case k == 0:
		s.role = doc.Location
		return v.tag(s.last) == doc.POS // "Of Mosul's 900 shops"
	case v.is(k-1, "size", "area", "population", "half", "twice", "height", "level", "likes") && v.comparesWith(k-1):
		return false
	case v.is(k-1, "citizens", "nationals", "natives", "residents", "citizen", "national", "people", "subjects", "sons"):
		s.role = doc.Origin
	case v.is(k-1, "invasion", "capture", "occupation", "fall", "north", "south", "east", "west", "out", "outside", "inside"):
		s.role = doc.Location
	case v.is(k-2, "a", "an") && v.is(k-3, "to", "by", "with", "from") && v.has(k-1, body):
		return false // "the contract went to a firm of Cork"
	case v.has(k-1, body|human) && !v.figureAt(k-1):
		s.role = doc.Location
		s.weak = true
	default:
		s.role = doc.Location
	}
	return true
}

// comparesWith reports whether the measure word at k stands for a comparison:
// "roughly the size of France".
func (v *view) comparesWith(k int) bool {
	if v.is(k, "population") || v.is(k, "area", "level", "height", "half") {
		return v.tag(k-1) == doc.DT && v.is(k-2, "twice", "half", "times")
	}
	return true
}

// afterPlace reports whether the word before the comma at k is a place.
func (v *view) afterPlace(k int) bool { return k > 0 && v.isPlace(k-1) }

// barePlace reads a place without preposition: the subject or object of a verb,
// a possessor, a modifier, the label of a list.
func (v *view) barePlace(s *site, k int) bool {
	s.role = doc.Location
	if v.tag(k).IsVerb() && v.before(max(k-6, 0), k, "enough") {
		return false // "enough to fill Lake Tahoe"
	}
	if v.tag(s.last) == doc.POS {
		s.subject = v.subjectAt(s, k)
		return true
	}
	if v.subjectAt(s, k) {
		s.subject = true
		if m, ok := v.verbAfter(s.last); ok && m.subject != doc.NoRole {
			s.role = m.subject
		}
		return true
	}
	if v.tag(k).IsVerb() && v.w[k].mention < 0 {
		if m, ok := words.moves[v.low(k)]; ok {
			if s.role = m.object; s.role == doc.NoRole {
				s.role = doc.Location
			}
		}
		return true
	}
	if v.is(k, "struck", "hit", "shook", "rocked", "battered", "devastated", "swept", "ravaged", "flooded") {
		return true // whatever the tagger took it for
	}
	if v.low(s.last) == "(" && v.figureAt(s.last+1) || v.is(s.last, ":", "(") {
		s.fronted = true
		return true
	}
	// A modifier: "Paris attacks", "the Turkey-Syria border".
	if v.isDash(s.last) && !v.isPlace(s.last+1) && !v.isNoun(s.last+1) {
		return false // US-led, Gaziantep-based
	}
	if v.is(s.last, "and") && v.isPlace(s.last+1) && (v.ends(k) || v.is(k, "and", "but", "while")) {
		return true // "…; Lyon and Lille account for 12 percent"
	}
	return v.isNoun(s.last) || v.isDash(s.last) || v.isDash(k) && v.isPlace(k-1) || k < 0
}

// subjectAt reports whether the place begins a statement and a verb follows.
func (v *view) subjectAt(s *site, k int) bool {
	if k >= 0 && !v.ends(k) && v.tag(k) != doc.CC && !v.behindFronted(k, s.last) && !v.is(k, "that", "while", "whereas", "as", "than", "where", "when", "if", "because", "but") && v.timeAt[k] < 0 {
		return false
	}
	for i := s.last; i < len(v.w) && i < s.last+12; i++ {
		switch t := v.tag(i); {
		case t == doc.POS || t.IsNoun() && i < s.last+3 || t == doc.RB || t == doc.CC || v.w[i].mention >= 0 || t.IsAdjective() || t == doc.DT || t == doc.IN:
		case v.isComma(i):
		case t.IsVerb() || t == doc.MD || v.has(i, auxiliary|moves):
			return true
		}
	}
	return false
}

// behindFronted reports whether a phrase that opens the sentence ends at word k without
// a comma and a verb follows at word last: "Before the war Peru had 40 ships".
func (v *view) behindFronted(k, last int) bool {
	if v.tag(0) != doc.IN || !v.tag(k).IsNoun() && !v.tag(k).IsAdjective() || v.w[k].mention >= 0 || k > 5 {
		return false
	}
	for i := 0; i < k; i++ {
		if v.tag(i).IsVerb() || v.ends(i) {
			return false
		}
	}
	t := v.tag(last)
	return t == doc.VBD || t == doc.VBZ || t == doc.VBP || t == doc.MD || v.isComma(last) && v.is(last+1, "with", "which")
}

// verbAfter gives the first verb of movement after word i in the statement.
func (v *view) verbAfter(i int) (move, bool) {
	for k := i; k < len(v.w) && k < i+8; k++ {
		if v.isPlace(k) || v.isComma(k) || v.is(k, "and", "or", "the") {
			continue
		}
		if v.w[k].mention >= 0 || v.figureAt(k) {
			return move{}, false
		}
		if m, ok := words.moves[v.low(k)]; ok && (v.tag(k).IsVerb() || v.tag(k) == doc.NNS) {
			return m, true
		}
		if v.tag(k).IsVerb() && !v.has(k, auxiliary) || v.is(k, ";") {
			return move{}, false
		}
	}
	return move{}, false
}
