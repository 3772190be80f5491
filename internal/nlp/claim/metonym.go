package claim

import (
	"analyze/internal/doc"
	"analyze/internal/nlp/gazetteer"
)

// Verbs and nouns by which a capital stands for its government.
var (
	governs = wordSet("says said claims claimed estimates estimated puts wants wanted hopes hoped plans planned agreed agrees signed accused accuses denies denied insists insisted warned warns backs backed supports " +
		"supported pledged promised offered imposed sold sells paid pays spent borrowed owes bought approved approves earmarked allocated budgeted received put demanded demands rejected rejects announced believes thinks talks negotiating negotiated urged blames blamed reckons argues maintains disputes")
	governWords = wordSet("estimate estimates figure figures count claim claims number numbers demand demands offer policy troops ambassador allies ally view position")
)

// metonym reports whether the place at words first to last is somebody who acts or
// speaks and not where anything is: "Kinshasa claims that 900 are left",
// "Washington's estimate", "the United States says Colombia had 90".
func (v *view) metonym(s *site) bool {
	k := s.first - 1
	for k >= 0 && v.tag(k) == doc.DT {
		k--
	}
	if k >= 0 && (v.tag(k) == doc.IN || v.tag(k) == doc.TO) && !v.is(k, "that", "while", "as", "because", "although", "though", "whereas", "if", "than") {
		return false
	}
	if !v.isCapital(s) {
		return v.statesOfOthers(s)
	}
	if v.tag(s.last) == doc.POS {
		for i := s.last + 1; i < s.last+4; i++ {
			if governWords[v.low(i)] || v.is(i, "general") && v.is(i+1, "staff") {
				return true
			}
		}
		return false
	}
	for i := s.last; i < len(v.w) && i < s.last+9; i++ {
		switch {
		case v.figureAt(i), v.is(i, ";"), v.isComma(i) && i > s.last && v.w[i-1].mention < 0:
			return false
		case governs[v.low(i)] && (v.tag(i).IsVerb() || v.is(i, "talks")):
			return v.homeland != s.country || !v.is(i, "paid", "pays", "received", "spent", "bought", "sold")
		}
	}
	return false
}

func (v *view) isCapital(s *site) bool {
	e := gazetteer.Default().ByID(s.key)
	return e != nil && e.Capital
}

// statesOfOthers reports whether the place at s only states what is counted
// somewhere else: another place follows its verb.
func (v *view) statesOfOthers(s *site) bool {
	for i := range v.said {
		a := &v.said[i]
		if a.who.first != s.first || !a.weak || !governs[v.low(a.verb)] {
			continue
		}
		for k := a.verb + 1; k < len(v.w) && !v.is(k, ";"); k++ {
			if men := v.mention(k); men != nil && men.Type == doc.Place && men.Form != doc.Adjective && !v.figureAt(k) {
				return true
			}
		}
	}
	return false
}

// kin are persons near to somebody: where they live is told of them only.
var kin = wordSet("aunt uncle brother sister mother father cousin friend son daughter wife husband parent grandmother grandfather neighbour neighbor relative colleague nephew niece")

// ofSomebody reports whether the place of the preposition at k is where a single
// person lives who is mentioned by the way: "borrowed from an aunt in Lyon".
func (v *view) ofSomebody(k int) bool {
	return kin[v.low(k-1)] && (v.is(k-2, "a", "an") || v.tag(k-2) == doc.PRPS) && v.tag(k-3) == doc.IN
}

// saidIn reports whether the place of the preposition at k is where somebody spoke:
// "Holt said on Monday in Vienna", "told a forum in Cali".
func (v *view) saidIn(k int) bool {
	for i := k - 1; i >= 0 && i > k-9; i-- {
		if v.figureAt(i) {
			return false
		}
		for a := range v.said {
			if s := &v.said[a]; s.verb == i && s.who.known() && v.has(i, says) {
				return i < k-1 && s.reach != ahead || v.is(i, "spoke", "said") && k == i+1 || v.before(i+1, k, "conference", "briefing", "interview", "forum", "meeting", "rally", "hearing", "summit", "event", "speech", "statement")
			}
		}
		if v.is(i, "talks", "negotiations") && v.is(i-1, "in") {
			return true
		}
	}
	return false
}

