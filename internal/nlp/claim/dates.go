package claim

import (
	"strings"

	"analyze/internal/doc"
	"analyze/internal/nlp/timex"
)

// A calendar turns the times of a document into dates: it knows the day of
// publication as far as it can be known and the time named last.
type calendar struct {
	ref      timex.Day
	prev     timex.Period // named last in the paragraph
	before   timex.Period // named last in the paragraph before
	date     timex.Day    // the day named last in it
	guessed  bool         // ref is made of what the text names
	lined    bool         // of a dateline and a year, so that it is near
	covered  *coverage
	basis    timex.Period   // what the time named last was compared with: a year before
	prevWas  bool           // prev began its statement: what follows may count from it
	resolved []timex.Period // of the sentence's times
	via      []string
}

// turn forgets the time named last, at the beginning of a paragraph.
func (c *calendar) turn() {
	c.before, c.prev, c.basis, c.date, c.prevWas = c.prev, timex.Period{}, timex.Period{}, timex.Day{}, false
}

// goingOn counts time i from the one told last in the paragraph before, where it stands
// behind the subject and the paragraph names none: "The bank, a month later, saw 4 percent."
func (c *calendar) goingOn(v *view, i int) (timex.Period, bool) {
	w, start := &v.times[i], v.timeStart(i)
	one := c.before.From == c.before.To && len(c.before.More) == 0
	if c.prev.Known() || !one || w.Steps == 0 || start < 2 || !v.isComma(start-1) || !v.isComma(w.Last) || v.verbBetween(0, start) || v.commas(0, start) > 0 {
		return timex.Period{}, false
	}
	return w.FromPrevious(c.before)
}

// resolve dates the times of the sentence.
func (c *calendar) resolve(v *view) {
	c.resolved, c.via = c.resolved[:0], c.via[:0]
	for i := range v.times {
		w, start := &v.times[i], v.timeStart(i)
		if (w.Base == timex.Absolute || w.Base == timex.Yearless) && !w.OpenEnd && !w.OpenStart && v.sinceEvent(start) {
			w.OpenEnd = true
		}
		p, ok := c.dated(v, i)
		if ok {
			p = c.fitted(v, i, p)
		}
		if ok = ok && !c.unsure(v, w, p); !ok {
			p = timex.Period{}
		}
		via := "context"
		if w.Base == timex.Absolute {
			via = "text"
		}
		c.resolved, c.via = append(c.resolved, p), append(c.via, via)
		if p.From == p.To && p.To.Date > 0 {
			c.date = p.To
		}
		if ok && p.Window == "" && !v.birth(start) && !v.figureIn(v.bracket(w.First)) && !v.isBase(start) && !(c.prev.Known() && v.former(start)) && v.clause[w.First] == 0 && (!v.inAttribution(w.First) || !c.prev.Known()) {
			c.prev, c.prevWas = p, w.Base == timex.Absolute && v.frontedTime(start)
		}
	}
}

// dated reads time i by itself and by the time told before it.
func (c *calendar) dated(v *view, i int) (timex.Period, bool) {
	w, prev := &v.times[i], c.prev
	if w.Base == timex.Yearless && !c.prevWas && (prev.Last().Month == 0 || w.OpenEnd && v.lastsTillNow()) {
		prev = timex.Period{}
	}
	if y := v.yearBehind(i); w.Base == timex.Yearless && y > 0 {
		prev = timex.At(timex.Day{Year: y, Month: max(w.Period.To.Month, 1)})
	}
	if w.Base == timex.Anaphor && !prev.Known() && c.covered.time.Known() {
		prev = c.covered.time // "the previous quarter" of a quarterly report
	}
	p, ok := c.covered.resolve(w)
	if !ok {
		p, ok = w.Resolve(c.ref, prev)
	}
	switch {
	case w.Base != timex.Anaphor:
	case w.Unit == timex.InDays && w.Steps == 0 && c.date.Known():
		return timex.At(c.date), true // "the total that day"
	case w.Unit == timex.ToWeekday && c.date.Known():
		return w.FromPrevious(timex.At(c.date))
	case !ok:
		return c.goingOn(v, i)
	case w.Steps < 0:
		c.basis = p
	case w.Unit == timex.Itself && v.is(w.Last-1, "period", "span", "time") && p.From == p.To && c.basis.Known() && c.basis.From == c.basis.To && c.basis.From.Compare(p.From) < 0:
		p = timex.Span(c.basis.From, p.From) // "it rose over the same period"
	}
	return p, ok
}

