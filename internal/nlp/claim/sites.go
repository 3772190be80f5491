package claim

import (
	"sort"
	"strings"

	"analyze/internal/doc"
	"analyze/internal/nlp/gazetteer"
)

// nameCountry names the country of a demonym: French, the Tunisians.
func nameCountry(s *site, men *doc.Mention) bool {
	g := gazetteer.Default()
	for _, key := range men.Keys {
		e := g.ByID(key)
		if e == nil {
			continue
		}
		if e.Kind != gazetteer.Country && e.Country != "" {
			e = g.Country(e.Country)
		}
		if e == nil || e.Kind != gazetteer.Country && e.Kind != gazetteer.Region && e.Kind != gazetteer.MacroRegion {
			continue
		}
		s.name, s.key, s.country, s.subtype = e.Name, e.ID, e.Country, e.Kind.Subtype()
		return true
	}
	return false
}

// joinSites gives the same group to places that stand side by side, and the
// role of the first; a country that only says where a city lies is dropped.
func (v *view) joinSites(list []site) []site {
	out := list[:0]
	for i := range list {
		s := list[i]
		s.group = i
		if n := len(out); n > 0 {
			p := &out[n-1]
			if n > 1 && (p.country == "" || p.country == s.country) && out[n-2].mayLieIn(s) && s.first-out[n-2].last <= 12 && v.townBetween(out[n-2].last, s.first) {
				out = out[:n-1] // "Chivay, a town in the Colca valley of Peru"
				continue
			}
			if p.country == "" && p.mayLieIn(s) && s.first-p.last == 1 && v.is(s.first-1, ",", "in") && !v.is(s.last, "and", "or", "(") && !(v.isComma(s.last) && v.isPlace(s.last+1)) {
				continue // "Xeno, Peru"
			}
			if v.saysWhere(p, &s) {
				continue
			}
			if p.liesIn(s) && !v.sent(p.first, s.first) && s.first-p.last <= 8 && !v.anyFigure(p.last, s.first) && !v.conjoined(p.last, s.first) {
				continue
			}
			if p.weak && p.owner < 0 && !s.weak && s.liesIn(site{subtype: "country", country: p.country}) && s.first-p.last <= 3 && !v.anyFigure(p.last, s.first) {
				*p = s // "the Kenyan town of Garissa"
				continue
			}
			if p.subtype != "city" && s.subtype == "city" && p.country == s.country && v.isComma(p.last) && s.first == p.last+1 && v.is(p.first-1, "in") && v.frontedAt(p.first-1, p.last) && v.states(s.last) {
				out[n-1] = s // "In Ohio, Cleveland closed 40 schools"
				continue
			}
			if v.sideBySide(p.last, s.first) && p.owner == s.owner && !p.weak && !s.weak && v.low(p.last) != "(" {
				s.group, s.role = p.group, p.role
				s.fronted, s.subject = p.fronted, p.subject
			}
		}
		out = append(out, s)
	}
	return out
}

// saysWhere reports whether s only says between commas where p lies: "Derby, in the middle
// of England, has".
func (v *view) saysWhere(p, s *site) bool {
	if p.weak || p.subtype == "country" || !v.isComma(p.last) || !v.is(p.last+1, "in", "on", "near") || !v.isComma(s.last) || s.first-p.last > 7 || p.country != s.country && p.country != "" && s.country != "" {
		return false
	}
	return !v.anyFigure(p.last, s.first) && !v.verbBetween(p.last, s.first)
}

// townBetween reports whether words lo to hi begin to say what the place before them
// is: ", a town in".
func (v *view) townBetween(lo, hi int) bool {
	return v.isComma(lo) && v.tag(lo+1) == doc.DT && !v.anyFigure(lo, hi) && !v.verbBetween(lo, hi) && v.before(lo+2, lo+6, "town", "city", "village", "district", "port", "suburb", "camp", "province", "region", "island", "resort")
}

// liesIn reports whether s is a place within the country t.
func (s *site) liesIn(t site) bool {
	return s.subtype != "country" && t.subtype == "country" && s.country != "" && s.country == t.country
}

