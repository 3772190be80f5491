package claim

import "strconv"

// window reads the past 18 months, recent two years: a length that ends at
// publication.
func (r *timeReader) window(i int) (when, int) {
	if !r.is(i, "past", "last", "previous", "preceding", "recent") {
		return when{}, 0
	}
	j := i + 1
	n, ok := r.number(j)
	half := false
	switch {
	case ok && (r.is(j, "a", "an")):
		return when{}, 0
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
		return when{}, 0
	default:
		return when{}, 0
	}
	u, ok := unitOf[r.low(j)]
	if !ok || u.iso == 'D' && n == 1 && r.is(i, "last") {
		return when{}, 0
	}
	return when{p: period{window: duration(n, u, half)}}, j + 1 - i
}

// duration writes n units as an ISO 8601 duration.
func duration(n int, u timeUnit, half bool) string {
	n *= u.steps
	if half && u.iso == 'Y' {
		return "P" + strconv.Itoa(n*12+6) + "M"
	}
	return "P" + strconv.Itoa(n) + string(u.iso)
}

// toDate reads "twelve months to June 2016", "year to March" and "week ending 9
// March": the length that ends there.
func (r *timeReader) toDate(i int) (when, int) {
	n, j := 12, i+1
	switch {
	case r.is(i, "week") && r.is(j, "to", "ending", "ended", "through"):
		n = 0
	case r.is(i, "year") && r.is(j, "to", "ending", "ended", "through", "until"):
	case r.is(i+1, "months"):
		k, ok := r.number(i)
		if !ok || k > 24 || k == 0 {
			return when{}, 0
		}
		n, j = k, i+2
	default:
		return when{}, 0
	}
	if !r.is(j, "to", "ending", "ended", "through", "until") {
		return when{}, 0
	}
	j++
	for r.is(j, "the", "end", "of", "in", "on") {
		j++
	}
	w, m := r.calendar(j)
	if m == 0 || w.base > yearless || w.p.to.month == 0 || len(w.p.more) > 0 {
		return when{}, 0
	}
	if n == 0 {
		w.week = w.p.to.date > 0
		return w, j + m - i
	}
	if w.base == yearless { // of one year and the one before, as the months fall
		from := day{month: (w.p.to.month+12-n%12)%12 + 1}
		return when{base: yearless, p: span(from, day{month: w.p.to.month})}, j + m - i
	}
	end := day{year: w.p.to.year, month: w.p.to.month}
	return when{p: span(end.addMonths(1-n), end)}, j + m - i
}

// same reads that year, the same month, the same period of 2016.
func (r *timeReader) same(i int) (when, int) {
	j := i
	switch {
	case r.is(j, "that", "same"):
		j++
		if r.is(j-1, "that") && r.is(j, "same") {
			j++
		}
	default:
		return when{}, 0
	}
	switch {
	case r.is(j, "year"):
		return when{base: anaphor, unit: 'Y'}, j + 1 - i
	case r.is(j, "day", "date") && !r.is(j+1, "of", "in"):
		return when{base: anaphor, unit: 'D'}, j + 1 - i
	case r.is(j, "month", "day", "week", "time", "date", "summer", "spring", "winter", "autumn") && !r.is(i, "that"):
		return r.sameOf(i, j+1)
	case r.is(j, "month", "week", "summer", "spring", "winter", "autumn", "decade"):
		return when{base: anaphor}, j + 1 - i
	case r.is(j, "period", "months", "quarter", "half", "weeks"):
		return r.sameOf(i, j+1)
	}
	return when{}, 0
}

// sameOf reads the year after "the same period".
func (r *timeReader) sameOf(i, j int) (when, int) {
	k := j
	for r.is(k, "of", "in", "the", "a", "during") {
		if r.is(k, "the", "a") && r.is(k+1, "year") {
			break
		}
		k++
	}
	if y, ok := r.year(k); ok {
		inner := dated(y, 0, 0)
		return when{base: sameSpan, inner: &inner}, k + 1 - i
	}
	if w, n := r.relative(k); n > 0 && w.unit == 'Y' {
		return when{base: sameSpan, inner: &w}, k + n - i
	}
	if w, n := r.shifted(k); n > 0 && w.unit == 'Y' {
		return when{base: sameSpan, inner: &w}, k + n - i
	}
	return when{base: anaphor}, j - i
}

