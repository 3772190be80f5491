package nlp

import (
	"strings"

	"analyze/internal/doc"
	"analyze/internal/nlp/gazetteer"
)

// fromIntroduced makes candidates of the names that a noun in the plural
// introduces; all have the type that the noun gives: "the operators AST, Elering
// and Litgrid", "towns such as Zarpul and Kesh".
func (n *namer) fromIntroduced() {
	for s := range n.d.Sentences {
		sent := &n.d.Sentences[s]
		for i := sent.First; i+1 < sent.Last; i++ {
			if !n.traits[i].has(tLower) {
				continue
			}
			if typ := introduces(n.words[i]); typ != doc.NoType {
				n.introduced(n.introEnd(i+1, sent.Last), sent.Last, typ)
			}
		}
	}
}

// introduces is the type of the names behind a noun in the plural.
func introduces(w string) doc.MentionType {
	switch {
	case len(w) < 4 || w[len(w)-1] != 's':
	case lookup(orgPlurals, w):
		return doc.Org
	case lookup(placePlurals, w):
		return doc.Place
	case lookup(personPlurals, w):
		return doc.Person
	}
	return doc.NoType
}

var (
	orgPlurals    = set("operators", "companies", "firms", "newspapers", "magazines", "dailies", "broadcasters", "parties", "banks", "lenders", "utilities", "airlines", "carriers", "retailers", "agencies", "charities", "ngos", "militias", "insurers", "suppliers", "manufacturers", "carmakers", "publishers", "universities", "consultancies", "think-tanks", "producers", "refiners", "websites", "outlets", "unions", "clubs", "conglomerates", "brewers", "startups", "contractors", "regulators", "journals", "organisations", "organizations", "weeklies", "tabloids", "watchdogs", "subsidiaries", "chains", "brands")
	placePlurals  = set("provinces", "towns", "cities", "villages", "districts", "regions", "counties", "islands", "governorates", "suburbs", "municipalities", "ports", "rivers", "communes", "prefectures", "neighbourhoods", "neighborhoods", "localities", "settlements", "hamlets", "oblasts", "cantons", "archipelagos", "lakes", "valleys", "mountains", "woredas", "kebeles", "payams", "zones", "parishes", "raions", "rayons", "upazilas", "tehsils", "talukas", "barangays", "regencies", "subdistricts", "sub-districts", "chiefdoms", "townships", "boroughs", "quarters", "slums", "camps", "crossings")
	personPlurals = set("brothers", "sisters", "economists", "researchers", "journalists", "historians", "senators", "ministers", "professors", "lawmakers", "novelists", "sociologists", "anthropologists", "reporters", "lawyers")
)

// introEnd returns the token behind the words that may stand between the noun
// and the first name.
func (n *namer) introEnd(i, end int) int {
	k := i
	if n.words[k] == "," && k+1 < end && (n.words[k+1] == "including" || n.words[k+1] == "such" || n.words[k+1] == "like" || n.words[k+1] == "notably") {
		k++
	}
	switch n.words[k] {
	case "including", "like", "of", "notably", "called", "named", ":":
		k++
	case "such":
		if k+1 < end && n.words[k+1] == "as" {
			k += 2
		}
	}
	return k
}

// introduced reads the row of names from token i on; one alone is none.
func (n *namer) introduced(i, end int, typ doc.MentionType) {
	from := len(n.cands)
	joined := false
	for i < end {
		if n.words[i] == "the" || n.words[i] == "The" {
			i++
		}
		k := n.rowName(i, end)
		if k == i {
			break
		}
		if n.fits(i, k, typ) {
			n.cands = append(n.cands, cand{first: i, last: k, typ: typ, power: 106, hit: -1})
		}
		i = k
		if i < end && n.words[i] == "," {
			i++
		}
		if i < end && (n.words[i] == "and" || n.words[i] == "or" || n.words[i] == "&") {
			joined = true
			i++
		} else if i == k || joined {
			break
		}
	}
	if !joined {
		n.cands = n.cands[:from]
	}
}

