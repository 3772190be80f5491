package train

import (
	"context"
	"math"
	"math/rand/v2"
	"slices"

	"analyze/internal/nlp/tagger"
)

const labels = tagger.Labels

// vector holds a number for every label.
type vector [labels]float32

// kindVector holds a number for outside and every type of name.
type kindVector [(labels + 3) / 4]float32

// A param holds a number for every label and from shared on what the labels of a
// type share: two lines of a cache.
type param [32]float32

const shared = labels

// add adds q to p. Written out in eights it takes half the time of a plain loop,
// and training spends most of its time here.
func (p *param) add(q *param) {
	for b := 0; b < len(p); b += 8 {
		s, v := (*[8]float32)(p[b:]), (*[8]float32)(q[b:])
		s[0] += v[0]
		s[1] += v[1]
		s[2] += v[2]
		s[3] += v[3]
		s[4] += v[4]
		s[5] += v[5]
		s[6] += v[6]
		s[7] += v[7]
	}
}

// kindOf maps a label to its place in a kindVector.
var kindOf = func() (k [labels]uint8) {
	for l := range k {
		k[l] = uint8((l + 3) / 4)
	}
	return k
}()

// A problem is what a trainer works on: sentences as lists of features. The
// spelling of a word is listed once for all its tokens.
type problem struct {
	keys  []uint32 // of the features, sorted
	words map[uint64]int32
	spell [][tagger.Offsets][]uint32 // by word: hashes at first, then features
	tally [][tagger.Offsets]int32    // by word: how often it stands so

	tokens []item
	lists  []uint32 // of all tokens
	sents  []span
}

type item struct {
	words [tagger.Offsets]int32
	first int // in lists, up to the first of the next item
	late  int // where in lists what is asked at the second look begins
	label uint8
	doubt bool // the label may well be wrong: nothing is learnt of it
}

// span is a sentence: tokens from start to end.
type span struct {
	start, end int
	weight     float32
}

// newProblem lists the features of all samples that stand at least least times.
func newProblem(ctx context.Context, samples []sample, c *tagger.Clusters, least int, step func(done, total int)) (*problem, error) {
	p := &problem{words: map[uint64]int32{}}
	for n, s := range samples {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		p.add(s, c)
		step(n+1, len(samples))
	}
	p.tokens = append(p.tokens, item{first: len(p.lists), late: len(p.lists)})
	p.choose(least)
	return p, nil
}

// add lists a document.
func (p *problem) add(s sample, c *tagger.Clusters) {
	learn := func(id uint64, features [tagger.Offsets][]uint32) {
		if _, ok := p.words[id]; !ok {
			p.words[id] = int32(len(p.spell))
			p.spell = append(p.spell, features)
			p.tally = append(p.tally, [tagger.Offsets]int32{})
		}
	}
	base := len(p.tokens)
	doubt := s.doubtful()
	visit := func(sentence, token int, words [tagger.Offsets]uint64, features, late []uint32) {
		t := item{first: len(p.lists), label: s.labels[sentence][token]}
		if doubt != nil {
			t.doubt = doubt[sentence][token]
		}
		for o, id := range words {
			w := p.words[id]
			t.words[o] = w
			p.tally[w][o]++
		}
		p.lists = append(p.lists, features...)
		t.late = len(p.lists)
		p.lists = append(p.lists, late...)
		p.tokens = append(p.tokens, t)
	}
	tagger.Extract(c, s.sentences, s.found, learn, visit)
	for _, l := range s.labels {
		p.sents = append(p.sents, span{base, base + len(l), s.weight})
		base += len(l)
	}
}

