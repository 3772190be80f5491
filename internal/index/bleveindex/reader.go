package bleveindex

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"math"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"analyze/internal/index"
	"analyze/internal/index/bleveindex/segment"

	"github.com/blevesearch/bleve/v2"
)

// A Reader answers searches from one generation. It is safe for concurrent
// use.
type Reader struct {
	ix    bleve.Index
	view  *view
	cols  *columns
	unmap func() error
	path  string
	// copies says that there are records that repeat others.
	copies bool

	mu       sync.Mutex
	sizes    map[fieldOf]fieldSize
	words    map[string]*lookup // by field and word
	entities map[string]index.Record
	numbers  map[string]uint32 // of records, by id
}

// maxRemembered is how many counts and numbers a Reader remembers.
const maxRemembered = 1 << 14

// remembered returns what is known under a key, or what make gives.
func remembered[K comparable, V any](r *Reader, m map[K]V, key K, make func() V) V {
	r.mu.Lock()
	v, ok := m[key]
	r.mu.Unlock()
	if ok {
		return v
	}
	v = make()
	r.mu.Lock()
	if len(m) >= maxRemembered {
		clear(m)
	}
	m[key] = v
	r.mu.Unlock()
	return v
}

type fieldOf struct {
	kind  index.Kind
	field string
}

var _ index.Reader = (*Reader)(nil)

// OpenReader opens the current generation of the index in dir. The error wraps
// ErrNone where there is no index and is a *TornError where it is damaged. A
// generation that is replaced while it is being opened is given up for the new
// one.
func OpenReader(dir string) (*Reader, error) {
	var last error
	for range 5 {
		g, err := current(dir)
		if err != nil {
			return nil, err
		}
		if g == 0 {
			return nil, fmt.Errorf("%s: %w", dir, ErrNone)
		}
		r, err := openGeneration(generationPath(dir, g))
		if err == nil {
			return r, nil
		}
		if now, _ := current(dir); now == g {
			return nil, &TornError{dir, err}
		}
		last = err
	}
	return nil, last
}

// openGeneration opens the generation in the folder path. The error is
// errVersion where another version wrote it.
func openGeneration(path string) (*Reader, error) {
	r, err := readGeneration(path)
	if err != nil {
		return nil, cmp.Or(foreign(path), err)
	}
	return r, nil
}

func readGeneration(path string) (r *Reader, err error) {
	defer guarded(path, &err)
	ix, err := openBleve(path, true)
	if err != nil {
		return nil, err
	}
	v, err := viewOf(ix)
	if err != nil {
		return nil, errors.Join(err, ix.Close())
	}
	r = &Reader{ix: ix, view: v, path: path, sizes: map[fieldOf]fieldSize{}, words: map[string]*lookup{}, entities: map[string]index.Record{}, numbers: map[string]uint32{}}
	r.cols, r.unmap, err = loadColumns(filepath.Join(path, columnsFile), v)
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, errColumns) {
		r.cols, err = compute(v), nil
		// For the readers to come, where the folder may be written to.
		_ = r.cols.save(filepath.Join(path, columnsFile), v)
	}
	if err != nil {
		return nil, errors.Join(err, r.Close())
	}
	r.copies = slices.Contains(r.cols.copied, 1)
	return r, nil
}

// Close gives files and memory back; no search may be running.
func (r *Reader) Close() error {
	err := r.view.Close()
	if r.unmap != nil {
		err = errors.Join(err, r.unmap())
	}
	return errors.Join(err, r.ix.Close())
}

// A fieldSize is of a field: how many records of a kind have it, and how many
// words they have on average.
type fieldSize struct {
	records int
	average float64
}

// size is that of a field whose lengths are kept in a column. A field of one
// language has the records in that language.
func (r *Reader) size(k index.Kind, field, column string) fieldSize {
	return remembered(r, r.sizes, fieldOf{k, field}, func() fieldSize {
		sum, n := 0.0, 0
		c := r.cols
		col, in := c.values[k][column], c.inLanguage(languageOf(field))
		for p, number := range c.number[k] {
			if v := col.at(uint32(p)); v == v && in(number) {
				sum += v
				n++
			}
		}
		return fieldSize{n, math.Max(1, sum/math.Max(1, float64(n)))}
	})
}

