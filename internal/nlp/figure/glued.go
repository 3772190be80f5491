package figure

import (
	"strings"

	"analyze/internal/doc"
)

// markBehind returns how many bytes at the end of token t are the mark of a
// note that a sum of thousands has glued to it: the "2" of "up from 389,224.2",
// where the sentence ends and the document has a note of that number.
func markBehind(d *doc.Document, t int, labels map[string]bool) int {
	s := d.Tokens[t].Span
	text := d.Text[s.Start:s.End]
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
		if n := noteHead(line); n > 0 {
			m[line[:n]] = true
		}
	}
	return m
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

// headsNote sees the number with which a note begins: "2  Not all could be
// reached". A number with a noun in the plural counts it.
func (r *reader) headsNote(k int) string {
	n := &r.nums[k]
	if n.first != 0 || !n.plainDigits() || r.countNoun(n.last) || !r.opensBlock() || noteHead(r.d.Text[r.ps[0].Start:min(len(r.d.Text), r.ps[0].Start+80)]) == 0 {
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
