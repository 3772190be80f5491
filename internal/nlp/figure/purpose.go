package figure

import (
	"strings"

	"analyze/internal/doc"
)

// agents are nouns for those who spend, raise and set, and are not what a sum
// or a share belongs to.
var agents = set("government management ministry bank committee senate parliament congress company firm agency council union authority commission court city department office board charity foundation institute university group party army state cabinet treasury regulator operator lender fund donor administration assembly bloc retailer manufacturer utility organisation organization association federation team hospital country kingdom republic municipality county council province region")

// agent reports whether the phrase p names somebody who acts.
func (r *reader) agent(p np) bool {
	h := &r.ps[p.head]
	if h.mention > 0 && h.upper {
		switch r.d.Mentions[h.mention-1].Type {
		case doc.Person, doc.Org, doc.Group, doc.Place:
			return true
		}
	}
	return agents[singular(h.low)] || isPersonWord(h.low) || h.upper && h.tag == doc.NNP && h.mention == 0 && !h.caps
}

// levelPrepositions stand between an object and the level that it is set to.
var levelPrepositions = set("to at from")

// object returns X of "raised X to 4 percent", "kept X at 5 percent".
func (r *reader) object(first int) (np, bool) {
	i := r.beforeFillers(first)
	if i < 2 || !levelPrepositions[r.low(i)] {
		return np{}, false
	}
	p, ok := r.nounLeft(i - 1)
	if !ok {
		return np{}, false
	}
	for p.first < p.head && r.ps[p.first].tag.IsVerb() && !r.nounAt(p.first) {
		p.first++
	}
	k := p.first - 1
	for k > 0 && (determiners[r.low(k)] || r.ps[k].tag == doc.PRPS || r.ps[k].tag == doc.DT) {
		k--
	}
	h := r.low(p.head)
	if r.placed(p) {
		return np{}, false // "brings the aid to Mali to $4 million"
	}
	if k < 0 || !(r.ps[k].tag.IsVerb() || r.ps[p.first].tag.IsVerb()) || auxiliary[r.low(k)] || isPersonWord(h) || generic[h] && (h != "ratio" || p.first == p.head) || r.unitAt(p.head) > 0 || timeNoun(singular(h)) || weekdays[h] || months[h] > 0 {
		return np{}, false
	}
	return p, true
}

// valued returns X of "X valued at $4", "X worth $4" where X stands apart from
// its clause's subject.
func (r *reader) valued(first int) (np, bool) {
	i := r.beforeFillers(first)
	if p, ok := r.sizedThing(i); ok {
		return p, true
	}
	if r.low(i) != "at" || i < 2 || !pricing[r.low(i-1)] || r.ps[i-1].tag != doc.VBN && r.ps[i-1].tag != doc.VBD && r.ps[i-1].tag != doc.JJ {
		return np{}, false
	}
	if r.ps[i-2].tag == doc.JJ && determiners[r.low(i-3)] {
		return np{i - 2, i - 1, i - 2}, true // "a flat", taken for an adjective
	}
	return r.nounLeft(i - 2)
}

// sizedThing returns X of "X weighing 3 kg", "X gusting to 45 mph", where piece i
// is the last before the amount.
func (r *reader) sizedThing(i int) (np, bool) {
	if l := r.low(i); l == "to" || l == "at" || l == "for" {
		i--
	}
	if !sizing[r.low(i)] {
		return np{}, false
	}
	p, ok := r.nounLeft(i - 1)
	return p, ok && !r.agent(p) && !generic[r.low(p.head)] && !timeNoun(singular(r.low(p.head)))
}

// sizing are participles between a thing and its size.
var sizing = set("weighing measuring spanning covering stretching totalling totaling averaging costing lasting gusting rising reaching holding running worth extending")

// pricing are participles between a thing and "at" its price.
var pricing = set("valued priced assessed appraised listed estimated insured")

// bracketed returns the noun before "(500 MW)".
func (r *reader) bracketed(q *quant) (np, bool) {
	if r.low(q.first-1) != "(" || q.f.Kind != doc.Measure && (q.f.Kind != doc.Money || r.low(q.end) != ")") {
		return np{}, false
	}
	p, ok := r.nounLeft(q.first - 2)
	return p, ok && !r.ps[p.head].upper && r.unitAt(p.head) == 0 && !strings.Contains(r.low(p.head), ".")
}

// moneyVerbs are often taken for nouns before a sum.
var moneyVerbs = set("pay pays cost costs sell sells earn earns owe owes spend spends charge charges need needs total totals gain gains lose loses award awards grant grants offer offers average averages fetch fetches raise raises own owns worth")

// manners behind "in" say how a sum is paid, not what for.
var manners = set("cash kind payment payments instalments installments advance court public exchange value size all shares stock total return full part addition real nominal hand principle circulation")

// spending reports whether a verb of spending stands before piece i.
func (r *reader) spending(i int) bool {
	for j := i - 1; j >= 0 && j > i-8; j-- {
		switch r.low(j) {
		case "spend", "spends", "spent", "spending", "invest", "invests", "invested", "investing", "pay", "paid", "waste", "wasted", "save", "saved", "saves", "budgeted", "allocated", "disbursed":
			return true
		}
	}
	return false
}

// purpose returns X of "$4 million for X", "in X", "on X".
func (r *reader) purpose(q *quant) (np, bool) {
	if q.f.Kind != doc.Money {
		return np{}, false
	}
	j := q.end
	if r.low(j) == "(" {
		for k := j + 1; k < j+8 && k < len(r.ps); k++ {
			if r.low(k) == ")" {
				j = k + 1
				break
			}
		}
	} else if r.low(j) == ")" {
		j++
	}
	switch r.low(j) {
	case "for", "in":
	case "on":
		if !r.spending(q.first) {
			return np{}, false
		}
	default:
		return np{}, false
	}
	k := r.pastDeterminers(j + 1)
	p, ok := r.nounPhrase(k)
	if !ok && r.is(k, word) && r.ps[k].tag == doc.VBG && (k+1 == len(r.ps) || r.is(k+1, sign)) {
		return np{k, k + 1, k}, true
	}
	if !ok {
		return np{}, false
	}
	h := &r.ps[p.head]
	if h.upper || h.mention > 0 || generic[h.low] || manners[h.low] || isNumberWord(r.low(p.first)) || timeNoun(singular(h.low)) || r.ps[p.first].tag == doc.VBG {
		return np{}, false
	}
	return r.withSecond(p), true
}
