package indextest

import (
	"context"
	"fmt"
	"testing"

	"analyze/internal/index"
)

// batches are queries with the documents of each tier, copies too.
var batches = map[string][]string{
	`recruits`:              {"[border.txt]", "[]", "[]"},
	`recruts`:               {"[]", "[border.txt]", "[]"},
	`rcruts`:                {"[]", "[]", "[border.txt]"},
	`"at night"`:            {"[border.txt]", "[]", "[]"},
	`"nigtt at"`:            {"[]", "[border.txt]", "[]"},
	`"police surprised"`:    {"[]", "[wire/return-copy.txt wire/return.txt]", "[]"},
	`claim:wheat`:           {"[harvest.txt]", "[]", "[]"},
	`kind:passage grant`:    {"[budget.txt]", "[]", "[]"},
	`wheat OR recruits`:     {"[border.txt harvest.txt]", "[]", "[]"},
	`fighters date:2017..`:  {"[wire/return-copy.txt wire/return.txt]", "[]", "[]"},
	`zebra`:                 {"[]", "[]", "[]"},
	`kind:entity orchard`:   {"[institute.md wire/return-copy.txt wire/return.txt]", "[]", "[]"},
	`actor:"Islamic State"`: {"[border.txt institute.md]", "[]", "[]"},
}

// batch answers queries in tiers.
func batch(t *testing.T, e Engine) {
	r := e.Reader(t)
	defer r.Close()
	for query, want := range batches {
		for tiers := range index.Tiers + 2 {
			list, err := index.Batch(context.Background(), r, query, tiers, nil)
			if err != nil {
				t.Fatalf("%s: %v", query, err)
			}
			if len(list) != min(tiers, index.Tiers) {
				t.Errorf("%s: %d of %d tiers", query, len(list), tiers)
			}
			for i, tier := range list {
				if got := fmt.Sprint(tier.Documents); got != want[i] || tier.Tier != i+1 {
					t.Errorf("%s, tier %d: %s, want %s", query, tier.Tier, got, want[i])
				}
			}
		}
	}
	if _, err := index.Batch(context.Background(), r, "(wheat", 1, nil); err == nil {
		t.Error("a bracket that is left open is no error")
	}
	batchAmong(t, r)
}

// batchAmong asks some of the documents alone.
func batchAmong(t *testing.T, r index.Reader) {
	for _, c := range []struct {
		query, want string
		docs        []string
	}{
		{`wheat OR recruits`, "[{1 [harvest.txt]} {2 []}]", []string{"harvest.txt", "budget.txt"}},
		{`recruts`, "[{1 []} {2 [border.txt]}]", []string{"border.txt"}},
		{`kind:entity orchard`, "[{1 [institute.md]} {2 []}]", []string{"border.txt", "institute.md"}},
		{`claim:wheat`, "[{1 []} {2 []}]", []string{"border.txt"}},
		{`wheat`, "[{1 []} {2 []}]", []string{}},
	} {
		list, err := index.Batch(context.Background(), r, c.query, 2, c.docs)
		if got := fmt.Sprint(list); err != nil || got != c.want {
			t.Errorf("%s among %s: %s, want %s (%v)", c.query, c.docs, got, c.want, err)
		}
	}
}
