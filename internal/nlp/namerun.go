package nlp

import (
	"strings"

	"analyze/internal/doc"
	"analyze/internal/nlp/gazetteer"
)

// fromRules makes candidates of the rows of capitalised words in each sentence.
func (n *namer) fromRules() {
	for s := range n.d.Sentences {
		sent := &n.d.Sentences[s]
		for i := sent.First; i < sent.Last; {
			first, last := n.run(i, sent.Last)
			if last == i {
				i++
				continue
			}
			n.readRun(first, last, n.views[s])
			i = last
		}
	}
}

// opensRun reports whether a name may begin with token i.
func (n *namer) opensRun(i int) bool {
	t := n.traits[i]
	if !t.has(tCap) || t.has(tNever) || lookup(pointing, n.words[i]) || lookup(starters, n.words[i]) && !t.has(tCaps) || t.has(tOpens|tOrgHead|tFree|tCommon) && strings.HasSuffix(n.words[i], "ing") {
		return false // "Reporting for the committee"
	}
	if t.has(tFree|tCommon) && n.word(i-1) == ":" && n.trait(i+1).has(tCap|tOrgHead) && n.setAt(i) == plain {
		return true // "source: Weather Institute"
	}
	return !t.has(tFree|tCommon) || t.has(tOrgHead) && !lookup(starters, n.words[i])
}

// goesOnRun reports whether token i may go on a name.
func (n *namer) goesOnRun(i int) bool {
	t := n.traits[i]
	return t.has(tCap) && !t.has(tNever) && (!t.has(tCommon) || !t.has(tFree) || t.has(tOrgHead))
}

// run returns the row of capitalised words that begins at i, empty where none
// does. Particles, glued hyphens, nicknames and the small words of long names
// of organisations are part of it.
func (n *namer) run(i, end int) (first, last int) {
	if !n.opensRun(i) {
		if !n.traits[i].has(tParticle) || i+1 >= end || !n.opensRun(i+1) || n.words[i] == "as" || n.words[i] == "at" || n.words[i] == "an" || n.words[i] == "de" && n.tagAt(i) == doc.IN {
			return i, i
		}
		if w := n.words[i]; w != "al" && w != "el" && w != "bin" && w != "ibn" && w != "van" && w != "von" && w != "de" && w != "abu" && w != "ben" {
			return i, i
		}
	}
	last = i + 1
	for last < end && last-i < longestRun && !n.gapBefore(last) {
		k := n.extends(i, last, end)
		if k == last {
			break
		}
		last = k
	}
	return i, last
}

// longestRun bounds a run, so that a page of capitals is read in linear time.
const longestRun = 24

// extends returns where the run goes on from token i on, i if it does not.
func (n *namer) extends(first, i, end int) int {
	t := n.traits[i]
	next := func(k int) bool { return i+k < end && n.goesOnRun(i+k) }
	switch {
	case n.goesOnRun(i):
		if n.hitEnds(i) && (n.hitStarts(i) && n.parts(i) || n.traits[i].has(tGiven) && n.hit(i - 1).Matches[0].Entry.Kind.Type() == "ORG" && !n.traits[i].has(tOrgHead)) {
			return i
		}
		if h := n.hit(i); h != nil && h.Start == i && n.national(h) && lookup(serialHeads, n.words[i-1]) {
			return i // "At the Water Policy Review Norway asked"
		}
		if n.traits[i].has(tGiven) && n.tail(first, i) && !n.traits[i].any(tEnglish|tOrgHead) {
			return i
		}
		return i + 1
	case t.has(tParticle) && next(1) && !t.has(tCap) && n.words[i] != "as" && n.words[i] != "at":
		return i + 2
	case t.has(tParticle) && i+2 < end && n.traits[i+1].has(tParticle) && next(2): // van der, bin al-
		return i + 3
	case n.words[i] == "-" && n.glued(i) && n.glued(i+1) && next(1):
		if n.hyphenParts(i) {
			return i
		}
		return i + 2
	case n.words[i] == "&" && next(1):
		return i + 2
	case n.tagAt(i) == doc.LQuote && i+2 < end && n.traits[i+1].has(tCap) && n.tagAt(i+2) == doc.RQuote && next(3) && !n.traits[i+3].has(tOpens): // a nickname
		return i + 4
	case n.words[i] == "," && i+1 < end && lookup(suffixes, n.words[i+1]):
		return i + 2
	case t.has(tCap) && lookup(suffixes, n.words[i]) && n.traits[i-1].any(tGiven|tSurname):
		return i + 1
	}
	return n.extendsOrg(first, i, end)
}

