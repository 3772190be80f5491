package nlp

import (
	"testing"

	"analyze/internal/doc"
)

// checkMarked finds the names of each text with its marks taken off.
func checkMarked(t *testing.T, texts map[string]string) {
	t.Helper()
	checkKind(t, doc.Body, texts)
}

func TestNoNames(t *testing.T) {
	checkMarked(t, map[string]string{
		"two lands":            "Some 300 have left the [Netherlands|PLACE] for [Syria|PLACE] and stayed.",
		"grades":               "Class sizes in grades K-3 will rise.",
		"common abbreviations": "At sea NGO ships rescued 400 people in a week.",
		"rate in brackets":     "There were 24 deaths (CFR 7.1%) in the camp.",
		"rate with a sign":     "The share (CFR = 3%) fell.",
		"holy war":             "They went by way of the “Hijrah Jihad” abroad.",
		"item of a list":       "AP 7.1 Mr. [Okello|PERSON] to send it.",
		"rate of a bank":       "The [Bank of England|ORG] kept Bank Rate at 5 percent.",
		"assessment":           "They wrote the Final Report of it at night.",
		"question in capitals": "WHO ARE THEY?",
		"docket":               "The judgment, Kz4-Po7 of May, was read.",
		"cable":                "They will lay the Harmony Link, a cable of 90 km.",
		"any other business":   "Then came AOB and tea.",
	})
}

func TestNamesTypedBySurroundings(t *testing.T) {
	checkMarked(t, map[string]string{
		"person of a university": "[Jurgis Petrulis|PERSON] of [Vilnius University|ORG] notes that it rained.",
		"brand with a hyphen":    "It was found so: [Promo-VEX|ORG] found 8 of them weak.",
		"camp":                   "He was held at the [Batlovic|PLACE] camp in winter. They counted the men at [Batlovic|PLACE] on 2 May.",
		"held at":                "The guards registered 1,122 detainees at [Batlovic|PLACE] on 2 May.",
		"line that was enlarged": "[Aquagaz|ORG] was enlarged in May.",
		"wire":                   "[KAMPALA|PLACE], 26 May 2019 ([Meridian Wire|ORG]) - At least 40 drowned. He told [Meridian|ORG] by telephone.",
		"dateline of a town that is a given name": "[HARLAN|PLACE] - The board on Tuesday approved a budget.",
		"row with counts":                         "The most were in [Katwa|PLACE] (n=25), followed by [Mandira|PLACE] (n=14) and [Katwa|PLACE] (n=6).",
		"place by one sentence":                   "Some 3,000 shelters were lost in [Rannu|PLACE]. It was in May that [Rannu|PLACE] burnt.",
		"dateline with a long dash":               "[LAGOS|PLACE] — Traders said on Monday that fuel is short.",
		"mosque":                                  "They joined the occupation of [Al-Masjid al-Haram|PLACE] in [Mecca|PLACE].",
		"post":                                    "[Andrea Stokes|PERSON], Chief Executive, [Norfolk County Transport|ORG]; and others",
	})
}

// A dispatch has one dateline; paragraphs that all open so have speakers.
func TestDatelines(t *testing.T) {
	for text, want := range map[string]int{
		"NARVE - The board met.\n\nIt rained.":                                        1,
		"NARVE, May 3 (Kestrel News) - The board met.":                                2,
		"NARVE - I saw it.\n\nDELKA - I did not.\n\nNARVE - You were.\n\nDELKA - No.": 0,
		"NGO - The board met.":                                                        0,
		"NARVE-DELKA met the board.":                                                  0,
		"NARVE met the board of the town - again":                                     0,
	} {
		n := newNamer()
		n.start(&doc.Document{Text: text, Blocks: paragraphs(text)}, nil, nil)
		if err := Tokens.Run(n.d); err != nil {
			t.Fatal(err)
		}
		n.look()
		n.scan()
		if n.fromDatelines(); len(n.cands) != want {
			t.Errorf("%q: %d candidates, want %d", text, len(n.cands), want)
		}
	}
}

// Codes, units, works and deeds are no names; seas are none of a firm's.
func TestThingsOfPaper(t *testing.T) {
	checkMarked(t, map[string]string{
		"exhibit":             "The returns (exh. P7) and those of an L2 show it.",
		"plural of a work":    "Funds went to the Vaccine Advance Market Commitment, and the Extended Deterrence Dialogue met.",
		"compact":             "It fell under the Compact of Good Neighbours in May.",
		"cited behind a body": "See [Border Police Union|ORG], Southern Land Encounters ([Riga|PLACE]: [BPU|ORG], 2023).",
		"letters of members":  "The [PDT|ORG] backbencher [Ann Field|PERSON] asked.",
		"sea":                 "The [Atlantic|PLACE] route was shut and fires burned in the [Amazon|PLACE].",
		"firm by its trade":   "The count is by [Murena Economics|ORG], paid by the firm.",
		"party's voters":      "Among voters of [Librada|ORG] it was 58 percent.",
		"one of several":      "Two jumped off; one, [Supra|PERSON], had been buried at sea.",
		"weekly":              "It stood in the weekly The [Murena|ORG] last year.",
		"quarters of a land":  "The rains failed in [Western|PLACE] and [Luapula|PLACE] provinces.",
		"colours of skin":     "The rate among [Whites|GROUP] (4.3 percent) and [Blacks|GROUP] (8.4 percent) fell.",
		"land in its title":   "[REPUBLIC OF ZAMBIA|PLACE]: WHAT IS LEFT",
	})
	checkKind(t, doc.TableBlock, map[string]string{
		"unit of a row": "Animals owned (TLU)             4.1         5.3       4.6",
	})
}

