package export

import (
	"cmp"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"analyze/internal/doc"
	"analyze/internal/text"

	"golang.org/x/text/unicode/norm"
)

// A work is a document of the collection or a work that their notes cite.
type work struct {
	Key                                           string
	Kind                                          workKind
	Authors                                       []string
	Title, In, Publisher, Place, Date, Pages, URL string
	File                                          string // id of the document, "" for works that are only cited
	Language                                      string
	Cited                                         []string // where: "flow-paper.txt, note 3"
}

// A workKind is what a work is, as far as its reference tells.
type workKind uint8

const (
	document workKind = iota
	webPage
	journalArticle
	newsArticle
	chapter
	book
)

// works gathers the documents, then what their notes cite in the order in which
// it first stands. References to one work are one entry, which says where it is
// cited.
func works(c *doc.Collection) ([]*work, error) {
	var list []*work
	by := map[string][]*work{}
	add := func(w *work) {
		for _, k := range sameKeys(w) {
			for _, o := range by[k] {
				if same(o, w) {
					o.fill(w)
					return
				}
			}
		}
		list = append(list, w)
		for _, k := range sameKeys(w) {
			by[k] = append(by[k], w)
		}
	}
	for i := range c.Cards {
		add(ownWork(&c.Cards[i]))
	}
	for d, err := range c.Documents() {
		if err != nil {
			return nil, err
		}
		for n := range d.Notes {
			for i := range d.Notes[n].Refs {
				if w := citedWork(d, n, i); w != nil {
					add(w)
				}
			}
		}
	}
	setKeys(list)
	return list, nil
}

func ownWork(c *doc.Card) *work {
	m := &c.Meta
	w := &work{
		Authors: m.Authors, Title: text.Clean(m.Title), Publisher: text.Clean(m.Publisher), Place: text.Clean(m.Place), Date: m.Date,
		URL: text.Clean(m.URL), File: c.ID, Language: m.Language,
	}
	if w.Title == "" {
		w.Title = path.Base(c.ID)
	}
	if w.URL != "" {
		w.Kind = webPage
	}
	return w
}

// citedWork is the work that reference i of note n gives in full, nil where it
// gives none.
func citedWork(d *doc.Document, n, i int) *work {
	r := &d.Notes[n].Refs[i]
	if r.Full >= 0 || r.Title == "" && r.URL == "" {
		return nil
	}
	w := &work{
		Authors: r.Authors, Title: text.Clean(r.Title), In: text.Clean(r.In), Publisher: text.Clean(r.Publisher), Place: text.Clean(r.Place),
		Date: r.Date, Pages: text.Clean(r.Pages), URL: text.Clean(r.URL),
	}
	if w.Title == "" {
		w.Title = w.URL
	}
	at := d.ID + ", bibliography"
	if label := d.Notes[n].Label; label != "" {
		at = d.ID + ", note " + text.Clean(label)
	}
	w.Cited = []string{at}
	if w.In == "" || !strings.ContainsAny(w.Pages, "–-") {
		w.Pages = "" // the page that is cited, not those that the work takes up
	}
	w.Kind = w.kind()
	return w
}

func (w *work) kind() workKind {
	switch {
	case w.In != "" && (w.Publisher != "" || w.Place != ""):
		return chapter
	case w.In != "" && len(w.Date) == len("2006-01-02") && w.Pages == "":
		return newsArticle
	case w.In != "":
		return journalArticle
	case w.Publisher != "" || w.Place != "":
		return book
	case w.URL != "":
		return webPage
	}
	return document
}

// sameKeys are the keys under which an equal work may stand.
func sameKeys(w *work) []string {
	title := folded(w.Title)
	keys := []string{title}
	main, _, _ := strings.Cut(strings.NewReplacer("?", ":", "!", ":", "–", ":", "—", ":").Replace(w.Title), ":")
	if main = folded(main); main != title && strings.Contains(main, " ") && len(w.Authors) > 0 {
		keys = append(keys, main)
	}
	return keys
}

// same reports whether two works whose titles begin alike are one: no author
// and no year speaks against it, and where the titles differ, the author for it.
func same(a, b *work) bool {
	if len(a.Date) >= 4 && len(b.Date) >= 4 && a.Date[:4] != b.Date[:4] {
		return false
	}
	if len(a.Authors) == 0 || len(b.Authors) == 0 {
		return folded(a.Title) == folded(b.Title)
	}
	return a.by() == b.by()
}

// by is the family name of the first author, folded; "" if there is none.
func (w *work) by() string {
	if len(w.Authors) == 0 {
		return ""
	}
	_, family := splitName(w.Authors[0])
	words := strings.Fields(folded(family))
	if n := len(words) - 1; n > 0 && nameTail[words[n]] {
		words = words[:n]
	}
	return strings.Join(words, " ")
}

