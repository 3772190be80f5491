package figure

import (
	"sort"

	"analyze/internal/doc"
)

// ofPeople lets q count people.
func (q *quant) ofPeople() { q.f.Unit, q.bare = "person", false }

// ofNoun lets q count the noun p that stands elsewhere.
func (q *quant) ofNoun(p np) { q.phrase, q.has, q.of = p, true, true }

// goesOnFrom gives q unit, kind and what of b.
func (r *reader) goesOnFrom(q, b *quant) bool {
	r.borrow(q, b)
	r.what(q, b)
	return true
}

// carryBare gives a number without unit or noun what it counts: from the words
// right beside it, from the noun that it stands behind, from what a colon or
// heading announces, from the subject, or from the figure before it.
func (r *reader) carryBare(i int) {
	q := &r.qs[i]
	if r.sampleSize(i) || r.equated(q) || r.pairCounts(i) || q.f.Kind == doc.Count && q.n.val.Less(num(1)) && r.raw(q.nfirst)[0] == '.' {
		return // a batting average of .203 has no unit either
	}
	for _, settles := range besideBare {
		if settles(r, i) {
			return
		}
	}
	if l := r.low(q.end); l == "who" || l == "whose" {
		q.ofPeople()
	}
	list := carriers
	if q.n.sort == vagueNumber {
		list = carriers[:carriersHere]
	}
	for _, try := range list {
		if !q.bare {
			break
		}
		try(r, i)
	}
	r.subjectNames(q)
	r.peopleAfterAll(q)
}

// besideBare are tried in this order, before what stands further away; each
// reports whether all is said of the number.
var besideBare = []func(*reader, int) bool{
	(*reader).intervalOf, (*reader).levelUnit, (*reader).deadNumber, (*reader).onRegister, (*reader).campHolds, (*reader).verbUnit, (*reader).amongDead, (*reader).ofThoseNamed, (*reader).thenAgain, (*reader).putItAt, (*reader).toEach, (*reader).inAll,
}

// sampleSize reads "2,412 homes, to cash (n=804)".
func (r *reader) sampleSize(i int) bool {
	q := &r.qs[i]
	if r.low(q.first-1) != "=" || r.low(q.first-2) != "n" {
		return false
	}
	for j := i - 1; j >= 0 && j >= i-maxClause; j-- {
		if b := &r.qs[j]; b.reason == "" && b.f.Kind == doc.Count && b.has && b.n.val.Cmp(q.n.val) > 0 {
			return r.goesOnFrom(q, b)
		}
	}
	r.fromContext(i)
	return true
}

// equated reports whether q is the value of a letter: "d = 0.45".
func (r *reader) equated(q *quant) bool {
	return r.low(q.first-1) == "=" && r.is(q.first-2, word)
}

// pairCounts lets both numbers of a bare pair count the same.
func (r *reader) pairCounts(i int) bool {
	q := &r.qs[i]
	p := q.pairWith
	if p <= i || !r.qs[p].bare || r.qs[p].f.Kind != doc.Count {
		return false
	}
	if r.fromSubject(i); !q.bare {
		r.borrow(&r.qs[p], q)
		return true
	}
	r.carryBare(p)
	b := &r.qs[p]
	return b.f.Unit != "" && r.goesOnFrom(q, b)
}

func (r *reader) levelUnit(i int) bool {
	q := &r.qs[i]
	if p, ok := r.nounLeft(q.first - 1); ok && scalars[r.low(p.head)] && p.first < p.head && q.n.shape == decimals && q.f.Kind == doc.Count {
		q.ofNoun(p)
		q.bare = false
		return true // "a risk ratio 1.10"
	}
	r.fromLevel(i)
	return !r.qs[i].bare
}

// intervalOf gives the interval of "2.4 (95% CI 1.9 to 3.1)" the unit of the
// estimate before it, be it none.
func (r *reader) intervalOf(i int) bool {
	q, a := &r.qs[i], r.prior(i)
	k := q.first - 1
	if l := r.low(k); l == ":" || l == "=" || l == "(" || l == "of" {
		k--
	}
	if l := r.low(k); a == nil || l != "ci" && (l != "interval" || r.low(k-1) != "confidence") {
		return false
	}
	q.f.Kind, q.f.Unit, q.unit, q.bare = a.level(), a.f.Unit, a.unit, false
	r.what(q, a)
	return true
}

