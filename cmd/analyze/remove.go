package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"strings"
	"syscall"

	"analyze/internal/corpus"

	"github.com/spf13/cobra"
)

// removedFolder keeps, in the work folder, what was removed from the corpus.
const removedFolder = "removed"

func newRemove(g *globals) *cobra.Command {
	c := &cobra.Command{
		Use:   "remove DOC|FOLDER ...",
		Short: "take documents out of the corpus",
		Long: `remove takes files, or all in a folder of the corpus, out of the corpus folder and
runs the analysis. They are moved to the folder removed in the work folder; move
them back to undo it.`,
		Example: `  analyze remove draft.txt
  analyze remove hearings/`,
		Args: cobra.MinimumNArgs(1),
	}
	c.RunE = func(c *cobra.Command, args []string) error {
		s, err := g.corpusSettings(c)
		if err != nil {
			return err
		}
		return remove(c, s, args)
	}
	runFlags(c)
	return c
}

func remove(c *cobra.Command, s Settings, args []string) error {
	files, err := corpus.Walk(s.Corpus)
	if err != nil {
		return err
	}
	var gone []corpus.File
	for _, arg := range args {
		found, err := meant(files, s.Corpus, arg)
		if err != nil {
			return err
		}
		gone = append(gone, found...)
	}
	for _, f := range gone {
		to, err := moveOut(f, s.Work)
		if errors.Is(err, os.ErrNotExist) {
			continue // named twice
		}
		if err != nil {
			return fmt.Errorf("removing %s: %w", f.ID, err)
		}
		if !s.Quiet {
			fmt.Fprintf(c.ErrOrStderr(), "analyze: removed %s; it is in %s now\n", f.ID, to)
		}
	}
	left, err := corpus.Walk(s.Corpus)
	if err != nil {
		return err
	}
	return run(c, s, runOptions{force: len(left) == 0}) // an empty corpus is what was asked for
}

// meant finds the files that an argument names: by their ID, by their path, by
// the folder that they are in, or by an end of the ID that only one has.
func meant(files []corpus.File, folder, arg string) ([]corpus.File, error) {
	name := strings.TrimSuffix(filepath.ToSlash(arg), "/")
	if full, err := filepath.Abs(arg); err == nil {
		if root, err := filepath.Abs(folder); err == nil {
			if rel, err := filepath.Rel(root, full); err == nil && filepath.IsLocal(rel) {
				name = filepath.ToSlash(rel)
			}
		}
	}
	var exact, below, ends []corpus.File
	for _, f := range files {
		switch {
		case f.ID == name:
			exact = append(exact, f)
		case strings.HasPrefix(f.ID, name+"/"):
			below = append(below, f)
		case strings.HasSuffix(f.ID, "/"+name):
			ends = append(ends, f)
		case strings.HasPrefix(name, f.ID+"/"):
			return nil, fmt.Errorf("%s is in %s: remove that, or name the document in %s", name, f.ID, corpus.IgnoreFile)
		}
	}
	switch {
	case len(exact) > 0:
		return exact, nil
	case len(below) > 0:
		return below, nil
	case len(ends) == 1:
		return ends, nil
	case len(ends) > 1:
		return nil, fmt.Errorf("%s may be %s or %s: name one of them", arg, ends[0].ID, ends[1].ID)
	}
	return nil, fmt.Errorf("no document is called %s: analyze status lists what is not analysed, analyze export documents the others", arg)
}

// moveOut moves the file from the corpus to the work folder and returns where
// it is.
func moveOut(f corpus.File, work string) (string, error) {
	to := filepath.Join(work, removedFolder, filepath.FromSlash(f.ID))
	ext := path.Ext(to)
	for n := 2; ; n++ {
		if _, err := os.Lstat(to); errors.Is(err, os.ErrNotExist) {
			break
		}
		to = filepath.Join(work, removedFolder, fmt.Sprintf("%s (%d)%s", strings.TrimSuffix(filepath.FromSlash(f.ID), ext), n, ext))
	}
	if _, err := os.Lstat(f.Path); err != nil {
		return "", err
	}
	if err := os.MkdirAll(filepath.Dir(to), 0o777); err != nil {
		return "", err
	}
	err := os.Rename(f.Path, to)
	if errors.Is(err, syscall.EXDEV) {
		err = moveAcross(f.Path, to)
	}
	return to, err
}

// moveAcross moves a file to another file system.
func moveAcross(from, to string) (err error) {
	r, err := os.Open(from)
	if err != nil {
		return err
	}
	defer r.Close()
	w, err := os.Create(to)
	if err != nil {
		return err
	}
	_, err = io.Copy(w, r)
	if err = errors.Join(err, w.Close()); err != nil {
		return errors.Join(err, os.Remove(to))
	}
	return os.Remove(from)
}
