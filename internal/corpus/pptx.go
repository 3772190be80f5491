package corpus

import (
	"strings"

	"analyze/internal/doc"
)

// readPPTX reads the slides of a presentation (ECMA-376), each a page, with
// what its speaker notes.
func readPPTX(data []byte, d *doc.Document) error {
	p, err := openPack(data)
	if err != nil {
		return err
	}
	top := p.relations("")
	main := firstOf(top.byType["officeDocument"], "ppt/presentation.xml")
	rels := p.relations(main)
	var show slideList
	if err := p.parsePart(main, &show); err != nil {
		return err
	}
	w := &slideReader{}
	for i, id := range show.ids {
		part := rels.byID[id]
		if !p.has(part) {
			continue
		}
		w.c.page(i + 1)
		if err := p.parsePart(part, w); err != nil {
			return err
		}
		w.endShape()
		if notes := p.relations(part).byType["notesSlide"]; p.has(notes) {
			w.notes = true
			if err := p.parsePart(notes, w); err != nil {
				return err
			}
			w.endShape()
			w.notes = false
		}
	}
	officeCard(p.fieldsOf(firstOf(top.byType["core-properties"], "docProps/core.xml")), &d.File)
	if err := w.c.done(d); err != nil {
		return err
	}
	titleFromText(d)
	return nil
}

// slideList are the relations of the slides in their order.
type slideList struct{ ids []string }

func (s *slideList) start(t *tag) bool {
	if t.name == "sldId" {
		s.ids = append(s.ids, t.attrIn("r", "id"))
	}
	return true
}
func (s *slideList) end(string)  {}
func (s *slideList) text([]byte) {}

// A slideReader takes the shapes of slides.
type slideReader struct {
	c      composer
	run    *run
	holder string // what the shape is a place holder for: title, body, sldNum
	lines  []slideLine
	level  int
	bullet bool
	inText bool
	raised bool
	notes  bool
	titles int
	table  *wordTable
}

type slideLine struct {
	run    *run
	level  int
	bullet bool
}

func (w *slideReader) start(t *tag) bool {
	switch t.name {
	case "sp", "graphicFrame":
		w.endShape()
	case "ph":
		if w.holder = t.attr("type"); w.holder == "" {
			w.holder = "body"
		}
	case "p":
		w.run, w.level, w.bullet = &run{}, 0, false
	case "pPr":
		w.level = number(t.attr("lvl"), 0, 8)
	case "buChar", "buAutoNum":
		w.bullet = true
	case "rPr":
		w.raised = strings.Trim(t.attr("baseline"), "0") != "" && !strings.HasPrefix(t.attr("baseline"), "-")
	case "t":
		w.inText = true
	case "br":
		if w.run != nil {
			w.run.newline()
		}
	case "tbl":
		w.table = &wordTable{}
	case "tr":
		if w.table != nil {
			w.table.row = nil
		}
	case "tc":
		if w.table != nil {
			w.table.cell, w.table.span = nil, 1
			w.table.goes = t.attr("vMerge") == "1"
		}
	case "Fallback":
		return false
	}
	return true
}

func (w *slideReader) text(s []byte) {
	switch {
	case !w.inText || w.run == nil:
	case w.raised:
		w.run.superscript(string(s))
	default:
		w.run.text(string(s))
	}
}

func (w *slideReader) end(name string) {
	switch name {
	case "t":
		w.inText = false
	case "r":
		w.raised = false
	case "p":
		w.endLine()
	case "sp":
		w.endShape()
	case "tc":
		if w.table != nil {
			w.table.endCell()
		}
	case "tr":
		if w.table != nil {
			w.table.rows = append(w.table.rows, w.table.row)
		}
	case "tbl":
		if w.table != nil {
			w.c.table(w.table.rows, "")
			w.table = nil
		}
	}
}

func (w *slideReader) endLine() {
	r := w.run
	w.run = nil
	if r == nil || r.empty() {
		return
	}
	if w.table != nil {
		w.table.add("", r)
		return
	}
	w.lines = append(w.lines, slideLine{r, w.level, w.bullet})
}

// endShape writes the lines of a shape: a title as a heading, a text of several
// points as a list.
func (w *slideReader) endShape() {
	lines, holder := w.lines, w.holder
	w.lines, w.holder = nil, ""
	for _, l := range lines {
		switch {
		case holder == "sldNum" || holder == "ftr" || holder == "dt" || holder == "hdr":
			w.c.boilerplate(l.run)
		case (holder == "title" || holder == "ctrTitle") && !w.notes:
			level := 2
			if w.titles == 0 {
				level = 1
			}
			w.titles++
			w.c.part(part{kind: doc.MarkHeading, level: level, run: l.run})
		case (l.bullet || holder == "body" && len(lines) > 1 || l.level > 0) && !w.notes:
			w.c.item(l.run, l.level+1, "")
		default:
			w.c.paragraph(l.run)
		}
	}
}
