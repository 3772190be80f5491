package timex

import "strconv"

// window reads the past 18 months, recent two years: a length that ends at
// publication.
func (r *Reader) window(i int) (Expression, int) {
	if !r.is(i, "past", "last", "previous", "preceding", "recent") {
		return Expression{}, 0
	}
	j := i + 1
	n, ok := r.number(j)
	half := false
	switch {
	case ok && (r.is(j, "a", "an")):
		return Expression{}, 0
	case ok:
		j++
		if r.is(j, "1/2") {
			half = true
			j++
		} else if r.is(j, "and") && r.is(j+1, "a") && r.is(j+2, "half") {
			half = true
			j += 3
		} else if r.is(j, "1") && r.is(j+1, "/") && r.is(j+2, "2") {
			half = true
			j += 3
		}
	case r.is(i, "past"):
		n = 1
	case r.is(j, "few", "several", "couple"):
		return Expression{}, 0
	default:
		return Expression{}, 0
	}
	u, ok := unitOf[r.low(j)]
	if !ok || u.iso == InDays && n == 1 && r.is(i, "last") {
		return Expression{}, 0
	}
	return Expression{Period: Period{Window: duration(n, u, half)}}, j + 1 - i
}

// duration writes n units as an ISO 8601 duration.
func duration(n int, u timeUnit, half bool) string {
	n *= u.steps
	if half && u.iso == InYears {
		return "P" + strconv.Itoa(n*12+6) + "M"
	}
	return "P" + strconv.Itoa(n) + string(u.iso)
}

// toDate reads "twelve months to June 2016", "year to March" and "week ending 9
// March": the length that ends there.
func (r *Reader) toDate(i int) (Expression, int) {
	n, j := 12, i+1
	switch {
	case r.is(i, "week") && r.is(j, "to", "ending", "ended", "through"):
		n = 0
	case r.is(j, "weeks") && r.is(i+2, "to", "ending", "ended", "through"):
		k, ok := r.number(i)
		if w, m := r.weeksTo(i+3, k); ok && m > 0 {
			return w, 3 + m
		}
		return Expression{}, 0
	case r.is(i, "year") && r.is(j, "to", "ending", "ended", "through", "until"):
	case r.is(i+1, "months"):
		k, ok := r.number(i)
		if !ok || k > 24 || k == 0 {
			return Expression{}, 0
		}
		n, j = k, i+2
	default:
		return Expression{}, 0
	}
	if !r.is(j, "to", "ending", "ended", "through", "until") {
		return Expression{}, 0
	}
	j++
	for r.is(j, "the", "end", "of", "in", "on") {
		j++
	}
	w, m := r.calendar(j)
	if m == 0 || w.Base > Yearless || w.Period.To.Month == 0 || len(w.Period.More) > 0 {
		return Expression{}, 0
	}
	if n == 0 {
		w.week = w.Period.To.Date > 0
		return w, j + m - i
	}
	if w.Base == Yearless { // of one year and the one before, as the months fall
		from := Day{Month: (w.Period.To.Month+12-n%12)%12 + 1}
		return Expression{Base: Yearless, Period: Span(from, Day{Month: w.Period.To.Month})}, j + m - i
	}
	end := Day{Year: w.Period.To.Year, Month: w.Period.To.Month}
	return Expression{Period: Span(end.addMonths(1-n), end)}, j + m - i
}

// weeksTo reads the date at atom i that n weeks end with: "the 52 weeks to 28 September 2013".
func (r *Reader) weeksTo(i, n int) (Expression, int) {
	w, m := r.calendar(i)
	if end := w.Period.To; m > 0 && w.Base == Absolute && end.Date > 0 && len(w.Period.More) == 0 {
		return Expression{Period: Span(end.AddDays(1-7*n), end)}, m
	}
	return Expression{}, 0
}

