package figure

import (
	"strings"

	"analyze/internal/doc"

	"github.com/govalues/decimal"
)

// A rule gives the reason why numeral k is no figure, "" if it does not know.
type rule func(r *reader, k int) string

// rules are asked in this order; the first that answers is believed.
var rules = []rule{
	(*reader).isPlaceOnGlobe, (*reader).isRestated, (*reader).isProbability, (*reader).leadingZero, (*reader).afterImprint, (*reader).inCode, (*reader).serial, (*reader).slashed, (*reader).isCited, (*reader).isTime, (*reader).isDate, (*reader).isPhone, (*reader).isEmergency, (*reader).evenSplit, (*reader).isOldYear, (*reader).isYear, (*reader).isHouse,
	(*reader).isDecade, (*reader).captionLabel, (*reader).isLabel, (*reader).isPeriod, (*reader).isChained, (*reader).isScore, (*reader).isTitled,
	(*reader).isGlued, (*reader).inName, (*reader).modelBehindCount, (*reader).isModel, (*reader).isEnumerator, (*reader).headsNote, (*reader).headsPart, (*reader).lettered, (*reader).loneScale, (*reader).isOrdinal, (*reader).isBareMark,
}

// classify gives a reason to each numeral that is no figure.
func (r *reader) classify() {
	for k := range r.nums {
		n := &r.nums[k]
		if n.reason == "code" && r.isDottedDate(n) {
			n.reason = "date"
		}
		if n.reason == "" && r.low(n.first-1) == "take" && r.low(n.first-2) == "or" && r.low(n.first-3) == "give" {
			n.reason = "tolerance" // "1.5 million, give or take 100,000"
		}
		for _, ask := range rules {
			if n.reason != "" {
				break
			}
			n.reason = ask(r, k)
		}
	}
	r.daysOfDates()
	r.markIdioms()
}

// markIdioms gives their reason to the numerals in fixed phrases.
func (r *reader) markIdioms() {
	k := 0
	for i := 0; i < len(r.ps); i++ {
		for k < len(r.nums) && r.nums[k].last <= i {
			k++
		}
		if k == len(r.nums) {
			return
		}
		i = max(i, r.nums[k].first-longestIdiom+1) // none that begins before holds it
		reason, n := idioms.at(r.ps, i)
		if n == 0 {
			continue
		}
		for m := k; m < len(r.nums) && r.nums[m].first < i+n; m++ {
			if r.nums[m].sort == everyNth || r.nums[m].first < i && r.low(i-1) == "-" || r.hyphenUnit(r.nums[m].last) && !r.zeroTime(&r.nums[m]) {
				continue
			}
			r.nums[m].reason = reason
		}
	}
}

// zeroTime reports whether n is the zero of "zero-hours contracts".
func (r *reader) zeroTime(n *numeral) bool {
	u, m := units.at(r.ps, n.last+1)
	return m > 0 && n.val.IsZero() && u[0].dim == "time"
}

func (r *reader) hyphenUnit(i int) bool {
	if r.low(i) != "-" {
		return false
	}
	_, n := units.at(r.ps, i+1)
	_, m := r.percentAt(i + 1)
	return n+m > 0
}

// plainDigits reports whether n is digits without marks, scale or fraction.
func (n *numeral) plainDigits() bool {
	return n.shape == plainInt && !n.inWords && n.sort == cardinal && n.last == n.first+1
}

func (n *numeral) between(low, high int64) bool {
	return n.val.Cmp(num(low)) >= 0 && n.val.Cmp(num(high)) <= 0
}

func (r *reader) leadingZero(k int) string {
	n := &r.nums[k]
	if n.shape == commaDec && !r.comma && r.unitAt(n.last) == 0 && n.scale.Cmp(num(1)) == 0 && r.moneyBefore(n.first) < 0 {
		return "unclear"
	}
	if p := &r.ps[n.first]; p.form == digits && p.lex.zero && n.sort == cardinal && p.lex.shape == plainInt {
		return "code"
	}
	return ""
}

// serial sees rows of three numbers and more that hyphens or points tie:
// dates, telephone numbers, codes.
func (r *reader) serial(k int) string {
	tied := 0
	for j := k; j > 0 && tied < 8 && r.tied(j-1, j); j-- {
		tied++
	}
	for j := k; j+1 < len(r.nums) && tied < 16 && r.tied(j, j+1); j++ {
		tied++
	}
	if tied < 2 {
		return ""
	}
	if r.nums[k].between(1500, 2200) || r.nums[k].val.Cmp(num(31)) <= 0 {
		return "date"
	}
	return "code"
}

func (r *reader) tied(a, b int) bool {
	j := r.nums[a].last
	return r.nums[b].first == j+1 && r.ps[j].form == sign && r.ps[j].low == "-" && r.glued(j) && r.glued(j+1) && !r.nums[a].inWords && r.nums[a].sort == cardinal
}

// slashed sees 10/7 and 10/7/2016, and years such as 2015/16.
func (r *reader) slashed(k int) string {
	n := &r.nums[k]
	if n.inWords || n.sort != cardinal && n.sort != share || r.low(n.first-1) == "/" && r.moneyBefore(n.first) >= 0 {
		return "" // "S/4.5 million"
	}
	before := r.low(n.first-1) == "/" && r.glued(n.first) && r.is(n.first-2, digits)
	if r.low(n.first-1) == "/" && r.glued(n.first) && r.glued(n.first-1) && r.is(n.first-2, word) && r.ps[n.first-2].upper {
		return "code"
	}
	behind := r.low(n.last) == "/" && r.glued(n.last) && r.is(n.last+1, digits) && r.glued(n.last+1)
	if !before && r.low(n.first-1) == "/" && k > 0 && r.nums[k-1].reason == "date" && r.nums[k-1].last == n.first-1 && n.between(0, 99) {
		return "date" // "11/15/ 17", as scanners part it
	}
	if !before && !behind {
		if n.sort == share && r.low(n.last) == "/" && r.glued(n.last) {
			return "date"
		}
		return ""
	}
	switch {
	case before && k > 0 && (r.nums[k-1].reason == "year" || r.nums[k-1].reason == "date"):
		return r.nums[k-1].reason
	case n.between(1500, 2200) && n.plainDigits():
		return "year"
	case n.between(1, 31):
		return "date"
	}
	return "code"
}

