package figure

import (
	"strings"

	"github.com/govalues/decimal"
)

// sort says what a numeral is.
type numeralSort uint8

const (
	cardinal      numeralSort = iota
	share                     // a fraction: half, 1/9, two thirds
	vagueNumber               // hundreds, tens of thousands
	ordinalNumber             // third, 17th
	article                   // the "a" of "nearly a year"
	everyNth                  // every fourth
)

// A numeral is a number as it is written, without bound and unit.
type numeral struct {
	first, last int // pieces, half-open
	val         decimal.Decimal
	den         decimal.Decimal // of a share, its denominator
	scale       decimal.Decimal // the scale word applied, 1 if none
	sort        numeralSort
	inWords     bool
	shape       shape
	odd         bool // "twenty-odd thousand"
	repair      string
	reason      string // why it is no figure, "" if it may be one
}

// numerals finds the numbers among the pieces, from left to right. Each piece
// is looked at a bounded number of times.
func (r *reader) numerals() {
	r.nums = r.nums[:0]
	for i := 0; i < len(r.ps); {
		n, ok := r.numeral(i)
		if !ok {
			i++
			continue
		}
		r.nums = append(r.nums, n)
		i = n.last
	}
}

// numeral reads the number that begins at piece i.
func (r *reader) numeral(i int) (numeral, bool) {
	p := &r.ps[i]
	switch p.form {
	case digits:
		return r.inDigits(i), true
	case fraction:
		n, d := vulgarOf(p.low)
		v, _ := quotient(n, d)
		return numeral{first: i, last: i + 1, val: v, den: d, scale: num(1), sort: share}, true
	case sign:
		return numeral{}, false
	}
	switch p.low {
	case "a", "an":
		return r.withArticle(i)
	case "several", "few":
		return r.vagueCount(i)
	case "every", "each":
		return r.everyNth(i)
	case "minus", "negative":
		if r.low(i-1) == "or" && r.low(i-2) == "plus" {
			return numeral{}, false
		}
		return r.minus(i)
	}
	return r.inWords(i)
}

func vulgarOf(low string) (a, b decimal.Decimal) {
	for _, c := range low {
		if n, d, ok := strings.Cut(vulgar(c), "/"); ok {
			return decimal.MustParse(n), decimal.MustParse(d)
		}
	}
	return num(0), num(1)
}

// low returns the word at piece i, "" outside the sentence.
func (r *reader) low(i int) string {
	if i < 0 || i >= len(r.ps) {
		return ""
	}
	return r.ps[i].low
}

func (r *reader) is(i int, f form) bool { return i >= 0 && i < len(r.ps) && r.ps[i].form == f }

func (r *reader) glued(i int) bool { return i >= 0 && i < len(r.ps) && r.ps[i].glued }

// inDigits reads a number written in digits: groups parted by blanks, a
// fraction behind, a scale behind.
func (r *reader) inDigits(i int) numeral {
	p := &r.ps[i]
	n := numeral{first: i, last: i + 1, val: p.lex.val, scale: num(1), shape: p.lex.shape}
	if p.misread {
		n.repair = r.raw(i) + " read as " + p.low + ": letters among digits"
	}
	if p.lex.shape == odd {
		n.reason = "code"
		return n
	}
	n.repair += r.punctuated(i)
	r.joinBlanks(&n)
	switch low := r.low(n.last); {
	case r.glued(n.last) && isOrdinalEnd(low):
		n.sort = ordinalNumber
		n.last++
		return n
	case low == "<" && r.low(n.last+1) == "sup" && r.low(n.last+2) == ">" && isOrdinalEnd(r.low(n.last+3)):
		n.sort = ordinalNumber
		n.last += 4 // "21<sup>st</sup>", as some pages leave it
		return n
	case low == "/" && r.glued(n.last) && r.is(n.last+1, digits) && r.glued(n.last+1):
		if r.slash(&n) {
			return n
		}
	}
	r.mixed(&n)
	r.oddScale(&n)
	r.scaled(&n)
	r.smallerScales(&n)
	r.scaleAndPart(&n)
	r.power(&n)
	return n
}

// smallerScales reads the rest of "4 thousand 3 hundred and 21" and of "5
// crore 30 lakh": digits with ever smaller scales.
func (r *reader) smallerScales(n *numeral) {
	for under := n.scale; under.Cmp(num(100)) >= 0 && n.reason == ""; {
		j := n.last
		if r.low(j) == "and" {
			j++
		}
		if w := numberWords[r.low(j)]; j > n.last && under.Cmp(num(100)) == 0 && (w.class == small || w.class == ten) && w.val.Sign() > 0 {
			k, v := r.underHundred(j)
			n.val, _ = plus(n.val, v)
			n.last = k
			return
		}
		if !r.is(j, digits) || r.ps[j].lex.shape != plainInt || r.ps[j].lex.ints > 3 {
			return
		}
		v, last, own := r.ps[j].lex.val, j+1, num(1)
		if w := numberWords[r.low(last)]; w.class == scale || w.class == hundred {
			own = w.val
			v, _ = times(v, own)
			last++
		} else if j == n.last || under.Cmp(num(100)) != 0 || v.Cmp(num(10)) < 0 {
			return
		}
		if v.Cmp(under) >= 0 {
			return
		}
		n.val, _ = plus(n.val, v)
		n.last, under = last, own
	}
}

