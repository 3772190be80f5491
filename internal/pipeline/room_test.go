package pipeline

import (
	"sync"
	"testing"
)

// However many work at once, what they take is never more than there is, and
// each gets it in the end.
func TestRoom(t *testing.T) {
	r := newRoom(10)
	var mu sync.Mutex
	taken, most, done := 0, 0, 0
	note := func(n int) {
		mu.Lock()
		defer mu.Unlock()
		taken += n
		most = max(most, taken)
		if n < 0 {
			done++
		}
	}
	var wg sync.WaitGroup
	for i := range 60 {
		n := []int{0, 1, 4, 10, 99}[i%5]
		wg.Go(func() {
			defer r.take(n)()
			note(min(n, 10))
			note(-min(n, 10))
		})
	}
	wg.Wait()
	if most > 10 || most == 0 || taken != 0 || !r.left.TryAcquire(10) {
		t.Errorf("%d taken at most, %d at the end", most, taken)
	}
	if done < 48 { // those that took nothing are not counted
		t.Errorf("%d were done", done)
	}
}