func (r *reader) isDottedDate(n *numeral) bool {
	t := r.d.Text[r.ps[n.first].Start:r.ps[n.first].End]
	if len(t) < 6 || len(t) > 10 {
		return false
	}
	dots, last := 0, 0
	for i := 0; i < len(t); i++ {
		if t[i] == '.' {
			dots++
			last = i
		} else if !isDigit(t[i]) {
			return false
		}
	}
	return dots == 2 && (len(t)-last == 5 || len(t)-last == 3)
}

var clock = map[string]bool{"am": true, "pm": true, "a.m.": true, "p.m.": true, "a.m": true, "p.m": true, "o'clock": true, "gmt": true, "utc": true, "noon": true, "midnight": true, "cet": true, "est": true}

// isTime sees the time of day.
func (r *reader) isTime(k int) string {
	n := &r.nums[k]
	next, prev := r.low(n.last), r.low(n.first-1)
	switch {
	case next == "-" && r.glued(n.last) && k+1 < len(r.nums) && r.nums[k+1].first == n.last+1 && n.inWords && n.between(1, 12) && r.clockMinutes(&r.nums[k+1]), k > 0 && n.inWords && r.nums[k-1].reason == "time" && n.first == r.nums[k-1].last+1 && prev == "-":
		return "time"
	case clock[next] && n.sort == cardinal && n.val.Cmp(num(2400)) <= 0 && (n.shape != decimals || r.minutesBehind(n)) && (next != "noon" && next != "midnight" && next != "est"):
		return "time"
	case (next == ":" || prev == ":") && r.ratioNear(n.first):
		return ""
	case next == ":" && r.glued(n.last) && r.is(n.last+1, digits) && r.glued(n.last+1), prev == ":" && r.glued(n.first) && r.glued(n.first-1) && r.is(n.first-2, digits):
		return "time"
	case next == "in" && r.low(n.last+1) == "the" && dayParts[r.low(n.last+2)] && n.between(1, 12):
		return "time"
	case prev == "past" && (r.low(n.first-2) == "half" || r.low(n.first-2) == "quarter" || k > 0 && r.nums[k-1].last == n.first-1):
		return "time"
	case next == "past" && k+1 < len(r.nums) && r.nums[k+1].first == n.last+1 && n.between(1, 29):
		return "time"
	case (prev == "at" || prev == "the") && r.dottedClock(n):
		return "time"
	case prev == "at" || prev == "until" || prev == "till":
		return r.atTime(n)
	}
	return ""
}

// minutesBehind reports whether minutes stand behind the point of n, as in "5.30
// pm", and no part of a size: "2.1 pm".
func (r *reader) minutesBehind(n *numeral) bool {
	t := r.raw(n.first)
	return len(t) > 3 && t[len(t)-3] == '.' && t[len(t)-2] <= '5'
}

// clockMinutes reports whether n is said behind an hour: "ten-thirty".
func (r *reader) clockMinutes(n *numeral) bool {
	return n.inWords && (n.val.Cmp(num(15)) == 0 || n.val.Cmp(num(30)) == 0 || n.val.Cmp(num(45)) == 0)
}

// meetings are words that put a time of day behind "at" or "the".
var meetings = set("meeting session hearing met began begins starts started train bus flight left leaves arrived opened rose adjourned broadcast news closed shift")

// dottedClock reports whether n is a time such as 12.15, near a word of
// meeting or leaving.
func (r *reader) dottedClock(n *numeral) bool {
	if n.shape != decimals || !r.minutesBehind(n) || n.val.Cmp(num(24)) >= 0 || r.unitAt(n.last) > 0 {
		return false
	}
	for j := max(0, n.first-6); j < min(len(r.ps), n.last+2); j++ {
		if meetings[r.low(j)] {
			return true
		}
	}
	return false
}

var dayParts = map[string]bool{"morning": true, "afternoon": true, "evening": true}

// ratioNear reports whether the word ratio stands in the clause before i.
func (r *reader) ratioNear(i int) bool {
	for j := i - 1; j >= 0 && j > i-26; j-- {
		if r.low(j) == "ratio" || r.low(j) == "ratios" || r.low(j) == "odds" {
			return true
		}
	}
	return false
}

// levelWords before "at 4" show a level, not a time.
var levelWords = map[string]bool{"put": true, "puts": true, "stood": true, "stands": true, "stand": true, "standing": true, "estimated": true, "remained": true, "remains": true, "set": true, "valued": true, "stayed": true, "was": true, "is": true, "were": true, "are": true, "ended": true, "closed": true, "peaked": true, "fixed": true, "kept": true, "rate": true, "toll": true, "total": true, "held": true, "priced": true, "sold": true, "starts": true, "started": true, "running": true, "runs": true, "estimate": true, "it": true, "them": true, "number": true, "arrived": false}

func (r *reader) atTime(n *numeral) string {
	for j := n.first - 2; j >= 0 && j > n.first-6; j-- {
		if l := r.low(j); l == "put" || l == "puts" || l == "estimated" || l == "reckoned" {
			return "" // "put the dead at 12"
		}
	}
	if !n.between(1, 12) || n.sort != cardinal || n.scale.Cmp(num(1)) != 0 || !n.val.IsInt() || levelWords[r.low(n.first-2)] {
		return ""
	}
	if r.low(n.last) == "in" && r.startsNumber(n.last+1) {
		return "" // "arrives at one in six"
	}
	switch next := r.low(n.last); next {
	case "in", "on", "this", "that", "at", "tonight", "today", "sharp", "every", "each":
		return "time"
	case "of", "%", "percent", "per", "to", "-", "or", "and":
		return ""
	default:
		if r.is(n.last, word) && (r.ps[n.last].tag.IsNoun() || r.ps[n.last].tag.IsAdjective()) || r.unitAt(n.last) > 0 || r.is(n.last, sign) && next != "," && next != "." && next != "\"" {
			return ""
		}
	}
	if r.low(n.first-1) == "at" {
		return "time"
	}
	return ""
}

