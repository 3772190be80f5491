package claim

import "analyze/internal/doc"

// mayReport reports whether word i is a verb that reports.
func (v *view) mayReport(i int) bool {
	if v.w[i].mention >= 0 || v.w[i].figure >= 0 || !v.mayGovern(i) {
		return false
	}
	switch t := v.tag(i); {
	case t.IsVerb():
		return t != doc.VB || v.tag(i-1) != doc.TO || v.is(i-2, "spoke", "talked", "spoken")
	case t == doc.NNS:
		return v.reportsThat(i) || v.reportsAsNoun(i) || v.reportsInS(i)
	case t == doc.NN, t == doc.JJ:
		return v.reportsThat(i) || v.reportsAsNoun(i)
	}
	return false
}

// reportsThat reports whether word i, a noun to the tagger, is a verb by the "that" behind
// it: it takes "estimates that" for a noun now and then.
func (v *view) reportsThat(i int) bool {
	if v.is(i+1, "me", "us", "him", "them") && v.is(i+2, "that") && v.has(i, says) {
		return true
	}
	if !v.is(v.pastBrackets(i+1), "that") {
		return false
	}
	plural := v.tag(i) == doc.NNS && v.isComma(i-1)
	switch {
	case v.tag(i-1) == doc.RParen, plural && v.has(i, says) && !v.has(i, document):
		return true // "Holt and Lund (2012) estimate that", "Plan, a charity, reckons that"
	case v.is(i, "report", "estimate", "claim") && v.startsWithNames(i):
		return true // "Oxfam and Plan report that"
	case plural && v.before(max(0, i-16), i-1, "which", "who", "whose"):
		return true // "the council, which speaks for them, estimates that"
	}
	return i > 0 && (v.isNoun(i-1) || v.has(i-1, body|human)) && !v.is(i, "report", "claim", "study", "estimate")
}

// reportsAsNoun reports whether word i, a noun to the tagger, is a verb by what stands
// beside it.
func (v *view) reportsAsNoun(i int) bool {
	named := i > 0 && v.w[i-1].mention >= 0
	switch {
	case v.tag(i) == doc.NN && v.is(i, "show", "report", "estimate", "record", "count", "list") && v.onlyVerb(i):
		return true // "tables for 2007 show 40"
	case v.is(i, "point") && v.is(i+1, "out"):
		return true
	case v.is(i, "knows", "says", "said"), v.is(i, "tells") && v.tag(i+1) == doc.PRP, v.is(i-1, "al.", "al") && v.is(i-2, "et"):
		return true
	case v.is(i, "spoke", "speaks", "speak", "talks", "talk") && v.before(i+1, i+6, "of") && (v.isNoun(i-1) || v.isComma(i-1)), v.is(i, "boast", "boasts") && v.is(i+1, "of") && v.isNoun(i-1):
		return true
	case v.is(i, "claims", "claim") && v.is(i+1, "to") && v.tag(i+2) == doc.VB && i > 0 && v.isNoun(i-1):
		return true
	case named && (v.is(i, "puts") || v.is(i, "estimates", "reports", "claims", "notes", "counts", "warns") && v.figureAt(i+1)):
		return true
	}
	if i < 2 || !v.figureBefore(i) || v.figureAt(i) {
		return false
	}
	if v.tag(i+1) == doc.Period && v.isNoun(i-1) {
		return v.setOff(i)
	}
	if v.isComma(i+1) && !v.has(i, document) && (v.isNoun(i-1) || v.timeAt[i-1] >= 0) {
		p, _ := v.subject(i)
		if far, _ := v.farSubject(i, p); !far.empty() {
			p = far
		}
		for k := i - 1; p.empty() && k > 1 && k > i-6; k-- {
			if v.isComma(k) { // "40 died, the census of 2011 found, and"
				p = v.phraseAfter(k + 1)
			}
		}
		return !p.empty() && v.isComma(v.withArticles(p.first)-1) && v.speaks(p)
	}
	return false
}

