package nlp

import (
	"strings"

	"analyze/internal/doc"
	"analyze/internal/nlp/gazetteer"
)

// fromAppositions makes bodies of common words that open a sentence and are told
// by what follows between commas: "Harvest, a charity, runs it", "Tell Oxmoor, a
// lobby group, says".
func (n *namer) fromAppositions() {
	for s := range n.d.Sentences {
		if !n.views[s].running() {
			continue
		}
		i, end := n.opening(s), n.d.Sentences[s].Last
		if i < 0 || lookup(starters, n.words[i]) || n.traits[i].any(tNever|tGiven|tRole|tCaps) || !n.opensName(i) {
			continue
		}
		k := i + 1
		for k < end && k < i+4 && n.traits[k].has(tCap) && !n.traits[k].has(tNever) {
			k++
		}
		if h := n.hit(k - 1); h != nil && !h.Matches[0].Weak || n.titleLen(i, k) > 0 || !n.described(k, orgNouns) || !n.closesAside(k+1, end) {
			continue
		}
		n.cands = append(n.cands, cand{first: i, last: k, typ: doc.Org, power: 104, hit: -1})
	}
}

// opening returns the first word of a sentence where it is a common one with a
// capital, -1 for others.
func (n *namer) opening(s int) int {
	for i := n.d.Sentences[s].First; i < n.d.Sentences[s].Last; i++ {
		if n.traits[i].has(tOpens) {
			if n.traits[i].has(tCap) && n.traits[i].any(tCommon|tEnglish) {
				return i
			}
			return -1
		}
	}
	return -1
}

// opensName reports whether the common word at token i may begin a name: a noun, or
// the bidding of a slogan, no adverb and no preposition.
func (n *namer) opensName(i int) bool {
	tag := n.tagAt(i)
	if strings.HasSuffix(n.words[i], "ly") || tag == doc.RB || tag == doc.IN || tag == doc.DT || tag == doc.CC {
		return false
	}
	return tag.IsNoun() || n.trait(i+1).has(tCap)
}

// closesAside reports whether the description that begins at token i is closed by a
// comma and goes on with what somebody does, or goes on with "that" and the like.
func (n *namer) closesAside(i, end int) bool {
	for k := i; k < end && k < i+14; k++ {
		switch n.words[k] {
		case "that", "which", "whose", "based":
			return true
		case ",":
			return k+1 < end && (n.tagAt(k+1).IsVerb() || n.tagAt(k+1) == doc.RB || n.tagAt(k+1) == doc.MD)
		case ".", ";", ":":
			return false
		}
	}
	return false
}

// fromOwned makes persons of unlisted rows behind a body that they are of: "Baltic
// Trust's Ravza Hadi expects".
func (n *namer) fromOwned() {
	for i := 1; i+1 < len(n.words); i++ {
		if w := n.words[i]; w != "'s" && w != "’s" || !n.strongAt(i-1, doc.Org) {
			continue
		}
		k := i + 1
		for k < len(n.words) && k < i+4 && (n.traits[k].has(tCap) || k > i+1 && n.traits[k].has(tParticle)) {
			k++
		}
		c := cand{first: i + 1, last: k, typ: doc.Person, power: 104, hit: -1}
		if words := k - i - 1; words < 2 || words > 3 || n.titleLen(c.first, c.last) > 0 || !n.strangeRow(&c) && !(n.traits[k-1]&(tEnglish|tCaps|tOrgHead) == 0 && lookup(foresees, n.word(k))) || n.listed(c.first, c.last) || n.setAt(i) != plain || lookup(sureHeads, n.words[k-1]) {
			continue
		}
		if n.traits[c.first].has(tGiven) || n.traits[k-1].has(tSurname) || lookup(speech, n.word(k)) || lookup(personVerbs, n.word(k)) || lookup(foresees, n.word(k)) {
			n.cands = append(n.cands, c)
		}
	}
}

// foresees are verbs of those who are asked for their view.
var foresees = set("expects", "expected", "forecasts", "forecast", "reckons", "reckoned", "predicts", "thinks", "sees", "doubts", "fears", "hopes", "agrees", "disagrees", "calls", "wants", "puts", "put")

