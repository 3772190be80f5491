package claim

import (
	"slices"
	"sort"
	"strings"

	"analyze/internal/doc"
)

// sourceHeads head a column that says whose figures a row holds.
var sourceHeads = wordSet("source sources reported informant provider")

// countsBy head, before "by", a column that says whose figures a row holds.
var countsBy = wordSet("count estimate figure number poll survey")

// firstWord is the first word of a header in lower case and the singular.
func firstWord(s string) string {
	w, _, _ := strings.Cut(strings.ToLower(s), " ")
	return singular(w)
}

// sourceColumn is the column of a table that says whose figures each row holds; -1 if
// there is none.
func sourceColumn(t *doc.Table) int {
	for i := range t.Columns {
		f := strings.Fields(strings.ToLower(bareLabel(t.Columns[i].Header)))
		if len(f) > 1 && f[len(f)-1] == "by" && countsBy[singular(f[len(f)-2])] {
			return i
		}
		if len(f) == 1 && sourceHeads[f[0]] || len(f) == 2 && f[1] == "by" && (sourceHeads[f[0]] || f[0] == "estimated" || f[0] == "claimed") || len(f) == 2 && f[0] == "according" {
			return i
		}
	}
	return -1
}

// rowSource reads who is named in the column of sources of a row.
func (r *reader) rowSource(t *doc.Table, row, column int) speaker {
	if column < 0 || row < 0 || row >= len(t.Rows) {
		return speaker{}
	}
	cells := t.Rows[row].Cells
	if label := &t.Rows[row]; column < len(t.Columns) && label.Span.Len() > 0 && countsBy[firstWord(t.Columns[column].Header)] {
		cells = append([]doc.Cell{{Span: label.Span, Column: column}}, cells...) // the labels say so
	}
	for _, cell := range cells {
		if cell.Column != column {
			continue
		}
		text := strings.Trim(squeeze(r.d.Slice(cell.Span)), " *_-–.")
		if len(text) < 2 || strings.Trim(text, "0123456789., ") == "" {
			return speaker{}
		}
		s := speaker{text: text, span: cell.Span, referent: -1}
		for _, i := range r.mentionsIn(cell.Span) {
			if men := &r.d.Mentions[i]; men.Type.IsActor() && men.Start <= cell.Start+4 && i < len(r.d.ReferentOf) {
				s.referent = r.d.ReferentOf[i]
			}
		}
		return s
	}
	return speaker{}
}

// A toldPart says whose figures stand in some rows or columns of a table.
type toldPart struct {
	key    string // words of their labels, in lower case; "" for all that no other part names
	others bool   // it says of itself that it speaks of the others
	who    speaker
}

// partSource is the source that notes of the table name for the row or column of c.
func (card *tableCard) partSource(c *doc.Claim) speaker {
	for _, p := range card.parts {
		if p.key != "" && (saysLabel(p.key, c.RowLabel) || saysLabel(p.key, c.ColumnLabel)) {
			return p.who
		}
	}
	for _, p := range card.parts {
		if p.others {
			return p.who
		}
	}
	return speaker{}
}

// partStarts begin a note that says where the figures of some rows come from.
var partStarts = [...]string{"figures for ", "figure for ", "data for ", "numbers for ", "estimates for ", "data on ", "figures on "}

// toldParts reads a note that names sources for parts of table t: "Source: rice:
// Ministry of Trade; other crops: enumerators", "Sources: Ministry (beds), WHO
// (staff)", "Figures for Iraq: Body Count; others: United Nations". It gives nothing
// unless a part names a row or column of the table.
func (r *reader) toldParts(t *doc.Table, s doc.Span) []toldPart {
	text := r.d.Slice(s)
	_, from := sourceLabel(text)
	low := strings.ToLower(text)
	for _, p := range partStarts {
		if i := strings.Index(low, p); from == 0 && i >= 0 && i < 30 && len(low) == len(text) {
			from = i + len(p)
		}
	}
	end, sep := len(text), ";"
	if key, _, ok := strings.Cut(low, ": "); from == 0 && ok && len(key) < 60 && namesPart(t, key) {
		sep = ". " // "Bodies found: Civil Guard. Missing: Caminos."
	} else if from == 0 {
		return nil
	} else if i := strings.Index(text[from:], ". "); i >= 0 {
		end = from + i
	}
	var parts []toldPart
	named := false
	for _, item := range sourceItems(text, from, end, sep) {
		key, who := partOf(text, item)
		if at := strings.LastIndex(text[item.Start:item.End], ", "); key == "" && at > 0 {
			if k := strings.ToLower(squeeze(text[item.Start : item.Start+at])); namesPart(t, k) {
				key, who = k, trimmed(text, item.Start+at+2, item.End) // "Chad and Mali, Home Office"
			}
		}
		if who.Len() == 0 {
			continue
		}
		p := toldPart{key: key, who: r.speakerIn(doc.Span{Start: s.Start + who.Start, End: s.Start + who.End})}
		if first, _, _ := strings.Cut(key, " "); first == "other" || first == "others" || first == "rest" || first == "elsewhere" || first == "remaining" {
			p.key, p.others = "", true
		}
		named = named || p.key != "" && namesPart(t, p.key)
		parts = append(parts, p)
	}
	if !named {
		return nil
	}
	return parts
}

