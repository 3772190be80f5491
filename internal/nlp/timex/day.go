package timex

import (
	"cmp"
	"strconv"
	"time"
)

// A Day is a date as precise as it is known: Month (1 to 12) and Date (1 to 31) are 0
// where they are not, and there is no Date without a Month. The zero Day is no date.
type Day struct{ Year, Month, Date int }

// Known reports whether d says anything.
func (d Day) Known() bool { return d.Year != 0 }

// append writes d as ISO 8601.
func (d Day) append(b []byte) []byte {
	b = appendPadded(b, d.Year, 4)
	if d.Month > 0 {
		b = appendPadded(append(b, '-'), d.Month, 2)
	}
	if d.Date > 0 {
		b = appendPadded(append(b, '-'), d.Date, 2)
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

// ParseDay reads 2017, 2017-02 or 2017-02-13, as [Period.String] writes them; what
// follows is ignored. What is no such date gives the zero Day.
func ParseDay(s string) Day {
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
	d := Day{Year: n(0, 4)}
	if d.Year == 0 {
		return Day{}
	}
	if d.Month = n(5, 7); d.Month < 1 || d.Month > 12 {
		d.Month = 0
		return d
	}
	if d.Date = n(8, 10); d.Date > 31 {
		d.Date = 0
	}
	return d
}

// addMonths gives the month n months after that of d, which has one.
func (d Day) addMonths(n int) Day {
	m := d.Year*12 + d.Month - 1 + n
	return Day{Year: m / 12, Month: m%12 + 1}
}

// AddDays moves a full date by n days.
func (d Day) AddDays(n int) Day {
	t := time.Date(d.Year, time.Month(d.Month), d.Date+n, 0, 0, 0, 0, time.UTC)
	return Day{t.Year(), int(t.Month()), t.Day()}
}

// weekday is that of a full date.
func (d Day) weekday() time.Weekday {
	return time.Date(d.Year, time.Month(d.Month), d.Date, 0, 0, 0, 0, time.UTC).Weekday()
}

// Number counts days from the year 0, months taken for 31 days and what is not known
// for the middle; 0 for an unknown day. It serves to see how far two days are apart.
func (d Day) Number() int {
	if !d.Known() {
		return 0
	}
	month, date := d.Month, d.Date
	if month == 0 {
		month = 6
	}
	if date == 0 {
		date = 15
	}
	return d.Year*372 + month*31 + date
}

// Compare is -1, 0 or 1 as d lies before e, is e, or lies after it; a month lies
// before its days, and an unknown day after all others.
func (d Day) Compare(e Day) int {
	if d.Known() != e.Known() {
		if d.Known() {
			return -1
		}
		return 1
	}
	return cmp.Or(cmp.Compare(d.Year, e.Year), cmp.Compare(d.Month, e.Month), cmp.Compare(d.Date, e.Date))
}
