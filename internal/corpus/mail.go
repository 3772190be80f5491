package corpus

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"net/mail"
	"os"
	"regexp"
	"strings"

	"analyze/internal/doc"
	"analyze/internal/text"
)

// readMail reads a mail (RFC 5322): its text, with who wrote to whom, when and
// about what at the head. What it quotes of other mails is marked as quotation,
// its signature as boilerplate. Attachments are documents of their own (see
// unpacker.attachments).
func readMail(data []byte, d *doc.Document) error {
	header, parts := readMime(data)
	body, err := mailBody(parts)
	if err != nil {
		return err
	}
	mailCard(header, &d.File)
	head := mailHead(header)
	inner, offset := &doc.Document{}, len(data)
	if body != nil {
		offset = body.offset
		if err := body.text(inner); err != nil {
			d.Unreadf(doc.Span{}, "the text of the mail could not be read: "+asUnreadable(err).Reason)
			*inner = doc.Document{}
		}
	}
	if inner.Text == "" && len(parts.parts) < 2 {
		return &Unreadable{"the mail holds no text", "remove it, or save it again with its text"}
	}
	d.Text = head + strings.ReplaceAll(inner.Text, "\r\n", "\n")
	d.File.Encoding = inner.File.Encoding
	d.Raw = text.Map{Segs: []text.Seg{{}, {View: len(head), Source: offset}, {View: len(d.Text), Source: len(data)}}}
	d.Marks = append(d.Marks, doc.Mark{Span: doc.Span{Start: 0, End: len(head)}, Kind: doc.MarkMeta})
	if len(inner.Marks) > 0 {
		for _, m := range inner.Marks { // of a page, whose lines end in \n only
			m.Start, m.End = m.Start+len(head), m.End+len(head)
			d.Marks = append(d.Marks, m)
		}
		return nil
	}
	quoteMail(d, len(head))
	return nil
}

// mailBody returns the part that is the text of the mail, nil if it has none.
func mailBody(r *mimeReader) (*mimePart, error) {
	var plain, page *mimePart
	for i := range r.parts {
		p := &r.parts[i]
		if p.disposition() == "attachment" {
			continue
		}
		switch p.kind {
		case "text/plain":
			if plain == nil && len(bytes.TrimSpace(p.body)) > 0 {
				plain = p
			}
		case "text/html":
			if page == nil {
				page = p
			}
		case "application/pkcs7-mime", "application/x-pkcs7-mime":
			r.encrypted = true
		}
	}
	switch {
	case plain != nil:
		return plain, nil
	case page != nil:
		return page, nil
	case r.encrypted:
		return nil, &Unreadable{"the mail is encrypted", "open it in the mail program, and save a copy that is not"}
	}
	return nil, nil
}

// text reads the text of the part into d.
func (p *mimePart) text(d *doc.Document) error {
	b := p.decoded()
	if p.kind == "text/html" {
		return readPage(b, p.params["charset"], d)
	}
	return readCharset(b, p.params["charset"], d)
}

// readPage reads a page whose header may name its encoding.
func readPage(data []byte, charset string, d *doc.Document) error {
	if e, name := encodingOf(charset); e != nil && name != "utf-8" {
		s, _ := decodeWith(data, e)
		data = []byte("\uFEFF" + s) // which says UTF-8, whatever the page says
	}
	read := formats["html"]
	if read == nil {
		return unread("html")
	}
	return read(data, d)
}

// mailCard fills the card of a mail from its header.
func mailCard(h mimeHeader, m *doc.Meta) {
	m.Title = decodeWords(h["subject"])
	if t, err := mail.ParseDate(h["date"]); err == nil {
		m.Date, m.DateVia = t.Format("2006-01-02"), "header"
	}
	m.Authors = addresses(h["from"])
	if l := h["content-language"]; l != "" {
		m.Language, _, _ = strings.Cut(l, ",")
	}
}

// addresses lists the people of an address field: their name, or their address
// where it has none.
func addresses(field string) []string {
	p := mail.AddressParser{WordDecoder: &words}
	list, err := p.ParseList(field)
	if err != nil {
		if field = strings.TrimSpace(decodeWords(field)); field == "" {
			return nil
		}
		return []string{field}
	}
	var out []string
	for _, a := range list {
		name := strings.Join(strings.Fields(a.Name), " ")
		if name == "" {
			name = a.Address
		}
		out = append(out, name)
	}
	return out
}

// mailHead is the header that a reader of the mail wants to see, with a blank
// line behind it.
func mailHead(h mimeHeader) string {
	var b strings.Builder
	for _, name := range []string{"From", "To", "Cc", "Date", "Subject"} {
		if v := h[strings.ToLower(name)]; v != "" {
			fmt.Fprintf(&b, "%s: %s\n", name, strings.Join(strings.Fields(decodeWords(v)), " "))
		}
	}
	b.WriteByte('\n')
	return b.String()
}

var (
	wroteLine    = regexp.MustCompile(`^(?:On|Am|Le|El|Il|Op|Em|Den|W dniu)\b.{5,200}\b(?:wrote|writes|schrieb|a écrit|escribió|ha scritto|schreef|escreveu|skrev|napisał\(?a?\)?)\s*:?\s*$`)
	originalLine = regexp.MustCompile(`(?i)^-{2,}\s*(?:original message|forwarded message|ursprüngliche nachricht|message d'origine|mensaje original|messaggio originale)\s*-{2,}\s*$`)
)

