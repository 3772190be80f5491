package claim

import (
	"strings"

	"analyze/internal/doc"
	"analyze/internal/nlp/timex"
)

// A chosen time is a time with how it was found.
type chosenTime struct {
	p      timex.Period
	via    string            // text, context
	w      *timex.Expression // nil where it was carried over
	byThen bool              // "by early 2017": a change counts from the time before
}

// timeOf chooses the time of figure f among those of the sentence.
func (v *view) timeOf(f int, c *calendar) (chosenTime, bool) {
	best, cost := -1, 24
	for i := range v.times {
		if n := v.timeCost(i, f); n < cost {
			best, cost = i, n
		}
	}
	if best < 0 {
		return chosenTime{}, false
	}
	p := c.resolved[best]
	if !p.Known() {
		return chosenTime{}, false
	}
	w := &v.times[best]
	return chosenTime{p: v.endOf(p, w, f), via: c.via[best], w: w, byThen: v.is(v.timeStart(best)-1, "by")}, true
}

// presentIn reports whether the verb of the relative clause of figure f before it tells what
// holds now.
func (v *view) presentIn(f int) bool {
	c := v.clause[v.first[f]]
	for k := v.first[f] - 1; k >= 0 && v.clause[k] == c; k-- {
		if v.verbBetween(k, k+1) {
			return (v.tag(k) == doc.VBZ || v.tag(k) == doc.VBP) && v.tag(k+1) != doc.VBN && v.tag(k+2) != doc.VBN
		}
	}
	return false
}

// inSaying reports whether word i belongs to the words that say who states
// something, the time of the statement included.
func (v *view) inSaying(i int) bool {
	for k := range v.said {
		if a := &v.said[k]; a.first <= i && i < a.last && v.clause[i] == v.clause[a.verb] {
			return true
		}
	}
	return false
}

// dateline reports whether a time stands before the text of a report: "CAIRO,
// Aug. 7 (Agency) -".
func (v *view) dateline(w *timex.Expression) bool {
	if w.First > 6 {
		return false
	}
	k := w.Last
	if v.low(k) == "(" {
		for k < len(v.w) && k < w.Last+8 && v.tag(k) != doc.RParen {
			k++
		}
		k++
	}
	return v.isDash(k) && k < len(v.w)
}

// origins are participles that say when a thing came into the world.
var origins = wordSet("founded established created born built opened launched introduced formed inaugurated completed incorporated invented")

// ofOtherVerb reports whether the time at words start to last belongs to a verb before it
// and figure f to one behind it: "the library, founded in 1602, held 300 books", "it spun
// 90 tonnes in 2015 and employs 30 people".
func (v *view) ofOtherVerb(start, last, f int) bool {
	if v.frontedTime(start) {
		return false
	}
	own := v.verbBefore(start)
	past := own >= 0 && (v.tag(own) == doc.VBD || v.tag(own) == doc.VBN) && (v.isComma(own-1) || !v.has(own, says|counts))
	came := own >= 0 && v.cameAbout(own)
	for k := last; k < v.first[f]; k++ {
		joined := v.is(k-1, "and", "but")
		switch {
		case v.is(k, ":"):
			return false
		case !v.verbBetween(k, k+1) || v.clause[k] != v.clause[v.first[f]]:
		case came && !joined, (past || joined && v.clause[k] == 0) && v.presentAt(k):
			return true
		}
	}
	return false
}

// verbBefore is the verb that a time beginning at word start stands with, -1 where none
// is near.
func (v *view) verbBefore(start int) int {
	for k := start - 1; k >= 0 && k > start-12 && !v.ends(k); k-- {
		if v.tag(k).IsVerb() || origins[v.low(k)] {
			return k
		}
	}
	return -1
}

