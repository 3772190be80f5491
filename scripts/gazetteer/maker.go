package main

import (
	"bufio"
	"cmp"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"analyze/internal/nlp/gazetteer"
)

// A maker gathers records and words.
type maker struct {
	sources, lists string

	recs      []*gazetteer.Record
	words     map[string]gazetteer.WordSet // folded
	countries map[string]*gazetteer.Record
	byID      map[string]*gazetteer.Record
	capitals  map[string]string            // country → folded name
	admin     map[string]*gazetteer.Record // "IQ.15" → region
	members   map[string][]string          // id or code → ids of what it is part of
	small     map[string][]city            // country → places of cities500
	demonyms  map[string]bool
	names     map[string][]string // ISO 3166-2 code → the line of divisions.tsv
	taken     map[int]bool        // ids of GeoNames that have a record
	placed    map[string]bool     // folded names of the cities taken so far
}

func newMaker(sources, lists string) *maker {
	return &maker{
		sources: sources, lists: lists,
		words:     map[string]gazetteer.WordSet{},
		countries: map[string]*gazetteer.Record{},
		byID:      map[string]*gazetteer.Record{},
		capitals:  map[string]string{},
		admin:     map[string]*gazetteer.Record{},
		members:   map[string][]string{},
		small:     map[string][]city{},
		demonyms:  map[string]bool{},
		names:     map[string][]string{},
		taken:     map[int]bool{},
		placed:    map[string]bool{},
	}
}

// rows reads the lines of a list, split at tabs; comments and empty lines are
// left out, and lines are filled up to n columns.
func rows(path string, n int) ([][]string, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var rs [][]string
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<22)
	for line := 1; sc.Scan(); line++ {
		s := strings.TrimRight(sc.Text(), "\r")
		if strings.TrimSpace(s) == "" || strings.HasPrefix(s, "#") {
			continue
		}
		cols := strings.Split(s, "\t")
		if len(cols) > n {
			return nil, fmt.Errorf("%s:%d: %d columns, want at most %d", path, line, len(cols), n)
		}
		for i := range cols {
			cols[i] = strings.TrimSpace(cols[i])
		}
		for len(cols) < n {
			cols = append(cols, "")
		}
		rs = append(rs, cols)
	}
	return rs, sc.Err()
}

// split parts a cell at its bars.
func split(s string) []string {
	var out []string
	for _, p := range strings.Split(s, "|") {
		if p = strings.TrimSpace(p); p != "" {
			out = append(out, p)
		}
	}
	return out
}

