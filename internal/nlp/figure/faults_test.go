package figure_test

import (
	"path/filepath"
	"testing"
)

// TestFaults holds that the kinds of text which were once read wrongly are
// read right, every field of them.
func TestFaults(t *testing.T) {
	files, _ := filepath.Glob("testdata/marked/*.txt")
	if len(files) < 3 {
		t.Fatal("no marked examples")
	}
	for _, f := range files {
		for _, e := range examples(t, f) {
			one := tally{bad: map[string]int{}}
			one.score(t, e, t.Errorf)
		}
	}
}
