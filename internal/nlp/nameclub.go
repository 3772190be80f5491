package nlp

import (
	"analyze/internal/doc"
	"analyze/internal/nlp/gazetteer"
)

// fromClubs makes candidates of towns that stand for their clubs in a text about
// sport: "Leicester drew with Porto".
func (n *namer) fromClubs() {
	if !n.aboutSport() {
		return
	}
	for i := range n.hits {
		h := &n.hits[i]
		if m := h.Matches[0]; m.Entry.Kind != gazetteer.City || m.User || demonymic(m) {
			continue
		}
		if next := n.word(h.End); lookup(playsNext, next) && n.placeCue(h.Start, h.End) == 0 || lookup(playsBefore, n.word(h.Start-1)) && !lookup(placeHeads, next) {
			n.cands = append(n.cands, cand{first: h.Start, last: h.End, typ: doc.Org, power: 90, hit: -1})
		}
	}
}

// aboutSport reports whether enough words of sport stand in the document.
func (n *namer) aboutSport() bool {
	found := 0
	for _, w := range n.words {
		if lookup(sportWords, w) {
			found++
		}
	}
	return found >= 3 && found*400 >= len(n.words)
}

var (
	sportWords  = set("coach", "scored", "goalkeeper", "striker", "winger", "midfielder", "defender", "penalty", "league", "cup", "fans", "stadium", "season", "goals", "referee", "halftime", "half-time", "quarterback", "innings", "wicket", "batsman", "bowler", "scorer", "kick-off", "relegation", "playoffs", "semi-final", "quarter-final", "tournament", "squad", "teammates", "football", "rugby", "basketball", "cricket", "hockey")
	playsNext   = set("drew", "beat", "won", "lost", "signed", "scored", "play", "plays", "played", "host", "hosts", "trail", "lead", "equalised", "equalized", "conceded", "fielded", "sell", "will", "face", "thrashed", "go", "have")
	playsBefore = set("beat", "against", "drew", "thrashed", "v", "vs", "versus", "whom", "edged", "hammered")
)
