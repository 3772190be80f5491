package claim_test

import (
	"strings"
	"testing"

	"analyze/internal/nlp/figure"
)

// TestSetting reads sentences in which a time or a place belongs to some of the
// figures only. Wanted are "time@place" of each claim, in order.
func TestSetting(t *testing.T) {
	for text, want := range map[string]string{
		"The army counts 90 dead in 2018, down from 95 in 2017; the police count 88.":                                   "2018@|2017@|2018@",
		"The army counts 90 dead in 2018, down from 95 in 2017. A year earlier there were 70.":                          "2018@|2017@|2017@",
		"In all, 390 cases and 87 deaths (a rate of 2.2%) have been recorded since the outbreak began on 4 March 2021.": "2021-03-04/..@|2021-03-04/..@|2021-03-04/..@",
		"412 cases were reported in May 2018, against 388 cases in week 21.":                                            "2018-05@|@",
		"The plan needs $6 million, of which $2 million had been received by 8 June 2019.":                              "@|2019-06-08@",
		"Norway overtook Italy: 900 people landed on its coasts in 2015, against 370 in Italy.":                         "2015@Norway|2015@Italy",
		"The boat carried 350 people, twice as many as allowed, said Simon Weber, the mayor of Lyon.":                   "@|@",
		"The plan closes two schools, Birch Creek and Lyon, and cuts 40 posts.":                                         "@|@",
		"The plan closes offices in two cities, Lagos and Kano.":                                                        "@Kano;Lagos",
		"In the first half of 2015 the town took in 300 people, after 200 a year earlier.":                              "2015-01/2015-06@|2014-01/2014-06@",
		"Between 3 and 9 June 2021 the town took in 300 people; 3–9 June 2020 brought 200.":                             "2021-06-03/2021-06-09@|2020-06-03/2020-06-09@",
	} {
		d := read(t, text, "", figure.Pass.Run)
		var got []string
		for i := range d.Claims {
			names, _ := d.Claims[i].PlaceNames()
			got = append(got, d.Claims[i].Time+"@"+strings.Join(names, ";"))
		}
		if s := strings.Join(got, "|"); s != want {
			t.Errorf("%s\n got %s\nwant %s", text, s, want)
		}
	}
}
