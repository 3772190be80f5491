package corpus

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"analyze/internal/doc"
)

// readDOCX reads a document of Word 2007 and later (ECMA-376).
func readDOCX(data []byte, d *doc.Document) error {
	p, err := openPack(data)
	if err != nil {
		return err
	}
	top := p.relations("")
	main := top.byType["officeDocument"]
	if main == "" {
		main = "word/document.xml"
	}
	rels := p.relations(main)
	w := &wordReader{p: p, rels: rels, notes: map[string]*wordNote{}}
	w.styles.read(p, rels.byType["styles"])
	w.lists.read(p, rels.byType["numbering"])
	body, err := p.read(main)
	if err != nil {
		return err
	}
	w.rendered = bytes.Contains(body, []byte("lastRenderedPageBreak"))
	if err := parseXML(bytes.NewReader(body), w); err != nil {
		return err
	}
	w.endTables()
	for _, kind := range []string{"footnotes", "endnotes"} {
		if part := rels.byType[kind]; p.has(part) {
			w.noteKind = kind
			if err := p.parsePart(part, w); err != nil {
				return err
			}
		}
	}
	w.writeNotes()
	w.around(rels)
	officeCard(p.fieldsOf(firstOf(top.byType["core-properties"], "docProps/core.xml")), &d.File)
	if err := w.c.done(d); err != nil {
		return err
	}
	titleFromText(d)
	return nil
}

// A wordReader takes the body, the notes and the headers of a document.
type wordReader struct {
	p        *pack
	rels     relations // of the main part
	c        composer
	styles   wordStyles
	lists    wordLists
	rendered bool // the file knows where its pages were broken
	pages    int

	par      *wordPar
	stack    []*wordPar // paragraphs that a text box interrupts
	tables   []*wordTable
	inText   bool
	raised   bool
	unseen   bool // the run is hidden
	inRPr    bool
	noteKind string // the part of notes that is being read
	noteID   string
	notes    map[string]*wordNote
	order    []string // notes in the order of their marks
	counts   map[string]int
	outside  bool
}

// A wordPar is a paragraph in the making.
type wordPar struct {
	run   run
	style string
	level int // outline level from 1; 0 for none, -1 where not said
	numID string
	ilvl  int
}

type wordNote struct {
	label string
	runs  []*run
}

func (w *wordReader) start(t *tag) bool {
	switch t.name {
	case "p":
		w.par = &wordPar{level: -1, ilvl: -1}
	case "txbxContent":
		w.stack = append(w.stack, w.par)
		w.par = nil
	case "del", "moveFrom", "Fallback", "instrText", "delText", "binData", "sectPrChange", "pPrChange", "rPrChange":
		return false
	case "tbl":
		w.tables = append(w.tables, &wordTable{})
	case "altChunk":
		w.foreign(t.attr("id"))
	case "tr", "tc", "gridSpan", "vMerge":
		w.tableTag(t)
	case "rPr":
		w.inRPr = true
	case "r":
		w.raised, w.unseen = false, false
	case "footnote", "endnote":
		if w.noteKind != "" {
			w.noteID = w.noteKind + t.attr("id")
		}
	case "footnoteReference", "endnoteReference":
		w.noteRef(t)
	default:
		w.detail(t)
	}
	return true
}

// detail takes the properties and signs of a paragraph.
func (w *wordReader) detail(t *tag) {
	p := w.par
	if p == nil {
		return
	}
	switch t.name {
	case "pStyle":
		p.style = t.attr("val")
	case "outlineLvl":
		if n, err := strconv.Atoi(t.attr("val")); err == nil {
			p.level = (n + 1) % 10
		}
	case "numId":
		p.numID = t.attr("val")
	case "ilvl":
		p.ilvl = number(t.attr("val"), 0, 8)
	case "vertAlign":
		w.raised = t.attr("val") == "superscript"
	case "vanish":
		w.unseen = t.attr("val") != "0" && t.attr("val") != "false" && w.inRPr
	case "t":
		w.inText = true
	case "tab":
		if !w.inRPr && t.attr("val") == "" { // with a value it is a stop, not a sign
			p.run.tabulator()
		}
	case "br", "cr":
		w.lineBreak(t)
	case "noBreakHyphen":
		p.run.text("-")
	case "lastRenderedPageBreak":
		w.page()
	}
}

// foreign writes a part that is in another format: a page, plain or Rich Text,
// as programs put into a document that Word is to take apart. One that is a
// document of Word itself is left out, since it may hold itself.
func (w *wordReader) foreign(id string) {
	data, err := w.p.read(w.rels.byID[id])
	if err != nil || len(w.tables) > 0 {
		return
	}
	switch format := sniff(data[:min(len(data), headSize)], w.rels.byID[id]); format {
	case "html", "mhtml", "rtf", "txt":
		inner := &doc.Document{}
		if formats[format](data, inner) == nil {
			w.c.embed(inner)
		}
	}
}

