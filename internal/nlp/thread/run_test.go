package thread_test

import (
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
