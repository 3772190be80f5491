package figure

import (
	"strings"

	"analyze/internal/doc"
)

// An np is a noun phrase: pieces, half-open, and its head.
type np struct{ first, last, head int }

// stopWords end a noun phrase whatever their tag.
var stopWords = set("the a an of to in on at by for from with without within into onto over under above below between among amid against along across around about after before since until till during despite through throughout via per than as that which who whom whose where when while if whether because although though unless so but nor yet is are was were be been being am has have had having do does did done can could will would shall should may might must not n't 've 'd 'll 're 'm it they he she we you i them him us me this these those there here its their his her our my your what why how it's compared including excluding plus minus versus vs vs. ago later earlier too also only just even still already almost nearly then now once up down out off away back both either neither each every any some no none all most many much few several such according did said says say told reported died returned came went joined left remain remained were fled lived made called took found killed wounded injured arrested missing dead according respectively altogether overall annually monthly weekly daily yearly combined apiece old alone together short shy nobody someone everyone anybody everybody anyone something nothing somebody comes goes remains becomes seems includes contains mr mr. mrs mrs. ms ms. dr dr. prof. prof worldwide nationwide himself herself themselves itself today yesterday tomorrow tonight thereafter thereof afterwards afterward forever fell sank grew ate drank flew drove wrote broke chose began became gave knew threw swam rang sang shook stole swore tore wore kept sent spent stood brought caught sought met bled fled sped crept swept dealt meant hid ran holds given get gets got slept wept knelt clung strode rode froze undertook arose awoke forgot forgave fought taught a. p.a. q. aboard cannot reckons reckon argues warns admits insists believes thinks concedes contends asserts spoke c. ca. circa")

func set(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}

// loose modifiers may stand in a noun phrase though they are stop words
// elsewhere: "300 wounded soldiers".
var participles = set("killed wounded injured arrested missing dead reported combined displaced")

// predicates are words that, in the singular behind a plural number, are what
// those counted do, though they may be nouns as well.
var predicates = set("count include exclude admit allow forbid permit require recognise recognize equals represents exceeds constitutes comprises corresponds")

// maxPhrase bounds the pieces of a noun phrase.
const maxPhrase = 12

// nounPhrase reads the noun phrase at i: modifiers and nouns up to its head,
// a second head behind "or", or behind "and" where both are people.
func (r *reader) nounPhrase(i int) (np, bool) {
	p := np{first: i, head: -1}
	for j := i; j < len(r.ps) && j < i+maxPhrase; j++ {
		switch r.role(j, &p) {
		case ends:
			p.last = p.head + 1
			return p, p.head >= 0
		case heads:
			p.head = j
		}
	}
	p.last = p.head + 1
	return p, p.head >= 0
}

type nounRole uint8

const (
	ends nounRole = iota
	modifies
	heads
)

// role says what piece j does in the phrase p.
func (r *reader) role(j int, p *np) nounRole {
	q := &r.ps[j]
	switch q.form {
	case digits:
		return r.digitRole(j, p)
	case fraction:
		return ends
	case sign:
		return r.signRole(j, p)
	}
	switch {
	case q.low == "'s" || q.low == "'" || q.tag == doc.POS:
		return modifiesIf(p.head >= 0 && r.nounSoon(j+1))
	case q.low == "and" || q.low == "or":
		return r.andRole(j, p)
	case r.stopModifies(j, p):
		return modifies
	case r.stops(j):
		return r.stopRole(j, p)
	case r.neverInside(j, p):
		return ends
	case r.nounAt(j):
		if p.head >= 0 && p.head == j-1 && r.pluralAt(p.head) && (q.upper || !r.compound(j)) {
			return ends
		}
		return heads
	case p.head >= 0:
		return modifiesIf(r.behindHead(j, p))
	}
	return modifiesIf(r.modifier(j, p))
}

func modifiesIf(yes bool) nounRole {
	if yes {
		return modifies
	}
	return ends
}

// digitRole lets the number of a model stand in a phrase: "two new 737 jets".
func (r *reader) digitRole(j int, p *np) nounRole {
	lex := &r.ps[j].lex
	return modifiesIf(p.head < 0 && j > p.first && r.low(j-1) != "-" && lex.shape == plainInt && lex.ints >= 3 && r.nounSoon(j+1) && r.unitAt(j+1) == 0)
}

