package main

import (
	"errors"
	"fmt"
	"io"
	"os"

	"analyze/internal/nlp/tagger"
	"analyze/internal/nlp/tagger/train"

	"github.com/schollz/progressbar/v3"
	"github.com/spf13/cobra"
	"golang.org/x/term"
)

func newTrain() *cobra.Command {
	var out string
	var seed uint64
	var develop bool
	var folds int
	c := &cobra.Command{
		Use:   "train DATA",
		Short: "make the model of the name tagger from annotated texts",
		Long: `train learns from the annotated texts in DATA/names and writes a model file. The
same data and seed give the same bytes. At the end it prints scores on the
development tests; with --develop these are left out of training, as they must
be where their scores are to mean anything. With --folds nothing is written: each
part of wikigold is asked of a model trained on all the rest.`,
		Example: `  analyze train ../shared/data --out names.model
  analyze train ../shared/data --develop --out /tmp/names.model
  analyze train ../shared/data --folds 5`,
		Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			cfg := train.Config{Data: args[0], Seed: seed, Develop: develop, Progress: trainingBar(c.ErrOrStderr())}
			if c.Flags().Changed("folds") {
				return inFolds(c, cfg, folds)
			}
			m, rep, err := train.Run(c.Context(), cfg)
			if err != nil {
				return err
			}
			if err := writeModel(out, m); err != nil {
				return err
			}
			w := c.OutOrStdout()
			fmt.Fprintf(w, "%d documents, %d sentences, %d tokens; %d features, %d kept\n", rep.Documents, rep.Sentences, rep.Tokens, rep.Features, rep.Kept)
			for _, file := range train.Tests {
				s, err := train.Test(args[0], file, train.FinderOf(m, train.Tokenize), nil)
				if err != nil {
					return err
				}
				fmt.Fprintf(w, "%-28s %s\n", file, s)
			}
			return nil
		},
	}
	c.Flags().StringVar(&out, "out", "names.model", "file to write the model to")
	c.Flags().Uint64Var(&seed, "seed", 1, "seed of the random order")
	c.Flags().BoolVar(&develop, "develop", false, "leave the development tests out of training")
	c.Flags().IntVar(&folds, "folds", 5, "score on wikigold in this many parts, and write no model")
	return c
}

// inFolds prints the scores of each part of wikigold and those over all.
func inFolds(c *cobra.Command, cfg train.Config, n int) error {
	w := c.OutOrStdout()
	all, err := train.Folds(c.Context(), cfg, n, func(part int, s train.Scores) { fmt.Fprintf(w, "part %d of %d  %s\n", part, n, s) })
	if err == nil {
		fmt.Fprintf(w, "all          %s\n", all)
	}
	return err
}

func writeModel(name string, m *tagger.Model) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	_, err = m.WriteTo(f)
	return errors.Join(err, f.Close())
}

// trainingBar shows how far the training is: a bar on a terminal, the name of
// each stage elsewhere.
func trainingBar(w io.Writer) func(train.Progress) {
	f, ok := w.(*os.File)
	onTerminal := ok && term.IsTerminal(int(f.Fd()))
	stage := ""
	var b *progressbar.ProgressBar
	return func(p train.Progress) {
		if p.Stage != stage {
			stage = p.Stage
			if !onTerminal {
				fmt.Fprintf(w, "analyze: %s\n", stage)
				return
			}
			b = progressbar.NewOptions(p.Total, progressbar.OptionSetWriter(w), progressbar.OptionSetDescription(stage), progressbar.OptionClearOnFinish())
		}
		if onTerminal {
			b.Set(p.Done)
		}
	}
}
