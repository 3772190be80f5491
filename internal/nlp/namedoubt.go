package nlp

import (
	"slices"
	"strings"

	"analyze/internal/doc"
	"analyze/internal/nlp/gazetteer"
)

// noName reports whether an unlisted candidate is a thing, a report or a rate
// that has capitals, but nobody and no place.
func (n *namer) noName(c *cand) bool {
	if n.isIndex(c) || c.by != byUser && (n.isGeneralOffice(c) || n.isRank(c) || n.brokenOff(c)) {
		return true
	}
	if n.hit(c.first) != nil && n.wholeHit(c) || c.by == byUser {
		return false
	}
	last := n.words[c.last-1]
	switch {
	case c.typ == doc.Org && c.last-c.first == 1 && n.traits[c.first]&(tRole|tOrgHead|tCaps) == tRole && n.hit(c.first) == nil:
		return true // "(Clerk, acting)"
	case c.typ == doc.Person && c.title == 0 && lookup(ailments, n.word(c.last)) && c.last-c.first == 1 && !n.traits[c.first].has(tGiven):
		return true // "Lassa fever"
	case n.headsAlone(c), n.fieldOfOffice(c), n.lettered(c), n.graded(c), n.coded(c), n.shortened(c), n.twoLands(c), n.isPaper(c), n.isAddress(c), n.isBareHall(c), n.isCitedPaper(c), n.isWorkOf(c), n.unitOf(c), n.twoPeoples(c), n.isOrder(c), n.crowned(c), n.seatOf(c):
		return true
	case c.typ == doc.Org && c.by == byModel && c.last-c.first > 1 && !n.traits[c.last-1].has(tOrgHead) && n.described(c.last, things):
		return true
	case c.typ == doc.Person && c.last-c.first > 1 && c.title == 0 && (n.opensWork(c) || n.described(c.last, things)):
		return true
	case (c.typ == doc.Org || c.typ == doc.Person) && !lookup(jihads, n.words[c.first]) && lookup(jihad, last):
		return true
	case c.typ == doc.Group || c.last-c.first < 2:
		return false
	case c.typ == doc.Org && c.last-c.first == 2 && strings.EqualFold(last, "fund") && lookup(accounts, n.words[c.first]):
		return true
	}
	return lookup(ratings, last) && n.plainRow(c)
}

// headsAlone reports whether a candidate is the one common word before a full stop or a
// colon that opens a paragraph as its heading: "2. Wolf. The warden spoke", "Revenue. In
// the year".
func (n *namer) headsAlone(c *cand) bool {
	t := n.traits[c.first]
	if c.last-c.first > 1 || !t.any(tEnglish|tCommon) || t.any(tCaps|tGiven) || n.hit(c.first) != nil && !n.hit(c.first).Matches[0].Weak {
		return false
	}
	s := &n.d.Sentences[n.sentenceOf(c.first)]
	for i := s.First; i < c.first; i++ {
		if n.traits[i].any(tCap | tLower) {
			return false
		}
	}
	return c.last >= s.Last || c.last == s.Last-1 && n.traits[c.last].has(tSign)
}

// fieldOfOffice reports whether a body is the field of whoever has it: Education in
// "the Minister for Education".
func (n *namer) fieldOfOffice(c *cand) bool {
	if c.typ != doc.Org && c.typ != doc.Place || c.hit >= 0 || n.word(c.first-1) != "of" && n.word(c.first-1) != "for" || !lookup(fieldHolders, n.word(c.first-2)) {
		return false
	}
	return n.plainRow(c)
}

// fieldHolders are offices that a field follows.
var fieldHolders = set("minister", "ministers", "secretary", "undersecretary", "commissioner", "spokesman", "spokeswoman", "spokesperson")

// ailments follow the name that an illness goes by.
var ailments = set("fever", "virus", "disease", "syndrome", "syndromes", "syndrome.", "palsy", "lymphoma", "sarcoma", "encephalitis", "vaccine", "infection", "infections", "cells", "test", "index", "effect", "equation", "coefficient", "scale", "score", "regression", "distribution", "estimator", "curve", "theorem")

