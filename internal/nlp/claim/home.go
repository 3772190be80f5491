package claim

import (
	"strings"

	"analyze/internal/doc"
	"analyze/internal/nlp/gazetteer"
)

// A home is the country, or the place without a known one, that the whole of a
// document speaks of: what it counts without saying where lies there.
type home struct {
	country string // ISO 3166-1 alpha-2, "" where the place has none
	place   doc.ClaimPlace
	other   doc.ClaimPlace // joined to it: England and Wales
}

func (h *home) known() bool { return h.place.Name != "" }

func (h *home) places() []doc.ClaimPlace {
	if h.other.Name == "" {
		return []doc.ClaimPlace{h.place}
	}
	return []doc.ClaimPlace{h.place, h.other}
}

// A homeCount weighs how often a document names the places of one country.
type homeCount struct {
	country  string
	referent int // of the country itself or of a place without a known one, -1
	weight   int
	named    int  // mentions
	located  int  // mentions that say where something is
	head     int  // mentions in title, headings, byline or the first sentences
	title    int  // mentions in the title
	state    bool // in the head, as a state: "Republic of Kenya"
	told     bool // the country itself is named, or its people
}

// opening is how many sentences of text may tell what the document is about.
const opening = 2

// readHome finds the home of the document: the country that the head of the text
// names and most of its places lie in.
func (r *reader) readHome() home {
	if r.ofPerson() {
		return home{}
	}
	state := r.stateInHead()
	list, total, all := r.countHomes(state)
	best := -1
	for i := range list {
		if list[i].state {
			return r.homeAt(&list[i])
		}
		if best < 0 || list[i].weight > list[best].weight {
			best = i
		}
	}
	switch {
	case state != "":
		return home{place: doc.ClaimPlace{Name: state, Referent: -1, Role: doc.Location}}
	case best < 0:
		return home{}
	case list[best].dominates(total) && (list[best].country != "" || 5*list[best].weight >= 3*all), entitled(list, best):
		return r.homeAt(&list[best])
	}
	return home{}
}

// minLife is how often a life names whom it is about.
const minLife = 4

// ofPerson reports whether the title is the name of a person, whom the text goes on to
// name, and nothing else: a life is led in many places.
func (r *reader) ofPerson() bool {
	for _, i := range r.mentionsIn(r.d.Meta.TitleSpan) {
		if i >= len(r.d.ReferentOf) || r.d.ReferentOf[i] < 0 || len(r.d.Referents[r.d.ReferentOf[i]].Mentions) < minLife {
			continue
		}
		if m := &r.d.Mentions[i]; m.Type == doc.Person && m.Len() >= len(strings.TrimSpace(r.d.Slice(r.d.Meta.TitleSpan))) {
			return true
		}
	}
	return false
}

// countHomes weighs the countries and places that the document names, by the money of a
// country too; total is the weight of those of known countries, all that of all. State is
// what its head names as a state.
func (r *reader) countHomes(state string) (list []homeCount, total, all int) {
	at, title := map[string]int{}, r.d.Meta.TitleSpan
	for i := range r.d.Mentions {
		key, country, ref := r.homeOf(i)
		if key == "" || r.d.Mentions[i].Start < maxTop && r.inAddress(r.d.Mentions[i].Span) {
			continue
		}
		k, ok := at[key]
		if !ok {
			k = len(list)
			at[key] = k
			list = append(list, homeCount{country: country, referent: -1})
		}
		t := &list[k]
		w, located := r.homeWeight(i)
		t.weight, t.named = t.weight+w, t.named+1
		if all += w; country != "" {
			total += w
		}
		if located {
			t.located++
		}
		if r.inHead(i) {
			t.head++
		}
		if title.Contains(r.d.Mentions[i].Span) && (located || !r.modifies(i)) {
			t.title++
		}
		if ref >= 0 && state != "" && strings.HasSuffix(r.d.Referents[ref].Name, state) && (country == "" || r.d.Referents[ref].Subtype == "country") {
			t.state, t.referent = true, ref
		}
		t.told = t.told || ref < 0 || r.d.Referents[ref].Subtype == "country" || country == ""
		if t.referent < 0 && ref >= 0 && (country == "" || r.d.Referents[ref].Subtype == "country") {
			t.referent = ref
		}
	}
	for _, code := range r.currencies() {
		if k, ok := at[code]; ok {
			list[k].weight, list[k].located = list[k].weight+1, list[k].located+1
		}
		total, all = total+1, all+1
	}
	return list, total, all
}

