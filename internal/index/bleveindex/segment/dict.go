package segment

import (
	"encoding/binary"
	"slices"
	"sort"
	"strings"

	"github.com/RoaringBitmap/roaring/v2"
)

// dictBlock is how many words stand in a block of a dictionary; the first of
// each is written out, the others as what differs from the one before.
const dictBlock = 16

// headSize is the length of what tells of a block: where it begins, and where
// the lists of its words do.
const headSize = 12

// A dictWriter makes the dictionary of a field: words in order, each with its
// stem, where it has another, and the length of its list.
type dictWriter struct {
	n           int
	dict, heads []byte
	previous    []byte
	lists       uint64
	stemmed     []stemmed
}

// stemmed is a word with a stem other than itself.
type stemmed struct {
	stem string
	ord  uint32
}

// add appends word, with a list of so many bytes. stem is "" if it is the word.
func (d *dictWriter) add(word []byte, stem string, length int) {
	shared := 0
	if d.n%dictBlock == 0 {
		d.heads = binary.LittleEndian.AppendUint32(d.heads, uint32(len(d.dict)))
		d.heads = binary.LittleEndian.AppendUint64(d.heads, d.lists)
	} else {
		shared = commonPrefix(d.previous, word)
		d.dict = binary.AppendUvarint(d.dict, uint64(shared))
	}
	d.dict = binary.AppendUvarint(d.dict, uint64(len(word)-shared))
	d.dict = append(d.dict, word[shared:]...)
	d.previous = append(d.previous[:0], word...)
	cut, end := 0, ""
	if stem != "" {
		k := commonPrefix(word, []byte(stem))
		cut, end = len(word)-k, stem[k:]
		d.stemmed = append(d.stemmed, stemmed{stem, uint32(d.n)})
	}
	// In one number: the length of the list, and whether there is a stem.
	if stem == "" {
		d.dict = binary.AppendUvarint(d.dict, uint64(length)<<1)
	} else {
		d.dict = binary.AppendUvarint(d.dict, uint64(length)<<1|1)
		d.dict = binary.AppendUvarint(d.dict, uint64(cut))
		d.dict = binary.AppendUvarint(d.dict, uint64(len(end)))
		d.dict = append(d.dict, end...)
	}
	d.lists += uint64(length)
	d.n++
}

// write puts the dictionary into w; f tells where.
func (d *dictWriter) write(w *writer, f *fieldFooter) {
	f.Words = d.n
	f.Dict, f.Heads = w.put(d.dict), w.put(d.heads)
	slices.SortStableFunc(d.stemmed, func(a, b stemmed) int { return strings.Compare(a.stem, b.stem) })
	b := make([]byte, 0, 4*len(d.stemmed))
	for _, s := range d.stemmed {
		b = binary.LittleEndian.AppendUint32(b, s.ord)
	}
	f.Stemmed = w.put(b)
}

func commonPrefix(a, b []byte) int {
	n := min(len(a), len(b))
	for i := range n {
		if a[i] != b[i] {
			return i
		}
	}
	return n
}

// A Field is the words of one field of a segment's records, with the lists of
// the records that hold them. It is read-only.
type Field struct {
	counts, places bool
	words          int
	dict, heads    []byte
	lists          []byte
	stemmed        []byte
}

// A Cursor stands at a word of a field.
type Cursor struct {
	f        *Field
	ord      int
	at       int // in the dictionary, behind the word
	word     []byte
	stems    bool   // the stem is not the word:
	cut      int    // so much of its end is cut off,
	end      []byte // and this is put there
	from, to uint64 // its list
}

// From returns a cursor at the first word that is not before word.
func (f *Field) From(word string) *Cursor {
	c := &Cursor{f: f}
	c.Seek(word)
	return c
}

// Seek moves to the first word that is not before word.
func (c *Cursor) Seek(word string) {
	lo, hi := 0, len(c.f.heads)/headSize
	for lo < hi { // the first block that begins behind word
		if m := (lo + hi) / 2; string(c.f.head(m)) <= word {
			lo = m + 1
		} else {
			hi = m
		}
	}
	for c.toBlock(max(0, lo-1)); c.Valid() && string(c.word) < word; {
		c.Next()
	}
}

// head is the first word of a block.
func (f *Field) head(block int) []byte {
	b := f.dict[binary.LittleEndian.Uint32(f.heads[block*headSize:]):]
	n, k := uvarint(b)
	return b[k : k+int(n)]
}

