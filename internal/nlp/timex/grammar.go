package timex

import (
	"slices"
	"strconv"
	"strings"
)

// A Reader reads times from the atoms of one sentence.
type Reader struct {
	Atoms []Atom
}

// low is the atom at i, "" beyond the end.
func (r *Reader) low(i int) string {
	if i < 0 || i >= len(r.Atoms) {
		return ""
	}
	return r.Atoms[i].Low
}

func (r *Reader) is(i int, words ...string) bool {
	return slices.Contains(words, r.low(i))
}

// digits reads atom i as a number of the given width that is no figure.
func (r *Reader) digits(i, min, max int) (int, bool) {
	l := r.low(i)
	if len(l) < min || len(l) > max || r.Atoms[i].Number {
		return 0, false
	}
	n, err := strconv.Atoi(l)
	return n, err == nil && l[0] != '+' && l[0] != '-'
}

func (r *Reader) year(i int) (int, bool) {
	y, ok := r.digits(i, 4, 4)
	if !ok {
		y, ok = scannedYear(r.low(i))
	}
	if !ok {
		y, ok = r.shortYear(i)
	}
	return y, ok && y >= 1000 && y <= 2199
}

// shortYear reads the '68 of "in '68", "January of '73": a year from 1930 to 2029.
func (r *Reader) shortYear(i int) (int, bool) {
	l := r.low(i)
	if len(l) == 2 && r.is(i-1, "'", "’", "‘") && !r.Atoms[i].Number {
		l, i = r.low(i-1)+l, i-1
	}
	for _, mark := range [...]string{"'", "’", "‘"} {
		s, ok := strings.CutPrefix(l, mark)
		if !ok || len(s) != 2 || !r.is(i-1, "in", "of", "since", "until", "by", "from", "to", "and") && monthOf[r.low(i-1)] == 0 && seasonOf[r.low(i-1)] == [2]int{} {
			continue
		}
		if y, err := strconv.Atoi(s); err == nil && y >= 0 {
			return 1900 + y + 100*((129-y)/100), true
		}
	}
	return 0, false
}

// scannedYear reads a year in which a scanner took 1 for l or 0 for O.
func scannedYear(s string) (int, bool) {
	if len(s) != 4 {
		return 0, false
	}
	y, letters := 0, 0
	for i := 0; i < 4; i++ {
		switch c := s[i]; {
		case c >= '0' && c <= '9':
			y = y*10 + int(c-'0')
		case c == 'l' || c == 'i':
			y, letters = y*10+1, letters+1
		case c == 'o':
			y, letters = y*10, letters+1
		default:
			return 0, false
		}
	}
	return y, letters < 3 && y >= 1800 && y < 2100
}

// dayOfMonth reads 5, 5th.
func (r *Reader) dayOfMonth(i int) (int, bool) {
	l := r.low(i)
	if l == "" || r.Atoms[i].Number {
		return 0, false
	}
	for _, s := range [...]string{"st", "nd", "rd", "th"} {
		l = strings.TrimSuffix(l, s)
	}
	n, err := strconv.Atoi(l)
	return n, err == nil && len(l) <= 2 && n >= 1 && n <= 31
}

func (r *Reader) month(i int) (int, bool) {
	m, ok := monthOf[r.low(i)]
	if !ok || !r.Atoms[i].Upper {
		return 0, false
	}
	return m, true
}

// number reads a small number in digits or words, "a" included.
func (r *Reader) number(i int) (n int, ok bool) {
	l := r.low(i)
	if n, ok = smallNumbers[l]; ok {
		return n, true
	}
	if l == "" || len(l) > 3 {
		return 0, false
	}
	n, err := strconv.Atoi(l)
	return n, err == nil && n > 0
}

// Read reads the longest time that begins at atom i; n is 0 where none does.
func (r *Reader) Read(i int) (w Expression, n int) {
	switch l := r.low(i); l {
	case "since":
		return r.open(i, 1, func(w *Expression) { w.OpenEnd = true })
	case "after", "following":
		if w, n = r.shifted(i); n > 0 && w.Unit == ToWeekday {
			return w, n // "the following Friday"
		}
		w, n = r.open(i, 1, func(w *Expression) { w.OpenEnd = true })
		if n > 0 && (w.Base == Anaphor || w.Base == Deictic) {
			return Expression{}, 0
		}
		return w, n
	case "before", "until", "till":
		return r.open(i, 1, func(w *Expression) { w.OpenStart = true })
	case "prior", "up":
		if r.is(i+1, "to") {
			return r.open(i, 2, func(w *Expression) { w.OpenStart = true })
		}
	case "between", "from":
		if w, n = r.between(i); n > 0 {
			return w, n
		}
	}
	return r.list(i)
}

