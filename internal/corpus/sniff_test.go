package corpus

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"
)

func packZip(t testing.TB, entries ...[2]string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, e := range entries {
		w, err := z.CreateHeader(&zip.FileHeader{Name: e[0], Method: zip.Store})
		if err != nil {
			t.Fatal(err)
		}
		w.Write([]byte(e[1]))
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// The content decides, and the name only where the content leaves it open.
func TestSniff(t *testing.T) {
	mail := "From: a@example.org\r\nTo: b@example.org\r\nMessage-ID: <1@x>\r\nSubject: x\r\n\r\nHello.\r\n"
	types := [2]string{"[Content_Types].xml", "<Types/>"}
	odf := func(kind string) []byte {
		return packZip(t, [2]string{"mimetype", "application/vnd.oasis.opendocument." + kind}, [2]string{"content.xml", "<x/>"})
	}
	for name, c := range map[string]struct{ file, data, want string }{
		"text":                   {"a.txt", "Plain words.", "txt"},
		"no ending":              {"README", "Plain words.", "txt"},
		"ending not known":       {"a.rst", "Plain words.", "txt"},
		"Markdown by name":       {"a.md", "# Title", "md"},
		"values by name":         {"a.csv", "a,b\n1,2\n", "csv"},
		"commas in text":         {"a.txt", "a,b\n1,2\n", "txt"},
		"page called text":       {"a.txt", "<!DOCTYPE html><html><body>x", "html"},
		"page with a comment":    {"a", "<!-- saved -->\n<html lang=en>", "html"},
		"page in XML":            {"a.xhtml", "<?xml version=\"1.0\"?>\n<html xmlns=\"x\">", "html"},
		"page in UTF-16":         {"a.html", "\xff\xfe<\x00h\x00t\x00m\x00l\x00>\x00x\x00y\x00z\x00", "html"},
		"text called page":       {"a.html", "No tags at all.", "txt"},
		"tags in Markdown":       {"a.md", "A <b>word</b>.", "md"},
		"PDF called text":        {"a.txt", "%PDF-1.4\n", "pdf"},
		"PDF behind rubbish":     {"a.pdf", "\r\n\r\n%PDF-1.4\n", "pdf"},
		"text on PDF":            {"a.txt", "A file begins with %PDF-1.4 or so.", "txt"},
		"RTF":                    {"a.doc", `{\rtf1 x}`, "rtf"},
		"mail":                   {"a.eml", mail, "eml"},
		"mail called text":       {"a.txt", mail, "eml"},
		"letter":                 {"a.txt", "To: the board\nFrom: the office\nDate: today\nSubject: lunch\n\nCome.", "txt"},
		"letter called mail":     {"a.eml", "To: the board\nFrom: the office\n\nCome.", "eml"},
		"mailbox":                {"inbox", "From a@b Mon Jan  1 00:00:00 2001\n" + mail, "mbox"},
		"text that begins From":  {"a.txt", "From here on it is text.\nDate: none\n", "txt"},
		"saved page":             {"a.mht", "From: <Saved by Browser>\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n", "mhtml"},
		"old Word":               {"a.docx", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", "ole"},
		"program":                {"a.txt", "MZ\x90\x00\x03\x00\x00\x00", "program"},
		"text that begins so":    {"a.txt", "MZ is what they say.", "txt"},
		"image":                  {"a.txt", "\x89PNG\r\n\x1a\n\x00\x00", "image"},
		"drawing":                {"a.svg", "<svg xmlns=\"x\">", "image"},
		"XML called text":        {"a.txt", "<?xml version=\"1.0\"?><data/>", "txt"},
		"packed":                 {"a", "BZh91AY&SY\x00\x01", "bz2"},
		"words that begin so":    {"a", "BZhang said: Rar!", "txt"},
		"XML":                    {"a", "<?xml version=\"1.0\"?><data/>", "data"},
		"gzip":                   {"a.gz", "\x1f\x8b\x08", "gz"},
		"binary":                 {"a.txt", "\x00\x01\x02\x03", "binary"},
		"Word":                   {"a.zip", string(packZip(t, types, [2]string{"word/document.xml", "<x/>"})), "docx"},
		"sheet":                  {"a", string(packZip(t, types, [2]string{"xl/workbook.xml", "<x/>"})), "xlsx"},
		"slides":                 {"a", string(packZip(t, types, [2]string{"ppt/presentation.xml", "<x/>"})), "pptx"},
		"OpenDocument text":      {"a", string(odf("text")), "odt"},
		"OpenDocument sheet":     {"a", string(odf("spreadsheet")), "ods"},
		"book":                   {"a", string(packZip(t, [2]string{"mimetype", "application/epub+zip"})), "epub"},
		"archive":                {"a.docx", string(packZip(t, [2]string{"a.txt", "x"})), "zip"},
		"Word, odd names":        {"a", string(packZip(t, [2]string{"[Content_Types].xml", `<Types><Override PartName="/d/main.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`}, [2]string{"d/main.xml", "<x/>"})), "docx"},
		"sheet with macros":      {"a", string(packZip(t, [2]string{"[Content_Types].xml", `<Types><Override PartName="/b.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>`})), "xlsx"},
		"binary sheet":           {"a.xlsx", string(packZip(t, [2]string{"[Content_Types].xml", `<Types><Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/></Types>`}, [2]string{"xl/workbook.bin", "x"})), "xlsb"},
		"Pages":                  {"a.pages", string(packZip(t, [2]string{"Index/Document.iwa", "x"})), "iwork"},
		"archive with an index":  {"a.zip", string(packZip(t, [2]string{"index.xml", "x"})), "zip"},
		"database":               {"a.mdb", "\x00\x01\x00\x00Standard Jet DB\x00\x01", "access"},
		"WordPerfect":            {"a.doc", "\xffWPC\x10\x00\x00\x00", "wordperfect"},
		"help":                   {"a.chm", "ITSF\x03\x00\x00\x00", "chm"},
		"part of an archive":     {"a.zip", "PK\x07\x08PK\x03\x04", "spanned"},
		"archive of Word's name": {"a", string(packZip(t, [2]string{"word/document.xml", "x"})), "zip"},
	} {
		if got := sniffAll([]byte(c.data), c.file); got != c.want {
			t.Errorf("%s: got %s, want %s", name, got, c.want)
		}
	}
}

// Every format that is told has a reader, is a container, or a reason why not.
func TestFormatsAnswer(t *testing.T) {
	all := []string{"zip"}
	for _, m := range magics {
		all = append(all, m.format)
	}
	for _, f := range extensions {
		all = append(all, f)
	}
	for f := range unreadFormats {
		if u := unread(f); u.Reason == "" || u.Hint == "" || strings.HasSuffix(u.Reason, ".") {
			t.Errorf("%s: %v", f, u)
		}
	}
	for _, f := range all {
		if formats[f] == nil && !container(f) && unreadFormats[f].Reason == "" {
			t.Errorf("%s has neither reader nor reason", f)
		}
	}
}

func FuzzSniff(f *testing.F) {
	for _, s := range []string{"", "%PDF", "From x\nTo: y\nMessage-ID: z\n", "<html>", "\x1f\x8b", "PK\x03\x04", "\xff\xfe<\x00"} {
		f.Add([]byte(s), "a.txt")
	}
	f.Fuzz(func(t *testing.T, data []byte, name string) {
		if sniffAll(data, name) == "" {
			t.Error("no format")
		}
	})
}
