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
// many columns; with 0 columns it is one line. A line that is a heading begins
// without the indent.
func folded(s, indent string, heading bool, columns int) string {
	first := indent
	if heading {
		first = ""
	}
	if columns <= 2*len(indent) {
		return first + s + "\n"
	}
	var b strings.Builder
	b.WriteString(first)
	at, blank := len(first), ""
	for i, word := range strings.Split(s, " ") {
		if n := visible(word); i > 0 && at+len(blank)+n > columns && word != "" {
			b.WriteString("\n" + indent + word)
			at, blank = len(indent)+n, " "
		} else {
			b.WriteString(blank + word)
			at, blank = at+len(blank)+n, " "
		}
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
