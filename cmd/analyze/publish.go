package main

import (
	"errors"
	"path/filepath"
	"runtime/debug"

	"analyze/internal/doc"
	"analyze/internal/index"
	"analyze/internal/index/bleveindex"
	"analyze/internal/pipeline"
	"analyze/internal/report"
	"analyze/internal/store"

	"github.com/spf13/cobra"
)

// manifestFile names, in the work folder, what stands in the reports folder by
// our hand.
const manifestFile = "reports.txt"

// outputsMissing reports whether reports or index of the last run are not
// there, or not whole.
func outputsMissing(s Settings, at indexFlag) bool {
	manifest, err := store.Open(s.Work).Text(manifestFile)
	return err != nil || report.Missing(s.Reports, manifest) || at == "" && !bleveindex.Whole(filepath.Join(s.Work, indexFolder))
}

// publish brings index and reports up to date with a result and makes it the
// state.
func publish(c *cobra.Command, s Settings, st *store.Store, res *pipeline.Result, at indexFlag) error {
	coll := res.Collection
	if coll == nil { // nothing new, but what was written is gone
		var err error
		if coll, err = pipeline.Load(st); err != nil {
			return err
		}
	}
	if err := updateIndex(c, s, coll, at); err != nil {
		return err
	}
	manifest, err := st.Text(manifestFile)
	if err != nil {
		return err
	}
	f := report.OpenFolder(s.Reports, manifest)
	f.Cache = filepath.Join(s.Work, "pages")
	if f.Made, err = made(s.Corpus); err != nil {
		return err
	}
	if err := st.SaveText(manifestFile, f.Intent(report.Names(coll))); err != nil {
		return err
	}
	// Pages are short-lived; collected more often they take half the memory.
	defer debug.SetGCPercent(debug.SetGCPercent(25))
	if err := report.Write(f, coll); err != nil {
		return err
	}
	if manifest, err = f.Finish(); err != nil {
		return err
	}
	if err := st.SaveText(manifestFile, manifest); err != nil {
		return err
	}
	return res.Commit()
}

// indexFolder is where the index lies in the work folder.
const indexFolder = "index"

// updateIndex brings the index, that of the work folder or another one, up to
// date with the collection.
func updateIndex(c *cobra.Command, s Settings, coll *doc.Collection, at indexFlag) error {
	ix, err := at.openWriter(c, s, 1)
	if err != nil {
		return err
	}
	_, err = index.Update(c.Context(), ix, coll, nil)
	return errors.Join(err, ix.Close())
}
