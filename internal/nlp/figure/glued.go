package figure

import (
	"cmp"
	"strings"

	"analyze/internal/doc"
)

// markBehind returns how many bytes at the end of token t are the mark of a
// note that a sum of thousands has glued to it: the "2" of "up from 389,224.2",
// where the sentence ends and the document has a note of that number.
func markBehind(d *doc.Document, t int, labels map[string]bool) int {
	s := d.Tokens[t].Span
	text := d.Text[s.Start:s.End]
	if len(labels) == 0 {
		return 0
	}
	if comma := strings.LastIndexByte(text, ','); comma > 0 && isDigit(text[0]) {
		whole := comma + 1 + 3
		if n := len(text) - whole; (n == 1 || n == 2) && labels[text[whole:]] && wholeNumber(text[comma+1:]) {
			return n // "5,0004 people", where the document has a note 4
		}
	}
	dot := strings.LastIndexByte(text, '.')
	if dot < 5 || !hasGroups(text[:dot]) || len(text)-dot > 3 || !labels[text[dot+1:]] {
		return 0
	}
	if t+1 < len(d.Tokens) {
		next := &d.Tokens[t+1]
		gap := d.Text[s.End:next.Start]
		b := d.Text[next.Start]
		if gap == "" || !(b >= 'A' && b <= 'Z') && strings.Count(gap, "\n") < 2 {
			return 0
		}
	}
	return len(text) - dot
}

// noteLabels are the numbers of the notes of d, and those that begin a line as
// a note does.
func noteLabels(d *doc.Document) map[string]bool {
	m := map[string]bool{}
	for i := range d.Notes {
		if l := d.Notes[i].Label; l != "" && wholeNumber(l) {
			m[l] = true
		}
	}
	for line := range strings.Lines(d.Text) {
		if n := opensNote(line); n > 0 {
			m[line[:n]] = true
		}
	}
	return m
}

// opensNote returns the length of the number with which line begins as notes do,
// 0 where it does not.
func opensNote(line string) int { return cmp.Or(noteHead(line), referenceHead(line)) }

// referenceHead returns the length of the number with which a line begins that
// cites a source as notes do, with a year or an address in it: "4 Annual report,
// 2014."; 0 where t is no such line.
func referenceHead(t string) int {
	n := 0
	for n < len(t) && n < 3 && isDigit(t[n]) {
		n++
	}
	if n == 0 || n > 2 || t[0] == '0' || n+1 >= len(t) || t[n] != ' ' || t[n+1] < 'A' || t[n+1] > 'Z' {
		return 0
	}
	for i := n; i+4 <= len(t); i++ {
		if y := t[i : i+4]; (y >= "1900" && y <= "2099" && wholeNumber(y) || y == "http") && !isDigit(t[i-1]) && (i+4 == len(t) || !isDigit(t[i+4])) {
			return n
		}
	}
	return 0
}

// noteHead returns the length of the number with which a note begins in print:
// one or two digits, two blanks or a tab, and a capital; 0 where t begins
// otherwise.
func noteHead(t string) int {
	n := 0
	for n < len(t) && n < 3 && isDigit(t[n]) {
		n++
	}
	rest := strings.TrimLeft(t[n:], " \t")
	gap := len(t) - n - len(rest)
	if n == 0 || n > 2 || t[0] == '0' || gap == 0 || gap == 1 && t[n] != '\t' || rest == "" || rest[0] < 'A' || rest[0] > 'Z' {
		return 0
	}
	return n
}

// lettered sees the number behind the letter of an annex: "Table A.3", "Annex
// B-2".
func (r *reader) lettered(k int) string {
	n := &r.nums[k]
	i := n.first - 1
	if n.first == 0 && n.plainDigits() && r.lettersBefore(r.ps[0].Start) {
		return "reference" // the full stop was taken for that of a sentence
	}
	if !n.plainDigits() && n.shape != decimals || !r.glued(n.first) {
		return ""
	}
	if i >= 0 && r.raw(i) == "K" && r.moneyBefore(n.first) < 0 {
		return "code"
	}
	if l := r.low(i); (l == "." || l == "-") && r.glued(i) {
		i--
	}
	if t := strings.TrimSuffix(r.raw(max(i, 0)), "."); i < 1 || len(t) != 1 || t[0] < 'A' || t[0] > 'Z' || r.glued(i) {
		return ""
	}
	if l, m := labels.before(r.ps, i); m > 0 && (l.reason == "reference" || l.reason == "section") {
		return l.reason
	}
	if k > 0 && (r.nums[k-1].reason == "reference" || r.nums[k-1].reason == "section") && joins[r.low(i-1)] && i-r.nums[k-1].last <= 2 {
		return r.nums[k-1].reason // "Tables, and A-3"
	}
	return ""
}

// lettersBefore reports whether a capital and a full stop touch offset i, and no
// word ends with them.
func (r *reader) lettersBefore(i int) bool {
	if i < 3 || r.d.Text[i-1] != '.' {
		return false
	}
	c, b := r.d.Text[i-2], r.d.Text[i-3]
	return c >= 'A' && c <= 'Z' && !isAlnum(b) && b != '.'
}

