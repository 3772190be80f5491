package nlp

import (
	"strings"

	"analyze/internal/doc"
	"analyze/internal/nlp/gazetteer"
)

// dispatched reports whether token i opens a dispatch behind the dash of its
// dateline: "DERNA, Libya, Sept. 14 — Rescue workers".
func (n *namer) dispatched(s *doc.Sentence, i int) bool {
	k := i - 1
	if k <= s.First || k > s.First+20 || !dash(n.words[k]) || n.glued(k) && n.glued(i) {
		return false
	}
	return n.traits[s.First].has(tCaps) && len(n.words[s.First]) > 3 && n.firstOfBlock(s) == s.First
}

// fromQuarters makes one place of a quarter with a capital and the land behind it:
// "North-East Nigeria".
func (n *namer) fromQuarters() {
	for i := range n.hits {
		h := &n.hits[i]
		if !n.national(h) || demonymic(h.Matches[0]) || h.Start == 0 {
			continue
		}
		k := h.Start - 1
		if !n.traits[k].has(tCap) || !lookup(quarters, n.words[k]) && !lookup(compass, n.words[k]) || n.gapBefore(h.Start) {
			continue
		}
		if k > 1 && n.words[k-1] == "-" && n.traits[k-2].has(tCap) && lookup(quarters, n.words[k-2]) {
			k -= 2
		} else if n.setAt(k) != plain && strings.HasSuffix(n.words[k], "ern") {
			continue // any word has its capital there
		}
		if k == 0 || n.words[k-1] != "and" && n.words[k-1] != "-" {
			n.cands = append(n.cands, cand{first: k, last: h.End, typ: doc.Place, power: 96, hit: -1})
		}
	}
}

var compass = set("northeast", "northwest", "southeast", "southwest", "north-east", "north-west", "south-east", "south-west")

// fromKin makes a people of the listed or strange name before those who are of
// it: "the Hazara minority", "burned Hema villages".
func (n *namer) fromKin() {
	for i := 1; i < len(n.words); i++ {
		if !n.traits[i].has(tLower) || !n.traits[i-1].has(tCap) || !lookup(kinsfolk, n.words[i]) && n.words[i] != "villages" {
			continue
		}
		k := i - 1
		t := n.traits[k]
		if !t.has(tCap) || t.any(tNever|tFree|tCaps|tOrgHead|tGiven|tSurname|tEnglish|tCommon) || n.trait(k-1).has(tCap) && n.hit(k-1) == nil || lookup(lingual, n.words[i]) {
			continue
		}
		h := n.hit(k)
		switch {
		case h == nil && strings.IndexByte(n.words[k], '-') < 0:
			power := 62
			if lookup(roaming, n.words[i]) {
				power = 88
			}
			n.cands = append(n.cands, cand{first: k, last: i, typ: doc.Group, power: power, hit: -1})
		case n.words[i] == "minority" && h.Start == k && demonymic(h.Matches[0]) && h.Matches[0].Entry.Kind == gazetteer.Group && n.listedNoun(k):
			n.cands = append(n.cands, cand{first: k, last: i, typ: doc.Group, power: 98, hit: int(n.hitAt[k]) - 1})
		}
	}
}

// roaming are kin who are of a people, hardly of a place.
var roaming = set("herders", "herdsmen", "tribesmen", "clansmen", "pastoralists", "nomads", "clans", "minority")

// lingual are kin by tongue, of whom the name is a language's.
var lingual = set("speakers", "youths", "militias", "rebels", "gunmen", "warriors")

// listedNoun reports whether the plural of the word at token k is its people's name,
// and the word no name of a creed.
func (n *namer) listedNoun(k int) bool {
	ms := n.g.Lookup(n.words[k] + "s")
	return len(ms) > 0 && ms[0].Entry.Kind == gazetteer.Group
}

// fromSlashes makes one place of two strange words that a slash joins in a row of
// places: "Monguno, Kala/Balge and Dikwa".
func (n *namer) fromSlashes() {
	for i := 1; i+1 < len(n.words); i++ {
		if n.words[i] != "/" || !n.glued(i) || !n.glued(i+1) || !n.unlisted(i-1) || !n.unlisted(i+1) {
			continue
		}
		a := n.word(i - 2)
		b := n.word(i + 2)
		if a != "," && a != "and" && b != "," && b != "and" {
			continue
		}
		if n.strongAt(i-3, doc.Place) || n.strongAt(i+3, doc.Place) || a == "," && n.hitBefore(i-2) || n.placeCue(i-1, i+2) > 0 {
			n.cands = append(n.cands, cand{first: i - 1, last: i + 2, typ: doc.Place, power: 88, hit: -1})
		}
	}
}

