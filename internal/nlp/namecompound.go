package nlp

import (
	"analyze/internal/doc"
)

// fromCompounds makes bodies of single strange words that end as names of bodies do:
// German, Dutch and Nordic compounds ("Bundesverwaltungsgericht"), and firms called by
// their trade ("Uralneft", "Telekombank").
func (n *namer) fromCompounds() {
	for i := range n.words {
		t := n.traits[i]
		if !t.has(tCap) || len(n.words[i]) < 8 || t.any(tNever|tEnglish|tCommon|tGiven|tSurname|tCaps|tWork) || n.hit(i) != nil || !compound(n.words[i]) || n.trait(i-1).has(tCap) || n.trait(i+1).has(tCap) || n.word(i-1) == "-" || n.word(i+1) == "-" {
			continue
		}
		n.cands = append(n.cands, cand{first: i, last: i + 1, typ: doc.Org, power: 104, hit: -1})
	}
}

// compound reports whether a word ends in the head of a body's name, with three letters
// or more before it.
func compound(w string) bool {
	for k := len(w) - 3; k >= 3; k-- {
		if lookup(compoundTails, w[k:]) {
			return true
		}
	}
	return false
}

var compoundTails = set(
	"gericht", "gerichtshof", "ministerium", "inspektorat", "verband", "verein", "gesellschaft", "kommission", "behörde", "kammer", "zentrum", "institut", "universität", "klinik", "spital", "krankenhaus", "polizei", "partei", "gewerkschaft", "stiftung", "akademie", "hochschule", "direktion", "anstalt", "werke", "bank", "landesamt", "bundesamt", "jugendamt", "sozialamt", "regierung", "zeitung", "nachrichten", "anzeiger", "kurier", "rundfunk", "verlag",
	"ministerie", "vereniging", "partij", "rechtbank", "omroep", "fonds",
	"verket", "styrelsen", "styrelse", "departementet", "direktoratet", "tinget", "banken", "forbundet", "förbundet", "partiet", "rådet", "domstolen", "tilsynet", "etaten", "bladet", "tidningen", "posten", "nytt", "sjukhuset", "kassan",
	"virasto", "ministeriö", "laitos", "liitto", "sanomat", "hivatal",
	"neft", "gaz", "prom", "energo", "nadzor", "stroy", "export", "invest", "telecom", "telekom", "pharma", "pharm", "corp", "soft", "tech", "media", "cement", "beton", "holding", "petrol")
