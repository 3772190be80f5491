package resolve

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"analyze/internal/doc"
	"analyze/internal/nlp/gazetteer"
)

// kindWords stand beside the bare name of a place in what a document may take
// for its name: "Sahel region".
var kindWords = set("region area city town village province governorate district valley desert state county municipality peninsula")

// A placeName is what a document means by one name of places.
type placeName struct {
	key      string
	mentions []int
	matches  []gazetteer.Match
	score    []float64
	best     int
	close    bool             // another candidate is about as good
	land     *gazetteer.Entry // the country that the text says it lies in, and no candidate does
}

// placing is the state of telling places.
type placing struct {
	*resolver
	names   []*placeName
	byKey   map[string]*placeName
	weight  map[string]float64 // of countries, by code: how much the document speaks of them
	total   float64
	regions map[string]float64 // the same of what contains countries
	inPlace map[*gazetteer.Entry]bool
	plain   map[*gazetteer.Entry]bool // named by a name that means nothing else
	speaks  map[string]bool           // countries that the document names otherwise than by the places to be told
	near    map[int][]string          // by sentence: the countries that it names, by name or demonym
	states  map[string]bool           // names of places that are regions or may be
}

// places brings together the names of places and gives them to gazetteer
// entries. What a name means is decided for the whole document by what the
// name means to most (kind, inhabitants), by the countries that the document
// speaks of, and by containers that stand beside it ("Paris, Texas"); the last
// counts for that mention first.
func (r *resolver) places() {
	p := &placing{resolver: r, byKey: make(map[string]*placeName), weight: make(map[string]float64), regions: make(map[string]float64), inPlace: make(map[*gazetteer.Entry]bool), speaks: make(map[string]bool), near: make(map[int][]string), states: make(map[string]bool), plain: make(map[*gazetteer.Entry]bool)}
	p.collect()
	p.weigh()
	p.beside()
	for round := 0; round < 2; round++ {
		p.decide(round == 1)
	}
	p.assign()
}

// collect gathers the names of places with their candidates.
func (p *placing) collect() {
	for i := range p.ms {
		n := &p.ms[i]
		if n.typ != doc.Place || n.Form == doc.Adjective {
			continue
		}
		pn := p.byKey[n.key]
		if pn == nil {
			pn = &placeName{key: n.key, matches: p.placesNamed(i)}
			for _, m := range pn.matches {
				if m.Entry.Kind == gazetteer.Region {
					p.states[key(m.Entry.Name)] = true
				}
			}
			p.byKey[n.key] = pn
			p.names = append(p.names, pn)
		}
		pn.mentions = append(pn.mentions, i)
	}
}

// placesNamed are the places that mention i may mean; where its name is none,
// it is tried without a word like "region".
func (p *placing) placesNamed(i int) []gazetteer.Match {
	ms := p.candidates(i)
	if k := slices.IndexFunc(ms, ofKingdom); k >= 0 {
		return slices.DeleteFunc(slices.Clone(ms), func(m gazetteer.Match) bool {
			return !m.User && m.Entry != ms[k].Entry && m.Entry.Kind == gazetteer.City && m.Entry.Population < manyPeople
		})
	}
	if len(ms) > 0 {
		return ms
	}
	n := &p.ms[i]
	words := strings.Fields(n.name)
	if last := len(words) - 1; last > 0 {
		for _, rest := range [][]string{words[:last], words[1:]} {
			drop := words[last]
			if len(rest) > 0 && &rest[0] != &words[0] {
				drop = words[0]
			}
			if kindWords[strings.ToLower(drop)] {
				if ms := p.byName(strings.Join(rest, " ")); len(ms) > 0 {
					return ms
				}
			}
		}
	}
	return nil
}

// ofKingdom reports whether a match is a country of the United Kingdom by its plain
// name; no small town is meant by that.
func ofKingdom(m gazetteer.Match) bool {
	if m.Entry.Kind != gazetteer.Region || m.Text != m.Entry.Name {
		return false
	}
	switch m.Entry.Code {
	case "GB-ENG", "GB-SCT", "GB-WLS", "GB-NIR":
		return true
	}
	return false
}

func (p *placing) byName(name string) []gazetteer.Match {
	var ms []gazetteer.Match
	for _, m := range p.lookup(name) {
		if m.Entry.Kind.Type() == "PLACE" && m.Alias < gazetteer.DemonymNoun {
			ms = append(ms, m)
		}
	}
	return ms
}

