package bleveindex

import (
	"analyze/internal/index"
	"analyze/internal/index/bleveindex/segment"
)

// A lookup is where a word of a field, or the words of a stem, lie.
type lookup struct {
	lists [][]segment.Postings // by part of the view; nil: nowhere
	count int                  // records that hold it; passages have no lists
}

// lookUp finds a word of a field. What was found is remembered, for a search
// asks several times, and so do those to come.
func (r *Reader) lookUp(field, word string) *lookup {
	return remembered(r, r.words, field+" "+word, func() *lookup {
		if text, ok := textOf(field); ok {
			return &lookup{count: r.passagesWith(text, word)}
		}
		return r.view.lookUp(field, word)
	})
}

func (v *view) lookUp(field, word string) *lookup {
	l := &lookup{lists: make([][]segment.Postings, len(v.parts))}
	for i := range v.parts {
		p := &v.parts[i]
		f := p.Field(field)
		if f == nil {
			continue
		}
		for _, c := range cursors(f, field, word) {
			l.lists[i] = append(l.lists[i], c.Postings())
		}
		l.count += p.count(l.lists[i])
	}
	if l.count == 0 {
		l.lists = nil
	}
	return l
}

// cursors are at the words that a search for word asks for.
func cursors(f *segment.Field, field, word string) []*segment.Cursor {
	if index.Schema[baseField(field)] == index.Stemmed {
		return f.Stemmed(word)
	}
	if c := f.Exactly(word); c != nil {
		return []*segment.Cursor{c}
	}
	return nil
}

// count is the number of records that stand in one of the lists.
func (p *viewPart) count(lists []segment.Postings) int {
	if len(lists) == 1 {
		return lists[0].Docs(p.deleted)
	}
	if len(lists) == 0 {
		return 0
	}
	all := newBitset(int(p.end - p.first))
	for _, l := range lists {
		all.addList(l.List(p.deleted), 0)
	}
	return all.len()
}

// addList adds the records of a list, counted from first.
func (b bitset) addList(it *segment.Iterator, first uint32) {
	var numbers, counts [batchSize]uint32
	for n := it.Batch(&numbers, &counts, first); n > 0; n = it.Batch(&numbers, &counts, first) {
		b.addAll(numbers[:n])
	}
}

// cost is about how many records n finds, at most as many as there are.
func (r *Reader) cost(n index.Node, k index.Kind) int {
	switch n := n.(type) {
	case index.WordsNode:
		sum := 0
		for _, row := range n.Rows {
			sum += r.rarest(row.Field, row.Words)
		}
		return sum
	case index.NearNode:
		return min(r.rarest(n.Field, n.A), r.rarest(n.Field, n.B))
	case index.KeyNode:
		sum := 0
		for _, v := range n.Values {
			sum += r.lookUp(n.Field, v).count
		}
		return sum
	case index.AndNode:
		least := len(r.cols.number[k])
		for _, list := range [][]index.Node{n.Must, n.Filter} {
			for _, part := range list {
				least = min(least, r.cost(part, k))
			}
		}
		return least
	case index.OrNode:
		sum := 0
		for _, part := range n.Any {
			sum += r.cost(part, k)
		}
		return sum
	}
	return len(r.cols.number[k])
}

// rarest is in how many records the rarest of the words stands.
func (r *Reader) rarest(field string, words []string) int {
	if len(words) == 0 {
		return 0
	}
	least := r.lookUp(field, words[0]).count
	for _, w := range words[1:] {
		least = min(least, r.lookUp(field, w).count)
	}
	return least
}