// fitted moves the period p of time i to where the words round it put it.
func (c *calendar) fitted(v *view, i int, p timex.Period) timex.Period {
	w, start := &v.times[i], v.timeStart(i)
	if w.Base == timex.Yearless && c.ref.Known() && (v.is(start-1, "by", "until", "before", "on") && v.foretold() || v.dueAt(w.First) || v.willAt(start, w.Last)) {
		p = p.Ahead(c.ref)
	}
	if w.Base == timex.Deictic && w.Unit == timex.InYears && w.Steps == 0 && w.Part > 0 && c.prev.Known() && c.prev.Last().Year < c.ref.Year && v.inYearOf(i) {
		p = timex.At(timex.Day{Year: c.prev.Last().Year, Month: w.Part})
	}
	if (w.OpenEnd || w.OpenStart) && !p.OpenEnd && !p.OpenStart {
		p = w.Opened(p)
	}
	if w.Unit == timex.ToWeekday && w.Steps == 0 && v.is(start-1, "by") && !w.OpenStart {
		p = p.NotBefore(c.prev.Last())
	}
	return p
}

// unsure reports whether the period p of w hangs on the day of the text where that is only
// guessed: "yesterday" of an unknown day.
func (c *calendar) unsure(v *view, w *timex.Expression, p timex.Period) bool {
	switch {
	case w.Bare:
		return c.guessed || !v.pastAt(w.First) || c.prev.Known() && c.prev.Last().Year != c.ref.Year
	case !c.guessed:
		return false
	case w.Base == timex.Deictic:
		return w.Unit == timex.InDays || w.Steps <= 0 && !c.lined
	case w.Base == timex.Yearless:
		return !c.lined && p.First().Year == c.ref.Year && c.prev.First().Year == 0 || v.foretold() || v.dueAt(w.First)
	}
	return false
}

// lastsTillNow reports whether the sentence tells what has happened up to now:
// "floods have displaced 900 people since July".
func (v *view) lastsTillNow() bool {
	for i := range v.w {
		if v.is(i, "has", "have") && v.w[i].mention < 0 && (v.tag(i+1) == doc.VBN || v.tag(i+1) == doc.VBD || v.tag(i+2) == doc.VBN) {
			return true
		}
	}
	return false
}

// pastAt reports whether the statement that word k stands in tells what happened once.
func (v *view) pastAt(k int) bool {
	lo, hi := k, k
	for lo > 0 && !v.is(lo-1, ";", ":") {
		lo--
	}
	for hi < len(v.w) && !v.is(hi, ";", ":") {
		hi++
	}
	for i := lo; i < hi; i++ {
		if (v.tag(i) == doc.VBD || v.tag(i) == doc.VBN && !v.has(i-1, auxiliary) && !v.has(i-2, auxiliary)) && v.w[i].mention < 0 && !v.is(i, "used") {
			return true
		}
	}
	return false
}

