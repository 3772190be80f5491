package corpus

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"analyze/internal/doc"
)

// maxText is the longest text that a document may give, in bytes: a small file
// can hold a large one.
const maxText = 32 << 20

// maxCells is the largest number of cells that are read of one document.
const maxCells = 2 << 20

// errTooMuch says that a document is larger than what is read.
func errTooMuch(what string) error {
	return &Unreadable{"it holds too much: " + what, "split it into parts, or save what you need as plain text"}
}

// A run is running text in the making: one paragraph with the marks inside it.
// Blanks are made single. The zero run is empty.
type run struct {
	b     strings.Builder
	marks []doc.Mark // relative to the run
	blank bool       // a blank is due before the next sign
}

// text appends s with blanks made single.
func (r *run) text(s string) {
	for _, c := range strings.ToValidUTF8(s, "\uFFFD") {
		switch {
		case c == '\u00AD' || c == '\u200B' || c == '\uFEFF' || c == '\u2060' || c < ' ' && !unicode.IsSpace(c) || c >= 0x7F && c < 0xA0 && c != 0x85:
			continue
		case c == '\u00A0' || c == '\u202F' || c == '\u2007' || c == '\u2009':
			r.narrow()
		case unicode.IsSpace(c):
			r.blank = r.blank || r.b.Len() > 0
		default:
			r.due(c)
			r.b.WriteRune(c)
		}
	}
}

// narrow notes a blank that does not break: it is kept between digits, where
// it groups them, and a common one elsewhere.
func (r *run) narrow() {
	s := r.b.String()
	if !r.blank && s != "" && s[len(s)-1] >= '0' && s[len(s)-1] <= '9' {
		r.b.WriteRune('\u00A0')
		return
	}
	r.blank = r.blank || s != ""
}

// due writes the blank that is due before c.
func (r *run) due(c rune) {
	s := r.b.String()
	if strings.HasSuffix(s, "\u00A0") && (c < '0' || c > '9') {
		r.cut(len(s) - len("\u00A0"))
		r.blank = true
		s = r.b.String()
	}
	if r.blank && s != "" && !strings.HasSuffix(s, "\n") && !strings.HasSuffix(s, "\t") {
		r.b.WriteByte(' ')
	}
	r.blank = false
}

// cut shortens the run to n bytes.
func (r *run) cut(n int) {
	s := r.b.String()[:n]
	r.b.Reset()
	r.b.WriteString(s)
}

// newline ends a line within the paragraph.
func (r *run) newline() {
	if r.b.Len() > 0 && !strings.HasSuffix(r.b.String(), "\n") {
		r.b.WriteByte('\n')
	}
	r.blank = false
}

// tabulator appends a tab.
func (r *run) tabulator() {
	if r.b.Len() > 0 {
		r.b.WriteByte('\t')
	}
	r.blank = false
}

// join appends another run with its marks.
func (r *run) join(o *run) {
	s := o.b.String()
	lead := len(s) - len(strings.TrimLeft(s, " "))
	r.due(' ')
	shift := r.b.Len() - lead
	r.b.WriteString(s[lead:])
	for _, m := range o.marks {
		m.Start, m.End = m.Start+shift, m.End+shift
		r.marks = append(r.marks, m)
	}
	r.blank = o.blank
}

// superscript appends s, raised: digits become the signs that Unicode has for
// them, so that a mark of a note does not read as part of a number.
func (r *run) superscript(s string) {
	s = strings.TrimSpace(s)
	if s == "" {
		return
	}
	raised := raise(s)
	if raised == "" {
		r.text(s)
		return
	}
	r.blank = false
	r.b.WriteString(raised)
}

const superDigits = "⁰¹²³⁴⁵⁶⁷⁸⁹"

// raise returns s in raised digits; "" if it is no number.
func raise(s string) string {
	var b strings.Builder
	for _, c := range s {
		switch {
		case c >= '0' && c <= '9':
			b.WriteRune([]rune(superDigits)[c-'0'])
		case c == ',' || c == '-' || c == '–' || strings.ContainsRune(superDigits, c):
			b.WriteRune(c)
		case c == '*' || c == '†' || c == '‡':
			b.WriteRune(c)
		default:
			return ""
		}
	}
	return b.String()
}

