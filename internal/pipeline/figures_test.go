package pipeline

import (
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"analyze/internal/doc"
	"analyze/internal/nlp/claim"
	"analyze/internal/nlp/resolve"
	"analyze/internal/store"

	"github.com/govalues/decimal"
)

// What repeats in other documents is what claim.Duplicates finds among all
// claims at once, and threads are the same.
func TestDuplicates(t *testing.T) {
	st, err := store.Lock(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	three, nine := decimal.MustParse("3"), decimal.MustParse("9")
	said := func(id string, start int, v *decimal.Decimal, concept, of string) claim.Record {
		return claim.Record{ID: claim.ID(id, start), Doc: id, Start: start, Low: v, High: v, Value: v, Concept: concept, Context: "They count.", DuplicateOf: of, SourceReferent: -1}
	}
	digests := []digest{
		{Card: doc.Card{ID: "a"}, Claims: []claim.Record{said("a", 10, &three, "fighter", ""), said("a", 50, &nine, "", ""), said("a", 5000, &three, "fighter", "")}},
		{Card: doc.Card{ID: "b"}, Claims: []claim.Record{said("b", 110, &three, "fighter", ""), said("b", 150, &nine, "", ""), said("b", 160, &nine, "", "b#c150")}},
		{Card: doc.Card{ID: "c"}, Claims: []claim.Record{said("c", 12, &three, "fighter", "")}},
		{Card: doc.Card{ID: "d"}, Claims: []claim.Record{said("d", 12, &three, "fighter", "")}},
	}
	copies := []doc.Copy{
		{Doc: "b", Span: doc.Span{Start: 100, End: 200}, Original: "a", Of: doc.Span{Start: 0, End: 100}},
		{Doc: "c", Span: doc.Span{Start: 0, End: 100}, Original: "b", Of: doc.Span{Start: 100, End: 200}},
	}
	c := &collector{store: st, keys: []string{"ka", "kb", "kc", "kd"}}
	var all []claim.Record
	for i, g := range digests {
		if err := st.Put(store.Digests, c.keys[i], &g); err != nil {
			t.Fatal(err)
		}
		all = append(all, slices.Clone(g.Claims)...)
		c.figures.add(g.Claims)
		c.digests = append(c.digests, digest{Card: g.Card})
	}
	claim.Duplicates(all, copies)
	if err := c.duplicates(copies); err != nil {
		t.Fatal(err)
	}
	threadOf := map[string]string{"a#c5000": "t", "b#c110": "t"}
	got, want := map[string]claimOverlay{}, map[string]claimOverlay{}
	for i := range digests {
		for _, o := range c.figures.overlay(i, threadOf) {
			got[claim.ID(digests[i].Card.ID, o.Start)] = o
		}
	}
	for _, r := range all {
		if threadOf[r.ID] != "" || r.DuplicateOf != "" {
			want[r.ID] = claimOverlay{r.Start, r.DuplicateOf, threadOf[r.ID]}
		}
	}
	if !reflect.DeepEqual(got, want) || len(got) != 5 {
		t.Errorf("got  %v\nwant %v", got, want)
	}
	for _, r := range c.figures.records {
		if r.DuplicateOf != want[r.ID].DuplicateOf || r.Concept == "" {
			t.Errorf("%s repeats %q, want %q", r.ID, r.DuplicateOf, want[r.ID].DuplicateOf)
		}
	}
}

func TestFamilies(t *testing.T) {
	var copies []doc.Copy
	for pair := range strings.FieldsSeq("b-a c-b e-d g-f f-e z-y") {
		copies = append(copies, doc.Copy{Doc: pair[:1], Original: pair[2:]})
	}
	of := families(copies)
	for member, want := range map[string]string{"a": "a", "b": "a", "c": "a", "d": "d", "g": "d", "f": "d", "z": "y", "q": "q"} {
		if got := of(member); got != want {
			t.Errorf("%s is of %s, want %s", member, got, want)
		}
	}
}

func TestCovers(t *testing.T) {
	in := covers([]doc.Span{{Start: 20, End: 30}, {Start: 0, End: 5}, {Start: 25, End: 40}, {Start: 5, End: 7}})
	for at, want := range map[int]bool{-1: false, 0: true, 6: true, 7: false, 19: false, 20: true, 39: true, 40: false} {
		if in(at) != want {
			t.Errorf("%d is inside: %v", at, !want)
		}
	}
	if covers(nil)(0) {
		t.Error("no spans cover")
	}
}

// What is read of an analysis for names is all that names are gathered from.
func TestNamesAreEnough(t *testing.T) {
	const dir = "../../corpus"
	files, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	st, err := store.Lock(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	c := &collector{store: st, keys: []string{"key"}}
	for _, f := range files {
		if filepath.Ext(f.Name()) != ".md" {
			continue
		}
		d := analysed(t, filepath.Join(dir, f.Name()), Passes(Knowledge{}))
		if err := st.Put(store.Analyses, "key", d); err != nil {
			t.Fatal(err)
		}
		part, err := c.names(0)
		if err != nil {
			t.Fatal(err)
		}
		copied := []doc.Span{{Start: 0, End: len(d.Text) / 2}}
		want := resolve.Records(d, copied...)
		if got := resolve.Records(part, copied...); !reflect.DeepEqual(got, want) || len(want) == 0 {
			t.Errorf("%s: %d records differ", f.Name(), len(want))
		}
	}
}
