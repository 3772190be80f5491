package train

import (
	"bytes"
	"context"
	"flag"
	"os"
	"strings"
	"testing"
	"time"

	"analyze/internal/doc"
	"analyze/internal/nlp"
	"analyze/internal/nlp/tagger"
)

var (
	data     = flag.String("data", "", "folder of training data; trains and scores")
	out      = flag.String("out", "", "where to write the model")
	all      = flag.Bool("all", false, "train on everything")
	epochs   = flag.Int("epochs", 0, "")
	least    = flag.Int("least", 0, "")
	drop     = flag.Float64("drop", 0, "")
	decay    = flag.Float64("decay", 0, "")
	composed = flag.Float64("composed", 0, "")
	times    = flag.Int("times", 0, "")
	oneIn    = flag.Int("onein", 0, "")
	members  = flag.Int("members", 0, "")
	seed     = flag.Uint64("seed", 1, "")
	sure     = flag.Float64("sure", 0, "")
	errs     = flag.String("errors", "", "file to list the errors of")
	model    = flag.String("model", "", "model to score, by itself and in the pass of names")
)

// TestTrain trains with -data and scores on what was left out.
func TestTrain(t *testing.T) {
	if *data == "" {
		t.Skip("no -data")
	}
	start := time.Now()
	stage := ""
	cfg := Config{Data: *data, Seed: *seed, members: *members, composed: *composed, times: *times, oneIn: *oneIn, Epochs: *epochs, least: *least, drop: *drop, decay: *decay, sure: *sure, Develop: !*all,
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
	scoreAll(t, "tagger", FinderOf(m, Tokenize))
	scoreAll(t, "pass", finderOfPass(m))
}

// TestModel scores the model that -model names on the files of -data.
func TestModel(t *testing.T) {
	if *data == "" || *model == "" {
		t.Skip("no -data and -model")
	}
	b, err := os.ReadFile(*model)
	if err != nil {
		t.Fatal(err)
	}
	m, err := tagger.Read(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	scoreAll(t, "tagger", FinderOf(m, Tokenize))
	scoreAll(t, "pass", finderOfPass(m))
}

// scoreAll logs the scores of a finder on the development tests and the gold.
func scoreAll(t *testing.T, name string, find Finder) {
	for _, f := range Tests {
		show := func(text string, n Name, sign string) {
			t.Logf("%s %s %s %q  …%s", name, sign, n.Type, text[n.Start:n.End], strings.ReplaceAll(text[max(0, n.Start-40):min(len(text), n.End+30)], "\n", " "))
		}
		s, err := Test(*data, f, find, func(text string, missed, wrong []Name) {
			if *errs == "" || !strings.HasPrefix(f, *errs) {
				return
			}
			for _, n := range missed {
				show(text, n, "-")
			}
			for _, n := range wrong {
				show(text, n, "+")
			}
		})
		if err != nil {
			t.Fatal(err)
		}
		t.Logf("%-6s %-28s %v", name, f, s)
	}
	t.Logf("%-6s %-28s %v", name, "003 and 004", testGold(t, find))
}

// finderOfPass returns a finder that runs the pass of names with a model.
func finderOfPass(m *tagger.Model) Finder {
	pass := nlp.NewNames(nil, m)
	return func(text string) (out []Name) {
		d := DocumentOf(text)
		if err := pass.Run(d); err != nil {
			panic(err)
		}
		for _, m := range d.Mentions {
			if ty, ok := tagger.ParseType(m.Type.String()); ok && m.Form != doc.Adjective {
				out = append(out, Name{m.Start, m.End, ty})
			}
		}
		return out
	}
}
