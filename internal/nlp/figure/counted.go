package figure

import (
	"sort"

	"analyze/internal/doc"
)

// thoseWho reads "those treated" and "those who use a car" at piece k: whom a
// share is of where the text has no noun for them.
func (r *reader) thoseWho(k int) (np, bool) {
	if l := r.low(k); l != "those" && l != "these" || k+1 >= len(r.ps) {
		return np{}, false
	}
	if r.low(k+1) == "who" {
		return np{k, r.clauseEnd(k + 2), k}, true
	}
	if t := r.ps[k+1].tag; auxiliary[r.low(k+1)] || t != doc.VBN && t != doc.VBD && !participles[r.low(k+1)] || r.nounAt(k+2) || determiners[r.low(k+2)] {
		return np{}, false
	}
	return np{k, k + 2, k}, true
}

// clauseEnd returns where the verb at piece j, its object and one complement
// behind it end.
func (r *reader) clauseEnd(j int) int {
	start := j
	for main := false; r.is(j, word) && (r.ps[j].tag.IsVerb() || r.ps[j].tag == doc.MD || r.ps[j].tag == doc.RB || auxiliary[r.low(j)]); j++ {
		if auxiliary[r.low(j)] && main {
			break // "those who returned have been tried"
		}
		main = main || r.ps[j].tag.IsVerb() && !auxiliary[r.low(j)]
	}
	if j == start {
		return start - 1
	}
	for k, n := j, 0; n < 2; n++ {
		if n > 0 || r.is(k, word) && (r.ps[k].tag == doc.IN || r.ps[k].tag == doc.TO) {
			if !r.is(k, word) || r.ps[k].tag != doc.IN && r.ps[k].tag != doc.TO {
				break
			}
			k++
		}
		k = r.pastDeterminers(k)
		p, ok := r.nounPhrase(k)
		if !ok {
			break
		}
		j, k = p.last, p.last
	}
	return j
}

// says reports whether the verb of a clause stands at piece j, so that the
// share before it is its subject: "92 per cent keep goats".
func (r *reader) says(j int) bool {
	if !r.is(j, word) {
		return false
	}
	if plainVerbs[r.low(j)] {
		return true
	}
	switch r.ps[j].tag {
	case doc.VBP, doc.VBZ, doc.VBD, doc.MD:
		return true
	case doc.VB:
		return determiners[r.low(j+1)] || r.low(j+1) == "it" || r.low(j+1) == "them" || r.nounAt(j+1)
	}
	return false
}

// plainVerbs are verbs in their bare form that taggers take for nouns behind a
// share.
var plainVerbs = set("pay vote work study travel farm keep own say think believe want need use live have spend drink smoke send attend agree expect fear feel own lack earn eat go know speak lost had did said")

// thingOf trims p to what can be counted by q: no article before it and no
// preposition behind, no other number in it, no unit, no period.
func (r *reader) thingOf(q *quant, p np) (np, bool) {
	if h := r.low(p.head); h == "those" || h == "these" {
		return p, p.last > p.head+1
	}
	for p.first < p.last-1 && (determiners[r.low(p.first)] || r.is(p.first, sign) || openers[r.low(p.first)]) {
		p.first++
	}
	if p.last-p.first > 2 && putting[r.low(p.first)] && p.head > p.first {
		p.first++ // "put deaths at 40"
	}
	if l := r.low(p.last - 1); p.last-p.first > 2 && (l == "those" || l == "these") && r.low(p.last-2) == "of" {
		p.last -= 2
	}
	for p.last > p.first+1 && (r.is(p.last-1, sign) || q.f.Kind != doc.Duration && (r.ps[p.last-1].tag == doc.TO || r.ps[p.last-1].tag == doc.IN)) {
		p.last--
	}
	if l := r.low(p.head); (l == "percent" || l == "cent") && r.low(p.head+1) == "of" {
		k := r.pastDeterminers(p.head + 2)
		return r.nounPhrase(k) // of "37 percent of households"
	}
	from := sort.Search(len(r.qs), func(i int) bool { return r.qs[i].nfirst >= p.first })
	for i := from; i < len(r.qs) && r.qs[i].nfirst < p.last; i++ {
		if n := &r.qs[i]; n.reason == "" && n.nfirst != q.nfirst && r.low(n.nlast) != "-" {
			return r.beforeNumber(p, n.first)
		}
	}
	if q.f.Kind != doc.Count && (r.unitWord(p) || p.first == p.head && changeBehind[r.low(p.head)] != "") {
		return np{}, false
	}
	return p, !ownWords[r.low(p.first)] || p.last > p.first+1
}

