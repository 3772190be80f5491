package structure

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"analyze/internal/doc"
)

// FuzzPasses runs all passes over any bytes, with and without marks.
func FuzzPasses(f *testing.F) {
	for _, text := range samples(f) {
		f.Add(text[:min(len(text), 700)])
		f.Add(text[max(0, len(text)-500):])
	}
	for _, unit := range hostile {
		f.Add(strings.Repeat(unit, 40))
	}
	f.Fuzz(func(t *testing.T, text string) {
		d := analyse(t, "a/2017-02-13.txt", text)
		if err := check(d); err != nil {
			t.Fatal(err)
		}
		if err := check(withMarks(t, text)); err != nil {
			t.Fatalf("with marks: %v", err)
		}
	})
}

// withMarks analyses a text with marks of all kinds in it.
func withMarks(t *testing.T, text string) *doc.Document {
	d := &doc.Document{ID: "b", Text: text}
	for at := 0; at < len(text); at += 37 {
		kind := doc.MarkKind(at%int(doc.MarkMeta-1) + 1)
		d.Marks = append(d.Marks, doc.Mark{Span: doc.Span{Start: at, End: min(at+20, len(text))}, Kind: kind, Level: at % 9})
	}
	for _, p := range passes {
		if err := p.Run(d); err != nil {
			t.Fatal(err)
		}
	}
	return d
}

// TestMutations cuts, swaps and doubles pieces of the samples and puts hostile
// text between them, always the same way, and holds the invariants.
func TestMutations(t *testing.T) {
	texts := samples(t)
	var paths, units []string
	for p := range texts {
		paths = append(paths, p)
	}
	for _, u := range hostile {
		units = append(units, u)
	}
	slices.Sort(paths)
	slices.Sort(units)
	rng := rand.New(rand.NewPCG(1, 2))
	runs := 400
	if testing.Short() {
		runs = 60
	}
	for n := range runs {
		var text strings.Builder
		for range 1 + rng.IntN(6) {
			s := texts[paths[rng.IntN(len(paths))]]
			if len(s) == 0 {
				continue
			}
			from := rng.IntN(len(s))
			piece := s[from : from+rng.IntN(min(len(s)-from, 1500)+1)]
			text.WriteString(piece)
			text.WriteString(strings.Repeat(units[rng.IntN(len(units))], rng.IntN(12)))
			if rng.IntN(4) == 0 {
				text.WriteString(piece)
			}
		}
		if err := check(analyse(t, "m", text.String())); err != nil {
			t.Fatalf("run %d: %v\n%q", n, err, text.String())
		}
		if err := check(withMarks(t, text.String())); err != nil {
			t.Fatalf("run %d with marks: %v\n%q", n, err, text.String())
		}
	}
}
