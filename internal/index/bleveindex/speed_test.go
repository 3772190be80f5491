package bleveindex

import (
	"context"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"analyze/internal/doc"
	"analyze/internal/index"

	"github.com/govalues/decimal"
)

var megabytes = flag.Int("megabytes", 2, "text that TestSpeed generates, in documents of about a kilobyte")

// sentences are those of the project's own documents, to be shuffled.
func sentences(t testing.TB) []string {
	t.Helper()
	names, err := filepath.Glob("../../../corpus/*.txt")
	if err != nil || len(names) == 0 {
		t.Skip("NOT TESTED: there are no documents to take sentences from")
	}
	var out []string
	for _, n := range names {
		b, err := os.ReadFile(n)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range strings.Split(string(b), "\n\n") {
			for _, s := range strings.SplitAfter(p, ". ") {
				if s = strings.TrimSpace(s); len(s) > 40 && len(s) < 300 {
					out = append(out, strings.ReplaceAll(s, "\n", " "))
				}
			}
		}
	}
	return out
}

// corpus is a generated collection: sentences shuffled, with names and numbers
// that are distributed as in nature, few of them often and many seldom.
type corpus struct {
	pool             []string
	n                int
	entities         []doc.Entity
	actorsN, placesN int
}

const syllables = "ba ke ro di mu sa le no ti ra vo ga she pi lor dan mir tel kas bur"

func invented(n int) string {
	s := strings.Fields(syllables)
	var b strings.Builder
	for range 3 {
		b.WriteString(s[n%len(s)])
		n /= len(s)
	}
	if n > 0 {
		b.WriteString(invented(n))
	}
	return b.String()
}

func newCorpus(t testing.TB, documents int) *corpus {
	c := &corpus{pool: sentences(t), n: documents, actorsN: 20000, placesN: 1500}
	for i := range c.actorsN {
		c.entities = append(c.entities, doc.Entity{ID: fmt.Sprintf("actor-%05d", i), Name: "Union " + invented(i), Type: doc.Org, Mentions: 1})
	}
	for i := range c.placesN {
		c.entities = append(c.entities, doc.Entity{ID: fmt.Sprintf("place-%05d", i), Name: invented(i + 9000), Type: doc.Place, Mentions: 1, Lat: float64(i%180 - 90), Lon: float64(i%360 - 180), HasPoint: true})
	}
	return c
}

func (c *corpus) collection() *doc.Collection {
	coll := &doc.Collection{Entities: c.entities}
	for i := range c.n {
		coll.Cards = append(coll.Cards, doc.Card{ID: fmt.Sprintf("d%07d.txt", i)})
	}
	coll.Open = func(id string) (*doc.Document, error) {
		var i int
		_, err := fmt.Sscanf(id, "d%07d.txt", &i)
		return c.document(id, uint64(i)), err
	}
	return coll
}

func (c *corpus) document(id string, seed uint64) *doc.Document {
	r := rand.New(rand.NewPCG(seed, 3))
	actors, places, rare := rand.NewZipf(r, 1.1, 8, uint64(c.actorsN-1)), rand.NewZipf(r, 1.2, 4, uint64(c.placesN-1)), rand.NewZipf(r, 1.05, 50, 400000)
	d := &doc.Document{ID: id, Meta: doc.Meta{Title: "Report of " + invented(int(rare.Uint64())), Date: fmt.Sprintf("%d-%02d", 1995+r.IntN(25), 1+r.IntN(12)), Format: "txt"}}
	b := strings.Builder{}
	sentence := func(s string, parts ...string) {
		start := b.Len()
		b.WriteString(s)
		d.Sentences = append(d.Sentences, doc.Sentence{Span: doc.Span{Start: start, End: b.Len()}, Block: len(d.Blocks)})
		b.WriteByte(' ')
	}
	for range 3 {
		start := b.Len()
		for range 2 {
			sentence(c.pool[r.IntN(len(c.pool))])
		}
		actor, place, n := int(actors.Uint64()), int(places.Uint64()), 1+r.IntN(5000)
		a, p := c.entities[actor], c.entities[c.actorsN+place]
		at := b.Len()
		s := fmt.Sprintf("%s counted %d fighters near %s and %s.", a.Name, n, p.Name, invented(int(rare.Uint64())))
		sentence(s)
		for _, e := range []doc.Entity{a, p} {
			i := at + strings.Index(s, e.Name)
			d.Mentions = append(d.Mentions, doc.Mention{Span: doc.Span{Start: i, End: i + len(e.Name)}, Sentence: len(d.Sentences) - 1})
			d.Referents = append(d.Referents, doc.Referent{Entity: e.ID})
			d.ReferentOf = append(d.ReferentOf, len(d.Referents)-1)
		}
		v := decimal.MustNew(int64(n), 0)
		i := at + strings.Index(s, fmt.Sprint(n))
		d.Claims = append(d.Claims, doc.Claim{Figure: doc.Figure{
			Span: doc.Span{Start: i, End: i + len(fmt.Sprint(n))}, Low: &v, High: &v, Value: &v, What: "fighters", Unit: "person", Pair: -1, Table: -1, Sentence: len(d.Sentences) - 1,
		}, Places: []doc.ClaimPlace{{Name: p.Name, Referent: len(d.Referents) - 1, Role: doc.Origin}}, Time: d.Meta.Date[:4], Source: a.Name,
			SourceReferent: len(d.Referents) - 2, Repeats: -1, Context: s})
		d.Blocks = append(d.Blocks, doc.Block{Span: doc.Span{Start: start, End: b.Len() - 1}, Table: -1, Joins: -1})
		b.WriteString("\n\n")
	}
	d.Text = b.String()
	return d
}

