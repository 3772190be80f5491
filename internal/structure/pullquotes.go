package structure

import (
	"strings"
	"unicode/utf8"

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

// probes is how many grams of a candidate are looked for in the text. A pull
// quote that leaves some words out keeps one of them whole.
const probes = 4

// findPullQuotes decides on short pieces whose words stand in another piece as
// well. Some grams of each candidate are indexed and the text is read once
// against them, a small table of bits sparing most look-ups; where one is met,
// candidate and piece are compared in full.
func (b *builder) findPullQuotes() {
	b.readWords()
	pulls, index, bloom := b.pullIndex()
	if len(pulls) == 0 {
		return
	}
	seen := make([]int, len(pulls)) // the piece with which a candidate was compared last, from 1
	for i := range b.pieces {
		p := &b.pieces[i]
		if p.kind != doc.Body && p.kind != doc.Quote && p.kind != doc.List {
			continue
		}
		text := b.words[b.wordAt[i]:b.wordAt[i+1]]
		for k := 0; k+pullGram <= len(text); k++ {
			h := gramHash(text[k : k+pullGram])
			if bloom[h>>54]&(1<<(h>>48&63)) == 0 {
				continue
			}
			for _, n := range index[h] {
				if q := &pulls[n]; q.piece != i && seen[n] != i+1 {
					seen[n] = i + 1
					q.consider(i, share(b.words[b.wordAt[q.piece]:][:q.words], text), len(text))
				}
			}
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

// readWords reads the words of all pieces that can be or hold a pull quote;
// those of piece i are b.words[b.wordAt[i]:b.wordAt[i+1]].
func (b *builder) readWords() {
	b.wordAt = make([]int, len(b.pieces)+1)
	b.words = make([]word, 0, len(b.s)/6)
	for i := range b.pieces {
		p := &b.pieces[i]
		switch p.kind {
		case doc.Body, doc.Quote, doc.List:
			b.words = appendWords(b.words, b.s, p.text, p.stop)
		case doc.Heading:
			if p.m.kind == noMarker {
				b.words = appendWords(b.words, b.s, p.text, p.stop)
			}
		}
		b.wordAt[i+1] = len(b.words)
	}
}

// consider notes that a share of q's words stands in piece i. The best share
// counts; of equal ones a piece that is longer than q itself.
func (q *pull) consider(i int, share float64, size int) {
	if share > q.best || share == q.best && q.size < q.words*5/4 && size > q.size {
		q.best, q.in, q.size = share, i, size
	}
}

// share returns the share of the words of quote that stand in text in grams.
func share(quote, text []word) float64 {
	if len(text) >= len(quote) && sameHashes(quote, text[:len(quote)]) {
		return 1
	}
	// The grams of the quote, which has at most maxPull words, chained by the
	// first byte of their hashes.
	var heads, next [256]uint8
	var hashes [maxPull]uint64
	var hit [maxPull]bool
	grams := min(len(quote), maxPull) - pullGram + 1
	for k := range max(grams, 0) {
		h := gramHash(quote[k : k+pullGram])
		hashes[k], next[k+1], heads[h>>56] = h, heads[h>>56], uint8(k+1)
	}
	for k := 0; k+pullGram <= len(text); k++ {
		h := gramHash(text[k : k+pullGram])
		for at := heads[h>>56]; at > 0; at = next[at] {
			if hashes[at-1] == h {
				hit[at-1] = true
			}
		}
	}
	n, covered := 0, 0 // words found, and the word up to which they are counted
	for k := range max(grams, 0) {
		if hit[k] {
			n += k + pullGram - max(covered, k)
			covered = k + pullGram
		}
	}
	return float64(n) / float64(len(quote))
}

// sameHashes reports whether x and y, of equal length, are the same words.
func sameHashes(x, y []word) bool {
	for i := range x {
		if x[i].hash != y[i].hash {
			return false
		}
	}
	return true
}

// maxSame is how many candidates may share a gram; what more share is a
// refrain and no pull quote, and would cost time.
const maxSame = 8

// pullIndex returns the candidates and their probes.
func (b *builder) pullIndex() ([]pull, map[uint64][]int, *[1024]uint64) {
	var pulls []pull
	index := map[uint64][]int{}
	bloom := new([1024]uint64)
	for i := range b.pieces {
		p := &b.pieces[i]
		if p.stop-p.text > 600 || p.kind != doc.Body && p.kind != doc.Quote && !(p.kind == doc.Heading && p.m.kind == noMarker) {
			continue
		}
		words := b.words[b.wordAt[i]:b.wordAt[i+1]]
		if end := b.pullEnd(p); end < p.stop {
			for len(words) > 0 && words[len(words)-1].end > end {
				words = words[:len(words)-1]
			}
		}
		if endsIn(b.s[p.text:p.stop], ":") {
			continue // it leads to what follows
		}
		if len(words) < minPull || len(words) > maxPull || p.kind == doc.Heading && len(words) < 7 {
			continue
		}
		last := len(words) - pullGram
		for k := range probes {
			h := gramHash(words[last*k/(probes-1):][:pullGram])
			if list := index[h]; len(list) < maxSame && (len(list) == 0 || list[len(list)-1] != len(pulls)) {
				index[h] = append(list, len(pulls))
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
	from := max(p.text+(p.stop-p.text)/2, cutAt(b.s, p.stop-80))
	for at := p.stop - 2; at > from; at-- {
		if c := b.s[at]; c != '-' && c != 0xE2 || c == '-' && b.s[at+1] != ' ' {
			continue
		}
		if r, _ := utf8.DecodeRuneInString(b.s[at:]); r == '-' || r == '–' || r == '—' {
			if endsIn(strings.TrimRight(b.s[p.text:at], " \n\r"), "”\".!?’'") {
				return at
			}
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
	return b.endsText(q.in) && !b.startsText(q.piece)
}

// startsText reports whether no paragraph stands before piece i.
func (b *builder) startsText(i int) bool {
	for i--; i >= 0; i-- {
		if k := b.pieces[i].kind; k == doc.Body || k == doc.List || k == doc.Quote {
			return false
		}
	}
	return true
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
