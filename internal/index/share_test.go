package index

import (
	"errors"
	"runtime"
	"sync/atomic"
	"testing"
)

// Each thing is shared out once, and errors come back.
func TestShare(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(3))
	for _, n := range []int{0, 1, 2, 5, 20, 21} {
		for _, least := range []int{0, 1, 4, 30} {
			seen, parts := make([]atomic.Int32, n), atomic.Int32{}
			err := Share(n, least, func(from, to int) error {
				parts.Add(1)
				for i := from; i < to; i++ {
					seen[i].Add(1)
				}
				if from <= 2 && 2 < to {
					return errors.New("the third")
				}
				return nil
			})
			if (err != nil) != (n > 2) {
				t.Errorf("%d things: %v", n, err)
			}
			if want := max(1, min(3, n/max(1, least))); int(parts.Load()) != want {
				t.Errorf("%d things, at least %d each: %d parts, want %d", n, least, parts.Load(), want)
			}
			for i := range seen {
				if seen[i].Load() != 1 {
					t.Errorf("%d things: number %d is looked at %d times", n, i, seen[i].Load())
				}
			}
		}
	}
}
