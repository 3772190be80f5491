package bleveindex

import (
	"fmt"
	"math"
	"testing"
)

func TestColumn(t *testing.T) {
	for _, c := range []struct {
		values []float64
		narrow bool
	}{
		{nil, true},
		{[]float64{1, -3, 0.5, math.NaN(), math.Inf(1), 1 << 24}, true},
		{[]float64{1, 1<<24 + 1}, false},
		{[]float64{0.1}, false},
		{[]float64{math.MaxFloat64}, false},
	} {
		col := newColumn(c.values)
		if (col.wide == nil) != c.narrow || col.len() != len(c.values) {
			t.Errorf("%v is kept as %+v", c.values, col)
		}
		for i, v := range c.values {
			if got := col.at(uint32(i)); got != v && got == got {
				t.Errorf("%v at %d is %v", c.values, i, got)
			}
		}
	}
}

func TestFacet(t *testing.T) {
	words, ends := []uint8("abc"), []uint32{1, 2, 3}
	for name, c := range map[string]struct {
		pairs  []pair
		single bool
		want   string // counts of a, b, c over records 0, 1 and 3
	}{
		"one each": {[]pair{{0, 1}, {3, 2}, {2, 0}}, true, "[0 1 1]"},
		"several":  {[]pair{{3, 2}, {3, 0}, {0, 1}, {1, 1}}, false, "[1 2 1]"},
		"none":     {nil, true, "[0 0 0]"},
	} {
		f := newFacet(c.pairs, 4, words, ends)
		if (len(f.from) == 0) != c.single {
			t.Errorf("%s: kept as %+v", name, f)
		}
		found := newBitset(4)
		for _, p := range []uint32{0, 1, 3} {
			found.add(p)
		}
		for _, n := range []int{0, 3} { // counted, and by what was not found
			if got := fmt.Sprint(f.count(found, n, 4)); got != c.want {
				t.Errorf("%s: %s, want %s", name, got, c.want)
			}
		}
	}
}
