package figure

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"

	"analyze/internal/doc"
)

// form says what a piece is made of.
type form uint8

const (
	word form = iota
	digits
	fraction // a character such as ½
	sign
)

// A piece is a token or a part of one: "35-year-old" is five, "$1.2bn" three.
// The grammar reads pieces, so that it does not depend on where a tokenizer
// cuts numbers from their units.
type piece struct {
	doc.Span
	low     string // in lower case, apostrophes and dashes made plain
	tok     int    // index in Document.Tokens, -1 in a table's cell
	tag     doc.Tag
	form    form
	glued   bool // nothing stands between it and the piece before
	upper   bool // begins with a capital
	caps    bool // all capitals
	mention int  // 1 + index of the mention that it stands in, 0 for none
	misread bool // letters in it were read as digits
	lex     lexeme
}

// cutter cuts text into pieces.
type cutter struct {
	text string
	out  []piece
	// scanned is set where the document has letters for digits in words that
	// can be nothing else; then doubtful ones are read so too.
	scanned bool
}

// token cuts one token. Letters with digits inside that are no number with
// its unit stay whole, since they are names (F-16, H1N1).
func (c *cutter) token(s doc.Span, tok int, tag doc.Tag, norm string) {
	t := c.text[s.Start:s.End]
	if norm == "" && onlyLetters(t) {
		c.letterWord(s, tok, tag, t)
		return
	}
	if fixed := misread(t, c.scanned); fixed != "" && norm == "" {
		c.add(s, tok, tag, digits, fixed)
		c.out[len(c.out)-1].misread = true
		return
	}
	if c.degreesBefore(t) {
		c.add(doc.Span{Start: s.Start, End: s.Start + 1}, tok, tag, word, t[:1])
		c.add(doc.Span{Start: s.Start + 1, End: s.End}, tok, tag, sign, ".")
		return
	}
	if norm != "" || !splits(t) && !c.unitBehind(t) {
		c.add(s, tok, tag, word, cmp.Or(norm, t))
		return
	}
	for i := 0; i < len(t); {
		n, f := c.next(t, i)
		c.add(doc.Span{Start: s.Start + i, End: s.Start + i + n}, tok, tag, f, t[i:i+n])
		i += n
	}
}

// letterWord adds a word of ASCII letters, which needs none of what add asks.
func (c *cutter) letterWord(s doc.Span, tok int, tag doc.Tag, t string) {
	large := 0
	for i := 0; i < len(t); i++ {
		if t[i] <= 'Z' {
			large++
		}
	}
	p := piece{Span: s, low: t, tok: tok, tag: tag, upper: large > 0, caps: large > 0 && large == len(t)}
	if large > 0 {
		p.low = strings.ToLower(t)
	}
	if n := len(c.out); n > 0 && c.out[n-1].End == s.Start {
		p.glued = true
	}
	c.out = append(c.out, p)
}

// onlyLetters reports whether t is ASCII letters and nothing else, as most words
// are: there is nothing to cut.
func onlyLetters(t string) bool {
	for i := 0; i < len(t); i++ {
		if !isLetter(t[i]) {
			return false
		}
	}
	return true
}

// hasCapital reports whether a capital stands in t: "iPhone".
func hasCapital(t string) bool {
	for i := 0; i < len(t); i++ {
		switch b := t[i]; {
		case b >= utf8.RuneSelf:
			return strings.ContainsFunc(t[i:], unicode.IsUpper)
		case b >= 'A' && b <= 'Z':
			return true
		}
	}
	return false
}

// degreesBefore reports whether t is the "C." of "40 °C." at the end of a
// sentence, which looks like an initial.
func (c *cutter) degreesBefore(t string) bool {
	if len(c.out) == 0 || len(t) != 2 || t[1] != '.' {
		return false
	}
	low := c.out[len(c.out)-1].low
	if n := len(c.out); low == "/" && n > 2 && c.out[n-1].glued && c.out[n-3].form == digits {
		return true // "119 g/L."
	}
	if t != "C." && t != "F." {
		return false
	}
	return low == "°" || low == "degrees" || low == "degree"
}

// unitBehind reports whether t goes on from a number: "year-old" behind 15,
// "US113" behind "$".
func (c *cutter) unitBehind(t string) bool {
	if len(c.out) == 0 {
		return false
	}
	last := &c.out[len(c.out)-1]
	if last.low == "$" && (strings.HasPrefix(t, "US") || strings.HasPrefix(t, "CA") || strings.HasPrefix(t, "A")) && isDigit(t[len(t)-1]) {
		return true
	}
	i := strings.IndexByte(t, '-')
	if i < 3 || last.form == word && !isNumberWord(last.low) || last.form == sign {
		return false
	}
	low := strings.ToLower(t)
	return unitWords[low[:i]] && !unitWords[low]
}

