package structure

import (
	"math/bits"
	"strings"

	"analyze/internal/doc"
)

// A pull quote is compared in grams of this many words.
const pullGram = 4

// The length in words of what can be a pull quote.
const (
	minPull = 5
	maxPull = 70
)

// A pull is a piece that may be a pull quote.
type pull struct {
	piece int
	words int
	best  float64 // share of its words that stand in one other piece
	in    int     // that piece
	size  int     // its words
}

// covered are the words of a candidate found in the piece that is being read.
type covered [2]uint64

func (c *covered) add(i int) {
	for k := i; k < i+pullGram; k++ {
		c[k/64] |= 1 << (k % 64)
	}
}

func (c *covered) count() int { return bits.OnesCount64(c[0]) + bits.OnesCount64(c[1]) }

// findPullQuotes decides on short pieces whose words stand in another piece as
// well. Candidates are indexed by their grams, and the text is read once
// against them; a small table of bits spares most look-ups.
func (b *builder) findPullQuotes() {
	pulls, index, bloom := b.pullIndex()
	if len(pulls) == 0 {
		return
	}
	var words []word
	cover := map[int]*covered{}
	var touched []int
	for i := range b.pieces {
		p := &b.pieces[i]
		if p.kind != doc.Body && p.kind != doc.Quote && p.kind != doc.List {
			continue
		}
		words = appendWords(words[:0], b.s, p.text, p.stop)
		touched = touched[:0]
		for k := 0; k+pullGram <= len(words); k++ {
			h := gramHash(words[k : k+pullGram])
			if bloom[h>>54]&(1<<(h>>48&63)) == 0 {
				continue
			}
			for _, g := range index[h] {
				if pulls[g.pull].piece == i {
					continue
				}
				c := cover[g.pull]
				if c == nil {
					c = &covered{}
					cover[g.pull] = c
				}
				if *c == (covered{}) {
					touched = append(touched, g.pull)
				}
				c.add(g.at)
			}
		}
		for _, n := range touched {
			q := &pulls[n]
			if share := float64(cover[n].count()) / float64(q.words); share > q.best || share == q.best && q.size < q.words*5/4 && len(words) > q.size {
				q.best, q.in, q.size = share, i, len(words)
			}
			*cover[n] = covered{}
		}
	}
	for n := range pulls {
		if b.isPull(&pulls[n]) {
			p := &b.pieces[pulls[n].piece]
			p.decide(doc.PullQuote)
			p.level, p.label = 0, ""
			b.takeAttribution(pulls[n].piece + 1)
		}
	}
	b.bridgePulls()
}

// A pullAt is a gram of a candidate: its first word is word at of pull.
type pullAt struct{ pull, at int }

// maxSame is how many candidates may share a gram; what more share is a
// refrain and no pull quote, and would cost time.
const maxSame = 8

// pullIndex returns the candidates and their grams.
func (b *builder) pullIndex() ([]pull, map[uint64][]pullAt, *[1024]uint64) {
	var pulls []pull
	var words []word
	index := map[uint64][]pullAt{}
	bloom := new([1024]uint64)
	for i := range b.pieces {
		p := &b.pieces[i]
		if p.stop-p.text > 600 || p.kind != doc.Body && p.kind != doc.Quote && !(p.kind == doc.Heading && p.m.kind == noMarker) {
			continue
		}
		words = appendWords(words[:0], b.s, p.text, b.pullEnd(p))
		if len(words) < minPull || len(words) > maxPull || p.kind == doc.Heading && len(words) < 7 {
			continue
		}
		for k := 0; k+pullGram <= len(words); k++ {
			h := gramHash(words[k : k+pullGram])
			if len(index[h]) < maxSame {
				index[h] = append(index[h], pullAt{len(pulls), k})
				bloom[h>>54] |= 1 << (h >> 48 & 63)
			}
		}
		pulls = append(pulls, pull{piece: i, words: len(words), in: -1})
	}
	return pulls, index, bloom
}

