package structure

import (
	"strings"

	"analyze/internal/doc"
)

// A piece is a block in the making: lines first to last.
type piece struct {
	first, last int
	start, end  int // without blanks at its ends
	m           marker
	kind        doc.BlockKind
	level       int
	label       string
	text, stop  int // what is left without label, bullet or signs
	joins       int
	set         bool // kind is decided
	furniture   bool // page number or running head: it may tear a sentence
}

// A builder holds what the steps of the pass Blocks share. Each step decides
// on the pieces that none before it has decided on.
type builder struct {
	d      *doc.Document
	s      string
	lines  []line
	table  []int // for each line the number of its table from 1, or 0
	wrap   []wrapping
	pieces []piece
	glued  [1000]uint16 // how often a number stands in the text like a note mark
	signs  map[string]bool
	words  []word
	wordAt []int
}

// text returns line i.
func (b *builder) text(i int) string { return b.s[b.lines[i].start:b.lines[i].end] }

// body returns the text of p without its label.
func (b *builder) body(p *piece) string { return b.s[p.text:p.stop] }

// decide fixes the kind of p.
func (p *piece) decide(k doc.BlockKind) {
	p.kind, p.set = k, true
}

// labelled makes p's marker its label and leaves it out of the text.
func (p *piece) labelled() {
	p.label = p.m.label
	p.text = min(p.start+p.m.n, p.stop)
}

// cut makes pieces of the lines.
func (b *builder) cut() {
	b.pieces = make([]piece, 0, len(b.lines)/2+1)
	for i := 0; i < len(b.lines); {
		p := piece{first: i, last: i, joins: -1}
		switch {
		case b.table[i] > 0:
			for p.last+1 < len(b.lines) && b.table[p.last+1] == b.table[i] {
				p.last++
			}
			p.decide(doc.TableBlock)
		default:
			p.m = readMarker(b.text(i))
			b.extend(&p)
		}
		p.start, p.end = b.lines[i].start, b.lines[p.last].end
		p.text, p.stop = p.start, p.end
		b.pieces = append(b.pieces, p)
		i = p.last + 1
	}
}

// extend takes in the lines that go on with the piece p.
func (b *builder) extend(p *piece) {
	if p.m.kind == hashMarker || isRule(b.text(p.first)) {
		return
	}
	if f := fence(b.text(p.first)); f != "" {
		b.extendFence(p, f)
		return
	}
	if p.m.kind == quoteMarker {
		b.extendQuote(p)
		return
	}
	for p.last+1 < len(b.lines) {
		next := &b.lines[p.last+1]
		if next.blank > 0 || next.page || b.table[p.last+1] > 0 || next.mark != b.lines[p.last].mark {
			return
		}
		if setext(b.text(p.last+1)) && p.first == p.last && p.m.kind == noMarker {
			p.last++
			return
		}
		if b.begins(p) || !b.continues(p.last) && !b.hangs(p) {
			return
		}
		p.last++
	}
}

// fence returns the sign that opens a block of code, "" if s does not.
func fence(s string) string {
	for _, f := range []string{"```", "~~~"} {
		if strings.HasPrefix(s, f) && !strings.Contains(s[3:], f) {
			return f
		}
	}
	return ""
}

// extendFence takes in a block of code up to its closing fence; one that is
// not closed is a line of its own.
func (b *builder) extendFence(p *piece, f string) {
	for i := p.first + 1; i < len(b.lines) && i < p.first+400; i++ {
		if strings.HasPrefix(b.text(i), f) {
			p.last = i
			return
		}
	}
}

// extendQuote takes in the lines of a block quotation. A line with nothing but
// its sign ends a paragraph of it.
func (b *builder) extendQuote(p *piece) {
	for p.last+1 < len(b.lines) && b.lines[p.last+1].blank == 0 && b.table[p.last+1] == 0 {
		if readMarker(b.text(p.last)).n >= len(b.text(p.last)) && p.last > p.first {
			return
		}
		if m := readMarker(b.text(p.last + 1)); m.kind != quoteMarker && !(m.kind == noMarker && b.continues(p.last)) {
			return
		}
		p.last++
	}
}

// hangs reports whether the line behind p is set in under the text of p, an
// item of a list or a note.
func (b *builder) hangs(p *piece) bool {
	switch p.m.kind {
	case noMarker, hashMarker, quoteMarker, numberBlank, letterDot:
		return false
	}
	first, next := &b.lines[p.first], &b.lines[p.last+1]
	return next.indent >= first.indent+2 && next.indent <= first.indent+12 && readMarker(b.text(p.last+1)).kind == noMarker
}

// setext reports whether s underlines a Markdown heading.
func setext(s string) bool {
	return len(s) >= 3 && (strings.Trim(s, "=") == "" || strings.Trim(s, "-") == "")
}

// begins reports whether the line behind p's last begins a piece of its own by
// what stands at its start.
func (b *builder) begins(p *piece) bool {
	s := b.text(p.last + 1)
	if isPageNumber(s) || isRule(s) || isCaption(s) || fence(s) != "" {
		return true
	}
	m := readMarker(s)
	above := b.text(p.last)
	loose := endsSentence(above) || strings.HasSuffix(above, ",") && p.m.kind == m.kind || !b.wrap[p.last].full || !b.isFull(p.last, b.wrap[p.last].width)
	follows := m.kind == p.m.kind && m.num == p.m.num+1
	switch m.kind {
	case noMarker:
		return false
	case hashMarker, quoteMarker, superMarker, caretMarker:
		return true
	case bulletMarker:
		return p.m.kind == bulletMarker || loose || strings.HasPrefix(s, "•")
	case numberBlank:
		return p.m.isNumber() && m.num == p.m.num+1
	case bracketMarker, signMarker:
		return follows || loose
	case letterDot, romanDot:
		return follows || loose && m.num == 1
	}
	return follows || loose
}
