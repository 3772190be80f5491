package claim_test

import (
	"strings"
	"testing"

	"analyze/internal/nlp/claim"
	"analyze/internal/nlp/figure"
	"analyze/internal/nlp/thread"
)

// TestConcepts runs the example of each concept.
func TestConcepts(t *testing.T) {
	for n, row := range tableRows(t, "concepts.tsv") {
		p := parseMarks(row[2])
		rs := claim.Records(read(t, p.text, "", figure.Pass.Run))
		if len(rs) != 1 {
			t.Errorf("concepts.tsv:%d: %d claims in %q", n, len(rs), p.text)
			continue
		}
		if rs[0].Concept != row[0] {
			t.Errorf("concepts.tsv:%d: %q is %q, want %q", n, p.text, rs[0].Concept, row[0])
		}
	}
}

// TestEvents runs the example of each event.
func TestEvents(t *testing.T) {
	for n, row := range tableRows(t, "events.tsv") {
		p := parseMarks(row[2])
		rs := claim.Records(read(t, p.text, "", figure.Pass.Run))
		if len(rs) == 0 {
			t.Errorf("events.tsv:%d: no claim in %q", n, p.text)
			continue
		}
		if rs[0].Event != row[0] {
			t.Errorf("events.tsv:%d: %q is %q, want %q", n, p.text, rs[0].Event, row[0])
		}
	}
}

// TestApart shows which figures are not compared with others.
func TestApart(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Of the 945 fighters who returned, 107 were jailed.", "a part of another figure"},
		{"There were 945 fighters, of whom 107 were jailed.", "a part of another figure"},
		{"The study covers a sample of 217 fighters.", "what a share or sample is taken from"},
		{"If all came back, there would be 217 fighters.", "worked out from other figures"},
		{"There were 945 fighters in Mali.", ""},
		{"There were 945 fighters.", "of a group that is not named"},
		{"The ministry lists more pupils for many of them: Kosti (40).", ""},
		{"The board names the wells in each of these: Kosti (40).", ""},
		{"The club met 90 men. Of these: 40 men were fined.", "a part of another figure"},
		{"Of 90 men, most of them young, 40 men were fined.", "a part of another figure"},
	} {
		rs := claim.Records(read(t, c.text, "", figure.Pass.Run))
		if len(rs) == 0 {
			t.Errorf("%q: no claim", c.text)
			continue
		}
		if got := rs[len(rs)-1].Apart; got != c.want {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
}

// TestEnlisted reads who of a country's citizens are those who went abroad to fight, and
// which of two counts that stand side by side is the official one.
func TestEnlisted(t *testing.T) {
	const abroad = "Foreign fighters went to Mali by the hundred: 900 fighters joined the rebels there.\n\n"
	for text, want := range map[string]string{
		abroad + "Senegal is a case apart. Officials in Dakar said that 600 citizens went, the largest group of any state; outside estimates reach 700.": "fighter went official|fighter went unofficial",
		abroad + "Senegal is a case apart. The union knows 600 nationals who went, and 40 of them are there still.":                                      "fighter went |person stayed ",
		abroad + "Senegal is a case apart. The union knows 600 children who went; the police counted 700 arrests.":                                       "child went child|arrested detained ",
		abroad + "Senegal is a case apart. The union knows 600 citizens who voted; outside estimates reach 700.":                                         "person  |person  ",
		"Foreign teachers went to Mali.\n\nSenegal is a case apart. The union knows 600 citizens who went; private estimates reach 700.":                 "person went |person went ",
	} {
		rs := claim.Records(read(t, text, "2016-03-10", figure.Pass.Run))
		var got []string
		for _, r := range rs[max(0, len(rs)-2):] {
			got = append(got, r.Concept+" "+r.Event+" "+r.Definition)
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%s\n\tgot  %s\n\twant %s", text, strings.Join(got, "|"), want)
		}
	}
}

// TestIDs shows that ids are those of records: document and first byte.
func TestIDs(t *testing.T) {
	d := read(t, "There were 945 fighters.", "", figure.Pass.Run)
	d.ID = "a/b.txt"
	if got, want := claim.Records(d)[0].ID, "a/b.txt#c11"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if !strings.HasSuffix(thread.ID("x", 7), "#c7") {
		t.Error(thread.ID("x", 7))
	}
}

// TestSynonyms runs the example of each row: what it counts is called as the row
// says, as are its other words.
func TestSynonyms(t *testing.T) {
	for n, row := range tableRows(t, "synonyms.tsv") {
		p := parseMarks(row[2])
		counted := p.text[p.spans[0].Start:p.spans[0].End]
		rs := claim.Records(read(t, p.text, "", figure.Pass.Run))
		if len(rs) != 1 || !strings.Contains(rs[0].Concept, row[0]) {
			t.Errorf("synonyms.tsv:%d: %q is not %q: %v", n, counted, row[0], rs)
		}
	}
}
