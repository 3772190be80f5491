package claim

import (
	"cmp"
	_ "embed"
	"slices"
	"strings"

	"analyze/internal/doc"
	"analyze/internal/nlp/thread"
)

var (
	//go:embed data/concepts.tsv
	conceptTable string
	//go:embed data/events.tsv
	eventTable string
)

// meanings hold the tables of concepts and events by word.
type meanings struct {
	concept map[string]string
	event   map[string]string
}

var meaning = loadMeanings()

func loadMeanings() meanings {
	m := meanings{concept: map[string]string{}, event: map[string]string{}}
	for _, row := range rows(conceptTable) {
		for _, w := range strings.Fields(row[1]) {
			if _, ok := m.concept[w]; !ok {
				m.concept[w] = row[0]
			}
		}
	}
	for _, row := range rows(eventTable) {
		for _, w := range strings.Fields(row[1]) {
			if _, ok := m.event[w]; !ok {
				m.event[w] = row[0]
			}
		}
	}
	return m
}

// irregular are plurals that no rule makes singular.
var irregular = map[string]string{
	"men": "man", "women": "woman", "children": "child", "people": "person", "persons": "person", "servicemen": "serviceman",
	"countrymen": "countryman", "policemen": "policeman", "lives": "life", "wives": "wife", "data": "data", "staff": "staff",
	"troops": "troop", "mujahideen": "mujahid", "criteria": "criterion", "feet": "foot",
}

// singular makes an English noun singular.
func singular(w string) string {
	if s, ok := irregular[w]; ok {
		return s
	}
	switch n := len(w); {
	case n > 4 && strings.HasSuffix(w, "ies"):
		return w[:n-3] + "y"
	case n > 4 && hasAnySuffix(w, "ches", "shes", "sses", "xes"):
		return w[:n-2]
	case n > 5 && strings.HasSuffix(w, "men") && !hasAnySuffix(w, "cimen", "gimen", "domen", "cumen"):
		return w[:n-2] + "an"
	case n > 3 && strings.HasSuffix(w, "s") && !hasAnySuffix(w, "ss", "us", "is"):
		return w[:n-1]
	}
	return w
}

// A scholar works out what the claims of one document count and what happened
// to it.
type scholar struct {
	d   *doc.Document
	x   index
	v   *view
	ill struct { // the illness that the document speaks of, once it was looked for
		name string
		read bool
	}

	rd    *reader
	words map[int]string // of the tables that were read
}

func newScholar(d *doc.Document) *scholar {
	x := newIndex(d)
	rd := &reader{d: d, x: x, v: &view{}}
	rd.opened = rd.opensText()
	return &scholar{d: d, x: x, v: &view{}, rd: rd, words: map[int]string{}}
}

// tableWords are the words of table n in lower case, read once.
func (s *scholar) tableWords(n int) string {
	if _, ok := s.words[n]; !ok {
		s.words[n] = s.rd.tableWords(&s.d.Tables[n])
	}
	return s.words[n]
}

// classify gives r its concept, event and definition.
func (s *scholar) classify(r *thread.Record, c *doc.Claim) {
	what := c.What
	if c.Table >= 0 && c.Table < len(s.d.Tables) {
		s.classifyCell(r, c)
		s.tell(r, c, -1)
		return
	}
	r.Concept = conceptOf(bareWhat(r))
	if c.Sentence < 0 || c.Sentence >= len(s.d.Sentences) {
		return
	}
	if s.v.d != s.d || s.v.s != c.Sentence || c.First < s.v.from {
		s.v.load(s.d, c.Sentence, s.x, false)
	}
	for c.First >= s.v.to && s.v.next(s.x) {
	}
	f := -1
	for i, k := range s.v.figures {
		if s.d.Figures[k].Start == c.Start {
			f = i
		}
	}
	if f < 0 {
		return
	}
	s.tell(r, c, f)
	if r.Event = s.v.eventOf(f); c.Kind == doc.Money || c.Kind == doc.Measure && r.Event != "held" {
		r.Event = "" // what came to $14m went nowhere
	}
	if r.Event == "" {
		r.Event = s.v.eventBehindWhat(f)
	}
	r.Concept = s.v.withComplement(f, r.Concept, c.Unit)
	r.Definition = definitionOf(strings.ToLower(what), s.v, f)
	r.Stage = s.v.plannedOr(f)
	r.Apart = s.v.apart(f)
	if r.Concept == "country" || strings.HasSuffix(r.Concept, " country") {
		if r.Unit == "country" && s.v.labelOf(f) < 0 {
			r.Concept = s.v.originCount(f)
			if low := strings.ToLower(r.Text); !strings.Contains(low, "countr") && !strings.Contains(low, "nation") && !s.v.is(s.v.first[f]-1, "from") {
				r.Concept = "country" // carried over from what was counted before
			}
			return
		}
		r.Concept = "person" // of a list by countries
	}
	if r.Per == "" {
		r.Per = s.v.rateBehind(f)
	}
	if r.Concept == "person" || r.Concept == "child" || r.Concept == "" && r.Unit == "person" {
		s.kind(r, c, f)
	}
}

