package pipeline

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"analyze/internal/corpus"
	"analyze/internal/doc"
	"analyze/internal/store"
)

// TestMain lets the test binary be started as a reader of files.
func TestMain(m *testing.M) {
	corpus.Serve()
	os.Exit(m.Run())
}

func TestValidate(t *testing.T) {
	pass := func(name string, needs, gives doc.Layers) *doc.Pass {
		return &doc.Pass{Name: name, Doc: "does it", Version: 1, Needs: needs, Gives: gives}
	}
	a, b := pass("a", 0, doc.LayerBlocks), pass("b", doc.LayerBlocks, doc.LayerTokens)
	for name, c := range map[string]struct {
		passes []*doc.Pass
		want   string
	}{
		"in order":      {[]*doc.Pass{a, b}, ""},
		"out of order":  {[]*doc.Pass{b, a}, "needs blocks"},
		"two writers":   {[]*doc.Pass{a, pass("c", 0, doc.LayerBlocks)}, "gives blocks"},
		"same name":     {[]*doc.Pass{a, pass("a", 0, doc.LayerTokens)}, "two passes"},
		"no doc":        {[]*doc.Pass{{Name: "x", Version: 1, Gives: doc.LayerBlocks}}, "no description"},
		"no version":    {[]*doc.Pass{{Name: "x", Doc: "d", Gives: doc.LayerBlocks}}, "no version"},
		"gives nothing": {[]*doc.Pass{{Name: "x", Doc: "d", Version: 1}}, "gives no layer"},
	} {
		err := Validate(c.passes)
		if (err == nil) != (c.want == "") || err != nil && !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %q", name, err, c.want)
		}
	}
	if err := Validate(Passes(Knowledge{})); err != nil {
		t.Error(err)
	}
}

// layersOf is what each layer holds, to see which a pass has written.
func layersOf(d *doc.Document) map[string]any {
	return map[string]any{
		"text": d.Text, "marks": d.Marks, "file": d.File,
		"blocks": d.Blocks, "notes": [2]any{d.NoteMarks, d.Notes}, "tables": d.Tables, "repeats": [2]any{d.Repeats, d.Shingles},
		"meta": d.Meta, "tokens": [2]any{d.Tokens, d.Sentences}, "mentions": d.Mentions, "referents": [2]any{d.Referents, d.ReferentOf},
		"relations": d.Relations, "figures": [2]any{d.Figures, d.Skipped}, "claims": d.Claims,
	}
}

// Each pass writes the layers that it gives and no other.
func TestPassesKeepToTheirLayers(t *testing.T) {
	const dir = "../../corpus"
	files, err := corpus.Walk(dir)
	if err != nil {
		t.Fatal(err)
	}
	lib := corpus.NewLibrary(t.TempDir())
	defer lib.Close()
	for _, f := range files {
		src, err := corpus.Look(f)
		if err != nil {
			t.Fatal(err)
		}
		reading, err := lib.Read(src)
		if err != nil {
			t.Fatal(err)
		}
		d := reading.Doc
		for _, p := range Passes(Knowledge{}) {
			before := copyLayers(t, d)
			if err := p.Run(d); err != nil {
				t.Fatal(err)
			}
			for name, now := range layersOf(d) {
				if !strings.Contains(" "+p.Gives.String()+" ", " "+name+" ") && !reflect.DeepEqual(before[name], now) {
					t.Errorf("%s: the pass %s has changed %s", f.ID, p.Name, name)
				}
			}
		}
	}
}

// copyLayers copies the layers deep, by way of the store's encoding.
func copyLayers(t *testing.T, d *doc.Document) map[string]any {
	st, err := store.Lock(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	again := new(doc.Document)
	if err := errors.Join(st.Put(store.Analyses, store.Key(d.ID), d), st.Get(store.Analyses, store.Key(d.ID), again)); err != nil {
		t.Fatal(err)
	}
	return layersOf(again)
}

// A pass that panics fails its document with its name, and no other.
func TestPanic(t *testing.T) {
	bad := &doc.Pass{Name: "bad", Run: func(*doc.Document) error { var d *doc.Document; d.Text = "x"; return nil }}
	_, err := Analyse("a.txt", "", []byte("text"), []*doc.Pass{bad})
	var p *PassError
	if !errors.As(err, &p) || p.Pass != "bad" || p.Stack == "" {
		t.Errorf("got %v", err)
	}
}

func run(t *testing.T, folder, work string) (*Result, error) {
	t.Helper()
	st, err := store.Lock(work)
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	res, err := Run(context.Background(), Config{Store: st, Corpus: folder, Reports: filepath.Join(work, "reports"), Workers: 2})
	if err != nil {
		return nil, err
	}
	return res, res.Commit()
}

// A damaged analysis is made again.
func TestDamagedAnalysis(t *testing.T) {
	folder, work := t.TempDir(), t.TempDir()
	for name, text := range map[string]string{"a.txt": "The World Bank counts 300 clinics in Kenya.", "b.txt": "Some 40 schools stand in Ghana."} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := run(t, folder, work); err != nil {
		t.Fatal(err)
	}
	blobs, err := filepath.Glob(filepath.Join(work, "*", "*", "*"))
	if err != nil || len(blobs) < 5 {
		t.Fatalf("found %v, %v", blobs, err)
	}
	for _, b := range blobs {
		if err := os.WriteFile(b, []byte("damaged"), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(folder, "c.txt"), []byte("Some 12 boats lie in Tunis."), 0o666); err != nil {
		t.Fatal(err)
	}
	if _, err := run(t, folder, work); err != nil {
		t.Fatal(err)
	}
	coll, err := Load(store.Open(work))
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for d, err := range coll.Documents() {
		if err != nil {
			t.Fatal(err)
		}
		n += len(d.Claims)
	}
	if n != 3 {
		t.Errorf("%d claims, want 3", n)
	}
}

// What a cited work is called is no body, unless the text names it elsewhere;
// the publisher is.
func TestTitlesAreNoBodies(t *testing.T) {
	const text = `The flow grew.1 It ebbed later.2

1. Ana Petrova, Harbour Towns: An Updated Assessment (New York: The Soufan Group, 2015), 4.

2. Ana Petrova, The Rise of the World Bank (Geneva: Quay Press, 2016), 12.
`
	d, err := Analyse("a.txt", "", []byte(text), Passes(Knowledge{}))
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]bool{}
	for _, m := range d.Mentions {
		got[d.Slice(m.Span)] = true
	}
	for name, want := range map[string]bool{"Updated Assessment": false, "Soufan Group": true, "World Bank": true, "Ana Petrova": true} {
		if got[name] != want {
			t.Errorf("%s is a name: %v, want %v (%v)", name, got[name], want, got)
		}
	}
}