// relative reads what counts from publication: last year, this month, three
// years ago, yesterday.
func (r *timeReader) relative(i int) (when, int) {
	switch {
	case r.is(i, "yesterday", "overnight"):
		return when{base: deictic, unit: 'D', steps: -1}, 1
	case r.is(i, "today", "tonight"):
		return when{base: deictic, unit: 'D'}, 1
	}
	if r.is(i, "reporting") && r.is(i+1, "period", "week", "month") || r.is(i, "period") && r.is(i+1, "covered") {
		return when{base: deictic, unit: 'C'}, 2
	}
	if r.is(i, "period") && r.is(i+1, "under") && r.is(i+2, "review") {
		return when{base: deictic, unit: 'C'}, 3
	}
	if n, ok := r.number(i); ok {
		if u, ok := unitOf[r.low(i+1)]; ok && r.is(i+2, "ago") {
			return when{base: deictic, unit: u.iso, steps: -n * u.steps}, 3
		}
	}
	if r.is(i, "week") {
		if n, ok := r.digits(i+1, 1, 2); ok && n > 0 && n < 54 {
			return r.weekNumber(i+2, n)
		}
	}
	step, ok := relativeSteps[r.low(i)]
	if !ok {
		return when{}, 0
	}
	return r.stepped(i, step)
}

// weekNumber reads the year behind "week 9", if one stands there.
func (r *timeReader) weekNumber(i, n int) (when, int) {
	w := when{base: deictic, unit: 'K', steps: n}
	j := i
	for r.is(j, "of", ",", "/") {
		j++
	}
	if y, ok := r.year(j); ok {
		p, _ := w.weekOf(day{year: y, month: 12, date: 31})
		return when{p: p}, j + 1 - i + 2
	}
	return w, 2
}

// weekOf gives the days of the week of that number, by ISO 8601, in the year of ref or
// in the one before where it had not begun by then.
func (w when) weekOf(ref day) (period, bool) {
	if ref.date == 0 {
		return period{}, false
	}
	for y := ref.year; y >= ref.year-1; y-- {
		fourth := day{year: y, month: 1, date: 4} // lies in week 1
		monday := fourth.addDays(-(int(fourth.weekday())+6)%7 + 7*(w.steps-1))
		if compareDays(monday, ref) <= 0 {
			return span(monday, monday.addDays(6)), true
		}
	}
	return period{}, false
}

// stepped reads the unit after this, last or next.
func (r *timeReader) stepped(i, step int) (when, int) {
	l := r.low(i + 1)
	if s, ok := seasonOf[l]; ok {
		return when{base: deictic, unit: 'S', steps: step, p: months(0, s[0], s[1])}, 2
	}
	if m, ok := r.month(i + 1); ok {
		return when{base: deictic, unit: 'N', steps: step, p: at(day{month: m})}, 2
	}
	if d, ok := weekdayOf[l]; ok {
		return when{base: deictic, unit: 'd', weekday: d, steps: step}, 2
	}
	u, ok := unitOf[l]
	if !ok || u.iso == 'D' {
		if r.is(i+1, "weekend") {
			return when{base: deictic, unit: 'W', steps: step}, 2
		}
		return when{}, 0
	}
	if r.is(i, "past") && u.iso == 'Y' {
		return when{}, 0
	}
	if r.is(i+1, "decade", "century", "quarter", "fortnight") {
		return when{}, 0
	}
	return when{base: deictic, unit: u.iso, steps: step * u.steps}, 2
}

// shifted reads what counts from the time named before: a year earlier, two
// months later, the year before, the following year.
func (r *timeReader) shifted(i int) (when, int) {
	if n, ok := r.number(i); ok {
		u, ok := unitOf[r.low(i+1)]
		if !ok {
			return when{}, 0
		}
		switch {
		case r.is(i+2, "earlier", "before", "previously"):
			return when{base: anaphor, unit: u.iso, steps: -n * u.steps}, 3
		case r.is(i+2, "later", "after", "afterwards", "on"):
			if r.is(i+2, "on", "after") && !r.is(i+3, ",", ".", ";", "") {
				return when{}, 0
			}
			return when{base: anaphor, unit: u.iso, steps: n * u.steps}, 3
		}
		return when{}, 0
	}
	step := 0
	switch {
	case r.is(i, "following", "next"):
		step = 1
	case r.is(i, "previous", "preceding"):
		step = -1
	case r.is(i, "year", "month", "week", "quarter", "decade") && r.is(i+1, "before", "earlier"):
		u := unitOf[r.low(i)]
		return when{base: anaphor, unit: u.iso, steps: -u.steps}, 2
	case r.is(i, "year", "month") && r.is(i+1, "after") && r.is(i+2, ",", "."):
		u := unitOf[r.low(i)]
		return when{base: anaphor, unit: u.iso, steps: 1}, 2
	default:
		return when{}, 0
	}
	if u, ok := unitOf[r.low(i+1)]; ok && u.iso != 'D' && u.steps <= 3 {
		return when{base: anaphor, unit: u.iso, steps: step * u.steps}, 2
	}
	return when{}, 0
}

