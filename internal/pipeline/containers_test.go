package pipeline

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"analyze/internal/corpus"
	"analyze/internal/doc"
	"analyze/internal/store"
)

func zipFile(t *testing.T, name string, entries ...string) {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(entries); i += 2 {
		w, err := z.Create(entries[i])
		if err != nil {
			t.Fatal(err)
		}
		w.Write([]byte(entries[i+1]))
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, b.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
}

func put(t *testing.T, folder, name, text string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

// names lists the documents, containers and failures of the state in work.
func names(t *testing.T, work string) string {
	t.Helper()
	st, err := store.Open(work).State()
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, f := range slices.Concat(st.Documents, st.Containers) {
		s := f.ID
		if f.Reason != "" {
			s += "!"
		}
		out = append(out, s)
	}
	return strings.Join(out, " ")
}

// later makes the file look changed.
func later(t *testing.T, name string) {
	t.Helper()
	if err := os.Chtimes(name, time.Now(), time.Now().Add(time.Hour)); err != nil {
		t.Fatal(err)
	}
}

// What an archive holds comes, stays, changes and goes with it.
func TestContainers(t *testing.T) {
	folder, work := t.TempDir(), t.TempDir()
	box := filepath.Join(folder, "box.zip")
	put(t, folder, "a.txt", "The World Bank counts 300 clinics in Kenya.")
	zipFile(t, box, "b.txt", "Some 40 schools stand in Ghana.", "c.html", "<html><body><p>Some 12 boats lie in Tunis.", "../d.txt", "x", "empty.txt", "")
	step := func(what, want string, analysed int, o Config) *Result {
		t.Helper()
		st, err := store.Lock(work)
		if err != nil {
			t.Fatal(err)
		}
		defer st.Close()
		o.Store, o.Corpus, o.Reports, o.Workers = st, folder, filepath.Join(work, "reports"), 2
		res, err := Run(context.Background(), o)
		if err != nil {
			t.Fatalf("%s: %v", what, err)
		}
		if err := res.Commit(); err != nil {
			t.Fatal(err)
		}
		if got := names(t, work); got != want || res.Analysed != analysed {
			t.Errorf("%s: %d analysed: %s\nwant %d: %s", what, res.Analysed, got, analysed, want)
		}
		if left, _ := filepath.Glob(filepath.Join(work, "tmp-*")); len(left) > 0 {
			t.Errorf("%s leaves %v behind", what, left)
		}
		return res
	}
	const all = "a.txt box.zip/b.txt box.zip/c.html box.zip/d.txt! box.zip/empty.txt! box.zip"
	if res := step("first", all, 3, Config{}); res.Total != 5 || res.Failed != 2 {
		t.Errorf("%d of %d failed", res.Failed, res.Total)
	}
	if res := step("again", all, 0, Config{}); !res.Unchanged {
		t.Error("again: not unchanged")
	}
	later(t, box)
	if res := step("touched", all, 0, Config{}); !res.Unchanged {
		t.Error("touched: not unchanged")
	}
	step("retry", all, 0, Config{RetryFailed: true})
	step("force", all, 3, Config{Force: true})
	put(t, folder, corpus.IgnoreFile, "box.zip/c.html\n")
	step("ignored", "a.txt box.zip/b.txt box.zip/d.txt! box.zip/empty.txt! box.zip", 0, Config{})
	zipFile(t, box, "b.txt", "Some 40 schools stand in Ghana.", "e.txt", "Some 50 wells in Mali.")
	later(t, box)
	step("changed", "a.txt box.zip/b.txt box.zip/e.txt box.zip", 1, Config{})
	put(t, folder, "box.zip", "no archive any more, but a text")
	step("a text now", "a.txt box.zip", 1, Config{})
	if err := os.Remove(box); err != nil {
		t.Fatal(err)
	}
	step("gone", "a.txt", 0, Config{})
}

// Status tells of an archive as of its members.
func TestStatusOfContainers(t *testing.T) {
	folder, work := t.TempDir(), t.TempDir()
	box := filepath.Join(folder, "box.zip")
	zipFile(t, box, "b.txt", "Some 40 schools stand in Ghana.", "../d.txt", "x")
	if _, err := run(t, folder, work); err != nil {
		t.Fatal(err)
	}
	status := func() string {
		files, err := corpus.Walk(folder)
		if err != nil {
			t.Fatal(err)
		}
		st, err := store.Open(work).State()
		if err != nil {
			t.Fatal(err)
		}
		var out []string
		for _, r := range Status(files, st) {
			out = append(out, r.State+" "+r.ID)
		}
		return strings.Join(out, ", ")
	}
	if got := status(); got != "equal box.zip/b.txt, failed box.zip/d.txt" {
		t.Error(got)
	}
	later(t, box)
	put(t, folder, "new.txt", "x")
	if got := status(); got != "changed box.zip, new new.txt" {
		t.Error(got)
	}
	if err := os.Remove(box); err != nil {
		t.Fatal(err)
	}
	if got := status(); got != "new new.txt, gone box.zip" {
		t.Error(got)
	}
}

// One worker and many come to the same state, whatever is in what.
func TestContainersAnyWorkers(t *testing.T) {
	folder := t.TempDir()
	for i := range 6 {
		var entries []string
		for n := range 10 {
			entries = append(entries, fmt.Sprint(n, ".txt"), fmt.Sprintf("Some %d schools stand in Ghana.", 10*i+n+2))
		}
		zipFile(t, filepath.Join(folder, fmt.Sprint(i, ".zip")), entries...)
	}
	var want *store.State
	for _, workers := range []int{1, 16} {
		st, err := store.Lock(t.TempDir())
		if err != nil {
			t.Fatal(err)
		}
		res, err := Run(context.Background(), Config{Store: st, Corpus: folder, Reports: "r", Workers: workers})
		if err != nil {
			t.Fatal(err)
		}
		if want == nil {
			want = res.state
		} else if !reflect.DeepEqual(want, res.state) {
			t.Errorf("with %d workers: %+v\nwith one: %+v", workers, res.state, want)
		}
		st.Close()
	}
	if len(want.Documents) != 60 || len(want.Containers) != 6 {
		t.Errorf("%d documents in %d containers", len(want.Documents), len(want.Containers))
	}
}

// Files that somebody is writing stand as they stood, or not yet.
func TestSettled(t *testing.T) {
	folder, work := t.TempDir(), t.TempDir()
	put(t, folder, "a.txt", "Some 40 schools stand in Ghana.")
	if _, err := run(t, folder, work); err != nil {
		t.Fatal(err)
	}
	put(t, folder, "a.txt", "Some 41 schools stand in Ghana, and")
	put(t, folder, "b.txt", "half")
	put(t, folder, "c.txt", "Some 12 boats lie in Tunis.")
	st, err := store.Lock(work)
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	before, err := st.State()
	if err != nil {
		t.Fatal(err)
	}
	res, err := Run(context.Background(), Config{Store: st, Corpus: folder, Reports: filepath.Join(work, "reports"), Workers: 1,
		Settled: func(f corpus.File) bool { return f.ID == "c.txt" }})
	if err != nil {
		t.Fatal(err)
	}
	if d := res.state.Documents; len(d) != 2 || d[0] != before.Documents[0] || d[1].ID != "c.txt" {
		t.Errorf("got %+v", d)
	}
}

// A document in another language has its structure and says what was left out.
func TestOtherLanguage(t *testing.T) {
	const text = "Le conseil s’est réuni dans la vieille salle et il a compté 300 familles au Kenya. Elles ont dit que ce n’est pas fini.\n"
	d, err := Analyse("a.txt", "", []byte(strings.Repeat(text, 5)), Passes(Knowledge{}))
	if err != nil {
		t.Fatal(err)
	}
	if d.Meta.Language != "fr" || len(d.Mentions)+len(d.Claims)+len(d.Figures) != 0 || len(d.Tokens) == 0 || len(d.Blocks) == 0 {
		t.Errorf("language %s, %d names, %d claims, %d tokens", d.Meta.Language, len(d.Mentions), len(d.Claims), len(d.Tokens))
	}
	if !slices.ContainsFunc(d.Problems, func(p doc.Problem) bool { return strings.Contains(p.Text, "the language is French") }) {
		t.Errorf("problems %v", d.Problems)
	}
	_ = digestOf(d) // an analysis without names is one
}