// open reads a time after skip words and marks it; "since then" counts as one.
func (r *Reader) open(i, skip int, mark func(*Expression)) (Expression, int) {
	if r.is(i+skip, "then") {
		w := Expression{Base: Anaphor}
		mark(&w)
		return w, skip + 1
	}
	if r.is(i, "since") && r.ends(i+1) { // "40 have come since."
		w := Expression{Base: Anaphor}
		mark(&w)
		return w, skip
	}
	if n := r.feast(i + skip); r.is(i, "since") && n > 0 {
		skip += n
	}
	w, n := r.single(r.skipThe(i + skip))
	if n == 0 {
		return Expression{}, 0
	}
	mark(&w)
	return w, r.skipThe(i+skip) - i + n
}

// ends reports whether nothing follows at atom i, or what ends a statement.
func (r *Reader) ends(i int) bool {
	return i >= len(r.Atoms) || r.is(i, ".", ";", ",", ")", "")
}

// feast gives the atoms of a day of the year that a year stands behind: "since Christmas 2010".
func (r *Reader) feast(i int) int {
	n := 1
	if r.is(i, "new") && r.is(i+1, "year") {
		n = 2
	}
	if n == 1 && !r.is(i, "christmas", "easter", "ramadan", "independence", "midsummer", "lent", "carnival", "eid", "passover", "thanksgiving") {
		return 0
	}
	if _, ok := r.year(i + n); !ok {
		return 0
	}
	return n
}

func (r *Reader) skipThe(i int) int {
	if r.is(i, "the", "about", "around", "in", "at", "on", "roughly", "approximately") && r.low(i+1) != "" {
		if i++; r.is(i, "the", "about", "around") {
			i++
		}
	}
	return i
}

// between reads "between X and Y", "from X to Y", "from X on".
func (r *Reader) between(i int) (Expression, int) {
	a, n := r.single(r.skipThe(i + 1))
	if n == 0 {
		if a, n = r.bareDay(r.skipThe(i + 1)); n == 0 {
			return Expression{}, 0
		}
	}
	j := r.skipThe(i+1) + n
	if r.is(i, "from") && r.is(j, "on", "onward", "onwards") {
		a.OpenEnd = true
		return a, j + 1 - i
	}
	if !r.is(j, "and", "to", "until", "till", "through") && !IsDash(r.low(j)) {
		return Expression{}, 0
	}
	b, m := r.single(r.skipThe(j + 1))
	if m == 0 {
		return Expression{}, 0
	}
	w, ok := join(a, b)
	if !ok {
		return Expression{}, 0
	}
	return w, r.skipThe(j+1) + m - i
}

// bareDay reads the 3 of "between 3 and 5 March".
func (r *Reader) bareDay(i int) (Expression, int) {
	d, ok := r.dayOfMonth(i)
	if !ok {
		return Expression{}, 0
	}
	return Expression{Base: Yearless, Period: At(Day{Date: d})}, 1
}

// join makes one period of its two ends; the first takes from the second what
// it does not say itself.
func join(a, b Expression) (Expression, bool) {
	if a.Base > Yearless || b.Base > Yearless {
		return Expression{}, false
	}
	from, to := a.Period.First(), b.Period.Last()
	if a.Base == Yearless {
		if from.Month == 0 {
			if from.Month = to.Month; to.Date == 0 {
				return Expression{}, false
			}
		}
		if from.Year = to.Year; from.Month > to.Month && to.Month > 0 && to.Year > 0 {
			from.Year--
		}
	} else if b.Base == Yearless {
		if to.Year = from.Year; to.Month < from.Month {
			to.Year++
		}
		b.Base = Absolute
	}
	if b.Base == Absolute && (from.Year > to.Year || from.Year < 1000) {
		return Expression{}, false
	}
	return Expression{Base: b.Base, Period: Span(from, to)}, true
}