// weigh sums up how much the document speaks of which countries: by names that
// can mean nothing else, and by demonyms.
func (p *placing) weigh() {
	for _, pn := range p.names {
		if len(pn.matches) == 0 {
			if e := p.landOf(pn); e != nil {
				p.speaks[e.Country] = true
				p.speaksOf(e, 0.5)
			}
			continue
		}
		if len(pn.matches) == 1 {
			p.plain[pn.matches[0].Entry] = true
		}
		first := pn.matches[0].Entry
		for _, m := range pn.matches {
			if m.Entry.Country != first.Country {
				first = nil
				break
			}
		}
		if first != nil {
			p.speaks[first.Country] = p.speaks[first.Country] || first.Kind == gazetteer.Country
			p.speaksOf(first, math.Sqrt(float64(len(pn.mentions))))
			for _, i := range pn.mentions {
				p.nearby(i, first)
			}
		}
	}
	for i := range p.ms {
		n := &p.ms[i]
		if n.typ == doc.Group || n.Form == doc.Adjective {
			if e := p.demonym(n); e != nil {
				p.speaks[e.Country] = true
				p.speaksOf(e, 0.5)
				p.nearby(i, e)
			}
		}
	}
}

// nearby notes that the sentence of mention i names the country of e.
func (p *placing) nearby(i int, e *gazetteer.Entry) {
	if s := p.ms[i].Sentence; e.Country != "" && !contains(p.near[s], e.Country) {
		p.near[s] = append(p.near[s], e.Country)
	}
}

// alone is the share of the mentions of a name, at most eight of them, whose
// sentence names a country and no other.
func (p *placing) alone(pn *placeName, country string) float64 {
	ms := pn.mentions[:min(len(pn.mentions), 8)]
	k := 0
	for _, i := range ms {
		if c := p.near[p.ms[i].Sentence]; len(c) == 1 && c[0] == country {
			k++
		}
	}
	return float64(k) / float64(len(ms))
}

func (p *placing) speaksOf(e *gazetteer.Entry, w float64) {
	if e.Country == "" {
		p.regions[e.ID] += w
		return
	}
	p.weight[e.Country] += w
	p.total += w
	if c := p.g.Country(e.Country); c != nil {
		for _, up := range c.PartOf {
			p.regions[up] += w
		}
	}
}

// demonym is the place whose people or things a mention names, nil if none.
func (r *resolver) demonym(n *named) *gazetteer.Entry {
	if n.Form == doc.Adjective {
		for _, k := range n.Keys {
			if e := r.g.ByID(k); e != nil {
				return e
			}
		}
	}
	if e, _, _ := r.g.Demonym(n.name); e != nil {
		return e
	}
	for _, m := range r.lookup(n.name) {
		if m.Alias == gazetteer.DemonymNoun || m.Alias == gazetteer.DemonymAdj {
			return m.Entry
		}
	}
	return nil
}

// beside decides single mentions by a container or something contained that
// stands right beside them: "Sirte, Libya", "Paris (Texas)".
func (p *placing) beside() {
	for i := 0; i+1 < len(p.ms); i++ {
		if p.ms[i].typ != doc.Place || p.ms[i+1].typ != doc.Place {
			continue
		}
		switch strings.TrimSpace(p.between(i, i+1)) {
		case ",", "(", "in", ", in":
		default:
			continue
		}
		a, b := p.byKey[p.ms[i].key], p.byKey[p.ms[i+1].key]
		if a == nil || b == nil {
			continue
		}
		if in, out := p.nested(a, b); in != nil {
			p.ms[i].place, p.ms[i+1].place = in, out
			p.inPlace[in], p.inPlace[out] = true, true
		} else if e := b.onlyCountry(); e != nil && e.Country != "" && !p.inRow(i) {
			a.land = cmp.Or(a.land, e)
		}
	}
}

// onlyCountry is the country that a name means, nil where it may mean more than that or
// some small town.
func (pn *placeName) onlyCountry() *gazetteer.Entry {
	for k, m := range pn.matches {
		if e := m.Entry; (e.Kind == gazetteer.Country) != (k == 0) || k > 0 && (e.Kind != gazetteer.City || e.Population > manyPeople) {
			return nil
		}
	}
	if len(pn.matches) == 0 {
		return nil
	}
	return pn.matches[0].Entry
}

