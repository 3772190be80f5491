package structure

import (
	"slices"
	"strings"
	"unicode"

	"analyze/internal/doc"
)

// countGlued counts the numbers and signs that stand in the text like note
// marks; those at the start of a line are labels and are left out.
func (b *builder) countGlued() {
	b.signs = map[string]bool{}
	for i := range b.pieces {
		p := &b.pieces[i]
		if p.kind == doc.Boilerplate {
			continue
		}
		eachCandidate(b.s, p.start, p.end, func(c candidate) {
			switch {
			case c.form == markSign:
				b.signs[string(c.sign)] = true
			case c.form == markRound || c.form == markSpaced || c.form == markNumber:
			default:
				for n := c.num; n <= c.last && n < len(b.glued); n++ {
					b.glued[n] = min(b.glued[n], 60000) + 1
				}
			}
		})
	}
}

// noteSections are headings, in lower case, under which notes or works stand.
// The value is the kind of what follows.
var noteSections = map[string]doc.BlockKind{
	"notes": doc.Footnote, "endnotes": doc.Footnote, "end notes": doc.Footnote, "footnotes": doc.Footnote, "foot notes": doc.Footnote, "references and notes": doc.Footnote, "notes and references": doc.Footnote, "citations": doc.Footnote, "note": doc.Footnote, "notes and sources": doc.Footnote,
	"references": doc.Bibliography, "bibliography": doc.Bibliography, "select bibliography": doc.Bibliography, "selected bibliography": doc.Bibliography, "works cited": doc.Bibliography, "literature": doc.Bibliography, "literature cited": doc.Bibliography, "reference list": doc.Bibliography, "further reading": doc.Bibliography, "sources": doc.Bibliography, "sources cited": doc.Bibliography, "selected references": doc.Bibliography, "list of references": doc.Bibliography, "cited works": doc.Bibliography, "bibliographie": doc.Bibliography, "literatur": doc.Bibliography,
}

// sectionOf returns the kind of what stands under the heading s, ok false if s
// heads no notes.
func sectionOf(s string) (k doc.BlockKind, ok bool) {
	if len(s) > 48 {
		return 0, false
	}
	t := strings.ToLower(strings.Trim(s, " \t*_#:.-–—"))
	if m := readMarker(t); m.kind == romanDot || m.kind == numberDot {
		t = t[m.n:]
	}
	t = strings.TrimLeft(t, "0123456789. ivx")
	if k, ok = noteSections[t]; ok {
		return k, true
	}
	k, ok = noteSections[strings.ToLower(strings.Trim(s, " \t*_#:.-–—"))]
	return k, ok
}

// findNotes decides which pieces are notes and entries of a bibliography.
func (b *builder) findNotes() {
	b.countGlued()
	taken := b.takeSections()
	for i := range b.pieces {
		p := &b.pieces[i]
		if s := b.s[p.start:p.end]; p.m.isNote() && !p.set && i < frontPieces && len(s) < 240 && hasAffiliation(s) && !b.textBefore(i) {
			p.decide(doc.Byline) // where an author works
			continue
		}
		if !p.set && p.m.isNote() && p.m.num > 0 {
			b.takeNote(p)
			taken[p.m.num] = true
		}
	}
	b.takeRuns(taken)
	b.takeLone()
	b.takeBefore()
	b.takeSigns()
	b.takeLetters()
	b.takeTorn()
}

// textBefore reports whether a paragraph stands before piece i.
func (b *builder) textBefore(i int) bool {
	for i--; i >= 0; i-- {
		p := &b.pieces[i]
		if n := p.end - p.start; n > 160 || n > 60 && endsSentence(b.s[p.start:p.end]) {
			return true
		}
	}
	return false
}

// takeNote makes p a footnote with its marker as label.
func (b *builder) takeNote(p *piece) {
	p.decide(doc.Footnote)
	p.labelled()
}

// takeSections decides on what stands under headings like "Notes" and
// "Bibliography", and returns the numbers taken by notes.
func (b *builder) takeSections() map[int]bool {
	taken := map[int]bool{}
	for i := 0; i < len(b.pieces); i++ {
		head := &b.pieces[i]
		if head.set && head.kind != doc.Heading {
			continue
		}
		kind, ok := sectionOf(b.s[head.start:head.end])
		if !ok || !b.opensSection(i) {
			continue
		}
		if !head.set {
			head.decide(doc.Heading)
			head.level = 2
		}
		for i+1 < len(b.pieces) && b.inSection(i+1, kind) {
			i++
			p := &b.pieces[i]
			if p.set {
				continue
			}
			p.decide(kind)
			if p.m.isNumber() && p.m.num > 0 {
				p.labelled()
				taken[p.m.num] = true
			} else if p.m.kind == bulletMarker && !isRepeatedAuthor(b.body(p)) {
				p.labelled()
			}
		}
	}
	return taken
}

