package figure

import "analyze/internal/doc"

// acts reports whether bare q is itself the subject of a clause, and so counts
// what comes whole: "12 drowned", "just 8 of 12 have scrubbers", "three
// released". Such a number goes on from no sum, length or time told before it.
func (r *reader) acts(q *quant) bool {
	if !q.whole() || !isOne(q.n.scale) && q.n.shape == decimals || q.f.Per != "" {
		return false
	}
	j := q.end
	if q.ofNext && r.low(j) == "of" {
		for j++; determiners[r.low(j)]; j++ {
		}
		if !r.startsNumber(j) {
			return false
		}
		j++
	}
	return r.opensHere(q) && (r.predicate(j) || verbNouns[r.low(j)] || r.released(j))
}

// released reports whether a participle stands at j for a whole clause: "six
// sold, and three released".
func (r *reader) released(j int) bool {
	return r.is(j, word) && r.ps[j].tag == doc.VBN && (r.closes(j+1) || r.low(j+1) == "," || r.low(j+1) == "and")
}

// opensHere reports whether a clause begins at q, its bound and fillers passed,
// or q is the whole that another number is a part of.
func (r *reader) opensHere(q *quant) bool {
	switch l := r.low(r.beforeFillers(q.first)); l {
	case ",", ";", ":", "—", "and", "but", "while", "that", "of", "whereas", "though", "":
		return l != "of" || r.is(q.first-2, digits) || isNumberWord(r.low(q.first-2))
	}
	return false
}

// frontedAmount reports whether b is what its sentence begins with a part of:
// "Of the 33,400 km of track, 17,636 are due".
func (r *reader) frontedAmount(b *quant) bool {
	l := r.low(0)
	return (l == "of" || l == "out") && b.first < 5
}

// goesOn reports whether bare q may go on from b, a figure of another kind than
// a count in its sentence, by what q does in its clause.
func (r *reader) goesOn(q, b *quant) bool {
	if r.frontedAmount(b) || !r.acts(q) {
		return true
	}
	return b.level() == doc.Percent && r.opensHere(b) && r.predicate(b.end) && q.n.val.Cmp(num(100)) <= 0
}

// fromLabel reads a bare number that only its noun stands before: "accounts
// numbered 37 million and agents 319,079", "average attendance 31,204".
func (r *reader) fromLabel(i int) {
	q := &r.qs[i]
	k := q.first - 1
	if !q.whole() || q.n.val.Cmp(num(100)) < 0 || q.f.Per != "" || !r.is(k, word) || r.ps[k].upper || !(r.closes(q.end) || r.is(q.end, sign) && r.low(q.end) != "%" || r.low(q.end) == "and" || r.is(q.end, word) && r.ps[q.end].tag == doc.IN && r.low(q.end) != "of") {
		return
	}
	p, ok := r.nounLeft(k)
	h := r.low(k)
	if b := r.prior(i); ok && b != nil && b.f.Kind == doc.Count && !b.bare && claimants[h] && determiners[r.low(p.first-1)] && r.low(p.first-2) == "," {
		r.goesOnFrom(q, b) // "the union claims 12,000 took part, the police 4,500"
		return
	}
	if !ok || generic[h] || goals[h] || levelVerbs[h] || changeVerb(r, k) || timeNoun(singular(h)) || r.unitAt(k) > 0 || labelled(h) || h == "others" || h == "ones" || sumNouns[h] {
		return
	}
	if !collective[h] && !(r.pluralAt(k) && r.ps[k].tag == doc.NNS) {
		if r.low(p.first-1) == "," && p.first == k && r.ps[k].tag == doc.NN && r.closes(q.end) && q.n.shape == grouped && !r.agent(p) {
			q.ofNoun(p) // "flights 64, tonnage 1,912"
			q.bare = false
		}
		return
	}
	switch r.low(p.first - 1) {
	case ",", ";", "and", "while", "but":
	default:
		if p.first != 0 || r.block == doc.List {
			return
		}
	}
	if b := r.prior(i); b != nil && b.f.Kind != doc.Count && !collective[h] && (r.agent(p) || b.f.Kind == doc.Measure && b.n.scale.Cmp(q.n.scale) == 0 && r.unlike(q, b.n.val, 0, "") < 1.6) {
		return // "Banks charge $41, post offices 300", "imports 850 GWh; exports 522"
	}
	r.takeUnit(q, p)
}

// claimants are those who tell a number of their own.
var claimants = set("police army government union organisers organizers ministry rebels opposition authorities officials observers activists")