// same reads that year, the same month, the same period of 2016.
func (r *Reader) same(i int) (Expression, int) {
	j := i
	switch {
	case r.is(j, "that", "same"):
		j++
		if r.is(j-1, "that") && r.is(j, "same") {
			j++
		}
	default:
		return Expression{}, 0
	}
	switch {
	case r.is(j, "year"):
		return Expression{Base: Anaphor, Unit: InYears}, j + 1 - i
	case r.is(j, "day", "date") && !r.is(j+1, "of", "in"):
		return Expression{Base: Anaphor, Unit: InDays}, j + 1 - i
	case r.is(j, "month", "day", "week", "time", "date", "summer", "spring", "winter", "autumn") && !r.is(i, "that"):
		return r.sameOf(i, j+1)
	case r.is(j, "month", "week", "summer", "spring", "winter", "autumn", "decade"):
		return Expression{Base: Anaphor}, j + 1 - i
	case r.is(i, "that") && weekdayNamed(r.low(j)):
		return Expression{Base: Anaphor, Unit: ToWeekday, weekday: weekdayOf[r.low(j)]}, j + 1 - i
	case r.is(j, "period", "months", "quarter", "half", "weeks", "span", "stretch", "spell"):
		return r.sameOf(i, j+1)
	}
	return Expression{}, 0
}

// sameOf reads the year after "the same period".
func (r *Reader) sameOf(i, j int) (Expression, int) {
	k := j
	for r.is(k, "of", "in", "the", "a", "during") {
		if r.is(k, "the", "a") && r.is(k+1, "year") {
			break
		}
		k++
	}
	if y, ok := r.year(k); ok {
		inner := dated(y, 0, 0)
		return Expression{Base: SameSpan, inner: &inner}, k + 1 - i
	}
	if w, n := r.relative(k); n > 0 && w.Unit == InYears {
		return Expression{Base: SameSpan, inner: &w}, k + n - i
	}
	if w, n := r.shifted(k); n > 0 && w.Unit == InYears {
		return Expression{Base: SameSpan, inner: &w}, k + n - i
	}
	return Expression{Base: Anaphor}, j - i
}

// relative reads what counts from publication: last year, this month, three
// years ago, yesterday.
func (r *Reader) relative(i int) (Expression, int) {
	switch {
	case r.is(i, "yesterday", "overnight"):
		return Expression{Base: Deictic, Unit: InDays, Steps: -1}, 1
	case r.is(i, "today", "tonight"):
		return Expression{Base: Deictic, Unit: InDays}, 1
	}
	if r.is(i, "reporting") && r.is(i+1, "period", "week", "month") || r.is(i, "period") && r.is(i+1, "covered") {
		return Expression{Base: Deictic, Unit: ToCovered}, 2
	}
	if r.is(i, "period") && r.is(i+1, "under") && r.is(i+2, "review") {
		return Expression{Base: Deictic, Unit: ToCovered}, 3
	}
	if n, ok := r.number(i); ok {
		if u, ok := unitOf[r.low(i+1)]; ok && r.is(i+2, "ago") {
			return Expression{Base: Deictic, Unit: u.iso, Steps: -n * u.steps}, 3
		}
	}
	if r.is(i, "week") {
		if n, ok := r.digits(i+1, 1, 2); ok && n > 0 && n < 54 {
			return r.weekNumber(i+2, n)
		}
	}
	step, ok := relativeSteps[r.low(i)]
	if !ok {
		return Expression{}, 0
	}
	return r.stepped(i, step)
}

// weekNumber reads the year behind "week 9", if one stands there.
func (r *Reader) weekNumber(i, n int) (Expression, int) {
	w := Expression{Base: Deictic, Unit: ToWeek, Steps: n}
	j := i
	for r.is(j, "of", ",", "/") {
		j++
	}
	if y, ok := r.year(j); ok {
		p, _ := w.weekOf(Day{Year: y, Month: 12, Date: 31})
		return Expression{Period: p}, j + 1 - i + 2
	}
	return w, 2
}

// stepped reads the unit after this, last or next.
func (r *Reader) stepped(i, step int) (Expression, int) {
	l := r.low(i + 1)
	if s, ok := seasonOf[l]; ok {
		return Expression{Base: Deictic, Unit: ToSeason, Steps: step, Period: months(0, s[0], s[1])}, 2
	}
	if m, ok := r.month(i + 1); ok {
		return Expression{Base: Deictic, Unit: ToMonth, Steps: step, Period: At(Day{Month: m})}, 2
	}
	if d, ok := weekdayOf[l]; ok {
		return Expression{Base: Deictic, Unit: ToWeekday, weekday: d, Steps: step}, 2
	}
	u, ok := unitOf[l]
	if !ok || u.iso == InDays {
		if r.is(i+1, "weekend") {
			return Expression{Base: Deictic, Unit: InWeeks, Steps: step}, 2
		}
		return Expression{}, 0
	}
	if r.is(i, "past") && u.iso == InYears {
		return Expression{}, 0
	}
	if r.is(i+1, "quarter") && r.is(i, "this", "last", "past") {
		return Expression{Base: Deictic, Unit: ToQuarter, Steps: step}, 2
	}
	if r.is(i+1, "decade", "century", "quarter", "fortnight") {
		return Expression{}, 0
	}
	return Expression{Base: Deictic, Unit: u.iso, Steps: step * u.steps}, 2
}

