package pipeline

import (
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"analyze/internal/doc"
	"analyze/internal/nlp/resolve"
	"analyze/internal/nlp/thread"
	"analyze/internal/store"

	"github.com/govalues/decimal"
)

// What repeats in other documents is what thread.Duplicates finds among all
// claims at once, and threads are the same.
func TestDuplicates(t *testing.T) {
	st, err := store.Lock(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	three, nine := decimal.MustParse("3"), decimal.MustParse("9")
	said := func(id string, start int, v *decimal.Decimal, concept, of string) thread.Record {
		return thread.Record{ID: thread.ID(id, start), Doc: id, Start: start, Low: v, High: v, Value: v, Concept: concept, Context: "They count.", DuplicateOf: of, SourceReferent: -1}
	}
	digests := []digest{
		{Card: doc.Card{ID: "a"}, Claims: []thread.Record{said("a", 10, &three, "fighter", ""), said("a", 50, &nine, "", ""), said("a", 5000, &three, "fighter", "")}},
		{Card: doc.Card{ID: "b"}, Claims: []thread.Record{said("b", 110, &three, "fighter", ""), said("b", 150, &nine, "", ""), said("b", 160, &nine, "", "b#c150")}},
		{Card: doc.Card{ID: "c"}, Claims: []thread.Record{said("c", 12, &three, "fighter", "")}},
		{Card: doc.Card{ID: "d"}, Claims: []thread.Record{said("d", 12, &three, "fighter", "")}},
	}
	copies := []doc.Copy{
		{Doc: "b", Span: doc.Span{Start: 100, End: 200}, Original: "a", Of: doc.Span{Start: 0, End: 100}},
		{Doc: "c", Span: doc.Span{Start: 0, End: 100}, Original: "b", Of: doc.Span{Start: 100, End: 200}},
	}
	c := &collector{store: st, keys: []string{"ka", "kb", "kc", "kd"}, figures: figures{buckets: newBuckets(st.Dir)}}
	var all []thread.Record
	for i, g := range digests {
		if err := st.Put(store.Digests, c.keys[i], &g); err != nil {
			t.Fatal(err)
		}
		all = append(all, slices.Clone(g.Claims)...)
		if err := c.figures.add(g.Claims); err != nil {
			t.Fatal(err)
		}
		c.digests = append(c.digests, digest{Card: g.Card})
	}
	thread.Duplicates(all, copies)
	if err := c.duplicates(copies); err != nil {
		t.Fatal(err)
	}
	threadOf := map[string]string{"a#c5000": "t", "b#c110": "t"}
	got, want := map[string]claimOverlay{}, map[string]claimOverlay{}
	in := threaded([]doc.Thread{{ID: "t", Claims: slices.Sorted(maps.Keys(threadOf))}})
	for i := range digests {
		for _, o := range c.figures.overlay(i, in[digests[i].Card.ID]) {
			got[thread.ID(digests[i].Card.ID, o.Start)] = o
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
	for id, of := range c.figures.copied {
		if of != want[id].DuplicateOf || of == "" {
			t.Errorf("%s repeats %q, want %q", id, of, want[id].DuplicateOf)
		}
	}
}

// However few records are held in memory, the threads are the same.
func TestBuckets(t *testing.T) {
	var records []thread.Record
	concepts := strings.Fields("school nurse well house hectare")
	for i := range 600 {
		v := decimal.MustParse(strconv.Itoa(10 + i%7))
		document := "d" + strconv.Itoa(i%40)
		records = append(records, thread.Record{
			ID: thread.ID(document, i), Doc: document, Start: i, Low: &v, High: &v, Value: &v, Concept: concepts[i%5], What: concepts[i%5] + "s",
			Places: []string{[]string{"Kenya", "Ghana", "Peru"}[i%3]}, Time: strconv.Itoa(2010 + i%4), Kind: doc.Count, Source: "the " + []string{"bank", "union"}[i%2], SourceReferent: -1,
		})
	}
	for i, words := range []string{"ships vessels anchor", "vessels boats anchor", "boats ships waiting anchor"} {
		v, document := decimal.MustParse("3417"), "s"+strconv.Itoa(i)
		f := strings.Fields(words)
		records = append(records, thread.Record{
			ID: thread.ID(document, 600), Doc: document, Start: 600, Date: "2020-03-04", Low: &v, High: &v, Value: &v, Concept: f[0], What: f[0], Counted: f[0], Near: f,
			Names: []string{"antwerp", "flushing"}, Topics: []string{"port", "ship"}, Realm: "BE", Kind: doc.Count, SourceReferent: -1,
		})
	}
	want := thread.Threads(slices.Clone(records))
	if !slices.ContainsFunc(want, func(t doc.Thread) bool { return len(t.Claims) == 3 && strings.HasPrefix(t.Claims[0], "s0#") }) {
		t.Fatal("nothing was tied over words")
	}
	resolution := resolve.Entities(func(func(resolve.Record) bool) {}, nil)
	for _, most := range []int{1, 7, 100, 1000} {
		dir := t.TempDir()
		f := figures{buckets: newBuckets(dir)}
		f.buckets.most = most
		for i := 0; i < len(records); i += 50 {
			if err := f.add(slices.Clone(records[i:min(i+50, len(records))])); err != nil {
				t.Fatal(err)
			}
		}
		got, err := f.threads(resolution)
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("with %d in memory: %d threads, want %d, %v", most, len(got), len(want), err)
		}
		if err := f.buckets.close(); err != nil {
			t.Error(err)
		}
		if left, _ := os.ReadDir(dir); len(left) > 0 {
			t.Errorf("with %d in memory: %d files are left", most, len(left))
		}
	}
}

// A disk that is full is an error, not a thread less.
func TestBucketsFail(t *testing.T) {
	b := newBuckets(filepath.Join(t.TempDir(), "none"))
	b.most = 1
	n := decimal.MustParse("17")
	if err := b.add(&thread.Record{Concept: "well", What: "wells", Places: []string{"Peru"}, Time: "2010", Kind: doc.Count, Value: &n}); err == nil {
		t.Error("written to a folder that is not there")
	}
	var none *buckets
	if err := none.close(); err != nil {
		t.Error(err)
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
