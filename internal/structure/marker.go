package structure

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A markerKind is the form of what stands at the start of a line before its
// text.
type markerKind uint8

const (
	noMarker      markerKind = iota
	hashMarker               // ## text
	quoteMarker              // > text
	bulletMarker             // • text
	numberDot                // 1. text
	numberParen              // 1) text
	parenNumber              // (1) text
	parenLetter              // (a) text, (iv) text
	letterParen              // a) text
	letterDot                // A. text
	romanDot                 // IV. text
	decimalMarker            // 2.1 text
	superMarker              // ¹⁴ text
	caretMarker              // ^{4 text, ^4 text, [^4]: text
	bracketMarker            // [12] text
	numberBlank              // 16 Text
	signMarker               // * text, † text
)

// A marker is what stands at the start of a line before its text.
type marker struct {
	kind  markerKind
	label string // without punctuation: "14", "a", "IV"
	num   int    // its number: of (c) 3, of IV. 4, of ## 2; 0 where it has none
	n     int    // bytes up to the text
}

// isNote reports whether the form alone says that a note begins.
func (m marker) isNote() bool { return m.kind == superMarker || m.kind == caretMarker }

// isNumber reports whether the marker is an arabic number that may count notes.
func (m marker) isNumber() bool {
	switch m.kind {
	case numberDot, numberParen, parenNumber, superMarker, caretMarker, bracketMarker, numberBlank:
		return true
	}
	return false
}

const bullets = "•·‣▪▫◦●○■□–—-*+\u2043\uf0b7\uf0a7"

// readMarker reads the marker at the start of the line s.
func readMarker(s string) marker {
	if s == "" {
		return marker{}
	}
	switch c := s[0]; {
	case isDigit(c):
		return readNumber(s)
	case c == '(' || c == '[':
		return readBracket(s)
	case c == '#':
		return readHash(s)
	case c == '>':
		n := 0
		for n < len(s) && (s[n] == '>' || s[n] == ' ') {
			n++
		}
		return marker{kind: quoteMarker, num: strings.Count(s[:n], ">"), n: n}
	case c == '^':
		return readCaret(s)
	case c < 0x80 && isLetterByte(c):
		return readLetter(s)
	}
	return readSign(s)
}

// readHash reads the signs of a Markdown heading.
func readHash(s string) marker {
	n := 0
	for n < len(s) && s[n] == '#' {
		n++
	}
	if n > 6 || n == len(s) || s[n] != ' ' && s[n] != '\t' {
		return marker{}
	}
	return marker{kind: hashMarker, num: n, n: n + blanks(s[n:])}
}

// blanks counts the spaces and tabs at the start of s.
func blanks(s string) int { return len(s) - len(strings.TrimLeft(s, " \t\u00A0")) }

// readNumber reads "1. ", "1) ", "2.1 ", "2.1. ", "15.Text" and "16 Text".
func readNumber(s string) marker {
	num, n := leadingDigits(s)
	if n == 0 || n > 3 || n == len(s) {
		return marker{}
	}
	m := marker{label: s[:n], num: num}
	switch rest := s[n:]; {
	case rest[0] == '.' || rest[0] == ')':
		m.kind = numberDot
		if rest[0] == ')' {
			m.kind = numberParen
		}
		b := blanks(rest[1:])
		m.n = n + 1 + b
		if len(rest) == 1 || b > 0 {
			return m
		}
		if isDigit(rest[1]) && m.kind == numberDot {
			return readDecimal(s)
		}
		if r, _ := firstRune(rest[1:]); unicode.IsUpper(r) {
			return m
		}
	case rest[0] == ' ' || rest[0] == '\t':
		m.kind, m.n = numberBlank, n+blanks(rest)
		if r, _ := firstRune(s[m.n:]); unicode.IsUpper(r) {
			return m
		}
	default:
		if r, _ := firstRune(rest); unicode.IsUpper(r) {
			m.kind, m.n = numberBlank, n
			return m
		}
	}
	return marker{}
}

// readDecimal reads "2.1 Text" and "2.1.3. Text"; a decimal number of a
// sentence goes on in lower case.
func readDecimal(s string) marker {
	n, parts := 0, 1
	for n < len(s) && n < 12 && (isDigit(s[n]) || s[n] == '.') {
		if s[n] == '.' && n+1 < len(s) && isDigit(s[n+1]) {
			parts++
		}
		n++
	}
	b := blanks(s[n:])
	if r, _ := firstRune(s[n+b:]); b == 0 || !unicode.IsUpper(r) {
		return marker{}
	}
	return marker{kind: decimalMarker, label: strings.TrimRight(s[:n], "."), num: parts, n: n + b}
}

