package claim

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"analyze/internal/doc"
	"analyze/internal/nlp/gazetteer"
	"analyze/internal/nlp/thread"
)

// settle puts the records of a document in order once what points back has been
// carried: people who died are the dead however they are called, and each record
// knows the places that its document is about.
func (s *scholar) settle(out []thread.Record) {
	setting, focus, head, lead := s.setting(), s.rd.land(), s.head(), s.lead()
	names, topics := s.about()
	realm := s.realm()
	for i := range out {
		r, c := &out[i], &s.d.Claims[i]
		r.Setting, r.Focus, r.Head, r.Land = setting, focus, head, s.land(c, r.Role, focus)
		r.Names, r.Topics, r.Realm = names, topics, realm
		r.Definition = cmp.Or(r.Definition, nationOf(r))
		uproot(r)
		r.Carried = c.Table < 0 && len(c.Places) > 0 && !s.placed(c)
		switch {
		case fits(r):
		case r.Event == "went" && r.Concept == "worker" && r.Unit != "person":
			r.Event = "cut" // jobs that go
		default:
			r.Event = ""
		}
		switch {
		case r.Measures():
			r.Event = ""
			r.Definition = strings.TrimPrefix(r.Definition, "official")
		case (people(r) || r.Concept == "" && r.Unit == "" && r.Kind == doc.Count || lifeless[r.Concept] && r.Event == "died" || thread.Crowd(r.Concept) && r.Event == "marched") && thread.StateFor(r.Event) != "":
			r.Concept = thread.StateFor(r.Event)
		case i > 0 && thread.Crowd(r.Concept) && r.Event == "" && r.Sentence == out[i-1].Sentence && out[i-1].Event == "marched":
			r.Concept, r.Event = "protester", "marched"
		case r.Concept == "dead":
			r.Event = "died"
		case ofKind(r) && !(r.Concept == "fighter" && s.abroad(out)):
			r.Definition, r.Concept = cmp.Or(r.Definition, "of "+thread.Plural(r.Concept)), thread.StateFor(r.Event)
		case r.Concept == "wounded":
			r.Event = "wounded"
		case r.Concept == "arrested":
			r.Event = "detained"
		case r.Concept == "unemployed" || r.Concept == "homeless" || r.Concept == "missing":
			r.Event = r.Concept
		case r.Concept == "displaced" && (r.Event == "registered" || r.Event == "displaced"):
			r.Event = ""
		}
		s.cases(r)
		if i > 0 && r.Apart == partOfAnother && (elsewhere(r, &out[i-1]) || befell(r, &out[i-1])) || r.Apart == onTop && besideOther(out, i) {
			r.Apart = ""
		}
		if r.Flows() && !r.Table {
			r.Cause = causeIn(r.Context)
		}
		if r.Cause == 0 {
			r.Cause = lead
		}
	}
	uprooted(out, focus)
	s.strengths(out)
	s.rivals(out)
	for i := range out {
		out[i].Listed = listed[strings.TrimPrefix(out[i].Concept, "country of ")]
	}
}

// partOfAnother says that a claim counts some of those whom the one before counts.
const partOfAnother = "a part of another figure"

// elsewhere reports whether r counts in a place of its own what s counts in
// another: "1.7 million refugees, among them 550,000 in Chad".
func elsewhere(r, s *thread.Record) bool {
	return r.Concept == s.Concept && (r.Concept == "displaced" || r.Concept == "migrant") && len(r.Places) > 0 && !r.Carried &&
		r.Role != doc.Origin && !slices.Equal(r.Places, s.Places)
}

// befell reports whether r tells what came of those whom s counts: the dead among
// the cases are all the dead.
func befell(r, s *thread.Record) bool {
	switch r.Concept {
	case "dead", "wounded", "missing", "case":
		return r.Definition != "child" && (s.Concept == "dead" || s.Concept == "wounded" || s.Concept == "missing" || s.Concept == "case" || s.Concept == "person") && s.Concept != r.Concept
	}
	return false
}