// choose keeps the features that stand at least least times and numbers them.
func (p *problem) choose(least int) {
	count := newCounter(1 << 20)
	for w := range p.spell {
		for o, list := range p.spell[w] {
			for _, f := range list {
				count.add(f, p.tally[w][o])
			}
		}
	}
	for _, f := range p.lists {
		count.add(f, 1)
	}
	p.keys = count.keys(int32(least))
	number := newCounter(len(p.keys))
	for i, k := range p.keys {
		number.add(k, int32(i+1))
	}
	renumber := func(list []uint32) []uint32 {
		kept := list[:0]
		for _, f := range list {
			if n := number.get(f); n > 0 {
				kept = append(kept, uint32(n-1))
			}
		}
		return kept
	}
	for w := range p.spell {
		for o := range p.spell[w] {
			p.spell[w][o] = renumber(p.spell[w][o])
		}
	}
	end := 0
	for i := range p.tokens[:len(p.tokens)-1] {
		t := &p.tokens[i]
		from, late, to := t.first, t.late, p.tokens[i+1].first
		t.first = end
		end += copy(p.lists[end:], renumber(p.lists[from:late]))
		t.late = end
		end += copy(p.lists[end:], renumber(p.lists[late:to]))
	}
	p.tokens[len(p.tokens)-1].first = end
	p.lists = slices.Clip(p.lists[:end])
}

// counter counts hashes, which are never 0.
type counter struct {
	key []uint32
	n   []int32
	len int
}

func newCounter(n int) *counter {
	size := 1024
	for size < 2*n {
		size *= 2
	}
	return &counter{key: make([]uint32, size), n: make([]int32, size)}
}

func (c *counter) at(k uint32) int {
	mask := uint32(len(c.key) - 1)
	at := (k * 0x9e3779b1) >> 7 & mask
	for c.key[at] != k && c.key[at] != 0 {
		at = (at + 1) & mask
	}
	return int(at)
}

func (c *counter) add(k uint32, n int32) {
	i := c.at(k)
	if c.key[i] == 0 {
		if 2*c.len >= len(c.key) {
			c.grow()
			i = c.at(k)
		}
		c.key[i] = k
		c.len++
	}
	c.n[i] += n
}

func (c *counter) get(k uint32) int32 { return c.n[c.at(k)] }

func (c *counter) grow() {
	old := *c
	*c = *newCounter(len(old.key))
	c.len = old.len
	for i, k := range old.key {
		if k != 0 {
			at := c.at(k)
			c.key[at], c.n[at] = k, old.n[i]
		}
	}
}

// keys returns what was counted at least n times, sorted.
func (c *counter) keys(n int32) []uint32 {
	var out []uint32
	for i, k := range c.key {
		if k != 0 && c.n[i] >= n {
			out = append(out, k)
		}
	}
	slices.Sort(out)
	return out
}

// A crf is a conditional random field in training: stochastic gradient descent
// with the step sizes of AdaGrad (Duchi, Hazan and Singer 2011).
type crf struct {
	p     *problem
	rng   *rand.Rand
	rate  float32
	decay float32
	drop  float32 // share of the features of a token left out at each look

	weight, energy []param // by feature
	trans, transE  [labels][labels]float32
	easy           []uint8 // by sentence: how many looks it is passed over

	jump [labels][labels]float64
	work []node
	list []uint32
}

// node is a token of the sentence in work.
type node struct {
	emit            [labels]float64
	forward, behind [labels]float64
	scale           float64
	features        [2]int // in list
}

func newCRF(p *problem, seed uint64) *crf {
	c := &crf{p: p, rng: rand.New(rand.NewPCG(seed, 1)), rate: 0.15, decay: 1e-5}
	c.weight, c.energy = make([]param, len(p.keys)), make([]param, len(p.keys))
	c.easy = make([]uint8, len(p.sents))
	return c
}

// easyLoss is the loss, in nats, below which a sentence teaches next to nothing
// and is passed over for one to three looks.
const easyLoss = 0.02

