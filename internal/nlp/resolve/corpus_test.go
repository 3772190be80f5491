package resolve_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"testing"

	"analyze/internal/corpus"
	"analyze/internal/doc"
	"analyze/internal/nlp"
	"analyze/internal/nlp/resolve"
	"analyze/internal/structure"
	"analyze/internal/testfile"
)

// passes is the way from a file to relations.
func passes() []*doc.Pass {
	return []*doc.Pass{structure.Blocks, structure.Notes, structure.Tables, structure.Repeats, structure.Meta, nlp.Tokens, nlp.Names, resolve.Local, resolve.Relations}
}

// analysed reads and analyses all documents of a folder.
func analysed(t testing.TB, dir string) []*doc.Document {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*.*"))
	if err != nil {
		t.Fatal(err)
	}
	var docs []*doc.Document
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		d, err := corpus.Read(filepath.Base(f), filepath.Base(f), b)
		if err != nil {
			continue
		}
		d.Meta = d.File
		for _, p := range passes() {
			if err := p.Run(d); err != nil {
				t.Fatal(err)
			}
		}
		docs = append(docs, d)
	}
	return docs
}

// The gold over both documents with the names that the names pass finds: the
// partition of the gold mentions that are found.
func TestGoldWithNames(t *testing.T) {
	byDoc := make(map[string]*doc.Document)
	var recs []resolve.Record
	for _, d := range analysed(t, testfile.Shared(t, "corpus")) {
		if name := d.ID[:3]; slices.Contains(goldDocs, name) {
			byDoc[name] = d
			recs = append(recs, resolve.Records(d)...)
		}
	}
	res := resolve.Entities(slices.Values(recs), nil)
	var gold, got []string
	all := 0
	for _, name := range goldDocs {
		g, id, _ := goldDoc(t, name)
		d := byDoc[name]
		at := make(map[doc.Span]int)
		for i, m := range d.Mentions {
			at[m.Span] = i
		}
		for i, m := range g.Mentions {
			if id[i] == "" {
				continue
			}
			all++
			if k, ok := at[m.Span]; ok {
				gold = append(gold, id[i])
				got = append(got, res.Entity(d.ID, d.ReferentOf[k], ""))
			}
		}
	}
	p, r, f := bcubed(gold, got)
	t.Logf("B-cubed P %.3f R %.3f F %.3f over %d of %d mentions", p, r, f, len(gold), all)
	if f < 0.98 {
		t.Errorf("F1 %.3f", f)
	}
}

// listing prints entities for reading by eye.
func listing(ents []doc.Entity) string {
	var b strings.Builder
	for _, e := range ents {
		var names []string
		for _, a := range e.Aliases {
			names = append(names, fmt.Sprintf("%s ×%d", a.Text, a.Count))
		}
		fmt.Fprintf(&b, "%-40s %-6s %s docs=%d %s | %s", e.ID, e.Type, e.Country, len(e.Documents), e.Name, strings.Join(names, "; "))
		if e.Doubt != "" {
			fmt.Fprintf(&b, " ? %s", e.Doubt)
		}
		b.WriteString("\n")
	}
	return b.String()
}

func TestListUnion(t *testing.T) {
	if os.Getenv("LIST") == "" {
		t.Skip("SKIPPED, for reading by eye: LIST=1")
	}
	docs := analysed(t, filepath.Join(testfile.Root(t), "corpus"))
	docs = append(docs, analysed(t, testfile.Shared(t, "corpus"))...)
	var recs []resolve.Record
	for _, d := range docs {
		recs = append(recs, resolve.Records(d)...)
	}
	res := resolve.Entities(slices.Values(recs), nil)
	var many, wide, doubt []doc.Entity
	for _, e := range res.Entities {
		if len(e.Aliases) > 1 {
			many = append(many, e)
		}
		if len(e.Documents) > 1 {
			wide = append(wide, e)
		}
		if len(e.Aliases) < 2 && len(e.Documents) < 2 {
			doubt = append(doubt, e)
		}
	}
	fmt.Printf("== two aliases or more\n%s\n== two documents or more\n%s\n== others\n%s", listing(many), listing(wide), listing(doubt))
	fmt.Println("== reasons")
	for _, e := range res.Entities {
		for _, r := range e.Reasons {
			if r.Score < 0.9 {
				fmt.Println(e.ID, r)
			}
		}
	}
	fmt.Println("== links")
	for _, e := range res.Entities {
		for _, l := range e.Links {
			fmt.Println(e.ID, l.Relation, l.Entity, l.Doc)
		}
	}
	sort.Slice(docs, func(a, b int) bool { return docs[a].ID < docs[b].ID })
	for _, d := range docs {
		fmt.Println("== doc", d.ID)
		for _, r := range d.Relations {
			fmt.Printf("   %s: %s -> %s %q\n", r.Kind, d.Referents[r.From].Name, d.Referents[r.To].Name, d.Slice(r.Span))
		}
		for _, r := range d.Referents {
			if len(r.Roles) > 0 || len(r.Titles) > 0 {
				fmt.Printf("   %s %v %q\n", r.Name, r.Roles, r.Titles)
			}
		}
	}
}
