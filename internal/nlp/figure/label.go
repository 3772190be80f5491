package figure

import "analyze/internal/doc"

// A labelUse is a numeral behind a word that may be its label.
type labelUse struct {
	label
	n    *numeral
	word *piece // the first of the label
	at   int    // where it stands
	ends bool   // neither noun nor unit follows the number
}

// isLabel sees numbers that name a part: page 17, Section 3.4, Phase Two.
func (r *reader) isLabel(k int) string {
	n := &r.nums[k]
	if n.sort != cardinal || n.scale.Cmp(num(1)) != 0 {
		return ""
	}
	i := n.first
	switch {
	case r.low(i-1) == "#":
		return "number"
	case r.low(i-1) == "(" && r.glued(i):
		i--
	}
	if r.low(i-1) == "-" && r.glued(i-1) && r.glued(i) {
		i--
	}
	if r.identifies(i) {
		return "number"
	}
	if r.low(i-1) == ")" && r.low(i-3) == "(" {
		return r.abbreviated(n, i-1)
	}
	l, m := labels.before(r.ps, i)
	if m == 0 || i != n.first && l.need != "w" {
		return ""
	}
	u := labelUse{l, n, &r.ps[i-m], i - m, !r.countNoun(n.last) && r.unitAt(n.last) == 0}
	if !r.numbersThings(u) && (r.lowerLabel(u) || r.fulfils(u) || l.need == "c" && r.pluralLabel(u, k)) {
		return l.reason
	}
	return ""
}

// abbreviated reads the label that ends with the bracket at piece i: "Executive
// Order (E.O.) 14024".
func (r *reader) abbreviated(n *numeral, i int) string {
	if l, m := labels.before(r.ps, i); m == 1 && (l.need == "d" || l.reason == "law") && n.plainDigits() {
		return l.reason
	}
	return ""
}

// numbersThings reports whether the number tells how many: "the dead number
// 428", "Findings 24 of 14,069 children".
func (r *reader) numbersThings(u labelUse) bool {
	if b := u.at - 1; u.word.low == "number" && !u.word.upper && b >= 0 && r.is(b, word) && (r.pluralAt(b) || casualtyWords[r.low(b)]) {
		return true
	}
	last := u.n.last
	return isPlural(u.word.low) && r.low(last) == "of" && r.is(last+1, digits) && r.ps[last+1].lex.shape == grouped
}

// lowerLabel reports whether a label in small letters stands alone with its
// number, behind a preposition or as a line: "in week two".
func (r *reader) lowerLabel(u labelUse) bool {
	n := u.n
	if u.need != "c" && u.need != "C" || u.word.upper || !u.ends || isPlural(u.word.low) || r.goesFurther(n) || !n.val.IsInt() || !n.between(0, 200) {
		return false
	}
	return beforeLabel[r.low(u.at-1)] || (u.at == 0 || r.is(u.at-1, sign)) && r.is(n.last, sign)
}

// goesFurther reports whether "of" or a dash follows, as behind no label.
func (r *reader) goesFurther(n *numeral) bool {
	l := r.low(n.last)
	return l == "of" || l == "-"
}

// fulfils reports whether the label has what it needs to be one.
func (r *reader) fulfils(u labelUse) bool {
	n, p := u.n, u.word
	switch u.need {
	case "w":
		return p.low != "p" || r.is(n.first, digits)
	case "n":
		return n.val.Cmp(num(99)) > 0 && u.ends || r.low(n.first-1) == "+"
	case "d":
		return !n.inWords && (p.low != "no" || p.upper && !r.countNoun(n.last) && !r.percentBehind(n))
	case "C":
		if !p.upper {
			return n.plainDigits() && r.low(n.last) == "of" && r.is(n.last+1, digits) && r.ps[n.last+1].lex.ints == 4
		}
		return (n.plainDigits() || n.inWords) && (u.at > 0 || u.ends || n.between(1, 20)) && p.tag != doc.VB && p.tag != doc.NNS
	}
	return r.properLabel(u) || r.commonLabel(u)
}

// percentBehind reports whether n is a share: "Yes 54%, No 29%".
func (r *reader) percentBehind(n *numeral) bool {
	_, k := r.percentAt(n.last)
	return k > 0
}

// properLabel reports whether the label is capitalised, and not only because it
// begins the sentence.
func (r *reader) properLabel(u labelUse) bool {
	n, p := u.n, u.word
	if !p.upper || n.shape == grouped {
		return false
	}
	if u.at > 0 {
		return true
	}
	return !p.tag.IsVerb() && (u.ends || n.plainDigits() && n.between(1, 20) && p.tag != doc.NNS || n.shape == decimals && u.reason == "reference")
}

// commonLabel reports whether the label is a noun in the singular before a small
// number.
func (r *reader) commonLabel(u labelUse) bool {
	before := r.low(u.at - 1)
	if !u.ends || !u.small() || u.word.tag == doc.NNS || u.word.tag.IsVerb() && before != "see" {
		return false
	}
	l := r.low(u.n.last)
	return l != "-" && (l != "of" || beforeLabel[before])
}

func (u labelUse) small() bool {
	return u.n.shape == plainInt && u.n.val.Cmp(num(1000)) < 0 || u.n.shape == decimals
}

// pluralLabel reports whether the label in the plural is of several numbers:
// "phases 1 and 2".
func (r *reader) pluralLabel(u labelUse, k int) bool {
	return !u.word.upper && isPlural(u.word.low) && u.small() && u.ends && r.joinsNext(k)
}

// identifiers are the numbers that only name somebody or something.
var identifiers = set("serial prisoner inmate passport telephone phone fax mobile account id identification registration case badge security licence license policy tracking order")

// identifies reports whether "serial number was" or the like stands before
// piece i.
func (r *reader) identifies(i int) bool {
	if l := r.low(i - 1); l == "is" || l == "was" || l == ":" {
		i--
	}
	return (r.low(i-1) == "number" || r.low(i-1) == "no.") && identifiers[r.low(i-2)]
}

// beforeLabel are prepositions: a bare noun between one of them and a number is
// a label ("in week two", "of type 2").
var beforeLabel = set("in on of at from to by since after before until during through")

// joinsNext reports whether numeral k is joined to the next: "phases 1 and 2".
func (r *reader) joinsNext(k int) bool {
	n := &r.nums[k]
	return k+1 < len(r.nums) && r.nums[k+1].first == n.last+1 && joins[r.low(n.last)] && !r.countNoun(r.nums[k+1].last)
}
