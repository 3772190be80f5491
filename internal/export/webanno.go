package export

import (
	"encoding/json"
	"io"
	"net/url"
	"strconv"
	"strings"
	"unicode/utf8"

	"analyze/internal/doc"
	"analyze/internal/record"
)

// An annotation is one of the W3C Web Annotation Data Model.
type annotation struct {
	ID     string     `json:"id"`
	Type   string     `json:"type"`
	Motive string     `json:"motivation"`
	Body   []annoBody `json:"body"`
	Target annoTarget `json:"target"`
}

type annoBody struct {
	Type    string `json:"type"`
	Purpose string `json:"purpose"`
	Value   string `json:"value,omitempty"`
	Format  string `json:"format,omitempty"`
	Source  string `json:"source,omitempty"`
}

type annoTarget struct {
	Source   string `json:"source"`
	Selector []any  `json:"selector"`
}

// A positionSelector counts in code points, half-open.
type positionSelector struct {
	Type  string `json:"type"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

type quoteSelector struct {
	Type   string `json:"type"`
	Exact  string `json:"exact"`
	Prefix string `json:"prefix,omitempty"`
	Suffix string `json:"suffix,omitempty"`
}

// webAnnotation writes mentions and claims as one collection of annotations.
// Targets are the documents' paths below the corpus folder: the file is to lie
// in that folder, or to be read with it as base.
func webAnnotation(w io.Writer, c *doc.Collection, _ string) error {
	p := &printer{w: w}
	p.print(`{"@context":"http://www.w3.org/ns/anno.jsonld","id":"#annotations","type":"AnnotationCollection","label":"Names and figures","first":{"id":"#page","type":"AnnotationPage","partOf":"#annotations","startIndex":0,"items":[`)
	total := 0
	names := map[string]*doc.Entity{}
	for i := range c.Entities {
		names[c.Entities[i].ID] = &c.Entities[i]
	}
	put := func(a *annotation) error {
		b, err := plain(a)
		if total++; total > 1 {
			p.print(",")
		}
		p.print("\n" + b)
		return err
	}
	for d, err := range c.Documents() {
		if err == nil {
			err = annotate(d, names, put)
		}
		if err != nil {
			return err
		}
	}
	p.printf("\n]},\"total\":%d}\n", total)
	return p.err
}

// plain is v as JSON that does not escape what only HTML minds.
func plain(v any) (string, error) {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return strings.TrimSuffix(b.String(), "\n"), err
}

func annotate(d *doc.Document, names map[string]*doc.Entity, put func(*annotation) error) error {
	at := pointsOf(d.Text)
	source := sourceIRI(d.ID)
	for _, m := range record.Mentions(d, nil) {
		a := &annotation{ID: source + "#m" + strconv.Itoa(m.Start), Type: "Annotation", Motive: "identifying", Target: target(d, at, source, m.Start, m.End)}
		a.Body = append(a.Body, textual("classifying", m.Type))
		if m.Entity != nil && names[*m.Entity] != nil {
			e := names[*m.Entity]
			a.Body = append(a.Body, textual("tagging", e.Name))
			if e.GeoNames != 0 {
				a.Body = append(a.Body, annoBody{Type: "SpecificResource", Purpose: "identifying", Source: "https://sws.geonames.org/" + strconv.Itoa(e.GeoNames) + "/"})
			}
		}
		if err := put(a); err != nil {
			return err
		}
	}
	for _, c := range record.Claims(d) {
		a := &annotation{ID: source + "#c" + strconv.Itoa(c.Start), Type: "Annotation", Motive: "describing", Target: target(d, at, source, c.Start, c.End)}
		whole, err := plain(c)
		if err != nil {
			return err
		}
		a.Body = append(a.Body, textual("describing", inWords(&c)),
			annoBody{Type: "TextualBody", Purpose: "describing", Value: whole, Format: "application/json"})
		if err := put(a); err != nil {
			return err
		}
	}
	return nil
}

func textual(purpose, value string) annoBody {
	return annoBody{Type: "TextualBody", Purpose: purpose, Value: value, Format: "text/plain"}
}

// sourceIRI is a document's path as a relative IRI.
func sourceIRI(id string) string {
	parts := strings.Split(id, "/")
	for i := range parts {
		parts[i] = url.PathEscape(parts[i])
	}
	return "./" + strings.Join(parts, "/")
}

// beside is how many code points of the text before and behind are quoted.
const beside = 32

func target(d *doc.Document, at *points, source string, start, end int) annoTarget {
	from := start
	for range beside {
		_, n := utf8.DecodeLastRuneInString(d.Text[:from])
		from -= n
	}
	to := end
	for range beside {
		_, n := utf8.DecodeRuneInString(d.Text[to:])
		to += n
	}
	return annoTarget{source, []any{
		positionSelector{"TextPositionSelector", at.before(start), at.before(end)},
		quoteSelector{"TextQuoteSelector", d.Text[start:end], d.Text[from:start], d.Text[end:to]},
	}}
}
