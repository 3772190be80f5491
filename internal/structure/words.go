package structure

import (
	"unicode"
	"unicode/utf8"
)

// A word is a word of the text as it is compared: by the hash of its letters
// and digits in lower case, apostrophes left out.
type word struct {
	hash       uint64
	start, end int
}

const (
	fnvStart = 14695981039346656037
	fnvPrime = 1099511628211
)

// appendWords appends the words of s[from:to] to list. A hyphen and a line
// break inside a word are left out: "mum-\nble" is one word.
func appendWords(list []word, s string, from, to int) []word {
	h, start := uint64(fnvStart), -1
	end := from
	flush := func() {
		if start >= 0 {
			list = append(list, word{h, start, end})
			h, start = fnvStart, -1
		}
	}
	for i := from; i < to; {
		c := s[i]
		switch {
		case c|0x20 >= 'a' && c|0x20 <= 'z':
			c |= 0x20
			fallthrough
		case isDigit(c):
			if start < 0 {
				start = i
			}
			h = (h ^ uint64(c)) * fnvPrime
			i++
			end = i
		case c == '\'':
			i++
		case c == '-' && start >= 0 && i+2 < to && s[i+1] == '\n' && s[i+2]|0x20 >= 'a' && s[i+2]|0x20 <= 'z':
			i += 2
		case c < 0x80:
			flush()
			i++
		default:
			r, n := utf8.DecodeRuneInString(s[i:to])
			if unicode.IsLetter(r) || unicode.IsMark(r) {
				if start < 0 {
					start = i
				}
				h = (h ^ uint64(unicode.ToLower(r))) * fnvPrime
				end = i + n
			} else if r != '’' && r != '\u00AD' {
				flush()
			}
			i += n
		}
	}
	flush()
	return list
}

// gramHash mixes the hashes of the words of a gram, order kept.
func gramHash(words []word) uint64 {
	h := uint64(fnvStart)
	for i := range words {
		h = (h ^ words[i].hash) * fnvPrime
		h ^= h >> 29
	}
	return h * 0x9E3779B97F4A7C15
}
