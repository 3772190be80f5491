package figure

import (
	"strings"

	"analyze/internal/doc"

	"github.com/govalues/decimal"
)

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
		r.oddScale(&n)
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
		if last.class == ten {
			k = r.skipSpaced(j)
		}
		if r.low(k) == "," && last.class == scale && last.val.Cmp(num(1000)) >= 0 && numberWords[r.low(k+1)].class == small && numberWords[r.low(k+2)].class == hundred {
			k++ // "one thousand, four hundred and twelve"
		}
		and := r.low(k) == "and" && last.class >= hundred
		if and {
			k = r.skipHyphen(k + 1)
			if _, v, ok := r.andPart(k); ok && v.Less(num(1)) { // "six million and two thirds"
				n.val, _ = plus(total, current)
				n.last = j
				return
			}
		}
		w := numberWords[r.low(k)]
		switch {
		case w.class == small && w.val.Sign() > 0 && (last.class == ten && w.val.Cmp(num(10)) < 0 && !and || last.class >= hundred && last.class <= scale):
			current, _ = plus(current, w.val)
		case w.class == ten && last.class >= hundred && (and || !r.tenOfPart(k)):
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
			if n.scale = w.val; last.class == hundred {
				n.scale, _ = times(num(100), w.val) // "three hundred thousand"
			}
			current = num(0)
		default:
			n.val, _ = plus(total, current)
			n.last = j
			return
		}
		last, j = w, k+1
	}
}

