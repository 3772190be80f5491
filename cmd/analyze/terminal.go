package main

import (
	"io"
	"os"
	"strings"
	"unicode/utf8"

	"golang.org/x/term"
)

// columnsOf is how many columns w has if it is a terminal, else 0.
func columnsOf(w io.Writer) int {
	f, ok := w.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return 0
	}
	n, _, err := term.GetSize(int(f.Fd()))
	if err != nil {
		return 0
	}
	return n
}

// folded returns s behind the indent, broken at blanks into lines of at most so
// many columns, each indented; with 0 columns it is one line.
func folded(s, indent string, columns int) string {
	if columns <= 2*len(indent) {
		return indent + s + "\n"
	}
	var b strings.Builder
	at := 0
	for _, word := range strings.Fields(s) {
		n := visible(word)
		switch {
		case at == 0:
			b.WriteString(indent)
			at = len(indent)
		case at+1+n > columns:
			b.WriteString("\n" + indent)
			at = len(indent)
		default:
			b.WriteByte(' ')
			at++
		}
		b.WriteString(word)
		at += n
	}
	b.WriteByte('\n')
	return b.String()
}

// visible is how many letters of s are shown: those that set bold are not.
func visible(s string) int {
	for _, code := range []string{boldOn, boldOff} {
		s = strings.ReplaceAll(s, code, "")
	}
	return utf8.RuneCountInString(s)
}

// What sets a terminal's letters bold, and back.
const (
	boldOn  = "\x1b[1m"
	boldOff = "\x1b[0m"
)
