package figure

import (
	"cmp"
	"math"

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
}

// reach is how many sentences a memory lasts.
const reach = 3

// forget drops what was said too long ago.
func (r *reader) forget() {
	for len(r.past) > 0 && r.sent-r.past[0].sent >= reach {
		r.past = r.past[1:]
	}
}

// anchors drops the durations that only place an event in time: "two years
// later", "in the past 18 months", "after five days".
func (r *reader) anchors() {
	for i := range r.qs {
		q := &r.qs[i]
		if q.f.Kind == doc.Duration && r.isAnchor(q) {
			q.reason = "anchor"
		} else if q.n.sort == share && q.of && r.agoBehind(q.phrase.last) && timeUnits[r.low(q.phrase.head)] != "" {
			q.reason = "anchor"
		}
	}
}

var anchorBehind = set("ago later earlier before after prior hence beforehand afterwards afterward since previously thereafter")

var anchorBefore = set("past last next previous first coming preceding following initial recent latest these those same final opening early ensuing subsequent intervening")

func (r *reader) agoBehind(j int) bool {
	return anchorBehind[r.low(j)] || r.low(j) == "from" && r.low(j+1) == "now" || r.low(j) == "on" && r.low(j+1) == ","
}

func (r *reader) isAnchor(q *quant) bool {
	if r.agoBehind(q.end) || r.low(q.end) == "'" && r.low(q.end+1) == "time" || r.low(q.end) == "into" {
		return r.low(q.end) != "before" && r.low(q.end) != "after" && r.low(q.end) != "since" && r.low(q.end) != "earlier" || !lastingVerb[r.low(q.first-1)]
	}
	if q.has && q.phrase.first == q.end && r.low(q.phrase.first) == "period" && false {
		return false
	}
	i := q.first - 1
	prev := r.low(i)
	if anchorBefore[prev] && (prev != "first" || !q.has) {
		return true
	}
	if anchorBefore[r.low(q.nfirst-1)] {
		return true
	}
	behind := r.low(q.end)
	switch prev {
	case "after":
		return behind != "of" && !q.bounded
	case "the":
		return behind == "to" || behind == "ending" || behind == "ended" || behind == "up" || behind == "through" || behind == "leading" || behind == "following" || behind == "since"
	case "in":
		return r.future(i) && !q.bounded
	case "within":
		return q.n.sort == article && q.f.Unit != "fortnight"
	case "every", "each":
		return false
	}
	return false
}

var lastingVerb = set("lasted took spent waited for stayed served")

// future reports whether a word of the future stands in the clause before i.
func (r *reader) future(i int) bool {
	for j := i - 1; j >= 0 && j > i-12; j-- {
		switch r.low(j) {
		case "will", "would", "could", "may", "might", "'ll", "can", "shall", "should":
			return true
		case ",", ";":
			return false
		}
	}
	return false
}

