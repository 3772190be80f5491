package main

import (
	"errors"
	"os"

	"analyze/internal/index/bleveindex"
	"analyze/internal/index/relevance"

	"github.com/spf13/cobra"
)

func newEvalSearch() *cobra.Command {
	var asJSON, each bool
	c := &cobra.Command{
		Use:   "search DIR",
		Short: "score how well search ranks, on a test collection",
		Long: `search indexes the documents of a test collection in a folder of its own, asks its
queries and compares the order of the answers with the judgements: nDCG@10, the
mean reciprocal rank of the first good answer, and the share of good answers
among the first 100. DIR is laid out as BEIR's collections are: corpus.jsonl,
queries.jsonl and qrels.tsv (or qrels/test.tsv).`,
		Example: `  analyze eval search collections/cranfield`,
		Args:    cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) (err error) {
			coll, err := relevance.Load(args[0])
			if err != nil {
				return err
			}
			dir, err := os.MkdirTemp("", "analyze-eval-")
			if err != nil {
				return err
			}
			defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
			w, err := bleveindex.Open(dir)
			if err != nil {
				return err
			}
			if err = errors.Join(relevance.Index(c.Context(), w, coll), w.Close()); err != nil {
				return err
			}
			r, err := bleveindex.OpenReader(dir)
			if err != nil {
				return err
			}
			scores, err := relevance.Measure(c.Context(), r, coll)
			if err = errors.Join(err, r.Close()); err != nil {
				return err
			}
			if asJSON {
				return printJSON(c.OutOrStdout(), scores)
			}
			return scores.Write(c.OutOrStdout(), each)
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	c.Flags().BoolVar(&each, "each", false, "print the scores of each query")
	return c
}

// withCommands adds commands below c.
func withCommands(c *cobra.Command, below ...*cobra.Command) *cobra.Command {
	c.AddCommand(below...)
	return c
}
