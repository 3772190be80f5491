package figure

import (
	"strings"

	"analyze/internal/doc"
)

// maxLoose bounds the digits of a note mark, looseBack the marks that are
// looked back at for the one before.
const (
	maxLoose  = 4
	looseBack = 4
	looseRow  = 3
)

// looseMarks finds the marks of notes that stand free between two sentences,
// as they come out of scanned reports: "… to him. 335 The minister …". What
// shows them is their row: three and more, each a little above the last. Within
// a sentence, or parted in two by a scanner, only such a row tells a mark.
func looseMarks(d *doc.Document) map[int]bool {
	type mark struct {
		looseMark
		row, back int
	}
	var seen []mark
	for t := 1; t+1 < len(d.Tokens); t++ {
		if !isDigit(d.Text[d.Tokens[t].Start]) {
			continue
		}
		l := looseNumber(d, t)
		if l.value == 0 {
			continue
		}
		m := mark{l, 1, -1}
		for b := len(seen) - 1; b >= 0 && b >= len(seen)-looseBack; b-- {
			if p := &seen[b]; p.value < l.value && l.value <= p.value+looseRow && p.row >= m.row {
				m.row, m.back = p.row+1, b
			}
		}
		if l.weak && m.row < looseRow {
			continue
		}
		seen = append(seen, m)
	}
	var marks map[int]bool
	told := make([]bool, len(seen))
	for i := len(seen) - 1; i >= 0; i-- {
		m := &seen[i]
		if (m.row < looseRow || m.weak) && !told[i] {
			continue
		}
		if marks == nil {
			marks = map[int]bool{}
		}
		for t := m.tok; t < m.end; t++ {
			marks[t] = true
		}
		if m.back >= 0 {
			told[m.back] = true
		}
	}
	return marks
}

// A looseMark is a number between tokens tok and end that may be the mark of a
// note; a weak one stands within a sentence or was put together of two.
type looseMark struct {
	tok, end, value int
	weak            bool
}

// looseNumber returns the number that begins at token t, with value 0 unless it
// may be the mark of a note.
func looseNumber(d *doc.Document, t int) looseMark {
	m := looseMark{tok: t, end: t + 1, value: smallNumber(d, t)}
	if m.value == 0 || d.Tokens[t-1].End == d.Tokens[t].Start {
		return looseMark{}
	}
	if more := smallNumber(d, t+1); t+2 < len(d.Tokens) && d.Tokens[t+1].Start == d.Tokens[t].End+1 && isDigit(d.Text[d.Tokens[t+1].Start]) && (more > 0 || d.Text[d.Tokens[t+1].Start] == '0') && d.Tokens[t].Len()+d.Tokens[t+1].Len() <= maxLoose && d.Slice(d.Tokens[t+2].Span) != "." {
		for range d.Tokens[t+1].Len() {
			m.value *= 10 // "6 12", as scanners part 612
		}
		m.value, m.end, m.weak = m.value+more, t+2, true
	}
	if d.Tokens[m.end].Start == d.Tokens[m.end-1].End {
		return looseMark{}
	}
	next := d.Text[d.Tokens[m.end].Start]
	opens := next >= 'A' && next <= 'Z' || next == '"' || strings.HasPrefix(d.Text[d.Tokens[m.end].Start:], "“") || m.end+1 < len(d.Tokens) && d.Tokens[m.end].Len() <= 3 && (d.Text[d.Tokens[m.end+1].Start] == '.' || d.Text[d.Tokens[m.end].End-1] == '.')
	if !opens || !endsSentence(d.Slice(d.Tokens[t-1].Span), t, d) {
		m.weak = true
	}
	return m
}

// smallNumber returns the number of up to four digits that token t is, 0 if it
// is none.
func smallNumber(d *doc.Document, t int) int {
	if t >= len(d.Tokens) {
		return 0
	}
	s := d.Tokens[t].Span
	if s.Len() > maxLoose || d.Text[s.Start] == '0' {
		return 0
	}
	v := 0
	for i := s.Start; i < s.End; i++ {
		if !isDigit(d.Text[i]) {
			return 0
		}
		v = 10*v + int(d.Text[i]-'0')
	}
	return v
}

// endsSentence reports whether the token before token t ends a sentence.
func endsSentence(before string, t int, d *doc.Document) bool {
	switch before {
	case ".", "?", "!":
		return true
	case "\"", "”", "’", "''", "'":
		if t < 2 {
			return false
		}
		b := d.Slice(d.Tokens[t-2].Span)
		return strings.HasSuffix(b, ".") || b == "?" || b == "!" || b == ","
	}
	return false
}

// numberedBlocks finds the numbers of paragraphs, which open three blocks and
// more in a row: "1 In May the court …", "2 The clerk …".
func numberedBlocks(d *doc.Document) map[int]bool {
	type opener struct{ tok, value, row, back int }
	var seen []opener
	for i := range d.Sentences {
		s := &d.Sentences[i]
		if i > 0 && d.Sentences[i-1].Block == s.Block || s.Last-s.First < 3 || d.Tokens[s.First+1].Start == d.Tokens[s.First].End {
			continue
		}
		v, next := smallNumber(d, s.First), d.Text[d.Tokens[s.First+1].Start]
		if v == 0 || v > maxParagraph || next < 'A' || next > 'Z' {
			continue
		}
		o := opener{s.First, v, 1, -1}
		for b := len(seen) - 1; b >= 0 && b >= len(seen)-looseBack && o.back < 0; b-- {
			if seen[b].value == v-1 {
				o.row, o.back = seen[b].row+1, b
			}
		}
		seen = append(seen, o)
	}
	numbered := map[int]bool{}
	for i := len(seen) - 1; i >= 0; i-- {
		if o := seen[i]; o.row >= looseRow || numbered[o.tok] {
			numbered[o.tok] = true
			if o.back >= 0 {
				numbered[seen[o.back].tok] = true
			}
		}
	}
	return numbered
}

// maxParagraph bounds the numbers of paragraphs.
const maxParagraph = 400
