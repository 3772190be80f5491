package corpus

import (
	"bytes"
	"strings"

	"analyze/internal/doc"
)

// readODT reads a text of OpenDocument (ISO/IEC 26300).
func readODT(data []byte, d *doc.Document) error { return readODF(data, d) }

// readODS reads a workbook of OpenDocument: each sheet a page.
func readODS(data []byte, d *doc.Document) error { return readODF(data, d) }

// readODP reads the slides of a presentation of OpenDocument, each a page.
func readODP(data []byte, d *doc.Document) error { return readODF(data, d) }

func readODF(data []byte, d *doc.Document) error {
	p, err := openPack(data)
	if err != nil {
		return err
	}
	if manifest, err := p.read("META-INF/manifest.xml"); err == nil && bytes.Contains(manifest, []byte("encryption-data")) {
		return errLocked
	}
	w := &odfReader{styles: map[string]*odfStyle{}}
	if p.has("styles.xml") {
		_ = p.parsePart("styles.xml", &odfStyles{w}) // without styles the text is still there
	}
	if err := p.parsePart("content.xml", w); err != nil {
		return err
	}
	officeCard(p.fieldsOf("meta.xml"), &d.File)
	if err := w.c.done(d); err != nil {
		return err
	}
	titleFromText(d)
	return nil
}

// An odfStyle is what a style says of the place of a text.
type odfStyle struct {
	parent  string
	raised  bool
	hidden  bool
	pageTop bool // a page begins before the paragraph
	levels  map[int]odfLevel
}

// An odfLevel is how the items of one depth of a list are numbered.
type odfLevel struct {
	format, suffix string
	start          int
}

// An odfReader takes the content of a document.
type odfReader struct {
	c      composer
	styles map[string]*odfStyle
	style  *odfStyle

	par    *run
	kind   doc.MarkKind
	level  int
	quote  bool
	spans  []string // styles of the spans that are open
	stack  []*run   // paragraphs that a note or frame interrupts
	lists  []odfList
	item   bool
	note   bool
	cite   strings.Builder
	inCite bool
	inside int // of a part with text: body
	tables []*odfTable
	pages  int
	sheets bool
	title  bool // of a slide
	titles int
	head   bool // head or foot of a page, or contents
}

type odfList struct {
	style string
	next  int
}

func (w *odfReader) start(t *tag) bool {
	switch t.name {
	case "tracked-changes", "annotation", "annotation-end", "scripts", "font-face-decls", "forms", "sequence-decls", "desc", "event-listeners", "ruby-text", "notes-configuration", "shapes", "presentation-notes", "calculation-settings", "content-validations", "database-ranges", "named-expressions", "table-source", "covered-table-cell-text":
		return false
	case "style", "list-style", "text-properties", "paragraph-properties", "list-level-style-number", "list-level-style-bullet":
		w.styleTag(t)
	case "body":
		w.inside++
	}
	if w.inside == 0 && !w.head {
		return true
	}
	w.bodyTag(t)
	return true
}

// bodyTag takes an element of the content.
func (w *odfReader) bodyTag(t *tag) {
	switch t.name {
	case "table-of-content", "alphabetical-index", "illustration-index", "table-index", "user-index":
		w.head = true
	case "spreadsheet":
		w.sheets = true
	case "page", "soft-page-break":
		if len(w.tables) == 0 {
			w.page()
		}
	case "frame":
		if c := t.attr("class"); c != "" {
			w.title = c == "title"
		}
		if w.par != nil {
			w.stack = append(w.stack, w.par)
			w.par = nil
		} else {
			w.stack = append(w.stack, nil)
		}
	case "h", "p":
		w.startPar(t)
	case "span":
		w.spans = append(w.spans, t.attr("style-name"))
	case "s", "tab", "line-break":
		w.blankTag(t)
	case "list":
		style := t.attr("style-name")
		if style == "" && len(w.lists) > 0 {
			style = w.lists[len(w.lists)-1].style
		}
		w.lists = append(w.lists, odfList{style, 0})
	case "list-item":
		w.item = true
		if k := len(w.lists); k > 0 {
			w.lists[k-1].next++
			if v := number(t.attr("start-value"), 0, 1<<20); v > 0 {
				w.lists[k-1].next = v
			}
		}
	case "note":
		w.stack = append(w.stack, w.par)
		w.par = nil
	case "note-citation":
		w.inCite = true
		w.cite.Reset()
	case "note-body":
		if k := len(w.stack); k > 0 && w.stack[k-1] != nil {
			w.stack[k-1].noteRef(oneLine(w.cite.String()))
		}
		w.note = true
	default:
		w.tableTag(t)
	}
}

// styleTag takes what a style says.
func (w *odfReader) styleTag(t *tag) {
	switch t.name {
	case "style", "list-style":
		w.style = &odfStyle{parent: t.attr("parent-style-name")}
		w.styles[t.attr("name")] = w.style
	case "text-properties":
		if w.style != nil {
			pos := t.attr("text-position")
			w.style.raised = strings.HasPrefix(pos, "super") || pos != "" && pos[0] >= '1' && pos[0] <= '9'
			w.style.hidden = t.attr("display") == "none"
		}
	case "paragraph-properties":
		if w.style != nil {
			w.style.pageTop = t.attr("break-before") == "page"
		}
	default:
		if w.style == nil {
			return
		}
		if w.style.levels == nil {
			w.style.levels = map[int]odfLevel{}
		}
		l := odfLevel{t.attr("num-format"), t.attr("num-suffix"), max(number(t.attr("start-value"), 1, 1<<20), 1)}
		if t.name == "list-level-style-bullet" {
			l.format = ""
		}
		w.style.levels[number(t.attr("level"), 1, 10)] = l
	}
}

