package figure

import "analyze/internal/doc"

// fromNoun reads "a toll of 40" and "put the number of displaced at 40".
func (r *reader) fromNoun(i int) {
	q := &r.qs[i]
	if r.low(q.end) == "the" && numberNouns[r.low(q.end+1)] && r.low(q.end+2) == "of" && r.low(q.first-1) == "to" {
		if p, ok := r.nounPhrase(q.end + 3); ok { // "bringing to 2,300 the number of men killed"
			r.takeUnit(q, p)
			return
		}
	}
	if r.lostAt(q) || r.nounOf(q) {
		return
	}
	if collective[r.low(q.first-1)] && q.first < q.nfirst && q.whole() && r.nounAt(q.first-1) {
		if p, ok := r.nounLeft(q.first - 1); ok { // "a staff north of 400"
			r.takeUnit(q, p)
			return
		}
	}
	if r.nounBeforeAt(q) {
		return
	}
	if p, ok := r.putAt(q.first); ok {
		r.takeUnit(q, p)
		return
	}
	if r.low(q.first-1) == "at" || r.low(q.first-1) == "as" || levelVerbs[r.low(q.first-1)] {
		if p, ok := r.numberOf(q.first); ok {
			q.f.Unit = r.unitOf(p)
			if casualtyWords[r.low(p.head)] || collective[r.low(p.head)] {
				q.f.Unit = "person"
			}
			q.ofNoun(p)
			q.bare = false
		}
	}
}

// lostAt reads "puts the closures at seven and the jobs lost at 130".
func (r *reader) lostAt(q *quant) bool {
	t := r.tagAt(q.first - 2)
	if r.low(q.first-1) != "at" || t != doc.VBN && t != doc.VBD || r.tagAt(q.first-3) != doc.NNS || !determiners[r.low(q.first-4)] {
		return false
	}
	p, ok := r.nounLeft(q.first - 3)
	if !ok || generic[r.low(p.head)] || r.placed(p) {
		return false
	}
	r.takeUnit(q, p)
	return true
}

// nounOf reads the noun before "of" and q, and reports whether all is said.
func (r *reader) nounOf(q *quant) bool {
	if r.low(q.first-1) != "of" {
		return false
	}
	if r.low(q.first-2) == "front" {
		q.ofPeople()
		return true
	}
	if q.first <= 1 || ofPrepositions[r.low(q.first-2)] {
		return false
	}
	p, ok := r.nounLeft(q.first - 2)
	if !ok {
		return false
	}
	h := r.low(p.head)
	switch {
	case h == "party" && q.f.Kind == doc.Count && q.n.between(2, 40) && r.ps[p.head].mention == 0, peopled[h] && q.whole() && q.n.val.Cmp(num(100)) > 0:
		q.ofPeople() // "a party of four", "a town of 40,000"
		return true
	case q.f.Per != "" && paces[h]:
		if s, found := r.subject(p.first); found && r.pluralAt(s.head) && (!r.agent(s) || r.unitOf(s) == "person") {
			r.takeUnit(q, s) // "trucks enter at a rate of 40 an hour"
		}
		return true
	case h == "capacity":
		q.subject, q.named = p, true
	}
	if generic[h] || goals[h] || changeNouns[h] != "" || r.ps[p.head].mention > 0 {
		return false
	}
	r.takeUnit(q, p)
	return true
}

// nounBeforeAt reads the noun before "at" and q: "the number of visas open to
// settlers at 350,000", "the dead at 40".
func (r *reader) nounBeforeAt(q *quant) bool {
	l := r.low(q.first - 2)
	if r.low(q.first-1) != "at" {
		return false
	}
	if p, ok := r.numberOf(q.first); ok && r.countable(p) && !casualtyWords[l] {
		r.takeUnit(q, p)
		return true
	}
	if levelVerbs[l] || !casualtyWords[l] && !collective[l] && !(r.is(q.first-2, word) && r.ps[q.first-2].tag == doc.NNS) {
		return false
	}
	if p, ok := r.nounLeft(q.first - 2); ok && !generic[r.low(p.head)] {
		r.takeUnit(q, p)
		return true
	}
	if !casualtyWords[l] {
		return false
	}
	q.ofPeople()
	q.ofNoun(np{q.first - 2, q.first - 1, q.first - 2})
	return true
}

// paces before "of" and a rate are not what is counted.
var paces = set("rate pace speed clip tempo")

// peopled are places whose number behind "of" is that of those who live there.
var peopled = set("agglomeration conurbation metropolis municipality district province capital city town village country nation island settlement township hamlet suburb neighbourhood neighborhood commune slum")

// ofPrepositions go with "of" and are no things that are counted.
var ofPrepositions = set("front spite case cases instead because ahead terms lieu favour favor behalf view light excess addition charge need search reach course means way out outside inside")

// numberOf returns X where "number of X" stands in the clause before i.
func (r *reader) numberOf(i int) (np, bool) {
	for j := i - 2; j > 0 && j > i-16; j-- {
		if l := r.low(j); l == ";" || l == "," && j < i-8 {
			break
		}
		if r.low(j) == "of" && numberNouns[r.low(j-1)] {
			k := r.pastDeterminers(j + 1)
			if p, ok := r.nounPhrase(k); ok {
				if collective[r.low(j-1)] && !r.countable(p) {
					return r.nounLeft(j - 1) // "the population of Ghent"
				}
				return p, true
			}
			if casualtyWords[r.low(k)] {
				return np{k, k + 1, k}, true
			}
		}
	}
	return np{}, false
}

// putVerbs tie a number behind "at" to their subject in the passive:
// "attendance was put at 15,000".
var putVerbs = set("put estimated given pegged set fixed reckoned recorded reported capped")
