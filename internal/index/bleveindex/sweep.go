package bleveindex

import (
	"container/heap"

	"analyze/internal/index"
	"analyze/internal/index/bleveindex/segment"
)

// batchSize is how many records of a list are looked at together.
const batchSize = 128

// batch moves on and gives the numbers of the next records, and how often the
// word stands in each; 0 at the end. It must not be mixed with next and seek.
func (w *words) batch(numbers, counts *[batchSize]uint32) int {
	for ; w.s < len(w.parts); w.s++ {
		p := &w.parts[w.s]
		n := 0
		if len(p.lists) == 1 {
			n = p.lists[0].Batch(numbers, counts)
		} else {
			for n < batchSize && p.next() != segment.None {
				numbers[n], counts[n] = p.at, uint32(p.counted())
				n++
			}
		}
		if n > 0 {
			for i := range n {
				numbers[i] += p.first
			}
			return n
		}
	}
	return 0
}

// A sweep is a search for one word, filtered perhaps by places: that walks long
// lists most of the time, and goes over them in batches.
type sweep struct {
	words  *words
	places bitset // nil: all
}

// sweep returns the sweep that does the same as it, nil if there is none.
func (e *execution) sweep(it iter) *sweep {
	switch it := it.(type) {
	case *words:
		return &sweep{words: it}
	case *and:
		if len(it.parts) != 1 || len(it.tests)+len(it.not)+len(it.should) > 0 {
			return nil
		}
		s := e.sweep(it.parts[0])
		switch {
		case s == nil || it.places == nil:
		case s.places == nil:
			s.places = it.places
		default:
			s.places = append(bitset(nil), s.places...)
			s.places.narrow(it.places)
		}
		return s
	}
	return nil
}

// sweep gathers what s finds.
func (t *top) sweep(s *sweep) {
	var numbers, counts [batchSize]uint32
	c, kind := t.e.cols, uint8(t.s.Kind)
	found := t.found
	if found == nil {
		found = newBitset(len(c.number[kind]))
	}
	ranked := t.by == nil && (t.s.Sort == "" || t.s.Sort == index.ByRelevance)
	for n := s.words.batch(&numbers, &counts); n > 0 && t.e.awake(); n = s.words.batch(&numbers, &counts) {
		for i, number := range numbers[:n] {
			if c.kind[number] != kind {
				continue
			}
			p := c.place[number]
			found.add(p)
			if t.s.Limit <= 0 {
				continue
			}
			h := hit{number: number}
			if ranked && s.words.scorer != nil {
				h.key = s.words.scorer.of(number, float64(counts[i]))
			}
			if full := len(t.heap) == t.s.Limit; ranked && full && (h.key < t.heap[0].key || h.key == t.heap[0].key && c.rank[number] > t.heap[0].rank) {
				continue // as most, without a look at the filter
			}
			if s.places != nil && !s.places.has(p) {
				continue
			}
			h.score = h.key
			if t.by != nil {
				h.key = t.keyAt(p)
				if s.words.scorer != nil {
					h.score = s.words.scorer.of(number, float64(counts[i]))
				}
			}
			t.offer(h)
		}
	}
	if s.places != nil {
		found.narrow(s.places)
	}
	t.total = found.len()
}

// offer takes h in among the first hits if it belongs there.
func (t *top) offer(h hit) {
	h.rank = t.e.cols.rank[h.number]
	if a := t.after; a != nil && (h.key > a.key || h.key == a.key && float64(h.rank) <= a.rank) {
		return
	}
	if len(t.heap) < t.s.Limit {
		heap.Push(&t.heap, h)
	} else if before(&h, &t.heap[0]) {
		t.heap[0] = h
		heap.Fix(&t.heap, 0)
	}
}

// keyAt is what the record at place p is sorted by, if that is a column.
func (t *top) keyAt(p uint32) float64 {
	key := t.sign * t.by.at(p)
	if key != key {
		return noKey
	}
	return key
}

// awake reports whether the search is still wanted.
func (e *execution) awake() bool {
	if err := e.ctx.Err(); err != nil {
		e.fail(err)
		return false
	}
	return true
}