// reportsInS reports whether word i, a noun of several to the tagger, is a verb with "s".
func (v *view) reportsInS(i int) bool {
	if v.is(i-1, "which", "who") || words.frames[v.low(i)] != nil && (v.isNoun(i-1) || v.isComma(i-1)) || v.onlyVerb(i) {
		return true
	}
	if !v.has(i, says) {
		return false
	}
	if v.isComma(i+1) && v.setOff(i) && v.figureAt(i+2) {
		p := v.phraseBefore(i)
		return v.tag(p.first) == doc.DT && v.speaks(p) // "and, the branch reports, 40 more"
	}
	named, somebody, paper := i > 0 && v.w[i-1].mention >= 0, v.has(i-1, body|human), v.has(i, document)
	switch {
	case i > 2 && (named || somebody) && (v.hangsOnFigure(i) || v.is(i+1, "at") && v.figureSoon(i+2)):
		return true // "the 60 that the bank projects"
	case v.figureAt(i+1) && v.isComma(i-1) && !paper:
		return true // "Anna Holt, a nurse, remembers 40 …"
	}
	// "the union fears for 40 posts"
	return !paper && somebody && !named && (v.figureAt(i+1) || v.is(i+1, "for") && v.figureAt(i+2))
}

// onlyVerb reports whether word i, which the tagger took for a plural, is the verb of its
// clause: a speaker stands before it, something that may be said behind it, and no other verb
// round it. "The port authority reports 40 of them."
func (v *view) onlyVerb(i int) bool {
	t := v.tag(i + 1)
	if i == 0 || !v.figureAt(i+1) && t != doc.DT && !t.IsNoun() && !t.IsAdjective() && t != doc.PRPS && t != doc.VBG && !(v.is(i+1, "with", "on", "for", "to") && v.figureWithin(i+2, 6)) {
		return false
	}
	p, _ := v.subject(i)
	if far, _ := v.farSubject(i, p); !far.empty() {
		p = far
	}
	if p.empty() || p.first == 0 && v.headPart(p).last == i && v.tag(0) != doc.DT && v.w[0].mention < 0 && !v.is(i+1, "to") && v.tag(i+1) != doc.VBG || !v.speaks(p) || !v.beginsStatement(p.first) && v.tag(p.first-1) != doc.Comma {
		return false
	}
	for k := v.clauseStart(i); k < len(v.w) && !v.is(k, ";") && !(k > i && v.ends(k)); k++ {
		if k != i && v.finite(k) && !(k < i && v.clause[k] > 0) && !(k < i && k >= p.last) {
			return false
		}
	}
	return true
}

// hangsOnFigure reports whether the subject before the verb at word i follows "that"
// behind a figure.
func (v *view) hangsOnFigure(i int) bool {
	p := v.phraseBefore(i)
	return !p.empty() && p.first > 1 && v.is(p.first-1, "that") && v.figureAt(p.first-2)
}

// startsWithNames reports whether the words before word i that begin a statement are
// names of bodies, and no article makes a noun of it: "Oxfam and Plan report".
func (v *view) startsWithNames(i int) bool {
	k := i
	for k > 0 && (v.actorAt(k-1) || v.is(k-1, "and", "&") && k > 1) {
		k--
	}
	if k > 0 && v.tag(k-1) == doc.DT && v.before(k, i, "and") {
		k-- // "the Red Cross and Plan report"
	}
	return k < i && v.beginsStatement(k) && (k == 0 || v.tag(k-1) != doc.DT)
}

// setOff reports whether a comma parts the noun phrase before word i from what
// precedes it.
func (v *view) setOff(i int) bool {
	p := v.phraseBefore(i)
	return !p.empty() && p.first > 0 && v.isComma(p.first-1)
}

