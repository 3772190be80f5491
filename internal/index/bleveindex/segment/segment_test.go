package segment

import (
	"bytes"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"analyze/internal/index"

	"github.com/RoaringBitmap/roaring/v2"
	bleveindex "github.com/blevesearch/bleve_index_api"
	segmentapi "github.com/blevesearch/scorch_segment_api/v2"
)

var vocabulary = strings.Fields("counted counts count counting council river rivers border borders winter été éclair al-Said U.S. 40,000 the of")

// recordOf is a made up record of a document.
func recordOf(r *rand.Rand, id int) *index.Record {
	var text []string
	for range 5 + r.IntN(60) {
		text = append(text, vocabulary[r.IntN(len(vocabulary))])
	}
	body := strings.Join(text, " ")
	return &index.Record{
		ID: fmt.Sprintf("d/%05d", id), Kind: index.Document, Lang: "en", Body: body, Card: index.Card{Doc: fmt.Sprint(id), End: len(body)},
		Texts:   []index.Text{{Field: index.FieldText, Text: body}, {Field: index.FieldExact, Text: body}, {Field: index.FieldTitle, Text: text[0]}, {Field: index.FieldAuthor, Text: "Ana Falk"}},
		Keys:    []index.KeyValue{{Field: index.KeyRecord, Value: "document"}, {Field: index.KeyActor, Value: fmt.Sprint("actor-", r.IntN(9)), Count: 1 + r.IntN(3)}, {Field: index.KeySig, Value: fmt.Sprint("sig", id)}},
		Numbers: []index.NumberValue{{Field: index.NumLow, Value: float64(r.IntN(100)) / 4}, {Field: index.NumHigh, Value: math.Inf(1)}, {Field: index.NumDateLow, Value: -float64(r.IntN(9000))}},
	}
}

func segmentOf(t testing.TB, records ...*index.Record) *Segment {
	t.Helper()
	var docs []bleveindex.Document
	for _, r := range records {
		d, err := Document(r)
		if err != nil {
			t.Fatal(err)
		}
		docs = append(docs, d)
	}
	s, _, err := plugin{}.New(docs)
	if err != nil {
		t.Fatal(err)
	}
	return s.(*Segment)
}

// describe prints all that a segment holds, by ids, so that segments whose
// records are numbered in another way can be compared.
func describe(t testing.TB, s *Segment, deleted *roaring.Bitmap) string {
	t.Helper()
	var lines []string
	say := func(n uint32, format string, args ...any) {
		if deleted == nil || !deleted.Contains(n) {
			lines = append(lines, s.ID(n)+" "+fmt.Sprintf(format, args...))
		}
	}
	for n := range uint32(s.Count()) {
		if s.Number(s.ID(n)) != n {
			t.Errorf("the record %s is %d and %d", s.ID(n), n, s.Number(s.ID(n)))
		}
		card, body, err := s.Stored(n)
		if err != nil {
			t.Fatal(err)
		}
		say(n, "%s %s", card, body)
	}
	for _, f := range s.Fields() {
		previous := ""
		for c := s.Field(f).From(""); c.Valid(); c.Next() {
			if w := string(c.Word()); w <= previous {
				t.Errorf("%s: %q follows %q", f, w, previous)
			}
			previous = string(c.Word())
			it := c.List(deleted)
			for n := it.Next(); n != None; n = it.Next() {
				say(n, "%s %s %s %d %v", f, c.Word(), c.Stem(), it.Count(), it.Places(nil))
			}
		}
	}
	for _, v := range s.foot.Numbers {
		s.Values(v.Name, func(n uint32, x float64) { say(n, "%s %v", v.Name, x) })
	}
	s.Signatures(func(n uint32, b []byte) { say(n, "signature %s", b) })
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}