var suffixes = set("jr.", "jr", "sr.", "sr", "ii", "iii", "iv", "vi", "vii", "viii", "ix", "xi", "xii", "xiii", "xiv", "xv", "xvi")

// extendsOrg goes on a name of an organisation over of, for, and: "Ministry of
// Defence", "Institute for Economics and Peace".
func (n *namer) extendsOrg(first, i, end int) int {
	w := n.words[i]
	switch w {
	case "of", "for", "on", "against", "to", "in":
		if w == "of" && i == first+1 && lookup(placeFirsts, n.words[first]) && i+1 < end && n.traits[i+1].has(tCap) {
			return i + 2
		}
		if lookup(firmTails, strings.TrimSuffix(n.words[i-1], ".")) {
			return i // "Harbour Ltd of Leeds"
		}
		compound := i-3 >= first && n.words[i-2] == "-" && n.traits[i-3].has(tOrgHead) // Directorate-General
		if !n.traits[i-1].has(tOrgHead) && !compound && !n.tailed(first, i) {
			return i
		}
		if (w == "in" || w == "to" || w == "against") && (n.hit(i+1) != nil || w == "in" || w == "to") {
			return i
		}
		k := i + 1
		for k < end && k < i+3 && (n.words[k] == "the" || n.words[k] == "a") {
			k++
		}
		if h := n.hit(k); h != nil && h.Start == k && h.Matches[0].Entry.Kind.Type() == "ORG" && !h.Matches[0].Weak && k > i+1 {
			return i // the board of a body that is named by itself
		}
		if k < end && n.traits[k].has(tCap) && !n.traits[k].has(tNever) && !(w == "on" && n.inMay(k)) {
			return k + 1
		}
	case "or":
		if i+1 < end && n.tailed(first, i) && n.goesOnRun(i+1) && n.hit(i+1) == nil && !n.traits[i+1].any(tGiven|tCaps) {
			return i + 2 // "Working Group on Forced or Child Labour"
		}
	case "and", ",":
		k := i + 1
		if w == "," && k < end && n.words[k] == "and" {
			k++
		}
		if w == "and" && n.commonUntilHead(first, k, end) {
			return k + 1
		}
		if w == "and" && k < end && n.groupHit(i-1) && n.groupHit(k) && n.tailed(first, i) {
			return k + 1
		}
		if k >= end || !n.goesOnRun(k) || lookup(honorifics, n.words[k]) || !n.tail(first, i) || n.hit(k) != nil || n.traits[k].any(tGiven) {
			return i
		}
		if w == "," && n.words[i+1] != "and" && (!n.listGoesOn(k, end) || !n.traits[k].any(tEnglish|tOrgHead)) {
			return i
		}
		return k + 1
	case "’s", "'s", "’":
		if i+1 < end && n.traits[i+1].has(tOrgHead|tCap) && !n.traits[i+1].has(tNever) && n.hit(first) == nil && n.words[i+1] != "Office" && n.words[i+1] != "Government" {
			return i + 2
		}
	}
	return i
}

// inMay reports whether the month that may be a name, too, stands at token k, with its
// day behind: "on May 19th".
func (n *namer) inMay(k int) bool {
	day := n.word(k + 1)
	return n.words[k] == "May" && day != "" && '0' <= day[0] && day[0] <= '9'
}