var months = map[string]int{"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
	"jan": 1, "jan.": 1, "feb": 2, "feb.": 2, "mar": 3, "mar.": 3, "apr": 4, "apr.": 4, "jun": 6, "jun.": 6, "jul": 7, "jul.": 7, "aug": 8, "aug.": 8, "sep": 9, "sep.": 9, "sept": 9, "sept.": 9, "oct": 10, "oct.": 10, "nov": 11, "nov.": 11, "dec": 12, "dec.": 12}

var weekdays = map[string]bool{"monday": true, "tuesday": true, "wednesday": true, "thursday": true, "friday": true, "saturday": true, "sunday": true, "mon.": true, "tue.": true, "wed.": true, "thu.": true, "fri.": true, "sat.": true, "sun.": true, "today": true, "yesterday": true, "tomorrow": true, "tonight": true}

// month reports whether piece i is the name of a month; "may" and "march"
// only with a capital.
func (r *reader) month(i int) bool {
	return i >= 0 && i < len(r.ps) && r.ps[i].upper && months[r.ps[i].low] > 0
}

// isDate sees the day of a date: "17 October", "Oct. 17", "the 17th of May".
func (r *reader) isDate(k int) string {
	n := &r.nums[k]
	if n.sort == ordinalNumber && n.inWords && (r.low(n.last) != "of" || !r.month(n.last+1)) && !r.month(n.last) {
		return ""
	}
	if n.sort == share && r.month(n.last) && strings.IndexByte(r.d.Text[r.ps[n.first].Start:r.ps[n.last-1].End], '/') > 0 {
		return "date" // "on the night of 12/13 May"
	}
	if n.sort != cardinal && n.sort != ordinalNumber || !n.between(1, 31) || !n.val.IsInt() || n.scale.Cmp(num(1)) != 0 {
		return ""
	}
	j := n.last
	if r.low(j) == "-" && r.glued(j) {
		j++
	}
	switch {
	case r.month(j) && (r.low(j) != "march" && r.low(j) != "may" || !n.inWords):
		return "date"
	case r.low(n.last) == "of" && r.month(n.last+1) && (n.sort == ordinalNumber || !n.inWords):
		return "date"
	case r.month(n.first-1) && (!n.inWords || n.sort == ordinalNumber):
		if on := r.low(n.first - 2); r.countNoun(n.last) && (on == "in" || on == "by" || on == "since") && n.sort == cardinal {
			return ""
		}
		return "date"
	case weekdays[r.low(n.first-1)] && n.sort == ordinalNumber, r.low(n.first-1) == "," && weekdays[r.low(n.first-2)] && n.plainDigits() && !r.countNoun(n.last) && r.low(n.last) == ",":
		return "date"
	}
	return ""
}

// countNoun reports whether a plural noun that can be counted stands at i, or
// after one adjective.
func (r *reader) countNoun(i int) bool {
	for j := i; j < i+3 && r.is(j, word); j++ {
		p := &r.ps[j]
		if p.upper && p.tag != doc.NNS && p.tag != doc.NNPS && !isPeople(p.low) && j > 0 && r.ps[j-1].form == digits && j == i && !(p.mention > 0 && r.d.Mentions[p.mention-1].Type == doc.Group) {
			if !r.is(j+1, word) || r.ps[j+1].upper || r.ps[j+1].tag != doc.NNS {
				return false
			}
		}
		if p.tag == doc.NNS && theirs[r.low(j+1)] {
			return false // "1945 marks the end"
		}
		if p.tag == doc.NNS || isPersonWord(p.low) && !stopWords[p.low] {
			return true
		}
		if !p.tag.IsAdjective() && p.tag != doc.NN && p.tag != doc.NNP && p.tag != doc.VBN && p.tag != doc.VBG || months[p.low] > 0 {
			return false
		}
	}
	return false
}

// daysOfDates spreads "date" and "year" to numbers joined to one: "5 to 7
// May", "May 5–7", "2013 and 2014", "2009–15".
func (r *reader) daysOfDates() {
	for k := 1; k < len(r.nums); k++ {
		a, b := &r.nums[k-1], &r.nums[k]
		if b.first != a.last+1 || !joins[r.low(a.last)] {
			continue
		}
		dash := r.low(a.last) == "-" || r.low(a.last) == "/"
		switch {
		case a.reason == "" && a.plainDigits() && b.reason == "date" && a.between(1, 31) && !r.month(a.first-1):
			a.reason = "date"
		case b.reason == "" && b.plainDigits() && a.reason == "date" && b.between(1, 31) && (dash || r.spansDays(a, b)) && r.month(a.first-1):
			b.reason = "date"
		case a.reason == "" && b.reason == "time" && a.between(1, 12) && a.inWords == b.inWords && r.low(a.last) != ",":
			a.reason = "time"
		case a.reason == "year" && b.reason == "" && b.plainDigits() && dash && (r.glued(b.first) || r.loneYears(a, b)) && b.between(0, 99):
			b.reason = "year"
		case a.reason == "year" && b.reason == "" && dash && b.plainDigits() && a.plainDigits() && len(r.raw(a.first)) == len(r.raw(b.first)) && b.val.Cmp(a.val) > 0 && r.unitAt(b.last) == 0 && !r.countNoun(b.last):
			b.reason = "year" // "373 - 374"
		case a.reason == "year" && b.reason == "" && b.yearLike() && !r.countNoun(b.last) && r.unitAt(b.last) == 0:
			b.reason = "year"
		case b.reason == "year" && a.reason == "" && a.plainDigits() && eras[r.low(b.last)] && r.ps[b.last].caps:
			a.reason = "year" // "between 600 and 150 BC"
		case b.reason == "year" && a.reason == "" && a.yearLike() && r.low(a.first-1) != "$":
			a.reason = "year"
		}
	}
}

