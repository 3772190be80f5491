package corpus

import (
	"encoding/json"
	"strings"

	"analyze/internal/doc"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Some pages hold no text: a program in them, written in JavaScript, fetches it
// or makes it of data that stand there. Programs of pages are not run; the text
// is taken where the page describes itself for others (schema.org's
// articleBody), and else the reader is told what to do.

var errScripted = &Unreadable{
	"the page holds no text itself: a program in it (JavaScript) fetches what a browser shows",
	"open it in a browser, wait until the text is there, and print it to a .pdf or save the text as .txt",
}

const scripted = "the page holds no article itself, only what stands around it: a program in it (JavaScript) fetches the rest; print it to a .pdf in a browser to have it read"

// fewWords is how many bytes of text, the title included, are no article.
const fewWords = 400

// fromScripts writes the article that the scripts of a page hold, where the page
// itself has next to nothing, and reports whether it did.
func (w *pageWriter) fromScripts(root *html.Node) bool {
	was := w.c.b.Len()
	if was >= fewWords {
		return false
	}
	body := ""
	for n := range root.Descendants() {
		if n.DataAtom != atom.Script || n.FirstChild == nil || !strings.Contains(strings.ToLower(attr(n, "type")), "json") {
			continue
		}
		var v any
		if s := n.FirstChild.Data; len(s) <= 4<<20 && strings.Contains(s, `"articleBody"`) && json.Unmarshal([]byte(s), &v) == nil {
			body = longestOf(body, articleBody(v, 0))
		}
	}
	if len(body) < 2*was || strings.TrimSpace(body) == "" {
		return false
	}
	if strings.Contains(body, "</p>") || strings.Contains(body, "<br") {
		inner := parseHTML(body)
		w.main = nil
		w.walk(inner, 0)
		w.flush()
		return true
	}
	for line := range strings.Lines(html.UnescapeString(body)) {
		w.cur.text(line)
		w.flush()
	}
	return true
}

// articleBody is the longest text that v, out of JSON, gives under that name.
func articleBody(v any, depth int) string {
	best := ""
	if depth > 12 {
		return best
	}
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			best = longestOf(best, articleBody(x, depth+1))
		}
	case map[string]any:
		for key, x := range v {
			if s, ok := x.(string); ok && key == "articleBody" {
				best = longestOf(best, s)
			} else {
				best = longestOf(best, articleBody(x, depth+1))
			}
		}
	}
	return best
}

// longestOf is the longer of two texts; of two that are equally long, that
// which comes first in order, since a map has none.
func longestOf(a, b string) string {
	if len(b) > len(a) || len(b) == len(a) && b < a {
		return b
	}
	return a
}

// byScripts says of a page without text that scripts make it: all of it is an
// error, else the document tells.
func (w *pageWriter) byScripts(root *html.Node, d *doc.Document) error {
	text := w.c.b.String()
	own := len(text)
	for _, m := range w.c.marks {
		if m.Kind == doc.MarkHeading {
			own -= m.End - m.Start + len("\n\n")
		}
	}
	switch {
	case firstTag(root, atom.Script) == nil:
		return nil
	case own <= 0 || own < fewWords/2 && waiting(strings.ToLower(text)):
		if len(w.c.others) == 0 && len(w.c.notes) == 0 {
			return errScripted
		}
	case own >= fewWords || !emptyFrame(root):
		return nil
	}
	d.Unreadf(doc.Span{}, scripted)
	return nil
}

// frames are the ids that the usual tools give to what a program is to fill.
var frames = set("root app __next __nuxt main-app app-root react-root ember-application svelte gatsby-focus-wrapper")

// emptyFrame reports whether a page has such an element, and nothing in it.
func emptyFrame(root *html.Node) bool {
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && frames[strings.TrimPrefix(attr(n, "id"), "___")] && strings.TrimSpace(textOf(n)) == "" {
			return true
		}
	}
	return false
}

// waiting reports whether the words of a page, in lower case, are those that
// stand there until a program has put a text in their place.
func waiting(s string) bool {
	return strings.Contains(s, "javascript") || strings.HasPrefix(s, "loading") || strings.HasPrefix(s, "please wait")
}
