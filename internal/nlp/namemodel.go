package nlp

import (
	"strings"

	"analyze/internal/doc"
	"analyze/internal/nlp/gazetteer"
	"analyze/internal/nlp/tagger"
)

// fromModel makes candidates of what the model found.
func (n *namer) fromModel() {
	n.misc = resized(n.misc, len(n.words))
	for _, s := range n.spans {
		if s.Sentence >= len(n.d.Sentences) {
			continue
		}
		base := n.d.Sentences[s.Sentence].First
		c := cand{first: base + s.Start, last: base + s.End, typ: mentionTypes[s.Type], by: byModel, hit: -1, model: s.Score, other: mentionTypes[s.Other], otherScore: s.OtherScore}
		for i := c.first; i < c.last && s.Type == tagger.Misc; i++ {
			n.misc[i] = true
		}
		if c.typ == doc.NoType {
			continue
		}
		c.power = 25 + int(60*s.Score)
		n.cutGap(&c)
		n.cutBracket(&c)
		n.cutDash(&c)
		n.cutOwner(&c)
		n.cutSeat(&c)
		n.cutNumber(&c)
		if n.trim(&c) {
			if n.splitOrgs(c) {
				continue
			}
			n.second(&c)
			n.weigh(&c)
			n.heed(&c)
			n.doubtSet(&c)
			n.cands = append(n.cands, c)
		}
	}
}

// mentionTypes maps the tagger's types to those of mentions.
var mentionTypes = [...]doc.MentionType{tagger.Person: doc.Person, tagger.Org: doc.Org, tagger.Group: doc.Group, tagger.Place: doc.Place, tagger.Misc: doc.NoType, tagger.Adjective: doc.NoType}

// cutGap ends a candidate where the columns of a table part.
func (n *namer) cutGap(c *cand) {
	for i := c.first + 1; i < c.last; i++ {
		if n.gapBefore(i) {
			c.last = i
			return
		}
	}
}

// gapBefore reports whether a tab or three blanks or more stand before token i, in
// one line.
func (n *namer) gapBefore(i int) bool {
	from, to := n.d.Tokens[i-1].End, n.d.Tokens[i].Start
	if to < from {
		return true // a page breaks the sentence
	}
	if to-from < 3 && (to == from || n.d.Text[from] != '\t') {
		return false
	}
	gap := n.d.Text[from:to]
	return strings.IndexByte(gap, '\n') < 0 && (strings.IndexByte(gap, '\t') >= 0 || strings.HasPrefix(gap, "   "))
}

// cutBracket ends a candidate before a bracket that does not close in it.
func (n *namer) cutBracket(c *cand) {
	for i := c.first; i < c.last; i++ {
		switch n.tagAt(i) {
		case doc.LParen:
			for k := i + 1; k < c.last; k++ {
				if n.tagAt(k) == doc.RParen {
					return
				}
			}
			c.last = i
		case doc.RParen:
			c.last = i
		}
	}
}

// cutDash ends a candidate before a dash with blanks on both sides, unless a
// name goes on behind it ("Baden - Württemberg" in a text set apart), and takes
// off what it is only the paper or the kind of: "Minutes of the Board", "City
// of Nokia".
func (n *namer) cutDash(c *cand) {
	for i := c.first + 1; i+1 < c.last; i++ {
		if dash(n.words[i]) && !n.glued(i) && !n.glued(i+1) && (n.traits[i+1].any(tEnglish|tCommon|tGiven) || n.hitBetween(c.first, i)) {
			c.last = i
		}
	}
	if c.typ == doc.Place && c.last-c.first == 3 && n.words[c.first+1] == "of" && lookup(seats, n.words[c.first]) && n.hit(c.first) == nil {
		c.first += 2
	}
	if c.typ == doc.Place && c.last-c.first == 2 && (n.word(c.first-1) == "and" || n.word(c.first-1) == "or") && (lookup(placePlurals, n.words[c.last-1]) || n.words[c.last-1] == "States") && n.hitOf(c.first, c.last) < 0 {
		c.last-- // "Adamawa and Yobe States"
	}
	if c.typ == doc.Org && c.last-c.first > 3 && n.words[c.first+1] == "of" && n.words[c.first+2] == "the" && lookup(papers, n.words[c.first]) {
		c.first += 3
	}
}

