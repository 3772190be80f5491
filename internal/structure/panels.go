package structure

import (
	"strconv"
	"strings"
	"unicode"

	"analyze/internal/doc"
)

// findPanels finds panels that stand side by side: the headers repeat, the one
// of the first column among them. Without a header the columns must go text,
// figures, text, figures.
func (g *grid) findPanels() {
	g.width = g.cols
	for panels := 2; panels <= 6 && panels <= g.cols/2; panels++ {
		w := (g.cols + panels - 1) / panels
		if w*(panels-1) >= g.cols || g.cols%panels != 0 && g.cols-w*(panels-1) < w-1 {
			continue
		}
		if g.repeats(w) {
			g.width = w
		}
	}
}

// repeats reports whether the columns come again after each w.
func (g *grid) repeats(w int) bool {
	if g.heads == 0 && g.labelsLast() {
		return w == 2
	}
	if g.heads == 0 {
		for i := 0; i < g.cols; i++ {
			if g.isText(i) != (i%w == 0) {
				return false
			}
		}
		return w > 1
	}
	if w > 1 && w*2 == g.cols && g.twoTables(w) {
		return true
	}
	same, named := 0, 0
	for i := w; i < g.cols; i++ {
		a, b := headerKey(g.header[i-w]), headerKey(g.header[i])
		if a != "" || b != "" {
			named++
		}
		if a != "" && nearlyEqual(a, b) {
			same++
		}
	}
	return named > 0 && same == named && headerKey(g.header[0]+g.header[min(1, w-1)]) != "" && g.header[w] == g.header[0]
}

// twoTables reports whether two tables stand side by side: each has labels in its
// first column and figures in the others, and these are headed the same.
func (g *grid) twoTables(w int) bool {
	last := g.rows[g.heads-1]
	for i := 0; i < g.cols; i++ {
		if g.isText(i) != (i%w == 0) {
			return false
		}
		if i > w && headerKey(g.text(last[i])) != headerKey(g.text(last[i-w])) {
			return false
		}
	}
	return last[0].Len() > 0 && last[w].Len() > 0
}

// headerKey is a header with letters and digits only.
func headerKey(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}

// nearlyEqual reports whether two headers are the same but for one letter in
// six, as OCR leaves them. Digits must be the same.
func nearlyEqual(a, b string) bool {
	if a == b {
		return true
	}
	x, y := []rune(a), []rune(b)
	if len(x) != len(y) || len(x) < 6 {
		return false
	}
	diff := 0
	for i := range x {
		if x[i] != y[i] {
			if unicode.IsDigit(x[i]) || unicode.IsDigit(y[i]) {
				return false
			}
			diff++
		}
	}
	return diff*6 <= len(x)
}

// isText reports whether most cells of column i below the header are no
// figures.
func (g *grid) isText(i int) bool {
	text, all := 0, 0
	for _, row := range g.rows[g.heads:] {
		s := g.text(row[i])
		if s == "" || isEmptyCell(s) {
			continue
		}
		all++
		if !isNumeric(s) {
			text++
		}
	}
	return text*2 > all
}

// findLabels finds the column of row numbers, if there is one, and that of
// labels: the first other one.
func (g *grid) findLabels() {
	g.number, g.label = -1, 0
	if g.labelsLast() {
		g.label = 1
		return
	}
	if g.width >= 2 && g.isText(1) && (g.countsUp(0) || g.width > 2 && g.codes(0)) {
		g.number, g.label = 0, 1
	}
	if i := g.labelsWithin(); g.number < 0 && i > 0 {
		g.label = i
	}
	if g.groups(g.label) {
		g.label++ // the district of a region that stands once for all of its districts
	}
	g.numbered = g.number < 0 && g.labelsNumbered()
	g.lettersUp = g.number < 0 && g.labelsLettered()
}

// codes reports whether column i holds codes or section numbers, each once: "A-01",
// "2.3". A year or any other number alone is none.
func (g *grid) codes(i int) bool {
	seen := map[string]bool{}
	n := 0
	for _, row := range g.rows[g.heads:] {
		s := g.text(row[i])
		if s == "" || !isCode(s) && row[i+1].Len() == 0 {
			continue // a total
		}
		if !isCode(s) || seen[s] {
			return false
		}
		seen[s] = true
		n++
	}
	return n > 1
}