// entitled reports whether the title names the country at best and no other, and the
// text none that weighs nearly as much.
func entitled(list []homeCount, best int) bool {
	t := &list[best]
	if t.title == 0 || t.named < 3 || t.located == 0 {
		return false
	}
	for i := range list {
		if i != best && (list[i].title > 0 && list[i].country != "" || 3*list[i].weight > 2*t.weight) {
			return false
		}
	}
	return true
}

// modifies reports whether mention i is the name of a place that says of what kind a noun
// behind it is: "the Syria crisis".
func (r *reader) modifies(i int) bool {
	m := &r.d.Mentions[i]
	return m.Type == doc.Place && m.Form != doc.Adjective && m.Last < len(r.d.Tokens) && r.d.Tokens[m.Last].Tag.IsNoun() && r.d.Tokens[m.Last].Start < r.d.Meta.TitleSpan.End
}

// realmWords stand before the name of a state in the head of what it publishes.
var realmWords = [...]string{"Republic of ", "Kingdom of ", "Commonwealth of ", "Federation of "}

// countryAt is the name of the country in whose name the byte lies, "" where no list
// holds it.
func (r *reader) countryAt(at int) string {
	for i := range r.d.Mentions {
		m := &r.d.Mentions[i]
		if at < m.Start || m.End <= at || i >= len(r.d.ReferentOf) || r.d.ReferentOf[i] < 0 {
			continue
		}
		if ref := &r.d.Referents[r.d.ReferentOf[i]]; ref.Subtype == "country" && ref.Key != "" {
			return ref.Name
		}
	}
	return ""
}

// stateInHead gives the name of the state whose paper it is by the head of the document,
// "Republic of Lesotho", "" if it tells none.
func (r *reader) stateInHead() string {
	for b := range r.d.Blocks {
		k := &r.d.Blocks[b]
		if k.Start >= maxHead || k.Kind == doc.Body {
			break
		}
		text := r.d.Slice(k.Text)
		low := strings.ToLower(text)
		for _, w := range realmWords {
			at := strings.Index(low, strings.ToLower(w))
			if at < 0 || len(low) != len(text) || len(text) > 120 {
				continue
			}
			if name := r.countryAt(k.Text.Start + at); name != "" {
				return name
			}
			name := text[at+len(w):]
			if end := strings.IndexAny(name, ",.;:()|\n\t–"); end >= 0 {
				name = name[:end]
			}
			if name = titled(strings.ToLower(strings.TrimSpace(name))); name != "" && len(strings.Fields(name)) < 4 && !strings.Contains(name, " and ") {
				return name
			}
		}
	}
	return ""
}

// dominates reports whether a document whose places weigh total is about t.
func (t *homeCount) dominates(total int) bool {
	switch {
	case t.country == "":
		return t.head > 0 && t.named >= 3 && t.located > 0 && t.weight > total
	case t.located == 0 || 2*t.located < t.named:
		return false // it is rather somebody who acts
	case t.head > 0:
		return t.named >= 2 && 5*t.weight >= 3*total
	}
	return t.named >= 4 && 10*t.weight >= 7*total
}

// homeAt names the place that is named.
func (r *reader) homeAt(t *homeCount) home {
	h := home{country: t.country, place: doc.ClaimPlace{Referent: t.referent, Role: doc.Location}}
	if t.referent >= 0 {
		h.place.Name = r.d.Referents[t.referent].Name
		if r.d.Referents[t.referent].Key == "" {
			for _, w := range realmWords {
				h.place.Name = strings.TrimPrefix(h.place.Name, w)
			}
		}
	} else if e := gazetteer.Default().Country(t.country); e != nil {
		if !t.told && !strings.Contains(r.d.Text, e.Name) {
			return r.pairInHead(t.country) // only its towns are named
		}
		h.place.Name = e.Name
	}
	return h
}

