package record

import (
	"analyze/internal/doc"
)

// A Relation is what a text states of two entities to each other, with the
// words that say so.
type Relation struct {
	Doc      string `json:"doc"`
	Start    int    `json:"start"`
	End      int    `json:"end"`
	Text     string `json:"text"`
	From     string `json:"from"`
	Relation string `json:"relation"`
	To       string `json:"to"`
}

// Relations returns what d states, in order. Statements of referents that no
// entity stands for, which the reader dropped, are left out.
func Relations(d *doc.Document) []Relation {
	var out []Relation
	for _, r := range d.Relations {
		from, to := entityOf(d, r.From), entityOf(d, r.To)
		if from != "" && to != "" {
			out = append(out, Relation{d.ID, r.Span.Start, r.Span.End, d.Slice(r.Span), from, r.Kind, to})
		}
	}
	return out
}

func entityOf(d *doc.Document, referent int) string {
	if referent < 0 || referent >= len(d.Referents) {
		return ""
	}
	return d.Referents[referent].Entity
}
