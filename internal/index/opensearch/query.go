package opensearch

import (
	"context"
	"math"
	"strings"

	"analyze/internal/index"
)

// nothing finds nothing.
var nothing = m{"match_none": m{}}

// filtered is q without a score.
func filtered(q any) m { return m{"bool": m{"filter": []any{q}}} }

// query translates a node for records of kind k. Nodes on records of other
// kinds are answered first, and stand in it as lists of documents.
func (r *Reader) query(ctx context.Context, n index.Node, k index.Kind) (m, error) {
	switch n := n.(type) {
	case index.EveryNode:
		return filtered(m{"match_all": m{}}), nil
	case index.WordsNode:
		var rows []any
		for _, row := range n.Rows {
			rows = append(rows, rowQuery(row))
		}
		return anyOf(rows), nil
	case index.NearNode:
		return nearQuery(n), nil
	case index.AnyNode:
		if len(n.Words) == 0 {
			return nothing, nil
		}
		return m{"constant_score": m{"filter": m{"terms": m{n.Field: n.Words}}}}, nil
	case index.KeyNode:
		return keyQuery(n), nil
	case index.RangeNode:
		return rangeQuery(n), nil
	case index.CopyNode:
		return filtered(m{"exists": m{"field": index.KeyCopy}}), nil
	case index.DocsNode:
		return r.docsQuery(ctx, n)
	case index.AndNode:
		return r.andQuery(ctx, n, k)
	case index.OrNode:
		parts, err := r.queries(ctx, n.Any, k)
		return anyOf(parts), err
	}
	return nothing, nil
}

func (r *Reader) queries(ctx context.Context, list []index.Node, k index.Kind) ([]any, error) {
	out := []any{}
	for _, n := range list {
		q, err := r.query(ctx, n, k)
		if err != nil {
			return nil, err
		}
		out = append(out, q)
	}
	return out, nil
}

func anyOf(parts []any) m {
	if len(parts) == 0 {
		return nothing
	}
	return m{"bool": m{"should": parts, "minimum_should_match": 1}}
}

func rowQuery(r index.WordRow) m {
	if len(r.Words) == 1 {
		return m{"term": m{r.Field: m{"value": clip(r.Words[0]), "boost": r.Weight}}}
	}
	return m{"match_phrase": m{r.Field: m{"query": joined(r.Words), "boost": r.Weight}}}
}

func joined(words []string) string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = clip(w)
	}
	return strings.Join(out, " ")
}

func nearQuery(n index.NearNode) m {
	row := func(words []string) m {
		return m{"match": m{"query": joined(words), "max_gaps": 0, "ordered": true}}
	}
	return m{"intervals": m{n.Field: m{"boost": n.Weight, "all_of": m{
		"ordered": false, "max_gaps": n.Distance, "intervals": []any{row(n.A), row(n.B)},
	}}}}
}

func keyQuery(n index.KeyNode) m {
	if len(n.Values) == 0 {
		return nothing
	}
	if index.Schema[n.Field] != index.Counted {
		return filtered(m{"terms": m{n.Field: n.Values}})
	}
	if len(n.Values) > 500 {
		return filtered(m{"terms": m{n.Field: n.Values}})
	}
	var parts []any
	for _, v := range n.Values {
		parts = append(parts, m{"term": m{n.Field: m{"value": v, "boost": 0.5}}})
	}
	return anyOf(parts)
}

func rangeQuery(n index.RangeNode) m {
	from, to := "gte", "lte"
	if n.Over {
		from = "gt"
	}
	if n.Under {
		to = "lt"
	}
	high, low := m{from: finite(n.From)}, m{to: finite(n.To)}
	if math.IsInf(n.From, -1) {
		high = m{"gte": -infinite}
	}
	if math.IsInf(n.To, 1) {
		low = m{"lte": infinite}
	}
	return m{"bool": m{"filter": []any{m{"range": m{n.High: high}}, m{"range": m{n.Low: low}}}}}
}

func (r *Reader) andQuery(ctx context.Context, n index.AndNode, k index.Kind) (m, error) {
	b := m{}
	for name, list := range map[string][]index.Node{"must": n.Must, "filter": n.Filter, "must_not": n.Not, "should": n.Should} {
		if len(list) == 0 {
			continue
		}
		parts, err := r.queries(ctx, list, k)
		if err != nil {
			return nil, err
		}
		b[name] = parts
	}
	b["minimum_should_match"] = 0
	return m{"bool": b}, nil
}

// scoredDocs is how many documents at most keep the score of their best part;
// those behind count as the last of them.
const scoredDocs = 500

// docsQuery finds the records of documents that have a record which n finds:
// the documents are gathered first.
func (r *Reader) docsQuery(ctx context.Context, n index.DocsNode) (m, error) {
	q, err := r.ofKind(ctx, n.Node, n.Kind)
	if err != nil {
		return nil, err
	}
	docs, err := r.values(ctx, q, index.KeyDoc)
	if err != nil || len(docs) == 0 {
		return nothing, err
	}
	in := filtered(m{"terms": m{index.KeyDoc: docs}})
	if !n.Scored {
		return in, nil
	}
	var res searchResult
	err = r.search(ctx, m{"query": q, "size": scoredDocs, "_source": false, "docvalue_fields": []string{index.KeyDoc},
		"collapse": m{"field": index.KeyDoc}, "sort": []any{m{"_score": "desc"}, m{fieldID: "asc"}}, "track_scores": true}, &res)
	if err != nil {
		return nil, err
	}
	var scores []any
	for _, h := range res.Hits.Hits {
		if d := h.Fields[index.KeyDoc]; len(d) > 0 && h.Score != nil {
			scores = append(scores, m{"constant_score": m{"filter": m{"term": m{index.KeyDoc: d[0]}}, "boost": math.Max(*h.Score, 1e-6)}})
		}
	}
	return m{"bool": m{"filter": []any{in}, "should": scores}}, nil
}

// ofKind is a query for records of one kind only.
func (r *Reader) ofKind(ctx context.Context, n index.Node, k index.Kind) (m, error) {
	q, err := r.query(ctx, n, k)
	return m{"bool": m{"must": []any{q}, "filter": []any{m{"term": m{index.KeyRecord: k.String()}}}}}, err
}
