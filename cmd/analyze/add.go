package main

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"sync"

	"analyze/internal/corpus"
	"analyze/internal/store"

	"github.com/spf13/cobra"
)

func newAdd(g *globals) *cobra.Command {
	var into, name string
	c := &cobra.Command{
		Use:   "add FILE|FOLDER|- ...",
		Short: "copy documents into the corpus and analyse them",
		Long: `add copies files, and what folders hold, into the corpus folder and runs the
analysis. Each is read first: what cannot be read, and what stands in the corpus
already under whatever name, is not copied, and the message says why or where.
The originals are not touched. "-" reads a document from standard input.`,
		Example: `  analyze add report.pdf mails.zip
  analyze add ~/downloads/hearing --into hearings
  curl -s https://example.org/page | analyze add - --name page.html`,
		Args: cobra.MinimumNArgs(1),
	}
	c.RunE = func(c *cobra.Command, args []string) error {
		s, err := g.corpusSettings(c)
		if err != nil {
			return err
		}
		if !localPath(into) || !localPath(name) {
			return usagef("--into and --name count from the corpus folder and stay in it")
		}
		return add(c, s, args, into, name)
	}
	runFlags(c)
	c.Flags().StringVar(&into, "into", "", "folder of the corpus that they are copied to")
	c.Flags().StringVar(&name, "name", "", "name in the corpus, for a single document")
	return c
}

// runFlags are the flags of the commands that analyse after what they do.
func runFlags(c *cobra.Command) {
	f := c.Flags()
	f.String("reports", "", "folder that reports are written to (default reports)")
	f.Int("workers", 0, "documents analysed at a time (default one a processor)")
	f.Bool("quiet", false, "no progress")
}

func localPath(p string) bool { return p == "" || filepath.IsLocal(filepath.FromSlash(p)) }

// corpusSettings are the settings with the corpus of the last run, which a
// command that names no folder works on.
func (g *globals) corpusSettings(c *cobra.Command) (Settings, error) {
	s, err := g.settings(c, "")
	if err != nil {
		return s, err
	}
	st, err := store.Open(s.Work).State()
	if err == nil {
		s.Corpus = st.Corpus
	} else if !errors.Is(err, store.ErrNone) {
		return s, err
	}
	return s, nil
}

