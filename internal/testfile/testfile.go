// Package testfile finds for tests the files of the project and those that stand
// beside it. Its functions may be called by several tests at a time.
package testfile

import (
	"os"
	"path/filepath"
	"testing"
)

// Root is the folder of the project, as an absolute path; a test that runs
// outside of it fails.
func Root(t testing.TB) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
		if dir == filepath.Dir(dir) {
			t.Fatal("no go.mod above the test")
		}
		dir = filepath.Dir(dir)
	}
}

// Shared is the path of a file or folder in ../shared, which is no part of the
// project; the test is skipped, and says so, where it is not there.
func Shared(t testing.TB, elem ...string) string {
	t.Helper()
	path := filepath.Join(append([]string{Root(t), "..", "shared"}, elem...)...)
	if _, err := os.Stat(path); err != nil {
		t.Skipf("SKIPPED, not shown by this run: %v", err)
	}
	return path
}

// Corpora are the texts of corpus/ and ../shared/corpus by the names of their
// files; the test is skipped where the second is not there.
func Corpora(t testing.TB) map[string]string {
	t.Helper()
	texts := map[string]string{}
	for _, dir := range []string{Shared(t, "corpus"), filepath.Join(Root(t), "corpus")} {
		files, err := os.ReadDir(dir)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range files {
			if ext := filepath.Ext(f.Name()); ext != ".txt" && ext != ".md" {
				continue
			}
			b, err := os.ReadFile(filepath.Join(dir, f.Name()))
			if err != nil {
				t.Fatal(err)
			}
			texts[f.Name()] = string(b)
		}
	}
	return texts
}
