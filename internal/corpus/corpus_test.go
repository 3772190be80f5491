package corpus

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"analyze/internal/doc"
)

// TestMain lets the test binary be started as a reader of files.
func TestMain(m *testing.M) {
	Serve()
	os.Exit(m.Run())
}

func write(t testing.TB, dir, name, data string) {
	t.Helper()
	full := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(full), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(full, []byte(data), 0o666); err != nil {
		t.Fatal(err)
	}
}

func ids(files []File) []string {
	var out []string
	for _, f := range files {
		out = append(out, f.ID)
	}
	return out
}

func TestWalk(t *testing.T) {
	dir := t.TempDir()
	for _, n := range []string{"b.txt", "a.md", "sub/c.txt", ".hidden", ".git/x.txt", "drafts/d.txt", "notes.bak", "b.txt~", "~$c.docx", "film.mp4.part", "page.html", "page_files/logo.png", "other_files/e.txt", GazetteerFile, CorrectionsFile, SettingsFile, "sub/" + GazetteerFile} {
		write(t, dir, n, "x")
	}
	write(t, dir, IgnoreFile, "drafts/\n*.bak\n# a comment\n")
	files, err := Walk(dir)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"a.md", "b.txt", "other_files/e.txt", "page.html", "sub/c.txt", "sub/" + GazetteerFile}
	if got := ids(files); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestWalkLinks(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("SKIPPED: links need rights on this system")
	}
	dir, outside := t.TempDir(), t.TempDir()
	write(t, dir, "sub/a.txt", "x")
	write(t, outside, "o.txt", "x")
	for name, target := range map[string]string{"loop": dir, "sub/up": filepath.Join(dir, "sub"), "out": outside, "dead.txt": "nowhere"} {
		if err := os.Symlink(target, filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	files, err := Walk(dir)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := ids(files), []string{"dead.txt", "out/o.txt", "sub/a.txt"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if files[0].Err == nil {
		t.Error("a link that leads nowhere has no error")
	}
}

func TestWalkMissing(t *testing.T) {
	_, err := Walk(filepath.Join(t.TempDir(), "none"))
	if err == nil || !strings.Contains(err.Error(), "does not exist") {
		t.Errorf("got %v", err)
	}
}

func TestUnreadable(t *testing.T) {
	for name, c := range map[string]struct{ file, data, want string }{
		"empty":        {"a.txt", "", "empty"},
		"blank":        {"a.txt", " \n\t\n", "only blanks"},
		"binary":       {"a.txt", "\x7fELF\x00\x01\x02\x00\x00\x00rest of it", "no text"},
		"old Word":     {"a.docx", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00\x00\x00", "old file of Word"},
		"a PNG":        {"a.txt", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00", "an image"},
		"mostly \\x01": {"a.txt", strings.Repeat("\x01\x02", 100), "no text"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Read(c.file, "", []byte(c.data))
			var u *Unreadable
			if !errors.As(err, &u) || !strings.Contains(u.Reason, c.want) || u.Hint == "" {
				t.Errorf("got %v, want a reason with %q and a hint", err, c.want)
			}
		})
	}
}

func TestEncodings(t *testing.T) {
	for name, c := range map[string]struct{ data, text, encoding string }{
		"utf-8":        {"Côte d’Ivoire\r\n", "Côte d’Ivoire\r\n", "utf-8"},
		"bom is kept":  {"\uFEFFTitle\n", "\uFEFFTitle\n", "utf-8"},
		"utf-16le bom": {"\xff\xfeM\x00\xfc\x00n\x00c\x00h\x00", "\uFEFFMünch", "utf-16le"},
		"utf-16be bom": {"\xfe\xff\x00M\x00\xfc\x00n\x00c\x00h", "\uFEFFMünch", "utf-16be"},
		"utf-16le":     {"M\x00a\x00l\x00i\x00 \x00n\x00o\x00w\x00.\x00", "Mali now.", "utf-16le"},
		"astral":       {"\xff\xfe\x3d\xd8\x00\xdeok\x00"[:6] + "o\x00k\x00", "\uFEFF😀ok", "utf-16le"},
		"windows-1252": {"Le pr\xe9sident a dit \x93non\x94 \x96 c\x92est tout. Il \xe9tait d\xe9j\xe0 l\xe0.", "Le président a dit “non” – c’est tout. Il était déjà là.", "windows-1252"},
		"utf-32":       {"\xff\xfe\x00\x00C\x00\x00\x00o\x00\x00\x00\xfc\x00\x00\x00", "Coü", "utf-32"},
		"iso-2022-jp":  {"Tokyo: \x1b$B$3$s\x1b(B no.", "Tokyo: こん no.", "iso-2022-jp"},
		"damaged":      {"Côte d’Ivoire, Müller \xff und", "Côte d’Ivoire, Müller \uFFFD und", "utf-8"},
	} {
		t.Run(name, func(t *testing.T) {
			d, err := Read("a.txt", "", []byte(c.data))
			if err != nil {
				t.Fatal(err)
			}
			if d.Text != c.text || d.File.Encoding != c.encoding {
				t.Errorf("got %q in %s, want %q in %s", d.Text, d.File.Encoding, c.text, c.encoding)
			}
			if at := strings.Index(d.Text, "o"); at >= 0 {
				if raw := d.Raw.Source(at); c.data[raw] != 'o' {
					t.Errorf("offset %d maps to %d, where the file has %q", at, raw, c.data[raw])
				}
			}
		})
	}
}

func TestFrontMatter(t *testing.T) {
	d, err := Read("a.md", "", []byte("---\ntitle: 'On: returns'\nauthors:\n  - Ana Petrova\n  - B. Ode\ndate: 2017-04-02T10:00:00Z\nlang: en\n---\n# Returns\n"))
	if err != nil {
		t.Fatal(err)
	}
	m := d.File
	if m.Title != "On: returns" || strings.Join(m.Authors, ";") != "Ana Petrova;B. Ode" || m.Date != "2017-04-02" || m.DateVia != "header" {
		t.Errorf("got %+v", m)
	}
	if len(d.Marks) != 1 || d.Marks[0].Kind != doc.MarkMeta || !strings.HasSuffix(d.Slice(d.Marks[0].Span), "---\n") {
		t.Errorf("marks %+v", d.Marks)
	}
	for _, s := range []string{"---\nno end", "---", "text\n---\nx: y\n---\n"} {
		if d, err := Read("a.md", "", []byte(s)); err != nil || len(d.Marks) != 0 {
			t.Errorf("%q: %v, marks %+v", s, err, d.Marks)
		}
	}
	// a title with a colon that nobody put in quotes
	if d, _ := Read("a.md", "", []byte("---\ntitle: Dams: what they hold\nauthor: 'Ana Petrova'\n  - [x\ndate: 2016-05-02\n---\ntext\n")); d.File.Title != "Dams: what they hold" || d.File.Date != "2016-05-02" || len(d.Problems) != 0 {
		t.Errorf("front matter with a bare colon: %+v, problems %+v", d.File, d.Problems)
	}
	if d, _ := Read("a.md", "", []byte("---\n: : [\n---\ntext\n")); len(d.Problems) != 1 {
		t.Errorf("front matter that is no YAML: problems %+v", d.Problems)
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{"plain", "\xff\xfea\x00", "\xfe\xff\x00a", "caf\xe9 cr\xe8me", "---\ntitle: x\n---\ny", "\xf0\x9f\x98\x80\xff", "a\x00b\x00c\x00d\x00e\x00f\x00g\x00h\x00"} {
		f.Add([]byte(s), true)
	}
	f.Fuzz(func(t *testing.T, data []byte, markdown bool) {
		name := "a.txt"
		if markdown {
			name = "a.md"
		}
		d, err := Read(name, "", data)
		if err != nil {
			var u *Unreadable
			if !errors.As(err, &u) {
				t.Fatalf("error %v says no reason", err)
			}
			return
		}
		checkDocument(t, d, len(data))
	})
}

// checkDocument holds a document to what all readers promise.
func checkDocument(t *testing.T, d *doc.Document, size int) {
	t.Helper()
	if !utf8.ValidString(d.Text) {
		t.Fatal("the text is no UTF-8")
	}
	last := 0
	for i := range d.Text {
		s := d.Raw.Source(i)
		if s < last || s > size {
			t.Fatalf("offset %d maps to %d after %d, of %d", i, s, last, size)
		}
		last = s
	}
	for _, m := range d.Marks {
		if m.Start < 0 || m.End < m.Start || m.End > len(d.Text) || !utf8.ValidString(d.Text[m.Start:m.End]) {
			t.Fatalf("mark %+v of a text of %d bytes", m, len(d.Text))
		}
	}
}

func BenchmarkRead(b *testing.B) {
	data := []byte(strings.Repeat("In 2014 the Côte d’Ivoire counted 40,000 people. ", 20000))
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := Read("a.txt", "", data); err != nil {
			b.Fatal(err)
		}
	}
}
