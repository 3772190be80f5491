package report

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"analyze/internal/doc"
	"analyze/internal/record"
)

// ManifestFile is the name of the manifest in a folder of reports.
const ManifestFile = "run.json"

// manifestVersion is the version of the manifest's form.
const manifestVersion = 1

// Made says what reports were made by and from, beside the documents. It holds
// nothing that differs between two runs over the same input.
type Made struct {
	Program string `json:"program"`
	Records int    `json:"records"` // version of the records' schema
	State   int    `json:"state"`   // version of the files in the work folder
	// Date is the day that the builder of a reproducible run names
	// (SOURCE_DATE_EPOCH), ISO 8601; nil where none is named.
	Date *string `json:"date"`
	// Passes have their versions, Models and Settings the hashes of what they
	// are: weights and lists in the program; the reader's own files.
	Passes   map[string]int    `json:"passes"`
	Models   map[string]string `json:"models"`
	Settings map[string]string `json:"settings"`
}

// A Manifest is what run.json holds: enough to say later what a run stood on,
// and in which documents, names, figures and verdicts two runs differ.
type Manifest struct {
	Manifest int `json:"manifest"`
	Made
	Documents []ManifestDocument `json:"documents"` // by id
	Entities  []ManifestEntity   `json:"entities"`  // by id
	Threads   []ManifestThread   `json:"threads"`   // in the order of the collection
	Problems  []ManifestProblem  `json:"problems"`
	// Reports have the SHA-256 of their bytes; those that tell what is new since
	// the run before, and so differ without another input, that of their bytes
	// without the section that tells it.
	Reports map[string]string `json:"reports"`
}

// A ManifestDocument is one document and what it states.
type ManifestDocument struct {
	ID       string   `json:"id"`
	Hash     string   `json:"hash"` // SHA-256 of the file
	Bytes    int64    `json:"bytes"`
	Title    string   `json:"title"`
	Date     string   `json:"date"`
	Mentions int      `json:"mentions"`
	Figures  []Stated `json:"figures"`
}

// A Stated is a figure in words, and where it begins.
type Stated struct {
	Start int    `json:"start"` // byte of the document's text
	Says  string `json:"says"`
}

// A ManifestEntity is an actor or a place.
type ManifestEntity struct {
	ID        string `json:"id"`
	Name      string `json:"name"`
	Type      string `json:"type"`
	Documents int    `json:"documents"`
	Mentions  int    `json:"mentions"`
}

// A ManifestThread is a figure told by several and how they stand to each
// other.
type ManifestThread struct {
	ID       string `json:"id"`
	Topic    string `json:"topic"`
	Relation string `json:"relation"`
	Reason   string `json:"reason"`
	Figures  int    `json:"figures"`
	Sources  int    `json:"sources"`
}

// A ManifestProblem is a file that could not be read, or a place in a document
// that is in doubt.
type ManifestProblem struct {
	File    string `json:"file"`
	Problem string `json:"problem"`
	Hint    string `json:"hint,omitempty"`
}

// inAWord says of a claim what makes it the claim that it is, wherever it
// stands: "more than 40,000 fighters, to Syria, 2015-12, Soufan Group".
func inAWord(c *record.Claim) string { return inAWordAt(c, or(c.Time, "")) }

// inAWordAt is inAWord with its time in other words.
func inAWordAt(c *record.Claim, time string) string {
	parts := []string{strings.TrimSpace(Amount(c) + " " + cut(or(c.What, ""), 80))}
	for _, p := range []string{where(c), time, or(c.Source, "")} {
		if p != "" {
			parts = append(parts, cut(p, 80))
		}
	}
	return strings.Join(parts, ", ")
}

// A manifestWriter writes run.json piece by piece, documents first, so that
// nothing is held that other reports do not hold.
type manifestWriter struct {
	out *Stream
	n   int
	// stated counts the figures of the document that was begun.
	stated int
	err    error
	done   bool
}

// beginManifest begins the manifest of f.
func beginManifest(f *Folder) (*manifestWriter, error) {
	out, err := f.Create(ManifestFile)
	if err != nil {
		return nil, err
	}
	m := &manifestWriter{out: out}
	m.print("{\n\"manifest\": " + fmt.Sprint(manifestVersion))
	made := f.Made
	for _, x := range []struct {
		name  string
		value any
	}{
		{"program", made.Program}, {"records", made.Records}, {"state", made.State}, {"date", made.Date},
		{"passes", orNone(made.Passes)}, {"models", orNone(made.Models)}, {"settings", orNone(made.Settings)},
	} {
		m.field(x.name, x.value)
	}
	m.print(",\n\"documents\": [")
	return m, nil
}