// add copies what args name into the corpus and runs the analysis.
func add(c *cobra.Command, s Settings, args []string, into, name string) error {
	temp, err := os.MkdirTemp("", "analyze-add-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(temp)
	files, err := named(c.InOrStdin(), args, temp, name)
	if err != nil {
		return err
	}
	if name != "" && len(files) != 1 {
		return usagef("--name names a single document, these are %d", len(files))
	}
	if err := os.MkdirAll(s.Corpus, 0o777); err != nil {
		return fmt.Errorf("making the corpus folder: %w", err)
	}
	a, err := newAdder(s, temp)
	if err != nil {
		return err
	}
	defer a.library.Close()
	added, err := a.all(files, into, s.Workers, func(line string) {
		if !s.Quiet {
			fmt.Fprintln(c.ErrOrStderr(), "analyze: "+line)
		}
	})
	if err != nil {
		return err
	}
	if added > 0 {
		err = run(c, s, runOptions{})
	}
	if left := len(files) - added; left > 0 && (err == nil || isSomeFailed(err)) {
		return &exitError{fmt.Errorf("%d of %d were not added", left, len(files)), exitSomeFailed}
	}
	return err
}

func isSomeFailed(err error) bool {
	var e *exitError
	return errors.As(err, &e) && e.code == exitSomeFailed
}

// named lists the files that the arguments mean. Their IDs are the names that
// they are to have in the corpus.
func named(stdin io.Reader, args []string, temp, name string) ([]corpus.File, error) {
	var files []corpus.File
	for _, arg := range args {
		if arg == "-" {
			f, err := fromInput(stdin, temp, name)
			if err != nil {
				return nil, err
			}
			files = append(files, f)
			continue
		}
		info, err := os.Stat(arg)
		if err != nil {
			return nil, err
		}
		if info.IsDir() {
			inner, err := corpus.Walk(arg)
			if err != nil {
				return nil, err
			}
			full, err := filepath.Abs(arg)
			if err != nil {
				return nil, err
			}
			for _, f := range inner {
				f.ID = path.Join(filepath.Base(full), f.ID)
				files = append(files, f)
			}
			continue
		}
		id := strings.ToValidUTF8(filepath.Base(arg), "\uFFFD")
		if name != "" {
			id = filepath.ToSlash(name)
		}
		files = append(files, corpus.File{ID: id, Path: arg, Size: info.Size(), ModTime: info.ModTime()})
	}
	return files, nil
}

// fromInput keeps what comes from standard input in the folder temp.
func fromInput(r io.Reader, temp, name string) (corpus.File, error) {
	f, err := os.CreateTemp(temp, "input-")
	if err != nil {
		return corpus.File{}, err
	}
	h := sha256.New()
	n, err := io.Copy(io.MultiWriter(f, h), io.LimitReader(r, corpus.MaxSize+1))
	if err = errors.Join(err, f.Close()); err != nil {
		return corpus.File{}, fmt.Errorf("reading standard input: %w", err)
	}
	id := filepath.ToSlash(name)
	if id == "" {
		id = "input-" + hex.EncodeToString(h.Sum(nil))[:12] + corpus.Extension(f.Name())
	}
	return corpus.File{ID: id, Path: f.Name(), Size: n}, nil
}

// An adder copies files into a corpus.
type adder struct {
	folder  string
	library *corpus.Library
	mu      sync.Mutex
	known   map[string]string // hash → document that has it
}

// newAdder learns what the corpus holds: from the last run, and of files that
// it does not know by reading them.
func newAdder(s Settings, temp string) (*adder, error) {
	a := &adder{folder: s.Corpus, library: corpus.NewLibrary(temp), known: map[string]string{}}
	before := map[string]store.File{}
	if st, err := store.Open(s.Work).State(); err == nil {
		for _, f := range append(st.Containers, st.Documents...) {
			before[f.ID] = f
			if f.In != "" && f.Hash != "" {
				a.known[f.Hash] = f.ID
			}
		}
	}
	files, err := corpus.Walk(s.Corpus)
	if err != nil {
		return nil, err
	}
	for _, f := range files {
		if was, ok := before[f.ID]; ok && was.Hash != "" && was.Size == f.Size && was.Modified == f.ModTime.UnixNano() {
			a.known[was.Hash] = f.ID
		} else if src, err := corpus.Look(f); err == nil {
			a.known[src.Hash] = f.ID
		}
	}
	return a, nil
}

// all adds the files and returns how many it did. They are looked at several at
// a time and told of, and copied, in their order.
func (a *adder) all(files []corpus.File, into string, workers int, tell func(string)) (int, error) {
	type checked struct {
		hash, unread string
		err          error
	}
	results := make([]chan checked, len(files))
	for i := range results {
		results[i] = make(chan checked, 1)
	}
	next := make(chan int)
	for range workers {
		go func() {
			for i := range next {
				hash, unread, err := a.check(files[i])
				results[i] <- checked{hash, unread, err}
			}
		}()
	}
	go func() {
		defer close(next)
		for i := range files {
			next <- i
		}
	}()
	added := 0
	for i, f := range files {
		r := <-results[i]
		to, err := "", r.err
		if err == nil {
			to, err = a.copy(f, r.hash, path.Join(filepath.ToSlash(into), f.ID))
		}
		var u *corpus.Unreadable
		switch {
		case err == nil:
			added++
			if tell("added " + to); r.unread != "" {
				tell(fmt.Sprintf("read only in part: %s: %s", to, r.unread))
			}
		case errors.As(err, &u):
			tell(fmt.Sprintf("not added: %s: %s%s", cmp.Or(f.ID, f.Path), u.Reason, parenthesis(u.Hint)))
		default:
			return added, err
		}
	}
	return added, nil
}

// check reads the file to see that it can be read; unread says what of it
// cannot. The error is a *corpus.Unreadable, or of the environment.
func (a *adder) check(f corpus.File) (hash, unread string, err error) {
	src, err := corpus.Look(f)
	if err != nil {
		return "", "", err
	}
	if err := a.stands(src.Hash); err != nil {
		return "", "", err
	}
	r, err := a.library.Read(src)
	if err != nil {
		return "", "", err
	}
	defer r.Discard()
	if r.Doc != nil {
		return src.Hash, r.Doc.Unread(), nil
	}
	first := r.Fault
	for _, m := range r.Members {
		if m.Err == nil {
			return src.Hash, "", nil
		}
		if first == nil {
			errors.As(m.Err, &first)
		}
	}
	if first == nil {
		first = &corpus.Unreadable{Reason: "it holds no documents"}
	}
	return "", "", &corpus.Unreadable{Reason: "nothing in it can be read: " + first.Reason, Hint: first.Hint}
}

// stands returns an error if a document of the corpus has that hash.
func (a *adder) stands(hash string) error {
	a.mu.Lock()
	defer a.mu.Unlock()
	if id, ok := a.known[hash]; ok {
		return &corpus.Unreadable{Reason: "the corpus has it already, as " + id}
	}
	return nil
}

// copy puts the file into the corpus under the name id, or one near it if that
// is taken, and returns the name. It is there whole or not at all.
func (a *adder) copy(f corpus.File, hash, id string) (string, error) {
	if err := a.stands(hash); err != nil { // it came twice
		return "", err
	}
	full := filepath.Join(a.folder, filepath.FromSlash(id))
	if err := os.MkdirAll(filepath.Dir(full), 0o777); err != nil {
		return "", err
	}
	temp, err := copyFile(f, filepath.Dir(full), hash)
	if err != nil {
		return "", err
	}
	defer os.Remove(temp)
	ext := path.Ext(id)
	for n := 2; ; n++ {
		err := os.Link(temp, full)
		if err != nil && !errors.Is(err, fs.ErrExist) { // a file system without links
			if _, there := os.Lstat(full); errors.Is(there, fs.ErrNotExist) {
				err = os.Rename(temp, full)
			}
		}
		if err == nil {
			break
		}
		if !errors.Is(err, fs.ErrExist) || n > 1000 {
			return "", err
		}
		full = filepath.Join(a.folder, fmt.Sprintf("%s (%d)%s", strings.TrimSuffix(filepath.FromSlash(id), ext), n, ext))
	}
	rel, err := filepath.Rel(a.folder, full)
	if err != nil {
		return "", err
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	a.known[hash] = filepath.ToSlash(rel)
	return a.known[hash], nil
}

// copyFile copies f to a hidden file in dir and sees that it is what was read.
func copyFile(f corpus.File, dir, hash string) (temp string, err error) {
	from, err := os.Open(f.Path)
	if err != nil {
		return "", err
	}
	defer from.Close()
	to, err := os.CreateTemp(dir, ".analyze-add-")
	if err != nil {
		return "", err
	}
	defer func() {
		if err = errors.Join(err, to.Close()); err == nil && !f.ModTime.IsZero() {
			os.Chtimes(to.Name(), f.ModTime, f.ModTime) // a courtesy: its date counts for nothing
		}
		if err != nil {
			os.Remove(to.Name())
		}
	}()
	h := sha256.New()
	if _, err := io.Copy(io.MultiWriter(to, h), from); err != nil {
		return "", err
	}
	if hex.EncodeToString(h.Sum(nil)) != hash {
		return "", &corpus.Unreadable{Reason: "it changed while it was read", Hint: "add it when it is written"}
	}
	return to.Name(), to.Chmod(0o644)
}
