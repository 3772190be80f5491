package resolve_test

import (
	"slices"
	"testing"
	"unicode/utf8"

	"analyze/internal/doc"
	"analyze/internal/nlp/resolve"
)

// Any text, with names anywhere in it: no panic, every mention has a referent,
// every relation lies in the text and ties two referents.
func FuzzPasses(f *testing.F) {
	f.Add("Ana Petrova, head of the Energy Programme at the Baltic Institute in Riga, said so.", []byte{0, 11, 1, 14, 16, 2})
	f.Add("Iraqi cities of Ramadi, Tikrit (formerly X) and ISIS-Khorasan’s chief, A. B.", []byte{0, 5, 4, 11, 6, 4, 2, 6, 4})
	f.Add("’s \xff of the", []byte{0, 2, 1, 1, 1, 2, 1, 3, 3})
	f.Fuzz(func(t *testing.T, text string, places []byte) {
		if !utf8.ValidString(text) || len(text) > 5000 {
			return
		}
		d := build(t, "x", text, names(text, places))
		resolved(t, d)
		if len(d.ReferentOf) != len(d.Mentions) {
			t.Fatalf("%d referents of %d mentions", len(d.ReferentOf), len(d.Mentions))
		}
		for i, r := range d.ReferentOf {
			if r < 0 || r >= len(d.Referents) || !slices.Contains(d.Referents[r].Mentions, i) {
				t.Fatalf("mention %d: referent %d", i, r)
			}
		}
		for _, r := range d.Relations {
			if r.From == r.To || r.From < 0 || r.To >= len(d.Referents) || r.Span.Start < 0 || r.Span.Start >= r.Span.End || r.Span.End > len(text) ||
				!utf8.ValidString(d.Slice(r.Span)) {
				t.Fatalf("relation %+v in %q", r, text)
			}
		}
		resolve.Entities(slices.Values(resolve.Records(d)), nil)
	})
}

// names reads triples of gap, length and type as mentions.
func names(text string, places []byte) []doc.Mention {
	var ms []doc.Mention
	at := 0
	for ; len(places) >= 3 && len(ms) < 200; places = places[3:] {
		s := at + int(places[0])
		e := s + 1 + int(places[1])
		if e > len(text) {
			break
		}
		for s < e && !utf8.RuneStart(text[s]) {
			s++
		}
		for e < len(text) && !utf8.RuneStart(text[e]) {
			e++
		}
		at = e
		if s == e {
			continue
		}
		m := doc.Mention{Span: doc.Span{Start: s, End: e}, Type: doc.MentionType(1 + places[2]%4)}
		if places[2]&8 != 0 {
			m.Form, m.Type = doc.Adjective, doc.Place
		}
		ms = append(ms, m)
	}
	return ms
}