// punctuated says how the marks between the digits at i were read where they
// are not those of English.
func (r *reader) punctuated(i int) string {
	switch r.ps[i].lex.shape {
	case commaDec:
		return r.raw(i) + " read with a decimal comma"
	case dotGroups:
		return r.raw(i) + " read with points between thousands"
	case mixedGroups:
		return r.raw(i) + " read with a comma for its point, between thousands"
	case continental:
		return r.raw(i) + " read with a decimal comma and points between thousands"
	}
	return ""
}

// power reads "4e14", "2.48×10−5", "3 x 10^8" and "2^10".
func (r *reader) power(n *numeral) {
	j, base := n.last, num(10)
	factor := n.val
	switch l := r.low(j); {
	case l == "e" && r.glued(j) && n.last == n.first+1:
		j++
	case l == "^" && r.glued(j) && n.last == n.first+1:
		j, base, factor = j+1, n.val, num(1)
	case (l == "×" || l == "x" || l == "·" || l == "*") && r.is(j+1, digits) && (r.low(j+1) == "10" || r.low(j+2) == "^"):
		base = r.ps[j+1].lex.val
		if j += 2; r.low(j) == "^" {
			j++
		}
	default:
		return
	}
	down := r.low(j) == "-"
	if down || r.low(j) == "+" {
		j++
	}
	if !r.is(j, digits) || !r.glued(j) || r.ps[j].lex.shape != plainInt || r.ps[j].lex.ints > 2 {
		return
	}
	e, _, _ := r.ps[j].lex.val.Int64(0)
	n.last = j + 1
	v, ok := raised(factor, base, e, down)
	if !ok {
		n.reason = "code"
		return
	}
	n.val = v
}

// raised returns v×base^e, or v/base^e where down is set; ok is false where it
// does not fit or vanishes.
func raised(v, base decimal.Decimal, e int64, down bool) (decimal.Decimal, bool) {
	f, ok := num(1), true
	for range e {
		if f, ok = times(f, base); !ok {
			return v, false
		}
	}
	out, ok := times(v, f)
	if down {
		out, ok = quotient(v, f)
	}
	return out, ok && (!out.IsZero() || v.IsZero())
}

func isOrdinalEnd(low string) bool {
	return low == "st" || low == "nd" || low == "rd" || low == "th"
}

// joinBlanks joins "1 500 000": one to three digits, then groups of three
// with exactly one blank between.
func (r *reader) joinBlanks(n *numeral) {
	p := &r.ps[n.first]
	if p.lex.shape != plainInt || p.lex.ints > 3 || p.lex.zero {
		return
	}
	text := ""
	j := n.first + 1
	if (r.low(j) == "'" || r.low(j) == "," && currencySigns[r.raw(n.first-1)] != "") && r.glued(j) && r.glued(j+1) && r.is(j+1, digits) && r.ps[j+1].lex.ints == 3 && r.ps[j+1].lex.shape == plainInt {
		l := lexeme{}
		if l.read(p.low + r.low(j+1)); l.shape != odd {
			n.val, n.last, n.shape = l.val, j+2, grouped
		}
		return
	}
	if r.low(j) == "," && !r.glued(j) && r.glued(j+1) && r.is(j+1, digits) && r.ps[j+1].lex.ints == 3 && r.ps[j+1].lex.shape == plainInt && !r.notThousands(n.first) {
		l := lexeme{}
		if l.read(p.low + r.low(j+1)); l.shape != odd {
			n.val, n.last, n.shape = l.val, j+2, grouped
			n.repair = r.text(n.first, n.last) + " read as one number: a blank before its comma"
		}
		return
	}
	for ; r.is(j, digits) && j < n.first+5; j++ {
		q := &r.ps[j]
		if q.lex.shape != plainInt && q.lex.shape != decimals || q.lex.ints != 3 || !oneBlank(r.d.Text[r.ps[j-1].End:q.Start]) {
			break
		}
		text += r.d.Text[q.Start:q.End]
	}
	if text == "" || r.is(j, digits) && oneBlank(r.d.Text[r.ps[j-1].End:r.ps[j].Start]) || r.notThousands(n.first) {
		return
	}
	l := lexeme{}
	if l.read(p.low + text); l.shape != odd {
		n.val, n.last, n.shape = l.val, j, grouped
	}
}

