package nlp

import (
	"testing"

	"analyze/internal/doc"
)

// A body and the land behind it are one name where it has a branch there.
func TestBranches(t *testing.T) {
	checkMarked(t, map[string]string{
		"listed charity":    "[Oxfam Yemen|ORG] said so, and [Rainforest Foundation US|ORG] agreed.",
		"firm of the text":  "Through [Telkora Zambia|ORG], [Telkora Kenya|ORG] and a shop it lives. [Telkora Uganda Ltd|ORG] pays.",
		"part of the world": "[Airtel Africa|ORG] rents the masts.",
		"body of states":    "The [UN|ORG] [Syria|PLACE] envoy left.",
		"adjective":         "It met [Oxfam|ORG]'s Kenyan staff there.",
		"no branch":         "He left [Oxfam|ORG]. [Yemen|PLACE] was next.",
	})
}

func TestFirmsOfPartners(t *testing.T) {
	checkMarked(t, map[string]string{
		"lawyers":       "He was instructed by [Gill, Godlonton & Gerrans|ORG], for her.",
		"list of firms": "Contractors on site: [Toyota|ORG], [Siemens|ORG], [Lassila & Tikanoja|ORG].",
		"legal form":    "Agents, [Burns, Philp & Co.|ORG] of [Cairns|PLACE].",
		"bracket":       "It pays [Gill, Godlonton & Gerrans|ORG] (its lawyers) late.",
		"authors cited": "It pays ([Thapa|PERSON], [Sharma|PERSON] & [Hertel|PERSON], 2011).",
	})
}

// Brackets behind a member hold the seat and the party, in either order.
func TestSeats(t *testing.T) {
	checkMarked(t, map[string]string{
		"seat first":  "Hon. [Ann Field|PERSON] ([Ruaraka|PLACE], [ODM|ORG]): I beg to move.",
		"party first": "Cllr [Denise Okpara|PERSON] ([Lab|ORG], [St Ann's|PLACE]) and Cllr [Tom Lind|PERSON] ([Con|ORG], [Hill Ward|PLACE]) left.",
		"no party":    "[Ann Field|PERSON] (Clerk, acting) left.",
	})
}

func TestTitledRows(t *testing.T) {
	checkMarked(t, map[string]string{
		"passengers":   "Arrived: Mesdames [Hall|PERSON], [Lyons|PERSON] (2), Misses [Fry|PERSON], Messrs. [Burns|PERSON], [Philp|PERSON], and 14 others.",
		"members":      "Councillors [Green|PERSON], [Akhtar|PERSON] and [Brook|PERSON] agreed.",
		"end of a row": "Senators [Murkowsky|PERSON] and [Barros|PERSON] met in [Paris|PLACE], [Rome|PLACE] and [Bern|PLACE].",
	})
}

func TestSignoffs(t *testing.T) {
	for _, want := range []string{
		"We meet on Monday.\n\nBest,\n[Thandi|PERSON]",
		"We meet on Monday.\n\nWith best wishes,\n[Precious|PERSON]\n\nHead of Sales",
		"Thanks,\nMonday is fine for us here.",
		"Bring tents, ropes,\nBlankets\n\nand bread.",
	} {
		text := unmark(want)
		if got := marked(namesOf(t, &doc.Document{Text: text, Blocks: paragraphs(text)})); got != want {
			t.Errorf("\ngot  %s\nwant %s", got, want)
		}
	}
}

// A noun says what follows "called" and "known as", and where who leads it is.
func TestCalledAndLed(t *testing.T) {
	checkMarked(t, map[string]string{
		"gang":     "The gang known as [Vice Ledger|ORG] did it.",
		"firm":     "It was shipped by a firm called [Sao Mai Timber|ORG] in May.",
		"child":    "A boy named [Filmon|PERSON] had a cough.",
		"chief":    "A chief from [Doro Gowan|PLACE] gave me a list.",
		"bishop":   "It was the bishop of [David|PLACE] who wrote.",
		"at large": "He is the chief of Staff and she is the mayor of nothing.",
	})
}

// Short names of currencies and what counts in a laboratory or a case are no names.
func TestSumsAndCases(t *testing.T) {
	checkMarked(t, map[string]string{
		"rupees":        "He paid Rs 33,000 crore, Rs. 20 lakh and Tk. 500 in [Delhi|PLACE].",
		"letter of one": "A raid cost S 2 billion, not K577 billion or N 30,000.",
		"label":         "See Table A 3,000 times.",
		"plurals":       "He told MEPs of 5,000 MANPADS, IgM tests and SIM cards.",
		"crown":         "In Rep v [Savala|PERSON] he got nine years; [Freeman|PERSON] v The Queen was cited.",
		"judges":        "[Larkin|PERSON] JA agreed with [Mbeki-Osei|PERSON] CJ and with [Hlophe|PERSON] J in that.",
		"degrees":       "[Anna Lind|PERSON], M.D., met [Josiah Penfold|PERSON], J.P., and Mr. [Thynne|PERSON], M.L.C., at last.",
		"state":         "For the State he spoke; the State told us so.",
		"clerk":         "[Ann Field|PERSON] (Clerk, acting) left.",
		"operation":     "Nostra Terra, the navy's operation, has cost 9 million.",
	})
}