// epoch looks at every sentence once, in random order, but for the easy ones, and
// returns the mean loss a token of those it looked at.
func (c *crf) epoch(ctx context.Context, step func(done, total int)) (float64, error) {
	order := c.rng.Perm(len(c.p.sents))
	loss, tokens := 0.0, 0.0
	for n, i := range order {
		if n%1000 == 0 {
			if err := ctx.Err(); err != nil {
				return 0, err
			}
			step(n, len(order))
		}
		if c.easy[i] > 0 {
			c.easy[i]--
			continue
		}
		s := c.p.sents[i]
		l := c.learn(s)
		if l < easyLoss {
			c.easy[i] = uint8(1 + c.rng.IntN(3))
		}
		loss += l * float64(s.weight)
		tokens += float64(s.end-s.start) * float64(s.weight)
	}
	return loss / tokens, nil
}

// learn makes one step for a sentence and returns its loss before it.
func (c *crf) learn(s span) float64 {
	n := s.end - s.start
	for len(c.work) < n {
		c.work = append(c.work, node{})
	}
	c.list = c.list[:0]
	second := c.rng.IntN(2) == 0
	for i := range n {
		c.emission(s.start+i, &c.work[i], second)
	}
	c.jumps()
	loss := c.forward(s)
	c.backward(n)
	c.update(s)
	return loss
}

// emission sums the weights of a token's features, as at the first look or the
// second.
func (c *crf) emission(i int, w *node, second bool) {
	w.features[0] = len(c.list)
	t := &c.p.tokens[i]
	for o, id := range t.words {
		c.choose(c.p.spell[id][o])
	}
	c.choose(c.p.lists[t.first:t.late])
	if second {
		c.choose(c.p.lists[t.late:c.p.tokens[i+1].first])
	}
	w.features[1] = len(c.list)
	var p param
	for _, f := range c.list[w.features[0]:] {
		p.add(&c.weight[f])
	}
	sum := p.full()
	best := slices.Max(sum[:])
	for l, v := range sum {
		w.emit[l] = math.Exp(float64(v - best))
	}
}

// choose appends features to the list, some left out at random.
func (c *crf) choose(features []uint32) {
	if c.drop == 0 {
		c.list = append(c.list, features...)
		return
	}
	limit := uint8(c.drop * 256)
	dice := uint64(0)
	for i, f := range features {
		if i%8 == 0 {
			dice = c.rng.Uint64()
		}
		if uint8(dice) >= limit {
			c.list = append(c.list, f)
		}
		dice >>= 8
	}
}

func (c *crf) jumps() {
	for a := range c.jump {
		for b := range c.jump[a] {
			if tagger.Follows(uint8(a), uint8(b)) {
				c.jump[a][b] = math.Exp(float64(c.trans[a][b]))
			}
		}
	}
}

// forward computes the scaled forward probabilities; the loss is that of the
// right labels.
func (c *crf) forward(s span) float64 {
	n := s.end - s.start
	loss := 0.0
	before := uint8(0)
	for i := range n {
		w := &c.work[i]
		total := 0.0
		for l := range labels {
			sum := 0.0
			if i == 0 {
				sum = c.jump[0][l]
			} else {
				p := &c.work[i-1]
				for _, a := range sources[l] {
					sum += p.forward[a] * c.jump[a][l]
				}
			}
			w.forward[l] = sum * w.emit[l]
			total += w.forward[l]
		}
		w.scale = total
		for l := range w.forward {
			w.forward[l] /= total
		}
		y := c.p.tokens[s.start+i].label
		loss += math.Log(total) - math.Log(w.emit[y]+1e-300) - float64(c.trans[before][y])
		before = y
	}
	end := &c.work[n-1]
	total := 0.0
	for l := range labels {
		total += end.forward[l] * c.jump[l][0]
	}
	for l := range labels {
		end.behind[l] = c.jump[l][0] / total
	}
	return loss + math.Log(total) - float64(c.trans[before][0])
}

