package claim

import (
	"strconv"
	"strings"
)

// An atom is a word, or a piece of one that hyphens and slashes part.
type atom struct {
	low   string
	word  int  // index of the word
	upper bool // begins with a capital
	num   bool // belongs to the number of a figure: no year, no day
}

// How a time that is read gets its date.
type timeBase uint8

const (
	absolute timeBase = iota // the text gives the year, or it counts from publication
	yearless                 // a month or day whose year the context gives
	deictic                  // counts from publication: last year
	anaphor                  // counts from the time named before: a year earlier
	sameSpan                 // the months of the time named before, in another year
)

// A when is a time that stands in a sentence.
type when struct {
	first, last int // words, half-open
	base        timeBase
	p           period
	steps       int  // for deictic and anaphor: how far to move
	unit        byte // Y, M, W, D; 0 for the time itself
	weekday     int  // for unit 'd': 0 to 6
	part        int  // month of the year that "end of" and the like mean
	openEnd     bool
	openStart   bool
	inner       *when // of sameSpan: the year
	partial     bool  // a part word stands before: early 2017
	week        bool  // the seven days that end there
}

// A timeReader reads times from the atoms of one sentence by recursive
// descent; every rule looks at a bounded number of atoms.
type timeReader struct {
	atoms []atom
}

// low is the atom at i, "" beyond the end.
func (r *timeReader) low(i int) string {
	if i < 0 || i >= len(r.atoms) {
		return ""
	}
	return r.atoms[i].low
}

func (r *timeReader) is(i int, words ...string) bool {
	l := r.low(i)
	for _, w := range words {
		if l == w {
			return true
		}
	}
	return false
}

func isDash(s string) bool {
	return s == "-" || s == "–" || s == "—" || s == "‐" || s == "‑" || s == "−"
}

// digits reads atom i as a number of the given width that is no figure.
func (r *timeReader) digits(i, min, max int) (int, bool) {
	l := r.low(i)
	if len(l) < min || len(l) > max || r.atoms[i].num {
		return 0, false
	}
	n, err := strconv.Atoi(l)
	return n, err == nil && l[0] != '+' && l[0] != '-'
}

