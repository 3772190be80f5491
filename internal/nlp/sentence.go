package nlp

import (
	"strings"

	"analyze/internal/doc"
)

// A cutter finds the sentences among the tokens of a document.
type cutter struct {
	text string
	toks []doc.Token
}

// starts reports whether a sentence starts at token i, given that the one
// being read starts at first. Both lie in the same text or in two that go on.
func (c *cutter) starts(first, i int) bool {
	if i <= first {
		return false
	}
	if c.blankLine(i) {
		return true
	}
	if c.continues(i) {
		return false
	}
	end := c.closed(first, i)
	if end < first {
		return false
	}
	switch t := &c.toks[end]; {
	case t.Tag == doc.Period || t.Tag == doc.Colon && c.text[t.Start] != ':' && c.text[t.Start] != ';':
		return c.afterSign(first, end, i)
	case t.Tag == doc.TagNone && c.text[t.End-1] == '.':
		return c.afterAbbreviation(first, end, i)
	}
	return false
}

// blankLine reports whether an empty line stands before token i.
func (c *cutter) blankLine(i int) bool {
	prev, this := c.toks[i-1].End, c.toks[i].Start
	return this-prev > 1 && prev < this && strings.Count(c.text[prev:this], "\n") > 1
}

// closed returns the last token before i that is no closing quotation mark,
// bracket or note mark; first-1 if there is none.
func (c *cutter) closed(first, i int) int {
	for i--; i >= first; i-- {
		switch c.toks[i].Tag {
		case doc.RQuote, doc.RParen, doc.TagNote:
		default:
			return i
		}
	}
	return i
}

// next returns the first token from i on that is no note mark, quotation mark
// or opening bracket, or the number of tokens.
func (c *cutter) next(i int) int {
	for i < len(c.toks) {
		switch c.toks[i].Tag {
		case doc.TagNote, doc.LQuote, doc.LParen, doc.RQuote:
			i++
		default:
			return i
		}
	}
	return i
}

func (c *cutter) word(i int) string {
	if i < 0 || i >= len(c.toks) {
		return ""
	}
	return c.text[c.toks[i].Start:c.toks[i].End]
}

func (c *cutter) class(i int) class {
	if i < 0 || i >= len(c.toks) {
		return cSpace
	}
	k, _ := at(c.text, c.toks[i].Start)
	return k
}

// afterSign decides after . ? ! or an ellipsis at end.
func (c *cutter) afterSign(first, end, i int) bool {
	ellipsis := c.toks[end].Tag == doc.Colon
	n := c.next(i)
	if ellipsis {
		w := c.word(end)
		return (w == "…" || w[0] == '.') && lookup(starters, c.word(n)) && c.class(n) == cUpper
	}
	sign := c.text[c.toks[end].Start]
	if sign == '.' && c.isLabel(first, end) {
		return false
	}
	switch c.class(n) {
	case cUpper:
		return sign == '.' || end == i-1 || !c.speaks(n)
	case cLower:
		return sign == '.' && c.lowerStart(n) || i < n && end == i-1 && c.toks[i].Tag == doc.LQuote && sign == '.'
	}
	return true
}

// continues reports whether token i cannot begin a sentence.
func (c *cutter) continues(i int) bool {
	switch c.toks[i].Tag {
	case doc.Comma, doc.Colon, doc.Period, doc.RQuote, doc.RParen, doc.TagNote, doc.POS:
		// A dash or bullet may open the next one, at a line's beginning.
		return c.toks[i].Tag != doc.Colon || c.text[c.toks[i].Start] == ':' || c.text[c.toks[i].Start] == ';' || !c.lineStart(i)
	}
	return false
}

// lineStart reports whether a line break stands before token i.
func (c *cutter) lineStart(i int) bool {
	prev, this := c.toks[i-1].End, c.toks[i].Start
	return prev < this && strings.IndexByte(c.text[prev:this], '\n') >= 0
}

// isLabel reports whether the full stop at end belongs to a label that the
// sentence begins with: "1.", "(a).", "IV.".
func (c *cutter) isLabel(first, end int) bool {
	if end != first+1 {
		return false
	}
	w := c.word(first)
	return len(w) <= 3 && (c.class(first) == cDigit || strings.Trim(w, "IVXivx") == "") && c.toks[first].End == c.toks[end].Start
}

// speaks reports whether a speaker and a verb of speech begin at n, so that a
// quotation that ended in ? or ! goes on: “Why?” Neumann asked.
func (c *cutter) speaks(n int) bool {
	for k := n + 1; k < len(c.toks) && k <= n+4; k++ {
		if lookup(speech, c.word(k)) {
			return true
		}
		if c.class(k) != cUpper {
			return false
		}
	}
	return false
}

// lowerStart reports whether a name with a small particle begins at n.
func (c *cutter) lowerStart(n int) bool {
	w := c.word(n)
	if i := strings.IndexByte(w, '-'); i > 0 && i+1 < len(w) {
		k, _ := at(w, i+1)
		return k == cUpper && lookup(particles, w[:i])
	}
	return lookup(particles, w) && c.class(n+1) == cUpper
}

// afterAbbreviation decides after a word at end that has a full stop of its own.
func (c *cutter) afterAbbreviation(first, end, i int) bool {
	n := c.next(i)
	if c.class(n) != cUpper {
		return false
	}
	w := strings.TrimSuffix(c.word(end), ".")
	kind := abbrOf(w)
	starter := lookup(starters, c.word(n))
	switch {
	case len(w) == 1: // an initial
		return starter && len(c.word(n)) > 1 && end > first+1
	case kind == abbrTitle || kind == abbrNumber:
		return false
	case end == first:
		return false
	case i < n && c.toks[i].Tag == doc.LQuote && end == i-1:
		return true
	case end < i-1: // a bracket or quotation mark closes after it
		return starter || c.toks[i-1].Tag == doc.RQuote && i == n && strings.IndexByte(c.text[c.toks[i-1].End:c.toks[i].Start], '\n') >= 0
	}
	return starter
}
