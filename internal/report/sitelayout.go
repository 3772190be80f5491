package report

import (
	"cmp"
	"math"
	"slices"
	"unicode/utf8"
)

// communities parts n nodes into groups whose edges run within rather than
// between them: each node is a group at first, and the two whose joining gives
// most modularity are joined until none gives any (Clauset, Newman and Moore
// 2004). Groups are numbered by size, then by their first node. With a hundred
// nodes at most, and ties broken by number, this is quick and always the same.
func communities(n int, edges []edge) []int {
	total := 0.0
	degree := make([]float64, n)
	between := make([][]float64, n)
	for i := range between {
		between[i] = make([]float64, n)
	}
	for _, e := range edges {
		w := float64(e.N)
		total += w
		degree[e.A] += w
		degree[e.B] += w
		between[e.A][e.B] += w
		between[e.B][e.A] += w
	}
	of := make([]int, n)
	for i := range of {
		of[i] = i
	}
	for total > 0 {
		best, a, b := 0.0, -1, -1
		for i := range n {
			for j := i + 1; j < n; j++ {
				if gain := between[i][j]/total - degree[i]*degree[j]/(2*total*total); gain > best+1e-12 {
					best, a, b = gain, i, j
				}
			}
		}
		if a < 0 {
			break
		}
		for k := range n {
			if k != a {
				between[a][k] += between[b][k]
				between[k][a] = between[a][k]
			}
			between[b][k], between[k][b] = 0, 0
		}
		degree[a] += degree[b]
		degree[b] = 0
		for i := range of {
			if of[i] == b {
				of[i] = a
			}
		}
	}
	return bySize(of)
}

// bySize numbers groups from 0, the largest first.
func bySize(of []int) []int {
	size := map[int]int{}
	var order []int
	for _, g := range of {
		if size[g] == 0 {
			order = append(order, g)
		}
		size[g]++
	}
	slices.SortStableFunc(order, func(a, b int) int { return size[b] - size[a] })
	number := map[int]int{}
	for i, g := range order {
		number[g] = i
	}
	out := make([]int, len(of))
	for i, g := range of {
		out[i] = number[g]
	}
	return out
}

// layOut places the nodes: ties pull, nodes push (Fruchterman and Reingold
// 1991), from a circle on which groups stand together; then labels are moved
// apart until none meets another. Nothing is left to chance.
func (d *drawing) layOut() {
	n := len(d.Nodes)
	if n == 0 {
		return
	}
	d.circle()
	d.forces()
	d.fit()
	d.label()
	d.part()
	for i := range d.Edges {
		e := &d.Edges[i]
		a, b := &d.Nodes[e.A], &d.Nodes[e.B]
		e.X1, e.Y1, e.X2, e.Y2 = a.X, a.Y, b.X, b.Y
	}
}

func (d *drawing) circle() {
	order := make([]int, len(d.Nodes))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(d.Nodes[a].Letter, d.Nodes[b].Letter) })
	for i, k := range order {
		a := 2 * math.Pi * float64(i) / float64(len(order))
		d.Nodes[k].X, d.Nodes[k].Y = d.Width/2+d.Width/3*math.Cos(a), d.Height/2+d.Height/3*math.Sin(a)
	}
}

func (d *drawing) forces() {
	const rounds = 320
	n := len(d.Nodes)
	ideal := .9 * math.Sqrt(d.Width*d.Height/float64(n))
	dx, dy := make([]float64, n), make([]float64, n)
	for round := range rounds {
		clear(dx)
		clear(dy)
		for i := range n {
			for j := i + 1; j < n; j++ {
				x, y, far := d.apart(i, j)
				push := ideal * ideal / far / far
				dx[i], dy[i], dx[j], dy[j] = dx[i]+x*push, dy[i]+y*push, dx[j]-x*push, dy[j]-y*push
			}
			dx[i] += (d.Width/2 - d.Nodes[i].X) * .06 // what is tied to nothing does not drift off
			dy[i] += (d.Height/2 - d.Nodes[i].Y) * .06
		}
		for _, e := range d.Edges {
			x, y, far := d.apart(e.A, e.B)
			pull := far / ideal * (.4 + e.W/5) / 2
			dx[e.A], dy[e.A], dx[e.B], dy[e.B] = dx[e.A]-x*pull, dy[e.A]-y*pull, dx[e.B]+x*pull, dy[e.B]+y*pull
		}
		most := d.Width / 10 * (1 - float64(round)/rounds)
		for i := range n {
			if far := math.Hypot(dx[i], dy[i]); far > 0 {
				step := min(far, most) / far
				d.Nodes[i].X += dx[i] * step
				d.Nodes[i].Y += dy[i] * step
			}
		}
	}
}