// noteRef appends the mark of a note with its label.
func (r *run) noteRef(label string) {
	start := r.b.Len()
	if digits(label) {
		r.superscript(label)
	} else {
		r.blank = false
		r.b.WriteString(label)
	}
	if r.b.Len() > start {
		r.marks = append(r.marks, doc.Mark{Span: doc.Span{Start: start, End: r.b.Len()}, Kind: doc.MarkNoteRef, Text: label})
	}
}

func digits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}

// empty reports whether the run holds no text.
func (r *run) empty() bool { return strings.TrimSpace(r.b.String()) == "" }

// String returns the text without blanks at its ends.
func (r *run) String() string { return strings.TrimSpace(r.b.String()) }

// A composer puts the text of a document together from the parts that a format
// tells apart: paragraphs a blank line apart, items of a list on lines of their
// own, tables as rows of cells with tabs between. Notes and what surrounds the
// text are kept back to its end.
type composer struct {
	b      strings.Builder
	marks  []doc.Mark
	last   doc.MarkKind // of the part before
	notes  []part
	others []part // boilerplate
	cells  int
	err    error
	// tablePages are the pages that begin within the table written next.
	tablePages []gridPage
}

// A part is a paragraph that waits to be written.
type part struct {
	kind  doc.MarkKind
	level int
	label string
	run   *run
}

// paragraph writes a paragraph without a mark.
func (c *composer) paragraph(r *run) { c.part(part{run: r}) }

// item writes an item of a list at a depth from 1, with its bullet or number
// as printed.
func (c *composer) item(r *run, depth int, label string) {
	c.part(part{doc.MarkListItem, depth, label, r})
}

// note keeps a note back for the end.
func (c *composer) note(label string, r *run) {
	c.notes = append(c.notes, part{doc.MarkNote, 0, label, r})
}

// boilerplate keeps what is no text of the document back for the end.
func (c *composer) boilerplate(r *run) {
	c.others = append(c.others, part{kind: doc.MarkBoilerplate, run: r})
}

// part writes p, apart from what stands before it.
func (c *composer) part(p part) {
	s := p.run.b.String()
	lead := len(s) - len(strings.TrimLeftFunc(s, unicode.IsSpace))
	s = strings.TrimSpace(s)
	if s == "" || c.full(len(s)) {
		return
	}
	c.apart(p.kind)
	start := c.b.Len()
	c.b.WriteString(prefix(p, s))
	shift := c.b.Len() - lead
	c.b.WriteString(s)
	for _, m := range p.run.marks {
		m.Start, m.End = m.Start+shift, min(m.End+shift, c.b.Len())
		if m.Start >= start && (m.Start < m.End || m.Kind == doc.MarkPage) {
			c.marks = append(c.marks, m)
		}
	}
	if p.kind != 0 {
		text := p.label
		if p.kind == doc.MarkListItem || p.kind == doc.MarkNote {
			text = strings.Trim(text, ".()[] ")
		}
		c.marks = append(c.marks, doc.Mark{Span: doc.Span{Start: start, End: c.b.Len()}, Kind: p.kind, Level: p.level, Text: text})
	}
	c.last = p.kind
}

// embed writes the text of another document with its marks.
func (c *composer) embed(d *doc.Document) {
	text := strings.TrimRight(d.Text, "\n")
	if text == "" || c.full(len(text)) {
		return
	}
	c.apart(0)
	shift := c.b.Len()
	c.b.WriteString(text)
	for _, m := range d.Marks {
		if m.End <= len(text) {
			m.Start, m.End = m.Start+shift, m.End+shift
			c.marks = append(c.marks, m)
		}
	}
	c.last = 0
}

// prefix returns what stands before the text s of p: the label of an item or
// of a note, unless the text has it already.
func prefix(p part, s string) string {
	switch p.kind {
	case doc.MarkListItem:
		if p.label == "" {
			return "- "
		}
		return p.label + " "
	case doc.MarkNote:
		bare := strings.TrimLeft(s, "[(^ ")
		if p.label == "" || strings.HasPrefix(bare, p.label) || strings.HasPrefix(s, raise(p.label)) && raise(p.label) != "" {
			return ""
		}
		if digits(p.label) {
			return p.label + ". "
		}
		return p.label + " "
	}
	return ""
}

