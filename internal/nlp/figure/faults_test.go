package figure_test

import (
	"path/filepath"
	"testing"
)

// TestFaults holds that the kinds of text which were once read wrongly are
// read right, every field of them.
func TestFaults(t *testing.T) {
	for _, e := range examples(t, filepath.Join("testdata", "marked", "faults.txt")) {
		one := tally{bad: map[string]int{}}
		one.score(t, e, t.Errorf)
	}
}