// kind says what kind of people r counts, from the words round it.
func (s *scholar) kind(r *thread.Record, c *doc.Claim, f int) {
	if r.Event == "" && s.v.fromCountries(f) {
		r.Event = "went"
	}
	label := s.v.labelOf(f) >= 0
	if label && r.Event == "" {
		r.Event = "went"
	}
	fits := func(k string) bool { return k != "" && thread.StateFor(r.Event) == "" }
	if k := s.v.occupation(f); fits(k) {
		r.Concept, r.Event = k, ""
		if k == "pupil" && r.Definition == "child" {
			r.Definition = ""
		}
		return
	}
	if k := s.v.kindAround(f); fits(k) {
		r.Concept = k
	} else if k := s.kindBefore(c); fits(k) && (r.Event != "" && r.Event != "stayed" || label) {
		r.Concept = k
	}
	if k := s.titled(); k != "" && people(r) && (label || c.In == doc.List) && !s.v.shares(f) {
		if r.Concept = k; k == "fighter" && label && r.Role == doc.Location {
			r.Role = doc.Origin // a list of where they come from
		}
		return
	}
	if r.Event == "" && !s.v.shares(f) {
		r.Concept = "person"
	}
}

// titled gives the kind of people that the title of the document speaks of.
func (s *scholar) titled() string {
	for _, w := range wordsOf(s.d.Meta.Title) {
		switch k := meaning.concept[singular(w)]; k {
		case "fighter", "displaced", "migrant", "patient", "pupil", "prisoner", "worker", "soldier":
			return k
		}
	}
	return ""
}

// fromCountries reports whether the people of figure f are said to come from a
// number of countries: "30,000 people from 85 countries".
func (v *view) fromCountries(f int) bool {
	if f+1 >= len(v.first) || v.d.Figures[v.figures[f+1]].Unit != "country" {
		return false
	}
	for k := v.last[f]; k < v.first[f+1]; k++ {
		if v.is(k, "from") {
			return true
		}
	}
	return false
}

// rateBehind reads a rate that does not touch the figure: "2,000 recruits
// crossing the border each month".
func (v *view) rateBehind(f int) string {
	for k := v.last[f]; k < len(v.w) && k < v.last[f]+14; k++ {
		if v.figureAt(k) || v.is(k, ";", ",") {
			break
		}
		if v.is(k, "each", "every", "a", "per") && (k < v.last[f]+8 || v.is(k, "each", "every")) && v.is(k+1, "month", "week", "day", "year") && (v.is(k, "each", "every") || v.ends(k+2)) {
			return v.low(k + 1)
		}
	}
	return ""
}

// classifyCell works from the header and the words round the table.
func (s *scholar) classifyCell(r *thread.Record, c *doc.Claim) {
	header := strings.ToLower(c.ColumnLabel)
	all := header + " " + s.tableWords(c.Table)
	r.Concept = conceptOf(strings.ToLower(c.What))
	if r.Concept == "" || strings.Contains(header, "count") || strings.Contains(header, "number") || strings.Contains(header, "data") || strings.Contains(header, "person") {
		for _, w := range strings.FieldsFunc(all, notLetter) {
			if k := meaning.concept[singular(w)]; k != "" && k != "country" && k != "person" && k != "name" {
				r.Concept = k
				break
			}
		}
	}
	if r.Concept == "fighter" && r.Event == "" {
		for _, w := range strings.FieldsFunc(all, notLetter) {
			if r.Event = meaning.event[w]; r.Event != "" {
				break
			}
		}
	}
	if r.Concept != "fighter" && strings.Contains(all, "joined") && strings.Contains(all, "group") {
		r.Concept, r.Event = "fighter", "went"
	}
	if r.Concept == "fighter" && (r.Event == "" || r.Event == "threat") {
		r.Event = "went"
	}
	r.Definition = officialOr(header)
	if r.Definition == "" {
		r.Definition = officialOr(all)
	}
	if r.Concept != "fighter" {
		s.narrow(r, c, s.rd, header)
	}
}