// mayGovern refuses verbs that report only with certain objects where those are
// missing: "gave the police two weeks", "all told", "put forth", "spoke with".
func (v *view) mayGovern(i int) bool {
	switch v.low(i) {
	case "give", "gives", "gave", "given", "giving":
		return v.givesFigure(i)
	case "put", "puts", "putting":
		return v.is(i+1, "it") || !v.putThere(i) && v.before(i+1, min(i+16, len(v.w)), "at", "between", "as", "nearer", "closer", "above", "below") || v.figureAt(i+1) && !v.is(v.figureEnd(i+1), "in", "into", "on", "towards", "toward", "through", "aside", "up")
	case "arrive", "arrives", "arrived":
		return v.is(i+1, "at") && v.before(i+2, i+9, "figure", "number", "total", "estimate", "loss") || v.is(i+1, "at") && v.figureSoon(i+2)
	case "come", "comes", "came":
		return v.is(i+1, "to") && v.bareFigure(i+2)
	case "reach", "reaches", "reached", "make", "makes", "made":
		return v.bareFigure(i+1) || v.is(i, "make", "makes", "made") && v.is(i+1, "it", "them", "that") && v.figureAt(i+2)
	case "speak", "speaks", "spoke", "spoken", "speaking", "talk", "talks", "talked", "talking":
		return v.before(i+1, i+8, "of", "about") && (!v.is(i+1, "with", "to", "at", "on") || i+2 < len(v.w) && v.timeAt[i+2] >= 0)
	case "see", "sees":
		return v.foresees(i)
	case "recall", "recalls", "recalled":
		return !v.figureAt(i+1) || i == 0 || !v.orgAt(i-1) && !v.has(i-1, body) // jars, not memories
	case "hold", "holds", "held":
		return v.before(i+1, i+3, "that")
	case "know", "knows", "knew", "known":
		return v.is(i+1, "of") && v.before(i+2, i+6, "only", "just") || v.is(i+1, "of") && v.figureSoon(i+2)
	case "admit", "admits", "admitted":
		return !v.figureAt(i+1) || v.bareFigure(i+1) || !v.peopleAt(i+1) // patients
	case "claim", "claims", "claimed", "claiming":
		return !v.before(i+1, i+4, "life", "lives", "victims")
	case "deny", "denies", "denied":
		return !v.figureAt(i+1) || !v.before(i+2, i+6, "counts", "charges", "offences", "offenses")
	case "expect", "expects", "expected":
		return !v.is(i-2, "than", "as") && !v.is(i-1, "than", "as")
	case "blame", "blames", "blamed":
		return v.figureAt(i + 1)
	case "use", "uses", "used", "using", "offer", "offers", "offered":
		k := v.pastQuote(i + 1)
		return v.figureAt(k) && v.ends(v.figureEnd(k)) && (v.bareFigure(k) || v.sumAt(k)) && !v.is(i, "using")
	case "count", "counts", "counted", "counting":
		return !v.is(i+1, "on", "for", "as", "towards", "toward")
	case "cover", "covers", "covered":
		k := i - 1
		for v.has(k, auxiliary) {
			k--
		}
		return v.has(k, document) && v.figureAt(i+1)
	case "told":
		return !v.is(i-1, "all")
	case "add", "adds", "added", "adding":
		return !v.is(i+1, "to")
	}
	if need := words.frames[v.low(i)]; need != nil {
		return v.framed(i, need)
	}
	return true
}

// maxFrame bounds how far behind a verb stands what it needs to report, in words.
const maxFrame = 9

// framed reports whether one of the words that the verb at word i needs follows it: behind a
// preposition, or by itself where "fig" is asked for, a figure.
func (v *view) framed(i int, need map[string]bool) bool {
	if need["fig"] {
		for k := i + 1; k < len(v.w) && k <= i+maxFrame && !v.figureAt(k); k++ {
			if v.is(k, "for", "in", "to", "over", "during", "since", "until", "from", "by", "with") {
				return false
			}
		}
		return v.figureWithin(i+1, maxFrame)
	}
	for k := i + 1; k < len(v.w) && k <= i+maxFrame && !v.ends(k) && !v.figureAt(k); k++ {
		if need[v.low(k)] {
			return v.is(k, "out", "that", "attention") || v.figureWithin(k+1, maxFrame)
		}
	}
	return false
}