// hitBetween reports whether tokens first to last are a listed name.
func (n *namer) hitBetween(first, last int) bool {
	h := n.hit(first)
	return h != nil && h.Start == first && h.End == last && !h.Matches[0].Weak
}

var papers = set("minutes", "report", "statement", "letter", "summary", "proceedings", "members", "meeting", "charter", "statutes", "resolutions", "decision", "decisions", "chairman", "chair", "records", "findings", "bulletin", "testimony", "transcript", "transcripts")

// cutOwner takes the listed owner off an organisation or a place: "Parliament's
// Finance Committee".
func (n *namer) cutOwner(c *cand) {
	h := n.hit(c.first)
	if c.typ != doc.Org && c.typ != doc.Place || h == nil || h.Start != c.first || h.End+1 >= c.last || h.Matches[0].Weak {
		return
	}
	if w := n.words[h.End]; w == "'s" || w == "’s" {
		c.first = h.End + 1
	}
}

// cutSeat ends an organisation before "at", but for a university and its town, and
// a firm behind its legal form.
func (n *namer) cutSeat(c *cand) {
	if c.typ == doc.Org && c.last-c.first > 2 && n.words[c.first+1] == "of" && n.traits[c.first].has(tCaps) && n.hit(c.first+2) != nil && !n.wholeHit(c) && n.setAt(c.first) != allCaps {
		c.last = c.first + 1 // EDM of Mozambique
	}
	if h := n.hit(c.first); c.typ == doc.Org && h != nil && h.Start == c.first && h.End < c.last && n.hitOf(h.End, c.last) >= 0 && n.national(n.hit(h.End)) && h.Matches[0].Entry.Kind == gazetteer.IntlOrg {
		c.last = h.End // the UN Syria envoy
		return
	}
	for i := c.first + 1; c.typ == doc.Org && i+1 < c.last; i++ {
		if n.words[i] == "of" && (lookup(firmTails, strings.TrimSuffix(n.words[i-1], ".")) || n.seatOnly(i, c)) {
			c.last = i
			return
		}
		if n.words[i] == "the" && n.traits[i-1].has(tCap) && n.hitEnds(i) {
			c.last = i // "in Paris the Foreign Secretary"
			return
		}
		if n.words[i] != "at" {
			continue
		}
		if h := n.hit(i + 1); h == nil || h.Matches[0].Entry.Kind.Type() != "PLACE" {
			c.last = i
		}
	}
}

// seatOnly reports whether "of" at token i is followed by the town where an unlisted
// firm has its seat, and no more: "KM Biologics of Kumamoto".
func (n *namer) seatOnly(i int, c *cand) bool {
	h := n.hit(i + 1)
	if h == nil || h.End != c.last || h.Matches[0].Entry.Kind != gazetteer.City || h.Matches[0].Weak {
		return false
	}
	for k := c.first; k < i; k++ {
		if n.traits[k].has(tOrgHead) || n.traits[k].has(tLower) || lookup(foreignHeads, n.words[k]) {
			return false
		}
	}
	return (n.hit(c.first) == nil || n.hit(c.first).End == i) && !n.traits[i-1].any(tEnglish)
}