// narrow takes into the definition of a cell what row and header say beyond the
// words for what is counted, the place and the time.
func (s *scholar) narrow(r *thread.Record, c *doc.Claim, rd *reader, header string) {
	what, words := strings.ToLower(c.What), []string{}
	t := &s.d.Tables[c.Table]
	if label := strings.ToLower(c.RowLabel); !isTotal(label) && !isPeriodLabel(label) && !strings.Contains(what, strings.ToLower(bareLabel(label))) &&
		(c.Row < 0 || c.Row >= len(t.Rows) || ofPart(label) || len(rd.labelPlaces(t.Rows[c.Row].Span, c.RowLabel, doc.Location)) == 0) {
		words = append(words, label)
	}
	if h := bareLabel(header); !isPeriodLabel(h) && !strings.Contains(what, h) {
		words = append(words, h)
	}
	r.Definition = strings.TrimSpace(r.Definition + " " + strings.Join(words, " "))
	r.Stage = plannedLabel(header)
}

// ofPart reports whether a label says of which part of a place it is: "Kenya district
// 17", "northern Mali".
func ofPart(label string) bool {
	if strings.ContainsAny(label, "0123456789") {
		return true
	}
	return namesAny(label, partWords)
}

// partWords tell of a part of what is named beside them.
var partWords = wordSet("north south east west northern southern eastern western central rural urban upper lower rest other outer inner part border coast coastal")

func notLetter(r rune) bool { return !(r >= 'a' && r <= 'z' || r == '-' || r > 127) }

// wordsOf lists the words of s in lower case.
func wordsOf(s string) []string { return strings.FieldsFunc(strings.ToLower(s), notLetter) }

// namesAny reports whether a word of s is in set.
func namesAny(s string, set map[string]bool) bool {
	return slices.ContainsFunc(wordsOf(s), func(w string) bool { return set[w] })
}

// officialOr reads whether a count is an official one.
func officialOr(s string) string {
	switch {
	case strings.Contains(s, "unofficial"), strings.Contains(s, "non-official"), strings.Contains(s, "non official"), strings.Contains(s, "non – official"):
		return "unofficial"
	case strings.Contains(s, "official"), strings.Contains(s, "government count"):
		return "official"
	}
	return ""
}

// definitionOf gives the words that narrow what is counted so far that two
// figures are no longer about the same: official counts, women, the dead of one
// side.
func definitionOf(what string, v *view, f int) string {
	if s := officialOr(what); s != "" {
		return s
	}
	for _, w := range strings.Fields(what) {
		switch singular(w) {
		case "woman", "child", "minor", "girl", "boy", "teenager", "convert", "civilian", "leader", "wife":
			return singular(w)
		}
	}
	for k := range v.w {
		if v.is(k, "younger", "older", "aged", "minors", "underage") {
			return "of one age"
		}
		if v.is(k, "list", "lists", "database", "register") && k < v.first[f] && k > v.first[f]-6 {
			return "on a list"
		}
	}
	for k := v.first[f] - 1; k >= 0 && k > v.first[f]-6; k-- {
		if v.is(k, "unofficial", "unofficially") {
			return "unofficial"
		}
		if v.is(k, "official", "officially") && !v.isNoun(k+1) {
			return "official"
		}
	}
	return ""
}

