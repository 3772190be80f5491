package bleveindex

import (
	"bytes"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
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

// Facets of few values and of many, of one a record and of several, are counted
// right whether few of the records are found or most of them.
func TestFacetCounts(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 5))
	for _, values := range []int{1, 3, maxSets, maxSets + 1, 500} {
		for _, records := range []int{1, 64, 700} {
			for _, each := range []int{1, 4} {
				f, held := randomFacet(r, values, records, each)
				if (f.sets != nil) != (values <= maxSets) {
					t.Errorf("%d values: sets %v", values, f.sets != nil)
				}
				for _, share := range []float64{0, 0.02, 0.5, 0.97, 1} {
					found, want, n := newBitset(records), make([]uint32, values), 0
					for p := range records {
						if r.Float64() < share {
							found.add(uint32(p))
							n++
							for _, v := range held[p] {
								want[v]++
							}
						}
					}
					if got := f.count(found, n, records); !slices.Equal(got, want) {
						t.Errorf("%d values, %d of %d records, up to %d each:\n%v, want\n%v", values, n, records, each, got, want)
					}
				}
			}
		}
	}
}

func randomFacet(r *rand.Rand, values, records, each int) (*facet, [][]uint32) {
	var pairs []pair
	held := make([][]uint32, records)
	for p := range records {
		for range r.IntN(each + 1) {
			if v := uint32(r.IntN(values)); !slices.Contains(held[p], v) {
				held[p] = append(held[p], v)
				pairs = append(pairs, pair{uint32(p), v})
			}
		}
	}
	return newFacet(pairs, records, nil, make([]uint32, values)), held
}

// Columns that are missing, damaged or of another version are computed again,
// and kept for the next reader.
func TestColumnsAgain(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "index")
	if err := writeRevision(dir, 2); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(generationPath(dir, 1), columnsFile)
	whole, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	for what, content := range map[string][]byte{
		"missing": nil, "empty": {}, "another version": append([]byte("columns0"), whole[8:]...), "cut off": whole[:len(whole)/2], "rubbish": bytes.Repeat([]byte("x"), 300),
	} {
		if err := os.Remove(name); err != nil {
			t.Fatal(err)
		}
		if content != nil {
			if err := os.WriteFile(name, content, 0o666); err != nil {
				t.Fatal(err)
			}
		}
		r, err := OpenReader(dir)
		if err != nil {
			t.Fatalf("%s: %v", what, err)
		}
		if err := r.Close(); err != nil {
			t.Error(err)
		}
		if again, err := os.ReadFile(name); err != nil || !bytes.Equal(again, whole) {
			t.Errorf("%s: %d bytes are kept, %v, want %d", what, len(again), err, len(whole))
		}
	}
}
