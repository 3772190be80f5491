package nlp

import (
	"analyze/internal/doc"
	"analyze/internal/nlp/gazetteer"
	"analyze/internal/nlp/tagger"
)

// TaggerInput returns the sentences of d, whose tokens must be there, as the
// pass of names hands them to the tagger: with tags and with what g knows of
// the words, nil for the embedded gazetteer. A tagger is to be trained on what
// this returns.
func TaggerInput(d *doc.Document, g *gazetteer.Gazetteer) [][]tagger.Token {
	n := newNamer()
	n.d, n.g, n.model = d, g, perceptron()
	if g == nil {
		n.g = gazetteer.Default()
	}
	n.look()
	n.scan()
	n.settle()
	n.prepare()
	return n.rows
}

// prepare fills input and rows.
func (n *namer) prepare() {
	n.input = n.input[:0]
	for i, w := range n.words {
		n.input = append(n.input, tagger.Token{Text: w, POS: n.d.Tokens[i].Tag.String(), Know: n.knowWord(i)})
	}
	for i := range n.hits {
		n.knowHit(&n.hits[i])
	}
	n.rows = n.rows[:0]
	for _, s := range n.d.Sentences {
		n.rows = append(n.rows, n.input[s.First:s.Last])
		for i := s.First; i < s.Last; {
			k := 0
			if n.traits[i].has(tCap) {
				k = gazetteer.Title(n.words[i:s.Last])
			}
			for j := i; j < i+k; j++ {
				n.input[j].Know |= tagger.KnowTitle
			}
			i += max(k, 1)
		}
	}
}

// tag asks the model.
func (n *namer) tag() {
	n.spans, n.odds = n.spans[:0], n.odds[:0]
	if n.m == nil {
		return
	}
	n.prepare()
	n.spans, n.odds = n.m.TagOdds(n.rows, n.spans, n.odds)
}

// knowWord is what is known of a single word.
func (n *namer) knowWord(i int) (k tagger.Knowledge) {
	t := n.traits[i]
	for _, p := range [...]struct {
		trait traits
		know  tagger.Knowledge
	}{{tGiven, tagger.KnowGiven}, {tSurname, tagger.KnowSurname}, {tOrgHead, tagger.KnowOrgHead}, {tRole, tagger.KnowRole}} {
		if t.has(p.trait) {
			k |= p.know
		}
	}
	if t.has(tCap|tNever) && lookup(neverNames, n.words[i]) {
		k |= tagger.KnowMonth
	}
	if lookup(placeHeads, n.words[i]) {
		k |= tagger.KnowPlaceHead
	}
	return k
}

// knowHit notes what a hit says on each of its tokens.
func (n *namer) knowHit(h *gazetteer.Hit) {
	var k tagger.Knowledge
	for i, m := range h.Matches {
		k |= know(m)
		if i > 0 && know(m) != know(h.Matches[0]) || m.Weak {
			k |= tagger.KnowAmbiguous
		}
	}
	if h.End-h.Start > 1 {
		k |= tagger.KnowMulti
	}
	for i := h.Start; i < h.End; i++ {
		n.input[i].Know |= k
	}
	n.input[h.Start].Know |= tagger.KnowStart
}

func know(m gazetteer.Match) tagger.Knowledge {
	switch m.Alias {
	case gazetteer.DemonymAdj:
		return tagger.KnowDemonym
	case gazetteer.DemonymNoun:
		return tagger.KnowGroup
	}
	switch k := m.Entry.Kind; k {
	case gazetteer.Country:
		return tagger.KnowCountry
	case gazetteer.City:
		return tagger.KnowCity
	case gazetteer.Group:
		return tagger.KnowGroup
	case gazetteer.Person:
		return tagger.KnowPerson
	default:
		switch k.Type() {
		case "ORG":
			return tagger.KnowOrg
		case "PLACE":
			return tagger.KnowRegion
		}
	}
	return 0
}

// placeHeads are words, in small letters or not, that stand beside names of
// places.
var placeHeads = set("river", "province", "governorate", "region", "district", "city", "town", "village", "valley", "mountains", "mountain",
	"sea", "lake", "island", "islands", "strait", "gulf", "bay", "desert", "peninsula", "camp", "crossing", "port", "airport", "county", "state", "prefecture",
	"canton", "oblast", "republic", "coast", "border", "delta", "basin", "plateau", "suburb", "neighbourhood", "neighborhood", "street", "avenue", "square", "bridge", "dam", "heights", "hills", "forest", "corridor", "strip", "archipelago", "ocean", "stadium", "hall", "palace", "tower", "park", "road", "highway", "pass", "canal", "falls", "glacier", "cape", "reef", "land", "point", "municipality", "commune", "department")
