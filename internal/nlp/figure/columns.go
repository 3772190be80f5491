package figure

import (
	"sort"
	"strings"

	"analyze/internal/doc"
	"analyze/internal/text"
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
		return name
	}
	return r.sharedCode(name, 0)
}

// since are headers of columns of changes that say since when, and nothing more.
var since = set("1 3 5 6 10 12 one five ten month months year years week weeks yr yrs 1-month 3-month 6-month 12-month 1-year 5-year 5-yr 10-year 1-yr monthly annual yearly weekly avg average m/m y/y q/q mom yoy qoq m-o-m y-o-y month-on-month year-on-year on previous last prior ago vs change changes % mean long-term three six twelve")

// movesOf gives columns of changes that only say since when what the column before
// them counts: "Price | 1 month | 1 year".
func (r *reader) movesOf(tab *doc.Table, cols []column) {
	base, whole := -1, -1 // the last column, and the last that holds no shares
	for i := range cols {
		if !cols[i].moves {
			if cols[i].skip == "" && cols[i].what != "" && r.hasFigures(tab, i) {
				base = i
				if cols[i].kind != doc.Percent {
					whole = i
				}
			}
			continue
		}
		if cols[i].kind == doc.Percent && whole >= 0 {
			base = whole
		}
		words := strings.Fields(strings.ToLower(tab.Columns[i].Header))
		bare := len(words) > 0
		for _, w := range words {
			w = strings.Trim(w, "().,:")
			bare = bare && (since[w] || w == "from" || w == "since" || months[w] > 0 || isYearText(w))
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

// parted reports whether column i has a number with a decimal point, as rates
// have beside the numbers that they are of.
func (r *reader) parted(tab *doc.Table, i int) bool {
	for k := range tab.Rows {
		for _, c := range tab.Rows[k].Cells {
			if c.Column == i && readDigits(strings.TrimSpace(r.d.Slice(c.Span))).shape == decimals {
				return true
			}
		}
	}
	return false
}

// onlyUnit reports whether a header is no more than a unit: "US$ million", "%".
func onlyUnit(header string) bool {
	for _, w := range strings.FieldsFunc(strings.ToLower(header), func(c rune) bool { return strings.ContainsRune(" (),.", c) }) {
		if _, scale := headerScales[w]; !scale && currencySigns[strings.ToUpper(w)] == "" && commonMoney[w] == "" && w != "%" && w != "per" && w != "cent" && w != "percent" && w != "no" && w != "us" && w != "number" && w != "m" && w != "in" && strings.Trim(w, "$€£¥₦us0'’") != "" {
			return false
		}
	}
	return true
}

// captionPart returns what column i of those with a unit for a header is of,
// where the caption names as many things as there are such columns:
// "Remittances received, 2013, and share of GDP".
func (r *reader) captionPart(caption string, i int, tab *doc.Table) string {
	nth, all := 0, 0
	for k := range tab.Columns {
		if h := tab.Columns[k].Header; h != "" && (onlyUnit(headerWords(h)) || strings.HasPrefix(h, "% of")) {
			if k == i {
				nth = all
			}
			all++
		}
	}
	var parts []string
	for _, p := range strings.FieldsFunc(strings.ReplaceAll(caption, " and ", ", "), func(c rune) bool { return c == ',' || c == ';' }) {
		if p = strings.TrimSpace(p); p != "" && !isPeriodText(p) {
			parts = append(parts, p)
		}
	}
	if all > 1 && len(parts) == all {
		return parts[nth]
	}
	return caption
}

// withoutUnit drops from a header the years at its ends and what follows a sign
// of money: "teu 2022", "price us$ per t".
func withoutUnit(header string) string {
	if i := strings.LastIndex(header, ", "); i > 0 && onlyUnit(header[i+1:]) {
		header = header[:i] // "investment, eur m"
	}
	w := strings.Fields(header)
	for i := 1; i < len(w); i++ {
		if strings.ContainsAny(w[i], "$€£¥₦%") {
			w = w[:i]
		}
	}
	for len(w) > 1 && isYearText(w[len(w)-1]) && months[w[len(w)-2]] == 0 && !yearPrepositions[w[len(w)-2]] {
		w = w[:len(w)-1]
	}
	for len(w) > 1 && isYearText(w[0]) {
		w = w[1:]
	}
	return strings.TrimRight(strings.Join(w, " "), ",;: ")
}

// slashed parts units that a slash ties: "yield (t/ha)".
func slashed(header string) string {
	if strings.IndexByte(header, '/') < 0 {
		return header
	}
	var out strings.Builder
	for i := 0; i < len(header); i++ {
		if header[i] == '/' && i > 0 && i+1 < len(header) && !isDigit(header[i+1]) && (!isDigit(header[i-1]) || i > 1 && isLetter(header[i-2])) {
			out.WriteString(" / ")
			continue
		}
		out.WriteByte(header[i])
	}
	return out.String()
}

// totalOf reports whether the label of a row, in lower case, is the total of
// something that it names: "total revenue".
func totalOf(label string) bool {
	rest, ok := strings.CutPrefix(label, "total ")
	return ok && rest != "" && startsLetter(rest) && !stopWords[strings.Fields(rest)[0]]
}

// countsRow reports whether the label of a row says that its numbers are counts,
// whatever the caption says of the others: "Number (thousand)", "Base (persons)".
func countsRow(label string) bool {
	low := strings.ToLower(label)
	for _, p := range [...]string{"number", "no. of ", "base", "sample size", "unweighted", "n ="} {
		if strings.HasPrefix(low, p) {
			return true
		}
	}
	return bracketUnit(label) != "" || saysNumber(label) || strings.HasSuffix(low, "(thousand)") || strings.HasSuffix(low, "(thousands)") || strings.HasSuffix(low, "(million)") || strings.HasSuffix(low, "('000)") || strings.HasSuffix(low, "(000)")
}

// bracketUnit is what the brackets at the end of a header or label say that it
// counts, behind a scale or alone: "Unemployment (thousand persons)".
func bracketUnit(text string) string {
	open := strings.LastIndexByte(text, '(')
	if open < 0 || !strings.HasSuffix(text, ")") {
		return ""
	}
	words := strings.Fields(strings.ToLower(text[open+1 : len(text)-1]))
	if len(words) > 1 && headerScales[words[0]].IsPos() {
		words = words[1:]
	} else if len(words) > 2 && (words[0] == "number" || words[0] == "no.") && words[1] == "of" {
		words = words[2:]
	} else if len(words) != 1 || !isPersonWord(words[0]) {
		return ""
	}
	if len(words) != 1 || headerScales[words[0]].IsPos() {
		return ""
	}
	return headUnit(words[0])
}

// saysNumber reports whether brackets at the end of a label say that its row holds
// numbers of what it names: "Households (N)".
func saysNumber(label string) bool {
	low := strings.ToLower(label)
	return strings.HasSuffix(low, "(n)") || strings.HasSuffix(low, "(number)") || strings.HasSuffix(low, "(no.)")
}

// saysPoints reports whether the brackets of a header of changes say that they are in
// points of a share: "Change on May (points)".
func saysPoints(header string) bool {
	low := strings.ToLower(header)
	for _, s := range [...]string{"(points)", "(pp)", "(p.p.)", "(percentage points)", "(% points)", "(pts)", ", points", ", pp", "percentage points"} {
		if strings.HasSuffix(low, s) {
			return true
		}
	}
	return false
}

// parts reports whether a caption says that what it counts is told in parts: "Deaths
// by age and sex".
func (c *column) parts() bool {
	i := strings.Index(c.label, " by ")
	return i > 0 && c.kind == doc.Count && c.unit != "" && !strings.HasPrefix(c.label[i:], " by the ")
}

// categories are words of headers that say of whom or where something is counted, and
// not what.
var categories = set("total all both sexes sex male males female females men women boys girls under over years year and or older younger more up to aged age ages adults children urban rural white black hispanic asian other others")

// isCategory reports whether a header, in lower case, only says of whom something is
// counted: "women", "under 18 years", "male 65 and over".
func isCategory(header string) bool {
	words := strings.FieldsFunc(header, func(c rune) bool { return strings.ContainsRune(" -–,/()<>+≥≤", c) })
	for _, w := range words {
		if !categories[w] && !wholeNumber(w) {
			return false
		}
	}
	return len(words) > 0
}

// captionHead is a caption with what long brackets under it say only up to their first
// stop: "[In thousands (1,062 stands for 1,062,000). Based on …]".
func captionHead(caption string) string {
	caption = text.Unspaced(caption)
	open := strings.IndexByte(caption, '[')
	if open < 0 || len(caption)-open < maxHeadNote {
		return caption
	}
	end := strings.IndexAny(caption[open+1:], "(.;]")
	if end < 0 {
		return caption[:open]
	}
	return caption[:open] + "(" + strings.TrimSpace(caption[open+1:open+1+end]) + ")"
}

// maxHeadNote is the length up to which brackets in a caption are read whole.
const maxHeadNote = 60

// errorsOf reports whether a row without label has nothing but numbers in brackets
// under those of the row above: they are its standard errors.
func (r *reader) errorsOf(tab *doc.Table, row int) bool {
	t := &tab.Rows[row]
	if t.Label != "" || row == 0 || len(t.Cells) == 0 || len(tab.Rows[row-1].Cells) == 0 || tab.Rows[row-1].Panel != t.Panel {
		return false
	}
	for _, c := range t.Cells {
		if s := strings.TrimSpace(r.d.Slice(c.Span)); !(strings.HasPrefix(s, "(") && strings.HasSuffix(s, ")") || strings.HasPrefix(s, "[") && strings.HasSuffix(s, "]")) {
			return false
		}
	}
	return true
}

// unitColumn returns the column that tells for each row what it is counted in, -1 if
// there is none; nothing in it is a figure.
func (r *reader) unitColumn(tab *doc.Table, cols []column) int {
	for i := range tab.Columns {
		switch strings.Trim(strings.ToLower(tab.Columns[i].Header), ".: ") {
		case "unit", "units", "measure", "unit of measure", "unit of measurement", "measured in":
			cols[i].skip = "unit"
			return i
		}
	}
	return -1
}

// rowLabel reads the label of a row, with the unit that stands in the column of units.
func (r *reader) rowLabel(tab *doc.Table, row, units int) column {
	t := &tab.Rows[row]
	for _, c := range t.Cells {
		if c.Column != units {
			continue
		}
		told := r.header("("+r.d.Slice(c.Span)+")", t.Span)
		label := r.header(t.Label, t.Span)
		if told.known {
			told.what, told.span, told.label = label.what, label.span, label.label
			return told
		}
		label.scale = told.scale
		if u := headUnit(strings.ToLower(r.d.Slice(c.Span))); u != "" && isOne(told.scale) {
			label.unit = u
		}
		return label
	}
	return r.header(t.Label, t.Span)
}

// lend gives a label the unit of the head of its group.
func (c *column) lend(group column) {
	c.kind, c.unit, c.si, c.scale, c.known = group.kind, group.unit, group.si, group.scale, true
}

// namedColumns reports whether the rows say what is counted: most headers are no more
// than the name of a place or body, or most labels end in a unit.
func (r *reader) namedColumns(tab *doc.Table) bool {
	if tab.RowsTell() {
		return true
	}
	named, all := 0, 0
	for i := range tab.Columns {
		h := tab.Columns[i]
		if h.Span.Len() == 0 || !r.hasFigures(tab, i) {
			continue
		}
		all++
		m := sort.Search(len(r.d.Mentions), func(k int) bool { return r.d.Mentions[k].End > h.Span.Start })
		if m < len(r.d.Mentions) && r.d.Mentions[m].Start < h.Span.End && 5*r.d.Mentions[m].Len() > 4*h.Span.Len() && r.d.Mentions[m].Form != doc.Adjective && r.d.Mentions[m].Type != doc.Group {
			named++
		}
	}
	return named > 1 && 3*named > 2*all
}

// ofThese reports whether a label counts some of those of the row above.
func ofThese(label string) bool {
	low := strings.ToLower(label)
	return strings.HasPrefix(low, "of these ") || strings.HasPrefix(low, "of them ") || strings.HasPrefix(low, "of whom ")
}

// letterMark reports whether piece i is the letter of a note behind the digits of a
// whole number: "142,800b".
func (r *reader) letterMark(i int) bool {
	p := &r.ps[i]
	return i > 0 && r.is(i-1, digits) && p.glued && len(p.low) == 1 && p.low >= "a" && p.low <= "h" && r.ps[i-1].lex.shape != decimals && (p.low != "b" || r.ps[i-1].lex.shape == grouped)
}

// pairSigns end headers of cells that hold a number and its share in brackets.
var pairSigns = [...]string{" n (%)", " no. (%)", " number (%)", " (n, %)", " n, (%)", " count (%)"}

// ofPair is the column for the first or the second number of a cell, where the header
// says that the second is a share: "Men, n (%)".
func (c column) ofPair(i int) column {
	low := " " + strings.ToLower(c.label)
	for _, s := range pairSigns {
		if strings.HasSuffix(low, s) {
			if i == 0 {
				c.kind, c.unit, c.known = doc.Count, headUnit(strings.ToLower(c.what)), false
			} else {
				c.kind, c.unit, c.known = doc.Percent, "percent", true
			}
		}
	}
	return c
}

// skipRow lists the numbers of a row with the reason why they are no figures.
func (r *reader) skipRow(tab *doc.Table, row int, reason string) {
	for _, c := range tab.Rows[row].Cells {
		r.skipSpan(c.Span, reason)
	}
}
