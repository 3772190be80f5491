package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"time"

	"analyze/internal/corpus"
	"analyze/internal/doc"
	"analyze/internal/pipeline"
	"analyze/internal/store"

	"github.com/schollz/progressbar/v3"
	"github.com/spf13/cobra"
	"golang.org/x/term"
)

func newRun(g *globals) *cobra.Command {
	var asJSON, force, listErrors, retry bool
	var ocr string
	var at indexFlag
	c := &cobra.Command{
		Use:   "run [FOLDER]",
		Short: "analyse a folder of documents into reports and the index",
		Long: `run analyses the documents of a folder (corpus/ if none is named) into reports
and the index. What was analysed before is not analysed again; reports are
rewritten where they changed. Progress and messages go to standard error. With
--index the index is kept in a cluster instead of the work folder.`,
		Example: `  analyze run
  analyze run papers --reports out --work out/.analyze
  analyze run papers --index opensearch://host:9200/papers
  analyze run --json --quiet
  analyze run --retry-failed           after a fault of a disk or a program
  analyze run --ocr=eng+fra            scans too, where tesseract is installed`,
		Args: cobra.MaximumNArgs(1),
	}
	c.RunE = func(c *cobra.Command, args []string) error {
		s, err := g.settings(c, cmp.Or(args...))
		if err != nil {
			return err
		}
		return run(c, s, runOptions{json: asJSON, force: force, errors: listErrors, retry: retry || ocr != "", ocr: ocr, index: at})
	}
	at.add(c)
	f := c.Flags()
	f.String("reports", "", "folder that reports are written to (default reports)")
	f.Int("workers", 0, "documents analysed at a time (default one a processor)")
	f.Bool("quiet", false, "no progress")
	f.BoolVar(&asJSON, "json", false, "print the summary as JSON")
	f.StringVar(&ocr, "ocr", "", "recognise the text of scans with tesseract, in these languages (eng, eng+fra)")
	f.Lookup("ocr").NoOptDefVal = "eng"
	f.BoolVar(&retry, "retry-failed", false, "read again what could not be read before")
	f.BoolVar(&force, "force", false, "analyse everything again; replace a state of another corpus or version")
	f.BoolVar(&listErrors, "errors", false, "list the numbers that were not read as figures, with the reason")
	return c
}

type runOptions struct {
	json, force, errors bool
	index               indexFlag
	// retry reads again what could not be read before.
	retry bool
	// ocr names the languages of scans, "" where they are not to be read.
	ocr string
	// settled tells files that are whole from those that are being written;
	// nil: all are whole.
	settled func(corpus.File) bool
}

// A summary is what a run prints at its end.
type summary struct {
	Documents int            `json:"documents"`
	Analysed  int            `json:"analysed"`
	Failed    int            `json:"failed"`
	Unchanged bool           `json:"unchanged"`
	Actors    int            `json:"actors"`
	Places    int            `json:"places"`
	Claims    int            `json:"claims"`
	Threads   int            `json:"threads"`
	Conflicts int            `json:"conflicts"`
	Skipped   map[string]int `json:"numbers_not_read"`
	Reports   string         `json:"reports"`
}

func run(c *cobra.Command, s Settings, o runOptions) (err error) {
	begin := time.Now()
	if err := apart(s); err != nil {
		return err
	}
	st, err := store.Lock(s.Work)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, st.Close()) }()
	// A fifth less memory for a fourteenth more work of the processor.
	defer debug.SetGCPercent(debug.SetGCPercent(50))
	show, finish := progress(c.ErrOrStderr(), s.Quiet)
	res, err := pipeline.Run(c.Context(), pipeline.Config{
		Store: st, Corpus: s.Corpus, Reports: s.Reports, Workers: s.Workers, Force: o.force, RetryFailed: o.retry, OCR: o.ocr,
		Settled: o.settled, Progress: show,
	})
	finish()
	if err != nil {
		return err
	}
	if res.Unchanged && !outputsMissing(s, o.index) {
		err = o.index.catchUp(c, s, st)
		if err == nil {
			err = res.Commit()
		}
	} else {
		err = publish(c, s, st, res, o.index)
	}
	if err != nil {
		return err
	}
	if err := logRun(st, s, res, time.Since(begin)); err != nil {
		return err
	}
	if err := conclude(c, s, o, res); err != nil {
		return err
	}
	if res.Failed > 0 {
		return &exitError{fmt.Errorf("%d of %d documents could not be read: analyze status --failed tells why", res.Failed, res.Total), exitSomeFailed}
	}
	return nil
}

// apart refuses folders that lie in each other, where a run would read its own
// output or write among the documents.
func apart(s Settings) error {
	in, err := filepath.Abs(s.Corpus)
	if err != nil {
		return err
	}
	for name, dir := range map[string]string{"reports": s.Reports, "work": s.Work} {
		out, err := filepath.Abs(dir)
		if err != nil {
			return err
		}
		if out == in {
			return usagef("the folder for %s is the corpus itself: name another with --%s", name, name)
		}
		if rel, err := filepath.Rel(in, out); err == nil && filepath.IsLocal(rel) && filepath.Base(out)[0] != '.' {
			return usagef("the folder for %s, %s, lies in the corpus: name another with --%s", name, dir, name)
		}
	}
	return nil
}

