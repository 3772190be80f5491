package figure

import (
	"strings"

	"analyze/internal/doc"
)

// genericHeads are captions, in lower case, that say nothing of what is counted.
var genericHeads = map[string]bool{"key figures": true, "key facts": true, "key data": true, "key numbers": true, "key statistics": true, "key indicators": true, "main figures": true, "main indicators": true,
	"highlights": true, "summary": true, "summary table": true, "at a glance": true, "in numbers": true, "in figures": true, "facts and figures": true, "the numbers": true, "overview": true, "results": true,
	"statistics": true, "figures": true, "numbers": true, "data": true, "table": true, "total": true, "totals": true, "snapshot": true, "details": true, "breakdown": true, "appendix": true, "annex": true,
	"key findings": true, "main findings": true, "indicators": true, "the facts": true, "quick facts": true, "fast facts": true, "facts": true, "dashboard": true, "situation overview": true}

// captionMoney reads a short name of money in the brackets of a caption that several
// countries share, or that is only said to be local: "Votes (sh. million)", "Prices
// (local currency per kg)".
func (r *reader) captionMoney(c *column, span doc.Span) {
	s := r.d.Slice(span)
	open := strings.LastIndexByte(s, '(')
	if open < 0 {
		return
	}
	low := strings.ToLower(s[open+1:])
	if strings.HasPrefix(low, "local currency") || strings.HasPrefix(low, "in local currency") {
		c.kind, c.unit, c.known = doc.Money, "local currency", true
		return
	}
	word := low
	if end := strings.IndexAny(word, " .)"); end > 0 {
		word = word[:end]
	}
	name := lowerSigns[word]
	if name == "" || strings.ContainsAny(low, "0123456789") {
		return
	}
	c.kind, c.unit, c.known = doc.Money, r.sharedIn(name, span.Start), true
}

// sharedIn returns the code of shillings or rupees that the text at a byte has.
func (r *reader) sharedIn(name string, at int) string {
	r.cut.out = r.ps[:0]
	r.cut.cell(doc.Span{Start: at, End: min(at+1, len(r.d.Text))})
	r.ps = r.cut.out
	if len(r.ps) == 0 {
		return currencySigns["Sh"]
	}
	return r.sharedCode(name, 0)
}

// since are headers of columns of changes that say since when, and nothing more.
var since = set("1 3 5 6 10 12 one five ten month months year years week weeks yr yrs 1-month 3-month 6-month 12-month 1-year 5-year 5-yr 10-year 1-yr monthly annual yearly weekly avg average m/m y/y q/q mom yoy qoq m-o-m y-o-y month-on-month year-on-year on previous last prior ago vs change changes % mean long-term three six twelve")

// movesOf gives columns of changes that only say since when what the column before
// them counts, in per cent where the header or a line at the table says so: "Price |
// 1 month | 1 year".
func (r *reader) movesOf(tab *doc.Table, cols []column) {
	percent := r.saysPercentChange(tab)
	base := -1
	for i := range cols {
		if !cols[i].moves {
			if cols[i].skip == "" && cols[i].what != "" && r.hasFigures(tab, i) {
				base = i
			}
			continue
		}
		words := strings.Fields(strings.ToLower(tab.Columns[i].Header))
		bare := len(words) > 0
		for _, w := range words {
			bare = bare && since[strings.Trim(w, "().,:")]
		}
		if !bare || base < 0 {
			continue
		}
		own := cols[i].known && cols[i].kind == doc.Percent
		cols[i].what, cols[i].span = cols[base].what, cols[base].span
		if percent || own {
			cols[i].kind, cols[i].unit, cols[i].scale, cols[i].known, cols[i].per = doc.Percent, "percent", num(1), true, ""
		}
	}
}

// hasFigures reports whether column i has cells that begin as figures do.
func (r *reader) hasFigures(tab *doc.Table, i int) bool {
	for k := range tab.Rows {
		for _, c := range tab.Rows[k].Cells {
			if c.Column == i {
				return c.Start < c.End && !startsLetter(r.d.Text[c.Start:c.End])
			}
		}
	}
	return false
}

// saysPercentChange reports whether the caption, a note or the line right below the
// table says that its changes are in per cent.
func (r *reader) saysPercentChange(tab *doc.Table) bool {
	says := func(s string) bool {
		low := strings.ToLower(s)
		i := strings.Index(low, "change")
		return i >= 0 && (strings.Contains(low[i:], "per cent") || strings.Contains(low[i:], "percent") || strings.Contains(low[i:], "%")) || i > 0 && strings.Contains(low[:i], "% ") || i > 0 && strings.Contains(low[:i], "percentage ")
	}
	if says(r.d.Slice(tab.Caption)) {
		return true
	}
	for _, n := range tab.Notes {
		if n < len(r.d.Notes) && says(r.d.Slice(r.d.Notes[n].Text)) {
			return true
		}
	}
	if b := tab.Block + 1; b > 0 && b < len(r.d.Blocks) && r.d.Blocks[b].Kind == doc.Caption {
		return says(r.d.Slice(r.d.Blocks[b].Span))
	}
	return false
}

// headlessColumns gives a column without a header, under no caption that counts,
// what the first of its cells says of itself: "81,388 people" over bare figures.
func (r *reader) headlessColumns(tab *doc.Table, cols []column) {
	for i := range cols {
		if strings.TrimSpace(tab.Columns[i].Header) != "" || cols[i].known || cols[i].what != "" {
			continue
		}
		first, bare := doc.Span{}, 0
		for k := range tab.Rows {
			for _, c := range tab.Rows[k].Cells {
				if c.Column != i {
					continue
				}
				worded := strings.IndexFunc(r.d.Slice(c.Span), func(x rune) bool { return x >= 'a' && x <= 'z' }) >= 0
				switch {
				case first.Len() == 0 && worded:
					first = c.Span
				case first.Len() == 0 || worded:
					bare = -1 << 20
				default:
					bare++
				}
			}
		}
		if bare < 1 {
			continue
		}
		s := r.d.Slice(first)
		at := strings.IndexByte(s, ' ')
		if noun := strings.TrimSpace(s[at+1:]); at > 0 && strings.Count(noun, " ") < 3 && !strings.ContainsAny(noun, "0123456789%$€£(") {
			h := r.header(noun, doc.Span{Start: first.End - len(noun), End: first.End})
			h.skip, h.moves = cols[i].skip, cols[i].moves
			cols[i] = h
		}
	}
}
