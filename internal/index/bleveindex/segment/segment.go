package segment

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"sync/atomic"

	"github.com/RoaringBitmap/roaring/v2"
	"github.com/blevesearch/mmap-go"
	segmentapi "github.com/blevesearch/scorch_segment_api/v2"
	"github.com/cespare/xxhash/v2"
)

// errDamaged says that what a segment holds cannot be so. Lists and
// dictionaries panic with it: whoever reads them recovers.
var errDamaged = errors.New("a segment of the index is damaged")

// A Segment is a number of records that never changes, counted from 0. It is
// safe for concurrent use until it is closed.
type Segment struct {
	data   []byte
	path   string // "" as long as it lies in memory alone
	unmap  func() error
	refs   atomic.Int64
	foot   footer
	ids    []byte
	fields map[string]*Field
	cards  stored
	bodies stored
}

// Open maps the segment in the file path into memory.
func Open(path string) (*Segment, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	m, err := mmap.Map(f, mmap.RDONLY, 0)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, errDamaged) // it is empty
	}
	s, err := parse(m)
	if err != nil {
		return nil, errors.Join(fmt.Errorf("%s: %w", path, err), m.Unmap())
	}
	s.path, s.unmap = path, m.Unmap
	return s, nil
}

// Foreign reports whether the file path is a segment that another version of
// this package wrote.
func Foreign(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	end := make([]byte, len(magic))
	if _, err := f.Seek(-int64(len(end)), io.SeekEnd); err != nil {
		return false
	}
	_, err = io.ReadFull(f, end)
	return err == nil && string(end) != magic && string(end[:len(end)-1]) == magic[:len(magic)-1]
}

// parse reads the footer of a file.
func parse(data []byte) (*Segment, error) {
	s := &Segment{data: data, fields: map[string]*Field{}}
	s.refs.Store(1)
	end := len(data) - trailerSize
	if end < 0 || string(data[end+24:]) != magic {
		return nil, errDamaged
	}
	size := binary.LittleEndian.Uint64(data[end:])
	if size > uint64(end) {
		return nil, errDamaged
	}
	foot := data[end-int(size) : end]
	if xxhash.Sum64(foot) != binary.LittleEndian.Uint64(data[end+8:]) || json.Unmarshal(foot, &s.foot) != nil {
		return nil, errDamaged
	}
	whole := true
	part := func(p span) []byte {
		if p[0] < 0 || p[1] < p[0] || p[1] > int64(end) {
			whole = false
			return nil
		}
		return data[p[0]:p[1]:p[1]]
	}
	s.ids = part(s.foot.IDs)
	for _, f := range s.foot.Fields {
		s.fields[f.Name] = &Field{counts: f.Counts, places: f.Places, words: f.Words, dict: part(f.Dict), heads: part(f.Heads), lists: part(f.Lists), stemmed: part(f.Stemmed)}
	}
	for _, v := range s.foot.Numbers {
		part(v.At)
	}
	part(s.foot.Marks)
	s.cards.blocks, s.cards.heads = part(s.foot.Cards.Blocks), part(s.foot.Cards.Heads)
	s.bodies.blocks, s.bodies.heads = part(s.foot.Bodies.Blocks), part(s.foot.Bodies.Heads)
	if !whole || len(s.ids) != 4*s.foot.Records {
		return nil, errDamaged
	}
	return s, nil
}

// Verify reads the whole file and reports whether it is as it was written.
func (s *Segment) Verify() error {
	end := len(s.data) - trailerSize
	size := int(binary.LittleEndian.Uint64(s.data[end:]))
	if xxhash.Sum64(s.data[:end-size]) != binary.LittleEndian.Uint64(s.data[end+16:]) {
		return fmt.Errorf("%s: %w", s.path, errDamaged)
	}
	return nil
}

func (s *Segment) bytes(p span) []byte { return s.data[p[0]:p[1]] }

// Name is that of the file, without its folder, "" for a segment in memory.
func (s *Segment) Name() string {
	if s.path == "" {
		return ""
	}
	return filepath.Base(s.path)
}

// Field returns the words of a field of index.Schema, stemmed ones by
// index.StemmedName, nil if no record has any.
func (s *Segment) Field(name string) *Field { return s.fields[name] }

// Fields returns the names of all fields, sorted.
func (s *Segment) Fields() []string { return sortedNames(s.fields) }

// Values calls f with the numbers that records have under a name.
func (s *Segment) Values(name string, f func(n uint32, value float64)) {
	for _, v := range s.foot.Numbers {
		if v.Name == name {
			readValues(s.bytes(v.At), f)
		}
	}
}

// Signatures calls f with the records that have one.
func (s *Segment) Signatures(f func(n uint32, signature []byte)) {
	readMarks(s.bytes(s.foot.Marks), f)
}

func (s *Segment) idWords() *Field {
	if f := s.fields[idField]; f != nil {
		return f
	}
	return &Field{}
}

// Number is the number of the record with that id, None if it is not here.
func (s *Segment) Number(id string) uint32 {
	if c := s.idWords().Exactly(id); c != nil {
		return c.List(nil).Next()
	}
	return None
}

