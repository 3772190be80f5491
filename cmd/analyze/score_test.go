package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// shared is the folder of documents and annotations beside the project; tests
// that need it skip where it is not there.
func shared(t testing.TB, parts ...string) string {
	t.Helper()
	dir, err := filepath.Abs(filepath.Join(append([]string{root, "..", "shared"}, parts...)...))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(dir); err != nil {
		t.Skipf("SKIPPED: %s is not there", filepath.Join(append([]string{"../shared"}, parts...)...))
	}
	return dir
}

// Quality is a golden file: what a change of a rule or model does to the scores
// stands in the diff. UPDATE=1 go test accepts it.
func TestScores(t *testing.T) {
	gold, corpus := shared(t, "gold"), shared(t, "corpus")
	dir := t.TempDir()
	mustRun(t, dir, "run", corpus, "--quiet")
	var got bytes.Buffer
	c := command(t, dir, "eval", gold)
	c.Stdout = &got
	if err := c.Run(); err != nil {
		t.Fatal(err)
	}
	if os.Getenv("ANALYZE_FULL") != "" {
		for _, set := range []string{"crossner_politics_dev", "uner_ewt_test", "re3d_dev"} {
			c := command(t, dir, "eval", filepath.Join(shared(t, "data", "names"), set+".jsonl"))
			c.Stdout = &got
			if err := c.Run(); err != nil {
				t.Fatal(err)
			}
		}
	}
	name := filepath.Join("testdata", "scores.txt")
	if os.Getenv("ANALYZE_FULL") != "" {
		name = filepath.Join("testdata", "scores-full.txt")
	}
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(name, got.Bytes(), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(want, got.Bytes()) {
		t.Errorf("scores have changed (UPDATE=1 go test accepts them)\nwant\n%s\ngot\n%s", want, got.String())
	}
}

// Every span of every export reads back.
func TestSpansReadBack(t *testing.T) {
	for _, corpus := range []string{filepath.Join(root, "corpus"), filepath.Join(root, "..", "shared", "corpus")} {
		abs, err := filepath.Abs(corpus)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := os.Stat(abs); err != nil {
			t.Log("SKIPPED in part:", corpus, "is not there")
			continue
		}
		readBack(t, abs)
	}
}