// readBracket reads "(1) ", "(a) ", "(iv) ", "[12] " and "[^4]: ".
func readBracket(s string) marker {
	closing := byte(')')
	if s[0] == '[' {
		closing = ']'
	}
	end := strings.IndexByte(s[:min(len(s), 10)], closing)
	if end < 2 {
		return marker{}
	}
	m := marker{label: s[1:end], n: end + 1}
	if closing == ']' {
		if strings.HasPrefix(m.label, "^") && strings.HasPrefix(s[m.n:], ":") {
			m.kind, m.label = caretMarker, m.label[1:]
			m.num, _ = leadingDigits(m.label)
			m.n += 1 + blanks(s[m.n+1:])
			return m
		}
		m.kind = bracketMarker
	}
	m.n += blanks(s[m.n:])
	if num, n := leadingDigits(m.label); n == len(m.label) && n > 0 && n < 4 {
		m.num = num
		if m.kind == noMarker {
			m.kind = parenNumber
		}
		return m
	}
	if m.kind == noMarker && m.n > end+1 {
		if m.num = letterNumber(m.label); m.num > 0 {
			m.kind = parenLetter
			return m
		}
	}
	return marker{}
}

// letterNumber returns the number that one letter or a small roman number
// stands for in a list, 0 if it is none.
func letterNumber(s string) int {
	if len(s) == 1 {
		if c := s[0] | 0x20; 'a' <= c && c <= 'z' {
			return int(c-'a') + 1
		}
		return 0
	}
	return roman(strings.ToUpper(s))
}

// roman returns the value of a roman number of capitals, 0 if s is none.
func roman(s string) int {
	sum, last := 0, 0
	if len(s) == 0 || len(s) > 8 {
		return 0
	}
	for i := len(s) - 1; i >= 0; i-- {
		v := 0
		switch s[i] {
		case 'I':
			v = 1
		case 'V':
			v = 5
		case 'X':
			v = 10
		case 'L':
			v = 50
		case 'C':
			v = 100
		default:
			return 0
		}
		if v < last {
			sum -= v
		} else {
			sum, last = sum+v, v
		}
	}
	return sum
}

// readLetter reads "a) ", "A. ", "IV. " and "IV) ".
func readLetter(s string) marker {
	n := 0
	for n < len(s) && n < 9 && s[n] < 0x80 && isLetterByte(s[n]) {
		n++
	}
	if n == len(s) || s[n] != '.' && s[n] != ')' {
		return marker{}
	}
	b := blanks(s[n+1:])
	if b == 0 {
		return marker{}
	}
	m := marker{label: s[:n], n: n + 1 + b}
	upper := s[:n] == strings.ToUpper(s[:n])
	switch {
	case s[n] == ')':
		m.kind, m.num = letterParen, letterNumber(m.label)
	case upper && roman(m.label) > 0:
		m.kind, m.num = romanDot, roman(m.label)
	case n == 1:
		m.kind, m.num = letterDot, letterNumber(m.label)
	}
	if m.num == 0 {
		return marker{}
	}
	return m
}

// readCaret reads "^{4 text", "^{4} text" and "^4 text". Between number and
// text may stand the remains of a quotation mark in HTML: "^{4 &}quot;".
func readCaret(s string) marker {
	at := 1
	brace := strings.HasPrefix(s, "^{")
	if brace {
		at = 2
	}
	num, n := leadingDigits(s[at:])
	if n == 0 {
		return marker{}
	}
	m := marker{kind: caretMarker, label: s[at : at+n], num: num}
	at += n
	at += blanks(s[at:])
	rest := s[at:]
	for _, p := range []string{"&}quot;", "}&quot;", "}"} {
		if brace && strings.HasPrefix(rest, p) {
			at += len(p)
			break
		}
	}
	m.n = at + blanks(s[at:])
	return m
}

// readSign reads superscript numbers, bullets and the signs of notes.
func readSign(s string) marker {
	if num, n := leadingSuper(s); n > 0 {
		label := itoa(num)
		return marker{kind: superMarker, label: label, num: num, n: n + blanks(s[n:])}
	}
	r, n := utf8.DecodeRuneInString(s)
	switch r {
	case '†', '‡', '§', '¶':
		return marker{kind: signMarker, label: string(r), n: n + blanks(s[n:])}
	}
	b := blanks(s[n:])
	if !strings.ContainsRune(bullets, r) || r == utf8.RuneError {
		return marker{}
	}
	if b == 0 {
		if strings.ContainsRune("•‣▪▫◦●■\uf0b7\uf0a7", r) && n < len(s) {
			return marker{kind: bulletMarker, n: n}
		}
		if first, _ := utf8.DecodeRuneInString(s[n:]); r == '*' && unicode.IsUpper(first) && !strings.Contains(s[n:], "*") {
			return marker{kind: signMarker, label: "*", n: n}
		}
		return marker{}
	}
	return marker{kind: bulletMarker, n: n + b}
}

// itoa writes a small number.
func itoa(n int) string {
	if n < 10 {
		return string(rune('0' + n))
	}
	return itoa(n/10) + string(rune('0'+n%10))
}
