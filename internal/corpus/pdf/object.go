// Package pdf reads what stands on the pages of a PDF file (ISO 32000): each
// sign with its place, size and font. It reads damaged files as far as they go,
// undoes encryption that asks for no password, and follows no loop: objects,
// forms and page trees have bounded depth, and the work on a file is bounded.
//
// A File is not safe for concurrent use.
package pdf

import (
	"strconv"
)

// An object is one of nil, bool, int, float64, name, str, array, dict, ref,
// *stream.
type object any

type (
	name  string
	str   string
	array []object
	dict  map[name]object
	ref   struct{ num, gen int }
)

// A stream is a dictionary with bytes, as they stand in the file.
type stream struct {
	dict dict
	raw  []byte
	id   ref // for decryption; zero where there is none to do
}

// keyword is a word that is no object: obj, R, an operator.
type keyword string

// maxNest is how deep arrays and dictionaries may nest.
const maxNest = 64

// A lexer reads objects from bytes.
type lexer struct {
	data []byte
	at   int
}

func isSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func isDelim(c byte) bool {
	switch c {
	case '(', ')', '<', '>', '[', ']', '{', '}', '/', '%':
		return true
	}
	return false
}

// space passes over blanks and comments.
func (l *lexer) space() {
	for l.at < len(l.data) {
		c := l.data[l.at]
		switch {
		case isSpace(c):
			l.at++
		case c == '%':
			for l.at < len(l.data) && l.data[l.at] != '\n' && l.data[l.at] != '\r' {
				l.at++
			}
		default:
			return
		}
	}
}

// end is what next returns behind the last object.
type end struct{}

// next reads an object or keyword. References are read by read, which looks
// ahead.
func (l *lexer) next(depth int) object {
	l.space()
	if l.at >= len(l.data) {
		return end{}
	}
	switch c := l.data[l.at]; {
	case c == '/':
		return l.name()
	case c == '(':
		return l.literal()
	case c == '<' && l.at+1 < len(l.data) && l.data[l.at+1] == '<':
		l.at += 2
		return l.dict(depth + 1)
	case c == '<':
		return l.hex()
	case c == '[':
		l.at++
		return l.array(depth + 1)
	case c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.':
		return l.number()
	case isDelim(c):
		l.at++
		if c == '>' && l.at < len(l.data) && l.data[l.at] == '>' {
			l.at++
			return keyword(">>")
		}
		return keyword(c)
	}
	start := l.at
	for l.at < len(l.data) && !isSpace(l.data[l.at]) && !isDelim(l.data[l.at]) {
		l.at++
	}
	switch w := string(l.data[start:l.at]); w {
	case "true":
		return true
	case "false":
		return false
	case "null":
		return nil
	default:
		return keyword(w)
	}
}

// read reads an object, "12 0 R" as a reference.
func (l *lexer) read(depth int) object {
	o := l.next(depth)
	num, ok := o.(int)
	if !ok || num < 0 {
		return o
	}
	back := l.at
	if gen, ok := l.next(depth).(int); ok && gen >= 0 {
		if k, ok := l.next(depth).(keyword); ok && k == "R" {
			return ref{num, gen}
		}
	}
	l.at = back
	return o
}

func (l *lexer) number() object {
	start := l.at
	real := false
	stop := -1
	for l.at < len(l.data) {
		c := l.data[l.at]
		if c == '.' {
			real = true
		} else if !(c >= '0' && c <= '9' || (c == '-' || c == '+') && l.at == start) {
			if c == '-' && stop < 0 { // 12-34: some writers leave such; the rest is noise
				stop = l.at
				for l.at < len(l.data) && !isSpace(l.data[l.at]) && !isDelim(l.data[l.at]) {
					l.at++
				}
			}
			break
		}
		l.at++
	}
	if stop < 0 {
		stop = l.at
	}
	s := string(l.data[start:min(stop, start+40)])
	if !real {
		if n, err := strconv.Atoi(s); err == nil {
			return n
		}
	}
	if f, err := strconv.ParseFloat(s, 64); err == nil {
		return f
	}
	if l.at == start {
		l.at++
	}
	return 0
}

func (l *lexer) name() object {
	l.at++
	var b []byte
	for l.at < len(l.data) && !isSpace(l.data[l.at]) && !isDelim(l.data[l.at]) {
		c := l.data[l.at]
		if c == '#' && l.at+2 < len(l.data) {
			if v := unhex(l.data[l.at+1])<<4 | unhex(l.data[l.at+2]); v >= 0 {
				b = append(b, byte(v))
				l.at += 3
				continue
			}
		}
		b = append(b, c)
		l.at++
	}
	return name(b)
}

// unhex returns the value of a hexadecimal digit, a negative number for none.
func unhex(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	}
	return -1 << 8
}

func (l *lexer) hex() object {
	l.at++
	var b []byte
	high := -1
	for l.at < len(l.data) {
		c := l.data[l.at]
		l.at++
		if c == '>' {
			break
		}
		v := unhex(c)
		switch {
		case v < 0:
		case high < 0:
			high = v
		default:
			b = append(b, byte(high<<4|v))
			high = -1
		}
	}
	if high >= 0 {
		b = append(b, byte(high<<4))
	}
	return str(b)
}

// literal reads a string in round brackets.
func (l *lexer) literal() object {
	l.at++
	var b []byte
	open := 1
	for l.at < len(l.data) {
		c := l.data[l.at]
		l.at++
		switch c {
		case '(':
			open++
		case ')':
			if open--; open == 0 {
				return str(b)
			}
		case '\\':
			b = l.escape(b)
			continue
		case '\r':
			if l.at < len(l.data) && l.data[l.at] == '\n' {
				l.at++
			}
			c = '\n'
		}
		b = append(b, c)
	}
	return str(b)
}

// escape reads what stands behind a backslash.
func (l *lexer) escape(b []byte) []byte {
	if l.at >= len(l.data) {
		return b
	}
	c := l.data[l.at]
	l.at++
	switch c {
	case 'n':
		return append(b, '\n')
	case 'r':
		return append(b, '\r')
	case 't':
		return append(b, '\t')
	case 'b':
		return append(b, '\b')
	case 'f':
		return append(b, '\f')
	case '\r':
		if l.at < len(l.data) && l.data[l.at] == '\n' {
			l.at++
		}
		return b
	case '\n':
		return b
	}
	if c < '0' || c > '7' {
		return append(b, c)
	}
	v := int(c - '0')
	for k := 0; k < 2 && l.at < len(l.data) && l.data[l.at] >= '0' && l.data[l.at] <= '7'; k++ {
		v = v<<3 | int(l.data[l.at]-'0')
		l.at++
	}
	return append(b, byte(v))
}

func (l *lexer) array(depth int) object {
	var a array
	for {
		o := l.read(depth)
		switch k := o.(type) {
		case end:
			return a
		case keyword:
			if k == "]" || k == ">>" || k == "endobj" || depth > maxNest {
				return a
			}
			continue
		}
		if depth <= maxNest {
			a = append(a, o)
		}
	}
}

func (l *lexer) dict(depth int) object {
	d := dict{}
	for {
		key := l.next(depth)
		switch k := key.(type) {
		case end:
			return d
		case keyword:
			if k == ">>" || k == "endobj" || k == "stream" || depth > maxNest {
				return d
			}
		case name:
			v := l.read(depth)
			if w, ok := v.(keyword); ok {
				if w == ">>" {
					return d
				}
				v = nil
			}
			if _, ok := v.(end); ok {
				return d
			}
			d[k] = v
		}
	}
}
