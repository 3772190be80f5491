package train

import (
	"cmp"
	"compress/gzip"
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"

	"analyze/internal/nlp/tagger"
)

// A Config says what to train on and how.
type Config struct {
	Data string // the folder that holds names/
	Seed uint64

	// Develop leaves out what the development tests measure on; a model to be
	// shipped is trained on everything.
	Develop bool

	// Tokenize cuts a text into the sentences and tokens that tagging will
	// see. Nil is [Tokenize].
	Tokenize func(text string) []Sentence

	// Progress is told how far the training has come; nil is nobody. It is
	// called from the goroutine of Run.
	Progress func(Progress)

	Epochs int // looks at each sentence; 0 is 5

	without      func(name, file string) bool // leaves out sets
	hold         func(id string) bool         // leaves out documents
	least        int                          // how often a feature must stand; 0 is 5
	drop         float64                      // share of a token's features left out at each look; 0 is 0.25
	decay        float64                      // of weights, a step; 0 is 2e-4
	composed     float64                      // what a composed sentence weighs; 0 is 0.4
	times, oneIn int                          // how often a pattern is filled, and of how many documents one has a strange copy; 0 is 25 and 4
	members      int                          // models whose mean is taken; 0 is 4
	sure         float64                      // how sure a model is that overrules a machine's label; 0 is 0.8
}

// Progress is how far a training has come.
type Progress struct {
	Stage       string // reading, features, epoch 1, ...
	Done, Total int
}

// A Report says what a training saw.
type Report struct {
	Documents, Sentences, Tokens int
	Features                     int       // of the training
	Kept                         int       // in the model
	Loss                         []float64 // a token, by epoch
}

// Run trains a model. The error names what could not be read, or is that of the
// context.
func Run(ctx context.Context, cfg Config) (*tagger.Model, Report, error) {
	var rep Report
	cfg = cfg.filled()
	clusters, err := readClusters(cfg.Data)
	if err != nil {
		return nil, rep, err
	}
	texts, sources, err := readSets(ctx, cfg)
	if err != nil {
		return nil, rep, err
	}
	if err := crossTag(ctx, cfg, texts, clusters); err != nil {
		return nil, rep, err
	}
	texts = varied(texts, cfg.Seed)
	c, err := fit(ctx, cfg, texts, clusters, cfg.Epochs, "", &rep)
	if err != nil {
		return nil, rep, err
	}
	parts := c.quantise(float32(1-cfg.drop), 0.06)
	parts.Clusters = clusters
	parts.Header = tagger.Header{Version: tagger.Version, Seed: cfg.Seed, Sources: sources}
	rep.Kept = len(parts.Keys)
	m, err := tagger.New(parts)
	return m, rep, err
}

// fit trains on samples for some epochs.
func fit(ctx context.Context, cfg Config, texts []sample, clusters *tagger.Clusters, epochs int, stage string, rep *Report) (*mean, error) {
	p, err := newProblem(ctx, texts, clusters, cfg.least, cfg.tell(stage+"features"))
	if err != nil {
		return nil, err
	}
	rep.Documents, rep.Sentences, rep.Tokens, rep.Features = len(texts), len(p.sents), len(p.tokens)-1, len(p.keys)
	rep.Loss = make([]float64, epochs)
	mean := newMean(p)
	for k := range cfg.members {
		c := newCRF(p, cfg.Seed+uint64(k))
		c.drop = float32(cfg.drop)
		c.decay = float32(cfg.decay)
		for n := range epochs {
			c.rate = float32(0.16 * (1 - 0.8*float64(n)/float64(epochs)))
			loss, err := c.epoch(ctx, cfg.tell(fmt.Sprintf("%sepoch %d", stage, k*epochs+n+1)))
			if err != nil {
				return nil, err
			}
			rep.Loss[n] += loss / float64(cfg.members)
		}
		mean.add(c)
	}
	return mean, nil
}

