package figure

import (
	"strings"

	"analyze/internal/doc"
)

// namesWhat writes What and WhatSpan.
func (r *reader) namesWhat(q *quant) {
	f := &q.f
	if f.What != "" {
		return
	}
	p, ok := q.phrase, q.has
	if more := q.compared && ok && !q.of && p.first == q.end+1; f.Kind == doc.ChangeKind && !more && !(ok && q.of && f.Unit != "percent") {
		if s, found := r.changed(q); found {
			p, ok = s, true
		}
	}
	if ok && f.Kind != doc.Count && f.Kind != doc.Duration && (timeNoun(singular(r.low(p.head))) || r.isQuarter(p.head)) {
		ok = false
	}
	if !ok && f.Kind != doc.Count {
		p, ok = r.governs(q)
		old := strings.HasPrefix(r.low(q.last-1), "old") && r.low(q.last-2) == "-"
		ok = ok && (f.Kind != doc.Age || (r.unitOf(p) == "person" || r.low(q.last-1) == "old" && isBe[r.low(r.beforeHedge(q)-1)] || ofAge[r.low(p.head)] && r.low(q.first-1) != "of") && !old) && !(f.Kind == doc.Duration && (r.actor(p) || r.placed(p)))
	}
	if r.isPoints(q, p) {
		p, ok = r.governs(q)
	}
	if !ok || f.Kind != doc.Count && isNumberWord(r.low(p.head)) || f.Kind == doc.ChangeKind && p.first == p.head && changeNouns[r.low(p.head)] != "" && !amountNouns[r.low(p.head)] {
		return
	}
	if s, found := r.shareOfOutput(q, p); ok && found {
		p = s
	}
	if p, ok = r.thingOf(q, p); !ok {
		return
	}
	for j := p.first; j < p.head; j++ {
		if r.low(j) == "\"" {
			p.first = j + 1 // "\"ghost\" teachers"
		}
	}
	f.What = r.text(p.first, p.last)
	f.WhatSpan = doc.Span{Start: r.ps[p.first].Start, End: r.ps[p.last-1].End}
}

// changed returns what a change is of: "a drop in exports", or the subject.
func (r *reader) changed(q *quant) (np, bool) {
	if p, ok := r.changeIn(q); ok {
		return p, true
	}
	if p, ok := r.changedObject(q); ok {
		return p, true
	}
	if r.low(q.end) == "of" && q.has && q.of {
		return q.phrase, true
	}
	if p, ok := r.changeOf(q); ok {
		return p, true
	}
	if r.changesIt(q) {
		return np{}, false
	}
	if q.verb != "" {
		if p, ok := r.multipliedObject(q.end); ok {
			return p, true
		}
		return r.subjectOf(q.first)
	}
	p, ok := r.subject(q.first)
	return p, ok && (!isPersonWord(r.low(p.head)) || r.pluralAt(p.head) && levelVerbs[r.low(r.verbBefore(q.first))])
}

// multipliedObject returns X of "halved X", which stands at piece j.
func (r *reader) multipliedObject(j int) (np, bool) {
	start := j
	j = r.pastDeterminers(j)
	p, ok := r.nounPhrase(j)
	if !ok || timeNoun(singular(r.low(p.head))) || r.timePhrase(p) || j == start && !r.nounAt(j) && !(r.ps[j].tag.IsAdjective() && r.nounAt(p.head)) {
		return np{}, false
	}
	return r.withOf(p), true
}

// changedObject returns X in "cut X by 5 percent".
func (r *reader) changedObject(q *quant) (np, bool) {
	by := r.beforeFillers(q.first)
	if r.low(by) != "by" {
		return np{}, false
	}
	if p, ok := r.nounLeft(by - 1); ok && !timeNoun(singular(r.low(p.head))) && !r.actor(p) {
		if v := r.beforeDeterminers(p.first - 1); r.is(v, word) && r.ps[v].tag.IsVerb() && !auxiliary[r.low(v)] && !levelVerbs[r.low(v)] {
			return p, true // "understates deliveries by a third"
		}
	}
	for j := by; j > 0 && j > by-10; j-- {
		if _, n := changeVerbs.before(r.ps, j); n == 0 {
			continue
		}
		for j < by && determiners[r.low(j)] {
			j++
		}
		p, ok := r.nounPhrase(j)
		if ok && p.last <= by {
			return r.withOf(p), true
		}
		return np{}, false
	}
	return np{}, false
}

