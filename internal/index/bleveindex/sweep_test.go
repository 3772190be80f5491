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
