package report

import (
	"cmp"
	_ "embed"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// nearData is worldData at a closer scale, for parts of the world. scripts/map
// makes it.
//
//go:embed site/near.tsv
var nearData string

// A spot is a point of the map in its units.
type spot struct{ X, Y float64 }

// An outline is a country as the closer map draws it: rings of points, and the
// rectangle about all of them.
type outline struct {
	Name  string
	rings [][]spot
	box
}

// atlas are the shapes of the closer map.
var atlas = sync.OnceValue(func() []outline {
	var list []outline
	for line := range strings.Lines(nearData) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(f) != 3 {
			continue
		}
		s := outline{Name: f[1], rings: ringsOf(f[2]), box: box{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}}
		for _, r := range s.rings {
			b := boundsOf(r)
			s.box = box{min(s.x0, b.x0), min(s.y0, b.y0), max(s.x1, b.x1), max(s.y1, b.y1)}
		}
		list = append(list, s)
	}
	return list
})

// ringsOf reads a path of straight lines, as scripts/map writes it: M to an
// absolute point, l by relative ones, z to close. What is no such path has none.
func ringsOf(path string) [][]spot {
	var rings [][]spot
	for part := range strings.SplitSeq(path, "M") {
		part, _, closed := strings.Cut(part, "z")
		fields := strings.Fields(strings.ReplaceAll(part, "l", " "))
		if !closed || len(fields) < 6 {
			continue
		}
		var at spot
		ring := make([]spot, 0, len(fields)/2)
		for i := 0; i+1 < len(fields); i += 2 {
			dx, errX := strconv.ParseFloat(fields[i], 64)
			dy, errY := strconv.ParseFloat(fields[i+1], 64)
			if errX != nil || errY != nil {
				return nil
			}
			at = spot{at.X + dx, at.Y + dy}
			ring = append(ring, at)
		}
		rings = append(rings, ring)
	}
	return rings
}

