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
		"legal form":    "Agents, [Burns, Philp & Co.|ORG] of [Cairns|PLACE].",
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
