package figure

import (
	"cmp"

	"analyze/internal/doc"

	"github.com/govalues/decimal"
)

// A memory is a figure as later sentences remember it.
type memory struct {
	kind doc.FigureKind
	unit string
	per  string
	what string
	span doc.Span
	si   unit
	sent int
	// scale is the scale word of the number; a bare decimal shares it.
	scale  decimal.Decimal
	val    decimal.Decimal
	before string // the word before it
	moved  bool   // it tells a change
}

// reach is how many sentences a memory lasts.
const reach = 3

// forget drops what was said too long ago.
func (r *reader) forget() {
	for len(r.past) > 0 && r.sent-r.past[0].sent >= reach {
		r.past = r.past[1:]
	}
}

// carry decides what each quant counts, and gives bare numbers the unit of
// what they go on from.
func (r *reader) carry() {
	for i := range r.qs {
		if q := &r.qs[i]; q.reason == "" {
			r.bySides(i)
			if q.reason == "" {
				r.settle(i)
			}
		}
	}
	r.sharePairs()
}

// settle decides what quant i counts.
func (r *reader) settle(i int) {
	q := &r.qs[i]
	r.fromExchange(q)
	r.agesOfKin(i)
	r.agesOfNext(i)
	r.agesOfEach(i)
	if r.sameAt(i) {
		return
	}
	r.ages(q)
	r.others(i)
	switch {
	case q.pronoun:
		r.carryCount(i)
	case r.sharesClause(q):
		r.carryShare(i)
	case q.ofNext && q.f.Kind != doc.Count:
		r.fromNext(i)
	case q.bare && q.f.Kind == doc.Count, q.bare && q.f.Kind == doc.ChangeKind && q.f.Unit == "":
		r.carryBare(i)
	case q.f.Kind == doc.Ratio && !q.has && r.byObject(q):
	case q.f.Kind == doc.Ratio && !q.has && !q.pronoun:
		r.carryRatio(i)
	case q.compared || q.f.Kind == doc.ChangeKind && r.low(r.beforeFillers(q.first)) == "of":
		r.whatOfEarlier(i)
	}
	r.sharesRate(i)
	r.headed(q)
	r.labelled(i)
	if a := r.prior(i); a != nil && q.f.What == "" && a.f.What != "" && (r.changeAfter(q, a) || r.secondShare(q, a)) {
		r.what(q, a)
	}
	r.namesWhat(q)
	r.sharesWhat(i)
	if i > 0 && q.f.What == "" && q.f.Kind != doc.Count && r.low(r.beforeFillers(q.first)) == "to" && r.qs[i-1].f.Kind == doc.ChangeKind && q.first-r.qs[i-1].end < 4 {
		r.what(q, &r.qs[i-1])
	}
}

// sharePairs gives the ends of from–to statements what one of them lacks.
func (r *reader) sharePairs() {
	for i := range r.qs {
		q := &r.qs[i]
		if q.pairWith < 0 {
			continue
		}
		p := &r.qs[q.pairWith]
		if q.f.What == "" && q.f.WhatSpan.Len() == 0 {
			q.f.What, q.f.WhatSpan = p.f.What, p.f.WhatSpan
		}
		if q.f.Unit == "" && q.f.Kind == p.f.Kind {
			q.f.Unit = p.f.Unit
		}
	}
}

// others gives "60 others" the unit of the count before it; alone they are
// people.
func (r *reader) others(i int) {
	q := &r.qs[i]
	r.elided(i)
	if q.f.Unit == "one" && q.f.Kind == doc.Count {
		if b := r.prior(i); b != nil && b.f.Kind == doc.Count && b.f.Unit != "" {
			q.f.Unit = b.f.Unit // "1,200 valid votes and 18 spoilt ones"
		}
		return
	}
	if q.f.Unit != "other" || q.f.Kind != doc.Count {
		return
	}
	q.f.Unit = "person"
	for j := i - 1; j >= 0 && j >= i-4; j-- {
		if b := &r.qs[j]; b.reason == "" && b.f.Kind == doc.Count && b.f.Unit != "" && !b.times {
			q.f.Unit = b.f.Unit
			return
		}
	}
}