var jihad = set("jihad", "jihadist", "jihadists")

// jihads are words that a body's name has before "Jihad".
var jihads = set("islamic", "palestinian", "egyptian", "laskar", "lashkar", "tanzim", "takfir", "tala'i")

// plainRow reports whether a candidate is of up to three common words.
func (n *namer) plainRow(c *cand) bool {
	for i := c.first; i < c.last; i++ {
		if !n.traits[i].any(tEnglish|tOrgHead|tCommon) || n.traits[i].has(tCaps) {
			return false
		}
	}
	return c.last-c.first <= 3
}

// opensWork reports whether a candidate begins as a title does: "Becoming Mulan".
func (n *namer) opensWork(c *cand) bool {
	t := n.traits[c.first]
	return strings.HasSuffix(n.words[c.first], "ing") && t.has(tEnglish) && !t.any(tGiven|tSurname)
}

var (
	// accounts are the funds of a budget.
	accounts = set("general", "reserve", "contingency", "capital", "enterprise", "operating", "debt")
	// things have names that look like a person's.
	things = set("cable", "pipeline", "interconnector", "line", "ship", "vessel", "book", "film", "novel", "song", "law", "project", "scheme", "campaign", "programme", "program", "drug", "vaccine", "software", "game", "documentary", "satellite", "rocket", "missile", "tunnel", "railway", "motorway", "dam", "field", "reactor", "operation", "mission", "exercise", "initiative", "budget", "treaty", "plan", "fund", "storm", "hurricane", "cyclone", "typhoon")
)

// ratings end rows of two common words that name a paper or a measure.
var ratings = set("report", "rate", "rates", "assessment", "index")

// graded reports whether a candidate is a letter and a number: "grades K-3".
func (n *namer) graded(c *cand) bool {
	letters, digits, hyphens := 0, 0, 0
	for i := c.first; i < c.last; i++ {
		for _, r := range n.words[i] {
			switch {
			case '0' <= r && r <= '9':
				digits++
			case r == '-' || r == '–':
				hyphens++
			default:
				letters++
			}
		}
	}
	return letters == 1 && digits > 0 && hyphens > 0 || letters == 0 || c.by == byModel && n.figures(c)
}

// brokenOff reports whether the speaker breaks off in an unlisted name: "President
// Lind- — President Lindqvist".
func (n *namer) brokenOff(c *cand) bool {
	return n.hit(c.last-1) == nil && n.word(c.last) == "-" && n.glued(c.last) && !n.glued(c.last+1) && (dash(n.word(c.last+1)) || n.word(c.last+1) == n.words[c.last-1])
}

// twoPeoples reports whether a candidate is the adjectives of two peoples: "the
// Danish-German border".
func (n *namer) twoPeoples(c *cand) bool {
	if c.typ == doc.Person || c.typ == doc.Group || c.by == byGazetteer || c.last-c.first > 3 {
		return false
	}
	text := n.words[c.first]
	if c.last-c.first == 3 && n.words[c.first+1] == "-" {
		text += "-" + n.words[c.first+2]
	} else if c.last-c.first > 1 {
		return false
	}
	a, b, ok := strings.Cut(text, "-")
	return ok && n.peoples(a) && n.peoples(b)
}

// peoples reports whether a word is first of all the adjective of a people.
func (n *namer) peoples(word string) bool {
	ms := n.g.Lookup(word)
	return len(ms) > 0 && demonymic(ms[0]) || word == "Soviet"
}