// spansDays reports whether a and b are the days that a time runs between:
// "between April 1 and 11", "from May 3 to 9".
func (r *reader) spansDays(a, b *numeral) bool {
	join, prev := r.low(a.last), r.low(a.first-2)
	if l := r.low(b.last); join == "and" && prev == "on" && (l == "at" || l == "in" || l == "," || r.closes(b.last)) && b.val.Cmp(a.val) > 0 {
		return true // "hearings on May 7 and 21 at noon"
	}
	return (join == "and" && prev == "between" || (join == "to" || join == "through" || join == "until") && prev != "in") && b.val.Cmp(a.val) > 0 && r.unitAt(b.last) == 0 && !r.countNoun(b.last)
}

// loneYears reports whether b, apart from its dash, ends the years that a
// begins: "c. 1871 – 72".
func (r *reader) loneYears(a, b *numeral) bool {
	_, rest, err := a.val.QuoRem(num(100))
	return err == nil && len(r.raw(b.first)) == 2 && b.val.Cmp(rest) > 0 && r.unitAt(b.last) == 0 && !r.countNoun(b.last)
}

var joins = map[string]bool{"-": true, "to": true, "and": true, "or": true, "/": true, "—": true, "&": true, "through": true, "until": true, ",": true}

func (n *numeral) yearLike() bool { return n.plainDigits() && n.between(1000, 2200) }

var yearPrepositions = map[string]bool{"in": true, "since": true, "until": true, "till": true, "by": true, "of": true, "from": true, "to": true, "during": true, "before": true, "after": true, "early": true, "late": true, "mid": true, "fiscal": true, "year": true, "between": true, "through": true, "for": true, "spring": true, "summer": true, "autumn": true, "fall": true, "winter": true, "circa": true, "pre": true, "post": true, "as": true, "end": true, "beginning": true, "throughout": true, "around": true, "about": true, "c.": true, "ca.": true, "(": true, ",": true, "and": true, "season": true, "ended": true, "ending": true, "christmas": true, "easter": true, "ramadan": true, "quarter": true, "©": true, "the": true}

// isYear sees years: four digits, with a word that leads to a year before
// them, or nothing behind them that they could count.
func (r *reader) isYear(k int) string {
	n := &r.nums[k]
	if n.plainDigits() && n.between(1, 99) && r.low(n.first-1) == "'" && r.glued(n.first) && r.glued(n.first-1) && r.is(n.first-2, sign) && r.low(n.first-2) != "(" && r.low(n.first-2) != "-" && r.low(n.first-2) != "\"" {
		return "note mark" // "some 640,000 returned;'9", as scanners read a raised mark
	}
	if n.plainDigits() && n.between(0, 99) && r.low(n.first-1) == "'" && r.glued(n.first) && r.ps[n.first].End-r.ps[n.first].Start == 2 {
		return "year"
	}
	if n.shape == decimals && n.between(1900, 2051) && yearPrepositions[r.low(n.first-1)] && len(r.raw(n.first)) <= 7 && (n.last == len(r.ps) || r.ps[n.last].upper) {
		return "year" // a note mark stands glued behind it
	}
	if r.isEarlyYear(n) || r.spelledYear(n) || k > 0 && r.nums[k-1].reason == "date" && r.nums[k-1].last == n.first && n.between(1000, 2200) && n.plainDigits() && !r.countNoun(n.last) {
		return "year" // the last of "March 3 1837"
	}
	if l := r.low(n.first - 1); n.plainDigits() && n.between(1900, 2050) && (l == "in" || l == "constant" || l == "real") && (commonMoney[r.low(n.last)] != "" || r.low(n.last) == "euros") {
		return "year" // "in 1971 dollars"
	}
	if !n.yearLike() || r.unitAt(n.last) > 0 || r.moneyBefore(n.first) >= 0 {
		return ""
	}
	prev := r.low(n.first - 1)
	if r.month(n.first-1) || prev == "-" && timePrefix[r.low(n.first-2)] || n.first > 1 && prev == "," && k > 0 && r.nums[k-1].reason == "date" || prev == "of" && r.month(n.first-2) {
		return "year"
	}
	h, m := hedgesBefore.before(r.ps, n.first)
	switch {
	case m == 0:
	case n.between(1900, 2100) && endsTime[r.low(n.first-m-1)] && !r.countNoun(n.last):
		return "year" // "leased until at least 2042"
	case h.word == "up to" && n.between(1950, 2099) && !r.round(n) && !r.countNoun(n.last):
		return "year" // "costs of $14bn up to 2030"
	case !r.shareBefore(n.first-m) && h.word != "around" && h.word != "about" && h.word != "c." && h.word != "ca." && h.word != "circa" && h.word != "past" && h.word != "beyond":
		return ""
	}
	modern := n.between(1900, 2050)
	counts := r.countNoun(n.last) && r.pluralSoon(n.last)
	leads := yearPrepositions[prev]
	switch {
	case counts && modern && n.first > 0 && r.ps[n.first-1].tag.IsVerb() && dealt[prev]:
		return "" // "they sold 1987 cows"
	case counts && modern && (leads || prev == "'s" || !r.round(n) && !isPersonWord(r.low(n.last))):
		if leads && r.round(n) && (prev == "of" || prev == "to" || prev == "for" || prev == "," || prev == "and" || prev == "from" || prev == "about" || prev == "around") {
			return ""
		}
		return "year"
	case counts:
		return ""
	case (prev == "the" || prev == "a" || prev == "its" || prev == "this" || prev == "that") && n.between(1500, 1899) && r.is(n.last, word) && !r.pluralSoon(n.last):
		return "year" // "the 1795 treaty"
	case modern, leads && n.between(2051, 2200) && prev != "of" && prev != "," && prev != "and" && prev != "the" && prev != "to" && prev != "for" && prev != "about" && prev != "around":
		return "year"
	case n.between(1400, 1899) && !r.round(n) && (r.closes(n.last) || r.is(n.last, sign) || r.is(n.last, word) && !r.nounAt(n.last)) && r.writesCommas():
		return "year" // where 1,650 men would have a comma
	case prev == "of" && n.between(1000, 1899) && n.first > 1 && r.ps[n.first-2].upper && r.ps[n.first-2].tag.IsNoun() && !r.pluralAt(n.first-2) && !r.nounAt(n.last):
		return "year" // "the Convention of 1800"
	case leads && prev != "of" && prev != "to" && prev != "for" && prev != "as" && prev != "and" && prev != "," && prev != "the" && prev != "about" && prev != "around" && n.between(1000, 1899):
		return "year"
	}
	return ""
}

