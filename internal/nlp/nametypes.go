package nlp

import (
	"strings"

	"analyze/internal/doc"
	"analyze/internal/nlp/gazetteer"
)

// soundsPerson reports whether an unlisted name that the model takes for a body,
// with a person as its second thought, is by its words a person's: a given name
// alone, or two or three words of no language that the lists know.
func (n *namer) soundsPerson(c *cand) bool {
	if c.typ != doc.Org || n.orgCue(c.first, c.last) > 0 {
		return false
	}
	t := n.traits[c.first]
	if c.last-c.first == 1 {
		return t.has(tGiven) && !t.any(tCaps|tEnglish|tFree) && (c.other == doc.Person && c.otherScore >= 0.15 || c.model < 0.75)
	}
	if last := n.traits[c.last-1]; c.last-c.first == 2 && last.has(tCaps) && len(n.words[c.last-1]) > 5 && !t.any(tCaps|tEnglish|tOrgHead) && !last.any(tEnglish|tOrgHead) && n.hit(c.first) == nil && n.setAt(c.first) == plain {
		return true // "Haivat AKHUNDZADA", as some write surnames
	}
	return c.other == doc.Person && c.otherScore >= 0.2 && n.placeCue(c.first, c.last) == 0 && n.strangeRow(c)
}

// amongMembers reports whether two words that the model takes for a body's are who is
// present or speaks by a given name and the signs beside them, or who an apposition
// says is a body's man: "Tom Chalk; Ann Field", "Q5 Tom Chalk:".
func (n *namer) amongMembers(c *cand) bool {
	if c.typ != doc.Org || c.last-c.first != 2 || n.traits[c.last-1].any(tOrgHead|tCaps|tNever) || n.hit(c.first) != nil && !n.hit(c.first).Matches[0].Weak {
		return false
	}
	prev, next := n.word(c.first-1), n.word(c.last)
	if prev == "," && next == "," && n.roleOf(c.first-2) {
		return true
	}
	return n.traits[c.first].has(tGiven) && !n.traits[c.first].has(tEnglish) && (next == ":" || next == ";" || prev == ";")
}

// strangeRow reports whether a candidate is two or three words with capitals, none
// of them known as anything but a name.
func (n *namer) strangeRow(c *cand) bool {
	for i := c.first; i < c.last; i++ {
		t := n.traits[i]
		if !t.has(tCap) || t.any(tCaps|tEnglish|tCommon|tOrgHead|tNever) || lookup(placeHeads, n.words[i]) || lookup(foreignHeads, n.words[i]) || strings.ContainsAny(n.words[i], "0123456789&") {
			return false
		}
	}
	return c.last-c.first > 1 && c.last-c.first < 4
}

// honoured reports whether how one addresses a person stands before token i.
func (n *namer) honoured(i int) bool {
	w := n.word(i - 1)
	if w == "." {
		w = n.word(i - 2)
	}
	return lookup(honorifics, w)
}

