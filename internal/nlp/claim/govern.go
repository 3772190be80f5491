package claim

import "analyze/internal/doc"

// sourceOf chooses the attribution that governs figure f of the sentence, nil
// if none does.
func (v *view) sourceOf(f int) *attribution {
	var best *attribution
	cost := 30
	for i := range v.said {
		a := &v.said[i]
		if !a.who.known() {
			continue
		}
		c := v.distance(a, f)
		if c < cost || c == cost && best != nil && best.reach == ahead && a.reach == ahead && a.verb > best.verb && a.last <= v.first[f] {
			best, cost = a, c
		}
	}
	if b := v.outer(best, f); b != nil {
		return b
	}
	return best
}

// outer gives who reports what somebody unnamed counted: "Health workers have
// recorded 40 cases, the ministry said"; nil if nobody does.
func (v *view) outer(a *attribution, f int) *attribution {
	if a == nil || !a.who.anon && !v.early(a) || v.has(a.verb, says) || !v.has(a.verb, counts) || v.is(a.verb, "spoke", "speak", "talked", "talk", "described") {
		return nil
	}
	for i := range v.said {
		b := &v.said[i]
		if b == a || !b.who.known() || b.who.pronoun || !v.has(b.verb, says) && !v.is(b.verb, "according") {
			continue
		}
		switch {
		case b.first >= v.last[f] && b.reach != ahead && v.oneStatement(v.last[f], b.first):
			return b
		case b.last <= a.first && b.reach == ahead && v.clauseFree(b.last, a.first):
			return b
		}
	}
	return nil
}

// early reports whether a only passes on what nobody in particular reports: "initial
// reports pointed to 40".
func (v *view) early(a *attribution) bool {
	return a.who.referent < 0 && a.who.last-a.who.first == 2 && a.who.last <= len(v.w) && v.has(a.who.last-1, document) &&
		v.is(a.who.first, "initial", "early", "preliminary", "first", "unconfirmed", "latest", "media", "press", "local")
}

// oneStatement reports whether words lo to hi hold nothing that begins another
// statement.
func (v *view) oneStatement(lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if v.is(k, ";") || v.has(k, partsOff) || v.isQuote(k) {
			return false
		}
	}
	return true
}

// clauseFree reports whether no sign and no figure stands among words lo to hi.
func (v *view) clauseFree(lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if v.ends(k) || v.figureAt(k) {
			return false
		}
	}
	return true
}

// never is a cost at which an attribution, a place or a time holds for no figure.
const never = 100

// distance is how far a is from governing figure f: below 30 it may. Each
// statement between them adds to it, and so does the wrong side.
func (v *view) distance(a *attribution, f int) int {
	p, end := v.first[f], v.last[f]
	if v.barred(a, p, end) {
		return never
	}
	if v.closesQuoteOf(a, p) {
		return -5
	}
	inside := a.first <= p && end <= a.last
	var c, lo, hi int
	if p >= a.verb && !inside || inside && p > a.verb {
		lo, hi = a.last, p
		c = v.forwards(a, lo, hi)
	} else {
		lo, hi = end, a.first
		c = v.backwards(a, f, inside)
	}
	if c >= never {
		return never
	}
	if a.weak {
		c += 10
	}
	n := v.parting(lo, hi, a.reach)
	if a.own {
		n *= 3
	}
	return c + n + 20*v.saidWithin(a, lo, hi)
}

// barred reports whether a holds in no case for the figure over words p to end, wherever
// else it looks.
func (v *view) barred(a *attribution, p, end int) bool {
	switch verb := &v.w[a.verb]; {
	case a.who.first <= p && end <= a.who.last && a.who.last <= len(v.w) && a.verb >= a.who.first && p < a.verb && a.who.referent < 0:
		return true // what a survey asked is no finding of it
	case verb.depth > 0 && v.low(a.verb) != "(" && v.outside(a.verb, p), v.ofSpeaker(a, p):
		return true
	default:
		return verb.quoted && v.w[min(a.first, len(v.w)-1)].quoted && !v.w[p].quoted
	}
}

