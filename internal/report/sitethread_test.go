package report

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"analyze/internal/doc"
)

// numbered are n statements that name 1 to n, each its own source; those that
// marks name are kept.
func numbered(n int, kept ...int) []track {
	rows := make([]track, n)
	for i := range rows {
		rows[i] = track{ledgerRow: ledgerRow{ID: fmt.Sprint(i + 1), Named: float64(i + 1), Label: fmt.Sprint(i + 1), Says: "Office", Shape: "exact"}, Letter: letter(i), When2: "2015", Keep: slices.Contains(kept, i+1)}
	}
	return rows
}

// Of too many statements those that are kept are drawn first, in their order,
// and none is lost.
func TestSplit(t *testing.T) {
	if drawn, rest := split(numbered(drawnMost)); len(drawn) != drawnMost || rest != nil {
		t.Errorf("%d drawn, %d listed", len(drawn), len(rest))
	}
	last := drawnMost + 50
	drawn, rest := split(numbered(last, last, last-1))
	if len(drawn) != drawnMost || len(rest) != 50 || drawn[0].ID != "1" || drawn[drawnMost-1].ID != fmt.Sprint(last) || drawn[drawnMost-3].ID != fmt.Sprint(drawnMost-2) {
		t.Errorf("%d drawn, the last %s, %d listed", len(drawn), drawn[len(drawn)-1].ID, len(rest))
	}
	var all []int
	for i := range last {
		all = append(all, i+1)
	}
	if drawn, rest = split(numbered(last, all...)); len(drawn) != drawnMost || len(rest) != 50 {
		t.Errorf("all kept: %d drawn, %d listed", len(drawn), len(rest))
	}
}

func TestSample(t *testing.T) {
	rows := numbered(100)
	slices.Reverse(rows)
	got := sample(rows, 4)
	var names []string
	for _, k := range got {
		names = append(names, k.Label)
	}
	if want := []string{"1", "34", "67", "100"}; !slices.Equal(names, want) {
		t.Errorf("got %q", names)
	}
	if rows[0].Label != "100" || len(sample(rows, 100)) != 100 {
		t.Error("the rows are not as they were")
	}
	v := &threadView{}
	v.mini(rows)
	if len(v.Mini) != miniMost || !strings.HasSuffix(v.MiniLabel, "; and 76 between these") || v.Spread != "1 to 100" {
		t.Errorf("%d marks, %s, %s", len(v.Mini), v.MiniLabel[len(v.MiniLabel)-30:], v.Spread)
	}
}

