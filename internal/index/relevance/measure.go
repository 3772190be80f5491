package relevance

import (
	"context"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"

	"analyze/internal/index"
)

// Scores are the means over all queries.
type Scores struct {
	Documents int     `json:"documents"`
	Queries   int     `json:"queries"`
	NDCG      float64 `json:"ndcg@10"`
	MRR       float64 `json:"mrr"` // of the first 100
	Recall    float64 `json:"recall@100"`
	// Each has the scores of each query.
	Each []Query `json:"each"`
}

// A Query is one query with its scores and its first answers.
type Query struct {
	ID     string   `json:"id"`
	Text   string   `json:"text"`
	NDCG   float64  `json:"ndcg@10"`
	MRR    float64  `json:"mrr"`
	Recall float64  `json:"recall@100"`
	First  []string `json:"first"`
}

// depth is how far down the answers are looked at.
const depth = 100

// Index puts the documents into w.
func Index(ctx context.Context, w index.Writer, c *Collection) error {
	var batch []index.Change
	for _, d := range c.Documents {
		text := d.Text
		if d.Title != "" && !strings.HasPrefix(text, d.Title) {
			text = d.Title + "\n\n" + text
		}
		batch = append(batch, index.Change{Doc: d.ID, Records: []index.Record{{
			ID: index.DocumentID(d.ID), Kind: index.Document, Lang: "en",
			Texts: []index.Text{{Field: index.FieldText, Text: text}, {Field: index.FieldTitle, Text: d.Title}, {Field: index.FieldExact, Text: text}},
			Keys:  []index.KeyValue{{Field: index.KeyRecord, Value: index.Document.String()}, {Field: index.KeyDoc, Value: d.ID}, {Field: index.KeyLanguage, Value: "en"}},
			Card:  index.Card{Doc: d.ID, Title: d.Title},
		}}})
		if len(batch) == index.BatchRecords {
			if err := w.Apply(ctx, batch); err != nil {
				return err
			}
			batch = nil
		}
	}
	if err := w.Apply(ctx, batch); err != nil {
		return err
	}
	return w.Publish(ctx)
}

// Measure asks all queries and scores the answers.
func Measure(ctx context.Context, r index.Reader, c *Collection) (*Scores, error) {
	s := &Scores{Documents: len(c.Documents), Queries: len(c.Queries)}
	for _, q := range sorted(c.Queries) {
		res, err := index.Do(ctx, r, index.Request{Parsed: index.Bag(q.Text), Limit: depth, Any: true})
		if err != nil {
			return nil, fmt.Errorf("query %s: %w", q.ID, err)
		}
		var got []string
		for _, h := range res.Hits {
			if h.Doc != q.ID { // in some collections queries are documents
				got = append(got, h.Doc)
			}
		}
		one := score(got, c.Judgements[q.ID])
		one.ID, one.Text = q.ID, q.Text
		s.Each = append(s.Each, one)
		s.NDCG += one.NDCG / float64(len(c.Queries))
		s.MRR += one.MRR / float64(len(c.Queries))
		s.Recall += one.Recall / float64(len(c.Queries))
	}
	return s, nil
}

// score scores answers in their order. nDCG is Järvelin and Kekäläinen's (2002)
// with the judgement itself as the gain, as trec_eval counts it.
func score(got []string, want map[string]int) Query {
	q := Query{First: slices.Clone(got[:min(len(got), 10)])}
	gain, found := 0.0, 0
	for i, d := range got {
		g := want[d]
		if g <= 0 {
			continue
		}
		if found++; found == 1 {
			q.MRR = 1 / float64(i+1)
		}
		if i < 10 {
			gain += float64(g) / math.Log2(float64(i+2))
		}
	}
	var best []int
	for _, g := range want {
		best = append(best, g)
	}
	slices.SortFunc(best, func(a, b int) int { return b - a })
	ideal := 0.0
	for i, g := range best[:min(len(best), 10)] {
		ideal += float64(g) / math.Log2(float64(i+2))
	}
	if ideal > 0 {
		q.NDCG = gain / ideal
	}
	if len(want) > 0 {
		q.Recall = float64(found) / float64(len(want))
	}
	return q
}

// Write prints the scores, and those of each query.
func (s *Scores) Write(w io.Writer, each bool) error {
	if each {
		for _, q := range s.Each {
			if _, err := fmt.Fprintf(w, "%-8s %.3f  %.3f  %.3f  %s\n", q.ID, q.NDCG, q.MRR, q.Recall, q.Text); err != nil {
				return err
			}
		}
	}
	_, err := fmt.Fprintf(w, "documents %d, queries %d\nnDCG@10 %.3f\nMRR %.3f\nrecall@100 %.3f\n", s.Documents, s.Queries, s.NDCG, s.MRR, s.Recall)
	return err
}