func boundsOf(ring []spot) box {
	b := box{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	for _, p := range ring {
		b = box{min(b.x0, p.X), min(b.y0, p.Y), max(b.x1, p.X), max(b.y1, p.Y)}
	}
	return b
}

// holds reports whether a point lies in the country.
func (o *outline) holds(x, y float64) bool {
	return x >= o.x0 && x <= o.x1 && y >= o.y0 && y <= o.y1 && inRings(o.rings, x, y)
}

// outlineAt is the country that a point lies in, nil at sea.
func outlineAt(x, y float64) *outline {
	list := atlas()
	for i := range list {
		if list[i].holds(x, y) {
			return &list[i]
		}
	}
	return nil
}

// inRings reports whether a point lies within rings: a ray from it crosses them
// an odd number of times.
func inRings(rings [][]spot, x, y float64) bool {
	in := false
	for _, r := range rings {
		for i, j := 0, len(r)-1; i < len(r); j, i = i, i+1 {
			a, b := r[i], r[j]
			if (a.Y > y) != (b.Y > y) && x < (b.X-a.X)*(y-a.Y)/(b.Y-a.Y)+a.X {
				in = !in
			}
		}
	}
	return in
}

// A part is what lies of a country in a frame.
type part struct {
	Name  string
	D     string // its path
	On    bool   // named by a document
	spots []spot // of its largest ring, that of most room
}

// partsIn cuts the shapes that lie in a frame at its edge, and a little beyond,
// so that no border is drawn along it.
func partsIn(f frame) []part {
	edge := 2 * f.Unit
	b := box{f.X - edge, f.Y - edge, f.X + f.W + edge, f.Y + f.H + edge}
	var list []part
	for _, s := range atlas() {
		if !s.meets(b) {
			continue
		}
		p := part{Name: s.Name}
		var path strings.Builder
		for _, r := range s.rings {
			if ring := clip(r, b); len(ring) > 2 && area(ring) > 2*f.Unit*f.Unit { // what is seen
				draw(&path, ring)
				if area(ring) > area(p.spots) {
					p.spots = ring
				}
			}
		}
		if p.D = path.String(); p.D != "" {
			list = append(list, p)
		}
	}
	return list
}

// clip cuts a ring at a rectangle (Sutherland and Hodgman 1974).
func clip(ring []spot, b box) []spot {
	if o := boundsOf(ring); !o.meets(b) {
		return nil
	} else if o.x0 >= b.x0 && o.x1 <= b.x1 && o.y0 >= b.y0 && o.y1 <= b.y1 {
		return ring
	}
	cut := func(in func(spot) bool, meet func(p, q spot) spot) {
		var out []spot
		for i, p := range ring {
			before := ring[(i+len(ring)-1)%len(ring)]
			if in(p) != in(before) {
				out = append(out, meet(before, p))
			}
			if in(p) {
				out = append(out, p)
			}
		}
		ring = out
	}
	atX := func(x float64) func(p, q spot) spot {
		return func(p, q spot) spot { return spot{x, p.Y + (q.Y-p.Y)*(x-p.X)/(q.X-p.X)} }
	}
	atY := func(y float64) func(p, q spot) spot {
		return func(p, q spot) spot { return spot{p.X + (q.X-p.X)*(y-p.Y)/(q.Y-p.Y), y} }
	}
	cut(func(p spot) bool { return p.X >= b.x0 }, atX(b.x0))
	cut(func(p spot) bool { return p.X <= b.x1 }, atX(b.x1))
	cut(func(p spot) bool { return p.Y >= b.y0 }, atY(b.y0))
	cut(func(p spot) bool { return p.Y <= b.y1 }, atY(b.y1))
	return ring
}

// area is that within a ring, whichever way it runs.
func area(ring []spot) float64 {
	sum := 0.0
	for i, p := range ring {
		q := ring[(i+1)%len(ring)]
		sum += p.X*q.Y - q.X*p.Y
	}
	return math.Abs(sum) / 2
}

// middle is the centre of the part's largest ring.
func (p *part) middle() spot {
	var x, y, sum float64
	for i, a := range p.spots {
		b := p.spots[(i+1)%len(p.spots)]
		w := a.X*b.Y - b.X*a.Y
		x, y, sum = x+(a.X+b.X)*w, y+(a.Y+b.Y)*w, sum+w
	}
	if sum == 0 {
		return p.spots[0]
	}
	return spot{x / (3 * sum), y / (3 * sum)}
}

// middles are the names of parts, each in the middle of what is seen of it, the
// largest first; R is how wide that is.
func middles(parts []part) []circle {
	var list []circle
	for i := range parts {
		m := parts[i].middle()
		b := boundsOf(parts[i].spots)
		list = append(list, circle{Name: parts[i].Name, X: m.X, Y: m.Y, R: b.x1 - b.x0})
	}
	room := map[string]float64{}
	for i := range parts {
		room[parts[i].Name] = area(parts[i].spots)
	}
	slices.SortStableFunc(list, func(a, b circle) int { return cmp.Compare(room[b.Name], room[a.Name]) })
	return list
}

// draw adds a ring to a path, in tenths of a unit and as few letters as can be.
func draw(path *strings.Builder, ring []spot) {
	tenth := func(v float64) int { return int(math.Round(v * 10)) }
	number := func(n int, blank bool) {
		s := strconv.FormatFloat(float64(n)/10, 'f', -1, 64)
		if n > -10 && n < 10 && n != 0 { // 0.4 is .4
			s = strings.Replace(s, "0.", ".", 1)
		}
		if blank && n >= 0 {
			path.WriteByte(' ')
		}
		path.WriteString(s)
	}
	x0, y0 := tenth(ring[0].X), tenth(ring[0].Y)
	path.WriteByte('M')
	number(x0, false)
	number(y0, true)
	path.WriteByte('l')
	first := true
	for _, p := range ring[1:] {
		x, y := tenth(p.X), tenth(p.Y)
		if x == x0 && y == y0 {
			continue
		}
		number(x-x0, !first)
		number(y-y0, true)
		x0, y0, first = x, y, false
	}
	path.WriteByte('z')
}
