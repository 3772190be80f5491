package nlp

import (
	"testing"

	"analyze/internal/doc"
)

// checkKind finds the names of each text with its marks taken off, its first block
// of that kind.
func checkKind(t *testing.T, kind doc.BlockKind, wants map[string]string) {
	t.Helper()
	for name, want := range wants {
		t.Run(name, func(t *testing.T) {
			text := unmark(want)
			d := &doc.Document{Text: text, Blocks: paragraphs(text)}
			d.Blocks[0].Kind = kind
			if got := marked(namesOf(t, d)); got != want {
				t.Errorf("\ngot  %s\nwant %s", got, want)
			}
		})
	}
}

// What is a person, a body or a place by what stands beside it, whatever the model
// makes of it.
func TestNameTypes(t *testing.T) {
	checkMarked(t, map[string]string{
		"given name alone":         "Complaints go to [Derek|PERSON], not to me.",
		"addressed by a title":     "He took the seat of Ms [Kerta Lingo|PERSON].",
		"letters behind a name":    "Dame [Anna Lindqvist|PERSON] DBE FRS spoke.",
		"creed before a name":      "It shows Scientologist [Tom Lindqvist|PERSON].",
		"given name of a place":    "[Lorraine Pell|PERSON] did the books. Nobody asks [Lorraine|PERSON].",
		"state in an address":      "[Austin Field|PERSON] came. He lives in [Dallas|PLACE], [Texas|PLACE], still.",
		"price of a share":         "[Wuling Yibor|ORG] rose 8.1 percent and [Bonva|ORG] climbed 11 sen.",
		"auditors":                 "The auditors, [Kerrow Lisle|ORG], write that it is so.",
		"part of a country":        "[Northern Bulgaria|PLACE] was free.",
		"cliffs and churches":      "We saw [Boyana Church|PLACE] and [Leigh Cliffs|PLACE].",
		"member for":               "My hon. Friend the Member for [Congleton|PLACE] ([Fiona Brace|PERSON]) asked.",
		"hyphen to a listed place": "The port of [Ust-Luga|PLACE] burns.",
		"hyphen to a channel":      "He told [CNBC-TV18|ORG] so.",
		"people by their kin":      "Settlers and [Morma|GROUP] villagers gave it.",
		"most are of a people":     "Most families are [Rahanwein|GROUP] or poor.",
		"acronym that is a town":   "The [Empresa Nacional de Aguas|ORG] ([ENA|ORG]) pays. Ask [ENA|ORG].",
		"or within a name":         "The [Working Group on Forced or Unpaid Labour|ORG] met.",
		"villages beside villages": "Children from [Mladkov|PLACE] and [Petrovice|PLACE] walk.",
		"letters of a party":       "The [BDX|ORG] backbencher [Anna Lindqvist|PERSON] left.",
		"habit of citing":          "It pays ([Thapa|PERSON], 2012; [Sharma|PERSON] & [Hertel|PERSON], 2011; [Woodrow|PERSON], 2004), but see [Lutterman|PERSON] (1987) on rice.",
		"no body from a gerund":    "Reporting for the [Environment Committee|ORG], [Anna Lindqvist|PERSON] (RE) agreed.",
	})
}

// What has capitals and is nobody's name.
func TestCapitalsOfNobody(t *testing.T) {
	checkMarked(t, map[string]string{
		"dollars":        "It was priced at US $ 8.00, then NZ $ 26 million, then RM23.50.",
		"eras":           "They came in 3000 B.C. and left about A.D. 200.",
		"bills":          "He spoke on S. 206 and H.R. 1024 (7 U.S.C. 5653).",
		"degrees":        "It fell to 30 degrees Fahrenheit.",
		"averages":       "The Dow Jones Industrial Average fell; Brent crude and the Topix rose.",
		"letter":         "It has an L-band sensor.",
		"address":        "PROF. [Schwarz|PERSON]: That is right. Accordingly, we left.",
		"weather":        "It was a mild El Niño.",
		"survey":         "The Rural Household Survey and the Weekly Epidemiological Bulletin say so.",
		"review":         "At the Water Policy Review [Norway|PLACE], [Cuba|PLACE] and [India|PLACE] spoke.",
		"programme":      "The Youth Employment Programme ended and the Rural Roads Project began.",
		"programme acts": "A spokesman for the [Youth Employment Programme|ORG] told us.",
		"survey of land": "The [Geological Survey of Norway|ORG] agreed.",
	})
	checkKind(t, doc.Heading, map[string]string{
		"journal's words": "ENERGY POLICY BRIEF",
		"bulletin":        "Labour Market Bulletin, May",
	})
}

