package corpus

import (
	"encoding/json"
	"net/url"
	"regexp"
	"strings"

	"analyze/internal/doc"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// pageMeta fills m from what the head of a page says, in the vocabularies in
// use: Open Graph, Dublin Core, Highwire's citation_ tags, JSON-LD.
func pageMeta(root *html.Node, source string, m *doc.Meta) {
	h := pageHead{meta: map[string][]string{}}
	for n := range root.Descendants() {
		if n.Type == html.ElementNode {
			h.element(n)
		}
	}
	m.URL = webAddress(firstOf(h.canonical, h.first("og:url"), savedFrom(source)))
	m.Title = h.pageTitle(m.URL)
	m.Authors = h.pageAuthors()
	if date := h.first("article:published_time", "citation_publication_date", "citation_date", "citation_online_date", "dc.date", "dcterms.date", "dc.date.issued", "dcterms.issued", "dcterms.created", "date", "pubdate", "publish-date", "publication_date", "parsely-pub-date", "sailthru.date", "datepublished", "og:published_time"); date != "" {
		m.Date = isoDate(date)
	}
	if m.Date == "" {
		m.Date = firstOf(isoDate(h.ld["datePublished"]), h.scripted, h.published.date, dayInAddress(m.URL))
	}
	if m.Date != "" {
		m.DateVia = "header"
	}
	m.Publisher = oneLine(firstOf(h.first("og:site_name", "citation_publisher", "dc.publisher", "dcterms.publisher", "citation_journal_title"), h.ld["publisher"]))
	m.Language = language(firstOf(h.lang, h.first("og:locale", "dc.language", "content-language", "language")))
}

// A pageHead is what the elements of a page say of it.
type pageHead struct {
	meta      map[string][]string
	ld        map[string]string
	people    []string // of JSON-LD
	title     string
	h1s, h2s  []string // the first headings
	lang      string
	canonical string
	bylines   []string
	published moment
	scripted  string // the day in a script
}

func (h *pageHead) element(n *html.Node) {
	switch n.DataAtom {
	case atom.Html:
		h.lang = firstOf(attr(n, "lang"), attr(n, "xml:lang"))
	case atom.Title:
		if h.title == "" && (n.Parent == nil || n.Parent.Namespace == "") && n.Namespace == "" {
			h.title = textOf(n)
		}
	case atom.Meta:
		key := strings.ToLower(firstOf(attr(n, "property"), attr(n, "name"), attr(n, "itemprop"), attr(n, "http-equiv")))
		if v := oneLine(attr(n, "content")); v != "" && len(h.meta[key]) < 50 {
			h.meta[key] = append(h.meta[key], v)
		}
	case atom.Link:
		if attr(n, "rel") == "canonical" && h.canonical == "" {
			h.canonical = attr(n, "href")
		}
	case atom.H1:
		h.h1s = addHeading(h.h1s, n)
	case atom.H2:
		h.h2s = addHeading(h.h2s, n)
	case atom.Script:
		if strings.EqualFold(attr(n, "type"), "application/ld+json") && n.FirstChild != nil {
			h.linked(n.FirstChild.Data)
			h.scripted = firstOf(h.scripted, publishedIn(n.FirstChild.Data))
		}
	}
	h.moment(n)
	if (attr(n, "rel") == "author" || attr(n, "itemprop") == "author") && n.DataAtom != atom.Meta && n.DataAtom != atom.Link && len(h.bylines) < 20 {
		if s := textOf(n); len(s) < 80 {
			h.bylines = append(h.bylines, s)
		}
	}
}

// addHeading returns list with the text of n, if it is seen and not too long a
// list already.
func addHeading(list []string, n *html.Node) []string {
	if s := oneLine(textOf(n)); s != "" && len(s) < 400 && len(list) < 20 && !hidden(n) {
		return append(list, s)
	}
	return list
}

// linked reads JSON-LD.
func (h *pageHead) linked(s string) {
	var v any
	if len(s) > 1<<20 || json.Unmarshal([]byte(s), &v) != nil {
		return
	}
	if h.ld == nil {
		h.ld = map[string]string{}
	}
	h.linkedValue(v, 0)
}

// articleTypes are the types of JSON-LD that describe a document.
var articleTypes = set("Article NewsArticle Report ScholarlyArticle BlogPosting ReportageNewsArticle AnalysisNewsArticle OpinionNewsArticle WebPage TechArticle CreativeWork BackgroundNewsArticle")

func (h *pageHead) linkedValue(v any, depth int) {
	if depth > 6 {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			h.linkedValue(e, depth+1)
		}
	case map[string]any:
		if g, ok := v["@graph"]; ok {
			h.linkedValue(g, depth+1)
		}
		if !articleTypes[jsonText(v["@type"])] {
			return
		}
		for _, key := range []string{"headline", "datePublished", "publisher"} {
			if s := jsonText(v[key]); s != "" && h.ld[key] == "" {
				h.ld[key] = s
			}
		}
		if len(h.people) == 0 {
			h.people = jsonNames(v["author"])
		}
	}
}