// opensSection reports whether notes or works follow piece i: the heading
// "Sources" or "Notes" alone proves nothing.
func (b *builder) opensSection(i int) bool {
	found, seen := 0, 0
	for j := i + 1; j < len(b.pieces) && seen < 4; j++ {
		p := &b.pieces[j]
		if p.furniture {
			continue
		}
		if p.kind == doc.Heading && p.set {
			break
		}
		seen++
		if p.m.isNumber() && p.m.num > 0 || cites(b.s[p.start:p.end]) > 1 {
			found++
		}
	}
	return found > 0 && found*2 >= seen
}

// inSection reports whether piece i still stands under a heading of notes. A
// section ends at the next heading, or at text that neither bears a number nor
// cites.
func (b *builder) inSection(i int, kind doc.BlockKind) bool {
	p := &b.pieces[i]
	if p.set {
		return p.kind == doc.Boilerplate || p.kind == doc.Footnote || p.kind == doc.Quote
	}
	s := b.s[p.start:p.end]
	if _, ok := sectionOf(s); ok {
		return false
	}
	if p.m.isNumber() && p.m.num > 0 {
		return true
	}
	if short := p.first == p.last && len(s) < 80 && !endsIn(s, ".,;:)]/”\"") && !strings.Contains(s, "http"); short && cites(s) == 0 {
		return kind == doc.Bibliography && strings.Contains(s, ",") || startsLower(s)
	}
	if cites(s) > 0 || isRepeatedAuthor(s) {
		return true
	}
	return kind == doc.Footnote && len(s) < 600 && (startsLower(s) || i > 0 && b.pieces[i-1].m.isNumber() && b.lines[p.first].blank == 0)
}

// takeRuns decides on runs of pieces that are numbered one after the other.
// They are notes and not a list if most of them cite works, or if marks of
// their numbers stand in the text and no other note has these numbers.
func (b *builder) takeRuns(taken map[int]bool) {
	for i := 0; i < len(b.pieces); {
		p := &b.pieces[i]
		if p.set || !p.m.isNumber() || p.m.num == 0 || p.m.kind == parenNumber || p.m.kind == numberBlank {
			i++
			continue
		}
		run := b.numberRun(i)
		j := run[len(run)-1] + 1
		if len(run) > 1 && b.areNotes(run, taken, j) {
			for _, k := range run {
				b.takeNote(&b.pieces[k])
				taken[b.pieces[k].m.num] = true
			}
		}
		i = j
	}
}

// numberRun returns the pieces from i on with the numbers that follow each
// other; a piece that is furniture or has no number may stand between two.
func (b *builder) numberRun(i int) []int {
	run := []int{i}
	gap := 0
	for j := i + 1; j < len(b.pieces) && gap < 3; j++ {
		p, last := &b.pieces[j], &b.pieces[run[len(run)-1]]
		if !p.set && p.m.kind != noMarker && (p.m.kind == last.m.kind || p.m.kind == numberBlank) && p.m.num > last.m.num && p.m.num <= last.m.num+2 {
			run = append(run, j)
			gap = 0
			continue
		}
		gap++
		if p.furniture {
			gap--
		} else if p.set || p.m.kind != noMarker || p.end-p.start > 300 {
			break
		}
	}
	return run
}

// areNotes weighs the evidence for a run of numbered pieces; next is the piece
// behind it.
func (b *builder) areNotes(run []int, taken map[int]bool, next int) bool {
	citing, marked, clash, size := 0, 0, 0, 0
	for _, k := range run {
		p := &b.pieces[k]
		s := b.s[p.start:p.end]
		size += len(s)
		if cites(s) > 1 {
			citing++
		}
		if p.m.num < len(b.glued) && b.glued[p.m.num] > 0 {
			marked++
		}
		if taken[p.m.num] {
			clash++
		}
	}
	n := len(run)
	if clash*2 > n || size/n > 1500 {
		return false
	}
	last := b.onlyFurniture(next)
	switch {
	case citing*2 >= n && marked*2 >= n:
		return true
	case citing*10 >= n*7:
		return last || n > 4 || b.pieces[run[0]].m.kind == bracketMarker
	}
	return marked*10 >= n*9 && last && !b.leadsIn(run[0])
}

