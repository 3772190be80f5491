package corpus

import (
	"bytes"
	"encoding/base64"
	"io"
	"mime"
	"mime/quotedprintable"
	"strings"

	"golang.org/x/text/encoding/htmlindex"
)

// A mimePart is a leaf of the tree of a mail: a text or an attachment.
type mimePart struct {
	header mimeHeader
	kind   string            // media type, in lower case
	params map[string]string // of kind
	body   []byte            // as the mail has it
	offset int               // of body in the mail
	// alternative numbers the multipart/alternative that the part is in, 0 for
	// none.
	alternative int
	related     bool // it belongs to a page, as its pictures do
}

// A mimeHeader holds the fields of a header by name in lower case.
type mimeHeader map[string]string

// Bounds of a mail that no mail program passes.
const (
	maxMimeParts = 2_000
	maxPartDepth = 30
	maxHeader    = 1 << 20 // bytes
)

// A mimeReader takes a mail apart. It goes on where a mail breaks the rules:
// without an end of its parts, with lines in its header that are no fields.
type mimeReader struct {
	parts        []mimePart
	alternatives int
	encrypted    bool
}

// readMime returns the leaves of the mail, in order, and its header.
func readMime(data []byte) (mimeHeader, *mimeReader) {
	r := &mimeReader{}
	header, at := readMimeHeader(data)
	r.part(header, data[at:], at, 0, 0, false)
	return header, r
}

// readMimeHeader reads the fields at the start of data, and where the body
// begins.
func readMimeHeader(data []byte) (mimeHeader, int) {
	h := mimeHeader{}
	last, at := "", 0
	for line := range bytes.Lines(data) {
		next := at + len(line)
		line = bytes.TrimRight(line, "\r\n")
		if len(line) == 0 {
			return h, next
		}
		switch name, value, ok := bytes.Cut(line, []byte(":")); {
		case line[0] == ' ' || line[0] == '\t':
			if last != "" && len(h[last]) < 1<<16 {
				h[last] += " " + string(bytes.TrimSpace(line))
			}
		case ok && !bytes.ContainsAny(name, " \t"):
			last = strings.ToLower(string(name))
			if _, twice := h[last]; twice {
				last = "" // the first counts
				break
			}
			h[last] = string(bytes.TrimSpace(value))
		case at > 0 && !bytes.HasPrefix(line, []byte(">From ")):
			return h, at // the blank line is missing
		}
		if at = next; at > maxHeader {
			break
		}
	}
	return h, at
}

// part takes in the part with that header and body.
func (r *mimeReader) part(h mimeHeader, body []byte, offset, depth, alternative int, related bool) {
	if len(r.parts) >= maxMimeParts {
		return
	}
	kind, params := mediaType(h["content-type"])
	sub, multi := strings.CutPrefix(kind, "multipart/")
	boundary := params["boundary"]
	if multi && boundary == "" {
		kind = "text/plain"
	}
	if !multi || boundary == "" || depth > maxPartDepth {
		r.parts = append(r.parts, mimePart{h, kind, params, body, offset, alternative, related})
		return
	}
	switch sub {
	case "encrypted":
		r.encrypted = true
		return
	case "alternative":
		if alternative == 0 {
			r.alternatives++
			alternative = r.alternatives
		}
	case "related":
		related = true
	}
	for _, p := range splitParts(body, boundary) {
		inner, at := readMimeHeader(body[p[0]:p[1]])
		r.part(inner, body[p[0]+at:p[1]], offset+p[0]+at, depth+1, alternative, related)
	}
}

// mediaType reads a Content-Type; what cannot be read is plain text.
func mediaType(s string) (string, map[string]string) {
	if s == "" {
		return "text/plain", nil
	}
	kind, params, err := mime.ParseMediaType(s)
	if strings.Contains(kind, "/") && (err == nil || params != nil) {
		return kind, params
	}
	kind, rest, _ := strings.Cut(s, ";")
	params = map[string]string{}
	for f := range strings.SplitSeq(rest, ";") {
		if k, v, ok := strings.Cut(f, "="); ok {
			params[strings.ToLower(strings.TrimSpace(k))] = strings.Trim(strings.TrimSpace(v), `"`)
		}
	}
	if kind = strings.ToLower(strings.TrimSpace(kind)); !strings.Contains(kind, "/") {
		kind = "text/plain"
	}
	return kind, params
}