// yearBehind is the year that stands beside time i, outside of its brackets: "three days
// (24–26 March) in 1972"; 0 for none.
func (v *view) yearBehind(i int) int {
	if i+1 >= len(v.times) || v.tag(v.times[i].Last) != doc.RParen || v.times[i+1].First > v.times[i].Last+2 {
		return 0
	}
	w := &v.times[i+1]
	if w.Base != timex.Absolute || w.Period.From != w.Period.To || w.Period.From.Month > 0 {
		return 0
	}
	return w.Period.From.Year
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

// published is the day of publication: the card's date, else the latest year
// that the running text names as past, with the month of its dateline or the
// latest month named without a year. lined says that a dateline told the month.
func published(d *doc.Document, v *view, x index) (ref timex.Day, lined bool) {
	if ref := timex.ParseDay(d.Meta.Date); ref.Known() {
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
func (v *view) projected(w *timex.Expression, start int) bool {
	if v.is(start-1, "by", "until", "till", "through") && !v.toldBefore(start-1) || v.is(start-2, "target", "targets", "goal", "goals", "forecast", "forecasts") {
		return true
	}
	switch {
	case v.is(w.Last, "appeal", "budget", "plan", "target", "targets", "goal", "goals", "forecast", "programme", "program", "season", "election", "elections", "deadline"):
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
	ref    timex.Day // the latest year
	month  int       // the latest month of that year that is named with it
	near   bool      // a part of that year is named, so that the text is hardly much later
	line   timex.Day // of a dateline
	months [13]bool
	bound  int // no later than this, 0 where nothing tells
	years  []int
}

func (n *named) take(v *view, w *timex.Expression) {
	switch last := w.Period.Last(); {
	case w.Base == timex.Absolute && w.Period.Window == "" && !w.OpenStart:
		if last.Year-w.Period.First().Year >= 9 || last.Year > maxYear {
			return
		}
		if n.years = append(n.years, last.Year); last.Year < n.ref.Year {
			return
		}
		if last.Year > n.ref.Year {
			n.ref, n.month, n.near = timex.Day{Year: last.Year}, 0, false
		}
		n.month, n.near = max(n.month, last.Month, v.partBegun(w)), n.near || w.Partial || last.Month > 0
	case w.Base == timex.Yearless && v.dateline(w):
		n.line = last
	case w.Base == timex.Yearless && !v.dueAt(w.First):
		n.months[last.Month] = true
	}
}

// partBegun is the month of a year that had begun where the text speaks of a part of it:
// "in mid-2020"; 0 where it tells none.
func (v *view) partBegun(w *timex.Expression) int {
	for k := w.First; k < w.Last && w.Partial; k++ {
		switch part, _, _ := strings.Cut(v.low(k), "-"); part {
		case "mid", "middle":
			return 5
		case "late":
			return 9
		}
	}
	return 0
}

func (n *named) latest() (ref timex.Day, lined bool) {
	ref = n.ref
	if n.bound > 0 && n.bound < ref.Year { // the latest was foreseen
		ref, n.near = timex.Day{}, false
		for _, y := range n.years {
			if y <= n.bound {
				ref.Year = max(ref.Year, y)
			}
		}
	}
	switch {
	case !ref.Known():
	case n.line.Month > 0:
		if ref.Month, ref.Date = n.line.Month, n.line.Date; n.month > ref.Month {
			ref.Year++ // what the text names with its year is past
		}
		return ref, true
	default:
		ref.Month = latestMonth(n.months)
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
		if y := w.Period.Last().Year; w.Base == timex.Absolute && w.Period.Window == "" && !w.OpenStart && !w.OpenEnd && y > 1900 && v.willBefore(v.timeStart(i)) && (n.bound == 0 || y < n.bound) {
			n.bound = y
		}
	}
}

// willBefore reports whether the verb before word k is one with "will".
func (v *view) willBefore(k int) bool {
	for i := k - 1; i >= 0 && !v.is(i, ";"); i-- {
		if v.is(i, "will", "'ll") || v.isToBe(i) {
			return true
		}
		if v.tag(i) == doc.VBD || v.tag(i) == doc.VBZ || v.tag(i) == doc.VBP {
			return false
		}
	}
	return false
}

// willAt reports whether the verb that a time at words start to last stands with is one
// with "will": "fares will go up in April", "from July a ticket will cost".
func (v *view) willAt(start, last int) bool {
	if v.willBefore(start) {
		return true
	}
	for k := last; k < len(v.w) && v.frontedTime(start) && !v.is(k, ";"); k++ {
		if v.verbBetween(k, k+1) {
			return v.is(k, "will", "'ll", "shall") || v.isToBe(k)
		}
	}
	return v.wouldBefore(start) || v.isComma(last) && v.isToBe(last+1)
}

// isToBe reports whether "is to reach", "are to be paid" begins at word k.
func (v *view) isToBe(k int) bool {
	return v.is(k, "is", "are") && v.tag(k+1) == doc.TO && (v.tag(k+2) == doc.VB || v.is(k+2, "be"))
}

// wouldBefore reports whether the verb before word k is what somebody said would be: "said
// that it would send vans from June".
func (v *view) wouldBefore(k int) bool {
	for i := k - 1; i > 0 && !v.is(i, ";"); i-- {
		if v.is(i, "would") {
			return v.anySaid(i)
		}
		if v.tag(i) == doc.VBD || v.tag(i) == doc.VBZ || v.tag(i) == doc.VBP {
			return false
		}
	}
	return false
}

// anySaid reports whether somebody says something by a verb before word k.
func (v *view) anySaid(k int) bool {
	for a := range v.said {
		if v.said[a].verb >= 0 && v.said[a].verb < k {
			return true
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
