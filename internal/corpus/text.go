package corpus

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"analyze/internal/doc"
	"analyze/internal/text"

	"golang.org/x/text/encoding/charmap"
)

// readText reads plain text in any encoding that can be told from its bytes. Text
// in UTF-8 is kept byte for byte, byte order mark and line ends included.
func readText(data []byte, d *doc.Document) error {
	if utf32(data) {
		d.File.Encoding = "utf-32"
		d.Text, d.Raw = decodeWith(data, utf32Encoding)
		return nil
	}
	if wide, order := utf16Order(data); wide {
		d.File.Encoding = "utf-16" + map[bool]string{true: "be", false: "le"}[order]
		d.Text, d.Raw = decodeUTF16(data, order)
		return nil
	}
	if binary(data) {
		return unread(sniffBinary(data[:min(len(data), headSize)]))
	}
	return decodeBytes(data, d)
}

// decodeBytes reads text that is neither UTF-16 nor UTF-32.
func decodeBytes(data []byte, d *doc.Document) error {
	e, name := escaped(data)
	if bad := invalid(data); e == nil && bad == 0 {
		d.File.Encoding = "utf-8"
		d.Text = string(data)
		return nil
	} else if e == nil && mostlyUTF8(data, bad) {
		d.File.Encoding = "utf-8"
		d.Text, d.Raw = replaceInvalid(data)
		d.Problemf(doc.Span{}, fmt.Sprintf("%d bytes are no UTF-8 and were replaced by \uFFFD", bad))
		return nil
	}
	if e == nil {
		e, name = guess(data)
	}
	d.File.Encoding = name
	d.Text, d.Raw = decodeWith(data, e)
	d.Problemf(doc.Span{}, "the file does not say its encoding; read as "+name)
	return nil
}

// utf16Order reports whether data is UTF-16, and whether its high byte comes
// first: by byte order mark, or by zero bytes that stand on one side only.
func utf16Order(data []byte) (wide, bigEndian bool) {
	switch {
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE}):
		return true, false
	case bytes.HasPrefix(data, []byte{0xFE, 0xFF}):
		return true, true
	}
	head := data[:min(len(data), 4096)]
	var zero [2]int
	for i, b := range head {
		if b == 0 {
			zero[i%2]++
		}
	}
	half := len(head) / 2
	switch {
	case half < 4:
		return false, false
	case zero[1] > half*7/10 && zero[0] <= half/20:
		return true, false
	case zero[0] > half*7/10 && zero[1] <= half/20:
		return true, true
	}
	return false, false
}

func decodeUTF16(data []byte, bigEndian bool) (string, text.Map) {
	unit := func(i int) rune {
		a, b := rune(data[i]), rune(data[i+1])
		if bigEndian {
			a, b = b, a
		}
		return a | b<<8
	}
	b := newDecoder(len(data))
	for i := 0; i+1 < len(data); {
		r, n := unit(i), 2
		if utf16.IsSurrogate(r) {
			full := rune(utf8.RuneError)
			if i+3 < len(data) {
				full = utf16.DecodeRune(r, unit(i+2))
			}
			if r = full; full != utf8.RuneError {
				n = 4
			}
		}
		b.rune(r, n)
		i += n
	}
	if len(data)%2 == 1 {
		b.rune(utf8.RuneError, 1)
	}
	return b.done()
}

// binary reports whether data looks like no text at all: zero bytes, or many
// control characters that text does not use.
func binary(data []byte) bool {
	head := data[:min(len(data), 1<<16)]
	control := 0
	for _, b := range head {
		if b == 0 {
			return true
		}
		if b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != '\v' && b != 0x1b {
			control++
		}
	}
	return control*50 > len(head)
}

// invalid counts the bytes of data that are no part of a UTF-8 sequence.
func invalid(data []byte) int {
	n := 0
	for len(data) > 0 {
		r, size := utf8.DecodeRune(data)
		if r == utf8.RuneError && size == 1 {
			n++
		}
		data = data[size:]
	}
	return n
}

// mostlyUTF8 reports whether data with bad invalid bytes is damaged UTF-8
// rather than another encoding: it has whole sequences, more than damage.
func mostlyUTF8(data []byte, bad int) bool {
	whole := 0
	for rest := data; len(rest) > 0; {
		r, size := utf8.DecodeRune(rest)
		if size > 1 && r != utf8.RuneError {
			whole++
		}
		rest = rest[size:]
	}
	return whole > bad
}

func replaceInvalid(data []byte) (string, text.Map) {
	b := newDecoder(len(data))
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		b.rune(r, size)
		i += size
	}
	return b.done()
}

func decodePage(data []byte, page *charmap.Charmap) (string, text.Map) {
	b := newDecoder(len(data))
	for _, c := range data {
		b.rune(page.DecodeByte(c), 1)
	}
	return b.done()
}

// A decoder collects decoded characters and where they came from.
type decoder struct {
	out  strings.Builder
	at   int
	segs []text.Seg
}

func newDecoder(size int) *decoder {
	d := &decoder{}
	d.out.Grow(size + size/8)
	return d
}

// rune adds r, which the source writes with n bytes.
func (d *decoder) rune(r rune, n int) {
	d.mark()
	d.out.WriteRune(r)
	d.at += n
}

// text adds s, which the source writes with n bytes.
func (d *decoder) text(s string, n int) {
	d.mark()
	d.out.WriteString(s)
	d.at += n
}

// mark notes where view and source have parted.
func (d *decoder) mark() {
	if len(d.segs) == 0 {
		d.segs = append(d.segs, text.Seg{})
	}
	last := d.segs[len(d.segs)-1]
	if d.out.Len()-last.View != d.at-last.Source {
		d.segs = append(d.segs, text.Seg{View: d.out.Len(), Source: d.at})
	}
}

func (d *decoder) done() (string, text.Map) {
	if len(d.segs) <= 1 && d.out.Len() == d.at {
		return d.out.String(), text.Map{}
	}
	return d.out.String(), text.Map{Segs: append(d.segs, text.Seg{View: d.out.Len(), Source: d.at})}
}
