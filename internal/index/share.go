package index

import (
	"errors"
	"runtime"
	"sync"
)

// Share calls f for the parts of n things, from one up to another, at the same
// time on up to four processors, each with at least so many of them.
func Share(n, least int, f func(from, to int) error) error {
	workers := min(runtime.GOMAXPROCS(0), 4, n/max(1, least))
	if workers < 2 {
		return f(0, n)
	}
	errs := make([]error, workers)
	var wg sync.WaitGroup
	for i := range workers {
		wg.Go(func() { errs[i] = f(n*i/workers, n*(i+1)/workers) })
	}
	wg.Wait()
	return errors.Join(errs...)
}