func (c *crf) backward(n int) {
	var ahead [labels]float64
	for i := n - 2; i >= 0; i-- {
		w, next := &c.work[i], &c.work[i+1]
		for l := range ahead {
			ahead[l] = next.emit[l] * next.behind[l] / next.scale
		}
		for l := range labels {
			sum := 0.0
			for _, b := range targets[l] {
				sum += c.jump[l][b] * ahead[b]
			}
			w.behind[l] = sum
		}
	}
}

// negligible is how far a probability may be from the truth without a step.
const negligible = 2e-3

// update moves the weights by the gradient of a sentence.
func (c *crf) update(s span) {
	before := uint8(0)
	var prior vector // marginals of the token before
	prior[0] = 1
	for i := range s.end - s.start {
		w := &c.work[i]
		y := c.p.tokens[s.start+i].label
		var slope [labels]float32
		var moved [labels]uint8
		k := 0
		for l := range labels {
			g := -float32(w.forward[l] * w.behind[l])
			if uint8(l) == y {
				g++
			}
			if g > negligible || g < -negligible {
				slope[k], moved[k] = g*s.weight, uint8(l)
				k++
			}
		}
		if k > 0 && !c.p.tokens[s.start+i].doubt {
			c.move(c.list[w.features[0]:w.features[1]], slope[:k], moved[:k])
			c.moveTrans(s, i, before, y)
		}
		before = y
	}
	if n := s.end - s.start; n > 0 {
		c.moveEnd(s, &c.work[n-1], before)
	}
}

func (c *crf) move(features []uint32, slope []float32, moved []uint8) {
	var kinds kindVector
	for k, l := range moved {
		kinds[kindOf[l]] += slope[k]
	}
	for _, f := range features {
		w, e := &c.weight[f], &c.energy[f]
		for k, l := range moved {
			g := slope[k] - c.decay*w[l]
			e[l] += g * g
			w[l] += c.rate * g / float32(math.Sqrt(float64(e[l])+0.05))
		}
		for k, g := range kinds {
			if l := shared + k; g != 0 {
				g -= c.decay * w[l]
				e[l] += g * g
				w[l] += c.rate * g / float32(math.Sqrt(float64(e[l])+0.05))
			}
		}
	}
}

// full returns the number of each label with what its type shares.
func (p *param) full() (v vector) {
	for l := range v {
		v[l] = p[l] + p[shared+int(kindOf[l])]
	}
	return v
}

// moveTrans moves the transitions into token i.
func (c *crf) moveTrans(s span, i int, before, y uint8) {
	w := &c.work[i]
	for b := range labels {
		if i == 0 {
			g := -float32(w.forward[b] * w.behind[b])
			c.step(0, uint8(b), g, before, y, s.weight)
			continue
		}
		p := &c.work[i-1]
		out := w.emit[b] * w.behind[b] / w.scale
		if out == 0 {
			continue
		}
		for _, a := range sources[b] {
			c.step(a, uint8(b), -float32(p.forward[a]*c.jump[a][b]*out), before, y, s.weight)
		}
	}
}

func (c *crf) moveEnd(s span, w *node, before uint8) {
	for a := range labels {
		c.step(uint8(a), 0, -float32(w.forward[a]*w.behind[a]), before, 0, s.weight)
	}
}

// step moves one transition; g is minus its probability.
func (c *crf) step(a, b uint8, g float32, before, y uint8, weight float32) {
	if a == before && b == y {
		g++
	}
	if g < negligible && g > -negligible || !tagger.Follows(a, b) {
		return
	}
	g *= weight
	c.transE[a][b] += g * g
	c.trans[a][b] += c.rate * g / float32(math.Sqrt(float64(c.transE[a][b])+1))
}

// sources and targets list which labels may stand before and after each.
var sources, targets = func() (s, t [labels][]uint8) {
	for a := range uint8(labels) {
		for b := range uint8(labels) {
			if tagger.Follows(a, b) {
				s[b] = append(s[b], a)
				t[a] = append(t[a], b)
			}
		}
	}
	return s, t
}()
