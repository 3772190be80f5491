package figure

import (
	"sort"
	"strings"

	"analyze/internal/doc"

	"github.com/govalues/decimal"
)

// A column tells how its cells are to be read.
type column struct {
	label string // the words that it was read from
	skip  string // why its numbers are no figures
	what  string
	span  doc.Span
	kind  doc.FigureKind
	unit  string
	si    unit
	scale decimal.Decimal
	per   string
	known bool // the unit is named
	moves bool // its numbers are changes, told by their sign
	aged  bool // it speaks of ages

	lent   bool   // the unit is that of the caption
	things string // what it counts in rows that do not take that unit
	told   bool   // of a caption: the columns are those who counted what it names
}

// table reads the cells of table t.
func (r *reader) table(t int) {
	tab := &r.d.Tables[t]
	span := r.captionOf(tab)
	caption := r.header(captionHead(r.d.Slice(span)), span)
	r.captionMoney(&caption, span)
	if !caption.known {
		caption = r.cornerUnit(tab, caption)
	}
	if genericHeads[strings.ToLower(caption.what)] {
		caption.what, caption.span = "", doc.Span{}
		if !caption.known {
			caption.unit = ""
		}
	}
	caption.told = caption.unit != "" && tab.Tellers()
	cols := make([]column, len(tab.Columns))
	for i := range tab.Columns {
		cols[i] = r.column(tab, i, caption, cols[max(0, i-1)])
	}
	r.yearColumns(tab, cols)
	r.signedColumns(tab, cols)
	r.sharesBelow(tab, cols)
	r.siblingUnits(tab, cols)
	r.movesOf(tab, cols)
	r.sent = -1
	units := r.unitColumn(tab, cols)
	named := r.namedColumns(tab)
	var group, above column // the unit that the head of a group of rows tells; the row above
	r.comma = r.decimalCommas(tab)
	defer func() { r.comma = false }()
	for row := range tab.Rows {
		if r.errorsOf(tab, row) {
			r.skipRow(tab, row, "statistic")
			continue
		}
		label := r.rowLabel(tab, row, units)
		if len(tab.Rows[row].Cells) == 0 && label.known {
			group = label
		}
		lends := group.known && !label.known
		if lends {
			label.lend(group)
		}
		if ofThese(label.label) {
			label.kind, label.unit, label.known, label.scale = doc.Count, above.unit, false, num(1)
		}
		above = label
		if sinceWhen[strings.Trim(strings.ToLower(tab.Rows[row].Label), ".: ")] && len(tab.Rows[row].Cells) == 1 && isYearText(strings.TrimSpace(r.d.Slice(tab.Rows[row].Cells[0].Span))) {
			r.skipRow(tab, row, "year")
			continue
		}
		called := r.namedRow(&tab.Rows[row])
		for _, c := range tab.Rows[row].Cells {
			if c.Column < 0 || c.Column >= len(cols) || c.Start >= c.End {
				continue
			}
			r.cellFigures(t, row, c, cols[c.Column].inRow(label, tab.Columns[c.Column].Header, called, named))
		}
	}
}

// sinceWhen label the rows of a box that tell a year.
var sinceWhen = set("founded established opened completed built commissioned formed created inaugurated year launched incorporated closed abolished dissolved born died elected published introduced discovered constructed")

// cornerUnit completes a caption by the unit that stands over the labels of the
// rows, "US$ million", or in brackets below the table, "(Dollars in millions)".
func (r *reader) cornerUnit(tab *doc.Table, caption column) column {
	filled := make([]bool, len(tab.Columns))
	for i := range tab.Rows {
		for _, c := range tab.Rows[i].Cells {
			if c.Column >= 0 && c.Column < len(filled) {
				filled[c.Column] = true
			}
		}
	}
	for i := range tab.Columns {
		if filled[i] {
			continue
		}
		if c := r.headerOf(tab.Columns[i]); c.known && (c.kind == doc.Money || c.kind == doc.Percent) {
			c.what, c.span = caption.what, caption.span
			return c
		}
	}
	if b := tab.Block + 1; b > 0 && b < len(r.d.Blocks) {
		s := strings.TrimSpace(r.d.Slice(r.d.Blocks[b].Span))
		if end := strings.IndexAny(s, ";."); end > 0 && strings.HasPrefix(strings.Trim(s, "*_† "), "in ") {
			s = "(" + strings.Trim(s[:end], "*_† ") + ")" // "* in $ millions; without the zoo"
		}
		if c := r.header(s, r.d.Blocks[b].Span); len(s) < 60 && strings.HasPrefix(s, "(") && strings.HasSuffix(s, ")") && c.known {
			c.what, c.span = caption.what, caption.span
			return c
		}
	}
	return caption
}

