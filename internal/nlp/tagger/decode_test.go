package tagger

import (
	"math"
	"math/rand/v2"
	"testing"
)

// randomModel has transitions by chance; its features do not matter.
func randomModel(t *testing.T, rng *rand.Rand) *Model {
	t.Helper()
	p := Parts{Unit: 0.05, Keys: []uint32{}, Weights: [][Labels]int8{}}
	for a := range p.Trans {
		for b := range p.Trans[a] {
			p.Trans[a][b] = int32(rng.IntN(41) - 20)
		}
	}
	m, err := New(p)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// randomSums returns what n tokens might sum to. The scores stay close enough
// together that no label is left out.
func randomSums(rng *rand.Rand, n int) []sum {
	out := make([]sum, n)
	for i := range out {
		var w [labels]int8
		for l := range w {
			w[l] = int8(rng.IntN(161) - 80)
		}
		r := pack(&w)
		out[i].add(&r)
	}
	return out
}

// path is one labelling of a sentence with its score in steps.
type path struct {
	labels []label
	score  int32
}

// allPaths lists every labelling of the sums that the labels allow.
func allPaths(m *Model, sums []sum) []path {
	paths := []path{{}}
	for i := range sums {
		var next []path
		for _, p := range paths {
			before := outside
			if i > 0 {
				before = p.labels[i-1]
			}
			for l := range label(labels) {
				if follows(before, l) {
					next = append(next, path{
						append(append([]label(nil), p.labels...), l),
						p.score + m.trans[before][l] + sums[i].score(int(l)),
					})
				}
			}
		}
		paths = next
	}
	var out []path
	for _, p := range paths {
		if end := p.labels[len(sums)-1]; closes(end) {
			p.score += m.trans[end][outside]
			out = append(out, p)
		}
	}
	return out
}

// spansOf reads names off labels.
func spansOf(ls []label) []Span {
	var out []Span
	start := 0
	for i, l := range ls {
		if l == outside {
			continue
		}
		if p := labelPart(l); p == begin || p == unit {
			start = i
		}
		if p := labelPart(l); p == last || p == unit {
			out = append(out, Span{Start: start, End: i + 1, Type: labelType(l)})
		}
	}
	return out
}

// The lattice must agree with the count of all labellings: the same best one,
// and for each of its names the share of those that hold it.
func TestLatticeAgainstAllPaths(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 1))
	for round := range 30 {
		m := randomModel(t, rng)
		sums := randomSums(rng, 1+round%4)
		paths := allPaths(m, sums)
		best, total := paths[0], 0.0
		for _, p := range paths {
			if p.score > best.score {
				best = p
			}
			total += math.Exp(m.unit * float64(p.score))
		}
		var x lattice
		x.reset(len(sums), true)
		for i := range sums {
			x.add(m, &sums[i])
		}
		got := x.spans(m, 0, nil)
		want := spansOf(best.labels)
		if len(got) != len(want) {
			t.Fatalf("round %d: got %v, want %v", round, got, want)
		}
		for i, g := range got {
			w := want[i]
			if g.Start != w.Start || g.End != w.End || g.Type != w.Type {
				t.Fatalf("round %d: got %v, want %v", round, g, w)
			}
			if p := shareOf(m, paths, g, g.Type) / total; math.Abs(p-float64(g.Score)) > 1e-4 {
				t.Errorf("round %d: score %v, want %v", round, g.Score, p)
			}
			if p := shareOf(m, paths, g, g.Other) / total; math.Abs(p-float64(g.OtherScore)) > 1e-4 {
				t.Errorf("round %d: other %v, want %v", round, g.OtherScore, p)
			}
		}
	}
}

// shareOf sums the paths that hold the span with type ty.
func shareOf(m *Model, paths []path, s Span, ty Type) (share float64) {
	for _, p := range paths {
		for _, q := range spansOf(p.labels) {
			if q.Start == s.Start && q.End == s.End && q.Type == ty {
				share += math.Exp(m.unit * float64(p.score))
			}
		}
	}
	return share
}

func TestPackKeepsWeights(t *testing.T) {
	var w [labels]int8
	for l := range w {
		w[l] = int8(l*11 - 127)
	}
	r := pack(&w)
	for l := range w {
		if got := r.weight(l); got != w[l] {
			t.Errorf("label %d: %d, want %d", l, got, w[l])
		}
	}
}

// As many of the lowest and highest weights as may be summed do not spill into
// the lane beside them.
func TestSumsDoNotSpill(t *testing.T) {
	var w [labels]int8
	for l := range w {
		w[l] = 127
		if l%2 == 0 {
			w[l] = -127
		}
	}
	r := pack(&w)
	var s sum
	for range most {
		s.add(&r)
	}
	for l := range w {
		if got := s.score(l); got != int32(w[l])*most {
			t.Errorf("label %d: %d, want %d", l, got, int32(w[l])*most)
		}
	}
}

func TestFollows(t *testing.T) {
	for name, c := range map[string]struct {
		a, b label
		want bool
	}{
		"outside, outside":        {outside, outside, true},
		"outside, begin":          {outside, labelOf(Org, begin), true},
		"outside, last":           {outside, labelOf(Org, last), false},
		"begin, last":             {labelOf(Org, begin), labelOf(Org, last), true},
		"begin, last of another":  {labelOf(Org, begin), labelOf(Place, last), false},
		"begin, outside":          {labelOf(Org, begin), outside, false},
		"last, begin of another":  {labelOf(Org, last), labelOf(Place, begin), true},
		"unit, unit":              {labelOf(Person, unit), labelOf(Person, unit), true},
		"inside, inside":          {labelOf(Misc, inside), labelOf(Misc, inside), true},
		"inside, begin":           {labelOf(Misc, inside), labelOf(Misc, begin), false},
		"unit, inside, same type": {labelOf(Misc, unit), labelOf(Misc, inside), false},
	} {
		if got := follows(c.a, c.b); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}
