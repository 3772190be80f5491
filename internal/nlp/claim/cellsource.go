package claim

import (
	"strings"

	"analyze/internal/doc"
)

// sourceHeads head a column that says whose figures a row holds.
var sourceHeads = wordSet("source sources reported informant provider")

// sourceColumn is the column of a table that says whose figures each row holds; -1 if
// there is none.
func sourceColumn(t *doc.Table) int {
	for i := range t.Columns {
		f := strings.Fields(strings.ToLower(bareLabel(t.Columns[i].Header)))
		if len(f) == 1 && sourceHeads[f[0]] || len(f) == 2 && f[1] == "by" && (sourceHeads[f[0]] || f[0] == "estimated" || f[0] == "claimed") || len(f) == 2 && f[0] == "according" {
			return i
		}
	}
	return -1
}

// rowSource reads who is named in the column of sources of a row.
func (r *reader) rowSource(t *doc.Table, row, column int) speaker {
	if column < 0 || row < 0 || row >= len(t.Rows) {
		return speaker{}
	}
	for _, cell := range t.Rows[row].Cells {
		if cell.Column != column {
			continue
		}
		text := strings.Trim(squeeze(r.d.Slice(cell.Span)), " *_-–.")
		if len(text) < 2 || strings.Trim(text, "0123456789., ") == "" {
			return speaker{}
		}
		s := speaker{text: text, span: cell.Span, referent: -1}
		for _, i := range r.mentionsIn(cell.Span) {
			if men := &r.d.Mentions[i]; men.Type.IsActor() && men.Start <= cell.Start+4 && i < len(r.d.ReferentOf) {
				s.referent = r.d.ReferentOf[i]
			}
		}
		return s
	}
	return speaker{}
}
