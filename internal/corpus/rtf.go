package corpus

import (
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"analyze/internal/doc"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
)

// readRTF reads Rich Text (version 1.9).
func readRTF(data []byte, d *doc.Document) error {
	r := &rtfReader{data: data, page: charmap.Windows1252, fonts: map[int]encoding.Encoding{}, styles: map[int]string{}, info: map[string][]string{}}
	r.st.skip = 1
	r.read()
	r.endPar()
	r.endTable()
	officeCard(r.info, &d.File)
	if err := r.c.done(d); err != nil {
		return err
	}
	titleFromText(d)
	return nil
}

// maxGroups is how deep groups may nest; what lies deeper is read as if it lay
// there.
const maxGroups = 2000

// An rtfReader reads control words and text.
type rtfReader struct {
	c      composer
	data   []byte
	at     int
	page   encoding.Encoding // of the document
	fonts  map[int]encoding.Encoding
	styles map[int]string
	info   map[string][]string

	st     rtfState
	groups []rtfState
	bytes  []byte // characters that wait to be decoded
	high   rune   // the first half of a character of two

	par    run
	notes  []*run // of the note that is being read
	label  string
	number int // notes so far
	cells  []string
	rows   [][]string
	pages  int
	field  strings.Builder
}

// rtfState is what a group inherits and gives back.
type rtfState struct {
	dest   rtfDest
	raised bool
	hidden bool
	skip   int // bytes that stand for a character written as \u
	font   int
	style  int
	level  int // outline level from 1
	listed int // depth of a list item from 1
	table  bool
	marked bool // the group opened with \*
	body   *run // the paragraph that a note interrupts
}

// rtfDest is where the text of a group goes.
type rtfDest uint8

const (
	rtfBody rtfDest = iota
	rtfNowhere
	rtfNote
	rtfAround // heads and feet of pages
	rtfFonts
	rtfStyles
	rtfInfo
	rtfLabel // number or bullet of an item
)

func (r *rtfReader) read() {
	for r.at < len(r.data) && r.c.err == nil {
		switch c := r.data[r.at]; c {
		case '{':
			r.decode()
			r.at++
			if len(r.groups) < maxGroups {
				r.groups = append(r.groups, r.st)
				r.st.marked = false
			}
		case '}':
			r.decode()
			r.at++
			r.close()
		case '\\':
			r.control()
		case '\r', '\n', 0:
			r.at++
		default:
			r.bytes = append(r.bytes, c)
			r.at++
		}
	}
	r.decode()
}

// close ends a group.
func (r *rtfReader) close() {
	k := len(r.groups)
	if k == 0 {
		return
	}
	outer := r.groups[k-1]
	r.groups = r.groups[:k-1]
	if r.st.dest == outer.dest {
		r.st = outer
		return
	}
	switch r.st.dest {
	case rtfNote:
		r.endNote()
	case rtfAround:
		r.endPar()
	case rtfStyles:
	case rtfInfo:
	}
	if r.st.body != nil && outer.body == nil {
		r.par = run{}
		r.par.join(r.st.body)
		r.par.blank = r.st.body.blank
	}
	r.st = outer
}

// control reads a control word or sign.
func (r *rtfReader) control() {
	r.at++
	if r.at >= len(r.data) {
		return
	}
	c := r.data[r.at]
	if !isLetter(c) {
		r.sign(c)
		return
	}
	start := r.at
	for r.at < len(r.data) && isLetter(r.data[r.at]) && r.at-start < 40 {
		r.at++
	}
	word := string(r.data[start:r.at])
	arg, has := r.argument()
	r.word(word, arg, has)
}

func isLetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

// argument reads the number behind a control word and the blank that ends it.
func (r *rtfReader) argument() (n int, has bool) {
	start := r.at
	if r.at < len(r.data) && r.data[r.at] == '-' {
		r.at++
	}
	for r.at < len(r.data) && r.data[r.at] >= '0' && r.data[r.at] <= '9' && r.at-start < 12 {
		r.at++
	}
	n, err := strconv.Atoi(string(r.data[start:r.at]))
	if r.at < len(r.data) && r.data[r.at] == ' ' {
		r.at++
	}
	return n, err == nil
}

// sign reads a control sign.
func (r *rtfReader) sign(c byte) {
	r.at++
	switch c {
	case '\'':
		if r.at+1 < len(r.data) {
			if v, err := strconv.ParseUint(string(r.data[r.at:r.at+2]), 16, 8); err == nil {
				r.bytes = append(r.bytes, byte(v))
				r.at += 2
			}
		}
	case '*':
		r.st.marked = r.opens(r.at - 2)
	case '~':
		r.rune('\u00A0')
	case '_':
		r.rune('-')
	case '\r', '\n':
		r.decode()
		r.endPar()
	case '\\', '{', '}':
		r.bytes = append(r.bytes, c)
	}
}

// opens reports whether what stands at that place begins its group: elsewhere
// \* means nothing, though some programs write it.
func (r *rtfReader) opens(at int) bool {
	for at--; at >= 0 && (r.data[at] == '\r' || r.data[at] == '\n'); at-- {
	}
	return at >= 0 && r.data[at] == '{'
}