// unitWords are the measures that are one word and no symbol.
var unitWords = func() map[string]bool {
	m := map[string]bool{}
	for w, list := range units {
		for _, ph := range list {
			m[w] = m[w] || len(ph.words) == 1 && ph.is[0].symbol == "" && len(w) > 2
		}
	}
	return m
}()

// misread returns the digits that a scanner took for letters in t: "1,2l0",
// "86O", "l995"; "" where t is no such word.
func misread(t string, scanned bool) string {
	if len(t) < 2 || len(t) > 12 || !hasDigit(t) || !strings.ContainsAny(t, "OolI") {
		return ""
	}
	count, letters := 0, 0
	for i := 0; i < len(t); i++ {
		switch b := t[i]; {
		case isDigit(b):
			count++
		case b == ',' || b == '.':
			if i == 0 || i+1 == len(t) {
				return ""
			}
		case b == 'O' || b == 'o' && i > 0:
			letters++
		case (b == 'l' || b == 'I') && (i+1 < len(t) && t[i+1] != '.' || scanned):
			letters++
		default:
			return ""
		}
	}
	if letters == 1 && count > 0 && t[0] == 'l' && len(t) <= 3 {
		return unscan.Replace(t) // no word begins so
	}
	fixed := unscan.Replace(t)
	if count > 0 && letters > 0 && strings.IndexByte(t, ',') > 0 && !strings.ContainsAny(t, "lI") && (!strings.Contains(t, "o") || strings.HasSuffix(t, "oo")) && wellGrouped(fixed) {
		return fixed
	}
	if n := len(t); count > 0 && letters >= 2 && strings.Trim(t[:n-letters], "123456789") == "" && strings.Trim(t[n-letters:], "O") == "" {
		return fixed // "9OO"
	}
	if letters == 0 || !scanned && (count < 2 || count <= letters) || count == 0 {
		return ""
	}
	return fixed
}

// hasDigit reports whether a digit stands in t, which most words show at once.
func hasDigit(t string) bool {
	for i := 0; i < len(t); i++ {
		if isDigit(t[i]) {
			return true
		}
	}
	return false
}

// digitLike reports whether all of t could be digits and the marks in them.
func digitLike(t string) bool {
	for i := 0; i < len(t); i++ {
		switch b := t[i]; {
		case isDigit(b), b == 'O', b == 'o', b == 'l', b == 'I', b == ',', b == '.':
		default:
			return false
		}
	}
	return true
}

var unscan = strings.NewReplacer("O", "0", "o", "0", "l", "1", "I", "1")

// splits reports whether the token t is to be cut.
func splits(t string) bool {
	r, n := utf8.DecodeRuneInString(t)
	if n == len(t) {
		return r >= '0' && r <= '9' || vulgar(r) != ""
	}
	if !unicode.IsLetter(r) {
		return strings.IndexFunc(t, isDigitOrVulgar) >= 0 || !strings.ContainsFunc(t, unicode.IsLetter)
	}
	at := strings.IndexFunc(t, isDigitOrVulgar)
	if at > 0 {
		p := t[:at]
		if last := p[len(p)-1]; last == '-' {
			if low := strings.ToLower(p); low == "under-" || low == "over-" {
				return true // "under-16s"
			}
			return timePrefix[strings.ToLower(p[:len(p)-1])] || numberPart(t)
		}
		if p == "K" {
			s := readDigits(t[at:]).shape
			return s == decimals || s == grouped
		}
		if p == "R" && len(t) > 5 && wholeNumber(t[at:]) {
			return false // "R46012", the number of a report
		}
		return currencySigns[p] != "" && !strings.ContainsFunc(t[at:], unicode.IsLetter) || isAmount(p, t[at:])
	}
	return numberPart(t)
}

// isAmount reports whether sign and rest are money with a scale: "RM5m".
func isAmount(sign, rest string) bool {
	if currencySigns[sign] == "" || len(sign) < 2 {
		return false
	}
	i := strings.IndexFunc(rest, unicode.IsLetter)
	if i < 0 {
		return sign == "PS"
	}
	_, ok := glueScales[strings.ToLower(rest[i:])]
	return ok
}

// numberPart reports whether t is a hyphenated word with a number word at its
// beginning, or at its end after another part: "nine-month", "mid-twenties".
func numberPart(t string) bool {
	i := strings.IndexAny(t, "-‐‑–")
	if i <= 0 {
		return false
	}
	low := strings.ToLower(t[:i])
	if isNumberWord(low) || low == "a" || timePrefix[low] || low == "half" || low == "quarter" {
		return true
	}
	j := strings.LastIndexAny(t, "-‐‑–")
	_, n := utf8.DecodeRuneInString(t[j:])
	return isNumberWord(strings.ToLower(t[j+n:]))
}

var timePrefix = map[string]bool{"mid": true, "pre": true, "post": true, "late": true, "early": true, "end": true, "non": true, "sub": true, "first": true, "second": true, "third": true, "fourth": true, "net": true, "minus": true, "now": true}

func isDigitOrVulgar(r rune) bool { return r >= '0' && r <= '9' || vulgar(r) != "" }