// Behind is the number of the first record that is live and whose id is behind
// id, None if there is none.
func (s *Segment) Behind(id string, live func(n uint32) bool) uint32 {
	for c := s.idWords().From(id); c.Valid(); c.Next() {
		if n := c.List(nil).Next(); live(n) && string(c.Word()) > id {
			return n
		}
	}
	return None
}

// ID is the id of record n.
func (s *Segment) ID(n uint32) string {
	c := &Cursor{f: s.idWords()}
	c.toWord(int(binary.LittleEndian.Uint32(s.ids[4*n:])))
	return string(c.Word())
}

func putOrd(b []byte, n, ord int) { binary.LittleEndian.PutUint32(b[4*n:], uint32(ord)) }

// Stored returns what is shown of record n, as it was handed over, and its
// text, nil if it has none. They must not be changed.
func (s *Segment) Stored(n uint32) (card, body []byte, err error) {
	if card, err = s.cards.get(n); err != nil || card != nil {
		return card, nil, err
	}
	blob, err := s.bodies.get(n) // both are read together
	if err != nil || blob == nil {
		return nil, nil, err
	}
	size, k := uvarint(blob)
	if k <= 0 || size > uint64(len(blob)-k) {
		return nil, nil, errDamaged
	}
	blob = blob[k:]
	return blob[:size:size], blob[size:], nil
}

// Sizes adds to out the bytes that each part takes up, by name.
func (s *Segment) Sizes(out map[string]int) {
	for _, f := range s.foot.Fields {
		out[f.Name+" words"] += int(f.Dict[1]-f.Dict[0]+f.Heads[1]-f.Heads[0]) + int(f.Stemmed[1]-f.Stemmed[0])
		out[f.Name+" lists"] += int(f.Lists[1] - f.Lists[0])
	}
	for _, v := range s.foot.Numbers {
		out["numbers"] += int(v.At[1] - v.At[0])
	}
	out["ids"] += len(s.ids)
	out["signatures"] += int(s.foot.Marks[1] - s.foot.Marks[0])
	out["cards"] += len(s.cards.blocks) + len(s.cards.heads)
	out["bodies"] += len(s.bodies.blocks) + len(s.bodies.heads)
}

// What follows is what scorch asks of a segment.

// Count is the number of records.
func (s *Segment) Count() uint64 { return uint64(s.foot.Records) }

// DocID returns the id of record n.
func (s *Segment) DocID(n uint64) ([]byte, error) { return []byte(s.ID(uint32(n))), nil }

// DocNumbers returns the numbers of the records that have one of the ids.
func (s *Segment) DocNumbers(ids []string) (*roaring.Bitmap, error) {
	b := roaring.New()
	sorted := slices.Sorted(slices.Values(ids))
	c := &Cursor{f: s.idWords()}
	for _, id := range sorted {
		if c.Seek(id); c.Valid() && string(c.Word()) == id {
			b.Add(c.List(nil).Next())
		}
	}
	return b, nil
}

// VisitStoredFields calls visitor with the id, the card and the body of record
// n.
func (s *Segment) VisitStoredFields(n uint64, visitor segmentapi.StoredFieldValueVisitor) error {
	if n >= s.Count() {
		return nil
	}
	card, body, err := s.Stored(uint32(n))
	if err != nil {
		return err
	}
	if visitor(idField, 't', []byte(s.ID(uint32(n))), nil) && visitor("card", 't', card, nil) && body != nil {
		visitor("body", 't', body, nil)
	}
	return nil
}

// Dictionary serves bleve's own queries, which these segments do not answer:
// package bleveindex reads them itself.
func (s *Segment) Dictionary(field string) (segmentapi.TermDictionary, error) {
	return nil, fmt.Errorf("the field %s is not for bleve's own queries", field)
}

// Persist writes the segment to the file path.
func (s *Segment) Persist(path string) error {
	return writeFile(path, func(f *os.File) error {
		_, err := f.Write(s.data)
		return err
	})
}

// writeFile makes the file path, which is on the disk when it returns nil and
// gone when it does not.
func writeFile(path string, write func(*os.File) error) error {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	err = write(f)
	if err == nil {
		err = f.Sync()
	}
	if err = errors.Join(err, f.Close()); err != nil {
		os.Remove(path)
	}
	return err
}

// Size is about how much memory the segment takes up.
func (s *Segment) Size() int { return len(s.data) }

// AddRef adds a user, who calls DecRef in the end.
func (s *Segment) AddRef() { s.refs.Add(1) }

// DecRef is called by a user when done; the last one closes the segment.
func (s *Segment) DecRef() error {
	if s.refs.Add(-1) == 0 && s.unmap != nil {
		return s.unmap()
	}
	return nil
}

// Close is DecRef.
func (s *Segment) Close() error { return s.DecRef() }

// BytesRead is not counted.
func (s *Segment) BytesRead() uint64 { return 0 }

// ResetBytesRead does nothing.
func (s *Segment) ResetBytesRead(uint64) {}

// BytesWritten is not counted.
func (s *Segment) BytesWritten() uint64 { return 0 }

// A File is a Segment that lies in a file: scorch tells by its methods.
type File struct{ *Segment }

// Path is where the file lies.
func (f File) Path() string { return f.path }
