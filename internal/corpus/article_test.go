package corpus

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"analyze/internal/doc"

	"golang.org/x/net/html/atom"
)

// The text of an article is found on pages as sites show them. PAGES names a
// folder of folders that each hold a page, source.html, and its article,
// expected.html, as the test pages of Readability are laid out.
func TestArticles(t *testing.T) {
	dir := os.Getenv("PAGES")
	if dir == "" {
		t.Skip("SKIPPED: PAGES names no folder; scripts/formats/fetch.sh gathers one in OUT/go/go-readability…/test-pages")
	}
	files, _ := filepath.Glob(filepath.Join(dir, "*", "source.html"))
	var all []float64
	for _, file := range files {
		page, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		gold, err := os.ReadFile(filepath.Join(filepath.Dir(file), "expected.html"))
		if err != nil {
			continue
		}
		s, _ := decodeHTML(gold)
		root := parseHTML(s)
		want := wordCounts(textOf(firstTag(root, atom.Body)))
		d, err := Read("a.html", "", page)
		if err != nil {
			t.Logf("%s: %v", file, err)
			all = append(all, 0)
			continue
		}
		p, r, f := overlap(want, wordCounts(mainText(d)))
		all = append(all, f)
		if f < 0.8 {
			t.Logf("%s: precision %.2f, recall %.2f, F %.2f", filepath.Base(filepath.Dir(file)), p, r, f)
		}
	}
	if len(all) == 0 {
		t.Fatalf("no pages in %s", dir)
	}
	slices.Sort(all)
	sum := 0.0
	for _, f := range all {
		sum += f
	}
	t.Logf("%d pages: mean F %.4f, median %.4f", len(all), sum/float64(len(all)), all[len(all)/2])
	if sum/float64(len(all)) < 0.85 {
		t.Error("articles are found worse than they were")
	}
}

// mainText returns the text without what is marked as boilerplate.
func mainText(d *doc.Document) string {
	var b strings.Builder
	at := 0
	for _, m := range d.Marks {
		if m.Kind == doc.MarkBoilerplate && m.Start >= at {
			b.WriteString(d.Text[at:m.Start])
			at = m.End
		}
	}
	return b.String() + d.Text[at:]
}

func wordCounts(s string) map[string]int {
	m := map[string]int{}
	for _, w := range strings.Fields(s) {
		if w = foldWord(w); w != "" {
			m[w]++
		}
	}
	return m
}

// overlap returns precision, recall and their harmonic mean of the words got.
func overlap(want, got map[string]int) (p, r, f float64) {
	both, w, g := 0, 0, 0
	for k, n := range want {
		both += min(n, got[k])
		w += n
	}
	for _, n := range got {
		g += n
	}
	if both == 0 {
		return 0, 0, 0
	}
	p, r = float64(both)/float64(g), float64(both)/float64(w)
	return p, r, 2 * p * r / (p + r)
}
