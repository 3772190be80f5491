package report

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"analyze/internal/doc"
)

func TestSinceLast(t *testing.T) {
	c := collection()
	c.Threads = append(c.Threads, doc.Thread{ID: "u", Topic: "Boats", Relation: "agree"})
	c.Entities = append(c.Entities, doc.Entity{ID: "bank", Name: "Bank|<i>", Type: doc.Org, Documents: []string{"a", "b"}})
	d, _ := c.Open("")
	c.News = &doc.News{
		New: []string{d.ID}, Gone: []string{"old|.txt"}, Threads: []string{"t", "u", "lost"}, Was: []string{"agree", "", ""},
		Entities: []string{"kenya", "bank", "lost"}, GoneEntities: []string{"x"}, Figures: []string{fmt.Sprintf("%s#c%d", d.ID, d.Claims[0].Start)}, Claims: 1,
	}
	var b bytes.Buffer
	SinceLast(c).markdown(&b)
	const want = `
## Since the last run

- Other verdicts:
  - [Who \<came\>](threads/t.html) (was agree, now conflict)
- New threads:
  - [Boats](threads/u.html) (agree)
- New documents:
  - [\<script\>alert(1)\</script\> \` + "`x\\`" + `](documents/a-b-txt-5dadc5.html) (1 figure)
- Documents no longer there:
  - old\|.txt
- New figures in documents that were there:
  - [more than 40 of \| them, to Kenya, the \[Bank\](x)](documents/a-b-txt-5dadc5.html#c29) (\<script\>alert(1)\</script\> \` + "`x\\`" + `)
- New actors:
  - [Bank\|\<i\>](actors/bank.html) (2 documents)
- New places:
  - [Kenya](places/kenya.html) (1 document)
- Actors and places no longer named:
  - x
`
	if got := b.String(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// Of many, the first are shown and the others counted; what cannot be opened is
// told by its id.
func TestSinceLastMany(t *testing.T) {
	c := collection()
	c.News = &doc.News{Figures: []string{"gone.txt#c4"}}
	for i := range 40 {
		c.News.Gone = append(c.News.Gone, fmt.Sprintf("d%02d", i))
	}
	opened := 0
	c.Open = func(string) (*doc.Document, error) { opened++; return nil, errors.New("gone") }
	var b bytes.Buffer
	SinceLast(c).markdown(&b)
	if got := b.String(); !strings.Contains(got, "d11\n  - and 28 more\n") || strings.Contains(got, "d12") || !strings.Contains(got, "- gone.txt\\#c4") && !strings.Contains(got, "- gone.txt#c4") || opened != 1 {
		t.Errorf("opened %d documents, got\n%s", opened, got)
	}
	c.News = nil
	if !SinceLast(c).None() {
		t.Error("the first run has news")
	}
}
