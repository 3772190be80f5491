package resolve

import (
	"strings"

	"analyze/internal/doc"
	"analyze/internal/nlp/gazetteer"
)

// adjectives points demonyms used as adjectives at their countries.
func (r *resolver) adjectives() {
	for i := range r.ms {
		n := &r.ms[i]
		if n.Form != doc.Adjective || n.cluster != nil {
			continue
		}
		if e := r.demonym(n); e != nil {
			r.put(i, r.of(e))
			continue
		}
		r.put(i, r.cluster(doc.Place))
	}
}

// groups brings together peoples, faiths and currents, in singular and plural.
func (r *resolver) groups() {
	of := make(map[string]*cluster)
	for i := range r.ms {
		n := &r.ms[i]
		if n.typ != doc.Group || n.cluster != nil {
			continue
		}
		if ms := r.candidates(i); len(ms) > 0 {
			r.put(i, r.of(ms[0].Entry))
			continue
		}
		k := singular(n.key)
		e := r.demonym(n)
		if e != nil {
			k = "\x00" + e.ID
		}
		c := of[k]
		if c == nil {
			c = r.cluster(doc.Group)
			of[k] = c
			c.country = e
		}
		r.put(i, c)
	}
	for _, c := range r.clusters {
		if c.typ == doc.Group && c.entry == nil {
			c.name = r.plural(c)
		}
	}
}

// singular takes the ending of a plural off the last word of a key.
func singular(k string) string {
	switch {
	case strings.HasSuffix(k, "ies") && len(k) > 4:
		return k[:len(k)-3] + "y"
	case strings.HasSuffix(k, "men"):
		return k[:len(k)-3] + "man"
	case strings.HasSuffix(k, "ss"):
		return k
	case strings.HasSuffix(k, "s") && len(k) > 3:
		return k[:len(k)-1]
	}
	return k
}

// plural names a group by its commonest plural, made from the singular where
// the document has none.
func (r *resolver) plural(c *cluster) string {
	count := make(map[string]int)
	best := ""
	for _, i := range c.mentions {
		n := r.ms[i].name
		if n == "" || r.ms[i].caps && len(n) > 4 {
			n = titleCase(n)
		}
		count[n]++
		if best == "" || isPlural(n) && !isPlural(best) || isPlural(n) == isPlural(best) && count[n] > count[best] {
			best = n
		}
	}
	if isPlural(best) || strings.ContainsAny(best, " -") {
		return best
	}
	for _, end := range [...]string{"ese", "ish", "ch", "iss"} {
		if strings.HasSuffix(best, end) {
			return best
		}
	}
	many := best + "s"
	if n := len(best); n > 1 && best[n-1] == 'y' && !strings.ContainsRune("aeiou", rune(best[n-2])) {
		many = best[:n-1] + "ies"
	}
	if r.peopleNamed(many) || best != "" && (strings.HasSuffix(best, "ist") || strings.HasSuffix(best, "ian")) {
		return many
	}
	return best // a people's own word, which may have no plural
}

// peopleNamed reports whether a name is listed as that of people: the plural of Lao is
// not Laos.
func (r *resolver) peopleNamed(name string) bool {
	people := false
	for _, m := range r.lookup(name) {
		switch {
		case m.Alias == gazetteer.DemonymNoun || m.Entry.Kind.Type() == "GROUP":
			people = true
		case m.Entry.Kind.Type() == "PLACE" && m.Alias <= gazetteer.Short:
			return false
		}
	}
	return people
}

func isPlural(s string) bool {
	return strings.HasSuffix(s, "s") && !strings.HasSuffix(s, "ss") || strings.HasSuffix(s, "men")
}
