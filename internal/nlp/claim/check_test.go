package claim_test

import (
	"testing"

	"analyze/internal/nlp/claim"
	"analyze/internal/nlp/figure"
)

func TestChecks(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"The camp holds 400 people, of whom 500 are children.", "the part, 500, is more than the whole, 400"},
		{"The camp holds 400 people, of whom 300 are children.", ""},
		{"The camp holds about 400 people, of whom 500 are children.", ""},
		{"The camp holds 400 people (90 men and 94 women), of whom 300 are ill.", ""},
		{"Of the firms, 31 of the 60 companies, or 40 percent, had paid.", "31 of 60 is 51.7%, not 40%"},
		{"Of the firms, 31 of the 60 companies, or 52 percent, had paid.", ""},
		{"Cows by district\n\nDistrict\tCows\nNorth\t120\nSouth\t85\nTotal\t215\n", "the rows add up to 205, the total says 215"},
		{"Cows by district\n\nDistrict\tCows\nNorth\t120\nSouth\t85\nTotal\t205\n", ""},
		{"Cows by district\n\nDistrict\tCows\nNorth\t1,200\nSouth\t850\nTotal\t2,000\n", ""},
		// totals of parts, rows that tell of which, what does not add up
		{"Cows by district\n\nDistrict\tCows\nNorth\t120\nWest\t10\nTotal north-west\t130\nSouth\t85\nTotal\t215\n", ""},
		{"Cows by district\n\nDistrict\tCows\nNorth\t120\nof which calves\t20\nSouth\t85\nTotal\t205\n", ""},
		{"Cows by district\n\nDistrict\tCows\tCows per 1,000 people\nNorth\t120\t4\nSouth\t85\t6\nTotal\t205\t5\n", ""},
		{"Cows by district\n\nDistrict\tCows\nNorth\t120\nSouth\t85\nAll districts\t215\n", "the rows add up to 205, the total says 215"},
		{"Cows by district\n\nDistrict\tCows\nTotal\t300\nNorth\t120\nSouth\t85\n", ""},
		// the text against the table
		{"In all 209 cows were counted.\n\nCows by district\n\nDistrict\tCows\nNorth\t120\nSouth\t85\nTotal\t205\n", "the text says 209 in all, the table 205"},
		{"In all 205 cows were counted.\n\nCows by district\n\nDistrict\tCows\nNorth\t120\nSouth\t85\nTotal\t205\n", ""},
		{"In the north 209 cows were counted.\n\nCows by district\n\nDistrict\tCows\nNorth\t120\nSouth\t85\nTotal\t205\n", ""},
	} {
		d := read(t, c.text, "", figure.Pass.Run)
		got := ""
		for _, h := range claim.Checks(d) {
			got += h.Text
			if h.Span.Len() <= 0 || len(h.Claims) < 2 {
				t.Errorf("%q: hint without its figures: %+v", c.text, h)
			}
		}
		if got != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

// TestHints finds the sums that do not come out among the problems of a
// document.
func TestHints(t *testing.T) {
	d := read(t, "The camp holds 400 people, of whom 500 are children.", "", figure.Pass.Run)
	if len(d.Problems) != 1 || d.Problems[0].Text != "to look at: the part, 500, is more than the whole, 400" || d.Slice(d.Problems[0].Span) == "" {
		t.Errorf("problems: %+v", d.Problems)
	}
}
