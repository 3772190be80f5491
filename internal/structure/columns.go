package structure

import (
	"strings"

	"analyze/internal/doc"
)

// A colRange is where a column stands.
type colRange struct{ x0, x1 int }

// readGaps reads a table set with blanks. The columns are the ranges between
// the gutters that no row of figures covers, or the mean places of the cells
// of the usual rows where these drift too far for gutters. The cells of a row
// go to columns in their order, each as near to its own as can be.
func (g *grid) readGaps(lines []doc.Span) {
	var rows [][]gridCell
	var drawn []drawnLine
	for _, l := range lines {
		if isRule(strings.TrimSpace(g.d.Text[l.Start:l.End])) {
			drawn = append(drawn, drawnLine{g.gapCells(l), len(rows)})
			continue
		}
		rows = append(rows, g.gapCells(l))
	}
	g.underline(rows, drawn)
	g.at = g.gutters(rows)
	g.spaced = g.spacedGroups(rows)
	for _, row := range rows {
		g.rows = append(g.rows, g.align(g.unglue(row)))
	}
}

// A drawnLine is a line of dashes, one part or several, with the rows above it.
type drawnLine struct {
	parts []gridCell
	above int
}

// underline notes the drawn lines. One that begins right of the labels does not
// end the header: its parts tell over which columns the cells above it stand.
func (g *grid) underline(rows [][]gridCell, drawn []drawnLine) {
	left := 1 << 30
	for _, row := range rows {
		if len(row) > 0 {
			left = min(left, row[0].x0)
		}
	}
	for _, l := range drawn {
		if len(l.parts) > 0 && l.parts[0].x0 < left+3 {
			g.rules = append(g.rules, l.above)
		}
		if l.above == 0 || len(l.parts) == 0 {
			continue
		}
		row := rows[l.above-1]
		for _, p := range l.parts {
			over := -1
			for i, c := range row {
				if c.x0 < p.x1 && p.x0 < c.x1 {
					if over >= 0 {
						over = -1
						break
					}
					over = i
				}
			}
			if over >= 0 {
				c := &row[over]
				c.x0, c.x1, c.lined = min(c.x0, p.x0), max(c.x1, p.x1), true
			}
		}
	}
}

// gutters returns the columns of rows of cells.
func (g *grid) gutters(rows [][]gridCell) []colRange {
	all := g.belowHeads(g.figureRows(rows))
	usual := usualCells(all)
	full := make([][]gridCell, 0, len(all)) // rows in which no cells are glued
	for _, row := range all {
		if len(row) >= usual {
			full = append(full, row)
		}
	}
	if len(full)*2 >= len(all) {
		all = full
	}
	cols := freeRanges(all)
	if len(cols) >= usual && len(cols) > 0 {
		return g.drifted(all, cols, usual)
	}
	return ordinal(all, max(usual, 1))
}

// belowHeads leaves out the first rows whose figures are periods or bands of ages
// or sizes: they are of the header, and may stand beside their columns.
func (g *grid) belowHeads(rows [][]gridCell) [][]gridCell {
	n := 0
	for n < len(rows) && n < 3 && g.headsPeriods(rows[n]) {
		n++
	}
	if len(rows)-n < 2 || n > 0 && g.headsPeriods(rows[n]) {
		return rows
	}
	return rows[n:]
}

// headsPeriods reports whether the figures of a row are all periods or bands,
// two or more.
func (g *grid) headsPeriods(row []gridCell) bool {
	n := 0
	for _, c := range row {
		s := repairHeader(g.text(c))
		_, band := bandStart(s)
		switch {
		case isPeriod(s) || band:
			n++
		case isNumeric(s) || isEmptyCell(s):
			return false
		}
	}
	return n > 1
}

// usualCells returns how many cells most rows have; the larger number where
// as many rows have either.
func usualCells(rows [][]gridCell) int {
	counts, usual := map[int]int{}, 0
	for _, row := range rows {
		counts[len(row)]++
	}
	for n, c := range counts {
		if c > counts[usual] || c == counts[usual] && n > usual {
			usual = n
		}
	}
	return usual
}

