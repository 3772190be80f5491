package figure_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"analyze/internal/doc"
)

// line tells a figure in one line, for golden files and for reading.
func line(d *doc.Document, f *doc.Figure) string {
	var s strings.Builder
	fmt.Fprintf(&s, "%q %s %s", d.Slice(f.Span), f.Bound, f.Kind)
	if f.Value != nil {
		fmt.Fprintf(&s, " %v", f.Value)
	}
	low, high := "…", "…"
	if f.Low != nil {
		low = f.Low.String()
	}
	if f.High != nil {
		high = f.High.String()
	}
	fmt.Fprintf(&s, " [%s, %s] %s", low, high, f.Unit)
	if f.Per != "" {
		fmt.Fprintf(&s, " per %s", f.Per)
	}
	fmt.Fprintf(&s, " of %q", f.What)
	if f.Direction != "" {
		s.WriteString(" " + f.Direction)
	}
	if f.Norm != nil {
		fmt.Fprintf(&s, " = %v %s", f.Norm.Value, f.Norm.Unit)
	}
	if f.Percent != nil {
		fmt.Fprintf(&s, " = %v%%", f.Percent)
	}
	if f.Estimate {
		s.WriteString(" estimate")
	}
	if f.Vague {
		s.WriteString(" vague")
	}
	if f.Pair >= 0 {
		fmt.Fprintf(&s, " pair %d", f.Pair)
	}
	if f.Repair != "" {
		fmt.Fprintf(&s, " repair %q", f.Repair)
	}
	if f.Table >= 0 {
		fmt.Fprintf(&s, " cell %d.%d.%d", f.Table, f.Row, f.Column)
	}
	return s.String()
}

// TestTell prints the figures of the text in TEXT or of the files in FILES.
func TestTell(t *testing.T) {
	texts := []string{os.Getenv("TEXT")}
	for _, f := range strings.Fields(os.Getenv("FILES")) {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, string(b))
	}
	for _, text := range texts {
		if text == "" {
			continue
		}
		d := read(t, text)
		if os.Getenv("TAGS") != "" {
			for i, k := range d.Tokens {
				fmt.Printf("%s/%s ", d.Word(i), k.Tag)
			}
			fmt.Println()
		}
		last := -2
		for i := range d.Figures {
			f := &d.Figures[i]
			if f.Sentence != last && f.Sentence >= 0 {
				fmt.Println("•", strings.Join(strings.Fields(d.Slice(d.Sentences[f.Sentence].Span)), " "))
				last = f.Sentence
			}
			fmt.Printf("   %d %s\n", i, line(d, f))
		}
		for _, s := range d.Skipped {
			fmt.Printf("   %q %s;", d.Slice(s.Span), s.Reason)
		}
		fmt.Println()
	}
}
