package corpus

import (
	"archive/zip"
	"bytes"
	"io"
	"net/http"
	"path"
	"regexp"
	"strings"
)

// headSize is how much of a file is looked at to tell its format, in bytes.
const headSize = 8 << 10

// magics are formats that begin with bytes of their own, longest first where
// one begins another.
var magics = []struct {
	at            int
	bytes, format string
}{
	{0, "%PDF-", "pdf"},
	{0, "{\\rtf", "rtf"},
	{0, "PK\x03\x04", "zip"},
	{0, "PK\x05\x06", "zip"},
	{0, "\x1f\x8b", "gz"},
	{0, "BZh", "bz2"},
	{0, "\x28\xb5\x2f\xfd", "zst"},
	{257, "ustar", "tar"},
	{0, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"},
	{0, "7z\xbc\xaf\x27\x1c", "7z"},
	{0, "Rar!\x1a\x07", "rar"},
	{0, "\xfd7zXZ\x00", "xz"},
	{0, "!BDN", "pst"},
	{0, "SQLite format 3\x00", "sqlite"},
	{0, "AT&TFORM", "djvu"},
	{60, "BOOKMOBI", "mobi"},
	{0, "%!PS", "ps"},
	{0, "PK\x07\x08PK", "spanned"},
	{0, "PK00PK\x03\x04", "zip"},
	{4, "Standard Jet DB\x00", "access"},
	{4, "Standard ACE DB\x00", "access"},
	{0, "\xffWPC", "wordperfect"},
	{0, "\xcb\x0a\x01", "wordperfect"},
	{0, "ITSF\x03\x00\x00\x00", "chm"},
	{0, "II*\x00", "image"},
	{0, "MM\x00*", "image"},
	{4, "ftypheic", "image"},
	{4, "ftypmif1", "image"},
	{4, "ftypavif", "image"},
	{0, "\x7fELF", "program"},
	{0, "MZ", "program"},
}

// letters are formats whose mark is of plain letters, which a text may begin
// with as well.
var letters = map[string]bool{"program": true, "bz2": true, "pst": true, "rar": true}

// extensions name the format that text of no form of its own has by the ending
// of the file's name.
var extensions = map[string]string{
	".md": "md", ".markdown": "md", ".mdown": "md", ".mkd": "md", ".qmd": "md", ".rmd": "md",
	".csv": "csv", ".tsv": "tsv", ".tab": "tsv",
	".htm": "html", ".html": "html", ".xhtml": "html", ".xht": "html", ".shtml": "html",
	".mht": "mhtml", ".mhtml": "mhtml",
	".eml": "eml", ".mbox": "mbox", ".mbx": "mbox",
	".css": "code", ".js": "code", ".mjs": "code", ".go": "code", ".c": "code", ".h": "code", ".py": "code", ".java": "code", ".sh": "code", ".ts": "code",
	".json": "data", ".jsonl": "data", ".ndjson": "data", ".geojson": "data", ".xml": "data", ".rdf": "data", ".yaml": "data", ".yml": "data", ".toml": "data", ".sql": "data", ".svg": "image",
}

// sniff tells the format of a file from its first bytes. The name decides only
// between formats that are plain text to look at; zip stands for all formats
// that are packed so (see sniffZip).
func sniff(head []byte, name string) string {
	for _, m := range magics {
		if len(head) >= m.at+len(m.bytes) && string(head[m.at:m.at+len(m.bytes)]) == m.bytes && (!letters[m.format] || binary(head)) {
			return m.format
		}
	}
	ext := strings.ToLower(path.Ext(name))
	if late := bytes.Index(head[:min(len(head), 1024)], []byte("%PDF-")); late > 0 && (ext == ".pdf" || binary(head)) {
		return "pdf" // what came before it is damage that readers forgive
	}
	if oldTar(head) {
		return "tar"
	}
	if wide, _ := utf16Order(head); !wide && !utf32(head) && binary(head) {
		return sniffBinary(head)
	}
	return sniffText(head, ext)
}

// sniffBinary names data that is no text by what the standard of the Web's
// browsers says of it.
func sniffBinary(head []byte) string {
	kind, _, _ := strings.Cut(http.DetectContentType(head), "/")
	switch kind {
	case "image", "audio", "video", "font":
		return kind
	}
	return "binary"
}

var (
	htmlStart = regexp.MustCompile(`(?is)^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)[\s>]`)
	htmlTags  = regexp.MustCompile(`(?i)</?(?:p|div|br|span|table|tr|td|h[1-6]|ul|ol|li|a|head|body|html|meta|title)(?:\s[^<>]*)?/?>`)
	xmlStart  = regexp.MustCompile(`(?is)^\s*<\?xml\b|^\s*<svg\b`)
	fieldLine = regexp.MustCompile(`^([A-Za-z][A-Za-z0-9-]*):[ \t]?(.*)$`)
)

// sniffText tells formats that are written in text. Only marks that no prose
// begins with count against the ending of the name.
func sniffText(head []byte, ext string) string {
	head = bytes.TrimPrefix(head, []byte("\xef\xbb\xbf"))
	byName := extensions[ext]
	begin := bytes.TrimLeft(narrow(head), " \t\r\n\f")
	tagged := bytes.HasPrefix(begin, []byte("<"))
	if tagged && htmlStart.Match(begin) {
		return "html"
	}
	if f := sniffMail(head, ext); f != "" {
		return f
	}
	switch byName {
	case "html":
		if htmlTags.Match(begin) {
			return "html"
		}
		return "txt"
	case "csv", "tsv", "md", "code", "data":
		return byName
	case "image":
		return "image"
	}
	if tagged && xmlStart.Match(begin) && ext != ".txt" && ext != ".text" {
		return "data"
	}
	return "txt"
}

// narrow drops the zero bytes that UTF-16 puts between plain letters.
func narrow(head []byte) []byte {
	if wide, _ := utf16Order(head); !wide {
		return head
	}
	head = bytes.TrimPrefix(bytes.TrimPrefix(head, []byte("\xff\xfe")), []byte("\xfe\xff"))
	return bytes.ReplaceAll(head, []byte{0}, nil)
}

// mailFields are fields of mail headers that say what the head of a file is;
// any other text may have lines of the form "Title: …" as well.
var mailFields = map[string]bool{
	"received": true, "return-path": true, "delivered-to": true, "message-id": true, "mime-version": true, "content-type": true,
	"content-transfer-encoding": true, "x-mailer": true, "dkim-signature": true, "in-reply-to": true, "references": true, "reply-to": true,
	"from": true, "to": true, "date": true, "subject": true, "cc": true, "bcc": true,
}

// sniffMail tells a mailbox, a mail or a saved page from their headers; "" if
// it is none.
func sniffMail(head []byte, ext string) string {
	mbox := bytes.HasPrefix(head, []byte("From ")) && bytes.IndexByte(head, '\n') > 0
	if mbox {
		head = head[bytes.IndexByte(head, '\n')+1:]
	}
	fields := mailHeader(head)
	known, sure := 0, false
	for name := range fields {
		if mailFields[name] {
			known++
		}
		sure = sure || name == "message-id" || name == "mime-version" || name == "received" || name == "content-type" || name == "return-path"
	}
	named := extensions[ext] == "eml" || extensions[ext] == "mbox" || extensions[ext] == "mhtml"
	_, from := fields["from"]
	switch {
	case known < 2 || !sure && !named:
		return ""
	case mbox:
		return "mbox"
	case strings.HasPrefix(strings.ToLower(fields["content-type"]), "multipart/related") && (extensions[ext] == "mhtml" || fields["snapshot-content-location"] != "" || strings.Contains(strings.ToLower(fields["from"]), "saved by")):
		return "mhtml"
	case extensions[ext] == "mhtml":
		return "mhtml"
	case named || from && known >= 3:
		return "eml"
	}
	return ""
}

// mailHeader reads the fields at the start of head, with names in lower case,
// up to a line that is none.
func mailHeader(head []byte) map[string]string {
	fields := map[string]string{}
	last := ""
	for line := range bytes.Lines(head) {
		if line[len(line)-1] != '\n' {
			break // cut off by the end of head
		}
		line = bytes.TrimRight(line, "\r\n")
		if len(line) == 0 {
			break
		}
		if line[0] == ' ' || line[0] == '\t' {
			if last == "" {
				return fields
			}
			fields[last] += " " + string(bytes.TrimSpace(line))
			continue
		}
		m := fieldLine.FindSubmatch(line)
		if m == nil {
			return fields
		}
		last = strings.ToLower(string(m[1]))
		fields[last] = string(m[2])
	}
	return fields
}

// oldTar reports whether head is a tape archive of before 1988, which has no
// mark but a checksum.
func oldTar(head []byte) bool {
	if len(head) < 512 || head[0] == 0 {
		return false
	}
	sum := 0
	for i, c := range head[:512] {
		if i >= 148 && i < 156 {
			c = ' '
		}
		sum += int(c)
	}
	want, digits := 0, 0
	for _, c := range bytes.Trim(head[148:156], " \x00") {
		if c < '0' || c > '7' {
			return false
		}
		want, digits = want*8+int(c-'0'), digits+1
	}
	return digits > 0 && want == sum
}

// sniffZip tells what is packed in a ZIP file by the names of its entries and
// what the entry mimetype holds; "zip" where it is a plain one.
func sniffZip(names []string, mimetype string) string {
	switch mimetype = strings.TrimSpace(mimetype); {
	case mimetype == "application/epub+zip":
		return "epub"
	case strings.HasPrefix(mimetype, "application/vnd.oasis.opendocument."):
		kind := strings.TrimSuffix(strings.TrimPrefix(mimetype, "application/vnd.oasis.opendocument."), "-template")
		switch kind {
		case "text", "text-master", "text-web":
			return "odt"
		case "spreadsheet":
			return "ods"
		case "presentation":
			return "odp"
		}
		return "odf"
	}
	office := ""
	types := false
	for _, n := range names {
		switch {
		case n == "[Content_Types].xml":
			types = true
		case n == "Index/Document.iwa" || n == "index.apxl" || n == "buildVersionHistory.plist":
			return "iwork"
		case n == "META-INF/container.xml" && office == "":
			office = "epub"
		case strings.HasPrefix(n, "word/document"):
			office = "docx"
		case strings.HasPrefix(n, "xl/workbook"):
			office = "xlsx"
		case n == "ppt/presentation.xml":
			office = "pptx"
		}
	}
	if types || office == "epub" {
		if office != "" {
			return office
		}
	}
	return "zip"
}

// contentTypes are what a packed file says its main part is, by the format.
var contentTypes = []struct{ part, format string }{
	{"wordprocessingml.document.main", "docx"}, {"wordprocessingml.template.main", "docx"}, {"ms-word.document.macroenabled.main", "docx"}, {"ms-word.template.macroenabledtemplate.main", "docx"},
	{"spreadsheetml.sheet.main", "xlsx"}, {"spreadsheetml.template.main", "xlsx"}, {"ms-excel.sheet.macroenabled.main", "xlsx"}, {"ms-excel.template.macroenabled.main", "xlsx"},
	{"presentationml.presentation.main", "pptx"}, {"presentationml.slideshow.main", "pptx"}, {"presentationml.template.main", "pptx"}, {"ms-powerpoint.presentation.macroenabled.main", "pptx"}, {"ms-powerpoint.slideshow.macroenabled.main", "pptx"},
	{"ms-excel.sheet.binary", "xlsb"},
	{"package.xps-fixed", "xps"},
}

// sniffTypes tells the format of a packed file from its list of parts and their
// types, whatever the parts are called; "" if it names none.
func sniffTypes(list string) string {
	list = strings.ToLower(list)
	for _, c := range contentTypes {
		if strings.Contains(list, c.part) {
			return c.format
		}
	}
	return ""
}

// sniffAll tells the format of the bytes of file id, looking into ZIP files.
func sniffAll(data []byte, id string) string {
	format := sniff(data[:min(len(data), headSize)], id)
	if format != "zip" {
		return format
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return format
	}
	return sniffPacked(z)
}

// sniffPacked tells the format of a ZIP file that is open.
func sniffPacked(z *zip.Reader) string {
	var names []string
	mimetype := ""
	for i, f := range z.File {
		if f.Name == "[Content_Types].xml" && i < 2000 {
			if format := sniffTypes(headOf(f, 256<<10)); format != "" {
				return format
			}
		}
		if i < 2000 {
			names = append(names, f.Name)
		}
		if f.Name == "mimetype" && i < 20 && f.UncompressedSize64 < 200 {
			mimetype = headOf(f, 200)
		}
	}
	return sniffZip(names, mimetype)
}

// headOf returns the first bytes of what is packed, as far as they can be read.
func headOf(f *zip.File, most int64) string {
	r, err := f.Open()
	if err != nil {
		return ""
	}
	defer r.Close()
	b, _ := io.ReadAll(io.LimitReader(r, most))
	return string(b)
}

// utf32 reports whether data begins with the byte order mark of UTF-32.
func utf32(data []byte) bool {
	return bytes.HasPrefix(data, []byte("\xff\xfe\x00\x00")) || bytes.HasPrefix(data, []byte("\x00\x00\xfe\xff"))
}

// Extension is the ending that fits the content of the file at that path, "" if
// it is not known.
func Extension(path string) string {
	format, err := sniffFile(path, "")
	if err != nil || unreadFormats[format].Reason != "" || format == "" {
		return ""
	}
	return "." + format
}
