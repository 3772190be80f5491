package nlp

import "testing"

// Words that end as bodies' names do in other languages and trades.
func TestCompounds(t *testing.T) {
	checkMarked(t, map[string]string{
		"court":      "The hearing at the [Bundesverwaltungsgericht|ORG] closed.",
		"office":     "A letter goes to the [Jagdinspektorat|ORG] in [Bern|PLACE].",
		"agency":     "It was the [Skogsdirektoratet|ORG] that asked.",
		"oil":        "It was [Uralneft|ORG] that paid, not [Sibprom|ORG].",
		"not a body": "He lives in [Southbank|PLACE] with Mr. [Lundquist|PERSON].",
	})
	for w, want := range map[string]bool{"Landgericht": true, "gericht": false, "Telekombank": true, "Gustafsson": false, "Uralexport": true} {
		if compound(w) != want {
			t.Errorf("%s: %v", w, !want)
		}
	}
}

// Endings, posts and what follows tell who is meant.
func TestNamesByTheirFollowers(t *testing.T) {
	checkMarked(t, map[string]string{
		"creed":         "It was what the [Falangists|GROUP] wrote; all [Ruritanians|GROUP] knew it.",
		"post":          "The board names [Doustdar|PERSON] CEO in August.",
		"clause":        "They left [Maiduguri|PLACE] for [Borno|PLACE], [Yobe|PLACE] and [Gwoza|PLACE]. The army says [Baga|PLACE] was spared.",
		"first word":    "Flood payouts stall in [Whalley|PLACE].",
		"half a name":   "[Urs Roth-Fankhauser|PERSON] came. It was agreed; [Fankhauser|PERSON] regrets that.",
		"seat":          "She teaches at [Universidad de Deusto|ORG], [Bilbao|PLACE].",
		"king of":       "They say that the King of [Athens|PLACE] left.",
		"common house":  "I asked the coalition Government to protect the Homeland.",
		"small town":    "Learners win ([Kirriemuir|PERSON] & [McFarl|PERSON], 2004).",
		"no seat there": "The Police ([Korps Politie Nederland|ORG], [KPN|ORG]) left.",
	})
}
