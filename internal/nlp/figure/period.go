package figure

import "analyze/internal/doc"

// periodNouns may be numbered without a capital: "week 22", "phase 3".
var periodNouns = set("season episode week day month quarter grade tier round phase stage wave cycle")

// serials are numbered parts of what is told behind "of": "season four of".
var serials = set("season episode")

// manyPeriods are periods of which two are joined.
var manyPeriods = set("weeks days months quarters grades tiers rounds phases stages waves cycles")

// periodGuards before the noun make it a time of its own, and the number
// behind it a count: "last week 22 men", "in the first round 12 deputies".
var periodGuards = set("a an last this next that each every per previous past following same single whole full final opening closing one any no first second third fourth fifth sixth seventh eighth ninth tenth 's knockout group")

// isPeriod sees the number of a period: "cases by ward, week 31", "phase 3
// starts in May". Where a noun in the plural follows, only a clause's beginning
// or a preposition before the period shows that it does not count it.
func (r *reader) isPeriod(k int) string {
	n := &r.nums[k]
	i := n.first - 1
	if r.low(i) == "-" && r.glued(i) && (r.low(i-1) == "under" || r.low(i-1) == "over") && n.between(1, 99) && r.nounAt(n.last) && !r.glued(n.last) && r.unitAt(n.last) == 0 {
		return "label" // "under-five mortality"
	}
	if r.low(n.last) == "block" && r.low(i) == "the" && n.plainDigits() && r.round(n) {
		return "label" // "the 1400 block of Elm Street"
	}
	if k := n.last; n.plainDigits() && manyPeriods[r.low(i)] && r.low(k) == "-" && r.glued(k) && r.is(k+1, digits) && r.unitAt(k+2) == 0 && !r.countNoun(k+2) && !r.ps[i].upper && !isNumberWord(r.low(i-1)) && !r.is(i-1, digits) {
		return "label" // "weeks 23–24"
	}
	if k := n.last; n.plainDigits() && manyPeriods[r.low(i)] && (r.low(k) == "and" || r.low(k) == "to") && r.is(k+1, digits) && !r.is(k+2, word) && r.unitAt(k+2) == 0 && !r.ps[i].upper && !isNumberWord(r.low(i-1)) && !r.is(i-1, digits) {
		return "label" // "between weeks 2 and 26, "
	}
	if n.sort != cardinal || n.shape != plainInt && !n.inWords || !n.between(0, 400) || !isOne(n.scale) || !n.val.IsInt() || !r.is(i, word) || r.ps[i].upper || !periodNouns[r.low(i)] {
		return ""
	}
	prev := r.low(i - 1)
	if periodGuards[prev] || isNumberWord(prev) || r.is(i-1, digits) && !(k > 0 && r.nums[k-1].reason == "year" && r.nums[k-1].last == i) || prev == "-" || r.unitAt(n.last) > 0 || r.low(n.last) == "of" && !serials[r.low(i)] {
		return ""
	}
	if r.countNoun(n.last) && i > 0 && !r.is(i-1, sign) && !beforeLabel[prev] {
		return ""
	}
	return "label"
}

// seasons are times that no number of the table of units names.
var seasons = set("spring summer autumn fall winter season term semester weekend monday tuesday wednesday thursday friday saturday sunday")

// timePhrase reports whether p only says when: "last year", "this week". The
// number before it counts something else: "only 1,204 last month".
func (r *reader) timePhrase(p np) bool {
	h := r.low(p.head)
	if p.head != p.first+1 || p.last != p.head+1 || isPlural(h) || !timeNoun(h) && !seasons[h] {
		return false
	}
	switch r.low(p.first) {
	case "last", "next", "past", "previous", "following", "same":
		return true
	}
	return false
}

// numberedName reports whether the capitalised word at the sentence's start
// has its number behind it: "Olkiluoto 3, with a capacity", "Falcon 9 flew".
func (r *reader) numberedName(n *numeral) bool {
	p := &r.ps[0]
	if n.first != 1 || !n.plainDigits() || !n.between(1, 99) || r.block == doc.List || p.tag != doc.NNP && p.mention == 0 && p.tag != doc.NN || p.tag == doc.NNPS || r.unitAt(0) > 0 || r.unitAt(n.last) > 0 || len(p.low) < 4 || isPersonWord(p.low) || generic[p.low] || numberNouns[p.low] || collective[p.low] {
		return false
	}
	j := n.last
	if p.tag == doc.NN && p.mention == 0 {
		return !isPlural(p.low) && !timeNoun(p.low) && (r.low(j) == "(" && !r.startsNumber(j+1) || r.is(j, word) && (isBe[r.low(j)] || r.ps[j].tag == doc.VBD))
	}
	if r.low(j) == "," {
		return r.is(j+1, word) && !r.ps[j+1].upper
	}
	return r.is(j, word) && (auxiliary[r.low(j)] || r.ps[j].tag == doc.VBD || r.ps[j].tag == doc.VBZ)
}

// accounts behind a joined time say what span the books were closed for:
// "half-year results", "nine-month profit".
var accounts = set("results result report profit profits earnings revenue revenues loss losses sales figures accounts turnover income statement")

// partOfTime reports whether the unit at piece j is a part of the time u, so
// that "48 hours a week" is a rate and "two years a year" none.
func (r *reader) partOfTime(j int, u string) bool {
	switch singular(r.low(j)) {
	case "second", "minute", "hour":
		return u == "day" || u == "week" || u == "month" || u == "year"
	case "day":
		return u == "week" || u == "month" || u == "year"
	}
	return false
}

// describes begin what tells of a thing named just before.
var describes = set("a an the which where built")
