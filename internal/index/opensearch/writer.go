package opensearch

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/url"
	"strconv"
	"strings"
	"time"

	"analyze/internal/index"
)

// A Writer changes the index. It is used by one goroutine at a time; only one
// process should write to an index.
type Writer struct {
	k         *client
	physical  string // what is written to
	old       string // what the alias leaves when the writer publishes, "" if nothing
	analyzers map[string]*index.Analyzer
}

var _ index.Writer = (*Writer)(nil)

// Open opens the index for writing and makes it if there is none.
func Open(ctx context.Context, o Options) (*Writer, error) {
	k, err := connect(ctx, o)
	if err != nil {
		return nil, err
	}
	w := &Writer{k: k, analyzers: map[string]*index.Analyzer{}}
	if w.physical, err = w.behind(ctx); err != nil {
		return nil, err
	}
	if w.physical == "" {
		if err := w.create(ctx, 1); err != nil {
			return nil, err
		}
		return w, w.move(ctx, "")
	}
	return w, w.refresh(ctx)
}

// behind is the physical index that the alias names, "" if there is none.
func (w *Writer) behind(ctx context.Context) (string, error) {
	var found map[string]json.RawMessage
	err := w.k.do(ctx, "GET", "/_alias/"+url.PathEscape(w.k.opts.Name), nil, &found)
	if isStatus(err, 404) {
		return "", nil
	}
	for name := range found {
		return name, err
	}
	return "", err
}

func (w *Writer) create(ctx context.Context, number int) error {
	for ; ; number++ {
		w.physical = fmt.Sprintf("%s-%06d", w.k.opts.Name, number)
		err := w.k.do(ctx, "PUT", "/"+url.PathEscape(w.physical)+"?wait_for_active_shards=1", settings(w.k.opts), nil)
		if isStatus(err, 400) && strings.Contains(err.Error(), "already exists") {
			continue
		}
		return err
	}
}

// move makes the alias name what is written to, in one step.
func (w *Writer) move(ctx context.Context, old string) error {
	actions := []m{{"add": m{"index": w.physical, "alias": w.k.opts.Name}}}
	if old != "" {
		actions = append(actions, m{"remove_index": m{"index": old}})
	}
	return w.k.do(ctx, "POST", "/_aliases", m{"actions": actions}, nil)
}

func (w *Writer) refresh(ctx context.Context) error {
	return w.k.do(ctx, "POST", "/"+url.PathEscape(w.physical)+"/_refresh", nil, nil)
}

// Clear begins an index without records beside the one that is searched, to be
// filled from nothing; Publish puts it in its place.
func (w *Writer) Clear(ctx context.Context) error {
	w.old = w.physical
	number, _ := strconv.Atoi(w.physical[strings.LastIndexByte(w.physical, '-')+1:])
	return w.create(ctx, number+1)
}

// Signatures returns the signatures of documents and entities by the ids of
// their records.
func (w *Writer) Signatures(ctx context.Context) (map[string]string, error) {
	if err := w.refresh(ctx); err != nil {
		return nil, err
	}
	out := map[string]string{}
	err := w.each(ctx, m{"exists": m{"field": index.KeySig}}, []string{fieldID, index.KeySig}, func(f map[string][]string) {
		out[f[fieldID][0]] = f[index.KeySig][0]
	})
	return out, err
}

// each calls f with fields of all records that q finds.
func (w *Writer) each(ctx context.Context, q m, fields []string, f func(map[string][]string)) error {
	body := m{"query": filtered(q), "size": window, "_source": false, "docvalue_fields": fields, "sort": []any{m{fieldID: "asc"}}, "track_total_hits": false}
	for {
		var res searchResult
		if err := w.k.do(ctx, "POST", "/"+url.PathEscape(w.physical)+"/_search?allow_partial_search_results=false", body, &res); err != nil {
			return err
		}
		for _, h := range res.Hits.Hits {
			f(h.Fields)
		}
		n := len(res.Hits.Hits)
		if n < window {
			return nil
		}
		body["search_after"] = res.Hits.Hits[n-1].Sort
	}
}

func (w *Writer) analyzer(lang string) *index.Analyzer {
	a := w.analyzers[lang]
	if a == nil {
		a = index.NewAnalyzer(lang)
		w.analyzers[lang] = a
	}
	return a
}

