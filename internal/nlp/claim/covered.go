package claim

import (
	"strconv"
	"strings"
	"unicode"

	"analyze/internal/doc"
	"analyze/internal/nlp/timex"
)

// A coverage is what the head of a report says of the time and the place of all
// that it tells: "Period covered: 3 to 9 June 2021", "Grid Review: Winter 2022/23".
type coverage struct {
	time     timex.Period
	labelled bool             // in a line of its own that says so
	places   []doc.ClaimPlace // that the title names, where the time is labelled
}

// maxHead bounds the head of a document, in bytes.
const maxHead = 1500

// coverLabels begin the line that tells the period of a report.
var coverLabels = [...]string{"period covered", "reporting period", "period of report", "period under review", "reporting week", "reporting month", "reporting dates",
	"dates covered", "covering", "coverage", "for the period", "for the week", "period"}

// readCoverage reads the head of the document.
func (r *reader) readCoverage() (c coverage) {
	at := 0
	for _, line := range strings.SplitAfter(r.d.Text[:min(maxHead, len(r.d.Text))], "\n") {
		span := doc.Span{Start: at, End: at + len(strings.TrimRight(line, "\r\n"))}
		at += len(line)
		if p, ok := coveredIn(line, r.cal.ref); ok {
			c.time, c.labelled = p, true
			c.places = r.titlePlaces(span.Start)
			return c
		}
	}
	if p, ok := timex.In(r.d.Meta.Title, timex.Day{}); ok && p.Window == "" && len(p.More) == 0 && p.From != p.To && p.From.Month > 0 && p.To.Month > 0 {
		c.time = p
	}
	return c
}

// releaseWords name what is published of a period, all of which it tells.
var releaseWords = wordSet("report survey statement results release review statistics accounts bulletin figures update yearbook execution census return returns monitor brief data")

// readRelease reads the period that the title, or a heading beside it, says that all of a
// report tells of: "Labour Force Survey, 3rd quarter 2015", "Accounts for the year 2012".
func (r *reader) readRelease() timex.Period {
	n := 0
	for b := range r.d.Blocks {
		k := &r.d.Blocks[b]
		if k.Start >= maxHead || n == 4 {
			break
		}
		if k.Kind != doc.Title && k.Kind != doc.Heading {
			continue
		}
		n++
		if p, ok := releasedIn(r.d.Slice(k.Text)); ok {
			return p
		}
	}
	return timex.Period{}
}

// releasedIn reads the period of such a title.
func releasedIn(s string) (timex.Period, bool) {
	p, ok := timex.In(s, timex.Day{})
	if !namesAny(s, releaseWords) || !ok || p.Window != "" || p.OpenEnd || p.OpenStart || len(p.More) > 0 || p.To.Date > 0 {
		return timex.Period{}, false
	}
	switch low := strings.ToLower(s); {
	case p.From != p.To:
		return p, true
	case p.From.Month > 0:
		return timex.Period{}, false // it came out then
	default:
		y := strconv.Itoa(p.From.Year)
		return p, strings.HasSuffix(low, "for the year "+y) || strings.HasSuffix(low, "for "+y) || strings.HasSuffix(low, "in "+y) || strings.Contains(low, ", "+y+": ") || strings.HasSuffix(low, y) && (strings.Contains(low, "annual return") || strings.Contains(low, "annual statistic"))
	}
}

// ofRelease gives figure f of a sentence in the past tense that names no time the period
// that the document is a report of.
func (r *reader) ofRelease(c *doc.Claim, f int) {
	v := r.v
	period := r.release
	if !period.Known() && r.covered.labelled {
		period = r.covered.time
	}
	if !period.Known() || c.Time != "" || c.In != doc.Body && c.In != doc.List || v.lasts(f) || v.w[v.first[f]].quoted || !v.inPast(f) {
		return
	}
	if v.setFrom(f) || v.namesTime(f, false) {
		return
	}
	c.Time, c.TimeVia = period.String(), "context"
}

// bracketed gives a bare number in brackets behind one of the same kind, in a report on a
// part of a year, the same part of the year before: "sales were 412 million (388)".
func (r *reader) bracketed(c *doc.Claim, f int) bool {
	v := r.v
	if f == 0 || len(v.times) > 0 || !r.covered.time.Known() || v.bracket(v.first[f]) != v.first[f]-1 || v.tag(v.last[f]) != doc.RParen || v.last[f-1] != v.first[f]-1 {
		return false
	}
	o := &r.d.Claims[v.figures[f-1]]
	if v.last[f]-v.first[f] > 3 || c.Kind == doc.Percent && o.Kind != doc.Percent {
		return false
	}
	p, ok := r.covered.time.YearBefore()
	if !ok {
		return false
	}
	c.Time, c.TimeVia = p.String(), "context"
	return true
}