// strengths tells of which group fighters are counted, in a document that does not
// speak of those who went abroad to fight; in one that does, a country's citizens who
// went are such.
func (s *scholar) strengths(out []thread.Record) {
	abroad := s.abroad(out)
	for i := range out {
		r, c := &out[i], &s.d.Claims[i]
		if abroad && enlists(r) {
			r.Concept, r.Role, r.Definition = "fighter", doc.Origin, cmp.Or(r.Definition, outsideOr(r.Source))
		}
		if r.Abroad = abroad; abroad || r.Concept != "fighter" || r.Event != "" || r.Definition != "" || r.Table || r.Apart != "" {
			continue
		}
		if r.Definition = s.groupOf(c); r.Definition == "" && len(r.Places) == 0 {
			r.Apart = "of a group that is not named"
		}
	}
}

// enlists reports whether r counts citizens of one country who went, and its sentence
// names nowhere that they went to.
func enlists(r *thread.Record) bool {
	return r.Concept == "person" && r.Kind == doc.Count && r.Event == "went" && r.Carried && len(r.Places) == 1 && r.Places[0] == r.Land && len(r.Others) == 0 &&
		namesAny(r.What, countrymen)
}

// countrymen are called those who belong to a country.
var countrymen = wordSet("citizen citizens national nationals countrymen resident residents")

// outsideOr reads from the words for a source whether its count is an official one.
func outsideOr(source string) string {
	if namesAny(source, wordsOutside) && namesAny(source, wordsEstimates) {
		return "unofficial"
	}
	return officialOr(strings.ToLower(source))
}

// Words for those who estimate what an authority counts.
var (
	wordsOutside   = wordSet("outside independent private unofficial")
	wordsEstimates = wordSet("estimate estimates count counts tally tallies figure figures")
)

// abroad reports whether a document speaks of those who went abroad to fight.
func (s *scholar) abroad(out []thread.Record) bool {
	return slices.ContainsFunc(out, func(r thread.Record) bool {
		return r.Concept == "fighter" && (r.Event == "went" || strings.Contains(strings.ToLower(r.What), "foreign")) || r.Concept == "country of fighter"
	})
}

// groupOf names the armed group whose men c counts: the one named last before the
// figure in its sentence, or behind it in its phrase; "" if none is.
func (s *scholar) groupOf(c *doc.Claim) string {
	best := ""
	if c.Sentence < 0 || c.Sentence >= len(s.x.mentions) {
		return best
	}
	for _, i := range s.x.mentions[c.Sentence] {
		m := &s.d.Mentions[i]
		if m.Type != doc.Org || int(i) >= len(s.d.ReferentOf) || s.d.ReferentOf[i] < 0 || s.d.ReferentOf[i] == c.SourceReferent && !s.musters(m.End, c.Start) {
			continue
		}
		if m.Start > c.End && (best != "" || m.Start > c.End+40) {
			break
		}
		best = "of " + s.d.Referents[s.d.ReferentOf[i]].Name
	}
	return best
}

// musters reports whether the words from byte lo to hi say that a group has so
// many men, though they might also say that it counts them.
func (s *scholar) musters(lo, hi int) bool {
	if hi < lo || hi-lo > 80 {
		return false
	}
	for _, w := range strings.Fields(strings.ToLower(s.d.Text[lo:hi])) {
		switch w {
		case "has", "had", "have", "counts", "counted", "fields", "fielded", "numbers", "numbered", "musters", "commands":
			return true
		}
	}
	return false
}

// uproot tells of refugees and migrants first where they are, and in the definition where
// they come from: the country that the document is about where their sentence says no
// other.
func uproot(r *thread.Record) {
	if r.Role != doc.Origin || len(r.Places) != 1 || r.Concept != "displaced" && r.Concept != "migrant" {
		return
	}
	from, at := r.Places[0], r.Others
	if len(at) == 0 && r.Focus != "" && r.Focus != from {
		at = []string{r.Focus}
	}
	if len(at) > 0 && !slices.Contains(at, from) {
		r.Definition, r.Places, r.Role, r.Others = cmp.Or(r.Definition, "from "+from), at, doc.Location, []string{from}
	}
}

// uprooted tells of which country those are whom a document about the flight
// from one country counts in others.
func uprooted(out []thread.Record, focus string) {
	from := false
	for i := range out {
		r := &out[i]
		from = from || r.Concept == "displaced" && (slices.Contains(r.Places, focus) || r.Definition == "from "+focus)
	}
	for i := range out {
		r := &out[i]
		if from && focus != "" && r.Concept == "displaced" && r.Definition == "" && len(r.Places) > 0 && r.Role != doc.Origin && r.Land != focus && !slices.Contains(r.Places, focus) {
			r.Definition = "from " + focus
		}
	}
}

