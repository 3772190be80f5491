package main

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"analyze/internal/record"
)

// oddDocuments try to be markup, commands and more than one line, in their
// names as in their words.
var oddDocuments = map[string]string{
	"odd/<b>name & 'quotes'.txt": "A <script>alert(1)</script> of the \u202eBank of \"Ghent\" & Sons\u202c\r\n\r\n" +
		"More than 300 {fighters} came to Syria\x01 in 2015, the Soufan Group said; =cmd|'/c calc'!A1 was 40 percent.\r\n" +
		"The World\nBank paid $5 million to 12,000 refugees 👩‍🚒 in Jordan.\u2028Then 40 left\tfor Kenya.\n",
	"odd/ünïcödé — 日本.md":      "# Title with `code` | pipes\n\nIn 2016 the Red Cross counted 600 families in Côte d’Ivoire; 90 % stayed.\n",
	"odd/one-long-line.txt":    strings.Repeat("In Mali 40 fighters of the Islamic State left for Niger, the United Nations said. ", 60),
	"odd/003_low_lines_.txt":   "The Guild_of_Smiths met Kofi_Annan in Ghana; 70 people came.\n",
	"odd/zero-byte.txt":        "In 2015 40 people\x00 left Kenya.\n",
	"odd/nothing-to-find.txt":  "...\n",
	"odd/-leading=formula.txt": "=1+1 is what 20 teachers in Kenya wrote.\n",
}

// oddCorpus is the demo with odd documents, as corpus in dir.
func oddCorpus(t *testing.T, dir string) {
	t.Helper()
	if err := os.CopyFS(filepath.Join(dir, "corpus"), os.DirFS(filepath.Join(root, "corpus"))); err != nil {
		t.Fatal(err)
	}
	for name, words := range oddDocuments {
		put(t, dir, "corpus/"+name, words)
	}
}

// A reader reads exports of the run in dir with libraries that know the
// formats.
type reader struct {
	*testing.T
	dir, python string
}

func newReader(t *testing.T) *reader {
	t.Helper()
	cache, err := os.UserCacheDir()
	if err != nil {
		t.Skipf("NO READERS: %v", err)
	}
	python := filepath.Join(cache, "analyze-readers", "bin", "python")
	if _, err := os.Stat(python); err != nil {
		t.Skip("NO READERS: scripts/readers/install.sh installs them")
	}
	return &reader{t, t.TempDir(), python}
}

// read reads the file or folder name, which is of a format.
func (r *reader) read(format, name string, into any) {
	r.Helper()
	c := exec.Command(r.python, filepath.Join(root, "scripts", "readers", "read.py"), format, filepath.Join(r.dir, name))
	var errs bytes.Buffer
	c.Stderr = &errs
	out, err := c.Output()
	if err != nil {
		r.Errorf("%s is not read: %v\n%s", format, err, errs.String())
	} else if err := json.Unmarshal(out, into); err != nil {
		r.Error(err)
	}
}

// export writes a kind in a format and reads it.
func (r *reader) export(kind, format, inside string, into any) {
	r.Helper()
	name := kind + "." + format
	mustRun(r, r.dir, "export", kind, "--format", format, "--out", name)
	r.read(format, filepath.Join(name, inside), into)
}

func (r *reader) want(what string, got, want int) {
	r.Helper()
	if got != want || got == 0 {
		r.Errorf("%s: %d, and %d in the records", what, got, want)
	}
}

// records are the numbers of records, each held against the schema that stands
// beside the reports.
func (r *reader) records() map[string]int {
	r.Helper()
	for _, k := range record.Kinds {
		mustRun(r, r.dir, "export", k.Name, "--out", filepath.Join("reports", k.Name+".jsonl"))
	}
	n := map[string]int{}
	r.read("records", "reports", &n)
	for _, k := range record.Kinds {
		r.want(k.Name, n[k.Name], bytes.Count(readFile(r, filepath.Join(r.dir, "reports", k.Name+".jsonl")), []byte("\n")))
	}
	return n
}

func readFile(t testing.TB, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// Exports of the demo and of odd documents are read by a library that knows the
// format, and hold as many of everything as the records.
func TestExportsRead(t *testing.T) {
	r := newReader(t)
	oddCorpus(t, r.dir)
	command(t, r.dir, "run", "--quiet").Run() // some may not be readable: that is reported
	n := r.records()
	var graph struct{ Nodes, Edges int }
	r.export("network", "gexf", "", &graph)
	r.want("nodes", graph.Nodes, n["entities"])
	edges := graph.Edges
	r.export("network", "graphml", "", &graph)
	r.want("edges of GraphML and GEXF", graph.Edges, edges)
	var places struct{ Features int }
	r.export("places", "geojson", "", &places)
	var ftm map[string]int
	r.export("all", "ftm", "", &ftm)
	r.want("places", places.Features, ftm["Address"])
	r.want("entities", ftm["Address"]+ftm["Person"]+ftm["Organization"]+ftm["LegalEntity"], n["entities"])
	r.want("mentions", ftm["Mention"], n["mentions"])
	r.want("figures", ftm["Note"], n["claims"])
	r.want("relations", ftm["UnknownLink"]+ftm["Membership"]+ftm["Directorship"], n["relations"])
	var words struct{ Names, Figures int }
	r.export("all", "conllu", "", &words)
	r.want("names", words.Names, n["mentions"])
	r.want("figures in columns", words.Figures, n["claims"])
	var tables, csvw map[string]int
	r.export("all", "sqlite", "", &tables)
	r.export("all", "csvw", "csv-metadata.json", &csvw)
	for kind, count := range n {
		r.want("rows of "+kind, tables[kind], count)
		r.want("lines of "+kind, csvw[kind+".csv"], count)
	}
	var works struct{ Entries, Pybtex, Set int }
	r.export("bibliography", "bibtex", "", &works)
	r.want("works read by pybtex", works.Pybtex, works.Entries)
	entries := works.Entries
	r.export("bibliography", "csl", "", &works)
	r.want("works set by citeproc", works.Set, entries)
}
