package record

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"reflect"
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
	c := csv.NewWriter(w)
	return &csvWriter{w: c}, c.Write(header(reflect.TypeOf(sample), ""))
}

type csvWriter struct {
	w   *csv.Writer
	row []string
}

func (c *csvWriter) Write(r any) error {
	var err error
	c.row, err = cells(c.row[:0], reflect.ValueOf(r))
	if err != nil {
		return err
	}
	return c.w.Write(c.row)
}

func (c *csvWriter) Close() error {
	c.w.Flush()
	return c.w.Error()
}

func header(t reflect.Type, prefix string) []string {
	var names []string
	for i := range t.NumField() {
		f := t.Field(i)
		name := prefix + f.Tag.Get("json")
		if f.Type.Kind() == reflect.Struct {
			names = append(names, header(f.Type, name+".")...)
			continue
		}
		names = append(names, name)
	}
	return names
}

func cells(row []string, v reflect.Value) ([]string, error) {
	for i := range v.NumField() {
		f := v.Field(i)
		if f.Kind() == reflect.Pointer {
			if f.IsNil() {
				row = append(row, "")
				continue
			}
			f = f.Elem()
		}
		switch f.Kind() {
		case reflect.Struct:
			var err error
			if row, err = cells(row, f); err != nil {
				return nil, err
			}
		case reflect.Slice, reflect.Map:
			s, err := plainJSON(f.Interface())
			if err != nil {
				return nil, err
			}
			row = append(row, s)
		default:
			s := fmt.Sprint(f.Interface())
			if _, number := f.Interface().(Number); !number && f.Kind() == reflect.String {
				s = inert(s)
			}
			row = append(row, s)
		}
	}
	return row, nil
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