// pairInHead gives as the home two regions of one country that the head of the document
// joins by "and": "England and Wales".
func (r *reader) pairInHead(country string) home {
	for i := 1; i < len(r.d.Mentions); i++ {
		a, b := &r.d.Mentions[i-1], &r.d.Mentions[i]
		if !r.inHead(i) || !r.inHead(i-1) || r.d.Text[a.End:max(b.Start, a.End)] != " and " {
			continue
		}
		_, ca, ra := r.homeOf(i - 1)
		_, cb, rb := r.homeOf(i)
		if ca != country || cb != country || ra < 0 || rb < 0 || ra == rb || r.d.Referents[ra].Subtype != "region" || r.d.Referents[rb].Subtype != "region" {
			continue
		}
		h := home{country: country, place: doc.ClaimPlace{Name: r.d.Referents[ra].Name, Referent: ra, Role: doc.Location},
			other: doc.ClaimPlace{Name: r.d.Referents[rb].Name, Referent: rb, Role: doc.Location}}
		if h.other.Name < h.place.Name {
			h.place, h.other = h.other, h.place
		}
		return h
	}
	return home{}
}

// homeOf gives the country that mention i speaks of, and what it means; the key
// is "" where it says nothing of a country.
func (r *reader) homeOf(i int) (key, country string, ref int) {
	men := &r.d.Mentions[i]
	ref = -1
	if i < len(r.d.ReferentOf) {
		ref = r.d.ReferentOf[i]
	}
	switch {
	case men.Type == doc.Place && ref >= 0 && r.d.Referents[ref].Type == doc.Place:
		p := &r.d.Referents[ref]
		if country = p.Country; country == "" && (p.Key != "" || p.Name == "") {
			return "", "", -1 // a sea, a continent
		}
		if country == "" {
			return "#" + p.Name, "", ref
		}
		return country, country, ref
	case men.Form == doc.Adjective || men.Type == doc.Group:
		s := site{referent: -1}
		if nameCountry(&s, men) && s.subtype == "country" {
			return s.country, s.country, -1
		}
	case men.Type == doc.Org && strings.HasPrefix(r.d.Text[men.Start:men.End], "U.S. "):
		return "US", "US", -1
	}
	return "", "", -1
}

// homeWeight says how much mention i tells of where things are: more behind a
// preposition and as a possessor, less as an adjective, nothing in notes.
func (r *reader) homeWeight(i int) (weight int, located bool) {
	men := &r.d.Mentions[i]
	switch r.d.Blocks[max(r.d.BlockAt(men.Start), 0)].Kind {
	case doc.Footnote, doc.Bibliography, doc.Boilerplate:
		return 0, false
	}
	if men.Form == doc.Adjective || men.Type == doc.Group {
		return 1, false
	}
	for t := men.First - 1; t >= 0 && t > men.First-4; t-- {
		switch w := strings.ToLower(r.d.Word(t)); w {
		case "in", "across", "throughout", "inside", "from", "near", "of", "off", "to", "at", "around":
			return 2, true
		case "the", "northern", "southern", "eastern", "western", "central":
			continue
		}
		break
	}
	if t := men.Last; t < len(r.d.Tokens) && r.d.Tokens[t].Tag == doc.POS {
		return 2, true
	}
	if i < len(r.d.ReferentOf) && r.d.ReferentOf[i] >= 0 && r.d.Referents[r.d.ReferentOf[i]].Subtype != "country" {
		return 1, true // towns seldom act
	}
	return 1, r.inHead(i)
}

// maxTop bounds the text, in bytes, in which a paper may say where its authors work, and
// maxAddress a line that does.
const (
	maxTop     = 4000
	maxAddress = 320
)

// addressWords stand in a line that says where authors work, met or publish.
var addressWords = wordSet("university universidad universidade université universität universiteit università institute institut instituto department departamento faculty laboratory laboratorio lab school college centre center centro academy hospital " +
	"congress conference workshop symposium proceedings correspondence copyright publisher published email e-mail press box avenue street road campus cnrs")

