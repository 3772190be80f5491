package resolve

import (
	"fmt"
	"sort"
	"strings"

	"analyze/internal/doc"
)

// enough is the score from which on two names are held to mean the same. The
// scores that names alone give (see the constants below) are chosen so that
// what is hardly ever wrong passes by itself and the rest wants evidence.
const enough = 0.8

// What likenesses of names are worth across documents; 0.15 is added for a
// surname that few people bear, up to 0.3 for evidence.
const (
	worthMiddle     = 0.8 // an initial
	worthMiddleName = 0.65
	worthNick       = 0.7
	worthTranslit   = 0.75
	worthInitial    = 0.6
	worthSurname    = 0.6
	worthAcronym    = 0.75
	rareName        = 0.15
	wellKnown       = 0.05
)

// match brings nodes together whose names differ.
func (g *grouping) match() {
	g.types()
	g.orgs()
	g.acronyms()
	g.persons()
	g.singles()
}

// types unites names of several words that were taken for an organisation in
// one document and for a place or a group in another.
func (g *grouping) types() {
	by := make(map[string][]int32)
	for i, n := range g.nodes {
		if n.kind != org && n.kind != place1 && n.kind != group1 {
			continue
		}
		if k := key(n.recs[0].Name); strings.Contains(k, " ") && !strings.Contains(n.key, "|"+n.recs[0].Doc+"|") {
			by[k] = append(by[k], int32(i))
		}
	}
	for _, k := range sortedKeys(by) {
		for _, i := range by[k][1:] {
			if a, b := g.nodes[by[k][0]], g.nodes[i]; a.kind != b.kind {
				g.union(by[k][0], i, 0.85, "the same name, taken for another type")
			}
		}
	}
}

// orgs unites names of organisations that differ in order, links, endings, and
// those that a document itself uses for one organisation.
func (g *grouping) orgs() {
	own := make(map[string][]int32)   // by bag: nodes with this name
	other := make(map[string][]int32) // nodes that have it among their full forms
	exact := make(map[string]int32)
	for i, n := range g.nodes {
		switch {
		case n.kind == org && !strings.Contains(n.key, "|"+n.recs[0].Doc+"|"):
			if b := n.org.bag(); len(n.org.content) > 1 && !shared(&n.org) {
				own[b] = append(own[b], int32(i))
			}
			exact[n.org.exact()] = int32(i)
			g.fullForms(int32(i), other)
		case n.kind == listed && n.recs[0].Type == doc.Org:
			g.fullForms(int32(i), other)
		}
	}
	for _, b := range sortedKeys(own) {
		for _, k := range own[b][1:] {
			g.union(own[b][0], k, 0.95, "the same words in another order or spelling")
		}
	}
	renamed := g.renamed()
	for _, b := range sortedKeys(other) {
		nodes := other[b]
		if len(own[b]) == 0 || g.clash(nodes) {
			continue
		}
		for _, k := range nodes {
			if renamed[[2]int32{k, own[b][0]}] {
				continue
			}
			g.union(k, own[b][0], 0.9, "a document uses this name for "+g.nodes[k].recs[0].Name)
		}
	}
	for i, n := range g.nodes {
		if n.kind != org {
			continue
		}
		t := n.org.trunk()
		if k, ok := exact[t]; ok && strings.Contains(t, " ") {
			g.union(k, int32(i), 0.85, "the same name with or without an ending")
		}
	}
}

// renamed are the pairs of nodes of which a document says that one is the
// former name of the other: they are linked, not one.
func (g *grouping) renamed() map[[2]int32]bool {
	type place struct {
		doc string
		ref int
	}
	at := make(map[place]int32)
	var links [][2]place
	for _, n := range g.nodes {
		for _, r := range n.recs {
			for _, l := range r.Links {
				if l.Relation == formerly {
					links = append(links, [2]place{{r.Doc, r.Referent}, {r.Doc, l.To}})
					at[place{r.Doc, r.Referent}], at[place{r.Doc, l.To}] = -1, -1
				}
			}
		}
	}
	pairs := make(map[[2]int32]bool)
	if len(links) == 0 {
		return pairs
	}
	for i, n := range g.nodes {
		for _, r := range n.recs {
			if _, ok := at[place{r.Doc, r.Referent}]; ok {
				at[place{r.Doc, r.Referent}] = int32(i)
			}
		}
	}
	for _, l := range links {
		a, b := at[l[0]], at[l[1]]
		pairs[[2]int32{a, b}], pairs[[2]int32{b, a}] = true, true
	}
	return pairs
}

