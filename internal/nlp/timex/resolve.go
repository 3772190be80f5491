package timex

// weekOf gives the days of the week of that number, by ISO 8601, in the year of ref or
// in the one before where it had not begun by then.
func (w Expression) weekOf(ref Day) (Period, bool) {
	if ref.Date == 0 {
		return Period{}, false
	}
	for y := ref.Year; y >= ref.Year-1; y-- {
		fourth := Day{Year: y, Month: 1, Date: 4} // lies in week 1
		monday := fourth.AddDays(-(int(fourth.weekday())+6)%7 + 7*(w.Steps-1))
		if monday.Compare(ref) <= 0 {
			return Span(monday, monday.AddDays(6)), true
		}
	}
	return Period{}, false
}

// Resolve gives w its dates: ref is the day of publication as far as known,
// prev the time named before. ok is false where what it counts from is unknown.
func (w Expression) Resolve(ref Day, prev Period) (p Period, ok bool) {
	switch w.Base {
	case Absolute:
		p, ok = w.Period, true
	case Yearless:
		p, ok = w.withYear(ref, prev)
	case Deictic:
		p, ok = w.fromRef(ref)
	case Anaphor:
		if p, ok = w.FromPrevious(prev); !ok && w.Unit == ToWeekday {
			p, ok = w.fromRef(ref)
		}
	case SameSpan:
		p, ok = w.inYear(ref, prev)
	}
	if !ok || !p.Known() {
		return Period{}, false
	}
	if w.Part > 0 && p.From == p.To && p.From.Month == 0 && p.Window == "" {
		p = At(Day{Year: p.From.Year, Month: w.Part})
	}
	if w.week && p.To.Known() {
		p = Span(p.To.AddDays(-6), p.To)
	}
	return w.Opened(p), true
}

// Opened is p without the end that w leaves open.
func (w Expression) Opened(p Period) Period {
	switch {
	case w.OpenEnd:
		return Period{From: p.First(), OpenEnd: true}
	case w.OpenStart:
		return Period{To: p.Last(), OpenStart: true}
	}
	return p
}

// withYear takes the year of a month from the text before, if a month was
// named there, else the latest that is not after publication.
func (w Expression) withYear(ref Day, prev Period) (Period, bool) {
	p := w.Period
	if ref.Known() && prev.First().Compare(ref) > 0 {
		prev = Period{} // of what is to come
	}
	if d := prev.Last(); d.Month > 0 && d.Year != ref.Year {
		if p.To.Month < d.Month && (ref.Year == 0 || p.OfYear(d.Year+1).From.Compare(ref) <= 0) {
			return p.OfYear(d.Year + 1), true
		}
		return p.OfYear(d.Year), true
	}
	switch d := prev.Last(); {
	case ref.Year == 0:
		return Period{}, false
	case d.Known() && d.Month == 0 && prev.From == d && prev.To == d && len(prev.More) == 0 && d.Year < ref.Year && d.Year >= ref.Year-2:
		return p.OfYear(d.Year), true
	case ref.Month > 0 && (p.To.Month > ref.Month || p.To.Month == ref.Month && p.To.Date > 0 && ref.Date > 0 && p.To.Date > ref.Date):
		return p.OfYear(ref.Year - 1), true
	}
	return p.OfYear(ref.Year), true
}

// fromRef counts from the day of publication.
func (w Expression) fromRef(ref Day) (Period, bool) {
	if ref.Year == 0 {
		return Period{}, false
	}
	switch w.Unit {
	case InYears:
		y := ref.Year + w.Steps
		if w.Period.From.Month > 0 {
			return months(y, w.Period.From.Month, w.Period.To.Month), true
		}
		return At(Day{Year: y}), true
	case InMonths:
		if ref.Month == 0 {
			return Period{}, false
		}
		return At(ref.addMonths(w.Steps)), true
	case ToSeason:
		return w.seasonFrom(ref)
	case ToMonth:
		return w.monthFrom(ref)
	case ToQuarter:
		if ref.Month == 0 {
			return Period{}, false
		}
		from := Day{Year: ref.Year, Month: (ref.Month-1)/3*3 + 1}.addMonths(3 * w.Steps)
		return Span(from, from.addMonths(2)), true
	case ToSchool:
		if ref.Month == 0 {
			return Period{}, false
		}
		from := ref.addMonths(12*w.Steps - 7).Year
		return Span(Day{Year: from}, Day{Year: from + 1}), true
	case ToDecadeEnd:
		return At(Day{Year: ref.Year - ref.Year%10 + 9}), true
	case ToWeek:
		return w.weekOf(ref)
	case InWeeks:
		if ref.Date == 0 {
			return At(Day{Year: ref.Year, Month: ref.Month}), true
		}
		d := ref.AddDays(7 * w.Steps)
		return At(Day{Year: d.Year, Month: d.Month}), true
	case InDays, ToWeekday:
		return w.dayFrom(ref)
	}
	return Period{}, false
}

