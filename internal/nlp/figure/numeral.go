package figure

import (
	"strings"

	"analyze/internal/doc"

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
	case low == "/" && r.glued(n.last) && r.is(n.last+1, digits) && r.glued(n.last+1):
		if r.slash(&n) {
			return n
		}
	}
	r.mixed(&n)
	r.scaled(&n)
	r.scaleAndPart(&n)
	r.power(&n)
	return n
}

// punctuated says how the marks between the digits at i were read where they
// are not those of English.
func (r *reader) punctuated(i int) string {
	switch r.ps[i].lex.shape {
	case commaDec:
		return r.raw(i) + " read with a decimal comma"
	case dotGroups:
		return r.raw(i) + " read with points between thousands"
	case continental:
		return r.raw(i) + " read with a decimal comma and points between thousands"
	}
	return ""
}

// power reads "4e14", "2.48×10−5" and "3 x 10^8".
func (r *reader) power(n *numeral) {
	j := n.last
	switch l := r.low(j); {
	case l == "e" && r.glued(j) && n.last == n.first+1:
		j++
	case (l == "×" || l == "x" || l == "·" || l == "*") && r.is(j+1, digits) && r.low(j+1) == "10":
		j += 2
		if r.low(j) == "^" {
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
	e, _, ok := r.ps[j].lex.val.Int64(0)
	if !ok || e > 15 {
		n.reason = "code"
		n.last = j + 1
		return
	}
	f := decimal.MustNew(1, 0)
	for range e {
		f, _ = times(f, num(10))
	}
	v, fits := times(n.val, f)
	if down {
		v, fits = quotient(n.val, f)
	}
	n.last = j + 1
	if !fits || v.IsZero() && !n.val.IsZero() {
		n.reason = "code"
		return
	}
	n.val = v
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
	if months[r.low(i-1)] > 0 || r.is(i-1, digits) {
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
		v, ok := quotient(r.ps[j].lex.val, r.ps[j+2].lex.val)
		if ok && v.Less(num(1)) && r.ps[j+2].lex.ints <= 2 {
			n.val, _ = plus(n.val, v)
			n.last = j + 3
		}
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
	case w.class == small:
		count = w.val
		j++
	case r.is(j, fraction):
		a, b := vulgarOf(r.low(j))
		v, ok := quotient(a, b)
		return j + 1, v, ok
	default:
		return 0, count, false
	}
	j = r.skipHyphen(j)
	w := numberWords[r.low(j)]
	if w.class != part && w.class != ordinal || w.class == ordinal && r.low(j) == "second" || w.val.Cmp(num(16)) > 0 {
		return 0, count, false
	}
	v, ok := quotient(count, w.val)
	return j + 1, v, ok
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
		return v, glued
	case "m", "t":
		return v, glued && (money || low == "m" && r.millions(j)) || money && !glued && low == "m"
	case "b":
		return v, money || glued && r.ps[j].upper && r.countNoun(j+1)
	case "mm", "mil", "bil", "cr":
		return v, money
	}
	return v, true
}

// millions reports whether the "m" at j means a million and not a metre: a
// thing that is counted follows, or nothing that has a length.
func (r *reader) millions(j int) bool {
	switch next := r.low(j + 1); next {
	case "long", "high", "wide", "deep", "tall", "thick", "below", "above", "from", "away", "off", "x", "×", "in", "race", "sprint", "hurdles", "relay", "freestyle", "to", "diameter", "/":
		return false
	case "of", "people", "a", "per", "each", "tons", "tonnes", "barrels", ",", ".", ";", ")", "and", "or", "by", "last", "this":
		return next != "," && next != "." && next != "and" || !r.metres(j)
	}
	return r.is(j+1, word)
}

// metres reports whether a length is spoken of near j.
func (r *reader) metres(j int) bool {
	for k := max(0, j-8); k < min(len(r.ps), j+4); k++ {
		switch r.low(k) {
		case "long", "high", "wide", "deep", "tall", "thick", "length", "height", "width", "depth", "altitude", "sea", "diameter", "metres", "meters", "km", "cm", "x":
			return true
		}
	}
	return false
}

// inWords reads a number written in words.
func (r *reader) inWords(i int) (numeral, bool) {
	w, ok := numberWords[r.low(i)]
	if !ok {
		return numeral{}, false
	}
	n := numeral{first: i, last: i + 1, scale: num(1), inWords: true}
	switch w.class {
	case small, ten:
		r.cardinalWords(&n)
		if r.ordinalBehind(&n) {
			return n, true
		}
		if r.partBehind(&n) {
			return n, true
		}
		r.spokenPoint(&n)
		r.mixed(&n)
		r.scaled(&n)
		r.scaleAndPart(&n)
		return n, true
	case hundred, scale:
		if r.low(i) == "score" {
			return n, false
		}
		n.val, n.scale = w.val, w.val
		if r.scaleOnly(i) {
			n.reason = "unit"
			return n, true
		}
		r.scaled(&n)
		return n, true
	case vagueN:
		return r.vague(n), true
	case ordinal:
		n.sort, n.val = ordinalNumber, w.val
		return n, true
	}
	return r.partAlone(n, w), true
}

// cardinalWords reads "two hundred and forty-five thousand": the value grows
// by at most one word at a step, so this is linear.
func (r *reader) cardinalWords(n *numeral) {
	total, current, last := num(0), numberWords[r.low(n.first)].val, numberWords[r.low(n.first)]
	j := n.first + 1
	for {
		k := r.skipHyphen(j)
		and := r.low(k) == "and" && last.class >= hundred
		if and {
			k = r.skipHyphen(k + 1)
		}
		w := numberWords[r.low(k)]
		switch {
		case w.class == small && w.val.Sign() > 0 && (last.class == ten && w.val.Cmp(num(10)) < 0 && !and || last.class >= hundred && last.class <= scale):
			current, _ = plus(current, w.val)
		case w.class == ten && last.class >= hundred:
			current, _ = plus(current, w.val)
		case w.class == hundred && !and && last.class <= ten:
			current, _ = times(current, w.val)
			n.scale = w.val
		case w.class == scale && !and && last.class == scale && current.IsZero():
			v, ok := times(total, w.val)
			if !ok {
				n.reason = "code"
				return
			}
			total, n.scale = v, w.val
		case w.class == scale && !and && r.low(k) != "score" && (r.low(k) != "dozen" || last.class <= ten):
			v, ok := times(current, w.val)
			if !ok {
				n.reason = "code"
				return
			}
			total, _ = plus(total, v)
			current = num(0)
			n.scale = w.val
		default:
			n.val, _ = plus(total, current)
			n.last = j
			return
		}
		last, j = w, k+1
	}
}

// spokenPoint reads "two point five".
func (r *reader) spokenPoint(n *numeral) {
	if r.low(n.last) != "point" || !n.val.IsInt() {
		return
	}
	text := n.val.String() + "."
	j := n.last + 1
	for ; j < n.last+7; j++ {
		w := numberWords[r.low(j)]
		if w.class != small || w.val.Cmp(num(10)) >= 0 {
			break
		}
		text += w.val.String()
	}
	if v, err := decimal.Parse(text); err == nil && j > n.last+1 {
		n.val, n.last, n.shape = v, j, decimals
	}
}

// scaleAndPart reads the part of the scale behind it: "one million and a half".
func (r *reader) scaleAndPart(n *numeral) {
	if n.scale.Cmp(num(1000)) < 0 || n.sort != cardinal || r.low(n.last) != "and" {
		return
	}
	k, v, ok := r.andPart(n.last + 1)
	if !ok || r.low(k) == "of" || r.low(k) == "the" {
		return
	}
	if p, fits := times(v, n.scale); fits {
		n.val, _ = plus(n.val, p)
		n.last = k
	}
}

// ordinalBehind reads "twenty-fifth" and "hundred and fifth".
func (r *reader) ordinalBehind(n *numeral) bool {
	last := numberWords[r.low(n.last-1)]
	j := r.skipHyphen(n.last)
	if last.class >= hundred && r.low(j) == "and" {
		j++
	}
	w := numberWords[r.low(j)]
	if w.class != ordinal || last.class != ten && last.class != hundred && last.class != scale || last.class == ten && w.val.Cmp(num(10)) >= 0 {
		return false
	}
	n.sort, n.last = ordinalNumber, j+1
	return true
}

// partBehind reads "two thirds" and "one-fifth".
func (r *reader) partBehind(n *numeral) bool {
	j := r.skipHyphen(n.last)
	w, ok := numberWords[r.low(j)]
	if !ok || n.val.Cmp(num(100)) >= 0 {
		return false
	}
	one := n.val.Cmp(num(1)) == 0
	switch {
	case w.class == part && (!one || r.low(j) == "half" || r.low(j) == "quarter"):
	case w.class == ordinal && one && r.low(j) != "first" && r.low(j) != "second":
	case w.class == ordinal && n.val.Cmp(num(10)) < 0 && j > n.last && w.val.Cmp(num(2)) > 0:
	case w.class == ordinal && n.val.Cmp(num(10)) == 0 && w.val.Cmp(num(1000)) >= 0:
		return false
	default:
		return false
	}
	den := w.val
	if k := r.skipHyphen(j + 1); k > j+1 && numberWords[r.low(k)].class == ordinal {
		if v, ok := times(den, numberWords[r.low(k)].val); ok {
			den, j = v, k
		}
	}
	// "two thirds of a million", "three quarters billion"
	k := j + 1
	if r.low(k) == "of" && r.low(k+1) == "a" {
		k += 2
	}
	if v := numberWords[r.low(k)]; v.class == scale && v.val.Cmp(num(1000)) >= 0 {
		if p, ok := times(n.val, v.val); ok {
			if q, ok := quotient(p, den); ok {
				n.val, n.scale, n.last = q, v.val, k+1
				return true
			}
		}
	}
	q, ok := quotient(n.val, den)
	if ok {
		n.val, n.den, n.sort, n.last = q, den, share, j+1
	}
	return ok
}

// partAlone reads "half", "half a million", "quarter".
func (r *reader) partAlone(n numeral, w numberWord) numeral {
	q, _ := quotient(num(1), w.val)
	n.val, n.den, n.sort = q, w.val, share
	j := n.last
	if next := numberWords[r.low(j)].class; next == scale || next == hundred {
		// "quarter million"
	} else if prev := r.low(n.first - 1); w.val.Cmp(num(4)) == 0 && r.low(j) != "of" && prev != "a" && prev != "one" || r.low(j) != "of" && (prev == "this" || prev == "each" || prev == "last" || prev == "that") {
		n.reason = "period"
		return n
	}
	switch r.low(j) {
	case "a", "an":
		if v := numberWords[r.low(j+1)]; v.class == scale || v.class == hundred {
			j++
		}
	case "of":
		if v := numberWords[r.low(j+2)]; r.low(j+1) == "a" && (v.class == scale || v.class == hundred) {
			j += 2
		}
	case "-":
		j = r.skipHyphen(j)
	}
	if v := numberWords[r.low(j)]; v.class == scale || v.class == hundred {
		if p, ok := times(n.val, v.val); ok {
			n.val, n.scale, n.sort, n.last = p, v.val, cardinal, j+1
			n.den = decimal.Decimal{}
		}
	}
	return n
}

// withArticle reads "a hundred", "a third", "a quarter of a million", "a few
// thousand", "an hour" after a bound.
func (r *reader) withArticle(i int) (numeral, bool) {
	low := r.low(i + 1)
	switch {
	case low == "couple" && r.low(i+2) == "of":
		if w := numberWords[r.low(i+3)]; w.class == hundred || w.class == scale {
			return r.vagueTimes(i, i+3, w.val), true
		}
		return numeral{}, false
	case low == "few":
		n, ok := r.vagueCount(i + 1)
		n.first = i
		return n, ok
	}
	j := r.skipHyphen(i + 1)
	w, ok := numberWords[r.low(j)]
	if !ok {
		return r.articleUnit(i)
	}
	switch w.class {
	case hundred, scale:
		n := numeral{first: i, last: j + 1, val: w.val, scale: w.val, inWords: true}
		if w.class == hundred && r.low(j+1) == "and" && numberWords[r.low(j+2)].class >= small && numberWords[r.low(j+2)].class <= ten {
			n.first = j
			r.cardinalWords(&n)
			n.first = i
		}
		if low == "score" && r.low(j+1) != "of" {
			return numeral{}, false
		}
		r.scaled(&n)
		return n, true
	case part, ordinal:
		return r.articlePart(i, j, w)
	}
	return numeral{}, false
}

// articlePart reads "a third of", "a quarter", and leaves "a third man".
func (r *reader) articlePart(i, j int, w numberWord) (numeral, bool) {
	n := numeral{first: i, last: j + 1, inWords: true, scale: num(1)}
	if w.class == part && r.low(j) != "half" && r.low(j) != "quarter" {
		return numeral{}, false
	}
	if w.class == part {
		n = r.partAlone(numeral{first: j, last: j + 1, inWords: true, scale: num(1)}, w)
		n.first, n.reason = i, ""
		if n.sort == share && !r.partEnds(n.last) && r.low(j) == "quarter" {
			return numeral{}, false
		}
		return n, true
	}
	if r.low(j) == "first" || r.low(j) == "second" || !r.partEnds(j+1) {
		return numeral{}, false
	}
	n.val, _ = quotient(num(1), w.val)
	n.den, n.sort = w.val, share
	return n, true
}

// partEnds reports whether what stands at j lets "a third" be a share.
func (r *reader) partEnds(j int) bool {
	if j >= len(r.ps) || r.ps[j].form != word {
		return true
	}
	switch r.low(j) {
	case "of", "in", "less", "more", "fewer", "higher", "lower", "larger", "smaller", "from", "since", "by", "the", "as", "to", "and", "or", "came", "went", "were", "was", "are", "is", "have", "had", "said", "on", "over", "between", "at", "below", "above", "than":
		return true
	}
	return false
}

// articleUnit reads the article before a unit as 1 where a bound stands before
// it, or where a preposition of duration does.
func (r *reader) articleUnit(i int) (numeral, bool) {
	j := i + 1
	if w := r.low(j); w == "full" || w == "whole" || w == "single" || w == "calendar" {
		j++
	}
	if c := commonMoney[r.low(j)]; c != "" && r.low(j) != "won" && r.low(j) != "pound" || r.low(j) == "euro" {
		if h, n := hedgesBefore.before(r.ps, i); n > 0 && (n > 1 || h.word == "about" || h.word == "nearly" || h.word == "almost" || h.word == "around" || h.word == "roughly") {
			return numeral{first: i, last: i + 1, val: num(1), scale: num(1), inWords: true}, true
		}
	}
	us, k := units.at(r.ps, j)
	if k == 0 || us[0].symbol != "" || us[0].dim == "angle" || us[0].dim == "factor" || us[0].name == "stone" {
		return numeral{}, false
	}
	if !r.articleCounts(i, us[0].dim == "time", j+k) {
		return numeral{}, false
	}
	return numeral{first: i, last: i + 1, val: num(1), scale: num(1), sort: article, inWords: true}, true
}

func (r *reader) articleCounts(i int, time bool, end int) bool {
	if next := r.low(end); next == "ago" || next == "later" || next == "earlier" || next == "before" || next == "after" || r.is(end, word) && r.ps[end].tag.IsNoun() && r.low(end) != "and" {
		return false
	}
	if h, n := hedgesBefore.before(r.ps, i); n > 0 && !h.verb && r.low(i-n-1) != "times" && r.low(i-n-1) != "twice" && (n > 1 || h.word != "some" && h.word != "past" && h.word != "over" && h.word != "under" && h.word != "above" && h.word != "below" && h.word != "beyond" && h.word != "near" && h.word != "perhaps" && h.word != "probably") {
		return true
	}
	switch r.low(i - 1) {
	case "for", "lasted", "lasting", "lasts", "took", "takes", "taking", "last", "take", "within":
		return time && r.low(end-1) != "second" && r.low(end-1) != "minute"
	}
	return r.low(end) == "and" && r.low(end+1) == "a" && r.low(end+2) == "half"
}

// vague reads "hundreds", "tens of thousands".
func (r *reader) vague(n numeral) numeral {
	unit := numberWords[r.low(n.first)].val
	for r.low(n.last) == "of" || r.low(n.last) == "and" && r.low(n.last+1) == r.low(n.last-1) {
		w, ok := numberWords[r.low(n.last+1)]
		if !ok || w.class != vagueN {
			break
		}
		if r.low(n.last) == "of" {
			unit, ok = times(unit, w.val)
		}
		if !ok {
			break
		}
		n.last += 2
	}
	n.val, n.sort = unit, vagueNumber
	if r.scaleOnly(n.first) && n.last == n.first+1 {
		n.reason = "unit"
	}
	if w := r.low(n.first); n.last == n.first+1 && (w == "tens" || w == "scores") && r.low(n.last) != "of" {
		n.reason = "vague"
	}
	return n
}

// scaleOnly reports whether the scale word at i tells the unit of other
// numbers: "(thousands)", "in EUR million".
func (r *reader) scaleOnly(i int) bool {
	prev, next := r.low(i-1), r.low(i+1)
	if prev == "in" && next == "of" && (r.block == doc.Caption || r.low(i-2) == "(" || r.low(i-2) == ",") {
		return true
	}
	return prev == "(" || r.moneyBefore(i) >= 0 || prev == "per" || prev == "in" && (next == ")" || next == "," || next == ":" || next == "." || next == "")
}

// vagueCount reads "several hundred", "few thousand".
func (r *reader) vagueCount(i int) (numeral, bool) {
	w := numberWords[r.low(i+1)]
	if w.class != hundred && w.class != scale {
		return numeral{}, false
	}
	return r.vagueTimes(i, i+1, w.val), true
}

func (r *reader) vagueTimes(first, at int, val decimal.Decimal) numeral {
	n := numeral{first: first, last: at + 1, val: val, scale: num(1), inWords: true, sort: vagueNumber}
	for range 2 {
		w := numberWords[r.low(n.last)]
		if w.class != scale {
			break
		}
		v, ok := times(n.val, w.val)
		if !ok {
			break
		}
		n.val = v
		n.last++
	}
	return n
}

// everyNth reads "every fourth" as one of four.
func (r *reader) everyNth(i int) (numeral, bool) {
	w := numberWords[r.low(i+1)]
	if r.low(i) != "every" || w.class != ordinal || w.val.Cmp(num(2)) < 0 || !r.is(i+2, word) {
		return numeral{}, false
	}
	if _, ok := timeUnits[r.low(i+2)]; ok {
		return numeral{}, false
	}
	q, _ := quotient(num(1), w.val)
	return numeral{first: i, last: i + 2, val: q, den: w.val, scale: num(1), sort: everyNth, inWords: true}, true
}

// minus reads "minus 20".
func (r *reader) minus(i int) (numeral, bool) {
	j := r.skipHyphen(i + 1)
	if !r.is(j, digits) && numberWords[r.low(j)].class == noNumber {
		return numeral{}, false
	}
	n, ok := r.numeral(j)
	if ok && n.sort == cardinal && !n.val.IsZero() {
		n.first, n.val = i, n.val.Neg()
	}
	return n, ok
}
