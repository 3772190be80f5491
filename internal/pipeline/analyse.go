package pipeline

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"slices"
	"sync"

	"analyze/internal/corpus"
	"analyze/internal/doc"
	"analyze/internal/store"
)

// An Event tells of one document that is done with.
type Event struct {
	ID    string
	Done  int   // documents so far
	Total int   // documents to do, as far as they are known
	Bytes int64 // of this document
	Err   error // why it could not be analysed, nil if it could
}

// A job is one file on its way through the workers.
type job struct {
	file  corpus.File
	in    *container // what it was unpacked from, nil for a file of the folder
	state store.File // what is known before, completed by the worker
	// analysed says that passes ran, where the store had nothing to give.
	analysed bool
	// folder says that the file is no document but holds some.
	folder bool
}

// A container is a file whose members are on their way through the workers.
type container struct {
	reading *corpus.Reading
	left    int // members to be done with
}

// analyser turns files into stored analyses.
type analyser struct {
	store    *store.Store
	library  *corpus.Library
	passes   []*doc.Pass
	settings string
	force    bool
	room     *room // for texts that are analysed at a time
}

// A queue hands out jobs. What a container holds comes before all else, so that
// few containers are unpacked at a time.
type queue struct {
	mu   sync.Mutex
	cond sync.Cond
	jobs []*job // to do, the next one last
	busy int    // jobs in hand
	all  int    // jobs there ever were
	done []*job
	err  error // of the environment: it stops the run
}

func newQueue(jobs []*job) *queue {
	q := &queue{jobs: slices.Clone(jobs), all: len(jobs)}
	slices.Reverse(q.jobs)
	q.cond.L = &q.mu
	return q
}

// next returns a job, nil when there will be none any more.
func (q *queue) next(ctx context.Context) *job {
	q.mu.Lock()
	defer q.mu.Unlock()
	for len(q.jobs) == 0 && q.busy > 0 && q.err == nil && ctx.Err() == nil {
		q.cond.Wait()
	}
	if len(q.jobs) == 0 || q.err != nil || ctx.Err() != nil {
		return nil
	}
	j := q.jobs[len(q.jobs)-1]
	q.jobs = q.jobs[:len(q.jobs)-1]
	q.busy++
	return j
}

// finish takes back a job that is done, with what it was found to hold.
func (q *queue) finish(j *job, reading *corpus.Reading, err error, progress func(Event)) {
	q.mu.Lock()
	defer q.mu.Unlock()
	defer q.cond.Broadcast()
	q.busy--
	if q.err = errors.Join(q.err, err); err != nil {
		return
	}
	q.done = append(q.done, j)
	if reading != nil {
		q.members(reading)
	}
	if c := j.in; c != nil {
		if c.left--; c.left == 0 {
			q.err = errors.Join(q.err, c.reading.Discard())
		}
	}
	if progress == nil {
		return
	}
	e := Event{ID: j.file.ID, Done: len(q.done), Total: q.all, Bytes: j.file.Size}
	if j.state.Reason != "" {
		e.Err = errors.New(j.state.Reason)
	}
	progress(e)
}

// members queues what a container holds.
func (q *queue) members(r *corpus.Reading) {
	c := &container{r, len(r.Members)}
	if c.left == 0 {
		q.err = errors.Join(q.err, r.Discard())
	}
	for _, f := range slices.Backward(r.Members) {
		state := store.File{ID: f.ID, Size: f.Size, Modified: f.ModTime.UnixNano(), In: f.In}
		q.jobs = append(q.jobs, &job{file: f, in: c, state: state})
	}
	q.all += len(r.Members)
}

// abandon removes what was unpacked for jobs that nobody will do.
func (q *queue) abandon() {
	for _, j := range q.jobs {
		if j.in != nil {
			j.in.reading.Discard()
		}
	}
}

