package corpus

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"analyze/internal/doc"
)

// Documents that nobody here wrote are read, or refused with a reason: none
// makes a reader panic or takes long. scripts/formats/fetch.sh gathers them in
// a folder, which REAL names.
func TestRealFiles(t *testing.T) {
	dir := os.Getenv("REAL")
	if dir == "" {
		t.Skip("SKIPPED: REAL names no folder; run scripts/formats/fetch.sh OUT and set REAL=OUT/files")
	}
	read, refused := map[string]int{}, map[string]int{}
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		id, _ := filepath.Rel(dir, path)
		format := sniffAll(data, id)
		start := time.Now()
		d, err := readSafely(id, data)
		if took := time.Since(start); took > 10*time.Second {
			t.Errorf("%s: took %v", id, took)
		}
		var u *Unreadable
		switch {
		case err == nil:
			read[format]++
			wellFormed(t, id, d)
		case errors.As(err, &u):
			refused[format+": "+u.Reason]++
			t.Logf("%s: %v", id, err)
		default:
			t.Errorf("%s: %v", id, err)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range []map[string]int{read, refused} {
		for _, k := range slices.Sorted(maps.Keys(m)) {
			t.Logf("%5d %s", m[k], k)
		}
	}
}

// readSafely reads data and returns a panic as an error.
func readSafely(id string, data []byte) (d *doc.Document, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("panic: %v", r)
		}
	}()
	return Read(id, "", data)
}

// wellFormed checks what every reader promises: text in UTF-8, marks in order
// that lie within the text and not inside a character.
func wellFormed(t testing.TB, id string, d *doc.Document) {
	t.Helper()
	if !utf8.ValidString(d.Text) {
		t.Errorf("%s: the text is no UTF-8", id)
	}
	last := 0
	for _, m := range d.Marks {
		if m.Start < last || m.End < m.Start || m.End > len(d.Text) {
			t.Errorf("%s: mark %+v behind %d, of %d", id, m, last, len(d.Text))
			return
		}
		last = m.Start
		for _, at := range []int{m.Start, m.End} {
			if at < len(d.Text) && !utf8.RuneStart(d.Text[at]) {
				t.Errorf("%s: mark %+v inside a character", id, m)
				return
			}
		}
		if m.Kind == doc.MarkHeading && strings.Contains(d.Slice(m.Span), "\n\n") {
			t.Errorf("%s: a heading of two paragraphs: %q", id, short(d.Slice(m.Span), 80))
		}
	}
}