// stopModifies reports whether the word at j modifies though it may be a stop
// word.
func (r *reader) stopModifies(j int, p *np) bool {
	q := &r.ps[j]
	if q.low == "a" && q.upper && p.head == j-1 && p.head >= 0 && r.nounAt(j+1) && !r.pluralAt(p.head) {
		return true // "vitamin A capsules"
	}
	if j != p.first {
		return false
	}
	if (q.low == "earlier" || q.low == "later") && r.numberBefore(j) && r.nounAt(j+1) && r.pluralAt(j+1) {
		return true // "46 earlier recommendations"
	}
	if (q.low == "most" || q.low == "least") && r.numberBefore(j) && r.adjectiveAt(j+1) && r.nounSoon(j+2) {
		return true // "the 30 most violent towns"
	}
	// "35,000 near-Earth asteroids"
	return q.tag == doc.IN && r.low(j+1) == "-" && r.glued(j+1) && r.glued(j+2) && r.is(j+2, word) && r.numberBefore(j)
}

// stopRole says what the stop word at j does: participles stand among words that
// modify, and adverbs of rate before a plural ("4 million daily riders").
func (r *reader) stopRole(j int, p *np) nounRole {
	low := r.low(j)
	if participles[low] && j > p.first+1 && r.low(j-1) == "-" && r.glued(j) && r.glued(j-1) {
		return heads
	}
	if p.head >= 0 {
		return ends
	}
	if adverbRates[low] != "" && r.tagAt(j+1) == doc.NNS {
		return modifies
	}
	return modifiesIf(participles[low] && (r.nounAt(j+1) && !verbNouns[r.low(j+1)] || r.adjectiveAt(j+1) && r.nounSoon(j+2)))
}

// neverInside reports whether the word at j ends every phrase though it may be a
// noun: dates, numbers, and the verbs of those counted.
func (r *reader) neverInside(j int, p *np) bool {
	q := &r.ps[j]
	if q.upper && months[q.low] > 0 || weekdays[q.low] {
		return true
	}
	if j == p.first && predicates[q.low] && r.numberBefore(j) && r.low(j-1) != "one" && r.low(j-1) != "1" {
		return true // "two count children, five count nobody"
	}
	switch numberWords[q.low].class {
	case part, scale, vagueN, hundred:
		return true
	}
	// "the 2 million displaced live in camps"
	return verbNouns[q.low] && p.head < 0 && participles[r.low(j-1)] && j == p.first+1
}

// behindHead reports whether the word at j, no noun, goes on behind the head.
func (r *reader) behindHead(j int, p *np) bool {
	q := &r.ps[j]
	if p.head == j-1 {
		if h := &r.ps[p.head]; (h.tag == doc.NNP || h.tag.IsAdjective() && h.upper) && q.tag.IsAdjective() && !q.upper && r.nounAt(j+1) || r.insideCompound(j, p) {
			return true
		}
	}
	return (r.low(j-1) == "'s" || r.glued(j) && r.low(j-1) == "-") && r.modifier(j, p)
}

// modifier reports whether the word at j, no noun, can modify one.
func (r *reader) modifier(j int, p *np) bool {
	switch t := r.ps[j].tag; {
	case (t == doc.VBN || t == doc.VBD) && j == p.first && r.tagAt(j+1) == doc.NNP && r.ps[j+1].upper && !r.pluralAt(j+1):
		return false // "1,200 reached Dansadau"
	case t.IsVerb() && j == p.first && r.numberBefore(j) && r.tagAt(j+1) == doc.NNS && !r.stops(j+1):
		return true
	case t.IsAdjective(), t == doc.VBN, t == doc.VBG, t == doc.VBD && r.nounAt(j+1), t == doc.FW:
		return true
	case t == doc.RB && (r.adjectiveAt(j+1) || r.tagAt(j+1) == doc.VBN):
		return true
	}
	return isNumberWord(r.low(j)) && numberWords[r.low(j)].class == ordinal
}

func (r *reader) adjectiveAt(j int) bool { return r.tagAt(j).IsAdjective() }

// tagAt returns the tag of piece j, none outside the sentence.
func (r *reader) tagAt(j int) doc.Tag {
	if j < 0 || j >= len(r.ps) {
		return doc.TagNone
	}
	return r.ps[j].tag
}

