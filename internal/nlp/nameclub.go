package nlp

import (
	"analyze/internal/doc"
	"analyze/internal/nlp/gazetteer"
)

// fromClubs makes candidates of towns that stand for their clubs in a text about
// sport: "Leicester drew with Porto". What plays once is the club wherever else
// nothing beside it speaks for the town.
func (n *namer) fromClubs() {
	if !n.aboutSport() {
		return
	}
	clubs := map[uint64]bool{}
	for i := range n.cands {
		if c := &n.cands[i]; n.town(c) && n.plays(c.first, c.last) {
			clubs[n.keyOf(c.first, c.last)] = true
		}
	}
	for i := range n.cands {
		c := &n.cands[i]
		if !n.town(c) {
			continue
		}
		if n.clubTail(c.last-1) && c.last-c.first > 1 && c.hit < 0 {
			n.cands = append(n.cands, cand{first: c.first, last: c.last, typ: doc.Org, power: 94, hit: -1})
		} else if clubs[n.keyOf(c.first, c.last)] && (n.plays(c.first, c.last) || n.placeCue(c.first, c.last) == 0 && !lookup(placeHeads, n.word(c.last))) {
			n.cands = append(n.cands, cand{first: c.first, last: c.last, typ: doc.Org, power: 94, hit: -1})
		}
	}
}

// town reports whether a candidate is a listed town or a place that the model
// alone sees.
func (n *namer) town(c *cand) bool {
	if c.typ != doc.Place || c.form == doc.Adjective || c.by == byUser || c.power > 100 {
		return false
	}
	if c.hit < 0 {
		return c.by == byModel && n.hit(c.first) == nil || n.clubTail(c.last-1)
	}
	m := n.hits[c.hit].Matches[0]
	return m.Entry.Kind == gazetteer.City && !m.User && !demonymic(m)
}

// plays reports whether the words beside tokens first to last are those beside a
// club's name.
func (n *namer) plays(first, last int) bool {
	prev, next := n.word(first-1), n.word(last)
	switch {
	case lookup(playsBefore, prev):
		return !lookup(placeHeads, next)
	case prev == "to" && lookup(yields, n.word(first-2)), next == "'s" || next == "’s":
		return prev == "to" || lookup(players, n.word(last+1))
	}
	return lookup(playsNext, next) && n.placeCue(first, last) == 0
}

// clubTail reports whether token i ends names of clubs.
func (n *namer) clubTail(i int) bool {
	return n.traits[i].has(tCap) && lookup(clubTails, n.words[i])
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
	sportWords = set("coach", "scored", "goalkeeper", "goalkeepers", "striker", "strikers", "winger", "midfielder", "midfielders", "defender", "penalty", "penalties", "league", "cup", "fans", "stadium", "season", "goals", "referee", "halftime", "half-time", "quarterback", "innings", "wicket", "batsman", "bowler", "scorer", "kick-off", "relegation", "relegated", "playoffs", "play-off", "play-offs", "semi-final", "quarter-final", "tournament", "squad", "teammates", "football", "footballer", "rugby", "basketball", "cricket", "hockey", "keeper", "club", "clubs", "hat-trick", "fixture", "fixtures", "matchday")
	playsNext  = set("drew", "beat", "won", "lost", "signed", "scored", "play", "plays", "played", "host", "hosts", "trail", "lead", "equalised", "equalized", "conceded", "fielded", "sell", "sold", "will", "face", "thrashed", "go", "have", "are", "were", "owe", "owed", "filed", "sacked", "loaned", "finished", "reached", "defend", "defended", "missed", "fined", "win", "lose", "draw", "went", "appointed", "overturned", "sue", "sued", "appealed")
	// playsBefore stand before the name of whom one plays.
	playsBefore = set("beat", "against", "drew", "thrashed", "v", "vs", "versus", "whom", "edged", "hammered", "joined", "facing")
	yields      = set("lost", "lose", "losing", "loses", "defeat", "loan", "loaned", "sold", "transferred", "conceded")
	players     = set("coach", "striker", "keeper", "goalkeeper", "winger", "fans", "players", "squad", "manager", "captain", "owner", "owners", "midfield", "defence", "defense", "defenders", "goal", "goals", "stadium", "ground", "relegation", "promotion", "win", "defeat")
	clubTails   = set("city", "united", "town", "rovers", "wanderers", "athletic", "albion", "rangers", "county", "hotspur", "villa", "celtic", "orient", "harriers", "academical")
)
