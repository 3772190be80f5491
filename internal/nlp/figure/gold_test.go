package figure_test

import (
	"os"
	"path/filepath"
	"testing"
	"unicode/utf8"

	"analyze/internal/doc"
	"analyze/internal/testfile"
)

type goldClaim struct {
	ID, Doc, Text, Bound, Unit string
	Start, End                 int
	Low, High, Value           *float64
	NumStart                   int `json:"num_start"`
	NumEnd                     int `json:"num_end"`
	Per, What, Direction       *string
	Kind                       string
	Optional                   bool
	Reason                     string
}

// goldDocument reads a document of the corpus and maps code points to bytes.
func goldDocument(t *testing.T, id string) (*doc.Document, []int) {
	files, _ := filepath.Glob(filepath.Join(testfile.Shared(t), "corpus", id+"_*.txt"))
	if len(files) != 1 {
		t.Skip("SKIPPED: no document " + id)
	}
	b, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	at := make([]int, 0, utf8.RuneCount(b)+1)
	for i := range string(b) {
		at = append(at, i)
	}
	return read(t, string(b)), append(at, len(b))
}

// TestGold compares with the documents annotated by hand: every claim must be
// found with its number, bound and unit, and no number that is none.
func TestGold(t *testing.T) {
	dir := filepath.Join(testfile.Shared(t), "gold")
	docs := map[string]*doc.Document{}
	points := map[string][]int{}
	for _, id := range []string{"003", "004"} {
		docs[id], points[id] = goldDocument(t, id)
	}
	find := func(id string, start, end int) *doc.Figure {
		s := doc.Span{Start: points[id][start], End: points[id][end]}
		for i := range docs[id].Figures {
			if f := &docs[id].Figures[i]; f.Number.Overlaps(s) {
				return f
			}
		}
		return nil
	}
	for _, c := range records[goldClaim](t, filepath.Join(dir, "claims.jsonl")) {
		if c.Optional {
			continue
		}
		f := find(c.Doc, c.NumStart, c.NumEnd)
		if f == nil {
			t.Errorf("%s %q is not found", c.ID, c.Text)
			continue
		}
		if f.Bound.String() != c.Bound || f.Unit != c.Unit {
			t.Errorf("%s %q: %s %s, want %s %s", c.ID, c.Text, f.Bound, f.Unit, c.Bound, c.Unit)
		}
		for name, p := range map[string][2]float64{"low": {float(f.Low), orNaN(c.Low)}, "high": {float(f.High), orNaN(c.High)}} {
			if p[0] != p[1] && !(p[0] != p[0] && p[1] != p[1]) {
				t.Errorf("%s %q: %s %v, want %v", c.ID, c.Text, name, p[0], p[1])
			}
		}
		if got := docs[c.Doc].Slice(f.Span); got != c.Text {
			t.Errorf("%s: span %q, want %q", c.ID, got, c.Text)
		}
		if c.What != nil && f.What != *c.What {
			t.Logf("%s %q: counts %q, gold %q", c.ID, c.Text, f.What, *c.What)
		}
	}
	for _, c := range records[goldClaim](t, filepath.Join(dir, "not_claims.jsonl")) {
		if f := find(c.Doc, c.Start, c.End); f != nil {
			t.Errorf("%s %q (%s) is taken for a figure: %s", c.ID, c.Text, c.Reason, docs[c.Doc].Slice(f.Span))
		}
	}
	all := 0
	for _, d := range docs {
		all += len(d.Figures)
		for i := range d.Figures {
			t.Log(line(d, &d.Figures[i]))
		}
	}
}

func orNaN(f *float64) float64 {
	if f == nil {
		return float(nil)
	}
	return *f
}
