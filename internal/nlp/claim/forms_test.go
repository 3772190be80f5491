package claim

import (
	"strings"
	"testing"
)

func TestForms(t *testing.T) {
	for _, c := range []struct{ base, want string }{
		{"say says said saying", "says said saying"},
		{"note", "notes noted noting"},
		{"deny denies denied", "denies denied denying"},
		{"witness", "witnesses"},
		{"agency", "agencies"},
		{"survey", "surveys"},
	} {
		forms := append(verbForms(c.base), nounForms(c.base)...)
		for _, w := range strings.Fields(c.want) {
			found := false
			for _, f := range forms {
				found = found || f == w
			}
			if !found {
				t.Errorf("%s: %q lacks %q", c.base, forms, w)
			}
		}
	}
	for plural, one := range map[string]string{"fighters": "fighter", "women": "woman", "countries": "country", "losses": "loss", "crises": "crise", "status": "status"} {
		if got := singular(plural); got != one {
			t.Errorf("%s: %s", plural, got)
		}
	}
}

// TestWithoutLetter takes from the head of a group what only tells it from others.
func TestWithoutLetter(t *testing.T) {
	for s, want := range map[string]string{"A. Exports": "Exports", "Panel B: Imports of fish": "Imports of fish", "(ii) Debt": "Debt", "2. Wages": "Wages", "Part C: Fees": "Fees",
		"Exports": "Exports", "A town": "A town", "Oil and gas": "Oil and gas", "Panel studies": "studies"} {
		if got := withoutLetter(s); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}
