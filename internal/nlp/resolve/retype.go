package resolve

import (
	"strings"

	"analyze/internal/doc"
	"analyze/internal/nlp/gazetteer"
)

// courtesies stand before nothing but names of people.
var courtesies = set("mr mrs ms miss mme")

// retype gives a name another type where the document itself shows what it is: a
// surname alone of somebody named in full ("Mifsud" after Joseph Mifsud) is no body, the
// last word of a club's name ("Rovers") nobody, and "Harland & Boyle" a firm.
func (r *resolver) retype() {
	persons, bodies, told := r.witnesses()
	for i := range r.ms {
		n := &r.ms[i]
		switch {
		case n.Form == doc.Adjective || n.key == "":
		case n.typ == doc.Person && strings.Contains(n.name, " & "):
			n.typ = doc.Org
		case n.typ != doc.Person && n.typ != doc.Group && !strings.Contains(n.key, " ") && r.courteous(i):
			n.typ = doc.Person
		case n.typ == doc.Org && persons[mild(n.key)] && r.honoured(i):
			n.typ = doc.Person
		case n.typ == doc.Org && r.surnameOf(n, persons) && !bodies[n.key]:
			n.typ = doc.Person
		case n.typ == doc.Org && r.fullNameOf(n, told):
			n.typ = doc.Person
		case n.typ == doc.Person && bodies[n.key] && told[n.key] < often && r.nobody(i, persons):
			n.typ = doc.Org
		}
	}
}

// often is how often a word stands as a person's name before that is what it is.
const often = 3

// witnesses are the last words of the full names of people in the document, the
// words by which its organisations of several words may go for short: the first of
// "Trump Organization", the last of "Dunmore Rovers"; and how often single words stand
// as names of people.
func (r *resolver) witnesses() (persons, bodies map[string]bool, told map[string]int) {
	persons, bodies, told = make(map[string]bool), make(map[string]bool), make(map[string]int)
	seen := make(map[string]bool)
	for i := range r.ms {
		n := &r.ms[i]
		if !strings.Contains(n.key, " ") {
			if n.typ == doc.Person {
				told[n.key]++
			}
			continue
		}
		if seen[n.name] {
			continue
		}
		switch n.typ {
		case doc.Person:
			seen[n.name] = true
			if p := parsePerson(n.name); p.full && len(p.words) < 5 && !nameless(p.first) {
				persons[p.core()] = true
			}
		case doc.Org:
			seen[n.name] = true
			o := parseOrg(n.key)
			words := strings.Fields(n.key)
			if last := len(o.words) - 1; onlyHeads(o.words[1:]) {
				bodies[words[0]] = true
			} else if last == len(words)-1 && !mildHeads[o.words[last]] {
				bodies[words[last]] = true
			}
		}
	}
	return persons, bodies, told
}

// fullNameOf reports whether a name taken for a body's is two words, the last one a surname by
// which the document often calls somebody.
func (r *resolver) fullNameOf(n *named, told map[string]int) bool {
	first, last, ok := strings.Cut(n.key, " ")
	return ok && !strings.Contains(last, " ") && told[last] >= often && !gazetteer.EnglishWord(first) && !gazetteer.OrgHead(first) && !gazetteer.OrgHead(last) && len(r.lookup(n.name)) == 0
}

// nameless reports whether a word, in lower case, is English and part of no name.
func nameless(w string) bool {
	return len(w) > 3 && gazetteer.EnglishWord(w) && !gazetteer.GivenName(w) && !gazetteer.Surname(w) && gazetteer.Sexes()[w] == 0
}

// courteous reports whether a courtesy title stands right before mention i.
func (r *resolver) courteous(i int) bool {
	n := &r.ms[i]
	w := strings.Fields(r.d.Text[max(0, n.Start-6):n.Start])
	return len(w) > 0 && r.d.Text[n.Start-1] == ' ' && !strings.Contains(n.name, ".") && courtesies[strings.ToLower(strings.TrimSuffix(w[len(w)-1], "."))]
}

// honoured reports whether a title stands right before mention i.
func (r *resolver) honoured(i int) bool {
	n := &r.ms[i]
	w := strings.Fields(r.d.Text[max(0, n.Start-14):n.Start])
	return len(w) > 0 && honorifics[strings.ToLower(strings.TrimSuffix(w[len(w)-1], "."))] || len(w) > 0 && strings.EqualFold(w[len(w)-1], "father")
}

// surnameOf reports whether a name that nothing lists as a body is the surname, with
// Jr. at most, of somebody whom the document names in full.
func (r *resolver) surnameOf(n *named, persons map[string]bool) bool {
	p := parsePerson(n.name)
	if p.full || len(p.words) != 1 || !persons[p.core()] || len(n.name) < 4 {
		return false
	}
	for _, m := range r.lookup(n.name) {
		if m.Entry.Kind.Type() == "ORG" && !m.Weak {
			return false
		}
	}
	return true
}

// nobody reports whether nothing shows the bare word of mention i to be a person's name.
func (r *resolver) nobody(i int, persons map[string]bool) bool {
	n := &r.ms[i]
	return n.Title.Len() == 0 && !strings.Contains(n.key, " ") && !gazetteer.GivenName(n.key) && !gazetteer.Surname(n.key) && !persons[mild(n.key)] && !r.courteous(i)
}

// pared gives for names of people that have swallowed words beside them ("Gentleman Jake",
// "Karl Lund Speech") the name that is left, where the document has that by itself.
func (r *resolver) pared() map[string]string {
	here := make(map[string]bool) // names of people, and last words of full ones
	var odd []string
	for i := range r.ms {
		n := &r.ms[i]
		if n.typ != doc.Person || here["\x00"+n.name] {
			continue
		}
		here["\x00"+n.name] = true
		words := strings.Fields(n.key)
		if len(words) == 0 || len(words) > 6 {
			continue
		}
		if len(words) > 1 && (nameless(words[0]) || nameless(words[len(words)-1])) {
			odd = append(odd, n.name)
			continue
		}
		here[n.key] = true
		if len(words) > 1 {
			here[words[len(words)-1]] = true
		}
	}
	var left map[string]string
	for _, name := range odd {
		words := strings.Fields(name)
		a, b := 0, len(words)
		for a < b-1 && nameless(key(words[a])) {
			a++
		}
		for b > a+1 && (nameless(key(words[b-1])) || b < len(words) && allCaps(words[b-1])) {
			b--
		}
		if rest := strings.Join(words[a:b], " "); here[key(rest)] && (b == len(words) || b > a+1) {
			if left == nil {
				left = make(map[string]string)
			}
			left[name] = rest
		}
	}
	return left
}