// notThousands reports whether the digits before a blank are the day of a
// date, the number of a label or part of a longer row.
func (r *reader) notThousands(i int) bool {
	if months[r.low(i-1)] > 0 || r.is(i-1, digits) || r.low(i-1) == "/" {
		return true
	}
	_, n := labels.before(r.ps, i)
	return n > 0
}

func oneBlank(s string) bool { return s == " " || len(s) > 0 && thinBlank(s) == len(s) }

// slash reads "1/9" as a share; what cannot be one is left to be skipped.
func (r *reader) slash(n *numeral) bool {
	d := &r.ps[n.last+1]
	if r.low(n.last+2) == "/" && r.glued(n.last+2) {
		return false
	}
	q, ok := quotient(n.val, d.lex.val)
	if !ok || d.lex.shape != plainInt || n.val.Cmp(d.lex.val) >= 0 || n.shape != plainInt || d.lex.ints == 4 && d.lex.val.Cmp(num(1900)) >= 0 && d.lex.val.Cmp(num(2100)) <= 0 {
		return false
	}
	n.val, n.den, n.sort = q, d.lex.val, share
	n.last += 2
	return true
}

// mixed reads the fraction behind a whole number: "1 1/2", "2½", "two and a
// half".
func (r *reader) mixed(n *numeral) {
	j := n.last
	if !n.val.IsInt() || n.scale.Cmp(num(1000)) >= 0 {
		return
	}
	if r.low(j) == "-" && r.glued(j) && (r.low(j+1) == "and" || r.is(j+1, fraction)) {
		j++
	}
	if k := r.skipHyphen(j); k > j && r.is(k, digits) && r.low(k+1) == "/" && r.is(k+2, digits) && r.ps[k].lex.ints == 1 {
		r.addPart(n, k) // 4-1/4
		return
	}
	if r.low(j) == "and" {
		if k, v, ok := r.andPart(j + 1); ok {
			n.val, _ = plus(n.val, v)
			n.last = k
		}
		return
	}
	switch {
	case r.is(j, fraction):
		a, b := vulgarOf(r.low(j))
		v, _ := quotient(a, b)
		n.val, _ = plus(n.val, v)
		n.last = j + 1
	case r.is(j, digits) && !r.glued(j) && r.low(j+1) == "/" && r.glued(j+1) && r.is(j+2, digits) && r.glued(j+2) && !r.glued(j+3):
		r.addPart(n, j)
	}
}

// addPart adds the fraction "3/4" at j to n.
func (r *reader) addPart(n *numeral, j int) {
	v, ok := quotient(r.ps[j].lex.val, r.ps[j+2].lex.val)
	if ok && v.Less(num(1)) && r.ps[j+2].lex.ints <= 2 && r.glued(j+1) && r.glued(j+2) {
		n.val, _ = plus(n.val, v)
		n.last = j + 3
	}
}

// andPart reads what follows "and" in "two and a half", "three and
// three-quarters", hyphens between the words allowed.
func (r *reader) andPart(j int) (int, decimal.Decimal, bool) {
	j = r.skipHyphen(j)
	count := num(1)
	switch w := numberWords[r.low(j)]; {
	case r.low(j) == "a" || r.low(j) == "one" || r.low(j) == "an":
		j++
	case w.class == small, w.class == ten:
		j, count = r.underHundred(j)
	case r.is(j, fraction):
		a, b := vulgarOf(r.low(j))
		v, ok := quotient(a, b)
		return j + 1, v, ok
	default:
		return 0, count, false
	}
	j = r.skipHyphen(j)
	w := numberWords[r.low(j)]
	if w.class != part && w.class != ordinal || w.class == ordinal && r.low(j) == "second" || w.val.Cmp(num(16)) > 0 && w.class != part {
		return 0, count, false
	}
	v, ok := quotient(count, w.val)
	return j + 1, v, ok
}

// underHundred reads "three" or "fifty-four" at j.
func (r *reader) underHundred(j int) (int, decimal.Decimal) {
	w := numberWords[r.low(j)]
	if k := r.skipHyphen(j + 1); w.class == ten {
		if u := numberWords[r.low(k)]; u.class == small && u.val.Sign() > 0 && u.val.Cmp(num(10)) < 0 {
			v, _ := plus(w.val, u.val)
			return k + 1, v
		}
	}
	return j + 1, w.val
}

// skipSpaced passes a hyphen at j even where blanks stand around it.
func (r *reader) skipSpaced(j int) int {
	if r.low(j) == "-" && r.glued(j) == r.glued(j+1) {
		return j + 1
	}
	return j
}

