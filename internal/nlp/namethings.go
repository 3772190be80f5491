package nlp

import (
	"strings"

	"analyze/internal/doc"
)

// noThing marks in a sentence the words with capitals that make an address, an
// office or a bare hall, so that nothing is named by them.
func (n *namer) noThing(i int) bool {
	w := n.words[i]
	switch {
	case lookup(boxes, w):
		return n.word(i+1) == "Box" || n.word(i+1) == "BOX"
	case w == "Box" || w == "BOX":
		return lookup(boxes, n.word(i-1)) || strings.HasSuffix(n.word(i-1), ".") && lookup(boxes, n.word(i-2)+n.word(i-1))
	case n.isDegree(i), lookup(labelled, w) && n.tagAt(i+1) == doc.CD:
		return true
	case len(w) <= 4 && lookup(francs, w):
		next := n.word(i + 1)
		return n.tagAt(i+1) == doc.CD || n.tagAt(i-1) == doc.CD || strings.HasPrefix(next, "franc") || next == "/" || w == "FCFA"
	case len(w) <= 2 || lookup(grades, n.word(i-1)):
		return lookup(grades, n.word(i-1)) && n.trait(i-1).has(tCap) && (len(w) == 1 || n.traits[i].has(tNever) || lookup(ordinals, w))
	}
	return false
}

