package main

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"analyze/internal/doc"
	"analyze/internal/pipeline"
	"analyze/internal/record"
	"analyze/internal/store"

	"github.com/spf13/cobra"
)

// A versionRecord is what analyze version --json prints.
type versionRecord struct {
	Program string `json:"program"`
	Records int    `json:"records"`
	State   int    `json:"state"`
	Go      string `json:"go"`
}

func version() versionRecord {
	return versionRecord{programVersion, record.Version, store.Format, goVersion()}
}

func printJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}

// load reads what the last complete run left for command c.
func (g *globals) load(c *cobra.Command) (*doc.Collection, Settings, error) {
	s, err := g.settings(c, "")
	if err != nil {
		return nil, s, err
	}
	coll, err := pipeline.Load(store.Open(s.Work))
	if errors.Is(err, store.ErrNone) {
		return nil, s, fmt.Errorf("there is no analysis in %s yet: run analyze first, or name the folder with --work", s.Work)
	}
	return coll, s, err
}

func newText(g *globals) *cobra.Command {
	return &cobra.Command{
		Use:     "text DOC",
		Short:   "print the text that offsets count in",
		Example: "  analyze text returnees-feature.txt | head -c 200",
		Args:    cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			coll, _, err := g.load(c)
			if err != nil {
				return err
			}
			d, err := openDocument(coll, args[0])
			if err != nil {
				return err
			}
			_, err = io.WriteString(c.OutOrStdout(), d.Text)
			return err
		},
	}
}

// openDocument opens the document called name: its id, or the end or beginning
// of it where that fits one only.
func openDocument(coll *doc.Collection, name string) (*doc.Document, error) {
	var fits []string
	for _, c := range coll.Cards {
		if c.ID == name {
			return coll.Open(c.ID)
		}
		if strings.HasPrefix(c.ID, name) || strings.HasSuffix(c.ID, "/"+name) {
			fits = append(fits, c.ID)
		}
	}
	switch len(fits) {
	case 1:
		return coll.Open(fits[0])
	case 0:
		return nil, fmt.Errorf("no document is called %s: analyze export documents lists them", name)
	}
	return nil, fmt.Errorf("%s may be %s: name one of them", name, strings.Join(fits[:min(len(fits), 5)], ", "))
}

func newPasses(*globals) *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:     "passes",
		Short:   "list what is done to each document, in order",
		Example: "  analyze passes",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			type pass struct {
				Name    string `json:"name"`
				Version int    `json:"version"`
				Doc     string `json:"doc"`
				Needs   string `json:"needs"`
				Gives   string `json:"gives"`
			}
			var list []pass
			for _, p := range pipeline.Passes(pipeline.Knowledge{}) {
				list = append(list, pass{p.Name, p.Version, p.Doc, p.Needs.String(), p.Gives.String()})
			}
			if asJSON {
				return printJSON(c.OutOrStdout(), list)
			}
			for _, p := range list {
				fmt.Fprintf(c.OutOrStdout(), "%-10s %2d  %s\n%14s%s → %s\n", p.Name, p.Version, p.Doc, "", cmp.Or(p.Needs, "text"), p.Gives)
			}
			return nil
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return c
}
