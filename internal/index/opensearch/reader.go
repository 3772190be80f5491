package opensearch

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"math"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"sync"
	"time"

	"analyze/internal/index"
)

// A Reader answers from the index as it was when it was opened. It is safe for
// concurrent use.
type Reader struct {
	k  *client
	mu sync.Mutex
	// pit is the reader's moment. It is lost with a node that goes, and then
	// taken anew.
	pit string
}

var _ index.Reader = (*Reader)(nil)

// keepAlive is how long the cluster keeps a reader's moment after it was asked
// last.
const keepAlive = "5m"

// OpenReader opens the index for reading.
func OpenReader(ctx context.Context, o Options) (*Reader, error) {
	k, err := connect(ctx, o)
	if err != nil {
		return nil, err
	}
	r := &Reader{k: k}
	return r, r.take(ctx, "")
}

// take takes a moment, unless another than lost has been taken already.
func (r *Reader) take(ctx context.Context, lost string) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.pit != lost {
		return nil
	}
	var pit struct {
		ID string `json:"pit_id"`
	}
	name := r.k.opts.Name
	err := r.k.do(ctx, "POST", "/"+url.PathEscape(name)+"/_search/point_in_time?keep_alive="+keepAlive, nil, &pit)
	if isStatus(err, 404) {
		return fmt.Errorf("there is no index %s in the cluster yet: run analyze first", name)
	}
	r.pit = pit.ID
	return err
}

func (r *Reader) moment() string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.pit
}

// Close lets the cluster forget the reader's moment.
func (r *Reader) Close() error {
	err := r.k.do(context.Background(), "DELETE", "/_search/point_in_time", m{"pit_id": []string{r.moment()}}, nil)
	if isStatus(err, 404) {
		return nil
	}
	return err
}

type searchResult struct {
	Hits struct {
		Total struct {
			Value int `json:"value"`
		} `json:"total"`
		Hits []struct {
			Score  *float64            `json:"_score"`
			Sort   []json.RawMessage   `json:"sort"`
			Fields map[string][]string `json:"fields"`
			Source struct {
				ID   string     `json:"id"`
				Card index.Card `json:"card"`
				Body string     `json:"body"`
			} `json:"_source"`
		} `json:"hits"`
	} `json:"hits"`
	Aggs    map[string]aggregation `json:"aggregations"`
	Suggest map[string][]struct {
		Options []struct {
			Text string `json:"text"`
			Freq int    `json:"freq"`
		} `json:"options"`
	} `json:"suggest"`
	Shards struct {
		Failed int `json:"failed"`
	} `json:"_shards"`
}

type aggregation struct {
	After   json.RawMessage `json:"after_key"`
	Error   int             `json:"doc_count_error_upper_bound"`
	Buckets []struct {
		Key   json.RawMessage `json:"key"`
		Count int             `json:"doc_count"`
	} `json:"buckets"`
}

// search asks the reader's moment. With several shards words weigh the same in
// each. Where a node has gone it is asked again, of those that are left.
func (r *Reader) search(ctx context.Context, body m, out *searchResult) error {
	if _, ok := body["track_total_hits"]; !ok {
		body["track_total_hits"] = false
	}
	for wait := 200 * time.Millisecond; ; wait *= 2 {
		pit := r.moment()
		body["pit"] = m{"id": pit, "keep_alive": keepAlive}
		*out = searchResult{}
		err := r.k.do(ctx, "POST", "/_search?search_type=dfs_query_then_fetch&allow_partial_search_results=false", body, out)
		if err == nil && out.Shards.Failed > 0 {
			err = &statusError{503, fmt.Sprintf("%d shards of the index %s do not answer", out.Shards.Failed, r.k.opts.Name)}
		}
		if err == nil || wait > 10*time.Second || !isStatus(err, 404) && !isStatus(err, 503) && !isStatus(err, 500) {
			return err
		}
		if err := sleep(ctx, wait); err != nil {
			return err
		}
		if taken := r.take(ctx, pit); taken != nil && !isStatus(taken, 503) {
			return err
		}
	}
}

// sortFields are what kinds are sorted by: date, value.
var sortFields = map[index.Sort]map[index.Kind]string{
	index.Newest:   {index.Document: index.NumDateHigh, index.Claim: index.NumTimeHigh},
	index.Oldest:   {index.Document: index.NumDateLow, index.Claim: index.NumTimeLow},
	index.Largest:  {index.Claim: index.NumHigh, index.Entity: index.NumCount},
	index.Smallest: {index.Claim: index.NumLow, index.Entity: index.NumCount},
}