// shifted reads what counts from the time named before: a year earlier, two
// months later, the year before, the following year.
func (r *Reader) shifted(i int) (Expression, int) {
	if n, ok := r.number(i); ok {
		u, ok := unitOf[r.low(i+1)]
		if !ok {
			return Expression{}, 0
		}
		w := Expression{Base: Anaphor, Unit: u.iso, Steps: -n * u.steps}
		switch {
		case r.is(i+2, "before", "preceding"):
			return r.before(i+3, w, n*u.steps > 1 && r.is(i-1, "the", "those"))
		case r.is(i+2, "earlier", "previously"):
			return w, 3
		case r.is(i+2, "later", "after", "afterwards", "on"):
			if r.is(i+2, "on", "after") && !r.is(i+3, ",", ".", ";", "") {
				return Expression{}, 0
			}
			return Expression{Base: Anaphor, Unit: u.iso, Steps: n * u.steps}, 3
		}
		return Expression{}, 0
	}
	step := 0
	switch {
	case r.is(i, "following", "next"):
		step = 1
	case r.is(i, "previous", "preceding"):
		step = -1
	case r.is(i, "year", "month", "week", "quarter", "decade") && r.is(i+1, "before", "earlier"):
		u := unitOf[r.low(i)]
		return Expression{Base: Anaphor, Unit: u.iso, Steps: -u.steps}, 2
	case r.is(i, "day", "night") && r.is(i+1, "before", "earlier") && (r.ends(i+2) || r.is(i+2, "it", "there", "had", "was", "were", "and", "but", "in", "at", "from")):
		return Expression{Base: Anaphor, Unit: InDays, Steps: -1}, 2
	case r.is(i, "year", "month") && r.is(i+1, "after") && r.is(i+2, ",", "."):
		u := unitOf[r.low(i)]
		return Expression{Base: Anaphor, Unit: u.iso, Steps: 1}, 2
	default:
		return Expression{}, 0
	}
	if d, ok := weekdayOf[r.low(i+1)]; ok && r.is(i, "following") {
		return Expression{Base: Anaphor, Unit: ToWeekday, weekday: d, Steps: 1}, 2
	}
	if u, ok := unitOf[r.low(i+1)]; ok && u.iso != InDays && u.steps <= 3 {
		return Expression{Base: Anaphor, Unit: u.iso, Steps: step * u.steps}, 2
	}
	return Expression{}, 0
}

// before reads what follows "two years before", of which w is the time: a date that it
// counts from, or nothing more; what counts from something told gives no time. all says
// that the whole of the time is meant: "the two years before".
func (r *Reader) before(i int, w Expression, all bool) (Expression, int) {
	if c, n := r.calendar(i); n > 0 && c.Base == Absolute && r.is(i-1, "before") {
		p, ok := w.FromPrevious(c.Period)
		if all {
			p, ok = w.upTo(c.Period.First())
		}
		if ok {
			return Expression{Period: p}, 3 + n
		}
	}
	if l := r.low(i); l != "" && (l[0] >= 'a' && l[0] <= 'z' || l[0] >= '0' && l[0] <= '9') && !r.is(i, "and", "but", "or", "to", "was", "were", "had", "from", "at", "by", "in", "stood") {
		return Expression{}, 0
	}
	w.Before = all
	return w, 3
}

// dayName reads a day of the week that stands alone.
func (r *Reader) dayName(i int) (Expression, int) {
	d, ok := weekdayOf[r.low(i)]
	if !ok || !r.Atoms[i].Upper {
		return Expression{}, 0
	}
	n := 1
	j := i + 1
	for r.is(j, ",", "the") {
		j++
	}
	if w, m := r.calendar(j); m > 0 && w.Period.First().Date > 0 {
		return w, j + m - i
	}
	if r.is(i+n, "morning", "evening", "night", "afternoon") {
		n++
	}
	return Expression{Base: Deictic, Unit: ToWeekday, weekday: d}, n
}

// relativeSteps are how many days, months or years from the present one words mean.
var relativeSteps = map[string]int{"this": 0, "last": -1, "next": 1, "current": 0, "coming": 1, "past": -1}
