package figure

import (
	"analyze/internal/doc"

	"github.com/govalues/decimal"
)

// inBrackets reports whether q stands alone in the brackets behind a, and so
// tells the same thing in other terms: "$2.1 million (33 per cent)".
func (r *reader) inBrackets(q, a *quant) bool {
	return a.reason == "" && q.first == a.end+1 && r.low(a.end) == "(" && r.low(q.end) == ")" && (q.f.Kind == doc.Percent || q.f.Kind == doc.ChangeKind) && a.f.What != ""
}

// theyChange reports whether q is a change of what the figure before it counts:
// "exports rose to 41 billion; in June they fell by a tenth".
func (r *reader) theyChange(q *quant) bool {
	if q.f.Kind != doc.ChangeKind || q.verb != "" {
		return false
	}
	v := r.verbBefore(q.first)
	for v > 0 && (auxiliary[r.low(v-1)] || r.ps[v-1].tag.IsVerb()) {
		v--
	}
	return v > 0 && (r.low(v-1) == "they" || r.low(v-1) == "it")
}

// changeAfter reports whether q is told as an afterthought to a: "a $38 million
// budget, up 2.5%".
func (r *reader) changeAfter(q, a *quant) bool {
	if q.f.Kind != doc.ChangeKind || a.f.Kind == doc.ChangeKind || a.reason != "" || q.first-a.end > 12 {
		return false
	}
	if l := r.low(q.first - 1); l != "up" && l != "down" || r.low(q.first-2) != "," {
		return false
	}
	return !r.verbBetween(a.end, q.first)
}

// putAt returns X of "put X lower, at 36", where X is a noun that stands for
// people.
func (r *reader) putAt(first int) (np, bool) {
	if r.low(first-1) != "at" {
		return np{}, false
	}
	for j := first - 2; j > 0 && j > first-7; j-- {
		l := r.low(j)
		if l == ";" || l == "." {
			break
		}
		if !collective[l] && !casualtyWords[l] || !r.is(j, word) || !determiners[r.low(j-1)] && !r.ps[j-1].tag.IsNoun() {
			continue
		}
		if p, ok := r.nounLeft(j); ok && putVerbs[r.low(r.verbBefore(p.first))] {
			return p, true
		}
	}
	return np{}, false
}

// forEachThing returns X of "fined $500 for each X" and "3.4 prisoners for each
// X".
func (r *reader) forEachThing(j, k int, kind doc.FigureKind) (np, bool) {
	counted := kind == doc.Count && k < len(r.nums) && r.nums[k].shape == decimals
	if l := r.low(j + 1); kind != doc.Money && !counted || r.low(j) != "for" || l != "each" && l != "every" {
		return np{}, false
	}
	p, ok := r.nounPhrase(j + 2)
	return p, ok && !r.pluralAt(p.head) && !timeNoun(r.low(p.head))
}

// timesWords are "two times" and "three times" in one word.
var timesWords = map[string]decimal.Decimal{"twice": num(2), "thrice": num(3), "double": num(2), "triple": num(3), "treble": num(3)}

// besideTimes may stand before "double the budget"; behind others it is a verb.
var besideTimes = set(", ( - — is was are were be nearly almost about roughly than over now still only just")

// comparesWord reports whether "twice" before piece j compares amounts: "twice
// as many", "twice its capacity", and not "twice a week".
func (r *reader) comparesWord(j int) bool {
	if w := r.low(j - 1); w != "twice" && w != "thrice" && (!besideTimes[r.low(j-2)] || r.low(j-2) == "than" && r.low(j-4) == "to" || r.ps[j-1].tag.IsVerb() && r.ps[j-1].tag != doc.VB) {
		return false
	}
	if r.low(j) == "as" && r.low(j+1) == "a" || r.comparesTimes(j) {
		return r.low(j+1) != "a"
	}
	switch r.low(j) {
	case "the", "its", "their", "his", "her", "our", "my", "your", "that":
		p, ok := r.nounPhrase(j + 1)
		return ok && !timeNoun(singular(r.low(p.head))) || r.low(j) == "that" && (!r.is(j+1, word) || r.ps[j+1].tag == doc.IN)
	}
	return false
}

// timesWhat names what "three times" compares: "as much soot", the figure that
// it is said of, or the subject.
func (r *reader) timesWhat(i int) {
	q := &r.qs[i]
	if l := r.low(q.end + 1); r.low(q.end) == "as" && (l == "many" || l == "much" || l == "few") {
		if p, ok := r.nounPhrase(q.end + 2); ok && r.low(p.last) == "as" {
			q.ofNoun(p)
			return
		}
	}
	if a := r.prior(i); a != nil && q.first >= a.end && q.first-a.end <= 8 && !r.verbBetween(a.end, q.first) {
		r.what(q, a)
	}
}

