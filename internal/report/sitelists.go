package report

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"analyze/internal/doc"
	"analyze/internal/text"
)

// A ledgerPage is one page of the ledger.
type ledgerPage struct {
	Rows         []ledgerRow
	No, Pages    int
	Total        int
	Links        []contextLink
	Kinds, Bound []option
	Docs         []option
}

type option struct {
	Value, Words string
	N            int
}

func (s *site) addRow(r ledgerRow) error {
	if len(s.rows) == ledgerRows {
		if err := s.putLedger(); err != nil {
			return err
		}
	}
	s.rows = append(s.rows, r)
	return nil
}

// putLedger writes the page of the ledger that was filled.
func (s *site) putLedger() error {
	p := ledgerPage{Rows: s.rows, No: s.ledgerNo + 1, Pages: ledgerPages(s.c), Total: totalClaims(s.c)}
	p.Kinds = options(s.rows, func(r *ledgerRow) (string, string) { return r.Kind, r.Kind })
	p.Bound = options(s.rows, func(r *ledgerRow) (string, string) { return r.Bound, r.BoundWord })
	p.Docs = options(s.rows, func(r *ledgerRow) (string, string) { return r.Doc, r.DocTitle })
	for i := range p.Pages {
		l := contextLink{Words: strconv.Itoa(i + 1)}
		if i != s.ledgerNo {
			l.Href = "../" + ledgerFile(i)
		}
		p.Links = append(p.Links, l)
	}
	err := s.put(ledgerFile(s.ledgerNo), "figures", "Figures", "Every figure, with who says it", p)
	s.ledgerNo++
	s.rows = s.rows[:0]
	return err
}

func options(rows []ledgerRow, key func(*ledgerRow) (string, string)) []option {
	at := map[string]int{}
	var list []option
	for i := range rows {
		v, w := key(&rows[i])
		if _, ok := at[v]; !ok {
			at[v] = len(list)
			list = append(list, option{Value: v, Words: w})
		}
		list[at[v]].N++
	}
	slices.SortStableFunc(list, func(a, b option) int { return cmp.Or(b.N-a.N, strings.Compare(a.Value, b.Value)) })
	return list
}

// An entityView is what the page of an actor or place shows.
type entityView struct {
	*doc.Entity
	Place           bool
	Kind, Lede      string
	Written         []string
	Where           []docPlaces
	Beside          []barRow
	Links           []linkRow
	By, Of          []ledgerRow
	First, Rest     []context
	MoreMentions    int
	Roles           []string
	Point, DoubtWhy string
}

type linkRow struct{ Relation, Name, Href, Words, SayHref string }

func (s *site) entityPage(e *doc.Entity) error {
	x := s.seen[e.ID]
	v := &entityView{Entity: e, Place: e.Type == doc.Place, Kind: kindOf(e), By: x.By, Of: x.Of, Where: x.Where, DoubtWhy: e.Doubt}
	section := "Actors"
	if v.Place {
		section = "Places"
	}
	most := ""
	for _, a := range e.Aliases {
		if a.Form == doc.Adjective {
			continue
		}
		if most == "" {
			most = a.Text
		}
		if a.Text != e.Name {
			v.Written = append(v.Written, fmt.Sprintf("%s (%s)", a.Text, group(strconv.Itoa(a.Count))))
		}
	}
	v.Lede = fmt.Sprintf("Named %s in %s", plural(e.Mentions, "time", "times"), plural(len(e.Documents), "document", "documents"))
	if most != "" && most != e.Name {
		v.Lede += ", most often as “" + most + "”"
	}
	v.Lede += "."
	if !v.Place {
		v.Lede += fmt.Sprintf(" Source of %s.", plural(len(x.By), "figure", "figures"))
	}
	if e.HasPoint {
		v.Point = point(e.Lat, e.Lon)
	}
	v.Roles = rolesOf(e)
	slices.SortStableFunc(v.Where, func(a, b docPlaces) int { return b.Times - a.Times })
	v.Where = v.Where[:min(len(v.Where), 100)]
	v.First, v.Rest = x.Contexts[:min(24, len(x.Contexts))], x.Contexts[min(24, len(x.Contexts)):]
	s.beside(v, x)
	s.ties(v, e)
	return s.put(entityFile(e), "entity", section, e.Name, v)
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
		out = append(out, fmt.Sprintf("%s in %s", r, plural(n, "document", "documents")))
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
	type pair struct {
		id string
		n  int
	}
	var list []pair
	for id, n := range x.beside {
		list = append(list, pair{id, n})
	}
	slices.SortFunc(list, func(a, b pair) int { return cmp.Or(b.n-a.n, strings.Compare(a.id, b.id)) })
	for _, p := range list[:min(10, len(list))] {
		e := s.entities[p.id]
		v.Beside = append(v.Beside, barRow{Name: e.Name, Href: "../" + entityFile(e), N: p.n, Width: max(2, p.n*70/list[0].n)})
	}
}

