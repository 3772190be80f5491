package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// browser starts Chromium with a profile of its own, or skips.
func browser(t *testing.T) context.Context {
	t.Helper()
	var program string
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if p, err := exec.LookPath(name); err == nil {
			program = p
			break
		}
	}
	if program == "" {
		t.Skip("NO BROWSER: install chromium to look at the pages")
	}
	options := []chromedp.ExecAllocatorOption{
		chromedp.ExecPath(program), chromedp.UserDataDir(t.TempDir()), chromedp.Headless, chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.NoFirstRun, chromedp.Flag("disable-quic", true), chromedp.Flag("disable-background-networking", true),
		chromedp.Flag("disable-component-update", true), chromedp.Flag("disable-sync", true), chromedp.Flag("hide-scrollbars", true),
	}
	ctx, cancel := context.WithTimeout(context.Background(), 4*time.Minute)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewExecAllocator(ctx, options...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	return ctx
}

// Each kind of page, wide and narrow, light and dark: no error on the console,
// no request to a host, nothing wider than the window. Where SITE_SHOTS names a
// folder, pictures are kept there.
func TestSiteInBrowser(t *testing.T) {
	ctx := browser(t)
	dir := t.TempDir()
	corpus, err := filepath.Abs(filepath.Join(root, "corpus"))
	if err != nil {
		t.Fatal(err)
	}
	if other := os.Getenv("SITE_CORPUS"); other != "" {
		corpus = other
	}
	mustRun(t, dir, "run", corpus, "--quiet")
	var mu sync.Mutex
	var faults []string
	watch := true // the checker talks to the console itself
	fault := func(s string) {
		mu.Lock()
		defer mu.Unlock()
		if watch {
			faults = append(faults, s)
		}
	}
	deaf := func(on bool) { mu.Lock(); watch = !on; mu.Unlock() }
	if err := chromedp.Do(ctx, chromedp.Navigate("about:blank")); err != nil {
		t.Fatal(err)
	}
	err = chromedp.Listen(ctx, func(e any) {
		switch e := e.(type) {
		case *runtime.EventExceptionThrown:
			fault("exception: " + e.ExceptionDetails.Text)
		case *runtime.EventConsoleAPICalled:
			fault("console: " + string(e.Type))
		case *network.EventRequestWillBeSent:
			if u := e.Request.URL; !strings.HasPrefix(u, "file:") && !strings.HasPrefix(u, "data:") {
				fault("request: " + u)
			}
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	axe := axeScript(t)
	for _, page := range onePageOfEach(t, filepath.Join(dir, "reports")) {
		for _, width := range []int64{1280, 390} {
			for _, theme := range []string{"light", "dark"} {
				if got := look(ctx, t, dir, page, width, theme); got > width {
					t.Errorf("%s is %d wide in a window of %d", page, got, width)
				}
				deaf(true)
				for _, v := range violations(ctx, t, axe) {
					t.Errorf("%s, %d wide, %s: %s", page, width, theme, v)
				}
				deaf(false)
			}
		}
		mu.Lock()
		for _, f := range faults {
			t.Errorf("%s: %s", page, f)
		}
		faults = nil
		mu.Unlock()
	}
}

// axeScript is the accessibility checker axe-core, "" where it is not there;
// .ci/run fetches it.
func axeScript(t *testing.T) string {
	t.Helper()
	cache, err := os.UserCacheDir()
	if err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(filepath.Join(cache, "analyze-ci", "node_modules", "axe-core", "axe.min.js"))
	if err != nil {
		t.Log("NOT CHECKED for accessibility: axe-core is not there, .ci/run fetches it")
	}
	return string(b)
}

// violations runs axe-core in the page that is open.
func violations(ctx context.Context, t *testing.T, axe string) []string {
	t.Helper()
	if axe == "" {
		return nil
	}
	if _, err := chromedp.Run(ctx, chromedp.Evaluate[any](axe+";0")); err != nil {
		t.Fatal(err)
	}
	yes := true
	const run = `axe.run({resultTypes: ['violations']}).then(r => (r.passes.length > 10 ? [] : ['only ' + r.passes.length + ' rules apply']).concat(r.violations.flatMap(v => v.nodes.slice(0, 3).map(n => v.id + ': ' + n.html.slice(0, 160) + ' ' + n.failureSummary.replace(/\s+/g, ' ').slice(0, 200)))))`
	list, err := chromedp.Run(ctx, chromedp.Evaluate[[]string](run, func(p *runtime.EvaluateParams) { p.AwaitPromise = &yes }))
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// look opens a page and returns how wide it is.
func look(ctx context.Context, t *testing.T, dir, page string, width int64, theme string) int64 {
	t.Helper()
	address := "file://" + filepath.Join(dir, "reports", filepath.FromSlash(page)) + "?theme=" + theme
	if err := chromedp.Do(ctx, chromedp.EmulateViewport(width, 900), chromedp.Navigate(address)); err != nil {
		t.Fatalf("%s: %v", page, err)
	}
	got, err := chromedp.Run(ctx, chromedp.Evaluate[int64]("document.documentElement.scrollWidth"))
	if err != nil {
		t.Fatalf("%s: %v", page, err)
	}
	other, err := chromedp.Run(ctx, chromedp.Evaluate[string]("performance.getEntriesByType('resource').map(e=>e.name).filter(n=>!/^(file|data):/.test(n)).join(' ')"))
	if err != nil || other != "" {
		t.Errorf("%s asks for %s %v", page, other, err)
	}
	shots := os.Getenv("SITE_SHOTS")
	if shots != "" {
		picture, err := chromedp.Run(ctx, chromedp.FullScreenshot(100))
		if err != nil {
			t.Fatalf("%s: %v", page, err)
		}
		name := fmt.Sprintf("%s-%d-%s.png", strings.NewReplacer("/", "-", ".html", "").Replace(page), width, theme)
		if err := os.WriteFile(filepath.Join(shots, name), picture, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return got
}

// onePageOfEach lists the pages on the whole, and of each kind the largest.
func onePageOfEach(t *testing.T, dir string) []string {
	t.Helper()
	var pages []string
	top, _ := filepath.Glob(filepath.Join(dir, "*.html"))
	pages = append(pages, top...)
	for _, kind := range []string{"documents", "actors", "places", "threads", "figures"} {
		list, _ := filepath.Glob(filepath.Join(dir, kind, "*.html"))
		pages = append(pages, filepath.Join(dir, kind, "index.html"))
		var largest string
		var size int64
		for _, name := range list {
			if info, err := os.Stat(name); err == nil && info.Size() > size && filepath.Base(name) != "index.html" {
				largest, size = name, info.Size()
			}
		}
		if largest != "" {
			pages = append(pages, largest)
		}
	}
	for i := range pages {
		rel, err := filepath.Rel(dir, pages[i])
		if err != nil {
			t.Fatal(err)
		}
		pages[i] = filepath.ToSlash(rel)
	}
	return pages
}