// number reads n within bounds; the lower one if s is no number.
func number(s string, low, high int) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return low
	}
	return min(max(n, low), high)
}

func (w *wordReader) lineBreak(t *tag) {
	switch {
	case t.attr("type") == "page" && !w.rendered:
		w.page()
	case t.attr("type") == "":
		w.par.run.newline()
	}
}

// page notes that a page begins.
func (w *wordReader) page() {
	if w.noteKind == "" && len(w.tables) == 0 && !w.outside {
		if w.pages == 0 {
			w.pages = 1
		}
		w.pages++
		w.c.page(w.pages)
	}
}

func (w *wordReader) text(s []byte) {
	if !w.inText || w.par == nil || w.unseen {
		return
	}
	if w.raised {
		w.par.run.superscript(string(s))
		return
	}
	w.par.run.text(string(s))
}

func (w *wordReader) end(name string) {
	switch name {
	case "t":
		w.inText = false
	case "rPr":
		w.inRPr = false
	case "p":
		w.endPar()
	case "txbxContent":
		if k := len(w.stack); k > 0 {
			w.par, w.stack = w.stack[k-1], w.stack[:k-1]
		}
	case "tr", "tc":
		w.endCell(name)
	case "tbl":
		w.endTable()
	case "footnote", "endnote":
		w.noteID = ""
	}
}

// noteRef writes the mark of a note: notes are numbered as they come.
func (w *wordReader) noteRef(t *tag) {
	if w.par == nil {
		return
	}
	id := strings.TrimSuffix(t.name, "Reference") + "s" + t.attr("id")
	n := w.notes[id]
	if n == nil {
		if w.counts == nil {
			w.counts = map[string]int{}
		}
		w.counts[t.name]++
		n = &wordNote{label: strconv.Itoa(w.counts[t.name])}
		if t.name == "endnoteReference" && w.counts["footnoteReference"] > 0 {
			n.label = strings.ToLower(ordinal(w.counts[t.name], "i"))
		}
		w.notes[id] = n
		w.order = append(w.order, id)
	}
	if f := t.attr("customMarkFollows"); f == "1" || f == "true" {
		n.label = ""
		return
	}
	w.par.run.noteRef(n.label)
}

func (w *wordReader) writeNotes() {
	for _, id := range w.order {
		n := w.notes[id]
		for i, r := range n.runs {
			label := n.label
			if i > 0 {
				label = ""
			}
			w.c.note(label, r)
		}
	}
}

// endPar writes the paragraph to where it belongs.
func (w *wordReader) endPar() {
	p := w.par
	w.par, w.raised, w.unseen = nil, false, false
	if p == nil || p.run.empty() {
		return
	}
	if w.noteID != "" {
		if n := w.notes[w.noteID]; n != nil {
			n.runs = append(n.runs, &p.run)
		}
		return
	}
	if w.outside {
		w.c.boilerplate(&p.run)
		return
	}
	st := w.styles.of(p.style)
	if p.level < 0 {
		p.level = st.level
	}
	if p.numID == "" {
		p.numID = st.numID
		if p.ilvl < 0 {
			p.ilvl = st.ilvl
		}
	}
	p.ilvl = max(p.ilvl, 0)
	label, listed := w.lists.next(p.numID, p.ilvl)
	if k := len(w.tables); k > 0 {
		w.tables[k-1].add(label, &p.run)
		return
	}
	switch {
	case st.contents:
		w.c.boilerplate(&p.run)
	case p.level > 0 && len(p.run.String()) < 400:
		if label != "" {
			var r run
			r.text(label + " ")
			r.join(&p.run)
			p.run = r
		}
		w.c.part(part{kind: doc.MarkHeading, level: min(p.level, 6), run: &p.run})
	case listed:
		w.c.item(&p.run, p.ilvl+1, label)
	case st.quote:
		w.c.part(part{kind: doc.MarkQuote, run: &p.run})
	case st.caption:
		w.c.part(part{kind: doc.MarkCaption, run: &p.run})
	default:
		w.c.paragraph(&p.run)
	}
}

// around writes the heads and feet of pages as boilerplate.
func (w *wordReader) around(rels relations) {
	w.outside, w.noteKind, w.noteID = true, "", ""
	seen := map[string]bool{}
	var parts []string
	for _, target := range rels.byID {
		if base := target[strings.LastIndexByte(target, '/')+1:]; (strings.HasPrefix(base, "header") || strings.HasPrefix(base, "footer")) && !seen[target] && w.p.has(target) {
			seen[target] = true
			parts = append(parts, target)
		}
	}
	slices.Sort(parts)
	for _, part := range parts {
		w.par, w.tables = nil, nil
		_ = w.p.parsePart(part, w)
	}
}
