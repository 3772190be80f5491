package pipeline

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"sync"
	"sync/atomic"

	"analyze/internal/corpus"
	"analyze/internal/doc"
	"analyze/internal/store"
)

// An Event tells of one document that is done with.
type Event struct {
	ID    string
	Done  int   // documents so far
	Total int   // documents to do
	Bytes int64 // of this document
	Err   error // why it could not be analysed, nil if it could
}

// A job is one document on its way through the workers.
type job struct {
	file  corpus.File
	state store.File // what is known before, completed by the worker
	at    int        // index in State.Documents
	err   error      // of the environment: it stops the run
	// analysed says that passes ran, where the store had nothing to give.
	analysed bool
}

// analyser turns files into stored analyses.
type analyser struct {
	store    *store.Store
	library  *corpus.Library
	passes   []*doc.Pass
	settings string
	force    bool
}

// run analyses the jobs with a number of workers and completes their states.
// It stops at the first error of the environment and, when ctx ends, as soon
// as the documents in hand are done.
func (a *analyser) run(ctx context.Context, jobs []*job, workers int, progress func(Event)) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	var (
		wg   sync.WaitGroup
		next atomic.Int64
		done atomic.Int64
		mu   sync.Mutex // one event at a time
	)
	for range max(1, min(workers, len(jobs))) {
		wg.Go(func() {
			for ctx.Err() == nil {
				i := int(next.Add(1)) - 1
				if i >= len(jobs) {
					return
				}
				j := jobs[i]
				if j.err = a.one(j); j.err != nil {
					stop()
					return
				}
				e := Event{ID: j.file.ID, Done: int(done.Add(1)), Total: len(jobs), Bytes: j.file.Size}
				if j.state.Key == "" {
					e.Err = errors.New(j.state.Reason)
				}
				if progress != nil {
					mu.Lock()
					progress(e)
					mu.Unlock()
				}
			}
		})
	}
	wg.Wait()
	for _, j := range jobs {
		if j.err != nil {
			return j.err
		}
	}
	return ctx.Err()
}

// one analyses one document, unless an analysis of the same bytes with the
// same settings is in the store.
func (a *analyser) one(j *job) error {
	src, err := corpus.Look(j.file)
	if err != nil {
		j.fail(err)
		return nil
	}
	j.state.Hash = src.Hash
	key := a.key(j.file.ID, src.Hash)
	if !a.force && a.store.Has(store.Analyses, key) && a.store.Has(store.Digests, key) {
		j.state.Key, j.state.Reason, j.state.Hint = key, "", ""
		return nil
	}
	d, err := a.library.Read(src)
	if j.analysed = true; err == nil {
		err = annotate(d, a.passes)
	}
	if err != nil {
		j.fail(err)
		return nil
	}
	digest := digestOf(d)
	d.Tokens = nil // they are made again from Text where a format wants them
	if err := a.store.Put(store.Analyses, key, d); err != nil {
		return err
	}
	if err := a.store.Put(store.Digests, key, digest); err != nil {
		return err
	}
	j.state.Key, j.state.Reason, j.state.Hint = key, "", ""
	return nil
}

// key is the key of the analysis of a file. The path is part of it, since it
// stands in the analysis and may date the document.
func (a *analyser) key(id, hash string) string { return store.Key(id, hash, a.settings) }

func (j *job) fail(err error) {
	j.state.Key = ""
	j.state.Reason, j.state.Hint = err.Error(), ""
	var u *corpus.Unreadable
	if errors.As(err, &u) {
		j.state.Reason, j.state.Hint = u.Reason, u.Hint
	}
}

// Analyse reads the bytes of file id and runs passes over it. A pass that
// panics fails the document, not the program; the error then names the pass.
func Analyse(id, hash string, data []byte, passes []*doc.Pass) (*doc.Document, error) {
	d, err := corpus.Read(id, hash, data)
	if err != nil {
		return nil, err
	}
	return d, annotate(d, passes)
}

func annotate(d *doc.Document, passes []*doc.Pass) error {
	for _, p := range passes {
		if err := runPass(p, d); err != nil {
			return err
		}
	}
	return nil
}

func runPass(p *doc.Pass, d *doc.Document) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = &PassError{Pass: p.Name, Cause: fmt.Sprint(r), Stack: string(debug.Stack())}
		}
	}()
	if err := p.Run(d); err != nil {
		return fmt.Errorf("the pass %s failed: %w", p.Name, err)
	}
	return nil
}

// A PassError is a fault of the program in one document.
type PassError struct{ Pass, Cause, Stack string }

// Error says which pass failed.
func (e *PassError) Error() string {
	return fmt.Sprintf("a fault of the program in the pass %s (%s): please report it", e.Pass, e.Cause)
}
