// Package corpus finds the documents of a folder and reads them: one file a
// format. A file that cannot be read is reported as an [Unreadable] error with
// what to do; only a folder that cannot be listed at all stops the caller.
//
// Nothing below the folder is ever written to.
package corpus

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"analyze/internal/doc"

	ignore "github.com/sabhiram/go-gitignore"
)

// MaxSize is the largest file that is read, in bytes.
const MaxSize = 256 << 20

// Names of files in the corpus folder that are the reader's own and no
// documents.
const (
	IgnoreFile      = ".analyzeignore"
	GazetteerFile   = "gazetteer.tsv"
	CorrectionsFile = "corrections.yaml"
	SettingsFile    = "analyze.toml"
)

// A File is a document's file before it is read.
type File struct {
	ID      string // path below the folder, with slashes, valid UTF-8
	Path    string // to open it
	Size    int64
	ModTime time.Time
	// Err is set where the file can be seen but not looked at.
	Err error
	// In is the ID of the file of the folder that holds this one, "" where it
	// lies in the folder itself.
	In string

	// skips tells which of its members are none of the documents.
	skips func(id string) bool
}

// Unreadable says why a file could not be read, and what to do.
type Unreadable struct {
	Reason string
	Hint   string
}

// Error returns reason and hint.
func (e *Unreadable) Error() string {
	if e.Hint == "" {
		return e.Reason
	}
	return e.Reason + ": " + e.Hint
}

// Walk lists the documents below root, sorted by ID. Hidden files, what editors
// and browsers write for a while, the parts of saved pages, the reader's own
// files and what IgnoreFile names (in the syntax of .gitignore) are left out. Links are followed; a folder is entered once only, so loops
// end. The error is about root or IgnoreFile; what goes wrong below stands in
// File.Err.
func Walk(root string) ([]File, error) {
	info, err := os.Stat(root)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("corpus folder %s does not exist: make it and put documents into it, or name another folder", root)
	case err != nil:
		return nil, fmt.Errorf("corpus folder: %w", err)
	case !info.IsDir():
		return nil, fmt.Errorf("%s is a file: name the folder that holds the documents", root)
	}
	w := walker{root: root, seen: map[string]bool{}}
	if w.ignore, err = readIgnore(filepath.Join(root, IgnoreFile)); err != nil {
		return nil, err
	}
	if err := w.folder(root, ""); err != nil {
		return nil, fmt.Errorf("corpus folder: %w", err)
	}
	slices.SortFunc(w.files, func(a, b File) int { return strings.Compare(a.ID, b.ID) })
	return w.files, nil
}

func readIgnore(name string) (*ignore.GitIgnore, error) {
	b, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", IgnoreFile, err)
	}
	return ignore.CompileIgnoreLines(strings.Split(string(b), "\n")...), nil
}

type walker struct {
	root   string
	ignore *ignore.GitIgnore
	seen   map[string]bool // real paths of folders
	files  []File
}

func (w *walker) folder(dir, id string) error {
	real, err := filepath.EvalSymlinks(dir)
	if err != nil {
		return err
	}
	if w.seen[real] {
		return nil
	}
	w.seen[real] = true
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	pages := map[string]bool{} // saved pages, without their ending
	for _, e := range entries {
		if ext := path.Ext(e.Name()); extensions[strings.ToLower(ext)] == "html" {
			pages[strings.TrimSuffix(e.Name(), ext)] = true
		}
	}
	for _, e := range entries {
		if e.IsDir() && partOfPage(e.Name(), pages) {
			continue
		}
		w.entry(filepath.Join(dir, e.Name()), path.Join(id, strings.ToValidUTF8(e.Name(), "\uFFFD")))
	}
	return nil
}

// partOfPage reports whether a folder is where a browser put the pictures and
// programs of one of the saved pages beside it.
func partOfPage(name string, pages map[string]bool) bool {
	for _, end := range []string{"_files", ".files", "-Dateien", "_fichiers", "_archivos", "_bestanden"} {
		if base, ok := strings.CutSuffix(name, end); ok && pages[base] {
			return true
		}
	}
	return false
}

var errIrregular = &Unreadable{"not a regular file", "put a copy of the document itself here"}