func (w Expression) seasonFrom(ref Day) (Period, bool) {
	y := ref.Year
	if w.Bare && ref.Month > 0 && ref.Month < w.Period.From.Month {
		y-- // the last one that had begun
	}
	if w.Steps < 0 && (ref.Month == 0 || ref.Month <= w.Period.To.Month) {
		y--
	}
	if w.Steps > 0 && ref.Month >= w.Period.From.Month {
		y++
	}
	if w.Period.To.Month > 12 {
		return Span(Day{Year: y, Month: 12}, Day{Year: y + 1, Month: 2}), true
	}
	return months(y, w.Period.From.Month, w.Period.To.Month), true
}

func (w Expression) monthFrom(ref Day) (Period, bool) {
	m, y := w.Period.From.Month, ref.Year
	switch {
	case w.Steps < 0 && (ref.Month == 0 || m >= ref.Month):
		y--
	case w.Steps > 0 && ref.Month > 0 && m <= ref.Month:
		y++
	}
	return At(Day{Year: y, Month: m}), true
}

func (w Expression) dayFrom(ref Day) (Period, bool) {
	if ref.Date == 0 {
		return At(Day{Year: ref.Year, Month: ref.Month}), ref.Month > 0
	}
	if w.Unit == InDays {
		return At(ref.AddDays(w.Steps)), true
	}
	back := (int(ref.weekday()) - w.weekday + 7) % 7
	if w.Steps > 0 {
		return At(ref.AddDays(7 - back)), true
	}
	return At(ref.AddDays(-back)), true
}

// FromPrevious counts from the time named before, at its precision; ok is false where
// that is none or not precise enough.
func (w Expression) FromPrevious(prev Period) (p Period, ok bool) {
	d := prev.Last()
	if prev.Window != "" || !d.Known() {
		return Period{}, false
	}
	if w.Before {
		return w.upTo(prev.First())
	}
	switch w.Unit {
	case Itself:
		if !w.OpenEnd && !w.OpenStart && !prev.OpenEnd && !prev.OpenStart && len(prev.More) == 0 {
			return prev, true // "over the same months"
		}
		return At(d), true
	case InYears:
		return w.yearsFrom(prev, d), true
	case InMonths:
		if d.Month == 0 {
			return Period{}, false
		}
		if f := prev.First(); f != d && f.Month > 0 && prev.closed() && (w.Steps == 3 || w.Steps == -3) {
			return Span(f.addMonths(w.Steps), d.addMonths(w.Steps)), true // of a quarter
		}
		return At(d.addMonths(w.Steps)), true
	case ToWeekday:
		if d.Date == 0 {
			return Period{}, false
		}
		n := (w.weekday - int(d.weekday()) + 7) % 7
		if n == 0 && w.Steps > 0 {
			n = 7
		}
		return At(d.AddDays(n)), true
	case InDays, InWeeks:
		if w.Unit == InWeeks && len(prev.More) == 0 {
			if p, ok := prev.Weeks(w.Steps); ok {
				return p, true
			}
		}
		return At(d.AddDays(w.days())), d.Date > 0
	}
	return Period{}, false
}

// yearsFrom moves prev, whose last day is d, by years.
func (w Expression) yearsFrom(prev Period, d Day) Period {
	open := w.OpenEnd || w.OpenStart
	f := prev.First()
	switch {
	case w.Period.From.Month > 0:
		return months(d.Year+w.Steps, w.Period.From.Month, w.Period.To.Month) // "the first half of the year before"
	case prev.overYears() && !open:
		return prev.shift(w.Steps)
	case w.Steps == 0:
		return At(Day{Year: d.Year})
	case f != d && f.Month > 0 && d.Month > 0 && prev.closed() && !open && (d.Year-f.Year)*12+d.Month-f.Month < 12:
		return prev.shift(w.Steps) // of a winter, a half-year
	case open || d.Month == 0 || f != d:
		return At(Day{Year: d.Year + w.Steps})
	}
	return At(Day{Year: d.Year + w.Steps, Month: d.Month})
}

// upTo is all the time that w says before day d.
func (w Expression) upTo(d Day) (Period, bool) {
	n := w.Steps
	switch w.Unit {
	case InYears:
		if d.Month == 0 {
			return Span(Day{Year: d.Year + n}, Day{Year: d.Year - 1}), true
		}
		n *= 12
		fallthrough
	case InMonths:
		if d.Month == 0 {
			return Period{}, false
		}
		return Span(d.addMonths(n), d.addMonths(-1)), true
	}
	return Span(d.AddDays(w.days()), d.AddDays(-1)), d.Date > 0
}

// days is how many days w moves by, where it moves by days or weeks.
func (w Expression) days() int {
	if w.Unit == InWeeks {
		return 7 * w.Steps
	}
	return w.Steps
}

// inYear puts the months of the time before into another year.
func (w Expression) inYear(ref Day, prev Period) (Period, bool) {
	y, ok := w.inner.Resolve(ref, prev)
	if !ok || !prev.Known() || prev.Window != "" {
		return y, ok
	}
	return prev.shift(y.First().Year - prev.Last().Year), true
}