// coveredIn reads "Reporting period: 3–9 June 2021".
func coveredIn(line string, ref timex.Day) (timex.Period, bool) {
	s := strings.Trim(line, " \t\r\n*_#|")
	low := strings.ToLower(s)
	for _, l := range coverLabels {
		if !strings.HasPrefix(low, l) || len(low) != len(s) || l == "period" && !strings.HasPrefix(strings.TrimLeft(s[len(l):], " *_|"), ":") {
			continue
		}
		rest := strings.TrimLeft(s[len(l):], " :*_|")
		if i := strings.Index(rest, "    "); i > 0 {
			rest = rest[:i] // what stands at the right is something else
		}
		if len(rest) > 60 {
			continue
		}
		p, ok := timex.In(rest, ref)
		return p, ok && p.Window == "" && p.From != p.To && !p.OpenEnd && !p.OpenStart
	}
	return timex.Period{}, false
}

// titlePlaces lists the places that title and headings before byte end name.
func (r *reader) titlePlaces(end int) []doc.ClaimPlace {
	for b := range r.d.Blocks {
		k := &r.d.Blocks[b]
		if k.Start >= end {
			break
		}
		if k.Kind == doc.Byline || k.Kind == doc.Boilerplate {
			continue
		}
		if places := r.placesIn(k.Text, doc.Location); len(places) > 0 {
			return places[:1]
		}
		if name := areaIn(r.d.Slice(k.Text)); name != "" {
			return []doc.ClaimPlace{{Name: name, Referent: -1, Role: doc.Location}}
		}
	}
	return nil
}

// areaIn reads the area that a piece of a title names with its kind, known or
// not: "Measles - Upper Province".
func areaIn(title string) string {
	for _, piece := range strings.FieldsFunc(strings.ReplaceAll(squeeze(title), " in ", " : "), func(r rune) bool { return strings.ContainsRune("-–—:,;|", r) }) {
		f := strings.Fields(piece)
		if n := len(f); n > 1 && n < 5 && placeHeads[strings.ToLower(f[n-1])] && isProper(piece) && strings.IndexFunc(f[n-1], unicode.IsUpper) == 0 {
			return strings.Join(f, " ")
		}
	}
	return ""
}

// resolve dates what the period of the report decides: "this week" of a weekly
// one, "the reporting period", a month without a year that lies within it.
func (c *coverage) resolve(w *timex.Expression) (timex.Period, bool) {
	switch {
	case !c.time.Known():
	case w.Base == timex.Deictic && w.Unit == timex.ToCovered:
		return c.time, true
	case w.Base == timex.Deictic && w.Unit == timex.InWeeks && c.labelled:
		return c.time.Weeks(w.Steps)
	case w.Before && c.labelled && c.time.Days() > 0:
		return w.FromPrevious(c.time)
	case w.Base == timex.Yearless && w.Period.From.Month > 0 && w.Period.To.Month > 0:
		for y := c.time.First().Year; y <= c.time.Last().Year; y++ {
			p := w.Period.OfYear(y)
			if !monthBefore(p.From, c.time.First()) && !monthBefore(c.time.Last(), p.To) {
				return p, len(w.Period.More) == 0
			}
		}
	}
	return timex.Period{}, false
}

// monthBefore reports whether the month of a is earlier than that of b.
func monthBefore(a, b timex.Day) bool {
	return a.Year < b.Year || a.Year == b.Year && a.Month < b.Month
}

// cumulative reports whether the header of a column says that its cells count
// all up to a day.
func cumulative(header string) bool {
	for _, w := range [...]string{"cumulative", "to date", "so far", "since the start", "since start"} {
		if strings.Contains(header, w) {
			return true
		}
	}
	return false
}

// countsUpTo reports whether the column of a cell counts all up to a day, or tells
// what is made of one that does: a rate behind it.
func (r *reader) countsUpTo(c *doc.Claim) bool {
	columns := r.d.Tables[c.Table].Columns
	if cumulative(columns[c.Column].Header) {
		return true
	}
	if !strings.Contains(columns[c.Column].Header, "rate") && c.Kind != doc.Percent {
		return false
	}
	return c.Column > 0 && cumulative(columns[c.Column-1].Header)
}

// placed gives the place of the report to the claims that have none.
func (r *reader) placed() {
	if len(r.covered.places) == 0 {
		return
	}
	for i := range r.d.Claims {
		if c := &r.d.Claims[i]; len(c.Places) == 0 && c.Kind != doc.Duration && c.Kind != doc.Age && c.In != doc.Footnote {
			c.Places = append([]doc.ClaimPlace(nil), r.covered.places...)
		}
	}
}
