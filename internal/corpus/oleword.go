package corpus

import (
	"errors"
	"sort"
	"strconv"
	"strings"
	"unicode/utf16"

	"analyze/internal/doc"

	"golang.org/x/text/encoding/charmap"
)

var errNoCompound = errors.New("its tables do not hold")

// A wordFile is the text of a Word document (MS-DOC): pieces of a stream, and
// runs of paragraphs that say what they are.
type wordFile struct {
	main, table []byte
	data        []byte   // instructions that are too long for a page
	units       []uint16 // the text
	at          []uint32 // where in main each unit stands
	paras       []wordPara
	refs, notes []int // where footnotes are called and stand
	body, foot  int   // lengths of the text and of the footnotes behind it
}

// A wordPara is a range of main whose paragraphs have one style.
type wordPara struct {
	start, end uint32
	style      int
	table      bool // in a table
	row        bool // ends a row
}

// word97 is the version of the first format that this reader knows whole.
const word97 = 0xC1

// readWord reads a document of Word 97 to 2003; of those of Word 6 and 95, the
// text without its structure.
func (c *compound) readWord(root map[string]int, d *doc.Document) error {
	w := &wordFile{main: c.stream(root["WordDocument"])}
	flags := le16(w.main, 10)
	if flags&0x100 != 0 {
		return errLocked
	}
	c.summary(root, &d.File)
	w.body = le32(w.main, 76)
	if le16(w.main, 2) < word97 {
		w.old()
	} else {
		name := "0Table"
		if flags&0x200 != 0 {
			name = "1Table"
		}
		w.table, w.data = c.stream(root[name]), c.stream(root["Data"])
		if err := w.pieces(); err != nil {
			return err
		}
		w.foot = le32(w.main, 80)
		w.styles()
		w.footnotes()
	}
	w.body = min(max(w.body, 0), len(w.units))
	var out composer
	w.write(&out)
	return out.done(d)
}

// old takes the text of Word 6 and 95, which stands in one piece.
func (w *wordFile) old() {
	from, n := le32(w.main, 24), le32(w.main, 52)
	if from > len(w.main) {
		return
	}
	b := w.main[from:min(len(w.main), from+min(n, maxText))]
	w.body = len(b)
	w.single(b, uint32(from))
}

// single appends text of one byte a sign.
func (w *wordFile) single(b []byte, from uint32) {
	for i, x := range b {
		w.units = append(w.units, uint16(charmap.Windows1252.DecodeByte(x)))
		w.at = append(w.at, from+uint32(i))
	}
}

// field is a part of the tables: what pair n of the header names.
func (w *wordFile) field(n int) []byte {
	at, size := le32(w.main, 154+8*n), le32(w.main, 158+8*n)
	if at > len(w.table) || size > len(w.table)-at {
		return nil
	}
	return w.table[at : at+size]
}

// pieces puts the text together.
func (w *wordFile) pieces() error {
	b := w.field(33)
	for len(b) > 3 && b[0] == 1 { // what formats pieces
		b = b[min(len(b), 3+le16(b, 1)):]
	}
	if len(b) < 5 || b[0] != 2 {
		return damaged(errNoCompound)
	}
	b = b[5:min(len(b), 5+le32(b, 1))]
	n := (len(b) - 4) / 12
	for i := range max(0, n) {
		size := le32(b, 4*i+4) - le32(b, 4*i)
		at := le32(b, 4*(n+1)+8*i+2)
		if size < 0 || len(w.units)+size > maxText/2 {
			return errTooMuch("more text than is read of one file")
		}
		if at&(1<<30) != 0 {
			at = (at &^ (1 << 30)) / 2
			if at > len(w.main) {
				continue
			}
			w.single(w.main[at:min(len(w.main), at+size)], uint32(at))
			continue
		}
		for k := 0; k < size && at+2*k+2 <= len(w.main); k++ {
			w.units, w.at = append(w.units, uint16(le16(w.main, at+2*k))), append(w.at, uint32(at+2*k))
		}
	}
	return nil
}

const fkpPage = 512 // bytes of a page of properties

// styles reads of each paragraph what it is.
func (w *wordFile) styles() {
	b := w.field(13)
	n := (len(b) - 4) / 8
	for i := range max(0, min(n, len(w.main)/fkpPage)) {
		from := le32(b, 4*(n+1)+4*i) * fkpPage
		if from < 0 || from+fkpPage > len(w.main) {
			continue
		}
		page := w.main[from : from+fkpPage]
		count := int(page[fkpPage-1])
		for k := range count {
			if 4*(count+1)+13*k >= fkpPage {
				break
			}
			p := wordPara{start: uint32(le32(page, 4*k)), end: uint32(le32(page, 4*k+4))}
			p.read(page, 2*int(page[4*(count+1)+13*k]), w.data)
			w.paras = append(w.paras, p)
		}
	}
	sort.SliceStable(w.paras, func(i, j int) bool { return w.paras[i].start < w.paras[j].start })
}

// read reads the properties at a place of a page.
func (p *wordPara) read(page []byte, at int, data []byte) {
	if at <= 0 || at+3 > len(page) {
		return
	}
	size := 2*int(page[at]) - 1
	if at++; size < 0 {
		size = 2 * int(page[at])
		at++
	}
	b := page[at:min(len(page), at+size)]
	p.style = le16(b, 0)
	p.follow(b[min(2, len(b)):], data)
}

