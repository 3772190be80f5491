package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"analyze/internal/corpus"
	"analyze/internal/hold"

	"github.com/fsnotify/fsnotify"
	"github.com/spf13/cobra"
)

func newWatch(g *globals) *cobra.Command {
	var settle, interval time.Duration
	c := &cobra.Command{
		Use:   "watch [FOLDER]",
		Short: "follow a folder of documents and analyse what changes",
		Long: `watch runs the analysis, and again whenever documents come, change or go, until
it is interrupted. A file counts when it has not changed for a while, so that
half-written ones wait. Folders whose changes the system does not tell, as on
some networks, are looked through now and then.`,
		Example: `  analyze watch
  analyze watch papers --settle 10s --interval 1m`,
		Args: cobra.MaximumNArgs(1),
	}
	c.RunE = func(c *cobra.Command, args []string) error {
		folder := ""
		if len(args) > 0 {
			folder = args[0]
		}
		s, err := g.settings(c, folder)
		if err != nil {
			return err
		}
		if settle <= 0 || interval <= 0 {
			return usagef("--settle and --interval are times above zero: 2s, 1m")
		}
		return watch(c, s, settle, interval)
	}
	runFlags(c)
	c.Flags().DurationVar(&settle, "settle", 2*time.Second, "time without change after which a file is taken to be whole")
	c.Flags().DurationVar(&interval, "interval", 15*time.Second, "time between looks through the folder where nothing is told")
	return c
}

// watch runs the analysis whenever the folder has changed, until the command is
// interrupted.
func watch(c *cobra.Command, s Settings, settle, interval time.Duration) error {
	say := func(format string, args ...any) {
		fmt.Fprintf(c.ErrOrStderr(), "analyze: "+format+"\n", args...)
	}
	n, err := newNotifier(s.Corpus)
	if err != nil {
		say("changes of %s are not told by the system (%v); looking every %s", s.Corpus, err, interval)
	}
	defer n.close()
	w := &watched{settle: settle, files: map[string]*sight{}}
	trouble := ""
	for ctx := c.Context(); ctx.Err() == nil; {
		err := w.step(c, s, n)
		switch {
		case err == nil:
			trouble = ""
		case errors.Is(err, context.Canceled):
		case err.Error() != trouble: // once, not at every look
			trouble = err.Error()
			say("%v", err)
		}
		n.wait(ctx, w.pause(interval))
	}
	say("no longer watching %s", s.Corpus)
	return nil
}

// A sight is what was last seen of a file.
type sight struct {
	size     int64
	modified time.Time
	since    time.Time // when it was first seen so
	round    int       // the look that saw it last
}

// watched is what is known of the files of a folder that is followed.
type watched struct {
	settle  time.Duration
	files   map[string]*sight
	round   int
	changed time.Time // when something was last seen to change
	dirty   bool      // something changed since the last run
	waiting int       // files that are not settled
	began   time.Time // when the first change since the last run was seen
}

// step looks through the folder and runs the analysis if that is due.
func (w *watched) step(c *cobra.Command, s Settings, n *notifier) error {
	files, err := corpus.Walk(s.Corpus)
	if err != nil {
		return err
	}
	now := time.Now()
	w.look(append(files, ownFiles(s.Corpus)...), now)
	n.follow(s.Corpus, files)
	if !w.due(now) {
		return nil
	}
	before := *w
	w.dirty = false
	w.began = time.Time{}
	err = run(c, s, runOptions{settled: func(f corpus.File) bool { return w.settled(f, now) }})
	if err == nil || isSomeFailed(err) {
		return err
	}
	var locked *hold.Error
	if errors.As(err, &locked) || !errors.Is(err, context.Canceled) { // it is still to be done
		w.dirty, w.began = true, before.began
	}
	return err
}

// ownFiles are the reader's files in the corpus folder, which change the
// analysis too.
func ownFiles(folder string) []corpus.File {
	var files []corpus.File
	for _, name := range []string{corpus.GazetteerFile, corpus.CorrectionsFile, corpus.IgnoreFile} {
		if info, err := os.Stat(filepath.Join(folder, name)); err == nil {
			files = append(files, corpus.File{ID: "/" + name, Size: info.Size(), ModTime: info.ModTime()})
		}
	}
	return files
}

