package structure

import (
	"strings"
	"unicode"

	"analyze/internal/doc"
)

// join finds the blocks that go on with a sentence of an earlier one, which a
// note, page number, running head, table or blank line tears.
func (b *builder) join() {
	flow, note := -1, -1 // the last pieces of text and of notes
	for i := range b.pieces {
		p := &b.pieces[i]
		switch p.kind {
		case doc.Footnote, doc.Bibliography:
			if note >= 0 && p.label == "" && b.noteGoesOn(note, i) {
				p.joins = note
			}
			note = i
		case doc.Body, doc.Quote, doc.List:
			if flow >= 0 && (p.kind != doc.List || p.label == "") && b.goesOn(flow, i) {
				p.joins = flow
			}
			flow = i
		case doc.Heading, doc.Title, doc.Byline:
			flow = -1
		}
	}
}

// noteGoesOn reports whether the note without a label goes on with the one
// before.
func (b *builder) noteGoesOn(note, i int) bool {
	s := b.s[b.pieces[note].start:b.pieces[note].end]
	t := b.s[b.pieces[i].start:b.pieces[i].end]
	if b.pieces[i].kind == doc.Bibliography && !startsLower(t) {
		return hyphenated(s) || openWords[lastWord(s)]
	}
	return !endsSentence(s) || hyphenated(s) || startsLower(t)
}

// goesOn reports whether piece i goes on with the sentence that ends piece j.
func (b *builder) goesOn(j, i int) bool {
	p, q := &b.pieces[j], &b.pieces[i]
	s, t := b.s[p.start:p.end], b.s[q.text:q.stop]
	if q.m.kind != noMarker && q.kind == doc.List || p.kind == doc.Quote && q.kind != doc.Quote || len(t) == 0 {
		return false
	}
	low := startsLower(t)
	if hyphenated(s) && (low || i > j+1) {
		return true
	}
	if endsSentence(s) {
		return false
	}
	open := openWords[lastWord(s)] || strings.HasSuffix(s, ",")
	long := words(s, 9) > 8
	if low {
		return long || open || words(s, 6) > 4
	}
	if open && long {
		return true
	}
	// With capitals on both sides only a torn page tells.
	last := rune(0)
	for _, r := range s[max(0, len(s)-4):] {
		last = r
	}
	return long && b.pageBetween(j, i) && (unicode.IsLetter(last) || unicode.IsDigit(last)) && p.kind == q.kind
}

// pageBetween reports whether pieces j and i have the end of a page between:
// notes, page numbers or running heads, but no caption or table.
func (b *builder) pageBetween(j, i int) bool {
	torn := b.lines[b.pieces[i].first].page
	for k := j + 1; k < i; k++ {
		switch p := &b.pieces[k]; {
		case p.kind == doc.Footnote || p.furniture:
			torn = true
		case p.kind != doc.Boilerplate:
			return false
		}
	}
	return torn
}
