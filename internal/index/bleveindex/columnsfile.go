package bleveindex

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"slices"
	"unsafe"

	"analyze/internal/index"

	"github.com/blevesearch/mmap-go"
)

// errColumns says that a file of columns is damaged or belongs to another
// version; columns are then computed.
var errColumns = errors.New("the columns do not fit the index")

// errSegments says that columns are of other segments than those that are
// there. Since a generation never changes, segments have then been lost: bleve
// goes back to an earlier state where it cannot read the last one, and says
// nothing.
var errSegments = errors.New("segments are missing")

// columnsMagic begins the file: eight bytes, then the length of the header in
// eight bytes, the header in JSON, and the sections, each at a multiple of
// eight, in the byte order of the machine.
const columnsMagic = "columns7"

type columnsHeader struct {
	Stamp    string    `json:"stamp"`
	Order    uint32    `json:"order"` // 1, to see the byte order
	Sections []section `json:"sections"`
}

type section struct {
	Name   string `json:"name"`
	Offset int    `json:"offset"`
	Bytes  int    `json:"bytes"`
}

// stamp names the view that columns belong to.
func stamp(v *view) string {
	out := ""
	for _, p := range v.parts {
		deleted := uint64(0)
		if p.deleted != nil {
			deleted = p.deleted.GetCardinality()
		}
		out += fmt.Sprintf(" %d:%d:%d", p.id, p.Count(), p.Count()-deleted)
	}
	return out
}

// sections calls f with the name and data of all that c consists of. f may
// replace the data.
func (c *columns) sections(f func(name string, data any)) {
	f("kind", &c.kind)
	f("place", &c.place)
	f("rank", &c.rank)
	f("doc", &c.doc)
	f("copied", &c.copied)
	f("passages", &c.passages)
	for k := range numKinds {
		prefix := fmt.Sprintf("%d.", k)
		f(prefix+"number", &c.number[k])
		for _, name := range columnValues[k] {
			col := c.values[k][name]
			f(prefix+"wide."+name, &col.wide)
			f(prefix+"narrow."+name, &col.narrow)
			c.values[k][name] = col
		}
		for _, name := range columnSliced[k] {
			col := c.sliced[k][name]
			f(prefix+"values."+name, &col.values)
			f(prefix+"sliced."+name, &col.words)
		}
		for _, name := range columnFacets[k] {
			col := c.facets[k][name]
			f(prefix+"from."+name, &col.from)
			f(prefix+"ords."+name, &col.ords)
			f(prefix+"totals."+name, &col.totals)
			f(prefix+"ends."+name, &col.ends)
			f(prefix+"words."+name, &col.words)
			f(prefix+"sets."+name, (*[]uint64)(&col.sets))
		}
	}
}

func emptyColumns() *columns {
	c := &columns{}
	for k := range numKinds {
		c.values[k] = map[string]column{}
		c.sliced[k] = map[string]*sliced{}
		for _, name := range columnSliced[k] {
			c.sliced[k][name] = &sliced{}
		}
		c.facets[k] = map[string]*facet{}
		for _, name := range columnFacets[k] {
			c.facets[k][name] = &facet{}
		}
	}
	return c
}

// save writes the columns of v to the file name.
func (c *columns) save(name string, v *view) error {
	h := columnsHeader{Stamp: stamp(v), Order: 1}
	var blobs [][]byte
	at := 0
	c.sections(func(name string, data any) {
		b := bytesOf(data)
		h.Sections = append(h.Sections, section{name, at, len(b)})
		blobs = append(blobs, b)
		at += (len(b) + 7) &^ 7
	})
	header, err := json.Marshal(h)
	if err != nil {
		return err
	}
	for len(header)%8 != 0 {
		header = append(header, ' ')
	}
	out := binary.LittleEndian.AppendUint64([]byte(columnsMagic), uint64(len(header)))
	out = append(out, header...)
	out = slices.Grow(out, at)
	for _, b := range blobs {
		out = append(out, b...)
		out = append(out, make([]byte, (8-len(b)%8)%8)...)
	}
	return writeAtomically(name, out)
}

func bytesOf(data any) []byte {
	switch d := data.(type) {
	case *[]uint8:
		return *d
	case *[]uint32:
		return unsafe.Slice((*byte)(unsafe.Pointer(unsafe.SliceData(*d))), 4*len(*d))
	case *[]float32:
		return unsafe.Slice((*byte)(unsafe.Pointer(unsafe.SliceData(*d))), 4*len(*d))
	case *[]uint64:
		return unsafe.Slice((*byte)(unsafe.Pointer(unsafe.SliceData(*d))), 8*len(*d))
	case *[]float64:
		return unsafe.Slice((*byte)(unsafe.Pointer(unsafe.SliceData(*d))), 8*len(*d))
	}
	panic(fmt.Sprintf("columns of %T", data))
}

// loadColumns maps the file name into memory; unmap gives it back.
func loadColumns(name string, v *view) (c *columns, unmap func() error, err error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, nil, err
	}
	defer f.Close()
	m, err := mmap.Map(f, mmap.RDONLY, 0)
	if err != nil { // it is empty
		return nil, nil, errColumns
	}
	c, err = parseColumns(m, stamp(v))
	if err != nil {
		m.Unmap()
		return nil, nil, err
	}
	return c, m.Unmap, nil
}

func parseColumns(m []byte, stamp string) (*columns, error) {
	if len(m) < 16 || string(m[:8]) != columnsMagic {
		return nil, errColumns
	}
	n := binary.LittleEndian.Uint64(m[8:])
	if n > uint64(len(m)-16) || n%8 != 0 {
		return nil, errColumns
	}
	var h columnsHeader
	if json.Unmarshal(m[16:16+n], &h) != nil || h.Order != 1 {
		return nil, errColumns
	}
	if h.Stamp != stamp {
		return nil, errSegments
	}
	at := map[string]section{}
	for _, s := range h.Sections {
		at[s.Name] = s
	}
	c, whole := emptyColumns(), true
	data := m[16+n:]
	c.sections(func(name string, d any) {
		s, ok := at[name]
		if !ok || s.Offset < 0 || s.Bytes < 0 || s.Offset%8 != 0 || s.Offset+s.Bytes > len(data) {
			whole = false
			return
		}
		b := data[s.Offset : s.Offset+s.Bytes]
		switch d := d.(type) {
		case *[]uint8:
			*d = b
		case *[]uint32:
			*d = unsafe.Slice((*uint32)(unsafe.Pointer(unsafe.SliceData(b))), len(b)/4)
		case *[]float32:
			*d = unsafe.Slice((*float32)(unsafe.Pointer(unsafe.SliceData(b))), len(b)/4)
		case *[]uint64:
			*d = unsafe.Slice((*uint64)(unsafe.Pointer(unsafe.SliceData(b))), len(b)/8)
		case *[]float64:
			*d = unsafe.Slice((*float64)(unsafe.Pointer(unsafe.SliceData(b))), len(b)/8)
		}
	})
	if !whole || len(c.place) != len(c.kind) || len(c.passages) != len(c.number[index.Document])+1 {
		return nil, errColumns
	}
	return c, nil
}
