package main

import (
	"errors"
	"fmt"
	"io"
	"slices"

	"analyze/internal/corpus"
	"analyze/internal/pipeline"
	"analyze/internal/record"
	"analyze/internal/store"

	"github.com/spf13/cobra"
)

func newStatus(g *globals) *cobra.Command {
	var asJSON, asCSV, failed bool
	c := &cobra.Command{
		Use:   "status",
		Short: "what is new, changed, gone or could not be read, wholly or in part, and why",
		Example: `  analyze status
  analyze status --failed
  analyze status --failed --csv > failed.csv`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			s, err := g.corpusSettings(c)
			if err != nil {
				return err
			}
			st, err := store.Open(s.Work).State()
			if err != nil && !errors.Is(err, store.ErrNone) {
				return err
			}
			files, err := corpus.Walk(s.Corpus)
			if err != nil {
				return err
			}
			rows := pipeline.Status(files, st)
			if failed {
				rows = slices.DeleteFunc(rows, func(r pipeline.FileStatus) bool { return r.State != "failed" && r.State != "partly" })
			}
			switch {
			case asJSON:
				return printJSON(c.OutOrStdout(), rows)
			case asCSV:
				return csvStatus(c.OutOrStdout(), rows)
			}
			return printStatus(c.OutOrStdout(), rows, failed)
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	c.Flags().BoolVar(&asCSV, "csv", false, "print CSV")
	c.Flags().BoolVar(&failed, "failed", false, "only what could not be read, wholly or in part")
	return c
}

func csvStatus(out io.Writer, rows []pipeline.FileStatus) error {
	w, err := record.NewCSV(out, pipeline.FileStatus{})
	if err != nil {
		return err
	}
	for _, r := range rows {
		if err := w.Write(r); err != nil {
			return err
		}
	}
	return w.Close()
}

func printStatus(w io.Writer, rows []pipeline.FileStatus, failed bool) error {
	count := map[string]int{}
	for _, r := range rows {
		count[r.State]++
		if r.State == "equal" {
			continue
		}
		line := fmt.Sprintf("%-8s %s", r.State, r.ID)
		if r.Reason != "" {
			line += ": " + r.Reason
		}
		if r.Hint != "" {
			line += " (" + r.Hint + ")"
		}
		fmt.Fprintln(w, line)
	}
	part := ""
	if n := count["partly"]; n > 0 {
		part = fmt.Sprintf(", %d only in part", n)
	}
	if failed {
		_, err := fmt.Fprintf(w, "%d could not be read%s\n", count["failed"], part)
		return err
	}
	_, err := fmt.Fprintf(w, "%d analysed, %d new, %d changed, %d gone, %d could not be read%s\n",
		count["equal"]+count["partly"], count["new"], count["changed"], count["gone"], count["failed"], part)
	return err
}