// isCode reports whether s is a short code with a digit in it, set apart from its
// letters or other digits.
func isCode(s string) bool {
	letters, digits, signs := 0, 0, 0
	for _, r := range s {
		switch {
		case unicode.IsUpper(r):
			letters++
		case unicode.IsDigit(r):
			digits++
		case r == '-' || r == '.' || r == '/':
			signs++
		default:
			return false
		}
	}
	return digits > 0 && digits < 6 && letters < 4 && (letters > 0 || signs > 0 || digits > 1 && s[0] == '0') && len(s) < 9 && !isPeriod(s)
}

// labelsLettered reports whether the labels of the rows begin with letters that
// count them: "(b) Green List".
func (g *grid) labelsLettered() bool {
	n, all := 0, 0
	for _, row := range g.rows[g.heads:] {
		if g.label >= len(row) || row[g.label].Len() == 0 {
			continue
		}
		all++
		if l, k := labelLetter(g.text(row[g.label])); k > 0 && int(l-'a') == n {
			n++
		}
	}
	return n > 1 && n*2 >= all
}

// labelLetter reads the small letter in brackets that a label begins with; n is
// its length with the blank behind it, 0 if there is none.
func labelLetter(s string) (letter byte, n int) {
	t := strings.TrimPrefix(s, "(")
	if len(t) < 4 || t[0] < 'a' || t[0] > 'z' || t[1] != ')' || t[2] != ' ' {
		return 0, 0
	}
	return t[0], len(s) - len(t) + 3
}

// labelsWithin returns the only column of words where the first column holds
// figures, and no years or times: labels stand between or behind the figures.
// 0 if there is none.
func (g *grid) labelsWithin() int {
	plain, all := 0, 0
	for _, row := range g.rows[g.heads:] {
		s := g.text(row[0])
		if s == "" || isEmptyCell(s) {
			continue
		}
		all++
		if isNumeric(s) && letters(s) == 0 && !isPeriod(s) && !strings.ContainsAny(s, ":/") {
			plain++
		}
	}
	if all < 2 || plain*5 < all*4 {
		return 0
	}
	label := 0
	for i := 1; i < g.width; i++ {
		if !g.isText(i) || g.textless(i) {
			continue
		}
		if label > 0 {
			return 0
		}
		label = i
	}
	if label > 0 && label < g.width-1 && g.heads == 0 && g.countsUp(0) {
		return 0
	}
	return label
}

// textless reports whether column i holds nothing below the header.
func (g *grid) textless(i int) bool {
	for _, row := range g.rows[g.heads:] {
		if !isEmptyCell(g.text(row[i])) {
			return false
		}
	}
	return true
}

// groups reports whether column i names groups of rows, which the text in the
// next column tells apart: no two rows agree in both.
func (g *grid) groups(i int) bool {
	if i+2 >= g.width || g.cols != g.width || !g.isText(i+1) || !g.isText(i) {
		return false
	}
	first, both := map[string]bool{}, map[[2]string]bool{}
	n, group := 0, ""
	for _, row := range g.rows[g.heads:] {
		a, b := g.text(row[i]), g.text(row[i+1])
		if _, figures, _ := g.count(row); figures == 0 || isTotalLabel(a) {
			continue
		}
		if a != "" {
			group = a
		}
		if b == "" {
			return false
		}
		n++
		first[group] = true
		both[[2]string{group, b}] = true
	}
	return n > 2 && len(both) == n && len(first) < n
}

// isTotalLabel reports whether a label names a sum of rows.
func isTotalLabel(s string) bool {
	low := strings.ToLower(strings.Trim(s, "* :"))
	return strings.HasPrefix(low, "total") || strings.HasPrefix(low, "all ") || low == "all" || strings.HasSuffix(low, " total") || strings.HasPrefix(low, "sub-total") || strings.HasPrefix(low, "subtotal")
}