// figureWithin reports whether a figure stands among the n words from word k on, before
// anything ends and another verb begins.
func (v *view) figureWithin(k, n int) bool {
	for end := k + n; k < len(v.w) && k < end && !v.ends(k); k++ {
		if v.figureAt(k) {
			return true
		}
		if v.tag(k).IsVerb() && v.w[k].mention < 0 && v.tag(k) != doc.VBN && v.tag(k) != doc.VBG {
			return false
		}
	}
	return false
}

// putThere reports whether things are put somewhere: "put stoves at 45 of its camps".
func (v *view) putThere(i int) bool {
	for k := i + 1; k < len(v.w) && k < i+16 && !v.ends(k); k++ {
		if v.is(k, "at", "in", "on") && v.figureAt(k+1) {
			e := v.figureEnd(k + 1)
			return v.is(e, "of") && v.is(e+1, "its", "their", "his", "her")
		}
	}
	return false
}

// pastQuote is the word at k or behind the quotation mark there.
func (v *view) pastQuote(k int) int {
	if v.isQuote(k) {
		return k + 1
	}
	return k
}

// sumAt reports whether the figure at word k is money or a share.
func (v *view) sumAt(k int) bool {
	if k >= len(v.w) {
		return false
	}
	f := v.figureIndex(v.w[k].figure)
	return f >= 0 && (v.d.Figures[v.figures[f]].Kind == doc.Money || v.shares(f))
}

// peopleAt reports whether the figure at word k counts people.
func (v *view) peopleAt(k int) bool {
	f := v.figureIndex(v.w[k].figure)
	return f >= 0 && v.d.Figures[v.figures[f]].Unit == "person"
}

// figureEnd is the word after the figure at word k.
func (v *view) figureEnd(k int) int {
	for k < len(v.w) && v.figureAt(k) {
		k++
	}
	return k
}

// figureSoon reports whether a figure begins at word k or behind an article.
func (v *view) figureSoon(k int) bool {
	return v.figureAt(k) || v.tag(k) == doc.DT && v.figureAt(k+1)
}

// foresees reads "sees growth of 4 percent": what somebody sees that is a rate or
// an amount.
func (v *view) foresees(i int) bool {
	if v.figureAt(i+1) && (v.bareFigure(i+1) || v.before(v.figureEnd(i+1)-1, v.figureEnd(i+1)+1, "more", "fewer", "less")) {
		return true
	}
	for k := i + 1; k < len(v.w) && k < i+9; k++ {
		if v.figureAt(k) {
			f := v.figureIndex(v.w[k].figure)
			if v.figureAt(k) && v.before(i+1, k+1, "higher", "lower", "no", "above", "below") && v.before(k-1, k+4, "than", "above", "below") {
				return true // "sees the crop no higher than 40"
			}
			return f >= 0 && v.d.Figures[v.figures[f]].Kind != doc.Count && v.is(k-1, "of", "at", "by", "to", "about", "some", "around")
		}
	}
	return false
}

// contends reports whether word i is what somebody holds: "it is the ministry's
// case that".
func (v *view) contends(i int) bool {
	if !contentions[v.low(i)] || v.tag(i).IsVerb() && v.tag(i-1) != doc.DT && v.tag(i-1) != doc.POS {
		return false
	}
	if v.tag(i-1) == doc.POS || v.is(i-1, "own", "his", "her", "their", "its") {
		return v.is(i+1, "that", "of") && !responses[v.low(i)] || v.is(i+2, "that") && v.has(i+1, auxiliary) || v.wasThat(i)
	}
	if !v.is(i+1, "by", "from", "of", "in", "made") {
		return false
	}
	if v.is(i+1, "made") {
		i++
	}
	p := v.phraseAfter(i + 2)
	return !p.empty() && (v.is(p.last, "that", "of") || v.ends(p.last))
}

// wasThat reports whether what is said of the words from word i on is a statement: "the bank's
// answer to my letter of 4 May was that".
func (v *view) wasThat(i int) bool {
	for k := i + 1; k < len(v.w) && k < i+14; k++ {
		if v.isComma(k) || v.is(k, ";") || v.figureAt(k) {
			return false
		}
		if v.finite(k) {
			return v.has(k, auxiliary) && v.is(k+1, "that")
		}
	}
	return false
}

