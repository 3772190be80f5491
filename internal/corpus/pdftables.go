package corpus

import (
	"math"
	"sort"
	"strings"
)

// A pdfGrid is a table of a page: its rows, and the free strips between its
// columns.
type pdfGrid struct {
	rows     []*pdfRow
	strips   [][2]float64
	cells    [][]string
	from, to int // its rows, of those of the column
	pages    []gridPage
}

// table reads the table that rows begin with: cells that lie under each other,
// with free strips between; nil if there is none. Run is how many rows were
// looked at.
func (b *pdfBook) table(rows []*pdfRow) (g *pdfGrid, run int) {
	if len(rows[0].segs) < 2 || rows[0].grid() != nil {
		return nil, 1
	}
	run = tableRun(rows)
	for n := run; n >= 2; {
		if strips := tableStrips(rows[:n]); len(strips) > 0 {
			if cells := b.cellsOf(rows[:n], strips); isTable(cells) {
				return &pdfGrid{rows: rows[:n], strips: strips, cells: cells}, run
			}
		}
		// A line of prose with gaps may stand at the end.
		if n > 40 {
			n = n * 3 / 4
		} else {
			n--
		}
		for n > 1 && len(rows[n-1].segs) < 2 {
			n--
		}
		if n < 3 {
			break
		}
	}
	return nil, run
}

// tables finds the tables of a column; none overlaps another.
func (b *pdfBook) tables(rows []*pdfRow) []*pdfGrid {
	var list []*pdfGrid
	done := 0 // rows that belong to the table before
	for i := 0; i < len(rows); i++ {
		g, run := b.table(rows[i:])
		if g == nil {
			if run > 40 {
				i += run / 4 // a long run is not looked at from each of its rows
			}
			continue
		}
		g.from, g.to = i, i+len(g.rows)
		b.grow(g, rows, done)
		list = append(list, g)
		done = g.to
		i = g.to - 1
	}
	return list
}

// grow takes in the lines above the table, down to row floor, and those below
// it that fit between its strips: lines of its header and of its last cells.
func (b *pdfBook) grow(g *pdfGrid, rows []*pdfRow, floor int) {
	pitch := 0.0
	for i := 1; i < len(g.rows); i++ {
		pitch = math.Max(pitch, g.rows[i-1].y-g.rows[i].y)
	}
	from := g.from
	for k := from - 1; k >= floor && g.from-k < 6; k-- {
		r := rows[k]
		if dy := r.y - rows[k+1].y; r.grid() != nil || dy < 0 || dy > 1.6*r.size || !g.fits(r) || r.chars() > 90 {
			break
		}
		if g.columns(r) > 1 {
			from = k // lines of one column between such lines are taken too
		}
	}
	to := g.to
	for to < len(rows) {
		r := rows[to]
		if dy := rows[to-1].y - r.y; r.grid() != nil || dy < 0 || dy > 0.85*pitch || dy > 1.5*r.size || !g.fits(r) || r.chars() > 40 {
			break
		}
		to++
	}
	if from < g.from || to > g.to {
		g.from, g.to, g.rows = from, to, rows[from:to]
		g.cells = b.cellsOf(g.rows, g.strips)
	}
}

// fits reports whether no word of a row lies over a strip.
func (g *pdfGrid) fits(r *pdfRow) bool {
	for _, s := range r.segs {
		for _, w := range s.words {
			for _, st := range g.strips {
				if mid := (st[0] + st[1]) / 2; w.x0 < mid-0.5 && w.x1 > mid+0.5 {
					return false
				}
			}
		}
	}
	return true
}

// columns counts the columns in which a row has words.
func (g *pdfGrid) columns(r *pdfRow) int {
	used := map[int]bool{}
	for _, s := range r.segs {
		for _, w := range s.words {
			used[columnAt(g.strips, (w.x0+w.x1)/2)] = true
		}
	}
	return len(used)
}

// columnAt returns the column of a place between strips.
func columnAt(strips [][2]float64, x float64) int {
	k := 0
	for k < len(strips) && x > (strips[k][0]+strips[k][1])/2 {
		k++
	}
	return k
}

// tableRun returns how many rows stand close together and have cells; a row of
// one short piece may stand between two of them.
func tableRun(rows []*pdfRow) int {
	n, least := 1, math.Inf(1)
	for i := 1; i < len(rows) && i < 2000; i++ {
		gap := rows[i-1].y - rows[i].y
		if rows[i].grid() != nil || gap < 0 || gap > 3.2*rows[i].size || math.Abs(rows[i].size-rows[i-1].size) > 0.2*rows[i].size || i > 2 && gap > 2.3*least && gap > 1.9*rows[i].size {
			break
		}
		least = math.Min(least, gap)
		switch {
		case len(rows[i].segs) > 1:
			n = i + 1
		case rows[i].chars() > 45 || i+1 < len(rows) && i+1 > n+2:
			return n
		}
	}
	return n
}