// insideCompound reports whether the word at j, behind a singular noun, goes on
// to a plural: "oil well heads", "UN peacekeeping troops", "fellow injured men".
func (r *reader) insideCompound(j int, p *np) bool {
	q, h := &r.ps[j], &r.ps[p.head]
	if !r.is(j+1, word) || r.stops(j+1) || r.pluralAt(p.head) || isPersonWord(h.low) && h.low != "fellow" || collective[h.low] {
		return false
	}
	plural := r.ps[j+1].tag == doc.NNS
	switch {
	case q.low == "well" && (h.low == "oil" || h.low == "gas" || h.low == "water"):
		return plural
	case h.low == "fellow":
		return q.tag.IsAdjective() || q.tag == doc.VBN
	}
	return q.tag == doc.VBG && plural && !q.upper && r.numberBefore(p.first) && (h.upper || r.numberBefore(p.head))
}

func (r *reader) signRole(j int, p *np) nounRole {
	switch l := r.low(j); {
	case l == "-" && r.glued(j) && (r.glued(j+1) || j > p.first && r.low(j+1) == "and" && (strings.IndexByte(r.low(j+2), '-') > 0 || r.low(j+3) == "-" && r.glued(j+3))):
		return modifies // "working- and middle-class families" too
	case l == "'" && r.ps[j].tag == doc.POS && p.head == j-1 && p.head >= 0 && r.nounSoon(j+1):
		return modifies // "the farmers' plots"
	case l == "&" && p.head >= 0 && r.nounAt(j+1):
		return modifies
	case (l == "\"" || l == "'") && p.head < 0 && j+1 < len(r.ps) && r.is(j+1, word) && j == p.first:
		return modifies
	case l == "\"" && p.head == j-1 && p.head >= 0 && r.low(p.first) == "\"" && r.nounAt(j+1):
		return modifies // "212 \"ghost\" teachers"
	case l == "," && p.head < 0 && j > p.first && r.ps[j-1].tag.IsAdjective() && j+1 < len(r.ps) && (r.ps[j+1].tag.IsAdjective() || r.ps[j+1].tag == doc.VBN) && r.nounAt(j+2):
		return modifies
	case l == "/" && r.glued(j) && p.head >= 0 && r.nounAt(j+1):
		return modifies
	}
	return ends
}

// andRole reads "and" and "or" in a phrase: between modifiers they go on, and
// between two heads they join plurals ("residents or citizens", "women and
// children").
func (r *reader) andRole(j int, p *np) nounRole {
	if p.head < 0 {
		if j > p.first && r.is(j+1, word) && (r.ps[j+1].tag.IsAdjective() || r.ps[j+1].tag == doc.VBN || r.ps[j+1].tag == doc.NN || r.ps[j+1].tag == doc.NNP) && r.nounSoon(j+2) {
			return modifies
		}
		return ends
	}
	if p.head == j-1 && r.nameLike(p.head) && r.is(j+1, word) && r.nameLike(j+1) && r.nounAt(j+2) && r.ps[j+2].tag == doc.NNS {
		return modifies
	}
	if p.head == j-1 && r.sharedHead(j+1) && !r.pluralAt(p.head) && r.countedAt(p.first) && r.low(j) == "and" {
		return modifies
	}
	if p.head != j-1 || !r.is(j+1, word) || !r.nounAt(j+1) || stopWords[r.low(j+1)] {
		return ends
	}
	both := r.pluralAt(p.head) && r.pluralAt(j+1)
	if both && (r.low(j) == "or" && numberWords[r.low(j+1)].class == noNumber || isPersonWord(r.low(p.head)) && isPersonWord(r.low(j+1))) {
		return modifies
	}
	return ends
}

// nameLike reports whether piece j is a name or an adjective of one: "Asian".
func (r *reader) nameLike(j int) bool {
	p := &r.ps[j]
	return p.tag == doc.NNP || p.upper && p.tag.IsAdjective()
}

// sharedHead reports whether a modifier and a plural stand at j: "physical
// sales" in "2.7m digital and physical sales".
func (r *reader) sharedHead(j int) bool {
	return r.is(j, word) && !r.ps[j].upper && !r.stops(j) && (r.ps[j].tag.IsAdjective() || r.ps[j].tag == doc.NN) && r.is(j+1, word) && r.ps[j+1].tag == doc.NNS && !r.stops(j+1)
}

// countedAt reports whether a number ends before piece j.
func (r *reader) countedAt(j int) bool {
	_, scaled := glueScales[r.low(j-1)]
	return r.numberBefore(j) || scaled && r.is(j-2, digits)
}

