package claim

import (
	"sort"
	"strings"

	"analyze/internal/doc"
)

// standIns are words by which a body is meant that was named before, with what
// its name must not have in it: the council is no charity.
var standIns = func() map[string]map[string]bool {
	state := "ministry ministries department government council commission court police army parliament treasury office authority"
	trade := " ltd inc corp plc llc gmbh company holding airlines motors bank"
	m := map[string]map[string]bool{}
	for words, not := range map[string]string{
		"organisation organization body": "",
		"agency watchdog regulator":      "party union" + trade,
		"charity group ngo network lobby foundation association campaign coalition institute": state + trade,
		"union guild federation": state + trade,
		"company firm manufacturer operator insurer airline utility lender retailer maker": state + " union association federation society workers steelworkers institute university fund programme nations",
		"party":                                state + trade,
		"hospital clinic":                      state + trade,
		"newspaper paper broadcaster magazine": state + trade,
	} {
		set := wordSet(not)
		for _, w := range strings.Fields(words) {
			m[w] = set
		}
	}
	return m
}()

// maxStandIn is how many sentences back a body may have acted that a word like
// "the charity" stands for.
const maxStandIn = 6

// standIn gives the body that the words p, "the charity", stand for: the subject of
// the same sentence, else the one that spoke or acted last, if its name does not
// forbid it.
func (v *view) standIn(p phrase, m *memory) speaker {
	h := v.headPart(p)
	if h.last-h.first != 2 || h.last != p.last || v.tag(h.last) == doc.VBN && !v.ends(h.last) || !v.is(h.first, "the", "this") {
		return speaker{}
	}
	word := v.low(h.last - 1)
	not, ok := standIns[word]
	if !ok {
		return speaker{}
	}
	s := v.bodyBefore(h.first, m)
	if s.referent < 0 || s.person || s.last > h.first || !v.mayStandFor(s, word, not) {
		if s = m.body; m.count-m.bodyAt > maxStandIn || !v.mayStandFor(s, word, not) || v.bodyNamed(word, v.w[h.last-1].tok) >= 0 || v.besideIt(s.referent, word, v.w[h.last-1].tok) {
			return speaker{}
		}
		for i := range v.said {
			if a := &v.said[i]; a.who.referent == s.referent && a.who.first < h.first && a.verb > a.who.first && a.first+1 < len(v.w) && v.low(a.first+1) != word && !v.actorAt(a.first) {
				return speaker{} // another word stands for it in this sentence
			}
		}
	}
	s.first, s.last = h.first, h.last
	return s
}

// maxOther bounds how many tokens back a word is looked for that names another body.
const maxOther = 60

// besideIt reports whether a sentence lately before token t names the body of the referent and, set
// apart from it, another by the word: "Oxfam met the union. The union says".
func (v *view) besideIt(referent int, word string, t int) bool {
	for k := t - 1; k > 0 && k > t-maxOther; k-- {
		if !strings.EqualFold(v.d.Word(k), word) || v.d.Tokens[k-1].Tag != doc.DT {
			continue
		}
		list, s := v.d.Mentions, v.d.SentenceAt(v.d.Tokens[k].Start)
		for m := sort.Search(len(list), func(i int) bool { return list[i].First >= k-1 }) - 1; m >= 0 && list[m].Sentence == s; m-- {
			if men := &list[m]; v.referent(m) == referent && men.Last <= k-2 && v.d.Tokens[men.Last].Tag != doc.Comma {
				return true
			}
		}
	}
	return false
}

// mayStandFor reports whether word may stand for the body s, whose name must have
// none of the words not and which the text has not called something else.
func (v *view) mayStandFor(s speaker, word string, not map[string]bool) bool {
	if !s.known() || s.referent < 0 || v.d.Referents[s.referent].Type != doc.Org {
		return false
	}
	for _, w := range strings.Fields(strings.ToLower(v.d.Referents[s.referent].Name)) {
		if not[w] {
			return false
		}
	}
	called := v.calledAs(s.referent)
	return called == "" || called == word || !rivals[called][word]
}

// rivals are words of which no two stand for one body.
var rivals = func() map[string]map[string]bool {
	m := map[string]map[string]bool{}
	groups := [...]string{"company firm manufacturer operator insurer airline utility lender retailer maker", "union guild federation", "party", "hospital clinic",
		"newspaper paper broadcaster magazine", "charity group ngo network lobby foundation association campaign coalition institute"}
	for i, a := range groups {
		for _, w := range strings.Fields(a) {
			m[w] = map[string]bool{}
			for j, b := range groups {
				for _, x := range strings.Fields(b) {
					m[w][x] = m[w][x] || i != j
				}
			}
		}
	}
	return m
}()

