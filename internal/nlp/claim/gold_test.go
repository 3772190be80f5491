package claim_test

import (
	"bufio"
	"encoding/json"
	"os"
	"sort"
	"strings"
	"testing"

	"analyze/internal/doc"
	"analyze/internal/nlp/figure"
	"analyze/internal/testfile"
)

// A goldClaim is a line of the claims annotated by hand; offsets count code
// points.
type goldClaim struct {
	Doc, Text, Bound, Unit string
	NumStart               int `json:"num_start"`
	Place, Time, Source    *string
	PlaceRole              *string `json:"place_role"`
	Optional               bool
}

func goldClaims(t testing.TB) []goldClaim {
	t.Helper()
	f, err := os.Open(testfile.Shared(t, "gold", "claims.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var all []goldClaim
	for s := bufio.NewScanner(f); s.Scan(); {
		var g goldClaim
		if err := json.Unmarshal(s.Bytes(), &g); err != nil {
			t.Fatal(err)
		}
		all = append(all, g)
	}
	return all
}

func readFile(t testing.TB, name, text string) *doc.Document {
	d := read(t, text, "", figure.Pass.Run)
	d.ID = name
	return d
}

func sortedNames(m map[string]string) []string {
	names := make([]string, 0, len(m))
	for n := range m {
		names = append(names, n)
	}
	sort.Strings(names)
	return names
}

// TestGold scores the two documents that were annotated completely: of those
// to be scored, place, source and time together must be right in nearly all.
func TestGold(t *testing.T) {
	texts := testfile.Corpora(t)
	docs := map[string]*doc.Document{}
	for _, n := range sortedNames(texts) {
		if id, _, ok := strings.Cut(n, "_"); ok && (id == "003" || id == "004") {
			docs[id] = readFile(t, n, texts[n])
		}
	}
	scored, right := 0, 0
	for _, g := range goldClaims(t) {
		if g.Optional {
			continue
		}
		scored++
		d := docs[g.Doc]
		at := 0
		for i := range d.Text { // code points to bytes
			if g.NumStart == 0 {
				at = i
				break
			}
			g.NumStart--
		}
		c := claimAt(d, at)
		if c == nil {
			t.Logf("%s %q: no claim", g.Doc, g.Text)
			continue
		}
		place, role, _ := placeOf(c)
		ok := place == deref(g.Place) && role == deref(g.PlaceRole) && c.Time == deref(g.Time) && c.Source == deref(g.Source)
		if ok {
			right++
		} else {
			t.Logf("%s %q: place %q %s, time %q, source %q; want %q %s, %q, %q", g.Doc, g.Text, place, role, c.Time, c.Source,
				deref(g.Place), deref(g.PlaceRole), deref(g.Time), deref(g.Source))
		}
	}
	t.Logf("place, role, time and source right in %d of %d", right, scored)
	if right < scored-2 {
		t.Errorf("right in %d of %d", right, scored)
	}
}

func deref(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

func claimAt(d *doc.Document, at int) *doc.Claim {
	for i := range d.Claims {
		if c := &d.Claims[i]; c.Number.Start <= at && at < c.Number.End {
			return c
		}
	}
	return nil
}

// TestShow prints the claims of all documents at hand; SHOW=1 turns it on.
func TestShow(t *testing.T) {
	if !show() {
		t.Skip("SHOW=1 prints the claims of all documents at hand")
	}
	texts := testfile.Corpora(t)
	for _, n := range sortedNames(texts) {
		d := readFile(t, n, texts[n])
		t.Logf("== %s, %s (%s)", n, d.Meta.Date, d.Meta.DateVia)
		for i := range d.Claims {
			c := &d.Claims[i]
			place, role, others := placeOf(c)
			t.Logf("%5d %-9s %q\n\twhat %q · at %s %s [%s] · when %s %s · says %q %s · note %q · rep %d\n\t%s", c.Start, c.In,
				strings.Join(strings.Fields(d.Slice(c.Span)), " "), c.What, place, role, others, c.Time, c.TimeVia, c.Source, c.SourceVia, c.Cite, c.Repeats, c.Context)
		}
	}
}