// nounAt reports whether piece j is a noun.
func (r *reader) nounAt(j int) bool {
	if !r.is(j, word) {
		return false
	}
	p := &r.ps[j]
	if next := r.low(j + 1); (next == "at" || next == "to") && levelAt[p.low] && r.levelBehind(j+2) {
		return false // "overcrowding stands at 119 per cent"
	}
	if !p.tag.IsNoun() && !p.upper && r.numberBefore(j) && invariant[p.low] {
		return true
	}
	if p.tag.IsNoun() {
		return !r.stops(j) || p.low == "dead"
	}
	if p.mention > 0 && p.upper || j > 0 && r.ps[j-1].tag == doc.POS && (p.tag == doc.VB || p.tag == doc.VBP || p.tag == doc.VBZ) && !stopWords[p.low] {
		return true // "the teachers' pay"
	}
	switch p.tag {
	case doc.VBZ, doc.VBP, doc.VB, doc.JJ, doc.TagNone, doc.VBD, doc.VBN, doc.VBG, doc.RB, doc.JJR, doc.CD:
		if stopWords[p.low] {
			return false
		}
		if p.tag == doc.JJ && participleOf(p.low) && r.numberBefore(j) && !(r.is(j+1, word) && r.ps[j+1].tag.IsNoun()) {
			return true
		}
		if p.tag == doc.JJ && irregular[p.low] != "" && r.numberBefore(j) && !(r.is(j+1, word) && r.ps[j+1].tag.IsNoun()) {
			return true // "617 geese and"
		}
		if p.tag == doc.JJ && pluralLike(p.low) && !p.upper {
			return true // "the number of visas", taken for an adjective
		}
		if p.tag == doc.VBZ && p.upper && isPlural(p.low) && (j == 0 || r.is(j-1, sign)) && !determiners[r.low(j+1)] && r.is(j+1, word) && (r.ps[j+1].tag == doc.VBN || r.ps[j+1].tag == doc.VBD) {
			return true // "Houses damaged: 2.2 million"
		}
		if l := r.low(j + 1); p.tag == doc.JJ && (l == "and" || l == "or") && r.startsNumber(j+2) {
			return false // "8 private and 1 state-owned station"
		}
		if isPersonWord(p.low) && (p.tag != doc.JJ || !r.is(j+1, word) || !r.ps[j+1].tag.IsNoun()) {
			return true
		}
		return p.tag == doc.VBZ && strings.HasSuffix(p.low, "s") && r.numberBefore(j) && !theirs[r.low(j+1)] || p.tag == doc.TagNone
	}
	return false
}

// pluralLike reports whether low has the ending of a plural that adjectives do
// not have.
func pluralLike(low string) bool {
	n := len(low)
	return n > 4 && low[n-1] == 's' && strings.IndexByte(low, '-') < 0 && !strings.ContainsRune("suik'", rune(low[n-2])) && low != "overseas" && low != "wireless"
}

// invariant nouns have no ending in the plural and are taken for verbs.
var invariant = set("fish sheep cattle deer aircraft livestock poultry salmon trout offspring spacecraft shrimp swine")

// levelAt are verbs before "at" or "to" and a number that are taken for nouns.
var levelAt = set("stands sits runs comes peaks totals amounts rises falls drops climbs trades sells ends starts opens closes averages")

// levelBehind reports whether a number, bounds before it passed, stands at j.
func (r *reader) levelBehind(j int) bool {
	for k := j; k < j+4; k++ {
		if r.startsNumber(k) {
			return true
		}
		if !r.is(k, word) {
			return false
		}
	}
	return false
}

// theirs behind a word in -s make a verb of it: "a rate of 134 puts the city".
var theirs = set("nothing everything the its their his her it them us him this")

// participleOf reports whether low is a compound such as "war-wounded".
func participleOf(low string) bool {
	i := strings.LastIndexByte(low, '-')
	return i > 0 && participles[low[i+1:]]
}

// stops reports whether piece j is a stop word, and no acronym such as US.
func (r *reader) stops(j int) bool {
	p := &r.ps[j]
	return stopWords[p.low] && !(p.caps && len(p.low) > 1 && p.low[len(p.low)-1] != '.' && p.tag == doc.NNP)
}

// numberBefore reports whether the word before j is a number or an adjective,
// after which "strikes" and "returns" are nouns.
func (r *reader) numberBefore(j int) bool {
	return r.is(j-1, digits) || j > 0 && (r.ps[j-1].tag == doc.CD || r.ps[j-1].tag.IsAdjective() || isNumberWord(r.low(j-1)))
}

