// Package hold lets one process at a time write into a folder.
package hold

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/gofrs/flock"
)

// An Error says that another process holds the folder.
type Error struct {
	Dir string
	PID int // 0 if unknown
}

// Error names the folder and who holds it; what to do is for the caller to say.
func (e *Error) Error() string { return fmt.Sprintf("%s is in use by %s", e.Dir, e.Who()) }

// Who is the holder in words: "process 12", or "another process".
func (e *Error) Who() string {
	if e.PID == 0 {
		return "another process"
	}
	return fmt.Sprintf("process %d", e.PID)
}

// A Lock is a folder held by this process, until Close or the process's end,
// however it comes. Its methods are safe for concurrent use.
type Lock struct{ file *flock.Flock }

// Take makes the folder if need be and holds it; a file "lock" in it tells
// others by whom. The error is an *Error if another holds the folder; Take
// never waits.
func Take(dir string) (*Lock, error) {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return nil, fmt.Errorf("making the folder: %w", err)
	}
	name := filepath.Join(dir, "lock")
	l := flock.New(name)
	ok, err := l.TryLock()
	if err != nil {
		return nil, fmt.Errorf("locking %s: %w", dir, err)
	}
	if !ok {
		b, _ := os.ReadFile(name)
		pid, _ := strconv.Atoi(strings.TrimSpace(string(b)))
		return nil, &Error{dir, pid}
	}
	if err := os.WriteFile(name, []byte(strconv.Itoa(os.Getpid())+"\n"), 0o666); err != nil {
		return nil, errors.Join(fmt.Errorf("locking %s: %w", dir, err), l.Unlock())
	}
	return &Lock{l}, nil
}

// Close gives the folder back; a second call does nothing.
func (l *Lock) Close() error { return l.file.Unlock() }