// rowName returns the end of the capitalised words of one name in a row.
func (n *namer) rowName(i, end int) int {
	k := i
	for k < end && k < i+5 && (n.traits[k].has(tCap) && !n.traits[k].has(tNever) || n.words[k] == "-" && k > i && n.glued(k)) {
		k++
	}
	if k < end && n.traits[k].has(tLower) && !lookup(rowEnds, n.words[k]) && n.tagAt(k).IsNoun() {
		return i // part of something else: "companies Shell employees and"
	}
	return k
}

var rowEnds = set("and", "or", "in", "of", "to", "for", "on", "at", "with")

// fits reports whether a name that a noun introduces is not known as something
// else.
func (n *namer) fits(first, last int, typ doc.MentionType) bool {
	if typ == doc.Person && last-first < 2 && !n.traits[first].has(tGiven) {
		return false
	}
	for i := first; i < last; i++ {
		h := n.hit(i)
		if h == nil || h.Matches[0].Weak || h.End-h.Start == 1 && last-first > 1 {
			continue
		}
		m := h.Matches[0]
		if h.Start != first || h.End != last || demonymic(m) || m.Entry.Kind == gazetteer.Country && typ != doc.Place || m.Entry.Kind.Type() == typ.String() || m.User {
			return false
		}
	}
	return true
}

// fromCitations makes persons of the surnames before a year that cites them:
// "Hanson and Woodruff (2003) found", "(Sharma & Hertel, 2012)".
//
// Where that is done often, a year in brackets is enough: "Lutterman (1987)".
func (n *namer) fromCitations() {
	from := len(n.cands)
	n.citations(false)
	if len(n.cands)-from >= oftenCited {
		n.cands = n.cands[:from]
		n.citations(true)
	}
}

// oftenCited is how many authors a text cites that does so as a habit.
const oftenCited = 4

func (n *namer) citations(habit bool) {
	for i := 3; i < len(n.words); i++ {
		if !n.citedYear(i) {
			continue
		}
		next := n.word(i + 1)
		switch n.words[i-1] {
		case "(":
			n.citedAuthors(i-1, habit && next == ")" || n.tagAt(i+2).IsVerb() && next == ")" || next == ",")
		case ",":
			if next == ")" || next == ";" || next == "," || next == ":" {
				n.citedAuthors(i-1, false)
			}
		default:
			if (next == ")" || next == ";" || next == ":") && n.surnameAlone(i-1) {
				n.citedAuthors(i, false)
			}
		}
	}
}

func (n *namer) citedYear(i int) bool {
	w := n.words[i]
	return (len(w) == 4 || len(w) == 5 && 'a' <= w[4] && w[4] <= 'f') && (w[:2] == "19" || w[:2] == "20") && '0' <= w[2] && w[2] <= '9' && '0' <= w[3] && w[3] <= '9'
}

// fromPointed makes persons of the surnames alone that a reader is sent to: "Cf. Lind,
// p. 61".
func (n *namer) fromPointed() {
	for i := 1; i+2 < len(n.words); i++ {
		k := i - 1
		if n.words[k] == "." {
			k--
		}
		if k < 0 || !lookup(pointing, n.words[k]) || n.words[i+1] != "," || !n.surnameAlone(i) || n.hit(i) != nil && !n.hit(i).Matches[0].Weak {
			continue
		}
		switch n.words[i+2] {
		case "p", "p.", "pp", "pp.", "ch.", "vol.", "op", "op.":
			n.cands = append(n.cands, cand{first: i, last: i + 1, typ: doc.Person, power: 96, hit: -1})
		}
	}
}