// inAddress reports whether span stands in a line of names, most of them capitals, that tells
// where authors work, met or publish.
func (r *reader) inAddress(span doc.Span) bool {
	from := strings.LastIndexByte(r.d.Text[:span.Start], '\n') + 1
	line := r.d.Text[from:]
	if end := strings.IndexByte(line, '\n'); end >= 0 {
		line = line[:end]
	}
	if len(line) > maxAddress || r.d.Meta.TitleSpan.Overlaps(doc.Span{Start: from, End: from + len(line)}) {
		return false
	}
	large, all, tells := 0, 0, strings.Contains(line, "@")
	for _, w := range strings.Fields(line) {
		w = strings.Trim(w, ".,;:()*")
		if w == "" || linking[strings.ToLower(w)] {
			continue
		}
		all++
		if c := w[0]; c < 'a' || c > 'z' {
			large++
		}
		tells = tells || addressWords[strings.ToLower(w)]
	}
	return tells && 3*large > 2*all
}

// linking are the small words inside of names.
var linking = wordSet("of and the de la le del der des di da do in at for & et y e")

// inHead reports whether mention i stands in what opens the document.
func (r *reader) inHead(i int) bool {
	men := &r.d.Mentions[i]
	var head bool
	switch blockKind(r.d, r.d.BlockAt(men.Start)) {
	case doc.Title, doc.Byline:
		head = true
	case doc.Heading:
		head = men.Start < maxHead
	default:
		head = men.Sentence >= 0 && men.Sentence < r.opened
	}
	return head && !r.inAddress(men.Span)
}

// titleNamesPlace reports whether the title of the document names a place, so that its
// dateline only says where it was written.
func (r *reader) titleNamesPlace() bool {
	for _, i := range r.mentionsIn(r.d.Meta.TitleSpan) {
		if r.d.Mentions[i].Type == doc.Place {
			return true
		}
	}
	return false
}

// opensText gives the sentence after the first sentences of running text.
func (r *reader) opensText() int {
	n := 0
	for s := range r.d.Sentences {
		if blockKind(r.d, r.d.Sentences[s].Block) == doc.Body && r.d.Sentences[s].Last-r.d.Sentences[s].First > 5 {
			if n++; n == opening {
				return s + 1
			}
		}
	}
	return len(r.d.Sentences)
}

// worldWords make a sentence one about more than one country.
var worldWords = wordSet("world global globally worldwide international internationally abroad overseas elsewhere continent countries nations neighbouring neighboring exile diaspora planet humanity")

// nationWords make a sentence one about the whole country.
var nationWords = wordSet("nationally nationwide countrywide statewide provincewide countywide")

// landWords tell that a sentence speaks of the country and not of a place in it.
var landWords = wordSet("country country's national nation nationally nationwide countrywide gdp inflation exports imports parliament citizens nationals electorate government army counties provinces districts states regions governorates prefectures cities")

// ground is the place of what sentences count that name none: the town, province or
// camp that the document is about, or its country.
func (r *reader) ground() []doc.ClaimPlace {
	v := r.v
	wider := v.anyOf(landWords, 0, len(v.w))
	switch {
	case r.seat.name != "" && !r.home.known() && v.anyOf(nationWords, 0, len(v.w)):
		if e := gazetteer.Default().Country(r.seat.country); e != nil {
			s := countrySite(e)
			return s.at(doc.Location)
		}
		return nil
	case r.seat.name != "" && r.seatTold && (wider || r.aside) && !r.home.known():
		return nil
	case r.seat.name == "" || r.home.known() && (wider || r.aside):
		return r.home.places()
	}
	return r.seat.at(doc.Location)
}

// placeless are units of what is nowhere: parts of a paper, of an argument, of a game.
var placeless = wordSet("type kind sort method technique question answer step game match study model parameter variable chapter article author volume category factor aspect stage phase option way time point set experiment " +
	"goal run season album song episode film track word letter page line operator algorithm equation function criterion theme topic issue reason principle example idea argument objection objective priority pillar element component part " +
	"polygon geometry application feature class item value score rating average hit base double rbi version edition example test measure condition problem term definition meaning sense thing day week month year hour minute second fold " +
	"character role scene rule law lesson tip step section dimension level layer size shape color colour letter syllable rhyme verse race interview")

