package bleveindex

import (
	"encoding/binary"
	"math"
	"sync"

	"analyze/internal/index"

	blevedoc "github.com/blevesearch/bleve/v2/document"
	bleveindex "github.com/blevesearch/bleve_index_api"
	"github.com/klauspost/compress/zstd"
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
	// bare is the field of the folded words of the same text, which is filled
	// with this one; of is the field whose length this one tells.
	bare, of *field

	length int
	freqs  bleveindex.TokenFrequencies
}

func (f *field) Name() string                             { return f.name }
func (f *field) Value() []byte                            { return f.value }
func (f *field) ArrayPositions() []uint64                 { return nil }
func (f *field) EncodedFieldType() byte                   { return 't' }
func (f *field) Options() bleveindex.FieldIndexingOptions { return f.options }

// AnalyzedLength is 1 for every field: bleve would keep it with each posting,
// and the lengths that count lie in columns.
func (f *field) AnalyzedLength() int                                   { return 1 }
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
	if f.of != nil {
		f.text = encodeNumber(float64(f.of.length))
	}
	if f.kind == index.Bare && f.freqs != nil {
		return // filled with the text
	}
	if f.kind == index.Key || f.kind == index.Counted || f.kind == index.Number {
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
	var exact bleveindex.TokenFrequencies
	if f.bare != nil {
		exact = make(bleveindex.TokenFrequencies, 16+len(f.text)/16)
		f.bare.freqs = exact
	}
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
		if exact != nil && exact[w.Exact] == nil {
			exact[w.Exact] = onceOf(w.Exact)
		}
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

func onceOf(word string) *bleveindex.TokenFreq {
	t := &bleveindex.TokenFreq{Term: []byte(word[:min(len(word), maxTerm)])}
	t.SetFrequency(1)
	return t
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
		d.AddField(&field{name: storedBody, options: bleveindex.StoreField, value: pack(r.Body)})
	}
	var text *field // of the document's words, from which the bare ones follow
	for _, t := range r.Texts {
		if t.Text == "" {
			continue
		}
		f := &field{name: t.Field, text: t.Text, kind: index.Schema[t.Field], lang: r.Lang, options: withPositions}
		switch f.kind {
		case index.Stemmed:
			f.name = index.StemmedName(t.Field, r.Lang)
		case index.Bare:
			f.options = withoutCounts
			if text != nil && text.text == f.text {
				text.bare = f
			}
		}
		if t.Field == index.FieldText {
			text = f
		}
		d.AddField(f)
		if name := lengthField[t.Field]; name != "" {
			d.AddField(&field{name: name, of: f, kind: index.Number, options: withoutCounts})
		}
	}
	for _, k := range r.Keys {
		f := &field{name: k.Field, text: k.Value, kind: index.Schema[k.Field], count: k.Count, options: withoutCounts}
		if f.kind == index.Counted || k.Field == index.KeySig { // words that stand once cost least with a count
			f.options = bleveindex.IndexField
		}
		d.AddField(f)
	}
	for _, n := range r.Numbers {
		d.AddField(numberField(n.Field, n.Value))
	}
	return d
}

// lengthField tells where the length of a field is kept that counts in scores.
var lengthField = map[string]string{
	index.FieldText: numLength, index.FieldPassage: numLength, index.FieldSentence: numLength, index.FieldTitle: numTitleLen,
}

var (
	packer = sync.OnceValue(func() *zstd.Encoder {
		e, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedDefault), zstd.WithEncoderConcurrency(1), zstd.WithEncoderCRC(false))
		if err != nil {
			panic(err)
		}
		return e
	})
	unpacker = sync.OnceValue(func() *zstd.Decoder {
		d, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(0), zstd.WithDecoderMaxMemory(4<<30))
		if err != nil {
			panic(err)
		}
		return d
	})
)

// pack compresses the text of a document, better than bleve does.
func pack(s string) []byte { return packer().EncodeAll([]byte(s), nil) }

func unpack(b []byte) (string, error) {
	out, err := unpacker().DecodeAll(b, nil)
	return string(out), err
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
