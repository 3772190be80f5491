package nlp

import (
	"strings"

	"analyze/internal/doc"
	"analyze/internal/nlp/gazetteer"
)

// fromBranches makes one body of a firm, a party or a charity and the land behind it,
// where it is that body's branch: "Telkora Zambia", "Rainforest Foundation US". A
// name that no list has must be a body's elsewhere in the document.
func (n *namer) fromBranches() {
	bodies := n.bodyWords()
	for i := range n.hits {
		h := &n.hits[i]
		m, k := h.Matches[0], h.Start-1
		if k < 0 || demonymic(m) || m.Weak || m.Entry.Kind != gazetteer.Country && m.Entry.Kind != gazetteer.MacroRegion || n.sentenceOf(k) != n.sentenceOf(h.Start) || n.gapBefore(h.Start) {
			continue
		}
		if t := n.traits[k]; !t.has(tCap) || t.any(tNever|tRole|tGiven) || n.setAt(k) != plain {
			continue
		}
		if lookup(placeHeads, n.word(h.End)) || n.tagAt(h.End).IsNoun() && n.trait(h.End).has(tCap) && !lookup(firmTails, strings.TrimSuffix(n.word(h.End), ".")) {
			continue
		}
		first := k
		if a := n.hit(k); a != nil {
			if a.End != h.Start || a.Matches[0].Weak || !branches(a.Matches[0].Entry.Kind) {
				continue
			}
			first = a.Start
		} else if !bodies[foldHash(n.words[k])] || n.trait(k-1).has(tCap) && !n.trait(k-1).has(tFree) {
			continue
		}
		last := h.End
		for last < h.End+2 && lookup(firmTails, strings.TrimSuffix(n.word(last), ".")) && n.trait(last).has(tCap) {
			last++
		}
		n.cands = append(n.cands, cand{first: first, last: last, typ: doc.Org, power: 104, hit: -1})
	}
}

// branches reports whether bodies of a kind have branches by country.
func branches(k gazetteer.Kind) bool {
	switch k {
	case gazetteer.Company, gazetteer.Party, gazetteer.NGO, gazetteer.ThinkTank, gazetteer.Media, gazetteer.Org:
		return true
	}
	return false
}

// bodyWords are the first words of the unlisted bodies that are all but certain.
func (n *namer) bodyWords() map[uint64]bool {
	words := map[uint64]bool{}
	for i := range n.cands {
		c := &n.cands[i]
		if t := n.traits[c.first]; c.typ == doc.Org && c.power >= 70 && c.hit < 0 && !t.any(tEnglish|tCommon|tOrgHead|tCaps|tGiven) {
			words[foldHash(n.words[c.first])] = true
		}
	}
	return words
}

// fromFirmRows makes one firm of the names of its partners: "Gill, Godlonton &
// Gerrans", "Burns, Philp & Co.".
func (n *namer) fromFirmRows() {
	for i := 3; i+1 < len(n.words); i++ {
		if n.words[i] != "&" || n.views[n.sentenceOf(i)].note || !n.partner(i-1) || n.words[i-2] != "," || !n.partner(i-3) || !n.partner(i+1) || n.trait(i-4).has(tCap) || n.enumerated(i-3) {
			continue
		}
		first, last := i-3, i+2
		if n.word(first-1) == "," && n.partner(first-2) && !n.trait(first-3).has(tCap) {
			first -= 2
		}
		if lookup(firmTails, strings.TrimSuffix(n.words[i+1], ".")) && n.word(last) == "." && n.glued(last) {
			last++
		}
		if next := n.word(last); n.citedNext(last) || n.trait(last).has(tCap) || next == "," && n.citedNext(last+1) {
			continue
		}
		n.cands = append(n.cands, cand{first: first, last: last, typ: doc.Org, power: 106, hit: -1})
	}
}

// fromBodyRows makes bodies of the doubtful names in a row whose others are bodies
// beyond doubt: "Aviva, Lind and Direct Post paid", "Tetra Pak or Brook".
func (n *namer) fromBodyRows() {
	for i := 0; i+2 < len(n.words); i++ {
		if n.traits[i].has(tCap) && !n.traits[i].has(tNever) && (i == 0 || !n.traits[i-1].has(tCap)) {
			if end := n.bodyRow(i, n.d.Sentences[n.sentenceOf(i)].Last); end > i {
				i = end
			}
		}
	}
}

// enumerated reports whether the names before token i go back to a colon, which opens a list
// of them.
func (n *namer) enumerated(i int) bool {
	for i > 0 && (n.traits[i-1].has(tCap) || n.words[i-1] == ",") {
		i--
	}
	return n.word(i-1) == ":"
}

