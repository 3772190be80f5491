package nlp

import (
	"bytes"
	"fmt"
	"math"
	"slices"
	"sync"

	"github.com/jdkato/prose/v2"

	"analyze/internal/doc"
)

// A weights is the averaged perceptron of prose, laid out for look-up without
// strings: features are found by hash, and their weights, exact thousandths,
// lie in rows of packed class and weight. Read-only once loaded.
type weights struct {
	classes []doc.Tag // in order of their names, so that ties fall the same way
	classOf [256]int32

	packed []int32 // weight<<6 | class
	rows   []int32 // where each row begins in packed; one more at the end

	words    table[wordRows]
	suffixes table[suffixRows]
	firsts   [256]int32   // by first byte
	tags     [][]int32    // "i tag+i-2 tag" by previous and the one before
	prev     []int32      // "i-1 tag"
	prev2    []int32      // "i-2 tag"
	pairs    table[int32] // "i-1 tag+i word" by pairKey
	bias     int32
	fixed    table[int32] // class of the words that have only one, as written
	special  [numSpecial]wordRows
}

// A wordRows has the rows of a word by where it stands; row 0 is empty.
type wordRows struct {
	this, prev, prev2, next, next2 int32
	small                          bool // oftener no name than a name
}

// A suffixRows has the rows of a word's last three bytes.
type suffixRows struct{ this, prev, next int32 }

// Words that stand for many.
const (
	wordStart = iota
	wordStart2
	wordEnd
	wordEnd2
	wordHyphen
	wordYear
	wordDigits
	numSpecial
)

var specialWords = [numSpecial]string{"-START-", "-START2-", "-END-", "-END2-", "!HYPHEN", "!YEAR", "!DIGITS"}

// Classes beyond the tagger's own: what stands before a sentence.
const (
	maxClass    = 48
	classStart  = maxClass - 2
	classStart2 = maxClass - 1
)

// perceptron loads the weights at the first call; it panics if the package
// that carries them is not what it was when this was built.
var perceptron = sync.OnceValue(func() *weights {
	m, err := loadWeights()
	if err != nil {
		panic(err)
	}
	return m
})

func asset(name string) (*gobReader, error) {
	b, err := prose.Asset("model/AveragedPerceptron/" + name + ".gob")
	if err != nil {
		return nil, fmt.Errorf("nlp: read the tagger's %s: %w", name, err)
	}
	return newGobReader(b), nil
}

func loadWeights() (*weights, error) {
	m := &weights{rows: []int32{0, 0}}
	for _, load := range []struct {
		name string
		read func(*gobReader) error
	}{{"classes", m.readClasses}, {"weights", m.readWeights}, {"tags", m.readTags}} {
		g, err := asset(load.name)
		if err != nil {
			return nil, err
		}
		if err := load.read(g); err != nil {
			return nil, err
		}
		if g.err != nil {
			return nil, g.err
		}
	}
	return m, nil
}

func (m *weights) readClasses(g *gobReader) error {
	n := g.count()
	names := make([]string, n)
	for i := range names {
		names[i] = string(g.bytes())
	}
	slices.Sort(names)
	if n > classStart {
		return fmt.Errorf("nlp: %d classes of tags", n)
	}
	for i, name := range names {
		t := doc.ParseTag(name)
		if t == doc.TagNone {
			return fmt.Errorf("nlp: unknown tag %q", name)
		}
		m.classes = append(m.classes, t)
		m.classOf[t] = int32(i)
	}
	return g.err
}

// class returns the class of the tag of that name as it stands in a feature,
// -1 if it is none.
func (m *weights) class(name []byte) int32 {
	switch string(name) {
	case specialWords[wordStart]:
		return classStart
	case specialWords[wordStart2]:
		return classStart2
	}
	t := doc.ParseTag(string(name))
	if t == doc.TagNone {
		return -1
	}
	return m.classOf[t]
}