// list reads one time, a range of two or several that stand in a row.
func (r *Reader) list(i int) (Expression, int) {
	if a, n := r.bareDay(i); n > 0 && (r.is(i+1, "to", "through", "until") || IsDash(r.low(i+1))) {
		if b, m := r.single(i + 2); m > 0 && b.Period.Last().Date > 0 {
			if w, ok := join(a, b); ok && w.Period.From.Date < w.Period.To.Date {
				return w, 2 + m
			}
		}
	}
	w, n := r.single(i)
	if n == 0 {
		return Expression{}, 0
	}
	if j := i + n; r.is(j, "to", "until", "through") || IsDash(r.low(j)) {
		if b, m := r.single(j + 1); m > 0 {
			if x, ok := join(w, b); ok {
				return r.ranges(i, x, n+1+m)
			}
		}
	}
	if w.Base != Absolute && w.Base != Yearless {
		return w, n
	}
	for len(w.Period.More) < 12 {
		j := i + n
		if r.is(j, ",") {
			j++
		}
		if r.is(j, "and", "or") {
			j++
		}
		if j == i+n {
			break
		}
		b, m := r.single(j)
		if m == 0 || b.Base != w.Base || !sameGrain(w.Period.First(), b.Period.First()) || r.is(j+m, ",") && !r.is(j-1, "and", "or", ",") {
			break
		}
		n = j + m - i
		if k := &w.Period.To; len(w.Period.More) == 0 && b.Period.From.Year == k.Year+1 && k.Year%10 == 9 && *k != w.Period.From && b.Period.From != b.Period.To {
			*k = b.Period.To // "the 1960s and 1970s"
			continue
		}
		w.Period.More = append(w.Period.More, b.Period)
	}
	// A comma alone parts statements more often than it joins years.
	if k := len(w.Period.More); k > 0 && w.Base == Yearless {
		y := w.Period.More[k-1].First().Year
		if y == 0 && !(k == 1 && r.is(i+n-2, "and") && w.Period.From.Date == 0 && w.Period.More[0].From.Month > w.Period.To.Month) {
			w.Period.More = nil
		}
	}
	return w, n
}

// ranges reads a second range of years behind the n atoms of the first, x: "1955-1972 and
// 1983-2005".
func (r *Reader) ranges(i int, x Expression, n int) (Expression, int) {
	a, k := r.single(i + n + 1)
	if j := i + n + 1 + k; !r.is(i+n, "and") || k == 0 || x.Base != Absolute || !IsDash(r.low(j)) || !IsDash(r.low(i+1)) {
		return x, n
	}
	b, m := r.single(i + n + 2 + k)
	if y, ok := join(a, b); ok && m > 0 && y.Base == Absolute && sameGrain(x.Period.From, y.Period.From) {
		x.Period.More = append(x.Period.More, y.Period)
		return x, n + 2 + k + m
	}
	return x, n
}

func sameGrain(a, b Day) bool {
	return (a.Month == 0) == (b.Month == 0) && (a.Date == 0) == (b.Date == 0)
}

// single reads one time without range or list.
func (r *Reader) single(i int) (w Expression, n int) {
	start := i
	if r.is(i, "the") {
		i++
	}
	for _, rule := range [...]func(*Reader, int) (Expression, int){
		(*Reader).calendar, (*Reader).part, (*Reader).fraction, (*Reader).season,
		(*Reader).fiscal, (*Reader).relativeFiscal, (*Reader).window, (*Reader).toDate, (*Reader).same, (*Reader).relative, (*Reader).shifted, (*Reader).dayName,
	} {
		if w, n = rule(r, i); n > 0 {
			return w, i + n - start
		}
	}
	return Expression{}, 0
}

// calendar reads years, decades, months and days.
func (r *Reader) calendar(i int) (Expression, int) {
	l := r.low(i)
	if l == "" {
		return Expression{}, 0
	}
	if y, ok := r.year(i); ok {
		if n := r.ownerMark(i + 1); n > 0 && y%10 == 0 && (r.is(i-1, "the", "mid", "early", "late") || IsDash(r.low(i-1))) {
			return decadeFrom(y), 1 + n // "the 1980's"
		}
		return r.yearAt(i, y)
	}
	if w, ok := r.decade(i); ok {
		return w, 1
	}
	if m, ok := r.month(i); ok {
		return r.monthAt(i, m)
	}
	if d, ok := r.dayOfMonth(i); ok {
		j := i + 1
		if r.is(j, "of") {
			j++
		}
		m, ok := r.month(j)
		if !ok {
			return Expression{}, 0
		}
		y, n := r.yearAfter(j + 1)
		return dated(y, m, d), j + 1 + n - i
	}
	return Expression{}, 0
}

