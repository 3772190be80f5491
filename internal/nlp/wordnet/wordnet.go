// Package wordnet tells how near two English words are in what they mean: ships and
// vessels, died and deaths, cuts and reduction. It holds the nouns, verbs and adjectives
// of WordNet that are one word, with their frequent senses (see NOTICE.md).
//
// The table is unpacked when it is first asked. All functions may be called by several
// goroutines at once.
package wordnet

import (
	_ "embed"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/klauspost/compress/zstd"
)

//go:generate sh ../../../scripts/wordnet/make.sh

//go:embed words.zst
var packed []byte

// partsOfSpeech is how many fields of a line hold senses.
const partsOfSpeech = 3

// A table is the unpacked list of words, sorted, and that of senses.
type table struct {
	words  string
	starts []int32  // byte of words at which each line begins
	senses []string // "wider;brings" of each sense
	under  []uint16 // how many senses have each as the wider one
}

var load = sync.OnceValue(func() *table {
	dec, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1))
	if err != nil {
		panic("wordnet: " + err.Error())
	}
	defer dec.Close()
	b, err := dec.DecodeAll(packed, nil)
	if err != nil {
		panic("wordnet: the embedded table is broken: " + err.Error())
	}
	words, senses, _ := strings.Cut(string(b), "\n\n")
	t := &table{words: words + "\n", senses: strings.Split(senses, "\n")}
	for at := 0; at < len(t.words); at += strings.IndexByte(t.words[at:], '\n') + 1 {
		t.starts = append(t.starts, int32(at))
	}
	t.under = make([]uint16, len(t.senses))
	for _, s := range t.senses {
		wider, _, _ := strings.Cut(s, ";")
		for _, n := range numbers(wider) {
			t.under[n]++
		}
	}
	return t
})

// line gives what the table says of a base form, "" if it does not hold it.
func (t *table) line(w string) string {
	i, ok := slices.BinarySearchFunc(t.starts, w, func(at int32, w string) int {
		head, _, _ := strings.Cut(t.words[at:], "\t")
		return strings.Compare(head, w)
	})
	if !ok {
		return ""
	}
	return t.at(i)
}

// at gives what the table says of its word i.
func (t *table) at(i int) string {
	line, _, _ := strings.Cut(t.words[t.starts[i]:], "\n")
	_, line, _ = strings.Cut(line, "\t")
	return line
}

// What it costs that a sense is not the first of its word, is that of a word made from it
// or brought about, and is a wider one; and that two are next to each other under a wider
// one that has few.
const (
	rankCost  = 0.05
	madeCost  = 0.15
	widerCost = 0.3
	maxWider  = 2
	maxBeside = 8
)

// What [Reader.Near] gives of a word and itself, and of two that say the opposite.
const Same, Opposed = 1.0, -1.0

// A reading is what a word can mean, and what that costs.
type reading struct {
	own, wider, beside map[int]float64
	bases, opposed     []string
	senses             int // of the word itself, as far as they are kept
}

// A Reader reads words and remembers them; it is for one goroutine.
type Reader struct {
	t     *table
	words map[string]*reading
	near  map[[2]string]float64
}

// NewReader gives a reader that remembers nothing yet.
func NewReader() *Reader {
	return &Reader{load(), map[string]*reading{}, map[[2]string]float64{}}
}

// Near tells how near two words in small letters are, in any form that a text gives them: [Same]
// for forms of one word, less for words that share a sense, are made from one another or of
// which one is the wider, 0 for others, [Opposed] for those that say the opposite.
func (r *Reader) Near(a, b string) float64 {
	if a == b {
		return Same
	}
	if a > b {
		a, b = b, a
	}
	key := [2]string{a, b}
	if n, ok := r.near[key]; ok {
		return n
	}
	n, x, y := 0.0, r.read(a), r.read(b)
	switch {
	case meets(x.bases, y.bases):
		n = Same
	case meets(x.opposed, y.bases), meets(y.opposed, x.bases):
		n = Opposed
	default:
		n = x.near(y)
	}
	r.near[key] = n
	return n
}

