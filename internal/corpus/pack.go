package corpus

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"golang.org/x/net/html/charset"
)

// What a packed document may unpack to, in bytes and entries. A spreadsheet of
// figures packs to a twentieth; a bomb to a thousandth.
const (
	maxPart      = 256 << 20
	maxPacked    = 512 << 20
	maxPackParts = 20000
	maxXMLDepth  = 2000 // of elements of XML
)

// A pack is a document that is a zip of parts.
type pack struct {
	files map[string]*zip.File
	left  int64 // bytes that may still be unpacked
}

var errPackedTooMuch = &Unreadable{"it unpacks to more than a document holds", "if you trust it, save its contents in smaller files"}

// openPack reads the directory of a packed document.
func openPack(data []byte) (*pack, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, &Unreadable{"the file is damaged: its parts cannot be unpacked", "open it in the program that made it and save it again"}
	}
	if len(z.File) > maxPackParts {
		return nil, errPackedTooMuch
	}
	p := &pack{files: map[string]*zip.File{}, left: maxPacked}
	for _, f := range z.File {
		name := strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(f.Name, "\\", "/")), "/")
		if _, ok := p.files[name]; !ok {
			p.files[name] = f
		}
	}
	return p, nil
}

// has reports whether there is a part of that name.
func (p *pack) has(name string) bool { return p.files[name] != nil }

// open returns the contents of a part. What it unpacks to counts, not what
// the directory says.
func (p *pack) open(name string) (io.ReadCloser, error) {
	f := p.files[name]
	if f == nil {
		return nil, &Unreadable{fmt.Sprintf("the file is damaged: its part %q is missing", short(name, 80)), "open it in the program that made it and save it again"}
	}
	if f.Flags&1 != 0 {
		return nil, errLocked
	}
	if f.UncompressedSize64 > maxPart {
		return nil, errPackedTooMuch
	}
	r, err := f.Open()
	if err != nil {
		return nil, &Unreadable{"the file is damaged: its parts cannot be unpacked", "open it in the program that made it and save it again"}
	}
	return &packReader{r, p, maxPart}, nil
}

// errLocked says that a password is needed.
var errLocked = &Unreadable{"it is encrypted", "open it with its password and save a copy without one"}

type packReader struct {
	io.ReadCloser
	p    *pack
	left int64
}

func (r *packReader) Read(b []byte) (int, error) {
	n, err := r.ReadCloser.Read(b)
	r.left -= int64(n)
	r.p.left -= int64(n)
	if r.left < 0 || r.p.left < 0 {
		return 0, errPackedTooMuch
	}
	return n, err
}

// read returns the bytes of a part; none if it is missing or damaged.
func (p *pack) read(name string) ([]byte, error) {
	r, err := p.open(name)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	var b bytes.Buffer
	if _, err := b.ReadFrom(r); err != nil {
		return b.Bytes(), damaged(err)
	}
	return b.Bytes(), nil
}

// damaged returns err as a reason.
func damaged(err error) error {
	var u *Unreadable
	if errors.As(err, &u) {
		return u
	}
	return &Unreadable{"the file is damaged: a part of it cannot be read", "open it in the program that made it and save it again"}
}

// A tag is the start of an element of XML, or its end.
type tag struct {
	name  string // without the prefix of its namespace
	attrs []xml.Attr
}

// attr returns an attribute by its name without prefix, "" if there is none.
func (t *tag) attr(name string) string {
	for i := range t.attrs {
		if t.attrs[i].Name.Local == name {
			return t.attrs[i].Value
		}
	}
	return ""
}

// attrIn returns an attribute by prefix and name.
func (t *tag) attrIn(prefix, name string) string {
	for i := range t.attrs {
		if t.attrs[i].Name.Local == name && t.attrs[i].Name.Space == prefix {
			return t.attrs[i].Value
		}
	}
	return ""
}

// A handler is told of the parts of an XML document in their order. Start
// returns false for an element that is to be left out with all that it holds.
type handler interface {
	start(t *tag) bool
	end(name string)
	text(s []byte)
}

// parseXML reads XML without entities of its own: none is defined, none is
// fetched. Damage ends the reading; what came before it counts, and the error
// is nil, unless r itself failed or nothing was read.
func parseXML(r io.Reader, h handler) error {
	d := xml.NewDecoder(r)
	d.Strict = false
	d.Entity = xml.HTMLEntity
	d.CharsetReader = charset.NewReaderLabel
	depth, skip, seen := 0, 0, false
	for {
		t, err := d.RawToken()
		if err != nil {
			var syntax *xml.SyntaxError
			if err == io.EOF || errors.As(err, &syntax) && seen {
				return nil
			}
			return damaged(err)
		}
		switch t := t.(type) {
		case xml.StartElement:
			seen = true
			if depth++; depth > maxXMLDepth {
				return &Unreadable{"its parts are nested too deeply", "save its contents as plain text"}
			}
			if skip > 0 {
				skip++
			} else if !h.start(&tag{t.Name.Local, t.Attr}) {
				skip = 1
			}
		case xml.EndElement:
			if depth--; skip > 0 {
				skip--
			} else {
				h.end(t.Name.Local)
			}
		case xml.CharData:
			if skip == 0 {
				h.text(t)
			}
		}
	}
}

// parsePart reads a part of XML.
func (p *pack) parsePart(name string, h handler) error {
	r, err := p.open(name)
	if err != nil {
		return err
	}
	defer r.Close()
	return parseXML(r, h)
}

// A fieldReader collects the text of those elements that hold nothing else.
type fieldReader struct {
	fields map[string][]string
	b      strings.Builder
}

func (f *fieldReader) start(*tag) bool { f.b.Reset(); return true }
func (f *fieldReader) text(s []byte) {
	if f.b.Len() < 1<<16 {
		f.b.Write(s)
	}
}
func (f *fieldReader) end(name string) {
	if s := oneLine(f.b.String()); s != "" && len(f.fields[name]) < 100 {
		f.fields[name] = append(f.fields[name], s)
	}
	f.b.Reset()
}

// fieldsOf returns the texts of the elements of a small part by their names;
// none if there is no such part.
func (p *pack) fieldsOf(name string) map[string][]string {
	f := fieldReader{fields: map[string][]string{}}
	if p.has(name) {
		_ = p.parsePart(name, &f) // what is known of a document is no reason to refuse it
	}
	return f.fields
}

// relations returns the targets of part name's relations by their ids, and by
// the last word of their type.
func (p *pack) relations(name string) relations {
	r := relations{dir: path.Dir(name), byID: map[string]string{}, byType: map[string]string{}}
	rels := path.Join(path.Dir(name), "_rels", path.Base(name)+".rels")
	if name == "" {
		rels = "_rels/.rels" // of the file itself
	}
	if p.has(rels) {
		_ = p.parsePart(rels, &r)
	}
	return r
}

type relations struct {
	dir          string
	byID, byType map[string]string
}

func (r *relations) start(t *tag) bool {
	if t.name == "Relationship" && t.attr("TargetMode") != "External" {
		target := t.attr("Target")
		if strings.HasPrefix(target, "/") {
			target = strings.TrimPrefix(path.Clean(target), "/")
		} else {
			target = strings.TrimPrefix(path.Clean("/"+path.Join(r.dir, target)), "/")
		}
		r.byID[t.attr("Id")] = target
		kind := path.Base(t.attr("Type"))
		if _, ok := r.byType[kind]; !ok {
			r.byType[kind] = target
		}
	}
	return true
}
func (r *relations) end(string)  {}
func (r *relations) text([]byte) {}