// ownerMark gives how many atoms an apostrophe and its s take up.
func (r *Reader) ownerMark(i int) int {
	switch {
	case r.is(i, "'s", "’s"):
		return 1
	case r.is(i, "'", "’") && r.is(i+1, "s"):
		return 2
	}
	return 0
}

// dated is a day or month, yearless if y is 0.
func dated(y, m, d int) Expression {
	w := Expression{Period: At(Day{y, m, d})}
	if y == 0 {
		w.Base = Yearless
	}
	return w
}

// yearAt reads 2017, 2017-02-13, 2013-14, 2014/15, 2017 (first half) with the year read
// already.
func (r *Reader) yearAt(i, y int) (Expression, int) {
	if IsDash(r.low(i+1)) || r.is(i+1, "/") {
		if m, ok := r.digits(i+2, 2, 2); ok {
			if d, ok := r.digits(i+4, 2, 2); ok && IsDash(r.low(i+3)) && m >= 1 && m <= 12 && d >= 1 && d <= 31 {
				return dated(y, m, d), 5
			}
			if m == (y+1)%100 || m > y%100 && (m > 12 || r.is(i+1, "–")) {
				return Expression{Period: Span(Day{Year: y}, Day{Year: y - y%100 + m + century(m, y)})}, 3
			}
			if m >= 1 && m <= 12 && IsDash(r.low(i+1)) {
				return dated(y, m, 0), 3
			}
		}
	}
	if r.is(i+1, "(") {
		if m, ok := r.month(i + 3); ok && r.is(i+2, "to", "until", "through") && r.is(i+4, ")") {
			return Expression{Period: months(y, 1, m)}, 5
		}
		if from, to, n := r.ordinalPart(i + 2); n > 0 && r.is(i+2+n, ")") {
			return Expression{Period: months(y, from, to)}, n + 3
		}
	}
	return dated(y, 0, 0), 1
}

// century is 100 for the second year of 1999-00.
func century(m, y int) int {
	if m < y%100 {
		return 100
	}
	return 0
}

// decade reads 1980s, eighties.
func (r *Reader) decade(i int) (Expression, bool) {
	l := r.low(i)
	if n, ok := decadeOf[l]; ok && (!r.Atoms[i].Upper || r.is(i-1, "the", "and", "early", "late", "mid", "-")) {
		return decadeFrom(1900 + n), true
	}
	if len(l) == 5 && l[4] == 's' {
		if y, err := strconv.Atoi(l[:4]); err == nil && y%10 == 0 && y >= 1000 && y < 2200 {
			return decadeFrom(y), true
		}
	}
	if len(l) == 3 && l[2] == 's' && (r.is(i-1, "'", "’", "the") || r.is(i-1, "and", "to", "through") && len(r.low(i-2)) > 2 && strings.HasSuffix(r.low(i-2), "0s")) {
		if y, err := strconv.Atoi(l[:2]); err == nil && y%10 == 0 && y >= 20 {
			return decadeFrom(1900 + y), true
		}
	}
	return Expression{}, false
}

func decadeFrom(y int) Expression {
	return Expression{Period: Span(Day{Year: y}, Day{Year: y + 9})}
}

// monthAt reads what follows a month's name.
func (r *Reader) monthAt(i, m int) (Expression, int) {
	n := 1
	if d, ok := r.dayOfMonth(i + n); ok {
		if _, isYear := r.year(i + n); !isYear {
			n++
			y, k := r.yearAfter(i + n)
			return dated(y, m, d), n + k
		}
	}
	y, k := r.yearAfter(i + n)
	return dated(y, m, 0), n + k
}

// yearAfter reads ", 2017", "of 2017", "2017" after a month or day.
func (r *Reader) yearAfter(i int) (y, n int) {
	j := i
	if r.is(j, ",", "of") {
		j++
	}
	if r.is(j, "'", "’", "‘") {
		j++
	}
	if y, ok := r.year(j); ok {
		return y, j + 1 - i
	}
	return 0, 0
}