// fill completes w from another reference to it.
func (w *work) fill(o *work) {
	w.Cited = append(w.Cited, o.Cited...)
	set := func(p *string, v string) {
		if len(v) > len(*p) && strings.HasPrefix(v, *p) {
			*p = v
		}
	}
	set(&w.Date, o.Date)
	set(&w.URL, o.URL)
	if w.File != "" {
		return // a document is what it says of itself
	}
	set(&w.In, o.In)
	set(&w.Publisher, o.Publisher)
	set(&w.Place, o.Place)
	set(&w.Pages, o.Pages)
	if len(o.Authors) > len(w.Authors) || len(o.Authors) == len(w.Authors) && len(strings.Join(o.Authors, "")) > len(strings.Join(w.Authors, "")) {
		w.Authors = o.Authors
	}
	if len(o.Title) > len(w.Title) {
		w.Title = o.Title
	}
	w.Kind = w.kind()
}

// folded is s in small letters and digits, without accents, words parted by one
// blank.
func folded(s string) string {
	words := strings.FieldsFunc(strings.ToLower(norm.NFKD.String(s)), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r)
	})
	for i, w := range words {
		words[i] = strings.Map(func(r rune) rune {
			if unicode.Is(unicode.Mn, r) {
				return -1
			}
			return r
		}, w)
	}
	return strings.Join(words, " ")
}

// setKeys gives each work a key of author, year and first long word of its
// title, in ASCII; equal ones get a letter.
func setKeys(list []*work) {
	count := map[string]int{}
	for _, w := range list {
		who := ascii(w.by())
		year := ""
		if len(w.Date) >= 4 {
			year = w.Date[:4]
		}
		word := ""
		for f := range strings.FieldsSeq(folded(w.Title)) {
			if f = ascii(f); len(f) > 3 {
				word = f
				break
			}
		}
		key := cmp.Or(who[:min(len(who), 24)], "anonymous") + ascii(year) + word[:min(len(word), 24)]
		count[key]++
		w.Key = key + suffix(count[key]-1)
	}
	taken := map[string]bool{}
	for _, w := range list { // a suffix may make the key of another
		for taken[w.Key] {
			w.Key += "x"
		}
		taken[w.Key] = true
	}
}

// suffix is "" for 0, then b, c … z, then numbers.
func suffix(n int) string {
	switch {
	case n == 0:
		return ""
	case n < 26:
		return string(rune('a' + n))
	}
	return "-" + strconv.Itoa(n)
}

func ascii(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, s)
}

var (
	// bodyWord stands in names of bodies, not of people.
	bodyWord = regexp.MustCompile(`(?i)\b(agency|association|authority|bank|board|bureau|cent(?:er|re)|college|commission|committee|company|corporation|council|court|department|desk|directorate|federation|foundation|fund|government|group|initiative|institute|international|league|ministry|mission|nations|network|news|office|organi[sz]ation|parliament|party|police|post|press|programme?|project|secretariat|service|society|staff|times|tribunal|trust|union|university|watch|world)\b`)
	// bodyLink joins the words of such names.
	bodyLink = regexp.MustCompile(` (?:of|for|and|on|against|in) |^The |&`)
	particle = map[string]bool{"van": true, "von": true, "der": true, "den": true, "de": true, "del": true, "della": true, "di": true, "da": true, "dos": true, "du": true, "la": true, "le": true, "al": true, "el": true, "bin": true, "ibn": true, "ter": true, "ten": true}
	nameTail = map[string]bool{"jr": true, "sr": true, "ii": true, "iii": true}
)

// splitName parts the name of an author into given and family name; a body has
// no given name.
func splitName(name string) (given, family string) {
	name = text.Clean(name)
	words := strings.Fields(name)
	if len(words) < 2 || bodyWord.MatchString(name) || bodyLink.MatchString(name) || name == strings.ToUpper(name) {
		return "", name
	}
	if family, given, ok := strings.Cut(name, ", "); ok {
		return given, family
	}
	at := len(words) - 1
	if at > 1 && nameTail[folded(words[at])] {
		at--
	}
	for at > 1 && particle[words[at-1]] {
		at--
	}
	return strings.Join(words[:at], " "), strings.Join(words[at:], " ")
}

// note says where a work is cited, or which file it is.
func (w *work) note() string {
	var parts []string
	if w.File != "" {
		parts = append(parts, "File: "+text.Clean(w.File))
	}
	if len(w.Cited) > 0 {
		parts = append(parts, "Cited in "+strings.Join(slices.Compact(w.Cited), "; "))
	}
	return strings.Join(parts, ". ")
}
