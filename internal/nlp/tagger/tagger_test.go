package tagger

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"
)

// article is a text of the kind that the tagger is made for, cut at blanks.
var article = `The price of bread in Tunis has doubled since March , officials of the Ministry of Trade said on Monday .
Leila Haddad , an economist at the University of Sfax , blamed a poor harvest and the war in Ukraine .
“ We warned the World Bank a year ago , ” Haddad said .
The Central Agency for Food Aid ( CAFA ) wants to buy wheat from Romania and France .
CAFA will need 40,000 tonnes , according to Reuters .
French traders doubt it .
Farmers Fear a Second Dry Year
Around Kairouan , north of the Sahara , two in three wells are empty .`

func documentOf(text string) [][]Token {
	var out [][]Token
	for _, line := range strings.Split(text, "\n") {
		out = append(out, tokensOf(line))
	}
	return out
}

// mark writes the spans that are mentions into the text.
func mark(sentences [][]Token, spans []Span) string {
	lines := make([][]string, len(sentences))
	for s := range sentences {
		for _, t := range sentences[s] {
			lines[s] = append(lines[s], t.Text)
		}
	}
	for _, s := range spans {
		if s.Type <= Place {
			lines[s.Sentence][s.Start] = "«" + lines[s.Sentence][s.Start]
			lines[s.Sentence][s.End-1] += "|" + s.Type.String() + "»"
		}
	}
	var out []string
	for _, l := range lines {
		out = append(out, strings.Join(l, " "))
	}
	return strings.Join(out, "\n")
}

// What the embedded model makes of plain sentences without any help from a
// gazetteer.
func TestDefaultFindsPlainNames(t *testing.T) {
	for _, want := range []string{
		"The minister flew to «Berlin|PLACE» on Tuesday .",
		"«Maria Lopez|PERSON» , a nurse from «Chile|PLACE» , works for the «World Bank|ORG» .",
		"Prices rose by 3 % , the «European Central Bank|ORG» said .",
		"He was born in «Lagos|PLACE» and studied at the «University of Leeds|ORG» .",
		"The army said «IS|ORG» was beaten , but «IS|ORG» fighters came back .",
		"WHAT IS NEXT FOR THE RETURNING WORKERS",
		"Nothing happened that day .",
	} {
		text := plain(want)
		doc := documentOf(text)
		if got := mark(doc, Default().Tag(doc, nil)); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}

// plain takes the marks out of a text.
func plain(marked string) string {
	for _, ty := range typeNames {
		marked = strings.ReplaceAll(marked, "|"+ty+"»", "")
	}
	return strings.ReplaceAll(marked, "«", "")
}

// The rest of a document decides: a surname after a full name is a person's.
func TestSecondLook(t *testing.T) {
	doc := documentOf("Peter Lagos , a doctor , joined in May .\nLater Lagos left .")
	got := mark(doc, Default().Tag(doc, nil))
	if want := "«Peter Lagos|PERSON» , a doctor , joined in May .\nLater «Lagos|PERSON» left ."; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestTagAppends(t *testing.T) {
	doc := documentOf(article)
	first := Span{Sentence: 7}
	got := Default().Tag(doc, []Span{first})
	if got[0] != first || len(got) < 5 {
		t.Errorf("%v", got)
	}
	if got := Default().Tag(nil, nil); len(got) != 0 {
		t.Errorf("names in nothing: %v", got)
	}
	if got := Default().Tag([][]Token{{}, nil}, nil); len(got) != 0 {
		t.Errorf("names in empty sentences: %v", got)
	}
}

// Odds go with the names that are found, and there are as many as tokens.
func TestTagOdds(t *testing.T) {
	doc := documentOf(article)
	spans, odds := Default().TagOdds(doc, nil, nil)
	if !reflect.DeepEqual(spans, Default().Tag(doc, nil)) {
		t.Error("the names differ from those without odds")
	}
	if len(odds) != count(doc) {
		t.Fatalf("%d odds for %d tokens", len(odds), count(doc))
	}
	first := make([]int, len(doc)) // of each sentence
	for s := 1; s < len(doc); s++ {
		first[s] = first[s-1] + len(doc[s-1])
	}
	for _, s := range spans {
		o := odds[first[s.Sentence]+s.Start]
		if s.Score > 0.8 && (o[s.Type] <= 0 || o.Any() < o[s.Type]) {
			t.Errorf("%s %q: odds %.1f", s.Type, doc[s.Sentence][s.Start].Text, o)
		}
	}
	if o := odds[1]; doc[0][1].Text != "price" || o != (Odds{}) {
		t.Errorf("%q: odds %.1f", doc[0][1].Text, o)
	}
}

// The same document gives the same spans whatever was tagged before it, beside
// it, and on however many processors.
func TestTagIsAlwaysTheSame(t *testing.T) {
	m, doc := Default(), documentOf(article)
	want := m.Tag(doc, nil)
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(4))
	var wg sync.WaitGroup
	for n := range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for k := range 5 {
				noise := documentOf(fmt.Sprintf("Other Names %d stood in Between %d .\n%s", n, k, strings.Repeat("Lagos ", n*k)))
				m.Tag(noise, nil)
				if got := m.Tag(doc, nil); !reflect.DeepEqual(got, want) {
					t.Errorf("got %v, want %v", got, want)
				}
			}
		}()
	}
	wg.Wait()
}

