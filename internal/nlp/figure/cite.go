package figure

import (
	"strings"

	"analyze/internal/doc"
)

// isCited sees the page of a source that was cited before: "302, at 5-6",
// "Ibid. at 12".
func (r *reader) isCited(k int) string {
	n := &r.nums[k]
	if k > 0 && r.yearOfSource(&r.nums[k-1], n) {
		return "page" // "(Jackson 2002: 83, 85)"
	}
	if r.inJournal(k) {
		return "page"
	}
	if k > 0 && r.nums[k-1].reason == "date" && n.plainDigits() && n.first == r.nums[k-1].last && r.low(n.first-2) == "/" && (r.closes(n.last) || r.is(n.last, sign)) {
		return "reference" // "Marin 11/16/17 302, at 5"
	}
	if n.plainDigits() && (r.low(n.last) == "n." || r.low(n.last) == "nn.") && r.is(n.last+1, digits) {
		return "page" // "169, 188 n. 10"
	}
	if l := r.low(n.first - 1); n.plainDigits() && (l == "h.r." || l == "h.r") {
		return "law"
	}
	if !n.plainDigits() || r.low(n.first-1) != "at" || !(r.closes(n.last) || r.is(n.last, sign)) {
		return ""
	}
	i := n.first - 2
	if r.low(i) == "." {
		i--
	}
	if l := strings.TrimSuffix(r.low(i), "."); l == "id" || l == "ibid" || l == "supra" {
		return "page"
	}
	if r.low(i) == "," && (r.is(i-1, digits) || r.low(i-1) == "supra") {
		return "page"
	}
	return ""
}

// inJournal reports whether numeral k is the volume, the issue or a page of a
// journal: "86(2): 356-366".
func (r *reader) inJournal(k int) bool {
	n := &r.nums[k]
	if k > 0 {
		prev, before := &r.nums[k-1], r.low(n.first-1)
		touches := prev.last == n.first-1
		switch {
		case prev.reason == "page" && (before == ":" && (touches || r.low(n.first-2) == ")") || touches && (before == "-" || before == "(" && r.glued(n.first) && r.low(n.last) == ")")):
			return true
		case prev.reason == "year" && touches && before == ";" && n.plainDigits() && r.low(n.last) == ":" && r.is(n.last+1, digits):
			return true // "2019; 94: 333-348"
		}
	}
	j := n.last
	if !n.plainDigits() || r.low(j) != "(" || !r.glued(j) || !r.is(j+1, digits) {
		return false
	}
	for j += 2; r.low(j) == "-" || r.is(j, digits); j++ {
	}
	return r.low(j) == ")" && (r.low(j+1) == ":" || r.low(j+1) == ",") && r.is(j+2, digits) && !r.is(j+3, word)
}

// yearOfSource reports whether y is the year of a source in brackets and n the
// page behind its colon.
func (r *reader) yearOfSource(y, n *numeral) bool {
	j := y.last
	if r.is(j, word) && r.glued(j) && len(r.low(j)) == 1 {
		j++ // "2020b: 14"
	}
	if y.reason != "year" || j != n.first-1 || r.low(j) != ":" || !n.plainDigits() || r.is(n.last, word) || r.unitAt(n.last) > 0 || y.first < 2 {
		return false
	}
	a := &r.ps[y.first-1]
	if a.low == "," && y.first > 2 {
		a = &r.ps[y.first-2] // "(Caparro, 2000: 103)"
	}
	if !a.upper || isPlural(a.low) || r.low(n.last) == "," && r.is(n.last+1, digits) && r.low(n.last+2) == ":" { // "Denmark 2015: 83, 2016: 91"
		return false
	}
	for j := y.first - 2; j >= 0 && j > y.first-8 && n.first == y.last+1; j-- {
		if l := r.low(j); l == "(" || l == ";" {
			return true
		}
	}
	return n.first > y.last+1
}

// ways end the names of streets.
var ways = set("street st st. avenue ave ave. road rd rd. boulevard blvd blvd. lane drive terrace crescent highway parkway")

// waysBefore are such words that stand before the name of the street.
var waysBefore = set("rue calle via avenida rua ulitsa strada jalan")

