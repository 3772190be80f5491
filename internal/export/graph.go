package export

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"analyze/internal/doc"
	"analyze/internal/record"
)

// A graph is what GEXF and GraphML write: nodes by id, edges by their ends.
type graph struct {
	Title    string
	Doc      string // what nodes and edges mean
	Directed bool
	Nodes    []*node
	Edges    []*edge
}

// A node is an actor or a place.
type node struct {
	*doc.Entity
	period
	Degree int
}

// An edge ties two entities. Where texts state a relation, From is who and To
// is whom; where sentences name both, the order is that of the ids.
type edge struct {
	From, To  string
	Kind      string // "named together", or the relation that texts state
	Stated    bool
	Weight    int // sentences
	Documents []string
	period
}

// A period is from the first to the last date of the documents behind a node
// or an edge; both are ISO 8601 days, "" where no document has a date.
type period struct{ First, Last string }

// add widens p by a date that may lack day and month.
func (p *period) add(date string) {
	if len(date) < 4 {
		return
	}
	const begin, end = "0000-01-01", "0000-12-31"
	first, last := date+begin[min(len(date), 10):], date+end[min(len(date), 10):]
	if len(date) == 7 {
		last = date + "-" + lastDay(date)
	}
	if p.First == "" || first < p.First {
		p.First = first
	}
	if last > p.Last {
		p.Last = last
	}
}

// lastDay is the last day of a month written 2016-02.
func lastDay(month string) string {
	switch month[5:] {
	case "02":
		if y := atoi(month[:4]); y%4 == 0 && (y%100 != 0 || y%400 == 0) {
			return "29"
		}
		return "28"
	case "04", "06", "09", "11":
		return "30"
	}
	return "31"
}

func atoi(s string) int {
	n := 0
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return 0
		}
		n = n*10 + int(s[i]-'0')
	}
	return n
}

const together = "named together"

// graphOf gathers the graph of a kind: network, or relations alone.
func graphOf(c *doc.Collection, kind string) (*graph, error) {
	b := graphBuilder{copies: c.CopiesByDocument(), edges: map[edgeKey]*edge{}, nodes: map[string]*node{}, stated: kind == "relations"}
	for i := range c.Entities {
		b.nodes[c.Entities[i].ID] = &node{Entity: &c.Entities[i]}
	}
	for d, err := range c.Documents() {
		if err != nil {
			return nil, err
		}
		b.document(d)
	}
	g := b.done(c)
	g.Title, g.Directed = "Actors and places", b.stated
	g.Doc = fmt.Sprintf("Nodes are actors and places. Edges tie those that a sentence names together (weight: sentences; copies, repeated passages, bylines and lists of more than %d names left out) and those that a text states a relation of (weight: statements).", record.MostNamed)
	if b.stated {
		g.Title = "What texts state of actors and places"
		g.Doc = "Nodes are actors and places. Edges lead from who to whom of a stated relation (weight: statements)."
	}
	return g, nil
}

type edgeKey struct{ from, to, kind string }

type graphBuilder struct {
	nodes  map[string]*node
	edges  map[edgeKey]*edge
	copies map[string][]doc.Copy
	stated bool // only what texts state
}

func (b *graphBuilder) document(d *doc.Document) {
	for i := range d.Referents {
		if n := b.nodes[d.Referents[i].Entity]; n != nil {
			n.add(d.Meta.Date)
		}
	}
	for _, r := range record.Relations(d) {
		if r.From != r.To {
			b.tie(d, r.From, r.To, r.Relation, true)
		}
	}
	if b.stated {
		return
	}
	for _, ids := range record.Together(d, b.copies[d.ID]) {
		slices.Sort(ids)
		for i, from := range ids {
			for _, to := range ids[i+1:] {
				b.tie(d, from, to, together, false)
			}
		}
	}
}

func (b *graphBuilder) tie(d *doc.Document, from, to, kind string, stated bool) {
	if b.nodes[from] == nil || b.nodes[to] == nil {
		return
	}
	k := edgeKey{from, to, kind}
	e := b.edges[k]
	if e == nil {
		e = &edge{From: from, To: to, Kind: kind, Stated: stated}
		b.edges[k] = e
		b.nodes[from].Degree++
		b.nodes[to].Degree++
	}
	e.Weight++
	if n := len(e.Documents); n == 0 || e.Documents[n-1] != d.ID {
		e.Documents = append(e.Documents, d.ID)
		e.add(d.Meta.Date)
	}
}

func (b *graphBuilder) done(c *doc.Collection) *graph {
	g := &graph{}
	for i := range c.Entities {
		if n := b.nodes[c.Entities[i].ID]; n.Degree > 0 || !b.stated {
			g.Nodes = append(g.Nodes, n)
		}
	}
	for _, e := range b.edges {
		g.Edges = append(g.Edges, e)
	}
	slices.SortFunc(g.Edges, func(a, b *edge) int {
		return cmp.Or(strings.Compare(a.From, b.From), strings.Compare(a.To, b.To), strings.Compare(a.Kind, b.Kind))
	})
	return g
}