// citedAuthors reads backwards the surnames that end before token end; one by
// itself must be sure by what stands around it.
func (n *namer) citedAuthors(end int, sure bool) {
	k := end
	bracketed := n.words[end] != "("
	if n.word(k-1) == "al." || n.word(k-1) == "al" && n.word(k-2) == "et" || n.word(k-1) == "." && n.word(k-2) == "al" {
		for k > 0 && n.words[k] != "et" {
			k--
		}
		sure = true
	}
	var at [4]int
	names := 0
	for names < len(at) && k > 0 && n.surnameAlone(k-1) {
		at[names] = k - 1
		names++
		k--
		if w := n.word(k - 1); w == "and" || w == "&" || w == "," {
			k--
			if n.word(k-1) == "," {
				k--
			}
			continue
		}
		break
	}
	before := n.word(k - 1)
	if names == 0 || n.trait(k-1).has(tCap) && !lookup(starters, before) {
		return
	}
	opens := before == "(" || before == ";" || lookup(citing, before)
	sure = sure || names > 1 || bracketed && opens
	if !sure || bracketed && !opens {
		return
	}
	for _, i := range at[:names] {
		n.cands = append(n.cands, cand{first: i, last: i + 1, typ: doc.Person, power: 104, hit: -1})
	}
}

// citing stand between a bracket and the author whom it cites.
var citing = set("see", "also", "e.g.", "from", "after", "by", "cf", "cf.", "following", "per", "in")

// surnameAlone reports whether token i may be an author's surname.
func (n *namer) surnameAlone(i int) bool {
	t := n.traits[i]
	if i < 0 || !t.has(tCap) || t.any(tCaps|tNever|tOrgHead|tInitial) || len(n.words[i]) < 3 || t.has(tCommon) && !t.has(tSurname) || lookup(starters, n.words[i]) {
		return false
	}
	h := n.hit(i)
	return h == nil || h.Matches[0].Weak || h.Matches[0].Entry.Kind == gazetteer.City && h.Matches[0].Entry.Population < 15000 || t.has(tSurname) && h.Matches[0].Entry.Kind == gazetteer.City && !h.Matches[0].Entry.Capital && h.Matches[0].Entry.Population < 1000000
}

// fromHeads makes candidates of bodies in lines of title case, where capitals
// tell nothing: a head with "of", "for" or "on" and what follows, to the next
// sign: "Centre for Northern Studies, Riga".
func (n *namer) fromHeads() {
	for s := range n.d.Sentences {
		if v := n.views[s]; v.set == allCaps && v.kind != doc.Byline && !v.note {
			n.shoutedHeads(&n.d.Sentences[s])
			n.shoutedTails(&n.d.Sentences[s])
			continue
		} else if v.set != titleCase && !(v.set == allCaps && v.kind == doc.Byline) || v.note {
			continue
		}
		sent := &n.d.Sentences[s]
		n.shoutedTails(sent)
		for i := sent.First; i+2 < sent.Last; i++ {
			if n.traits[i].has(tWork) || !lookup(lineHeads, n.words[i]) || !n.traits[i].has(tCap) || !lookup(headLinks, n.words[i+1]) {
				continue
			}
			k := n.headTail(i+2, sent.Last)
			if k == i+2 {
				continue
			}
			first := n.headStart(i, k, sent)
			n.cands = append(n.cands, cand{first: first, last: k, typ: doc.Org, power: 80, hit: -1})
			i = k
		}
		n.seated(sent)
	}
}

