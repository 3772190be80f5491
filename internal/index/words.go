package index

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A Word is a word of a text as search sees it: Exact is folded (small
// letters, without accents, apostrophes and the possessive), Stem is what its
// forms have in common in the language of the text. Start and End are bytes of
// the text, half-open.
type Word struct {
	Exact, Stem string
	Start, End  int
	// Number tells Exact from others, counted from 0, in an Analyzer that
	// numbers its words.
	Number uint32
}

// An Analyzer splits texts of one language into words. It remembers the words
// it has seen, so one serves many texts of a goroutine; it is not safe for use
// by several at once.
//
// Words are runs of letters, marks and digits. Hyphens and dashes part them;
// full stops between single letters (U.S.), marks between digits (40,000; 3.5)
// and apostrophes (Sana'a) do not. A word divided by a hyphen at the end of a
// line is one. "el-" reads "al-". Scripts without blanks give a word for each
// sign, and words in a row are found as a phrase.
type Analyzer struct {
	stem func(string) string
	seen map[string]forms
	// only, if not nil, are the first bytes, folded, of the words that are asked
	// for: of others that begin with a Latin letter nothing but their place is
	// told.
	only *[256]bool
	// numbers are those of the exact forms seen, nil if they are not numbered.
	numbers map[string]uint32
}

type forms struct {
	exact, stem string
	cut         int // bytes of the end that are no part: 's
	number      uint32
}

// seenLimit bounds what an Analyzer remembers.
const seenLimit = 1 << 17

// NewAnalyzer returns an Analyzer for a language given as BCP 47; languages
// without a stemmer keep their words as they are.
func NewAnalyzer(lang string) *Analyzer {
	return &Analyzer{stem: Stemmer(lang), seen: make(map[string]forms)}
}

// NewNumbering returns an Analyzer that leaves words as they are and numbers
// them.
func NewNumbering() *Analyzer {
	a := NewAnalyzer(NoLanguage)
	a.numbers = map[string]uint32{}
	return a
}

func (a *Analyzer) number(exact string) uint32 {
	if a.numbers == nil {
		return 0
	}
	n, ok := a.numbers[exact]
	if !ok {
		n = uint32(len(a.numbers))
		a.numbers[exact] = n
	}
	return n
}

// BaseLanguage is the language of a BCP 47 tag in lower case, "en" for "".
func BaseLanguage(tag string) string {
	base, _, _ := strings.Cut(strings.ToLower(tag), "-")
	if base == "" {
		return "en"
	}
	return base
}

// Words calls yield with the words of s in order, until it returns false.
func (a *Analyzer) Words(s string, yield func(Word) bool) {
	for i := 0; i < len(s); {
		start, end, joined := nextWord(s, i)
		if start < 0 {
			return
		}
		i = end
		if a.passes(s[start]) {
			if !yield(Word{Start: start, End: end}) {
				return
			}
			continue
		}
		var f forms
		if joined {
			f = a.forms(unhyphenate(s[start:end]))
			f.cut = 0
		} else {
			f = a.forms(s[start:end])
		}
		if f.exact == "" {
			continue
		}
		if f.exact == "el" && end < len(s) && s[end] == '-' {
			f.exact, f.stem, f.number = "al", "al", a.number("al")
		}
		if !yield(Word{f.exact, f.stem, start, end - f.cut, f.number}) {
			return
		}
	}
}

// passes reports whether a word that begins with c is none of those asked for.
func (a *Analyzer) passes(c byte) bool {
	if a.only == nil || c >= utf8.RuneSelf || asciiClass[c] != letter {
		return false
	}
	return !a.only[c|0x20]
}

// All returns the words of s.
func (a *Analyzer) All(s string) []Word {
	var out []Word
	a.Words(s, func(w Word) bool { out = append(out, w); return true })
	return out
}

func (a *Analyzer) forms(raw string) forms {
	if f, ok := a.seen[raw]; ok {
		return f
	}
	if len(a.seen) >= seenLimit {
		clear(a.seen)
	}
	raw = strings.Clone(raw)
	var f forms
	f.exact, f.cut = fold(raw)
	f.stem = f.exact
	if a.stem != nil && f.exact != "" {
		f.stem = a.stem(f.exact)
	}
	f.number = a.number(f.exact)
	a.seen[raw] = f
	return f
}

func stemmable(s string) bool {
	for i := range len(s) {
		if s[i] >= '0' && s[i] <= '9' {
			return false
		}
	}
	return len(s) > 2 && len(s) < 64
}

// Classes of bytes and runes that nextWord goes by.
const (
	other = iota
	letter
	digit
	sign // a letter of a script without blanks
)

var asciiClass = func() (t [128]uint8) {
	for c := range t {
		switch r := rune(c); {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z':
			t[c] = letter
		case r >= '0' && r <= '9':
			t[c] = digit
		}
	}
	return t
}()

func classOf(s string, i int) (class uint8, size int) {
	if c := s[i]; c < utf8.RuneSelf {
		return asciiClass[c], 1
	}
	r, n := utf8.DecodeRuneInString(s[i:])
	switch {
	case r == utf8.RuneError:
		return other, n
	case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar):
		return sign, n
	case unicode.IsLetter(r), unicode.IsMark(r):
		return letter, n
	case unicode.Is(unicode.Nd, r):
		return digit, n
	case r == '\u00ad', r == '\u200c', r == '\u200d': // soft hyphen, joiners
		return letter, n
	}
	return other, n
}

