package index

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
	"strings"
	"sync"
)

// likeWords is how many of a document's words stand for it.
const likeWords = 24

// lightWords are English words that any text may have, whatever it is about.
var lightWords = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(`said say says saying told tell tells asked ask called call know knows knew known think thinks thought believe
		believes put puts get gets got make makes made take takes took taken come comes came go goes going went gone give gives gave given
		seen see sees saw show shows shown found find finds use used uses using want wants need needs say like just also only even still yet
		very more most less least other others another each every all both some any none few several one two three first second last next
		new old good great large small big long short own same different such well back again once never always often now then here there
		today yesterday year years month months week weeks day days time times ago since while during before after between among against
		under over above below about around through across into onto upon within without toward towards because although though however
		therefore perhaps may might must shall not nor yes people person man men woman women nobody somebody everybody something nothing
		everything thing things part parts way ways number numbers case cases place places point points fact kind sort group groups
		official officials report reports reported according percent per cent page monday tuesday wednesday thursday friday saturday sunday
		january february march april june july august september october november december`) {
		out[w] = true
	}
	return out
})

// Like returns the query that finds documents like the one with id doc: those
// of its words that tell it most from the others; nothing, if they have none.
// Ask it with Request.Parsed and Request.Without.
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
		case len(w.Exact) < 3 || stops[w.Exact] || lightWords()[w.Exact] || strings.ContainsAny(w.Exact[:1], "0123456789"):
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
		if len(found) > 0 && found[0].Docs > 1 { // what stands here alone finds nothing else
			w.weight = (1 + math.Log(float64(w.n))) * math.Log(1+float64(every.Total)/float64(found[0].Docs))
		}
	}
	words = slices.DeleteFunc(words, func(w *word) bool { return w.weight == 0 })
	slices.SortStableFunc(words, func(a, b *word) int { return cmp.Compare(b.weight, a.weight) })
	var parts []Query
	for _, w := range words[:min(len(words), likeWords)] {
		parts = append(parts, Term{w.text})
	}
	if q := combine(parts, func(l []Query) Query { return Or{l} }); q != nil {
		return q, nil
	}
	return Or{}, nil // no other has a word of it that tells something
}