// beforeNumber cuts p before the preposition that ties a number at piece n to
// its head: "a survey of 1,204 farms".
func (r *reader) beforeNumber(p np, n int) (np, bool) {
	k := n
	for k-1 > p.head && (r.ps[k-1].tag == doc.IN || r.ps[k-1].tag == doc.VBN || r.low(k-1) == "aged") {
		k--
	}
	p.last = k
	return p, p.head < k && k < n
}

// openers are verbs of notes that taggers take for names: "Excludes gifts of $2m".
var openers = set("excludes includes covers comprises excluding including")

// ownWords stand for what somebody has.
var ownWords = set("ours theirs yours mine hers")

// unitWord reports whether p is no more than the unit of a number before it:
// the "cent" of "4 per cent".
func (r *reader) unitWord(p np) bool {
	switch r.low(p.head) {
	case "cent", "percent":
		return true
	}
	return p.first == p.head && r.unitAt(p.head) > 0 && r.numberBefore(p.first) && r.is(p.first-1, digits)
}

// isQuarter reports whether piece i names a part of a year: Q3, H1.
func (r *reader) isQuarter(i int) bool {
	l := r.low(i)
	return len(l) == 2 && (l[0] == 'q' && l[1] >= '1' && l[1] <= '4' || l[0] == 'h' && (l[1] == '1' || l[1] == '2')) && r.ps[i].upper
}

// ofAge are nouns that an age is said of where it is nobody's own.
var ofAge = set("age expectancy lifespan")

// placed reports whether p is the name of a place and nothing more.
func (r *reader) placed(p np) bool {
	m := r.ps[p.head].mention
	return m > 0 && r.ps[p.head].upper && r.d.Mentions[m-1].Type == doc.Place
}

// actor reports whether p names somebody, who is not what lasts.
func (r *reader) actor(p np) bool {
	m := r.ps[p.head].mention
	return isPersonWord(r.low(p.head)) || m > 0 && r.d.Mentions[m-1].Type != doc.Place && r.ps[p.head].upper
}

// tellers bring figures and are not what they count.
var tellers = set("study survey poll polls surveys research analysis data inquiry investigation audit paper article bulletin studies interviews")

// teller reports whether p is a study or survey that a figure comes from.
func (r *reader) teller(p np) bool {
	for j := p.first; j <= p.head; j++ {
		if tellers[r.low(j)] && (j == p.head || r.low(p.head) == "figures" || r.low(p.head) == "results") {
			return true
		}
	}
	return false
}

// gaveVerbs have the giver as their subject.
var gaveVerbs = set("paid pays spent spends received receives owes owed given giving donated pledged contributed granted lent")

// setsAside reports whether the verb at piece v puts money by: "has set aside".
func (r *reader) setsAside(v int) bool {
	return v > 0 && (r.low(v) == "set" || r.low(v) == "put" || r.low(v) == "laid") && (r.low(v+1) == "aside" || r.low(v+1) == "by")
}

// amountNouns are nouns of change that also name an amount: "a shortfall of $4".
var amountNouns = set("growth shortfall loss losses gain gains damage")

// changeOf returns X of "an X rise of 5 percent" and "a rise in X of 5 percent".
func (r *reader) changeOf(q *quant) (np, bool) {
	i := r.beforeFillers(q.first)
	if r.low(i) != "of" {
		return np{}, false
	}
	if changeNouns[r.low(i-1)] != "" {
		if p, ok := r.nounPhrase(r.pastDeterminers(q.end + 1)); ok && r.low(q.end) == "in" && !timeNoun(singular(r.low(p.head))) && !r.placed(p) {
			return r.withOf(p), true // "a fall of 5 percent in prices"
		}
		if !r.is(i-2, word) || !r.nounAt(i-2) || changeNouns[r.low(i-2)] != "" {
			return np{}, false
		}
		p, ok := r.nounLeft(i - 2)
		return p, ok && !r.placed(p) && !timeNoun(singular(r.low(p.head)))
	}
	p, ok := r.nounLeft(i - 1)
	if !ok {
		return np{}, false
	}
	k := r.beforeDeterminers(p.first - 1)
	return p, (r.low(k) == "in" || r.low(k) == "of") && changeNouns[r.low(k-1)] != ""
}

