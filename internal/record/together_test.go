package record

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"analyze/internal/doc"
)

// named makes a document of lines; each is a sentence, and each capital letter
// in it a name: in a line that begins with # they stand in a byline, and a name
// in brackets is an adjective.
func named(lines ...string) *doc.Document {
	d := &doc.Document{ID: "a.txt"}
	at := map[rune]int{}
	for i, line := range lines {
		for k, r := range line {
			if r < 'A' || r > 'Z' {
				continue
			}
			if _, ok := at[r]; !ok {
				at[r] = len(d.Referents)
				d.Referents = append(d.Referents, doc.Referent{Entity: strings.ToLower(string(r))})
			}
			m := doc.Mention{Span: doc.Span{Start: len(d.Text) + k, End: len(d.Text) + k + 1}, Sentence: i}
			if line[0] == '#' {
				m.In = doc.Byline
			}
			if k > 0 && line[k-1] == '(' {
				m.Form = doc.Adjective
			}
			d.Mentions, d.ReferentOf = append(d.Mentions, m), append(d.ReferentOf, at[r])
		}
		d.Text += line + "\n"
	}
	return d
}

func TestTogether(t *testing.T) {
	for name, c := range map[string]struct {
		lines  []string
		repeat doc.Span
		copy   doc.Span
		want   string
	}{
		"one sentence":        {lines: []string{"B met A, then B"}, want: "[[b a]]"},
		"two sentences":       {lines: []string{"A met B", "C left", "B met C"}, want: "[[a b] [b c]]"},
		"a byline":            {lines: []string{"# A and B"}, want: "[]"},
		"an adjective":        {lines: []string{"the (A army met B"}, want: "[]"},
		"a repeat":            {lines: []string{"A met B", "A met B"}, repeat: doc.Span{Start: 8, End: 15}, want: "[[a b]]"},
		"half a repeat":       {lines: []string{"A met B, C"}, repeat: doc.Span{Start: 0, End: 7}, want: "[]"},
		"a copy":              {lines: []string{"A met B", "C met D"}, copy: doc.Span{Start: 0, End: 7}, want: "[[c d]]"},
		"a list of 24":        {lines: []string{"ABCDEFGHIJKLMNOPQRSTUVWX"}, want: "[[a b c d e f g h i j k l m n o p q r s t u v w x]]"},
		"a list of 25":        {lines: []string{"ABCDEFGHIJKLMNOPQRSTUVWXY", "A met B"}, want: "[[a b]]"},
		"24 and one of them":  {lines: []string{"ABCDEFGHIJKLMNOPQRSTUVWXA"}, want: "[[a b c d e f g h i j k l m n o p q r s t u v w x]]"},
		"nobody":              {lines: []string{"it rained"}, want: "[]"},
		"copies of elsewhere": {lines: []string{"A met B"}, copy: doc.Span{Start: 3, End: 7}, want: "[]"},
	} {
		d := named(c.lines...)
		if c.repeat.Len() > 0 {
			d.Repeats = []doc.Repeat{{Span: c.repeat, Of: doc.Span{Start: 0, End: c.repeat.Len()}}}
		}
		var copies []doc.Copy
		if c.copy.Len() > 0 {
			copies = []doc.Copy{{Span: c.copy, Original: "b.txt"}}
		}
		if got := fmt.Sprint(Together(d, copies)); got != c.want {
			t.Errorf("%s: got %s, want %s", name, got, c.want)
		}
	}
	d := named("A met B") // a name whose entity the reader dropped, and one without a sentence
	d.Referents[0].Entity, d.Mentions[1].Sentence = "", -1
	if got := Together(d, nil); len(got) != 0 {
		t.Errorf("got %v", got)
	}
	if d = named("A met B"); !slices.Equal(Together(d, nil)[0], []string{"a", "b"}) {
		t.Error("two names in a sentence are not together")
	}
}
