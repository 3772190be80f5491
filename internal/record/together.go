package record

import (
	"maps"
	"slices"

	"analyze/internal/doc"
)

// MostNamed is how many actors and places a sentence may name for them to count
// as named together: more are a list, whose pairs say nothing and grow with the
// square of its length.
const MostNamed = 24

// Together returns the ids of the entities that each sentence of d names, for
// sentences that name two at least, in the order of the text; in each they stand
// as they are first named. Left out are adjectives, bylines and boilerplate (who
// wrote is in no tie to whom it is about), passages that repeat others of d or,
// as copies tell, of another document, and lists of more than MostNamed names.
func Together(d *doc.Document, copies []doc.Copy) [][]string {
	named := map[int][]string{} // by sentence
	for i := range d.Mentions {
		m := &d.Mentions[i]
		if m.In == doc.Byline || m.In == doc.Boilerplate || m.Form == doc.Adjective || m.Sentence < 0 || i >= len(d.ReferentOf) {
			continue
		}
		id := entityOf(d, d.ReferentOf[i])
		if in := named[m.Sentence]; id == "" || len(in) > MostNamed || slices.Contains(in, id) || repeats(d, copies, m.Span) {
			continue
		}
		named[m.Sentence] = append(named[m.Sentence], id)
	}
	var out [][]string
	for _, s := range slices.Sorted(maps.Keys(named)) {
		if n := len(named[s]); n >= 2 && n <= MostNamed {
			out = append(out, named[s])
		}
	}
	return out
}

// repeats reports whether s stands in a passage that d, or an earlier document,
// holds already.
func repeats(d *doc.Document, copies []doc.Copy, s doc.Span) bool {
	return d.InRepeat(s) || slices.ContainsFunc(copies, func(k doc.Copy) bool { return k.Span.Contains(s) })
}
