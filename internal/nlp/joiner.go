package nlp

import (
	"strings"

	"analyze/internal/doc"
)

// A joiner decides whether a word broken at the end of a line is written with
// a hyphen or without. It lists the words of the document at the first such
// break only.
type joiner struct {
	d     *doc.Document
	words map[string]bool // of the document in small letters, without those broken
}

// join looks at a word whose piece text[part:i] ends in a hyphen that blanks
// follow from right on. It returns the end of the word's second half and the
// word joined from part on, or 0 where the line does not break there.
func (j *joiner) join(text string, part, i, right, limit int) (int, string) {
	k := skipSpace(text, right, limit)
	c, _ := peek(text, k, limit)
	if j == nil || c != cLower || i-part < 2 || strings.Count(text[right:k], "\n") != 1 {
		return 0, ""
	}
	if c, _ := at(text, part); !c.letter() {
		return 0, ""
	}
	end := k
	for {
		c, n := peek(text, end, limit)
		if !c.word() || n == 0 {
			break
		}
		end += n
	}
	left, tail := text[part:i], text[k:end]
	switch tail {
	case "and", "or", "to", "und": // "short- and long-term"
		return 0, ""
	}
	if j.hyphened(left, tail) {
		return end, left + "-" + tail
	}
	return end, left + tail
}

// hyphened reports whether the word is one with a hyphen. The document's own
// spelling decides; then what English knows.
func (j *joiner) hyphened(left, tail string) bool {
	if j.words == nil {
		j.list()
	}
	left, tail = strings.ToLower(left), strings.ToLower(tail)
	if j.words[left+tail] {
		return false
	}
	if j.words[left+"-"+tail] {
		return true
	}
	m := perceptron()
	if m.knows(left + tail) {
		return false
	}
	return m.knows(left) && m.knows(tail) && len(left) > 2 && len(tail) > 2
}

// list notes the words of the document.
func (j *joiner) list() {
	j.words = map[string]bool{}
	for _, f := range strings.Fields(j.d.Text) {
		f = strings.TrimFunc(f, func(r rune) bool {
			c := cOther
			if r < 0x80 {
				c = asciiClasses[r]
			} else {
				c = classOf(r)
			}
			return !c.word() && c != cHyphen
		})
		if f != "" && f[len(f)-1] != '-' {
			j.words[strings.ToLower(f)] = true
		}
	}
}
