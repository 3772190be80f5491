package thread_test

import (
	"strings"
	"testing"

	"analyze/internal/nlp/thread"
)

// TestAdded shows that what came on top of an earlier figure is held against no total.
func TestAdded(t *testing.T) {
	const total = "A ferry sank off Talisay in the Philippines on Friday. At least 31 people were killed in Talisay, the coast guard said."
	for name, c := range map[string]struct {
		text string
		want bool // in one thread
	}{
		"more bodies":      {"A ferry sank off Talisay in the Philippines on Friday. Divers recovered ten more bodies in Talisay on Sunday, the coast guard said.", false},
		"another":          {"A ferry sank off Talisay in the Philippines on Friday. Another 20 people were found dead in Talisay, the mayor said.", false},
		"at least another": {"A ferry sank off Talisay in the Philippines on Friday. At least another 20 people died in Talisay, the mayor said.", false},
		"a further":        {"A ferry sank off Talisay in the Philippines on Friday. A further 30 people died in Talisay, the mayor said.", false},
		"new deaths":       {"A ferry sank off Talisay in the Philippines on Friday. The mayor of Talisay reported 20 new deaths in Talisay.", false},
		"additional":       {"A ferry sank off Talisay in the Philippines on Friday. The mayor of Talisay spoke of 12 additional deaths in Talisay.", false},
		"a total":          {"A ferry sank off Talisay in the Philippines on Friday. The mayor said that 38 people were killed in Talisay.", true},
		"more than":        {"A ferry sank off Talisay in the Philippines on Friday. The mayor said that more than 38 people were killed in Talisay.", true},
	} {
		records := collect(t, map[string]string{"a.txt": total, "b.txt": c.text}, map[string]string{"a.txt": "2013-08-17", "b.txt": "2013-08-18"})
		got := false
		for _, th := range thread.Threads(records) {
			ids := strings.Join(th.Claims, " ")
			got = got || strings.Contains(ids, "a.txt#") && strings.Contains(ids, "b.txt#")
		}
		if got != c.want {
			t.Errorf("%s: in one thread %v", name, got)
			for _, r := range records {
				t.Logf("%s %q %s %s %v %q", r.Doc, r.Text, r.Concept, r.Event, r.Added, r.Apart)
			}
		}
	}
}

// TestAddedToOthers shows that the wounded come on top of no dead.
func TestAddedToOthers(t *testing.T) {
	texts := map[string]string{
		"a.txt": "A bomb went off in Gao in Mali on Monday. The blast in Gao killed 15 people and wounded another 38, the clinic of Gao said.",
		"b.txt": "A bomb went off in Gao in Mali on Monday. The blast in Gao killed 14 people and wounded 45, the mayor of Gao said.",
	}
	records := collect(t, texts, map[string]string{"a.txt": "2020-02-04", "b.txt": "2020-02-05"})
	wantThreads(t, told(thread.Threads(records), records), map[string]string{
		"Deaths, Gao":  "conflict, 2: a: 15 people | b: 14 people",
		"Wounded, Gao": "update, 2: a: 38 | b: 45",
	})
}
