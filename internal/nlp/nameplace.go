package nlp

import (
	"strings"

	"analyze/internal/doc"
	"analyze/internal/nlp/gazetteer"
	"analyze/internal/nlp/tagger"
)

// sites stand after the name of a place and hardly after any other: "the
// Batlava camp".
var sites = set("camp", "camps", "crossing", "checkpoint", "district", "village", "villages", "valley", "river", "prison", "jail", "province", "town", "township", "reservoir", "peninsula", "locality", "suburb", "neighbourhood", "neighborhood", "governorate", "hamlet")

// siteCue reports whether the words beside an unlisted name make it a place's
// whatever its look: a camp or a village after it, or people who are held or
// live at it before it.
func (n *namer) siteCue(first, last int) bool {
	if last-first > 2 || n.hit(first) != nil || n.traits[first].any(tCaps|tEnglish|tGiven|tOrgHead) || n.traits[last-1].any(tCaps|tOrgHead) {
		return false
	}
	if lookup(sites, n.word(last)) && n.traits[last].has(tLower) {
		return true
	}
	w := n.word(first - 1)
	return (w == "at" || w == "in") && lookup(heldAt, n.word(first-2))
}

// heldAt are people who are at a place by force or for shelter.
var heldAt = set("detainees", "prisoners", "inmates", "internees", "hostages", "captives", "refugees", "migrants", "displaced", "deportees", "families", "households", "civilians", "detained", "imprisoned", "interned", "jailed", "held", "besieged", "buried", "killed", "born", "stranded", "encamped")

// shrines begin names of mosques, churches and temples.
var shrines = set("masjid", "al-masjid", "mezquita", "haram", "wat", "basilica", "iglesia", "église", "gurdwara", "mandir", "stupa")

// noteBesides notes what the words beside a name of one unlisted word tell of
// it wherever else it stands.
func (n *namer) noteBesides(k *knownName, c *cand) {
	if c.last-c.first != 1 || c.hit >= 0 {
		return
	}
	if n.siteCue(c.first, c.last) {
		k.votes[doc.Place] += 100
	}
	if c.typ == doc.Place && n.inTable(c.first) || n.within(c) || n.siteCue(c.first, c.last) {
		k.placed++
	}
	if c.typ == doc.Org && c.power >= 70 {
		k.traded++
	}
	if c.title > 0 || c.typ == doc.Person && c.power > 100 || n.word(c.last) == "(" && n.cites(c.last+1) || n.personCue(c.first, c.last) > 0 || n.trait(c.last).has(tSign) && n.word(c.last) == ":" {
		k.spoke++
	}
}

// cites reports whether a year stands at token i.
func (n *namer) cites(i int) bool { return len(n.word(i)) >= 4 && n.citedYear(i) }

// within reports whether a name stands behind a preposition that hardly goes with
// a person's, unless it is what one may have in somebody ("faith in") or a work
// that is cited.
func (n *namer) within(c *cand) bool {
	w := n.word(c.first - 1)
	if c.typ == doc.Place && (w == "at" || w == "into") {
		return true
	}
	return lookup(withins, w) && !lookup(faiths, n.word(c.first-2)) && !(n.word(c.last) == "(" && n.cites(c.last+1))
}

var (
	withins = set("in", "near", "outside", "inside")
	faiths  = set("faith", "faiths", "trust", "trusts", "trusted", "confidence", "confided", "confide", "belief", "believe", "believes", "believed", "interest", "interested", "hope", "hopes", "shares", "stake", "invested", "investors", "disappointed", "disappointment", "as", "see", "cited", "quoted", "reported", "described", "discussed", "shown", "found", "reprinted", "change", "changes", "rival", "successor", "ally", "friend", "enemy", "leader", "man", "saw", "only")
)

// inTable reports whether token i stands in a table.
func (n *namer) inTable(i int) bool {
	return n.views[n.sentenceOf(i)].kind == doc.TableBlock
}