// captionOf returns the caption, or the line before the table that serves as
// one: a title, or a short line that does not end a sentence.
func (r *reader) captionOf(tab *doc.Table) doc.Span {
	if tab.Caption.Len() > 0 || tab.Block <= 0 || tab.Block > len(r.d.Blocks) {
		return tab.Caption
	}
	b := &r.d.Blocks[tab.Block-1]
	t := strings.TrimSpace(r.d.Slice(b.Span))
	switch b.Kind {
	case doc.Title, doc.Heading, doc.Caption:
		return b.Span
	case doc.Body:
		if len(t) < 200 && !strings.HasSuffix(t, ".") {
			return b.Span
		}
	}
	return r.sourceNames(tab)
}

// sourceNames returns what the line of the source below a table says that its
// numbers are: "detections of crossings" in "Source: Frontex, detections of
// crossings". The span is empty where it says nothing.
func (r *reader) sourceNames(tab *doc.Table) doc.Span {
	for _, n := range tab.Notes {
		if n >= len(r.d.Notes) || !r.d.Notes[n].Source {
			continue
		}
		s := r.d.Notes[n].Text
		t := r.d.Slice(s)
		comma := strings.Index(t, ", ")
		if comma < 0 {
			continue
		}
		rest := t[comma+2:]
		if end := strings.IndexAny(rest, ".;,(*_\n"); end >= 0 {
			rest = rest[:end]
		}
		if rest != "" && rest[0] >= 'a' && rest[0] <= 'z' && !strings.ContainsAny(rest, "0123456789") && headUnit(rest) != "" {
			return doc.Span{Start: s.Start + comma + 2, End: s.Start + comma + 2 + len(rest)}
		}
	}
	return tab.Caption
}

// column reads the header of column i; what it leaves open the caption gives.
func (r *reader) column(tab *doc.Table, i int, caption, before column) column {
	h := tab.Columns[i]
	c := r.headerOf(h)
	c.what = withoutUnit(c.what)
	if doc.GroupHeader(h.Header) && !c.known {
		c.unit = "" // an arm of a trial is nothing counted
	}
	low := strings.TrimSpace(strings.ToLower(h.Header))
	if c.known && caption.unit != "" && ofAges(low) {
		c = column{label: c.label, kind: caption.kind, unit: caption.unit, si: caption.si, scale: caption.scale, what: caption.what, span: caption.span, known: caption.known}
	}
	switch {
	case serialHeaders[strings.Trim(low, ". :#")] || low == "#":
		c.skip = "row number"
	case yearHeaders[low]:
		c.skip = "year"
	}
	if isPeriodText(low) || low == "" {
		c.what, c.span = caption.what, caption.span
	}
	own := c.known
	if caption.told && !own {
		c.unit, c.what, c.span = caption.unit, caption.what, caption.span
	}
	if caption.parts() && isCategory(low) && caption.unit != "person" && !own {
		c.unit, c.what, c.span = caption.unit, caption.what, caption.span
	}
	if !own && c.unit == "" && before.unit != "" && before.kind == doc.Count && (strings.HasPrefix(low, "of which") || strings.HasPrefix(low, "of whom") || strings.HasPrefix(low, "of them")) {
		c.unit = before.unit
	}
	if !own && i > 0 && strings.Trim(low, "+-−–/±Δ ") == "" && low != "" && (before.known || before.unit != "") {
		return column{kind: before.kind, unit: before.unit, si: before.si, scale: num(1), what: before.what, span: before.span, known: before.known, moves: true}
	}
	if c.what != "" && caption.what != "" && (onlyUnit(c.what) || strings.HasPrefix(low, "% of ")) {
		c.what, c.span = r.captionPart(caption.what, i, tab), caption.span
	}
	if !c.known && (c.unit == "" || isPeriodText(low) || caption.kind == doc.Measure && strings.Contains(strings.ToLower(caption.what), low) || caption.kind == doc.Money || !caption.known || caption.kind == doc.Percent && r.shares(tab, i, low)) {
		c.kind, c.si = caption.kind, caption.si
		c.lent, c.things = caption.known, c.unit
		if c.things == "" {
			c.things = headUnit(strings.ToLower(caption.what))
		}
		if caption.known || c.unit == "" {
			c.unit = caption.unit
		}
		c.known = caption.known
		if isOne(c.scale) {
			c.scale = caption.scale
		}
	}
	if !own && caption.kind != doc.Percent && isShareHead(low) && r.shares(tab, i, low) {
		c.kind, c.unit, c.known, c.scale, c.lent = doc.Percent, "percent", true, num(1), false
	}
	if c.per == "" && !own && (caption.known || isPeriodText(low) || low == "" || perNumber(caption.per) && isOne(c.scale) && !c.moves && r.parted(tab, i)) {
		c.per = caption.per
	}
	return c
}

