package eval

import (
	"cmp"
	"slices"
	"strings"

	"analyze/internal/doc"
)

// A Name is a span with a type, gold or found.
type Name struct {
	doc.Span
	Type string
	Text string
}

var types = []string{"PERSON", "ORG", "GROUP", "PLACE"}

// names accumulates scores over documents.
type names struct {
	exact, overlap map[string]*Tally
	misses         []Miss
}

func newNames() *names {
	n := &names{map[string]*Tally{}, map[string]*Tally{}, nil}
	for _, t := range types {
		n.exact[t], n.overlap[t] = &Tally{}, &Tally{}
	}
	return n
}

// add scores one document. A gold span may be matched by any of its
// alternatives; finds that overlap an optional span and match no gold one are
// neither right nor wrong.
func (n *names) add(id string, gold, optional, got []Name, alt func(Name) []string) {
	used := make([]bool, len(got))
	for _, g := range gold {
		n.exact[g.Type].Want++
		n.overlap[g.Type].Want++
		i := slices.IndexFunc(got, func(h Name) bool {
			return h.Type == g.Type && (h.Span == g.Span || h.Overlaps(g.Span) && slices.Contains(alt(g), h.Text))
		})
		if i >= 0 && !used[i] {
			used[i] = true
			n.exact[g.Type].Right++
		} else {
			n.misses = append(n.misses, Miss{"missed", id, g.Start, g.Text + " " + g.Type, overlapping(got, g.Span)})
		}
		if slices.ContainsFunc(got, func(h Name) bool { return h.Type == g.Type && h.Overlaps(g.Span) }) {
			n.overlap[g.Type].Right++
		}
	}
	for i, h := range got {
		if !used[i] && slices.ContainsFunc(optional, func(o Name) bool { return o.Overlaps(h.Span) }) &&
			!slices.ContainsFunc(gold, func(g Name) bool { return g.Overlaps(h.Span) }) {
			continue
		}
		n.exact[h.Type].Got++
		n.overlap[h.Type].Got++
		if !used[i] {
			n.misses = append(n.misses, Miss{"false", id, h.Start, overlapping(gold, h.Span), h.Text + " " + h.Type})
		}
	}
}

func overlapping(list []Name, s doc.Span) string {
	var out []string
	for _, n := range list {
		if n.Overlaps(s) {
			out = append(out, n.Text+" "+n.Type)
		}
	}
	return strings.Join(out, ", ")
}

func (n *names) report(r *Report) {
	var all, any Tally
	for _, t := range types {
		r.Scores = append(r.Scores, Score{Name: "names " + t, Tally: *n.exact[t]})
		all.Add(*n.exact[t])
		any.Add(*n.overlap[t])
	}
	r.Scores = append(r.Scores, Score{Name: "names exact", Tally: all}, Score{Name: "names overlapping", Tally: any})
	slices.SortStableFunc(n.misses, func(a, b Miss) int {
		return cmp.Or(strings.Compare(a.Doc, b.Doc), cmp.Compare(a.At, b.At))
	})
	r.Misses = append(r.Misses, n.misses...)
}

// foundNames returns the mentions of d that count as names.
func foundNames(d *doc.Document) []Name {
	var out []Name
	for _, m := range d.Mentions {
		if m.Form != doc.Adjective {
			out = append(out, Name{m.Span, m.Type.String(), d.Slice(m.Span)})
		}
	}
	return out
}
