package structure

import (
	"slices"
	"sort"
	"strings"

	"analyze/internal/doc"
)

// Tables is the pass that reads the tables: columns with their headers, rows
// with their labels, and cells. It gives one Table for each block of kind
// TableBlock, in their order.
var Tables = &doc.Pass{
	Name:    "tables",
	Doc:     "read tables: headers, panels, rows, cells, captions and notes",
	Version: 9,
	Needs:   doc.LayerBlocks | doc.LayerNotes,
	Gives:   doc.LayerTables,
	Run:     tables,
}

func tables(d *doc.Document) error {
	d.Tables = nil
	claimed := map[int]bool{}
	for i := range d.Blocks {
		if d.Blocks[i].Kind == doc.TableBlock {
			d.Tables = append(d.Tables, readTable(d, i, claimed))
			if n := len(d.Tables); n > 1 {
				goOn(d, &d.Tables[n-2], &d.Tables[n-1])
			}
		}
	}
	return nil
}

// readTable reads block i. Claimed are the captions that other tables have.
func readTable(d *doc.Document, i int, claimed map[int]bool) doc.Table {
	t := doc.Table{Span: d.Blocks[i].Span, Block: i}
	g := readGrid(d, d.Blocks[i].Span)
	g.shape()
	t.Columns, t.Rows = g.table()
	t.Caption = findCaption(d, i, claimed)
	if listsNumbers(d.Slice(t.Caption)) || i > 0 && d.Blocks[i-1].Kind == doc.Title && listsNumbers(d.Slice(d.Blocks[i-1].Text)) {
		for k := range t.Rows {
			t.Rows[k].Cells = nil
		}
	}
	t.Notes = tableNotes(d, i, t.Caption)
	return t
}

// goOn gives a table that goes on with the one before it, on another page, the
// headers that are not printed again and what its caption leaves out.
func goOn(d *doc.Document, before, t *doc.Table) {
	caption := strings.ToLower(d.Slice(t.Caption))
	n := captionNumber(d.Slice(t.Caption))
	said := strings.Contains(caption, "(cont") || strings.Contains(caption, "continued") || strings.Contains(caption, "cont'd") || strings.Contains(caption, "cont’d")
	same := n > 0 && n <= before.Caption.Len() && strings.EqualFold(d.Slice(t.Caption)[:n], d.Slice(before.Caption)[:n])
	if !said || n > 0 && !same || len(before.Columns) != len(t.Columns) {
		return
	}
	if t.Caption.Len() < before.Caption.Len() {
		t.Caption = before.Caption
	}
	for _, n := range t.Notes {
		if d.Notes[n].Source && !slices.Contains(before.Notes, n) {
			before.Notes = append(before.Notes, n) // it stands under the last part
		}
	}
	for i := range t.Columns {
		if t.Columns[i].Header != "" {
			return
		}
	}
	for i := range t.Columns {
		t.Columns[i].Header, t.Columns[i].Span = before.Columns[i].Header, before.Columns[i].Span
	}
}

// listsNumbers reports whether a caption heads a list of telephone numbers.
func listsNumbers(caption string) bool {
	low := strings.ToLower(caption)
	for _, w := range [...]string{"telephone", "phone number", "phone list", "contact details", "contact list", "useful contacts", "emergency numbers", "emergency contacts", "hotlines", "helplines", "useful numbers"} {
		if strings.Contains(low, w) {
			return len(low) < 80
		}
	}
	return false
}

// findCaption returns the caption of the table in block i: a caption with a
// number above or below, with lines of units that stand between; else a
// heading right above it, or the sentence with a colon that leads to it.
func findCaption(d *doc.Document, i int, claimed map[int]bool) doc.Span {
	above, below := captionBeside(d, i, -1), captionBeside(d, i, 1)
	if above >= 0 && claimed[above] {
		above = -1
	}
	pick := above
	if (pick < 0 || below >= 0 && !isTableCaption(d, above) && isTableCaption(d, below)) && !headsNext(d, below) {
		pick = below
	}
	if pick >= 0 {
		claimed[pick] = true
		span := d.Blocks[pick].Span
		for k := pick + 1; pick < i && k < i; k++ {
			if d.Blocks[k].Kind == doc.Caption && !isTableNote(d.Slice(d.Blocks[k].Span)) {
				span.End = d.Blocks[k].End
			}
		}
		return span
	}
	return leadIn(d, i)
}

