package bleveindex

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"

	"analyze/internal/hold"
	"analyze/internal/index"
	"analyze/internal/index/bleveindex/segment"

	"github.com/blevesearch/bleve/v2"
)

// A Writer makes the next generation of an index. It is used by one goroutine
// at a time.
type Writer struct {
	dir  string
	lock *hold.Lock
	next bleve.Index // nil as long as nothing has changed
	// Run is what brings the changes, as histories tell it; the number is at
	// least one more than that of the run before.
	Run Run
	// Torn says in plain words what was found damaged and is being built
	// anew, "" if nothing was.
	Torn string
}

var _ index.Writer = (*Writer)(nil)

// Open takes the index in dir for writing, until Close; the folder is made if
// need be. The error wraps a *hold.Error if another process has it. A damaged
// index is no error: it is taken for none, and Torn says so.
func Open(dir string) (*Writer, error) {
	l, err := hold.Take(dir)
	var held *hold.Error
	if errors.As(err, &held) {
		return nil, fmt.Errorf("the index in %w: wait until it ends", err)
	}
	if err != nil {
		return nil, fmt.Errorf("taking the index: %w", err)
	}
	w := &Writer{dir: dir, lock: l}
	if err := w.recover(); err != nil {
		return nil, errors.Join(err, w.Close())
	}
	return w, nil
}

// recover puts right what a killed process left: a generation that was whole
// but not yet current is next again, and what cannot be opened is removed.
func (w *Writer) recover() error {
	cur, err := current(w.dir)
	var torn *TornError
	if errors.As(err, &torn) {
		w.Torn, cur = torn.Error(), 0
		err = os.Remove(filepath.Join(w.dir, currentFile))
	}
	if err != nil {
		return err
	}
	if cur > 0 {
		r, err := openGeneration(generationPath(w.dir, cur))
		if err != nil {
			w.Torn = (&TornError{w.dir, err}).Error()
			return w.clear()
		}
		if err := r.Close(); err != nil {
			return err
		}
	}
	for _, g := range slices.Backward(generations(w.dir)) {
		if g <= cur {
			continue
		}
		next := filepath.Join(w.dir, nextFolder)
		if _, missing := os.Stat(next); missing == nil {
			err = os.RemoveAll(generationPath(w.dir, g))
		} else {
			err = os.Rename(generationPath(w.dir, g), next)
		}
		if err != nil {
			return fmt.Errorf("putting the index right: %w", err)
		}
	}
	old, _ := filepath.Glob(filepath.Join(w.dir, "*.tmp"))
	more, _ := filepath.Glob(filepath.Join(w.dir, ".tmp-*"))
	for _, name := range append(old, more...) {
		os.RemoveAll(name)
	}
	if _, err := os.Stat(filepath.Join(w.dir, nextFolder)); err == nil {
		return w.resume()
	}
	return nil
}

// resume opens what a killed writer had begun; if that is damaged it is begun
// again.
func (w *Writer) resume() error {
	next := filepath.Join(w.dir, nextFolder)
	ix, err := openBleve(next, false)
	if err != nil {
		return os.RemoveAll(next)
	}
	w.next = ix
	return nil
}

// clear removes the index, but for the lock.
func (w *Writer) clear() error {
	if w.next != nil {
		w.next.Close()
		w.next = nil
	}
	if err := os.Remove(filepath.Join(w.dir, currentFile)); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	err := os.RemoveAll(filepath.Join(w.dir, nextFolder))
	for _, g := range generations(w.dir) {
		err = errors.Join(err, os.RemoveAll(generationPath(w.dir, g)))
	}
	return err
}

// Clear begins a generation without records, to be filled from nothing.
// Readers go on with the current one until Publish, and what is new since when
// is remembered.
func (w *Writer) Clear() error {
	var err error
	if w.next != nil {
		err = w.next.Close()
		w.next = nil
	}
	next := filepath.Join(w.dir, nextFolder)
	if err = errors.Join(err, os.RemoveAll(next)); err == nil {
		w.next, err = newBleve(next)
	}
	if err == nil {
		err = w.carry(next)
	}
	if err != nil {
		return fmt.Errorf("beginning the index anew: %w", err)
	}
	return nil
}

