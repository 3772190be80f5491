package thread_test

import (
	"maps"
	"slices"
	"testing"

	"analyze/internal/doc"
	"analyze/internal/nlp"
	"analyze/internal/nlp/claim"
	"analyze/internal/nlp/figure"
	"analyze/internal/nlp/resolve"
	"analyze/internal/nlp/thread"
	"analyze/internal/structure"
)

// passes are those that give claims.
var passes = []*doc.Pass{structure.Blocks, structure.Notes, structure.Tables, structure.Repeats, structure.Meta, nlp.Tokens, nlp.Names, resolve.Local, figure.Pass, claim.Pass}

// collect reads texts, each of a date, and brings their claims together as a run over
// a collection does.
func collect(t testing.TB, texts, dates map[string]string) []thread.Record {
	t.Helper()
	var all []thread.Record
	var sources []structure.Source
	for _, name := range slices.Sorted(maps.Keys(texts)) {
		d := read(t, name, texts[name], dates[name])
		all = append(all, claim.Records(d)...)
		sources = append(sources, structure.Source{Doc: d.ID, Date: d.Meta.Date, Shingles: d.Shingles})
	}
	thread.Duplicates(all, structure.Copies(slices.Values(sources)))
	return all
}

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
