package figure

import (
	"strings"

	"github.com/govalues/decimal"
)

// shape says how digits are written.
type shape uint8

const (
	plainInt    shape = iota // 1500
	grouped                  // 1,500 · 1,50,000 · 1'500 · 1 500
	decimals                 // 1.5
	dotThree                 // 1.500: a decimal, unless its neighbours show a thousand
	dotGroups                // 1.500.000
	commaDec                 // 1,5: a decimal comma, or two numbers
	continental              // 1.500,50
	mixedGroups              // 1.500,000: the point is a slip
	odd                      // 1.2.3, 24.10.2017, and what is too long
)

// A lexeme is digits with the marks inside them.
type lexeme struct {
	val   decimal.Decimal
	shape shape
	ints  int  // digits before the decimal point
	zero  bool // begins with a zero that a number would not have
}

// scanDigits returns the end of the digits at i, with the commas, points and
// apostrophes between them.
func scanDigits(t string, i int) int {
	for i < len(t) {
		switch b := t[i]; {
		case isDigit(b):
			i++
		case (b == ',' || b == '.') && i+1 < len(t) && isDigit(t[i+1]):
			i++
		case b == '\'' && threeDigits(t, i+1):
			i++
		case strings.HasPrefix(t[i:], "’") && threeDigits(t, i+len("’")):
			i += len("’")
		default:
			if n := thinBlank(t[i:]); n > 0 && threeDigits(t, i+n) {
				i += n
				continue
			}
			return i
		}
	}
	return i
}

// thinBlank returns the length of the no-break or thin blank that s begins
// with, 0 if there is none.
func thinBlank(s string) int {
	for _, b := range [...]string{"\u00a0", "\u2009", "\u202f", "\u2008"} {
		if strings.HasPrefix(s, b) {
			return len(b)
		}
	}
	return 0
}

// threeDigits reports whether exactly three digits stand at i.
func threeDigits(t string, i int) bool {
	return i+3 <= len(t) && isDigit(t[i]) && isDigit(t[i+1]) && isDigit(t[i+2]) && (i+3 == len(t) || !isDigit(t[i+3]))
}

var ungroup = strings.NewReplacer(",", "", "'", "", "’", "", "\u00a0", "", "\u2009", "", "\u202f", "", "\u2008", "")

// maxDigits bounds what is read as a number; longer ones are codes.
const maxDigits = 15

// readDigits reads the digits t with the marks between them.
func readDigits(t string) lexeme {
	l := lexeme{zero: len(t) > 1 && t[0] == '0' && isDigit(t[1])}
	if len(t) > 2*maxDigits {
		l.shape = odd
		return l
	}
	groups := ungroup.Replace(t)
	dots := strings.Count(t, ".")
	commas := strings.Count(t, ",")
	text := groups
	switch {
	case dots == 0 && groups == t:
		l.shape = plainInt
	case dots == 0 && commas == 0:
		l.shape = grouped
	case dots == 0 && wellGrouped(t):
		l.shape = grouped
	case dots == 0 && commas == 1:
		l.shape, text = commaDec, strings.Replace(t, ",", ".", 1)
	case dots == 1 && commas > 0 && wellGrouped(strings.Replace(t, ".", ",", 1)) && strings.IndexByte(t, '.') < strings.IndexByte(t, ','):
		l.shape, text = mixedGroups, strings.Replace(groups, ".", "", 1)
	case dots == 1 && commas > 0 && strings.IndexByte(t, '.') < strings.IndexByte(t, ','):
		l.shape, text = continental, strings.Replace(strings.Replace(t, ".", "", 1), ",", ".", 1)
	case dots == 1 && commas > 0 && !wellGrouped(t[:strings.IndexByte(t, '.')]):
		l.shape = odd
	case dots == 1:
		l.shape = decimals
		if i := strings.IndexByte(t, '.'); commas == 0 && len(t) == i+4 && i >= 1 && i <= 3 && t[0] != '0' {
			l.shape = dotThree
		}
	case dots > 1 && commas == 0 && dotGrouped(t):
		l.shape, text = dotGroups, strings.ReplaceAll(t, ".", "")
	default:
		l.shape = odd
	}
	l.read(text)
	return l
}

func (l *lexeme) read(text string) {
	l.ints = strings.IndexByte(text, '.')
	if l.ints < 0 {
		l.ints = len(text)
	}
	if len(text) > maxDigits+1 {
		l.shape = odd
	}
	if l.shape == odd {
		return
	}
	v, err := decimal.Parse(text)
	if err != nil {
		l.shape = odd
		return
	}
	l.val = v
	if l.shape == decimals {
		l.val = v.Trim(0)
	}
}

// wellGrouped reports whether the commas of t part thousands, or lakhs and
// crores in the Indian way.
func wellGrouped(t string) bool {
	parts := strings.Split(t, ",")
	last := len(parts) - 1
	if last < 1 || len(parts[0]) < 1 || len(parts[0]) > 3 || len(parts[last]) != 3 {
		return false
	}
	western, indian := true, len(parts[0]) <= 2
	for _, p := range parts[1:last] {
		western = western && len(p) == 3
		indian = indian && len(p) == 2
	}
	return western || indian
}

func dotGrouped(t string) bool {
	parts := strings.Split(t, ".")
	if len(parts[0]) > 3 {
		return false
	}
	for _, p := range parts[1:] {
		if len(p) != 3 {
			return false
		}
	}
	return true
}

// vulgar returns the value of a fraction that is one character, as a quotient.
func vulgar(r rune) string {
	if r < '¼' || r > '⅞' {
		return ""
	}
	switch r {
	case '½':
		return "1/2"
	case '¼':
		return "1/4"
	case '¾':
		return "3/4"
	case '⅓':
		return "1/3"
	case '⅔':
		return "2/3"
	case '⅕':
		return "1/5"
	case '⅖':
		return "2/5"
	case '⅗':
		return "3/5"
	case '⅘':
		return "4/5"
	case '⅙':
		return "1/6"
	case '⅚':
		return "5/6"
	case '⅛':
		return "1/8"
	case '⅜':
		return "3/8"
	case '⅝':
		return "5/8"
	case '⅞':
		return "7/8"
	case '⅐':
		return "1/7"
	case '⅑':
		return "1/9"
	case '⅒':
		return "1/10"
	}
	return ""
}

// num is short for the decimal of an integer.
func num(n int64) decimal.Decimal { return decimal.MustNew(n, 0) }

// quotient returns a/b, exact where it has at most six decimals, else rounded
// to four, small ones to five digits that count; ok is false where b is zero or
// the result does not fit.
func quotient(a, b decimal.Decimal) (decimal.Decimal, bool) {
	if b.IsZero() {
		return a, false
	}
	q, err := a.Quo(b)
	if err != nil {
		return a, false
	}
	if q = q.Trim(0); q.Scale() > 6 {
		places := 4
		if q.CmpAbs(decimal.MustNew(1, 2)) < 0 {
			places = q.Scale() - q.Prec() + 5
		}
		q = q.Round(places).Trim(0)
	}
	return q, true
}

// times returns a×b without trailing zeros; ok is false on overflow.
func times(a, b decimal.Decimal) (decimal.Decimal, bool) {
	p, err := a.Mul(b)
	if err != nil {
		return a, false
	}
	return p.Trim(0), true
}

// plus returns a+b; ok is false on overflow.
func plus(a, b decimal.Decimal) (decimal.Decimal, bool) {
	s, err := a.Add(b)
	return s, err == nil
}
