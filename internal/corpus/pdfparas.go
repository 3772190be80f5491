package corpus

import (
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"analyze/internal/doc"
)

// A pdfPar is a paragraph in the making.
type pdfPar struct {
	lines []*pdfRow
	right float64 // edge of its column
	run   *run
	kind  doc.MarkKind
	level int
	open  bool // it may go on in the next column
}

// region writes the rows of a column: its notes at the foot, its tables, its
// paragraphs. The first and last columns of a page may share a table with the
// pages beside.
func (b *pdfBook) region(rows []*pdfRow, p *pdfPage, first, last bool) {
	rows, notes := b.splitNotes(rows, p)
	if first {
		rows = b.unhold(rows)
	}
	grids := b.tables(rows)
	if last {
		rows = b.hold(rows, grids)
	}
	b.rows(rows, grids)
	b.notes(notes)
}

// rows writes tables and, of what stands between them, paragraphs.
func (b *pdfBook) rows(rows []*pdfRow, grids []*pdfGrid) {
	left, right := edgesOf(rows)
	pitch := b.pitch
	if len(rows) > 12 {
		pitch = math.Min(pitchOf(rows, nil), 1.25*b.pitch)
	}
	var par *pdfPar
	end := func() {
		if par != nil {
			b.paragraph(par, left)
			par = nil
		}
	}
	for i := 0; i < len(rows); {
		if len(grids) > 0 && grids[0].from == i {
			end()
			b.writeGrid(grids[0])
			i = grids[0].to
			grids = grids[1:]
			continue
		}
		r := rows[i]
		if g := r.grid(); g != nil {
			end()
			b.beside(r, right, left)
			b.writeGrid(g)
			i++
			continue
		}
		if text := r.text(); contentsLine.MatchString(text) {
			end()
			var line run
			line.text(text)
			b.c.boilerplate(&line)
			i++
			continue
		}
		if par == nil || b.breaks(par, r, pitch, left) {
			end()
			par = &pdfPar{right: right}
		}
		par.lines = append(par.lines, r)
		i++
	}
	end()
}

// beside writes what stands in a row beside a table.
func (b *pdfBook) beside(r *pdfRow, right, left float64) {
	other := *r
	other.segs = slices.DeleteFunc(slices.Clone(r.segs), func(s *pdfSeg) bool { return s.grid != nil })
	if len(other.segs) > 0 {
		b.paragraph(&pdfPar{right: right, lines: []*pdfRow{&other}}, left)
	}
}

// edgesOf returns where most of the rows begin and the longest end.
func edgesOf(rows []*pdfRow) (left, right float64) {
	left, right = math.Inf(1), math.Inf(-1)
	for _, r := range rows {
		left, right = math.Min(left, r.x0()), math.Max(right, r.x1())
	}
	return left, right
}

// pitchOf returns the usual distance between lines, in parts of their size,
// and adds what it counts to all, unless that is nil.
func pitchOf(rows []*pdfRow, all map[int]int) float64 {
	count := map[int]int{}
	for i := 1; i < len(rows); i++ {
		if d := (rows[i-1].y - rows[i].y) / rows[i].size; d > 0.8 && d < 2.5 {
			count[int(d*20)]++
		}
	}
	for d, n := range count {
		if all != nil {
			all[d] += n
		}
	}
	return usualPitch(count)
}

// usualPitch returns the distance, in twentieths of the size, that comes most
// often.
func usualPitch(count map[int]int) float64 {
	best, most := 24, 0
	for d, n := range count {
		n = n*2 + count[d-1] + count[d+1]
		if n > most || n == most && d < best {
			best, most = d, n
		}
	}
	return (float64(best) + 0.5) / 20
}

var (
	// contentsLine is a line of contents: dots lead to the number of a page.
	contentsLine = regexp.MustCompile(`(?:\. ?){5,}\s*[0-9ivxlc]{1,5}$`)
	bulletLine   = regexp.MustCompile(`^(?:[•·‣▪▫◦●○■□►\x{f0b7}\x{f0a7}\x{f0d8}]|[-–—*o] )\s*\S`)
	itemLine     = regexp.MustCompile(`^(?:(?:\(?\d{1,2}[.)]|\(?[a-zA-Z][.)]|\([ivx]{1,5}\))(?:\s+\S|\p{Lu}\p{Ll})|\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+\p{Lu})`)
)

