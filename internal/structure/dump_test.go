package structure

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"analyze/internal/doc"
)

// Dump lists the blocks of d, one a line: number, kind, level, label, joins,
// first and last words.
func Dump(d *doc.Document) string {
	var out strings.Builder
	for i, k := range d.Blocks {
		fmt.Fprintf(&out, "%3d %s", i, k.Kind)
		if k.Level > 0 {
			fmt.Fprintf(&out, " %d", k.Level)
		}
		if k.Label != "" {
			fmt.Fprintf(&out, " [%s]", k.Label)
		}
		if k.Joins >= 0 {
			fmt.Fprintf(&out, " joins %d", k.Joins)
		}
		fmt.Fprintf(&out, " %q\n", ends(d.Slice(k.Text)))
	}
	return out.String()
}

// DumpNotes lists the note marks of d and its notes with their references.
func DumpNotes(d *doc.Document) string {
	var out strings.Builder
	for _, m := range d.NoteMarks {
		label := "none"
		if m.Note >= 0 {
			label = d.Notes[m.Note].Label
		}
		from := strings.LastIndexAny(d.Text[:m.Start], " \n") + 1
		fmt.Fprintf(&out, "mark %q [%s] → %s\n", d.Text[from:m.End], m.Label, label)
	}
	for i, n := range d.Notes {
		fmt.Fprintf(&out, "note %d [%s] source=%v %q\n", i, n.Label, n.Source, ends(d.Slice(n.Text)))
		for _, r := range n.Refs {
			fmt.Fprintf(&out, "    %q title=%q in=%q pub=%q place=%q date=%q pages=%q url=%q", r.Authors, r.Title, r.In, r.Publisher, r.Place, r.Date, r.Pages, ends(r.URL))
			if r.Full >= 0 {
				fmt.Fprintf(&out, " full=%d.%d %q", r.Full, r.FullRef, ends(r.Resolved))
			}
			out.WriteByte('\n')
		}
	}
	return out.String()
}

// DumpTables lists the tables of d: caption, notes, headers, and each row with
// its cells.
func DumpTables(d *doc.Document) string {
	var out strings.Builder
	for i, t := range d.Tables {
		fmt.Fprintf(&out, "table %d caption=%q notes=%v\n", i, d.Slice(t.Caption), t.Notes)
		for k, c := range t.Columns {
			fmt.Fprintf(&out, "  column %d.%d %q\n", c.Panel, k, c.Header)
		}
		for _, r := range t.Rows {
			fmt.Fprintf(&out, "  row %d [%s] %q", r.Panel, r.Number, r.Label)
			for _, c := range r.Cells {
				fmt.Fprintf(&out, " %d=%s", c.Column, d.Slice(c.Span))
			}
			out.WriteByte('\n')
		}
	}
	return out.String()
}

// DumpRepeats lists the repeats of d.
func DumpRepeats(d *doc.Document) string {
	var out strings.Builder
	for _, r := range d.Repeats {
		fmt.Fprintf(&out, "repeat %s %q of %q\n", r.Kind, ends(d.Slice(r.Span)), ends(d.Slice(r.Of)))
	}
	return out.String()
}

// ends is s, shortened in the middle to its first and last words.
func ends(s string) string {
	w := strings.Fields(s)
	if len(w) <= 9 {
		return strings.Join(w, " ")
	}
	return strings.Join(w[:5], " ") + " … " + strings.Join(w[len(w)-3:], " ")
}

// TestShow prints the dump of the files named in SHOW.
func TestShow(t *testing.T) {
	for _, path := range strings.Fields(os.Getenv("SHOW")) {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		d := &doc.Document{ID: filepath.Base(path), Text: string(text)}
		for _, p := range []*doc.Pass{Blocks, Notes, Tables, Repeats, Meta} {
			if err := p.Run(d); err != nil {
				t.Fatal(err)
			}
		}
		fmt.Printf("== %s\nmeta %+v\n%s", path, d.Meta, Dump(d)+DumpNotes(d)+DumpTables(d)+DumpRepeats(d))
	}
}
