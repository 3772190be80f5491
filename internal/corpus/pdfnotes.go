package corpus

import (
	"regexp"
	"strings"
)

// noteStart is the label that a note at the foot of a page begins with.
var noteStart = regexp.MustCompile(`^\s*(?:([` + superDigits + `]{1,3})\s*|(\d{1,3})[.)]?\s+|\[(\d{1,3})\]\s*|([*†‡§]{1,3})\s*)\S`)

// splitNotes parts the notes at the foot of a column from what stands above:
// rows in a smaller size, of which the first one has a label or goes on with
// the note of the page before.
func (b *pdfBook) splitNotes(rows []*pdfRow, p *pdfPage) (text, notes []*pdfRow) {
	first := len(rows)
	for first > 0 && rows[first-1].size < 0.94*b.body && rows[first-1].grid() == nil && rows[first-1].y < p.height*0.7 {
		first--
	}
	// Small rows above the first label are captions or sources.
	for first < len(rows) {
		label := len(rows[first].segs) < 3 && noteStart.MatchString(rows[first].text())
		if label && (rows[first].segs[0].raisedHead || b.notesLike(rows[first:])) {
			break
		}
		if b.note != nil && !label && first > 0 && rows[first-1].y-rows[first].y > 1.3*rows[first].size && rows[first].y < p.height*0.4 {
			break
		}
		first++
	}
	if first == 0 && len(rows) > 0 && b.body > 0 && len(rows) > 30 {
		return rows, nil // a page in small print is no note
	}
	return rows[:first], rows[first:]
}

// notesLike reports whether rows read like notes: the labels count up.
func (b *pdfBook) notesLike(rows []*pdfRow) bool {
	last, labels := -1, 0
	for _, r := range rows {
		label := noteLabel(r.text())
		if label == "" || !digits(label) {
			continue
		}
		n := number(label, 0, 1000)
		if last >= 0 && n != last+1 {
			continue
		}
		last = n
		labels++
	}
	return labels > 0 && len(rows[0].text()) > 12
}

// noteLabel returns the label of the note that s begins with, "" if it does
// not.
func noteLabel(s string) string {
	m := noteStart.FindStringSubmatch(s)
	if m == nil {
		return ""
	}
	return plainDigits(firstOf(m[1], m[2], m[3], m[4]))
}

// plainDigits writes raised digits as common ones.
func plainDigits(s string) string {
	var b strings.Builder
	for _, c := range s {
		if at := strings.IndexRune(superDigits, c); at >= 0 {
			c = rune('0' + len([]rune(superDigits[:at])))
		}
		b.WriteRune(c)
	}
	return b.String()
}

// notes keeps the notes of a column for the end. Rows without a label go on
// with the note before.
func (b *pdfBook) notes(rows []*pdfRow) {
	last := -1
	for _, r := range rows {
		s := r.text()
		label := noteLabel(s)
		if label != "" && digits(label) && !r.segs[0].raisedHead {
			// A number that does not count on is the year or page of the text.
			if n := number(label, 0, 1000); last >= 0 && n != last+1 {
				label = ""
			}
		}
		if label == "" && b.note != nil {
			b.extend(b.note, s)
			continue
		}
		b.endNote()
		b.note, b.noteNo = &run{}, label
		b.note.text(s)
		if digits(label) {
			last = number(label, 0, 1000)
		}
		b.c.note(label, b.note)
	}
}

// endNote ends the note that may have gone on.
func (b *pdfBook) endNote() { b.note, b.noteNo = nil, "" }