// groupHit reports whether a listed people, creed or party's members stand at
// token i.
func (n *namer) groupHit(i int) bool {
	h := n.hit(i)
	return h != nil && (h.Matches[0].Entry.Kind == gazetteer.Group || h.Matches[0].Alias == gazetteer.DemonymNoun)
}

// tailed reports whether the run so far has the head of an organisation and a
// tail after of, for or on.
func (n *namer) tailed(first, i int) bool {
	head := false
	for k := first; k < i; k++ {
		head = head || n.traits[k].has(tOrgHead)
		if head && (n.words[k] == "of" || n.words[k] == "for" || n.words[k] == "on") {
			return true
		}
	}
	return false
}

// tail reports whether "and" may go on the tail that the run so far has.
func (n *namer) tail(first, i int) bool {
	if !n.tailed(first, i) {
		return false
	}
	h := n.hit(i - 1)
	return h == nil || h.Matches[0].Entry.Kind.Type() != "PLACE" || n.words[i] == "," && h.Matches[0].Entry.Kind == gazetteer.MacroRegion && n.word(h.Start-1) == "on"
}

// commonUntilHead reports whether the run so far, from first to "and", and what
// follows from k on are common words with an organisation's head at the end:
// "House Oversight and Governmental Reform Committee".
func (n *namer) commonUntilHead(first, k, end int) bool {
	for i := first; i < k-1; i++ {
		if !n.traits[i].any(tEnglish|tOrgHead|tCommon) || n.traits[i].has(tOrgHead) && i == k-2 {
			return false
		}
	}
	for i := k; i < end && i < k+4 && n.traits[i].has(tCap); i++ {
		if n.traits[i].has(tOrgHead) {
			return i > k
		}
		if !n.traits[i].has(tEnglish) {
			return false
		}
	}
	return false
}

// listGoesOn reports whether after token k the list ends in "and" and a capital.
func (n *namer) listGoesOn(k, end int) bool {
	for i := k + 1; i < end && i < k+5; i++ {
		if n.words[i] == "and" || n.words[i] == "&" {
			return i+1 < end && n.traits[i+1].has(tCap)
		}
		if n.words[i] == "," {
			continue
		}
		if !n.traits[i].has(tCap) {
			return false
		}
	}
	return false
}

func (n *namer) hitStarts(i int) bool { h := n.hit(i); return h != nil && h.Start == i }
func (n *namer) hitEnds(i int) bool   { h := n.hit(i - 1); return h != nil && h.End == i }

// parts reports whether a run ends before token i since what stands on both
// sides is listed, and the words do not go together.
func (n *namer) parts(i int) bool {
	a, b := n.hit(i - 1).Matches[0].Entry.Kind, n.hit(i).Matches[0].Entry.Kind
	if n.traits[i].has(tOrgHead) || demonymic(n.hit(i - 1).Matches[0]) && demonymic(n.hit(i).Matches[0]) && n.trait(i+1).has(tCap) && lookup(placeHeads, n.word(i+1)) {
		return false
	}
	return a == gazetteer.Country && b.Type() == "PLACE" || b == gazetteer.Country
}

// hyphenParts reports whether the hyphen at i stands between two names.
func (n *namer) hyphenParts(i int) bool {
	a, b := n.hit(i-1), n.hit(i+1)
	if a != nil && a == b {
		return false
	}
	place := func(h *gazetteer.Hit) bool {
		return h != nil && h.Matches[0].Entry.Kind.Type() == "PLACE" && !h.Matches[0].Weak
	}
	return place(a) && place(b) || a != nil && b != nil
}

