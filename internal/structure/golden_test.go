package structure

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"analyze/internal/doc"
)

// listing is what golden files hold: the card, the blocks, marks and notes,
// tables and repeats.
func listing(d *doc.Document) string {
	m := d.Meta
	head := fmt.Sprintf("title %q\nauthors %q\ndate %q %s\npublisher %q place %q\n", m.Title, m.Authors, m.Date, m.DateVia, m.Publisher, m.Place)
	return head + Dump(d) + DumpNotes(d) + DumpTables(d) + DumpRepeats(d)
}

// TestGolden compares the listing of each document of testdata with the golden
// file beside it; UPDATE=1 writes the files, to be read in the diff.
func TestGolden(t *testing.T) {
	paths, err := filepath.Glob("testdata/*.[tm][xd]*")
	if err != nil || len(paths) == 0 {
		t.Fatal("no documents in testdata: ", err)
	}
	for _, path := range paths {
		t.Run(filepath.Base(path), func(t *testing.T) {
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			got := listing(analyse(t, filepath.Base(path), string(text)))
			golden := strings.TrimSuffix(path, filepath.Ext(path)) + ".golden"
			if os.Getenv("UPDATE") != "" {
				if err := os.WriteFile(golden, []byte(got), 0o666); err != nil {
					t.Fatal(err)
				}
				return
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Error(diff(string(want), got))
			}
		})
	}
}
