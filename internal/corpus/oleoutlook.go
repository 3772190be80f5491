package corpus

import (
	"fmt"
	"strings"

	"analyze/internal/doc"
)

// readOutlook reads a mail that Outlook saved (MS-OXMSG): a folder of streams
// that are named by the number of a property and its type.
func (c *compound) readOutlook(root map[string]int, d *doc.Document) error {
	h := mimeHeader{}
	props := c.stream(root["__properties_version1.0"])
	for at := 32; at+16 <= len(props); at += 16 {
		if tag := le32(props, at); tag == 0x3FDE0003 || tag == 0x3FFD0003 && c.page == 0 {
			c.page = le32(props, at+8)
		}
	}
	set := func(name, value string) {
		if value = oneLine(strings.Trim(value, "\x00")); value != "" {
			h[name] = value
		}
	}
	set("subject", c.property(root, "0037"))
	set("from", outlookAddress(c.property(root, "0C1A"), firstOf(c.property(root, "5D01"), c.property(root, "0C1F"))))
	set("to", c.property(root, "0E04"))
	set("cc", c.property(root, "0E03"))
	for at := 32; at+16 <= len(props); at += 16 {
		if tag := le32(props, at); tag == 0x00390040 || tag == 0x0E060040 && h["date"] == "" {
			if t, ok := fileTime(props, at+8); ok {
				h["date"] = t.Format("Mon, 2 Jan 2006 15:04:05 -0700")
			}
		}
	}
	mailCard(h, &d.File)
	head := mailHead(h)
	d.Marks = append(d.Marks, doc.Mark{Span: doc.Span{Start: 0, End: len(head)}, Kind: doc.MarkMeta})
	body := strings.Trim(strings.ReplaceAll(c.property(root, "1000"), "\r\n", "\n"), "\x00")
	if strings.TrimSpace(body) == "" {
		if err := c.outlookPage(root, d, head); err != nil {
			return err
		}
	} else {
		d.Text = head + strings.ToValidUTF8(body, "\uFFFD")
		quoteMail(d, len(head))
	}
	if n := attachedTo(root); n > 0 {
		d.Unreadf(doc.Span{}, fmt.Sprintf("what is attached (%d) was not read: save the mail as .eml to have it read, or add it by itself", n))
	}
	return nil
}

// outlookPage reads the body as a page.
func (c *compound) outlookPage(root map[string]int, d *doc.Document, head string) error {
	page := c.stream(root["__substg1.0_10130102"])
	if len(page) == 0 {
		page = []byte(c.property(root, "1013"))
	}
	inner := &doc.Document{}
	if len(page) == 0 || readPage(page, "", inner) != nil || strings.TrimSpace(inner.Text) == "" {
		return &Unreadable{"the mail holds no text that can be read (Outlook keeps it as Rich Text)", "open it in Outlook and save it as .eml, .html or .txt"}
	}
	d.Text, d.File.Encoding = head+inner.Text, inner.File.Encoding
	for _, m := range inner.Marks {
		m.Start, m.End = m.Start+len(head), m.End+len(head)
		d.Marks = append(d.Marks, m)
	}
	return nil
}

// property is a property of text by its number in hexadecimals; "" if there is
// none.
func (c *compound) property(root map[string]int, number string) string {
	if e := root["__substg1.0_"+number+"001F"]; e > 0 {
		return utf16Text(c.stream(e))
	}
	return pageText(c.stream(root["__substg1.0_"+number+"001E"]), c.page)
}

// outlookAddress sets a name and an address as the header of a mail does.
func outlookAddress(name, address string) string {
	name = strings.Trim(oneLine(name), "\"\x00")
	address = strings.Trim(oneLine(address), "\x00")
	switch {
	case !strings.Contains(address, "@") || strings.HasPrefix(address, "/"): // a name within an office
		return name
	case name == "" || name == address:
		return address
	}
	return `"` + strings.ReplaceAll(name, `"`, "'") + `" <` + address + ">"
}

// attachedTo counts the attachments.
func attachedTo(root map[string]int) int {
	n := 0
	for name := range root {
		if strings.HasPrefix(name, "__attach_version1.0_") {
			n++
		}
	}
	return n
}
