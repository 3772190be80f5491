package corpus

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strings"

	"analyze/internal/doc"
)

// readCSV reads values set apart by commas, semicolons, tabs or bars (RFC 4180
// and what programs make of it).
func readCSV(data []byte, d *doc.Document) error { return readValues(data, d, 0) }

// readTSV reads values set apart by tabs.
func readTSV(data []byte, d *doc.Document) error { return readValues(data, d, '\t') }

func readValues(data []byte, d *doc.Document, comma rune) error {
	var plain doc.Document
	if err := readText(data, &plain); err != nil {
		return err
	}
	d.File.Encoding, d.Problems = plain.File.Encoding, plain.Problems
	s := strings.TrimPrefix(plain.Text, "\uFEFF")
	if sep, rest, ok := strings.Cut(s, "\n"); ok && strings.HasPrefix(sep, "sep=") && len(strings.TrimSpace(sep)) == 5 {
		comma, s = rune(sep[4]), rest
	}
	if comma == 0 {
		comma = delimiter(s)
	}
	rows, err := values(s, comma)
	if err != nil {
		return err
	}
	var c composer
	c.sheet(rows, "")
	return c.done(d)
}

// values cuts s into rows and cells. Where quotation marks do not pair they are
// signs like any other.
func values(s string, comma rune) ([][]string, error) {
	if strings.Count(s, `"`)%2 == 1 {
		return unquoted(s, comma), nil
	}
	r := csv.NewReader(strings.NewReader(blankLines(s)))
	r.Comma, r.FieldsPerRecord, r.LazyQuotes = comma, -1, true
	var rows [][]string
	cells := 0
	for {
		row, err := r.Read()
		if err == io.EOF {
			return rows, nil
		}
		var bad *csv.ParseError
		if errors.As(err, &bad) {
			return unquoted(s, comma), nil
		} else if err != nil {
			return nil, damaged(err)
		}
		if cells += len(row); cells > maxCells {
			return nil, errTooMuch("more cells than are read of one file")
		}
		if len(row) == 1 && row[0] == emptyLine {
			row = []string{""}
		}
		rows = append(rows, row)
	}
}

// emptyLine stands for an empty line, which a reader of values passes over
// though it parts one table from the next.
const emptyLine = "\x01"

// blankLines puts a sign into the first of the empty lines between others,
// outside of quotation marks.
func blankLines(s string) string {
	if !strings.Contains(s, "\n\n") && !strings.Contains(s, "\n\r\n") {
		return s
	}
	var b strings.Builder
	b.Grow(len(s) + 64)
	quoted := false
	for line := range strings.Lines(s) {
		if !quoted && strings.TrimRight(line, "\r\n") == "" {
			b.WriteString(emptyLine)
		}
		if strings.Count(line, `"`)%2 == 1 {
			quoted = !quoted
		}
		b.WriteString(line)
	}
	return b.String()
}

func unquoted(s string, comma rune) [][]string {
	var rows [][]string
	for line := range strings.Lines(s) {
		row := strings.Split(strings.TrimRight(line, "\r\n"), string(comma))
		for i := range row {
			if c := strings.TrimSpace(row[i]); len(c) > 1 && c[0] == '"' && c[len(c)-1] == '"' {
				row[i] = c[1 : len(c)-1]
			}
		}
		rows = append(rows, row)
	}
	return rows
}

// delimiter returns the sign that cuts the first lines into equally many
// cells, a comma where none does.
func delimiter(s string) rune {
	best, score := ',', 0
	for _, c := range ",;\t|" {
		counts := map[int]int{}
		lines := 0
		scan := bufio.NewScanner(bytes.NewReader([]byte(short(s, 64<<10))))
		scan.Buffer(nil, 1<<20)
		for scan.Scan() && lines < 60 {
			if n := outside(scan.Text(), c); n > 0 {
				counts[n]++
				lines++
			}
		}
		for n, k := range counts {
			if v := k*10 + min(n, 9); k > 1 && v > score || score == 0 && v > 0 {
				best, score = c, v
			}
		}
	}
	return best
}

// outside counts the signs c of a line that are not within quotation marks.
func outside(line string, c rune) int {
	n, quoted := 0, false
	for _, r := range line {
		switch {
		case r == '"':
			quoted = !quoted
		case r == c && !quoted:
			n++
		}
	}
	return n
}
