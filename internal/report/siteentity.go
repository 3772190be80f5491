package report

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"analyze/internal/doc"
	"analyze/internal/text"
)

// An entityView is what the page of an actor or place shows.
type entityView struct {
	*doc.Entity
	Place           bool
	Kind, Lede      string
	Written         []string
	Where           []docPlaces
	MoreWhere       int
	Beside          []barRow
	Links           []linkRow
	Parts           []entityRow
	By, Of          []ledgerRow
	NBy, NOf        int
	First, Rest     []context
	MoreMentions    int
	Roles           []string
	Point, DoubtWhy string
	Years, Spoken   *yearChart
	Map             *locator
	Titles          []string // with how many documents set them beside the name
	Quotes          []quoteRow
}

// docPlaces is where in one document an entity stands, in thousandths.
type docPlaces struct {
	Title, Href string
	At          []int
	Times       int
}

// A quoteRow is a sentence that quotes, and names the actor.
type quoteRow struct{ Words, Href, Title string }

// A linkRow is a tie to another entity, with the words that say so.
type linkRow struct{ Relation, Name, Href, Words, SayHref, Title string }

// A neighbour is an entity that stands in the same sentences.
type neighbour struct {
	Entity int32
	N      int32
}

// besideShown is how many neighbours the page of an entity names.
const besideShown = 10

// neighbours finds for each entity those in most sentences with it.
func (s *site) neighbours() {
	all := make([][]neighbour, len(s.seen))
	for k, n := range s.pairs {
		all[k[0]] = append(all[k[0]], neighbour{k[1], n})
		all[k[1]] = append(all[k[1]], neighbour{k[0], n})
	}
	for i, list := range all {
		slices.SortFunc(list, func(a, b neighbour) int {
			return cmp.Or(int(b.N-a.N), strings.Compare(s.c.Entities[a.Entity].ID, s.c.Entities[b.Entity].ID))
		})
		s.seen[i].beside = slices.Clone(list[:min(besideShown, len(list))])
	}
}

// entityPages writes the pages of actors and places. One is made of the entity
// itself, the documents that name it, its neighbours, and for a country its
// parts.
func (s *site) entityPages() error {
	parts := s.partsOfCountries()
	return inOrder(len(s.c.Entities), func(i int) (madePage, error) {
		e := &s.c.Entities[i]
		section := "Actors"
		if e.Type == doc.Place {
			section = "Places"
		}
		of := []any{e, parts[e.ID]}
		for _, in := range s.seen[i].In {
			of = append(of, s.cache.now.Documents[in.Document].Key, s.c.Cards[in.Document].Meta.Date)
		}
		for _, n := range s.seen[i].beside {
			o := &s.c.Entities[n.Entity]
			of = append(of, n.N, o.ID, o.Name, o.Type)
		}
		for _, l := range e.Links {
			if o := s.entities[l.Entity]; o != nil {
				of = append(of, o.Name, o.Type)
			}
		}
		return s.made(s.entityFile(e), of, func() (string, string, string, any, error) {
			v, err := s.entityView(i, parts[e.ID])
			return "entity", section, text.Clean(e.Name), v, err
		})
	}, func(i int, made madePage) error {
		s.cache.now.Pages[s.entityFile(&s.c.Entities[i])] = made
		return nil
	})
}

// partsOfCountries lists the places in each country, most named first.
func (s *site) partsOfCountries() map[string][]entityRow {
	const shown = 60
	country := map[string]string{} // code → id
	for _, e := range byMentions(s.c) {
		if e.Type == doc.Place && e.Subtype == "country" && e.Country != "" && country[e.Country] == "" {
			country[e.Country] = e.ID
		}
	}
	parts := map[string][]entityRow{}
	for _, e := range byMentions(s.c) {
		if id := country[e.Country]; e.Type == doc.Place && id != "" && id != e.ID && e.Mentions > 0 && len(parts[id]) < shown {
			parts[id] = append(parts[id], s.entityRowOf(e))
		}
	}
	return parts
}

func (s *site) entityView(i int, parts []entityRow) (*entityView, error) {
	e, x := &s.c.Entities[i], &s.seen[i]
	v := &entityView{Entity: e, Place: e.Type == doc.Place, Kind: kindOf(e), DoubtWhy: e.Doubt, Parts: parts, NBy: x.By, NOf: x.Of, Roles: rolesOf(e)}
	v.Lede, v.Written = s.lede(v)
	if e.HasPoint {
		v.Point = degrees(e.Lat, "N", "S") + ", " + degrees(e.Lon, "E", "W")
	}
	v.Map = locatorOf(e)
	ties := map[string]tie{}
	if err := s.gather(v, x, ties); err != nil {
		return nil, err
	}
	s.beside(v, x)
	s.ties(v, e, ties)
	v.Years, v.Spoken = s.overYears(x), figureYears(v.By, v.Of)
	return v, nil
}

