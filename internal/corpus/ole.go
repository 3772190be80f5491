package corpus

import (
	"bytes"
	le "encoding/binary"
	"strconv"
	"time"
	"unicode/utf16"

	"analyze/internal/doc"

	"golang.org/x/text/encoding/charmap"
)

// readOLE reads what old office programs write, compound files (MS-CFB): texts
// of Word 97 to 2003 and mails of Outlook. Others are refused with the reason;
// documents of today's programs are packed so when they are encrypted.
func readOLE(data []byte, d *doc.Document) error {
	if bytes.Contains(data, inUTF16("EncryptedPackage")) {
		return errLocked
	}
	c, err := openCompound(data)
	if err != nil {
		return unread("ole")
	}
	root := c.children(0)
	switch {
	case root["WordDocument"] > 0:
		d.File.Format = "doc"
		return c.readWord(root, d)
	case root["__properties_version1.0"] > 0:
		d.File.Format = "msg"
		return c.readOutlook(root, d)
	case root["Workbook"] > 0 || root["Book"] > 0:
		return unread("xls")
	case root["PowerPoint Document"] > 0:
		return unread("ppt")
	}
	return unread("ole")
}

// inUTF16 returns s in UTF-16, as such files write names.
func inUTF16(s string) []byte {
	var b []byte
	for i := range len(s) {
		b = append(b, s[i], 0)
	}
	return b
}

// A compound is a file system in a file: sectors that tables chain to streams,
// and a directory of these.
type compound struct {
	data         []byte
	sector, mini int // sizes
	fat, minifat []uint32
	dir          []byte
	small        []byte // what streams below cutoff are cut from
	cutoff       int
	page         int // encoding of text that is no UTF-16
}

// lastSector is from where on numbers of sectors are signs: end, free, table.
const lastSector = 0xFFFFFFFA

const dirEntry = 128 // bytes

// le16 and le32 are the numbers at a place of b, 0 beyond its end.
func le16(b []byte, at int) int {
	if at < 0 || at+2 > len(b) {
		return 0
	}
	return int(le.LittleEndian.Uint16(b[at:]))
}

func le32(b []byte, at int) int {
	if at < 0 || at+4 > len(b) {
		return 0
	}
	return int(le.LittleEndian.Uint32(b[at:]))
}

func openCompound(data []byte) (*compound, error) {
	shift, mini := le16(data, 30), le16(data, 32)
	if len(data) < 512 || shift < 7 || shift > 16 || mini < 4 || mini > shift {
		return nil, damaged(errNoCompound)
	}
	c := &compound{data: data, sector: 1 << shift, mini: 1 << mini, cutoff: le32(data, 56)}
	var tables []uint32
	for i := range 109 {
		tables = append(tables, uint32(le32(data, 76+4*i)))
	}
	next := uint32(le32(data, 68))
	for range len(data)/c.sector + 1 { // the table of tables goes on in sectors of its own
		b := c.at(next)
		if b == nil {
			break
		}
		for i := 0; i < c.sector-4; i += 4 {
			tables = append(tables, uint32(le32(b, i)))
		}
		next = uint32(le32(b, c.sector-4))
	}
	for _, t := range tables {
		b := c.at(t)
		if len(c.fat) > len(data)/c.sector+c.sector { // more than there are sectors
			break
		}
		for i := 0; i < len(b); i += 4 {
			c.fat = append(c.fat, uint32(le32(b, i)))
		}
	}
	c.dir = c.chain(uint32(le32(data, 48)))
	mf := c.chain(uint32(le32(data, 60)))
	for i := 0; i+4 <= len(mf); i += 4 {
		c.minifat = append(c.minifat, uint32(le32(mf, i)))
	}
	if len(c.dir) < dirEntry {
		return nil, damaged(errNoCompound)
	}
	c.small = c.chain(uint32(le32(c.dir, 116)))
	return c, nil
}

// at is the sector n, nil where there is none.
func (c *compound) at(n uint32) []byte {
	from := (int(n) + 1) * c.sector
	if n >= lastSector || from >= len(c.data) {
		return nil
	}
	return c.data[from:min(from+c.sector, len(c.data))]
}

