// Package disjoint parts the numbers from 0 to n-1 into sets and joins them:
// the union-find of Tarjan, Efficiency of a Good But Not Linear Set Union
// Algorithm, JACM 22 (1975), with halved paths.
package disjoint

// Sets holds for each number another of its set. Reading shortens paths, so
// that not even Root is safe for concurrent use.
type Sets []int32

// New returns n sets of one number each.
func New(n int) Sets {
	s := make(Sets, n)
	for i := range s {
		s[i] = int32(i)
	}
	return s
}

// Root is the smallest number of the set of i, in whatever order sets were
// joined.
func (s Sets) Root(i int) int {
	for int(s[i]) != i {
		s[i] = s[s[i]]
		i = int(s[i])
	}
	return i
}

// Join makes one set of the sets of a and b; it reports whether they were two.
func (s Sets) Join(a, b int) bool {
	a, b = s.Root(a), s.Root(b)
	s[max(a, b)] = int32(min(a, b))
	return a != b
}
