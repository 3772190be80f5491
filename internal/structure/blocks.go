package structure

import (
	"strings"

	"analyze/internal/doc"
)

// Blocks is the pass that finds the blocks: every byte of the text that is not
// blank is in one of them, but for front matter.
//
// What a line is depends on its neighbours: whether it goes on in the next one
// on how full the lines around it are, whether its number counts a note, an
// item or a section on the numbers around it and on marks in the text. No rule
// looks further than a bounded number of pieces, so that time is linear.
var Blocks = &doc.Pass{
	Name:    "blocks",
	Doc:     "find paragraphs, headings, lists, tables, notes and what surrounds the text",
	Version: 7,
	Gives:   doc.LayerBlocks,
	Run:     blocks,
}

func blocks(d *doc.Document) error {
	b := &builder{d: d, s: d.Text, lines: scanLines(d.Text, d.Marks)}
	b.splitMast()
	b.findTables()
	b.wrappings()
	b.cut()
	b.markFurniture()
	b.takeMarks()
	b.findNotes()
	b.markTornHeads()
	b.findCaptions()
	b.findHeadings()
	b.findLists()
	b.findFront()
	b.findEnd()
	b.join()
	b.findPullQuotes()
	b.emit()
	return nil
}

// takeMarks decides on what the format of the file or Markdown's signs say.
func (b *builder) takeMarks() {
	for i := range b.pieces {
		p := &b.pieces[i]
		if p.set {
			continue
		}
		switch {
		case p.m.kind == hashMarker:
			p.decide(doc.Heading)
			p.level = p.m.num
			p.labelled()
			p.stop = p.text + len(strings.TrimRight(strings.TrimRight(b.body(p), "#"), " \t"))
		case p.last == p.first+1 && setext(b.text(p.last)) && p.m.kind == noMarker:
			p.decide(doc.Heading)
			p.level = 2
			if b.text(p.last)[0] == '=' {
				p.level = 1
			}
			p.stop = b.lines[p.first].end
		case p.m.kind == quoteMarker:
			p.decide(doc.Quote)
			p.level = p.m.num
			p.labelled()
			p.stop = p.text + len(strings.TrimRight(b.body(p), "> \t\r\n"))
			if p.text == p.stop {
				p.decide(doc.Boilerplate)
				p.furniture = true
			}
		case b.lines[p.first].mark != nil:
			b.takeMark(p, b.lines[p.first].mark)
		}
	}
}

// takeMark decides on a piece of which the reader of the format spoke.
func (b *builder) takeMark(p *piece, m *doc.Mark) {
	switch m.Kind {
	case doc.MarkHeading:
		p.decide(doc.Heading)
		p.level = min(max(m.Level, 1), 6)
		if p.m.kind != noMarker && p.m.kind != bulletMarker && p.m.kind != signMarker {
			p.labelled()
		}
	case doc.MarkQuote:
		p.decide(doc.Quote)
	case doc.MarkListItem:
		p.decide(doc.List)
		p.level = max(m.Level, 1)
		if p.m.kind != noMarker && p.m.kind != numberBlank {
			p.labelled()
		} else {
			p.label = m.Text
		}
	case doc.MarkNote:
		p.decide(doc.Footnote)
		if p.m.kind != noMarker {
			p.labelled()
		}
		if p.label == "" {
			p.label = m.Text
		}
	case doc.MarkTable:
		p.decide(doc.TableBlock)
	case doc.MarkCaption:
		p.decide(doc.Caption)
	}
}

// emit writes the blocks.
func (b *builder) emit() {
	blocks := make([]doc.Block, len(b.pieces))
	tables := 0
	for i := range b.pieces {
		p := &b.pieces[i]
		if p.text > p.stop {
			p.text = p.stop
		}
		p.text, p.stop = trim(b.s, p.text, p.stop)
		blocks[i] = doc.Block{
			Span:  doc.Span{Start: p.start, End: p.end},
			Kind:  p.kind,
			Level: p.level,
			Label: p.label,
			Text:  doc.Span{Start: p.text, End: p.stop},
			Joins: p.joins,
			Table: -1,
		}
		if p.kind == doc.TableBlock {
			blocks[i].Table = tables
			tables++
		}
	}
	b.d.Blocks = blocks
}