// fromPartyTags makes parties of all that stands in brackets behind persons, where
// one of the brackets holds a party's letters: "Field (Lab), Lind (Con), Holm (Green)".
func (n *namer) fromPartyTags() {
	var tags []cand
	known := false
	for i := 1; i+2 < len(n.words); i++ {
		if n.words[i] != "(" || !n.traits[i-1].has(tCap) || !n.traits[i+1].has(tCap) {
			continue
		}
		k := i + 1
		for k < i+4 && n.trait(k).has(tCap) {
			k++
		}
		if n.word(k) != ")" || k-i > 3 || !n.strongAt(i-1, doc.Person) && !n.mayBePerson(i-1) {
			continue
		}
		party := n.partyAt(i+1) || lookup(partyTags, n.joined(i+1, k)) || lookup(partyPlurals, n.words[k-1])
		known = known || party
		if h := n.hit(i + 1); party || h == nil && k == i+2 && len(n.words[i+1]) < 7 && !n.traits[i+1].any(tGiven|tSurname|tRole) {
			tags = append(tags, cand{first: i + 1, last: k, typ: doc.Org, power: 104, hit: n.hitOf(i+1, k)})
		}
	}
	if !known {
		return
	}
	n.cands = append(n.cands, tags...)
	for _, t := range tags {
		n.tagged(t.first - 2)
	}
}

// tagged makes a person of the one strange word before a party's letters.
func (n *namer) tagged(i int) {
	if n.strongAt(i, doc.Person) {
		return
	}
	first := i
	for first > 0 && first > i-3 && n.traits[first-1].has(tCap) && !n.traits[first-1].any(tNever|tRole) && n.titleLen(first-1, i+1) == 0 {
		first--
	}
	n.cands = append(n.cands, cand{first: first, last: i + 1, typ: doc.Person, power: 92, hit: -1, title: n.titleEnding(first)})
}

// mayBePerson reports whether token i may end a person's name in a list.
func (n *namer) mayBePerson(i int) bool {
	t := n.traits[i]
	return t.has(tCap) && !t.any(tNever|tCaps|tOrgHead|tCommon) && (n.hit(i) == nil || n.hit(i).Matches[0].Weak || t.has(tSurname))
}

// partyTags are letters of parties as minutes put them behind members' names.
var partyTags = set("lab", "con", "lib dem", "lib dems", "ld", "labour", "conservative", "green", "plaid", "snp", "ukip", "dup", "sdlp", "uup", "tuv", "alp", "lnp", "nat", "ndp", "cdu", "csu", "spd", "fdp", "npp", "ndc", "pdp", "apc", "lp", "anc", "eff", "zanu-pf", "mdc", "ff", "fg", "sf", "bjp", "inc", "epp", "s&d", "ecr", "gue")

// partyPlurals are members after whom parties are called.
var partyPlurals = set("democrats", "conservatives", "liberals", "socialists", "greens", "moderates", "republicans", "communists", "nationalists", "progressives")

// fromPluralHeads gives unlisted rows before a plural their type: "in Mastar and Wali
// Jan hospitals".
func (n *namer) fromPluralHeads() {
	for i := 3; i < len(n.words); i++ {
		if !n.traits[i].has(tLower) || !n.traits[i-1].has(tCap) && n.words[i-1] != "-" {
			continue
		}
		typ := doc.NoType
		switch w := n.words[i]; {
		case lookup(bodyPlurals, w):
			typ = doc.Org
		case lookup(sitePlurals, w):
			typ = doc.Place
		default:
			continue
		}
		if n.words[i-1] == "-" && n.words[i-2] == "sub" {
			n.rowBefore(i-2, typ)
			continue
		}
		n.rowBefore(i, typ)
	}
}

var (
	bodyPlurals = set("hospitals", "universities", "clinics", "ministries", "newspapers")
	sitePlurals = set("camps", "airports", "prisons", "dams", "districts", "provinces", "counties", "bridges", "mines", "crossings", "stations", "rivers", "islands", "valleys", "neighbourhoods", "neighborhoods", "governorates", "regions", "municipalities", "divisions", "subdivisions", "sub-divisions", "communes", "woredas", "payams", "cantons", "parishes", "barangays", "wards", "townships")
)

// rowBefore reads "A and B" before token end.
func (n *namer) rowBefore(end int, typ doc.MentionType) {
	var rows [4]cand
	found, k := 0, end
	for found < len(rows) {
		first := k
		for first > 1 && first > k-5 && (n.traits[first-1].has(tCap) && !n.traits[first-1].has(tNever) || first < k && n.words[first-1] == "-" && n.glued(first) && n.glued(first-1)) {
			first--
		}
		if first == k || n.sentenceOf(first) != n.sentenceOf(end) {
			break
		}
		rows[found] = cand{first: first, last: k, typ: typ, power: 102, hit: n.hitOf(first, k)}
		found++
		if w := n.word(first - 1); w != "and" && w != "or" && w != "," {
			break
		}
		k = first - 1
		if n.words[k] == "and" && n.word(k-1) == "," {
			k--
		}
	}
	if found < 2 {
		return
	}
	for _, c := range rows[:found] {
		if n.plainName(&c) {
			n.cands = append(n.cands, c)
		}
	}
}

