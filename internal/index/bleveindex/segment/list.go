package segment

import (
	"encoding/binary"
	"math/bits"
	"slices"

	"github.com/RoaringBitmap/roaring/v2"
)

// blockSize is how many records of a list are read at a time.
const blockSize = 128

// skipSize is the length of what tells of a block, but for the last one: its
// last record, and where the next one begins in either stream.
const skipSize = 12

// A listWriter makes the list of the records that hold a word: their number,
// the length of the skips and of the stream of records if there is more than
// one block or a stream of places, the skips, the stream of records (difference
// to the one before, with how often the word stands there) and that of places
// (differences within a record).
type listWriter struct {
	counts, places bool

	n              int
	last           uint32
	skips, records []byte
	where          []byte
	previous       uint32 // the place before in this record
}

// record begins the record n, in which the word stands count times.
func (l *listWriter) record(n uint32, count int) {
	if l.n > 0 && l.n%blockSize == 0 {
		l.skips = binary.LittleEndian.AppendUint32(l.skips, l.last)
		l.skips = binary.LittleEndian.AppendUint32(l.skips, uint32(len(l.records)))
		l.skips = binary.LittleEndian.AppendUint32(l.skips, uint32(len(l.where)))
	}
	d := uint64(n - l.last)
	switch {
	case !l.counts:
		l.records = binary.AppendUvarint(l.records, d)
	case count == 1:
		l.records = binary.AppendUvarint(l.records, d<<1|1)
	default:
		l.records = binary.AppendUvarint(l.records, d<<1)
		l.records = binary.AppendUvarint(l.records, uint64(count))
	}
	l.n++
	l.last, l.previous = n, 0
}

// place adds a place in the record begun last; places ascend.
func (l *listWriter) place(p uint32) {
	l.where = binary.AppendUvarint(l.where, uint64(p-l.previous))
	l.previous = p
}

// take returns the list, valid until the next, and begins another.
func (l *listWriter) take(out []byte) []byte {
	out = binary.AppendUvarint(out[:0], uint64(l.n))
	if l.n > blockSize || l.places {
		out = binary.AppendUvarint(out, uint64(len(l.records)))
	}
	out = append(out, l.skips...)
	out = append(out, l.records...)
	out = append(out, l.where...)
	l.n, l.last = 0, 0
	l.skips, l.records, l.where = l.skips[:0], l.records[:0], l.where[:0]
	return out
}

// Postings are the list of the records that hold a word, as it lies in the
// segment.
type Postings struct {
	b              []byte
	counts, places bool
}

// List returns an iterator over the records, but for deleted ones.
func (p Postings) List(deleted *roaring.Bitmap) *Iterator {
	it := &Iterator{list: parseList(p.b, p.counts, p.places), deleted: deleted}
	if !p.counts {
		for i := range it.freqs {
			it.freqs[i] = 1
		}
	}
	return it
}

// Docs is the number of records, but for deleted ones.
func (p Postings) Docs(deleted *roaring.Bitmap) int {
	n, _ := uvarint(p.b)
	if deleted == nil {
		return int(n)
	}
	live := 0
	for it := p.List(deleted); it.Next() != None; live++ {
	}
	return live
}

// An Iterator walks a list of records upwards. It is for one goroutine.
type Iterator struct {
	list
	deleted *roaring.Bitmap

	docs, freqs [blockSize]uint32
	n, i        int // records of the block, and where it stands
	block       int
	at          uint32
	begun       bool

	where  []byte // places from those of the record whereOf of the block on
	whereI int
}

// A list is where the parts of a list lie.
type list struct {
	counts, places  bool
	total           int
	skips           []byte
	records, wheres []byte
}

