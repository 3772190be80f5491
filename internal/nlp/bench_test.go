package nlp

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"analyze/internal/doc"
)

// sharedDir finds what lies beside the project, or skips.
func sharedDir(t testing.TB) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			break
		}
		dir = filepath.Dir(dir)
	}
	dir = filepath.Join(dir, "../shared")
	if _, err := os.Stat(dir); err != nil {
		t.Skip("SKIPPED: ../shared is not there")
	}
	return dir
}

// corpusText is all text of the shared corpus.
func corpusText(t testing.TB) string {
	t.Helper()
	files, _ := filepath.Glob(filepath.Join(sharedDir(t), "corpus", "*.txt"))
	var b strings.Builder
	for _, f := range files {
		text, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		b.Write(text)
		b.WriteString("\n\n")
	}
	return b.String()
}

func BenchmarkTokens(b *testing.B) {
	text := corpusText(b)
	d := &doc.Document{Text: text, Blocks: paragraphs(text)}
	perceptron()
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		tokenize(d)
	}
	b.ReportMetric(float64(b.N*len(d.Tokens))/b.Elapsed().Seconds(), "tokens/s")
}

func BenchmarkTags(b *testing.B) {
	text := corpusText(b)
	toks, sents := Segment(text)
	m := perceptron()
	fixed := make([]doc.Tag, len(toks))
	scan := scanner{text: text, joiner: &joiner{d: &doc.Document{Text: text}}}
	scan.block(0, len(text))
	for i := range scan.out[:min(len(scan.out), len(toks))] {
		if scan.out[i].Span == toks[i].Span {
			fixed[i] = scan.out[i].Tag
		}
	}
	t := new(tagging)
	b.ReportAllocs()
	for b.Loop() {
		for i := range toks {
			toks[i].Tag = fixed[i]
		}
		for _, s := range sents {
			t.tagSentence(m, text, toks[s.First:s.Last], plain)
		}
	}
	b.ReportMetric(float64(b.N*len(toks))/b.Elapsed().Seconds(), "tokens/s")
}

// BenchmarkNames measures tokens, sentences, tags and names together.
func BenchmarkNames(b *testing.B) {
	text := corpusText(b)
	d := &doc.Document{Text: text, Blocks: paragraphs(text)}
	namesOf(b, d)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		namesOf(b, d)
	}
	b.ReportMetric(float64(b.N*len(d.Tokens))/b.Elapsed().Seconds(), "tokens/s")
}