// isHouse sees the number of a house or of a street: "12 Baker Street", "177
// St."
func (r *reader) isHouse(k int) string {
	n := &r.nums[k]
	if !n.plainDigits() || r.glued(n.last) && r.low(n.last) != "," {
		return ""
	}
	j := n.last
	if r.low(j) == "," {
		j++
	}
	if waysBefore[r.low(j)] && r.is(j+1, word) && !r.countNoun(j) && (r.ps[j].upper || r.low(j) == "rue") {
		return "address" // "5, rue de Chaillot"
	}
	for j := n.last; j < n.last+4 && r.is(j, word) && r.ps[j].upper; j++ {
		if !ways[r.low(j)] {
			continue
		}
		if saint := strings.HasPrefix(r.low(j), "st") && r.low(j) != "street"; saint && r.is(j+1, word) && r.ps[j+1].upper {
			return "" // "6 St. Lucia fishermen"
		}
		return "address"
	}
	return ""
}

// isRestated sees a number that is told once more in brackets: "thirty (30)
// days", "$1,200,000 (one million two hundred thousand dollars)".
func (r *reader) isRestated(k int) string {
	n := &r.nums[k]
	if k == 0 {
		return ""
	}
	a := &r.nums[k-1]
	i := n.first - 1
	if _, at := r.codeBefore(n.first); at >= 0 {
		i = at - 1
	}
	if r.low(i) != "(" || i < a.last || i > a.last+2 || a.reason != "" || a.sort != n.sort || a.inWords == n.inWords || a.val.Cmp(n.val) != 0 {
		return ""
	}
	for j := n.last; j < n.last+4; j++ {
		if r.low(j) == ")" {
			return "restated"
		}
	}
	return ""
}

// behindRestated returns the piece behind the brackets at j in which q's
// number is told once more, j if it is not.
func (r *reader) behindRestated(q *quant, j int) int {
	if r.low(j) != "(" || j+2 >= len(r.ps) {
		return j
	}
	n, ok := r.numeral(j + 1)
	if !ok || r.low(n.last) != ")" || n.sort != q.n.sort || n.inWords == q.n.inWords || n.val.Cmp(q.n.val) != 0 {
		return j
	}
	return n.last + 1
}

// isProbability sees the p-value of a test: "p < 0.001".
func (r *reader) isProbability(k int) string {
	n := &r.nums[k]
	i := n.first - 1
	if r.low(i) == "=" && r.glued(i) && r.is(i-1, sign) {
		i--
	}
	switch r.low(i) {
	case "<", "=", ">", "≤", "≥", "≈":
		if r.low(i-1) == "p" && n.shape == decimals && n.val.Less(num(1)) {
			return "statistic"
		}
	}
	return ""
}

// eras stand behind or before a year; in capitals they are no place.
var eras = set("bc b.c b.c. bce b.c.e b.c.e. ad a.d a.d. ce c.e c.e. bp")

// eraAt reports whether an era stands at piece i: "BC", "b.c.".
func (r *reader) eraAt(i int) bool {
	l := r.low(i)
	return eras[l] && (r.ps[i].caps || strings.IndexByte(l, '.') > 0)
}

// isOldYear sees the years that name their era, those of centuries past at a
// sentence's start, and one behind the title of a yearbook.
func (r *reader) isOldYear(k int) string {
	n := &r.nums[k]
	if n.sort != cardinal || n.inWords || !isOne(n.scale) || n.shape != plainInt && n.shape != grouped {
		return ""
	}
	prev := r.low(n.first - 1)
	switch {
	case r.eraAt(n.last) && !r.countNoun(n.last+1), (prev == "ad" || prev == "a.d.") && r.ps[n.first-1].caps && n.between(1, 2100):
		return "year"
	case !n.plainDigits() || !n.between(1400, 1899) || r.round(n) || r.unitAt(n.last) > 0:
		return ""
	case founded[prev] && !r.countNoun(n.last) && (r.closes(n.last) || r.is(n.last, sign) || r.ps[n.last].tag == doc.IN || r.low(n.last) == "and"), prev == "of" && r.ofItsYear(n):
		return "year" // "enacted 1810", "the treaty of 1899"
	case prev == "in" && r.countNoun(n.last) && (n.first == 1 || r.is(n.first-2, sign) || r.low(n.first-2) == "and" || r.low(n.first-2) == "but"):
		return "year"
	case prev == "," && n.first > 1 && r.is(n.first-2, word) && r.ps[n.first-2].upper && !r.startsNumber(n.last+1) && (r.closes(n.last) || r.low(n.last) == "," || r.low(n.last) == "(" || r.is(n.last, word) && auxiliary[r.low(n.last)]):
		return "year"
	}
	return ""
}

