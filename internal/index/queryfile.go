package index

import (
	"slices"
	"strings"
)

// A QueryFile is a file of queries, to be answered in a batch.
type QueryFile struct {
	// Head are the names of the columns, Column is that of the queries.
	Head   []string
	Column int
	// Rows are the rows that have a query, each as long as Head at least.
	Rows [][]string
}

// ReadQueries reads a file of queries in one of two forms. If its first line
// has a column called query, it is a table, with commas, semicolons or tabs
// between the columns and CSV's quotes. Otherwise it is a list with a query a
// line, as it would be typed.
//
// Quotes have two meanings in a table. A cell in quotes which needs none, in
// a table whose heading has none, was typed as a phrase and is one; what
// programs write has doubled quotes around phrases, or all of its cells in
// quotes. A line of a list with doubled quotes is a CSV cell, too.
func ReadQueries(text string) *QueryFile {
	text = strings.TrimPrefix(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text), "\ufeff")
	first, _, _ := strings.Cut(strings.TrimLeft(text, "\n"), "\n")
	for _, sep := range []byte(",;\t") {
		head := readTable(first, sep)
		if len(head) == 0 {
			continue
		}
		if i := slices.IndexFunc(head[0], func(c cell) bool { return strings.EqualFold(strings.TrimSpace(c.text), "query") }); i >= 0 {
			return tableOfQueries(readTable(text, sep), i)
		}
	}
	f := &QueryFile{Head: []string{"query"}}
	for line := range strings.SplitSeq(text, "\n") {
		q := strings.TrimSpace(line)
		if c, ok := strictCell(q, 0, 0); ok && c.end == len(q) && strings.Contains(c.text, `"`) {
			q = c.text
		}
		if q != "" {
			f.Rows = append(f.Rows, []string{q})
		}
	}
	return f
}

func tableOfQueries(rows [][]cell, column int) *QueryFile {
	f := &QueryFile{Column: column}
	for _, c := range rows[0] {
		f.Head = append(f.Head, strings.TrimSpace(c.text))
	}
	for _, cells := range rows[1:] {
		var row []string
		for i, c := range cells {
			if i == column && c.needless && !rows[0][column].quoted {
				c.text = `"` + c.text + `"`
			}
			row = append(row, c.text)
		}
		for len(row) < len(f.Head) {
			row = append(row, "")
		}
		if row[column] = strings.TrimSpace(row[column]); row[column] != "" {
			f.Rows = append(f.Rows, row)
		}
	}
	return f
}

// A cell of a table.
type cell struct {
	text     string
	quoted   bool // it stands in quotes,
	needless bool // which CSV would not need
	end      int  // where it ends in the text: at what parts it from the next
}

// readTable reads the rows of a table; empty lines are none.
func readTable(text string, sep byte) (rows [][]cell) {
	var row []cell
	for at := 0; at < len(text); at++ {
		if text[at] == '\n' && len(row) == 0 {
			continue
		}
		c, ok := strictCell(text, sep, at)
		if !ok {
			c = looseCell(text, sep, at)
		}
		row, at = append(row, c), c.end
		if at == len(text) || text[at] == '\n' {
			rows, row = append(rows, row), nil
		}
	}
	if row != nil { // it ends with what parts cells
		rows = append(rows, append(row, cell{}))
	}
	return rows
}

// strictCell reads a cell in quotes as CSV has them. Blanks around the quotes
// do not count.
func strictCell(text string, sep byte, at int) (c cell, ok bool) {
	for at < len(text) && text[at] == ' ' {
		at++
	}
	if at == len(text) || text[at] != '"' {
		return c, false
	}
	var b strings.Builder
	for at++; ; at++ {
		i := strings.IndexByte(text[at:], '"')
		if i < 0 {
			return c, false
		}
		b.WriteString(text[at : at+i])
		if at += i + 1; at == len(text) || text[at] != '"' {
			break
		}
		b.WriteByte('"')
	}
	for at < len(text) && text[at] == ' ' {
		at++
	}
	if at < len(text) && text[at] != '\n' && text[at] != sep {
		return c, false
	}
	c = cell{text: b.String(), quoted: true, end: at}
	c.needless = !strings.ContainsAny(c.text, "\"\n"+string(rune(sep))) && strings.TrimSpace(c.text) != ""
	return c, true
}

// looseCell reads a cell as it stands; what parts cells does not part them
// within quotes that are closed again in the line.
func looseCell(text string, sep byte, at int) cell {
	line := text[at:]
	if i := strings.IndexByte(line, '\n'); i >= 0 {
		line = line[:i]
	}
	end, quotes := len(line), 0
	for i := range len(line) {
		if line[i] == '"' {
			quotes++
		} else if line[i] == sep && quotes%2 == 0 {
			end = i
			break
		}
	}
	if first := strings.IndexByte(line, sep); end == len(line) && quotes%2 != 0 && first >= 0 {
		end = first
	}
	return cell{text: strings.TrimSpace(line[:end]), end: at + end}
}
