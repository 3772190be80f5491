package resolve_test

import (
	"testing"

	"analyze/internal/doc"
)

// A party of plain words is not the listed one of another land, where the text says
// of which it is; a body of all states needs no land.
func TestBodiesOfOtherLands(t *testing.T) {
	for text, want := range map[string]string{
		"The [National Democratic Party|ORG] in [Iraq|PLACE] lost.":     "",
		"In [Egypt|PLACE] the [National Democratic Party|ORG] lost.":    "EG",
		"In [Syria|PLACE] they read of the [Human Rights Council|ORG].": "",
		"[Hezbollah|ORG] in [Syria|PLACE] lost.":                        "LB",
	} {
		d := resolved(t, marked(t, "x", text))
		for _, r := range d.Referents {
			if r.Type == doc.Org && r.Country != want {
				t.Errorf("%s: of %q, want %q", text, r.Country, want)
			}
		}
	}
}

// What a firm has founded is not the firm, and a people that no list has keeps its
// own word.
func TestOwnNames(t *testing.T) {
	for text, want := range map[string]string{
		"[Ikea|ORG] paid. The [Ikea Foundation|ORG] gave.": "Ikea; Ikea Foundation",
		"A [Rahalan|GROUP] came.":                          "Rahalan",
		"A [Kurd|GROUP] came.":                             "Kurds = Kurd",
	} {
		if got := who(resolved(t, marked(t, "x", text))); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}