func (s *site) ties(v *entityView, e *doc.Entity) {
	for _, l := range e.Links {
		o := s.entities[l.Entity]
		if o == nil {
			continue
		}
		r := linkRow{strings.ReplaceAll(l.Relation, "_", " "), o.Name, "../" + entityFile(o), "", ""}
		if card := s.cards[l.Doc]; card != nil {
			r.Words, r.SayHref = title(card.Meta, l.Doc), "../"+docFile(l.Doc)
		}
		v.Links = append(v.Links, r)
	}
}

// An entityRow is a line of a list of actors or places.
type entityRow struct {
	Name, Href, Kind, Country, Doubt, Point string
	Documents, Mentions                     int
}

func (s *site) entityRows(place bool, root string) []entityRow {
	var rows []entityRow
	for _, e := range byMentions(s.c) {
		if (e.Type == doc.Place) != place || e.MentionsAll == 0 {
			continue
		}
		r := entityRow{Name: e.Name, Href: root + entityFile(e), Kind: kindOf(e), Country: e.Country, Doubt: e.Doubt, Documents: len(e.Documents), Mentions: e.Mentions}
		if e.HasPoint {
			r.Point = point(e.Lat, e.Lon)
		}
		rows = append(rows, r)
	}
	return rows
}

// A docRow is a line of the list of documents.
type docRow struct {
	Title, Href, ID, By, Date string
	Words, Figures            int
	Problems                  int
}

func (s *site) docRows(root string) []docRow {
	var rows []docRow
	for _, c := range s.c.Cards {
		r := docRow{Title: title(c.Meta, c.ID), Href: root + docFile(c.ID), ID: c.ID, By: strings.Join(c.Meta.Authors, ", "), Words: c.Meta.Words, Figures: c.Claims, Problems: len(c.Problems)}
		if c.Meta.Date != "" {
			r.Date = when(c.Meta.Date)
		}
		rows = append(rows, r)
	}
	return rows
}

// lists writes the lists of documents, actors, places and threads.
func (s *site) lists() error {
	return cmp.Or(
		s.put("documents/index.html", "documents", "Documents", "Documents", s.docRows("../")),
		s.put("actors/index.html", "entities", "Actors", "Who acts", s.entityRows(false, "../")),
		s.put("places/index.html", "entities", "Places", "Where", s.entityRows(true, "../")),
		s.put("threads/index.html", "threads", "Threads", "The same figure, told by several", s.sortedThreads()),
	)
}

// An overviewView is what the first page shows.
type overviewView struct {
	Lede              string
	Facts             []fact
	Threads           []*threadView
	AllThreads        int
	Actors, Places    []barRow
	NActors, NPlaces  int
	Documents         []docRow
	Failures          []doc.Failure
	News              []string
	Conflicts, Claims int
}

type fact struct {
	Words, Href string
	N           int
}

func (s *site) overview() error {
	v := &overviewView{Threads: s.sortedThreads(), AllThreads: len(s.c.Threads), Documents: s.docRows(""), Failures: s.c.Failures, Claims: totalClaims(s.c)}
	for _, t := range v.Threads {
		if t.Relation == "conflict" {
			v.Conflicts++
		}
	}
	v.Threads = v.Threads[:min(8, len(v.Threads))]
	v.Actors, v.NActors = s.bars(false)
	v.Places, v.NPlaces = s.bars(true)
	v.Facts = []fact{
		{"documents", "documents/index.html", len(s.c.Cards)}, {"actors", "actors/index.html", v.NActors}, {"places", "places/index.html", v.NPlaces},
		{"figures", "figures/index.html", v.Claims}, {"threads", "threads/index.html", v.AllThreads},
	}
	if len(v.Failures) > 0 {
		v.Facts = append(v.Facts, fact{"not readable", "#problems", len(v.Failures)})
	}
	v.Lede = fmt.Sprintf("They state %s; of %s told by more than one source, %s.", plural(v.Claims, "figure", "figures"), plural(v.AllThreads, "figure", "figures"), disagree(v.Conflicts))
	v.News = newsLines(s.c.News)
	head := plural(len(s.c.Cards), "document", "documents")
	if span := s.years(); span != "" {
		head += ", " + span
	}
	return s.put("index.html", "overview", "Overview", head, v)
}