// chain reads the sectors from n on. A chain that runs into itself ends.
func (c *compound) chain(n uint32) []byte {
	var out []byte
	for len(out) <= len(c.data) {
		b := c.at(n)
		if b == nil || int(n) >= len(c.fat) {
			return append(out, b...)
		}
		out = append(out, b...)
		n = c.fat[n]
	}
	return out
}

// stream reads the stream of directory entry e; nil for 0.
func (c *compound) stream(e int) []byte {
	if e == 0 {
		return nil
	}
	at := e * dirEntry
	n, size := uint32(le32(c.dir, at+116)), le32(c.dir, at+120)
	if size >= c.cutoff {
		b := c.chain(n)
		return b[:min(size, len(b))]
	}
	var out []byte
	for len(out) < min(size, len(c.data)) && int(n) < len(c.minifat) {
		from := int(n) * c.mini
		if from >= len(c.small) {
			break
		}
		out = append(out, c.small[from:min(from+c.mini, len(c.small))]...)
		n = c.minifat[n]
	}
	return out[:min(size, len(out))]
}

// children are the entries in the folder of entry e, by name.
func (c *compound) children(e int) map[string]int {
	list := map[string]int{}
	seen := map[int]bool{}
	todo := []int{le32(c.dir, e*dirEntry+76)}
	for len(todo) > 0 {
		n := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		at := n * dirEntry
		if n <= 0 || seen[n] || at+dirEntry > len(c.dir) {
			continue
		}
		seen[n] = true
		list[utf16Text(c.dir[at:at+min(64, max(0, le16(c.dir, at+64)-2))])] = n
		todo = append(todo, le32(c.dir, at+68), le32(c.dir, at+72))
	}
	return list
}

// utf16Text decodes UTF-16, in the order of bytes that these files have.
func utf16Text(b []byte) string {
	units := make([]uint16, len(b)/2)
	for i := range units {
		units[i] = le.LittleEndian.Uint16(b[2*i:])
	}
	return string(utf16.Decode(units))
}

// codePages are names of encodings that Windows has numbers for, beside those
// that are called by their number.
var codePages = map[int]string{65001: "utf-8", 932: "shift_jis", 936: "gbk", 949: "euc-kr", 950: "big5", 866: "ibm866", 20866: "koi8-r", 28591: "iso-8859-1", 28592: "iso-8859-2", 28595: "iso-8859-5"}

// pageText decodes bytes in the encoding that Windows gives a number; Windows-1252
// where it is unknown.
func pageText(b []byte, page int) string {
	name := codePages[page]
	if name == "" && (page >= 1250 && page <= 1258 || page == 874) {
		name = "windows-" + strconv.Itoa(page)
	}
	e, _ := encodingOf(name)
	if e == nil {
		e = charmap.Windows1252
	}
	s, _ := decodeWith(b, e)
	return s
}

// fileTime is the day of a number of tenths of microseconds since 1601, "" if
// there is none.
func fileTime(b []byte, at int) (day time.Time, ok bool) {
	if at+8 > len(b) {
		return day, false
	}
	const since1601 = 11644473600 // seconds to 1970
	n := le.LittleEndian.Uint64(b[at:])
	t := time.Unix(int64(n/1e7)-since1601, 0).UTC()
	return t, n > 0 && t.Year() > 1970 && t.Year() < 2200
}

// summary fills the card from the file's properties (MS-OLEPS): title, author
// and the day it was made.
func (c *compound) summary(root map[string]int, m *doc.Meta) {
	b := c.stream(root["\x05SummaryInformation"])
	at, page := le32(b, 44), 0
	text := func(p int) string {
		n := le32(b, p+4)
		if le16(b, p) != 30 || n > len(b) || p+8+n > len(b) || n < 1 {
			return ""
		}
		return oneLine(pageText(bytes.TrimRight(b[p+8:p+8+n], "\x00"), page))
	}
	for i := range min(le32(b, at+4), 100) {
		p := at + le32(b, at+12+8*i)
		switch le32(b, at+8+8*i) {
		case 1:
			page = le16(b, p+4)
		case 2:
			m.Title = text(p)
		case 4:
			if s := text(p); s != "" {
				m.Authors = []string{s}
			}
		case 12:
			if t, ok := fileTime(b, p+4); ok && le16(b, p) == 64 {
				m.Date, m.DateVia = t.Format("2006-01-02"), "file"
			}
		}
	}
}