// part reads early 2017, mid-October, the end of last year, year-end.
func (r *Reader) part(i int) (Expression, int) {
	m, ok := partWords[r.low(i)]
	if !ok {
		return Expression{}, 0
	}
	j := i + 1
	for r.is(j, "of", "in", "the", "to") || IsDash(r.low(j)) {
		j++
	}
	var w Expression
	n := 0
	for _, rule := range [...]func(*Reader, int) (Expression, int){
		(*Reader).calendar, (*Reader).season, (*Reader).fiscal, (*Reader).relative, (*Reader).same,
	} {
		if w, n = rule(r, j); n > 0 {
			break
		}
	}
	if n == 0 && r.is(j, "year") && r.is(j-1, "the") && r.is(i, "end", "close", "start", "beginning") {
		w, n = Expression{Base: Deictic, Unit: InYears}, 1
	}
	if n == 0 && r.is(j, "decade") && r.is(j-1, "the", "this") && r.is(i, "end", "close") {
		w, n = Expression{Base: Deictic, Unit: ToDecadeEnd}, 1
	}
	if n == 0 {
		return Expression{}, 0
	}
	w.Partial, w.Part = true, m
	if w.Base == Absolute && m > 0 && w.Period.From == w.Period.To && w.Period.From.Month == 0 {
		w.Period = At(Day{Year: w.Period.From.Year, Month: m})
	}
	return w, j + n - i
}

// fraction reads the first half of 2012, Q1 2015, the first six months of 2016.
func (r *Reader) fraction(i int) (Expression, int) {
	from, to, n := 0, 0, 0
	switch l := r.low(i); {
	case len(l) == 2 && (l[0] == 'q' && l[1] >= '1' && l[1] <= '4'):
		from = int(l[1]-'1')*3 + 1
		to, n = from+2, 1
	case len(l) == 2 && l[0] == 'h' && (l[1] == '1' || l[1] == '2'):
		from = int(l[1]-'1')*6 + 1
		to, n = from+5, 1
	default:
		if from, to, n = r.ordinalPart(i); n == 0 {
			return Expression{}, 0
		}
	}
	j := i + n
	if r.is(j, "of", "in") {
		j++
	}
	if r.is(j, "the") && !r.is(j+1, "year", "same") || r.is(j, "'", "’", "‘") {
		j++
	}
	if y, ok := r.year(j); ok {
		return Expression{Period: months(y, from, to)}, j + 1 - i
	}
	if w, m := r.relative(j); m > 0 && w.Unit == InYears {
		w.Period = months(0, from, to)
		return w, j + m - i
	}
	if w, m := r.relativeFiscal(j); m > 0 {
		return w, j + m - i // whose months nobody tells
	}
	if w, m := r.shifted(r.skipThe(j)); m > 0 && w.Unit == InYears {
		w.Period = months(0, from, to)
		return w, r.skipThe(j) + m - i
	}
	if w, m := r.same(j); m > 0 {
		return w, j + m - i
	}
	if r.is(j, "the") && r.is(j+1, "year") {
		return Expression{Base: Deictic, Unit: InYears, Period: months(0, from, to)}, j + 2 - i
	}
	if r.is(i, "last", "final") || strings.HasPrefix(r.low(i), "h") {
		return Expression{}, 0
	}
	return Expression{Base: Deictic, Unit: InYears, Period: months(0, from, to)}, n
}

// ordinalPart reads "first half", "second quarter", "first six months".
func (r *Reader) ordinalPart(i int) (from, to, n int) {
	o, ok := ordinalOf[r.low(i)]
	if !ok {
		return 0, 0, 0
	}
	switch {
	case r.is(i+1, "half"):
		if o == 1 {
			return 1, 6, 2
		}
		return 7, 12, 2
	case r.is(i+1, "quarter", "trimester") && o != -1:
		return o*3 - 2, o * 3, 2
	case r.is(i+1, "quarter"):
		return 10, 12, 2
	}
	k, ok := r.number(i + 1)
	if !ok || k > 12 || !r.is(i+2, "months") || !r.is(i+3, "of", "in") {
		return 0, 0, 0
	}
	if o == 1 {
		return 1, k, 3
	}
	return 13 - k, 12, 3
}

