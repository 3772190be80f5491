package index

import (
	"cmp"
	"slices"
	"strings"

	"analyze/internal/doc"
)

// A Part is a passage of a document, with the kind of block it begins in.
type Part struct {
	doc.Span
	In doc.BlockKind
}

// Sizes of passages in bytes: one is closed when it is at least passageMin
// long at the end of a paragraph, or has passageMax. A sentence longer than
// that stays whole.
const (
	passageMin = 400
	passageMax = 1000
)

// Passages divides d into passages: a few sentences each, in the order of the
// text. Where a passage ends with a paragraph, the next one begins with that
// paragraph's last sentence, so that what is said across the border stands
// together once. All of the text's blocks are covered.
func Passages(d *doc.Document) []Part {
	units := unitsOf(d)
	var out []Part
	for i := 0; i < len(units); {
		first := i
		p := Part{doc.Span{Start: units[i].Start, End: units[i].End}, units[i].in}
		if n := len(out); n > 0 && i > 0 && units[i].block != units[i-1].block && units[i-1].Len() < passageMin &&
			units[i-1].Start > out[n-1].Start && units[i].Start-units[i-1].End < 16 {
			p.Start = units[i-1].Start
		}
		for i++; i < len(units) && !closes(p, units[first:i], units[i]); i++ {
			p.End = max(p.End, units[i].End)
		}
		out = append(out, p)
	}
	return out
}

// closes reports whether the passage p, which holds units, ends before next.
func closes(p Part, units []unit, next unit) bool {
	if next.End-p.Start > passageMax {
		return true
	}
	last := units[len(units)-1]
	if next.block == last.block {
		return false
	}
	apart := func(k doc.BlockKind) bool {
		return k == doc.TableBlock || k == doc.Footnote || k == doc.Bibliography || k == doc.Boilerplate
	}
	return p.End-p.Start >= passageMin || apart(next.in) != apart(last.in)
}

// A unit is a sentence, or a piece of a block without sentences.
type unit struct {
	doc.Span
	block int
	in    doc.BlockKind
}

func unitsOf(d *doc.Document) []unit {
	var out []unit
	has := make([]bool, len(d.Blocks))
	for _, s := range d.Sentences {
		if s.Block < 0 || s.Block >= len(d.Blocks) {
			continue
		}
		has[s.Block] = true
		parts := s.Parts
		if parts == nil {
			parts = []doc.Span{s.Span}
		}
		for _, p := range parts {
			b := s.Block
			if at := d.BlockAt(p.Start); at >= 0 {
				b = at
			}
			has[b] = true
			out = append(out, unit{p, b, d.Blocks[b].Kind})
		}
	}
	for i, b := range d.Blocks {
		if !has[i] {
			out = appendLines(out, d, b.Span, i, b.Kind)
		}
	}
	if len(d.Blocks) == 0 {
		out = appendLines(out, d, doc.Span{Start: 0, End: len(d.Text)}, 0, doc.Body)
	}
	slices.SortStableFunc(out, func(a, b unit) int { return cmp.Or(a.Start-b.Start, a.End-b.End) })
	return out
}

// appendLines appends the lines of s that are not blank, several in a unit.
func appendLines(out []unit, d *doc.Document, s doc.Span, block int, in doc.BlockKind) []unit {
	u := unit{doc.Span{Start: -1}, block, in}
	at := s.Start
	for line := range strings.Lines(d.Slice(s)) {
		end := at + len(strings.TrimRight(line, " \t\r\n"))
		if end > at {
			if u.Start >= 0 && end-u.Start > passageMin {
				out = append(out, u)
				u.Start = -1
			}
			if u.Start < 0 {
				u.Start = at
			}
			u.End = end
		}
		at += len(line)
	}
	if u.Start >= 0 {
		out = append(out, u)
	}
	return out
}
