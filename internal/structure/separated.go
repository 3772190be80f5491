package structure

import (
	"strings"

	"analyze/internal/doc"
)

// minSeparated is the number of lines from which values set apart by commas or
// semicolons make a table.
const minSeparated = 3

// separator returns the sign that sets the values of the line s apart, two or
// more of them, with no blank behind it; 0 if there is none.
func separator(s string) byte {
	for _, sep := range []byte{';', ','} {
		if n := countSeparated(s, sep); n > 1 {
			return sep
		}
	}
	return 0
}

// countSeparated counts the signs sep that set values apart in s; 0 if one of
// them is followed by a blank or stands between the digits of one number.
func countSeparated(s string, sep byte) int {
	n, quoted, grouped := 0, false, 0
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '"':
			quoted = !quoted
		case s[i] != sep || quoted:
		case i+1 < len(s) && s[i+1] == ' ':
			return 0
		default:
			n++
			if sep == ',' && i > 0 && i+3 < len(s) && isDigit(s[i-1]) && isDigit(s[i+1]) && isDigit(s[i+2]) && isDigit(s[i+3]) && (i+4 == len(s) || !isDigit(s[i+4])) {
				grouped++
			}
		}
	}
	if quoted || grouped == n {
		return 0
	}
	return n
}

// separatedRun returns the number of lines from i on that hold values set apart
// by commas or semicolons, as many in each, and whether they make a table.
func (b *builder) separatedRun(i int) (int, bool) {
	s := b.text(i)
	sep := separator(s)
	if sep == 0 || b.lines[i].gaps > 0 {
		return 0, false
	}
	want := countSeparated(s, sep)
	n, figures := 0, 0
	for j := i; j < len(b.lines) && (j == i || b.lines[j].blank == 0); j++ {
		t := b.text(j)
		if countSeparated(t, sep) != want || len(t) > 60*(want+1) {
			break
		}
		n++
		if hasFigureCell(strings.Split(t, string(sep))[1:]) {
			figures++
		}
	}
	return n, n >= minSeparated && figures*3 >= n*2 && figures > 1
}

// readSeparated reads a table whose values the sign sep sets apart.
func (g *grid) readSeparated(lines []doc.Span, sep byte) {
	for _, l := range lines {
		var row []gridCell
		from, to := trim(g.d.Text, l.Start, l.End)
		for quoted, at := false, from; at <= to; at++ {
			if at < to && g.d.Text[at] == '"' {
				quoted = !quoted
			}
			if at < to && (g.d.Text[at] != sep || quoted) {
				continue
			}
			a, z := trim(g.d.Text, from, at)
			if z-a > 1 && g.d.Text[a] == '"' && g.d.Text[z-1] == '"' {
				a, z = a+1, z-1
			}
			row = append(row, g.cell(a, z))
			from = at + 1
		}
		g.rows = append(g.rows, row)
	}
}
