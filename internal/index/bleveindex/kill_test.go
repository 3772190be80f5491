package bleveindex

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"analyze/internal/doc"
	"analyze/internal/hold"
	"analyze/internal/index"
	"analyze/internal/index/bleveindex/segment"

	"github.com/blevesearch/bleve/v2"
	"github.com/cespare/xxhash/v2"
)

var kills = flag.Int("kills", 10, "how often TestKill kills a writer")

// TestMain lets the test binary be the writer that TestKill kills.
func TestMain(m *testing.M) {
	if dir := os.Getenv("BLEVEINDEX_TEST_WRITE"); dir != "" {
		rev, _ := strconv.Atoi(os.Getenv("BLEVEINDEX_TEST_REVISION"))
		if err := writeRevision(dir, rev); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// writeRevision brings the index in dir to a revision of the collection.
func writeRevision(dir string, rev int) (err error) {
	w, err := Open(dir)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, w.Close()) }()
	_, err = index.Update(context.Background(), small{w}, revision(rev), nil)
	return err
}

// small hands changes over in small batches, so that there are many moments to
// be killed at.
type small struct{ *Writer }

func (s small) Apply(ctx context.Context, changes []index.Change) error {
	for len(changes) > 0 {
		n := min(8, len(changes))
		if err := s.Writer.Apply(ctx, changes[:n]); err != nil {
			return err
		}
		changes = changes[n:]
	}
	return nil
}

// revision is a collection of which each revision has other documents, and
// other texts of some.
func revision(rev int) *doc.Collection {
	c := &doc.Collection{}
	for i := range 120 {
		if (i+rev)%7 == 0 {
			continue
		}
		c.Cards = append(c.Cards, doc.Card{ID: fmt.Sprintf("doc-%03d.txt", i)})
	}
	for i := range 40 {
		if (i+rev)%5 != 0 {
			c.Entities = append(c.Entities, doc.Entity{ID: fmt.Sprintf("org-%d", i), Name: fmt.Sprintf("Organisation %d", i), Type: doc.Org, Mentions: i + rev%3})
		}
	}
	c.Open = func(id string) (*doc.Document, error) {
		i, err := strconv.Atoi(strings.TrimSuffix(strings.TrimPrefix(id, "doc-"), ".txt"))
		if err != nil {
			return nil, err
		}
		return generated(id, uint64(i), uint64(rev/(i%3+1))), nil
	}
	return c
}

var vocabulary = strings.Fields("border river winter council harvest police school market bridge captain forest letter number office valley crowd return engine island family")

// generated is a document of some seeded paragraphs.
func generated(id string, seed, rev uint64) *doc.Document {
	r := rand.New(rand.NewPCG(seed, rev))
	d := &doc.Document{ID: id, Meta: doc.Meta{Title: vocabulary[r.IntN(len(vocabulary))], Date: strconv.Itoa(1990 + r.IntN(30))}}
	for p := range 2 + r.IntN(4) {
		start := len(d.Text)
		for range 20 + r.IntN(40) {
			d.Text += vocabulary[r.IntN(len(vocabulary))] + " "
		}
		d.Blocks = append(d.Blocks, doc.Block{Span: doc.Span{Start: start, End: len(d.Text) - 1}, Table: -1, Joins: -1})
		d.Sentences = append(d.Sentences, doc.Sentence{Span: doc.Span{Start: start, End: len(d.Text) - 1}, Block: p})
		d.Text += "\n\n"
	}
	return d
}

// A writer that is killed at any moment leaves an index that is whole, and
// which the next writer brings to what an index built from nothing is.
func TestKill(t *testing.T) {
	if testing.Short() {
		t.Skip("kills processes for some seconds")
	}
	dir := filepath.Join(t.TempDir(), "index")
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewPCG(7, 7))
	begin := time.Now()
	if err := writeRevision(dir, 0); err != nil {
		t.Fatal(err)
	}
	window := 2 * time.Since(begin) // that kills fall in, as long as most come in time
	published, finished := 0, 0
	for i := 1; i <= *kills; i++ {
		c := exec.Command(self)
		c.Env = append(os.Environ(), "BLEVEINDEX_TEST_WRITE="+dir, "BLEVEINDEX_TEST_REVISION="+strconv.Itoa(i))
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(r.Int64N(int64(window))) + time.Millisecond)
		c.Process.Kill()
		window = window * 17 / 16
		if c.Wait() == nil {
			finished++
			published = i
			window = window * 3 / 4
		}
		got := dump(t, dir)
		if !equalDumps(got, dumpOf(t, revision(published))) {
			if !equalDumps(got, dumpOf(t, revision(i))) {
				t.Fatalf("after kill %d readers see neither the state before nor the one after", i)
			}
			published = i
		}
		if i%5 == 0 || i == *kills { // go on from what was left
			if err := writeRevision(dir, i); err != nil {
				t.Fatal(err)
			}
			published = i
			if got, want := dump(t, dir), dumpOf(t, revision(i)); !equalDumps(got, want) {
				t.Fatalf("after kill %d and a whole run the index is not that of one built from nothing: %d records, want %d", i, len(got), len(want))
			}
		}
	}
	t.Logf("%d kills, %d came too late", *kills, finished)
}

func dumpOf(t *testing.T, c *doc.Collection) map[string]uint64 {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "fresh")
	w, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := index.Update(context.Background(), w, c, nil); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return dump(t, dir)
}

func equalDumps(a, b map[string]uint64) bool {
	for id, h := range a {
		if b[id] != h {
			return false
		}
	}
	return len(a) == len(b)
}

