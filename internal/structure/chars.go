package structure

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// superDigit returns the digit that r is as a superscript, or -1.
func superDigit(r rune) int {
	switch {
	case r == '¹':
		return 1
	case r == '²':
		return 2
	case r == '³':
		return 3
	case r == '⁰' || '⁴' <= r && r <= '⁹':
		return int(r - '⁰')
	}
	return -1
}

// leadingSuper returns the number written in superscripts at the start of s
// and the bytes that it takes, 0 if there is none.
func leadingSuper(s string) (num, n int) {
	for i, r := range s {
		d := superDigit(r)
		if d < 0 || num > 999 {
			return num, i
		}
		num = num*10 + d
	}
	return num, len(s)
}

// leadingDigits returns the number at the start of s and its length in bytes;
// numbers of more than four digits count as none.
func leadingDigits(s string) (num, n int) {
	for n < len(s) && isDigit(s[n]) {
		if n == 4 {
			return 0, 0
		}
		num = num*10 + int(s[n]-'0')
		n++
	}
	return num, n
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func isLetterByte(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= 0x80 }

// firstRune returns the first character of s behind opening quotes, brackets
// and signs of emphasis, and the bytes before it.
func firstRune(s string) (rune, int) {
	for i, r := range s {
		switch r {
		case '"', '“', '”', '‘', '’', '\'', '„', '«', '»', '(', '[', '*', '_', ' ', '`', '¿', '¡':
			continue
		}
		return r, i
	}
	return utf8.RuneError, len(s)
}

// startsLower reports whether the text s begins in the middle of a sentence as
// far as letters tell: with a lower-case letter. A script without case says
// nothing.
func startsLower(s string) bool {
	r, _ := firstRune(s)
	return unicode.IsLower(r)
}

// startsUpper reports whether s begins with a capital or a digit.
func startsUpper(s string) bool {
	r, _ := firstRune(s)
	return unicode.IsUpper(r) || unicode.IsTitle(r) || unicode.IsDigit(r)
}

// strip returns s without note marks, closing quotes, brackets and emphasis at
// its end.
func strip(s string) string {
	for range 8 {
		t := strings.TrimRight(s, " \t\r\n\"'*_`)]}»")
		t = strings.TrimSuffix(strings.TrimSuffix(t, "”"), "’")
		t = trimEndMark(t)
		if len(t) == len(s) {
			break
		}
		s = t
	}
	return s
}

// trimEndMark cuts a note mark off the end of s: superscripts, "[12", "^{12",
// or digits glued to a sentence's last sign.
func trimEndMark(s string) string {
	for {
		r, n := utf8.DecodeLastRuneInString(s)
		if n == 0 || superDigit(r) < 0 {
			break
		}
		s = s[:len(s)-n]
	}
	d := len(s)
	for d > 0 && isDigit(s[d-1]) && len(s)-d < 4 {
		d--
	}
	if d == len(s) || d == 0 || len(s)-d > 3 {
		return s
	}
	switch before := s[:d]; {
	case strings.HasSuffix(before, "^{"):
		return s[:d-2]
	case strings.HasSuffix(before, "[") || strings.HasSuffix(before, "^"):
		return s[:d-1]
	case endsIn(before, ".!?”\"’)") && d > 1 && !isDigit(s[d-2]):
		return before
	}
	return s
}

// endsIn reports whether the last character of s is one of set.
func endsIn(s, set string) bool {
	r, n := utf8.DecodeLastRuneInString(s)
	return n > 0 && strings.ContainsRune(set, r)
}

// endsSentence reports whether s ends like a sentence: with a full stop or its
// like before closing quotes, brackets and note marks.
func endsSentence(s string) bool { return endsIn(strip(s), ".!?…:;。！？؟") }

// hyphenated reports whether s ends with a hyphen that tears a word.
func hyphenated(s string) bool {
	r, n := utf8.DecodeLastRuneInString(s)
	if r != '-' && r != '\u00AD' && r != '‐' || n == len(s) {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(s[:len(s)-n])
	return unicode.IsLetter(before)
}

// lastWord returns the last word of s in lower case, without what is no letter.
func lastWord(s string) string {
	end := len(s)
	for end > 0 {
		r, n := utf8.DecodeLastRuneInString(s[:end])
		if unicode.IsLetter(r) {
			break
		}
		if !isBlank(r) && r != ',' {
			return ""
		}
		end -= n
	}
	start := end
	for start > 0 && end-start < 24 {
		r, n := utf8.DecodeLastRuneInString(s[:start])
		if !unicode.IsLetter(r) {
			break
		}
		start -= n
	}
	return strings.ToLower(s[start:end])
}

// openWords are words after which no English sentence ends.
var openWords = set(`a an the this these every each no of in on at by for from with without into onto
	upon under over between among against during before after since until through throughout within
	about around towards toward via per than as and or but nor if that which who whom whose where when
	while because although though whether is are was were be been being has have had do does did will
	would can could may might must shall should to its their his her our your my some any several many
	most more less such very not both either neither including according`)

// hasPrefixFold reports whether s begins with prefix, which is in lower case
// and ASCII, in letters of any case.
func hasPrefixFold(s, prefix string) bool {
	if len(s) < len(prefix) {
		return false
	}
	for i := 0; i < len(prefix); i++ {
		c := s[i]
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		if c != prefix[i] {
			return false
		}
	}
	return true
}

// set makes a set of the words of s.
func set(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}

// hasSentenceBreak reports whether a sentence ends and another begins inside s,
// perhaps with a note mark between. A full stop behind an abbreviation or
// initial ends none.
func hasSentenceBreak(s string) bool {
	for i := 4; i+2 < len(s); i++ {
		if s[i] != '.' || isAbbreviation(s[:i]) || s[i-1] < 'a' && !isDigit(s[i-1]) || s[i-1] > 'z' && s[i-1] < 0x80 {
			continue
		}
		next := strings.TrimLeft(s[i+1:], "0123456789\"”’)")
		if strings.HasPrefix(next, " ") && startsUpper(next[1:]) && i-strings.LastIndexAny(s[:i], " .(")-1 > 2 {
			return true
		}
	}
	return false
}

// words counts the words of s up to limit.
func words(s string, limit int) int {
	n, in := 0, false
	for i := 0; i < len(s) && n < limit; i++ {
		blank := s[i] <= ' '
		if !blank && !in {
			n++
		}
		in = !blank
	}
	return n
}

// allCaps reports whether s has at least three letters and no lower-case one
// but for what stands glued to digits or in brackets.
func allCaps(s string) bool {
	upper := 0
	for _, r := range s {
		switch {
		case unicode.IsUpper(r):
			upper++
		case unicode.IsLower(r):
			return false
		}
	}
	return upper >= 3
}