func TestBuilt(t *testing.T) {
	s := segmentOf(t, &index.Record{
		ID: "d/b", Kind: index.Document, Lang: "en", Body: "Counts of the counted", Card: index.Card{Doc: "b"},
		Texts:   []index.Text{{Field: index.FieldText, Text: "Counts of the counted"}, {Field: index.FieldExact, Text: "Counts of the counted"}},
		Keys:    []index.KeyValue{{Field: index.KeyPlace, Value: "oslo", Count: 3}, {Field: index.KeySig, Value: "s1"}},
		Numbers: []index.NumberValue{{Field: index.NumLow, Value: 2.5}},
	}, &index.Record{
		ID: "d/a", Kind: index.Document, Lang: "fr", Card: index.Card{Doc: "a"},
		Texts: []index.Text{{Field: index.FieldText, Text: "combattants"}},
	})
	want := `d/a _id d/a  1 []
d/a length 1
d/a text_fr combattants combatant 1 [1]
d/a {"doc":"a","start":0,"end":0} 
d/b _id d/b  1 []
d/b length 4
d/b low 2.5
d/b place oslo  3 []
d/b signature s1
d/b text counted count 1 [4]
d/b text counts count 1 [1]
d/b text of  1 [2]
d/b text the  1 [3]
d/b {"doc":"b","start":0,"end":0} Counts of the counted`
	if got := describe(t, s, nil); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	words := func(stem string) (out []string) {
		for _, c := range s.Field(index.FieldText).Stemmed(stem) {
			out = append(out, string(c.Word()))
		}
		slices.Sort(out)
		return out
	}
	for stem, want := range map[string]string{"count": "[counted counts]", "of": "[of]", "counts": "[]", "zebra": "[]", "a": "[]"} {
		if got := fmt.Sprint(words(stem)); got != want {
			t.Errorf("words of the stem %s: %s, want %s", stem, got, want)
		}
	}
}

// The words of each stem are found, those whose stems lie far from them in the
// order too, and none of what is no stem.
func TestStemmed(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	ends := []string{"", "s", "ed", "ing", "ies", "y", "ly", "ation", "ational"}
	var text []string
	for range 4000 {
		word := string(rune('a'+r.IntN(26))) + string(rune('a'+r.IntN(26))) + string(rune('a'+r.IntN(6))) + string(rune('a'+r.IntN(26)))
		text = append(text, word+ends[r.IntN(len(ends))])
	}
	text = append(text, "dying", "lying", "skies", "idly", "news")
	f := segmentOf(t, &index.Record{ID: "d/a", Lang: "en", Texts: []index.Text{{Field: index.FieldText, Text: strings.Join(text, " ")}}}).Field(index.FieldText)
	want := map[string][]string{}
	stem := index.Stemmer("en")
	for c := f.From(""); c.Valid(); c.Next() {
		want[stem(string(c.Word()))] = append(want[stem(string(c.Word()))], string(c.Word()))
	}
	for _, word := range text {
		for _, s := range []string{word, stem(word), word + "a", word[:2]} {
			var got []string
			for _, c := range f.Stemmed(s) {
				got = append(got, string(c.Word()))
			}
			if slices.Sort(got); !slices.Equal(got, want[s]) {
				t.Fatalf("words of the stem %s: %v, want %v", s, got, want[s])
			}
		}
	}
}

// A passage is the words of its document that begin in it, in the order of the
// documents whatever their ids, and keeps none of its own.
func TestPassages(t *testing.T) {
	text := "one two-three four five"
	record := func(k index.Kind, id, doc string, start, end int) *index.Record {
		r := &index.Record{ID: id, Kind: k, Lang: "en", Card: index.Card{Doc: doc, Start: start, End: end}}
		if r.Texts = []index.Text{{Field: index.FieldPassage, Text: text[start:end]}}; k == index.Document {
			r.Texts, r.Body = []index.Text{{Field: index.FieldText, Text: text}}, text
		}
		return r
	}
	s := segmentOf(t, record(index.Passage, "p/a#04", "a", 4, 13), record(index.Passage, "p/a !#08", "a !", 8, 18), record(index.Passage, "p/a#00", "a", 0, 7),
		record(index.Document, "d/a !", "a !", 0, len(text)), record(index.Document, "d/a", "a", 0, len(text)), record(index.Passage, "p/b#00", "b", 0, 7))
	got := ""
	for n := range uint32(s.Count()) {
		var first, length float64
		s.Values(First, func(at uint32, v float64) {
			if at == n {
				first = v
			}
		})
		s.Values(Length, func(at uint32, v float64) {
			if at == n {
				length = v
			}
		})
		got += fmt.Sprintf("%s %v+%v\n", s.ID(n), first, length)
	}
	want := `d/a 0+5
d/a ! 0+5
p/a#00 1+2
p/a#04 2+2
p/a !#08 3+2
p/b#00 1+0
`
	if got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if s.Field(index.FieldPassage) != nil {
		t.Error("words of passages are kept")
	}
	for n := range uint32(s.Count()) {
		if at := s.Number(s.ID(n)); at != n {
			t.Errorf("%s is number %d, found at %d", s.ID(n), n, at)
		}
	}
}

