package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"analyze/internal/index"
	"analyze/internal/index/bleveindex"
	"analyze/internal/index/opensearch"
	"analyze/internal/pipeline"
	"analyze/internal/store"

	"github.com/spf13/cobra"
)

// An indexFlag names an index elsewhere than in the work folder.
type indexFlag string

func (f *indexFlag) add(c *cobra.Command) {
	*f = indexFlag(os.Getenv("ANALYZE_INDEX"))
	c.Flags().Var(f, "index", "index in a cluster, opensearch://host:9200/name (default that of the work folder)")
}

// Set takes the value of the flag, and refuses one that names no index before
// anything else is done.
func (f *indexFlag) Set(s string) error {
	if s != "" {
		if _, err := opensearch.ParseURL(s); err != nil {
			return err
		}
	}
	*f = indexFlag(s)
	return nil
}

// String is the value of the flag.
func (f *indexFlag) String() string { return string(*f) }

// Type is that of a text.
func (f *indexFlag) Type() string { return "string" }

// open opens the index for reading.
func (f indexFlag) open(c *cobra.Command, g *globals) (index.Reader, error) {
	if f != "" {
		o, err := opensearch.ParseURL(string(f))
		if err != nil {
			return nil, usagef("%w", err)
		}
		r, err := opensearch.OpenReader(c.Context(), o)
		if err != nil {
			return nil, err
		}
		return r, nil
	}
	r, err := g.openIndex(c)
	if err != nil {
		return nil, err
	}
	return r, nil
}

// A clearWriter can begin from nothing.
type clearWriter interface {
	index.Writer
	Clear() error
}

// clusterWriter gives the writer of a cluster the form of the one of a folder.
type clusterWriter struct {
	*opensearch.Writer
	ctx context.Context
}

// Clear begins an index without records.
func (w clusterWriter) Clear() error { return w.Writer.Clear(w.ctx) }

// openWriter opens the index for writing, for a run if ahead is 1, else for
// what is done between runs with ahead 0.
func (f indexFlag) openWriter(c *cobra.Command, s Settings, ahead int) (clearWriter, error) {
	if f != "" {
		o, err := opensearch.ParseURL(string(f))
		if err != nil {
			return nil, usagef("%w", err)
		}
		w, err := opensearch.Open(c.Context(), o)
		if err != nil {
			return nil, err
		}
		return clusterWriter{w, c.Context()}, nil
	}
	w, err := bleveindex.Open(filepath.Join(s.Work, indexFolder))
	if err != nil {
		return nil, err
	}
	if w.Torn != "" {
		fmt.Fprintln(c.ErrOrStderr(), "analyze: "+w.Torn)
	}
	w.Run = bleveindex.Run{Number: runsLogged(s.Work) + ahead, Time: time.Now().UTC().Truncate(time.Second)}
	return w, nil
}

// runsLogged is the number of runs in the log.
func runsLogged(work string) int {
	b, err := os.ReadFile(filepath.Join(work, runLog))
	if err != nil {
		return 0
	}
	return bytes.Count(b, []byte("\n"))
}

// catchUp brings an index in a cluster, which may have seen another run last,
// up to date where nothing else is to be done.
func (f indexFlag) catchUp(c *cobra.Command, s Settings, st *store.Store) error {
	if f == "" {
		return nil
	}
	coll, err := pipeline.Load(st)
	if err != nil {
		return err
	}
	return updateIndex(c, s, coll, f)
}

// openIndex opens the index of the work folder for reading.
func (g *globals) openIndex(c *cobra.Command) (*bleveindex.Reader, error) {
	s, err := g.settings(c, "")
	if err != nil {
		return nil, err
	}
	r, err := bleveindex.OpenReader(filepath.Join(s.Work, indexFolder))
	if errors.Is(err, bleveindex.ErrNone) {
		return nil, fmt.Errorf("there is no index in %s yet: run analyze first, or name the folder with --work", s.Work)
	}
	return r, err
}

// queryError makes a usage error of one in a query.
func queryError(err error) error {
	var syntax *index.SyntaxError
	if errors.As(err, &syntax) {
		return usagef("%w", err)
	}
	return err
}
