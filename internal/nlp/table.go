package nlp

const (
	hashSeed  uint64 = 0xcbf29ce484222325
	hashPrime uint64 = 0x100000001b3
)

// hashWord is FNV-1a with its bits mixed at the end.
func hashWord(b []byte) uint64 {
	h := hashSeed
	for _, c := range b {
		h = (h ^ uint64(c)) * hashPrime
	}
	return h ^ h>>32
}

// hashString is hashWord of a string.
func hashString(s string) uint64 {
	h := hashSeed
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * hashPrime
	}
	return h ^ h>>32
}

// A table maps hashes of 64 bits, taken for what was hashed, to values: open
// addressing in a power of two, never more than half full. Key 0 is not used.
type table[V any] struct {
	keys []uint64
	vals []V
	n    int
}

// init makes room for size/2 values; size is a power of two.
func (t *table[V]) init(size int) {
	t.keys, t.vals, t.n = make([]uint64, size), make([]V, size), 0
}

// reset empties the table and makes room for about n values.
func (t *table[V]) reset(n int) {
	if size := max(16, len(t.keys)); t.keys == nil || size < n/4 {
		for size < n/2 {
			size *= 2
		}
		t.init(size)
		return
	}
	clear(t.keys)
	clear(t.vals)
	t.n = 0
}

// find returns the value of key, nil if there is none.
func (t *table[V]) find(key uint64) *V {
	mask := uint64(len(t.keys) - 1)
	for i := key & mask; ; i = (i + 1) & mask {
		switch t.keys[i] {
		case key:
			return &t.vals[i]
		case 0:
			return nil
		}
	}
}

// at returns the value of key, or a zero one.
func (t *table[V]) at(key uint64) *V {
	if v := t.find(key); v != nil {
		return v
	}
	return new(V)
}

// put returns the value of key, made if need be; it is valid until the next put.
func (t *table[V]) put(key uint64) *V {
	if 2*(t.n+1) > len(t.keys) {
		t.grow()
	}
	mask := uint64(len(t.keys) - 1)
	i := key & mask
	for t.keys[i] != 0 && t.keys[i] != key {
		i = (i + 1) & mask
	}
	if t.keys[i] == 0 {
		t.keys[i] = key
		t.n++
	}
	return &t.vals[i]
}

func (t *table[V]) grow() {
	old := *t
	t.init(max(16, 2*len(old.keys)))
	for i, k := range old.keys {
		if k != 0 {
			*t.put(k) = old.vals[i]
		}
	}
}

// each calls f with every value.
func (t *table[V]) each(f func(*V)) {
	for i, k := range t.keys {
		if k != 0 {
			f(&t.vals[i])
		}
	}
}

// suffixKey packs up to three bytes with their number; never 0.
func suffixKey(b []byte) uint64 {
	k := uint64(len(b)) + 1
	for _, c := range b[:min(len(b), 3)] {
		k = k<<8 | uint64(c)
	}
	return k*0x9e3779b97f4a7c15>>3 | 1<<62
}

// pairKey joins a class and a word's hash.
func pairKey(class int32, word uint64) uint64 {
	return (word + uint64(class)*0x9e3779b97f4a7c15) | 1
}