// next returns length and form of the piece of t at i.
func (c *cutter) next(t string, i int) (int, form) {
	r, n := utf8.DecodeRuneInString(t[i:])
	switch {
	case r >= '0' && r <= '9':
		return scanDigits(t, i) - i, digits
	case r == '.' && i+1 < len(t) && isDigit(t[i+1]) && (i == 0 || !isAlnum(t[i-1])):
		return scanDigits(t, i+1) - i, digits
	case vulgar(r) != "":
		return n, fraction
	case unicode.IsLetter(r):
		return c.letters(t, i) - i, word
	}
	return n, sign
}

// letters returns the end of the word at i: letters, marks, squares and
// cubes, apostrophes and full stops between letters, and a last full stop.
func (c *cutter) letters(t string, i int) int {
	for i < len(t) {
		r, n := utf8.DecodeRuneInString(t[i:])
		switch {
		case unicode.IsLetter(r), unicode.IsMark(r), r == '²', r == '³':
		case (r == '.' || r == '\'' || r == '’') && i+n < len(t) && startsLetter(t[i+n:]):
		case r == '.' && i+n == len(t):
		case (r == '2' || r == '3') && isMeasure(t[:i]) && (i+1 == len(t) || !isDigit(t[i+1])):
		default:
			return i
		}
		i += n
	}
	return i
}

// isMeasure reports whether t ends in a letter m of a unit, as in "km2".
func isMeasure(t string) bool { return strings.HasSuffix(t, "m") && len(t) > 1 }

func startsLetter(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r)
}

func isDigit(b byte) bool  { return b >= '0' && b <= '9' }
func isLetter(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' }
func isAlnum(b byte) bool  { return isDigit(b) || isLetter(b) }

func (c *cutter) add(s doc.Span, tok int, tag doc.Tag, f form, t string) {
	p := piece{Span: s, tok: tok, tag: tag, form: f, low: t}
	if n := len(c.out); n > 0 && c.out[n-1].End == s.Start {
		p.glued = true
	}
	switch f {
	case digits:
		p.lex = readDigits(t)
	case word:
		p.upper = hasCapital(t)
		p.caps = p.upper && strings.ToUpper(t) == t
		p.low = plain(strings.ToLower(t))
		if !startsLetter(t) && !strings.ContainsFunc(t, unicode.IsLetter) {
			p.form = sign
			p.low = plainSign(t)
		}
	case sign:
		p.low = plainSign(t)
	}
	c.out = append(c.out, p)
}

// plain makes apostrophes and hyphens plain.
func plain(t string) string {
	for i := 0; i < len(t); i++ {
		if t[i] >= utf8.RuneSelf {
			return plainer.Replace(t)
		}
	}
	return t
}

var plainer = strings.NewReplacer("’", "'", "‘", "'", "‐", "-", "‑", "-")

// plainSign makes dashes and quotation marks plain: the minus sign and every
// dash but the long one are "-".
func plainSign(t string) string {
	switch t {
	case "‐", "‑", "‒", "–", "−", "﹣", "－", "--":
		return "-"
	case "—", "―", "---":
		return "—"
	case "“", "”", "„", "«", "»", "``", "''", "\"":
		return "\""
	case "’", "‘", "`":
		return "'"
	case "％":
		return "%"
	case "⁄", "∕":
		return "/"
	case "º":
		return "°"
	}
	return t
}

// cell cuts a range of text that has no tokens, as a table's cell: at blanks,
// and at the signs that stand at the ends of words.
func (c *cutter) cell(s doc.Span) {
	at := -1
	for i, r := range c.text[s.Start:s.End] {
		i += s.Start
		if unicode.IsSpace(r) {
			if at >= 0 {
				c.chunk(doc.Span{Start: at, End: i})
			}
			at = -1
		} else if at < 0 {
			at = i
		}
	}
	if at >= 0 {
		c.chunk(doc.Span{Start: at, End: s.End})
	}
}

func runeLen(s string) int {
	_, n := utf8.DecodeRuneInString(s)
	return n
}

// chunk cuts what stands between blanks.
func (c *cutter) chunk(s doc.Span) {
	for s.Start < s.End {
		r, n := utf8.DecodeRuneInString(c.text[s.Start:s.End])
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			break
		}
		c.add(doc.Span{Start: s.Start, End: s.Start + n}, -1, doc.TagNone, sign, c.text[s.Start:s.Start+n])
		s.Start += n
	}
	end := s.End
	for end > s.Start {
		r, n := utf8.DecodeLastRuneInString(c.text[s.Start:end])
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			break
		}
		end -= n
	}
	if end > s.Start {
		c.token(doc.Span{Start: s.Start, End: end}, -1, doc.TagNone, "")
	}
	for i, r := range c.text[end:s.End] {
		c.add(doc.Span{Start: end + i, End: end + i + runeLen(c.text[end+i:])}, -1, doc.TagNone, sign, string(r))
	}
}