// progress returns a function that shows events on w, and one that ends the
// show: a bar on a terminal, a line every few seconds elsewhere.
func progress(w io.Writer, quiet bool) (func(pipeline.Event), func()) {
	if quiet {
		return nil, func() {}
	}
	f, ok := w.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return lines(w), func() {}
	}
	return bar(w)
}

func bar(w io.Writer) (func(pipeline.Event), func()) {
	var b *progressbar.ProgressBar
	var bytes int64
	begin := time.Now()
	show := func(e pipeline.Event) {
		if b == nil {
			b = progressbar.NewOptions(e.Total, progressbar.OptionSetWriter(w), progressbar.OptionSetWidth(24),
				progressbar.OptionShowCount(), progressbar.OptionSetPredictTime(true), progressbar.OptionThrottle(100*time.Millisecond),
				progressbar.OptionClearOnFinish(), progressbar.OptionEnableColorCodes(os.Getenv("NO_COLOR") == ""))
		}
		bytes += e.Bytes
		b.ChangeMax(e.Total) // archives turn out to hold more
		b.Describe(fmt.Sprintf("documents, %.1f MB/s", float64(bytes)/1e6/max(time.Since(begin).Seconds(), .001)))
		b.Set(e.Done)
	}
	return show, func() {
		if b != nil {
			b.Finish()
		}
	}
}

func lines(w io.Writer) func(pipeline.Event) {
	last := time.Now()
	begin := last
	var bytes int64
	return func(e pipeline.Event) {
		bytes += e.Bytes
		now := time.Now()
		if now.Sub(last) < 5*time.Second {
			return
		}
		last = now
		rate := float64(e.Done) / now.Sub(begin).Seconds()
		left := time.Duration(float64(e.Total-e.Done)/rate) * time.Second
		fmt.Fprintf(w, "analyze: %d of %d documents, %.1f MB/s, %s left\n", e.Done, e.Total, float64(bytes)/1e6/now.Sub(begin).Seconds(), left.Round(time.Second))
	}
}

// conclude prints what the run found.
func conclude(c *cobra.Command, s Settings, o runOptions, res *pipeline.Result) error {
	coll := res.Collection
	if coll == nil {
		var err error
		if coll, err = pipeline.Load(store.Open(s.Work)); err != nil {
			return err
		}
	}
	sum := summarise(coll, res, s)
	if o.errors {
		if err := listSkipped(c.OutOrStdout(), coll); err != nil {
			return err
		}
	}
	if o.json {
		return printJSON(c.OutOrStdout(), sum)
	}
	if s.Quiet {
		return nil
	}
	w := c.ErrOrStderr()
	for _, f := range coll.Failures {
		fmt.Fprintf(w, "analyze: %s: %s%s\n", f.ID, f.Reason, parenthesis(f.Hint))
	}
	for i := range coll.Cards {
		if part := doc.Unread(coll.Cards[i].Problems); part != "" {
			fmt.Fprintf(w, "analyze: read only in part: %s: %s\n", coll.Cards[i].ID, part)
		}
	}
	if sum.Unchanged {
		fmt.Fprintf(w, "analyze: nothing has changed since the last run; reports are in %s\n", s.Reports)
		return nil
	}
	fmt.Fprintf(w, "analyze: %d documents (%d analysed now): %d actors, %d places, %d figures; %d figures told by several sources, %d in conflict\n",
		sum.Documents, sum.Analysed, sum.Actors, sum.Places, sum.Claims, sum.Threads, sum.Conflicts)
	fmt.Fprintf(w, "analyze: %s\n", skippedLine(sum.Skipped))
	fmt.Fprintf(w, "analyze: read %s\n", filepath.Join(s.Reports, "index.html"))
	return nil
}

func parenthesis(s string) string {
	if s == "" {
		return ""
	}
	return " (" + s + ")"
}

func summarise(coll *doc.Collection, res *pipeline.Result, s Settings) summary {
	sum := summary{
		Documents: len(coll.Cards), Analysed: res.Analysed, Failed: res.Failed, Unchanged: res.Unchanged,
		Threads: len(coll.Threads), Skipped: coll.Skipped, Reports: s.Reports,
	}
	for i := range coll.Entities {
		switch t := coll.Entities[i].Type; {
		case t.IsActor():
			sum.Actors++
		case t == doc.Place:
			sum.Places++
		}
	}
	for _, card := range coll.Cards {
		sum.Claims += card.Claims
	}
	for i := range coll.Threads {
		if coll.Threads[i].Relation == "conflict" {
			sum.Conflicts++
		}
	}
	return sum
}

// runLog is the log of runs in the work folder, a line each.
const runLog = "run.log"

// logRun appends a line on the run to the log in the work folder, the one
// place for times, durations and worker counts.
func logRun(st *store.Store, s Settings, res *pipeline.Result, took time.Duration) error {
	f, err := os.OpenFile(filepath.Join(st.Dir, runLog), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o666)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(f, "%s %d documents, %d analysed, %d failed, %d bytes, %d workers, %s\n",
		time.Now().UTC().Format(time.RFC3339), res.Total, res.Analysed, res.Failed, res.Bytes, s.Workers, took.Round(time.Millisecond))
	return errors.Join(err, f.Close())
}
