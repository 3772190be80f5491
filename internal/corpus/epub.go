package corpus

import (
	"bytes"
	"net/url"
	"path"
	"strings"

	"analyze/internal/doc"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// readEPUB reads a book (EPUB 2 and 3): its chapters in the order of the spine,
// each with its notes.
func readEPUB(data []byte, d *doc.Document) error {
	p, err := openPack(data)
	if err != nil {
		return err
	}
	if b, err := p.read("META-INF/encryption.xml"); err == nil && bytes.Contains(b, []byte("EncryptedData")) && !bytes.Contains(b, []byte("obfuscation")) {
		return &Unreadable{"it is a book under copy protection", "save a copy without it, if you may"}
	}
	var box bookBox
	if err := p.parsePart("META-INF/container.xml", &box); err != nil {
		return err
	}
	book := bookPlan{dir: path.Dir(box.plan), items: map[string]bookItem{}}
	if err := p.parsePart(box.plan, &book); err != nil {
		return err
	}
	book.card(p.fieldsOf(box.plan), &d.File)
	var c composer
	pages := 0
	for _, id := range book.spine {
		item := book.items[id]
		if !p.has(item.href) || item.nav || !strings.Contains(item.kind, "html") {
			continue
		}
		chapter, err := p.read(item.href)
		if err != nil {
			return err
		}
		s, _ := decodeHTML(chapter)
		writeChapter(&c, s, &pages)
	}
	return c.done(d)
}

// writeChapter appends a chapter, its notes at its end.
func writeChapter(c *composer, s string, pages *int) {
	root := parseHTML(xhtml(s))
	body := firstTag(root, atom.Body)
	if body == nil {
		body = root
	}
	w := newPageWriter(body)
	w.plain = true
	w.weigh(body)
	w.c = c
	w.onPage = func(n *html.Node) {
		label := firstOf(attr(n, "title"), attr(n, "aria-label"), textOf(n))
		if *pages = number(strings.TrimLeft(label, "Pageo. "), *pages+1, 1<<20); label != "" {
			w.flush()
			w.c.page(*pages)
		}
	}
	w.walk(body, 0)
	w.flush()
	for _, n := range w.c.notes {
		w.c.part(n)
	}
	w.c.notes = nil
}

// xhtml makes HTML of XHTML: an empty element that HTML would leave open, such
// as <a id="p7"/>, is closed.
func xhtml(s string) string {
	if !strings.Contains(s, "/>") {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for {
		at := strings.Index(s, "/>")
		if at < 0 {
			b.WriteString(s)
			return b.String()
		}
		open := strings.LastIndexByte(s[:at], '<')
		name := ""
		if open >= 0 {
			name = s[open+1 : at]
			if k := strings.IndexAny(name, " \t\r\n"); k >= 0 {
				name = name[:k]
			}
		}
		switch atom.Lookup([]byte(name)) {
		case atom.A, atom.Span, atom.P, atom.Div, atom.I, atom.B, atom.Em, atom.Strong, atom.Title, atom.Script, atom.Style, atom.Sup, atom.Td, atom.Th, atom.Li, atom.H1, atom.H2, atom.H3, atom.Iframe, atom.Textarea:
			b.WriteString(s[:at] + "></" + name + ">")
		default:
			b.WriteString(s[:at] + "/>")
		}
		s = s[at+2:]
	}
}

// bookBox names the plan of a book.
type bookBox struct{ plan string }

func (b *bookBox) start(t *tag) bool {
	if t.name == "rootfile" && b.plan == "" {
		b.plan = strings.TrimPrefix(path.Clean("/"+t.attr("full-path")), "/")
	}
	return true
}
func (b *bookBox) end(string)  {}
func (b *bookBox) text([]byte) {}

// A bookPlan lists the parts of a book.
type bookPlan struct {
	dir   string
	items map[string]bookItem
	spine []string
}

type bookItem struct {
	href, kind string
	nav        bool
}

func (b *bookPlan) start(t *tag) bool {
	switch t.name {
	case "item":
		href := t.attr("href")
		if u, err := url.PathUnescape(href); err == nil {
			href = u
		}
		b.items[t.attr("id")] = bookItem{strings.TrimPrefix(path.Clean("/"+path.Join(b.dir, href)), "/"), t.attr("media-type"), strings.Contains(" "+t.attr("properties")+" ", " nav ")}
	case "itemref":
		if len(b.spine) < maxPackParts {
			b.spine = append(b.spine, t.attr("idref"))
		}
	}
	return true
}
func (b *bookPlan) end(string)  {}
func (b *bookPlan) text([]byte) {}

// card fills m from the Dublin Core of a book.
func (b *bookPlan) card(f map[string][]string, m *doc.Meta) {
	if v := f["title"]; len(v) > 0 {
		m.Title = v[0]
	}
	for _, a := range f["creator"] {
		m.Authors = append(m.Authors, splitAuthors(a)...)
	}
	for _, v := range f["date"] {
		if m.Date == "" {
			m.Date, m.DateVia = isoDate(v), "file" // of the book or of its file: few say which
		}
	}
	if m.Date == "" {
		m.DateVia = ""
	}
	if v := f["publisher"]; len(v) > 0 {
		m.Publisher = v[0]
	}
	if v := f["language"]; len(v) > 0 {
		m.Language = language(v[0])
	}
	for _, v := range f["source"] {
		m.URL = firstOf(m.URL, webAddress(v))
	}
}
