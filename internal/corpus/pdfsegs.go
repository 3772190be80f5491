package corpus

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"analyze/internal/corpus/pdf"

	"golang.org/x/text/unicode/norm"
)

// A pdfSeg is a piece of a line: signs on one baseline without a wide gap.
type pdfSeg struct {
	x0, x1, y, size float64
	text            string
	chars           int
	bold, mono      bool
	artifact        bool
	raisedHead      bool // it begins with a raised number
	words           []pdfWord
	grid            *pdfGrid // the table that the piece stands for, which lines show
}

// A pdfWord is a word of a segment with its place.
type pdfWord struct {
	x0, x1 float64
	text   string
}

// grade returns the size in steps of half a point.
func (s *pdfSeg) grade() float64 { return math.Round(s.size*2) / 2 }

// Gaps in a line, in parts of the size of its signs.
const (
	wordGap = 0.16 // wider: another word
	cellGap = 0.85 // wider: another piece
)

// newPDFPage makes segments of the signs of a page. Text at an angle to the
// rest (stamps, names of axes) is left out.
func newPDFPage(p *pdf.Page) *pdfPage {
	out := &pdfPage{width: p.Width, height: p.Height}
	turn, hide := pdfReading(p)
	if turn == 1 || turn == 3 {
		out.width, out.height = p.Height, p.Width
	}
	var b segBuilder
	for i := range p.Glyphs {
		g := &p.Glyphs[i]
		if g.Turn != turn || hide && g.Hidden {
			continue
		}
		x, y := turned(p, turn, g.X, g.Y)
		b.add(g, x, y)
	}
	b.end()
	out.segs = attachRaised(dropDoubles(b.segs))
	out.rules = turnRules(p, turn)
	return out
}

// turned returns a place of the page where its text reads from left to right.
func turned(p *pdf.Page, turn int, x, y float64) (float64, float64) {
	switch turn {
	case 1:
		return y, p.Width - x
	case 2:
		return p.Width - x, p.Height - y
	case 3:
		return p.Height - y, x
	}
	return x, y
}

func turnRules(p *pdf.Page, turn int) []pdf.Rule {
	for i, l := range p.Rules {
		x0, y0 := turned(p, turn, l.X0, l.Y0)
		x1, y1 := turned(p, turn, l.X1, l.Y1)
		p.Rules[i] = pdf.Rule{X0: min(x0, x1), Y0: min(y0, y1), X1: max(x0, x1), Y1: max(y0, y1)}
	}
	return p.Rules
}

// pdfReading returns the direction of most of the text, and whether text that
// is not painted stands beside text that is.
func pdfReading(p *pdf.Page) (turn int, hide bool) {
	var turns [5]int
	hidden, shown := 0, 0
	for i := range p.Glyphs {
		g := &p.Glyphs[i]
		turns[g.Turn]++
		if g.Hidden {
			hidden++
		} else {
			shown++
		}
	}
	for i := range 4 {
		if turns[i] > turns[turn] {
			turn = i
		}
	}
	return turn, hidden > 0 && shown > hidden
}

// A segBuilder makes segments of signs in the order of the file.
type segBuilder struct {
	segs  []*pdfSeg
	cur   *pdfSeg
	text  []byte
	blank bool
	bold  int
	lastX float64
	last  string
	from  int // where the word begins in text, and on the page
	fromX float64
}

func (b *segBuilder) add(g *pdf.Glyph, x, y float64) {
	if strings.TrimSpace(g.Text) == "" {
		b.blank = b.cur != nil
		return
	}
	if c := b.cur; c != nil {
		gap := x - c.x1
		if b.accent(g, x, y) {
			return
		}
		near := math.Abs(y-c.y) < 0.12*c.size && math.Abs(g.Size-c.size) < 0.12*c.size && g.Artifact == c.artifact
		if near && g.Text == b.last && math.Abs(x-b.lastX) < 0.12*c.size {
			return // printed twice, to look bold
		}
		if near && gap > -0.4*c.size && gap < cellGap*c.size {
			if b.blank || gap > wordGap*c.size {
				b.word()
				b.text = append(b.text, ' ')
				b.from, b.fromX = len(b.text), x
			}
			b.write(g, x)
			return
		}
	}
	b.end()
	b.cur = &pdfSeg{x0: x, y: y, size: g.Size, mono: g.Mono, artifact: g.Artifact}
	b.from, b.fromX = 0, x
	b.write(g, x)
}