func (r *reader) nounSoon(j int) bool {
	for k := j; k < j+3 && k < len(r.ps); k++ {
		if r.nounAt(k) {
			return true
		}
		if stopWords[r.low(k)] || r.is(k, sign) && r.low(k) != "-" {
			return false
		}
	}
	return false
}

func (r *reader) pluralAt(j int) bool {
	p := &r.ps[j]
	return p.tag == doc.NNS || p.tag == doc.NNPS || isPlural(p.low) || p.upper && strings.HasSuffix(p.low, "is") && p.tag == doc.NNP && isPeople(p.low)
}

// compound reports whether the noun at j goes with the plural noun before it,
// as in "arms dealers", "sports clubs", "service members".
func (r *reader) compound(j int) bool {
	return r.ps[j].tag != doc.NNP && (r.pluralAt(j) || scalars[r.low(j)] && r.ps[j].tag == doc.NN && !r.numberBefore(j-1))
}

// text returns the pieces [a,b) as the text has them, with blanks single and
// note marks left out.
func (r *reader) text(a, b int) string {
	if a >= b {
		return ""
	}
	whole := r.d.Text[r.ps[a].Start:r.ps[b-1].End]
	if !strings.ContainsAny(whole, "\n\r\t") && !r.torn(a, b) {
		return strings.Join(strings.Fields(whole), " ")
	}
	var s strings.Builder
	for i := a; i < b; i++ {
		if i > a && !r.ps[i].glued {
			s.WriteByte(' ')
		}
		t := r.raw(i)
		if tok := r.ps[i].tok; tok >= 0 && r.d.Tokens[tok].Norm != "" {
			t = r.d.Tokens[tok].Norm
		}
		s.WriteString(t)
	}
	return s.String()
}

// torn reports whether tokens are left out between the pieces [a,b): notes or
// a block that tears the sentence.
func (r *reader) torn(a, b int) bool {
	for i := a; i < b; i++ {
		if t := r.ps[i].tok; t >= 0 && (r.d.Tokens[t].Norm != "" || i > a && t-r.ps[i-1].tok > 1) {
			return true
		}
	}
	return false
}

// singularOf returns the head of p in the singular, hyphenated parts with it.
func (r *reader) singularOf(p np) string {
	first := p.head
	for first-2 >= p.first && r.low(first-1) == "-" && r.glued(first) && r.glued(first-1) {
		first -= 2
	}
	if first < p.head {
		return strings.ToLower(r.text(first, p.head)) + singular(r.low(p.head))
	}
	return singular(r.low(p.head))
}

var irregular = map[string]string{"men": "man", "women": "woman", "children": "child", "people": "person", "persons": "person", "feet": "foot", "teeth": "tooth", "mice": "mouse", "geese": "goose", "oxen": "ox", "lives": "life", "wives": "wife", "knives": "knife", "leaves": "leaf", "thieves": "thief", "halves": "half", "wolves": "wolf", "shelves": "shelf", "selves": "self", "loaves": "loaf", "calves": "calf", "media": "medium", "data": "data", "criteria": "criterion", "phenomena": "phenomenon", "crises": "crisis", "analyses": "analysis", "bases": "base", "theses": "thesis", "indices": "index", "matrices": "matrix", "alumni": "alumnus", "series": "series", "species": "species", "aircraft": "aircraft", "spacecraft": "spacecraft", "troops": "troop", "sheep": "sheep", "police": "police", "personnel": "personnel", "staff": "staff", "news": "news", "headquarters": "headquarters", "means": "means", "barracks": "barracks", "movies": "movie", "cookies": "cookie", "zombies": "zombie", "calories": "calorie", "prostheses": "prosthesis", "diagnoses": "diagnosis", "oases": "oasis", "axes": "axe", "buses": "bus", "gases": "gas", "viruses": "virus", "campuses": "campus", "censuses": "census", "bonuses": "bonus", "statuses": "status", "lenses": "lens", "potatoes": "potato", "tomatoes": "tomato", "heroes": "hero", "vetoes": "veto", "torpedoes": "torpedo", "mosquitoes": "mosquito", "cargoes": "cargo", "volcanoes": "volcano", "echoes": "echo", "shoes": "shoe", "canoes": "canoe", "toes": "toe", "foes": "foe", "ties": "tie", "pies": "pie", "lies": "lie", "dies": "die", "caches": "cache", "aches": "ache", "headaches": "headache", "clothes": "clothes", "arms": "arm", "rabies": "rabies", "diabetes": "diabetes", "measles": "measles", "midwives": "midwife", "housewives": "housewife", "bus": "bus", "gas": "gas", "virus": "virus", "census": "census", "campus": "campus", "bonus": "bonus", "status": "status", "lens": "lens", "crisis": "crisis", "basis": "basis", "analysis": "analysis"}

