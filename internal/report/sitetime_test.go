package report

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"analyze/internal/doc"
)

func TestStretch(t *testing.T) {
	for _, c := range []struct{ time, published, want string }{
		{"2015", "", "2015.00 2016.00"},
		{"2015-07", "", "2015.50 2015.58"},
		{"2015-01-01", "", "2015.00 2015.00"},
		{"1990/2010", "", "1990.00 2011.00"},
		{"2012-01/2012-06", "", "2012.00 2012.50"},
		{"2011/..", "2017-02", "2011.00 2017.17"},
		{"2011/..", "", "2011.00 2012.00"},
		{"2011/..", "2009", "2011.00 2012.00"},
		{"../2003", "", "2003.00 2004.00"},
		{"2014;2016-07", "", "2014.00 2016.58"},
		{"P18M", "2017-06", "2016.00 2017.50"},
		{"P2Y", "2017", "2016.00 2018.00"},
		{"P10D", "2017", "2017.92 2018.00"},
		{"P18M", "", "none"},
		{"2010/2009", "", "2010.00 2011.00"}, // an end before its beginning ends with it
		{"", "", "none"}, {"spring", "", "none"}, {"2015-13", "", "none"}, {"2015-01-32", "", "none"}, {"201", "", "none"},
		{"P99999999M", "2017", "none"}, {"P-3M", "2017", "none"}, {"PM", "2017", "none"}, {"2014;soon", "", "none"}, {"2014/soon", "", "none"},
	} {
		got := "none"
		if x, ok := stretchOf(c.time, c.published); ok {
			got = fmt.Sprintf("%.2f %.2f", x.From, x.To)
		}
		if got != c.want {
			t.Errorf("%s, published %s: got %s, want %s", c.time, c.published, got, c.want)
		}
	}
}

func FuzzStretch(f *testing.F) {
	for _, s := range []string{"2015", "2011/..", "P18M", "2014;2016", "0000-00", "9999-12-31"} {
		f.Add(s, "2017-02")
	}
	f.Fuzz(func(t *testing.T, time, published string) {
		if x, ok := stretchOf(time, published); ok && !(x.From < x.To) {
			t.Errorf("%q, %q: %v", time, published, x)
		}
	})
}

// bars prints a chart as "2014:2 2016:1".
func bars(c *yearChart) string {
	if c == nil {
		return "none"
	}
	var out []string
	for _, b := range c.Bars {
		if b.N > 0 {
			out = append(out, fmt.Sprintf("%s:%d", b.When, b.N))
		}
		if b.H < 0 || b.H > yearHeight || b.X < 0 || b.X+b.W > 100.01 {
			out = append(out, fmt.Sprintf("%+v", b))
		}
	}
	return strings.Join(out, " ")
}

func TestYearChart(t *testing.T) {
	for _, c := range []struct {
		times string
		want  string
	}{
		{"2014 2014 2016", "2014:2 2016:1"},
		{"2014-01 2014-03-05", "January 2014:1 March 2014:1"},
		{"2014-01 2019-03", "2014:1 2019:1"},
		{"2014-01 2014-02 2014", "none"}, // a year among months makes years of them
		{"2014 2014", "none"},
		{"", "none"},
		{"1066 2016", "none"}, // too far apart to be drawn
	} {
		var at []stretch
		for _, s := range strings.Fields(c.times) {
			x, _ := calendar(s)
			at = append(at, x)
		}
		if got := bars(chartOf(at, true, "", "")); got != c.want {
			t.Errorf("%s: got %s, want %s", c.times, got, c.want)
		}
	}
	rows := []ledgerRow{{ID: "1", Time: "2011/2014"}, {ID: "2", Time: "2016-12"}, {ID: "3"}}
	if got := bars(figureYears(rows, rows[:1])); got != "2014:1 2016:1" {
		t.Errorf("figures: %s", got)
	}
}

// In a lane of few times no bar or its number meets another; of many, bars
// count them.
func TestLane(t *testing.T) {
	var at []stretch
	for y := 2000; y < 2012; y++ {
		for m := range 1 + y%3 {
			x, _ := calendar(fmt.Sprintf("%d-%02d", y, m*5+1))
			at = append(at, x, x)
		}
		x, _ := stretchOf(fmt.Sprintf("%d/%d", y, y+3), "")
		at = append(at, x)
	}
	axis, before, after := axisFor(at)
	l := laneOf("Figures", "lf", at, axis, 100)
	if before+after > 0 || l.Many || l.N != len(at) {
		t.Fatalf("%d before, %d after, %+v", before, after, l)
	}
	sum := 0
	for i, a := range l.Marks {
		sum += a.N
		if a.X < 0 || a.X+a.W > 100 || a.Y < l.Top+laneTitle-8 || a.Y+a.H > l.Top+l.Height {
			t.Errorf("mark %d leaves the lane: %+v", i, a)
		}
		for _, b := range l.Marks[:i] {
			if a.Y == b.Y && a.X < b.X+b.W && b.X < a.X+a.W {
				t.Errorf("%+v meets %+v", a, b)
			}
		}
	}
	if sum != len(at) {
		t.Errorf("%d of %d are drawn", sum, len(at))
	}
	var many []stretch
	for m := range 400 {
		many = append(many, stretch{1990 + float64(m)/13, 1995 + float64(m)/13})
	}
	axis, _, _ = axisFor(many)
	if l = laneOf("Figures", "lf", many, axis, 0); !l.Many || l.Height > 260 {
		t.Errorf("four hundred times: %d high", l.Height)
	}
}