// sourceItems cuts text[from:end] at sep, or at commas behind brackets where there are
// no semicolons.
func sourceItems(text string, from, end int, sep string) (items []doc.Span) {
	if sep == ";" && !strings.Contains(text[from:end], ";") {
		sep = "),"
	}
	for from < end {
		to, next := end, end
		if i := strings.Index(text[from:end], sep); i >= 0 {
			to, next = from+i+len(sep)-1, from+i+len(sep)
		}
		items = append(items, trimmed(text, from, to))
		from = next
	}
	return items
}

// trimmed is text[from:to] without blanks, full stops and signs of emphasis around it.
func trimmed(text string, from, to int) doc.Span {
	for from < to && strings.IndexByte(" *_\t\n", text[from]) >= 0 {
		from++
	}
	for to > from && strings.IndexByte(" *_\t\n.", text[to-1]) >= 0 {
		to--
	}
	return doc.Span{Start: from, End: to}
}

// partOf reads what one item of a line of sources says: the words for the rows or
// columns, in lower case and without those that name nothing, and who is their source.
func partOf(text string, item doc.Span) (key string, who doc.Span) {
	s := text[item.Start:item.End]
	who = item
	if open := strings.LastIndex(s, " ("); open > 0 && strings.HasSuffix(s, ")") {
		key = s[open+2 : len(s)-1]
		who = trimmed(text, item.Start, item.Start+open)
	} else {
		for _, sep := range [...]string{": ", " are from ", " come from ", " from "} {
			if i := strings.Index(s, sep); i > 0 {
				key = s[:i]
				who = trimmed(text, item.Start+i+len(sep), item.End)
				break
			}
		}
	}
	key = strings.ToLower(squeeze(key))
	for _, verb := range [...]string{" are ", " is ", " were ", " was "} {
		key, _, _ = strings.Cut(key, verb) // "2023 figures are provisional and"
	}
	for _, p := range [...]string{"all ", "the ", "for ", "on ", "data on ", "figures for ", "data for "} {
		key = strings.TrimPrefix(key, p)
	}
	return key, who
}

// namesPart reports whether a row or column of t is one of which key speaks.
func namesPart(t *doc.Table, key string) bool {
	for i := range t.Rows {
		if saysLabel(key, t.Rows[i].Label) {
			return true
		}
	}
	for i := range t.Columns {
		if saysLabel(key, t.Columns[i].Header) {
			return true
		}
	}
	return false
}

// saysLabel reports whether one of the things in key, "rice and beans", is a label or
// header: its words are among those of the label, or those of the label among them.
func saysLabel(key, label string) bool {
	words := labelWords(bareLabel(label))
	if len(words) == 0 {
		return false
	}
	for _, one := range strings.FieldsFunc(strings.ReplaceAll(key, " and ", ","), func(c rune) bool { return c == ',' || c == '/' }) {
		if k := labelWords(one); len(k) > 0 && (within(k, words) || within(words, k)) {
			return true
		}
	}
	return false
}

// labelWords are the words of a label in lower case and the singular, small words left
// out.
func labelWords(s string) (out []string) {
	for _, w := range strings.Fields(strings.ToLower(s)) {
		if w = strings.Trim(w, ".,:;()*"); w != "" && !smallWords[w] {
			out = append(out, singular(w))
		}
	}
	return out
}

var smallWords = wordSet("of the for and in on to a an by figures data numbers row rows column columns")

// within reports whether all words of a are among those of b.
func within(a, b []string) bool {
	for _, w := range a {
		if !slices.Contains(b, w) {
			return false
		}
	}
	return true
}

// An ownNote is a note whose mark stands at a row, a cell or a header: it says
// nothing of the rest of the table.
type ownNote struct {
	row, column int // -1 for all
	note        int
	card        *tableCard // what it says
	shared      bool       // a sentence in it tells the source of the whole table
}