// singular returns the singular of a lower-case noun, itself where it is none.
func singular(w string) string {
	w = strings.TrimSuffix(w, ".")
	if s, ok := irregular[w]; ok {
		return s
	}
	n := len(w)
	switch {
	case strings.HasSuffix(w, "men") && n > 5 && w != "specimen" && w != "regimen" && w != "abdomen":
		return w[:n-2] + "an"
	case strings.HasSuffix(w, "children") && n > 8:
		return w[:n-3]
	case strings.HasSuffix(w, "ies") && n > 4:
		return w[:n-3] + "y"
	case strings.HasSuffix(w, "oes") && n > 5, strings.HasSuffix(w, "sses"), strings.HasSuffix(w, "shes"), strings.HasSuffix(w, "ches"), strings.HasSuffix(w, "xes"), strings.HasSuffix(w, "zzes"):
		return w[:n-2]
	case strings.HasSuffix(w, "ss"), strings.HasSuffix(w, "us"), strings.HasSuffix(w, "is") && !strings.HasSuffix(w, "ais"), n < 3:
		return w
	case strings.HasSuffix(w, "s") && w[n-2] != '\'':
		return w[:n-1]
	}
	return w
}

// isPlural reports whether the lower-case word looks like a plural.
func isPlural(w string) bool {
	switch w {
	case "people", "police", "personnel", "staff", "sheep", "series", "species", "aircraft", "cattle", "livestock", "dead":
		return true
	}
	return singular(w) != w
}

// isPersonWord reports whether a lower-case noun, singular or plural, means
// people: from the list, or by its ending.
func isPersonWord(w string) bool {
	if len(w) < 3 || notPersons[w] {
		return false
	}
	if persons[w] {
		return true
	}
	s := singular(w)
	if persons[s] {
		return true
	}
	if persons[strings.TrimSuffix(w, "s")] {
		return true
	}
	if s == w && !strings.HasSuffix(w, "er") || notPersons[s] || len(s) < 5 {
		return false
	}
	return personEnding(s)
}

// personEnding reports whether the ending of a noun is one of people.
func personEnding(s string) bool {
	for _, e := range [...]string{"worker", "maker", "holder", "keeper", "seeker", "leader", "fighter", "dweller", "goer", "bearer", "driver", "owner", "farmer", "player", "teacher", "man", "woman", "child", "person", "ologist", "ician", "eer"} {
		if strings.HasSuffix(s, e) {
			return true
		}
	}
	return (strings.HasSuffix(s, "er") || strings.HasSuffix(s, "or") || strings.HasSuffix(s, "ist") || strings.HasSuffix(s, "ee") || strings.HasSuffix(s, "crat") || strings.HasSuffix(s, "arian")) && len(s) > 5
}

// isPeople reports whether a capitalised plural names a people: Tunisians.
func isPeople(w string) bool {
	for _, e := range [...]string{"ians", "ans", "is", "ese", "ish", "ites", "ards"} {
		if strings.HasSuffix(w, e) && len(w) > len(e)+2 && !notPersons[singular(w)] {
			return true
		}
	}
	return false
}

// countries are the nouns whose unit is "country".
var countryNouns = map[string]bool{"country": true, "nation": true}

// unitOf returns the unit of what the phrase p counts.
func (r *reader) unitOf(p np) string {
	h := &r.ps[p.head]
	if h.low == "those" || h.low == "these" {
		return "person"
	}
	if m := h.mention; m > 0 && r.d.Mentions[m-1].Type == doc.Group && r.d.Mentions[m-1].Form != doc.Adjective {
		return "person"
	}
	s := r.singularOf(p)
	if s == "equivalent" && p.head > p.first {
		return r.text(p.first, p.head) + " " + s // "full-time equivalent"
	}
	if (s == "pole" || s == "swede") && h.upper {
		return "person"
	}
	if isPersonWord(h.low) && !(s == "crew" && isPlural(h.low)) || h.upper && isPeople(h.low) || participleOf(h.low) {
		return "person"
	}
	if countryNouns[s] {
		return "country"
	}
	return s
}
