package bleveindex

import (
	"errors"
	"log"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A damaged index is said in one line, and bleve prints nothing beside it.
func TestTornSegments(t *testing.T) {
	hush()
	if log.Writer() == os.Stderr {
		t.Error("bleve may print to standard error")
	}
	for name, damage := range map[string]func(path string) error{
		"cut off": func(path string) error { return os.Truncate(path, 3000) },
		"emptied": func(path string) error { return os.Truncate(path, 0) },
		"gone":    os.Remove,
		"of another version": func(path string) error {
			b, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			b[len(b)-1]-- // the number at the end of the magic
			return os.WriteFile(path, b, 0o666)
		},
		"rubbish": func(path string) error { return os.WriteFile(path, []byte(strings.Repeat("x", 9000)), 0o666) },
	} {
		dir := filepath.Join(t.TempDir(), "index")
		if err := writeRevision(dir, 1); err != nil {
			t.Fatal(err)
		}
		list, err := filepath.Glob(filepath.Join(dir, "g*", "store", "*.zap"))
		if err != nil || len(list) == 0 {
			t.Fatalf("no segments: %v", err)
		}
		for _, path := range list { // the first may be one that nothing reads
			if err := damage(path); err != nil {
				t.Fatal(err)
			}
		}
		says := "is damaged"
		if name == "of another version" {
			says = "was written by another version"
		}
		_, err = OpenReader(dir)
		var torn *TornError
		if !errors.As(err, &torn) {
			t.Errorf("%s: %v, want a TornError", name, err)
			continue
		}
		if s := err.Error(); strings.Contains(s, "\n") || !strings.Contains(s, says) || !strings.Contains(s, "analyze index rebuild") {
			t.Errorf("%s: %q", name, s)
		}
		if Whole(dir) {
			t.Errorf("%s: it is called whole", name)
		}
	}
}