// mayLieIn reports whether s is a place in the country t, or one that is not known.
func (s *site) mayLieIn(t site) bool {
	return s.liesIn(t) || s.key == "" && s.country == "" && t.subtype == "country" && !s.weak
}

func (v *view) anyFigure(lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if v.w[k].figure >= 0 {
			return true
		}
	}
	return false
}

func (v *view) conjoined(lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if v.is(k, "and", "or") {
			return true
		}
	}
	return false
}

// sideBySide reports whether nothing but signs, "and", "or" and articles
// stands between words lo and hi.
func (v *view) sideBySide(lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if !v.isComma(k) && !v.is(k, "and", "or", "the", "/", "&", "both") && !v.isDash(k) && !v.is(k, "northern", "southern", "eastern", "western") && !(k == hi-1 && v.is(k, "in", "to", "from", "of", "for") && v.is(k-1, "and", "or")) {
			return false
		}
	}
	return lo < hi && hi-lo <= 4
}

// latter finds "the latter" and "the former" after a pair of places.
func (v *view) latter(list []site) []site {
	for i := range v.w {
		if !v.is(i, "latter", "former") || !v.is(i-1, "the") || i+1 < len(v.w) && v.isNoun(i+1) && v.w[i+1].figure < 0 {
			continue
		}
		var group []site
		for _, s := range list {
			if s.last <= i && (len(group) == 0 || s.group == group[0].group) {
				group = append(group, s)
			} else if s.last <= i {
				group = append(group[:0], s)
			}
		}
		if len(group) < 2 {
			continue
		}
		s := group[len(group)-1]
		if v.is(i, "former") {
			s = group[0]
		}
		s.first, s.last, s.group, s.weak, s.owner = i-1, i+1, len(list)+i, false, -1
		s.role, s.subject = doc.Location, false
		v.roleOf(&s)
		s.fronted = true
		list = append(list, s)
	}
	return list
}

// ownSites adds the subject of the sentence where "its coasts" or "its territory"
// speak of it: "Spain overtook Italy: 900 landed on its coasts".
func (v *view) ownSites(list []site) []site {
	for i := range v.w {
		if !v.is(i, "its", "their") || v.tag(i-1) != doc.IN || !v.is(i+1, "coast", "coasts", "shore", "shores", "soil", "territory", "waters", "border", "borders", "ports", "beaches", "islands", "hospitals", "prisons", "camps", "schools") {
			continue
		}
		for k := range list {
			if s := list[k]; s.subject && s.last <= i && !s.weak && s.owner < 0 {
				s.first, s.last, s.group = i, i+2, len(list)+i
				s.subject, s.fronted, s.role = false, false, doc.Location
				list = append(list, s)
				break
			}
		}
	}
	return list
}

// describesSpeaker reports whether the place at word i belongs to the words that
// say behind the name of a speaker who that is: "according to Ann Lee, the mayor
// of Lyon".
func (v *view) describesSpeaker(i int) bool {
	if i < 1 || v.tag(i-1) != doc.IN {
		return false
	}
	k := i - 1
	for k > 0 && k > i-8 && !v.ends(k) && !v.figureAt(k) && !v.tag(k).IsVerb() {
		k--
	}
	if k < 1 || !v.isComma(k) {
		return false
	}
	for a := range v.said {
		if s := &v.said[a]; s.who.known() && (s.last == k || s.who.last == k && s.who.first >= s.first) && s.who.first < k {
			return v.titleBetween(k+1, i)
		}
	}
	return false
}

// titleBetween reports whether a noun for somebody with an office stands among
// words lo to hi.
func (v *view) titleBetween(lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if v.has(k, human) || v.is(k, "mayor", "governor", "minister", "director", "head", "chief", "president", "chair", "chairman", "commander", "professor", "bishop", "prefect", "secretary", "spokesman", "spokeswoman", "spokesperson", "administrator", "commissioner", "ambassador") {
			return true
		}
	}
	return false
}

// buildings are things that bear the names of places.
var buildings = wordSet("school schools hospital hospitals college colleges library libraries church churches mosque mosques stadium stadiums bridge bridges theatre theatres hotel hotels " +
	"ship ships vessel vessels ferry ferries boat boats clinic clinics museum museums kindergarten kindergartens branch branches stations reactors hall halls restaurant cafe market mall")

