package corpus

import (
	"strconv"
	"strings"

	"analyze/internal/doc"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A pageWriter writes the tree of a page as text with marks.
type pageWriter struct {
	c       *composer
	weights map[*html.Node]weight
	total   int               // prose of the page
	title   string            // of the page, in lower case
	first   *html.Node        // its first heading of the highest level
	main    *html.Node        // the article; nil where all is text
	plain   bool              // a chapter of a book: nothing stands around it
	notes   map[string]string // ids of notes, to their labels
	backs   map[*html.Node]bool

	cur       *run
	kind      doc.MarkKind
	level     int
	label     string
	item      bool // the next paragraph opens an item
	noted     string
	inNote    bool
	quotes    int
	atPicture bool // in a caption
	lists     []htmlList
	outside   bool // of the article
	passed    bool // the article has begun
	opening   bool // in what opens it, before it
	begun     bool // a paragraph of it is written
	breaks    int  // line breaks in a row
	titled    *html.Node
	onPage    func(*html.Node) // a page of the printed book begins
}

type htmlList struct {
	ordered bool
	style   string
	next    int
}

func newPageWriter(body *html.Node) *pageWriter {
	w := &pageWriter{c: &composer{}, weights: map[*html.Node]weight{}, cur: &run{}, backs: map[*html.Node]bool{}}
	w.findNotes(body)
	return w
}

// maxElements is how deep elements may nest; what lies deeper is left out.
const maxElements = 600

// walk writes n's children.
func (w *pageWriter) walk(n *html.Node, depth int) {
	if depth > maxElements || w.c.err != nil {
		return
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.TextNode:
			if strings.TrimSpace(c.Data) != "" {
				w.breaks = 0
			}
			w.cur.text(c.Data)
		case c.Type == html.ElementNode && !hidden(c) && c != w.titled:
			w.element(c, depth+1)
		}
	}
}

// element writes n.
func (w *pageWriter) element(n *html.Node, depth int) {
	if w.onPage != nil && (attr(n, "epub:type") == "pagebreak" || attr(n, "role") == "doc-pagebreak") {
		w.onPage(n)
		return
	}
	if !blockTags[n.DataAtom] {
		w.phrase(n, depth)
		return
	}
	w.flush()
	if n == w.main {
		w.passed = true
	}
	switch {
	case w.outside && w.opens(n):
		w.outside, w.opening = false, true
		w.block(n, depth)
		w.flush()
		w.outside, w.opening = true, false
		return
	case !w.outside && w.around(n):
		w.leave(n, depth)
		return
	case w.main != nil && !w.outside && !w.opening && !w.holdsMain(n) && !w.inMain(n):
		w.leave(n, depth)
		return
	}
	if label, ok := w.notes[attr(n, "id")]; ok && !w.inNote && attr(n, "id") != "" {
		w.inNote, w.noted = true, label
		w.block(n, depth)
		w.flush()
		w.inNote, w.noted = false, ""
		return
	}
	w.block(n, depth)
	w.flush()
}

// inMain reports whether n stands within the article.
func (w *pageWriter) inMain(n *html.Node) bool {
	for up := n; up != nil; up = up.Parent {
		if up == w.main {
			return true
		}
	}
	return false
}

// leave writes n, which stands around the text, as boilerplate; menus, in which
// nearly all is links, are left out.
func (w *pageWriter) leave(n *html.Node, depth int) {
	if k := w.weights[n]; k.links*2 > k.text || k.text < 30 {
		return
	}
	was := w.outside
	w.outside = true
	w.walk(n, depth)
	w.flush()
	w.outside = was
}

// block writes a block element.
func (w *pageWriter) block(n *html.Node, depth int) {
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		w.walk(n, depth)
		w.kind, w.level = doc.MarkHeading, int(n.Data[1]-'0')
		w.flush()
	case atom.Blockquote:
		w.quotes++
		w.walk(n, depth)
		w.flush()
		w.quotes--
	case atom.Ul, atom.Ol, atom.Menu:
		start, err := strconv.Atoi(attr(n, "start"))
		if err != nil {
			start = 1
		}
		w.lists = append(w.lists, htmlList{n.DataAtom == atom.Ol, attr(n, "type"), start})
		w.walk(n, depth)
		w.flush()
		w.lists = w.lists[:len(w.lists)-1]
	case atom.Li:
		w.listItem(n, depth)
	case atom.Table:
		w.table(n, depth)
	case atom.Pre, atom.Xmp, atom.Listing, atom.Plaintext:
		w.pre(n)
	case atom.Figcaption, atom.Caption:
		w.caption(n, depth)
	default:
		if w.captionLike(n) {
			w.caption(n, depth)
			return
		}
		w.walk(n, depth)
	}
}

// caption writes what stands at a picture or table; all its paragraphs do.
func (w *pageWriter) caption(n *html.Node, depth int) {
	was := w.atPicture
	w.atPicture = true
	w.walk(n, depth)
	w.flush()
	w.atPicture = was
}