var (
	boxes  = set("p.o.", "po", "p.o", "o.")
	francs = set("cfa", "fcfa", "f.cfa")
	// grades stand before a letter or number that is one of a scale.
	grades   = set("band", "grade", "class", "category", "tier", "phase", "round", "stage", "step", "level", "version", "plate", "vote", "wave", "form", "type", "vitamin", "hepatitis", "influenza")
	ordinals = set("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
)

// cutNumber takes off a body the count of what it does: "DTM Round X".
func (n *namer) cutNumber(c *cand) {
	if k := c.last - 1; c.last-c.first > 2 && c.typ == doc.Org && lookup(grades, n.words[k-1]) && (n.traits[k].has(tNever) || len(n.words[k]) <= 2 || n.tagAt(k) == doc.CD) {
		c.last -= 2
	} else if c.last-c.first > 1 && c.typ == doc.Org && lookup(grades, n.words[k]) && n.traits[k].has(tCap) && n.trait(k+1).has(tNever) {
		c.last--
	}
}

// isGeneralOffice reports whether a candidate is an office that goes by its holder:
// "Inspector General", "Secretary-General".
func (n *namer) isGeneralOffice(c *cand) bool {
	if w := n.words[c.last-1]; strings.HasSuffix(w, "-designate") || strings.HasSuffix(w, "-elect") {
		return true // "the Prime Minister-designate"
	}
	if c.last-c.first > 2 && c.typ != doc.Place && lookup(charged, n.words[c.first]) && lookup(envoys, n.words[c.first+1]) && n.traits[c.first+2].has(tLower) {
		return true // "High Commissioner for Peace"
	}
	if c.typ == doc.Place || !strings.EqualFold(n.words[c.last-1], "general") || c.last-c.first > 4 {
		return false
	}
	k := c.last - 2
	if k > c.first && n.words[k] == "-" {
		k--
	}
	if k < c.first || !lookup(generals, n.words[k]) {
		return false
	}
	return k == c.first || k == c.first+1 && lookup(deputies, n.words[c.first]) || k == c.first+2 && n.words[c.first+1] == "-"
}

var (
	generals = set("inspector", "auditor", "comptroller", "attorney", "solicitor", "surveyor", "director", "secretary", "postmaster", "surgeon", "advocate", "prosecutor", "accountant", "registrar", "quartermaster", "adjutant", "governor", "consul", "controller", "receiver", "administrator", "commissioner", "statistician", "paymaster", "procurator")
	deputies = set("deputy", "assistant", "under", "acting", "vice", "former", "interim", "associate")
)

// envoys are offices whose charge follows.
var (
	envoys  = set("commissioner", "envoy", "representative", "rapporteur", "coordinator", "co-ordinator", "adviser", "advisor", "prosecutor")
	charged = set("high", "special", "personal")
)

// isBareHall reports whether a place is a room that every town has: "Town Hall".
func (n *namer) isBareHall(c *cand) bool {
	if c.typ == doc.Person || c.last-c.first < 2 || !lookup(rooms, n.words[c.last-1]) {
		return false
	}
	for i := c.first; i < c.last-1; i++ {
		if !n.traits[i].has(tSign) && !lookup(civic, n.words[i]) && n.tagAt(i) != doc.POS {
			return false
		}
	}
	return true
}

var (
	rooms = set("hall", "chamber", "chambers", "room", "centre", "center", "offices", "library", "building")
	civic = set("town", "city", "village", "council", "civic", "county", "parish", "community", "conference", "committee", "meeting", "main", "board", "visitors", "visitor", "women", "men", "youth", "workers", "students", "members", "day", "drop-in", "job", "call", "shopping", "leisure", "medical", "treatment", "reception", "guild", "municipal", "church", "sports", "health")
)

// isCitedPaper reports whether what is taken for an unlisted body is the paper that a
// note cites behind its author: "ERC, Household Access Survey 2022, p. 41".
func (n *namer) isCitedPaper(c *cand) bool {
	comma := c.first - 1
	if strings.EqualFold(n.word(comma), "the") {
		comma--
	}
	if c.typ != doc.Org || c.by > byModel || c.last-c.first < 2 || n.word(comma) != "," || !n.strongAt(comma-1, doc.Org) && !n.strongAt(comma-1, doc.Person) && !n.trait(comma-1).has(tCaps) {
		return false
	}
	last := n.words[c.last-1]
	if n.citedOn(c) {
		return true // "Border Police, Encounters at Sea (Riga: BP, 2023)"
	}
	if n.views[n.sentenceOf(c.first)].note && n.word(c.last) == "," && (n.trait(c.last+1).has(tNever) || n.tagAt(c.last+1) == doc.CD) && n.headless(c) {
		return true // "Soufan Center, White Supremacy Extremism, p. 9"
	}
	return (lookup(paperHeads, last) || lookup(notTails, last) || lookup(serialHeads, last)) && n.commonTo(c.first, c.last-1)
}

// citedOn reports whether what goes on from a candidate to the next comma or bracket is
// followed by where and when a work came out, or by its number.
func (n *namer) citedOn(c *cand) bool {
	end := n.d.Sentences[n.sentenceOf(c.first)].Last
	k := c.last
	for k < end && k < c.last+12 && n.words[k] != "(" && n.words[k] != "," {
		k++
	}
	if k >= end || n.hitOf(c.first, c.last) >= 0 {
		return false
	}
	if n.words[k] == "," {
		return k+1 < end && k > c.last && !n.traits[k+1].has(tLower) && strings.ContainsAny(n.words[k+1], "0123456789") && len(n.words[k+1]) > 3
	}
	last := n.pastBracket(k) - 1
	return last > k+2 && last < end && n.cites(last-1)
}

// headless reports whether no word of a candidate heads bodies, and one is common.
func (n *namer) headless(c *cand) bool {
	common := false
	for i := c.first; i < c.last; i++ {
		if n.traits[i].any(tOrgHead|tCaps) || n.hit(i) != nil {
			return false
		}
		common = common || n.traits[i].any(tEnglish|tCommon)
	}
	return common
}

// isRank reports whether a body in capitals is the rank of the person behind it:
// "DCI Karen Field".
func (n *namer) isRank(c *cand) bool {
	return c.typ == doc.Org && c.last-c.first == 1 && n.traits[c.first].has(tCaps) && lookup(moreTitles, n.words[c.first]) && n.trait(c.last).has(tCap) && n.trait(c.last+1).has(tCap)
}

// cutOffice begins a person behind an office and the title in the middle: "Medical
// Superintendent Dr Rao".
func (n *namer) cutOffice(c *cand) {
	n.cutPost(c)
	if c.typ == doc.Person {
		n.cutHonoured(c)
	}
}

// cutPost takes off a name the letters of the post behind it: "names Lindqvist CEO".
func (n *namer) cutPost(c *cand) {
	if c.last-c.first > 1 && n.traits[c.last-1].has(tCaps) && lookup(posts, n.words[c.last-1]) && n.setAt(c.first) == plain {
		c.last--
	}
}

func (n *namer) cutHonoured(c *cand) {
	if c.last-c.first < 3 || !n.traits[c.first].any(tEnglish|tRole|tCommon) || n.traits[c.first].has(tGiven) {
		return
	}
	for k := c.first + 1; k+1 < c.last; k++ {
		if n.honoured(k + 1) {
			c.title, c.first = 1, k+1
			return
		}
	}
}

// isDegree reports whether the letters at token i stand behind a person's name and a
// comma: "Ann Field, Q.C.".
func (n *namer) isDegree(i int) bool {
	w := n.words[i]
	if n.word(i-1) != "," || !strings.HasSuffix(w, ".") || len(w) >= 9 || !n.trait(i-2).has(tCap) || n.trait(i+1).has(tCap) {
		return false
	}
	return lookup(honours, strings.ReplaceAll(w, ".", "")) || len(w) > 3 && dotted(w) && len(n.g.Lookup(w)) == 0
}

// dotted reports whether a word is letters with a full stop behind each: "M.L.C.".
func dotted(w string) bool {
	for i := 0; i+1 < len(w); i += 2 {
		if w[i] < 'A' || w[i] > 'Z' || w[i+1] != '.' {
			return false
		}
	}
	return len(w)%2 == 0
}

// isWorkOf reports whether an unlisted candidate is what a film or a book is called:
// "her film Green Border".
func (n *namer) isWorkOf(c *cand) bool {
	return n.hit(c.first) == nil && lookup(artworks, n.word(c.first-1)) && n.trait(c.first-1).has(tLower) && !n.traits[c.first].has(tGiven)
}

var artworks = set("film", "films", "novel", "documentary", "album", "song", "musical", "opera", "memoir", "bestseller", "sitcom", "thriller", "blockbuster")

// lettered reports whether what looks like a person is a heading with its letter:
// "B. The hill tracts".
func (n *namer) lettered(c *cand) bool {
	if c.typ != doc.Person || c.last-c.first != 2 || !n.traits[c.first].has(tInitial|tOpens) {
		return false
	}
	t := n.traits[c.first+1]
	return lookup(starters, n.words[c.first+1]) || t.has(tEnglish) && !t.any(tGiven|tSurname) && n.d.Sentences[n.sentenceOf(c.first)].First == c.first && n.trait(c.last).has(tLower)
}
