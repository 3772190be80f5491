package tagger

// A lattice finds the best labels of one sentence and how likely they are. Only
// labels that are not far below the best of their token are looked at; outside
// always is.
type lattice struct {
	steps []step
	rated bool // probabilities are wanted, not the best path alone
}

// A step is one token of a sentence in a lattice.
type step struct {
	active  [32]label
	n       int
	ends    [16]label // those of active that a name or nothing ends with
	m       int
	score   [labels]int32   // of active labels only: the best path that ends here
	back    [labels]label   // where that path comes from
	weight  [labels]float64 // exp of the token's own score, 0 where not active
	forward [labels]float64 // probability of all paths up to here, scaled
	after   [labels]float64 // and of all paths from here on
	scale   float64
}

func (x *lattice) reset(n int, rated bool) {
	x.rated = rated
	if cap(x.steps) < n {
		x.steps = make([]step, 0, n+n/4)
	}
	x.steps = x.steps[:0]
}

// add appends a token with its scores.
func (x *lattice) add(m *Model, e *sum) {
	x.steps = x.steps[:len(x.steps)+1]
	t := &x.steps[len(x.steps)-1]
	var score [labels]int32
	best := int32(-1 << 30)
	for l := range score {
		score[l] = e.score(l)
		best = max(best, score[l])
	}
	t.n, t.m = 0, 0
	limit := int32(len(m.exp))
	if !x.rated {
		limit = min(limit, m.near)
	}
	for l, v := range score {
		t.weight[l] = 0
		below := best - v
		if below >= limit {
			if l != 0 {
				continue
			}
			below = limit - 1
		}
		t.active[t.n&31] = label(l)
		t.n++
		if ending[l] {
			t.ends[t.m&15] = label(l)
			t.m++
		}
		t.weight[l] = m.exp[below]
		t.score[l] = v
	}
	if len(x.steps) == 1 {
		x.enter(m, t)
	} else {
		x.advance(m, &x.steps[len(x.steps)-2], t)
	}
}

// impossible is the score of no path.
const impossible = int32(-1 << 29)

// enter begins a sentence: as if what came before were outside.
func (x *lattice) enter(m *Model, t *step) {
	total := 0.0
	for _, l := range t.active[:t.n] {
		t.forward[l] = 0
		if !opens(l) {
			t.score[l] = impossible
			continue
		}
		t.score[l] += m.trans[outside][l]
		t.forward[l] = m.jump[outside][l] * t.weight[l]
		total += t.forward[l]
	}
	t.normalise(total)
}

// before returns which labels of the token before may stand before l.
func (p *step) before(l label, inner *[2]label) []label {
	if opening[l] {
		return p.ends[:p.m&15]
	}
	first := labelOf(labelType(l), begin)
	n := 0
	for k := first; k <= first+inside; k++ {
		if p.weight[k] != 0 {
			inner[n] = k
			n++
		}
	}
	return inner[:n]
}

// advance extends all paths by one token.
func (x *lattice) advance(m *Model, p, t *step) {
	var inner [2]label
	total := 0.0
	for _, l := range t.active[:t.n] {
		best, from, mass := 2*impossible, outside, 0.0
		steps, jumps := &m.step[l], &m.from[l]
		for _, a := range p.before(l, &inner) {
			if s := p.score[a] + steps[a]; s > best {
				best, from = s, a
			}
			if x.rated {
				mass += p.forward[a] * jumps[a]
			}
		}
		t.back[l] = from
		t.score[l] = max(impossible, t.score[l]+best)
		t.forward[l] = mass * t.weight[l]
		total += t.forward[l]
	}
	if x.rated {
		t.normalise(total)
	}
}

// normalise scales the forward probabilities to one. The path that stays
// outside is kept from vanishing in a long name, since it alone can always go
// on.
func (t *step) normalise(total float64) {
	if t.forward[outside] < total*leastOutside {
		t.forward[outside] = max(total, 1) * leastOutside
		total += t.forward[outside]
	}
	t.scale = total
	for _, l := range t.active[:t.n] {
		t.forward[l] /= total
	}
}

const leastOutside = 1e-30

// spans appends the names of the best path.
func (x *lattice) spans(m *Model, sentence int, out []Span) []Span {
	n := len(x.steps)
	at := x.lastLabel(m)
	from := len(out)
	for i := n - 1; i >= 0; i-- {
		if at != outside {
			part := labelPart(at)
			if part == unit || part == last {
				out = append(out, Span{Sentence: sentence, End: i + 1, Type: labelType(at)})
			}
			if part == unit || part == begin {
				out[len(out)-1].Start = i
			}
		}
		at = x.steps[i].back[at]
	}
	if found := out[from:]; len(found) > 0 {
		for i, j := 0, len(found)-1; i < j; i, j = i+1, j-1 {
			found[i], found[j] = found[j], found[i]
		}
		if !x.rated {
			return out
		}
		x.backward(m)
		for i := range found {
			x.rate(m, &found[i])
		}
	}
	return out
}

// lastLabel returns the label that the best path ends with.
func (x *lattice) lastLabel(m *Model) label {
	t := &x.steps[len(x.steps)-1]
	best, at := 2*impossible, outside
	for _, l := range t.active[:t.n] {
		if s := t.score[l] + m.trans[l][outside]; closes(l) && s > best {
			best, at = s, l
		}
	}
	return at
}

// backward computes what follows each label.
func (x *lattice) backward(m *Model) {
	n := len(x.steps)
	end := &x.steps[n-1]
	total := 0.0
	for _, l := range end.active[:end.n] {
		end.after[l] = m.jump[l][outside]
		total += end.after[l] * end.forward[l]
	}
	for _, l := range end.active[:end.n] {
		end.after[l] /= total
	}
	for i := n - 2; i >= 0; i-- {
		t, next := &x.steps[i], &x.steps[i+1]
		var ahead [labels]float64
		for _, b := range next.active[:next.n] {
			ahead[b] = next.weight[b] * next.after[b] / next.scale
		}
		for _, l := range t.active[:t.n] {
			mass := 0.0
			if ending[l] {
				for _, b := range next.active[:next.n] {
					mass += m.jump[l][b] * ahead[b]
				}
			} else {
				for k := labelOf(labelType(l), inside); k <= labelOf(labelType(l), last); k++ {
					mass += m.jump[l][k] * ahead[k]
				}
			}
			t.after[l] = mass
		}
	}
}

// rate sets how likely a span is, and the likeliest other type of its tokens.
func (x *lattice) rate(m *Model, s *Span) {
	for t := range Type(types) {
		p := x.probability(m, s.Start, s.End, t)
		if t == s.Type {
			s.Score = p
		} else if p > s.OtherScore || s.Other == s.Type {
			s.Other, s.OtherScore = t, p
		}
	}
}

// probability returns the probability of exactly this name.
func (x *lattice) probability(m *Model, start, end int, t Type) float32 {
	first := labelOf(t, begin)
	if end == start+1 {
		first = labelOf(t, unit)
	}
	p := x.steps[start].mass(first)
	before := first
	for i := start + 1; i < end; i++ {
		l := labelOf(t, inside)
		if i == end-1 {
			l = labelOf(t, last)
		}
		p *= m.jump[before][l] * x.steps[i].weight[l] / x.steps[i].scale
		before = l
	}
	e := &x.steps[end-1]
	if e.weight[before] == 0 {
		return 0
	}
	return float32(min(1, p*e.after[before]))
}

// mass returns the forward probability of a label, 0 where it was left out.
func (t *step) mass(l label) float64 {
	if t.weight[l] == 0 {
		return 0
	}
	return t.forward[l]
}
