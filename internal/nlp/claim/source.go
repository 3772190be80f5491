package claim

import "analyze/internal/doc"

// A reach says to which side of it an attribution governs.
type reach uint8

const (
	ahead    reach = iota // The mayor said that 40 …
	back                  // 40 …, the mayor said
	bothWays              // 40, the mayor said, and 60 …; by the mayor's account
	nearest               // only the figure before it: 40 by the mayor's account
	onward                // only the figure behind it: the mayor's (40)
)

// An attribution is a statement of who says so.
type attribution struct {
	first, last int // words of source and verb, half-open
	reach       reach
	who         speaker
	estimate    bool
	weak        bool // a country that counts: another one wins
	own         bool // by an account of its own, which holds for one statement only
	gap         bool // its verb is left out
	verb        int
}

// A speaker is who says so.
type speaker struct {
	text     string
	span     doc.Span
	referent int
	anon     bool
	person   bool // he or she
	plural   bool // several, told by a common noun: they, and never it
	pronoun  bool // whom it stands for is not known
	sex      sex
	first    int // words, for rules that must not read them again
	last     int
}

func (s speaker) known() bool { return s.text != "" }

// attribute finds who speaks in the sentence. m remembers who spoke before.
func (v *view) attribute(m *memory) {
	for i := range v.w {
		if w := &v.w[i]; w.mention >= 0 && w.low == "who" {
			w.low = "w.h.o." // a body, no pronoun
		}
	}
	for i := 0; i < len(v.w); i++ {
		if n := len(v.said); n > 0 && i < v.said[n-1].last {
			continue
		}
		if a, ok := v.attributionAt(i, m); ok && !v.noSpeaker(a.who) && !v.quotedPronoun(a.who) {
			v.said = append(v.said, a)
			if a.who.known() && !a.who.pronoun && !a.weak && !(a.who.person && v.w[a.verb].quoted) {
				m.heard(a.who)
			}
		}
	}
	v.gaps()
	v.gapsThat()
}

// quotedPronoun reports whether s is "they" or "it" in a quotation: whom they mean is
// not told in the text round it.
func (v *view) quotedPronoun(s speaker) bool {
	return s.last == s.first+1 && s.last <= len(v.w) && v.w[s.first].quoted && v.is(s.first, "they", "it") && v.tag(s.first) == doc.PRP
}

// attributionAt reads who says so where the word at i is what tells it: a phrase that
// names a source, a sign, a verb or a document.
func (v *view) attributionAt(i int, m *memory) (attribution, bool) {
	if v.is(i, "citing", "quoting") && !v.spoken() {
		if a, ok := v.citing(i, m); ok || !v.figureAt(i+1) {
			return a, ok
		}
	} else if start := v.sourceBehind(i); start > 0 {
		return v.accordingTo(i, start, m)
	} else if read := v.idiomAt(i); read != nil {
		return read(v, i, m)
	} else if v.isQuote(i - 1) {
		if a, ok := v.quoteTag(i, m); ok {
			return a, true
		}
	}
	for _, read := range [...]reading{(*view).stated, (*view).holds, (*view).stands, (*view).asHasIt, (*view).convinced} {
		if a, ok := read(v, i, m); ok {
			return a, true
		}
	}
	switch {
	case v.is(i, "asked", "asks", "demanded") && (v.is(i+1, "why") || v.is(i+1, "whether", "if") && v.before(i+2, i+6, "true")):
		return v.asksWhy(i, m)
	case v.tellsAsDocument(i) || v.revised(i) || v.contends(i) || v.inView(i):
		return v.byDocument(i, m)
	}
	return attribution{}, false
}

// A reading reads an attribution at a word of the sentence.
type reading func(*view, int, *memory) (attribution, bool)

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
	case v.low(i) == "of" && v.bareOf(i), v.low(i) == "by" && (v.figureAt(i-1) || v.andBy(i)):
		return (*view).byToo
	}
	return nil
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
	return v.beforeQuote(i, m)
}

