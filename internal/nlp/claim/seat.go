package claim

import (
	"strings"

	"analyze/internal/doc"
	"analyze/internal/nlp/gazetteer"
)

// readSeat finds the place in the home of the document that it is about: the one that
// its title names and its text again.
func (r *reader) readSeat() site {
	seat, land := site{referent: -1}, site{referent: -1}
	if namesAny(r.d.Slice(r.d.Meta.TitleSpan), venueWords) {
		return seat
	}
	for _, i := range r.mentionsIn(r.d.Meta.TitleSpan) {
		men := &r.d.Mentions[i]
		if men.Type != doc.Place || men.Form == doc.Adjective || i >= len(r.d.ReferentOf) || r.d.ReferentOf[i] < 0 {
			continue
		}
		ref := &r.d.Referents[r.d.ReferentOf[i]]
		switch {
		case ref.Subtype == "country":
			if land.name != "" && land.name != ref.Name {
				return site{referent: -1}
			}
			land = site{name: ref.Name, country: ref.Country, referent: r.d.ReferentOf[i]}
		case ref.Key != "" && ref.Country == "" || ref.Name == seat.name:
		case seat.name != "":
			return site{referent: -1} // one of several
		default:
			seat = site{name: ref.Name, key: ref.Key, country: ref.Country, subtype: ref.Subtype, referent: r.d.ReferentOf[i]}
		}
	}
	if seat.name == "" && r.titledNoun() {
		return r.seatOfBody()
	}
	if seat.name == "" && land.name == "" {
		seat = r.seatOfLead()
		r.seatTold = seat.name != ""
		return seat
	}
	if seat.name == "" || seat.country != "" && r.home.country != "" && seat.country != r.home.country {
		return site{referent: -1}
	}
	body := 0
	for _, m := range r.d.Referents[seat.referent].Mentions {
		if b := r.d.BlockAt(r.d.Mentions[m].Start); blockKind(r.d, b) != doc.Title && r.d.Mentions[m].Form != doc.Adjective {
			body++
		}
	}
	if body == 0 && !r.titledNoun() || r.water(seat.referent) {
		return site{referent: -1}
	}
	if !r.home.known() && land.name != "" {
		r.home = home{country: land.country, place: doc.ClaimPlace{Name: land.name, Referent: land.referent, Role: doc.Location}}
	}
	return seat
}

// maxLocal bounds a report of one town, in bytes, and localSigns is how many words of such a
// one it must have.
const (
	maxLocal   = 9_000
	localSigns = 2
	minNamed   = 3 // a place that is named more often, and more than all others, needs none
)

// localWords are of a town, spoken of as the one that everybody knows.
var localWords = wordSet("council councillors councillor councilman councilwoman councilmembers mayor townspeople townsfolk villagers residents locals parish neighbourhood neighborhood aldermen alderman")

// seatOfLead gives the town that a local report is about, which names it in its first
// sentence or its dateline and speaks of it as "the town" or of its council: no other
// place stands there or is named more often.
func (r *reader) seatOfLead() site {
	none := site{referent: -1}
	if len(r.d.Text) > maxFocus || r.opened == 0 {
		return none
	}
	seat, named := none, map[int]int{}
	for i := range r.d.Mentions {
		men := &r.d.Mentions[i]
		if men.Type != doc.Place || men.Form == doc.Adjective || i >= len(r.d.ReferentOf) || r.d.ReferentOf[i] < 0 || men.Sentence < 0 || blockKind(r.d, r.d.Sentences[men.Sentence].Block) != doc.Body {
			continue
		}
		k := r.d.ReferentOf[i]
		ref := &r.d.Referents[k]
		named[k]++
		if seat.name == "" && men.Sentence <= r.opened && (ref.Subtype == "city" || ref.Subtype != "country" && ref.Country != "" && ref.Subtype != "region" || ref.Key == "" && ref.Country == "" && !r.water(k)) {
			seat = site{name: ref.Name, key: ref.Key, country: ref.Country, subtype: ref.Subtype, referent: k}
		} else if seat.name == "" && ref.Subtype == "country" {
			return none
		}
	}
	if seat.name == "" {
		return none
	}
	all := 0
	for k, n := range named {
		if n > named[seat.referent] && k != seat.referent {
			return none
		}
		all += n
	}
	if n := named[seat.referent]; seat.key != "" && n > minNamed && 2*n > all && !r.ofPerson() || len(r.d.Text) <= maxLocal && r.localSigns() >= localSigns {
		return seat
	}
	return none
}

// water reports whether the name of referent k is that of a water or a mountain.
func (r *reader) water(k int) bool {
	f := strings.Fields(strings.ToLower(r.d.Referents[k].Name))
	return len(f) == 0 || natural[f[0]] || natural[f[len(f)-1]]
}

// localSigns counts the words by which the text speaks of a town as the one that
// everybody knows.
func (r *reader) localSigns() (n int) {
	the := false
	for i := range r.d.Tokens {
		w := strings.ToLower(r.d.Word(i))
		if c := placeNouns[w]; localWords[w] || the && (c == townNoun || c == regionNoun || c == islandNoun) {
			n++
		}
		the = w == "the" || w == "this" || w == "our"
	}
	return n
}

// seatOfBody gives the place of a body that the title names: "City of Leeds", "Port of
// Tema".
func (r *reader) seatOfBody() site {
	for _, i := range r.mentionsIn(r.d.Meta.TitleSpan) {
		men := &r.d.Mentions[i]
		noun, place, found := strings.Cut(r.d.Text[men.Start:men.End], " of ")
		if men.Type != doc.Org || !found || placeNouns[strings.ToLower(noun)] == 0 {
			continue
		}
		for _, m := range gazetteer.Default().Lookup(place) {
			if e := m.Entry; e.Kind.Subtype() == "city" || e.Kind.Subtype() == "region" {
				return site{name: e.Name, key: e.ID, country: e.Country, subtype: e.Kind.Subtype(), referent: -1}
			}
		}
		return site{name: place, referent: -1}
	}
	return site{referent: -1}
}

// venueWords in a title or heading tell that the place it names is where people met.
var venueWords = wordSet("court tribunal meeting minutes hearing conference summit talks speech address remarks statement committee workshop seminar interview session")

// titledNoun reports whether the title calls its place by a noun that the text goes on with:
// "Port of Tema" and "the port".
func (r *reader) titledNoun() bool {
	low := ""
	for _, w := range wordsOf(r.d.Slice(r.d.Meta.TitleSpan)) {
		if c := placeNouns[w]; c == 0 || c == landNoun || c == stateNoun {
			continue
		}
		if low == "" {
			low = strings.ToLower(r.d.Text[:min(len(r.d.Text), maxFocus)])
		}
		if strings.Contains(low, "the "+w+" ") {
			return true
		}
	}
	return false
}

// natural are the first words of names of waters and mountains: things are beside them.
var natural = wordSet("lake river mount mt gulf bay strait sea cape ocean creek valley mountains basin canyon forest")