// apart says why figure f cannot be compared with others of its kind: it counts
// a part of another figure, or is worked out from others; "" if it can.
func (v *view) apart(f int) string {
	if (v.partOf(f) || v.dealtFrom(f)) && !v.shares(f) {
		return partOfAnother
	}
	for k := v.first[f] - 1; k >= 0 && k > v.first[f]-4; k-- {
		if v.is(k, "of") && (v.figureAt(k-1) || v.is(k-1, "sample", "samples", "percent", "%", "survey")) {
			return "what a share or sample is taken from"
		}
		if v.ends(k) {
			break
		}
	}
	if v.is(v.last[f], "of") && v.is(v.last[f]+1, "the", "its", "their") && !v.shares(f) && !v.figureAt(v.last[f]+1) {
		return partOfAnother
	}
	if k := v.first[f] - 1; v.is(k, "additional", "another", "further", "extra") || v.is(k, "of", "an", "a") && v.is(k-1, "additional", "further", "extra") {
		return onTop
	}
	if v.bracket(v.first[f]) > 0 && v.labelOf(f) < 0 && v.d.Figures[v.figures[f]].WhatSpan.End <= v.d.Figures[v.figures[f]].Start {
		return partOfAnother // an item whose label is no place
	}
	for k := v.last[f]; k < v.last[f]+3; k++ {
		if v.is(k, "from", "were") && v.is(k+1, "western", "other", "non-western", "from") && v.is(k+2, "countries", "states", "western", "nations") {
			return partOfAnother
		}
	}
	if v.is(0, "if") || v.is(0, "applied", "multiply", "taken", "multiplied") {
		return "worked out from other figures"
	}
	for k := max(0, v.first[f]-8); k < v.first[f]; k++ {
		if v.is(k, "would") && v.is(k+1, "be", "make", "mean", "give", "have") {
			return "worked out from other figures"
		}
	}
	return ""
}

// dealtFrom reports whether figure f is a part of the one before it: "Of 945
// men who left, 107 came back".
func (v *view) dealtFrom(f int) bool {
	if f == 0 {
		return false
	}
	k := v.first[f-1] - 1
	for k >= 0 && (v.tag(k) == doc.DT || v.tag(k).IsAdjective()) {
		k--
	}
	return v.is(k, "of") && (k == 0 || v.ends(k-1) || v.is(k-1, "that")) && v.parting(v.last[f-1], v.first[f], ahead) == 0
}

// eventOf gives what happened to those whom figure f counts: a word of the
// table behind it in its statement, across the countries they came from; what a
// relative clause says only if the statement says nothing. Before the figure it
// must be the verb whose object the figure is.
func (v *view) eventOf(f int) string {
	end := v.statementEnd(f)
	if v.shares(f) && v.threatens(f, end) {
		return "threat"
	}
	if e := v.didTo(f); e != "" {
		return e
	}
	relative, inner, stayed := false, "", false
	for k := v.first[f]; k < end; k++ {
		if v.is(k, "who", "which", "that", "whose") && v.w[k].tag != doc.IN {
			relative = true
		}
		e := v.eventAt(k)
		switch {
		case e == "" || e == "threat" || e == "held" && v.d.Figures[v.figures[f]].Kind != doc.Measure:
		case e == "departed" && !v.leavesPlace(k):
		case v.is(k, "still"):
			stayed = true
		case relative && e == "went" && inner == "":
			inner = e
		case stayed:
			return "stayed"
		default:
			return e
		}
	}
	if stayed {
		return "stayed"
	}
	if inner != "" {
		return inner
	}
	return v.eventBefore(f)
}

// didTo gives the event of the verb whose object figure f is: "killed 14 people
// and wounded 145".
func (v *view) didTo(f int) string {
	k := v.first[f] - 1
	for k >= 0 && (v.tag(k) == doc.RB || v.tag(k) == doc.DT) {
		k--
	}
	switch v.tag(k) {
	case doc.VBD, doc.VBG, doc.VBN, doc.VBZ, doc.VBP, doc.VB:
		switch e := v.eventAt(k); e {
		case "died", "wounded", "displaced", "destroyed", "detained", "homeless":
			return e
		}
	}
	return ""
}

// statementEnd is the word where the statement about figure f ends.
func (v *view) statementEnd(f int) int {
	end := len(v.w)
	for g := f + 1; g < len(v.first); g++ {
		if v.d.Figures[v.figures[g]].Unit != "country" {
			end = v.first[g]
			break
		}
	}
	inside := v.bracket(v.first[f]) > 0
	for k := v.last[f]; k < end; k++ {
		if inside && v.is(k, ")", "]") {
			return k
		}
		if v.is(k, ";", "compared") || v.has(k, partsOff) || v.inAttribution(k) {
			return k
		}
	}
	return end
}

// threatens reports whether the statement with figure f speaks of a threat.
func (v *view) threatens(f, end int) bool {
	for k := end - 1; k >= 0 && k >= v.first[f]-12; k-- {
		if v.is(k, ";") && k < v.first[f] {
			return false
		}
		if v.eventAt(k) == "threat" {
			return true
		}
	}
	return false
}

