package gazetteer

import (
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/cespare/xxhash/v2"
)

// Fingerprint changes with the embedded data: what was looked up in another
// gazetteer is to be looked up again. It does not load the data.
func Fingerprint() string { return strconv.FormatUint(xxhash.Sum64(packed), 36) }

// A Gazetteer answers what a name may stand for. It is read-only and safe for
// use by several goroutines.
type Gazetteer struct {
	base   *layer
	over   *layer           // the user's; nil where there is none
	stand  map[int32]*Entry // entries of base that an entry of over stands for
	lookup func() *lookups  // built when first asked for
}

// lookups are the maps that only some callers need.
type lookups struct {
	byID    map[string]*Entry
	country map[string]*Entry // by ISO 3166-1 alpha-2 and alpha-3
}

var embedded = sync.OnceValue(func() *Gazetteer {
	return newGazetteer(loaded().layer, nil, nil)
})

// Default is the gazetteer of the embedded data, read when it is first called.
func Default() *Gazetteer { return embedded() }

func newGazetteer(base, over *layer, stand map[int32]*Entry) *Gazetteer {
	g := &Gazetteer{base: base, over: over, stand: stand}
	g.lookup = sync.OnceValue(g.index)
	return g
}

func (g *Gazetteer) index() *lookups {
	l := &lookups{byID: make(map[string]*Entry, len(g.base.entries)), country: make(map[string]*Entry, 600)}
	put := func(e *Entry) {
		l.byID[e.ID] = e
		if e.Kind == Country && e.Country != "" {
			l.country[e.Country] = e
			if e.Code != "" {
				l.country[e.Code] = e
			}
		}
	}
	for i := range g.base.entries {
		put(g.entry(int32(i)))
	}
	if g.over != nil {
		for i := range g.over.entries {
			put(&g.over.entries[i])
		}
	}
	return l
}

// entry is entry i of the embedded data, or what the user put in its stead.
func (g *Gazetteer) entry(i int32) *Entry {
	if e, ok := g.stand[i]; ok {
		return e
	}
	return &g.base.entries[i]
}

func (g *Gazetteer) baseMatch(a *alias) Match {
	return Match{Entry: g.entry(a.entry), Alias: a.kind, Text: a.text, Weak: a.weak}
}

// Len is the number of entries.
func (g *Gazetteer) Len() int { return len(g.lookup().byID) }

// Entries calls yield with every entry, the embedded ones first, in an order
// that is always the same, until it returns false. It serves as an iterator.
func (g *Gazetteer) Entries(yield func(*Entry) bool) {
	for i := range g.base.entries {
		if !yield(g.entry(int32(i))) {
			return
		}
	}
	if g.over == nil {
		return
	}
	for i := range g.over.entries {
		e := &g.over.entries[i]
		if g.lookup().byID[e.ID] != e || g.standsIn(e) {
			continue
		}
		if !yield(e) {
			return
		}
	}
}

func (g *Gazetteer) standsIn(e *Entry) bool {
	for _, s := range g.stand {
		if s == e {
			return true
		}
	}
	return false
}

// Lookup is what a name may stand for, the likeliest first: all entries that
// have an alias of the same atoms, those first whose case
// agrees. An article in front is tried without as well.
func (g *Gazetteer) Lookup(name string) []Match {
	ms := g.find(name)
	if len(ms) == 0 && len(name) > 4 && strings.EqualFold(name[:4], "the ") {
		ms = g.find(name[4:])
	}
	return ms
}

func (g *Gazetteer) find(name string) []Match {
	h, ok := hashName(name)
	if !ok {
		return nil
	}
	var over uint32
	if g.over != nil {
		over = g.over.names.get(h)
	}
	base := g.base.names.get(h)
	s := scanner{g: g, words: []string{name}}
	ms := s.matches(0, over>>1, base>>1, false)
	// What is written otherwise comes after what is written so: NICE after Nice.
	for _, m := range s.matches(0, over>>1, base>>1, true) {
		if !slices.ContainsFunc(ms, func(o Match) bool { return o.Entry == m.Entry && demonym(o.Alias) == demonym(m.Alias) }) {
			ms = append(ms, m)
		}
	}
	return ms
}

// ByID is the entry with the id; nil where there is none.
func (g *Gazetteer) ByID(id string) *Entry { return g.lookup().byID[id] }

// Country is the entry of a country by its ISO 3166-1 code, of two or three
// letters in any case; nil where there is none. "UK" and "EL" are taken for GB
// and GR.
func (g *Gazetteer) Country(code string) *Entry {
	code = strings.ToUpper(code)
	switch code {
	case "UK":
		code = "GB"
	case "EL":
		code = "GR"
	}
	return g.lookup().country[code]
}

// Demonym is the country, or other place, whose people or things a word
// denotes. noun says that it may name inhabitants (Tunisians, Briton), adj that
// it is the adjective (Tunisian, British); many words are both. place is nil
// where the word is no demonym, or is written without a capital.
func (g *Gazetteer) Demonym(word string) (place *Entry, noun, adj bool) {
	s := scanner{g: g, words: []string{word}}
	if !mayBegin(s.words, 0) {
		return nil, false, false
	}
	h, ok := s.from(0)
	if !ok {
		return nil, false, false
	}
	for _, m := range h.Matches {
		if !demonym(m.Alias) || place != nil && place != m.Entry {
			continue
		}
		place = m.Entry
		noun = noun || m.Alias == DemonymNoun
		adj = adj || m.Alias == DemonymAdj
	}
	return place, noun, adj
}

// Within reports whether the entry with an id lies within, or belongs to, the
// one with the id container: by what it is part of, by its country, and by what
// those are part of. Nothing is within itself.
func (g *Gazetteer) Within(id, container string) bool {
	e := g.ByID(id)
	if e == nil || id == container || g.ByID(container) == nil {
		return false
	}
	seen := map[string]bool{id: true}
	for todo := []*Entry{e}; len(todo) > 0; {
		e, todo = todo[0], todo[1:]
		for _, up := range g.above(e) {
			if up == nil || seen[up.ID] {
				continue
			}
			if up.ID == container {
				return true
			}
			seen[up.ID] = true
			todo = append(todo, up)
		}
	}
	return false
}

// above is what directly contains e.
func (g *Gazetteer) above(e *Entry) []*Entry {
	var up []*Entry
	for _, id := range e.PartOf {
		up = append(up, g.ByID(id))
	}
	if e.Country != "" && e.Kind != Country {
		up = append(up, g.Country(e.Country))
	}
	return up
}