// slug makes an id of a name: Fold with hyphens.
func slug(name string) string {
	s := strings.Map(func(r rune) rune {
		if r == ' ' || unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, gazetteer.Fold(strings.NewReplacer("'", "", "’", "").Replace(name)))
	return strings.Join(strings.Fields(s), "-")
}

// add keeps a record under its id, which must be new.
func (m *maker) add(r *gazetteer.Record) error {
	if r.ID == "" {
		return fmt.Errorf("%q has no id", r.Name)
	}
	if old := m.byID[r.ID]; old != nil {
		return fmt.Errorf("id %q for both %q and %q", r.ID, old.Name, r.Name)
	}
	m.byID[r.ID] = r
	m.recs = append(m.recs, r)
	if r.GeoNames != 0 {
		m.taken[r.GeoNames] = true
	}
	return nil
}

// aliases adds the names of a cell; a mark behind one says of what kind it is.
func aliases(r *gazetteer.Record, cell string, kind gazetteer.AliasKind) {
	for _, a := range split(cell) {
		k := kind
		if name, mark, ok := strings.Cut(a, "~"); ok {
			a = name
			switch mark {
			case "a":
				k = gazetteer.Acronym
			case "c":
				k = gazetteer.Conditional
			case "v":
				k = gazetteer.Variant
			case "f":
				k = gazetteer.Former
			case "w":
				r.Aliases = append(r.Aliases, gazetteer.Alias{Text: a, Kind: k, Weak: true})
				continue
			}
		}
		r.Aliases = append(r.Aliases, gazetteer.Alias{Text: a, Kind: k})
	}
}

// demonym adds the adjectives and the nouns; a star among the nouns stands for
// the adjectives and their plurals.
func (m *maker) demonym(r *gazetteer.Record, adjs, nouns string) {
	add := func(s string, k gazetteer.AliasKind) {
		m.demonyms[s] = true
		r.Aliases = append(r.Aliases, gazetteer.Alias{Text: s, Kind: k})
	}
	var plain []string
	for _, a := range split(adjs) {
		if s, ok := strings.CutSuffix(a, "~a"); ok {
			add(s, gazetteer.Acronym)
			continue
		}
		add(a, gazetteer.DemonymAdj)
		plain = append(plain, a)
	}
	for _, n := range split(nouns) {
		if n != "*" {
			add(n, gazetteer.DemonymNoun)
			continue
		}
		for _, a := range plain {
			add(a, gazetteer.DemonymNoun)
			if p := plural(a); p != a {
				add(p, gazetteer.DemonymNoun)
			}
		}
	}
}

func plural(s string) string {
	for _, end := range []string{"ese", "ss", "ch", "sh", "s", "é"} {
		if strings.HasSuffix(s, end) {
			return s
		}
	}
	return s + "s"
}

// coord reads "33,65".
func coord(r *gazetteer.Record, cell string) error {
	if cell == "" {
		return nil
	}
	lat, lon, ok := strings.Cut(cell, ",")
	if !ok {
		return fmt.Errorf("%s: coordinates %q", r.Name, cell)
	}
	var err error
	if r.Lat, err = strconv.ParseFloat(strings.TrimSpace(lat), 64); err != nil {
		return err
	}
	if r.Lon, err = strconv.ParseFloat(strings.TrimSpace(lon), 64); err != nil {
		return err
	}
	r.HasCoord = true
	return nil
}

// finish links the records, gives every name the spellings that follow from it,
// and sorts all by rank.
func (m *maker) finish() ([]gazetteer.Record, error) {
	for of, ups := range m.members {
		r := m.resolve(of)
		if r == nil {
			return nil, fmt.Errorf("member %q of %v is not known", of, ups)
		}
		for _, up := range ups {
			if u := m.resolve(up); u == nil {
				return nil, fmt.Errorf("%q is part of %q, which is not known", of, up)
			} else if u != r && !slices.Contains(r.PartOf, u.ID) {
				r.PartOf = append(r.PartOf, u.ID)
			}
		}
		slices.Sort(r.PartOf)
	}
	for _, r := range m.recs {
		for _, id := range slices.Concat(r.Former, r.Related, r.PartOf) {
			if m.byID[id] == nil {
				return nil, fmt.Errorf("%s is linked to %q, which is not known", r.ID, id)
			}
		}
		m.spell(r)
	}
	slices.SortStableFunc(m.recs, func(a, b *gazetteer.Record) int {
		return cmp.Or(cmp.Compare(b.Rank, a.Rank), cmp.Compare(a.ID, b.ID))
	})
	out := make([]gazetteer.Record, len(m.recs))
	for i, r := range m.recs {
		out[i] = *r
	}
	return out, nil
}

// resolve is the record of an id or of a country's code.
func (m *maker) resolve(id string) *gazetteer.Record {
	if r := m.countries[id]; r != nil {
		return r
	}
	return m.byID[id]
}

// spell drops aliases that say nothing new and adds to each what writers make
// of it: apostrophes left out, British and American spellings.
func (m *maker) spell(r *gazetteer.Record) {
	seen := map[string]int{key(r.Name, gazetteer.Full): -1}
	var out []gazetteer.Alias
	add := func(a gazetteer.Alias) {
		k := key(a.Text, a.Kind)
		at, known := seen[k]
		switch {
		case gazetteer.Fold(a.Text) == "":
		case !known:
			seen[k] = len(out)
			out = append(out, a)
		case at >= 0 && out[at].Kind == gazetteer.Variant && a.Kind != gazetteer.Variant:
			out[at] = a // what was written by hand counts for more
		}
	}
	given := append([]gazetteer.Alias{{Text: r.Name, Weak: r.WeakName, Kind: gazetteer.Short}}, r.Aliases...)
	for _, a := range given {
		add(a)
	}
	for _, a := range given {
		for _, s := range spellings(a.Text) {
			add(gazetteer.Alias{Text: s, Kind: a.Kind, Weak: a.Weak})
		}
	}
	r.Aliases = out
}

// key tells apart the aliases of one record.
func key(s string, k gazetteer.AliasKind) string {
	upper := 0
	for _, c := range s {
		if unicode.IsUpper(c) {
			upper++
		}
	}
	f := gazetteer.Fold(s)
	if upper > 1 && !strings.Contains(f, " ") {
		f = s // an acronym: the case counts
	}
	if k == gazetteer.DemonymAdj || k == gazetteer.DemonymNoun {
		return f + "\t" + k.String()
	}
	return f
}

var americanise = strings.NewReplacer(
	"Organisation", "Organization", "organisation", "organization", "Programme", "Program", "Defence", "Defense",
	"Centre", "Center", "Labour", "Labor", "Mobilisation", "Mobilization", "Mujahideen", "Mujahidin", "Modernisation", "Modernization")

var anglicise = strings.NewReplacer(
	"Organization", "Organisation", "organization", "organisation", "Programme", "Programme", "Program", "Programme", "Defense", "Defence",
	"Center", "Centre", "Labor", "Labour", "Mobilization", "Mobilisation", "Modernization", "Modernisation")

func spellings(s string) []string {
	var out []string
	if t := strings.NewReplacer("'", "", "’", "").Replace(s); t != s {
		out = append(out, t)
	}
	if strings.Contains(s, " ") {
		out = append(out, americanise.Replace(s), anglicise.Replace(s))
		if t, ok := strings.CutPrefix(s, "UN "); ok {
			out = append(out, "United Nations "+t)
		}
		if t, ok := strings.CutPrefix(s, "United Nations "); ok {
			out = append(out, "UN "+t)
		}
		for _, p := range []string{"U.S. ", "US ", "United States "} {
			if t, ok := strings.CutPrefix(s, p); ok {
				out = append(out, "US "+t, "United States "+t)
			}
		}
		out = append(out, strings.ReplaceAll(s, " & ", " and "))
	}
	return out
}
