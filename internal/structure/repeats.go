package structure

import (
	"sort"

	"analyze/internal/doc"
)

// Repeats is the pass that finds passages which say again what another passage
// of the same document says: pull quotes, paragraphs and whole articles that
// stand twice. It also gives the fingerprints from which Copies finds passages
// that documents share.
var Repeats = &doc.Pass{
	Name:    "repeats",
	Doc:     "find passages that stand twice, and fingerprints of all passages",
	Version: 1,
	Needs:   doc.LayerBlocks,
	Gives:   doc.LayerRepeats,
	Run:     repeats,
}

// The least number of words of a passage that counts as repeated: of one inside
// paragraphs, and of one that is a whole paragraph.
const (
	minPassage   = 25
	minParagraph = 12
)

func repeats(d *doc.Document) error {
	d.Repeats, d.Shingles = nil, nil
	r := &repeater{d: d, s: d.Text}
	r.readWords()
	r.findPassages()
	r.findQuoted()
	sort.Slice(d.Repeats, func(i, j int) bool { return d.Repeats[i].Start < d.Repeats[j].Start })
	r.shingle()
	return nil
}

// A repeater looks for repeated passages in the words of a document.
type repeater struct {
	d      *doc.Document
	s      string
	words  []word
	blocks []int // for each word its block
	prints []print
}

// isProse reports whether blocks of kind k are compared. Notes, tables and what
// surrounds the text repeat each other without being copies.
func isProse(k doc.BlockKind) bool {
	switch k {
	case doc.Body, doc.Quote, doc.List, doc.Heading, doc.Byline, doc.Caption, doc.Title:
		return true
	}
	return false
}

func (r *repeater) readWords() {
	r.words = make([]word, 0, len(r.s)/6)
	for i := range r.d.Blocks {
		if k := &r.d.Blocks[i]; isProse(k.Kind) {
			r.words = appendWords(r.words, r.s, k.Text.Start, k.Text.End)
			for len(r.blocks) < len(r.words) {
				r.blocks = append(r.blocks, i)
			}
		}
	}
	r.prints = fingerprints(r.words)
}

// maxPlaces is how many earlier places of a fingerprint are tried.
const maxPlaces = 3

// findPassages finds each passage whose fingerprint stands earlier and extends
// it in both directions as far as the words agree.
func (r *repeater) findPassages() {
	seen := make(map[uint64][]int, len(r.prints))
	done := 0 // words before this one are part of a repeat
	for _, p := range r.prints {
		places := seen[p.hash]
		if p.at >= done {
			var best match
			for _, i := range places {
				if m := r.extend(i, p.at, done); m.size() > best.size() {
					best = m
				}
			}
			if r.counts(best) {
				done = best.to
				r.add(best)
				continue
			}
		}
		if len(places) < maxPlaces && p.at >= done {
			seen[p.hash] = append(places, p.at)
		}
	}
}

// A match says that words from to to repeat words ofFrom to ofTo; same of them
// are equal one by one.
type match struct{ ofFrom, ofTo, from, to, same int }

func (m match) size() int { return m.to - m.from }

// agrees reports whether at most one word in five differs.
func (m match) agrees() bool { return m.same*5 >= m.size()*4 }

// slack is how many words may differ between two runs that agree.
const slack = 6

// extend returns the repeat around words i and j, i before j. It does not reach
// back before word floor nor overlap its original.
func (r *repeater) extend(i, j, floor int) match {
	w := r.words
	m := match{i, i, j, j, 0}
	at := m
	for at.ofTo < j && at.to < len(w) {
		if w[at.ofTo].hash == w[at.to].hash {
			at.ofTo, at.to, at.same = at.ofTo+1, at.to+1, at.same+1
			if at.agrees() {
				m = at
			} else if at.size() > minPassage {
				break
			}
			continue
		}
		a, b, ok := r.resume(at.ofTo, at.to, j)
		if !ok {
			break
		}
		at.ofTo, at.to = at.ofTo+a, at.to+b
	}
	for m.ofFrom > 0 && m.from > max(floor, m.ofTo) && w[m.ofFrom-1].hash == w[m.from-1].hash {
		m.ofFrom, m.from, m.same = m.ofFrom-1, m.from-1, m.same+1
	}
	return m
}

// resume looks behind the unequal words i and j for the next place where three
// words agree.
func (r *repeater) resume(i, j, limit int) (a, b int, ok bool) {
	for sum := 1; sum <= 2*slack; sum++ {
		for a := max(0, sum-slack); a <= min(sum, slack); a++ {
			b := sum - a
			if r.agree(i+a, j+b, limit) {
				return a, b, true
			}
		}
	}
	return 0, 0, false
}