// trim takes off a candidate what is no part of a bare name; false if nothing
// is left.
func (n *namer) trim(c *cand) bool {
	if n.feastIsland(c) {
		return true
	}
	for c.first < c.last {
		w, t := n.words[c.first], n.traits[c.first]
		switch {
		case t == 0 && c.last-c.first > 2 && c.first == n.d.Sentences[n.sentenceOf(c.first)].First && n.views[n.sentenceOf(c.first)].note: // a note's number
		case t.any(tSign|tNever) || t.has(tLower) && !t.has(tParticle):
		case lookup(starters, w) && len(w) <= 5 && !t.has(tCaps), lookup(pointing, w):
		default:
			goto tail
		}
		c.first++
	}
tail:
	for c.last > c.first {
		t := n.traits[c.last-1]
		if c.typ != doc.Group && t.has(tLower) && c.last-c.first > 1 { // the Mezzeh airport
			c.last--
			continue
		}
		if c.typ == doc.Org && c.last-c.first > 2 && (n.words[c.last-1] == "Hearing" || lookup(honorifics, n.words[c.last-1])) {
			c.last--
			continue
		}
		if t == 0 && c.last-c.first > 3 && n.traits[c.last-2].has(tLower) { // the Chamber with 9
			c.last -= 2
			continue
		}
		if t == 0 && c.typ == doc.Org && c.last-c.first > 1 && n.views[n.sentenceOf(c.first)].note { // a volume's number
			c.last--
			continue
		}
		if !t.any(tSign|tNever) && n.words[c.last-1] != "’s" && n.words[c.last-1] != "'s" && (t.any(tCap|tLower) || t == 0) {
			break
		}
		c.last--
	}
	if c.first >= c.last {
		return false
	}
	if c.typ == doc.Person {
		if lookup(suffixes, n.word(c.last)) && c.last < n.d.Sentences[n.sentenceOf(c.first)].Last {
			c.last++
		} else if n.word(c.last) == "," && lookup(suffixes, n.word(c.last+1)) && c.last+1 < n.d.Sentences[n.sentenceOf(c.first)].Last {
			c.last += 2
		}
	}
	if c.typ == doc.Org && c.last-c.first == 2 && lookup(religious, n.words[c.first]) && !n.traits[c.last-1].any(tOrgHead|tEnglish) {
		c.typ = doc.Person // "ask Sister Abrehet"
	}
	n.cutOffice(c)
	if k := n.titleLen(c.first, c.last); k > 0 && k < c.last-c.first && c.typ == doc.Person {
		c.title = k
		c.first += k
		if t := n.traits[c.first]; t.has(tLower) && !t.has(tParticle) {
			return false // "High Commissioner for Harvests"
		}
	}
	return true
}

// feastIsland reports whether a place is called after a day that names none by itself:
// "Christmas Island".
func (n *namer) feastIsland(c *cand) bool {
	return c.typ == doc.Place && c.last-c.first == 2 && n.traits[c.first].has(tCap|tNever) && lookup(sureHeads, n.words[c.last-1]) && n.traits[c.last-1].has(tCap) && !n.brokenBefore(c.last-1)
}

// religious are titles of the orders.
var religious = set("sister", "brother", "father", "mother")

// pointing are what points to a reference and is no part of a name.
var pointing = set("cf", "cf.", "see", "viz.", "viz", "e.g.", "i.e.", "incl.", "esp.", "via")

// relatives stand before a name as titles do, and moreTitles are titles that the
// tagger has not learnt of.
var (
	relatives  = set("uncle", "aunt", "auntie", "aunty", "grandma", "grandpa", "cousin", "granny")
	moreTitles = set("leader", "cllrs", "cllrs.", "aldermen", "coun.", "coun", "cllr.", "subedar", "havildar", "hajiya", "otunba", "khun", "kyai", "dra.", "thiru", "nurse", "matron", "cm", "dgp", "igp", "dci", "dsi", "dcs", "addl.", "barr.", "cde", "cde.", "sensei", "puan", "encik", "bapak", "marabout", "abbé", "père", "soeur", "frère", "padre", "schwester", "ustadh", "mwalimu", "bwana", "oga", "magistra", "magister", "mgr", "mgr.", "dott.", "dott", "avv.", "sig.", "sig.ra", "señorita", "senhor", "senhora", "fröken", "herra", "rouva", "pan", "pani", "gospodin", "gospođa", "bay", "bayan", "bhai", "saheb", "sahib", "abune", "memhir", "kes", "obbo", "adde", "aba")
)

// titleAt is [gazetteer.Title] with what else stands before a person's name.
func titleAt(words []string) int {
	k := gazetteer.Title(words)
	if k > 0 && k < len(words) && lookup(moreTitles, words[k]) {
		k++ // "Deputy CM"
	}
	if k == 0 && len(words) > 1 && words[0] == "Prime" && words[1] == "Ministers" {
		return 2
	}
	if k == 0 && len(words) > 0 && (lookup(relatives, words[0]) || lookup(moreTitles, words[0]) || lookup(manyTitled, words[0])) {
		k = 1
		if len(words) > 1 && words[1] == "." {
			k++
		}
	}
	return k
}

// manyTitled are titles of several persons who are named one after the other.
var manyTitled = set("presidents", "ministers", "congressmen", "congresswomen", "representatives", "governors", "generals", "professors", "ambassadors", "secretaries", "chancellors", "kings", "queens", "princes", "princesses", "bishops", "archbishops", "popes", "colonels", "captains", "commissioners", "premiers", "senators", "judges", "justices", "councillors", "messrs", "messrs.", "drs", "drs.", "profs.", "cllrs")