// movers are those who go somewhere or stay there.
var movers = wordSet("fighter soldier migrant displaced person arrival pilgrim tourist visitor passenger expatriate family household evacuee child prisoner patient")

// fits reports whether the event of r can befall what it counts: jobs go nowhere, and a
// number that has reached so much has not arrived.
func fits(r *thread.Record) bool {
	if strings.Contains(r.Concept, " and ") {
		return r.Kind != doc.Count || !thread.Befell(r.Concept[:strings.IndexByte(r.Concept, ' ')])
	}
	switch r.Event {
	case "went", "arrived":
		return movers[r.Concept] || r.Concept == "" || strings.HasPrefix(r.Concept, "country") || r.Unit == "person" && !standing[r.Concept]
	case "stayed":
		return r.Concept == "fighter" || r.Concept == "soldier" || r.Concept == "" || r.Concept == "person" || strings.HasPrefix(r.Concept, "country")
	case "cut":
		return r.Concept == "worker" || r.Concept == "post" || r.Concept == "position"
	case "registered":
		return r.Concept != "voter"
	}
	return true
}

// standing are people who are counted where they are.
var standing = wordSet("worker pupil voter inhabitant unemployed")

// ofKind reports whether r counts what befell people of one kind.
func ofKind(r *thread.Record) bool {
	switch r.Event {
	case "died", "wounded", "missing":
		return r.Kind == doc.Count && r.Unit == "person" && r.Concept != "" && r.Concept != thread.StateFor(r.Event)
	}
	return false
}

// lifeless are called those who died.
var lifeless = wordSet("life body corpse")

// people reports whether r counts people of no kind that its words name.
func people(r *thread.Record) bool {
	return r.Concept == "person" || r.Concept == "" && r.Unit == "person"
}

// nationOf tells of which country those are whom r counts, where the words for
// them say so: Syrian refugees in Turkey are not all refugees there.
func nationOf(r *thread.Record) string {
	switch r.Concept {
	case "displaced", "migrant", "prisoner", "pupil", "worker":
	default:
		return ""
	}
	for _, w := range strings.Fields(r.What) {
		if e, _, adjective := gazetteer.Default().Demonym(titled(strings.ToLower(w))); e != nil && adjective {
			return "from " + e.Name
		}
	}
	return ""
}

// maxSetting bounds how many places a document is said to be about.
const maxSetting = 12

// setting lists the places that the document names most, sorted.
func (s *scholar) setting() []string {
	count := map[string]int{}
	for i, ref := range s.d.ReferentOf {
		if ref >= 0 && i < len(s.d.Mentions) && s.d.Referents[ref].Type == doc.Place {
			count[s.d.Referents[ref].Name]++
		}
	}
	names := make([]string, 0, len(count))
	for n := range count {
		names = append(names, n)
	}
	sort.Slice(names, func(i, j int) bool {
		if count[names[i]] != count[names[j]] {
			return count[names[i]] > count[names[j]]
		}
		return names[i] < names[j]
	})
	names = names[:min(len(names), maxSetting)]
	sort.Strings(names)
	return names
}

// land is the country that all places of c in the main role lie in, "" if they lie
// in several or it is not known.
func (s *scholar) land(c *doc.Claim, role doc.PlaceRole, focus string) string {
	land := ""
	for _, p := range c.Places {
		if p.Role != role {
			continue
		}
		own := p.Name // of an adjective: a country
		if p.Referent >= 0 && p.Referent < len(s.d.Referents) {
			own = focus // of a place that nobody lists
			if e := gazetteer.Default().Country(s.d.Referents[p.Referent].Country); e != nil {
				own = e.Name
			}
		}
		if land != "" && land != own {
			return ""
		}
		land = own
	}
	return land
}