// Words that are too long are cut off, and those that are then alike are one.
func TestLongWords(t *testing.T) {
	long := strings.Repeat("x", maxWord)
	text := long + "a " + long + "b " + long + " short"
	s := segmentOf(t, &index.Record{ID: "d/a", Lang: "en", Texts: []index.Text{{Field: index.FieldText, Text: text}}})
	f := s.Field(index.FieldText)
	n := 0
	for w := f.From(""); w.Valid(); w.Next() {
		n++
	}
	if n != 2 {
		t.Fatalf("%d words", n)
	}
	c := f.Exactly(long)
	if c == nil {
		t.Fatal("the long word is not found")
	}
	it := c.List(nil)
	if it.Next(); it.Count() != 3 || fmt.Sprint(it.Places(nil)) != "[1 2 3]" {
		t.Errorf("it stands %d times, at %v", it.Count(), it.Places(nil))
	}
}

// What is merged, in memory or from files, with records dropped, is what is
// built of the records that stay; and merging what is merged, too.
func TestMerged(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for round, count := range []int{3, 40, 400} {
		var kept []*index.Record
		var parts []segmentapi.Segment
		var drops []*roaring.Bitmap
		id := 0
		for range 4 {
			var records []*index.Record
			for range count + r.IntN(count) {
				records = append(records, recordOf(r, id*7919%100003))
				id++
			}
			s := segmentOf(t, records...)
			var drop *roaring.Bitmap
			if len(parts)%2 == round%2 {
				drop = roaring.New()
			}
			for _, x := range records {
				if drop != nil && r.IntN(3) == 0 {
					drop.Add(s.Number(x.ID))
				} else {
					kept = append(kept, x)
				}
			}
			parts, drops = append(parts, s), append(drops, drop)
		}
		half := mergeTo(t, parts[:2], drops[:2])
		all := mergeTo(t, append([]segmentapi.Segment{half}, parts[2:]...), append([]*roaring.Bitmap{nil}, drops[2:]...))
		if err := all.Verify(); err != nil {
			t.Error(err)
		}
		if got, want := describe(t, all.Segment, nil), describe(t, segmentOf(t, kept...), nil); got != want {
			t.Errorf("%d records: merging gives another segment\ngot  %.2000s\nwant %.2000s", len(kept), got, want)
		}
	}
}