// labelsNumbered reports whether the labels of the rows begin with numbers that
// count them: "4. Lipno".
func (g *grid) labelsNumbered() bool {
	n, all, last := 0, 0, 0
	for _, row := range g.rows[g.heads:] {
		if g.label >= len(row) || row[g.label].Len() == 0 {
			continue
		}
		all++
		if num, k := labelNumber(g.text(row[g.label])); k > 0 && num > last {
			last = num
			n++
		}
	}
	return n > 2 && n*5 >= all*4
}

// labelNumber reads the number that a label begins with; n is its length with the
// sign and the blank behind it, 0 if there is none.
func labelNumber(s string) (num, n int) {
	num, k := leadingDigits(s)
	if k == 0 || k > 3 || k+2 >= len(s) || s[k] != '.' && s[k] != ')' || s[k+1] != ' ' {
		return 0, 0
	}
	return num, k + 2
}

// labelsLast reports whether the table is a list of figures with what they
// count behind them, one or several in a line: "41,250  people displaced".
func (g *grid) labelsLast() bool {
	if g.cols < 2 || g.cols%2 != 0 || g.heads > 0 {
		return false
	}
	up, boxes := 0, 0
	for i := 0; i < g.cols; i += 2 {
		if !g.isText(i + 1) {
			return false
		}
		last := 0
		for _, row := range g.rows {
			s := g.text(row[i])
			if i > 0 && s == "" && row[i+1].Len() == 0 {
				continue // the last line is not full
			}
			if !isBigNumber(s) && !isNumeric(s) || isPeriod(s) || row[i+1].Len() == 0 || i > 0 && isNumeric(g.text(row[i+1])) {
				return false
			}
			num, n := leadingDigits(s)
			if n == len(strings.TrimRight(s, ".")) && num == last+1 {
				up++
			}
			last = num
			boxes++
		}
	}
	return up*2 < boxes // else they are the numbers of the rows
}

// countsUp reports whether column i holds numbers that count rows.
func (g *grid) countsUp(i int) bool {
	ranks := false // ranks may be shared, and numbers left out
	switch headerKey(g.header[i]) {
	case "year", "date", "month", "period":
		return false
	case "no", "nr", "rank", "sn", "sno", "number", "item", "id", "pos", "place":
		ranks = true
	}
	up, all, last := 0, 0, 0
	for _, row := range g.rows[g.heads:] {
		s := strings.Trim(g.text(row[i]), ".()# ")
		if s == "" {
			continue
		}
		all++
		num, n := leadingDigits(s)
		if n == len(s) && n > 0 && (num > last && num <= last+3 || ranks && num < 1000) {
			up++
			last = num
		}
	}
	return all > 0 && up*5 >= all*4
}

// table returns the columns and rows of the table, panel after panel.
func (g *grid) table() ([]doc.Column, []doc.Row) {
	if g.cols == 0 {
		return nil, nil
	}
	columns := make([]doc.Column, g.cols)
	g.worded = make([]bool, g.cols)
	for i := range columns {
		g.worded[i] = g.isText(i)
		columns[i] = doc.Column{Header: g.header[i], Span: g.spans[i], Panel: i / g.width}
	}
	var rows []doc.Row
	for from := 0; from < g.cols; from += g.width {
		to := min(from+g.width, g.cols)
		var carry doc.Row // its label goes on in the next line
		body := g.rows[g.heads:]
		for i, r := range body {
			row, ok := g.row(r, from, to)
			if !ok {
				continue
			}
			if carry.Span.Len() > 0 {
				row.Label = joinHeader(carry.Label, row.Label)
				if row.Number == "" {
					row.Number = carry.Number
				}
				carry = doc.Row{}
			}
			if len(row.Cells) == 0 && (labelGoesOn(row.Label) || g.goesOn(body[i+1:], from+g.label, row.Label)) {
				carry = row
				continue
			}
			if n := len(rows); n > 0 && len(row.Cells) == 0 && row.Number == "" && endsBelow(&rows[n-1], &row) {
				rows[n-1].Label = joinHeader(rows[n-1].Label, row.Label) // its figures stand in its first line
				continue
			}
			var parts []doc.Row
			if g.label == 1 && g.heads == 0 && len(row.Cells) == 1 && row.Cells[0].End <= row.Span.Start {
				parts = g.insideBox(&row, from+g.label)
			}
			rows = append(append(rows, row), parts...)
		}
	}
	return columns, rows
}

