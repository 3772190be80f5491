package figure

import (
	"embed"
	"strings"

	"analyze/internal/doc"

	"github.com/govalues/decimal"
)

//go:embed data
var data embed.FS

// rows returns the lines of a table of data, split at tabs. It panics where a
// table that is compiled in is broken.
func rows(name string, columns int) [][]string {
	b, err := data.ReadFile("data/" + name)
	if err != nil {
		panic(err)
	}
	var out [][]string
	for line := range strings.Lines(string(b)) {
		line = strings.TrimRight(line, "\r\n")
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != columns {
			panic(name + ": " + line)
		}
		out = append(out, f)
	}
	return out
}

// words returns the blank-separated words of a list of data.
func words(name string) map[string]bool {
	b, err := data.ReadFile("data/" + name)
	if err != nil {
		panic(err)
	}
	m := map[string]bool{}
	for line := range strings.Lines(string(b)) {
		if line[0] == '#' {
			continue
		}
		for _, w := range strings.Fields(line) {
			m[w] = true
		}
	}
	return m
}

// phrases finds the longest of a set of phrases at a place among pieces; look
// up by the first word, or by the last one where they are read backwards.
type phrases[T any] map[string][]phrase[T]

type phrase[T any] struct {
	words []string
	is    T
}

// add puts in a phrase, keyed by its first word or by its last; longer ones
// come first.
func (p phrases[T]) add(text string, last bool, is T) {
	w := strings.Fields(text)
	key := w[0]
	if last {
		key = w[len(w)-1]
	}
	l := append(p[key], phrase[T]{w, is})
	for i := len(l) - 1; i > 0 && len(l[i].words) > len(l[i-1].words); i-- {
		l[i], l[i-1] = l[i-1], l[i]
	}
	p[key] = l
}

// at returns the longest phrase that begins at piece i, and its length.
func (p phrases[T]) at(ps []piece, i int) (T, int) {
	var none T
	if i < 0 || i >= len(ps) {
		return none, 0
	}
next:
	for _, ph := range p[ps[i].low] {
		if i+len(ph.words) > len(ps) {
			continue
		}
		for j, w := range ph.words[1:] {
			if w != "*" && ps[i+1+j].low != w {
				continue next
			}
		}
		return ph.is, len(ph.words)
	}
	return none, 0
}

// longest returns the number of words of the longest phrase.
func (p phrases[T]) longest() int {
	n := 0
	for _, list := range p {
		n = max(n, len(list[0].words))
	}
	return n
}

// before returns the longest phrase that ends before piece i, and its length.
func (p phrases[T]) before(ps []piece, i int) (T, int) {
	var none T
	if i < 1 || i > len(ps) {
		return none, 0
	}
next:
	for _, ph := range p[ps[i-1].low] {
		n := len(ph.words)
		if n > i {
			continue
		}
		for j, w := range ph.words {
			if ps[i-n+j].low != w {
				continue next
			}
		}
		return ph.is, n
	}
	return none, 0
}

type hedge struct {
	bound    doc.Bound
	word     string // its last word, where that may be something else
	high     bool   // the number is the upper end
	estimate bool
	verb     bool // stays out of the span
}

var hedgesBefore, hedgesBehind = loadHedges()

func loadHedges() (before, behind phrases[hedge]) {
	before, behind = phrases[hedge]{}, phrases[hedge]{}
	for _, f := range rows("hedges.tsv", 5) {
		h := hedge{bound: parseBound(f[2]), high: f[3] == "h", estimate: f[3] == "e", verb: f[0] == "verb"}
		h.word = f[1]
		if f[0] == "behind" {
			behind.add(f[1], false, h)
		} else {
			before.add(f[1], true, h)
		}
	}
	return before, behind
}

func parseBound(s string) doc.Bound {
	for b := doc.Exact; b <= doc.Change; b++ {
		if b.String() == s {
			return b
		}
	}
	panic("no bound " + s)
}

// A unit is a measure as records name it.
type unit struct {
	name, dim string
	si        *doc.Norm // the factor; nil where there is none
	symbol    string    // the form in its case, where case counts
}

var units = loadUnits()

func loadUnits() phrases[[]unit] {
	all := map[string][]unit{}
	var order []string
	for _, f := range rows("units.tsv", 7) {
		u := unit{name: f[0], dim: f[2]}
		if v := decimal.MustParse(f[3]); f[4] != "" && !v.IsZero() {
			u.si = &doc.Norm{Value: v, Unit: f[4]}
		}
		for _, form := range strings.Split(f[5], "|") {
			v := u
			if rest, ok := strings.CutPrefix(form, "="); ok {
				form = rest
				v.symbol = rest
			}
			form = strings.ToLower(form)
			if all[form] == nil {
				order = append(order, form)
			}
			all[form] = append(all[form], v)
		}
	}
	m := phrases[[]unit]{}
	for _, form := range order {
		m.add(form, false, all[form])
		if parted := strings.ReplaceAll(form, ". ", " . "); parted != form {
			m.add(parted, false, all[form]) // where the full stop is a token
		}
	}
	return m
}

// timeUnits are the words of the dimension time.
var timeUnits = func() map[string]string {
	m := map[string]string{}
	for w, list := range units {
		for _, ph := range list {
			for _, u := range ph.is {
				if u.dim == "time" && u.symbol == "" && len(ph.words) == 1 {
					m[w] = u.name
				}
			}
		}
	}
	return m
}()

