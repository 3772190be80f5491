package index

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"analyze/internal/doc"
	"analyze/internal/testtable"
)

// What is made of one text.
var readings = map[string]struct {
	read func(string) string
	want map[string]string
}{
	"BaseLanguage": {BaseLanguage, map[string]string{"": "en", "en-GB": "en", "FR": "fr", "pt-BR": "pt"}},
	"StemmedName":  {func(s string) string { return StemmedName("text", s) }, map[string]string{"": "text", "en": "text", "fr-CA": "text_fr"}},
	"ParseKind": {func(s string) string {
		k, ok := ParseKind(s)
		return fmt.Sprint(k, ok)
	}, map[string]string{"claim": "claim true", "claims": "claim true", "entities": "entity true", "entity": "entity true", "boat": Kind(0).String() + " false", "": Kind(0).String() + " false"}},
	"fold": {func(s string) string { w, cut := fold(s); return fmt.Sprint(w, " ", cut) },
		map[string]string{"Lund's": "lund 2", "Élan’s": "elan 4", "STRASSE": "strasse 0", "Straße": "strasse 0", "1.5": "1.5 0", "'s": "s 0", "co-op": "coop 0", "a\u00adb": "ab 0"}},
	"unhyphenate": {unhyphenate, map[string]string{"govern-\nment": "government", "govern- \n ment": "government", "co-op": "co-op", "1-\n2": "1-\n2", "Lund-\nMalmö": "Lund-\nMalmö"}},
	"bare":        {bare, map[string]string{"mill": "mill", "": `""`, "the mill": `"the mill"`, "or": `"or"`, "-mill": `"-mill"`, "mi*l": `"mi*l"`, "near/3": `"near/3"`, `a"b`: `"a\"b"`, "a:b": `"a:b"`}},
	"quoted":      {quoted, map[string]string{`a\b"c`: `"a\\b\"c"`}},
	"counted":     {func(s string) string { return counted(len(s), Entity) + ", " + counted(len(s), Claim) }, map[string]string{"a": "1 entity, 1 claim", "ab": "2 entities, 2 claims", "": "0 entities, 0 claims"}},
	"lastRunes":   {func(s string) string { return lastRunes(s, 2) + "|" + firstRunes(s, 2) }, map[string]string{"abcé": "cé|ab", "éa": "éa|éa", "": "|"}},
	"sideWords":   {func(s string) string { return strings.Join(sideWords(s), " ") }, map[string]string{"The Mill's end": "the mill end", "–": ""}},
	"suggest":     {suggest, map[string]string{"wat": "did you mean what:?", "plase": "did you mean place:?", "zzzzzzzz": "put it in quotes to find the words themselves; analyze help query lists the fields"}},
	"bound": {func(s string) string {
		v, ok := bound(s, NumberField)
		return fmt.Sprint(v, " ", ok)
	}, map[string]string{"1,200": "1200 true", "1.5k": "1500 true", "2m": "2000000 true", "": " true", "boat": " false", "1.2.3": " false"}},
	"boundOfDays": {func(s string) string {
		v, ok := bound(s, DateField)
		return fmt.Sprint(v, " ", ok)
	}, map[string]string{"2015-02": "2015-02 true", "2015-02-30": "2015-02-30 false", "May": "May false", "": " true"}},
	"withZ":        {withZ, map[string]string{"organise": "organize", "organisation": "organization", "analyse": "analyze", "revise": "revise", "exercise": "exercise", "advise": "advise", "mill": "mill"}},
	"american":     {american, map[string]string{"labour": "labor", "colours": "colors", "centre": "center", "four": "four", "hour": "hour"}},
	"joinLines":    {func(s string) string { return joinLines("a", s, "b") }, map[string]string{"": "a\nb", "x": "a\nx\nb"}},
	"pattern":      {func(s string) string { p, ok := patternOf(Wildcard{Pattern: s}); return fmt.Sprint(p.Text, " ", ok) }, map[string]string{"Mi*L": "mi*l true", "é?a": "e?a true", "": " false"}},
	"wordStart":    {func(s string) string { return s[wordStart(s, 1, len(s)):] }, map[string]string{"the mill": "mill", "mill": "", "a  b": "b"}},
	"wordEnd":      {func(s string) string { return s[:wordEnd(s, len(s)-1, 0)] }, map[string]string{"the mill": "the", "mill": "mil"}},
	"sentence":     {func(s string) string { return s[sentenceStart(s):] }, map[string]string{"It burned. The mill": "The mill", "The mill": "The mill", "Did it? No": "No", "a\n\nb": "b"}},
	"runeStart":    {func(s string) string { return s[runeStart(s, 1):] }, map[string]string{"éa": "éa", "ab": "b", "": ""}},
	"marks":        {func(s string) string { return fmt.Sprint(marks(s)) }, map[string]string{"\u0301a": "2", "a": "0", "": "0", "\u0301": "2"}},
	"exampleOf":    {func(s string) string { return fmt.Sprint(strings.Contains(exampleOf(s), s+":")) }, map[string]string{"value": "true", "date": "true", "actor": "true", "title": "true"}},
	"bag":          {func(s string) string { return Bag(s).String() }, map[string]string{"the mill and the sea": "mill OR sea", "mill": "mill", "": Or{}.String()}},
	"entityTypes":  {func(s string) string { return strings.Join(entityTypes(s == "place"), " ") }, map[string]string{"place": "place", "actor": "person org group"}},
	"ids":          {func(s string) string { return DocumentID(s) + " " + EntityID(s) + " " + spanID("c", s, 7) }, map[string]string{"a.txt": "d/a.txt e/a.txt c/a.txt#00000007"}},
	"yearsAndDays": {func(s string) string { low, high, _ := Days(s); return fmt.Sprint(yearOf(low), " ", high-low) }, map[string]string{"2016": "2016 365", "2016-02": "2016 28", "2015-02-03": "2015 0"}},
}

