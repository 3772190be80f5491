package nlp

import (
	"analyze/internal/doc"
	"analyze/internal/nlp/tagger"
)

// Rules see a name in words and their neighbours, and in texts they were not made
// for they see names that are none. The model, asked how likely the same words are a
// name, knows better by far: of rows of capitals that look like a person's name and
// that it gives less than e⁵ to one, one in five is a person.

// rated reports whether there is a model, and with it odds of each token.
func (n *namer) rated() bool { return len(n.odds) == len(n.words) }

// hearModel has the model speak on what it has not found itself.
func (n *namer) hearModel() {
	if !n.rated() {
		return
	}
	for i := range n.cands {
		if c := &n.cands[i]; n.doubted(c) && c.power+n.modelSays(c) < enough || c.by != byUser && c.typ == doc.Org && n.opensTitle(c) || lookup(asides, n.words[c.first]) || c.last-c.first == 1 && c.by != byUser && c.title == 0 && lookup(unnamed, n.words[c.first]) {
			c.power = 0
		}
	}
}

// doubted reports whether a candidate needs the model's leave.
func (n *namer) doubted(c *cand) bool {
	switch c.by {
	case byRule:
		return c.power < sureOfRule && !n.shoutedLetters(c)
	case byGazetteer:
		return n.commonListed(c)
	}
	return false
}

// sureOfRule is the power from which on a rule needs no leave.
const sureOfRule = 90

// expected are the odds, in nats, that a name of middling power should have.
const expected = 7

// modelSays returns what the model's odds add to the power of a candidate: nothing,
// or less. A title before a person's name speaks for itself, and of letters the
// model knows less than of words.
func (n *namer) modelSays(c *cand) int {
	own, any := n.oddsOf(c)
	switch {
	case c.typ == doc.Person && c.title > 0 && !n.plainWords(c):
		own += 4
	case c.form == doc.Acronym && c.by == byGazetteer:
		own += 3
	case c.form == doc.Acronym:
		own += 1.5
	}
	says := max(5*(own-expected), -40)
	if c.by == byRule && any > own+3 {
		says -= min(3*(any-own-3), 20)
	}
	return min(int(says), 0)
}

// plainWords reports whether a candidate is of common words that are nobody's name:
// Marketing in "Vice President Marketing".
func (n *namer) plainWords(c *cand) bool {
	for i := c.first; i < c.last; i++ {
		if t := n.traits[i]; t.has(tCap) && (!t.any(tEnglish|tCommon|tRole) || t.any(tGiven|tSurname|tCaps)) {
			return false
		}
	}
	return true
}

// oddsOf returns the mean odds of a candidate's words for its type and for any. The
// small words between them do not count.
func (n *namer) oddsOf(c *cand) (own, any float32) {
	t, words := taggerType(c.typ), float32(0)
	for i := c.first; i < c.last; i++ {
		if n.traits[i].has(tCap) {
			own += n.odds[i][t]
			any += n.odds[i].Any()
			words++
		}
	}
	words = max(words, 1)
	return own / words, any / words
}

// isDeed reports whether words that letters in brackets stand for are a law, a treaty,
// a plan or the like, or nothing that the model would call a name: "Fiscal Year (FY)".
func (n *namer) isDeed(c *cand) bool {
	for i := c.first; i < c.last; i++ {
		if lookup(deeds, n.words[i]) {
			return n.hitOf(c.first, c.last) < 0
		}
	}
	return !n.heard(c)
}

// deeds are what people sign, pass or draw up.
var deeds = set("act", "agreement", "agreements", "convention", "treaty", "protocol", "code", "accord", "accords", "ordinance", "regulation", "regulations", "directive", "strategy", "plan", "framework", "charter", "covenant", "statute", "compact", "memorandum", "declaration", "decree", "constitution", "budget", "survey", "index", "questionnaire", "deal")

// shoutedLetters reports whether a candidate is letters in a line of title case, of
// which the model knows little.
func (n *namer) shoutedLetters(c *cand) bool {
	return c.form == doc.Acronym && n.setAt(c.first) == titleCase
}

// heard reports whether the model would have a name that the document knows from
// other places stand here.
func (n *namer) heard(c *cand) bool {
	if !n.rated() {
		return true
	}
	own, _ := n.oddsOf(c)
	return own >= 1
}

