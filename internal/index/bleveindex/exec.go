package bleveindex

import (
	"context"
	"math"
	"slices"
	"sync/atomic"

	"analyze/internal/index"
	"analyze/internal/index/bleveindex/segment"
)

// An execution turns the nodes of one search into iters over the records of
// some parts that follow each other.
type execution struct {
	reader *Reader
	cols   *columns
	ctx    context.Context
	parts  []viewPart
	err    atomic.Pointer[error]
}

// numbers are those of the records of kind k.
func (e *execution) numbers(k index.Kind) []uint32 {
	if len(e.parts) == 0 {
		return nil
	}
	list := e.cols.number[k]
	from, _ := slices.BinarySearch(list, e.parts[0].first)
	to, _ := slices.BinarySearch(list, e.parts[len(e.parts)-1].end)
	return list[from:to]
}

func (e *execution) fail(err error) { e.err.CompareAndSwap(nil, &err) }

func (e *execution) close() error {
	if p := e.err.Load(); p != nil {
		return *p
	}
	return nil
}

// nothing finds nothing.
func nothing() iter { return &scan{} }

// iter makes the iter of a node for records of kind k.
func (e *execution) iter(n index.Node, k index.Kind) iter {
	switch n := n.(type) {
	case index.EveryNode:
		return &scan{list: e.numbers(k)}
	case index.WordsNode:
		var parts []iter
		for _, r := range n.Rows {
			if it := e.row(r, k); it != nil {
				parts = append(parts, it)
			}
		}
		return union(parts)
	case index.NearNode:
		return e.rowOf(index.WordRow{Field: n.Field, Words: slices.Concat(n.A, n.B), Weight: n.Weight}, k, within(len(n.A), n.Distance))
	case index.AnyNode:
		b := e.bitmap(n.Field, n.Words)
		return newSet(b, idf(len(e.cols.number[k]), b.len()))
	case index.KeyNode:
		return e.keyed(n, k)
	case index.RangeNode:
		return &scan{list: e.numbers(k), test: e.inRange(n, k)}
	case index.CopyNode:
		return &scan{list: e.numbers(k), test: e.isCopy}
	case index.DocsNode:
		return e.ofDocuments(n, k)
	case index.AndNode:
		return e.and(n, k)
	case index.OrNode:
		var parts []iter
		for _, p := range n.Any {
			parts = append(parts, e.iter(p, k))
		}
		return union(parts)
	}
	return nothing()
}

func union(parts []iter) iter {
	switch len(parts) {
	case 0:
		return nothing()
	case 1:
		return parts[0]
	}
	return newOr(parts)
}

func (e *execution) row(r index.WordRow, k index.Kind) iter {
	if len(r.Words) == 0 {
		return nil
	}
	if len(r.Words) > 1 {
		return e.rowOf(r, k, inRow)
	}
	w := e.placer(r.Field, r.Words[0])
	if w.cost() == 0 {
		return nil
	}
	w.weigh(e.scorer(r, k, []int{w.cost()}))
	return w
}

func (e *execution) rowOf(r index.WordRow, k index.Kind, fits func([]placer) int) iter {
	out := &row{fits: fits}
	var counts []int
	for _, word := range r.Words {
		w := e.placer(r.Field, word)
		if w.cost() == 0 {
			return nothing()
		}
		out.parts = append(out.parts, w)
		out.all.parts = append(out.all.parts, w)
		counts = append(counts, w.cost())
	}
	slices.SortStableFunc(out.all.parts, func(a, b iter) int { return a.cost() - b.cost() })
	out.scorer = e.scorer(r, k, counts)
	return out
}

// scorer weighs a row of words, each of which stands in counts records.
func (e *execution) scorer(r index.WordRow, k index.Kind, counts []int) *scorer {
	s := &scorer{place: e.cols.place}
	records := len(e.cols.number[k])
	if name := columnOf[baseField(r.Field)]; name != "" {
		if col := e.cols.values[k][name]; col.len() > 0 {
			size := e.reader.size(k, r.Field, name)
			s.lengths, s.scale, records = &col, index.BM25B/size.average, size.records
		}
	}
	for _, c := range counts {
		s.weight += r.Weight * idf(records, c)
	}
	return s
}