func TestReadings(t *testing.T) {
	for name, r := range readings {
		testtable.Read(t, name, r.read, r.want)
	}
}

// The distance of two words is the number of letters that have to change, whichever
// way one goes; two neighbours that have changed places are told apart.
func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b    string
		want    int
		swapped bool
	}{{"mill", "mill", 0, false}, {"mill", "milk", 1, false}, {"mill", "mil", 1, false}, {"", "mill", 4, false}, {"mill", "imll", 2, true}, {"é", "e", 1, false}, {"boat", "coat", 1, false}, {"abc", "cba", 2, false}} {
		if Distance(c.a, c.b) != c.want || Distance(c.b, c.a) != c.want {
			t.Errorf("%q and %q: %d and %d, want %d", c.a, c.b, Distance(c.a, c.b), Distance(c.b, c.a), c.want)
		}
		if transposed(c.a, c.b) != c.swapped || transposed(c.b, c.a) != c.swapped {
			t.Errorf("%q and %q changed places: %v", c.a, c.b, !c.swapped)
		}
	}
}

// Places on the globe: a degree of the equator, a pole to the other, and there and back.
func TestDistanceKm(t *testing.T) {
	for _, c := range []struct{ lat1, lon1, lat2, lon2, want float64 }{{0, 0, 0, 1, 111.2}, {90, 0, -90, 0, 20015}, {50, 10, 50, 10, 0}, {0, 179, 0, -179, 222.4}, {59.33, 18.07, 55.6, 13.0, 514}} {
		got, back := distanceKm(c.lat1, c.lon1, c.lat2, c.lon2), distanceKm(c.lat2, c.lon2, c.lat1, c.lon1)
		if math.Abs(got-c.want) > c.want/100+.01 || math.Abs(got-back) > 1e-6 {
			t.Errorf("%+v: %.1f km, back %.1f", c, got, back)
		}
	}
}

// What lies in one of some spans is counted once.
func TestCovered(t *testing.T) {
	spans := []doc.Span{{Start: 0, End: 10}, {Start: 5, End: 12}, {Start: 20, End: 30}}
	for s, want := range map[doc.Span]int{{Start: 0, End: 30}: 22, {Start: 6, End: 8}: 2, {Start: 12, End: 20}: 0, {Start: 25, End: 40}: 5, {Start: 8, End: 8}: 0} {
		if got := covered(spans, s); got != want {
			t.Errorf("%v: %d, want %d", s, got, want)
		}
	}
	if got := sortedKeys(map[string]bool{"b": true, "": true, "a": true}); !slices.Equal(got, []string{"a", "b"}) {
		t.Error(got)
	}
}

// Records can be sorted by what they have.
func TestUnsortable(t *testing.T) {
	for _, c := range []struct {
		k    Kind
		sort Sort
		want string
	}{{Passage, Newest, "date"}, {Entity, Oldest, "date"}, {Claim, Newest, ""}, {Document, Newest, ""}, {Document, Largest, "value"}, {Passage, Smallest, "value"}, {Claim, Largest, ""}} {
		if got := unsortable(c.k, c.sort); got != c.want {
			t.Errorf("%v by %v: %q, want %q", c.k, c.sort, got, c.want)
		}
	}
}

// A query of words side by side may be relaxed, others not.
func TestRelaxable(t *testing.T) {
	for q, want := range map[string]bool{"mill sea": true, "mill": false, `"the mill" sea`: false, "mill OR sea": false, "place:Lund mill sea": true, "place:Lund mill": false} {
		parsed, err := Parse(q)
		if err != nil {
			t.Fatal(err)
		}
		if got := relaxable(parsed); got != want {
			t.Errorf("%s: %v", q, got)
		}
	}
}

// A query printed and read again is the same.
func TestPrintedAgain(t *testing.T) {
	for _, q := range []string{"mill sea", "mill OR sea", `"the mill" -sea`, "place:Lund value:>1000", "(mill OR sea) boat", "mill~1", "mi*l", "mill NEAR/3 sea", `what:"foreign fighters" date:2014..2016-06`} {
		first, err := Parse(q)
		if err != nil {
			t.Fatalf("%s: %v", q, err)
		}
		again, err := Parse(first.String())
		if err != nil || again.String() != first.String() {
			t.Errorf("%s prints %s, which prints %v (%v)", q, first, again, err)
		}
	}
}

func ExampleParse() {
	q, err := Parse(`fighters place:Tunisia value:>1000`)
	fmt.Println(q, err)
	_, err = Parse("plase:Lund")
	fmt.Println(err != nil)
	// Output:
	// fighters place:Tunisia value:>1000 <nil>
	// true
}

func ExampleDistance() {
	fmt.Println(Distance("Qadhafi", "Gaddafi"))
	// Output: 2
}

func ExamplePeriod() {
	low, high, ok := Period("P18M", "2016-01-01")
	fmt.Println(yearOf(low), yearOf(high), ok)
	// Output: 2014 2016 true
}

func BenchmarkParse(b *testing.B) {
	for b.Loop() {
		if _, err := Parse(`(fighters OR "foreign fighters") place:Tunisia value:>1000 date:2014..2016 -recruits~1 NEAR/3 camp`); err != nil {
			b.Fatal(err)
		}
	}
}
