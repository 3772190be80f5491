package index

import (
	"context"
	"slices"
	"strings"
)

// Tiers are the ways in which a batch of queries looks for each of them, from
// the strictest: as it is written, with one letter of each word wrong, with two.
const Tiers = 3

// A BatchResult is what a query of a batch found in one tier, less what it
// found in the tiers before.
type BatchResult struct {
	Tier      int      // from 1
	Documents []string // by id
}

// Batch answers a query in a number of tiers, by those of docs unless that is
// nil. Copies count as documents.
func Batch(ctx context.Context, r Reader, query string, tiers int, docs []string) ([]BatchResult, error) {
	q, err := Parse(query)
	if err != nil {
		return nil, err
	}
	seen := map[string]bool{}
	var out []BatchResult
	for tier := 1; tier <= min(tiers, Tiers); tier++ {
		found, err := documentsOf(ctx, r, loosened(q, tier-1), docs)
		if err != nil {
			return nil, err
		}
		found = slices.DeleteFunc(found, func(d string) bool { return seen[d] })
		for _, d := range found {
			seen[d] = true
		}
		out = append(out, BatchResult{tier, found})
	}
	return out, nil
}

// documentsOf returns those of docs, nil for all, that hold what q finds, sorted.
func documentsOf(ctx context.Context, r Reader, q Query, docs []string) ([]string, error) {
	p, err := planQuery(ctx, r, q, false)
	if err != nil {
		return nil, err
	}
	switch p.kind {
	case Document:
	case Entity: // documents that name them
		ids, err := allOf(ctx, r, p, Request{Copies: true})
		if err != nil {
			return nil, err
		}
		for i, id := range ids {
			ids[i] = strings.TrimPrefix(id, EntityID(""))
		}
		p.node, p.kind = OrNode{[]Node{KeyNode{KeyActor, ids}, KeyNode{KeyPlace, ids}}}, Document
	default:
		p.node, p.kind = DocsNode{Kind: p.kind, Node: p.node}, Document
	}
	ids, err := allOf(ctx, r, p, Request{Copies: true, Docs: docs})
	if err != nil {
		return nil, err
	}
	for i, id := range ids {
		ids[i] = strings.TrimPrefix(id, DocumentID(""))
	}
	return ids, nil
}

// loosened allows each word of q a number of wrong letters, one at most in
// words of up to five letters; phrases become words in one document.
func loosened(q Query, edits int) Query {
	if edits == 0 {
		return q
	}
	slip := func(word string) Query {
		n := edits
		if len(word) < 4 {
			return Term{word}
		}
		if len(word) < 6 {
			n = 1
		}
		return Or{[]Query{Term{word}, Fuzzy{word, n}}}
	}
	each := func(parts []Query) []Query {
		out := make([]Query, len(parts))
		for i, p := range parts {
			out[i] = loosened(p, edits)
		}
		return out
	}
	switch q := q.(type) {
	case Term:
		return slip(q.Text)
	case Phrase:
		var parts []Query
		NewAnalyzer("en").Words(q.Text, func(w Word) bool { parts = append(parts, slip(w.Exact)); return true })
		if len(parts) == 0 {
			return q
		}
		return combine(parts, func(l []Query) Query { return And{l} })
	case And:
		return And{each(q.Parts)}
	case Or:
		return Or{each(q.Parts)}
	}
	return q
}
