package bleveindex

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"

	"analyze/internal/index/bleveindex/segment"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"
	"github.com/blevesearch/bleve/v2/mapping"
)

// ErrNone is the error of opening an index where there is none.
var ErrNone = errors.New("there is no index here yet")

// errVersion is the cause where an index is whole but in another form.
var errVersion = errors.New("another version wrote it")

// A TornError says that an index is there but cannot be read.
type TornError struct {
	Dir   string
	Cause error
}

// Error says what happened in plain words.
func (e *TornError) Error() string {
	if errors.Is(e.Cause, errVersion) {
		return fmt.Sprintf("the index in %s was written by another version of analyze: analyze index rebuild, or the next run, builds it again", e.Dir)
	}
	cause, _, _ := strings.Cut(fmt.Sprint(e.Cause), "\n") // bleve goes on with what it read
	return fmt.Sprintf("the index in %s is damaged, perhaps by a full disk or an interrupted copy (%s): analyze index rebuild, or the next run, builds it again", e.Dir, cause)
}

// Unwrap returns what reading it failed with.
func (e *TornError) Unwrap() error { return e.Cause }

const (
	currentFile = "current"
	nextFolder  = "next"
	columnsFile = "columns"
)

// generations lists the numbers of the generations in dir, ascending.
func generations(dir string) []int {
	names, _ := filepath.Glob(filepath.Join(dir, "g[0-9]*"))
	var out []int
	for _, n := range names {
		if g, err := strconv.Atoi(filepath.Base(n)[1:]); err == nil {
			out = append(out, g)
		}
	}
	slices.Sort(out)
	return out
}

func generationPath(dir string, g int) string { return filepath.Join(dir, fmt.Sprintf("g%06d", g)) }

// current returns the number of the current generation, 0 if there is none.
func current(dir string) (int, error) {
	b, err := os.ReadFile(filepath.Join(dir, currentFile))
	if errors.Is(err, fs.ErrNotExist) {
		return 0, nil
	}
	if err != nil {
		return 0, fmt.Errorf("opening the index: %w", err)
	}
	g, err := strconv.Atoi(strings.TrimSpace(string(b)))
	if err != nil || g < 1 {
		return 0, &TornError{dir, fmt.Errorf("the file %s is unreadable", currentFile)}
	}
	return g, nil
}

// writeAtomically puts data in the place of the file name.
func writeAtomically(name string, data []byte) error {
	f, err := os.CreateTemp(filepath.Dir(name), ".tmp-")
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err = errors.Join(err, f.Sync(), f.Close()); err == nil {
		err = os.Rename(f.Name(), name)
	}
	if err != nil {
		os.Remove(f.Name())
	}
	return err
}

// Whole reports whether there is an index in dir that can be opened.
func Whole(dir string) bool {
	r, err := OpenReader(dir)
	return err == nil && r.Close() == nil
}

// link makes the folder to a copy of the index in from: segments, which never
// change, by hard links where the disk allows, the rest by copying.
func link(from, to string) error {
	return filepath.WalkDir(from, func(name string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(from, name)
		if err != nil {
			return err
		}
		target := filepath.Join(to, rel)
		switch {
		case e.IsDir():
			return os.MkdirAll(target, 0o777)
		case rel == columnsFile:
			return nil
		case filepath.Ext(name) == ".zap" && os.Link(name, target) == nil:
			return nil
		}
		return copyFile(name, target)
	})
}

func copyFile(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.Create(to)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Sync(), out.Close())
}

// newMapping is a mapping under which bleve itself looks at nothing of a
// record: nothing is dynamic, and package segment reads the fields of
// index.Schema.
func newMapping() *mapping.IndexMappingImpl {
	m := bleve.NewIndexMapping()
	m.DefaultMapping = bleve.NewDocumentStaticMapping()
	m.IndexDynamic, m.StoreDynamic, m.DocValuesDynamic = false, false, false
	return m
}

// settings are those of scorch. Segments grow to a million records.
func settings() map[string]any {
	segment.Register()
	return map[string]any{
		"bolt_timeout": "5s", "numSnapshotsToKeep": 1,
		"forceSegmentType": segment.Type, "forceSegmentVersion": segment.Version,
	}
}

// hush keeps scorch, which tells of damage both by an error and by the standard
// logger, from writing into what the program prints.
var hush = sync.OnceFunc(func() {
	if log.Writer() == os.Stderr {
		log.SetOutput(io.Discard)
	}
})

// openBleve opens the index in the folder path. It closes what bleve returns
// together with an error.
func openBleve(path string, readOnly bool) (bleve.Index, error) {
	hush()
	config := settings()
	if readOnly {
		config["read_only"] = true
	}
	ix, err := bleve.OpenUsing(path, config)
	if err != nil {
		abandon(ix)
		return nil, err
	}
	return ix, nil
}

// foreign is errVersion where another version wrote the segments in the folder
// path: bleve says then that its own files are damaged.
func foreign(path string) error {
	names, _ := filepath.Glob(filepath.Join(path, "store", "*.zap"))
	if slices.ContainsFunc(names, segment.Foreign) {
		return errVersion
	}
	return nil
}

// abandon closes what bleve returned with an error: an index half open, which
// may hold a lock, or a pointer to nothing.
func abandon(ix bleve.Index) {
	defer func() { _ = recover() }()
	if ix != nil {
		ix.Close()
	}
}

func newBleve(path string) (bleve.Index, error) {
	return bleve.NewUsing(path, newMapping(), scorch.Name, scorch.Name, settings())
}
