package bleveindex

import (
	"encoding/binary"
	"math"
	"sync"

	"analyze/internal/index"

	blevedoc "github.com/blevesearch/bleve/v2/document"
	bleveindex "github.com/blevesearch/bleve_index_api"
)

// A field is one field of a record as bleve indexes it. Unlike bleve's own
// text field it analyses with index.Analyzer, keeps no offsets (what is shown
// is found again in the text) and allocates once a field, not once a word.
type field struct {
	name    string
	options bleveindex.FieldIndexingOptions
	value   []byte // stored fields
	text    string // indexed ones
	kind    index.FieldType
	lang    string
	count   int // of a Counted key

	length int
	freqs  bleveindex.TokenFrequencies
}

func (f *field) Name() string                                          { return f.name }
func (f *field) Value() []byte                                         { return f.value }
func (f *field) ArrayPositions() []uint64                              { return nil }
func (f *field) EncodedFieldType() byte                                { return 't' }
func (f *field) Options() bleveindex.FieldIndexingOptions              { return f.options }
func (f *field) AnalyzedLength() int                                   { return f.length }
func (f *field) AnalyzedTokenFrequencies() bleveindex.TokenFrequencies { return f.freqs }
func (f *field) Size() int                                             { return len(f.value) + len(f.text) + 128 }
func (f *field) NumPlainTextBytes() uint64                             { return uint64(len(f.text)) }

// analyzers keeps one pool of analyzers a language.
var analyzers sync.Map

func withAnalyzer(lang string, use func(*index.Analyzer)) {
	p, ok := analyzers.Load(lang)
	if !ok {
		p, _ = analyzers.LoadOrStore(lang, &sync.Pool{New: func() any { return index.NewAnalyzer(lang) }})
	}
	pool := p.(*sync.Pool)
	a := pool.Get().(*index.Analyzer)
	defer pool.Put(a)
	use(a)
}

// Analyze splits the field into words. bleve calls it from several goroutines,
// once a field.
func (f *field) Analyze() {
	if !f.options.IsIndexed() {
		return
	}
	if f.kind == index.Key || f.kind == index.Counted || f.kind == index.Number {
		f.length = 1
		t := &bleveindex.TokenFreq{Term: []byte(f.text)}
		t.SetFrequency(max(1, f.count))
		f.freqs = bleveindex.TokenFrequencies{f.text: t}
		return
	}
	withAnalyzer(f.lang, f.analyze)
}

func (f *field) analyze(a *index.Analyzer) {
	number := make(map[string]int32, 16+len(f.text)/16)
	words := make([]int32, 0, 8+len(f.text)/5)
	var terms []string
	var counts []int32
	a.Words(f.text, func(w index.Word) bool {
		s := w.Exact
		if f.kind == index.Stemmed {
			s = w.Stem
		}
		if len(s) > maxTerm {
			s = s[:maxTerm]
		}
		n, ok := number[s]
		if !ok {
			n = int32(len(terms))
			number[s] = n
			terms, counts = append(terms, s), append(counts, 0)
		}
		counts[n]++
		words = append(words, n)
		return true
	})
	f.length = len(words)
	all := make([]bleveindex.TokenFreq, len(terms))
	f.freqs = make(bleveindex.TokenFrequencies, len(terms))
	for i, s := range terms {
		all[i].Term = []byte(s)
		all[i].SetFrequency(int(counts[i]))
		f.freqs[s] = &all[i]
	}
	if !f.options.IncludeTermVectors() {
		return
	}
	places := make([]bleveindex.TokenLocation, len(words))
	pointers := make([]*bleveindex.TokenLocation, len(words))
	at := 0
	for i := range all { // each term's locations are a slice of pointers
		all[i].Locations = pointers[at : at : at+int(counts[i])]
		at += int(counts[i])
	}
	for i, n := range words {
		places[i].Position = i + 1
		all[n].Locations = append(all[n].Locations, &places[i])
	}
}

// maxTerm bounds the length of a term in bytes.
const maxTerm = 512

var _ blevedoc.Field = (*field)(nil)

const (
	withPositions = bleveindex.IndexField | bleveindex.IncludeTermVectors
	withoutCounts = bleveindex.IndexField | bleveindex.SkipFreqNorm
)

// Fields that the engine adds to records.
const (
	storedCard  = "card"
	storedBody  = "body"
	numLength   = "length"       // words of the main text
	numTitleLen = "title_length" // words of the title
)

// document is a record as bleve takes it.
func document(r *index.Record, card []byte) *blevedoc.Document {
	d := blevedoc.NewDocument(r.ID)
	d.AddField(&field{name: storedCard, options: bleveindex.StoreField, value: card})
	if r.Body != "" {
		d.AddField(&field{name: storedBody, options: bleveindex.StoreField, value: []byte(r.Body)})
	}
	for _, t := range r.Texts {
		if t.Text == "" {
			continue
		}
		f := &field{name: t.Field, text: t.Text, kind: index.Schema[t.Field], lang: r.Lang}
		switch f.kind {
		case index.Stemmed:
			f.name = index.StemmedName(t.Field, r.Lang)
			f.options = withPositions
		case index.Plain:
			f.options = withPositions
		default:
			f.options = withoutCounts
		}
		d.AddField(f)
		addLength(d, t, r.Lang)
	}
	for _, k := range r.Keys {
		f := &field{name: k.Field, text: k.Value, kind: index.Schema[k.Field], count: k.Count, options: withoutCounts}
		if f.kind == index.Counted {
			f.options = bleveindex.IndexField
		}
		d.AddField(f)
	}
	for _, n := range r.Numbers {
		d.AddField(numberField(n.Field, n.Value))
	}
	return d
}

// addLength adds the length of the fields whose length counts in the score.
func addLength(d *blevedoc.Document, t index.Text, lang string) {
	var name string
	switch t.Field {
	case index.FieldText, index.FieldPassage, index.FieldSentence:
		name = numLength
	case index.FieldTitle:
		name = numTitleLen
	default:
		return
	}
	n := 0
	withAnalyzer(lang, func(a *index.Analyzer) { a.Words(t.Text, func(index.Word) bool { n++; return true }) })
	d.AddField(numberField(name, float64(n)))
}

func numberField(name string, v float64) *field {
	return &field{name: name, text: encodeNumber(v), kind: index.Number, options: withoutCounts}
}

// encodeNumber gives eight bytes that sort like the numbers.
func encodeNumber(v float64) string {
	bits := math.Float64bits(v)
	if bits>>63 == 0 {
		bits |= 1 << 63
	} else {
		bits = ^bits
	}
	var b [8]byte
	binary.BigEndian.PutUint64(b[:], bits)
	return string(b[:])
}

func decodeNumber(s []byte) float64 {
	if len(s) != 8 {
		return math.NaN()
	}
	bits := binary.BigEndian.Uint64(s)
	if bits>>63 == 1 {
		bits &^= 1 << 63
	} else {
		bits = ^bits
	}
	return math.Float64frombits(bits)
}
