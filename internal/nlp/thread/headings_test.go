package thread

import (
	"testing"

	"analyze/internal/doc"
)

// TestHeadings shows that a topic reads as words whatever little is known of its claims,
// and names no claim.
func TestHeadings(t *testing.T) {
	for want, change := range map[string]func(*Record){
		"Area, Peru":  func(r *Record) { r.Concept, r.Listed, r.Kind, r.Unit = "", false, doc.Measure, "km2" },
		"Money, Peru": func(r *Record) { r.Concept, r.Listed, r.Kind, r.Unit, r.Short = "", false, doc.Money, "USD", "s" },
		"Shares, Peru": func(r *Record) {
			r.Concept, r.Listed, r.Kind, r.Unit, r.What = "share", false, doc.Percent, "percent", "shares"
		},
		"Number, Peru": func(r *Record) {
			r.Concept, r.Listed, r.Unit, r.What, r.Short = "whole war", false, "war", "whole war", "whole war"
		},
		"Injured guests, Peru": func(r *Record) {
			r.Concept, r.Event, r.Phrase, r.Definition = "wounded", "wounded", "injured", "of guests"
		},
		"Further deaths, Peru":   func(r *Record) { r.Concept, r.Event, r.Added = "dead", "died", true },
		"Displaced, Peru":        func(r *Record) { r.Concept, r.Apart = "displaced", "a part of another figure" },
		"Boats, Peru":            func(r *Record) { r.Concept, r.Listed, r.What = "boat", false, "boats" },
		"Displaced, Peru, woman": func(r *Record) { r.Concept, r.Definition = "displaced", "woman" },
	} {
		r := toldOf("41250", "displaced", func(r *Record) { r.ID = "a.txt#c21088"; r.Doc = "a.txt" })
		change(r)
		p := r.part()
		p.claims = []*Record{r}
		got := p.topic()
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
