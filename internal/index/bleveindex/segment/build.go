package segment

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"slices"
	"strings"

	"analyze/internal/index"
)

// Names of columns of numbers beside those of index.Schema: how many words the
// main text of a record and the title of a document have, and the place of the
// first word of a passage in its document, counted from 1.
const (
	Length      = "length"
	TitleLength = "title_length"
	First       = "first"
)

// lengthOf tells where the length of a field is kept that counts in scores.
var lengthOf = map[string]string{
	index.FieldText: Length, index.FieldSentence: Length, index.FieldTitle: TitleLength,
}

// maxWord bounds the length of a word in bytes.
const maxWord = 512

// idField is the field of the ids of records.
const idField = "_id"

// An input is a record with its card as it is stored.
type input struct {
	record *index.Record
	card   []byte
}

// build makes the file of a segment that holds the records.
func build(list []input) ([]byte, error) {
	slices.SortFunc(list, inOrder)
	b := &builder{fields: map[string]*fieldBuilder{}, values: map[string]*valueWriter{}, words: index.NewNumbering(), texts: map[string][2]int{}}
	for i := range list {
		b.record(uint32(i), list[i].record)
	}
	var out bytes.Buffer
	w := newWriter(&out)
	w.Records = len(list)
	b.write(w)
	w.IDs = w.put(ordsOf(list))
	w.Marks = w.put(b.marks.b)
	cards := newStoredWriter(w)
	for i := range list {
		if list[i].record.Body == "" {
			cards.add(uint32(i), list[i].card)
		}
	}
	w.Cards = cards.finish()
	bodies := newStoredWriter(w)
	var blob []byte
	for i := range list {
		if body := list[i].record.Body; body != "" {
			blob = append(binary.AppendUvarint(blob[:0], uint64(len(list[i].card))), list[i].card...)
			bodies.add(uint32(i), append(blob, body...))
		}
	}
	w.Bodies = bodies.finish()
	err := w.finish()
	return out.Bytes(), err
}

// inOrder sorts by kind, then by document, and passages as they stand there.
func inOrder(a, b input) int {
	x, y := a.record, b.record
	return cmp.Or(cmp.Compare(x.Kind, y.Kind), strings.Compare(x.Card.Doc, y.Card.Doc), cmp.Compare(x.Card.Start, y.Card.Start), strings.Compare(x.ID, y.ID))
}

// ordsOf are the places of the records in the order of their ids.
func ordsOf(list []input) []byte {
	order := make([]int, len(list))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return strings.Compare(list[a].record.ID, list[b].record.ID) })
	out := make([]byte, 4*len(list))
	for ord, i := range order {
		putOrd(out, i, ord)
	}
	return out
}

// A builder gathers what the records of a segment hold.
type builder struct {
	fields map[string]*fieldBuilder
	values map[string]*valueWriter
	marks  markWriter
	words  *index.Analyzer
	// starts are where the words of documents begin, in bytes of their texts:
	// those of a document from the first up to the second of its texts.
	starts []int
	texts  map[string][2]int
}

func (b *builder) record(n uint32, r *index.Record) {
	b.field(idField, index.Key, "").key(n, r.ID, 1)
	for _, t := range r.Texts {
		if t.Text == "" || index.Schema[t.Field] == index.Bare { // the words themselves are in the other fields
			continue
		}
		if t.Field == index.FieldPassage {
			b.passage(n, r)
			continue
		}
		name := t.Field
		if index.Schema[name] == index.Stemmed {
			name = index.StemmedName(name, r.Lang)
		}
		var starts *[]int
		if t.Field == index.FieldText {
			starts = &b.starts
		}
		from := len(b.starts)
		length := b.field(name, index.Schema[t.Field], r.Lang).text(n, t.Text, b.words, starts)
		if t.Field == index.FieldText {
			b.texts[r.Card.Doc] = [2]int{from, len(b.starts)}
		}
		if column := lengthOf[t.Field]; column != "" {
			b.value(column).add(n, float64(length))
		}
	}
	for _, k := range r.Keys {
		if k.Field == index.KeySig {
			b.marks.add(n, []byte(k.Value))
			continue
		}
		b.field(k.Field, index.Schema[k.Field], "").key(n, k.Value, max(1, k.Count))
	}
	for _, v := range r.Numbers {
		b.value(v.Field).add(n, v.Value)
	}
}

// passage notes which words of its document the passage r holds.
func (b *builder) passage(n uint32, r *index.Record) {
	at := b.texts[r.Card.Doc]
	starts := b.starts[at[0]:at[1]]
	first, _ := slices.BinarySearch(starts, r.Card.Start)
	behind, _ := slices.BinarySearch(starts, r.Card.End)
	b.value(First).add(n, float64(first+1))
	b.value(Length).add(n, float64(max(0, behind-first)))
}

func (b *builder) value(name string) *valueWriter {
	v := b.values[name]
	if v == nil {
		v = &valueWriter{}
		b.values[name] = v
	}
	return v
}

func (b *builder) field(name string, kind index.FieldType, lang string) *fieldBuilder {
	f := b.fields[name]
	if f == nil {
		f = &fieldBuilder{number: map[string]uint32{}, places: kind == index.Stemmed || kind == index.Plain}
		f.counts = f.places || kind == index.Counted
		if kind == index.Stemmed {
			f.stem = index.Stemmer(lang)
		}
		b.fields[name] = f
	}
	return f
}