// leadsIn reports whether the text before piece i announces a list.
func (b *builder) leadsIn(i int) bool {
	for i--; i >= 0; i-- {
		if p := &b.pieces[i]; !p.furniture {
			return strings.HasSuffix(b.s[p.start:p.end], ":")
		}
	}
	return false
}

// onlyFurniture reports whether no text follows from piece i on.
func (b *builder) onlyFurniture(i int) bool {
	for n := 0; i < len(b.pieces); i++ {
		if p := &b.pieces[i]; p.kind != doc.Boilerplate && p.kind != doc.Footnote && p.kind != doc.Bibliography {
			if n++; n > 2 || p.end-p.start > 400 {
				return false
			}
		}
	}
	return true
}

// takeLone decides on single numbered pieces at the foot of a page: their
// number is the next one of the notes, and they cite, stand beside a note, or
// have a mark in the text.
func (b *builder) takeLone() {
	last := 0
	for i := range b.pieces {
		p := &b.pieces[i]
		if p.set {
			if p.kind == doc.Footnote && p.m.num > 0 && p.m.num < last+8 {
				last = max(last, p.m.num)
			}
			continue
		}
		if !p.m.isNumber() || p.m.num <= last || p.m.num >= len(b.glued) {
			continue
		}
		ruled := i > 0 && isRule(b.s[b.pieces[i-1].start:b.pieces[i-1].end])
		if p.m.num > last+3 && !(ruled && b.glued[p.m.num] > 0) {
			continue
		}
		if b.goesOnList(i) {
			continue
		}
		s := b.s[p.start:p.end]
		near := i > 0 && b.pieces[i-1].kind == doc.Footnote || i+1 < len(b.pieces) && b.pieces[i+1].kind == doc.Footnote
		marked := b.glued[p.m.num] > 0
		weight := cites(s)
		if near && last > 0 || ruled {
			weight += 2
		}
		if marked {
			weight += 2
		}
		if b.footNote(p) && (i+1 < len(b.pieces) && b.pieces[i+1].furniture || i > 1 && b.pieces[i-1].furniture && b.pieces[i-2].kind == doc.Footnote) {
			weight += 3
		}
		if p.m.num == last+1 && last > 0 {
			weight++
		}
		if weight >= 4 && cites(s) > 0 || (weight >= 5 || weight == 4 && b.footNote(p) && last > 0) && len(s) < 500 {
			b.takeNote(p)
			last = p.m.num
		}
	}
}

// goesOnList reports whether piece i is the next item of a list or of numbered
// paragraphs: right before it stands, undecided, the number before its own.
func (b *builder) goesOnList(i int) bool {
	if i == 0 {
		return false
	}
	p, q := &b.pieces[i], &b.pieces[i-1]
	return !q.set && q.m.kind == p.m.kind && q.m.kind != numberBlank && q.m.num == p.m.num-1 && b.lines[p.first].blank == 0
}

// takeBefore decides on numbered pieces right above a note whose number is the
// next, if their own stands in the text like a mark.
func (b *builder) takeBefore() {
	for i := len(b.pieces) - 2; i >= 0; i-- {
		p, next := &b.pieces[i], &b.pieces[i+1]
		if p.set || next.kind != doc.Footnote || !next.set || next.m.kind != p.m.kind || !p.m.isNumber() {
			continue
		}
		if n := p.m.num; n > 0 && n == next.m.num-1 && n < len(b.glued) && b.glued[n] > 0 {
			b.takeNote(p)
		}
	}
}

// takeLetters decides on notes that a letter or number in brackets labels, below a
// table or its caption in which the same stands: "Parks (a)", "(a) Excludes …", "30(1)".
func (b *builder) takeLetters() {
	table := -1 // the table that stands above, with nothing but notes between
	for i := 0; i < len(b.pieces); i++ {
		p := &b.pieces[i]
		switch {
		case p.kind == doc.TableBlock:
			table = i
		case p.furniture || p.set && (p.kind == doc.Footnote || p.kind == doc.Caption):
		case table < 0:
		case !p.set && (p.m.kind == parenLetter || p.m.kind == parenNumber) && i-table < 9 && standsBehind(b.s[b.pieces[max(0, table-1)].start:b.pieces[table].end], p.m):
			b.splitNotes(i)
			b.takeNote(&b.pieces[i])
		case !p.set && isTableNote(b.s[p.start:p.end]):
		default:
			table = -1
		}
	}
}

