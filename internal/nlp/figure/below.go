package figure

import (
	"strings"

	"analyze/internal/doc"
)

// sharesBelow reads what the line below a table says of its changes: "Change in
// per cent." makes shares of the columns that have signs.
func (r *reader) sharesBelow(tab *doc.Table, cols []column) {
	b := tab.Block + 1
	if b < 1 || b >= len(r.d.Blocks) {
		return
	}
	line := strings.ToLower(r.d.Slice(r.d.Blocks[b].Span))
	if len(line) > 300 || !saysShares(line) {
		return
	}
	for i := range cols {
		if c := &cols[i]; c.moves && c.kind != doc.Percent {
			c.kind, c.unit, c.known, c.scale = doc.Percent, "percent", true, num(1)
		}
	}
}

// saysShares reports whether the line tells that changes are in per cent.
func saysShares(line string) bool {
	for _, w := range [...]string{"change in per cent", "change in percent", "changes in per cent", "changes in percent", "changes are in per cent", "changes are in percent", "change in %", "changes in %", "percentage changes", "per cent change", "percent change"} {
		if strings.Contains(line, w) {
			return true
		}
	}
	return false
}

// siblingUnits gives a column that names nothing the noun of the one cell that
// names it for all: "81,388 people" above "41,017".
func (r *reader) siblingUnits(tab *doc.Table, cols []column) {
	named, bare := make([]string, len(cols)), make([]int, len(cols))
	for _, row := range tab.Rows {
		for _, c := range row.Cells {
			if c.Column < 0 || c.Column >= len(cols) || cols[c.Column].known || cols[c.Column].unit != "" || cols[c.Column].skip != "" {
				continue
			}
			num, noun, ok := strings.Cut(strings.TrimSpace(r.d.Slice(c.Span)), " ")
			switch {
			case !hasGroups(num) && !wholeNumber(num):
			case !ok && headUnit(strings.ToLower(row.Label)) != "":
				return // "Deaths | 17": each row says what its own number counts
			case !ok:
				bare[c.Column]++
			case headUnit(strings.ToLower(noun)) != "" && !strings.ContainsAny(noun, " 0123456789"):
				if named[c.Column] != "" && named[c.Column] != noun {
					return
				}
				named[c.Column] = noun
			}
		}
	}
	for i := range cols {
		if named[i] != "" && bare[i] > 0 {
			cols[i].unit, cols[i].what, cols[i].span = headUnit(strings.ToLower(named[i])), named[i], doc.Span{}
		}
	}
}