// deadNumber reads "the dead number 428".
func (r *reader) deadNumber(i int) bool {
	q := &r.qs[i]
	if l := r.low(q.first - 1); l != "number" && l != "numbered" || !casualtyWords[r.low(q.first-2)] {
		return false
	}
	q.ofPeople()
	q.ofNoun(np{q.first - 2, q.first - 1, q.first - 2})
	return true
}

// onRegister reads "1,200 on the payroll".
func (r *reader) onRegister(i int) bool {
	q := &r.qs[i]
	if r.low(q.end) != "on" || r.low(q.end+1) != "the" || !registers[r.low(q.end+2)] || !q.whole() {
		return false
	}
	q.ofPeople()
	return true
}

// campHolds reads "thirteen camps hold 38,400".
func (r *reader) campHolds(i int) bool {
	q := &r.qs[i]
	if !r.housed(q) || q.ofNext {
		return false
	}
	p, ok := r.nearSubject(q.first)
	if !ok || !holders[singular(r.low(p.head))] {
		return false
	}
	q.ofPeople()
	return true
}

// housed reports whether a verb of housing stands before q, which is as many as
// people are housed.
func (r *reader) housed(q *quant) bool {
	return q.f.Kind == doc.Count && housing[r.low(q.first-1)] && q.whole() && q.n.val.Cmp(num(20)) >= 0
}

func (r *reader) verbUnit(i int) bool {
	q := &r.qs[i]
	u := verbUnits[r.low(q.first-1)]
	if l := r.low(q.end + 1); u == "" && forcing[r.low(q.first-1)] && r.low(q.end) == "to" && (l == "be" || l == "flee" || l == "leave") && q.whole() {
		u = "person" // "forced over 33,000 to be evacuated"
	}
	if u == "" && r.low(q.first-1) == "carry" && r.low(q.first-2) == "to" && holding[r.low(q.first-3)] && q.whole() {
		u = "person" // "licensed to carry 180"
	}
	if u == "" || q.ofNext {
		return false
	}
	q.f.Unit, q.bare = u, false
	return true
}

// forcing before a bare number and "to flee" leave people.
var forcing = set("forced forcing forces force causing caused allowed allowing prompted driving drove enabled")

// holding before "to carry" and a bare number leave people.
var holding = set("licensed built designed certified permitted allowed meant")

// amongDead reads "among the dead were 14 from Mali".
func (r *reader) amongDead(i int) bool {
	q := &r.qs[i]
	if r.low(0) != "among" || !casualtyWords[r.low(r.pastDeterminers(1))] || !q.whole() || !isBe[r.low(r.beforeFillers(q.first))] {
		return false
	}
	q.ofPeople()
	return true
}

var theseWords = set("those these them")

// ofThoseNamed reads "Of those, some 600 retired."
func (r *reader) ofThoseNamed(i int) bool {
	q := &r.qs[i]
	if r.low(0) != "of" || !theseWords[r.low(1)] || r.low(2) != "," || !q.whole() {
		return false
	}
	r.carryCount(i)
	return !q.bare
}

// thenAgain reads "eight hours, then twelve".
func (r *reader) thenAgain(i int) bool {
	q := &r.qs[i]
	if r.low(q.first-1) != "then" || r.low(q.first-2) != "," {
		return false
	}
	b := r.prior(i)
	return b != nil && q.first-2 == b.end && !b.bare && r.goesOnFrom(q, b)
}

// putItAt reads "54 hours a week; the clerk put it at 45".
func (r *reader) putItAt(i int) bool {
	q := &r.qs[i]
	if r.low(q.first-1) != "at" || r.low(q.first-2) != "it" || !putting[r.low(q.first-3)] {
		return false
	}
	b := r.prior(i)
	return b != nil && !b.bare && r.goesOnFrom(q, b)
}

// sameAt reads "put the disability at 40 per cent, his own doctor at no more than
// 15": a bare number behind "at" goes on from the one behind "at" before it.
func (r *reader) sameAt(i int) bool {
	q, a := &r.qs[i], r.prior(i)
	if a == nil || !q.bare || q.f.Kind != doc.Count || r.low(r.beforeHedge(q)-1) != "at" || r.low(r.beforeHedge(a)-1) != "at" || a.bare || a.f.Kind == doc.Age || q.first-a.end > 10 || r.verbBetween(a.end, q.first) {
		return false
	}
	if p, ok := r.nounLeft(r.beforeHedge(q) - 2); !ok || !r.agent(p) {
		return false // "closures at seven and the jobs lost at 130"
	}
	if l := r.low(a.end); l != "," && l != "and" && l != "but" || !r.closes(q.end) && !r.is(q.end, sign) && r.low(q.end) != "and" {
		return false
	}
	r.borrow(q, a)
	r.namesWhat(a)
	r.what(q, a)
	return true
}

