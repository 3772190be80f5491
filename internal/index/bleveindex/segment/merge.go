package segment

import (
	"bufio"
	"cmp"
	"errors"
	"os"
	"slices"
	"strings"

	"github.com/RoaringBitmap/roaring/v2"
	segmentapi "github.com/blevesearch/scorch_segment_api/v2"
)

// A part is a segment that is merged.
type part struct {
	*Segment
	dropped *roaring.Bitmap // nil: none
	number  []uint32        // of its records in the new segment; None: dropped
}

// merge writes the records of the parts that are not dropped, in the order of
// the parts, to the file path. It gives up with an error when stop is closed.
func merge(parts []part, path string, stop <-chan struct{}) (size int64, err error) {
	total := uint32(0)
	for i := range parts {
		parts[i].number = make([]uint32, parts[i].foot.Records)
		for n := range parts[i].number {
			parts[i].number[n] = None
			if parts[i].dropped == nil || !parts[i].dropped.Contains(uint32(n)) {
				parts[i].number[n] = total
				total++
			}
		}
	}
	err = writeFile(path, func(f *os.File) error {
		buffer := bufio.NewWriterSize(f, 1<<18)
		m := &merger{w: newWriter(buffer), parts: parts, stop: stop}
		m.w.Records = int(total)
		if err := m.write(); err != nil {
			return err
		}
		size = m.w.at
		return buffer.Flush()
	})
	return size, err
}

type merger struct {
	w     *writer
	parts []part
	stop  <-chan struct{}
	ids   []byte
}

func (m *merger) stopped() bool {
	select {
	case <-m.stop:
		return true
	default:
		return m.w.err != nil
	}
}

func (m *merger) write() error {
	m.ids = make([]byte, 4*m.w.Records)
	fields, numbers := map[string]*Field{}, map[string]bool{}
	for _, p := range m.parts {
		for name, f := range p.fields {
			fields[name] = f
		}
		for _, v := range p.foot.Numbers {
			numbers[v.Name] = true
		}
	}
	for _, name := range sortedNames(fields) {
		m.w.Fields = append(m.w.Fields, m.field(name, fields[name]))
		if m.stopped() {
			return errors.Join(m.w.err, segmentapi.ErrClosed)
		}
	}
	m.w.IDs = m.w.put(m.ids)
	for _, name := range sortedNames(numbers) {
		m.w.Numbers = append(m.w.Numbers, valueFooter{name, m.values(name)})
	}
	m.w.Marks = m.marks()
	var err error
	if m.w.Cards, err = m.stored(func(s *Segment) *stored { return &s.cards }); err != nil {
		return err
	}
	if m.w.Bodies, err = m.stored(func(s *Segment) *stored { return &s.bodies }); err != nil {
		return err
	}
	return m.w.finish()
}

// from is the words of one part.
type from struct {
	*Cursor
	part int
}

// field merges the words of the field name.
func (m *merger) field(name string, like *Field) fieldFooter {
	out := fieldFooter{Name: name, Counts: like.counts, Places: like.places}
	var waiting []from
	for i, p := range m.parts {
		if f := p.fields[name]; f != nil && f.words > 0 {
			waiting = append(waiting, from{f.From(""), i})
		}
	}
	l := &listWriter{counts: like.counts, places: like.places}
	var d dictWriter
	var b []byte
	var word []byte
	begin := m.w.at
	for count := 0; len(waiting) > 0; count++ {
		word = append(word[:0], least(waiting)...)
		stem := ""
		for i := 0; i < len(waiting); i++ {
			c := &waiting[i]
			if string(c.word) != string(word) {
				continue
			}
			if c.stems {
				stem = string(c.Stem())
			}
			m.list(l, c)
			if c.Next(); !c.Valid() {
				waiting = slices.Delete(waiting, i, i+1)
				i--
			}
		}
		if l.n == 0 { // all of its records are dropped
			continue
		}
		if name == idField {
			putOrd(m.ids, int(l.last), d.n)
		}
		b = l.take(b)
		m.w.put(b)
		d.add(word, stem, len(b))
		if count%4096 == 0 && m.stopped() {
			break
		}
	}
	out.Lists = span{begin, m.w.at}
	d.write(m.w, &out)
	return out
}

func least(waiting []from) []byte {
	w := waiting[0].word
	for _, c := range waiting[1:] {
		if string(c.word) < string(w) {
			w = c.word
		}
	}
	return w
}

// list appends the records that hold the word at c, as they are now numbered.
func (m *merger) list(l *listWriter, c *from) {
	p := &m.parts[c.part]
	it := c.List(p.dropped)
	for n := it.Next(); n != None; n = it.Next() {
		l.record(p.number[n], it.Count())
		if l.places {
			l.where = append(l.where, it.raw()...)
		}
	}
}

func (m *merger) values(name string) span {
	var w valueWriter
	for _, p := range m.parts {
		p.Values(name, func(n uint32, v float64) {
			if at := p.number[n]; at != None {
				w.add(at, v)
			}
		})
	}
	return m.w.put(w.b)
}

func (m *merger) marks() span {
	var w markWriter
	for _, p := range m.parts {
		p.Signatures(func(n uint32, text []byte) {
			if at := p.number[n]; at != None {
				w.add(at, text)
			}
		})
	}
	return m.w.put(w.b)
}

// stored copies compressed blocks as they are where none of their records is
// dropped and they are not too small.
func (m *merger) stored(of func(*Segment) *stored) (storedFooter, error) {
	w := newStoredWriter(m.w)
	for _, p := range m.parts {
		s := of(p.Segment)
		for block := range s.len() {
			first, end := s.first(block), uint32(len(p.number))
			if block+1 < s.len() {
				end = s.first(block + 1)
			}
			packed := s.packed(block)
			if len(packed) >= storedBlock/8 && p.kept(first, end) {
				w.flush()
				w.block(p.number[first], packed)
				continue
			}
			err := s.visit(block, func(n uint32, blob []byte) bool {
				if at := p.number[n]; at != None {
					w.add(at, blob)
				}
				return true
			})
			if err != nil {
				return storedFooter{}, err
			}
		}
	}
	return w.finish(), m.w.err
}

// kept reports whether no record from first up to end is dropped.
func (p *part) kept(first, end uint32) bool {
	if p.dropped == nil {
		return true
	}
	before := uint64(0)
	if first > 0 {
		before = p.dropped.Rank(first - 1)
	}
	return p.dropped.Rank(end-1) == before
}

// Ranks calls f with all ids of some segments, ascending, each with the number
// of its segment among them and that of its record there.
func Ranks(segments []*Segment, f func(id []byte, segment int, n uint32)) {
	var waiting []from
	for i, s := range segments {
		if c := s.idWords().From(""); c.Valid() {
			waiting = append(waiting, from{c, i})
		}
	}
	for len(waiting) > 0 {
		i := 0
		for k := range waiting {
			if cmp.Or(strings.Compare(string(waiting[k].word), string(waiting[i].word)), k-i) < 0 {
				i = k
			}
		}
		c := &waiting[i]
		f(c.word, c.part, c.List(nil).Next())
		if c.Next(); !c.Valid() {
			waiting = slices.Delete(waiting, i, i+1)
		}
	}
}

func newNumbers(p *part) []uint64 {
	out := make([]uint64, len(p.number))
	for i, n := range p.number {
		if out[i] = uint64(n); n == None {
			out[i] = docDropped
		}
	}
	return out
}

// docDropped is what scorch knows a dropped record by.
const docDropped = 1<<64 - 1