// run analyses the jobs, and what the files turn out to hold, with a number of
// workers. It returns the jobs that are done, in no order. It stops at the
// first error of the environment and, when ctx ends, as soon as the documents
// in hand are done.
func (a *analyser) run(ctx context.Context, jobs []*job, workers int, progress func(Event)) ([]*job, error) {
	q := newQueue(jobs)
	stop := context.AfterFunc(ctx, func() {
		q.mu.Lock()
		defer q.mu.Unlock()
		q.cond.Broadcast()
	})
	defer stop()
	var wg sync.WaitGroup
	for range max(1, workers) {
		wg.Go(func() {
			for j := q.next(ctx); j != nil; j = q.next(ctx) {
				reading, err := a.one(j)
				q.finish(j, reading, err, progress)
			}
		})
	}
	wg.Wait()
	q.abandon()
	if q.err != nil {
		return nil, q.err
	}
	return q.done, ctx.Err()
}

// one analyses one file, unless an analysis of the same bytes with the same
// settings is in the store. It returns the reading of a file that holds others.
// The error is of the environment.
func (a *analyser) one(j *job) (*corpus.Reading, error) {
	src, err := corpus.Look(j.file)
	if err != nil {
		j.fail(err)
		return nil, nil
	}
	j.state.Hash = src.Hash
	key := a.key(j.file.ID, src.Hash)
	if !a.force && src.Single() && a.known(j, key) {
		return nil, nil
	}
	reading, err := a.library.Read(src)
	var u *corpus.Unreadable
	if errors.As(err, &u) {
		j.analysed = true
		j.fail(u)
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	if reading.Doc == nil {
		if j.folder = true; reading.Fault != nil {
			j.fail(reading.Fault)
		}
		return reading, nil
	}
	return reading, a.document(j, key, reading)
}

// known completes a job from the store, where that has the analysis under key.
func (a *analyser) known(j *job, key string) bool {
	var g struct{ Card doc.Card }
	if !a.store.Has(store.Analyses, key) || a.store.Get(store.Digests, key, &g) != nil {
		return false
	}
	j.state.Key, j.state.Partly = key, doc.Unread(g.Card.Problems)
	return true
}

// document runs the passes over a document that was read, and stores it.
func (a *analyser) document(j *job, key string, r *corpus.Reading) error {
	if !a.force && a.known(j, key) {
		return nil
	}
	d := r.Doc
	if j.analysed = true; r.Fault != nil {
		d.Unreadf(doc.Span{}, "not all that is attached was read: "+r.Fault.Reason)
	}
	defer a.room.take(len(d.Text))()
	if err := annotate(d, a.passes); err != nil {
		j.fail(err)
		return nil
	}
	g := digestOf(d)
	if err := a.store.Put(store.Digests, key, &g); err != nil { // first, so that it is not held beside what the analysis takes
		return err
	}
	d.Tokens = nil // they are made again from Text where a format wants them
	if len(d.Claims) == len(d.Figures) {
		d.Figures = nil // each claim holds its own
	}
	if err := a.store.Put(store.Analyses, key, d); err != nil {
		return err
	}
	j.state.Key, j.state.Partly = key, d.Unread()
	return nil
}

// key is the key of the analysis of a file. The path is part of it, since it
// stands in the analysis and may date the document.
func (a *analyser) key(id, hash string) string { return store.Key(id, hash, a.settings) }

func (j *job) fail(err error) {
	j.state.Key, j.state.Partly = "", ""
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

// forEnglish are the layers whose passes know English only.
const forEnglish = doc.LayerMentions | doc.LayerReferents | doc.LayerRelations | doc.LayerFigures | doc.LayerClaims

// annotate runs the passes. Those that know English only are left out for a
// document in another language, and the document says so.
func annotate(d *doc.Document, passes []*doc.Pass) error {
	foreign := !d.File.English()
	for _, p := range passes {
		if foreign && p.Gives&forEnglish != 0 {
			continue
		}
		if err := runPass(p, d); err != nil {
			return err
		}
	}
	if foreign {
		d.Problemf(doc.Span{}, "not analysed for names and figures: the language is "+corpus.LanguageName(d.File.Language))
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