// Languages returns the languages of the documents, sorted.
func (r *Reader) Languages(context.Context) ([]string, error) {
	f := r.cols.facets[index.Document][index.KeyLanguage]
	if f == nil {
		return nil, nil
	}
	var out []string
	for i := range f.len() {
		out = append(out, f.word(i))
	}
	slices.Sort(out)
	return out, nil
}

// Find returns the records that a search asks for.
func (r *Reader) Find(ctx context.Context, s index.Search) (f *index.Found, err error) {
	defer guarded(r.path, &err)
	if err := ctx.Err(); err != nil {
		return nil, fmt.Errorf("searching: %w", err)
	}
	all := &execution{reader: r, cols: r.cols, ctx: ctx, parts: r.view.parts}
	var tops []*top
	if groups := r.groups(&s); len(groups) > 1 {
		tops, err = r.together(ctx, groups, &s)
	} else {
		tops, err = []*top{all.top(&s)}, all.close()
	}
	if err != nil {
		return nil, fmt.Errorf("searching: %w", err)
	}
	return found(all, tops), nil
}

// top gathers the first hits of a search, and counts.
type top struct {
	e     *execution
	s     *index.Search
	by    *column // that is sorted by, nil: the score
	sign  float64
	after *position
	heap  hits
	total int
	found bitset // places of all, where there are facets to count
}

type position struct {
	key  float64
	rank float64
}

type hit struct {
	number     uint32
	score, key float64
	rank       uint32
}

// hits is a heap with the last of the hits on top.
type hits []hit

func before(a, b *hit) bool {
	if a.key != b.key {
		return a.key > b.key
	}
	return a.rank < b.rank
}

func (h hits) Len() int           { return len(h) }
func (h hits) Less(i, j int) bool { return before(&h[j], &h[i]) }
func (h hits) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }

// Push and Pop serve container/heap.
func (h *hits) Push(x any) { *h = append(*h, x.(hit)) }

// Pop removes the last.
func (h *hits) Pop() any {
	old := *h
	x := old[len(old)-1]
	*h = old[:len(old)-1]
	return x
}

// sortColumns are the columns that kinds are sorted by: date, value.
var sortColumns = map[index.Sort][numKinds]string{
	index.Newest:   {index.NumDateHigh, "", index.NumTimeHigh, ""},
	index.Oldest:   {index.NumDateLow, "", index.NumTimeLow, ""},
	index.Largest:  {"", "", index.NumHigh, index.NumCount},
	index.Smallest: {"", "", index.NumLow, index.NumCount},
}

func newTop(e *execution, s *index.Search) *top {
	t := &top{e: e, s: s, sign: 1}
	if f := sortColumns[s.Sort][s.Kind]; f != "" {
		col := e.cols.values[s.Kind][f]
		t.by = &col
	}
	if s.Sort == index.Oldest || s.Sort == index.Smallest {
		t.sign = -1
	}
	if len(s.Facets) > 0 {
		t.found = newBitset(len(e.cols.number[s.Kind]))
	}
	if s.After != nil {
		t.after = &position{s.After.Key, e.rankOf(s.After.ID)}
	}
	return t
}

// rankOf is the rank of the record id, or half a rank below the next one where
// it has gone.
func (e *execution) rankOf(id string) float64 {
	if n := e.reader.view.number(id); n != none {
		return float64(e.cols.rank[n])
	}
	next := math.Inf(1)
	for i := range e.reader.view.parts {
		p := &e.reader.view.parts[i]
		if n := p.Behind(id, p.live); n != segment.None {
			next = min(next, float64(e.cols.rank[p.first+n])-.5)
		}
	}
	return next
}

// noKey sorts what has no date or value behind all that have.
const noKey = -math.MaxFloat64

func (t *top) add(n uint32, it iter) {
	t.total++
	p := t.e.cols.place[n]
	if t.found != nil {
		t.found.add(p)
	}
	if t.s.Limit <= 0 {
		return
	}
	h, least := hit{number: n}, math.Inf(-1)
	if len(t.heap) == t.s.Limit {
		least = t.heap[0].key
	}
	switch {
	case t.by != nil:
		h.key = t.keyAt(p)
	case t.ranked():
		h.score = scoreOver(it, least)
		h.key = h.score
	}
	if h.key < least {
		return
	}
	if t.by != nil {
		h.score = it.score()
	}
	t.offer(h)
}

