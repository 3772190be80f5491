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
)

// A generation carries, beside the index, in which generation each document
// was put in or replaced last: what a search for what is new goes by.
const (
	historyFile = "history"  // JSON, document to generation
	changedFile = "changing" // in the next generation: documents, a quoted name a line
)

func readHistory(path string) (map[string]int, error) {
	b, err := os.ReadFile(filepath.Join(path, historyFile))
	if errors.Is(err, fs.ErrNotExist) {
		return map[string]int{}, nil
	}
	if err != nil {
		return nil, err
	}
	h := map[string]int{}
	if json.Unmarshal(b, &h) != nil {
		return map[string]int{}, nil
	}
	return h, nil
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

// remember makes the history of generation g.
func (w *Writer) remember(next string, g int) error {
	h, err := readHistory(next)
	if err != nil {
		return err
	}
	f, err := os.Open(filepath.Join(next, changedFile))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	for s := bufio.NewScanner(f); s.Scan(); {
		d, err := strconv.Unquote(s.Text())
		if err != nil {
			continue // the last line of a killed writer
		}
		if was, ok := w.kept[d]; ok {
			h[d] = was
		} else {
			h[d] = g
		}
	}
	f.Close()
	b, err := json.Marshal(h)
	if err == nil {
		err = writeAtomically(filepath.Join(next, historyFile), b)
	}
	if err != nil {
		return err
	}
	return os.Remove(filepath.Join(next, changedFile))
}

// Run is the number of the generation, which rises with every run that changes
// something.
func (r *Reader) Run() int { return r.run }

// Since returns the documents that were put in or replaced after run, sorted.
func (r *Reader) Since(run int) ([]string, error) {
	h, err := readHistory(r.path)
	if err != nil {
		return nil, fmt.Errorf("reading the index: %w", err)
	}
	out := []string{}
	for d, g := range h {
		if g > run {
			out = append(out, d)
		}
	}
	slices.Sort(out)
	return out, nil
}