// Towns are clubs where a text is about sport and what stands beside them plays.
func TestClubs(t *testing.T) {
	const sport = "The coach and the striker left the club. "
	checkMarked(t, map[string]string{
		"verb in the plural":     sport + "[Derby|ORG] are not alone.",
		"once is enough":         sport + "[Leicester|ORG] beat [Porto|ORG]. Two days on, [Leicester|ORG] again.",
		"the town":               sport + "[Leicester|ORG] drew. He lives in [Leicester|PLACE].",
		"lost to":                sport + "We lost to [Rotherham|ORG].",
		"possessive":             sport + "It was [Porto|ORG]'s keeper.",
		"city in the name":       sport + "He joined from [Bristol City|ORG].",
		"no sport, no club":      "[Leicester|PLACE] beat its own record in the count of trees.",
		"towns that do not play": sport + "The train to [Porto|PLACE] was late.",
	})
}

// Capitals that open entries are places where some are listed.
func TestEntries(t *testing.T) {
	want := "[ZELMANICE|PLACE]. The mill has burned.\n\n[PRAGUE|PLACE]. Nothing new.\n\n[KORLIPY|PLACE]. The mine is open."
	text := unmark(want)
	if got := marked(namesOf(t, &doc.Document{Text: text, Blocks: paragraphs(text)})); got != want {
		t.Errorf("\ngot  %s\nwant %s", got, want)
	}
}

// Laws, meetings and numbering have capitals as bodies and persons do.
func TestCapitalsOfLaws(t *testing.T) {
	checkMarked(t, map[string]string{
		"bill":              "We debated the Housing and Planning Bill at night.",
		"act as a place":    "It stands in the Foreign Grain Authorization Act of 2003.",
		"meeting in a town": "The [Bonn|PLACE] Conference of 2001 set it up.",
		"surname shouted":   "It was led by [Haivat AKHUNDZA|PERSON] then.",
		"title behind":      "He was Envoy Extraordinary and Minister Plenipotentiary there.",
		"relative":          "My Uncle is searching for it.",
		"group of a cup":    "They met in Group G again.",
	})
}

// What stands beside a name in apposition, in brackets or joined tells its type.
func TestNamesInApposition(t *testing.T) {
	checkMarked(t, map[string]string{
		"office of a town's man":     "The road is closed, said [Tomas Wekesa|PERSON], the town's deputy clerk.",
		"office in a village":        "It was [Habib Madrun|PERSON], the village's oldest imam, who came.",
		"analyst of a bank":          "[Baltic Trust Bank|ORG]'s [Ravza Hadi|PERSON] expects a cut.",
		"common word and a charity":  "Harvest is late. [Lantern|ORG], the Danish charity, said that it had fed 40.",
		"no body before a company":   "Later, the company said no. Yesterday, a charity that he runs, broke.",
		"slogan and a charity":       "[Ask Oxmoor|ORG], a charity, believes so.",
		"letters of parties":         "Present: [Akhtarul|PERSON] ([Lab|ORG]), [Pemberley|PERSON] ([Con|ORG]), [Ann Field|PERSON] ([Green|ORG]), Dr [S. Rao|PERSON] ([Lib Dem|ORG])",
		"ages are no parties":        "[Ann Field|PERSON] (34) and [Tom Lind|PERSON] (Chair) came.",
		"hospitals":                  "They died in [Zarpuk|ORG] and [Wali Jan|ORG] hospitals on Monday.",
		"camps":                      "Aid reached [Mirsal|PLACE], [Dobra|PLACE] and [Kashun|PLACE] camps.",
		"quarters that share a name": "There are weapons in [North|PLACE] and [South Kivu|PLACE] still.",
		"state beside a state":       "Most of them died in [Anambra|PLACE] and [Imo|PLACE].",
		"polls":                      "Polls by [Insight Murena|ORG] had it at 30 percent.",
	})
}