// responses are contentions only where the statement follows.
var responses = wordSet(responded)

const responded = "answer answers reply response finding conclusion explanation calculation"

// contentions are what somebody holds and others may deny.
var contentions = wordSet("case position contention contentions belief understanding argument arguments allegation allegations claim claims assertion assertions complaint complaints view evidence " +
	responded + " accusation accusations suggestion suggestions insistence boast charge denial assurance warning warnings statement")

// takenFrom reads "40, often quoted from the Atlas": the figure before it is of who is
// quoted.
func (v *view) takenFrom(i int, m *memory) (attribution, bool) {
	p := v.phraseAfter(i + 2)
	if p.empty() || !v.speaks(p) || !v.namesSomebody(p) && !v.has(v.headPart(p).last-1, document) || v.isPlace(v.headPart(p).last-1) {
		return attribution{}, false
	}
	who := v.speakerIn(p, m)
	return attribution{first: i, last: p.last, reach: nearest, who: who, verb: i}, who.known()
}

// andBy reads "put by A at 40 and by B at 60".
func (v *view) andBy(i int) bool {
	return v.is(i-1, "and") && (v.figureAt(i-2) || v.isComma(i-2) && v.figureAt(i-3)) && v.before(i+1, min(i+16, len(v.w)), "at", "to")
}

// bareOf reads "than the 17,000 of the agency": a number set beside another by whose
// it is.
func (v *view) bareOf(i int) bool {
	k := i - 1
	for k > 0 && v.figureAt(k) && v.w[k].number {
		k--
	}
	return k < i-1 && v.is(k, "the") && v.is(k-1, "as", "than", "to", "with", "from", "against", "and", "between", "beside", "below", "above") && v.orgAt(v.pastArticle(i+1))
}

// byToo reads the second of two who give figures: "given as 40 by the governor
// and 60 by the rebels".
func (v *view) byToo(i int, m *memory) (attribution, bool) {
	n := len(v.said)
	if v.low(i) != "of" && (n == 0 || !v.figureAt(i-1) && !v.andBy(i) || !v.before(v.said[n-1].verb, v.said[n-1].last, "by")) {
		return attribution{}, false
	}
	p := v.phraseAfter(i + 1)
	if p.empty() || !v.speaks(p) {
		return attribution{}, false
	}
	who := v.speakerIn(p, m)
	r := nearest
	if v.is(i-1, "and") {
		r = ahead
	}
	return attribution{first: i, last: p.last, reach: r, who: who, verb: i}, who.known()
}

// givesFigure reports whether the object of "give" at word i is a figure that
// somebody states: a toll, a count, or the bare figure.
func (v *view) givesFigure(i int) bool {
	for k := i + 1; k < len(v.w) && k < i+8; k++ {
		switch {
		case v.is(k, "evidence", "testimony"):
			return v.is(k+1, "that")
		case v.is(k, "up", "way", "to"):
			return false
		case v.amountOf(k), givenCounts[v.low(k)], v.has(k, document) && (v.is(k+1, "of", "for", "at") || v.figureAt(k+1)), v.is(k, "as", "figure", "number", "toll", "total", "by"):
			return true
		case v.figureAt(k):
			f := v.figureIndex(v.w[k].figure)
			if v.is(i-1, "and") && v.disputed(max(0, i-8), i) {
				return true
			}
			if v.has(i-1, document) || f < 0 || v.tag(i-1) == doc.RParen {
				return true
			}
			if v.shares(f) && v.documentSubject(i) {
				return true // "the tally gave the mayor 40 percent"
			}
			if !v.bareFigure(k) && !v.shares(f) {
				return v.documentSubject(i) // "gave 40 injections" tells what was done
			}
			kind := v.d.Figures[v.figures[f]].Kind
			return (k == i+1 || v.tag(k-1) == doc.RB || v.tag(k-1) == doc.DT || v.tag(k-1) == doc.IN || v.w[k-1].figure >= 0) && kind != doc.Money && kind != doc.Duration && !v.is(v.last[f], "to", "for") && (v.ends(v.last[f]) || v.tag(v.last[f]) == doc.IN)
		}
	}
	return v.ends(i+1) || v.is(i+1, "in") && i+2 < len(v.w) && v.timeAt[i+2] >= 0
}

