package bleveindex

import (
	"container/heap"
	"math"

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
			n = p.lists[0].Batch(numbers, counts, p.first)
		} else {
			for n < batchSize && p.next() != segment.None {
				numbers[n], counts[n] = p.first+p.at, uint32(p.counted())
				n++
			}
		}
		if n > 0 {
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
	b, all := &batch{}, len(t.e.cols.number[t.s.Kind])
	found := t.found
	if found == nil {
		found = newBitset(all)
	}
	if t.by == nil && t.ranked() && s.words.scorer != nil {
		b.known = s.words.scorer.byCount()
	}
	for n := s.words.batch(&b.numbers, &b.counts); n > 0 && t.e.awake(); n = s.words.batch(&b.numbers, &b.counts) {
		b.ofKind(n, t.e.cols, uint8(t.s.Kind))
		found.addAll(b.places[:b.n])
		if t.s.Limit > 0 {
			t.order(b, s.words.scorer)
			t.choose(b, s)
		}
	}
	if s.places != nil {
		found.narrow(s.places)
	}
	t.total = found.len()
}

// ranked reports whether hits are in the order of their scores.
func (t *top) ranked() bool { return t.s.Sort == "" || t.s.Sort == index.ByRelevance }

// A batch is records that are looked at together.
type batch struct {
	n                       int
	numbers, counts, places [batchSize]uint32
	keys                    [batchSize]float64 // what they are sorted by
	known                   []float64          // keys by count, nil: not by that alone
}

// ofKind leaves those of a kind among the first n records.
func (b *batch) ofKind(n int, c *columns, kind uint8) {
	k := 0
	for i, number := range b.numbers[:n] {
		if c.kind[number] == kind {
			b.numbers[k], b.counts[k], b.places[k] = number, b.counts[i], c.place[number]
			k++
		}
	}
	b.n = k
}

// byCount is what s gives a record by the number of the words in it, nil where
// its length counts too.
func (s *scorer) byCount() []float64 {
	if s.lengths != nil {
		return nil
	}
	out := make([]float64, 16)
	for i := range out {
		out[i] = s.of(0, float64(i))
	}
	return out
}

// order sets the keys of b.
func (t *top) order(b *batch, s *scorer) {
	switch {
	case t.by != nil:
		for i, p := range b.places[:b.n] {
			b.keys[i] = t.keyAt(p)
		}
	case s == nil || !t.ranked(): // all keys are 0
	default:
		for i, count := range b.counts[:b.n] {
			if count < uint32(len(b.known)) {
				b.keys[i] = b.known[count]
			} else {
				b.keys[i] = s.of(b.numbers[i], float64(count))
			}
		}
	}
}

// choose takes in those of b that belong among the first hits.
func (t *top) choose(b *batch, s *sweep) {
	ranks := t.e.cols.rank
	key, rank := t.least()
	for i, number := range b.numbers[:b.n] {
		if k := b.keys[i]; k < key || k == key && ranks[number] > rank {
			continue // as most, without a look at the filter
		}
		if s.places != nil && !s.places.has(b.places[i]) {
			continue
		}
		h := hit{number: number, key: b.keys[i], score: b.keys[i]}
		if t.by != nil {
			h.score = 0
			if s.words.scorer != nil {
				h.score = s.words.scorer.of(number, float64(b.counts[i]))
			}
		}
		t.offer(h)
		key, rank = t.least()
	}
}

// least is what a hit must reach to belong among the first.
func (t *top) least() (key float64, rank uint32) {
	if len(t.heap) < t.s.Limit {
		return math.Inf(-1), none
	}
	return t.heap[0].key, t.heap[0].rank
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
