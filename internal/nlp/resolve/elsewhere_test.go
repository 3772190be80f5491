package resolve_test

import (
	"testing"

	"analyze/internal/doc"
)

// A party of plain words is not the listed one of another land, where the text says
// of which it is; a body of all states needs no land.
func TestBodiesOfOtherLands(t *testing.T) {
	for text, want := range map[string]string{
		"The [National Democratic Party|ORG] in [Iraq|PLACE] lost.":     "",
		"In [Egypt|PLACE] the [National Democratic Party|ORG] lost.":    "EG",
		"In [Syria|PLACE] they read of the [Human Rights Council|ORG].": "",
		"[Hezbollah|ORG] in [Syria|PLACE] lost.":                        "LB",
	} {
		d := resolved(t, marked(t, "x", text))
		for _, r := range d.Referents {
			if r.Type == doc.Org && r.Country != want {
				t.Errorf("%s: of %q, want %q", text, r.Country, want)
			}
		}
	}
}

// What a firm has founded is not the firm, and a people that no list has keeps its
// own word.
func TestOwnNames(t *testing.T) {
	for text, want := range map[string]string{
		"[Ikea|ORG] paid. The [Ikea Foundation|ORG] gave.": "Ikea; Ikea Foundation",
		"A [Rahalan|GROUP] came.":                          "Rahalan",
		"A [Kurd|GROUP] came.":                             "Kurds = Kurd",
	} {
		if got := who(resolved(t, marked(t, "x", text))); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

// What a town is called by elsewhere is no quarter, house, wire or union here.
func TestTownsOfOtherLands(t *testing.T) {
	for text, want := range map[string]string{
		"In [Zambia|PLACE] it began in [Kanyama|PLACE], a crowded township of the capital.":                         "",
		"In [Afghanistan|PLACE] a bomb hit the [Dubai City|PLACE] wedding hall.":                                    "",
		"It rained in [Zambia|PLACE] and in [Kanyama|PLACE], where men wait.":                                       "CD",
		"It is worst in [North-East Nigeria|PLACE].":                                                                "NG",
		"[Dori|PLACE] is in [Burkina Faso|PLACE], [Burkina Faso|PLACE] in the west of the [Sahel|PLACE], as is it.": "",
	} {
		d := resolved(t, marked(t, "x", text))
		last := d.Referents[len(d.Referents)-1]
		for _, r := range d.Referents {
			if r.Type == doc.Place && r.Subtype != "country" && r.Name != "Dori" {
				last = r
			}
		}
		if last.Country != want {
			t.Errorf("%s: %s of %q, want %q", text, last.Name, last.Country, want)
		}
	}
}

// Bodies that are called as towns abroad, or for short, are bodies still.
func TestBodiesCalledAsTowns(t *testing.T) {
	for text, want := range map[string]string{
		"[KABUL|PLACE], Aug 18 ([Meridian|ORG]) - A bomb went off.": "Meridian ORG",
		"Officials of the [Union|ORG] agreed in [Mali|PLACE].":      "Union ORG",
		"[Kafo Finance|ORG] lends. [Kafo|ORG] made a profit.":       "Kafo Finance ORG",
	} {
		d := resolved(t, marked(t, "x", text))
		got := ""
		for _, r := range d.Referents {
			if r.Type == doc.Org {
				got += r.Name + " " + r.Type.String()
			}
		}
		if got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

// A body that every state has is that of the land the document is about, if the land
// has one of the name.
func TestBodiesOfTheLand(t *testing.T) {
	peru := "[Peru|PLACE] voted. In [Lima|PLACE], [Cusco|PLACE] and [Peru|PLACE] men wait. In the [United States|PLACE] they look on. "
	mali := "[Mali|PLACE] voted. In [Bamako|PLACE] and [Mali|PLACE] men wait for [Mali|PLACE]. In the [United States|PLACE] they look on. "
	for text, want := range map[string]string{
		peru + "[Congress|ORG] met.":         "",
		mali + "[Congress|ORG] met.":         "US",
		peru + "The [Pentagon|ORG] paid.":    "US",
		"In the [US|PLACE] [Congress|ORG].":  "US",
		peru + "The [Supreme Court|ORG] met": "",
	} {
		d := resolved(t, marked(t, "x", text))
		for _, r := range d.Referents {
			if r.Type == doc.Org && r.Country != want {
				t.Errorf("%s: %s of %q, want %q", text, r.Name, r.Country, want)
			}
		}
	}
}

// What is called as a town or a province abroad, but a camp or a jail or an acronym
// here, lies here or nowhere.
func TestCampsAndJails(t *testing.T) {
	for text, want := range map[string]string{
		"In [Ethiopia|PLACE] the [Kobe|PLACE] refugee camp is full, say men of [Ethiopia|PLACE].":              "",
		"In [Ecuador|PLACE] and [Guayaquil|PLACE] men died in the [Litoral|PLACE] penitentiary.":               "",
		"In [Japan|PLACE] the [Kobe|PLACE] camp is full.":                                                      "JP",
		"In [Ethiopia|PLACE] he spoke of [Kobe|PLACE].":                                                        "JP",
		"In [Kenya|PLACE] and [Nairobi|PLACE] samples were read at [KEMRI|PLACE], and in [Kenya|PLACE] again.": "",
	} {
		d := resolved(t, marked(t, "x", text))
		for _, r := range d.Referents {
			if r.Subtype != "country" && r.Name != "Guayaquil" && r.Name != "Nairobi" && r.Country != want {
				t.Errorf("%s: %s of %q, want %q", text, r.Name, r.Country, want)
			}
		}
	}
}

// Initials that the world knows are no committee's that does not explain them; WHO is
// a body by its capitals.
func TestInitials(t *testing.T) {
	for text, want := range map[string]string{
		"The [Backbench Business Committee|ORG] met. The [BBC|ORG] told of it.":  "Backbench Business Committee; BBC",
		"The [Backbench Business Committee|ORG] ([BBC|ORG]) met. The [BBC|ORG].": "Backbench Business Committee = Backbench Business Committee, BBC",
		"The [Harbour Safety Committee|ORG] met. The [HSC|ORG] told of it.":      "Harbour Safety Committee = Harbour Safety Committee, HSC",
		"The [WHO|ORG] counts them.":                                             "World Health Organization = WHO",
	} {
		if got := who(resolved(t, marked(t, "x", text))); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}
