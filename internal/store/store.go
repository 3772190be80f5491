// Package store keeps what a run made, in the work folder: one analysis and
// one digest a document, under the key of everything that they depend on; what
// work over all documents gave; and the state that names which of them count.
//
// Every write goes to a temporary file that is renamed when it is whole, and
// the state is written last. A process that is killed leaves at worst files
// that no state names; the next run uses or removes them. Files carry a
// checksum; one that does not fit is treated as missing.
//
// One process writes, which holds the lock; any number read, each from the
// state that was complete when it began.
package store

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"analyze/internal/compact"
	"analyze/internal/hold"
)

// Format is the version of the files in the work folder.
const Format = 2

// A State says what a complete run stands on. It is a value: two states that
// are equal have equal analyses, index and reports.
type State struct {
	Format   int    `json:"format"`
	Corpus   string `json:"corpus"`   // absolute path of the corpus folder
	Settings string `json:"settings"` // hash of passes, models and gazetteer
	// Corrections is the hash of the reader's corrections.
	Corrections string `json:"corrections"`
	// Ignore is the hash of what is to be left out of the corpus folder.
	Ignore string `json:"ignore,omitempty"`
	// Reports is the absolute path of the folder that reports were written to.
	Reports    string `json:"reports"`
	Collection string `json:"collection"` // key of what work over all documents gave
	Documents  []File `json:"documents"`  // by ID
	// Containers are the files that hold documents and are none themselves, by
	// ID. They have no Key; a Reason says why not all in them was read.
	Containers []File `json:"containers,omitempty"`
	Run        int    `json:"run"` // runs that changed something, from 1
}

// A File is the state of one file of the corpus.
type File struct {
	ID       string `json:"id"`
	Hash     string `json:"hash"`
	Size     int64  `json:"size"`
	Modified int64  `json:"modified"` // nanoseconds since 1970, to see that a file was not touched
	Key      string `json:"key"`      // of the analysis, "" if it failed
	Reason   string `json:"reason,omitempty"`
	Hint     string `json:"hint,omitempty"`
	// Partly says what of the file was not read, "" where all was or none.
	Partly string `json:"partly,omitempty"`
	// In is the file of the corpus folder that the document was found in, ""
	// where it is such a file itself.
	In string `json:"in,omitempty"`
}

// ErrNone is the error of reading a state where there is none.
var ErrNone = errors.New("no analysis here yet")

// ErrMissing is the error of reading a value that is not there or is damaged.
var ErrMissing = errors.New("not in the store")

// A Store is a work folder. Its methods are safe for concurrent use.
type Store struct {
	Dir  string
	lock *hold.Lock
}

// Open returns the work folder dir for reading.
func Open(dir string) *Store { return &Store{Dir: dir} }

// Lock makes the folder if need be and takes it for writing, until Close. The
// error wraps a *hold.Error if another process has it.
func Lock(dir string) (*Store, error) {
	l, err := hold.Take(dir)
	var held *hold.Error
	if errors.As(err, &held) {
		return nil, fmt.Errorf("%w: wait until it ends, or name another folder with --work", err)
	}
	if err != nil {
		return nil, fmt.Errorf("taking the work folder: %w", err)
	}
	s := &Store{Dir: dir, lock: l}
	// What a killed process was writing.
	old, _ := filepath.Glob(filepath.Join(dir, "tmp-*"))
	for _, f := range old {
		os.RemoveAll(f)
	}
	return s, nil
}

// Close gives the lock back.
func (s *Store) Close() error {
	if s.lock == nil {
		return nil
	}
	return s.lock.Close()
}

// State reads the state of the last complete run. The error wraps ErrNone
// where there was none; a state of another Format is returned with a
// *FormatError.
func (s *Store) State() (*State, error) {
	b, err := os.ReadFile(filepath.Join(s.Dir, "state.json"))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%s: %w", s.Dir, ErrNone)
	}
	if err != nil {
		return nil, fmt.Errorf("reading the state: %w", err)
	}
	st := new(State)
	if err := json.Unmarshal(b, st); err != nil {
		return nil, &FormatError{s.Dir, 0}
	}
	if st.Format != Format {
		return st, &FormatError{s.Dir, st.Format}
	}
	return st, nil
}

// A FormatError says that the work folder was made by another version.
type FormatError struct {
	Dir    string
	Format int // 0 if it cannot be read
}

// Error says what to do.
func (e *FormatError) Error() string {
	what := "is damaged"
	if e.Format > 0 {
		what = fmt.Sprintf("was made by another version of analyze (format %d, this one is %d)", e.Format, Format)
	}
	return fmt.Sprintf("the state in %s %s: make it anew with analyze run --force, or name another folder with --work", e.Dir, what)
}

