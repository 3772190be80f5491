package corpus

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"unicode"
	"unicode/utf8"
)

// What a container may hold. The limits are counts, not times, so that the same
// container gives the same documents on any machine.
const (
	maxDepth   = 5       // containers within containers
	maxEntries = 20_000  // of a container, those of containers within included
	maxMails   = 100_000 // of a mailbox
	maxUnpack  = 2 << 30 // bytes of all entries
	// Text shrinks to a tenth, seldom to a fiftieth; what unpacks to more than
	// this many times its size, beyond a floor, was made to fill a disk.
	maxRatio   = 200
	ratioFloor = 32 << 20
)

// A member is a file within a container.
type member struct {
	Path  string // within the container, with slashes; no two are the same
	Blob  string // name of the file that holds it, "" if it was refused
	Size  int64
	Fault *Unreadable
}

// An unpacker writes what containers hold to files of its own naming in one
// folder: the names of members are never names on the disk.
type unpacker struct {
	dir     string
	made    bool
	left    int64 // bytes that may still be written
	limit   int   // members there may be
	entries int   // members that may still come
	members []member
	blobs   int
	taken   map[string]bool
	// fault says why the unpacking ended early.
	fault *Unreadable
}

func newUnpacker(dir, format string, size int64) *unpacker {
	u := &unpacker{dir: dir, limit: maxEntries, left: min(maxUnpack, ratioFloor+size*maxRatio), taken: map[string]bool{}}
	if format == "mbox" {
		u.limit = maxMails
	}
	u.entries = u.limit
	return u
}

// errFull ends the unpacking of a container that passed a limit; the reason is
// in unpacker.fault.
var errFull = errors.New("limit of the container")

// An environmentError is a fault of the disk, not of the container.
type environmentError struct{ error }

// container reports whether files of the format hold documents.
func container(format string) bool {
	switch format {
	case "zip", "tar", "gz", "bz2", "zst", "mbox", "eml":
		return true
	}
	return false
}

// open unpacks the file name, in a container format; what it holds gets paths
// below prefix. An error that is no errFull is about this container alone.
func (u *unpacker) open(name, format, prefix string, depth int) error {
	f, err := os.Open(name)
	if err != nil {
		return environmentError{err}
	}
	defer f.Close()
	switch format {
	case "zip":
		return u.zip(f, prefix, depth)
	case "tar":
		return u.tar(f, prefix, depth)
	case "gz", "bz2", "zst":
		return u.packed(f, format, prefix, depth)
	case "mbox":
		return u.mbox(f, prefix, depth)
	}
	return u.attachments(f, prefix, depth)
}

// add takes in the file of that name, as the container has it, which r yields.
func (u *unpacker) add(prefix, name string, r io.Reader, depth int) error {
	p, fault := memberPath(name)
	if p == "" {
		return nil
	}
	p = path.Join(prefix, p)
	if fault != nil {
		return u.refuse(p, fault)
	}
	if err := u.room(); err != nil {
		return err
	}
	blob, size, err := u.write(r)
	if err != nil {
		return u.failed(p, err)
	}
	return u.took(p, blob, size, depth)
}

// took adds what was written to blob: as a document, or what it holds if it is
// a container itself.
func (u *unpacker) took(p, blob string, size int64, depth int) error {
	full := filepath.Join(u.dir, blob)
	format, err := sniffFile(full, p)
	if err != nil {
		return environmentError{err}
	}
	if !container(format) {
		u.keep(member{Path: p, Blob: blob, Size: size})
		return nil
	}
	if format == "eml" {
		u.keep(member{Path: p, Blob: blob, Size: size})
		p = u.members[len(u.members)-1].Path
		if depth >= maxDepth {
			p = path.Join(p, "attachments")
		}
	} else {
		defer os.Remove(full)
	}
	if depth >= maxDepth {
		return u.refuse(p, &Unreadable{fmt.Sprintf("it is packed more than %d deep", maxDepth), "unpack it and add the folder"})
	}
	switch err := u.open(full, format, p, depth+1); {
	case err == nil || errors.Is(err, errFull) || isEnvironment(err):
		return err
	default:
		return u.refuse(p, asUnreadable(err))
	}
}

func isEnvironment(err error) bool {
	var e environmentError
	return errors.As(err, &e) || errors.Is(err, syscall.ENOSPC)
}

// room takes room for one more entry. A container that holds too many is
// refused as a whole: it is no folder of documents that somebody packed.
func (u *unpacker) room() error {
	if u.entries--; u.entries >= 0 {
		return nil
	}
	u.members = nil
	u.fault = &Unreadable{fmt.Sprintf("it holds more than %d documents", u.limit), "split it into parts, or unpack it and add the folder"}
	return errFull
}

// keep adds a member under a path that no other has.
func (u *unpacker) keep(m member) {
	ext := path.Ext(m.Path)
	base := strings.TrimSuffix(m.Path, ext)
	for n := 2; u.taken[m.Path]; n++ {
		m.Path = fmt.Sprintf("%s (%d)%s", base, n, ext)
	}
	u.taken[m.Path] = true
	u.members = append(u.members, m)
}

