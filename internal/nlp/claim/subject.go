package claim

import "analyze/internal/doc"

// subject reads the noun phrase before word end, across what stands between
// commas: "the governor, a man of few words, said".
func (v *view) subject(end int) (p, apposition phrase) {
	if b := v.beforeBrackets(end); b < end {
		if end = b; v.is(end-1, "]") { // the address of a link
			end--
		}
	}
	if end <= 0 {
		return phrase{}, phrase{}
	}
	if !v.isComma(end-1) && !v.isDash(end-1) {
		if p := v.someOf(end); !p.empty() {
			return p, phrase{}
		}
		if v.tag(end-1) == doc.PRP || v.tag(end-1) == doc.DT && !v.is(end-1, "that", "this") {
			return phrase{end - 1, end}, phrase{}
		}
		if v.w[end-1].mention < 0 && (v.tag(end-1) == doc.WP || v.is(end-1, "who", "which", "that")) {
			return v.antecedent(end - 1), phrase{}
		}
		return v.withName(v.phraseBefore(end))
	}
	close := end - 1
	for k, tries := close-1, 0; k > 0 && k > close-40 && tries < 4; k-- {
		if !v.isComma(k) && !v.isDash(k) || v.isDash(close) && !v.isDash(k) || v.w[k].depth != v.w[close].depth || v.w[k].quoted != v.w[close].quoted {
			continue
		}
		tries++
		q := v.phraseBefore(v.beforeBrackets(k))
		apposition := phrase{k + 1, close}
		if q.empty() {
			continue
		}
		if !v.beginsStatement(q.first) {
			if q = v.acrossRelative(q.first); q.empty() || v.w[q.last-1].mention >= 0 {
				continue
			}
		}
		if q.first == 0 && v.upper(q.first) && v.is(k+1, "in", "using", "citing", "drawing") && v.documentBetween(k+2, close) {
			return q, apposition // a name that nobody knows
		}
		if _, named := v.nameInPhrase(v.headPart(apposition)); !v.speaks(q) && !((named || v.isSomebody(apposition)) && v.isNoun(q.last-1)) {
			continue
		}
		return q, apposition
	}
	return phrase{}, phrase{}
}

// beforeBrackets is the word at which the brackets begin that end before word k, else k.
func (v *view) beforeBrackets(k int) int {
	if v.tag(k-1) != doc.RParen {
		return k
	}
	for i := k - 1; i > 0; i-- {
		if v.low(i) == "(" {
			return i
		}
	}
	return k
}

// someOf reads "one of them", "most of these" before word end.
func (v *view) someOf(end int) phrase {
	if v.is(end-1, "them", "these", "those", "us", "you") && v.is(end-2, "of") && end > 2 &&
		v.is(end-3, "one", "two", "three", "several", "some", "many", "most", "few", "others", "another", "half") && v.beginsStatement(end-3) {
		return phrase{end - 3, end}
	}
	return phrase{}
}

// withName takes the name that a description p follows without a comma behind
// it: "Gen. Omar Haddad, commander of the guard said".
func (v *view) withName(p phrase) (q, apposition phrase) {
	h := v.headPart(p)
	if h.empty() || !v.isComma(p.first-1) || v.w[h.last-1].mention >= 0 || !v.has(h.last-1, human) || v.tag(p.first) == doc.DT {
		return p, phrase{}
	}
	if men := v.mention(p.first - 2); men != nil && men.Type == doc.Person {
		if q = v.phraseBefore(p.first - 1); !q.empty() && v.beginsStatement(q.first) {
			return q, p
		}
	}
	return p, phrase{}
}

// acrossRelative reads the subject before a relative clause that no comma sets
// off: "an official who asked not to be named said".
func (v *view) acrossRelative(end int) phrase {
	for k := end - 1; k > 0 && k > end-14 && !v.ends(k); k-- {
		if v.is(k, "who", "whom", "which", "that") || v.is(k, "we", "i") && v.isNoun(k-1) && v.finite(k+1) {
			if q := v.phraseBefore(k); !q.empty() && v.speaks(q) && v.beginsStatement(q.first) {
				return q
			}
			return phrase{}
		}
	}
	return phrase{}
}

