package corpus

import (
	"archive/zip"
	"bytes"
	"fmt"
	"sort"
	"strings"
	"testing"

	"analyze/internal/doc"
)

// markNames are the letters that stand for marks in the tests: «h2» begins a
// heading of level 2, «n3» the note 3, «p2» page 2.
var markNames = map[doc.MarkKind]string{doc.MarkHeading: "h", doc.MarkPage: "p", doc.MarkQuote: "q", doc.MarkListItem: "l", doc.MarkTable: "t", doc.MarkNoteRef: "r", doc.MarkNote: "n", doc.MarkBoilerplate: "b", doc.MarkCaption: "c"}

// rendered returns the text with its marks written in.
func rendered(d *doc.Document) string {
	marks := append([]doc.Mark(nil), d.Marks...)
	sort.SliceStable(marks, func(i, j int) bool { return marks[i].Start < marks[j].Start })
	var b strings.Builder
	at := 0
	for _, m := range marks {
		b.WriteString(d.Text[at:m.Start])
		at = m.Start
		switch m.Kind {
		case doc.MarkHeading, doc.MarkPage, doc.MarkListItem:
			fmt.Fprintf(&b, "«%s%d»", markNames[m.Kind], m.Level)
		default:
			fmt.Fprintf(&b, "«%s%s»", markNames[m.Kind], m.Text)
		}
	}
	b.WriteString(d.Text[at:])
	return strings.TrimSpace(b.String())
}

// reads checks what a reader makes of data.
func reads(t *testing.T, name string, data []byte, want string) *doc.Document {
	t.Helper()
	d, err := Read(name, "", data)
	if err != nil {
		t.Fatal(err)
	}
	wellFormed(t, name, d)
	if got := rendered(d); got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
	return d
}

// refuses checks that a file is refused for a reason that contains want.
func refuses(t *testing.T, name string, data []byte, want string) {
	t.Helper()
	_, err := Read(name, "", data)
	if err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("got %v, want a reason with %q", err, want)
	}
}

// zipped packs parts, given as name and content in turn.
func zipped(t testing.TB, parts ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i+1 < len(parts); i += 2 {
		method := zip.Deflate
		if parts[i] == "mimetype" {
			method = zip.Store
		}
		f, err := w.CreateHeader(&zip.FileHeader{Name: parts[i], Method: method})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(parts[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
