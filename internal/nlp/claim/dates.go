package claim

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"analyze/internal/doc"
)

// A calendar turns the times of a document into dates: it knows the day of
// publication as far as it can be known and the time named last.
type calendar struct {
	ref      day
	prev     period // named last in the paragraph
	date     day    // the day named last in it
	guessed  bool   // ref is made of what the text names
	lined    bool   // of a dateline and a year, so that it is near
	covered  *coverage
	prevWas  bool     // prev began its statement: what follows may count from it
	resolved []period // of the sentence's times
	via      []string
}

// turn forgets the time named last, at the beginning of a paragraph.
func (c *calendar) turn() { c.prev, c.date, c.prevWas = period{}, day{}, false }

// resolve dates the times of the sentence.
func (c *calendar) resolve(v *view) {
	c.resolved, c.via = c.resolved[:0], c.via[:0]
	for i := range v.times {
		w := &v.times[i]
		if (w.base == absolute || w.base == yearless) && !w.openEnd && !w.openStart && v.sinceEvent(v.timeStart(i)) {
			w.openEnd = true
		}
		prev := c.prev
		if w.base == yearless && prev.last().month == 0 && !c.prevWas {
			prev = period{}
		}
		p, ok := c.covered.resolve(w)
		if !ok {
			p, ok = w.resolve(c.ref, prev)
		}
		if w.base == anaphor && w.unit == 'D' && w.steps == 0 && c.date.known() {
			p, ok = at(c.date), true // "the total that day"
		}
		if ok && w.base == yearless && c.ref.known() && (v.is(v.timeStart(i)-1, "by", "until", "before", "on") && v.foretold() || v.dueAt(w.first)) {
			p = p.after(c.ref)
		}
		if ok && w.base == deictic && w.unit == 'Y' && w.steps == 0 && w.part > 0 && c.prev.known() && c.prev.last().year < c.ref.year && v.inYearOf(i) {
			p = at(day{year: c.prev.last().year, month: w.part})
		}
		if ok && (w.openEnd || w.openStart) && !p.openEnd && !p.openStart {
			p = w.opened(p)
		}
		if ok && w.unit == 'd' && w.steps == 0 && v.is(v.timeStart(i)-1, "by") && !w.openStart {
			p = p.notBefore(c.prev.last())
		}
		if c.guessed && (w.base == deictic && (w.unit == 'D' || w.steps <= 0 && !c.lined) || w.base == yearless && !c.lined && p.first().year == c.ref.year && c.prev.first().year == 0 || w.base == yearless && (v.foretold() || v.dueAt(w.first))) {
			ok = false // "yesterday" of an unknown day
		}
		via := "context"
		if w.base == absolute {
			via = "text"
		}
		if !ok {
			p = period{}
		}
		c.resolved, c.via = append(c.resolved, p), append(c.via, via)
		if p.from == p.to && p.to.date > 0 {
			c.date = p.to
		}
		if ok && p.window == "" && !v.birth(v.timeStart(i)) && !v.figureIn(v.bracket(w.first)) && !v.isBase(v.timeStart(i)) && !(c.prev.known() && v.former(v.timeStart(i))) && v.clause[w.first] == 0 && (!v.inAttribution(w.first) || !c.prev.known()) {
			c.prev, c.prevWas = p, w.base == absolute && v.frontedTime(v.timeStart(i))
		}
	}
}

// inYearOf reports whether the sentence names a time before time i and tells of the
// past: "it began in October 2014 and had 40 boats by the end of the year".
func (v *view) inYearOf(i int) bool {
	if i == 0 {
		return false
	}
	past := false
	for k := range v.w {
		past = past || v.tag(k) == doc.VBD
		if v.tag(k) == doc.MD {
			return false
		}
	}
	return past
}

// notBefore moves the day of a week to the week after where it lies before an
// event that is told already: "sank on Wednesday; by Friday 82 were dead".
func (p period) notBefore(d day) period {
	if d.date == 0 || p.from != p.to || p.from.date == 0 || compareDays(p.from, d) >= 0 || p.from.addDays(7) == d || compareDays(p.from.addDays(7), d) < 0 {
		return p
	}
	return at(p.from.addDays(7))
}

// after moves a period that lies before ref by a year.
func (p period) after(ref day) period {
	if compareDays(p.last(), ref) < 0 && p.last().month > 0 && (p.last().month != ref.month || p.last().date > 0) {
		return p.shift(1)
	}
	return p
}