// readRun makes a candidate of a run.
func (n *namer) readRun(first, last int, v view) {
	c := cand{first: first, last: last, hit: -1}
	whole := c
	if h := n.hit(first); h != nil && h.Start == first && h.End < last && n.national(h) {
		first = h.End
		if n.words[first] == "-" {
			first++
		}
		c.first = first
	}
	if k := n.titleLen(first, last); k > 0 && !n.orgInside(first, last) {
		if first+k >= last {
			return
		}
		c.title, c.first = k, first+k
	}
	n.cutHonoured(&c)
	n.cutPost(&c)
	if c.title == 0 {
		c.title = n.titleEnding(c.first)
	}
	if v.set != plain && !v.note || n.traits[first].has(tWork) {
		n.readSetRun(c)
		return
	}
	place := whole
	if n.isOrg(&whole) || n.isNamedOrg(&whole) {
		n.cands = append(n.cands, whole)
	} else if n.isAcronym(&whole) || n.isNational(&whole) || n.isCuedOrg(&whole, v.note) || n.isCamel(&whole) || n.hyphenBrand(&whole) || v.running() && n.isPlainWords(&whole) {
		n.cands = append(n.cands, whole)
	}
	if n.isPlace(&place) {
		n.cands = append(n.cands, place)
	}
	if t := n.traits[c.first]; (!t.has(tLower) || t.has(tParticle)) && n.isPerson(&c) {
		n.cands = append(n.cands, c)
	}
}

// national reports whether a hit is a country or its adjective.
func (n *namer) national(h *gazetteer.Hit) bool {
	m := h.Matches[0]
	return m.Entry.Kind == gazetteer.Country && !m.Weak
}

// orgInside reports whether a run holds the head of an organisation after its
// first word.
func (n *namer) orgInside(first, last int) bool {
	for i := first + 1; i < last; i++ {
		if n.traits[i].has(tOrgHead) && !n.traits[i].has(tRole) && !n.traits[i].has(tSurname) {
			return true
		}
	}
	return false
}

// readSetRun reads a run where capitals tell nothing, in a headline or a title:
// only what is a person's name by its words counts.
func (n *namer) readSetRun(c cand) {
	if n.words[c.first] == "bin" || n.words[c.first] == "ibn" {
		c.typ, c.power = doc.Person, 60
		n.cands = append(n.cands, c)
		return
	}
	if len(n.words[c.first]) > 2 && n.setAt(c.first) == titleCase && !n.traits[c.first].has(tWork) && n.amongSmall(c.first) && n.isAcronym(&c) {
		c.power = max(c.power, 56)
		n.cands = append(n.cands, c)
		return
	}
	if c.last-c.first < 2 || c.last-c.first > 3 || !n.traits[c.first].has(tGiven) || !n.traits[c.last-1].has(tSurname) && c.title == 0 {
		return
	}
	c.typ, c.power = doc.Person, 58
	n.cands = append(n.cands, c)
}

// amongSmall reports whether a word beside token i in its sentence has small
// letters, so that capitals throughout mean something.
func (n *namer) amongSmall(i int) bool {
	for k := max(i-3, 0); k < min(i+4, len(n.words)); k++ {
		if t := n.traits[k]; len(n.words[k]) > 3 && (t.has(tLower) || t.has(tCap) && !t.any(tCaps|tNever)) {
			return true
		}
	}
	return false
}

// isOrg decides whether a run is an organisation by a word in it.
func (n *namer) isOrg(c *cand) bool {
	last := n.traits[c.last-1]
	if c.last-c.first < 2 {
		return false
	}
	power := 0
	for i := c.first; i < c.last; i++ {
		if !n.traits[i].has(tOrgHead | tCap) {
			continue
		}
		switch {
		case i == c.last-1 && !last.has(tSurname):
			power = 76
		case i+1 < c.last && n.traits[i+1].has(tLower) && !n.traits[i+1].has(tParticle),
			i+3 < c.last && n.words[i+1] == "-" && n.traits[i+3].has(tLower):
			power = 86
		case i == c.first && i+1 < c.last && (n.words[i] == "University" || n.words[i] == "Bank" || n.words[i] == "Radio"):
			power = 66
		}
	}
	if w := strings.ReplaceAll(n.words[c.last-1], ".", ""); lookup(firmTails, w) && w != "Co" || lookup(firmCapitals, w) && n.traits[c.last-1].has(tCaps) {
		power = 92
	}
	if power == 0 {
		return false
	}
	// "The Government", "Prime Minister's Office": a bare head is no name.
	if n.bareHead(c) {
		return false
	}
	for k := c.first; k < c.last; k++ { // a person's title at the beginning
		if n.traits[k].has(tFree|tCommon) && k == c.first && !n.traits[k].has(tOrgHead) {
			power -= 12
		}
	}
	c.typ, c.power = doc.Org, power
	return true
}

