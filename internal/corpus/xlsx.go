package corpus

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"analyze/internal/doc"
)

// readXLSX reads a workbook of Excel 2007 and later (ECMA-376): each sheet a
// page, in the order of the workbook; hidden sheets are read too and said to be
// hidden.
func readXLSX(data []byte, d *doc.Document) error {
	p, err := openPack(data)
	if err != nil {
		return err
	}
	top := p.relations("")
	main := firstOf(top.byType["officeDocument"], "xl/workbook.xml")
	rels := p.relations(main)
	var book workbook
	if err := p.parsePart(main, &book); err != nil {
		return err
	}
	var shared sharedStrings
	if part := rels.byType["sharedStrings"]; p.has(part) {
		if err := p.parsePart(part, &shared); err != nil {
			return err
		}
	}
	var styles cellStyles
	if part := rels.byType["styles"]; p.has(part) {
		_ = p.parsePart(part, &styles) // without it dates read as numbers
	}
	var c composer
	for i, s := range book.sheets {
		part := rels.byID[s.rel]
		if !p.has(part) || strings.Contains(part, "chartsheets") {
			continue
		}
		w := &worksheet{shared: shared.list, styles: &styles, date1904: book.date1904}
		if err := p.parsePart(part, w); err != nil {
			return err
		}
		if w.err != nil {
			return w.err
		}
		c.page(i + 1)
		if len(book.sheets) > 1 || !plainSheetName(s.name) {
			c.sheetName(s.name)
		}
		c.sheet(w.merged(), s.name)
		if s.hidden && len(w.rows) > 0 {
			d.Problemf(doc.Span{}, fmt.Sprintf("the sheet %q is hidden in the workbook", short(s.name, 60)))
		}
	}
	officeCard(p.fieldsOf(firstOf(top.byType["core-properties"], "docProps/core.xml")), &d.File)
	return c.done(d)
}

// A workbook is the list of sheets.
type workbook struct {
	sheets   []bookSheet
	date1904 bool
}

type bookSheet struct {
	name, rel string
	hidden    bool
}

func (b *workbook) start(t *tag) bool {
	switch t.name {
	case "workbookPr":
		v := t.attr("date1904")
		b.date1904 = v == "1" || v == "true"
	case "sheet":
		state := t.attr("state")
		b.sheets = append(b.sheets, bookSheet{t.attr("name"), t.attrIn("r", "id"), state == "hidden" || state == "veryHidden"})
	}
	return true
}
func (b *workbook) end(string)  {}
func (b *workbook) text([]byte) {}

// sharedStrings are the strings that cells refer to by number.
type sharedStrings struct {
	list []string
	b    strings.Builder
	in   bool
}

func (s *sharedStrings) start(t *tag) bool {
	switch t.name {
	case "si":
		s.b.Reset()
	case "t":
		s.in = true
	case "rPh", "phoneticPr":
		return false
	}
	return true
}

func (s *sharedStrings) end(name string) {
	switch name {
	case "t":
		s.in = false
	case "si":
		s.list = append(s.list, s.b.String())
	}
}

func (s *sharedStrings) text(b []byte) {
	if s.in {
		s.b.Write(b)
	}
}

// cellStyles say how the numbers of cells are shown.
type cellStyles struct {
	codes map[int]string // own number formats
	xfs   []int          // number format of each style of cells
	inXfs bool
}

func (c *cellStyles) start(t *tag) bool {
	switch t.name {
	case "numFmt":
		if c.codes == nil {
			c.codes = map[int]string{}
		}
		c.codes[number(t.attr("numFmtId"), 0, 1<<20)] = t.attr("formatCode")
	case "cellXfs":
		c.inXfs = true
	case "xf":
		if c.inXfs {
			c.xfs = append(c.xfs, number(t.attr("numFmtId"), 0, 1<<20))
		}
	}
	return true
}

func (c *cellStyles) end(name string) {
	if name == "cellXfs" {
		c.inXfs = false
	}
}
func (c *cellStyles) text([]byte) {}

