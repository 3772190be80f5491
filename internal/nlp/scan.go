package nlp

import (
	"strings"
	"unicode/utf8"

	"analyze/internal/doc"
)

// A scanner cuts one block into tokens. Signs and note marks get their tags at
// once; words are left with TagNone.
type scanner struct {
	text   string
	out    []doc.Token
	notes  []doc.NoteMark // of the document, those before the block passed over
	end    int            // of the block
	limit  int            // end of what a token may take: end, or the next note mark
	double bool           // a double quotation is open
	single bool           // a single quotation is open
	joiner *joiner        // knows of words broken over lines
}

// block appends the tokens of text[start:end].
func (s *scanner) block(start, end int) {
	s.end = end
	s.double, s.single = false, false
	for len(s.notes) > 0 && s.notes[0].Start < start {
		s.notes = s.notes[1:]
	}
	for i := start; i < end; {
		s.limit = end
		if len(s.notes) > 0 && s.notes[0].End <= end {
			m := s.notes[0].Span
			if m.Start == i && m.End > i {
				s.emit(i, m.End, doc.TagNote)
				i = m.End
			}
			if m.Start <= i || m.End <= m.Start {
				s.notes = s.notes[1:]
				continue
			}
			s.limit = m.Start
		}
		i = s.token(i)
	}
}

func (s *scanner) emit(start, end int, tag doc.Tag) {
	s.out = append(s.out, doc.Token{Span: doc.Span{Start: start, End: end}, Tag: tag})
}

// token reads what begins at i and returns where to go on.
func (s *scanner) token(i int) int {
	c, n := at(s.text[:s.limit], i)
	switch c {
	case cSpace:
		return i + n
	case cLower, cUpper, cMark:
		return s.word(i, i)
	case cDigit:
		return s.number(i)
	case cApos:
		return s.apostrophe(i, n)
	case cDot:
		return s.dots(i)
	case cHyphen, cDash:
		end := i + n
		for c == cHyphen && end < s.limit && s.text[end] == '-' {
			end++
		}
		s.emit(i, end, doc.Colon)
		return end
	case cSuper:
		return s.super(i)
	}
	return s.sign(i, n, c)
}

// peek is the class of the character at i and its length, cSpace at the limit.
func (s *scanner) peek(i int) (class, int) { return peek(s.text, i, s.limit) }

// glued reports whether a token ends at i.
func (s *scanner) glued(i int) bool {
	return len(s.out) > 0 && s.out[len(s.out)-1].End == i
}

// sign reads a token of one character, or a run of ! and ?.
func (s *scanner) sign(i, n int, c class) int {
	end := i + n
	switch b := s.text[i]; b {
	case '@', '#':
		if next, _ := s.peek(end); next.letter() && !s.glued(i) {
			return s.handle(i, end)
		}
	case '!', '?':
		for end < s.limit && (s.text[end] == '!' || s.text[end] == '?') {
			end++
		}
	case '^':
		if end < s.limit && s.text[end] == '{' {
			return s.mathNote(i, end+1)
		}
	}
	r, _ := utf8.DecodeRuneInString(s.text[i:])
	tag := s.signTag(r, i, end)
	if c == cMoney {
		tag = doc.Dollar
	}
	for c == cOther && end < s.limit { // what joins or varies the sign before it
		next, m := s.peek(end)
		if next != cMark {
			break
		}
		end += m
	}
	s.emit(i, end, tag)
	if tag == doc.RQuote || tag == doc.RParen || tag == doc.Comma || tag == doc.Period {
		return s.gluedNote(end)
	}
	return end
}

// mathNote reads a note mark of the form ^{4 or ^{4}, else just the sign.
func (s *scanner) mathNote(i, digits int) int {
	end := digits
	for end < s.limit && '0' <= s.text[end] && s.text[end] <= '9' {
		end++
	}
	if end == digits || end-digits > 3 {
		s.emit(i, i+1, doc.SYM)
		return i + 1
	}
	if end < s.limit && s.text[end] == '}' {
		end++
	}
	s.emit(i, end, doc.TagNote)
	return end
}

