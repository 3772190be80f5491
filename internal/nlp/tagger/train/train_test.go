package train

import (
	"bytes"
	"context"
	"flag"
	"os"
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
	drop   = flag.Float64("drop", 0.25, "")
	decay  = flag.Float64("decay", 0, "")
	sure   = flag.Float64("sure", 0.8, "")
	only   = flag.String("only", "", "")
	skip   = flag.String("skip", "", "")
	pos    = flag.Bool("pos", false, "")
	know   = flag.Bool("know", true, "")
	errs   = flag.String("errors", "", "file to list the errors of")
)

func tokenizer() func(string) []Sentence {
	return func(text string) []Sentence {
		out := Tokenize(text)
		for _, s := range out {
			for i := range s {
				if !*pos {
					s[i].POS = ""
				}
				if !*know {
					s[i].Know = 0
				}
			}
		}
		return out
	}
}

// TestTrain trains with -data and scores on what was left out.
func TestTrain(t *testing.T) {
	if *data == "" {
		t.Skip("no -data")
	}
	start := time.Now()
	stage := ""
	cfg := Config{Data: *data, Seed: 1, Epochs: *epochs, Least: *least, Drop: *drop, Decay: *decay, Sure: *sure, Tokenize: tokenizer(),
		Progress: func(p Progress) {
			if p.Stage != stage {
				stage = p.Stage
				t.Logf("%6.1fs %s", time.Since(start).Seconds(), stage)
			}
		},
		Without: func(name, file string) bool {
			if *only == "gold" && strings.HasPrefix(file, "silver") || *only == "silver" && !strings.HasPrefix(file, "silver") {
				return true
			}
			if *skip != "" && strings.HasPrefix(file, *skip) {
				return true
			}
			return !*all && (file == "crossner_politics_dev.jsonl" || name == "re3d")
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
	for _, f := range []string{"crossner_politics_dev.jsonl", "uner_ewt_test.jsonl", "re3d_dev.jsonl"} {
		s, err := Test(*data, f, FinderOf(m, tokenizer()), func(text string, missed, wrong []Name) {
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
	t.Logf("%-28s %v", "gold", testGold(t, FinderOf(m, tokenizer())))
}
