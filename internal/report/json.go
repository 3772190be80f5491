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
	return documentAsJSON(d, card, copies, claimsOf(d))
}

func documentAsJSON(d *doc.Document, card doc.Card, copies []doc.Copy, claims claimList) ([]byte, error) {
	var b bytes.Buffer
	err := writeJSON(&b, d, card, copies, claims)
	return b.Bytes(), err
}

// writeJSON writes what JSON gives, a record at a time: that of a large table
// is two hundred megabytes.
func writeJSON(w io.Writer, d *doc.Document, card doc.Card, copies []doc.Copy, claims claimList) error {
	j := &jsonWriter{w: w}
	j.print("{\n \"version\": ")
	j.value(record.Version, "")
	j.print(",\n \"document\": ")
	j.value(record.OfCard(card, copies), " ")
	j.print(",\n \"mentions\": ")
	mentions := record.Mentions(d, copies)
	list(j, len(mentions), func(i int) *record.Mention { return &mentions[i] })
	j.print(",\n \"claims\": ")
	list(j, len(d.Claims), claims.at)
	j.print(",\n \"numbers_not_read\": ")
	list(j, len(d.Skipped), func(i int) *skippedJSON {
		s := &d.Skipped[i]
		return &skippedJSON{s.Start, s.End, d.Slice(s.Span), s.Reason}
	})
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

func list[T any](j *jsonWriter, n int, at func(int) *T) {
	if n == 0 {
		j.print("[]")
		return
	}
	for i := range n {
		if i == 0 {
			j.print("[\n  ")
		} else {
			j.print(",\n  ")
		}
		j.value(at(i), "  ")
	}
	j.print("\n ]")
}