// crossTag has each half of the samples tagged by a model trained on the other.
// What it finds is what the second look will see, and puts right the labels
// that a machine has given.
func crossTag(ctx context.Context, cfg Config, texts []sample, clusters *tagger.Clusters) error {
	cfg.members = 1
	for half := range 2 {
		var rest []sample
		for i, s := range texts {
			if i%2 != half {
				rest = append(rest, s)
			}
		}
		var rep Report
		c, err := fit(ctx, cfg, rest, clusters, 3, fmt.Sprintf("half %d: ", half+1), &rep)
		if err != nil {
			return err
		}
		parts := c.quantise(float32(1-cfg.drop), 0.06)
		parts.Clusters = clusters
		m, err := tagger.New(parts)
		if err != nil {
			return err
		}
		for i := half; i < len(texts); i += 2 {
			texts[i].found = m.Tag(texts[i].sentences, nil)
			if texts[i].machine {
				texts[i].correct(cfg.sure)
			}
		}
	}
	return nil
}

// varied adds copies of some samples: set as headlines, with lists of their
// names, with another name for the Islamic State.
func varied(texts []sample, seed uint64) []sample {
	rng := rand.New(rand.NewPCG(seed, 2))
	for _, s := range texts {
		if rng.IntN(10) == 0 {
			x := s.restyle(rng)
			rows, labels := s.list(rng)
			x.sentences, x.labels = append(x.sentences, rows...), append(slices.Clip(x.labels), labels...)
			x.made = len(rows)
			texts = append(texts, x)
		}
		if rng.IntN(2) == 0 {
			if x, ok := s.rename(rng); ok {
				texts = append(texts, x)
			}
		}
	}
	return texts
}

func (cfg Config) filled() Config {
	cfg.Epochs = cmp.Or(cfg.Epochs, 5)
	cfg.members = cmp.Or(cfg.members, 4)
	cfg.least = cmp.Or(cfg.least, 5)
	cfg.drop = cmp.Or(cfg.drop, 0.25)
	cfg.decay = cmp.Or(cfg.decay, 2e-4)
	cfg.sure = cmp.Or(cfg.sure, 0.8)
	cfg.composed = cmp.Or(cfg.composed, 0.4)
	cfg.times = cmp.Or(cfg.times, 25)
	cfg.oneIn = cmp.Or(cfg.oneIn, 4)
	if cfg.Tokenize == nil {
		cfg.Tokenize = Tokenize
	}
	if cfg.Progress == nil {
		cfg.Progress = func(Progress) {}
	}
	if cfg.hold == nil {
		cfg.hold = func(string) bool { return false }
	}
	if cfg.without == nil {
		cfg.without = func(name, file string) bool { return cfg.Develop && slices.Contains(apart, file) }
	}
	return cfg
}

func (cfg Config) tell(stage string) func(done, total int) {
	return func(done, total int) { cfg.Progress(Progress{stage, done, total}) }
}

// Tests are the files of names/ that development scores are taken on, and apart
// those of them that a model to be shipped is trained on.
var (
	Tests = []string{"crossner_politics_dev.jsonl", "uner_ewt_test.jsonl", "re3d_dev.jsonl"}
	apart = []string{"crossner_politics_dev.jsonl", "re3d_dev.jsonl"}
)

func readClusters(dir string) (*tagger.Clusters, error) {
	f, err := os.Open(filepath.Join(dir, "names", "clusters.tsv.gz"))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("clusters: %w", err)
	}
	return tagger.ReadClusters(z)
}

// readSets reads all sets but those left out, as samples in a fixed order.
func readSets(ctx context.Context, cfg Config) ([]sample, []tagger.Source, error) {
	var samples []sample
	var sources []tagger.Source
	var byHand []Document
	all := sets()
	for n, s := range all {
		if err := ctx.Err(); err != nil {
			return nil, nil, err
		}
		cfg.tell("reading")(n, len(all))
		docs, err := s.read(cfg)
		if err != nil {
			return nil, nil, err
		}
		if len(docs) == 0 {
			continue
		}
		if s.machine {
			mend(docs)
			agree(docs)
		}
		if !s.machine && !s.wiki {
			byHand = append(byHand, docs...)
		}
		src := tagger.Source{Name: s.name, Licence: s.licence, Weight: s.weight, Machine: s.machine}
		samples = s.cut(samples, docs, cfg, &src)
		sources = append(sources, src)
	}
	samples, sources = addComposed(samples, sources, byHand, cfg)
	return samples, sources, nil
}

