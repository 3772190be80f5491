package train

import (
	"testing"

	"analyze/internal/nlp/tagger"
)

func TestMend(t *testing.T) {
	for text, want := range map[string]string{
		"Pilots of «ORG Operation Grey Heron» met «PERSON Ann Lee».":     "Pilots of «MISC Operation Grey Heron» met «PERSON Ann Lee».",
		"«ORG Clean Rivers Act» and «ORG Treaty of Ghent» stand":         "«MISC Clean Rivers Act» and «MISC Treaty of Ghent» stand",
		"«PLACE Harbour Rail Agreement» binds «ORG Harbour Rail»":        "«MISC Harbour Rail Agreement» binds «ORG Harbour Rail»",
		"«ORG Executive Order 900» cites «ORG Executive Council»":        "«MISC Executive Order 900» cites «ORG Executive Council»",
		"the «ORG School of Maritime Law» and «ORG Lome Convention»":     "the «ORG School of Maritime Law» and «MISC Lome Convention»",
		"«ORG VAT» on «ORG UAVs» in «PLACE MD», says «ORG NATO»":         "VAT on UAVs in «PLACE MD», says «ORG NATO»",
		"«PERSON Crown Prince» saw «ORG H.R. 12» and «ORG S. 9» fall":    "Crown Prince saw H.R. 12 and S. 9 fall",
		"«ORG S. Karger» prints; «PERSON First Lady» reads «ORG Agenda»": "«ORG S. Karger» prints; First Lady reads «ORG Agenda»",
		"«GROUP Law Lords» and «ADJECTIVE Act» are left":                 "«GROUP Law Lords» and «ADJECTIVE Act» are left",
	} {
		docs := []Document{readMarks(text)}
		mend(docs)
		if got := markedBy(docs[0]); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}

// readMarks reads a text with names marked as «TYPE name».
func readMarks(s string) Document {
	r := recordOf(s)
	d := Document{Text: r.Text}
	for _, e := range r.Entities {
		ty, _ := tagger.ParseType(e.Type)
		d.Names = append(d.Names, Name{e.Start, e.End, ty})
	}
	return d
}

// Where a machine's label and what was found differ, the label is in doubt; where
// people have labelled, and in what is made up of the names, it is not.
func TestDoubtful(t *testing.T) {
	place, org := tagger.Label(tagger.Place, 0, 1), tagger.Label(tagger.Org, 0, 1)
	s := sample{
		doubted: true,
		labels:  [][]uint8{{place, 0, org, 0}, {org, 0}, {place}},
		found: []tagger.Span{
			{Sentence: 0, Start: 0, End: 1, Type: tagger.Org},
			{Sentence: 0, Start: 2, End: 4, Type: tagger.Org},
			{Sentence: 1, Start: 0, End: 1, Type: tagger.Org},
		},
		made: 1,
	}
	want := [][]bool{{true, false, true, true}, {false, false}, {false}}
	got := s.doubtful()
	for i := range want {
		for k := range want[i] {
			if got[i][k] != want[i][k] {
				t.Errorf("token %d of sentence %d: %v", k, i, got[i][k])
			}
		}
	}
	s.machine, s.doubted = true, false
	if s.doubtful() != nil {
		t.Error("people are doubted")
	}
	s.doubted, s.found = true, nil
	if s.doubtful() != nil {
		t.Error("doubts without a second opinion")
	}
}

// Nothing is learnt of a label in doubt.
func TestLearnDoubt(t *testing.T) {
	moved := func(doubt bool) bool {
		p := &problem{keys: []uint32{1}, spell: [][tagger.Offsets][]uint32{{}}, lists: []uint32{0}, sents: []span{{0, 1, 1}}}
		p.tokens = []item{{late: 1, label: tagger.Label(tagger.Org, 0, 1), doubt: doubt}, {first: 1, late: 1}}
		c := newCRF(p, 1)
		c.learn(p.sents[0])
		return c.weight[0] != param{}
	}
	if !moved(false) || moved(true) {
		t.Errorf("moved %v without doubt, %v with", moved(false), moved(true))
	}
}
