package tagger

import (
	"fmt"
	"math"
	"slices"
	"sync"
)

// lanes is the number of machine words that hold one weight a label, four of
// 16 bits in each.
const lanes = (labels + 3) / 4

// A row holds the weights of a feature for every label, each raised by [raise]
// so that sums of rows never borrow from the lane beside them.
type row [lanes]uint64

const raise = 128

// most bounds the features of a token that are summed: 65535 / 255.
const most = 256

// A Model finds names. It is read-only and safe for concurrent use.
type Model struct {
	header Header
	lookup *Clusters
	keys   []uint32 // features, sorted
	slots  []slot
	rows   []row

	unit  float64               // what one step of a weight is worth, in nats
	trans [labels][labels]int32 // from, to; in steps
	step  [labels][labels]int32 // the same from the second to the first, impossible where they may not meet
	jump  [labels][labels]float64
	from  [labels][labels]float64 // jump from the second to the first
	exp   []float64               // of minus the index, in steps
	near  int32                   // how far below the best a label is looked at when only the best path is asked for, in steps

	pool sync.Pool // of *scratch
}

// A Header says where a model comes from.
type Header struct {
	Version  int      `json:"version"`  // of the file and its features
	Seed     uint64   `json:"seed"`     // of the training
	Features int      `json:"features"` // how many have weights
	Sources  []Source `json:"sources"`  // what it was trained on
}

// A Source is one set of texts that a model was trained on.
type Source struct {
	Name    string  `json:"name"`
	Licence string  `json:"licence"`
	Tokens  int     `json:"tokens"`
	Names   int     `json:"names"`
	Weight  float64 `json:"weight"`            // how much its sentences counted
	Machine bool    `json:"machine,omitempty"` // labelled by a machine
}

// Header returns what the model says of itself.
func (m *Model) Header() Header { return m.header }

// Parts are the plain numbers of a model, as training leaves them.
type Parts struct {
	Header   Header
	Clusters *Clusters
	Keys     []uint32              // features, sorted, no two alike
	Weights  [][Labels]int8        // of each feature
	Trans    [Labels][Labels]int32 // from, to
	Unit     float64               // nats a step of Weights and Trans
}

// Labels is the number of labels of a token: outside, and four parts of each
// type of name.
const Labels = labels

// New makes a model of its parts. The error says what is wrong with them.
func New(p Parts) (*Model, error) {
	if len(p.Keys) != len(p.Weights) {
		return nil, fmt.Errorf("tagger: %d features, %d weights", len(p.Keys), len(p.Weights))
	}
	for i := 1; i < len(p.Keys); i++ {
		if p.Keys[i] <= p.Keys[i-1] {
			return nil, fmt.Errorf("tagger: feature %d out of order", i)
		}
	}
	if err := p.checkSizes(); err != nil {
		return nil, err
	}
	m := &Model{header: p.Header, lookup: p.Clusters, keys: p.Keys, unit: p.Unit, trans: p.Trans}
	m.header.Features = len(p.Keys)
	m.slots = makeSlots(p.Keys)
	m.rows = make([]row, len(p.Weights))
	for i := range p.Weights {
		m.rows[i] = pack(&p.Weights[i])
	}
	m.tabulate()
	m.pool.New = func() any { return newScratch(m) }
	return m, nil
}

// steepest bounds what a transition may be worth, in nats, so that exponentials
// stay within reach.
const steepest = 40

func (p *Parts) checkSizes() error {
	if !(p.Unit > 1e-3 && p.Unit < 1) {
		return fmt.Errorf("tagger: bad unit %v", p.Unit)
	}
	for a := range p.Trans {
		for b, v := range p.Trans[a] {
			if math.Abs(float64(v)*p.Unit) > steepest {
				return fmt.Errorf("tagger: bad transition from %d to %d", a, b)
			}
		}
	}
	return nil
}

// deepest is how far below the best a label may lie and still be looked at, in
// nats; shallow is the same where the best path alone is wanted.
const (
	deepest = 9
	shallow = 6
)

// tabulate computes the exponentials that decoding needs.
func (m *Model) tabulate() {
	m.exp = make([]float64, int(deepest/m.unit)+1)
	for i := range m.exp {
		m.exp[i] = math.Exp(-m.unit * float64(i))
	}
	m.near = int32(shallow / m.unit)
	for a := range m.trans {
		for b := range m.trans[a] {
			m.step[b][a] = impossible
			if follows(label(a), label(b)) {
				m.step[b][a] = m.trans[a][b]
				m.jump[a][b] = math.Exp(m.unit * float64(m.trans[a][b]))
				m.from[b][a] = m.jump[a][b]
			}
		}
	}
}