// ofAges reports whether a header, in lower case, says of what age those are who are
// counted under it: "age (years) 5-14".
func ofAges(header string) bool {
	rest, ok := strings.CutPrefix(header, "age ")
	if !ok {
		return false
	}
	rest = strings.TrimSpace(strings.NewReplacer("(years)", "", "in years", "", "years", "", "group", "").Replace(rest))
	return rest == "all ages" || rest == "total" || rest == "all" || rest != "" && (isDigit(rest[0]) || rest[0] == '<' || strings.HasPrefix(rest, "under "))
}

// shareHeads end headers of shares that need no sign for it.
var shareHeads = set("coverage share turnout literacy occupancy percentage proportion uptake attendance")

// isShareHead reports whether a header, in lower case, ends with a word for a share.
func isShareHead(header string) bool {
	return shareHeads[header[strings.LastIndexByte(header, ' ')+1:]]
}

// shares reports whether column i can hold percentages though its header names
// who is counted: none is above a hundred, and the header asks for no number.
func (r *reader) shares(tab *doc.Table, i int, header string) bool {
	for _, w := range strings.Fields(header) {
		if w = strings.Trim(w, "().,"); w == "number" || w == "no" || w == "n" || w == "count" || w == "total" && strings.Contains(header, "number") {
			return false
		}
	}
	for _, row := range tab.Rows {
		if countsRow(row.Label) {
			continue
		}
		for _, c := range row.Cells {
			if c.Column != i {
				continue
			}
			whole, _, _ := strings.Cut(strings.TrimLeft(r.d.Slice(c.Span), "+-−<>~(=≥≤ "), ".")
			n := 0
			for n < len(whole) && isDigit(whole[n]) {
				n++
			}
			if n > 3 || n == 3 && whole[:n] != "100" || n < len(whole) && whole[n] == ',' {
				return false
			}
		}
	}
	return true
}

// headerOf reads the header of a column, with the capitals that it has in the text
// where they tell its unit: "TZS/kg".
func (r *reader) headerOf(h doc.Column) column {
	c := r.header(h.Header, h.Span)
	cased := recased(h.Header, r.d.Slice(h.Span))
	if cased == h.Header {
		return c
	}
	if raw := r.header(cased, h.Span); raw.known && (!c.known || raw.kind == doc.Money && c.kind != doc.Money) {
		raw.what = c.what
		c = raw
	}
	return c
}

var serialHeaders = set("no nr rank n id code serial")
var yearHeaders = map[string]bool{"year": true, "years": true, "date": true, "dates": true, "month": true, "period": true, "founded": true, "time": true, "season": true, "quarter": true}

func isYearText(s string) bool {
	s = strings.TrimSuffix(s, "*")
	if len(s) < 4 || len(s) > 9 || !wholeNumber(s[:4]) {
		return false
	}
	l := readDigits(s[:4])
	return l.val.Cmp(num(1800)) >= 0 && l.val.Cmp(num(2100)) <= 0 && (len(s) == 4 || !isDigit(s[4]))
}

