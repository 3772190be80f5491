package claim_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"analyze/internal/nlp/claim"
	"analyze/internal/nlp/figure"
)

var _ = fmt.Sprint

func TestZZDump(t *testing.T) {
	for _, f := range strings.Fields(os.Getenv("DUMP")) {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		d := read(t, string(b), os.Getenv("DATE"), figure.Pass.Run)
		if os.Getenv("B") != "" {
			for i, x := range d.Blocks {
				fmt.Printf("[%d %v joins %d] %.200q\n", i, x.Kind, x.Joins, d.Slice(x.Text))
			}
		}
		if os.Getenv("M") != "" {
			for i, m := range d.Mentions {
				fmt.Printf("  %v %q ref %d %q\n", m.Type, d.Slice(m.Span), d.ReferentOf[i], d.Referents[d.ReferentOf[i]].Name)
			}
		}
		if os.Getenv("T") != "" {
			for i := range d.Sentences {
				s := &d.Sentences[i]
				fmt.Printf("S%d:", i)
				for k := s.First; k < s.Last; k++ {
					fmt.Printf(" %s/%v", d.Word(k), d.Tokens[k].Tag)
				}
				fmt.Println()
			}
		}
		last := -1
		for i := range d.Claims {
			c := &d.Claims[i]
			if c.Sentence != last || c.Table >= 0 {
				fmt.Printf("## %s\n", c.Context)
				last = c.Sentence
			}
			p, role, others := placeOf(c)
			fmt.Printf("   %q %v %v unit=%s per=%s what=%q | place=%s %s +%s | time=%s(%s) | src=%q(%s) %s\n", d.Slice(c.Span), c.Kind, c.Bound, c.Unit, c.Per, c.What, p, role, others, c.Time, c.TimeVia, c.Source, c.SourceVia, c.Repair)
		}
		for _, p := range d.Problems {
			fmt.Println("PROBLEM", p.Text)
		}
	}
}

func TestZZProbe(t *testing.T) {
	b, err := os.ReadFile("/tmp/claims/probe.txt")
	if err != nil {
		t.Skip()
	}
	for _, l := range strings.Split(strings.TrimSpace(string(b)), "\n") {
		sourceCases = append(sourceCases[:0:0], sourceCases...)
		old := sourceCases
		sourceCases = []string{l}
		TestSources(t)
		sourceCases = old
	}
}

func TestZZRecords(t *testing.T) {
	for _, f := range strings.Fields(os.Getenv("DUMP")) {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		d := read(t, string(b), os.Getenv("DATE"), figure.Pass.Run)
		for _, r := range claim.Records(d) {
			fmt.Printf("%q concept=%q event=%q def=%q stage=%q apart=%q time=%s %v role=%v others=%v key=%s date=%s carried=%v\n", r.Text, r.Concept, r.Event, r.Definition, r.Stage, r.Apart, r.Time, r.Places, r.Role, r.Others, r.Key(), r.Date, r.Carried)
		}
	}
}
