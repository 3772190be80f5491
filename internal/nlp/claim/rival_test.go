package claim_test

import (
	"strings"
	"testing"

	"analyze/internal/nlp/claim"
	"analyze/internal/nlp/figure"
)

// TestRivals reads which figures two who are named hold against each other: those
// between « and ».
func TestRivals(t *testing.T) {
	for _, marked := range []string{
		"Organisers counted «20,000 marchers» in Lima and the police «5,000».",
		"The ministry says that «140 boats» sank off Lima; the fishermen's union puts the number at «310».",
		"On the route to Spain the agency recorded «959 dead» and missing; the group Caminos says «6,007».",
		"Elvik, the operator, puts its own share at €380 million; Norlund estimates €350 million.",
		"Peru and Chile reported 310 and 1,045 cases of cholera.",
		"The fund promised an annual contribution of $1.75 million, the bank said, and the ministry announced an additional $400,000.",
		"The bank says that 75 percent of rich pupils go to college. Half of poor pupils do, says the union.",
		"The contractor said that «60 percent» of the overrun came from changes in Lima. The engineer put that share at «a quarter».",
		"The army of Peru counts 90 ships. According to the army 120 ships lie in Lima.",
		"Seventeen of the wounded died in Lima, a doctor said. The clinic took in 26 of the wounded, its head said.",
	} {
		text := strings.NewReplacer("«", "", "»", "").Replace(marked)
		got := text
		records := claim.Records(read(t, text, "2021-03-04", figure.Pass.Run))
		for i := len(records) - 1; i >= 0; i-- {
			if r := records[i]; r.Rival {
				got = got[:r.Start] + "«" + got[r.Start:r.Start+len(r.Text)] + "»" + got[r.Start+len(r.Text):]
			}
		}
		if got != marked {
			t.Errorf("got  %s\nwant %s", got, marked)
		}
	}
}

// TestNotCompared reads which figures are for a part of another, come on top of it or are no
// number of what people come from.
func TestNotCompared(t *testing.T) {
	for text, want := range map[string]string{
		"The quake killed 90 people in Lima, and another 12 people died in Callao.":          "dead; dead, comes on top of another figure",
		"Seventeen of the wounded in Lima are children.":                                     "wounded, a part of another figure",
		"The state gave an additional $40 million for the schools of Lima.":                  "school, comes on top of another figure",
		"A coalition of more than 50 nations sends weapons to the fighters in Peru.":         "country",
		"Forces from 10 countries trained with the fighters in Peru.":                        "country",
		"Some 4,000 fighters from 31 countries came to Peru.":                                "fighter; country of fighter",
		"The flood killed 154 people in Peru (153 according to the bureau) and injured 366.": "dead; dead; wounded",
		"The party won 396 seats in Peru, above the 322 required.":                           "seat; seat",
		"On the route to Spain 959 people are dead or missing.":                              "dead",
		"The clinic counts 400 killed or wounded in Lima.":                                   "dead and wounded",
	} {
		var got []string
		for _, r := range claim.Records(read(t, text, "2021-03-04", figure.Pass.Run)) {
			s := r.Concept
			if r.Apart != "" {
				s += ", " + r.Apart
			}
			got = append(got, s)
		}
		if s := strings.Join(got, "; "); s != want {
			t.Errorf("%s: got %q, want %q", text, s, want)
		}
	}
}

// TestRowsOfParts reads of which part of a place the rows of a table are.
func TestRowsOfParts(t *testing.T) {
	text := "Wells by district, 2020\n\nDistrict\tWells\nKenya district 17\t40\nKenya district 18\t62\nrural Mali\t90\nMali\t120\nChad\t75\n"
	want := []string{"kenya district 17", "kenya district 18", "rural mali", "", ""}
	for i, r := range claim.Records(read(t, text, "2021-03-04", figure.Pass.Run)) {
		if i < len(want) && r.Definition != want[i] {
			t.Errorf("row %d: %q, want %q", i, r.Definition, want[i])
		}
	}
}

// TestBorrowed holds no figures against each other whose noun stands in another paragraph.
func TestBorrowed(t *testing.T) {
	text := "The bureau counts children in camps.\n\nFor Tunisia the official 6,000 was called into question by the paper, and the minister spoke of 2,929."
	for _, r := range claim.Records(read(t, text, "2021-03-04", figure.Pass.Run)) {
		if r.Rival && r.Concept == "child" {
			t.Errorf("%s is held against another number of children", r.Text)
		}
	}
}