func (c *Cursor) toBlock(block int) {
	c.ord = block * dictBlock
	if c.ord < c.f.words {
		c.read()
	}
}

// toWord moves to the word at a place in the order.
func (c *Cursor) toWord(ord int) {
	for c.toBlock(ord / dictBlock); c.ord < ord && c.Valid(); {
		c.Next()
	}
}

// Valid reports whether there is a word where the cursor stands.
func (c *Cursor) Valid() bool { return c.ord < c.f.words }

// Next moves to the next word.
func (c *Cursor) Next() {
	if c.ord++; c.ord < c.f.words {
		c.read()
	}
}

// read reads the word at c.ord.
func (c *Cursor) read() {
	d, shared := c.f.dict, 0
	if c.ord%dictBlock == 0 {
		h := c.f.heads[c.ord/dictBlock*headSize:]
		c.at = int(binary.LittleEndian.Uint32(h))
		c.to = binary.LittleEndian.Uint64(h[4:])
	} else {
		shared = c.number()
	}
	n := c.number()
	c.word = append(c.word[:shared], d[c.at:c.at+n]...)
	c.at += n
	length := c.number()
	c.from, c.to = c.to, c.to+uint64(length>>1)
	if c.stems = length&1 == 1; c.stems {
		c.cut = c.number()
		n := c.number()
		c.end = d[c.at : c.at+n]
		c.at += n
	}
}

func (c *Cursor) number() int {
	if b := c.f.dict[c.at]; b < 0x80 {
		c.at++
		return int(b)
	}
	v, k := binary.Uvarint(c.f.dict[c.at:])
	if k <= 0 {
		panic(errDamaged)
	}
	c.at += k
	return int(v)
}

// Word is the word, valid until the cursor moves.
func (c *Cursor) Word() []byte { return c.word }

// Stem is the stem of the word, or nil if that is the word itself.
func (c *Cursor) Stem() []byte {
	if !c.stems {
		return nil
	}
	return append(slices.Clone(c.word[:len(c.word)-c.cut]), c.end...)
}

// Postings is the list of the records that hold the word.
func (c *Cursor) Postings() Postings {
	return Postings{c.f.lists[c.from:c.to], c.f.counts, c.f.places}
}

// List returns an iterator over the records that hold the word, but for
// deleted ones.
func (c *Cursor) List(deleted *roaring.Bitmap) *Iterator { return c.Postings().List(deleted) }

// Docs is the number of records that hold the word.
func (c *Cursor) Docs(deleted *roaring.Bitmap) int { return c.Postings().Docs(deleted) }

// Exactly returns a cursor at word, nil if no record holds it.
func (f *Field) Exactly(word string) *Cursor {
	if c := f.From(word); c.Valid() && string(c.word) == word {
		return c
	}
	return nil
}

// Stemmed returns cursors at the words that have that stem.
func (f *Field) Stemmed(stem string) []*Cursor {
	var out []*Cursor
	c := f.From(stem)
	if c.Valid() && !c.stems && string(c.word) == stem {
		out = append(out, c.clone())
	}
	for i := f.firstStem(c, stem); i < len(f.stemmed)/4 && f.stemAt(c, i) == stem; i++ {
		out = append(out, c.clone())
	}
	return out
}

// firstStem is the place of the first stem that is not before stem, among those
// that are not their words. c stands where stem would: words lie nearly in the
// order of their stems, so one begins there and looks farther and farther off.
func (f *Field) firstStem(c *Cursor, stem string) int {
	n, ord := len(f.stemmed)/4, c.ord
	before := func(i int) bool { return f.stemAt(c, i) < stem }
	lo, hi := 0, n
	guess := sort.Search(n, func(i int) bool { return f.stemOrd(i) >= ord })
	for i, step := guess, 1; lo <= i && i < hi; step *= 2 {
		if before(i) {
			lo, i = i+1, i+step
		} else {
			hi, i = i, i-step
		}
	}
	return lo + sort.Search(hi-lo, func(i int) bool { return !before(lo + i) })
}

func (f *Field) stemOrd(i int) int { return int(binary.LittleEndian.Uint32(f.stemmed[4*i:])) }

// stemAt moves c to the word with the stem at a place in their order.
func (f *Field) stemAt(c *Cursor, i int) string {
	c.toWord(f.stemOrd(i))
	return string(c.Stem())
}

func (c *Cursor) clone() *Cursor {
	found := *c
	found.word = slices.Clone(c.word)
	return &found
}
