package bleveindex

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"analyze/internal/index"

	"github.com/blevesearch/bleve/v2/index/scorch"
	segment "github.com/blevesearch/scorch_segment_api/v2"
)

// none is no record.
const none = math.MaxUint32

const numKinds = 4

// columns hold, for the records of one generation, what searches filter, sort
// and count by. A record is known by its number, which is bleve's and fixed
// within a generation, and by its place among those of its kind. All of it is
// computed from the inverted index, field by field, and kept in a file beside
// it; a file that is missing or does not fit is computed again.
type columns struct {
	kind   []uint8  // by number; 255: removed
	place  []uint32 // by number: place within its kind
	rank   []uint32 // by number: place in the order of ids
	doc    []uint32 // by number: number of the document's record
	copied []uint8  // by number: 1 where it repeats another

	number [numKinds][]uint32             // by kind and place: number of the record
	values [numKinds]map[string][]float64 // by kind, field and place; NaN: none
	facets [numKinds]map[string]*facet
}

// A facet holds the values of a Key field: those of the record at place p are
// the words ords[from[p]:from[p+1]].
type facet struct {
	from, ords []uint32
	words      []uint8  // all words in a row
	ends       []uint32 // where each ends
}

func (f *facet) len() int { return len(f.ends) }

func (f *facet) word(ord int) string {
	start := uint32(0)
	if ord > 0 {
		start = f.ends[ord-1]
	}
	return string(f.words[start:f.ends[ord]])
}

// What columns there are.
var (
	columnValues = [numKinds][]string{
		index.Document: {index.NumDateLow, index.NumDateHigh, numLength, numTitleLen},
		index.Passage:  {numLength},
		index.Claim:    {index.NumLow, index.NumHigh, index.NumTimeLow, index.NumTimeHigh, numLength},
		index.Entity:   {index.NumCount, index.NumLat, index.NumLon},
	}
	columnFacets = [numKinds][]string{
		index.Document: {index.KeyActor, index.KeyPlace, index.KeySource, index.KeyYear, index.KeyFormat, index.KeyLanguage},
		index.Claim:    {index.KeyPlace, index.KeySource, index.KeyYear, index.KeyUnit, index.KeyType},
		index.Entity:   {index.KeyType},
	}
)

// compute reads the columns from the inverted index.
func compute(s *scorch.IndexSnapshot) (*columns, error) {
	n := 0
	for _, seg := range s.Segments() {
		n += int(seg.FullSize())
	}
	if n >= none {
		return nil, fmt.Errorf("the index holds %d records, which are too many for one machine", n)
	}
	c := &columns{kind: make([]uint8, n), place: make([]uint32, n), rank: make([]uint32, n), doc: make([]uint32, n), copied: make([]uint8, n)}
	for i := range n {
		c.kind[i], c.doc[i] = 255, none
	}
	err := postings(s, index.KeyRecord, func(word []byte, number uint32) {
		if k, ok := index.ParseKind(string(word)); ok {
			c.kind[number] = uint8(k)
		}
	})
	if err != nil {
		return nil, err
	}
	for i, k := range c.kind {
		if k != 255 {
			c.place[i] = uint32(len(c.number[k]))
			c.number[k] = append(c.number[k], uint32(i))
		}
	}
	for _, fill := range []func(*scorch.IndexSnapshot) error{c.readRanks, c.readDocuments, c.readCopies, c.readValues, c.readFacets} {
		if err := fill(s); err != nil {
			return nil, err
		}
	}
	return c, nil
}

// postings calls f with every word of a field and the number of each live
// record that has it; words ascend within a segment.
func postings(s *scorch.IndexSnapshot, field string, f func(word []byte, number uint32)) error {
	offset := uint64(0)
	var list segment.PostingsList
	var it segment.PostingsIterator
	for _, seg := range s.Segments() {
		dict, err := seg.Segment().Dictionary(field)
		if err != nil {
			return err
		}
		words := dict.AutomatonIterator(nil, nil, nil)
		for {
			w, err := words.Next()
			if err != nil {
				return err
			}
			if w == nil {
				break
			}
			if list, err = dict.PostingsList([]byte(w.Term), seg.Deleted(), list); err != nil {
				return err
			}
			it = list.Iterator(false, false, false, it)
			for {
				p, err := it.Next()
				if err != nil {
					return err
				}
				if p == nil {
					break
				}
				f([]byte(w.Term), uint32(offset+p.Number()))
			}
		}
		offset += uint64(seg.FullSize())
	}
	return nil
}

