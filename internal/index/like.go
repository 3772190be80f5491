package index

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
	"strings"
)

// likeWords is how many of a document's words stand for it.
const likeWords = 24

// Like returns the query that finds documents like the one with id doc: those
// of its words that tell it most from the others. Ask it with Request.Parsed
// and Request.Without.
func Like(ctx context.Context, r Reader, doc string) (Query, error) {
	list, err := r.Get(ctx, []string{DocumentID(doc)})
	if err != nil {
		return nil, err
	}
	if list[0].ID == "" {
		return nil, fmt.Errorf("no document is called %s: analyze export documents lists them", doc)
	}
	every, err := r.Find(ctx, Search{Kind: Document, Node: EveryNode{}})
	if err != nil {
		return nil, err
	}
	type word struct {
		text   string
		n      int
		weight float64
	}
	byStem, stops := map[string]*word{}, stopWordsOf(BaseLanguage(list[0].Card.Lang))
	var words []*word
	NewAnalyzer(list[0].Card.Lang).Words(list[0].Body, func(w Word) bool {
		switch e := byStem[w.Stem]; {
		case len(w.Exact) < 3 || stops[w.Exact] || strings.ContainsAny(w.Exact[:1], "0123456789"):
		case e != nil:
			e.n++
		default:
			byStem[w.Stem] = &word{text: w.Exact, n: 1}
			words = append(words, byStem[w.Stem])
		}
		return true
	})
	slices.SortStableFunc(words, func(a, b *word) int { return b.n - a.n })
	words = words[:min(len(words), 8*likeWords)]
	for _, w := range words {
		found, _, err := r.Expand(ctx, Pattern{Text: w.text}, 1)
		if err != nil {
			return nil, err
		}
		docs := 1
		if len(found) > 0 {
			docs = found[0].Docs
		}
		w.weight = (1 + math.Log(float64(w.n))) * math.Log(1+float64(every.Total)/float64(docs))
	}
	slices.SortStableFunc(words, func(a, b *word) int { return cmp.Compare(b.weight, a.weight) })
	var parts []Query
	for _, w := range words[:min(len(words), likeWords)] {
		parts = append(parts, Term{w.text})
	}
	if q := combine(parts, func(l []Query) Query { return Or{l} }); q != nil {
		return q, nil
	}
	return nil, fmt.Errorf("%s has no words to go by", doc)
}