// write writes all fields and columns of numbers, by name.
func (b *builder) write(w *writer) {
	for _, name := range sortedNames(b.fields) {
		w.Fields = append(w.Fields, b.fields[name].write(w, name))
	}
	for _, name := range sortedNames(b.values) {
		w.Numbers = append(w.Numbers, valueFooter{name, w.put(b.values[name].b)})
	}
}

func sortedNames[T any](m map[string]T) []string {
	out := make([]string, 0, len(m))
	for name := range m {
		out = append(out, name)
	}
	slices.Sort(out)
	return out
}

// A fieldBuilder gathers the words of one field, in the order of the records
// and of the text.
type fieldBuilder struct {
	counts, places bool
	stem           func(string) string // nil: words have none
	number         map[string]uint32   // of words taken whole, in the order of their first
	local          []uint32            // of other words by their number, from 1; 0: none yet
	words          []string
	count          []uint32 // of each word
	tokens         []uint32
	texts          []textOf
}

// textOf is where the words of a record begin in the tokens. A record may come
// several times.
type textOf struct {
	record uint32
	from   int
}

func (f *fieldBuilder) begin(n uint32) {
	if len(f.texts) == 0 || f.texts[len(f.texts)-1].record != n {
		f.texts = append(f.texts, textOf{n, len(f.tokens)})
	}
}

// whole is the number of a word that is taken whole, or cut off at maxWord.
func (f *fieldBuilder) whole(word string) uint32 {
	word = word[:min(len(word), maxWord)]
	n, ok := f.number[word]
	if !ok {
		n = f.add(word)
		f.number[word] = n
	}
	return n
}

// add adds a word that is new and returns its number.
func (f *fieldBuilder) add(word string) uint32 {
	f.words = append(f.words, word)
	f.count = append(f.count, 0)
	return uint32(len(f.words) - 1)
}

func (f *fieldBuilder) token(n uint32) {
	f.count[n]++
	f.tokens = append(f.tokens, n)
}

// key adds a word that is taken whole.
func (f *fieldBuilder) key(n uint32, word string, count int) {
	f.begin(n)
	number := f.whole(word)
	for range count {
		f.token(number)
	}
}

// text adds the words of a text and returns how many they are. Where they begin
// is added to starts, if that is not nil.
func (f *fieldBuilder) text(n uint32, text string, words *index.Analyzer, starts *[]int) int {
	f.begin(n)
	before := len(f.tokens)
	words.Words(text, func(w index.Word) bool {
		for int(w.Number) >= len(f.local) {
			f.local = append(f.local, make([]uint32, max(256, len(f.local)))...)
		}
		switch {
		case f.local[w.Number] != 0:
		case len(w.Exact) >= maxWord:
			f.local[w.Number] = f.whole(w.Exact) + 1
		default:
			f.local[w.Number] = f.add(w.Exact) + 1
		}
		f.token(f.local[w.Number] - 1)
		if starts != nil {
			*starts = append(*starts, w.Start)
		}
		return true
	})
	return len(f.tokens) - before
}

// occurrence is where a word stands.
type occurrence struct{ record, place uint32 }

// sorted groups the tokens by word: those of word i are the part of all from
// ends[i]-count[i] up to ends[i], in order.
func (f *fieldBuilder) sorted() (all []occurrence, ends []uint32) {
	ends = make([]uint32, len(f.words))
	sum := uint32(0)
	for i, n := range f.count {
		ends[i] = sum
		sum += n
	}
	all = make([]occurrence, len(f.tokens))
	for i, t := range f.texts {
		to := len(f.tokens)
		if i+1 < len(f.texts) {
			to = f.texts[i+1].from
		}
		for at := t.from; at < to; at++ {
			word := f.tokens[at]
			all[ends[word]] = occurrence{t.record, uint32(at - t.from + 1)}
			ends[word]++
		}
	}
	return all, ends
}

func (f *fieldBuilder) write(w *writer, name string) fieldFooter {
	out := fieldFooter{Name: name, Counts: f.counts, Places: f.places}
	all, ends := f.sorted()
	order := make([]uint32, len(f.words))
	for i := range order {
		order[i] = uint32(i)
	}
	slices.SortFunc(order, func(a, b uint32) int { return strings.Compare(f.words[a], f.words[b]) })
	var d dictWriter
	var b []byte
	l := &listWriter{counts: f.counts, places: f.places}
	begin := w.at
	for _, n := range order {
		l.all(all[ends[n]-f.count[n] : ends[n]])
		b = l.take(b)
		w.put(b)
		d.add([]byte(f.words[n]), stemOf(f.words[n], f.stem), len(b))
	}
	out.Lists = span{begin, w.at}
	d.write(w, &out)
	return out
}

// stemOf is the stem of word, "" where it is the word itself.
func stemOf(word string, stem func(string) string) string {
	if stem == nil {
		return ""
	}
	if s := stem(word); s != word {
		return s
	}
	return ""
}

// all makes the list of the places where one word stands.
func (l *listWriter) all(list []occurrence) {
	for i := 0; i < len(list); {
		j := i + 1
		for j < len(list) && list[j].record == list[i].record {
			j++
		}
		l.record(list[i].record, j-i)
		for ; i < j && l.places; i++ {
			l.place(list[i].place)
		}
		i = j
	}
}
