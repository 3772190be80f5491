package structure

import (
	"sort"
	"strings"
	"unicode/utf8"

	"analyze/internal/doc"
)

// A gridCell is a cell as printed. Its span is empty where nothing stands.
type gridCell struct {
	doc.Span
	x0, x1 int  // columns of characters, for tables set with blanks
	lined  bool // a line under it shows over which columns it stands
}

// A grid is a table as printed, before its parts are known.
type grid struct {
	d      *doc.Document
	rows   [][]gridCell // each with a cell for every column
	rules  []int        // for each drawn line the rows above it
	at     []colRange   // where the columns stand, for tables set with blanks
	placed []colRange   // the same as the row of the header under the one looked at has them
	spaced bool         // figures have blanks between their digits
	cols   int
	heads  int      // rows of the header
	header []string // for each column, repaired
	spans  []doc.Span
	width  int // columns of a panel
	number int // column of row numbers within a panel, -1 if there is none
	label  int // column of row labels within a panel

	numbered  bool   // labels begin with the numbers of their rows
	worded    []bool // columns most of whose cells are words
	lettersUp bool   // labels begin with the letters of their rows, in brackets

	letters map[string]bool // letters that label notes, nil until asked for
}

// readGrid cuts the table at span into cells by its own signs.
func readGrid(d *doc.Document, span doc.Span) *grid {
	g := &grid{d: d, number: -1}
	lines := tableLines(d.Text, span)
	pipes, tabs := 0, 0
	for _, l := range lines {
		s := d.Text[l.Start:l.End]
		if strings.Contains(s, "|") || isPipeRule(s) {
			pipes++
		}
		if strings.Contains(s, "\t") {
			tabs++
		}
	}
	switch {
	case pipes*2 > len(lines):
		g.readPipes(lines)
	case tabs == 0 && separator(d.Text[lines[0].Start:lines[0].End]) != 0:
		g.readSeparated(lines, separator(d.Text[lines[0].Start:lines[0].End]))
	case tabs*2 >= len(lines):
		g.readTabs(lines)
	case g.tails(lines) > 1:
		g.readTails(lines, g.tails(lines))
	case g.answers(lines):
		g.readTails(lines, 1)
	default:
		g.readGaps(lines)
	}
	for _, r := range g.rows {
		g.cols = max(g.cols, len(r))
	}
	for i := range g.rows {
		for len(g.rows[i]) < g.cols {
			g.rows[i] = append(g.rows[i], gridCell{})
		}
	}
	return g
}

// tableLines returns the lines of the table that are not blank; the first one
// with what stands before the block in its line, since a first cell may be
// empty.
func tableLines(s string, span doc.Span) []doc.Span {
	at := span.Start
	for at > 0 && (s[at-1] == ' ' || s[at-1] == '\t') {
		at--
	}
	var lines []doc.Span
	for at < span.End {
		end := at + lineEnd(s[at:span.End])
		if strings.TrimSpace(s[at:end]) != "" {
			lines = append(lines, doc.Span{Start: at, End: end})
		}
		at = end + 1
	}
	return lines
}

// cell makes the cell of s[from:to] without blanks, signs of emphasis and note
// marks at its ends.
func (g *grid) cell(from, to int) gridCell {
	s := g.d.Text
	from, to = trim(s, from, to)
	for from < to && strings.IndexByte("*_`", s[from]) >= 0 && strings.HasSuffix(s[from:to], s[from:from+1]) && to-from > 1 {
		from, to = from+1, to-1
	}
	for range 3 {
		for i := g.markAt(to); i >= 0 && g.d.NoteMarks[i].Start > from; i = -1 {
			from, to = trim(s, from, g.d.NoteMarks[i].Start)
		}
	}
	if n := to - from; n > 3 && s[to-1] == ')' && s[to-3] == '(' && (s[to-4] != ' ' || n > 4 && (isLetterByte(s[to-2]) || isLetterByte(s[to-5]))) && g.lettered(s[to-2:to-1]) {
		from, to = trim(s, from, to-3)
	}
	return gridCell{Span: doc.Span{Start: from, End: to}}
}