// isNamedOrg decides by the description after a run: "Enerko, a subsidiary of".
func (n *namer) isNamedOrg(c *cand) bool {
	end := c.last
	if w := n.word(end); w == "’s" || w == "'s" {
		end++
	}
	if n.groupHead(c) {
		c.typ, c.power = doc.Org, 80
		return true
	}
	if !n.announced(c) && (!n.described(end, orgNouns) || n.hit(c.first) != nil && n.hit(c.first).End == c.last && n.hit(c.first).Matches[0].Entry.Kind.Type() == "PLACE") {
		return false
	}
	c.typ, c.power = doc.Org, 82
	return true
}

// groupHead reports whether the first word heads names of armed groups and
// parties in Arabic and its neighbours.
func (n *namer) groupHead(c *cand) bool {
	return c.last-c.first >= 2 && lookup(groupHeads, n.words[c.first]) && !n.traits[c.first+1].has(tSign)
}

var groupHeads = set("jabhat", "jaish", "jaysh", "liwa", "ansar", "harakat", "hizb", "hezb", "kataib", "kata'ib", "katibat", "jund", "saraya", "ahrar", "lashkar", "jamaat", "jama'at", "faylaq", "hayat", "asaib", "junud", "tehrik", "tehreek", "jamiat", "majlis")

// announced reports whether the word before a run says that it is an
// organisation: "the magazine Dabiq", "the daily Der Tagesspiegel".
func (n *namer) announced(c *cand) bool {
	k := c.first - 1
	if n.word(k) == "The" && n.trait(k-1).has(tLower) {
		k-- // "the weekly The Ledger"
	}
	if n.word(k) == "," && (n.word(c.last) == "," || n.word(c.last) == ")") && (!n.traits[c.first].has(tGiven) || c.last-c.first > 2 && n.hit(c.first) != nil) {
		if n.firmOf(c) {
			return true
		}
		if n.personCue(c.first, c.last) == 0 && !n.roleOf(k-1) {
			k-- // "a start-up, Murena, with"
		}
	}
	if !lookup(announcers, n.word(k)) || n.trait(k).has(tCap) || c.last-c.first == 1 && (lookup(notAlone, n.words[c.first]) || n.traits[c.first].has(tOrgHead)) {
		return false
	}
	h := n.hit(c.first)
	return h == nil || h.Matches[0].Entry.Kind != gazetteer.Country
}

// roleOf reports whether the noun at token i is that of whose man or woman a name
// tells: "an official of the ruling party, Ann Field".
func (n *namer) roleOf(i int) bool {
	for k := i - 1; k > i-6 && k > 0; k-- {
		switch n.words[k] {
		case "of", "at", "from", "for", "with", "in":
			return n.traits[k-1].has(tRole) || n.trait(k-2).has(tRole)
		case ",", ".", ";":
			return false
		}
	}
	return false
}

// firmOf reports whether one unlisted name alone follows whom it is, in the plural:
// "the auditors, Kerrow Lisle, write".
func (n *namer) firmOf(c *cand) bool {
	return n.word(c.first-1) == "," && lookup(plurals, n.word(c.first-2)) && n.word(c.last) == "," && n.hit(c.first) == nil && !n.traits[c.first].has(tGiven)
}

// plurals are those whom a firm is when one name alone follows them.
var plurals = set("auditors", "lawyers", "solicitors", "administrators", "underwriters", "brokers", "consultants", "architects", "accountants", "builders", "contractors", "owners", "sponsors", "publishers", "promoters", "creditors", "organisers", "organizers", "advisers", "advisors", "liquidators", "makers", "manufacturers", "suppliers", "insurers", "surveyors", "bailiffs")

