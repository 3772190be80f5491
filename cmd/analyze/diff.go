package main

import (
	"analyze/internal/report"

	"github.com/spf13/cobra"
)

func newDiff() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "diff RUN1 RUN2",
		Short: "tell in what two runs differ: documents, names, figures, verdicts",
		Long: `diff compares the manifests of two runs, which stand as run.json in their reports;
name the folders or the files. It lists documents that are new, changed, removed
or moved, actors, places and figures that are new or gone, threads whose verdict
is another, and what of the program differs.`,
		Example: `  analyze diff last-week/reports reports
  analyze diff old.json reports/run.json --json`,
		Args: cobra.ExactArgs(2),
		RunE: func(c *cobra.Command, args []string) error {
			a, err := report.ReadManifest(args[0])
			if err != nil {
				return err
			}
			b, err := report.ReadManifest(args[1])
			if err != nil {
				return err
			}
			changes := report.Compare(a, b)
			if asJSON {
				return printJSON(c.OutOrStdout(), changes)
			}
			return changes.Text(c.OutOrStdout())
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return c
}
