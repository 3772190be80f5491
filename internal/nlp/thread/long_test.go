package thread_test

import (
	"fmt"
	"strings"
	"testing"

	"analyze/internal/nlp/thread"
)

// yearbook is a long document about a harbour: it tells a hundred figures, and what is
// given beside.
func yearbook(year int, more string) string {
	things := strings.Fields("cranes sheds lamps pilots buoys ropes clerks barges gates trucks scales tanks doors pumps boats masts dredgers divers fences barrels")
	var b strings.Builder
	fmt.Fprintf(&b, "The Kalda harbour in Narva in %d. ", year)
	for i := range 100 {
		fmt.Fprintf(&b, "In Narva the Kalda harbour paid for %d %s. ", 12+(i*37+year)%83, things[(i+year)%len(things)])
	}
	return b.String() + more
}

// TestLong holds two long documents about one place against each other: of their hundreds
// of numbers that are alike only what says the same thing is tied.
func TestLong(t *testing.T) {
	said := "A storm sank 4,730 containers in the Kalda harbour."
	records := collect(t, map[string]string{
		"a": yearbook(2018, said), "b": yearbook(2019, "Divers of the Kalda harbour found 4,730 containers after the storm. It owes 6,130 dollars to the carpenters."),
	}, map[string]string{"a": "2018-12-30", "b": "2019-12-30"})
	text := map[string]string{}
	for i := range records {
		text[records[i].ID] = records[i].Text
	}
	found := 0
	for _, tie := range thread.Ties(records) {
		a, b := text[tie.A], text[tie.B]
		if !strings.Contains(a, "4,730") || !strings.Contains(b, "4,730") {
			t.Errorf("%q and %q are tied, %.2f", a, b, tie.Score)
		}
		found++
	}
	if found != 1 {
		t.Errorf("%d ties, want that of the containers", found)
	}
}
