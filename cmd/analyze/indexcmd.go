package main

import (
	"cmp"
	"errors"
	"fmt"

	"analyze/internal/index"
	"analyze/internal/index/bleveindex"
	"analyze/internal/pipeline"
	"analyze/internal/store"

	"github.com/spf13/cobra"
)

func newIndex(g *globals) *cobra.Command {
	c := &cobra.Command{
		Use:   "index",
		Short: "build the index again, copy it, check it",
		Example: `  analyze index check
  analyze index rebuild
  analyze index copy backup`,
	}
	c.AddCommand(newIndexRebuild(g), newIndexUpdate(g), newIndexCopy(g), newIndexCheck(g))
	return c
}

func newIndexRebuild(g *globals) *cobra.Command {
	var at indexFlag
	c := &cobra.Command{
		Use:     "rebuild",
		Short:   "build the index from the analyses, without analysing again",
		Long:    `rebuild makes the index anew. Searches go on with the old one until it is whole.`,
		Example: "  analyze index rebuild",
		Args:    cobra.NoArgs,
		RunE:    func(c *cobra.Command, _ []string) error { return g.bringUpToDate(c, at, true) },
	}
	at.add(c)
	return c
}

func newIndexUpdate(g *globals) *cobra.Command {
	var at indexFlag
	c := &cobra.Command{
		Use:   "update",
		Short: "bring an index up to date with the last run: one in a cluster, say",
		Long: `update changes in the index what the last run changed. A run does so itself for
the index of the work folder. User, password and a file of authorities for a
cluster come from ANALYZE_OPENSEARCH_USER, _PASSWORD and _CA; opensearchs:// is
for TLS.`,
		Example: "  analyze index update --index 'opensearch://host:9200/reports?shards=2&replicas=1'",
		Args:    cobra.NoArgs,
		RunE:    func(c *cobra.Command, _ []string) error { return g.bringUpToDate(c, at, false) },
	}
	at.add(c)
	return c
}

// bringUpToDate makes the index say what the last run found, from nothing if
// clear.
func (g *globals) bringUpToDate(c *cobra.Command, at indexFlag, clear bool) (err error) {
	s, err := g.settings(c, "")
	if err != nil {
		return err
	}
	st, err := store.Lock(s.Work)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, st.Close()) }()
	coll, err := pipeline.Load(st)
	if errors.Is(err, store.ErrNone) {
		return fmt.Errorf("there is no analysis in %s yet: run analyze first, or name the folder with --work", s.Work)
	}
	if err != nil {
		return err
	}
	w, err := at.openWriter(c, s, 0)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, w.Close()) }()
	if clear {
		if err := w.Clear(); err != nil {
			return err
		}
	}
	n, err := index.Update(c.Context(), w, coll, nil)
	if err == nil {
		fmt.Fprintf(c.ErrOrStderr(), "analyze: indexed %s\n", countOf(n, "document"))
	}
	return err
}

func newIndexCopy(g *globals) *cobra.Command {
	return &cobra.Command{
		Use:     "copy FOLDER",
		Short:   "copy the index to a folder, while searches and runs go on",
		Example: "  analyze index copy /backup/index",
		Args:    cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			r, err := g.openIndex(c)
			if err != nil {
				return err
			}
			return errors.Join(r.CopyTo(args[0]), r.Close())
		},
	}
}

func newIndexCheck(g *globals) *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "check",
		Short: "read the whole index and tell what is wrong with it",
		Long: `check reads every record and compares the index with the documents of the last
run. Its exit code is 1 where something is wrong.`,
		Example: "  analyze index check",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			coll, _, err := g.load(c)
			if err != nil {
				return err
			}
			var ids []string
			for _, card := range coll.Cards {
				ids = append(ids, card.ID)
			}
			r, err := g.openIndex(c)
			if err != nil {
				return err
			}
			n, faults, err := r.Check(c.Context(), ids)
			if err = errors.Join(err, r.Close()); err != nil {
				return err
			}
			if asJSON {
				err = printJSON(c.OutOrStdout(), struct {
					Records int                `json:"records"`
					Faults  []bleveindex.Fault `json:"faults"`
				}{n, append([]bleveindex.Fault{}, faults...)})
			} else {
				for _, f := range faults {
					fmt.Fprintf(c.OutOrStdout(), "%s: %s\n", cmp.Or(f.ID, "index"), f.Text)
				}
				_, err = fmt.Fprintf(c.OutOrStdout(), "%d records, %d faults\n", n, len(faults))
			}
			if err == nil && len(faults) > 0 {
				return fmt.Errorf("the index has faults: build it again with analyze index rebuild")
			}
			return err
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return c
}