// dayName reads a day of the week that stands alone.
func (r *timeReader) dayName(i int) (when, int) {
	d, ok := weekdayOf[r.low(i)]
	if !ok || !r.atoms[i].upper {
		return when{}, 0
	}
	n := 1
	j := i + 1
	for r.is(j, ",", "the") {
		j++
	}
	if w, m := r.calendar(j); m > 0 && w.p.first().date > 0 {
		return w, j + m - i
	}
	if r.is(i+n, "morning", "evening", "night", "afternoon") {
		n++
	}
	return when{base: deictic, unit: 'd', weekday: d}, n
}

// resolve gives w its dates: ref is the day of publication as far as known,
// prev the time named before. ok is false where what it counts from is unknown.
func (w when) resolve(ref day, prev period) (p period, ok bool) {
	switch w.base {
	case absolute:
		p, ok = w.p, true
	case yearless:
		p, ok = w.withYear(ref, prev)
	case deictic:
		p, ok = w.fromRef(ref)
	case anaphor:
		p, ok = w.fromPrev(prev)
	case sameSpan:
		p, ok = w.inYear(ref, prev)
	}
	if !ok || !p.known() {
		return period{}, false
	}
	if w.part > 0 && p.from == p.to && p.from.month == 0 && p.window == "" {
		p = at(day{year: p.from.year, month: w.part})
	}
	if w.week && p.to.known() {
		p = span(p.to.addDays(-6), p.to)
	}
	return w.opened(p), true
}

// opened is p without the end that w leaves open.
func (w when) opened(p period) period {
	switch {
	case w.openEnd:
		return period{from: p.first(), openEnd: true}
	case w.openStart:
		return period{to: p.last(), openStart: true}
	}
	return p
}

// withYear takes the year of a month from the text before, if a month was
// named there, else the latest that is not after publication.
func (w when) withYear(ref day, prev period) (period, bool) {
	p := w.p
	set := func(y int) period {
		p.from.year, p.to.year = y, y
		if p.from.month > p.to.month {
			p.from.year--
		}
		for i := range p.more {
			p.more[i].from.year, p.more[i].to.year = y, y
		}
		return p
	}
	if ref.known() && compareDays(prev.first(), ref) > 0 {
		prev = period{} // of what is to come
	}
	if d := prev.last(); d.month > 0 && d.year != ref.year {
		if p.to.month < d.month && (ref.year == 0 || compareDays(set(d.year+1).from, ref) <= 0) {
			return set(d.year + 1), true
		}
		return set(d.year), true
	}
	switch d := prev.last(); {
	case ref.year == 0:
		return period{}, false
	case d.known() && d.month == 0 && prev.from == d && prev.to == d && len(prev.more) == 0 && d.year < ref.year && d.year >= ref.year-2:
		return set(d.year), true
	case ref.month > 0 && (p.to.month > ref.month || p.to.month == ref.month && p.to.date > 0 && ref.date > 0 && p.to.date > ref.date):
		return set(ref.year - 1), true
	}
	return set(ref.year), true
}

// fromRef counts from the day of publication.
func (w when) fromRef(ref day) (period, bool) {
	if ref.year == 0 {
		return period{}, false
	}
	switch w.unit {
	case 'Y':
		y := ref.year + w.steps
		if w.p.from.month > 0 {
			return months(y, w.p.from.month, w.p.to.month), true
		}
		return at(day{year: y}), true
	case 'M':
		if ref.month == 0 {
			return period{}, false
		}
		return at(ref.addMonths(w.steps)), true
	case 'S':
		return w.seasonFrom(ref)
	case 'N':
		return w.monthFrom(ref)
	case 'T':
		return at(day{year: ref.year - ref.year%10 + 9}), true
	case 'K':
		return w.weekOf(ref)
	case 'W':
		if ref.date == 0 {
			return at(day{year: ref.year, month: ref.month}), true
		}
		d := ref.addDays(7 * w.steps)
		return at(day{year: d.year, month: d.month}), true
	case 'D', 'd':
		return w.dayFrom(ref)
	}
	return period{}, false
}