// calledAs gives the word that the text puts beside the first name of a body to say
// what it is: "the company, Karst Holding"; "" if none.
func (v *view) calledAs(referent int) string {
	list := v.d.Referents[referent].Mentions
	if len(list) == 0 || list[0] < 0 || list[0] >= len(v.d.Mentions) {
		return ""
	}
	men := &v.d.Mentions[list[0]]
	for _, t := range [...]int{men.First - 1, men.First - 2, men.Last + 2, men.Last + 3, men.Last + 4} {
		if t >= 0 && t < len(v.d.Tokens) {
			if w := strings.ToLower(v.d.Word(t)); rivals[w] != nil {
				return w
			}
		}
	}
	return ""
}

// ownPeople are those who count for a body: what they count is its word.
var ownPeople = wordSet("teams team volunteers staff doctors medics monitors researchers investigators inspectors auditors workers observers officers members branches clinics experts analysts")

// bodyOf gives the body whose people p are: "its teams have counted 40".
func (v *view) bodyOf(p phrase, m *memory) (speaker, bool) {
	h := v.headPart(p)
	if h.empty() || !v.is(p.first, "its", "their") || v.w[h.last-1].mention >= 0 || !ownPeople[v.low(h.last-1)] {
		return speaker{}, false
	}
	s, ok := v.possessor(p.first, m)
	return s, ok && !s.person && s.referent >= 0
}

// elidedBy reports whether the possessive at word i ends a comparison and holds
// for a figure that is not named again: "lower than the ministry's 46".
func (v *view) elidedBy(i int) bool {
	p := v.phraseBefore(i)
	return v.figureAt(i+1) && !p.empty() && v.is(p.first-1, "than", "with", "against", "to", "from", "and", "versus", "by") && v.endsFigure(i+1)
}

// endsFigure reports whether an end or a preposition follows the figure at word k.
func (v *view) endsFigure(k int) bool {
	for k < len(v.w) && v.figureAt(k) {
		k++
	}
	return v.ends(k) || v.tag(k) == doc.IN
}

// elided reads who has the figure behind a possessive without its noun: "higher
// than the ministry's (46)".
func (v *view) elided(i int, m *memory) (attribution, bool) {
	p := v.phraseBefore(i)
	if p.empty() || !v.mayOwn(p) || !v.speaks(p) {
		return attribution{}, false
	}
	who := v.speakerIn(p, m)
	return attribution{first: p.first, last: i + 1, reach: onward, who: who, verb: i}, who.known()
}

// asksWhy reads "the chairman asked why the hall had cost 40": who asks takes the
// figure for granted.
func (v *view) asksWhy(i int, m *memory) (attribution, bool) {
	p, apposition := v.subject(i)
	if p.empty() || !v.speaks(p) {
		return attribution{}, false
	}
	who, ok := v.nameIn(apposition)
	if !ok {
		who = v.speakerIn(p, m)
	}
	return attribution{first: p.first, last: i + 2, reach: ahead, who: who, verb: i}, who.known() && who.person && !who.pronoun
}

// maxFar bounds a subject with all that stands between it and its verb, in words.
const maxFar = 40