// ownNotes reads the notes whose marks stand right behind labels, cells and headers.
func (r *reader) ownNotes(card *tableCard, t *doc.Table) {
	marks := r.d.NoteMarks
	at := sort.Search(len(marks), func(i int) bool { return marks[i].Start >= t.Start })
	for n := 0; at < len(marks) && marks[at].End <= t.End+maxMarkGap && n < maxOwnNotes; at, n = at+1, n+1 {
		m := &marks[at]
		if m.Note < 0 || m.Note >= len(r.d.Notes) {
			continue
		}
		if row, column := marked(t, m.Start); row >= 0 || column >= 0 {
			card.own = append(card.own, r.ownNoteOf(m.Note, row, column))
		}
	}
	for i := range t.Columns {
		if n := r.letterBehind(t, t.Columns[i].Span.End); n >= 0 && t.Columns[i].Span.Len() > 0 {
			card.own = append(card.own, r.ownNoteOf(n, -1, i))
		}
	}
	for i := range t.Rows {
		if len(card.own) > maxOwnNotes {
			break
		}
		if n := r.letterBehind(t, t.Rows[i].Span.End); n >= 0 {
			card.own = append(card.own, r.ownNoteOf(n, i, -1))
		}
		for _, c := range t.Rows[i].Cells {
			if n := r.letterBehind(t, c.End); n >= 0 {
				card.own = append(card.own, r.ownNoteOf(n, i, c.Column))
			}
		}
	}
}

// letterBehind returns the note of t whose letter stands in brackets at a byte, -1 if
// none does: "Birch(a)".
func (r *reader) letterBehind(t *doc.Table, at int) int {
	s := strings.TrimLeft(r.d.Text[at:min(len(r.d.Text), at+5)], " ")
	if len(s) < 3 || s[0] != '(' || s[2] != ')' {
		return -1
	}
	n := sort.Search(len(r.d.Notes), func(k int) bool { return r.d.Notes[k].Block > t.Block })
	for ; n < len(r.d.Notes) && r.d.Notes[n].Block < t.Block+maxNotesBelow; n++ {
		if r.d.Notes[n].Label == s[1:2] {
			return n
		}
	}
	return -1
}

// maxNotesBelow bounds the blocks under a table in which the notes of its letters stand.
const maxNotesBelow = 12

// ownNoteOf reads note n for a row and a column.
func (r *reader) ownNoteOf(n, row, column int) ownNote {
	o := ownNote{row: row, column: column, note: n, card: &tableCard{citeNote: -1}}
	r.tableNote(o.card, n)
	if at, _ := sourceLabel(r.d.Slice(r.d.Notes[n].Text)); at > 0 {
		o.card.source, o.shared = speaker{}, true // "* Gross weight. Source: Coast Guard."
	}
	return o
}

// namedTellers takes the names of those whose counts stand in columns from the notes of
// these: "police (a)" with "(a) Marine Police, books of the year".
func (r *reader) namedTellers(card *tableCard) {
	for i := range card.own {
		o := &card.own[i]
		if o.row >= 0 || o.column < 0 || o.card.source.known() {
			continue
		}
		s := r.d.Notes[o.note].Text
		if n := strings.IndexAny(r.d.Slice(s), ",.;:("); n > 0 {
			s.End = s.Start + n
		}
		for _, m := range r.mentionsIn(s) {
			if men := &r.d.Mentions[m]; men.Type.IsActor() && men.Start <= s.Start+4 {
				o.card.source, o.card.via = r.speakerIn(s), "text"
				break
			}
		}
	}
}

// marked tells at which row, column or cell of t a mark stands; -1 and -1 where it
// stands at none.
func marked(t *doc.Table, at int) (row, column int) {
	behind := func(s doc.Span) bool {
		return s.Len() > 0 && s.Start < at && at-s.End < maxMarkGap && at >= s.End-maxMarkGap
	}
	for i := range t.Rows {
		for _, c := range t.Rows[i].Cells {
			if behind(c.Span) {
				return i, c.Column
			}
		}
		if behind(t.Rows[i].Span) {
			return i, -1
		}
	}
	for i := range t.Columns {
		if s := t.Columns[i].Span; s.Start < at && at <= s.End+maxMarkGap && s.Len() > 0 {
			return -1, i
		}
	}
	return -1, -1
}

// maxMarkGap bounds the signs and blanks between a label and the mark of its note.
const maxMarkGap = 3

// maxOwnNotes bounds the marks in a table that are looked at.
const maxOwnNotes = 64

// keeps reports whether span is a note of single rows or cells.
func (card *tableCard) keeps(d *doc.Document, span doc.Span) bool {
	for _, o := range card.own {
		if n := d.Notes[o.note].Span; o.row >= 0 && !o.shared && n.Overlaps(span) {
			return true
		}
	}
	return false
}

// ownNote gives a cell what the note of its own, of its row or of its column says.
func (r *reader) ownNote(c *doc.Claim, card *tableCard) {
	for _, o := range card.own {
		if o.row >= 0 && o.row != c.Row || o.column >= 0 && o.column != c.Column {
			continue
		}
		if o.card.source.known() && o.card.via == "text" {
			r.speak(c, o.card.source, "text")
		}
		if o.card.citeNote >= 0 {
			c.Cite, c.CiteNote = o.card.cite, o.card.citeNote
		}
	}
}
