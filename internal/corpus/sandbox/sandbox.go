// Package sandbox runs work on data that nobody vouches for in child processes
// of the same program: pooled, under limits of time, memory and output, and
// killed when they pass one. A child that dies costs the request that it had in
// hand and nothing else.
//
// A program calls Serve first of all; where it was started as a child, Serve
// handles requests and does not return. A Pool starts children only in programs
// that have called Serve, so that no other program is started twice by mistake.
package sandbox

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"sync/atomic"
	"time"
)

// variable is the environment variable that makes a process a child; it holds
// the number of the parent.
const variable = "ANALYZE_SANDBOX"

// Limits are what one request may use of a child.
type Limits struct {
	// CPU is the processor time, Wall the time on the clock, a guard against
	// waiting that should be several times CPU.
	CPU, Wall time.Duration
	// Memory is what the child may hold of real memory, in bytes.
	Memory int64
	// Output is the largest answer, in bytes.
	Output int64
}

// A Cause says why a child died.
type Cause uint8

// The causes of death.
const (
	Crashed Cause = iota + 1 // a fault of the program
	Slow                     // it passed its time
	Large                    // it passed its memory
	Wordy                    // its answer passed the limit
	Deep                     // it called itself without end
)

// A Death is the error of a request whose child died.
type Death struct {
	Cause Cause
	// Detail is the first line that a crashed child wrote to its standard
	// error.
	Detail string
}

// Error says what happened, not to whom.
func (d *Death) Error() string {
	switch d.Cause {
	case Slow:
		return "it took too long"
	case Large:
		return "it took too much memory"
	case Wordy:
		return "it gave too much"
	case Deep:
		return "it went too deep"
	}
	return "a fault of the program (" + d.Detail + ")"
}

// served says that this program can be started as a child.
var served atomic.Bool

// Serve returns at once in a program that is no child. In a child it answers
// requests with handle, one at a time, until the parent goes away.
func Serve(handle func(request []byte) []byte) {
	served.Store(true)
	if os.Getenv(variable) == "" {
		return
	}
	serve(os.Stdin, os.Stdout, handle)
	os.Exit(0)
}

// childMemory is what the collector of a child aims to stay below, in bytes.
const childMemory = 192 << 20

// maxStack keeps endless recursion from taking all memory before it dies.
const maxStack = 64 << 20

func serve(in io.Reader, out io.Writer, handle func([]byte) []byte) {
	debug.SetMemoryLimit(childMemory)
	debug.SetMaxStack(maxStack)
	confine()
	requests := make(chan []byte)
	go func() {
		for {
			b, err := readFrame(in, 1<<20)
			if err != nil {
				os.Exit(0) // the parent has gone, whatever is in hand
			}
			requests <- b
		}
	}()
	for b := range requests {
		if err := writeFrame(out, handle(b)); err != nil {
			return
		}
		tidy()
	}
}

// kept is how much memory a child may carry over from one request to the next,
// in bytes.
const kept = 64 << 20

// tidy gives memory back after a large request, so that the next one meets the
// same limits as the first.
func tidy() {
	if resident(os.Getpid()) > kept {
		debug.FreeOSMemory()
	}
}

var errTooLong = errors.New("frame too long")

func readFrame(r io.Reader, limit int64) ([]byte, error) {
	var head [8]byte
	if _, err := io.ReadFull(r, head[:]); err != nil {
		return nil, err
	}
	n := binary.LittleEndian.Uint64(head[:])
	if n > uint64(limit) {
		return nil, errTooLong
	}
	b := make([]byte, n)
	_, err := io.ReadFull(r, b)
	return b, err
}

func writeFrame(w io.Writer, b []byte) error {
	var head [8]byte
	binary.LittleEndian.PutUint64(head[:], uint64(len(b)))
	if _, err := w.Write(head[:]); err != nil {
		return fmt.Errorf("writing to a child: %w", err)
	}
	if _, err := w.Write(b); err != nil {
		return fmt.Errorf("writing to a child: %w", err)
	}
	return nil
}
