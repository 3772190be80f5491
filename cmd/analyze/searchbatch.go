package main

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"

	"analyze/internal/index"

	"github.com/spf13/cobra"
)

// batch answers the queries of a CSV file, one a line: in the column "query",
// or the first where there is none of that name. The other columns are handed
// through.
func batch(c *cobra.Command, r index.Reader, file string, tiers int) error {
	if tiers < 1 || tiers > index.Tiers {
		return usagef("--tiers %d is not between 1 and %d", tiers, index.Tiers)
	}
	in := io.Reader(c.InOrStdin())
	if file != "-" {
		f, err := os.Open(file)
		if err != nil {
			return err
		}
		defer f.Close()
		in = f
	}
	rows := csv.NewReader(in)
	rows.FieldsPerRecord = -1
	rows.LazyQuotes = true
	rows.TrimLeadingSpace = true
	out := csv.NewWriter(c.OutOrStdout())
	column, line := 0, 0
	var head []string
	for {
		row, err := rows.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
		line++
		row[0] = strings.TrimPrefix(row[0], "\ufeff")
		if line == 1 {
			if i := slices.IndexFunc(row, func(s string) bool { return strings.EqualFold(strings.TrimSpace(s), "query") }); i >= 0 {
				column, head = i, row
			} else {
				head = append([]string{"query"}, make([]string, len(row)-1)...)
			}
			if err := out.Write(append(slices.Clone(head), "tier", "count", "documents", "error")); err != nil {
				return err
			}
			if head[column] == row[column] {
				continue
			}
		}
		if column >= len(row) || strings.TrimSpace(row[column]) == "" {
			continue
		}
		for len(row) < len(head) {
			row = append(row, "")
		}
		if err := batchQuery(c, r, out, row, row[column], tiers); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

func batchQuery(c *cobra.Command, r index.Reader, out *csv.Writer, row []string, query string, tiers int) error {
	list, err := index.Batch(c.Context(), r, query, tiers)
	if err != nil {
		if c.Context().Err() != nil {
			return err
		}
		return out.Write(append(slices.Clone(row), "", "", "", err.Error()))
	}
	for _, b := range list {
		err := out.Write(append(slices.Clone(row), strconv.Itoa(b.Tier), strconv.Itoa(len(b.Documents)), strings.Join(b.Documents, ";"), ""))
		if err != nil {
			return err
		}
	}
	return nil
}

func queryTopic() *cobra.Command {
	return &cobra.Command{
		Use:   "query",
		Short: "how to write queries for search, kwic and batches",
		Long:  index.HelpText(),
	}
}
