package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"

	"analyze/internal/doc"
	"analyze/internal/report"

	"github.com/spf13/cobra"
)

// briefFormats are the formats of analyze report.
var briefFormats = []string{"md", "html", "docx"}

func newReport(g *globals) *cobra.Command {
	var format, out string
	c := &cobra.Command{
		Use:   "report DOC|ENTITY",
		Short: "write a brief on a document, an actor or a place, to hand on",
		Long: `report writes a brief in Markdown, as a page of its own, or as a Word file: on a
document its card, who acts, where, and which figures it cites on whose word; on
an actor or a place (by id or any of its names) what the documents say of it,
relations, quotations and figures by and about it. Open conflicts among figures
come with all sides. Numbers in brackets lead to document, page or paragraph,
and sentence. The page prints well: a browser makes a PDF of it.`,
		Example: `  analyze report returnees-feature.txt > brief.md
  analyze report "Soufan Group" --format docx --out soufan.docx
  analyze report Tunisia --format html --out tunisia.html`,
		Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			if format == "" {
				format = formatOf(out)
			}
			render, ok := map[string]func(*report.Brief) ([]byte, error){
				"md":   func(b *report.Brief) ([]byte, error) { return b.Markdown(), nil },
				"html": (*report.Brief).HTML,
				"docx": (*report.Brief).DOCX,
			}[format]
			if !ok {
				return usagef("format %q is not known%s", format, didYouMean(format, briefFormats))
			}
			if format == "docx" && out == "" {
				return usagef("a Word file is not for the terminal: name where it is to be written with --out")
			}
			coll, _, err := g.load(c)
			if err != nil {
				return err
			}
			b, err := briefOn(coll, args[0])
			if err != nil {
				return err
			}
			data, err := render(b)
			if err != nil {
				return err
			}
			return writeOut(c.OutOrStdout(), out, data)
		},
	}
	c.Flags().StringVar(&format, "format", "", "md, html or docx (default by the ending of --out, else md)")
	c.Flags().StringVar(&out, "out", "", "file to write to (default standard output)")
	return c
}

// formatOf is the format that the name of a file asks for, Markdown for none.
func formatOf(out string) string {
	if ext := filepath.Ext(out); len(ext) > 1 {
		for _, f := range briefFormats {
			if ext[1:] == f {
				return f
			}
		}
	}
	return "md"
}

// briefOn makes the brief on the one entity or document that is called so.
func briefOn(coll *doc.Collection, name string) (*report.Brief, error) {
	if e := findEntities(coll, name); len(e) == 1 {
		return report.EntityBrief(coll, e[0])
	} else if len(e) > 1 {
		return nil, fmt.Errorf("%s may be %s: name one by its id", name, entityIDs(e))
	}
	d, err := openDocument(coll, name)
	if err != nil {
		return nil, fmt.Errorf("no document, actor or place is called %s: analyze export documents and analyze export entities list them", name)
	}
	return report.DocumentBrief(coll, d.ID)
}

// writeOut writes data to the file out, whole or not at all, or to w for "".
func writeOut(w io.Writer, out string, data []byte) error {
	if out == "" {
		_, err := w.Write(data)
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(out), ".tmp-report-")
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	if err == nil {
		err = os.Chmod(f.Name(), 0o644)
	}
	if err == nil {
		err = os.Rename(f.Name(), out)
	}
	if err != nil {
		os.Remove(f.Name())
	}
	return err
}