// budgetStates are words that say what stage a year's numbers are of.
var budgetStates = set("actual actuals adopted budget budgeted estimate estimated estimates proposed forecast projected projection provisional revised preliminary planned outturn target fy fiscal year financial p e f r b a est est. prov prov. rev. the of to and")

// header reads unit, scale and rate in a header or caption: "Budget (€
// million)", "Deaths per 100,000", "Share, %".
func (r *reader) header(text string, span doc.Span) column {
	c := column{scale: num(1), kind: doc.Count, label: text}
	if strings.TrimSpace(text) == "" {
		return c
	}
	parted := slashed(ofMost(text))
	sub := &reader{d: &doc.Document{Text: parted, Figures: r.d.Figures}, cut: cutter{text: parted}}
	sub.cut.cell(doc.Span{End: len(parted)})
	sub.ps = sub.cut.out
	c.what, c.span = headerWords(text), span
	sub.headerUnit(&c)
	if low := strings.ToLower(text); strings.Contains(low, "% change") || strings.Contains(low, "percent change") || strings.Contains(low, "percentage change") || strings.Contains(low, "per cent change") {
		c.moves = true
	}
	if c.kind == doc.Money && sharedMoney[c.unit] != nil {
		c.unit = r.sharedIn(c.unit, span.Start)
	}
	if c.unit == "" {
		c.unit = headUnit(strings.ToLower(c.what))
	}
	if c.moves && !c.known && saysPoints(text) {
		c.kind, c.unit, c.known = doc.Percent, "percentage point", true
	}
	if c.unit == "" {
		c.unit = bracketUnit(text)
	}
	return c
}

// ofMost is a header or caption without what it says of single columns: "(thousands,
// except per cent)".
func ofMost(text string) string {
	for _, w := range [...]string{" except ", " unless ", " other than "} {
		if i := strings.Index(text, w); i > 0 {
			return strings.TrimRight(text[:i], ", ")
		}
	}
	return text
}

// headerUnit looks for unit words among the pieces of a header, up to a rate of
// what is known or a percentage, which end it.
func (r *reader) headerUnit(c *column) {
	for i := 0; i < len(r.ps); i++ {
		p := &r.ps[i]
		c.aged = c.aged || p.low == "age" || p.low == "aged" || p.low == "ages"
		if casualtyWords[p.low] && c.unit == "" {
			c.unit = r.hurt(i)
		}
		if p.low == "/" && r.is(i-1, digits) {
			continue
		}
		c.moves = c.moves || changeHeads[p.low]
		if (p.low == "per" || p.low == "/") && r.headerRate(c, i) {
			if c.known {
				return
			}
			i++
			continue
		}
		if r.headerThousands(i) {
			c.scale = num(1000)
			continue
		}
		if u, n := r.percentAt(i); n > 0 {
			if r.is(i-1, digits) && r.low(i+n) == "of" {
				continue // "after 98% of stations"
			}
			c.kind, c.unit, c.known = doc.Percent, u, true
			return
		}
		if money := r.headerMoney(i, c.known); money != "" {
			c.kind, c.unit, c.known = doc.Money, money, true
		} else if s, ok := r.headerScale(i, c.kind); ok {
			c.scale = s
		} else if !c.known {
			r.headerMeasure(c, i)
		}
	}
}

// hurt is the unit of those of whom a header says that they were killed or the like:
// people where it names nobody else, "sheep killed".
func (r *reader) hurt(i int) string {
	if l := r.low(i - 1); r.is(i-1, word) && (invariant[l] || isPlural(l)) && !stopWords[l] && !generic[l] && !isPersonWord(l) && !collective[l] && !casualtyWords[l] && !numberNouns[l] {
		return singular(l)
	}
	return "person"
}

// changeHeads in a header say that its numbers are changes.
var changeHeads = set("change changes change, difference ±")

// headerThousands reports whether "(1,000" or "in 1,000" ends at piece i.
func (r *reader) headerThousands(i int) bool {
	p := &r.ps[i]
	return p.form == digits && (r.low(i-1) == "in" || r.low(i-1) == "(") && p.lex.shape != odd && p.lex.val.Cmp(num(1000)) == 0
}

