package nlp

import (
	"slices"
	"strings"
	"unicode/utf8"

	"analyze/internal/doc"
	"analyze/internal/nlp/gazetteer"
)

// A knownName is what a document tells of a name, in full or short.
type knownName struct {
	votes [doc.Place + 1]int // powers summed, by type
	hit   int32              // a hit that it rests on, plus one
	short bool               // never seen but as part of a longer name
	full  bool               // the name of more than one word that it shortens stands in the text
	seen  int32
	// How often the words beside it speak for a place, and for a person.
	placed, spoke int32
	defined       bool  // letters or a word that the document says stand for a body
	traded        int32 // how often rules beside the model say that it is a body
}

// best returns the type with most votes.
func (k *knownName) best() (t doc.MentionType, votes int) {
	for i := doc.Person; i <= doc.Place; i++ {
		if k.votes[i] > votes {
			t, votes = i, k.votes[i]
		}
	}
	return t, votes
}

// knowledge is all that a document tells of its names.
type knowledge struct{ names table[knownName] }

func (k *knowledge) reset() { k.names.reset(1024) }

// keyOf hashes a row of words, case and hyphens aside; 0 for a row without
// words.
func (n *namer) keyOf(first, last int) uint64 {
	var h uint64
	for i := first; i < last; i++ {
		w := n.words[i]
		if w == "-" || n.traits[i].has(tSign) {
			continue
		}
		h = h*hashPrime + foldHash(w)
	}
	return h
}

// consist makes the names of the document agree: what stands in full tells what
// its short forms are.
func (n *namer) consist() {
	n.known.reset()
	n.given = n.given[:0]
	for i := range n.cands {
		n.learn(&n.cands[i])
	}
	n.define()
	n.agree()
	found := len(n.cands)
	n.sweep()
	n.repair()
	if len(n.cands) > found {
		n.order()
	}
}

// learn notes a chosen name and the short forms that it may have.
func (n *namer) learn(c *cand) {
	if c.form == doc.Adjective {
		return
	}
	k := n.vote(n.keyOf(c.first, c.last), c, c.power, false)
	if k != nil && c.last-c.first == 1 && c.hit < 0 && c.by != byUser {
		k.votes[doc.Person] += 2 * n.personCue(c.first, c.last)
		k.votes[doc.Org] += 2 * n.orgCue(c.first, c.last)
		k.votes[doc.Place] += n.placeCue(c.first, c.last)
	}
	if k != nil {
		n.noteBesides(k, c)
	}
	if c.last-c.first < 2 || c.power < 55 {
		return
	}
	switch c.typ {
	case doc.Person:
		n.learnPerson(c)
	case doc.Org:
		n.learnOrg(c)
	}
}

func (n *namer) vote(key uint64, c *cand, power int, short bool) *knownName {
	if key == 0 {
		return nil
	}
	k := n.known.names.find(key)
	if k == nil {
		k = n.known.names.put(key)
		k.short = true
	}
	k.votes[c.typ] += power
	if !short {
		k.short = false
		k.seen++
		if c.hit >= 0 && k.hit == 0 {
			k.hit = int32(c.hit + 1)
		}
	} else {
		k.full = true
	}
	return k
}

// learnPerson notes the surname of a full name, with its particles and without.
func (n *namer) learnPerson(c *cand) {
	if c.surname {
		for i := c.first; i < c.last; i++ {
			if n.words[i] == "," {
				n.vote(n.keyOf(c.first, i), c, c.power, true)
				return
			}
		}
	}
	last := c.last
	for last > c.first+1 && (lookup(suffixes, n.words[last-1]) || n.words[last-1] == ",") {
		last--
	}
	first := last - 1
	if n.traits[first].has(tLower) || n.words[first] == "-" {
		return
	}
	if first > c.first && n.words[first-1] == "-" && first-2 > c.first { // Lloyd-Jones
		n.vote(n.keyOf(first, last), c, c.power-15, true)
		first -= 2
	}
	n.vote(n.keyOf(first, last), c, c.power, true)
	if h := n.hit(c.first); n.traits[c.first].has(tGiven) && h != nil && h.Matches[0].Entry.Kind != gazetteer.Country {
		n.given = append(n.given, n.words[c.first])
	}
	k := first
	for k > c.first && (n.traits[k-1].has(tParticle) || isParticleCap(n.words[k-1])) {
		k--
	}
	if k < first && k > c.first {
		n.vote(n.keyOf(k, last), c, c.power, true)
	}
	if i := hyphenParticle(n.words[last-1]); i > 0 { // al-Adnani: Adnani
		n.vote(foldHash(n.words[last-1][i:]), c, c.power-10, true)
	}
}

