package train

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"analyze/internal/nlp/tagger"
)

// A set is one collection of annotated texts.
type set struct {
	name    string
	files   []string
	licence string
	weight  float64
	machine bool // labelled by a machine
	apart   bool // every line of a text is a text of its own
	keep    func(record) bool
	label   func(s *set, c setting) (tagger.Type, bool)
	wiki    bool // marks pronouns and common nouns too
	partial bool // marks some of the names only
}

// sets lists everything that may be trained on. What is never in a training is
// not here.
func sets() []*set {
	crossner := func(domain string, parts ...string) *set {
		s := &set{name: "CrossNER " + domain, licence: "MIT; text from Wikipedia, CC BY-SA 3.0", weight: 1, apart: true, label: byName}
		for _, p := range parts {
			s.files = append(s.files, "crossner_"+domain+"_"+p+".jsonl")
		}
		return s
	}
	silver := func(name, file, licence string) *set {
		return &set{name: name, files: []string{"silver-" + file + ".jsonl.gz"}, licence: licence, weight: 0.45, machine: true, label: byName}
	}
	const us = "public domain (work of the US federal government, 17 USC 105)"
	return []*set{
		{name: "wikigold", files: []string{"wikigold.jsonl"}, licence: "CC BY 4.0", weight: 1, label: byName},
		crossner("politics", "train", "dev"),
		crossner("ai", "train", "dev", "test"),
		crossner("literature", "train", "dev", "test"),
		crossner("music", "train", "dev", "test"),
		crossner("science", "train", "dev", "test"),
		{name: "Re-DocRED", files: []string{"redocred_dev.jsonl", "redocred_test.jsonl"}, licence: "MIT; text from Wikipedia, CC BY-SA 3.0", weight: 1, label: byName},
		{name: "WNUT 2017", files: []string{"wnut17_train.jsonl", "wnut17_dev.jsonl"}, licence: "CC BY 4.0", weight: 0.6, apart: true, label: byName},
		{name: "GUM, wikified", files: []string{"gum_wikified_open.jsonl"}, licence: "annotations CC BY 4.0; texts CC BY 2.5, CC BY 4.0 and CC BY-SA 3.0, those for non-commercial use left out", weight: 0.3, label: byName, wiki: true, partial: true, keep: open},
		{name: "re3d", files: []string{"re3d_dev.jsonl"}, licence: "US public domain, OGL v3.0, CC BY 3.0 AU, CC BY-SA 3.0, European Commission notice, by source", weight: 1, label: byName, wiki: true},
		silver("White House 2021–2026", "whitehouse-2021-2026", us),
		silver("White House 2009–2015", "whitehouse-briefings-2009-2015", us),
		silver("State Department historian", "state-historian", us),
		silver("State Department press", "state-dept-pr", us),
		silver("CIA World Factbook", "cia-factbook", "public domain, CC0"),
		silver("MASC", "masc", "open, without restrictions"),
		silver("Congressional Record", "congressional-record", us),
		silver("Hansard", "uk-hansard", "Open Parliament Licence v3.0"),
		silver("State of the Union", "state-of-the-union", us),
		silver("Mueller report", "mueller-report", us),
	}
}

// open leaves out texts that are not for every use.
func open(r record) bool {
	switch r.Source {
	case "fiction", "essay", "letter", "podcast":
		return false
	}
	return !strings.Contains(r.Licence, "NC")
}

// A record is a line of a file.
type record struct {
	ID       string   `json:"id"`
	Source   string   `json:"source"`
	Licence  string   `json:"licence"`
	Text     string   `json:"text"`
	Entities []entity `json:"entities"`
}

type entity struct {
	Start int    `json:"start"` // code points in the file, bytes once read
	End   int    `json:"end"`
	Type  string `json:"type"`
}

// readFile reads the records of a file, with spans in bytes.
func readFile(dir, name string) ([]record, error) {
	data, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		return nil, err
	}
	if strings.HasSuffix(name, ".gz") {
		z, err := gzip.NewReader(bytes.NewReader(data))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		if data, err = io.ReadAll(z); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	var out []record
	in := bufio.NewScanner(bytes.NewReader(data))
	in.Buffer(nil, 1<<26)
	for n := 1; in.Scan(); n++ {
		var r record
		if err := json.Unmarshal(in.Bytes(), &r); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, n, err)
		}
		if err := r.toBytes(); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, n, err)
		}
		out = append(out, r)
	}
	return out, in.Err()
}

// toBytes turns code points into bytes.
func (r *record) toBytes() error {
	at := make([]int, 0, len(r.Text)+1)
	for i := range r.Text {
		at = append(at, i)
	}
	at = append(at, len(r.Text))
	for i, e := range r.Entities {
		if e.Start < 0 || e.End >= len(at) || e.Start >= e.End {
			return fmt.Errorf("span %d–%d outside a text of %d characters", e.Start, e.End, utf8.RuneCountInString(r.Text))
		}
		r.Entities[i].Start, r.Entities[i].End = at[e.Start], at[e.End]
	}
	return nil
}

// lines makes a record of every line of a record's text.
func (r record) lines() []record {
	var out []record
	start, next := 0, 0
	for n, line := range strings.SplitAfter(r.Text, "\n") {
		end := start + len(line)
		l := record{ID: fmt.Sprintf("%s:%d", r.ID, n+1), Source: r.Source, Text: line}
		for next < len(r.Entities) && r.Entities[next].Start < end {
			if e := r.Entities[next]; e.End <= end {
				l.Entities = append(l.Entities, entity{e.Start - start, e.End - start, e.Type})
			}
			next++
		}
		if strings.TrimSpace(line) != "" {
			out = append(out, l)
		}
		start = end
	}
	return out
}