// fullForms files node i under the names of several words that its documents
// use for it.
func (g *grouping) fullForms(i int32, by map[string][]int32) {
	seen := make(map[string]bool)
	for _, r := range g.nodes[i].recs {
		for _, a := range r.Names {
			if seen[a.Text] || isAcronym(a.Text) || !strings.Contains(a.Text, " ") {
				continue
			}
			seen[a.Text] = true
			o := parseOrg(key(a.Text))
			if len(o.content) < 2 || o.generic() || shared(&o) {
				continue
			}
			if b := o.bag(); len(by[b]) == 0 || by[b][len(by[b])-1] != i {
				by[b] = append(by[b], i)
			}
		}
	}
}

// clash reports whether nodes hold two different gazetteer entries.
func (g *grouping) clash(nodes []int32) bool {
	entry := ""
	for _, i := range nodes {
		if n := g.nodes[i]; n.kind == listed {
			if entry != "" && entry != n.key {
				return true
			}
			entry = n.key
		}
	}
	return false
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}

// acronyms gives an acronym that stands alone in its documents to the one
// organisation that others write it for.
func (g *grouping) acronyms() {
	by := make(map[string][]int32)
	for i, n := range g.nodes {
		if n.kind != org && (n.kind != listed || n.recs[0].Type != doc.Org) {
			continue
		}
		seen := make(map[string]bool)
		for _, r := range n.recs {
			for _, a := range r.Names {
				if isAcronym(a.Text) && !seen[a.Text] {
					seen[a.Text] = true
					k := letters(a.Text)
					if l := by[k]; len(l) == 0 || l[len(l)-1] != int32(i) {
						by[k] = append(by[k], int32(i))
					}
				}
			}
		}
	}
	for i, n := range g.nodes {
		if n.kind != acronym {
			continue
		}
		k := strings.TrimPrefix(n.key, "A|")
		roots := g.roots(by[k])
		score := worthAcronym
		if len(k) > 3 {
			score = enough
		}
		g.settle(int32(i), roots, score, "the acronym of ")
	}
}

// roots are the distinct components of nodes, each by the node named first.
func (g *grouping) roots(nodes []int32) []int32 {
	var out []int32
	seen := make(map[int32]bool)
	for _, k := range nodes {
		if r := g.find(k); !seen[r] {
			seen[r] = true
			out = append(out, k)
		}
	}
	return out
}

// settle gives node i to the best of the components of candidates, if its
// score is enough and no other comes near; else it notes the doubt.
func (g *grouping) settle(i int32, candidates []int32, base float64, why string) {
	if len(candidates) == 0 {
		return
	}
	type scored struct {
		node  int32
		score float64
		why   string
	}
	var all []scored
	for _, c := range candidates {
		e, text := g.evidence(i, c)
		s := base + e
		if g.nodes[i].kind == single && g.told != nil {
			s += fame(g.told[g.find(c)])
		} else if g.wide[g.find(c)] {
			s += wellKnown
		}
		all = append(all, scored{c, s, text})
	}
	sort.SliceStable(all, func(a, b int) bool { return all[a].score > all[b].score })
	for n := 1; n < len(all); n++ {
		if a, b := all[0].node, all[n].node; g.nodes[a].kind == person1 && g.agree([]int32{a}, []int32{b}) {
			all = append(all[:n], all[n+1:]...) // the same person, as it may be
			n--
		}
	}
	best := all[0]
	name := g.nodes[best.node].recs[0].Name
	if best.score >= enough-1e-9 && (len(all) == 1 || best.score-all[1].score >= 0.1-1e-9) {
		g.union(best.node, i, best.score, why+name+best.why)
		return
	}
	doubt := "may be " + name
	if len(all) > 1 {
		doubt += " or " + g.nodes[all[1].node].recs[0].Name
	}
	g.nodes[i].doubt = doubt
}

// evidence weighs what two nodes have in common beside their names: rare
// neighbours, titles, that both are authors that notes cite.
func (g *grouping) evidence(a, b int32) (float64, string) {
	x, y := g.nodes[a], g.nodes[b]
	g.gather(x)
	g.gather(y)
	var e float64
	var text []string
	var shared []string
	for k := range x.near {
		if y.near[k] {
			shared = append(shared, k)
		}
	}
	sort.Strings(shared)
	near := 0.0
	for _, k := range shared {
		switch df := g.df[k]; {
		case df <= max(2, g.docs/20):
			near += 0.1
		case df*10 <= 3*g.docs:
			near += 0.05
		default:
			continue
		}
		if len(text) < 3 {
			text = append(text, k)
		}
	}
	e = min(near, 0.2)
	for _, w := range sortedKeys(x.title) {
		if y.title[w] {
			e += 0.1
			text = append(text, w)
			break
		}
	}
	if len(text) == 0 {
		return e, ""
	}
	return min(e, 0.3), "; both with " + strings.Join(text, ", ")
}

