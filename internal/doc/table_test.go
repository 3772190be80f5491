package doc

import (
	"strings"
	"testing"
)

// tableOf makes a table of lines: the first holds the headers, the others a label and
// cells; a cell "-" is none.
func tableOf(lines string) *Table {
	t := &Table{}
	for i, l := range strings.Split(lines, "\n") {
		cells := strings.Split(l, "|")
		if i == 0 {
			for _, h := range cells {
				t.Columns = append(t.Columns, Column{Header: h})
			}
			continue
		}
		row := Row{Label: cells[0]}
		for k := 1; k < len(cells); k++ {
			if cells[k] != "-" {
				row.Cells = append(row.Cells, Cell{Column: k})
			}
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func TestRowsTell(t *testing.T) {
	for lines, want := range map[string]bool{
		"|a|b\nMeals (%)|1|2\nSheep (TLU)|3|4\nDebt (€)|5|6":               true,
		"|a|b\nMeals (%)|1|2\nSheep (TLU)|3|4\nDebt|5|6":                   false, // two are too few
		"|a|b\nMeals (%)|1|2\nSheep (TLU)|3|4\nWork (hours)|5|6\nDebt|5|6": true,
		"|a|b\nMeals (a)|1|2\nSheep (b)|3|4\nDebt (c)|5|6":                 false, // marks of notes
		"|a|b\nMeals (2014)|1|2\nSheep (2015)|3|4\nDebt (2016)|5|6":        false,
		"|a|b\nLand|-|-\nMeals (%)|1|2\nSheep (TLU)|3|4\nDebt (N)|5|6":     true, // what heads a group is not asked
		"|a|b": false,
	} {
		if got := tableOf(lines).RowsTell(); got != want {
			t.Errorf("%q: %v", lines, got)
		}
	}
}

func TestTellers(t *testing.T) {
	for lines, want := range map[string]bool{
		"lake|police|hospitals (b)\nVik|1|2":        true,
		"lake|police|drownings\nVik|1|2":            false,
		"lake|police|remarks\nVik|1|-":              false, // one alone is no rival
		"town|army|rebels|notes\nVik|1|2|-":         true,
		"town|police officers|hospitals\nVik|1|2":   false,
		"town|hospitals|police stations\nVik|1|2|3": false,
	} {
		if got := tableOf(lines).Tellers(); got != want {
			t.Errorf("%q: %v", lines, got)
		}
	}
}

func TestGroupHeader(t *testing.T) {
	for header, want := range map[string]bool{"messages (n=211)": true, "control (N = 40)": false, "control (n = 40)": true, "usual care, n=207": true, "n": false, "men": false, "column (n)": false, "men (%)": false} {
		if got := GroupHeader(header); got != want {
			t.Errorf("%q: %v", header, got)
		}
	}
}