// leavesPlace reports whether the verb of leaving at word k has a place, a war
// or a field of battle as its object.
func (v *view) leavesPlace(k int) bool {
	for i := k + 1; i < len(v.w) && i < k+6; i++ {
		if v.isPlace(i) || v.is(i, "war", "battlefield", "battle", "country", "conflict", "region", "zone", "battlefields") {
			return true
		}
		if v.is(i, "for", "school", "work") {
			break
		}
	}
	return false
}

// eventBefore reads the verb that has figure f as its object: "sent home 5,000
// suspects", "an area with, including, up to 40".
func (v *view) eventBefore(f int) string {
	for k := v.first[f] - 1; k >= 0 && k > v.first[f]-6; k-- {
		if v.figureAt(k) || v.ends(k) && !v.isComma(k) && !v.is(k, ":") {
			break
		}
		e := v.eventAt(k)
		if e == "held" && v.d.Figures[v.figures[f]].Kind != doc.Measure || e == "threat" || e == "departed" && !v.leavesPlace(k) {
			continue
		}
		if e != "" && v.w[k].mention < 0 && !v.inAttribution(k) {
			return e
		}
	}
	return ""
}

// eventAt gives the event that word k names.
func (v *view) eventAt(k int) string {
	if v.w[k].mention >= 0 || v.timeCueBefore(k) {
		return ""
	}
	switch {
	case v.is(k, "back", "home") && !v.is(k-1, "at", "come", "came", "coming", "go", "gone", "went", "made", "are", "were", "sent", "is", "it", "return", "going"):
		return ""
	case v.is(k, "come", "came", "gone", "went", "go", "made") && v.backSoon(k):
		return "returned"
	case v.is(k, "linked") && !v.is(k+1, "to"), v.is(k, "control", "attack", "attacks", "travel", "journey", "present", "left") && v.w[k].tag == doc.JJ:
		return ""
	case v.is(k, "held", "hold", "holds") && v.is(k+1, "that", "a", "talks"):
		return ""
	case v.is(k, "forced", "driven", "drove", "fled", "flee", "chased", "leave", "abandon", "abandoned") && v.homeBehind(k):
		return "displaced"
	case v.is(k, "out", "without") && (v.is(k+1, "work", "jobs", "job") || v.is(k+1, "of", "a") && v.is(k+2, "work", "job")):
		return "unemployed"
	case v.is(k, "joined", "join", "joining") && v.laysDown(k):
		return ""
	case v.is(k, "born", "moved", "come", "came", "go", "going", "gone", "went") && v.is(k+1, "down", "up", "from", "into", "on", "to") && !v.is(k+1, "to") && !v.is(k+2, "abroad"):
		return ""
	}
	if e := v.conditionAt(k); e != "" {
		return e
	}
	return meaning.event[v.w[k].low]
}

// laysDown reports whether what is joined at word k is no group but a strike, a
// march or the like.
func (v *view) laysDown(k int) bool {
	for i := k + 1; i < k+5; i++ {
		if v.is(i, "strike", "strikes", "stoppage", "march", "protest", "protests", "demonstration", "rally", "campaign", "union", "unions", "walkout", "boycott", "search", "queue", "race") {
			return true
		}
	}
	return false
}

func (v *view) timeCueBefore(k int) bool {
	return v.is(k, "home") && v.tag(k) == doc.NN && v.tag(k+1).IsNoun()
}

