package corpus

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
)

func TestMemberPath(t *testing.T) {
	for name, c := range map[string]struct{ path, fault string }{
		"a.txt":                           {"a.txt", ""},
		"b/c d/ü.txt":                     {"b/c d/ü.txt", ""},
		`b\c.txt`:                         {"b/c.txt", ""},
		"./b//c.txt":                      {"b/c.txt", ""},
		"b/":                              {"", ""},
		".git/config":                     {"", ""},
		"__MACOSX/b/c.txt":                {"", ""},
		"b/.DS_Store":                     {"", ""},
		"b/~$c.docx":                      {"", ""},
		"Thumbs.db":                       {"", ""},
		"../../etc/passwd":                {"etc/passwd", "leads out"},
		"b/../../c.txt":                   {"b/c.txt", "leads out"},
		"/etc/passwd":                     {"etc/passwd", "leads out"},
		`C:\x.txt`:                        {"C:/x.txt", "leads out"},
		"..":                              {"unnamed", "leads out"},
		"aux.txt":                         {"aux.txt", "device"},
		"b/Com7":                          {"b/Com7", "device"},
		"console.txt":                     {"console.txt", ""},
		"a\x1b[31m\n.txt":                 {"a_[31m_.txt", ""},
		"a\xff.txt":                       {"a_.txt", ""},
		"\u202Etxt.exe":                   {"_txt.exe", ""},
		strings.Repeat("x/", 50) + "y":    {"y", "folders deep"},
		strings.Repeat("ü", 200) + ".txt": {strings.Repeat("ü", 88) + ".txt", ""},
	} {
		p, fault := memberPath(name)
		if p != c.path || (fault == nil) != (c.fault == "") || fault != nil && !strings.Contains(fault.Reason, c.fault) {
			t.Errorf("%q: got %q, %v, want %q, %q", name, p, fault, c.path, c.fault)
		}
	}
}

// unpackAll unpacks data and lists the members with what they hold or why not.
func unpackAll(t testing.TB, id string, data []byte) ([]string, *Unreadable) {
	t.Helper()
	dir := t.TempDir()
	name := filepath.Join(dir, "file")
	if err := os.WriteFile(name, data, 0o666); err != nil {
		t.Fatal(err)
	}
	format, err := sniffFile(name, id)
	if err != nil {
		t.Fatal(err)
	}
	r := &reply{}
	if unpack(request{Path: name, ID: id, Dir: filepath.Join(dir, "out")}, format, r); r.Broken != "" {
		t.Fatal(r.Broken)
	}
	var out []string
	for _, m := range r.Members {
		if m.Fault != nil {
			out = append(out, m.Path+": "+m.Fault.Reason)
			continue
		}
		b, err := os.ReadFile(filepath.Join(dir, "out", m.Blob))
		if err != nil || int64(len(b)) != m.Size {
			t.Errorf("%s: %d bytes, said to be %d: %v", m.Path, len(b), m.Size, err)
		}
		out = append(out, m.Path+"="+string(b[:min(len(b), 20)]))
	}
	// Nothing but the members' own files is left.
	left, _ := os.ReadDir(filepath.Join(dir, "out"))
	blobs := 0
	for _, m := range r.Members {
		if m.Blob != "" {
			blobs++
		}
	}
	if len(left) != blobs {
		t.Errorf("%d files for %d members", len(left), blobs)
	}
	return out, r.Unreadable
}

func tarred(t testing.TB, entries ...[2]string) []byte {
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for _, e := range entries {
		if err := w.WriteHeader(&tar.Header{Name: e[0], Size: int64(len(e[1])), Mode: 0o644}); err != nil {
			t.Fatal(err)
		}
		w.Write([]byte(e[1]))
	}
	w.Close()
	return b.Bytes()
}

func gzipped(b []byte) []byte {
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	w.Write(b)
	w.Close()
	return out.Bytes()
}

