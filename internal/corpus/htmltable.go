package corpus

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// table writes a table of data as rows, and what a table of layout holds as
// the paragraphs that it holds.
func (w *pageWriter) table(t *html.Node, depth int) {
	if w.layout(t) {
		w.walk(t, depth)
		return
	}
	for c := t.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom == atom.Caption {
			w.element(c, depth+1)
		}
	}
	rows := gridOf(t)
	if !w.outside {
		w.c.table(rows, "")
		return
	}
	for _, row := range rows {
		var r run
		r.text(strings.Join(row, " "))
		w.c.boilerplate(&r)
	}
}

// maxSpan is the largest number of columns or rows that one cell may take.
const maxSpan = 100

// gridOf returns the cells of a table. A heading cell over several columns
// stands in each of them, and a label beside several rows in each of those.
func gridOf(t *html.Node) [][]string {
	var grid [][]string
	above := map[int]held{} // cells that go on from above, by column
	total := 0
	for _, tr := range tableRows(t) {
		var row []string
		for c := tr.FirstChild; c != nil; c = c.NextSibling {
			if c.DataAtom != atom.Td && c.DataAtom != atom.Th || hidden(c) {
				continue
			}
			row = takeHeld(row, above)
			s := strings.ReplaceAll(textOf(c), "\t", " ")
			heads := c.DataAtom == atom.Th
			cols, rows := spanOf(c, "colspan"), spanOf(c, "rowspan")
			for k := range cols {
				if total++; total > maxCells {
					return grid
				}
				v := s
				if k > 0 && !heads {
					v = ""
				}
				if rows > 1 {
					below := ""
					if len(grid) > 0 && (heads || len(row) == 0) {
						below = v
					}
					above[len(row)] = held{below, rows - 1}
				}
				row = append(row, v)
			}
		}
		grid = append(grid, takeHeld(row, above))
	}
	return grid
}

// held is a cell that goes on in the rows below.
type held struct {
	text string
	rows int
}

// takeHeld puts the cells that go on from above where row has come to.
func takeHeld(row []string, from map[int]held) []string {
	for {
		h, ok := from[len(row)]
		if !ok {
			return row
		}
		if h.rows--; h.rows == 0 {
			delete(from, len(row))
		} else {
			from[len(row)] = h
		}
		row = append(row, h.text)
	}
}

func spanOf(c *html.Node, key string) int {
	n, err := strconv.Atoi(strings.TrimSpace(attr(c, key)))
	if err != nil || n < 1 {
		return 1
	}
	return min(n, maxSpan)
}

// findNotes looks for links within the page that are marks of notes, and so
// for the notes: what they lead to.
func (w *pageWriter) findNotes(body *html.Node) {
	w.notes = map[string]string{}
	refs := map[string]bool{} // ids of marks, and of what holds them
	var links []*html.Node
	for n := range body.Descendants() {
		if n.Type != html.ElementNode || n.DataAtom != atom.A {
			continue
		}
		links = append(links, n)
		label := w.refLabel(n)
		if label == "" {
			continue
		}
		_, target, _ := strings.Cut(attr(n, "href"), "#")
		if _, ok := w.notes[target]; !ok {
			w.notes[target] = label
		}
		for up, k := n, 0; up != nil && k < 3; up, k = up.Parent, k+1 {
			if id := attr(up, "id"); id != "" {
				refs[id] = true
			}
		}
	}
	for _, n := range links {
		_, target, ok := strings.Cut(attr(n, "href"), "#")
		if ok && refs[target] && w.refLabel(n) == "" {
			w.backs[n] = len(textOf(n)) < 6 && strings.Trim(textOf(n), "0123456789.[]") != "" || textOf(n) == ""
		}
	}
	w.dropSections(body)
}

// dropSections keeps those targets only that can be notes.
func (w *pageWriter) dropSections(body *html.Node) {
	for n := range body.Descendants() {
		id := attr(n, "id")
		if id == "" {
			id = attr(n, "name")
		}
		label, ok := w.notes[id]
		if id == "" || !ok {
			continue
		}
		switch n.DataAtom {
		case atom.Li, atom.P, atom.Dd, atom.Div, atom.Aside:
			if firstTag(n, atom.H2) == nil && firstTag(n, atom.H1) == nil {
				continue
			}
		case atom.A, atom.Span, atom.Sup:
			// The anchor stands in the note: the block around it is the note.
			if p := n.Parent; p != nil && (p.DataAtom == atom.P || p.DataAtom == atom.Li || p.DataAtom == atom.Dd || p.DataAtom == atom.Sup && p.Parent != nil) {
				if p.DataAtom == atom.Sup {
					p = p.Parent
				}
				if attr(p, "id") == "" {
					p.Attr = append(p.Attr, html.Attribute{Key: "id", Val: id})
				} else {
					w.notes[attr(p, "id")] = label
				}
				continue
			}
		}
		delete(w.notes, id)
	}
}

// refLabel returns the label of the note that link n refers to; "" if it is no
// mark of a note.
func (w *pageWriter) refLabel(n *html.Node) string {
	href := attr(n, "href")
	if _, target, ok := strings.Cut(href, "#"); !ok || target == "" {
		return ""
	} else if back := strings.ToLower(target); strings.Contains(back, "ref") && strings.Contains(strings.ToLower(attr(n, "id")+attr(n, "name")), "ftn") && !strings.Contains(strings.ToLower(attr(n, "id")+attr(n, "name")), "ref") {
		return "" // from the note back to its mark
	}
	s := textOf(n)
	label := strings.Map(func(r rune) rune {
		if i := strings.IndexRune(superDigits, r); i >= 0 {
			return rune('0' + len([]rune(superDigits[:i])))
		}
		return r
	}, strings.Trim(s, "[]() "))
	if label == "" || len(label) > 5 || strings.ContainsAny(label, "↩↑^") {
		return ""
	}
	if !digits(label) && strings.Trim(label, "*†‡§") != "" && !(len(label) <= 2 && strings.HasPrefix(s, "[")) {
		return ""
	}
	_, target, _ := strings.Cut(strings.ToLower(href), "#")
	raised := n.Parent != nil && n.Parent.DataAtom == atom.Sup || firstTag(n, atom.Sup) != nil || strings.HasPrefix(s, "[")
	named := strings.Contains(attr(n, "class"), "footnote") || strings.Contains(attr(n, "class"), "noteref") || attr(n, "role") == "doc-noteref" || attr(n, "epub:type") == "noteref"
	if back := strings.Contains(target, "ref") && !strings.Contains(target, "reference") && !strings.Contains(target, "cite_note"); back && !named {
		return ""
	}
	if !raised && !named && !strings.HasPrefix(target, "fn") && !strings.HasPrefix(target, "_ftn") && !strings.HasPrefix(target, "note") && !strings.HasPrefix(target, "footnote") {
		return ""
	}
	return label
}

// notesIn reports whether n holds a note.
func (w *pageWriter) notesIn(n *html.Node) bool {
	for c := range n.Descendants() {
		if id := attr(c, "id"); id != "" {
			if _, ok := w.notes[id]; ok {
				return true
			}
		}
	}
	return false
}