// fromBracketed reads "Malians (9,100)": people named before a bracket are what
// is counted in it.
func (r *reader) fromBracketed(i int) {
	q := &r.qs[i]
	if r.low(r.beforeHedge(q)-1) != "(" || !q.whole() || r.low(q.end) != ")" && r.low(q.end) != ";" && r.low(q.end) != "," {
		return
	}
	k := r.beforeHedge(q) - 2
	p, ok := r.nounLeft(k)
	if !ok && r.is(k, word) && r.ps[k].upper && (isPeople(r.low(k)) || shortPeoples[r.low(k)]) {
		p, ok = np{k, k + 1, k}, true // "Irish (600)"
	}
	if !ok || !r.pluralAt(p.head) && !isPeople(r.low(p.head)) && !shortPeoples[r.low(p.head)] || r.unitOf(p) != "person" && !shortPeoples[r.low(p.head)] || !r.ps[p.head].upper || r.countedAt(p.first) || r.inOrg(p) {
		return
	}
	q.item, q.f.Unit = true, "person"
	r.takeUnit(q, p)
}

// shortPeoples are peoples whose names are no plurals.
var shortPeoples = set("irish welsh dutch swiss french thai lao khmer roma sami")

// inOrg reports whether the head of p is a part of the name of an organisation,
// which is nothing that is counted.
func (r *reader) inOrg(p np) bool {
	m := r.ps[p.head].mention
	return m > 0 && r.ps[p.head].upper && r.d.Mentions[m-1].Type == doc.Org
}

// labelled reports whether the noun h numbers what stands behind it.
func labelled(h string) bool { return labels[h] != nil }

// fromExchange reads "83.35 to the dollar" and "70 pounds to the dollar": what
// one unit of a currency costs, in the money that is spoken of.
func (r *reader) fromExchange(q *quant) {
	if per := exchanged[q.f.Per]; per != "" && q.bare && q.f.Kind == doc.Count {
		if u := r.coinNear(q); u != "" {
			q.f.Kind, q.f.Unit, q.f.Per, q.bare = doc.Money, u, per, false
		}
		return
	}
	j := q.end
	if r.low(j) != "to" && r.low(j) != "against" && r.low(j) != "per" || q.f.Kind != doc.Money && q.f.Kind != doc.Count && q.unit.name != "pound" || q.has && q.f.Kind == doc.Count {
		return
	}
	k := j + 1
	if l := r.low(k); l == "the" || l == "a" || l == "one" {
		k++
	}
	if l := r.low(k); l == "us" || l == "u.s." {
		k++
	}
	per := exchanged[r.low(k)]
	if per == "" || r.is(k+1, word) && r.ps[k+1].tag.IsNoun() {
		return
	}
	if q.f.Kind != doc.Money {
		q.f.Unit = r.coinNear(q)
		if q.f.Unit == "" {
			return
		}
		q.f.Kind, q.unit, q.f.Norm = doc.Money, unit{}, nil
	}
	q.f.Per, q.bare, q.has, q.ofNext = per, false, false, false
}

// exchange reports whether q is a rate of exchange, which counts nothing.
func (q *quant) exchange() bool { return q.f.Kind == doc.Money && currencySigns[q.f.Per] != "" }

// exchanged are the currencies that others are quoted against.
var exchanged = map[string]string{"dollar": "USD", "greenback": "USD", "euro": "EUR", "sterling": "GBP", "usd": "USD", "eur": "EUR"}

// coinNear returns the code of the money that is named with q or before it.
func (r *reader) coinNear(q *quant) string {
	for j := q.end - 1; j >= 0 && j > q.end-30; j-- {
		if c, ok := commonMoney[r.low(j)]; ok && c != "USD" {
			return r.homeMoney(r.low(j), c, j)
		}
		if c, n := currencyNames.at(r.ps, j); n > 0 && c != "USD" && c != "EUR" && !unsaid[r.low(j)] {
			return r.homeMoney(r.low(j), c, j)
		}
	}
	return ""
}

// bySides gives the first side of "3.9 by 2.1 metres" and of "7.62x39 mm" the
// unit of the second; a small whole number before "x" only multiplies it.
func (r *reader) bySides(i int) {
	if i+1 >= len(r.qs) {
		return
	}
	a, b := &r.qs[i], &r.qs[i+1]
	l := r.low(a.end)
	if !a.bare || b.first != a.end+1 || l != "by" && l != "x" && l != "×" || b.f.Kind != doc.Measure || b.bounded {
		return
	}
	if l != "by" && b.unit.dim != "length" && a.n.plainDigits() {
		a.reason = "factor" // "2x20 MHz"
		return
	}
	r.borrow(a, b)
}