// stated reads the verb of saying or counting at word i.
func (v *view) stated(i int, m *memory) (attribution, bool) {
	if !v.has(i, says|counts) || !v.mayReport(i) {
		return attribution{}, false
	}
	if v.tellsYou(i) {
		who := speaker{text: v.text(i-1, i), span: v.span(i-1, i), referent: -1, pronoun: true, first: i - 1, last: i}
		return attribution{first: i - 1, last: v.verbEnd(i), reach: ahead, who: who, verb: i}, true
	}
	return v.reported(i, m)
}

// holds reads "the union has it at 40" and, where somebody was heard, "the union has 40".
func (v *view) holds(i int, m *memory) (attribution, bool) {
	had := v.is(i, "has", "have", "had")
	at := had && v.is(i+1, "it", "them", "this") && v.is(i+2, "at") && v.figureAt(i+3) || v.holdsList(i)
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
	if !v.is(i, "is", "stands", "remains", "was") || m.near <= 0 || !v.is(i+1, "at") || !v.bareFigure(v.pastOnly(i+2)) {
		return attribution{}, false
	}
	a, ok := v.withSubject(i, attribution{verb: i, estimate: true}, m)
	a.reach = ahead
	return a, ok && a.who.referent >= 0 && !a.weak && !a.who.person
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
	if !sure && !v.movesOwn(i) {
		return attribution{}, false
	}
	a, ok := v.withSubject(i, attribution{verb: i, estimate: true}, m)
	return a, ok && !a.who.pronoun && a.reach == ahead
}

// tellsAsDocument reports whether the noun at word i is a document or a figure that may
// be somebody's word.
func (v *view) tellsAsDocument(i int) bool {
	return v.has(i, document) && v.w[i].figure < 0 && v.w[i].mention < 0 && !v.accorded() || v.is(i, "figure", "number") && v.ownFigure(i)
}

// accorded reports whether the sentence began "according to": what it says of a
// register or a count is somebody else's word.
func (v *view) accorded() bool {
	return len(v.said) > 0 && v.is(v.said[0].verb, "according") && v.said[0].reach != back
}

// inView reads "in her view", "by his lights".
func (v *view) inView(i int) bool {
	return v.is(i, "view", "eyes", "estimation", "reckoning", "mind", "submission", "experience") && v.is(i-1, "his", "her", "their", "its") && v.is(i-2, "in", "by")
}