// carry decides what each quant counts, and gives bare numbers the unit of
// what they go on from.
func (r *reader) carry() {
	for i := range r.qs {
		q := &r.qs[i]
		if q.reason != "" {
			continue
		}
		r.ages(q)
		switch {
		case q.pronoun:
			r.carryCount(i)
		case q.ofNext && q.f.Kind != doc.Count:
			r.fromNext(i)
		case q.bare && q.f.Kind == doc.Count, q.bare && q.f.Kind == doc.ChangeKind && q.f.Unit == "":
			r.carryBare(i)
		case q.f.Kind == doc.Ratio && !q.has && !q.pronoun:
			r.carryRatio(i)
		case q.compared || q.f.Kind == doc.ChangeKind && r.low(r.beforeFillers(q.first)) == "of":
			r.whatOfEarlier(i)
		}
		r.sharesRate(i)
		r.headed(q)
		r.namesWhat(q)
	}
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

// ages sees ages that no unit shows: "aged 35", "men under 35", a number
// between commas behind a person's name.
func (r *reader) ages(q *quant) {
	if q.f.Kind != doc.Count && q.f.Kind != doc.Duration || q.f.Kind == doc.Count && (!q.bare || q.n.val.Cmp(num(120)) > 0 || q.n.val.Sign() < 0 || q.f.Per != "") {
		return
	}
	if q.f.Kind == doc.Duration && q.f.Unit != "year" {
		return
	}
	prev := r.low(q.first - 1)
	if prev == "of" && r.low(q.first-2) == "age" || prev == "at" && r.low(q.first-2) == "age" || prev == "age" || prev == "ages" || prev == "aged" || prev == "between" && (r.low(q.first-2) == "aged" || r.low(q.first-2) == "ages") {
		r.ageOf(q)
		return
	}
	if q.f.Kind == doc.Duration {
		if r.aboutAge(q.first) {
			q.f.Kind = doc.Age
		}
		return
	}
	bound := q.bound == doc.LessThan || q.bound == doc.MoreThan
	switch {
	case bound && q.first+1 == q.nfirst && r.personBefore(q.first-1) && q.n.between(1, 110):
		q.setAge()
	case bound && q.first+1 == q.nfirst && (prev == "are" || prev == "were" || prev == "is" || prev == "was") && q.n.between(1, 110) && r.ends(q.end):
		if p, ok := r.subject(q.first); ok && isPersonWord(r.low(p.head)) {
			q.setAge()
		}
	case prev == "at" && q.n.between(5, 100) && q.n.val.IsInt() && q.end == q.n.last && r.is(q.end, sign) && !levelWords[r.low(q.first-2)] && !r.is(q.first-2, sign) && r.personClause(q.first):
		q.setAge()
	case prev == "turned" && q.n.between(1, 110), r.apposition(q):
		q.setAge()
	case (prev == "is" || prev == "was" || prev == "were" || prev == "'s") && q.n.between(1, 105) && r.who(q.first-2) && r.ends(q.end):
		q.setAge()
	case r.aboutAge(q.first):
		q.setAge()
	}
}

func (q *quant) setAge() {
	q.f.Kind, q.f.Unit, q.bare = doc.Age, "year", false
}

// ageOf sets an age and reads "over the age of" before it.
func (r *reader) ageOf(q *quant) {
	q.setAge()
	i := q.first - 2
	if r.low(i) == "the" {
		i--
	}
	if r.low(i) == "age" && r.low(i-1) == "the" {
		i -= 2
	}
	if b, ok := map[string]doc.Bound{"over": doc.MoreThan, "above": doc.MoreThan, "under": doc.LessThan, "below": doc.LessThan}[r.low(i)]; ok && !q.bounded {
		q.bound, q.bounded = b, true
	}
}

func (r *reader) personBefore(i int) bool {
	return r.is(i, word) && (isPersonWord(r.low(i)) || r.low(i) == "those" || r.low(i) == "anyone" || r.low(i) == "everyone")
}

// who reports whether the subject at i is one person.
func (r *reader) who(i int) bool {
	switch r.low(i) {
	case "he", "she", "who", "i":
		return true
	}
	return r.is(i, word) && r.ps[i].mention > 0 && r.d.Mentions[r.ps[i].mention-1].Type == doc.Person
}

func (r *reader) ends(j int) bool {
	if j >= len(r.ps) || r.ps[j].form == sign {
		return true
	}
	l := r.low(j)
	return l == "and" || l == "when" || l == "at" || l == "but" || l == "years"
}

// personClause reports whether the clause before i speaks of he or she.
func (r *reader) personClause(i int) bool {
	for j := i - 1; j >= 0 && j > i-16; j-- {
		switch r.low(j) {
		case "he", "she", "his", "her", "son", "daughter", "boy", "girl", "man", "woman", "school", "married":
			return true
		case ";", ":":
			return false
		}
	}
	return false
}

// apposition reports whether q stands between commas behind a person's name.
func (r *reader) apposition(q *quant) bool {
	i := q.first - 1
	if r.low(i) != "," && r.low(i) != "(" || !q.n.plainDigits() || !q.n.between(5, 110) {
		return false
	}
	j := r.low(q.end)
	if j != "," && j != "." && j != ")" && q.end < len(r.ps) {
		return false
	}
	return i > 0 && r.ps[i-1].mention > 0 && r.d.Mentions[r.ps[i-1].mention-1].Type == doc.Person
}

// aboutAge reports whether the clause before i speaks of an age.
func (r *reader) aboutAge(i int) bool {
	for j := i - 1; j >= 0 && j > i-9; j-- {
		switch r.low(j) {
		case "age", "ages", "youngest", "oldest", "eldest":
			return true
		case ";", ".":
			return false
		}
	}
	return false
}

// generic nouns stand for a figure and say nothing of what it counts.
var generic = set("total totals range average maximum minimum peak record estimate estimates figure figures sum high low count counts rest number numbers score tally level median mean list it they that this these those one which who he she we there what all half ratio answer result question note source example result results indicator indicators data statistics trend trends summary overview")

// collective nouns stand for people.
var collective = set("population populations staff crowd army force team crew family group delegation audience class workforce militia contingent membership congregation garrison toll strength household turnout attendance migration immigration emigration enrolment enrollment employment unemployment ridership congregation electorate dead wounded injured displaced platoon squad company cohort sample intake caseload readership")

// carryBare gives a number without unit or noun what it counts: from the noun
// that it stands behind, from what a colon or heading announces, from the
// subject, or from the figure before it.
func (r *reader) carryBare(i int) {
	q := &r.qs[i]
	if p := q.pairWith; p > i && r.qs[p].bare && r.qs[p].f.Kind == doc.Count {
		r.carryBare(p)
		if b := &r.qs[p]; b.f.Unit != "" {
			r.borrow(q, b)
			r.what(q, b)
			return
		}
	}
	if u := verbUnits[r.low(q.first-1)]; u != "" {
		q.f.Unit, q.bare = u, false
		return
	}
	if l := r.low(q.end); l == "who" || l == "whose" {
		q.f.Unit, q.bare = "person", false
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
	if q.named && (q.f.What == "" || q.bare) {
		q.phrase, q.has, q.of = q.subject, true, true
		if q.f.Kind != doc.Count || q.f.Unit != "" {
			q.f.What, q.f.WhatSpan = "", doc.Span{}
		}
	}
	if q.n.sort == vagueNumber && q.f.Unit == "" && peopleDo[r.low(q.end)] {
		q.f.Unit = "person"
	}
}

// peopleDo are verbs that vague numbers of people begin with: "Thousands fled".
var peopleDo = set("went fled came joined died marched protested left were are have had live lived gathered crossed perished turned returned stayed attended voted lost took remain remained")

// carriersHere is how many of the carriers look at the sentence alone; vague
// numbers take nothing from further away.
const carriersHere = 8

// carriers are tried in this order.
var carriers = []func(*reader, int){
	(*reader).fromNext, (*reader).fromRow, (*reader).fromWhole, (*reader).fromNoun, (*reader).fromSubject, (*reader).fromIntro, (*reader).fromSentence,
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
	if b.has && b.f.Kind == doc.Count {
		if q.f.Kind == doc.Count {
			q.f.Unit, q.bare = b.f.Unit, false
		}
		q.phrase, q.has, q.of = b.phrase, true, true
	}
}

// fromRow reads "1,400, 1,100 and 300 families": numbers in a row share the
// noun of the last.
func (r *reader) fromRow(i int) {
	q := &r.qs[i]
	for j := i + 1; j < len(r.qs) && j < i+6; j++ {
		a, b := &r.qs[j-1], &r.qs[j]
		if b.first-a.end < 1 || b.first-a.end > 2 || b.first-a.end == 2 && j == i+1 && (i == 0 || q.first-r.qs[i-1].end != 1) || !rowSigns[r.low(a.end)] || b.first-a.end == 2 && !rowSigns[r.low(a.end+1)] {
			return
		}
		if b.f.Kind == doc.Count && b.has && !b.of && b.reason == "" {
			q.f.Unit, q.bare = b.f.Unit, false
			q.phrase, q.has, q.of = b.phrase, true, true
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
		q.phrase, q.has, q.of = b.phrase, true, true
		return
	}
}

var rowSigns = set(", and or")

// fromNoun reads "a toll of 40" and "put the number of displaced at 40".
func (r *reader) fromNoun(i int) {
	q := &r.qs[i]
	if r.low(q.first-1) == "of" && q.first > 1 {
		if p, ok := r.nounLeft(q.first - 2); ok && !generic[r.low(p.head)] && changeNouns[r.low(p.head)] == "" && r.ps[p.head].mention == 0 {
			r.takeUnit(q, p)
			return
		}
	}
	if r.low(q.first-1) == "at" && (casualtyWords[r.low(q.first-2)] || collective[r.low(q.first-2)] || r.is(q.first-2, word) && r.ps[q.first-2].tag == doc.NNS) {
		if p, ok := r.nounLeft(q.first - 2); ok && !generic[r.low(p.head)] {
			r.takeUnit(q, p)
			return
		}
		if casualtyWords[r.low(q.first-2)] {
			q.f.Unit, q.bare = "person", false
			q.phrase, q.has, q.of = np{q.first - 2, q.first - 1, q.first - 2}, true, true
			return
		}
	}
	if r.low(q.first-1) == "at" || r.low(q.first-1) == "as" || levelVerbs[r.low(q.first-1)] {
		if p, ok := r.numberOf(q.first); ok {
			q.f.Unit = r.unitOf(p)
			if casualtyWords[r.low(p.head)] {
				q.f.Unit = "person"
			}
			q.phrase, q.has, q.of, q.bare = p, true, true, false
		}
	}
}

// numberOf returns X where "number of X" stands in the clause before i.
func (r *reader) numberOf(i int) (np, bool) {
	for j := i - 2; j > 0 && j > i-16; j-- {
		if l := r.low(j); l == ";" || l == "," && j < i-8 {
			break
		}
		if r.low(j) == "of" && numberNouns[r.low(j-1)] {
			k := j + 1
			for determiners[r.low(k)] {
				k++
			}
			if p, ok := r.nounPhrase(k); ok {
				return p, true
			}
			if casualtyWords[r.low(k)] {
				return np{k, k + 1, k}, true
			}
		}
	}
	return np{}, false
}

// fromSubject takes the subject where it can be counted itself; a singular
// subject only says what, and the unit comes from the figure before.
func (r *reader) fromSubject(i int) {
	q := &r.qs[i]
	if r.listed(q) {
		return
	}
	p, ok := r.subject(q.first)
	if !ok || generic[r.low(p.head)] || changeNouns[r.low(p.head)] != "" || !r.counts(q, p) {
		return
	}
	n, of := r.ofWhat(p)
	if !q.whole() && (r.unitOf(p) == "person" || collective[r.low(p.head)] || of && r.unitOf(n) == "person") {
		return
	}
	plural := r.pluralAt(p.head) && !timeNoun(r.low(p.head)) || of && r.pluralAt(n.head) || collective[r.low(p.head)]
	if !plural {
		if b := r.earlier(i); b != nil && b.f.Kind != doc.Count {
			r.borrow(q, b)
			q.phrase, q.has, q.of = p, true, true
			return
		}
		if q.f.Per == "" && r.earlier(i) != nil {
			return
		}
		if !scalars[r.low(p.head)] {
			q.subject, q.named = p, true
			return
		}
	}
	r.takeUnit(q, p)
}

// scalars are singular nouns whose number is of no other unit.
var scalars = set("rate index ratio score price magnitude temperature level coefficient rating grade balance quotient odds pulse scale dose")

func timeNoun(low string) bool { return timeUnits[low] != "" }

// fromSentence goes on from a figure of the same sentence.
func (r *reader) fromSentence(i int) {
	q := &r.qs[i]
	if q.f.Unit != "" {
		return
	}
	if b := r.earlier(i); b != nil {
		kind := q.f.Kind
		r.borrow(q, b)
		r.what(q, b)
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
			q.f.Unit, q.bare = "person", false
		}
	}
}

// fromFollowing takes the noun of the next figure: "between 40, by one count,
// and 60 men".
func (r *reader) fromFollowing(i int) {
	q := &r.qs[i]
	if i+1 >= len(r.qs) || q.f.Unit != "" {
		return
	}
	b := &r.qs[i+1]
	if b.first-q.end < 6 && !b.bare && b.reason == "" && b.f.Kind == doc.Count && b.has {
		q.f.Unit, q.bare = b.f.Unit, false
		q.phrase, q.has, q.of = b.phrase, true, true
	}
}

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
		if r.sent-m.sent >= reach || !fits(q, m.kind, r.sent == m.sent+1) || m.kind != doc.Count && r.d.Sentences[m.sent].Block != r.d.Sentences[r.sent].Block {
			continue
		}
		if m.kind == doc.Count && !counts(q, m.unit) {
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
	if q.f.Per == "" && m.kind != doc.Count {
		q.f.Per = m.per
	}
}

// verbUnits are verbs that tell what a bare number behind them counts.
var verbUnits = func() map[string]string {
	m := map[string]string{"voted": "vote"}
	for w := range set("kill kills killed killing employ employs employed employing hire hires hired hiring recruit recruits recruited wounded wounding injured injuring arrested arresting detained displaced displacing evacuated infected infecting laid-off sacked imprisoned hospitalised hospitalized deported rescued") {
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
	return levelVerbs[r.low(verb)]
}

// levelVerbs tie a number to their subject.
var levelVerbs = set("is are was were be been being rose fell grew dropped stood stands stand reached reaches reach totalled totaled totals totalling averaged averages hit hits peaked numbered numbers number climbed increased decreased declined jumped swelled remained remains amounted amounts comes came went gone risen fallen grown dropped shrank shrunk doubled tripled halved exceeded exceeds topped surpassed passed slipped slid plunged widened narrowed down up from to numbering totaling")

// takeUnit gives q the phrase p as what it counts, and its unit.
func (r *reader) takeUnit(q *quant, p np) {
	q.phrase, q.has, q.bare, q.of = p, true, false, true
	if q.f.Unit == "" {
		q.f.Unit = r.unitOf(p)
		if collective[r.low(p.head)] {
			q.f.Unit = "person"
		}
		if n, ok := r.ofWhat(p); ok {
			q.f.Unit = r.unitOf(n)
		}
	}
}

// ofWhat returns the X of "number of X".
func (r *reader) ofWhat(p np) (np, bool) {
	for j := p.first; j < p.last; j++ {
		if r.low(j) == "of" && j > p.first && numberNouns[r.low(j-1)] {
			k := j + 1
			for determiners[r.low(k)] {
				k++
			}
			return r.nounPhrase(k)
		}
	}
	return np{}, false
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

// earlier returns the figure of the same sentence that bare quant i goes on
// from: the last count, else the last figure of another kind that fits.
func (r *reader) earlier(i int) *quant {
	q := &r.qs[i]
	var other, best *quant
	least := 0.0
	for j := i - 1; j >= 0 && j >= i-8; j-- {
		b := &r.qs[j]
		if b.reason != "" || b.bare || b.f.Unit == "" {
			continue
		}
		switch b.f.Kind {
		case doc.Count:
			if r.low(b.first-1) == "(" && r.low(q.first-1) != "(" && j > 0 || b.times || other != nil && j != i-1 || !counts(q, b.f.Unit) {
				continue
			}
			if s := r.unlike(q, b.n.val, i-j, r.low(b.first-1)); best == nil || s < least {
				best, least = b, s
			}
		case doc.Percent:
			if b.ofNext && r.low(q.first-1) == "of" {
				continue
			}
			if q.n.val.Cmp(num(100)) > 0 && (q.n.shape == grouped || q.n.scale.Cmp(num(1)) > 0) {
				if b.has && b.of && other == nil {
					r.countOf(q, b)
					return nil
				}
				continue
			}
			if other == nil {
				other = b
			}
		case doc.Money, doc.Measure:
			if other == nil {
				other = b
			}
		case doc.Duration, doc.Age:
			prev := r.low(q.first - 1)
			if up := r.low(q.first - 2); prev == "from" && (up == "up" || up == "down") {
				return b
			}
			if other == nil && (prev == r.low(b.first-1) || prev == "and" || prev == "or" || prev == "," || prev == "range") {
				other = b
			}
		case doc.ChangeKind:
			if other == nil && b.f.Unit != "fold" && (b.f.Unit != "percent" || r.low(r.beforeFillers(q.first)) != "to") {
				other = b
			}
		}
	}
	if best != nil {
		return best
	}
	if other != nil && (other.f.Kind == doc.Duration || other.f.Kind == doc.Age) && q.n.val.Cmp(num(1000)) > 0 {
		return nil
	}
	return other
}

// counts reports whether q can count things of that unit.
func counts(q *quant, unit string) bool {
	return unit != "country" || q.n.val.Cmp(num(250)) <= 0
}

// complements are prepositions before a count that is not what a sentence is
// about: "15,000 fighters from 80 countries".
var complements = set("from in across over least than some about among between into at with per")

// unlike says how unlikely it is that bare q goes on from a count of value v,
// so many figures back, behind the word before: numbers of the same things
// are of similar size.
func (r *reader) unlike(q *quant, v decimal.Decimal, back int, before string) float64 {
	s := 0.4 * float64(back)
	a, _ := q.n.val.Float64()
	b, _ := v.Float64()
	if a > 0 && b > 0 {
		s += math.Abs(math.Log10(a / b))
	}
	if complements[before] {
		s += 1.2
		if auxiliary[r.low(q.end)] {
			s++
		}
	}
	return s
}

// countOf lets q count what b is a share of: "60 per cent of the buildings …,
// 20,000 beyond repair".
func (r *reader) countOf(q, b *quant) {
	q.phrase, q.has, q.of, q.bare = b.phrase, true, true, false
	q.f.Unit = r.unitOf(b.phrase)
}

// carryCount resolves "3,400 of which", "half of them".
func (r *reader) carryCount(i int) {
	q := &r.qs[i]
	for j := i - 1; j >= 0 && j >= i-6; j-- {
		b := &r.qs[j]
		if b.reason == "" && (b.f.Kind == doc.Ratio || b.f.Kind == doc.Percent) && b.has && b.of {
			r.what(q, b)
			if q.f.Kind == doc.Count {
				r.countOf(q, b)
			}
			q.bare = false
			return
		}
		if b.reason == "" && b.f.Kind == doc.Count && b.f.Unit != "" && !b.times && counts(q, b.f.Unit) {
			if q.f.Kind == doc.Count {
				q.f.Unit = b.f.Unit
			}
			r.what(q, b)
			q.bare = false
			return
		}
	}
	for j := len(r.past) - 1; j >= 0; j-- {
		if m := &r.past[j]; m.kind == doc.Count && r.sent-m.sent < reach && counts(q, m.unit) {
			if q.f.Kind == doc.Count {
				q.f.Unit = m.unit
			}
			q.f.What, q.f.WhatSpan = m.what, m.span
			q.bare = false
			return
		}
	}
}

// whatOfEarlier gives a comparison what the figure before it counts.
func (r *reader) whatOfEarlier(i int) {
	q := &r.qs[i]
	if _, ok := r.changeIn(q); ok {
		return
	}
	if i > 0 && r.qs[i-1].reason == "" && r.qs[i-1].f.What != "" {
		r.what(q, &r.qs[i-1])
	} else if i == 0 && len(r.past) > 0 && r.past[len(r.past)-1].sent == r.sent-1 {
		m := &r.past[len(r.past)-1]
		q.f.What, q.f.WhatSpan = m.what, m.span
	}
}

// sharesRate gives quant i the rate of the one that it is coordinated with:
// "$3,200 per pupil in 2012 and $4,050 in 2016".
func (r *reader) sharesRate(i int) {
	if i == 0 {
		return
	}
	a, q := &r.qs[i-1], &r.qs[i]
	if a.f.Per == "" || q.f.Per != "" || a.f.Unit != q.f.Unit || a.reason != "" || q.has && !a.has || q.first-a.end > 8 || q.first < a.end {
		return
	}
	for j := a.end; j < q.first; j++ {
		if t := r.ps[j].tag; t.IsVerb() || t == doc.MD || r.low(j) == ";" || r.low(j) == "." || r.low(j) == ":" {
			return
		}
	}
	q.f.Per = a.f.Per
}

// carryRatio gives a share without "of" what the figure before counts.
func (r *reader) carryRatio(i int) { r.carryCount(i) }

// namesWhat writes What and WhatSpan.
func (r *reader) namesWhat(q *quant) {
	f := &q.f
	if f.What != "" {
		return
	}
	p, ok := q.phrase, q.has
	if f.Kind == doc.ChangeKind && !(ok && q.of && f.Unit != "percent") {
		if s, found := r.changed(q); found {
			p, ok = s, true
		}
	}
	if !ok && f.Kind != doc.Count {
		p, ok = r.governs(q)
	}
	if !ok && f.Kind == doc.Measure {
		p, ok = np{q.nlast, q.last, q.last - 1}, q.last > q.nlast
	}
	if !ok {
		return
	}
	for p.first < p.last-1 && (determiners[r.low(p.first)] || r.is(p.first, sign)) {
		p.first++
	}
	for p.last > p.first+1 && r.is(p.last-1, sign) {
		p.last--
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
	if q.verb != "" {
		return r.subjectOf(q.first)
	}
	return r.subject(q.first)
}

// changedObject returns X in "cut X by 5 percent".
func (r *reader) changedObject(q *quant) (np, bool) {
	by := r.beforeFillers(q.first)
	if r.low(by) != "by" {
		return np{}, false
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
			for determiners[r.low(k)] {
				k++
			}
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
	k := p.last + 1
	for determiners[r.low(k)] {
		k++
	}
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
		if p, ok := r.nounLeft(i - 1); ok && !generic[r.low(p.head)] && changeNouns[r.low(p.head)] == "" {
			return p, true
		}
	}
	if q.f.Kind == doc.Duration && (r.low(i) == "for" || r.low(i) == "in") {
		if p, ok := r.activity(i); ok {
			return p, true
		}
	}
	if p, ok := r.leadingOf(q.first); ok && (q.f.Kind == doc.Percent || q.f.Kind == doc.Ratio) {
		return p, true
	}
	if (q.f.Kind == doc.Money || q.f.Kind == doc.Percent) && r.is(i, word) && !r.ps[i].upper && r.nounAt(i) && r.low(i) != "total" {
		if p, ok := r.nounLeft(i); ok && !generic[r.low(p.head)] && !timeNoun(singular(r.low(p.head))) {
			return p, true
		}
	}
	if q.f.Kind == doc.Measure && !levelVerbs[r.low(r.verbBefore(q.first))] {
		return np{}, false
	}
	p, ok := r.subject(q.first)
	if !ok && q.f.Kind == doc.Duration {
		p, ok = r.beyondComma(q.first)
	}
	if ok && changeNouns[r.low(p.head)] != "" {
		return np{}, false
	}
	return p, ok
}

// beyondComma returns the subject that an apposition between commas parts from
// its verb: "the siege, his third, lasted".
func (r *reader) beyondComma(i int) (np, bool) {
	v := r.verbBefore(i)
	if v < 1 || r.low(v-1) != "," {
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
	for determiners[r.low(k)] {
		k++
	}
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
	for j > 0 && j > i-6 && r.is(j-1, word) && !stopWords[r.low(j-1)] && (r.nounAt(j-1) || r.ps[j-1].tag.IsAdjective() || r.ps[j-1].tag == doc.VBN && j > 1) {
		j--
	}
	return np{j, i + 1, i}, true
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

// maxSubject bounds the pieces of a subject.
const maxSubject = 14

// subject returns the subject of the verb before piece i: the words before
// the verb group back to where its clause begins.
func (r *reader) subject(i int) (np, bool) {
	v := r.verbBefore(i)
	if v < 0 {
		return np{}, false
	}
	return r.subjectOf(v)
}

// subjectOf returns the subject of the verb at piece v.
func (r *reader) subjectOf(v int) (np, bool) {
	for v > 0 && (r.ps[v-1].tag.IsVerb() && r.ps[v-1].tag != doc.VBG || r.ps[v-1].tag == doc.MD || r.ps[v-1].tag == doc.RB || auxiliary[r.low(v-1)] || hedgeWord(r.low(v-1))) {
		v--
	}
	j := v
	for j > 0 && j > v-maxSubject && !r.clauseStart(j-1) {
		j--
	}
	p, ok := r.lastPhrase(j, v)
	if !ok || p.last == p.first+1 && generic[r.low(p.first)] {
		return np{}, false
	}
	return p, true
}

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
		return r.nounLeft(v - 1)
	}
	head, ok := r.nounPhrase(start)
	if ok && timeNoun(singular(r.low(head.head))) {
		return np{}, false
	}
	if !ok || head.head >= v {
		return r.nounLeft(v - 1)
	}
	p := np{start, v, head.head}
	for p.last > p.head+1 && (r.is(p.last-1, sign) || r.ps[p.last-1].tag == doc.RB) {
		p.last--
	}
	if !numberNouns[r.low(p.head)] && r.low(head.last) != "of" && r.ps[start].tag != doc.VBG {
		p.last = head.last
	}
	return p, true
}

var auxiliary = set("has have had is are was were be been will would can could may might must should not n't already also since only just now still then 've 's 'd")

// clauseStart reports whether piece i stands before the subject of a clause.
func (r *reader) clauseStart(i int) bool {
	p := &r.ps[i]
	switch {
	case p.form == sign:
		return p.low != "-" && p.low != "'" && p.low != "%" && p.low != "&"
	case p.tag == doc.VBD, p.tag == doc.VBZ, p.tag == doc.VBP, p.tag == doc.MD:
		return p.low != "'s"
	}
	switch p.low {
	case "that", "which", "who", "when", "where", "while", "because", "but", "if", "although", "though", "as", "whereas", "than", "said", "says", "so":
		return true
	}
	return false
}
