package bleveindex

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"analyze/internal/index"
	"analyze/internal/index/bleveindex/segment"

	"github.com/RoaringBitmap/roaring/v2"
	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"
)

// A view is the segments of an index at one moment. The number of a record in
// it is that in its segment and the records of the segments before.
type view struct {
	snapshot *scorch.IndexSnapshot
	parts    []viewPart
	size     uint32 // numbers, those of deleted records too
}

type viewPart struct {
	*segment.Segment
	id         uint64
	deleted    *roaring.Bitmap // nil: none
	first, end uint32          // the numbers of its records
}

// viewOf returns what is in the index now, to be closed.
func viewOf(ix bleve.Index) (*view, error) {
	engine, err := ix.Advanced()
	if err != nil {
		return nil, err
	}
	reader, err := engine.Reader()
	if err != nil {
		return nil, err
	}
	s, ok := reader.(*scorch.IndexSnapshot)
	if !ok {
		return nil, errors.Join(fmt.Errorf("the index is of another kind, %T", reader), reader.Close())
	}
	v := &view{snapshot: s}
	total := uint64(0)
	for _, part := range s.Segments() {
		of, ok := segment.Of(part.Segment())
		if !ok {
			return nil, errors.Join(errVersion, s.Close())
		}
		first := total
		if total += of.Count(); total >= none {
			return nil, errors.Join(fmt.Errorf("the index holds %d records, which are too many for one machine", total), s.Close())
		}
		v.parts = append(v.parts, viewPart{of, part.Id(), part.Deleted(), uint32(first), uint32(total)})
	}
	v.size = uint32(total)
	return v, nil
}

// Close gives the segments back.
func (v *view) Close() error { return v.snapshot.Close() }

// sweep removes segments of the generation that nothing reads any more, which
// scorch would do in its own time.
func (v *view) sweep(generation string) error {
	files, err := filepath.Glob(filepath.Join(generation, "store", "*.zap"))
	for _, name := range files {
		read := slices.ContainsFunc(v.parts, func(p viewPart) bool { return p.Name() == filepath.Base(name) })
		if !read {
			err = errors.Join(err, os.Remove(name))
		}
	}
	return err
}

func (p *viewPart) live(n uint32) bool { return p.deleted == nil || !p.deleted.Contains(n) }

// part is the one that holds the record with that number.
func (v *view) part(number uint32) *viewPart {
	for i := range v.parts {
		if number < v.parts[i].end {
			return &v.parts[i]
		}
	}
	return nil
}

// id is the id of the record with that number.
func (v *view) id(number uint32) string {
	p := v.part(number)
	return p.ID(number - p.first)
}

// number is that of the record with that id, none if there is no such.
func (v *view) number(id string) uint32 {
	for i := range v.parts {
		p := &v.parts[i]
		if n := p.Number(id); n != segment.None && p.live(n) {
			return p.first + n
		}
	}
	return none
}

// signatures are those of documents and entities by the ids of their records.
func (v *view) signatures() map[string]string {
	out := map[string]string{}
	for i := range v.parts {
		p := &v.parts[i]
		p.Signatures(func(n uint32, signature []byte) {
			if p.live(n) {
				out[p.ID(n)] = string(signature)
			}
		})
	}
	return out
}

// recordsOf are the ids of the records that c replaces.
func (v *view) recordsOf(c index.Change) []string {
	if c.Doc == "" {
		return []string{c.Entity}
	}
	var out []string
	for i := range v.parts {
		p := &v.parts[i]
		f := p.Field(index.KeyDoc)
		if f == nil {
			continue
		}
		if w := f.Exactly(c.Doc); w != nil {
			it := w.List(p.deleted)
			for n := it.Next(); n != segment.None; n = it.Next() {
				out = append(out, p.ID(n))
			}
		}
	}
	return out
}

// postings calls f with every word of a field and the number of each record
// that has it; words ascend within a segment. word must not be kept.
func (v *view) postings(field string, f func(word []byte, number uint32)) {
	for i := range v.parts {
		p := &v.parts[i]
		of := p.Field(field)
		if of == nil {
			continue
		}
		for c := of.From(""); c.Valid(); c.Next() {
			it := c.List(p.deleted)
			for n := it.Next(); n != segment.None; n = it.Next() {
				f(c.Word(), p.first+n)
			}
		}
	}
}

// fieldsOf are the names of the fields that hold the text called name, in any
// language.
func (v *view) fieldsOf(name string) []string {
	var out []string
	seen := map[string]bool{}
	for i := range v.parts {
		for _, f := range v.parts[i].Fields() {
			if (f == name || strings.HasPrefix(f, name+"_")) && !seen[f] {
				seen[f] = true
				out = append(out, f)
			}
		}
	}
	return out
}

// guarded turns what reading a damaged segment panics with into an error.
func guarded(path string, err *error) {
	if r := recover(); r != nil {
		*err = &TornError{path, fmt.Errorf("%v", r)}
	}
}
