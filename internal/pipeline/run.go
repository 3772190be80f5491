package pipeline

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"time"

	"analyze/internal/corpus"
	"analyze/internal/doc"
	"analyze/internal/store"
)

// A Config says what to run over.
type Config struct {
	Store   *store.Store // locked
	Corpus  string
	Reports string
	Workers int
	// Force analyses everything again and takes a state that is another
	// corpus's or another version's as if there were none.
	Force bool
	// Progress is told of each document that is done with, one at a time; may
	// be nil.
	Progress func(Event)
}

// A Result is a run that is not yet the state: index and reports are to be
// brought up to date before Commit.
type Result struct {
	Collection *doc.Collection
	// Unchanged says that corpus and settings are those of the last run;
	// Collection is then nil.
	Unchanged bool
	Analysed  int   // documents analysed now
	Bytes     int64 // of them
	Total     int   // files of the corpus
	Failed    int

	store   *store.Store
	state   *store.State
	touched bool // the state differs from the last in times of files only
}

// Run brings analyses and collection up to date with the corpus. Work that is
// done already is taken from the store. When ctx ends, Run returns its error
// after the documents in hand; their analyses are kept.
func Run(ctx context.Context, c Config) (*Result, error) {
	files, err := corpus.Walk(c.Corpus)
	if err != nil {
		return nil, err
	}
	k, err := ReadKnowledge(c.Corpus)
	if err != nil {
		return nil, err
	}
	old, err := previous(c)
	if err != nil {
		return nil, err
	}
	if err := notEmpty(c, files, old); err != nil {
		return nil, err
	}
	passes := Passes(k)
	if err := Validate(passes); err != nil {
		return nil, err
	}
	state, err := newState(c, k, passes)
	if err != nil {
		return nil, err
	}
	res := &Result{store: c.Store, state: state, Total: len(files)}
	jobs := plan(files, old, state, c.Force)
	if old != nil && len(jobs) == 0 && !c.Force && same(old, state) {
		return res.unchanged(old), nil
	}
	library := corpus.NewLibrary()
	defer library.Close()
	a := &analyser{store: c.Store, library: library, passes: passes, settings: state.Settings, force: c.Force}
	if err := a.run(ctx, jobs, c.Workers, c.Progress); err != nil {
		return nil, err
	}
	res.take(jobs)
	if old != nil && !c.Force && same(old, state) { // files were touched, no more
		state.Collection, state.Run = old.Collection, old.Run
		res.touched = true
		return res.unchanged(state), nil
	}
	all := &collector{store: c.Store, state: state}
	if err := res.read(ctx, all, func(at []int) error {
		again := jobsFor(files, at)
		a.force = true
		err := a.run(ctx, again, c.Workers, c.Progress)
		res.take(again)
		return err
	}); err != nil {
		return nil, err
	}
	res.count()
	res.Collection, err = all.collect(old, k)
	return res, err
}

// read reads the digests; analyses that are damaged are made again.
func (r *Result) read(ctx context.Context, all *collector, again func(at []int) error) error {
	damaged, err := all.read(ctx)
	if err != nil || len(damaged) == 0 {
		return err
	}
	if err := again(damaged); err != nil {
		return err
	}
	_, err = all.read(ctx)
	return err
}

// take puts what became of the jobs into the state.
func (r *Result) take(jobs []*job) {
	for _, j := range jobs {
		r.state.Documents[j.at] = j.state
		if j.analysed {
			r.Analysed++
			r.Bytes += j.file.Size
		}
	}
}

// jobsFor makes jobs of the files at those places.
func jobsFor(files []corpus.File, at []int) []*job {
	var jobs []*job
	for _, i := range at {
		f := files[i]
		jobs = append(jobs, &job{file: f, state: store.File{ID: f.ID, Size: f.Size, Modified: f.ModTime.UnixNano()}, at: i})
	}
	return jobs
}

// notEmpty refuses a folder without documents: where there were some before,
// it is more likely not there than meant.
func notEmpty(c Config, files []corpus.File, old *store.State) error {
	switch {
	case len(files) > 0:
		return nil
	case old == nil || len(old.Documents) == 0:
		return fmt.Errorf("corpus folder %s holds no documents: put text (.txt) or Markdown (.md) files into it", c.Corpus)
	case !c.Force:
		return fmt.Errorf("corpus folder %s holds no documents any more, the last run found %d: bring them back, or drop them with --force", c.Corpus, len(old.Documents))
	}
	return nil
}

func (r *Result) unchanged(state *store.State) *Result {
	r.Unchanged, r.state = true, state
	r.count()
	return r
}

func (r *Result) count() {
	for _, f := range r.state.Documents {
		if f.Key == "" {
			r.Failed++
		}
	}
}

