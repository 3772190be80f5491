package export

import (
	"encoding/json"
	"io"
	"reflect"
	"slices"

	"analyze/internal/doc"
	"analyze/internal/record"
)

// A csvTable describes one file of comma-separated values as CSV on the Web
// does (w3.org/TR/tabular-metadata).
type csvTable struct {
	Context any       `json:"@context,omitempty"`
	URL     string    `json:"url"`
	Title   string    `json:"dc:title"`
	Schema  csvSchema `json:"tableSchema"`
}

type csvSchema struct {
	Columns     []csvColumn `json:"columns"`
	PrimaryKey  []string    `json:"primaryKey,omitempty"`
	ForeignKeys []csvKey    `json:"foreignKeys,omitempty"`
}

type csvColumn struct {
	Name     string `json:"name"`
	Titles   string `json:"titles"`
	Datatype string `json:"datatype"`
	Required bool   `json:"required,omitempty"`
	Doc      string `json:"dc:description,omitempty"`
}

type csvKey struct {
	Columns   []string     `json:"columnReference"`
	Reference csvReference `json:"reference"`
}

type csvReference struct {
	Resource string   `json:"resource"`
	Columns  []string `json:"columnReference"`
}

var csvContext = []any{"http://www.w3.org/ns/csvw", map[string]string{"@language": "en"}}

// csvOnTheWeb writes the tables of a kind, each with its header, and what they
// hold as csv-metadata.json, the name under which readers look for it.
func csvOnTheWeb(dir string, c *doc.Collection, kind string) error {
	kinds := []string{kind}
	if kind == "all" {
		kinds = tableKinds
	}
	var tables []csvTable
	for _, k := range kinds {
		if err := put(dir, k+".csv", func(w io.Writer) error { return commaSeparated(w, c, k) }); err != nil {
			return err
		}
		tables = append(tables, tableOf(k, kinds))
	}
	var whole any
	if kind == "all" {
		whole = struct {
			Context any        `json:"@context"`
			Tables  []csvTable `json:"tables"`
		}{csvContext, tables}
	} else {
		tables[0].Context = csvContext
		whole = tables[0]
	}
	return put(dir, "csv-metadata.json", func(w io.Writer) error {
		e := json.NewEncoder(w)
		e.SetEscapeHTML(false)
		e.SetIndent("", "  ")
		return e.Encode(whole)
	})
}

// keys of the tables, and the columns that point at others.
var (
	primaryKeys = map[string][]string{"documents": {"id"}, "entities": {"id"}, "claims": {"id"}, "threads": {"id"}, "mentions": {"doc", "start"}}
	foreignKeys = map[string][][2]string{ // column, table
		"mentions":  {{"doc", "documents"}, {"entity", "entities"}},
		"claims":    {{"doc", "documents"}, {"source_entity", "entities"}, {"thread", "threads"}, {"duplicate_of", "claims"}, {"pair", "claims"}},
		"relations": {{"doc", "documents"}, {"from", "entities"}, {"to", "entities"}},
	}
)

func tableOf(kind string, with []string) csvTable {
	t := csvTable{URL: kind + ".csv"}
	for _, k := range Kinds {
		if k.Name == kind {
			t.Title = k.Doc
		}
	}
	t.Schema.Columns = columnsOf(samples[kind])
	t.Schema.PrimaryKey = primaryKeys[kind]
	for _, k := range foreignKeys[kind] {
		if slices.Contains(with, k[1]) {
			t.Schema.ForeignKeys = append(t.Schema.ForeignKeys, csvKey{[]string{k[0]}, csvReference{k[1] + ".csv", []string{"id"}}})
		}
	}
	return t
}

// certain are the columns of words that are never empty.
var certain = []string{"id", "doc", "from", "to", "relation", "bound", "kind"}

// columnsOf describes the columns of records like sample as NewCSV of package
// record writes them.
func columnsOf(sample any) []csvColumn {
	var out []csvColumn
	for _, f := range record.Fields(sample) {
		c := csvColumn{Name: f.Name, Titles: f.Name, Datatype: "json", Required: !f.Optional, Doc: columnDocs[f.Name]}
		switch {
		case f.Type == reflect.TypeFor[record.Number]():
			c.Datatype = "decimal"
		case f.Type.Kind() == reflect.Int, f.Type.Kind() == reflect.Int64:
			c.Datatype = "integer"
		case f.Type.Kind() == reflect.Bool:
			c.Datatype = "boolean"
		case f.Type.Kind() == reflect.String:
			c.Datatype = "string"
			c.Required = c.Required && slices.Contains(certain, c.Name)
		}
		out = append(out, c)
	}
	return out
}

// columnDocs say what columns hold whose names do not.
var columnDocs = map[string]string{
	"start":         "first byte of the span in the document's text (analyze text DOC)",
	"end":           "byte behind the span",
	"doc":           "path of the document below the corpus folder",
	"entity":        "id of the actor or place that the name means; empty for adjectives",
	"in":            "part of the document: title, heading, byline, body, quote, pullquote, list, table, caption, footnote, bibliography, boilerplate",
	"form":          "name, short, acronym or adjective",
	"copy":          "stands in a passage that the document holds twice",
	"low":           "lower end of what is asserted, in unit; empty: open",
	"high":          "upper end of what is asserted, in unit; empty: open",
	"value":         "the number named; empty for a range",
	"bound":         "exact, approx, at_least, more_than, at_most, up_to, less_than, range or change",
	"kind":          "count, percent, ratio, money, measure, duration, age or change",
	"per":           "unit of time or number that a rate is for",
	"what":          "what is counted, as in the text",
	"place":         "short English names, joined by ;",
	"place_role":    "origin, location or destination",
	"places_other":  "further places of other roles",
	"time":          "ISO 8601 with ranges (1990/2010, 2011/..), P18M for a window that ends at publication",
	"time_via":      "where the time was found: text, context, table or footnote",
	"source":        "who says so, in the text's words; empty: the author",
	"source_entity": "id of the source",
	"source_via":    "where the source was found: text, context or footnote",
	"cite":          "the reference that stands at the sentence",
	"sentence":      "the sentence, joined over breaks",
	"duplicate_of":  "id of the claim that this one repeats",
	"repair":        "what was put right to read it, with the evidence",
	"vague":         "a number word without a number: dozens, thousands",
	"pair":          "id of the other claim of a from–to statement",
	"thread":        "id of the thread that compares it with others",
	"mentions":      "mentions outside copies",
	"mentions_all":  "mentions, copies included",
	"country":       "ISO 3166-1 alpha-2",
	"lat":           "degrees north (WGS 84)",
	"lon":           "degrees east (WGS 84)",
	"geonames":      "id in GeoNames",
	"roles":         "author, quoted, cited, subject: by document",
	"by":            "what found it: model, gazetteer, rule, reader",
	"relation":      "of a thread: conflict, update, agree or differs; of entities: what the text states",
	"sources":       "independent sources",
	"set_apart":     "claims that are near but not comparable, with the reason",
	"hash":          "SHA-256 of the file",
	"date":          "ISO 8601, as precise as known",
	"date_via":      "where the date was found: file, header, byline, text or path",
	"language":      "BCP 47",
}
