package report

import (
	"bytes"
	"cmp"
	"embed"
	"fmt"
	"html/template"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"analyze/internal/doc"
	"analyze/internal/record"
)

//go:embed site
var siteFiles embed.FS

// pages are the templates of the site; all escaping is theirs.
var pages = template.Must(template.New("").Funcs(template.FuncMap{
	"n":      func(n int) string { return group(strconv.Itoa(n)) },
	"plural": plural,
	"add": func(n ...int) int {
		sum := 0
		for _, x := range n {
			sum += x
		}
		return sum
	},
	"runs":  runsHTML,
	"kwic":  kwicHTML,
	"plus":  func(a, b float64) float64 { return a + b },
	"minus": func(a, b float64) float64 { return a - b },
	"half":  func(a float64) float64 { return a / 2 },
	"signs": func() template.CSS { return pictureSigns },
	"verdict": func(relation string) verdict {
		return verdicts[relation]
	},
	"pct": func(x float64) string { return strconv.FormatFloat(x, 'f', 2, 64) + "%" },
	"px":  func(x float64) string { return strconv.FormatFloat(x, 'f', 1, 64) },
	"rowsIn": func(head string, rows []entityRow) any {
		return struct {
			Head string
			Rows []entityRow
		}{head, rows}
	},
	"barsOf": func(rows []barRow, class, root string) any {
		return struct {
			Rows        []barRow
			Class, Root string
		}{rows, class, root}
	},
	"rowsOf": func(rows any, root string) any {
		return struct {
			Rows any
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

// A page is what every template is given.
type page struct {
	Root    string // relative way to the top of the site: "", "../"
	Section string // of the navigation
	Title   string
	Body    any
}

// A site writes the pages. It holds the collection's small records and the
// gists of documents by reference, never documents.
type site struct {
	shelves
	manifest *manifestWriter
	f        *Folder
	c        *doc.Collection
	cache    *cache
	program  string // key of the program, and of where pages stand
	cards    map[string]*doc.Card
	entities map[string]*doc.Entity
	number   map[string]int32 // of an entity, its place in the collection
	threads  map[string]*doc.Thread
	copies   map[string][]doc.Copy
	named    map[string]bool // claims that a thread names
	namedIn  map[string][]string
	claims   map[string]*ledgerRow    // of the named
	listed   map[string]bool          // claims whose threads the overview in Markdown lists
	records  map[string]*record.Claim // of the listed
	seen     []seen                   // by number
	pairs    map[[2]int32]int32
	ledger   ledgerPager
	times    timeTable
	sorted   []*threadView // once they are
	large    sync.Mutex    // held by who makes the reports on a large document
}

// seen is where the documents speak of one entity.
type seen struct {
	In     []seenIn
	By, Of int
	beside []neighbour
}

// seenIn is where one document speaks of an entity: its piece in the cache.
type seenIn struct {
	At       int64
	Len      int32
	Document int32 // place in the cards
	Times    int32
}

func newSite(f *Folder, c *doc.Collection) (*site, error) {
	s := &site{
		f: f, c: c, shelves: shelvesOf(c), cards: map[string]*doc.Card{}, entities: map[string]*doc.Entity{}, number: map[string]int32{},
		threads: map[string]*doc.Thread{}, copies: c.CopiesByDocument(), named: map[string]bool{}, listed: map[string]bool{}, namedIn: map[string][]string{},
		claims: map[string]*ledgerRow{}, records: map[string]*record.Claim{}, seen: make([]seen, len(c.Entities)), pairs: map[[2]int32]int32{},
	}
	for i := range c.Cards {
		s.cards[c.Cards[i].ID] = &c.Cards[i]
	}
	for i := range c.Entities {
		s.entities[c.Entities[i].ID], s.number[c.Entities[i].ID] = &c.Entities[i], int32(i)
	}
	for i := range c.Threads {
		t := &c.Threads[i]
		s.threads[t.ID] = t
		for _, id := range t.Claims {
			s.name(id)
		}
		for _, a := range t.SetApart {
			s.name(a.Claim)
		}
	}
	for _, ids := range s.namedIn {
		slices.Sort(ids)
	}
	for _, t := range inOverview(c) {
		for _, id := range t.Claims[:min(len(t.Claims), overviewStatements)] {
			s.listed[id] = true
		}
		for _, a := range t.SetApart[:min(len(t.SetApart), overviewStatements)] {
			s.listed[a.Claim] = true
		}
	}
	s.program = fmt.Sprint(programKey(), s.shelves)
	s.ledger.s = s
	var err error
	s.cache, err = openCache(f.Cache)
	return s, err
}

// name notes that a thread names a claim.
func (s *site) name(id string) {
	if s.named[id] {
		return
	}
	s.named[id] = true
	if i := strings.LastIndex(id, "#c"); i >= 0 {
		s.namedIn[id[:i]] = append(s.namedIn[id[:i]], id)
	}
}

// siteNames lists the files that the site has for c.
func siteNames(c *doc.Collection) []string {
	where := shelvesOf(c)
	names := []string{
		"index.html", "search.html", "timeline.html", "network.html", "map.html", "timeline.svg", "network.svg", "map.svg", "assets/style.css", "assets/app.js", "assets/search-00.js",
	}
	for _, card := range c.Cards {
		names = append(names, where.docFile(card.ID))
	}
	for i := range c.Entities {
		names = append(names, where.entityFile(&c.Entities[i]))
	}
	for i := range c.Threads {
		page := where.threadFile(c.Threads[i].ID)
		names = append(names, page, pictureFile(page))
	}
	for i := range ledgerPages(c) {
		names = append(names, ledgerFile(i))
	}
	actors, places := countEntities(c)
	for folder, n := range map[string]int{"documents": len(c.Cards), "threads": len(c.Threads), "actors": actors, "places": places} {
		for i := range listPages(n) {
			names = append(names, listFile(folder, i))
		}
	}
	return names
}

func countEntities(c *doc.Collection) (actors, places int) {
	for i := range c.Entities {
		switch t := c.Entities[i].Type; {
		case t.IsActor():
			actors++
		case t == doc.Place:
			places++
		}
	}
	return actors, places
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

// listFile is the file of page i, from 0, of the list of a folder. No document
// or entity has a file of such a name: theirs hold no full stop.
func listFile(folder string, i int) string {
	if i == 0 {
		return folder + "/index.html"
	}
	return folder + "/index." + strconv.Itoa(i+1) + ".html"
}

func listPages(n int) int { return max(1, (n+listRows-1)/listRows) }

func totalClaims(c *doc.Collection) int {
	n := 0
	for _, card := range c.Cards {
		n += card.Claims
	}
	return n
}

// put executes a template as the file name and returns its size.
func (s *site) put(name, tmpl, section, title string, body any) (int64, error) {
	data, err := render(name, tmpl, section, title, body)
	if err != nil {
		return 0, err
	}
	return int64(len(data)), s.f.Put(name, data)
}

// render executes a template as the file name.
func render(name, tmpl, section, title string, body any) ([]byte, error) {
	p := page{Root: rootOf(name), Section: section, Title: title, Body: body}
	var b bytes.Buffer
	if err := pages.ExecuteTemplate(&b, tmpl, p); err != nil {
		return nil, fmt.Errorf("page %s: %w", name, err)
	}
	data := b.Bytes()
	if path.Ext(name) == ".svg" {
		data = asPicture(data)
	}
	return data, nil
}

// page is put where the size does not matter.
func (s *site) page(name, tmpl, section, title string, body any) error {
	_, err := s.put(name, tmpl, section, title, body)
	return err
}

// made puts a page, unless an earlier run made it of the same things. Section
// and title are among what make is to give.
func (s *site) made(name string, of []any, make func() (tmpl, section, title string, body any, err error)) (madePage, error) {
	key, err := s.cache.keyOf(append(of, s.program)...)
	if err != nil {
		return madePage{}, err
	}
	if was := s.cache.was.Pages[name]; was.Key == key && s.f.Keep(name, was.Size) {
		return was, nil
	}
	tmpl, section, title, body, err := make()
	if err != nil {
		return madePage{}, err
	}
	size, err := s.put(name, tmpl, section, title, body)
	return madePage{key, size}, err
}

// close ends the work on the cache.
func (s *site) close(whole bool) error { return s.cache.close(whole) }

var (
	cssComment = regexp.MustCompile(`(?s)/\*.*?\*/`)
	cssBlank   = regexp.MustCompile(`\s*\n\s*`)
	cssSign    = regexp.MustCompile(`\s*([{};,>])\s*`)
	cssValue   = regexp.MustCompile(`([a-z0-9-]): `)
	cssName    = regexp.MustCompile(`--[a-z][a-z0-9-]*`)
)

// cssKept are the custom properties that pages name.
var cssKept = []string{"--s", "--panel", "--place", "--actor", "--conflict"}

// squeeze takes comments, line ends and blanks out of a style sheet, whose
// strings hold none of them, and gives its own properties short names.
func squeeze(name string, b []byte) []byte {
	if path.Ext(name) != ".css" {
		return b
	}
	b = cssComment.ReplaceAll(b, nil)
	b = cssSign.ReplaceAll(cssBlank.ReplaceAll(b, nil), []byte("$1"))
	b = bytes.ReplaceAll(cssValue.ReplaceAll(b, []byte("$1:")), []byte(";}"), []byte("}"))
	short := map[string]string{}
	return cssName.ReplaceAllFunc(b, func(name []byte) []byte {
		if slices.Contains(cssKept, string(name)) {
			return name
		}
		s, ok := short[string(name)]
		if !ok {
			s = "--" + strings.ToLower(letter(len(short)))
			if slices.Contains(cssKept, s) {
				s = "--x" + s[2:]
			}
			short[string(name)] = s
		}
		return []byte(s)
	})
}

// finish writes the pages on the whole collection.
func (s *site) finish() error {
	if err := s.ledger.finish(); err != nil {
		return err
	}
	for _, name := range []string{"style.css", "app.js"} {
		b, err := siteFiles.ReadFile("site/" + name)
		if err != nil {
			return err
		}
		if err := s.f.Put("assets/"+name, squeeze(name, b)); err != nil {
			return err
		}
	}
	s.neighbours()
	return cmp.Or(s.entityPages(), s.threadPages(), s.lists(), s.overview(), s.searchPage(), s.timeline(), s.network(), s.mapPage())
}