func parseList(b []byte, counts, places bool) list {
	l := list{counts: counts, places: places}
	n, k := uvarint(b)
	if n == 0 || n >= None {
		panic(errDamaged)
	}
	b = b[k:]
	l.total = int(n)
	size := len(b)
	if l.total > blockSize || places {
		s, k := uvarint(b)
		b = b[k:]
		size = int(s)
	}
	if l.total > blockSize {
		k := (l.total - 1) / blockSize * skipSize
		l.skips, b = b[:k], b[k:]
		if !places {
			size = len(b)
		}
	}
	l.records, l.wheres = b[:size], b[size:]
	return l
}

// Total is the number of records in the list, deleted ones too.
func (it *Iterator) Total() int { return it.total }

// load reads a block.
func (it *Iterator) load(block int) {
	it.block, it.i = block, 0
	it.n = min(blockSize, it.total-block*blockSize)
	it.where, it.whereI = it.wheres, 0
	if block > 0 {
		it.where = it.wheres[binary.LittleEndian.Uint32(it.skips[(block-1)*skipSize+8:]):]
	}
	it.read(block, it.docs[:it.n], it.freqs[:it.n], 0)
}

// read reads the numbers of a block, with first added, and the counts, where
// they are kept.
func (it *Iterator) read(block int, docs, freqs []uint32, first uint32) {
	from, last := uint32(0), uint32(0)
	if block > 0 {
		s := it.skips[(block-1)*skipSize:]
		last, from = binary.LittleEndian.Uint32(s), binary.LittleEndian.Uint32(s[4:])
	}
	if !it.counts {
		readPlain(it.records[from:], docs, last+first)
		return
	}
	if block > 0 && block*skipSize < len(it.skips) { // the first difference of all may be 0
		s := it.skips[block*skipSize:]
		if binary.LittleEndian.Uint32(s) == last+blockSize && binary.LittleEndian.Uint32(s[4:]) == from+blockSize {
			for i := range docs { // one after the other, and the word once in each: a byte for each record
				docs[i], freqs[i] = last+first+1+uint32(i), 1
			}
			return
		}
	}
	readCounted(it.records[from:], docs, freqs, last+first)
}

func readPlain(b []byte, docs []uint32, last uint32) {
	at := 0
	for i := range docs {
		v := uint64(b[at])
		if at++; v >= 0x80 {
			var k int
			v, k = binary.Uvarint(b[at-1:])
			at += k - 1
		}
		last += uint32(v)
		docs[i] = last
	}
}

func readCounted(b []byte, docs, freqs []uint32, last uint32) {
	at := 0
	for i := range docs {
		v := uint64(b[at])
		if at++; v >= 0x80 {
			var k int
			v, k = binary.Uvarint(b[at-1:])
			at += k - 1
		}
		last += uint32(v >> 1)
		docs[i] = last
		if v&1 == 1 {
			freqs[i] = 1
			continue
		}
		f := uint64(b[at])
		if at++; f >= 0x80 {
			var k int
			f, k = binary.Uvarint(b[at-1:])
			at += k - 1
		}
		freqs[i] = uint32(f)
	}
}

// Next moves to the next record and returns its number, None at the end.
func (it *Iterator) Next() uint32 {
	for {
		switch {
		case it.i+1 < it.n:
			it.i++
		case !it.begun:
			it.begun = true
			it.load(0)
		case (it.block+1)*blockSize < it.total:
			it.load(it.block + 1)
		default:
			it.i, it.at = it.n, None
			return None
		}
		if it.at = it.docs[it.i]; it.deleted == nil || !it.deleted.Contains(it.at) {
			return it.at
		}
	}
}

// Batch moves on over at most as many records as there is room for and gives
// their numbers, with first added, and counts; 0 at the end. It must not be
// mixed with Next and Seek.
func (it *Iterator) Batch(numbers, counts *[blockSize]uint32, first uint32) int {
	for {
		block := it.block
		if it.begun {
			block++
		}
		if block*blockSize >= it.total {
			return 0
		}
		it.begun, it.block = true, block
		n := min(blockSize, it.total-block*blockSize)
		it.read(block, numbers[:n], counts[:n], first)
		if !it.counts {
			copy(counts[:n], it.freqs[:]) // all 1
		}
		if it.deleted != nil {
			n = it.live(numbers[:n], counts, first)
		}
		if n > 0 {
			return n
		}
	}
}

