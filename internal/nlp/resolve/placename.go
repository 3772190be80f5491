package resolve

import (
	"strings"
	"unicode"

	"analyze/internal/doc"
	"analyze/internal/nlp/gazetteer"

	"golang.org/x/text/unicode/norm"
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
	forms := make(map[string]int)
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
		forms[n.name]++
	}
	return asWritten(r.lookup, c.entry, forms)
}

// mostOfOne bounds what one document tells of how a place is called.
const mostOfOne = 10

// placeTitle is the name of a listed place over all documents, by how often they write
// its forms; "" where its entry is not of the list, or a reader named it.
func (w *work) placeTitle() string {
	g := gazetteer.Default()
	e := g.ByID(w.key())
	if e == nil || !goesByText(e) {
		return ""
	}
	forms := make(map[string]int)
	for i := range w.parts {
		p := &w.parts[i]
		if p.Type != doc.Place || p.Key != e.ID {
			continue
		}
		if _, ok := listedAs(g.Lookup, e, p.Name); !ok && key(p.Name) != key(e.Name) {
			return ""
		}
		for _, a := range p.Names {
			if p.has(a.Text) {
				forms[a.Text] += min(a.Count, mostOfOne)
			}
		}
	}
	return asWritten(g.Lookup, e, forms)
}

// A spelling is what forms of a name are that differ in marks and letter case only.
type spelling struct {
	key, listed string         // and as the list has it
	former      bool           // a name of former times
	count       int            // how often it is written
	forms       map[string]int // as written, capitals taken off
}

// asWritten chooses among the forms of a listed place, and how often they stand, the
// spelling that stands most, the list's where several do about as often. Initials, what
// lacks a word of the listed name, and what adds one like "province" to it give way to
// that name, and so does what the list does not know: a misreading or a broken word.
func asWritten(lookup func(string) []gazetteer.Match, e *gazetteer.Entry, forms map[string]int) string {
	full := key(e.Name)
	own := spelling{key: full, listed: e.Name}
	bare := foreignScripts[e.Country]
	spellings := map[string]*spelling{full: &own}
	for _, f := range sortedKeys(forms) {
		k := key(f)
		m, ok := listedAs(lookup, e, f)
		if k != full && (!ok || isAcronym(f) && m.Alias == gazetteer.Acronym || len(f) < 5 && allCaps(f) || strings.Contains(f, ".") || divided(k, full) || shortOf(k, undivided(full))) {
			continue
		}
		s := spellings[k]
		if s == nil {
			s = &spelling{key: k, listed: m.Text, former: m.Alias == gazetteer.Former}
			spellings[k] = s
		}
		s.count += forms[f]
		if s.forms == nil {
			s.forms = make(map[string]int)
		}
		name := straight(f)
		if allCaps(name) {
			name = titleCase(name)
		}
		s.forms[name] += forms[f]
	}
	best := &own
	for _, k := range sortedKeys(spellings) {
		if s := spellings[k]; s.count > best.count {
			best = s
		}
	}
	if own.count*3 >= best.count*2 || own.count*3 >= best.count && (best.former || !shareWord(best.key, full)) {
		best = &own // Saigon, and Ho Chi Minh City
	}
	return best.name(bare)
}

// name is a spelling as the list writes it, or with more marks where a good part of the
// texts has them (Kraków), or without those by which a list tells how a name is spelt in
// another script, where the texts do not (Haryāna); bare says that the land has one.
func (s *spelling) name(bare bool) string {
	more, fewer, most := "", "", accents(s.listed)
	for _, f := range sortedKeys(s.forms) {
		switch n := accents(f); {
		case n < most && s.forms[f] > s.forms[fewer]:
			fewer = f
		case (n > most || f == s.listed) && s.forms[f]*3 >= s.count && s.forms[f] > s.forms[more]:
			more = f
		}
	}
	switch {
	case more != "":
		return more
	case fewer != "" && (bare || romanized(s.listed)):
		return fewer
	}
	return s.listed
}

// foreignScripts are countries whose own names are not in Latin letters, so that marks on
// these are a list's.
var foreignScripts = set("AE AF AM BD BG BH BT BY CN CY DZ EG ER ET GE GR IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK LY MA MK MM MN MR NP OM PK PS QA RU SA SD SY TH TJ TN TW UA YE")

// romanized reports whether a name has signs that stand for letters of another script:
// lines above, dots and hooks below, apostrophes.
func romanized(name string) bool {
	last := ' '
	for _, c := range norm.NFD.String(name) {
		switch {
		case c == '\'', c == '\u0304', c >= '\u0323' && c <= '\u0326', c == '\u0331', c == '\u0327' && !strings.ContainsRune("cstCST", last):
			return true
		}
		last = c
	}
	return false
}

// listedAs is the alias by which a list knows an entry for a form.
func listedAs(lookup func(string) []gazetteer.Match, e *gazetteer.Entry, form string) (gazetteer.Match, bool) {
	for _, m := range lookup(form) {
		if m.Entry.ID == e.ID && m.Alias != gazetteer.DemonymNoun && m.Alias != gazetteer.DemonymAdj {
			return m, true
		}
	}
	return gazetteer.Match{}, false
}

// straight is a name with the apostrophe that lists have.
func straight(f string) string { return strings.ReplaceAll(f, "’", "'") }

// accents counts the letters of a name that have marks, and its apostrophes.
func accents(f string) int {
	n := 0
	for _, c := range f {
		if c == '\'' || c > 127 && unicode.IsLetter(c) {
			n++
		}
	}
	return n
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
		if at < 0 || !divisions[k[at+1:]] || k[at+1:] == "city" {
			return k // Oklahoma is more than its city
		}
		k = k[:at]
	}
}

// shortOf reports whether k is some of the words of full, at an end of it, and not all.
func shortOf(k, full string) bool {
	return len(k) < len(full) && (strings.HasPrefix(full, k+" ") || strings.HasSuffix(full, " "+k))
}
