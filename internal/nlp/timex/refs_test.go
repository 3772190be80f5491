package timex

import "testing"

// TestSeasonsAndMonthsFrom shows which year a season, a month or a day of the week
// belongs to, by the day on which the text came out and what it named before.
func TestSeasonsAndMonthsFrom(t *testing.T) {
	thursday := Day{2016, 3, 10}
	for _, c := range []struct {
		text       string
		ref        Day
		prev, want string
	}{
		// seasons
		{"in the spring", Day{2016, 2, 10}, "", "2015-03/2015-05"},
		{"in the spring", Day{2016, 3, 1}, "", "2016-03/2016-05"},
		{"last summer", Day{2016, 10, 1}, "", "2016-06/2016-08"},
		{"last summer", Day{2016, 7, 1}, "", "2015-06/2015-08"},
		{"last summer", Day{Year: 2016}, "", "2015-06/2015-08"},
		{"next summer", thursday, "", "2016-06/2016-08"},
		{"next summer", Day{2016, 7, 1}, "", "2017-06/2017-08"},
		{"last winter", thursday, "", "2015-12/2016-02"},
		// months
		{"last March", thursday, "", "2015-03"},
		{"last February", thursday, "", "2016-02"},
		{"next February", thursday, "", "2017-02"},
		{"next April", thursday, "", "2016-04"},
		{"in March", thursday, "2014-11", "2015-03"},
		{"in May", thursday, "2014-02", "2014-05"},
		{"in May", thursday, "2015", "2015-05"},
		{"in May", thursday, "2014", "2014-05"},
		{"in May", thursday, "2013", "2015-05"},
		{"in January", thursday, "2020-05", "2016-01"},
		{"on 11 March", thursday, "", "2015-03-11"},
		{"on 10 March", thursday, "", "2016-03-10"},
		// days and weeks
		{"next Friday", thursday, "", "2016-03-11"},
		{"next Thursday", thursday, "", "2016-03-17"},
		{"on Friday", thursday, "", "2016-03-04"},
		{"yesterday", Day{Year: 2016, Month: 3}, "", "2016-03"},
		{"yesterday", Day{2016, 3, 1}, "", "2016-02-29"},
		{"last week", thursday, "", "2016-03"},
		{"last week", Day{2016, 3, 2}, "", "2016-02"},
		{"the following Tuesday", thursday, "2014-02-04", "2014-02-11"},
		{"the following month", thursday, "2014-12", "2015-01"},
		{"the previous month", thursday, "2014-01", "2013-12"},
		{"the year after,", thursday, "2014", "2015"},
		{"the month before", thursday, "2014-01", "2013-12"},
		{"the day before, it", thursday, "2014-03-01", "2014-02-28"},
		{"the day before the vote", thursday, "2014-03-01", ""},
		{"two years before 2010", thursday, "2014", "2008"},
	} {
		prev := Period{}
		if c.prev != "" {
			prev = period(t, c.prev)
		}
		if got := firstTime(c.text, c.ref, prev); got != c.want {
			t.Errorf("%q on %v after %q: got %q, want %q", c.text, c.ref, c.prev, got, c.want)
		}
	}
}

// TestYearsWritten shows what a year and the digits behind it name.
func TestYearsWritten(t *testing.T) {
	for text, want := range map[string]string{
		"2010-12": "2010-12", "2010–12": "2010/2012", "2010-11": "2010/2011", "2010/11": "2010/2011", "2010-15": "2010/2015", "1998-02": "1998-02", "1999/00": "1999/2000",
		"2014-13": "2014", "2015-02-13": "2015-02-13", "2015-13-02": "2015", "2015 (first half)": "2015-01/2015-06", "2015 (until May)": "2015-01/2015-05", "2015 (boats)": "2015",
		"the 90s": "1990/1999", "the 30s": "1930/1939", "the 10s": "", "the 1910s": "1910/1919",
		"H2 2015": "2015-07/2015-12", "Q1 2015": "2015-01/2015-03", "Q5 2015": "2015", "the second half of last year": "2015-07/2015-12", "the first quarter of the year": "2016-01/2016-03",
		"the last three months of 2015": "2015-10/2015-12", "the first three months of 2015": "2015-01/2015-03", "the first thirteen months of 2015": "2015",
		"the fiscal year 2014-15": "2014/2015", "fiscal 2014": "2014",
		"2013, 2014 and 2015": "2013;2014;2015", "2013 or 2014": "2013;2014", "3 to 5 March 2015": "2015-03-03/2015-03-05", "3 through 5 March 2015": "2015-03-03/2015-03-05", "3–5 March 2015": "2015-03-03/2015-03-05", "5 to 3 March 2015": "2015-03-03",
		"the past three weeks": "P3W", "the last 10 days": "P10D", "the last day": "", "the past day": "P1D", "the past few years": "",
	} {
		if got := firstTime(text, Day{2016, 3, 10}, Period{}); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

// TestLengths shows how long periods are, and what months are in another year.
func TestLengths(t *testing.T) {
	for s, want := range map[string]int{"2014-02-03/2014-02-09": 7, "2014-02-28/2014-03-01": 2, "2016-02-28/2016-03-01": 3, "2014-02-03": 1, "2014-02": 0, "2014-01-01/2014-12-31": 0, "2014-02-03/..": 0} {
		if got := period(t, s).Days(); got != want {
			t.Errorf("%s has %d days, want %d", s, got, want)
		}
	}
	for _, c := range []struct{ p, q, want string }{
		{"2014-04/2014-06", "2012", "2012-04/2012-06"},
		{"2014-04/2014-06", "2012-05", "2012-05"},
		{"2014-04/2014-06", "2012/2013", "2012/2013"},
		{"2014-04/2014-06", "2012/..", "2012/.."},
		{"2014", "2012", "2012"},
	} {
		if got := period(t, c.p).InYear(period(t, c.q)).String(); got != c.want {
			t.Errorf("%s in %s: %s, want %s", c.p, c.q, got, c.want)
		}
	}
	for s, want := range map[string]string{"2014-02-03/2014-02-09": "2014-02-10/2014-02-16", "2014-02-03": "", "2014-02": "", "2014-02-01/2014-02-28": ""} {
		got := ""
		if p, ok := period(t, s).Weeks(1); ok {
			got = p.String()
		}
		if got != want {
			t.Errorf("a week after %s: %q, want %q", s, got, want)
		}
	}
}
