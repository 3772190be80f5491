package indextest

import (
	"context"
	"fmt"
	"maps"
	"math"
	"slices"
	"testing"

	"analyze/internal/index"
)

// lawParts are queries that laws put together.
var lawParts = []string{
	`fighters`, `return`, `"foreign fighters"`, `the near/3 fighters`, `fight*`, `fihgters~2`, `title:return`, `date:2015..2017`, `actor:ISIS`, `place:Tunisia`,
	`within:Africa`, `in:title`, `lang:fr`, `zebra`, `kind:document claim:fighters`, `doc:wire`,
}

// laws are what holds between searches, whatever is searched.
func laws(t *testing.T, e Engine) {
	r := e.Reader(t)
	defer r.Close()
	ids := func(query string, copies bool) map[string]bool {
		res, err := index.Do(context.Background(), r, index.Request{Query: query, Limit: 100, Copies: copies})
		if err != nil {
			t.Fatalf("%s: %v", query, err)
		}
		out := map[string]bool{}
		for _, h := range res.Hits {
			if out[h.ID] = !res.Relaxed; res.Relaxed {
				delete(out, h.ID)
			}
		}
		if !res.Relaxed && len(out) != res.Total {
			t.Errorf("%s: %d hits, total %d", query, len(out), res.Total)
		}
		return out
	}
	every := ids(`*`, true)
	for i, a := range lawParts {
		inA := ids(a, true)
		equal(t, a+" and NOT "+a, every, union(inA, ids("NOT ("+a+")", true)))
		if both := common(inA, ids("NOT ("+a+")", true)); len(both) > 0 {
			t.Errorf("%s and its opposite both find %v", a, both)
		}
		folded := ids(a, false)
		for id := range folded {
			if !inA[id] {
				t.Errorf("%s finds %s only where copies are folded", a, id)
			}
		}
		for _, b := range lawParts[i+1:] {
			inB := ids(b, true)
			equal(t, a+" AND "+b, common(inA, inB), ids(fmt.Sprintf("(%s) AND (%s)", a, b), true))
			equal(t, a+" OR "+b, union(inA, inB), ids(fmt.Sprintf("(%s) OR (%s)", a, b), true))
		}
	}
}

func union(a, b map[string]bool) map[string]bool {
	out := maps.Clone(a)
	maps.Copy(out, b)
	return out
}

func common(a, b map[string]bool) map[string]bool {
	out := map[string]bool{}
	for id := range a {
		if b[id] {
			out[id] = true
		}
	}
	return out
}

func equal(t *testing.T, what string, want, got map[string]bool) {
	t.Helper()
	if !maps.Equal(want, got) {
		t.Errorf("%s: %q, want %q", what, slices.Sorted(maps.Keys(got)), slices.Sorted(maps.Keys(want)))
	}
}

// orders are what hits are sorted by, none greater than the next.
func orders(t *testing.T, e Engine) {
	r := e.Reader(t)
	defer r.Close()
	low := func(h *index.Hit) string { return h.Claim.Low.String() }
	for _, c := range []struct {
		query string
		sort  index.Sort
		key   func(h *index.Hit) string
		want  string
	}{
		{`*`, index.Newest, func(h *index.Hit) string { return h.Doc }, "retour.txt wire/return.txt harvest.txt institute.md border.txt budget.txt"},
		{`*`, index.Oldest, func(h *index.Hit) string { return h.Doc }, "border.txt institute.md harvest.txt wire/return.txt retour.txt budget.txt"},
		{`*`, index.ByDocument, func(h *index.Hit) string { return h.Doc }, "border.txt budget.txt harvest.txt institute.md retour.txt wire/return.txt"},
		{`kind:claim`, index.Smallest, low, "12 800 3000 6000 27000 40000"},
		{`kind:claim`, index.Largest, low, "40000 27000 6000 3000 800 12"},
		{`kind:entity type:place`, index.Largest, func(h *index.Hit) string { return fmt.Sprint(h.Entity.Mentions) }, "4 2 1 1"},
		{`kind:entity type:place`, index.Smallest, func(h *index.Hit) string { return fmt.Sprint(h.Entity.Mentions) }, "1 1 2 4"},
	} {
		res, err := index.Do(context.Background(), r, index.Request{Query: c.query, Sort: c.sort, Limit: 50})
		if err != nil {
			t.Fatalf("%s: %v", c.query, err)
		}
		got := ""
		for i := range res.Hits {
			got += " " + c.key(&res.Hits[i])
		}
		if got != " "+c.want || len(res.Notes) > 0 {
			t.Errorf("%s by %s:%s, want %s; notes %q", c.query, c.sort, got, c.want, res.Notes)
		}
	}
	for query, sorts := range map[string][]index.Sort{
		`the`: {index.Largest, index.Smallest}, `kind:passage the`: {index.Newest, index.Oldest, index.Largest}, `kind:entity`: {index.Oldest},
	} {
		for _, s := range sorts {
			res, err := index.Do(context.Background(), r, index.Request{Query: query, Sort: s, Limit: 2})
			if err != nil || len(res.Notes) != 1 {
				t.Errorf("%s by %s: notes %q, %v, want one", query, s, res.Notes, err)
			}
		}
	}
}

// scored are scores of documents, as BM25 gives them by the records that have a
// field: those in other languages do not count. Engines may round the lengths
// of longer texts.
var scored = map[string]map[string]float64{
	`border OR fighters OR poor OR tunisia`: {"harvest.txt": 1.358, "wire/return.txt": 1.302, "institute.md": 0.645},
	`combattants`:                           {"retour.txt": 0.4829},
	`wheat`:                                 {"harvest.txt": 2.3065},
}

func scores(t *testing.T, e Engine) {
	r := e.Reader(t)
	defer r.Close()
	for query, want := range scored {
		res, err := index.Do(context.Background(), r, index.Request{Query: query, Limit: 50})
		if err != nil {
			t.Fatal(err)
		}
		found := 0
		for _, h := range res.Hits {
			if s, ok := want[h.Doc]; ok {
				found++
				if math.Abs(h.Score-s) > 0.01*s {
					t.Errorf("%s: %s has %.4f, want %.3f", query, h.Doc, h.Score, s)
				}
			}
		}
		if found != len(want) {
			t.Errorf("%s: %d of %d documents are found", query, found, len(want))
		}
	}
}

// alike is which documents are like which, best first; a document that shares
// no word that tells something is like none.
var alike = map[string]string{"retour.txt": "", "wire/return.txt": "institute.md", "border.txt": "harvest.txt"}

func like(t *testing.T, e Engine) {
	r := e.Reader(t)
	defer r.Close()
	for doc, first := range alike {
		q, err := index.Like(context.Background(), r, doc)
		if err != nil {
			t.Fatalf("%s: %v", doc, err)
		}
		res, err := index.Do(context.Background(), r, index.Request{Parsed: q, Without: []string{doc}, Limit: 20})
		if err != nil {
			t.Fatalf("%s: %v", doc, err)
		}
		if len(res.Hits) == 0 && first != "" || len(res.Hits) > 0 && res.Hits[0].Doc != first {
			t.Errorf("like %s, by %s: %+v, want %s first", doc, q, res.Hits, first)
		}
		for _, h := range res.Hits {
			if h.Doc == doc {
				t.Errorf("%s is like itself", doc)
			}
		}
	}
	if q, err := index.Like(context.Background(), r, "none.txt"); err == nil {
		t.Errorf("like a document that is not there: %s", q)
	}
}
