package corpus

import (
	"cmp"
	"math"
	"slices"

	"analyze/internal/corpus/pdf"
	"analyze/internal/disjoint"
)

// How far lines that are drawn may miss each other, in points.
const (
	ruleSlip  = 3.0
	mostRules = 1200 // of a page; one with more is a drawing
)

// A pdfRuling is what is drawn on a page, lines in one piece.
type pdfRuling struct{ h, v []pdf.Rule }

// rulingOf sorts the lines of a page and joins the pieces of each.
func rulingOf(rules []pdf.Rule) (r pdfRuling) {
	for _, l := range rules {
		if l.X1-l.X0 > l.Y1-l.Y0 {
			r.h = append(r.h, l)
		} else {
			r.v = append(r.v, l)
		}
	}
	r.h = joinRules(r.h)
	flip(r.v)
	r.v = joinRules(r.v)
	flip(r.v)
	return r
}

func flip(list []pdf.Rule) {
	for i, l := range list {
		list[i] = pdf.Rule{X0: l.Y0, X1: l.Y1, Y0: l.X0, Y1: l.X1}
	}
}

// joinRules joins level lines that go on in each other.
func joinRules(list []pdf.Rule) []pdf.Rule {
	slices.SortFunc(list, func(a, b pdf.Rule) int {
		return cmp.Or(cmp.Compare(math.Round(b.Y0/1.5), math.Round(a.Y0/1.5)), cmp.Compare(a.X0, b.X0))
	})
	var out []pdf.Rule
	for _, l := range list {
		if k := len(out) - 1; k >= 0 && math.Abs(out[k].Y0-l.Y0) < 1.5 && l.X0 < out[k].X1+ruleSlip {
			out[k].X1 = math.Max(out[k].X1, l.X1)
			continue
		}
		out = append(out, l)
	}
	return slices.DeleteFunc(out, func(l pdf.Rule) bool { return l.X1-l.X0 < 6 })
}

// crossing reports whether a level and an upright line meet.
func crossing(h, v pdf.Rule) bool {
	return v.X0 > h.X0-ruleSlip && v.X0 < h.X1+ruleSlip && h.Y0 > v.Y0-ruleSlip && h.Y0 < v.Y1+ruleSlip
}

// nets returns the lines that hang together, each net by itself, and the level
// ones that no upright one meets.
func (r pdfRuling) nets() (nets []pdfRuling, alone []pdf.Rule) {
	set := disjoint.New(len(r.h) + len(r.v))
	met := make([]bool, len(r.h))
	for i, h := range r.h {
		for j, v := range r.v {
			if crossing(h, v) {
				set.Join(i, len(r.h)+j)
				met[i] = true
			}
		}
	}
	at := map[int]int{}
	for i, h := range r.h {
		if !met[i] {
			alone = append(alone, h)
			continue
		}
		root := set.Root(i)
		if _, ok := at[root]; !ok {
			at[root] = len(nets)
			nets = append(nets, pdfRuling{})
		}
		nets[at[root]].h = append(nets[at[root]].h, h)
	}
	for j, v := range r.v {
		if k, ok := at[set.Root(len(r.h)+j)]; ok {
			nets[k].v = append(nets[k].v, v)
		}
	}
	return nets, alone
}

// takeRuled takes the tables that lines show off the page, and leaves a piece
// that stands for each in its place.
func (b *pdfBook) takeRuled(p *pdfPage) {
	if len(p.rules) < 3 || len(p.rules) > mostRules {
		return
	}
	nets, alone := rulingOf(p.rules).nets()
	slices.SortStableFunc(nets, func(a, z pdfRuling) int { return cmp.Compare(a.box().area(), z.box().area()) }) // inner ones first
	for _, n := range nets {
		b.take(p, n.box(), func(segs []*pdfSeg) *pdfGrid { return b.lattice(n, segs) })
	}
	for _, s := range stacksOf(alone, p.segs) {
		b.take(p, s.box(), func(segs []*pdfSeg) *pdfGrid { return b.stack(s, segs, alone) })
	}
}

type pdfBox pdf.Rule

func (x pdfBox) area() float64 { return (x.X1 - x.X0) * (x.Y1 - x.Y0) }

// holds reports whether a piece of a line lies within.
func (x pdfBox) holds(s *pdfSeg) bool {
	mid, y := (s.x0+s.x1)/2, s.y+0.3*s.size
	return mid > x.X0-2 && mid < x.X1+2 && y > x.Y0-1 && y < x.Y1+1
}

