package bleveindex

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
	"unicode"

	"analyze/internal/doc"
	"analyze/internal/index"

	"github.com/govalues/decimal"
)

var (
	megabytes = flag.Int("megabytes", 2, "text that TestSpeed generates, in documents of about a kilobyte")
	export    = flag.String("export", "", "folder that TestSpeed writes documents, queries and figures to")
	kept      = flag.String("kept", "", "folder with the index that TestQueries asks; it is made there first if it is not")
	passes    = flag.Int("passes", 1, "how often each query is asked; its least time counts, which a busy machine disturbs least")
	answers   = flag.String("answers", "", "file that TestQueries writes all answers to, to be compared with those of another version")
	only      = flag.String("only", "", "the kind of queries that is asked; all if empty")
)

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
		coll.Cards = append(coll.Cards, doc.Card{ID: fmt.Sprintf("d%07d.txt", i), Signature: fmt.Sprint(i)})
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
	changes = slices.DeleteFunc(changes, func(c index.Change) bool { return c.Doc == "" })
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

// measured is what TestSpeed found, for scripts/searchbench to set beside
// others.
type measured struct {
	Megabytes float64           `json:"megabytes"`
	Documents int               `json:"documents"`
	CPU       float64           `json:"cpu_seconds"` // of indexing the documents alone
	Bytes     int64             `json:"bytes"`
	Queries   map[string]timing `json:"queries"`
}

// A timing is of the queries of one kind: milliseconds of the clock, and of the
// processor.
type timing struct {
	P50    float64 `json:"p50"`
	P99    float64 `json:"p99"`
	CPU    float64 `json:"cpu_p50"`
	CPU99  float64 `json:"cpu_p99"`
	Number int     `json:"number"`
}

func (m timing) String() string {
	return fmt.Sprintf("p50 %6.2f ms  p99 %6.2f ms  (of the processor %.2f and %.2f; %d queries)", m.P50, m.P99, m.CPU, m.CPU99, m.Number)
}

// TestSpeed builds an index over generated text and asks it, and logs how long
// that takes and what takes up how much: go test -run Speed -v -megabytes 100.
// With -export DIR it writes documents, queries and figures there.
func TestSpeed(t *testing.T) {
	c := newCorpus(t, *megabytes*1000)
	coll := c.collection()
	m := measured{Documents: c.n, Queries: map[string]timing{}}
	text := 0
	for i := range 200 {
		text += len(c.document("", uint64(i)).Text)
	}
	m.Megabytes = float64(text) / 200 * float64(c.n) / 1e6
	dir := filepath.Join(t.TempDir(), "index")
	for _, only := range []bool{true, false} {
		os.RemoveAll(dir)
		cpu := c.index(t, dir, coll, only)
		size := folderSize(dir)
		if only {
			m.CPU, m.Bytes = cpu, size
			c.latencies(t, dir, &m, "documents ")
		}
		t.Logf("documents only %v: %.1f MB of text, %.2f MB a CPU-second (%.1f s), index %.2f × the text, at most %.0f MB of memory",
			only, m.Megabytes, m.Megabytes/cpu, cpu, float64(size)/1e6/m.Megabytes, maxMemory())
		shares(t, dir, m.Megabytes*1e6)
	}
	c.latencies(t, dir, &m, "")
	if *export != "" {
		c.export(t, *export, m)
	}
}

// TestQueries asks an index over generated text that is kept between runs:
// go test -run Queries -v -megabytes 120 -kept DIR, with -cpuprofile too.
func TestQueries(t *testing.T) {
	if *kept == "" {
		t.Skip("asked with -kept only")
	}
	c := newCorpus(t, *megabytes*1000)
	if !Whole(*kept) {
		c.index(t, *kept, c.collection(), false)
	}
	if *answers != "" {
		c.answer(t, *kept, *answers)
		return
	}
	c.latencies(t, *kept, &measured{Queries: map[string]timing{}}, "")
}

