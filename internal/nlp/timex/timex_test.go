package timex

import (
	"strings"
	"testing"
)

// times are texts with the period that they name, read on Thursday 10 March
// 2016 by a text that named May 2014 before.
var times = []struct{ text, want string }{
	{"2015", "2015"},
	{"in 2015", "2015"},
	{"December 2015", "2015-12"},
	{"Dec. 2015", "2015-12"},
	{"17 October 2015", "2015-10-17"},
	{"October 17, 2015", "2015-10-17"},
	{"Oct. 17th, 2015", "2015-10-17"},
	{"the 3rd of May 2014", "2014-05-03"},
	{"2015-10-17", "2015-10-17"},
	{"2015-10", "2015-10"},
	{"the 1980s", "1980/1989"},
	{"the eighties", "1980/1989"},
	{"early 2017", "2017"},
	{"mid-2015", "2015"},
	{"the end of 2013", "2013-12"},
	{"the beginning of 2016", "2016-01"},
	{"the middle of 2015", "2015"},
	{"the first half of 2012", "2012-01/2012-06"},
	{"the second half of 2012", "2012-07/2012-12"},
	{"the third quarter of 2012", "2012-07/2012-09"},
	{"Q3 2012", "2012-07/2012-09"},
	{"the first six months of 2015", "2015-01/2015-06"},
	{"the first nine months of last year", "2015-01/2015-09"},
	{"spring 2017", "2017-03/2017-05"},
	{"the summer of 2014", "2014-06/2014-08"},
	{"winter 2010/11", "2010-12/2011-02"},
	{"fiscal 2015", "2015"},
	{"the financial year 2014/15", "2014/2015"},
	{"FY2015", "2015"},
	{"2013-14", "2013/2014"},
	{"2013–2014", "2013/2014"},
	{"1999-00", "1999/2000"},
	{"between 1990 and 2010", "1990/2010"},
	{"from 2014 to 2017", "2014/2017"},
	{"between January 2012 and January 2014", "2012-01/2014-01"},
	{"from January to June 2015", "2015-01/2015-06"},
	{"January-March 2015", "2015-01/2015-03"},
	{"between 1 January and 30 June 2017", "2017-01-01/2017-06-30"},
	{"between 3 and 5 March 2015", "2015-03-03/2015-03-05"},
	{"2013 and 2014", "2013;2014"},
	{"since 2011", "2011/.."},
	{"since January 2015", "2015-01/.."},
	{"from 2020 on", "2020/.."},
	{"after October 2010", "2010-10/.."},
	{"before 2005", "../2005"},
	{"until 2015", "../2015"},
	{"last year", "2015"},
	{"this year", "2016"},
	{"next year", "2017"},
	{"last month", "2016-02"},
	{"this month", "2016-03"},
	{"two years ago", "2014"},
	{"three months ago", "2015-12"},
	{"yesterday", "2016-03-09"},
	{"on Tuesday", "2016-03-08"},
	{"on Thursday", "2016-03-10"},
	{"last Monday", "2016-03-07"},
	{"last summer", "2015-06/2015-08"},
	{"last October", "2015-10"},
	{"the end of last year", "2015-12"},
	{"the past 18 months", "P18M"},
	{"the past 1 1/2 years", "P18M"},
	{"the past two years", "P2Y"},
	{"the past year", "P1Y"},
	{"the last 12 months", "P12M"},
	{"the past decade", "P10Y"},
	{"a year earlier", "2013-05"},
	{"two years later", "2016-05"},
	{"the year before", "2013-05"},
	{"the following year", "2015-05"},
	{"that year", "2014"},
	{"the same month last year", "2015-05"},
	{"the same period of 2013", "2013-05"},
	{"the twelve months to June 2015", "2014-07/2015-06"},
	{"the year to March 2015", "2014-04/2015-03"},
	{"20l5", "2015"},
	{"the year to 31 January", "2014-02/2015-01"},
	{"the twelve months to June", "2013-07/2014-06"},
	{"the six months to March 2015", "2014-10/2015-03"},
	{"the week to 6 March", "2015-02-28/2015-03-06"},
	{"the week ending 14 February 2015", "2015-02-08/2015-02-14"},
	{"the 52 weeks to 28 September 2013", "2012-09-30/2013-09-28"},
	{"the 13 weeks ended 31 March 2012", "2012-01-01/2012-03-31"},
	{"nine weeks to go", ""},
	{"since Christmas 2010", "2010/.."},
	{"since New Year 2012", "2012/.."},
	{"since midsummer", ""},
	{"the day before, it", ""},
	{"the day before the vote", ""},
	{"in the spring", "2016-03/2016-05"},
	{"in the autumn", "2015-09/2015-11"},
	{"in the spring of 2014", "2014-03/2014-05"},
	{"in the fall", ""},
	{"the first seven months of this fiscal year", "2016"},
	{"the last financial year", "2015"},
	{"2014 (to June)", "2014-01/2014-06"},
	{"11 million", ""},
	{"may go", ""},
	{"forty days", ""},
	{"the second man", ""},
	{"May", "2014-05"},
	{"a few years", ""},
	{"the two decades before 2010", "1990/2009"},
	{"three years before 2010", "2007"},
	{"the two years before", "2012-05/2014-04"},
	{"the three months before", "2014-02/2014-04"},
	{"the two weeks before", ""},
	{"two years before, it", "2012-05"},
	{"ten weeks before the vote", ""},
	{"the 20s and 30s", "1920/1939"},
	{"the 1960s, 1970s and 1980s", "1960/1989"},
	{"the 1920s and 1940s", "1920/1929;1940/1949"},
	{"the mid-1980's", "1980/1989"},
	{"1980's", "1980"},
	{"the Eighties", "1980/1989"},
	{"in '68", "1968"},
	{"January of ’73", "1973-01"},
	{"the second half of ‘68", "1968-07/1968-12"},
	{"the '68 men", ""},
	{"1955-1972 and 1983-2005", "1955/1972;1983/2005"},
	{"1955-1972 and 1983", "1955/1972"},
	{"last quarter", "2015-10/2015-12"},
	{"this quarter", "2016-01/2016-03"},
	{"this school year", "2015/2016"},
	{"the next academic year", "2016/2017"},
	{"the Roaring Forties", ""},
}