// changeIn returns X in "a 5 percent drop in X".
func (r *reader) changeIn(q *quant) (np, bool) {
	for j := q.last - 1; j < q.end+5 && j < len(r.ps); j++ {
		k := j + 2
		if r.is(j+1, sign) && r.low(j+1) == "\"" {
			k++
		}
		if changeNouns[r.low(j)] != "" && (r.low(k-1) == "in" || r.low(k-1) == "of") {
			k = r.pastDeterminers(k)
			if p, ok := r.nounPhrase(k); ok && timeUnits[singular(r.low(p.head))] == "" {
				return r.withOf(p), true
			}
		}
	}
	return np{}, false
}

// withOf extends "number" to "number of people living under …".
func (r *reader) withOf(p np) np {
	if r.low(p.last) != "of" || !numberNouns[r.low(p.head)] {
		return p
	}
	k := r.pastDeterminers(p.last + 1)
	if n, ok := r.nounPhrase(k); ok {
		p.last = n.last
	}
	return p
}

// governs returns the noun that a share, a sum or a measure belongs to: "a
// budget of $4", "unemployment stood at 9 percent", or for a duration what
// went on.
func (r *reader) governs(q *quant) (np, bool) {
	i := q.first - 1
	if r.low(i) == "of" {
		if p, ok := r.nounLeft(i - 1); ok && (!generic[r.low(p.head)] || r.ownLevel(&p)) && (changeNouns[r.low(p.head)] == "" || amountNouns[r.low(p.head)] && q.f.Kind != doc.ChangeKind) {
			return r.nounOfNoun(p), true
		}
	}
	if p, ok := r.besides(q); ok {
		return p, true
	}
	if p, ok := r.labelBefore(q); ok {
		return p, true
	}
	if p, cost, ok := r.paidBy(q); ok {
		return p, cost
	}
	if q.f.Kind == doc.Duration && (r.low(i) == "for" || r.low(i) == "in") {
		if p, ok := r.activity(i); ok {
			return p, true
		}
	}
	if p, ok := r.leadingOf(q.first); ok && (q.f.Kind == doc.Percent || q.f.Kind == doc.Ratio) {
		return p, true
	}
	if p, ok := r.nounBeforeAmount(q); ok {
		return p, true
	}
	if p, ok := r.object(q.first); ok {
		return p, true
	}
	if p, ok := r.valued(q.first); ok && (q.f.Kind == doc.Money || q.f.Kind == doc.Measure || q.f.Kind == doc.Duration) && !r.agent(p) {
		return p, true
	}
	if p, ok := r.apposed(q); ok {
		return p, true
	}
	if p, ok := r.aged(q); ok {
		return p, true
	}
	if p, ok := r.bracketed(q); ok {
		return p, true
	}
	return r.governor(q)
}

// nounBeforeAmount returns the noun right before a sum or share, a verb that is
// taken for one passed: "tickets cost $40".
func (r *reader) nounBeforeAmount(q *quant) (np, bool) {
	i := q.first - 1
	if q.f.Kind != doc.Money && q.f.Kind != doc.Percent || !r.is(i, word) || r.ps[i].upper || !r.nounAt(i) && !(r.low(i) == "average" && r.nounAt(i-1)) || r.low(i) == "total" || awayWords[r.low(i)] || sayers[r.low(i)] || r.low(i-1) == "to" && r.ps[i].tag != doc.NNS {
		return np{}, false
	}
	if p, ok := r.nounLeft(i - 1); ok && moneyVerbs[r.low(i)] && (!r.agent(p) || r.low(i) == "cost" && r.pluralAt(p.head) && (p.head == 0 || !r.ps[p.head].upper)) && !generic[r.low(p.head)] {
		return p, true
	}
	if i == 1 && moneyVerbs[r.low(i)] && r.opensAlone() {
		return np{0, 1, 0}, true
	}
	p, ok := r.nounLeft(i)
	return p, ok && (!generic[r.low(p.head)] || p.first < p.head && r.low(p.head) == "ratio") && !moneyVerbs[r.low(p.head)] && !r.agent(p) && !timeNoun(singular(r.low(p.head)))
}

