package bleveindex

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"path/filepath"
	"reflect"
	"slices"
	"testing"

	"analyze/internal/index"
)

// A sweep finds what walking from record to record finds, in the same order,
// with the same counts.
func TestSweep(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "index")
	for revision := range 4 { // changes leave removed records behind
		if err := writeRevision(dir, revision); err != nil {
			t.Fatal(err)
		}
	}
	r, err := OpenReader(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	river := index.WordsNode{Rows: []index.WordRow{{Field: index.FieldText, Words: []string{"river"}, Weight: 1}}}
	since := func(from, to float64) index.Node {
		return index.RangeNode{Low: index.NumDateLow, High: index.NumDateHigh, From: from, To: to}
	}
	open := math.Inf(1)
	swept := 0
	for name, node := range map[string]index.Node{
		"word":       river,
		"range":      index.AndNode{Must: []index.Node{river}, Filter: []index.Node{since(9000, open)}},
		"two ranges": index.AndNode{Must: []index.Node{index.AndNode{Must: []index.Node{river}, Filter: []index.Node{since(9000, open)}}}, Filter: []index.Node{since(-open, 14000)}},
		"nothing":    index.AndNode{Must: []index.Node{river}, Filter: []index.Node{since(open, open)}},
	} {
		for _, s := range []index.Search{
			{Limit: 3}, {Limit: 1000}, {}, {Limit: 5, Facets: []string{index.KeyYear, index.KeyActor}, FacetSize: 4}, {Limit: 4, Sort: index.Newest}, {Limit: 4, Sort: index.ByDocument},
		} {
			s.Node = node
			e := &execution{reader: r, cols: r.cols, ctx: context.Background(), parts: r.view.parts}
			walked := newTop(e, &s)
			walked.walk(e.iter(node, s.Kind))
			if e.sweep(e.iter(node, s.Kind)) != nil {
				swept++
			}
			want, got := found(e, []*top{walked}), found(e, []*top{e.top(&s)})
			if !reflect.DeepEqual(got, want) {
				t.Errorf("%s, %+v:\nswept  %+v\nwalked %+v", name, s, got, want)
			}
			if name == "word" && want.Total == 0 {
				t.Fatal("nothing speaks of a river")
			}
		}
	}
	if swept != 24 {
		t.Errorf("%d of 24 searches are swept", swept)
	}
}

// Searches made up at random are swept to the same hits, scores and counts as
// walked, whether their parts are words, unions, names, tests or phrases.
func TestSweptAtRandom(t *testing.T) {
	r := rand.New(rand.NewPCG(21, 22))
	dir := filepath.Join(t.TempDir(), "index")
	newOracle(t, r, dir)
	reader, err := OpenReader(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close()
	swept, rest, hits := 0, 0, 0
	for i := range 600 {
		k := index.Kind(r.IntN(3))
		node := randomNode(r, k, 3)
		if i%2 == 0 { // mostly what is not met by chance: several words
			and := index.AndNode{Must: []index.Node{wordsAtRandom(r, k), wordsAtRandom(r, k)}, Should: []index.Node{randomNode(r, k, 0)}}
			if r.IntN(2) == 0 {
				and.Not = []index.Node{index.CopyNode{}, randomNode(r, k, 0)}
			}
			node = index.AndNode{Must: []index.Node{and}, Filter: []index.Node{randomRange(r, k)}}
		}
		s := index.Search{Kind: k, Node: node, Sort: index.Sorts[r.IntN(len(index.Sorts))], Limit: []int{0, 3, 1000}[r.IntN(3)], Facets: columnFacets[k], FacetSize: 3}
		e := &execution{reader: reader, cols: reader.cols, ctx: context.Background(), parts: reader.view.parts}
		sw := e.sweep(e.iter(s.Node, k))
		if sw == nil {
			continue
		}
		walked, sweeping := newTop(e, &s), newTop(e, &s)
		walked.walk(e.iter(s.Node, k))
		sweeping.sweep(sw)
		want, got := found(e, []*top{walked}), found(e, []*top{sweeping})
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("%+v:\nswept  %+v\nwalked %+v", s, got, want)
		}
		swept++
		if len(sw.rest) > 0 {
			rest++
			hits += got.Total
		}
	}
	if swept < 150 || rest < 100 || hits < 200 {
		t.Errorf("%d are swept, %d of them over several parts, which find %d records: that tests little", swept, rest, hits)
	}
}

// wordsAtRandom finds one of some words, or of some names.
func wordsAtRandom(r *rand.Rand, k index.Kind) index.Node {
	for {
		switch n := randomNode(r, k, 0).(type) {
		case index.WordsNode, index.KeyNode:
			return n
		}
	}
}

