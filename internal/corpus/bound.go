package corpus

import (
	"fmt"
	"strconv"
	"strings"

	"analyze/internal/doc"
)

// What is read of a document that is more than plain text in the folder itself:
// a book of three thousand pages, a sheet of some thousand rows. What is unpacked
// may be far larger than its file, and the analysis takes time and memory by
// what it reads. Of what holds more the beginning is read, and a problem of the
// document says how much was left out.
const (
	longest   = 6 << 20 // bytes
	mostCells = 40_000
)

// bound leaves out of d the rows behind the first cells, and what text then is
// behind the longest.
func bound(d *doc.Document, cells, length int) {
	if cuts, rows, kept := rowsBeyond(d, cells); len(cuts) > 0 {
		cut(d, cuts)
		at := doc.Span{Start: max(cuts[0].Start-1, 0), End: max(cuts[0].Start-1, 0)}
		rowsUnread(d, at, kept, rows, cells)
	}
	if whole := len(d.Text); whole > length {
		end := strings.LastIndex(d.Text[:length], "\n") + 1
		if end <= length/2 {
			end = len(short(d.Text, length))
		}
		cut(d, []doc.Span{{Start: end, End: whole}})
		d.Unreadf(doc.Span{Start: end, End: end}, fmt.Sprintf("only the first %.1f of %.1f MB of text were read: split it into parts to have the rest read", float64(end)/(1<<20), float64(whole)/(1<<20)))
	}
}

// rowsUnread says of d that rows of its tables were left out.
func rowsUnread(d *doc.Document, at doc.Span, kept, left, cells int) {
	number := func(n int) string { return thousands(strconv.Itoa(n)) }
	d.Unreadf(at, fmt.Sprintf("only the first %s of %s rows of its tables were read (%s cells at most): split it into parts to have the rest read", number(kept), number(kept+left), number(cells)))
}

// rowsBeyond returns what of d's tables stands behind the first cells, how many
// rows those are and how many stand before. The row within which the bound lies
// is left out as well, unless it is the first of all.
func rowsBeyond(d *doc.Document, cells int) (cuts []doc.Span, rows, kept int) {
	left := cells
	for _, m := range d.Marks {
		if m.Kind != doc.MarkTable || m.Start < 0 || m.Start > m.End || m.End > len(d.Text) {
			continue
		}
		at := m.Start
		for line := range strings.Lines(d.Text[m.Start:m.End]) {
			n := 1 + strings.Count(line, "\t") + strings.Count(line, "|")
			if n > left && kept > 0 {
				left = 0
				break
			}
			left, at, kept = left-n, at+len(line), kept+1
		}
		if at < m.End {
			cuts = append(cuts, doc.Span{Start: at, End: m.End})
			rows += strings.Count(strings.TrimSuffix(d.Text[at:m.End], "\n"), "\n") + 1
		}
	}
	return cuts, rows, kept
}

// cut takes ranges out of d's text, which are sorted and apart, and moves its
// marks and problems. Marks of nothing go, but for pages.
func cut(d *doc.Document, cuts []doc.Span) {
	var b strings.Builder
	at := 0
	for _, c := range cuts {
		b.WriteString(d.Text[at:c.Start])
		at = c.End
	}
	b.WriteString(d.Text[at:])
	d.Text = b.String()
	marks := d.Marks[:0]
	move := mover(cuts)
	for _, m := range d.Marks {
		was := m.Span
		m.Span = move(m.Span)
		if m.Start < m.End || was.Start == was.End && m.Start < len(d.Text) {
			marks = append(marks, m)
		}
	}
	d.Marks = marks
	move = mover(cuts)
	for i := range d.Problems {
		if p := &d.Problems[i]; p.Span != (doc.Span{}) {
			p.Span = move(p.Span)
		}
	}
}

// mover returns where spans come to lie when cuts are taken out of a text; it is
// quick where they come in order.
func mover(cuts []doc.Span) func(doc.Span) doc.Span {
	next, before, last := 0, 0, 0
	place := func(n int) int {
		if n < last {
			next, before = 0, 0
		}
		last = n
		for next < len(cuts) && cuts[next].End <= n {
			before += cuts[next].End - cuts[next].Start
			next++
		}
		if next < len(cuts) && cuts[next].Start < n {
			return cuts[next].Start - before
		}
		return n - before
	}
	return func(s doc.Span) doc.Span { return doc.Span{Start: place(s.Start), End: place(s.End)} }
}
