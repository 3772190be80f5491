package corpus

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"sync/atomic"
	"syscall"
	"time"

	"analyze/internal/corpus/sandbox"
	"analyze/internal/doc"

	"github.com/fxamacker/cbor/v2"
)

// A Library reads the files of a corpus: plain text in this process, all else
// in child processes that are killed when they pass a limit. Its methods are
// safe for concurrent use.
type Library struct {
	// OCR names the languages, as tesseract knows them ("eng+fra"), in which the
	// text of pictures is recognised; "" for no recognition.
	OCR string

	pool     sandbox.Pool
	dir      string
	unpacked atomic.Int64
}

// unpackPrefix begins the names of the folders that containers are unpacked to;
// what begins with tmp- in the work folder is removed after a process was killed.
const unpackPrefix = "tmp-unpacked-"

// NewLibrary returns a library that unpacks containers below dir, and whose
// child processes start when they are needed. Only programs that call [Serve]
// can read more than plain text.
func NewLibrary(dir string) *Library { return &Library{dir: dir} }

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

// Single reports whether the file, if it is a document, holds no others: what
// is in a mail that was unpacked from elsewhere was unpacked with it.
func (s *Source) Single() bool { return s.Format != "eml" || s.File.In != "" }

// maxContainer is the largest container that is read, in bytes.
const maxContainer = 2 << 30

// Look opens a file, tells its format and reads it once for its hash. The error
// is an [Unreadable].
func Look(f File) (*Source, error) {
	if f.Err != nil {
		return nil, f.Err
	}
	r, err := os.OpenFile(f.Path, os.O_RDONLY|syscall.O_NONBLOCK, 0) // a pipe in its place would wait for ever
	if err != nil {
		return nil, unreadable(err)
	}
	defer r.Close()
	if info, err := r.Stat(); err != nil || !info.Mode().IsRegular() {
		return nil, errIrregular
	}
	head := make([]byte, headSize)
	n, err := io.ReadFull(r, head)
	if head = head[:n]; n == 0 && err == io.EOF {
		return nil, errEmpty
	} else if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
		return nil, unreadable(err)
	}
	s := &Source{File: f, Format: sniff(head, f.ID)}
	limit := int64(MaxSize)
	if container(s.Format) {
		limit = maxContainer
	}
	if f.Size > limit {
		return nil, tooLarge(limit)
	}
	if err := s.read(io.LimitReader(io.MultiReader(bytes.NewReader(head), r), limit+1)); err != nil {
		return nil, err
	}
	if s.size > limit {
		return nil, tooLarge(limit)
	}
	return s, nil
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
	s.Hash = hex.EncodeToString(h.Sum(nil))
	return nil
}

func tooLarge(limit int64) *Unreadable {
	return &Unreadable{fmt.Sprintf("it is larger than %d MB", limit>>20), "split it into parts"}
}

// A Reading is what a file turned out to hold: a document, documents within it,
// or both.
type Reading struct {
	// Doc is the document that the file is, without annotations; nil for a
	// mere container.
	Doc *doc.Document
	// Members are the documents within, in the order of the container. Their
	// paths lead to copies that Discard removes.
	Members []File
	// Fault says why the container was not read to its end, nil if it was.
	Fault *Unreadable

	dir string
}

// Discard removes what was unpacked.
func (r *Reading) Discard() error {
	if r.dir == "" {
		return nil
	}
	return os.RemoveAll(r.dir)
}

// A request asks a child to read a file and, if Dir is not "", to unpack what it
// holds into that folder, which the child makes when there is something to put
// there.
type request struct {
	Path, ID, Hash, Dir string
}

// A reply is what a child read, the reason why not, or what is wrong with this
// machine.
type reply struct {
	Doc        *doc.Document
	Members    []member
	Unreadable *Unreadable
	Broken     string
}

