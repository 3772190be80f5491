package corpus

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"analyze/internal/doc"
	"analyze/internal/text"

	"github.com/wlynxg/chardet"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/ianaindex"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	wide "golang.org/x/text/encoding/unicode/utf32"
	"golang.org/x/text/transform"
)

var utf32Encoding = wide.UTF32(wide.LittleEndian, wide.ExpectBOM)

// escaped tells the encodings that write other scripts in plain letters between
// escape sequences; nil if data is in none of them.
func escaped(data []byte) (encoding.Encoding, string) {
	if bytes.IndexByte(data, 0x1b) < 0 {
		return nil, ""
	}
	for _, sequence := range []string{"\x1b$B", "\x1b$@", "\x1b(J"} {
		if bytes.Contains(data, []byte(sequence)) {
			return japanese.ISO2022JP, "iso-2022-jp"
		}
	}
	return nil, ""
}

// encodingOf finds an encoding by the name that a file or a header has for it;
// nil if it is not known.
func encodingOf(name string) (encoding.Encoding, string) {
	name = strings.Trim(strings.ToLower(name), " \t\"'")
	if name == "" {
		return nil, ""
	}
	if e, err := htmlindex.Get(name); err == nil {
		if known, err := htmlindex.Name(e); err == nil {
			name = known
		}
		return e, name
	}
	if e, err := ianaindex.IANA.Encoding(name); err == nil && e != nil {
		return e, name
	}
	return nil, ""
}

// sureNarrow is how sure the guess of an encoding must be that takes one byte a
// character.
const sureNarrow = 0.6

// guess tells the encoding of data that is no UTF-8; Windows-1252 where nothing
// is sure.
func guess(data []byte) (encoding.Encoding, string) {
	head := data[:min(len(data), 1<<16)]
	g := chardet.Detect(head)
	e, name := encodingOf(g.Encoding)
	switch {
	case e == nil:
	case several(e):
		if high(head)*10 > len(head) && decodes(head, e) && eastern(head, e) {
			return e, name
		}
	case g.Confidence > sureNarrow:
		if _, ok := e.(*charmap.Charmap); ok {
			return e, name
		}
	}
	return charmap.Windows1252, "windows-1252"
}

// several reports whether e writes characters with several bytes.
func several(e encoding.Encoding) bool {
	switch e {
	case japanese.ShiftJIS, japanese.EUCJP, korean.EUCKR, traditionalchinese.Big5, simplifiedchinese.GBK, simplifiedchinese.GB18030:
		return true
	}
	return false
}

// high counts the bytes beyond ASCII.
func high(data []byte) int {
	n := 0
	for _, c := range data {
		if c >= 0x80 {
			n++
		}
	}
	return n
}

// eastern reports whether data in e is text of the languages that need several
// bytes a character.
func eastern(data []byte, e encoding.Encoding) bool {
	s, _ := decodeWith(data, e)
	tag, _ := identify(s)
	return tag == "ja" || tag == "zh" || tag == "ko"
}

// decodes reports whether data makes sense in e: less than one character in a
// hundred is damaged.
func decodes(data []byte, e encoding.Encoding) bool {
	s, _ := decodeWith(data, e)
	return strings.Count(s, "\uFFFD")*100 < utf8.RuneCountInString(s)
}

// readCharset reads text whose header names an encoding, which may be "", not
// known, or wrong.
func readCharset(data []byte, charset string, d *doc.Document) error {
	e, name := encodingOf(charset)
	if e == nil || name == "utf-8" || name == "utf-16le" || name == "utf-16be" || name == "replacement" || name == "x-user-defined" {
		return readText(data, d)
	}
	if bad := invalid(data); high(data) > 0 && bad == 0 || binary(data) || !decodes(data[:min(len(data), 1<<16)], e) {
		return readText(data, d) // sequences of UTF-8 do not come about by chance
	}
	d.File.Encoding = name
	d.Text, d.Raw = decodeWith(data, e)
	return nil
}

// decodeWith decodes data with a map back to it.
func decodeWith(data []byte, e encoding.Encoding) (string, text.Map) {
	if page, ok := e.(*charmap.Charmap); ok {
		return decodePage(data, page)
	}
	t := e.NewDecoder().Transformer
	fast := several(e) // letters of ASCII stand for themselves
	b := newDecoder(len(data))
	for i := 0; i < len(data); {
		if c := data[i]; fast && c < 0x80 {
			b.rune(rune(c), 1)
			i++
			continue
		}
		s, n := character(t, data[i:])
		b.text(s, n)
		i += n
	}
	return b.done()
}

// character decodes the first character of data, or the escape sequence there,
// and returns how many bytes it takes.
func character(t transform.Transformer, data []byte) (string, int) {
	var dst [16]byte
	for n := 1; n <= min(len(data), 8); n++ {
		wrote, read, err := t.Transform(dst[:], data[:n], n == len(data))
		if read > 0 {
			return string(dst[:wrote]), read
		}
		if err != nil && err != transform.ErrShortSrc {
			break
		}
	}
	return "\uFFFD", 1
}