// A conflict is told by the two that the verdict names, else by those that lie
// furthest apart.
func TestAgainst(t *testing.T) {
	rows := numbered(5)
	said := func(k track) string { return k.Label }
	pair := func(a, b, relation string) doc.Pair { return doc.Pair{A: a, B: b, Relation: relation} }
	told := func(a, b, relation string) doc.Pair {
		return doc.Pair{A: a, B: b, Relation: relation, Reason: "No figure fits both."}
	}
	for name, c := range map[string]struct {
		rows  []track
		pairs []doc.Pair
		want  string
	}{
		"the verdict's":   {rows, []doc.Pair{pair("5", "2", "conflict"), told("3", "2", "conflict"), pair("1", "5", "conflict")}, "In conflict: 2 and 3."},
		"its first":       {rows, []doc.Pair{told("4", "3", "conflict"), told("5", "1", "conflict")}, "In conflict: 3 and 4."},
		"its own is gone": {rows, []doc.Pair{told("9", "2", "conflict"), pair("2", "3", "conflict"), pair("1", "3", "conflict")}, "In conflict: 1 and 3."},
		"of no conflict":  {rows, []doc.Pair{told("4", "3", "update"), pair("2", "3", "conflict")}, "In conflict: 2 and 3."},
		"one":             {rows, []doc.Pair{pair("3", "2", "conflict")}, "In conflict: 2 and 3."},
		"the widest":      {rows, []doc.Pair{pair("2", "3", "conflict"), pair("5", "2", "conflict"), pair("1", "5", "agree")}, "In conflict: 2 and 5."},
		"none":            {rows, []doc.Pair{pair("2", "3", "update")}, ""},
		"not there":       {rows, []doc.Pair{pair("2", "9", "conflict")}, ""},
		"two in all":      {rows[:2], []doc.Pair{pair("1", "2", "conflict")}, ""},
		"the same number": {rows, []doc.Pair{pair("2", "2", "conflict")}, ""},
	} {
		v := &threadView{Thread: &doc.Thread{Pairs: c.pairs, Reason: "No figure fits both."}}
		v.against(c.rows, said)
		if got := strings.Join(v.Range, " "); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// What one source tells again and again is named once, three figures at most.
func TestOneSource(t *testing.T) {
	for want, c := range map[string]struct{ letters, labels string }{
		"":                           {"A B C", "1 2 3"},
		"A, told twice (1).":         {"A A B", "1 1 2"},
		"C, told 4 times (15; 25).":  {"C C C C", "15 25 25 15"},
		"A, told 5 times (1; 2; 3).": {"A A A A A", "1 2 2 3 4"},
		"B, told twice (1; 3); A, told 3 times (2; 4).":                                        {"B A B A A", "1 2 3 4 4"},
		"A, told twice (1); B, told twice (1); C, told twice (1); D, told twice (1); 1 other.": {"A B C D E A B C D E", "1 1 1 1 1 1 1 1 1 1"},
	} {
		var rows []track
		labels := strings.Fields(c.labels)
		for i, l := range strings.Fields(c.letters) {
			rows = append(rows, track{ledgerRow: ledgerRow{Named: 1, Label: labels[i]}, Letter: l})
		}
		v := &threadView{}
		v.spread(rows)
		if want != "" {
			want = "One source, however often it is told: " + want
		}
		if got := strings.Join(v.Range, " "); got != want {
			t.Errorf("%s of %s: %q, want %q", c.labels, c.letters, got, want)
		}
	}
}

// What a thread draws and what it lists are all its statements, and links to
// each of them land.
func TestManyStatements(t *testing.T) {
	var marked strings.Builder
	n := drawnMost + 30
	var words []string
	for i := range n {
		words = append(words, fmt.Sprintf("%d nurses", 100+i))
		fmt.Fprintf(&marked, "«a:Union» counted «n:%s@2015».\n", words[i])
	}
	docs := []*doc.Document{fixture(t, "a.txt", marked.String())}
	c, _ := gathered(docs...)
	thread(c, "agree", docs, words...)
	p := newPress(t)
	p.write(t, c)
	files := p.files(t)
	page := files["threads/t-agree.html"]
	if got := strings.Count(page, `class="track"`); got != drawnMost {
		t.Errorf("%d statements are drawn", got)
	}
	for i := range docs[0].Claims {
		at := fmt.Sprintf(`#c%d"`, docs[0].Claims[i].Start)
		if strings.Count(page, at) != 1 {
			t.Fatalf("the thread leads %d times to %s", strings.Count(page, at), at)
		}
	}
	if picture := files["threads/t-agree.svg"]; !strings.Contains(picture, "further statements are not drawn") || strings.Count(picture, `class="in"`) > 40 {
		t.Error("the picture draws too much, or does not tell what it leaves out")
	}
	if over := files["overview.md"]; strings.Count(over, "| 2015 |") != overviewStatements || !strings.Contains(over, fmt.Sprint(n-overviewStatements, " more statements stand in [the thread](threads/t-agree.html)")) {
		t.Errorf("the overview has %d statements", strings.Count(over, "| 2015 |"))
	}
}

func TestWords(t *testing.T) {
	for _, c := range []struct{ got, want string }{
		{inWords(nil, 3), ""}, {inWords([]string{"A"}, 3), "A"}, {inWords([]string{"A", "B"}, 3), "A and B"}, {inWords([]string{"A", "B", "C"}, 3), "A, B and C"},
		{inWords([]string{"A", "B", "C", "D", "E"}, 3), "A, B, C and 2 others"}, {inWords([]string{"A", "B"}, 1), "A and 1 other"},
		{large("33900000"), "33.9 million"}, {large("-11000000"), "−11 million"}, {large("40000"), "40,000"}, {large("1234567"), "1,234,567"}, {large("2500000000"), "2.5 billion"},
		{large("1000000000000"), "1 trillion"}, {large("1234560000"), "1,234,560,000"}, {large("1234500"), "1,234,500"}, {large("1000000.5"), "1,000,000.5"}, {large("0"), "0"},
		{times(1), "once"}, {times(2), "twice"}, {times(1200), "1,200 times"},
		{degrees(35.018, "N", "S"), "35.02° N"}, {degrees(-0.5, "E", "W"), "0.50° W"}, {degrees(0, "N", "S"), "0.00° N"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}

// The overview names the years of the documents only where most give one.
func TestOverviewYears(t *testing.T) {
	dated, other := fixture(t, "a.txt", "date: 2015-03\nIt rained."), fixture(t, "b.txt", "It snowed.")
	for want, docs := range map[string][]*doc.Document{
		"<h1>2 documents, 2015</h1>":                  {dated, other},
		"1 document gives a date: 2015.":              {dated, other, fixture(t, "c.txt", "It blew.")},
		"<h1>1 document</h1>":                         {other},
		"<h1>2 documents, 2015 to 2016</h1>":          {dated, fixture(t, "d.txt", "date: 2016\nIt froze.")},
		"<p class=\"lede\">They state 0 figures.</p>": {other},
	} {
		c, _ := gathered(docs...)
		p := newPress(t)
		p.write(t, c)
		if got := p.files(t)["index.html"]; !strings.Contains(got, want) {
			t.Errorf("%d documents: no %s", len(docs), want)
		}
	}
}