func meets(a, b []string) bool {
	return slices.ContainsFunc(a, func(w string) bool { return slices.Contains(b, w) })
}

// cutLast cuts the last field off a line.
func cutLast(line string) (rest, field string, ok bool) {
	i := strings.LastIndexByte(line, ';')
	if i < 0 {
		return "", line, false
	}
	return line[:i], line[i+1:], true
}

func (a *reading) near(b *reading) (best float64) {
	for _, m := range [...][2]map[int]float64{{a.own, b.own}, {a.own, b.wider}, {a.wider, b.own}, {a.beside, b.beside}} {
		for sense, cost := range m[0] {
			if other, ok := m[1][sense]; ok {
				best = max(best, Same-rankCost-cost-other)
			}
		}
	}
	return best
}

// read gives the senses of a word in any of its forms.
func (r *Reader) read(w string) *reading {
	if m, ok := r.words[w]; ok {
		return m
	}
	m := &reading{map[int]float64{}, map[int]float64{}, map[int]float64{}, Base(w), nil, 0}
	for _, base := range m.bases {
		line := r.t.line(base)
		r.t.addWord(m, line, 0)
		m.senses = max(m.senses, countSenses(line))
		rest, made, _ := cutLast(line)
		for _, i := range numbers(made) {
			r.t.addWord(m, r.t.at(i), madeCost)
		}
		_, opposed, _ := cutLast(rest)
		for _, i := range numbers(opposed) {
			word, _, _ := strings.Cut(r.t.words[r.t.starts[i]:], "\t")
			m.opposed = append(m.opposed, word)
		}
	}
	r.words[w] = m
	return m
}

// addWord takes the senses of the word with that line into m.
func (t *table) addWord(m *reading, line string, cost float64) {
	f := strings.Split(line, ";")
	for _, part := range f[:min(len(f), partsOfSpeech)] {
		for rank, sense := range numbers(part) {
			t.add(m, sense, cost+rankCost*float64(rank))
		}
	}
}

func countSenses(line string) (n int) {
	for _, part := range strings.SplitN(line, ";", partsOfSpeech+1)[:min(partsOfSpeech, strings.Count(line, ";")+1)] {
		n += len(strings.Fields(part))
	}
	return n
}

// add takes a sense into m, with what it brings about and the wider ones.
func (t *table) add(m *reading, sense int, cost float64) {
	put := func(to map[int]float64, n int, cost float64) {
		if c, ok := to[n]; !ok || cost < c {
			to[n] = cost
		}
	}
	put(m.own, sense, cost)
	wider, brings, _ := strings.Cut(t.senses[sense], ";")
	for _, n := range numbers(brings) {
		put(m.own, n, cost+madeCost)
	}
	for steps := 1; steps <= maxWider && wider != ""; steps++ {
		list := numbers(wider)
		for _, n := range list {
			put(m.wider, n, cost+widerCost*float64(steps))
			if steps == 1 && t.under[n] <= maxBeside {
				put(m.beside, n, cost+widerCost)
			}
		}
		wider, _, _ = strings.Cut(t.senses[list[0]], ";")
	}
}

// numbers reads numbers to the base of 36.
func numbers(s string) (list []int) {
	for f := range strings.FieldsSeq(s) {
		if n, err := strconv.ParseInt(f, 36, 32); err == nil {
			list = append(list, int(n))
		}
	}
	return list
}

// Known reports whether the table holds a word in this form.
func Known(w string) bool { return load().line(w) != "" }

// Weight tells how much a word says: less the more it can mean.
func (r *Reader) Weight(w string) float64 {
	m := r.read(w)
	return 1 / (1 + commonCost*float64(m.senses))
}

// commonCost is how much less a word says for each sense that it has.
const commonCost = 0.12