func (w when) seasonFrom(ref day) (period, bool) {
	y := ref.year
	if w.steps < 0 && (ref.month == 0 || ref.month <= w.p.to.month) {
		y--
	}
	if w.steps > 0 && ref.month >= w.p.from.month {
		y++
	}
	if w.p.to.month > 12 {
		return span(day{year: y, month: 12}, day{year: y + 1, month: 2}), true
	}
	return months(y, w.p.from.month, w.p.to.month), true
}

func (w when) monthFrom(ref day) (period, bool) {
	m, y := w.p.from.month, ref.year
	switch {
	case w.steps < 0 && (ref.month == 0 || m >= ref.month):
		y--
	case w.steps > 0 && ref.month > 0 && m <= ref.month:
		y++
	}
	return at(day{year: y, month: m}), true
}

func (w when) dayFrom(ref day) (period, bool) {
	if ref.date == 0 {
		return at(day{year: ref.year, month: ref.month}), ref.month > 0
	}
	if w.unit == 'D' {
		return at(ref.addDays(w.steps)), true
	}
	back := (int(ref.weekday()) - w.weekday + 7) % 7
	if w.steps > 0 {
		return at(ref.addDays(7 - back)), true
	}
	return at(ref.addDays(-back)), true
}

// fromPrev counts from the time named before, at its precision.
func (w when) fromPrev(prev period) (period, bool) {
	d := prev.last()
	if prev.window != "" || !d.known() {
		return period{}, false
	}
	switch w.unit {
	case 0:
		if !w.openEnd && !w.openStart && !prev.openEnd && !prev.openStart && len(prev.more) == 0 {
			return prev, true // "over the same months"
		}
		return at(d), true
	case 'Y':
		if w.p.from.month > 0 {
			return months(d.year+w.steps, w.p.from.month, w.p.to.month), true // "the first half of the year before"
		}
		if prev.overYears() && !w.openEnd && !w.openStart {
			return prev.shift(w.steps), true
		}
		if w.steps == 0 {
			return at(day{year: d.year}), true
		}
		if f := prev.first(); f != d && f.month > 0 && d.month > 0 && len(prev.more) == 0 && !prev.openEnd && !prev.openStart && !w.openEnd && !w.openStart &&
			(d.year-f.year)*12+d.month-f.month < 12 {
			return prev.shift(w.steps), true // of a winter, a half-year
		}
		if w.openEnd || w.openStart || d.month == 0 || prev.first() != d {
			return at(day{year: d.year + w.steps}), true
		}
		return at(day{year: d.year + w.steps, month: d.month}), true
	case 'M':
		if d.month == 0 {
			return period{}, false
		}
		if f := prev.first(); f != d && f.month > 0 && len(prev.more) == 0 && !prev.openEnd && !prev.openStart && (w.steps == 3 || w.steps == -3) {
			return span(f.addMonths(w.steps), d.addMonths(w.steps)), true // of a quarter
		}
		return at(d.addMonths(w.steps)), true
	case 'D', 'W':
		if n := prev.days(); w.unit == 'W' && n >= 5 && n <= 9 && len(prev.more) == 0 {
			return span(prev.from.addDays(7*w.steps), prev.to.addDays(7*w.steps)), true
		}
		if d.date == 0 {
			return period{}, false
		}
		n := w.steps
		if w.unit == 'W' {
			n *= 7
		}
		return at(d.addDays(n)), true
	}
	return period{}, false
}

// inYear puts the months of the time before into another year.
func (w when) inYear(ref day, prev period) (period, bool) {
	y, ok := w.inner.resolve(ref, prev)
	if !ok || !prev.known() || prev.window != "" {
		return y, ok
	}
	return prev.shift(y.first().year - prev.last().year), true
}

// relativeSteps are how many days, months or years from the present one words mean.
var relativeSteps = map[string]int{"this": 0, "last": -1, "next": 1, "current": 0, "coming": 1, "past": -1}