// columnOf are the columns of the lengths of fields that count.
var columnOf = map[string]string{
	index.FieldTitle: segment.TitleLength, index.FieldText: segment.Length, index.FieldPassage: segment.Length, index.FieldSentence: segment.Length,
}

// languageOf is the language of a field, "en" for one of all languages.
func languageOf(name string) string {
	if base := baseField(name); len(base) < len(name) {
		return name[len(base)+1:]
	}
	return "en"
}

func baseField(name string) string {
	for i := len(name) - 1; i > 0; i-- {
		if name[i] == '_' {
			if base := name[:i]; index.Schema[base] == index.Stemmed && base != "" {
				if _, ok := index.Schema[base]; ok {
					return base
				}
			}
		}
	}
	return name
}

// firstPart is the place of the first part of e in the view.
func (e *execution) firstPart() int {
	if len(e.parts) == 0 {
		return 0
	}
	return slices.IndexFunc(e.reader.view.parts, func(p viewPart) bool { return p.first == e.parts[0].first })
}

// bitmap is the records that have one of the words; FieldExact stands for the
// words of documents as written, in any language.
func (e *execution) bitmap(field string, list []string) bitset {
	b := newBitset(int(e.reader.view.size))
	if _, ok := textOf(field); ok {
		for _, word := range list {
			p := e.placer(field, word)
			for n := p.next(); n != none; n = p.next() {
				b.add(n)
			}
		}
		return b
	}
	fields := []string{field}
	if field == index.FieldExact {
		fields = e.reader.view.fieldsOf(index.FieldText)
	}
	for i := range e.parts {
		p := &e.parts[i]
		for _, name := range fields {
			f := p.Field(name)
			if f == nil {
				continue
			}
			for _, word := range list {
				of := cursors(f, name, word)
				if field == index.FieldExact {
					if of = nil; f.Exactly(word) != nil {
						of = []*segment.Cursor{f.Exactly(word)}
					}
				}
				for _, c := range of {
					b.addList(c.List(p.deleted), p.first)
				}
			}
		}
	}
	return b
}

// keyed finds records of kind k by values. Keys are shared by kinds. A Counted
// key scores like a word: by how often it stands there and how rare it is.
func (e *execution) keyed(n index.KeyNode, k index.Kind) iter {
	var it iter
	switch {
	case index.Schema[n.Field] == index.Counted:
		var parts []iter
		for _, v := range n.Values {
			if w := e.words(n.Field, v); w.count > 0 {
				w.scorer = &scorer{weight: keyWeight * idf(e.cols.all(), w.count)}
				parts = append(parts, w)
			}
		}
		it = union(parts)
	case len(n.Values) <= maxLists:
		it = e.words(n.Field, n.Values...)
	default:
		it = newSet(e.bitmap(n.Field, n.Values), 0)
	}
	return &and{parts: []iter{it}, cols: e.cols, kind: uint8(k), ofKind: true}
}

// maxLists is how many lists are walked side by side for values that count for
// nothing; more are gathered first.
const maxLists = 8

// keyWeight is what a name counts for beside a word: it filters more than it
// ranks.
const keyWeight = 0.5

func (e *execution) inRange(n index.RangeNode, k index.Kind) func(uint32) bool {
	low, high := e.cols.values[k][n.Low], e.cols.values[k][n.High]
	if low.len() == 0 || high.len() == 0 {
		return func(uint32) bool { return false }
	}
	return func(num uint32) bool {
		if e.cols.kind[num] != uint8(k) {
			return false
		}
		p := e.cols.place[num]
		l, h := low.at(p), high.at(p)
		if n.Over && h == n.From || n.Under && l == n.To {
			return false
		}
		return h >= n.From && l <= n.To // false where there is no value
	}
}

// maxShould is up to how many records one looks at positions for a better order
// alone.
const maxShould = 4096