// bodyRow reads a row of names, parted by commas and closed by "and" or "or", from
// token i on, and returns its end; 0 where there is none.
func (n *namer) bodyRow(i, end int) int {
	var row [10]cand
	found, bodies, closed := 0, 0, false
	for found < len(row) && i < end && !closed {
		if found > 0 {
			switch n.words[i] {
			case ",", ";":
				i++
				if i < end && lookup(rowClosers, n.words[i]) {
					closed = true
					i++
				}
			case "and", "or", "nor", "&":
				closed = true
				i++
			}
			if i == row[found-1].last {
				break
			}
		}
		if i < end && strings.EqualFold(n.words[i], "the") {
			i++
		}
		k := i
		for k < end && k < i+6 && n.traits[k].has(tCap) && !n.traits[k].has(tNever) && (k == i || !n.gapBefore(k)) {
			k++
		}
		if k == i {
			break
		}
		row[found] = cand{first: i, last: k, typ: doc.Org, power: 92, hit: -1}
		if n.bodyForSure(i, k) {
			bodies++
		} else if !n.mayBeBody(i, k) {
			return 0
		}
		found++
		i = k
	}
	if !closed || found < 3 || bodies < 2 || 2*bodies < found || n.trait(row[found-1].last).has(tCap) {
		return 0
	}
	for _, c := range row[:found] {
		if !n.bodyForSure(c.first, c.last) {
			n.cands = append(n.cands, c)
		}
	}
	return row[found-1].last
}

var rowClosers = set("and", "or", "nor", "&")

// bodyForSure reports whether tokens first to last are a listed body or have a
// body's head.
func (n *namer) bodyForSure(first, last int) bool {
	h := n.hit(first)
	if h != nil && h.Start == first && h.End == last {
		return h.Matches[0].Entry.Kind.Type() == "ORG" && !h.Matches[0].Weak
	}
	return last-first > 1 && n.traits[last-1].has(tOrgHead) || n.strongAt(first, doc.Org)
}

// mayBeBody reports whether nothing says that tokens first to last are something else
// than a body: no listed place or people, nobody's given name, no title.
func (n *namer) mayBeBody(first, last int) bool {
	for i := first; i < last; i++ {
		if h := n.hit(i); h != nil && !h.Matches[0].Weak && h.Matches[0].Entry.Kind.Type() != "ORG" {
			return false
		}
		if n.traits[i].any(tGiven|tInitial) || n.strongAt(i, doc.Person) || n.strongAt(i, doc.Place) {
			return false
		}
	}
	return n.titleLen(first, last) == 0 && !(last-first == 1 && n.traits[first].has(tOpens|tEnglish))
}

// partner reports whether token i may be a partner's surname, or "Co.".
func (n *namer) partner(i int) bool {
	t := n.trait(i)
	return t.has(tCap) && !t.any(tNever|tCaps|tInitial) && (!t.has(tEnglish) || t.has(tSurname) || lookup(firmTails, strings.TrimSuffix(n.word(i), "."))) && len(n.words[i]) > 1 && (n.hit(i) == nil || n.hit(i).End == n.hit(i).Start+1)
}

// citedNext reports whether a year or its bracket stands at token i.
func (n *namer) citedNext(i int) bool { return n.cites(i) || n.word(i) == "(" && n.cites(i+1) }

// fromSeats reads the brackets behind a member that hold the seat and the party:
// "Hon. Ann Field (Ruaraka, ODM)", "Cllr Lind (Lab, Hill Ward)".
func (n *namer) fromSeats() {
	for i := 1; i+4 < len(n.words); i++ {
		if n.words[i] != "(" || !n.strongAt(i-1, doc.Person) && !n.mayBePerson(i-1) && n.words[i-1] != "'" && n.words[i-1] != "’" || !n.traits[i+1].has(tCap) {
			continue
		}
		comma := n.capsTo(i + 1)
		end := n.capsTo(comma + 1)
		if n.word(comma) != "," || n.word(end) != ")" || comma == i+1 || end == comma+1 {
			continue
		}
		switch a, b := n.isParty(i+1, comma), n.isParty(comma+1, end); {
		case b && !a:
			n.seat(i+1, comma, comma+1, end)
		case a && !b:
			n.seat(comma+1, end, i+1, comma)
		}
	}
}

// capsTo returns the end of the capitals, and of the possessives among them, from
// token i on, five at the most.
func (n *namer) capsTo(i int) int {
	k := i
	for k < i+5 && k < len(n.words) && (n.traits[k].has(tCap) || k > i && (n.words[k] == "-" || n.words[k] == "’s" || n.words[k] == "'s")) {
		k++
	}
	return k
}