// dealt are verbs whose object is a number of things, and no year's.
var dealt = set("sold bought killed built made sent counted planted hired trained shipped lost found delivered produced needs wants bred ordered received treated employs employed caught saved rescued arrested")

// writesCommas reports whether the document parts thousands below ten thousand
// with commas, twice and more, so that four digits without one are a year.
func (r *reader) writesCommas() bool {
	if r.commas == 0 {
		r.commas = 1
		for t := range r.d.Tokens {
			if s := r.d.Tokens[t].Span; s.Len() == 5 && r.d.Text[s.Start+1] == ',' && isDigit(r.d.Text[s.Start]) && threeDigits(r.d.Text[s.Start:s.End], 2) {
				r.commas++
			}
		}
	}
	return r.commas > 2
}

// spelledYear sees the year in "the year of our Lord two thousand twenty-four",
// and the one before a day's number: "World Cup 2018 day five".
func (r *reader) spelledYear(n *numeral) bool {
	if l := r.low(n.first - 1); n.sort == cardinal && n.between(1000, 2200) && (l == "lord" || l == "year" && n.inWords) {
		return true
	}
	return n.plainDigits() && n.between(1900, 2100) && periodNouns[r.low(n.last)] && r.startsNumber(n.last+1)
}

// isEarlyYear sees years that only their frame tells: "in the year 71", "the
// winter of 373", "In May, 1750 he", and one that opens a sentence before a comma.
func (r *reader) isEarlyYear(n *numeral) bool {
	return n.plainDigits() && n.between(1, 1899) && r.framesYear(n) && r.unitAt(n.last) == 0 && !r.countNoun(n.last)
}

// framesYear reports whether what stands around n can hold an early year.
func (r *reader) framesYear(n *numeral) bool {
	prev, before := r.low(n.first-1), r.low(n.first-2)
	switch {
	case prev == "year":
		return before == "the" && yearPrepositions[r.low(n.first-3)]
	case prev == "of":
		return seasons[before] && n.between(100, 999)
	case prev == ",":
		return r.month(n.first-2) && n.yearLike()
	case r.month(n.first - 1):
		return r.is(n.first-2, digits) && n.between(100, 999)
	}
	return n.first == 0 && n.between(1400, 1899) && !r.round(n) && r.low(n.last) == "," && r.is(n.last+1, word)
}

// endsTime are words before a year that a bound stands at: "until at least 2042".
var endsTime = set("until through till by since before after")

// pluralSoon reports whether a plural stands at i or in the two pieces behind.
func (r *reader) pluralSoon(i int) bool {
	for j := i; j < i+3 && r.is(j, word); j++ {
		if r.stops(j) || j > i && r.ps[j].tag == doc.VBZ && r.nounAt(j-1) {
			return false // "the 1898 volume indicates", "the 1810 abdication of Louis"
		}
		if r.pluralAt(j) {
			return true
		}
	}
	return false
}

func (r *reader) round(n *numeral) bool {
	_, rest, err := n.val.QuoRem(num(100))
	return err == nil && rest.IsZero()
}

// isDecade sees the 1980s and the 80s.
func (r *reader) isDecade(k int) string {
	n := &r.nums[k]
	if !n.plainDigits() {
		return ""
	}
	j := n.last
	if r.low(j) == "'s" && r.glued(j) && n.yearLike() {
		return "decade"
	}
	if r.low(j) != "s" || !r.glued(j) || r.ageBand(n) {
		return ""
	}
	if _, rest, err := n.val.QuoRem(num(10)); err == nil && rest.IsZero() && n.val.Cmp(num(2200)) <= 0 {
		return "decade"
	}
	return ""
}

// isPhone sees groups of digits as telephone numbers are written.
func (r *reader) isPhone(k int) string {
	n := &r.nums[k]
	if r.low(n.first-1) == "+" && r.glued(n.first) && r.longNumber(n) {
		return "phone"
	}
	if r.low(n.first-1) == "+" && r.glued(n.first) && n.plainDigits() && k+1 < len(r.nums) && r.nums[k+1].first <= n.last+2 && r.nums[k+1].plainDigits() && r.loose(n.last, r.nums[k+1].first) {
		return "phone"
	}
	if k > 0 && r.nums[k-1].reason == "phone" && r.loose(r.nums[k-1].last, n.first) {
		return "phone"
	}
	if r.low(n.first-1) == "(" && r.low(n.last) == ")" && n.plainDigits() && n.last+1 < len(r.ps) && k+2 < len(r.nums) && r.nums[k+1].first == n.last+1 && r.isPhone(k+1) != "" {
		return "phone" // "(208) 555-0144"
	}
	if k > 0 && r.nums[k-1].reason == "code" && !r.nums[k-1].inWords && r.loose(r.nums[k-1].last, n.first) && n.plainDigits() && r.ps[r.nums[k-1].first].lex.zero {
		return "phone"
	}
	if b := k + 1; b < len(r.nums) && (r.tied(k, b) || r.spacedTie(k, b)) && n.shape == grouped && r.ps[n.first].lex.ints <= 3 && !strings.Contains(r.text(n.first, n.last), ",") && r.nums[b].plainDigits() && r.ps[r.nums[b].first].lex.ints == 4 {
		return "phone" // "1 201 944-6800", "617 425 - 3582"
	}
	if k+1 < len(r.nums) && r.tied(k, k+1) && n.plainDigits() && r.ps[n.first].lex.ints == 3 && r.nums[k+1].plainDigits() && r.ps[r.nums[k+1].first].lex.ints == 4 && (r.ps[r.nums[k+1].first].lex.zero || !r.countNoun(r.nums[k+1].last)) {
		return "phone"
	}
	return ""
}