// shoutedHeads makes bodies of whole lines, or what an article opens, in capitals that
// have the head of a body and its field: "IN THE HIGH COURT OF MALAWI",
// "SUBCOMMITTEE ON ENERGY AND WATER".
func (n *namer) shoutedHeads(s *doc.Sentence) {
	for i := s.First; i+2 < s.Last; i++ {
		if !lookup(lineHeads, n.words[i]) && !lookup(shoutedMore, n.words[i]) || !lookup(headLinks, n.words[i+1]) || strings.EqualFold(n.words[i+1], "and") || strings.EqualFold(n.words[i], "republic") && n.hitOf(i, i+3) >= 0 {
			continue
		}
		last := i + 2
		for last < s.Last && last < i+10 && !n.brokenBefore(last) && !n.gapBefore(last) && (n.traits[last].has(tCap) && !lookup(shouts, n.words[last]) || n.words[last] == "&") {
			last++
		}
		first := i
		for first > s.First && first > i-4 && n.traits[first-1].has(tCap) && !lookup(starters, n.words[first-1]) && !n.brokenBefore(first) && !n.traits[first-1].any(tNever|tRole) {
			first--
		}
		whole := last == s.Last || n.brokenBefore(last) || n.gapBefore(last) || n.traits[last].has(tSign) || lookup(shouts, n.words[last])
		opens := first == s.First || n.brokenBefore(first) || n.traits[first-1].has(tSign) || lookup(starters, n.words[first-1])
		if last == i+2 || !whole || !opens || lookup(starters, n.words[last-1]) {
			continue
		}
		n.cands = append(n.cands, cand{first: first, last: last, typ: doc.Org, power: 106, hit: -1})
		i = last - 1
	}
}

// shoutedTails makes bodies of rows of capitals between signs or line ends that end in
// the head of a body: "COUNTY HEALTH DEPARTMENT".
func (n *namer) shoutedTails(s *doc.Sentence) {
	first := s.First
	for i := s.First; i <= s.Last; i++ {
		if i < s.Last && n.traits[i].has(tCap) && (i == first || !n.brokenBefore(i) && !n.gapBefore(i)) {
			continue
		}
		if k := i - first; k > 2 && k < 7 && lookup(lineHeads, n.words[i-1]) && n.setAt(first) == allCaps && !n.actsIn(first, i) {
			n.cands = append(n.cands, cand{first: first, last: i, typ: doc.Org, power: 82, hit: n.hitOf(first, i)})
		}
		first = i
		for first < s.Last && !n.traits[first].has(tCap) {
			first++
		}
		i = max(i, first)
	}
}

// actsIn reports whether a headline's verb or a small word stands in a row of capitals.
func (n *namer) actsIn(first, last int) bool {
	for i := first; i < last; i++ {
		if lookup(shouts, n.words[i]) || lookup(starters, n.words[i]) || n.traits[i].has(tNever) {
			return true
		}
	}
	return false
}

// shoutedMore head names in lines of capitals beside lineHeads.
var shoutedMore = set("subcommittee", "review", "journal", "quarterly", "annals", "registry", "parliament", "assembly", "senate", "republic", "task-force", "working-group")

// shouts are what bodies do in headlines.
var shouts = set("announces", "says", "warns", "opens", "launches", "publishes", "calls", "seeks", "plans", "to", "faces", "wins", "rejects", "approves", "cuts", "backs", "urges", "votes", "orders", "fines", "sues", "denies", "admits", "agrees", "raises", "holds", "meets", "blocks", "bans", "rules", "finds", "issues", "names", "asks", "wants", "signs", "suspends", "reports", "confirms", "clears", "drops", "hits", "loses", "delays", "unveils", "releases", "defends", "will", "is", "are", "has", "in", "by", "over", "after", "amid", "as", "at")

// seated reads a line of a body and its seat: "Mixed Water Monitor, Tunis".
func (n *namer) seated(s *doc.Sentence) {
	k := s.First
	for k < s.Last && k < s.First+8 && (n.traits[k].has(tCap) && !n.traits[k].has(tNever) || k > s.First && (lookup(joiningWords, n.words[k]) || n.words[k] == "&" || n.words[k] == "-")) {
		k++
	}
	if k-s.First < 2 || k+1 >= s.Last || n.words[k] != "," || !n.traits[k-1].has(tOrgHead) || n.traits[s.First].has(tRole) || n.titleLen(s.First, k) > 0 {
		return
	}
	h := n.hit(k + 1)
	if h == nil || h.Matches[0].Entry.Kind.Type() != "PLACE" || h.End < s.Last && !n.traits[h.End].has(tSign) {
		return
	}
	if c := (cand{first: s.First, last: k, typ: doc.Org, power: 78, hit: -1}); !n.bareHead(&c) {
		n.cands = append(n.cands, c)
	}
}

