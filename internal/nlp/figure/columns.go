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
	if c.known && c.kind == doc.Money && sharedMoney[c.unit] != nil {
		c.unit = r.sharedIn(c.unit, span.Start)
	}
	s := r.d.Slice(span)
	open := strings.LastIndexByte(s, '(')
	if open < 0 || c.known {
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
// them counts: "Price | 1 month | 1 year".
func (r *reader) movesOf(tab *doc.Table, cols []column) {
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
		cols[i].what, cols[i].span = cols[base].what, cols[base].span
		if cols[i].kind == doc.Percent {
			cols[i].per = ""
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

// recased is a header in small letters with the capitals that its words have in the
// text, where other columns may stand between its lines: "output (MW)".
func recased(header, text string) string {
	as := map[string]string{}
	for _, w := range strings.Fields(text) {
		if low := strings.ToLower(w); as[low] == "" {
			as[low] = w
		}
	}
	words := strings.Fields(header)
	for i, w := range words {
		if as[w] != "" {
			words[i] = as[w]
		}
	}
	return strings.Join(words, " ")
}