// tableStrips returns the strips, as pairs of bounds, that no cell of rows with
// several cells covers, or of long tables hardly one.
func tableStrips(rows []*pdfRow) [][2]float64 {
	left, right := edgesOf(rows)
	width := int(right - left)
	if width <= 0 || width > 5000 {
		return nil
	}
	cover := make([]int, width+2)
	size, cut := 0.0, 0
	for _, r := range rows {
		size = math.Max(size, r.size)
		if len(r.segs) < 2 {
			continue
		}
		cut++
		for _, s := range r.segs {
			cover[clampInt(int(s.x0-left), 0, width)]++
			cover[clampInt(int(math.Ceil(s.x1-left)), 0, width+1)]--
		}
	}
	var strips [][2]float64
	eachStrip(cover, cut/headerShare, 0.35*size, func(start, stop int) {
		strips = append(strips, [2]float64{left + float64(start), left + float64(stop)})
	})
	return strips
}

// headerShare is how many rows a table has for each whose cells may lie over the
// strips, as those of headers do.
const headerShare = 15

// cellsOf puts the words of rows into cells between the strips. Lines that lie
// closer than rows do, and lines of words that leave the first cell empty, go
// on with the row above.
func (b *pdfBook) cellsOf(rows []*pdfRow, strips [][2]float64) [][]string {
	lines := make([][]string, len(rows))
	for i, r := range rows {
		cells := make([]string, len(strips)+1)
		for _, s := range r.segs {
			for _, w := range s.words {
				k := columnAt(strips, (w.x0+w.x1)/2)
				cells[k] = strings.TrimSpace(cells[k] + " " + w.text)
			}
		}
		lines[i] = cells
	}
	pitch := rowPitch(rows, lines)
	var table [][]string
	for i, cells := range lines {
		k := len(table)
		if k == 0 || !goesOnBelow(table[k-1], cells, rows[i-1].y-rows[i].y, rows[i].size, pitch) {
			table = append(table, cells)
			if filled(cells) > 2 {
				cells[0] = withoutLeaders(cells[0])
			}
			continue
		}
		for j, s := range cells {
			table[k-1][j] = b.joinCell(table[k-1][j], s)
		}
	}
	return table
}

// rowPitch returns the usual distance between rows that are full, 0 if there
// are no two.
func rowPitch(rows []*pdfRow, lines [][]string) float64 {
	var list []float64
	last := -1
	for i, cells := range lines {
		if filled(cells)*5 < len(cells)*3 {
			continue
		}
		if last >= 0 {
			list = append(list, rows[last].y-rows[i].y)
		}
		last = i
	}
	if len(list) == 0 {
		return 0
	}
	sort.Float64s(list)
	return list[len(list)/4] // those of cells of several lines are larger
}

// goesOnBelow reports whether a line of cells goes on with the row above it.
func goesOnBelow(above, cells []string, dy, size, pitch float64) bool {
	if dy > 1.6*size {
		return false
	}
	if pitch > 0 && dy < 0.8*pitch {
		return true
	}
	if cells[0] != "" || filled(cells)*2 > len(cells) || dy > 1.3*size {
		return false
	}
	for j, s := range cells {
		if s != "" && (above[j] == "" || strings.ContainsAny(s, "0123456789")) {
			return false
		}
	}
	return true
}

// joinCell appends a line to a cell; a word that the cell's border tears is
// whole again where the file knows it.
func (b *pdfBook) joinCell(s, more string) string {
	if s == "" || more == "" {
		return s + more
	}
	if !endsHyphen(s) {
		head := s[strings.LastIndexByte(s, ' ')+1:]
		tail, _, _ := strings.Cut(more, " ")
		torn := len(tail) < 4 && strings.Trim(tail, "abcdefghijklmnopqrstuvwxyz") == ""
		if !b.words[foldWord(tail)] && (b.words[foldWord(head+tail)] || torn) {
			return s + more
		}
	}
	var r run
	r.text(s)
	b.extend(&r, more)
	return r.String()
}

// isContents reports whether rows are a table of contents: dots lead to pages, and
// to nothing more. Where they lead to several cells they are the leaders of a table.
func isContents(table [][]string) bool {
	n := 0
	for _, row := range table {
		s := strings.ReplaceAll(strings.Join(row, " "), " ", "")
		if filled(row) < 4 && (strings.Contains(s, "....") || strings.Contains(s, "…") && s[len(s)-1] >= '0' && s[len(s)-1] <= '9') {
			n++
		}
	}
	return n*3 > len(table)
}

// withoutLeaders is a label without the dots that lead from it to its figures.
func withoutLeaders(s string) string {
	t := strings.TrimRight(s, ". …")
	if strings.Count(s[len(t):], ".")+3*strings.Count(s[len(t):], "…") < 3 {
		return s
	}
	return t
}

// isTable reports whether cells are those of a table and not prose in which
// blanks happen to lie under each other: most rows have several cells, and the
// cells are short or figures.
func isTable(table [][]string) bool {
	several, cells, figures, long, chars := 0, 0, 0, 0, 0
	for _, row := range table {
		if filled(row) > 1 {
			several++
		}
		for j, s := range row {
			if s == "" || j == 0 {
				continue
			}
			cells++
			chars += len(s)
			if strings.ContainsAny(s, "0123456789") && len(s) < 24 || strings.Trim(s, "-–—.…* ") == "" {
				figures++
			}
			if len(s) > 40 {
				long++
			}
		}
	}
	switch {
	case cells == 0 || several*10 < len(table)*6 || several < 2:
		return false
	case several == 2:
		return figures*2 >= cells && len(table[0]) > 2
	}
	return figures*5 >= cells*2 || long*5 < cells && chars < cells*26 && len(table[0]) > 2 || long*8 < cells && chars < cells*30 && several > 3
}
