package pdf

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

func TestLexer(t *testing.T) {
	for src, want := range map[string]object{
		"12":                       12,
		"-3.5":                     -3.5,
		".5":                       0.5,
		"+7":                       7,
		"12-34 ":                   12,
		"/A#20b":                   name("A b"),
		"/":                        name(""),
		"(a(b)\\)\\n\\101\\\r\nc)": str("a(b))\nAc"),
		"(open":                    str("open"),
		"<48 6 5 7>":               str("Hep"),
		"<4":                       str("@"),
		"true":                     true,
		"null":                     nil,
		"[1 0 R 2 /x]":             array{ref{1, 0}, 2, name("x")},
		"<</A 1/B[2]/C 3 0 R>>":    dict{"A": 1, "B": array{2}, "C": ref{3, 0}},
		"<</A>>":                   dict{},
		"% remark\n5":              5,
		"":                         end{},
		"Tj":                       keyword("Tj"),
	} {
		if got := (&lexer{data: []byte(src)}).read(0); !reflect.DeepEqual(got, want) {
			t.Errorf("%q: %#v, want %#v", src, got, want)
		}
	}
	for _, s := range []string{strings.Repeat("[", 1e5), strings.Repeat("<</A ", 1e5), strings.Repeat("(", 1e5)} {
		(&lexer{data: []byte(s)}).read(0) // ends
	}
}

func TestFilters(t *testing.T) {
	var packed bytes.Buffer
	w := zlib.NewWriter(&packed)
	_, _ = w.Write([]byte("men came home"))
	_ = w.Close()
	f := &File{}
	for _, c := range []struct {
		filter     name
		data, want string
	}{
		{"FlateDecode", packed.String(), "men came home"},
		{"FlateDecode", packed.String()[:packed.Len()-6], "men came home"},
		{"ASCIIHexDecode", "6d 65 6E>", "men"},
		{"ASCII85Decode", "9jqo^BlbD-BleB1DJ+*+F(f,q~>", "Man is distinguished"},
		{"ASCII85Decode", "z~>", "\x00\x00\x00\x00"},
		{"RunLengthDecode", "\x02men\xFEa\x80zz", "menaaa"},
		{"LZWDecode", "\x80\x0B\x60\x50\x22\x0C\x0C\x85\x01", "-----A---B"},
	} {
		got, err := f.filter(c.filter, []byte(c.data), nil)
		if err != nil || string(got) != c.want {
			t.Errorf("%s: %q, %v, want %q", c.filter, got, err, c.want)
		}
	}
	if _, err := f.filter("DCTDecode", nil, nil); err == nil {
		t.Error("a picture is decoded")
	}
}

func TestPredictors(t *testing.T) {
	f := &File{}
	for kind, data := range map[int]string{10: "\x00abc\x00def", 11: "\x01a\x01\x01\x01d\x01\x01", 12: "\x00abc\x02\x03\x03\x03", 14: "\x04a\x01\x01\x04\x03\x01\x01"} {
		got := f.predict([]byte(data), dict{"Predictor": kind, "Columns": 3})
		if string(got) != "abcdef" {
			t.Errorf("predictor %d: %q", kind, got)
		}
	}
	if got := f.predict([]byte("a\x01\x01d\x01\x01"), dict{"Predictor": 2, "Columns": 3}); string(got) != "abcdef" {
		t.Errorf("TIFF: %q", got)
	}
}

func TestCMap(t *testing.T) {
	f := &File{}
	m := f.parseCMap([]byte(`1 begincodespacerange <00> <7F> endcodespacerange 1 begincodespacerange <8140> <FEFE> endcodespacerange
		2 beginbfchar <01> <0041> <02> <D83DDE00> endbfchar
		2 beginbfrange <10> <12> <0061> <20> <21> [<0078> <0066 0069>] endbfrange
		1 begincidrange <8140> <8150> 100 endcidrange 1 begincidchar <7F> 7 endcidchar`))
	for code, want := range map[string]string{"\x01": "A", "\x02": "😀", "\x11": "b", "\x12": "c", "\x20": "x", "\x21": "fi"} {
		if got, ok := m.text(code); !ok || got != want {
			t.Errorf("%x: %q, want %q", code, got, want)
		}
	}
	if _, ok := m.text("\x13"); ok {
		t.Error("a code without text has one")
	}
	if n := m.codeLen("\x81\x40"); n != 2 {
		t.Errorf("length %d, want 2", n)
	}
	if n := m.codeLen("\x41\x40"); n != 1 {
		t.Errorf("length %d, want 1", n)
	}
	if v, ok := m.cid("\x81\x42"); !ok || v != 102 {
		t.Errorf("cid %d", v)
	}
	var none *cmap
	if _, ok := none.text("a"); ok {
		t.Error("no map has text")
	}
}

