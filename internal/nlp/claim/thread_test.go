package claim_test

import (
	"slices"
	"strings"
	"testing"

	"analyze/internal/nlp/claim"
	"analyze/internal/structure"
)

// corpusRecords reads all documents at hand and brings their claims together.
func corpusRecords(t testing.TB) []claim.Record {
	t.Helper()
	texts := corpusTexts(t)
	var all []claim.Record
	var sources []structure.Source
	for _, n := range sortedNames(texts) {
		d := readFile(t, n, texts[n])
		all = append(all, claim.Records(d)...)
		sources = append(sources, structure.Source{Doc: d.ID, Date: d.Meta.Date, Shingles: d.Shingles})
	}
	claim.Duplicates(all, structure.Copies(slices.Values(sources)))
	return all
}

// TestShowThreads prints the threads of all documents at hand; SHOW=1 turns it
// on.
func TestShowThreads(t *testing.T) {
	if !show() {
		t.Skip("SHOW=1 prints the threads of all documents at hand")
	}
	records := corpusRecords(t)
	byID := map[string]claim.Record{}
	for _, r := range records {
		byID[r.ID] = r
	}
	for _, th := range claim.Threads(records) {
		t.Logf("== %s [%s] %s — %s (%d sources)", th.ID, th.Relation, th.Topic, th.Reason, th.Sources)
		for i, id := range th.Claims {
			r := byID[id]
			t.Logf("   %c %-26s %-34q %-24q %s %s · %s · %s/%s · %s", 'A'+rune(th.SourceOf[i]%26), id, r.Text, r.What, strings.Join(r.Places, ";"), r.Role, r.Time, r.Concept, r.Event, r.Source)
		}
		for _, a := range th.SetApart {
			t.Logf("     apart %s %s: %s (%s) %q", a.Claim, a.Field, a.Reason, byID[a.Claim].Text, byID[a.Claim].What)
		}
		for _, a := range th.Related {
			t.Logf("     see %s: %s", a.Thread, a.Reason)
		}
	}
}
