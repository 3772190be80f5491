package figure_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"analyze/internal/doc"
	"analyze/internal/nlp"
	"analyze/internal/nlp/figure"
	"analyze/internal/structure"
)

// numberWords of the property: cardinals that a reader would call numbers.
var cardinals = strings.Fields("two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion hundreds thousands dozen dozens")

// checkAll holds what must be true of any document: spans read back, and
// every number is in a figure or in the list of those that are none.
func checkAll(t testing.TB, d *doc.Document) {
	t.Helper()
	last := 0
	for i := range d.Figures {
		f := &d.Figures[i]
		for _, s := range []doc.Span{f.Span, f.Number, f.WhatSpan} {
			if s.Start < 0 || s.End > len(d.Text) || s.Start > s.End || s.Start < len(d.Text) && !utf8.RuneStart(d.Text[s.Start]) || s.End < len(d.Text) && !utf8.RuneStart(d.Text[s.End]) {
				t.Fatalf("span %v is outside the text or inside a character", s)
			}
		}
		if f.Start < last {
			t.Fatalf("figures are not sorted at %d", i)
		}
		last = f.Start
		if !f.Contains(f.Number) || f.Number.Len() == 0 {
			t.Fatalf("number %v is not in the span %v of %q", f.Number, f.Span, d.Slice(f.Span))
		}
		if f.Pair >= len(d.Figures) || f.Pair >= 0 && d.Figures[f.Pair].Pair != i {
			t.Fatalf("figure %d is paired with %d", i, f.Pair)
		}
		if f.Bound == doc.Range && (f.Low == nil || f.High == nil || f.High.Less(*f.Low)) {
			t.Fatalf("range of %q has no ends", d.Slice(f.Span))
		}
	}
	if s := uncovered(d); s != "" {
		t.Fatalf("%s is neither in a figure nor skipped", s)
	}
}

// uncovered returns the first number that nothing lists.
func uncovered(d *doc.Document) string {
	covered := make([]bool, len(d.Text)+1)
	mark := func(s doc.Span) {
		for i := s.Start; i < s.End; i++ {
			covered[i] = true
		}
	}
	for i := range d.Figures {
		mark(d.Figures[i].Span)
	}
	for _, s := range d.Skipped {
		mark(s.Span)
	}
	start := -1
	for i, r := range d.Text + " " {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			if start < 0 {
				start = i
			}
			continue
		}
		if start >= 0 && !anyCovered(covered[start:i]) && isNumber(d.Text[start:i]) {
			return fmt.Sprintf("%q at %d of %q", d.Text[start:i], start, d.Text[max(0, start-30):min(len(d.Text), i+30)])
		}
		start = -1
	}
	return ""
}

func anyCovered(c []bool) bool {
	for _, x := range c {
		if x {
			return true
		}
	}
	return false
}

func isNumber(w string) bool {
	if strings.ContainsAny(w, "0123456789") {
		return true
	}
	for _, c := range cardinals {
		if strings.EqualFold(w, c) {
			return true
		}
	}
	return false
}

// TestEveryNumberIsListed runs over the documents at hand and the examples.
func TestEveryNumberIsListed(t *testing.T) {
	var files []string
	for _, pattern := range []string{"../../../corpus/*", "../claim/testdata/dev/*.txt", "testdata/*.txt", "data/*.tsv"} {
		more, _ := filepath.Glob(pattern)
		files = append(files, more...)
	}
	if dir, err := filepath.Abs("../../../../shared/corpus"); err == nil {
		more, _ := filepath.Glob(filepath.Join(dir, "*.txt"))
		files = append(files, more...)
	}
	if len(files) < 10 {
		t.Fatal("no documents")
	}
	for _, f := range files {
		t.Run(filepath.Base(f), func(t *testing.T) {
			b, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			text := strings.ToValidUTF8(string(b), "?")
			checkAll(t, read(t, text))
		})
	}
}

// TestKeepsToItsLayer holds that the pass writes figures and nothing else, and
// the same ones when it runs again.
func TestKeepsToItsLayer(t *testing.T) {
	d := read(t, "Some 40 men and two dozen women fled in 2015; prices rose 5%.\n\n| Town | Men |\n|---|---|\n| Ost | 40 |\n")
	before := fmt.Sprint(d.Blocks, d.Tokens, d.Sentences, d.Mentions, d.Tables, d.Problems)
	figures, skipped := dump(d), fmt.Sprint(d.Skipped)
	if err := figure.Pass.Run(d); err != nil {
		t.Fatal(err)
	}
	if after := fmt.Sprint(d.Blocks, d.Tokens, d.Sentences, d.Mentions, d.Tables, d.Problems); after != before {
		t.Error("another layer changed")
	}
	if dump(d) != figures || fmt.Sprint(d.Skipped) != skipped {
		t.Error("a second run gives something else")
	}
}

