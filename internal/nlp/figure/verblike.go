package figure

import (
	"strings"

	"analyze/internal/doc"
)

// verbNouns are verbs that taggers take for nouns behind a number.
var verbNouns = set("travel vote smoke commute rent serve own strike quit emigrate marry lay follow run work stand count remain come go wait vote live die hold stay leave reach speak sleep need want rot cross lie rank belong sit agree differ vary range account face border rely depend result fail hope plan walk suffer farm beg")

// needing are verbs that taggers take for nouns before their object.
var needing = set("need lack want seek face require await own")

// verbLike reports whether the phrase is one singular word that a number over
// one cannot count, as a verb taken for a noun is.
func (r *reader) verbLike(q *quant, p np) bool {
	if invariant[r.low(p.head)] {
		return false
	}
	h := &r.ps[p.head]
	if p.last == p.first+1 && strings.HasSuffix(h.low, "ed") && len(h.low) > 5 && !h.upper && q.n.val.Cmp(num(1)) > 0 && !isPersonWord(h.low) && !collective[h.low] && !participleOf(h.low) && (p.last >= len(r.ps) || r.is(p.last, sign) || r.low(p.last) == "and" || r.low(p.last) == "or" || r.low(p.last) == "by") {
		return true // "Houses: 7,480 destroyed, 12,300 flooded"
	}
	if p.first == p.head && (h.low == "full-time" || h.low == "part-time") {
		return true
	}
	if needing[r.low(p.first)] && p.last == p.first+2 && !isPlural(h.low) && !isPersonWord(h.low) && !collective[h.low] && q.n.val.Cmp(num(1)) > 0 && !r.glued(p.first) {
		return true // "4,750 need repair"
	}
	if t := r.ps[p.first].tag; (t == doc.VBN || t == doc.VBD) && p.last == p.first+2 && h.tag == doc.NN && !h.upper && q.n.val.Cmp(num(1)) > 0 && !isPlural(h.low) && !isPersonWord(h.low) && !collective[h.low] && (r.closes(p.last) || r.low(p.last) == "," || r.low(p.last) == "and" || r.ps[p.last].tag == doc.IN) {
		return true // "18 named adventure"
	}
	if verbNouns[h.low] && q.n.val.Cmp(num(1)) > 0 && !r.glued(p.first) && (p.last == p.first+1 || p.last == p.first+2 && r.low(p.first) == "more") || verbNouns[r.low(p.first)] && p.last == p.first+2 && directions[h.low] {
		return true
	}
	return p.last == p.first+1 && h.tag == doc.NN && !h.upper && q.n.val.Cmp(num(1)) > 0 && q.n.sort != vagueNumber && !r.glued(p.first) && !isPlural(h.low) && !isPersonWord(h.low) && !collective[h.low] && !q.n.inWords && r.is(p.last, sign)
}
