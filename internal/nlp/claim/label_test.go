package claim

import (
	"testing"

	"analyze/internal/nlp/thread"
)

// What is counted may be written without blanks, in other letters or not at all.
func TestShortWords(t *testing.T) {
	for what, want := range map[string]string{
		"goats":                      "goats",
		"the flooded wells":          "flooded wells",
		"oxen/mules/goats/hens/ewes": "oxen/mules/goats/hens/ewes",
		"a-b-c-d-e-f":                "a-b-c-d-e-f",
		"":                           "",
	} {
		if got := shortWords(&thread.Record{What: what}); got != want {
			t.Errorf("%q: got %q, want %q", what, got, want)
		}
	}
}

// Land is told by what it bears, whether it is said in one number or in many; where nothing
// says what is measured there are no words for it.
func TestShortWordsOfLand(t *testing.T) {
	for _, c := range []struct{ what, concept, want string }{
		{"mangroves", "mangrove", "area of mangrove"},
		{"mangrove", "mangrove", "area of mangrove"},
		{"wheat acreage", "wheat", "acreage of wheat"},
		{"height", "", ""},
		{"", "", ""},
	} {
		if got := shortWords(&thread.Record{What: c.what, Concept: c.concept, Unit: "hectare"}); got != c.want {
			t.Errorf("%q of %q: got %q, want %q", c.what, c.concept, got, c.want)
		}
	}
}

// A vessel is called by what its sentence says to be in it.
func TestFilled(t *testing.T) {
	for text, want := range map[string]string{
		"Brazil will harvest 44 million bags of green coffee.":    "bags of green coffee",
		"Coffee production is forecast at 49 million 60-kg bags.": "bags of coffee",
		"Arabica accounts for 32 million bags.":                   "",
		"The bags of the minister were found.":                    "",
	} {
		if got := filled(&thread.Record{Context: text, Topics: []string{"coffee", "crop"}}, "bags"); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}