// published is the day of publication: the card's date, else the latest year
// that the running text names as past, with the month of its dateline or the
// latest month named without a year. lined says that a dateline told the month.
func published(d *doc.Document, v *view, x index) (ref day, lined bool) {
	if ref := parseDay(d.Meta.Date); ref.known() {
		return ref, false
	}
	n := named{}
	for s := range d.Sentences {
		if !running(d, s) || !naming(d.Slice(d.Sentences[s].Span)) {
			continue
		}
		v.load(d, s, x, false)
		v.readTimes()
		if v.foretells() {
			n.foresee(v)
			continue
		}
		for i := range v.times {
			if w := &v.times[i]; !v.projected(w, v.timeStart(i)) {
				n.take(v, w)
			}
		}
	}
	return n.latest()
}

// projected reports whether the time w, which begins at word start, may lie ahead of
// publication: "closed by 2038", "falling to 9 percent in 2020", "the 2016 appeal".
func (v *view) projected(w *when, start int) bool {
	if v.is(start-1, "by", "until", "till", "through") && !v.toldBefore(start-1) || v.is(start-2, "target", "targets", "goal", "goals", "forecast", "forecasts") {
		return true
	}
	switch {
	case v.is(w.last, "appeal", "budget", "plan", "target", "targets", "goal", "goals", "forecast", "programme", "program", "season", "election", "elections", "deadline"):
		return true
	case !v.is(start-1, "in"):
		return false
	}
	for k := start - 2; k >= 0 && k > start-8 && !v.ends(k); k-- {
		if v.is(k, "falling", "rising", "growing", "reaching", "shrinking", "coming", "climbing", "dropping", "starting", "opening", "ending") && (v.isComma(k-1) || v.is(k-1, "and")) {
			return true
		}
	}
	return false
}

// toldBefore reports whether the verb before word k, or the first behind it where none
// stands before, is of the past: "by 2014 the number had dropped".
func (v *view) toldBefore(k int) bool {
	past := func(i int) bool { return v.tag(i) == doc.VBD || v.tag(i) == doc.VBN }
	for i := k - 1; i >= 0; i-- {
		if v.tag(i).IsVerb() && v.tag(i) != doc.VBG || v.tag(i) == doc.MD || v.tag(i) == doc.TO {
			return past(i)
		}
	}
	for i := k + 1; i < len(v.w); i++ {
		if v.tag(i).IsVerb() && v.tag(i) != doc.VBG || v.tag(i) == doc.MD {
			return past(i)
		}
	}
	return false
}

// maxYear is the last year in which a text may have been published; what seems a
// later one is a number.
const maxYear = 2049

// named gathers the times that a text names.
type named struct {
	ref    day  // the latest year
	month  int  // the latest month of that year that is named with it
	near   bool // a part of that year is named, so that the text is hardly much later
	line   day  // of a dateline
	months [13]bool
	bound  int // no later than this, 0 where nothing tells
	years  []int
}

func (n *named) take(v *view, w *when) {
	switch last := w.p.last(); {
	case w.base == absolute && w.p.window == "" && !w.openStart:
		if last.year-w.p.first().year >= 9 || last.year > maxYear {
			return
		}
		if n.years = append(n.years, last.year); last.year < n.ref.year {
			return
		}
		if last.year > n.ref.year {
			n.ref, n.month, n.near = day{year: last.year}, 0, false
		}
		n.month, n.near = max(n.month, last.month), n.near || w.partial || last.month > 0
	case w.base == yearless && v.dateline(w):
		n.line = last
	case w.base == yearless && !v.dueAt(w.first):
		n.months[last.month] = true
	}
}

func (n *named) latest() (ref day, lined bool) {
	ref = n.ref
	if n.bound > 0 && n.bound < ref.year { // the latest was foreseen
		ref, n.near = day{}, false
		for _, y := range n.years {
			if y <= n.bound {
				ref.year = max(ref.year, y)
			}
		}
	}
	switch {
	case !ref.known():
	case n.line.month > 0:
		if ref.month, ref.date = n.line.month, n.line.date; n.month > ref.month {
			ref.year++ // what the text names with its year is past
		}
		return ref, true
	default:
		ref.month = latestMonth(n.months)
	}
	return ref, n.near
}

