// Package export writes collections in the formats that other programs read:
// one file a format. Nothing is capped: every format holds all that the records
// of package record hold of its kinds, and a stream holds one document in
// memory at a time.
//
// Exports hold no clock and no path of a machine: equal input gives equal bytes.
// Everything that comes from documents is escaped as the format demands; what a
// format cannot hold at all (control characters in XML) becomes U+FFFD.
package export

import (
	"bufio"
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"analyze/internal/doc"
)

// A Kind is what an export holds.
type Kind struct {
	Name string
	Doc  string // what it holds, in a line
}

// Kinds are the kinds of exports, records first.
var Kinds = []Kind{
	{"documents", "cards: title, authors, date, source, length, copies, problems"},
	{"mentions", "names where they stand"},
	{"entities", "actors and places over all documents"},
	{"claims", "figures, with who says so, where and when"},
	{"threads", "figures that several sources tell"},
	{"network", "actors and places, tied by sentences that name both and by what texts state"},
	{"relations", "what texts state of actors and places to each other"},
	{"places", "places, with and without position"},
	{"bibliography", "the documents and the works that their notes cite"},
	{"all", "everything"},
}

// A Format is a way to write exports. Exactly one of its writers is set.
type Format struct {
	Name  string
	Kinds []string // that it can hold
	Doc   string   // what it is and for whom, in a line

	// Words says that documents must be opened with their Tokens.
	Words bool

	stream func(w io.Writer, c *doc.Collection, kind string) error
	// file writes the file name, which does not exist.
	file func(name string, c *doc.Collection) error
	// folder writes files into dir, which is there and empty.
	folder func(dir string, c *doc.Collection, kind string) error
}

// Formats are the formats, in the order of help.
var Formats = []*Format{
	{Name: "jsonl", Kinds: append(slices.Clone(tableKinds), "network"), Doc: "JSON Lines, one record a line", stream: jsonLines},
	{Name: "csv", Kinds: append(slices.Clone(tableKinds), "network"), Doc: "comma-separated values (RFC 4180)", stream: commaSeparated},
	{Name: "csvw", Kinds: append(slices.Clone(tableKinds), "all"), Doc: "a folder: CSV with its metadata (CSV on the Web)", folder: csvOnTheWeb},
	{Name: "sqlite", Kinds: []string{"all"}, Doc: "a database with keys, views and full-text search, for SQL and Datasette", file: SQLite},
	{Name: "geojson", Kinds: []string{"places"}, Doc: "GeoJSON (RFC 7946), for maps", stream: geoJSON},
	{Name: "gexf", Kinds: []string{"network", "relations"}, Doc: "GEXF 1.3, for Gephi", stream: gexf},
	{Name: "graphml", Kinds: []string{"network", "relations"}, Doc: "GraphML, for Cytoscape, yEd, igraph, networkx", stream: graphML},
	{Name: "ftm", Kinds: []string{"all"}, Doc: "FollowTheMoney entities as JSON lines, for Aleph and OpenAleph", stream: followTheMoney},
	{Name: "webanno", Kinds: []string{"all"}, Doc: "W3C Web Annotation (JSON-LD), positions in code points", stream: webAnnotation},
	{Name: "brat", Kinds: []string{"all"}, Doc: "a folder: brat standoff, a .txt and an .ann a document", folder: brat},
	{Name: "conllu", Kinds: []string{"all"}, Doc: "words in columns after CoNLL-U, with names and figures", Words: true, stream: conllU},
	{Name: "bibtex", Kinds: []string{"bibliography"}, Doc: "BibTeX, for LaTeX and JabRef", stream: bibTeX},
	{Name: "csl", Kinds: []string{"bibliography"}, Doc: "CSL-JSON, for Zotero, pandoc and citeproc", stream: cslJSON},
}

// KindNames lists the names of kinds.
func KindNames() []string {
	var names []string
	for _, k := range Kinds {
		names = append(names, k.Name)
	}
	return names
}