// headsNext reports whether the caption in block j belongs to the table under it,
// which has none below itself.
func headsNext(d *doc.Document, j int) bool {
	return j >= 0 && j+1 < len(d.Blocks) && d.Blocks[j+1].Kind == doc.TableBlock && captionBeside(d, j+1, 1) < 0
}

// captionBeside returns the caption block nearest to block i in a direction,
// notes and furniture passed over; -1 if text comes first.
func captionBeside(d *doc.Document, i, step int) int {
	for j := i + step; j >= 0 && j < len(d.Blocks) && j-i < 7 && i-j < 7; j += step {
		switch k := &d.Blocks[j]; k.Kind {
		case doc.Caption:
			if s := d.Slice(k.Span); captionNumber(s) > 0 || step < 0 && unnumberedCaption(s) {
				return j
			}
		case doc.Heading, doc.Title:
			if step < 0 && captionNumber(d.Slice(k.Text)) > 0 {
				return j
			}
			return -1
		case doc.Footnote, doc.Boilerplate, doc.PullQuote:
		default:
			return -1
		}
	}
	return -1
}

// isTableCaption reports whether caption block j speaks of a table and not of a
// picture.
func isTableCaption(d *doc.Document, j int) bool {
	if j < 0 {
		return false
	}
	low := strings.ToLower(strings.TrimLeft(d.Slice(d.Blocks[j].Span), "*_ "))
	return strings.HasPrefix(low, "tab") || strings.HasPrefix(low, "annex") || strings.HasPrefix(low, "appendix")
}

// leadIn returns the heading, unit line or last sentence with a colon right
// above block i.
func leadIn(d *doc.Document, i int) doc.Span {
	if i == 0 {
		return doc.Span{}
	}
	k := &d.Blocks[i-1]
	s := d.Slice(k.Text)
	switch {
	case k.Kind == doc.Heading || k.Kind == doc.Caption && !isTableNote(s):
		return k.Text
	case k.Kind == doc.Body && strings.HasSuffix(strings.TrimRight(s, "*_ "), ":"):
		from := strings.LastIndex(s, ". ")
		if from < 0 {
			from = -2
		}
		return doc.Span{Start: k.Text.Start + from + 2, End: k.Text.End}
	case (k.Kind == doc.Body || k.Kind == doc.List) && k.Text.Len() < 300 && endsIn(s, "?"):
		return k.Text
	case k.Kind == doc.Body && k.Text.Len() < 200 && startsUpper(s) && k.Joins < 0 && !endsSentence(s) && !endsIn(s, ",-"):
		return k.Text
	}
	return doc.Span{}
}

// tableNotes returns the notes that marks in the table of block i or in its
// caption refer to, and those right below it: "Source: …", "* preliminary".
func tableNotes(d *doc.Document, i int, caption doc.Span) []int {
	var list []int
	add := func(n int) {
		for _, m := range list {
			if m == n {
				return
			}
		}
		list = append(list, n)
	}
	for _, span := range []doc.Span{d.Blocks[i].Span, caption} {
		at := sort.Search(len(d.NoteMarks), func(k int) bool { return d.NoteMarks[k].Start >= span.Start })
		for ; at < len(d.NoteMarks) && d.NoteMarks[at].End <= span.End; at++ {
			if n := d.NoteMarks[at].Note; n >= 0 {
				add(n)
			}
		}
	}
	first, last := i, i // the blocks around that go with the table
	for first > 0 && i-first < 3 && goesWithTable(d.Blocks[first-1].Kind) {
		first--
	}
	for last+1 < len(d.Blocks) && last-i < 4 && goesWithTable(d.Blocks[last+1].Kind) {
		last++
	}
	n := sort.Search(len(d.Notes), func(k int) bool { return d.Notes[k].Block >= first })
	for ; n < len(d.Notes) && d.Notes[n].Block <= last; n++ {
		note := &d.Notes[n]
		if d.Blocks[note.Block].Kind == doc.Caption || strings.Trim(note.Label, "*†‡") == "" && note.Label != "" {
			add(n)
		}
	}
	return list
}

// goesWithTable reports whether blocks of kind k stand around tables.
func goesWithTable(k doc.BlockKind) bool {
	return k == doc.Caption || k == doc.Footnote || k == doc.Boilerplate
}
