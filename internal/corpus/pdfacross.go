package corpus

import (
	"math"
	"slices"
	"strings"
)

// maxHeld is the largest number of rows at the foot of a page that may be the
// head of a table on the next one.
const maxHeld = 8

// hold keeps back those last rows of a page that have cells and are in no
// table: the table may be on the next page for the most part.
func (b *pdfBook) hold(rows []*pdfRow, grids []*pdfGrid) []*pdfRow {
	floor := 0
	if k := len(grids); k > 0 {
		floor = grids[k-1].to
	}
	n := 0
	for k := 1; k <= maxHeld && len(rows)-k >= floor; k++ {
		r := rows[len(rows)-k]
		if r.grid() != nil || r.chars() > 30*len(r.segs) {
			break
		}
		if len(r.segs) > 2 {
			n = k // lines of one cell may stand between
		}
	}
	if n > 0 {
		b.held = rows[len(rows)-n:]
		rows = rows[:len(rows)-n]
	}
	return rows
}

// unhold returns the rows of a page with those that were held back before them
// where both make one table; else those are written by themselves.
func (b *pdfBook) unhold(rows []*pdfRow) []*pdfRow {
	held := b.held
	b.held = nil
	if len(held) == 0 {
		return rows
	}
	if len(rows) > 0 {
		both := make([]*pdfRow, 0, len(held)+len(rows))
		shift := rows[0].y + 2*rows[0].size - held[len(held)-1].y
		for _, r := range held {
			moved := *r
			moved.y += shift
			both = append(both, &moved)
		}
		both = append(both, rows...)
		if g, _ := b.table(both); g != nil && len(g.rows) > len(held) {
			return both
		}
	}
	mark := b.pageMark // these rows are of the page before
	b.pageMark = 0
	b.rows(held, nil)
	b.pageMark = mark
	return rows
}

// writeGrid keeps a table for the end of its page, or appends it to the one
// that ended the page before and has the same columns.
func (b *pdfBook) writeGrid(g *pdfGrid) {
	if isContents(g.cells) {
		b.flush()
		for _, row := range g.cells {
			var r run
			r.text(strings.Join(row, " "))
			b.c.boilerplate(&r)
		}
		return
	}
	if b.par == nil && b.grid != nil && b.gridAt == b.at-1 && sameColumns(b.grid.strips, g.strips) {
		b.grid.pages = append(b.grid.pages, gridPage{len(b.grid.cells), b.pageMark, b.label})
		b.pageMark = 0
		b.grid.cells = append(b.grid.cells, g.cells...)
		b.gridAt = b.at
		return
	}
	b.flush()
	b.startPage()

	b.grid, b.gridAt = g, b.at
}

// A gridPage says that a page begins with a row of a table.
type gridPage struct {
	row, page int
	label     string
}

// sameColumns reports whether two tables have their columns at the same places.
func sameColumns(a, z [][2]float64) bool {
	if len(a) != len(z) {
		return false
	}
	for i := range a {
		if math.Max(a[i][0], z[i][0]) > math.Min(a[i][1], z[i][1])+4 {
			return false
		}
	}
	return true
}

// endGrid writes the table. A header that comes again on each page stands in
// it once.
func (b *pdfBook) endGrid() {
	g := b.grid
	b.grid = nil
	if g == nil {
		return
	}
	var cells [][]string
	var pages []gridPage
	for i, row := range g.cells {
		for len(g.pages) > 0 && g.pages[0].row <= i {
			pages = append(pages, gridPage{len(cells), g.pages[0].page, g.pages[0].label})
			g.pages = g.pages[1:]
		}
		if i == 0 || !slices.Equal(row, g.cells[0]) {
			cells = append(cells, row)
		}
	}
	b.c.tablePages = pages
	b.c.table(cells, "")
	b.c.tablePages = nil
}