// fromTitledPairs makes persons of the unlisted names in a row behind a title in the
// plural: "Presidents Okello and Lindqvist".
func (n *namer) fromTitledPairs() {
	for i := 0; i+3 < len(n.words); i++ {
		if !n.traits[i].has(tCap) || !lookup(manyTitled, n.words[i]) || n.setAt(i) != plain {
			continue
		}
		end := min(n.d.Sentences[n.sentenceOf(i)].Last, i+20)
		for k := i + 1; k < end; {
			first := k
			for k < end && k < first+3 && n.traits[k].has(tCap) && !n.traits[k].any(tNever|tCaps|tOrgHead) && n.hit(k) == nil {
				k++
			}
			if k == first {
				break
			}
			if w := n.word(k); first > i+1 || w == "and" || w == "," {
				n.cands = append(n.cands, cand{first: first, last: k, typ: doc.Person, power: 92, hit: -1, title: 1})
			}
			if n.word(k) == "," && n.word(k+1) == "and" {
				k++
			}
			if w := n.word(k); w != "and" && w != "," {
				break
			}
			k++
		}
	}
}

// titleLen returns the number of tokens from first on that are a title, never
// all that there are, and without a country's name at its head.
func (n *namer) titleLen(first, last int) int {
	if n.traits[first].has(tInitial) {
		return 0
	}
	k := titleAt(n.words[first:last])
	for k > 0 && k >= last-first {
		k--
	}
	return k
}

// weigh takes back what the model cannot know: words that the document writes
// small elsewhere, months.
func (n *namer) weigh(c *cand) {
	if c.typ != doc.Org && n.described(c.last, orgNouns) || c.typ == doc.Person && n.described(c.last, placeNouns) {
		c.power -= 40
	}
	if c.typ != doc.Org && n.hit(c.first) == nil && !n.traits[c.first].has(tGiven) && n.orgCue(c.first, c.last) >= 20 {
		c.power -= 28
	}
	if c.typ == doc.Place && n.hit(c.first) == nil && n.orgCue(c.first, c.last) >= 16 {
		c.power -= 20
	}
	if c.typ == doc.Person && n.hit(c.first) == nil && c.title == 0 && lookup(announcers, n.word(c.first-1)) && n.trait(c.first-1).has(tLower) && !n.traits[c.first].has(tGiven) && n.personCue(c.first, c.last) == 0 {
		c.power -= 30 // the alliance so-and-so
	}
	if n.hit(c.first) == nil && n.opensTitle(c) {
		c.power = 0
		return
	}
	if c.typ == doc.Person && n.toldPress(c) {
		c.typ = doc.Org
	}
	if c.typ != doc.Person && c.last-c.first == 1 && n.hit(c.first) == nil && n.word(c.first-1) == "named" && n.personCue(c.first, c.last) >= 24 {
		c.power -= 40
	}
	if c.typ != doc.Person && n.honoured(c.first) {
		c.power -= 50
	}
	if c.last-c.first > 1 {
		n.weighRow(c)
		return
	}
	t := n.traits[c.first]
	if t.has(tFree|tCommon) || c.typ == doc.Org && t.has(tEnglish) && n.hitStarts(c.last) {
		c.power -= 25
	}
	if c.typ == doc.Person && !t.any(tGiven|tSurname) && strings.EqualFold(n.word(c.first-1), "the") && !n.trait(c.last).has(tCap) {
		c.power -= 30
	}
	if c.typ == doc.Person && c.by == byModel && t.has(tOpens|tEnglish) && n.trait(c.last).has(tLower) && n.tagAt(c.last).IsNoun() && n.personCue(c.first, c.last) == 0 {
		c.power -= 45 // "Flood payouts stall"
	}
	if c.typ == doc.Person && t.has(tGiven) && !t.any(tFree|tEnglish|tCommon|tCaps) && n.hit(c.first) == nil {
		c.power += 10
	}
	if c.typ == doc.Org && n.hit(c.first) == nil && t.has(tFree|tEnglish) && n.trait(c.last).has(tLower) && n.tagAt(c.last).IsNoun() {
		c.power -= 45 // "Rescue workers left"
	}
	w := n.words[c.first]
	if c.typ == doc.Org && n.hit(c.first) == nil && n.bareWord(c.first) {
		c.power -= 45
	}
	if lookup(notAlone, w) || c.typ == doc.Person && w[len(w)-1] == '.' && gazetteer.Title(n.words[c.first:c.last]) > 0 {
		c.power = 0
	}
	if t.has(tNever) || !t.any(tCap|tLower) {
		c.power = 0
	}
	if c.typ == doc.Person && n.hit(c.first) == nil && !t.any(tGiven|tSurname) && n.placeCue(c.first, c.last) > 0 && n.personCue(c.first, c.last) == 0 {
		c.power -= 30
	}
	if c.typ == doc.Org && n.hit(c.first) == nil && strings.HasPrefix(n.words[c.first], "al-") {
		c.power -= 35
	}
	if t.has(tLower) {
		c.power -= 40
	}
}