// unlisted reports whether the word at token i has a capital and is neither listed,
// but for a given name, nor English.
func (n *namer) unlisted(i int) bool {
	t := n.traits[i]
	return t.has(tCap) && !t.any(tNever|tCaps|tEnglish|tCommon|tOrgHead|tInitial|tRole) && n.hit(i) == nil
}

// strange reports whether the word at token i has a capital and is of no list.
func (n *namer) strange(i int) bool {
	t := n.traits[i]
	return t.has(tCap) && !t.any(tNever|tCaps|tEnglish|tCommon|tGiven|tSurname|tOrgHead|tInitial|tRole) && n.hit(i) == nil
}

// fromMeasured makes places of strange words, each before a measure in brackets and
// joined by "and" or a comma: "Egbin (-94MW) and Olorun (-60MW)".
func (n *namer) fromMeasured() {
	for i := 1; i+3 < len(n.words); i++ {
		if n.words[i] != "(" || n.traits[i-1]&(tCap|tNever) == 0 {
			continue
		}
		k := n.pastBracket(i)
		if k == i || !n.measured(i+1, k-1) || n.word(k) != "and" && n.word(k) != "," {
			continue
		}
		next := k + 1
		for next < len(n.words) && next < k+4 && n.traits[next].any(tCap|tNever) {
			next++
		}
		if n.word(next) != "(" || !n.measured(next+1, n.pastBracket(next)-1) {
			continue
		}
		n.measuredName(i)
		n.measuredName(next)
	}
}

// measured reports whether a number with a sign, a unit or thousands fills tokens
// first to last.
func (n *namer) measured(first, last int) bool {
	if last <= first || last-first > 4 {
		return false
	}
	digits := strings.ContainsAny(n.words[first], "0123456789") || first+1 < last && strings.ContainsAny(n.words[first+1], "0123456789")
	if last-first == 1 && n.cites(first) {
		return false // a film's year
	}
	return digits && (last-first > 1 || len(n.words[first]) > 2)
}

// measuredName takes the strange row that ends before token end.
func (n *namer) measuredName(end int) {
	first := end
	for first > 0 && first > end-3 && n.traits[first-1].any(tCap|tNever) && n.sentenceOf(first-1) == n.sentenceOf(end) {
		first--
	}
	if first == end || !n.strange(first) || n.traits[first].has(tFree) && !n.traits[first].has(tOpens) {
		return
	}
	n.cands = append(n.cands, cand{first: first, last: end, typ: doc.Place, power: 58, hit: -1})
}

// fromPossessors makes bodies of what belongs to their members in the plural: "Sudan
// Doctors' Union".
func (n *namer) fromPossessors() {
	for i := 1; i+1 < len(n.words); i++ {
		if w := n.words[i]; w != "'" && w != "’" || !n.glued(i) || !strings.HasSuffix(n.words[i-1], "s") || !n.traits[i-1].has(tCap|tEnglish) || !n.traits[i+1].has(tCap) {
			continue
		}
		k, first := i+1, i-1
		for k < len(n.words) && k < i+4 && n.traits[k].has(tCap) && !n.traits[k-1].has(tOrgHead) {
			k++
		}
		for first > 0 && first > i-4 && n.traits[first-1].has(tCap) && !n.traits[first-1].any(tNever) && !lookup(starters, n.words[first-1]) {
			first--
		}
		if first < i-1 && n.traits[k-1].has(tOrgHead) && n.sentenceOf(first) == n.sentenceOf(k-1) && n.setAt(i) == plain {
			n.cands = append(n.cands, cand{first: first, last: k, typ: doc.Org, power: 104, hit: -1})
		}
	}
}

// inTownRow reports whether two words that the model takes for a person's go on a
// row of places: "homes in Hexley and Stowe Green".
func (n *namer) inTownRow(c *cand) bool {
	if c.typ != doc.Person || c.title > 0 || c.last-c.first != 2 || n.word(c.first-1) != "and" || n.traits[c.first].any(tGiven|tInitial|tRole) || !n.traits[c.last-1].has(tEnglish) || n.personCue(c.first, c.last) > 0 {
		return false
	}
	k := c.first - 2
	return n.trait(k).has(tCap) && !n.trait(k).any(tGiven|tNever) && lookup(withins, n.word(k-1))
}

// fromSegments makes bodies of the segments of a line that signs part, where a
// segment ends in the head of one: "Note 31 · Great Lakes Security Forum · Nairobi".
func (n *namer) fromSegments() {
	for s := range n.d.Sentences {
		sent := &n.d.Sentences[s]
		if sent.Last-sent.First > 40 {
			continue
		}
		from := sent.First
		for i := sent.First; i <= sent.Last; i++ {
			if i < sent.Last && n.words[i] != "·" && n.words[i] != "|" && n.words[i] != "•" {
				continue
			}
			if i < sent.Last || from > sent.First {
				n.segment(from, i)
			}
			from = i + 1
		}
	}
}

