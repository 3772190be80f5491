package corpus

import (
	"strconv"
	"strings"
)

// A wordStyle is what a style of paragraphs says of their place in the text.
type wordStyle struct {
	name, based    string
	level          int // outline level from 1, 0 for none
	numID          string
	ilvl           int
	quote, caption bool
	contents       bool // a line of a table of contents
}

// wordStyles are the styles of a document by their ids.
type wordStyles struct {
	byID map[string]*wordStyle
	cur  *wordStyle
}

func (s *wordStyles) read(p *pack, part string) {
	s.byID = map[string]*wordStyle{}
	if p.has(part) {
		_ = p.parsePart(part, s) // without styles the text is still there
	}
}

func (s *wordStyles) start(t *tag) bool {
	switch t.name {
	case "style":
		s.cur = &wordStyle{ilvl: -1, level: -1}
		s.byID[t.attr("styleId")] = s.cur
	case "name", "basedOn", "outlineLvl", "numId", "ilvl":
		if s.cur != nil {
			s.property(t.name, t.attr("val"))
		}
	}
	return true
}

func (s *wordStyles) property(name, value string) {
	st := s.cur
	switch name {
	case "name":
		st.name = strings.ToLower(value)
		st.quote = strings.Contains(st.name, "quot") || st.name == "block text"
		st.caption = st.name == "caption"
		st.contents = strings.HasPrefix(st.name, "toc ")
		if rest, ok := strings.CutPrefix(st.name, "heading "); ok {
			st.level = number(rest, 1, 6)
		} else if st.name == "title" {
			st.level = 1
		}
	case "basedOn":
		st.based = value
	case "outlineLvl":
		if n, err := strconv.Atoi(value); err == nil && n < 9 {
			st.level = n + 1
		}
	case "numId":
		st.numID = value
	case "ilvl":
		st.ilvl = number(value, 0, 8)
	}
}

func (s *wordStyles) end(name string) {
	if name == "style" {
		s.cur = nil
	}
}
func (s *wordStyles) text([]byte) {}

// of returns the style with what it takes from those that it is based on.
func (s *wordStyles) of(id string) wordStyle {
	out := wordStyle{level: -1, ilvl: -1}
	for range 10 {
		st := s.byID[id]
		if st == nil {
			break
		}
		if out.level < 0 {
			out.level = st.level
		}
		if out.numID == "" {
			out.numID = st.numID
		}
		if out.ilvl < 0 {
			out.ilvl = st.ilvl
		}
		out.quote, out.caption, out.contents = out.quote || st.quote, out.caption || st.caption, out.contents || st.contents
		id = st.based
	}
	out.level, out.ilvl = max(out.level, 0), max(out.ilvl, 0)
	return out
}

// A wordLevel is how the items of one depth of a list are numbered.
type wordLevel struct {
	format, text string
	start        int
}

// wordLists number the items of lists.
type wordLists struct {
	abstract map[string][]wordLevel // by abstractNumId
	nums     map[string]string      // numId to abstractNumId
	counts   map[string]*[9]int     // by abstractNumId
	cur      string
	level    int
	num      string
}

func (l *wordLists) read(p *pack, part string) {
	l.abstract, l.nums, l.counts = map[string][]wordLevel{}, map[string]string{}, map[string]*[9]int{}
	if p.has(part) {
		_ = p.parsePart(part, l) // without it items lose their numbers only
	}
}

func (l *wordLists) start(t *tag) bool {
	switch t.name {
	case "abstractNum":
		l.cur = t.attr("abstractNumId")
		l.abstract[l.cur] = make([]wordLevel, 9)
	case "num":
		l.num = t.attr("numId")
		l.cur = ""
	case "abstractNumId":
		if l.num != "" {
			l.nums[l.num] = t.attr("val")
		}
	case "lvl":
		l.level = number(t.attr("ilvl"), 0, 8)
	case "start", "numFmt", "lvlText":
		if levels := l.abstract[l.cur]; levels != nil {
			v := &levels[l.level]
			switch t.name {
			case "start":
				v.start = number(t.attr("val"), 0, 1<<20)
			case "numFmt":
				v.format = t.attr("val")
			default:
				v.text = t.attr("val")
			}
		}
	}
	return true
}
func (l *wordLists) end(string)  {}
func (l *wordLists) text([]byte) {}