// refuse notes a member that is not read.
func (u *unpacker) refuse(p string, fault *Unreadable) error {
	err := u.room()
	if err == nil {
		u.keep(member{Path: p, Fault: fault})
	}
	return err
}

// failed notes a member that could not be unpacked.
func (u *unpacker) failed(p string, err error) error {
	if errors.Is(err, errFull) || isEnvironment(err) {
		return err
	}
	var fault *Unreadable
	if !errors.As(err, &fault) {
		fault = &Unreadable{"it is damaged in its archive", "add the file itself, or make the archive again"}
	}
	return u.refuse(p, fault)
}

// write puts what r yields into a file and returns its name and size. An error
// of r is returned as it is; one of the disk is an environmentError.
func (u *unpacker) write(r io.Reader) (blob string, size int64, err error) {
	if !u.made {
		if err := os.MkdirAll(u.dir, 0o777); err != nil {
			return "", 0, environmentError{err}
		}
		u.made = true
	}
	u.blobs++
	blob = strconv.Itoa(u.blobs)
	f, err := os.OpenFile(filepath.Join(u.dir, blob), os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o666)
	if err != nil {
		return "", 0, environmentError{err}
	}
	defer func() {
		if e := f.Close(); err == nil && e != nil {
			err = environmentError{e}
		}
		if err != nil {
			os.Remove(f.Name())
		}
	}()
	size, err = io.Copy(diskWriter{f}, io.LimitReader(r, min(u.left, MaxSize)+1))
	switch {
	case err != nil:
		u.left -= size
	case size > u.left:
		u.fault = &Unreadable{"it unpacks to far more than a document would; the rest was not read", "if it is what it should be, unpack it and add the folder"}
		err = errFull
	case size > MaxSize:
		u.left -= size
		err = tooLarge(MaxSize)
	default:
		u.left -= size
	}
	return blob, size, err
}

// A diskWriter tells errors of the disk from those of the reader.
type diskWriter struct{ f *os.File }

// Write writes to the file.
func (w diskWriter) Write(b []byte) (int, error) {
	n, err := w.f.Write(b)
	if err != nil {
		err = environmentError{err}
	}
	return n, err
}

// sniffFile tells the format of a file of ours, looking into ZIP files.
func sniffFile(full, name string) (string, error) {
	f, err := os.Open(full)
	if err != nil {
		return "", err
	}
	defer f.Close()
	head := make([]byte, headSize)
	n, err := io.ReadFull(f, head)
	if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
		return "", err
	}
	format := sniff(head[:n], name)
	if format != "zip" {
		return format, nil
	}
	z, err := openZip(f)
	if err != nil {
		return format, nil
	}
	return sniffPacked(z), nil
}

var errLeadsOut = &Unreadable{"its name in the archive leads out of it", "if you trust the archive, unpack it and add the folder"}

// devices are names that Windows takes for devices, with any ending.
var devices = map[string]bool{"con": true, "prn": true, "aux": true, "nul": true}

func device(segment string) bool {
	s, _, _ := strings.Cut(strings.ToLower(segment), ".")
	s = strings.TrimRight(s, " ")
	return devices[s] || len(s) == 4 && (s[:3] == "com" || s[:3] == "lpt") && s[3] >= '1' && s[3] <= '9'
}

// maxSegment is the longest part of a member's path, in bytes.
const maxSegment = 180

// memberPath makes a path with slashes of the name that a container gives a
// member; "" for what is none of the documents (folders, hidden files, what
// systems leave behind). A name that leads out of the container is refused, the
// path then says which it was.
func memberPath(name string) (p string, fault *Unreadable) {
	name = strings.ReplaceAll(strings.ToValidUTF8(name, "_"), "\\", "/")
	if strings.HasSuffix(name, "/") {
		return "", nil
	}
	if strings.HasPrefix(name, "/") || len(name) > 1 && name[1] == ':' {
		fault = errLeadsOut
	}
	var parts []string
	for s := range strings.SplitSeq(name, "/") {
		s = cleanSegment(s)
		switch {
		case s == "" || s == ".":
			continue
		case s == "..":
			fault = errLeadsOut
			continue
		case device(s):
			fault = &Unreadable{"its name in the archive is that of a device", "rename it and add it by itself"}
		case s == "__MACOSX" || strings.EqualFold(s, "thumbs.db") || strings.EqualFold(s, "desktop.ini") || fleeting(s) && fault == nil:
			return "", nil
		}
		parts = append(parts, s)
	}
	if len(parts) > 40 {
		fault = &Unreadable{"it lies more than 40 folders deep", "unpack the archive and add the folder"}
		parts = parts[len(parts)-1:]
	}
	if len(parts) == 0 {
		return "unnamed", fault
	}
	return strings.Join(parts, "/"), fault
}

// cleanSegment takes out of a part of a path what would disturb a terminal or a
// file system, and shortens it.
func cleanSegment(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || r == utf8.RuneError {
			return '_'
		}
		return r
	}, strings.TrimSpace(s))
	if len(s) <= maxSegment {
		return s
	}
	ext := path.Ext(s)
	if len(ext) > 10 {
		ext = ""
	}
	return strings.ToValidUTF8(s[:maxSegment-len(ext)], "") + ext
}
