package nlp

import (
	"strings"

	"analyze/internal/doc"
	"analyze/internal/nlp/gazetteer"
)

// isPerson decides whether a run is a person by its words or by those beside it.
func (n *namer) isPerson(c *cand) bool {
	words, english := n.personWords(c)
	if words == 0 || words > 5 || n.firmOf(c) {
		return false
	}
	power, cue := n.personShape(c, words, english), n.personCue(c.first, c.last)
	first := n.traits[c.first]
	if words == 1 && (lookup(members, n.words[c.first]) || first.has(tRole) && !first.any(tGiven|tSurname)) {
		return false
	}
	if words == 1 && c.title > 0 && c.first > 0 && gazetteer.Title(n.words[c.first-1:c.last]) == 2 {
		return false // "the Crown Prince"
	}
	if words == 1 && power == 0 {
		if first.any(tCaps|tCommon) || n.hit(c.first) != nil {
			return false
		}
		power = 22
	}
	if power += cue; power < enough-20 {
		return false
	}
	if h := n.hit(c.first); h != nil && h.Start == c.first && h.End == c.last {
		if words > 1 && !h.Matches[0].Weak && c.title == 0 && h.Matches[0].Entry.Kind != gazetteer.City {
			return false
		}
		if !first.has(tGiven) {
			power -= 15
		}
	}
	if c.title == 0 {
		power -= n.againstPerson(c, words, english, cue)
	}
	c.typ, c.power = doc.Person, power
	return true
}

// members are what the speakers of an assembly call each other and their chair.
var members = set("member", "members", "friend", "gentleman", "lady", "speaker", "chair", "minister", "house", "leader", "colleague")

// personWords counts the capitalised words of a run and those of them that are
// common English; 0 where a word or what follows rules a person out.
func (n *namer) personWords(c *cand) (words, english int) {
	for i := c.first; i < c.last; i++ {
		t := n.traits[i]
		if t.has(tCap) {
			words++
		}
		if strings.ContainsAny(n.words[i], "0123456789") {
			return 0, 0
		}
		if t.has(tOrgHead) && !t.has(tSurname) && i > c.first || n.words[i] == "&" || n.words[i] == "of" {
			return 0, 0
		}
		if t.any(tEnglish|tCommon) && !t.any(tGiven|tSurname|tInitial) {
			english++
		}
	}
	if c.title == 0 && words > 2 && english == words-1 && n.hit(c.first) != nil && n.hit(c.first).Matches[0].Entry.Kind.Type() == "PLACE" {
		return 0, 0 // "Texas Border Legal Aid"
	}
	if c.title == 0 && words > 1 && !n.traits[c.first].has(tGiven) && (n.listed(c.first, c.last) || lookup(notAlone, n.words[c.last-1]) || lookup(notBodies, n.words[c.last-1])) {
		return 0, 0
	}
	if c.title == 0 && words > 1 && (n.holdsBody(c) || lookup(foreignHeads, n.words[c.first]) || lookup(noSurnames, n.words[c.last-1])) {
		return 0, 0
	}
	if words > 1 && (lookup(placeHeads, n.words[c.last-1]) || lookup(sureHeads, n.words[c.last-1])) || lookup(placeFirsts, n.words[c.first]) ||
		n.described(c.last, orgNouns) || n.described(c.last, placeNouns) {
		return 0, 0
	}
	return words, english
}

// noSurnames end rows of capitals that are no persons.
var noSurnames = set("jihad", "jihadist", "islam", "war", "crisis", "brothers", "brotherhood")

// holdsBody reports whether a listed organisation or people is in a run, whose
// name may be a given name as well ("ISIS", "Muslim").
func (n *namer) holdsBody(c *cand) bool {
	for i := c.first; i < c.last; i++ {
		h := n.hit(i)
		if h == nil || h.Matches[0].Weak || h.Matches[0].User {
			continue
		}
		if k := h.Matches[0].Entry.Kind; k == gazetteer.Group || k.Type() == "ORG" && n.traits[i].has(tCaps) {
			return true
		}
	}
	return false
}

// personShape is what the words of a run say for a person.
func (n *namer) personShape(c *cand, words, english int) int {
	first, last := n.traits[c.first], n.traits[c.last-1]
	switch {
	case c.title > 0 && words <= 4:
		return 76
	case words >= 2 && first.has(tGiven) && !first.has(tFree|tCommon):
		if last.has(tSurname) {
			return 78
		}
		return 66
	case words >= 2 && last.has(tSurname) && !first.has(tCaps):
		return 50
	case words >= 3 && n.traits[c.first+1].has(tInitial) || words >= 2 && first.has(tInitial) && !last.any(tInitial|tCaps):
		return 70
	case words >= 2 && n.nameParticle(c):
		return 54
	case n.words[c.first] == "bin" || n.words[c.first] == "ibn":
		return 60
	case words == 1 && strings.HasPrefix(n.words[c.first], "al-") && n.hit(c.first) == nil && n.placeCue(c.first, c.last) == 0:
		return 53
	case words >= 2 && words <= 3 && !first.any(tCaps|tOrgHead) && !n.camel(c.first):
		return 51 - 12*english - n.placeCue(c.first, c.last)
	}
	return 0
}

// againstPerson is what speaks against a person without a title.
func (n *namer) againstPerson(c *cand, words, english, cue int) (p int) {
	if cue == 0 && english == words {
		p += 15
	}
	if !n.traits[c.first].has(tGiven) && n.orgCue(c.first, c.last) >= 20 {
		p += 20
	}
	if words > 1 && strings.EqualFold(n.word(c.first-1), "the") {
		p += 25
	}
	return p
}