func (r *repeater) agree(i, j, limit int) bool {
	if i+3 > limit || j+3 > len(r.words) {
		return false
	}
	for k := range 3 {
		if r.words[i+k].hash != r.words[j+k].hash {
			return false
		}
	}
	return true
}

// counts reports whether m is a repeat worth the name: long, or a whole
// paragraph.
func (r *repeater) counts(m match) bool {
	n := m.size()
	if n < minParagraph {
		return false
	}
	return n >= minPassage || r.wholeBlock(m.from, m.to)
}

// wholeBlock reports whether words from to to make up whole blocks.
func (r *repeater) wholeBlock(from, to int) bool {
	return (from == 0 || r.blocks[from-1] != r.blocks[from]) && (to == len(r.words) || r.blocks[to] != r.blocks[to-1])
}

// add notes the repeat m.
func (r *repeater) add(m match) {
	r.d.Repeats = append(r.d.Repeats, doc.Repeat{Span: r.span(m.from, m.to), Of: r.span(m.ofFrom, m.ofTo), Kind: "passage"})
}

// span returns the text of words from to to; where they begin or end a block,
// with the signs before and behind.
func (r *repeater) span(from, to int) doc.Span {
	s := doc.Span{Start: r.words[from].start, End: r.words[to-1].end}
	if from == 0 || r.blocks[from-1] != r.blocks[from] {
		s.Start = r.d.Blocks[r.blocks[from]].Start
	}
	if to == len(r.words) || r.blocks[to] != r.blocks[to-1] {
		s.End = r.d.Blocks[r.blocks[to-1]].End
	}
	return s
}

// findQuoted finds what pull quotes repeat: the words of the text, before or
// after, that hold most of theirs.
func (r *repeater) findQuoted() {
	grams := map[uint64][]int{}
	type quote struct {
		span     doc.Span
		words    int
		best     int
		from, to int // words
	}
	var quotes []quote
	for i := range r.d.Blocks {
		k := &r.d.Blocks[i]
		if k.Kind != doc.PullQuote {
			continue
		}
		words := appendWords(nil, r.s, k.Text.Start, k.Text.End)
		for at := 0; at+pullGram <= len(words) && at < 120; at++ {
			if h := gramHash(words[at : at+pullGram]); len(grams[h]) < maxSame {
				grams[h] = append(grams[h], len(quotes))
			}
		}
		quotes = append(quotes, quote{span: k.Span, words: len(words)})
	}
	if len(quotes) == 0 {
		return
	}
	// In each block the words between the first and the last gram of a quote.
	type run struct{ block, hits, from, to int }
	runs := map[int]run{}
	for at := 0; at+pullGram <= len(r.words); at++ {
		if r.blocks[at] != r.blocks[at+pullGram-1] {
			continue
		}
		for _, n := range grams[gramHash(r.words[at:at+pullGram])] {
			u := runs[n]
			if u.hits == 0 || u.block != r.blocks[at] || at-u.from > 4*quotes[n].words+40 {
				u = run{block: r.blocks[at], from: at}
			}
			u.hits++
			u.to = at + pullGram
			runs[n] = u
			if q := &quotes[n]; u.hits > q.best {
				q.best, q.from, q.to = u.hits, u.from, u.to
			}
		}
	}
	for i, q := range quotes {
		switch {
		case q.best > 0:
			r.d.Repeats = append(r.d.Repeats, doc.Repeat{Span: q.span, Of: r.span(q.from, q.to), Kind: "pullquote"})
		case i > 0 && quotes[i-1].best > 0 && q.words < 12: // the speaker's name below a pull quote
			of := r.d.Repeats[len(r.d.Repeats)-1].Of
			r.d.Repeats = append(r.d.Repeats, doc.Repeat{Span: q.span, Of: of, Kind: "pullquote"})
		}
	}
}

// shingle writes the fingerprints of the words that are in no repeat.
func (r *repeater) shingle() {
	next := 0
	for _, p := range r.prints {
		span := doc.Span{Start: r.words[p.at].start, End: r.words[p.at+gramWords-1].end}
		for next < len(r.d.Repeats) && r.d.Repeats[next].End <= span.Start {
			next++
		}
		if next < len(r.d.Repeats) && r.d.Repeats[next].Contains(span) {
			continue
		}
		r.d.Shingles = append(r.d.Shingles, doc.Shingle{Hash: p.hash, Span: span})
	}
}