// seatOf reports whether letters in brackets behind a politician are where she sits, with
// her party or without: "Bishop (GA)", "Carter (R-GA)".
func (n *namer) seatOf(c *cand) bool {
	if c.typ != doc.Org || c.last-c.first > 1 || n.word(c.first-1) != "(" || n.word(c.last) != ")" || !n.trait(c.first-2).has(tCap) {
		return false
	}
	w := n.words[c.first]
	if len(w) == 4 && w[1] == '-' && (w[0] == 'R' || w[0] == 'D' || w[0] == 'I') {
		w = w[2:]
	}
	return len(w) == 2 && lookup(postal, w) && (len(n.words[c.first]) == 4 || !n.trait(c.first-2).has(tOrgHead) && !n.initials(w, max(c.first-3, 0), c.first-1) && !n.initials(w, c.first-2, c.first-1))
}

// postal are the letters that stand for a state of the United States.
var postal = set("al", "ak", "az", "ar", "ca", "co", "ct", "de", "fl", "ga", "hi", "id", "il", "in", "ia", "ks", "ky", "la", "me", "md", "ma", "mi", "mn", "ms", "mo", "mt", "ne", "nv", "nh", "nj", "nm", "ny", "nc", "nd", "oh", "ok", "or", "pa", "ri", "sc", "sd", "tn", "tx", "ut", "vt", "va", "wa", "wv", "wi", "wy")

// isOrder reports whether a candidate is an order of a head of state, a court or a house.
func (n *namer) isOrder(c *cand) bool {
	k := c.last - 1
	return c.typ == doc.Org && k > c.first && (n.words[k] == "Order" || n.words[k] == "Orders") && lookup(ordered, n.words[k-1])
}

var ordered = set("executive", "standing", "restraining", "administrative", "confiscation", "statutory", "interim", "deportation", "gag", "protection", "closure", "consent", "detention")

// crowned reports whether a body is an office of a land: "the King of Norway".
func (n *namer) crowned(c *cand) bool {
	if c.typ != doc.Org || c.last-c.first < 3 || n.words[c.first+1] != "of" || n.traits[c.first].has(tOrgHead) || gazetteer.Title(n.words[c.first:c.first+1]) == 0 {
		return false
	}
	k := c.first + 2
	if n.words[k] == "the" {
		k++
	}
	h := n.hit(k)
	return h != nil && h.End == c.last && n.national(h)
}

// figures reports whether a candidate is a position in degrees: "33.78°N".
func (n *namer) figures(c *cand) bool {
	return slices.Contains(n.words[c.first:c.last], "°") || strings.Contains(n.words[c.first], "°")
}

// coded reports whether the model alone takes the number of a thing for a name:
// "exhibit P7", "speakers of an L2".
func (n *namer) coded(c *cand) bool {
	w := strings.TrimSuffix(n.words[c.first], "s")
	if c.by != byModel || c.last-c.first > 1 || len(w) > 4 || n.hit(c.first) != nil || n.orgCue(c.first, c.last) > 0 {
		return false
	}
	letters := strings.TrimRight(w, "0123456789")
	counted := len(w) < len(n.words[c.first]) || lookup(exhibits, n.word(c.first-1)) || n.word(c.first-1) == "." && lookup(exhibits, n.word(c.first-2))
	return counted && letters != "" && len(letters) <= 2 && len(letters) < len(w)
}

// exhibits stand before the number of a thing.
var exhibits = set("exh", "exh.", "exhibit", "exhibits", "form", "forms", "item", "items", "document", "doc.", "a", "an", "model", "type")

// unitOf reports whether letters stand in brackets behind the label of a table's row:
// they are a unit.
func (n *namer) unitOf(c *cand) bool {
	return c.typ == doc.Org && c.by <= byModel && c.last-c.first == 1 && n.traits[c.first].has(tCaps) && n.views[n.sentenceOf(c.first)].kind == doc.TableBlock &&
		n.word(c.first-1) == "(" && n.word(c.last) == ")" && n.trait(c.first-2).has(tLower) && n.hit(c.first) == nil
}

