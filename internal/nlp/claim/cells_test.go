package claim_test

import (
	"strings"
	"testing"

	"analyze/internal/doc"
	"analyze/internal/nlp/figure"
)

// TestStrangersTables reads tables as strangers set them: every cell must be found with
// its value, its row and its column, and nearly all with unit, place, time and source.
// SHOW=1 prints the misses.
func TestStrangersTables(t *testing.T) {
	total := scoreFolder(t, "testdata/tables", func(example) func(*doc.Document) error { return figure.Pass.Run })
	t.Logf("all: %v", total)
	for key, least := range map[string]float64{"found": 1, "value": 1, "row": 1, "col": 1, "rownum": 1, "bound+unit": 0.99, "what": 0.99, "place": 0.99, "time": 0.99, "source": 0.99} {
		if got := total.rate(key); got < least {
			t.Errorf("%s right in %.3f, want %.3f", key, got, least)
		}
	}
	if total.asked["found"] < 500 {
		t.Errorf("%d cells", total.asked["found"])
	}
}

// TestTableSources tells whose figures the cells of a table are: of its source line, of
// a note that names rows or columns, or of the note of one row.
func TestTableSources(t *testing.T) {
	grid := "Table 1. Beds and wards\n\nTown\tBeds\tWards\nAdele\t310\t14\nBora\t128\t9\n\n"
	for below, want := range map[string]string{
		"Source: Ministry of Health":                                    "Ministry of Health|Ministry of Health|Ministry of Health|Ministry of Health",
		"Source: Ministry of Health; wards: Union of Nurses":            "Ministry of Health|Union of Nurses|Ministry of Health|Union of Nurses",
		"Sources: Ministry of Health (beds), Union of Nurses (wards)":   "Ministry of Health|Union of Nurses|Ministry of Health|Union of Nurses",
		"Figures for Bora: Union of Nurses; others: Ministry of Health": "Ministry of Health|Ministry of Health|Union of Nurses|Union of Nurses",
		"Source: Ministry of Health; Union of Nurses":                   "Ministry of Health|Ministry of Health|Ministry of Health|Ministry of Health",
		"Compiled by the Union of Nurses from letters.":                 "Union of Nurses|Union of Nurses|Union of Nurses|Union of Nurses",
	} {
		d := read(t, "Some words stand before the table, as they do in a report on such things.\n\n"+grid+below+"\n", "", figure.Pass.Run)
		var got []string
		for i := range d.Claims {
			if d.Claims[i].Table >= 0 {
				got = append(got, d.Claims[i].Source)
			}
		}
		if s := strings.Join(got, "|"); s != want {
			t.Errorf("%q: %q, want %q", below, s, want)
		}
	}
}

// TestBoxes reads lists of big numbers: what they count is told without who they are
// and where, and "of these" are those of the line above.
func TestBoxes(t *testing.T) {
	d := read(t, "Key facts\n\n"+
		"6.12 million        people without a well in Kenya, May 2014\n"+
		"318,400             of these had walked more than ten miles\n"+
		"£2.5bn              spent on pumps, 2010-11 to 2012-13\n"+
		"24,000              farmers in Uganda who had sold their goats\n\n"+
		"The rest of the report says how the pumps were bought and where they stand now.\n", "", figure.Pass.Run)
	var got []string
	for i := range d.Claims {
		if c := &d.Claims[i]; c.Table >= 0 {
			place, _, _ := placeOf(c)
			got = append(got, strings.Join([]string{c.Value.String(), c.Unit, c.What, place}, " | "))
		}
	}
	want := "6120000 | person | people without a well | Kenya\n318400 | person | people without a well | \n2500000000 | GBP | spent on pumps | \n24000 | person | farmers | Uganda"
	if s := strings.Join(got, "\n"); s != want {
		t.Errorf("got\n%s\nwant\n%s", s, want)
	}
}