func mergeTo(t *testing.T, parts []segmentapi.Segment, drops []*roaring.Bitmap) File {
	t.Helper()
	path := filepath.Join(t.TempDir(), "merged")
	numbers, _, err := plugin{}.Merge(parts, drops, path, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	s, err := plugin{}.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	for i, p := range parts {
		of, _ := Of(p)
		for n, now := range numbers[i] {
			switch dropped := drops[i] != nil && drops[i].Contains(uint32(n)); {
			case dropped != (now == docDropped):
				t.Errorf("record %d of part %d is %d", n, i, now)
			case !dropped && s.(File).ID(uint32(now)) != of.ID(uint32(n)):
				t.Errorf("%s is now %s", of.ID(uint32(n)), s.(File).ID(uint32(now)))
			}
		}
	}
	return s.(File)
}

func TestMergeStops(t *testing.T) {
	path := filepath.Join(t.TempDir(), "merged")
	stop := make(chan struct{})
	close(stop)
	s := segmentOf(t, recordOf(rand.New(rand.NewPCG(1, 1)), 1))
	if _, _, err := (plugin{}).Merge([]segmentapi.Segment{s}, []*roaring.Bitmap{nil}, path, stop, nil); !errors.Is(err, segmentapi.ErrClosed) {
		t.Errorf("got %v", err)
	}
	if _, err := os.Stat(path); err == nil {
		t.Error("a file is left behind")
	}
}

func TestRanks(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	a, b := segmentOf(t, recordOf(r, 1), recordOf(r, 4)), segmentOf(t, recordOf(r, 2), recordOf(r, 3))
	got := ""
	Ranks([]*Segment{a, b}, func(id []byte, part int, n uint32) { got += fmt.Sprintf("%s %d.%d; ", id, part, n) })
	if want := "d/00001 0.0; d/00002 1.0; d/00003 1.1; d/00004 0.1; "; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if n := b.Behind("d/00002", func(uint32) bool { return true }); n != 1 {
		t.Errorf("behind d/00002 is %d", n)
	}
	numbers, err := a.DocNumbers([]string{"d/00004", "d/00002", "x"})
	if err != nil || numbers.String() != "{1}" {
		t.Errorf("numbers %v, %v", numbers, err)
	}
}

// The same records in another order give the same bytes.
func TestSameBytes(t *testing.T) {
	var records []*index.Record
	for i := range 50 {
		records = append(records, recordOf(rand.New(rand.NewPCG(uint64(i), 1)), i))
	}
	a := segmentOf(t, records...)
	slices.Reverse(records)
	if b := segmentOf(t, records...); !bytes.Equal(a.data, b.data) {
		t.Error("the bytes depend on the order of the records")
	}
}

// A file that is cut off or changed is refused when it is opened, or found by
// Verify; reading it does not bring the program down.
func FuzzDamage(f *testing.F) {
	r := rand.New(rand.NewPCG(9, 9))
	whole := segmentOf(f, recordOf(r, 1), recordOf(r, 2), recordOf(r, 3)).data
	f.Add(10, byte(1), len(whole))
	f.Add(len(whole)-40, byte(0xff), len(whole))
	f.Add(200, byte(0x80), len(whole)-1)
	f.Fuzz(func(t *testing.T, at int, change byte, length int) {
		b := slices.Clone(whole[:max(0, min(length, len(whole)))])
		if at >= 0 && at < len(b) {
			b[at] ^= change
		}
		s, err := parse(b)
		if err != nil {
			return
		}
		if s.Verify() == nil && !bytes.Equal(b[:len(b)-trailerSize], whole[:len(whole)-trailerSize]) {
			t.Error("the damage is not seen")
		}
		defer func() { _ = recover() }() // as package bleveindex does
		describe(quiet{t}, s, nil)
	})
}

// quiet lets describe go on where a damaged segment contradicts itself.
type quiet struct{ testing.TB }

func (quiet) Errorf(string, ...any) {}
func (quiet) Fatal(...any)          { panic("fatal") }

func TestSizes(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	s := segmentOf(t, recordOf(r, 1), recordOf(r, 2))
	sizes := map[string]int{}
	s.Sizes(sizes)
	sum := 0
	for name, n := range sizes {
		if sum += n; n == 0 && name != "cards" { // all have a text
			t.Errorf("%s takes up nothing", name)
		}
	}
	if foot := len(s.data) - sum; foot <= trailerSize || foot > 4000 {
		t.Errorf("%d of %d bytes are told", sum, len(s.data))
	}
}

func BenchmarkBuild(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 1))
	var records []*index.Record
	bytes := 0
	for i := range 1000 {
		records = append(records, recordOf(r, i))
		bytes += len(records[i].Body)
	}
	b.SetBytes(int64(bytes))
	for b.Loop() {
		segmentOf(b, records...)
	}
}