// inRow reports whether the places of mentions i and i+1 are members of a row rather
// than one in the other: a third place is tied to them, or they stand in a table.
func (p *placing) inRow(i int) bool {
	if p.inList(i) || p.ms[i].In == doc.TableBlock {
		return true
	}
	for _, k := range []int{i - 1, i + 1} {
		if k < 0 || k+1 >= len(p.ms) || p.ms[k+1].typ != doc.Place {
			continue
		}
		switch strings.TrimSpace(p.between(k, k+1)) {
		case ",", "and", ", and", "or", "&", ";":
			return true
		}
	}
	return false
}

// nested finds the first candidate of a that lies within a candidate of b; a
// country that lists its neighbours in rows ("Niger, Nigeria") nests nothing but
// a region ("Georgia, U.S.").
func (p *placing) nested(a, b *placeName) (in, out *gazetteer.Entry) {
	country := false
	for _, m := range a.matches {
		country = country || m.Entry.Kind == gazetteer.Country
	}
	for _, m := range a.matches[:min(len(a.matches), 12)] {
		if m.Entry.Kind == gazetteer.Country {
			continue
		}
		for _, k := range b.matches[:min(len(b.matches), 6)] {
			if country && k.Entry.Kind == gazetteer.Country && m.Entry.Kind != gazetteer.Region {
				continue
			}
			if p.holds(k.Entry, m.Entry) {
				return m.Entry, k.Entry
			}
		}
	}
	return nil, nil
}

// holds reports whether the place outer contains inner.
func (p *placing) holds(outer, inner *gazetteer.Entry) bool {
	switch outer.Kind {
	case gazetteer.City:
		return false
	case gazetteer.Country:
		return inner.Country == outer.Country
	}
	return p.g.Within(inner.ID, outer.ID) || regionOf(inner, outer)
}

func regionOf(city, region *gazetteer.Entry) bool {
	return region.Kind == gazetteer.Region && city.Kind == gazetteer.City && city.Country == region.Country && city.Region != "" && key(city.Region) == key(region.Name)
}

// decide scores the candidates of every name; again is the second round, which
// knows the countries of the places that the first one decided.
func (p *placing) decide(again bool) {
	if again {
		for _, pn := range p.names {
			if len(pn.matches) > 1 && !pn.close {
				p.speaksOf(pn.matches[pn.best].Entry, 0.5)
			}
		}
	}
	if again {
		p.unsupported()
	}
	for _, pn := range p.names {
		pn.score = make([]float64, len(pn.matches))
		best, second := math.Inf(-1), math.Inf(-1)
		for k, m := range pn.matches {
			s := p.score(pn, m, k)
			pn.score[k] = s
			switch {
			case s > best:
				second = best
				best, pn.best = s, k
			case s > second:
				second = s
			}
		}
		pn.close = len(pn.matches) > 1 && best-second < 1.2
	}
}

// unsupported drops what is too far from anything that the document speaks of:
// regions and small towns whose names are English words ("the West"), in
// countries that it never names.
func (p *placing) unsupported() {
	for _, pn := range p.names {
		kept := pn.matches[:0:0]
		for _, m := range pn.matches {
			if p.supported(pn, m) {
				kept = append(kept, m)
			}
		}
		pn.matches, pn.best = kept, 0
	}
}

func (p *placing) supported(pn *placeName, m gazetteer.Match) bool {
	e := m.Entry
	if !m.User && !p.inPlace[e] && alsoPeoples[pn.key] && e.Name != m.Text && !p.speaks[e.Country] && p.peopleOf(pn) {
		return false // the Roma quarter
	}
	if m.User || p.inPlace[e] || e.Kind == gazetteer.Country || e.Kind == gazetteer.MacroRegion || e.Capital && !directions[pn.key] {
		return true
	}
	if p.smallAndFar(e) && e.Population < fewPeople && len(p.speaks) > 0 {
		return false
	}
	if p.speaks[e.Country] {
		return true
	}
	if e.Kind == gazetteer.City && len(p.speaks) > 0 && p.quarterOrHouse(pn) {
		return false
	}
	if e.Kind != gazetteer.OtherPlace && len(p.speaks) > 0 && p.small(pn) {
		return false
	}
	if len(pn.key) < 4 && (e.Kind == gazetteer.Region || m.Weak) && len(p.speaks) > 0 {
		return false // Mon is a day
	}
	if e.Kind == gazetteer.City && e.Population < manyPeople && p.elsewhere(e.Country) &&
		(e.Population < fewPeople && englishLands[e.Country] || m.Alias == gazetteer.Variant || m.Alias == gazetteer.Former || isAcronym(p.ms[pn.mentions[0]].name)) {
		return false
	}
	if strings.Contains(pn.key, " ") {
		return true
	}
	return !directions[pn.key] && !gazetteer.EnglishWord(pn.key) && !(e.Kind == gazetteer.Region && m.Weak && p.weight[e.Country] < 2)
}