// cameAbout reports whether word k is a participle that says when something came into
// the world, and no verb with an object: "Opened by the king", but not "opened a bureau".
func (v *view) cameAbout(k int) bool {
	return origins[v.low(k)] && !v.has(k-1, auxiliary) && !v.has(k-2, auxiliary) && (v.tag(k+1) == doc.IN || v.tag(k+1) == doc.RB)
}

// presentAt reports whether word k is a verb that says what holds now, other than "is".
func (v *view) presentAt(k int) bool {
	switch {
	case v.tag(k) != doc.VBZ && (v.tag(k) != doc.VBP || v.tag(k-1) != doc.NNS && v.tag(k-1) != doc.PRP && !v.is(k-1, "and", "but")):
		return false
	case v.has(k, says|counts) && !v.has(k, clausal), v.is(k-1, "as"):
		return false
	case v.is(k, "has", "have"):
		return v.tag(k+1) != doc.VBN && v.tag(k+2) != doc.VBN
	}
	return !v.has(k, auxiliary)
}

// toCome reports whether figure f is only foreseen by who states it: "said in March that
// output would rise by 5 tonnes".
func (v *view) toCome(f int) bool {
	for k := v.first[f] - 1; k >= 0 && k > v.first[f]-8; k-- {
		switch {
		case v.is(k, "would", "will", "'ll"):
			return true
		case v.figureAt(k), v.verbBetween(k, k+1):
			return false
		}
	}
	return false
}

// statementTime is the time of the statement that a makes: "said in April".
func (v *view) statementTime(a *attribution, c *calendar) (chosenTime, bool) {
	for i := range v.times {
		w := &v.times[i]
		if v.clause[w.First] != v.clause[a.verb] {
			continue
		}
		if w.First >= a.first && w.Last <= a.last+1 && c.resolved[i].Known() && !w.OpenEnd && !w.OpenStart {
			return chosenTime{p: c.resolved[i], via: c.via[i]}, true
		}
	}
	return chosenTime{}, false
}

// acrossPair gives a change the time between the two states that it is told with: "rose
// by 9 percent from A in 2009 to B in 2014", "B in 2014 against A in 2009, a rise of 9
// percent".
func (v *view) acrossPair(f int, c *calendar) (timex.Period, bool) {
	switch {
	case !v.isChange(f):
	case f+2 < len(v.first) && v.is(v.first[f+1]-1, "from") && v.is(v.first[f+2]-1, "to"):
		return v.spanOf(f+1, f+2, c)
	case f > 1 && v.setFrom(f-1) && v.restates(f):
		return v.spanOf(f-1, f-2, c)
	}
	return timex.Period{}, false
}

// dealtOut gives the time of figure f where the sentence deals as many times out as it has
// figures: "in 2012 and in 2018 it fined them $6m and $97m respectively".
func (v *view) dealtOut(f int, c *calendar) (timex.Period, bool) {
	if n := len(v.times); !v.deals() || n == 0 || v.times[n-1].First > v.first[0] && v.times[0].First < v.last[len(v.last)-1] {
		return timex.Period{}, false
	}
	var list []timex.Period
	for _, p := range c.resolved {
		one := p
		one.More = nil
		list = append(append(list, one), p.More...)
	}
	if len(list) < 2 || len(list) != len(v.figures) || !list[f].Known() {
		return timex.Period{}, false
	}
	return list[f], true
}

// restates reports whether figure f says what the change was that was told: ", a fall of
// 28 per cent".
func (v *view) restates(f int) bool {
	for k := v.first[f] - 1; k > v.last[f-1] && k > v.first[f]-6; k-- {
		if v.isComma(k) {
			return v.is(k+1, "a", "an", "or") && !v.verbBetween(k, v.first[f]) || v.is(k+1, "which") && v.is(k+2, "is", "was")
		}
	}
	return false
}

// spanOf is the time between that of figure a and that of figure b, both of one date.
func (v *view) spanOf(a, b int, c *calendar) (timex.Period, bool) {
	from, ok := v.timeOf(a, c)
	to, ok2 := v.timeOf(b, c)
	if !ok || !ok2 || from.p.From != from.p.To || to.p.From != to.p.To || from.p.From == to.p.From || from.p.From.Year > to.p.From.Year {
		return timex.Period{}, false
	}
	return timex.Span(from.p.From, to.p.From), true
}