func (n *namer) segment(first, last int) {
	for first < last && (n.words[first] == "*" || n.words[first] == "_") {
		first++
	}
	k, shouted := first, true
	for k < last && n.words[k] != "," {
		if !n.traits[k].has(tCap) && !lookup(joiningWords, n.words[k]) || n.traits[k].has(tNever) {
			return
		}
		shouted = shouted && n.traits[k].any(tEnglish|tOrgHead) && n.traits[k].has(tCaps)
		k++
	}
	if shouted || k-first < 2 || k-first > 7 || !n.traits[k-1].has(tOrgHead) && !lookup(deskHeads, n.words[k-1]) && !lookup(foreignHeads, n.words[first]) {
		return
	}
	c := cand{first: first, last: k, typ: doc.Org, power: 92, hit: -1}
	if !n.bareHead(&c) && n.titleLen(first, k) == 0 && !n.isPaper(&c) && !lookup(starters, n.words[first]) {
		n.cands = append(n.cands, c)
	}
}

// deskHeads end names of those who write papers.
var deskHeads = set("desk", "hub", "lab", "dialogue", "exchange")

// hitBefore reports whether a listed place below a country ends before token i.
func (n *namer) hitBefore(i int) bool {
	h := n.hit(i - 1)
	return h != nil && h.End == i && h.Matches[0].Entry.Kind.Type() == "PLACE" && h.Matches[0].Entry.Kind != gazetteer.Country && !demonymic(h.Matches[0])
}

// fromPlaceRows makes places of the strange words of a row behind "in" where one of
// them is a listed place: "in Mezam, Fako and Meme".
func (n *namer) fromPlaceRows() {
	for i := 0; i+4 < len(n.words); i++ {
		if !n.traits[i+1].has(tCap) || !lookup(rowOpeners, n.words[i]) || lookup(faiths, n.word(i-1)) {
			continue
		}
		n.placeRow(i+1, n.d.Sentences[n.sentenceOf(i)].Last)
	}
}

var rowOpeners = set("in", "near", "across", "throughout", "around", "at", "from", "between")

// placeRow reads names of one or two words parted by commas and closed by "and".
func (n *namer) placeRow(i, end int) {
	var row [8]cand
	found, listed, closed := 0, 0, false
	for found < len(row) && i < end {
		k := i
		for k < end && k < i+3 && n.traits[k].has(tCap) && !n.traits[k].any(tNever|tCaps) {
			k++
		}
		if k == i {
			return
		}
		if h := n.hit(i); h != nil && h.Start == i && h.End == k && h.Matches[0].Entry.Kind.Type() == "PLACE" && !demonymic(h.Matches[0]) && h.Matches[0].Entry.Kind != gazetteer.Country {
			listed++
		} else if n.strongAt(i, doc.Place) && h == nil {
			listed++
		}
		row[found] = cand{first: i, last: k, typ: doc.Place, power: 88, hit: -1}
		found++
		if closed {
			break
		}
		if k < end && n.words[k] == "," {
			k++
		}
		if k < end && n.words[k] == "and" {
			closed = true
			k++
		}
		if k == row[found-1].last {
			return
		}
		i = k
	}
	if !closed || found < 3 || listed == 0 || n.trait(row[found-1].last).has(tCap) {
		return
	}
	for _, c := range row[:found] {
		if n.strange(c.first) && n.strange(c.last-1) {
			n.cands = append(n.cands, c)
		}
	}
}

// fromAged makes a place of where somebody of some age lives: "Ann Field, 29, of
// Sneinton".
func (n *namer) fromAged() {
	for i := 4; i+1 < len(n.words); i++ {
		if n.words[i] != "of" || n.words[i-1] != "," || n.tagAt(i-2) != doc.CD || len(n.words[i-2]) > 3 || n.words[i-3] != "," || !n.traits[i-4].has(tCap) {
			continue
		}
		k := i + 1
		for k < len(n.words) && k < i+4 && n.traits[k].has(tCap) && !n.traits[k].any(tNever|tCaps|tOrgHead) {
			k++
		}
		if h := n.hit(i + 1); k > i+1 && !n.trait(k).has(tCap) && (h == nil || h.Matches[0].Weak || h.Matches[0].Entry.Kind.Type() == "PLACE" && h.End == k) {
			n.cands = append(n.cands, cand{first: i + 1, last: k, typ: doc.Place, power: 96, hit: n.hitOf(i+1, k)})
		}
	}
}