// manyPeople is how many inhabitants a town has that people elsewhere call by a
// spelling of their own.
const manyPeople = 200_000

// fewPeople is below how many inhabitants a town is not known outside of its land.
const fewPeople = 50_000

// englishLands are countries whose small towns have names that are English words, or
// those of people and towns elsewhere.
var englishLands = set("US CA AU NZ GB IE ZA")

// elsewhere reports whether the document is about another country than one that it
// never names.
func (p *placing) elsewhere(country string) bool {
	for c, w := range p.weight {
		if c != country && w >= 2 && 2*w > p.total {
			return true
		}
	}
	return false
}

// small reports whether the text calls a place something that no town or province
// abroad is called: a crossing, a camp, a jail.
func (p *placing) small(pn *placeName) bool {
	for _, i := range pn.mentions[:min(len(pn.mentions), 8)] {
		rest := p.d.Text[p.ms[i].End:min(len(p.d.Text), p.ms[i].End+24)]
		w := strings.Fields(rest)
		if len(w) > 1 && (w[0] == "refugee" || w[0] == "transit" || w[0] == "displacement") {
			w = w[1:]
		}
		if len(w) > 0 && rest[0] == ' ' && smallPlaces[strings.TrimRight(w[0], ".,;:)’")] {
			return true
		}
	}
	return false
}

// quarterOrHouse reports whether the text calls a place a part of a town, or a house
// has its name: "Kanyama, a crowded township", "the Dubai City wedding hall".
func (p *placing) quarterOrHouse(pn *placeName) bool {
	for _, i := range pn.mentions[:min(len(pn.mentions), 8)] {
		rest := p.d.Text[p.ms[i].End:min(len(p.d.Text), p.ms[i].End+60)]
		if told, ok := strings.CutPrefix(rest, ", a "); ok {
			told, _, _ = strings.Cut(told, ",")
			for _, w := range strings.Fields(told) {
				if townParts[w] {
					return true
				}
			}
		} else if w := strings.Fields(rest); len(w) > 1 && rest[0] == ' ' && (houses[strings.TrimRight(w[0], ".,;:)")] || w[0] == "wedding" || w[0] == "shopping") {
			return true
		}
	}
	return false
}

// peopleOf reports whether a name always stands before a word for a part of a people or
// of a town, as that of a people does.
func (p *placing) peopleOf(pn *placeName) bool {
	for _, i := range pn.mentions {
		w := strings.Fields(p.d.Text[p.ms[i].End:min(len(p.d.Text), p.ms[i].End+24)])
		if len(w) == 0 || !peopleWords[strings.Trim(w[0], ".,;:)")] {
			return false
		}
	}
	return true
}

var (
	alsoPeoples = set("roma") // what towns are called elsewhere than in English, and peoples in English
	peopleWords = set("quarter community communities people peoples camp camps family families settlement settlements minority minorities children women men population neighbourhood neighborhood")
	townParts   = set("township suburb neighbourhood neighborhood slum quarter shantytown favela")
	houses      = set("hotel restaurant cinema nightclub supermarket guesthouse cafe café theatre theater")
)

var smallPlaces = set("crossing camp village dam bridge river valley forest hamlet ward settlement wadi checkpoint jail prison penitentiary dump quarry mine neighbourhood neighborhood slum barracks")

// directions name nothing by themselves.
var directions = set("north south east west northeast northwest southeast southwest northern southern eastern western central centre center middle coast border interior downtown midtown uptown")

// score weighs one candidate of a name. The numbers are in orders of magnitude
// of inhabitants.
func (p *placing) score(pn *placeName, m gazetteer.Match, rank int) float64 {
	e := m.Entry
	s := prior(m) - 0.15*float64(min(rank, 10))
	if p.total > 0 && e.Country != "" && e.Kind != gazetteer.Country && !p.smallAndFar(e) {
		s += 4*math.Sqrt(p.weight[e.Country]/p.total) + 2.5*p.alone(pn, e.Country)
	}
	if e.Kind == gazetteer.Country {
		near := 0.0
		for _, up := range e.PartOf {
			near = max(near, p.regions[up])
		}
		s += min(2, near)
	}
	if e.Kind == gazetteer.Region {
		s += p.townOf(pn, e)
	}
	if len(pn.matches) > 1 && p.articled(pn) {
		s += articled[e.Kind]
	}
	if p.inPlace[e] || p.plain[e] && len(pn.matches) > 1 {
		s += 3
	}
	for _, i := range pn.mentions {
		if p.ms[i].place == e {
			s += 3
			break
		}
	}
	return s
}