// FormatNames lists the formats that hold kind, all formats for "".
func FormatNames(kind string) []string {
	var names []string
	for _, f := range Formats {
		if kind == "" || slices.Contains(f.Kinds, kind) {
			names = append(names, f.Name)
		}
	}
	return names
}

// Default is the format that kind is written in where none is named.
func Default(kind string) string {
	switch kind {
	case "all":
		return "sqlite"
	case "network":
		return "gexf"
	}
	return cmp.Or(FormatNames(kind)...)
}

// Find returns the format of that name, nil if there is none.
func Find(name string) *Format {
	i := slices.IndexFunc(Formats, func(f *Format) bool { return f.Name == name })
	if i < 0 {
		return nil
	}
	return Formats[i]
}

// Holds reports whether f can hold kind.
func (f *Format) Holds(kind string) bool { return slices.Contains(f.Kinds, kind) }

// Streams reports whether f can be written to a pipe; the others need a name.
func (f *Format) Streams() bool { return f.stream != nil }

// Stream writes kind to w; f must stream.
func (f *Format) Stream(w io.Writer, c *doc.Collection, kind string) error {
	b := bufio.NewWriterSize(w, 1<<16)
	return errors.Join(f.stream(b, c, kind), b.Flush())
}

// Write writes kind as the file or folder out: whole, or not at all. A file
// that is there is replaced; a folder must be new or empty.
func (f *Format) Write(out string, c *doc.Collection, kind string) (err error) {
	if f.folder != nil {
		return intoFolder(out, func(dir string) error { return f.folder(dir, c, kind) })
	}
	tmp, err := os.MkdirTemp(filepath.Dir(out), ".tmp-export-")
	if err != nil {
		return fmt.Errorf("writing %s: %w", out, err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(tmp)) }()
	name := filepath.Join(tmp, filepath.Base(out))
	if f.file != nil {
		err = f.file(name, c)
	} else {
		err = intoFile(name, func(w io.Writer) error { return f.Stream(w, c, kind) })
	}
	if err != nil {
		return err
	}
	return os.Rename(name, out)
}

func intoFile(name string, write func(io.Writer) error) error {
	w, err := os.Create(name)
	if err != nil {
		return err
	}
	return errors.Join(write(w), w.Close())
}

// intoFolder fills a folder beside dir and puts it in its place.
func intoFolder(dir string, fill func(string) error) (err error) {
	dir = filepath.Clean(dir)
	if list, err := os.ReadDir(dir); err == nil && len(list) > 0 {
		return fmt.Errorf("the folder %s is not empty: name a new one with --out", dir)
	} else if err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	tmp, err := os.MkdirTemp(filepath.Dir(dir), ".tmp-export-")
	if err != nil {
		return fmt.Errorf("writing %s: %w", dir, err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(tmp)) }()
	inner := filepath.Join(tmp, "x")
	if err := os.Mkdir(inner, 0o777); err != nil {
		return err
	}
	if err := fill(inner); err != nil {
		return err
	}
	if err := os.Remove(dir); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	return os.Rename(inner, dir)
}

// put writes a file of a folder.
func put(dir, name string, write func(io.Writer) error) error {
	return intoFile(filepath.Join(dir, name), func(f io.Writer) error {
		b := bufio.NewWriterSize(f, 1<<16)
		return errors.Join(write(b), b.Flush())
	})
}

// printer writes text and remembers the first error, so that writers of formats
// read as the format does.
type printer struct {
	w   io.Writer
	err error
}

func (p *printer) printf(format string, args ...any) {
	if p.err == nil {
		_, p.err = fmt.Fprintf(p.w, format, args...)
	}
}

func (p *printer) print(s string) {
	if p.err == nil {
		_, p.err = io.WriteString(p.w, s)
	}
}

func join(list []string) string { return strings.Join(list, "|") }