// documentsOnly leaves out all records but documents.
type documentsOnly struct{ *Writer }

func (w documentsOnly) Apply(ctx context.Context, changes []index.Change) error {
	for i := range changes {
		changes[i].Records = changes[i].Records[:min(1, len(changes[i].Records))]
	}
	return w.Writer.Apply(ctx, changes)
}

func cpuSeconds() float64 {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return float64(u.Utime.Sec+u.Stime.Sec) + float64(u.Utime.Usec+u.Stime.Usec)/1e6
}

func maxMemory() float64 {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return float64(u.Maxrss) / 1024
}

func folderSize(dir string) (n int64) {
	filepath.WalkDir(dir, func(name string, e os.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			if info, err := e.Info(); err == nil {
				n += info.Size()
			}
		}
		return nil
	})
	return n
}

// TestSpeed builds an index over generated text and asks it, and logs how long
// that takes: go test -run Speed -v -megabytes 100.
func TestSpeed(t *testing.T) {
	c := newCorpus(t, *megabytes*1000)
	coll := c.collection()
	text := 0
	for i := range 200 {
		text += len(c.document("", uint64(i)).Text)
	}
	mb := float64(text) / 200 * float64(c.n) / 1e6
	begin := cpuSeconds()
	for i := range 200 {
		index.NewBuilder(&doc.Collection{}).Document(c.document("x", uint64(i)), "")
	}
	generating := (cpuSeconds() - begin) / 200 * float64(c.n)
	dir := filepath.Join(t.TempDir(), "index")
	for _, only := range []bool{true, false} {
		os.RemoveAll(dir)
		w, err := Open(dir)
		if err != nil {
			t.Fatal(err)
		}
		var to index.Writer = w
		if only {
			to = documentsOnly{w}
		}
		cpu, clock := cpuSeconds(), time.Now()
		if _, err := index.Update(context.Background(), to, coll, nil); err != nil {
			t.Fatal(err)
		}
		cpu = cpuSeconds() - cpu - generating
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		t.Logf("documents only %v: %.1f MB of text, %.2f MB a CPU-second (%.1f s, generating left out), %.1f s of clock, index %.2f × the text, at most %.0f MB of memory",
			only, mb, mb/cpu, cpu, time.Since(clock).Seconds(), float64(folderSize(dir))/1e6/mb, maxMemory())
	}
	latencies(t, dir, c)
}

func latencies(t *testing.T, dir string, c *corpus) {
	var opens []time.Duration
	for range 10 {
		begin := time.Now()
		r, err := OpenReader(dir)
		if err != nil {
			t.Fatal(err)
		}
		opens = append(opens, time.Since(begin))
		r.Close()
	}
	slices.Sort(opens)
	t.Logf("open: median %s", opens[5])
	r, err := OpenReader(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	rnd := rand.New(rand.NewPCG(1, 1))
	words := strings.Fields(strings.Join(c.pool, " "))
	word := func() string {
		for {
			w := strings.Trim(words[rnd.IntN(len(words))], `.,;:()"“”'’-–?!•`)
			if len(w) > 3 && !strings.ContainsAny(w, `:"()*?~`) {
				return w
			}
		}
	}
	for _, kind := range []struct {
		name string
		make func() string
	}{
		{"term", word},
		{"AND", func() string { return word() + " " + word() }},
		{"entity", func() string { return `actor:"` + c.entities[rnd.IntN(200)].Name + `"` }},
		{"claim range", func() string {
			return fmt.Sprintf("claim:fighters value:%d..%d", rnd.IntN(2000), 2000+rnd.IntN(3000))
		}},
		{"claim of place", func() string {
			return fmt.Sprintf(`from:%s value:>%d`, c.entities[c.actorsN+rnd.IntN(50)].Name, rnd.IntN(4000))
		}},
		{"phrase", func() string {
			i := rnd.IntN(len(words) - 1)
			return `"` + strings.Trim(words[i]+" "+words[i+1], `"`) + `"`
		}},
		{"fuzzy", func() string { return strings.ToLower(strings.ReplaceAll(word(), ".", "")) + "~1" }},
		{"prefix", func() string { return word()[:3] + "*" }},
	} {
		var times []time.Duration
		for range 200 {
			q := kind.make()
			begin := time.Now()
			_, err := index.Do(context.Background(), r, index.Request{Query: q, Limit: 20, Facets: true})
			if err != nil {
				continue
			}
			times = append(times, time.Since(begin))
		}
		slices.Sort(times)
		n := len(times)
		t.Logf("%-15s p50 %8s  p99 %8s  (%d queries, with facets and snippets)", kind.name, times[n/2].Round(10*time.Microsecond), times[n*99/100].Round(10*time.Microsecond), n)
	}
}