// noKey sorts what has no date or value behind all that have.
const noKey = math.MaxFloat64

// window is how many hits are asked for at a time.
const window = 5000

// Find returns the records that a search asks for.
func (r *Reader) Find(ctx context.Context, s index.Search) (*index.Found, error) {
	q, err := r.ofKind(ctx, s.Node, s.Kind)
	if err != nil {
		return nil, err
	}
	body := m{"query": q, "_source": false, "docvalue_fields": []string{fieldID}, "track_total_hits": true, "track_scores": true}
	field, sign := sortFields[s.Sort][s.Kind], 1.0
	order := []any{m{fieldID: "asc"}}
	switch {
	case field != "" && (s.Sort == index.Oldest || s.Sort == index.Smallest):
		sign = -1
		order = []any{m{field: m{"order": "asc", "missing": noKey}}, m{fieldID: "asc"}}
	case field != "":
		order = []any{m{field: m{"order": "desc", "missing": -noKey}}, m{fieldID: "asc"}}
	case s.Sort == "" || s.Sort == index.ByRelevance:
		order = []any{m{"_score": "desc"}, m{fieldID: "asc"}}
	}
	body["sort"] = order
	after := s.After
	out := &index.Found{Total: -1}
	for left := s.Limit; ; {
		body["size"] = min(left, window)
		if after != nil {
			key := []any{after.ID}
			if len(order) > 1 {
				key = []any{sign * after.Key, after.ID}
			}
			body["search_after"] = key
		}
		if out.Total < 0 && len(s.Facets) > 0 {
			body["aggs"] = facetAggs(s)
		}
		var res searchResult
		if err := r.search(ctx, body, &res); err != nil {
			return nil, err
		}
		if out.Total < 0 {
			out.Total = res.Hits.Total.Value
			if err := r.readFacets(ctx, out, &res, &s, q); err != nil {
				return nil, err
			}
			delete(body, "aggs")
			body["track_total_hits"] = false
		}
		for _, h := range res.Hits.Hits {
			f := index.FoundHit{ID: h.Fields[fieldID][0]}
			if h.Score != nil {
				f.Score = *h.Score
			}
			if len(order) > 1 {
				if err := json.Unmarshal(h.Sort[0], &f.Key); err != nil {
					return nil, fmt.Errorf("OpenSearch sorts by what is no number: %w", err)
				}
				f.Key *= sign
			}
			out.Hits = append(out.Hits, f)
			after = &index.Position{Key: f.Key, ID: f.ID}
		}
		if left -= len(res.Hits.Hits); left <= 0 || len(res.Hits.Hits) < window {
			return out, nil
		}
	}
}

func facetField(name string) string {
	if index.Schema[name] == index.Counted {
		return name + suffixFacet
	}
	return name
}

func facetAggs(s index.Search) m {
	out := m{}
	for _, f := range s.Facets {
		out[f] = m{"terms": m{"field": facetField(f), "size": max(1, s.FacetSize), "shard_size": 5000, "order": []any{m{"_count": "desc"}, m{"_key": "asc"}}}}
	}
	return out
}

// readFacets takes the counts; where those of several shards do not add up for
// certain, all values are counted.
func (r *Reader) readFacets(ctx context.Context, out *index.Found, res *searchResult, s *index.Search, q m) error {
	for _, f := range s.Facets {
		if out.Facets == nil {
			out.Facets = map[string][]index.Count{}
		}
		a := res.Aggs[f]
		counts := []index.Count{}
		for _, b := range a.Buckets {
			counts = append(counts, index.Count{Value: text(b.Key), Count: b.Count})
		}
		if a.Error > 0 {
			var err error
			if counts, err = r.countAll(ctx, q, facetField(f)); err != nil {
				return err
			}
			slices.SortFunc(counts, func(a, b index.Count) int { return cmp.Or(b.Count-a.Count, strings.Compare(a.Value, b.Value)) })
			counts = counts[:min(len(counts), s.FacetSize)]
		}
		out.Facets[f] = counts
	}
	return nil
}

func text(raw json.RawMessage) string {
	var s string
	if json.Unmarshal(raw, &s) != nil {
		return string(raw)
	}
	return s
}