// Apply makes the changes: first what belongs to the documents, then what is no
// longer there, then the documents' own records, which carry the signature.
func (w *Writer) Apply(ctx context.Context, changes []index.Change) error {
	var parts, heads bulk
	keep := map[string]bool{}
	var docs []string
	for _, c := range changes {
		if c.Doc != "" {
			if !c.Added {
				docs = append(docs, c.Doc)
			}
		} else if len(c.Records) == 0 {
			heads.remove(c.Entity)
		}
		for i := range c.Records {
			r := &c.Records[i]
			keep[r.ID] = true
			b, err := source(r, w.analyzer)
			if err != nil {
				return err
			}
			to := &parts
			if r.Kind == index.Document || r.Kind == index.Entity {
				to = &heads
			}
			to.put(r.ID, b)
		}
	}
	var gone bulk
	if len(docs) > 0 {
		err := w.each(ctx, m{"terms": m{index.KeyDoc: docs}}, []string{fieldID}, func(f map[string][]string) {
			if id := f[fieldID][0]; !keep[id] {
				gone.remove(id)
			}
		})
		if err != nil {
			return err
		}
	}
	for _, b := range []*bulk{&parts, &gone, &heads} {
		if err := w.send(ctx, b); err != nil {
			return err
		}
	}
	return nil
}

// A bulk is a list of actions; lines are an action each, with its data.
type bulk struct {
	ids   []string
	lines [][]byte
}

func (b *bulk) put(id string, data []byte) {
	head, _ := json.Marshal(m{"index": m{"_id": id}})
	b.ids = append(b.ids, id)
	b.lines = append(b.lines, bytes.Join([][]byte{head, data, nil}, []byte("\n")))
}

func (b *bulk) remove(id string) {
	head, _ := json.Marshal(m{"delete": m{"_id": id}})
	b.ids = append(b.ids, id)
	b.lines = append(b.lines, append(head, '\n'))
}

// bulkBytes bounds one request.
const bulkBytes = 4 << 20

// send sends b in requests of a bounded size.
func (w *Writer) send(ctx context.Context, b *bulk) error {
	for from := 0; from < len(b.lines); {
		to, size := from, 0
		for to < len(b.lines) && (to == from || size+len(b.lines[to]) <= bulkBytes) {
			size += len(b.lines[to])
			to++
		}
		if err := w.sendAll(ctx, b.lines[from:to]); err != nil {
			return err
		}
		from = to
	}
	return nil
}

type bulkResult struct {
	Errors bool `json:"errors"`
	Items  []map[string]struct {
		ID     string `json:"_id"`
		Status int    `json:"status"`
		Error  struct {
			Reason string `json:"reason"`
		} `json:"error"`
	} `json:"items"`
}

// sendAll sends the lines until each is taken: those that the cluster is too
// busy for, or has lost a node over, are sent again, later and later.
func (w *Writer) sendAll(ctx context.Context, lines [][]byte) error {
	for wait := 100 * time.Millisecond; len(lines) > 0; wait *= 2 {
		var res bulkResult
		err := w.k.do(ctx, "POST", "/_bulk?index="+url.QueryEscape(w.physical), bytes.Join(lines, nil), &res)
		if isStatus(err, 503) && wait < time.Minute { // all of it is sent again: it says the same
			if err := sleep(ctx, wait); err != nil {
				return err
			}
			continue
		}
		if err != nil {
			return err
		}
		var again [][]byte
		for i, item := range res.Items {
			for action, r := range item {
				switch {
				case r.Status < 300 || r.Status == 404 && action == "delete":
				case r.Status == 429 || r.Status >= 500:
					again = append(again, lines[i])
				default:
					return fmt.Errorf("OpenSearch refuses the record %s: %s", r.ID, r.Error.Reason)
				}
			}
		}
		if lines = again; len(lines) == 0 {
			return nil
		}
		if wait > time.Minute {
			return fmt.Errorf("OpenSearch is too busy: %d records were not taken", len(lines))
		}
		if err := sleep(ctx, wait); err != nil {
			return err
		}
	}
	return nil
}

// Publish makes what was applied visible.
func (w *Writer) Publish(ctx context.Context) error {
	if err := w.refresh(ctx); err != nil || w.old == "" {
		return err
	}
	old := w.old
	w.old = ""
	return w.move(ctx, old)
}

// Close does nothing: what was applied is kept.
func (w *Writer) Close() error { return nil }