// plainName reports whether a row is unlisted, or listed as its type, and neither
// opens a sentence nor is of common words.
func (n *namer) plainName(c *cand) bool {
	strange := false
	for i := c.first; i < c.last; i++ {
		if n.traits[i].any(tOrgHead | tRole) {
			return false
		}
		strange = strange || !n.traits[i].any(tEnglish|tCommon) || c.typ == doc.Place && lookup(quarters, n.words[i])
	}
	if h := n.hit(c.first); h != nil && !h.Matches[0].Weak && (h.Matches[0].Entry.Kind.Type() != c.typ.String() || demonymic(h.Matches[0])) {
		return false
	}
	return strange && !lookup(starters, n.words[c.first])
}

// fromSiblings makes places of what "and" joins to a listed place of the same land,
// where it is listed as well, if as a rarer sense of its word: "Anambra and Imo".
func (n *namer) fromSiblings() {
	for i := 1; i+1 < len(n.words); i++ {
		if n.words[i] == "AND" {
			n.elided(i)
		}
		if n.words[i] != "and" && n.words[i] != "or" && n.words[i] != "," {
			continue
		}
		n.sibling(i+1, i-1)
		n.sibling(i-1, i+1)
		n.elided(i)
	}
}

func (n *namer) sibling(i, listed int) {
	a, b := n.hit(listed), n.weakHit(i)
	if a == nil || b < 0 || a.Matches[0].Weak || a.Matches[0].Entry.Country == "" || a.Matches[0].Entry.Kind.Type() != "PLACE" || a.Matches[0].Entry.Kind == gazetteer.Country || demonymic(a.Matches[0]) {
		return
	}
	h := &n.hits[b]
	if n.trait(h.Start-1).has(tCap) || n.trait(h.End).has(tCap) || n.traits[i].has(tFree) || n.words[min(i, listed)+1] == "," && !n.commaRow(n.hit(max(i, listed))) {
		return
	}
	for _, m := range h.Matches {
		if m.Entry.Kind.Type() == "PLACE" && m.Entry.Country == a.Matches[0].Entry.Country && m.Entry.Kind != gazetteer.Country && !demonymic(m) {
			n.cands = append(n.cands, cand{first: h.Start, last: h.End, typ: doc.Place, power: 84, hit: b})
			return
		}
	}
}

// weakHit returns the index of the hit of one word at token i, -1 where none is.
func (n *namer) weakHit(i int) int {
	if h := n.hit(i); h != nil && h.Start == i && h.End == i+1 && n.traits[i].has(tCap) {
		return int(n.hitAt[i]) - 1
	}
	return -1
}

// elided makes a place of the quarter before "and" that goes with the name behind
// it: North in "North and South Kivu".
func (n *namer) elided(and int) {
	first := and - 1
	if !strings.EqualFold(n.words[and], "and") || !n.traits[first].has(tCap) || !lookup(quarters, n.words[first]) || !lookup(quarters, n.word(and+1)) {
		return
	}
	h := n.hit(and + 1)
	if h == nil || h.Start != and+1 || h.End != and+3 || h.Matches[0].Entry.Kind.Type() != "PLACE" {
		return
	}
	for _, m := range n.g.Lookup(n.words[first] + " " + n.words[and+2]) {
		if m.Entry.Kind == h.Matches[0].Entry.Kind {
			var hit gazetteer.Hit
			hit.Start, hit.End, hit.Matches = first, and, []gazetteer.Match{m}
			n.hits = append(n.hits, hit)
			n.hitAt[first] = int32(len(n.hits))
			n.cands = append(n.cands, cand{first: first, last: and, typ: doc.Place, form: doc.ShortName, power: 104, hit: len(n.hits) - 1})
			return
		}
	}
}

// fromCounted reads the names behind a colon that a number and a plural announce:
// "Three firms bought most of it: Quell, Carmo and Ourovel."
func (n *namer) fromCounted() {
	for i := 2; i+3 < len(n.words); i++ {
		if n.words[i] != ":" || !n.traits[i+1].has(tCap) {
			continue
		}
		first := n.d.Sentences[n.sentenceOf(i)].First
		for k := i - 1; k > first && k > i-14 && n.traits[k].any(tLower); k-- {
			typ := introduces(n.words[k])
			if typ == doc.NoType || n.tagAt(k-1) != doc.CD && !lookup(starters, n.word(k-1)) {
				continue
			}
			n.introduced(i+1, n.d.Sentences[n.sentenceOf(i+1)].Last, typ)
			break
		}
	}
}