// ofItsScale returns the figure of the same sentence that bare quant i, told in
// millions or more, goes on from by its scale: "$1.3 billion arrives …, 40 per
// cent of what households earn; a survey has 1.6 billion".
func (r *reader) ofItsScale(i int) *quant {
	q := &r.qs[i]
	if q.n.scale.Cmp(num(1e6)) < 0 {
		return nil
	}
	for j := i - 1; j >= 0 && j >= i-6; j-- {
		b := &r.qs[j]
		if b.reason != "" || b.bare || b.n.scale.Cmp(num(1e6)) < 0 || r.converts(j) {
			continue
		}
		if b.level() == doc.Money && b.n.scale.Cmp(q.n.scale) == 0 && b.f.Kind != doc.ChangeKind && !r.acts(q) {
			return b
		}
		return nil
	}
	return nil
}

// converts reports whether quant j only tells in brackets, in other money, the
// sum before it: "300,000 francs (€457)".
func (r *reader) converts(j int) bool {
	b := &r.qs[j]
	if j == 0 || r.low(b.first-1) != "(" || b.f.Kind != doc.Money {
		return false
	}
	a := &r.qs[j-1]
	return a.f.Kind == doc.Money && a.f.Unit != b.f.Unit && b.first-a.end <= 2
}

// follows reports whether q stands right behind the amount b and what it is of,
// a comma and "of which" passed: "139,000 hectares of paddy, of which 50,000".
func (r *reader) follows(q, b *quant) bool {
	end := b.end
	if b.has && b.of && b.phrase.last > end {
		end = b.phrase.last
	}
	i := r.beforeHedge(q)
	if l := r.low(i - 1); (l == "which" || l == "whom") && r.low(i-2) == "of" {
		i -= 2
	}
	if i == end+2 && r.is(end, sign) && r.low(i-1) == "for" && q.pronoun {
		return true // "for 31 years, for 26 of them in the mill"
	}
	return i == end || i == end+1 && r.is(end, sign)
}

// asideOf reports whether b stands in brackets that are closed before q.
func (r *reader) asideOf(b, q *quant) bool {
	return b.f.Kind == doc.Count && r.low(b.first-1) != "(" && r.asideBy(b, q)
}

func (r *reader) asideBy(b, q *quant) bool {
	open := false
	for j := b.first - 1; j >= 0 && j > b.first-maxPhrase && r.low(j) != ")"; j-- {
		open = open || r.low(j) == "("
	}
	for j := b.end; open && j < q.first && j < b.end+2*maxPhrase; j++ {
		if r.low(j) == ")" {
			return true
		}
	}
	return false
}

// perNumber reports whether a rate is by a number of things: "100000 people".
func perNumber(per string) bool { return per != "" && isDigit(per[0]) }

// fromSame reads "two of the 23" by the figure of 23 that the text has told.
func (r *reader) fromSame(i int) {
	q := &r.qs[i]
	if l := r.low(q.first - 1); l != "the" && l != "those" && l != "these" || q.n.inWords || q.n.val.Cmp(num(10)) < 0 {
		return
	}
	for j := i - 1; j >= 0; j-- {
		if b := &r.qs[j]; b.reason == "" && !b.bare && b.f.Kind == doc.Count && b.n.val.Cmp(q.n.val) == 0 {
			r.goesOnFrom(q, b)
			return
		}
	}
	for j := len(r.past) - 1; j >= 0; j-- {
		if m := &r.past[j]; m.kind == doc.Count && m.val.Cmp(q.n.val) == 0 {
			q.f.Unit, q.bare = m.unit, false
			q.f.What, q.f.WhatSpan = m.what, m.span
			return
		}
	}
}

// countBefore reports whether a count stands before quant i in its sentence.
func (r *reader) countBefore(i int) bool {
	for i--; i >= 0; i-- {
		if b := &r.qs[i]; b.reason == "" && b.f.Kind == doc.Count && b.has && !b.times {
			return true
		}
	}
	return false
}

// inserted returns the noun that "22,500 of them" is put in behind, at the
// beginning of its clause: "Season tickets, 22,500 of them, cost".
func (r *reader) inserted(q *quant) (np, bool) {
	i := r.beforeFillers(q.first)
	if r.low(i) != "," || i == 0 || !r.is(i-1, word) || !r.pluralAt(i-1) {
		return np{}, false
	}
	p, ok := r.nounLeft(i - 1)
	return p, ok && p.first < 3 && r.startsClause(p.first) && !r.countedAt(p.first) && !generic[r.low(p.head)] && !timeNoun(singular(r.low(p.head)))
}