// countAll counts the values of a field exactly.
func (r *Reader) countAll(ctx context.Context, q m, field string) ([]index.Count, error) {
	var out []index.Count
	composite := m{"size": 10000, "sources": []any{m{"v": m{"terms": m{"field": field}}}}}
	for {
		var res searchResult
		if err := r.search(ctx, m{"query": filtered(q), "size": 0, "aggs": m{"all": m{"composite": composite}}}, &res); err != nil {
			return nil, err
		}
		a := res.Aggs["all"]
		for _, b := range a.Buckets {
			var key struct{ V string }
			if err := json.Unmarshal(b.Key, &key); err != nil {
				return nil, err
			}
			out = append(out, index.Count{Value: key.V, Count: b.Count})
		}
		if len(a.After) == 0 || len(a.Buckets) == 0 {
			return out, nil
		}
		composite["after"] = a.After
	}
}

// values are the values that the records have in a field.
func (r *Reader) values(ctx context.Context, q m, field string) ([]string, error) {
	counts, err := r.countAll(ctx, q, field)
	out := make([]string, len(counts))
	for i, c := range counts {
		out[i] = c.Value
	}
	return out, err
}

// Get returns the records with those ids, with Card and Body only.
func (r *Reader) Get(ctx context.Context, ids []string) ([]index.Record, error) {
	out := make([]index.Record, len(ids))
	at := map[string]int{}
	for i, id := range ids {
		at[id] = i
	}
	for chunk := range slices.Chunk(ids, 500) {
		var res searchResult
		err := r.search(ctx, m{"query": filtered(m{"terms": m{fieldID: chunk}}), "size": len(chunk), "_source": []string{fieldID, fieldCard, fieldBody}}, &res)
		if err != nil {
			return nil, err
		}
		for _, h := range res.Hits.Hits {
			out[at[h.Source.ID]] = index.Record{ID: h.Source.ID, Card: h.Source.Card, Body: h.Source.Body}
		}
	}
	for i, id := range ids { // an id may stand twice
		out[i] = out[at[id]]
	}
	return out, nil
}

// Languages returns the languages of the documents, sorted.
func (r *Reader) Languages(ctx context.Context) ([]string, error) {
	out, err := r.values(ctx, filtered(m{"term": m{index.KeyRecord: index.Document.String()}}), index.KeyLanguage)
	slices.Sort(out)
	return out, err
}

// Expand returns the words of a field that fit p, the nearest and most common
// first.
func (r *Reader) Expand(ctx context.Context, p index.Pattern, limit int) ([]index.Expansion, bool, error) {
	if p.Edits > 0 {
		return r.expandFuzzy(ctx, p, limit)
	}
	expression := strings.NewReplacer(`\*`, `.*`, `\?`, `.`).Replace(regexp.QuoteMeta(p.Text))
	include := any(expression)
	if !strings.ContainsAny(p.Text, "*?") {
		include = []string{p.Text}
	}
	var res searchResult
	err := r.search(ctx, m{"size": 0, "aggs": m{"words": m{"terms": m{
		"field": cmp.Or(p.Field, index.FieldExact), "include": include, "size": limit + 1, "shard_size": 10 * (limit + 1), "order": []any{m{"_count": "desc"}, m{"_key": "asc"}},
	}}}}, &res)
	if err != nil {
		return nil, false, err
	}
	var out []index.Expansion
	for _, b := range res.Aggs["words"].Buckets {
		out = append(out, index.Expansion{Word: text(b.Key), Docs: b.Count})
	}
	return out[:min(len(out), limit)], len(out) > limit, nil
}

func (r *Reader) expandFuzzy(ctx context.Context, p index.Pattern, limit int) ([]index.Expansion, bool, error) {
	var res searchResult
	err := r.search(ctx, m{"size": 0, "suggest": m{"text": p.Text, "words": m{"term": m{
		"field": cmp.Or(p.Field, index.FieldExact), "suggest_mode": "always", "size": limit + 1, "shard_size": 10 * (limit + 1), "max_edits": p.Edits,
		"prefix_length": 0, "min_word_length": 1, "accuracy": 0.0, "max_inspections": 50, "string_distance": "levenshtein", "analyzer": "keyword",
	}}}}, &res)
	if err != nil {
		return nil, false, err
	}
	out, _, err := r.Expand(ctx, index.Pattern{Text: p.Text, Field: p.Field}, 1)
	if err != nil {
		return nil, false, err
	}
	for _, s := range res.Suggest["words"] {
		for _, o := range s.Options {
			if d := index.Distance(p.Text, o.Text); d <= p.Edits && d > 0 {
				out = append(out, index.Expansion{Word: o.Text, Docs: o.Freq, Edits: d})
			}
		}
	}
	slices.SortFunc(out, func(a, b index.Expansion) int {
		return cmp.Or(a.Edits-b.Edits, b.Docs-a.Docs, strings.Compare(a.Word, b.Word))
	})
	return out[:min(len(out), limit)], len(out) > limit, nil
}