// documentSubject reports whether the subject of the verb at word i is a document or a count.
func (v *view) documentSubject(i int) bool {
	p, _ := v.subject(i)
	if far, _ := v.farSubject(i, p); !far.empty() {
		p = far
	}
	h := v.headPart(p)
	return !h.empty() && v.has(h.last-1, document)
}

// amounts are what a figure is told to be of something.
var amounts = wordSet("average mean median total rate ratio share proportion percentage range value price cost level loss losses shortfall deficit surplus gap rise fall increase decrease " +
	"decline growth drop margin sum amount turnout toll prevalence incidence majority result score size length height weight capacity output yield population death-toll")

// amountOf reports whether word k says what a figure behind it is: "a shortfall of 40".
func (v *view) amountOf(k int) bool {
	return amounts[v.low(k)] && v.w[k].mention < 0 && v.is(k+1, "of", "at", "between", "in") && v.figureWithin(k+2, 6)
}

// givenCounts are what somebody gives that holds his figures.
var givenCounts = wordSet("account accounts count breakdown estimate estimates figures numbers statistics data list details")

// onlyPossible reports whether the modal at word k makes of the verb at word i
// what may or shall be said, not what is.
func (v *view) onlyPossible(k, i int) bool {
	switch v.low(k) {
	case "shall", "must", "may", "might", "should":
		return true
	case "can", "could":
		return !v.is(i, "confirm", "reveal", "disclose", "report", "say", "show", "remember", "recall", "name", "cite", "find", "count", "trace", "verify", "identify")
	case "will", "'ll":
		return !v.is(i, "say", "tell", "show", "find", "prove", "testify", "recall")
	}
	return false
}

// supposed reports whether the statement that begins at word i is only a
// condition: "if the agency finds that".
func (v *view) supposed(i int) bool {
	return v.is(i-1, "if", "unless", "whether", "provided", "until", "once")
}

// askedIn reports whether the subject at word i follows the verb that begins a
// question: "Is the minister telling us that".
func (v *view) askedIn(i int) bool {
	n := len(v.w)
	return n > 0 && v.is(n-1, "?") && !v.w[i].quoted && i > 0 && (i <= 3 || v.low(i-2) == ":") && v.has(i-1, auxiliary)
}

// asserts reports whether the verb at word i tells something where it may do
// something else with its object: "maintained that", not "maintained a fleet".
func (v *view) asserts(i int, a *attribution) bool {
	if !v.has(i, clausal|nearly) || a.reach != ahead && (v.ends(a.last) || a.last < i) {
		return true
	}
	k := a.last
	if e := v.pastAdjunct(k); v.low(e) == ":" && e > k+2 || v.isComma(e) && v.isQuote(e+1) {
		k = e
	}
	if v.is(k-1, "that") || v.is(k, ":", "of", "about") || k >= len(v.w) || v.isQuote(k) {
		return true
	}
	if v.isComma(k) {
		return v.relates(a.first) || v.is(v.withArticles(a.first)-1, "whom") || v.before(k+1, k+12, "that") || v.quoteWithin(k+1, 12) || v.clauseAt(k+1)
	}
	if v.has(i, nearly) && v.figureAt(k) || v.is(k, "down") && v.figureAt(k+1) {
		return true
	}
	if v.is(k, "to") && v.is(k+1, "be", "have", "cost", "number", "exceed") && v.figureWithin(k+2, 4) {
		return true // "understood it to be 40"
	}
	if v.tag(k) == doc.IN {
		return v.before(k+1, k+5, "that") // "noted with regret that"
	}
	if v.is(k, "any", "the", "a") && v.before(k+1, k+4, "figure", "number", "estimate", "total", "toll") {
		return true // "considers any figure above 40 wrong"
	}
	for n := k; n < k+5 && !v.ends(n) && !v.figureAt(n); n++ {
		if v.amountOf(n) {
			return true // "assumes a shortfall of 40"
		}
	}
	return v.clauseNext(k)
}