func (b *segBuilder) write(g *pdf.Glyph, x float64) {
	b.text = append(b.text, g.Text...)
	b.blank = false
	b.last, b.lastX = g.Text, x
	b.cur.x1 = math.Max(b.cur.x1, x+math.Max(g.W, 0.1*g.Size))
	b.cur.chars++
	if g.Bold {
		b.bold++
	}
}

// spacing are the accents that stand by themselves, to those that go on a
// letter.
var spacing = map[string]string{"`": "\u0300", "´": "\u0301", "ˆ": "\u0302", "˜": "\u0303", "¯": "\u0304", "˘": "\u0306", "˙": "\u0307", "¨": "\u0308", "˚": "\u030A", "˝": "\u030B", "ˇ": "\u030C", "¸": "\u0327", "˛": "\u0328"}

// accent joins a letter with the accent that is printed over it, before or
// behind it; false if g is not one of the two.
func (b *segBuilder) accent(g *pdf.Glyph, x, y float64) bool {
	c := b.cur
	if math.Abs(y-c.y) > 0.5*c.size || math.Abs(x-b.lastX) > 0.6*c.size || x > c.x1-0.05*c.size {
		return false
	}
	mark, letter := spacing[b.last], g.Text
	if mark == "" {
		mark, letter = spacing[g.Text], b.last
	}
	if r, n := utf8.DecodeRuneInString(letter); mark == "" || n != len(letter) || !unicode.IsLetter(r) {
		return false
	}
	if letter == "ı" {
		letter = "i"
	}
	b.text = append(b.text[:len(b.text)-len(b.last)], norm.NFC.String(letter+mark)...)
	b.last = norm.NFC.String(letter + mark)
	if letter == g.Text { // the accent came first, and may stand higher
		c.x1 = math.Max(x+g.W, b.lastX)
		c.y = y
	}
	return true
}

// word notes the word that ends here.
func (b *segBuilder) word() {
	if s := cleanSigns(string(b.text[b.from:])); s != "" {
		b.cur.words = append(b.cur.words, pdfWord{b.fromX, b.cur.x1, s})
	}
}

func (b *segBuilder) end() {
	if b.cur != nil {
		b.word()
		b.cur.text = cleanSigns(string(b.text))
		b.cur.bold = b.bold*10 > b.cur.chars*9
		if strings.TrimSpace(b.cur.text) != "" {
			b.segs = append(b.segs, b.cur)
		}
	}
	b.cur, b.bold, b.blank, b.last = nil, 0, false, ""
	b.text = b.text[:0]
}

var ligatures = strings.NewReplacer("ﬀ", "ff", "ﬁ", "fi", "ﬂ", "fl", "ﬃ", "ffi", "ﬄ", "ffl", "ﬅ", "st", "ﬆ", "st", "\u00A0", " ", "\u0000", "", "∗", "*")

// cleanSigns writes ligatures out and drops what is no character.
func cleanSigns(s string) string { return strings.ToValidUTF8(ligatures.Replace(s), "\uFFFD") }

// dropDoubles drops segments that are printed twice at one place, as shadows
// are.
func dropDoubles(segs []*pdfSeg) []*pdfSeg {
	type place struct {
		text string
		x, y int
	}
	seen := map[place]bool{}
	return slices.DeleteFunc(segs, func(s *pdfSeg) bool {
		for _, dx := range []int{0, -1, 1} {
			for _, dy := range []int{0, -1, 1} {
				if seen[place{s.text, int(s.x0/2) + dx, int(s.y/2) + dy}] {
					return true
				}
			}
		}
		seen[place{s.text, int(s.x0 / 2), int(s.y / 2)}] = true
		return false
	})
}