// prior returns the last figure before quant i of its sentence, nil for none.
func (r *reader) prior(i int) *quant {
	for i--; i >= 0; i-- {
		if r.qs[i].reason == "" {
			return &r.qs[i]
		}
	}
	return nil
}

// secondShare reports whether q only adds to share a of something its size at
// another time: "98 percent of arrests in 2000 and 34 percent last year".
func (r *reader) secondShare(q, a *quant) bool {
	return q.f.Kind == doc.Percent && a.f.Kind == doc.Percent && a.of && !q.has && !q.ofNext && r.low(r.beforeFillers(r.beforeHedge(q))) == "and" && !r.verbBetween(a.end, q.first) && !r.says(q.end)
}

// opensClause reports whether share q is the subject of a clause of its own
// behind share a, and so is of the same: "a third of the trains were late; 3%
// were cancelled".
func (r *reader) opensClause(q, a *quant) bool {
	if q.f.Kind != doc.Percent || a.f.Kind != doc.Percent && a.f.Kind != doc.Ratio || !a.has || a.f.What == "" {
		return false
	}
	switch r.low(q.first - 1) {
	case ";", ",", "and", "but", "while":
		return auxiliary[r.low(q.end)] || q.end < len(r.ps) && r.ps[q.end].tag == doc.VBD
	}
	return false
}

// sharesWhat gives a share or sum what the figure before it in its sentence
// is of, where no verb of its own stands between or its subject is "it":
// "widened to 4.1 percent, from 3.3".
func (r *reader) sharesWhat(i int) {
	q := &r.qs[i]
	if a := r.prior(i); a != nil && q.f.What == "" && !q.has && (r.inBrackets(q, a) || r.low(q.first-1) == "or" && (r.low(q.end) == "," || r.low(q.end) == "to") && (a.f.Kind == doc.ChangeKind && q.f.Kind == doc.ChangeKind || a.f.Kind == doc.Count && q.f.Kind == doc.Percent && q.first-a.end <= 2) || r.theyChange(q) || r.opensClause(q, a)) {
		r.what(q, a)
		return
	}
	if i == 0 || q.f.What != "" || q.has || q.f.Kind != doc.Percent && q.f.Kind != doc.Money && q.f.Kind != doc.Measure {
		return
	}
	a := &r.qs[i-1]
	if a.times && i > 1 {
		a = &r.qs[i-2] // "212 mm, twice the average of 110 mm"
	}
	if by := r.low(r.beforeFillers(r.beforeHedge(q))); a.f.Kind == doc.Ratio && q.f.Kind == doc.Percent && (by == "against" || by == "from") && a.f.What != "" && q.first-a.end < 14 && q.first >= a.end && !q.has {
		r.what(q, a) // "7 out of 10 drivers kept to it, against 41% before"
		return
	}
	if a.f.What == "" || a.f.Unit != q.f.Unit || a.reason != "" || q.first < a.end || q.first-a.end > 24 {
		return
	}
	v := r.verbBefore(q.first)
	own := v >= a.end && r.low(v) != "from" && r.low(v) != "to" && r.low(v) != "up" && r.low(v) != "down" && r.low(v) != "compared"
	for own && v > a.end && (auxiliary[r.low(v-1)] || r.ps[v-1].tag.IsVerb()) {
		v--
	}
	if own && r.low(v-1) != "it" && r.low(v-1) != "they" {
		return
	}
	for j := a.end; j < q.first && !own; j++ {
		if t := r.ps[j].tag; t == doc.VBD || t == doc.VBZ || t == doc.VBP || t == doc.MD || r.low(j) == ";" || r.low(j) == "for" || r.low(j) == "on" {
			return
		}
	}
	r.what(q, a)
}

// sharesRate gives quant i the rate of the one that it is coordinated with:
// "$3,200 per pupil in 2012 and $4,050 in 2016".
func (r *reader) sharesRate(i int) {
	if i == 0 {
		return
	}
	a, q := &r.qs[i-1], &r.qs[i]
	if a.f.Per == "" || q.f.Per != "" || a.f.Unit != q.f.Unit || a.reason != "" || q.has && !a.has || q.first-a.end > 8 || q.first < a.end {
		return
	}
	for j := a.end; j < q.first; j++ {
		if t := r.ps[j].tag; t.IsVerb() || t == doc.MD || r.low(j) == ";" || r.low(j) == "." || r.low(j) == ":" {
			return
		}
	}
	q.f.Per = a.f.Per
}
