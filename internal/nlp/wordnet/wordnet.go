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

// commonCost is how much less a word says for each sense that it has.
const commonCost = 0.12
