package nlp

import (
	"slices"
	"strings"
	"unicode/utf8"

	"analyze/internal/doc"
	"analyze/internal/nlp/gazetteer"
)

// settle drops matches that the document does not bear out: short forms whose
// full form it never gives, and words that are English ones here.
func (n *namer) settle() {
	n.conditional()
	n.split()
	n.countTelling()
	n.index()
	kept := n.spare[:0]
	for _, h := range n.hits {
		n.cutTail(&h)
		if n.bears(&h) {
			kept = append(kept, h)
		}
	}
	n.hits, n.spare = kept, n.hits
	n.index()
}

// conditional drops short forms whose entry the document never names in full.
func (n *namer) conditional() {
	clear(n.named)
	some := false
	for i := range n.hits {
		for _, m := range n.hits[i].Matches {
			some = some || m.Alias == gazetteer.Conditional
		}
	}
	if !some {
		return
	}
	for i := range n.hits {
		for _, m := range n.hits[i].Matches {
			if m.Alias != gazetteer.Conditional {
				n.named[m.Entry] = true
			}
		}
	}
	kept := n.hits[:0]
	for _, h := range n.hits {
		h.Matches = slices.DeleteFunc(h.Matches, func(m gazetteer.Match) bool {
			return m.Alias == gazetteer.Conditional && !n.named[m.Entry] && !n.bareAcronym(&h) && !n.speaks(&h, m)
		})
		if len(h.Matches) > 0 {
			kept = append(kept, h)
		}
	}
	n.hits = kept
}

// bareAcronym reports whether a hit is an acronym in a sentence where capitals
// mean something: then it is a name, if of an uncertain bearer.
func (n *namer) bareAcronym(h *gazetteer.Hit) bool {
	w := n.words[h.Start]
	return h.End-h.Start == 1 && n.traits[h.Start].has(tCaps) && !n.traits[h.Start].has(tFree) && len(w) >= 3 && !lookup(noOrgs, w)
}

// speaks reports whether a short form of a body stands alone where who speaks stands:
// "Amnesty spoke of 2,000".
func (n *namer) speaks(h *gazetteer.Hit, m gazetteer.Match) bool {
	if h.End-h.Start > 1 || m.Entry.Kind.Type() != "ORG" || n.traits[h.Start].any(tCaps|tOrgHead|tGiven|tSurname|tNever) || gazetteer.EnglishWord(n.words[h.Start]) {
		return false
	}
	next := n.word(h.End)
	return lookup(speech, next) || lookup(personVerbs, next) || next == "counted" || next == "counts" || next == "documented" || n.word(h.Start-1) == "told" || n.word(h.Start-1) == "says"
}

// split parts hits that join two places by "and" (Middle East and North Africa)
// where each is listed and the whole is no country.
func (n *namer) split() {
	some := false
	for i := range n.hits {
		some = some || n.hits[i].Matches[0].Entry.Kind == gazetteer.MacroRegion && n.hits[i].End-n.hits[i].Start > 2
	}
	if !some {
		return
	}
	parts := make([]gazetteer.Hit, 0, len(n.hits)+8)
	for _, h := range n.hits {
		parts = n.splitHit(parts, h)
	}
	n.hits = parts
}

// splitHit appends the two places of h to out, or h.
func (n *namer) splitHit(out []gazetteer.Hit, h gazetteer.Hit) []gazetteer.Hit {
	if h.Matches[0].Entry.Kind != gazetteer.MacroRegion || h.Matches[0].User {
		return append(out, h)
	}
	for j := h.Start + 1; j+1 < h.End; j++ {
		if n.words[j] != "and" {
			continue
		}
		from := len(out)
		out = n.g.Scan(n.words[h.Start:j], out)
		left := len(out)
		out = n.g.Scan(n.words[j+1:h.End], out)
		if left == from+1 && len(out) == from+2 && out[from].End == j-h.Start && out[from+1].End == h.End-j-1 {
			out[from].Start, out[from].End = h.Start, j
			out[from+1].Start, out[from+1].End = out[from+1].Start+j+1, h.End
			return out
		}
		out = out[:from]
	}
	return append(out, h)
}

