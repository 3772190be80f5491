package thread

import (
	"testing"

	"analyze/internal/doc"
)

// told makes a record of a number for a thing in a country.
func toldOf(n, concept string, change func(*Record)) *Record {
	r := asserted(n, "2015", "Peru")
	r.Concept, r.Listed = concept, true
	if change != nil {
		change(r)
	}
	return r
}

// TestComparable shows what may stand in a thread at all: a number for something that
// is known by its words, in a place.
func TestComparable(t *testing.T) {
	for name, c := range map[string]struct {
		r    *Record
		want bool
	}{
		"displaced":           {toldOf("40000", "displaced", nil), true},
		"nothing counted":     {toldOf("40000", "", nil), false},
		"vague":               {toldOf("40000", "displaced", func(r *Record) { r.Vague = true }), false},
		"no number":           {toldOf("40000", "displaced", func(r *Record) { r.Low, r.High, r.Value = nil, nil, nil }), false},
		"a length of time":    {toldOf("40000", "displaced", func(r *Record) { r.Kind = doc.Duration }), false},
		"an age":              {toldOf("40000", "displaced", func(r *Record) { r.Kind = doc.Age }), false},
		"a share of one":      {toldOf("40000", "displaced", func(r *Record) { r.Kind = doc.Ratio }), false},
		"quoted":              {toldOf("40000", "displaced", func(r *Record) { r.Quoted = true }), false},
		"said twice":          {toldOf("40000", "displaced", func(r *Record) { r.Doc, r.DuplicateOf = "a.txt", "a.txt#c4" }), false},
		"copied elsewhere":    {toldOf("40000", "displaced", func(r *Record) { r.Doc, r.DuplicateOf = "a.txt", "b.txt#c4" }), true},
		"countries":           {toldOf("40", "country", nil), false},
		"nowhere":             {toldOf("40000", "boat owner", func(r *Record) { r.Places = nil }), false},
		"where the text is":   {toldOf("41250", "boat owner", func(r *Record) { r.Places, r.Focus = nil, "Peru" }), true},
		"a people, anywhere":  {toldOf("40000", "person", func(r *Record) { r.Role = doc.Origin }), false},
		"a people, in Lund":   {toldOf("41250", "displaced", func(r *Record) { r.Role, r.Others = doc.Origin, []string{"Lund"} }), true},
		"a round vague thing": {toldOf("4000", "programme", func(r *Record) { r.Listed = false }), false},
		"a close vague thing": {toldOf("4125", "programme", func(r *Record) { r.Listed = false }), true},
	} {
		if got := c.r.Comparable(); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// TestPreciseNumbers shows which numbers are told so closely that they are their own
// proof: two digits and more that are not nought, and no handful of things.
func TestPreciseNumbers(t *testing.T) {
	for n, want := range map[string]bool{"1234": true, "1200": true, "1000": false, "40000": false, "99": false, "101": true, "120": true, "500": false} {
		if got := toldOf(n, "boat", nil).precise(); got != want {
			t.Errorf("%s boats: %v", n, got)
		}
	}
	share := func(r *Record) { r.Kind = doc.Percent }
	for n, want := range map[string]bool{"12.5": true, "12": true, "40": false, "0.7": false, "0.75": true} {
		if got := toldOf(n, "boat", share).precise(); got != want {
			t.Errorf("%s percent: %v", n, got)
		}
	}
}