// spacedTie reports whether a dash with blanks around it ties numerals a and b.
func (r *reader) spacedTie(a, b int) bool {
	return r.nums[b].first == r.nums[a].last+1 && r.low(r.nums[a].last) == "-"
}

// loose reports whether only blanks, hyphens and brackets stand between.
func (r *reader) loose(a, b int) bool {
	if b-a > 2 {
		return false
	}
	for ; a < b; a++ {
		if l := r.low(a); l != "-" && l != ")" && l != "(" && l != "/" {
			return false
		}
	}
	return true
}

// chainReasons are those that spread along "3, 5 and 7–9".
var chainReasons = map[string]bool{"page": true, "volume": true, "number": true, "issue": true, "section": true, "article": true, "chapter": true, "paragraph": true, "part": true, "law": true, "reference": true, "label": true, "phone": true, "version": true, "code": true, "name": true, "score": true}

// isChained gives a number the reason of the one that it is listed with.
func (r *reader) isChained(k int) string {
	n := &r.nums[k]
	if k == 0 || !chainReasons[r.nums[k-1].reason] || n.first != r.behindLetter(&r.nums[k-1])+1 || n.sort != cardinal {
		return ""
	}
	a := &r.nums[k-1]
	last := r.behindLetter(a)
	if (last > a.last || !isOne(a.scale)) && joins[r.low(last)] && r.glued(n.first+1) && r.is(n.first+1, word) && len(r.raw(n.first+1)) == 1 && r.ps[n.first+1].caps {
		return a.reason // "amendments 1H, 1J and 1K"
	}
	if n.scale.Cmp(num(1)) != 0 {
		return ""
	}
	if r.low(last) == "," && n.last < len(r.ps) && !a.inWords && (r.ps[n.last].tag.IsVerb() && r.ps[n.last].tag != doc.VBN || r.ps[n.last].tag == doc.MD || levelVerbs[r.low(n.last)]) {
		return "" // "who enter grade 1, 71 reach grade 6"
	}
	if r.low(last) == "(" && r.glued(last) && r.low(n.last) == ")" && a.reason != "year" {
		return a.reason // "section 7(2)"
	}
	if r.low(last) == "," && r.low(n.last) == "of" {
		return "" // "between weeks 2 and 26, 23 of the trainees left"
	}
	if !joins[r.low(last)] || a.reason == "score" && r.low(last) != "-" || a.reason == "code" && !r.glued(n.first) || r.countNoun(n.last) || r.unitAt(n.last) > 0 || a.inWords != n.inWords {
		return ""
	}
	if a.reason == "name" && r.low(last) == "," || r.low(last) == "to" && a.reason == "name" || n.shape == grouped {
		return ""
	}
	return a.reason
}

// behindLetter returns the piece behind n and a letter that is glued to it:
// "sections 31A, 33 and 47B".
func (r *reader) behindLetter(n *numeral) int {
	j := n.last
	if !chainReasons[n.reason] || n.reason == "name" {
		return j
	}
	if r.is(j, word) && r.glued(j) && len(r.low(j)) <= 2 && r.ps[j].caps {
		return j + 1
	}
	for r.low(j) == "(" && r.glued(j) && r.is(j+1, word) && len(r.low(j+1)) <= 3 && r.low(j+2) == ")" {
		j += 3 // "sections 212(f) and 215(a)"
	}
	return j
}

var contest = map[string]bool{"won": true, "win": true, "wins": true, "beat": true, "beats": true, "lost": true, "lose": true, "draw": true, "drew": true, "defeat": true, "defeated": true, "victory": true, "score": true, "scored": true, "vote": true, "voted": true, "votes": true, "led": true, "lead": true, "leading": true, "trailed": true, "tie": true, "tied": true, "loss": true, "passed": true, "majority": true, "ruled": true, "ruling": true, "decision": true}

// isScore sees results of games and votes: 3-1, 52–48.
func (r *reader) isScore(k int) string {
	n := &r.nums[k]
	if k > 0 && (r.nums[k-1].reason == "score" || r.nums[k-1].reason == "page") && r.tied(k-1, k) {
		return r.nums[k-1].reason
	}
	if r.isResult(k) || k > 0 && r.isResult(k-1) {
		return "score"
	}
	if k+1 >= len(r.nums) || !r.tied(k, k+1) || !n.plainDigits() || !r.nums[k+1].plainDigits() {
		return ""
	}
	b := &r.nums[k+1]
	if r.unitAt(b.last) > 0 || r.moneyBefore(n.first) >= 0 {
		return ""
	}
	if r.low(b.last) == "(" && k+2 < len(r.nums) && r.nums[k+2].first == b.last+1 && r.nums[k+2].yearLike() && r.low(b.last+2) == ")" {
		return "page"
	}
	if n.val.Cmp(b.val) >= 0 && (!r.countNoun(b.last) || n.val.Cmp(num(20)) <= 0) && b.scale.Cmp(num(1)) == 0 {
		return "score"
	}
	for j := max(0, n.first-5); j < min(len(r.ps), b.last+2); j++ {
		if contest[r.low(j)] && !r.countNoun(b.last) {
			return "score"
		}
	}
	return ""
}

// games are words of matches near their results.
var games = set("match matches game games half score scoreboard league cup final finals ended finished innings penalties goal goals")