func (m *weights) readWeights(g *gobReader) error {
	n := g.count()
	m.words.init(1 << 15)
	m.suffixes.init(1 << 13)
	m.pairs.init(1 << 16)
	m.tags = make([][]int32, maxClass)
	for i := range m.tags {
		m.tags[i] = make([]int32, maxClass)
	}
	m.prev, m.prev2 = make([]int32, maxClass), make([]int32, maxClass)
	m.packed = make([]int32, 0, 300000)
	for range n {
		name := g.bytes()
		row, err := m.readRow(g)
		if err != nil {
			return err
		}
		m.place(name, row)
	}
	for i, w := range specialWords {
		m.special[i] = *m.words.at(hashWord([]byte(w)))
	}
	m.markSmall()
	return g.err
}

// readRow appends the weights of one feature and returns their row.
func (m *weights) readRow(g *gobReader) (int32, error) {
	row := int32(len(m.rows) - 1)
	from := len(m.packed)
	for range g.count() {
		tag := doc.ParseTag(string(g.bytes()))
		w := math.Round(g.float() * 1000)
		if tag == doc.TagNone || math.Abs(w) > 1<<20 {
			return 0, errGob
		}
		if w != 0 {
			m.packed = append(m.packed, int32(w)<<6|m.classOf[tag])
		}
	}
	slices.Sort(m.packed[from:])
	m.rows = append(m.rows, int32(len(m.packed)))
	return row, g.err
}

// place files the row of a feature under what it asks.
func (m *weights) place(name []byte, row int32) {
	kind, arg := cutLast(name)
	switch string(kind) {
	case "i word":
		w := m.words.put(hashWord(arg))
		w.this = row
	case "i-1 word":
		m.words.put(hashWord(arg)).prev = row
	case "i-2 word":
		m.words.put(hashWord(arg)).prev2 = row
	case "i+1 word":
		m.words.put(hashWord(arg)).next = row
	case "i+2 word":
		m.words.put(hashWord(arg)).next2 = row
	case "i suffix":
		m.suffixes.put(suffixKey(arg)).this = row
	case "i-1 suffix":
		m.suffixes.put(suffixKey(arg)).prev = row
	case "i+1 suffix":
		m.suffixes.put(suffixKey(arg)).next = row
	case "i pref1":
		if len(arg) == 1 {
			m.firsts[arg[0]] = row
		}
	case "i-1 tag":
		if c := m.class(arg); c >= 0 {
			m.prev[c] = row
		}
	case "i-2 tag":
		if c := m.class(arg); c >= 0 {
			m.prev2[c] = row
		}
	case "":
		m.bias = row
	default:
		m.placePair(kind, arg, row)
	}
}

// placePair files the row of a feature of two tags, or of a tag and a word.
func (m *weights) placePair(kind, arg []byte, row int32) {
	kind, tag := cutLast(kind)
	c := m.class(tag)
	if c < 0 {
		return
	}
	switch string(kind) {
	case "i tag+i-2 tag":
		if d := m.class(arg); d >= 0 {
			m.tags[c][d] = row
		}
	case "i-1 tag+i word":
		*m.pairs.put(pairKey(c, hashWord(arg))) = row
	}
}

// markSmall notes which words are no names as a rule.
func (m *weights) markSmall() {
	m.words.each(func(w *wordRows) {
		if w.this == 0 {
			return
		}
		var name, other int32
		for _, p := range m.packed[m.rows[w.this]:m.rows[w.this+1]] {
			if t := m.classes[p&63]; t == doc.NNP || t == doc.NNPS {
				name = max(name, p>>6)
			} else {
				other = max(other, p>>6)
			}
		}
		w.small = other > name
	})
}

func (m *weights) readTags(g *gobReader) error {
	m.fixed.init(1 << 12)
	for range g.count() {
		word := g.bytes()
		t := doc.ParseTag(string(g.bytes()))
		if t == doc.TagNone {
			return errGob
		}
		*m.fixed.put(hashWord(word)) = m.classOf[t] + 1
		if t != doc.NNP && t != doc.NNPS && g.err == nil {
			m.words.put(hashWord(bytes.ToLower(word))).small = true
		}
	}
	return g.err
}

// knows reports whether the word, in small letters, is one of the tagger's.
func (m *weights) knows(word string) bool {
	w := m.words.find(hashString(word))
	return w != nil && (w.this != 0 || w.small)
}

// cutLast parts a feature at its last blank.
func cutLast(b []byte) (head, tail []byte) {
	if i := bytes.LastIndexByte(b, ' '); i >= 0 {
		return b[:i], b[i+1:]
	}
	return nil, b
}
