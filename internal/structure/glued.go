package structure

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// markForm is how a would-be note mark is written. The stronger a form, the
// less it can be anything else.
type markForm uint8

const (
	markSuper  markForm = iota // community.³
	markCaret                  // community.^3 community.^{3}
	markSquare                 // community [3]
	markStop                   // community.3 “community.”3
	markWord                   // community3
	markRound                  // community (3)
	markSign                   // community* community†
	markSpaced                 // community. 3 The
	markNumber                 // in 2012.3 The
)

// A candidate is something in the text that can be a note mark.
type candidate struct {
	start, end int
	num, last  int // the number, and the last one of "3-5" or "3,4"
	form       markForm
	sign       rune
}

// eachCandidate calls f for what can be a note mark in s[from:to], in order.
func eachCandidate(s string, from, to int, f func(candidate)) {
	for i := from; i < to; {
		c := s[i]
		if c >= 0x80 {
			if (c == 0xC2 || c == 0xE2) && superStart(s[i:to]) {
				i = superCandidate(s, from, i, to, f)
				continue
			}
			i++
			continue
		}
		switch {
		case isDigit(c):
			i = digitCandidate(s, from, i, to, f)
		case c == '^':
			i = caretCandidate(s, from, i, to, f)
		case c == '[' || c == '(':
			i = bracketCandidate(s, from, i, to, f)
		case c == '*':
			i = starCandidate(s, from, i, to, f)
		default:
			i++
		}
	}
}

// superStart reports whether s begins with a superscript digit, † or ‡.
func superStart(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return superDigit(r) >= 0 || r == '†' || r == '‡'
}

// superCandidate reads superscript digits, with "⁻", "," and "–" between, or a
// dagger. Powers (km², m³, 10⁶) are none.
func superCandidate(s string, from, i, to int, f func(candidate)) int {
	r, size := utf8.DecodeRuneInString(s[i:to])
	if r == '†' || r == '‡' {
		if i > from && !isBlankByte(s[i-1]) {
			f(candidate{start: i, end: i + size, form: markSign, sign: r})
		}
		return i + size
	}
	num, n := leadingSuper(s[i:to])
	if n == 0 {
		return i + size
	}
	end, last := i+n, num
	for _, sep := range []string{"⁻", "–", "-", ",", "˒", " "} {
		if strings.HasPrefix(s[end:to], sep) {
			if more, k := leadingSuper(s[end+len(sep) : to]); k > 0 && more > last {
				end, last = end+len(sep)+k, more
				break
			}
		}
	}
	if i > from && num > 0 && !isPower(s[max(from, i-8):i], num) {
		f(candidate{start: i, end: end, num: num, last: last, form: markSuper})
	}
	return end
}

// isPower reports whether a superscript behind before is a power of a unit or
// of a number.
func isPower(before string, num int) bool {
	if before == "" {
		return true
	}
	if isDigit(before[len(before)-1]) {
		return strings.HasSuffix(before, "10") && (len(before) == 2 || !isLetterByte(before[len(before)-3]) && !isDigit(before[len(before)-3]))
	}
	if num != 2 && num != 3 {
		return false
	}
	word := before[strings.LastIndexAny(before, " \t\n(/")+1:]
	switch strings.TrimLeft(word, "0123456789.,") {
	case "m", "km", "cm", "mm", "ft", "mi", "yd", "in", "dm", "R", "r", "x", "CO":
		return true
	}
	return false
}

// digitCandidate reads digits that are glued to a word or to the sign behind
// one, and digits that stand alone behind a sentence.
func digitCandidate(s string, from, i, to int, f func(candidate)) int {
	end := i
	for end < to && isDigit(s[end]) {
		end++
	}
	if end-i > 3 || s[i] == '0' || i == from {
		return skipWord(s, end, to)
	}
	num, _ := leadingDigits(s[i:end])
	c := candidate{start: i, end: end, num: num, last: num}
	before, size := utf8.DecodeLastRuneInString(s[from:i])
	prior, _ := utf8.DecodeLastRuneInString(s[from : i-size])
	switch {
	case strings.ContainsRune(".,;:!?)]”’\"'…»", before):
		if unicode.IsDigit(prior) && (before == '.' && afterNumber(s[from:i-1], s[end:to]) || before == ',' && end-i < 3 && endsGrouped(s[from:i-1])) {
			c.form = markNumber
			break
		}
		if unicode.IsDigit(prior) && strings.ContainsRune(".,:'’", before) || prior == utf8.RuneError || isBlank(prior) && before != '"' {
			return skipWord(s, end, to)
		}
		if before == '.' && isAbbreviation(s[from:i-1]) {
			return skipWord(s, end, to)
		}
		c.form = markStop
	case unicode.IsLower(before):
		c.form = markWord
		if lettersBefore(s[from:i]) < 3 {
			return skipWord(s, end, to)
		}
	case isBlank(before) && strings.ContainsRune(".!?”\"", prior) && end < to && s[end] == ' ':
		c.form = markSpaced
	default:
		return skipWord(s, end, to)
	}
	if end < to && (s[end] == ',' || s[end] == '-') {
		if more, k := leadingDigits(s[end+1 : to]); k > 0 && k < 4 && more > num && more < num+6 && boundary(s, end+1+k, to) {
			c.end, c.last = end+1+k, more
			f(c)
			return c.end
		}
	}
	if boundary(s, end, to) {
		f(c)
	}
	return skipWord(s, end, to)
}

// endsGrouped reports whether s ends with a number whose thousands are set apart, so
// that one or two digits behind the next comma are no part of it: "410,000".
func endsGrouped(s string) bool {
	n := len(s)
	return n > 4 && s[n-4] == ',' && isDigit(s[n-5]) && isDigit(s[n-3]) && isDigit(s[n-2]) && isDigit(s[n-1])
}

