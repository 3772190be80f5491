package resolve

import (
	"strings"

	"analyze/internal/doc"
	"analyze/internal/nlp/gazetteer"
)

// divisions are words for what lands are divided in, which lists add to names.
var divisions = set("region province governorate district state county municipality territory oblast prefecture department canton city town")

// goesByText reports whether a listed place is called what documents call it: there is
// one English name for a country, and many spellings of a town.
func goesByText(e *gazetteer.Entry) bool {
	return e.Kind == gazetteer.City || e.Kind == gazetteer.Region || e.Kind == gazetteer.OtherPlace
}

// written is the name of a listed place as its document writes it.
func (r *resolver) written(c *cluster) string {
	count := make(map[string]int)
	var forms []string
	for _, i := range c.mentions {
		n := &r.ms[i]
		if n.Form == doc.Adjective {
			continue
		}
		for _, m := range r.lookup(n.name) {
			if m.User && m.Entry == c.entry {
				return c.entry.Name
			}
		}
		name := n.name
		switch {
		case n.key == key(c.entry.Name) && (n.caps || dropPossessive(c.entry.Name) == name || strings.ReplaceAll(name, "’", "'") == c.entry.Name):
			name = c.entry.Name // N’Djamena
		case n.caps && len(name) > 4:
			name = titleCase(name)
		}
		if count[name]++; count[name] == 1 {
			forms = append(forms, name)
		}
	}
	return asWritten(c.entry.Name, forms, count)
}

// asWritten chooses among forms, in their order, the commonest that is no short one:
// initials, and what lacks a word of the listed name, give way to that name, and so
// does what adds a word like "province" to it.
func asWritten(listed string, forms []string, count map[string]int) string {
	best, full := "", key(listed)
	for _, f := range forms {
		k := key(f)
		if k != full && (isAcronym(f) || strings.Contains(f, ".") || divided(k, full) || shortOf(k, undivided(full))) {
			continue
		}
		if count[f] > count[best] || count[f] == count[best] && f == listed {
			best = f
		}
	}
	if best == "" || count[listed] > 0 && !shareWord(best, listed) {
		return listed // Saigon, and Ho Chi Minh City
	}
	return best
}

// shareWord reports whether two names have a word in common, or begin alike.
func shareWord(a, b string) bool {
	x, y := key(a), key(b)
	if x == "" || y == "" || x[0] == y[0] {
		return true
	}
	words := strings.Fields(y)
	for _, w := range strings.Fields(x) {
		if contains(words, w) {
			return true
		}
	}
	return false
}

// divided reports whether a name has a word for a division that the other lacks.
func divided(k, full string) bool {
	for _, w := range strings.Fields(k) {
		if (divisions[w] || directions[w]) && !strings.Contains(full, w) {
			return true
		}
	}
	return false
}

// undivided is a name without words for divisions at its end.
func undivided(k string) string {
	for {
		at := strings.LastIndexByte(k, ' ')
		if at < 0 || !divisions[k[at+1:]] {
			return k
		}
		k = k[:at]
	}
}

// shortOf reports whether k is some of the words of full, at an end of it, and not all.
func shortOf(k, full string) bool {
	return len(k) < len(full) && (strings.HasPrefix(full, k+" ") || strings.HasSuffix(full, " "+k))
}
