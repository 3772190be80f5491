package figure

import (
	"testing"

	"analyze/internal/testtable"
)

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
	for s, want := range map[string]bool{"2016/17 $m": true, "2015 £000": true, "2015 (%)": true, "2017 actual": true, "$m": false, "$m 2015": false, "2015 boats": false, "no. 12": false,
		"2022/23(R)": true, "q3 2019": true, "2015 Q2": true, "H1 2014": true, "FY15": true, "Jan–Mar 2014": true, "I-VI 2015": true, "Sept. 14": true, "wk10": true, "week 12": true,
		"q3 2015/q2 2015 (%)": true, "quarter": false, "12": false, "men 15": false, "i": false, "budget": false} {
		if got := isPeriodText(s); got != want {
			t.Errorf("%q: %v", s, got)
		}
	}
}

// The years of a header and what stands behind a sign of money are no part of
// what it names; a header that is a unit alone names nothing.
func TestHeaderNames(t *testing.T) {
	for header, want := range map[string]string{"teu 2022": "teu", "2015 arrivals": "arrivals", "price us$ per t": "price", "cost, $m": "cost", "turnout %": "turnout", "$m": "$m", "2014": "2014", "change since june 2016": "change since june 2016", "arrivals in 2015": "arrivals in 2015"} {
		if got := withoutUnit(header); got != want {
			t.Errorf("%q: %q, want %q", header, got, want)
		}
	}
	for header, want := range map[string]bool{"us$ million": true, "%": true, "per cent": true, "£000": true, "eur bn": true, "dollars": true, "boats": false, "boats, %": false, "million boats": false} {
		if got := onlyUnit(header); got != want {
			t.Errorf("%q is a unit alone: %v", header, got)
		}
	}
	for header, want := range map[string]string{"yield (t/ha)": "yield (t / ha)", "2021/22": "2021/22", "m3/day": "m3 / day", "boats": "boats"} {
		if got := slashed(header); got != want {
			t.Errorf("%q: %q, want %q", header, got, want)
		}
	}
	for label, want := range map[string]bool{"total revenue": true, "total": false, "total, all": false, "total of the above": false} {
		if got := totalOf(label); got != want {
			t.Errorf("%q: %v", label, got)
		}
	}
}

// Labels tell what their rows count, and headers of whom: each question with words for
// which the answer is yes and such for which it is no.
func TestLabelQuestions(t *testing.T) {
	for name, c := range map[string]struct {
		ask     func(string) bool
		yes, no []string
	}{
		"counts":   {countsRow, []string{"Number (thousand)", "Base (persons)", "Households (N)", "No. of wells", "Jobless (thousand persons)"}, []string{"Mining", "Men (%)", "Wells (dug)"}},
		"category": {isCategory, []string{"men", "female 65 and over", "under 18 years", "15–24", "urban", "total"}, []string{"", "deaths", "men held", "wells"}},
		"points":   {saysPoints, []string{"change on may (points)", "change, pp", "change (pp)"}, []string{"points", "change (%)"}},
		"of these": {ofThese, []string{"of these had waited", "Of whom women"}, []string{"these", "of wells"}},
	} {
		testtable.Ask(t, name, c.ask, c.yes, c.no)
	}
	for label, want := range map[string]string{"Jobless (thousand persons)": "person", "Trips (number of boats)": "boat", "Staff (people)": "person", "Area (ha)": "", "Reached (thousands)": "", "Wells": ""} {
		if got := bracketUnit(label); got != want {
			t.Errorf("%q counts %q, want %q", label, got, want)
		}
	}
	long := "Table 3. Arrests by age\n\n[In thousands (1,062 stands for 1,062,000). For the year that ends in June. See text]"
	for caption, want := range map[string]string{"Table 3. Arrests": "Table 3. Arrests", "Arrests [thousands]": "Arrests [thousands]", long: "Table 3. Arrests by age (In thousands)"} {
		if got := captionHead(caption); got != want {
			t.Errorf("caption %q, want %q", got, want)
		}
	}
}

// A table whose numbers can only have decimal commas is read with them throughout.
func TestShapeOf(t *testing.T) {
	for s, want := range map[string]shape{"15,3": commaDec, "–3,2": commaDec, "1.204,6": continental, "1.472.912": dotGroups, "476.731": dotThree, "1,204": grouped, "12.5": decimals, "A12,5": odd, "-": odd} {
		if got := shapeOf(s); got != want {
			t.Errorf("%q: %v, want %v", s, got, want)
		}
	}
}