// splitNotes cuts piece i before the next of the notes that its line holds: "(a) Police.
// (b) Hospitals."
func (b *builder) splitNotes(i int) {
	p := &b.pieces[i]
	for at := p.start + p.m.n; at < p.end; {
		k := strings.Index(b.s[at:p.end], " (")
		if k < 0 {
			return
		}
		at += k + 1
		m := readMarker(b.s[at:p.end])
		if m.kind != p.m.kind || m.num != p.m.num+1 || !endsIn(strings.TrimRight(b.s[:at], " \t\r\n"), ".;") {
			continue
		}
		next := *p
		next.start, next.text, next.m = at, at, m
		p.end = p.start + len(strings.TrimRight(b.s[p.start:at], " \t\r\n"))
		p.stop = p.end
		for next.first < next.last && b.lines[next.first].end <= at {
			next.first++
		}
		p.last = next.first
		if p.end <= b.lines[next.first].start {
			p.last--
		}
		b.pieces = slices.Insert(b.pieces, i+1, next)
		return
	}
}

// standsBehind reports whether the marker stands in a table behind a word or a figure:
// "Parks (a)", "30(1)". A number in brackets alone is a figure.
func standsBehind(table string, m marker) bool {
	mark := "(" + m.label + ")"
	if m.kind == parenLetter {
		return strings.Contains(table, mark)
	}
	for at := 0; ; {
		i := strings.Index(table[at:], mark)
		if i < 0 {
			return false
		}
		at += i
		before := strings.TrimSuffix(table[:at], " ")
		if n := len(before); n > 0 && (isLetterByte(before[n-1]) || n == at && isDigit(before[n-1])) {
			return true
		}
		at += len(mark)
	}
}

// takeSigns decides on notes that a star or dagger labels: the sign stands in
// the text too, and only few pieces begin with it.
func (b *builder) takeSigns() {
	stars := 0
	for i := range b.pieces {
		if p := &b.pieces[i]; !p.set && strings.HasPrefix(b.s[p.start:p.end], "*") {
			stars++
		}
	}
	for i := range b.pieces {
		p := &b.pieces[i]
		if p.set {
			continue
		}
		s := b.s[p.start:p.end]
		switch {
		case p.m.kind == signMarker && (b.signs[p.m.label] || p.m.label == "†" || p.m.label == "‡"):
			b.takeNote(p)
		case p.m.kind == bulletMarker && stars < 3 && strings.HasPrefix(s, "*") && b.signs["*"]:
			p.m.label = s[:len(s)-len(strings.TrimLeft(s, "*"))]
			b.takeNote(p)
		case stars < 4 && b.signs["*"] && strings.HasPrefix(s, "**") && !strings.Contains(strings.TrimLeft(s, "*"), "*"):
			n := len(s) - len(strings.TrimLeft(s, "*"))
			p.m = marker{kind: signMarker, label: s[:n], n: n + blanks(s[n:])}
			b.takeNote(p)
		}
	}
}

// takeTorn decides on pieces that go on with a note of the page before: they
// stand right before a note at the foot of a page, while the text around leads
// on without them or the last note was left open.
func (b *builder) takeTorn() {
	open := false // the last note seen ends in mid-sentence
	for i := range b.pieces {
		p := &b.pieces[i]
		if p.kind == doc.Footnote && p.set {
			s := b.s[p.start:p.end]
			open = !endsSentence(s) && !endsIn(s, "/") || hyphenated(s)
			continue
		}
		if p.set || p.m.kind != noMarker || p.end-p.start > 400 || i+1 >= len(b.pieces) {
			continue
		}
		next := &b.pieces[i+1]
		if next.kind != doc.Footnote || !next.set || next.label == "" || i == 0 || b.pieces[i-1].kind == doc.Footnote {
			continue
		}
		s := b.s[p.start:p.end]
		above := b.s[b.pieces[i-1].start:b.pieces[i-1].end]
		torn := !endsSentence(above)
		r, _ := firstRune(s)
		switch {
		case open && (!torn || len(s) < 120 || cites(s) > 0) && (unicode.IsLower(r) || cites(s) > 0 || words(s, 4) < 4):
		case torn && startsLower(s) && cites(s) > 1 && b.resumesAfter(i+1):
		default:
			continue
		}
		p.decide(doc.Footnote)
		open = false
	}
}

// resumesAfter reports whether the text behind the notes from piece i on begins
// in mid-sentence.
func (b *builder) resumesAfter(i int) bool {
	for ; i < len(b.pieces); i++ {
		if p := &b.pieces[i]; p.kind != doc.Footnote && p.kind != doc.Boilerplate {
			return startsLower(b.s[p.start:p.end])
		}
	}
	return false
}
