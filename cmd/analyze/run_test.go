package main

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"analyze/internal/export"
)

// tree hashes the files below dir, by name.
func tree(t testing.TB, dir string) map[string]string {
	t.Helper()
	m := map[string]string{}
	err := filepath.WalkDir(dir, func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		b, err := os.ReadFile(name)
		rel, _ := filepath.Rel(dir, name)
		m[rel] = fmt.Sprintf("%x", sha256.Sum256(b))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func differences(a, b map[string]string) []string {
	var out []string
	for _, n := range slices.Sorted(maps.Keys(a)) {
		if b[n] != a[n] {
			out = append(out, n)
		}
	}
	for _, n := range slices.Sorted(maps.Keys(b)) {
		if _, ok := a[n]; !ok {
			out = append(out, n)
		}
	}
	return out
}

// exports returns what every export prints for the run in dir.
func exports(t testing.TB, dir string) string {
	t.Helper()
	var all bytes.Buffer
	for _, format := range export.Formats {
		for _, kind := range format.Kinds {
			if !format.Streams() {
				continue
			}
			c := command(t, dir, "export", kind, "--format", format.Name)
			var errs bytes.Buffer
			c.Stdout, c.Stderr = &all, &errs
			if err := c.Run(); err != nil {
				t.Fatalf("export %s: %v\n%s", kind, err, errs.String())
			}
		}
	}
	return all.String()
}

func mustRun(t testing.TB, dir string, args ...string) {
	t.Helper()
	if out, err := command(t, dir, args...).CombinedOutput(); err != nil {
		t.Fatalf("analyze %s: %v\n%s", strings.Join(args, " "), err, out)
	}
}

// One worker and eight give the same bytes, and so does a run into another
// folder.
func TestSameBytes(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED: runs the whole program several times")
	}
	demo := demoCorpus(t)
	var want map[string]string
	var printed string
	for _, workers := range []string{"1", "8"} {
		dir := t.TempDir()
		mustRun(t, dir, "run", demo, "--workers", workers, "--quiet")
		got, out := tree(t, filepath.Join(dir, "reports")), exports(t, dir)
		if want == nil {
			want, printed = got, out
			continue
		}
		if d := differences(want, got); len(d) > 0 {
			t.Errorf("reports differ: %v", d)
		}
		if printed != out {
			t.Error("exports differ")
		}
	}
}

// A second run over an unchanged corpus changes nothing; a touched document is
// not analysed again; a changed one is, alone.
func TestAgain(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED: runs the whole program several times")
	}
	dir := t.TempDir()
	generate(t, filepath.Join(dir, "corpus"), 12)
	summary := func() string {
		out, err := command(t, dir, "run", "--json", "--quiet").Output()
		if err != nil {
			t.Fatal(err)
		}
		return string(out)
	}
	if s := summary(); !strings.Contains(s, `"analysed": 12`) {
		t.Fatalf("first run: %s", s)
	}
	before := tree(t, filepath.Join(dir, "reports"))
	if s := summary(); !strings.Contains(s, `"analysed": 0`) || !strings.Contains(s, `"unchanged": true`) {
		t.Errorf("second run: %s", s)
	}
	one := filepath.Join(dir, "corpus", "part-0", "doc-0003.txt")
	if err := os.Chtimes(one, time.Now(), time.Now().Add(time.Hour)); err != nil {
		t.Fatal(err)
	}
	if s := summary(); !strings.Contains(s, `"analysed": 0`) || !strings.Contains(s, `"unchanged": true`) {
		t.Errorf("touched: %s", s)
	}
	if d := differences(before, tree(t, filepath.Join(dir, "reports"))); len(d) > 0 {
		t.Errorf("reports changed: %v", d)
	}
	if err := os.WriteFile(one, []byte("Only 40 teachers came to Kenya in 2015, the World Bank said.\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	if s := summary(); !strings.Contains(s, `"analysed": 1,`) {
		t.Errorf("changed: %s", s)
	}
	if err := os.Remove(one); err != nil {
		t.Fatal(err)
	}
	if s := summary(); !strings.Contains(s, `"analysed": 0`) || !strings.Contains(s, `"documents": 11`) {
		t.Errorf("removed: %s", s)
	}
	for name := range tree(t, filepath.Join(dir, "reports")) {
		if strings.Contains(name, "doc-0003") {
			t.Errorf("%s is still there", name)
		}
	}
}

// A run that is killed at any moment leaves a state from which the next run
// comes to what an undisturbed run gives.
func TestKill(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED: kills the program many times")
	}
	moments := 5
	if os.Getenv("ANALYZE_FULL") != "" {
		moments = 50
	}
	calm := t.TempDir()
	generate(t, filepath.Join(calm, "corpus"), 200)
	begin := time.Now()
	mustRun(t, calm, "run", "--quiet")
	took := time.Since(begin)
	want, printed := tree(t, filepath.Join(calm, "reports")), exports(t, calm)

	dir := t.TempDir()
	generate(t, filepath.Join(dir, "corpus"), 200)
	r := rand.New(rand.NewPCG(7, 7))
	for i := range moments {
		c := command(t, dir, "run", "--quiet")
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(r.Int64N(int64(took))))
		c.Process.Kill()
		c.Wait()
		if i%3 == 2 { // from nothing, as well as from what the kill left
			for _, sub := range []string{".analyze", "reports"} {
				if err := os.RemoveAll(filepath.Join(dir, sub)); err != nil {
					t.Fatal(err)
				}
			}
			continue
		}
		mustRun(t, dir, "run", "--quiet")
		if d := differences(want, tree(t, filepath.Join(dir, "reports"))); len(d) > 0 {
			t.Fatalf("after kill %d reports differ: %v", i, d)
		}
		if exports(t, dir) != printed {
			t.Fatalf("after kill %d exports differ", i)
		}
		if err := os.RemoveAll(filepath.Join(dir, ".analyze")); err != nil {
			t.Fatal(err)
		}
	}
}

// An interrupt finishes what is in hand; the next run goes on from there.
func TestInterrupt(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED: runs over many documents")
	}
	dir := t.TempDir()
	generate(t, filepath.Join(dir, "corpus"), 600)
	c := command(t, dir, "run", "--workers", "1")
	var errs bytes.Buffer
	c.Stderr = &errs
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	digests := func() int {
		found, _ := filepath.Glob(filepath.Join(dir, ".analyze", "digests", "*", "*"))
		return len(found)
	}
	for begin := time.Now(); digests() < 20 && time.Since(begin) < time.Minute; {
		time.Sleep(5 * time.Millisecond)
	}
	if err := c.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	if code := exitCode(c.Wait()); code != exitInterrupted || !strings.Contains(errs.String(), "the next run goes on from here") {
		t.Fatalf("exit %d: %s", code, errs.String())
	}
	done := digests()
	out, err := command(t, dir, "run", "--json", "--quiet").Output()
	if err != nil || !strings.Contains(string(out), fmt.Sprintf(`"analysed": %d,`, 600-done)) {
		t.Errorf("%d were done before, then %v: %s", done, err, out)
	}
}
