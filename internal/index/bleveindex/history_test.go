package bleveindex

import (
	"context"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"analyze/internal/index"
)

// revise brings the index in dir to a revision, as a run of that number; from
// nothing if clear.
func revise(t *testing.T, dir string, rev, run int, clear bool) {
	t.Helper()
	w, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	w.Run = Run{run, time.Date(2020, 1, run, 0, 0, 0, 0, time.UTC)}
	if clear {
		if err := w.Clear(); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := index.Update(context.Background(), w, revision(rev), nil); err != nil {
		t.Fatal(err)
	}
}

// since tells how many documents are new since each of some runs, and what
// runs there were.
func since(t *testing.T, dir string, runs ...int) string {
	t.Helper()
	r, err := OpenReader(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	out := ""
	for _, n := range runs {
		docs, err := r.Since(n)
		if err != nil {
			t.Fatal(err)
		}
		out += fmt.Sprintf("%d:%d ", n, len(docs))
	}
	had, err := r.Runs()
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range had {
		out += fmt.Sprintf("run %d of %s ", r.Number, r.Time.Format(time.DateOnly))
	}
	return out
}

func TestHistory(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "index")
	revise(t, dir, 0, 1, false)
	if got, want := since(t, dir, 0, 1), "0:102 1:0 run 1 of 2020-01-01 "; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	revise(t, dir, 1, 4, false) // runs between changed nothing
	first := since(t, dir, 0, 1, 3, 4)
	if want := "0:120 1:46 3:46 4:0 run 1 of 2020-01-01 run 4 of 2020-01-04 "; first != want {
		t.Errorf("got %s, want %s", first, want)
	}
	revise(t, dir, 1, 5, false) // nothing has changed
	if got := since(t, dir, 0, 1, 3, 4); got != first {
		t.Errorf("a run that changes nothing is told: %s", got)
	}
	revise(t, dir, 1, 6, true) // built again
	if got := since(t, dir, 0, 1, 3, 4); got != first {
		t.Errorf("built again, the index tells %s, want %s", got, first)
	}
	revise(t, dir, 2, 1, false) // the log of runs is gone: numbers go on
	if got := since(t, dir, 4, 5); got[:2] != "4:" || got[:4] == "4:0 " {
		t.Errorf("numbers do not go on: %s", got)
	}
}
