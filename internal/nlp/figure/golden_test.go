package figure_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"analyze/internal/doc"
)

// TestGolden compares what is read in testdata/*.txt with *.golden; UPDATE=1
// rewrites them, and the difference is to be read before it is kept.
func TestGolden(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.txt")
	if len(files) == 0 {
		t.Fatal("no texts")
	}
	for _, f := range files {
		t.Run(filepath.Base(f), func(t *testing.T) {
			text, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			d := read(t, string(text))
			checkAll(t, d)
			got := report(d)
			golden := strings.TrimSuffix(f, ".txt") + ".golden"
			if os.Getenv("UPDATE") != "" {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			g, w := strings.Split(got, "\n"), strings.Split(string(want), "\n")
			for i := range max(len(g), len(w)) {
				if i >= len(g) || i >= len(w) || g[i] != w[i] {
					t.Fatalf("line %d differs:\n got %s\nwant %s", i+1, at(g, i), at(w, i))
				}
			}
		})
	}
}

func at(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return "(none)"
}

// report tells a document's figures under their sentences, then what was
// skipped.
func report(d *doc.Document) string {
	var s strings.Builder
	last := -2
	for i := range d.Figures {
		f := &d.Figures[i]
		if f.Sentence != last && f.Sentence >= 0 {
			fmt.Fprintln(&s, strings.Join(strings.Fields(d.Slice(d.Sentences[f.Sentence].Span)), " "))
			last = f.Sentence
		}
		fmt.Fprintf(&s, "\t%d %s\n", i, line(d, f))
	}
	for _, x := range d.Skipped {
		fmt.Fprintf(&s, "skipped %q: %s\n", d.Slice(x.Span), x.Reason)
	}
	return s.String()
}
