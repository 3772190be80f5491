package timex

import "slices"

// A Period is a stretch of time: a date where From is To, both included where not.
type Period struct {
	From, To Day
	// OpenEnd and OpenStart say which end has no date: since 2011, before 2011.
	OpenEnd, OpenStart bool
	// Window is a length that ends at publication, as ISO 8601 writes it: P18M.
	Window string
	// More are further periods of a list: "2013 and 2014".
	More []Period
}

// At is the day, month or year d.
func At(d Day) Period { return Period{From: d, To: d} }

// Span is the time from one day to another.
func Span(from, to Day) Period { return Period{From: from, To: to} }

func months(y, from, to int) Period {
	return Span(Day{Year: y, Month: from}, Day{Year: y, Month: to})
}

// Known reports whether p says anything.
func (p Period) Known() bool { return p.Window != "" || p.From.Known() || p.To.Known() }

// String writes p as records give it: 2015-12, 1990/2010, 2011/.., P18M, joined by
// ";" where there are several; "" where nothing is known.
func (p Period) String() string {
	if !p.Known() {
		return ""
	}
	var b []byte
	b = p.append(b)
	for _, q := range p.More {
		b = q.append(append(b, ';'))
	}
	return string(b)
}

func (p Period) append(b []byte) []byte {
	switch {
	case p.Window != "":
		return append(b, p.Window...)
	case p.OpenEnd:
		return append(p.From.append(b), "/.."...)
	case p.OpenStart:
		return p.To.append(append(b, "../"...))
	case p.From == p.To:
		return p.From.append(b)
	}
	return p.To.append(append(p.From.append(b), '/'))
}

// Last is the latest day that p names.
func (p Period) Last() Day {
	if n := len(p.More); n > 0 {
		return p.More[n-1].Last()
	}
	if p.OpenEnd || !p.To.Known() {
		return p.From
	}
	return p.To
}

// First is the earliest day that p names.
func (p Period) First() Day {
	if p.OpenStart || !p.From.Known() {
		return p.To
	}
	return p.From
}

// closed reports whether p is one period with two ends.
func (p Period) closed() bool {
	return !p.OpenEnd && !p.OpenStart && len(p.More) == 0 && p.Window == ""
}

// overYears reports whether p is a year that does not begin in January: 2014/2015, or
// the months from July to June.
func (p Period) overYears() bool {
	if !p.closed() || p.To.Year != p.From.Year+1 {
		return false
	}
	return p.From.Month == 0 && p.To.Month == 0 || p.From.Month > 0 && p.From.Date == 0 && 12+p.To.Month-p.From.Month <= 12
}

// shift moves p by years.
func (p Period) shift(years int) Period {
	move := func(d *Day) {
		if d.Known() {
			d.Year += years
		}
	}
	move(&p.From)
	move(&p.To)
	p.More = nil
	return p
}

// OfYear is the months or days p of no year in the year y, where it ends.
func (p Period) OfYear(y int) Period {
	p.From.Year, p.To.Year = y, y
	if p.From.Month > p.To.Month {
		p.From.Year--
	}
	p.More = slices.Clone(p.More)
	for i := range p.More {
		p.More[i].From.Year, p.More[i].To.Year = y, y
	}
	return p
}

// InYear is the months p of no year in the year q; q where p is zero or q no year.
func (p Period) InYear(q Period) Period {
	if p.From.Month == 0 || q.From != q.To || q.From.Month > 0 || !q.closed() {
		return q
	}
	return months(q.From.Year, p.From.Month, p.To.Month)
}

// Days is the length of p in days, up to 100; 0 where it is longer or its ends are no
// days.
func (p Period) Days() int {
	if p.From.Date == 0 || p.To.Date == 0 || p.OpenEnd || p.OpenStart {
		return 0
	}
	for n := 0; n < 100; n++ {
		if p.From.AddDays(n) == p.To {
			return n + 1
		}
	}
	return 0
}

// Weeks moves p by n weeks; ok is false where it is not about a week long.
func (p Period) Weeks(n int) (moved Period, ok bool) {
	if days := p.Days(); days < 5 || days > 9 {
		return Period{}, false
	}
	return Span(p.From.AddDays(7*n), p.To.AddDays(7*n)), true
}

// UpTo is the time up to the end of p, where p has two ends.
func (p Period) UpTo() Period {
	if p.From == p.To || !p.closed() {
		return p
	}
	return Period{To: p.Last(), OpenStart: true}
}

// NotBefore moves the day of a week to the week after where it lies before an
// event that is told already: "sank on Wednesday; by Friday 82 were dead".
func (p Period) NotBefore(d Day) Period {
	if d.Date == 0 || p.From != p.To || p.From.Date == 0 || p.From.Compare(d) >= 0 || p.From.AddDays(7) == d || p.From.AddDays(7).Compare(d) < 0 {
		return p
	}
	return At(p.From.AddDays(7))
}

// YearBefore is the same part of the year before; ok is false for what is open.
func (p Period) YearBefore() (Period, bool) {
	if !p.Known() || p.OpenEnd || p.OpenStart || p.Window != "" || len(p.More) > 0 {
		return Period{}, false
	}
	return p.shift(-1), true
}

// Ahead moves a month or a day that lies before ref to the year after.
func (p Period) Ahead(ref Day) Period {
	if p.Last().Compare(ref) < 0 && p.Last().Month > 0 && (p.Last().Month != ref.Month || p.Last().Date > 0) {
		return p.shift(1)
	}
	return p
}
