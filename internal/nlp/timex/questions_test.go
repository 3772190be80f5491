package timex

import (
	"testing"

	"analyze/internal/testtable"
)

// Words that name a part of the calendar, beside such that do not.
func TestWordsOfTime(t *testing.T) {
	for name, c := range map[string]struct {
		ask     func(string) bool
		yes, no []string
	}{
		"IsDash":    {IsDash, []string{"-", "–", "—", "−"}, []string{"", "--", "a", "_"}},
		"splits":    {splits, []string{"mid-may", "early-morning", "2014-15", "may-june"}, []string{"well-known", "www.2014-15", "a@2014-5", "mill"}},
		"gluedNote": {gluedNote, []string{"2014.12", "1999.3"}, []string{"2014.03", "2114.12", "1899.3", "20a4.12"}},
		"weekday":   {weekdayNamed, []string{"monday", "tues.", "sunday"}, []string{"mon", "Monday", "may", ""}},
		"month":     {func(s string) bool { return MonthNamed(s) == 5 }, []string{"may"}, []string{"May", "june", "mill", ""}},
		"whole": {func(s string) bool { _, ok := whole(s); return ok },
			[]string{"May 2014", "2014", "3–9 June 2021", "Q3 2019", "the 1980s"}, []string{"boats in May 2014", "May 2014 boats", "boats", ""}},
	} {
		testtable.Ask(t, name, c.ask, c.yes, c.no)
	}
}

// A scanner takes 1 for l and i, and 0 for o, not all over.
func TestScannedYear(t *testing.T) {
	for s, want := range map[string]int{"20l5": 2015, "2o14": 2014, "l9l4": 1914, "2014": 2014, "lool": 0, "20x5": 0, "201": 0, "l700": 0, "22oo": 0} {
		got, ok := scannedYear(s)
		if !ok {
			got = 0
		}
		if got != want {
			t.Errorf("%q: %d, want %d", s, got, want)
		}
	}
}

// The ends of a period lend each other what they do not say.
func TestJoin(t *testing.T) {
	for _, c := range []struct {
		a, b Expression
		want string
	}{
		{dated(0, 5, 3), dated(2014, 6, 9), "2014-05-03/2014-06-09"},
		{dated(0, 12, 3), dated(2014, 1, 9), "2013-12-03/2014-01-09"},
		{dated(2014, 11, 3), dated(0, 2, 9), "2014-11-03/2015-02-09"},
		{dated(2014, 5, 0), dated(2015, 6, 0), "2014-05/2015-06"},
		{dated(0, 0, 3), dated(2014, 6, 9), "2014-06-03/2014-06-09"},
		{dated(2015, 5, 3), dated(2014, 6, 9), ""},
		{dated(900, 0, 0), dated(2014, 0, 0), ""},
	} {
		e, ok := join(c.a, c.b)
		got := ""
		if ok {
			got = e.Period.String()
		}
		if got != c.want {
			t.Errorf("%v to %v: %q, want %q", c.a.Period, c.b.Period, got, c.want)
		}
	}
	if century(0, 1999) != 100 || century(15, 2014) != 0 {
		t.Error("1999-00 does not end in 2000")
	}
	if got := decadeFrom(1980).Period.String(); got != "1980/1989" {
		t.Errorf("the 1980s are %s", got)
	}
	if !sameGrain(Day{2014, 5, 0}, Day{2013, 1, 0}) || sameGrain(Day{2014, 5, 0}, Day{2013, 0, 0}) || sameGrain(Day{2014, 5, 1}, Day{2013, 5, 0}) {
		t.Error("months are days or years")
	}
}

// A number keeps its zeros in front.
func TestAppendPadded(t *testing.T) {
	for n, want := range map[int]string{7: "x007", 123: "x123", 1234: "x1234", 0: "x000"} {
		if got := string(appendPadded([]byte("x"), n, 3)); got != want {
			t.Errorf("%d: %s, want %s", n, got, want)
		}
	}
}
