package bleveindex

import (
	"cmp"
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"analyze/internal/index"

	bleveindex "github.com/blevesearch/bleve_index_api"
)

// Expand returns the words of the documents that fit p, the nearest and most
// common first.
func (r *Reader) Expand(_ context.Context, p index.Pattern, limit int) ([]index.Expansion, bool, error) {
	var dict bleveindex.FieldDict
	var err error
	if p.Edits > 0 {
		dict, err = r.snapshot.FieldDictFuzzy(index.FieldExact, p.Text, p.Edits, "")
	} else if !strings.ContainsAny(p.Text, "*?") {
		dict, err = r.snapshot.FieldDictRange(index.FieldExact, []byte(p.Text), []byte(p.Text))
	} else {
		dict, err = r.snapshot.FieldDictRegexp(index.FieldExact, expression(p.Text))
	}
	if err != nil {
		return nil, false, fmt.Errorf("looking up %q: %w", p.Text, err)
	}
	defer dict.Close()
	var out []index.Expansion
	for {
		e, err := dict.Next()
		if err != nil {
			return nil, false, fmt.Errorf("looking up %q: %w", p.Text, err)
		}
		if e == nil {
			break
		}
		out = append(out, index.Expansion{Word: e.Term, Docs: int(e.Count), Edits: index.Distance(p.Text, e.Term)})
	}
	if p.Edits == 0 {
		for i := range out {
			out[i].Edits = 0
		}
	}
	slices.SortFunc(out, func(a, b index.Expansion) int {
		return cmp.Or(a.Edits-b.Edits, b.Docs-a.Docs, strings.Compare(a.Word, b.Word))
	})
	return out[:min(len(out), limit)], len(out) > limit, nil
}

func expression(pattern string) string {
	s := regexp.QuoteMeta(pattern)
	return strings.NewReplacer(`\*`, `.*`, `\?`, `.`).Replace(s)
}