// spokenPoint reads "two point five" and "two point seventy-one".
func (r *reader) spokenPoint(n *numeral) {
	if r.low(n.last) != "point" || !n.val.IsInt() {
		return
	}
	text := n.val.String() + "."
	j := n.last + 1
	if w := numberWords[r.low(j)]; w.class == ten || w.class == small && w.val.Cmp(num(10)) >= 0 {
		k, v := r.underHundred(j)
		text, j = text+v.String(), k
	} else {
		for ; j < n.last+7; j++ {
			if w = numberWords[r.low(j)]; w.class != small || w.val.Cmp(num(10)) >= 0 {
				break
			}
			text += w.val.String()
		}
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
	unit := n.scale
	if w := numberWords[r.low(k)]; w.class == scale && w.val.Cmp(unit) < 0 { // "a billion and a half million"
		unit = w.val
		k++
	}
	if p, fits := times(v, unit); fits {
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

// partBehind reads "two thirds", "one-fifth", "three twenty-fifths" and "one
// hundred thirty two fifths".
func (r *reader) partBehind(n *numeral) bool {
	j := r.skipSpaced(n.last)
	den, j, ok := r.denominator(n, j)
	if !ok {
		return false
	}
	// "two thirds of a million", "three quarters billion"
	k := j
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
		n.val, n.den, n.sort, n.last, n.scale = q, den, share, j, num(1)
	}
	return ok
}

// denominator reads what may stand below n in a fraction, from piece j on; it
// returns its value and the piece behind.
func (r *reader) denominator(n *numeral, j int) (decimal.Decimal, int, bool) {
	w := numberWords[r.low(j)]
	one := isOne(n.val)
	if w.class == ten {
		k := r.skipHyphen(j + 1)
		u := numberWords[r.low(k)]
		if u.val.Cmp(num(10)) >= 0 || !(u.class == part || u.class == ordinal && one && k > j+1 || r.low(k) == "firsts") {
			return w.val, j, false
		}
		if r.low(k) == "firsts" {
			u.val = num(1)
		}
		den, ok := plus(w.val, u.val)
		return den, k + 1, ok
	}
	if k := r.skipHyphen(j + 1); one && k > j+1 && (r.low(j) == "ten" || r.low(j) == "hundred") && (strings.HasSuffix(r.low(k), "sandth") || strings.HasSuffix(r.low(k), "ionth")) {
		den, ok := times(w.val, numberWords[r.low(k)].val)
		return den, k + 1, ok // "one ten-thousandth"
	}
	low := r.low(j)
	if low == "quarters" && (n.val.Cmp(num(4)) >= 0 || quarterly[r.low(n.first-1)]) && r.low(j+1) != "of" {
		return w.val, j, false // "over the last four quarters"
	}
	switch plural := low != "half" && low != "quarter"; {
	case w.class == part && one && plural:
		return w.val, j, false
	case w.class == part && (n.val.Cmp(num(100)) < 0 || plural && n.scale.Cmp(w.val) != 0):
	case n.val.Cmp(num(100)) >= 0:
		return w.val, j, false
	case w.class == ordinal && one && low != "first" && low != "second":
	case w.class == ordinal && n.val.Cmp(num(10)) < 0 && j > n.last && w.val.Cmp(num(2)) > 0:
	default:
		return w.val, j, false
	}
	if k := r.skipHyphen(j + 1); k > j+1 && numberWords[r.low(k)].class == ordinal {
		if v, ok := times(w.val, numberWords[r.low(k)].val); ok {
			return v, k + 1, true
		}
	}
	return w.val, j + 1, true
}

// tenOfPart reports whether the ten at k begins a denominator: "thirty
// fifths".
func (r *reader) tenOfPart(k int) bool {
	w := numberWords[r.low(r.skipHyphen(k+1))]
	return w.class == part && w.val.Cmp(num(10)) < 0 && w.val.Cmp(num(2)) > 0 && !strings.HasPrefix(r.low(r.skipHyphen(k+1)), "quarter")
}

// partAlone reads "half", "half a million", "quarter".
func (r *reader) partAlone(n numeral, w numberWord) numeral {
	q, _ := quotient(num(1), w.val)
	n.val, n.den, n.sort = q, w.val, share
	j := n.last
	if next := numberWords[r.low(j)].class; next == scale || next == hundred {
		// "quarter million"
	} else if prev := r.low(n.first - 1); w.val.Cmp(num(4)) == 0 && (numberWords[prev].class == ordinal || quarterly[prev] || isOrdinalEnd(prev)) {
		n.reason = "period"
		return n
	} else if w.val.Cmp(num(4)) == 0 && r.low(j) != "of" && prev != "a" && prev != "one" || r.low(j) != "of" && (prev == "this" || prev == "each" || prev == "last" || prev == "that") {
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

// quarterly are words before "quarter" that make a time of it.
var quarterly = set("this last next same previous each every per latest final current fiscal prior earlier calendar financial comparable preceding whole")

// withArticle reads "a hundred", "a third", "a quarter of a million", "a few
// thousand", "an hour" after a bound.
func (r *reader) withArticle(i int) (numeral, bool) {
	low := r.low(i + 1)
	switch {
	case low == "couple":
		j := i + 2
		if r.low(j) == "of" {
			j++
		}
		if w := numberWords[r.low(j)]; w.class == hundred || w.class == scale {
			return r.vagueTimes(i, j, w.val), true
		}
		return numeral{}, false
	case low == "few":
		n, ok := r.vagueCount(i + 1)
		n.first = i
		return n, ok
	}
	j := r.skipHyphen(i + 1)
	if low == "good" || low == "full" || low == "bare" || low == "solid" {
		if c := numberWords[r.low(j+1)].class; c == part || c == ordinal {
			j++ // "a good third of them"
		}
	}
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
		r.scaleAndPart(&n)
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
	if v := numberWords[r.low(j+3)]; r.low(j+1) == "of" && r.low(j+2) == "a" && v.class == scale && v.val.Cmp(num(1000)) >= 0 {
		n.val, _ = quotient(v.val, w.val)
		n.scale, n.last = v.val, j+4 // "a third of a million"
		return n, true
	}
	n.val, _ = quotient(num(1), w.val)
	n.den, n.sort = w.val, share
	return n, true
}

// partEnds reports whether what stands at j lets "a third" be a share.
func (r *reader) partEnds(j int) bool {
	if j >= len(r.ps) || r.ps[j].form != word {
		if r.low(j) == "," && r.is(j+1, digits) && r.low(j+2) == "," && r.ps[j+1].lex.ints == 2 {
			return false // "a third, 25, got"
		}
		return r.low(j) != "," || !r.is(j+1, word) || !r.ps[j+1].upper // "a sixth, Scania"
	}
	switch r.low(j) {
	case "of", "in", "less", "more", "fewer", "higher", "lower", "larger", "smaller", "from", "since", "by", "the", "as", "to", "and", "or", "came", "went", "were", "was", "are", "is", "have", "had", "said", "on", "over", "between", "at", "below", "above", "than", "no", "not", "do", "did", "who", "will", "would", "only", "with", "without":
		return true
	}
	return r.ps[j].tag == doc.VBP
}

// articleUnit reads the article before a unit as 1 where a bound stands before
// it, or where a preposition of duration does.
func (r *reader) articleUnit(i int) (numeral, bool) {
	j := i + 1
	if w := r.low(j); w == "full" || w == "whole" || w == "single" || w == "calendar" {
		j++
	}
	if r.low(i-1) == "by" && (commonMoney[r.low(j)] != "" || cents[r.low(j)] != "") && r.changeBy(i-1) != "" {
		return numeral{first: i, last: i + 1, val: num(1), scale: num(1), inWords: true}, true
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
	if r.low(n.first) == "scores" && n.last == n.first+1 && r.low(n.last) == "of" && (r.startsNumber(n.last+1) && r.low(n.last+2) != "-" || r.nounAt(n.first-1) && !r.stops(n.first-1)) {
		n.reason = "vague" // the scores of two symphonies
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
