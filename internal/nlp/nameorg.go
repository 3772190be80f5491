package nlp

import (
	"slices"
	"strings"

	"analyze/internal/doc"
	"analyze/internal/nlp/gazetteer"
)

// orgCue is what the words beside tokens first to last say for an organisation
// that no list has: "a spokesman for X", "shares in X", "X's board".
func (n *namer) orgCue(first, last int) int {
	next := n.word(last)
	if lookup(orgAfter, next) {
		return 22
	}
	if lookup(quoted, next) && n.moved(last+1) {
		return 30
	}
	i := first - 1
	for i > first-3 && i > 0 && (n.words[i] == "the" || n.words[i] == "The") {
		i--
	}
	article := i < first-1
	if n.constituency(first, last) {
		return 0
	}
	if i >= 1 && n.words[i] == "by" && !article && (n.words[i-1] == "polls" || n.words[i-1] == "Polls" || n.words[i-1] == "poll" || n.words[i-1] == "polling") {
		return 26
	}
	if i > 0 && (!article || !n.tagAt(last).IsNoun() || n.trait(last).has(tCap)) {
		if p := n.orgBefore(i, article, next); p > 0 {
			return p
		}
	}
	switch {
	case next == "'s" || next == "’s" || next == "’":
		if lookup(orgParts, n.word(last+1)) || n.tagAt(last+1).IsAdjective() && lookup(orgParts, n.word(last+2)) {
			return 18
		}
	case lookup(orgPeople, next):
		return 20
	case next == "," && n.word(last+1) == "which" && lookup(orgVerbs, n.word(last+2)):
		return 22
	case next == "said" && n.word(last+1) == "in" && n.word(last+3) == "statement":
		return 16
	}
	return 0
}

// quoted are verbs of a share's price.
var quoted = set("rose", "fell", "gained", "lost", "jumped", "sank", "slid", "climbed", "dropped", "surged", "tumbled", "rallied", "added", "soared", "plunged", "slipped", "shed", "advanced", "dipped", "rises", "falls", "gains", "loses", "jumps", "sinks", "slides", "climbs", "drops", "surges", "tumbles", "plunges")

// moved reports whether token i is the size of a move of a price: "8.1 percent",
// "by 4%", "18 sen to".
func (n *namer) moved(i int) bool {
	if n.word(i) == "by" || n.word(i) == "nearly" || n.word(i) == "about" || n.word(i) == "almost" {
		i++
	}
	if n.tagAt(i) != doc.CD {
		return false
	}
	w := n.word(i + 1)
	return strings.HasPrefix(w, "percent") || strings.HasPrefix(w, "%") || strings.HasSuffix(n.words[i], "%") || w == "per" && n.word(i+2) == "cent" || lookup(smallMoney, w)
}

var smallMoney = set("cents", "sen", "pence", "yen", "yuan", "rupees", "kopecks", "won", "pips", "ringgit", "baht", "cent", "pct", "pc")

// owned is what one has in a firm, or does in a paper.
var owned = set("shares", "stake", "writing", "published", "investors")

// constituency reports whether tokens first to last stand in the first of two
// brackets after a person: "Mrs Field (Bonavista) (NDP)".
func (n *namer) constituency(first, last int) bool {
	return n.word(first-1) == "(" && n.word(last) == ")" && n.word(last+1) == "(" && n.strongAt(first-2, doc.Person)
}

// orgBefore is what the preposition or bracket at token i says; article says
// that one stands between it and the name, next is the word after the name.
func (n *namer) orgBefore(i int, article bool, next string) int {
	before := n.word(i - 1)
	switch n.words[i] {
	case "(":
		if next == ")" && n.strongAt(i-1, doc.Person) {
			return 26
		}
	case "at", "for", "of", "with":
		if n.words[i] == "of" && article && n.strongAt(i-1, doc.Person) {
			return 24
		}
		if n.words[i] == "of" && lookup(localRoles, before) || n.words[i] == "at" && lookup(fieldRoles, before) {
			return 0
		}
		if n.trait(i-1).has(tRole) && n.trait(i-1).has(tLower) || lookup(orgHeads, before) {
			return 26
		}
	case "in":
		if lookup(owned, before) {
			return 26
		}
	case "as":
		if strings.EqualFold(before, "known") || strings.EqualFold(before, "abbreviated") {
			return n.knownAs(i - 2)
		}
	case "by":
		if lookup(orgActs, before) {
			return 20
		}
	}
	return 0
}

