package report

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"analyze/internal/doc"
	"analyze/internal/record"
	"analyze/internal/testtable"
)

// What is made of one text.
var readings = map[string]struct {
	read func(string) string
	want map[string]string
}{
	"group":      {group, map[string]string{"1234567": "1,234,567", "123": "123", "-1234": "−1,234", "1234.5678": "1,234.5678", "0.5": "0.5", "": ""}},
	"large":      {large, map[string]string{"33900000": "33.9 million", "1000000": "1 million", "1234567": "1,234,567", "-2000000000": "−2 billion", "5000000000000": "5 trillion", "40000": "40,000", "1.5": "1.5", "1234000": "1,234,000"}},
	"several":    {several, map[string]string{"day": "days", "city": "cities", "valley": "valleys", "toy": "toys", "century": "centuries", "box": "boxes", "inch": "inches", "square foot": "square feet", "kg": "kg", "MW": "MW", "km/h": "km/h", "hertz": "hertz", "toe": "toe", "barrel of oil equivalent": "barrels of oil equivalent"}},
	"perWords":   {perWords, map[string]string{"": "", "month": " a month", "hour": " an hour", "acre": " an acre", "user": " a user", "100000 people": " per 100,000 people", "1000": " per 1,000", "2.5 km": " per 2.5 km"}},
	"md":         {md, map[string]string{"a*b_c": `a\*b\_c`, "# head": `\# head`, "no #1": "no #1", "a | b": `a \| b`, " a\n b ": "a b", "<b>": `\<b\>`, `\`: `\\`, "a & b": `a \& b`}},
	"doubt":      {doubt, map[string]string{"": "", "a *": ` (probably: a \*)`}},
	"short":      {short, map[string]string{strings.Repeat("a", 64): strings.Repeat("a", 12), "abc": "abc"}},
	"shown":      {shown, map[string]string{"a\u202eb": "ab", "a\u0085b": "ab", " a\nb": "a b", "é": "é"}},
	"upperFirst": {upperFirst, map[string]string{"élan": "Élan", "mill": "Mill", "3": "3"}},
	"when":       {when, map[string]string{"2015": "2015", "2015-12": "December 2015", "2015-12-05": "5 December 2015", "2011/..": "since 2011", "../2011": "until 2011", "2012-01/2012-06": "January 2012 to June 2012", "P18M": "18 months before publication", "P1Y": "1 year before publication", "2013;2015": "2013 and 2015", "2015-13": "2015-13"}},
	"docxText":   {docxText, map[string]string{"a<b>&\x00": "a&lt;b&gt;&amp;\uFFFD", "é": "é"}},
	"ledger":     {func(s string) string { return ledgerFile(len(s)) + " " + listFile("actors", len(s)) }, map[string]string{"": "figures/index.html actors/index.html", "a": "figures/2.html actors/index.2.html"}},
	"shelf": {func(s string) string {
		return shelf(false, "actors", s, "x.html") + " " + fmt.Sprint(len(shelf(true, "actors", s, "x.html")))
	}, map[string]string{"a": "actors/x.html 16"}},
	"tieKey": {func(s string) string { return tieKey(s, doc.Span{Start: 1, End: 9}) }, map[string]string{"a.txt": "a.txt#1-9"}},
	"title":  {func(s string) string { return title(doc.Meta{Title: s}, "wire/a.txt") }, map[string]string{"": "a.txt", " The\nmill": "The mill"}},
	"month":  {func(s string) string { return months12(12*2015 + len(s)) }, map[string]string{"": "January 2015", "ab": "March 2015"}},
	"window": {func(s string) string {
		n, ok := windowMonths(s)
		return fmt.Sprint(n, ok)
	}, map[string]string{"P18M": "18 true", "P2Y": "24 true", "P3W": "1 true", "P90D": "3 true", "PM": "0 false", "2015": "0 false", "P99999Y": "0 false", "P2X": "0 false"}},
	"point": {func(s string) string {
		return point(35.019, -12.3) + ", " + degrees(-35.019, "N", "S") + ", " + degrees(12, "E", "W")
	}, map[string]string{"": "35.02, -12.30, 35.02° S, 12.00° E"}},
	"inWords": {func(s string) string { return inWords(strings.Fields(s), 3) }, map[string]string{"": "", "a": "a", "a b": "a and b", "a b c": "a, b and c", "a b c d": "a, b, c and 1 other", "a b c d e": "a, b, c and 2 others"}},
	"blank": {func(s string) string {
		return s[wholeWords(s, 5, 0, false):] + "|" + s[:wholeWords(s, 5, len(s), true)]
	},
		map[string]string{"the mill burned": " mill burned|the mill"}},
}

func TestReadings(t *testing.T) {
	for name, r := range readings {
		testtable.Read(t, name, r.read, r.want)
	}
}

// An axis has round steps, and its numbers are short.
func TestSteps(t *testing.T) {
	for raw, want := range map[float64]float64{3: 5, 1: 1, 1.5: 2, 2.2: 2.5, 70: 100, 0.03: 0.05, 0: 1, -4: 1, math.Inf(1): 1} {
		if got := niceStep(raw); math.Abs(got-want) > want/1e9 {
			t.Errorf("a step of %v: %v, want %v", raw, got, want)
		}
	}
	for v, want := range map[float64]string{2e6: "2 million", 1.5e9: "1.5 billion", -3e12: "−3 trillion", 4e15: "4,000 trillion", 12345: "12,345", 0.25: "0.25", 0: "0"} {
		if got := shortNumber(v); got != want {
			t.Errorf("%v: %q, want %q", v, got, want)
		}
	}
}

// at is a statement of an interval that names a number.
func at(low, high, named float64, shape string) track {
	return track{ledgerRow: ledgerRow{Low: low, High: high, Named: named, Shape: shape}}
}

// The middle of an interval that is open on a side is its other end.
func TestMiddle(t *testing.T) {
	inf := math.Inf(1)
	for _, c := range [][3]float64{{10, 20, 15}, {-inf, 20, 20}, {10, inf, 10}, {-inf, inf, 0}, {5, 5, 5}} {
		if got := middle(c[0], c[1]); got != c[2] {
			t.Errorf("%v to %v: %v", c[0], c[1], got)
		}
	}
	for _, c := range []struct {
		a, b     track
		from, to float64
	}{
		{at(10, 20, 0, ""), at(30, 40, 0, ""), 20, 30},
		{at(30, 40, 0, ""), at(10, 20, 0, ""), 20, 30},
		{at(-inf, inf, 5, ""), at(10, inf, 0, ""), 5, 10},
	} {
		if from, to := gap(c.a, c.b); from != c.from || to != c.to {
			t.Errorf("between %+v and %+v: %v to %v", c.a, c.b, from, to)
		}
	}
	list := []track{at(0, 0, 5, "at_least"), at(0, 0, 5, "exact"), at(0, 0, 3, "vague"), at(0, 0, 5, "up_to")}
	slices.SortFunc(list, byNamed)
	if got := fmt.Sprint(list[0].Named, list[1].Shape, list[2].Shape, list[3].Shape); got != "3up_toexactat_least" && got != "3 up_to exact at_least" {
		t.Error(got)
	}
}

// Groups are numbered by size, those of one size as they come; pairs are counted by
// sentence; titles stand by how many documents tell them.
func TestCountsAndOrders(t *testing.T) {
	if got := fmt.Sprint(bySize([]int{7, 3, 3, 9, 3, 9})); got != "[2 0 0 1 0 1]" {
		t.Error(got)
	}
	place := map[string]int{"a": 0, "b": 1, "c": 2}
	pairs := pairsOf(place, [][]string{{"a", "b"}, {"b", "a", "x"}, {"c", "b"}, {"x", "y"}})
	if got := fmt.Sprint(pairs); got != "[{0 1 2} {1 2 1}]" {
		t.Error(got)
	}
	if got := fmt.Sprint(titlesOf(map[string]int{"mayor": 2, "clerk": 5, "aide": 2})); got != "[clerk aide mayor]" {
		t.Error(got)
	}
	list := []ManifestEntity{{ID: "a", Type: "PERSON"}, {ID: "b", Type: "PLACE"}, {ID: "c", Type: "ORG"}}
	if len(actors(list)) != 2 || len(places(list)) != 1 || list[1].ID != "b" || len(list) != 3 {
		t.Error("actors and places are mixed up, or the list is changed")
	}
	if got := sortedKeys(map[string]bool{"b": true, "a": true}); !slices.Equal(got, []string{"a", "b"}) {
		t.Error(got)
	}
}

// Punctuation behind a numbered figure stays with its number, unless what follows is
// marked itself.
func TestTails(t *testing.T) {
	for _, c := range []struct {
		next       run
		tail, left string
	}{
		{run{Text: ".) Then"}, ".)", " Then"},
		{run{Text: " then"}, "", " then"},
		{run{Text: ", so", Href: "x"}, "", ", so"},
	} {
		got := tails([]run{{Text: "40", No: 1}, c.next})
		if got[0].Tail != c.tail || got[1].Text != c.left {
			t.Errorf("%q: tail %q, left %q", c.next.Text, got[0].Tail, got[1].Text)
		}
	}
	if got := plain([]run{{Text: "40"}, {Text: " men"}}); got != "40 men" {
		t.Error(got)
	}
}

// Markdown of a brief: what is strong, quoted and numbered.
func TestMarkdownRuns(t *testing.T) {
	got := mdRuns([]Run{{Text: "The *mill*", Strong: true}, {Text: "burned", Quote: true, Ref: 3}, {}})
	if want := `**The \*mill\*** “burned” \[3\]`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// A file is replaced whole, in a folder that need not be there yet.
func TestReplace(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "a", "b.txt")
	for _, data := range []string{"one", "two"} {
		if err := replace(name, []byte(data)); err != nil {
			t.Fatal(err)
		}
		if got, _ := os.ReadFile(name); string(got) != data {
			t.Errorf("%q, want %q", got, data)
		}
	}
	if list, _ := os.ReadDir(filepath.Dir(name)); len(list) != 1 {
		t.Errorf("%d files are left", len(list))
	}
	if err := replace(filepath.Join(name, "c"), nil); err == nil {
		t.Error("a file became a folder")
	}
	if !sameSize(name, name) || sameSize(name, filepath.Join(dir, "none")) {
		t.Error("sizes")
	}
	if got := string(manifest(map[string]string{"b": "2", "a": "1"})); got != "1  a\n2  b\n" {
		t.Errorf("%q", got)
	}
}

// A share is said in the words of the text.
func TestShare(t *testing.T) {
	v := record.Number("0.25")
	for words, want := range map[string]string{"fifth": "a fifth", "a third": "a third", "two\nthirds": "two thirds", "half": "half", "1/4": "1/4", "": "0.25"} {
		if got := share(&record.Claim{Value: &v, Number: record.SpanText{Text: words}}); got != want {
			t.Errorf("%q: %q, want %q", words, got, want)
		}
	}
}

// How many a page lists, and how many pages that makes.
func TestListPages(t *testing.T) {
	for n, want := range map[int]int{0: 1, 1: 1, listRows: 1, listRows + 1: 2, 3 * listRows: 3} {
		if got := listPages(n); got != want {
			t.Errorf("%d rows: %d pages, want %d", n, got, want)
		}
	}
	if got := totalClaims(&doc.Collection{Cards: []doc.Card{{Claims: 2}, {Claims: 3}}}); got != 5 {
		t.Error(got)
	}
}

func ExampleAmount() {
	n := record.Number("40000")
	fmt.Println(Amount(&record.Claim{Value: &n, Low: &n, Bound: "more_than", Kind: "count", Per: record.Str("month")}))
	// Output: more than 40,000 a month
}