// partNames begin the parts of reports behind their number.
var partNames = set("introduction background methods method results result discussion conclusion conclusions references summary findings recommendations overview scope objectives definitions acknowledgements acknowledgments annexes annex appendices materials data limitations context methodology purpose mandate preface foreword abbreviations glossary bibliography index")

// headsPart sees the number of a heading: "1 Introduction", "3 Results".
func (r *reader) headsPart(k int) string {
	n := &r.nums[k]
	if n.first != 0 || n.inWords || n.sort != cardinal || n.val.Cmp(num(60)) > 0 || !r.is(n.last, word) || !r.ps[n.last].upper || !partNames[r.low(n.last)] || !r.opensBlock() || len(r.ps) > 12 {
		return ""
	}
	return "section"
}

// loneScale sees a "million" before which no number stands: the scale of what
// was read as a code or name.
func (r *reader) loneScale(k int) string {
	n := &r.nums[k]
	w := numberWords[r.low(n.first)]
	if w.class != scale || n.last != n.first+1 || w.val.Cmp(num(1000)) < 0 || n.first == 0 {
		return ""
	}
	for j := n.first - 1; j >= 0 && j > n.first-4 && r.low(n.last) == ")"; j-- {
		if r.low(j) == "(" {
			return "unit" // "Spending (L$ million)"
		}
	}
	if r.skippedBefore(k) {
		return "code"
	}
	if p := &r.ps[n.first-1]; strings.ContainsAny(r.raw(n.first-1), "0123456789") && p.form == word {
		return "code"
	}
	return ""
}

// sectionNamed reports whether n is the number of a section of the document,
// which is pointed at: "does not accept the finding in 3.1".
func (r *reader) sectionNamed(n *numeral) bool {
	if n.shape != decimals || r.unitAt(n.last) > 0 || !(r.closes(n.last) || r.is(n.last, sign)) {
		return false
	}
	if l := r.low(n.first - 1); l != "in" && l != "under" && l != "see" && l != "at" {
		return false
	}
	t := r.raw(n.first)
	for i := len(r.d.Skipped) - 1; i >= 0 && i > len(r.d.Skipped)-maxSections; i-- {
		if x := &r.d.Skipped[i]; x.Reason == "section" && r.d.Slice(x.Span) == t {
			return true
		}
	}
	return false
}

// maxSections bounds the skipped numbers that are looked back at for a section.
const maxSections = 200

// runningHead reports whether numeral k is the page behind a title that is set
// in capitals at a page's head: "PIRACY AFTER THE BOOM 115".
func (r *reader) runningHead(k int) bool {
	n := &r.nums[k]
	if !n.plainDigits() || len(r.nums) > 1 || n.last != len(r.ps) || n.first < 2 || n.val.Cmp(num(2000)) > 0 {
		return false
	}
	for j := 0; j < n.first; j++ {
		if p := &r.ps[j]; p.form != word || !p.caps {
			return false
		}
	}
	return true
}

// skippedBefore reports whether the number before numeral k, which touches it,
// was no figure: "CHF 1,102,4 million".
func (r *reader) skippedBefore(k int) bool {
	return k > 0 && r.nums[k-1].reason == "code" && r.nums[k-1].last == r.nums[k].first
}

// citing words open notes.
var citing = set("see e.g e.g. cf cf. id id. ibid ibid. supra accord compare")

// maxLine bounds the bytes of a line that are asked whether a note begins there.
const maxLine = 160

// headsNote sees the number with which a note begins: "2  Not all could be
// reached". A number with a noun in the plural counts it.
func (r *reader) headsNote(k int) string {
	n := &r.nums[k]
	if next := n.last; n.plainDigits() && r.is(next, word) && r.ps[next].upper && citing[r.low(next)] {
		return "note mark" // "776 E.g., Carr", "6 See the report"
	}
	if n.first != 0 || !n.plainDigits() || r.countNoun(n.last) || !r.opensBlock() {
		return ""
	}
	line, _, _ := strings.Cut(r.d.Text[r.ps[0].Start:min(len(r.d.Text), r.ps[0].Start+maxLine)], "\n")
	if opensNote(line) == 0 {
		return ""
	}
	return "note mark"
}

// isGluedMark sees the number of a note that the full stop before it has glued
// to it: "(Sefton, 2015).3 Nearly", "found 4.2%.4,5 The".
func isGluedMark(d *doc.Document, t int) bool {
	s := d.Tokens[t].Span
	if t < 2 || s.Len() > 5 || d.Tokens[t-1].End != s.Start || t+1 >= len(d.Tokens) || d.Tokens[t+1].Start == s.End {
		return false
	}
	if b := d.Text[d.Tokens[t-1].Start]; d.Tokens[t-1].Len() != 1 || b != '.' && b != '?' && b != '!' {
		return false
	}
	for i := s.Start; i < s.End; i++ {
		if b := d.Text[i]; !isDigit(b) && b != ',' {
			return false
		}
	}
	before, next := &d.Tokens[t-2], d.Text[d.Tokens[t+1].Start]
	if before.End != d.Tokens[t-1].Start || isDigit(d.Text[before.End-1]) {
		return false
	}
	return next >= 'A' && next <= 'Z' || isDigit(next)
}