// elided gives "six of theft" behind "one count of fraud" the noun that it
// leaves out: what stands behind "of" comes in no number of its own.
func (r *reader) elided(i int) {
	q := &r.qs[i]
	if i == 0 || !q.has || !q.of || q.f.Kind != doc.Count || q.n.sort != cardinal || q.phrase.first != q.n.last+1 || r.pluralAt(q.phrase.head) || collective[r.low(q.phrase.head)] || q.f.Unit == "person" {
		return
	}
	a := &r.qs[i-1]
	if a.reason == "" && a.f.Kind == doc.Count && a.has && !a.of && r.low(a.phrase.last) == "of" && q.first-a.end < 10 {
		q.f.Unit, q.phrase, q.bare = a.f.Unit, a.phrase, false
	}
}

// generic nouns stand for a figure and say nothing of what it counts.
var generic = set("total totals range average maximum minimum peak record estimate estimates figure figures sum high low count counts rest number numbers score tally level median mean list it they that this these those one which who he she we there what all half ratio answer result question note source example result results indicator indicators data statistics trend trends summary overview outcome outcomes characteristics findings")

// goals are nouns whose number counts what the text speaks of, and not them:
// "46 pupils, against a target of 40".
var goals = set("contract target targets limit limits ceiling threshold quota cap capacity establishment benchmark norm forecast gap difference margin majority lead")

// collective nouns stand for people.
var collective = set("population populations staff crowd army force team crew family group delegation audience class workforce militia contingent membership congregation garrison toll strength household turnout attendance migration immigration emigration enrolment enrollment employment unemployment ridership congregation electorate dead wounded injured displaced platoon squad battalion brigade regiment patrol posse throng retinue choir chorus band orchestra queue company cohort sample intake caseload readership")

// fromVerb takes a bare number for people where the verb behind it is one that
// only people are the subject or object of.
func (r *reader) fromVerb(i int) {
	if q := &r.qs[i]; q.f.Unit == "" && q.whole() && r.humanVerb(q.end) {
		q.ofPeople()
	}
}

// humanVerb reports whether the verb at j, auxiliaries before it, is one that
// only people are the subject or object of.
func (r *reader) humanVerb(j int) bool {
	end := j
	if l := r.low(j + 2); r.low(j) == "," && (r.low(j+1) == "up" || r.low(j+1) == "down") && l == "from" {
		for j += 3; j < len(r.ps) && j < end+maxPhrase && r.low(j) != ","; j++ {
		}
		j++ // "5.6 million, down from 7.2 million, need food"
	}
	for auxiliary[r.low(j)] {
		j++
	}
	if l := r.low(j); (l == "took" || l == "take" || l == "taking") && r.low(j+1) == "part" || (l == "turned" || l == "lined" || l == "showed") && r.low(j+1) == "up" {
		return true
	}
	if l := r.low(j); (l == "need" || l == "needs" || l == "needed" || l == "require" || l == "receive" || l == "received") && aid[r.low(j+1)] {
		return true
	}
	return humanVerbs[r.low(j)]
}

// aid is what people need.
var aid = set("food aid help assistance shelter care treatment support protection rations relief")

var humanVerbs = set("fled died resigned marched protested voted enrolled arrested killed wounded injured hired sacked recruited jailed married testified pleaded drowned starved perished retired emigrated detained displaced evacuated hospitalised hospitalized infected vaccinated deported slept wept convicted sentenced acquitted imprisoned executed rescued evacuated indicted accused interviewed kidnapped abducted tortured beheaded widowed orphaned unemployed homeless naturalised conscripted graduated migrated")

// carriersHere is how many of the carriers look at the sentence alone; vague
// numbers take nothing from further away.
const carriersHere = 22

// carriers are tried in this order.
var carriers = []func(*reader, int){
	(*reader).fromConversion, (*reader).fromInserted, (*reader).fromAside, (*reader).fromScore, (*reader).fromBracketed, (*reader).fromOrTwo, (*reader).fromCompound, (*reader).fromSame, (*reader).fromNext, (*reader).fromRow, (*reader).fromSpan, (*reader).fromOrdinal, (*reader).fromWhole, (*reader).fromNoun, (*reader).fromLabel, (*reader).fromSubject, (*reader).fromBudget, (*reader).fromIntro, (*reader).fromSentence, (*reader).fromVerb, (*reader).fromPredicate,
	(*reader).fromPronoun, (*reader).fromQuestion, (*reader).fromList, (*reader).fromPast, (*reader).fromContext, (*reader).fromFollowing, (*reader).fromTitle,
}