// commonListed reports whether a listed name is doubtful in itself, or but one
// common word: "Vice", "Article 36".
func (n *namer) commonListed(c *cand) bool {
	words := 0
	for i := c.first; i < c.last; i++ {
		if t := n.traits[i]; t.has(tCap) {
			words++
			if !t.any(tEnglish | tCommon) {
				words++
			}
		}
	}
	return c.power < 70 || c.typ == doc.Org && words == 1
}

// fromOdds takes words that nothing has taken and that the model thinks a name all the
// same: where several types are likely none of them is likelier than no name, though
// one of them is right as a rule.
func (n *namer) fromOdds() {
	if !n.rated() {
		return
	}
	found := len(n.cands)
	for s := range n.d.Sentences {
		sent := &n.d.Sentences[s]
		if n.views[s].set != plain || n.views[s].note {
			continue
		}
		for i := sent.First; i < sent.Last; i++ {
			if n.taken[i] != 0 || !n.traits[i].has(tCap) {
				continue
			}
			k := i + 1
			for k < sent.Last && n.traits[k].has(tCap) {
				k++
			}
			if c, ok := n.likely(i, k); ok {
				n.cands = append(n.cands, c)
			}
			i = k - 1
		}
	}
	if len(n.cands) > found {
		n.order()
	}
}

// likely makes a name of the capitalised words from token first to last, if the model
// gives each of them good odds and one type to all.
func (n *namer) likely(first, last int) (c cand, ok bool) {
	if last-first > 3 || !n.apart(first, last) || last-first == 1 && lookup(notAlone, n.words[first]) {
		return c, false
	}
	var sums [doc.Place + 1]float32
	for i := first; i < last; i++ {
		if n.taken[i] != 0 || n.traits[i].any(tNever|tWork|tRole|tCaps) || n.traits[i].has(tFree|tEnglish) || n.bareWord(i) || n.papers.find(foldHash(n.words[i])) != nil || n.void[i] || n.misc[i] || n.odds[i].Any() < oddsOfNone {
			return c, false
		}
		best := float32(-100)
		for t := doc.Person; t <= doc.Place; t++ {
			o := n.odds[i][taggerType(t)]
			sums[t] += o
			best = max(best, o)
		}
		if best < n.odds[i].Any() {
			return c, false // a work or a thing
		}
	}
	sums[doc.Person] += float32(n.personCue(first, last)) / cuesPerNat
	sums[doc.Org] += float32(n.orgCue(first, last)) / cuesPerNat
	sums[doc.Place] += float32(n.placeCue(first, last)) / cuesPerNat
	c = cand{first: first, last: last, typ: doc.Person, by: byModel, power: enough, hit: -1}
	for t := doc.Person; t <= doc.Place; t++ {
		if sums[t] > sums[c.typ] {
			c.typ = t
		}
	}
	if k := first - 2; c.typ == doc.Person && n.word(first-1) == "of" && k >= 0 && n.taken[k] != 0 && n.cands[n.taken[k]-1].typ == doc.Person {
		c.typ = doc.Org // "Ann Field of Mercer"
	}
	return c, true
}

// cuesPerNat is how much of what the words beside a name say makes one nat of odds.
const cuesPerNat = 5

// apart reports whether tokens first to last are no piece of something longer: no
// letter or number by itself, nothing that a hyphen or an apostrophe ties to them, no
// name beside them that "and" could join.
func (n *namer) apart(first, last int) bool {
	for _, k := range [...]int{first - 1, last} {
		switch n.word(k) {
		case "-", "'", "’", "&", "v", "v.", ".":
			return false
		}
		if n.word(k) == "and" && k == last && last+1 < len(n.taken) && n.taken[last+1] != 0 && n.traits[last-1].has(tEnglish) {
			return false // "Rose and Crown House"
		}
		if k >= 0 && k < len(n.taken) && n.taken[k] != 0 && n.sentenceOf(k) == n.sentenceOf(first) {
			return false
		}
	}
	if w := n.word(first - 1); (w == "'s" || w == "’s") && n.traits[last-1].has(tOrgHead) {
		return false
	}
	return !n.traits[first].has(tInitial) && len(n.words[first]) > 2 && !lookup(noOrgs, n.words[first]) && !lookup(unnamed, n.words[first]) && !lookup(weekdays, n.words[first])
}

// weekdays are names of days as tables shorten them.
var weekdays = set("mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun")

// oddsOfNone are the odds from which on a word is a name though no finder took it.
const oddsOfNone = 10

func taggerType(t doc.MentionType) tagger.Type {
	switch t {
	case doc.Person:
		return tagger.Person
	case doc.Org:
		return tagger.Org
	case doc.Group:
		return tagger.Group
	}
	return tagger.Place
}
