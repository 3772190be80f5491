package claim

import (
	"cmp"
	_ "embed"
	"strings"

	"analyze/internal/nlp/thread"
)

//go:embed data/synonyms.tsv
var synonymTable string

// synonyms give what something is called here: by its whole phrase in the singular,
// and by the head of it.
var synonyms, headSynonyms = loadSynonyms()

func loadSynonyms() (whole, head map[string]string) {
	whole, head = map[string]string{}, map[string]string{}
	for _, row := range rows(synonymTable) {
		for _, other := range strings.Split(row[1], ";") {
			if whole[other] = row[0]; !strings.Contains(other, " ") {
				head[other] = row[0]
			}
		}
	}
	return whole, head
}

// conceptOf gives the concept of the words that name what is counted: that of
// its head, of people that of the word which says what kind they are, else the
// words themselves, singular, without articles, owners and words that only say
// that there is a number.
func conceptOf(what string) string {
	fields := countedWords(bareArea(what))
	head := headOf(fields)
	if head == 0 {
		return ""
	}
	if both := bothStates(fields[:head]); both != "" {
		return both
	}
	if counters[fields[head-1]] && head+1 < len(fields) && fields[head] == "of" {
		return conceptOf(strings.Join(fields[head+1:], " "))
	}
	if head > 1 {
		if s := synonyms[singular(fields[head-2])+" "+singular(fields[head-1])]; s != "" && meaning.concept[singular(fields[head-1])] != "" {
			return s
		}
	}
	if k := meaning.concept[singular(fields[head-1])]; k == "person" || k == "" && nationals(fields[head-1]) {
		return cmp.Or(kindOf(fields[:head-1]), "person")
	} else if k != "" {
		return k
	}
	return plainWords(fields, head)
}

// yields name what a field or a land gave, which is called by its own name too: a wheat
// crop is wheat.
var yields = wordSet("crop harvest")

// bothStates names those in two states who are counted together: "dead and missing",
// "killed or wounded"; "" where the words tell of one.
func bothStates(fields []string) string {
	n := len(fields)
	if n < 3 || fields[n-2] != "and" && fields[n-2] != "or" {
		return ""
	}
	a, b := meaning.concept[singular(fields[n-3])], meaning.concept[singular(fields[n-1])]
	if a == "" || b == "" || a == b || !thread.Befell(a) || !thread.Befell(b) {
		return ""
	}
	return min(a, b) + " and " + max(a, b)
}

// countedWords are the words in small letters, without those up to a possessive:
// "South Africa's unemployment rate" is the same as "the unemployment rate".
func countedWords(what string) []string {
	fields := strings.FieldsFunc(strings.ToLower(what), func(r rune) bool { return r == ' ' || r == '\n' || r == '\t' || r == ',' })
	for i := len(fields) - 2; i >= 0; i-- {
		if hasAnySuffix(fields[i], "'s", "’s", "s'", "s’") && headOf(fields[:i]) == i {
			return fields[i+1:]
		}
	}
	return fields
}

// headOf is the number of words up to the head: what follows a preposition or a
// relative pronoun only tells more of it.
func headOf(fields []string) int {
	for i, w := range fields {
		switch w {
		case "of", "who", "which", "that", "in", "from", "with", "per", "for", "to", "by", "under":
			if i > 0 {
				return i
			}
		}
	}
	return len(fields)
}

// counters head words for what is counted and add nothing to them.
var counters = wordSet("number numbers total totals count tally share proportion percentage rate estimate")

// kindOf gives the concept of the last word that says what kind of people is
// meant: "displaced persons", "jobless people".
func kindOf(fields []string) string {
	for i := len(fields) - 1; i >= 0; i-- {
		if k := kindNamed(fields[i]); k != "" {
			return k
		}
	}
	return ""
}

// kindNamed gives the concept of a word that may say what kind of people is meant, "" if it
// says nothing of a kind.
func kindNamed(w string) string {
	switch k := meaning.concept[singular(w)]; k {
	case "person", "country", "name", "house", "company":
		return ""
	default:
		return k
	}
}

// plainWords joins the words of something that the table does not know. A rate
// is called by what it measures, if that says so.
func plainWords(fields []string, head int) string {
	if head > 1 && yields[singular(fields[head-1])] {
		fields = append(append([]string{}, fields[:head-1]...), fields[head:]...)
		head--
	}
	if head > 1 && fields[head-1] == "rate" && thread.Rate(fields[head-2]) {
		fields = append(append([]string{}, fields[:head-1]...), fields[head:]...)
		head--
	}
	var b strings.Builder
	for i, w := range fields {
		if i >= head && (w == "in" || w == "at" || w == "across" || w == "from" || w == "during") {
			break // where and when are told elsewhere
		}
		if emptyWords[w] {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		if w = singular(w); i == head-1 {
			w = cmp.Or(headSynonyms[w], w)
		}
		b.WriteString(w)
	}
	return cmp.Or(synonyms[b.String()], b.String())
}

// emptyWords do not tell one thing counted from another.
var emptyWords = wordSet("the a an its their his her our other such total overall and official officially headline annual estimated record")