// titleVenue reports whether the place of the preposition at k follows the office
// of a speaker and a comma: "said Ann Lee, the head of the agency, in Vienna".
func (v *view) titleVenue(k int) bool {
	if !v.isComma(k - 1) {
		return false
	}
	for a := range v.said {
		s := &v.said[a]
		if s.reach == back && s.who.known() && s.first < k && k-s.last < 16 && !v.anyFigure(s.last, k) && !v.anyQuoteIn(s.last, k) {
			for i := s.last; i < k-1; i++ {
				if v.tag(i) == doc.VBD || v.tag(i) == doc.VBZ {
					return false
				}
			}
			return true
		}
	}
	return false
}

func (v *view) anyQuoteIn(lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if v.isQuote(k) {
			return true
		}
	}
	return false
}

// insideName reports whether the place s only names a house, a camp or a company:
// "Esteqlal and Wazir hospitals", "Norway's Norfund", in a document about another
// country "the Dubai City wedding hall".
func (v *view) insideName(s *site) bool {
	if v.tag(s.last) == doc.POS {
		men := v.mention(s.last + 1)
		return men != nil && men.Type == doc.Org && v.tag(s.first-1) == doc.IN || men != nil && men.Type == doc.Org && v.is(s.first-1, "and")
	}
	if v.is(s.last, "daily", "weekly", "monthly", "newspaper", "paper", "magazine", "tabloid") && v.w[s.last].figure < 0 {
		return true
	}
	for k := s.last; k < len(v.w) && k < s.last+6; k++ {
		switch {
		case buildings[v.low(k)] && s.key == "":
			return true
		case buildings[v.low(k)]:
			return v.homeland != "" && s.country != "" && s.country != v.homeland && v.tag(s.first-1) == doc.DT
		case v.is(k, "and", "wedding", "general", "city") || v.upper(k):
		default:
			return false
		}
	}
	return false
}

// seated reports whether the preposition at k ties the capital s to a ministry or the
// like that has its seat there and counts what is elsewhere: "the Interior Ministry in
// Rome".
func (v *view) seated(s *site, k int) bool {
	if k < 1 || !v.is(k, "in", "at", "of") {
		return false
	}
	if v.apposedSeat(k - 1) {
		return true
	}
	if !v.is(k, "in") || !v.isCapital(s) || k < 4 && v.is(0, "at", "in") && v.isComma(s.last) {
		return false // "At the embassy in Oslo, 90 people voted"
	}
	men := v.mention(k - 1)
	return men == nil && v.is(k-1, "ministry", "government", "bureau", "parliament", "treasury", "embassy", "headquarters", "secretariat", "directorate", "authorities", "officials") ||
		men != nil && men.Type == doc.Org && ministries[v.firstWord(k-1)]
}

// seats head what says behind the name of somebody who studies things elsewhere who that
// is.
var seats = wordSet("consultancy consultant tank think-tank institute analyst economist expert professor researcher fellow lecturer scholar historian watchdog lobby broker brokerage newspaper pollster strategist lawyer lobbyist")

// apposedSeat reports whether word i heads such words: "Maplecroft, a consultancy in
// Bath".
func (v *view) apposedSeat(i int) bool {
	if !seats[v.low(i)] {
		return false
	}
	k := i
	for k > 0 && k > i-5 && v.tag(k) != doc.DT {
		k--
	}
	return v.tag(k) == doc.DT && v.isComma(k-1) && v.w[max(k-2, 0)].mention >= 0 || k == i-5 && v.isComma(k)
}

// ministries begin the names of bodies that speak for a country.
var ministries = wordSet("ministry interior government central national statistics federal office bureau department treasury parliament")

// firstWord is the first word of the name at word i.
func (v *view) firstWord(i int) string {
	first, _ := v.extent(i)
	return v.low(first)
}

// predicated makes the people that figure f is said to be its origin: "Of those
// saved, 47 were Syrians".
func (v *view) predicated(first int) int {
	k := first - 1
	for k > 0 && (v.tag(k) == doc.RB || v.is(k, "all", "mostly", "mainly")) {
		k--
	}
	if v.is(k, "them", "whom") && v.is(k-1, "of") && v.figureAt(k-2) && v.ends(first+1) {
		return v.figureIndex(v.w[k-2].figure) // "40 of them American"
	}
	if !v.is(k, "were", "are", "was", "is") {
		return -1
	}
	for i := k - 1; i >= 0 && i > k-8; i-- {
		if v.figureAt(i) {
			return v.figureIndex(v.w[i].figure)
		}
		if v.isComma(i) || v.ends(i) || v.tag(i).IsVerb() {
			return -1
		}
	}
	return -1
}