// forwards weighs the side where a figure at word hi stands behind a, which ends at lo.
func (v *view) forwards(a *attribution, lo, hi int) int {
	if v.ownVerb(lo, hi) {
		return never
	}
	switch a.reach {
	case ahead:
		if v.selfBehind(lo, hi) || v.behindClause(a, lo, hi) {
			return never
		}
		if v.fresh(lo, hi) {
			return 20
		}
	case back:
		if v.spokenOf(a, hi) {
			return 18
		}
		return 30
	case nearest:
		return never
	case onward:
		if hi > lo+2 {
			return never
		}
	case bothWays:
		return 2
	}
	return 0
}

// backwards weighs the side where figure f stands before a, or inside it before its verb.
func (v *view) backwards(a *attribution, f int, inside bool) int {
	end := v.last[f]
	if v.ofWhich(end, a.first) && v.anyFigure(a.last, min(a.last+4, len(v.w))) {
		return never
	}
	switch a.reach {
	case ahead:
		if !inside && !v.frontedBy(a, f) {
			return never
		}
		return 4
	case onward:
		return never
	case bothWays:
		if v.newStatement(a.first, end) || a.own && !v.oneStatement(end, a.first) {
			return never
		}
		return 2
	case nearest:
		if f+1 < len(v.first) && v.first[f+1] < a.first || a.first-end > 8 {
			return never
		}
		return -1
	}
	return 0
}

// saidWithin counts the other attributions among words lo to hi.
func (v *view) saidWithin(a *attribution, lo, hi int) int {
	n := 0
	for i := range v.said {
		if b := &v.said[i]; b != a && b.who.known() && b.first >= lo && b.last <= hi {
			n++
		}
	}
	return n
}

// closesQuoteOf reports whether a is told right behind the end of the quotation that word p
// stands in: “We burn 40 litres,” its clerk told us.
func (v *view) closesQuoteOf(a *attribution, p int) bool {
	if !v.w[p].quoted || a.first <= p || a.reach == ahead || v.w[a.first].quoted {
		return false
	}
	for k := p; k < a.first; k++ {
		if !v.w[k].quoted && !v.isQuote(k) && !v.isComma(k) && v.tag(k) != doc.PRPS && v.tag(k) != doc.DT {
			return false
		}
	}
	for i := range v.said {
		if b := &v.said[i]; b.who.known() && v.w[b.verb].quoted && b.verb < p && b.reach == ahead {
			return false // who speaks is quoted with another's word
		}
	}
	return true
}

// outside reports whether word p stands out of reach of the brackets round word k: an
// attribution in brackets holds for what they hold, else for what stands before them.
func (v *view) outside(k, p int) bool {
	lo, hi := k, k
	for lo > 0 && v.low(lo) != "(" {
		lo--
	}
	for hi < len(v.w)-1 && v.tag(hi) != doc.RParen {
		hi++
	}
	if lo <= p && p <= hi {
		return false
	}
	return p > hi || v.w[p].depth > 0 || v.anyFigure(lo, hi)
}

// ofSpeaker reports whether word p stands in what is only said of the speaker by the
// way: "the trust, which has 40 beds, said", "said Anna Holt, who is 58".
func (v *view) ofSpeaker(a *attribution, p int) bool {
	if a.who.last <= a.verb && a.who.last > a.who.first && a.first <= p && p < a.verb {
		return v.has(a.verb, says|counts) || v.is(a.verb, "opinion", "view", "belief")
	}
	if v.is(a.verb, "according") && v.isComma(a.who.last) && v.is(a.who.last+1, "who", "whose") {
		return p > a.who.last && p < v.asideEnd(a.who.last+1)
	}
	if a.who.first <= a.verb || p < a.who.last || !v.has(a.verb, says|counts) || v.has(a.verb, document) && !v.tag(a.verb).IsVerb() {
		return false
	}
	k := a.who.last
	for k < a.last && k < p && !v.isComma(k) {
		k++
	}
	if v.isComma(k) && v.figureAt(k+1) && v.isComma(v.figureEnd(k+1)) && v.figureEnd(k+1) <= p {
		k = v.figureEnd(k + 1) // his age
	}
	return k < p && v.isComma(k) && v.describes(k+1) && p < v.asideEnd(k+1)
}