// look takes in what a walk through the folder saw.
func (w *watched) look(files []corpus.File, now time.Time) {
	w.round++
	w.waiting = 0
	for _, f := range files {
		s := w.files[f.ID]
		if s == nil || s.size != f.Size || !s.modified.Equal(f.ModTime) {
			since := now
			if w.round == 1 && now.Sub(f.ModTime) > w.settle {
				since = f.ModTime // it lay there before we came
			}
			s = &sight{size: f.Size, modified: f.ModTime, since: since}
			w.files[f.ID] = s
			w.change(now)
		}
		if s.round = w.round; now.Sub(s.since) < w.settle {
			w.waiting++
		}
	}
	for id, s := range w.files {
		if s.round != w.round {
			delete(w.files, id)
			w.change(now)
		}
	}
}

func (w *watched) change(now time.Time) {
	if !w.dirty {
		w.began = now
	}
	w.dirty, w.changed = true, now
}

// patience is how many times the time to settle a change waits for others to
// come to rest.
const patience = 10

// due reports whether the analysis is to be run: something has changed and all
// is at rest, or it has waited long enough.
func (w *watched) due(now time.Time) bool {
	return w.dirty && (w.round == 1 && w.waiting == 0 || w.waiting == 0 && now.Sub(w.changed) >= w.settle || now.Sub(w.began) >= patience*w.settle)
}

// settled reports whether f had not changed for a while when last seen, and has
// not since.
func (w *watched) settled(f corpus.File, now time.Time) bool {
	s := w.files[f.ID]
	if f.Err != nil {
		return true
	}
	ok := s != nil && s.size == f.Size && s.modified.Equal(f.ModTime) && now.Sub(s.since) >= w.settle
	if !ok {
		w.change(now) // it is for the next run
	}
	return ok
}

// pause is how long to wait for the next look.
func (w *watched) pause(interval time.Duration) time.Duration {
	if w.dirty || w.waiting > 0 {
		return min(interval, max(w.settle/2, 10*time.Millisecond))
	}
	return interval
}

// A notifier hears from the system of changes in folders.
type notifier struct {
	events   *fsnotify.Watcher // nil where the system does not tell
	followed map[string]bool
}

func newNotifier(folder string) (*notifier, error) {
	n := &notifier{followed: map[string]bool{}}
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return n, err
	}
	n.events = w
	if err := w.Add(folder); err != nil {
		n.close()
		return n, err
	}
	return n, nil
}

func (n *notifier) close() {
	if n.events != nil {
		n.events.Close()
		n.events = nil
	}
}

// follow hears of the folders that hold files from now on. One that cannot be
// followed is looked through with all the others.
func (n *notifier) follow(root string, files []corpus.File) {
	if n.events == nil {
		return
	}
	for _, f := range files {
		for dir := filepath.Dir(f.Path); len(dir) > len(root) && !n.followed[dir]; dir = filepath.Dir(dir) {
			n.followed[dir] = true
			n.events.Add(dir)
		}
	}
}

// wait returns when something has changed, but not at each of many changes, or
// when the time is over.
func (n *notifier) wait(ctx context.Context, d time.Duration) {
	timer := time.NewTimer(d)
	defer timer.Stop()
	var events chan fsnotify.Event
	var faults chan error
	if n.events != nil {
		events, faults = n.events.Events, n.events.Errors
	}
	select {
	case <-ctx.Done():
		return
	case <-timer.C:
		return
	case e := <-events:
		n.hear(e)
	case <-faults: // too many to tell: look
	}
	for quiet := time.After(50 * time.Millisecond); ; {
		select {
		case e := <-events:
			n.hear(e)
		case <-faults:
		case <-quiet:
			return
		}
	}
}

// hear follows a folder that has come, before files come into it.
func (n *notifier) hear(e fsnotify.Event) {
	if info, err := os.Stat(e.Name); e.Has(fsnotify.Create) && err == nil && info.IsDir() {
		n.followed[e.Name] = true
		n.events.Add(e.Name)
	}
	if e.Has(fsnotify.Remove) || e.Has(fsnotify.Rename) {
		delete(n.followed, e.Name)
	}
}
