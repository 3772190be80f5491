package corpus

import (
	"math"
	"strings"
)

// maxColumns is how often a page is split into columns within columns.
const maxColumns = 5

// regions splits a page into regions of one column each, in reading order.
// A gutter that most lines leave free parts two columns; lines that run across
// it part the page into bands that are read one after the other.
//
// The gutter of the page before is that of a page with little text.
func (b *pdfBook) regions(segs []*pdfSeg, depth int) [][]*pdfRow {
	rows := pdfRows(segs)
	if len(rows) == 0 {
		return nil
	}
	from, to, ok := findGutter(rows, b.body)
	if depth == 0 {
		if !ok && len(rows) < 12 {
			from, to, ok = b.gutter[0], b.gutter[1], parted(rows, b.gutter)
		}
		b.gutter = [2]float64{}
		if ok {
			b.gutter = [2]float64{from, to}
		}
	}
	if !ok || depth >= maxColumns {
		return [][]*pdfRow{rows}
	}
	mid := (from + to) / 2
	var out [][]*pdfRow
	var left, right []*pdfSeg
	var across []*pdfRow
	columns := func() {
		for _, side := range [][]*pdfSeg{left, right} {
			if len(side) > 0 {
				out = append(out, b.regions(side, depth+1)...)
			}
		}
		left, right = nil, nil
	}
	spanning := func() {
		if len(across) > 0 {
			out = append(out, across)
			across = nil
		}
	}
	for i, r := range rows {
		if crosses(r, from, to) || goesOnAcross(rows, i, across, mid) {
			columns()
			across = append(across, r)
			continue
		}
		spanning()
		for _, s := range r.segs {
			if (s.x0+s.x1)/2 < mid {
				left = append(left, s)
			} else {
				right = append(right, s)
			}
		}
	}
	columns()
	spanning()
	return out
}

// parted reports whether a gutter parts rows: none crosses it, and there is text
// on both sides.
func parted(rows []*pdfRow, gutter [2]float64) bool {
	if gutter[1] == 0 {
		return false
	}
	left, right := false, false
	for _, r := range rows {
		if crosses(r, gutter[0], gutter[1]) {
			return false
		}
		left = left || r.x0() < gutter[0]
		right = right || r.x1() > gutter[1]
	}
	return left && right
}

// crosses reports whether a piece of the row runs over the gutter.
func crosses(r *pdfRow, from, to float64) bool {
	mid := (from + to) / 2
	for _, s := range r.segs {
		if s.x0 < mid-1 && s.x1 > mid+1 {
			return true
		}
	}
	return false
}

// goesOnAcross reports whether row i, which ends before the gutter, is the last
// line of the paragraph across it that stands above.
func goesOnAcross(rows []*pdfRow, i int, across []*pdfRow, mid float64) bool {
	if len(across) == 0 || across[len(across)-1] != rows[max(i-1, 0)] || i == 0 {
		return false
	}
	above, r := rows[i-1], rows[i]
	if r.x1() > mid || above.y-r.y > 1.5*r.size || math.Abs(above.size-r.size) > 0.1*r.size {
		return false
	}
	return i+1 == len(rows) || r.y-rows[i+1].y > 1.6*r.size || math.Abs(rows[i+1].size-r.size) > 0.1*r.size
}

// findGutter finds the strip between two columns of text.
func findGutter(rows []*pdfRow, body float64) (from, to float64, ok bool) {
	if len(rows) < 6 {
		return 0, 0, false
	}
	left, right := math.Inf(1), math.Inf(-1)
	for _, r := range rows {
		left, right = math.Min(left, r.x0()), math.Max(right, r.x1())
	}
	width := int(right - left)
	if width < 120 || width > 5000 {
		return 0, 0, false
	}
	cover := make([]int, width+2)
	for _, r := range rows {
		for _, s := range r.segs {
			cover[clampInt(int(s.x0-left), 0, width)]++
			cover[clampInt(int(s.x1-left)+1, 0, width+1)]--
		}
	}
	best := 0.0
	for _, limit := range []int{0, 2, len(rows) * 15 / 100} {
		eachStrip(cover, limit, math.Max(7, 0.6*body), func(start, stop int) {
			a, z := left+float64(start), left+float64(stop)
			if score := gutterScore(rows, a, z, left, right); score > best {
				from, to, best, ok = a, z, score, true
			}
		})
	}
	return from, to, ok
}

// eachStrip calls do with the strips, at least so wide, that no more than limit
// rows cover.
func eachStrip(cover []int, limit int, least float64, do func(start, stop int)) {
	n, start := 0, -1
	for x := range cover {
		if n += cover[x]; n <= limit && x < len(cover)-2 {
			if start < 0 {
				start = x
			}
			continue
		}
		if start > 0 && float64(x-start) >= least {
			do(start, x)
		}
		start = -1
	}
}

func clampInt(v, low, high int) int { return min(max(v, low), high) }

// gutterScore weighs a strip; 0 if what stands beside it is no text in columns:
// too little of it, cells of a table, figures.
func gutterScore(rows []*pdfRow, from, to, left, right float64) float64 {
	var a, z side
	mid := (from + to) / 2
	for _, r := range rows {
		if crosses(r, from, to) {
			continue
		}
		var ca, cz side
		for _, s := range r.segs {
			if (s.x0+s.x1)/2 < mid {
				ca.add(s)
			} else {
				cz.add(s)
			}
		}
		a.row(&ca)
		z.row(&cz)
	}
	wa, wz := from-left, right-to
	if a.rows < 4 || z.rows < 4 || wa < 70 || wz < 70 {
		return 0
	}
	if !a.prose(wa) || !z.prose(wz) {
		return 0
	}
	balance := math.Min(wa, wz) / math.Max(wa, wz)
	return float64(min(a.rows, z.rows))*(0.5+balance) + (to - from)
}

// A side is what stands on one side of a strip.
type side struct {
	rows, chars, figures int
	ink                  float64
}

func (s *side) add(g *pdfSeg) {
	s.ink += g.x1 - g.x0
	s.chars += g.chars
	if strings.Trim(g.text, "0123456789.,%+-–−()$€£ ") == "" {
		s.figures += g.chars
	}
}

func (s *side) row(r *side) {
	if r.chars > 0 {
		s.rows++
		s.ink, s.chars, s.figures = s.ink+r.ink, s.chars+r.chars, s.figures+r.figures
	}
}

// prose reports whether lines fill the column for the most part.
func (s *side) prose(width float64) bool {
	n := float64(s.rows)
	return s.ink/n > 0.5*width && float64(s.chars)/n >= 14 && s.figures*4 < s.chars
}
