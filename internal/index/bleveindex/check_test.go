package bleveindex

import (
	"context"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"analyze/internal/index"
)

func opened(t *testing.T, dir string) *Reader {
	t.Helper()
	r, err := OpenReader(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { r.Close() })
	return r
}

func idsIn(rev int) (ids []string) {
	for _, c := range revision(rev).Cards {
		ids = append(ids, c.ID)
	}
	return ids
}

// What is not as it should be is said, record by record.
func TestCheck(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "index")
	if err := writeRevision(dir, 2); err != nil {
		t.Fatal(err)
	}
	ids := idsIn(2)
	check := func(ids []string) string {
		_, faults, err := opened(t, dir).Check(context.Background(), ids)
		out := ""
		if err != nil {
			out = err.Error()
		}
		for _, f := range faults {
			out += f.ID + " " + f.Text + ";"
		}
		return out
	}
	if n, faults, err := opened(t, dir).Check(context.Background(), ids); err != nil || len(faults) > 0 || n < 3*len(ids) {
		t.Errorf("%d records, %v, %v", n, faults, err)
	}
	if got, want := check(append(slices.Clone(ids[1:]), "new.txt")), fmt.Sprintf("new.txt is not in the index;%s is in the index but no longer among the documents;", ids[0]); got != want {
		t.Errorf("other documents: %s, want %s", got, want)
	}
	ctx, stop := context.WithCancel(context.Background())
	stop()
	if _, _, err := opened(t, dir).Check(ctx, ids); !errors.Is(err, context.Canceled) {
		t.Errorf("a check that is given up: %v", err)
	}
	name := filepath.Join(generationPath(dir, 1), columnsFile)
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var h columnsHeader
	size := int(binary.LittleEndian.Uint64(b[8:]))
	if err := json.Unmarshal(b[16:16+size], &h); err != nil {
		t.Fatal(err)
	}
	at := slices.IndexFunc(h.Sections, func(s section) bool { return s.Name == "0.narrow.length" })
	b[16+size+h.Sections[at].Offset] ^= 1
	if err := errors.Join(os.Remove(name), os.WriteFile(name, b, 0o666)); err != nil {
		t.Fatal(err)
	}
	if got := check(ids); !strings.Contains(got, "the columns are not those of the index") {
		t.Errorf("other columns: %s", got)
	}
	segments, err := filepath.Glob(filepath.Join(generationPath(dir, 1), "store", "*.zap"))
	if err != nil || len(segments) == 0 {
		t.Fatal("no segments", err)
	}
	if b, err = os.ReadFile(segments[len(segments)-1]); err != nil {
		t.Fatal(err)
	}
	b[10] ^= 1
	if err := os.WriteFile(segments[len(segments)-1], b, 0o666); err != nil {
		t.Fatal(err)
	}
	if got := check(ids); !strings.Contains(got, "damaged") {
		t.Errorf("a damaged segment: %s", got)
	}
}

// A copy answers like what it is of, whatever becomes of that.
func TestCopyTo(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "index")
	if err := writeRevision(dir, 1); err != nil {
		t.Fatal(err)
	}
	r, want := opened(t, dir), dump(t, dir)
	if err := writeRevision(dir, 2); err != nil {
		t.Fatal(err)
	}
	to := filepath.Join(t.TempDir(), "copy")
	if err := r.CopyTo(to); err != nil {
		t.Fatal(err)
	}
	if !equalDumps(dump(t, to), want) {
		t.Error("the copy is another")
	}
	if err := writeRevision(to, 3); err != nil {
		t.Errorf("the copy cannot be written to: %v", err)
	}
	if err := r.CopyTo(to); err == nil || !strings.Contains(err.Error(), "not empty") {
		t.Errorf("a copy into a folder with files: %v", err)
	}
}

// A page goes on where the one before ended, though the record that it ended
// with is gone.
func TestCursorGone(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "index")
	if err := writeRevision(dir, 1); err != nil {
		t.Fatal(err)
	}
	whole, err := opened(t, dir).Find(context.Background(), index.Search{Node: index.EveryNode{}, Sort: index.ByDocument, Limit: 50})
	if err != nil {
		t.Fatal(err)
	}
	gone := whole.Hits[19]
	w, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	doc := strings.TrimPrefix(gone.ID, index.DocumentID(""))
	if err := errors.Join(w.Apply(context.Background(), []index.Change{{Doc: doc}}), w.Publish(context.Background()), w.Close()); err != nil {
		t.Fatal(err)
	}
	r := opened(t, dir)
	next, err := r.Find(context.Background(), index.Search{Node: index.EveryNode{}, Sort: index.ByDocument, Limit: 30, After: &index.Position{Key: gone.Key, ID: gone.ID}})
	if err != nil || !slices.Equal(next.Hits, whole.Hits[20:50]) {
		t.Errorf("the next page is %v, want %v, %v", next.Hits, whole.Hits[20:50], err)
	}
	last, err := r.Find(context.Background(), index.Search{Node: index.EveryNode{}, Sort: index.ByDocument, Limit: 30, After: &index.Position{ID: "d/zzz"}})
	if err != nil || len(last.Hits) != 0 || last.Total != whole.Total-1 {
		t.Errorf("behind the end: %+v, %v", last, err)
	}
}

// A search that nobody waits for any more ends with an error.
func TestCancelled(t *testing.T) {
	defer func(n int) { parallelCost = n }(parallelCost)
	dir := filepath.Join(t.TempDir(), "index")
	if err := writeRevision(dir, 1); err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	stop()
	r := opened(t, dir)
	word := index.WordsNode{Rows: []index.WordRow{{Field: index.FieldText, Words: []string{"river"}, Weight: 1}}}
	for name, n := range map[string]index.Node{"swept": word, "every record": index.EveryNode{}, "documents": index.DocsNode{Kind: index.Passage, Node: index.EveryNode{}}} {
		for _, parallelCost = range []int{1, 1 << 30} {
			if _, err := r.Find(ctx, index.Search{Node: n, Limit: 5}); !errors.Is(err, context.Canceled) {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
	if _, _, err := r.Expand(ctx, index.Pattern{Text: "r*"}, 5); !errors.Is(err, context.Canceled) {
		t.Errorf("a pattern: %v", err)
	}
}