// listItem writes an item with its bullet or number.
func (w *pageWriter) listItem(n *html.Node, depth int) {
	w.item, w.label = true, ""
	if k := len(w.lists); k > 0 && w.lists[k-1].ordered {
		l := &w.lists[k-1]
		if v, err := strconv.Atoi(attr(n, "value")); err == nil {
			l.next = v
		}
		w.label = ordinal(l.next, l.style) + "."
		l.next++
	}
	w.walk(n, depth)
	w.flush()
	w.item, w.label = false, ""
}

// ordinal writes a number in the style of a list: 1, a, A, i or I.
func ordinal(n int, style string) string {
	switch {
	case (style == "a" || style == "A") && n > 0 && n <= 26:
		return string(rune(style[0] + byte(n-1)))
	case (style == "i" || style == "I") && n > 0 && n < 400:
		s := roman(n)
		if style == "i" {
			s = strings.ToLower(s)
		}
		return s
	}
	return strconv.Itoa(n)
}

func roman(n int) string {
	var b strings.Builder
	for _, p := range []struct {
		v int
		s string
	}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for n >= p.v {
			b.WriteString(p.s)
			n -= p.v
		}
	}
	return b.String()
}

// phrase writes an inline element.
func (w *pageWriter) phrase(n *html.Node, depth int) {
	switch n.DataAtom {
	case atom.Br:
		if w.breaks++; w.breaks > 1 {
			w.flush()
		} else {
			w.cur.newline()
		}
	case atom.Sup:
		if a := firstTag(n, atom.A); a != nil && w.refLabel(a) != "" {
			w.walk(n, depth)
			return
		}
		w.cur.superscript(textOf(n))
	case atom.A:
		if w.backs[n] {
			return
		}
		if label := w.refLabel(n); label != "" {
			w.noteRef(n, label)
			return
		}
		w.walk(n, depth)
	case atom.Q:
		w.cur.text("“")
		w.walk(n, depth)
		w.cur.text("”")
	case atom.Wbr:
	default:
		if w.main != nil && !w.outside && (w.negative(n, 0) || certain(n) && w.weights[n].text < 160) {
			return // a button of a word's length: edit, share
		}
		w.walk(n, depth)
	}
}

// noteRef writes the mark of a note as it stands there: a raised number, or one
// in brackets.
func (w *pageWriter) noteRef(n *html.Node, label string) {
	if s := textOf(n); strings.HasPrefix(s, "[") && strings.HasSuffix(s, "]") {
		w.cur.noteRef(s)
		return
	}
	w.cur.noteRef(label)
}

// pre writes text whose lines are as their author broke them.
func (w *pageWriter) pre(n *html.Node) {
	var b strings.Builder
	for c := range n.Descendants() {
		switch {
		case c.Type == html.TextNode:
			b.WriteString(strings.ReplaceAll(c.Data, "\r", ""))
		case c.DataAtom == atom.Br:
			b.WriteByte('\n')
		}
	}
	for _, s := range strings.Split(b.String(), "\n\n") {
		r := &run{}
		r.b.WriteString(strings.Trim(strings.ToValidUTF8(s, "\uFFFD"), "\n"))
		if w.outside {
			w.c.boilerplate(r)
		} else {
			w.c.paragraph(r)
		}
	}
}

// flush ends the paragraph.
func (w *pageWriter) flush() {
	w.breaks = 0
	r, kind := w.cur, w.kind
	w.kind = 0
	if r.empty() {
		r.blank = false
		return
	}
	w.cur = &run{}
	if !w.outside && kind != doc.MarkHeading && !w.atPicture {
		w.begun = true
	}
	switch {
	case w.outside:
		w.c.boilerplate(r)
	case w.inNote:
		label := w.noted
		w.noted, w.item = "", false
		w.c.note(label, r)
	case w.atPicture:
		w.c.part(part{kind: doc.MarkCaption, run: r})
	case kind == doc.MarkHeading:
		w.c.part(part{kind: kind, level: w.level, run: r})
	case w.item:
		w.item = false
		w.c.item(r, max(1, len(w.lists)), w.label)
	case w.quotes > 0:
		w.c.part(part{kind: doc.MarkQuote, run: r})
	default:
		w.c.part(part{kind: kind, run: r})
	}
}

// head writes the title first where it is a heading that stands outside the
// article.
func (w *pageWriter) head(body *html.Node, title string) {
	if w.main == nil || w.main == body {
		return
	}
	fold := func(s string) string { return strings.ToLower(oneLine(s)) }
	for n := range body.Descendants() {
		if n.Type != html.ElementNode || n.DataAtom != atom.H1 && n.DataAtom != atom.H2 {
			continue
		}
		s := fold(textOf(n))
		if len(s) < 8 || s != fold(title) && !(n.DataAtom == atom.H1 && strings.HasPrefix(fold(title), s)) {
			continue
		}
		if w.inMain(n) {
			return
		}
		w.titled = n
		w.level = int(n.Data[1] - '0')
		w.walk(n, 0)
		w.kind = doc.MarkHeading
		w.flush()
		return
	}
}