// describes reports whether what begins at word k behind the name of a speaker says
// who that is.
func (v *view) describes(k int) bool {
	if v.is(k, "who", "whose", "which") || v.tag(k) == doc.VBG && !v.has(k, says|counts) || v.is(k, "one") && v.is(k+1, "of") {
		return true
	}
	if v.tag(k) == doc.DT && v.is(k, "a", "an", "the") {
		k++
		for v.figureAt(k) && !v.ends(k) {
			k++
		}
		p := v.phraseAfter(k)
		return v.isSomebody(phrase{k - 1, p.last}) || v.speaks(p)
	}
	return false
}

// asideEnd is the word after what is said by the way from word k on: up to a comma
// or dash behind which the description does not go on.
func (v *view) asideEnd(k int) int {
	for ; k < len(v.w); k++ {
		switch {
		case v.isQuote(k), v.isDash(k), v.is(k, ";"):
			return k
		case v.isComma(k) && !(v.is(k+1, "and", "but", "who", "whose") && (v.finite(k+2) || v.is(k+1, "who", "whose"))):
			return k
		}
	}
	return k
}

// ofWhich reports whether among words lo to hi a clause begins that tells of a part:
// "nine boats, of which, the crews say, four float".
func (v *view) ofWhich(lo, hi int) bool {
	for k := lo; k+1 < hi; k++ {
		if v.is(k, "of") && v.is(k+1, "which", "whom") {
			return true
		}
	}
	return false
}

// newStatement reports whether an attribution that begins at word i opens the
// statement behind a semicolon: it says nothing of what stands before end or later
// up to it.
func (v *view) newStatement(i, end int) bool {
	i = v.withArticles(i)
	return v.is(i-1, ";") && i > end
}

// selfBehind reports whether behind a semicolon among words lo to hi the author
// speaks of himself: "the union wants 300; we asked for 90".
func (v *view) selfBehind(lo, hi int) bool {
	for k := lo; k+1 < hi; k++ {
		if v.is(k, ";") && v.is(k+1, "we", "i", "our", "my") && !v.w[k+1].quoted {
			return true
		}
		if v.is(k, "but") && v.isComma(k-1) && v.is(k+1, "we", "i") && k+2 < hi && !v.w[k+1].quoted {
			return true
		}
	}
	return false
}

// fresh reports whether behind a semicolon among words lo to hi another statement
// begins with subject and verb where what precedes it is none: "counted 40 dead;
// trains run every two hours".
func (v *view) fresh(lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if v.finite(k) || v.is(k-1, "that") {
			return false
		}
		if v.is(k, ";") {
			return v.list.lead == 0 && v.clauseAt(k+1) && !v.is(k+1, "it", "they", "he", "she") && !v.itWas(k+1)
		}
	}
	return false
}

// ownVerb reports whether among words lo to hi the author, who is the subject of the sentence,
// goes on with a finding of his own: "I prefer the evidence of the nurse and find that".
func (v *view) ownVerb(lo, hi int) bool {
	if !v.is(0, "i", "we") || v.w[0].quoted {
		return false
	}
	for k := max(lo, 1); k < hi; k++ {
		if v.is(k-1, "and", "but", "so") && v.is(k, "find", "found", "hold", "held", "conclude", "concluded", "assess", "assessed", "award", "fix", "estimate", "put", "reckon", "count", "counted", "saw") {
			return true
		}
	}
	return false
}

