package report

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"analyze/internal/doc"
)

// A network is who and what stands together in sentences, as far as a picture
// can show it.
type network struct {
	Wide, Narrow drawing
	Levels       []level
	Groups       []netGroup
	Pairs        []tieRow
	AllPairs     int
	Least        int // sentences that a pair needs
	Names        int // in the picture
}

// A level is one setting of the filter by strength.
type level struct{ No, Least, N int }

// A netGroup is names that stand with each other more than with the others.
type netGroup struct {
	Letter string
	Colour int
	Names  []contextLink
}

// A tieRow is a pair named in one sentence.
type tieRow struct {
	A, B, AHref, BHref, Groups string
	N, Level                   int
}

// A drawing is a network laid out in a frame of Width by Height units.
type drawing struct {
	Width, Height float64
	Nodes         []node
	Edges         []edge
	Label         string
}

// A node is a name in a drawing: a disc for an actor, a square for a place.
type node struct {
	Name, Full, Href, Letter string
	Place                    bool
	Colour, Level            int
	X, Y, R, LX, LY          float64
	End                      bool
	weight                   float64
	wide                     float64 // of the label
}

// An edge ties two nodes, by their places in Nodes.
type edge struct {
	A, B           int
	N, Level       int
	X1, Y1, X2, Y2 float64
	W              float64
}

// Bounds of the two pictures, and of the table below them.
const (
	wideNodes, narrowNodes = 60, 22
	edgesPerNode           = 3
	pairsShown             = 400
)

// network writes who is named with whom: a picture, what stands together, and
// the pairs as a table.
func (s *site) network() error {
	const head = "Who is named with whom"
	v := s.networkView()
	return cmp.Or(
		s.page("network.html", "network", "Network", head, v),
		s.page("network.svg", "networkpicture", "", "", pictureFrameOf(v.Wide.Width, v.Wide.Height, head, v.Wide.Label, v.Wide)),
	)
}

func (s *site) networkView() *network {
	v := &network{Least: 2}
	pairs := s.strongest(int32(v.Least))
	if len(pairs) < 12 {
		v.Least = 1
		pairs = s.strongest(int32(v.Least))
	}
	v.AllPairs = len(pairs)
	if len(pairs) == 0 {
		return v
	}
	v.Levels = levelsOf(pairs)
	ids, group := s.nodesOf(pairs, wideNodes)
	v.Names = len(ids)
	v.Wide = s.draw(ids, group, pairs, v.Levels, 1100, 720)
	few, _ := s.nodesOf(pairs, narrowNodes)
	v.Narrow = s.draw(few, group, pairs, v.Levels, 360, 640)
	v.Groups = s.groups(ids, group)
	for _, p := range pairs[:min(len(pairs), pairsShown)] {
		a, b := &s.c.Entities[p.a], &s.c.Entities[p.b]
		v.Pairs = append(v.Pairs, tieRow{A: a.Name, B: b.Name, AHref: s.entityFile(a), BHref: s.entityFile(b), N: p.n, Level: levelOf(v.Levels, p.n)})
	}
	return v
}

// A strongPair is two entities and the number of sentences that name both.
type strongPair struct{ a, b, n int }

// strongest lists the pairs of at least n sentences, strongest first.
func (s *site) strongest(n int32) []strongPair {
	var list []strongPair
	for k, m := range s.pairs {
		if m >= n {
			list = append(list, strongPair{int(k[0]), int(k[1]), int(m)})
		}
	}
	id := func(i int) string { return s.c.Entities[i].ID }
	slices.SortFunc(list, func(x, y strongPair) int {
		return cmp.Or(y.n-x.n, strings.Compare(id(x.a), id(y.a)), strings.Compare(id(x.b), id(y.b)))
	})
	return list
}

// levelsOf chooses up to four thresholds: all pairs, and the fewest sentences
// that leave at most the stronger half, fifth and twentieth of them.
func levelsOf(pairs []strongPair) []level {
	out := []level{{0, pairs[len(pairs)-1].n, len(pairs)}}
	for _, share := range []int{2, 5, 20} {
		n := len(pairs) / share
		for n > 0 && pairs[n-1].n == pairs[n].n { // not within those of equal strength
			n--
		}
		if n > 0 && n < out[len(out)-1].N {
			out = append(out, level{len(out), pairs[n-1].n, n})
		}
	}
	return out
}

