package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"testing"

	"github.com/chromedp/chromedp"
)

// A brief as a page fits a phone, asks for nothing, and prints as a PDF of
// several pages.
func TestBriefInBrowser(t *testing.T) {
	ctx := browser(t)
	dir := t.TempDir()
	corpus := demoCorpus(t)
	mustRun(t, dir, "run", corpus, "--quiet")
	mustRun(t, dir, "report", "Syria", "--out", "syria.html")
	if err := chromedp.Do(ctx, chromedp.EmulateViewport(390, 800), chromedp.Navigate("file://"+filepath.Join(dir, "syria.html"))); err != nil {
		t.Fatal(err)
	}
	wide, err := chromedp.Run(ctx, chromedp.Evaluate[int]("document.documentElement.scrollWidth"))
	if err != nil || wide > 390 {
		t.Errorf("the page is %d wide, %v", wide, err)
	}
	asked, err := chromedp.Run(ctx, chromedp.Evaluate[int]("performance.getEntriesByType('resource').length"))
	if err != nil || asked != 0 {
		t.Errorf("the page asks for %d files, %v", asked, err)
	}
	pdf, err := chromedp.Run(ctx, chromedp.PrintToPDF())
	if err != nil {
		t.Fatal(err)
	}
	if n := pagesOf(pdf); n < 2 || !bytes.HasPrefix(pdf, []byte("%PDF-")) {
		t.Errorf("%d pages in %d bytes", n, len(pdf))
	}
	if shots := os.Getenv("SITE_SHOTS"); shots != "" {
		if err := os.WriteFile(filepath.Join(shots, "brief.pdf"), pdf, 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// pagesOf counts the pages that a PDF says it has.
func pagesOf(pdf []byte) int {
	n := 0
	for _, m := range regexp.MustCompile(`/Type\s*/Pages\b[^>]*?/Count (\d+)|/Count (\d+)[^>]*?/Type\s*/Pages\b`).FindAllSubmatch(pdf, -1) {
		k, _ := strconv.Atoi(string(m[1]) + string(m[2]))
		n = max(n, k)
	}
	return n
}
