package nlp

import "testing"

// In a row whose other names are bodies beyond doubt a doubtful one is a body too.
func TestBodiesInRows(t *testing.T) {
	checkMarked(t, map[string]string{
		"closed by and":   "[Aviva|ORG], [Bramfit|ORG] and [Unilever|ORG] paid for it.",
		"closed by or":    "Nobody asked [Toyota|ORG], [Ondeko|ORG] or [Siemens|ORG].",
		"letters in it":   "[Unicef|ORG], [Zelpa|ORG] and the [World Bank|ORG] met twice.",
		"a person in it":  "[Toyota|ORG], [Ann Field|PERSON] and [Siemens|ORG] wrote to us.",
		"a land in it":    "[Toyota|ORG], [Peru|PLACE] and [Siemens|ORG] signed.",
		"one body is few": "[Ana|PERSON], [Petra|PERSON] and [Siemens|ORG] agreed.",
		"no closing word": "He wrote to [Siemens|ORG]. [Toyota|ORG] was silent.",
	})
}

// What a document says a body goes by is that body wherever it stands, a listed town
// or not.
func TestShortFormsInQuotes(t *testing.T) {
	checkMarked(t, map[string]string{
		"a town's name":   "The respondent, [Deeside Valves Limited|ORG] (\"[Deeside|ORG]\"), makes taps. We heard [Deeside|ORG] first.",
		"hereafter":       "[Lindqvist Harbour Board|ORG] (hereafter “[Harbour Board|ORG]”) met. The [Harbour Board|ORG] paid.",
		"a common word":   "[Deeside Valves Limited|ORG] (\"the Company\") makes taps. The Company paid.",
		"not of the body": "The respondent, [Deeside Valves Limited|ORG], makes \"taps\" in [Deeside|PLACE].",
		"a speech":        "The [Harbour Board|ORG] (\"we have no boats\") met in [Leeds|PLACE].",
	})
}

// Where no type is likelier than no name, good odds of any are enough in running text.
func TestNamesByOdds(t *testing.T) {
	checkMarked(t, map[string]string{
		"letters are none":  "Divers lost the ROV at night and called on VHF. Nobody heard.",
		"a day in brackets": "Week ahead: [ECB|ORG] (Thu), rates (Fri).",
		"parties in court":  "Petitioner argues that Respondent had no warrant. The Plaintiff agrees.",
		"crowned heads":     "The Tsar freed them, and the Kaiser wrote.",
		"games":             "She raced at the Paralympics and at the Olympics.",
		"the wind's four":   "Some 3,400 were from the West, and most were from the South.",
		"common word opens": "Rescue workers left. Target prices rose.",
	})
}

// A people of two, those who come from a place, and a given name that a place has too.
func TestPeopleAndPlacesBesides(t *testing.T) {
	checkMarked(t, map[string]string{
		"double people":   "Many [Cambodian-Americans|GROUP] and [Korean-Americans|GROUP] live there.",
		"adjective alone": "The Cambodian-Thai border is shut.",
		"children":        "Children from [Zarpul|PLACE] and women from [Zenkovar|PLACE] came by boat.",
		"a ship docked":   "The Freewinds docked at [Aruba|PLACE].",
	})
}

// Words that head a paragraph, the field of an office and what a note cites are no
// names; what a row of lands ends in is no part of the last.
func TestHeadsAndFields(t *testing.T) {
	checkMarked(t, map[string]string{
		"heading of a speech":   "Revenue. In the year now ending we collected less.",
		"heading with a number": "2. Wolf. The warden spoke of sheep.",
		"field of an office":    "To ask the Minister for Education how many left, and the Secretary of Agriculture why.",
		"a ministry":            "The [Ministry of Education|ORG] was asked.",
		"last land of a row":    "In [Adamawa|PLACE] and [Yobe|PLACE] States the wells are dry.",
		"firm by its trade":     "The breach at [Veldon Credit|ORG] was larger.",
		"a lobby in capitals":   "The trade's own lobby, [SAMI|ORG], says forty.",
		"title that is cited":   "[One Earth Future|ORG], The State of Maritime Piracy 2017 ([Broomfield|PLACE], CO, 2018) says so.",
		"members by letters":    "The director told MEPs last week.",
	})
}

// Where people live, whom orders call sister, and what stands at a place.
func TestWhereAndWhom(t *testing.T) {
	checkMarked(t, map[string]string{
		"age and home":      "[Bilal Kern|PERSON], 29, of [Sneverton|PLACE], said no. [Ann Field|PERSON], 41, of [Lower Brack|PLACE], said yes.",
		"of a firm":         "The actuary, [Ilse Brandt|PERSON] of [Unilever|ORG], put it at 4 million.",
		"bank of a land":    "Source: [National Bank of the Kyrgyz Republic|ORG]",
		"court of a land":   "It went to the [Supreme Court of Zambia|ORG] in May.",
		"sister":            "Ask Sister [Abrehet|PERSON] at the clinic.",
		"row behind at":     "The van stops at [Kisumu|PLACE], [Zemrabo|PLACE] and [Olkatuni|PLACE].",
		"cabinet secretary": "The Cabinet Secretary, Mr. [Field|PERSON], has the file.",
		"firms behind from": "They bought it from [Siemens|ORG], [Toyota|ORG] and [Unilever|ORG].",
	})
}
