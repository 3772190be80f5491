package figure

import "analyze/internal/doc"

// oneIsNone gives "one" before a plain singular noun its reason: it is an
// article there, but for what is contrasted or bounded.
func (r *reader) oneIsNone(q *quant, k int) {
	n := &q.n
	if r.theTwo(q) {
		q.reason = "pronoun"
		return
	}
	if !n.inWords || n.sort != cardinal || !isOne(n.val) || r.low(n.first) != "one" || n.last != n.first+1 || q.f.Kind != doc.Count || q.times {
		return
	}
	if r.higherOne(q) {
		q.reason = "pronoun"
		return
	}
	if _, m := hedgesBefore.before(r.ps, n.first); m > 0 && (m > 1 || r.low(n.first-1) != "about" && r.low(n.first-1) != "above") {
		return
	}
	if r.ofNumber(q, k) || k > 0 && r.low(n.first-1) == "-" && r.low(n.first-2) == "to" { // "a five-to-one advantage"
		return
	}
	if n.first > 0 && (r.ps[n.first-1].tag.IsAdjective() || r.low(n.first-1) == "this" || r.low(n.first-1) == "that" || r.low(n.first-1) == "which" || r.low(n.first-1) == "no") {
		q.reason = "pronoun"
		return
	}
	if q.ofNext && q.f.Per == "" {
		q.reason = "pronoun"
		return
	}
	if q.bare && k > 0 && r.low(q.end) == "." && q.f.Per == "" && r.ps[n.first-1].tag.IsVerb() && r.nums[k-1].reason == "" && r.nums[k-1].sort == cardinal && n.first-r.nums[k-1].last < 9 {
		return // "must carry two rafts; she carried one."
	}
	if q.bare && k > 1 && r.low(q.end) == "in" && r.skippedAt(q.end+1) == "year" && r.yearBefore(k) {
		return // "30 men in 2013 but only one in 2014"
	}
	switch r.low(n.first - 1) {
	case "only", "just", "exactly", "precisely", "every", "single":
		if q.has && !q.of || q.f.Per != "" {
			return
		}
	case "to", "from":
		if q.bare && !q.has && k > 0 {
			return
		}
	}
	if q.f.Per != "" || r.contrasted(k) && q.has && !q.of || r.beginsRange(k) {
		return
	}
	if r.oneCounts(q) {
		return
	}
	q.reason = "pronoun"
}

// yearBefore reports whether a count and its year stand before numeral k.
func (r *reader) yearBefore(k int) bool {
	y, n := &r.nums[k-1], &r.nums[k-2]
	return y.reason == "year" && n.reason == "" && n.sort == cardinal && y.first-n.last < 8
}

// theTwo reports whether q points back to those who were named: "the two of
// them", "and the two discussed it".
func (r *reader) theTwo(q *quant) bool {
	n := &q.n
	if !n.inWords || n.sort != cardinal || !n.between(2, 5) || n.last != n.first+1 || r.low(n.first-1) != "the" || q.f.Kind != doc.Count || q.first != q.nfirst {
		return false
	}
	if l := r.low(n.last + 1); r.low(n.last) == "of" && (l == "them" || l == "us" || l == "you") {
		return true
	}
	return q.bare && n.between(2, 3) && r.startsClause(n.first) && r.is(n.last, word) && (r.ps[n.last].tag == doc.VBD || r.ps[n.last].tag == doc.VBP) && !isBe[r.low(n.last)] && !humanVerbs[r.low(n.last)]
}

// beginsRange reports whether "one" is the lower end of "one to two degrees".
func (r *reader) beginsRange(k int) bool {
	if l := r.low(r.nums[k].last); k+1 >= len(r.nums) || l != "to" && l != "or" {
		return false
	}
	b := &r.nums[k+1]
	return b.first == r.nums[k].last+1 && b.inWords && b.sort == cardinal && b.reason == "" && b.val.Cmp(num(1)) > 0 && b.val.Cmp(num(100)) < 0
}

