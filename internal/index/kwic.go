package index

import (
	"cmp"
	"context"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"analyze/internal/doc"
)

// A Line of a concordance is one place that answers a query, in its context.
// Start and End are bytes of the document's text.
type Line struct {
	Doc         string `json:"doc"`
	Start       int    `json:"start"`
	End         int    `json:"end"`
	Left        string `json:"left"`
	Word        string `json:"word"`
	Right       string `json:"right"`
	left, right []string
}

// Concordance returns all places in all documents that answer the query's
// words, phrases and names, or the figures that it finds, with width characters
// on each side. order is "" for the order of the text, "left" or "right" for
// the order of the words on that side, from the word outwards.
func Concordance(ctx context.Context, r Reader, query string, width int, order string) ([]Line, error) {
	q, err := Parse(query)
	if err != nil {
		return nil, err
	}
	p, err := planQuery(ctx, r, q, false)
	if err != nil {
		return nil, err
	}
	switch p.kind {
	case Entity:
		return nil, &SyntaxError{0, "a concordance is of texts, not of entities", `write actor:"…" or place:"…" for what they are called there`}
	case Passage:
		p.node, p.kind = DocsNode{Kind: p.kind, Node: p.node}, Document
	}
	ids, err := allOf(ctx, r, p, Request{})
	if err != nil {
		return nil, err
	}
	var out []Line
	for chunk := range slices.Chunk(ids, 64) {
		list, err := r.Get(ctx, chunk)
		if err != nil {
			return nil, err
		}
		s := &session{ctx: ctx, r: r}
		texts, err := s.texts(list, p.kind)
		if err != nil {
			return nil, err
		}
		out = append(out, linesOfAll(list, texts, p, width, order)...)
		if err := ctx.Err(); err != nil {
			return nil, err
		}
	}
	sortLines(out, order)
	return out, nil
}

// linesOfAll are the lines of some records of a plan's kind.
func linesOfAll(list []Record, texts map[string]string, p *plan, width int, order string) []Line {
	var out []Line
	all := &matchers{marks: p.marks}
	defer all.done()
	for i := range list {
		c := list[i].Card
		text := texts[DocumentID(c.Doc)]
		found := []match{{Span: doc.Span{Start: c.Start, End: c.End}}}
		if p.kind == Document {
			found = all.get(c.Lang).matches(text)
		} else if c.Start > c.End || c.End > len(text) {
			continue
		}
		out = append(out, linesOf(c.Doc, text, found, width, order)...)
	}
	return out
}

// Narrowed returns l with at most width characters on each side.
func (l Line) Narrowed(width int) Line {
	l.Left, l.Right = lastRunes(l.Left, width), firstRunes(l.Right, width)
	return l
}

// allOf returns the ids of all records that a plan finds, by id, among those
// that req asks for.
func allOf(ctx context.Context, r Reader, p *plan, req Request) ([]string, error) {
	s := &session{ctx: ctx, r: r, req: req}
	f, err := r.Find(ctx, Search{Kind: p.kind, Node: s.restricted(p), Sort: ByDocument, Limit: math.MaxInt32})
	if err != nil {
		return nil, err
	}
	return idsOf(f), nil
}

// linesOf are the lines of the places found in a text.
func linesOf(name, text string, found []match, width int, order string) []Line {
	var out []Line
	for _, f := range found {
		l := Line{
			Doc: name, Start: f.Start, End: f.End, Word: oneLine(text[f.Start:f.End]),
			Left:  oneLine(" " + text[max(0, runeStart(text, f.Start-6*width)):f.Start]),
			Right: oneLine(text[f.End:min(len(text), runeStart(text, f.End+6*width))] + " "),
		}.Narrowed(width)
		if order != "" {
			l.left, l.right = sideWords(l.Left), sideWords(l.Right)
			slices.Reverse(l.left)
		}
		out = append(out, l)
	}
	return out
}

// runeStart moves i down to the first byte of a character.
func runeStart(s string, i int) int {
	if i >= len(s) {
		return len(s)
	}
	for i > 0 && !utf8.RuneStart(s[i]) {
		i--
	}
	return i
}

// oneLine makes every run of blanks one blank.
func oneLine(s string) string {
	t := strings.Join(strings.Fields(s), " ")
	if s != "" && isBlank(s[0]) {
		t = " " + t
	}
	if s != "" && isBlank(s[len(s)-1]) && t != " " {
		t += " "
	}
	return t
}

func lastRunes(s string, n int) string {
	for i := len(s); i > 0; n-- {
		if n == 0 {
			return s[i:]
		}
		_, size := utf8.DecodeLastRuneInString(s[:i])
		i -= size
	}
	return s
}

func firstRunes(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}

func sideWords(s string) []string {
	var out []string
	NewAnalyzer("").Words(s, func(w Word) bool { out = append(out, w.Exact); return true })
	return out
}

func sortLines(list []Line, order string) {
	slices.SortStableFunc(list, func(a, b Line) int {
		byPlace := cmp.Or(strings.Compare(a.Doc, b.Doc), a.Start-b.Start)
		switch order {
		case "left":
			return cmp.Or(slices.Compare(a.left, b.left), slices.Compare(a.right, b.right), byPlace)
		case "right":
			return cmp.Or(slices.Compare(a.right, b.right), slices.Compare(a.left, b.left), byPlace)
		}
		return byPlace
	})
}
