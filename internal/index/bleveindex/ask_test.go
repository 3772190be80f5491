package bleveindex

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"testing"

	"analyze/internal/doc"
	"analyze/internal/index"
	"analyze/internal/index/indextest"
)

// Whatever is asked is answered, or refused with the place of the fault: twice
// in the same way, with hits that lie in their documents.
func FuzzAsk(f *testing.F) {
	for _, p := range index.QueryHelp {
		for i, ex := range p.Examples {
			f.Add(ex.Query, uint8(i), i%2 == 0)
		}
	}
	for _, q := range []string{`-a -b`, `NOT (a OR b) kind:claim`, `kind:entity near-place:Mosul 1km`, `same:passage kind:claim a`, `title:a* OR doc:b~2`, `value:>1e9 asof:2015`, `name:"" x`, "é* \xff"} {
		f.Add(q, uint8(len(q)), true)
	}
	a := newAsker(f)
	f.Fuzz(func(t *testing.T, query string, sort uint8, any bool) { a.ask(t, query, sort, any) })
}

// Queries put together from those of the help are answered.
func TestAskTogether(t *testing.T) {
	a, r := newAsker(t), rand.New(rand.NewPCG(2, 7))
	var parts []string
	for _, p := range index.QueryHelp {
		for _, ex := range p.Examples {
			parts = append(parts, ex.Query)
		}
	}
	answered := 0
	for i := range 300 {
		query := parts[r.IntN(len(parts))]
		for range 1 + r.IntN(3) {
			form := []string{"%s %s", "(%s) OR (%s)", "%s NOT (%s)", "(%s) AND (%s)", "%s near/3 %s"}[r.IntN(5)]
			query = fmt.Sprintf(form, query, parts[r.IntN(len(parts))])
		}
		if a.ask(t, query, uint8(i), i%3 == 0) {
			answered++
		}
	}
	if answered < 60 {
		t.Errorf("%d of 300 queries are answered: they test little", answered)
	}
}

// An asker asks the index of the suite's collection.
type asker struct {
	r    *Reader
	coll *doc.Collection
}

func newAsker(t testing.TB) *asker {
	dir := filepath.Join(t.TempDir(), "index")
	a := &asker{coll: indextest.Collection()}
	w, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	_, err = index.Update(context.Background(), w, a.coll, nil)
	if err = errors.Join(err, w.Close()); err != nil {
		t.Fatal(err)
	}
	if a.r, err = OpenReader(dir); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { a.r.Close() })
	return a
}

// ask reports whether the query is understood, and checks its answers.
func (a *asker) ask(t *testing.T, query string, sort uint8, any bool) bool {
	t.Helper()
	r, coll := a.r, a.coll
	req := index.Request{Query: query, Limit: 3, Facets: true, Sort: index.Sorts[int(sort)%len(index.Sorts)], Any: any}
	first, err := index.Do(context.Background(), r, req)
	var syntax *index.SyntaxError
	if err != nil {
		if !errors.As(err, &syntax) || syntax.At < 0 || syntax.At > len(query) {
			t.Fatalf("%q: %v", query, err)
		}
		return false
	}
	second, err := index.Do(context.Background(), r, req)
	if err != nil || text(t, first) != text(t, second) {
		t.Fatalf("%q: %s, then %s, %v", query, text(t, first), text(t, second), err)
	}
	if len(first.Hits) != min(3, first.Total) || (first.Cursor == nil) != (first.Total <= 3) {
		t.Fatalf("%q: %d of %d hits, cursor %v", query, len(first.Hits), first.Total, first.Cursor)
	}
	for _, h := range first.Hits {
		if h.Kind == "entity" {
			continue
		}
		d, err := coll.Open(h.Doc)
		if err != nil || h.Start < 0 || h.End < h.Start || h.End > len(d.Text) {
			t.Fatalf("%q: %s at %d-%d, %v", query, h.Doc, h.Start, h.End, err)
		}
	}
	if _, err := index.Concordance(context.Background(), r, query, 20, "left"); err != nil && !errors.As(err, &syntax) {
		t.Fatalf("%q: a concordance: %v", query, err)
	}
	if _, err := index.Batch(context.Background(), r, query, index.Tiers, nil); err != nil && !errors.As(err, &syntax) {
		t.Fatalf("%q: a batch: %v", query, err)
	}
	return true
}

func text(t *testing.T, res *index.Results) string {
	b, err := json.Marshal(res)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