// asked reports whether a strange word that the model takes for a body's, with a person
// as its second thought, stands where a person does.
func (n *namer) asked(c *cand) bool {
	if c.typ == doc.Org && c.last-c.first == 2 && n.word(c.last) == "(" && n.speaksFor(c.first, c.last) {
		return true
	}
	return c.typ == doc.Org && c.last-c.first == 1 && c.other == doc.Person && c.otherScore >= 0.1 && !n.traits[c.first].any(tCaps|tOrgHead|tEnglish) && n.personCue(c.first, c.last) >= 24 && n.orgCue(c.first, c.last) == 0
}

// bareWord reports whether the word at token i is as a rule no body where its capitals
// tell nothing: a long word in a line of capitals that stands nowhere else ("PIRACY
// AFTER THE BOOM"), or the plural of a common word ("3.4 Roads").
func (n *namer) bareWord(i int) bool {
	t, w := n.traits[i], n.words[i]
	if !t.has(tFree) {
		return false
	}
	if t.has(tCaps) && len(w) > 5 && n.setAt(i) == allCaps {
		c := n.counts.find(foldHash(w))
		return c == nil || c.capital == 0
	}
	if strings.HasSuffix(w, "ers") && len(w) > 5 && t.has(tOpens) && n.trait(i+1).has(tLower) {
		return true // "Divers lost it"
	}
	return len(w) > 4 && w[len(w)-1] == 's' && gazetteer.EnglishWord(w[:len(w)-1])
}

// second gives an unlisted name the type that the model thinks of next, where the
// words beside it or its own speak for that.
func (n *namer) second(c *cand) {
	t := n.traits[c.first]
	if c.typ != doc.Org && c.last-c.first > 1 && lookup(newsTails, n.words[c.last-1]) && n.hit(c.first) == nil {
		c.typ, c.power = doc.Org, max(c.power, 60)
		return
	}
	if c.typ != doc.Place && lookup(shrines, n.words[c.first]) && c.last-c.first > 1 && !n.traits[c.last-1].any(tOrgHead) {
		c.typ, c.power = doc.Place, max(c.power, 56)
		return
	}
	if c.typ == doc.Org && c.last-c.first > 1 && lookup(parks, n.words[c.last-1]) && !n.wholeHit(c) && n.orgCue(c.first, c.last) == 0 {
		c.typ = doc.Place
		return
	}
	if c.typ == doc.Person && n.foreignRow(c) {
		c.typ = doc.Org
		return
	}
	if h := n.hit(c.first); h != nil && !n.otherWord(h) || c.last-c.first > 2 || c.title > 0 || n.camel(c.first) {
		return
	}
	place := n.placeCue(c.first, c.last)
	switch {
	case c.typ == doc.Org && c.last-c.first == 1 && !t.any(tCaps|tOrgHead|tEnglish) && n.personCue(c.first, c.last) >= 40, n.asked(c), n.soundsPerson(c), n.amongMembers(c):
		c.typ = doc.Person
	case c.typ == doc.Person && c.last-c.first == 1 && !t.any(tGiven|tSurname|tCaps) && lookup(kinsfolk, n.word(c.last)):
		c.typ, c.power = doc.Group, max(c.power, 60)
	case c.typ == doc.Person && n.firmOf(c):
		c.typ = doc.Org
	case c.typ == doc.Org && n.quarter(c):
		c.typ = doc.Place
	case c.typ == doc.Place && c.last-c.first == 1 && t.has(tGiven) && !t.any(tFree|tEnglish|tSurname) && place == 0 && n.hit(c.first) == nil:
		c.typ = doc.Person // "complaints go to Derek"
	case c.typ != doc.Place && n.siteCue(c.first, c.last):
		c.typ = doc.Place
	case lookup(relatives, n.word(c.first-1)), n.word(c.last) == "(" && n.partyAt(c.last+1) && !t.has(tCaps):
		c.typ = doc.Person
	case c.typ == doc.Org && c.other == doc.Place && c.otherScore >= 0.08 && place > 0 && !t.has(tCaps) && n.orgCue(c.first, c.last) == 0:
		c.typ = doc.Place
	case c.typ == doc.Org && place >= 14 && c.last-c.first == 1 && !t.any(tCaps|tEnglish|tOrgHead) && n.orgCue(c.first, c.last) == 0:
		c.typ = doc.Place // by way of
	case c.typ == doc.Person && (c.other == doc.Place && c.otherScore >= 0.08 || n.nearlyPlace(c)) && place >= 12 && !t.any(tGiven|tSurname) && n.personCue(c.first, c.last) == 0:
		c.typ = doc.Place
	case c.typ == doc.Person && c.other == doc.Org && c.otherScore >= 0.08 && c.last-c.first == 1 && !t.any(tGiven|tSurname) && n.orgCue(c.first, c.last) > 0 && n.personCue(c.first, c.last) == 0:
		c.typ = doc.Org
	case c.typ == doc.Person && c.last-c.first == 1 && !t.any(tGiven|tSurname) && (!t.has(tFree) && lookup(makes, n.word(c.last)) || n.undergoes(c.last)):
		c.typ, c.power = doc.Org, max(c.power, 56)
	}
}