// apart is the way from node j to i and its length, at least a unit.
func (d *drawing) apart(i, j int) (x, y, far float64) {
	x, y = d.Nodes[i].X-d.Nodes[j].X, d.Nodes[i].Y-d.Nodes[j].Y
	if far = math.Hypot(x, y); far < 1 {
		return float64(i - j), 1, 1
	}
	return x, y, far
}

// fit scales the nodes into the frame, by rank in part, so that a crowd in the
// middle takes more room than its distances would give it.
func (d *drawing) fit() {
	spread := func(at func(*node) *float64, size, edge float64) {
		order := make([]*float64, len(d.Nodes))
		for i := range d.Nodes {
			order[i] = at(&d.Nodes[i])
		}
		slices.SortStableFunc(order, func(a, b *float64) int { return cmp.Compare(*a, *b) })
		lo, hi := *order[0], *order[len(order)-1]
		for i, p := range order {
			share, rank := .5, .5
			if hi > lo {
				share = (*p - lo) / (hi - lo)
			}
			if len(order) > 1 {
				rank = float64(i) / float64(len(order)-1)
			}
			*p = edge + (size-2*edge)*(.45*share+.55*rank)
		}
	}
	spread(func(n *node) *float64 { return &n.X }, d.Width, 60)
	spread(func(n *node) *float64 { return &n.Y }, d.Height, 24)
}

// Size of a node's disc and of its label, in units.
const (
	labelHeight = 18.0
	perLetter   = 7.2
)

// label gives each node its disc and, beside it, its label: to the right in
// the left half of the frame, else to the left.
func (d *drawing) label() {
	most := 1.0
	for i := range d.Nodes {
		most = max(most, d.Nodes[i].weight)
	}
	for i := range d.Nodes {
		n := &d.Nodes[i]
		n.R = 7 + 4*math.Sqrt(n.weight/most)
		n.wide = perLetter*float64(utf8.RuneCountInString(n.Name)) + 2*n.R + 6
		n.End = n.X > d.Width*.62
	}
}

// box is the room of a node with its label.
func (n *node) box() (x0, y0, x1, y1 float64) {
	half := max(labelHeight/2, n.R+1)
	if n.End {
		return n.X - n.wide, n.Y - half, n.X + n.R + 2, n.Y + half
	}
	return n.X - n.R - 2, n.Y - half, n.X + n.wide, n.Y + half
}

// part moves nodes whose boxes meet, the shorter way, until none do.
func (d *drawing) part() {
	for range 600 {
		moved := false
		for i := range d.Nodes {
			for j := i + 1; j < len(d.Nodes); j++ {
				moved = d.push(&d.Nodes[i], &d.Nodes[j]) || moved
			}
		}
		for i := range d.Nodes {
			d.inside(&d.Nodes[i])
		}
		if !moved {
			break
		}
	}
	for i := range d.Nodes {
		n := &d.Nodes[i]
		n.LX, n.LY = n.X+n.R+4, n.Y+4
		if n.End {
			n.LX = n.X - n.R - 4
		}
	}
}

func (d *drawing) push(a, b *node) bool {
	ax0, ay0, ax1, ay1 := a.box()
	bx0, by0, bx1, by1 := b.box()
	x, y := min(ax1, bx1)-max(ax0, bx0), min(ay1, by1)-max(ay0, by0)
	if x <= 0 || y <= 0 {
		return false
	}
	if x < y {
		step := x/2 + .5
		if ax0+ax1 > bx0+bx1 {
			step = -step
		}
		a.X, b.X = a.X-step, b.X+step
	} else {
		step := y/2 + .5
		if a.Y > b.Y {
			step = -step
		}
		a.Y, b.Y = a.Y-step, b.Y+step
	}
	return true
}

// inside moves a node back into the frame.
func (d *drawing) inside(n *node) {
	x0, y0, x1, y1 := n.box()
	n.X += max(0, 2-x0) - max(0, x1-d.Width+2)
	n.Y += max(0, 2-y0) - max(0, y1-d.Height+2)
}
