package structure

// spread gives each column the cell of header row n that stands over it. Where
// the table is set with tabs or bars that is the next one on its left; with
// blanks it is told by equal shares, by the lines drawn under the cells, or by
// the columns whose middle is nearest to that of the cell.
func (g *grid) spread(n int) []gridCell {
	row := g.rows[n]
	g.placed = g.placesUnder(n)
	out := make([]gridCell, len(row))
	var cells []gridCell
	for i, c := range row {
		if i > 0 && c.Len() > 0 {
			cells = append(cells, c)
		}
	}
	out[0] = row[0]
	switch {
	case g.at == nil:
		g.carry(row, out)
	case g.equalShares(cells, out):
	case lined(cells):
		g.underLines(cells, out)
	default:
		g.nearestRanges(cells, out)
	}
	return out
}

// placesUnder tells where the columns stand under header row n: by the next row of
// the header, where it has a cell for each, since figures may have drifted.
func (g *grid) placesUnder(n int) []colRange {
	if g.at == nil || n+1 >= g.heads {
		return g.at
	}
	out := append([]colRange(nil), g.at...)
	for i, c := range g.rows[n+1] {
		switch {
		case c.Len() > 0:
			out[i] = colRange{c.x0, c.x1}
		case i > 0:
			return g.at
		}
	}
	return out
}

// carry gives each cell the empty columns to its right.
func (g *grid) carry(row, out []gridCell) {
	var last gridCell
	for i, c := range row {
		if i > 0 && c.Len() == 0 {
			c = last
		}
		if i > 0 {
			last = c
		}
		out[i] = c
	}
}

// lined reports whether a line is drawn under each of the cells.
func lined(cells []gridCell) bool {
	for _, c := range cells {
		if !c.lined {
			return false
		}
	}
	return len(cells) > 0
}

// underLines gives each cell the columns over its line.
func (g *grid) underLines(cells, out []gridCell) {
	for i := 1; i < len(out); i++ {
		for _, c := range cells {
			if middle := g.placed[i].x0 + g.placed[i].x1; middle >= 2*c.x0-2 && middle <= 2*c.x1+2 {
				out[i] = c
			}
		}
	}
}

// equalShares gives each of two or more cells as many columns as the others, if
// each stands over its own.
func (g *grid) equalShares(cells, out []gridCell) bool {
	cols := len(out) - 1
	if len(cells) < 2 || cols%len(cells) != 0 {
		return false
	}
	share := cols / len(cells)
	for k, c := range cells {
		from, to := g.placed[1+k*share], g.placed[(k+1)*share]
		if middle := (c.x0 + c.x1) / 2; middle < from.x0-3 || middle > to.x1+3 {
			return false
		}
	}
	for i := 1; i <= cols; i++ {
		out[i] = cells[(i-1)/share]
	}
	return true
}

// uncovered is what a column counts that no cell of an upper row heads, against
// blanks that a cell stands off the middle of its columns.
const uncovered = 2

// nearestRanges gives each cell a range of columns, in order, so that cells
// stand near the middle of their ranges, these are of about the same size, and few
// columns stay without.
func (g *grid) nearestRanges(cells, out []gridCell) {
	n, m := len(cells), len(out)-1
	if n > m || m > 60 {
		return
	}
	const far = 1 << 28
	best := make([][]int, n+1) // of the first i cells and j columns
	from := make([][]int, n+1) // the first column of the range that ends at j, 0 for none
	for i := range best {
		best[i], from[i] = make([]int, m+1), make([]int, m+1)
		for j := range best[i] {
			best[i][j] = far
			if i == 0 {
				best[i][j] = j * uncovered
			} else if j > 0 {
				best[i][j] = best[i][j-1] + uncovered
			}
			for a := 1; i > 0 && a <= j; a++ {
				if c := best[i-1][a-1] + g.offMiddle(cells[i-1], a, j) + 2*abs((j-a+1)*n-m)/n; c <= best[i][j] {
					best[i][j], from[i][j] = c, a
				}
			}
		}
	}
	for i, j := n, m; i > 0 && j > 0; {
		a := from[i][j]
		if a == 0 {
			j--
			continue
		}
		for k := a; k <= j; k++ {
			out[k] = cells[i-1]
		}
		i, j = i-1, a-1
	}
}

// offMiddle tells how far the middle of a cell is from that of columns a to b.
func (g *grid) offMiddle(c gridCell, a, b int) int {
	return abs(c.x0+c.x1-g.placed[a].x0-g.placed[b].x1) / 2
}
