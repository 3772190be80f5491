package eval

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"

	"analyze/internal/doc"
)

// Shares of nothing are whole; F1 lies between precision and recall.
func TestTally(t *testing.T) {
	for _, c := range []struct {
		t       Tally
		p, r, f string
	}{
		{Tally{}, "1.000", "1.000", "1.000"},
		{Tally{Right: 2, Got: 4, Want: 2}, "0.500", "1.000", "0.667"},
		{Tally{Right: 0, Got: 4, Want: 2}, "0.000", "0.000", "0.000"},
		{Tally{Right: 3, Got: 4, Want: 6}, "0.750", "0.500", "0.600"},
	} {
		if got := fmt.Sprintf("%.3f %.3f %.3f", c.t.Precision(), c.t.Recall(), c.t.F1()); got != c.p+" "+c.r+" "+c.f {
			t.Errorf("%v: %s", c.t, got)
		}
	}
	sum := Tally{1, 2, 3}
	sum.Add(Tally{4, 5, 6})
	if sum != (Tally{5, 7, 9}) {
		t.Error(sum)
	}
}

// named makes a name of the nth word of a line.
func named(line string, n int, typ string) Name {
	words := strings.Fields(line)
	at := 0
	for _, w := range words[:n] {
		at += len(w) + 1
	}
	return Name{doc.Span{Start: at, End: at + len(words[n])}, typ, words[n]}
}

// A name counts where span and type agree, or its text is another form that the gold
// takes; what is found on an optional one counts neither way.
func TestNamesScored(t *testing.T) {
	const line = "Holt left Lund for Oxfam and Mali"
	holt, lund, oxfam, mali := named(line, 0, "PERSON"), named(line, 2, "PLACE"), named(line, 4, "ORG"), named(line, 6, "PLACE")
	wide := Name{doc.Span{Start: 0, End: 9}, "PERSON", "Holt left"}
	none := func(Name) []string { return nil }
	for name, c := range map[string]struct {
		gold, optional, got []Name
		alt                 func(Name) []string
		exact, overlap      string
		misses              string
	}{
		"all right":   {gold: []Name{holt, lund}, got: []Name{holt, lund}, exact: "2 2 2", overlap: "2 2 2"},
		"wide":        {gold: []Name{holt}, got: []Name{wide}, exact: "0 1 1", overlap: "1 1 1", misses: "missed false"},
		"wide but so": {gold: []Name{holt}, got: []Name{wide}, alt: func(Name) []string { return []string{"Holt left"} }, exact: "1 1 1", overlap: "1 1 1"},
		"wrong type":  {gold: []Name{oxfam}, got: []Name{named(line, 4, "PLACE")}, exact: "0 1 1", overlap: "0 1 1", misses: "missed false"},
		"optional":    {gold: []Name{holt}, optional: []Name{mali}, got: []Name{holt, mali}, exact: "1 1 1", overlap: "1 1 1"},
		"none found":  {gold: []Name{holt}, exact: "0 0 1", overlap: "0 0 1", misses: "missed"},
		"twice":       {gold: []Name{holt}, got: []Name{holt, holt}, exact: "1 2 1", overlap: "1 2 1", misses: "false"},
	} {
		n := newNames()
		if c.alt == nil {
			c.alt = none
		}
		n.add("a", c.gold, c.optional, c.got, c.alt)
		var r Report
		n.report(&r)
		for key, want := range map[string]string{"names exact": c.exact, "names overlapping": c.overlap} {
			s, ok := r.Score(key)
			if got := fmt.Sprint(s.Right, s.Got, s.Want); !ok || got != want {
				t.Errorf("%s: %s %s, want %s", name, key, got, want)
			}
		}
		var kinds []string
		for _, m := range r.Misses {
			kinds = append(kinds, m.Kind)
		}
		if got := strings.Join(kinds, " "); got != c.misses {
			t.Errorf("%s: misses %q, want %q", name, got, c.misses)
		}
	}
	var r Report
	if _, ok := r.Score("boats"); ok {
		t.Error("boats have a score")
	}
}

// Texts are compared without what does not matter.
func TestFold(t *testing.T) {
	for in, want := range map[string]string{"The Port  Board.": "port board", "a mill": "mill", "Theodore": "theodore", "": ""} {
		if got := fold(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
	if quote(" a\n b ") != "«a b»" || quote("") != "-" {
		t.Error("quotes")
	}
}

// Annotations are found by path, by name, and by what stands before the first low line.
func TestGoldOf(t *testing.T) {
	g := &Gold{Docs: map[string]*GoldDoc{"wire/a.txt": {Name: "1"}, "b.txt": {Name: "2"}, "003": {Name: "3"}, "plain": {Name: "4"}}}
	for id, want := range map[string]string{"wire/a.txt": "1", "x/b.txt": "2", "003_lund.txt": "3", "x/plain.md": "4", "c.txt": ""} {
		got := ""
		if d := g.Of(id); d != nil {
			got = d.Name
		}
		if got != want {
			t.Errorf("%s: %q, want %q", id, got, want)
		}
	}
}

// Offsets that count characters become bytes, and none lies outside.
func TestSpansOfGold(t *testing.T) {
	const text = "é–mill"
	at := (&GoldDoc{CodePoints: true}).spans(text)
	if s := at(2, 6); text[s.Start:s.End] != "mill" {
		t.Errorf("%v", s)
	}
	if s := at(-1, 99); s != (doc.Span{Start: 0, End: len(text)}) {
		t.Errorf("%v", s)
	}
	if s := (&GoldDoc{}).spans(text)(2, 5); s != (doc.Span{Start: 2, End: 5}) {
		t.Errorf("bytes become %v", s)
	}
}

func ExampleReport_Write() {
	base := Report{Scores: []Score{{Name: "names", Tally: Tally{1, 2, 2}}}}
	now := Report{Scores: []Score{{Name: "names", Tally: Tally{2, 2, 2}}, {Name: "place", Tally: Tally{Right: 1, Want: 4}, Share: true}}}
	var b bytes.Buffer
	now.Write(&b, &base)
	for _, l := range strings.Split(strings.TrimSpace(b.String()), "\n") {
		fmt.Println(strings.Join(strings.Fields(l), " "))
	}
	// Output:
	// precision recall F1 right found gold
	// names 1.000 1.000 1.000 2 2 2 +0.500
	// place 0.250 1 4
}

func ExampleReport_WriteMisses() {
	r := Report{Misses: []Miss{{Kind: "missed", Doc: "a.txt", At: 7, Gold: "Lund PLACE"}}}
	r.WriteMisses(os.Stdout)
	// Output: missed     a.txt:7	gold «Lund PLACE»	got -
}
