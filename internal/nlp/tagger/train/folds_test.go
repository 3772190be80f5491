package train

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"analyze/internal/nlp/tagger"
)

// Every text is asked once, and what is told of the parts adds up.
func TestFolds(t *testing.T) {
	dir := smallData(t)
	cfg := smallConfig(dir)
	cfg.Epochs, cfg.members = 3, 1
	sum, parts := Scores{}, 0
	all, err := Folds(context.Background(), cfg, 3, func(part int, s Scores) {
		if parts++; part != parts || s.All().Gold != 60*4/3 {
			t.Errorf("part %d: %+v", part, s)
		}
		for ty, v := range s {
			x := sum[ty]
			x.add(v)
			sum[ty] = x
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, ty := range []tagger.Type{tagger.Person, tagger.Place} {
		if all[ty] != sum[ty] || all[ty].Gold != 120 {
			t.Errorf("%v: %+v over all, %+v in parts", ty, all[ty], sum[ty])
		}
	}
	if parts != 3 || all.All().F1() < 0.9 {
		t.Errorf("%d parts, F1 %v", parts, all.All().F1())
	}
}

// What is held out is not learnt of: a model asked about a part has seen the other
// parts alone.
func TestFoldsHold(t *testing.T) {
	dir := smallData(t)
	cfg := smallConfig(dir)
	records, err := readFile(filepath.Join(dir, "names"), folded)
	if err != nil {
		t.Fatal(err)
	}
	for part := range 3 {
		held := foldOf(records, 3)
		cfg.hold = func(id string) bool { return held(id) == part }
		s := &set{name: "wikigold", files: []string{folded}, label: byName}
		docs, err := s.read(cfg.filled())
		if err != nil || len(docs) != 40 {
			t.Fatalf("part %d: %d texts, %v", part, len(docs), err)
		}
		for _, d := range docs {
			if held(d.ID) == part {
				t.Errorf("part %d has seen %s", part, d.ID)
			}
		}
	}
	if held := foldOf(records, 3); held("elsewhere") != -1 {
		t.Error("a text of another set is in a part")
	}
}

func TestFoldsErrors(t *testing.T) {
	dir := smallData(t)
	for _, n := range []int{-1, 0, 1, 61} {
		if _, err := Folds(context.Background(), smallConfig(dir), n, nil); err == nil || !strings.Contains(err.Error(), "60 texts") {
			t.Errorf("%d parts: %v", n, err)
		}
	}
	if _, err := Folds(context.Background(), Config{Data: t.TempDir()}, 5, nil); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("no data: %v", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Folds(ctx, smallConfig(dir), 5, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}
