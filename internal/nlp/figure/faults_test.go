package figure_test

import (
	"path/filepath"
	"testing"
)

// TestFaults holds that the kinds of text which were once read wrongly are
// read right, every field of them.
func TestFaults(t *testing.T) {
	for _, e := range append(examples(t, filepath.Join("testdata", "marked", "faults.txt")), examples(t, filepath.Join("testdata", "marked", "tables.txt"))...) {
		one := tally{bad: map[string]int{}}
		one.score(t, e, t.Errorf)
	}
}