func isParticleCap(w string) bool {
	switch w {
	case "Van", "Von", "De", "Bin", "Ibn", "Al", "El", "Abu", "Di", "Da", "Della", "Le", "La", "Ben":
		return true
	}
	return false
}

// learnOrg notes what is left of a name without the words that say what kind of
// organisation it is: RAND of "RAND Corp.".
func (n *namer) learnOrg(c *cand) {
	n.learnHead(c)
	if i := hyphenParticle(n.words[c.last-1]); i > 0 { // Jabhat al-Nusra: Nusra
		n.vote(n.keyOf(c.last-1, c.last), c, c.power-10, true)
		n.vote(foldHash(n.words[c.last-1][i:]), c, c.power-10, true)
	}
	if w := n.words[c.first]; w == "al" || w == "Al" { // al Qaeda: Qaeda
		n.vote(n.keyOf(c.first+1, c.last), c, c.power-10, true)
	}
	last := c.last
	for last > c.first+1 && (n.traits[last-1].has(tOrgHead) || lookup(wires, n.words[last-1]) || lookup(firmTails, strings.TrimSuffix(n.words[last-1], "."))) {
		last--
	}
	if last == c.last {
		return
	}
	t := n.traits[c.first]
	if last-c.first == 1 && (t.any(tCommon|tGiven) || n.hit(c.first) != nil && n.hit(c.first).End == last && n.hit(c.first).Matches[0].Entry.Kind.Type() != "ORG") {
		return
	}
	plain := n.traits[c.last-1].has(tOrgHead)
	for i := c.first; i < last; i++ {
		if !n.traits[i].has(tCap) {
			return
		}
		plain = plain && n.traits[i].has(tEnglish)
	}
	if plain && last-c.first > 1 {
		return // Small Arms of "Small Arms Survey"
	}
	n.vote(n.keyOf(c.first, last), c, c.power-10, true)
	n.learnFirm(c, last)
}

// learnFirm notes the first word of a longer name of a firm that tells nothing by
// itself: Murena of "PT Murena Jaya Tbk".
func (n *namer) learnFirm(c *cand, last int) {
	i := c.first
	if n.firmPrefix(i) {
		i++
	}
	t := n.traits[i]
	if last-i < 2 || !lookup(firmTails, strings.TrimSuffix(n.words[c.last-1], ".")) || t.any(tEnglish|tCommon|tGiven|tCaps|tOrgHead) || n.hit(i) != nil {
		return
	}
	n.vote(n.keyOf(i, i+1), c, c.power-20, true)
}

// learnHead notes the word that says what kind of body a name is of: with a
// capital in the middle of a sentence, "the Commission" is that body.
func (n *namer) learnHead(c *cand) {
	for i := c.first; i < c.last; i++ {
		last := i == c.last-1 || n.traits[i+1].has(tLower)
		if last && lookup(shortHeads, n.words[i]) {
			n.vote(n.keyOf(i, i+1), c, 60, true)
			return
		}
	}
}

var shortHeads = set("council", "commission", "committee", "court", "ministry", "department", "agency", "bank", "fund", "board", "authority", "assembly", "senate", "parliament", "union", "tribunal", "bureau", "institute", "university", "foundation", "federation", "directorate", "secretariat", "treasury", "congress", "programme", "organisation", "organization", "association", "league", "brotherhood", "alliance", "corporation", "observatory", "coalition", "forum", "front")

// define reads acronyms with what they stand for: "World Food Programme (WFP)",
// "WFP (World Food Programme)", "WFP, the World Food Programme,".
func (n *namer) define() {
	for i := range n.cands {
		c := &n.cands[i]
		if a := n.acronymAfter(c); a >= 0 && n.initials(n.words[a], c.first, c.last) {
			k := n.vote(foldHash(n.words[a]), c, 90, true)
			k.defined = k.defined || c.typ == doc.Org
			if k.hit == 0 && c.hit >= 0 {
				k.hit = int32(c.hit + 1)
			}
		}
		if first, last := n.shortAfter(c); last > first {
			k := n.vote(n.keyOf(first, last), c, 90, true)
			k.defined = true
		}
		if a := n.acronymBefore(c); a >= 0 && n.initials(n.words[a], c.first, c.last) {
			n.vote(foldHash(n.words[a]), c, 90, true)
		}
	}
}