var honorifics = set("mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "dr", "dr.", "prof", "prof.", "professor", "mme", "señor", "señora")

// isIndex reports whether a candidate is a measure of markets or of the weather: "Dow
// Jones Industrial Average", "S&P 500", "El Niño".
func (n *namer) isIndex(c *cand) bool {
	first, last := n.words[c.first], n.words[c.last-1]
	if c.last-c.first < 2 {
		return false
	}
	switch first {
	case "El":
		return last == "Niño" || last == "Nino"
	case "Hang":
		return last == "Seng" && n.word(c.last) != "Bank"
	case "La":
		return last == "Niña" || last == "Nina"
	}
	return last == "Intermediate" || c.typ == doc.Org && (lookup(averages, last) || lookup(indices, first) && last[0] <= '9' && last[0] >= '0')
}

var (
	averages = set("average", "composite", "benchmark")
	indices  = set("s&p", "ftse", "cac", "nikkei", "csi", "asx", "ibex", "russell", "nifty", "top", "dax")
)

// isAddress reports whether what the model takes for a name is how one calls
// somebody or opens a sentence: "PROF.", "Secretary", "Accordingly".
func (n *namer) isAddress(c *cand) bool {
	if c.last-c.first == 2 && n.words[c.first] == "Group" && len(n.words[c.last-1]) == 1 {
		return true // of a cup
	}
	if c.by != byModel || n.hit(c.first) != nil {
		return false
	}
	w, t := n.words[c.first], n.traits[c.first]
	if c.last-c.first == 2 && (t.has(tInitial|tOpens) && n.traits[c.last-1].any(tEnglish|tCommon) && !n.traits[c.last-1].any(tSurname|tGiven)) {
		return true // "A. Innovation"
	}
	if c.last-c.first > 1 {
		return c.typ == doc.Person && lookup(members, w) && n.words[c.first+1] == "the"
	}
	switch {
	case w[len(w)-1] == '.' && len(w) > 2 && titleAt(n.words[c.first:c.last]) > 0:
		return true
	case lookup(relatives, w), t.has(tInitial) && c.typ == doc.Person:
		return true
	case c.typ == doc.Person && t.has(tRole) && !t.any(tGiven|tSurname):
		return true
	}
	return t.has(tOpens) && n.word(c.last) == "," && strings.HasSuffix(w, "ly") && t.any(tCommon|tEnglish)
}

// bare takes off a person the letters of honours and degrees behind the name
// and the people or creed before it: "Ann Field OBE", "Scientologist Tom Field".
func (n *namer) bare(c *cand) {
	for c.last-c.first > 2 && lookup(honours, strings.TrimSuffix(n.words[c.last-1], ".")) {
		c.last--
		n.traits[c.last] |= tNever
		if n.words[c.last-1] == "," {
			c.last--
		}
	}
	if c.last-c.first < 3 || !n.traits[c.first+1].has(tGiven) || n.traits[c.first].has(tGiven) {
		return
	}
	h := n.hit(c.first)
	if h == nil && strings.HasSuffix(n.words[c.first], "ist") && n.pluralListed(c.first) || h != nil && h.End == c.first+1 && (h.Matches[0].Entry.Kind == gazetteer.Group || demonymic(h.Matches[0])) {
		c.first++
	}
}

// judged takes off a person the letters of a judge behind the name: "Larkin JA".
func (n *namer) judged(c *cand) {
	last := n.words[c.last-1]
	if c.last-c.first < 2 || c.typ != doc.Person && (c.typ != doc.Org || c.hit >= 0) || !lookup(judges, last) || strings.ToUpper(last) != last || n.traits[c.last-2].any(tNever|tOrgHead) || !n.traits[c.last-2].has(tCap) {
		return
	}
	if last == "J" && (n.traits[c.last-2].has(tInitial) || n.trait(c.last).has(tCap)) {
		return
	}
	c.last--
	n.traits[c.last] |= tNever
	c.typ, c.power = doc.Person, max(c.power, 70)
}

var judges = set("j", "ja", "jja", "cj", "acj", "dcj", "lj", "ljj", "jj", "jsc", "aja", "aj", "dp", "jca", "ccj")

// honours are letters behind a person's name, in small letters.
var honours = set("obe", "mbe", "cbe", "kbe", "dbe", "gbe", "cmg", "kcmg", "gcmg", "cb", "kcb", "qc", "kc", "sc", "mp", "mep", "msp", "ms", "mla", "mna", "mk", "frs", "frcp", "frcs", "phd", "ph.d", "dphil", "md", "m.d", "msc", "mph", "jd", "ll.m", "llm", "llb", "esq", "rn", "ra", "rsc", "sj", "s.j", "op", "ofm", "usn", "usaf", "usmc", "tds", "dso", "mc", "vc", "dsc", "am", "ao", "ac", "onz", "mba", "cpa", "pe", "snp", "jp", "mlc", "mhr", "dba", "edd", "dds", "dvm", "drph", "msw", "bsc", "fba", "fras", "frgs", "pc", "cvo", "ksg", "san")
