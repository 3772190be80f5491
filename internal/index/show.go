package index

import (
	"strings"

	"analyze/internal/doc"
)

// show fills in the snippet of a hit.
func (s *session) show(h *Hit, r *Record, text string, m *matcher) {
	switch {
	case h.Entity != nil:
		text = strings.Join(append([]string{r.Card.Title}, r.Card.Entity.Aliases...), " · ")
		h.Shown = m.best(text, doc.Span{End: len(text)})
	case h.Claim != nil:
		h.Shown = claimSnippet(r, text, m)
	case h.Kind == Passage.String():
		if r.Card.End <= len(text) {
			h.Shown = cutTo(text, r.Card.Start, r.Card.End, m)
		}
	default:
		h.Shown = m.best(text, doc.Span{End: len(text)})
		h.Start, h.End = h.Shown.Start, h.Shown.End
	}
	h.finish()
}

func (h *Hit) finish() {
	h.Text = h.Shown.Text
	h.Snippet = h.Shown.Marked("«", "»")
	h.Marks = h.Shown.Marks
	if h.Marks == nil {
		h.Marks = [][2]int{}
	}
}

// cutTo is the snippet from start to end, with what is asked for marked.
func cutTo(text string, start, end int, m *matcher) Snippet {
	out := Snippet{Start: start, End: end, Text: text[start:end]}
	for _, f := range m.matches(out.Text) {
		out.Marks = append(out.Marks, [2]int{f.Start + start, f.End + start})
	}
	return out
}

// claimSnippet is the sentence of a claim, shortened if it is long, with the
// figure marked.
func claimSnippet(r *Record, text string, m *matcher) Snippet {
	c := r.Card
	from, to := c.Context[0], c.Context[1]
	if from < 0 || from > c.Start || to < c.End || to > len(text) || c.Start > c.End {
		return Snippet{}
	}
	figure := []match{{Span: doc.Span{Start: c.Start, End: c.End}}}
	out := cutSnippet(text, doc.Span{Start: from, End: to}, figure[0].Span, figure)
	if to-from <= 2*snippetBytes {
		out = cutSnippetWhole(text, from, to, figure)
	}
	return out
}

func cutSnippetWhole(text string, from, to int, found []match) Snippet {
	out := Snippet{Start: from, End: to, Text: text[from:to]}
	for _, f := range found {
		out.Marks = append(out.Marks, [2]int{f.Start, f.End})
	}
	return out
}

// bestPart shows the best passage of a document that was found by passages.
func (s *session) bestPart(h *Hit, p *plan, text string, m *matcher) error {
	n, ok := p.node.(DocsNode)
	if !ok {
		return nil
	}
	found, err := s.r.Find(s.ctx, Search{Kind: Passage, Limit: 1, Node: AndNode{Must: []Node{n.Node}, Filter: []Node{KeyNode{KeyDoc, []string{h.Doc}}}}})
	if err != nil || len(found.Hits) == 0 {
		return err
	}
	list, err := s.r.Get(s.ctx, idsOf(found))
	if err != nil {
		return err
	}
	c := list[0].Card
	if c.End <= len(text) {
		h.Shown = cutTo(text, c.Start, c.End, m)
		h.Start, h.End = c.Start, c.End
		h.finish()
	}
	return nil
}
