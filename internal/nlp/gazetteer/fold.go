package gazetteer

import (
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// An atom is the unit of comparison: a run of letters and digits, or one of the
// marks that count. Its text is hashed while it is read, so that a scan that
// finds nothing allocates nothing.
type atom struct {
	hash       uint64
	start, end int // bytes of the word
	letters    int // letters and digits, full stops left out
	upper      int // capital letters among them
	first      rune
	possessive bool // the s of a possessive
	broken     bool // a mark that no name contains
}

const (
	hashSeed  = 0xcbf29ce484222325
	hashPrime = 0x100000001b3
)

// mix spreads h over all its bits; the last step of MurmurHash3.
func mix(h uint64) uint64 {
	h ^= h >> 33
	h *= 0xff51afd7ed558ccd
	h ^= h >> 33
	h *= 0xc4ceb9fe1a85ec53
	return h ^ h>>33
}

// join adds an atom to the hash of those before it.
func join(h, atom uint64) uint64 { return mix(h*31 + atom) }

func hashString(s string) uint64 {
	h := uint64(hashSeed)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * hashPrime
	}
	return mix(h)
}

var (
	hashEl  = hashString("el")
	hashAl  = hashString("al")
	hashAnd = hashString("and")
	hashS   = hashString("s")
)

// Classes of runes.
const (
	isLetter = iota
	isGap    // parts atoms: blank, hyphen, slash, full stop
	isQuote  // apostrophe: vanishes inside a word
	isMark   // an atom of its own: , ( ) &
	isIgnored
	isBreak
)

func class(r rune) int {
	switch r {
	case ' ', '\t', '\n', '\r', 0xa0, 0x202f, 0x2009, '-', '‐', '‑', '–', '/', '.', '·', '_':
		return isGap
	case '\'', '’', '‘', 'ʼ', 'ʻ', 'ʿ', 'ʾ', '`', '´', '′', 'ˈ':
		return isQuote
	case ',', '(', ')', '&', '+':
		return isMark
	case 0xad, 0x200b, 0x200c, 0x200d, 0x2060, 0xfeff:
		return isIgnored
	}
	switch {
	case unicode.IsLetter(r), unicode.IsDigit(r):
		return isLetter
	case unicode.Is(unicode.Mn, r):
		return isIgnored
	}
	return isBreak
}

var asciiClass = func() (t [128]uint8) {
	for r := range t {
		t[r] = uint8(class(rune(r)))
	}
	return t
}()

// special holds the letters that do not decompose into a base and a mark.
var special = map[rune]string{
	'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'ł': "l", 'đ': "d", 'ð': "d", 'þ': "th",
	'ı': "i", 'ħ': "h", 'ŋ': "n", 'ə': "a", 'ŧ': "t", 'ĸ': "k", 'ſ': "s", 'ƶ': "z", 'ɓ': "b", 'ɗ': "d", 'ƙ': "k", 'ɛ': "e", 'ɔ': "o",
}

// folds gives, for the Latin letters beyond ASCII, what they are compared as.
var folds = sync.OnceValue(func() map[rune]string {
	m := make(map[rune]string, 1024)
	add := func(lo, hi rune) {
		for r := lo; r <= hi; r++ {
			if !unicode.IsLetter(r) {
				continue
			}
			low := unicode.ToLower(r)
			base, _ := utf8.DecodeRuneInString(norm.NFD.String(string(low)))
			if s, ok := special[base]; ok {
				m[r] = s
			} else {
				m[r] = string(base)
			}
		}
	}
	add(0xc0, 0x24f)
	add(0x250, 0x2af)
	add(0x1e00, 0x1eff)
	return m
})

// foldRune is what r is compared as: r in lower case, without accents.
func foldRune(r rune) string {
	if s, ok := folds()[r]; ok {
		return s
	}
	return string(unicode.ToLower(r))
}

// nextAtom reads the atom of w at or after byte i. ok is false where none is
// left.
func nextAtom(w string, i int) (a atom, ok bool) {
	quoted := false // an apostrophe stands just before
	for i < len(w) {
		r, n := rune(w[i]), 1
		c := isLetter
		if r < utf8.RuneSelf {
			c = int(asciiClass[r])
		} else {
			r, n = utf8.DecodeRuneInString(w[i:])
			c = class(r)
		}
		switch c {
		case isLetter:
			return readAtom(w, i, quoted), true
		case isMark:
			h := hashString(w[i : i+n])
			if r == '&' {
				h = hashAnd
			}
			return atom{hash: h, start: i, end: i + n, first: r}, true
		case isBreak:
			return atom{start: i, end: i + n, first: r, broken: true}, true
		case isQuote:
			quoted = true
		case isGap:
			quoted = false
		}
		i += n
	}
	return atom{}, false
}

