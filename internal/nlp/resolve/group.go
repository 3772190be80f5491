package resolve

import (
	"fmt"
	"iter"
	"sort"
	"strings"

	"analyze/internal/disjoint"
	"analyze/internal/doc"
	"analyze/internal/nlp/gazetteer"
)

// Group hands the values of each key to yield, keys in order and values in the
// order in which they came: the shape that work over all documents is written
// in, so that it can run on one machine or be spread by key over several.
func Group[K interface{ ~string }, V any](values iter.Seq2[K, V], yield func(key K, values []V)) {
	m := make(map[K][]V)
	for k, v := range values {
		m[k] = append(m[k], v)
	}
	keys := make([]K, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Slice(keys, func(a, b int) bool { return keys[a] < keys[b] })
	for _, k := range keys {
		yield(k, m[k])
	}
}

// Kinds of nodes.
const (
	listed  = 'K' // has a gazetteer entry
	person1 = 'P' // a full name of a person
	single  = 'S' // a surname or first name alone
	org     = 'O'
	acronym = 'A' // an organisation known by its acronym only
	group1  = 'G'
	place1  = 'L'
)

// A node is all records that are the same by their very names.
type node struct {
	key    string
	kind   byte
	recs   []*Record
	person person
	org    orgName
	doubt  string
	near   map[string]bool // made when first asked for
	title  map[string]bool
}

// grouping is the state of bringing the referents of all documents together.
type grouping struct {
	nodes   []*node
	sets    disjoint.Sets
	reasons [][]doc.Reason // by node
	docs    int
	wide    []bool         // by root: stands in several documents
	df      map[string]int // documents in which something stands near this key
	told    map[int32]int  // by root: documents that name a person in full; set for singles
}

// group reads the records into nodes. Its outcome does not depend on their
// order.
func group(records iter.Seq[Record]) *grouping {
	g := &grouping{df: make(map[string]int)}
	var all []*Record
	var block []Record // records are kept in blocks: one object for many
	for r := range records {
		if len(block) == cap(block) {
			block = make([]Record, 0, 512)
		}
		block = append(block, r)
		all = append(all, &block[len(block)-1])
	}
	sort.Slice(all, func(a, b int) bool {
		if all[a].Doc != all[b].Doc {
			return all[a].Doc < all[b].Doc
		}
		return all[a].Referent < all[b].Referent
	})
	g.count(all)
	keyed := func(yield func(string, *Record) bool) {
		for _, r := range all {
			if !yield(nodeKey(r), r) {
				return
			}
		}
	}
	Group(keyed, func(k string, recs []*Record) {
		for i, part := range g.apart(k, recs) {
			n := &node{key: k, kind: k[0], recs: part}
			if i > 0 {
				n.key += fmt.Sprintf(" #%d", i+1)
			}
			switch n.kind {
			case person1, single:
				n.person = parsePerson(part[0].Name)
			case org, acronym:
				n.org = parseOrg(key(part[0].Name))
			}
			g.nodes = append(g.nodes, n)
		}
	})
	all, block = nil, nil
	g.sets, g.wide = disjoint.New(len(g.nodes)), make([]bool, len(g.nodes))
	for i, n := range g.nodes {
		g.wide[i] = n.recs[0].Doc != n.recs[len(n.recs)-1].Doc
	}
	g.reasons = make([][]doc.Reason, len(g.nodes))
	return g
}

// count counts documents and in how many of them a neighbour stands.
func (g *grouping) count(all []*Record) {
	seen := make(map[string]bool)
	for i, r := range all {
		if i == 0 || all[i-1].Doc != r.Doc {
			g.docs++
			clear(seen)
		}
		for _, k := range r.Near {
			if !seen[k] {
				seen[k] = true
				g.df[k]++
			}
		}
	}
}

// nodeKey is the key under which a record is the same as others by its name.
// Names that say too little stay with their document.
func nodeKey(r *Record) string {
	local := fmt.Sprintf("|%s|%06d", r.Doc, r.Referent)
	if r.Key != "" {
		return string(rune(listed)) + "|" + r.Type.String() + "|" + r.Key
	}
	switch r.Type {
	case doc.Person:
		p := parsePerson(r.Name)
		if s := styled(r); s != "" && !p.full {
			return string(rune(single)) + "|" + s + " " + p.key()
		}
		if !p.full {
			return string(rune(single)) + "|" + p.key() + local
		}
		return string(rune(person1)) + "|" + p.key() + "|" + p.suffix
	case doc.Org:
		if isAcronym(r.Name) {
			return string(rune(acronym)) + "|" + letters(r.Name)
		}
		o, country := office(r)
		switch {
		case len(o.words) == 0 || o.generic():
			return string(rune(org)) + "|" + o.exact() + local
		case shared(&o) && country == "":
			return string(rune(org)) + "|" + o.bag() + local
		case shared(&o):
			return string(rune(org)) + "|" + o.bag() + "|" + country
		}
		return string(rune(org)) + "|" + o.exact()
	case doc.Group:
		if r.Country != "" {
			return string(rune(group1)) + "|" + r.Country + "|" + singular(key(r.Name))
		}
		return string(rune(group1)) + "||" + singular(key(r.Name))
	}
	return string(rune(place1)) + "|" + strings.Join(mildWords(key(r.Name)), " ") + "|" + r.Country
}

// styled is the title that makes a single name of a record one that people
// are known by in all documents, "" if there is none.
func styled(r *Record) string {
	if s := styleOf(r.Name); s != "" || strings.Contains(r.Name, " ") {
		return s
	}
	for _, t := range r.Titles {
		if s := styleOf(t + " " + r.Name); s != "" {
			return s
		}
	}
	return ""
}

// office parts the name of an organisation in what every state has and whose
// it is: "Ministry of Health of Uganda", "Ugandan Ministry of Health". Any
// other name is given back whole.
func office(r *Record) (orgName, string) {
	name, country := r.Name, r.Country
	if at := strings.LastIndex(name, " of "); at > 0 {
		if h, c := parseOrg(key(name[:at])), countryNamed(name[at+4:]); c != "" && shared(&h) && !h.generic() {
			return h, c
		}
	}
	if first, rest, ok := strings.Cut(name, " "); ok {
		if h, c := parseOrg(key(rest)), countryNamed(first); c != "" && shared(&h) && !h.generic() {
			return h, c
		}
	}
	return parseOrg(key(name)), country
}

// countryNamed is the code of the country that a name or demonym means.
func countryNamed(name string) string {
	for _, m := range gazetteer.Default().Lookup(name) {
		if m.Entry.Kind == gazetteer.Country {
			return m.Entry.Country
		}
	}
	return ""
}

// offices are what states have one of each; with them and words for what they
// look after a name says nothing of whose they are.
var offices = mildSet(set("ministry department court parliament senate assembly cabinet police army bank government council office agency directorate inspectorate service congress navy force authority administration commission"))

var fields = mildSet(set("justice interior defense foreign affairs finance health education agriculture labor transport trade energy environment culture economy economic national central supreme high constitutional appeal appeals federal state general public immigration customs tax security internal external criminal city county district regional local royal air military border social welfare statistics statistical development planning industry tourism information science sports youth home house human rights prosecutor attorney staff prime minister presidential election elections electoral audit competition elector"))

// shared reports whether many countries have an organisation of this name.
func shared(o *orgName) bool {
	head := false
	for _, w := range o.content {
		switch {
		case offices[w]:
			head = true
		case !fields[w]:
			return false
		}
	}
	return head
}

// find gives the node that stands for the component of node i.
func (g *grouping) find(i int32) int32 { return int32(g.sets.Root(int(i))) }

// union brings the components of two nodes together and notes why.
func (g *grouping) union(a, b int32, score float64, why string) {
	ra, rb := g.find(a), g.find(b)
	if !g.sets.Join(int(a), int(b)) {
		return
	}
	ra, rb = min(ra, rb), max(ra, rb)
	g.wide[ra] = g.wide[ra] || g.wide[rb] || g.nodes[a].recs[0].Doc != g.nodes[b].recs[0].Doc
	r := g.nodes[b].recs[0]
	g.reasons[b] = append(g.reasons[b], doc.Reason{Doc: r.Doc, Name: r.Name, Score: round(score), Text: why})
}

func round(x float64) float64 { return float64(int(x*100+0.5)) / 100 }

// components gives the nodes of each component, in order.
func (g *grouping) components() [][]int32 {
	at := make(map[int32]int)
	var all [][]int32
	for i := range g.nodes {
		r := g.find(int32(i))
		k, ok := at[r]
		if !ok {
			k = len(all)
			at[r] = k
			all = append(all, nil)
		}
		all[k] = append(all[k], int32(i))
	}
	return all
}

// apart parts the records of one full name of persons where they are not one
// person: a common name, and two documents that give it callings of different
// walks of life, with no word, organisation or place in common.
func (g *grouping) apart(k string, recs []*Record) [][]*Record {
	if k[0] != person1 || len(recs) < 2 {
		return [][]*Record{recs}
	}
	p := parsePerson(recs[0].Name)
	if !commonName(&p) {
		return [][]*Record{recs}
	}
	of := make([]int, len(recs)) // union by what is shared
	for i := range of {
		of[i] = i
	}
	var root func(int) int
	root = func(i int) int {
		if of[i] != i {
			of[i] = root(of[i])
		}
		return of[i]
	}
	first := make(map[string]int)
	for i, r := range recs {
		for _, w := range profile(r) {
			if j, ok := first[w]; ok {
				a, b := root(i), root(j)
				of[max(a, b)] = min(a, b)
			} else {
				first[w] = i
			}
		}
	}
	return byProfile(recs, root)
}

// walk gives for words of titles the walk of life that they belong to.
var walk = func() map[string]string {
	m := make(map[string]string)
	for _, line := range []string{
		"politics president minister senator mayor governor congressman congresswoman lawmaker parliamentarian ambassador chancellor premier secretary councillor",
		"arms general colonel captain lieutenant sergeant admiral commander soldier officer policeman inspector detective constable",
		"sport coach pitcher footballer player goalkeeper striker athlete swimmer boxer skier runner captain quarterback",
		"arts singer actor actress painter musician composer sculptor novelist poet filmmaker drummer guitarist",
		"learning professor lecturer researcher scholar scientist historian economist sociologist epidemiologist physicist biologist chemist fellow",
		"press reporter journalist correspondent editor photographer columnist",
		"church bishop priest imam rabbi pastor cardinal archbishop",
		"medicine surgeon physician nurse doctor paediatrician psychiatrist dentist",
		"trade baker farmer fisherman carpenter shopkeeper driver plumber mechanic cook",
	} {
		words := strings.Fields(line)
		for _, w := range words[1:] {
			m[w] = words[0]
		}
	}
	return m
}()

// walkOf is the walk of life that all titles of records speak of, "" where
// none does or they speak of several.
func walkOf(recs []*Record) string {
	found := ""
	for _, r := range recs {
		for _, t := range r.Titles {
			for _, w := range strings.Fields(key(t)) {
				if k := walk[w]; k != "" && found != "" && k != found {
					return ""
				} else if k != "" {
					found = k
				}
			}
		}
	}
	return found
}

// byProfile gives the parts of records that root brings together where their
// walks of life differ; the others go with the largest part.
func byProfile(recs []*Record, root func(int) int) [][]*Record {
	parts := make(map[int][]*Record)
	var loose []*Record
	var order []int
	for i, r := range recs {
		k := root(i)
		if _, ok := parts[k]; !ok {
			order = append(order, k)
		}
		parts[k] = append(parts[k], r)
	}
	var kept [][]*Record
	var walks []string
	for _, k := range order {
		if w := walkOf(parts[k]); w != "" && !contains(walks, w) {
			walks = append(walks, w)
			kept = append(kept, parts[k])
		} else {
			loose = append(loose, parts[k]...)
		}
	}
	if len(kept) < 2 {
		return [][]*Record{recs}
	}
	sort.SliceStable(kept, func(a, b int) bool { return len(kept[a]) > len(kept[b]) })
	kept[0] = append(kept[0], loose...)
	sort.SliceStable(kept[0], func(a, b int) bool { return kept[0][a].Doc < kept[0][b].Doc })
	return kept
}

// profile is what a record tells of its person beside the name.
func profile(r *Record) []string {
	ws := append([]string(nil), r.Near...)
	for _, t := range r.Titles {
		for _, w := range strings.Fields(key(t)) {
			if len(w) > 3 && !empty[w] {
				ws = append(ws, "title "+w)
			}
		}
	}
	if len(r.Titles) == 0 {
		for _, role := range r.Roles {
			if role == roleCited || role == roleAuthor {
				ws = append(ws, "role writer")
			}
		}
	}
	return ws
}

// empty are words of titles that tell nothing.
var empty = set("former then senior from with their deputy chief acting late")

// commonName reports whether many people may bear the name.
func commonName(p *person) bool {
	return len(p.words) <= 3 && gazetteer.GivenName(p.first) && commonSurname(p)
}

func commonSurname(p *person) bool {
	if len(p.words)-p.surname > 1 {
		return false
	}
	c := p.last
	return gazetteer.Surname(c) || gazetteer.GivenName(c) || len(c) < 4
}