// founded are participles with a year behind them.
var founded = set("founded established enacted built born died erected published adopted signed ratified est est. opened abolished dated completed")

// ofItsYear reports whether "of" before n ties a year to one thing: "the law of
// 1843", and not "a force of 1650".
func (r *reader) ofItsYear(n *numeral) bool {
	p, ok := r.nounLeft(n.first - 2)
	h := r.low(p.head)
	if !ok || isPlural(h) || collective[h] || numberNouns[h] || generic[h] || scalars[h] || peopled[h] || r.countNoun(n.last) {
		return false
	}
	return r.low(p.first-1) == "the" || r.ps[p.head].upper
}

// isTitled sees a number in words that begins a name in mid-sentence: "the
// Three Rivers authority".
func (r *reader) isTitled(k int) string {
	n := &r.nums[k]
	if r.quotedTitle(n) {
		return "name"
	}
	if l := r.low(n.first - 1); n.inWords && n.first > 0 && l == "war" && r.ps[n.first-1].upper && r.ps[n.first].upper && n.between(1, 9) {
		return "name" // "World War Three"
	}
	if l := r.low(n.first - 1); n.inWords && n.sort == cardinal && n.first > 1 && r.ps[n.first].upper && !r.heading && (l == "of" && r.ps[n.first-2].upper || l == "big" && r.ps[n.first-1].upper) && !r.countNoun(n.last) {
		return "name" // "the Gang of Eight", "the Big Four"
	}
	j := r.skipHyphen(n.last)
	if j > n.last && (!r.is(j+1, word) || !r.ps[j+1].upper) {
		return "" // "the Six-Day War" goes on with a capital
	}
	if !n.inWords || n.sort != cardinal || n.last != n.first+1 || n.first == 0 || r.heading || r.unitAt(j) > 0 && j == n.last || !r.is(j, word) {
		return ""
	}
	p, h := &r.ps[n.first-1], &r.ps[j]
	if p.form != word || p.upper && !(n.first == 1 && determiners[p.low]) || !r.ps[n.first].upper || r.ps[n.first].caps || !h.upper || h.caps || isPersonWord(h.low) || isPeople(h.low) || isNumberWord(h.low) {
		return ""
	}
	return "name"
}

// quotedTitle reports whether n begins a title between quotation marks, all of
// whose words are capitalised: "Half The World".
func (r *reader) quotedTitle(n *numeral) bool {
	if !n.inWords || r.low(n.first-1) != "\"" || !r.ps[n.first].upper || !r.is(n.last, word) {
		return false
	}
	for j := n.last; j < n.last+5; j++ {
		if r.low(j) == "\"" {
			return j > n.last
		}
		if !r.is(j, word) || !r.ps[j].upper {
			return false
		}
	}
	return false
}

// inlineItem reports whether numeral k is one of "1) …, 2) …", with no bracket
// opened before them.
func (r *reader) inlineItem(k int) bool {
	n := &r.nums[k]
	for j := n.first - 1; j >= 0 && j > n.first-maxPhrase && r.low(j) != ")"; j-- {
		if r.low(j) == "(" {
			return false
		}
	}
	for j := max(0, k-5); j < min(len(r.nums), k+6); j++ {
		o := &r.nums[j]
		if d, err := o.val.SubAbs(n.val); j != k && err == nil && isOne(d) && (j > k) == (o.val.Cmp(n.val) > 0) && r.low(o.last) == ")" && r.glued(o.last) && r.low(o.first-1) != "(" {
			return true
		}
	}
	return false
}
