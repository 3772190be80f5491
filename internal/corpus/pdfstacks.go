package corpus

import (
	"math"
	"slices"

	"analyze/internal/corpus/pdf"
)

// A stack is level lines of one length with rows between them, as tables of
// books have them: above and below the header, and at the end.
type stack struct{ rules []pdf.Rule }

func (s stack) box() pdfBox { return pdfRuling{h: s.rules}.box() }

// stacksOf finds the stacks among level lines: three or more of one length
// with rows of several pieces between each two.
func stacksOf(rules []pdf.Rule, segs []*pdfSeg) []stack {
	var out []stack
	rules = slices.Clone(rules)
	slices.SortStableFunc(rules, func(a, z pdf.Rule) int { return compare(z.Y0, a.Y0) })
	used := make([]bool, len(rules))
	for i, top := range rules {
		if used[i] || top.X1-top.X0 < 80 {
			continue
		}
		s := stack{[]pdf.Rule{top}}
		for j := i + 1; j < len(rules); j++ {
			l := rules[j]
			if used[j] || math.Abs(l.X0-top.X0) > ruleSlip || math.Abs(l.X1-top.X1) > ruleSlip {
				continue
			}
			if !cellsBetween(s.rules[len(s.rules)-1], l, segs) {
				break
			}
			used[j] = true
			s.rules = append(s.rules, l)
		}
		if len(s.rules) > 2 {
			out = append(out, s)
		}
	}
	return out
}

// cellsBetween reports whether what lies between two lines are rows of cells.
func cellsBetween(top, bottom pdf.Rule, segs []*pdfSeg) bool {
	box := pdfRuling{h: []pdf.Rule{top, bottom}}.box()
	var in []*pdfSeg
	for _, s := range segs {
		if box.holds(s) {
			in = append(in, s)
		}
	}
	several, rows := 0, pdfRows(in)
	for _, r := range rows {
		if len(r.segs) > 1 {
			several++
		} else if r.chars() > 70 {
			return false
		}
	}
	return len(rows) < 200 && (several > 0 && several*2 >= len(rows) || len(rows) == 0)
}

// stack reads the table between level lines, nil if its columns cannot be told.
func (b *pdfBook) stack(s stack, segs []*pdfSeg, rules []pdf.Rule) *pdfGrid {
	rows := pdfRows(segs)
	bands := make([][]*pdfRow, len(s.rules)-1)
	for _, r := range rows {
		k := 0
		for k < len(bands)-1 && r.y+0.3*r.size < s.rules[k+1].Y0 {
			k++
		}
		bands[k] = append(bands[k], r)
	}
	body := rows
	if n := len(bands[0]); len(rows)-n > 1 {
		body = rows[n:] // a header may stand over several columns
	}
	g := &pdfGrid{strips: tableStrips(body)}
	if len(g.strips) == 0 {
		return nil
	}
	for _, r := range rows {
		if t := r.segs[0]; len(r.segs) == 1 && columnAt(g.strips, t.x0) != columnAt(g.strips, t.x1) { // a title between rows
			t.words = []pdfWord{{t.x0, t.x0, t.text}}
		}
	}
	whole := s.box()
	rules = slices.DeleteFunc(slices.Clone(rules), func(l pdf.Rule) bool { return l.X1-l.X0 > 0.95*(whole.X1-whole.X0) })
	for _, r := range bands[0] {
		spread(r, g.strips, rules)
	}
	if len(bands) < 4 {
		g.cells = append(b.headCells(bands[0], g.strips), b.cellsOf(rows[len(bands[0]):], g.strips)...)
	} else {
		for _, band := range bands {
			g.cells = append(g.cells, b.bandCells(band, g.strips)...)
		}
	}
	if !isTable(g.cells) {
		return nil
	}
	return g
}

// headCells returns the rows of a header: its lines make one row, but for those
// over several columns, which stand by themselves.
func (b *pdfBook) headCells(rows []*pdfRow, strips [][2]float64) [][]string {
	if len(rows) == 0 {
		return nil
	}
	return b.oneRow(rows, strips)
}

// bandCells returns the rows between two lines: one, or several where each line
// of text is a row.
func (b *pdfBook) bandCells(rows []*pdfRow, strips [][2]float64) [][]string {
	switch {
	case len(rows) == 0:
		return nil
	case manyRows(rows, strips):
		return b.cellsOf(rows, strips)
	}
	return b.oneRow(rows, strips)
}

func (b *pdfBook) oneRow(rows []*pdfRow, strips [][2]float64) [][]string {
	row := make([]string, len(strips)+1)
	for _, r := range rows {
		for _, s := range r.segs {
			for _, w := range s.words {
				k := columnAt(strips, (w.x0+w.x1)/2)
				row[k] = b.joinCell(row[k], w.text)
			}
		}
	}
	return [][]string{row}
}

// spread writes a header out over the columns that a line below it joins.
func spread(r *pdfRow, strips [][2]float64, rules []pdf.Rule) {
	for _, s := range slices.Clone(r.segs) {
		mid := (s.x0 + s.x1) / 2
		for _, l := range rules {
			if dy := r.y - l.Y0; dy < -0.1*r.size || dy > 1.3*r.size || mid < l.X0 || mid > l.X1 || s.x1 > l.X1+ruleSlip || s.x0 < l.X0-ruleSlip {
				continue
			}
			own := columnAt(strips, mid)
			s.words = slices.Clone(s.words)
			for i := range s.words { // all of it in one column
				s.words[i].x0, s.words[i].x1 = mid, mid
			}
			for k := range len(strips) + 1 {
				if at := columnMiddle(k, strips, l); k != own && at > l.X0 && at < l.X1 {
					c := *s
					c.words = []pdfWord{{at, at, s.text}}
					r.segs = append(r.segs, &c)
				}
			}
			break
		}
	}
}

// columnMiddle returns a place within column k; the outer columns end where the
// line does.
func columnMiddle(k int, strips [][2]float64, l pdf.Rule) float64 {
	left, right := l.X0, l.X1
	if k > 0 {
		left = strips[k-1][1]
	}
	if k < len(strips) {
		right = strips[k][0]
	}
	return (left + right) / 2
}
