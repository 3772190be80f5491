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

// stated reads the verb of saying or counting at word i.
func (v *view) stated(i int, m *memory) (attribution, bool) {
	if !v.has(i, says|counts) || !v.mayReport(i) || v.ownVerb(i, i+1) {
		return attribution{}, false
	}
	if v.tellsYou(i) {
		who := speaker{text: v.text(i-1, i), span: v.span(i-1, i), referent: -1, pronoun: true, first: i - 1, last: i}
		return attribution{first: i - 1, last: v.verbEnd(i), reach: ahead, who: who, verb: i}, true
	}
	return v.reported(i, m)
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

// spoken reports whether an attribution with a known speaker was found.
func (v *view) spoken() bool {
	for i := range v.said {
		if v.said[i].who.known() {
			return true
		}
	}
	return false
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
			case i == 0:
				a.reach = ahead // "Put by the army at 40, the toll …"
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
		if x, ok := v.saidBehind(i, a, m); ok {
			return x, true
		}
	}
	a, ok := v.withSubject(i, a, m)
	return a, ok && v.asserts(i, &a)
}

// saidBehind reads the speaker behind the verb at word i.
func (v *view) saidBehind(i int, a attribution, m *memory) (attribution, bool) {
	p := v.phraseAfter(i + 1)
	if v.tag(i+1) == doc.PRP {
		p = phrase{i + 1, i + 2}
	}
	a.who = v.speakerIn(p, m)
	a.first, a.last, a.reach = i, p.last, bothWays
	if x, ok := v.apposed(p.last); ok {
		if !a.who.isName(v) {
			a.who = x
		}
		a.last = max(a.last, x.last)
	}
	return a, a.who.known() && v.accepts(i, p) && v.standsAlone(i, p)
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
	return v.tag(i) == doc.VBN && v.is(i+1, "by") && !v.has(i-1, auxiliary)
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
	start, helped := v.verbStart(i)
	if start == 0 {
		return a, false
	}
	if v.tag(i) == doc.VBG && !helped {
		return v.elliptic(i, a, m)
	}
	p, apposition, remote, ok := v.sayingSubject(start)
	if !ok || v.asksOnly(i) || v.mine(p.first) || v.is(p.first, "neither", "nobody", "none", "no") {
		return a, false
	}
	if p.empty() {
		return v.elliptic(i, a, m)
	}
	if v.ourOwn(p) && !(v.is(p.first, "my", "our") && v.is(i+1, "me", "us")) || apposition.empty() && v.itsPeople(p) || v.is(p.first-1, "than") && v.ends(i+1) || v.supposed(p.first) || v.askedIn(p.first) {
		return a, false
	}
	p = v.listBefore(p)
	if a.who, ok = v.subjectSpeaker(i, p, apposition, m); !ok {
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

// verbStart is the word at which the group of the verb at word i begins, auxiliaries,
// adverbs and times included; 0 if no subject can stand before it, or if it says what is
// not stated. helped reports an auxiliary, whether in the group or right before it.
func (v *view) verbStart(i int) (start int, helped bool) {
	for start = i; start > 0; start-- {
		k := start - 1
		helped = helped || v.has(k, auxiliary)
		switch {
		case reflexives[v.low(k)] && k > 0, v.has(k-1, auxiliary) && (v.tag(k) == doc.RBR || v.is(k, "since")):
		case v.timeAt[k] < 0 && (v.tag(k) == doc.RB || v.tag(k) == doc.MD || v.has(k, auxiliary) && v.w[k].mention < 0 && v.tag(k) != doc.POS):
			if v.is(k, "not", "n't", "never") || v.onlyPossible(k, i) || v.is(k, "would", "will", "'ll") && words.frames[v.low(i)] != nil {
				return 0, helped
			}
		case !v.ofTime(k):
			return start, helped
		}
	}
	return 0, helped
}

// reflexives stand between a subject and its verb: "the council itself says".
var reflexives = wordSet("itself himself herself themselves")

// ofTime reports whether word k belongs to a time or is the preposition of one.
func (v *view) ofTime(k int) bool {
	if v.timeAt[k] >= 0 && v.w[k].mention < 0 {
		return true
	}
	if k+1 >= len(v.w) || v.timeAt[k+1] < 0 {
		return false
	}
	return v.is(k, "in", "on", "by", "for", "since", "until") || v.is(k, "of") && (!v.has(k-1, document) || v.w[max(k-1, 0)].mention >= 0)
}

// sayingSubject finds the subject before the verb group at word end and what stands in
// apposition to it. remote reports that a clause parts it from its verb; ok is false if the
// phrase there is no subject.
func (v *view) sayingSubject(end int) (p, apposition phrase, remote, ok bool) {
	p, apposition = v.subject(end)
	if p.empty() && v.is(end-1, "of") && v.has(end-2, document) && v.is(end-2, "census", "survey", "poll", "study") {
		return v.phraseBefore(end - 1), apposition, true, true // "the census of 2011 found"
	}
	if p.empty() {
		p = v.acrossRelative(end)
	}
	if v.is(end-1, "which", "who", "that") {
		return p, apposition, false, true // what it stands for
	}
	if far, name := v.farSubject(end, p); !far.empty() {
		return far, name, true, true
	}
	if p.empty() || !v.afterPreposition(p.first) {
		return p, apposition, false, true
	}
	return p, apposition, false, v.namedAt(p.last-1) && !v.isPlace(p.last-1) && p.last-p.first > 1
}

// asksOnly reports whether the verb at word i tells what is not known: "said how", "said if".
func (v *view) asksOnly(i int) bool {
	return v.is(i+1, "how", "whether", "why") || v.is(i+1, "if") && !v.concludes(i+2)
}

// ourOwn reports whether the subject p is the author, or what is his.
func (v *view) ourOwn(p phrase) bool {
	switch v.low(p.first) {
	case "we", "i":
		return true
	case "our":
		return !v.anyOf(publicBodies, p.first+1, p.last) && !v.ofBody(p)
	case "my":
		return !v.somebodyOfMine(p)
	}
	return false
}

// subjectSpeaker tells whom the subject p of the verb at word i stands for, or its
// apposition.
func (v *view) subjectSpeaker(i int, p, apposition phrase, m *memory) (who speaker, ok bool) {
	if !apposition.empty() {
		if who, _ = v.nameIn(apposition); !who.known() {
			who = v.orgApposed(p, apposition)
		}
	}
	if !who.known() && !v.accepts(i, p) && !v.isSomebody(apposition) {
		return who, false
	}
	if s, found := v.bodyOf(p, m); found {
		who = s
	} else if s := v.speakerIn(p, m); !who.known() || s.isName(v) {
		who = s
	}
	return who, !who.pronoun || v.has(i, says)
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
		case v.low(k) == "(" && v.is(v.pastBrackets(k), "that"):
			return v.pastBrackets(k) + 1
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
	last = v.pastAdjunct(last)
	offBefore := first > 0 && (v.isComma(first-1) || v.isQuote(first-1) || v.isDash(first-1) || v.is(first-1, ";", "–"))
	switch {
	case !offBefore && (v.opensAs(first) || v.is(first-1, "as") && (v.figureNext(last) || v.is(last, "of") && v.figureAt(last+1))):
		return ahead
	case !offBefore && v.is(first-1, "as") && v.isQuote(last) && v.figureBefore(first):
		return onward // "passed 40 as the mayor spoke of “mistakes”"
	case !offBefore && v.behindWhich(first) && v.figureBefore(first) && !v.anyFigure(last, min(last+4, len(v.w))):
		return nearest // "the 40 men of whom the guard wrote"
	case !offBefore && v.relates(first) && !(v.figureAt(last) && v.behindWhich(first)) && !v.is(last-1, "that") && !v.has(last, auxiliary) && !(v.is(last, "at", "as") && v.figureSoon(last+1)):
		return nearest
	case !offBefore:
		return ahead
	case v.low(last) == ":" && v.figureWithin(last+1, 4):
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

// pastAdjunct is the sign that closes the phrase with a preposition at word k, if nothing else
// stands there: "she tells me over coffee, and".
func (v *view) pastAdjunct(k int) int {
	start := k
	if v.tag(k) == doc.TO && (v.tag(k+1) == doc.DT || v.tag(k+1) == doc.PRPS || v.tag(k+1) == doc.NNP) {
		k++ // "wrote to the bishop"
	} else if v.tag(k) != doc.IN || v.is(k, "that") {
		return k
	}
	for i := k + 1; i < len(v.w) && i < k+8 && !v.figureAt(i) && !v.finite(i) && v.tag(i) != doc.TO; i++ {
		if v.isComma(i) || v.tag(i) == doc.Period || v.low(i) == ":" {
			return i
		}
	}
	return start
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
	i = v.withArticles(i)
	return v.is(i-1, "which", "whom") && v.tag(i-2) == doc.IN
}

// opensAs reports whether "as" begins the sentence before the subject at word i:
// "As the foreman recalled it, 40 men …", "Yesterday, as the foreman said, 40 …".
func (v *view) opensAs(i int) bool {
	i = v.withArticles(i)
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
