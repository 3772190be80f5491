package claim

import (
	"testing"

	"analyze/internal/nlp/thread"
)

// TestCauses reads what struck people from words alone.
func TestCauses(t *testing.T) {
	for text, want := range map[string]thread.Cause{
		"An earthquake shook the hills":          thread.ByQuake,
		"Aftershocks and floods":                 thread.ByQuake | thread.ByWater,
		"Gunmen attacked the market":             thread.ByViolence,
		"gas explosions in the pit":              thread.ByViolence | thread.ByFire | thread.ByCollapse | thread.ByQuake,
		"Cholera has spread":                     thread.ByIllness,
		"They died of cold and illness in tents": thread.ByCold,
		"The bus left the road":                  thread.ByTraffic,
		"The budget grew":                        0,
	} {
		if got := causeIn(text); got != want {
			t.Errorf("%s: %b, want %b", text, got, want)
		}
	}
}

// TestByThen reads whether a sentence tells how many there were by a month.
func TestByThen(t *testing.T) {
	for text, want := range map[string]bool{
		"By mid-March 117,075 cases had been reported":    true,
		"As of the end of April there were 90 cases":      true,
		"In March 90 cases were reported":                 false,
		"90 cases were reported by the ministry in March": false,
		"Treated by doctors from all over the land":       false,
	} {
		if got := byThen(wordsOf(text)); got != want {
			t.Errorf("%s: %v", text, got)
		}
	}
}

// TestSourceName finds what two descriptions of one source have in common.
func TestSourceName(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"the health ministry", "Ministry of Health", true},
		{"American intelligence agencies", "U.S. intelligence", true},
		{"ministry of finance", "health ministry", false},
		{"the police", "police officials", true},
		{"the mayor", "the governor", false},
	} {
		if got := sourceName(c.a) == sourceName(c.b); got != c.same {
			t.Errorf("%s and %s: %q and %q", c.a, c.b, sourceName(c.a), sourceName(c.b))
		}
	}
}
