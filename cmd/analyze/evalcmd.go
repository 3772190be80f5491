package main

import (
	"encoding/json"
	"fmt"
	"os"

	"analyze/internal/eval"

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
records (analyze export) or with offsets in code points.`,
		Example: `  analyze eval annotations --errors
  analyze eval annotations --json > before.json
  analyze eval annotations --baseline before.json`,
		Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
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
