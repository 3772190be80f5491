package report

import (
	"bytes"
	"encoding/json"
	"io"

	"analyze/internal/doc"
	"analyze/internal/record"
)

type skippedJSON struct {
	Start  int    `json:"start"`
	End    int    `json:"end"`
	Text   string `json:"text"`
	Reason string `json:"reason"`
}

// JSON is the report of d in JSON: its card, mentions and claims as exports
// give them, and the numbers that are no figures.
func JSON(d *doc.Document, card doc.Card, copies []doc.Copy) ([]byte, error) {
	return documentAsJSON(d, card, copies, record.Claims(d))
}

func documentAsJSON(d *doc.Document, card doc.Card, copies []doc.Copy, claims []record.Claim) ([]byte, error) {
	var b bytes.Buffer
	err := writeJSON(&b, d, card, copies, claims)
	return b.Bytes(), err
}

// writeJSON writes what JSON gives, a record at a time: that of a large table
// is two hundred megabytes.
func writeJSON(w io.Writer, d *doc.Document, card doc.Card, copies []doc.Copy, claims []record.Claim) error {
	j := &jsonWriter{w: w}
	j.print("{\n \"version\": ")
	j.value(record.Version, "")
	j.print(",\n \"document\": ")
	j.value(record.OfCard(card, copies), " ")
	j.print(",\n \"mentions\": ")
	list(j, record.Mentions(d))
	j.print(",\n \"claims\": ")
	list(j, claims)
	j.print(",\n \"numbers_not_read\": ")
	skipped := make([]skippedJSON, len(d.Skipped))
	for i, s := range d.Skipped {
		skipped[i] = skippedJSON{s.Start, s.End, d.Slice(s.Span), s.Reason}
	}
	list(j, skipped)
	j.print("\n}\n")
	return j.err
}

// A jsonWriter writes pieces of JSON, up to the first error.
type jsonWriter struct {
	w   io.Writer
	one bytes.Buffer
	err error
}

func (j *jsonWriter) print(s string) {
	if j.err == nil {
		_, j.err = io.WriteString(j.w, s)
	}
}

// value writes v; its lines but the first begin with prefix.
func (j *jsonWriter) value(v any, prefix string) {
	if j.err != nil {
		return
	}
	j.one.Reset()
	e := json.NewEncoder(&j.one)
	e.SetEscapeHTML(false)
	e.SetIndent(prefix, " ")
	if j.err = e.Encode(v); j.err == nil {
		_, j.err = j.w.Write(bytes.TrimSuffix(j.one.Bytes(), []byte("\n")))
	}
}

func list[T any](j *jsonWriter, items []T) {
	if len(items) == 0 {
		j.print("[]")
		return
	}
	for i := range items {
		if i == 0 {
			j.print("[\n  ")
		} else {
			j.print(",\n  ")
		}
		j.value(&items[i], "  ")
	}
	j.print("\n ]")
}
