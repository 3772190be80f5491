package relevance

import (
	"bytes"
	"context"
	"flag"
	"math"
	"os"
	"path/filepath"
	"testing"

	"analyze/internal/index/bleveindex"
)

var collection = flag.String("collection", "", "folder of a test collection to print the scores of")

func measure(t testing.TB, c *Collection) *Scores {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "index")
	w, err := bleveindex.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := Index(context.Background(), w, c); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	r, err := bleveindex.OpenReader(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	s, err := Measure(context.Background(), r, c)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// The scores over our own documents are a golden file: UPDATE=1 accepts new
// ones, and the diff shows what a change of ranking does.
func TestScores(t *testing.T) {
	c, err := OfFolder("testdata/questions", "../../../corpus")
	if err != nil {
		t.Fatal(err)
	}
	if len(c.Queries) != 25 {
		t.Errorf("%d questions", len(c.Queries))
	}
	var got bytes.Buffer
	if err := measure(t, c).Write(&got, true); err != nil {
		t.Fatal(err)
	}
	const name = "testdata/scores.txt"
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(name, got.Bytes(), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if got.String() != string(want) {
		t.Errorf("got\n%swant\n%s", got.String(), want)
	}
}

// A collection from elsewhere is measured where one is named.
func TestCollection(t *testing.T) {
	if *collection == "" {
		t.Skip("no -collection")
	}
	c, err := Load(*collection)
	if err != nil {
		t.Fatal(err)
	}
	s := measure(t, c)
	t.Logf("nDCG@10 %.4f, MRR %.4f, recall@100 %.4f", s.NDCG, s.MRR, s.Recall)
}

func TestScore(t *testing.T) {
	want := map[string]int{"a": 2, "b": 1, "c": 1}
	for _, c := range []struct {
		got               []string
		ndcg, mrr, recall float64
	}{
		{[]string{"a", "b", "c"}, 1, 1, 1},
		{[]string{"x", "a"}, (2 / math.Log2(3)) / (2 + 1/math.Log2(3) + .5), .5, 1. / 3},
		{nil, 0, 0, 0},
	} {
		s := score(c.got, want)
		if math.Abs(s.NDCG-c.ndcg) > 1e-9 || math.Abs(s.MRR-c.mrr) > 1e-9 || math.Abs(s.Recall-c.recall) > 1e-9 {
			t.Errorf("%v: %v", c.got, s)
		}
	}
}

func TestLoad(t *testing.T) {
	dir := t.TempDir()
	put := func(name, text string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	put("corpus.jsonl", `{"_id":"1","title":"A","text":"b"}`+"\n")
	put("queries.jsonl", `{"_id":"q1","text":"b"}`+"\n"+`{"_id":"q2","text":"c"}`+"\n")
	put("qrels.tsv", "query-id\tcorpus-id\tscore\nq1\t1\t1\n")
	c, err := Load(dir)
	if err != nil || len(c.Documents) != 1 || len(c.Queries) != 1 || c.Judgements["q1"]["1"] != 1 {
		t.Errorf("got %+v, %v", c, err)
	}
	put("qrels.tsv", "q1 0 1 1\n")
	if c, err := Load(dir); err != nil || c.Judgements["q1"]["1"] != 1 {
		t.Errorf("four columns: %+v, %v", c, err)
	}
	put("corpus.jsonl", "{")
	if _, err := Load(dir); err == nil {
		t.Error("a broken line is taken")
	}
}