// backSoon reports whether "back" or "home" follows the verb at word k.
func (v *view) backSoon(k int) bool {
	for i := k + 1; i < k+4; i++ {
		if v.is(i, "back", "home") {
			return true
		}
	}
	return false
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

// shares reports whether figure f is a share.
func (v *view) shares(f int) bool {
	return isShare(&v.d.Claims[v.figures[f]])
}

// kindAround gives the kind of people that the sentence speaks of.
func (v *view) kindAround(f int) string {
	best, far := "", 1<<30
	for k := range v.w {
		if v.w[k].mention >= 0 || !v.isNoun(k) {
			continue
		}
		c := kindNamed(v.w[k].low)
		switch c {
		case "", "dead", "inhabitant", "unemployed", "homeless", "missing":
			continue
		}
		n := abs(k - v.first[f])
		if v.figureAt(k) && v.w[k].figure != v.figures[f] {
			continue
		}
		if n < far {
			best, far = c, n
		}
	}
	if best == "" {
		for k := range v.w {
			if v.is(k, "fight") && v.is(k-1, "to") || v.is(k, "fighting", "fight") && (v.is(k+1, "alongside", "with") || v.is(k+1, "for") && v.orgNear(k+2)) || v.is(k, "jihad", "militants") && v.w[k].mention < 0 {
				return "fighter"
			}
			if v.is(k, "joined", "join", "joining") && v.orgNear(k+1) || v.is(k, "militant", "armed", "rebel", "insurgent", "jihadist", "extremist", "terrorist") && v.is(k+1, "group", "groups", "organisations", "organizations") {
				return "fighter"
			}
		}
	}
	return best
}

// orgNear reports whether an organisation is named at word k or soon after.
func (v *view) orgNear(k int) bool {
	for i := k; i < k+3; i++ {
		if v.orgAt(i) {
			return true
		}
	}
	return false
}

// kindBefore gives the kind of people that the sentences before in the same
// paragraph, and its heading, speak of.
func (s *scholar) kindBefore(c *doc.Claim) string {
	b := s.d.Sentences[c.Sentence].Block
	for k := c.Sentence - 1; k >= 0 && k >= c.Sentence-3; k-- {
		if kind := blockKind(s.d, s.d.Sentences[k].Block); s.d.Sentences[k].Block != b && kind != doc.Heading && kind != doc.Title {
			break
		}
		last := ""
		if s.d.Sentences[k].Len() > 4*maxContext {
			break
		}
		for _, w := range wordsOf(s.d.Slice(s.d.Sentences[k].Span)) {
			switch m := kindNamed(w); m {
			case "", "dead", "inhabitant", "worker":
			default:
				last = m
			}
		}
		if last != "" {
			return last
		}
	}
	return ""
}

// originCount tells what a number of countries counts: those that the people
// of the sentence come from or go back to.
func (v *view) originCount(f int) string {
	a := v.first[f]
	for k := a - 1; k >= 0 && k > a-4; k-- {
		if v.is(k, "from", "of", "in", "to") {
			if v.is(k, "of") && v.figureAt(k-1) || v.is(k, "in") || v.is(k-1, "mainly", "mostly", "chiefly") || v.is(k-2, "mainly", "mostly") {
				return "country"
			}
			if v.isNoun(k-1) && v.w[k-1].figure < 0 && meaning.concept[singular(v.low(k-1))] == "" {
				return "country" // a coalition of them, forces from them
			}
			return "country of " + cmp.Or(v.kindAround(f), "person")
		}
		if v.tag(k).IsVerb() || v.ends(k) {
			break
		}
	}
	return "country"
}

// carry gives the figures that point back to another the concept and event of
// it, and takes a range that is offered for the same thing.
func (s *scholar) carry(out []thread.Record) {
	for i := range out {
		c := &s.d.Claims[i]
		if i > 0 && strings.HasPrefix(out[i].Concept, "country of") {
			if o := &out[i-1]; s.d.Claims[i-1].Sentence == c.Sentence && o.Unit == "person" {
				out[i].Event = cmp.Or(o.Event, out[i].Event)
				if o.Concept != "" {
					out[i].Concept = "country of " + o.Concept
				}
				out[i].Apart = cmp.Or(out[i].Apart, o.Apart)
				out[i].Definition = cmp.Or(out[i].Definition, o.Definition)
			}
			continue
		}
		if i > 0 && s.toldAgain(i) {
			o := &out[i-1]
			out[i].Concept, out[i].Event, out[i].Definition, out[i].Per, out[i].Apart = o.Concept, o.Event, o.Definition, o.Per, o.Apart
			continue
		}
		s.carryBare(out, i)
		if c.Table >= 0 || c.WhatSpan.Len() == 0 || out[i].Concept == "country" {
			continue
		}
		for k := i - 1; k >= 0 && k > i-8; k-- {
			o := &s.d.Claims[k]
			if o.Table >= 0 || !o.WhatSpan.Overlaps(c.WhatSpan) && c.Sentence != o.Sentence {
				continue
			}
			if out[k].Apart != "" && c.Sentence == o.Sentence && c.WhatSpan.End <= c.Start {
				out[i].Apart = cmp.Or(out[i].Apart, "a part of another figure")
			}
			if o.WhatSpan.Overlaps(c.WhatSpan) && c.WhatSpan.End <= c.Start && (c.Sentence != o.Sentence || out[i].Event == "") {
				if c.Sentence == o.Sentence && s.verbBetween(o, c) {
					break
				}
				if out[i].Event == "" || out[i].Event == "stayed" && out[i].Apart == "" && out[k].Event != "" && c.Sentence != o.Sentence {
					out[i].Event = out[k].Event
				}
				if out[k].Concept != "" {
					out[i].Concept = out[k].Concept
				}
				if c.Sentence == o.Sentence || s.sameSeries(c) {
					out[i].Per = cmp.Or(out[i].Per, out[k].Per)
					if out[i].Pair == "" && s.falls(o, c) && out[i].Per == out[k].Per {
						out[i].Pair = out[k].ID
					}
				}
				break
			}
		}
		if out[i].Event == "" && i > 0 && s.d.Claims[i-1].Sentence == c.Sentence && s.includes(c) {
			out[i].Event = out[i-1].Event
		}
	}
}

// toldAgain reports whether claim i stands in brackets behind the one before it, as what
// somebody else makes of the same: "154 people (153 according to the bureau)".
func (s *scholar) toldAgain(i int) bool {
	o, c := &s.d.Claims[i-1], &s.d.Claims[i]
	if c.Sentence != o.Sentence || c.Source == "" || c.Source == o.Source || c.SourceSpan.Start < c.End || o.End >= c.Start || c.SourceSpan.End > len(s.d.Text) {
		return false
	}
	between := s.d.Text[o.End:c.Start]
	return strings.Contains(between, "(") && !strings.Contains(between, ")") && !strings.Contains(s.d.Text[c.Start:c.SourceSpan.End], ")") && c.Kind == o.Kind && c.WhatSpan.Start < c.Start
}

// sameSeries reports whether a claim goes on from the series of the sentence
// before: "by September the figure had dropped to 50".
func (s *scholar) sameSeries(c *doc.Claim) bool {
	lo := max(s.d.Sentences[c.Sentence].Start, c.Start-80)
	for lo > 0 && lo < c.Start && s.d.Text[lo]&0xc0 == 0x80 {
		lo++
	}
	if lo >= c.Start {
		return false
	}
	before := strings.ToLower(squeeze(s.d.Text[lo:c.Start]))
	for _, w := range [...]string{"the figure ", "the number ", "the flow ", "the rate ", "that figure ", "that number "} {
		if strings.Contains(before, w) {
			return true
		}
	}
	return false
}

// verbBetween reports whether a verb other than "be" and "have" stands between two claims of one
// sentence, unless somebody else only counts there: "40 who left; others reach 60".
func (s *scholar) verbBetween(a, b *doc.Claim) bool {
	last := -1
	for t := a.Last; t < b.First && t < len(s.d.Tokens); t++ {
		switch s.d.Tokens[t].Tag {
		case doc.VBD, doc.VBZ, doc.VBP, doc.VBN:
			if words.senses[strings.ToLower(s.d.Word(t))]&auxiliary == 0 {
				last = t
			}
		}
	}
	if last < 0 {
		return false
	}
	other := b.Source != "" && b.Source != a.Source && b.SourceSpan.Start > a.End && b.SourceSpan.End <= s.d.Tokens[last].Start
	return !other || last != b.First-1 || words.senses[strings.ToLower(s.d.Word(last))]&counts == 0
}

// falls reports whether the words between two claims say that the one became
// the other: "from a peak of 2,000 they are down to 50".
func (s *scholar) falls(a, b *doc.Claim) bool {
	for t := a.Last; t+1 < b.First && t+1 < len(s.d.Tokens); t++ {
		switch strings.ToLower(s.d.Word(t)) {
		case "down", "fell", "fallen", "dropped", "declined", "rose", "risen", "grew", "grown", "increased", "sank", "sunk", "climbed", "shrank":
			return true
		}
	}
	return false
}

// includes reports whether the word before a claim makes it a part of the one
// before: "an area with 11 million people, including up to 40,000 fighters".
func (s *scholar) includes(c *doc.Claim) bool {
	lo := max(0, c.Start-24)
	for lo > 0 && lo < c.Start && s.d.Text[lo]&0xc0 == 0x80 {
		lo++
	}
	before := strings.ToLower(s.d.Text[lo:c.Start])
	return strings.Contains(before, "including") || strings.Contains(before, "among them")
}
