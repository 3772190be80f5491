package bleveindex

import (
	"context"
	"path/filepath"
	"reflect"
	"runtime"
	"testing"

	"analyze/internal/index"
)

// What several processors find together is what one finds.
func TestTogether(t *testing.T) {
	if runtime.GOMAXPROCS(0) < 2 {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(3))
	}
	defer func(n int) { parallelCost = n }(parallelCost)
	dir := filepath.Join(t.TempDir(), "index")
	if err := writeRevision(dir, 3); err != nil {
		t.Fatal(err)
	}
	r, err := OpenReader(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if len(r.view.parts) < 2 {
		t.Fatalf("the index has %d segments", len(r.view.parts))
	}
	for _, query := range []string{
		"*", "river", "river winter", "river OR winter", `"river winter"`, "river near/3 winter", "river NOT winter", "title:river", "date:2000..2010",
		"riv*", "same:passage river winter", "kind:passage river", "kind:entity organisation", "river -winter date:2000..",
	} {
		for _, req := range []index.Request{
			{Limit: 10, Facets: true}, {Limit: 1000}, {Facets: true}, {Limit: 7, Sort: index.Newest, Facets: true}, {Limit: 7, Sort: index.ByDocument},
		} {
			req.Query = query
			parallelCost = 1 << 30
			one, err := index.Do(context.Background(), r, req)
			if err != nil {
				t.Fatal(err)
			}
			parallelCost = 0
			both, err := index.Do(context.Background(), r, req)
			if err != nil {
				t.Fatal(err)
			}
			if !reflect.DeepEqual(one, both) {
				t.Errorf("%s %+v: one processor finds %d, several %d, or in another order", query, req, one.Total, both.Total)
			}
		}
	}
	s := index.Search{Node: index.EveryNode{}}
	if n := len(r.groups(&s)); n < 2 {
		t.Errorf("everything is searched in %d groups", n)
	}
}