// parks end names of places that a body's name hardly ends in.
var parks = set("park", "peninsula", "river", "mountains", "island", "islands", "valley", "lake", "bay", "gulf", "strait", "creek", "lagoon", "wetlands", "rainforest")

// newsTails end names of those who send news, and of nobody else.
var newsTails = set("newswire", "newsline", "wire", "tribune", "herald", "gazette", "telegraph", "newspaper", "newspapers", "courier", "chronicle")

// kinsfolk stand after the name of a people that they are of.
var kinsfolk = set("villagers", "settlers", "herders", "elders", "tribesmen", "farmers", "pastoralists", "communities", "clans", "nomads", "rebels", "militias", "youths", "warriors", "minority", "speakers", "herdsmen", "clansmen", "peasants", "gunmen")

// makes are verbs of what firms do.
var makes = set("makes", "sells", "builds", "supplies", "produces", "manufactures", "operates", "brews", "ships", "insures", "distributes", "exports", "imports", "employs", "acquired", "refines", "generates", "publishes", "broadcasts")

// foreignRow reports whether what the model takes for a person has the small words
// of a body's name in it, and neither a given name nor a person's company:
// "Minerales del Sol".
func (n *namer) foreignRow(c *cand) bool {
	if c.last-c.first < 3 || c.title > 0 || n.traits[c.first].any(tGiven|tSurname|tInitial) || n.hit(c.first) != nil || n.personCue(c.first, c.last) > 0 {
		return false
	}
	for i := c.first + 1; i+1 < c.last; i++ {
		if n.traits[i].has(tCap) && !n.traits[i].any(tGiven|tSurname) && lookup(foreignHeads, n.words[i]) {
			return true
		}
		if n.traits[i].has(tLower) && lookup(bodyJoins, n.words[i]) {
			return true
		}
	}
	return false
}

// bodyJoins join names of bodies and hardly ever those of persons.
var bodyJoins = set("del", "des", "du", "das", "dos", "della", "delle", "dei", "degli", "pour", "para", "für", "voor", "und", "et", "por")

// nearlyPlace reports whether the model finds words hardly less likely a place's name
// than a person's.
func (n *namer) nearlyPlace(c *cand) bool {
	if !n.rated() {
		return false
	}
	place := *c
	place.typ = doc.Place
	own, _ := n.oddsOf(c)
	other, _ := n.oddsOf(&place)
	return other > own-hardlyLess
}

// hardlyLess is how many nats of odds lie between a type and one that the words beside
// a name may make of it.
const hardlyLess = 2.5

// opensTitle reports whether a candidate is the beginning of a title: Interior
// of "Interior Minister Field".
func (n *namer) opensTitle(c *cand) bool {
	end := min(c.last+3, n.d.Sentences[n.sentenceOf(c.first)].Last)
	if n.words[c.first] == "Cabinet" && (n.word(c.last) == "Secretary" || n.word(c.last) == "Secretaries" || n.word(c.last) == "Minister") {
		return true
	}
	return n.trait(c.last).has(tCap|tRole) && gazetteer.Title(n.words[c.first:end]) > c.last-c.first
}

