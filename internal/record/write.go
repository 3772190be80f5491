package record

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"reflect"
	"strconv"
	"strings"
)

// A Writer writes records of one type.
type Writer interface {
	// Write writes one record; all records of a Writer have the same type.
	Write(r any) error
	// Close writes what is left; it does not close what lies below.
	Close() error
}

// NewJSONL returns a Writer of JSON Lines.
func NewJSONL(w io.Writer) Writer {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return jsonl{e}
}

type jsonl struct{ *json.Encoder }

func (j jsonl) Write(r any) error { return j.Encode(r) }
func (j jsonl) Close() error      { return nil }

// NewCSV returns a Writer of comma-separated values (RFC 4180) for records of
// the type of sample: a header line, then nested fields in columns with dotted
// names and lists as JSON. Cells that a spreadsheet would run as a formula get
// an apostrophe in front.
func NewCSV(w io.Writer, sample any) (Writer, error) {
	c := &csvWriter{w: csv.NewWriter(w), fields: Fields(sample)}
	for _, f := range c.fields {
		c.row = append(c.row, f.Name)
	}
	return c, c.w.Write(c.row)
}

type csvWriter struct {
	w      *csv.Writer
	fields []Field
	row    []string
}

func (c *csvWriter) Write(r any) error {
	v := reflect.ValueOf(r)
	for i := range c.fields {
		var err error
		if c.row[i], err = c.fields[i].cell(v); err != nil {
			return err
		}
	}
	return c.w.Write(c.row)
}

func (c *csvWriter) Close() error {
	c.w.Flush()
	return c.w.Error()
}

// cell is the field of a record as a cell of CSV.
func (f *Field) cell(record reflect.Value) (string, error) {
	v, ok := f.of(record)
	if !ok {
		return "", nil
	}
	switch v.Kind() {
	case reflect.Slice, reflect.Map:
		return plainJSON(v.Interface())
	case reflect.String:
		if v.Type() == reflect.TypeFor[Number]() {
			return v.String(), nil
		}
		return inert(v.String()), nil
	case reflect.Int, reflect.Int64:
		return strconv.FormatInt(v.Int(), 10), nil
	}
	return fmt.Sprint(v.Interface()), nil
}

func plainJSON(v any) (string, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return strings.TrimSuffix(b.String(), "\n"), err
}

// inert keeps spreadsheets from running text of documents as formulas (OWASP,
// CSV injection).
func inert(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return "'" + s
	}
	return s
}