// handle reads a @handle or #tag.
func (s *scanner) handle(i, end int) int {
	for end < s.limit {
		c, n := s.peek(end)
		if !c.word() && s.text[end] != '_' {
			break
		}
		end += n
	}
	s.emit(i, end, doc.TagNone)
	return end
}

// signTag is the tag of a sign; quotation marks open and close.
func (s *scanner) signTag(r rune, i, end int) doc.Tag {
	switch r {
	case ',', '،', '、':
		return doc.Comma
	case '!', '?', '。', '؟', '‽':
		return doc.Period
	case ':', ';', '…', '؛':
		return doc.Colon
	case '(', '[', '{':
		return doc.LParen
	case ')', ']', '}':
		return doc.RParen
	case '“', '„', '«', '‚', '‹':
		s.double = true
		return doc.LQuote
	case '”', '»', '›':
		s.double = false
		return doc.RQuote
	case '"':
		s.double = s.opens(i, end, s.double)
		if s.double {
			return doc.LQuote
		}
		return doc.RQuote
	case '&':
		return doc.CC
	case '%', '‰':
		return doc.NN
	case '#':
		return doc.Hash
	}
	return doc.SYM
}

// opens reports whether the quotation mark between i and end opens a
// quotation; open says whether one is.
func (s *scanner) opens(i, end int, open bool) bool {
	prev, _ := before(s.text, 0, i)
	next, _ := peek(s.text, end, s.end)
	left := prev == cSpace || prev == cDash || i > 0 && strings.IndexByte("([{-/", s.text[i-1]) >= 0
	right := next == cSpace
	switch {
	case left && !right:
		return !open || next.word() || next == cMoney
	case right && !left:
		return false
	}
	return !open
}

// dots reads an ellipsis, a number without its zero, or a full stop.
func (s *scanner) dots(i int) int {
	end := i + 1
	for end < s.limit && s.text[end] == '.' {
		end++
	}
	if end-i > 1 {
		s.emit(i, end, doc.Colon)
		return end
	}
	if c, _ := s.peek(end); c == cDigit && !s.glued(i) {
		return s.number(i)
	}
	s.emit(i, end, doc.Period)
	return s.gluedNote(end)
}

// gluedNote reads a note mark that no pass before this one knew: one to three
// digits between the sign that a word ends with, at end, and a blank.
func (s *scanner) gluedNote(end int) int {
	d := end
	for d < s.limit && '0' <= s.text[d] && s.text[d] <= '9' {
		d++
	}
	if d == end || d-end > 3 || s.text[end] == '0' || !s.afterWord() {
		return end
	}
	if c, _ := peek(s.text, d, s.end); c != cSpace {
		return end
	}
	next := skipSpace(s.text, d, s.end)
	if c, _ := peek(s.text, next, s.end); (c == cLower && s.out[len(s.out)-1].Tag != doc.Comma) || c == cDigit {
		return end
	}
	s.emit(end, d, doc.TagNote)
	return d
}

// afterWord reports whether the signs read last stand glued to a word that ends
// in two letters and holds no digit.
func (s *scanner) afterWord() bool {
	i := len(s.out) - 1
	for ; i >= 0; i-- {
		t := s.out[i]
		if t.Tag != doc.Period && t.Tag != doc.Comma && t.Tag != doc.RQuote && t.Tag != doc.RParen {
			break
		}
		if i == 0 || s.out[i-1].End != t.Start {
			return false
		}
	}
	if i < 0 || s.out[i].Tag != doc.TagNone {
		return false
	}
	w := s.text[s.out[i].Start:s.out[i].End]
	c, n := before(w, 0, len(w))
	d, _ := before(w, 0, len(w)-n)
	return c.letter() && d.letter() && !strings.ContainsAny(w, "0123456789")
}