// Read reads a source. The error is an [Unreadable], or of the environment: no
// child process could be started, there is no room to unpack.
func (l *Library) Read(s *Source) (*Reading, error) {
	if s.data != nil {
		d, err := readAs(s.Format, s.File.ID, s.Hash, s.data)
		if err == nil && s.File.In != "" {
			bound(d, maxCells, longest)
		}
		return &Reading{Doc: d}, err
	}
	if u, ok := unreadFormats[s.Format]; ok && formats[s.Format] == nil && mailFormats[s.Format] == nil {
		return l.orRecognise(s, &u)
	}
	reading := &Reading{}
	if s.File.In == "" {
		reading.dir = filepath.Join(l.dir, fmt.Sprintf("%s%d-%d", unpackPrefix, os.Getpid(), l.unpacked.Add(1)))
	}
	r, err := l.ask(request{s.File.Path, s.File.ID, s.Hash, reading.dir}, s.size)
	if err == nil && r.Doc == nil && len(r.Members) == 0 && r.Unreadable != nil {
		err = r.Unreadable
	}
	if err != nil {
		if discard := reading.Discard(); discard != nil {
			return nil, errors.Join(err, discard)
		}
		return l.orRecognise(s, err)
	}
	reading.Doc, reading.Fault = r.Doc, r.Unreadable
	for _, m := range r.Members {
		f := File{ID: m.Path, Size: m.Size, ModTime: s.File.ModTime, In: s.File.ID, Path: filepath.Join(reading.dir, m.Blob)}
		if m.Fault != nil {
			f.Err = m.Fault
		}
		if s.File.skips == nil || !s.File.skips(f.ID) {
			reading.Members = append(reading.Members, f)
		}
	}
	return reading, nil
}

// orRecognise returns err, or what recognition makes of a file that holds
// pictures of text.
func (l *Library) orRecognise(s *Source, err error) (*Reading, error) {
	if l.OCR == "" || !s.recognisable(err) {
		return nil, err
	}
	d, err := l.recognise(s)
	if err != nil {
		return nil, err
	}
	return &Reading{Doc: d}, nil
}

// ask has a child answer the request.
func (l *Library) ask(req request, size int64) (*reply, error) {
	b, err := cbor.Marshal(req)
	if err != nil {
		return nil, err
	}
	if b, err = l.pool.Do(b, limits(size)); err != nil {
		return nil, explain(err)
	}
	r := new(reply)
	if err := decode.Unmarshal(b, r); err != nil {
		return nil, &Unreadable{"a fault of the program: its reader gave nothing that makes sense", "please report it"}
	}
	if r.Broken != "" {
		return nil, fmt.Errorf("unpacking %s: %s", req.ID, r.Broken)
	}
	return r, nil
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
	out, err := cbor.Marshal(readFile(req))
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
func readFile(req request) (r *reply) {
	defer func() {
		if p := recover(); p != nil {
			os.Stderr.Write(debug.Stack())
			r = &reply{Unreadable: &Unreadable{fmt.Sprintf("a fault of the program in its reader (%v)", p), "please report it"}}
		}
	}()
	format, err := sniffFile(req.Path, req.ID)
	if err != nil {
		return &reply{Unreadable: unreadable(err)}
	}
	r = &reply{}
	if !container(format) || format == "eml" {
		r.Doc, err = readDocument(req, format)
	} else {
		err = unchanged(req)
	}
	if err != nil {
		r.Unreadable = asUnreadable(err)
	}
	if req.Dir != "" && container(format) && (err == nil || format == "eml" && err != errChanged) {
		unpack(req, format, r)
	}
	return r
}

var errChanged = &Unreadable{"it changed while it was read", "run again when it is written"}

// readDocument reads a file that is a document.
func readDocument(req request, format string) (*doc.Document, error) {
	if info, err := os.Stat(req.Path); err == nil && info.Size() > MaxSize {
		return nil, tooLarge(MaxSize)
	}
	data, err := os.ReadFile(req.Path)
	if err != nil {
		return nil, unreadable(err)
	}
	if sum := sha256.Sum256(data); hex.EncodeToString(sum[:]) != req.Hash {
		return nil, errChanged
	}
	d, err := readAs(format, req.ID, req.Hash, data)
	if err != nil {
		return nil, err
	}
	bound(d, mostCells, longest)
	return d, nil
}

// unchanged reports whether a file still has the bytes that the parent saw.
func unchanged(req request) error {
	f, err := os.Open(req.Path)
	if err != nil {
		return unreadable(err)
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return unreadable(err)
	}
	if hex.EncodeToString(h.Sum(nil)) != req.Hash {
		return errChanged
	}
	return nil
}

// unpack puts what a container holds into the folder of the request.
func unpack(req request, format string, r *reply) {
	info, err := os.Stat(req.Path)
	if err != nil {
		r.Unreadable = unreadable(err)
		return
	}
	u := newUnpacker(req.Dir, format, info.Size())
	err = u.open(req.Path, format, req.ID, 1)
	r.Members = u.members
	switch {
	case u.fault != nil:
		r.Unreadable = u.fault
	case isEnvironment(err):
		r.Broken = err.Error()
	case err != nil:
		r.Unreadable = asUnreadable(err)
	case len(r.Members) == 0 && format != "eml":
		r.Unreadable = &Unreadable{"it holds no documents", "remove it, or pack it again"}
	}
}
