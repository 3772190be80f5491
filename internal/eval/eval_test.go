package eval

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"analyze/internal/doc"

	"github.com/govalues/decimal"
)

// gold writes annotations of one document, offsets in code points, and reads
// them.
func gold(t *testing.T, files map[string]string) *Gold {
	t.Helper()
	dir := t.TempDir()
	for name, data := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(data), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	g, err := LoadGold(dir)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

const text = "Müller of the Côte Bank counted 40 boats; Müller saw 9/11."

// span finds the nth occurrence of s in text.
func span(s string, n int) doc.Span {
	at := 0
	for range n {
		at += strings.Index(text[at:], s) + len(s)
	}
	return doc.Span{Start: at - len(s), End: at}
}

func document() *doc.Document {
	v := decimal.MustParse("40")
	m := func(s string, n int, t doc.MentionType) doc.Mention { return doc.Mention{Span: span(s, n), Type: t} }
	return &doc.Document{
		ID: "a_1.txt", Text: text,
		Mentions:   []doc.Mention{m("Müller", 1, doc.Person), m("Côte Bank", 1, doc.Org), m("Müller", 2, doc.Person)},
		ReferentOf: []int{0, 1, 0},
		Referents:  []doc.Referent{{Name: "Müller", Entity: "muller", Mentions: []int{0, 2}}, {Name: "Côte Bank", Entity: "cote-bank", Mentions: []int{1}}},
		Relations:  []doc.Relation{{Kind: "member_of", From: 0, To: 1}},
		Claims: []doc.Claim{{Figure: doc.Figure{Span: span("40 boats", 1), Number: span("40", 1), Low: &v, High: &v, Value: &v, Unit: "boat"}},
			{Figure: doc.Figure{Span: span("9/11", 1), Number: span("9/11", 1)}}},
	}
}

func collection(d *doc.Document) *doc.Collection {
	return &doc.Collection{Cards: []doc.Card{{ID: d.ID}}, Open: func(string) (*doc.Document, error) { return d, nil }}
}

const mentions = `{"doc":"a","start":0,"end":6,"text":"Müller","type":"PERSON","id":"m"}
{"doc":"a","start":14,"end":23,"text":"Côte Bank","type":"ORG","id":"b"}
{"doc":"a","start":42,"end":48,"text":"Müller","type":"PERSON","id":"m"}
`

func TestDocuments(t *testing.T) {
	g := gold(t, map[string]string{
		"mentions.jsonl":   mentions,
		"claims.jsonl":     `{"id":"1","doc":"a","start":32,"end":40,"num_start":32,"num_end":34,"low":40,"high":40,"bound":"exact","unit":"boat"}`,
		"not_claims.jsonl": `{"id":"n","doc":"a","start":53,"end":57}`,
		"links.jsonl":      `{"doc":"a","parent":"b","child":"m","relation":"fellow"}`,
	})
	r, err := Documents(g, collection(document()))
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]Tally{
		"names exact": {3, 3, 3}, "names PERSON": {2, 2, 2}, "claims found": {1, 2, 1}, "claims value, bound, unit": {1, 0, 1},
		"numbers rightly left out": {0, 0, 1}, "relations": {1, 1, 1}, "entities B-cubed": {10000, 0, 10000},
	} {
		if s, ok := r.Score(name); !ok || s.Tally != want {
			t.Errorf("%s is %+v (there: %v), want %+v", name, s.Tally, ok, want)
		}
	}
	var b bytes.Buffer
	r.Write(&b, r)
	r.WriteMisses(&b)
	if !strings.Contains(b.String(), "+0.000") || !strings.Contains(b.String(), "got «9/11»") {
		t.Errorf("printed\n%s", b.String())
	}
}

// A scorer that cannot fail scores nothing: each kind of error must show.
func TestErrorsShow(t *testing.T) {
	g := gold(t, map[string]string{"mentions.jsonl": mentions})
	for name, c := range map[string]struct {
		spoil func(*doc.Document)
		score string
		want  Tally
	}{
		"type":    {func(d *doc.Document) { d.Mentions[1].Type = doc.Place }, "names exact", Tally{2, 3, 3}},
		"span":    {func(d *doc.Document) { d.Mentions[0].End-- }, "names exact", Tally{2, 3, 3}},
		"overlap": {func(d *doc.Document) { d.Mentions[0].End-- }, "names overlapping", Tally{3, 3, 3}},
		"missing": {func(d *doc.Document) { d.Mentions = d.Mentions[:2] }, "names exact", Tally{2, 2, 3}},
		"one more": {func(d *doc.Document) {
			d.Mentions = append(d.Mentions, doc.Mention{Span: span("boats", 1), Type: doc.Org})
		}, "names exact", Tally{3, 4, 3}},
		"split": {func(d *doc.Document) {
			d.ReferentOf[2] = 2
			d.Referents = append(d.Referents, doc.Referent{Entity: "other"})
		}, "entities B-cubed", Tally{8000, 0, 10000}},
	} {
		d := document()
		c.spoil(d)
		r, err := Documents(g, collection(d))
		if err != nil {
			t.Fatal(err)
		}
		if s, _ := r.Score(c.score); s.Tally != c.want {
			t.Errorf("%s: %s is %+v, want %+v", name, c.score, s.Tally, c.want)
		}
	}
}

func TestOptional(t *testing.T) {
	g := gold(t, map[string]string{
		"mentions.jsonl":          strings.Join(strings.SplitAfter(mentions, "\n")[:1], ""),
		"mentions_optional.jsonl": `{"doc":"a","start":14,"end":18,"text":"Côte","type":"PLACE"}`,
	})
	d := document()
	d.Mentions = d.Mentions[:2]
	r, err := Documents(g, collection(d))
	if err != nil {
		t.Fatal(err)
	}
	if s, _ := r.Score("names exact"); s.Tally != (Tally{1, 1, 1}) {
		t.Errorf("got %+v", s.Tally)
	}
}

func TestLoadGoldErrors(t *testing.T) {
	if _, err := LoadGold(t.TempDir()); err == nil || !strings.Contains(err.Error(), "mentions.jsonl") {
		t.Errorf("an empty folder: %v", err)
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "claims.jsonl"), []byte("{}\nno json\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	if _, err := LoadGold(dir); err == nil || !strings.Contains(err.Error(), "line 2") {
		t.Errorf("a bad line: %v", err)
	}
}
