package bleveindex

import (
	"math/bits"
	"slices"
)

// A sliced column answers which places hold a value below another for 64 of
// them at a time. Each value is known by its place in the order of all values,
// and of these numbers the bits lie in words of their own (O'Neil and Quass
// 1997).
type sliced struct {
	values []float64 // all that there are, ascending
	// words are, for each 64 places, which of them have a value, and then the
	// bits from the highest down.
	words []uint64
}

func newSliced(c column) *sliced {
	s := &sliced{}
	for p := range uint32(c.len()) {
		if v := c.at(p); v == v {
			s.values = append(s.values, v)
		}
	}
	slices.Sort(s.values)
	s.values = slices.Clone(slices.Compact(s.values))
	stride := s.stride()
	s.words = make([]uint64, (c.len()+63)/64*stride)
	for p := range uint32(c.len()) {
		v := c.at(p)
		if v != v {
			continue
		}
		n, _ := slices.BinarySearch(s.values, v)
		of, bit := s.words[int(p>>6)*stride:][:stride], uint64(1)<<(p&63)
		of[0] |= bit
		for i := range of[1:] {
			if n>>(stride-2-i)&1 != 0 {
				of[1+i] |= bit
			}
		}
	}
	return s
}

// stride is how many words there are for 64 places.
func (s *sliced) stride() int { return 1 + bits.Len(uint(max(0, len(s.values)-1))) }

// meeting is the set of the places from first up to last whose ranges, from
// low to high, meet the one from from to to.
func meeting(low, high *sliced, from, to float64, first, last uint32) bitset {
	out := newBitset(len(low.words) / low.stride() * 64)
	after, _ := slices.BinarySearch(high.values, from)
	before, equal := slices.BinarySearch(low.values, to)
	if equal {
		before++
	}
	if first >= last || after == len(high.values) || before == 0 {
		return out
	}
	for w := first >> 6; w <= (last-1)>>6; w++ {
		out[w] = low.below(w, before) &^ high.below(w, after) & high.words[int(w)*high.stride()]
	}
	out[first>>6] &= ^uint64(0) << (first & 63)
	if last&63 != 0 {
		out[last>>6] &= 1<<(last&63) - 1
	}
	return out
}

// below are those of 64 places whose value has a number below n.
func (s *sliced) below(w uint32, n int) uint64 {
	stride := s.stride()
	of := s.words[int(w)*stride:][:stride]
	if n >= len(s.values) {
		return of[0]
	}
	less, equal := uint64(0), of[0]
	n <<= 65 - stride // its highest bit to the top
	for _, b := range of[1:] {
		one := uint64(n >> 63) // all ones or none
		less |= equal &^ b & one
		equal &= b ^ ^one
		n <<= 1
	}
	return less
}
