package corpus

import (
	"strings"
	"testing"

	"analyze/internal/doc"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// Long enough to tell the encoding by.
var guessed = map[string]struct {
	in   encoding.Encoding
	text string
}{
	"shift_jis":    {japanese.ShiftJIS, inLanguages["ja"]},
	"euc-jp":       {japanese.EUCJP, inLanguages["ja"]},
	"euc-kr":       {korean.EUCKR, inLanguages["ko"]},
	"gb":           {simplifiedchinese.GBK, inLanguages["zh"]},
	"big5":         {traditionalchinese.Big5, "委員會在舊禮堂開會，聽取了各家庭關於收成的意見，並且決定明年再來。"},
	"windows-1251": {charmap.Windows1251, inLanguages["ru"]},
	"koi8-r":       {charmap.KOI8R, inLanguages["ru"]},
	"windows-1253": {charmap.Windows1253, inLanguages["el"]},
	"windows-1255": {charmap.Windows1255, inLanguages["he"]},
	"windows-1252": {charmap.Windows1252, inLanguages["fr"]},
}

// An encoding that a file does not name is told from its bytes; every character
// leads back to its bytes.
func TestGuess(t *testing.T) {
	for name, c := range guessed {
		text := strings.Repeat(c.text+"\n", 20)
		raw, err := c.in.NewEncoder().String(text)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		d := &doc.Document{}
		if err := readText([]byte(raw), d); err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if d.Text != text {
			t.Errorf("%s: read as %s: %.80q", name, d.File.Encoding, d.Text)
			continue
		}
		lines := strings.Count(text, "\n")
		for i := range lines {
			at := len(text) / lines * i
			if s := d.Raw.Source(at); s != len(raw)/lines*i {
				t.Errorf("%s: line %d begins at %d, want %d", name, i, s, len(raw)/lines*i)
				break
			}
		}
	}
}

// A header that names an encoding is believed where the bytes allow it.
func TestReadCharset(t *testing.T) {
	for name, c := range map[string]struct{ data, charset, text, encoding string }{
		"right":         {"\xcc\xee\xf1\xea\xe2\xe0", "windows-1251", "Москва", "windows-1251"},
		"other name":    {"\xcc\xee\xf1\xea\xe2\xe0", "CP1251", "Москва", "windows-1251"},
		"UTF-8 instead": {"Москва", "koi8-r", "Москва", "utf-8"},
		"not known":     {"plain", "x-klingon", "plain", "utf-8"},
		"none":          {"plain", "", "plain", "utf-8"},
		"does not fit":  {"caf\xe9 cr\xe8me br\xfbl\xe9e", "shift_jis", "café crème brûlée", "windows-1252"},
		"old mainframe": {"\xc8\x85\x93\x93\x96", "ibm037", "Hello", "ibm037"},
	} {
		d := &doc.Document{}
		if err := readCharset([]byte(c.data), c.charset, d); err != nil || d.Text != c.text || d.File.Encoding != c.encoding {
			t.Errorf("%s: got %q in %s, %v", name, d.Text, d.File.Encoding, err)
		}
	}
}