// follow reads instructions; those of data once, from where they refer to it.
func (p *wordPara) follow(b, data []byte) {
	for i := 0; i+3 <= len(b); {
		op := le16(b, i)
		switch op {
		case 0x6645, 0x6646:
			if at := le32(b, i+2); at+2 < len(data) {
				p.follow(data[at+2:min(len(data), at+2+le16(data, at))], nil)
			}
		case 0x2416:
			p.table = b[i+2] != 0
		case 0x2417:
			p.row = b[i+2] != 0
		}
		i += 2 + operand(op, b[i+2:])
	}
}

// operand is how many bytes follow an instruction.
func operand(op int, b []byte) int {
	switch op >> 13 {
	case 0, 1:
		return 1
	case 2, 4, 5:
		return 2
	case 3:
		return 4
	case 7:
		return 3
	}
	if op == 0xD608 {
		return 1 + le16(b, 0)
	}
	return 1 + int(b[0])
}

// para is what is known of the paragraph that ends with unit i.
func (w *wordFile) para(i int) wordPara {
	if i >= len(w.at) {
		return wordPara{}
	}
	n := sort.Search(len(w.paras), func(k int) bool { return w.paras[k].start > w.at[i] }) - 1
	if n < 0 || w.paras[n].end <= w.at[i] {
		return wordPara{}
	}
	return w.paras[n]
}

// footnotes reads where notes are called and where they stand.
func (w *wordFile) footnotes() {
	refs, notes := w.field(2), w.field(3)
	n := (len(refs) - 4) / 6
	for i := range max(0, n) {
		w.refs = append(w.refs, le32(refs, 4*i))
	}
	for i := range len(notes) / 4 {
		w.notes = append(w.notes, le32(notes, 4*i))
	}
}

// write writes the text, and behind it the footnotes.
func (w *wordFile) write(c *composer) {
	t := oldTable{c: c}
	start := 0
	for i := 0; i < w.body; i++ {
		switch w.units[i] {
		case '\r', '\f', 7:
			w.paragraph(c, &t, start, i)
			start = i + 1
		}
	}
	w.paragraph(c, &t, start, w.body)
	t.end()
	at := w.body
	for i := range min(len(w.refs), len(w.notes)-1) {
		from, to := w.body+w.notes[i], w.body+w.notes[i+1]
		if from < at || from >= to || to > min(len(w.units), w.body+w.foot) {
			continue
		}
		if r := w.run(from, to); !r.empty() {
			c.note(strconv.Itoa(i+1), r)
		}
		at = to
	}
}

// paragraph writes the units up to the sign that ends them.
func (w *wordFile) paragraph(c *composer, t *oldTable, from, end int) {
	p := w.para(end)
	r := w.run(from, end)
	cell := end < len(w.units) && w.units[end] == 7
	if cell || p.table {
		t.add(r, cell, p.row)
		return
	}
	t.end()
	if r.empty() {
		return
	}
	if p.style >= 1 && p.style <= 9 {
		c.part(part{kind: doc.MarkHeading, level: min(p.style, 6), run: r})
		return
	}
	c.paragraph(r)
}

// run decodes units. Instructions of fields are left out, what they gave is not.
func (w *wordFile) run(from, to int) *run {
	r := &run{}
	var plain []uint16
	flush := func() {
		r.text(string(utf16.Decode(plain)))
		plain = plain[:0]
	}
	fields := []bool{} // open: whether the instruction is over
	for i := from; i < to; i++ {
		u := w.units[i]
		switch u {
		case 0x13:
			fields = append(fields, false)
			continue
		case 0x14:
			if n := len(fields); n > 0 {
				fields[n-1] = true
			}
			continue
		case 0x15:
			if n := len(fields); n > 0 {
				fields = fields[:n-1]
			}
			continue
		}
		if n := len(fields); n > 0 && !fields[n-1] {
			continue
		}
		switch {
		case u == 2:
			flush()
			if n := sort.SearchInts(w.refs, i); i < w.body && n < len(w.refs) && w.refs[n] == i {
				r.noteRef(strconv.Itoa(n + 1))
			}
		case u == '\v':
			flush()
			r.newline()
		case u == '\t':
			plain = append(plain, ' ')
		case u == '\r':
			plain = append(plain, ' ')
		case u == 0x1E:
			plain = append(plain, '-')
		case u >= 0x20 && u != 0x1F && u != 0xAD && (u < 0xF000 || u > 0xF0FF): // signs of pictures and of symbol fonts say nothing
			plain = append(plain, u)
		}
	}
	flush()
	return r
}

// A oldTable gathers the cells of a table.
type oldTable struct {
	c    *composer
	rows [][]string
	row  []string
	cell []string
}

// add takes in a paragraph of a cell; last says that it ends the cell, row that
// it is the sign that ends the row.
func (t *oldTable) add(r *run, last, row bool) {
	if row {
		t.rows, t.row, t.cell = append(t.rows, t.row), nil, nil
		return
	}
	if s := oneLine(r.String()); s != "" {
		t.cell = append(t.cell, s)
	}
	if last {
		t.row, t.cell = append(t.row, strings.Join(t.cell, " ")), nil
	}
}

// end writes the table.
func (t *oldTable) end() {
	if t.row != nil || t.cell != nil {
		t.rows = append(t.rows, append(t.row, t.cell...))
	}
	if len(t.rows) > 0 {
		t.c.table(t.rows, "")
	}
	t.rows, t.row, t.cell = nil, nil, nil
}