// readAtom reads the run of letters that begins at i.
func readAtom(w string, i int, quoted bool) atom {
	a := atom{start: i}
	h := uint64(hashSeed)
	dotted := 0 // letters each followed by a full stop
loop:
	for i < len(w) {
		r, n := rune(w[i]), 1
		c := isLetter
		if r < utf8.RuneSelf {
			c = int(asciiClass[r])
		} else {
			r, n = utf8.DecodeRuneInString(w[i:])
			c = class(r)
		}
		switch c {
		case isLetter:
			if dotted > 0 && a.letters > dotted {
				break loop
			}
			if a.letters == 0 {
				a.first = r
			}
			a.letters++
			if r < utf8.RuneSelf {
				if 'A' <= r && r <= 'Z' {
					a.upper++
					r += 'a' - 'A'
				}
				h = (h ^ uint64(r)) * hashPrime
				break
			}
			if unicode.IsUpper(r) {
				a.upper++
			}
			s := foldRune(r)
			for k := 0; k < len(s); k++ {
				h = (h ^ uint64(s[k])) * hashPrime
			}
		case isIgnored:
		case isQuote:
			if !joins(w, i+n) {
				break loop
			}
		case isGap:
			// "U.S.A." is one atom; "St.Louis" and "No.5" are two.
			if r != '.' || a.letters != dotted+1 || !initialAt(w, i+n) {
				break loop
			}
			dotted++
		default:
			break loop
		}
		i += n
		a.end = i
	}
	a.hash = mix(h)
	if a.hash == hashEl {
		a.hash = hashAl
	}
	a.possessive = quoted && a.letters == 1 && a.hash == hashS
	return a
}

// joins reports whether an apostrophe before byte i of w lies inside a word: a
// letter follows, and not just the s of a possessive.
func joins(w string, i int) bool {
	r, n := utf8.DecodeRuneInString(w[i:])
	if i >= len(w) || class(r) != isLetter {
		return false
	}
	if r != 's' && r != 'S' {
		return true
	}
	if i+n >= len(w) {
		return false
	}
	r, _ = utf8.DecodeRuneInString(w[i+n:])
	return class(r) == isLetter
}

// initialAt reports whether at byte i of w there stands one letter that no
// other letter follows.
func initialAt(w string, i int) bool {
	if i >= len(w) {
		return false
	}
	r, n := utf8.DecodeRuneInString(w[i:])
	if class(r) != isLetter {
		return false
	}
	if i+n >= len(w) {
		return true
	}
	r, _ = utf8.DecodeRuneInString(w[i+n:])
	return class(r) != isLetter
}

// hashName is the hash of all atoms of a name; ok is false where it has none or
// contains a mark that no name may contain.
func hashName(s string) (h uint64, ok bool) {
	for i := 0; ; {
		a, more := nextAtom(s, i)
		if !more {
			return h, ok
		}
		if a.broken {
			return 0, false
		}
		h, ok, i = join(h, a.hash), true, a.end
	}
}

// Fold is the form under which names are compared, for callers that need a key
// of their own: its atoms with single blanks between. Names that fold alike are
// found by each other.
func Fold(s string) string {
	b := make([]byte, 0, len(s))
	for i := 0; ; {
		a, more := nextAtom(s, i)
		if !more {
			return string(b)
		}
		i = a.end
		if a.broken {
			continue
		}
		if len(b) > 0 {
			b = append(b, ' ')
		}
		b = appendFolded(b, s[a.start:a.end], a)
	}
}

func appendFolded(b []byte, s string, a atom) []byte {
	switch a.hash {
	case hashAl:
		return append(b, "al"...)
	case hashAnd:
		return append(b, "and"...)
	}
	for _, r := range s {
		switch class(r) {
		case isLetter:
			b = append(b, foldRune(r)...)
		case isMark:
			b = utf8.AppendRune(b, r)
		}
	}
	return b
}