// headerMoney returns the money that piece i names, "" if none; beside a known
// unit only signs and codes name one.
func (r *reader) headerMoney(i int, known bool) string {
	if code := r.headerSign(i); code != "" {
		return code
	}
	if known {
		return ""
	}
	p := &r.ps[i]
	if name := lowerSigns[strings.TrimSuffix(p.low, ".")]; name != "" && (i == 0 || r.is(i-1, sign)) && r.is(i+1, sign) == (r.low(i+1) == ".") {
		return r.tableMoney(name)
	}
	if m, ok := commonMoney[p.low]; ok {
		return m
	}
	if m, n := currencyNames.at(r.ps, i); n > 0 && r.low(i-1) != "sierra" {
		return m
	}
	return ""
}

// headerSign returns the money of the sign or code at piece i.
func (r *reader) headerSign(i int) string {
	p, raw := &r.ps[i], r.raw(i)
	code := currencySigns[raw]
	if code == "" || shortSigns[raw] {
		return ""
	}
	written := p.form == sign || p.caps || p.upper && len(p.low) > 1 && r.low(i-1) == "(" || len(p.low) > 2 && !p.form.isWord()
	if !written {
		return ""
	}
	if both := currencySigns[r.raw(i-1)+raw]; both != "" && r.glued(i) {
		return both // "L$ million"
	}
	if name := lowerSigns[strings.TrimSuffix(p.low, ".")]; name != "" {
		return r.tableMoney(name)
	}
	return code
}

// headerScale returns the scale that piece i names in a header of that kind.
func (r *reader) headerScale(i int, kind doc.FigureKind) (decimal.Decimal, bool) {
	low := r.low(i)
	if s, ok := headerScales[low]; ok && !r.perBefore(i) && !r.is(i-1, digits) && !isNumberWord(r.low(i-1)) {
		return s, true
	}
	if low == "m" && r.low(i-1) == "(" && kind == doc.Count {
		return num(1e6), true
	}
	s, ok := glueScales[low]
	return s, ok && kind == doc.Money && len(low) <= 3
}

// headerMeasure takes the measure at piece i as the unit, with the time that it
// is told for.
func (r *reader) headerMeasure(c *column, i int) {
	u, n := r.measureAt(i, false)
	before := r.low(i - 1)
	switch {
	case n == 0, r.low(i) == "in" && r.low(i+1) != ")":
		return
	case u.dim == "time" && (i > 0 && before != "(" && before != "," || r.is(i+n, digits)):
		return
	case len(u.symbol) == 1 && before != "(":
		return
	}
	c.kind, c.unit, c.si, c.known = doc.Measure, u.name, u, true
	if u.dim == "time" {
		c.kind = doc.Duration
		if c.aged {
			c.kind = doc.Age
		}
	}
	if t, ok := timeUnits[r.low(i+n+1)]; ok && (r.low(i+n) == "a" || r.low(i+n) == "per") {
		c.per = t
	}
}

func (f form) isWord() bool { return f == word }

func (r *reader) perBefore(i int) bool { return r.low(i-1) == "per" || r.low(i-2) == "per" }

// headerRate reads "per 100,000 inhabitants", "per million people".
func (r *reader) headerRate(c *column, i int) bool {
	if l := r.low(i + 1); l == "cent" {
		return false
	}
	r.numerals()
	if s, ok := headerScales[r.low(i+1)]; ok {
		c.per = s.String()
		if r.is(i+2, word) {
			c.per += " " + r.text(i+2, i+3)
		}
		return true
	}
	for k := range r.nums {
		if r.nums[k].first == i+1 {
			c.per = r.nums[k].val.String()
			end := r.nums[k].last
			for end < r.nums[k].last+2 && r.is(end, word) && !r.stops(end) {
				end++
			}
			if end > r.nums[k].last {
				c.per += " " + r.text(r.nums[k].last, end)
			}
			return true
		}
	}
	if r.low(i+1) == "capita" || r.low(i+1) == "head" || r.low(i+1) == "person" {
		c.per = "person"
		return true
	}
	if u, ok := timeUnits[r.low(i+1)]; ok {
		c.per = u
		return true
	}
	if us, n := units.at(r.ps, i+1); n > 0 && c.known {
		c.per = us[0].name
		return true
	}
	if l := r.low(i + 1); r.is(i+1, word) && !stopWords[l] && r.low(i) == "per" {
		c.per = singular(l)
		return true
	}
	return false
}