func TestUnpack(t *testing.T) {
	a, b := [2]string{"a.txt", "first"}, [2]string{"d/b.txt", "second"}
	broken := tarred(t, a, b)
	for name, c := range map[string]struct {
		id    string
		data  []byte
		want  []string
		fault string
	}{
		"zip":              {"x.zip", packZip(t, a, b), []string{"x.zip/a.txt=first", "x.zip/d/b.txt=second"}, ""},
		"same name twice":  {"x.zip", packZip(t, a, a), []string{"x.zip/a.txt=first", "x.zip/a (2).txt=first"}, ""},
		"tar":              {"x.tar", tarred(t, a, b), []string{"x.tar/a.txt=first", "x.tar/d/b.txt=second"}, ""},
		"tar.gz":           {"x.tgz", gzipped(tarred(t, a)), []string{"x.tgz/a.txt=first"}, ""},
		"gz":               {"in/x.txt.gz", gzipped([]byte("first")), []string{"in/x.txt.gz/x.txt=first"}, ""},
		"zip in tar":       {"x.tar", tarred(t, [2]string{"y.zip", string(packZip(t, a))}), []string{"x.tar/y.zip/a.txt=first"}, ""},
		"document in zip":  {"x.zip", packZip(t, [2]string{"y.docx", string(packZip(t, [2]string{"[Content_Types].xml", ""}, [2]string{"word/document.xml", ""}))}), []string{"x.zip/y.docx=PK\x03\x04"}, ""},
		"empty":            {"x.zip", packZip(t), nil, "holds no documents"},
		"only hidden":      {"x.zip", packZip(t, [2]string{".x", "x"}), nil, "holds no documents"},
		"cut off":          {"x.tar", broken[:1100], []string{"x.tar/a.txt=first"}, "damaged"},
		"cut off zip":      {"x.zip", packZip(t, a)[:40], nil, "damaged"},
		"cut off in zip":   {"x.zip", packZip(t, b, [2]string{"y.zip", string(packZip(t, a)[:40])}), []string{"x.zip/d/b.txt=second", "x.zip/y.zip: the archive is damaged"}, ""},
		"not packed by gz": {"x.gz", []byte("\x1f\x8b\x08nonsense"), nil, "damaged"},
	} {
		t.Run(name, func(t *testing.T) {
			got, fault := unpackAll(t, c.id, c.data)
			for i := range got {
				got[i], _, _ = strings.Cut(got[i], "\x14")
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
			if (fault == nil) != (c.fault == "") || fault != nil && !strings.Contains(fault.Reason, c.fault) {
				t.Errorf("fault %v, want %q", fault, c.fault)
			}
		})
	}
}

// A container that holds too much is given up at the limit.
func TestUnpackLimits(t *testing.T) {
	u := newUnpacker(t.TempDir(), "zip", 10)
	u.entries = 2
	for i := range 3 {
		err := u.add("x.zip", fmt.Sprint(i, ".txt"), strings.NewReader("x"), 1)
		if (i < 2) != (err == nil) || err != nil && !errors.Is(err, errFull) {
			t.Errorf("entry %d: %v", i, err)
		}
	}
	if u.fault == nil || len(u.members) != 0 {
		t.Errorf("fault %v, members %v", u.fault, u.members)
	}
	u = newUnpacker(t.TempDir(), "zip", 10)
	u.left = 5
	if err := u.add("x.zip", "a.txt", strings.NewReader("123456"), 1); !errors.Is(err, errFull) || u.fault == nil {
		t.Errorf("too many bytes: %v", err)
	}
}

// The library gives documents, members with copies that go with Discard, and
// reasons.
func TestLibrary(t *testing.T) {
	dir, work := t.TempDir(), t.TempDir()
	write(t, dir, "box.zip", string(packZip(t, [2]string{"a.txt", "first"}, [2]string{"page", "<html><body><p>second"}, [2]string{"skip.bak", "x"})))
	write(t, dir, "page.html", "<html><head><title>One</title></head><body><p>The council met.</p></body></html>")
	write(t, dir, "bad.zip", "PK\x03\x04nonsense")
	write(t, dir, IgnoreFile, "*.bak\n")
	files, err := Walk(dir)
	if err != nil {
		t.Fatal(err)
	}
	l := NewLibrary(work)
	defer l.Close()
	var got []string
	var readings []*Reading
	var read func(f File)
	read = func(f File) {
		src, err := Look(f)
		if err != nil {
			t.Fatal(err)
		}
		r, err := l.Read(src)
		var u *Unreadable
		if errors.As(err, &u) {
			got = append(got, f.ID+": "+u.Reason)
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		readings = append(readings, r)
		if r.Doc != nil {
			got = append(got, f.ID+"="+strings.TrimSpace(r.Doc.Text))
		}
		for _, m := range r.Members {
			if m.In != f.ID || !m.ModTime.Equal(f.ModTime) {
				t.Errorf("member %+v", m)
			}
			read(m)
		}
	}
	for _, f := range files {
		read(f)
	}
	want := []string{"bad.zip: the archive is damaged", "box.zip/a.txt=first", "box.zip/page=second", "page.html=The council met."}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	for _, r := range readings {
		if err := r.Discard(); err != nil {
			t.Error(err)
		}
	}
	if left, _ := os.ReadDir(work); len(left) != 0 {
		t.Errorf("left behind: %v", left)
	}
}

// A file that changes between the look and the reading is not taken for what it
// was.
func TestChangedMeanwhile(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "a.html", "<html><body>one")
	files, _ := Walk(dir)
	src, err := Look(files[0])
	if err != nil {
		t.Fatal(err)
	}
	write(t, dir, "a.html", "<html><body>two")
	l := NewLibrary(t.TempDir())
	defer l.Close()
	if _, err := l.Read(src); err == nil || !strings.Contains(err.Error(), "changed while it was read") {
		t.Errorf("got %v", err)
	}
}

// What was put in the place of a file after the walk is not waited for.
func TestIrregular(t *testing.T) {
	dir := t.TempDir()
	if err := syscall.Mkfifo(filepath.Join(dir, "a.txt"), 0o666); err != nil {
		t.Skip("SKIPPED: no pipes here:", err)
	}
	for _, name := range []string{"a.txt", "."} {
		if _, err := Look(File{ID: name, Path: filepath.Join(dir, name), Size: 1}); err != errIrregular {
			t.Errorf("%s: got %v", name, err)
		}
	}
}

func FuzzUnpack(f *testing.F) {
	f.Add("x.zip", packZip(f, [2]string{"a.txt", "x"}, [2]string{"../b", "y"}))
	f.Add("x.tar", tarred(f, [2]string{"a.txt", "x"}))
	f.Add("x.gz", gzipped(tarred(f, [2]string{"a.txt", "x"})))
	f.Add("x.mbox", []byte("From a\nTo: x\nMessage-ID: y\n\nz\n\nFrom b\n\nq"))
	f.Add("x.eml", []byte(testMail))
	f.Fuzz(func(t *testing.T, id string, data []byte) {
		dir := t.TempDir()
		u := newUnpacker(dir, "zip", 1<<10)
		u.entries, u.left = 100, 1<<20
		name := filepath.Join(dir, "file")
		if err := os.WriteFile(name, data, 0o666); err != nil {
			t.Fatal(err)
		}
		format, err := sniffFile(name, id)
		if err != nil || !container(format) {
			return
		}
		if err := u.open(name, format, "x", 1); isEnvironment(err) {
			t.Fatal(err)
		}
		seen := map[string]bool{}
		for _, m := range u.members {
			if seen[m.Path] || !filepath.IsLocal(m.Path) || !strings.HasPrefix(m.Path, "x/") {
				t.Errorf("member %q", m.Path)
			}
			seen[m.Path] = true
		}
	})
}

func BenchmarkLibrary(b *testing.B) {
	dir := b.TempDir()
	write(b, dir, "a.html", "<html><body>"+strings.Repeat("<p>The council met in the old hall and heard the families.</p>\n", 300))
	write(b, dir, "a.txt", strings.Repeat("The council met in the old hall and heard the families.\n", 300))
	files, err := Walk(dir)
	if err != nil {
		b.Fatal(err)
	}
	for _, f := range files {
		b.Run(f.ID, func(b *testing.B) {
			l := NewLibrary(b.TempDir())
			defer l.Close()
			b.SetBytes(f.Size)
			for b.Loop() {
				src, err := Look(f)
				if err != nil {
					b.Fatal(err)
				}
				if _, err := l.Read(src); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