// fromNext reads "17 of the 52 contracts".
func (r *reader) fromNext(i int) {
	q := &r.qs[i]
	if !q.ofNext || i+1 >= len(r.qs) {
		return
	}
	b := &r.qs[i+1]
	if q.f.Kind == doc.Count && (b.f.Kind == doc.Money || b.f.Kind == doc.Measure) {
		r.borrow(q, b)
		return
	}
	if b.bare {
		if r.fromSame(i + 1); !b.bare && q.f.Kind == doc.Count {
			q.f.Unit, q.bare = b.f.Unit, false
			r.what(q, b)
			return
		}
	}
	if b.has && b.f.Kind == doc.Count {
		if q.f.Kind == doc.Count {
			q.f.Unit, q.bare = b.f.Unit, false
		}
		q.ofNoun(b.phrase)
	}
}

// fromRow reads "1,400, 1,100 and 300 families": numbers in a row share the
// noun of the last.
func (r *reader) fromRow(i int) {
	q := &r.qs[i]
	if i+1 < len(r.qs) && r.low(q.end) == "to" && r.qs[i+1].first == q.end+1 && r.qs[i+1].f.Kind == doc.Percent {
		r.borrow(q, &r.qs[i+1]) // "51.2 to 48.8 per cent"
		return
	}
	if l := r.low(q.first - 2); r.low(q.first-1) == "of" && peopled[l] {
		return // "in Sarn, a town of 23,000, three houses fell"
	}
	for j := i + 1; j < len(r.qs) && j < i+6; j++ {
		a, b := &r.qs[j-1], &r.qs[j]
		if b.first-a.end < 1 || b.first-a.end > 2 || b.first-a.end == 2 && j == i+1 && (i == 0 || q.first-r.qs[i-1].end != 1) || !rowSigns[r.low(a.end)] || b.first-a.end == 2 && !rowSigns[r.low(a.end+1)] {
			return
		}
		if next, ok := plus(q.n.val, num(1)); j == i+1 && b.f.Kind == doc.Duration && b.first == a.end+1 && (r.low(a.end) != "," || ok && q.n.inWords && b.n.inWords && next.Cmp(b.n.val) == 0) && b.n.sort == cardinal && q.f.Per == "" {
			r.borrow(q, b) // "12 and nine years"
			return
		}
		if b.f.Kind == doc.Measure && b.reason == "" && b.first == b.nfirst && !b.has && q.f.Per == "" && (r.low(a.end) != "," || j > i+1) && (r.low(q.end) == "," || r.low(q.end) == "and" || r.low(q.end) == "or") && q.n.inWords == b.n.inWords {
			r.borrow(q, b) // "2.1, 1.8 and 2.6 metres"
			return
		}
		if r.rowOfShares(q, a, b) {
			r.borrow(q, b)
			return
		}
		if b.f.Kind == doc.Count && b.has && !b.of && b.reason == "" {
			q.f.Unit, q.bare = b.f.Unit, false
			q.ofNoun(b.phrase)
			return
		}
		if !b.bare {
			return
		}
	}
}

// fromWhole reads "at least 17, perhaps 25, of the 60 hostages": the noun of
// the whole that a later "of" names.
func (r *reader) fromWhole(i int) {
	q := &r.qs[i]
	for j := i + 1; j < len(r.qs) && j <= i+2; j++ {
		b := &r.qs[j]
		k := b.first - 1
		if determiners[r.low(k)] {
			k--
		}
		if r.low(k) != "of" || r.low(k-1) != "," && k > r.qs[j-1].end+1 || b.first-q.end > 14 || !b.has || b.f.Kind != doc.Count || r.verbBetween(q.end, b.first) {
			continue
		}
		q.f.Unit, q.bare = b.f.Unit, false
		q.ofNoun(b.phrase)
		return
	}
}

var rowSigns = set(", and or")