// addComposed appends what is made up of the names that people have marked.
func addComposed(samples []sample, sources []tagger.Source, byHand []Document, cfg Config) ([]sample, []tagger.Source) {
	made := &set{name: "composed sentences", licence: "written for this project", weight: cfg.composed}
	if cfg.without(made.name, "") {
		return samples, sources
	}
	src := tagger.Source{Name: made.name, Licence: made.licence, Weight: made.weight}
	samples = made.cut(samples, compose(byHand, cfg.times, cfg.Seed), cfg, &src)
	samples = made.cut(samples, strangers(byHand, cfg.oneIn, cfg.Seed), cfg, &src)
	return samples, append(sources, src)
}

// cut appends documents of the set as samples and counts them in src.
func (s *set) cut(samples []sample, docs []Document, cfg Config, src *tagger.Source) []sample {
	for _, d := range docs {
		x := cut(d, cfg.Tokenize, s.weight)
		src.Names += len(d.Names)
		for _, t := range x.sentences {
			src.Tokens += len(t)
		}
		x.machine, x.doubted = s.machine || s.wiki, s.machine || s.partial
		samples = append(samples, x)
	}
	return samples
}

// read returns the documents of a set.
func (s *set) read(cfg Config) ([]Document, error) {
	var docs []Document
	for _, file := range s.files {
		if cfg.without(s.name, file) {
			continue
		}
		records, err := readFile(filepath.Join(cfg.Data, "names"), file)
		if err != nil {
			return nil, err
		}
		for _, r := range records {
			if cfg.hold(r.ID) || s.keep != nil && !s.keep(r) {
				continue
			}
			if !s.apart {
				docs = append(docs, unify(s, r))
				continue
			}
			for _, l := range r.lines() {
				docs = append(docs, unify(s, l))
			}
		}
	}
	return docs, nil
}

// agree gives a text that a machine has labelled one type a document: what it
// calls a name seven times in ten.
func agree(docs []Document) {
	for i := range docs {
		d := &docs[i]
		count := map[string]*[6]int{}
		for _, n := range d.Names {
			text := d.Text[n.Start:n.End]
			if count[text] == nil {
				count[text] = &[6]int{}
			}
			count[text][n.Type]++
		}
		for k, n := range d.Names {
			c := count[d.Text[n.Start:n.End]]
			if n.Type == tagger.Adjective || n.Type == tagger.Group {
				continue
			}
			total := 0
			for _, v := range c {
				total += v
			}
			for t, v := range c {
				if total >= 3 && v*10 >= total*7 {
					d.Names[k].Type = tagger.Type(t)
				}
			}
		}
	}
}

// A mean sums the weights of models that differ by the order in which they saw
// the sentences and by what was left out, and stands for all of them: the scores
// of a linear model of mean weights are the mean of the scores.
type mean struct {
	p       *problem
	weight  []vector
	trans   [labels][labels]float32
	members int
}

func newMean(p *problem) *mean { return &mean{p: p, weight: make([]vector, len(p.keys))} }

func (m *mean) add(c *crf) {
	for f := range m.weight {
		w := c.weight[f].full()
		for l := range w {
			m.weight[f][l] += w[l]
		}
	}
	for a := range m.trans {
		for b := range m.trans[a] {
			m.trans[a][b] += c.trans[a][b]
		}
	}
	m.members++
}

// quantise turns weights into steps of eight bits and leaves out features whose
// weights are all within least of none. Each weight is scaled first.
func (c *mean) quantise(scale, least float32) tagger.Parts {
	var sizes []float32
	scale /= float32(c.members)
	for f := range c.weight {
		sizes = append(sizes, largest(&c.weight[f])*scale)
	}
	sorted := slices.Clone(sizes)
	slices.Sort(sorted)
	top := sorted[len(sorted)*9995/10000]
	unit := max(top, 1) / 127
	p := tagger.Parts{Unit: float64(unit)}
	for i, w := range c.weight {
		if sizes[i] < least {
			continue
		}
		var q [labels]int8
		for l, v := range w {
			q[l] = int8(max(-127, min(127, math.Round(float64(v*scale/unit)))))
		}
		p.Keys = append(p.Keys, c.p.keys[i])
		p.Weights = append(p.Weights, q)
	}
	for a := range c.trans {
		for b, v := range c.trans[a] {
			p.Trans[a][b] = int32(math.Round(float64(v / float32(c.members) / unit)))
		}
	}
	return p
}

func largest(w *vector) float32 {
	top := float32(0)
	for _, v := range w {
		top = max(top, v, -v)
	}
	return top
}