// found is what some tops have gathered.
func found(e *execution, tops []*top) *index.Found {
	out, s := &index.Found{}, tops[0].s
	var hits []hit
	for _, t := range tops {
		out.Total += t.total
		hits = append(hits, t.heap...)
	}
	slices.SortFunc(hits, func(a, b hit) int {
		if before(&a, &b) {
			return -1
		}
		return 1
	})
	for _, h := range hits[:min(len(hits), max(0, s.Limit))] {
		id := e.reader.view.id(h.number)
		remembered(e.reader, e.reader.numbers, id, func() uint32 { return h.number })
		out.Hits = append(out.Hits, index.FoundHit{ID: id, Score: h.score, Key: h.key})
	}
	if len(s.Facets) > 0 {
		all := tops[0].found
		for _, t := range tops[1:] {
			all.join(t.found)
		}
		out.Facets = e.count(s, all, out.Total)
	}
	return out
}

// count counts the values of facets among n records, each facet on a processor
// of its own where there are many.
func (e *execution) count(s *index.Search, all bitset, n int) map[string][]index.Count {
	lists := make([][]index.Count, len(s.Facets))
	var wg sync.WaitGroup
	for i, name := range s.Facets {
		f := e.cols.facets[s.Kind][name]
		if f == nil {
			continue
		}
		one := func() { lists[i] = largest(f, f.count(all, n, len(e.cols.number[s.Kind])), s.FacetSize) }
		if n*len(s.Facets) < parallelCost {
			one()
		} else {
			wg.Go(one)
		}
	}
	wg.Wait()
	out := map[string][]index.Count{}
	for i, name := range s.Facets {
		if lists[i] != nil {
			out[name] = lists[i]
		}
	}
	return out
}

// largest are the values with the highest counts, then by value.
func largest(f *facet, counts []uint32, size int) []index.Count {
	out := []index.Count{}
	order := func(a, b index.Count) int { return cmp.Or(b.Count-a.Count, strings.Compare(a.Value, b.Value)) }
	for ord, n := range counts {
		if n == 0 {
			continue
		}
		if len(out) == size && size > 0 && int(n) < out[size-1].Count {
			continue
		}
		c := index.Count{Value: f.word(ord), Count: int(n)}
		if len(out) == size {
			if size == 0 || order(c, out[size-1]) > 0 {
				continue
			}
			out = out[:size-1]
		}
		at, _ := slices.BinarySearchFunc(out, c, order)
		out = slices.Insert(out, at, c)
	}
	return out
}

// Get returns the records with those ids, with Card, Lang and Body only.
// Entities, which facets are labelled by again and again, are remembered.
func (r *Reader) Get(_ context.Context, ids []string) (out []index.Record, err error) {
	out = make([]index.Record, len(ids))
	err = index.Share(len(ids), recordsEach, func(from, to int) (err error) {
		defer guarded(r.path, &err)
		for i := from; i < to; i++ {
			var failed error
			if kindOf(ids[i]) != index.Entity {
				out[i], failed = r.get(ids[i])
			} else {
				out[i] = remembered(r, r.entities, ids[i], func() (e index.Record) { e, failed = r.get(ids[i]); return e })
			}
			if failed != nil {
				return fmt.Errorf("reading the index: %w", failed)
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// recordsEach is from how many records on several processors read them.
const recordsEach = 5

func (r *Reader) get(id string) (out index.Record, err error) {
	n := remembered(r, r.numbers, id, func() uint32 { return r.view.number(id) })
	if n == none {
		return out, nil
	}
	p := r.view.part(n)
	card, body, err := p.Stored(n - p.first)
	if err == nil {
		err = json.Unmarshal(card, &out.Card)
	}
	if err != nil {
		return index.Record{}, err
	}
	out.Body = string(body)
	out.ID, out.Kind, out.Lang = id, kindOf(id), out.Card.Lang
	return out, nil
}

func kindOf(id string) index.Kind {
	switch id[:min(1, len(id))] {
	case "p":
		return index.Passage
	case "c":
		return index.Claim
	case "e":
		return index.Entity
	}
	return index.Document
}
