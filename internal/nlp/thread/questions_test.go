package thread

import (
	"testing"

	"analyze/internal/testtable"

	"github.com/govalues/decimal"
)

// What is told of two texts at once: each pair, and whether it is so.
func TestPairQuestions(t *testing.T) {
	for name, c := range map[string]struct {
		ask     func(a, b string) bool
		yes, no [][2]string
	}{
		"narrower": {narrower, [][2]string{{"child soldier", "person"}, {"foreign fighter", "fighter"}, {"old wooden boat", "wooden boat"}}, [][2]string{{"fighter", "foreign fighter"}, {"fighter", "fighter"}, {"old boat", "new boat"}}},
		"overlap":  {overlap, [][2]string{{"Iraq", "Iraq"}, {"Iraq;Syria", "Syria"}, {"", ""}}, [][2]string{{"Iraq;Syria", "Mali"}, {"Iraq", ""}, {"Iraq", "Iraqi"}}},
	} {
		testtable.Ask(t, name, testtable.Two(c.ask), c.yes, c.no)
	}
	for name, c := range map[string]struct {
		ask     func(string) bool
		yes, no []string
	}{
		"bounded": {bounded, []string{"2014/2015", "2014-05/2015-04", "P18M", "2014;2015"}, []string{"2014", "2011/..", "2001/2011", "2010;2014"}},
		"closed":  {closed, []string{"2014/2015", "2001/2011"}, []string{"2014", "2011/..", "../2011"}},
		"Rate":    {Rate, []string{"turnout", "inflation"}, []string{"boat", ""}},
		"Crowd":   {Crowd, []string{"protester", "pilgrim"}, []string{"fighter", ""}},
		"Befell":  {Befell, []string{"dead", "missing"}, []string{"displaced", "person"}},
	} {
		testtable.Ask(t, name, c.ask, c.yes, c.no)
	}
}

// How concepts, places and names are written.
func TestWording(t *testing.T) {
	for name, c := range map[string]struct {
		write func(string) string
		want  map[string]string
	}{
		"Plural":       {Plural, map[string]string{"person": "people", "poor": "poor people", "person without power": "people without power", "country": "countries", "city": "cities", "dead": "dead", "boat": "boats", "series": "series"}},
		"StateFor":     {StateFor, map[string]string{"without power": "person without power", "boating": ""}},
		"spoken":       {spoken, map[string]string{"Iraq": "Iraq", "Iraq;Syria": "Iraq and Syria", "Iraq;Mali;Syria": "Iraq, Mali and Syria", "": ""}},
		"sentenceCase": {sentenceCase, map[string]string{"boats": "Boats", "Boats": "Boats", "": "", "élan": "élan"}},
		"NameKey":      {NameKey, map[string]string{"The Port Board": "port board", "Port Board's": "port board", "PORT-BOARD": "port board", "É": "é", "the": ""}},
		"citeKey":      {citeKey, map[string]string{"Holt, The Mill of Malmö, 2014": "malmö", "Ann Haddad, Boats and Harbours (Lund 2014) http://x.example": "boats haddad harbours", "": ""}},
		"unite":        {func(s string) string { return unite(s, "Mali;Iraq") }, map[string]string{"Syria": "Iraq;Mali;Syria", "Mali": "Iraq;Mali"}},
		"Plain":        {func(s string) string { return Plain(decimal.MustParse(s)) }, map[string]string{"1234567": "1,234,567", "12": "12", "1234.5": "1,234.5"}},
		"powerOfTen":   {func(s string) string { return powerOfTen(len(s)).String() + " " + powerOfTen(-len(s)).String() }, map[string]string{"": "1 1", "ab": "100 0.01"}},
	} {
		testtable.Read(t, name, c.write, c.want)
	}
}

// The id of a thread stays while topic and key do, and can be read.
func TestThreadID(t *testing.T) {
	a := threadID("Wells, dry – Lund", "k")
	if a != threadID("Wells, dry – Lund", "k") || a == threadID("Wells, dry – Lund", "l") || a == threadID("Boats", "k") {
		t.Error("ids are mixed up")
	}
	if want := "wells-dry-lund-"; a[:len(want)] != want || len(a) != len(want)+6 {
		t.Error(a)
	}
	if id := threadID("–", "k"); len(id) != 7 || id[0] != '-' {
		t.Errorf("a topic without letters: %q", id)
	}
}

// Intervals meet where they share a number; an open end reaches everything.
func TestMeet(t *testing.T) {
	at := func(low, high string) interval {
		var i interval
		if low != "" {
			d := decimal.MustParse(low)
			i.low = &d
		}
		if high != "" {
			d := decimal.MustParse(high)
			i.high = &d
		}
		return i
	}
	for _, c := range []struct {
		a, b interval
		want bool
	}{
		{at("10", "20"), at("20", "30"), true},
		{at("10", "20"), at("21", "30"), false},
		{at("10", ""), at("30", "40"), true},
		{at("", "10"), at("11", ""), false},
		{at("", ""), at("5", "5"), true},
		{at("10", "20"), at("12", "13"), true},
	} {
		if meet(c.a, c.b) != c.want || meet(c.b, c.a) != c.want {
			t.Errorf("%v and %v meet: %v", c.a, c.b, !c.want)
		}
	}
}
