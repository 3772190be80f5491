package thread_test

import (
	"os"
	"path/filepath"
	"testing"

	"analyze/internal/doc"
	"analyze/internal/nlp"
	"analyze/internal/nlp/claim"
	"analyze/internal/nlp/figure"
	"analyze/internal/nlp/resolve"
	"analyze/internal/structure"
)

// passes are those that give claims.
var passes = []*doc.Pass{structure.Blocks, structure.Notes, structure.Tables, structure.Repeats, structure.Meta, nlp.Tokens, nlp.Names, resolve.Local, figure.Pass, claim.Pass}

// read runs the passes over a text of that date.
func read(t testing.TB, name, text, date string) *doc.Document {
	t.Helper()
	d := &doc.Document{ID: name, Text: text}
	if date != "" {
		d.File.Date, d.File.DateVia = date, "file"
	}
	for _, p := range passes {
		if p == claim.Pass && d.Meta.Date == "" {
			d.Meta.Date = date
		}
		if err := p.Run(d); err != nil {
			t.Fatalf("%s: %v", p.Name, err)
		}
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

// corpusTexts gives the texts of both corpora by name.
func corpusTexts(t testing.TB) map[string]string {
	t.Helper()
	texts := map[string]string{}
	for _, dir := range []string{shared(t, "corpus"), filepath.Join(root(t), "corpus")} {
		files, err := os.ReadDir(dir)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range files {
			b, err := os.ReadFile(filepath.Join(dir, f.Name()))
			if err != nil {
				t.Fatal(err)
			}
			if ext := filepath.Ext(f.Name()); ext == ".txt" || ext == ".md" {
				texts[f.Name()] = string(b)
			}
		}
	}
	return texts
}
