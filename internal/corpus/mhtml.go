package corpus

import (
	"bytes"
	"encoding/base64"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"strings"

	"analyze/internal/doc"

	"golang.org/x/net/html/charset"
)

// readMHTML reads a page that a browser saved with all that it shows (RFC
// 2557): its first part of HTML.
func readMHTML(data []byte, d *doc.Document) error {
	m, err := mail.ReadMessage(bytes.NewReader(data))
	if err != nil {
		return &Unreadable{"the saved page is damaged: its header cannot be read", "save the page again, as HTML"}
	}
	page, kind := mimePage(m.Header.Get, m.Body, 0)
	if page == nil {
		return &Unreadable{"the saved page holds no text", "save the page again, as HTML"}
	}
	if err := readHTML(utf8Page(page, kind), d); err != nil {
		return err
	}
	for _, key := range []string{"Snapshot-Content-Location", "Content-Location"} {
		d.File.URL = firstOf(d.File.URL, webAddress(m.Header.Get(key)))
	}
	if subject, err := new(mime.WordDecoder).DecodeHeader(m.Header.Get("Subject")); err == nil {
		d.File.Title = firstOf(d.File.Title, oneLine(subject))
	}
	return nil
}

// utf8Page decodes a page as the header of its part says.
func utf8Page(page []byte, kind map[string]string) []byte {
	label := kind["charset"]
	if label == "" || invalid(page) == 0 {
		return page
	}
	r, err := charset.NewReaderLabel(label, bytes.NewReader(page))
	if err != nil {
		return page
	}
	out, err := io.ReadAll(io.LimitReader(r, maxText))
	if err != nil {
		return page
	}
	return out
}

// mimePage returns the first part of HTML in a message and what its type says
// of it.
func mimePage(get func(string) string, body io.Reader, depth int) ([]byte, map[string]string) {
	kind, params, err := mime.ParseMediaType(get("Content-Type"))
	if err != nil || depth > 8 {
		return nil, nil
	}
	switch {
	case strings.HasPrefix(kind, "multipart/"):
		parts := multipart.NewReader(body, params["boundary"])
		for range maxPackParts {
			p, err := parts.NextRawPart()
			if err != nil {
				return nil, nil
			}
			if page, kind := mimePage(p.Header.Get, p, depth+1); page != nil {
				return page, kind
			}
		}
	case kind == "text/html" || kind == "application/xhtml+xml":
		page, _ := io.ReadAll(io.LimitReader(transferred(get("Content-Transfer-Encoding"), body), maxText)) // damage ends the page
		if len(page) > 0 {
			return page, params
		}
	}
	return nil, nil
}

// transferred undoes the encoding for transport.
func transferred(encoding string, r io.Reader) io.Reader {
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "quoted-printable":
		return quotedprintable.NewReader(r)
	case "base64":
		return base64.NewDecoder(base64.StdEncoding, r)
	}
	return r
}