// governor returns the subject that an amount belongs to by its verb, or what a
// sum is for.
func (r *reader) governor(q *quant) (np, bool) {
	v := r.verbBefore(q.first)
	level := levelVerbs[r.low(v)] || r.low(v) == "cost" || r.low(v) == "costs" || (r.low(v) == "made" || r.low(v) == "make" || r.low(v) == "makes") && r.low(v+1) == "up" || (putVerbs[r.low(v)] || q.pairWith >= 0) && auxiliary[r.low(v-1)]
	if q.f.Kind == doc.Measure && !level && !sizeVerbs[r.low(v)] {
		return np{}, false
	}
	p, ok := r.subject(q.first)
	if v > 0 && sayers[r.low(v)] && !auxiliary[r.low(v-1)] || ok && (r.teller(p) || gaveVerbs[r.low(v)] || r.setsAside(v)) {
		ok = false
	}
	if q.f.Kind != doc.Duration && q.f.Kind != doc.Age && (!ok || r.agent(p) && !level) {
		return r.purpose(q)
	}
	if g := r.low(r.beforeHedge(q) - 1); q.f.Kind == doc.Money && giving[g] {
		return r.purpose(q) // "USAFRICOM is investing $250 million in security"
	}
	if ok && changeNouns[r.low(p.head)] != "" && !amountNouns[r.low(p.head)] {
		return np{}, false
	}
	return p, ok
}

// giving are participles of those who part with a sum.
var giving = set("investing spending providing paying giving contributing donating pledging committing lending offering seeking requesting")

// sizeVerbs have what is measured as their subject.
var sizeVerbs = set("weigh weighs weighed measure measures measured cover covers covered span spans spanned stretch stretches stretched extends extended tower towers towered")

// ownLevel reports whether p says whose level it is, "a funding level of", and
// takes the participle of "a staffing level" into it.
func (r *reader) ownLevel(p *np) bool {
	switch r.low(p.head) {
	case "level", "score", "ratio", "count":
		if p.head == p.first && r.tagAt(p.first-1) == doc.VBG {
			p.first--
		}
		return p.head > p.first && (r.ps[p.head-1].tag.IsNoun() || r.ps[p.head-1].tag == doc.VBG) && !generic[r.low(p.head-1)]
	}
	return false
}

// awayWords tell where a sum goes and not what it is: "sent home $404 billion".
var awayWords = set("home abroad overseas back extra more less")

// aged returns those whose age q is: "children under five", "women aged 15".
func (r *reader) aged(q *quant) (np, bool) {
	i := q.first - 1
	if q.f.Kind != doc.Age || q.has {
		return np{}, false
	}
	if l := r.low(i); l == "aged" || l == "ages" || l == "age" {
		i--
	}
	p, ok := r.nounLeft(i)
	return p, ok && r.unitOf(p) == "person" && r.pluralAt(p.head)
}

// apposed returns X of "X, now 4.2%, is": the noun that q stands behind between
// commas.
func (r *reader) apposed(q *quant) (np, bool) {
	i := q.first - 1
	if r.low(i) == "now" || r.low(i) == "currently" || r.low(i) == "at" {
		i--
	}
	if r.low(i) != "," || q.f.Kind != doc.Money && q.f.Kind != doc.Percent && q.f.Kind != doc.Measure {
		return np{}, false
	}
	for j := q.end; j < q.end+4 || sizeWords[r.low(q.end)] && j < q.end+8; j++ {
		if r.low(j) == "," {
			p, ok := r.nounLeft(i - 1)
			return p, ok && !r.agent(p) && !generic[r.low(p.head)] && !timeNoun(singular(r.low(p.head))) && r.startsClause(p.first)
		}
	}
	return np{}, false
}

// startsClause reports whether a clause begins at piece i, determiners before
// it passed.
func (r *reader) startsClause(i int) bool {
	for i > 0 && (determiners[r.low(i-1)] || r.ps[i-1].tag == doc.PRPS) {
		i--
	}
	return i == 0 || r.clauseStart(i-1)
}

// beyondComma returns the subject that an apposition between commas parts from
// its verb: "the siege, his third, lasted".
func (r *reader) beyondComma(i int) (np, bool) {
	v := r.verbBefore(i)
	if v < 1 {
		return np{}, false
	}
	if v = r.verbGroup(v); r.low(v-1) != "," {
		return np{}, false
	}
	for j := v - 2; j > 0 && j > v-maxSubject; j-- {
		if r.low(j) == "," {
			return r.subjectOf(j)
		}
	}
	return np{}, false
}