// fromSubject takes the subject where it can be counted itself; a singular
// subject only says what, and the unit comes from the figure before.
func (r *reader) fromSubject(i int) {
	q := &r.qs[i]
	if r.listed(q) || r.upFrom(i) {
		return
	}
	p, ok := r.subject(q.first)
	if !ok || r.placed(p) || r.teller(p) || generic[r.low(p.head)] || ownWords[r.low(p.head)] || goals[r.low(p.head)] && r.low(p.head) != "capacity" || changeNouns[r.low(p.head)] != "" || !r.counts(q, p) {
		return
	}
	if b := r.prior(i); b != nil && b.first > r.verbBefore(q.first) && !b.bare && b.f.Kind == doc.Percent && q.n.val.Cmp(num(100)) <= 0 && r.is(q.first-1, word) && r.nounAt(q.first-1) && q.n.inWords == b.n.inWords {
		return // "women were 11% and minors 13"
	}
	n, of := r.ofWhat(p)
	if !q.whole() && (r.unitOf(p) == "person" || collective[r.low(p.head)] || of && r.unitOf(n) == "person") {
		return
	}
	if r.sumOf(q, p) {
		q.ofNoun(p)
		q.bare = false
		return
	}
	plural := r.pluralAt(p.head) && !timeNoun(r.low(p.head)) || of && r.pluralAt(n.head) || collective[r.low(p.head)]
	if !plural {
		if b := r.earlier(i); b != nil && b.f.Kind != doc.Count {
			r.borrow(q, b)
			q.ofNoun(p)
			return
		}
		if q.f.Per == "" && r.earlier(i) != nil {
			return
		}
		if !scalars[r.low(p.head)] && q.f.Per == "" {
			q.subject, q.named = p, true
			return
		}
	}
	r.takeUnit(q, p)
}

// upFrom reads "to 3.9 million headsets, up from 2.4 million": the level
// before has the noun.
func (r *reader) upFrom(i int) bool {
	q := &r.qs[i]
	j := r.beforeFillers(q.first)
	if i > 1 && r.low(j) == "from" && (r.low(j-1) == "up" || r.low(j-1) == "down") && r.qs[i-2].ofNext && r.qs[i-2].f.Kind == doc.Percent && q.n.val.Cmp(num(100)) <= 0 {
		r.borrow(q, &r.qs[i-2]) // "70 per cent of its 42,000 customers, up from 55"
		r.what(q, &r.qs[i-2])
		return true
	}
	if i > 0 && r.low(j) == "from" && j == r.qs[i-1].end && r.low(r.beforeFillers(r.qs[i-1].first)) == "to" && !r.qs[i-1].bare && (r.qs[i-1].f.Kind == doc.Duration || r.qs[i-1].f.Kind == doc.Measure) {
		r.borrow(q, &r.qs[i-1]) // "fell to 5 days from 6.4"
		return true
	}
	if i > 0 && r.low(j) == "from" && r.fromShare(q, &r.qs[i-1], j) {
		r.borrow(q, &r.qs[i-1])
		return true
	}
	if l := r.low(j - 1); r.low(j) != "from" || l != "up" && l != "down" || i == 0 {
		return false
	}
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		a := &r.qs[k]
		if b := r.beforeDeterminers(r.beforeHedge(a) - 1); k > 0 && r.is(b, word) && r.ps[b].tag == doc.IN && r.qs[k-1].f.Kind == doc.Count && r.qs[k-1].has && r.low(b) != "to" {
			continue // "22 factions in the nine states, up from four"
		}
		if a.reason != "" || a.bare || a.f.Kind != doc.Count || !a.has || j-a.end > 3 && k == i-1 {
			return false
		}
		r.borrow(q, a)
		return true
	}
	return false
}

// scalars are singular nouns whose number is of no other unit.
var scalars = set("rate index ratio score price magnitude temperature level coefficient rating grade balance quotient odds pulse scale capacity")

func timeNoun(low string) bool { return timeUnits[low] != "" }

// fromSentence goes on from a figure of the same sentence.
func (r *reader) fromSentence(i int) {
	q := &r.qs[i]
	if q.f.Unit != "" {
		return
	}
	if b := r.earlier(i); b != nil {
		kind := q.f.Kind
		r.goesOnFrom(q, b)
		if kind == doc.ChangeKind || b.f.Kind == doc.ChangeKind && r.changeBefore(q) != "" {
			q.setChange(cmp.Or(q.f.Direction, r.changeBefore(q), b.f.Direction))
		}
	}
}