// withArticles is the first of the articles before word i, else i.
func (v *view) withArticles(i int) int {
	for i > 0 && v.tag(i-1) == doc.DT {
		i--
	}
	return i
}

// quoteWithin reports whether a quotation mark stands among the n words from word k on.
func (v *view) quoteWithin(k, n int) bool {
	for i := k; i < len(v.w) && i < k+n; i++ {
		if v.isQuote(i) {
			return true
		}
	}
	return false
}

// clauseNext reports whether the words from k on are a statement: a noun and a
// verb of its own.
func (v *view) clauseNext(k int) bool {
	for i := k; i < len(v.w) && i < k+10; i++ {
		if v.tag(i) == doc.CC && v.w[i].mention < 0 {
			return false
		}
		if v.tag(i) == doc.VBD || v.tag(i) == doc.VBZ || v.tag(i) == doc.VBP || v.tag(i) == doc.MD || v.ends(i) {
			return v.clauseAt(k)
		}
	}
	return false
}

// quoteTag reads who speaks behind the end of a quotation, whatever the verb:
// "We have two pumps," she went on.
func (v *view) quoteTag(i int, m *memory) (attribution, bool) {
	if i < 3 || !v.isQuote(i-1) || v.w[i].quoted || !v.isComma(i-2) && !v.is(i-2, "?", "!") {
		return attribution{}, false
	}
	p := v.phraseAfter(i)
	if v.is(i, "he", "she") {
		p = phrase{i, i + 1}
	}
	if p.empty() || p.last-p.first > 6 || v.tag(p.last) != doc.VBD && v.tag(p.last) != doc.VBZ {
		return attribution{}, false
	}
	who := v.speakerIn(p, m)
	return attribution{first: i, last: p.last + 1, reach: bothWays, who: who, verb: p.last}, who.known() && who.person
}

// beforeQuote reads who acts in the statement that a colon and a quotation follow:
// "The mayor doubts it: “Not 40.”"
func (v *view) beforeQuote(i int, m *memory) (attribution, bool) {
	if !v.isQuote(i+1) || v.spoken() {
		return attribution{}, false
	}
	for k := 1; k < i && k < 16; k++ {
		if !v.finite(k) {
			continue
		}
		p, apposition := v.subject(k)
		if p.empty() || !v.speaks(p) {
			return attribution{}, false
		}
		who, ok := v.nameIn(apposition)
		if !ok {
			who = v.speakerIn(p, m)
		}
		return attribution{first: i, last: i + 1, reach: ahead, who: who, verb: i}, who.known() && who.person && !who.pronoun
	}
	return attribution{}, false
}

// whereIn reads "released a survey, in which 40 percent": who made it known.
func (v *view) whereIn(i int, m *memory) (attribution, bool) {
	if v.is(i-1, "in") && !v.isComma(i-2) || len(v.said) > 0 {
		return attribution{}, false
	}
	for k := i - 3; k > 0 && k > i-18; k-- {
		if !issues[v.low(k)] || !v.tag(k).IsVerb() || !v.documentBetween(k+1, i-2) {
			continue
		}
		p, _ := v.subject(k)
		if p.empty() || !v.speaks(p) {
			break
		}
		who := v.speakerIn(p, m)
		return attribution{first: i, last: i + 1, reach: ahead, who: who, verb: i}, who.known()
	}
	return attribution{}, false
}

// issues are verbs by which somebody makes a document known.
var issues = wordSet("gave gives supplied provided sent shared release releases released publish publishes published issue issues issued launch launches launched unveil unveils unveiled present presents presented " +
	"produce produces produced print prints printed commission commissioned conduct conducts conducted post posted")

// documentBetween reports whether a document is named among words lo to hi.
func (v *view) documentBetween(lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if v.has(k, document) {
			return true
		}
	}
	return false
}
