package pipeline

import (
	"testing"

	"analyze/internal/doc"
)

// The place of a claim is called what its entity is, not what one document writes; what
// is named otherwise on purpose stays.
func TestPlacesOfClaimsByEntity(t *testing.T) {
	d := &doc.Document{
		Referents: []doc.Referent{{Name: "Ar Raqqah", Type: doc.Place}, {Name: "Acme", Type: doc.Org}},
		Claims:    []doc.Claim{{Places: []doc.ClaimPlace{{Name: "Ar Raqqah"}, {Name: "Syria"}, {Name: "Ar Raqqah", Referent: -1}, {Name: "Acme", Referent: 1}}}},
	}
	o := overlay{Entities: []string{"raqqa-sy", "acme"}}
	o.apply(d, map[string]*doc.Entity{"raqqa-sy": {ID: "raqqa-sy", Name: "Raqqa"}, "acme": {ID: "acme", Name: "Acme Ltd"}})
	for i, want := range []string{"Raqqa", "Syria", "Ar Raqqah", "Acme"} {
		if got := d.Claims[0].Places[i].Name; got != want {
			t.Errorf("place %d: %q, want %q", i, got, want)
		}
	}
}
