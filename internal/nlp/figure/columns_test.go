package figure

import "testing"

// The capitals of a header come back from the text, in which other columns may stand
// between its lines.
func TestRecased(t *testing.T) {
	for _, c := range [][3]string{
		{"output (mw)", "Output    Cost\nItem (MW)", "Output (MW)"},
		{"billed (€m) q2", "Billed (€M)   Efficiency (%)\nMill  Q2", "Billed (€M) Q2"},
		{"total 2015", "T o t a l 2 0 1 5", "total 2015"},
		{"", "Output", ""},
	} {
		if got := recased(c[0], c[1]); got != c[2] {
			t.Errorf("%q in %q: %q, want %q", c[0], c[1], got, c[2])
		}
	}
}

// A year with a unit behind it is a period, a unit alone and a number are none.
func TestPeriodWithUnit(t *testing.T) {
	for s, want := range map[string]bool{"2016/17 $m": true, "2015 £000": true, "2015 (%)": true, "2017 actual": true, "$m": false, "$m 2015": false, "2015 boats": false, "no. 12": false} {
		if got := isPeriodText(s); got != want {
			t.Errorf("%q: %v", s, got)
		}
	}
}