// leadingOf returns X of a sentence that begins "Of the X, …".
func (r *reader) leadingOf(i int) (np, bool) {
	if r.low(0) != "of" && r.low(0) != "among" || i > 30 {
		return np{}, false
	}
	k := 1
	if p, ok := r.thoseWho(k); ok {
		return p, true
	}
	k = r.pastDeterminers(k)
	for k < len(r.ps) && (r.is(k, digits) || isNumberWord(r.low(k))) {
		k++
	}
	return r.nounPhrase(k)
}

// activity returns the words from the last participle to piece i: "battling
// government forces" in "have been battling government forces for".
func (r *reader) activity(i int) (np, bool) {
	for j := i - 1; j >= 0 && j > i-12; j-- {
		switch r.ps[j].tag {
		case doc.VBG:
			return np{j, i, j}, j < i
		case doc.VBD, doc.VBZ, doc.VBP, doc.MD:
			return np{}, false
		}
		if l := r.low(j); l == "," || l == ";" || l == "that" && r.ps[j].tag != doc.DT || l == "who" || l == "which" {
			return np{}, false
		}
	}
	return np{}, false
}

// tellingVerbs before "of" are often taken for nouns.
var tellingVerbs = set("speak speaks spoke spoken talk talks talked think thinks thought dream hear heard know tell told consist consists boast boasts warn warns")

// nounLeft reads the noun phrase that ends at piece i, backwards.
func (r *reader) nounLeft(i int) (np, bool) {
	if !r.is(i, word) || !r.nounAt(i) || isNumberWord(r.low(i)) || tellingVerbs[r.low(i)] {
		return np{}, false
	}
	j := i
	for j > 0 && j > i-6 && r.is(j-1, word) && !stopWords[r.low(j-1)] && r.low(j-1) != "cent" && r.low(j-1) != "percent" && (r.nounAt(j-1) || r.ps[j-1].tag.IsAdjective() || r.ps[j-1].tag == doc.VBN && j > 1) {
		j--
	}
	if j < i && r.behindMeasure(j) {
		j++
	}
	for j > 1 && r.low(j-1) == "-" && r.glued(j-1) && r.glued(j) && r.is(j-2, word) && r.unitAt(j) == 0 && !isNumberWord(r.low(j-2)) || j > 1 && r.low(j-1) == "-" && r.low(j-2) == "first" && r.glued(j) {
		j -= 2 // "first-time buyers"
	}
	return np{j, i + 1, i}, true
}

// behindMeasure reports whether piece j is the unit of "60-kilometre crossing".
func (r *reader) behindMeasure(j int) bool {
	return r.is(j-1, digits) && r.unitAt(j) > 0 && j > 1 || r.low(j-1) == "-" && (r.is(j-2, digits) || isNumberWord(r.low(j-2))) && r.unitAt(j) > 0
}

// verbBefore returns the verb that governs what begins at piece i, -1 if none
// is near.
func (r *reader) verbBefore(i int) int {
	for j := i - 1; j >= 0 && j > i-12; j-- {
		p := &r.ps[j]
		if p.form == sign && p.low != "%" && p.low != "-" && (p.low != "," || j < i-2) {
			return -1
		}
		if p.tag.IsVerb() && p.tag != doc.VBG || p.tag == doc.MD || levelVerbs[p.low] && p.low != "from" && p.low != "to" && p.low != "up" && p.low != "down" {
			return j
		}
	}
	return -1
}

// timeAdjectives before a noun of time make a time of it: "in recent years".
var timeAdjectives = set("last next past recent previous following coming first final few several many early late other previous 20th 19th nineteenth twentieth")

// maxSubject bounds the pieces of a subject.
const maxSubject = 14

// subject returns the subject of the verb before piece i: the words before
// the verb group back to where its clause begins, or beyond what stands
// between commas.
func (r *reader) subject(i int) (np, bool) {
	if v := r.verbBefore(i); v > 0 && r.ps[max(r.verbGroup(v)-1, 0)].tag == doc.PRP {
		return np{}, false // "a year earlier it had been"
	}
	if p, ok := r.nearSubject(i); ok {
		return p, true
	}
	return r.beyondComma(i)
}

func (r *reader) nearSubject(i int) (np, bool) {
	v := r.verbBefore(i)
	if v < 0 {
		return np{}, false
	}
	return r.subjectOf(v)
}