func TestTimes(t *testing.T) {
	ref, prev := Day{2016, 3, 10}, At(Day{Year: 2014, Month: 5})
	for _, c := range times {
		if got := firstTime(c.text, ref, prev); got != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

// firstTime reads the first time of a text.
func firstTime(s string, ref Day, prev Period) string {
	r := Reader{Atoms(s)}
	for i := range r.Atoms {
		if w, n := r.Read(i); n > 0 {
			if p, ok := w.Resolve(ref, prev); ok {
				return p.String()
			}
		}
	}
	return ""
}

// TestYearless shows where a month without a year belongs: to the latest one that
// is not after publication.
func TestYearless(t *testing.T) {
	for _, c := range []struct {
		text string
		ref  Day
		want string
	}{
		{"in April", Day{2017, 10, 25}, "2017-04"},
		{"in December", Day{2016, 9, 3}, "2015-12"},
		{"as of 31 August", Day{2016, 8, 30}, "2015-08-31"},
		{"in May", Day{Year: 2016}, "2016-05"},
		{"in May", Day{}, ""},
		{"on Tuesday", Day{Year: 2017, Month: 10}, "2017-10"},
		{"on Tuesday", Day{Year: 2017}, ""},
	} {
		if got := firstTime(c.text, c.ref, Period{}); got != c.want {
			t.Errorf("%q on %v: got %q, want %q", c.text, c.ref, got, c.want)
		}
	}
}

// TestFromPrevious counts from several times that were named before.
func TestFromPrevious(t *testing.T) {
	for _, c := range []struct{ text, prev, want string }{
		{"a year earlier", "2014", "2013"},
		{"a year earlier", "2014-07/2015-06", "2013-07/2014-06"},
		{"a year earlier", "2014-04/2014-06", "2013-04/2013-06"},
		{"a year earlier", "2014-02-03", "2013-02"},
		{"a year earlier", "P18M", ""},
		{"a month later", "2014-12", "2015-01"},
		{"a month later", "2014", ""},
		{"the previous quarter", "2014-04/2014-06", "2014-01/2014-03"},
		{"three days later", "2014-02-27", "2014-03-02"},
		{"three days later", "2014-02", ""},
		{"the previous week", "2014-02-03/2014-02-09", "2014-01-27/2014-02-02"},
		{"the two weeks before", "2014-02-03/2014-02-16", "2014-01-20/2014-02-02"},
		{"the two years before", "2014", "2012/2013"},
		{"the six months before", "2014-07/2014-12", "2014-01/2014-06"},
		{"the six months before", "2014", ""},
		{"over the same months", "2014-04/2014-06", "2014-04/2014-06"},
		{"since then", "2014-04/2014-06", "2014-06/.."},
		{"that Friday", "2014-02-04", "2014-02-07"},
		{"that Tuesday", "2014-02-04", "2014-02-04"},
		{"that Friday", "2014", "2016-03-04"},
		{"the same span of 2012", "2014-04/2014-06", "2012-04/2012-06"},
		{"the same months of 2013", "2014-04/2014-06", "2013-04/2013-06"},
	} {
		if got := firstTime(c.text, Day{2016, 3, 10}, period(t, c.prev)); got != c.want {
			t.Errorf("%q after %s: got %q, want %q", c.text, c.prev, got, c.want)
		}
	}
}

// FuzzTimes reads any text as times: nothing may go wrong, and what is read is
// written as dates are.
func FuzzTimes(f *testing.F) {
	for _, c := range times {
		f.Add(c.text)
	}
	f.Add("2015-2015-2015/2015 to 2015 and 2015")
	f.Fuzz(func(t *testing.T, s string) {
		r := Reader{Atoms(s)}
		for i := range r.Atoms {
			w, n := r.Read(i)
			if n < 0 || i+n > len(r.Atoms) {
				t.Fatalf("%d atoms read of %d", n, len(r.Atoms)-i)
			}
			if n == 0 {
				continue
			}
			p, ok := w.Resolve(Day{2016, 3, 10}, Period{})
			if ok && strings.Trim(p.String(), "0123456789-/.;PYMWD") != "" {
				t.Fatalf("%q: %q is no time", s, p)
			}
		}
	})
}

// TestTimesLinear reads a megabyte of words that begin a time and never end it.
func TestTimesLinear(t *testing.T) {
	for _, s := range []string{"between 2014 and ", "from ", "1 ", "2014-", "2014, "} {
		r := Reader{Atoms(strings.Repeat(s, 1<<20/len(s)))}
		for i := range r.Atoms {
			r.Read(i)
		}
	}
}