// gather reads the pieces of an entity: mentions and figures in the order of
// the documents, until there are enough; places in those that name it most.
func (s *site) gather(v *entityView, x *seen, ties map[string]tie) error {
	const documents = 100
	order := make([]int, len(x.In))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return int(x.In[b].Times - x.In[a].Times) })
	strip := map[int]bool{}
	for _, i := range order[:min(documents, len(order))] {
		strip[i] = true
	}
	v.MoreWhere = max(0, len(order)-documents)
	const sayings = 24
	var all []context
	titles := map[string]int{}
	defer func() { v.Titles = titlesOf(titles) }()
	for i, in := range x.In {
		if !strip[i] && len(all) >= most && len(v.Quotes) >= sayings && len(v.By) >= min(most, x.By) && len(v.Of) >= min(most, x.Of) {
			continue
		}
		p, err := s.cache.piece(in.At, int(in.Len))
		if err != nil {
			return err
		}
		card := &s.c.Cards[in.Document]
		href := s.docFile(card.ID)
		if strip[i] {
			v.Where = append(v.Where, docPlaces{title(card.Meta, card.ID), href, p.At, int(in.Times)})
		}
		for _, c := range p.Contexts[:min(len(p.Contexts), most-len(all))] {
			c.Href = href + "#" + c.Anchor
			all = append(all, c)
		}
		v.By, v.Of = upTo(v.By, p.By), upTo(v.Of, p.Of)
		for _, q := range p.Quotes[:min(len(p.Quotes), sayings-len(v.Quotes))] {
			v.Quotes = append(v.Quotes, quoteRow{q.Words, href + "#" + q.Anchor, title(card.Meta, card.ID)})
		}
		slices.Sort(p.Titles)
		for _, t := range slices.Compact(p.Titles) {
			titles[text.Clean(t)]++
		}
		for _, t := range p.Ties {
			ties[tieKey(card.ID, t.Span)] = t
		}
		v.MoreMentions += int(in.Times)
	}
	v.MoreMentions -= len(all)
	slices.SortStableFunc(v.Where, func(a, b docPlaces) int { return b.Times - a.Times })
	const first = 24
	v.First, v.Rest = all[:min(first, len(all))], all[min(first, len(all)):]
	return nil
}

// titlesOf lists titles, those of most documents first.
func titlesOf(count map[string]int) []string {
	const shown = 8
	list := slices.SortedFunc(maps.Keys(count), func(a, b string) int { return cmp.Or(count[b]-count[a], strings.Compare(a, b)) })
	return list[:min(shown, len(list))]
}

func upTo(rows, more []ledgerRow) []ledgerRow {
	return append(rows, more[:min(len(more), most-len(rows))]...)
}

func tieKey(id string, s doc.Span) string {
	return id + "#" + strconv.Itoa(s.Start) + "-" + strconv.Itoa(s.End)
}

// lede says in a sentence how often an entity is named and as what, and lists
// its other forms.
func (s *site) lede(v *entityView) (lede string, written []string) {
	e, most := v.Entity, ""
	for _, a := range e.Aliases {
		if a.Form == doc.Adjective {
			continue
		}
		if most == "" {
			most = text.Clean(a.Text)
		}
		if a.Text != e.Name {
			written = append(written, fmt.Sprintf("%s (%s)", text.Clean(a.Text), group(strconv.Itoa(a.Count))))
		}
	}
	if e.MentionsAll == 0 {
		return "Named only by an adjective, which counts as no mention.", written
	}
	lede = fmt.Sprintf("Named %s in %s", plural(e.Mentions, "time", "times"), plural(len(e.Documents), "document", "documents"))
	if e.Mentions == 0 {
		lede = fmt.Sprintf("Named %s, in passages that repeat others only", plural(e.MentionsAll, "time", "times"))
	}
	if more := e.MentionsAll - e.Mentions; more > 0 && e.Mentions > 0 {
		lede += fmt.Sprintf(" (%s more in passages that repeat others)", times(more))
	}
	if most != "" && most != e.Name {
		lede += ", most often as “" + most + "”"
	}
	lede += "."
	if v.NBy > 0 {
		lede += fmt.Sprintf(" Source of %s.", plural(v.NBy, "figure", "figures"))
	}
	if v.NOf > 0 {
		lede += fmt.Sprintf(" %s about it.", plural(v.NOf, "figure is", "figures are"))
	}
	return lede, written
}

func rolesOf(e *doc.Entity) []string {
	count := map[string]int{}
	for _, roles := range e.Roles {
		for _, r := range roles {
			count[r]++
		}
	}
	var out []string
	for r, n := range count {
		out = append(out, fmt.Sprintf("%s in %s", text.Clean(r), plural(n, "document", "documents")))
	}
	slices.Sort(out)
	return out
}

func kindOf(e *doc.Entity) string {
	if e.Subtype != "" && e.Subtype != "other" {
		return e.Subtype
	}
	return map[doc.MentionType]string{doc.Person: "person", doc.Org: "organisation", doc.Group: "group", doc.Place: "place"}[e.Type]
}

func (s *site) beside(v *entityView, x *seen) {
	for _, n := range x.beside {
		o := &s.c.Entities[n.Entity]
		v.Beside = append(v.Beside, barRow{Name: o.Name, Href: s.entityFile(o), N: int(n.N), Width: max(2, int(n.N)*70/int(x.beside[0].N))})
	}
}

// ties lists the relations of an entity with the words that state them.
func (s *site) ties(v *entityView, e *doc.Entity, found map[string]tie) {
	for _, l := range e.Links {
		o := s.entities[l.Entity]
		if o == nil {
			continue
		}
		r := linkRow{Relation: strings.ReplaceAll(l.Relation, "_", " "), Name: o.Name, Href: s.entityFile(o)}
		if card := s.cards[l.Doc]; card != nil {
			r.Title, r.SayHref = title(card.Meta, l.Doc), s.docFile(l.Doc)
			if t, ok := found[tieKey(l.Doc, l.Span)]; ok {
				r.Words, r.SayHref = t.Words, t.Href
			}
		}
		v.Links = append(v.Links, r)
	}
}
