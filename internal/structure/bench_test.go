package structure

import (
	"slices"
	"sort"
	"strings"
	"testing"

	"analyze/internal/doc"
)

// benchText is some megabytes of the samples, one after the other.
func benchText(b *testing.B) string {
	texts := samples(b)
	var paths []string
	for p := range texts {
		paths = append(paths, p)
	}
	sort.Strings(paths)
	var all strings.Builder
	for all.Len() < 4<<20 {
		for _, p := range paths {
			all.WriteString(texts[p])
			all.WriteString("\n\n")
		}
	}
	return all.String()
}

// BenchmarkPass measures each pass on documents of usual size.
func BenchmarkPass(b *testing.B) {
	texts := samples(b)
	var paths []string
	for p := range texts {
		paths = append(paths, p)
	}
	sort.Strings(paths)
	size := 0
	var docs []*doc.Document
	for _, p := range paths {
		docs = append(docs, analyse(b, p, texts[p]))
		size += len(texts[p])
	}
	for _, p := range passes {
		b.Run(p.Name, func(b *testing.B) {
			b.SetBytes(int64(size))
			b.ReportAllocs()
			for b.Loop() {
				for _, d := range docs {
					if err := p.Run(d); err != nil {
						b.Fatal(err)
					}
				}
			}
		})
	}
}

// BenchmarkBlocksLong measures the pass on one document of some megabytes.
func BenchmarkBlocksLong(b *testing.B) {
	d := &doc.Document{ID: "long", Text: benchText(b)}
	b.SetBytes(int64(len(d.Text)))
	for b.Loop() {
		if err := Blocks.Run(d); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkCopies measures the work over 1,000 documents of which a third are
// copies of another.
func BenchmarkCopies(b *testing.B) {
	var sources []Source
	for i := range 1000 {
		text := story(i)
		if i%3 == 2 {
			text = story(i - 1)
		}
		d := analyse(b, "d", text)
		sources = append(sources, Source{Doc: itoa(i + 1000), Shingles: d.Shingles})
	}
	for b.Loop() {
		if got := len(Copies(slices.Values(sources))); got < 300 {
			b.Fatalf("%d copies", got)
		}
	}
}

// story writes a text of a few hundred words that depend on n.
func story(n int) string {
	words := strings.Fields("the a town river council budget school vote road bridge winter report number of and in for with was were had has said paid built closed opened counted people houses farms")
	seed := uint32(n*2654435761 + 12345)
	var out strings.Builder
	for i := range 400 {
		seed = seed*1664525 + 1013904223
		w := words[seed>>16%uint32(len(words))]
		if i%17 == 0 {
			w = strings.ToUpper(w[:1]) + w[1:]
		}
		out.WriteString(w)
		switch {
		case i%17 == 16:
			out.WriteString(". ")
		case i%100 == 99:
			out.WriteString(".\n\n")
		default:
			out.WriteByte(' ')
		}
	}
	return out.String()
}