// freeRanges returns the ranges that cells cover, between those that none does.
func freeRanges(rows [][]gridCell) (cols []colRange) {
	var used [maxGridCols + 2]int
	for _, row := range rows {
		for _, c := range row {
			used[min(c.x0, maxGridCols)]++
			used[min(max(c.x1, c.x0+1), maxGridCols+1)]--
		}
	}
	open, depth := -1, 0
	for x := range used {
		depth += used[x]
		switch {
		case depth > 0 && open < 0:
			open = x
		case depth == 0 && open >= 0:
			cols = append(cols, colRange{open, x})
			open = -1
		}
	}
	return cols
}

// drifted puts neighbours together where there are more columns than rows have
// cells: two of which no row fills both, and which stand close.
func (g *grid) drifted(rows [][]gridCell, cols []colRange, usual int) []colRange {
	for i := 1; i+1 < len(cols) && len(cols) > usual; i++ {
		a, b := cols[i], cols[i+1]
		if b.x0-a.x1 > 3 || g.bothFilled(rows, a, b) {
			continue
		}
		cols[i].x1 = b.x1
		cols = append(cols[:i+1], cols[i+2:]...)
		i--
	}
	return cols
}

// bothFilled reports whether a row has cells in both columns.
func (g *grid) bothFilled(rows [][]gridCell, a, b colRange) bool {
	for _, row := range rows {
		in := 0
		for _, c := range row {
			if c.x0 < a.x1 && a.x0 < c.x1 || c.x0 < b.x1 && b.x0 < c.x1 {
				in++
			}
		}
		if in > 1 {
			return true
		}
	}
	return false
}

// figureRows returns the rows with a figure behind the first cell, and all rows
// where none has one: a list of figures with labels behind them.
func (g *grid) figureRows(rows [][]gridCell) [][]gridCell {
	var out [][]gridCell
	for _, row := range rows {
		if g.hasFigures(row) {
			out = append(out, row)
		}
	}
	if out == nil {
		return rows
	}
	return out
}

// ordinal returns n columns at the mean places of the cells of rows that have n
// cells.
func ordinal(rows [][]gridCell, n int) []colRange {
	cols := make([]colRange, n)
	count := 0
	for _, row := range rows {
		if len(row) != n {
			continue
		}
		count++
		for i, c := range row {
			cols[i].x0 += c.x0
			cols[i].x1 += c.x1
		}
	}
	for i := range cols {
		if count > 0 {
			cols[i].x0 /= count
			cols[i].x1 /= count
		}
	}
	return cols
}

// unglue cuts cells that reach over several columns with one blank between
// their figures, or between label and figure.
func (g *grid) unglue(row []gridCell) []gridCell {
	if len(row) >= len(g.at) || g.headsPeriods(row) && !g.gluedYears(row) {
		return row
	}
	if out := g.cutGlued(row, false); len(out) > len(row) || g.spaced {
		return out
	}
	if out := g.cutGlued(row, true); len(out) == len(g.at) {
		return out
	}
	return row
}

// gluedYears reports whether a cell of a row holds two years and nothing more.
func (g *grid) gluedYears(row []gridCell) bool {
	for _, c := range row {
		years, words := 0, strings.Fields(repairHeader(g.text(c)))
		for _, w := range words {
			if isYear(w) {
				years++
			}
		}
		if years > 1 && years == len(words) {
			return true
		}
	}
	return false
}

// spacedGroups reports whether a row in which nothing is glued has a blank
// between digits: "12 480".
func (g *grid) spacedGroups(rows [][]gridCell) bool {
	for _, row := range rows {
		if len(row) != len(g.at) {
			continue
		}
		for _, c := range row[1:] {
			if s := g.text(c); strings.Contains(s, " ") && isNumeric(s) && letters(s) == 0 {
				return true
			}
		}
	}
	return false
}