func (c *columns) readRanks(s *scorch.IndexSnapshot) error {
	type named struct {
		id     string
		number uint32
	}
	list := make([]named, 0, len(c.kind))
	err := postings(s, "_id", func(id []byte, n uint32) { list = append(list, named{string(id), n}) })
	slices.SortFunc(list, func(a, b named) int { return cmp.Compare(a.id, b.id) })
	for i, e := range list {
		c.rank[e.number] = uint32(i)
	}
	return err
}

func (c *columns) readDocuments(s *scorch.IndexSnapshot) error {
	of := make(map[string]uint32, len(c.number[index.Document]))
	err := postings(s, index.KeyDoc, func(id []byte, n uint32) {
		if c.kind[n] == uint8(index.Document) {
			of[string(id)] = n
		}
	})
	if err != nil {
		return err
	}
	return postings(s, index.KeyDoc, func(id []byte, n uint32) {
		if d, ok := of[string(id)]; ok {
			c.doc[n] = d
		}
	})
}

func (c *columns) readCopies(s *scorch.IndexSnapshot) error {
	return postings(s, index.KeyCopy, func(_ []byte, n uint32) { c.copied[n] = 1 })
}

func (c *columns) readValues(s *scorch.IndexSnapshot) error {
	fields := map[string]bool{}
	for k, names := range columnValues {
		c.values[k] = map[string][]float64{}
		for _, f := range names {
			col := make([]float64, len(c.number[k]))
			for i := range col {
				col[i] = math.NaN()
			}
			c.values[k][f] = col
			fields[f] = true
		}
	}
	for f := range fields {
		err := postings(s, f, func(word []byte, n uint32) {
			if k := c.kind[n]; k != 255 && c.values[k][f] != nil {
				c.values[k][f][c.place[n]] = decodeNumber(word)
			}
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func (c *columns) readFacets(s *scorch.IndexSnapshot) error {
	fields := map[string]bool{}
	for k, names := range columnFacets {
		c.facets[k] = map[string]*facet{}
		for _, f := range names {
			fields[f] = true
		}
	}
	for f := range fields {
		words := map[string]uint32{}
		type pair struct{ place, ord uint32 }
		var pairs [numKinds][]pair
		err := postings(s, f, func(word []byte, n uint32) {
			if word[0] == '~' { // a name, beside the id
				return
			}
			ord, ok := words[string(word)]
			if !ok {
				ord = uint32(len(words))
				words[string(word)] = ord
			}
			if k := c.kind[n]; k != 255 {
				pairs[k] = append(pairs[k], pair{c.place[n], ord})
			}
		})
		if err != nil {
			return err
		}
		list := make([]string, len(words))
		for w, ord := range words {
			list[ord] = w
		}
		var all []uint8
		ends := make([]uint32, len(list))
		for i, w := range list {
			all = append(all, w...)
			ends[i] = uint32(len(all))
		}
		for k, names := range columnFacets {
			if !slices.Contains(names, f) {
				continue
			}
			slices.SortFunc(pairs[k], func(a, b pair) int { return cmp.Or(cmp.Compare(a.place, b.place), cmp.Compare(a.ord, b.ord)) })
			col := &facet{from: make([]uint32, len(c.number[k])+1), ords: make([]uint32, len(pairs[k])), words: all, ends: ends}
			at := 0
			for p := range c.number[k] {
				col.from[p] = uint32(at)
				for ; at < len(pairs[k]) && pairs[k][at].place == uint32(p); at++ {
					col.ords[at] = pairs[k][at].ord
				}
			}
			col.from[len(c.number[k])] = uint32(at)
			c.facets[k][f] = col
		}
	}
	return nil
}
