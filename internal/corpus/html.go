package corpus

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"analyze/internal/doc"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
)

// readHTML reads a web page: the article first, then its notes, then what
// surrounds it as boilerplate. Menus are left out.
func readHTML(data []byte, d *doc.Document) error {
	s, name := decodeHTML(data)
	d.File.Encoding = name
	page, rows, left := firstRows(s, mostCells)
	if len(page) < len(s) {
		rowsUnread(d, doc.Span{}, rows, left, mostCells)
	}
	root := parseHTML(page)
	pageMeta(root, page, &d.File)
	body := firstTag(root, atom.Body)
	if body == nil {
		body = root
	}
	w := newPageWriter(body)
	w.title, w.first = strings.ToLower(d.File.Title), firstTag(body, atom.H1)
	w.main = w.article(body)
	w.head(body, d.File.Title)
	w.walk(body, 0)
	w.flush()
	if !w.fromScripts(root) {
		if err := w.byScripts(root, d); err != nil {
			return err
		}
	}
	return w.c.done(d)
}

// decodeHTML returns the page as UTF-8 and the encoding that it was in. What is
// valid UTF-8 is taken as that, whatever the page says of itself.
func decodeHTML(data []byte) (string, string) {
	if wide, order := utf16Order(data); wide {
		s, _ := decodeUTF16(data, order)
		return s, "utf-16" + map[bool]string{true: "be", false: "le"}[order]
	}
	data = bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF"))
	if bad := invalid(data); bad == 0 || mostlyUTF8(data, bad) {
		return strings.ToValidUTF8(string(data), "\uFFFD"), "utf-8"
	}
	enc, name, _ := charset.DetermineEncoding(data[:min(len(data), 4096)], "")
	if name == "utf-8" || name == "" {
		enc, name = charmapOf(data)
	}
	out, err := enc.NewDecoder().Bytes(data)
	if err != nil || !utf8.Valid(out) {
		return strings.ToValidUTF8(string(data), "\uFFFD"), "utf-8"
	}
	return string(out), name
}

// charmapOf guesses the single-byte encoding of data.
func charmapOf(data []byte) (encoding.Encoding, string) { return guess(data) }

// parseHTML returns the tree of a page. One that is nested deeper than a
// browser would follow becomes a flat row of paragraphs.
func parseHTML(s string) *html.Node {
	root, err := html.ParseWithOptions(strings.NewReader(s), html.ParseOptionEnableScripting(false))
	if err == nil {
		return root
	}
	return flatHTML(s)
}

// flatHTML makes a tree of depth two of what a tokenizer sees.
func flatHTML(s string) *html.Node {
	root := &html.Node{Type: html.DocumentNode}
	body := &html.Node{Type: html.ElementNode, DataAtom: atom.Body, Data: "body"}
	root.AppendChild(body)
	var p *html.Node
	skip := 0
	z := html.NewTokenizer(strings.NewReader(s))
	z.SetMaxBuf(maxText)
	for {
		switch kind := z.Next(); kind {
		case html.ErrorToken:
			return root
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			tag, _ := z.TagName()
			a := atom.Lookup(tag)
			if unseen[a] && kind == html.StartTagToken {
				skip = 1
			} else if unseen[a] {
				skip = 0
			}
			if blockTags[a] {
				p = nil
			}
		case html.TextToken:
			if skip > 0 {
				continue
			}
			if p == nil {
				p = &html.Node{Type: html.ElementNode, DataAtom: atom.P, Data: "p"}
				body.AppendChild(p)
			}
			p.AppendChild(&html.Node{Type: html.TextNode, Data: string(z.Text())})
		}
	}
}

// unseen are elements whose content is no text for readers.
var unseen = atoms(atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Svg, atom.Iframe, atom.Object, atom.Embed, atom.Canvas, atom.Audio, atom.Video, atom.Head, atom.Button, atom.Select, atom.Textarea, atom.Input, atom.Datalist, atom.Map, atom.Noframes, atom.Dialog, atom.Applet)

// blockTags are elements that begin a paragraph of their own.
var blockTags = atoms(atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Body, atom.Center, atom.Dd, atom.Details, atom.Div, atom.Dl, atom.Dt, atom.Fieldset, atom.Figcaption, atom.Figure, atom.Footer, atom.Form, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Header, atom.Hgroup, atom.Hr, atom.Li, atom.Main, atom.Menu, atom.Nav, atom.Ol, atom.P, atom.Pre, atom.Section, atom.Summary, atom.Table, atom.Tbody, atom.Td, atom.Tfoot, atom.Th, atom.Thead, atom.Tr, atom.Ul, atom.Caption, atom.Legend, atom.Xmp, atom.Listing, atom.Plaintext, atom.Html)

func atoms(list ...atom.Atom) map[atom.Atom]bool {
	m := map[atom.Atom]bool{}
	for _, a := range list {
		m[a] = true
	}
	return m
}

// attr returns an attribute of n, "" if it has none.
func attr(n *html.Node, key string) string {
	for i := range n.Attr {
		if n.Attr[i].Key == key {
			return n.Attr[i].Val
		}
	}
	return ""
}

func hasAttr(n *html.Node, key string) bool {
	for i := range n.Attr {
		if n.Attr[i].Key == key {
			return true
		}
	}
	return false
}

// firstTag returns the first element of a kind below n.
func firstTag(n *html.Node, a atom.Atom) *html.Node {
	for c := range n.Descendants() {
		if c.Type == html.ElementNode && c.DataAtom == a {
			return c
		}
	}
	return nil
}

// hidden reports whether a page does not show n.
func hidden(n *html.Node) bool {
	if n.Type != html.ElementNode {
		return n.Type == html.CommentNode
	}
	if unseen[n.DataAtom] || hasAttr(n, "hidden") || attr(n, "aria-hidden") == "true" {
		return true
	}
	if style := attr(n, "style"); style != "" {
		style = strings.ReplaceAll(strings.ToLower(style), " ", "")
		return strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden")
	}
	return false
}

// textOf returns the text below n on one line.
func textOf(n *html.Node) string {
	var r run
	inline(n, &r)
	return strings.ReplaceAll(r.String(), "\n", " ")
}

// inline appends the text below n to r.
func inline(n *html.Node, r *run) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.TextNode:
			r.text(c.Data)
		case hidden(c):
		case c.DataAtom == atom.Br:
			r.text(" ")
		case c.DataAtom == atom.Sup:
			r.superscript(textOf(c))
		case blockTags[c.DataAtom]:
			r.text(" ")
			inline(c, r)
			r.text(" ")
		default:
			inline(c, r)
		}
	}
}
