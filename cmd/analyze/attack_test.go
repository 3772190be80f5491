package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// An entry is a file of an archive that a test makes.
type entry struct {
	name string
	data []byte
}

func zipOf(entries ...entry) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, e := range entries {
		w, err := z.Create(e.name)
		if err != nil {
			panic(err)
		}
		w.Write(e.data)
	}
	z.Close()
	return b.Bytes()
}

func tarOf(headers ...*tar.Header) []byte {
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for _, h := range headers {
		h.Mode = 0o644
		if err := w.WriteHeader(h); err != nil {
			panic(err)
		}
		w.Write(bytes.Repeat([]byte("x"), int(h.Size)))
	}
	w.Close()
	return b.Bytes()
}

func gzipOf(r io.Reader) []byte {
	var b bytes.Buffer
	w, _ := gzip.NewWriterLevel(&b, gzip.BestSpeed)
	io.Copy(w, r)
	w.Close()
	return b.Bytes()
}

// zeros yields n bytes of nothing.
func zeros(n int64) io.Reader { return io.LimitReader(zeroReader{}, n) }

type zeroReader struct{}

func (zeroReader) Read(b []byte) (int, error) {
	clear(b)
	return len(b), nil
}

func zipBomb(name string, n int64) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, _ := z.Create(name)
	io.Copy(w, zeros(n))
	z.Close()
	return b.Bytes()
}

// laughs is the XML of a document that doubles an entity n times.
func laughs(n int, root string) []byte {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "ha">`)
	for i := range n {
		fmt.Fprintf(&b, `<!ENTITY l%d "&l%d;&l%d;&l%d;&l%d;">`, i+1, i, i, i, i)
	}
	fmt.Fprintf(&b, `<!ENTITY out SYSTEM "file:///etc/passwd">]><%s>&l%d;&out;</%s>`, root, n, root)
	return []byte(b.String())
}

func office(part string, xml []byte) []byte {
	return zipOf(entry{"[Content_Types].xml", []byte("<Types/>")}, entry{part, xml})
}

const wordXML = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>`

// attacks are files that mean harm, made here. For each the run names the file
// with one of the words; "" means that it is read after all.
var attacks = map[string]struct {
	file string
	make func() []byte
	want string
}{
	"zip bomb":  {"a.zip", func() []byte { return zipBomb("a.txt", 600<<20) }, "unpacks to far more"},
	"gzip bomb": {"a.txt.gz", func() []byte { return gzipOf(zeros(600 << 20)) }, "unpacks to far more"},
	"tar.gz bomb": {"a.tar.gz", func() []byte {
		return gzipOf(io.MultiReader(bytes.NewReader(tarOf(&tar.Header{Name: "x", Size: 10})[:512]), zeros(600<<20)))
	}, "unpacks to far more"},
	"document bomb":    {"a.docx", func() []byte { return zipBomb2("word/document.xml", wordXML, 600<<20) }, "a.docx: "},
	"nested archives":  {"a.zip", func() []byte { return nested(12, 1) }, "packed more than"},
	"spreading nest":   {"a.zip", func() []byte { return nested(7, 12) }, "a.zip"},
	"many entries":     {"a.zip", manyEntries, "holds more than"},
	"way out":          {"a.zip", func() []byte { return zipOf(entry{"../../../etc/cron.d/x", []byte("x")}) }, "leads out of it"},
	"way out, Windows": {"a.zip", func() []byte { return zipOf(entry{`..\..\x.txt`, []byte("x")}, entry{`C:\x.txt`, []byte("x")}) }, "leads out of it"},
	"absolute":         {"a.tar", func() []byte { return tarOf(&tar.Header{Name: "/etc/passwd", Size: 3}) }, "leads out of it"},
	"links": {"a.tar", func() []byte {
		return tarOf(&tar.Header{Name: "l", Typeflag: tar.TypeSymlink, Linkname: "/etc"}, &tar.Header{Name: "h", Typeflag: tar.TypeLink, Linkname: "/etc/passwd"}, &tar.Header{Name: "l/passwd", Size: 3})
	}, "it is a link"},
	"devices": {"a.tar", func() []byte {
		return tarOf(&tar.Header{Name: "zero", Typeflag: tar.TypeChar, Devmajor: 1, Devminor: 5}, &tar.Header{Name: "p", Typeflag: tar.TypeFifo})
	}, "it is a device"},
	"device names":     {"a.zip", func() []byte { return zipOf(entry{"x/con.txt", []byte("x")}, entry{"LPT1", []byte("x")}) }, "that of a device"},
	"laughs in Word":   {"a.docx", func() []byte { return office("word/document.xml", laughs(30, "w:document")) }, "a.docx: "},
	"laughs in a page": {"a.xhtml", func() []byte { return laughs(30, "html") }, ""},
	"laughs in notes":  {"a.md", yamlLaughs, ""},
	"recursive mail":   {"a.eml", recursiveMail, "packed more than"},
	"multipart nest":   {"a.eml", multipartNest, ""},
	"mail of parts": {"a.eml", func() []byte {
		return []byte(mailHead("multipart/mixed; boundary=b") + strings.Repeat("--b\nContent-Type: application/x\n\nx\n", 200_000))
	}, ""},
	"mailbox of none": {"a.mbox", func() []byte {
		return []byte(strings.Repeat("From a@b Mon Jan 1 00:00:00 2001\nMessage-ID: <1>\nTo: x\nFrom: y\n\nx\n\n", 300_000))
	}, "holds more than"},
	"page of cells": {"a.html", func() []byte {
		return []byte("<html><body><table>" + strings.Repeat("<tr>"+strings.Repeat("<td>1", 1000), 1000))
	}, ""},
	"values":         {"a.csv", func() []byte { return []byte(strings.Repeat(strings.Repeat("1,", 999)+"1\n", 1000)) }, ""},
	"sheet of cells": {"a.xlsx", sheetOfCells, ""},
	"open tags": {"a.html", func() []byte {
		return []byte("<html><body>" + strings.Repeat("<div><b>", 1_000_000) + "The World Bank counts 12 boats in Tunis.")
	}, ""},
	"open brackets": {"a.rtf", func() []byte {
		return []byte(`{\rtf1 ` + strings.Repeat(`{\b `, 1_000_000) + "The World Bank counts 12 boats.")
	}, ""},
	"deep XML": {"a.docx", func() []byte { return office("word/document.xml", []byte(wordXML+strings.Repeat("<w:p>", 1_000_000))) }, "a.docx: "},
	"huge image": {"a.png", func() []byte {
		return []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR\x7f\xff\xff\xff\x7f\xff\xff\xff\x08\x02\x00\x00\x00")
	}, "an image"},
	"PDF loop":                {"a.pdf", pdfLoop, "a.pdf: "},
	"PDF of nothing":          {"a.pdf", pdfBomb, "a.pdf: "},
	"false central directory": {"a.zip", falseDirectory, "damaged"},
}

