package train

import (
	"bytes"
	"context"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

var (
	data   = flag.String("data", "", "folder of training data; trains and scores")
	out    = flag.String("out", "", "where to write the model")
	all    = flag.Bool("all", false, "train on everything")
	epochs = flag.Int("epochs", 0, "")
	least  = flag.Int("least", 0, "")
	drop   = flag.Float64("drop", 0, "")
	decay  = flag.Float64("decay", 0, "")
	sure   = flag.Float64("sure", 0, "")
	folds  = flag.Bool("folds", false, "five folds of wikigold")
	byHand = flag.Bool("byhand", false, "folds without what a machine has labelled")
	errs   = flag.String("errors", "", "file to list the errors of")
)

// TestTrain trains with -data and scores on what was left out.
func TestTrain(t *testing.T) {
	if *data == "" {
		t.Skip("no -data")
	}
	start := time.Now()
	stage := ""
	cfg := Config{Data: *data, Seed: 1, Epochs: *epochs, least: *least, drop: *drop, decay: *decay, sure: *sure, Develop: !*all,
		Progress: func(p Progress) {
			if p.Stage != stage {
				stage = p.Stage
				t.Logf("%6.1fs %s", time.Since(start).Seconds(), stage)
			}
		}}
	m, rep, err := Run(context.Background(), cfg)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%6.1fs %+v", time.Since(start).Seconds(), rep)
	var b bytes.Buffer
	m.WriteTo(&b)
	t.Logf("%6.1fs %d bytes", time.Since(start).Seconds(), b.Len())
	if *out != "" {
		if err := os.WriteFile(*out, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, f := range Tests {
		s, err := Test(*data, f, FinderOf(m, Tokenize), func(text string, missed, wrong []Name) {
			if strings.HasPrefix(f, *errs) && *errs != "" {
				for _, n := range missed {
					t.Logf("- %s %q  …%s", n.Type, text[n.Start:n.End], text[max(0, n.Start-30):min(len(text), n.End+20)])
				}
				for _, n := range wrong {
					t.Logf("+ %s %q  …%s", n.Type, text[n.Start:n.End], text[max(0, n.Start-30):min(len(text), n.End+20)])
				}
			}
		})
		if err != nil {
			t.Fatal(err)
		}
		t.Logf("%-28s %v", f, s)
	}
	t.Logf("%-28s %v", "003 and 004", testGold(t, FinderOf(m, Tokenize)))
}

// TestFolds trains five times without a fifth of wikigold and scores on it.
func TestFolds(t *testing.T) {
	if *data == "" || !*folds {
		t.Skip("no -data and -folds")
	}
	records, err := readFile(filepath.Join(*data, "names"), "wikigold.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	fold := map[string]int{}
	for i, r := range records {
		fold[r.ID] = i % 5
	}
	all := Scores{}
	for n := range 5 {
		held := func(id string) bool { f, ok := fold[id]; return ok && f == n }
		silver := func(name, file string) bool { return *byHand && strings.HasPrefix(file, "silver") }
		m, _, err := Run(context.Background(), Config{Data: *data, Seed: 1, Epochs: *epochs, hold: held, without: silver})
		if err != nil {
			t.Fatal(err)
		}
		var rest []record
		for _, r := range records {
			if held(r.ID) {
				rest = append(rest, r)
			}
		}
		s := score(rest, false, FinderOf(m, Tokenize), nil)
		t.Logf("fold %d: %v", n+1, s)
		for ty, v := range s {
			sum := all[ty]
			sum.add(v)
			all[ty] = sum
		}
	}
	t.Logf("all: %v", all)
}