// code returns the number format of style i.
func (c *cellStyles) code(i int) string {
	if i < 0 || i >= len(c.xfs) {
		return ""
	}
	id := c.xfs[i]
	if s, ok := c.codes[id]; ok {
		return s
	}
	switch {
	case id == 9:
		return "0%"
	case id == 10:
		return "0.00%"
	case id == 3 || id == 37 || id == 38:
		return "#,##0"
	case id == 4 || id == 39 || id == 40:
		return "#,##0.00"
	case id >= 14 && id <= 17, id == 22:
		return "yyyy-mm-dd"
	case id >= 18 && id <= 21, id >= 45 && id <= 47:
		return "h:mm"
	}
	return ""
}

// A worksheet takes the cells of a sheet.
type worksheet struct {
	shared   []string
	styles   *cellStyles
	date1904 bool

	rows     [][]string
	row, col int // of the cell that is being read, from 0
	kind     string
	style    int
	b        strings.Builder
	in       bool
	cells    int
	merges   []string
	err      error
}

func (w *worksheet) start(t *tag) bool {
	switch t.name {
	case "row":
		w.row++
		if r := number(t.attr("r"), 0, 1<<20); r > 0 {
			w.row = r - 1
		} else if len(w.rows) == 0 {
			w.row = 0
		}
		w.col = -1
	case "c":
		w.col++
		if col := columnOf(t.attr("r")); col >= 0 {
			w.col = col
		}
		w.kind, w.style = t.attr("t"), number(t.attr("s"), -1, 1<<20)
		w.b.Reset()
	case "v", "t":
		w.in = true
	case "mergeCell":
		if len(w.merges) < 10000 {
			w.merges = append(w.merges, t.attr("ref"))
		}
	case "f", "rPh", "extLst", "conditionalFormatting", "dataValidations":
		return false
	}
	return w.err == nil
}

func (w *worksheet) end(name string) {
	switch name {
	case "v", "t":
		w.in = false
	case "c":
		w.put(w.value())
	}
}

func (w *worksheet) text(s []byte) {
	if w.in {
		w.b.Write(s)
	}
}

// columnOf returns the column of a reference, "B" of "B7" being 1; -1 for none.
func columnOf(ref string) int {
	n := 0
	for i := 0; i < len(ref) && i < 4 && ref[i] >= 'A' && ref[i] <= 'Z'; i++ {
		n = n*26 + int(ref[i]-'A') + 1
	}
	return n - 1
}

// put sets the cell. Rows and columns left out in the file are left out here;
// one empty row stands for any number of them.
func (w *worksheet) put(s string) {
	if s == "" || w.col < 0 || w.row < 0 { // damage: a value outside all cells
		return
	}
	if w.cells++; w.cells > maxCells || w.col > 1<<14 || w.row > 1<<20 {
		w.err = errTooMuch(fmt.Sprintf("more than %d cells", maxCells))
		return
	}
	for len(w.rows) <= w.row {
		w.rows = append(w.rows, nil)
	}
	row := w.rows[w.row]
	for len(row) <= w.col {
		row = append(row, "")
	}
	row[w.col] = s
	w.rows[w.row] = row
}

// value returns what the cell shows.
func (w *worksheet) value() string {
	s := w.b.String()
	switch w.kind {
	case "s":
		if i, err := strconv.Atoi(strings.TrimSpace(s)); err == nil && i >= 0 && i < len(w.shared) {
			return w.shared[i]
		}
		return ""
	case "b":
		return map[string]string{"1": "true", "0": "false"}[s]
	case "str", "inlineStr", "e", "d":
		return s
	}
	return showNumber(strings.TrimSpace(s), w.styles.code(w.style), w.date1904)
}

// showNumber writes a number as its format says: dates as ISO 8601, shares as
// percentages, the rest in its shortest form, with thousands set apart where
// the format does so.
func showNumber(s, code string, date1904 bool) string {
	v, err := strconv.ParseFloat(s, 64)
	if err != nil || math.IsInf(v, 0) || math.IsNaN(v) {
		return s
	}
	switch kind := formatKind(code); {
	case kind == 'd' && v >= 1 && v < 2958466:
		return excelDate(v, date1904)
	case kind == 't' && v >= 0 && v < 1:
		return excelDate(v, false)[11:]
	case kind == '%':
		return shortest(v*100) + "%"
	case kind == ',':
		return thousands(shortest(v))
	}
	return shortest(v)
}