// isResult reports whether numerals k and k+1 are the two sides of a result
// with blanks in it: "1 – 0", "won 4 to 0".
func (r *reader) isResult(k int) bool {
	if k+1 >= len(r.nums) {
		return false
	}
	a, b := &r.nums[k], &r.nums[k+1]
	if r.low(a.last) == "-" && r.low(a.last+1) == "for" && r.low(a.last+2) == "-" && b.first == a.last+3 && r.glued(b.first) {
		return true // "went 4-for-5"
	}
	if b.first != a.last+1 || !a.plainDigits() || !b.plainDigits() || a.val.Cmp(num(999)) > 0 || b.val.Cmp(num(999)) > 0 || r.unitAt(b.last) > 0 || r.countNoun(b.last) || r.moneyBefore(a.first) >= 0 {
		return false
	}
	near := func(words map[string]bool, before, behind int) bool {
		for j := max(0, a.first-before); j < min(len(r.ps), b.last+behind); j++ {
			if words[r.low(j)] {
				return true
			}
		}
		return false
	}
	falls := a.val.Cmp(b.val) >= 0
	switch r.low(a.last) {
	case "-":
		return !r.glued(b.first) && !r.glued(a.last) && a.between(0, 99) && (falls && !r.is(b.last, digits) || near(contest, 5, 3) || near(games, 5, 3))
	case "to":
		return falls && near(playing, 6, 0) && (r.closes(b.last) || r.is(b.last, sign) || r.is(b.last, word) && r.ps[b.last].tag == doc.IN && r.low(b.last) != "of")
	}
	return false
}

// playing are verbs of games before "4 to 0".
var playing = set("won win wins winning beat beats beating lost lose loses losing defeated defeating led lead leading trailed trailing")

// isEnumerator sees "(1)" and "1." that number the parts of a text.
func (r *reader) isEnumerator(k int) string {
	n := &r.nums[k]
	if n.sort == cardinal && n.val.Cmp(num(1000)) == 0 && (r.low(n.first-1) == "in" || r.low(n.first-1) == "(") && r.unitAt(n.last) > 0 && r.low(n.last+1) == ":" {
		return "unit"
	}
	head := n.last
	if r.low(head) == "." && r.glued(head) {
		head++
	}
	if n.first == 0 && n.shape == decimals && n.val.Cmp(num(100)) < 0 && r.is(head, word) && !r.glued(head) && r.ps[head].upper && isOne(n.scale) && r.unitAt(head) == 0 && r.opensBlock() {
		return "section" // "5.1 The chair reported"
	}
	if r.low(n.first-1) == "(" && r.low(n.last) == ")" && n.val.Cmp(num(1000)) == 0 && n.shape == grouped && r.block == doc.Caption {
		return "unit" // "Population by region (1,000)"
	}
	if r.sectionNamed(n) {
		return "section"
	}
	if r.runningHead(k) {
		return "page"
	}
	if r.saidFirst(n) {
		return "list number"
	}
	prev, next := r.low(n.first-1), r.low(n.last)
	if prev == "[" && next == "]" && n.plainDigits() {
		return "note mark"
	}
	if !n.plainDigits() || n.val.Cmp(num(99)) > 0 {
		return ""
	}
	start := n.first == 0
	switch {
	case prev == "\\" && next == "\\":
		return "note mark"
	case start && (next == "." || next == ")") && r.glued(n.last) && n.last+1 < len(r.ps):
		return "list number"
	case next == "." && r.glued(n.last) && r.is(n.last+1, word) && !r.ps[n.last+1].upper && prev == ":" && n.val.Cmp(num(1)) == 0, next == "." && r.glued(n.last) && k > 0 && r.nums[k-1].reason == "list number" && r.is(n.last+1, word) && !r.ps[n.last+1].upper:
		return "list number" // "two claims: 1. that it rose, and 2. that it fell"
	case next == ")" && r.glued(n.last) && prev != "(" && r.inlineItem(k):
		return "list number" // "may come from 1) a word, 2) a phrase"
	case prev == "(" && next == ")" && r.glued(n.first-1) && (r.low(n.first-2) == ")" || r.is(n.first-2, digits)):
		return "section" // "section 1113(c)(3)"
	case prev == "(" && next == ")" && r.sequence(k):
		return "list number"
	case prev == "(" && next == ")" && r.is(n.last+1, word) && !r.ps[n.last+1].upper && (n.first == 1 || r.is(n.first-2, sign) || r.low(n.first-2) == "and" || r.low(n.first-2) == "or" || stopWords[r.low(n.first-2)]):
		return "list number"
	case prev == "(" && next == ")" && n.between(1, 20) && n.first > 1 && r.is(n.first-2, sign) && r.low(n.first-2) != ")" && r.low(n.first-2) != "," && r.is(n.last+1, word) && r.ps[n.last+1].upper:
		return "list number" // "Penalties.--(1) In general"
	case prev == "(" && next == ")" && (n.first == 1 || n.first == 2 && r.is(0, sign)):
		return "list number"
	}
	return ""
}

// saidFirst reports whether n only tells the place of what follows: "Two, we
// will cut the tax", "And three, charting a way".
func (r *reader) saidFirst(n *numeral) bool {
	if !n.inWords || n.sort != cardinal || !n.between(1, 9) || n.first > 1 || n.first == 1 && r.low(0) != "and" || r.low(n.last) != "," || n.last+1 >= len(r.ps) {
		return false
	}
	switch j := n.last + 1; r.ps[j].tag {
	case doc.PRP, doc.PRPS, doc.VBG, doc.VB, doc.TO, doc.DT, doc.EX:
		return !r.startsNumber(j) && r.low(j) != "a" && r.low(j) != "each" && r.low(j) != "all"
	}
	return false
}

// opensBlock reports whether the sentence begins its block or its line.
func (r *reader) opensBlock() bool {
	s := &r.d.Sentences[r.sent]
	if s.Block >= 0 && s.Block < len(r.d.Blocks) && r.d.Blocks[s.Block].Start == s.Start {
		return true
	}
	return strings.HasSuffix(strings.TrimRight(r.d.Text[max(0, s.Start-8):s.Start], " \t"), "\n")
}

// sequence reports whether numeral k is one of "(1) …, (2) …".
func (r *reader) sequence(k int) bool {
	for j := max(0, k-5); j < min(len(r.nums), k+6); j++ {
		o := &r.nums[j]
		if d, err := o.val.SubAbs(r.nums[k].val); j != k && err == nil && isOne(d) && (j > k) == (o.val.Cmp(r.nums[k].val) > 0) && r.low(o.first-1) == "(" && r.low(o.last) == ")" && r.is(o.last+1, word) {
			return true
		}
	}
	return false
}