func (w *walker) entry(name, id string) {
	if w.skips(id) {
		return
	}
	info, err := os.Stat(name) // through links
	switch {
	case err != nil:
		w.files = append(w.files, File{ID: id, Path: name, Err: unreadable(err)})
	case info.IsDir():
		if err := w.folder(name, id); err != nil {
			w.files = append(w.files, File{ID: id, Path: name, Err: unreadable(err)})
		}
	case !info.Mode().IsRegular():
		w.files = append(w.files, File{ID: id, Path: name, Err: errIrregular})
	default:
		w.files = append(w.files, File{ID: id, Path: name, Size: info.Size(), ModTime: info.ModTime(), skips: w.skips})
	}
}

// passing are endings of the names of files that editors and browsers write for
// a while.
var passing = []string{"~", ".tmp", ".temp", ".part", ".partial", ".crdownload", ".download", ".swp", ".swx"}

// fleeting reports whether a file of that name is none to keep.
func fleeting(base string) bool {
	if strings.HasPrefix(base, ".") || strings.HasPrefix(base, "~$") || strings.HasPrefix(base, "#") && strings.HasSuffix(base, "#") {
		return true
	}
	lower := strings.ToLower(base)
	return slices.ContainsFunc(passing, func(end string) bool { return strings.HasSuffix(lower, end) })
}

func (w *walker) skips(id string) bool {
	base := path.Base(id)
	if fleeting(base) {
		return true
	}
	if base == id && (id == GazetteerFile || id == CorrectionsFile || id == SettingsFile) {
		return true
	}
	return w.ignore != nil && w.ignore.MatchesPath(id)
}

func unreadable(err error) *Unreadable {
	switch {
	case errors.Is(err, fs.ErrPermission):
		return &Unreadable{"no permission to read it", "change its permissions (chmod u+r)"}
	case errors.Is(err, fs.ErrNotExist):
		return &Unreadable{"it is not there, or a link that leads nowhere", "remove the link or restore its target"}
	}
	var e *fs.PathError
	if errors.As(err, &e) {
		err = e.Err // the path of this machine says nothing to the reader of a report
	}
	return &Unreadable{"it could not be read: " + err.Error(), ""}
}

// reader turns the bytes of a format into a document whose Text, Raw, File and
// Marks are set.
type reader func(data []byte, d *doc.Document) error

// formats are the readers by format, as sniff names it.
var formats = map[string]reader{
	"pdf":   readPDF,
	"rtf":   readRTF,
	"mhtml": readMHTML,
	"epub":  readEPUB,
	"odp":   readODP,
	"ods":   readODS,
	"odt":   readODT,
	"pptx":  readPPTX,
	"xlsx":  readXLSX,
	"tsv":   readTSV,
	"csv":   readCSV,
	"docx":  readDOCX,
	"html":  readHTML,
	"txt":   readText,
	"md":    readMarkdown,
}

// mailFormats are the formats whose readers call those of others.
var mailFormats = map[string]reader{
	"eml": readMail,
	"ole": readOLE,
}

// Version is raised with every change of what a reader gives for the same file.
const Version = 6

// Fingerprint names everything that a document depends on besides its file.
func Fingerprint() string { return "readers " + strconv.Itoa(Version) }

// plain says which formats are read in this process: their readers do no more
// than decode characters.
func plain(format string) bool { return format == "txt" || format == "md" }

// Read turns the bytes of file id into a document without annotations, in this
// process and without limits: files that nobody vouches for are for
// [Library.Read]. The error is an [Unreadable].
func Read(id, hash string, data []byte) (*doc.Document, error) {
	if len(data) == 0 {
		return nil, errEmpty
	}
	return readAs(sniffAll(data, id), id, hash, data)
}

var (
	errEmpty = &Unreadable{"the file is empty", "remove it, or save the document again"}
	errBlank = &Unreadable{"the file holds only blanks", "remove it, or save the document again"}
)

// readAs reads data in the format.
func readAs(format, id, hash string, data []byte) (*doc.Document, error) {
	read := formats[format]
	if read == nil {
		read = mailFormats[format]
	}
	if read == nil {
		return nil, unread(format)
	}
	d := &doc.Document{ID: id, Hash: hash, Size: int64(len(data))}
	d.File.Format = format
	if err := read(data, d); err != nil {
		return nil, err
	}
	if strings.TrimSpace(strings.TrimPrefix(d.Text, "\uFEFF")) == "" {
		return nil, errBlank
	}
	setLanguage(d)
	return d, nil
}
