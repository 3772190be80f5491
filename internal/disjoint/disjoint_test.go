package disjoint

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// TestSets joins at random and compares with labels that are all rewritten at
// each join.
func TestSets(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 40).Draw(t, "n")
		s, labels := New(n), make([]int, n)
		for i := range labels {
			labels[i] = i
		}
		one := rapid.IntRange(0, n-1)
		for range rapid.IntRange(0, 60).Draw(t, "joins") {
			a, b := one.Draw(t, "a"), one.Draw(t, "b")
			la, lb := labels[a], labels[b]
			if s.Join(a, b) != (la != lb) {
				t.Fatalf("joining %d and %d", a, b)
			}
			for i, l := range labels {
				if l == la || l == lb {
					labels[i] = min(la, lb)
				}
			}
		}
		roots := make([]int, n)
		for i := range roots {
			roots[i] = s.Root(i)
		}
		if !slices.Equal(roots, labels) {
			t.Fatalf("%v, want %v", roots, labels)
		}
	})
}