// beginsStatement reports whether a subject may begin at word i.
func (v *view) beginsStatement(i int) bool {
	return i == 0 || v.ends(i-1) || v.tag(i-1) == doc.CC || v.is(i-1, "that", "as", "where", "when", "while", "but", "which", "whom") || v.timeAt[i-1] >= 0 || v.behindPlace(i) || v.behindPhrase(i)
}

// behindPhrase reports whether nothing but a short phrase with a preposition opens the
// sentence before word i: "In court the firm's engineer …".
func (v *view) behindPhrase(i int) bool {
	if i < 2 || i > 4 || v.tag(0) != doc.IN || !v.isNoun(i-1) || v.tag(i) != doc.DT {
		return false
	}
	for k := 1; k < i; k++ {
		if v.ends(k) || v.figureAt(k) || v.finite(k) || v.has(k, human|document) {
			return false
		}
	}
	return true
}

// behindPlace reports whether a place that opens the statement stands before word i:
// "In Chad the ministry …".
func (v *view) behindPlace(i int) bool {
	k := i
	if v.tag(k-1) == doc.DT {
		k--
	}
	if k < 2 || !v.isPlace(k-1) {
		return false
	}
	first, _ := v.extent(k - 1)
	return v.opensClause(first - 1)
}

// antecedent gives the noun phrase that a relative pronoun at k stands for.
func (v *view) antecedent(k int) phrase {
	if k == 0 || v.figureAt(k-1) {
		return phrase{}
	}
	if v.isComma(k-1) || v.isDash(k-1) {
		k--
	}
	k = v.beforeBrackets(k) // "a letter from the union (exhibit 4) which speaks of"
	if k == 0 || v.figureAt(k-1) {
		return phrase{}
	}
	p := v.phraseBefore(k)
	if h := v.headPart(p); !h.empty() && v.isComma(p.first-1) && v.w[h.last-1].mention < 0 && v.has(h.last-1, human) {
		if men := v.mention(p.first - 2); men != nil && men.Type == doc.Person {
			first, last := v.extent(p.first - 2)
			return phrase{first, last} // "Anna Holt, head of the ward, who …"
		}
	}
	return p
}

// speaks reports whether the head of p may be a speaker.
func (v *view) speaks(p phrase) bool {
	h := v.headPart(p)
	if h.empty() {
		return false
	}
	if v.is(h.last-1, "al.", "al") && v.is(h.last-2, "et") {
		return true
	}
	if m := v.mention(h.last - 1); m != nil {
		return m.Type.IsActor() || m.Type == doc.Place
	}
	if k := h.last - 1; (v.tag(k) == doc.NNP || v.tag(k) == doc.NNPS) && v.upper(k) && v.timeAt[k] < 0 && v.w[k].figure < 0 && !v.caption {
		return true // a name that nobody knows
	}
	if h.last == 1 && v.tag(0) == doc.NNS && v.w[0].sense == 0 && v.upper(0) && v.isComma(1) {
		return true // likewise, taken for a plural
	}
	return v.has(h.last-1, human|body|document) || v.trial(h.last-1) || v.handedIn(h.last-1) || v.isPerson(p) || v.is(h.last-1, "most", "some", "others", "many", "few", "several")
}

// trial reports whether word k is what finds something out, by whom it is told behind it: "tests
// by the institute".
func (v *view) trial(k int) bool {
	return v.is(k, "test", "tests", "trial", "trials", "check", "checks", "inspection", "inspections", "measurements", "experiment", "experiments", "screening", "excavations") && v.is(k+1, "by") && v.nounFollows(k+2)
}

// isPerson reports whether "who" behind p tells that its common noun is somebody: "a deacon
// who runs one of them".
func (v *view) isPerson(p phrase) bool {
	h := v.headPart(p)
	return !h.empty() && v.is(p.last, "who", "whom") && v.tag(h.last-1).IsNoun() && v.timeAt[h.last-1] < 0 && !v.figureAt(h.last-1)
}

