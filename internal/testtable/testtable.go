// Package testtable asks the small functions of a package what the tables of its tests
// say of them. Its functions may be called by several tests at a time.
package testtable

import "testing"

// Ask asks a question, by its name, of what it must be answered yes for and of what, as
// near to that as may be, it must be answered no. A question with one answer asks
// nothing, and fails.
func Ask[T any](t testing.TB, name string, ask func(T) bool, yes, no []T) {
	t.Helper()
	if len(yes) == 0 || len(no) == 0 {
		t.Errorf("%s: a question with one answer asks nothing", name)
	}
	for _, x := range yes {
		if !ask(x) {
			t.Errorf("%s of %#v: no, want yes", name, x)
		}
	}
	for _, x := range no {
		if ask(x) {
			t.Errorf("%s of %#v: yes, want no", name, x)
		}
	}
}

// Two makes of a question about two things one about a pair of them.
func Two[T any](ask func(a, b T) bool) func([2]T) bool {
	return func(p [2]T) bool { return ask(p[0], p[1]) }
}

// Read reads each key of want and compares what comes of it.
func Read[K, V comparable](t testing.TB, name string, read func(K) V, want map[K]V) {
	t.Helper()
	for x, want := range want {
		if got := read(x); got != want {
			t.Errorf("%s of %#v: %#v, want %#v", name, x, got, want)
		}
	}
}
