package structure

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"analyze/internal/doc"
)

// A line is a line of the text that is not blank, without its indentation and
// trailing blanks.
type line struct {
	from       int // where it begins, with its indentation
	start, end int
	indent     int       // columns before start; a tab goes to the next multiple of 8
	cols       int       // characters of start:end
	blank      int       // blank lines before it
	tabs, gaps int       // tabs, and runs of two blanks or more, inside
	page       bool      // a page break stands before it
	mark       *doc.Mark // what the format said of its first byte, nil if nothing
}

// isBlank reports whether r takes no ink: white space, and the marks of byte
// order and zero width that files carry along.
func isBlank(r rune) bool {
	if r < 0x80 {
		return r == ' ' || '\t' <= r && r <= '\r'
	}
	return unicode.IsSpace(r) || r == 0xFEFF || r == 0x200B
}

// trim returns the part of s[start:end] without blanks at its ends.
func trim(s string, start, end int) (int, int) {
	for start < end {
		r, n := utf8.DecodeRuneInString(s[start:end])
		if !isBlank(r) {
			break
		}
		start += n
	}
	for start < end {
		r, n := utf8.DecodeLastRuneInString(s[start:end])
		if !isBlank(r) {
			break
		}
		end -= n
	}
	return start, end
}

// scanLines returns the lines of s that are not blank. Line feeds, carriage
// returns and form feeds end a line; a form feed and a mark of kind MarkPage
// are page breaks. Front matter is left out.
func scanLines(s string, marks []doc.Mark) []line {
	lines := make([]line, 0, len(s)/120+8)
	blank, page := 0, false
	skip := frontMatter(s, marks)
	for at := 0; at < len(s); {
		if at == skip.Start && skip.Len() > 0 {
			at = skip.End
			continue
		}
		end := at + lineEnd(s[at:])
		next := end
		var form bool
		if next < len(s) {
			form = s[next] == '\f'
			if s[next] == '\r' && next+1 < len(s) && s[next+1] == '\n' {
				next++
			}
			next++
		}
		if l, ok := makeLine(s, at, end); ok {
			l.blank, l.page = blank, page
			blank, page = 0, false
			lines = append(lines, l)
		} else if !form {
			blank++
		}
		page = page || form
		at = next
	}
	attachMarks(lines, marks)
	return lines
}

// lineEnd returns the index of the first line end in s, or its length.
func lineEnd(s string) int {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c <= '\r' && (c == '\n' || c == '\r' || c == '\f') {
			return i
		}
	}
	return len(s)
}

// makeLine measures the line s[from:to]; ok is false if it is blank.
func makeLine(s string, from, to int) (l line, ok bool) {
	l.from = from
	l.start, l.end = trim(s, from, to)
	if l.start == l.end {
		return l, false
	}
	for _, r := range s[from:l.start] {
		switch {
		case r == '\t':
			l.indent += 8 - l.indent%8
		case r != 0xFEFF && r != 0x200B:
			l.indent++
		}
	}
	run := 0
	for _, c := range []byte(s[l.start:l.end]) {
		switch {
		case c == ' ':
			run++
			l.cols++
			continue
		case c == '\t':
			l.tabs++
			l.cols++
			run = 0
			continue
		case c < 0x80 || c >= 0xC0:
			l.cols++
		}
		if run > 1 {
			l.gaps++
		}
		run = 0
	}
	return l, true
}

// attachMarks gives each line the mark that covers its first byte; where marks
// nest, the one that begins last. Marks of emphasis and links say nothing of
// lines. A page mark makes a page break of the first line at or behind it.
func attachMarks(lines []line, marks []doc.Mark) {
	for i := range marks {
		m := &marks[i]
		switch m.Kind {
		case doc.MarkEmphasis, doc.MarkLink, doc.MarkNoteRef, doc.MarkMeta, doc.MarkCode:
			continue
		case doc.MarkPage:
			if at := sort.Search(len(lines), func(j int) bool { return lines[j].end > m.Start }); at < len(lines) {
				lines[at].page = true
			}
			continue
		}
		for j := sort.Search(len(lines), func(j int) bool { return lines[j].start >= m.Start }); j < len(lines) && lines[j].start < m.End; j++ {
			lines[j].mark = m
		}
	}
}

// frontMatter returns the range that the reader of the format set apart as
// front matter, or that has its form: a first line of three dashes, then lines
// "key: value" up to the next such line.
func frontMatter(s string, marks []doc.Mark) doc.Span {
	for _, m := range marks {
		if m.Kind == doc.MarkMeta && m.Start >= 0 && m.End <= len(s) {
			return m.Span
		}
	}
	from := 0
	if strings.HasPrefix(s, "\uFEFF") {
		from = len("\uFEFF")
	}
	at, keys := from, 0
	for n := 0; n < 60 && at < len(s); n++ {
		end := at + lineEnd(s[at:])
		text := strings.TrimSpace(s[at:end])
		for at = end; at < len(s) && (s[at] == '\r' || s[at] == '\n') && (at == end || s[at-1] != '\n'); at++ {
		}
		switch {
		case n == 0 && text != "---":
			return doc.Span{}
		case n > 0 && text == "---":
			if keys == 0 {
				return doc.Span{}
			}
			return doc.Span{Start: from, End: at}
		case n > 0 && isKeyLine(text):
			keys++
		case n > 0 && text != "" && keys == 0:
			return doc.Span{}
		}
	}
	return doc.Span{}
}

// isKeyLine reports whether s begins with one word and a colon.
func isKeyLine(s string) bool {
	key, _, ok := strings.Cut(s, ":")
	return ok && key != "" && !strings.ContainsAny(key, " \t.,;\"")
}