// acronymAfter returns the token of an acronym in brackets after c, -1 if there
// is none.
func (n *namer) acronymAfter(c *cand) int {
	i := c.last
	for i < len(n.words) && i < c.last+4 && (n.tagAt(i) == doc.RQuote || n.tagAt(i) == doc.TagNote) {
		i++
	}
	if n.word(i) != "(" {
		return -1
	}
	i++
	for i < len(n.words) && (n.tagAt(i) == doc.LQuote || n.words[i] == "the" || n.words[i] == "or") {
		i++
	}
	if !n.acronymLike(i) {
		return -1
	}
	switch n.word(i + 1) {
	case ")", ",", ";", "”", "\"", "or":
		return i
	}
	return -1
}

// shortAfter returns the tokens of the words in quotation marks and brackets that a
// body of the words before will go by, none if there are none: "Lind Valves Limited
// (“Lind”)", "the Harbour Board of Riga (hereafter “Harbour Board”)".
func (n *namer) shortAfter(c *cand) (first, last int) {
	i := c.last
	if c.typ != doc.Org || c.last-c.first < 2 || n.word(i) != "(" && n.word(i) != "," {
		return 0, 0
	}
	for i++; i < len(n.words) && i < c.last+4 && lookup(beforeShort, n.words[i]); i++ {
	}
	if n.tagAt(i) != doc.LQuote {
		return 0, 0
	}
	first = i + 1
	last = n.capsTo(first)
	if last == first || n.tagAt(last) != doc.RQuote || n.word(i-1) != "(" && n.word(last+1) != ")" && n.word(c.last) != "(" {
		return 0, 0
	}
	strange := false
	for k := first; k < last; k++ {
		strange = strange || !n.traits[k].any(tEnglish|tOrgHead)
	}
	if !strange && last-first == 1 {
		return 0, 0
	}
	return first, last
}

// beforeShort stand between a bracket and the short form in it.
var beforeShort = set("the", "hereafter", "hereinafter", "henceforth", "together", "collectively", "also", "or", ",", "known", "as")

// acronymBefore returns the token of an acronym that c explains, -1 if none.
func (n *namer) acronymBefore(c *cand) int {
	i := c.first - 1
	for i >= 0 && (n.tagAt(i) == doc.LQuote || strings.EqualFold(n.words[i], "the") || n.words[i] == "or") {
		i--
	}
	if i < 1 || n.words[i] != "(" && n.words[i] != "," {
		return -1
	}
	if n.words[i] == "," && !strings.EqualFold(n.words[c.first-1], "the") {
		return -1
	}
	if i--; !n.acronymLike(i) {
		return -1
	}
	return i
}

func (n *namer) acronymLike(i int) bool {
	return n.trait(i).has(tCaps) && len(n.words[i]) <= 10
}

// initials reports whether the letters of an acronym stand in order in the
// words, the first at the beginning of the first.
func (n *namer) initials(acronym string, first, last int) bool {
	k := 0
	a := strings.ReplaceAll(acronym, ".", "")
	for i := first; i < last && k < len(a); i++ {
		w := n.words[i]
		if i == first && !sameLetter(a[0], w[0]) {
			return false
		}
		for j := 0; j < len(w) && k < len(a); j++ {
			if sameLetter(a[k], w[j]) && (j == 0 || w[j-1] == '-' || k > 0 && i == last-1 || 'A' <= w[j] && w[j] <= 'Z') {
				k++
			}
		}
	}
	return k == len(a)
}

func sameLetter(a, b byte) bool { return a|0x20 == b|0x20 }

// agree gives a name that was weighed differently in different places the type
// that most speaks for.
func (n *namer) agree() {
	for i := range n.cands {
		c := &n.cands[i]
		if c.form == doc.Adjective || c.by == byUser {
			continue
		}
		k := n.known.names.find(n.keyOf(c.first, c.last))
		if k == nil {
			continue
		}
		t, votes := k.best()
		if k.full && c.by == byModel && c.typ != doc.Person && c.last-c.first == 1 && k.votes[doc.Person] >= 60 {
			t, votes = doc.Person, 1000 // the surname of a full name
		}
		if n.shortHere(c, k) {
			t, votes = doc.Person, 1000
		}
		if n.calledHere(c) {
			t, votes = doc.Person, 1000
		}
		if n.placedHere(c, k) {
			t, votes = doc.Place, 1000
		}
		if n.rowPlace(c) {
			t, votes = doc.Place, 1000
		}
		if k.defined && c.typ == doc.Place && (n.traits[c.first].has(tCaps) && n.setAt(c.first) != allCaps || !n.traits[c.first].has(tCaps) && n.placeCue(c.first, c.last) == 0) {
			t, votes = doc.Org, 1000
		}
		if k.defined && c.typ == doc.Person && c.title == 0 && n.personCue(c.first, c.last) == 0 || n.firmHere(c, k) || n.houseOf(c) || n.tradesHere(c, k) {
			t, votes = doc.Org, 1000
		}
		if t == c.typ || votes < c.power+20 && (c.by != byModel || n.hit(c.first) != nil || c.last-c.first > 1 || c.typ == doc.Person || votes <= k.votes[c.typ]) {
			continue
		}
		if h := n.hit(c.first); h != nil && h.Start == c.first && h.End == c.last && c.power >= 76 && votes < 1000 {
			continue
		}
		c.typ = t
		c.hit = int(k.hit) - 1
	}
}