// behindClause reports whether a only opens the sentence as what something followed, and the
// main clause begins among words lo to hi: "When the museum asked for help, 40 came".
func (v *view) behindClause(a *attribution, lo, hi int) bool {
	if a.first > 4 || !v.is(0, "when", "after", "before", "once", "until", "if") || !v.subordinate(a.first) || v.is(a.last-1, "that") {
		return false
	}
	for k := lo; k < hi; k++ {
		if v.isComma(k) && v.clauseAt(k+1) {
			return true
		}
	}
	return false
}

// itWas reports whether the statement at word k tells the same figure of another time: "a year
// ago it was".
func (v *view) itWas(k int) bool {
	for i := k; i < len(v.w) && i < k+8; i++ {
		if v.is(i, "it", "that", "this") && v.is(i+1, "was", "had", "is", "stood") {
			return true
		}
	}
	return false
}

// spokenOf reports whether a quotation that a attributes goes on at word p.
func (v *view) spokenOf(a *attribution, p int) bool {
	return v.w[p].quoted && a.first > 0 && (v.isQuote(a.first-1) || a.first > 1 && v.isQuote(a.first-2))
}

// frontedBy reports whether figure f stands in a phrase that precedes the
// subject of a: "Of the 945 men, the army said, …".
func (v *view) frontedBy(a *attribution, f int) bool {
	if a.first == 0 || !v.isComma(a.first-1) || a.own || a.gap || v.is(0, "after", "before", "following", "within", "during", "despite") {
		return false
	}
	for k := v.last[f]; k < a.first; k++ {
		if v.tag(k).IsVerb() && v.tag(k) != doc.VBN && v.tag(k) != doc.VBG && v.w[k].mention < 0 {
			return false
		}
	}
	return true
}

// parting weighs what parts statements between words lo and hi.
func (v *view) parting(lo, hi int, r reach) int {
	c := 0
	if v.acrossList(lo, hi) {
		return 0
	}
	for k := max(lo, 0); k < hi && k < len(v.w); k++ {
		switch {
		case v.is(k, ";") && v.sameSubject(k+1):
		case v.is(k, ";"):
			c += 14
			if r == back {
				c += 10
			}
		case v.has(k, partsOff) && k > 0 && (v.isComma(k-1) || v.is(k, "while", "whereas")):
			c += 12
		case v.isComma(k) && v.is(k+1, "and", "but") && v.clauseAt(k+2):
			c += 8
		}
	}
	return c
}

// sameSubject reports whether behind the sign before word i the statement goes on
// with another verb of its subject: "hit 40 trucks; damaged 12 bridges".
func (v *view) sameSubject(i int) bool {
	if v.is(i, "and", "or") {
		i++
	}
	return (v.tag(i) == doc.VBD || v.tag(i) == doc.VBN) && v.w[i].mention < 0 && !v.has(i, auxiliary)
}

// acrossList reports whether of words lo to hi the one end stands in a list and
// the other before or behind all of it, where it holds for every item.
func (v *view) acrossList(lo, hi int) bool {
	return v.list.lead > 0 && (lo <= v.list.lead && hi > v.list.lead || hi >= v.list.end && lo < v.list.end && lo > v.list.lead)
}

// clauseAt reports whether a statement with subject and verb of its own begins
// at word i.
func (v *view) clauseAt(i int) bool {
	noun := false
	for k := i; k < len(v.w) && k < i+10; k++ {
		switch {
		case v.isNoun(k) || v.tag(k) == doc.PRP:
			noun = true
		case v.tag(k) == doc.VBD || v.tag(k) == doc.VBZ || v.tag(k) == doc.VBP || v.tag(k) == doc.MD:
			return noun
		case v.ends(k):
			return false
		}
	}
	return false
}