// jsonText returns a string, the name of an object, or that of a list's first.
func jsonText(v any) string {
	switch v := v.(type) {
	case string:
		return oneLine(html.UnescapeString(v))
	case []any:
		if len(v) > 0 {
			if s, ok := v[0].(string); ok {
				return s
			}
		}
	case map[string]any:
		s, _ := v["name"].(string)
		return oneLine(s)
	}
	return ""
}

func jsonNames(v any) []string {
	list, ok := v.([]any)
	if !ok {
		list = []any{v}
	}
	var names []string
	for _, e := range list[:min(len(list), 50)] {
		if s := jsonText(e); s != "" && !strings.Contains(s, "://") {
			names = append(names, s)
		}
	}
	return names
}

// first returns the first value under one of the names.
func (h *pageHead) first(names ...string) string {
	for _, n := range names {
		if v := h.meta[n]; len(v) > 0 {
			return v[0]
		}
	}
	return ""
}

// pageAuthors returns the authors whom the page names.
func (h *pageHead) pageAuthors() []string {
	var list []string
	for _, key := range []string{"citation_author", "dc.creator", "dcterms.creator", "author", "article:author", "parsely-author", "sailthru.author", "byl"} {
		if len(list) > 0 {
			break
		}
		for _, v := range h.meta[key] {
			list = append(list, splitAuthors(v)...)
		}
	}
	if len(list) == 0 {
		list = h.people
	}
	if len(list) == 0 {
		for _, v := range h.bylines {
			list = append(list, splitAuthors(v)...)
		}
	}
	var out []string
	seen := map[string]bool{}
	for _, a := range list {
		a = oneLine(a)
		if a != "" && !seen[a] && len(a) < 100 && !strings.Contains(a, "://") && !strings.ContainsAny(a, "@{}<>") {
			seen[a] = true
			out = append(out, a)
		}
	}
	return out
}

// splitAuthors splits "By Ana Petrova and B. Ode" and "Petrova, Ana".
func splitAuthors(s string) []string {
	s = oneLine(s)
	if len(s) > 3 && strings.EqualFold(s[:3], "by ") {
		s = s[3:]
	}
	if parts := strings.Split(s, ";"); len(parts) > 1 {
		return parts
	}
	if last, first, ok := strings.Cut(s, ", "); ok && !strings.Contains(first, ",") && !strings.Contains(last, " ") && !strings.Contains(first, " and ") {
		return []string{first + " " + last}
	}
	s = strings.ReplaceAll(strings.ReplaceAll(s, ", and ", ", "), " and ", ", ")
	return strings.Split(s, ", ")
}

var isoDay = regexp.MustCompile(`^\s*(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?(?:[T ].*)?\s*$`)

// isoDate returns the date of s as precisely as it says, "" if it is none in
// the order year, month, day.
func isoDate(s string) string {
	m := isoDay.FindStringSubmatch(s)
	switch {
	case m == nil:
		return longDate(s)
	case m[1] < "1400" || m[1] > "2100":
		return ""
	case m[2] == "" || !inRange(m[2], 12):
		return m[1]
	case m[3] == "" || !inRange(m[3], 31):
		return m[1] + "-" + twoDigits(m[2])
	}
	return m[1] + "-" + twoDigits(m[2]) + "-" + twoDigits(m[3])
}

func inRange(s string, top int) bool {
	n := 0
	for _, c := range s {
		n = n*10 + int(c-'0')
	}
	return n >= 1 && n <= top
}

func twoDigits(s string) string {
	if len(s) == 1 {
		return "0" + s
	}
	return s
}

var savedPattern = regexp.MustCompile(`(?i)saved from url=\(\d+\)(\S+)|\n?\s*url:\s+(https?://\S+)`)

// savedFrom returns the address that a browser wrote into a page it saved.
func savedFrom(s string) string {
	head := s[:min(len(s), 4096)]
	if !strings.Contains(head, "saved ") && !strings.Contains(head, "Saved ") {
		return ""
	}
	if m := savedPattern.FindStringSubmatch(head); m != nil {
		return firstOf(m[1], m[2])
	}
	return ""
}

// webAddress returns s if it is an address on the web.
func webAddress(s string) string {
	u, err := url.Parse(strings.TrimSpace(s))
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	return u.String()
}

// language returns the tag of a language as BCP 47 writes it, "" for none.
func language(s string) string {
	s, _, _ = strings.Cut(strings.TrimSpace(strings.ReplaceAll(s, "_", "-")), ",")
	first, rest, _ := strings.Cut(s, "-")
	if len(first) < 2 || len(first) > 3 || strings.Trim(strings.ToLower(first), "abcdefghijklmnopqrstuvwxyz") != "" {
		return ""
	}
	first = strings.ToLower(first)
	if len(rest) == 2 {
		return first + "-" + strings.ToUpper(rest)
	}
	return first
}

// firstOf returns the first of list that is not empty.
func firstOf(list ...string) string {
	for _, s := range list {
		if s = strings.TrimSpace(s); s != "" {
			return s
		}
	}
	return ""
}