// lettered reports whether a note bears a letter or a digit as its label.
func (g *grid) lettered(label string) bool {
	if g.letters == nil {
		g.letters = map[string]bool{}
		for i := range g.d.Notes {
			if l := g.d.Notes[i].Label; len(l) == 1 && (isLetterByte(l[0]) || isDigit(l[0])) {
				g.letters[l] = true
			}
		}
	}
	return g.letters[label]
}

// markAt returns the note mark that ends at a byte, -1 if there is none.
func (g *grid) markAt(end int) int {
	marks := g.d.NoteMarks
	i := sort.Search(len(marks), func(i int) bool { return marks[i].End >= end })
	if i < len(marks) && marks[i].End == end {
		return i
	}
	return -1
}

// text returns what stands in a cell.
func (g *grid) text(c gridCell) string { return g.d.Text[c.Start:c.End] }

// readPipes reads Markdown and tables drawn with + and |.
func (g *grid) readPipes(lines []doc.Span) {
	for _, l := range lines {
		s := g.d.Text[l.Start:l.End]
		if isPipeRule(s) {
			g.rules = append(g.rules, len(g.rows))
			continue
		}
		from, to := trim(g.d.Text, l.Start, l.End)
		if from < to && g.d.Text[from] == '|' {
			from++
		}
		if to > from && g.d.Text[to-1] == '|' && (to-2 < from || g.d.Text[to-2] != '\\') {
			to--
		}
		var row []gridCell
		for from <= to {
			end := from
			for end < to && (g.d.Text[end] != '|' || end > from && g.d.Text[end-1] == '\\') {
				end++
			}
			row = append(row, g.cell(from, end))
			from = end + 1
		}
		g.rows = append(g.rows, row)
	}
}

// readTabs reads a table with tabs. Where several tabs in a row only serve to
// reach the next stop, since rows agree in their filled cells and not in their
// tabs, they count as one.
func (g *grid) readTabs(lines []doc.Span) {
	var filled [][]gridCell
	counts, places := map[int]int{}, map[int]int{}
	for _, l := range lines {
		var row, full []gridCell
		at := l.Start
		for at <= l.End {
			end := at
			for end < l.End && g.d.Text[end] != '\t' {
				end++
			}
			c := g.cell(at, end)
			row = append(row, c)
			if c.Len() > 0 {
				full = append(full, c)
			}
			at = end + 1
		}
		for len(row) > 1 && row[len(row)-1].Len() == 0 {
			row = row[:len(row)-1]
		}
		if isRule(strings.TrimSpace(g.d.Text[l.Start:l.End])) {
			g.rules = append(g.rules, len(g.rows))
			continue
		}
		g.rows = append(g.rows, row)
		filled = append(filled, full)
		if len(full) > 1 {
			counts[len(full)]++
			places[len(row)]++
		}
	}
	if k := mostOften(counts); k > 0 && len(filled[0]) == k-1 && g.rows[0][0].Len() == 0 {
		// A header whose corner is empty.
		filled[0] = append([]gridCell{{}}, filled[0]...)
		counts[k]++
	}
	if most(counts)*10 >= len(filled)*9 && most(places)*10 < len(filled)*7 {
		g.rows = filled
	}
}

// mostOften returns the smallest key of the largest value of m, 0 if m is empty.
func mostOften(m map[int]int) int {
	best := 0
	for k, n := range m {
		if n > m[best] || n == m[best] && k < best {
			best = k
		}
	}
	return best
}

// most returns the largest value of m.
func most(m map[int]int) int {
	best := 0
	for _, n := range m {
		best = max(best, n)
	}
	return best
}

// tails returns how many figures end each line of a table without gaps; 0 if
// there are gaps.
func (g *grid) tails(lines []doc.Span) int {
	gaps, k := 0, 0
	for _, l := range lines {
		s := strings.TrimSpace(g.d.Text[l.Start:l.End])
		if strings.Contains(s, "  ") {
			gaps++
		}
		k = tailFigures(s)
	}
	if gaps*2 > len(lines) {
		return 0
	}
	return k
}