// cutTail takes off a hit a last word in small letters without which the name
// is listed as well: "Sahel region".
func (n *namer) cutTail(h *gazetteer.Hit) {
	if h.End-h.Start < 2 || !n.traits[h.End-1].has(tLower) || h.Matches[0].User {
		return
	}
	var short [1]gazetteer.Hit
	hits := n.g.Scan(n.words[h.Start:h.End-1], short[:0])
	if len(hits) == 1 && hits[0].Start == 0 && hits[0].End == h.End-1-h.Start {
		h.End--
		h.Matches = hits[0].Matches
	}
}

// bears reports whether a hit can be a name where it stands.
func (n *namer) bears(h *gazetteer.Hit) bool {
	for i := h.Start; i < h.End; i++ {
		if n.traits[i].has(tNever) && h.End-h.Start == 1 {
			return h.Matches[0].User
		}
	}
	if h.Matches[0].User {
		return true
	}
	if n.traits[h.Start].has(tNever) || n.traits[h.End-1].has(tNever) {
		return false // 17 November
	}
	if n.partOfTitle(h) {
		return n.mentioned(h.Matches[0].Entry, h)
	}
	if h.End-h.Start > 1 {
		return true
	}
	switch n.words[h.Start] {
	case "WHO":
		if n.traits[h.Start].has(tOpens) && n.trait(h.End).has(tCaps) && lookup(asksWho, n.word(h.End)) {
			return false
		}
	case "West", "East", "North", "South":
		return false
	}
	if n.townlet(h) {
		return false
	}
	t := n.traits[h.Start]
	if t.has(tFree|tCaps) && n.setAt(h.Start) == allCaps {
		if ok, known := n.shouted(h.Start); known {
			return ok && n.mentioned(h.Matches[0].Entry, h)
		}
	}
	if !t.has(tFree) || !t.has(tCommon) {
		return true
	}
	// A word that English knows and whose capital tells nothing here: "US" and
	// "WHO" in a line of capitals, "Turkey" and "Reading" at a sentence's start.
	e := h.Matches[0]
	if e.Entry.Kind == gazetteer.Country && e.Alias != gazetteer.Acronym && !e.Weak {
		return true
	}
	if n.word(h.End) == "," { // the first of a list
		if k := n.hitFrom(h); k != nil && k.Matches[0].Entry.Kind.Type() == e.Entry.Kind.Type() {
			return true
		}
	}
	c := n.counts.find(foldHash(n.words[h.Start]))
	return c != nil && c.capital > c.small || n.mentioned(e.Entry, h)
}

// townlet reports whether a hit is of a people or a small town that is written in capitals among
// other words: those are the letters of a body ("KEMRI trained them"), unless they
// open a dispatch or a land follows.
func (n *namer) townlet(h *gazetteer.Hit) bool {
	e := h.Matches[0].Entry
	if !n.traits[h.Start].has(tCaps) || n.traits[h.Start].has(tOpens) || e.Kind != gazetteer.City && (e.Kind != gazetteer.Group || len(n.words[h.Start]) > 5) || e.Capital || e.Population >= 200000 || len(n.words[h.Start]) > 7 || !n.amongSmall(h.Start) {
		return false
	}
	for _, m := range h.Matches {
		if m.Entry.Kind.Type() == "ORG" || m.Entry.Kind == gazetteer.Country {
			return false
		}
	}
	k := n.hitFrom(h)
	return n.word(h.End) != "," || k == nil || k.Matches[0].Entry.Kind.Type() != "PLACE"
}

// asksWho are what a question in capitals goes on with.
var asksWho = set("are", "is", "was", "were", "will", "can", "did", "does", "do", "has", "have", "pays", "goes", "went", "left", "gets", "should", "could", "knows", "said", "died", "came", "wins", "won", "killed", "we", "they")

// otherWord reports whether a hit is of an organisation that goes by one word
// without the accents that stand in the text: Kröger is not Kroger.
func (n *namer) otherWord(h *gazetteer.Hit) bool {
	m := h.Matches[0]
	return h.End-h.Start == 1 && m.Entry.Kind.Type() == "ORG" && !ascii(n.words[h.Start]) && ascii(m.Text)
}