// placedHere reports whether a single word that the model takes for a person's
// is elsewhere in the document where only a place can be, and nowhere titled or
// speaking.
func (n *namer) placedHere(c *cand, k *knownName) bool {
	return c.typ == doc.Person && c.by == byModel && c.last-c.first == 1 && c.title == 0 && k.placed > 0 && k.spoke == 0 &&
		!k.full && k.votes[doc.Place] > 0 && !n.traits[c.first].has(tGiven) && (k.placed > 1 || !n.traits[c.first].has(tSurname))
}

// fromDatelines makes places of the capitals that open a dispatch ("HARLAN - The
// board", "KAVRESH, 26 May (Meridian Wire) -"), and bodies of the wires in their
// brackets.
func (n *namer) fromDatelines() {
	block, from, opened := -1, len(n.cands), 0
	for s := range n.d.Sentences {
		sent := &n.d.Sentences[s]
		if sent.Block != block && n.views[s].running() && n.dateline(sent) {
			opened++
		}
		block = sent.Block
	}
	if opened > maxDatelines { // speakers
		n.cands = n.cands[:from]
	}
}

// maxDatelines is how many datelines a document may have: a dispatch has one, a
// text in which many paragraphs open so names who speaks.
const maxDatelines = 2

// dateline reads the beginning of a paragraph and reports whether it is one.
func (n *namer) dateline(s *doc.Sentence) bool {
	k := s.First
	for k < s.Last && k < s.First+3 && n.traits[k].has(tCaps) && len(n.words[k]) > 2 {
		k++
	}
	if k == s.First || k+2 >= s.Last {
		return false
	}
	first, last := s.First, k
	wire := 0
	for i := k; i < s.Last && i < k+16; i++ {
		if n.words[i] == "(" {
			wire = i + 1
		}
		if !dash(n.words[i]) || n.glued(i) && n.glued(i+1) {
			continue
		}
		if i == k || n.words[k] == "," || n.words[k] == "(" {
			n.dispatch(first, last, wire, i)
			return true
		}
		return false
	}
	return false
}

func dash(w string) bool { return w == "-" || w == "–" || w == "—" || w == "--" }

// dispatch adds the place from first to last of a dateline that ends in a dash
// at end, and the wire from token wire on if that is not 0.
func (n *namer) dispatch(first, last, wire, end int) {
	strange := false
	for i := first; i < last; i++ {
		strange = strange || !n.traits[i].any(tEnglish|tOrgHead)
	}
	h := n.hit(first)
	if h != nil && (h.Matches[0].Entry.Kind.Type() != "PLACE" || h.End > last) {
		strange = false
	}
	if strange && len(n.words[first]) > 3 && !lookup(noOrgs, n.words[first]) {
		n.cands = append(n.cands, cand{first: first, last: last, typ: doc.Place, power: 84, hit: -1})
	}
	if wire == 0 || n.words[end-1] != ")" || end-1-wire > 4 {
		return
	}
	for i := wire; i < end-1; i++ {
		if !n.traits[i].has(tCap) || n.traits[i].has(tNever) {
			return
		}
	}
	if h := n.hit(wire); (end-1-wire == 1 || lookup(wires, n.words[end-2])) && (h == nil || h.End < end-1) {
		n.cands = append(n.cands, cand{first: wire, last: end - 1, typ: doc.Org, power: 96, hit: -1})
	}
}

// wires end names of those who send news.
var wires = set("wire", "news", "press", "agency", "service", "times", "post", "radio", "tribune", "herald", "courier", "newswire", "newsline", "telegraph", "bureau", "bulletin", "online", "today")

// fromPosts makes bodies of what stands behind a person and what she is there:
// "Anna Field, Chief Executive, Norfolk County Transport;".
func (n *namer) fromPosts() {
	for i := 1; i+1 < len(n.words); i++ {
		w := n.words[i]
		if n.words[i+1] != "," || !n.traits[i].has(tCap) || !lookup(roleTails, w) && !strings.EqualFold(w, "executive") {
			continue
		}
		k := i
		for k > 0 && k > i-4 && n.traits[k-1].has(tCap) && n.words[k-1] != "," {
			k--
		}
		if n.word(k-1) == "," && n.strongAt(k-2, doc.Person) {
			n.post(i + 2)
		}
	}
}