// breaks reports whether row r begins a paragraph of its own behind par.
func (b *pdfBook) breaks(par *pdfPar, r *pdfRow, pitch, left float64) bool {
	last := par.lines[len(par.lines)-1]
	first := par.lines[0]
	dy := last.y - r.y
	size := math.Max(last.size, r.size)
	if math.Abs(last.size-r.size) > 0.12*size || dy < 0 || dy > (pitch+0.35)*size {
		return true
	}
	text, lastText := strings.TrimSpace(r.text()), strings.TrimSpace(last.text())
	if r.bold() != last.bold() && (last.bold() && par.bold() || r.bold() && !wordsGoOn(lastText)) {
		return true
	}
	if bulletLine.MatchString(text) && !strings.HasPrefix(text, "–") || strings.HasPrefix(text, "– ") && b.short(last, r, par.right) {
		return true
	}
	if itemLine.MatchString(text) && (b.short(last, r, par.right) || endsSentence(lastText)) {
		return true
	}
	indent := 0.8 * size
	if len(par.lines) > 1 {
		at := par.lines[1].x0()
		if r.x0() > at+indent || r.x0() < at-indent {
			return !centred(last, r, left, par.right)
		}
	} else if r.x0() > first.x0()+indent && !itemLine.MatchString(lastText) && !bulletLine.MatchString(lastText) {
		if b.short(last, r, par.right) || endsSentence(lastText) && first.x0() < left+indent && r.x0() < left+4*size && !first.hangs() {
			return !centred(last, r, left, par.right)
		}
	}
	return b.short(last, r, par.right) && (endsSentence(lastText) && !strings.HasSuffix(lastText, ":") || b.veryShort(last, r, par.right, left)) && !centred(last, r, left, par.right)
}

// hangs reports whether a row begins like an entry whose further lines are set
// in: with a label.
func (r *pdfRow) hangs() bool {
	return r.segs[0].raisedHead || len(r.segs) > 1 && r.segs[0].chars < 6
}

func (p *pdfPar) bold() bool {
	for _, r := range p.lines {
		if !r.bold() {
			return false
		}
	}
	return true
}

// short reports whether the first word of row r would have found room behind
// the row last.
func (b *pdfBook) short(last, r *pdfRow, right float64) bool {
	word, _, _ := strings.Cut(strings.TrimSpace(r.text()), " ")
	each := (r.x1() - r.x0()) / math.Max(float64(r.chars()), 1)
	return last.x1()+(float64(utf8.RuneCountInString(word))+1.5)*each < right-0.3*last.size
}

// veryShort reports whether the row last leaves half of its column free.
func (b *pdfBook) veryShort(last, r *pdfRow, right, left float64) bool {
	return last.x1() < left+(right-left)*0.6 && !wordsGoOn(strings.TrimSpace(last.text()))
}

// centred reports whether two rows are set around the same middle.
func centred(a, b *pdfRow, left, right float64) bool {
	mid := (a.x0() + a.x1()) / 2
	return math.Abs(mid-(b.x0()+b.x1())/2) < 0.8*a.size && a.x0() > left+2*a.size && b.x0() > left+2*b.size && math.Abs(mid-(left+right)/2) < 0.1*(right-left)
}

// wordsGoOn reports whether a line that ends so goes on in the next one.
func wordsGoOn(s string) bool {
	if endsHyphen(s) || strings.HasSuffix(s, ",") {
		return true
	}
	at := strings.LastIndexByte(s, ' ')
	switch s[at+1:] {
	case "the", "a", "an", "of", "and", "or", "in", "on", "to", "for", "with", "by", "from", "at", "that", "de", "la", "der", "die", "und":
		return true
	}
	return false
}

// endsSentence reports whether s ends as a sentence does.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, " ”\"’)]»"+superDigits)
	return strings.HasSuffix(s, ".") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?") || strings.HasSuffix(s, ":")
}

func endsHyphen(s string) bool {
	return strings.HasSuffix(s, "-") || strings.HasSuffix(s, "\u00AD") || strings.HasSuffix(s, "\u2010")
}

// paragraph makes a run of par's lines and writes it, or joins it to the
// paragraph before, which a column or page tore.
func (b *pdfBook) paragraph(par *pdfPar, left float64) {
	text := b.joinLines(par.lines)
	if b.par != nil && b.goesOn(par, text) {
		b.par.run.marks = append(b.par.run.marks, b.markHere()...)
		b.extend(b.par.run, text)
		b.par.lines = append(b.par.lines, par.lines...)
		b.par.right = par.right
		return
	}
	b.flush()
	par.run = &run{}
	par.run.text(text)
	b.classify(par, text, left)
	b.startPage()
	b.par = par
	par.open = par.kind == 0 || par.kind == doc.MarkListItem
}

// markHere returns the mark of a page that begins within the paragraph that
// goes on.
func (b *pdfBook) markHere() []doc.Mark {
	if b.pageMark == 0 {
		return nil
	}
	at := b.par.run.b.Len()
	m := doc.Mark{Span: doc.Span{Start: at, End: at}, Kind: doc.MarkPage, Level: b.pageMark, Text: b.label}
	b.pageMark = 0
	return []doc.Mark{m}
}

// extend appends a line to running text; a word that a hyphen tears is whole
// again.
func (b *pdfBook) extend(r *run, s string) {
	cur := strings.TrimRight(r.b.String(), " ")
	if joined, ok := b.unhyphen(cur, s); ok {
		r.cut(joined)
		r.blank = false
		r.text(s)
		return
	}
	if !endsHyphen(cur) && !unbroken(cur, s) {
		r.text(" ")
	}
	r.text(s)
}