// nameParticle reports whether a particle of personal names is in the run.
func (n *namer) nameParticle(c *cand) bool {
	for i := c.first; i < c.last; i++ {
		w := n.words[i]
		if n.traits[i].has(tParticle) || w == "Abu" || w == "Bin" || w == "Ibn" || w == "Van" || w == "Von" || w == "Al" || w == "Abdul" || strings.HasPrefix(w, "al-") {
			return true
		}
	}
	return false
}

// personCue is what the words beside say for a person.
func (n *namer) personCue(first, last int) int {
	p := 0
	prev := n.trait(first - 1)
	switch {
	case prev.has(tRole) && !prev.has(tCap):
		p += 24
	case n.word(first-1) == "as" && n.word(first-2) == "known" && n.personBefore(first-3):
		p += 34
	case n.word(first-1) == "named" && !lookup(placeHeads, n.word(first-2)) && !lookup(placeNouns, n.word(first-2)) && !lookup(orgNouns, n.word(first-2)):
		p += 36
	case lookup(speech, n.word(first-1)) && !n.trait(first).has(tOpens) && !lookup(copulas, n.word(last)): // said Neumann
		p += 26
	case lookup(names, n.word(first-1)) && lookup(posts, n.word(last)):
		p += 44 // "names Lindqvist CEO"
	case prev.has(tLower) && lookup(relatives, n.word(first-1)):
		p += 30
	}
	next := n.word(last)
	switch {
	case n.tagAt(first-2).IsNoun() && (n.word(first-1) == "from" || n.word(first-1) == "in") && n.trait(first-2).has(tLower):
		// the verb is that of the noun: "a soldier from Derna told us"
	case lookup(speech, next):
		p += 24
	case lookup(personVerbs, next):
		p += 14
	case n.word(first-1) == "," && next == "," && n.trait(first-2).has(tRole) && n.trait(first-2).has(tLower):
		p += 24
	case next == "," && n.apposition(last+1):
		p += 22
	case next == "(" && (n.partyAt(last+1) || n.speaksFor(first, last)):
		p += 30
	case next == "(" && n.trait(last+1) == 0:
	case (next == "’s" || next == "'s") && lookup(kin, n.word(last+1)):
		p += 22
	case next == "who" || next == "," && n.word(last+1) == "who":
		p += 18
	}
	return p
}

var (
	// names are verbs by which one is given a post, and posts what follows then.
	names = set("names", "named", "appoints", "appointed", "elects", "elected", "makes", "made", "hires", "hired", "picks", "picked", "taps", "tapped", "fires", "fired", "sacks", "promotes", "promoted")
	posts = set("ceo", "cfo", "coo", "cto", "chairman", "chairwoman", "chair", "chief", "president", "head", "director", "boss", "coach", "manager", "minister", "ambassador", "governor", "secretary", "envoy", "judge", "editor", "commander")
)

// speaksFor reports whether letters in brackets that are not those of the name before
// them are followed by what somebody says: "Keora Petse (UDC) asked".
func (n *namer) speaksFor(first, last int) bool {
	return n.acronymLike(last+1) && n.word(last+2) == ")" && lookup(speech, n.word(last+3)) && !n.initials(n.words[last+1], first, last) && !n.trait(last-1).any(tOrgHead|tCaps)
}

// copulas go on with what is said of a name, not by it: "he says Lund was spared".
var copulas = set("was", "were", "is", "are", "will", "would", "has", "had", "must", "should", "could", "can", "may", "might")

// partyAt reports whether a party stands at token i alone before a bracket closes:
// "Weber (GroenLinks)".
func (n *namer) partyAt(i int) bool {
	h := n.hit(i)
	return h != nil && h.Start == i && h.Matches[0].Entry.Kind == gazetteer.Party && n.word(h.End) == ")"
}

// personBefore reports whether the nearest sure name before token i is a
// person's.
func (n *namer) personBefore(i int) bool {
	for k := min(i, len(n.strong)-1); k >= 0 && k > i-8; k-- { // no name is sure yet while lists are read
		if n.strongAt(k, doc.Person) {
			return true
		}
		if n.strong[k] != doc.NoType {
			return false
		}
	}
	return false
}

var (
	personVerbs = set("told", "called", "met", "thinks", "believes", "recalls", "recalled", "studied", "teaches", "joined", "married", "resigned", "testified", "spoke", "tweeted", "predicts", "predicted", "writes", "worked", "works", "argues", "estimates", "notes", "suggests", "concludes")
	kin         = set("father", "mother", "brother", "sister", "wife", "husband", "son", "daughter", "lawyer", "family", "parents", "uncle", "cousin", "neighbour", "neighbor", "colleague")
)

// apposition reports whether at token i a description of a person or an age
// begins: "a researcher with", "34,", "the head of".
func (n *namer) apposition(i int) bool {
	if n.tagAt(i) == doc.CD && (n.word(i+1) == "," || n.word(i+1) == ".") && len(n.word(i)) <= 2 {
		return true
	}
	for k := i; k < i+7 && k < len(n.words); k++ {
		t := n.traits[k]
		if t.has(tRole) || t.has(tLower) && n.words[k] == "head" {
			return true
		}
		tag := n.tagAt(k)
		if !(tag == doc.DT || tag.IsAdjective() || tag.IsNoun() || tag == doc.POS || n.words[k] == "-" || tag == doc.VBG || tag == doc.IN && k == i+1 || tag == doc.PRPS) {
			return false
		}
	}
	return false
}
