package pipeline

import (
	"context"

	"golang.org/x/sync/semaphore"
)

// mostText is how many bytes of text are analysed at a time: a table takes a
// hundred times its bytes while its figures are read, and as many such tables
// as there are processors would take all memory. Longer texts are analysed
// alone.
const mostText = 4 << 20

// A room is shared by those who work at the same time.
type room struct {
	all  int64
	left *semaphore.Weighted
}

func newRoom(n int64) *room { return &room{n, semaphore.NewWeighted(n)} }

// take waits until there is room for n, or all of it, and returns what gives it
// back.
func (r *room) take(n int) (release func()) {
	w := min(int64(n), r.all)
	if err := r.left.Acquire(context.Background(), w); err != nil {
		panic(err) // no more than there is was asked for, without an end
	}
	return func() { r.left.Release(w) }
}
