package claim_test

import (
	"strings"
	"testing"

	"analyze/internal/nlp/figure"
)

// wantPlaces reads a text of that date: want holds the words of figures with their
// places, "40 bodies=Lake Victoria; 90 passengers=".
func wantPlaces(t *testing.T, text, date, want string) {
	t.Helper()
	d := read(t, text, date, figure.Pass.Run)
	for _, w := range strings.Split(want, "; ") {
		words, place, _ := strings.Cut(w, "=")
		got, found := "", false
		for k := range d.Claims {
			if d.Slice(d.Claims[k].Span) == words {
				names, _ := d.Claims[k].PlaceNames()
				got, found = strings.Join(names, ";"), true
			}
		}
		if !found || got != place {
			t.Errorf("%s\n%s: place %q, found %v, want %q", text, words, got, found, place)
		}
	}
}

// TestStory reads reports whose place is told once. Wanted are the figures with
// their places, none where another year, the world or a capacity is meant.
func TestStory(t *testing.T) {
	for _, c := range []struct{ date, text, want string }{
		{"2018-09-24", "A ferry capsized on Friday in Lake Victoria. Divers found 40 bodies.\n\nThe boat, built to carry 90 passengers, was full. Nine people were saved.\n\nIn 1996 some 800 people died.\n\nAid workers put up 30 tents.\n",
			"40 bodies=Lake Victoria; 90 passengers=; Nine people=Lake Victoria; 30 tents=Lake Victoria"},
		{"2018-09-24", "A fire broke out in Lisbon on Friday and killed three men.\n\nFloods in Peru took two bridges. Nine people are missing.\n\nTwelve people were hurt.\n",
			"three men=Lisbon; two bridges=Peru; Nine people=Peru; Twelve people=Lisbon"},
		{"2018-09-24", "An earthquake shook Osaka on Friday. Most of the dead were old.\n\nIn France the alarm rang too. Nine people fell.\n\nSuch tremors are common. They usually kill 20 people.\n",
			"Nine people=; 20 people="},
		{"2018-09-24", "An explosion in Lagos killed 40 people on Friday. The company will pay 900 dollars to 33 countries.\n", "40 people=Lagos; 33 countries="},
		{"2018-09-24", "The parliament met in Lisbon. Nine people spoke.\n", "Nine people="},
		{"2018-09-24", "Weekend\n\n## Burglary in Lisbon\n\nTwo men took 40 rings.\n\n## Weather\n\nIt rained. Two men got wet.\n", "40 rings=Lisbon"},
		{"2015-08-27", "NAIROBI, Aug. 27 — Gunmen attacked a market in the northern Kenyan town of Garissa, killing 14 people. They came in two cars.\n", "14 people=Garissa; two cars=Garissa"},
	} {
		wantPlaces(t, c.text, c.date, c.want)
	}
}

// TestAdjectivePlaces reads places that the adjective of a country goes before.
func TestAdjectivePlaces(t *testing.T) {
	for text, want := range map[string]string{
		"In the Kenyan town of Garissa 40 people died.":                        "Garissa",
		"The storm killed 40 people in the southern French city of Marseille.": "Marseille",
		"The French navy saved 40 people near Malta.":                          "Malta",
	} {
		d := read(t, text, "", figure.Pass.Run)
		names, _ := d.Claims[0].PlaceNames()
		if got := strings.Join(names, ";"); got != want {
			t.Errorf("%s: place %q, want %q", text, got, want)
		}
	}
}