var (
	lineHeads = set("centre", "center", "institute", "ministry", "department", "office", "university", "agency", "committee", "commission", "council", "bureau", "directorate", "foundation", "association", "federation", "society", "academy", "observatory", "authority", "administration", "school", "faculty", "institut", "secretariat", "laboratory", "chamber", "inspectorate", "college", "court", "museum", "directorate-general", "organisation", "organization", "confederation", "board", "ministère")
	headLinks = set("of", "for", "on", "and", "de")
)

// headTail returns the end of the capitals from token i on, joined by small
// words.
func (n *namer) headTail(i, end int) int {
	k := i
	for k < end && k < i+10 {
		t := n.traits[k]
		switch {
		case k > i && (n.gapBefore(k) || n.brokenBefore(k) && t.has(tCaps) != n.traits[k-1].has(tCaps)):
			end = k
			continue
		case t.has(tCap) && !t.has(tNever):
		case t.has(tLower) && (lookup(joiningWords, n.words[k])):
		case n.words[k] == "-" && n.glued(k) && n.glued(k+1), n.words[k] == "&", n.words[k] == "," && n.listGoesOn(k+1, end) && k > i && n.traits[k-1].has(tEnglish):
		default:
			end = k
			continue
		}
		k++
	}
	for k > i && !n.traits[k-1].has(tCap) {
		k--
	}
	return k
}

// headStart goes back from a head over the capitals before it, where they and
// the body fill the line from one sign to the next.
func (n *namer) headStart(i, last int, s *doc.Sentence) int {
	k := i
	for k > s.First && n.traits[k-1].has(tCap) && !n.traits[k-1].has(tNever) {
		k--
	}
	if k < i && i-k <= 3 && (k == s.First || n.traits[k-1].has(tSign)) && (last == s.Last || n.traits[last].has(tSign)) && !lookup(starters, n.words[k]) && n.titleLen(k, i) == 0 {
		return k
	}
	return i
}

// doubt takes back what is named in another way than by a name: storms and
// operations, offices, and persons in capitals, who are organisations.
func (n *namer) doubt(c *cand) {
	if n.noName(c) {
		c.power = 0
		return
	}
	prev := n.word(c.first - 1)
	if c.typ != doc.Place && n.hit(c.first) == nil && (lookup(storms, n.words[c.first]) && c.last-c.first > 1 || lookup(storms, prev) && n.trait(c.first-1).has(tCap)) {
		c.power = 0
		return
	}
	if n.holdsOffice(c) || c.typ == doc.Place && c.last-c.first == 1 && lookup(chambers, n.words[c.first]) {
		c.power = 0
		return
	}
	if c.typ == doc.Person && c.last-c.first == 1 && n.word(c.first-1) == "(" && n.word(c.last) == ")" && n.strongAt(c.first-2, doc.Person) {
		c.typ, c.power = doc.Org, max(c.power, 60) // whom a person stands for
		return
	}
	if c.typ == doc.Person && c.by == byModel && c.title == 0 && n.word(c.first-1) == "of" && n.strongAt(c.first-2, doc.Person) && !n.traits[c.first].has(tGiven) {
		c.typ, c.power = doc.Org, max(c.power, 56) // the analyst Ann Field of Kestrel Mark
	}
	if (c.typ == doc.Person && c.title == 0 || c.typ == doc.Place && c.hit < 0) && c.last-c.first > 1 && lookup(trades, n.words[c.last-1]) && n.traits[c.last-1].has(tCap) {
		c.typ = doc.Org // "Nova Economics"
	}
	if c.typ == doc.Org && c.by != byUser && (prev == "the" || prev == "The" && n.trait(c.first-1).has(tOpens) && n.trait(c.last).has(tLower)) && lookup(waters, n.words[c.last-1]) && (c.last-c.first == 1 || n.hit(c.first) == nil) && (!n.tagAt(c.last).IsNoun() || n.words[c.last-1] != "Amazon") {
		c.typ, c.hit = doc.Place, -1 // "fires in the Amazon"
	}
	if c.typ == doc.Place && c.by == byModel && prev == "of" && lookup(followers, n.word(c.first-2)) && n.hit(c.first) == nil {
		c.typ = doc.Org // "voters of Libre"
	}
	if c.typ == doc.Place && c.by == byModel && c.last-c.first == 1 && prev == "," && n.word(c.last) == "," && lookup(singled, n.word(c.first-2)) && lookup(fated, n.word(c.last+1)) {
		c.typ, c.power = doc.Person, max(c.power, 60) // "one, Supri, had been buried"
	}
	if c.typ == doc.Org && c.by <= byModel && c.last-c.first > 1 && lookup(landforms, n.words[c.last-1]) && n.hitOf(c.first, c.last) < 0 && n.orgCue(c.first, c.last) == 0 {
		c.typ = doc.Place // "Barque Reef"
	}
	if c.typ == doc.Org && n.word(c.first-1) == "of" && lookup(seats, n.word(c.first-2)) && c.last-c.first == 1 {
		c.typ = doc.Place
	}
	if c.typ == doc.Person && n.capitalsOf(c) {
		c.typ = doc.Org
	}
}