// fromSpan takes the time that the figure before it tells for a bare number with a
// subject of its own: "a man will live 21 years and a woman 23.9".
func (r *reader) fromSpan(i int) {
	q, a := &r.qs[i], r.prior(i)
	if a == nil || a.f.Kind != doc.Duration || q.f.Per != "" || q.first-a.end > 5 || q.first <= a.end+1 || !r.closes(q.end) && !r.is(q.end, sign) || r.verbBetween(a.end, q.first) {
		return
	}
	if l := r.low(a.end); l != "and" && l != "," && l != "but" || !r.is(q.first-1, word) || r.stops(q.first-1) || r.ps[q.first-1].mention > 0 || timeNoun(singular(r.low(q.first-1))) {
		return
	}
	if d := r.low(a.end + 1); determiners[d] || determiners[r.low(a.end+2)] {
		r.borrow(q, a)
	}
}

// fromOrdinal gives "there were just three" the noun that an ordinal before it
// in its sentence counts: "the ninth raid this year; there were three last year".
func (r *reader) fromOrdinal(i int) {
	q := &r.qs[i]
	be := r.beforeFillers(r.beforeHedge(q))
	if l := r.low(be); !q.whole() || l != "were" && l != "was" && l != "are" || r.low(be-1) != "there" && r.low(be-1) != "had" {
		return
	}
	for k := sort.Search(len(r.nums), func(k int) bool { return r.nums[k].first >= be }) - 1; k >= 0 && r.nums[k].first > be-2*maxSubject; k-- {
		n := &r.nums[k]
		if n.reason != "ordinal" {
			continue
		}
		if p, ok := r.nounPhrase(n.last); ok && !r.ps[p.head].upper && !timeNoun(singular(r.low(p.head))) && !generic[r.low(p.head)] && !seasons[r.low(p.head)] {
			r.takeUnit(q, p)
		}
		return
	}
}

var eachWords = set("a an each every")

// crowded are places that hold so many people each.
var crowded = set("class classroom room cell bed tent ward house hut boat desk dormitory teacher latrine toilet")

// toEach reads "55 to a class".
func (r *reader) toEach(i int) bool {
	q := &r.qs[i]
	if r.low(q.end) != "to" || !eachWords[r.low(q.end+1)] || !crowded[r.low(q.end+2)] || q.n.sort != cardinal || q.f.Per != "" {
		return false
	}
	q.ofPeople()
	if b := r.prior(i); b != nil && b.f.Unit == "person" {
		r.what(q, b)
	}
	return true
}

// inAll reads "inspectors, 38 in all" and "mentors, ten in number".
func (r *reader) inAll(i int) bool {
	q := &r.qs[i]
	if l := r.low(q.end + 1); r.low(q.end) != "in" || l != "all" && l != "total" && l != "number" || r.low(q.first-1) != "," || !q.whole() {
		return false
	}
	p, ok := r.nounLeft(q.first - 2)
	if !ok || !r.pluralAt(p.head) {
		return false
	}
	r.takeUnit(q, p)
	return true
}

// subjectNames lets the singular subject say what q counts where nothing else
// said it.
func (r *reader) subjectNames(q *quant) {
	if !q.named || q.f.What != "" && !q.bare {
		return
	}
	q.ofNoun(q.subject)
	if q.f.Kind != doc.Count || q.f.Unit != "" {
		q.f.What, q.f.WhatSpan = "", doc.Span{}
	}
}

// builtFor before "for" and a bare number leaves people.
var builtFor = set("built designed intended meant planned catered")

// peopleAfterAll takes for people what nothing told the unit of and what people
// are housed, provided for, or act in: "a camp built for 3,000".
func (r *reader) peopleAfterAll(q *quant) {
	if q.f.Kind != doc.Count {
		return
	}
	if q.f.Unit == "" && r.housed(q) {
		q.ofPeople()
	}
	if q.f.Unit != "person" && q.whole() && r.low(q.first-1) == "for" && builtFor[r.low(q.first-2)] {
		q.ofPeople()
		q.has = false
		q.f.What, q.f.WhatSpan = "", doc.Span{}
	}
	if q.f.Unit == "" && q.n.sort == vagueNumber && peopleDo[r.low(q.end)] {
		q.f.Unit = "person"
	}
}
