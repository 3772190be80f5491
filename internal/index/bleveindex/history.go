package bleveindex

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
)

// A generation carries, beside the index, by which run each document was put in
// or replaced last: what a search for what is new goes by.
const (
	historyFile = "history"  // a history in JSON
	changedFile = "changing" // in the next generation: documents, a quoted name a line
	rebuiltFile = "rebuilt"  // there: it was begun from nothing, documents as they were are put in again
)

// A history tells when what came.
type history struct {
	Runs      []Run          `json:"runs"`      // that changed documents, ascending
	Documents map[string]int `json:"documents"` // the number of the run
}

// A Run is one that changed documents of the index.
type Run struct {
	Number int       `json:"run"`
	Time   time.Time `json:"time"`
}

// last is the number of the last run, 0 if there was none.
func (h *history) last() int {
	if len(h.Runs) == 0 {
		return 0
	}
	return h.Runs[len(h.Runs)-1].Number
}

// readHistory reads the one of a generation; one that is not there or cannot be
// read is empty.
func readHistory(path string) (*history, error) {
	h := &history{Documents: map[string]int{}}
	b, err := os.ReadFile(filepath.Join(path, historyFile))
	if errors.Is(err, fs.ErrNotExist) {
		return h, nil
	}
	if err != nil {
		return nil, err
	}
	if json.Unmarshal(b, h) != nil || h.Documents == nil {
		return &history{Documents: map[string]int{}}, nil
	}
	return h, nil
}

// carry gives a generation that is begun from nothing the history of the
// current one.
func (w *Writer) carry(next string) error {
	cur, err := current(w.dir)
	if err != nil || cur == 0 {
		return err
	}
	err = copyFile(filepath.Join(generationPath(w.dir, cur), historyFile), filepath.Join(next, historyFile))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return writeAtomically(filepath.Join(next, rebuiltFile), nil)
}

// note writes down which documents are about to change, before they do, so
// that one who goes on after a kill knows.
func (w *Writer) note(docs []string) error {
	f, err := os.OpenFile(filepath.Join(w.dir, nextFolder, changedFile), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o666)
	if err != nil {
		return err
	}
	var b strings.Builder
	for _, d := range docs {
		b.WriteString(strconv.Quote(d) + "\n")
	}
	_, err = f.WriteString(b.String())
	return errors.Join(err, f.Close())
}

// remember makes the history of the next generation: what was noted is of this
// run, but for what a rebuild put in again as it was.
func (w *Writer) remember(next string) error {
	h, err := readHistory(next)
	if err != nil {
		return err
	}
	_, err = os.Stat(filepath.Join(next, rebuiltFile))
	rebuilt := err == nil
	docs, err := noted(next)
	if err != nil {
		return err
	}
	run := Run{max(w.Run.Number, h.last()+1), w.Run.Time}
	changed := false
	for _, d := range docs {
		if _, ok := h.Documents[d]; !ok || !rebuilt {
			h.Documents[d], changed = run.Number, true
		}
	}
	if changed {
		h.Runs = append(h.Runs, run)
	}
	b, err := json.Marshal(h)
	if err == nil {
		err = writeAtomically(filepath.Join(next, historyFile), b)
	}
	if err != nil {
		return err
	}
	return errors.Join(os.RemoveAll(filepath.Join(next, changedFile)), os.RemoveAll(filepath.Join(next, rebuiltFile)))
}

// noted reads what note wrote.
func noted(next string) ([]string, error) {
	f, err := os.Open(filepath.Join(next, changedFile))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []string
	for s := bufio.NewScanner(f); s.Scan(); {
		if d, err := strconv.Unquote(s.Text()); err == nil { // else the last line of a killed writer
			out = append(out, d)
		}
	}
	return out, nil
}

// Runs are those that changed documents, the last one last.
func (r *Reader) Runs() ([]Run, error) {
	h, err := readHistory(r.path)
	if err != nil {
		return nil, fmt.Errorf("reading the index: %w", err)
	}
	return h.Runs, nil
}

// Since returns the documents that runs after the one with that number put in
// or replaced, sorted.
func (r *Reader) Since(run int) ([]string, error) {
	h, err := readHistory(r.path)
	if err != nil {
		return nil, fmt.Errorf("reading the index: %w", err)
	}
	out := []string{}
	for d, g := range h.Documents {
		if g > run {
			out = append(out, d)
		}
	}
	slices.Sort(out)
	return out, nil
}
