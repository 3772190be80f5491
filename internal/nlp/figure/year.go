package figure

import "analyze/internal/doc"

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
	return r.fourDigits(k)
}

// fourDigits tells years from numbers of four digits by what stands around them.
func (r *reader) fourDigits(k int) string {
	n := &r.nums[k]
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
	return r.yearOrCount(n, prev)
}

// yearOrCount decides for the number of four digits n behind the word prev.
func (r *reader) yearOrCount(n *numeral, prev string) string {
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
