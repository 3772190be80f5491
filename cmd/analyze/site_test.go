package main

import (
	"fmt"
	"io/fs"
	"maps"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// A sitePage is what a test needs of one page.
type sitePage struct {
	ids    map[string]string // anchor → words in the element
	links  []string
	inline []string // handlers and addresses of other hosts
}

// readSite reads every page below dir, by its name with slashes.
func readSite(t testing.TB, dir string) map[string]*sitePage {
	t.Helper()
	pages := map[string]*sitePage{}
	err := filepath.WalkDir(dir, func(name string, e fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(name, ".html") {
			return err
		}
		f, err := os.Open(name)
		if err != nil {
			return err
		}
		defer f.Close()
		root, err := html.Parse(f)
		if err != nil {
			return err
		}
		rel, _ := filepath.Rel(dir, name)
		p := &sitePage{ids: map[string]string{}}
		p.walk(t, rel, root)
		pages[filepath.ToSlash(rel)] = p
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return pages
}

func (p *sitePage) walk(t testing.TB, name string, n *html.Node) {
	for _, a := range n.Attr {
		switch {
		case a.Key == "id":
			if _, twice := p.ids[a.Val]; twice {
				t.Errorf("%s has the id %s twice", name, a.Val)
			}
			p.ids[a.Val] = words(n)
		case a.Key == "href" || a.Key == "src":
			p.links = append(p.links, a.Val)
		case strings.HasPrefix(a.Key, "on"):
			p.inline = append(p.inline, a.Key)
		}
	}
	for c := range n.ChildNodes() {
		p.walk(t, name, c)
	}
}

func words(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	var b strings.Builder
	for c := range n.ChildNodes() {
		b.WriteString(words(c))
	}
	return b.String()
}

// checkLinks follows every link and anchor of the site in dir.
func checkLinks(t testing.TB, dir string) map[string]*sitePage {
	t.Helper()
	pages := readSite(t, dir)
	followed := 0
	for _, name := range slices.Sorted(maps.Keys(pages)) {
		p := pages[name]
		for _, h := range p.inline {
			t.Errorf("%s has an inline handler %s", name, h)
		}
		for _, link := range p.links {
			u, err := url.Parse(link)
			if err != nil || u.Scheme != "" && u.Scheme != "data" || u.Host != "" {
				t.Errorf("%s links to %q, outside the site", name, link)
				continue
			}
			if u.Scheme == "data" {
				continue
			}
			followed++
			to := name
			if u.Path != "" {
				to = path.Join(path.Dir(name), u.Path)
			}
			if _, err := os.Stat(filepath.Join(dir, filepath.FromSlash(to))); err != nil {
				t.Errorf("%s: dead link %s", name, link)
			} else if target := pages[to]; u.Fragment != "" && target != nil {
				if _, ok := target.ids[u.Fragment]; !ok {
					t.Errorf("%s: no anchor %s", name, link)
				}
			}
		}
	}
	if followed < 100 {
		t.Errorf("only %d links were found", followed)
	}
	return pages
}

var blanks = regexp.MustCompile(`\s+`)

// Every link and anchor of the site leads somewhere, no id stands twice, and
// each claim and mention lands on its words.
func TestSiteLinks(t *testing.T) {
	dir := t.TempDir()
	corpus := demoCorpus(t)
	mustRun(t, dir, "run", corpus, "--quiet")
	pages := checkLinks(t, filepath.Join(dir, "reports"))
	for kind, letter := range map[string]string{"claims": "c", "mentions": "m"} {
		n := 0
		records(t, dir, kind, func(r map[string]any) {
			if r["form"] == "adjective" {
				return
			}
			n++
			name := pageOf(t, pages, r["doc"].(string))
			got, ok := pages[name].ids[fmt.Sprint(letter, integer(r["start"]))]
			want := blanks.ReplaceAllString(r["text"].(string), " ")
			// A mark that a table's cell or a figure's edge splits has its anchor on the first piece.
			if got = blanks.ReplaceAllString(got, " "); !ok || got != "" && !strings.HasPrefix(want, strings.TrimSpace(got)) {
				t.Errorf("%s#%s%d: %q, want %q", name, letter, integer(r["start"]), got, want)
			}
		})
		if n < 100 {
			t.Errorf("only %d %s", n, kind)
		}
	}
}

// pageOf finds the page of a document by its id.
func pageOf(t testing.TB, pages map[string]*sitePage, id string) string {
	t.Helper()
	base := strings.TrimSuffix(id, filepath.Ext(id))
	for _, name := range slices.Sorted(maps.Keys(pages)) {
		if rest, ok := strings.CutPrefix(name, "documents/"+base); ok && (rest == ".html" || strings.HasPrefix(rest, "-")) {
			if rest == ".html" || !strings.HasSuffix(id, ".txt") {
				return name
			}
		}
	}
	t.Fatalf("%s has no page", id)
	return ""
}

// Whatever a document holds, it is text on its pages.
func TestSiteHostile(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, "corpus/evil.txt", "<script>alert(1)</script> \"><img src=x onerror=alert(2)>\n\n"+
		"Maria <b>Okafor</b> of the United Nations said 4,000 people fled Aleppo \u202egnp.exe\u202c on 3 May 2015. 🧨🚚 javascript:alert(3)\n\n"+
		strings.Repeat("word ", 900)+"\n\n"+strings.Repeat("x", 4000)+"\n")
	put(t, dir, "corpus/</title><script>x.txt", "Nothing here.\n")
	put(t, dir, "corpus/plain.txt", "In Kenya, 1,200 nurses and 300 doctors went on strike in 2017, the Ministry of Health said.\n")
	mustRun(t, dir, "run", "corpus", "--quiet")
	for name, p := range readSite(t, filepath.Join(dir, "reports")) {
		if len(p.inline) > 0 {
			t.Errorf("%s: a document made handlers: %q", name, p.inline)
		}
		for _, l := range p.links {
			if strings.HasPrefix(l, "javascript:") || l == "x" {
				t.Errorf("%s: a document made the link %q", name, l)
			}
		}
	}
}
