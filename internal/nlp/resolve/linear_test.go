package resolve_test

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"analyze/internal/doc"
	"analyze/internal/nlp/resolve"
)

// nasty makes a marked text with n names of each sort that are hard to tell
// apart: one surname, one head, one long sentence, quotations that never
// close, notes that name nobody of the text.
func nasty(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "[%s Lund|PERSON], [Lund|PERSON] “who runs the [%s Group|ORG] and the [Group|ORG], ", coin(i), coin(i))
	}
	b.WriteString("end.\n")
	for i := range n {
		fmt.Fprintf(&b, "[Syria|PLACE], [Raqqa|PLACE] and [%s|PLACE], [ISIS-%s|ORG] ", coin(i), coin(i))
	}
	b.WriteString("end.\n")
	for i := range n {
		fmt.Fprintf(&b, "FOOTNOTE:%d. [Lund|PERSON], [%s|GROUP] and [%s|PERSON].\n", i, coin(i), coin(i))
	}
	return b.String()
}

// The time of a document grows with its length and not faster.
func TestLinear(t *testing.T) {
	if testing.Short() || os.Getenv("CI") != "" {
		t.Skip("SKIPPED: measures time")
	}
	run := func(n int) time.Duration {
		d := marked(t, "x", nasty(n))
		best := time.Hour
		for range 3 {
			start := time.Now()
			resolved(t, d)
			best = min(best, time.Since(start))
		}
		return best
	}
	run(50)
	small, large := run(250), run(2000)
	t.Logf("%v, %v at eight times the length", small, large)
	if large > 20*small+50*time.Millisecond {
		t.Errorf("%v, and %v at eight times the length", small, large)
	}
}

func BenchmarkPasses(b *testing.B) {
	src, err := os.ReadFile("testdata/article.txt")
	if err != nil {
		b.Fatal(err)
	}
	d := marked(b, "x", strings.Repeat(string(src), 10))
	b.SetBytes(int64(len(d.Text)))
	for _, p := range []*doc.Pass{resolve.Local, resolve.Relations} {
		b.Run(p.Name, func(b *testing.B) {
			b.SetBytes(int64(len(d.Text)))
			for b.Loop() {
				if err := p.Run(d); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
