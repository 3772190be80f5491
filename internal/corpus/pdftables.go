package corpus

import (
	"math"
	"strings"
)

// pdfTable reads the table that rows begin with: cells that lie under each
// other, with free strips between. It returns how many rows it takes, 0 if
// there is none.
func pdfTable(rows []*pdfRow, width float64) (n int, table [][]string) {
	if len(rows[0].segs) < 2 {
		return 0, nil
	}
	n = tableRun(rows)
	for n >= 2 {
		strips := tableStrips(rows[:n])
		if table := cellsOf(rows[:n], strips); len(strips) > 0 && isTable(table) {
			return n, table
		}
		// A line of prose with gaps may stand at the end.
		n--
		for n > 1 && len(rows[n-1].segs) < 2 {
			n--
		}
		if n < 3 {
			break
		}
		if n > 40 {
			n = n * 3 / 4
		}
	}
	return 0, nil
}

// tableRun returns how many rows stand close together and have cells; a row of
// one short piece may stand between two of them.
func tableRun(rows []*pdfRow) int {
	n := 1
	for i := 1; i < len(rows) && i < 2000; i++ {
		gap := rows[i-1].y - rows[i].y
		if gap < 0 || gap > 3.2*rows[i].size {
			break
		}
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
// several cells covers.
func tableStrips(rows []*pdfRow) [][2]float64 {
	left, right := edgesOf(rows)
	width := int(right - left)
	if width <= 0 || width > 5000 {
		return nil
	}
	cover := make([]int, width+2)
	size := 0.0
	for _, r := range rows {
		size = math.Max(size, r.size)
		if len(r.segs) < 2 {
			continue
		}
		for _, s := range r.segs {
			cover[clampInt(int(s.x0-left), 0, width)]++
			cover[clampInt(int(math.Ceil(s.x1-left)), 0, width+1)]--
		}
	}
	var strips [][2]float64
	n, start := 0, -1
	for x := 0; x <= width; x++ {
		if n += cover[x]; n == 0 && x < width {
			if start < 0 {
				start = x
			}
			continue
		}
		if start > 0 && float64(x-start) >= 0.35*size {
			strips = append(strips, [2]float64{left + float64(start), left + float64(x)})
		}
		start = -1
	}
	return strips
}

// cellsOf puts the pieces of rows into cells between the strips. A row whose
// first cell is empty and whose others are words goes on with the row above.
func cellsOf(rows []*pdfRow, strips [][2]float64) [][]string {
	var table [][]string
	for _, r := range rows {
		cells := make([]string, len(strips)+1)
		for _, s := range r.segs {
			k := 0
			for k < len(strips) && (s.x0+s.x1)/2 > (strips[k][0]+strips[k][1])/2 {
				k++
			}
			cells[k] = strings.TrimSpace(cells[k] + " " + s.text)
		}
		table = append(table, cells)
	}
	return table
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