var announcers = set("organisation", "organization", "lobby", "newspaper", "magazine", "daily", "weekly", "website", "journal", "broadcaster", "company", "firm", "agency", "charity", "consultancy", "think-tank", "tank", "subsidiary", "retailer", "carrier", "tabloid", "publisher", "operator", "militia", "watchdog", "lender", "startup", "ngo", "manufacturer", "utility", "airline", "brewer", "rival", "competitor", "parent", "giant", "insurer", "supplier", "supermarket", "regulator", "chain", "contractor", "union", "carmaker", "party", "bank", "refiner", "miner", "drugmaker", "chipmaker", "start-up", "nonprofit", "non-profit", "think-tank", "cooperative", "startup", "unit", "vendor", "distributor", "competitor", "fund", "shop", "consortium", "conglomerate", "app", "platform", "quarterly", "alliance", "coalition", "network", "movement", "cartel", "faction", "syndicate", "exchange", "miner", "label", "studio", "federation", "association", "institute", "foundation")

// bareHead reports whether all words of a candidate head organisations or are
// common: "Government Office".
func (n *namer) bareHead(c *cand) bool {
	for i := c.first; i < c.last; i++ {
		if n.traits[i].has(tCap) && !n.traits[i].has(tOrgHead) {
			return false
		}
	}
	return true
}

var (
	firmTails    = set("inc", "ltd", "llc", "plc", "corp", "co", "gmbh", "limited", "incorporated", "oyj", "ltda", "sarl", "pjsc", "jsc", "tbk", "berhad", "bhd", "pte", "pty", "pvt", "zrt", "nyrt", "kft", "doo", "kgaa", "lda", "saog", "aps", "qpsc", "saoc", "kpsc")
	firmCapitals = set("ag", "sa", "nv", "bv", "spa", "ab", "oy", "as", "asa", "kg", "se", "kk", "oao", "pao")
)

// isAcronym decides whether a word in capitals is an organisation.
func (n *namer) isAcronym(c *cand) bool {
	w := n.words[c.first]
	if c.last-c.first > 1 || !n.traits[c.first].has(tCaps) || len(w) > 7 || strings.IndexByte(w, '.') >= 0 && len(w) < 5 || n.hit(c.first) != nil {
		return false
	}
	if strings.ContainsAny(w, "0123456789") && n.orgCue(c.first, c.last) == 0 {
		return false
	}
	if lookup(noOrgs, w) || strings.Trim(w, "IVXLC") == "" || n.traits[c.first].any(tEnglish|tCommon) || len(w) > 4 && n.traits[c.first].any(tSurname|tGiven) {
		return false
	}
	c.typ, c.power, c.form = doc.Org, 46, doc.Acronym
	switch h := n.hit(c.last + 1); {
	case lookup(partisans, n.word(c.last)):
		c.power = 80
	case n.orgCue(c.first, c.last) > 0, n.word(c.last) == "of" && h != nil && n.national(h):
		c.power = 60
	case len(w) >= 3 && n.stands(c):
		c.power = 54
	}
	return true
}

// partisans are of a party whose letters stand before them.
var partisans = set("backbencher", "backbenchers", "lawmaker", "lawmakers", "mp", "mps", "councillor", "councillors", "candidate", "candidates", "senator", "senators", "deputies", "supporters", "activists", "negotiators", "mep", "meps", "stronghold", "lawyers", "teachers")

// stands reports whether a name stands by itself: after no article that makes a
// thing of it, before no noun that it would describe, and where its capitals tell.
func (n *namer) stands(c *cand) bool {
	prev := n.word(c.first - 1)
	return !n.traits[c.first].has(tFree) && !n.tagAt(c.last).IsNoun() && n.tagAt(c.last) != doc.CD && n.tagAt(c.first-1) != doc.CD && !strings.EqualFold(prev, "a") && !strings.EqualFold(prev, "an") && n.amongSmall(c.first)
}

