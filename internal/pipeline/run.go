package pipeline

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
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
	// RetryFailed reads again what could not be read before.
	RetryFailed bool
	// OCR names the languages, as tesseract knows them, in which the text of
	// pictures is recognised; "" for no recognition.
	OCR string
	// Settled tells files that are whole from those that somebody is writing:
	// these stand in the state as they stood before. Nil: all are whole.
	Settled func(corpus.File) bool
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
	Total     int   // documents found, and containers that failed
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
	res := &Result{store: c.Store, state: state}
	jobs := plan(c, files, old, state)
	if old != nil && len(jobs) == 0 && !c.Force && same(old, state) {
		return res.unchanged(old), nil
	}
	library := corpus.NewLibrary(c.Store.Dir)
	library.OCR = c.OCR
	defer library.Close()
	a := &analyser{store: c.Store, library: library, passes: passes, settings: state.Settings, force: c.Force, room: newRoom(mostText)}
	done, err := a.run(ctx, jobs, c.Workers, c.Progress)
	if err != nil {
		return nil, err
	}
	res.take(done)
	if old != nil && !c.Force && same(old, state) { // files were touched, no more
		state.Collection, state.Run = old.Collection, old.Run
		res.touched = true
		return res.unchanged(state), nil
	}
	all := &collector{store: c.Store, state: state}
	defer func() { _ = all.figures.buckets.close() }() // what an error leaves behind
	if err := res.read(ctx, all, func(at []int) error {
		a.force = true
		done, err := a.run(ctx, res.drop(files, at), c.Workers, c.Progress)
		res.take(done)
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
		if j.folder {
			r.state.Containers = append(r.state.Containers, j.state)
			continue
		}
		r.state.Documents = append(r.state.Documents, j.state)
		if j.analysed {
			r.Analysed++
			r.Bytes += j.file.Size
		}
	}
	byID := func(a, b store.File) int { return strings.Compare(a.ID, b.ID) }
	slices.SortFunc(r.state.Documents, byID)
	slices.SortFunc(r.state.Containers, byID)
}

// drop takes the documents at those places out of the state, with all that
// comes from the same file, and makes jobs of the files.
func (r *Result) drop(files []corpus.File, at []int) []*job {
	gone := map[string]bool{}
	for _, i := range at {
		f := r.state.Documents[i]
		gone[cmp.Or(f.In, f.ID)] = true
	}
	from := func(f store.File) bool { return gone[cmp.Or(f.In, f.ID)] }
	r.state.Documents = slices.DeleteFunc(r.state.Documents, from)
	r.state.Containers = slices.DeleteFunc(r.state.Containers, from)
	var jobs []*job
	for _, f := range files {
		if gone[f.ID] {
			jobs = append(jobs, newJob(f))
		}
	}
	return jobs
}

func newJob(f corpus.File) *job {
	return &job{file: f, state: store.File{ID: f.ID, Size: f.Size, Modified: f.ModTime.UnixNano()}}
}

// notEmpty refuses a folder without documents: where there were some before,
// it is more likely not there than meant.
func notEmpty(c Config, files []corpus.File, old *store.State) error {
	switch {
	case len(files) > 0:
		return nil
	case old == nil || len(old.Documents) == 0:
		return fmt.Errorf("corpus folder %s holds no documents: put files into it, or analyze add them", c.Corpus)
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

// count counts documents, and containers that could not be read to their end.
func (r *Result) count() {
	r.Failed, r.Total = 0, len(r.state.Documents)
	for _, f := range r.state.Documents {
		if f.Key == "" {
			r.Failed++
		}
	}
	for _, f := range r.state.Containers {
		if f.Reason != "" {
			r.Failed++
			r.Total++
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
	if err != nil {
		return nil, err
	}
	st := &store.State{Corpus: abs, Reports: reports, Settings: k.hash(passes), Corrections: k.correctionsHash}
	ignore, err := readOptional(c.Corpus, corpus.IgnoreFile)
	if len(ignore) > 0 {
		st.Ignore = store.Key(string(ignore))
	}
	return st, err
}

// same reports whether a run with state now would give what old gave. Of the
// files, all that counts is which there are and what was read from them.
func same(old, now *store.State) bool {
	equal := func(a, b store.File) bool {
		return a.ID == b.ID && a.Key == b.Key && a.Reason == b.Reason
	}
	return old.Settings == now.Settings && old.Corrections == now.Corrections && old.Reports == now.Reports &&
		slices.EqualFunc(old.Documents, now.Documents, equal) && slices.EqualFunc(old.Containers, now.Containers, equal)
}

// plan fills the state with what is known of the files from the last run, and
// returns those to look at: new ones, those whose size or time of change
// differ, and, where asked for, those that could not be read before.
func plan(c Config, files []corpus.File, old, state *store.State) []*job {
	before := known(old)
	var jobs []*job
	for _, f := range files {
		was, ok := before[f.ID]
		if c.Settled != nil && !c.Settled(f) {
			if !ok || old.Settings != state.Settings {
				continue
			}
		} else if !ok || c.Force || old.Settings != state.Settings || !was.equal(f) || c.RetryFailed && was.failed() || old.Ignore != state.Ignore && was.holds() {
			jobs = append(jobs, newJob(f))
			continue
		}
		state.Documents = append(state.Documents, was.documents...)
		state.Containers = append(state.Containers, was.containers...)
	}
	return jobs
}

// fileState is what a run left of one file of the folder: of the file itself,
// and of what it holds.
type fileState struct {
	file                  store.File
	documents, containers []store.File
}

// known gathers a state by file of the folder.
func known(st *store.State) map[string]*fileState {
	m := map[string]*fileState{}
	if st == nil {
		return m
	}
	of := func(f store.File) *fileState {
		id := cmp.Or(f.In, f.ID)
		if m[id] == nil {
			m[id] = &fileState{}
		}
		if f.In == "" {
			m[id].file = f
		}
		return m[id]
	}
	for _, f := range st.Documents {
		s := of(f)
		s.documents = append(s.documents, f)
	}
	for _, f := range st.Containers {
		s := of(f)
		s.containers = append(s.containers, f)
	}
	return m
}

// equal reports whether f is as it was; it will not read better than last time.
func (s *fileState) equal(f corpus.File) bool {
	if f.Err != nil {
		var u *corpus.Unreadable
		return errors.As(f.Err, &u) && u.Reason == s.file.Reason
	}
	return s.file.Hash != "" && s.file.Size == f.Size && s.file.Modified == f.ModTime.UnixNano()
}

// holds reports whether documents were found in the file.
func (s *fileState) holds() bool { return len(s.containers) > 0 || len(s.documents) > 1 }

// failed reports whether something of the file could not be read.
func (s *fileState) failed() bool {
	bad := func(f store.File) bool { return f.Reason != "" }
	return slices.ContainsFunc(s.documents, bad) || slices.ContainsFunc(s.containers, bad)
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
