package corpus

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A weight is what stands below an element of a page, in characters.
type weight struct {
	text  int // all text
	links int // text of links
	good  int // text of paragraphs that read like prose
	prose int // the same, what stands around the text included
	times int // text of moments
	heads int // headings
	led   int // headings that lead to another page
	cards int // text of teasers: parts of a page under headings that lead away
}

// weigh measures n and everything below it. What says of itself that it stands
// around the text has no prose, unless it holds most of that of the page: then
// it is a frame around all.
func (w *pageWriter) weigh(n *html.Node) weight {
	w.total = 0
	w.total = w.measure(n).good
	clear(w.weights)
	return w.measure(n)
}

// negative reports whether n stands around the text.
func (w *pageWriter) negative(n *html.Node, prose int) bool {
	sure := false
	return negative(n, &sure) && (sure || prose*2 < w.total)
}

func (w *pageWriter) measure(n *html.Node) weight {
	var sum weight
	own := 0 // text that stands in n itself or in inline elements
	ownLinks := 0
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.TextNode:
			own += signs(strings.TrimSpace(c.Data))
		case c.Type != html.ElementNode || hidden(c):
		default:
			k := w.measure(c)
			if c.DataAtom == atom.A && hasAttr(c, "href") && k.text < 1500 {
				k.links, k.good, k.prose, k.led = k.text, 0, 0, k.heads
			}
			sum.times, sum.heads, sum.led, sum.cards = sum.times+k.times, sum.heads+k.heads, sum.led+k.led, sum.cards+k.cards
			if blockTags[c.DataAtom] || k.good > 0 {
				sum.text, sum.links, sum.good = sum.text+k.text, sum.links+k.links, sum.good+k.good
				continue
			}
			own += k.text
			ownLinks += k.links
		}
	}
	if own >= 40 && ownLinks*2 < own && (blockTags[n.DataAtom] || n.DataAtom == atom.Td) && n.DataAtom != atom.Td && n.DataAtom != atom.Th {
		sum.good += own
	} else if own >= 80 && ownLinks*2 < own && n.DataAtom == atom.Td {
		sum.good += own
	}
	sum.text, sum.links = sum.text+own, sum.links+ownLinks
	sum.prose = sum.good
	w.count(n, &sum)
	if w.total > 0 && w.negative(n, sum.good) {
		sum.good = 0
	}
	if sum.text > 0 {
		w.weights[n] = sum
	}
	return sum
}

// signs counts the characters of s, those of scripts that write a word with one
// or two as three.
func signs(s string) int {
	n := utf8.RuneCountInString(s)
	if n == len(s) {
		return n
	}
	for _, r := range s {
		if r >= 0x2E80 && r <= 0xD7FF || r >= 0x20000 {
			n += 2
		}
	}
	return n
}

// closed are elements that are parts of a text and never hold an article.
var closed = atoms(atom.P, atom.Ul, atom.Ol, atom.Dl, atom.Blockquote, atom.Pre, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Figure, atom.A, atom.Address)

// article returns the element that holds the text of the page: from the body
// down as long as one child has nearly all of the prose, and from there up to
// the element that says it is an article.
func (w *pageWriter) article(body *html.Node) *html.Node {
	all := w.weigh(body)
	n := body
	for {
		var best *html.Node
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if c.Type == html.ElementNode && (best == nil || w.weights[c].good > w.weights[best].good) {
				best = c
			}
		}
		if best == nil || w.weights[best].good*4 < all.good*3 || all.good == 0 || closed[best.DataAtom] || best.DataAtom == atom.Table && !w.layout(best) {
			break
		}
		n = best
	}
	for up := n; up != nil && up != body; up = up.Parent {
		if up.DataAtom == atom.Article || up.DataAtom == atom.Main || attr(up, "role") == "main" || attr(up, "role") == "article" {
			return up
		}
	}
	return n
}

// layout reports whether a table only lays out a page: it holds another one,
// or paragraphs, or a single row or column.
func (w *pageWriter) layout(t *html.Node) bool {
	if role := attr(t, "role"); role == "presentation" || role == "none" {
		return true
	}
	rows, cols, cells, long, prose, heads := 0, 0, 0, 0, 0, 0
	for _, tr := range tableRows(t) {
		rows++
		n := 0
		for c := tr.FirstChild; c != nil; c = c.NextSibling {
			if c.DataAtom != atom.Td && c.DataAtom != atom.Th {
				continue
			}
			n++
			cells++
			if c.DataAtom == atom.Th {
				heads++
			}
			if firstTag(c, atom.Table) != nil {
				return true
			}
			if k := w.weights[c]; k.text > 300 {
				long++
				prose += k.good
			}
		}
		cols = max(cols, n)
	}
	return cols < 2 || rows < 2 && heads == 0 && long > 0 || long*3 > cells && prose > 0
}

// tableRows returns the rows of a table, not those of tables within it.
func tableRows(t *html.Node) []*html.Node {
	var rows []*html.Node
	for c := t.FirstChild; c != nil; c = c.NextSibling {
		switch c.DataAtom {
		case atom.Tr:
			rows = append(rows, c)
		case atom.Thead, atom.Tbody, atom.Tfoot:
			rows = append(rows, tableRows(c)...)
		}
	}
	return rows
}

// eachName calls f with the words that a class or id is made of: "post-menu",
// "postMenu" and "post_menu" are two each.
func eachName(s string, f func(string)) {
	if len(s) > 400 {
		return
	}
	start := 0
	for i := 0; i <= len(s); i++ {
		upper := i < len(s) && s[i] >= 'A' && s[i] <= 'Z' && i > 0 && s[i-1] >= 'a' && s[i-1] <= 'z'
		if i < len(s) && !upper && (s[i] >= 'a' && s[i] <= 'z' || s[i] >= 'A' && s[i] <= 'Z') {
			continue
		}
		if i > start {
			f(strings.ToLower(s[start:i]))
		}
		start = i
		if !upper {
			start++
		}
	}
}

// noteLike reports whether n says of itself that it is a note.
func noteLike(n *html.Node) bool {
	for _, key := range []string{"epub:type", "role", "class", "id"} {
		v := strings.ToLower(attr(n, key))
		if strings.Contains(v, "footnote") || strings.Contains(v, "endnote") || strings.Contains(v, "rearnote") {
			return true
		}
	}
	return false
}

// holdsMain reports whether the article stands below n.
func (w *pageWriter) holdsMain(n *html.Node) bool {
	for up := w.main; up != nil; up = up.Parent {
		if up == n {
			return true
		}
	}
	return false
}
