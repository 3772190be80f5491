package report

import (
	"runtime"
	"sync"
)

// inOrder does work for 0 to n-1 in as many goroutines as there are processors
// and hands what it gave to take, one at a time, in order. It returns the first
// error, in that order, when no work is under way any more.
func inOrder[T any](n int, work func(int) (T, error), take func(int, T) error) error {
	type result struct {
		value T
		err   error
	}
	var running sync.WaitGroup
	defer running.Wait()
	stop := make(chan struct{})
	defer close(stop)
	queue := make(chan chan result, runtime.GOMAXPROCS(0)) // bounds what is done ahead
	running.Go(func() {
		defer close(queue)
		for i := range n {
			r := make(chan result, 1)
			select {
			case queue <- r:
			case <-stop:
				return
			}
			running.Go(func() {
				v, err := work(i)
				r <- result{v, err}
			})
		}
	})
	i := 0
	for r := range queue {
		x := <-r
		if x.err != nil {
			return x.err
		}
		if err := take(i, x.value); err != nil {
			return err
		}
		i++
	}
	return nil
}
