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

// meeting is the set of the places from first up to last whose ranges, from
// low to high, meet the one from from to to.
func meeting(low, high column, from, to float64, first, last uint32) bitset {
	out := newBitset(low.len())
	if len(low.narrow) > 0 && len(high.narrow) > 0 {
		meetingIn(out, low.narrow, high.narrow, from, to, first, last)
		return out
	}
	if len(low.wide) > 0 && len(high.wide) > 0 {
		meetingIn(out, low.wide, high.wide, from, to, first, last)
		return out
	}
	for p := first; p < last; p++ {
		if high.at(p) >= from && low.at(p) <= to {
			out.add(p)
		}
	}
	return out
}

func meetingIn[T float32 | float64](out bitset, low, high []T, from, to float64, first, last uint32) {
	for p := first; p < last; {
		w, end := p>>6, min(last, p&^63+64)
		x := uint64(0)
		for l, h := low[p:end], high[p:end]; len(l) > 0 && len(h) > 0; l, h = l[1:], h[1:] {
			// no branch: which way it goes cannot be foreseen
			x |= (one(float64(h[0]) >= from) & one(float64(l[0]) <= to)) << (p & 63)
			p++
		}
		out[w] |= x
	}
}

func one(b bool) uint64 {
	if b {
		return 1
	}
	return 0
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

// count returns, for each value, how many of the records at the places have
// it. Where most have been found, those that have not are counted.
func (f *facet) count(found bitset, n, records int) []uint32 {
	out := make([]uint32, f.len())
	if len(f.totals) != len(out) || 2*n <= records {
		f.tally(found, out)
		return out
	}
	rest := append(bitset(nil), found...)
	rest.invert(records)
	f.tally(rest, out)
	for i, all := range f.totals {
		out[i] = all - out[i]
	}
	return out
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

// sum sets the totals.
func (f *facet) sum() {
	f.totals = make([]uint32, f.len())
	for _, o := range f.ords {
		if o != none {
			f.totals[o]++
		}
	}
}