// atHome gives a claim without a place the home of the document, unless its
// sentence speaks of other places or of the world.
func (r *reader) atHome(c *doc.Claim, f int) {
	v := r.v
	place := r.ground()
	if !r.home.known() && r.opening.name != "" && c.Sentence > 0 && !v.spoken() && !v.ofNamed(v.last[f]) {
		place = r.opening.at(doc.Location)
	}
	if r.entered != nil {
		place = append([]doc.ClaimPlace(nil), r.entered...)
	}
	if len(place) == 0 || place[0].Name == "" || len(c.Places) > 0 || r.abroad && r.entered == nil || v.elsewhere(f) || v.onlyTied(f) {
		return
	}
	switch c.In {
	case doc.Body, doc.List, doc.Quote, doc.PullQuote:
	default:
		return
	}
	if c.Kind == doc.Duration || c.Kind == doc.Age || c.Unit == "country" || c.Unit == "nation" || c.Unit == "state" || c.Kind == doc.Count && placeless[c.Unit] {
		return
	}
	lo, hi := v.around(f)
	if v.anyOf(generalWords, 0, len(v.w)) || v.anyOf(worldWords, lo, hi) || r.entered == nil && !v.inCountry() && r.foreign(lo, hi) {
		return
	}
	c.Places = place
}

// regionWords make a sentence one about the region round the town that the document is
// about.
var regionWords = wordSet("statewide provincewide countywide")

// whole is the place of what a sentence says of the whole country, or by a word such as
// "statewide" of the region that the document names beside its town.
func (r *reader) whole() []doc.ClaimPlace {
	regional := r.v.anyOf(regionWords, 0, len(r.v.w))
	for k := 0; regional && k < len(r.d.Referents); k++ {
		if ref := &r.d.Referents[k]; ref.Type == doc.Place && ref.Subtype == "region" && ref.Country != "" && (r.seat.country == "" || ref.Country == r.seat.country) {
			return []doc.ClaimPlace{{Name: ref.Name, Referent: k, Role: doc.Location}}
		}
	}
	if !r.home.known() {
		return nil
	}
	return r.home.places()
}

// inCountry reports whether the sentence speaks of "the country", which is the one
// that the document is about: "40 French soldiers remain in the country".
func (v *view) inCountry() bool {
	for i := 1; i < len(v.w); i++ {
		if v.is(i, "country") && v.is(i-1, "the") && (v.is(i-2, "in", "inside", "across", "throughout") || v.tag(i+1) == doc.POS) {
			return true
		}
	}
	return false
}

// foreign reports whether words lo to hi name a place outside of the home, other than
// where somebody speaks or what is named by the way.
func (r *reader) foreign(lo, hi int) bool {
	v := r.v
	for i := lo; i < hi; i++ {
		if v.w[i].mention < 0 {
			continue
		}
		_, last := v.extent(i)
		men := v.mention(i)
		if men.Type == doc.Place || men.Type == doc.Group || men.Form == doc.Adjective {
			key, country, _ := r.homeOf(v.w[i].mention)
			sea := men.Type == doc.Place && key == "" && r.named(v.w[i].mention)
			if (sea || key != "" && country != "" && country != r.home.country) && !v.inAttribution(i) && !v.passing(i, last) {
				return true
			}
		}
		i = last - 1
	}
	return false
}

// passing reports whether the name at words first to last only says where something ends,
// was made or is set against.
func (v *view) passing(first, last int) bool {
	k := v.beforeSite(first)
	return v.is(last, "border", "frontier") || v.madeBy(k) || v.setAside(k) || v.is(k, "via") || v.is(k, "from") && v.has(k-1, human)
}

// around gives the words of the statement that figure f stands in: what it is set
// against, or another statement behind a semicolon, is no part of it.
func (v *view) around(f int) (lo, hi int) {
	for lo = v.first[f]; lo > 0 && !v.parts(lo-1); lo-- {
	}
	for hi = v.last[f]; hi < len(v.w) && !v.parts(hi); hi++ {
	}
	return lo, hi
}

// parts reports whether word k parts what is told from what it is set against.
func (v *view) parts(k int) bool {
	return v.is(k, ";") || v.is(k, "compared", "versus") || v.is(k, "against") && v.isComma(k-1)
}

// named reports whether mention i means something that the gazetteer knows.
func (r *reader) named(i int) bool {
	return i < len(r.d.ReferentOf) && r.d.ReferentOf[i] >= 0 && r.d.Referents[r.d.ReferentOf[i]].Key != ""
}

