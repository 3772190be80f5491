package pipeline

import "sync"

// mostText is how many bytes of text are analysed at a time: a table takes a
// hundred times its bytes while its figures are read, and as many such tables
// as there are processors would take all memory. Longer texts are analysed
// alone.
const mostText = 4 << 20

// A room is shared by those who work at the same time.
type room struct {
	mu        sync.Mutex
	freed     sync.Cond
	all, left int
}

func newRoom(n int) *room {
	r := &room{all: n, left: n}
	r.freed.L = &r.mu
	return r
}

// take waits until there is room for n, or all of it, and returns what gives it
// back.
func (r *room) take(n int) (release func()) {
	n = min(n, r.all)
	r.mu.Lock()
	defer r.mu.Unlock()
	for r.left < n {
		r.freed.Wait()
	}
	r.left -= n
	return func() {
		r.mu.Lock()
		defer r.mu.Unlock()
		r.left += n
		r.freed.Broadcast()
	}
}