// zipBomb2 is a ZIP file of an office format with a part that goes on and on.
func zipBomb2(part, begin string, n int64) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, _ := z.Create("[Content_Types].xml")
	io.WriteString(w, "<Types/>")
	w, _ = z.Create(part)
	io.WriteString(w, begin)
	line := []byte(strings.Repeat("<w:p><w:r><w:t>x</w:t></w:r></w:p>", 30000))
	for range n / int64(len(line)) {
		w.Write(line)
	}
	z.Close()
	return b.Bytes()
}

// nested packs an archive of copies of an archive, and so on.
func nested(deep, copies int) []byte {
	b := []byte("The World Bank counts 300 clinics in Kenya.\n")
	name := "x.txt"
	for range deep {
		var entries []entry
		for i := range copies {
			entries = append(entries, entry{fmt.Sprint(i, name), b})
		}
		b, name = zipOf(entries...), "x.zip"
	}
	return b
}

func manyEntries() []byte {
	entries := make([]entry, 90_000)
	for i := range entries {
		entries[i] = entry{fmt.Sprint(i), []byte("x")}
	}
	return zipOf(entries...)
}

func mailHead(kind string) string {
	return "From: a@example.org\nTo: b@example.org\nSubject: x\nDate: Mon, 02 May 2016 10:00:00 +0000\nMessage-ID: <1@example.org>\nMIME-Version: 1.0\nContent-Type: " + kind + "\n\n"
}

func recursiveMail() []byte {
	mail := []byte(mailHead("text/plain") + "The end.\n")
	for range 12 {
		mail = fmt.Appendf(nil, "%s--b\n\nsee below\n--b\nContent-Type: message/rfc822\nContent-Transfer-Encoding: base64\nContent-Disposition: attachment; filename=m.eml\n\n%s\n--b--\n",
			mailHead("multipart/mixed; boundary=b"), base64.StdEncoding.EncodeToString(mail))
	}
	return mail
}

func multipartNest() []byte {
	var b strings.Builder
	b.WriteString(mailHead("multipart/mixed; boundary=b0"))
	for i := range 20_000 {
		fmt.Fprintf(&b, "--b%d\nContent-Type: multipart/mixed; boundary=b%d\n\n", i, i+1)
	}
	b.WriteString("--b20000\n\nThe World Bank counts 12 boats.\n")
	return []byte(b.String())
}

