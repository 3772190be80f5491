package thread

import (
	"strings"

	"analyze/internal/doc"
)

// stateOf gives what people are called whom an event befell, however the text
// calls them.
var stateOf = map[string]string{
	"died": "dead", "wounded": "wounded", "displaced": "displaced", "unemployed": "unemployed", "homeless": "homeless", "missing": "missing",
	"arrived": "arrival", "detained": "arrested", "marched": "protester", "in need": "person in need", "hungry": "hungry", "poor": "poor",
}

// StateFor gives what people are called whom an event befell, however the text
// calls them; "" where the event gives them no name.
func StateFor(event string) string {
	if strings.HasPrefix(event, "without ") {
		return "person " + event
	}
	return stateOf[event]
}

// states are the concepts that [StateFor] gives.
var states = func() map[string]bool {
	m := map[string]bool{"case": true}
	for _, s := range stateOf {
		m[s] = true
	}
	return m
}()

// state reports whether r counts people by what befell them or what they lack.
func (r *Record) state() bool { return states[r.Concept] || strings.HasPrefix(r.Concept, "person ") }

// flowWords head what happens over a time, so that the figures of two periods
// are two things and no later state of one.
var flowWords = set("case attack incident crime birth arrest arrival application sale export import revenue income profit spending expenditure visit passenger " +
	"accident killing murder burglary theft offence offense delivery flight kidnapping raid protest output production turnover receipt abduction detention casualty")

// Flows reports whether r counts what happens over a time.
func (r *Record) Flows() bool {
	switch r.Event {
	case "died", "wounded", "detained", "deported", "born", "infected", "displaced", "arrived", "missing", "homeless", "destroyed", "marched":
		return true
	}
	return flowWords[r.Concept[strings.LastIndexByte(r.Concept, ' ')+1:]]
}

// tolls reports whether r counts what one event did, which is told higher from
// day to day.
func (r *Record) tolls() bool {
	switch r.Event {
	case "died", "wounded", "missing", "homeless", "destroyed", "infected":
		return r.Concept != "fighter" && (r.nature() == "total" || since(r))
	}
	return false
}

// Rate reports whether a word heads what a percentage measures by itself: inflation,
// turnout.
func Rate(word string) bool { return rateWords[word] }

// rateWords head what a percentage measures by itself, without "of".
var rateWords = set("unemployment inflation turnout growth deficit debt prevalence coverage literacy illiteracy poverty mortality fatality interest vacancy yield rate " +
	"attendance enrolment enrollment participation occupancy approval funding")

// Measures reports whether a percentage is of the thing measured.
func (r *Record) Measures() bool {
	return rateWords[r.Concept[strings.LastIndexByte(r.Concept, ' ')+1:]]
}

// Crowd reports whether people of a concept are counted in as many ways as there are
// who count.
func Crowd(concept string) bool { return crowds[concept] }

var crowds = set("protester person participant supporter pensioner striker demonstration crowd rioter worshipper pilgrim mourner spectator")

// Befell reports whether a concept is people whom something befell at one time.
func Befell(concept string) bool {
	switch concept {
	case "dead", "wounded", "missing":
		return true
	}
	return false
}

// ofKind reports whether the claims of a group count those of one kind whom something
// befell: prisoners who died.
func (p *part) ofKind() bool {
	return Befell(p.claims[0].Concept) && strings.HasPrefix(p.defined, "of ") && p.defined != "of one age"
}

// atHome reports whether r tells of a state in which people are where they live.
func (r *Record) atHome() bool {
	switch r.Event {
	case "unemployed", "in need", "hungry", "poor", "vaccinated", "infected":
		return true
	}
	return strings.HasPrefix(r.Event, "without ")
}

// stocks are how many people are in a state, whenever it is counted.
var stocks = set("unemployed prisoner inhabitant poor hungry voter pupil")

// stock reports whether r counts who is in a state at a time, and not whom
// something befell in the course of it.
func (r *Record) stock() bool {
	return r.Kind == doc.Count && r.Event != "displaced" && (stocks[r.Concept] || strings.HasPrefix(r.Concept, "person "))
}

// phraseOf says an event in words.
func phraseOf(event string) string {
	if s, ok := eventPhrases[event]; ok {
		return s
	}
	return "those spoken of"
}

var eventPhrases = map[string]string{
	"went": "those who went", "returned": "those who came back", "stayed": "those still there", "died": "those who died",
	"threat": "those who became a threat", "departed": "those who left", "detained": "those detained", "deported": "those sent back",
	"barred": "those kept out", "held": "what was held", "displaced": "those displaced", "registered": "those registered",
	"infected": "those infected", "born": "those born", "wounded": "those wounded", "homeless": "those made homeless",
	"unemployed": "those out of work", "missing": "those missing", "destroyed": "what was destroyed", "marched": "those who marched", "vaccinated": "those vaccinated",
}

var eventWords = map[string]string{
	"went": "who went", "returned": "who came back", "stayed": "still there", "died": "who died",
	"threat": "who became a threat", "departed": "who left", "detained": "detained", "deported": "sent back",
	"barred": "kept out", "held": "held", "displaced": "displaced", "registered": "registered", "infected": "taken ill", "born": "born",
	"destroyed": "destroyed", "vaccinated": "vaccinated",
}

// Plural is the plural of the name of a concept.
func Plural(s string) string {
	switch {
	case s == "person":
		return "people"
	case s == "hungry", s == "poor":
		return s + " people"
	case strings.HasPrefix(s, "person "):
		return "people " + strings.TrimPrefix(s, "person ")
	case s == "country":
		return "countries"
	case s == "dead", s == "wounded", s == "displaced", s == "unemployed", s == "missing", s == "arrested", strings.HasSuffix(s, "s"):
		return s
	case strings.HasSuffix(s, "y"):
		return s[:len(s)-1] + "ies"
	}
	return s + "s"
}

// set holds the words of s.
func set(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}
