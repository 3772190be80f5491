package claim

import "analyze/internal/doc"

// byDocument reads a document with its maker where no verb reports: "in a
// report by X", "X's own estimate was 27,000", "by the operator's reckoning".
func (v *view) byDocument(i int, m *memory) (attribution, bool) {
	p := v.nounBefore(i + 1)
	r := v.phraseAfter(i)
	p.last = max(p.last, r.last)
	if v.compounded(i) || v.towards(p.first) || v.handled(p.first, i) {
		return attribution{}, false
	}
	who, owned := v.owner(p, i, m)
	if !owned {
		if who = v.tallied(p, i); !who.known() {
			return attribution{}, false
		}
	}
	if (v.finite(i+1) || v.tag(i+1) == doc.VBN) && !v.has(i+1, auxiliary|says|counts) && who.last > who.first && who.last <= len(v.w) && v.isPlace(who.last-1) {
		return attribution{}, false // "the town's numbers rose by 40"
	}
	if v.reportsSoon(p.last) && !(v.isComma(p.last) && v.is(p.first-1, "by")) {
		return attribution{}, false
	}
	set := v.setAgainstIt(p.first)
	if set && !v.figureSoonAfter(i) {
		return attribution{}, false // "beat the bank's forecast"
	}
	a := attribution{first: p.first, last: p.last, reach: bothWays, who: who, verb: i, estimate: v.has(i, estimating)}
	if p.first > 0 && v.is(p.first-1, "by", "on", "in", "from", "per") {
		a.first--
		for v.is(a.first-1, "going", "judging", "judge") || v.is(a.first-1, "to") && v.is(a.first, "judge") {
			a.first--
		}
		if (v.ends(p.last) || !owned) && a.first > 0 && !v.isComma(a.first-1) {
			a.reach = nearest
		}
	}
	a.own = a.first < p.first
	if a.own && a.first > 1 && v.isComma(a.first-1) && v.isComma(p.last) && v.figureNext(p.last+1) {
		a.reach = ahead // "Denmark, by its own count, more than 40"
	}
	switch {
	case set || v.has(p.last, auxiliary) || v.is(p.last, "in", "ended"):
		a.reach = ahead
	case v.isComma(p.last) && v.figureAt(p.last+1) && v.tag(p.last-1) == doc.POS:
		a.reach = onward
	case v.low(p.last) == "(" && v.figureAt(p.last+1) && v.is(p.first-1, "than", "the") || v.whichIs(p.last) && v.figureNextBut(p.last+3):
		a.reach = ahead
	}
	return a, true
}

// tallied reads whose count "by official count", "by the Uzbek tally" is, which ends at word k:
// it is told by an adjective only.
func (v *view) tallied(p phrase, k int) speaker {
	if !v.is(p.first-1, "by", "on") || !tallyWords[v.low(k)] || k == p.first {
		return speaker{}
	}
	if men := v.mention(k - 1); men != nil && men.Form == doc.Adjective || v.is(k-1, "official", "unofficial", "independent", "government", "police") {
		return v.described(phrase{p.first, k + 1})
	}
	return speaker{}
}

// tallyWords are counts that are told by an adjective whose they are.
var tallyWords = wordSet("figure number toll count counts tally estimate estimates figures numbers statistics data reckoning records census")

// compounded reports whether the document at word i only begins the name of something else:
// "a data centre".
func (v *view) compounded(i int) bool {
	return v.w[i].mention < 0 && (v.tag(i+1) == doc.NN || v.tag(i+1) == doc.NNS) && v.w[i+1].figure < 0 && !v.has(i+1, document|says|counts|estimating) || v.is(i, "index", "indices")
}

// towards reports whether the preposition before word i makes a document something that is
// worked on, paid or sought.
func (v *view) towards(i int) bool {
	return v.is(i-1, "toward", "towards", "for", "into", "behind", "through", "during", "without")
}

// handled reports whether the document at word k, which begins at word i, is only the object of
// a verb that makes no figure known: "could not match its records with those of the bank".
func (v *view) handled(i, k int) bool {
	t := v.tag(i - 1)
	if t != doc.VB && t != doc.VBD && t != doc.VBP && t != doc.VBZ && t != doc.VBG || v.w[i-1].mention >= 0 {
		return false
	}
	return !v.has(i-1, says|counts|auxiliary|compares|moves) && !issues[v.low(i-1)] && !revises[v.low(i-1)] && !v.figureWithin(k+1, 5) && !v.isComma(k+1)
}

// setAgainstIt reports whether what begins at word i is what another figure is measured by:
// "short of the bank's forecast of 40".
func (v *view) setAgainstIt(i int) bool {
	return v.is(i-1, "than", "above", "below", "over", "against", "versus", "beat", "beats", "beating", "topped", "topping", "exceeded", "exceeding", "exceeds", "missed", "missing", "undershot", "overshot") ||
		v.is(i-1, "of") && v.is(i-2, "short", "ahead", "shy") || v.is(i-1, "with", "to") && v.is(i-2, "compared", "relative")
}

