package structure

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"analyze/internal/doc"
)

// headBytes bounds the head of a document in which a label may tell its date.
const headBytes = 1500

// dateLabels stand before the date of the text itself. Those of the second kind need
// a colon: "issued" and "date" alone begin other lines too.
var (
	dateLabels = [...]string{"date of issue", "issue date", "date issued", "date of publication", "publication date", "date published", "date of report", "report date",
		"release date", "date of release", "published on", "issued on", "released on"}
	colonLabels = [...]string{"issued", "published", "released", "date", "dated"}
)

// readLabelledDate takes the date that a label in the head tells, wherever it stands in
// its line: "Reporting period: 3–9 March 2014        Date of issue: 11 March 2014". A
// date of the day of issue goes before the end of a period that the report is of.
func (r *metaReader) readLabelledDate() {
	if r.m.DateVia == "header" && len(r.m.Date) == 10 || r.m.DateVia == "byline" {
		return
	}
	n := 0
	for line := range strings.Lines(r.d.Text[:min(len(r.d.Text), headBytes)]) {
		n++
		pieces := strings.FieldsFunc(strings.ReplaceAll(line, "  ", "\t"), func(c rune) bool { return c == '\t' || c == '|' })
		for i, piece := range pieces {
			date := labelledDate(cleanHead(piece))
			if s := cleanHead(piece); date == "" && n < 4 && i > 0 && r.m.Date == "" && len(strings.Fields(s)) > 1 && wholeDate(s) {
				date = endDate(s) // at the right of the name of a journal
			}
			if date != "" {
				r.m.Date, r.m.DateVia = date, "header"
				return
			}
		}
	}
}

// labelledDate reads "Date of issue: 11 March 2014".
func labelledDate(s string) string {
	low := strings.ToLower(s)
	if len(low) != len(s) {
		return ""
	}
	for i, labels := range [...][]string{dateLabels[:], colonLabels[:]} {
		for _, l := range labels {
			rest, ok := strings.CutPrefix(low, l)
			if ok && (strings.HasPrefix(strings.TrimLeft(rest, " *_"), ":") || i == 0 && strings.HasPrefix(rest, " ")) {
				return endDate(strings.Trim(s[len(l):], " :*_."))
			}
		}
	}
	return ""
}

// weekdayYear completes the day of a dateline by the weekday that the story names: a
// report sent on 28 February that tells of Thursday was written in a year in which
// that day, or the day before, was one: the latest that the text names, or the one after
// it; "" where neither fits or the text does not say.
func weekdayYear(head, body string) string {
	month, date, ok := monthDay(head)
	if !ok {
		return ""
	}
	day, ok := firstWeekday(body)
	if !ok {
		return ""
	}
	last := lastYear(body)
	for y := last; y <= last+1; y++ {
		for back := range 2 {
			t := time.Date(y, time.Month(month), date, 0, 0, 0, 0, time.UTC)
			if last > 0 && t.Day() == date && t.AddDate(0, 0, -back).Weekday() == day {
				return fmt.Sprintf("%d-%02d-%02d", y, month, date)
			}
		}
	}
	return ""
}

// monthDay reads the day of a dateline without a year.
func monthDay(head string) (month, date int, ok bool) {
	f := strings.FieldsFunc(head, func(r rune) bool { return isBlank(r) || r == ',' || r == '(' || r == ')' || r == ':' })
	for i := 0; i+1 < len(f); i++ {
		a, b := readDateWord(f[i]), readDateWord(f[i+1])
		if a.kind == 'd' && b.kind == 'm' {
			a, b = b, a
		}
		if a.kind == 'm' && b.kind == 'd' {
			return a.num, b.num, true
		}
	}
	return 0, 0, false
}

// firstWeekday gives the day of the week that the first sentences name as that of the
// news: none that is "last", "next" or "every".
func firstWeekday(body string) (time.Weekday, bool) {
	before := ""
	for i, w := range strings.Fields(body[:min(len(body), headBytes)]) {
		w = strings.ToLower(strings.Trim(w, ".,;:()\"'“”’"))
		for d := time.Sunday; i > 0 && d <= time.Saturday; d++ {
			if w == strings.ToLower(d.String()) && before != "last" && before != "next" && before != "every" && before != "each" && before != "by" && before != "until" {
				return d, true
			}
		}
		before = w
	}
	return 0, false
}

// lastYear gives the latest year that a text names in digits, the second of
// "2013-14" left out; 0 for none.
func lastYear(body string) int {
	last := 0
	for _, w := range strings.FieldsFunc(body[:min(len(body), 8*headBytes)], func(r rune) bool { return !isDigit(byte(min(r, 127))) && r != ',' && r != '.' }) {
		w = strings.Trim(w, ",.")
		if y, err := strconv.Atoi(w); err == nil && len(w) == 4 && y >= 1900 && y < 2050 {
			last = max(last, y)
		}
	}
	return last
}

// datelineDate gives the date of a dateline without a year from the day on which the
// file was made or from the story itself.
func (r *metaReader) datelineDate(l dateline, k *doc.Block, saved string) string {
	return firstOf(datelineYear(l.head, saved), weekdayYear(l.head, r.d.Text[k.Text.Start:]))
}

// openingDate returns the day that stands before the first sentence of a text and is set
// off from it: "28 February 2016. After six weeks …".
func openingDate(s string) string {
	s = s[:min(len(s), 40)]
	for _, mark := range [...]string{". ", " — ", " – ", ": "} {
		if at := strings.Index(s, mark); at > 8 && wholeDate(s[:at]) {
			if date := endDate(s[:at]); len(date) == 10 {
				return date
			}
		}
	}
	return ""
}