// changesIt reports whether q tells by how much "it" was changed: "lower it by".
func (r *reader) changesIt(q *quant) bool {
	i := r.beforeFillers(q.first)
	if l := r.low(i - 1); r.low(i) != "by" || l != "it" && l != "them" {
		return false
	}
	_, n := changeVerbs.before(r.ps, i-1)
	return n > 0
}

// relativeWords begin a clause about the noun before them.
var relativeWords = set("who which that")

// beyondRelative returns the subject that a relative clause parts from its
// verb at piece v, where [j,v) is what stands behind the clause's own verb:
// "people who keep bees number 300".
func (r *reader) beyondRelative(j, v int) (np, bool) {
	k := j - 1
	if k < 2 || j >= v || r.low(v-1) == "to" || !r.is(k, word) || !r.ps[k].tag.IsVerb() || sayers[r.low(k)] {
		return np{}, false
	}
	for k > 1 && (r.ps[k-1].tag.IsVerb() || r.ps[k-1].tag == doc.MD || r.ps[k-1].tag == doc.RB || auxiliary[r.low(k-1)]) {
		k--
	}
	if !relativeWords[r.low(k-1)] || r.ps[k-1].tag == doc.IN {
		return np{}, false
	}
	p, ok := r.antecedent(k - 2)
	if !ok {
		return np{}, false
	}
	if r.low(k-1) == "who" && r.low(k-2) != "," && v-p.first <= 8 {
		p.last = v
	}
	return p, true
}

// grown ties what grows on an area to it: "the area under maize".
var grown = set("under planted sown cultivated")

var measuredArea = set("area areas land acreage hectares")

// cashKinds behind "in" are what a sum is, where nobody pays it.
var cashKinds = set("cash coins notes banknotes jewellery bullion")

// besides returns the noun that stands with sum or share q by other words than a
// verb: "£300 in cash", "an appeal for $4 million", "cabbage (12%)".
func (r *reader) besides(q *quant) (np, bool) {
	i := q.first - 1
	switch {
	case q.f.Kind == doc.Money && r.low(q.end) == "in" && cashKinds[r.low(q.end+1)] && !r.spending(q.first):
		return np{q.end + 1, q.end + 2, q.end + 1}, true
	case q.f.Kind == doc.Money && r.low(i) == "for" && sought[r.low(i-1)]:
		return r.nounLeft(i - 1)
	case q.f.Kind == doc.Measure && overUnder[r.low(q.first)] && q.first == q.nfirst-1:
		p, ok := r.nounLeft(i)
		h := r.low(p.head)
		return p, ok && !r.ps[i].upper && !generic[h] && !levelVerbs[h] && changeNouns[h] == "" && !timeNoun(singular(h)) // "a lorry over 7.5 tonnes"
	case q.f.Kind == doc.Percent && r.low(i) == "at":
		p, ok := r.nounLeft(i - 1)
		h := r.low(p.head)
		if !ok || r.ps[p.head].upper || generic[h] || levelVerbs[h] || timeNoun(singular(h)) || r.actor(p) || r.agent(p) || !r.startsClause(p.first) && r.low(p.first-1) != "and" {
			return r.putObject(q)
		}
		return p, true // "loss of earnings, and interest at 8 per cent"
	case q.f.Kind == doc.Percent && r.low(i) == "(" && r.low(q.end) == ")":
		p, ok := r.nounLeft(i - 1)
		if h := r.low(p.head); !ok || r.placed(p) || r.ps[p.head].upper && !r.ps[p.head].caps && !r.pluralAt(p.head) || generic[h] || timeNoun(singular(h)) || r.unitAt(p.head) > 0 {
			return np{}, false
		}
		return p, true
	}
	return r.putObject(q)
}

// overUnder bound the size of the noun before them.
var overUnder = set("over under above below exceeding")

// sought stand before "for" and the sum that is asked.
var sought = set("appeal request bid claim call")

// putting verbs have what is measured as their object, its amount behind "at".
var putting = set("put puts putting estimate estimates estimated estimating reckon reckons reckoned value values valued assess assesses assessed place places placed peg pegs pegged set sets cap caps capped capping limit limits limited fix fixes fixed keep keeps kept")