// box returns what the lines enclose.
func (r pdfRuling) box() pdfBox {
	x := pdfBox{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	for _, list := range [][]pdf.Rule{r.h, r.v} {
		for _, l := range list {
			x = pdfBox{min(x.X0, l.X0), min(x.Y0, l.Y0), max(x.X1, l.X1), max(x.Y1, l.Y1)}
		}
	}
	return x
}

// take replaces what lies in the box by the table that read makes of it, if it
// does.
func (b *pdfBook) take(p *pdfPage, box pdfBox, read func([]*pdfSeg) *pdfGrid) {
	var in, out []*pdfSeg
	for _, s := range p.segs {
		if box.holds(s) && s.grid == nil {
			in = append(in, s)
		} else {
			out = append(out, s)
		}
	}
	if len(in) < 4 {
		return
	}
	g := read(in)
	if g == nil {
		return
	}
	p.segs = append(out, &pdfSeg{x0: box.X0, x1: box.X1, y: box.Y1, size: b.body, grid: g})
}

// places returns where lines stand, from low to high, those close by as one.
func places(list []float64) []float64 {
	slices.Sort(list)
	var out []float64
	for _, v := range list {
		if k := len(out); k == 0 || v-out[k-1] > ruleSlip+1 {
			out = append(out, v)
		}
	}
	return out
}

// A lattice is a table whose cells are drawn: bounds of its columns, from left,
// and of its rows, from the top.
type lattice struct {
	pdfRuling
	xs, ys []float64
	cells  disjoint.Sets // basic cells that no line parts
}

// lattice reads a table whose cells are drawn, nil if the lines are those of
// something else.
func (b *pdfBook) lattice(n pdfRuling, segs []*pdfSeg) *pdfGrid {
	l := lattice{pdfRuling: n}
	var xs, ys []float64
	for _, h := range n.h {
		xs, ys = append(xs, h.X0, h.X1), append(ys, h.Y0)
	}
	for _, v := range n.v {
		xs, ys = append(xs, v.X0), append(ys, v.Y0, v.Y1)
	}
	l.xs, l.ys = places(xs), places(ys)
	slices.Reverse(l.ys)
	nx, ny := len(l.xs)-1, len(l.ys)-1
	if nx < 2 || ny < 1 || nx > 80 || ny > 400 {
		return nil
	}
	g := &pdfGrid{}
	for _, x := range l.xs[1:nx] {
		g.strips = append(g.strips, [2]float64{x - 1, x + 1})
	}
	bands := make([][]*pdfRow, ny)
	for _, r := range pdfRows(segs) {
		y := l.row(r.y + 0.3*r.size)
		bands[y] = append(bands[y], r)
	}
	several := make([]bool, ny)
	for y, rows := range bands {
		several[y] = ny <= 3 && manyRows(rows, g.strips)
	}
	l.merge(nx, ny, several)
	texts := b.cellTexts(&l, bands)
	if !l.tabular(texts, nx, ny) {
		return nil
	}
	fine := b.fineStrips(g.strips, bands, several)
	for y := range ny {
		if fine != nil {
			g.cells = append(g.cells, b.fineCells(bands[y], g.strips, fine, several[y])...)
			continue
		}
		if several[y] {
			g.cells = append(g.cells, b.cellsOf(bands[y], g.strips)...)
			continue
		}
		g.cells = append(g.cells, l.write(texts, y, nx))
	}
	if fine != nil {
		g.strips = fine
	}
	return g
}

// fineStrips returns the strips between columns where lines are drawn only round
// groups of them; nil where each group is one column.
func (b *pdfBook) fineStrips(drawn [][2]float64, bands [][]*pdfRow, several []bool) [][2]float64 {
	var rows []*pdfRow
	for y := range bands {
		if several[y] {
			rows = append(rows, bands[y]...)
		}
	}
	if len(rows) < 3 {
		return nil
	}
	strips := tableStrips(rows)
	for _, d := range drawn {
		mid := (d[0] + d[1]) / 2
		if !slices.ContainsFunc(strips, func(s [2]float64) bool { return s[0]-ruleSlip < mid && mid < s[1]+ruleSlip }) {
			strips = append(strips, d)
		}
	}
	slices.SortFunc(strips, func(a, b [2]float64) int { return compare(a[0], b[0]) })
	if len(strips) == len(drawn) || !isTable(b.cellsOf(rows, strips)) {
		return nil
	}
	return strips
}

// fineCells puts the rows of a band into the columns between fine strips. In a
// header what stands over a group of columns, and not in each of them, is said of all.
func (b *pdfBook) fineCells(rows []*pdfRow, drawn, fine [][2]float64, several bool) [][]string {
	if several {
		return b.cellsOf(rows, fine)
	}
	cells := make([]string, len(fine)+1)
	over := make([]string, len(drawn)+1)
	for _, r := range rows {
		for _, s := range r.segs {
			for _, w := range s.words {
				mid := (w.x0 + w.x1) / 2
				k, g := columnAt(fine, mid), columnAt(drawn, mid)
				cells[k], over[g] = b.joinCell(cells[k], w.text), b.joinCell(over[g], w.text)
			}
		}
	}
	for g := range over {
		first, last := groupColumns(drawn, fine, g)
		if first < last && slices.Contains(cells[first:last], "") {
			for k := first; k < last; k++ {
				cells[k] = over[g]
			}
		}
	}
	if filled(cells) == 0 {
		return nil
	}
	return [][]string{cells}
}

// groupColumns returns which of the fine columns lie in group g of those drawn: a
// group ends at the strip nearest to its line.
func groupColumns(drawn, fine [][2]float64, g int) (first, last int) {
	ends := func(g int) int {
		best := 0
		for k := range fine {
			if math.Abs(fine[k][0]+fine[k][1]-drawn[g][0]-drawn[g][1]) < math.Abs(fine[best][0]+fine[best][1]-drawn[g][0]-drawn[g][1]) {
				best = k
			}
		}
		return best + 1
	}
	last = len(fine) + 1
	if g > 0 {
		first = ends(g - 1)
	}
	if g < len(drawn) {
		last = ends(g)
	}
	return first, last
}

// cellTexts returns what each cell holds, at the place of its first basic cell.
func (b *pdfBook) cellTexts(l *lattice, bands [][]*pdfRow) []string {
	nx := len(l.xs) - 1
	texts := make([]string, nx*len(bands))
	for y, rows := range bands {
		for _, r := range rows {
			for _, s := range r.segs {
				for _, w := range s.words {
					k := l.cells.Root(y*nx + l.column((w.x0+w.x1)/2))
					texts[k] = b.joinCell(texts[k], w.text)
				}
			}
		}
	}
	return texts
}

// write returns the cells of a row. The text of one that goes over several
// columns, or over several rows of one column, stands in each of them, as far as
// it is a label; any other stands where the cell begins.
func (l *lattice) write(texts []string, y, nx int) []string {
	row := make([]string, nx)
	for x := range row {
		root := l.cells.Root(y*nx + x)
		if s := texts[root]; root == y*nx+x || len(s) < 60 && (root%nx == x || root/nx == y) {
			row[x] = s
		}
	}
	return row
}

// column and row return where a place lies.
func (l *lattice) column(x float64) int {
	k := 0
	for k < len(l.xs)-2 && x > l.xs[k+1] {
		k++
	}
	return k
}

func (l *lattice) row(y float64) int {
	k := 0
	for k < len(l.ys)-2 && y < l.ys[k+1] {
		k++
	}
	return k
}

// merge finds which basic cells no line parts. Those of a band of several rows
// are none with the cells above and below.
func (l *lattice) merge(nx, ny int, several []bool) {
	l.cells = disjoint.New(nx * ny)
	for y := range ny {
		middle := (l.ys[y] + l.ys[y+1]) / 2
		for x := range nx {
			center := (l.xs[x] + l.xs[x+1]) / 2
			if x+1 < nx && !slices.ContainsFunc(l.v, func(v pdf.Rule) bool {
				return math.Abs(v.X0-l.xs[x+1]) < 2*ruleSlip && v.Y0 < middle && v.Y1 > middle
			}) {
				l.cells.Join(y*nx+x, y*nx+x+1)
			}
			if y+1 < ny && !several[y] && !several[y+1] && !slices.ContainsFunc(l.h, func(h pdf.Rule) bool {
				return math.Abs(h.Y0-l.ys[y+1]) < 2*ruleSlip && h.X0 < center && h.X1 > center
			}) {
				l.cells.Join(y*nx+x, (y+1)*nx+x)
			}
		}
	}
}

// tabular reports whether the cells hold what those of a table do: several
// texts, none as long as a column of prose, in most of the rows.
func (l *lattice) tabular(texts []string, nx, ny int) bool {
	filled, blank, rows := 0, 0, 0
	for i, s := range texts {
		switch {
		case len(s) > 1500 && ny < 3:
			return false
		case s != "":
			filled++
		case l.cells.Root(i) == i:
			blank++
		}
		if i%nx == 0 {
			rows += min(1, l.filledIn(texts, i/nx, nx)/2)
		}
	}
	return filled >= 4 && filled*3 >= blank && rows*2 >= ny && (ny > 1 || rows > 0)
}

// filledIn counts the cells of a row that hold text, each once.
func (l *lattice) filledIn(texts []string, y, nx int) int {
	seen := map[int]bool{}
	for x := range nx {
		if k := l.cells.Root(y*nx + x); texts[k] != "" {
			seen[k] = true
		}
	}
	return len(seen)
}

// manyRows reports whether what lies between two lines are several rows, and
// not one whose cells go over several lines: two rows fill the same cells.
func manyRows(rows []*pdfRow, strips [][2]float64) bool {
	if len(rows) < 2 {
		return false
	}
	count := make([]int, len(strips)+1)
	for _, r := range rows {
		used := map[int]bool{}
		for _, s := range r.segs {
			for _, w := range s.words {
				used[columnAt(strips, (w.x0+w.x1)/2)] = true
			}
		}
		for k := range used {
			count[k]++
		}
	}
	full, partly := 0, 0
	for _, n := range count {
		switch {
		case n*10 >= len(rows)*7:
			full++
		case n > 0:
			partly++
		}
	}
	if len(rows) == 2 {
		return count[0] == 2 && full > 1 && partly == 0
	}
	return count[0]*10 >= len(rows)*6 && full > 1
}
