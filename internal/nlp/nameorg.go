package nlp

import (
	"strings"

	"analyze/internal/doc"
)

// orgCue is what the words beside tokens first to last say for an organisation
// that no list has: "a spokesman for X", "shares in X", "X's board".
func (n *namer) orgCue(first, last int) int {
	i := first - 1
	for i > first-3 && i > 0 && (n.words[i] == "the" || n.words[i] == "The") {
		i--
	}
	if i > 0 {
		prep, before := n.words[i], n.word(i-1)
		switch prep {
		case "at", "for", "of", "with":
			if n.trait(i-1).has(tRole) && n.trait(i-1).has(tLower) {
				return 26
			}
			if lookup(orgBefore, before) {
				return 26
			}
		case "in":
			if before == "shares" || before == "stake" || before == "writing" || before == "published" || before == "investors" {
				return 26
			}
		case "by":
			if lookup(orgActs, before) {
				return 20
			}
		}
	}
	next := n.word(last)
	if next == "'s" || next == "’s" || next == "’" {
		if lookup(orgParts, n.word(last+1)) {
			return 18
		}
		return 0
	}
	if lookup(orgPeople, next) {
		return 20
	}
	if next == "said" && n.word(last+1) == "in" && n.word(last+3) == "statement" {
		return 16
	}
	return 0
}

var (
	orgBefore = set("spokesman", "spokeswoman", "spokesperson", "head", "shares", "subsidiary", "unit", "arm", "branch", "division", "affiliate", "affiliates", "board", "website", "correspondent", "reporter", "ceo", "executive", "founder", "co-founder", "member", "members", "colleague", "analysts", "researchers", "lawyers", "economists", "scientists", "experts", "scholars", "editors", "employees", "staff", "wing", "faction", "headquarters", "allegiance")
	orgActs   = set("owned", "published", "funded", "financed", "commissioned", "compiled", "operated", "run", "employed", "backed", "founded", "issued", "released", "manufactured", "produced", "organised", "organized", "sponsored", "acquired", "bought")
	orgParts  = set("spokesman", "spokeswoman", "spokesperson", "chief", "ceo", "board", "shares", "headquarters", "website", "chairman", "chairwoman", "employees", "staff", "leadership", "fighters", "members", "subsidiary", "customers", "profits", "profit", "revenue", "sales", "founder", "editor", "manager", "coordinator", "director", "secretary-general", "shareholders", "executives", "magazine", "newspaper", "militants", "commanders", "branch", "affiliate", "offices", "managing", "news", "propaganda")
	orgPeople = set("spokesman", "spokeswoman", "spokesperson", "fighters", "militants", "executives", "employees", "shares", "shareholders", "commanders", "militia", "militiamen", "gunmen", "operatives", "recruits", "volunteers", "staffers", "chairman", "ceo", "affiliate", "affiliates", "faction", "cadres")
)

// isCuedOrg decides by the words beside a run that nothing else names.
func (n *namer) isCuedOrg(c *cand) bool {
	cue := n.orgCue(c.first, c.last)
	if cue == 0 || c.last-c.first > 5 || n.listed(c.first, c.last) || n.traits[c.first].any(tGiven|tCommon) && c.last-c.first == 1 || n.traits[c.first].has(tGiven) || n.titleLen(c.first, c.last) > 0 {
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
	c.typ, c.power = doc.Org, 53
	return true
}

// notBodies are words of the names of events, laws, works, ideas and things.
var notBodies = set("act", "acts", "treaty", "agreement", "accord", "accords", "pact", "convention", "protocol", "charter", "constitution", "resolution", "declaration", "war", "wars", "revolution", "spring", "crisis", "day", "week", "month", "year", "decade", "prize", "award", "medal", "cup", "games", "festival", "championship", "championships", "league", "index", "report", "survey", "census", "plan", "strategy", "agenda", "goals", "goal", "deal", "operation", "crusade", "massacre", "uprising", "intifada", "olympics", "summit", "dialogue", "process", "initiative", "law", "code", "bill", "amendment", "age", "ages", "era", "depression", "recession", "disease", "syndrome", "virus", "fever", "flu", "test", "theory", "principle", "rule", "model", "standard", "visa", "card", "dollar", "street", "road", "world", "internet", "english", "bible", "directive", "regulation", "framework", "compact", "outlook", "review", "trends", "overview", "update", "terms", "conditions", "covenant", "holocaust", "genocide", "hurricane", "storm", "typhoon", "cyclone", "earthquake", "attack", "attacks", "bombing", "trial", "inquiry", "fact", "sheet", "table", "figure", "chapter", "annex", "section", "article", "page", "note", "abstract", "introduction", "conclusion", "president", "king", "queen", "prince", "lord", "sir", "state", "states", "man", "woman", "men", "women", "people", "nobel", "foreign", "fighter", "fighters", "jihad", "islam", "muslim", "christian", "god")