// farSubject finds the subject of the verb before word end where p, the phrase
// next to it, is only the last of what stands between: "a survey that the agency
// ran in Chad and Mali found", "unions such as Unite think", "the party founded by
// strikers, Podemos, gives". Nothing if p is the subject.
func (v *view) farSubject(end int, p phrase) (q, apposition phrase) {
	if !p.empty() && v.is(p.first-1, "as") && v.is(p.first-2, "such") {
		if q = v.phraseBefore(p.first - 2); !q.empty() && v.speaks(q) {
			return q, p
		}
	}
	if !p.empty() && (v.isSubject(p) || v.is(p.first-1, "by")) {
		return phrase{}, phrase{}
	}
	start := v.pastFronted(v.clauseStart(end), end)
	if start >= end || !p.empty() && start >= p.first {
		return phrase{}, phrase{}
	}
	q = v.phraseAfter(start)
	h := v.headPart(q)
	if q.empty() || q.last > end || h.empty() || v.figureAt(h.last-1) {
		return phrase{}, phrase{}
	}
	if q.last == end {
		if h.last < end && v.has(h.last-1, document|body|human) && v.w[h.last-1].mention < 0 {
			return q, phrase{} // all of it is the subject
		}
		return phrase{}, phrase{}
	}
	if v.is(q.last, "and") && v.tag(q.last+1) == doc.DT && v.has(h.last-1, body|human) {
		if r := v.phraseAfter(q.last + 1); r.last < end && v.speaks(r) {
			q.last = r.last // "the government and a rescue service working in the north"
		}
	}
	tail := v.pastBrackets(q.last)
	if !v.saysFromAfar(q, h.last-1, tail) {
		return phrase{}, phrase{}
	}
	if v.tag(h.last) == doc.VBN || v.tag(h.last) == doc.VBG {
		tail = h.last
	}
	if !v.onlyTail(tail, end) {
		return phrase{}, phrase{}
	}
	if v.isComma(end - 1) {
		for k := end - 2; k >= tail; k-- {
			if v.isComma(k) {
				apposition = phrase{k + 1, end - 1}
				break
			}
		}
	}
	return q, apposition
}

// saysFromAfar reports whether q, with its head at word k, may speak though a clause parts it
// from its verb: one that begins at word tail, and of a name tells who that is.
func (v *view) saysFromAfar(q phrase, k, tail int) bool {
	if v.w[k].mention >= 0 {
		return v.speaks(q) && (v.is(tail, "which", "who") || v.isComma(tail) && v.is(tail+1, "which", "who"))
	}
	return v.has(k, document|body|human) || v.handedIn(k) || v.isPerson(q) || folk[v.low(k)]
}

// folk are those who say things though no word for an office or a trade names them.
var folk = wordSet("people households families men women children parents constituents citizens locals voters patients pupils students couples individuals participants commuters passengers")

// pastFronted is the word behind the comma that ends a phrase with a preposition which
// opens the statement at word i, else i: "At the port, a clerk …".
func (v *view) pastFronted(i, end int) int {
	if v.tag(i) != doc.IN && v.tag(i) != doc.TO {
		return i
	}
	for k := i + 1; k < end && k < i+16 && !v.finite(k); k++ {
		if v.isComma(k) && v.tag(k+1) != doc.RB && v.tag(k+1) != doc.VBN && v.tag(k+1) != doc.VBG {
			return k + 1
		}
	}
	return i
}

// pastBrackets is the word behind the brackets that open at word i, else i.
func (v *view) pastBrackets(i int) int {
	for k := i; v.low(i) == "(" && k < len(v.w) && k < i+8; k++ {
		if v.tag(k) == doc.RParen {
			return k + 1
		}
	}
	return i
}

// afterPreposition reports whether a preposition of place before word i makes what follows
// no subject.
func (v *view) afterPreposition(i int) bool {
	return v.is(i-1, "in", "at", "on", "of", "near", "with", "from", "between", "through", "under") && v.tag(i-1) == doc.IN
}

// isSubject reports whether the phrase p before a verb is its subject beyond
// doubt: where a statement begins, or somebody behind a comma.
func (v *view) isSubject(p phrase) bool {
	i := p.first
	if p.last == i+1 && v.is(i, "them", "him", "us", "me") || i > 1 && v.tag(i-1) == doc.VB && v.tag(i-2) == doc.TO {
		return false
	}
	if i > 1 && v.tag(i-1) == doc.CC && v.qualifies(i-2) {
		return false // "an analysis of Dutch and Belgian files"
	}
	if i == 0 || v.tag(i-1) == doc.Colon || v.isQuote(i-1) || v.is(i-1, "that", ";", ":", "where", "when", "while", "but") || v.isDash(i-1) {
		return true
	}
	if !v.isComma(i-1) && v.tag(i-1) != doc.CC && v.timeAt[i-1] < 0 {
		return v.tag(i-1) != doc.IN && v.tag(i-1) != doc.TO && v.tag(i-1) != doc.POS && !v.finite(i-1)
	}
	return !v.isPlace(p.last-1) || v.timeAt[i-1] >= 0
}