// accepts reports whether p may be the subject of the reporting verb at i.
func (v *view) accepts(i int, p phrase) bool {
	h := v.headPart(p)
	if h.empty() {
		return false
	}
	k := h.last - 1
	if v.is(k+1, "of") && v.is(k+2, "them", "these", "those", "us") {
		return true
	}
	if v.tag(k) == doc.PRP {
		return v.is(k, "he", "she", "they", "it") && !v.figureAt(k)
	}
	if v.is(k, "who", "which", "that") {
		return false
	}
	if v.abstract(k) || v.has(k, dumb) && v.w[k].mention < 0 && v.tag(k-1) != doc.POS || v.w[k].figure >= 0 && !v.has(k, human|body) && v.w[k].mention < 0 {
		return false
	}
	if v.w[k].figure >= 0 && v.w[k].number {
		return false
	}
	if v.is(k, "countries", "states", "nations") && v.is(i+1, "that") {
		return true
	}
	if nobody := v.w[k].mention < 0 && !v.has(k, human|body|document); nobody && (amounts[v.low(k)] || v.is(k, "number", "package")) || nobody && v.done(i, p) {
		return false
	}
	if proofs[v.low(i)] && !v.is(i+1, "that", "us", "how") && !v.has(k, body|document) && (v.has(k, human) || v.namedAt(k) && !v.orgAt(k)) {
		return false // "showed a gift for music"
	}
	if v.has(i, says) && !v.has(i, counts) && !v.is(i, "reported", "estimated", "projected") {
		return v.isNoun(k) || v.tag(k).IsAdjective() || v.tag(k) == doc.DT || v.has(k, human)
	}
	return v.speaks(p)
}

// done reports whether the verb at word i is a participle of what the thing p is: "the scheme
// announced on Monday", "those admitted and held".
func (v *view) done(i int, p phrase) bool {
	if !v.is(i, "announced", "admitted", "reported", "declared", "claimed", "confirmed", "revealed", "disclosed", "noted", "projected", "estimated") || v.speaks(p) || v.before(i+1, i+8, "that") {
		return false
	}
	return v.tag(i+1) == doc.CC || v.is(i+1, "on", "in", "at", "last", "earlier") && !v.ends(i+2)
}

// proofs are what somebody tells of in a clause only.
var proofs = wordSet("show shows showed shown showing prove proves proved proven demonstrate demonstrates demonstrated reflect reflects reflected")

// abstract reports whether word k names no somebody by its ending: "the ageing of the town".
func (v *view) abstract(k int) bool {
	return v.tag(k) == doc.NN && v.w[k].mention < 0 && !v.has(k, human|body|document) && !v.upper(k) &&
		hasAnySuffix(v.low(k), "tion", "sion", "ness", "ing", "ism", "ance", "ence") && !v.is(k, "audience", "sibling", "king", "opposition", "delegation", "alliance", "congregation")
}

// elliptic gives a verb without subject the subject of the sentence: "visited
// the camp, saying that 40 …", "came and said".
func (v *view) elliptic(i int, a attribution, m *memory) (attribution, bool) {
	if v.afterFigure(i) {
		return a, false // "the 40 first announced"
	}
	if v.tag(i) == doc.VBG && (v.tag(i-1) == doc.TO || v.tag(i-1) == doc.IN && v.timeAt[i-1] < 0 && !v.is(i-1, "by", "in", "while", "after", "when", "before")) {
		return a, false // "responded to promising reports"
	}
	if n := len(v.said); n > 0 && !(v.is(i-1, "and", "but") && v.clauseStart(i) > v.said[n-1].verb) || i < 2 || v.tag(i) == doc.VBN && !(v.is(i-1, "and") && !v.is(i+1, "by")) {
		return a, false
	}
	if !v.has(i, says) && !v.is(i+1, "that") && !(v.tag(i) == doc.VBG && v.isComma(i-1) && v.figureWithin(i+1, 4)) {
		if who := v.sharedSubject(i, m); who.known() && !who.pronoun && v.has(i, counts) && v.tag(i) != doc.VBG && (who.referent >= 0 || who.anon || v.upper(who.first) || v.disputed(who.last, i)) {
			a.who, a.first, a.last, a.reach = who, i, v.verbEnd(i), ahead
			return a, true
		}
		return a, false
	}
	if who := v.sharedSubject(i, m); who.known() {
		a.who, a.first, a.last, a.reach = who, i, v.verbEnd(i), ahead
		return a, true
	}
	for k := 1; k < i; k++ {
		if !v.tag(k).IsVerb() && v.tag(k) != doc.MD || v.w[k].mention >= 0 {
			continue
		}
		p := v.phraseBefore(k)
		if p.empty() || !v.speaks(p) {
			return a, false
		}
		a.who = v.speakerIn(p, m)
		a.first, a.last, a.reach = i, v.verbEnd(i), ahead
		return a, a.who.known()
	}
	return a, false
}

