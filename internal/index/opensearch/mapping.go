package opensearch

import (
	"encoding/json"
	"math"
	"strings"

	"analyze/internal/index"
)

// m is a JSON object.
type m = map[string]any

// Fields beside those of index.Schema.
const (
	fieldID     = "id"     // the record's, to sort by
	fieldCard   = "card"   // stored
	fieldBody   = "body"   // stored
	suffixFacet = "_facet" // of a Counted field: its values to count
	maxWord     = 255      // bytes; the longest word the cluster takes whole
)

// settings make an index with the explicit mapping of index.Schema: what it
// does not name is refused, but for the languages of Stemmed fields.
func settings(o Options) m {
	text := m{"type": "text", "analyzer": "whitespace", "index_options": "positions"}
	fields := m{
		fieldID:   m{"type": "keyword"},
		fieldCard: m{"type": "object", "enabled": false},
		fieldBody: m{"type": "keyword", "index": false, "doc_values": false},
	}
	var templates []m
	for name, t := range index.Schema {
		switch t {
		case index.Stemmed:
			fields[name] = text
			templates = append(templates, m{name: m{"match": name + "_*", "match_mapping_type": "string", "mapping": text}})
		case index.Plain:
			fields[name] = m{"type": "text", "analyzer": "whitespace", "similarity": "flat", "fielddata": true} // few words, which patterns stand for
		case index.Counted:
			fields[name] = m{"type": "text", "analyzer": "keyword", "index_options": "freqs", "norms": false, "similarity": "flat"}
			fields[name+suffixFacet] = m{"type": "keyword", "index": false}
		case index.Number:
			fields[name] = m{"type": "double"}
		default: // words of FieldExact are keys as well: no text has too many
			fields[name] = m{"type": "keyword"}
		}
	}
	// What of a claim is counted has no length that matters.
	what := m{"type": "text", "analyzer": "whitespace", "similarity": "flat"}
	fields[index.FieldWhat] = what
	return m{
		"settings": m{
			"number_of_shards": max(1, o.Shards), "number_of_replicas": o.Replicas,
			"refresh_interval": "-1", "max_result_window": 1000000, "max_terms_count": 1000000,
			"similarity": m{
				"default": m{"type": "BM25", "k1": index.BM25K, "b": index.BM25B},
				"flat":    m{"type": "BM25", "k1": index.BM25K, "b": 0},
			},
		},
		"mappings": m{"dynamic": "strict_allow_templates", "dynamic_templates": templates, "properties": fields},
	}
}

// source is a record as the cluster takes it.
func source(r *index.Record, analyzer func(lang string) *index.Analyzer) ([]byte, error) {
	out := m{fieldID: r.ID, fieldCard: r.Card}
	if r.Body != "" {
		out[fieldBody] = r.Body
	}
	for _, t := range r.Texts {
		if t.Text == "" {
			continue
		}
		a := analyzer(r.Lang)
		switch index.Schema[t.Field] {
		case index.Stemmed:
			out[index.StemmedName(t.Field, r.Lang)] = words(a, t.Text, true)
		case index.Plain:
			out[t.Field] = words(a, t.Text, false)
		default:
			out[t.Field] = distinct(a, t.Text)
		}
	}
	for _, k := range r.Keys {
		n := 1
		if index.Schema[k.Field] == index.Counted {
			n = min(max(1, k.Count), 1000)
			if !strings.HasPrefix(k.Value, "~") {
				add(out, k.Field+suffixFacet, k.Value)
			}
		}
		for range n {
			add(out, k.Field, k.Value)
		}
	}
	for _, n := range r.Numbers {
		out[n.Field] = finite(n.Value)
	}
	return json.Marshal(out)
}

func add(out m, field, value string) {
	list, _ := out[field].([]string)
	out[field] = append(list, value)
}

// infinite stands for infinity, which JSON lacks.
const infinite = 1e300

func finite(v float64) float64 { return math.Max(-infinite, math.Min(infinite, v)) }

func words(a *index.Analyzer, text string, stems bool) string {
	var b strings.Builder
	a.Words(text, func(w index.Word) bool {
		s := w.Exact
		if stems {
			s = w.Stem
		}
		b.WriteString(clip(s) + " ")
		return true
	})
	return b.String()
}

func clip(s string) string {
	if len(s) <= maxWord {
		return s
	}
	return strings.ToValidUTF8(s[:maxWord], "")
}

func distinct(a *index.Analyzer, text string) []string {
	seen := map[string]bool{}
	var out []string
	a.Words(text, func(w index.Word) bool {
		if s := clip(w.Exact); !seen[s] {
			seen[s] = true
			out = append(out, s)
		}
		return true
	})
	return out
}