// toldPress reports whether a name of one word that is no person's by itself is
// who was told something: "told Reuters that".
func (n *namer) toldPress(c *cand) bool {
	t := n.traits[c.first]
	if c.last-c.first != 1 || c.title > 0 || n.word(c.first-1) != "told" || t.any(tGiven|tSurname) || n.hit(c.first) != nil {
		return false
	}
	switch n.word(c.last) {
	case ":", "that", "in", "on", ",":
		return true
	}
	return false
}

// heed makes the model give way to a listed name of the same words that is of
// one type only.
func (n *namer) heed(c *cand) {
	h := n.hit(c.first)
	if h == nil || h.Start != c.first || h.End != c.last {
		return
	}
	if m := h.Matches[0]; c.last-c.first == 1 && c.typ != doc.Group && c.typ.String() != m.Entry.Kind.Type() && (m.Alias == gazetteer.DemonymAdj || m.Alias == gazetteer.DemonymNoun || m.Entry.Kind == gazetteer.Group) {
		c.power = 0
		return
	}
	if m := h.Matches[0]; m.Entry.Kind == gazetteer.City && !m.Weak && c.last-c.first == 1 && (m.Entry.Capital || m.Entry.Population >= 100000) {
		if c.typ == doc.Org || c.typ == doc.Group || !n.traits[c.first].any(tGiven|tSurname) && n.personCue(c.first, c.last) == 0 {
			c.power = min(c.power, 58)
		}
		return
	}
	if m := h.Matches[0]; m.Entry.Kind == gazetteer.City && !m.Weak && c.last-c.first == 1 && c.typ == doc.Person && n.lands[m.Entry.Country] >= 3 && m.Alias != gazetteer.Variant && !n.traits[c.first].any(tGiven|tSurname) && n.personCue(c.first, c.last) == 0 {
		c.power = min(c.power, 52)
	}
	for _, m := range h.Matches {
		if m.Weak || m.Entry.Kind.Type() == c.typ.String() || m.Entry.Kind == gazetteer.City && c.last-c.first == 1 {
			return
		}
	}
	c.power = min(c.power, 55)
}

// weighRow takes back what the words of a longer name speak against.
func (n *namer) weighRow(c *cand) {
	if c.typ == doc.Org && n.hit(c.first) == nil && !n.traits[c.last-1].has(tOrgHead) && n.word(c.first-1) == "," && n.word(c.last) == "," && n.trait(c.first-2).has(tRole) {
		c.power -= 35 // "the chairman, Ann Field, said"
	}
	if c.typ == doc.Person && c.title == 0 && strings.EqualFold(n.word(c.first-1), "the") {
		c.power -= 20
	}
	if c.typ == doc.Org && n.readsAsPerson(c) {
		c.power -= 30
	}
	if c.typ == doc.Org && !n.wholeHit(c) && n.isWork(c) {
		c.power -= 60
	}
	for i := c.first; i < c.last; i++ {
		t := n.traits[i]
		switch {
		case c.typ == doc.Person && i == c.first && (lookup(groupHeads, n.words[i]) || lookup(foreignHeads, n.words[i])):
			c.power -= 40
			return
		case c.typ == doc.Place && i == c.first && t.has(tRole) && !t.any(tGiven|tSurname):
			c.power -= 40
			return
		case c.typ == doc.Person && t.has(tLower) && !t.has(tParticle):
			c.power -= 35
			return
		case c.typ != doc.Org && t.has(tOrgHead) && !t.any(tSurname|tGiven) && (i == c.last-1 || n.traits[i+1].has(tLower)):
			c.power -= 25
			return
		case c.typ == doc.Person && i > c.first && i == c.last-1 && !t.has(tSurname) && lookup(sureHeads, n.words[i]):
			c.power -= 45
		case c.typ == doc.Person && i > c.first && i == c.last-1 && lookup(placeHeads, n.words[i]) && !t.has(tSurname):
			c.power -= 25
		}
	}
}