// shortHere reports whether a word that is a country's or a people's name is a person's here:
// the document has a full name that ends in it, and nothing beside the word
// speaks for a place.
func (n *namer) shortHere(c *cand, k *knownName) bool {
	if c.typ == doc.Group && (c.last-c.first > 1 || strings.HasSuffix(n.words[c.first], "s") || n.personCue(c.first, c.last) == 0) {
		return false
	}
	return (c.typ == doc.Place || c.typ == doc.Group) && k.full && k.votes[doc.Person] > 0 && n.placeCue(c.first, c.last) == 0 && (n.personCue(c.first, c.last) > 0 || k.votes[doc.Place] < 2*k.votes[doc.Person])
}

// firmHere reports whether a word that the model alone takes for a person's is what
// a firm of the document goes by.
func (n *namer) firmHere(c *cand, k *knownName) bool {
	return c.typ == doc.Person && c.by == byModel && c.last-c.first == 1 && k.full && k.votes[doc.Org] >= enough &&
		!n.traits[c.first].any(tGiven|tSurname) && n.personCue(c.first, c.last) == 0
}

// calledHere reports whether a listed place is here the given name of somebody whom
// the document names in full, and nothing beside it speaks for a place.
func (n *namer) calledHere(c *cand) bool {
	return c.typ == doc.Place && c.last-c.first == 1 && n.traits[c.first].has(tGiven) && slices.Contains(n.given, n.words[c.first]) && n.placeCue(c.first, c.last) == 0 && (n.hit(c.first) == nil || !n.commaRow(n.hit(c.first)))
}

// tradesHere reports whether a strange word that the model takes for a person's here
// is a body's elsewhere in the document, where rules say so, and nowhere titled or
// speaking.
func (n *namer) tradesHere(c *cand, k *knownName) bool {
	return c.typ == doc.Person && c.by == byModel && c.last-c.first == 1 && c.title == 0 && k.traded > 0 && k.spoke == 0 &&
		!k.full && !n.traits[c.first].any(tGiven|tSurname)
}

// houseOf reports whether what the model takes for a person begins with the surname
// of one: "Demir Beton" in a text about Yusuf Demir.
func (n *namer) houseOf(c *cand) bool {
	if c.typ != doc.Person || c.by != byModel || c.last-c.first != 2 || c.title > 0 || n.traits[c.first].any(tGiven|tInitial) || n.traits[c.last-1].any(tGiven|tSurname|tInitial) {
		return false
	}
	k := n.known.names.find(n.keyOf(c.first, c.first+1))
	return k != nil && k.full && k.votes[doc.Person] > 0 && n.personCue(c.first, c.last) == 0
}

// longest bounds the words of a name that sweep looks for.
const longest = 5

// sweep adds names that the document knows from other places.
func (n *namer) sweep() {
	for s := range n.d.Sentences {
		sent := &n.d.Sentences[s]
		for i := sent.First; i < sent.Last; i++ {
			if n.taken[i] != 0 || !n.traits[i].any(tCap) && !(n.traits[i].has(tParticle) && n.trait(i+1).has(tCap)) || n.traits[i].has(tNever) {
				continue
			}
			if c, ok := n.knownAt(i, sent.Last); ok {
				n.cands = append(n.cands, c)
				n.take(c, len(n.cands))
				i = c.last - 1
			}
		}
	}
}

