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
	if n.first == 0 && n.shape == decimals && n.val.Cmp(num(100)) < 0 && r.is(head, word) && !r.glued(head) && r.ps[head].upper && isOne(n.scale) && r.unitAt(head) == 0 && (r.opensBlock() || r.followsSection(n)) {
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
	return r.bracketedItem(k)
}

// bracketedItem sees small numbers that brackets, points and the like make the
// marks of items and notes.
func (r *reader) bracketedItem(k int) string {
	n := &r.nums[k]
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

// maxSection is how many bytes before a section's number the one before it is looked for.
const maxSection = 4000

// followsSection reports whether the section before n stands in the text before
// it, as where minutes run on: "7.3" behind "7.2 The matron".
func (r *reader) followsSection(n *numeral) bool {
	t := r.raw(n.first)
	last := len(t) - 1
	if last < 2 || t[last-1] != '.' || t[last] < '2' {
		return false
	}
	at := r.ps[n.first].Start
	before := r.d.Text[max(0, at-maxSection):at]
	i := strings.LastIndex(before, t[:last]+string(t[last]-1)+" ")
	return i == 0 || i > 0 && (before[i-1] == ' ' || before[i-1] == '\n') && i+last+2 < len(before) && hasCapital(before[i+last+2:i+last+3])
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