// localRoles are those of a town or region.
var localRoles = set("mayor", "mayors", "governor", "governors", "prefect", "prefects", "sheriff", "bishop", "bishops", "archbishop", "archbishops", "residents", "emir", "sultan", "king", "queen", "prince", "princess", "duke", "people", "natives", "wali", "ruler", "rulers", "imam", "imams", "rabbi", "citizens", "elders", "rangers", "monks", "nuns", "farmers", "fishermen", "villagers", "miners", "women", "men", "children", "mothers", "youth", "streets", "girls", "boys")

// fieldRoles are those of people who work at a place.
var fieldRoles = set("detainees", "prisoners", "inmates", "internees", "hostages", "captives", "civilians", "families", "fishermen", "farmers", "villagers", "miners", "troops", "soldiers", "pilgrims", "traders", "settlers", "police", "residents", "migrants", "refugees", "workers", "guards", "children", "women", "men", "girls", "boys", "evacuees", "returnees", "survivors", "victims", "commuters", "shoppers")

// knownAs is what a type of the name before "known as", which ends before token
// i, says for an organisation.
func (n *namer) knownAs(i int) int {
	for k := i; k >= 0 && k > i-8; k-- {
		if n.strongAt(k, doc.Org) {
			return 24
		}
		if n.strongAt(k, doc.Person) {
			return 0
		}
	}
	return 0
}

// sink takes away what names a ship, a storm or an office.
func (n *namer) sink() {
	n.void = resized(n.void, len(n.words))
	for i := range n.cands {
		c := &n.cands[i]
		if c.by == byUser || c.power > 100 {
			continue
		}
		n.doubt(c)
		n.judged(c)
		if c.power == 0 && n.isPaper(c) { // nor is a part of a plan or a treaty a body
			for k := c.first; k < c.last; k++ {
				n.void[k] = true
			}
		}
		if c.last-c.first == 1 && c.typ == doc.Org && c.hit < 0 && n.papers.find(foldHash(n.words[c.first])) != nil {
			c.power = 0
		}
		if c.typ == doc.Person {
			n.bare(c)
		}
		if lookup(ships, n.word(c.first-1)) || lookup(shipMarks, n.words[c.first]) || lookup(shipMarks, n.word(c.first-1)) || n.word(c.first-1) == "MS" || n.described(c.last, ships) {
			c.power = 0
		}
	}
	for i := range n.cands {
		if c := &n.cands[i]; c.last-c.first == 1 && n.traits[c.first].has(tNever) && c.by != byUser && (lookup(honours, n.words[c.first]) || lookup(judges, n.words[c.first])) {
			c.power = 0 // letters behind a person's name
		} else if c.typ == doc.Org && c.by <= byModel && c.power < sureOfRule && n.voided(c.first, c.last) {
			c.power = 0
		}
	}
}

// voided reports whether all tokens from first to last were part of a work or the like
// that was taken back.
func (n *namer) voided(first, last int) bool {
	return !slices.Contains(n.void[first:last], false)
}

var (
	ships     = set("ship", "vessel", "tanker", "frigate", "destroyer", "ferry", "trawler", "freighter", "submarine", "corvette", "cruiser", "yacht", "icebreaker", "bulker", "warship", "dinghy", "carrier")
	shipMarks = set("hms", "uss", "usns", "uscgc", "hnoms", "hdms", "rms", "f/v", "s/v", "r/v", "mv", "m/v", "hmcs", "hmas", "ss")
)