// decode writes the bytes that wait, in the encoding of their font.
func (r *rtfReader) decode() {
	if len(r.bytes) == 0 {
		return
	}
	b := r.bytes
	r.bytes = r.bytes[:0]
	ascii := true
	for _, c := range b {
		ascii = ascii && c < 0x80
	}
	if ascii {
		r.write(string(b))
		return
	}
	enc := r.fonts[r.st.font]
	if enc == nil {
		enc = r.page
	}
	out, err := enc.NewDecoder().Bytes(b)
	if err != nil {
		out = []byte(strings.ToValidUTF8(string(b), "\uFFFD"))
	}
	r.write(string(out))
}

func (r *rtfReader) rune(c rune) {
	r.decode()
	r.write(string(c))
}

// write sends text to where the group says.
func (r *rtfReader) write(s string) {
	switch r.st.dest {
	case rtfBody, rtfNote, rtfAround:
		switch {
		case r.st.hidden:
		case r.st.raised:
			r.par.superscript(s)
		default:
			r.par.text(s)
		}
	case rtfLabel:
		if len(r.label) < 20 {
			r.label += s
		}
	case rtfInfo, rtfStyles:
		if r.field.Len() < 1000 {
			r.field.WriteString(s)
		}
	}
}

// skipUnicode passes over what stands for a character written as \u.
func (r *rtfReader) skipUnicode() {
	for n := r.st.skip; n > 0 && r.at < len(r.data); n-- {
		switch c := r.data[r.at]; {
		case c == '{' || c == '}':
			return
		case c == '\\' && r.at+1 < len(r.data) && r.data[r.at+1] == '\'':
			r.at = min(r.at+4, len(r.data))
		case c == '\\':
			return
		default:
			r.at++
		}
	}
}

// unicode writes the character n, which may be half of one.
func (r *rtfReader) unicode(n int) {
	r.decode()
	c := rune(uint16(n))
	switch {
	case utf16.IsSurrogate(c) && c < 0xDC00:
		r.high = c
	case utf16.IsSurrogate(c):
		r.write(string(utf16.DecodeRune(r.high, c)))
		r.high = 0
	case c >= 0xF000 && c <= 0xF0FF: // a sign of a font of symbols
		r.write("•")
	case utf8.ValidRune(c):
		r.write(string(c))
	}
	r.skipUnicode()
}

// endNote keeps the note for the end.
func (r *rtfReader) endNote() {
	var whole run
	for _, n := range append(r.notes, &run{}) {
		whole.text(" ")
		whole.join(n)
	}
	whole.text(" ")
	var tail run
	tail.join(&r.par)
	whole.join(&tail)
	r.notes = nil
	r.c.note(strconv.Itoa(r.number), &whole)
}

// endPar writes the paragraph.
func (r *rtfReader) endPar() {
	par := &run{}
	par.join(&r.par)
	r.par = run{}
	label := oneLine(r.label)
	r.label = ""
	if par.empty() {
		return
	}
	switch {
	case r.st.dest == rtfNote:
		r.notes = append(r.notes, par)
		return
	case r.st.dest == rtfAround:
		r.c.boilerplate(par)
		return
	}
	r.endTable()
	level := r.st.level
	style := r.styles[r.st.style]
	if rest, ok := strings.CutPrefix(style, "heading "); ok && level == 0 {
		level = number(rest, 1, 6)
	} else if style == "title" && level == 0 {
		level = 1
	}
	switch {
	case strings.HasPrefix(style, "toc "):
		r.c.boilerplate(par)
	case level > 0 && level < 7 && len(par.String()) < 400:
		if label != "" {
			var labelled run
			labelled.text(label + " ")
			labelled.join(par)
			par = &labelled
		}
		r.c.part(part{kind: doc.MarkHeading, level: level, run: par})
	case r.st.listed > 0 || label != "":
		if strings.IndexFunc(label, func(c rune) bool { return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }) < 0 || len(label) > 8 {
			label = ""
		}
		r.c.item(par, max(r.st.listed, 1), label)
	case strings.Contains(style, "quot") || style == "block text":
		r.c.part(part{kind: doc.MarkQuote, run: par})
	default:
		r.c.paragraph(par)
	}
}

// endCell ends a cell of a table.
func (r *rtfReader) endCell() {
	r.cells = append(r.cells, strings.ReplaceAll(r.par.String(), "\t", " "))
	r.par, r.label = run{}, ""
}

func (r *rtfReader) endRow() {
	if len(r.cells) > 0 {
		r.rows = append(r.rows, r.cells)
		r.cells = nil
	}
}

// endTable writes the rows so far as a table.
func (r *rtfReader) endTable() {
	r.endRow()
	if len(r.rows) > 0 {
		rows := r.rows
		r.rows = nil
		r.c.table(rows, "")
	}
}

// codePageOf returns the encoding that Windows gives a number.
func codePageOf(n int) encoding.Encoding {
	name := "windows-" + strconv.Itoa(n)
	switch n {
	case 437:
		return charmap.CodePage437
	case 850:
		return charmap.CodePage850
	case 852:
		return charmap.CodePage852
	case 10000:
		return charmap.Macintosh
	case 932:
		name = "shift_jis"
	case 936:
		name = "gbk"
	case 949:
		name = "euc-kr"
	case 950:
		name = "big5"
	case 65001:
		name = "utf-8"
	}
	e, err := htmlindex.Get(name)
	if err != nil {
		return nil
	}
	return e
}

// charsets are the code pages of the character sets that fonts name.
var charsets = map[int]int{0: 1252, 77: 10000, 128: 932, 129: 949, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258, 177: 1255, 178: 1256, 186: 1257, 204: 1251, 222: 874, 238: 1250}