func TestGlyphNames(t *testing.T) {
	for n, want := range map[string]string{
		"A": "A", "space": " ", "Aacute": "Á", "ccedilla": "ç", "scaron": "š", "uni00E9": "é", "uni00660069": "fi", "u1F600": "😀", "fi": "fi", "f_f_i": "ffi",
		"one.oldstyle": "1", "quoteright": "’", "endash": "–", "afii10017": "А", "afii10023": "Ё", "afii10072": "ж", "Asmall": "A", "g123": "", "": "", "Lslash": "Ł",
	} {
		if got := glyphText(n); got != want {
			t.Errorf("%s: %q, want %q", n, got, want)
		}
	}
}

// Files that open without a password are read, whatever their encryption.
func TestEncrypted(t *testing.T) {
	files, err := filepath.Glob("testdata/*.pdf")
	if err != nil || len(files) < 6 {
		t.Fatalf("%v, %v", files, err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		f, err := Open(data)
		if strings.HasSuffix(file, "locked.pdf") {
			if !errors.Is(err, ErrLocked) {
				t.Errorf("%s: %v, want ErrLocked", file, err)
			}
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", file, err)
			continue
		}
		if got := textOf(t, f); got != "The men came home." || f.Info("Title") != "On returns" {
			t.Errorf("%s: %q, title %q", file, got, f.Info("Title"))
		}
	}
}

func textOf(t *testing.T, f *File) string {
	t.Helper()
	var b strings.Builder
	for i := range f.Pages() {
		p, err := f.Page(i)
		if err != nil {
			t.Fatal(err)
		}
		for _, g := range p.Glyphs {
			b.WriteString(g.Text)
		}
	}
	return b.String()
}

// page makes a file of one page with a content, a font and further entries.
func page(content, font, entries string) []byte {
	return []byte(fmt.Sprintf("%%PDF-1.4\n1 0 obj<</Pages 2 0 R>>endobj 2 0 obj<</Kids[3 0 R]/MediaBox[0 0 200 100]%s>>endobj 3 0 obj<</Type/Page/Resources<</Font<</F 4 0 R>>>>/Contents 5 0 R>>endobj 4 0 obj<<%s>>endobj 5 0 obj<<>>stream\n%s\nendstream endobj trailer<</Root 1 0 R>>", entries, font, content))
}

const helvetica = "/Subtype/Type1/BaseFont/Helvetica"

func TestPlaces(t *testing.T) {
	for name, c := range map[string]struct {
		content, entries string
		want             Glyph
	}{
		"place":    {"BT /F 10 Tf 20 30 Td (A) Tj ET", "", Glyph{X: 20, Y: 30, W: 6.67, Size: 10}},
		"matrix":   {"2 0 0 2 5 5 cm BT /F 10 Tf 20 30 Td (A) Tj ET", "", Glyph{X: 45, Y: 65, W: 13.34, Size: 20}},
		"saved":    {"q 2 0 0 2 0 0 cm Q BT /F 10 Tf 1 0 0 1 20 30 Tm (A) Tj ET", "", Glyph{X: 20, Y: 30, W: 6.67, Size: 10}},
		"leading":  {"BT /F 10 Tf 12 TL 20 30 Td T* (A) Tj ET", "", Glyph{X: 20, Y: 18, W: 6.67, Size: 10}},
		"rise":     {"BT /F 10 Tf 4 Ts 20 30 Td (A) Tj ET", "", Glyph{X: 20, Y: 34, W: 6.67, Size: 10}},
		"stretch":  {"BT /F 10 Tf 50 Tz 20 30 Td (A) Tj ET", "", Glyph{X: 20, Y: 30, W: 3.335, Size: 10}},
		"turned":   {"BT /F 10 Tf 0 1 -1 0 20 30 Tm (A) Tj ET", "", Glyph{X: 20, Y: 30, W: 6.67, Size: 10, Turn: 1}},
		"rotated":  {"BT /F 10 Tf 20 30 Td (A) Tj ET", "/Rotate 90", Glyph{X: 30, Y: 180, W: 6.67, Size: 10, Turn: 3}},
		"crop":     {"BT /F 10 Tf 20 30 Td (A) Tj ET", "/CropBox[10 10 100 90]", Glyph{X: 10, Y: 20, W: 6.67, Size: 10}},
		"hidden":   {"BT /F 10 Tf 3 Tr 20 30 Td (A) Tj ET", "", Glyph{X: 20, Y: 30, W: 6.67, Size: 10, Hidden: true}},
		"inline":   {"BI /W 1 ID \x00 EI\xFF\x01 EI BT /F 10 Tf 20 30 Td (A) Tj ET", "", Glyph{X: 20, Y: 30, W: 6.67, Size: 10}},
		"artifact": {"/Artifact BMC BT /F 10 Tf 20 30 Td (A) Tj ET EMC", "", Glyph{X: 20, Y: 30, W: 6.67, Size: 10, Artifact: true}},
	} {
		t.Run(name, func(t *testing.T) {
			f, err := Open(page(c.content, helvetica, c.entries))
			if err != nil {
				t.Fatal(err)
			}
			p, err := f.Page(0)
			if err != nil || len(p.Glyphs) != 1 {
				t.Fatalf("%v, %+v", err, p)
			}
			g := p.Glyphs[0]
			near := math.Abs(g.X-c.want.X)+math.Abs(g.Y-c.want.Y)+math.Abs(g.W-c.want.W)+math.Abs(g.Size-c.want.Size) < 0.01
			if g.Text != "A" || !near || g.Turn != c.want.Turn || g.Hidden != c.want.Hidden || g.Artifact != c.want.Artifact {
				t.Errorf("got %+v, want %+v", g, c.want)
			}
		})
	}
}

func TestFonts(t *testing.T) {
	for name, c := range map[string]struct{ font, shown, want string }{
		"standard":    {helvetica, "(a'\\256)", "a’fi"},
		"windows":     {helvetica + "/Encoding/WinAnsiEncoding", "(a'\\226)", "a'–"},
		"differences": {helvetica + "/Encoding<</Differences[97/eacute/uni0416 120/f_i]>>", "(abx)", "éЖfi"},
		"symbol":      {"/Subtype/Type1/BaseFont/Symbol", "(abW)", "αβΩ"},
		"utf16":       {"/Subtype/Type0/Encoding/UniGB-UCS2-H/DescendantFonts[<<>>]", "<4E2D6587>", "中文"},
		"gb":          {"/Subtype/Type0/Encoding/GBK-EUC-H/DescendantFonts[<<>>]", "<D6D0 41>", "中A"},
		"type 3":      {"/Subtype/Type3/FontMatrix[.01 0 0 .01 0 0]/FirstChar 97/Widths[50]/Encoding<</Differences[97/a97]>>", "(a)", "a"},
	} {
		f, err := Open(page("BT /F 10 Tf 20 30 Td "+c.shown+" Tj ET", c.font, ""))
		if err != nil {
			t.Fatal(err)
		}
		if got := textOf(t, f); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
	// Codes without a meaning are counted.
	f, err := Open(page("BT /F 10 Tf <00010002> Tj ET", "/Subtype/Type0/Encoding/Identity-H/DescendantFonts[<<>>]", ""))
	if err != nil {
		t.Fatal(err)
	}
	if p, err := f.Page(0); err != nil || p.Unmapped != 2 || len(p.Glyphs) != 0 {
		t.Errorf("%v, %+v", err, p)
	}
}

func TestText(t *testing.T) {
	for s, want := range map[string]string{"a\x92": "a™", "\xFE\xFF\x00C\x00\xF4": "Cô", "\xFF\xFEC\x00": "C", "\xEF\xBB\xBFCô": "Cô", "": ""} {
		if got := pdfText(s); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}

func FuzzOpen(f *testing.F) {
	f.Add(page("BT /F 10 Tf 20 30 Td [(A) 200 (b)] TJ ET /X Do", helvetica, "/Rotate 90"))
	files, _ := filepath.Glob("testdata/*.pdf")
	for _, name := range files {
		if data, err := os.ReadFile(name); err == nil {
			f.Add(data)
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := Open(data)
		if err != nil {
			return
		}
		for i := range min(file.Pages(), 20) {
			p, err := file.Page(i)
			if err != nil {
				return
			}
			for _, g := range p.Glyphs {
				if bad(g.X) || bad(g.Y) || bad(g.W) || g.Turn > 4 || g.Text == "" {
					t.Fatalf("glyph %+v", g)
				}
			}
		}
	})
}