// timeStart is the first word of time i, its article included.
func (v *view) timeStart(i int) int {
	k := v.times[i].First
	if v.is(k-1, "the", "about", "around") {
		k--
	}
	return k
}

// timeCost is how far time i is from figure f.
func (v *view) timeCost(i, f int) int {
	w, start := &v.times[i], v.timeStart(i)
	a, b := v.first[f], v.last[f]
	within := w.First >= a && w.Last <= b
	switch {
	case v.bracket(a) == w.Last && a == w.Last+1:
		return 0 // "the lowest since 2009 (14 percent)"
	case v.timeOfOther(w, start, f):
		return never
	case within:
		return 0
	}
	c := 0
	if (w.Period.Window != "" || w.Before) && len(v.times) > 1 {
		c += 6 // how long it took, where another time says when
	}
	if k := start - 1; v.isComma(k-2) && v.is(k, "in", "on") && v.is(k-1, "published", "released", "issued", "dated", "printed", "completed") {
		c += 12 // of the report, which holds where nothing else is said
	}
	if w.First >= b {
		return c + v.timeBehind(w, start, f)
	}
	return c + v.timeBefore(w, start, f)
}

// timeOfOther reports whether the time w, which begins at word start, is that of something
// else than what figure f counts.
func (v *view) timeOfOther(w *timex.Expression, start, f int) bool {
	a, b := v.first[f], v.last[f]
	switch {
	case v.compared(start, f), v.apartFrom(w.First, f), v.onlySince(start), v.birth(start):
		return true
	case v.isBase(start):
		right := a >= w.Last && a <= w.Last+3 && v.commas(w.Last-1, a) == 0 && !v.isComma(w.Last)
		if !right && !(w.First >= a && w.Last <= b) {
			return true
		}
	}
	switch {
	case v.clause[a] > 0 && v.clause[w.First] == 0 && v.presentIn(f):
		return true // "the county, which has 90 schools, shut its kitchens in 1990"
	case v.lasts(f) && w.OpenEnd && (v.w[a].quoted != v.w[w.First].quoted || v.d.Figures[v.figures[f]].Kind == doc.Age):
		return true
	case v.is(start-1, "ratified", "signed", "concluded", "negotiated") && v.isNoun(start-2):
		return true // a treaty, and not what it provides
	case (v.is(start-1, "regarding", "concerning") || v.is(start, "about") && v.is(start+1, "the")) && v.isNoun(w.Last):
		return true
	}
	return v.inSaying(w.First) || v.dateline(w) || v.ofOtherVerb(start, w.Last, f) || v.betweenDashes(w, start, f) ||
		v.ofPaper(w, start) || v.ofPrices(w, start) || v.aside(w, f)
}

// timeBehind weighs what stands between figure f and the time w behind it, which begins at
// word start.
func (v *view) timeBehind(w *timex.Expression, start, f int) int {
	b := v.last[f]
	n := v.between(b, w.First)
	c := 1 + (w.First-b)/5 + v.parting(b, w.First, ahead) + v.commas(b, w.First)
	if v.setAgainst(b, w.First) && n > 0 {
		c += 30
	}
	if v.is(start-1, "in", "by", "between", "from", "since") && v.is(start-2, ";", ":") || v.is(start-1, ";") {
		c += 12
	}
	if v.leads(start-1, w.Last, f+1) || v.is(start-2, "and", "but") && v.isComma(w.Last) && f+1 < len(v.first) && v.first[f+1] > w.Last {
		c += 14 // "40 in 1986 and, in 2006, a bare 30"
	}
	if !(v.is(w.First-1, "(") && v.tag(w.Last) == doc.RParen) && v.besides(b, start) {
		c += 24
	}
	if v.ofParts(b, start) {
		c += 24
	}
	switch {
	case n == 0:
	case w.Base == timex.Anaphor && w.Steps < 0 && (v.commas(b, w.First) > 0 || v.verbBetween(b, w.First) || v.is(v.first[f+1]-1, "from")),
		v.is(v.first[f]-1, "from") && f+1 < len(v.first) && v.is(v.first[f+1]-1, "to") && v.is(start-1, "by"):
		c += 30 // what the figure beside it is set against
	case v.jointSubject(f, w.First), v.whenHappened(f, w.First):
		c += n
	default:
		c += v.crossing(b, w.First, f) + 4*n
		if v.contrasted(f + 1) {
			c += 12
		}
	}
	return c
}

