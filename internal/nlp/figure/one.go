package figure

import "analyze/internal/doc"

// oneIsNone gives "one" before a plain singular noun its reason: it is an
// article there, but for what is contrasted or bounded.
func (r *reader) oneIsNone(q *quant, k int) {
	n := &q.n
	if !n.inWords || n.sort != cardinal || !isOne(n.val) || r.low(n.first) != "one" || n.last != n.first+1 || q.f.Kind != doc.Count || q.times {
		return
	}
	if _, m := hedgesBefore.before(r.ps, n.first); m > 0 && (m > 1 || r.low(n.first-1) != "about" && r.low(n.first-1) != "above") {
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
	if q.f.Per != "" || r.contrasted(k) && q.has && !q.of {
		return
	}
	switch next := r.low(q.end); {
	case (next == "in" || next == "out" || next == "for" || next == "of") && k+1 < len(r.nums) && r.nums[k+1].reason == "" && r.nums[k+1].first <= q.end+4:
		return
	}
	q.reason = "pronoun"
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
			if l := r.low(j); l == "and" || l == "or" || l == "," || l == "but" {
				return true
			}
		}
	}
	return false
}