func yamlLaughs() []byte {
	var b strings.Builder
	b.WriteString("---\na0: &a0 [x, x, x, x, x, x, x, x]\n")
	for i := range 12 {
		fmt.Fprintf(&b, "a%d: &a%d [*a%d, *a%d, *a%d, *a%d, *a%d, *a%d, *a%d, *a%d]\n", i+1, i+1, i, i, i, i, i, i, i, i)
	}
	b.WriteString("title: *a12\n---\nThe World Bank counts 12 boats in Tunis.\n")
	return []byte(b.String())
}

func sheetOfCells() []byte {
	var s strings.Builder
	s.WriteString(`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>`)
	for r := range 1000 {
		fmt.Fprintf(&s, `<row r="%d">`, r+1)
		for range 1000 {
			s.WriteString("<c><v>1</v></c>")
		}
		s.WriteString("</row>")
	}
	s.WriteString("</sheetData></worksheet>")
	return zipOf(entry{"[Content_Types].xml", []byte("<Types/>")},
		entry{"xl/workbook.xml", []byte(`<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>`)},
		entry{"xl/_rels/workbook.xml.rels", []byte(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`)},
		entry{"xl/worksheets/sheet1.xml", []byte(s.String())})
}

// pdfOf puts objects, numbered from 1, into a PDF file.
func pdfOf(objects ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n")
	var at []int
	for i, o := range objects {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, n := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", n)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, start)
	return b.Bytes()
}

// pdfLoop has pages that hold themselves, and a page that is drawn by drawing
// itself.
func pdfLoop() []byte {
	return pdfOf("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R 2 0 R 3 0 R] /Count 1000000000 /Parent 2 0 R >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Contents 4 0 R /Resources << /XObject << /X 4 0 R >> >> >>",
		"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length 11 /Resources << /XObject << /X 4 0 R >> >> >>\nstream\n/X Do /X Do\nendstream")
}

// pdfBomb has a page that unpacks to far more than it is.
func pdfBomb() []byte {
	var z bytes.Buffer
	z.Write([]byte{0x78, 0x01})
	packed := gzipOf(zeros(300 << 20)) // the stream of a gzip file is what a PDF has
	z.Write(packed[10 : len(packed)-8])
	z.Write(binary.BigEndian.AppendUint32(nil, 1))
	return pdfOf("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Contents 4 0 R >>",
		fmt.Sprintf("<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream", z.Len(), z.String()))
}

// falseDirectory is a ZIP file that says it has more entries than it has.
func falseDirectory() []byte {
	b := zipOf(entry{"a.txt", []byte("x")})
	end := bytes.LastIndex(b, []byte("PK\x05\x06"))
	binary.LittleEndian.PutUint16(b[end+8:], 0xfffe)
	binary.LittleEndian.PutUint16(b[end+10:], 0xfffe)
	return b
}

// What each attack may cost: processor time of all processes together, and real
// memory of the largest.
const (
	attackTime   = 10 * time.Second
	attackMemory = 512 << 20
)

// A file that means harm ends in bounded time and memory, its reason is named,
// and the document beside it is analysed.
func TestAttacks(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED: makes large files")
	}
	for name, a := range attacks {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			put(t, dir, "corpus/good.txt", "The World Bank counts 300 clinics in Kenya.\n")
			file := filepath.Join(dir, "corpus", a.file)
			if err := os.WriteFile(file, a.make(), 0o444); err != nil {
				t.Fatal(err)
			}
			before := tree(t, filepath.Join(dir, "corpus"))
			c := command(t, dir, "run", "--workers", "1")
			var errs bytes.Buffer
			c.Stderr = &errs
			err := c.Run()
			used := c.ProcessState.SysUsage().(*syscall.Rusage)
			cpu := c.ProcessState.UserTime() + c.ProcessState.SystemTime()
			t.Logf("%.1f s, %d MB: %s", cpu.Seconds(), used.Maxrss>>10, strings.SplitN(errs.String(), "\n", 2)[0])
			if cpu > attackTime || used.Maxrss<<10 > attackMemory {
				t.Errorf("it took %s and %d MB", cpu, used.Maxrss>>10)
			}
			if code := exitCode(err); a.want != "" && code != exitSomeFailed || a.want == "" && code != exitDone && code != exitSomeFailed {
				t.Fatalf("exit %d\n%.2000s", code, errs.String())
			}
			if !strings.Contains(errs.String(), a.want) {
				t.Errorf("the messages lack %q:\n%.2000s", a.want, errs.String())
			}
			if out, err := command(t, dir, "claims").Output(); err != nil || !strings.Contains(string(out), "good.txt") {
				t.Errorf("the good document: %v\n%.500s", err, out)
			}
			if d := differences(before, tree(t, filepath.Join(dir, "corpus"))); len(d) > 0 {
				t.Errorf("the corpus changed: %v", d)
			}
			if left, _ := filepath.Glob(filepath.Join(dir, ".analyze", "tmp-*")); len(left) > 0 {
				t.Errorf("left behind: %v", left)
			}
		})
	}
}
