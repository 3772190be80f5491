package main

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"analyze/internal/index"

	"github.com/spf13/cobra"
)

func newKwic(g *globals) *cobra.Command {
	var width, limit int
	var sort string
	var asJSON, asCSV bool
	var at indexFlag
	c := &cobra.Command{
		Use:   "kwic QUERY",
		Short: "print every place that answers a query, in its context",
		Long: `kwic prints a concordance: each place in each document that answers the query's
words, phrases or names, with what stands before and behind it, one a line. A
query for figures (claim:, value:, …) shows the figures that it finds.`,
		Example: `  analyze kwic caliphate
  analyze kwic '"foreign fighters"' --width 40 --sort right
  analyze kwic 'actor:"Islamic State"' --csv > places.csv
  analyze kwic 'claim:fighters value:>1000' --sort left`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			if width < 1 || width > 1000 {
				return usagef("--width %d is not between 1 and 1000", width)
			}
			if strings.TrimSpace(strings.Join(args, "")) == "" {
				return usagef("there is no query: analyze help query tells how to write one")
			}
			if limit < 0 {
				return usagef("--limit %d is less than 0", limit)
			}
			if sort != "" && sort != "left" && sort != "right" {
				return usagef("--sort %q is not known%s", sort, didYouMean(sort, []string{"left", "right"}))
			}
			r, err := at.open(c, g)
			if err != nil {
				return err
			}
			lines, err := index.Concordance(c.Context(), r, strings.Join(args, " "), width, sort)
			if err == nil && len(lines) == 0 {
				err = tellNothing(c, r, strings.Join(args, " "))
			}
			if err = errors.Join(queryError(err), r.Close()); err != nil {
				return err
			}
			all := len(lines)
			if c.Flags().Changed("limit") {
				lines = lines[:min(limit, len(lines))]
			}
			switch {
			case asJSON:
				if lines == nil {
					lines = []index.Line{}
				}
				return printJSON(c.OutOrStdout(), lines)
			case asCSV:
				return printLinesCSV(c.OutOrStdout(), lines)
			}
			if !c.Flags().Changed("width") {
				width = widthFor(lines, columnsOf(c.OutOrStdout()), width)
			}
			if err := printLines(c.OutOrStdout(), lines, width); err != nil || len(lines) == all {
				return err
			}
			_, err = fmt.Fprintf(c.ErrOrStderr(), "analyze: %d of %s\n", len(lines), countOf(all, "place"))
			return err
		},
	}
	at.add(c)
	f := c.Flags()
	f.IntVar(&width, "width", 60, "characters on each side; on a terminal as many of them as fit")
	f.IntVar(&limit, "limit", 0, "places to print (default all)")
	f.StringVar(&sort, "sort", "", "by the words to the left or right (default the order of the documents)")
	f.BoolVar(&asJSON, "json", false, "print JSON")
	f.BoolVar(&asCSV, "csv", false, "print CSV")
	return c
}

// tellNothing says on standard error that a concordance is empty, with what
// search knows about the query.
func tellNothing(c *cobra.Command, r index.Reader, query string) error {
	res, err := index.Do(c.Context(), r, index.Request{Query: query})
	if err != nil {
		return err
	}
	if res.Relaxed {
		res.Notes = nil // of documents that a concordance does not show
	}
	for _, n := range res.Notes {
		fmt.Fprintf(c.ErrOrStderr(), "analyze: %s\n", n)
	}
	hint := ""
	if res.DidYouMean != nil {
		hint = ": did you mean " + *res.DidYouMean + "?"
	}
	_, err = fmt.Fprintf(c.ErrOrStderr(), "analyze: no place answers %s%s\n", query, hint)
	return err
}

// leastWidth is how many characters stand on each side on narrow terminals.
const leastWidth = 15

// widthFor is how many characters on each side let the lines fit into so many
// columns, most at most; 0 columns are as many as one likes.
func widthFor(lines []index.Line, columns, most int) int {
	if columns == 0 {
		return most
	}
	rest := 0
	for _, l := range lines {
		rest = max(rest, utf8.RuneCountInString(l.Word)+len(fmt.Sprintf("  %s:%d", l.Doc, l.Start)))
	}
	return min(most, max(leastWidth, (columns-rest)/2))
}

func printLines(w io.Writer, lines []index.Line, width int) error {
	open, end := marksFor(w)
	var b strings.Builder
	for _, l := range lines {
		l = l.Narrowed(width)
		pad := strings.Repeat(" ", max(0, width-utf8.RuneCountInString(l.Left)))
		right := l.Right + strings.Repeat(" ", max(0, width-utf8.RuneCountInString(l.Right)))
		fmt.Fprintf(&b, "%s%s%s%s%s%s  %s:%d\n", pad, l.Left, open, l.Word, end, right, l.Doc, l.Start)
		if b.Len() > 1<<16 {
			if _, err := io.WriteString(w, b.String()); err != nil {
				return err
			}
			b.Reset()
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func printLinesCSV(w io.Writer, lines []index.Line) error {
	c := csv.NewWriter(w)
	if err := c.Write([]string{"doc", "start", "end", "left", "word", "right"}); err != nil {
		return err
	}
	for _, l := range lines {
		if err := c.Write([]string{l.Doc, strconv.Itoa(l.Start), strconv.Itoa(l.End), l.Left, l.Word, l.Right}); err != nil {
			return err
		}
	}
	c.Flush()
	return c.Error()
}