// knownAt returns the longest known name that begins at token i.
func (n *namer) knownAt(i, end int) (c cand, ok bool) {
	if k := gazetteer.Title(n.words[i:end]); k > 1 && n.traits[i].has(tCap) {
		return c, false // "Interior Minister"
	}
	end = min(end, i+longest)
	var h uint64
	for k := i; k < end && n.taken[k] == 0; k++ {
		w := n.words[k]
		if w == "-" {
			continue
		}
		if n.traits[k].any(tSign|tNever) || n.traits[k].has(tLower) && !n.traits[k].has(tParticle) && k == i {
			break
		}
		h = h*hashPrime + foldHash(w)
		if !n.traits[k].has(tCap) {
			continue
		}
		name := n.known.names.find(h)
		if name == nil {
			continue
		}
		t, votes := name.best()
		if votes < enough || k == i && (!n.alone(i, name, t) || name.short && n.headsOther(i)) {
			continue
		}
		c = cand{first: i, last: k + 1, typ: t, by: byRule, power: min(votes, 75), hit: int(name.hit) - 1}
		if name.short || name.full {
			c.form = doc.ShortName
		}
		ok = t == doc.Person && name.full || n.heard(&c) && !(t == doc.Org && n.voided(i, k+1))
	}
	return c, ok
}

// headsOther reports whether the short form of a body at token i goes on as
// something else: the Bank in "Bank Rate".
func (n *namer) headsOther(i int) bool {
	return lookup(shortHeads, n.words[i]) && n.sentenceOf(i) == n.sentenceOf(i+1) && n.trait(i+1).has(tCap|tEnglish) && n.hit(i+1) == nil
}

// alone reports whether the single word at i can be the known name.
func (n *namer) alone(i int, name *knownName, t doc.MentionType) bool {
	tr := n.traits[i]
	if h := n.hit(i); h != nil && h.Start == i && h.End == i+1 && (h.Matches[0].Entry.Kind == gazetteer.Group || h.Matches[0].Alias == gazetteer.DemonymAdj) {
		return false // an adjective
	}
	if tr.has(tFree) && tr.any(tCommon|tEnglish) && !tr.has(tCaps) && (tr.has(tCommon) || name.short && t == doc.Org) {
		return t == doc.Person && n.personCue(i, i+1) > 0 && !tr.has(tWork)
	}
	if n.views != nil && tr.has(tCommon) && t == doc.Person {
		return n.personCue(i, i+1) > 0
	}
	w := n.words[i]
	return utf8.RuneCountInString(w) > 1 && !(tr.has(tCaps|tCommon) && tr.has(tFree) && len(w) < 3)
}

// fromDefinitions makes candidates of capitalised words whose initials follow
// in brackets.
func (n *namer) fromDefinitions() {
	for s := range n.d.Sentences {
		sent := &n.d.Sentences[s]
		for i := sent.First + 1; i+1 < sent.Last; i++ {
			if n.words[i] != "(" || !n.acronymLike(i+1) {
				continue
			}
			last := i
			if n.tagAt(last-1) == doc.RQuote {
				last--
			}
			c, ok := n.spelt(n.words[i+1], sent.First, last)
			switch {
			case ok && !n.isDeed(&c):
				n.cands = append(n.cands, c)
			case ok || n.listedSmall(n.words[i+1], sent.First, last):
				n.papers.put(foldHash(n.words[i+1]))
			}
		}
	}
}

// listedSmall reports whether the words before token last, in small letters and joined by
// commas, begin with the letters of an acronym: "women, peace, and security (WPS)".
func (n *namer) listedSmall(acronym string, first, last int) bool {
	k, j := last-1, len(acronym)-1
	for ; k >= first && j >= 0; k-- {
		w := n.words[k]
		if w == "," || lookup(joiningWords, w) {
			continue
		}
		if !n.traits[k].has(tLower) || !sameLetter(w[0], acronym[j]) {
			return false
		}
		j--
	}
	return j < 0 && len(acronym) > 1
}

// spelt returns the words before token last whose initials are the acronym.
func (n *namer) spelt(acronym string, first, last int) (c cand, ok bool) {
	a := strings.ReplaceAll(acronym, ".", "")
	caps := 0
	for i := last - 1; i >= max(first, last-12); i-- {
		t := n.traits[i]
		if t.has(tSign) && n.words[i] != "-" && n.words[i] != "&" && n.words[i] != "’s" && n.words[i] != "," && n.words[i] != "'s" {
			break
		}
		if !t.has(tCap) {
			continue
		}
		if strings.EqualFold(n.words[i], "the") {
			break
		}
		caps++
		if sameLetter(n.words[i][0], a[0]) && caps >= 2 && !n.strongAt(last-1, doc.Person) && n.initials(a, i, last) && caps >= len(a)-2 {
			c = cand{first: i, last: last, typ: doc.Org, power: 74, hit: -1}
			ok = true
			if caps >= len(a) {
				break
			}
		}
	}
	return c, ok
}
