package claim

import "analyze/internal/doc"

// regards are what a statement is made in: "in the view of".
var regards = wordSet("words view eyes opinion reckoning estimation account judgement judgment telling")

// sourceBehind is the word where the source begins that the phrase at word i names:
// "according to", "in the words of", "going by", "per"; 0 if no such phrase stands there.
func (v *view) sourceBehind(i int) int {
	switch {
	case v.is(i, "according") && v.is(i+1, "to"),
		regards[v.low(i)] && v.is(i+1, "of") && v.tag(i-1) == doc.DT && v.is(i-2, "in", "by", "to"),
		v.is(i, "going", "judging") && v.is(i+1, "by", "from") && !v.is(i-1, "be", "am", "is", "are") && v.somebodyAt(i+2),
		v.is(i, "that") && v.is(i+1, "of") && v.isComma(i-1) && v.has(i-2, document):
		return i + 2
	case v.is(i, "per") && (i == 0 || v.isComma(i-1)) && v.nounFollows(i+1) && v.somebodyAt(i+1):
		return i + 1
	}
	return 0
}

// somebodyAt reports whether word i begins the name of somebody, or a phrase for who speaks.
func (v *view) somebodyAt(i int) bool {
	return v.actorAt(i) || v.speaks(v.phraseAfter(i))
}

// accordingTo reads the speaker after "according to".
func (v *view) accordingTo(i, start int, m *memory) (attribution, bool) {
	p := v.phraseAfter(v.pastNumber(start))
	if p.empty() {
		return attribution{}, false
	}
	p.first = start
	for k := p.first + 1; k < p.last; k++ {
		if v.w[k-1].mention >= 0 && v.w[k].mention < 0 && words.sexes[v.low(k)] != 0 && v.titleAt(k) {
			p.last = k // "according to the Gazette Ms Holt …"
		}
	}
	who := v.speakerIn(p, m)
	if v.is(i, "per") && v.actorAt(start) {
		who = v.mentionSpeaker(start)
	}
	if a, ok := v.apposed(p.last); ok && !who.isName(v) {
		who = a
	} else if a, ok := v.bodyApposed(p); ok && !who.isName(v) {
		who, p.last = a, a.last
	}
	r := bothWays
	if i == 0 || v.figureAt(p.last) || i > 1 && v.isComma(i-1) && v.tag(i-2) == doc.CC {
		r = ahead
	} else if v.ends(p.last) && !v.isComma(p.last) {
		r = back
	}
	return attribution{first: i, last: p.last, reach: r, who: who, verb: i}, who.known()
}

// pastNumber is the word behind the number of people that begins at word k, else k: "two
// negotiators".
func (v *view) pastNumber(k int) int {
	i := k
	for v.figureAt(i) && v.w[i].number {
		i++
	}
	if i > k && v.has(i, human) {
		return i
	}
	return k
}

// citing reads "the opposition, quoting the register, came to 40": who quotes
// speaks, if a subject precedes, else who is quoted.
func (v *view) citing(i int, m *memory) (attribution, bool) {
	if i > 1 && v.isComma(i-1) {
		if p := v.phraseBefore(i - 1); !p.empty() && v.speaks(p) && p.first == 0 {
			q := v.phraseAfter(i + 1)
			who := v.speakerIn(p, m)
			return attribution{first: p.first, last: max(q.last, i+1), reach: ahead, who: who, verb: i}, who.known()
		}
	}
	if !v.speaks(v.phraseAfter(i + 1)) {
		return attribution{}, false
	}
	return v.accordingTo(i, i+1, m)
}

// idiomAt chooses how the phrase or sign at word i tells its source, nil if it tells none
// or a verb does.
func (v *view) idiomAt(i int) reading {
	switch {
	case v.is(i, "believed", "trusted") && v.is(i-1, "be") && v.is(i-2, "to") && v.is(i-3, "is", "are"):
		return (*view).ifBelieved
	case v.is(i, "quoted", "taken", "drawn", "cited", "borrowed", "copied") && v.is(i+1, "from") && v.figureBefore(i) && v.tag(i) != doc.VBG:
		return (*view).takenFrom
	case v.tag(i) == doc.POS && (v.low(i+1) == "(" && v.figureAt(i+2) || v.elidedBy(i)):
		return (*view).elided
	case v.tag(i) == doc.POS && v.ends(i+1) && v.figureBefore(i):
		return (*view).whose
	case v.is(i, "its", "their") && v.is(i+1, "own") && v.figureAt(i+2):
		return (*view).itsOwn
	case v.low(i) == ":":
		return (*view).beforeColon
	case v.low(i) == "(":
		return (*view).inBrackets
	case v.low(i) == "which" && (v.is(i-1, "in") || v.isComma(i-1)):
		return (*view).whereIn
	case v.low(i) == "from" && v.is(i-1, "comes", "came", "come", "stems", "stemmed") && v.figureBefore(i) && v.anyOf(tallyWords, 0, i):
		return (*view).comesFrom
	case v.low(i) == "from" && learns[v.low(i-1)]:
		return (*view).learned
	case (v.is(i, "as") && v.tag(i+1) == doc.VBG && v.has(i+1, says) || v.is(i, "to") && v.is(i+1, "the") && v.is(i+2, "effect")) && v.isNoun(v.beforeQuoteMark(i)):
		return (*view).quotedAs
	case v.is(i, "right", "correct") && v.has(i-1, auxiliary):
		return (*view).ifRight
	case v.isDash(i) && v.figureBefore(i) && v.spaced(i):
		return (*view).behindDash
	case v.low(i) == "of" && v.bareOf(i), v.low(i) == "by" && (v.figureAt(i-1) || v.andBy(i)):
		return (*view).byToo
	}
	return nil
}

