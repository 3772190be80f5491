package thread

import (
	"strings"
	"testing"

	"analyze/internal/doc"

	"github.com/govalues/decimal"
)

// asserted makes a record of a bound and a number: "40000", ">40000",
// "<40000", "~40000", "20000-30000".
func asserted(s, when, place string) *Record {
	r := &Record{ID: s + when + place, Kind: doc.Count, Unit: "person", Time: when, Text: s}
	if place != "" {
		r.Places = strings.Split(place, ";")
	}
	n := func(s string) *decimal.Decimal {
		d := decimal.MustParse(s)
		return &d
	}
	switch s[0] {
	case '>':
		r.Bound, r.Low, r.Value = doc.MoreThan, n(s[1:]), n(s[1:])
	case '<':
		r.Bound, r.High, r.Value = doc.LessThan, n(s[1:]), n(s[1:])
	case '~':
		r.Bound, r.Value = doc.Approx, n(s[1:])
	default:
		if a, b, ok := strings.Cut(s, "-"); ok {
			r.Bound, r.Low, r.High = doc.Range, n(a), n(b)
		} else {
			r.Low, r.High, r.Value = n(s), n(s), n(s)
		}
	}
	return r
}

func TestJudge(t *testing.T) {
	for _, c := range []struct {
		a, b, when, later string
		same              bool
		want, reason      string
	}{
		{"30000", "27000-31000", "2015-12", "2015-12", false, "agree", "Both can be right: both leave room for 30,000."},
		{"40000", ">40000", "2017", "2017", false, "agree", "both leave room for 40,000."},
		{">40000", "20000-30000", "2017-04", "2017-04", false, "conflict", "For 2017, no figure fits both “more than 40,000” and “20,000 to 30,000”."},
		{"2000", ">50", "2015", "2016", false, "update", "A later figure for a changing quantity: 2,000, then more than 50."},
		{"85", "86", "2015-12", "2015-12", true, "conflict", "The same source is quoted as 85 and as 86."},
		{"~30000", "31000", "2015-12", "2015-12", false, "agree", "both leave room for 31,000."},
		{"~30000", "40000", "2015-12", "2015-12", false, "conflict", "no figure fits both"},
		{"40000", ">40000", "2016", "2017", false, "agree", "Both can be right"},
		{"20000", "30000", "2015-02", "2015-09", false, "update", "20,000, then 30,000"},
		{"48", "84", "2019-03-14", "2019-03-22", false, "update", "48, then 84"},
		{"48", "84", "2019-03-14", "2019-03-15", false, "conflict", "For 2019, no figure fits both"},
		{"20000", "40000", "2015-02", "", false, "update", "20,000, and 40,000; one gives no date"},
		{"20000", "40000", "", "", false, "conflict", "No figure fits both “20,000” and “40,000”; neither gives a date"},
		{"2000", ">50", "2015", "", false, "update", "one gives no date"},
	} {
		got, reason := judge(asserted(c.a, c.when, ""), asserted(c.b, c.later, ""), c.same)
		if got != c.want || !strings.Contains(reason, c.reason) {
			t.Errorf("%s (%s) and %s (%s): %s, %q", c.a, c.when, c.b, c.later, got, reason)
		}
	}
}

// TestIndependent counts sources: names with and without article, copies and
// works cited twice are one.
func TestIndependent(t *testing.T) {
	records := []*Record{
		{ID: "a#1", Doc: "a", Source: "The Soufan Group"},
		{ID: "b#1", Doc: "b", Source: "Soufan Group"},
		{ID: "c#1", Doc: "c", Author: "Ann Lee"},
		{ID: "d#1", Doc: "d", DuplicateOf: "c#1"},
		{ID: "e#1", Doc: "e", Source: "B. Carr", Cite: "B. Carr, Counting Returns Anew, Lakeside Press, 2015, 4."},
		{ID: "f#1", Doc: "f", Cite: "B. Carr, Counting Returns Anew, Lakeside Press, 2015, 90."},
		{ID: "g#1", Doc: "g"},
	}
	got := sources(records)
	for i, want := range []int{0, 0, 1, 1, 2, 2, 3} {
		if got[i] != want {
			t.Errorf("claim %s has source %d, want %d", records[i].ID, got[i], want)
		}
	}
}

// TestSteps says in how many ways one group tells more than another of what it counts,
// and that groups for two things tell of nothing in common.
func TestSteps(t *testing.T) {
	group := func(concept, event, nature, defined, where string) *part {
		return &part{claims: []*Record{{Concept: concept}}, event: event, nature: nature, defined: defined, where: where}
	}
	base := group("application", "", "total", "", "Germany")
	for _, c := range []struct {
		name string
		a, b *part
		want int // 0: not one thing
	}{
		{"a narrower word", base, group("asylum application", "", "total", "", "Germany"), 1},
		{"a narrower word and place", base, group("asylum application", "", "total", "", "Bonn"), 2},
		{"each its own word", group("first-time application", "", "total", "", "Germany"), group("asylum application", "", "total", "", "Germany"), 2},
		{"the same", base, base, 0},
		{"an event that one names", base, group("application", "registered", "total", "", "Germany"), 1},
		{"two events", group("home", "destroyed", "total", "", "Bonn"), group("home", "held", "total", "", "Bonn"), 0},
		{"a year", base, group("application", "", "total 2021", "", "Germany"), 1},
		{"two years", group("application", "", "total 2020", "", "Germany"), group("application", "", "total 2021", "", "Germany"), 0},
		{"a rate", base, group("application", "", "rate per month", "", "Germany"), 0},
		{"the dead of one kind", group("dead", "died", "total", "of miners", "Soma"), group("dead", "died", "total", "", "Soma"), 1},
		{"children", group("dead", "died", "total", "child", "Soma"), group("dead", "died", "total", "", "Soma"), 0},
		{"too much at once", base, group("asylum application", "registered", "total 2021", "", "Bonn"), 0},
	} {
		n, ok := c.a.steps(c.b)
		if m, also := c.b.steps(c.a); ok != (c.want > 0) || ok && n != c.want || m != n || also != ok {
			t.Errorf("%s: %d, %v", c.name, n, ok)
		}
	}
}

// TestPrecise tells numbers that are told closely from round ones.
func TestPrecise(t *testing.T) {
	for number, want := range map[string]bool{"787": true, "1900": true, "600": false, "1000": false, "87": false, "4.2": false, "148233": true} {
		n := decimal.MustParse(number)
		if got := (&Record{Kind: doc.Count, Value: &n}).precise(); got != want {
			t.Errorf("%s: %v", number, got)
		}
	}
	n := decimal.MustParse("4.2")
	if !(&Record{Kind: doc.Money, Value: &n}).precise() || (&Record{}).precise() {
		t.Error("a sum of two digits is told closely, no number is not")
	}
}