// answer writes what the index in dir answers, in several orders, to a file.
func (c *corpus) answer(t *testing.T, dir, name string) {
	r, err := OpenReader(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	var b bytes.Buffer
	all := c.queries()
	for _, kind := range slices.Sorted(maps.Keys(all)) {
		for i, q := range all[kind] {
			res, err := index.Do(context.Background(), r, index.Request{Query: q, Limit: 30, Facets: true, Sort: index.Sorts[i%len(index.Sorts)]})
			if err != nil {
				t.Fatalf("%s: %v", q, err)
			}
			if err := json.NewEncoder(&b).Encode(res); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := os.WriteFile(name, b.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
}

// index makes the index and returns the CPU-seconds of it, those of making the
// documents up left out, and those of making the records that are not put in.
func (c *corpus) index(t *testing.T, dir string, coll *doc.Collection, only bool) float64 {
	sample := max(500, c.n/5)
	b := index.NewBuilder(coll)
	begin := cpuSeconds()
	for i := range sample {
		d := c.document("x", uint64(i))
		if only {
			b.Document(d, "")
		}
	}
	generating := (cpuSeconds() - begin) / float64(sample) * float64(c.n)
	w, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	var to index.Writer = w
	if only {
		to = documentsOnly{w}
	}
	cpu := cpuSeconds()
	if _, err := index.Update(context.Background(), to, coll, nil); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return cpuSeconds() - cpu - generating
}

// shares logs what takes up how much, as parts of the text.
func shares(t *testing.T, dir string, text float64) {
	r, err := OpenReader(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	sizes := map[string]int{}
	for i := range r.view.parts {
		r.view.parts[i].Sizes(sizes)
	}
	if info, err := os.Stat(filepath.Join(r.path, columnsFile)); err == nil {
		sizes["columns"] = int(info.Size())
	}
	names := slices.SortedFunc(maps.Keys(sizes), func(a, b string) int { return sizes[b] - sizes[a] })
	var b strings.Builder
	for _, n := range names {
		if f := float64(sizes[n]) / text; f >= .005 {
			fmt.Fprintf(&b, "%s %.2f, ", n, f)
		}
	}
	t.Logf("%d segments; of the text: %s", len(r.view.parts), strings.TrimSuffix(b.String(), ", "))
}

// queries makes up queries of each kind.
func (c *corpus) queries() map[string][]string {
	rnd := rand.New(rand.NewPCG(1, 1))
	words := strings.Fields(strings.Join(c.pool, " "))
	trim := func(w string) string { return strings.Trim(w, `.,;:()"“”'’-–?!•*`) }
	word := func() string {
		for {
			w := trim(words[rnd.IntN(len(words))])
			if len(w) > 3 && !strings.ContainsFunc(w, func(r rune) bool { return !unicode.IsLetter(r) }) {
				return w
			}
		}
	}
	phrase := func() string {
		for {
			i := rnd.IntN(len(words) - 1)
			if a, b := words[i], words[i+1]; trim(a) == a && trim(b) != "" && !strings.ContainsAny(a+b, `:"()*?~/’'-–$%`) {
				return `"` + a + " " + trim(b) + `"`
			}
		}
	}
	out := map[string][]string{}
	for range 200 {
		w := word()
		for kind, q := range map[string]string{
			"term": w, "AND": word() + " " + word(), "phrase": phrase(), "fuzzy": strings.ToLower(word()) + "~1", "prefix": w[:3] + "*",
			"entity":      `actor:"` + c.entities[rnd.IntN(200)].Name + `"`,
			"claim range": fmt.Sprintf("claim:fighters value:%d..%d", rnd.IntN(2000), 2000+rnd.IntN(3000)),
			"claim place": fmt.Sprintf(`from:%s value:>%d`, c.entities[c.actorsN+rnd.IntN(50)].Name, rnd.IntN(4000)),
		} {
			out[kind] = append(out[kind], q)
		}
	}
	for range 200 {
		out["passage"] = append(out["passage"], "kind:passage "+word()+" "+word())
		out["same passage"] = append(out["same passage"], "same:passage "+word()+" "+word())
	}
	return out
}

// latencies asks queries of each kind, with snippets, and with facets too where
// all records are there.
func (c *corpus) latencies(t *testing.T, dir string, m *measured, prefix string) {
	var opens []float64
	for range 10 {
		begin := time.Now()
		r, err := OpenReader(dir)
		if err != nil {
			t.Fatal(err)
		}
		opens = append(opens, float64(time.Since(begin).Microseconds())/1000)
		r.Close()
	}
	slices.Sort(opens)
	t.Logf("%sopen: median %.1f ms", prefix, opens[5])
	r, err := OpenReader(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	all := c.queries()
	for _, kind := range slices.Sorted(maps.Keys(all)) {
		if prefix != "" && (strings.HasPrefix(kind, "claim") || strings.HasSuffix(kind, "passage") || kind == "entity") || *only != "" && kind != *only {
			continue
		}
		clock, cpu := slices.Repeat([]float64{math.Inf(1)}, len(all[kind])), slices.Repeat([]float64{math.Inf(1)}, len(all[kind]))
		for range *passes {
			for i, q := range all[kind] {
				begin, before := time.Now(), cpuSeconds()
				if _, err := index.Do(context.Background(), r, index.Request{Query: q, Limit: 20, Facets: prefix == ""}); err != nil {
					t.Fatalf("%s: %v", q, err)
				}
				clock[i], cpu[i] = min(clock[i], float64(time.Since(begin).Microseconds())/1000), min(cpu[i], (cpuSeconds()-before)*1000)
			}
		}
		slices.Sort(clock)
		slices.Sort(cpu)
		n := len(clock)
		m.Queries[prefix+kind] = timing{clock[n/2], clock[n*99/100], cpu[n/2], cpu[n*99/100], n}
		t.Logf("%s%-12s %s", prefix, kind, m.Queries[prefix+kind])
	}
}

// export writes documents, queries and figures to a folder.
func (c *corpus) export(t *testing.T, dir string, m measured) {
	write := func(name string, lines ...any) {
		var b bytes.Buffer
		for _, l := range lines {
			if err := json.NewEncoder(&b).Encode(l); err != nil {
				t.Fatal(err)
			}
		}
		if err := os.WriteFile(filepath.Join(dir, name), b.Bytes(), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	var docs []any
	for i := range c.n {
		d := c.document("", uint64(i))
		docs = append(docs, map[string]string{"id": fmt.Sprint(i), "title": d.Meta.Title, "text": d.Text})
	}
	write("documents.jsonl", docs...)
	write("queries.json", c.queries())
	write("ours.json", m)
}