// next counts an item of a list on and returns its label; "" for a bullet.
func (l *wordLists) next(numID string, ilvl int) (label string, listed bool) {
	if numID == "" || numID == "0" {
		return "", false
	}
	id, ok := l.nums[numID]
	levels := l.abstract[id]
	if !ok || levels == nil {
		return "", true
	}
	counts := l.counts[numID]
	if counts == nil {
		counts = new([9]int)
		for i := range counts {
			counts[i] = levels[i].start - 1
		}
		l.counts[numID] = counts
	}
	counts[ilvl]++
	for i := ilvl + 1; i < len(counts); i++ {
		counts[i] = levels[i].start - 1
	}
	if f := levels[ilvl].format; f == "bullet" || f == "none" || f == "" {
		return "", f != "none"
	}
	label = levels[ilvl].text
	for i := range levels {
		sign := "%" + strconv.Itoa(i+1)
		if strings.Contains(label, sign) {
			label = strings.ReplaceAll(label, sign, wordOrdinal(max(counts[i], 0), levels[i].format))
		}
	}
	return oneLine(label), true
}

func wordOrdinal(n int, format string) string {
	switch format {
	case "lowerLetter":
		return ordinal(n, "a")
	case "upperLetter":
		return ordinal(n, "A")
	case "lowerRoman":
		return ordinal(n, "i")
	case "upperRoman":
		return ordinal(n, "I")
	}
	return strconv.Itoa(n)
}

// A wordTable is a table in the making.
type wordTable struct {
	rows  [][]string
	row   []string
	cell  []*run
	long  int // cells of more characters than a cell of data has
	cells int
	whole [][]*run // the paragraphs of each cell, for tables that only lay out
	span  int
	goes  bool // the cell goes on from the row above
}

func (t *wordTable) add(label string, r *run) {
	if label != "" {
		var labelled run
		labelled.text(label + " ")
		labelled.join(r)
		r = &labelled
	}
	t.cell = append(t.cell, r)
}

func (w *wordReader) tableTag(t *tag) {
	k := len(w.tables)
	if k == 0 {
		return
	}
	tb := w.tables[k-1]
	switch t.name {
	case "tr":
		tb.row = nil
	case "tc":
		tb.cell, tb.span, tb.goes = nil, 1, false
	case "gridSpan":
		tb.span = number(t.attr("val"), 1, maxSpan)
	case "vMerge":
		tb.goes = t.attr("val") != "restart"
	}
}

func (w *wordReader) endCell(name string) {
	k := len(w.tables)
	if k == 0 {
		return
	}
	tb := w.tables[k-1]
	if name == "tr" {
		tb.rows = append(tb.rows, tb.row)
		tb.row = nil
		return
	}
	tb.endCell()
}

func (t *wordTable) endCell() {
	var texts []string
	size := 0
	for _, r := range t.cell {
		texts = append(texts, r.String())
		size += len(r.String())
	}
	s := strings.ReplaceAll(strings.Join(texts, " "), "\t", " ")
	if t.goes && len(t.row) == 0 && len(t.rows) > 0 && len(t.rows[len(t.rows)-1]) > 0 {
		s = t.rows[len(t.rows)-1][0] // the label holds for this row too
	}
	if t.cells++; size > 300 {
		t.long++
	}
	t.whole = append(t.whole, t.cell)
	for k := range max(t.span, 1) {
		if k > 0 && len(t.rows) > 0 {
			s = "" // only a heading stands for all its columns
		}
		t.row = append(t.row, s)
	}
	t.cell = nil
}

// endTable writes a table; one within another becomes text of its cell.
func (w *wordReader) endTable() {
	k := len(w.tables)
	if k == 0 {
		return
	}
	t := w.tables[k-1]
	w.tables = w.tables[:k-1]
	switch {
	case k > 1:
		for _, cell := range t.whole {
			w.tables[k-2].cell = append(w.tables[k-2].cell, cell...)
		}
	case t.long*3 > t.cells || w.noteKind != "" || w.outside:
		for _, cell := range t.whole {
			for _, r := range cell {
				if w.outside {
					w.c.boilerplate(r)
				} else {
					w.c.paragraph(r)
				}
			}
		}
	default:
		w.c.table(t.rows, "")
	}
}

// endTables writes what a file that breaks off leaves open.
func (w *wordReader) endTables() {
	for len(w.tables) > 0 {
		t := w.tables[len(w.tables)-1]
		if len(t.cell) > 0 {
			t.endCell()
		}
		if len(t.row) > 0 {
			t.rows = append(t.rows, t.row)
		}
		w.endTable()
	}
}