// nextWord returns the next word of s at or after i, start -1 if there is none.
// joined says that it goes over a hyphen at the end of a line.
func nextWord(s string, i int) (start, end int, joined bool) {
	start = -1
	for i < len(s) {
		c, n := classOf(s, i)
		if c == sign {
			return i, i + n + marks(s[i+n:]), false
		}
		if c != other {
			start = i
			break
		}
		i += n
	}
	if start < 0 {
		return -1, len(s), false
	}
	for i < len(s) {
		c, n := classOf(s, i)
		switch {
		case c == letter || c == digit:
			i += n
			continue
		case c == sign:
			return start, i, joined
		}
		if m := inside(s, start, i); m > 0 {
			i += m
			continue
		}
		if m := lineHyphen(s, i); m > 0 && i > start+1 {
			i += m
			joined = true
			continue
		}
		break
	}
	return start, i, joined
}

// marks is the length of the combining marks that s begins with.
func marks(s string) int {
	for i, r := range s {
		if !unicode.IsMark(r) {
			return i
		}
	}
	return len(s)
}

// inside returns the length of a mark at i that does not part the word that
// began at start, 0 if it does.
func inside(s string, start, i int) int {
	if i+1 >= len(s) {
		return 0
	}
	switch c := s[i]; {
	case c == '.' || c == ',':
		if asciiAt(s, i-1) == digit && asciiAt(s, i+1) == digit {
			return 1
		}
		if c == '.' && asciiAt(s, i+1) == letter && asciiAt(s, i-1) == letter && asciiAt(s, i-2) == other && asciiAt(s, i+2) != letter {
			return 1 // U.S
		}
	case c == '\'':
		if cl, _ := classOf(s, i+1); cl == letter {
			return 1
		}
	case strings.HasPrefix(s[i:], "’"), strings.HasPrefix(s[i:], "ʼ"), strings.HasPrefix(s[i:], "‘"):
		n := len("’")
		if s[i] != 0xe2 {
			n = len("ʼ")
		}
		if i+n < len(s) {
			if cl, _ := classOf(s, i+n); cl == letter {
				return n
			}
		}
	}
	return 0
}

func asciiAt(s string, i int) uint8 {
	if i < 0 || i >= len(s) || s[i] >= utf8.RuneSelf {
		return other
	}
	return asciiClass[s[i]]
}

// lineHyphen returns the length of hyphen and line end at i where a word is
// divided there.
func lineHyphen(s string, i int) int {
	if s[i] != '-' || asciiAt(s, i-1) != letter {
		return 0
	}
	j := i + 1
	for j < len(s) && (s[j] == ' ' || s[j] == '\r') {
		j++
	}
	if j >= len(s) || s[j] != '\n' {
		return 0
	}
	for j++; j < len(s) && s[j] == ' '; j++ {
	}
	if j < len(s) && s[j] >= 'a' && s[j] <= 'z' {
		return j - i
	}
	return 0
}

func unhyphenate(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if n := lineHyphen(s, i); n > 0 {
			i += n - 1
			continue
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// fold returns the word raw in small letters, without accents, apostrophes and
// the possessive, and how many bytes of its end were the possessive.
func fold(raw string) (exact string, cut int) {
	s := raw
	for _, end := range [...]string{"'s", "’s", "'S", "’S"} {
		if rest, ok := strings.CutSuffix(s, end); ok && rest != "" {
			s, cut = rest, len(end)
			break
		}
	}
	plain := true
	for i := range len(s) {
		if c := s[i]; c >= utf8.RuneSelf || asciiClass[c] == other {
			plain = false
			break
		}
	}
	if plain {
		return strings.ToLower(s), cut
	}
	numeric := asciiClass[s[0]&0x7f] == digit && s[0] < utf8.RuneSelf
	var b strings.Builder
	for _, r := range norm.NFKD.String(s) {
		switch {
		case r == '.' && numeric:
			b.WriteByte('.')
		case unicode.Is(unicode.Mn, r), r == '\u00ad', r == '\u200c', r == '\u200d':
		case unicode.IsLetter(r), unicode.IsMark(r), unicode.IsDigit(r):
			if two := letters[r]; two != "" {
				b.WriteString(two)
			} else {
				b.WriteRune(unicode.ToLower(r))
			}
		}
	}
	return b.String(), cut
}

// letters are those that decomposition leaves whole.
var letters = map[rune]string{
	'ß': "ss", 'ẞ': "ss", 'æ': "ae", 'Æ': "ae", 'œ': "oe", 'Œ': "oe", 'ø': "o", 'Ø': "o", 'đ': "d", 'Đ': "d",
	'ð': "d", 'Ð': "d", 'þ': "th", 'Þ': "th", 'ł': "l", 'Ł': "l", 'ı': "i", 'İ': "i", 'ħ': "h", 'Ħ': "h", 'ŧ': "t", 'Ŧ': "t",
}