func pack(w *[labels]int8) (r row) {
	for l, v := range w {
		r[l/4] |= uint64(int(v)+raise) << (16 * (l & 3))
	}
	for l := labels; l < 4*lanes; l++ {
		r[l/4] |= uint64(raise) << (16 * (l & 3))
	}
	return r
}

// weight reads one weight back from a row.
func (r *row) weight(l int) int8 { return int8(int(r[l/4]>>(16*(l&3))&0xffff) - raise) }

// A sum adds up rows.
type sum struct {
	row
	n int32
}

func (s *sum) add(r *row) {
	for i := range s.row {
		s.row[i] += r[i]
	}
	s.n++
}

func (s *sum) join(o *sum) {
	for i := range s.row {
		s.row[i] += o.row[i]
	}
	s.n += o.n
}

// score returns the sum of a label, in steps.
func (s *sum) score(l int) int32 {
	return int32(s.row[l/4]>>(16*(l&3))&0xffff) - raise*s.n
}

// addAll adds the rows of the features that the model knows.
func (m *Model) addAll(s *sum, features []uint32) {
	for _, f := range features {
		if i := findSlot(m.slots, f); i >= 0 && s.n < most {
			s.add(&m.rows[i])
		}
	}
}

// scratch is what one document in work needs.
type scratch struct {
	*reader
	epoch int // of the reader's words that sums holds
	sums  [][offsets]sum
	q     questions

	emitted []sum  // of each token of the document
	found   []Span // at the first look

	lattice
}

func newScratch(m *Model) *scratch {
	return &scratch{reader: newReader(m.lookup)}
}

// spellings brings the sums of the words' spellings up to date.
func (m *Model) spellings(x *scratch) {
	if x.epoch != x.reader.epoch {
		x.epoch, x.sums = x.reader.epoch, x.sums[:0]
	}
	for i := len(x.sums); i < len(x.words); i++ {
		x.sums = append(x.sums, [offsets]sum{})
		for o := range offsets {
			x.q.list = x.q.list[:0]
			x.words[i].spelling(&x.q, o-reach)
			m.addAll(&x.sums[i][o], x.q.list)
		}
	}
}

// emit sums all features of a token.
func (m *Model) emit(x *scratch, s, i int) (e sum) {
	start, end := int(x.first[s]), int(x.first[s+1])
	for o := range offsets {
		at := i + o - reach
		w := int32(0)
		if at >= start && at < end {
			w = x.places[at].word
		}
		e.join(&x.sums[w][o])
	}
	x.q.list = x.q.list[:0]
	x.features(&x.q, s, i)
	m.addAll(&e, x.q.list)
	return e
}

// Tag finds the names of one document, given as its sentences in order, and
// appends them to out in the order of the text. It may be called from several
// goroutines at once, and gives the same names for the same document always.
//
// It looks at the document twice: the second time it knows what it took each
// word for where it stands elsewhere.
func (m *Model) Tag(sentences [][]Token, out []Span) []Span {
	out, _ = m.tag(sentences, out, nil, false)
	return out
}

// TagOdds is [Model.Tag] that appends to odds those of each token in turn.
func (m *Model) TagOdds(sentences [][]Token, out []Span, odds []Odds) ([]Span, []Odds) {
	return m.tag(sentences, out, odds, true)
}

// Odds tell for each type how much likelier a token is part of a name of it than
// of none, in nats, by what stands in and around it and elsewhere in the
// document, whatever its neighbours are taken for. They are zeros where no name
// may stand: in small letters outside of a row of capitals.
type Odds [types]float32

// Any returns the best of the odds.
func (o *Odds) Any() float32 {
	best := o[0]
	for _, v := range o[1:] {
		best = max(best, v)
	}
	return best
}

// odds reads them from the sums of token i.
func (m *Model) odds(x *scratch, i int) (o Odds) {
	if p := &x.places[i]; p.run < 0 && !x.words[p.word].capital() {
		return o
	}
	e := &x.emitted[i]
	none := e.score(int(outside))
	for t := range Type(types) {
		first := int(labelOf(t, begin))
		best := max(e.score(first+begin), e.score(first+inside), e.score(first+last), e.score(first+unit))
		o[t] = float32(float64(best-none) * m.unit)
	}
	return o
}