func dump(d *doc.Document) string {
	var s strings.Builder
	for i := range d.Figures {
		fmt.Fprintln(&s, line(d, &d.Figures[i]))
	}
	return s.String()
}

// light runs the passes without names, over one block.
func light(t testing.TB, text string) *doc.Document {
	d := &doc.Document{Text: text}
	for _, p := range []*doc.Pass{structure.Blocks, structure.Notes, structure.Tables, nlp.Tokens} {
		if err := p.Run(d); err != nil {
			t.Fatal(err)
		}
	}
	return d
}

// hostile are texts that could make a grammar slow, by what is repeated.
var hostile = map[string]string{
	"digits": "7", "commas": "1,", "to": "1 to ", "hyphens": "1-", "and": "one and ", "of": "5 of ", "percent": "5 percent, ",
	"doubled": "5 doubled ", "from": "from 5 to 6 ", "minus": "minus ", "hundreds": "hundreds of ", "slashes": "1/", "brackets": "(5) ", "more": "more than ", "dozen": "dozen ", "quotes": "1'000 ", "blanks": "1 000 ", "men": "5 men ", "colon": "x: 5 ",
	"powers": "2^9", "scales": "5 thousand ", "fifths": "twenty fifths ", "bounds": "at least 5 and ", "others": "5 others, ", "one": "one man, ", "each": "5 for each 100 ", "question": "And men? 5. ",
}

// TestLinear holds that four times the text takes about four times the work:
// a grammar that is quadratic anywhere takes sixteen. The least of several
// runs is compared, so that a busy machine does not fail it.
func TestLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("slow")
	}
	const length, most, rounds = 1 << 17, 12.0, 8
	for name, unit := range hostile {
		t.Run(name, func(t *testing.T) {
			short, long := light(t, strings.Repeat(unit, length/len(unit))), light(t, strings.Repeat(unit, 4*length/len(unit)))
			least := [2]time.Duration{time.Hour, time.Hour}
			ratio := 0.0
			for range rounds {
				for i, d := range [...]*doc.Document{short, long} {
					at := time.Now()
					if err := figure.Pass.Run(d); err != nil {
						t.Fatal(err)
					}
					least[i] = min(least[i], time.Since(at))
				}
				if ratio = float64(least[1]) / float64(max(least[0], time.Microsecond)); ratio < most {
					return
				}
			}
			t.Errorf("four times the text takes %.1f times as long: %v, %v", ratio, least[0], least[1])
		})
	}
}

func FuzzFigures(f *testing.F) {
	for _, s := range []string{"", "5", "from six to 10 per month", "$1.2bn–3bn", "1 1/2 years", "½", "1/9 of", "\x00\xff5", "Turkey (1.400) Lebanon, (900)", "2013–2014", "one in nine", "1,50,000", "5 % ± 3", "l,240 86O", "−30 °C", "a\n| b | 5 |\n|---|---|\n| c | 6 |", "twenty-five-year-old's", "two-and-a-half", "every third man", "hundreds of thousands of dollars", "$US5 Rs. 7"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		checkAll(t, readLight(t, strings.ToValidUTF8(s, "�")))
	})
}

func readLight(t testing.TB, s string) *doc.Document {
	d := light(t, s)
	if err := figure.Pass.Run(d); err != nil {
		t.Fatal(err)
	}
	return d
}

// corpusTexts returns the documents of the project and how many words they have.
func corpusTexts(b *testing.B) (texts []string, words int) {
	files, _ := filepath.Glob("../../../corpus/*")
	for _, f := range files {
		text, err := os.ReadFile(f)
		if err != nil {
			b.Fatal(err)
		}
		texts = append(texts, string(text))
		words += len(strings.Fields(string(text)))
	}
	return texts, words
}

// BenchmarkFigures reports words a second of the pass alone over the documents
// of the project.
func BenchmarkFigures(b *testing.B) {
	texts, words := corpusTexts(b)
	var docs []*doc.Document
	for _, t := range texts {
		docs = append(docs, light(b, t))
	}
	b.ResetTimer()
	for b.Loop() {
		for _, d := range docs {
			if err := figure.Pass.Run(d); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}

// BenchmarkFiguresOfText reports words a second from the bare text: blocks,
// notes, tables, sentences, tags, names and figures.
func BenchmarkFiguresOfText(b *testing.B) {
	texts, words := corpusTexts(b)
	for b.Loop() {
		for _, t := range texts {
			read(b, t)
		}
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}
