package segment

import (
	"encoding/json"
	"fmt"
	"sync"

	"analyze/internal/index"

	"github.com/RoaringBitmap/roaring/v2"
	blevedoc "github.com/blevesearch/bleve/v2/document"
	"github.com/blevesearch/bleve/v2/index/scorch"
	bleveindex "github.com/blevesearch/bleve_index_api"
	segmentapi "github.com/blevesearch/scorch_segment_api/v2"
)

// Type and Version name the plugin to scorch.
const (
	Type    = "records"
	Version = 3
)

// Register tells scorch of the plugin; it may be called any number of times.
var Register = sync.OnceFunc(func() { scorch.RegisterSegmentPlugin(plugin{}, false) })

// plugin makes segments for scorch.
type plugin struct{}

func (plugin) Type() string    { return Type }
func (plugin) Version() uint32 { return Version }

// Document is the record r as scorch takes it: a document with one field that
// carries all of it.
func Document(r *index.Record) (*blevedoc.Document, error) {
	card, err := json.Marshal(r.Card)
	if err != nil {
		return nil, fmt.Errorf("indexing %s: %w", r.ID, err)
	}
	d := blevedoc.NewDocument(r.ID)
	d.AddField(&carrier{input{r, card}})
	return d, nil
}

// A carrier is a field that bleve neither indexes nor stores.
type carrier struct{ input }

func (c *carrier) Name() string                                          { return "record" }
func (c *carrier) Value() []byte                                         { return nil }
func (c *carrier) ArrayPositions() []uint64                              { return nil }
func (c *carrier) EncodedFieldType() byte                                { return 't' }
func (c *carrier) Options() bleveindex.FieldIndexingOptions              { return 0 }
func (c *carrier) Analyze()                                              {}
func (c *carrier) AnalyzedLength() int                                   { return 0 }
func (c *carrier) AnalyzedTokenFrequencies() bleveindex.TokenFrequencies { return nil }
func (c *carrier) NumPlainTextBytes() uint64                             { return uint64(len(c.record.Body)) }
func (c *carrier) Size() int                                             { return len(c.card) + len(c.record.Body) }

// New makes a segment of documents made by Document.
func (plugin) New(documents []bleveindex.Document) (segmentapi.Segment, uint64, error) {
	list := make([]input, 0, len(documents))
	for _, d := range documents {
		d.VisitFields(func(f bleveindex.Field) {
			if c, ok := f.(*carrier); ok {
				list = append(list, c.input)
			}
		})
	}
	if len(list) != len(documents) {
		return nil, 0, fmt.Errorf("making a segment: %d of %d documents are no records", len(documents)-len(list), len(documents))
	}
	data, err := build(list)
	if err != nil {
		return nil, 0, fmt.Errorf("making a segment: %w", err)
	}
	s, err := parse(data)
	return s, uint64(len(data)), err
}

// NewUsing is New.
func (p plugin) NewUsing(documents []bleveindex.Document, _ map[string]any) (segmentapi.Segment, uint64, error) {
	return p.New(documents)
}

// Open opens the file path.
func (plugin) Open(path string) (segmentapi.Segment, error) {
	s, err := Open(path)
	if err != nil {
		return nil, err
	}
	return File{s}, nil
}

// OpenUsing is Open.
func (p plugin) OpenUsing(path string, _ map[string]any) (segmentapi.Segment, error) {
	return p.Open(path)
}

// Merge writes what drops leave of the segments to the file path.
func (plugin) Merge(segments []segmentapi.Segment, drops []*roaring.Bitmap, path string, stop chan struct{}, _ segmentapi.StatsReporter) (numbers [][]uint64, size uint64, err error) {
	parts := make([]part, len(segments))
	for i, s := range segments {
		of, ok := Of(s)
		if !ok {
			return nil, 0, fmt.Errorf("merging: a segment is of another kind, %T", s)
		}
		parts[i] = part{Segment: of, dropped: drops[i]}
	}
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("merging: %w (%v)", errDamaged, r)
		}
	}()
	n, err := merge(parts, path, stop)
	if err != nil {
		return nil, 0, fmt.Errorf("merging: %w", err)
	}
	for i := range parts {
		numbers = append(numbers, newNumbers(&parts[i]))
	}
	return numbers, uint64(n), nil
}

// MergeUsing is Merge.
func (p plugin) MergeUsing(segments []segmentapi.Segment, drops []*roaring.Bitmap, path string, stop chan struct{}, r segmentapi.StatsReporter, _ map[string]any) ([][]uint64, uint64, error) {
	return p.Merge(segments, drops, path, stop, r)
}

// Of returns what is behind a segment of scorch; ok is false if it was not made
// by this plugin.
func Of(s segmentapi.Segment) (of *Segment, ok bool) {
	switch s := s.(type) {
	case *Segment:
		return s, true
	case File:
		return s.Segment, true
	}
	return nil, false
}
