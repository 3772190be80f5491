package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"analyze/internal/doc"
	"analyze/internal/eval"
	"analyze/internal/nlp"
	"analyze/internal/nlp/tagger"
	"analyze/internal/nlp/tagger/train"

	"github.com/spf13/cobra"
)

func newEval(g *globals) *cobra.Command {
	var listErrors, asJSON bool
	var baseline string
	c := &cobra.Command{
		Use:   "eval GOLD",
		Short: "score what was found against documents annotated by hand",
		Long: `eval scores names, claims and entities of the analysed documents against a
folder of annotations: mentions.jsonl, claims.jsonl and so on, in our own
records (analyze export) or with offsets in code points. For a file of texts
with marked names (JSON Lines of text and entities) it finds the names of each
text and scores persons, organisations and places by exact span.`,
		Example: `  analyze eval annotations --errors
  analyze eval names/uner_ewt_test.jsonl
  analyze eval annotations --json > before.json
  analyze eval annotations --baseline before.json`,
		Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			if filepath.Ext(args[0]) == ".jsonl" {
				return evalNames(c.OutOrStdout(), args[0], listErrors)
			}
			gold, err := eval.LoadGold(args[0])
			if err != nil {
				return err
			}
			coll, _, err := g.load(c)
			if err != nil {
				return err
			}
			r, err := eval.Documents(gold, coll)
			if err != nil {
				return err
			}
			if asJSON {
				return printJSON(c.OutOrStdout(), r)
			}
			var base *eval.Report
			if baseline != "" {
				base = new(eval.Report)
				b, err := os.ReadFile(baseline)
				if err == nil {
					err = json.Unmarshal(b, base)
				}
				if err != nil {
					return fmt.Errorf("the baseline: %w", err)
				}
			}
			r.Write(c.OutOrStdout(), base)
			if listErrors {
				r.WriteMisses(c.OutOrStdout())
			}
			return nil
		},
	}
	c.Flags().BoolVar(&listErrors, "errors", false, "list what was missed and what is wrong")
	c.Flags().BoolVar(&asJSON, "json", false, "print scores and errors as JSON")
	c.Flags().StringVar(&baseline, "baseline", "", "scores of another run (from --json) to compare with")
	return c
}

// evalNames scores the names of a file of annotated texts.
func evalNames(w io.Writer, file string, listErrors bool) error {
	var failed error
	scores, err := train.TestFile(file, func(text string) []train.Name {
		d := train.DocumentOf(text)
		if err := nlp.Names.Run(d); err != nil {
			failed = err
		}
		return namesOf(d)
	}, func(text string, missed, wrong []train.Name) {
		if !listErrors {
			return
		}
		for _, n := range missed {
			fmt.Fprintf(w, "missed\t%s\t%s\n", n.Type, strings.Join(strings.Fields(text[n.Start:n.End]), " "))
		}
		for _, n := range wrong {
			fmt.Fprintf(w, "false\t%s\t%s\n", n.Type, strings.Join(strings.Fields(text[n.Start:n.End]), " "))
		}
	})
	if err == nil {
		err = failed
	}
	if err == nil {
		_, err = fmt.Fprintf(w, "%s  %s\n", filepath.Base(file), scores)
	}
	return err
}

// namesOf returns the names of d that the annotated sets mark.
func namesOf(d *doc.Document) []train.Name {
	types := map[doc.MentionType]tagger.Type{doc.Person: tagger.Person, doc.Org: tagger.Org, doc.Place: tagger.Place}
	var out []train.Name
	for _, m := range d.Mentions {
		if t, ok := types[m.Type]; ok && m.Form != doc.Adjective {
			out = append(out, train.Name{Start: m.Start, End: m.End, Type: t})
		}
	}
	return out
}