// timeBefore weighs what stands between the time w, which begins at word start, and figure f
// behind it.
func (v *view) timeBefore(w *timex.Expression, start, f int) int {
	a, b := v.first[f], v.last[f]
	fronted := v.frontedTime(start)
	switch {
	case v.leads(start-1, w.Last, f):
		return 2
	case fronted:
	case v.former(start) && !v.is(a-1, "from"):
		return never // "down from 31 a decade ago, on a coast of 853 km"
	case v.is(b, "now", "today", "currently", "still") && v.clause[a] > 0, (w.OpenStart || w.OpenEnd) && v.semicolon(w.Last, a), v.ofName(w, f):
		return never
	}
	c, n := v.parting(w.Last, a, ahead), v.between(w.Last, a)
	other := v.thenBetween(w.Last, a) || v.setFrom(f) && v.times[len(v.times)-1].First >= b
	if fronted {
		c += 3 + 2*n
	} else {
		c += 5 + (a-w.Last)/6 + 5*n
		other = other || v.contrasted(f) && v.ownsTime(w, f) && !v.isChange(f-1) && !v.joinedLast(f)
	}
	if other {
		c += 30
	}
	return c
}

// ofPaper reports whether the time that begins at word start is that of a paper:
// "its letter of 3 September gives".
func (v *view) ofPaper(w *timex.Expression, start int) bool {
	if works[v.low(w.Last)] {
		return true // "from the 2006 team"
	}
	return v.is(start-1, "of", "dated") && v.is(start-2, "letter", "memo", "memorandum", "statement", "speech", "decree", "order", "agreement", "resolution",
		"treaty", "accord", "note", "circular", "email", "act", "law", "communique", "communiqué")
}

// works are made once, in their year, whatever is said of them later.
var works = wordSet("team squad law act constitution treaty agreement deal accord pact article essay book novel film album song speech resolution directive ruling judgment cabernet vintage model")

// ofPrices reports whether a time only tells in what money something is counted:
// "at the rate of 2016", "in 2010 prices".
func (v *view) ofPrices(w *timex.Expression, start int) bool {
	return v.is(start-1, "of") && v.is(start-2, "rate", "rates", "prices", "price", "value", "dollars") && v.is(start-3, "the", "at", "exchange", "constant", "current", "in") ||
		v.is(w.Last, "prices", "dollars", "euros", "money", "terms", "rupees") || v.is(w.Last, "us") && v.is(w.Last+1, "dollars")
}

// aside reports whether a time belongs to another figure with which it stands in
// brackets, or to a statement there: "turnout was 57 percent (2019: 64)".
func (v *view) aside(w *timex.Expression, f int) bool {
	open := v.bracket(w.First)
	if open == 0 || v.bracket(v.first[f]) == open {
		return false
	}
	end := w.Last
	for end < len(v.w) && end < w.Last+12 && v.tag(end) != doc.RParen {
		end++
	}
	return v.figureIn(open) || v.verbBetween(open, end)
}

