package corpus

import (
	"strings"

	"analyze/internal/doc"
)

// sheet writes the rows of a sheet: where cells stand side by side a table, and
// what stands alone in its row (titles, sources, remarks) as paragraphs. Empty
// rows part one table from the next.
func (c *composer) sheet(rows [][]string, name string) {
	for len(rows) > 0 && c.err == nil {
		n := 0
		for n < len(rows) && filled(rows[n]) > 0 {
			n++
		}
		if n > 0 {
			c.sheetBlock(rows[:n], name)
		}
		for n < len(rows) && filled(rows[n]) == 0 {
			n++
		}
		rows = rows[n:]
	}
}

// filled counts the cells of a row that are not empty.
func filled(row []string) int {
	n := 0
	for _, s := range row {
		if strings.TrimSpace(s) != "" {
			n++
		}
	}
	return n
}

// sheetBlock writes rows between empty ones: single cells above a table and
// below it are paragraphs; a block of single cells is text.
func (c *composer) sheetBlock(rows [][]string, name string) {
	first, last := 0, len(rows)
	for first < last && lone(rows[first]) {
		first++
	}
	for last > first && lone(rows[last-1]) && leftmost(rows[last-1]) {
		last--
	}
	c.singles(rows[:first])
	if last-first == 1 {
		c.singles(rows[first:last])
	} else {
		c.table(rows[first:last], name)
	}
	c.singles(rows[last:])
}

// lone reports whether a row holds one cell of text, that is no figure.
func lone(row []string) bool {
	if filled(row) != 1 {
		return false
	}
	for _, s := range row {
		if s = strings.TrimSpace(s); s != "" {
			return strings.Trim(s, "0123456789.,+-% ") != ""
		}
	}
	return false
}

// leftmost reports whether the one cell of a row stands in its first column.
func leftmost(row []string) bool { return strings.TrimSpace(row[0]) != "" }

// singles writes rows as paragraphs.
func (c *composer) singles(rows [][]string) {
	for _, row := range rows {
		var r run
		for _, s := range row {
			if strings.TrimSpace(s) != "" {
				r.text(s + " ")
			}
		}
		c.paragraph(&r)
	}
}

// sheetName writes the name of a sheet as its heading.
func (c *composer) sheetName(name string) {
	var r run
	r.text(name)
	c.part(part{kind: doc.MarkHeading, level: 2, run: &r})
}

// plainSheetName reports whether a program gave a sheet its name.
func plainSheetName(s string) bool {
	s = strings.ToLower(strings.Trim(s, "0123456789 _"))
	return s == "" || s == "sheet" || s == "tabelle" || s == "feuille" || s == "feuil" || s == "hoja" || s == "table" || s == "blad" || s == "foglio" || s == "planilha" || s == "лист"
}
