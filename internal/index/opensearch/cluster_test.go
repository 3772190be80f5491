package opensearch

import (
	"context"
	"fmt"
	"sync"
	"testing"
	"time"

	"analyze/internal/index"
)

// Of two nodes one is killed while records are written and searched: nothing
// that was acknowledged is lost, and search goes on.
func TestNodeKilled(t *testing.T) {
	if testing.Short() {
		t.Skip("starts two nodes of OpenSearch")
	}
	p := ports(t, 4)
	seeds := "127.0.0.1:" + p[1] + ",127.0.0.1:" + p[3]
	start(t, "one", p[0], p[1], seeds)
	two := start(t, "two", p[2], p[3], seeds)
	o := Options{Addresses: []string{"http://127.0.0.1:" + p[0], "http://127.0.0.1:" + p[2]}, Name: "killed", Shards: 2, Replicas: 1}
	ready(t, o, 2)
	ctx, stop := context.WithTimeout(context.Background(), 3*time.Minute)
	defer stop()
	w, err := Open(ctx, o)
	if err != nil {
		t.Fatal(err)
	}
	put := func(from, to int) {
		t.Helper()
		var changes []index.Change
		for i := from; i < to; i++ {
			changes = append(changes, numbered(i))
		}
		if err := w.Apply(ctx, changes); err != nil {
			t.Fatal(err)
		}
	}
	put(0, 100)
	if err := w.Publish(ctx); err != nil {
		t.Fatal(err)
	}
	if err := w.k.do(ctx, "GET", "/_cluster/health?wait_for_status=green&timeout=60s", nil, nil); err != nil {
		t.Fatal(err)
	}
	r, err := OpenReader(ctx, o)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	var wg sync.WaitGroup
	done := make(chan bool)
	searches := 0
	wg.Go(func() {
		for {
			select {
			case <-done:
				return
			default:
			}
			res, err := index.Do(ctx, r, index.Request{Query: "harvest", Limit: 5})
			if err != nil || res.Total < 100 {
				t.Errorf("a search meanwhile: %+v, %v", res, err)
				return
			}
			searches++
		}
	})
	for i := 100; i < 500; i += 20 {
		if i == 200 {
			go two.cmd.Process.Kill()
		}
		put(i, i+20)
	}
	close(done)
	wg.Wait()
	if err := w.Publish(ctx); err != nil {
		t.Fatal(err)
	}
	after, err := OpenReader(ctx, o)
	if err != nil {
		t.Fatal(err)
	}
	defer after.Close()
	f, err := after.Find(ctx, index.Search{Kind: index.Document, Node: index.EveryNode{}, Limit: 1000, Sort: index.ByDocument})
	if err != nil {
		t.Fatal(err)
	}
	if f.Total != 500 || len(f.Hits) != 500 {
		t.Errorf("%d of 500 documents are left", f.Total)
	}
	t.Logf("%d searches meanwhile", searches)
}

func numbered(i int) index.Change {
	id := fmt.Sprintf("doc-%04d.txt", i)
	text := fmt.Sprintf("The harvest of field %d was good.", i)
	return index.Change{Doc: id, Records: []index.Record{{
		ID: index.DocumentID(id), Kind: index.Document, Lang: "en", Body: text,
		Texts: []index.Text{{Field: index.FieldText, Text: text}},
		Keys: []index.KeyValue{
			{Field: index.KeyRecord, Value: "document"}, {Field: index.KeyDoc, Value: id},
			{Field: index.KeyLanguage, Value: "en"}, {Field: index.KeySig, Value: fmt.Sprint(i)},
		},
		Card: index.Card{Doc: id},
	}}}
}

// An index that is built again takes the place of the one that is searched in
// one step.
func TestRebuild(t *testing.T) {
	if testing.Short() {
		t.Skip("starts a node of OpenSearch")
	}
	p := ports(t, 2)
	start(t, "one", p[0], p[1], "")
	o := Options{Addresses: []string{"http://127.0.0.1:" + p[0]}, Name: "again"}
	ready(t, o, 1)
	ctx := context.Background()
	w, err := Open(ctx, o)
	if err != nil {
		t.Fatal(err)
	}
	fill := func(n int) {
		t.Helper()
		for i := range n {
			if err := w.Apply(ctx, []index.Change{numbered(i)}); err != nil {
				t.Fatal(err)
			}
		}
	}
	count := func() int {
		t.Helper()
		r, err := OpenReader(ctx, o)
		if err != nil {
			t.Fatal(err)
		}
		defer r.Close()
		f, err := r.Find(ctx, index.Search{Kind: index.Document, Node: index.EveryNode{}})
		if err != nil {
			t.Fatal(err)
		}
		return f.Total
	}
	fill(3)
	if err := w.Publish(ctx); err != nil {
		t.Fatal(err)
	}
	if err := w.Clear(ctx); err != nil {
		t.Fatal(err)
	}
	fill(5)
	if n := count(); n != 3 {
		t.Errorf("%d documents are found while the index is built again, want the 3 from before", n)
	}
	if err := w.Publish(ctx); err != nil {
		t.Fatal(err)
	}
	if n := count(); n != 5 {
		t.Errorf("%d documents are found after, want 5", n)
	}
	list, err := w.Signatures(ctx)
	if err != nil || len(list) != 5 {
		t.Errorf("signatures: %v, %v", list, err)
	}
}

func TestParseURL(t *testing.T) {
	o, err := ParseURL("opensearch://a:9200,b:9200/reports?shards=3&replicas=1")
	if err != nil || len(o.Addresses) != 2 || o.Addresses[1] != "http://b:9200" || o.Name != "reports" || o.Shards != 3 || o.Replicas != 1 {
		t.Errorf("got %+v, %v", o, err)
	}
	if o, err := ParseURL("opensearchs://a/x"); err != nil || o.Addresses[0] != "https://a" {
		t.Errorf("got %+v, %v", o, err)
	}
	for _, bad := range []string{"", "a:9200/x", "opensearch://a", "opensearch://a/", "opensearch://a/X", "http://a/x", "opensearch://a/x?shards=many"} {
		if _, err := ParseURL(bad); err == nil {
			t.Errorf("%q is taken", bad)
		}
	}
}
