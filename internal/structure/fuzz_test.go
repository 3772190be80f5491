package structure

import (
	"strings"
	"testing"

	"analyze/internal/doc"
)

// FuzzPasses runs all passes over any bytes, with and without marks.
func FuzzPasses(f *testing.F) {
	for _, text := range samples(f) {
		f.Add(text[:min(len(text), 3000)])
		f.Add(text[max(0, len(text)-2000):])
	}
	for _, unit := range hostile {
		f.Add(strings.Repeat(unit, 40))
	}
	f.Fuzz(func(t *testing.T, text string) {
		d := analyse(t, "a/2017-02-13.txt", text)
		if err := check(d); err != nil {
			t.Fatal(err)
		}
		marked := &doc.Document{ID: "b", Text: text}
		for at := 0; at < len(text); at += 37 {
			kind := doc.MarkKind(at%int(doc.MarkMeta-1) + 1)
			marked.Marks = append(marked.Marks, doc.Mark{Span: doc.Span{Start: at, End: min(at+20, len(text))}, Kind: kind, Level: at % 9})
		}
		for _, p := range passes {
			if err := p.Run(marked); err != nil {
				t.Fatal(err)
			}
		}
		if err := check(marked); err != nil {
			t.Fatalf("with marks: %v", err)
		}
	})
}
