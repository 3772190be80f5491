package bleveindex

import (
	"math"
	"slices"

	"analyze/internal/index"
	"analyze/internal/index/bleveindex/segment"
)

// An iter walks the numbers of records that a part of a search finds, upwards.
type iter interface {
	// next moves on and returns where it stands, none at the end.
	next() uint32
	// seek moves to the first at or after n, unless it is there already.
	seek(n uint32) uint32
	// score is that of the record it stands at.
	score() float64
	// cost is about how many it will find.
	cost() int
}

// A scorer is BM25 for one row of words in one field.
type scorer struct {
	weight  float64 // idf times weight
	lengths *column // of the field by place in its kind; nil: all alike
	place   []uint32
	scale   float64 // how much a word more in the field counts for
}

func (s *scorer) of(n uint32, freq float64) float64 {
	long := 1.0
	if s.lengths != nil {
		if l := s.lengths.at(s.place[n]); l == l {
			long = 1 - index.BM25B + l*s.scale
		}
	}
	return s.weight * freq * (index.BM25K + 1) / (freq + index.BM25K*long)
}

func idf(total, docs int) float64 {
	return math.Log(1 + (float64(total)-float64(docs)+0.5)/(float64(docs)+0.5))
}

// words walks the records that hold a word, or one of the words of a stem,
// segment by segment.
type words struct {
	parts  []part // of segments that have it
	s      int    // the part it is in
	at     uint32
	begun  bool
	count  int
	scorer *scorer
	places []uint32 // where it stands in the record at placed
	placed uint32
}

// A part is the lists of one segment, whose records have the numbers from
// first up to, not including, end.
type part struct {
	lists      []*segment.Iterator
	first, end uint32
	at         uint32 // in the segment
	begun      bool
}

func (p *part) next() uint32 {
	if len(p.lists) == 1 {
		p.at = p.lists[0].Next()
		return p.at
	}
	least := uint32(segment.None)
	for _, l := range p.lists {
		if !p.begun || l.At() == p.at {
			l.Next()
		}
		least = min(least, l.At())
	}
	p.begun, p.at = true, least
	return least
}

func (p *part) seek(n uint32) uint32 {
	least := uint32(segment.None)
	for _, l := range p.lists {
		least = min(least, l.Seek(n))
	}
	p.begun, p.at = true, least
	return least
}

// words makes the iter of some words in a field, stems in a stemmed one.
func (e *execution) words(field string, list ...string) *words {
	w := &words{placed: none}
	first := e.firstPart()
	for i := range e.parts {
		v := &e.parts[i]
		p := part{first: v.first, end: v.end}
		for _, word := range list {
			if l := e.reader.lookUp(field, word); l.lists != nil {
				for _, postings := range l.lists[first+i] {
					p.lists = append(p.lists, postings.List(v.deleted))
				}
			}
		}
		if len(p.lists) > 0 {
			w.parts = append(w.parts, p)
		}
	}
	for _, word := range list {
		w.count += e.reader.lookUp(field, word).count
	}
	return w
}

func (w *words) next() uint32 {
	w.begun = true
	for ; w.s < len(w.parts); w.s++ {
		if n := w.parts[w.s].next(); n != segment.None {
			w.at = w.parts[w.s].first + n
			return w.at
		}
	}
	w.at = none
	return none
}

func (w *words) seek(n uint32) uint32 {
	if w.begun && w.at >= n {
		return w.at
	}
	w.begun = true
	for w.s < len(w.parts) && w.parts[w.s].end <= n {
		w.s++
	}
	if w.s == len(w.parts) {
		return w.next()
	}
	p := &w.parts[w.s]
	if at := p.seek(n - min(n, p.first)); at != segment.None {
		w.at = p.first + at
		return w.at
	}
	w.s++
	return w.next()
}

func (w *words) cost() int { return w.count }

func (w *words) weigh(s *scorer) { w.scorer = s }