// live leaves those that are not deleted among numbers and their counts, and
// returns how many they are.
func (it *Iterator) live(numbers []uint32, counts *[blockSize]uint32, first uint32) int {
	n := 0
	for i, d := range numbers {
		if !it.deleted.Contains(d - first) {
			numbers[n], counts[n] = d, counts[i]
			n++
		}
	}
	return n
}

// Seek moves to the first record at or after n, unless it is there already.
func (it *Iterator) Seek(n uint32) uint32 {
	if it.begun && (it.at >= n || it.i >= it.n) {
		return it.at
	}
	if !it.reach(n) {
		return None
	}
	it.i = searchFrom(it.docs[:it.n], it.i, n)
	if it.at = it.docs[it.i]; it.deleted != nil && it.deleted.Contains(it.at) {
		return it.Next()
	}
	return it.at
}

// reach loads the first block that does not end before n, unless it is there
// already. It reports whether there is one.
func (it *Iterator) reach(n uint32) bool {
	from := 0
	if it.begun {
		if it.i < it.n && it.docs[it.n-1] >= n {
			return true
		}
		from = it.block + 1
	}
	to := (it.total - 1) / blockSize
	for from < to { // the first block whose last record is not before n
		if m := (from + to) / 2; binary.LittleEndian.Uint32(it.skips[m*skipSize:]) < n {
			from = m + 1
		} else {
			to = m
		}
	}
	if it.begun = true; from*blockSize < it.total {
		if it.load(from); it.docs[it.n-1] >= n {
			return true
		}
	}
	it.i, it.at = it.n, None
	return false
}

// Meet adds to counts how often the word stands in each of the records numbers,
// which ascend and have first added. It must not be mixed with Next, Seek and
// Batch, and passes no deleted ones over.
func (it *Iterator) Meet(numbers, counts []uint32, first uint32) {
	for k, n := range numbers {
		if n -= first; !it.reach(n) {
			return
		}
		if it.i = searchFrom(it.docs[:it.n], it.i, n); it.docs[it.i] == n {
			counts[k] += it.freqs[it.i]
		}
	}
}

// searchFrom is the place of the first of docs from i on that is not before n.
// It is most often near.
func searchFrom(docs []uint32, i int, n uint32) int {
	for end := min(i+8, len(docs)); i < end; i++ {
		if docs[i] >= n {
			return i
		}
	}
	rest, _ := slices.BinarySearch(docs[i:], n)
	return i + rest
}

// At is the number of the record where it stands.
func (it *Iterator) At() uint32 { return it.at }

// Count is how often the word stands in the record, 1 where that is not kept.
func (it *Iterator) Count() int {
	return int(it.freqs[it.i])
}

// raw returns the places in the record as they are stored.
func (it *Iterator) raw() []byte {
	for ; it.whereI < it.i; it.whereI++ {
		it.where = it.where[varints(it.where, int(it.freqs[it.whereI])):]
	}
	return it.where[:varints(it.where, int(it.freqs[it.i]))]
}

// varints is the length of the first n varints in b.
func varints(b []byte, n int) int {
	at := 0
	for n >= 8 && at+8 <= len(b) {
		ends := ^binary.LittleEndian.Uint64(b[at:]) & 0x8080808080808080
		n -= bits.OnesCount64(ends)
		at += 8
	}
	for ; n > 0; at++ {
		if b[at] < 0x80 {
			n--
		}
	}
	return at
}

// Places appends to out the places in the record where the word stands,
// counted in words from 1, ascending.
func (it *Iterator) Places(out []uint32) []uint32 {
	if !it.places {
		return out
	}
	b, p := it.raw(), uint32(0)
	for len(b) > 0 {
		p += uint32(take(&b))
		out = append(out, p)
	}
	return out
}