// super reads superscript digits that no word took: a note mark.
func (s *scanner) super(i int) int {
	end := i
	for {
		c, n := s.peek(end)
		if c != cSuper {
			break
		}
		end += n
	}
	tag := doc.TagNote
	if s.glued(i) && (s.out[len(s.out)-1].Tag == doc.SYM || s.out[len(s.out)-1].Tag == doc.LParen) {
		tag = doc.CD
	}
	s.emit(i, end, tag)
	return end
}

// apostrophe reads a token that begins with an apostrophe or single quote.
func (s *scanner) apostrophe(i, n int) int {
	end := i + n
	if end < s.limit && s.text[i] == s.text[end] && (s.text[i] == '\'' || s.text[i] == '`') {
		tag := doc.RQuote // '' and `` stand for double marks
		if s.text[i] == '`' {
			tag = doc.LQuote
		}
		s.emit(i, end+1, tag)
		return end + 1
	}
	c, m := s.peek(end)
	switch {
	case s.glued(i):
		if k := s.clitic(end); k > 0 {
			s.emit(i, k, doc.TagNone)
			return k
		}
	case c == cDigit && !isOpen(s.text[i:end]): // '90s
		if k := end + m; k < s.limit {
			if d, _ := s.peek(k); d == cDigit {
				return s.number(i)
			}
		}
	case c.letter():
		if k := s.wordEnd(end); lookup(elided, s.text[end:k]) {
			s.emit(i, k, doc.TagNone)
			return k
		}
	}
	s.emit(i, end, s.singleTag(i, end))
	return end
}

func isOpen(q string) bool { return q == "‘" || q == "‛" || q == "`" }

// singleTag tells a possessive apostrophe from single quotation marks.
func (s *scanner) singleTag(i, end int) doc.Tag {
	if isOpen(s.text[i:end]) {
		s.single = true
		return doc.LQuote
	}
	next, _ := peek(s.text, end, s.end)
	if !s.glued(i) || next.word() {
		prev, _ := before(s.text, 0, i)
		if next != cSpace && (prev == cSpace || !s.single) {
			s.single = true
			return doc.LQuote
		}
		s.single = false
		return doc.RQuote
	}
	last := s.out[len(s.out)-1]
	if w := s.text[last.Start:last.End]; !s.single && last.Tag == doc.TagNone && strings.ContainsAny(w[len(w)-1:], "sSxXzZ") && next == cSpace {
		return doc.POS
	}
	s.single = false
	return doc.RQuote
}

// clitic returns the end of the clitic whose letters begin at i, 0 if there is
// none.
func (s *scanner) clitic(i int) int {
	for _, c := range clitics {
		k := i + len(c)
		if k > s.limit || !strings.EqualFold(s.text[i:k], c) {
			continue
		}
		if next, _ := s.peek(k); next == cLower || next == cUpper || next == cMark {
			continue
		}
		return k
	}
	return 0
}

// wordEnd returns the end of the letters, digits and marks that begin at i.
func (s *scanner) wordEnd(i int) int {
	for {
		c, n := s.peek(i)
		if !c.word() || n == 0 {
			return i
		}
		i += n
	}
}

// number reads what begins with a digit, a sign's dot or an apostrophe before
// digits.
func (s *scanner) number(start int) int {
	i := start + 1
	if s.text[start] >= utf8.RuneSelf {
		_, n := s.peek(start)
		i = start + n
	}
	for i < s.limit {
		c, n := s.peek(i)
		if c == cDigit {
			i += n
			continue
		}
		if next, _ := s.peek(i + n); next == cDigit && s.inNumber(start, i) {
			i += n
			continue
		}
		break
	}
	if c, n := s.peek(i); c == cSuper && s.text[start:i] == "10" {
		for c == cSuper {
			i += n
			c, n = s.peek(i)
		}
	}
	return s.word(start, i)
}

// inNumber reports whether the sign at i, before a digit, is part of the
// number that begins at start.
func (s *scanner) inNumber(start, i int) bool {
	switch s.text[i] {
	case ',', '.', '/':
		return true
	case ':':
		return i-start <= 2
	}
	return false
}