func (e *execution) and(n index.AndNode, k index.Kind) iter {
	out := &and{cols: e.cols, kind: uint8(k)}
	var ranges []index.RangeNode
	add := func(part index.Node) {
		switch part := part.(type) {
		case index.EveryNode:
		case index.RangeNode:
			ranges = append(ranges, part)
		case index.DocsNode:
			if part.Scored {
				out.parts = append(out.parts, e.iter(part, k))
			} else {
				out.tests = append(out.tests, e.documentTest(part, k))
			}
		default:
			out.parts = append(out.parts, e.iter(part, k))
		}
	}
	for _, part := range n.Must {
		add(part)
	}
	for _, part := range n.Filter {
		add(part)
	}
	for _, part := range n.Not {
		if _, ok := part.(index.CopyNode); ok {
			if !e.reader.copies {
				continue
			}
			out.tests = append(out.tests, func(n uint32) bool { return !e.isCopy(n) })
			continue
		}
		out.not = append(out.not, e.iter(part, k))
	}
	for _, part := range n.Should {
		if it := e.iter(part, k); it.cost() <= maxShould {
			out.should = append(out.should, it)
			out.most += most(it)
		}
	}
	if len(out.parts) == 0 {
		out.parts = []iter{&scan{list: e.numbers(k)}}
	}
	slices.SortStableFunc(out.parts, func(a, b iter) int { return a.cost() - b.cost() })
	for _, r := range ranges {
		e.restrict(out, r, k)
	}
	if len(out.parts) == 1 && out.places == nil && len(out.tests)+len(out.not)+len(out.should) == 0 {
		return out.parts[0]
	}
	return out
}

// manyOf is the part of the records of a kind from which on a range is looked
// up for all of them at once.
const manyOf = 64

// restrict leaves in a what is in the range r.
func (e *execution) restrict(a *and, r index.RangeNode, k index.Kind) {
	low, high, list := e.cols.sliced[k][r.Low], e.cols.sliced[k][r.High], e.numbers(k)
	if len(list) == 0 || a.parts[0].cost() < len(list)/manyOf || low == nil || high == nil {
		a.tests = append(a.tests, e.inRange(r, k))
		return
	}
	from, to := ends(r.From, r.To, r.Over, r.Under)
	first := e.cols.place[list[0]]
	in := meeting(low, high, from, to, first, first+uint32(len(list)))
	if a.places != nil {
		in.narrow(a.places)
	}
	a.places = in
}

// most is the most that a row can score.
func most(it iter) float64 {
	switch it := it.(type) {
	case *row:
		if it.scorer == nil {
			return 0
		}
		return it.scorer.weight * (index.BM25K + 1)
	case *scan:
		return 0 // it finds nothing
	}
	return math.Inf(1)
}

// documents is the set of documents, by number, that have a record which n
// finds, with the best score of each if n is scored.
func (e *execution) documents(n index.DocsNode) (bitset, map[uint32]float64) {
	b := newBitset(int(e.reader.view.size))
	var best map[uint32]float64
	if n.Scored {
		best = map[uint32]float64{}
	}
	it := e.iter(n.Node, n.Kind)
	for num := it.next(); num != none && e.alive(num); num = it.next() {
		d := e.cols.doc[num]
		if d == none || e.cols.kind[num] != uint8(n.Kind) {
			continue
		}
		b.add(d)
		if n.Scored {
			best[d] = math.Max(best[d], it.score())
		}
	}
	return b, best
}

// alive reports, now and then, whether the search is still wanted.
func (e *execution) alive(n uint32) bool {
	if n&0xfff != 0 {
		return true
	}
	if err := e.ctx.Err(); err != nil {
		e.fail(err)
		return false
	}
	return true
}

func (e *execution) documentTest(n index.DocsNode, k index.Kind) func(uint32) bool {
	b, _ := e.documents(n)
	return func(num uint32) bool {
		return e.cols.kind[num] == uint8(k) && e.cols.doc[num] != none && b.has(e.cols.doc[num])
	}
}

func (e *execution) ofDocuments(n index.DocsNode, k index.Kind) iter {
	b, best := e.documents(n)
	s := &scan{list: e.numbers(k), test: func(num uint32) bool {
		return e.cols.doc[num] != none && b.has(e.cols.doc[num])
	}}
	if k == index.Document {
		s = &scan{list: b.all()}
	}
	if best != nil {
		s.mark = func(num uint32) float64 { return best[e.cols.doc[num]] }
	}
	return s
}

func (e *execution) isCopy(n uint32) bool { return e.cols.copied[n] != 0 }