var headerScales = map[string]decimal.Decimal{"million": num(1e6), "millions": num(1e6), "mn": num(1e6), "mln": num(1e6), "thousand": num(1e3), "thousands": num(1e3), "billion": num(1e9), "billions": num(1e9), "bn": num(1e9), "trillion": num(1e12), "hundreds": num(100), "crore": num(1e7), "lakh": num(1e5), "'000": num(1e3), "000s": num(1e3), "000": num(1e3)}

// headerWords returns the header without its number and what stands in
// brackets: "Table 1: Foreigners by country (official)" is "Foreigners by
// country".
func headerWords(text string) string {
	text = captionText(text)
	var out strings.Builder
	depth := 0
	for _, c := range text {
		switch c {
		case '(', '[':
			depth++
		case ')', ']':
			depth = max(0, depth-1)
		default:
			if depth == 0 {
				out.WriteRune(c)
			}
		}
	}
	return strings.Trim(strings.Join(strings.Fields(out.String()), " "), " .,;:")
}

// headPeople are words of a header whose numbers are people.
var headPeople = set("population inhabitants enrolment enrollment attendance staff workforce turnout ridership immigration emigration strength headcount sexes employment unemployment")

// subjects are words in the plural that name a field and no things.
var subjects = set("mathematics maths physics economics politics athletics gymnastics logistics electronics linguistics ethics aerobics genetics")

// headUnit returns the unit of a header in words: the first noun in the plural
// that it has.
func headUnit(what string) string {
	first := ""
	digit := false // the word before ends in one
	for _, w := range strings.FieldsFunc(what, func(c rune) bool { return c == ' ' || c == ',' || c == '-' || c == ':' }) {
		behind := digit
		if digit = isDigit(w[len(w)-1]) || w[len(w)-1] == '+' || isNumberWord(w); behind && timeUnits[w] != "" {
			continue // "18 years and over" counts no years
		}
		if isPersonWord(w) && isPlural(w) {
			return "person"
		}
		if first == "" && isPlural(w) && !subjects[w] && len(w) > 3 && startsLetter(w) && !stopWords[w] && !generic[w] {
			first = singular(w)
			if countryNouns[first] {
				first = "country"
			}
		}
		if headPeople[w] {
			return "person"
		}
	}
	return first
}

// inRow completes a column by what the label of a row says: "GDP (US$ bn)",
// "Arrests" under years.
func (c column) inRow(label column, header string, named, columnsNamed bool) column {
	h := strings.TrimSpace(strings.ToLower(header))
	open := isPeriodText(h) || h == "" || generic[h] || columnsNamed || doc.GroupHeader(h)
	switch {
	case c.skip != "":
	case !label.known && label.unit != "" && c.kind == doc.Count && !c.known && saysNumber(label.label):
		c.unit, c.what, c.span, c.scale = label.unit, label.what, label.span, maxScale(c.scale, label.scale)
	case c.lent && c.kind == doc.Percent && !label.known && countsRow(label.label):
		c.kind, c.unit, c.known, c.scale = doc.Count, c.things, false, label.scale
	case label.known && (!c.known || open):
		skip, moves := c.skip, c.moves
		c = label
		c.skip, c.moves = skip, moves || label.moves
	case open && !c.known && label.unit != "" && (c.unit == "" || columnsNamed || doc.GroupHeader(h) || c.unit != "person" && !isOne(label.scale) || label.unit == "person"):
		c.unit, c.what, c.span = label.unit, label.what, label.span
		c.scale = maxScale(c.scale, label.scale)
	case open && label.per != "" && c.per == "":
		c.per = label.per
	}
	if l := strings.ToLower(label.what); open && c.skip == "" && !named && (c.kind == doc.Money || c.unit == "") && l != "" && startsLetter(l) && !generic[l] && !isPeriodText(l) && months[l] == 0 && (!strings.HasPrefix(l, "total") || totalOf(l)) && !strings.HasPrefix(l, "all ") {
		c.what, c.span = label.what, label.span
	}
	return c
}

