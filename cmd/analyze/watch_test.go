package main

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"analyze/internal/corpus"
	"analyze/internal/store"
)

// A watching is a process that watches the corpus of dir.
type watching struct {
	t    testing.TB
	dir  string
	errs *bytes.Buffer
	stop func()
}

func startWatch(t testing.TB, dir string, args ...string) *watching {
	t.Helper()
	c := command(t, dir, append([]string{"watch", "--settle", "400ms", "--interval", "1s", "--quiet"}, args...)...)
	w := &watching{t: t, dir: dir, errs: &bytes.Buffer{}}
	c.Stderr = w.errs
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	w.stop = sync.OnceFunc(func() {
		c.Process.Signal(os.Interrupt)
		if err := c.Wait(); exitCode(err) != exitDone && exitCode(err) != exitInterrupted {
			t.Errorf("watch ends with %v:\n%s", err, w.errs.String())
		}
	})
	t.Cleanup(w.stop)
	return w
}

// until waits for the state to hold want documents that are all as the files
// are.
func (w *watching) until(want int) {
	w.t.Helper()
	for begin := time.Now(); time.Since(begin) < 3*time.Minute; time.Sleep(200 * time.Millisecond) {
		st, err := store.Open(filepath.Join(w.dir, ".analyze")).State()
		if err != nil || len(st.Documents) != want {
			continue
		}
		files, err := corpus.Walk(filepath.Join(w.dir, "corpus"))
		if err != nil || len(files) != want {
			continue
		}
		same := true
		for i, f := range files {
			d := st.Documents[i]
			same = same && d.ID == f.ID && d.Size == f.Size && d.Modified == f.ModTime.UnixNano()
		}
		if same {
			return
		}
	}
	w.stop()
	w.t.Fatalf("no state with %d documents as they lie there:\n%s", want, w.errs.String())
}

func sentence(i int) string {
	return fmt.Sprintf("In 2015 the World Bank counted %d clinics in Kenya.\n", i+2)
}

// Files dropped in by the thousand, some written slowly, some renamed or
// removed again: in the end the state is that of a run from nothing.
func TestWatch(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED: many files, for some seconds")
	}
	const n = 2000
	dir := t.TempDir()
	put(t, dir, "corpus/first.txt", sentence(0))
	w := startWatch(t, dir)
	w.until(1)
	var wg sync.WaitGroup
	for part := range 4 {
		wg.Go(func() { drop(t, filepath.Join(dir, "corpus", fmt.Sprint("part", part)), part*n/4, n/4) })
	}
	wg.Wait()
	w.until(1 + n - n/10)
	w.stop()
	got := exports(t, dir)

	calm := t.TempDir()
	if err := os.CopyFS(filepath.Join(calm, "corpus"), os.DirFS(filepath.Join(dir, "corpus"))); err != nil {
		t.Fatal(err)
	}
	mustRun(t, calm, "run", "--quiet")
	if exports(t, calm) != got {
		t.Error("exports differ from those of a run from nothing")
	}
}

// drop writes count files: every other one slowly, one in ten under another
// name first, one in ten only to be removed.
func drop(t *testing.T, dir string, from, count int) {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		t.Error(err)
		return
	}
	var slow []*os.File
	r := rand.New(rand.NewPCG(1, uint64(from)))
	for i := from; i < from+count; i++ {
		name := filepath.Join(dir, fmt.Sprintf("%d.txt", i))
		if i%10 == 3 {
			name += ".part"
		}
		f, err := os.Create(name)
		if err != nil {
			t.Error(err)
			return
		}
		text := sentence(i)
		if i%2 == 0 {
			f.WriteString(text[:r.IntN(len(text))])
			slow = append(slow, f)
			continue
		}
		f.WriteString(text)
		f.Close()
	}
	time.Sleep(600 * time.Millisecond) // longer than a file takes to settle
	for _, f := range slow {
		at, _ := f.Seek(0, 1)
		var i int
		fmt.Sscanf(filepath.Base(f.Name()), "%d", &i)
		f.WriteString(sentence(i)[at:])
		f.Close()
	}
	for i := from; i < from+count; i++ {
		name := filepath.Join(dir, fmt.Sprintf("%d.txt", i))
		var err error
		switch i % 10 {
		case 3:
			err = os.Rename(name+".part", name)
		case 7:
			err = os.Remove(name)
		}
		if err != nil {
			t.Error(err)
		}
	}
}

// What editors leave behind is no document; a file that an editor replaces is
// one all the time; what cannot be read is told and does not end the watch.
func TestWatchEditors(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED: waits for some seconds")
	}
	dir := t.TempDir()
	put(t, dir, "corpus/note.txt", sentence(1))
	w := startWatch(t, dir)
	w.until(1)
	for _, name := range []string{"note.txt~", "#note.txt#", ".note.txt.swp", "~$letter.docx", ".~lock.note.txt#", "big.zip.crdownload", "x.tmp"} {
		put(t, dir, "corpus/"+name, "half")
	}
	put(t, dir, "corpus/.new", sentence(2))
	if err := os.Rename(filepath.Join(dir, "corpus/.new"), filepath.Join(dir, "corpus/note.txt")); err != nil {
		t.Fatal(err)
	}
	put(t, dir, "corpus/empty.txt", "")
	w.until(2)
	if out, err := command(t, dir, "claims").Output(); err != nil || !strings.Contains(string(out), "4 ") {
		t.Errorf("%v: %s", err, out)
	}
	put(t, dir, "corpus/deep/er/other.txt", sentence(3))
	w.until(3)
	if err := os.Remove(filepath.Join(dir, "corpus/empty.txt")); err != nil {
		t.Fatal(err)
	}
	w.until(2)
	w.stop()
	if !strings.Contains(w.errs.String(), "could not be read") || !strings.Contains(w.errs.String(), "no longer watching") {
		t.Errorf("messages:\n%s", w.errs.String())
	}
}
