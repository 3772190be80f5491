package claim

import (
	"slices"
	"strings"

	"analyze/internal/doc"
	"analyze/internal/nlp/gazetteer"
	"analyze/internal/nlp/thread"
	"analyze/internal/nlp/timex"
)

// listed are the concepts of the table, but the one that says nothing of the kind.
var listed = func() map[string]bool {
	m := map[string]bool{}
	for _, row := range rows(conceptTable) {
		m[row[0]] = row[0] != "person"
	}
	return m
}()

// label gives r the words by which a topic calls what it counts: as the text says it
// where that names the concept, and the fewest words for it.
func label(r *thread.Record) {
	what := squeeze(bareWhat(r))
	if w := strings.ToLower(what); conceptOf(w) == r.Concept && len(w) < 40 && !strings.Contains(w, "count of ") {
		r.Phrase = what
	}
	r.Short = filled(r, shortWords(r))
	r.National = nationOf(r) != "" || ofOwnNation(r)
}

// ofOwnNation reports whether the words for what r counts name the people of its place:
// French citizens, of France.
func ofOwnNation(r *thread.Record) bool {
	if r.Role != doc.Origin || len(r.Places) != 1 {
		return false
	}
	for _, w := range strings.Fields(r.What) {
		if e, _, _ := gazetteer.Default().Demonym(titled(strings.ToLower(w))); e != nil && e.Name == r.Places[0] {
			return true
		}
	}
	return false
}

// bareWhat is what r counts without the place that it is said to be of: "the debt of
// Ghana" is the debt.
func bareWhat(r *thread.Record) string {
	for _, place := range r.Places {
		for _, of := range [...]string{" of ", " of the "} {
			if s, ok := strings.CutSuffix(r.What, of+place); ok && s != "" {
				return s
			}
		}
	}
	return r.What
}

// shortWords are the words for something that no table knows without its owner, which
// the topic names as the place. Land is told by what it bears.
func shortWords(r *thread.Record) string {
	what := bareWhat(r)
	w := strings.Fields(squeeze(what))
	w = w[max(len(w)-len(countedWords(what)), 0):] // "a/b/c" is one field and three words
	for len(w) > 1 && emptyWords[strings.ToLower(w[0])] {
		w = w[1:]
	}
	s := strings.Join(w, " ")
	if low := strings.ToLower(s); areaUnits[r.Unit] || dimensions[low] && r.Concept != low {
		if r.Concept == "" {
			return ""
		}
		dimension, ok := strings.CutPrefix(low, r.Concept+" ")
		if !ok || !dimensions[dimension] {
			dimension = low
		}
		if !dimensions[dimension] {
			dimension = "area"
		}
		return dimension + " of " + r.Concept
	}
	if bareNouns[strings.ToLower(s)] {
		return ""
	}
	return s
}

// filled is a vessel with what its sentence says to be in it: "bags of coffee"; "" where
// it does not say so.
func filled(r *thread.Record, vessel string) string {
	if !vessels[singular(strings.ToLower(vessel))] {
		return vessel
	}
	w := wordsOf(r.Context)
	for i := range w {
		if i+2 < len(w) && singular(w[i]) == singular(strings.ToLower(vessel)) && w[i+1] == "of" {
			for n := i + 2; n < min(i+5, len(w)); n++ {
				if slices.Contains(r.Topics, singular(w[n])) {
					return vessel + " of " + strings.Join(w[i+2:n+1], " ")
				}
			}
		}
		if i > 0 && (yields[singular(w[i])] || w[i] == "production" || w[i] == "output") && slices.Contains(r.Topics, singular(w[i-1])) {
			return vessel + " of " + w[i-1]
		}
	}
	return ""
}

// vessels are what things are counted by that fill them.
var vessels = wordSet("bag sack bale barrel box crate carton case bottle bushel container load truckload tin can keg")

// told notes what the sentence of r says of its number.
func told(r *thread.Record) {
	words := wordsOf(r.Context)
	for _, w := range words {
		r.Climbs = r.Climbs || climbWords[w]
		r.Reached = r.Reached || reachedWords[w]
	}
	r.ByThen = byThen(words)
}

// climbWords tell that a toll is higher than it was.
var climbWords = wordSet("climbed climbs climbing rose rises risen rising jumped grew grown revised raised updated latest now")

// reachedWords tell that a number had been reached, and not what happened when.
var reachedWords = wordSet("toll risen rose rises rising stood stands stand reached far now until confirmed total since climbed already latest")

// byThen reports whether the words of a sentence tell how many there were by a time,
// and not in it.
func byThen(w []string) bool {
	for i := range w {
		if w[i] != "by" && w[i] != "until" && (w[i] != "as" || i+1 == len(w) || w[i+1] != "of") {
			continue
		}
		for _, next := range w[i+1:] {
			if timex.MonthNamed(strings.TrimPrefix(next, "mid-")) > 0 {
				return true
			}
			if !partOfMonth[next] {
				break
			}
		}
	}
	return false
}

// partOfMonth are words that stand before a month by which something was reached.
var partOfMonth = wordSet("of the end beginning middle start mid late early last")