// fromPronoun takes "we were thirty" for people.
func (r *reader) fromPronoun(i int) {
	q := &r.qs[i]
	switch r.low(q.first - 2) {
	case "we", "they", "us":
		if q.f.Unit == "" && (r.low(q.first-1) == "were" || r.low(q.first-1) == "are" || r.low(q.first-1) == "'re") {
			q.ofPeople()
		}
	}
}

// fromFollowing takes the noun of the next figure: "between 40, by one count,
// and 60 men".
func (r *reader) fromFollowing(i int) {
	q := &r.qs[i]
	if i+1 >= len(r.qs) || q.f.Unit != "" || q.named && !q.whole() {
		return
	}
	b := &r.qs[i+1]
	if r.low(q.end) == "to" && lending[r.low(r.beforeFillers(q.first))] {
		return // "lent 4.1 million to 230 farms"
	}
	if b.pronoun && b.f.Unit == "person" && q.whole() && r.low(q.end) == "," {
		q.ofPeople() // "5.6 million, 3.6 million of whom"
		return
	}
	if b.first-q.end < 6 && !b.bare && b.reason == "" && b.f.Kind == doc.Count && b.has {
		q.f.Unit, q.bare = b.f.Unit, false
		q.ofNoun(b.phrase)
	}
}

// lending are verbs of those who give sums.
var lending = set("lent lends lend gave gives give paid pays pay granted awarded owes owed donated transferred")

// fromPast goes on from a figure of the sentences before: a count of the
// sentence just before it rather than another kind.
func (r *reader) fromPast(i int) {
	q := &r.qs[i]
	if q.f.Unit != "" {
		return
	}
	best, least := -1, 0.0
	for j := len(r.past) - 1; j >= 0; j-- {
		m := &r.past[j]
		if r.d.Sentences[m.sent].Block != r.d.Sentences[r.sent].Block && (m.sent < r.sent-1 || r.colonBefore(q.first) > 0 && r.block != doc.List || r.d.Blocks[r.d.Sentences[r.sent].Block].Kind != r.d.Blocks[r.d.Sentences[m.sent].Block].Kind) {
			continue
		}
		if scalars[m.unit] && !perNumber(m.per) && (!isOne(q.n.scale) || q.n.shape == grouped) {
			continue
		}
		if r.sent-m.sent >= reach || !fits(q, m.kind, r.sent == m.sent+1) && !(perNumber(m.per) && q.n.shape == decimals) || m.kind != doc.Count && r.d.Sentences[m.sent].Block != r.d.Sentences[r.sent].Block {
			continue
		}
		if m.kind == doc.Percent && q.f.Per != "" || m.kind == doc.Measure && q.n.scale.Cmp(num(1e6)) >= 0 && isOne(m.scale) {
			continue
		}
		if m.kind == doc.Percent && r.shareBehind(i) {
			continue
		}
		if m.kind != doc.Count && r.acts(q) && !r.frontedAmount(q) {
			continue
		}
		if m.kind == doc.Count && !counts(q, m.unit) || (m.moved || m.kind == doc.Count || !isOne(m.scale)) && r.quoted(i) {
			continue
		}
		s := r.unlike(q, m.val, len(r.past)-j, m.before) + 0.6*float64(r.sent-m.sent)
		if m.kind != doc.Count && q.n.shape != decimals {
			s += 1.5
		}
		if best < 0 || s < least {
			best, least = j, s
		}
	}
	if best < 0 {
		return
	}
	m := &r.past[best]
	if q.f.Kind != doc.ChangeKind {
		q.f.Kind = m.kind
	}
	q.f.Unit, q.unit, q.bare = m.unit, m.si, false
	q.f.What, q.f.WhatSpan = m.what, m.span
	q.shareScale(m.scale)
	if q.f.Per == "" && (m.kind != doc.Count || perNumber(m.per)) {
		q.f.Per = m.per
	}
}

// verbUnits are verbs that tell what a bare number behind them counts.
var verbUnits = func() map[string]string {
	m := map[string]string{"voted": "vote"}
	for w := range set("kill kills killed killing employ employs employed employing hire hires hired hiring recruit recruits recruited wounded wounding injured injuring arrested arresting detained displaced displacing evacuated infected infecting seats accommodates houses laid-off sacked imprisoned hospitalised hospitalized deported rescued") {
		m[w] = "person"
	}
	return m
}()

// listed reports whether q stands in brackets, as in "Tunisia (5,000)".
func (r *reader) listed(q *quant) bool { return r.low(q.end) == ")" }