var (
	// waters are seas and basins that firms or papers are called after.
	waters = set("atlantic", "pacific", "amazon", "arctic", "mediterranean", "caribbean", "baltic", "aegean", "caspian")
	// followers are those whom a party or a movement has, and hardly a place.
	followers = set("voters", "supporters", "militants", "cadres", "activists", "sympathisers", "sympathizers", "loyalists", "candidates", "partisans", "fighters", "defectors", "shareholders", "customers", "subsidiaries")
	// landforms end names of places and of nothing else.
	landforms = set("reef", "reefs", "cay", "atoll", "shoal", "glacier", "lagoon", "peninsula", "archipelago", "strait", "straits", "desert", "mountains", "valley", "volcano", "fjord", "estuary", "delta", "plateau")
	// singled and fated stand before and behind one of several people.
	singled = set("one", "another", "other", "third", "youngest", "eldest", "oldest", "latter")
	fated   = set("had", "was", "is", "has", "who", "died", "said", "says", "went", "came", "fell", "jumped", "lost", "told")
	// trades end names of firms and are nobody's surname.
	trades    = set("economics", "analytics", "consulting", "consultants", "consultancy", "research", "strategies", "strategy", "advisory", "advisors", "advisers", "ventures", "logistics", "securities", "technologies", "solutions", "therapeutics", "diagnostics", "biosciences", "robotics", "airlines", "airways", "foods", "mining", "minerals", "metals", "petroleum", "energy", "telecom", "associates", "insights", "properties", "investments", "pharma", "biotech", "chemicals", "textiles", "shipping", "beverages", "electronics", "aerospace", "studios", "entertainment", "pictures", "records", "consortium", "credit", "capital", "insurance", "motors", "pharmaceuticals", "software", "cosmetics")
	storms    = set("cyclone", "hurricane", "typhoon", "storm", "operation", "tornado")
	chambers  = set("house", "chamber", "senate", "lords", "commons", "floor")
	roleTails = set("auditor", "coordinator", "co-ordinator", "officer", "director", "manager", "adviser", "advisor", "spokesman", "spokeswoman", "spokesperson", "editor", "correspondent", "fellow", "professor", "engineer", "economist", "analyst", "lecturer", "chairman", "chairwoman", "chairperson", "accountant", "lawyer", "treasurer", "rapporteur", "consultant", "clerk", "counsel", "president", "secretary", "minister", "reporter", "photographer", "superintendent", "inspector")
)