// readsAsPerson reports whether an unlisted organisation of two or three words has
// a given name and a surname, or stands after what somebody does, and has no head.
func (n *namer) readsAsPerson(c *cand) bool {
	first, last, prev := n.traits[c.first], n.traits[c.last-1], n.trait(c.first-1)
	if c.last-c.first > 3 || n.hit(c.first) != nil || n.orgInside(c.first-1, c.last) || n.orgCue(c.first, c.last) > 0 || last.any(tEnglish|tCaps) || first.any(tEnglish|tCaps) {
		return false
	}
	if prev.has(tRole|tLower) && !lookup(announcers, n.words[c.first-1]) {
		return first.has(tGiven) || last.has(tSurname)
	}
	return first.has(tGiven) && last.has(tSurname)
}

// wholeHit reports whether a candidate is listed word for word.
func (n *namer) wholeHit(c *cand) bool {
	h := n.hit(c.first)
	return h != nil && h.Start == c.first && h.End == c.last
}

// isWork reports whether the head of a candidate names a work, a law or an
// event: the last word, or the one before "on" and the like.
func (n *namer) isWork(c *cand) bool {
	for i := c.first + 1; i < c.last; i++ {
		if i == c.last-1 || n.words[i+1] == "on" || n.words[i+1] == "of" || n.words[i+1] == "for" {
			return lookup(notTails, n.words[i])
		}
	}
	return false
}

// splitOrgs makes two candidates of two organisations that the model took for
// one: each side of "and" ends in a head, or each begins with one and its link.
func (n *namer) splitOrgs(c cand) bool {
	if c.typ != doc.Org {
		return false
	}
	if i, next := n.secondBody(&c); next > 0 {
		a, b := c, c
		a.last, b.first = i, next
		n.cands = append(n.cands, a)
		if !n.splitOrgs(b) {
			n.cands = append(n.cands, b)
		}
		return true
	}
	if !n.traits[c.last-1].has(tOrgHead) {
		return false
	}
	for i := c.first + 2; i+2 < c.last; i++ {
		if n.words[i] == "and" && n.traits[i-1].has(tOrgHead) {
			a, b := c, c
			a.last, b.first = i, i+1
			n.cands = append(n.cands, a, b)
			return true
		}
	}
	return false
}

// doubtSet takes back what the model makes of common words where capitals tell
// nothing.
func (n *namer) doubtSet(c *cand) {
	t := n.traits[c.first]
	if !t.has(tFree) || t.has(tOpens) && !t.has(tWork) && n.setAt(c.first) == plain {
		return
	}
	strange, common := 0, 0
	for i := c.first; i < c.last; i++ {
		if t := n.traits[i]; t.has(tCap) && !t.any(tEnglish|tCommon) {
			strange++
		} else if t.has(tCap) {
			common++
		}
	}
	switch {
	case strange == 0:
		c.power -= 40
	case common > 0 && c.typ != doc.Person && (!n.traits[c.last-1].has(tOrgHead) || lookup(notTails, n.words[c.last-1])):
		c.power -= 30
	}
}

// setAt returns the lettering of the sentence that holds token i.
func (n *namer) setAt(i int) lettering { return n.views[n.sentenceOf(i)].set }

// sentenceOf returns the sentence that holds token i.
func (n *namer) sentenceOf(i int) int {
	lo, hi := 0, len(n.d.Sentences)
	for lo < hi {
		if m := (lo + hi) / 2; n.d.Sentences[m].Last <= i {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo
}

// notAlone are words that are no name by themselves, though part of many.
var notAlone = set("god", "division", "dissertation", "thesis", "allah", "west", "east", "north", "south", "homeland", "caliphate", "caliph", "jihad", "internet", "web", "state", "government", "president", "minister", "ministry", "republic", "islam", "sharia", "bible", "koran", "quran", "qur'an", "christianity", "judaism", "university", "court", "city", "army", "police", "english", "arabic", "french", "spanish", "russian", "german")

// notTails end names of works, laws, events and things, not of organisations.
var notTails = set("campaign", "law", "laws", "report", "index", "survey", "act", "treaty", "agreement", "accord", "resolution", "convention", "protocol", "prize", "award", "war", "cup", "strategy", "declaration", "amendment", "directive", "crisis", "revolution", "festival", "day", "olympics", "summit", "intifada", "outlook", "rate", "rates", "statement", "roadmap", "memorandum", "tracker", "census", "register", "database", "yearbook", "factbook", "list", "lists", "basket", "tax")