// splitParts returns the ranges of body between lines that hold the boundary.
func splitParts(body []byte, boundary string) [][2]int {
	var parts [][2]int
	mark := []byte("--" + boundary)
	start, at := -1, 0
	for line := range bytes.Lines(body) {
		if bytes.HasPrefix(line, mark) {
			rest := bytes.TrimRight(line[len(mark):], " \t\r\n")
			if last := string(rest) == "--"; last || len(rest) == 0 {
				if start >= 0 && len(parts) < maxMimeParts {
					parts = append(parts, [2]int{start, trimBreak(body, start, at)})
				}
				if start = at + len(line); last {
					return parts
				}
			}
		}
		at += len(line)
	}
	if start >= 0 {
		parts = append(parts, [2]int{start, len(body)})
	}
	return parts
}

// trimBreak returns end without the line break before it, which belongs to the
// boundary.
func trimBreak(b []byte, start, end int) int {
	if end > start && b[end-1] == '\n' {
		end--
	}
	if end > start && b[end-1] == '\r' {
		end--
	}
	return end
}

// decoded returns the body of the part without its transfer encoding; what is
// damaged ends it early.
func (p *mimePart) decoded() []byte {
	switch strings.ToLower(strings.TrimSpace(p.header["content-transfer-encoding"])) {
	case "base64":
		return decodeBase64(p.body)
	case "quoted-printable":
		return decodeQuoted(p.body)
	}
	return p.body
}

func decodeBase64(b []byte) []byte {
	clean := make([]byte, 0, len(b))
	for _, c := range b {
		if c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '+' || c == '/' {
			clean = append(clean, c)
		} else if c == '=' {
			break
		}
	}
	if len(clean)%4 == 1 {
		clean = clean[:len(clean)-1]
	}
	n, _ := base64.RawStdEncoding.Decode(clean, clean)
	return clean[:n]
}

func decodeQuoted(b []byte) []byte {
	out, err := io.ReadAll(quotedprintable.NewReader(bytes.NewReader(b)))
	if err == nil {
		return out
	}
	out = out[:0] // a damaged one: what is no code stands for itself
	for i := 0; i < len(b); i++ {
		if b[i] != '=' {
			out = append(out, b[i])
			continue
		}
		rest := b[i+1:]
		switch {
		case len(rest) >= 2 && unhex(rest[0]) >= 0 && unhex(rest[1]) >= 0:
			out = append(out, byte(unhex(rest[0])<<4|unhex(rest[1])))
			i += 2
		case len(rest) >= 1 && rest[0] == '\n':
			i++
		case len(rest) >= 2 && rest[0] == '\r' && rest[1] == '\n':
			i += 2
		default:
			out = append(out, '=')
		}
	}
	return out
}

func unhex(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	}
	return -1
}

// name is the file name of the part, "" if it has none.
func (p *mimePart) name() string {
	_, params, err := mime.ParseMediaType(p.header["content-disposition"])
	if err != nil {
		_, params = mediaType(p.header["content-disposition"])
	}
	name := params["filename"]
	if name == "" {
		name = p.params["name"]
	}
	return decodeWords(name)
}

// disposition is "attachment", "inline" or "".
func (p *mimePart) disposition() string {
	d, _, _ := strings.Cut(strings.ToLower(p.header["content-disposition"]), ";")
	return strings.TrimSpace(d)
}

var words = mime.WordDecoder{CharsetReader: func(charset string, r io.Reader) (io.Reader, error) {
	e, err := htmlindex.Get(charset)
	if err != nil {
		return nil, err
	}
	return e.NewDecoder().Reader(r), nil
}}

// decodeWords decodes the encoded words of a header field (RFC 2047).
func decodeWords(s string) string {
	if d, err := words.DecodeHeader(s); err == nil {
		s = d
	}
	return strings.ToValidUTF8(s, "\uFFFD")
}