// Rows, lines and measures tell what strange names are.
func TestNamesInRows(t *testing.T) {
	checkMarked(t, map[string]string{
		"dispatch":             "[TARTUS|PLACE], [Syria|PLACE], Sept. 14, 2023 — Rescue workers left.",
		"columns":              "[Adamawa|PLACE]        23,9O2       163,559",
		"quarter of a land":    "It is worst in [North-East Nigeria|PLACE] and [Northern Kenya|PLACE].",
		"minority":             "They belong to the [Hazara|GROUP] minority.",
		"villages of a people": "Men who attacked [Hemba|GROUP] herders fled.",
		"slash and given name": "They left [Maiduguri|PLACE], [Kala/Balgo|PLACE] and the rest.",
		"two names by a slash": "They left [Maiduguri|PLACE], [Kalvo/Balgo|PLACE] and the rest.",
		"measures":             "Losses were high: [Egbor|PLACE] (-94MW) and [Olorun II|PLACE] (-60MW) fared worst.",
		"ages and authors":     "[Tom|PERSON] (34) and [Lind|PERSON] (2003) came.",
		"segments of a line":   "Note 31 · [Great Lakes Grain Forum|ORG] · [Nairobi|PLACE], May 2020",
		"union of doctors":     "The [Sudan Teachers' Union|ORG] counts five.",
		"towns in a row":       "Officers searched homes in [Hexley|PLACE] and [Stowe Green|PLACE] on Monday.",
		"team of researchers":  "The [Global Atlas of Disease|ORG] group puts it at one.",
		"camp of two lands":    "There are 40 in the [Emirati Jordanian Camp|PLACE] now.",
	})
}

// Scales, boxes, offices and halls have capitals and name nobody.
func TestThings(t *testing.T) {
	checkMarked(t, map[string]string{
		"visitors":       "The Visitors' Center is open.",
		"box":            "Write to P.O. Box 3020, [Lusaka|PLACE], or to PO Box 7.",
		"letter":         "B. The hill tracts and their lakes.",
		"band":           "It adds £83 to a Band D bill and to Class B fees.",
		"round":          "In Round XI they fell. In Grade Four they rose.",
		"inspector":      "The Inspector General and the Secretary-General met the Deputy Auditor General and the High Commissioner for Harvests.",
		"office of one":  "The [Office of the Inspector General|ORG] agreed.",
		"hall":           "They met in the Town Hall and in the Council Chamber.",
		"francs":         "A bag sold for CFA 60,000, or 420 CFA/kg, in CFA francs.",
		"cases averted":  "Cases were averted (NNV 61) in all.",
		"rank":           "DCI [Karen Oyelade|PERSON] said so.",
		"rest of a name": "The [Small Arms Survey|ORG] counted them. It was on “Small Arms, Long Roads” that he spoke.",
	})
}

// Rows, offices and letters as reports of several lands have them.
func TestNamesOfReports(t *testing.T) {
	checkMarked(t, map[string]string{
		"divisions":           "Fighting went on in [Zolmu|PLACE], [Menkum|PLACE] and [Lebyal|PLACE] divisions.",
		"row with a town":     "Aid came to families in [Bamenda|PLACE], [Fakko|PLACE] and [Memwe|PLACE].",
		"office and title":    "Chief Medical Superintendent Dr [Diwakar Singh|PERSON] came.",
		"letters of office":   "Deputy CM [Brajesh Pathak|PERSON] said so.",
		"degree":              "It was for Mr. [Donald Steeves|PERSON], Q.C., to answer that in Exhibit 37.",
		"film":                "Her film Green Border drew many.",
		"firms behind colon":  "Three firms bought most of it: [Quell|ORG], [Carmo|ORG] and [Ourovel|ORG].",
		"party in the plural": "The minister [Peter Hummel|PERSON] ([Social Democrats|ORG]) left.",
		"alliance":            "The NGO alliance [Grupa Zalesie|ORG] counted them.",
		"towns of an island":  "The storm cut off [Zamar|PLACE] towns.",
		"envoy":               "They heard the High Commissioner for Harvests at length.",
	})
}

// Journals stand in notes by their abbreviations.
func TestShortJournals(t *testing.T) {
	want := "[Ann Field|PERSON] et al., “Lead in Small Fish,” [Int. J. Environ. Res. Public Health|ORG] 18 (2021), 9222."
	if got := marked(namesOf(t, notes(unmark(want)))); got != want {
		t.Errorf("\ngot  %s\nwant %s", got, want)
	}
}
