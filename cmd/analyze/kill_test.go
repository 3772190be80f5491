package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// A run that is killed while it unpacks and reads leaves nothing that the next
// one stumbles over, and no process.
func TestKillUnpacking(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED: kills the program several times")
	}
	fill := func(dir string) {
		for i := range 8 {
			var entries []entry
			for n := range 25 {
				text := fmt.Sprintf("<html><body><p>In 2015 the World Bank counted %d clinics in Kenya.</p></body></html>", 25*i+n+2)
				entries = append(entries, entry{fmt.Sprint(n, ".html"), []byte(text)})
			}
			put(t, dir, fmt.Sprintf("corpus/%d.zip", i), string(zipOf(entries...)))
		}
	}
	calm, dir := t.TempDir(), t.TempDir()
	fill(calm)
	begin := time.Now()
	mustRun(t, calm, "run", "--quiet")
	took := time.Since(begin)
	want := exports(t, calm)
	fill(dir)
	r := rand.New(rand.NewPCG(3, 3))
	for range 4 {
		c := command(t, dir, "run", "--quiet")
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(r.Int64N(int64(took))))
		c.Process.Kill()
		c.Wait()
		gone(t, c.Process.Pid)
	}
	mustRun(t, dir, "run", "--quiet")
	if exports(t, dir) != want {
		t.Error("exports differ from those of a run that nobody disturbed")
	}
	if left, _ := filepath.Glob(filepath.Join(dir, ".analyze", "tmp-*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

// gone waits until no child of the process is left: it ends when its parent does.
func gone(t *testing.T, parent int) {
	t.Helper()
	children := func() (list []string) {
		all, _ := filepath.Glob("/proc/[0-9]*/environ")
		for _, name := range all {
			b, err := os.ReadFile(name)
			if err == nil && strings.Contains("\x00"+string(b), fmt.Sprintf("\x00ANALYZE_SANDBOX=%d\x00", parent)) {
				list = append(list, name)
			}
		}
		return list
	}
	for begin := time.Now(); len(children()) > 0; time.Sleep(20 * time.Millisecond) {
		if time.Since(begin) > 10*time.Second {
			t.Fatalf("still there: %v", children())
		}
	}
}
