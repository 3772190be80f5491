package thread

import (
	"testing"

	"analyze/internal/doc"

	"github.com/govalues/decimal"
)

// TestAsunder holds figures of two causes apart, and of one that is not told not.
func TestAsunder(t *testing.T) {
	for _, c := range []struct {
		a, b Cause
		want bool
	}{{ByQuake, ByCold, true}, {ByQuake | ByWater, ByWater, false}, {0, ByFire, false}, {0, 0, false}} {
		if got := (&Record{Cause: c.a}).asunder(&Record{Cause: c.b}); got != c.want {
			t.Errorf("%b and %b: %v", c.a, c.b, got)
		}
	}
}

// TestRounds tells a number in round figures from another number.
func TestRounds(t *testing.T) {
	exact := func(s, text, unit string) *Record {
		n := decimal.MustParse(s)
		return &Record{Kind: doc.Count, Unit: unit, Text: text, Value: &n, Low: &n, High: &n}
	}
	for _, c := range []struct {
		round, whole *Record
		want         bool
	}{
		{exact("22000", "22,000 men", "person"), exact("22417", "22,417 men", "person"), true},
		{exact("22000", "22,000 men", "person"), exact("22817", "22,817 men", "person"), false},
		{exact("2000", "2,000 men", "person"), exact("2417", "2,417 men", "person"), false}, // one digit of many
		{exact("500000", "half a million men", "person"), exact("519989", "519,989 men", "person"), true},
		{exact("500000", "half a million men", "person"), exact("719989", "719,989 men", "person"), false},
		{exact("7700000", "7.7 million men", "person"), exact("7725000", "7,725,000 men", "person"), true},
		{exact("55", "55 percent", "percent"), exact("55.4", "55.4 percent", "percent"), true},
		{exact("55", "55 percent", "percent"), exact("56.4", "56.4 percent", "percent"), false},
		{exact("2200", "2,200 men", "person"), exact("2217", "2,217 men", "person"), false}, // told to the last digit
		{exact("22000", "22,000 men", "person"), exact("22417", "22,417 tents", "tent"), false},
	} {
		if got := c.round.rounds(c.whole); got != c.want {
			t.Errorf("%s for %s: %v", c.round.Text, c.whole.Text, got)
		}
	}
}

// TestRunning tells periods that go on until the document was written from others.
func TestRunning(t *testing.T) {
	for _, c := range []struct{ time, date, want string }{
		{"2018-09-03/2019-03-11", "2019-03-15", "2018-09"},
		{"2018-09-03/2019-03-11", "", "2018-09"},
		{"2018-09/..", "2019-05-02", "2018-09"},
		{"2018-09-03/2019-03-11", "2020-03-15", ""}, // long over
		{"2019-06-05/2019-06-11", "2019-06-12", ""}, // a week
		{"2018/2019", "2019-12-30", ""},
		{"2019-03", "2019-03-30", ""},
	} {
		if got := (&Record{Time: c.time, Date: c.date}).running(); got != c.want {
			t.Errorf("%s in a document of %q: %q, want %q", c.time, c.date, got, c.want)
		}
	}
}

// TestRetold counts an author who tells a sourced figure again as no second source.
func TestRetold(t *testing.T) {
	n, m := decimal.MustParse("70"), decimal.MustParse("80")
	got := sources([]*Record{
		{ID: "a#1", Doc: "a", Source: "UN", SourceName: "un", Value: &n},
		{ID: "a#2", Doc: "a", Value: &n},
		{ID: "a#3", Doc: "a", Value: &m},
	})
	for i, want := range []int{0, 0, 1} {
		if got[i] != want {
			t.Errorf("claim %d has source %d, want %d", i, got[i], want)
		}
	}
}
