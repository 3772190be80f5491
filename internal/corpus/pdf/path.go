package pdf

import "math"

// A Rule is a thin line along or across the page, from left to right or from
// bottom to top, in the coordinates of the page: the border of a table or of
// its cells, a line below a heading.
type Rule struct {
	X0, Y0, X1, Y1 float64
}

const (
	maxPath  = 4096  // lines of one path
	maxRules = 20000 // of one page
	// thickest is how broad a filled area may be to be a line, in points.
	thickest = 2.5
)

// A path is what has been drawn and not yet painted, in coordinates of the page.
type path struct {
	lines []Rule
	shape []int // where each part of the path begins in lines
	x, y  float64
	sx    float64 // where the part began
	sy    float64
}

// at returns a place of the page.
func (m matrix) at(x, y float64) (float64, float64) {
	return m[0]*x + m[2]*y + m[4], m[1]*x + m[3]*y + m[5]
}

func (p *path) move(x, y float64) {
	p.x, p.y, p.sx, p.sy = x, y, x, y
	p.shape = append(p.shape, len(p.lines))
}

func (p *path) line(x, y float64) {
	if len(p.lines) < maxPath {
		p.lines = append(p.lines, Rule{p.x, p.y, x, y})
	}
	p.x, p.y = x, y
}

// pathOp obeys the operators that draw; false if op is none of them.
func (r *runner) pathOp(op string, args []object) bool {
	p, m := &r.path, r.gs.ctm
	switch op {
	case "m":
		p.move(m.at(num(args, 0), num(args, 1)))
	case "l":
		p.line(m.at(num(args, 0), num(args, 1)))
	case "c":
		p.x, p.y = m.at(num(args, 4), num(args, 5))
	case "v", "y":
		p.x, p.y = m.at(num(args, 2), num(args, 3))
	case "h":
		p.line(p.sx, p.sy)
	case "re":
		x, y, w, h := num(args, 0), num(args, 1), num(args, 2), num(args, 3)
		p.move(m.at(x, y))
		p.line(m.at(x+w, y))
		p.line(m.at(x+w, y+h))
		p.line(m.at(x, y+h))
		p.line(p.sx, p.sy)
	case "s":
		p.line(p.sx, p.sy)
		r.stroke()
	case "S":
		r.stroke()
	case "f", "F", "f*":
		r.fill()
	case "B", "B*", "b", "b*":
		r.stroke()
	case "n":
		r.drop()
	default:
		return false
	}
	if len(p.shape) > maxPath {
		r.drop()
	}
	return true
}

func (r *runner) drop() {
	r.path.lines, r.path.shape = r.path.lines[:0], r.path.shape[:0]
}

// stroke keeps the lines of the path that run along or across the page.
func (r *runner) stroke() {
	for _, l := range r.path.lines {
		r.rule(l)
	}
	r.drop()
}

// fill keeps those parts of the path that are so thin that they are lines.
func (r *runner) fill() {
	p := &r.path
	for i, from := range p.shape {
		to := len(p.lines)
		if i+1 < len(p.shape) {
			to = p.shape[i+1]
		}
		if to-from < 3 || to-from > 6 {
			continue
		}
		b := Rule{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
		for _, l := range p.lines[from:to] {
			b.X0, b.X1 = min(b.X0, l.X0, l.X1), max(b.X1, l.X0, l.X1)
			b.Y0, b.Y1 = min(b.Y0, l.Y0, l.Y1), max(b.Y1, l.Y0, l.Y1)
		}
		switch w, h := b.X1-b.X0, b.Y1-b.Y0; {
		case h < thickest && w > 2*h:
			b.Y0 = (b.Y0 + b.Y1) / 2
			b.Y1 = b.Y0
			r.rule(b)
		case w < thickest && h > 2*w:
			b.X0 = (b.X0 + b.X1) / 2
			b.X1 = b.X0
			r.rule(b)
		}
	}
	r.drop()
}

// rule keeps a line that is straight on the page and not only a dot.
func (r *runner) rule(l Rule) {
	if bad(l.X0) || bad(l.Y0) || bad(l.X1) || bad(l.Y1) || len(r.page.Rules) >= maxRules {
		return
	}
	l.X0, l.X1, l.Y0, l.Y1 = min(l.X0, l.X1), max(l.X0, l.X1), min(l.Y0, l.Y1), max(l.Y0, l.Y1)
	if w, h := l.X1-l.X0, l.Y1-l.Y0; (w < 0.5) != (h < 0.5) && w+h > 2 {
		r.page.Rules = append(r.page.Rules, l)
	}
}