// namesBuilding reports whether the name at word i is one of those that follow a
// number of buildings and say which: "closes two schools, Birch Creek and Lowell".
func (v *view) namesBuilding(i int) bool {
	k := i - 1
	for k > 0 && k > i-16 && (v.upper(k) || v.is(k, "and", "&", "the") || v.isComma(k) && !buildings[v.low(k-1)]) {
		k--
	}
	if k < 1 || !v.isComma(k) && !v.is(k, ":") || !buildings[v.low(k-1)] {
		return false
	}
	for j := k - 1; j >= 0 && j > k-5; j-- {
		if v.figureAt(j) {
			return true
		}
	}
	return false
}

// A place group is what a figure may take: places of one role, side by side.
type groupCost struct {
	group, cost int
	role        doc.PlaceRole
}

// placesOf chooses the places of figure f: the nearest of where it comes from
// and the nearest of where it is or goes to.
func (v *view) placesOf(f int, list []site) []doc.ClaimPlace {
	if s := v.respective(f, list); s != nil {
		return s.at(s.role)
	}
	if i := v.whereTold(list, f); i >= 0 {
		out := list[i].at(doc.Location)
		for k := range list {
			if s := &list[k]; s.owner == f && s.role == doc.Origin && !s.label {
				out = append(groupPlaces(list, groupCost{s.group, 0, s.role}), out...)
				break
			}
		}
		return out
	}
	var from, at groupCost
	from.cost, at.cost = 18, 19
	only := v.onlyTied(f)
	for i := range list {
		s := &list[i]
		c := v.siteCost(s, f)
		if s.role == doc.Origin && s.owner != f && v.lasts(f) {
			continue // how long something took is nowhere from
		}
		if s.role == doc.Origin && s.owner >= 0 && s.owner != f && v.d.Figures[v.figures[f]].Kind == doc.Money {
			continue // "60 women, most of them Polish, were paid £5 an hour"
		}
		if only && (c > 4 || s.first < v.last[f] || !v.tiedTo(v.last[f], s.first)) {
			continue
		}
		best := &at
		if s.role == doc.Origin {
			best = &from
		}
		if c < best.cost {
			*best = groupCost{s.group, c, s.role}
		}
	}
	if at.role != doc.NoRole {
		at = v.pastDateline(f, list, at)
	}
	var out []doc.ClaimPlace
	if v.countsCitizens(f) && (from.role == doc.NoRole || from.cost > 0) && !v.ofNamed(v.last[f]) {
		from = groupCost{}
		out = v.nation(f)
	}
	for _, g := range [...]groupCost{from, at} {
		if g.role != doc.NoRole {
			out = append(out, groupPlaces(list, g)...)
		}
	}
	return out
}

// pastDateline gives instead of the place of a dateline the nearest one of the
// sentence: what happened there is told there.
func (v *view) pastDateline(f int, list []site, at groupCost) groupCost {
	for i := range list {
		if list[i].group == at.group && !list[i].dateline {
			return at
		}
	}
	best := groupCost{cost: 80}
	for i := range list {
		if s := &list[i]; !s.dateline && !s.weak && !s.label && s.role != doc.Origin {
			if c := v.siteCost(s, f); c < best.cost {
				best = groupCost{s.group, c, s.role}
			}
		}
	}
	if best.role != doc.NoRole {
		return best
	}
	return at
}

// lasts reports whether figure f is a duration or an age.
func (v *view) lasts(f int) bool {
	k := v.d.Figures[v.figures[f]].Kind
	return k == doc.Duration || k == doc.Age
}

// countsCitizens reports whether figure f counts citizens of a country that it
// does not name itself: "700 citizens", "40 of their countrymen".
func (v *view) countsCitizens(f int) bool {
	fig := &v.d.Figures[v.figures[f]]
	what := strings.ToLower(fig.What)
	for _, w := range strings.Fields(what) {
		switch w {
		case "citizen", "citizens", "nationals", "countrymen", "countrywomen", "compatriots":
			return true
		}
	}
	return false
}

