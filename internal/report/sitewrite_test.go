package report

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"analyze/internal/doc"
)

// press writes reports as a run does, again and again into one folder.
type press struct {
	dir, cache string
	manifest   []byte
}

func newPress(t *testing.T) *press {
	dir := t.TempDir()
	return &press{dir: filepath.Join(dir, "reports"), cache: filepath.Join(dir, "cache")}
}

// write writes the reports on c and returns the names of files that changed.
func (p *press) write(t *testing.T, c *doc.Collection) []string {
	t.Helper()
	before := p.files(t)
	f := OpenFolder(p.dir, p.manifest)
	f.Cache = p.cache
	if err := Write(f, c); err != nil {
		t.Fatal(err)
	}
	var err error
	if p.manifest, err = f.Finish(); err != nil {
		t.Fatal(err)
	}
	var changed []string
	after := p.files(t)
	for name, b := range after {
		if before[name] != b {
			changed = append(changed, name)
		}
	}
	for name := range before {
		if _, ok := after[name]; !ok {
			changed = append(changed, "-"+name)
		}
	}
	slices.Sort(changed)
	return changed
}

func (p *press) files(t *testing.T) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(p.dir, func(name string, e fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if err != nil || e.IsDir() {
			return err
		}
		b, err := os.ReadFile(name)
		rel, _ := filepath.Rel(p.dir, name)
		files[filepath.ToSlash(rel)] = string(b)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func newsroom(t *testing.T) []*doc.Document {
	return []*doc.Document{
		fixture(t, "a.txt", "date: 2015-03\n«a:Red Cross» counted «n:400 people@2014» in «p:Kenya».\n«a:Red Cross» left «p:Kenya».\n\n«p:Chad» was calm."),
		fixture(t, "b.txt", "date: 2016-05-04\n«a:Ministry» counted «n:900 people@2015» in «p:Kenya».\n«a:Ministry» met «a:Red Cross»."),
		fixture(t, "c.txt", "«a:Harbour Office» saw «n:12 ships» off «p:Norway»."),
	}
}

// A document that changes takes with it what points at it, and nothing else;
// the others are not even opened.
func TestOnlyWhatChanged(t *testing.T) {
	p, docs := newPress(t), newsroom(t)
	c, opened := gathered(docs...)
	p.write(t, c)
	if len(opened) != 3 {
		t.Fatalf("opened %v at first", opened)
	}
	c, opened = gathered(docs...)
	if changed := p.write(t, c); len(changed) > 0 || len(opened) > 0 {
		t.Errorf("the same again changes %q and opens %v", changed, opened)
	}

	docs[2] = fixture(t, "c.txt", "«a:Harbour Office» saw «n:13 ships» off «p:Norway».")
	c, opened = gathered(docs...)
	changed := p.write(t, c)
	want := []string{"actors/harbour-office.html", "claims.csv", "documents/c.html", "documents/c.json", "documents/c.md", "figures/index.html", "places/norway.html", "run.json"}
	if !slices.Equal(changed, want) {
		t.Errorf("changed %q\nwant    %q", changed, want)
	}
	if len(opened) != 1 || opened["c.txt"] != 1 {
		t.Errorf("opened %v", opened)
	}
	whole := newPress(t)
	whole.write(t, c)
	if a, b := p.files(t), whole.files(t); !maps.Equal(a, b) {
		for name := range b {
			if a[name] != b[name] {
				t.Errorf("%s is not as if it were written anew", name)
			}
		}
	}

	c, _ = gathered(docs[:2]...)
	if changed = p.write(t, c); !slices.Contains(changed, "-places/norway.html") || slices.Contains(changed, "documents/a.html") {
		t.Errorf("without a document: changed %q", changed)
	}
}

// What a page shows of the others counts as a change of it.
func TestWhatPointsAtAPage(t *testing.T) {
	p, docs := newPress(t), newsroom(t)
	c, _ := gathered(docs...)
	thread(c, "conflict", docs, "400 people", "900 people")
	p.write(t, c)
	c, _ = gathered(docs...)
	thread(c, "agree", docs, "400 people", "900 people")
	changed := p.write(t, c)
	for _, want := range []string{"documents/a.html", "documents/b.html", "figures/index.html", "threads/t-agree.html", "-threads/t-conflict.html"} {
		if !slices.Contains(changed, want) {
			t.Errorf("a new verdict does not change %s but %q", want, changed)
		}
	}
	if slices.Contains(changed, "documents/c.html") {
		t.Error("a verdict changes a document that it does not speak of")
	}
	c, _ = gathered(docs...)
	thread(c, "agree", docs, "400 people", "900 people")
	for i := range c.Entities {
		if c.Entities[i].ID == "kenya" {
			c.Entities[i].Name = "Republic of Kenya"
		}
	}
	if changed = p.write(t, c); !slices.Contains(changed, "actors/red-cross.html") || !slices.Contains(changed, "places/kenya.html") || slices.Contains(changed, "places/norway.html") {
		t.Errorf("a new name changes %q", changed)
	}
}

// A cache that is damaged, of another program or gone costs time, nothing else.
func TestCacheDamaged(t *testing.T) {
	docs := newsroom(t)
	for name, damage := range map[string]func(b []byte) []byte{
		"gone":      func([]byte) []byte { return nil },
		"cut":       func(b []byte) []byte { return b[:len(b)-3] },
		"no index":  func(b []byte) []byte { copy(b[len(b)-40:], "nonsense and no index"); return b },
		"far away":  func(b []byte) []byte { copy(b[len(b)-16:], "\xff\xff\xff\xff\xff\xff\xff\x7f"); return b },
		"gists bad": func(b []byte) []byte { clear(b[:len(b)/3]); return b },
		"short":     func([]byte) []byte { return []byte("x") },
	} {
		t.Run(name, func(t *testing.T) {
			p := newPress(t)
			c, _ := gathered(docs...)
			p.write(t, c)
			b, err := os.ReadFile(p.cache)
			if err != nil {
				t.Fatal(err)
			}
			if b = damage(b); b == nil {
				err = os.Remove(p.cache)
			} else {
				err = os.WriteFile(p.cache, b, 0o666)
			}
			if err != nil {
				t.Fatal(err)
			}
			if changed := p.write(t, c); len(changed) > 0 {
				t.Errorf("pages changed: %q", changed)
			}
			c, opened := gathered(docs...)
			if p.write(t, c); len(opened) > 0 {
				t.Errorf("the cache did not heal: %v opened", opened)
			}
		})
	}
}

// A page that a reader changed or removed is put right, though nothing else
// is new.
func TestPagesPutRight(t *testing.T) {
	p, docs := newPress(t), newsroom(t)
	c, _ := gathered(docs...)
	p.write(t, c)
	want := p.files(t)
	for _, name := range []string{"documents/a.html", "places/kenya.html"} {
		if err := os.WriteFile(filepath.Join(p.dir, name), []byte("mine"), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Remove(filepath.Join(p.dir, "documents", "b.json")); err != nil {
		t.Fatal(err)
	}
	p.write(t, c)
	if !maps.Equal(p.files(t), want) {
		t.Error("the pages are not as they were")
	}
}

// A document that cannot be opened stops the work, and leaves nothing half
// written.
func TestWriteFails(t *testing.T) {
	p, docs := newPress(t), newsroom(t)
	c, _ := gathered(docs...)
	open := c.Open
	c.Open = func(id string) (*doc.Document, error) {
		if id == "b.txt" {
			return nil, errors.New("the disk is gone")
		}
		return open(id)
	}
	f := OpenFolder(p.dir, nil)
	f.Cache = p.cache
	if err := Write(f, c); err == nil || !strings.Contains(err.Error(), "the disk is gone") {
		t.Errorf("got %v", err)
	}
	for name := range p.files(t) {
		if strings.Contains(name, ".tmp-") {
			t.Errorf("%s is left behind", name)
		}
	}
	left, _ := filepath.Glob(filepath.Join(filepath.Dir(p.cache), "tmp-*"))
	if _, err := os.Stat(p.cache); err == nil || len(left) > 0 {
		t.Errorf("a cache of half a run is kept, or %q", left)
	}
}

func TestInOrder(t *testing.T) {
	var got []int
	var under atomic.Int32
	work := func(i int) (int, error) {
		under.Add(1)
		defer under.Add(-1)
		time.Sleep(time.Duration(i*7%5) * time.Millisecond)
		if i == 30 {
			return 0, errors.New("thirty")
		}
		return i, nil
	}
	err := inOrder(40, work, func(i, v int) error {
		if i != v {
			t.Errorf("place %d has %d", i, v)
		}
		got = append(got, v)
		return nil
	})
	if err == nil || err.Error() != "thirty" || len(got) != 30 || under.Load() != 0 {
		t.Errorf("%v after %d, %d still at work", err, len(got), under.Load())
	}
	if err := inOrder(9, work, func(i, _ int) error { return fmt.Errorf("take %d", i) }); err == nil || err.Error() != "take 0" {
		t.Errorf("got %v", err)
	}
	if err := inOrder(0, work, nil); err != nil {
		t.Error(err)
	}
}

// A stream leaves an equal file alone, replaces another, and can be given up.
func TestStream(t *testing.T) {
	dir := t.TempDir()
	write := func(manifest []byte, data string) (*Folder, []byte) {
		t.Helper()
		f := OpenFolder(dir, manifest)
		s, err := f.Create("sub/big.csv")
		if err != nil {
			t.Fatal(err)
		}
		s.WriteString(data)
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		m, err := f.Finish()
		if err != nil {
			t.Fatal(err)
		}
		return f, m
	}
	f, m := write(nil, "one\n")
	if f.Written != 1 || !bytes.Contains(m, []byte("  sub/big.csv\n")) {
		t.Errorf("%d written, manifest %s", f.Written, m)
	}
	if f, m = write(m, "one\n"); f.Written != 0 {
		t.Error("an equal file was written")
	}
	if f, _ = write(m, "two\n"); f.Written != 1 {
		t.Error("another file was not written")
	}
	s, err := f.Create("sub/big.csv")
	if err != nil {
		t.Fatal(err)
	}
	s.WriteString("three")
	s.Discard()
	b, err := os.ReadFile(filepath.Join(dir, "sub", "big.csv"))
	left, _ := os.ReadDir(filepath.Join(dir, "sub"))
	if err != nil || string(b) != "two\n" || len(left) != 1 {
		t.Errorf("%q, %v, %d files", b, err, len(left))
	}
}

// Keep holds only to what an earlier run wrote whole.
func TestKeep(t *testing.T) {
	dir := t.TempDir()
	f := OpenFolder(dir, nil)
	if err := f.Put("a", []byte("abc")); err != nil {
		t.Fatal(err)
	}
	m, err := f.Finish()
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		manifest []byte
		file     string
		size     int64
		want     bool
	}{
		"as it was":       {m, "a", 3, true},
		"of another size": {m, "a", 4, false},
		"unknown":         {m, "b", 3, false},
		"cut short":       {f.Intent(nil), "a", 3, true},
		"only meant":      {OpenFolder(dir, m).Intent([]string{"a"}), "a", 3, false},
	} {
		f := OpenFolder(dir, c.manifest)
		if name == "cut short" {
			f = OpenFolder(dir, m)
		}
		if got := f.Keep(c.file, c.size); got != c.want || (f.now[c.file] != "") != c.want {
			t.Errorf("%s: kept %v", name, got)
		}
	}
}