var (
	orgHeads  = set("works", "worked", "working", "employed", "spokesman", "spokeswoman", "spokesperson", "head", "shares", "subsidiary", "unit", "arm", "branch", "division", "affiliate", "affiliates", "board", "website", "correspondent", "reporter", "ceo", "executive", "founder", "co-founder", "member", "members", "colleague", "analysts", "researchers", "lawyers", "economists", "scientists", "experts", "scholars", "editors", "employees", "staff", "wing", "faction", "headquarters", "allegiance")
	orgActs   = set("owned", "published", "funded", "financed", "commissioned", "compiled", "operated", "run", "employed", "backed", "founded", "issued", "released", "manufactured", "produced", "organised", "organized", "sponsored", "acquired", "bought")
	orgVerbs  = set("runs", "owns", "makes", "operates", "produces", "employs", "represents", "publishes", "sells", "manages", "advises", "monitors", "supplies", "provides", "says", "said", "backs", "funds", "tracks", "advocates", "campaigns", "builds", "trains", "distributes", "lends", "insures", "delivers", "polices", "regulates")
	orgParts  = set("spokesman", "spokeswoman", "spokesperson", "chief", "ceo", "board", "shares", "headquarters", "website", "chairman", "chairwoman", "employees", "staff", "leadership", "fighters", "members", "subsidiary", "customers", "profits", "profit", "revenue", "sales", "founder", "editor", "manager", "coordinator", "director", "secretary-general", "shareholders", "executives", "magazine", "newspaper", "militants", "commanders", "branch", "affiliate", "offices", "managing", "news", "propaganda", "rival", "rivals", "competitor", "competitors", "plant", "factory", "stores", "outlets", "drivers", "fleet", "app", "workforce", "takeover", "acquisition", "listing", "creditors", "bondholders", "pipeline", "refinery", "terminal", "branches", "brand", "products", "pilots", "warehouses", "trucks", "lorries", "vans", "earnings", "losses", "dividend")
	orgAfter  = set("coalition", "party", "movement", "militia", "gang", "newspaper", "alliance", "faction", "airline", "cartel", "magazine", "brigade", "battalion", "website")
	orgPeople = set("spokesman", "spokeswoman", "spokesperson", "fighters", "militants", "executives", "employees", "shares", "shareholders", "commanders", "militia", "militiamen", "gunmen", "operatives", "recruits", "volunteers", "staffers", "chairman", "ceo", "affiliate", "affiliates", "faction", "cadres")
)

// isCuedOrg decides by the words beside a run that nothing else names.
func (n *namer) isCuedOrg(c *cand, note bool) bool {
	cue := n.orgCue(c.first, c.last)
	if h := n.hit(c.first); h != nil && h.Start == c.first && h.End == c.last && !h.Matches[0].Weak {
		return false // listed as something else
	}
	if b := (cand{first: c.first, last: c.last, typ: doc.Org}); cue == 0 && !note && n.hit(c.first) == nil && n.placeCue(c.first, c.last) == 0 && (n.beside(&b, -1) || n.beside(&b, 1)) {
		cue = 16 // in a list of organisations
	}
	if cue == 0 || c.last-c.first > 5 || c.last-c.first == 1 && lookup(noOrgs, n.words[c.first]) || n.listed(c.first, c.last) || n.traits[c.first].any(tGiven|tCommon|tRole|tEnglish) && c.last-c.first == 1 || n.traits[c.first].has(tGiven) || n.titleLen(c.first, c.last) > 0 {
		return false
	}
	c.typ, c.power = doc.Org, 40+cue
	return true
}

// isPlainWords decides on several common words that have capitals in the middle
// of a sentence: bodies are called so, where works, events and laws are not
// meant.
func (n *namer) isPlainWords(c *cand) bool {
	words := 0
	for i := c.first; i < c.last; i++ {
		t := n.traits[i]
		if !t.has(tCap) {
			continue
		}
		if t.any(tFree|tWork|tRole) || !t.any(tEnglish|tCommon) || n.misc[i] || lookup(notBodies, n.words[i]) {
			return false
		}
		words++
	}
	if words < 2 || words > 5 || n.tagAt(c.first-1) == doc.LQuote || n.traits[c.first].has(tCaps) {
		return false
	}
	if w := strings.ToLower(n.word(c.first - 1)); w == "a" || w == "an" {
		return false
	}
	c.typ, c.power = doc.Org, 43
	return true
}

