package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// readBack runs over a corpus and holds each span of mentions, claims and links
// against the file it counts in.
func readBack(t *testing.T, corpus string) {
	t.Helper()
	dir := t.TempDir()
	mustRun(t, dir, "run", corpus, "--quiet")
	texts := map[string]string{}
	text := func(id string) string {
		if _, ok := texts[id]; !ok {
			b, err := os.ReadFile(filepath.Join(corpus, filepath.FromSlash(id)))
			if err != nil {
				t.Fatal(err)
			}
			texts[id] = string(b)
		}
		return texts[id]
	}
	check := func(id string, start, end int, want string) {
		s := text(id)
		if start < 0 || end > len(s) || start >= end || s[start:end] != want {
			t.Errorf("%s %d–%d does not read %q", id, start, end, want)
		}
	}
	records(t, dir, "mentions", func(r map[string]any) {
		check(r["doc"].(string), integer(r["start"]), integer(r["end"]), r["text"].(string))
	})
	ids := map[string]bool{}
	records(t, dir, "claims", func(r map[string]any) {
		id := r["doc"].(string)
		check(id, integer(r["start"]), integer(r["end"]), r["text"].(string))
		n := r["number"].(map[string]any)
		check(id, integer(n["start"]), integer(n["end"]), n["text"].(string))
		ids[r["id"].(string)] = true
	})
	records(t, dir, "threads", func(r map[string]any) {
		for _, c := range r["claims"].([]any) {
			if !ids[c.(string)] {
				t.Errorf("thread %v names %v, which is no claim", r["id"], c)
			}
		}
	})
	entities := map[string]bool{}
	records(t, dir, "entities", func(r map[string]any) { entities[r["id"].(string)] = true })
	records(t, dir, "entities", func(r map[string]any) {
		for _, l := range r["links"].([]any) {
			if to := l.(map[string]any)["entity"].(string); !entities[to] {
				t.Errorf("%v links to %s, which is no entity", r["id"], to)
			}
		}
	})
	records(t, dir, "mentions", func(r map[string]any) {
		if e, ok := r["entity"].(string); !ok && r["form"] != "adjective" || ok && !entities[e] {
			t.Errorf("mention %v at %v of %v has entity %v", r["text"], r["start"], r["doc"], r["entity"])
		}
	})
}

func integer(v any) int { return int(v.(float64)) }

func records(t *testing.T, dir, kind string, each func(map[string]any)) {
	t.Helper()
	out, err := command(t, dir, "export", kind).Output()
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for in := bufio.NewScanner(bytes.NewReader(out)); in.Scan(); n++ {
		var r map[string]any
		if err := json.Unmarshal([]byte(strings.TrimSpace(in.Text())), &r); err != nil {
			t.Fatal(err)
		}
		each(r)
	}
	if n == 0 {
		t.Errorf("there are no %s", kind)
	}
}