// disputed reports whether the first verb behind word lo, before word hi, says that somebody
// holds otherwise: "disputes this and gives 40".
func (v *view) disputed(lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if v.finite(k) {
			return v.is(k, "disputes", "disputed", "dispute", "denies", "denied", "disagrees", "disagreed", "rejects", "rejected", "contests", "contested", "doubts", "differs", "objects")
		}
	}
	return false
}

// afterFigure reports whether nothing but adverbs stands between a figure and the verb
// at word i.
func (v *view) afterFigure(i int) bool {
	for i > 0 && v.tag(i-1) == doc.RB {
		i--
	}
	return v.figureAt(i - 1)
}

// sharedSubject gives the subject of the verb that "and" joins the one at word i to,
// where much stands between them and it: "X, the firm that ran it, denied it and said".
func (v *view) sharedSubject(i int, m *memory) speaker {
	if !v.is(i-1, "and", "but") {
		return speaker{}
	}
	for k := i - 2; k > 0 && k > i-maxFar; k-- {
		if !v.finite(k) || v.tag(k) == doc.MD {
			continue
		}
		if v.tag(i) == doc.VBN && v.has(k, auxiliary) {
			return speaker{} // "was lost and found"
		}
		end := k
		for end > 0 && (v.tag(end-1) == doc.RB || v.has(end-1, auxiliary) && v.tag(end-1) != doc.POS) {
			end--
		}
		p, apposition := v.subject(end)
		if far, name := v.farSubject(end, p); !far.empty() {
			p, apposition = far, name
		}
		if p.empty() || !v.speaks(p) {
			return speaker{}
		}
		if who, ok := v.nameIn(apposition); ok {
			return who
		}
		if who := v.orgApposed(p, apposition); who.known() {
			return who
		}
		return v.speakerIn(p, m)
	}
	return speaker{}
}

// listBefore takes what stands before the last of several speakers to it: "the
// operators A, B and C".
func (v *view) listBefore(p phrase) phrase {
	whole := p
	if v.is(p.first+1, "and") && v.isComma(p.first-1) && v.namedAt(p.first) {
		p.first += 2 // "A, B and C": the last two were joined
	}
	if !v.is(p.first-1, "and") || !v.actorAt(p.first) || !v.namedAt(p.first-2) {
		return whole
	}
	i := v.nameStart(p.first - 2)
	n := 0
	for v.isComma(i-1) && v.namedAt(i-2) {
		i = v.nameStart(i - 2)
		n++
	}
	if n == 0 {
		return whole
	}
	for i > 0 && v.isNoun(i-1) && v.w[i-1].mention < 0 && v.w[i-1].figure < 0 {
		i--
	}
	return phrase{i, p.last}
}

// orgApposed gives the organisation that the apposition q of a description p
// consists of: "the company that runs the mine, Karst Holding, said".
func (v *view) orgApposed(p, q phrase) speaker {
	h := v.headPart(p)
	if h.empty() || v.w[h.last-1].mention >= 0 || !v.has(h.last-1, body|human) {
		return speaker{}
	}
	if v.tag(q.first) == doc.DT && q.first+1 < q.last && v.namedAt(q.first+1) {
		q.first++
	}
	if !v.orgAt(q.first) {
		if q.last-q.first < 4 && v.has(h.last-1, body) && v.namesOnly(q) {
			return v.described(q) // a name that nobody knows
		}
		return speaker{}
	}
	if first, last := v.extent(q.first); first != q.first || last != q.last {
		return speaker{}
	}
	return v.mentionSpeaker(q.first)
}

// namesOnly reports whether p is all words with capitals that no table knows.
func (v *view) namesOnly(p phrase) bool {
	for k := p.first; k < p.last; k++ {
		if v.tag(k) != doc.NNP && v.tag(k) != doc.NNPS || !v.upper(k) || v.w[k].mention >= 0 {
			return false
		}
	}
	return !p.empty()
}

// itsPeople reports whether p is somebody of a body that speaks already: "the
// Red Cross gave a toll, saying its volunteers had counted 40".
func (v *view) itsPeople(p phrase) bool {
	h := v.headPart(p)
	return v.spoken() && !h.empty() && v.is(p.first, "its", "their") && v.w[h.last-1].mention < 0 && v.has(h.last-1, human)
}
