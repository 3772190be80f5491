package bleveindex

import (
	"container/heap"
	"math"
	"slices"

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

// meet tells of each of the records, which ascend, how often the word stands in
// it. It must not be mixed with next and batch.
func (w *words) meet(numbers, counts []uint32) {
	clear(counts)
	for len(numbers) > 0 {
		for w.s < len(w.parts) && w.parts[w.s].end <= numbers[0] {
			w.s++
		}
		if w.s == len(w.parts) {
			return
		}
		p := &w.parts[w.s]
		from, _ := slices.BinarySearch(numbers, p.first)
		to := len(numbers)
		if numbers[to-1] >= p.end {
			to, _ = slices.BinarySearch(numbers, p.end)
		}
		for _, l := range p.lists {
			l.Meet(numbers[from:to], counts[from:to], p.first)
		}
		numbers, counts = numbers[to:], counts[to:]
	}
}

// A sweep is a search that goes over records in batches: its first part is
// walked, and the others are asked about a batch at a time. That is several
// times as fast as asking them about one record after the other.
type sweep struct {
	first  iter
	words  *words     // first, where it is a word
	rest   [][]*words // of each other part the words, one of which must stand there
	places bitset     // nil: all
	tests  []func(uint32) bool
	not    []iter
	should []iter
	most   float64 // that should can add
}

// sweep returns the sweep that does the same as it, nil if there is none.
func (e *execution) sweep(it iter) *sweep {
	if list := leaves(it); len(list) == 1 {
		return &sweep{first: list[0], words: list[0]}
	}
	switch it := it.(type) {
	case *scan:
		if it.test == nil && it.mark == nil {
			return &sweep{first: it}
		}
	case *and:
		return e.sweepOf(it)
	}
	return nil
}

func (e *execution) sweepOf(a *and) *sweep {
	s := e.sweep(a.parts[0])
	switch {
	case s == nil && len(a.parts) == 1 || s != nil && len(s.should) > 0 && len(a.parts)+len(a.should) > 1:
		return nil // there is nothing to gain, or scores would be added up in another order
	case s == nil:
		s = &sweep{first: a.parts[0]}
	}
	for _, p := range a.parts[1:] {
		list := leaves(p)
		if list == nil {
			return nil
		}
		s.rest = append(s.rest, list)
	}
	switch {
	case a.places == nil:
	case s.places == nil:
		s.places = a.places
	default:
		s.places = slices.Clone(s.places)
		s.places.narrow(a.places)
	}
	s.tests, s.not = append(s.tests, a.tests...), append(s.not, a.not...)
	s.should, s.most = append(s.should, a.should...), s.most+a.most
	return s
}

// leaves are the words one of which it finds, nil if it is something else.
func leaves(it iter) (out []*words) {
	var parts []iter
	switch it := it.(type) {
	case *words:
		return []*words{it}
	case *or:
		parts = it.parts
	case *and:
		if len(it.parts) == 1 && len(it.tests)+len(it.not)+len(it.should) == 0 && it.places == nil {
			parts = it.parts
		}
	}
	for _, p := range parts {
		list := leaves(p)
		if list == nil {
			return nil
		}
		out = append(out, list...)
	}
	return out
}

// sweep gathers what s finds.
func (t *top) sweep(s *sweep) {
	b, all := newBatch(s), len(t.e.cols.number[t.s.Kind])
	found := t.found
	if found == nil {
		found = newBitset(all)
	}
	if t.by == nil && t.ranked() && len(s.rest) == 0 && s.words != nil && s.words.scorer != nil {
		b.known = s.words.scorer.byCount()
	}
	for n := b.fill(); n > 0 && t.e.awake(); n = b.fill() {
		b.ofKind(n, t.e.cols, uint8(t.s.Kind))
		b.filter()
		found.addAll(b.places[:b.n])
		if t.s.Limit > 0 && b.n > 0 {
			t.order(b)
			t.choose(b)
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
	*sweep
	n                       int
	numbers, counts, places [batchSize]uint32
	scores                  [batchSize]float64  // that the first part gives, where it is no word
	others                  [][batchSize]uint32 // counts of the words of the rest, one after another
	keys                    [batchSize]float64  // what they are sorted by
	known                   []float64           // keys by count, nil: not by that alone
}

func newBatch(s *sweep) *batch {
	n := 0
	for _, list := range s.rest {
		n += len(list)
	}
	return &batch{sweep: s, others: make([][batchSize]uint32, n)}
}

// fill moves the first part on and returns how many records there are.
func (b *batch) fill() int {
	switch it := b.first.(type) {
	case *words:
		return it.batch(&b.numbers, &b.counts)
	case *scan:
		n := copy(b.numbers[:], it.list[it.i:])
		it.i += n
		return n
	}
	n := 0
	for number := b.first.next(); number != none; number = b.first.next() {
		b.numbers[n], b.scores[n] = number, b.first.score()
		if n++; n == batchSize {
			break
		}
	}
	return n
}

// ofKind leaves those of a kind among the first n records, and sets the places.
func (b *batch) ofKind(n int, c *columns, kind uint8) {
	first, last := b.numbers[0], b.numbers[n-1]
	if shift := first - c.place[first]; c.kind[first] == kind && c.kind[last] == kind && last-c.place[last] == shift {
		for i, number := range b.numbers[:n] { // all between are of the kind: none but they have places
			b.places[i] = number - shift
		}
		b.n = n
		return
	}
	b.n = n
	b.keep(func(i int) bool { return c.kind[b.numbers[i]] == kind })
	for i, number := range b.numbers[:b.n] {
		b.places[i] = c.place[number]
	}
}

// keep leaves the records that a test passes.
func (b *batch) keep(test func(i int) bool) {
	k := 0
	for i := range b.n {
		if !test(i) {
			continue
		}
		if k < i {
			b.numbers[k], b.counts[k], b.places[k], b.scores[k] = b.numbers[i], b.counts[i], b.places[i], b.scores[i]
			for j := range b.others {
				b.others[j][k] = b.others[j][i]
			}
		}
		k++
	}
	b.n = k
}

// filter leaves what all parts find. What only places leave out stays where
// there is nothing else to ask.
func (b *batch) filter() {
	if len(b.rest)+len(b.tests)+len(b.not) == 0 {
		return
	}
	if b.sweep.places != nil {
		b.keep(func(i int) bool { return b.sweep.places.has(b.places[i]) })
	}
	for _, test := range b.tests {
		b.keep(func(i int) bool { return test(b.numbers[i]) })
	}
	at := 0
	for _, list := range b.rest {
		counts := b.others[at : at+len(list)]
		for j, w := range list {
			w.meet(b.numbers[:b.n], counts[j][:b.n])
		}
		b.keep(func(i int) bool {
			for j := range counts {
				if counts[j][i] > 0 {
					return true
				}
			}
			return false
		})
		at += len(list)
	}
	for _, p := range b.not {
		b.keep(func(i int) bool { return p.seek(b.numbers[i]) != b.numbers[i] })
	}
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

// score is that of record i, without what should adds.
func (b *batch) score(i int) float64 {
	sum, at := b.scores[i], 0
	if b.words != nil {
		sum = b.words.scorer.maybe(b.numbers[i], b.counts[i])
	}
	for _, list := range b.rest {
		part := 0.0
		for j, w := range list {
			part += w.scorer.maybe(b.numbers[i], b.others[at+j][i])
		}
		sum += part
		at += len(list)
	}
	return sum
}

// maybe is what s gives a record that holds the words so often, 0 where they
// do not stand there or count for nothing.
func (s *scorer) maybe(n, count uint32) float64 {
	if s == nil || count == 0 {
		return 0
	}
	return s.of(n, float64(count))
}

// order sets the keys of b.
func (t *top) order(b *batch) {
	switch {
	case t.by != nil:
		for i, p := range b.places[:b.n] {
			b.keys[i] = t.keyAt(p)
		}
	case !t.ranked(): // all keys are 0
	default:
		for i, count := range b.counts[:b.n] {
			if count < uint32(len(b.known)) {
				b.keys[i] = b.known[count]
			} else {
				b.keys[i] = b.score(i)
			}
		}
	}
}

// choose takes in those of b that belong among the first hits.
func (t *top) choose(b *batch) {
	ranks, more := t.e.cols.rank, 0.0
	if t.by == nil && t.ranked() {
		more = b.most
	}
	key, rank := t.least()
	for i, number := range b.numbers[:b.n] {
		if k := b.keys[i] + more; k < key || k == key && ranks[number] > rank {
			continue // as most, without a look at the filter
		}
		if b.sweep.places != nil && !b.sweep.places.has(b.places[i]) {
			continue
		}
		h := hit{number: number, key: b.keys[i], score: b.keys[i]}
		switch {
		case t.by != nil:
			h.score = b.score(i) + b.added(number)
		case t.ranked():
			h.score += b.added(number)
			h.key = h.score
		}
		t.offer(h)
		key, rank = t.least()
	}
}

// added is what should adds to the score of a record; they ascend.
func (b *batch) added(number uint32) float64 {
	sum := 0.0
	for _, p := range b.should {
		if p.seek(number) == number {
			sum += p.score()
		}
	}
	return sum
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