// afterNumber reports whether a full stop behind before, which ends with a
// digit, can end a sentence and no decimal begins with it: a new sentence
// follows.
func afterNumber(before, after string) bool {
	after = strings.TrimLeft(after, "”\"’)")
	if after != "" && !isBlankByte(after[0]) {
		return false
	}
	next := strings.TrimLeft(after, " \t\r\n")
	return (next == "" || startsUpper(next)) && !strings.Contains(before[strings.LastIndexAny(before, " \n(")+1:], ".")
}

// skipWord returns the end of the run of letters and digits at i.
func skipWord(s string, i, to int) int {
	for i < to && (isDigit(s[i]) || isLetterByte(s[i]) && s[i] < 0x80) {
		i++
	}
	return i
}

// boundary reports whether a note mark can end before s[i]: at a blank, at the
// end, or before a sign that no number goes on with.
func boundary(s string, i, to int) bool {
	if i >= to || isBlankByte(s[i]) {
		return true
	}
	if isDigit(s[i]) || isLetterByte(s[i]) && s[i] < 0x80 {
		return false
	}
	switch s[i] {
	case '%', '$', '/', '-', '+', '=', '<', '&', '#', '_', '\'', '(':
		return false
	case '.', ',', ':':
		return i+1 >= to || !isDigit(s[i+1])
	}
	r, _ := utf8.DecodeRuneInString(s[i:to])
	return r != '–' && r != '°' && r != '’' && !unicode.IsLetter(r)
}

// lettersBefore counts the letters at the end of s, up to 8. A capital in the
// middle (COVID, iPhone) or a hyphen before counts as no word.
func lettersBefore(s string) int {
	n := 0
	for n < 8 && len(s) > 0 {
		r, size := utf8.DecodeLastRuneInString(s)
		if !unicode.IsLetter(r) {
			if r == '/' || r == '_' || r == '@' || r == '=' || r == '.' || isDigit(s[len(s)-1]) {
				return 0
			}
			return n
		}
		s = s[:len(s)-size]
		n++
	}
	return n
}

// abbreviations stand before a number with a full stop that ends no sentence.
var abbreviations = set(`p pp no nos vol vols fig figs art arts para paras sec secs ch chap ed eds v s ss c ca cf n nn fn vs
	jan feb mar apr jun jul aug sep sept oct nov dec st col lt maj gen sgt cpl capt tel ext approx max min ver rev op cit eq
	art abs nr www u.s us e.g i.e al inc ltd co corp res doc a a/res`)

// isAbbreviation reports whether s, which a full stop follows, ends with an
// abbreviation that stands before numbers, or with an address of the web.
func isAbbreviation(s string) bool {
	at := strings.LastIndexAny(s, " \t\n([,;“\"")
	word := s[at+1:]
	if strings.Contains(word, "/") || strings.Contains(word, "www.") {
		return true
	}
	return abbreviations[strings.ToLower(word)] && (len(word) < 3 || word != strings.ToUpper(word) || strings.Contains(word, "."))
}

// caretCandidate reads "^12", "^{12" and "^{12}", and "[^12]" from its caret.
func caretCandidate(s string, from, i, to int, f func(candidate)) int {
	at := i + 1
	brace := at < to && s[at] == '{'
	if brace {
		at++
	}
	num, n := leadingDigits(s[at:to])
	if n == 0 || n > 3 {
		return i + 1
	}
	end := at + n
	start := i
	if brace && end < to && s[end] == '}' {
		end++
	}
	if i > from && s[i-1] == '[' && end < to && s[end] == ']' {
		start, end = i-1, end+1
	} else if i > from && isDigit(s[i-1]) && !brace {
		return end
	}
	if start > from {
		f(candidate{start: start, end: end, num: num, last: num, form: markCaret})
	}
	return end
}

// bracketCandidate reads "[12]", "[3, 4]", "[3–5]" and "(12)".
func bracketCandidate(s string, from, i, to int, f func(candidate)) int {
	closing, form := byte(']'), markSquare
	if s[i] == '(' {
		closing, form = ')', markRound
	}
	num, n := leadingDigits(s[i+1 : to])
	if n == 0 || n > 3 {
		return i + 1
	}
	at, last := i+1+n, num
	for form == markSquare && at < to && at-i < 24 && s[at] != closing {
		r, size := utf8.DecodeRuneInString(s[at:to])
		if more, k := leadingDigits(s[at:to]); k > 0 && k < 4 {
			last, at = max(last, more), at+k
		} else if strings.ContainsRune(",;-– ", r) {
			at += size
		} else {
			break
		}
	}
	if at >= to || s[at] != closing || i == from {
		return i + 1
	}
	f(candidate{start: i, end: at + 1, num: num, last: last, form: form})
	return at + 1
}

// starCandidate reads an asterisk that is glued to a word and is no sign of
// emphasis: no other one follows in the line.
func starCandidate(s string, from, i, to int, f func(candidate)) int {
	end := i
	for end < to && s[end] == '*' {
		end++
	}
	if i > from && end-i < 4 && !isBlankByte(s[i-1]) && (end >= to || isBlankByte(s[end]) || strings.IndexByte(".,;:)", s[end]) >= 0) {
		lineStart := max(from, strings.LastIndexByte(s[max(from, i-400):i], '\n')+max(from, i-400)+1)
		if strings.Count(s[lineStart:i], "*")%2 == 0 {
			f(candidate{start: i, end: end, form: markSign, sign: '*', num: end - i})
		}
	}
	return end
}

func isBlankByte(c byte) bool { return c == ' ' || '\t' <= c && c <= '\r' }