// SaveState makes st the state.
func (s *Store) SaveState(st *State) error {
	st.Format = Format
	b, err := json.MarshalIndent(st, "", "\t")
	if err != nil {
		return err
	}
	return s.write("state.json", append(b, '\n'), true)
}

// write puts data in the place of the file name, whole or not at all; with
// sync it is on the disk when write returns.
func (s *Store) write(name string, data []byte, sync bool) (err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("writing to the work folder: %w", err)
		}
	}()
	f, err := os.CreateTemp(s.Dir, "tmp-")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			os.Remove(f.Name())
		}
	}()
	_, err = f.Write(data)
	if err == nil && sync {
		err = f.Sync()
	}
	if err = errors.Join(err, f.Close()); err != nil {
		return err
	}
	full := filepath.Join(s.Dir, name)
	if err = os.Rename(f.Name(), full); errors.Is(err, fs.ErrNotExist) {
		if err = os.MkdirAll(filepath.Dir(full), 0o777); err == nil {
			err = os.Rename(f.Name(), full)
		}
	}
	return err
}

// A Kind is a family of values in the store.
type Kind string

// The families of values.
const (
	Analyses    Kind = "analyses"    // a doc.Document without its tokens
	Digests     Kind = "digests"     // what work over all documents needs of one
	Collections Kind = "collections" // what work over all documents gave
)

func (k Kind) path(key string) string { return filepath.Join(string(k), key[:2], key[2:]) }

// Put stores v, a pointer to a struct, under key.
func (s *Store) Put(k Kind, key string, v any) error {
	b, err := compact.Pack(v)
	if err != nil {
		return fmt.Errorf("storing %s: %w", k, err)
	}
	return s.write(k.path(key), b, false)
}

// PutOwn stores v, a pointer to a struct, under a key of itself, and returns it.
func (s *Store) PutOwn(k Kind, v any) (key string, err error) {
	b, err := compact.Pack(v)
	if err != nil {
		return "", fmt.Errorf("storing %s: %w", k, err)
	}
	key = Key(string(b))
	return key, s.write(k.path(key), b, false)
}

// Get reads the value under key into v, a pointer to a struct of the fields that
// are wanted of it. The error wraps ErrMissing if it is not there, is damaged or
// was made by a program with other types.
func (s *Store) Get(k Kind, key string, v any) error {
	b, err := os.ReadFile(filepath.Join(s.Dir, k.path(key)))
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s %s: %w", k, key, ErrMissing)
	}
	if err != nil {
		return fmt.Errorf("reading the work folder: %w", err)
	}
	if err := compact.Unpack(b, v); err != nil {
		return fmt.Errorf("%s %s is damaged (%v): %w", k, key, err, ErrMissing)
	}
	return nil
}

// Has reports whether there is a value under key; it does not look whether it
// is whole.
func (s *Store) Has(k Kind, key string) bool {
	info, err := os.Stat(filepath.Join(s.Dir, k.path(key)))
	return err == nil && info.Size() > 0
}

// Key returns the key of a value that is determined by parts.
func Key(parts ...string) string {
	h := sha256.New()
	for _, p := range parts {
		h.Write([]byte(strconv.Itoa(len(p))))
		h.Write([]byte{':'})
		h.Write([]byte(p))
	}
	return hex.EncodeToString(h.Sum(nil)[:20])
}

// KeyOf returns a key of the value v itself.
func KeyOf(v any) (string, error) {
	h := sha256.New()
	if err := compact.Sum(h, v); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)[:20]), nil
}

// Sweep removes the values of kind k whose keys are not in keep and which are
// older than grace, so that a reader who began earlier finds its own.
func (s *Store) Sweep(k Kind, keep map[string]bool, grace time.Duration) error {
	root := filepath.Join(s.Dir, string(k))
	limit := time.Now().Add(-grace)
	err := filepath.WalkDir(root, func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		if keep[filepath.Base(filepath.Dir(name))+e.Name()] {
			return nil
		}
		if info, err := e.Info(); err != nil || info.ModTime().After(limit) {
			return nil
		}
		return os.Remove(name)
	})
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// SaveText writes a small text of the run, such as its log.
func (s *Store) SaveText(name string, data []byte) error { return s.write(name, data, false) }

// Text reads what SaveText wrote; nil if there is none.
func (s *Store) Text(name string) ([]byte, error) {
	b, err := os.ReadFile(filepath.Join(s.Dir, name))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return bytes.TrimSuffix(b, []byte{0}), err
}