func (r *reader) isOrdinal(k int) string {
	if n := &r.nums[k]; r.low(n.last) == "quarters" && n.sort == cardinal && (n.between(4, 40) || quarterly[r.low(n.first-1)]) {
		return "anchor" // "over the last four quarters"
	}
	if r.nums[k].sort == ordinalNumber {
		return "ordinal"
	}
	return ""
}

// isBareMark sees a number that is alone in its sentence, as page numbers are;
// a text that is nothing but a number means it.
func (r *reader) isBareMark(k int) string {
	n := &r.nums[k]
	if len(r.d.Sentences) > 1 && n.first == 0 && n.last == len(r.ps) && n.plainDigits() && n.val.Cmp(num(9999)) <= 0 {
		return "page"
	}
	return ""
}

// isOne reports whether d is 1.
func isOne(d decimal.Decimal) bool { return d.Cmp(num(1)) == 0 }

// longNumber reports whether n has eight digits and more, in groups that only
// blanks part.
func (r *reader) longNumber(n *numeral) bool {
	t := r.d.Text[r.ps[n.first].Start:r.ps[n.last-1].End]
	count := 0
	for i := 0; i < len(t); i++ {
		switch {
		case isDigit(t[i]):
			count++
		case t[i] == ',' || t[i] == '.':
			return false
		}
	}
	return count >= 8 && count < 16
}

// afterImprint sees the page behind the brackets of an imprint: "(London:
// Verso, 2021), 42."
func (r *reader) afterImprint(k int) string {
	n := &r.nums[k]
	if k == 0 || !n.plainDigits() || r.low(n.first-1) != "," || r.low(n.first-2) != ")" || r.is(n.last, word) || r.low(n.last) == "(" {
		return ""
	}
	if y := &r.nums[k-1]; y.reason == "year" && y.last == n.first-2 && (r.low(y.first-1) == "," || r.low(y.first-1) == "(") && r.low(y.first-2) != ")" {
		return "page"
	}
	return ""
}

// papers are words before the number of a document: "Report 3/23".
var papers = set("report paper review bulletin circular document memo memorandum no issue case judgment judgement decree order letter notice resolution decision ruling")

// chemicals are formulas whose last number may stand apart.
var chemicals = set("SO CO NO CH PM NH CF SF")

// isRoad reports whether n, behind one letter that also means money, is no sum:
// "on the N4".
func (r *reader) isRoad(n *numeral) bool {
	i := n.first - 1
	if !r.glued(n.first) || len(r.low(i)) != 1 || r.low(i-1) != "the" || !n.plainDigits() || n.val.Cmp(num(1000)) >= 0 {
		return false
	}
	return currencySigns[r.raw(i)] != "" && r.unitAt(n.last) == 0 && (n.last >= len(r.ps) || !r.nounAt(n.last) && r.low(n.last) != "-")
}

// inCode sees numbers that are parts of codes: "Kz1-Po2 6/11", "Report 3/23",
// "HC 412".
func (r *reader) inCode(k int) string {
	n := &r.nums[k]
	if n.inWords || n.sort != cardinal && n.sort != share {
		return ""
	}
	i := n.first - 1
	if j := n.last; n.plainDigits() && r.low(j) == "(" && r.glued(j) && r.is(j+1, word) && r.glued(j+1) && len(r.low(j+1)) == 1 && r.low(j+2) == ")" && isAlnum(r.low(j + 1)[0]) {
		return "section" // "401(k)", "the 8(a) program"
	}
	if r.low(n.last) == "=" && n.plainDigits() && n.between(0, 9) && r.is(n.last+1, word) && !r.ps[n.last+1].upper {
		return "code" // "0 = female and 1 = male"
	}
	if !r.is(i, word) {
		return ""
	}
	p, raw := &r.ps[i], r.raw(i)
	switch {
	case r.isRoad(n):
		return "name"
	case raw == "US" && n.plainDigits() && n.between(1, 999) && !r.glued(n.first) && (r.is(n.last, sign) || r.closes(n.last)):
		return "label" // the road "US 169"
	case chemicals[raw] && n.between(2, 10) && !r.glued(n.first) && !r.pluralSoon(n.last):
		return "name" // "SO 2", as scanners part it
	case p.caps && len(raw) == 2 && n.plainDigits() && r.ps[n.first].lex.ints == 5 && (r.closes(n.last) || r.is(n.last, sign) || !r.pluralSoon(n.last)):
		return "address" // "New York, NY 10271"
	}
	slash := strings.IndexByte(r.d.Text[r.ps[n.first].Start:r.ps[n.last-1].End], '/') > 0
	switch {
	case r.glued(n.first) && p.upper && r.low(i-1) == "-" && r.glued(i) && r.glued(i-1) && len(raw) <= 3 && p.form == word:
		return "code"
	case r.glued(n.first) && p.upper && r.low(n.last) == "-" && r.glued(n.last) && r.is(n.last+1, word) && r.glued(n.last+1) && r.ps[n.last+1].upper:
		return "code"
	case slash && (p.upper && papers[p.low] || strings.ContainsAny(raw, "0123456789")):
		return "code"
	case p.caps && len(raw) >= 2 && len(raw) <= 4 && n.plainDigits() && !r.glued(n.first) && p.mention == 0 && p.tag.IsNoun() && r.moneyBefore(n.first) < 0 && !r.is(n.last, word) && r.unitAt(n.last) == 0 && !stopWords[p.low] && !isPersonWord(p.low) && !n.yearLike():
		if _, m := hedgesBefore.before(r.ps, n.first); m > 0 || r.low(n.last) == "-" || r.low(n.last) == "/" || r.low(i-1) == "the" || r.colonBefore(n.first) > 0 && !(r.low(i-1) == "," && n.last == len(r.ps)) {
			return ""
		}
		return "code"
	}
	return ""
}