// figureSoonAfter reports whether a figure stands among the words behind word i, before
// anything ends.
func (v *view) figureSoonAfter(i int) bool {
	for k := i + 1; k < len(v.w) && k < i+12; k++ {
		if v.figureAt(k) {
			return true
		}
		if v.finite(k) || v.is(k, ";") || v.ends(k) && !v.isComma(k) && v.low(k) != "(" {
			return false
		}
	}
	return false
}

// figureNextBut is figureNext across adverbs.
func (v *view) figureNextBut(k int) bool {
	for v.tag(k) == doc.RB || v.tag(k) == doc.RBR {
		k++
	}
	return v.figureNext(k)
}

// figureNext reports whether a figure begins at word k, a verb and its auxiliaries
// aside.
func (v *view) figureNext(k int) bool {
	for n := 0; n < 3 && k < len(v.w); n++ {
		if v.figureAt(k) {
			return true
		}
		if !v.tag(k).IsVerb() && !v.has(k, auxiliary) {
			return false
		}
		k++
	}
	return v.figureAt(k)
}

// reportsSoon reports whether a reporting verb follows the subject that ends at
// word i.
func (v *view) reportsSoon(i int) bool {
	for k := i; k < len(v.w) && k < i+8; k++ {
		if v.has(k, says|counts) && v.mayReport(k) {
			return true
		}
		if v.tag(k) != doc.RB && !v.has(k, auxiliary) && v.timeAt[k] < 0 && !v.isComma(k) && !v.is(k, "in", "on") {
			return false
		}
	}
	return false
}

// ownFigure reads "the agency's figure is 40".
func (v *view) ownFigure(i int) bool {
	if v.is(i-1, "their", "its") && v.whichIs(i+1) {
		return true
	}
	if v.tag(i-1) == doc.POS && v.isComma(i+1) && v.is(i+2, "which") && v.closesBefore(i+3) {
		return true
	}
	if v.is(i+1, "of") {
		if p := v.phraseAfter(i + 2); p.last-p.first > 1 && v.tag(p.last-1) == doc.POS && (v.figureAt(p.last) || v.isComma(p.last) && v.figureAt(p.last+1)) {
			return true // "a figure of UNICEF's, 40"
		}
	}
	k := i
	for v.tag(k - 1).IsAdjective() {
		k-- // "the union's latest number"
	}
	if v.tag(k-1) != doc.POS || !v.has(i+1, auxiliary) && !v.is(i+1, "stands", "stood", "of", "for") && !(v.low(i+1) == "(" && v.figureAt(i+2)) && !v.whichIs(i+1) {
		return false
	}
	men := v.mention(k - 2)
	return v.has(k-2, human|body) || men != nil && (men.Type == doc.Org || men.Type == doc.Person)
}

// whichIs reports whether ", which is" stands at word k.
func (v *view) whichIs(k int) bool {
	return v.isComma(k) && v.is(k+1, "which") && v.has(k+2, auxiliary)
}

// closesBefore reports whether the relative clause that word k is in ends with a comma
// and "is" follows.
func (v *view) closesBefore(k int) bool {
	for n := 0; n < 14 && k < len(v.w) && !v.figureAt(k); n++ {
		if v.isComma(k) {
			return v.is(k+1, "is", "was", "puts", "comes", "stands")
		}
		k++
	}
	return false
}

// revised reads "revised its figure to 40", "raised their toll".
func (v *view) revised(i int) bool {
	return v.is(i, "figure", "toll", "number") && v.is(i-1, "its", "their", "his", "her") &&
		revises[v.low(i-2)]
}

// movesOwn reads "kept its own at 40", "cut its forecast to 3".
func (v *view) movesOwn(i int) bool {
	if revises[v.low(i)] && v.is(i+1, "the", "an") && v.before(i+2, i+12, "to", "at") &&
		(v.before(i+2, i+5, "toll", "estimate", "forecast", "figure", "count", "tally", "projection") || v.is(i+2, "number") && v.is(0, "in") && v.has(v.pastArticle(1), document)) {
		return true
	}
	return revises[v.low(i)] && v.is(i+1, "its", "their", "his", "her") && v.before(i+2, i+6, "own", "forecast", "estimate", "projection", "outlook", "figure", "toll", "number", "target") &&
		v.before(i+3, i+9, "at", "to", "from", "by")
}

// revises are verbs for what somebody does to a figure of his own.
var revises = wordSet("revised raised lowered cut updated corrected increased reduced put doubled halved kept left raises lowers cuts keeps leaves revises trimmed lifted upgraded downgraded")

// whose reads "the first, 40, is the government's": who has the figure before it.
func (v *view) whose(i int, m *memory) (attribution, bool) {
	p := v.phraseBefore(i)
	if p.empty() || !v.is(p.first-1, "is", "was", "are", "were") || !v.mayOwn(p) || !v.speaks(p) {
		return attribution{}, false
	}
	who := v.speakerIn(p, m)
	return attribution{first: p.first, last: i + 1, reach: back, who: who, verb: i}, who.known()
}
