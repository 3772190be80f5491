package nlp

import (
	"strings"

	"analyze/internal/doc"
)

// A verdict says how reading a word goes on after a sign inside it.
type verdict uint8

const (
	goOn verdict = iota // the sign is part of the word
	stop                // the word ends where the verdict says
	done                // the word's tokens are out already
)

// word reads a word that begins at start and is known to reach to i.
func (s *scanner) word(start, i int) int {
	if end := s.address(start); end > 0 {
		s.emit(start, end, doc.TagNone)
		return end
	}
	part := start // begins after the last hyphen
	for {
		c, n := s.peek(i)
		v := stop
		switch {
		case n == 0:
		case c.word():
			i, v = i+n, goOn
		case c == cApos:
			i, v = s.inWordApos(start, i, n)
		case c == cHyphen:
			var next int
			if next, v = s.inWordHyphen(start, part, i, n); v == goOn {
				part = next
			}
			i = next
		case c == cDot:
			i, v = s.inWordDot(start, part, i)
		case c == cSuper && lookup(units, strings.TrimLeft(s.text[start:i], "0123456789.,")):
			i += n
		default:
			i, v = s.inWordSign(start, i, n, c)
		}
		switch v {
		case stop:
			s.emit(start, i, doc.TagNone)
			return i
		case done:
			return i
		}
	}
}

// inWordApos decides over an apostrophe inside a word.
func (s *scanner) inWordApos(start, i, n int) (int, verdict) {
	next, m := s.peek(i + n)
	if !next.letter() || s.clitic(i+n) > 0 {
		return i, stop
	}
	if b := s.text[i+n]; b == 't' || b == 'T' {
		after, _ := s.peek(i + n + m)
		if last := s.text[i-1]; !after.word() && (last == 'n' || last == 'N') && i-1 > start {
			s.emit(start, i-1, doc.TagNone)
			s.emit(i-1, i+n+1, doc.TagNone)
			return i + n + 1, done
		}
	}
	if isOpen(s.text[i:i+n]) && next == cUpper {
		return i, stop
	}
	return i + n, goOn
}

// inWordHyphen decides over a hyphen inside a word; part is where the piece
// before it begins.
func (s *scanner) inWordHyphen(start, part, i, n int) (int, verdict) {
	right := i + n
	next, _ := s.peek(right)
	if next == cSpace {
		if end, norm := s.joiner.join(s.text, part, i, right, s.limit); end > 0 {
			s.emit(start, end, doc.TagNone)
			if norm != "" {
				s.out[len(s.out)-1].Norm = s.text[start:part] + norm
			}
			return end, done
		}
		return i, stop
	}
	if !next.word() || next == cMark {
		return i, stop
	}
	if s.parts(s.text[part:i], right) {
		s.emit(start, i, doc.TagNone)
		s.emit(i, right, doc.Colon)
		return right, done
	}
	return right, goOn
}

// parts reports whether the hyphen between left and the word that begins at
// byte right is a token of its own.
func (s *scanner) parts(left string, right int) bool {
	next, _ := s.peek(right)
	first, _ := at(left, 0)
	last, _ := before(left, 0, len(left))
	if last == cDigit && next == cDigit {
		return first == cDigit
	}
	if next == cUpper {
		if first == cUpper {
			return !strings.EqualFold(left, "al") && !strings.EqualFold(left, "el") && !strings.EqualFold(left, "ul") && !strings.EqualFold(left, "at") &&
				len(left) > 1 && s.wordEnd(right) > right+1
		}
		return lookup(prefixes, left)
	}
	if first != cUpper || next != cLower || len(left) < 2 {
		return false
	}
	return lookup(tails, s.text[right:s.wordEnd(right)])
}

// inWordDot decides over a full stop inside or after a word.
func (s *scanner) inWordDot(start, part, i int) (int, verdict) {
	left := s.text[part:i]
	next, n := s.peek(i + 1)
	first, size := at(left, 0)
	prev, _ := before(left, 0, len(left))
	if next == cDigit {
		if prev == cDigit { // v2.0
			return i + 1 + n, goOn
		}
		if k := abbrOf(left); k == abbrNumber || k == abbrTitle {
			return i + 1, stop
		}
		return i, stop
	}
	if first.letter() && size == len(left) && len(left) < 5 {
		return s.initials(part, i)
	}
	if next.letter() {
		return s.gluedDot(left, i)
	}
	if s.abbreviation(left, i) {
		return i + 1, stop
	}
	return i, stop
}

// initials reads letters each with a full stop; the first stands before i.
func (s *scanner) initials(part, i int) (int, verdict) {
	end, count := i+1, 1
	for {
		c, n := s.peek(end)
		if !c.letter() {
			break
		}
		after, _ := s.peek(end + n)
		if after != cDot {
			if !after.word() && count > 1 {
				return end + n, stop // U.S.A
			}
			break
		}
		end += n + 1
		count++
	}
	if count > 1 {
		return end, stop
	}
	first, _ := at(s.text, part)
	if first == cUpper || s.text[part:i] == "v" || s.abbreviation(s.text[part:i], i) {
		return end, stop
	}
	return i, stop
}