// seats are what a place is: "City of Nokia".
var seats = set("city", "town", "village", "municipality", "province", "county", "district", "commune", "port", "island", "governorate", "prefecture")

// holdsOffice reports whether a candidate is what somebody is: "Shelter
// Coordinator", "Chief Executive".
func (n *namer) holdsOffice(c *cand) bool {
	last := n.words[c.last-1]
	if c.typ == doc.Place && n.hit(c.first) != nil || c.typ == doc.Group || !lookup(roleTails, last) && !(strings.EqualFold(last, "executive") && strings.EqualFold(n.words[c.first], "chief")) {
		return false
	}
	for i := c.first; i < c.last-1; i++ {
		if t := n.traits[i]; !t.any(tEnglish|tCommon|tRole) || t.has(tGiven) || t.has(tOrgHead) && c.typ == doc.Org && i > c.first {
			return false
		}
	}
	return c.last-c.first > 1
}

// capitalsOf reports whether a person is written in capitals in a line that is
// not, and neither titled nor labelled as a speaker.
func (n *namer) capitalsOf(c *cand) bool {
	last := c.last - 1
	if c.title > 0 || len(n.words[last]) < 3 || !n.amongSmall(last) || n.setAt(c.first) == allCaps || n.word(c.last) == ":" || n.views[n.sentenceOf(c.first)].kind == doc.Byline {
		return false
	}
	if last == c.first {
		if len(n.words[last]) < 6 && n.traits[last].has(tCaps) && n.trait(last-1).has(tSign) && n.trait(last+1).has(tSign) && n.trait(last-2).has(tLower) && lookup(announcers, n.words[last-2]) {
			return true // "the lobby, SAMI,"
		}
		if c.model >= 0.5 && len(n.words[last]) > 4 {
			return false // the model knows surnames in capitals
		}
		return n.traits[last].has(tCaps) && !n.traits[last].has(tGiven) && (len(n.words[last]) < 5 || !n.traits[last].has(tSurname)) && (!n.trait(last-1).has(tCap) || n.trait(last-1).has(tEnglish) && n.setAt(last) == titleCase)
	}
	return last == c.first+2 && n.words[last-1] == "-" && n.glued(last) && n.traits[last].has(tCaps) && !n.traits[c.first].any(tCaps|tGiven)
}

// fromRows makes places of the unlisted labels of a table's rows, where most
// others are places.
func (n *namer) fromRows() {
	for t := range n.d.Tables {
		n.rowLabels(&n.d.Tables[t])
	}
}

func (n *namer) rowLabels(t *doc.Table) {
	places, others := 0, 0
	for r := range t.Rows {
		first, last := n.tokensOf(t.Rows[r].Span)
		if first == last || !n.traits[first].has(tCap) || lookup(totals, n.words[first]) {
			continue
		}
		if h := n.hit(first); h != nil && h.Start == first && h.End == last && h.Matches[0].Entry.Kind.Type() == "PLACE" {
			places++
		} else {
			others++
		}
	}
	if places < 2 || others > places {
		return
	}
	for r := range t.Rows {
		n.rowLabel(t.Rows[r].Span)
	}
}

// rowLabel makes a place of an unlisted label of up to three capitalised words.
func (n *namer) rowLabel(cell doc.Span) {
	first, last := n.tokensOf(cell)
	if last == first || last-first > 3 {
		return
	}
	if h := n.hit(first); h != nil {
		if placeLabel(h, first, last) {
			n.cands = append(n.cands, cand{first: first, last: last, typ: doc.Place, power: 90, hit: int(n.hitAt[first]) - 1})
		}
		return
	}
	strange := false
	for i := first; i < last; i++ {
		t := n.traits[i]
		if !t.has(tCap) || t.any(tNever|tCaps|tOrgHead) || lookup(totals, n.words[i]) {
			return
		}
		strange = strange || !t.any(tEnglish)
	}
	if strange {
		n.cands = append(n.cands, cand{first: first, last: last, typ: doc.Place, power: 90, hit: -1})
	}
}

