package bleveindex

import (
	"slices"
	"strings"

	"analyze/internal/index"
	"analyze/internal/index/bleveindex/segment"
)

// A placer is an iter that knows where words stand in the record it is at.
type placer interface {
	iter
	// positions are the places, counted in words, ascending. Those of placers
	// of one field can be compared where they are at one record.
	positions() []uint32
	// weigh has it score by s.
	weigh(s *scorer)
}

// placer makes the iter of a word in a field with positions, which finds as
// many records as it costs.
func (e *execution) placer(field, word string) placer {
	if text, ok := textOf(field); ok {
		p := e.passages(text, word)
		p.count = e.reader.lookUp(field, word).count
		return p
	}
	return e.words(field, word)
}

// passages makes the iter of the passages that hold a word of the texts of
// documents; what it costs is not known.
func (e *execution) passages(text, word string) *passages {
	values := e.cols.values[index.Passage]
	return &passages{words: e.words(text, word), cols: e.cols, document: none, first: values[segment.First], length: values[segment.Length]}
}

// textOf is the field of documents that holds the words of the passages' field
// name, in the same language; ok is false if name is another field.
func textOf(name string) (text string, ok bool) {
	rest, ok := strings.CutPrefix(name, index.FieldPassage)
	return index.FieldText + rest, ok
}

// passages walks the passages that hold a word, or one of the words of a stem.
// A passage is a part of the words of its document: one walks the documents and
// looks in which passages the places lie.
type passages struct {
	words         *words // in documents
	cols          *columns
	first, length column // of passages
	count         int
	scorer        *scorer

	at       uint32
	begun    bool
	document uint32   // that words is at
	now, end uint32   // places of its passages that are to be looked at
	from, to int      // those of its positions that lie in the passage
	all      []uint32 // its positions
}

func (p *passages) next() uint32 {
	for p.begun = true; ; {
		if p.at = p.inDocument(); p.at != none {
			return p.at
		}
		d := p.words.next()
		if d == none {
			return none
		}
		p.open(d)
	}
}

// open makes d the document whose passages are looked at.
func (p *passages) open(d uint32) {
	place := p.cols.place[d]
	p.document, p.now, p.end = d, p.cols.passages[place], p.cols.passages[place+1]
	p.all, p.from, p.to = nil, 0, 0
}

// inDocument moves to the next passage of the document that holds the word.
// Passages begin one behind the other, but may overlap.
func (p *passages) inDocument() uint32 {
	if p.now < p.end && p.all == nil {
		p.all = p.words.positions()
	}
	for ; p.now < p.end && p.from < len(p.all); p.now++ {
		first := uint32(p.first.at(p.now))
		behind := first + uint32(p.length.at(p.now))
		for p.from < len(p.all) && p.all[p.from] < first {
			p.from++
		}
		for p.to = p.from; p.to < len(p.all) && p.all[p.to] < behind; p.to++ {
		}
		if p.to > p.from {
			p.now++
			return p.cols.number[index.Passage][p.now-1]
		}
	}
	return none
}

func (p *passages) seek(n uint32) uint32 {
	if p.begun && p.at >= n {
		return p.at
	}
	p.begun = true
	list := p.cols.number[index.Passage]
	place, _ := slices.BinarySearch(list, n)
	if place == len(list) {
		p.at = none
		return none
	}
	d := p.words.seek(p.cols.doc[list[place]])
	if d == none {
		p.at = none
		return none
	}
	if d != p.document {
		p.open(d)
	}
	p.now = max(p.now, min(p.end, uint32(place)))
	return p.next()
}

func (p *passages) cost() int { return p.count }

func (p *passages) score() float64 { return p.scorer.maybe(p.at, uint32(p.to-p.from)) }

func (p *passages) positions() []uint32 { return p.all[p.from:p.to] }

func (p *passages) weigh(s *scorer) { p.scorer = s }

// passagesWith is how many passages hold a word.
func (r *Reader) passagesWith(text, word string) int {
	e := &execution{reader: r, cols: r.cols, parts: r.view.parts}
	p, n := e.passages(text, word), 0
	for p.next() != none {
		n++
	}
	return n
}