// check reports spans that lie outside of the document, overlap, are out of
// order or have no probability.
func check(t *testing.T, doc [][]Token, spans []Span) {
	t.Helper()
	before := Span{}
	for _, s := range spans {
		switch {
		case s.Sentence < 0 || s.Sentence >= len(doc) || s.Start < 0 || s.Start >= s.End || s.End > len(doc[s.Sentence]):
			t.Fatalf("%+v lies outside", s)
		case s.Sentence < before.Sentence || s.Sentence == before.Sentence && s.Start < before.End:
			t.Fatalf("%+v after %+v", s, before)
		case !(s.Score >= 0 && s.Score <= 1) || !(s.OtherScore >= 0 && s.OtherScore <= 1):
			t.Fatalf("%+v has no probability", s)
		case s.Type >= types || s.Other >= types || s.Other == s.Type:
			t.Fatalf("%+v has no type", s)
		}
		before = s
	}
}

func FuzzTag(f *testing.F) {
	f.Add(article, uint64(1))
	f.Add("\xff\xfe A\x00B \xc3( É́ ", uint64(0))
	f.Add(strings.Repeat("Aa of ", 700), ^uint64(0))
	f.Add(strings.Repeat("( ", 900)+"A", uint64(7))
	f.Fuzz(func(t *testing.T, text string, know uint64) {
		doc := documentOf(text)
		rng := rand.New(rand.NewPCG(know, 1))
		for _, s := range doc {
			for i := range s {
				if know != 0 && rng.IntN(3) == 0 {
					s[i].Know = Knowledge(rng.Uint32())
				}
			}
		}
		check(t, doc, Default().Tag(doc, nil))
	})
}

// Time grows as the length does: eight times the text must not take sixty-four
// times as long.
func TestTimeIsLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	for name, make := range map[string]func(n int) string{
		"one capital letter": func(n int) string { return strings.Repeat("A", n) },
		"capital letters":    func(n int) string { return strings.Repeat("A ", n/2) },
		"brackets":           func(n int) string { return strings.Repeat("( ", n/2) },
		"connectors":         func(n int) string { return strings.Repeat("Aa of the ", n/10) },
		"other words":        func(n int) string { return manyWords(n) },
		"lines":              func(n int) string { return strings.Repeat("Aa Bb\n", n/6) },
	} {
		spend := func(n int) time.Duration {
			doc := documentOf(make(n))
			best := time.Hour
			for range 3 {
				start := time.Now()
				Default().Tag(doc, nil)
				best = min(best, time.Since(start))
			}
			return best
		}
		small, large := spend(50_000), spend(400_000)
		if large > 40*small && large > time.Second {
			t.Errorf("%s: %v, then %v for eight times the text", name, small, large)
		}
	}
}