var totals = set("total", "totals", "other", "others", "all", "sum", "average", "mean", "median", "subtotal", "sub-total", "overall", "national", "unknown", "source", "note", "rest", "remaining")

// tokensOf returns the tokens within a span.
func (n *namer) tokensOf(s doc.Span) (first, last int) {
	lo, hi := 0, len(n.d.Tokens)
	for lo < hi {
		if m := (lo + hi) / 2; n.d.Tokens[m].Start < s.Start {
			lo = m + 1
		} else {
			hi = m
		}
	}
	first, last = lo, lo
	for last < len(n.d.Tokens) && n.d.Tokens[last].End <= s.End {
		last++
	}
	return first, last
}

// fromJoined makes places of strange words that "and" joins to a listed town:
// "Sabratha and Garabulli".
func (n *namer) fromJoined() {
	for i := 1; i+1 < len(n.words); i++ {
		if n.words[i] != "and" && n.words[i] != "or" {
			continue
		}
		n.joinedTo(i+1, i-1)
		n.joinedTo(i-1, i+1)
		if n.words[i+1] == "the" && i+2 < len(n.words) { // the Madeira and the Uraricoera
			n.joinedTo(i+2, i-1)
		}
	}
}

func (n *namer) joinedTo(i, listed int) {
	t, h := n.traits[i], n.hit(listed)
	if h == nil || h.Matches[0].Weak || h.Matches[0].Entry.Kind != gazetteer.City && h.Matches[0].Entry.Kind != gazetteer.Region || demonymic(h.Matches[0]) || n.traits[listed].any(tGiven|tSurname) || n.placeCue(h.Start, h.End) == 0 && !n.commaRow(h) {
		return
	}
	if !t.has(tCap) || t.any(tNever|tCaps|tFree|tCommon|tEnglish|tGiven|tSurname|tOrgHead|tInitial) || n.hit(i) != nil || n.trait(i-1).has(tCap) || n.trait(i+1).has(tCap) || n.personCue(i, i+1) > 0 || n.orgCue(i, i+1) > 0 {
		return
	}
	n.cands = append(n.cands, cand{first: i, last: i + 1, typ: doc.Place, power: 56, hit: -1})
}

// commaRow reports whether a hit goes on a row of places.
func (n *namer) commaRow(h *gazetteer.Hit) bool {
	k := n.hit(h.Start - 2)
	return n.word(h.Start-1) == "," && k != nil && k.Matches[0].Entry.Kind.Type() == "PLACE"
}

// demonymic reports whether a match is of the name of a people, not of its land.
func demonymic(m gazetteer.Match) bool {
	return m.Alias == gazetteer.DemonymNoun || m.Alias == gazetteer.DemonymAdj
}

// fromBynames makes persons of a given name and a byname: "Carlos the Jackal".
func (n *namer) fromBynames() {
	for i := 1; i+1 < len(n.words); i++ {
		if n.words[i] != "the" || !n.traits[i-1].has(tGiven) || !n.traits[i+1].has(tCap) || n.traits[i+1].any(tNever|tCaps) || n.traits[i-1].any(tEnglish|tCommon) || lookup(members, n.words[i+1]) {
			continue
		}
		if next := n.tagAt(i + 2); next.IsNoun() || next.IsAdjective() || n.trait(i+2).has(tCap) || n.word(i+2) == "of" || n.sentenceOf(i-1) != n.sentenceOf(i+1) || n.trait(i-2).has(tCap) {
			continue
		}
		n.cands = append(n.cands, cand{first: i - 1, last: i + 2, typ: doc.Person, power: 92, hit: -1})
	}
}
