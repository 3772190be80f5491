package timex

import (
	"slices"
	"strings"
	"testing"
	"time"
)

// period reads what Period.String writes.
func period(t *testing.T, s string) (p Period) {
	t.Helper()
	list := strings.Split(s, ";")
	from, to, two := strings.Cut(list[0], "/")
	switch {
	case s == "":
		return Period{}
	case s[0] == 'P':
		return Period{Window: s}
	case !two:
		p = At(ParseDay(from))
	case from == "..":
		p = Period{To: ParseDay(to), OpenStart: true}
	case to == "..":
		p = Period{From: ParseDay(from), OpenEnd: true}
	default:
		p = Span(ParseDay(from), ParseDay(to))
	}
	for _, more := range list[1:] {
		p.More = append(p.More, period(t, more))
	}
	if p.String() != s {
		t.Fatalf("%q is read as %q", s, p)
	}
	return p
}

func TestParseDay(t *testing.T) {
	for s, want := range map[string]Day{
		"":           {},
		"..":         {},
		"P18M":       {},
		"201":        {},
		"20x5":       {},
		"0000-01":    {},
		"2017":       {Year: 2017},
		"2017/2018":  {Year: 2017},
		"2017-13":    {Year: 2017},
		"2017-02":    {Year: 2017, Month: 2},
		"2017-02-40": {Year: 2017, Month: 2},
		"2017-02-13": {2017, 2, 13},
		"2017-02-1":  {Year: 2017, Month: 2},
	} {
		if got := ParseDay(s); got != want {
			t.Errorf("%q: got %v, want %v", s, got, want)
		}
	}
}

func TestDays(t *testing.T) {
	leap, end := Day{2016, 2, 28}, Day{Year: 2015, Month: 11}
	if got := leap.AddDays(2); got != (Day{2016, 3, 1}) {
		t.Errorf("two days after 28 February 2016: %v", got)
	}
	if got := leap.AddDays(-59); got != (Day{2015, 12, 31}) {
		t.Errorf("59 days before: %v", got)
	}
	if got := leap.weekday(); got != time.Sunday {
		t.Errorf("28 February 2016 is a %v", got)
	}
	if got := [...]Day{end.addMonths(2), end.addMonths(-11)}; got != [...]Day{{Year: 2016, Month: 1}, {Year: 2014, Month: 12}} {
		t.Errorf("two months after and eleven before November 2015: %v", got)
	}
	if got := (Day{2016, 3, 10}).Number() - leap.Number(); got < 10 || got > 14 {
		t.Errorf("28 February and 10 March lie %d days apart", got)
	}
	sorted := []Day{{Year: 2014}, {Year: 2014, Month: 2}, {2014, 2, 1}, {2014, 2, 3}, {Year: 2015}, {}}
	mixed := []Day{{}, {2014, 2, 3}, {Year: 2015}, {2014, 2, 1}, {Year: 2014, Month: 2}, {Year: 2014}}
	if slices.SortFunc(mixed, Day.Compare); !slices.Equal(mixed, sorted) {
		t.Errorf("sorted: %v", mixed)
	}
}

// TestPeriods shows of each period its first and last day, its length in days and the
// time up to its end.
func TestPeriods(t *testing.T) {
	for _, c := range []struct {
		period, first, last string
		days                int
		upTo                string
	}{
		{"", "", "", 0, ""},
		{"2015", "2015", "2015", 0, "2015"},
		{"2015-03/2015-05", "2015-03", "2015-05", 0, "../2015-05"},
		{"2016-02-28/2016-03-05", "2016-02-28", "2016-03-05", 7, "../2016-03-05"},
		{"2011/..", "2011", "2011", 0, "2011/.."},
		{"../2011-04", "2011-04", "2011-04", 0, "../2011-04"},
		{"P18M", "", "", 0, "P18M"},
		{"2013;2015-06", "2013", "2015-06", 0, "2013;2015-06"},
	} {
		p := period(t, c.period)
		first, last := At(p.First()).String(), At(p.Last()).String()
		if first != c.first || last != c.last || p.Days() != c.days || p.UpTo().String() != c.upTo {
			t.Errorf("%s: got %s, %s, %d days, up to %s", c.period, first, last, p.Days(), p.UpTo())
		}
	}
}

// TestMonths puts the months that a caption names into the years of its columns.
func TestMonths(t *testing.T) {
	for _, c := range []struct{ caption, column, want string }{
		{"Table 2: Landings by port, January–September", "2014", "2014-01/2014-09"},
		{"Landings by port, January to September 2015", "2014", "2014"},
		{"Landings by port, January–September", "2014-02", "2014-02"},
		{"Landings by port, January–September", "2013/2014", "2013/2014"},
		{"Landings in March", "2014", "2014"},
		{"Landings by port", "2014", "2014"},
	} {
		if got := Months(c.caption).InYear(period(t, c.column)).String(); got != c.want {
			t.Errorf("%s, %s: got %s, want %s", c.caption, c.column, got, c.want)
		}
	}
}