// season reads spring 2017, the summer of 2015.
func (r *Reader) season(i int) (Expression, int) {
	s, ok := seasonOf[r.low(i)]
	if !ok {
		return Expression{}, 0
	}
	y, n := r.yearAfter(i + 1)
	if n == 0 && !r.is(i, "fall") && r.is(i-1, "the") && r.is(i-2, "in", "during", "over", "by", "since", "until") && !r.is(i+1, "of", "months", "and") {
		return Expression{Base: Deictic, Unit: ToSeason, Steps: 0, Period: months(0, s[0], s[1]), Bare: true}, 1
	}
	if n == 0 {
		return Expression{}, 0
	}
	w := Expression{Period: months(y, s[0], s[1])}
	if s[1] > 12 {
		w.Period = Span(Day{Year: y, Month: 12}, Day{Year: y + 1, Month: 2})
		// "winter 2010/11" names both years.
		if r.is(i+1+n, "/") || IsDash(r.low(i+1+n)) {
			if _, ok := r.digits(i+2+n, 2, 4); ok {
				n += 2
			}
		}
	}
	return w, n + 1
}

// fiscalWords stand before a year that begins when somebody chose it to.
var fiscalWords = []string{"fiscal", "financial", "budget", "school", "academic", "tax", "crop", "marketing"}

// relativeFiscal reads this fiscal year, the last financial year.
func (r *Reader) relativeFiscal(i int) (Expression, int) {
	step, ok := fiscalSteps[r.low(i)]
	if !ok || !r.is(i+1, fiscalWords...) || !r.is(i+2, "year") {
		return Expression{}, 0
	}
	if r.is(i+1, "school", "academic") {
		return Expression{Base: Deictic, Unit: ToSchool, Steps: step}, 3
	}
	return Expression{Base: Deictic, Unit: InYears, Steps: step}, 3
}

// fiscal reads fiscal 2015, the financial year 2014/15, FY 2015.
func (r *Reader) fiscal(i int) (Expression, int) {
	j := i
	switch {
	case r.is(j, fiscalWords...) || r.is(j, "calendar"):
		if j++; r.is(j, "year", "years") {
			j++
		} else if !r.is(j-1, "fiscal") {
			return Expression{}, 0
		}
	case r.is(j, "fy", "year", "season"):
		j++
	case len(r.low(j)) == 6 && strings.HasPrefix(r.low(j), "fy"):
		if y, err := strconv.Atoi(r.low(j)[2:]); err == nil && y >= 1000 && y < 2200 {
			return dated(y, 0, 0), 1
		}
		return Expression{}, 0
	default:
		return Expression{}, 0
	}
	y, ok := r.year(j)
	if !ok {
		return Expression{}, 0
	}
	w, n := r.yearAt(j, y)
	return w, j + n - i
}

// fiscalSteps are how many fiscal years from the present one words mean.
var fiscalSteps = map[string]int{"this": 0, "last": -1, "next": 1, "current": 0, "coming": 1, "previous": -1}

// In reads the first time in a short text, such as a caption or the date of a
// reference, that does not count from another; ref is the day of publication as far as
// known, of which a month without a year takes its own.
func In(s string, ref Day) (Period, bool) {
	r := Reader{Atoms(s)}
	for i := range r.Atoms {
		w, n := r.Read(i)
		if n == 0 {
			continue
		}
		if p, ok := w.Resolve(ref, Period{}); ok && w.Base <= Yearless {
			return p, true
		}
	}
	return Period{}, false
}

// Months reads the months of no year that a caption names, "January–September"; the zero
// Period where it names a year or no months.
func Months(s string) Period {
	r := Reader{Atoms(s)}
	for i := range r.Atoms {
		if w, n := r.Read(i); n > 0 {
			if w.Base == Yearless && w.Period.From.Date == 0 && w.Period.From.Month < w.Period.To.Month && len(w.Period.More) == 0 {
				return w.Period
			}
			return Period{}
		}
	}
	return Period{}
}

// Whole reads a label that is a time and nothing else, as [In] does.
func Whole(s string, ref Day) (Period, bool) {
	w, ok := whole(s)
	if !ok {
		return Period{}, false
	}
	return w.Resolve(ref, Period{})
}

// IsWhole reports whether a label is a time that counts from no other, and nothing else.
func IsWhole(s string) bool {
	_, ok := whole(s)
	return ok
}

func whole(s string) (Expression, bool) {
	r := Reader{Atoms(s)}
	w, n := r.Read(0)
	return w, n > 0 && n == len(r.Atoms) && w.Base <= Yearless
}