// subjectOf returns the subject of the verb at piece v.
func (r *reader) subjectOf(v int) (np, bool) {
	if v == 1 && r.opensAlone() {
		return np{0, 1, 0}, true
	}
	v = r.verbGroup(v)
	if pronouns[r.low(v-1)] {
		return np{}, false
	}
	if l := r.low(v - 1); l == "and" || l == "but" {
		if w := r.firstVerb(v - 1); w > 0 {
			v = w
		}
	}
	j := v
	for j > 0 && j > v-maxSubject && !r.clauseStart(j-1) {
		j--
	}
	if j == v && relatives[r.low(v-1)] {
		return r.antecedent(v - 2)
	}
	if p, ok := r.beyondRelative(j, v); ok {
		return p, true
	}
	p, ok := r.lastPhrase(j, v)
	if !ok || p.last == p.first+1 && generic[r.low(p.first)] {
		return np{}, false
	}
	return p, true
}

// opensAlone reports whether the sentence begins with one word that is the
// subject of the verb behind it, whatever it was taken for: "Turnout reached",
// "Overtime came to", "Spraying costs".
func (r *reader) opensAlone() bool {
	p := &r.ps[0]
	if p.form != word || !p.upper || p.mention > 0 || len(p.low) < 5 || p.tag.IsNoun() || stopWords[p.low] || generic[p.low] || auxiliary[p.low] || isNumberWord(p.low) || months[p.low] > 0 || weekdays[p.low] || determiners[p.low] || pronouns[p.low] || strings.HasSuffix(p.low, "ly") {
		return false
	}
	return levelVerbs[r.low(1)] || moneyVerbs[r.low(1)]
}

var (
	relatives = set("which that")
	pronouns  = set("it they he she we i you")
)

// antecedent returns the noun at piece i, a comma passed, that "which" stands
// for: "94 per cent of turnover, which rose".
func (r *reader) antecedent(i int) (np, bool) {
	comma := r.low(i) == ","
	if comma {
		i--
	}
	p, ok := r.nounLeft(i)
	if of := r.beforeDeterminers(p.first - 1); ok && comma && r.low(of) == "of" {
		if o, found := r.nounLeft(of - 1); found && !generic[r.low(o.head)] && r.unitAt(o.head) == 0 && r.low(o.head) != "cent" && r.low(o.head) != "percent" {
			return np{o.first, p.last, o.head}, true // "the crossing of the border, which fell"
		}
	}
	return p, ok && !generic[r.low(p.head)] && r.unitAt(p.head) == 0
}

// verbGroup returns where the group of the verb at piece v begins: "are
// expected to peak".
func (r *reader) verbGroup(v int) int {
	for v > 0 && (r.ps[v-1].tag.IsVerb() && r.ps[v-1].tag != doc.VBG || r.ps[v-1].tag == doc.MD || r.ps[v-1].tag == doc.RB || auxiliary[r.low(v-1)] || hedgeWord(r.low(v-1)) || r.foretold(v-1)) {
		v--
	}
	return v
}

// firstVerb returns the verb before piece i that the one behind "and" shares
// its subject with, auxiliaries before it passed: "lost 12 metres and has
// retreated". It is 0 where there is none.
func (r *reader) firstVerb(i int) int {
	for j := i - 1; j > 0 && j > i-maxSubject; j-- {
		if r.is(j, sign) && r.low(j) != "%" && r.low(j) != "-" && currencySigns[r.raw(j)] == "" {
			return 0
		}
		if t := r.ps[j].tag; t == doc.VBD || t == doc.VBZ || t == doc.VBP || t == doc.MD {
			for j > 1 && (r.ps[j-1].tag.IsVerb() && r.ps[j-1].tag != doc.VBG || auxiliary[r.low(j-1)] || r.ps[j-1].tag == doc.RB) {
				j--
			}
			return j
		}
	}
	return 0
}

// foretold reports whether "to" at piece i ties a verb to "is expected".
func (r *reader) foretold(i int) bool {
	return r.low(i) == "to" && (r.ps[i].tag == doc.TO && i > 0 && r.ps[i-1].tag == doc.VBN || foretelling[r.low(i-1)])
}

var foretelling = set("expected forecast projected predicted set due likely estimated reported said thought believed")

func hedgeWord(low string) bool {
	return low == "more" || low == "than" || low == "nearly" || low == "almost"
}