// gather collects what the records of a node tell beside its name.
func (g *grouping) gather(n *node) {
	if n.near != nil {
		return
	}
	n.near, n.title = make(map[string]bool), make(map[string]bool)
	for _, r := range n.recs[:min(len(n.recs), 100)] {
		for _, w := range profile(r) {
			if t, ok := strings.CutPrefix(w, "title "); ok {
				n.title[t] = true
			} else if t, ok := strings.CutPrefix(w, "role "); ok {
				n.title[t] = true
			} else {
				n.near[w] = true
			}
		}
	}
}

// persons unites full names that differ in middle names, short forms of given
// names, initials and transliteration. Names are compared only within blocks
// of one surname and one given name or initial.
func (g *grouping) persons() {
	type block struct{ full, initial []int32 }
	blocks := make(map[string]*block)
	at := func(k string) *block {
		if blocks[k] == nil {
			blocks[k] = &block{}
		}
		return blocks[k]
	}
	for i, n := range g.nodes {
		if n.kind != person1 {
			continue
		}
		core := coreKey(n.person.core())
		first := n.person.words[0]
		for _, w := range n.person.given() {
			if len(w) == 1 {
				continue
			}
			at(core + "|" + strong(w)).full = append(at(core+"|"+strong(w)).full, int32(i))
			for _, k := range nickOf[w] {
				at(fmt.Sprintf("%s|#%d", core, k)).full = append(at(fmt.Sprintf("%s|#%d", core, k)).full, int32(i))
			}
		}
		if len(n.person.words) == 2 && len(first) > 1 { // surname first elsewhere: "Kishida Fumio"
			turned := coreKey(first) + "|" + strong(n.person.core())
			at(turned).full = append(at(turned).full, int32(i))
		}
		if len(first) == 1 {
			at(core + "|." + first).initial = append(at(core+"|."+first).initial, int32(i))
		} else {
			at(core + "|." + first[:1]).full = append(at(core+"|."+first[:1]).full, int32(i))
		}
	}
	var edges []edge
	seen := make(map[[2]int32]bool)
	keys := sortedKeys(blocks)
	for _, k := range keys {
		if b := blocks[k]; !strings.Contains(k, "|.") && len(b.full) <= 300 {
			edges = g.edges(edges, seen, b.full)
		}
	}
	sort.SliceStable(edges, func(a, b int) bool {
		if edges[a].score != edges[b].score {
			return edges[a].score > edges[b].score
		}
		if edges[a].a != edges[b].a {
			return edges[a].a < edges[b].a
		}
		return edges[a].b < edges[b].b
	})
	g.join(edges)
	for _, k := range keys {
		b := blocks[k]
		if !strings.Contains(k, "|.") || len(b.initial) == 0 {
			continue
		}
		for _, i := range b.initial {
			g.initialsOnly(i, b.full)
		}
	}
}

// An edge is a likeness of two nodes.
type edge struct {
	a, b  int32
	score float64
	why   string
}

func (g *grouping) edges(edges []edge, seen map[[2]int32]bool, nodes []int32) []edge {
	for x, a := range nodes {
		for _, b := range nodes[x+1:] {
			if a == b || seen[[2]int32{a, b}] {
				continue
			}
			seen[[2]int32{a, b}] = true
			p, q := &g.nodes[a].person, &g.nodes[b].person
			level := p.like(q)
			score, why := 0.0, ""
			switch level {
			case likeSame:
				if g.nodes[a].person.key() == g.nodes[b].person.key() {
					continue // kept apart on purpose
				}
				score, why = 0.9, "the same name"
			case likeMiddle:
				score, why = worthMiddle, "the same name with a middle name more"
				if p.plain && q.plain {
					score = worthMiddleName
				}
			case likeNick:
				score, why = worthNick, "a short form of the given name"
			case likeTranslit:
				score, why = worthTranslit, "another transliteration"
			case likeInitial:
				score, why = worthMiddle-0.05, "initials that agree"
			default:
				continue
			}
			if !commonSurname(p) {
				score += rareName
			}
			e, text := g.evidence(a, b)
			edges = append(edges, edge{a, b, min(score+e, 1), why + text})
		}
	}
	return edges
}