// putObject returns X of "puts the X in Peru at 40 percent".
func (r *reader) putObject(q *quant) (np, bool) {
	i := r.beforeFillers(q.first)
	if r.low(i) != "at" {
		return np{}, false
	}
	for j := i - 1; j > 0 && j > i-14; j-- {
		if r.is(j, sign) && r.low(j) != "-" {
			return np{}, false
		}
		if !putting[r.low(j)] || auxiliary[r.low(j-1)] && r.low(j-1) != "have" && r.low(j-1) != "has" && r.low(j-1) != "had" || determiners[r.low(j-1)] {
			continue
		}
		k := r.pastDeterminers(j + 1)
		p, ok := r.nounPhrase(k)
		if !ok && r.is(k, word) && r.ps[k].tag == doc.VBG {
			p, ok = np{k, k + 1, k}, true // "caps spending at"
		}
		if !ok || p.last > i || r.placed(p) || r.actor(p) || generic[r.low(p.head)] {
			return np{}, false
		}
		return r.areaOf(p, i), true
	}
	return np{}, false
}

// areaOf extends p by "of X" and "under X" before piece end.
func (r *reader) areaOf(p np, end int) np {
	l := r.low(p.last)
	if l != "of" && !(grown[l] && measuredArea[r.low(p.head)]) {
		return p
	}
	k := p.last + 1
	for k < end && (r.low(k) == "with" || determiners[r.low(k)]) {
		k++
	}
	if n, ok := r.nounPhrase(k); ok && n.last <= end && !r.placed(n) {
		p.last = n.last
	}
	return p
}

// nounOfNoun extends the noun p before "of 3 points" by the one that it belongs
// to: "margin of error".
func (r *reader) nounOfNoun(p np) np {
	if r.low(p.first-1) != "of" || !r.is(p.first-2, word) || r.ps[max(0, p.first-2)].upper {
		return p
	}
	if n, ok := r.nounLeft(p.first - 2); ok && !generic[r.low(n.head)] && r.unitAt(n.head) == 0 {
		return np{n.first, p.last, n.head}
	}
	return p
}

// paidBy returns what a sum is for where its payer stands before it: "lunches
// cost the school $4", where cost is true, and "the club spent $4 on nets".
// There is no such thing where cost is false.
func (r *reader) paidBy(q *quant) (p np, cost, ok bool) {
	if q.f.Kind != doc.Money {
		return np{}, false, false
	}
	i := r.beforeHedge(q) - 1
	if l := r.low(i); (l == "spent" || l == "spends" || l == "spend" || l == "invested" || l == "invests") && r.low(q.end) == "on" {
		p, cost = r.purpose(q)
		return p, cost, true
	}
	n, found := r.nounLeft(i)
	if !found {
		return np{}, false, false
	}
	k := r.beforeDeterminers(n.first - 1)
	switch r.low(k) {
	case "cost", "costs", "costing":
		p, cost = r.subjectOf(k)
		return p, cost && !r.agent(p), true
	case "owe", "owes", "owed", "paid", "pays", "gave", "gives", "lent", "saved", "saves", "provided", "provides", "offered", "offers", "granted", "awarded", "sent", "pledged", "promised", "handed":
		return np{}, false, k == n.first-2 || r.agent(n)
	}
	return np{}, false, false
}

// byObject gives share q what a verb before "by" takes: "understates sales by a third".
func (r *reader) byObject(q *quant) bool {
	p, ok := r.changedObject(q)
	if ok {
		q.ofNoun(p)
	}
	return ok
}

// ofThat gives "12 per cent of that" what the sum or measure told last in the sentence or
// the one before is of, be it told or not: no people are meant.
func (r *reader) ofThat(i int) bool {
	q := &r.qs[i]
	if l := r.low(q.end); q.f.Kind != doc.Percent && q.f.Kind != doc.Ratio || r.low(q.end-1) != "of" && l != "of" {
		return false
	} else if l == "of" {
		l = r.low(q.end + 1)
		if l != "that" && l != "it" && l != "this" {
			return false
		}
	} else if l != "that" && l != "it" && l != "this" {
		return false
	}
	for j := i - 1; j >= 0; j-- {
		if b := &r.qs[j]; b.reason == "" && (b.f.Kind == doc.Money || b.f.Kind == doc.Measure) {
			r.what(q, b)
			return true
		}
	}
	for j := len(r.past) - 1; j >= 0 && r.past[j].sent >= r.sent-1; j-- {
		if m := &r.past[j]; m.kind == doc.Money || m.kind == doc.Measure {
			q.f.What, q.f.WhatSpan = m.what, m.span
			return true
		}
	}
	return false
}
