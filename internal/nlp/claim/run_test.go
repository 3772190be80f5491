package claim_test

import (
	"os"
	"path/filepath"
	"testing"

	"analyze/internal/doc"
	"analyze/internal/nlp"
	"analyze/internal/nlp/claim"
	"analyze/internal/nlp/resolve"
	"analyze/internal/structure"
)

// before are the passes that claims need, figures left out.
var before = []*doc.Pass{structure.Blocks, structure.Notes, structure.Tables, structure.Repeats, structure.Meta, nlp.Tokens, nlp.Names, resolve.Local}

// read runs the passes over a text of that date and hands figures to the last
// one, so that it can be tested on right figures as well as on those found.
func read(t testing.TB, text, date string, figures func(*doc.Document) error) *doc.Document {
	t.Helper()
	d := &doc.Document{ID: "test.txt", Text: text}
	if date != "" {
		d.File.Date, d.File.DateVia = date, "file"
	}
	for _, p := range before {
		if err := p.Run(d); err != nil {
			t.Fatalf("%s: %v", p.Name, err)
		}
	}
	if d.Meta.Date == "" {
		d.Meta.Date = date
	}
	if err := figures(d); err != nil {
		t.Fatal(err)
	}
	if err := claim.Pass.Run(d); err != nil {
		t.Fatal(err)
	}
	return d
}

// readData reads a table of this package.
func readData(t testing.TB, file string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("data", file))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