// join unites along edges, the best first, as long as all names of both sides
// agree; a name that fits two persons who differ goes to neither.
func (g *grouping) join(edges []edge) {
	members := make(map[int32][]int32)
	of := func(r int32) []int32 {
		if m := members[r]; m != nil {
			return m
		}
		return []int32{r}
	}
	fits := make(map[int32][]edge)
	for _, e := range edges {
		fits[e.a] = append(fits[e.a], e)
		fits[e.b] = append(fits[e.b], e)
	}
	for _, e := range edges {
		if e.score < enough-1e-9 {
			break
		}
		ra, rb := g.find(e.a), g.find(e.b)
		if ra == rb || !g.agree(of(ra), of(rb)) {
			continue
		}
		if g.torn(e.a, e.b, e.score, fits) || g.torn(e.b, e.a, e.score, fits) {
			continue
		}
		m := append(append([]int32(nil), of(ra)...), of(rb)...)
		g.union(e.a, e.b, e.score, e.why)
		members[g.find(e.a)] = m
	}
}

// torn reports whether a fits, besides b, another name about as well that is
// not b's, and notes the doubt.
func (g *grouping) torn(a, b int32, score float64, fits map[int32][]edge) bool {
	if weight(&g.nodes[a].person) >= weight(&g.nodes[b].person) {
		return false
	}
	for _, e := range fits[a] {
		c := e.a
		if c == a {
			c = e.b
		}
		if c == b || g.find(c) == g.find(b) || e.score < score-0.1+1e-9 {
			continue
		}
		if !g.agree([]int32{c}, []int32{b}) {
			x, y := g.nodes[b].recs[0].Name, g.nodes[c].recs[0].Name
			g.nodes[a].doubt = "may be " + min(x, y) + " or " + max(x, y)
			return true
		}
	}
	return false
}

// agree reports whether all names of two components can belong to one person.
func (g *grouping) agree(xs, ys []int32) bool {
	for _, x := range xs {
		for _, y := range ys {
			p, q := &g.nodes[x].person, &g.nodes[y].person
			if p.like(q) == likeNot || p.key() == q.key() && p.suffix == q.suffix {
				return false
			}
		}
	}
	return true
}

// initialsOnly gives a name with an initial ("J. Smith") to the full name that
// it abbreviates.
func (g *grouping) initialsOnly(i int32, full []int32) {
	var fit []int32
	for _, k := range full[:min(len(full), 300)] {
		if g.nodes[i].person.like(&g.nodes[k].person) > likeNot {
			fit = append(fit, k)
		}
	}
	base := worthInitial
	if !commonSurname(&g.nodes[i].person) {
		base += rareName
	}
	g.settle(i, g.roots(fit), base, "initial and surname of ")
}

// singles gives surnames that stand alone in their documents to the one person
// of that name, if there is evidence or the surname is rare; rare ones that
// fit nobody are brought together by themselves.
func (g *grouping) singles() {
	by := make(map[string][]int32)
	for i, n := range g.nodes {
		if n.kind == person1 {
			k := coreKey(n.person.core())
			by[k] = append(by[k], int32(i))
		}
	}
	g.told = g.tellings()
	alone := make(map[string]int32)
	for i, n := range g.nodes {
		if n.kind != single || len(n.person.words) == 0 || styled(n.recs[0]) != "" {
			continue
		}
		var fit []int32
		for _, k := range by[coreKey(n.person.core())] {
			if g.nodes[k].person.fits(&n.person) == fitsSurname {
				fit = append(fit, k)
				if len(fit) == 300 {
					break
				}
			}
		}
		rare := !commonSurname(&n.person) && len(n.person.last) > 4
		base := worthSurname
		if rare {
			base += rareName
		}
		if len(n.person.words) > 1 {
			base = max(base, enough)
		}
		before := g.find(int32(i))
		fit = g.roots(fit)
		g.settle(int32(i), fit, base, "the surname of ")
		if g.find(int32(i)) != before || !rare || len(fit) > 1 {
			continue
		}
		k := n.person.key()
		if first, ok := alone[k]; ok {
			g.union(first, int32(i), enough, "a rare name that stands alone in both documents")
		} else {
			alone[k] = int32(i)
		}
	}
}

// tellings is in how many documents each component is named in full, by its root.
func (g *grouping) tellings() map[int32]int {
	docs := make(map[int32]map[string]bool)
	for i, n := range g.nodes {
		if n.kind != person1 || !g.wide[g.find(int32(i))] {
			continue
		}
		r := g.find(int32(i))
		if docs[r] == nil {
			docs[r] = make(map[string]bool)
		}
		for _, rec := range n.recs {
			docs[r][rec.Doc] = true
		}
	}
	told := make(map[int32]int, len(docs))
	for r, ds := range docs {
		told[r] = len(ds)
	}
	return told
}

// fame is what it is worth that n documents name somebody in full: of one whom all
// write about, some write by surname only.
func fame(n int) float64 {
	switch {
	case n < 2:
		return 0
	case n < 4:
		return wellKnown
	}
	return min(0.3, 0.05*float64(n))
}
