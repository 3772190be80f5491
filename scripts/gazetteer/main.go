// Command gazetteer makes the data file of package gazetteer from the lists
// beside it and from the open packages that make.sh fetches. Equal input gives
// equal bytes.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"sort"

	"analyze/internal/nlp/gazetteer"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("gazetteer: ")
	sources := flag.String("sources", "", "folder with the Python packages and names.tsv")
	lists := flag.String("lists", "internal/nlp/gazetteer/data", "folder with the lists")
	out := flag.String("o", "internal/nlp/gazetteer/data/gazetteer.zst", "file to write")
	flag.Parse()
	if err := run(*sources, *lists, *out); err != nil {
		log.Fatal(err)
	}
}

func run(sources, lists, out string) error {
	m := newMaker(sources, lists)
	for _, step := range []struct {
		what string
		do   func() error
	}{
		{"words", m.readWords},
		{"countries", m.readCountries},
		{"regions", m.readRegions},
		{"first-level regions", m.readSubdivisions},
		{"abbreviations", m.readAbbreviations},
		{"cities", m.readCities},
		{"places", m.readPlaces},
		{"organisations", m.readOrgs},
		{"groups", m.readGroups},
		{"links", m.readLinks},
	} {
		if err := step.do(); err != nil {
			return fmt.Errorf("reading %s: %w", step.what, err)
		}
	}
	recs, err := m.finish()
	if err != nil {
		return err
	}
	b, err := gazetteer.Encode(recs, m.wordList())
	if err != nil {
		return err
	}
	if err := os.WriteFile(out, b, 0o644); err != nil {
		return err
	}
	m.report(recs, len(b))
	return nil
}

// report prints how many entries of each kind there are.
func (m *maker) report(recs []gazetteer.Record, size int) {
	count := map[gazetteer.Kind]int{}
	aliases := 0
	for i := range recs {
		count[recs[i].Kind]++
		aliases += 1 + len(recs[i].Aliases)
	}
	for k := gazetteer.Country; k.Type() != ""; k++ {
		fmt.Printf("%7d  %s\n", count[k], k)
	}
	fmt.Printf("%7d  entries, %d names, %d words, %d bytes\n", len(recs), aliases, len(m.words), size)
}

// wordList is the words of all lists, sorted.
func (m *maker) wordList() []gazetteer.Word {
	var ws []gazetteer.Word
	for w, in := range m.words {
		ws = append(ws, gazetteer.Word{Text: w, In: in})
	}
	sort.Slice(ws, func(i, j int) bool { return ws[i].Text < ws[j].Text })
	return ws
}

func (m *maker) list(name string) string { return filepath.Join(m.lists, name) }
