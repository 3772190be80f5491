package bleveindex

import (
	"context"
	"errors"
	"runtime"
	"sync"

	"analyze/internal/index"
)

// parallelCost is from how many records on a search is shared out to several
// processors; tests set it.
var parallelCost = 4000

// top gathers what the search finds in the parts of e.
func (e *execution) top(s *index.Search) *top {
	t := newTop(e, s)
	it := e.iter(s.Node, s.Kind)
	if sw := e.sweep(it); sw != nil {
		t.sweep(sw)
	} else {
		t.walk(it)
	}
	return t
}

// walk gathers what it finds.
func (t *top) walk(it iter) {
	e, kind := t.e, uint8(t.s.Kind)
	for n := it.next(); n != none && e.alive(n); n = it.next() {
		if e.cols.kind[n] == kind {
			t.add(n, it)
		}
	}
}

// groups divides the parts for a search that looks at many records, one group
// a processor; one if that is not worth it.
func (r *Reader) groups(s *index.Search) [][]viewPart {
	workers := min(runtime.GOMAXPROCS(0), 4)
	if workers < 2 || len(r.view.parts) < 2 || int(r.view.size) < parallelCost || !apart(s.Node) || r.cost(s.Node, s.Kind) < parallelCost {
		return nil
	}
	var out [][]viewPart
	from := 0
	for i, p := range r.view.parts {
		share := r.view.size / uint32(workers) * uint32(len(out)+1)
		if last := i == len(r.view.parts)-1; last || p.end >= share {
			out = append(out, r.view.parts[from:i+1])
			from = i + 1
		}
	}
	if len(out) < 2 {
		return [][]viewPart{r.view.parts[:1], r.view.parts[1:]}
	}
	return out
}

// apart reports whether n finds a record by that alone, whatever others there
// are.
func apart(n index.Node) bool {
	lists := [][]index.Node{}
	switch n := n.(type) {
	case index.DocsNode, index.AnyNode:
		return false
	case index.AndNode:
		lists = [][]index.Node{n.Must, n.Filter, n.Not, n.Should}
	case index.OrNode:
		lists = [][]index.Node{n.Any}
	}
	for _, l := range lists {
		for _, part := range l {
			if !apart(part) {
				return false
			}
		}
	}
	return true
}

// together searches the groups at the same time.
func (r *Reader) together(ctx context.Context, groups [][]viewPart, s *index.Search) ([]*top, error) {
	tops, errs := make([]*top, len(groups)), make([]error, len(groups))
	var wg sync.WaitGroup
	for i, parts := range groups {
		wg.Go(func() {
			defer guarded(r.path, &errs[i])
			e := &execution{reader: r, cols: r.cols, ctx: ctx, parts: parts}
			tops[i] = e.top(s)
			errs[i] = e.close()
		})
	}
	wg.Wait()
	return tops, errors.Join(errs...)
}