// answers reports whether each line holds an answer and its share.
func (g *grid) answers(lines []doc.Span) bool {
	for _, l := range lines {
		if !isAnswer(strings.TrimSpace(g.d.Text[l.Start:l.End])) {
			return false
		}
	}
	return true
}

// readTails reads a table whose last k words in each line are its cells; what
// stands before them is the label.
func (g *grid) readTails(lines []doc.Span, k int) {
	for _, l := range lines {
		row := make([]gridCell, k+1)
		from, end := trim(g.d.Text, l.Start, l.End)
		if at := capitalWords(g.d.Text[from:end]); len(at) == k+1 && tailFigures(g.d.Text[from:end]) == 0 {
			for i := range at {
				to := end
				if i < k {
					to = from + at[i+1]
				}
				row[i] = g.cell(from+at[i], to)
			}
			g.rows = append(g.rows, row)
			continue
		}
		for i := k; i > 0 && end > from; i-- {
			at := from + strings.LastIndexAny(g.d.Text[from:end], " \t\u00A0") + 1
			if at == from && i > 0 {
				break
			}
			at = cutAt(g.d.Text, at)
			row[i] = g.cell(at, end)
			_, end = trim(g.d.Text, from, at)
		}
		row[0] = g.cell(from, end)
		g.rows = append(g.rows, row)
	}
}

// gapCells cuts a line at runs of two blanks or more.
func (g *grid) gapCells(l doc.Span) []gridCell {
	var row []gridCell
	s := g.d.Text[l.Start:l.End]
	x, start, x0, blanks := 0, -1, 0, 2
	end, x1 := 0, 0
	flush := func() {
		if start >= 0 {
			c := g.cell(l.Start+start, l.Start+end)
			c.x0, c.x1 = x0, x1
			row = append(row, c)
		}
	}
	for i, r := range s {
		switch {
		case r == '.' && isLeader(s, i):
			blanks += 2
			x++
			continue
		case r == '\t':
			blanks += 2
			x += 8 - x%8
			continue
		case isBlank(r):
			blanks++
		default:
			if blanks > 1 {
				flush()
				start, x0 = i, x
			}
			blanks = 0
			end, x1 = i+utf8.RuneLen(r), x+1
			if r == utf8.RuneError {
				_, n := utf8.DecodeRuneInString(s[i:])
				end = i + n
			}
		}
		x++
	}
	flush()
	return g.joinSigns(row)
}

// joinSigns puts a sign of money that stands alone before the figure behind it,
// whose place counts.
func (g *grid) joinSigns(row []gridCell) []gridCell {
	out := row[:0]
	for i := 0; i < len(row); i++ {
		c := row[i]
		if i+1 < len(row) && isMoneySign(g.text(c)) && !isMoneySign(g.text(row[i+1])) {
			start := c.Start
			i++
			c = row[i]
			c.Start = start
		}
		out = append(out, c)
	}
	return out
}

// isMoneySign reports whether a cell is the sign of a currency and nothing else.
func isMoneySign(s string) bool {
	return len(s) < 5 && strings.Trim(s, "$€£¥US") == "" && strings.ContainsAny(s, "$€£¥")
}

// isLeader reports whether the dot at s[i] is one of three or more that lead to
// a figure, or of two between blanks behind a label that left no room for more.
func isLeader(s string, i int) bool {
	from := len(strings.TrimRight(s[:i], "."))
	rest := strings.TrimLeft(s[i:], ".")
	if len(s)-len(rest)-from == 2 && strings.HasPrefix(rest, " ") && strings.HasSuffix(s[:from], " ") && from > 1 && s[from-2] != ' ' {
		return true
	}
	return len(s)-len(rest)-from > 2 || strings.HasPrefix(s[i:], ". . .") || strings.HasSuffix(s[:i], ". . ")
}

// hasFigures reports whether a row has a figure behind its first cell.
func (g *grid) hasFigures(row []gridCell) bool {
	for i, c := range row {
		if i > 0 && isFigureCell(g.text(c)) {
			return true
		}
	}
	return false
}
