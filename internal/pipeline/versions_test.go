package pipeline

import (
	"maps"
	"os"
	"path/filepath"
	"testing"

	"analyze/internal/corpus"
)

// Versions follow the reader's files by what stands in them, not by when.
func TestVersionsFor(t *testing.T) {
	dir := t.TempDir()
	none, err := VersionsFor(dir)
	if err != nil || len(none.Reader) != 0 || none.Passes["claims"] == 0 || none.Models["tagger"] == "" {
		t.Fatalf("got %+v, %v", none, err)
	}
	put := func(words string) map[string]string {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, corpus.GazetteerFile), []byte(words), 0o666); err != nil {
			t.Fatal(err)
		}
		v, err := VersionsFor(dir)
		if err != nil {
			t.Fatal(err)
		}
		return v.Reader
	}
	a, b, again := put("Harbour Board\tORG\n"), put("Port Board\tORG\n"), put("Harbour Board\tORG\n")
	if len(a) != 1 || maps.Equal(a, b) || !maps.Equal(a, again) {
		t.Errorf("got %v, %v and %v", a, b, again)
	}
}