// ofNamed reports whether "of" and the name of a place stand at word i.
func (v *view) ofNamed(i int) bool {
	if !v.is(i, "of") {
		return false
	}
	if v.tag(i+1) == doc.DT {
		i++
	}
	return v.isPlace(i + 1)
}

// nation gives the country that the sentence names last before figure f, as a
// demonym or as a speaker.
func (v *view) nation(f int) []doc.ClaimPlace {
	for i := v.first[f] - 1; i >= 0; i-- {
		men := v.mention(i)
		if men == nil || men.Form != doc.Adjective && men.Type != doc.Place && men.Type != doc.Group {
			continue
		}
		first, last := v.extent(i)
		s := site{first: first, last: last, referent: v.referent(v.w[i].mention)}
		if v.name(&s, men) && s.subtype == "country" {
			return s.at(doc.Origin)
		}
	}
	return nil
}

// onlyTied reports whether figure f counts places themselves: "from more than
// 100 countries" is where, and has no where of its own but "in Africa" after it.
func (v *view) onlyTied(f int) bool {
	u := v.d.Figures[v.figures[f]].Unit
	if u != "country" && u != "nation" && u != "state" {
		return false
	}
	a := v.first[f] - 1
	return v.is(a, "from", "of", "in", "to") || v.is(a-1, "from", "of", "in", "to") || v.is(a-2, "from", "of")
}

// tiedTo reports whether only a preposition and articles stand between words lo
// and hi.
func (v *view) tiedTo(lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if v.tag(k) != doc.IN && v.tag(k) != doc.DT && !v.tag(k).IsAdjective() {
			return false
		}
	}
	return lo < hi
}

// siteCost is how far the place is from figure f.
func (v *view) siteCost(s *site, f int) int {
	if c, ok := v.siteSettled(s, f); ok {
		return c
	}
	c := v.siteOdds(s, f)
	if b := v.endOfPhrase(f); s.first >= b {
		return c + v.siteBehind(s, f, b)
	}
	return c + v.siteBefore(s, f)
}

// siteSettled gives the cost of a place that is figure f's whatever stands between them,
// or never; ok is false where that is to be weighed.
func (v *view) siteSettled(s *site, f int) (cost int, ok bool) {
	kind := v.d.Figures[v.figures[f]].Kind
	switch {
	case s.behind:
		return never, true
	case s.label && (s.owner <= f && f <= s.upto || s.upto == f-1 && v.sameItem(f)):
		return 0, true
	case s.label:
		return never, true
	case s.owner == f, s.first >= v.first[f] && s.last <= v.last[f]:
		return 0, true
	case v.elsewhere(f), s.role != doc.Location && v.apartFrom(s.first, f):
		return never, true
	case v.tied(s, f):
		return 1, true
	case s.role == doc.Origin && v.comers(s, f):
		return never, true
	case s.dateline && (v.titled || kind == doc.Money || kind == doc.Percent || kind == doc.ChangeKind):
		return never, true // where accounts are told is not where they were made
	}
	return 0, false
}

// siteOdds weighs what speaks against the place on whichever side of figure f it stands.
func (v *view) siteOdds(s *site, f int) int {
	c := 0
	if s.subject && s.last <= v.first[f] && v.placedBetween(s.last, v.first[f]) {
		c += 5
	}
	if s.role == doc.Location && v.apartFrom(s.first, f) {
		c += 4
	}
	if s.dateline && s.others {
		c += 10
	}
	if s.owner >= 0 {
		c += 6
	}
	if s.weak && s.subject {
		c += 5
	} else if s.weak {
		c += 8
	}
	return c
}

