package store

import (
	"strings"
	"testing"

	"analyze/internal/doc"

	"github.com/govalues/decimal"
)

// document is about what an analysis of a text of 30 kB holds.
func document() *doc.Document {
	d := &doc.Document{ID: "a.txt", Text: strings.Repeat("The committee met in Geneva and counted 40,000 people. ", 550)}
	v := decimal.MustParse("40000")
	for i := range 550 {
		at := i * 55
		d.Sentences = append(d.Sentences, doc.Sentence{Span: doc.Span{Start: at, End: at + 54}, First: 10 * i, Last: 10*i + 10})
		d.Mentions = append(d.Mentions, doc.Mention{Span: doc.Span{Start: at + 21, End: at + 27}, Type: doc.Place, Keys: []string{"geneva-ch"}, By: "gazetteer"})
		d.ReferentOf = append(d.ReferentOf, 0)
		if i%5 == 0 {
			d.Claims = append(d.Claims, doc.Claim{Figure: doc.Figure{Low: &v, High: &v, Value: &v, Unit: "person", What: "people", Pair: -1}, Places: []doc.ClaimPlace{{Name: "Geneva"}}, Context: "The committee met in Geneva and counted 40,000 people."})
		}
	}
	return d
}

func BenchmarkPut(b *testing.B) {
	s, d := locked(b), document()
	b.SetBytes(int64(len(d.Text)))
	for b.Loop() {
		if err := s.Put(Analyses, Key("a"), d); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkGet(b *testing.B) {
	s, d := locked(b), document()
	if err := s.Put(Analyses, Key("a"), d); err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(d.Text)))
	for b.Loop() {
		var got doc.Document
		if err := s.Get(Analyses, Key("a"), &got); err != nil {
			b.Fatal(err)
		}
	}
}