// A sweep asks of what a search consists for its words; where a part is more
// than some words, or scores would be added up otherwise, there is none.
func TestLeaves(t *testing.T) {
	a, b := &words{count: 1}, &words{count: 2}
	key := &and{parts: []iter{b}, ofKind: true}
	phrase := &row{all: and{parts: []iter{a}}}
	for name, c := range map[string]struct {
		it   iter
		want int
	}{
		"a word":             {a, 1},
		"a word or another":  {newOr([]iter{a, key}), 2},
		"a name":             {key, 1},
		"a phrase":           {phrase, 0},
		"a word or a phrase": {newOr([]iter{a, phrase}), 0},
		"two words":          {&and{parts: []iter{a, b}}, 0},
		"a word not so":      {&and{parts: []iter{a}, not: []iter{b}}, 0},
	} {
		if got := len(leaves(c.it)); got != c.want {
			t.Errorf("%s: %d words, want %d", name, got, c.want)
		}
	}
}

func TestBitset(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, n := range []int{1, 63, 64, 65, 200} {
		var a, b []uint32
		x, y := newBitset(n), newBitset(n)
		for p := range uint32(n) {
			if r.IntN(2) == 0 {
				a = append(a, p)
				x.add(p)
			}
			if r.IntN(3) == 0 {
				b = append(b, p)
				y.add(p)
			}
		}
		in := func(list []uint32) func(uint32) bool {
			return func(p uint32) bool { return slices.Contains(list, p) }
		}
		check := func(what string, got bitset, want func(p uint32) bool) {
			count := 0
			for p := range uint32(n) {
				if got.has(p) != want(p) {
					t.Errorf("%d places, %s: %d is %v", n, what, p, got.has(p))
				}
				if want(p) {
					count++
				}
			}
			if got.len() != count {
				t.Errorf("%d places, %s: %d of them, want %d", n, what, got.len(), count)
			}
		}
		check("added", x, in(a))
		together := newBitset(n)
		together.addAll(a)
		check("added together", together, in(a))
		for from := range uint32(n) {
			for _, to := range []uint32{from, min(from+5, uint32(n)-1), uint32(n) - 1} {
				run := newBitset(n)
				run.addRange(from, to)
				check(fmt.Sprintf("from %d to %d", from, to), run, func(p uint32) bool { return from <= p && p <= to })
			}
		}
		if got := x.all(); !slices.Equal(got, a) {
			t.Errorf("%d places: all are %v, want %v", n, got, a)
		}
		if got := x.next(uint32(n)); got != none {
			t.Errorf("%d places: %d is behind the last", n, got)
		}
		join, narrow, inverted := slices.Clone(x), slices.Clone(x), slices.Clone(x)
		join.join(y)
		check("joined", join, func(p uint32) bool { return in(a)(p) || in(b)(p) })
		narrow.narrow(y)
		check("narrowed", narrow, func(p uint32) bool { return in(a)(p) && in(b)(p) })
		inverted.invert(n)
		check("inverted", inverted, func(p uint32) bool { return !in(a)(p) })
	}
}

// The set of the ranges that meet another is that of asking them one by one.
func TestMeeting(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	whole, odd := []float64{1, nan, -5, 300, -inf, 7}, []float64{0.1, nan, 2, 3, -inf, 1e300}
	for name, c := range map[string]struct{ low, high []float64 }{
		"half the space": {whole, []float64{1, nan, 10, inf, 0, 9}},
		"all of it":      {odd, []float64{0.7, nan, 2.2, 4.4, 0.3, 1e301}},
		"one of each":    {whole, []float64{1.1, nan, 10, inf, 0, 9}},
	} {
		low, high := newColumn(slices.Repeat(c.low, 30)), newColumn(slices.Repeat(c.high, 30))
		for _, q := range []struct {
			from, to    float64
			over, under bool
		}{{1, 1, false, false}, {1, inf, true, false}, {-inf, 1, false, true}, {-inf, inf, false, false}, {5, 6, true, true}, {9, 9, true, false}} {
			from, to := ends(q.from, q.to, q.over, q.under)
			got := meeting(newSliced(low), newSliced(high), from, to, 3, 170)
			for p := range uint32(180) {
				l, h := low.at(p), high.at(p)
				want := p >= 3 && p < 170 && h >= q.from && l <= q.to && !(q.over && h == q.from) && !(q.under && l == q.to)
				if got.has(p) != want {
					t.Errorf("%s: %v to %v in %s: %v", name, l, h, fmt.Sprint(q), got.has(p))
				}
			}
		}
	}
}