func TestCitedBeforeYear(t *testing.T) {
	checkMarked(t, map[string]string{
		"in one bracket": "It fell ([Kolbe|PERSON] 2014), as it had ([Cirasi|PERSON] & [Ratha|PERSON] 2009: 3).",
		"bodies":         "It fell ([World Bank|ORG] 2014).",
		"town and year":  "They fought in [Iraq|PLACE] ([Mosul|PLACE] 2014).",
		"entry":          "[Freund, C.|PERSON] & [Spatafora, N.|PERSON] (2008) 'Costs of wire', [Journal of Rural Economics|ORG] 8(2): 35.",
		"one author":     "[Cirasi, M.|PERSON] (2009) Making Markets. [Oslo|PLACE]: [Garden Press|ORG].",
	})
	want := "See [Lindekil|PERSON], [Bertels|PERSON] and [Stohl|PERSON], ‘Who Goes and Why’, [Small Wars|ORG] 27 (2016)."
	if got := marked(namesOf(t, notes(unmark(want)))); got != want {
		t.Errorf("\ngot  %s\nwant %s", got, want)
	}
}

// What a list of fields, a seat or a party before a name makes of it.
func TestBodiesAndTheirSeats(t *testing.T) {
	checkMarked(t, map[string]string{
		"fields":      "The [Subcommittee on Africa, Global Health and Rivers|ORG] met.",
		"seat":        "[KM Biologics|ORG] of [Kumamoto|PLACE] delivered.",
		"party's man": "An official of the ruling party, [Phillip Mkundi|PERSON], said so.",
		"wire":        "[ADEN|PLACE], [Yemen|PLACE], Oct 9 ([Delta Newswire|ORG]) - It rained.",
		"letters":     "The lobby [SAMI|ORG] of [Oslo|PLACE] said no, and [KEMRI|ORG] trained them.",
		"red cross":   "The [Viet Nam Red Cross|ORG] came to poor [sub-Saharan Africa|PLACE].",
	})
}

// In lines of capitals bodies go with their fields to the end of the line.
func TestBodiesInCapitals(t *testing.T) {
	checkKind(t, doc.Heading, map[string]string{
		"court":        "IN THE [HIGH COURT OF MALAWI|ORG]\nPRINCIPAL REGISTRY",
		"committees":   "BEFORE THE\n[SUBCOMMITTEE ON ENERGY AND WATER|ORG]\n[COMMITTEE ON NATURAL RESOURCES|ORG]",
		"what it does": "[DEPARTMENT OF HEALTH|ORG] ANNOUNCES RULES FOR FARMS",
		"no body":      "OFFICE HOURS AND RULES OF THE HOUSE",
	})
}

func TestNativeNames(t *testing.T) {
	checkMarked(t, map[string]string{
		"army and letters": "The [Serbian Armed Forces|ORG] ([Vojska Srbije|ORG], [VS|ORG]) left.",
		"other letters":    "[Ann Field|PERSON] ([Ruaraka|PLACE], [ODM|ORG]) left.",
	})
}

// Lists of members, labels of speakers and lines of capitals.
func TestNamesOfRecords(t *testing.T) {
	checkMarked(t, map[string]string{
		"members":    "Members present: Mr [Bob Hallam|PERSON] (Chair); [Alex Chalk|PERSON]; [Victoria Prentice|PERSON].",
		"official":   "An official of the ruling party, [Phillipo Mkundi|PERSON], told local radio so.",
		"adjective":  "In 2011 Somali pirates attacked 237 ships.",
		"elided":     "They left [NORTH|PLACE] AND [SOUTH KIVU|PLACE] in May.",
		"other name": "It is second after [San Pedro Sula|PLACE] (187), with [Acapulco|PLACE] (113) third.",
		"trends":     "It is 60 million in Global Trends of the [UNHCR|ORG].",
		"illness":    "They fear Lassa fever and Kolmer virus.",
		"Cf.":        "He has 5,000. Cf. [Lemarchand|PERSON], p. 61.",
	})
	checkKind(t, doc.Heading, map[string]string{
		"review": "[HARVARD REVIEW OF WORLD AFFAIRS|ORG]        SPRING 2012   113",
		"theme":  "PIRACY AFTER THE BOOM",
		"plural": "3.4 Roads. Of nine projects three were finished.",
	})
	for _, want := range []string{
		"[Salami K|PERSON], [Gouglas D|PERSON], et al. A review of vaccine candidates. [Curr Opin Virol|ORG] 2019;37:105.",
		"[McCormick JB|PERSON], [Fisher-Hoch SP|PERSON]. A fever. [Curr Top Microbiol Immunol|ORG] 2002;262:75.",
		"Estimates differ: [Soufan Center|ORG], White Supremacy Extremism, September 2019, p. 29.",
	} {
		if got := marked(namesOf(t, notes(unmark(want)))); got != want {
			t.Errorf("\ngot  %s\nwant %s", got, want)
		}
	}
}

func TestNamesakes(t *testing.T) {
	checkMarked(t, map[string]string{
		"person":     "It is better to light a candle. – [Eleanor Roosevelt|PERSON]",
		"town":       "She was born in [San Pedro Sula|PLACE] and lives in [Los Angeles|PLACE].",
		"speaks for": "In [Parliament|ORG], [Dithapelo Keorap|PERSON] ([UDC|ORG]) asked the minister.",
		"spelt":      "The [World Grain Office|ORG] ([WGO|ORG]) said no.",
		"park":       "It crosses the [Los Katios National Park|PLACE] at night.",
		"postscript": "P.S. As a friend you get it all.",
		"salutation": "[Louise|PERSON],\nPlease send it on Monday.",
	})
}
