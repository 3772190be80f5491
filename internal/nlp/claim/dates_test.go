package claim

import "testing"

func TestLatestMonth(t *testing.T) {
	for _, c := range []struct {
		months []int
		want   int
	}{
		{nil, 0},
		{[]int{3}, 3},
		{[]int{4, 7, 8, 10}, 10},
		{[]int{3, 5, 12}, 5},
		{[]int{1, 11, 12}, 1},
	} {
		var named [13]bool
		for _, m := range c.months {
			named[m] = true
		}
		if got := latestMonth(named); got != c.want {
			t.Errorf("%v: got %d, want %d", c.months, got, c.want)
		}
	}
}
