package resolve_test

import "testing"

// Short forms of organisations: which of the full names around them they stand for.
func TestShortFormsOfBodies(t *testing.T) {
	for text, want := range map[string]string{
		"The [Georgia Department of Agriculture|ORG] inspects. The [Department|ORG] pays.":              "Georgia Department of Agriculture = Georgia Department of Agriculture, Department",
		"The [Lake Bureau of Fisheries|ORG] met the [Sea Institute for Cod|ORG]. The [Bureau|ORG] won.": "Lake Bureau of Fisheries = Lake Bureau of Fisheries, Bureau; Sea Institute for Cod",
		"[Highland Tea Estates Limited|ORG] sold a plot. [Highland Tea|ORG] is gone.":                   "Highland Tea Estates Limited = Highland Tea Estates Limited, Highland Tea",
		"[Highland Tea Estates|ORG] sold a plot. [Highland Tea|ORG] is gone.":                           "Highland Tea Estates; Highland Tea",
		"The [Komati Basin Water Authority|ORG] signed. [KOBWA|ORG] has two commissioners.":             "Komati Basin Water Authority = Komati Basin Water Authority, KOBWA",
		"The [Komati Basin Water Authority|ORG] signed. [KUDUSA|ORG] did not.":                          "Komati Basin Water Authority; KUDUSA",
		"The [African Democratic and Political Transitions|ORG] met. [AAPI|ORG] did not.":               "African Democratic and Political Transitions; AAPI",
		"[G4X Custodial Services|ORG] runs it. [G4X|ORG] staff came.":                                   "G4X Custodial Services = G4X Custodial Services, G4X",
		"The [Office of Communications|ORG] ([Ofcom|ORG]) met. [Ofcom|ORG] left.":                       "Ofcom = Office of Communications, Ofcom",
		"The [Independent National Electoral Commission|ORG] ([CNEI|ORG]) met. The [CNEI|ORG] left.":    "Independent National Electoral Commission = Independent National Electoral Commission, CNEI",
		"The [Ministry of Salt|ORG] ([WHO|ORG]) met.":                                                   "Ministry of Salt; World Health Organization = WHO",
		"She left the [Metropolitan Opera|ORG]. At the [Met|ORG] she sang.":                             "Metropolitan Opera = Metropolitan Opera, Met",
		"[Oakhampton F.C.|ORG] met. [Oakhampton Football Club|ORG] owes.":                               "Oakhampton Football Club = Oakhampton F.C., Oakhampton Football Club",
		"The [Red Cross Society|ORG] gave tents. [Red Cross|ORG] volunteers came.":                      "Red Cross Society = Red Cross Society, Red Cross",
		"[Harland & Boyle|ORG] grew. [Harland Boyle Spinning Co.|ORG] did. [Harland Boyle|ORG] closed.": "Harland & Boyle; Harland Boyle Spinning Co. = Harland Boyle Spinning Co., Harland Boyle",
		"The [Libyan Ports Authority|ORG] was silent. The [Authority|ORG] knew.":                        "Libyan Ports Authority = Libyan Ports Authority, Authority",
	} {
		if got := who(resolved(t, marked(t, "x", text))); got != want {
			t.Errorf("%s\n got %s\nwant %s", text, got, want)
		}
	}
}

// Plurals of peoples are those that lists have: a Lao is not of the Laos.
func TestPeoplesInPlural(t *testing.T) {
	for text, want := range map[string]string{
		"A [Lao|GROUP] came.":                          "Lao",
		"The [Icelandic|GROUP] fish.":                  "Icelandic",
		"A [Ukrainian|GROUP] left.":                    "Ukrainians = Ukrainian",
		"A [Kurd|GROUP] and a [Salafist|GROUP] spoke.": "Kurds = Kurd; Salafists = Salafist",
	} {
		if got := who(resolved(t, marked(t, "x", text))); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}
