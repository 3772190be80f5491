package pdf

import (
	"bytes"
	"strings"
	"unicode/utf16"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// A font says what the codes of a string mean and how wide their signs are.
type font struct {
	composite bool
	toUnicode *cmap
	codes     *cmap             // of a composite font: codes to glyphs
	wide      encoding.Encoding // codes are characters of this encoding
	utf16     bool
	simple    [256]string
	widths    map[int]float64
	width     float64 // of signs that widths leaves out
	scale     float64 // of widths to the size of the font
	bold      bool
	italic    bool
	mono      bool
}

// font returns the font of a resource.
func (f *File) font(o object) *font {
	r, isRef := o.(ref)
	if isRef {
		if ft, ok := f.fonts[r]; ok {
			return ft
		}
	}
	ft := f.readFont(f.dict(o))
	if isRef {
		f.fonts[r] = ft
	}
	return ft
}

func (f *File) readFont(d dict) *font {
	ft := &font{widths: map[int]float64{}, scale: 0.001}
	base, _ := f.resolve(d["BaseFont"]).(name)
	kind, _ := f.resolve(d["Subtype"]).(name)
	ft.looks(string(base))
	if s, ok := f.resolve(d["ToUnicode"]).(*stream); ok {
		if data, err := f.decode(s); err == nil {
			ft.toUnicode = f.parseCMap(data)
		}
	}
	if kind == "Type0" {
		f.readComposite(ft, d)
		return ft
	}
	desc := f.dict(d["FontDescriptor"])
	f.describe(ft, desc)
	f.simpleEncoding(ft, d, desc, string(base))
	f.simpleWidths(ft, d, desc, string(base))
	if kind == "Type3" {
		if m := f.array(d["FontMatrix"]); len(m) == 6 {
			if v, ok := f.number(m[0]); ok && v != 0 {
				ft.scale = v
			}
		}
	}
	return ft
}

// looks reads what the name of a font says of its looks.
func (ft *font) looks(base string) {
	low := strings.ToLower(base)
	if at := strings.IndexByte(low, '+'); at == 6 {
		low = low[7:]
	}
	for _, w := range []string{"bold", "black", "heavy", "demi", "-bd", "cmbx", "sfbx", "cmssbx", "-medi"} {
		ft.bold = ft.bold || strings.Contains(low, w)
	}
	ft.italic = strings.Contains(low, "italic") || strings.Contains(low, "oblique") || strings.HasPrefix(low, "cmti")
	ft.mono = strings.Contains(low, "courier") || strings.Contains(low, "mono") || strings.HasPrefix(low, "cmtt")
}

func (f *File) describe(ft *font, desc dict) {
	flags, _ := f.resolve(desc["Flags"]).(int)
	ft.mono = ft.mono || flags&1 != 0
	ft.italic = ft.italic || flags&64 != 0
	ft.bold = ft.bold || flags&(1<<18) != 0
	if w, ok := f.number(desc["FontWeight"]); ok && w >= 600 {
		ft.bold = true
	}
}

// simpleEncoding fills what the codes of a simple font mean.
func (f *File) simpleEncoding(ft *font, d, desc dict, baseFont string) {
	enc := f.resolve(d["Encoding"])
	baseName, _ := enc.(name)
	var differences array
	if e, ok := enc.(dict); ok {
		baseName, _ = f.resolve(e["BaseEncoding"]).(name)
		differences = f.array(e["Differences"])
	}
	flags, _ := f.resolve(desc["Flags"]).(int)
	table := ft.baseTable(baseName, baseFont, flags&4 != 0)
	for c := range 256 {
		ft.simple[c] = table(byte(c))
	}
	if baseName == "" {
		if s, ok := f.resolve(desc["FontFile"]).(*stream); ok {
			if data, err := f.decode(s); err == nil {
				ft.builtIn(data)
			}
		}
	}
	code := 0
	for _, o := range differences {
		switch v := f.resolve(o).(type) {
		case int:
			code = v
		case name:
			if code >= 0 && code < 256 {
				if ft.simple[code] = glyphText(string(v)); ft.simple[code] == "" {
					ft.simple[code] = texSign(code)
				}
			}
			code++
		}
	}
}

// texSign returns the sign that a code most likely means where its name says
// nothing: that of ASCII, and below it the ligatures of TeX's fonts.
func texSign(code int) string {
	switch {
	case code >= 11 && code <= 15:
		return []string{"ff", "fi", "fl", "ffi", "ffl"}[code-11]
	case code > ' ' && code < 0x7F:
		return string(rune(code))
	}
	return ""
}

// baseTable returns the encoding of a name.
func (ft *font) baseTable(n name, baseFont string, symbolic bool) func(byte) string {
	low := strings.ToLower(baseFont)
	page := func(m *charmap.Charmap) func(byte) string {
		return func(c byte) string {
			if c < ' ' {
				return ""
			}
			r := m.DecodeByte(c)
			if r == 0xFFFD {
				return "•"
			}
			return string(r)
		}
	}
	switch {
	case n == "WinAnsiEncoding":
		return page(charmap.Windows1252)
	case n == "MacRomanEncoding":
		return page(charmap.Macintosh)
	case strings.Contains(low, "zapfdingbats") || strings.Contains(low, "wingdings"):
		return func(c byte) string {
			if c <= ' ' {
				return " "
			}
			return "•"
		}
	case strings.HasSuffix(low, "symbol"):
		return symbolSign
	case symbolic && n == "":
		return page(charmap.Windows1252)
	}
	return func(c byte) string {
		switch {
		case c == '\'':
			return "’"
		case c == '`':
			return "‘"
		case c >= ' ' && c < 0x7F:
			return string(rune(c))
		}
		return standardHigh[c]
	}
}

func symbolSign(c byte) string {
	switch {
	case c >= 'A' && c <= 'Z':
		return string([]rune(symbolUpper)[c-'A'])
	case c >= 'a' && c <= 'z':
		return string([]rune(symbolLower)[c-'a'])
	case c >= ' ' && c < 0x7F:
		return string(rune(c))
	}
	return map[byte]string{0xB7: "•", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xA3: "≤", 0xB4: "×", 0xBA: "≡", 0xBB: "≈", 0xB9: "≠", 0xAE: "→", 0xA5: "∞", 0xD7: "⋅", 0xA0: "€", 0xE5: "∑", 0xD6: "√"}[c]
}

// builtIn reads the encoding that a font of Type 1 has of its own: "dup 65 /A
// put" in the part that is not encrypted.
func (ft *font) builtIn(data []byte) {
	if at := bytes.Index(data, []byte("eexec")); at > 0 {
		data = data[:at]
	}
	at := bytes.Index(data, []byte("/Encoding"))
	if at < 0 || bytes.HasPrefix(bytes.TrimSpace(data[at+9:]), []byte("StandardEncoding")) {
		return
	}
	l := &lexer{data: data[at:]}
	for range 4096 {
		switch k := l.next(0).(type) {
		case end:
			return
		case keyword:
			if k == "def" || k == "readonly" {
				return
			}
			if k != "dup" {
				continue
			}
			code, ok := l.next(0).(int)
			n, ok2 := l.next(0).(name)
			if ok && ok2 && code >= 0 && code < 256 {
				ft.simple[code] = glyphText(string(n))
			}
		}
	}
}

func (f *File) simpleWidths(ft *font, d, desc dict, baseFont string) {
	low := strings.ToLower(baseFont)
	ft.width, _ = f.number(desc["MissingWidth"])
	firstChar, _ := f.resolve(d["FirstChar"]).(int)
	list := f.array(d["Widths"])
	for i, o := range list[:min(len(list), 256)] {
		if w, ok := f.number(o); ok {
			ft.widths[firstChar+i] = w
		}
	}
	if len(list) > 0 {
		return
	}
	table := &helveticaWidths
	if strings.Contains(low, "times") || strings.Contains(low, "roman") || strings.Contains(low, "serif") && !strings.Contains(low, "sans") {
		table = &timesWidths
	}
	ft.width = 500
	if ft.mono {
		ft.width = 600
		return
	}
	for i, w := range table {
		ft.widths[' '+i] = float64(w)
	}
}

// readComposite reads a font whose codes have several bytes.
func (f *File) readComposite(ft *font, d dict) {
	ft.composite = true
	ft.width = 1000
	var down dict
	if list := f.list(d["DescendantFonts"]); len(list) > 0 {
		down = f.dict(list[0])
	}
	f.describe(ft, f.dict(down["FontDescriptor"]))
	if w, ok := f.number(down["DW"]); ok {
		ft.width = w
	}
	f.compositeWidths(ft, f.array(down["W"]))
	switch e := f.resolve(d["Encoding"]).(type) {
	case name:
		ft.predefined(string(e))
	case *stream:
		if data, err := f.decode(e); err == nil {
			ft.codes = f.parseCMap(data)
		}
	}
	if ft.toUnicode == nil && ft.wide == nil && !ft.utf16 {
		if s, ok := f.resolve(f.dict(down["FontDescriptor"])["FontFile2"]).(*stream); ok {
			_, mapped := f.resolve(down["CIDToGIDMap"]).(*stream)
			if data, err := f.decode(s); err == nil && !mapped {
				ft.toUnicode = trueTypeMap(data)
			}
		}
	}
}

func (f *File) compositeWidths(ft *font, w array) {
	for i := 0; i+1 < len(w) && len(ft.widths) < 1<<17; {
		c, _ := f.resolve(w[i]).(int)
		switch v := f.resolve(w[i+1]).(type) {
		case array:
			for k, o := range v {
				if n, ok := f.number(o); ok {
					ft.widths[c+k] = n
				}
			}
			i += 2
		case int:
			if i+2 >= len(w) {
				return
			}
			if n, ok := f.number(w[i+2]); ok {
				for k := c; k <= v && k-c < 1<<16; k++ {
					ft.widths[k] = n
				}
			}
			i += 3
		default:
			return
		}
	}
}

// predefined reads the name of an encoding that every reader knows.
func (ft *font) predefined(n string) {
	switch {
	case strings.HasPrefix(n, "Identity"):
	case strings.Contains(n, "UCS2") || strings.Contains(n, "UTF16"):
		ft.utf16 = true
	case strings.HasPrefix(n, "GB"):
		ft.wide = simplifiedchinese.GB18030
	case strings.Contains(n, "RKSJ"):
		ft.wide = japanese.ShiftJIS
	case n == "EUC-H" || n == "EUC-V":
		ft.wide = japanese.EUCJP
	case strings.HasPrefix(n, "KSC"):
		ft.wide = korean.EUCKR
	case strings.Contains(n, "B5") || strings.HasPrefix(n, "HKscs"):
		ft.wide = traditionalchinese.Big5
	}
}

// each calls do with the text and width, in thousandths of the size, of each
// code of s; space says that it is the code 32 of one byte.
func (ft *font) each(s string, do func(text string, width float64, space bool)) {
	if !ft.composite {
		for i := 0; i < len(s); i++ {
			c := s[i]
			text := ft.simple[c]
			if t, ok := ft.toUnicode.text(s[i : i+1]); ok {
				text = t
			}
			w, ok := ft.widths[int(c)]
			if !ok {
				w = ft.width
			}
			do(text, w*ft.scale*1000, c == ' ')
		}
		return
	}
	for s != "" {
		n := ft.codeLen(s)
		code := s[:n]
		s = s[n:]
		cid := 0
		for i := range len(code) {
			cid = cid<<8 | int(code[i])
		}
		if ft.codes != nil {
			if v, ok := ft.codes.cid(code); ok {
				cid = v
			}
		}
		w, ok := ft.widths[cid]
		if !ok {
			w = ft.width
		}
		do(ft.compositeText(code), w, n == 1 && code == " ")
	}
}

// codeLen returns the bytes of the code that s begins with.
func (ft *font) codeLen(s string) int {
	n := 2
	switch {
	case ft.codes != nil:
		n = ft.codes.codeLen(s)
	case ft.wide != nil && s[0] < 0x81:
		n = 1
	case ft.wide == japanese.ShiftJIS && s[0] >= 0xA0 && s[0] < 0xE0:
		n = 1
	}
	return min(max(n, 1), len(s))
}

func (ft *font) compositeText(code string) string {
	if t, ok := ft.toUnicode.text(code); ok {
		return t
	}
	switch {
	case ft.utf16 && len(code) == 2:
		r := rune(code[0])<<8 | rune(code[1])
		if utf16.IsSurrogate(r) {
			return ""
		}
		return string(r)
	case ft.wide != nil:
		if out, err := ft.wide.NewDecoder().String(code); err == nil {
			return out
		}
	}
	return ""
}
