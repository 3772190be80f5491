package report

import (
	"cmp"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"analyze/internal/doc"
)

// listRows is how many lines a page of a list has.
const listRows = 1000

// A listPage is one page of a list.
type listPage struct {
	Rows  any
	Total int
	Links []contextLink
}

// putList writes a list in pages.
func putList[T any](s *site, folder, tmpl, section, title string, rows []T) error {
	n := listPages(len(rows))
	for i := range n {
		p := listPage{Rows: rows[i*listRows : min(len(rows), (i+1)*listRows)], Total: len(rows)}
		p.Links = pager(n, i, func(i int) string { return "../" + listFile(folder, i) })
		if err := s.page(listFile(folder, i), tmpl, section, title, p); err != nil {
			return err
		}
	}
	return nil
}

// An entityRow is a line of a list of actors or places.
type entityRow struct {
	Name, Href, Kind, Country, Doubt, Point string
	Documents, Mentions                     int
}

func (s *site) entityRows(place bool) []entityRow {
	var rows []entityRow
	for _, e := range byMentions(s.c) {
		if e.Type.IsActor() && !place || e.Type == doc.Place && place {
			rows = append(rows, s.entityRowOf(e))
		}
	}
	return rows
}

func (s *site) entityRowOf(e *doc.Entity) entityRow {
	r := entityRow{Name: e.Name, Href: s.entityFile(e), Kind: kindOf(e), Country: e.Country, Doubt: e.Doubt, Documents: len(e.Documents), Mentions: e.Mentions}
	if e.HasPoint {
		r.Point = point(e.Lat, e.Lon)
	}
	return r
}

// A docRow is a line of the list of documents.
type docRow struct {
	Title, Href, ID, By, Date string
	Words, Figures            int
	Problems                  int
}

// overviewRows is how many documents and failures the overview lists.
const overviewRows = 40

// docRows lists the first most documents.
func (s *site) docRows(most int) []docRow {
	var rows []docRow
	for _, c := range s.c.Cards[:min(most, len(s.c.Cards))] {
		r := docRow{Title: title(c.Meta, c.ID), Href: s.docFile(c.ID), ID: c.ID, By: strings.Join(c.Meta.Authors, ", "), Words: c.Meta.Words, Figures: c.Claims, Problems: len(c.Problems)}
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
		putList(s, "documents", "documents", "Documents", "Documents", s.docRows(len(s.c.Cards))),
		putList(s, "actors", "entities", "Actors", "Who acts", s.entityRows(false)),
		putList(s, "places", "entities", "Places", "Where", s.entityRows(true)),
		putList(s, "threads", "threads", "Threads", "The same figure, told by several", s.sortedThreads()),
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
	AllDocuments      int
	Failures          []doc.Failure
	MoreFailures      int
	Since             *Since
	When              *yearChart
	Conflicts, Claims int
}

type fact struct {
	Words, Href string
	N           int
}

func (s *site) overview() error {
	v := &overviewView{Threads: s.sortedThreads(), AllThreads: len(s.c.Threads), Documents: s.docRows(overviewRows), Failures: s.c.Failures, Claims: totalClaims(s.c)}
	v.AllDocuments, v.MoreFailures = len(s.c.Cards), max(0, len(v.Failures)-overviewRows)
	v.Failures = v.Failures[:min(overviewRows, len(v.Failures))]
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
		v.Facts = append(v.Facts, fact{"not readable", "#problems", len(s.c.Failures)})
	}
	v.Lede = s.summary(v)
	v.When = chartOf(s.times.figures, false, "Figures by the time they speak of", "A period counts in the year it ends.")
	v.Since = SinceLast(s.c)
	head := plural(len(s.c.Cards), "document", "documents")
	if span, dated := s.years(); span != "" && 2*dated >= len(s.c.Cards) {
		head += ", " + span
	} else if span != "" {
		v.Lede += fmt.Sprintf(" %s a date: %s.", plural(dated, "document gives", "documents give"), span)
	}
	if !v.Since.None() {
		without := *v
		without.Since = &Since{}
		b, err := render("index.html", "overview", "Overview", head, &without)
		if err != nil {
			return err
		}
		s.f.last("index.html", b)
	}
	return s.page("index.html", "overview", "Overview", head, v)
}

// summary says what the documents state, and where that cannot all be right.
func (s *site) summary(v *overviewView) string {
	lede := "They state " + plural(v.Claims, "figure", "figures") + "."
	switch {
	case v.AllThreads == 0:
		return lede
	case v.Conflicts == 0:
		return lede + fmt.Sprintf(" %s told more than once, none of them in conflict.", plural(v.AllThreads, "is", "are"))
	}
	return lede + fmt.Sprintf(" %s told more than once; in %s of them not all that is said can be right.", plural(v.AllThreads, "is", "are"), group(strconv.Itoa(v.Conflicts)))
}

// years is the span of the documents' own dates, and how many give one.
func (s *site) years() (span string, dated int) {
	lo, hi := "", ""
	for _, c := range s.c.Cards {
		if len(c.Meta.Date) < 4 {
			continue
		}
		dated++
		y := c.Meta.Date[:4]
		if lo == "" || y < lo {
			lo = y
		}
		hi = max(hi, y)
	}
	if lo == hi {
		return lo, dated
	}
	return lo + " to " + hi, dated
}

func (s *site) bars(place bool) ([]barRow, int) {
	rows := s.entityRows(place)
	var out []barRow
	for _, r := range rows[:min(8, len(rows))] {
		out = append(out, barRow{Name: r.Name, Href: r.Href, Doubt: r.Doubt, N: r.Documents, Width: max(2, r.Documents*70/max(1, len(s.c.Cards)))})
	}
	return out, len(rows)
}

type searchEntry struct{ Kind, Words, Href, More string }

// searchPage writes the page that searches names, topics and titles, and its
// data as a script.
func (s *site) searchPage() error {
	var list []searchEntry
	for i := range s.c.Cards {
		card := &s.c.Cards[i]
		list = append(list, searchEntry{"document", title(card.Meta, card.ID), s.docFile(card.ID), strings.Join(card.Meta.Authors, ", ")})
	}
	for _, e := range byMentions(s.c) {
		var forms []string
		for _, a := range e.Aliases {
			if a.Text != e.Name {
				forms = append(forms, a.Text)
			}
		}
		list = append(list, searchEntry{kindOf(e), e.Name, s.entityFile(e), strings.Join(forms, ", ")})
	}
	for i := range s.c.Threads {
		t := &s.c.Threads[i]
		list = append(list, searchEntry{"thread", t.Topic, s.threadFile(t.ID), t.Reason})
	}
	b, err := json.Marshal(list)
	if err != nil {
		return err
	}
	return cmp.Or(
		s.f.Put("assets/search-00.js", append(append([]byte("var SEARCH="), b...), ";\n"...)),
		s.page("search.html", "search", "Search", "Search these pages", nil),
	)
}