// cutGlued cuts the cells of a row where the second figure stands over another
// column; or anywhere between two figures.
func (g *grid) cutGlued(row []gridCell, anywhere bool) []gridCell {
	var out []gridCell
	for k, c := range row {
		for len(row)-k+len(out) < len(g.at) {
			cut := g.gluedAt(c, anywhere)
			if cut < 0 {
				break
			}
			head, tail := c, c
			cols := len([]rune(g.d.Text[c.Start:cut]))
			tail.x0 = c.x0 + cols
			head.x1 = tail.x0 - 1
			tail.Start = cut
			_, head.End = trim(g.d.Text, c.Start, cut)
			out = append(out, head)
			c = tail
		}
		out = append(out, c)
	}
	return out
}

// gluedAt returns where the second figure of a cell begins, if the cell has
// figures of two columns; -1 if it does not.
func (g *grid) gluedAt(c gridCell, anywhere bool) int {
	s := g.text(c)
	for i, x := 0, c.x0; i < len(s); i++ {
		if s[i]&0xC0 != 0x80 {
			x++
		}
		if s[i] != ' ' || i+1 >= len(s) {
			continue
		}
		word, _, _ := strings.Cut(s[i+1:], " ")
		if !isFigureCell(word) || !isNumeric(word) && !isEmptyCell(word) || endsIn(s[:i], "(–-$€£,;:") {
			continue
		}
		head := gridCell{x0: c.x0, x1: x - 1}
		tail := gridCell{x0: x, x1: x + len(word)}
		if n := nearestColumn(g.at, head); nearestColumn(g.at, tail) > n && (n == 0 || isNumeric(s[:i])) || anywhere && isNumeric(s[:i]) && letters(s) == 0 {
			return c.Start + i + 1
		}
	}
	return -1
}

// align gives each column its cell of a row. The order of the cells is kept and
// no two share a column, so long as there are columns enough; of all such ways
// the one is taken in which they stand nearest.
func (g *grid) align(row []gridCell) []gridCell {
	out := make([]gridCell, len(g.at))
	n, m := len(row), len(g.at)
	if n > m {
		for _, c := range row {
			i := nearestColumn(g.at, c)
			if out[i].Len() == 0 {
				out[i] = c
			} else {
				out[i].End, out[i].x1 = c.End, c.x1
			}
		}
		return out
	}
	// best[i][j] is the cost of the first i cells in the first j columns.
	best := make([]int, (n+1)*(m+1))
	for i := 1; i <= n; i++ {
		best[i*(m+1)+i-1] = 1 << 30
		for j := i; j <= m; j++ {
			here := best[(i-1)*(m+1)+j-1] + misfit(row[i-1], g.at[j-1])
			best[i*(m+1)+j] = min(here, best[i*(m+1)+j-1])
		}
	}
	for i, j := n, m; i > 0; j-- {
		if j == i || best[i*(m+1)+j] < best[i*(m+1)+j-1] {
			out[j-1] = row[i-1]
			i--
		}
	}
	return out
}

// misfit tells how far a cell stands from a column: edges or middles of those
// that overlap, the way between others.
func misfit(c gridCell, col colRange) int {
	left, right := abs(c.x0-col.x0), abs(c.x1-col.x1)
	middle := abs(c.x0+c.x1-col.x0-col.x1) / 2
	near := min(left, right, middle)
	if gap := max(col.x0-c.x1, c.x0-col.x1); gap >= 0 {
		return 4*gap + near + 8
	}
	return near
}

// nearestColumn returns the column that a cell overlaps most, else the nearest.
func nearestColumn(cols []colRange, c gridCell) int {
	best, score := 0, -1<<30
	for i, col := range cols {
		s := min(col.x1, c.x1) - max(col.x0, c.x0) // negative: the distance
		if s > 0 {
			s = s*1000 - abs(col.x0+col.x1-c.x0-c.x1)
		}
		if s > score {
			best, score = i, s
		}
	}
	return best
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