// What lies centuries off does not squeeze the rest.
func TestAxis(t *testing.T) {
	at := []stretch{{1683, 1684}}
	for y := range 30 {
		at = append(at, stretch{2000 + float64(y%12), 2001 + float64(y%12)})
	}
	a, before, after := axisFor(at)
	if a.From != 2000 || a.To != 2012 || before != 1 || after != 0 {
		t.Errorf("%v, %d before, %d after", a, before, after)
	}
	if x := a.at(1683); x != 0 {
		t.Errorf("what lies before stands at %.1f", x)
	}
	last := -1.0
	for _, k := range a.ticks() {
		if k.X <= last || k.X > 100 {
			t.Errorf("tick %+v after %.1f", k, last)
		}
		last = k.X
	}
}

// The timeline has each time once, days with their month, and counts what gives
// none.
func TestTimeline(t *testing.T) {
	docs := newsroom(t)
	docs = append(docs, fixture(t, "d.txt", "date: 2016-05-20\n«a:Ministry» saw «n:5 boats@2015» and «n:7 boats@P3M» and «n:8 boats@2016-05-01»."))
	c, _ := gathered(docs...)
	thread(c, "conflict", docs, "400 people", "900 people")
	s := siteOf(t, c)
	if s.times.undated != 1 || s.times.timeless != 1 {
		t.Errorf("%d undated, %d timeless", s.times.undated, s.times.timeless)
	}
	var got []string
	for _, r := range s.times.sorted() {
		got = append(got, fmt.Sprintf("%s: %d documents, %d told, %d more figures", r.When, len(r.Documents), len(r.Told), len(r.Figures)))
	}
	want := []string{
		"2014: 0 documents, 1 told, 0 more figures", "2015: 0 documents, 1 told, 1 more figures",
		"March 2015: 1 documents, 0 told, 0 more figures", "May 2016: 2 documents, 0 told, 1 more figures",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s", strings.Join(got, "\n"))
	}
}

// Statements stand at their time and value: later to the right, more above,
// and none on another.
func TestOverTime(t *testing.T) {
	s := &site{cards: map[string]*doc.Card{"d": {Meta: doc.Meta{Date: "2017"}}, "e": {}}}
	row := func(letter, time, id string, value float64) track {
		return track{ledgerRow: ledgerRow{Doc: id, Time: time, Named: value, Low: value, High: value, Shape: "exact", Label: "n"}, Letter: letter}
	}
	rows := []track{row("A", "2014", "d", 10), row("B", "2015-03", "d", 40), row("C", "2015-03", "d", 40), row("D", "2010/2016", "d", 20), row("E", "", "d", 30), row("F", "", "e", 30)}
	rows[3].Shape, rows[3].Low, rows[3].High = "range", 15, 25
	sc, ticks := scaleFor(rows)
	c := s.overTime(rows, sc, ticks)
	if c == nil || len(c.Marks) != 5 || c.At != "E" || c.Out != "F" {
		t.Fatalf("got %+v", c)
	}
	at := map[string]timeMark{}
	for _, m := range c.Marks {
		at[m.Letter] = m
		if m.X < 0 || m.X > 100 || m.Y < 0 || m.Y > chartHeight {
			t.Errorf("%s stands at %.1f, %.1f", m.Letter, m.X, m.Y)
		}
	}
	if a, b, e := at["A"], at["B"], at["E"]; !(a.X < b.X && b.X < e.X && a.Y > e.Y && e.Y > b.Y) {
		t.Errorf("order: %+v", at)
	}
	if b, cc := at["B"], at["C"]; b.DX == cc.DX {
		t.Error("two statements of one time and value lie on each other")
	}
	if d := at["D"]; !d.HasBack || !(d.Back < d.X) || !d.Range || !(d.Y > d.Y2) {
		t.Errorf("the period and range: %+v", d)
	}
	if s.overTime(rows[:3], sc, ticks) != nil {
		t.Error("two times make a chart over time")
	}
	if y := yOf(3); math.Abs(y-chartHeight) > .1 {
		t.Errorf("zero stands at %.1f", y)
	}
}