// notBodies are words of the names of events, laws, works, ideas and things.
var notBodies = set("act", "acts", "treaty", "agreement", "accord", "accords", "pact", "convention", "protocol", "charter", "constitution", "resolution", "declaration", "war", "wars", "revolution", "spring", "crisis", "day", "week", "month", "year", "decade", "prize", "award", "medal", "cup", "games", "festival", "championship", "championships", "league", "index", "report", "survey", "census", "plan", "strategy", "agenda", "goals", "goal", "deal", "operation", "crusade", "massacre", "uprising", "intifada", "olympics", "summit", "dialogue", "process", "initiative", "law", "code", "bill", "amendment", "age", "ages", "era", "depression", "recession", "disease", "syndrome", "virus", "fever", "flu", "test", "theory", "principle", "rule", "model", "standard", "visa", "card", "dollar", "street", "road", "world", "internet", "english", "bible", "directive", "regulation", "statement", "communiqué", "letter", "letters", "memorandum", "roadmap", "register", "tracker", "matrix", "database", "yearbook", "factbook", "handbook", "guide", "guidelines", "manual", "rate", "rates", "bond", "bonds", "framework", "compact", "outlook", "review", "trends", "overview", "update", "terms", "conditions", "covenant", "holocaust", "genocide", "hurricane", "storm", "typhoon", "cyclone", "earthquake", "attack", "attacks", "bombing", "trial", "inquiry", "fact", "sheet", "table", "figure", "chapter", "annex", "section", "article", "page", "note", "abstract", "introduction", "conclusion", "president", "king", "queen", "prince", "lord", "sir", "state", "states", "man", "woman", "men", "women", "people", "nobel", "foreign", "fighter", "fighters", "jihad", "islam", "muslim", "christian", "god")

// isCamel decides on an unlisted name whose first word has a capital inside:
// BusinessDay, LitPol Link.
func (n *namer) isCamel(c *cand) bool {
	if c.last-c.first > 3 || n.hit(c.first) != nil || lookup(noOrgs, n.words[c.first]) || !n.camel(c.first) {
		return false
	}
	c.typ, c.power = doc.Org, 60
	return true
}

// camel reports whether the word at token i has a capital inside, and is no
// surname of the kind McKenzie.
func (n *namer) camel(i int) bool {
	w := n.words[i]
	if n.traits[i].has(tCaps) {
		return false
	}
	for _, p := range [...]string{"Mc", "Mac", "De", "Le", "La", "Di", "Da", "Du", "Fitz", "Van", "O"} {
		if strings.HasPrefix(w, p) {
			return false
		}
	}
	lower := false
	for k := 0; k < len(w); {
		c, size := at(w, k)
		if c != cUpper && c != cLower {
			return false
		}
		if c == cUpper && lower {
			return true
		}
		lower = c == cLower
		k += size
	}
	return false
}

// isNational decides on a common word or acronym before a country: "Statistics
// Canada", "Natural England".
func (n *namer) isNational(c *cand) bool {
	h := n.hit(c.last - 1)
	if h == nil || h.End != c.last || h.Start == c.first || !n.national(h) && h.Matches[0].Entry.Kind != gazetteer.Region || h.Matches[0].Weak || h.Matches[0].Alias >= gazetteer.DemonymNoun {
		return false
	}
	for i := c.first; i < h.Start; i++ {
		t := n.traits[i]
		if !t.has(tCap) || t.any(tFree|tRole|tNever) || !t.any(tEnglish|tCaps|tOrgHead) || lookup(pointers, n.words[i]) || lookup(notBefore, n.words[i]) || n.hit(i) != nil && n.hit(i).Matches[0].Entry.Kind.Type() != "ORG" || gazetteer.Title(n.words[i:i+1]) > 0 {
			return false
		}
	}
	c.typ, c.power = doc.Org, 78
	return true
}

// notBefore are capitalised words before a country that make no name with it.
var notBefore = set("new", "old", "soviet", "nazi", "imperial", "mainland", "modern", "ancient", "central", "northern", "southern", "eastern", "western", "great", "little", "free", "communist", "colonial", "former", "republican", "democratic", "revolutionary", "post-war", "rural", "urban", "vichy", "roman", "medieval", "occupied", "unified", "world", "brand", "global", "in", "from", "team", "cup", "operation")

// strongAt reports whether token i is in a candidate of the type that is all
// but certain.
func (n *namer) strongAt(i int, t doc.MentionType) bool {
	return i >= 0 && i < len(n.strong) && n.strong[i] == t
}