// follow notes after a sentence which place it named last and whether the
// paragraph has gone abroad.
func (r *reader) follow() {
	v := r.v
	in, out, several, seated := false, false, false, false
	var named site
	for i := 0; i < len(v.w); i++ {
		men := v.mention(i)
		if men == nil || men.Type != doc.Place || men.Form == doc.Adjective || v.inAttribution(i) {
			continue
		}
		first, last := v.extent(i)
		s := v.siteAt(first, last)
		i = last - 1
		if !v.name(&s, men) || v.leftBefore(first) || v.birth(first) || v.metonym(&s) || v.seated(&s, v.beforeSite(first)) {
			continue
		}
		_, country, _ := r.homeOf(v.w[first].mention)
		if named.name != "" && named.name != s.name {
			_, other, _ := r.homeOf(v.w[named.first].mention)
			several = several || other != country
		}
		named = s
		aside := v.byTheWay(first)
		if !aside {
			r.keep(s)
		}
		seated = seated || s.name == r.seat.name
		in = in || country == r.home.country
		out = out || country != "" && country != r.home.country && !aside
	}
	if r.subject = v.firstSubject(); r.subject.subtype == "country" && v.s == r.firstOf(r.block) {
		r.opening = r.subject
	} else if in || out {
		if named.country != r.opening.country {
			r.opening = site{}
		}
	}
	if several {
		r.lately = site{} // "there" might be any of them
	} else if named.name != "" {
		r.lately = named
	}
	if r.home.known() && (in || out) {
		r.abroad = out && !in
	}
	if named.name != "" && r.seat.name != "" {
		r.aside = !seated && (named.country == r.seat.country || named.subtype == "country")
	}
}

// byTheWay reports whether the place at word i is named in a clause set off, as where
// something is brought from or to, or where a part of what was counted is.
func (v *view) byTheWay(i int) bool {
	k := v.beforeSite(i)
	if v.clause[i] > 0 || v.is(k, "from", "to", "via", "like", "than") {
		return true
	}
	f := len(v.first) - 1
	for f >= 0 && v.last[f] > i {
		f--
	}
	return f >= 0 && (v.partIn(i, f) || f > 0 && v.partIn(i, f-1))
}

// leftBefore reports whether somebody comes from the place at word i: "there" is
// not that one.
func (v *view) leftBefore(i int) bool {
	k := v.beforeSite(i)
	if v.is(k, "from") {
		return true
	}
	m, ok := words.moves[v.low(k)]
	return ok && m.object == doc.Origin
}

// firstOf gives the first sentence of block b, -1 if it has none.
func (r *reader) firstOf(b int) int {
	for s := r.v.s; s >= 0 && r.d.Sentences[s].Block == b; s-- {
		if s == 0 || r.d.Sentences[s-1].Block != b {
			return s
		}
	}
	return -1
}

// firstSubject gives the place that the sentence begins with as the subject of its verb.
func (v *view) firstSubject() site {
	i := 0
	if v.tag(0) == doc.DT {
		i = 1
	}
	men := v.mention(i)
	if men == nil || men.Type != doc.Place || men.Form == doc.Adjective {
		return site{}
	}
	first, last := v.extent(i)
	s := v.siteAt(first, last)
	if t := v.tag(last); t != doc.VBD && t != doc.VBZ && t != doc.VBP && t != doc.MD || !v.name(&s, men) {
		return site{}
	}
	return s
}

// enter keeps the place that labels an entry for the whole of its paragraph:
// "MALI: Rice stood at 420. The ceiling is 410."
func (r *reader) enter(b int) {
	v := r.v
	if r.entered == nil && v.from == r.d.Sentences[v.s].First && r.runIn(b) {
		return
	}
	if r.entered != nil || len(v.w) < 4 || v.from != r.d.Sentences[v.s].First || r.d.Sentences[v.s].Start > r.d.Blocks[b].Text.Start+40 {
		return
	}
	at, colon := v.headLabel()
	if at < 0 || !v.is(colon, ":") {
		return
	}
	men := v.mention(at)
	_, last := v.extent(at)
	s := v.siteAt(at, last)
	if v.name(&s, men) {
		r.entered = s.at(doc.Location)
	}
}