func (w *words) score() float64 {
	if w.scorer == nil {
		return 0
	}
	return w.scorer.of(w.at, float64(w.parts[w.s].counted()))
}

// counted is how often the word stands in the record.
func (p *part) counted() int {
	n := 0
	for _, l := range p.lists {
		if l.At() == p.at {
			n += l.Count()
		}
	}
	return n
}

// positions are where it stands in the record, ascending.
func (w *words) positions() []uint32 {
	if w.placed != w.at {
		w.places, w.placed = w.places[:0], w.at
		p := &w.parts[w.s]
		from := 0
		for _, l := range p.lists {
			if l.At() == p.at {
				from++
				w.places = l.Places(w.places)
			}
		}
		if from > 1 {
			slices.Sort(w.places)
		}
	}
	return w.places
}

// row walks the records where words follow each other, or where two rows are
// near.
type row struct {
	parts  []placer // one a word, in order
	fits   func([]placer) int
	all    and
	freq   int
	scorer *scorer
}

func (r *row) settle(n uint32) uint32 {
	for n != none {
		if r.freq = r.fits(r.parts); r.freq > 0 {
			return n
		}
		n = r.all.next()
	}
	return none
}

func (r *row) next() uint32         { return r.settle(r.all.next()) }
func (r *row) seek(n uint32) uint32 { return r.settle(r.all.seek(n)) }
func (r *row) cost() int            { return r.all.cost() }
func (r *row) score() float64 {
	if r.scorer == nil {
		return 0
	}
	return r.scorer.of(r.all.at, float64(r.freq))
}

// inRow counts where the words follow each other.
func inRow(parts []placer) int {
	n := 0
	for _, pos := range parts[0].positions() {
		if followed(parts[1:], pos+1) {
			n++
		}
	}
	return n
}

func followed(parts []placer, pos uint32) bool {
	for i, p := range parts {
		if _, ok := slices.BinarySearch(p.positions(), pos+uint32(i)); !ok {
			return false
		}
	}
	return true
}

// within counts the places where the first a of the words, in a row, and the
// rest stand with at most distance words between, in either order.
func within(a, distance int) func([]placer) int {
	return func(parts []placer) int {
		left, right := starts(parts[:a]), starts(parts[a:])
		lenA, lenB := uint32(a), uint32(len(parts)-a)
		n, j := 0, 0
		for _, p := range left {
			for j < len(right) && right[j]+lenB+uint32(distance) < p {
				j++
			}
			for i := j; i < len(right) && right[i] <= p+lenA+uint32(distance); i++ {
				if right[i] >= p+lenA || right[i]+lenB <= p {
					n++
				}
			}
		}
		return n
	}
}

func starts(parts []placer) []uint32 {
	var out []uint32
	for _, pos := range parts[0].positions() {
		if followed(parts[1:], pos+1) {
			out = append(out, pos)
		}
	}
	return out
}

// and walks what all its parts find. Its score is the sum of theirs.
type and struct {
	parts []iter // the rarest first
	tests []func(uint32) bool
	// places, if not nil, are those of records of the kind that may be found.
	places bitset
	ofKind bool // of all kinds only that one may be found
	cols   *columns
	kind   uint8
	not    []iter
	// should adds to the score where it finds the record too.
	should []iter
	most   float64 // that should can add
	at     uint32
}

func (a *and) next() uint32 { return a.settle(a.parts[0].next()) }

func (a *and) seek(n uint32) uint32 { return a.settle(a.parts[0].seek(n)) }

func (a *and) settle(n uint32) uint32 {
scan:
	for n != none {
		if (a.ofKind || a.places != nil) && a.cols.kind[n] != a.kind || a.places != nil && !a.places.has(a.cols.place[n]) {
			n = a.parts[0].next()
			continue
		}
		for _, t := range a.tests {
			if !t(n) {
				n = a.parts[0].next()
				continue scan
			}
		}
		for _, p := range a.parts[1:] {
			if m := p.seek(n); m != n {
				if m == none {
					a.at = none
					return none
				}
				n = a.parts[0].seek(m)
				continue scan
			}
		}
		for _, p := range a.not {
			if p.seek(n) == n {
				n = a.parts[0].next()
				continue scan
			}
		}
		break
	}
	a.at = n
	return n
}