// unbroken reports whether a line's end tears what has no blank: a range of
// numbers, or an address of the Web.
func unbroken(a, z string) bool {
	last := a[strings.LastIndexAny(a, " \t\n")+1:]
	next, _, _ := strings.Cut(z, " ")
	if next == "" || last == "" {
		return false
	}
	if head, ok := strings.CutSuffix(last, "–"); ok {
		return head != "" && head[len(head)-1] >= '0' && head[len(head)-1] <= '9' && next[0] >= '0' && next[0] <= '9'
	}
	return (strings.Contains(last, "://") || strings.HasPrefix(last, "www.")) && !strings.ContainsAny(last[len(last)-1:], ".,;)]>") && strings.ContainsAny(next, "/-_=?.") && !unicode.IsUpper(rune(next[0]))
}

// joinLines returns the text of rows.
func (b *pdfBook) joinLines(rows []*pdfRow) string {
	var r run
	for i, row := range rows {
		if s := row.text(); i == 0 {
			r.text(s)
		} else {
			b.extend(&r, s)
		}
	}
	return r.String()
}

// unhyphen reports whether the hyphen at the end of a falls where it is joined
// with z, and returns the length of a without it. A word that stands whole
// elsewhere in the file decides; a hyphen that stands so elsewhere is kept.
func (b *pdfBook) unhyphen(a, z string) (keep int, ok bool) {
	if !endsHyphen(a) || z == "" {
		return 0, false
	}
	stem := strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(a, "-"), "\u00AD"), "\u2010")
	before, _ := utf8.DecodeLastRuneInString(stem)
	after, _ := utf8.DecodeRuneInString(z)
	if !unicode.IsLetter(before) || !unicode.IsLower(after) {
		return 0, false
	}
	head := stem[strings.LastIndexAny(stem, " \t")+1:]
	tail, _, _ := strings.Cut(z, " ")
	if !strings.HasSuffix(a, "\u00AD") && !b.words[foldWord(head+tail)] {
		if b.words[foldWord(head+"-"+tail)] || strings.Contains(head, "-") && !strings.HasSuffix(head, "-") && len(head) > 12 {
			return 0, false
		}
	}
	return len(stem), true
}

// goesOn reports whether a paragraph is the rest of the one before.
func (b *pdfBook) goesOn(par *pdfPar, text string) bool {
	p := b.par
	if !p.open || text == "" {
		return false
	}
	last, r := p.lines[len(p.lines)-1], par.lines[0]
	if math.Abs(last.size-r.size) > 0.08*r.size || last.bold() != r.bold() && par.bold() {
		return false
	}
	below := last.y > r.y && par.right == p.right && math.Abs(last.x0()-r.x0()) < 200
	if below && last.y-r.y < 40 {
		return false // the same column: it was parted there
	}
	cur := p.run.String()
	first, _ := utf8.DecodeRuneInString(text)
	switch {
	case endsSentence(cur) && !endsHyphen(cur):
		return false
	case bulletLine.MatchString(text) || itemLine.MatchString(text):
		return false
	case unicode.IsLower(first) || endsHyphen(cur) || wordsGoOn(cur):
		return true
	}
	return !below && !b.short(last, r, p.right) && len(cur) > 60 && !strings.HasSuffix(cur, ":")
}

// classify tells headings and items of lists.
func (b *pdfBook) classify(par *pdfPar, text string, left float64) {
	size := math.Round(par.lines[0].size*2) / 2
	large := size >= b.body*1.12
	letters := strings.IndexFunc(text, unicode.IsLetter) >= 0
	switch {
	case letters && len(text) < 220 && len(par.lines) < 5 && (large || par.bold() && len(text) < 140 && b.body > 0) && (!endsSentence(text) || strings.HasSuffix(text, "?") || itemLine.MatchString(text) && len(text) < 100 || large && len(text) < 120):
		par.kind, par.level = doc.MarkHeading, b.level(size)
		if size < b.body*1.12 {
			par.level = min(len(b.sizes)+1, 5)
		}
	case bulletLine.MatchString(text):
		par.kind, par.level = doc.MarkListItem, 1
		_, n := utf8.DecodeRuneInString(text)
		par.run = &run{}
		par.run.text(text[n:])
	}
}

// flush writes the paragraph that may have gone on.
func (b *pdfBook) flush() {
	p := b.par
	b.par = nil
	b.endGrid()
	if p == nil {
		return
	}
	switch p.kind {
	case doc.MarkListItem:
		b.c.item(p.run, p.level, "")
	case doc.MarkHeading:
		b.c.part(part{kind: p.kind, level: p.level, run: p.run})
	default:
		b.c.paragraph(p.run)
	}
}