// head lists the places that title, headings of the first page and the first
// sentence of running text name, datelines left out.
func (s *scholar) head() []string {
	var names []string
	first := -1
	for i, ref := range s.d.ReferentOf {
		if ref < 0 || i >= len(s.d.Mentions) || s.d.Referents[ref].Type != doc.Place {
			continue
		}
		m := &s.d.Mentions[i]
		if first < 0 && m.In == doc.Body {
			first = m.Sentence
		}
		if m.Form != doc.Adjective && (m.In == doc.Title || m.In == doc.Body && m.Sentence == first && m.Sentence < 4) {
			names = append(names, s.d.Referents[ref].Name)
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// placed reports whether the sentence of c names one of its places itself.
func (s *scholar) placed(c *doc.Claim) bool {
	if c.Sentence < 0 || c.Sentence >= len(s.x.mentions) {
		return true
	}
	for _, m := range s.x.mentions[c.Sentence] {
		men := &s.d.Mentions[m]
		for _, p := range c.Places {
			if int(m) < len(s.d.ReferentOf) && p.Referent >= 0 && s.d.ReferentOf[m] == p.Referent || p.Referent < 0 && (men.Form == doc.Adjective || men.Type == doc.Group) {
				return true
			}
		}
	}
	return false
}

// planWords and forecastWords before a figure say that it is not what came about.
var (
	planWords = wordSet("budgeted planned plans earmarked earmarks allocated allocates approved adopted proposed proposes pledged pledges promised target targets targeted " +
		"appropriated envisaged envisages aims")
	forecastWords = wordSet("forecast forecasts projected projects projection expects expected predicts predicted predicting forecasting projecting expecting anticipates anticipated foresees will")
)

// plannedOr reads whether a figure was planned or foreseen, from the words before
// it in its statement.
func (v *view) plannedOr(f int) string {
	for k := v.first[f] - 1; k >= 0 && k > v.first[f]-12 && !v.figureAt(k); k-- {
		switch {
		case v.is(k, ";") || v.has(k, partsOff):
			return ""
		case planWords[v.low(k)] || v.is(k, "set") && v.is(k+1, "at", "aside"):
			return "planned"
		case forecastWords[v.low(k)] && v.w[k].mention < 0:
			return "forecast"
		case wantWords[v.low(k)] && !v.is(k, "need") || v.is(k, "need") && v.tag(k) != doc.NN:
			return "wanted"
		}
	}
	k := v.last[f]
	if planWords[v.low(k)] && v.tag(k) == doc.VBN {
		return "planned"
	}
	for ; k < v.last[f]+3; k++ {
		if v.is(k, "feared", "presumed") {
			return "feared"
		}
		if v.is(k, "required", "needed") && !v.is(k-1, "are", "is", "were", "was") {
			return "wanted"
		}
	}
	return ""
}

// wantWords before a figure say that somebody wants so much.
var wantWords = wordSet("need needs needed requires required wants wanted demands demanded asks asked seeks sought appeals appealed")

// plannedLabel reads the same from the words of a table's header.
func plannedLabel(s string) string {
	for _, w := range wordsOf(s) {
		switch {
		case planWords[w] || w == "budget":
			return "planned"
		case forecastWords[w] && w != "will":
			return "forecast"
		}
	}
	return ""
}

// bodyWords say that a body or its people speak, and not which: for counting
// sources "American intelligence agencies" is "U.S. intelligence".
var bodyWords = wordSet("the a an some several senior top community agency agencies service services authority authorities official officials assessment assessments " +
	"estimate estimates analyst analysts government data figures")

var countryNames = strings.NewReplacer("U.S.A.", "United States", "U.S.", "United States", "U.K.", "United Kingdom", "U.N.", "United Nations")

// sourceName is what two descriptions of one source have in common.
func sourceName(s string) string {
	if s == "" {
		return ""
	}
	var keep []string
	g := gazetteer.Default()
	for _, w := range strings.Fields(countryNames.Replace(s)) {
		w = strings.TrimSuffix(strings.TrimSuffix(w, "’s"), "'s")
		if w == "US" || w == "USA" {
			keep = append(keep, "united states")
			continue
		}
		if e, _, _ := g.Demonym(w); e != nil {
			keep = append(keep, strings.ToLower(e.Name))
			continue
		}
		if w = thread.NameKey(w); w != "" && w != "of" && !bodyWords[w] {
			keep = append(keep, w)
		}
	}
	if slices.Contains(keep, "ministry") {
		slices.Sort(keep) // the health ministry and the Ministry of Health
	}
	if len(keep) == 0 {
		return thread.NameKey(s)
	}
	return strings.Join(keep, " ")
}
