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
