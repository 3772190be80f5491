package pipeline

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"analyze/internal/doc"
	"analyze/internal/record"
)

// reports are of one story, by three who counted.
var reports = []string{
	"Refugees in Chad, 2015\n\nNDJAMENA, 12 May 2015 - The United Nations refugee agency UNHCR said on Tuesday that 42,000 refugees from Sudan had reached Chad since January 2015. The camps at Goz Beida have room for 30,000 people, and food for six weeks is left in the stores, its spokeswoman Ann Holt told reporters. Rain has cut the road from Abeche, she said, and lorries wait on the far bank.\n",
	"Chad counts its guests\n\nNDJAMENA, 13 May 2015 - The interior ministry of Chad said that 38,000 refugees from Sudan had reached Chad since January 2015. Its minister, Omar Haddad, asked donors for tents. Nobody had thought of the rains, he told the parliament, and two bridges were down. The herders of the east complain of thieves, and markets are shut on most days of the week.\n",
	"Oxfam on the camps of the east\n\nLONDON, 14 May 2015 - Oxfam counted more than 40,000 refugees from Sudan who had reached Chad since January 2015. Wells in the camps give eight litres a day to each of them. Its teams dig latrines in the sand, and the children carry water from the river in the heat, a doctor of the charity wrote in a letter to the donors on Thursday.\n",
}

// collected runs over documents, by name, and gives what all of them tell.
func collected(t *testing.T, documents map[string]string) *doc.Collection {
	t.Helper()
	folder := t.TempDir()
	for name, text := range documents {
		put(t, folder, name, text)
	}
	res, err := run(t, folder, filepath.Join(t.TempDir(), "work"))
	if err != nil {
		t.Fatal(err)
	}
	return res.Collection
}

// threadsTold tells each thread without the names of documents.
func threadsTold(c *doc.Collection) string {
	var out []string
	for i := range c.Threads {
		th := &c.Threads[i]
		if len(th.Claims) > 1 {
			out = append(out, fmt.Sprintf("%s: %s by %d, %v to %v", th.Topic, th.Relation, th.Sources, th.Low, th.High))
		}
	}
	slices.Sort(out)
	return strings.Join(out, "\n")
}

// entitiesTold tells each entity without the names of documents.
func entitiesTold(c *doc.Collection) string {
	var out []string
	for i := range c.Entities {
		e := &c.Entities[i]
		out = append(out, fmt.Sprintf("%s %v: %d", e.Name, e.Type, e.Mentions))
	}
	slices.Sort(out)
	return strings.Join(out, "\n")
}

// countMentions holds that an entity counts the mentions that records give it outside
// copies.
func countMentions(t *testing.T, name string, c *doc.Collection) {
	t.Helper()
	count, copies := map[string]int{}, c.CopiesByDocument()
	for d, err := range c.Documents() {
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range record.Mentions(d, copies[d.ID]) {
			if m.Entity != nil && !m.Copy && m.Form != doc.Adjective.String() {
				count[*m.Entity]++
			}
		}
	}
	for i := range c.Entities {
		if e := &c.Entities[i]; count[e.ID] != e.Mentions {
			t.Errorf("%s: %s is named %d times outside copies and counts %d", name, e.ID, count[e.ID], e.Mentions)
		}
	}
}

// TestWhatDocumentsDoNotChange holds that neither the order of documents, nor a copy of
// one of them, nor one about something else changes what the others tell together.
func TestWhatDocumentsDoNotChange(t *testing.T) {
	base := collected(t, map[string]string{"a.txt": reports[0], "b.txt": reports[1], "c.txt": reports[2]})
	threads, entities := threadsTold(base), entitiesTold(base)
	if !strings.Contains(threads, " by ") || !strings.Contains(entities, "Omar Haddad") {
		t.Fatalf("no two reports come together:\n%s\n%s", threads, entities)
	}
	for name, documents := range map[string]map[string]string{
		"in another order":  {"c.txt": reports[0], "a.txt": reports[1], "b.txt": reports[2]},
		"in folders' names": {"x-1.txt": reports[1], "x-2.txt": reports[2], "x-3.txt": reports[0]},
		"with a copy":       {"a.txt": reports[0], "b.txt": reports[1], "c.txt": reports[2], "d.txt": reports[1]},
		"with two copies":   {"a.txt": reports[0], "b.txt": reports[1], "c.txt": reports[2], "d.txt": reports[1], "e.txt": reports[0]},
	} {
		c := collected(t, documents)
		if got := entitiesTold(c); got != entities {
			t.Errorf("%s: who acts\n%s\nwant\n%s", name, got, entities)
		}
		if got := threadsTold(c); got != threads {
			t.Errorf("%s: threads\n%s\nwant\n%s", name, got, threads)
		}
		countMentions(t, name, c)
	}
	c := collected(t, map[string]string{"a.txt": reports[0], "b.txt": reports[1], "c.txt": reports[2], "z.txt": "Bread in Lund\n\nBakers in Lund, Sweden, sold 1,200 loaves on 3 June 2014, said Lena Brandt, who bakes there.\n"})
	if got := threadsTold(c); got != threads {
		t.Errorf("with a text on bread: threads\n%s\nwant\n%s", got, threads)
	}
	for _, line := range strings.Split(entities, "\n") {
		if !slices.Contains(strings.Split(entitiesTold(c), "\n"), line) {
			t.Errorf("with a text on bread %q is gone", line)
		}
	}
}

// TestTakenAway holds that a document which comes and goes leaves nothing behind.
func TestTakenAway(t *testing.T) {
	folder, work := t.TempDir(), filepath.Join(t.TempDir(), "work")
	put(t, folder, "a.txt", reports[0])
	put(t, folder, "b.txt", reports[1])
	first, err := run(t, folder, work)
	if err != nil {
		t.Fatal(err)
	}
	want := threadsTold(first.Collection) + entitiesTold(first.Collection)
	put(t, folder, "c.txt", reports[2])
	more, err := run(t, folder, work)
	if err != nil {
		t.Fatal(err)
	}
	if more.Analysed != 1 || threadsTold(more.Collection)+entitiesTold(more.Collection) == want {
		t.Errorf("a third report tells nothing, or %d were read again", more.Analysed)
	}
	if err := os.Remove(filepath.Join(folder, "c.txt")); err != nil {
		t.Fatal(err)
	}
	last, err := run(t, folder, work)
	if err != nil {
		t.Fatal(err)
	}
	if got := threadsTold(last.Collection) + entitiesTold(last.Collection); got != want {
		t.Errorf("left behind:\n%s\nwant\n%s", got, want)
	}
}