// dueAt reports whether what stands before the time at word i was still to come:
// "were due to begin in May".
func (v *view) dueAt(i int) bool {
	for k := i - 1; k >= 0 && k > i-8 && !v.ends(k); k-- {
		if v.is(k, "due", "scheduled", "planned", "expected", "set") && v.tag(k+1) == doc.TO {
			return true
		}
	}
	return false
}

// foresee bounds the year of the text by the times of a sentence about what is to come:
// "it will shrink by 4 percent in 2013" was written by 2013.
func (n *named) foresee(v *view) {
	for i := range v.times {
		w := &v.times[i]
		if y := w.p.last().year; w.base == absolute && w.p.window == "" && !w.openStart && !w.openEnd && y > 1900 && v.willBefore(v.timeStart(i)) && (n.bound == 0 || y < n.bound) {
			n.bound = y
		}
	}
}

// willBefore reports whether the verb before word k is one with "will".
func (v *view) willBefore(k int) bool {
	for i := k - 1; i >= 0 && !v.is(i, ";"); i-- {
		if v.is(i, "will", "'ll") {
			return true
		}
		if v.tag(i) == doc.VBD || v.tag(i) == doc.VBZ || v.tag(i) == doc.VBP {
			return false
		}
	}
	return false
}

// latestMonth is the one before the widest gap in the year: a report that names
// July, August, October and April without a year was written in October, one
// that names March, May and December in May. 0 where none is named.
func latestMonth(named [13]bool) int {
	best, gap := 0, 0
	for m := 1; m <= 12; m++ {
		if !named[m] {
			continue
		}
		n := 1
		for n < 12 && !named[(m+n-1)%12+1] {
			n++
		}
		if n >= gap {
			best, gap = m, n
		}
	}
	return best
}

// naming reports whether s may name a year or a month.
func naming(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' && i+2 < len(s) && monthLike(s[i:i+3]) {
			return true
		}
	}
	return false
}

func monthLike(s string) bool { return strings.Contains("JanFebMarAprMayJunJulAugSepOctNovDec", s) }

// foretells reports whether the sentence speaks of what is to come.
func (v *view) foretells() bool {
	for i := range v.w {
		if v.is(i, "will", "would", "could", "shall", "'ll", "plans", "planned", "target", "targets", "goal") || v.is(i, "expected", "plan") && v.is(i+1, "to") {
			return true
		}
	}
	return false
}

// running reports whether sentence s stands in running text.
func running(d *doc.Document, s int) bool {
	switch blockKind(d, d.Sentences[s].Block) {
	case doc.Body, doc.Quote, doc.List, doc.Heading, doc.Title:
		return true
	}
	return false
}

func blockKind(d *doc.Document, b int) doc.BlockKind {
	if b < 0 || b >= len(d.Blocks) {
		return doc.Body
	}
	return d.Blocks[b].Kind
}

// timeIn reads the first time in a short text such as a caption or the date of
// a reference.
func timeIn(s string, ref day) (period, bool) {
	r := timeReader{atomsOf(s)}
	for i := range r.atoms {
		w, n := r.read(i)
		if n == 0 {
			continue
		}
		if p, ok := w.resolve(ref, period{}); ok && w.base <= yearless {
			return p, true
		}
	}
	return period{}, false
}

// wholeTime reads a label that is a time and nothing else.
func wholeTime(s string, ref day) (period, bool) {
	r := timeReader{atomsOf(s)}
	if len(r.atoms) == 0 {
		return period{}, false
	}
	w, n := r.read(0)
	if n != len(r.atoms) || w.base > yearless {
		return period{}, false
	}
	return w.resolve(ref, period{})
}

// atomsOf splits a short text into atoms.
func atomsOf(s string) (out []atom) {
	start := -1
	flush := func(end int) {
		if start >= 0 {
			r, _ := utf8.DecodeRuneInString(s[start:])
			out = append(out, atom{low: strings.ToLower(s[start:end]), word: len(out), upper: unicode.IsUpper(r)})
			start = -1
		}
	}
	for i, r := range s {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if start < 0 {
				start = i
			}
		case unicode.IsSpace(r) || r == '.':
			flush(i)
		default:
			flush(i)
			out = append(out, atom{low: string(r), word: len(out)})
		}
	}
	flush(len(s))
	return out
}