func levelOf(levels []level, n int) int {
	l := 0
	for _, x := range levels {
		if n >= x.Least {
			l = x.No
		}
	}
	return l
}

// nodesOf chooses the most tied names, and finds which stand together.
func (s *site) nodesOf(pairs []strongPair, most int) (ids []int, group map[int]int) {
	weight := map[int]int{}
	for _, p := range pairs {
		weight[p.a] += p.n
		weight[p.b] += p.n
	}
	for id := range weight {
		ids = append(ids, id)
	}
	slices.SortFunc(ids, func(a, b int) int {
		return cmp.Or(weight[b]-weight[a], strings.Compare(s.c.Entities[a].ID, s.c.Entities[b].ID))
	})
	ids = tied(ids[:min(most, len(ids))], pairs)
	at := map[int]int{}
	for i, id := range ids {
		at[id] = i
	}
	var edges []edge
	for _, p := range pairs {
		a, okA := at[p.a]
		b, okB := at[p.b]
		if okA && okB {
			edges = append(edges, edge{A: a, B: b, N: p.n})
		}
	}
	group = map[int]int{}
	for i, g := range communities(len(ids), edges) {
		group[ids[i]] = g
	}
	return ids, group
}

// tied keeps of names those that are tied to another of them.
func tied(ids []int, pairs []strongPair) []int {
	in, with := map[int]bool{}, map[int]bool{}
	for _, id := range ids {
		in[id] = true
	}
	for _, p := range pairs {
		if in[p.a] && in[p.b] {
			with[p.a], with[p.b] = true, true
		}
	}
	return slices.DeleteFunc(ids, func(id int) bool { return !with[id] })
}

// draw lays out the names and the strongest of their ties.
func (s *site) draw(ids []int, group map[int]int, pairs []strongPair, levels []level, width, height float64) drawing {
	d := drawing{Width: width, Height: height}
	at := map[int]int{}
	for i, id := range ids {
		at[id] = i
		e := &s.c.Entities[id]
		d.Nodes = append(d.Nodes, node{
			Name: cut(e.Name, 26), Full: e.Name, Href: s.entityFile(e), Place: e.Type == doc.Place,
			Letter: letter(group[id]), Colour: min(group[id]+1, 6),
		})
	}
	ties := make([]int, len(ids))
	for _, p := range pairs { // strongest first: each name keeps its strongest ties
		a, okA := at[p.a]
		b, okB := at[p.b]
		if !okA || !okB {
			continue
		}
		l := levelOf(levels, p.n)
		for _, i := range []int{a, b} {
			d.Nodes[i].weight += float64(p.n)
			d.Nodes[i].Level = max(d.Nodes[i].Level, l)
		}
		if ties[a] >= edgesPerNode && ties[b] >= edgesPerNode {
			continue
		}
		ties[a]++
		ties[b]++
		d.Edges = append(d.Edges, edge{A: a, B: b, N: p.n, Level: l, W: 1 + 4*math.Sqrt(float64(p.n)/float64(pairs[0].n))})
	}
	slices.SortStableFunc(d.Edges, func(a, b edge) int { return a.N - b.N })
	d.layOut()
	var words []string
	for _, p := range d.Edges[max(0, len(d.Edges)-5):] {
		words = append(words, d.Nodes[p.A].Full+" and "+d.Nodes[p.B].Full+": "+plural(p.N, "sentence", "sentences"))
	}
	slices.Reverse(words)
	d.Label = plural(len(ids), "name", "names") + " and the ties between them. Strongest: " + strings.Join(words, "; ") + ". The table below lists the pairs."
	return d
}

// groups lists the names of each group, the largest first as letters are given.
func (s *site) groups(ids []int, group map[int]int) []netGroup {
	var list []netGroup
	for _, id := range ids {
		g := group[id]
		for len(list) <= g {
			list = append(list, netGroup{Letter: letter(len(list)), Colour: min(len(list)+1, 6)})
		}
		e := &s.c.Entities[id]
		list[g].Names = append(list[g].Names, contextLink{e.Name, s.entityFile(e)})
	}
	return list
}

// LevelWords says what a level shows.
func (l level) LevelWords() string {
	if l.No == 0 {
		return "all"
	}
	return strconv.Itoa(l.Least) + " sentences or more"
}