// spoken reports whether an attribution with a known speaker was found.
func (v *view) spoken() bool {
	for i := range v.said {
		if v.said[i].who.known() {
			return true
		}
	}
	return false
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

// ifBelieved reads "if the mayor is to be believed".
func (v *view) ifBelieved(i int, m *memory) (attribution, bool) {
	p := v.phraseBefore(i - 3)
	if p.empty() || !v.is(p.first-1, "if") || !v.speaks(p) {
		return attribution{}, false
	}
	who := v.speakerIn(p, m)
	return attribution{first: p.first - 1, last: i + 1, reach: bothWays, who: who, verb: i}, who.known()
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

func (v *view) figureAt(i int) bool { return i >= 0 && i < len(v.w) && v.w[i].figure >= 0 }

// reported reads the speaker of the verb at word i: after it, behind "by",
// or before it.
func (v *view) reported(i int, m *memory) (attribution, bool) {
	a := attribution{verb: i, estimate: v.has(i, estimates)}
	if (v.tag(i) == doc.VBN || v.tag(i) == doc.VBD) && v.passive(i) {
		if v.has(i, clausal|nearly) && !v.is(i, "noted", "acknowledged", "established", "determined", "admitted") || v.is(i, "recalled", "known") {
			return a, false // "ruled by", "held by", "recalled by"
		}
		if k := v.agent(i); k > 0 {
			p := v.phraseAfter(k)
			a.who = v.speakerIn(p, m)
			a.first, a.last, a.reach = i, p.last, bothWays
			switch {
			case v.isComma(i-1) && v.figureAt(i-2), v.figureAt(i-1) && v.singledOut(i-1):
				a.reach = nearest // "from 40, given by the army, to 60"
			case v.tag(i) == doc.VBN && !v.is(i-1, "as", "when") && !v.ends(i-1) && !v.auxiliaryBefore(i):
				a.reach = back // "the 40 identified by the council"
			case v.isComma(i-1) && v.isComma(p.last) && !v.figureBefore(i) && v.finite(p.last+1):
				a.reach = nearest // "the outbreak, declared by the mayor, goes on"
			case v.isComma(i+1) && v.before(p.last, p.last+5, "that") && !v.figureBefore(i):
				a.reach = ahead // "told, by the mayor among others, that 40"
			case v.is(p.last, "that") && !v.figureBefore(i) || v.is(p.last, "that") && v.before(i-3, i, "i", "we", "it"):
				a.reach, a.last = ahead, p.last+1 // "I am told by the clerk that 40"
			}
			return a, a.who.known() && (v.speaks(p) || v.namesSomebody(p))
		}
		if v.is(i-2, "it") {
			return v.printed(i, a)
		}
		return a, false
	}
	if v.inverted(i) {
		p := v.phraseAfter(i + 1)
		if v.tag(i+1) == doc.PRP {
			p = phrase{i + 1, i + 2}
		}
		a.who = v.speakerIn(p, m)
		last := p.last
		if x, ok := v.apposed(p.last); ok {
			if !a.who.isName(v) {
				a.who = x
			}
			last = max(last, x.last)
		}
		a.first, a.last, a.reach = i, last, bothWays
		if a.who.known() && v.accepts(i, p) && v.standsAlone(i, p) {
			return a, true
		}
	}
	a, ok := v.withSubject(i, a, m)
	return a, ok && v.asserts(i, &a)
}

// auxiliaryBefore reports whether a form of "be" or "have" stands before the verb at
// word i, adverbs aside.
func (v *view) auxiliaryBefore(i int) bool {
	for i > 0 && v.tag(i-1) == doc.RB {
		i--
	}
	return v.has(i-1, auxiliary)
}

// singledOut reports whether the figure that ends at word k is set against another:
// "below the 40 cited by …".
func (v *view) singledOut(k int) bool {
	for k > 0 && v.figureAt(k) {
		k--
	}
	return v.is(k, "the", "below", "above", "than", "against", "beside", "to", "that")
}

// standsAlone reports whether the phrase p behind the verb at i is its subject and
// no object or the subject of what is said: "said its teams had counted 40".
func (v *view) standsAlone(i int, p phrase) bool {
	if v.tag(i+1) == doc.PRP {
		return true
	}
	if v.finite(p.last) && !v.isQuote(i-1) {
		return false
	}
	return v.speaks(p) || v.ends(p.last) && !v.is(i, "announced", "announces", "reported", "reports", "claimed", "claims", "projected", "projects", "forecast", "forecasts")
}

// finite reports whether word k is a verb that a subject may have before it.
func (v *view) finite(k int) bool {
	switch v.tag(k) {
	case doc.VBD, doc.VBZ, doc.VBP, doc.MD:
		return v.w[k].mention < 0 && v.w[k].figure < 0
	}
	return false
}

// printed reads "In the Courier it was reported that": who printed it.
func (v *view) printed(i int, a attribution) (attribution, bool) {
	for k := 1; k < i-2 && v.is(0, "in", "on", "by"); k++ {
		if men := v.mention(k); men != nil && men.Type == doc.Org {
			first, _ := v.extent(k)
			a.who, a.first, a.last, a.reach = v.mentionSpeaker(k), first, v.verbEnd(i), ahead
			return a, true
		}
	}
	return a, false
}

// namesSomebody reports whether the head of p is a name.
func (v *view) namesSomebody(p phrase) bool {
	h := v.headPart(p)
	return !h.empty() && v.namedAt(h.last-1)
}

// passive reports whether a form of "be" stands before the participle at i.
func (v *view) passive(i int) bool {
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		if v.is(k, "is", "are", "was", "were", "be", "been", "being", "as", "am", "'s", "'re", "'m") {
			return true
		}
		if v.tag(k) != doc.RB && !v.is(k, "has", "have", "had", "to") && v.tag(k) != doc.MD {
			break
		}
	}
	return i > 0 && v.tag(i) == doc.VBN && v.is(i+1, "by") && !v.has(i-1, auxiliary)
}

// agent gives the word after "by" that follows the participle at i closely.
func (v *view) agent(i int) int {
	for k, n := i+1, 0; k < len(v.w) && n < 6; k++ {
		if v.figureAt(k) || k == i+1 && v.isComma(k) && v.is(k+1, "by") {
			continue
		}
		n++
		if v.is(k, "by") && v.nounFollows(k+1) && !v.figureAt(k+1) {
			if v.is(k+1, "laboratory", "lab", "telephone", "phone", "hand", "post", "mail", "email", "law") {
				return 0 // how, not who
			}
			return k + 1
		}
		if v.ends(k) {
			break
		}
	}
	return 0
}

// inverted reports whether the speaker follows the verb at i: behind a comma or
// a quotation, with a noun phrase that nothing but an end follows.
func (v *view) inverted(i int) bool {
	if i == 0 || i+1 >= len(v.w) || !v.has(i, says) || v.is(i, "told", "tells", "tell") {
		return false
	}
	if b := v.low(i - 1); b != "," && !v.isQuote(i-1) && !v.isDash(i-1) && v.tag(i-1) != doc.Period {
		return false
	}
	switch t := v.tag(i + 1); {
	case v.is(i+1, "none", "nothing", "all", "any", "both", "neither"):
		return false
	case v.w[i+1].mention >= 0, t == doc.DT && !v.is(i+1, "that", "this", "these", "those") || t == doc.PRPS, t.IsNoun(), t == doc.JJ:
		return v.tag(i) != doc.VBG && !v.figureAt(i+1)
	case t == doc.PRP:
		return v.ends(i + 2)
	}
	return false
}

// withSubject reads the speaker before the verb at i.
func (v *view) withSubject(i int, a attribution, m *memory) (attribution, bool) {
	end, helped, remote := i, false, false
	for end > 0 {
		k := end - 1
		helped = helped || v.has(k, auxiliary)
		if v.timeAt[k] < 0 && (v.tag(k) == doc.RB || v.tag(k) == doc.MD || v.has(k, auxiliary) && v.w[k].mention < 0 && v.tag(k) != doc.POS) {
			if v.is(k, "not", "n't", "never") || v.onlyPossible(k, i) || v.is(k, "would", "will", "'ll") && words.frames[v.low(i)] != nil {
				return a, false
			}
			end--
			continue
		}
		if v.timeAt[k] >= 0 && v.w[k].mention < 0 || (v.is(k, "in", "on", "by", "for", "since", "until") || v.is(k, "of") && (!v.has(k-1, document) || v.w[max(k-1, 0)].mention >= 0)) && k+1 < len(v.w) && v.timeAt[k+1] >= 0 {
			end--
			continue
		}
		break
	}
	if end == 0 {
		return a, false
	}
	if v.tag(i) == doc.VBG && !helped {
		return v.elliptic(i, a, m)
	}
	p, apposition := v.subject(end)
	if p.empty() {
		p = v.acrossRelative(end)
	}
	if far, name := v.farSubject(end, p); v.is(end-1, "which", "who", "that") {
		// what it stands for
	} else if !far.empty() {
		p, apposition, remote = far, name, true
	} else if !p.empty() && v.afterPreposition(p.first) && !(v.namedAt(p.last-1) && !v.isPlace(p.last-1) && p.last-p.first > 1) {
		return a, false
	}
	if v.is(i+1, "how", "whether", "why") || v.is(i+1, "if") && !v.concludes(i+2) || v.mine(p.first) || v.is(p.first, "neither", "nobody", "none", "no") {
		return a, false
	}
	if p.empty() {
		return v.elliptic(i, a, m)
	}
	if v.is(p.first, "our") && !v.anyOf(publicBodies, p.first+1, p.last) && !v.ofBody(p) || v.is(p.first, "we", "i") || v.is(p.first, "my") && !v.somebodyOfMine(p) || apposition.empty() && v.itsPeople(p) || v.is(p.first-1, "than") && v.ends(i+1) || v.supposed(p.first) || v.askedIn(p.first) {
		return a, false
	}
	p = v.listBefore(p)
	if !apposition.empty() {
		if a.who, _ = v.nameIn(apposition); !a.who.known() {
			a.who = v.orgApposed(p, apposition)
		}
	}
	if !a.who.known() && !v.accepts(i, p) && !v.isSomebody(apposition) {
		return a, false
	}
	if who, ok := v.bodyOf(p, m); ok {
		a.who = who
	} else if who := v.speakerIn(p, m); !a.who.known() || who.isName(v) {
		a.who = who
	}
	if a.who.pronoun && !v.has(i, says) {
		return a, false
	}
	a.first, a.last = p.first, v.verbEnd(i)
	a.reach = v.reachOf(p.first, i, a.last)
	if remote {
		a.first = i // the day of a letter is not that of the statement
	}
	a.weak = v.isPlace(v.headPart(p).last - 1)
	return a, a.who.known()
}

// concludes reports whether the condition that word k belongs to is closed by a comma and a
// statement follows: "says if the dam holds, 40 homes are safe".
func (v *view) concludes(k int) bool {
	for i := k; i < len(v.w) && i < k+24; i++ {
		if v.isComma(i) {
			return v.clauseAt(i + 1)
		}
	}
	return false
}

// publicBodies are those that somebody calls his and that speak for themselves: "our
// ministry says".
var publicBodies = wordSet("ministry government council parliament police army minister president governor mayor embassy municipality")

// ofBody reports whether p tells of which body the people are: "our consultants at Karst".
func (v *view) ofBody(p phrase) bool {
	h := v.headPart(p)
	return h.last < p.last && v.orgAt(p.last-1)
}

// somebodyOfMine reports whether p is one person near to the author, who speaks for
// himself: "my accountant tells me".
func (v *view) somebodyOfMine(p phrase) bool {
	h := v.headPart(p)
	return !h.empty() && v.has(h.last-1, human) && !ownPeople[v.low(h.last-1)]
}

// isSomebody reports whether p describes a person or a body: "the Latvian
// operator".
func (v *view) isSomebody(p phrase) bool {
	h := v.headPart(p)
	return !h.empty() && v.tag(h.first) == doc.DT && v.has(h.last-1, human|body) && v.w[h.last-1].mention < 0 && v.w[h.last-1].figure < 0
}

// nameStart is the first word of the name that word i belongs to.
func (v *view) nameStart(i int) int {
	if v.w[i].mention >= 0 {
		i, _ = v.extent(i)
		return i
	}
	return i
}

// namedAt reports whether word i is part of a name, known or not.
func (v *view) namedAt(i int) bool {
	return v.actorAt(i) || i >= 0 && v.tag(i) == doc.NNP && v.upper(i) && v.w[i].mention < 0 && v.timeAt[i] < 0
}

// actorAt reports whether word i belongs to the name of a person or an
// organisation.
func (v *view) actorAt(i int) bool {
	men := v.mention(i)
	return men != nil && men.Type.IsActor() && men.Form != doc.Adjective
}

// verbEnd is the word after the verb at i, its object, the time of the
// statement and "that".
func (v *view) verbEnd(i int) int {
	k := i + 1
	for n := 0; k < len(v.w) && n < 12; n++ {
		switch {
		case v.timeAt[k] >= 0:
			k = v.times[v.timeAt[k]].Last
		case v.is(k, "on", "in", "at", "late", "earlier", "early") && k+1 < len(v.w) && v.timeAt[k+1] >= 0 && v.is(i, "said", "told", "reported", "announced", "stated", "warned", "estimated", "wrote", "added", "noted", "declared", "claimed", "reckoned", "put", "gave", "counted"):
			k++
		case v.is(k, "to") && v.is(k+1, "us", "me", "them", "reporters", "journalists", "parliament"):
			k += 2
		case v.is(k, "in", "at", "from", "through") && v.has(i, says) && v.placePhrase(k+1) > 0:
			k = v.placePhrase(k + 1)
		case v.is(i, "told", "tells") && (v.isNoun(k) || v.tag(k) == doc.DT || v.tag(k) == doc.PRP || v.tag(k).IsAdjective()) && v.w[k].figure < 0 && k < i+6:
			k++
		case v.is(k, "that"):
			return k + 1
		default:
			return k
		}
	}
	return k
}

// placePhrase gives the word after the name of a place at word k, or after "an
// interview", "a statement"; 0 if none stands there.
func (v *view) placePhrase(k int) int {
	for v.tag(k) == doc.DT || v.tag(k) == doc.PRPS {
		k++
	}
	if v.isPlace(k) {
		_, e := v.extent(k)
		if v.has(e, attaches) || v.ends(e) || v.is(e, "that") || e < len(v.w) && v.timeAt[e] >= 0 {
			return e
		}
		return 0
	}
	if v.is(k, "interview", "statement", "speech", "letter", "tweet", "spokesman", "spokeswoman", "hearing") {
		return k + 1
	}
	return 0
}

// reachOf tells to which side the attribution over words first to last governs:
// set off by commas it looks back, and ahead where more follows.
func (v *view) reachOf(first, verb, last int) reach {
	offBefore := first > 0 && (v.isComma(first-1) || v.isQuote(first-1) || v.isDash(first-1) || v.is(first-1, ";", "–"))
	switch {
	case !offBefore && (v.opensAs(first) || v.is(first-1, "as") && (v.figureNext(last) || v.is(last, "of") && v.figureAt(last+1))):
		return ahead
	case !offBefore && v.is(first-1, "as") && v.isQuote(last) && v.figureBefore(first):
		return onward // "passed 40 as the mayor spoke of “mistakes”"
	case !offBefore && v.relates(first) && !(v.figureAt(last) && v.behindWhich(first)) && !v.is(last-1, "that") && !v.has(last, auxiliary) && !(v.is(last, "at", "as") && v.figureSoon(last+1)):
		return nearest
	case !offBefore:
		return ahead
	case v.is(last, ";") && !v.verbBetween(last, len(v.w)):
		return bothWays
	case last >= len(v.w) || v.tag(last) == doc.Period || v.is(last, ";") || v.nothingMore(last):
		return back
	case first > 1 && v.isComma(first-1) && v.tag(first-2) == doc.CC:
		return ahead
	case v.isComma(last) || v.isQuote(last):
		return bothWays
	case v.is(first-1, ";"):
		return ahead
	}
	// "Of the 945 men, the army said 107 …" governs ahead; so does what a
	// fronted phrase precedes.
	return ahead
}

// nothingMore reports whether from word k on the sentence says only where, when or to
// whom something was said.
func (v *view) nothingMore(k int) bool {
	if v.isComma(k) || v.isQuote(k) || !v.figureBefore(k) {
		return false
	}
	for ; k < len(v.w); k++ {
		if v.figureAt(k) || v.finite(k) || v.isComma(k) || v.isQuote(k) || v.is(k, "that", ";", ":") {
			return false
		}
	}
	return true
}

// relates reports whether the statement that begins at word i hangs on what stands
// before it: "40, as the mayor said", "the 40 that the mayor named", and not "it is
// clear that the mayor counted 40".
func (v *view) relates(i int) bool {
	if i > 0 && v.tag(i-1) == doc.DT && !v.is(i-1, "that") {
		i--
	}
	switch {
	case v.is(i-1, "as", "which"):
		return true
	case !v.is(i-1, "that"):
		return false
	}
	return (v.isNoun(i-2) || v.figureAt(i-2) || v.isComma(i-2)) && !v.has(i-2, document|says) && !v.is(i-2, "fact", "news", "allegation", "assertion", "suggestion", "idea", "view")
}

// behindWhich reports whether "which" with a preposition stands before the subject at word i:
// "the roll, on which the union found 40 men".
func (v *view) behindWhich(i int) bool {
	for i > 0 && v.tag(i-1) == doc.DT {
		i--
	}
	return v.is(i-1, "which", "whom") && v.tag(i-2) == doc.IN
}

// opensAs reports whether "as" begins the sentence before the subject at word i:
// "As the foreman recalled it, 40 men …", "Yesterday, as the foreman said, 40 …".
func (v *view) opensAs(i int) bool {
	for i > 0 && v.tag(i-1) == doc.DT {
		i--
	}
	return v.is(i-1, "as") && (i == 1 || v.isComma(i-2) && !v.figureBefore(i))
}

// figureBefore reports whether a figure stands before word i in the sentence.
func (v *view) figureBefore(i int) bool {
	for _, f := range v.first {
		if f < i {
			return true
		}
	}
	return false
}