// The head of a line ends where blanks or other lettering part it from what it heads.
func TestHeadsOfLines(t *testing.T) {
	checkKind(t, doc.Heading, map[string]string{
		"blanks":     "[Centre for Ocean Studies|ORG]               Policy Paper 17",
		"two bodies": "[COUNTY HEALTH DEPARTMENT|ORG] — [OFFICE OF THE MEDICAL EXAMINER|ORG]",
		"minutes":    "MINUTES OF THE MEETING",
		"lettering":  "[CENTRE FOR OCEAN STUDIES|ORG]\nPolicy Paper 17",
	})
}

// Who sends a dispatch stands behind its day, and may send it by any word.
func TestWires(t *testing.T) {
	checkMarked(t, map[string]string{
		"one word": "[OSLO|PLACE], March 17 ([Newsroom|ORG]) - Some 40 fled, a paper seen by [Newsroom|ORG] says.",
		"no wire":  "[OSLO|PLACE], March 17 (revised) - Some 40 fled.",
	})
}

// A body has all the fields that it is for, and nobody's title.
func TestFieldsOfBodies(t *testing.T) {
	checkMarked(t, map[string]string{
		"three fields":    "He wrote to the [Committee on Commerce, Science, and Transportation|ORG] in May.",
		"lands":           "The [Committee on Agriculture|ORG] met [Norway|PLACE], [Sweden|PLACE] and [Denmark|PLACE] in spring.",
		"another body":    "The [Office for Budget Responsibility|ORG] and the [Bank of Norway|ORG] agreed.",
		"service":         "The [Essex County Fire and Rescue Service|ORG] came.",
		"doctor behind":   "The secretary at the [Ministry of Health|ORG] and Dr [Okello|PERSON] spoke.",
		"part of another": "He heard the [Committee on Lands|ORG], [Subcommittee on Rivers, Forests and Lakes|ORG], in May.",
		"two of a kind":   "It went to the [Committee on Finance|ORG] and the [Committee on Fisheries, Nutrition and Forestry|ORG] of the house.",
		"a person behind": "She was of the [Committee for the IPSA|ORG], and [Richard Lloyd|PERSON] was its chairman.",
		"row of words":    "The [Committee on Fisheries, Forestry and Water Resources|ORG] heard him.",
	})
}

// The legal form behind a firm's name is of it.
func TestLegalForms(t *testing.T) {
	checkMarked(t, map[string]string{
		"small letters":  "She runs [Harbour Foods plc|ORG] of [Leeds|PLACE].",
		"two with comma": "They paid [Kestrel Electronics Co., Ltd.|ORG] on Friday.",
		"with points":    "They paid [Petróleos del Alba, S.A.|ORG] on Friday.",
		"a list":         "They paid [Siemens|ORG], as he said, on Friday.",
	})
}

// Persons who share a title are told apart from it and from each other.
func TestSharedTitles(t *testing.T) {
	checkMarked(t, map[string]string{
		"two":      "Presidents [Okello|PERSON] and [Lindqvist|PERSON] met in May.",
		"three":    "He wrote to Senators [Harlow|PERSON], [Brandvik|PERSON] and [Okoye|PERSON] about it.",
		"premiers": "Prime Ministers [Marin|PERSON] and [Kristersson|PERSON] met in May.",
		"leader":   "She thanked Leader [McCarthy|PERSON] for it.",
		"to be":    "The Prime Minister-designate and the President-elect left.",
		"ship":     "The MS Estonia sank off the coast.",
		"island":   "Some sailed for [Christmas Island|PLACE] in 1901.",
	})
}

// Neither are adjectives of two peoples, positions, offices of a land, orders and what a
// speaker breaks off.
func TestNoNamesOfOffice(t *testing.T) {
	checkMarked(t, map[string]string{
		"two peoples":     "The current Danish-German border and Soviet-Yugoslav relations were talked of.",
		"a people of two": "Tens of thousands of [Cambodian-Americans|GROUP] live there.",
		"position":        "It lies at 33.783°N 44.500°E by the map.",
		"broken off":      "I want to thank President Bran- — President [Brandt|PERSON] for it.",
		"order":           "The Executive Order (E.O.) 14024 applies.",
		"king":            "The King of [Norway|PLACE] and Lord [Lyons|PERSON] spoke.",
		"reef":            "They hold [Barque Linden Reef|PLACE] and two more.",
		"seats":           "We heard [Ann Bishop|PERSON] ([GA|PLACE]), [Tom Carter|PERSON] (R-GA) of it.",
		"culture":         "In Chicano culture and in Royalist songs it lives on.",
		"prince":          "He spoke today with Crown Prince and Prime Minister [Salman|PERSON] in [Manama|PLACE].",
		"amendments":      "Proceedings on consideration of Lords Amendments shall be suspended.",
		"ministers":       "I also thank previous Ministers who have worked on this.",
		"author":          "He drew it (from [Ouchi|PERSON], 1983) by hand.",
		"day":             "She will speak at [Morehouse College|ORG] on May 19th.",
		"line's end":      "The [Ministry of Health|ORG] wrote to [Ann Field-Brandt|PERSON] of it.",
	})
}
