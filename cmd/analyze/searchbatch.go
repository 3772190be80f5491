package main

import (
	"encoding/csv"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"

	"analyze/internal/index"

	"github.com/spf13/cobra"
)

// maxBatch bounds a file of queries, in bytes.
const maxBatch = 64 << 20

// batch answers the queries of a file, as index.ReadQueries reads it, with a
// row for each of them and tier. Other columns are handed through.
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
	text, err := io.ReadAll(io.LimitReader(in, maxBatch+1))
	if err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	if len(text) > maxBatch {
		return fmt.Errorf("%s: a file of queries is at most %d MB long: divide it", file, maxBatch>>20)
	}
	queries := index.ReadQueries(string(text))
	out := csv.NewWriter(c.OutOrStdout())
	if err := out.Write(append(slices.Clone(queries.Head), "tier", "count", "documents", "error")); err != nil {
		return err
	}
	for _, row := range queries.Rows {
		if err := batchQuery(c, r, out, row[:len(queries.Head)], row[queries.Column], tiers); err != nil {
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