// currencySigns has the code of each sign, in its case; currencyNames of each
// name; currencyOf of each adjective of a country.
var currencySigns, currencyNames, currencyOf = loadCurrencies()

func loadCurrencies() (signs map[string]string, names phrases[string], of phrases[string]) {
	signs, names, of = map[string]string{}, phrases[string]{}, phrases[string]{}
	seen := map[string]bool{}
	for _, f := range rows("currencies.tsv", 5) {
		for _, s := range strings.Split(f[1], "|") {
			signs[s] = f[0]
		}
		for _, s := range strings.Split(f[2], "|") {
			if s != "" && !seen[s] {
				seen[s] = true
				names.add(s, false, f[0])
			}
		}
		for _, s := range strings.Split(f[3], "|") {
			if s != "" {
				of.add(s, false, f[0])
			}
		}
	}
	return signs, names, of
}

// commonMoney are the names of money that several countries use; alone they
// mean what is said here, "" if that cannot be told.
var commonMoney = map[string]string{
	"dollar": "USD", "dollars": "USD", "franc": "franc", "francs": "franc", "dinar": "dinar", "dinars": "dinar",
	"pound": "GBP", "pounds": "GBP", "peso": "peso", "pesos": "peso", "rupee": "INR", "rupees": "INR",
	"shilling": "shilling", "shillings": "shilling", "kr": "krone", "kr.": "krone", "krone": "krone", "kroner": "krone", "kronor": "SEK", "krona": "SEK", "crown": "crown", "crowns": "crown",
	"riyal": "riyal", "riyals": "riyal", "rial": "IRR", "rials": "IRR", "dirham": "dirham", "dirhams": "dirham",
	"marks": "mark", "lira": "TRY", "lire": "ITL", "won": "KRW", "yuan": "CNY",
}

// cents are coins; their figures keep the coin as unit.
var cents = map[string]string{"cent": "cent", "cents": "cent", "pence": "penny", "penny": "penny", "¢": "cent", "sen": "sen", "kopecks": "kopeck", "pesewa": "pesewa", "pesewas": "pesewa", "paisa": "paisa", "paise": "paisa", "kobo": "kobo", "centavo": "centavo", "centavos": "centavo", "centime": "centime", "centimes": "centime", "fils": "fils", "piastre": "piastre", "piastres": "piastre", "satang": "satang", "grosz": "grosz", "groszy": "grosz", "poisha": "poisha", "toea": "toea", "ngwee": "ngwee", "halalas": "halala", "tetri": "tetri", "tyiyn": "tyiyn", "tiyn": "tiyn", "stotinki": "stotinka", "bani": "ban", "santimi": "santim", "lepta": "lepton", "haléře": "haléř", "öre": "öre", "øre": "øre"}

// A rateWord is a unit and what it is counted by in one word.
type rateWord struct {
	unit, per string
	scale     decimal.Decimal
}

var rateWords = func() phrases[rateWord] {
	m := phrases[rateWord]{}
	for _, f := range rows("rates.tsv", 5) {
		for _, w := range strings.Split(f[0], "|") {
			m.add(w, false, rateWord{f[1], f[3], decimal.MustParse(f[2])})
		}
	}
	return m
}()

// unitNamed has the measure of each name.
var unitNamed = func() map[string]unit {
	m := map[string]unit{}
	for _, list := range units {
		for _, ph := range list {
			for _, u := range ph.is {
				u.symbol = ""
				m[u.name] = u
			}
		}
	}
	return m
}()

type label struct{ reason, need string }

var labels = func() phrases[label] {
	m := phrases[label]{}
	for _, f := range rows("labels.tsv", 4) {
		for _, w := range strings.Split(f[0], "|") {
			m.add(w, true, label{f[1], f[2]})
		}
	}
	return m
}()

// change words: by class, the direction.
var changeVerbs, changeNouns, changeBehind, changeParticles = loadChanges()

func loadChanges() (verbs phrases[string], nouns, behind, particles map[string]string) {
	verbs, nouns, behind, particles = phrases[string]{}, map[string]string{}, map[string]string{}, map[string]string{}
	single := map[string]map[string]string{"noun": nouns, "behind": behind, "particle": particles}
	for _, f := range rows("changes.tsv", 4) {
		for _, w := range strings.Split(f[2], "|") {
			if f[0] == "verb" {
				verbs.add(w, true, f[1])
			} else {
				single[f[0]][w] = f[1]
			}
		}
	}
	return verbs, nouns, behind, particles
}

type multiple struct {
	factor    decimal.Decimal
	direction string
}

var multiples = func() map[string]multiple {
	m := map[string]multiple{}
	for _, f := range rows("multiples.tsv", 4) {
		for _, w := range strings.Split(f[2], "|") {
			m[w] = multiple{decimal.MustParse(f[0]), f[1]}
		}
	}
	return m
}()

var idioms = func() phrases[string] {
	m := phrases[string]{}
	for _, f := range rows("idioms.tsv", 3) {
		m.add(f[0], false, f[1])
	}
	return m
}()

// longestIdiom is how many words the longest of the idioms has.
var longestIdiom = idioms.longest()

var persons, notPersons = words("persons.txt"), words("notpersons.txt")