// lastPhrase finds the subject in the pieces [j,v): its noun phrase, with the
// prepositional phrases behind it; what stands before it ("in Syria", "this
// year") is left out.
func (r *reader) lastPhrase(j, v int) (np, bool) {
	start := -1
	prep := false
	for k := j; k < v; k++ {
		q := &r.ps[k]
		switch {
		case q.low == "and" && determiners[r.low(k+1)] && k+3 >= v && k > j && r.numbersIn(j, k):
			start, prep = -1, false // "at 11 sites and the limit cut from"
			continue
		case q.low == "as" && start >= 0: // "the population as of the census"
			v = k
			continue
		case q.form == digits && q.End-q.Start == 4 && q.lex.shape == plainInt, r.isQuarter(k): // "by 2030"
			prep = false
			continue
		case q.tag == doc.IN || q.tag == doc.TO || q.low == "of":
			prep = true
		case determiners[q.low] || q.tag == doc.DT || q.tag == doc.PRPS:
			if !prep || start < 0 {
				start = k
			}
			prep = prep && start >= 0 && start < k
		case r.nounAt(k) || q.tag.IsAdjective() || q.tag == doc.VBN || q.tag == doc.VBG:
			if start < 0 && !prep {
				start = k
			}
		default:
		}
		if r.nounAt(k) {
			prep = false
		}
	}
	for start >= 0 && start < v && (r.ps[start].tag == doc.DT || determiners[r.low(start)] || r.ps[start].tag == doc.PRPS) {
		start++
	}
	if start < 0 || start >= v {
		return r.nearNoun(v - 1)
	}
	if start == v-1 && r.ps[start].tag == doc.VBG && auxiliaryForms[r.low(start)] {
		return np{}, false
	}
	if start == v-1 && r.ps[start].tag == doc.VBG {
		return np{start, v, start}, true // "stunting declined"
	}
	head, ok := r.nounPhrase(start)
	if ok && timeNoun(singular(r.low(head.head))) && !(head.head > head.first && r.pluralAt(head.head) && !timeAdjectives[r.low(head.first)] && !isNumberWord(r.low(head.first)) && !r.is(head.head-1, digits)) {
		return np{}, false
	}
	if !ok || head.head >= v {
		return r.nearNoun(v - 1)
	}
	p := np{start, v, head.head}
	for p.last > p.head+1 && (r.is(p.last-1, sign) || r.ps[p.last-1].tag == doc.RB) {
		p.last--
	}
	if l := r.low(head.last); !numberNouns[r.low(p.head)] && l != "of" && r.ps[start].tag != doc.VBG {
		p.last = r.areaOf(np{p.first, head.last, p.head}, v).last
	}
	return p, true
}

// numbersIn reports whether a number in digits stands in the pieces [i,j).
func (r *reader) numbersIn(i, j int) bool {
	for ; i < j; i++ {
		if r.is(i, digits) {
			return true
		}
	}
	return false
}

// auxiliaryForms are participles of verbs that only help others.
var auxiliaryForms = set("having being getting going becoming")

// nearNoun returns the noun phrase that ends at piece i, unless it is a time.
func (r *reader) nearNoun(i int) (np, bool) {
	p, ok := r.nounLeft(i)
	return p, ok && !(timeNoun(singular(r.low(p.head))) && (timeAdjectives[r.low(p.first)] || r.timePhrase(p)))
}

var auxiliary = set("has have had is are was were be been will would can could may might must should not n't already also since only just now still then 've 's 'd")

// clauseStart reports whether piece i stands before the subject of a clause.
func (r *reader) clauseStart(i int) bool {
	p := &r.ps[i]
	switch {
	case p.low == "a.m." || p.low == "p.m.":
		return i+1 < len(r.ps) && r.ps[i+1].upper
	case p.form == sign:
		return p.low != "-" && p.low != "'" && p.low != "%" && p.low != "&" && !(p.low == "/" && r.isQuarter(i+1)) && currencySigns[p.low] == ""
	case p.tag == doc.VBD, p.tag == doc.VBZ, p.tag == doc.VBP, p.tag == doc.MD:
		return p.low != "'s"
	}
	switch p.low {
	case "as":
		return r.low(i+1) != "of" && r.low(i+1) != "at"
	case "that", "which", "who", "when", "where", "while", "because", "but", "if", "although", "though", "whereas", "than", "said", "says", "so":
		return true
	}
	return false
}
