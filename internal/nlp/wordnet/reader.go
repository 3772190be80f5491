package wordnet

import (
	"slices"
	"strings"
)

// A Word is a word that a [Reader] has read, by a number of the reader's own.
type Word int32

// A reading is what a word can mean, and what that costs.
type reading struct {
	word               string
	own, wider, beside map[int]float64
	bases, opposed     []string
	senses             int // of the word itself, as far as they are kept
}

// A Reader reads words and remembers them; it is for one goroutine.
//
// Nearly all words have nothing to do with one another, so a word keeps a list of those
// that do, found by the senses that they share.
type Reader struct {
	t       *table
	words   map[string]Word
	read    []*reading // by word
	near    []nearby   // by word
	senses  [3]map[int][]Word
	bases   map[string][]Word
	opposed map[string][]Word
}

// A nearby is the words before upTo that have to do with a word, sorted.
type nearby struct {
	upTo  Word
	words []Word
	by    []float64
}

// What a sense is to a word, as an index of [Reader.senses].
const (
	ownSense = iota
	widerSense
	besideSense
)

// NewReader gives a reader that remembers nothing yet.
func NewReader() *Reader {
	r := &Reader{t: load(), words: map[string]Word{}, bases: map[string][]Word{}, opposed: map[string][]Word{}}
	for i := range r.senses {
		r.senses[i] = map[int][]Word{}
	}
	return r
}

// Word reads a word in small letters, in any form that a text gives it.
func (r *Reader) Word(w string) Word {
	if n, ok := r.words[w]; ok {
		return n
	}
	n, m := Word(len(r.read)), r.t.read(w)
	r.words[w] = n
	r.read, r.near = append(r.read, m), append(r.near, nearby{})
	for i, senses := range [...]map[int]float64{m.own, m.wider, m.beside} {
		for s := range senses {
			r.senses[i][s] = append(r.senses[i][s], n)
		}
	}
	for _, b := range m.bases {
		r.bases[b] = append(r.bases[b], n)
	}
	for _, b := range m.opposed {
		r.opposed[b] = append(r.opposed[b], n)
	}
	return n
}

// Near tells how near two words are: [Same] for forms of one word, less for words that
// share a sense, are made from one another or of which one is the wider, 0 for others,
// [Opposed] for those that say the opposite.
func (r *Reader) Near(a, b Word) float64 {
	if a == b {
		return Same
	}
	near := &r.near[a]
	if b >= near.upTo {
		r.gather(a)
	}
	if i, ok := slices.BinarySearch(near.words, b); ok {
		return near.by[i]
	}
	return 0
}

// gather lists what has to do with a, of all words read so far.
func (r *Reader) gather(a Word) {
	m, near := r.read[a], nearby{upTo: Word(len(r.read))}
	for s := range m.own {
		near.words = append(append(near.words, r.senses[ownSense][s]...), r.senses[widerSense][s]...)
	}
	for s := range m.wider {
		near.words = append(near.words, r.senses[ownSense][s]...)
	}
	for s := range m.beside {
		near.words = append(near.words, r.senses[besideSense][s]...)
	}
	for _, b := range m.bases {
		near.words = append(append(near.words, r.bases[b]...), r.opposed[b]...)
	}
	for _, b := range m.opposed {
		near.words = append(near.words, r.bases[b]...)
	}
	found := near.words
	slices.Sort(found)
	near.words = nil
	for _, b := range slices.Compact(found) {
		if n := m.near(r.read[b]); n != 0 && a != b {
			near.words, near.by = append(near.words, b), append(near.by, n)
		}
	}
	r.near[a] = near
}

func (a *reading) near(b *reading) (best float64) {
	if a.word > b.word {
		a, b = b, a // sums of fractions hang on their order
	}
	switch {
	case meets(a.bases, b.bases):
		return Same
	case meets(a.opposed, b.bases), meets(b.opposed, a.bases):
		return Opposed
	}
	for _, m := range [...][2]map[int]float64{{a.own, b.own}, {a.own, b.wider}, {a.wider, b.own}, {a.beside, b.beside}} {
		for sense, cost := range m[0] {
			if other, ok := m[1][sense]; ok {
				best = max(best, Same-rankCost-cost-other)
			}
		}
	}
	return best
}

// Weight tells how much a word says: less the more it can mean.
func (r *Reader) Weight(w Word) float64 {
	return 1 / (1 + commonCost*float64(r.read[w].senses))
}

// read gives the senses of a word in any of its forms.
func (t *table) read(w string) *reading {
	m := &reading{w, map[int]float64{}, map[int]float64{}, map[int]float64{}, Base(w), nil, 0}
	for _, base := range m.bases {
		line := t.line(base)
		t.addWord(m, line, 0)
		m.senses = max(m.senses, countSenses(line))
		rest, made, _ := cutLast(line)
		for _, i := range numbers(made) {
			t.addWord(m, t.at(i), madeCost)
		}
		_, opposed, _ := cutLast(rest)
		for _, i := range numbers(opposed) {
			word, _, _ := strings.Cut(t.words[t.starts[i]:], "\t")
			m.opposed = append(m.opposed, word)
		}
	}
	return m
}