// betweenDashes reports whether a time stands by itself between dashes before another
// figure than f: "eight hours, then – from May – twelve".
func (v *view) betweenDashes(w *timex.Expression, start, f int) bool {
	if v.tag(start-1) == doc.IN {
		start--
	}
	return v.isDash(start-1) && v.isDash(w.Last) && (v.first[f] < w.First || v.first[f] > w.Last+2)
}

// ofName reports whether the year w is that of something named, which figure f is joined
// to: "at the 2014 World Cup and two regional cups".
func (v *view) ofName(w *timex.Expression, f int) bool {
	a := v.first[f]
	if w.Base != timex.Absolute || w.Period.From != w.Period.To || !v.isNoun(w.Last) || !v.is(a-1, "and", "or") {
		return false
	}
	for k := w.Last; k < a-1; k++ {
		if v.tag(k).IsVerb() && v.w[k].mention < 0 || v.isComma(k) {
			return false
		}
	}
	return true
}

// figureIn reports whether a figure stands in the brackets that open at word
// open, 0 for none.
func (v *view) figureIn(open int) bool {
	for g := range v.first {
		if open > 0 && v.first[g] > open && v.bracket(v.first[g]) == open {
			return true
		}
	}
	return false
}

// jointSubject reports whether figure f and those between it and word hi are the
// subject of one verb: "40 cases and 9 deaths (2 percent) were recorded since May".
func (v *view) jointSubject(f, hi int) bool {
	g := f // the last of them outside brackets
	for i := f + 1; i < len(v.first) && v.first[i] < hi; i++ {
		if v.bracket(v.first[i]) == 0 {
			g = i
		}
	}
	if g > f && v.verbBetween(v.last[f], v.first[g]) || !v.verbBetween(v.last[g], hi) || v.semicolon(v.last[f], hi) {
		return false
	}
	joined := g == f
	for k := v.last[f]; k < hi; k++ {
		switch {
		case v.timeAt[k] >= 0 && k < v.first[g], v.has(k, partsOff), v.is(k, "which", "whom", "who"):
			return false
		case k < v.first[g]:
			joined = joined || v.is(k, "and")
		case v.verbBetween(k, k+1) && v.bracket(k) == 0:
			return joined
		case v.is(k, "and", "but"), v.isComma(k):
			return false
		}
	}
	return joined
}

// whenHappened reports whether a clause that says when it happened begins behind the last
// figure before the time at word hi, which figure f and those between are joined in front
// of: "31 were killed and 90 are missing after a ferry sank on Friday".
func (v *view) whenHappened(f, hi int) bool {
	g := f
	for g+1 < len(v.first) && v.first[g+1] < hi {
		g++
	}
	at := -1
	for k := v.last[g]; k < hi; k++ {
		if v.is(k, "after", "when", "as") && at < 0 {
			at = k
		}
		if v.ends(k) || v.is(k, ";", "and") {
			return false
		}
	}
	if at < 0 || v.verbBefore(hi) < at || v.semicolon(v.last[f], at) {
		return false
	}
	for i := f; i < g; i++ {
		if !v.conjoined(v.last[i], v.first[i+1]) {
			return false
		}
	}
	return true
}

// ofParts reports whether between words lo and hi a part of what was counted is
// spoken of, up to there: "of which 30 had come by May".
func (v *view) ofParts(lo, hi int) bool {
	for k := lo + 1; k+1 < hi; k++ {
		if v.is(k, "of") && v.is(k+1, "them", "these", "those") {
			return true
		}
		if v.is(k, "of") && v.is(k+1, "which", "whom") {
			return !v.isComma(hi-1) && !v.isComma(hi-2)
		}
	}
	return false
}

// besides reports whether between words lo and hi something else begins that the time
// behind is told of: "by 8 percent, with a peak in 2030".
func (v *view) besides(lo, hi int) bool {
	for k := lo; k+1 < hi; k++ {
		if v.isComma(k) && v.is(k+1, "with") || v.is(k, ";") && !v.sameSubject(k+1) {
			return true
		}
	}
	return false
}