// learns are what is done from somebody who says what follows, and what is had from him.
var learns = wordSet("understand understands understood learn learned learnt hear heard gather gathered evidence testimony word")

// learned reads "we understand from the mayor that 40".
func (v *view) learned(i int, m *memory) (attribution, bool) {
	p := v.phraseAfter(i + 1)
	if p.empty() || !v.is(p.last, "that") || !v.speaks(p) {
		return attribution{}, false
	}
	who := v.speakerIn(p, m)
	return attribution{first: i, last: p.last + 1, reach: ahead, who: who, verb: i}, who.known()
}

// comesFrom reads "the figure of 40 comes from the mayor".
func (v *view) comesFrom(i int, m *memory) (attribution, bool) {
	p := v.phraseAfter(i + 1)
	if p.empty() || !v.mayOwn(p) || v.isPlace(v.headPart(p).last-1) {
		return attribution{}, false
	}
	who := v.speakerIn(p, m)
	return attribution{first: i, last: p.last, reach: back, who: who, verb: i}, who.known()
}

// beforeQuoteMark is the word before word i, or before the quotation mark that stands there.
func (v *view) beforeQuoteMark(i int) int {
	if v.isQuote(i - 1) {
		i--
	}
	return i - 1
}

// quotedAs reads "the paper quotes a guard as saying that 40": who is quoted speaks.
func (v *view) quotedAs(i int, m *memory) (attribution, bool) {
	p := v.phraseBefore(v.beforeQuoteMark(i) + 1)
	if p.empty() || !v.speaks(p) {
		return attribution{}, false
	}
	b := p.first - 1
	if v.isQuote(b) {
		b--
	}
	b = v.withArticles(b+1) - 1
	if !v.is(b, "quotes", "quoted", "quoting", "cites", "cited", "citing") {
		return attribution{}, false
	}
	last := i + 2
	for last < i+4 && v.is(last-1, "the", "effect") {
		last++
	}
	if v.is(last, "that") {
		last++
	}
	who := v.speakerIn(p, m)
	return attribution{first: p.first, last: last, reach: ahead, who: who, verb: i}, who.known()
}

// ifRight reads "if the firm is right".
func (v *view) ifRight(i int, m *memory) (attribution, bool) {
	p := v.phraseBefore(i - 1)
	if p.empty() || !v.is(p.first-1, "if", "unless") || !v.mayOwn(p) {
		return attribution{}, false
	}
	return v.doubted(p, i, m)
}

// doubted is what the author holds possible of p, up to word i.
func (v *view) doubted(p phrase, i int, m *memory) (attribution, bool) {
	who := v.speakerIn(p, m)
	return attribution{first: p.first - 1, last: i + 1, reach: bothWays, who: who, verb: i, own: true}, who.known()
}

// spaced reports whether blanks stand on both sides of the sign at word i.
func (v *view) spaced(i int) bool {
	if i == 0 || i+1 >= len(v.w) {
		return false
	}
	t := v.d.Tokens[v.w[i].tok].Span
	return v.d.Tokens[v.w[i-1].tok].End < t.Start && t.End < v.d.Tokens[v.w[i+1].tok].Start
}

// behindDash reads who is named behind the dash that ends a line: "40 dead in flood - police".
func (v *view) behindDash(i int, m *memory) (attribution, bool) {
	p := v.phraseAfter(i + 1)
	h := v.headPart(p)
	if h.empty() || p.last < len(v.w) || v.isPlace(h.last-1) || p.last-p.first > 5 || v.tag(p.first) == doc.VBG || v.tag(p.first) == doc.DT || v.spoken() {
		return attribution{}, false
	}
	if !v.actorAt(h.last-1) && !v.has(h.last-1, human|body|document) {
		return attribution{}, false
	}
	who := v.speakerIn(p, m)
	return attribution{first: i, last: p.last, reach: back, who: who, verb: i}, who.known()
}

// ifBelieved reads "if the mayor is to be believed".
func (v *view) ifBelieved(i int, m *memory) (attribution, bool) {
	p := v.phraseBefore(i - 3)
	if p.empty() || !v.is(p.first-1, "if") || !v.speaks(p) {
		return attribution{}, false
	}
	return v.doubted(p, i, m)
}

// itsOwn reads "its own 40".
func (v *view) itsOwn(i int, m *memory) (attribution, bool) {
	who, ok := v.possessor(i, m)
	return attribution{first: i, last: i + 2, reach: onward, who: who, verb: i}, ok && !who.pronoun
}