// noOrgs are words in capitals that name no organisation.
var noOrgs = set("a&e", "gp", "gps", "tv", "dna", "rna", "gdp", "gnp", "hiv", "aids", "uav", "uavs", "pdf", "html", "url", "isbn", "issn", "doi", "id", "ids", "ceo", "cfo", "coo", "phd", "mba", "md", "ba", "ma", "bsc", "msc", "ok", "am", "pm", "ad", "bc", "bce", "ce", "usd", "eur", "gbp", "faq", "ngo", "ngos", "aob", "tbc", "tbd", "ied", "ieds", "wmd", "suv", "suvs", "sms", "gps", "usb", "cctv", "vip", "mp", "mps", "mep", "meps", "pow", "pows", "idp", "idps", "vat", "gmt", "utc", "est", "edt", "pst", "cet", "ppm", "kwh", "mw", "gw", "gwh", "mwh", "twh", "co", "lng", "lpg", "cpi", "ppp", "fdi", "oda", "r&d", "it", "ai", "pcr", "icu", "ppe", "covid", "covid-19", "sars", "mers", "ebola", "hrp", "hno", "note", "source", "abstract", "table", "figure", "annex", "introduction", "conclusion", "contents", "page", "draft", "report", "fact", "sheet", "press", "release", "km", "kg", "ha", "tb", "gb", "op-ed", "rpg", "ak", "sme", "smes", "ev", "evs", "ftse", "pv", "hr", "pr", "q&a", "rsvp", "asap", "diy", "lgbt", "lgbtq", "wash", "mpox", "bcg", "dpt", "mmr", "bmi", "ct", "mri", "iq", "sdg", "sdgs", "mdg", "mdgs", "ghg", "esg", "p2p", "cv", "dj", "nb", "ps", "re", "vs", "etc", "ii", "iii", "iv", "vi", "vii", "viii", "xi", "xii", "xx", "xxi", "manpads", "manpad", "meps", "igm", "igg", "iga", "ige", "elisa", "cfr", "sim", "hc", "rdt", "rdts", "arv", "arvs", "tdap", "opv", "ipv", "pcv", "mcv", "bcg", "sbp", "nhts", "atgm", "icbm", "icbms", "ifv", "vbied", "vbieds", "svbied", "cbrn", "ngo's", "ppps", "kpi", "kpis", "gmo", "gmos", "uxo", "erw", "msme", "msmes", "gva", "capex", "opex", "roi", "ebitda", "ipo", "ipos", "etf", "etfs", "reit", "apr", "lcd", "cpu", "gpu", "usb-c", "wi-fi", "5g", "4g", "3g", "lte", "gsm", "vpn", "iot", "llm", "llms", "saas", "hplc", "crispr", "mrna", "ptsd", "adhd", "stds", "sti", "stis", "ncd", "ncds", "copd", "dsmb", "irb", "gcp", "q&as", "o&m", "epc", "ppa", "ppas", "hvdc", "mou", "mous", "tors", "sop", "sops", "pow", "aor", "eez", "iuu", "msy", "tac", "tacs", "grt", "j.p", "d.r", "i.e", "e.g")

// asides open what is added to a letter. They and unnamed stand apart from noOrgs,
// which the features of the tagger read.
var asides = set("p.s.", "p.s", "n.b.", "r.s.v.p.")

// unnamed are words and letters that name nothing by themselves though they are set in
// capitals: the parties before a court, crowned heads, games, means of measuring.
var unnamed = set("petitioner", "petitioners", "respondent", "respondents", "appellant", "appellants", "appellee", "plaintiff", "plaintiffs", "defendant", "defendants", "claimant", "claimants", "complainant", "mep", "meps", "mp", "mps", "msp", "msps", "tsar", "tsars", "czar", "kaiser", "shah", "olympics", "paralympics", "norovirus", "measles", "cholera",
	"vhf", "uhf", "rov", "rovs", "auv", "auvs", "gsm", "lan", "wifi", "wi-fi", "voip", "ocr", "rfid", "lidar", "api", "apis", "cpu", "gpu", "spss", "stata", "matlab", "xvi", "xvii", "xviii", "xix", "xx", "xxi")