// semicolon reports whether one stands between words lo and hi.
func (v *view) semicolon(lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if v.is(k, ";") {
			return true
		}
	}
	return false
}

// former reports whether the time that begins at word start is that of a figure
// which another is set against: "down from 90 in 2017".
func (v *view) former(start int) bool {
	k := start - 1
	for k >= 0 && v.is(k, "in", "by", "at", "on", "during", "for", "the") {
		k--
	}
	if !v.figureAt(k) {
		return false
	}
	f := v.figureIndex(v.w[k].figure)
	return f >= 0 && v.setFrom(f)
}

// setFrom reports whether figure f is what the one before it is set against.
func (v *view) setFrom(f int) bool {
	k := v.first[f] - 1
	for k > 0 && (v.tag(k) == doc.RB || v.tag(k) == doc.DT) {
		k--
	}
	if v.is(k, "from") && f > 0 && v.last[f-1] == k && v.is(v.first[f-1]-1, "to") {
		return true // "slipped to 214 from 231"
	}
	return v.is(k, "from") && v.is(k-1, "up", "down") || v.is(k, "against", "versus") && f > 0 || v.is(k, "with", "to") && v.is(k-1, "compared")
}

// rival gives figure f, behind a semicolon and without a time of its own, the time
// of the figure for the same thing before it: "the army counts 90 dead in 2018,
// down from 95 in 2017; the police say 88".
func (r *reader) rival(c *doc.Claim, f int) bool {
	v := r.v
	if f == 0 || !v.semicolon(v.last[f-1], v.first[f]) || c.What == "" {
		return false
	}
	for i := range v.times {
		if w := &v.times[i]; w.First >= v.last[f-1] && v.semicolon(v.last[f-1], w.First) {
			return false
		}
	}
	for g := f - 1; g >= 0; g-- {
		o := &r.d.Claims[v.figures[g]]
		if !strings.EqualFold(o.What, c.What) || o.Kind != c.Kind || o.Time == "" || v.setFrom(g) {
			continue
		}
		c.Time, c.TimeVia = o.Time, "context"
		return true
	}
	return false
}

// compared reports whether a time stands only for comparison: "than in 2017",
// "as in 2009", with no figure of its own.
func (v *view) compared(start, f int) bool {
	k := start - 1
	for k >= 0 && v.is(k, "in", "at", "of", "during", "for", "those", "that") {
		k--
	}
	if v.is(k, "did", "was", "were", "had", "stood", "made", "produced") && (v.is(k-2, "what", "than") || v.is(k-3, "what", "than")) {
		return true // "a tenth of what it was in"
	}
	return v.has(k, compares) && !v.is(k, "like") && !(v.is(k, "as") && v.is(k+1, "of")) && k >= v.last[f]-2 ||
		v.has(k, compares) && !v.is(k, "as", "like")
}

// contrasted reports whether figure f is set against the one before it: "from
// 300 to 500", "300 and 500", "down from 700".
func (v *view) contrasted(f int) bool {
	if f >= len(v.first) {
		return false
	}
	k := v.first[f] - 1
	for k >= 0 && (v.tag(k) == doc.RB || v.tag(k) == doc.DT || v.tag(k).IsAdjective()) {
		k--
	}
	if v.is(k, "to") && f > 0 && v.followsOn(v.last[f-1], k) {
		return false
	}
	return v.is(k, "to", "and", "or", "from", "against", "with", "but")
}

// followsOn reports whether among words lo to hi a participle begins what came of
// the statement: ", taking the toll to 40" is no other state.
func (v *view) followsOn(lo, hi int) bool {
	for i := lo + 1; i < hi; i++ {
		if v.tag(i) == doc.VBG && v.isComma(i-1) {
			return true
		}
	}
	return false
}

