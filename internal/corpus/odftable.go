package corpus

import (
	"strconv"
	"strings"
)

// An odfTable is a table in the making.
type odfTable struct {
	name     string
	rows     [][]string
	row      []string
	paras    []*run // of the cell
	repeat   int    // how many columns the cell stands for
	rowTimes int
	value    string
	whole    [][]*run
	long     int
	cells    int
}

func (w *odfReader) tableTag(t *tag) {
	if t.name == "table" {
		w.tables = append(w.tables, &odfTable{name: t.attr("name")})
		return
	}
	k := len(w.tables)
	if k == 0 {
		return
	}
	tb := w.tables[k-1]
	switch t.name {
	case "table-row":
		tb.row, tb.rowTimes = nil, number(t.attr("number-rows-repeated"), 1, 1<<20)
	case "table-cell", "covered-table-cell":
		tb.paras, tb.repeat, tb.value = nil, number(t.attr("number-columns-repeated"), 1, 1<<14), odfValue(t)
	}
}

// odfValue returns the value of a cell where what it shows is cut for the eye.
func odfValue(t *tag) string {
	if t.attr("value-type") == "date" {
		return strings.TrimSuffix(t.attr("date-value"), "T00:00:00")
	}
	return ""
}

func (w *odfReader) endTableTag(name string) {
	k := len(w.tables)
	if k == 0 {
		return
	}
	tb := w.tables[k-1]
	switch name {
	case "table-cell", "covered-table-cell":
		w.endCell(tb)
	case "table-row":
		for n := range tb.rowTimes {
			if n > 0 && (filled(tb.row) == 0 || n > 1000) {
				break
			}
			tb.rows = append(tb.rows, append([]string(nil), tb.row...))
		}
	case "table":
		w.tables = w.tables[:k-1]
		w.endTable(tb, k)
	}
}

func (w *odfReader) endCell(t *odfTable) {
	var texts []string
	size := 0
	for _, r := range t.paras {
		texts = append(texts, strings.ReplaceAll(r.String(), "\t", " "))
		size += len(r.String())
	}
	s := strings.Join(texts, " ")
	if t.value != "" && !w.sheets {
		t.value = ""
	}
	if t.value != "" {
		s = t.value
	}
	if size > 300 {
		t.long++
	}
	t.cells++
	if len(t.paras) > 0 && !w.sheets {
		t.whole = append(t.whole, t.paras)
	}
	t.paras = nil
	times := t.repeat
	if s == "" {
		times = min(times, 256)
	}
	for range times {
		if w.c.cells++; w.c.cells > maxCells {
			w.c.err = errTooMuch("more than " + strconv.Itoa(maxCells) + " cells in its tables")
			return
		}
		t.row = append(t.row, s)
	}
}

// endTable writes a table, the k-th of those that stand within each other.
func (w *odfReader) endTable(t *odfTable, k int) {
	switch {
	case w.sheets && k == 1:
		w.pages++
		if len(t.rows) == 0 {
			return
		}
		w.c.page(w.pages)
		if !plainSheetName(t.name) {
			w.c.sheetName(t.name)
		}
		w.c.cells = 0
		w.c.sheet(t.rows, t.name)
	case k > 1:
		for _, cell := range t.whole {
			w.tables[k-2].paras = append(w.tables[k-2].paras, cell...)
		}
	case t.long*3 > t.cells:
		for _, cell := range t.whole {
			for _, r := range cell {
				w.c.paragraph(r)
			}
		}
	default:
		w.c.cells = 0
		w.c.table(t.rows, "")
	}
}
