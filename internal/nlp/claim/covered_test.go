package claim_test

import (
	"testing"

	"analyze/internal/nlp/figure"
)

// TestCovered reads reports whose head says what period and what area they tell
// of. Wanted are the times and the places of the claims, in order.
func TestCovered(t *testing.T) {
	body := "\n\nHIGHLIGHTS\n\n* 40 new cases were reported this week, after 52 cases last week.\n* The clinic at Omsk treated 12 children on 4 June.\n"
	for name, c := range map[string]struct{ text, times, places string }{
		"period in a line": {"Measles bulletin - Upper Region\nPeriod covered: 3 to 9 June 2021" + body,
			"2021-06-03/2021-06-09|2021-05-27/2021-06-02|2021-06-04", "Upper Region|Upper Region|Omsk"},
		"something at the right": {"Measles bulletin\nReporting period: 3–9 June 2021                    Omsk, 11 June 2021" + body,
			"2021-06-03/2021-06-09|2021-05-27/2021-06-02|2021-06-04", "||Omsk"},
		"with a dash": {"Measles bulletin\n**Reporting period:** 3–9 June 2021" + body,
			"2021-06-03/2021-06-09|2021-05-27/2021-06-02|2021-06-04", "||Omsk"},
		"season in the title": {"Grid Notes: Winter 2022/23\n\nPrices averaged 131 euros between December and February, compared with 174 euros a year before. The year 2023 began mild.",
			"2022-12/2023-02|2021-12/2022-02", "|"},
		"cells": {"Measles bulletin - Upper Region\nPeriod covered: 3 to 9 June 2021\n\nThe outbreak goes on, as the table shows for districts of the region.\n\n" +
			"District | New cases | Cumulative cases | Rate per 10,000\nOmsk | 31 | 266 | 38.2\nTomsk | 97 | 801 | 24.6\nTotal | 128 | 1,067 | 30.1\n",
			"2021-06-03/2021-06-09|../2021-06-09|../2021-06-09|2021-06-03/2021-06-09|../2021-06-09|../2021-06-09|2021-06-03/2021-06-09|../2021-06-09|../2021-06-09",
			"Omsk|Omsk|Omsk|Tomsk|Tomsk|Tomsk|Upper Region|Upper Region|Upper Region"},
		"no period": {"Period piece\n\nThe town counted 40 new cases in 2019.", "2019", ""},
	} {
		d := read(t, c.text, "", figure.Pass.Run)
		var times, places string
		for i := range d.Claims {
			if i > 0 {
				times, places = times+"|", places+"|"
			}
			names, _ := d.Claims[i].PlaceNames()
			times += d.Claims[i].Time
			for _, n := range names {
				places += n
			}
		}
		if times != c.times || places != c.places {
			t.Errorf("%s:\ngot  %s\n     %s\nwant %s\n     %s", name, times, places, c.times, c.places)
		}
	}
}
