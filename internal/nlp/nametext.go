package nlp

import (
	"analyze/internal/doc"
	"analyze/internal/nlp/gazetteer"
)

// fromHyphens joins a listed name of one word to the strange word that a hyphen ties
// to it: "Ust-Luga", "CNBC-TV18".
func (n *namer) fromHyphens() {
	for i := 1; i+1 < len(n.words); i++ {
		if n.words[i] != "-" || !n.glued(i) || !n.glued(i+1) || !n.traits[i-1].has(tCap) || !n.traits[i+1].has(tCap) {
			continue
		}
		a, b := n.hit(i-1), n.hit(i+1)
		switch {
		case a != nil && b == nil && a.End == i && a.Start == i-1:
			n.hyphened(a, i+1)
		case a == nil && b != nil && b.Start == i+1 && b.End == i+2:
			n.hyphened(b, i-1)
		}
	}
}

// hyphened adds the name of hit h and the strange word at token k beside it.
func (n *namer) hyphened(h *gazetteer.Hit, k int) {
	t, m := n.traits[k], h.Matches[0]
	typ := doc.ParseMentionType(m.Entry.Kind.Type())
	if demonymic(m) || m.User || m.Entry.Kind == gazetteer.Country || typ != doc.Place && typ != doc.Org || t.any(tNever|tEnglish|tGiven|tSurname|tOrgHead|tRole) || lookup(unbranded, n.words[k]) || lookup(directions, n.words[k]) {
		return
	}
	if typ == doc.Org && !t.has(tCaps) || typ == doc.Place && (t.has(tCaps) && n.setAt(k) != allCaps || n.traits[h.Start].any(tGiven|tSurname)) {
		return
	}
	n.cands = append(n.cands, cand{first: min(k, h.Start), last: max(k+1, h.End), typ: typ, power: 98, hit: -1})
}

var directions = set("north", "south", "east", "west", "central", "northern", "southern", "eastern", "western", "upper", "lower", "greater", "new", "old", "inner", "outer", "mid", "indo", "sino", "franco", "anglo", "afro", "euro", "russo", "arab")

// fromEntries makes places of the capitals that open the entries of a gazette, where
// some of them are listed places: "MLADKOV. The mill has burned."
func (n *namer) fromEntries() {
	type entry struct{ first, last int }
	var found []entry
	listed, block := 0, -1
	for s := range n.d.Sentences {
		sent := &n.d.Sentences[s]
		if sent.Block == block || !n.views[s].running() && n.views[s].set != allCaps {
			block = sent.Block
			continue
		}
		block = sent.Block
		k := sent.First
		for k < sent.Last && k < sent.First+4 && (n.traits[k].has(tCaps) && len(n.words[k]) > 2 || k > sent.First && n.words[k] == "-") {
			k++
		}
		if k == sent.First || n.word(k) != "." || n.glued(k+1) || len(found) == 64 {
			continue
		}
		if h := n.hit(sent.First); h != nil && h.End == k && h.Matches[0].Entry.Kind.Type() == "PLACE" {
			listed++
		} else {
			found = append(found, entry{sent.First, k})
		}
	}
	if listed == 0 || len(found) > 4*listed {
		return
	}
	for _, e := range found {
		if n.hit(e.first) == nil && !n.traits[e.last-1].any(tEnglish|tOrgHead|tCommon) {
			n.cands = append(n.cands, cand{first: e.first, last: e.last, typ: doc.Place, power: 99, hit: -1})
		}
	}
}

// fromMembers makes candidates of seats and of who holds them: "the Member for Luton
// North (Ann Field)".
func (n *namer) fromMembers() {
	for i := 0; i+2 < len(n.words); i++ {
		if n.words[i] != "Member" && n.words[i] != "MP" && n.words[i] != "Members" || n.words[i+1] != "for" || !n.traits[i+2].has(tCap) {
			continue
		}
		end := n.d.Sentences[n.sentenceOf(i)].Last
		k := i + 2
		for k < end && k < i+12 && (n.traits[k].has(tCap) && !n.traits[k].has(tNever) || n.words[k] == "-" || n.traits[k].has(tLower) && lookup(joiningWords, n.words[k]) && n.trait(k+1).has(tCap)) {
			k++
		}
		n.cands = append(n.cands, cand{first: i + 2, last: k, typ: doc.Place, power: 104, hit: n.hitOf(i+2, k)})
		if n.word(k) != "(" {
			continue
		}
		last := k + 1
		for last < end && last < k+8 && n.words[last] != ")" {
			last++
		}
		first := k + 1 + n.titleLen(k+1, last)
		if n.word(last) == ")" && n.fullName(first, last) == last || first > k+1 && first+1 == last {
			n.cands = append(n.cands, cand{first: first, last: last, typ: doc.Person, power: 104, hit: -1, title: first - k - 1})
		}
	}
}

// hitOf returns the index of the hit of tokens first to last, -1 if there is none.
func (n *namer) hitOf(first, last int) int {
	if h := n.hit(first); h != nil && h.Start == first && h.End == last {
		return int(n.hitAt[first]) - 1
	}
	return -1
}
