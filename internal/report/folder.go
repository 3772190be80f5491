// Package report writes what an analyst reads and hands on: one file a format.
// It knows documents and collections, not how they came about.
//
// Reports hold no clock, duration, path of a machine or number of workers:
// equal input gives equal bytes.
package report

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
)

// A Folder is a folder of reports that remembers what was written to it. Files
// whose bytes would not change are left alone; files that it wrote before and
// that are no longer wanted are removed; nothing else is touched. Put, Keep and
// Create may be called from several goroutines.
type Folder struct {
	Dir string
	// Cache names a file in which Write keeps what it needs not to make pages
	// again that did not change; "" for none. It is of no use to anyone else,
	// and may be removed at any time.
	Cache string
	// Made says in run.json what the reports were made by and from.
	Made Made

	mu  sync.Mutex
	old map[string]string // name → hash of what an earlier run wrote
	now map[string]string
	// lasting has the hashes of reports that tell what is new as they are where
	// nothing is.
	lasting map[string]string
	// Written counts the files whose bytes changed.
	Written int
}

// OpenFolder opens dir. Manifest is what Manifest gave after the last run, nil
// if there was none.
func OpenFolder(dir string, manifest []byte) *Folder {
	f := &Folder{Dir: dir, old: map[string]string{}, now: map[string]string{}, lasting: map[string]string{}}
	for line := range strings.Lines(string(manifest)) {
		hash, name, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "  ")
		if ok && filepath.IsLocal(filepath.FromSlash(name)) {
			f.old[name] = hash
		}
	}
	return f
}

// last notes what the file name, which tells what is new since the run before,
// would be without that.
func (f *Folder) last(name string, data []byte) {
	sum := sha256.Sum256(data)
	f.lasting[name] = hex.EncodeToString(sum[:])
}

// Put writes data as the file name, which has slashes and lies in the folder.
func (f *Folder) Put(name string, data []byte) error {
	sum := sha256.Sum256(data)
	old, now := f.note(name, hex.EncodeToString(sum[:]))
	full := f.path(name)
	if old == now {
		if info, err := os.Stat(full); err == nil && info.Size() == int64(len(data)) {
			return nil
		}
	} else if old != "" {
		if b, err := os.ReadFile(full); err == nil && bytes.Equal(b, data) {
			return nil
		}
	}
	f.written()
	if err := replace(full, data); err != nil {
		return fmt.Errorf("writing reports to %s: %w", f.Dir, err)
	}
	return nil
}

func (f *Folder) path(name string) string { return filepath.Join(f.Dir, filepath.FromSlash(name)) }

// note says that name now has that hash, and returns the one it had.
func (f *Folder) note(name, hash string) (old, now string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.now[name] = hash
	return f.old[name], hash
}

func (f *Folder) written() {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.Written++
}

// Keep leaves the file name as an earlier run wrote it, where it is still there
// and size bytes long; else it reports false and does nothing.
func (f *Folder) Keep(name string, size int64) bool {
	f.mu.Lock()
	hash := f.old[name]
	f.mu.Unlock()
	if len(hash) != 2*sha256.Size {
		return false
	}
	if info, err := os.Stat(f.path(name)); err != nil || info.Size() != size {
		return false
	}
	f.note(name, hash)
	return true
}

// A Stream is a file of a Folder that is written piece by piece.
type Stream struct {
	*bufio.Writer
	f    *Folder
	name string
	file *os.File
	hash hash.Hash
}

// Create begins the file name; it is there when Close has returned nil.
func (f *Folder) Create(name string) (*Stream, error) {
	full := f.path(name)
	if err := os.MkdirAll(filepath.Dir(full), 0o777); err != nil {
		return nil, fmt.Errorf("writing reports to %s: %w", f.Dir, err)
	}
	file, err := os.Create(filepath.Join(filepath.Dir(full), ".tmp-"+filepath.Base(full)))
	if err != nil {
		return nil, fmt.Errorf("writing reports to %s: %w", f.Dir, err)
	}
	h := sha256.New()
	return &Stream{bufio.NewWriterSize(io.MultiWriter(file, h), 1<<16), f, name, file, h}, nil
}

// Close puts the file in its place, unless the same bytes stand there.
func (s *Stream) Close() error {
	err := errors.Join(s.Flush(), s.file.Close())
	old, now := s.f.note(s.name, hex.EncodeToString(s.hash.Sum(nil)))
	full := s.f.path(s.name)
	if err == nil && old == now && sameSize(full, s.file.Name()) {
		return os.Remove(s.file.Name())
	}
	s.f.written()
	if err == nil {
		err = os.Rename(s.file.Name(), full)
	}
	if err != nil {
		os.Remove(s.file.Name())
		return fmt.Errorf("writing reports to %s: %w", s.f.Dir, err)
	}
	return nil
}

// Discard gives a stream up.
func (s *Stream) Discard() {
	s.file.Close()
	os.Remove(s.file.Name())
}

func sameSize(a, b string) bool {
	x, err := os.Stat(a)
	y, err2 := os.Stat(b)
	return err == nil && err2 == nil && x.Size() == y.Size()
}

func replace(name string, data []byte) (err error) {
	tmp := filepath.Join(filepath.Dir(name), ".tmp-"+filepath.Base(name))
	if err = os.WriteFile(tmp, data, 0o666); errors.Is(err, fs.ErrNotExist) {
		if err = os.MkdirAll(filepath.Dir(name), 0o777); err == nil {
			err = os.WriteFile(tmp, data, 0o666)
		}
	}
	if err == nil {
		err = os.Rename(tmp, name)
	}
	if err != nil {
		os.Remove(tmp)
	}
	return err
}

// Intent is the manifest to keep before anything is written: what stands there
// and what this run may have written when it is killed.
func (f *Folder) Intent(names []string) []byte {
	all := map[string]string{}
	for n := range f.old {
		all[n] = "-"
	}
	for _, n := range names {
		all[n] = "-"
	}
	return manifest(all)
}

// Finish removes what earlier runs wrote and this one did not, and returns the
// manifest to keep.
func (f *Folder) Finish() ([]byte, error) {
	for name := range f.old {
		if _, ok := f.now[name]; ok {
			continue
		}
		full := filepath.Join(f.Dir, filepath.FromSlash(name))
		if err := os.Remove(full); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, fmt.Errorf("removing an old report: %w", err)
		}
		for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) { // folders that are empty now
			if os.Remove(filepath.Join(f.Dir, filepath.FromSlash(dir))) != nil {
				break
			}
		}
	}
	return manifest(f.now), nil
}

func manifest(files map[string]string) []byte {
	names := make([]string, 0, len(files))
	for n := range files {
		names = append(names, n)
	}
	slices.Sort(names)
	var b bytes.Buffer
	for _, n := range names {
		fmt.Fprintf(&b, "%s  %s\n", files[n], n)
	}
	return b.Bytes()
}

// Missing reports whether a file of the manifest is gone from dir.
func Missing(dir string, manifest []byte) bool {
	f := OpenFolder(dir, manifest)
	if len(f.old) == 0 {
		return true
	}
	for name := range f.old {
		if _, err := os.Stat(filepath.Join(dir, filepath.FromSlash(name))); err != nil {
			return true
		}
	}
	return false
}