// beforeColon reads "The mayor: 40 …" and what a colon sets before a quotation.
func (v *view) beforeColon(i int, m *memory) (attribution, bool) {
	if a, ok := v.speaksFirst(i, m); ok {
		return a, true
	}
	if a, ok := v.headline(i, m); ok {
		return a, true
	}
	return v.beforeQuote(i, m)
}

// headline reads "Police: 40 held in raid" in a title or a heading.
func (v *view) headline(i int, m *memory) (attribution, bool) {
	if k := blockKind(v.d, v.d.Sentences[v.s].Block); k != doc.Title && k != doc.Heading || v.spoken() {
		return attribution{}, false
	}
	p := v.phraseBefore(i)
	h := v.headPart(p)
	if h.empty() || p.first > 0 && !(p.first == 1 && v.is(0, "#", "##", "###")) || !v.orgAt(h.last-1) && !(i == 1 && v.has(0, body|human)) || !v.figureWithin(i+1, 4) || v.figureEnd(i+1) >= len(v.w)-1 {
		return attribution{}, false
	}
	who := v.speakerIn(p, m)
	return attribution{first: 0, last: i + 1, reach: ahead, who: who, verb: i}, who.known()
}

// holds reads "the union has it at 40" and, where somebody was heard, "the union has 40".
func (v *view) holds(i int, m *memory) (attribution, bool) {
	had := v.is(i, "has", "have", "had")
	at := had && v.is(i+2, "at") && v.figureAt(i+3) && (v.is(i+1, "it", "them", "this") || amounts[v.low(i+1)]) || v.holdsList(i)
	bare := had && m.near > 0 && (!v.accorded() || v.orgAt(i-1)) && v.bareFigure(v.pastOnly(i+1))
	if !at && !bare {
		return attribution{}, false
	}
	a, ok := v.withSubject(i, attribution{verb: i}, m)
	a.reach = ahead
	return a, ok && (at || !a.who.pronoun && !a.who.person && !a.weak)
}

// stands reads, where somebody was heard, "the union stands at 40".
func (v *view) stands(i int, m *memory) (attribution, bool) {
	if !v.is(i, "is", "stands", "remains", "was") || !v.is(i+1, "at") || (m.near <= 0 || !v.bareFigure(v.pastOnly(i+2))) && !v.rivalBehind(i+2) {
		return attribution{}, false
	}
	a, ok := v.withSubject(i, attribution{verb: i, estimate: true}, m)
	a.reach = ahead
	return a, ok && a.who.referent >= 0 && !a.weak && !a.who.person
}

// rivalBehind reports whether behind the figure at word i another body follows with its own:
// "is at 40; Conab 44".
func (v *view) rivalBehind(i int) bool {
	for k := i; v.figureAt(i) && k < len(v.w) && k < i+8; k++ {
		if b := v.pastArticle(k + 1); v.is(k, ";") && v.orgAt(b) {
			_, e := v.extent(b)
			return v.figureWithin(e, 3)
		}
	}
	return false
}

// asHasIt reads "as the mayor has it".
func (v *view) asHasIt(i int, m *memory) (attribution, bool) {
	if !v.is(i, "has") || !v.is(i+1, "it") || !v.ends(i+2) {
		return attribution{}, false
	}
	p := v.phraseBefore(i)
	if p.empty() || !v.is(p.first-1, "as") || !v.speaks(p) {
		return attribution{}, false
	}
	return attribution{first: p.first - 1, last: i + 2, reach: bothWays, who: v.speakerIn(p, m), verb: i}, true
}

// convinced reads "the mayor is sure that 40".
func (v *view) convinced(i int, m *memory) (attribution, bool) {
	sure := v.is(i, "confident", "convinced", "certain", "sure", "adamant", "hopeful", "positive") && v.has(i-1, auxiliary) && v.is(i+1, "that", "of")
	if v.is(i, "heard", "hears", "read", "reads") && v.is(i+1, "that") {
		a, ok := v.withSubject(i, attribution{verb: i}, m)
		return a, ok && a.who.person && a.reach == ahead
	}
	if v.is(i, "opinion", "view", "belief") && v.is(i+1, "that") {
		k := i
		if v.is(k-1, "the") {
			k--
		}
		if v.is(k-1, "of") && v.has(k-2, auxiliary) {
			a, ok := v.withSubject(k-1, attribution{verb: i, estimate: true}, m)
			a.last, a.reach = i+2, ahead
			return a, ok
		}
	}
	if !sure && !v.movesOwn(i) {
		return attribution{}, false
	}
	a, ok := v.withSubject(i, attribution{verb: i, estimate: true}, m)
	return a, ok && !a.who.pronoun && a.reach == ahead
}

// inView reads "in her view", "by his lights".
func (v *view) inView(i int) bool {
	return v.is(i, "view", "eyes", "estimation", "reckoning", "mind", "submission", "experience") && (v.is(i-1, "his", "her", "their", "its") && v.is(i-2, "in", "by") || v.tag(i-1) == doc.POS && v.is(v.phraseBefore(i-1).first-1, "in", "by"))
}
