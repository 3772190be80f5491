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

// answerBatch answers the queries of a file.
func (f *searchFlags) answerBatch(c *cobra.Command, r index.Reader) error {
	if f.tiers < 1 || f.tiers > index.Tiers {
		return usagef("--tiers %d is not between 1 and %d", f.tiers, index.Tiers)
	}
	var docs []string
	if f.since != "" {
		var err error
		if docs, err = sinceRun(c, r, f.since); err != nil {
			return err
		}
	}
	return batch(c, r, f.batch, f.tiers, docs)
}

// batch answers the queries of a file, as index.ReadQueries reads it, with a
// row for each of them and tier, by those of docs unless that is nil. Other
// columns are handed through.
func batch(c *cobra.Command, r index.Reader, file string, tiers int, docs []string) error {
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
		if err := batchQuery(c, r, out, row[:len(queries.Head)], row[queries.Column], tiers, docs); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

func batchQuery(c *cobra.Command, r index.Reader, out *csv.Writer, row []string, query string, tiers int, docs []string) error {
	list, err := index.Batch(c.Context(), r, query, tiers, docs)
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