// post makes a body of the row of capitals from token i to the next sign.
func (n *namer) post(i int) {
	if i >= len(n.words) {
		return
	}
	end := n.d.Sentences[n.sentenceOf(i)].Last
	k := i
	for k < end && k < i+6 && n.traits[k].has(tCap) && !n.traits[k].has(tNever) {
		k++
	}
	if k-i < 2 || k < end && !n.traits[k].has(tSign) || n.traits[k-1].any(tGiven|tSurname|tRole) || lookup(sureHeads, n.words[k-1]) || n.traits[i].has(tGiven) {
		return
	}
	if h := n.hit(i); h != nil && h.Start == i && h.End == k {
		return
	}
	n.cands = append(n.cands, cand{first: i, last: k, typ: doc.Org, power: 84, hit: -1})
}

// placeLabel reports whether a listed place is the whole of a table's label.
func placeLabel(h *gazetteer.Hit, first, last int) bool {
	return h.Start == first && h.End == last && h.Matches[0].Entry.Kind.Type() == "PLACE" && !demonymic(h.Matches[0])
}

// readsAsAdjective reports whether the model would have the word at token i be an
// adjective or part of a work or an event, and no place.
func (n *namer) readsAsAdjective(i int) bool {
	if !n.rated() {
		return false
	}
	o := &n.odds[i]
	return max(o[tagger.Adjective], o[tagger.Misc]) > o[tagger.Place]+2
}

// isPlace decides whether an unlisted run is a place by the words beside it.
func (n *namer) isPlace(c *cand) bool {
	if c.last-c.first > 4 || n.traits[c.first].has(tCaps) && c.last-c.first == 1 {
		return false
	}
	p := n.placeCue(c.first, c.last)
	row := c.last-c.first >= 2
	if row && lookup(sureHeads, n.words[c.last-1]) {
		p += 44
	} else if row && (lookup(placeHeads, n.words[c.last-1]) || lookup(placeFirsts, n.words[c.first])) {
		p += 26
	}
	if n.described(c.last, placeNouns) {
		p += 30
	}
	if n.constituency(c.first, c.last) {
		p += 26
	}
	if n.quarter(c) {
		p += 44
	}
	if n.hit(c.first) == nil && n.orgCue(c.first, c.last) >= 20 {
		p -= 30 // shares in
	}
	if !row && (n.traits[c.first].any(tEnglish|tCommon) || lookup(notAlone, n.words[c.first])) {
		p -= 30
	}
	if row && n.traits[c.first].any(tEnglish|tOrgHead) && n.traits[c.last-1].any(tEnglish|tOrgHead) && !lookup(placeHeads, n.words[c.last-1]) {
		p -= 20
	}
	if row && n.traits[c.last-1].has(tEnglish) && !n.traits[c.last-1].any(tSurname|tGiven) && !lookup(placeHeads, n.words[c.last-1]) && !lookup(placeFirsts, n.words[c.first]) && !lookup(quarters, n.words[c.first]) {
		p -= 8
	}
	if row && n.traits[c.first].has(tCaps) && n.traits[c.last-1].has(tCaps) {
		p -= 30
	}
	if n.hit(c.first) != nil && p < 26 || p <= 0 {
		return false
	}
	if p < 20 && c.last-c.first == 1 && n.tagAt(c.last).IsNoun() && n.trait(c.last).has(tLower) && n.readsAsAdjective(c.first) {
		return false // "in Chicano culture"
	}
	c.typ, c.power = doc.Place, 40+p
	return true
}

// quarter reports whether a candidate is a part of a country that the compass tells.
func (n *namer) quarter(c *cand) bool {
	return lookup(quarters, n.words[c.first]) && n.hitOf(c.first+1, c.last) >= 0 && n.national(n.hit(c.first+1)) && !demonymic(n.hit(c.first + 1).Matches[0])
}

var quarters = set("northern", "southern", "eastern", "western", "central", "north", "south", "east", "west", "north-eastern", "northeastern", "north-western", "northwestern", "south-eastern", "southeastern", "south-western", "southwestern", "upper", "lower")

