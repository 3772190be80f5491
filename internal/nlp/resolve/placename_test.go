package resolve_test

import (
	"slices"
	"strings"
	"testing"

	"analyze/internal/doc"
	"analyze/internal/nlp/resolve"
)

// A town or a region is called as the document calls it most, a country by its one name.
func TestPlacesAsWritten(t *testing.T) {
	for text, want := range map[string]string{
		"In [Haryana|PLACE] and [Bihar|PLACE], [India|PLACE], the mills closed.":                          "Haryana Bihar India",
		"[Hawijah|PLACE] is in [Iraq|PLACE]. [Hawija|PLACE] and [Hawijah|PLACE] again.":                   "Hawijah Iraq",
		"[Falluja|PLACE] or [Fallujah|PLACE] in [Iraq|PLACE]":                                             "Fallujah Iraq",
		"[Gaza|PLACE], the [Gaza Strip|PLACE], [Gaza|PLACE].":                                             "Gaza Strip",
		"[KATHMANDU|PLACE], [NEPAL|PLACE]":                                                                "Kathmandu Nepal",
		"The [Chatham Islands|PLACE] of [New Zealand|PLACE]":                                              "Chatham Islands New Zealand",
		"He left [D.C.|PLACE] for the [State of Ohio|PLACE], then [Ohio|PLACE] for [D.C.|PLACE] by":       "Washington Ohio",
		"[St. John's|PLACE] is in [Canada|PLACE]":                                                         "St. John's Canada",
		"[Saigon|PLACE] fell; [Saigon|PLACE] is [Ho Chi Minh City|PLACE] now.":                            "Ho Chi Minh City",
		"In the [Eastern Mediterranean|PLACE] a boat sank.":                                               "Mediterranean Sea",
		"In [Arkhangelsk|PLACE] and on [Fogo|PLACE]":                                                      "Arkhangelsk Fogo",
		"In [N’Djamena|PLACE] it rained":                                                                  "N'Djamena",
		"[KOBANE|PLACE], [Syria|PLACE]":                                                                   "Kobane Syria",
		"In [Deir Ez-Zor|PLACE], [Syria|PLACE]":                                                           "Deir ez-Zor Syria",
		"In [Noumea|PLACE], [New Caledonia|PLACE]":                                                        "Nouméa New Caledonia",
		"In [Nafplio|PLACE], [Greece|PLACE]":                                                              "Nafplio Greece",
		"In [Kraków|PLACE], [Poland|PLACE]":                                                               "Kraków Poland",
		"[Raqqah|PLACE], [Raqqah|PLACE], [Raqqah|PLACE] or [Raqqa|PLACE], [Raqqa|PLACE] in [Syria|PLACE]": "Raqqa Syria",
		"[São Paulo|PLACE] is in [Brazil|PLACE]":                                                          "São Paulo Brazil",
	} {
		got := ""
		for _, r := range resolved(t, marked(t, "x", text)).Referents {
			if got != "" {
				got += " "
			}
			got += r.Name
		}
		if got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

// Over all documents it is the name that most of them use.
func TestPlaceOfMostDocuments(t *testing.T) {
	recs := corpusOf(t, "[Hawijah|PLACE] fell.", "[Hawija|PLACE] in [Iraq|PLACE].", "[Hawijah|PLACE] in [Iraq|PLACE].")
	for _, e := range resolve.Entities(slices.Values(recs), nil).Entities {
		if e.Subtype == "city" && e.Name != "Hawijah" {
			t.Errorf("the town is called %s", e.Name)
		}
	}
}

// One mention in each of two lists of works is no match for the text of one document,
// and marks and capitals lost in some documents are found in the others.
func TestPlaceWrittenMost(t *testing.T) {
	five := strings.Repeat("In [Raqqa|PLACE] and in [Łódź|PLACE]. ", 5)
	recs := corpusOf(t, "In [Syria|PLACE] and [Poland|PLACE]. "+five,
		"In [Syria|PLACE] and [Poland|PLACE].\nBIBLIOGRAPHY: War of [Ar Raqqah|PLACE]. [Lodz|PLACE].",
		"In [Syria|PLACE] and [Poland|PLACE].\nBIBLIOGRAPHY: On [Ar Raqqah|PLACE]. [LODZ|PLACE]. [LODZ|PLACE].",
		"In [Syria|PLACE]: [RAQQAH|PLACE]. [Ar- Raqqah|PLACE].")
	var got []string
	for _, e := range resolve.Entities(slices.Values(recs), nil).Entities {
		if e.Subtype == "city" {
			got = append(got, e.Name)
		}
	}
	if slices.Sort(got); strings.Join(got, " ") != "Raqqa Łódź" {
		t.Errorf("the towns are called %q", got)
	}
}

// What lacks a word of the listed name is no name of the town, however often it stands.
func TestPlaceWithoutItsWord(t *testing.T) {
	recs := []resolve.Record{{
		Doc: "x", Name: "Oklahoma City", Type: doc.Place, Subtype: "city", Key: "oklahoma-city-us", Mentions: 5, All: 5,
		Names: []doc.Alias{{Text: "Oklahoma", Count: 3}, {Text: "Oklahoma City", Count: 2}},
	}}
	if e := resolve.Entities(slices.Values(recs), nil).Entities; len(e) != 1 || e[0].Name != "Oklahoma City" {
		t.Errorf("%+v", e)
	}
}

// A country of the United Kingdom is no small town; the quarter of a people is not Rome.
func TestNoTownsOfThatName(t *testing.T) {
	for text, want := range map[string]string{
		"In [Wales|PLACE] the fund paid for [Cardiff|PLACE].":              "wales",
		"He left [England|PLACE] for [Wales|PLACE], a village.":            "england wales",
		"The [Roma|PLACE] quarter of [Sofia|PLACE], [Bulgaria|PLACE]":      "sofia-bg",
		"In [Italy|PLACE] they went to [Rome|PLACE] and the [Rome|PLACE].": "rome-it",
	} {
		var keys []string
		for _, r := range resolved(t, marked(t, "x", text)).Referents {
			keys = append(keys, r.Key)
		}
		for _, k := range strings.Fields(want) {
			if !slices.Contains(keys, k) || slices.Contains(keys, "rome-it") != (want == "rome-it") {
				t.Errorf("%s: %q, want %s", text, keys, want)
			}
		}
	}
}

// What a bare name means among a town, a land's region and a sea.
func TestTownsAndSeas(t *testing.T) {
	for text, want := range map[string]string{
		"[California|PLACE] voted, as did the [United States|PLACE]. [America|PLACE] looked on.":      "california",
		"The treaty left the [United States|PLACE] alone in the [Pacific|PLACE]. The [Pacific|PLACE]": "pacific-ocean",
		"Ships of the [United States|PLACE] sail the [Atlantic|PLACE]. [U.S.|PLACE] ships":            "atlantic-ocean",
		"In the [Red Sea|PLACE] off [Yemen|PLACE] and [Sudan|PLACE] a ship burned.":                   "red-sea",
		"The [U.S.|PLACE] consul moved to [Naples|PLACE]. The [United States|PLACE] paid him.":        "naples-it",
		"In [Florida|PLACE], [U.S.|PLACE], they built. Towns such as [Naples|PLACE] grew.":            "naples-us",
		"The [U.S.|PLACE] envoy met them in [Geneva|PLACE]. The [United States|PLACE] signed.":        "geneva-ch",
		"In [Syria|PLACE] they took [Raqqa|PLACE].":                                                   "raqqa-sy",
	} {
		d := resolved(t, marked(t, "x", text))
		found := false
		for _, r := range d.Referents {
			found = found || r.Key == want
		}
		if !found {
			t.Errorf("%s: no %s among %s", text, want, who(d))
		}
	}
}

// A place that the text puts in a country lies in no other; a row of places puts none
// in another, and a small town far away is not meant where nothing speaks for it.
func TestPlacesOfTheLandNamed(t *testing.T) {
	for text, want := range map[string]string{
		"Shelters opened in [Santiago|PLACE], [Cabo Verde|PLACE]. [Santiago|PLACE] was hit.":                                            "CV",
		"They flew to [Santiago|PLACE], [Peru|PLACE] and [Bolivia|PLACE].":                                                              "PE",
		"He wrote of [Prague|PLACE], [Czechoslovakia|PLACE], and left.":                                                                 "CZ",
		"In [Sudan|PLACE], [Sudan|PLACE] and [Khartoum|PLACE] men wait for trucks from [Adré|PLACE], [Chad|PLACE], by [Khartoum|PLACE]": "SD TD",
		"In [Santiago|PLACE], [Chile|PLACE], it rained.":                                                                                "CL",
		"In [Kosovo|PLACE] and in [Kosovo|PLACE] snow fell, as in the [Alpine|PLACE] valley":                                            "",
		"In [Kosovo|PLACE] the shops are [Downtown|PLACE].":                                                                             "",
		"On [Mon|PLACE] the [United States|PLACE] voted.":                                                                               "",
	} {
		for _, r := range resolved(t, marked(t, "x", text)).Referents {
			if r.Subtype != "country" && !strings.Contains(want+" ", r.Country+" ") {
				t.Errorf("%s: %s is of %q, want %q", text, r.Name, r.Country, want)
			}
		}
	}
}
