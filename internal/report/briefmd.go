package report

import (
	"bytes"
	"fmt"
	"strings"
)

// Markdown is the brief in Markdown; references are numbers in brackets and a
// list at the end.
func (b *Brief) Markdown() []byte {
	var w bytes.Buffer
	fmt.Fprintf(&w, "# %s\n\n%s\n\n", md(b.Title), md(b.Lede))
	for _, f := range b.Facts {
		fmt.Fprintf(&w, "- %s: %s\n", md(f.Name), md(f.Value))
	}
	for _, s := range b.Sections {
		fmt.Fprintf(&w, "\n## %s\n", md(s.Head))
		item := false
		for _, x := range s.Blocks {
			if !item || !x.Item {
				w.WriteString("\n")
			}
			item = x.Item
			switch {
			case x.Table != nil:
				mdTable(&w, x.Table)
			case x.Item:
				fmt.Fprintf(&w, "- %s\n", mdRuns(x.Runs))
			default:
				fmt.Fprintf(&w, "%s\n", mdRuns(x.Runs))
			}
		}
	}
	if len(b.Refs) > 0 {
		w.WriteString("\n## References\n\n")
	}
	for i, r := range b.Refs {
		fmt.Fprintf(&w, "%d. %s (%s)\n", i+1, md(r.InFull()), md(r.File()))
	}
	return w.Bytes()
}

func mdRuns(runs []Run) string {
	var parts []string
	for _, r := range runs {
		s := md(r.Text)
		if s != "" && r.Strong {
			s = "**" + s + "**"
		}
		if r.Quote {
			s = "“" + s + "”"
		}
		if r.Ref > 0 {
			s = strings.TrimSpace(fmt.Sprintf("%s \\[%d\\]", s, r.Ref))
		}
		if s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, " ")
}

func mdTable(w *bytes.Buffer, t *BriefTable) {
	fmt.Fprintf(w, "| %s |\n|%s\n", strings.Join(t.Head, " | "), strings.Repeat("---|", len(t.Head)))
	for _, row := range t.Rows {
		for _, c := range row {
			fmt.Fprintf(w, "| %s ", mdRuns(c))
		}
		w.WriteString("|\n")
	}
}