// TestMoved moves a weekday behind what happened before it, and a date that is still to
// come to the year in which it is.
func TestMoved(t *testing.T) {
	for _, c := range []struct{ period, day, notBefore, ahead string }{
		{"2021-06-09", "2021-06-12", "2021-06-16", "2022-06-09"},
		{"2021-06-09", "2021-06-07", "2021-06-09", "2021-06-09"},
		{"2021-06-09", "2021-06-30", "2021-06-09", "2022-06-09"},
		{"2021-06", "2021-06-30", "2021-06", "2021-06"},
		{"2021-05", "2021-06-30", "2021-05", "2022-05"},
		{"2020", "2021-06-30", "2020", "2020"},
	} {
		p, d := period(t, c.period), ParseDay(c.day)
		if b, a := p.NotBefore(d).String(), p.Ahead(d).String(); b != c.notBefore || a != c.ahead {
			t.Errorf("%s from %s: got %s and %s, want %s and %s", c.period, c.day, b, a, c.notBefore, c.ahead)
		}
	}
}

// TestOfYear puts months into a year, and leaves those that it was given as they are.
func TestOfYear(t *testing.T) {
	list := Period{From: Day{Month: 11}, To: Day{Month: 2}, More: []Period{At(Day{Month: 5})}}
	if got := list.OfYear(2015).String(); got != "2014-11/2015-02;2015-05" {
		t.Error(got)
	}
	if got := list.More[0].From.Year; got != 0 {
		t.Errorf("the list itself is now of %d", got)
	}
}

// TestWeeks moves what is about a week long, and nothing else.
func TestWeeks(t *testing.T) {
	for of, want := range map[string]string{"2021-06-07/2021-06-13": "2021-05-31/2021-06-06", "2021-06-07/2021-06-09": "", "2021-06-01/2021-06-30": "", "2021-06": ""} {
		if got, ok := period(t, of).Weeks(-1); got.String() != want || ok != (want != "") {
			t.Errorf("the week before %s: %s, want %s", of, got, want)
		}
	}
}

// TestAtoms parts words at hyphens where a time may stand. Capitals are kept.
func TestAtoms(t *testing.T) {
	for word, want := range map[string]string{
		"Mid-March":        "Mid - March",
		"3-March-2015":     "3 - March - 2015",
		"2013–14":          "2013 – 14",
		"2014/15":          "2014 / 15",
		"well-known":       "well-known",
		"a@b-2014.org":     "a@b-2014.org",
		"www.x.org/2014-1": "www.x.org/2014-1",
		"2014.12":          "2014",
		"2014.05":          "2014.05",
		"-":                "-",
	} {
		var got []string
		for _, a := range AppendAtoms(nil, 7, word, strings.ToLower(word), false) {
			if a.Word != 7 || a.Number {
				t.Errorf("%s: %+v", word, a)
			}
			if a.Upper {
				a.Low = strings.ToUpper(a.Low[:1]) + a.Low[1:]
			}
			got = append(got, a.Low)
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%s: got %s, want %s", word, s, want)
		}
	}
}

// TestRead shows how much of a text is read and what it counts from.
func TestRead(t *testing.T) {
	for _, c := range []struct {
		text string
		n    int
		base Base
		unit Unit
	}{
		{"the first half of 2012 was", 5, Absolute, Itself},
		{"3 and 5 March", 0, Absolute, Itself},
		{"5 March was", 2, Yearless, Itself},
		{"last year was", 2, Deictic, InYears},
		{"three weeks ago", 3, Deictic, InWeeks},
		{"this summer", 2, Deictic, ToSeason},
		{"last October", 2, Deictic, ToMonth},
		{"Friday evening", 2, Deictic, ToWeekday},
		{"week 9 was", 2, Deictic, ToWeek},
		{"reporting period", 2, Deictic, ToCovered},
		{"a year earlier", 3, Anaphor, InYears},
		{"that day", 2, Anaphor, InDays},
		{"same period of 2013", 4, SameSpan, Itself},
		{"since then", 2, Anaphor, Itself},
		{"second man", 0, Absolute, Itself},
	} {
		r := Reader{Atoms(c.text)}
		if w, n := r.Read(0); n != c.n || w.Base != c.base || w.Unit != c.unit {
			t.Errorf("%q: got %d atoms, base %d, unit %q; want %d, %d, %q", c.text, n, w.Base, w.Unit, c.n, c.base, c.unit)
		}
	}
}

// TestLabels reads captions, and labels that are a time and nothing else.
func TestLabels(t *testing.T) {
	ref := Day{2016, 3, 10}
	for _, c := range []struct{ text, in, whole string }{
		{"Table 3. Arrivals, 2012-2015", "2012/2015", ""},
		{"Arrivals last year", "", ""},
		{"2013/14", "2013/2014", "2013/2014"},
		{"Q3 2012", "2012-07/2012-09", "2012-07/2012-09"},
		{"February", "2016-02", "2016-02"},
		{"February storms", "2016-02", ""},
		{"", "", ""},
	} {
		in, _ := In(c.text, ref)
		whole, _ := Whole(c.text, ref)
		if in.String() != c.in || whole.String() != c.whole {
			t.Errorf("%q: got %q and %q, want %q and %q", c.text, in, whole, c.in, c.whole)
		}
		if got := IsWhole(c.text); got != (c.whole != "") {
			t.Errorf("%q is a time and nothing else: %v", c.text, got)
		}
	}
}