// previous returns the state of the last run, nil if there is none that this
// run may build on.
func previous(c Config) (*store.State, error) {
	old, err := c.Store.State()
	if errors.Is(err, store.ErrNone) {
		return nil, nil
	}
	var format *store.FormatError
	if errors.As(err, &format) && c.Force {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	abs, err := filepath.Abs(c.Corpus)
	if err != nil {
		return nil, err
	}
	if old.Corpus != abs {
		if c.Force {
			return nil, nil
		}
		return nil, fmt.Errorf("%s holds the state of another corpus, %s: name another folder with --work, or replace it with --force", c.Store.Dir, old.Corpus)
	}
	return old, nil
}

func newState(c Config, k Knowledge, passes []*doc.Pass) (*store.State, error) {
	abs, err := filepath.Abs(c.Corpus)
	if err != nil {
		return nil, err
	}
	reports, err := filepath.Abs(c.Reports)
	return &store.State{Corpus: abs, Reports: reports, Settings: k.hash(passes), Corrections: k.correctionsHash}, err
}

// same reports whether a run with state now would give what old gave. Of the
// files, all that counts is which there are and what was read from them.
func same(old, now *store.State) bool {
	return old.Settings == now.Settings && old.Corrections == now.Corrections && old.Reports == now.Reports &&
		slices.EqualFunc(old.Documents, now.Documents, func(a, b store.File) bool {
			return a.ID == b.ID && a.Key == b.Key && a.Reason == b.Reason
		})
}

// plan fills state.Documents with the files and returns those to look at: new
// ones, those whose size or time of change differ, and those that could not be
// read before.
func plan(files []corpus.File, old, state *store.State, force bool) []*job {
	before := map[string]store.File{}
	if old != nil {
		for _, f := range old.Documents {
			before[f.ID] = f
		}
	}
	var jobs []*job
	state.Documents = make([]store.File, len(files))
	for i, f := range files {
		was, ok := before[f.ID]
		now := store.File{ID: f.ID, Size: f.Size, Modified: f.ModTime.UnixNano()}
		if ok && !force && old.Settings == state.Settings && was.Key != "" && was.Size == now.Size && was.Modified == now.Modified && f.Err == nil {
			state.Documents[i] = was
			continue
		}
		if ok && was.Key == "" && f.Err != nil && !force {
			if u := f.Err.(*corpus.Unreadable); u.Reason == was.Reason {
				state.Documents[i] = was
				continue
			}
		}
		if ok && was.Key == "" && f.Err == nil && !force && old.Settings == state.Settings && was.Hash != "" && was.Size == now.Size && was.Modified == now.Modified {
			state.Documents[i] = was // it will not read better than last time
			continue
		}
		jobs = append(jobs, &job{file: f, state: now, at: i})
	}
	return jobs
}

// Commit makes the result the state, after index and reports are written, and
// removes what no state needs any more.
func (r *Result) Commit() error {
	if r.Unchanged && !r.touched {
		return nil
	}
	if err := r.store.SaveState(r.state); err != nil {
		return err
	}
	keep := map[string]bool{}
	for _, f := range r.state.Documents {
		if f.Key != "" {
			keep[f.Key] = true
		}
	}
	grace := 10 * time.Minute
	return errors.Join(
		r.store.Sweep(store.Analyses, keep, grace),
		r.store.Sweep(store.Digests, keep, grace),
		r.store.Sweep(store.Collections, map[string]bool{r.state.Collection: true}, grace),
	)
}

// A FileStatus says how a file of the corpus stands to the last run.
type FileStatus struct {
	ID     string `json:"id"`
	State  string `json:"state"` // equal, new, changed, gone, failed
	Reason string `json:"reason"`
	Hint   string `json:"hint"`
}

// Status compares the files of the corpus with the state of the last run,
// which may be nil, by size and time of change.
func Status(files []corpus.File, st *store.State) []FileStatus {
	before := map[string]store.File{}
	if st != nil {
		for _, f := range st.Documents {
			before[f.ID] = f
		}
	}
	var out []FileStatus
	for _, f := range files {
		was, ok := before[f.ID]
		delete(before, f.ID)
		r := FileStatus{ID: f.ID, State: "equal"}
		switch {
		case !ok:
			r.State = "new"
		case was.Size != f.Size || was.Modified != f.ModTime.UnixNano() && f.Err == nil:
			r.State = "changed"
		case was.Key == "":
			r.State, r.Reason, r.Hint = "failed", was.Reason, was.Hint
		}
		out = append(out, r)
	}
	if st != nil {
		for _, f := range st.Documents {
			if _, gone := before[f.ID]; gone {
				out = append(out, FileStatus{ID: f.ID, State: "gone"})
			}
		}
	}
	return out
}

// readOptional reads a file of the reader's own, nil if there is none.
func readOptional(folder, name string) ([]byte, error) {
	b, err := os.ReadFile(filepath.Join(folder, name))
	if errors.Is(err, os.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", name, err)
	}
	return b, nil
}

func versions(passes []*doc.Pass) []string {
	var out []string
	for _, p := range passes {
		out = append(out, p.Name+" "+strconv.Itoa(p.Version))
	}
	return out
}
