package gazetteer_test

import (
	"testing"

	"analyze/internal/nlp/gazetteer"
)

func TestSexes(t *testing.T) {
	sexes := gazetteer.Sexes()
	for word, want := range map[string]byte{"mrs": 'f', "mrs.": 'f', "mr": 'm', "zoe": 'f', "concepción": 'f', "ruth": 'f', "table": 0, "": 0} {
		if got := sexes[word]; got != want {
			t.Errorf("%q is %c, want %c", word, got, want)
		}
	}
	if len(sexes) < 1200 {
		t.Errorf("%d words", len(sexes))
	}
}