func manyWords(n int) string {
	var b strings.Builder
	for i := 0; b.Len() < n; i++ {
		fmt.Fprintf(&b, "W%dx ", i)
	}
	return b.String()
}

func TestTypes(t *testing.T) {
	for ty := range Type(types) {
		if got, ok := ParseType(ty.String()); !ok || got != ty {
			t.Errorf("%v is read as %v", ty, got)
		}
	}
	if _, ok := ParseType("Org"); ok {
		t.Error("Org is a type")
	}
}

func TestHeaderNamesSources(t *testing.T) {
	h := Default().Header()
	if h.Features == 0 || len(h.Sources) == 0 {
		t.Fatalf("%+v", h)
	}
	for _, s := range h.Sources {
		if s.Name == "" || s.Licence == "" || s.Tokens == 0 {
			t.Errorf("%+v", s)
		}
		if strings.Contains(s.Name, "EWT") {
			t.Errorf("trained on a test: %s", s.Name)
		}
	}
}

func TestModelKeepsItsBytes(t *testing.T) {
	m, err := Read(bytes.NewReader(embedded))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	n, err := m.WriteTo(&b)
	if err != nil || n != int64(b.Len()) {
		t.Fatal(n, err)
	}
	if !bytes.Equal(b.Bytes(), embedded) {
		t.Error("a model that was read and written has changed")
	}
	if len(embedded) > 10<<20 {
		t.Errorf("the model takes %d bytes", len(embedded))
	}
}

func TestReadRefuses(t *testing.T) {
	for name, data := range map[string][]byte{
		"nothing":      nil,
		"other file":   []byte("PK\x03\x04 and more"),
		"magic alone":  []byte(magic),
		"cut off":      embedded[:len(embedded)/2],
		"other format": append([]byte("NAMES\x00\x00\x7f"), embedded[8:]...),
	} {
		if _, err := Read(bytes.NewReader(data)); !errors.Is(err, ErrFormat) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	m := Default()
	whole, err := m.plain()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := parse(whole); err != nil {
		t.Fatal(err)
	}
	for n := 0; n < len(whole); n += 1 + len(whole)/50 {
		if _, err := parse(whole[:n]); err == nil {
			t.Errorf("no error after %d of %d bytes", n, len(whole))
		}
	}
}

func TestNewRefuses(t *testing.T) {
	for name, p := range map[string]Parts{
		"unit":       {},
		"lengths":    {Unit: 0.1, Keys: []uint32{1}},
		"order":      {Unit: 0.1, Keys: []uint32{2, 1}, Weights: make([][Labels]int8, 2)},
		"transition": {Unit: 0.1, Trans: [Labels][Labels]int32{{1 << 20}}},
	} {
		if _, err := New(p); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

// tagged is a longer text for the benchmarks: articles that differ in their
// words.
func longDocument() [][]Token {
	var out [][]Token
	for range 20 {
		out = append(out, documentOf(article)...)
	}
	return out
}

func count(doc [][]Token) (n int) {
	for _, s := range doc {
		n += len(s)
	}
	return n
}

func BenchmarkTag(b *testing.B) {
	m, doc := Default(), longDocument()
	out := m.Tag(doc, nil)
	b.ReportAllocs()
	for b.Loop() {
		out = m.Tag(doc, out[:0])
	}
	b.ReportMetric(float64(count(doc))*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}

func BenchmarkRead(b *testing.B) {
	for b.Loop() {
		if _, err := Read(bytes.NewReader(embedded)); err != nil {
			b.Fatal(err)
		}
	}
}
