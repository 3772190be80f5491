package report

import (
	"bytes"
	"cmp"
	"embed"
	"fmt"
	"html/template"
	"slices"
	"strconv"
	"strings"

	"analyze/internal/doc"
	"analyze/internal/record"
)

//go:embed site
var siteFiles embed.FS

// pages are the templates of the site; all escaping is theirs.
var pages = template.Must(template.New("").Funcs(template.FuncMap{
	"n":      func(n int) string { return group(strconv.Itoa(n)) },
	"plural": plural,
	"verdict": func(relation string) verdict {
		return verdicts[relation]
	},
	"pct":        func(x float64) string { return strconv.FormatFloat(x, 'f', 2, 64) + "%" },
	"px":         func(x float64) string { return strconv.FormatFloat(x, 'f', 1, 64) },
	"threadHref": threadFile,
	"rowsIn": func(head string, rows []entityRow) any {
		return struct {
			Head string
			Rows []entityRow
		}{head, rows}
	},
	"barsOf": func(rows []barRow, class string) any {
		return struct {
			Rows  []barRow
			Class string
		}{rows, class}
	},
	"rowsOf": func(rows []*threadView, root string) any {
		return struct {
			Rows []*threadView
			Root string
		}{rows, root}
	},
}).ParseFS(siteFiles, "site/*.tmpl"))

// A verdict is how a relation of a thread is shown: never by colour alone.
type verdict struct{ Class, Word, Sign string }

var verdicts = map[string]verdict{
	"conflict": {"conflict", "Conflict", "≠"},
	"update":   {"update", "Update", "→"},
	"agree":    {"agree", "Agree", "="},
	"differs":  {"differs", "Differs", "○□"},
}

// ledgerRows is how many figures stand on one page of the ledger.
const ledgerRows = 1000

// A page is what every template is given.
type page struct {
	Root    string // relative way to the top of the site: "", "../"
	Section string // of the navigation
	Title   string
	Footer  string
	Body    any
}

// A site writes the pages. It holds the collection's small records, and one
// document at a time.
type site struct {
	f        *Folder
	c        *doc.Collection
	cards    map[string]*doc.Card
	entities map[string]*doc.Entity
	threads  map[string]*doc.Thread
	copies   map[string][]doc.Copy
	claims   map[string]*ledgerRow // those that a thread names
	seen     map[string]*seen      // by entity
	rows     []ledgerRow           // of the page of the ledger being filled
	ledgerNo int
	search   []searchEntry
	dated    []datedRow
	buf      bytes.Buffer
}

// seen is what the documents say of one entity, as its page shows it.
type seen struct {
	Contexts []context
	By       []ledgerRow // figures it is the source of
	Of       []ledgerRow // figures about it: places
	Where    []docPlaces
	beside   map[string]int
}

// most is how many mentions or figures a page on an entity shows.
const most = 200

// A context is a mention in its line.
type context struct{ Before, Words, After, Href, Doc string }

// docPlaces is where in one document an entity stands, in thousandths.
type docPlaces struct {
	Title, Href string
	At          []int
	Times       int
}

type searchEntry struct{ Kind, Words, Href, More string }

type datedRow struct{ When, What, Href, Kind, More string }

func newSite(f *Folder, c *doc.Collection) *site {
	s := &site{
		f: f, c: c, cards: map[string]*doc.Card{}, entities: map[string]*doc.Entity{}, threads: map[string]*doc.Thread{},
		copies: c.CopiesByDocument(), claims: map[string]*ledgerRow{}, seen: map[string]*seen{},
	}
	for i := range c.Cards {
		s.cards[c.Cards[i].ID] = &c.Cards[i]
	}
	for i := range c.Entities {
		e := &c.Entities[i]
		s.entities[e.ID] = e
		s.seen[e.ID] = &seen{beside: map[string]int{}}
	}
	for i := range c.Threads {
		t := &c.Threads[i]
		s.threads[t.ID] = t
		for _, id := range t.Claims {
			s.claims[id] = nil
		}
		for _, a := range t.SetApart {
			s.claims[a.Claim] = nil
		}
	}
	return s
}

// siteNames lists the files that the site has for c.
func siteNames(c *doc.Collection) []string {
	names := []string{
		"index.html", "search.html", "timeline.html", "network.html", "map.html", "assets/style.css", "assets/app.js", "assets/search-00.js",
		"documents/index.html", "actors/index.html", "places/index.html", "figures/index.html", "threads/index.html",
	}
	for _, card := range c.Cards {
		names = append(names, docFile(card.ID))
	}
	for i := range c.Entities {
		names = append(names, entityFile(&c.Entities[i]))
	}
	for i := range c.Threads {
		names = append(names, threadFile(c.Threads[i].ID))
	}
	for i := 1; i < ledgerPages(c); i++ {
		names = append(names, ledgerFile(i))
	}
	return names
}

func docFile(id string) string    { return "documents/" + record.DocumentName(id) + ".html" }
func threadFile(id string) string { return "threads/" + record.FileName(id) + ".html" }

func entityFile(e *doc.Entity) string {
	if e.Type == doc.Place {
		return "places/" + record.FileName(e.ID) + ".html"
	}
	return "actors/" + record.FileName(e.ID) + ".html"
}

// ledgerFile is the file of page i of the ledger, from 0.
func ledgerFile(i int) string {
	if i == 0 {
		return "figures/index.html"
	}
	return "figures/" + strconv.Itoa(i+1) + ".html"
}

func ledgerPages(c *doc.Collection) int {
	return max(1, (totalClaims(c)+ledgerRows-1)/ledgerRows)
}

func totalClaims(c *doc.Collection) int {
	n := 0
	for _, card := range c.Cards {
		n += card.Claims
	}
	return n
}

