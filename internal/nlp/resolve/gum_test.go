package resolve_test

import (
	"fmt"
	"os"
	"sort"
	"strings"
	"testing"
	"unicode"

	"analyze/internal/doc"
	"analyze/internal/testfile"
)

type gumText struct {
	ID, Text string
	Entities []struct {
		Start, End int
		Type, Wiki string
		GID        any
	}
}

// TestWikified measures the passes on texts of many kinds in which names are
// tied to encyclopedia articles: the names as mentions, the articles as gold.
// It is for development; a fall below the bound is a regression.
func TestWikified(t *testing.T) {
	texts := lines[gumText](t, testfile.Shared(t, "data", "names", "gum_wikified_open.jsonl"))
	types := map[string]doc.MentionType{"person": doc.Person, "organization": doc.Org, "place": doc.Place}
	var gold, got []string
	for _, x := range texts {
		var offset []int
		for i := range x.Text {
			offset = append(offset, i)
		}
		offset = append(offset, len(x.Text))
		var ms []doc.Mention
		var ids []string
		sort.Slice(x.Entities, func(a, b int) bool {
			if x.Entities[a].Start != x.Entities[b].Start {
				return x.Entities[a].Start < x.Entities[b].Start
			}
			return x.Entities[a].End > x.Entities[b].End
		})
		end := 0
		for _, e := range x.Entities {
			s, n := offset[e.Start], offset[e.End]
			for _, art := range []string{"the ", "The "} {
				if strings.HasPrefix(x.Text[s:n], art) {
					s += 4
				}
			}
			name := x.Text[s:n]
			typ := types[e.Type]
			if typ == doc.NoType || s < end || e.Wiki == "" || name == "" || !unicode.IsUpper(rune(name[0])) || !titled(name) {
				continue
			}
			end = n
			ms = append(ms, doc.Mention{Span: doc.Span{Start: s, End: n}, Type: typ, Score: 1, By: "gold"})
			ids = append(ids, x.ID+" "+e.Wiki)
		}
		d := resolved(t, build(t, x.ID, x.Text, ms))
		for i, id := range ids {
			gold = append(gold, id)
			got = append(got, fmt.Sprint(x.ID, d.ReferentOf[i]))
		}
		if os.Getenv("LIST") != "" {
			list(d, ids)
		}
	}
	p, r, f := bcubed(gold, got)
	t.Logf("B-cubed P %.3f R %.3f F %.3f over %d mentions of %d texts", p, r, f, len(gold), len(texts))
	if f < 0.9 {
		t.Errorf("F1 %.3f", f)
	}
}

// titled reports whether every word of a name but small ones has a capital.
func titled(name string) bool {
	for _, w := range strings.Fields(name) {
		if !unicode.IsUpper([]rune(w)[0]) && len(w) > 3 {
			return false
		}
	}
	switch strings.ToLower(name) {
	case "i", "he", "she", "it", "we", "they", "you", "his", "her", "my", "our", "their", "your", "him", "this", "that":
		return false
	}
	return true
}

// list prints what differs from the gold.
func list(d *doc.Document, ids []string) {
	byRef, byGold := map[int]map[string]string{}, map[string]map[int]string{}
	for i, id := range ids {
		r := d.ReferentOf[i]
		if byRef[r] == nil {
			byRef[r] = map[string]string{}
		}
		if byGold[id] == nil {
			byGold[id] = map[int]string{}
		}
		byRef[r][id], byGold[id][r] = d.Slice(d.Mentions[i].Span), d.Slice(d.Mentions[i].Span)
	}
	for r := range d.Referents {
		if len(byRef[r]) > 1 {
			fmt.Println("MERGED", d.ID, d.Referents[r].Name, byRef[r])
		}
	}
	keys := make([]string, 0)
	for id, m := range byGold {
		if len(m) > 1 {
			keys = append(keys, fmt.Sprint("SPLIT ", id, m))
		}
	}
	sort.Strings(keys)
	for _, k := range keys {
		fmt.Println(k)
	}
}
