package report

import (
	"bytes"
	"encoding/json"

	"analyze/internal/doc"
	"analyze/internal/record"
)

// documentJSON is the report of one document in JSON: the records of exports,
// gathered.
type documentJSON struct {
	Version  int              `json:"version"`
	Document record.Document  `json:"document"`
	Mentions []record.Mention `json:"mentions"`
	Claims   []record.Claim   `json:"claims"`
	Skipped  []skippedJSON    `json:"numbers_not_read"`
}

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
	r := documentJSON{Version: record.Version, Document: record.OfCard(card, copies), Mentions: record.Mentions(d), Claims: claims, Skipped: []skippedJSON{}}
	for _, s := range d.Skipped {
		r.Skipped = append(r.Skipped, skippedJSON{s.Start, s.End, d.Slice(s.Span), s.Reason})
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	err := e.Encode(r)
	return b.Bytes(), err
}
