package bleveindex

import (
	"math"
	"math/bits"
)

// A bitset is a set of places among the records of a kind.
type bitset []uint64

func newBitset(n int) bitset { return make(bitset, (n+63)/64) }

func (b bitset) add(p uint32)      { b[p>>6] |= 1 << (p & 63) }
func (b bitset) has(p uint32) bool { return b[p>>6]>>(p&63)&1 != 0 }

func (b bitset) len() int {
	n := 0
	for _, w := range b {
		n += bits.OnesCount64(w)
	}
	return n
}

// addAll adds places that ascend, those of one word together.
func (b bitset) addAll(places []uint32) {
	if len(places) == 0 {
		return
	}
	if first, last := places[0], places[len(places)-1]; int(last-first) == len(places)-1 {
		b.addRange(first, last)
		return
	}
	at, word := places[0]>>6, uint64(0)
	for _, p := range places {
		if p>>6 != at {
			b[at] |= word
			at, word = p>>6, 0
		}
		word |= 1 << (p & 63)
	}
	b[at] |= word
}

// addRange adds the places from first up to and including last.
func (b bitset) addRange(first, last uint32) {
	from, to := ^uint64(0)<<(first&63), ^uint64(0)>>(63-last&63)
	if first>>6 == last>>6 {
		b[first>>6] |= from & to
		return
	}
	b[first>>6] |= from
	for i := first>>6 + 1; i < last>>6; i++ {
		b[i] = ^uint64(0)
	}
	b[last>>6] |= to
}

// next is the first in b that is not before p, none if there is no such.
func (b bitset) next(p uint32) uint32 {
	i := int(p >> 6)
	if i >= len(b) {
		return none
	}
	w := b[i] >> (p & 63) << (p & 63)
	for w == 0 {
		if i++; i == len(b) {
			return none
		}
		w = b[i]
	}
	return uint32(i<<6 | bits.TrailingZeros64(w))
}

// all are those in b, in order.
func (b bitset) all() []uint32 {
	var out []uint32
	for p := b.next(0); p != none; p = b.next(p + 1) {
		out = append(out, p)
	}
	return out
}

// join adds what is in other.
func (b bitset) join(other bitset) {
	for i, w := range other {
		b[i] |= w
	}
}

// narrow leaves what is in other, too.
func (b bitset) narrow(other bitset) {
	for i, w := range other {
		b[i] &= w
	}
}

// invert makes b what was not in it, of n places.
func (b bitset) invert(n int) {
	for i := range b {
		b[i] = ^b[i]
	}
	if n%64 != 0 {
		b[len(b)-1] &= 1<<(n%64) - 1
	}
}

// ends are the bounds of a range whose ends are left out or not.
func ends(from, to float64, over, under bool) (float64, float64) {
	if over {
		from = math.Nextafter(from, math.Inf(1))
	}
	if under {
		to = math.Nextafter(to, math.Inf(-1))
	}
	return from, to
}
