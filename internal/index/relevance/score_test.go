package relevance

import (
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Scores counted by hand.
func TestScoreByHand(t *testing.T) {
	log := func(n float64) float64 { return math.Log2(n) }
	for name, c := range map[string]struct {
		got               []string
		want              map[string]int
		ndcg, mrr, recall float64
	}{
		"first":       {[]string{"a", "b"}, map[string]int{"a": 1}, 1, 1, 1},
		"second":      {[]string{"b", "a"}, map[string]int{"a": 1}, 1 / log(3), 0.5, 1},
		"graded":      {[]string{"b", "a"}, map[string]int{"a": 2, "b": 1}, (1 + 2/log(3)) / (2 + 1/log(3)), 1, 1},
		"half":        {[]string{"a"}, map[string]int{"a": 1, "b": 1}, 1 / (1 + 1/log(3)), 1, 0.5},
		"none":        {[]string{"x"}, map[string]int{"a": 1}, 0, 0, 0},
		"no answers":  {nil, map[string]int{"a": 1}, 0, 0, 0},
		"after ten":   {append(strings.Split("1 2 3 4 5 6 7 8 9 10", " "), "a"), map[string]int{"a": 1}, 0, 1.0 / 11, 1},
		"no judgment": {[]string{"a"}, nil, 0, 0, 0},
	} {
		q := score(c.got, c.want)
		if math.Abs(q.NDCG-c.ndcg) > 1e-12 || q.MRR != c.mrr || q.Recall != c.recall || len(q.First) > 10 {
			t.Errorf("%s: %+v, want %v %v %v", name, q, c.ndcg, c.mrr, c.recall)
		}
	}
}

// What is wrong with a collection is said with the file and line.
func TestLoadErrors(t *testing.T) {
	good := map[string]string{
		"corpus.jsonl": `{"_id":"1","title":"T","text":"x"}`, "queries.jsonl": `{"_id":"q","text":"x"}` + "\n" + `{"_id":"unjudged","text":"y"}`,
		"qrels.tsv": "query-id\tcorpus-id\tscore\nq\t1\t1\n",
	}
	for name, c := range map[string]struct{ file, content, want string }{
		"whole":          {},
		"trec's columns": {file: "qrels.tsv", content: "q 0 1 2\n"},
		"no object":      {"corpus.jsonl", "\nrubbish", "corpus.jsonl line 2: want an object"},
		"no id":          {"queries.jsonl", `{"text":"x"}`, "queries.jsonl line 1"},
		"columns":        {"qrels.tsv", "q\t1\n", "qrels.tsv line 1: want query"},
		"no score":       {"qrels.tsv", "a\tb\tc\nq\t1\tmany\n", `line 2: "many" is no score`},
		"judges none":    {"qrels.tsv", "other\t1\t1\n", "judges none of the queries"},
	} {
		dir := t.TempDir()
		for file, content := range good {
			if file == c.file {
				content = c.content
			}
			if err := os.WriteFile(filepath.Join(dir, file), []byte(content), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		coll, err := Load(dir)
		switch {
		case c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)):
			t.Errorf("%s: %v, want %s", name, err, c.want)
		case c.want == "" && (err != nil || len(coll.Queries) != 1 || len(coll.Documents) != 1 || coll.Judgements["q"]["1"] == 0):
			t.Errorf("%s: %+v, %v", name, coll, err)
		}
	}
	if _, err := Load(t.TempDir()); err == nil || !strings.Contains(err.Error(), "corpus.jsonl") {
		t.Errorf("an empty folder: %v", err)
	}
}