// articled is what an article before a name is worth to what it may mean: "the Sahel"
// is no province of one land, "the Pacific" no town.
var articled = map[gazetteer.Kind]float64{gazetteer.MacroRegion: 5, gazetteer.OtherPlace: 5, gazetteer.City: -2}

// articled reports whether an article stands before a name, and no word like "province"
// behind it.
func (p *placing) articled(pn *placeName) bool {
	for _, i := range pn.mentions[:min(len(pn.mentions), 8)] {
		n := &p.ms[i]
		if before := p.d.Text[max(0, n.Start-5):n.Start]; !strings.HasSuffix(before, " the ") && before != "The " && !strings.HasSuffix(before, "\nThe ") {
			continue
		}
		if w := strings.Fields(p.d.Text[n.End:min(len(p.d.Text), n.End+24)]); len(w) == 0 || !kindWords[strings.Trim(w[0], ".,;:)")] {
			return true
		}
	}
	return false
}

// smallAndFar reports whether a town is one of those in North America that texts name
// with their state, and the document names the state nowhere: a bare Naples is not
// that in Florida.
func (p *placing) smallAndFar(e *gazetteer.Entry) bool {
	return e.Kind == gazetteer.City && (e.Country == "US" || e.Country == "CA") && !e.Capital && e.Population < manyPeople && e.Region != "" && !p.states[key(e.Region)] && !p.inPlace[e]
}

// townOf lowers a region that has its name from a town among the candidates, in it
// or a capital: a bare name means the town. California in Maryland is no such one.
func (p *placing) townOf(pn *placeName, region *gazetteer.Entry) float64 {
	for _, m := range pn.matches {
		if c := m.Entry; c.Kind == gazetteer.City && (regionOf(c, region) || c.Capital) {
			return -2.5
		}
	}
	return 0
}

// prior is what a name means to most, before the document is read.
func prior(m gazetteer.Match) float64 {
	e := m.Entry
	var s float64
	switch e.Kind {
	case gazetteer.Country:
		s = 9
	case gazetteer.MacroRegion:
		s = 8
	case gazetteer.City:
		s = math.Log10(float64(e.Population + 100))
		if e.Capital {
			s += 1.5
		}
	case gazetteer.Region:
		s = 6
	default:
		s = 5
	}
	switch m.Alias {
	case gazetteer.Variant:
		s -= 1.5
	case gazetteer.Former:
		s -= 0.5
	}
	if m.Weak {
		s -= 2.5
	}
	if m.User {
		s += 20
	}
	return s
}

// assign puts the mentions in clusters.
func (p *placing) assign() {
	for _, pn := range p.names {
		if len(pn.matches) == 0 || pn.land != nil && pn.onlyTowns(pn.land.Country) {
			p.unknown(pn)
			continue
		}
		for _, i := range pn.mentions {
			e := pn.matches[pn.best].Entry
			if own := p.ms[i].place; own != nil {
				e = own
			} else if own := p.company(i, pn); own != nil {
				e = own
			}
			p.put(i, p.of(e))
		}
		p.doubts(pn)
	}
}

// onlyTowns reports whether a name has no candidate in a country and means neither a
// country nor more than one.
func (pn *placeName) onlyTowns(country string) bool {
	for _, m := range pn.matches {
		if m.User || m.Entry.Country == country || m.Entry.Country == "" || m.Entry.Kind == gazetteer.Country {
			return false
		}
	}
	return true
}

