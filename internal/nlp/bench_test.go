package nlp

import (
	"encoding/json"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"

	"analyze/internal/doc"
	"analyze/internal/testfile"
)

// corpusText is all text of the shared corpus.
func corpusText(t testing.TB) string {
	t.Helper()
	files, _ := filepath.Glob(filepath.Join(testfile.Shared(t), "corpus", "*.txt"))
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

// benchDocs is all texts at hand, without annotations: the shared corpus and the
// texts of one annotated set.
func benchDocs(b *testing.B) []*doc.Document {
	dir := testfile.Shared(b)
	var texts []string
	files, _ := filepath.Glob(filepath.Join(dir, "corpus", "*.txt"))
	for _, f := range files {
		text, err := os.ReadFile(f)
		if err != nil {
			b.Fatal(err)
		}
		texts = append(texts, string(text))
	}
	f, err := os.Open(filepath.Join(dir, "data", "names", "redocred_dev.jsonl"))
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	for in := json.NewDecoder(f); ; {
		var r struct{ Text string }
		if in.Decode(&r) != nil {
			break
		}
		texts = append(texts, r.Text)
	}
	var docs []*doc.Document
	for _, t := range texts {
		docs = append(docs, &doc.Document{Text: t, Blocks: paragraphs(t)})
	}
	return docs
}

// BenchmarkTexts measures tokens, sentences, tags and names of many documents on
// as many processors as -cpu says, and what is allocated a token.
func BenchmarkTexts(b *testing.B) {
	docs := benchDocs(b)
	tokens := 0
	for _, d := range docs {
		namesOf(b, d)
		tokens += len(d.Tokens)
	}
	var next atomic.Int64
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	b.ReportAllocs()
	b.ResetTimer()
	b.RunParallel(func(pb *testing.PB) {
		var scratch doc.Document
		for pb.Next() {
			for range docs { // an op is as many documents as there are
				d := docs[int(next.Add(1))%len(docs)]
				scratch.Text, scratch.Blocks = d.Text, d.Blocks
				namesOf(b, &scratch)
			}
		}
	})
	b.StopTimer()
	runtime.ReadMemStats(&after)
	b.ReportMetric(float64(b.N*tokens)/b.Elapsed().Seconds(), "tokens/s")
	b.ReportMetric(float64(after.Mallocs-before.Mallocs)/float64(b.N*tokens), "allocs/token")
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
