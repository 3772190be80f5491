package resolve_test

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"os"
	"runtime"
	"strings"
	"testing"
	"time"

	"analyze/internal/doc"
	"analyze/internal/nlp/resolve"
)

var syllables = strings.Fields("ba be bo da de do ga go ka ke ko la le lo ma me mo na ne no ra re ro sa se so ta te to va ve vo za ze zo sha khi dan ber lin mar tor vel gren hal")

// coin makes the n-th made-up word.
func coin(n int) string {
	var b strings.Builder
	for n += 2000; n > 0; n /= len(syllables) {
		b.WriteString(syllables[n%len(syllables)])
	}
	s := b.String()
	return strings.ToUpper(s[:1]) + s[1:]
}

var given = strings.Fields("Anna Peter Philip Phil Omar Ali Hassan William Bill Maria John Karl Nina Samuel Sam Fatima Ivan Elena James Jim")

// generate makes a corpus of documents records, with about names distinct
// names: persons in full, by initial or surname, organisations with acronyms,
// places; names recur as they do in texts, few often and many once.
func generate(documents, names int, seed uint64) iter.Seq[[]resolve.Record] {
	return func(yield func([]resolve.Record) bool) {
		rng := rand.New(rand.NewPCG(seed, 7))
		perDoc := 30
		for d := range documents {
			id := fmt.Sprintf("doc-%06d.txt", d)
			recs := make([]resolve.Record, 0, perDoc)
			for k := range perDoc {
				n := rng.IntN(names)
				if rng.IntN(3) == 0 {
					n = rng.IntN(1 + names/100)
				}
				r := record(n, rng)
				r.Doc, r.Hash, r.Referent = id, id, k
				r.Date = fmt.Sprintf("20%02d-%02d", d%20, 1+d%12)
				if k > 0 && rng.IntN(4) == 0 {
					r.Links = []resolve.RecordLink{{Relation: "member_of", To: rng.IntN(k)}}
				}
				recs = append(recs, r)
			}
			if !yield(recs) {
				return
			}
		}
	}
}

// record makes a record of the n-th name in one of its forms.
func record(n int, rng *rand.Rand) resolve.Record {
	r := resolve.Record{Mentions: 2, All: 2, By: "model"}
	switch n % 4 {
	case 0, 1:
		r.Type = doc.Person
		first, last := given[n%len(given)], coin(n/8)
		r.Name = first + " " + last
		switch rng.IntN(8) {
		case 0:
			r.Name = first[:1] + ". " + last
		case 1:
			r.Name = last
		case 2:
			r.Name = first + " K. " + last
		}
		r.Near = []string{"org " + coin(n/40)}
	case 2:
		r.Type = doc.Org
		r.Name = coin(n) + " Institute of " + coin(n/3)
		if rng.IntN(6) == 0 {
			r.Name = strings.ToUpper(coin(n)[:2] + coin(n / 3)[:2])
		}
	case 3:
		r.Type = doc.Place
		r.Name = coin(n) + "stan"
	}
	r.Names = []doc.Alias{{Text: r.Name, Count: 2}}
	return r
}

// flat yields the records of all documents.
func flat(docs iter.Seq[[]resolve.Record]) iter.Seq[resolve.Record] {
	return func(yield func(resolve.Record) bool) {
		for recs := range docs {
			for _, r := range recs {
				if !yield(r) {
					return
				}
			}
		}
	}
}

// TestScale resolves a generated corpus: a fiftieth of the full size in the
// usual run, all of it with SCALE=1, where time and memory are held to their
// bounds. Twice, at two sizes, so that the growth is seen.
func TestScale(t *testing.T) {
	documents, names := 400, 4000
	if os.Getenv("SCALE") != "" {
		documents, names = 20000, 250000
	}
	small := measure(t, documents/10, names/10)
	large := measure(t, documents, names)
	if os.Getenv("SCALE") == "" {
		return
	}
	if large.time > 60*time.Second {
		t.Errorf("%v for %d documents", large.time, documents)
	}
	if large.heap > 1<<30 {
		t.Errorf("%d MB", large.heap>>20)
	}
	if per := large.time.Seconds() / float64(documents); per > 1.5*small.time.Seconds()/float64(documents/10)+1e-4 {
		t.Errorf("%.2f ms a document, %.2f at a tenth", 1000*per, 1000*small.time.Seconds()/float64(documents/10))
	}
}

type cost struct {
	time time.Duration
	heap uint64
}

func measure(t *testing.T, documents, names int) cost {
	t.Helper()
	runtime.GC()
	distinct := make(map[string]bool)
	for r := range flat(generate(documents, names, 1)) {
		distinct[r.Name] = true
	}
	n := len(distinct)
	distinct = nil
	runtime.GC()
	peak := make(chan uint64)
	stop := make(chan struct{})
	go func() {
		var top uint64
		var m runtime.MemStats
		for {
			runtime.ReadMemStats(&m)
			top = max(top, m.Sys-m.HeapReleased)
			select {
			case <-stop:
				peak <- top
				return
			case <-time.After(50 * time.Millisecond):
			}
		}
	}()
	start := time.Now()
	res := resolve.Entities(flat(generate(documents, names, 1)), nil)
	c := cost{time: time.Since(start)}
	close(stop)
	c.heap = <-peak
	t.Logf("%d documents, %d distinct names: %d entities in %v, %d MB", documents, n, len(res.Entities), c.time.Round(time.Millisecond), c.heap>>20)
	if len(res.Entities) == 0 || len(res.Entities) >= n {
		t.Errorf("%d entities of %d names", len(res.Entities), n)
	}
	return c
}

func BenchmarkEntities(b *testing.B) {
	for b.Loop() {
		resolve.Entities(flat(generate(400, 4000, 1)), nil)
	}
}