// scoreOver is the score of it, or some number less than least if that is less,
// too.
func scoreOver(it iter, least float64) float64 {
	if a, ok := it.(*and); ok {
		return a.scoreOver(least)
	}
	return it.score()
}

func (a *and) score() float64 { return a.scoreOver(math.Inf(-1)) }

func (a *and) scoreOver(least float64) float64 {
	s := 0.0
	for _, p := range a.parts {
		s += p.score()
	}
	if s+a.most < least { // without a look at positions
		return s
	}
	for _, p := range a.should {
		if p.seek(a.at) == a.at {
			s += p.score()
		}
	}
	return s
}

func (a *and) cost() int { return a.parts[0].cost() }

// or walks what any of its parts finds. Its score is the sum of theirs.
type or struct {
	parts []iter
	at    []uint32
	now   uint32
	begun bool
	total int
}

func newOr(parts []iter) *or {
	o := &or{parts: parts, at: make([]uint32, len(parts))}
	for _, p := range parts {
		o.total += p.cost()
	}
	return o
}

func (o *or) next() uint32 {
	least := uint32(none)
	for i, p := range o.parts {
		if !o.begun || o.at[i] == o.now && o.now != none {
			o.at[i] = p.next()
		}
		least = min(least, o.at[i])
	}
	o.begun, o.now = true, least
	return least
}

func (o *or) seek(n uint32) uint32 {
	if o.begun && o.now >= n {
		return o.now
	}
	least := uint32(none)
	for i, p := range o.parts {
		if !o.begun || o.at[i] < n {
			o.at[i] = p.seek(n)
		}
		least = min(least, o.at[i])
	}
	o.begun, o.now = true, least
	return least
}

func (o *or) score() float64 {
	s := 0.0
	for i, p := range o.parts {
		if o.at[i] == o.now {
			s += p.score()
		}
	}
	return s
}

func (o *or) cost() int { return o.total }

// set walks a set of numbers, all with one score.
type set struct {
	bits   bitset
	size   int
	at     uint32
	begun  bool
	weight float64
}

func newSet(b bitset, weight float64) *set { return &set{bits: b, size: b.len(), weight: weight} }

func (s *set) next() uint32 {
	from := uint32(0)
	if s.begun {
		if s.at == none {
			return none
		}
		from = s.at + 1
	}
	s.begun, s.at = true, s.bits.next(from)
	return s.at
}

func (s *set) seek(n uint32) uint32 {
	if s.begun && s.at >= n {
		return s.at
	}
	s.begun, s.at = true, s.bits.next(n)
	return s.at
}

func (s *set) score() float64 { return s.weight }
func (s *set) cost() int      { return s.size }

// scan walks the records of a kind that pass a test.
type scan struct {
	list []uint32 // numbers, ascending
	i    int      // after the one it stands at
	test func(uint32) bool
	at   uint32
	mark func(uint32) float64 // the score, nil: none
}

func (s *scan) next() uint32 {
	for s.i < len(s.list) {
		n := s.list[s.i]
		s.i++
		if s.test == nil || s.test(n) {
			s.at = n
			return n
		}
	}
	s.at = none
	return none
}

func (s *scan) seek(n uint32) uint32 {
	if s.i > 0 && s.at >= n {
		return s.at
	}
	lo, hi := s.i, len(s.list)
	for lo < hi {
		if m := (lo + hi) / 2; s.list[m] < n {
			lo = m + 1
		} else {
			hi = m
		}
	}
	s.i = lo
	return s.next()
}

func (s *scan) score() float64 {
	if s.mark == nil {
		return 0
	}
	return s.mark(s.at)
}

func (s *scan) cost() int { return len(s.list) }