// dump returns a hash of all that an index holds of each record: stored fields
// and, by field and word, counts and positions.
func dump(t *testing.T, dir string) map[string]uint64 {
	t.Helper()
	r, err := OpenReader(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	ids := map[uint32]string{}
	out := map[string]uint64{}
	r.view.postings("_id", func(id []byte, n uint32) { ids[n] = string(id) })
	add := func(n uint32, what ...any) { out[ids[n]] += xxhash.Sum64String(fmt.Sprint(what...)) }
	fields := map[string]bool{}
	for i := range r.view.parts {
		p := &r.view.parts[i]
		for n := range uint32(p.Count()) {
			if !p.live(n) {
				continue
			}
			err := p.VisitStoredFields(uint64(n), func(name string, _ byte, value []byte, _ []uint64) bool {
				add(p.first+n, name, string(value))
				return true
			})
			if err != nil {
				t.Fatal(err)
			}
		}
		p.Signatures(func(n uint32, s []byte) {
			if p.live(n) {
				add(p.first+n, "signature", string(s))
			}
		})
		for _, name := range append(allOf(columnValues), index.NumCount) {
			p.Values(name, func(n uint32, v float64) {
				if p.live(n) {
					add(p.first+n, name, v)
				}
			})
		}
		for _, f := range p.Fields() {
			fields[f] = true
			for c := p.Field(f).From(""); c.Valid(); c.Next() {
				it := c.List(p.deleted)
				for n := it.Next(); n != segment.None; n = it.Next() {
					add(p.first+n, f, string(c.Word()), string(c.Stem()), it.Count(), it.Places(nil))
				}
			}
		}
	}
	if len(fields) < 5 {
		t.Fatalf("the index has only the fields %v", fields)
	}
	return out
}

// What is damaged on the disk is said, and built again.
func TestTorn(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "index")
	if err := writeRevision(dir, 1); err != nil {
		t.Fatal(err)
	}
	want := dump(t, dir)
	for name, damage := range map[string]func(string) error{
		"meta":    func(g string) error { return os.WriteFile(filepath.Join(g, "index_meta.json"), []byte("{"), 0o666) },
		"bolt":    func(g string) error { return os.WriteFile(filepath.Join(g, "store", "root.bolt"), []byte("x"), 0o666) },
		"current": func(g string) error { return os.WriteFile(filepath.Join(dir, currentFile), nil, 0o666) },
		"gone":    os.RemoveAll,
		"version": otherVersion,
	} {
		g, err := current(dir)
		if err != nil {
			t.Fatal(err)
		}
		if err := damage(generationPath(dir, g)); err != nil {
			t.Fatal(err)
		}
		var torn *TornError
		if r, err := OpenReader(dir); !errors.As(err, &torn) {
			t.Errorf("%s: a reader gets %v, %v", name, r, err)
		} else if !strings.Contains(err.Error(), "analyze index rebuild") {
			t.Errorf("%s: the message does not say what to do: %v", name, err)
		}
		w, err := Open(dir)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if w.Torn == "" {
			t.Errorf("%s: nothing is said of it", name)
		}
		if _, err := index.Update(context.Background(), w, revision(1), nil); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		if !equalDumps(dump(t, dir), want) {
			t.Errorf("%s: the index built again is another", name)
		}
	}
	g, _ := current(dir)
	for _, b := range [][]byte{nil, []byte("columns4"), []byte("columns3\xff\xff\xff\xff\xff\xff\xff\xff")} {
		if err := os.WriteFile(filepath.Join(generationPath(dir, g), columnsFile), b, 0o666); err != nil {
			t.Fatal(err)
		}
		if !equalDumps(dump(t, dir), want) {
			t.Errorf("damaged columns are not computed again")
		}
	}
}

// otherVersion puts an index of bleve's own segments in the place of g.
func otherVersion(g string) error {
	if err := os.RemoveAll(g); err != nil {
		return err
	}
	ix, err := bleve.New(g, bleve.NewIndexMapping())
	if err != nil {
		return err
	}
	return errors.Join(ix.Index("a", map[string]string{"text": "counted"}), ix.Close())
}

// A second writer is told who the first is; readers see what is complete.
func TestWriters(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "index")
	if _, err := OpenReader(dir); !errors.Is(err, ErrNone) {
		t.Errorf("a reader of nothing gets %v", err)
	}
	if err := writeRevision(dir, 1); err != nil {
		t.Fatal(err)
	}
	w, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	var locked *hold.Error
	if _, err := Open(dir); !errors.As(err, &locked) || locked.PID != os.Getpid() {
		t.Errorf("a second writer gets %v", err)
	}
	before := dump(t, dir)
	if err := w.Apply(context.Background(), []index.Change{{Doc: "doc-001.txt"}}); err != nil {
		t.Fatal(err)
	}
	if !equalDumps(dump(t, dir), before) {
		t.Error("a reader sees what is not yet published")
	}
	r, err := OpenReader(dir)
	if err != nil {
		t.Fatal(err)
	}
	for range 3 { // the generation that r reads is replaced and removed
		if err := w.Apply(context.Background(), []index.Change{{Doc: "doc-002.txt"}}); err != nil {
			t.Fatal(err)
		}
		if err := w.Publish(context.Background()); err != nil {
			t.Fatal(err)
		}
	}
	f, err := r.Find(context.Background(), index.Search{Node: index.EveryNode{}, Limit: 1})
	if err != nil || f.Total != len(revision(1).Cards) {
		t.Errorf("a reader of an old generation finds %v, %v", f, err)
	}
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	if equalDumps(dump(t, dir), before) {
		t.Error("what is published is not seen")
	}
}
