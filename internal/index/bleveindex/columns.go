package bleveindex

import (
	"math"
	"slices"

	"analyze/internal/index"
	"analyze/internal/index/bleveindex/segment"
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
	// passages are, by place of a document, the place of the first of its
	// passages, and behind the last document their number.
	passages []uint32

	number [numKinds][]uint32          // by kind and place: number of the record
	values [numKinds]map[string]column // by kind, field and place
	sliced [numKinds]map[string]*sliced
	facets [numKinds]map[string]*facet
}

// all is the number of records.
func (c *columns) all() int {
	n := 0
	for _, list := range c.number {
		n += len(list)
	}
	return n
}

// inLanguage tells whether a record is of a document in a language.
func (c *columns) inLanguage(lang string) func(number uint32) bool {
	f := c.facets[index.Document][index.KeyLanguage]
	if f == nil || len(f.from) > 0 {
		return func(uint32) bool { return true }
	}
	ord := uint32(none)
	for i := range f.len() {
		if f.word(i) == lang {
			ord = uint32(i)
		}
	}
	return func(number uint32) bool {
		d := c.doc[number]
		return d != none && f.ords[c.place[d]] == ord
	}
}

// A column holds the numbers of a field, NaN for none: in half of the space
// where that loses nothing.
type column struct {
	wide   []float64
	narrow []float32
}

func newColumn(values []float64) column {
	narrow := make([]float32, len(values))
	for i, v := range values {
		if narrow[i] = float32(v); float64(narrow[i]) != v && v == v {
			return column{wide: values}
		}
	}
	return column{narrow: narrow}
}

func (c column) len() int { return max(len(c.wide), len(c.narrow)) }

func (c column) at(place uint32) float64 {
	if len(c.narrow) > 0 {
		return float64(c.narrow[place])
	}
	return c.wide[place]
}

// What columns there are.
var (
	columnValues = [numKinds][]string{
		index.Document: {index.NumDateLow, index.NumDateHigh, segment.Length, segment.TitleLength},
		index.Passage:  {segment.First, segment.Length},
		index.Claim:    {index.NumLow, index.NumHigh, index.NumTimeLow, index.NumTimeHigh, segment.Length},
		index.Entity:   {index.NumCount, index.NumLat, index.NumLon},
	}
	// columnSliced are those that ranges are looked up in.
	columnSliced = [numKinds][]string{
		index.Document: {index.NumDateLow, index.NumDateHigh},
		index.Claim:    {index.NumLow, index.NumHigh, index.NumTimeLow, index.NumTimeHigh},
	}
	columnFacets = [numKinds][]string{
		index.Document: {index.KeyActor, index.KeyPlace, index.KeySource, index.KeyYear, index.KeyFormat, index.KeyLanguage},
		index.Claim:    {index.KeyPlace, index.KeySource, index.KeyYear, index.KeyUnit, index.KeyType},
		index.Entity:   {index.KeyType},
	}
)

// compute reads the columns from the segments.
func compute(v *view) *columns {
	n := v.size
	c := &columns{kind: make([]uint8, n), place: make([]uint32, n), rank: make([]uint32, n), doc: make([]uint32, n), copied: make([]uint8, n)}
	for i := range n {
		c.kind[i], c.doc[i] = 255, none
	}
	v.postings(index.KeyRecord, func(word []byte, number uint32) {
		if k, ok := index.ParseKind(string(word)); ok {
			c.kind[number] = uint8(k)
		}
	})
	for i, k := range c.kind {
		if k != 255 {
			c.place[i] = uint32(len(c.number[k]))
			c.number[k] = append(c.number[k], uint32(i))
		}
	}
	c.readRanks(v)
	c.readDocuments(v)
	c.readPassages()
	v.postings(index.KeyCopy, func(_ []byte, n uint32) { c.copied[n] = 1 })
	c.readValues(v)
	c.readFacets(v)
	return c
}

func (c *columns) readRanks(v *view) {
	var list []*segment.Segment
	for i := range v.parts {
		list = append(list, v.parts[i].Segment)
	}
	rank := uint32(0)
	segment.Ranks(list, func(_ []byte, part int, n uint32) {
		if p := &v.parts[part]; p.live(n) {
			c.rank[p.first+n] = rank
			rank++
		}
	})
}

func (c *columns) readDocuments(v *view) {
	of := make(map[string]uint32, len(c.number[index.Document]))
	v.postings(index.KeyDoc, func(id []byte, n uint32) {
		if c.kind[n] == uint8(index.Document) {
			of[string(id)] = n
		}
	})
	v.postings(index.KeyDoc, func(id []byte, n uint32) {
		if d, ok := of[string(id)]; ok {
			c.doc[n] = d
		}
	})
}

// readPassages finds the passages of each document: a segment has both in the
// order of the documents, and each passage in that of its document.
func (c *columns) readPassages() {
	c.passages = make([]uint32, len(c.number[index.Document])+1)
	for _, n := range c.number[index.Passage] {
		if d := c.doc[n]; d != none {
			c.passages[c.place[d]+1]++
		}
	}
	for d := range c.number[index.Document] {
		c.passages[d+1] += c.passages[d]
	}
}

func (c *columns) readValues(v *view) {
	for k := range columnValues {
		c.values[k] = map[string]column{}
	}
	for _, f := range allOf(columnValues) {
		var all [numKinds][]float64
		for k, names := range columnValues {
			if slices.Contains(names, f) {
				all[k] = slices.Repeat([]float64{math.NaN()}, len(c.number[k]))
			}
		}
		for i := range v.parts {
			p := &v.parts[i]
			p.Values(f, func(n uint32, value float64) {
				if k := c.kind[p.first+n]; k != 255 && all[k] != nil {
					all[k][c.place[p.first+n]] = value
				}
			})
		}
		for k, values := range all {
			if values != nil {
				c.values[k][f] = newColumn(values)
			}
		}
	}
	for k, names := range columnSliced {
		c.sliced[k] = map[string]*sliced{}
		for _, f := range names {
			c.sliced[k][f] = newSliced(c.values[k][f])
		}
	}
}

// allOf are the names in lists, each once.
func allOf(lists [numKinds][]string) []string {
	all := slices.Sorted(slices.Values(slices.Concat(lists[:]...)))
	return slices.Compact(all)
}

func (c *columns) readFacets(v *view) {
	for k := range columnFacets {
		c.facets[k] = map[string]*facet{}
	}
	for _, f := range allOf(columnFacets) {
		words := map[string]uint32{}
		var list []string
		var pairs [numKinds][]pair
		v.postings(f, func(word []byte, n uint32) {
			k := c.kind[n]
			if word[0] == '~' || k == 255 { // a name, beside the id
				return
			}
			ord, ok := words[string(word)]
			if !ok {
				ord = uint32(len(list))
				list = append(list, string(word))
				words[list[ord]] = ord
			}
			pairs[k] = append(pairs[k], pair{c.place[n], ord})
		})
		var all []uint8
		ends := make([]uint32, len(list))
		for i, w := range list {
			all = append(all, w...)
			ends[i] = uint32(len(all))
		}
		for k, names := range columnFacets {
			if slices.Contains(names, f) {
				c.facets[k][f] = newFacet(pairs[k], len(c.number[k]), all, ends)
			}
		}
	}
}