// company is the candidate that a mention of an ambiguous name has for what it
// stands in a row with: a country among countries ("Georgia and Armenia"), a
// state among states; or since "the state of" stands before it. nil where the
// text says neither.
func (p *placing) company(i int, pn *placeName) *gazetteer.Entry {
	if len(pn.matches) < 2 {
		return nil
	}
	n := &p.ms[i]
	if strings.HasSuffix(p.d.Text[max(0, n.Start-9):n.Start], "state of ") {
		return pn.ofKind(gazetteer.Region, "")
	}
	for _, k := range []int{i - 1, i + 1} {
		if k < 0 || k >= len(p.ms) || p.ms[k].typ != doc.Place || p.ms[k].Form == doc.Adjective {
			continue
		}
		switch strings.TrimSpace(p.between(min(i, k), max(i, k))) {
		case ",", "and", ", and", "or", "/", "&":
		default:
			continue
		}
		o := p.byKey[p.ms[k].key]
		if o == nil || len(o.matches) == 0 || o.close || len(o.matches) > 1 && o.matches[o.best].Entry.Kind != gazetteer.Country {
			continue
		}
		switch e := o.matches[o.best].Entry; e.Kind {
		case gazetteer.Country:
			return pn.ofKind(gazetteer.Country, "")
		case gazetteer.Region:
			return pn.ofKind(gazetteer.Region, e.Country)
		}
	}
	return nil
}

// ofKind is the best candidate of a kind, in a country if one is given.
func (pn *placeName) ofKind(k gazetteer.Kind, country string) *gazetteer.Entry {
	var best *gazetteer.Entry
	top := math.Inf(-1)
	for n, m := range pn.matches {
		if m.Entry.Kind == k && (country == "" || m.Entry.Country == country) && pn.score[n] > top {
			best, top = m.Entry, pn.score[n]
		}
	}
	return best
}

// doubts notes the runners-up, and says so where the text does not decide.
func (p *placing) doubts(pn *placeName) {
	best := pn.matches[pn.best].Entry
	c := p.byEntry[best]
	if c == nil || len(c.others) > 0 {
		return
	}
	for n := 0; n < 3; n++ {
		top, at := math.Inf(-1), -1
		for k, m := range pn.matches {
			if m.Entry != best && !m.Weak && pn.score[k] > top && !contains(c.others, m.Entry.ID) {
				top, at = pn.score[k], k
			}
		}
		if at < 0 {
			break
		}
		e := pn.matches[at].Entry
		c.others = append(c.others, e.ID)
		if n == 0 && pn.close && !p.inPlace[best] && (e.Country != best.Country || best.Country == "" && e.Country == "") {
			c.doubt = "may be " + describe(p.g, e)
		}
	}
}

func contains(s []string, x string) bool {
	for _, y := range s {
		if x == y {
			return true
		}
	}
	return false
}

// describe names an entry so that it is told from others of its name.
func describe(g *gazetteer.Gazetteer, e *gazetteer.Entry) string {
	s := e.Name + " (" + e.Kind.String()
	if c := g.Country(e.Country); c != nil && c != e {
		s += " in " + c.Name
	}
	return s + ")"
}

// unknown makes a cluster of a place that is in no list; a country that stands
// behind it is its country.
func (p *placing) unknown(pn *placeName) {
	c := p.cluster(doc.Place)
	c.country = cmp.Or(pn.land, p.landOf(pn))
	for _, i := range pn.mentions {
		p.put(i, c)
		if c.country != nil || i+1 == len(p.ms) || p.ms[i+1].typ != doc.Place {
			continue
		}
		if b := strings.TrimSpace(p.between(i, i+1)); b != "," && b != "in" && b != "in the" {
			continue
		}
		if next := p.byKey[p.ms[i+1].key]; next != nil && len(next.matches) > 0 && p.ms[i].In != doc.TableBlock {
			if e := next.matches[next.best].Entry; e.Kind == gazetteer.Country && !p.inList(i) {
				c.country = e
			}
		}
	}
}

// landOf is the country of whose quarter a name is: "North-East Nigeria", "Southern
// Iraq"; nil for others.
func (p *placing) landOf(pn *placeName) *gazetteer.Entry {
	words := strings.FieldsFunc(p.ms[pn.mentions[0]].name, func(r rune) bool { return r == ' ' || r == '-' })
	k := 0
	for k < len(words)-1 && directions[strings.ToLower(words[k])] {
		k++
	}
	if k == 0 {
		return nil
	}
	if ms := p.byName(strings.Join(words[k:], " ")); len(ms) > 0 && ms[0].Entry.Kind == gazetteer.Country {
		return ms[0].Entry
	}
	return nil
}

// inList reports whether mention i stands in an enumeration: another name and
// a comma right before it.
func (p *placing) inList(i int) bool {
	return i > 0 && p.ms[i-1].typ == doc.Place && strings.TrimSpace(p.between(i-1, i)) == ","
}