// endsBelow reports whether the label of row, whose figures stand in its first line,
// ends in the line below, which has none: with a small letter, or with what a bracket
// holds.
func endsBelow(row, below *doc.Row) bool {
	if len(row.Cells) == 0 || row.Panel != below.Panel {
		return false
	}
	return startsLower(below.Label) && !startsLower(row.Label) || strings.HasPrefix(below.Label, "(") || openBracket(row.Label) && strings.Contains(below.Label, ")")
}

// openBracket reports whether a bracket in s is not closed.
func openBracket(s string) bool { return strings.Count(s, "(") > strings.Count(s, ")") }

// insideBox reads the parts that the label of a box tells in brackets: "other
// towns (Osina 410; Dwory 38)" holds two.
func (g *grid) insideBox(box *doc.Row, column int) (rows []doc.Row) {
	s := g.d.Slice(box.Span)
	open := strings.IndexByte(s, '(')
	if open < 1 || !strings.HasSuffix(s, ")") {
		return nil
	}
	sep := ", "
	if strings.Contains(s[open:], ";") {
		sep = ";"
	}
	at := open + 1
	for _, part := range strings.Split(s[open+1:len(s)-1], sep) {
		start, end := trim(s, at, at+len(part))
		at += len(part) + len(sep)
		gap := strings.LastIndexByte(s[start:end], ' ')
		if gap < 0 || !isNumeric(s[start+gap:end]) || letters(s[start:start+gap]) < 2 || strings.ContainsAny(s[start:start+gap], "0123456789") {
			return nil
		}
		name := doc.Span{Start: box.Span.Start + start, End: box.Span.Start + start + gap}
		rows = append(rows, doc.Row{Span: name, Panel: box.Panel, Label: strings.TrimSpace(s[:open]) + ": " + g.d.Slice(name),
			Cells: []doc.Cell{{Span: doc.Span{Start: name.End + 1, End: box.Span.Start + end}, Column: column}}})
	}
	box.Label = strings.TrimSpace(s[:open])
	box.Span.End = box.Span.Start + len(strings.TrimRight(s[:open], " "))
	return rows
}

// refers reports whether the numbers of column i are those of notes, pages,
// rooms or telephones, and count nothing.
func (g *grid) refers(i int) bool { return referHeads[strings.Trim(g.header[i], ".:# ")] }

var referHeads = map[string]bool{"note": true, "notes": true, "ref": true, "refs": true, "reference": true, "page": true, "pages": true, "pp": true, "p": true, "room": true,
	"tel": true, "telephone": true, "phone": true, "fax": true, "mobile": true, "contact": true, "contacts": true, "phone number": true, "telephone number": true, "tel. no": true, "tel no": true,
	"phone no": true, "extension": true, "ext": true, "post code": true, "postcode": true, "zip": true, "zip code": true, "isbn": true, "email": true, "e-mail": true, "hotline": true, "page no": true, "folio": true}

// isNumbered reports whether s is a thing and its number, "Room 2"; in a column of
// words any one with a capital may be.
func isNumbered(s string, worded bool) bool {
	word, number, ok := strings.Cut(s, " ")
	_, n := leadingDigits(number)
	if !ok || n == 0 || n > 3 || n < len(number) || len(word) < 3 {
		return false
	}
	return numberedThings[strings.ToLower(word)] || worded && startsUpper(word) && letters(word) == len(word)
}

// numberedThings bear numbers that count nothing.
var numberedThings = set("room hall panel session phase grade block gate stand level class group sector section chapter annex part stage category type line platform lane tent tier step volume lot item box form unit zone ward route floor building site plot")