// namedRow reports whether the label of a row is a name or holds numbers, and
// so says where or who, not what.
func (r *reader) namedRow(row *doc.Row) bool {
	if strings.ContainsAny(row.Label, "0123456789") {
		return true
	}
	m := sort.Search(len(r.d.Mentions), func(i int) bool { return r.d.Mentions[i].End > row.Span.Start })
	for ; m < len(r.d.Mentions) && r.d.Mentions[m].Start < row.Span.End; m++ {
		if t := r.d.Mentions[m].Type; t != doc.Org || strings.Contains(row.Label, " ") {
			return true // "Libraries" alone is taken for an organisation
		}
	}
	return false
}

func maxScale(a, b decimal.Decimal) decimal.Decimal {
	if a.Cmp(b) < 0 {
		return b
	}
	return a
}

// signedColumns takes a column with a plus sign in it for one of changes.
func (r *reader) signedColumns(tab *doc.Table, cols []column) {
	for _, row := range tab.Rows {
		for _, c := range row.Cells {
			if c.Column >= 0 && c.Column < len(cols) && c.Start < c.End && r.d.Text[c.Start] == '+' {
				cols[c.Column].moves = true
			}
		}
	}
}

// yearColumns skips the columns without unit whose numbers are all years.
func (r *reader) yearColumns(tab *doc.Table, cols []column) {
	years, cells := make([]int, len(cols)), make([]int, len(cols))
	for _, row := range tab.Rows {
		for _, c := range row.Cells {
			if c.Column < 0 || c.Column >= len(cols) {
				continue
			}
			cells[c.Column]++
			if isYearText(strings.TrimSpace(r.d.Slice(c.Span))) {
				years[c.Column]++
			}
		}
	}
	for i := range cols {
		if cells[i] > 1 && years[i] == cells[i] && !cols[i].known && !isYearText(strings.TrimSpace(tab.Columns[i].Header)) {
			cols[i].skip = "year"
		}
	}
}

// cellFigures reads one cell.
func (r *reader) cellFigures(t, row int, c doc.Cell, col column) {
	r.cutCell(c.Span)
	r.dropMarks()
	r.numerals()
	if len(r.nums) == 0 {
		return
	}
	for k := range r.nums {
		r.continental(&r.nums[k])
	}
	if col.skip != "" {
		r.skipSpan(c.Span, col.skip)
		return
	}
	r.qs = r.qs[:0]
	for k := 0; k < len(r.nums); k++ {
		if n := &r.nums[k]; n.reason != "" || n.sort == ordinalNumber || r.leadingZero(k) != "" || r.cellDate(k) || r.rangeOfDays(k) {
			r.skip(n, "code")
			continue
		}
		if n := &r.nums[k]; len(r.qs) > 0 && r.low(n.first-1) == "(" && r.low(n.last) == ")" && isYearText(r.text(n.first, n.last)) && !r.qs[len(r.qs)-1].plainFour() {
			r.skip(n, "year")
			continue
		}
		q, used := r.amount(k)
		r.qs = append(r.qs, q)
		k += used
	}
	if len(r.qs) == 0 {
		return
	}
	r.join()
	r.writeCell(t, row, c, col)
}

// moved makes a change of a cell whose column tells changes.
func (q *quant) moved(col column) {
	if !col.moves || q.bound == doc.Range || !q.signed && col.kind != doc.Percent && q.f.Kind != doc.Percent {
		return
	}
	dir := "increase"
	if q.n.val.IsNeg() {
		dir, q.n.val = "decrease", q.n.val.Neg()
	}
	q.setChange(dir)
}

// dropMarks takes note marks out of a cell: superscripts and asterisks.
func (r *reader) dropMarks() {
	for len(r.ps) > 0 {
		last := &r.ps[len(r.ps)-1]
		if r.noteMarkAt(last.Span) || r.letterMark(len(r.ps)-1) || last.form == sign && (last.low == "*" || last.low == "†" || last.low == "‡" || superscript(last.low)) {
			r.ps = r.ps[:len(r.ps)-1]
			continue
		}
		return
	}
}

func superscript(s string) bool {
	return strings.ContainsAny(s, "⁰¹²³⁴⁵⁶⁷⁸⁹")
}

