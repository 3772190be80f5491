// Package report writes what an analyst reads and hands on: one file a format.
// It knows documents and collections, not how they came about.
//
// Reports hold no clock, duration, path of a machine or number of workers:
// equal input gives equal bytes.
package report

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// A Folder is a folder of reports that remembers what was written to it. Files
// whose bytes would not change are left alone; files that it wrote before and
// that are no longer wanted are removed; nothing else is touched. It is not
// safe for concurrent use.
type Folder struct {
	Dir string
	old map[string]string // name → hash of what an earlier run wrote
	now map[string]string
	// Written counts the files whose bytes changed.
	Written int
}

// OpenFolder opens dir. Manifest is what Manifest gave after the last run, nil
// if there was none.
func OpenFolder(dir string, manifest []byte) *Folder {
	f := &Folder{Dir: dir, old: map[string]string{}, now: map[string]string{}}
	for line := range strings.Lines(string(manifest)) {
		hash, name, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "  ")
		if ok && filepath.IsLocal(filepath.FromSlash(name)) {
			f.old[name] = hash
		}
	}
	return f
}

// Put writes data as the file name, which has slashes and lies in the folder.
func (f *Folder) Put(name string, data []byte) error {
	sum := sha256.Sum256(data)
	f.now[name] = hex.EncodeToString(sum[:])
	full := filepath.Join(f.Dir, filepath.FromSlash(name))
	if f.old[name] == f.now[name] {
		if info, err := os.Stat(full); err == nil && info.Size() == int64(len(data)) {
			return nil
		}
	} else if b, err := os.ReadFile(full); err == nil && bytes.Equal(b, data) {
		return nil
	}
	f.Written++
	if err := replace(full, data); err != nil {
		return fmt.Errorf("writing reports to %s: %w", f.Dir, err)
	}
	return nil
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
