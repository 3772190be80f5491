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

// root is the folder of the project.
func root(t testing.TB) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
		if dir == filepath.Dir(dir) {
			t.Fatal("no go.mod above the test")
		}
		dir = filepath.Dir(dir)
	}
}

// shared returns the path of a file beside the project that is not part of it,
// and skips the test where there is none.
func shared(t testing.TB, elem ...string) string {
	t.Helper()
	path := filepath.Join(append([]string{root(t), "..", "shared"}, elem...)...)
	if _, err := os.Stat(path); err != nil {
		t.Skipf("SKIPPED, not shown by this run: %v", err)
	}
	return path
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