func (r *timeReader) year(i int) (int, bool) {
	y, ok := r.digits(i, 4, 4)
	if !ok {
		y, ok = scannedYear(r.low(i))
	}
	return y, ok && y >= 1000 && y <= 2199
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
func (r *timeReader) dayOfMonth(i int) (int, bool) {
	l := r.low(i)
	if l == "" || r.atoms[i].num {
		return 0, false
	}
	for _, s := range [...]string{"st", "nd", "rd", "th"} {
		l = strings.TrimSuffix(l, s)
	}
	n, err := strconv.Atoi(l)
	return n, err == nil && len(l) <= 2 && n >= 1 && n <= 31
}

func (r *timeReader) month(i int) (int, bool) {
	m, ok := monthOf[r.low(i)]
	if !ok || !r.atoms[i].upper {
		return 0, false
	}
	return m, true
}

// number reads a small number in digits or words, "a" included.
func (r *timeReader) number(i int) (n int, ok bool) {
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

// read reads the longest time that begins at atom i; n is 0 where none does.
func (r *timeReader) read(i int) (w when, n int) {
	switch l := r.low(i); l {
	case "since":
		return r.open(i, 1, func(w *when) { w.openEnd = true })
	case "after", "following":
		w, n = r.open(i, 1, func(w *when) { w.openEnd = true })
		if n > 0 && (w.base == anaphor || w.base == deictic) {
			return when{}, 0
		}
		return w, n
	case "before", "until", "till":
		return r.open(i, 1, func(w *when) { w.openStart = true })
	case "prior", "up":
		if r.is(i+1, "to") {
			return r.open(i, 2, func(w *when) { w.openStart = true })
		}
	case "between", "from":
		if w, n = r.between(i); n > 0 {
			return w, n
		}
	}
	return r.list(i)
}

// open reads a time after skip words and marks it; "since then" counts as one.
func (r *timeReader) open(i, skip int, mark func(*when)) (when, int) {
	if r.is(i+skip, "then") {
		w := when{base: anaphor}
		mark(&w)
		return w, skip + 1
	}
	w, n := r.single(r.skipThe(i + skip))
	if n == 0 {
		return when{}, 0
	}
	mark(&w)
	return w, r.skipThe(i+skip) - i + n
}

func (r *timeReader) skipThe(i int) int {
	if r.is(i, "the", "about", "around", "in", "at", "on", "roughly", "approximately") && r.low(i+1) != "" {
		if i++; r.is(i, "the", "about", "around") {
			i++
		}
	}
	return i
}

// between reads "between X and Y", "from X to Y", "from X on".
func (r *timeReader) between(i int) (when, int) {
	a, n := r.single(r.skipThe(i + 1))
	if n == 0 {
		if a, n = r.bareDay(r.skipThe(i + 1)); n == 0 {
			return when{}, 0
		}
	}
	j := r.skipThe(i+1) + n
	if r.is(i, "from") && r.is(j, "on", "onward", "onwards") {
		a.openEnd = true
		return a, j + 1 - i
	}
	if !r.is(j, "and", "to", "until", "till", "through") && !isDash(r.low(j)) {
		return when{}, 0
	}
	b, m := r.single(r.skipThe(j + 1))
	if m == 0 {
		return when{}, 0
	}
	w, ok := join(a, b)
	if !ok {
		return when{}, 0
	}
	return w, r.skipThe(j+1) + m - i
}

// bareDay reads the 3 of "between 3 and 5 March".
func (r *timeReader) bareDay(i int) (when, int) {
	d, ok := r.dayOfMonth(i)
	if !ok {
		return when{}, 0
	}
	return when{base: yearless, p: at(day{date: d})}, 1
}

// join makes one period of its two ends; the first takes from the second what
// it does not say itself.
func join(a, b when) (when, bool) {
	if a.base > yearless || b.base > deictic {
		return when{}, false
	}
	from, to := a.p.first(), b.p.last()
	if b.base == deictic {
		return when{}, false
	}
	if a.base == yearless {
		if from.month == 0 {
			if from.month = to.month; to.date == 0 {
				return when{}, false
			}
		}
		if from.year = to.year; from.month > to.month && to.month > 0 && to.year > 0 {
			from.year--
		}
	} else if b.base == yearless {
		if to.year = from.year; to.month < from.month {
			to.year++
		}
		b.base = absolute
	}
	if b.base == absolute && (from.year > to.year || from.year < 1000) {
		return when{}, false
	}
	return when{base: b.base, p: span(from, to)}, true
}

// list reads one time, a range of two or several that stand in a row.
func (r *timeReader) list(i int) (when, int) {
	if a, n := r.bareDay(i); n > 0 && (r.is(i+1, "to", "through", "until") || isDash(r.low(i+1))) {
		if b, m := r.single(i + 2); m > 0 && b.p.last().date > 0 {
			if w, ok := join(a, b); ok && w.p.from.date < w.p.to.date {
				return w, 2 + m
			}
		}
	}
	w, n := r.single(i)
	if n == 0 {
		return when{}, 0
	}
	if j := i + n; r.is(j, "to", "until", "through") || isDash(r.low(j)) {
		if b, m := r.single(j + 1); m > 0 {
			if x, ok := join(w, b); ok {
				return x, n + 1 + m
			}
		}
	}
	if w.base != absolute && w.base != yearless {
		return w, n
	}
	for len(w.p.more) < 12 {
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
		if m == 0 || b.base != w.base || !sameGrain(w.p.first(), b.p.first()) || r.is(j+m, ",") && !r.is(j-1, "and", "or", ",") {
			break
		}
		w.p.more = append(w.p.more, b.p)
		n = j + m - i
	}
	// A comma alone parts statements more often than it joins years.
	if k := len(w.p.more); k > 0 && w.base == yearless {
		y := w.p.more[k-1].first().year
		if y == 0 && !(k == 1 && r.is(i+n-2, "and") && w.p.from.date == 0 && w.p.more[0].from.month > w.p.to.month) {
			w.p.more = nil
		}
	}
	return w, n
}

func sameGrain(a, b day) bool {
	return (a.month == 0) == (b.month == 0) && (a.date == 0) == (b.date == 0)
}

// single reads one time without range or list.
func (r *timeReader) single(i int) (w when, n int) {
	start := i
	if r.is(i, "the") {
		i++
	}
	for _, rule := range [...]func(*timeReader, int) (when, int){
		(*timeReader).calendar, (*timeReader).part, (*timeReader).fraction, (*timeReader).season,
		(*timeReader).fiscal, (*timeReader).relativeFiscal, (*timeReader).window, (*timeReader).toDate, (*timeReader).same, (*timeReader).relative, (*timeReader).shifted, (*timeReader).dayName,
	} {
		if w, n = rule(r, i); n > 0 {
			return w, i + n - start
		}
	}
	return when{}, 0
}

// calendar reads years, decades, months and days.
func (r *timeReader) calendar(i int) (when, int) {
	l := r.low(i)
	if l == "" {
		return when{}, 0
	}
	if y, ok := r.year(i); ok {
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
			return when{}, 0
		}
		y, n := r.yearAfter(j + 1)
		return dated(y, m, d), j + 1 + n - i
	}
	return when{}, 0
}

// dated is a day or month, yearless if y is 0.
func dated(y, m, d int) when {
	w := when{p: at(day{y, m, d})}
	if y == 0 {
		w.base = yearless
	}
	return w
}

// yearAt reads 2017, 2017-02-13, 2013-14, 2014/15, 2017 (first half) with the year read
// already.
func (r *timeReader) yearAt(i, y int) (when, int) {
	if isDash(r.low(i+1)) || r.is(i+1, "/") {
		if m, ok := r.digits(i+2, 2, 2); ok {
			if d, ok := r.digits(i+4, 2, 2); ok && isDash(r.low(i+3)) && m >= 1 && m <= 12 && d >= 1 && d <= 31 {
				return dated(y, m, d), 5
			}
			if m == (y+1)%100 || m > 12 && m > y%100 {
				return when{p: span(day{year: y}, day{year: y - y%100 + m + century(m, y)})}, 3
			}
			if r.is(i+1, "–") && m > y%100 {
				return when{p: span(day{year: y}, day{year: y - y%100 + m})}, 3
			}
			if m >= 1 && m <= 12 && isDash(r.low(i+1)) {
				return dated(y, m, 0), 3
			}
		}
	}
	if r.is(i+1, "(") && r.is(i+2, "to", "until", "through") {
		if m, ok := r.month(i + 3); ok && r.is(i+4, ")") {
			return when{p: months(y, 1, m)}, 5
		}
	}
	if r.is(i+1, "(") {
		if from, to, n := r.ordinalPart(i + 2); n > 0 && r.is(i+2+n, ")") {
			return when{p: months(y, from, to)}, n + 3
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
func (r *timeReader) decade(i int) (when, bool) {
	l := r.low(i)
	if n, ok := decadeOf[l]; ok {
		return decadeFrom(1900 + n), true
	}
	if len(l) == 5 && l[4] == 's' {
		if y, err := strconv.Atoi(l[:4]); err == nil && y%10 == 0 && y >= 1000 && y < 2200 {
			return decadeFrom(y), true
		}
	}
	if len(l) == 3 && l[2] == 's' && r.is(i-1, "'", "’", "the") {
		if y, err := strconv.Atoi(l[:2]); err == nil && y%10 == 0 && y >= 20 {
			return decadeFrom(1900 + y), true
		}
	}
	return when{}, false
}

func decadeFrom(y int) when {
	return when{p: span(day{year: y}, day{year: y + 9})}
}

// monthAt reads what follows a month's name.
func (r *timeReader) monthAt(i, m int) (when, int) {
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
func (r *timeReader) yearAfter(i int) (y, n int) {
	j := i
	if r.is(j, ",", "of") {
		j++
	}
	if y, ok := r.year(j); ok {
		return y, j + 1 - i
	}
	return 0, 0
}

// part reads early 2017, mid-October, the end of last year, year-end.
func (r *timeReader) part(i int) (when, int) {
	m, ok := partWords[r.low(i)]
	if !ok {
		return when{}, 0
	}
	j := i + 1
	for r.is(j, "of", "in", "the", "to") || isDash(r.low(j)) {
		j++
	}
	var w when
	n := 0
	for _, rule := range [...]func(*timeReader, int) (when, int){
		(*timeReader).calendar, (*timeReader).season, (*timeReader).fiscal, (*timeReader).relative, (*timeReader).same,
	} {
		if w, n = rule(r, j); n > 0 {
			break
		}
	}
	if n == 0 && r.is(j, "year") && r.is(j-1, "the") && r.is(i, "end", "close", "start", "beginning") {
		w, n = when{base: deictic, unit: 'Y'}, 1
	}
	if n == 0 && r.is(j, "decade") && r.is(j-1, "the", "this") && r.is(i, "end", "close") {
		w, n = when{base: deictic, unit: 'T'}, 1
	}
	if n == 0 {
		return when{}, 0
	}
	w.partial = true
	if m > 0 && r.is(i, "turn") {
		m = 0
	}
	w.part = m
	if w.base == absolute && m > 0 && w.p.from == w.p.to && w.p.from.month == 0 {
		w.p = at(day{year: w.p.from.year, month: m})
	}
	return w, j + n - i
}

// fraction reads the first half of 2012, Q1 2015, the first six months of 2016.
func (r *timeReader) fraction(i int) (when, int) {
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
			return when{}, 0
		}
	}
	j := i + n
	if r.is(j, "of", "in") {
		j++
	}
	if r.is(j, "the") && !r.is(j+1, "year", "same") {
		j++
	}
	if y, ok := r.year(j); ok {
		return when{p: months(y, from, to)}, j + 1 - i
	}
	if w, m := r.relative(j); m > 0 && w.unit == 'Y' {
		w.p = months(0, from, to)
		return w, j + m - i
	}
	if w, m := r.relativeFiscal(j); m > 0 {
		return w, j + m - i // whose months nobody tells
	}
	if w, m := r.shifted(r.skipThe(j)); m > 0 && w.unit == 'Y' {
		w.p = months(0, from, to)
		return w, r.skipThe(j) + m - i
	}
	if w, m := r.same(j); m > 0 {
		return w, j + m - i
	}
	if r.is(j, "the") && r.is(j+1, "year") {
		return when{base: deictic, unit: 'Y', p: months(0, from, to)}, j + 2 - i
	}
	if r.is(i, "last", "final") || strings.HasPrefix(r.low(i), "h") {
		return when{}, 0
	}
	return when{base: deictic, unit: 'Y', p: months(0, from, to)}, n
}

// ordinalPart reads "first half", "second quarter", "first six months".
func (r *timeReader) ordinalPart(i int) (from, to, n int) {
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
func (r *timeReader) season(i int) (when, int) {
	s, ok := seasonOf[r.low(i)]
	if !ok {
		return when{}, 0
	}
	y, n := r.yearAfter(i + 1)
	if n == 0 {
		return when{}, 0
	}
	w := when{p: months(y, s[0], s[1])}
	if s[1] > 12 {
		w.p = span(day{year: y, month: 12}, day{year: y + 1, month: 2})
		// "winter 2010/11" names both years.
		if r.is(i+1+n, "/") || isDash(r.low(i+1+n)) {
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
func (r *timeReader) relativeFiscal(i int) (when, int) {
	step, ok := fiscalSteps[r.low(i)]
	if !ok || !r.is(i+1, fiscalWords...) || !r.is(i+2, "year") {
		return when{}, 0
	}
	return when{base: deictic, unit: 'Y', steps: step}, 3
}

// fiscal reads fiscal 2015, the financial year 2014/15, FY 2015.
func (r *timeReader) fiscal(i int) (when, int) {
	j := i
	switch {
	case r.is(j, fiscalWords...) || r.is(j, "calendar"):
		if j++; r.is(j, "year", "years") {
			j++
		} else if !r.is(j-1, "fiscal") {
			return when{}, 0
		}
	case r.is(j, "fy", "year", "season"):
		j++
	case len(r.low(j)) == 6 && strings.HasPrefix(r.low(j), "fy"):
		if y, err := strconv.Atoi(r.low(j)[2:]); err == nil && y >= 1000 && y < 2200 {
			return dated(y, 0, 0), 1
		}
		return when{}, 0
	default:
		return when{}, 0
	}
	y, ok := r.year(j)
	if !ok {
		return when{}, 0
	}
	w, n := r.yearAt(j, y)
	return w, j + n - i
}

// fiscalSteps are how many fiscal years from the present one words mean.
var fiscalSteps = map[string]int{"this": 0, "last": -1, "next": 1, "current": 0, "coming": 1, "previous": -1}