// isParty reports whether tokens first to last are a party's name or letters.
func (n *namer) isParty(first, last int) bool {
	h := n.hit(first)
	if lookup(partyTags, n.joined(first, last)) {
		return true
	}
	if h != nil && h.Start == first && h.End == last {
		return h.Matches[0].Entry.Kind == gazetteer.Party
	}
	return last == first+1 && h == nil && n.traits[first].has(tCaps) && len(n.words[first]) < 6
}

func (n *namer) seat(first, last, party, end int) {
	if n.initials(n.words[party], first, last) || n.hit(first) == nil && (n.traits[first].has(tRole) || n.titleLen(first, last) > 0) {
		return
	}
	n.cands = append(n.cands,
		cand{first: first, last: last, typ: doc.Place, power: 106, hit: n.hitOf(first, last)},
		cand{first: party, last: end, typ: doc.Org, power: 106, hit: n.hitOf(party, end)})
}

// fromTitledRows makes persons of all the names of a row behind a title in the
// plural: "Messrs. Burns, Philp and Ah Sing".
func (n *namer) fromTitledRows() {
	for i := 0; i+2 < len(n.words); i++ {
		if !n.traits[i].has(tCap) || !lookup(pluralTitles, strings.TrimSuffix(n.words[i], ".")) {
			continue
		}
		k, title := i+1, 1
		if n.words[k] == "." {
			k, title = k+1, 2
		}
		n.titledRow(k, n.d.Sentences[n.sentenceOf(i)].Last, title)
	}
}

func (n *namer) titledRow(i, end, title int) {
	for i < end {
		k := i
		for k < end && k < i+4 && (n.traits[k].has(tCap) && !n.traits[k].any(tNever|tOrgHead) && !lookup(pluralTitles, strings.TrimSuffix(n.words[k], ".")) || k > i && n.traits[k].has(tParticle)) {
			k++
		}
		if k == i || n.words[k-1] == "&" || k < end && n.words[k] == "&" {
			return
		}
		if h := n.hit(i); h == nil || h.Matches[0].Weak || h.End-h.Start == 1 && h.Matches[0].Entry.Kind == gazetteer.City {
			n.cands = append(n.cands, cand{first: i, last: k, typ: doc.Person, power: 104, hit: -1, title: title})
		}
		title = 0
		if past := n.pastBracket(k); past > k && past <= k+3 {
			k = past
		}
		switch {
		case k < end && n.words[k] == "," && k+1 < end && (n.words[k+1] == "and" || n.words[k+1] == "or"):
			i = k + 2
		case k < end && (n.words[k] == "," || n.words[k] == "and"):
			i = k + 1
		default:
			return
		}
	}
}

var pluralTitles = set("messrs", "mesdames", "misses", "messieurs", "councillors", "senators", "cllrs", "profs", "drs", "aldermen", "justices", "sirs")

// fromSignoffs makes persons of the given name alone on the line that opens a letter
// and of the one word with a capital on the line behind its close: "Best,\nThandi".
func (n *namer) fromSignoffs() {
	for i := 0; i+2 < len(n.words); i++ {
		if n.traits[i]&(tCap|tGiven|tNever|tCaps) == tCap|tGiven && n.words[i+1] == "," && n.brokenBefore(i+2) && n.opensLine(i) {
			n.cands = append(n.cands, cand{first: i, last: i + 1, typ: doc.Person, power: 86, hit: -1})
		}
	}
	for i := 2; i < len(n.words); i++ {
		t := n.traits[i]
		if n.words[i-1] != "," || !t.has(tCap) || t.any(tNever|tCaps|tOrgHead) || !lookup(closes, n.words[i-2]) || !n.brokenBefore(i) && n.word(i-3) != "," {
			continue
		}
		if i+1 < len(n.words) && !n.brokenBefore(i+1) {
			continue
		}
		if h := n.hit(i); h == nil || h.Matches[0].Weak || t.has(tGiven) {
			n.cands = append(n.cands, cand{first: i, last: i + 1, typ: doc.Person, power: 96, hit: -1})
		}
	}
}

// brokenBefore reports whether a line ends before token i. A sentence that a page
// breaks goes on behind what stands between, so that the token before may lie further on.
func (n *namer) brokenBefore(i int) bool {
	end, start := n.d.Tokens[i-1].End, n.d.Tokens[i].Start
	return end > start || strings.IndexByte(n.d.Text[end:start], '\n') >= 0
}

var closes = set("best", "regards", "yours", "cheers", "sincerely", "faithfully", "thanks", "love", "wishes", "truly", "warmly", "respectfully")

