package timex

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// An Atom is a word, or a piece of one that hyphens and slashes part.
type Atom struct {
	Low    string // in lower case
	Word   int    // index of the word
	Upper  bool   // begins with a capital
	Number bool   // belongs to the number of a figure: no year, no day
}

// IsDash reports whether s is a hyphen or a dash.
func IsDash(s string) bool {
	return s == "-" || s == "–" || s == "—" || s == "‐" || s == "‑" || s == "−"
}

// Atoms splits a short text, such as a caption, into atoms; Word counts them.
func Atoms(s string) (out []Atom) {
	start := -1
	flush := func(end int) {
		if start >= 0 {
			r, _ := utf8.DecodeRuneInString(s[start:])
			out = append(out, Atom{Low: strings.ToLower(s[start:end]), Word: len(out), Upper: unicode.IsUpper(r)})
			start = -1
		}
	}
	for i, r := range s {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if start < 0 {
				start = i
			}
		case unicode.IsSpace(r) || r == '.':
			flush(i)
		default:
			flush(i)
			out = append(out, Atom{Low: string(r), Word: len(out)})
		}
	}
	flush(len(s))
	return out
}

// splits reports whether a word with a hyphen may hold a time: it has a digit,
// or begins with mid-, early-, late-, year-, or names a month.
func splits(low string) bool {
	if strings.Contains(low, "www.") || strings.Contains(low, "://") || strings.IndexByte(low, '@') >= 0 {
		return false
	}
	if strings.IndexFunc(low, unicode.IsDigit) >= 0 {
		return true
	}
	a, b, _ := strings.Cut(low, "-")
	if _, ok := partWords[a]; ok {
		return true
	}
	return monthOf[a] > 0 || monthOf[b] > 0
}

// gluedNote reports whether s is a year, a full stop and a small number.
func gluedNote(s string) bool {
	y, err := strconv.Atoi(s[:4])
	n, err2 := strconv.Atoi(s[5:])
	return err == nil && err2 == nil && y >= 1900 && y < 2100 && n > 0 && s[5] != '0'
}

// AppendAtoms adds the atoms of one word of a sentence, raw as written and low in lower
// case, to dst; number says that it belongs to the number of a figure.
func AppendAtoms(dst []Atom, word int, raw, low string, number bool) []Atom {
	first, _ := utf8.DecodeRuneInString(raw)
	upper := unicode.IsUpper(first)
	if i := strings.IndexByte(low, '.'); i == 4 && len(low) <= 7 && gluedNote(low) {
		low = low[:4]
	}
	for at := 0; ; {
		k := strings.IndexAny(low, "-/–‐‑")
		if k <= 0 || len(low) == 1 || !splits(low) {
			break
		}
		n := 1
		if low[k] >= 0x80 {
			n = 3
		}
		dst = append(dst, Atom{low[:k], word, upper, number}, Atom{low[k : k+n], word, false, number})
		at += k + n
		low, upper = low[k+n:], at < len(raw) && raw[at] >= 'A' && raw[at] <= 'Z'
	}
	if low != "" {
		dst = append(dst, Atom{low, word, upper, number})
	}
	return dst
}
