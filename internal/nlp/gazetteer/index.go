package gazetteer

// A layer is a set of entries with an index of their names: the embedded data,
// or the lines of a user. It is read-only once it is built.
type layer struct {
	entries []Entry
	aliases []alias
	names   table // hash of a name, or of its beginning → first alias
	user    bool
}

// An alias is one listed name. Aliases whose names hash alike form a chain
// through next.
type alias struct {
	text  string
	entry int32
	next  int32 // 1 + index; 0 ends the chain
	kind  AliasKind
	weak  bool
}

// A table maps hashes of 64 bits to values, by open addressing. Names are not
// compared again: of a million names, two would hash alike with a probability
// below one in ten million.
type table struct {
	keys []uint64
	vals []uint32
	used int
}

func newTable(n int) table {
	size := 16
	for size*3 < n*4 {
		size *= 2
	}
	return table{keys: make([]uint64, size), vals: make([]uint32, size)}
}

// slot is where the value of key h stands or would stand.
func (t *table) slot(h uint64) int {
	if h == 0 {
		h = 1
	}
	mask := uint64(len(t.keys) - 1)
	i := h & mask
	for t.keys[i] != 0 && t.keys[i] != h {
		i = (i + 1) & mask
	}
	return int(i)
}

// get is the value of h, 0 where there is none.
func (t *table) get(h uint64) uint32 {
	if len(t.keys) == 0 {
		return 0
	}
	return t.vals[t.slot(h)]
}

// at is the place of the value of h, which it adds if need be.
func (t *table) at(h uint64) *uint32 {
	if (t.used+1)*4 > len(t.keys)*3 {
		t.grow()
	}
	i := t.slot(h)
	if t.keys[i] == 0 {
		if h == 0 {
			h = 1
		}
		t.keys[i] = h
		t.used++
	}
	return &t.vals[i]
}

func (t *table) grow() {
	old := *t
	size := max(16, 2*len(old.keys))
	*t = table{keys: make([]uint64, size), vals: make([]uint32, size), used: old.used}
	for i, h := range old.keys {
		if h != 0 {
			j := t.slot(h)
			t.keys[j], t.vals[j] = h, old.vals[i]
		}
	}
}

// In the values of a layer's table bit 0 says that longer names begin with this
// one; the rest is 1 + the index of an alias, or 0.
const longer = 1

// add indexes the alias at position n of l.aliases. Aliases added later come
// first in their chain.
func (l *layer) add(n int) {
	a := &l.aliases[n]
	h := uint64(0)
	for i := 0; ; {
		at, ok := nextAtom(a.text, i)
		if at.broken || !ok && i == 0 {
			return
		}
		if !ok {
			break
		}
		if i > 0 {
			*l.names.at(h) |= longer
		}
		h, i = join(h, at.hash), at.end
	}
	v := l.names.at(h)
	a.next = int32(*v >> 1)
	*v = uint32(n+1)<<1 | *v&longer
}