// put executes a template as the file name.
func (s *site) put(name, tmpl, section, title string, body any) error {
	footer := plural(len(s.c.Cards), "document", "documents") + " read, " + group(strconv.Itoa(len(s.c.Failures))) + " not readable."
	p := page{Root: strings.Repeat("../", strings.Count(name, "/")), Section: section, Title: title, Footer: footer, Body: body}
	s.buf.Reset()
	if err := pages.ExecuteTemplate(&s.buf, tmpl, p); err != nil {
		return fmt.Errorf("page %s: %w", name, err)
	}
	return s.f.Put(name, s.buf.Bytes())
}

// document writes the page of d and notes what other pages need of it.
func (s *site) document(d *doc.Document) error {
	p := s.documentPage(d)
	if err := s.put(docFile(d.ID), "document", "Documents", p.Title, p); err != nil {
		return err
	}
	s.note(d)
	card := s.cards[d.ID]
	s.search = append(s.search, searchEntry{"document", p.Title, docFile(d.ID), strings.Join(card.Meta.Authors, ", ")})
	if card.Meta.Date != "" {
		s.dated = append(s.dated, datedRow{card.Meta.Date, p.Title, docFile(d.ID), "published", ""})
	}
	for i, c := range record.Claims(d) {
		r := s.ledgerRow(d, &c)
		if _, ok := s.claims[c.ID]; ok {
			s.claims[c.ID] = &r
		}
		s.noteClaim(d, &d.Claims[i], r)
		if err := s.addRow(r); err != nil {
			return err
		}
	}
	return nil
}

// note gathers where each entity stands in d.
func (s *site) note(d *doc.Document) {
	here := map[string]*docPlaces{}
	bySentence := map[int][]string{}
	title := title(d.Meta, d.ID)
	for i, m := range d.Mentions {
		id := entityOf(d, i)
		e := s.seen[id]
		if e == nil || m.Form == doc.Adjective {
			continue
		}
		if here[id] == nil {
			here[id] = &docPlaces{Title: title, Href: docFile(d.ID)}
			e.Where = append(e.Where, docPlaces{})
		}
		w := here[id]
		w.Times++
		if len(w.At) < most {
			w.At = append(w.At, m.Start*1000/max(1, len(d.Text)))
		}
		if len(e.Contexts) < most {
			e.Contexts = append(e.Contexts, inLine(d, m.Span, fmt.Sprintf("%s#m%d", docFile(d.ID), m.Start)))
		}
		if !slices.Contains(bySentence[m.Sentence], id) && len(bySentence[m.Sentence]) < 12 {
			bySentence[m.Sentence] = append(bySentence[m.Sentence], id)
		}
	}
	for id, w := range here {
		e := s.seen[id]
		e.Where[len(e.Where)-1] = *w
	}
	for _, ids := range bySentence {
		for _, a := range ids {
			for _, b := range ids {
				if a != b {
					s.seen[a].beside[b]++
				}
			}
		}
	}
}

func (s *site) noteClaim(d *doc.Document, c *doc.Claim, r ledgerRow) {
	if c.SourceReferent >= 0 && c.SourceReferent < len(d.Referents) {
		if e := s.seen[d.Referents[c.SourceReferent].Entity]; e != nil && len(e.By) < most {
			e.By = append(e.By, r)
		}
	}
	for _, p := range c.Places {
		if p.Referent < 0 || p.Referent >= len(d.Referents) {
			continue
		}
		if e := s.seen[d.Referents[p.Referent].Entity]; e != nil && len(e.Of) < most {
			r.Role = p.Role.String()
			e.Of = append(e.Of, r)
		}
	}
}

func entityOf(d *doc.Document, mention int) string {
	if mention < len(d.ReferentOf) && d.ReferentOf[mention] >= 0 {
		return d.Referents[d.ReferentOf[mention]].Entity
	}
	return ""
}

// inLine sets a span into the words around it.
func inLine(d *doc.Document, m doc.Span, href string) context {
	const width = 70
	from, to := max(0, m.Start-width), min(len(d.Text), m.End+width)
	if i := d.BlockAt(m.Start); i >= 0 {
		from, to = max(from, min(m.Start, d.Blocks[i].Text.Start)), min(to, max(m.End, d.Blocks[i].Text.End))
	}
	for from < m.Start && d.Text[from]&0xC0 == 0x80 {
		from++
	}
	for to > m.End && to < len(d.Text) && d.Text[to]&0xC0 == 0x80 {
		to--
	}
	line := func(s string) string { return strings.Join(strings.Fields(s), " ") }
	c := context{line(d.Text[from:m.Start]), line(d.Text[m.Start:m.End]), line(d.Text[m.End:to]), href, title(d.Meta, d.ID)}
	if to > m.End && (d.Text[m.End] == ' ' || d.Text[m.End] == '\n') {
		c.After = " " + c.After
	}
	return c
}

// finish writes the pages on the whole collection.
func (s *site) finish() error {
	if err := s.putLedger(); err != nil {
		return err
	}
	for _, name := range []string{"style.css", "app.js"} {
		b, err := siteFiles.ReadFile("site/" + name)
		if err != nil {
			return err
		}
		if err := s.f.Put("assets/"+name, b); err != nil {
			return err
		}
	}
	for i := range s.c.Entities {
		if err := s.entityPage(&s.c.Entities[i]); err != nil {
			return err
		}
	}
	for i := range s.c.Threads {
		if err := s.threadPage(&s.c.Threads[i]); err != nil {
			return err
		}
	}
	return cmp.Or(s.lists(), s.overview(), s.searchPage(), s.timeline(), s.network(), s.mapPage())
}