func disagree(n int) string {
	if n == 0 {
		return "none is in conflict"
	}
	return group(strconv.Itoa(n)) + " cannot all be right"
}

// years is the span of the documents' own dates.
func (s *site) years() string {
	lo, hi := "", ""
	for _, c := range s.c.Cards {
		if len(c.Meta.Date) < 4 {
			continue
		}
		y := c.Meta.Date[:4]
		if lo == "" || y < lo {
			lo = y
		}
		hi = max(hi, y)
	}
	if lo == hi {
		return lo
	}
	return lo + " to " + hi
}

func newsLines(n *doc.News) []string {
	if n == nil {
		return nil
	}
	var out []string
	add := func(what string, ids []string) {
		if len(ids) > 0 {
			out = append(out, what+": "+text.Clean(strings.Join(ids[:min(len(ids), 12)], ", "))+more(len(ids)-12))
		}
	}
	add("New documents", n.New)
	add("Changed documents", n.Changed)
	add("Documents no longer there", n.Gone)
	add("New actors and places", n.Entities)
	add("Threads that are new or have a new verdict", n.Threads)
	if n.Claims > 0 {
		out = append(out, plural(n.Claims, "new figure", "new figures"))
	}
	return out
}

func (s *site) bars(place bool) ([]barRow, int) {
	rows := s.entityRows(place, "")
	var out []barRow
	for _, r := range rows[:min(8, len(rows))] {
		out = append(out, barRow{Name: r.Name, Href: r.Href, Doubt: r.Doubt, N: r.Documents, Width: max(2, r.Documents*70/max(1, len(s.c.Cards)))})
	}
	return out, len(rows)
}

// searchPage writes the page that searches names, topics and titles, and its
// data as a script.
func (s *site) searchPage() error {
	for _, e := range byMentions(s.c) {
		var forms []string
		for _, a := range e.Aliases {
			if a.Text != e.Name {
				forms = append(forms, a.Text)
			}
		}
		s.search = append(s.search, searchEntry{kindOf(e), e.Name, entityFile(e), strings.Join(forms, ", ")})
	}
	for i := range s.c.Threads {
		t := &s.c.Threads[i]
		s.search = append(s.search, searchEntry{"thread", t.Topic, threadFile(t.ID), t.Reason})
	}
	b, err := json.Marshal(s.search)
	if err != nil {
		return err
	}
	return cmp.Or(
		s.f.Put("assets/search-00.js", append(append([]byte("var SEARCH="), b...), ";\n"...)),
		s.put("search.html", "search", "Search", "Search these pages", nil),
	)
}

// timeline writes the dated documents and figures in order.
func (s *site) timeline() error {
	rows := slices.Clone(s.dated)
	slices.SortStableFunc(rows, func(a, b datedRow) int { return strings.Compare(a.When, b.When) })
	undated := len(s.c.Cards) - len(rows)
	for i := range rows {
		rows[i].More, rows[i].When = rows[i].When, when(rows[i].When)
	}
	return s.put("timeline.html", "timeline", "Timeline", "When the documents were published", struct {
		Rows    []datedRow
		Undated int
	}{rows, undated})
}

// A tieRow is a pair named in one sentence.
type tieRow struct {
	A, B, AHref, BHref string
	N                  int
}

// network writes the pairs that are named in the same sentences most often.
func (s *site) network() error {
	var rows []tieRow
	for i := range s.c.Entities {
		a := &s.c.Entities[i]
		for id, n := range s.seen[a.ID].beside {
			if b := s.entities[id]; a.ID < id && b != nil && n > 1 {
				rows = append(rows, tieRow{a.Name, b.Name, entityFile(a), entityFile(b), n})
			}
		}
	}
	slices.SortFunc(rows, func(a, b tieRow) int {
		return cmp.Or(b.N-a.N, strings.Compare(a.AHref, b.AHref), strings.Compare(a.BHref, b.BHref))
	})
	return s.put("network.html", "network", "Network", "Who is named with whom", rows[:min(len(rows), 200)])
}