// pullEnd returns where the words of a candidate end: before the dash that
// names the speaker behind a quotation.
func (b *builder) pullEnd(p *piece) int {
	s := b.s[p.text:p.stop]
	for _, dash := range []string{"—", "–", "- "} {
		if at := strings.LastIndex(s, dash); at > len(s)/2 && endsIn(strings.TrimRight(s[:at], " \n\r"), "”\".!?’'") {
			return p.text + at
		}
	}
	return p.stop
}

// isPull decides on a candidate. One that stands in a longer piece is a pull
// quote. Of two equal pieces the later one is, since the reader met the
// sentence in the text first; but a text does not end with a pull quote. Equal
// pieces whose neighbours are equal too belong to a passage that stands twice.
func (b *builder) isPull(q *pull) bool {
	if q.in < 0 || q.best < 0.85 || q.best < 0.99 && q.words < 8 {
		return false
	}
	if q.size*4 > q.words*5 {
		return !b.sameNeighbours(q.piece, q.in)
	}
	if b.sameNeighbours(q.piece, q.in) || b.pieces[q.in].kind == doc.PullQuote {
		return false
	}
	if q.piece > q.in {
		return !b.endsText(q.piece)
	}
	return b.endsText(q.in)
}

// endsText reports whether no paragraph follows piece i.
func (b *builder) endsText(i int) bool {
	for i++; i < len(b.pieces); i++ {
		if k := b.pieces[i].kind; k == doc.Body || k == doc.List || k == doc.Quote {
			return false
		}
	}
	return true
}

// sameNeighbours reports whether the pieces before or behind i and j say the
// same.
func (b *builder) sameNeighbours(i, j int) bool {
	for _, step := range []int{-1, 1} {
		x, y := i+step, j+step
		if x < 0 || y < 0 || x >= len(b.pieces) || y >= len(b.pieces) || x == j || y == i {
			continue
		}
		if p, q := &b.pieces[x], &b.pieces[y]; p.stop-p.text > 40 && sameWords(b.body(p), b.body(q)) {
			return true
		}
	}
	return false
}

// sameWords reports whether s and t have the same first words.
func sameWords(s, t string) bool {
	x := appendWords(nil, s, 0, min(len(s), 200))
	y := appendWords(nil, t, 0, min(len(t), 200))
	n := min(len(x), len(y), 12)
	for i := 0; i < n; i++ {
		if x[i].hash != y[i].hash {
			return false
		}
	}
	return n > 5
}

// takeAttribution makes a short line behind a pull quote part of its display: a
// dash and the name of the speaker.
func (b *builder) takeAttribution(i int) {
	if i >= len(b.pieces) || b.pieces[i].set && b.pieces[i].kind != doc.List {
		return
	}
	p := &b.pieces[i]
	s := b.s[p.start:p.end]
	if (strings.HasPrefix(s, "-") || strings.HasPrefix(s, "–") || strings.HasPrefix(s, "—")) && words(s, 12) < 11 && !endsSentence(s) {
		p.decide(doc.PullQuote)
		p.level, p.label = 0, ""
		p.text = p.start
	}
}

// bridgePulls lets a sentence that a pull quote tears go on behind it.
func (b *builder) bridgePulls() {
	for i := 1; i+1 < len(b.pieces); i++ {
		if b.pieces[i].kind != doc.PullQuote {
			continue
		}
		j, k := i-1, i+1
		for j >= 0 && (b.pieces[j].kind == doc.PullQuote || b.pieces[j].furniture) {
			j--
		}
		if b.pieces[i].joins = -1; j < 0 || b.pieces[k].kind != doc.Body || b.pieces[j].kind != doc.Body {
			continue
		}
		if b.pieces[k].joins == i || b.pieces[k].joins < 0 {
			b.pieces[k].joins = -1
			if b.goesOn(j, k) {
				b.pieces[k].joins = j
			}
		}
	}
}
