package bleveindex

import (
	"cmp"
	"math/bits"
	"slices"
)

// A facet holds the values of a Key field: those of the record at place p are
// the words ords[from[p]:from[p+1]]; where no record has several, from is empty
// and its word ords[p], none if it has no value.
type facet struct {
	from, ords []uint32
	totals     []uint32 // of all records, by value
	words      []uint8  // all words in a row
	ends       []uint32 // where each ends
	// sets are the places of each value, one bitset behind the other, where
	// there are few values; else nil.
	sets bitset
}

// maxSets is up to how many values of a facet have sets of their own: they
// then take up no more than two lists of the values.
const maxSets = 64

// pair is a value that a record has.
type pair struct{ place, ord uint32 }

func newFacet(pairs []pair, records int, words []uint8, ends []uint32) *facet {
	slices.SortFunc(pairs, func(a, b pair) int { return cmp.Or(cmp.Compare(a.place, b.place), cmp.Compare(a.ord, b.ord)) })
	col := &facet{words: words, ends: ends, totals: make([]uint32, len(ends))}
	several := false
	for i, p := range pairs {
		several = several || i > 0 && p.place == pairs[i-1].place
		col.totals[p.ord]++
	}
	if len(ends) <= maxSets {
		stride := (records + 63) / 64
		col.sets = make(bitset, stride*len(ends))
		for _, p := range pairs {
			col.sets[int(p.ord)*stride:].add(p.place)
		}
	}
	if !several {
		col.ords = slices.Repeat([]uint32{none}, records)
		for _, p := range pairs {
			col.ords[p.place] = p.ord
		}
		return col
	}
	col.from = make([]uint32, records+1)
	for _, p := range pairs {
		col.ords = append(col.ords, p.ord)
		col.from[p.place+1]++
	}
	for p := range records {
		col.from[p+1] += col.from[p]
	}
	return col
}

func (f *facet) len() int { return len(f.ends) }

func (f *facet) word(ord int) string {
	start := uint32(0)
	if ord > 0 {
		start = f.ends[ord-1]
	}
	return string(f.words[start:f.ends[ord]])
}

// count returns, for each value, how many of the records at the places have
// it, n records of so many. Of few values the sets are compared where that is
// less work; where most records have been found, those that have not are
// counted.
func (f *facet) count(found bitset, n, records int) []uint32 {
	out := make([]uint32, f.len())
	switch {
	case len(f.sets) > 0 && len(f.sets) <= 4*min(n, records-n):
		for i, all := range f.totals {
			if all > 0 {
				out[i] = uint32(common(f.sets[i*len(found):], found))
			}
		}
	case 2*n <= records:
		f.tally(found, out)
	default:
		rest := append(bitset(nil), found...)
		rest.invert(records)
		f.tally(rest, out)
		for i, all := range f.totals {
			out[i] = all - out[i]
		}
	}
	return out
}

// common is how many are both in a and in b; a may be longer.
func common(a, b bitset) int {
	a = a[:len(b)]
	n := 0
	for i, w := range b {
		n += bits.OnesCount64(w & a[i])
	}
	return n
}

func (f *facet) tally(places bitset, out []uint32) {
	from, ords := f.from, f.ords
	for i, w := range places {
		for ; w != 0; w &= w - 1 {
			p := i<<6 | bits.TrailingZeros64(w)
			if len(from) == 0 {
				if o := ords[p]; o != none {
					out[o]++
				}
				continue
			}
			for _, o := range ords[from[p]:from[p+1]] {
				out[o]++
			}
		}
	}
}