// handedIn reports whether word k is what somebody hands in and that holds his
// figures: "the force's own return to the ministry".
func (v *view) handedIn(k int) bool {
	if v.has(k, dumb) && v.tag(k-1) == doc.POS {
		return true // "the bureau's tables"
	}
	if v.is(k, "book", "books", "board") {
		p := v.phraseBefore(k + 1)
		for i := p.first; i < k; i++ {
			if v.tag(i) == doc.POS || v.is(i, "own") {
				return true // "the firm's own accident book"
			}
		}
	}
	return v.is(k, "return", "returns", "answer", "answers", "reply", "entry") && (v.tag(k-1) == doc.POS || v.is(k-1, "own", "written", "annual", "monthly", "parliamentary", "ministerial", "official", "formal"))
}

// clauseStart is where the statement begins that word end belongs to.
func (v *view) clauseStart(end int) int {
	k := end
	for k > 0 && end-k < maxFar && !v.is(k-1, ";", ":") && !v.isQuote(k-1) && !v.behindDateline(k) && !(v.is(k-1, "and", "but", "while") && v.isComma(k-2) && v.tag(k) == doc.DT) {
		k--
	}
	if k > 0 && end-k >= maxFar {
		return end
	}
	return k
}

// behindDateline reports whether nothing but a place and a dash stand before word k: "OSLO — ".
func (v *view) behindDateline(k int) bool {
	if k < 2 || !v.isDash(k-1) || !v.isPlace(k-2) {
		return false
	}
	first, _ := v.extent(k - 2)
	return first == 0
}

// onlyTail reports whether words lo to hi are what may stand between a subject
// and its verb: one relative clause or participle, and no other statement.
func (v *view) onlyTail(lo, hi int) bool {
	opened := v.is(lo, "that", "which", "who", "whom") || v.isComma(lo) && v.is(lo+1, "which", "who") || v.tag(lo) == doc.VBN || v.tag(lo) == doc.VBG || v.tag(lo) == doc.VBD && v.is(lo+1, "by", "in", "among", "for", "during", "at", "on", "from", "as", "about") || v.tag(lo) == doc.VBD && lo+1 < len(v.w) && v.timeAt[lo+1] >= 0
	tied := v.tag(lo) == doc.IN || v.tag(lo) == doc.TO || v.tag(lo).IsAdjective() && v.tag(lo+1) == doc.IN
	if !opened && !tied {
		return false
	}
	finite, most := 0, 1
	if !opened {
		finite = 1 // none may follow
	}
	if v.tag(lo) == doc.VBD || v.tag(lo) == doc.VBN || v.tag(lo) == doc.VBG {
		finite = 1
		lo++
	}
	for k := lo; k < hi; k++ {
		switch {
		case v.is(k, ";") || v.isQuote(k) || v.figureAt(k) && !opened:
			return false
		case k > lo && opened && v.is(k, "who", "which", "whom", "whose") && v.is(k-1, "and", ","):
			most++
		case v.finite(k) && !v.finite(k-1):
			if finite++; finite > most {
				return false
			}
		}
	}
	return finite >= 1
}

// bareFigure reports whether the figure at word k stands without a noun, as the
// number that somebody has for what was counted before.
func (v *view) bareFigure(k int) bool {
	for n := 0; n < 3 && v.figureAt(k) && v.figureAt(k+1) && v.w[k].number && v.w[k+1].number; n++ {
		k++
	}
	if f := v.figureIndex(v.w[min(k, len(v.w)-1)].figure); f >= 0 && v.figureAt(k) && v.d.Figures[v.figures[f]].Kind == doc.Percent {
		return v.endsFigure(k) && !v.is(v.figureEnd(k), "of")
	}
	return v.figureAt(k) && v.w[k].number && !v.figureAt(k+1) && (v.endsFigure(k) || v.tag(k+1) == doc.RB) && !v.is(k+1, "of")
}

// eachOf gives the one of two speakers whose figure f is: "Kenya and Uganda
// reported 310 and 1,045 cases".
func (v *view) eachOf(a *attribution, f int) speaker {
	who := a.who
	if who.last-who.first != 3 || !v.is(who.first+1, "and") || who.last > a.verb {
		return speaker{}
	}
	n := 0
	for n < len(v.first) && v.first[n] < a.verb {
		n++
	}
	if n+1 >= len(v.first) || f != n && f != n+1 || !v.is(v.first[n+1]-1, "and") || v.last[n] != v.first[n+1]-1 {
		return speaker{}
	}
	k := who.first + 2*(f-n)
	if v.w[k].mention < 0 {
		return speaker{}
	}
	return v.mentionSpeaker(k)
}