// oneCounts reports whether "one soldier" is a count: of what was killed, taken
// or destroyed, or of what there is.
func (r *reader) oneCounts(q *quant) bool {
	if !q.has || q.of || abstract[r.low(q.phrase.head)] {
		return false
	}
	j := q.end
	for auxiliary[r.low(j)] || r.is(j, word) && r.ps[j].tag == doc.RB {
		j++
	}
	if l := r.low(j); l == "in" || l == "from" || l == "at" || l == "on" || l == "of" {
		for k := j + 1; k < j+6 && r.is(k, word); k++ {
			if befell[r.low(k)] && r.nounAt(k-1) {
				j = k
			}
		}
	}
	if befell[r.low(j)] || isPersonWord(r.low(q.phrase.head)) && (humanVerbs[r.low(j)] || verbUnits[r.low(q.first-1)] == "person") {
		return true
	}
	if h := r.low(q.phrase.head); (h == "count" || h == "charge") && r.low(q.phrase.last) == "of" {
		return true // "guilty of one count of fraud"
	}
	switch prev := r.low(q.first - 1); prev {
	case "is", "was":
		return r.low(q.first-2) == "there"
	case "lost", "destroyed", "destroying", "damaged", "damaging", "seized", "seizing", "sank", "sinking":
		return true
	}
	return false
}

// befell are verbs of what happens to a thing or person but once.
var befell = set("sank sunk crashed collapsed capsized exploded burned burnt destroyed damaged seized demolished shelled looted missing drowned died killed injured wounded hurt arrested detained shot rescued hospitalised hospitalized")

// abstract nouns behind "there is one" are pointed at, not counted.
var abstract = set("thing way reason problem exception difference point question answer aspect area case example issue side catch condition matter option possibility factor step element explanation theory view word sense respect lesson fact chance hope solution place time")

// tells reports whether a verb of saying stands soon behind j: "one worker
// feared".
func (r *reader) tells(j int) bool {
	for k := j; k < j+4 && r.is(k, word); k++ {
		if sayers[r.low(k)] || r.low(k) == "feared" || r.low(k) == "added" || r.low(k) == "recalled" || r.low(k) == "told" {
			return true
		}
	}
	return false
}

// ofNumber reports whether "one branch" is a part of a number behind it: "in
// six", "out of every six".
func (r *reader) ofNumber(q *quant, k int) bool {
	if j := r.forEvery(q.end); j > 0 && k+1 < len(r.nums) && r.nums[k+1].first == j && r.nums[k+1].reason == "" {
		return !q.ofNext
	}
	switch r.low(q.end) {
	case "of":
		if r.low(q.end+1) == "every" && k+1 < len(r.nums) && r.nums[k+1].first == q.end+2 && r.nums[k+1].reason == "" {
			return true
		}
		return !q.ofNext && k+1 < len(r.nums) && r.nums[k+1].reason == "" && r.nums[k+1].first <= q.end+3
	case "over":
		return k+1 < len(r.nums) && r.nums[k+1].first == q.end+1 && r.closes(r.nums[k+1].last)
	case "out":
		return k+1 < len(r.nums) && r.nums[k+1].reason == "" && r.nums[k+1].first <= q.end+3
	case "in", "for":
		if _, n := r.moneyAt(r.nums[min(k+1, len(r.nums)-1)].last, &r.nums[k]); n > 0 {
			return false // "rent one for 150 kronor"
		}
		return !q.ofNext && k+1 < len(r.nums) && r.nums[k+1].reason == "" && r.nums[k+1].first <= q.end+3
	}
	return false
}

// contrasted reports whether "one" is counted beside another number of the
// same sentence: "16 men and one woman".
func (r *reader) contrasted(k int) bool {
	n := &r.nums[k]
	for _, i := range [...]int{k - 1, k + 1} {
		if i < 0 || i >= len(r.nums) {
			continue
		}
		o := &r.nums[i]
		if o.reason != "" || o.sort != cardinal || r.low(o.first) == "one" {
			continue
		}
		a, b := o.last, n.first
		if i > k {
			a, b = n.last, o.first
		}
		if b-a > 5 {
			continue
		}
		for j := a; j < b; j++ {
			if l := r.low(j); l == "and" || l == "or" || l == "but" || l == "," && (i > k || !r.tells(n.last)) {
				return true
			}
		}
	}
	return false
}