// fromCalled makes a body of what a noun for one says is its name: "the gang known as
// Vice Ledger", "a firm called Sao Mai Timber".
func (n *namer) fromCalled() {
	for i := 1; i+1 < len(n.words); i++ {
		k := i + 1
		switch n.words[i] {
		case "called", "named", "dubbed":
		case "known":
			if n.words[k] != "as" {
				continue
			}
			k++
		default:
			continue
		}
		noun := i - 1
		if !lookup(announcers, n.words[noun]) && !lookup(gangs, n.words[noun]) || !n.trait(k).has(tCap) {
			continue
		}
		last := k
		for last < len(n.words) && last < k+5 && (n.traits[last].has(tCap) && !n.traits[last].has(tNever) || last > k && n.words[last] == "-" && n.glued(last)) {
			last++
		}
		if n.sentenceOf(k) == n.sentenceOf(last-1) {
			n.cands = append(n.cands, cand{first: k, last: last, typ: doc.Org, power: 104, hit: n.hitOf(k, last)})
		}
	}
}

var gangs = set("gang", "group", "militia", "sect", "cult", "band", "collective", "outfit", "organisation", "organization", "crew", "syndicate", "unit", "brigade", "battalion", "vigilantes")

// fromDwellers makes places of the strange names behind those who are of a place:
// "a chief from Doro Gowon", "the bishop of David".
func (n *namer) fromDwellers() {
	for i := 1; i+1 < len(n.words); i++ {
		w := n.words[i]
		if w != "from" && w != "of" || !n.traits[i+1].has(tCap) || !n.traits[i-1].any(tLower|tOpens) {
			continue
		}
		prev := n.words[i-1]
		if !lookup(localHeads, prev) && !(w == "from" && lookup(fieldRoles, prev)) {
			continue
		}
		k := i + 1
		for k < len(n.words) && k < i+4 && n.traits[k].has(tCap) && !n.traits[k].any(tNever|tCaps) {
			k++
		}
		if k == i+1 || n.hit(i+1) != nil && !n.hit(i + 1).Matches[0].Weak || n.trait(k-1).has(tOrgHead) || n.trait(k).has(tCap) || n.traits[i+1].any(tEnglish|tOrgHead) || n.sentenceOf(i) != n.sentenceOf(k-1) {
			continue
		}
		if last := n.traits[k-1]; w == "from" && k-i > 2 && n.traits[i+1].has(tGiven) && last.has(tSurname) {
			continue
		}
		n.cands = append(n.cands, cand{first: i + 1, last: k, typ: doc.Place, power: 92, hit: n.hitOf(i+1, k)})
	}
}

// localHeads lead towns and lands.
var localHeads = set("mayor", "mayors", "governor", "bishop", "archbishop", "chief", "chiefs", "emir", "villagers", "residents", "inhabitants", "imam", "prefect", "sultan", "elder", "elders", "headman", "townspeople", "sheriff")

// fromCases makes a person of who stands against the crown in the name of a case:
// "R v Turnbull".
func (n *namer) fromCases() {
	for i := 1; i+1 < len(n.words); i++ {
		if !versus(n.words[i]) {
			continue
		}
		first, last := i+1, i+2
		if n.isCrown(i+1) || lookup(starters, n.words[i+1]) && n.trait(i+2).has(tNever) {
			first, last = i-1, i
		} else if !n.isCrown(i - 1) {
			continue
		}
		for last > i && last < i+4 && n.trait(last).has(tCap) && !n.trait(last).has(tNever) {
			last++
		}
		for first < i && first > 0 && n.traits[first-1].has(tCap) && !n.traits[first-1].any(tNever|tFree) {
			first--
		}
		if t := n.traits[first]; t.has(tCap) && !t.any(tNever|tOrgHead|tCaps) && !n.traits[last-1].has(tOrgHead) && n.sentenceOf(first) == n.sentenceOf(last-1) {
			n.cands = append(n.cands, cand{first: first, last: last, typ: doc.Person, power: 92, hit: -1})
		}
	}
}

// fromNatives makes bodies of what stands in brackets behind a body, its own name in
// another language and the letters of that: "the Navy (Marina Vieja, MV)".
func (n *namer) fromNatives() {
	for i := 1; i+4 < len(n.words); i++ {
		if n.words[i] != "(" || !n.traits[i-1].has(tCap|tOrgHead) && !n.strongAt(i-1, doc.Org) || !n.traits[i+1].has(tCap) {
			continue
		}
		k := i + 2
		for k < len(n.words) && k < i+9 && (n.traits[k].has(tCap) || n.traits[k].has(tLower) && lookup(foreignJoins, n.words[k])) {
			k++
		}
		if n.word(k) != "," || n.word(k+2) != ")" || !n.acronymLike(k+1) || k-i < 3 || !n.initials(n.words[k+1], i+1, k) {
			continue
		}
		n.cands = append(n.cands,
			cand{first: i + 1, last: k, typ: doc.Org, power: 106, hit: -1},
			cand{first: k + 1, last: k + 2, typ: doc.Org, power: 106, hit: -1, form: doc.Acronym})
	}
}