func (r *reader) skipHyphen(j int) int {
	if r.low(j) == "-" && r.glued(j) && r.glued(j+1) {
		return j + 1
	}
	return j
}

// scaled applies the scale words behind: "million", "bn", "hundred thousand",
// "lakh crore".
func (r *reader) scaled(n *numeral) {
	for range 3 {
		j := r.skipHyphen(n.last)
		w, ok := numberWords[r.low(j)]
		switch {
		case ok && (w.class == scale || w.class == hundred) && r.low(j) != "score":
		case ok && w.class == vagueN && (r.low(j) == "lakhs" || r.low(j) == "crores" || r.low(j) == "lacs"):
		case ok && w.class == vagueN && r.low(j+1) != "of" && n.last == j && r.low(j) != "tens" && r.low(j) != "scores":
		default:
			if v, found := r.letterScale(n, j); found {
				w.val = v
				break
			}
			return
		}
		v, fits := times(n.val, w.val)
		s, fits2 := times(n.scale, w.val)
		if !fits || !fits2 {
			n.reason = "code"
			return
		}
		n.val, n.scale = v, s
		n.last = j + 1
	}
}

// oddScale passes the "odd" of "twenty-odd thousand" and the "some" of
// "forty-some million", so that the scale behind it is read.
func (r *reader) oddScale(n *numeral) {
	j := r.skipHyphen(n.last)
	if l := r.low(j); !isOne(n.scale) || l != "odd" && (l != "some" || j == n.last) {
		return
	}
	if w := numberWords[r.low(r.skipHyphen(j+1))]; w.class == scale || w.class == hundred {
		n.last, n.odd = j+1, true
	}
}

// letterScale returns the scale of "m", "bn" and the like behind digits.
func (r *reader) letterScale(n *numeral, j int) (decimal.Decimal, bool) {
	low := strings.TrimSuffix(r.low(j), ".")
	v, ok := glueScales[low]
	if !ok || n.inWords || n.scale.Cmp(num(1)) != 0 || j == n.last && n.last > 0 && !r.is(j, word) {
		return v, false
	}
	money := r.moneyBefore(n.first) >= 0
	glued := r.glued(j)
	switch low {
	case "k":
		if r.raw(j) == "K" && r.heatNear(n.first, j) {
			return v, false
		}
		return v, glued || r.raw(j) == "k" && (r.countNoun(j+1) || !r.is(j+1, word))
	case "m", "t":
		if prev := r.low(n.first - 2); low == "m" && glued && r.low(n.first-1) == "of" && (collective[prev] || numberNouns[prev]) {
			return v, true // "a population of 22m"
		}
		if low == "m" && !glued && r.raw(j) == "m" && n.shape != grouped && r.is(j+1, word) && isPersonWord(r.low(j+1)) && isPlural(r.low(j+1)) {
			return v, true // "50 m people"
		}
		return v, glued && (money || low == "m" && n.shape != grouped && r.millions(j)) || money && !glued && low == "m"
	case "b":
		return v, money || (glued || r.ps[j].upper) && r.countNoun(j+1) || glued && n.shape == decimals
	case "mm", "mil", "bil", "cr":
		_, n := currencyNames.at(r.ps, j+1)
		return v, money || n > 0 || glued && currencySigns[r.raw(j+1)] != "" // "2mil SEK"
	}
	return v, true
}

// millions reports whether the "m" at j means a million and not a metre: a
// thing that is counted follows, or nothing that has a length.
func (r *reader) millions(j int) bool {
	switch next := r.low(j + 1); next {
	case "in":
		return r.low(j+2) == "all" || r.low(j+2) == "total"
	case "of", "people", "a", "per", "each", "tons", "tonnes", "barrels", ",", ".", ";", ")", "and", "or", "by", "last", "this":
		return next != "," && next != "." && next != "and" || !r.metres(j)
	}
	return r.is(j+1, word) && !metreThings[r.low(j+1)] && !r.metres(j)
}

// metreThings behind a glued "m" leave it a metre: races, and what is told by
// its length or height.
var metreThings = set("long high wide deep tall thick below above from away off x × race sprint hurdles relay freestyle butterfly backstroke breaststroke medley steeplechase dash to diameter / tower pool peak peaks wall mast bridge drop fall stretch strip telescope dish yacht ship vessel statue tunnel radius swim tall-ship")

// metres reports whether a length is spoken of near j.
func (r *reader) metres(j int) bool {
	for k := max(0, j-8); k < min(len(r.ps), j+4); k++ {
		switch r.low(k) {
		case "long", "high", "wide", "deep", "tall", "thick", "length", "height", "width", "depth", "altitude", "sea", "diameter", "metres", "meters", "km", "cm", "dm", "mm", "x":
			return true
		}
	}
	return false
}
