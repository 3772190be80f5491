package main

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// oddDocuments try to be markup, commands and more than one line, in their
// names as in their words.
var oddDocuments = map[string]string{
	"odd/<b>name & 'quotes'.txt": "A <script>alert(1)</script> of the \u202eBank of \"Ghent\" & Sons\u202c\r\n\r\n" +
		"More than 300 {fighters} came to Syria\x00 in 2015, the Soufan Group said; =cmd|'/c calc'!A1 was 40 percent.\r\n" +
		"The World\nBank paid $5 million to 12,000 refugees 👩‍🚒 in Jordan.\u2028Then 40 left\tfor Kenya.\n",
	"odd/ünïcödé — 日本.md":      "# Title with `code` | pipes\n\nIn 2016 the Red Cross counted 600 families in Côte d’Ivoire; 90 % stayed.\n",
	"odd/one-long-line.txt":    strings.Repeat("In Mali 40 fighters of the Islamic State left for Niger, the United Nations said. ", 60),
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

// recordCounts are the numbers of records that the run in dir gives.
func recordCounts(t *testing.T, dir string) map[string]int {
	t.Helper()
	n := map[string]int{}
	for _, kind := range []string{"documents", "mentions", "entities", "claims", "threads", "relations"} {
		out, err := command(t, dir, "export", kind).Output()
		if err != nil {
			t.Fatal(err)
		}
		n[kind] = bytes.Count(out, []byte("\n"))
	}
	return n
}

// Exports of the demo and of odd documents are read by a library that knows the
// format, and hold as many of everything as the records.
func TestExportsRead(t *testing.T) {
	cache, err := os.UserCacheDir()
	if err != nil {
		t.Skipf("NO READERS: %v", err)
	}
	python := filepath.Join(cache, "analyze-readers", "bin", "python")
	if _, err := os.Stat(python); err != nil {
		t.Skip("NO READERS: scripts/readers/install.sh installs them")
	}
	dir := t.TempDir()
	oddCorpus(t, dir)
	command(t, dir, "run", "--quiet").Run() // some may not be readable: that is reported
	n := recordCounts(t, dir)
	read := func(kind, format, inside string, into any) {
		t.Helper()
		name := filepath.Join(dir, kind+"."+format)
		mustRun(t, dir, "export", kind, "--format", format, "--out", name)
		c := exec.Command(python, filepath.Join(root, "scripts", "readers", "read.py"), format, filepath.Join(name, inside))
		var errs bytes.Buffer
		c.Stderr = &errs
		out, err := c.Output()
		if err != nil {
			t.Errorf("%s as %s is not read: %v\n%s", kind, format, err, errs.String())
		} else if err := json.Unmarshal(out, into); err != nil {
			t.Error(err)
		}
	}
	want := func(what string, got, want int) {
		t.Helper()
		if got != want || got == 0 {
			t.Errorf("%s: %d, and %d in the records", what, got, want)
		}
	}
	var graph struct{ Nodes, Edges int }
	read("network", "gexf", "", &graph)
	want("nodes", graph.Nodes, n["entities"])
	edges := graph.Edges
	read("network", "graphml", "", &graph)
	want("edges of GraphML and GEXF", graph.Edges, edges)
	var places struct{ Features int }
	read("places", "geojson", "", &places)
	var ftm map[string]int
	read("all", "ftm", "", &ftm)
	want("places", places.Features, ftm["Address"])
	want("entities", ftm["Address"]+ftm["Person"]+ftm["Organization"]+ftm["LegalEntity"], n["entities"])
	want("mentions", ftm["Mention"], n["mentions"])
	want("figures", ftm["Note"], n["claims"])
	want("relations", ftm["UnknownLink"]+ftm["Membership"]+ftm["Directorship"], n["relations"])
	var words struct{ Names, Figures int }
	read("all", "conllu", "", &words)
	want("names", words.Names, n["mentions"])
	want("figures in columns", words.Figures, n["claims"])
	var tables, csvw map[string]int
	read("all", "sqlite", "", &tables)
	read("all", "csvw", "csv-metadata.json", &csvw)
	for kind, count := range n {
		want("rows of "+kind, tables[kind], count)
		want("lines of "+kind, csvw[kind+".csv"], count)
	}
	var works struct{ Entries, Pybtex, Set int }
	read("bibliography", "bibtex", "", &works)
	want("works read by pybtex", works.Pybtex, works.Entries)
	entries := works.Entries
	read("bibliography", "csl", "", &works)
	want("works set by citeproc", works.Set, entries)
}