// attachRaised puts small raised pieces, marks of notes for the most part, to
// the pieces that they stand beside.
func attachRaised(segs []*pdfSeg) []*pdfSeg {
	byY := slices.Clone(segs)
	slices.SortStableFunc(byY, func(a, b *pdfSeg) int { return compare(b.y, a.y) })
	gone := map[*pdfSeg]bool{}
	for i, s := range byY {
		if s.chars > 12 || raise(strings.ReplaceAll(s.text, " ", "")) == "" {
			continue
		}
		var left, right *pdfSeg
		// A host lies lower by less than its size: look down a bounded way.
		for k := i + 1; k < len(byY) && k < i+400 && s.y-byY[k].y < 30; k++ {
			h := byY[k]
			up := s.y - h.y
			if gone[h] || s.size > 0.85*h.size || up < 0.12*h.size || up > 0.75*h.size {
				continue
			}
			if gap := s.x0 - h.x1; gap > -0.2*h.size && gap < 0.35*h.size {
				left = h
			}
			if gap := h.x0 - s.x1; gap > -0.1*h.size && gap < 0.8*h.size {
				right = h
			}
		}
		mark := raise(strings.ReplaceAll(s.text, " ", ""))
		switch {
		case left != nil:
			left.text, left.x1 = left.text+mark, math.Max(left.x1, s.x1)
			if k := len(left.words); k > 0 {
				left.words[k-1].text, left.words[k-1].x1 = left.words[k-1].text+mark, left.x1
			}
			gone[s] = true
		case right != nil:
			right.text, right.x0, right.raisedHead = mark+" "+right.text, s.x0, true
			right.words = append([]pdfWord{{s.x0, s.x1, mark}}, right.words...)
			gone[s] = true
		}
	}
	return slices.DeleteFunc(segs, func(s *pdfSeg) bool { return gone[s] })
}

func compare(a, b float64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// A pdfRow is what stands on one baseline, from left to right.
type pdfRow struct {
	y, size float64
	segs    []*pdfSeg
}

func (r *pdfRow) x0() float64 { return r.segs[0].x0 }
func (r *pdfRow) x1() float64 {
	x := r.segs[0].x1
	for _, s := range r.segs {
		x = math.Max(x, s.x1)
	}
	return x
}

// text returns the row as running text.
func (r *pdfRow) text() string {
	var b strings.Builder
	for i, s := range r.segs {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(s.text)
	}
	return b.String()
}

// grid returns the table that stands in the row, nil if there is none.
func (r *pdfRow) grid() *pdfGrid {
	for _, s := range r.segs {
		if s.grid != nil {
			return s.grid
		}
	}
	return nil
}

func (r *pdfRow) bold() bool {
	for _, s := range r.segs {
		if !s.bold {
			return false
		}
	}
	return true
}

func (r *pdfRow) chars() int {
	n := 0
	for _, s := range r.segs {
		n += utf8.RuneCountInString(s.text)
	}
	return n
}

// pdfRows puts segments into rows from top to bottom, and joins pieces of one
// row that no wide gap parts.
func pdfRows(segs []*pdfSeg) []*pdfRow {
	list := slices.Clone(segs)
	slices.SortStableFunc(list, func(a, b *pdfSeg) int { return compare(b.y, a.y) })
	var rows []*pdfRow
	for _, s := range list {
		if k := len(rows); k > 0 {
			r := rows[k-1]
			if r.y-s.y < 0.3*math.Min(r.size, s.size) {
				r.segs = append(r.segs, s)
				if s.size > r.size {
					r.size = s.size
				}
				continue
			}
		}
		rows = append(rows, &pdfRow{y: s.y, size: s.size, segs: []*pdfSeg{s}})
	}
	for _, r := range rows {
		r.join()
	}
	return rows
}

// join sorts the pieces of a row and joins those that lie close.
func (r *pdfRow) join() {
	slices.SortStableFunc(r.segs, func(a, b *pdfSeg) int { return compare(a.x0, b.x0) })
	out := []*pdfSeg{r.segs[0]}
	size, most := r.segs[0].size, 0
	for i, s := range r.segs {
		if s.chars > most {
			size, most = s.size, s.chars
		}
		if i == 0 {
			continue
		}
		last := out[len(out)-1]
		gap := s.x0 - last.x1
		if last.grid == nil && s.grid == nil && gap < cellGap*math.Max(last.size, s.size) && gap > -0.5*last.size && last.artifact == s.artifact {
			j := *last
			j.text = last.text
			if gap > wordGap*last.size {
				j.text += " "
			}
			j.text += s.text
			j.words = append(slices.Clone(last.words), s.words...)
			j.x1 = math.Max(last.x1, s.x1)
			j.bold = last.bold && s.bold
			j.chars += s.chars
			if s.chars > last.chars {
				j.size = s.size
			}
			out[len(out)-1] = &j
			continue
		}
		out = append(out, s)
	}
	r.segs, r.size = out, size
}
