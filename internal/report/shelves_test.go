package report

import (
	"fmt"
	"path"
	"strings"
	"testing"

	"analyze/internal/doc"

	"golang.org/x/net/html"
)

// Of more pages than one folder holds each stands in a folder of its own hash,
// spread evenly, and keeps its place when others come.
func TestShelves(t *testing.T) {
	few := shelves{}
	if got := few.docFile("a.txt") + " " + few.threadFile("t") + " " + few.entityFile(&doc.Entity{ID: "x", Type: doc.Place}); got != "documents/a.html threads/t.html places/x.html" {
		t.Errorf("got %s", got)
	}
	many := shelves{documents: true, actors: true, places: true, threads: true}
	count := map[string]int{}
	seen := map[string]bool{}
	for i := range 5000 {
		name := many.docFile(fmt.Sprintf("part/doc-%04d.txt", i))
		if seen[name] || strings.Count(name, "/") != 2 || rootOf(name) != "../../" {
			t.Fatalf("%s", name)
		}
		seen[name] = true
		count[path.Dir(name)]++
	}
	most := 0
	for _, n := range count {
		most = max(most, n)
	}
	if len(count) != 256 || most > 60 {
		t.Errorf("%d folders, the fullest with %d", len(count), most)
	}
}

// A site of parted folders links as any other: every address leads to a file,
// and every anchor is there.
func TestShelvedSite(t *testing.T) {
	docs := newsroom(t)
	c, _ := gathered(docs...)
	thread(c, "conflict", docs, "400 people", "900 people")
	c.News = &doc.News{New: []string{docs[0].ID}, Threads: []string{"t-conflict"}, Was: []string{"agree"}}
	for i := range shelfMost + 1 { // names that stand in no document
		kind := doc.Org
		if i%2 == 0 {
			kind = doc.Place
		}
		c.Entities = append(c.Entities, doc.Entity{ID: fmt.Sprintf("zz-%05d", i), Name: fmt.Sprint("Body ", i), Type: kind})
	}
	for i := range shelfMost {
		c.Threads = append(c.Threads, doc.Thread{ID: fmt.Sprintf("zt-%05d", i), Topic: "Empty", Relation: "agree"})
	}
	where := shelvesOf(c)
	if where.documents || where.actors || !where.threads {
		t.Fatalf("got %+v", where)
	}
	for i := range 2 * shelfMost {
		c.Entities = append(c.Entities, doc.Entity{ID: fmt.Sprintf("zy-%05d", i), Name: fmt.Sprint("More ", i), Type: []doc.MentionType{doc.Org, doc.Place}[i%2]})
	}
	p := newPress(t)
	p.write(t, c)
	files := p.files(t)
	ids := map[string]map[string]bool{}
	links := map[string][]string{}
	for name, text := range files {
		if !strings.HasSuffix(name, ".html") {
			continue
		}
		root, err := html.Parse(strings.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		ids[name] = map[string]bool{}
		for n := range root.Descendants() {
			for _, a := range n.Attr {
				switch a.Key {
				case "id":
					ids[name][a.Val] = true
				case "href", "src":
					links[name] = append(links[name], a.Val)
				}
			}
		}
	}
	followed := 0
	for name, list := range links {
		for _, l := range list {
			if strings.HasPrefix(l, "data:") {
				continue
			}
			to, anchor, _ := strings.Cut(l, "#")
			to, _, _ = strings.Cut(to, "?")
			if to = path.Join(path.Dir(name), to); strings.HasPrefix(l, "#") {
				to = name
			}
			if _, ok := files[to]; !ok {
				t.Fatalf("%s: dead link %s", name, l)
			}
			if anchor != "" && ids[to] != nil && !ids[to][anchor] {
				t.Fatalf("%s: no anchor %s", name, l)
			}
			followed++
		}
	}
	if followed < 30000 {
		t.Errorf("only %d links", followed)
	}
	for _, name := range Names(c) {
		if _, ok := files[name]; !ok {
			t.Fatalf("%s is not written", name)
		}
	}
}
