// Command analyze reads a folder of documents and tells who acts, where, and
// which figures each document cites, on whose word, and where the sources
// disagree. Run analyze help for its commands.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"runtime/debug"
	"strings"
	"syscall"

	"analyze/internal/corpus"
	"analyze/internal/nlp/tagger"

	"github.com/spf13/cobra"
	"golang.org/x/term"
)

// Exit codes; analyze help exit-codes explains them.
const (
	exitDone        = 0
	exitFailed      = 1
	exitUsage       = 2
	exitSomeFailed  = 3
	exitInterrupted = 130
)

func main() { os.Exit(Main()) }

// Main runs the command line of the process and returns its exit code.
func Main() int {
	corpus.Serve() // a child process that reads files ends here
	ctx, stop := interruptible()
	defer stop()
	root := newRoot()
	err := root.ExecuteContext(ctx)
	return explain(err)
}

// interruptible returns a context that ends with the first SIGINT or SIGTERM;
// the second ends the process at once.
func interruptible() (context.Context, context.CancelFunc) {
	ctx, cancel := context.WithCancel(context.Background())
	signals := make(chan os.Signal, 2)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	go func() {
		<-signals
		if term.IsTerminal(int(os.Stderr.Fd())) {
			fmt.Fprintln(os.Stderr) // the bar keeps its line
		}
		fmt.Fprintln(os.Stderr, "analyze: finishing what is in hand; interrupt again to stop at once")
		cancel()
		<-signals
		os.Exit(exitInterrupted)
	}()
	return ctx, cancel
}

// explain prints err as the command's voice has it, and returns the exit code.
func explain(err error) int {
	var code *exitError
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(os.Stderr, "analyze: interrupted; the next run goes on from here")
		return exitInterrupted
	case errors.As(err, &code):
		if code.error != nil {
			fmt.Fprintln(os.Stderr, "analyze: "+code.Error())
		}
		return code.code
	case errors.Is(err, syscall.EPIPE): // the reader of our output has gone
		return exitDone
	case errors.Is(err, syscall.ENOSPC):
		fmt.Fprintf(os.Stderr, "analyze: %v\nanalyze: the disk is full: the last complete state is kept; make room and run again\n", err)
		return exitFailed
	}
	fmt.Fprintf(os.Stderr, "analyze: %v\n", err)
	return exitFailed
}

// An exitError ends the command with a code; its error may be nil where all
// has been said.
type exitError struct {
	error
	code int
}

func (e *exitError) Unwrap() error { return e.error }

// usagef is the error of a command line that cannot be understood.
func usagef(format string, args ...any) error {
	return &exitError{fmt.Errorf(format, args...), exitUsage}
}

// newRoot builds the tree of commands.
func newRoot() *cobra.Command {
	g := &globals{}
	run := newRun(g)
	root := &cobra.Command{
		Use:   "analyze",
		Short: "who acts, where, and which figures documents cite",
		Long: strings.TrimSpace(`
analyze reads a folder of documents and tells who acts, where, and which
figures each document cites, on whose word, and where the sources disagree.

Without a command it analyses corpus/ into reports/, as analyze run does.`),
		Example: `  analyze                              corpus/ into reports/
  analyze run papers --reports out     another folder
  analyze search '"foreign fighters"'  what was found before`,
		Args:          cobra.NoArgs,
		RunE:          run.RunE,
		SilenceErrors: true,
		SilenceUsage:  true,
	}
	root.CompletionOptions.HiddenDefaultCmd = false
	root.SetFlagErrorFunc(func(c *cobra.Command, err error) error {
		return usagef("%w (see %s --help)", err, c.CommandPath())
	})
	g.flags(root)
	root.Flags().AddFlagSet(run.Flags())
	root.AddCommand(run, newSearch(g), newKwic(g), newIndex(g), newExport(g), newReport(g), newDiff(), newClaims(g), newThreads(g), newShow(g), newText(g), withCommands(newEval(g), newEvalSearch()),
		newCorrect(g), newAdd(g), newRemove(g), newWatch(g), newTrain(), newStatus(g), newPasses(g), newInit(), newVersion(), queryTopic(), exitCodesTopic())
	wrapArgs(root)
	return root
}

// wrapArgs turns cobra's complaints about arguments into usage errors.
func wrapArgs(c *cobra.Command) {
	if check := c.Args; check != nil {
		c.Args = func(c *cobra.Command, args []string) error {
			if err := check(c, args); err != nil {
				return usagef("%w (see %s --help)", err, c.CommandPath())
			}
			return nil
		}
	}
	for _, sub := range c.Commands() {
		wrapArgs(sub)
	}
}

func exitCodesTopic() *cobra.Command {
	return &cobra.Command{
		Use:   "exit-codes",
		Short: "what the exit codes mean",
		Long: `  0    done
  1    failed: nothing is lost, the message says what stopped it
  2    usage: the command line or the settings cannot be understood
  3    done, but some documents could not be read (analyze status lists them)
  130  interrupted: the next run goes on from there`,
	}
}

func newVersion() *cobra.Command {
	var asJSON, models bool
	c := &cobra.Command{
		Use:   "version",
		Short: "print the version",
		Example: `  analyze version
  analyze version --models`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			v := version()
			if models {
				return printJSON(c.OutOrStdout(), tagger.Default().Header())
			}
			if asJSON {
				return printJSON(c.OutOrStdout(), v)
			}
			_, err := fmt.Fprintf(c.OutOrStdout(), "analyze %s (records %d, state %d, %s)\n", v.Program, v.Records, v.State, v.Go)
			return err
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	c.Flags().BoolVar(&models, "models", false, "print what the models were trained on, with licences")
	return c
}

// programVersion is raised with every release.
const programVersion = "0.1.0"

func goVersion() string {
	if b, ok := debug.ReadBuildInfo(); ok {
		return b.GoVersion
	}
	return "unknown"
}