// quoteMail marks in a mail's plain text from offset at what is quoted of
// others and what is signature.
func quoteMail(d *doc.Document, at int) {
	const none = doc.MarkKind(0)
	kind, start := none, at
	end := func(to int) {
		if kind != none && to > start {
			d.Marks = append(d.Marks, doc.Mark{Span: doc.Span{Start: start, End: to}, Kind: kind})
		}
		kind = none
	}
	rest := none // what holds to the end of the mail
	last := at   // start of the last line that is not blank
	for line := range strings.Lines(d.Text[at:]) {
		next := at + len(line)
		trimmed := strings.TrimRight(line, " \t\r\n")
		now := rest
		switch {
		case strings.HasPrefix(trimmed, ">"):
			now = doc.MarkQuote
		case trimmed == "":
			now = kind
		case originalLine.MatchString(trimmed):
			now, rest = doc.MarkQuote, doc.MarkQuote
		case strings.TrimRight(line, "\r\n") == "-- " && rest == none:
			now, rest = doc.MarkBoilerplate, doc.MarkBoilerplate
		}
		if now != kind {
			from := at
			if now == doc.MarkQuote && kind == none && wroteLine.MatchString(strings.TrimSpace(d.Text[last:at])) {
				from = last
			}
			end(from)
			kind, start = now, from
		}
		if trimmed != "" {
			last = at
		}
		at = next
	}
	end(len(d.Text))
}

// attachments unpacks what is attached to a mail. Pictures of its page and
// signatures are no documents.
func (u *unpacker) attachments(r io.Reader, prefix string, depth int) error {
	data, err := io.ReadAll(io.LimitReader(r, MaxSize))
	if err != nil {
		return environmentError{err}
	}
	_, m := readMime(data)
	body, err := mailBody(m)
	if err != nil {
		return nil // told by the mail itself
	}
	for i := range m.parts {
		p := &m.parts[i]
		if p == body || !p.attached() {
			continue
		}
		if err := u.add(prefix, p.fileName(i), bytes.NewReader(p.decoded()), depth); err != nil {
			return err
		}
	}
	return nil
}

// attached reports whether the part is a document of its own.
func (p *mimePart) attached() bool {
	kind, _, _ := strings.Cut(p.kind, "/")
	switch {
	case p.disposition() == "attachment":
		return !strings.HasSuffix(p.kind, "-signature")
	case strings.HasSuffix(p.kind, "-signature") || p.kind == "text/x-amp-html" || p.alternative > 0 && kind == "text":
		return false
	case kind == "image" && (p.related || p.header["content-id"] != ""):
		return false
	case kind == "text":
		return p.name() != "" || len(bytes.TrimSpace(p.body)) > 0
	}
	return p.kind != "message/delivery-status"
}

// fileName is the name of the part, made up from its place and type where it
// has none.
func (p *mimePart) fileName(n int) string {
	if name := p.name(); name != "" {
		return name
	}
	ext := map[string]string{
		"message/rfc822": ".eml", "text/plain": ".txt", "text/html": ".html", "text/csv": ".csv", "text/markdown": ".md",
		"text/calendar": ".ics", "application/pdf": ".pdf", "application/zip": ".zip",
	}[p.kind]
	return fmt.Sprintf("part %d%s", n+1, ext)
}

// mbox unpacks a mailbox: each mail begins with a line "From " after a blank
// one (RFC 4155); lines of a mail that begin so are quoted with ">".
func (u *unpacker) mbox(f *os.File, prefix string, depth int) error {
	if n, err := mails(f); err != nil {
		return environmentError{err}
	} else if n > u.entries {
		u.entries = 0
		return u.room()
	}
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return environmentError{err}
	}
	r := bufio.NewReaderSize(f, 1<<16)
	n := 0
	var mail bytes.Buffer
	flush := func() error {
		defer mail.Reset()
		if len(bytes.TrimSpace(mail.Bytes())) == 0 {
			return nil
		}
		n++
		return u.add(prefix, fmt.Sprintf("%05d.eml", n), &mail, depth)
	}
	blank, whole := true, true // the last line was blank; this is the start of one
	for {
		line, err := r.ReadSlice('\n')
		if whole && blank && bytes.HasPrefix(line, []byte("From ")) {
			if err := flush(); err != nil {
				return err
			}
		} else if mail.Len() < MaxSize {
			if whole && bytes.HasPrefix(bytes.TrimLeft(line, ">"), []byte("From ")) && line[0] == '>' {
				line = line[1:]
			}
			mail.Write(line)
		}
		if err == io.EOF {
			return flush()
		}
		if err != nil && err != bufio.ErrBufferFull {
			return environmentError{err}
		}
		blank, whole = len(bytes.TrimRight(line, "\r\n")) == 0 && whole, err == nil
	}
}

// mails counts the lines in a mailbox that begin a mail.
func mails(f io.Reader) (int, error) {
	r := bufio.NewReaderSize(f, 1<<16)
	n, whole := 0, true
	for {
		line, err := r.ReadSlice('\n')
		if whole && bytes.HasPrefix(line, []byte("From ")) {
			n++
		}
		if err == io.EOF {
			return n, nil
		}
		if err != nil && err != bufio.ErrBufferFull {
			return n, err
		}
		whole = err == nil
	}
}
