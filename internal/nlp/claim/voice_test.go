package claim_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"analyze/internal/doc"
	"analyze/internal/nlp/figure"
)

// TestVoicePages reads whole pages of many genres, marked as in TestWhere with who says so in
// the place of the place: nothing where it is the author. SHOW=1 prints each miss, VOICES names
// another folder.
func TestVoicePages(t *testing.T) {
	dir := "testdata/voice"
	if s := os.Getenv("VOICES"); s != "" {
		dir = s
	}
	files, err := filepath.Glob(filepath.Join(dir, "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatal("no pages", err)
	}
	total := whereScore{}
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		score := whereScore{}
		for _, page := range strings.Split(string(b), "\n=====\n") {
			checkVoices(t, filepath.Base(file), page, score)
		}
		t.Logf("%-24s %v", filepath.Base(file), score)
		for key, n := range score {
			sum := total[key]
			total[key] = [2]int{sum[0] + n[0], sum[1] + n[1]}
		}
	}
	t.Logf("all: %v source %.3f", total, total.rate("source"))
	if total.rate("found") < .95 || total.rate("source") < .94 {
		t.Errorf("found %.3f, source %.3f", total.rate("found"), total.rate("source"))
	}
}

func checkVoices(t *testing.T, name, page string, score whereScore) {
	t.Helper()
	date := ""
	if first, rest, ok := strings.Cut(page, "\n"); ok && strings.HasPrefix(first, "@ ") {
		date, page = strings.TrimPrefix(first, "@ "), rest
	}
	text, marks, err := parseWhere(page)
	if err != nil {
		t.Fatal(name, err)
	}
	d := read(t, text, date, figure.Pass.Run)
	for _, m := range marks {
		c := whereClaim(d, m)
		score.add("found", c != nil)
		if c == nil || m.place == "?" {
			if c == nil && show() {
				t.Logf("%s: «%s» not found", name, text[m.start:m.end])
			}
			continue
		}
		right := slices.ContainsFunc(strings.Split(m.place, "~"), func(w string) bool { return sameSource(w, said(c)) })
		score.add("source", right)
		if !right && show() {
			t.Logf("%s: «%s» got %q, want %q\n\t%s", name, text[m.start:m.end], said(c), m.place, c.Context)
		}
	}
}

// said is who says so, "" where it is only the author of a work that a note cites.
func said(c *doc.Claim) string {
	if c.SourceVia == "footnote" {
		return ""
	}
	return c.Source
}