// joinedLast reports whether figure f is joined to the one before by "and", counts the
// same and has no time behind it: "30 GW of gas on 15 May, and 16 of wind".
func (v *view) joinedLast(f int) bool {
	g, h := &v.d.Figures[v.figures[f-1]], &v.d.Figures[v.figures[f]]
	return v.is(v.first[f]-1, "and") && !v.setFrom(f-1) && g.Unit == h.Unit && g.Kind == h.Kind && v.times[len(v.times)-1].First < v.first[f] && !v.thenBetween(v.last[f], len(v.w)) && !v.verbBetween(v.last[f-1], len(v.w))
}

// isChange reports whether figure f is a change.
func (v *view) isChange(f int) bool {
	fig := &v.d.Figures[v.figures[f]]
	return fig.Kind == doc.ChangeKind || fig.Bound == doc.Change
}

// ownsTime reports whether the time stands right behind the figure before f, so
// that it is that one's.
func (v *view) ownsTime(w *timex.Expression, f int) bool {
	if f == 0 {
		return false
	}
	g := v.last[f-1]
	return w.First >= g && !v.verbBetween(g, w.First)
}

// frontedTime reports whether a time begins a statement: "In 2015, …".
func (v *view) frontedTime(start int) bool {
	k := start
	for k > 0 && (v.tag(k-1) == doc.IN || v.tag(k-1) == doc.DT || v.tag(k-1) == doc.RB || v.is(k-1, "at", "its", "peak", "height", "of", "by", "as")) {
		k--
	}
	return k == 0 || v.is(k-1, ";", ":", "and", "but", "while", "whereas", "(") || v.isDash(k-1) || v.isQuote(k-1) || v.is(k-1, "that") || v.isComma(k-1) && v.is(k, "in", "by", "at") && v.has(start, timeCue) && v.isComma(k-1) && v.clauseAt(v.times[v.timeAt[v.timeWord(start)]].Last)
}

// timeWord is the first word from k on that belongs to a time.
func (v *view) timeWord(k int) int {
	for k < len(v.w)-1 && v.timeAt[k] < 0 {
		k++
	}
	return k
}

// thenBetween reports whether "then" or "now" opens another time between words
// lo and hi.
func (v *view) thenBetween(lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if v.is(k, "then", "now", "today", "later", "subsequently") && v.timeAt[k] < 0 || v.is(k, "since") && v.is(k-1, "has", "have") {
			return true
		}
	}
	return false
}

var toWord = wordSet("to")

// endOf takes from the period of a movement the end that figure f speaks of:
// "between 2001 and 2011 it rose from 3 to 9".
func (v *view) endOf(p timex.Period, w *timex.Expression, f int) timex.Period {
	if p.OpenEnd && v.bracket(v.first[f]) == w.Last && w.Base == timex.Absolute {
		return w.Period
	}
	if p.OpenEnd && v.first[f] > w.Last && (v.is(w.Last, "when") || v.is(w.Last+1, "when") && v.clause[v.first[f]] == v.clause[w.Last+1]) {
		return timex.At(p.From)
	}
	if p.OpenEnd && v.is(v.first[f]-1, "from") && f+1 < len(v.first) && v.is(v.first[f+1]-1, "to", "about") && v.anyOf(toWord, v.last[f], v.first[f+1]) {
		return timex.At(p.From) // "from 210 to 447 since April", "since April, from 40 to about 20"
	}
	if p.From == p.To || p.OpenEnd || p.OpenStart || p.Window != "" || len(p.More) > 0 || w.Last == v.first[f] {
		return p
	}
	if v.isChange(f) || p.From.Year == p.To.Year {
		return p
	}
	k := v.first[f] - 1
	for k > 0 && (v.tag(k) == doc.RB || v.tag(k) == doc.DT || v.isComma(k)) {
		k--
	}
	switch paired := v.d.Figures[v.figures[f]].Pair >= 0; {
	case v.is(k, "to") && (paired || v.first[f] > w.Last):
		return timex.At(p.To)
	case v.is(k, "from") && paired:
		return timex.At(p.From)
	}
	return p
}
