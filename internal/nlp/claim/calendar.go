package claim

import (
	"strconv"
	"time"
)

// A day is a date as precise as it is known: month and day are 0 where they
// are not. The zero day is no date.
type day struct{ year, month, date int }

func (d day) known() bool { return d.year != 0 }

// append writes d as ISO 8601.
func (d day) append(b []byte) []byte {
	b = appendPadded(b, d.year, 4)
	if d.month > 0 {
		b = appendPadded(append(b, '-'), d.month, 2)
	}
	if d.date > 0 {
		b = appendPadded(append(b, '-'), d.date, 2)
	}
	return b
}

func appendPadded(b []byte, n, width int) []byte {
	s := strconv.Itoa(n)
	for i := len(s); i < width; i++ {
		b = append(b, '0')
	}
	return append(b, s...)
}

// parseDay reads 2017, 2017-02 or 2017-02-13; what follows is ignored.
func parseDay(s string) day {
	n := func(i, j int) int {
		if len(s) < j || (i > 0 && s[i-1] != '-') {
			return 0
		}
		v, err := strconv.Atoi(s[i:j])
		if err != nil || v < 0 {
			return 0
		}
		return v
	}
	d := day{year: n(0, 4)}
	if d.year == 0 {
		return day{}
	}
	if d.month = n(5, 7); d.month < 1 || d.month > 12 {
		d.month = 0
		return d
	}
	if d.date = n(8, 10); d.date > 31 {
		d.date = 0
	}
	return d
}

// addMonths moves d, keeping its precision; d has a month.
func (d day) addMonths(n int) day {
	m := d.year*12 + d.month - 1 + n
	return day{year: m / 12, month: m%12 + 1}
}

// addDays moves a full date.
func (d day) addDays(n int) day {
	t := time.Date(d.year, time.Month(d.month), d.date+n, 0, 0, 0, 0, time.UTC)
	return day{t.Year(), int(t.Month()), t.Day()}
}

// weekday is that of a full date.
func (d day) weekday() time.Weekday {
	return time.Date(d.year, time.Month(d.month), d.date, 0, 0, 0, 0, time.UTC).Weekday()
}

// A period is a stretch of time as claims give it.
type period struct {
	from, to day
	// open says which end has no date: since 2011, before 2011.
	openEnd, openStart bool
	// window is a length that ends at publication: P18M.
	window string
	// more are further periods of a list: "2013 and 2014".
	more []period
}

func at(d day) period          { return period{from: d, to: d} }
func span(from, to day) period { return period{from: from, to: to} }
func months(y, from, to int) period {
	return span(day{year: y, month: from}, day{year: y, month: to})
}

// known reports whether p says anything.
func (p period) known() bool { return p.window != "" || p.from.known() || p.to.known() }

// String is the field time of records: 2015-12, 1990/2010, 2011/.., P18M.
func (p period) String() string {
	if !p.known() {
		return ""
	}
	var b []byte
	b = p.append(b)
	for _, q := range p.more {
		b = q.append(append(b, ';'))
	}
	return string(b)
}

func (p period) append(b []byte) []byte {
	switch {
	case p.window != "":
		return append(b, p.window...)
	case p.openEnd:
		return append(p.from.append(b), "/.."...)
	case p.openStart:
		return p.to.append(append(b, "../"...))
	case p.from == p.to:
		return p.from.append(b)
	}
	return p.to.append(append(p.from.append(b), '/'))
}

// last is the latest day that p names.
func (p period) last() day {
	if n := len(p.more); n > 0 {
		return p.more[n-1].last()
	}
	if p.openEnd || !p.to.known() {
		return p.from
	}
	return p.to
}

// first is the earliest day that p names.
func (p period) first() day {
	if p.openStart || !p.from.known() {
		return p.to
	}
	return p.from
}

// overYears reports whether p is a year that does not begin in January: 2014/2015, or
// the months from July to June.
func (p period) overYears() bool {
	if p.openEnd || p.openStart || len(p.more) > 0 || p.window != "" || p.to.year != p.from.year+1 {
		return false
	}
	return p.from.month == 0 && p.to.month == 0 || p.from.month > 0 && p.from.date == 0 && 12+p.to.month-p.from.month <= 12
}

// shift moves p by years.
func (p period) shift(years int) period {
	move := func(d *day) {
		if d.known() {
			d.year += years
		}
	}
	move(&p.from)
	move(&p.to)
	p.more = nil
	return p
}