// apart ends the line or the paragraph before a part of a kind.
func (c *composer) apart(kind doc.MarkKind) {
	switch {
	case c.b.Len() == 0:
	case kind == c.last && (kind == doc.MarkListItem || kind == doc.MarkNote):
		c.b.WriteByte('\n')
	default:
		c.b.WriteString("\n\n")
	}
}

// full notes that more bytes than a text may have would be written.
func (c *composer) full(more int) bool {
	if c.err == nil && c.b.Len()+more > maxText {
		c.err = errTooMuch(fmt.Sprintf("more than %d MB of text", maxText>>20))
	}
	return c.err != nil
}

// page marks the beginning of page n at what is written next.
func (c *composer) page(n int) {
	at := c.b.Len()
	c.marks = append(c.marks, doc.Mark{Span: doc.Span{Start: at, End: at}, Kind: doc.MarkPage, Level: n})
}

// table writes rows as a table; name is what the mark bears, a sheet's name.
// A table of one column is written as paragraphs.
func (c *composer) table(rows [][]string, name string) {
	rows = trimTable(rows)
	if len(rows) == 0 {
		return
	}
	if len(rows[0]) == 1 {
		for _, row := range rows {
			var r run
			r.text(row[0])
			c.paragraph(&r)
		}
		return
	}
	c.apart(doc.MarkTable)
	start := c.b.Len()
	for i, row := range rows {
		if c.cells += len(row); c.cells > maxCells {
			c.err = errTooMuch(fmt.Sprintf("more than %d cells in its tables", maxCells))
			return
		}
		if i > 0 {
			c.b.WriteByte('\n')
		}
		for len(c.tablePages) > 0 && c.tablePages[0].row <= i {
			if p := c.tablePages[0]; p.page > 0 {
				c.page(p.page)
				c.marks[len(c.marks)-1].Text = p.label
			}
			c.tablePages = c.tablePages[1:]
		}
		for j, cell := range row {
			if c.full(len(cell) + 1) {
				return
			}
			if j > 0 {
				c.b.WriteByte('\t')
			}
			c.b.WriteString(cell)
		}
	}
	c.marks = append(c.marks, doc.Mark{Span: doc.Span{Start: start, End: c.b.Len()}, Kind: doc.MarkTable, Text: name})
	c.last = doc.MarkTable
}

// trimTable makes the cells single lines, all rows equally long, and leaves out
// rows and columns where nothing stands.
func trimTable(rows [][]string) [][]string {
	used := map[int]bool{}
	width := 0
	kept := rows[:0:0]
	for _, row := range rows {
		filled := false
		for j, cell := range row {
			var r run
			r.text(cell)
			row[j] = r.String()
			if row[j] != "" {
				used[j], filled, width = true, true, max(width, j+1)
			}
		}
		if filled {
			kept = append(kept, row)
		}
	}
	for i, row := range kept {
		out := make([]string, 0, len(used))
		for j := range width {
			if used[j] && j < len(row) {
				out = append(out, row[j])
			} else if used[j] {
				out = append(out, "")
			}
		}
		kept[i] = out
	}
	return kept
}

// done writes what was kept back and hands text and marks to d.
func (c *composer) done(d *doc.Document) error {
	for _, list := range [][]part{c.notes, c.others} {
		for _, p := range list {
			c.part(p)
		}
	}
	c.notes, c.others = nil, nil
	if c.err != nil {
		return c.err
	}
	if c.b.Len() > 0 {
		c.b.WriteByte('\n')
	}
	d.Text = c.b.String()
	slices.SortStableFunc(c.marks, func(a, b doc.Mark) int { return a.Start - b.Start })
	for i := range c.marks {
		// A page that begins behind the last part begins at the next one.
		if m := &c.marks[i]; m.Kind == doc.MarkPage {
			for m.Start < len(d.Text) && d.Text[m.Start] == '\n' {
				m.Start++
			}
			m.End = m.Start
		}
	}
	d.Marks = append(d.Marks, c.marks...)
	return nil
}

// oneLine returns s with blanks made single.
func oneLine(s string) string {
	var r run
	r.text(s)
	return strings.ReplaceAll(r.String(), "\n", " ")
}

// short returns s cut to n bytes at a character.
func short(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}