// ascii reports whether a word has no letters but those of English.
func ascii(w string) bool {
	for i := 0; i < len(w); i++ {
		if w[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// hitFrom returns the hit that begins behind the comma after h, as scanned.
func (n *namer) hitFrom(h *gazetteer.Hit) *gazetteer.Hit {
	k := n.hit(h.End + 1)
	if k == nil || k.Start != h.End+1 {
		return nil
	}
	return k
}

// shouted decides, in a line of capitals, whether a word that is a pronoun or
// verb as well is a name; known is false for other words.
func (n *namer) shouted(i int) (ok, known bool) {
	prev, next := strings.ToLower(n.word(i-1)), n.tagAt(i+1)
	switch strings.ToLower(n.words[i]) {
	case "us":
		return prev == "the" || n.trait(i+1).has(tCap) && !n.tagAt(i-1).IsVerb() && !lookup(starters, n.word(i+1)), true
	case "who":
		return prev == "the" || prev == "by" || prev == "from", true
	case "is":
		return lookup(placePrepositions, prev) || prev == "of" || prev == "by" || prev == "against" || prev == "for" || prev == "with" || prev == "to" || prev == "joining" || prev == "and", true
	case "it", "am", "are", "may", "can", "aid", "as", "so", "he":
		return false, true
	}
	return next == doc.TagNone, false
}

// countTelling counts for each entry the hits that tell by themselves: of more
// than one word, or with a capital that means something.
func (n *namer) countTelling() {
	clear(n.telling)
	for i := range n.hits {
		if h := &n.hits[i]; n.tells(h) {
			n.telling[h.Matches[0].Entry]++
		}
	}
}

func (n *namer) tells(h *gazetteer.Hit) bool {
	return h.End-h.Start > 1 || !n.traits[h.Start].has(tFree)
}

// mentioned reports whether a hit other than but tells that the entry is meant.
func (n *namer) mentioned(e *gazetteer.Entry, but *gazetteer.Hit) bool {
	k := n.telling[e]
	if but.Matches[0].Entry == e && n.tells(but) {
		k--
	}
	return k > 0
}

// countLands counts for each country the places of its that are named for sure.
func (n *namer) countLands() {
	clear(n.lands)
	for i := range n.hits {
		m := n.hits[i].Matches[0]
		if m.Weak || m.Entry.Country == "" || m.Entry.Kind.Type() != "PLACE" || demonymic(m) {
			continue
		}
		if m.Entry.Kind != gazetteer.City || m.Entry.Population >= 100000 {
			n.lands[m.Entry.Country]++
		}
	}
}

// fromGazetteer makes candidates of the hits.
func (n *namer) fromGazetteer() {
	n.countLands()
	for i := range n.hits {
		h := &n.hits[i]
		c := cand{first: h.Start, last: h.End, hit: i, by: byGazetteer}
		m := n.meaning(h)
		if m.User {
			c.by = byUser
		} else if n.otherWord(h) {
			continue
		}
		c.typ = doc.ParseMentionType(m.Entry.Kind.Type())
		c.power = n.gazPower(h, m)
		if m.Alias == gazetteer.DemonymAdj || m.Alias == gazetteer.DemonymNoun {
			n.demonym(&c, h)
		} else if m.Entry.Kind == gazetteer.Group {
			n.group(&c)
		}
		if c.typ != doc.NoType {
			n.cands = append(n.cands, c)
		}
	}
}

// fromPeoples makes candidates of unlisted plurals beside peoples ("Kikuyus,
// Luos and Kalenjins") and of singulars whose plural is listed ("a Kurd").
func (n *namer) fromPeoples() {
	n.taken = resized(n.taken, len(n.words))
	for _, c := range n.cands {
		if c.typ == doc.Group && c.power >= 60 {
			n.take(c, 1)
		}
	}
	for i := range n.words {
		t := n.traits[i]
		if !t.has(tCap) || t.any(tNever|tFree|tCaps|tRole) || n.hit(i) != nil || lookup(notAlone, n.words[i]) {
			continue
		}
		p := 0
		if strings.HasSuffix(n.words[i], "s") || strings.HasSuffix(n.words[i], "men") || !t.any(tEnglish|tGiven|tSurname|tOrgHead) && strings.EqualFold(n.word(i-1), "the") {
			p = n.peopleCue(i)
		} else if w := n.word(i - 1); (w == "a" || w == "an") && !n.modifies(i, i+1) && n.pluralListed(i) {
			p = 90
		} else if c := n.word(i - 2); (w == "a" || w == "an") && (c == "was" || c == "is" || c == "am" || c == "be" || c == "being") && !n.modifies(i, i+1) && !t.any(tEnglish|tGiven|tSurname) {
			p = 82
		}
		if p == 0 && (n.words[i-min(i, 1)] == "are" || n.words[i-min(i, 1)] == "were") && lookup(dwelling, n.word(i-2)) && !t.any(tEnglish|tGiven|tSurname|tOrgHead) && n.trait(i+1).any(tSign|tLower) && !n.tagAt(i+1).IsNoun() {
			p = 84 // "most families are Rahal"
		}
		if n.creed(i) {
			p = max(p, 90)
		}
		if lookup(colours, n.words[i]) && !n.trait(i+1).has(tCap) && !n.trait(i-1).has(tCap) {
			p = 103
		}
		if p > 0 {
			n.cands = append(n.cands, cand{first: i, last: i + 1, typ: doc.Group, power: p, hit: -1})
		}
		if p > 90 {
			n.taken[i] = 1
		}
	}
}

// colours are those whom a census counts by the colour of their skin.
var colours = set("whites", "blacks", "coloureds", "non-whites")

// creed reports whether token i is by its ending those who hold with something or come
// from somewhere: "Falangists", "Karvians".
func (n *namer) creed(i int) bool {
	w := n.words[i]
	if len(w) < 8 || n.traits[i].any(tEnglish|tCommon|tGiven|tSurname|tOrgHead) || n.trait(i+1).has(tCap) || n.trait(i-1).has(tCap) && !n.trait(i-1).has(tFree) || n.word(i+1) == "-" || n.word(i-1) == "-" {
		return false
	}
	return strings.HasSuffix(w, "ists") || strings.HasSuffix(w, "ians") && n.tagAt(i) != doc.NNP
}

// dwelling are those of whom one says what people they are.
var dwelling = set("families", "people", "most", "majority", "villagers", "residents", "inhabitants", "refugees", "they", "we", "households", "settlers", "herders", "farmers", "half", "many", "third", "arrivals", "elders", "neighbours", "neighbors")

// peopleCue is what the words beside the plural at token i say for a people.
func (n *namer) peopleCue(i int) int {
	for _, side := range [...]int{-1, 1} {
		k := i + side
		for k > 0 && k < len(n.words)-1 && (n.words[k] == "," || n.words[k] == "and" || n.words[k] == "or") {
			k += side
		}
		if k != i+side && k >= 0 && k < len(n.words) && n.taken[k] != 0 {
			return 94
		}
	}
	if n.word(i+1) == "who" {
		return 76
	}
	if next := n.tagAt(i + 1); next == doc.VBP && !strings.HasSuffix(n.words[i+1], "ed") && strings.EqualFold(n.word(i-1), "the") && !lookup(placePrepositions, n.word(i-2)) && n.tagAt(i-2) != doc.IN && n.tagAt(i-2) != doc.CC {
		return 60
	}
	return 0
}

// pluralListed reports whether the plural of token i is listed as a people.
func (n *namer) pluralListed(i int) bool {
	ms := n.g.Lookup(n.words[i] + "s")
	return len(ms) > 0 && (ms[0].Entry.Kind == gazetteer.Group || ms[0].Alias == gazetteer.DemonymNoun)
}

// fromDoubles makes one people of an adjective of nation and the people tied to it by a
// hyphen: "Cambodian-Americans".
func (n *namer) fromDoubles() {
	for i := 2; i < len(n.words); i++ {
		if n.words[i-1] != "-" || !n.glued(i) || !n.glued(i-1) {
			continue
		}
		a, b := n.hit(i-2), n.hit(i)
		if a != nil && b != nil && a.Matches[0].Alias == gazetteer.DemonymAdj && b.End == i+1 && b.Matches[0].Alias == gazetteer.DemonymNoun && strings.HasSuffix(n.words[i], "s") {
			n.cands = append(n.cands, cand{first: a.Start, last: i + 1, typ: doc.Group, power: 104, hit: -1})
		}
	}
}

// fromTribes makes candidates of names before "tribe" and the like.
func (n *namer) fromTribes() {
	for i := 1; i < len(n.words); i++ {
		switch n.words[i] {
		case "tribe", "tribes", "clan", "clans", "tribesmen", "tribesman", "people", "peoples":
		default:
			continue
		}
		t := n.traits[i-1]
		if t.has(tCap) && !t.any(tNever|tFree|tCommon) && n.hit(i-1) == nil && (n.words[i] != "people" || n.word(i-2) == "the") {
			n.cands = append(n.cands, cand{first: i - 1, last: i, typ: doc.Group, power: 78, hit: -1})
		}
	}
}

// fromNational joins a country to the listed body that stands after it: "Hellenic" before "Red Cross".
func (n *namer) fromNational() {
	for i := 1; i < len(n.hits); i++ {
		a, b := &n.hits[i-1], &n.hits[i]
		if a.End != b.Start || !n.national(a) || n.sentenceOf(a.Start) != n.sentenceOf(b.Start) {
			continue
		}
		switch b.Matches[0].Entry.Kind {
		case gazetteer.NGO, gazetteer.Agency, gazetteer.Force, gazetteer.Court:
			if !b.Matches[0].Weak && b.End-b.Start > 1 {
				n.cands = append(n.cands, cand{first: a.Start, last: b.End, typ: doc.Org, power: 98, hit: -1})
			}
		}
	}
}

// fromPairs joins two places and the head of an organisation: "Middle East and
// North Africa Program".
func (n *namer) fromPairs() {
	for i := 1; i < len(n.hits); i++ {
		a, b := &n.hits[i-1], &n.hits[i]
		if a.End+1 != b.Start || n.words[a.End] != "and" && n.words[a.End] != "&" || !n.trait(b.End).has(tCap|tOrgHead) || n.sentenceOf(a.Start) != n.sentenceOf(b.End) {
			continue
		}
		if a.Matches[0].Entry.Kind.Type() == "PLACE" && b.Matches[0].Entry.Kind.Type() == "PLACE" {
			n.cands = append(n.cands, cand{first: a.Start, last: b.End + 1, typ: doc.Org, power: 80, hit: -1})
		}
	}
}

// meaning returns the likeliest match of a hit where it stands: a people before
// a town of its name where nothing speaks for a place ("Roma").
func (n *namer) meaning(h *gazetteer.Hit) gazetteer.Match {
	m := h.Matches[0]
	if m.Entry.Kind != gazetteer.City || m.User || n.placeCue(h.Start, h.End) > 0 {
		return m
	}
	for _, k := range h.Matches[1:] {
		if k.Entry.Kind == gazetteer.Group {
			return k
		}
	}
	return m
}

// gazPower weighs a hit.
func (n *namer) gazPower(h *gazetteer.Hit, m gazetteer.Match) int {
	if m.User {
		return 1000
	}
	words := h.End - h.Start
	t := n.traits[h.Start]
	p := 0
	switch k := m.Entry.Kind; {
	case m.Alias == gazetteer.Conditional && !n.named[m.Entry]:
		p = 56
	case words == 1 && t.has(tOrgHead) && k.Type() == "PLACE":
		p = 10
	case m.Weak:
		p = 30
	case k == gazetteer.Country || k == gazetteer.MacroRegion:
		p = 85
	case k == gazetteer.City && (m.Alias == gazetteer.Variant || m.Entry.Population < 30000) && words == 1:
		p = 45
		if m.Entry.Population >= 500000 && len(n.words[h.Start]) > 5 && !t.any(tGiven|tSurname) {
			p = 60 // Acapulco, which the lists have as Acapulco de Juárez
		}
		if n.lands[m.Entry.Country] >= 3 && m.Alias != gazetteer.Variant && !t.any(tEnglish|tCommon|tGiven|tSurname) && !strings.EqualFold(n.word(h.Start-1), "the") && !n.trait(h.End).has(tCap) {
			p = 58
		}
	case k == gazetteer.City:
		p = 64
	case k.Type() == "PLACE":
		p = 66
	case m.Alias == gazetteer.Variant && words == 1:
		p = 52
	default:
		p = 80
	}
	if words > 1 && !m.Weak {
		p = max(p, 78)
	}
	if words > 1 && n.namesake(h, m) {
		p = 30
	}
	if words == 1 && t.has(tFree|tCommon) && p < 85 {
		p -= 20
	}
	if m.Entry.Kind.Type() == "PLACE" && m.Entry.Kind != gazetteer.Country {
		p += n.placeCue(h.Start, h.End)
	}
	if words == 1 && m.Entry.Kind == gazetteer.City && n.trailsName(h.Start) {
		p -= 25
	}
	if words == 1 && t.any(tGiven|tSurname) && m.Entry.Kind == gazetteer.City && n.personCue(h.Start, h.End) > 0 {
		p -= 30
	}
	return p
}

// namesake reports whether a small town has a person's name in full, and nothing beside
// it speaks for a place: Eleanor Roosevelt, which lies in Puerto Rico.
func (n *namer) namesake(h *gazetteer.Hit, m gazetteer.Match) bool {
	if m.Entry.Kind != gazetteer.City || m.User || m.Entry.Population >= 200000 || !n.traits[h.Start].has(tGiven) {
		return false
	}
	return n.traits[h.End-1].any(tSurname|tGiven) && n.traits[h.End-1].has(tCap) && n.placeCue(h.Start, h.End) == 0
}

// trailsName reports whether the word before token i is a strange one with a
// capital that begins no sentence: then i goes on its name.
func (n *namer) trailsName(i int) bool {
	t := n.trait(i - 1)
	return t.has(tCap) && !t.any(tFree|tEnglish|tCommon|tRole|tOrgHead|tCaps|tNever) && n.hit(i-1) == nil && n.sentenceOf(i-1) == n.sentenceOf(i) && !lookup(placeFirsts, n.words[i-1]) && !lookup(placeHeads, n.words[i-1]) && gazetteer.Title(n.words[i-1:i]) == 0
}

// demonym tells a demonym as a noun from one as an adjective.
func (n *namer) demonym(c *cand, h *gazetteer.Hit) {
	adj := false
	for _, m := range h.Matches {
		adj = adj || m.Alias == gazetteer.DemonymAdj
	}
	c.typ, c.power = doc.Group, 84
	if adj && !n.nominal(h.Start, h.End) {
		c.typ, c.form = doc.Place, doc.Adjective
		if h.Matches[0].Entry.Kind.Type() != "PLACE" { // of a people or a creed: no mention
			c.typ = doc.NoType
		}
	}
}

// group keeps members of a group and drops the adjective: "Muslims", "a
// Salafist", but not "Muslim world".
func (n *namer) group(c *cand) {
	w := n.words[c.last-1]
	if strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") || n.tagAt(c.last-1) == doc.NNPS {
		return
	}
	if n.modifies(c.first, c.last) && !n.nominal(c.first, c.last) {
		c.typ = doc.NoType
	}
}

// modifies reports whether the tokens stand before a noun that they belong to.
func (n *namer) modifies(first, last int) bool {
	w := n.words[last-1]
	if n.tagAt(last-1) == doc.NNPS || n.tagAt(last-1) == doc.NNS && !strings.HasSuffix(w, "ese") {
		return false
	}
	for i := last; i < len(n.words) && i < last+6; i++ {
		tag := n.tagAt(i)
		switch {
		case tag == doc.TagNote:
		case n.words[i] == "-" || tag == doc.LQuote || tag == doc.RQuote && i == last:
		case tag == doc.CC || tag == doc.Comma:
			if h := n.hit(i + 1); h == nil || h.Start != i+1 || i > last+1 && !n.traits[i+1].has(tCap) {
				return tag == doc.CC && n.tagAt(i+1).IsAdjective()
			}
			i = n.hit(i+1).End - 1
		case n.words[i] == "named" || n.words[i] == "called" || n.words[i] == "born" || n.words[i] == "aged":
			return false
		case tag.IsNoun(), tag.IsAdjective(), tag == doc.VBG, tag == doc.VBN, tag == doc.CD:
			return true
		case tag == doc.VBZ && i == last && n.tagAt(i+1) == doc.VBD:
			return true // "Somali pirates attacked"
		default:
			return false
		}
	}
	return false
}

// nominal reports whether a demonym that is noun and adjective stands for
// people: "an Iraqi said", "the French".
func (n *namer) nominal(first, last int) bool {
	if n.modifies(first, last) {
		return false
	}
	switch strings.ToLower(n.word(first - 1)) {
	case "a", "an", "the", "one", "another", "two", "three", "young", "many", "some", "most", "every", "each", "other", "of", "and", "by", "among", "for", "between":
		return true
	}
	if n.tagAt(first-1) == doc.CD || n.tagAt(first-1) == doc.JJ {
		return true
	}
	next := n.tagAt(last)
	return next.IsVerb() && n.tagAt(last-1) != doc.JJ
}

// placeCue is what the words beside tokens first to last say for a place.
func (n *namer) placeCue(first, last int) int {
	p := 0
	i := first - 1
	for i > max(0, first-6) && lookup(pointers, n.words[i]) {
		i--
	}
	if lookup(placePrepositions, n.word(i)) || n.word(i) == "to" && lookup(movements, n.word(i-1)) {
		p += 12
	}
	if n.word(first-1) == "of" && (n.word(first-2) == "way" || n.word(first-2) == "north" || n.word(first-2) == "south" || n.word(first-2) == "east" || n.word(first-2) == "west") {
		p += 14
	}
	if lookup(placeHeads, n.word(last)) && !n.traits[min(last, len(n.traits)-1)].has(tCap) {
		p += 10
	}
	if prev := n.word(first - 2); strings.EqualFold(n.word(first-1), "of") && (lookup(placeHeads, prev) || lookup(dwellers, prev)) {
		p += 15
	}
	if n.word(first-1) == "to" && p == 0 {
		for k := first - 3; k > first-7 && k >= 0; k-- {
			if n.words[k] == "from" && n.traits[k+1].has(tCap) {
				p += 12
			}
		}
	}
	if n.word(last) == "," {
		if h := n.hit(last + 1); h != nil && h.Start == last+1 && h.Matches[0].Entry.Kind.Type() == "PLACE" && h.Matches[0].Alias < gazetteer.DemonymNoun {
			p += 15
		}
	}
	return p
}

var (
	placePrepositions = set("in", "near", "at", "from", "into", "outside", "around", "across", "toward", "towards", "inside", "through", "throughout", "via", "between", "over", "onto", "beyond", "off", "along", "within", "reach", "reached", "entered", "left", "captured", "recaptured", "retake", "retook", "seized", "liberated", "leave", "enter", "visit", "visited", "besieged")
	dwellers          = set("mayors", "governors", "bishops", "prefects", "prefect", "residents", "inhabitants", "people", "villagers", "streets", "outskirts", "suburbs", "mayor", "governor", "bishop", "archbishop", "centre", "center", "university", "battle", "siege", "fall", "capture", "liberation", "ruins", "port", "population", "citizens", "farmers", "fishermen", "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "border")
	movements         = set("went", "go", "goes", "going", "gone", "travel", "travelled", "traveled", "travelling", "traveling", "travels", "fled", "flee", "flees", "fleeing", "return", "returned", "returns", "returning", "move", "moved", "moving", "come", "came", "sent", "flew", "fly", "flies", "flown", "road", "back", "way", "border", "close", "next", "north", "south", "east", "west", "journey", "trip", "visit", "home", "withdrew", "retreated", "spread", "deported", "transferred", "route", "drove", "sailed", "exported", "exports", "migrated", "crossed", "advanced")
	pointers          = set("the", "northern", "southern", "eastern", "western", "central", "nearby", "neighbouring", "neighboring", "north", "south", "east", "west", "downtown", "upper", "lower", "coastal", "rural", "north-eastern", "northeastern", "northwestern", "southeastern", "southwestern", "greater", "war-torn", "city", "of", "town", "village", "province")
)