// gluedDot decides over a full stop between letters.
func (s *scanner) gluedDot(left string, i int) (int, verdict) {
	end := s.wordEnd(i + 1)
	right := s.text[i+1 : end]
	if c, _ := s.peek(end); lookup(tlds, right) && strings.ToLower(right) == right && c != cApos {
		return end, goOn // a domain name
	}
	if c, _ := s.peek(end); len(left) <= 3 && len(right) == 1 && c == cDot && right[0] < 'a' { // Ph.D.
		return end + 1, stop
	}
	if abbrOf(left) == abbrTitle {
		return i + 1, stop
	}
	return i, stop
}

// abbreviation reports whether the full stop at i belongs to the word left
// before it, going by what follows.
func (s *scanner) abbreviation(left string, i int) bool {
	kind := abbrOf(left)
	if kind == notAbbr {
		return false
	}
	k := skipSpace(s.text, i+1, s.end)
	next, _ := peek(s.text, k, s.end)
	capital := left[0] < 'a'
	goes := next == cDigit || next == cLower || k < s.end && strings.IndexByte(",;:)", s.text[k]) >= 0
	switch kind {
	case abbrTitle:
		return k < s.end && (capital || goes || len(left) > 1)
	case abbrNumber:
		return next == cDigit || k > i+1 && k < s.end && strings.IndexByte("[(IVXLivxl", s.text[k]) >= 0 && romanAt(s.text[k:s.end])
	case abbrCapital:
		return capital && goes
	case abbrPlace:
		return capital && (goes || s.afterComma(i-len(left)))
	}
	return true
}

// romanAt reports whether t begins with a Roman number or a bracket.
func romanAt(t string) bool {
	n := 0
	for n < len(t) && strings.IndexByte("IVXLCivxlc", t[n]) >= 0 {
		n++
	}
	return n == 0 || n == len(t) || !asciiWord(t[n])
}

func asciiWord(b byte) bool {
	return b >= 0x80 || asciiClasses[b].word()
}

func (s *scanner) afterComma(i int) bool {
	return len(s.out) > 0 && s.out[len(s.out)-1].Tag == doc.Comma && i-s.out[len(s.out)-1].End <= 1
}

// inWordSign decides over any other sign after a word.
func (s *scanner) inWordSign(start, i, n int, c class) (int, verdict) {
	next, m := s.peek(i + n)
	left := s.text[start:i]
	switch {
	case s.text[i] == ',' && next == cDigit && strings.Trim(left, "0123456789OlI,.") == "" && left[0] >= '0' && left[0] <= '9':
		return i + n + m, goOn // 3O,000 of a scanner
	case s.text[i] == '_' && next.word():
		return i + n, goOn
	case s.text[i] == '&' && next == cUpper && i-start <= 3 && strings.ToUpper(left) == left:
		return i + n + m, goOn // R&D, AT&T
	case c == cMoney && i-start <= 3 && strings.ToUpper(left) == left && (next == cDigit || next == cSpace) && asciiClasses[left[0]&0x7f] == cUpper:
		s.emit(start, i+n, doc.Dollar)
		return i + n, done
	}
	return i, stop
}

// schemes begin an address of the web.
var schemes = [...]string{"http://", "https://", "www.", "ftp://", "mailto:"}

// address returns the end of the address of the web or of mail that begins at
// start, 0 if none does.
func (s *scanner) address(start int) int {
	t := s.text[start:s.limit]
	switch t[0] {
	case 'h', 'H', 'w', 'W', 'f', 'F', 'm', 'M':
		for _, p := range schemes {
			if len(t) > len(p) && strings.EqualFold(t[:len(p)], p) {
				return s.addressEnd(start)
			}
		}
	}
	// A domain with a path, or a name with @: seen by the first sign.
	i, dot := 0, false
	for i < len(t) && i < 64 && (t[i] < 0x80 && asciiClasses[t[i]].word() || t[i] == '-' || t[i] == '_' || t[i] == '.') {
		dot = dot || t[i] == '.'
		i++
	}
	if i == len(t) || i == 0 || i == 64 {
		return 0
	}
	switch t[i] {
	case '@':
		if i+1 < len(t) && asciiWord(t[i+1]) && strings.IndexByte(t[i+1:min(len(t), i+64)], '.') > 0 {
			return s.addressEnd(start)
		}
	case '/':
		if dot && lookup(tlds, t[strings.LastIndexByte(t[:i], '.')+1:i]) {
			return s.addressEnd(start)
		}
	}
	return 0
}

// addressEnd returns the end of an address: the next blank, quotation mark or
// angle bracket, with closing punctuation left out.
func (s *scanner) addressEnd(start int) int {
	i, open := start, 0
scan:
	for i < s.limit {
		c, n := s.peek(i)
		switch {
		case c == cSpace:
			break scan
		case strings.IndexByte("<>\"|", s.text[i]) >= 0 || strings.HasPrefix(s.text[i:], "”") || strings.HasPrefix(s.text[i:], "“"):
			break scan
		case s.text[i] == '(':
			open++
		case s.text[i] == ')':
			if open--; open < 0 {
				break scan
			}
		}
		i += n
	}
	for i > start+1 && (strings.IndexByte(".,;:!?'", s.text[i-1]) >= 0) {
		i--
	}
	if strings.HasSuffix(s.text[start:i], "’") {
		i -= len("’")
	}
	return i
}