// counts reports whether the subject p can be what q counts: a noun of number
// with its thing, people in the plural, a measured thing.
func (r *reader) counts(q *quant, p np) bool {
	verb := r.verbBefore(q.first)
	return levelVerbs[r.low(verb)] || putVerbs[r.low(verb)] && r.low(q.first-1) == "at" && auxiliary[r.low(verb-1)]
}

// levelVerbs tie a number to their subject.
var levelVerbs = set("added adds is are was were be been being rose fell grew dropped stood stands stand reached reaches reach totalled totaled totals totalling averaged averages hit hits peaked numbered numbers number climbed increased decreased declined jumped swelled remained remains amounted amounts comes came went gone risen fallen grown dropped shrank shrunk doubled tripled halved exceeded exceeds topped surpassed passed slipped slid plunged widened narrowed down up from to numbering totaling fall falls rise rises grow grows drop drops shrink shrinks amount run runs reach peak peaks exceed top tops hits")

// takeUnit gives q the phrase p as what it counts, and its unit.
func (r *reader) takeUnit(q *quant, p np) {
	q.ofNoun(p)
	q.bare = false
	if r.sumOf(q, p) {
		return
	}
	if q.f.Unit == "" {
		q.f.Unit = r.unitOf(p)
		if collective[r.low(p.head)] {
			q.f.Unit = "person"
		}
		if n, ok := r.ofWhat(p); ok && r.countable(n) {
			q.f.Unit = r.unitOf(n)
		}
	}
}

// ofWhat returns the X of "number of X".
func (r *reader) ofWhat(p np) (np, bool) {
	for j := p.first; j < p.last; j++ {
		if r.low(j) == "of" && j > p.first && numberNouns[r.low(j-1)] {
			k := r.pastDeterminers(j + 1)
			return r.nounPhrase(k)
		}
	}
	return np{}, false
}

// countable reports whether n can be counted itself: "the number of ships", and
// not "the population of Ghent".
func (r *reader) countable(n np) bool {
	return !r.placed(n) && !peopled[r.low(n.head)] && (r.pluralAt(n.head) || collective[r.low(n.head)] || isPersonWord(r.low(n.head)))
}

var numberNouns = set("number numbers count total figure figures tally population toll size flow influx share proportion rate percentage")

// whole reports whether q can count what comes whole.
func (q *quant) whole() bool { return q.n.val.IsInt() || q.n.scale.Cmp(num(1)) > 0 }

// what gives q what b counts.
func (r *reader) what(q, b *quant) {
	q.f.What, q.f.WhatSpan = b.f.What, b.f.WhatSpan
}

// fits reports whether a bare number may go on from a figure of that kind.
func fits(q *quant, k doc.FigureKind, near bool) bool {
	switch k {
	case doc.Count:
		return q.n.val.IsInt() || q.n.scale.Cmp(num(1)) > 0
	case doc.Percent:
		return near && q.n.val.Cmp(num(100)) <= 0 && isOne(q.n.scale)
	case doc.Money:
		return near && (q.n.scale.Cmp(num(1)) > 0 || q.n.shape == decimals)
	case doc.Measure:
		return near
	}
	return false
}

// countOf lets q count what b is a share of: "60 per cent of the buildings …,
// 20,000 beyond repair".
func (r *reader) countOf(q, b *quant) {
	q.ofNoun(b.phrase)
	q.bare = false
	q.f.Unit = r.unitOf(b.phrase)
}

// ofWhichBetween reports whether a clause of what was told before piece i begins
// there and goes on to piece j: "$9, of which the budget will carry two thirds".
func (r *reader) ofWhichBetween(i, j int) bool {
	for k := i; k < j && k < i+6; k++ {
		if l := r.low(k + 1); r.low(k) == "of" && (l == "which" || l == "whom") {
			return true
		}
	}
	return false
}