// siteBehind weighs what stands between the phrase of figure f, which ends at word b, and
// the place behind it.
func (v *view) siteBehind(s *site, f, b int) int {
	c := 1 + (s.first-b)/6 + v.parting(b, s.first, ahead) + v.commas(b, s.first)
	if v.tiedElsewhere(s, f) || f+1 < len(v.first) && s.last == v.first[f+1] && v.before(b, s.first, ",", ";") {
		c += 20
	}
	if v.partIn(s.first, f) || v.semicolon(b, s.first) && (v.figureInPart(s.last) || v.ownSubject(b, s.first)) {
		c += 20
	}
	if s.conjunct || v.partTold(s.first, f) {
		c += 20
	}
	if v.pastBracket(f, s.first) {
		c += 9
	}
	if v.discussed(b, s.first) {
		c += 30
	}
	n := v.between(b, s.first)
	if n > 0 && v.helpedBy(b, s.first) {
		c += 20
	}
	if n > 0 && s.role == doc.Location && v.inCommon(b, s.first, f) {
		c += 3 * n
	} else {
		c += v.crossing(b, s.first, f)
	}
	if n > 0 && (v.setAgainst(b, s.first) || v.before(b, s.first, "including", "among", "ranging", "varying")) {
		c += 30
	}
	if v.leads(v.beforeSite(s.first), s.last, f+1) {
		c += 20
	}
	return c
}

// topics are verbs of which the places behind are what is spoken of, not where that is done.
var topics = wordSet("discussed discuss discusses discussing reviewed condemned condemn condemns reiterated reaffirmed reaffirm underscored underlined emphasized emphasised stressed welcomed addressed urged called exchanged " +
	"pledged vowed support supporting denounced deplored criticised criticized debated commended praised recalled expressed renewed")

// discussed reports whether a verb between words lo and hi makes of the place at word hi what
// is spoken of: "the two leaders discussed the war in Chad".
func (v *view) discussed(lo, hi int) bool {
	for k := lo; k < hi && k < lo+4; k++ {
		if v.figureAt(k) || v.ends(k) {
			return false
		}
		if v.tag(k).IsVerb() && v.w[k].mention < 0 && topics[v.low(k)] {
			return v.tag(k) != doc.VBN && !v.is(k-1, "was", "were", "been", "be")
		}
	}
	return false
}

// helpedBy reports whether between words lo and hi a participle behind a comma begins what
// only goes with the statement: "rose to £9m, helped by two shops in Cork".
func (v *view) helpedBy(lo, hi int) bool {
	for k := lo; k+1 < hi; k++ {
		if v.isComma(k) && (v.tag(k+1) == doc.VBN || v.tag(k+1) == doc.VBD || v.tag(k+1) == doc.VBG) && v.is(k+2, "by", "to") && v.anyFigure(k, hi) {
			return true
		}
	}
	return false
}

// siteBefore weighs what stands between the place and figure f behind it.
func (v *view) siteBefore(s *site, f int) int {
	a := v.first[f]
	switch {
	case v.leads(v.beforeSite(s.first), s.last, f):
		return 2
	case s.fronted && v.is(s.last, ":") && s.first <= 2:
		return 9 // the label of an entry: what it names itself is nearer
	}
	apart := v.parting(s.last, a, ahead)
	if !s.fronted && !s.subject {
		return 5 + (a-s.last)/8 + apart + v.commas(s.last, a) + 6*v.between(s.last, a)
	}
	if v.before(s.last, a, ":") {
		apart++
	}
	return 3 + (a-s.last)/10 + apart + 2*v.between(s.last, a)
}

// ownSubject reports whether behind the last semicolon between words lo and hi a statement
// with a subject of its own begins: "40 men; the rest come from Peru".
func (v *view) ownSubject(lo, hi int) bool {
	for k := hi - 1; k > lo; k-- {
		if v.is(k, ";") {
			return v.is(k+1, "the") && v.is(k+2, "rest", "others", "remainder") || v.is(k+1, "others", "most", "some", "all")
		}
	}
	return false
}

// comers reports whether the origin s is that of others than figure f counts, who do
// something to it: "observers from Peru visited 40 stations".
func (v *view) comers(s *site, f int) bool {
	fig := &v.d.Figures[v.figures[f]]
	k := v.beforeSite(s.first)
	if s.last > v.first[f] || fig.Kind != doc.Count || fig.Unit == "person" || !v.has(k-1, human) || v.figureAt(k-1) {
		return false
	}
	for i := s.last; i < v.first[f]; i++ {
		if v.tag(i) == doc.VBD && v.w[i].mention < 0 {
			return !v.has(i, auxiliary|moves) && !v.figureAt(i+1) || v.figureAt(i+1) && !measureVerbs[v.low(i)]
		}
	}
	return false
}

