// Command peers scores the names that spaCy found beside those of this project,
// and compares how fast they were found. See README.md.
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"os"
	"strings"
	"time"

	"analyze/internal/doc"
	"analyze/internal/nlp"
	"analyze/internal/nlp/tagger"
	"analyze/internal/nlp/tagger/train"
)

func main() {
	log.SetFlags(0)
	data := flag.String("data", "", "folder that holds names/")
	spacy := flag.String("spacy", "", "what spacy_names.py wrote")
	model := flag.String("model", "", "model to take instead of the embedded one")
	flag.Parse()
	m := tagger.Default()
	if *model != "" {
		b, err := os.ReadFile(*model)
		if err == nil {
			m, err = tagger.Read(bytes.NewReader(b))
		}
		if err != nil {
			log.Fatal(err)
		}
	}
	peer, err := readPeer(*spacy)
	if err != nil {
		log.Fatal(err)
	}
	names := nlp.NewNames(nil, m)
	if err := compare(*data, peer, train.FinderOf(m, train.Tokenize), func(text string) []train.Name { return mentions(names, text) }); err != nil {
		log.Fatal(err)
	}
}

// peer is what spaCy found.
type peer struct {
	names   map[string][]train.Name // by text
	seconds map[string]float64      // by file
}

func readPeer(file string) (*peer, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	p := &peer{map[string][]train.Name{}, map[string]float64{}}
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<26)
	for in.Scan() {
		var r struct {
			File, Text string
			Seconds    float64
			Entities   []struct {
				Start, End int
				Type       string
			}
		}
		if err := json.Unmarshal(in.Bytes(), &r); err != nil {
			return nil, err
		}
		if r.Text == "" {
			p.seconds[r.File] = r.Seconds
			continue
		}
		var at []int // bytes of code points
		for i := range r.Text {
			at = append(at, i)
		}
		at = append(at, len(r.Text))
		for _, e := range r.Entities {
			if t, ok := tagger.ParseType(e.Type); ok {
				p.names[r.Text] = append(p.names[r.Text], train.Name{Start: at[e.Start], End: at[e.End], Type: t})
			}
		}
	}
	return p, in.Err()
}

// mentions runs the pass of names over a text whose lines are paragraphs.
func mentions(names *doc.Pass, text string) []train.Name {
	d := train.DocumentOf(text)
	if err := names.Run(d); err != nil {
		log.Fatal(err)
	}
	var out []train.Name
	for _, m := range d.Mentions {
		if m.Form == doc.Adjective {
			continue
		}
		switch m.Type {
		case doc.Person:
			out = append(out, train.Name{Start: m.Start, End: m.End, Type: tagger.Person})
		case doc.Org:
			out = append(out, train.Name{Start: m.Start, End: m.End, Type: tagger.Org})
		case doc.Place:
			out = append(out, train.Name{Start: m.Start, End: m.End, Type: tagger.Place})
		}
	}
	return out
}

func compare(data string, p *peer, ours, pass train.Finder) error {
	ours("Load what is read at the first use.")
	pass("Load what is read at the first use.")
	for _, file := range train.Tests {
		words := 0
		timed := func(find train.Finder) (train.Scores, float64, error) {
			words = 0
			var spent time.Duration
			s, err := train.Test(data, file, func(text string) []train.Name {
				words += len(strings.Fields(text))
				start := time.Now()
				defer func() { spent += time.Since(start) }()
				return find(text)
			}, nil)
			return s, spent.Seconds(), err
		}
		fmt.Println(file)
		for _, who := range []struct {
			name string
			find train.Finder
		}{
			{"spaCy md", func(text string) []train.Name { return p.names[text] }},
			{"tagger", ours},
			{"names", pass},
		} {
			s, seconds, err := timed(who.find)
			if err != nil {
				return err
			}
			if who.name == "spaCy md" {
				seconds = p.seconds[file]
			}
			fmt.Printf("  %-9s %8.0f words/s  F1 %v\n", who.name, float64(words)/seconds, s)
		}
	}
	return nil
}