// themBefore returns the noun that "them" in "41,000 of them" means where no count
// stands before it in its sentence: the nearest plural before its clause.
func (r *reader) themBefore(i int) (np, bool) {
	q := &r.qs[i]
	if r.low(q.end) != "of" || r.low(q.end+1) != "them" || q.f.Kind != doc.Count || r.countBefore(i) {
		return np{}, false
	}
	c := q.first - 1
	for c > 0 && c > q.first-maxLabel && !(r.is(c, sign) && r.low(c) != "-" && r.low(c) != "'" || r.low(c) == "and" || r.low(c) == "but" || r.low(c) == "that" || r.low(c) == "because") {
		c--
	}
	for j := c - 1; j >= 0 && j > c-maxSubject; j-- {
		if r.nounAt(j) && r.pluralAt(j) {
			p, ok := r.nounLeft(j)
			k := p.first - 1
			for k > 0 && r.ps[k].tag.IsAdjective() {
				k--
			}
			if k = r.beforeDeterminers(k); k > 0 && r.ps[k].tag == doc.IN && r.nounAt(k-1) && r.pluralAt(k-1) {
				p, ok = r.nounLeft(k - 1) // "names on Turkish lists, 40,000 of them"
			}
			return p, ok && !generic[r.low(p.head)] && !timeNoun(singular(r.low(p.head))) && !r.placed(p)
		}
	}
	return np{}, false
}

// thereAre returns the subject of "A bed costs $40, and there are 68 of them",
// where no other count stands before it.
func (r *reader) thereAre(i int) (np, bool) {
	q := &r.qs[i]
	if l := r.low(q.first - 1); q.f.Kind != doc.Count || r.low(q.first-2) != "there" || l != "are" && l != "were" || r.low(q.end) != "of" {
		return np{}, false
	}
	if d := r.low(q.first - 3); d == "-" || d == "—" || d == "(" {
		p, ok := r.nounLeft(q.first - 4) // "Inspectors – there are 38 of them"
		return p, ok && r.pluralAt(p.head)
	}
	if r.countBefore(i) {
		return np{}, false
	}
	p, ok := r.nounPhrase(r.pastDeterminers(0))
	return p, ok && p.last < q.first && (r.predicate(p.last) || r.ps[p.last].tag == doc.NNS) && !generic[r.low(p.head)]
}

// whatOfEarlier gives a comparison what the figure before it counts.
func (r *reader) whatOfEarlier(i int) {
	q := &r.qs[i]
	if _, ok := r.changeIn(q); ok || q.compared && q.has && !q.of && q.phrase.first > q.nlast {
		return
	}
	if p, own := r.nearSubject(q.first); own && isBe[r.low(q.first-1)] && !relatives[r.low(q.first-2)] && r.ps[p.head].tag.IsNoun() && (p.head == 0 && r.ps[0].mention == 0 || !r.agent(p)) && !generic[r.low(p.head)] {
		return // "the index was 12 points better"
	}
	if v := r.verbBefore(q.first); i > 0 && v > r.qs[i-1].end && levelVerbs[r.low(v)] && r.nounAt(v-1) {
		return // "volumes fell 2 per cent while prices were nine per cent higher"
	}
	if i > 0 && r.qs[i-1].reason == "" && r.qs[i-1].f.What != "" {
		r.what(q, &r.qs[i-1])
	} else if p, own := r.nearSubject(q.first); i == 0 && len(r.past) > 0 && r.past[len(r.past)-1].sent == r.sent-1 && !(own && r.nounAt(p.head) && r.d.Sentences[r.sent].Block != r.d.Sentences[r.sent-1].Block) {
		m := &r.past[len(r.past)-1]
		q.f.What, q.f.WhatSpan = m.what, m.span
	}
}

var isBe = set("is was are were be been")

// carryRatio gives a share without "of" what the figure before counts; "twice
// as many" only what its own sentence tells.
func (r *reader) carryRatio(i int) {
	if r.qs[i].times {
		r.timesWhat(i)
		return
	}
	if r.low(r.qs[i].n.first+1) == ":" && r.ratioNear(r.qs[i].first) {
		return // what has the ratio is its subject
	}
	if a := r.prior(i); a != nil && (r.fronted(&r.qs[i]) || r.ofWhichBetween(a.end, r.qs[i].first)) {
		r.what(&r.qs[i], a) // "$68 million, of which a third"
		return
	}
	if by := r.beforeFillers(r.qs[i].first); r.low(by) == "by" && !r.qs[i].pronoun {
		if p, ok := r.nounLeft(by - 1); ok && r.pluralAt(p.head) && !generic[r.low(p.head)] {
			r.qs[i].ofNoun(p) // "understates deliveries by a third"
			return
		}
	}
	r.carryCount(i)
}
