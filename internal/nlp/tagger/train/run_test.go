package train

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"unicode/utf8"

	"analyze/internal/nlp/tagger"
)

// smallData writes a folder of data with one set of made-up sentences, and no
// clusters but two.
func smallData(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "names"), 0o755); err != nil {
		t.Fatal(err)
	}
	var lines bytes.Buffer
	people, places := strings.Fields("Ann Bob Cora Dan Eve Finn Gus"), strings.Fields("Aldo Brin Cole Dorf Elba Fano Gent")
	for i := range 60 {
		r := recordOf(fmt.Sprintf("Yesterday «PER %s Weber» met us in «LOC %s».\nLater «PER Weber» left «LOC %s» for home.",
			people[i%7], places[(i*3)%7], places[(i*3)%7]))
		for k, e := range r.Entities { // the file counts code points
			r.Entities[k].Start = utf8.RuneCountInString(r.Text[:e.Start])
			r.Entities[k].End = utf8.RuneCountInString(r.Text[:e.End])
		}
		r.ID = fmt.Sprint(i)
		b, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		lines.Write(append(b, '\n'))
	}
	write := func(name string, data []byte) {
		if err := os.WriteFile(filepath.Join(dir, "names", name), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("wikigold.jsonl", lines.Bytes())
	var z bytes.Buffer
	w := gzip.NewWriter(&z)
	fmt.Fprint(w, "ann\t1\t2\t3\nbrin\t4\t5\t6\n")
	w.Close()
	write("clusters.tsv.gz", z.Bytes())
	return dir
}

func smallConfig(dir string) Config {
	return Config{Data: dir, Seed: 3, Epochs: 4, least: 1, without: func(name, file string) bool { return file != "wikigold.jsonl" }}
}

// The same data and seed give the same bytes on any number of processors, and
// the model has learnt what it was shown.
func TestRun(t *testing.T) {
	dir := smallData(t)
	var first []byte
	for _, procs := range []int{1, 4} {
		old := runtime.GOMAXPROCS(procs)
		m, rep, err := Run(context.Background(), smallConfig(dir))
		runtime.GOMAXPROCS(old)
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if _, err := m.WriteTo(&b); err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = b.Bytes()
		} else if !bytes.Equal(first, b.Bytes()) {
			t.Error("trained twice, the models differ")
		}
		if rep.Tokens == 0 || rep.Kept == 0 || len(rep.Loss) != 4 || rep.Loss[3] >= rep.Loss[0] {
			t.Errorf("%+v", rep)
		}
		if h := m.Header(); len(h.Sources) != 1 || h.Sources[0].Name != "wikigold" || h.Sources[0].Names != 60*4 {
			t.Errorf("%+v", h)
		}
		text := "Yesterday Greta Weber met us in Brin."
		d := Document{Text: text, Names: FinderOf(m, Tokenize)(text)}
		if got, want := markedBy(d), "Yesterday «PERSON Greta Weber» met us in «PLACE Brin»."; got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}

func TestRunErrors(t *testing.T) {
	if _, _, err := Run(context.Background(), Config{Data: t.TempDir()}); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("no data: %v", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, _, err := Run(ctx, smallConfig(smallData(t))); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
	dir := smallData(t)
	if err := os.WriteFile(filepath.Join(dir, "names", "wikigold.jsonl"), []byte("{}\n{bad\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, _, err := Run(context.Background(), smallConfig(dir)); err == nil || !strings.Contains(err.Error(), "wikigold.jsonl:2") {
		t.Errorf("bad line: %v", err)
	}
}

// The slope of the loss, measured by a small change of a score, is what the
// trainer takes it for: the probability of a label less what is right.
func TestSlope(t *testing.T) {
	p := &problem{tokens: make([]item, 5), sents: []span{{0, 4, 1}}}
	for i, l := range []uint8{0, tagger.Label(tagger.Org, 0, 2), tagger.Label(tagger.Org, 1, 2), tagger.Label(tagger.Place, 0, 1)} {
		p.tokens[i].label = l
	}
	c := newCRF(p, 1)
	rng := rand.New(rand.NewPCG(5, 5))
	for a := range c.trans {
		for b := range c.trans[a] {
			c.trans[a][b] = rng.Float32() - 0.5
		}
	}
	c.work = make([]node, 4)
	for i := range c.work {
		for l := range labels {
			c.work[i].emit[l] = math.Exp(rng.Float64() - 0.5)
		}
	}
	c.jumps()
	c.forward(p.sents[0])
	c.backward(4)
	const h = 1e-5
	for i := range 4 {
		for l := range labels {
			want := c.work[i].forward[l] * c.work[i].behind[l]
			if uint8(l) == p.tokens[i].label {
				want--
			}
			other := newCRF(p, 1)
			other.trans, other.jump = c.trans, c.jump
			loss := func(change float64) float64 {
				other.work = append([]node(nil), c.work...)
				other.work[i].emit[l] *= math.Exp(change)
				return other.forward(p.sents[0])
			}
			if got := (loss(h) - loss(-h)) / (2 * h); math.Abs(got-want) > 1e-5 {
				t.Fatalf("token %d, label %d: %v, want %v", i, l, got, want)
			}
		}
	}
}

func TestCounter(t *testing.T) {
	c := newCounter(1)
	want := map[uint32]int32{}
	rng := rand.New(rand.NewPCG(9, 9))
	for range 20_000 {
		k := 1 + rng.Uint32N(5000)
		c.add(k, 2)
		want[k] += 2
	}
	for k, n := range want {
		if c.get(k) != n {
			t.Fatalf("%d: %d, want %d", k, c.get(k), n)
		}
	}
	keys := c.keys(8)
	for i, k := range keys {
		if want[k] < 8 || i > 0 && keys[i-1] >= k {
			t.Fatalf("key %d", k)
		}
	}
}

// Every set has a licence, and none is a test that must stay apart.
func TestSets(t *testing.T) {
	for _, s := range sets() {
		if s.licence == "" || s.weight <= 0 || len(s.files) == 0 {
			t.Errorf("%+v", s)
		}
		for _, f := range s.files {
			if strings.HasPrefix(f, "uner_ewt") {
				t.Errorf("%s is a test", f)
			}
		}
	}
}

func TestLabelsOf(t *testing.T) {
	text := "Ann Lee of pro-Bonn Bank spoke"
	var s Sentence
	at := 0
	for _, w := range strings.Fields(text) {
		i := at + strings.Index(text[at:], w)
		s = append(s, Token{i, i + len(w), tagger.Token{Text: w}})
		at = i + len(w)
	}
	next := 0
	got := labelsOf(s, []Name{{0, 7, tagger.Person}, {15, 24, tagger.Org}}, &next)
	want := []uint8{tagger.Label(tagger.Person, 0, 2), tagger.Label(tagger.Person, 1, 2), 0,
		tagger.Label(tagger.Org, 0, 2), tagger.Label(tagger.Org, 1, 2), 0}
	if !bytes.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestRestyle(t *testing.T) {
	s := sample{sentences: [][]tagger.Token{{{Text: "men"}, {Text: "of"}, {Text: "the"}, {Text: "North"}}}}
	seen := map[string]bool{}
	rng := rand.New(rand.NewPCG(1, 1))
	for range 100 {
		var words []string
		for _, t := range s.restyle(rng).sentences[0] {
			words = append(words, t.Text)
		}
		seen[strings.Join(words, " ")] = true
	}
	for _, want := range []string{"men of the North", "Men of the North", "Men Of The North", "MEN OF THE NORTH"} {
		if !seen[want] {
			t.Errorf("never %q: %v", want, seen)
		}
	}
	if s.sentences[0][0].Text != "men" {
		t.Error("the sample itself was changed")
	}
}

func TestList(t *testing.T) {
	u := func(ty tagger.Type) uint8 { return tagger.Label(ty, 0, 1) }
	s := sample{
		sentences: [][]tagger.Token{{{Text: "Chad"}, {Text: "and"}, {Text: "Ann"}, {Text: "Niger"}}, {{Text: "Chad"}, {Text: "New"}, {Text: "York"}}},
		labels:    [][]uint8{{u(tagger.Place), 0, u(tagger.Person), u(tagger.Place)}, {u(tagger.Place), tagger.Label(tagger.Place, 0, 2), tagger.Label(tagger.Place, 1, 2)}},
	}
	rng := rand.New(rand.NewPCG(1, 1))
	for range 10 {
		rows, labels := s.list(rng)
		var names []string
		for i, row := range rows {
			if len(row) != len(labels[i]) {
				t.Fatalf("%d tokens, %d labels", len(row), len(labels[i]))
			}
			for k, l := range labels[i] {
				if l != 0 {
					names = append(names, row[k].Text)
				}
			}
		}
		if got := strings.Join(names, " "); got != "Chad Niger New York" {
			t.Errorf("got %s", got)
		}
	}
	s.sentences, s.labels = s.sentences[:1], s.labels[:1]
	if rows, _ := s.list(rng); rows != nil {
		t.Errorf("two names make a list: %v", rows)
	}
}

func TestRename(t *testing.T) {
	org := tagger.Label(tagger.Org, 0, 1)
	s := sample{sentences: [][]tagger.Token{{{Text: "ISIL"}, {Text: "is"}, {Text: "ISIS"}}}, labels: [][]uint8{{org, 0, 0}}}
	rng := rand.New(rand.NewPCG(1, 1))
	x, ok := s.rename(rng)
	if got := x.sentences[0]; !ok || got[0].Text != "IS" || got[2].Text != "ISIS" || s.sentences[0][0].Text != "ISIL" {
		t.Errorf("%v %v, from %v", ok, got, s.sentences)
	}
	if _, ok := x.rename(rng); ok {
		t.Error("nothing was left to rename")
	}
}