func (m *Model) tag(sentences [][]Token, out []Span, odds []Odds, rated bool) ([]Span, []Odds) {
	x := m.pool.Get().(*scratch)
	x.read(sentences)
	m.spellings(x)
	x.emitted, x.found = x.emitted[:0], x.found[:0]
	for s := range sentences {
		for i := x.first[s]; i < x.first[s+1]; i++ {
			x.emitted = append(x.emitted, m.emit(x, s, int(i)))
		}
		x.found = m.decode(x, s, x.found, false)
	}
	x.remember(x.found)
	next := 0
	for s := range sentences {
		from := next
		for next < len(x.found) && x.found[next].Sentence == s {
			next++
		}
		if m.reconsider(x, s) || next > from {
			out = m.decode(x, s, out, true)
		}
	}
	for i := 0; rated && i < len(x.emitted); i++ {
		odds = append(odds, m.odds(x, i))
	}
	if len(x.words) <= 4*cached && len(x.emitted) <= 16*cached {
		clear(x.tokens)
		m.pool.Put(x)
	}
	return out, odds
}

// window bounds how many tokens are decoded at once, and with that the memory
// that a text without sentences takes.
const window = 512

// decode appends the names of a sentence by the sums of its tokens.
func (m *Model) decode(x *scratch, s int, out []Span, rated bool) []Span {
	first, end := int(x.first[s]), int(x.first[s+1])
	for start := first; start < end; {
		stop := x.pause(start, end)
		x.lattice.reset(stop-start, rated)
		for i := start; i < stop; i++ {
			x.lattice.add(m, &x.emitted[i])
		}
		from := len(out)
		out = x.lattice.spans(m, s, out)
		for i := from; i < len(out); i++ {
			out[i].Start += start - first
			out[i].End += start - first
		}
		start = stop
	}
	return out
}

// pause returns where to stop decoding a stretch of a sentence: at its end or,
// if that is far, at the last token of the window that is in no run.
func (x *scratch) pause(start, end int) int {
	if end-start <= window {
		return end
	}
	for i := start + window; i > start+window/2; i-- {
		if x.places[i].run < 0 {
			return i
		}
	}
	return start + window
}

// reconsider adds to the sums of a sentence what the rest of the document tells
// of its words, and reports whether there is any such thing.
func (m *Model) reconsider(x *scratch, s int) (any bool) {
	for i := x.first[s]; i < x.first[s+1]; i++ {
		x.q.list = x.q.list[:0]
		x.late(&x.q, int(i))
		any = any || len(x.q.list) > 0
		m.addAll(&x.emitted[i], x.q.list)
	}
	return any
}

// Extract lists the features of every token of a document as training needs
// them: words numbers its distinct spellings, whose features for each offset
// spell returns; the rest is listed a token, and apart from it what is asked at
// the second look, when found is what the first has found. The slices are only
// valid until visit returns.
func Extract(c *Clusters, sentences [][]Token, found []Span, spell func(id uint64, features [Offsets][]uint32), visit func(sentence, token int, words [Offsets]uint64, features, late []uint32)) {
	r := newReader(c)
	r.read(sentences)
	r.remember(found)
	ids := make([]uint64, len(r.words))
	for h, i := range r.cache {
		ids[i] = h
	}
	var q questions
	for i := range r.words {
		var list [Offsets][]uint32
		for o := range list {
			q.list = q.list[:0]
			r.words[i].spelling(&q, o-reach)
			list[o] = slices.Clone(q.list)
		}
		spell(ids[i], list)
	}
	for s := range sentences {
		start, end := int(r.first[s]), int(r.first[s+1])
		for i := start; i < end; i++ {
			var words [Offsets]uint64
			for o := range words {
				if at := i + o - reach; at >= start && at < end {
					words[o] = ids[r.places[at].word]
				}
			}
			q.list = q.list[:0]
			r.features(&q, s, i)
			n := len(q.list)
			r.late(&q, i)
			visit(s, i-start, words, q.list[:n], q.list[n:])
		}
	}
}

// Offsets is the number of words around a token whose spelling it is told:
// itself in the middle.
const Offsets = offsets