// orNone is m, or an empty map, since null is no list of anything.
func orNone[V any](m map[string]V) map[string]V {
	if m == nil {
		return map[string]V{}
	}
	return m
}

func (m *manifestWriter) print(s string) {
	if m.err == nil {
		_, m.err = m.out.WriteString(s)
	}
}

func (m *manifestWriter) field(name string, value any) {
	m.print(",\n\"" + name + "\": ")
	m.value(value)
}

// value writes v on the line.
func (m *manifestWriter) value(v any) {
	b, err := oneLine(v)
	if err != nil && m.err == nil {
		m.err = err
	}
	m.print(b)
}

func oneLine(v any) (string, error) {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return strings.TrimSuffix(b.String(), "\n"), err
}

// item writes v as the next item of the list that is open.
func (m *manifestWriter) item(v any) {
	if m.n++; m.n > 1 {
		m.print(",")
	}
	m.print("\n")
	m.value(v)
}

// document begins a document; they come in order, and between this and
// endDocument its figures.
func (m *manifestWriter) document(c *doc.Card) {
	if m.n++; m.n > 1 {
		m.print(",")
	}
	b, err := oneLine(ManifestDocument{c.ID, c.Hash, c.Size, title(c.Meta, c.ID), c.Meta.Date, c.Mentions, []Stated{}})
	if err != nil && m.err == nil {
		m.err = err
	}
	m.print("\n" + strings.TrimSuffix(b, "]}"))
	m.stated = 0
}

// figures writes figures of the document that was begun.
func (m *manifestWriter) figures(list []Stated) {
	for _, f := range list {
		if m.stated++; m.stated > 1 {
			m.print(",")
		}
		m.value(f)
	}
}

func (m *manifestWriter) endDocument() error {
	m.print("]}")
	return m.err
}

func (m *manifestWriter) list(name string) {
	m.print("\n],\n\"" + name + "\": [")
	m.n = 0
}

// finish writes what comes after the documents, when all other reports are
// written, and puts the manifest in its place.
func (m *manifestWriter) finish(f *Folder, c *doc.Collection) error {
	m.list("entities")
	for i := range c.Entities {
		e := &c.Entities[i]
		m.item(ManifestEntity{e.ID, e.Name, e.Type.String(), len(e.Documents), e.Mentions})
	}
	m.list("threads")
	for i := range c.Threads {
		t := &c.Threads[i]
		m.item(ManifestThread{t.ID, t.Topic, t.Relation, t.Reason, len(t.Claims), t.Sources})
	}
	m.list("problems")
	for _, x := range c.Failures {
		m.item(ManifestProblem{x.ID, x.Reason, x.Hint})
	}
	for i := range c.Cards {
		for _, p := range c.Cards[i].Problems {
			m.item(ManifestProblem{File: c.Cards[i].ID, Problem: p.Text})
		}
	}
	m.print("\n],\n\"reports\": {")
	for i, name := range slices.Sorted(maps.Keys(f.now)) {
		if i > 0 {
			m.print(",")
		}
		hash := f.now[name]
		if lasting, ok := f.lasting[name]; ok {
			hash = lasting
		}
		m.print("\n")
		m.value(name)
		m.print(": ")
		m.value(hash)
	}
	m.print("\n}\n}\n")
	if m.err != nil {
		return m.err
	}
	m.done = true
	return m.out.Close()
}

// discard gives the manifest up where the reports were not written.
func (m *manifestWriter) discard(err error) {
	if err != nil && !m.done {
		m.out.Discard()
	}
}

// ReadManifest reads the manifest name, which may be a folder of reports.
func ReadManifest(name string) (*Manifest, error) {
	if info, err := os.Stat(name); err == nil && info.IsDir() {
		name = filepath.Join(name, ManifestFile)
	}
	f, err := os.Open(name)
	if errors.Is(err, os.ErrNotExist) {
		return nil, fmt.Errorf("there is no %s: name a folder of reports, or the manifest of a run", name)
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	m := new(Manifest)
	if err := json.NewDecoder(f).Decode(m); err != nil && !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("%s is no manifest of a run: %w", name, err)
	}
	if m.Manifest != manifestVersion {
		return nil, fmt.Errorf("%s is no manifest of a run that this version reads (form %d, this one reads %d)", name, m.Manifest, manifestVersion)
	}
	return m, nil
}
