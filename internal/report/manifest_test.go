package report

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"analyze/internal/doc"
)

// writeTo writes the reports on c into dir and returns the manifest of the run.
func writeTo(t *testing.T, dir string, c *doc.Collection) *Manifest {
	t.Helper()
	f := OpenFolder(dir, nil)
	f.Made = Made{Program: "1", Passes: map[string]int{"names": 2}}
	if err := Write(f, c); err != nil {
		t.Fatal(err)
	}
	m, err := ReadManifest(dir)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestManifest(t *testing.T) {
	dir := t.TempDir()
	c := collection()
	m := writeTo(t, dir, c)
	d := m.Documents[0]
	if len(m.Documents) != 1 || d.ID != "a|<b>.txt" || len(d.Figures) != 1 || d.Figures[0].Says != "more than 40 of | them, to Kenya, the [Bank](x)" {
		t.Errorf("documents: %+v", m.Documents)
	}
	if m.Program != "1" || m.Passes["names"] != 2 || m.Date != nil || m.Models == nil || m.Settings == nil {
		t.Errorf("made: %+v", m.Made)
	}
	if len(m.Entities) != 1 || len(m.Threads) != 1 || m.Threads[0].Relation != "conflict" || len(m.Problems) != 1 || m.Problems[0].Hint != "save it again" {
		t.Errorf("got %+v", m)
	}
	// Every report is there with its hash, and the run is told by nothing else.
	for _, name := range Names(c) {
		hash, ok := m.Reports[name]
		if name != ManifestFile && (!ok || len(hash) != 64) {
			t.Errorf("%s has hash %q", name, hash)
		}
	}
	if _, ok := m.Reports[ManifestFile]; ok {
		t.Error("the manifest has its own hash")
	}
	b, err := os.ReadFile(filepath.Join(dir, ManifestFile))
	if err != nil || !json.Valid(b) {
		t.Errorf("no JSON: %v", err)
	}
	if strings.Contains(string(b), dir) {
		t.Error("a path of the machine stands in the manifest")
	}
}

// With or without news of the run before, the manifest is the same.
func TestManifestHoldsNoHistory(t *testing.T) {
	read := func(c *doc.Collection) []byte {
		dir := t.TempDir()
		writeTo(t, dir, c)
		b, err := os.ReadFile(filepath.Join(dir, ManifestFile))
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	first, later := collection(), collection()
	first.News = nil
	if a, b := read(first), read(later); !bytes.Equal(a, b) {
		t.Errorf("got\n%s\nand\n%s", a, b)
	}
}

// Where reports cannot be written, no manifest says that they were.
func TestManifestOfAFailedRun(t *testing.T) {
	dir := t.TempDir()
	c := collection()
	c.Open = func(string) (*doc.Document, error) { return nil, errors.New("gone") }
	if err := Write(OpenFolder(dir, nil), c); err == nil {
		t.Fatal("no error")
	}
	if list, _ := filepath.Glob(filepath.Join(dir, "*run.json")); len(list) > 0 {
		t.Errorf("left: %v", list)
	}
}

func TestReadManifest(t *testing.T) {
	dir := t.TempDir()
	for name, c := range map[string]struct{ text, want string }{
		"old.json":   {`{"manifest": 99}`, "form 99"},
		"other.json": {`[1]`, "is no manifest"},
		"none.json":  {"", "is no manifest"},
	} {
		full := filepath.Join(dir, name)
		if err := os.WriteFile(full, []byte(c.text), 0o666); err != nil {
			t.Fatal(err)
		}
		if _, err := ReadManifest(full); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := ReadManifest(dir); err == nil || !strings.Contains(err.Error(), "there is no") {
		t.Errorf("an empty folder: %v", err)
	}
}