// sureHeads end names of places and hardly any others.
var sureHeads = set("street", "river", "road", "square", "island", "islands", "province", "governorate", "district", "valley", "mountains", "peninsula", "airport", "bridge", "strait", "desert", "avenue", "boulevard", "oblast", "county", "lake", "archipelago", "region", "sea", "ocean", "bay", "gulf", "heights", "canal", "land", "prefecture", "mountain", "crossing", "highway", "stadium", "church", "monastery", "cathedral", "abbey", "mosque", "tomb", "cliffs", "castle", "lagoon", "woods", "gorge", "waterfall", "volcano", "crater", "reservoir", "wetlands", "beach", "creek", "mosque", "temple", "cemetery", "lighthouse")

// Nouns that say what a name before a comma is: "Enerko, a subsidiary of",
// "Hermel, a town in".
var (
	placeNouns = set("town", "city", "village", "province", "suburb", "island", "region", "district", "capital", "port", "neighbourhood", "neighborhood", "river", "valley", "area", "enclave", "settlement", "hamlet", "peninsula", "state", "county", "stronghold", "resort")
	orgNouns   = set("company", "firm", "subsidiary", "agency", "newspaper", "paper", "daily", "weekly", "magazine", "website", "broadcaster", "charity", "organisation", "organization", "group", "party", "bank", "consultancy", "think-tank", "think", "tank", "watchdog", "network", "union", "federation", "institute", "university", "militia", "faction", "startup", "start-up", "retailer", "producer", "operator", "manufacturer", "maker", "utility", "supplier", "airline", "ngo", "station", "publisher", "journal", "cooperative", "co-operative", "regulator", "foundation", "conglomerate", "lender", "insurer", "brewer", "refiner", "coalition", "alliance", "brigade", "battalion", "outlet", "tabloid", "club", "lobby", "movement", "association", "chain", "supermarket", "carmaker", "contractor", "drugmaker", "chipmaker", "miner", "rival", "body", "nonprofit", "non-profit", "wholesaler", "developer", "collective", "arm", "brand", "app", "platform", "label", "studio", "exchange", "fund", "trader", "hauler", "courier", "forwarder", "giant", "competitor", "distributor", "importer", "exporter", "processor", "dealer", "vendor", "affiliate", "carrier", "consortium", "syndicate", "laboratory", "agency", "registrar", "orchestra", "choir", "band", "grocer", "bookmaker", "housebuilder", "jeweller", "auctioneer", "broker", "troupe", "builder", "bakery", "brewery", "distillery", "tannery", "mill", "smelter", "caterer", "haulier", "landlord", "lessor", "telco", "fintech", "bookseller", "consulting", "law", "spinoff", "spin-off", "gang", "cartel", "squad", "unit")
)

// described reports whether at token i a comma and a description begin whose
// noun is one of nouns: ", a small town in".
func (n *namer) described(i int, nouns *wordSet) bool {
	for n.word(i) == "*" || n.word(i) == "_" || n.word(i) == "**" {
		i++ // the end of an emphasis
	}
	if n.word(i) != "," && n.word(i) != "(" && n.word(i) != "–" && n.word(i) != "—" {
		return false
	}
	switch n.word(i + 1) {
	case "a", "an", "the", "its", "their", "another", "once", "now":
	default:
		return false
	}
	for k := i + 2; k < i+8 && k < len(n.words); k++ {
		w, tag := n.words[k], n.tagAt(k)
		if lookup(nouns, w) {
			if n.tagAt(k+1) == doc.POS {
				continue // "the city's deputy mayor"
			}
			return n.word(k+1) != "-" && !n.tagAt(k+1).IsNoun() || lookup(nouns, n.word(k+1))
		}
		if n.traits[k].has(tRole) || !(tag.IsNoun() || tag.IsAdjective() || tag == doc.POS || tag == doc.VBN || tag == doc.VBG || w == "-" || tag == doc.CD) {
			return false
		}
	}
	return false
}

// placeFirsts begin names of places.
var placeFirsts = set("mount", "lake", "wadi", "gulf", "cape", "fort", "port", "camp", "bab", "deir", "tell", "tel", "tal", "jebel", "jabal", "khan", "beit", "bay", "strait", "isle", "mt.", "st.", "san", "santa", "puerto", "rio", "sierra", "ras", "al-bab", "oued", "kafr", "upper", "lower")