// begin opens the next generation.
func (w *Writer) begin() (err error) {
	if w.next != nil {
		return nil
	}
	defer func() {
		if err != nil {
			err = fmt.Errorf("beginning to write the index: %w", err)
		}
	}()
	next := filepath.Join(w.dir, nextFolder)
	cur, err := current(w.dir)
	if err != nil {
		return err
	}
	if cur == 0 {
		w.next, err = newBleve(next)
		return err
	}
	if err = link(generationPath(w.dir, cur), next+".tmp"); err != nil {
		return err
	}
	if err = os.Rename(next+".tmp", next); err != nil {
		return err
	}
	w.next, err = openBleve(next, false)
	return err
}

// Signatures returns the signatures of documents and entities by the ids of
// their records, of what was published and applied.
func (w *Writer) Signatures(context.Context) (map[string]string, error) {
	if w.next != nil {
		v, err := viewOf(w.next)
		if err != nil {
			return nil, err
		}
		return v.signatures(), v.Close()
	}
	r, err := OpenReader(w.dir)
	if errors.Is(err, ErrNone) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return r.view.signatures(), r.Close()
}

// Apply makes the changes in one batch: after it all of them are on the disk,
// and where the process is killed before, none.
func (w *Writer) Apply(ctx context.Context, changes []index.Change) error {
	if err := w.begin(); err != nil {
		return err
	}
	var docs []string
	for _, c := range changes {
		if c.Doc != "" && len(c.Records) > 0 && !c.Added {
			docs = append(docs, c.Doc)
		}
	}
	if err := w.note(docs); err != nil {
		return fmt.Errorf("writing the index: %w", err)
	}
	batch := w.next.NewBatch()
	v, err := viewOf(w.next)
	if err != nil {
		return err
	}
	defer v.Close()
	for _, c := range changes {
		keep := map[string]bool{}
		for i := range c.Records {
			r := &c.Records[i]
			d, err := segment.Document(r)
			if err == nil {
				err = batch.IndexAdvanced(d)
			}
			if err != nil {
				return fmt.Errorf("indexing %s: %w", r.ID, err)
			}
			keep[r.ID] = true
		}
		if c.Added {
			continue
		}
		for _, id := range v.recordsOf(c) {
			if !keep[id] {
				batch.Delete(id)
			}
		}
	}
	if err := w.next.Batch(batch); err != nil {
		return fmt.Errorf("writing the index: %w", err)
	}
	return ctx.Err()
}

// Publish makes what was applied the current generation. It does nothing where
// nothing was applied.
func (w *Writer) Publish(context.Context) error {
	if w.next == nil {
		return nil
	}
	if err := w.publish(); err != nil {
		return fmt.Errorf("publishing the index: %w", err)
	}
	return nil
}

func (w *Writer) publish() error {
	next := filepath.Join(w.dir, nextFolder)
	err := w.next.Close()
	w.next = nil
	if err != nil {
		return err
	}
	cur, err := current(w.dir)
	if err != nil {
		return err
	}
	all := generations(w.dir)
	g := cur + 1
	if len(all) > 0 {
		g = max(g, all[len(all)-1]+1)
	}
	if err := w.remember(next); err != nil {
		return err
	}
	columns := filepath.Join(next, columnsFile)
	if err := os.Remove(columns); err != nil && !errors.Is(err, fs.ErrNotExist) { // of a writer that was killed here
		return err
	}
	r, err := openGeneration(next)
	if err != nil {
		return err
	}
	if _, missing := os.Stat(columns); missing != nil { // to know why
		err = r.cols.save(columns, r.view)
	}
	if err == nil {
		err = r.view.sweep(next)
	}
	if err = errors.Join(err, r.Close()); err != nil {
		return err
	}
	if err := os.Rename(next, generationPath(w.dir, g)); err != nil {
		return err
	}
	if err := writeAtomically(filepath.Join(w.dir, currentFile), []byte(strconv.Itoa(g)+"\n")); err != nil {
		return err
	}
	for _, old := range all { // the one before stays for readers that are opening it
		if old != cur {
			err = errors.Join(err, os.RemoveAll(generationPath(w.dir, old)))
		}
	}
	return err
}

// Close gives the index back. What was applied but not published is kept for
// the next writer.
func (w *Writer) Close() error {
	var err error
	if w.next != nil {
		err = w.next.Close()
		w.next = nil
	}
	return errors.Join(err, w.lock.Close())
}
