package corpus

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"time"

	"analyze/internal/corpus/sandbox"
	"analyze/internal/doc"

	"github.com/fxamacker/cbor/v2"
)

// A Library reads the files of a corpus: plain text in this process, all else
// in child processes that are killed when they pass a limit. Its methods are
// safe for concurrent use.
type Library struct {
	pool sandbox.Pool
}

// NewLibrary returns a library whose child processes start when they are
// needed. Only programs that call [Serve] can read more than plain text.
func NewLibrary() *Library { return &Library{} }

// Close ends the child processes.
func (l *Library) Close() { l.pool.Close() }

// Serve must be the first call of a program that has a Library. In a child
// process it reads files for the parent and does not return; else it returns
// at once.
func Serve() { sandbox.Serve(answer) }

// A Source is a file that has been looked at.
type Source struct {
	File   File
	Hash   string // SHA-256 of its bytes in hexadecimal
	Format string // as its first bytes tell it
	size   int64
	data   []byte // of plain text
}

// Look opens a file, tells its format and reads it once for its hash. The error
// is an [Unreadable].
func Look(f File) (*Source, error) {
	if f.Err != nil {
		return nil, f.Err
	}
	if f.Size > MaxSize {
		return nil, tooLarge(MaxSize)
	}
	r, err := os.Open(f.Path)
	if err != nil {
		return nil, unreadable(err)
	}
	defer r.Close()
	head := make([]byte, headSize)
	n, err := io.ReadFull(r, head)
	if head = head[:n]; n == 0 && err == io.EOF {
		return nil, errEmpty
	} else if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
		return nil, unreadable(err)
	}
	s := &Source{File: f, Format: sniff(head, f.ID)}
	return s, s.read(io.LimitReader(io.MultiReader(bytes.NewReader(head), r), MaxSize+1))
}

// read takes the hash of the file and, of plain text, the bytes.
func (s *Source) read(r io.Reader) error {
	h := sha256.New()
	var err error
	if plain(s.Format) {
		buf := bytes.NewBuffer(make([]byte, 0, s.File.Size+bytes.MinRead))
		s.size, err = buf.ReadFrom(r)
		s.data = buf.Bytes()
		h.Write(s.data)
	} else {
		s.size, err = io.Copy(h, r)
	}
	if err != nil {
		return unreadable(err)
	}
	if s.size > MaxSize {
		return tooLarge(MaxSize)
	}
	s.Hash = hex.EncodeToString(h.Sum(nil))
	return nil
}

func tooLarge(limit int64) *Unreadable {
	return &Unreadable{fmt.Sprintf("it is larger than %d MB", limit>>20), "split it into parts"}
}

// A request asks a child to read a file.
type request struct {
	Path, ID, Hash string
}

// A reply is what a child read: a document or the reason why not.
type reply struct {
	Doc        *doc.Document
	Unreadable *Unreadable
}

// Read turns a source into a document without annotations. The error is an
// [Unreadable], or of the environment where no child process could be started.
func (l *Library) Read(s *Source) (*doc.Document, error) {
	if s.data != nil {
		return readAs(s.Format, s.File.ID, s.Hash, s.data)
	}
	if u, ok := unreadFormats[s.Format]; ok {
		return nil, &u
	}
	req, err := cbor.Marshal(request{s.File.Path, s.File.ID, s.Hash})
	if err != nil {
		return nil, err
	}
	b, err := l.pool.Do(req, limits(s.size))
	if err != nil {
		return nil, explain(err)
	}
	var r reply
	if err := decode.Unmarshal(b, &r); err != nil {
		return nil, &Unreadable{"a fault of the program: its reader gave nothing that makes sense", "please report it"}
	}
	if r.Unreadable != nil {
		return nil, r.Unreadable
	}
	return r.Doc, nil
}

var decode = func() cbor.DecMode {
	m, err := cbor.DecOptions{MaxArrayElements: 1 << 27, MaxMapPairs: 1 << 27, UTF8: cbor.UTF8DecodeInvalid}.DecMode()
	if err != nil {
		panic(err)
	}
	return m
}()

// limits is what a child may use for a file of that size in bytes.
func limits(size int64) sandbox.Limits {
	cpu := 4*time.Second + time.Duration(size>>20)*time.Second
	cpu = min(cpu, time.Minute)
	return sandbox.Limits{CPU: cpu, Wall: 5 * cpu, Memory: maxMemory, Output: maxOutput}
}

const (
	// maxMemory is what a child may hold, in bytes.
	maxMemory = 320 << 20
	// maxOutput is the largest answer of a child, in bytes.
	maxOutput = 64 << 20
)

// explain says what the death of a child means to the reader.
func explain(err error) error {
	var death *sandbox.Death
	if !errors.As(err, &death) {
		return err
	}
	switch death.Cause {
	case sandbox.Slow:
		return &Unreadable{"reading it took too long", "open it, save a copy in a simpler form, and add that"}
	case sandbox.Large:
		return &Unreadable{"reading it took too much memory", "split it into parts, or save a copy in a simpler form"}
	case sandbox.Wordy:
		return &Unreadable{fmt.Sprintf("it holds more than %d MB of text", maxOutput>>20), "split it into parts"}
	case sandbox.Deep:
		return &Unreadable{"it is nested too deep", "open it, save a copy in a simpler form, and add that"}
	}
	return &Unreadable{fmt.Sprintf("a fault of the program in its reader (%s)", death.Detail), "please report it"}
}

// answer reads a file in a child.
func answer(b []byte) []byte {
	var req request
	if err := decode.Unmarshal(b, &req); err != nil {
		panic(err)
	}
	r := reply{}
	d, err := readFile(req)
	if r.Doc = d; err != nil {
		r = reply{Unreadable: asUnreadable(err)}
	}
	out, err := cbor.Marshal(r)
	if err != nil {
		panic(err)
	}
	return out
}

func asUnreadable(err error) *Unreadable {
	var u *Unreadable
	if !errors.As(err, &u) {
		u = &Unreadable{err.Error(), ""}
	}
	return u
}

// readFile reads the file that the parent has looked at. A panic of its reader
// is a fault of the program that costs this file only.
func readFile(req request) (d *doc.Document, err error) {
	defer func() {
		if r := recover(); r != nil {
			os.Stderr.Write(debug.Stack())
			d, err = nil, &Unreadable{fmt.Sprintf("a fault of the program in its reader (%v)", r), "please report it"}
		}
	}()
	data, err := os.ReadFile(req.Path)
	if err != nil {
		return nil, unreadable(err)
	}
	if sum := sha256.Sum256(data); hex.EncodeToString(sum[:]) != req.Hash {
		return nil, &Unreadable{"it changed while it was read", "run again when it is written"}
	}
	return Read(req.ID, req.Hash, data)
}
