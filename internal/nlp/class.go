package nlp

import (
	"unicode"
	"unicode/utf8"
)

// A class is what a character is to the tokeniser.
type class uint8

const (
	cSpace  class = iota // parts tokens: white space, controls, byte order marks
	cLower               // a small letter, or a letter of a script without capitals
	cUpper               // a capital
	cDigit               // a decimal digit
	cMark                // goes on a word and never begins one: accents, joiners, soft hyphens
	cApos                // ' ’ ‘ and their like
	cHyphen              // - ‐ ‑
	cDash                // – — ― −
	cDot
	cSlash
	cMoney
	cSuper // superscript digits
	cOther // a sign that is a token of its own
)

var asciiClasses = func() (t [utf8.RuneSelf]class) {
	for r := range t {
		switch c := rune(r); {
		case c <= ' ' || c == 0x7f:
			t[r] = cSpace
		case 'a' <= c && c <= 'z':
			t[r] = cLower
		case 'A' <= c && c <= 'Z':
			t[r] = cUpper
		case '0' <= c && c <= '9':
			t[r] = cDigit
		case c == '\'' || c == '`':
			t[r] = cApos
		case c == '-':
			t[r] = cHyphen
		case c == '.':
			t[r] = cDot
		case c == '/':
			t[r] = cSlash
		case c == '$':
			t[r] = cMoney
		default:
			t[r] = cOther
		}
	}
	return t
}()

// classOf returns the class of a character beyond ASCII.
func classOf(r rune) class {
	switch r {
	case '’', '‘', 'ʼ', 'ʻ', '‛', '´', '′':
		return cApos
	case '‐', '‑':
		return cHyphen
	case '–', '—', '―', '−', '‒':
		return cDash
	case 0xfeff, 0x200b, 0x2060:
		return cSpace
	case 0xad, 0x200c, 0x200d, 0xfffd:
		return cMark
	case '¹', '²', '³', '⁰', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹':
		return cSuper
	case 'ª', 'º':
		return cLower
	}
	switch {
	case unicode.IsUpper(r) || unicode.IsTitle(r):
		return cUpper
	case unicode.IsLetter(r):
		return cLower
	case unicode.IsDigit(r) || unicode.Is(unicode.No, r) || unicode.Is(unicode.Nl, r):
		return cDigit
	case unicode.IsMark(r):
		return cMark
	case unicode.IsSpace(r) || unicode.IsControl(r):
		return cSpace
	case unicode.Is(unicode.Sc, r):
		return cMoney
	}
	return cOther
}

// at returns the class and the length of the character at byte i of s.
func at(s string, i int) (class, int) {
	if b := s[i]; b < utf8.RuneSelf {
		return asciiClasses[b], 1
	}
	r, n := utf8.DecodeRuneInString(s[i:])
	if r == utf8.RuneError && n == 1 {
		return cMark, 1
	}
	return classOf(r), n
}

// peek is at for an i that may lie at or beyond end, where it is cSpace.
func peek(s string, i, end int) (class, int) {
	if i >= end {
		return cSpace, 0
	}
	return at(s[:end], i)
}

// before returns the class of the character that ends at byte i of s, and its
// length; cSpace at or before start.
func before(s string, start, i int) (class, int) {
	if i <= start {
		return cSpace, 0
	}
	if b := s[i-1]; b < utf8.RuneSelf {
		return asciiClasses[b], 1
	}
	r, n := utf8.DecodeLastRuneInString(s[start:i])
	if r == utf8.RuneError && n == 1 {
		return cMark, 1
	}
	return classOf(r), n
}

func (c class) letter() bool { return c == cLower || c == cUpper }

// word reports whether c goes on a word.
func (c class) word() bool { return c >= cLower && c <= cMark }

// skipSpace returns the first byte at or after i that is not blank, or end.
func skipSpace(s string, i, end int) int {
	for i < end {
		c, n := at(s[:end], i)
		if c != cSpace {
			break
		}
		i += n
	}
	return i
}