// goesOn reports whether the label in the first of the rows below goes on with the
// one above them, which has no cells: it begins with a small letter, as the one
// after it does not, or with a bracket.
func (g *grid) goesOn(below [][]gridCell, label int, above string) bool {
	if len(below) == 0 {
		return false
	}
	s := g.text(below[0][label])
	if strings.HasPrefix(s, "(") {
		return !g.lettersUp
	}
	return startsLower(s) && !startsLower(above) && !strings.HasSuffix(above, ":") &&
		(len(below) == 1 || !startsLower(g.text(below[1][label])))
}

// labelText is the text of a label, without bullets before it, leaders, a colon or
// the mark of a note behind it, and the address of a link.
func (g *grid) labelText(c gridCell) string {
	s := g.text(c)
	if text, address, ok := strings.Cut(s, "]("); ok && strings.HasPrefix(s, "[") && strings.HasSuffix(address, ")") {
		s = text[1:]
	}
	s = repairHeader(labelSigns.Replace(s))
	for _, p := range [...]string{"- ", "– ", "— ", "• ", "* ", "> ", "· "} {
		s = strings.TrimPrefix(s, p)
	}
	if n := len(s); n > 4 && s[n-1] == ')' && s[n-3] == '(' && s[n-4] == ' ' && s[n-2] >= 'a' && s[n-2] <= 'z' {
		s = s[:n-4] // the letter of a note
	}
	if i := strings.LastIndexByte(s, '['); i > 0 && strings.HasSuffix(s, "]") && len(s)-i < 5 {
		s = s[:i] // the mark of a note
	}
	if t := strings.TrimRight(s, " .…:"); t != "" && (len(s)-len(t) > 1 || strings.HasSuffix(s, ":")) {
		s = t
	}
	return strings.TrimSpace(s)
}

var labelSigns = strings.NewReplacer("&nbsp;", " ", "&amp;", "&", "<sup>1</sup>", "", "<sup>2</sup>", "", "<sup>3</sup>", "", "<sup>4</sup>", "", "<b>", "", "</b>", "", "<i>", "", "</i>", "")

// labelGoesOn reports whether the label s of a line without cells breaks off.
func labelGoesOn(s string) bool {
	return hyphenated(s) || strings.HasSuffix(s, ",") || openWords[lastWord(s)] || openBracket(s)
}

// row reads columns from to to of a printed row; ok is false if nothing stands
// there.
func (g *grid) row(r []gridCell, from, to int) (row doc.Row, ok bool) {
	row.Panel = from / g.width
	for i := from; i < to; i++ {
		c := r[i]
		if c.Len() == 0 {
			continue
		}
		switch i - from {
		case g.number:
			if s := g.text(c); r[from+g.label].Len() == 0 && !strings.ContainsAny(s, "0123456789") {
				row.Label, row.Span = g.labelText(c), c.Span // "Total" below the numbers
			} else {
				row.Number = strings.Trim(s, ".() ")
			}
			ok = true
		case g.label - 1:
			if s := g.text(c); r[from+g.label].Len() == 0 && isTotalLabel(s) && g.number < 0 {
				row.Label, row.Span = g.labelText(c), c.Span // below the names of groups
				ok = true
				continue
			}
			row.Cells, ok = g.addCell(row.Cells, c, i), true
		case g.label:
			if num, n := labelNumber(g.text(c)); g.numbered && n > 0 {
				row.Number = strconv.Itoa(num)
				c.Start += n
			}
			if l, n := labelLetter(g.text(c)); g.lettersUp && n > 0 {
				row.Number = string(l)
				c.Start += n
			}
			row.Label, row.Span = g.labelText(c), c.Span
			ok = true
		default:
			row.Cells, ok = g.addCell(row.Cells, c, i), true
		}
	}
	return row, ok
}

// addCell adds cell c of column i to those of a row, if something stands in it that
// may count.
func (g *grid) addCell(cells []doc.Cell, c gridCell, i int) []doc.Cell {
	if s := g.text(c); !isEmptyCell(s) && !g.refers(i) && !isNumbered(s, g.worded[i]) {
		cells = append(cells, doc.Cell{Span: c.Span, Column: i})
	}
	return cells
}