// markStrong notes the types of candidates that are all but certain.
func (n *namer) markStrong() {
	n.strong = resized(n.strong, len(n.words))
	for _, c := range n.cands {
		if c.power >= 70 && c.form != doc.Adjective {
			for i := c.first; i < c.last; i++ {
				n.strong[i] = c.typ
			}
		}
	}
}

// inLists strengthens candidates that stand in a list beside one of their type
// that is all but certain: "Shell, BP and others".
func (n *namer) inLists() {
	n.markStrong()
	for i := range n.cands {
		c := &n.cands[i]
		if c.form == doc.Adjective || c.by == byUser {
			continue
		}
		if n.inTownRow(c) {
			c.typ = doc.Place
		}
		if t := n.rowType(c); t != doc.NoType && t != c.typ {
			c.typ, c.power = t, max(c.power, 60)
		}
		if c.power >= 70 || c.power < 25 {
			continue
		}
		if n.beside(c, -1) || n.beside(c, 1) {
			c.power = min(c.power+18, 70)
		}
	}
}

// rowType is the type that a person of one strange word takes from the sure
// place or people that "and" joins to it, where nothing says that it is a
// person; NoType for others.
func (n *namer) rowType(c *cand) doc.MentionType {
	if c.typ != doc.Person && !(c.typ == doc.Org && c.by == byModel && n.orgCue(c.first, c.last) == 0 && !n.camel(c.first)) || c.last-c.first != 1 || c.title > 0 || c.power > 100 || n.traits[c.first].any(tGiven|tSurname|tCaps|tFree) || n.hit(c.first) != nil || n.personCue(c.first, c.last) > 0 || n.trait(c.last).has(tCap) {
		return doc.NoType
	}
	for _, k := range [...]int{c.first - 2, n.pastBracket(c.last) + 1} {
		and := c.first - 1
		if k > c.first {
			and = k - 1
		}
		if w := n.word(and); w != "and" && w != "or" {
			continue
		}
		if h := n.hit(k); k < c.first && h == nil && (n.word(k-1) == "from" || n.word(k-1) == "in") && (lookup(fieldRoles, n.word(k-2)) || lookup(localRoles, n.word(k-2))) {
			return doc.Place
		} else if c.typ == doc.Org || h == nil || h.Matches[0].Weak || h.Matches[0].Entry.Kind == gazetteer.Country {
			continue
		}
		if n.strongAt(k, doc.Place) || n.strongAt(k, doc.Group) {
			return n.strong[k]
		}
	}
	return doc.NoType
}

// rowPlace reports whether what the model takes for a person by one strange word is
// joined by "and" to a listed town that was chosen, a count in brackets between
// them: "Mandira (n=14) and Katwa (n=6)".
func (n *namer) rowPlace(c *cand) bool {
	k := n.pastBracket(c.last)
	if c.typ != doc.Person || c.by != byModel || c.last-c.first != 1 || k == c.last || n.word(k) != "and" || n.traits[c.first].any(tGiven|tSurname|tCaps|tFree) || n.hit(c.first) != nil || n.personCue(c.first, c.last) > 0 {
		return false
	}
	h := n.hit(k + 1)
	if h == nil || h.Start != k+1 || n.taken[k+1] == 0 {
		return false
	}
	return n.cands[n.taken[k+1]-1].typ == doc.Place && n.word(h.End) == "("
}

// pastBracket returns the token behind the short bracket that opens at token i,
// i if none does: "(n=14)".
func (n *namer) pastBracket(i int) int {
	if n.word(i) != "(" {
		return i
	}
	for k := i + 1; k < i+8; k++ {
		if n.word(k) == ")" {
			return k + 1
		}
	}
	return i
}

func (n *namer) beside(c *cand, side int) bool {
	k := c.first - 1
	if side > 0 {
		k = c.last
	}
	steps := 0
	for k >= 0 && k < len(n.words) && steps < 3 && (n.words[k] == "," || n.words[k] == "and" || n.words[k] == "or" || n.words[k] == "the") {
		k += side
		steps++
	}
	if side > 0 && steps > 0 && n.word(k) == "the" {
		k++
	}
	return steps > 0 && n.strongAt(k, c.typ)
}