// page notes that a page begins.
func (w *odfReader) page() {
	if w.pages++; w.pages == 1 && w.c.b.Len() > 0 {
		w.pages = 2
	}
	w.c.page(w.pages)
}

func (w *odfReader) startPar(t *tag) {
	w.par, w.kind, w.quote = &run{}, 0, false
	style := t.attr("style-name")
	for k, name := 0, style; name != "" && k < 8; k++ {
		w.quote = w.quote || strings.Contains(name, "Quot")
		if name == "Title" {
			w.kind, w.level = doc.MarkHeading, 1
		}
		if name == "Table" || name == "Caption" || name == "Illustration" {
			w.kind = doc.MarkCaption
		}
		s := w.styles[name]
		if s == nil {
			break
		}
		if k == 0 && s.pageTop && len(w.tables) == 0 {
			w.page()
		}
		name = s.parent
	}
	if t.name == "h" {
		w.kind, w.level = doc.MarkHeading, max(1, number(t.attr("outline-level"), 1, 6))
	}
}

// blankTag writes blanks that elements stand for.
func (w *odfReader) blankTag(t *tag) {
	if w.par == nil {
		return
	}
	switch t.name {
	case "tab":
		w.par.tabulator()
	case "line-break":
		w.par.newline()
	default:
		w.par.text(" ")
	}
}

func (w *odfReader) text(s []byte) {
	switch {
	case w.inCite:
		w.cite.Write(s)
	case w.par == nil:
	default:
		raised := false
		for _, name := range w.spans {
			if st := w.styles[name]; st != nil {
				if st.hidden {
					return
				}
				raised = raised || st.raised
			}
		}
		if raised {
			w.par.superscript(string(s))
		} else {
			w.par.text(string(s))
		}
	}
}

func (w *odfReader) end(name string) {
	switch name {
	case "style", "list-style":
		w.style = nil
	case "body":
		w.inside--
	case "h", "p":
		w.endPar()
	case "span":
		if k := len(w.spans); k > 0 {
			w.spans = w.spans[:k-1]
		}
	case "list":
		if k := len(w.lists); k > 0 {
			w.lists = w.lists[:k-1]
		}
		w.item = false
	case "list-item":
		w.item = false
	case "note-citation":
		w.inCite = false
	case "table-of-content", "alphabetical-index", "illustration-index", "table-index", "user-index":
		w.head = false
	case "frame", "note":
		if k := len(w.stack); k > 0 && w.inside > 0 {
			w.par, w.stack = w.stack[k-1], w.stack[:k-1]
		}
		w.title = false
		if name == "note" {
			w.note = false
		}
	default:
		w.endTableTag(name)
	}
}

// endPar writes the paragraph to where it belongs.
func (w *odfReader) endPar() {
	r := w.par
	w.par = nil
	if r == nil || r.empty() {
		return
	}
	switch {
	case w.head:
		w.c.boilerplate(r)
	case w.note:
		w.c.note(oneLine(w.cite.String()), r)
		w.cite.Reset()
	case len(w.tables) > 0:
		t := w.tables[len(w.tables)-1]
		t.paras = append(t.paras, r)
	case w.title:
		level := 2
		if w.titles == 0 {
			level = 1
		}
		w.titles++
		w.c.part(part{kind: doc.MarkHeading, level: level, run: r})
	case w.kind == doc.MarkHeading:
		w.c.part(part{kind: w.kind, level: w.level, run: r})
	case w.item:
		w.item = false
		w.c.item(r, max(len(w.lists), 1), w.itemLabel())
	case w.quote:
		w.c.part(part{kind: doc.MarkQuote, run: r})
	default:
		w.c.part(part{kind: w.kind, run: r})
	}
}

// itemLabel returns the number of the item that is open, "" for a bullet.
func (w *odfReader) itemLabel() string {
	k := len(w.lists)
	if k == 0 {
		return ""
	}
	l := w.lists[k-1]
	st := w.styles[l.style]
	if st == nil || st.levels[k].format == "" {
		return ""
	}
	lv := st.levels[k]
	return ordinal(lv.start+l.next-1, lv.format) + lv.suffix
}

// odfStyles takes the styles of a document, and of its head and foot lines
// their text.
type odfStyles struct{ w *odfReader }

func (s *odfStyles) start(t *tag) bool {
	switch t.name {
	case "header", "footer":
		s.w.head = true
		return true
	case "header-first", "footer-first", "header-left", "footer-left":
		return false
	}
	return s.w.start(t)
}

func (s *odfStyles) end(name string) {
	if name == "header" || name == "footer" {
		s.w.head = false
	}
	s.w.end(name)
}

func (s *odfStyles) text(b []byte) { s.w.text(b) }