// elsewhere reports whether figure f is said to be abroad or somewhere else.
func (v *view) elsewhere(f int) bool {
	return v.is(v.last[f], "abroad", "overseas", "elsewhere")
}

// sameItem reports whether figure f stands in the same item of a list as the
// figure before it: "Homs – 12 killed, 30 wounded; Hama – 4 killed".
func (v *view) sameItem(f int) bool {
	semicolon := false
	for k := range v.w {
		if v.is(k, ";") {
			semicolon = true
			if k > v.last[f-1] && k < v.first[f] {
				return false
			}
		}
	}
	return semicolon && v.labelOf(f) < 0 && v.bracket(v.first[f-1]) == 0
}

// leads reports whether a phrase that begins at word k and ends before word last
// stands right before figure f and is set off from what precedes it: "in Chad
// one in six, in Mali one in ten".
func (v *view) leads(k, last, f int) bool {
	return f < len(v.first) && v.first[f] >= last && v.pronounOnly(last, v.first[f]) && k > 0 && (v.isComma(k-1) || v.is(k-1, ";", "and", "but"))
}

// pronounOnly reports whether no more than "it is" stands between words lo and hi.
func (v *view) pronounOnly(lo, hi int) bool {
	if hi-lo <= 1 {
		return true
	}
	if hi-lo > 4 || !v.is(lo, "it", "they", "there") {
		return false
	}
	for k := lo + 1; k < hi; k++ {
		if !measureVerbs[v.low(k)] && v.tag(k) != doc.RB && !v.is(k, "at") {
			return false
		}
	}
	return true
}

// commas counts the commas between words lo and hi, but for the first.
func (v *view) commas(lo, hi int) int {
	n := 0
	for k := lo; k < hi; k++ {
		if v.isComma(k) {
			n++
		}
	}
	return max(0, n-1)
}

// between counts the figures that begin between words lo and hi.
func (v *view) between(lo, hi int) int {
	n := 0
	if v.acrossList(lo, hi) {
		return 0
	}
	for _, a := range v.first {
		if a >= lo && a < hi {
			n++
		}
	}
	return n
}

// crossing weighs the figures between figure f and what stands behind them:
// "10 dead and 20 wounded in Kabul" share it, statements of their own do not.
func (v *view) crossing(lo, hi, f int) int {
	n := v.between(lo, hi)
	if n == 0 {
		return 0
	}
	if v.ownStatement(f+1, hi) {
		return 14 + 8*n
	}
	next := hi
	if f+1 < len(v.first) {
		next = min(v.first[f+1], hi)
	}
	if v.verbBetween(lo, next) {
		if f+1 < len(v.first) && (v.is(v.first[f+1]-1, "in", "by", "at", "during", "across") || v.is(v.first[f+1]-2, "out")) && v.commas(lo, next) == 0 && !v.isComma(lo) && !v.conjoined(lo, next) {
			return 5 * n // "11 men were killed in 3 attacks on Monday": one statement
		}
		return 14 + 8*n
	}
	if n == 1 && f+1 < len(v.first) && v.isComma(v.last[f]) && !v.conjoined(v.last[f], v.first[f+1]) {
		return 14 // "1,600 in all, half of them in Tokyo"
	}
	return 5 * n
}

// verbBetween reports whether a finite verb stands between words lo and hi.
func (v *view) verbBetween(lo, hi int) bool {
	for k := lo; k < hi && k < len(v.w); k++ {
		if v.w[k].mention < 0 {
			if t := v.tag(k); t == doc.VBD || t == doc.VBZ || t == doc.VBP || t == doc.MD {
				return true
			}
		}
	}
	return false
}

// groupPlaces lists the places of one group in alphabetical order, each once.
func groupPlaces(list []site, g groupCost) []doc.ClaimPlace {
	var out []doc.ClaimPlace
	for i := range list {
		s := &list[i]
		if s.group != g.group || s.role != g.role {
			continue
		}
		double := false
		for _, p := range out {
			double = double || strings.EqualFold(p.Name, s.name)
		}
		if !double {
			out = append(out, doc.ClaimPlace{Name: s.name, Referent: s.referent, Role: s.role})
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].Name < out[j].Name })
	return out
}