// noteMarkAt reports whether s lies in a note mark.
func (r *reader) noteMarkAt(s doc.Span) bool {
	m := r.d.NoteMarks
	lo, hi := 0, len(m)
	for lo < hi {
		mid := (lo + hi) / 2
		if m[mid].End <= s.Start {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo < len(m) && m[lo].Contains(s)
}

// cellDate reports whether numeral k of a cell is part of a date.
func (r *reader) cellDate(k int) bool {
	return r.isDate(k) != "" || r.serial(k) != "" || r.slashed(k) != "" || r.isTime(k) != "" || r.month(r.nums[k].first-1)
}

// plainFour reports whether q is a bare number that may itself be mistaken for a year.
func (q *quant) plainFour() bool {
	return q.bare && q.f.Kind == doc.Count && q.n.shape == plainInt && q.n.between(1000, 2999)
}

// rangeOfDays reports whether numeral k of a cell begins a range that ends with a date:
// "12–14 August 1868".
func (r *reader) rangeOfDays(k int) bool {
	if k+1 >= len(r.nums) || r.nums[k+1].first != r.nums[k].last+1 {
		return false
	}
	switch r.low(r.nums[k].last) {
	case "-", "–", "—", "/", "to", "and":
		return r.cellDate(k+1) && months[r.low(r.nums[k+1].last)] > 0
	}
	return false
}

// writeCell writes the first figure of a cell; a second one in brackets is
// written too where it has a unit of its own.
func (r *reader) writeCell(t, row int, c doc.Cell, col column) {
	for i := range r.qs {
		q := &r.qs[i]
		if q.reason != "" {
			r.skip(&q.n, q.reason)
			continue
		}
		if r.low(q.first-1) == "(" && r.low(q.end) == ")" && len(r.qs) == 1 && (col.kind == doc.Money || col.moves) {
			q.n.val = q.n.val.Neg()
		}
		r.cellUnit(q, col.ofPair(i))
		r.write(q, false)
		f := &r.d.Figures[len(r.d.Figures)-1]
		f.Table, f.Row, f.Column = t, row, c.Column
		f.Sentence, f.First, f.Last = -1, 0, 0
		if f.What == "" {
			f.What, f.WhatSpan = col.what, col.span
		}
		if f.Per == "" {
			f.Per = col.per
		}
	}
}

// cellUnit gives a cell's figure the unit and scale of its column.
func (r *reader) cellUnit(q *quant, col column) {
	if !q.bare && q.f.Kind != doc.Count {
		if q.f.Kind == doc.Percent {
			q.moved(col)
		}
		if q.f.Kind == doc.Money && col.kind == doc.Money {
			q.scaled(col.scale)
		}
		return
	}
	if q.has && !q.bare {
		q.f.What = r.text(q.phrase.first, q.phrase.last)
		return
	}
	q.f.Kind, q.f.Unit, q.unit = col.kind, col.unit, col.si
	q.moved(col)
	q.scaled(col.scale)
}

// scaled gives a number without a scale of its own that of its column.
func (q *quant) scaled(scale decimal.Decimal) {
	if !isOne(q.n.scale) || isOne(scale) {
		return
	}
	for _, p := range [...]*decimal.Decimal{&q.n.val, q.f.Low, q.f.High} {
		if p == nil {
			continue
		}
		if v, ok := times(*p, scale); ok {
			*p = v
		}
	}
}

// captionText drops "Table 1:", "Table A.2 –" and the like before a caption.
func captionText(text string) string {
	word, rest, ok := strings.Cut(strings.TrimSpace(text), " ")
	switch strings.ToLower(word) {
	case "table:", "table.", "tab.:":
		return rest
	case "table", "tab.", "figure", "fig.", "box", "chart":
	default:
		return text
	}
	number, caption, found := strings.Cut(rest, " ")
	letter := len(number) == 2 && number[0] >= 'A' && number[0] <= 'Z' && (number[1] == '.' || number[1] == ':')
	if !ok || !found || !letter && !strings.ContainsAny(number, "0123456789IVX") || len(number) > 8 {
		return text
	}
	return strings.TrimLeft(caption, "-–—:. ")
}
