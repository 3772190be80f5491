package main

import (
	"fmt"
	"strings"

	"analyze/internal/doc"
	"analyze/internal/export"
	"analyze/internal/nlp"

	"github.com/spf13/cobra"
)

func newExport(g *globals) *cobra.Command {
	var format, out string
	c := &cobra.Command{
		Use:   "export KIND",
		Short: "write records, networks, maps, bibliographies and whole collections for other programs",
		Long:  exportHelp(),
		Example: `  analyze export claims > claims.jsonl
  analyze export entities --format csv --out entities.csv
  analyze export network --format gexf --out network.gexf
  analyze export all --format sqlite --out analysis.db
  analyze export bibliography --format bibtex > works.bib`,
		Args:      cobra.MatchAll(cobra.ExactArgs(1), cobra.OnlyValidArgs),
		ValidArgs: export.KindNames(),
		RunE: func(c *cobra.Command, args []string) error {
			kind := args[0]
			f, err := exportFormat(kind, format)
			if err != nil {
				return err
			}
			if out == "" && !f.Streams() {
				return usagef("%s is no stream: name where it is to be written with --out", f.Name)
			}
			coll, _, err := g.load(c)
			if err != nil {
				return err
			}
			if f.Words {
				coll = withWords(coll)
			}
			if out == "" {
				return f.Stream(c.OutOrStdout(), coll, kind)
			}
			return f.Write(out, coll, kind)
		},
	}
	c.Flags().StringVar(&format, "format", "", "how it is written (default sqlite for all, gexf for network, else the first above that holds the kind)")
	c.Flags().StringVar(&out, "out", "", "file or folder to write to (default standard output)")
	if err := c.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(export.FormatNames(""), cobra.ShellCompDirectiveNoFileComp)); err != nil {
		panic(err)
	}
	return c
}

// withWords is coll with the words of its documents, which the store leaves out
// since they can be made again.
func withWords(coll *doc.Collection) *doc.Collection {
	c := *coll
	c.Open = func(id string) (*doc.Document, error) {
		kept, err := coll.Open(id)
		if err != nil {
			return nil, err
		}
		d := *kept
		d.Tokens, d.Sentences, d.Problems = nil, nil, nil
		return &d, nlp.Tokens.Run(&d)
	}
	return &c
}

// exportFormat is the format of that name for kind, its default for "".
func exportFormat(kind, name string) (*export.Format, error) {
	if name == "" {
		name = export.Default(kind)
	}
	f := export.Find(name)
	if f == nil {
		return nil, usagef("format %q is not known%s", name, didYouMean(name, export.FormatNames("")))
	}
	if !f.Holds(kind) {
		return nil, usagef("%s cannot hold %s: it holds %s; %s can be written as %s", name, kind, orList(f.Kinds), kind, orList(export.FormatNames(kind)))
	}
	return f, nil
}

// orList joins names as a sentence does.
func orList(names []string) string {
	if n := len(names); n > 1 {
		return strings.Join(names[:n-1], ", ") + " or " + names[n-1]
	}
	return strings.Join(names, "")
}

// exportHelp lists kinds and formats as package export knows them.
func exportHelp() string {
	var b strings.Builder
	b.WriteString("export writes all of a kind, sorted, the same bytes every time. Offsets in records\nare bytes into what analyze text DOC prints; end is exclusive.\n\nKinds\n")
	for _, k := range export.Kinds {
		fmt.Fprintf(&b, "  %-13s %s\n", k.Name, k.Doc)
	}
	b.WriteString("\nFormats\n")
	for _, f := range export.Formats {
		fmt.Fprintf(&b, "  %-13s %s\n  %13s holds %s\n", f.Name, f.Doc, "", strings.Join(f.Kinds, ", "))
	}
	b.WriteString("\nA file that is there is replaced, a folder must be new or empty.")
	return b.String()
}