// shortest writes v without an exponent and without the noise of binary
// fractions.
func shortest(v float64) string {
	if math.Abs(v) >= 1e15 || v != 0 && math.Abs(v) < 1e-9 {
		return strconv.FormatFloat(v, 'g', -1, 64)
	}
	rounded, _ := strconv.ParseFloat(strconv.FormatFloat(v, 'g', 15, 64), 64)
	return strconv.FormatFloat(rounded, 'f', -1, 64)
}

// thousands sets the thousands of a number apart.
func thousands(s string) string {
	whole, rest, _ := strings.Cut(s, ".")
	sign := ""
	if strings.HasPrefix(whole, "-") {
		sign, whole = "-", whole[1:]
	}
	if strings.Trim(whole, "0123456789") != "" {
		return s
	}
	for at := len(whole) - 3; at > 0; at -= 3 {
		whole = whole[:at] + "," + whole[at:]
	}
	if rest != "" {
		whole += "." + rest
	}
	return sign + whole
}

// formatKind tells what a number format shows: 'd' a date, 't' a time, '%' a
// share, ',' thousands, 0 a plain number.
func formatKind(code string) byte {
	code, _, _ = strings.Cut(code, ";")
	var b strings.Builder
	quoted, bracket := false, false
	for i := 0; i < len(code); i++ {
		switch c := code[i]; {
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '\\' || c == '_' || c == '*':
			i++
		case c == '[':
			bracket = true
		case c == ']':
			bracket = false
		case !bracket:
			b.WriteByte(c)
		}
	}
	s := strings.ToLower(b.String())
	switch {
	case s == "general" || s == "":
		return 0
	case strings.ContainsAny(s, "yd"):
		return 'd'
	case strings.ContainsAny(s, "hs"):
		return 't'
	case strings.Contains(s, "%"):
		return '%'
	case strings.Contains(s, ",##") || strings.Contains(s, ",0"):
		return ','
	}
	return 0
}

// excelDate writes the day v, counted from 1900 with a 29 February too many, or
// from 1904.
func excelDate(v float64, date1904 bool) string {
	base := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	if date1904 {
		base = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	} else if v >= 1 && v < 60 {
		v++
	}
	t := base.Add(time.Duration(math.Round(v*86400)) * time.Second)
	switch {
	case v < 1:
		return t.Format("2006-01-02T15:04")
	case v == math.Trunc(v):
		return t.Format("2006-01-02")
	}
	return t.Format("2006-01-02 15:04")
}

// merged returns the rows with headings that stand over several columns
// written in each of them, and labels beside several rows in each of those.
func (w *worksheet) merged() [][]string {
	for _, ref := range w.merges {
		from, to, ok := strings.Cut(ref, ":")
		c0, c1, r0, r1 := columnOf(from), columnOf(to), rowOf(from), rowOf(to)
		if !ok || c0 < 0 || r0 < 0 || c1 < c0 || r1 < r0 || c1-c0 > maxSpan || r1-r0 > 1000 || r0 >= len(w.rows) || c0 >= len(w.rows[r0]) {
			continue
		}
		s := w.rows[r0][c0]
		if s == "" || r0 > 0 && filled(w.rows[r0]) == 1 || filled(w.rows[r0]) == 1 && c0 == 0 {
			continue // a title over the table
		}
		w.spread(s, r0, min(r1, len(w.rows)-1), c0, c1)
	}
	return w.rows
}

// spread writes s into the cells below, and beside where they head columns.
func (w *worksheet) spread(s string, r0, r1, c0, c1 int) {
	for r := r0; r <= r1; r++ {
		for c := c0; c <= c1; c++ {
			if r > r0 && (c0 > 0 || filled(w.rows[r]) == 0) {
				continue
			}
			for len(w.rows[r]) <= c {
				w.rows[r] = append(w.rows[r], "")
			}
			if w.rows[r][c] == "" {
				w.rows[r][c] = s
			}
		}
	}
}

// rowOf returns the row of a reference, "B7" being 6; -1 for none.
func rowOf(ref string) int {
	n, err := strconv.Atoi(strings.TrimLeft(ref, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
	if err != nil || n < 1 || n > 1<<20 {
		return -1
	}
	return n - 1
}