// shortened reports whether the model alone takes an abbreviation of a common
// term for a name: "NGO ships".
func (n *namer) shortened(c *cand) bool {
	return c.last-c.first == 1 && c.by == byModel && (n.traits[c.first].has(tCaps) || n.camel(c.first)) && n.hit(c.first) == nil && len(n.words[c.first]) > 2 && lookup(noOrgs, n.words[c.first]) &&
		!lookup(speech, n.word(c.last)) && !lookup(orgVerbs, n.word(c.last))
}

// twoLands reports whether a candidate is two listed places with a small word
// between: "left the Netherlands for Syria".
func (n *namer) twoLands(c *cand) bool {
	a, b := n.hit(c.first), n.hit(c.last-1)
	if c.typ != doc.Org || a == nil || b == nil || a.Start != c.first || a.End+1 != b.Start || b.End != c.last {
		return false
	}
	switch n.words[a.End] {
	case "for", "to", "from", "in", "via", "into":
		return a.Matches[0].Entry.Kind.Type() == "PLACE" && b.Matches[0].Entry.Kind.Type() == "PLACE"
	}
	return false
}

// ratio reports whether token i is the abbreviation of a rate: "(CFR 1.9%)",
// "CFR (%)".
func (n *namer) ratio(i int) bool {
	if !n.traits[i].has(tCaps) || !lookup(ratios, n.words[i]) {
		return false
	}
	next := n.word(i + 1)
	return n.tagAt(i+1) == doc.CD || next == "=" || next == ":" || next == "of" && n.tagAt(i+2) == doc.CD || next == "(" && strings.HasPrefix(n.word(i+2), "%")
}

var ratios = set("nnv", "nnt", "nnh", "auc", "ci", "iqr", "smr", "arr", "rr", "hr", "sd", "anova", "bmi", "cfr", "ifr", "gam", "sam", "mam", "imr", "cmr", "cdr", "mmr", "tfr", "muac", "awd", "roe", "roi")

// numbered reports whether two capitals that open a sentence number an item:
// "AP 7.1 Mr. Field to send it".
func (n *namer) numbered(i int) bool {
	return n.traits[i].has(tCaps|tOpens) && len(n.words[i]) == 2 && n.tagAt(i+1) == doc.CD && strings.IndexByte(n.words[i+1], '.') > 0
}

// hyphenBrand decides on two unlisted words with a hyphen, the second in
// capitals: "Promo-LEX".
func (n *namer) hyphenBrand(c *cand) bool {
	if c.last-c.first != 3 || n.words[c.first+1] != "-" || !n.glued(c.first+1) || !n.glued(c.first+2) {
		return false
	}
	a, b := n.traits[c.first], n.traits[c.first+2]
	if a.any(tCaps|tGiven|tEnglish|tNever) || lookup(unbranded, n.words[c.first]) || !b.has(tCaps) || b.has(tNever) || n.hit(c.first) != nil || n.hit(c.first+2) != nil || len(n.words[c.first]) < 3 || strings.ContainsAny(n.words[c.first]+n.words[c.first+2], "0123456789") || lookup(noOrgs, n.words[c.first+2]) {
		return false
	}
	c.typ, c.power = doc.Org, sureOfRule
	return true
}

// unbranded are prefixes that stand before names and make none with them.
var unbranded = set("pre", "post", "neo", "non", "anti", "pro", "sub", "semi", "multi", "mid", "inter", "intra", "trans", "ultra", "quasi", "pseudo", "proto", "cross", "über")

// undergone are participles of what is done to firms, works and lines, never to
// a person.
var undergone = set("enlarged", "expanded", "privatised", "privatized", "nationalised", "nationalized", "inaugurated", "upgraded", "decommissioned", "merged", "delisted", "refinanced", "recapitalised", "recapitalized", "restructured", "completed", "launched", "dissolved", "mothballed", "overhauled")

// undergoes reports whether at token i stands "was enlarged".
func (n *namer) undergoes(i int) bool {
	switch n.word(i) {
	case "was", "is", "were", "be":
		return lookup(undergone, n.word(i+1))
	}
	return false
}
