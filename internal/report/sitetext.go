package report

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"analyze/internal/doc"
	"analyze/internal/record"
	"analyze/internal/text"
)

// A run is a piece of running text between two edges of marks.
type run struct {
	Text              string
	Open, Close       bool   // a figure begins before, ends after
	Claim             int    // its start
	ClaimID           bool   // carries the anchor of the figure
	No                int    // number of the figure in the document; 0: not numbered
	Tail              string // punctuation that stays with the number
	Href, Class, ID   string // of a name
	Again             bool
	Note, Mark, Label string // a note's mark: its note, its own anchor, its sign
	Inside            []int  // figures that lie within this one: their anchors
}

// A docPage is what the page of a document shows.
type docPage struct {
	Title, ID, Lang, Dir string
	Head                 *textRow // the title as it stands in the text
	Card                 []string
	Actors, Places       []barRow
	MoreActors           int
	MorePlaces           int
	Figures              []figureGroup
	Contents             []contentsRow
	Rows                 []textRow
	Notes                []noteRow
	Problems             []problemRow
	Copies               []copyRow
	Words                string
	Noted, Stated        int // figures with a note, where not all have one; all
}

type barRow struct {
	Name, Href, Doubt string
	N                 int
	Width             int // percent
}

type figureGroup struct {
	Who     string
	Figures []contextLink
	More    int
}

type contextLink struct{ Words, Href string }

type contentsRow struct {
	Words string
	At    int
}

// A textRow is a block of the text with the notes on its figures.
type textRow struct {
	At     int
	Kind   string // body, heading, title, quote, list, table, raw, byline, caption
	Label  string
	Copy   *contextLink
	Runs   []run
	Table  *tableGrid
	Claims []marginNote
}

type tableGrid struct {
	Caption []run
	Head    []string
	Rows    [][]tableCell
}

type tableCell struct {
	Runs []run
	Head bool
}

// A marginNote says what the sentence of a figure hides.
type marginNote struct {
	No, At  int
	Words   string
	Lines   []string
	Cites   contextLink
	Verdict *verdict
	Thread  contextLink
}

type noteRow struct {
	At     int
	Label  string
	Runs   []run
	Backs  []int
	Full   string
	Claims []marginNote
	For    []citing // the figures whose sentences cite it
}

// A citing is a figure of the text by its number and place.
type citing struct{ No, At int }

type problemRow struct {
	Text, Words string
	At          int
}

type copyRow struct{ Words, Title, Href string }

// A typesetter cuts the text of one document into runs.
type typesetter struct {
	s      *site
	d      *doc.Document
	root   string
	number []int // of each claim, 0 for repeats
	first  map[string]bool
	placed map[int]bool // starts of mentions and claims that have their anchor
	claims claimList
	citing map[int][]citing // by note
	backs  map[int][]int    // where the text refers to each note
	reach  []int            // the furthest end of the repeats up to each
}

// notedMost is how many figures of a document are numbered and have a note
// beside the text; of more, all are marked and listed elsewhere.
const notedMost = 2000

// documentPage sets the page of d, whose view v is. Claims are its records.
func (s *site) documentPage(d *doc.Document, claims claimList, v *view) *docPage {
	t := &typesetter{s: s, d: d, root: rootOf(s.docFile(d.ID)), placed: map[int]bool{}, number: make([]int, len(d.Claims)), claims: claims, citing: map[int][]citing{}, backs: map[int][]int{}}
	noted := t.count()
	p := &docPage{Title: title(d.Meta, d.ID), ID: d.ID, Lang: d.Meta.Language, Words: plural(d.Meta.Words, "word", "words")}
	if slices.Contains([]string{"ar", "he", "fa", "ur"}, d.Meta.Language) {
		p.Dir = "rtl"
	}
	if noted == notedMost && len(d.Claims) > notedMost {
		p.Noted, p.Stated = noted, len(d.Claims)
	}
	p.Card = s.cardLine(d)
	s.inShort(p, v, t.root)
	for i := range d.Blocks {
		p.Rows = append(p.Rows, t.block(i)...)
	}
	if len(p.Rows) > 0 && p.Rows[0].Kind == "title" && len(p.Rows[0].Claims) == 0 {
		p.Head, p.Rows = &p.Rows[0], p.Rows[1:]
	}
	for i := range d.Notes {
		p.Notes = append(p.Notes, t.note(i))
	}
	for i := range p.Rows {
		if r := &p.Rows[i]; r.Kind == "heading" {
			p.Contents = append(p.Contents, contentsRow{cut(plain(r.Runs), 60), r.At})
		}
	}
	for _, x := range d.Problems {
		p.Problems = append(p.Problems, problemRow{x.Text, cut(d.Slice(x.Span), 80), t.blockStart(x.Span.Start)})
	}
	for _, k := range s.copies[d.ID] {
		if o := s.cards[k.Original]; o != nil {
			p.Copies = append(p.Copies, copyRow{cut(d.Slice(k.Span), 80), title(o.Meta, o.ID), t.root + t.s.docFile(o.ID)})
		}
	}
	return p
}

// count numbers the figures that are neither repeats nor within another, as
// many as have a note, and gathers what refers to each note.
func (t *typesetter) count() (noted int) {
	n, claims := 0, t.d.Claims
	for i := range claims {
		if n == notedMost {
			break
		}
		c := &claims[i]
		if i > 0 && c.Start < claims[i-1].End || t.copied(c.Span) {
			continue
		}
		n++
		t.number[i] = n
		if c.Cite != "" && c.CiteNote >= 0 {
			t.citing[c.CiteNote] = append(t.citing[c.CiteNote], citing{n, c.Start})
		}
	}
	for _, m := range t.d.NoteMarks {
		if m.Note >= 0 && m.Note < len(t.d.Notes) && !t.d.Notes[m.Note].Contains(m.Span) {
			t.backs[m.Note] = append(t.backs[m.Note], m.Start)
		}
	}
	end := 0
	for _, r := range t.d.Repeats {
		end = max(end, r.End)
		t.reach = append(t.reach, end)
	}
	return n
}

func plain(runs []run) string {
	var b strings.Builder
	for _, r := range runs {
		b.WriteString(r.Text)
	}
	return b.String()
}

func (s *site) cardLine(d *doc.Document) []string {
	m := d.Meta
	var out []string
	for _, v := range []string{strings.Join(m.Authors, ", "), m.Publisher} {
		if v != "" {
			out = append(out, text.Clean(v))
		}
	}
	if m.Date != "" {
		out = append(out, when(m.Date)+", read from the "+m.DateVia)
	} else {
		out = append(out, "no date given")
	}
	return append(out, plural(m.Words, "word", "words"))
}

// inShort fills the three parts of the card: who acts, where, which figures.
func (s *site) inShort(p *docPage, v *view, root string) {
	const shown = 6
	bar := func(name, entity, doubt string, n, most int) barRow {
		b := barRow{Name: name, Doubt: doubt, N: n, Width: max(2, n*70/max(1, most))}
		if e := s.entities[entity]; e != nil {
			b.Href = root + s.entityFile(e)
		}
		return b
	}
	for _, a := range v.Actors[:min(shown, len(v.Actors))] {
		p.Actors = append(p.Actors, bar(a.Name, a.Entity, a.Doubt, a.Mentions, v.Actors[0].Mentions))
	}
	for _, a := range v.Places[:min(shown, len(v.Places))] {
		p.Places = append(p.Places, bar(a.Name, a.Entity, a.Doubt, a.Mentions, v.Places[0].Mentions))
	}
	p.MoreActors, p.MorePlaces = max(0, len(v.Actors)-shown), max(0, len(v.Places)-shown)
	p.Figures = groupFigures(v)
}

// groupFigures groups figures by who says so: named sources first.
func groupFigures(v *view) []figureGroup {
	const each, groups = 4, 8
	at := map[string]int{}
	var list []figureGroup
	author := figureGroup{Who: ""}
	for _, i := range v.Claims {
		c := &v.Doc.Claims[i]
		g := &author
		if c.Source != "" {
			if _, ok := at[c.Source]; !ok {
				at[c.Source] = len(list)
				list = append(list, figureGroup{Who: text.Clean(c.Source)})
			}
			g = &list[at[c.Source]]
		}
		if len(g.Figures) < each {
			g.Figures = append(g.Figures, contextLink{cut(v.Doc.Slice(c.Span), 60), "#c" + strconv.Itoa(c.Start)})
		} else {
			g.More++
		}
	}
	list = list[:min(groups, len(list))]
	if len(author.Figures) > 0 {
		list = append(list, author)
	}
	return list
}

func (t *typesetter) copied(s doc.Span) bool { return t.d.InRepeat(s) }

func (t *typesetter) blockStart(at int) int {
	if i := t.d.BlockAt(at); i >= 0 {
		return t.d.Blocks[i].Start
	}
	return -1
}

// block returns the rows of block i. Notes stand at the end of the page; of a
// block that holds them only what is no note stands here.
func (t *typesetter) block(i int) []textRow {
	d, b := t.d, &t.d.Blocks[i]
	t.first = map[string]bool{}
	var rows []textRow
	add := func(s doc.Span) {
		if strings.TrimSpace(d.Slice(s)) == "" {
			return
		}
		r := textRow{At: s.Start, Kind: b.Kind.String(), Label: b.Label, Copy: t.repeats(s)}
		if b.Kind == doc.TableBlock && b.Table >= 0 && b.Table < len(d.Tables) {
			r.Table = t.table(b)
		}
		if r.Table == nil {
			if b.Kind == doc.TableBlock {
				r.Kind = "raw"
			}
			r.Runs = t.runs(s, r.Copy == nil && b.Kind != doc.Heading && b.Kind != doc.Title)
		}
		r.Claims = t.margin(s)
		rows = append(rows, r)
	}
	from := b.Start
	if b.Text.Start > b.Start {
		from = b.Text.Start
	}
	for n := firstAfter(len(d.Notes), func(i int) int { return d.Notes[i].End }, from); n < len(d.Notes); n++ {
		x := d.Notes[n].Span
		if x.Start >= b.End {
			break
		}
		if x.End <= from || d.Notes[n].Block != i {
			continue
		}
		if x.Start > from {
			add(doc.Span{Start: from, End: x.Start})
		}
		from = x.End
	}
	if from < b.End {
		add(doc.Span{Start: from, End: b.End})
	}
	if len(rows) > 0 && rows[0].At != b.Start {
		rows[0].At = b.Start
	}
	return rows
}

// repeats links a passage that repeats another to the one it repeats.
func (t *typesetter) repeats(s doc.Span) *contextLink {
	before := firstAfter(len(t.d.Repeats), func(i int) int { return t.d.Repeats[i].Start }, s.Start)
	if before > 0 && t.reach[before-1] < s.End-2 {
		before = 0
	}
	for _, r := range t.d.Repeats[:before] {
		if r.Contains(s) || r.Start <= s.Start && r.End >= s.End-2 {
			words := "a passage above"
			if r.Of.Start > s.Start {
				words = "a passage below"
			}
			return &contextLink{words, "#p" + strconv.Itoa(t.blockStart(r.Of.Start))}
		}
	}
	for _, k := range t.s.copies[t.d.ID] {
		if o := t.s.cards[k.Original]; o != nil && k.Span.Contains(s) {
			return &contextLink{title(o.Meta, o.ID), t.root + t.s.docFile(o.ID)}
		}
	}
	return nil
}

// table sets a table as rows and columns; nil where that would lose a mark.
func (t *typesetter) table(b *doc.Block) *tableGrid {
	d := t.d
	tab := &d.Tables[b.Table]
	panels := map[int][]int{}
	var order []int
	for i, c := range tab.Columns {
		if _, ok := panels[c.Panel]; !ok {
			order = append(order, c.Panel)
		}
		panels[c.Panel] = append(panels[c.Panel], i)
	}
	if len(tab.Rows) == 0 || len(order) == 0 || !t.inCells(b, tab) {
		return nil
	}
	out := &tableGrid{Head: []string{""}}
	filled := map[int]bool{}
	for _, r := range tab.Rows {
		for _, c := range r.Cells {
			filled[c.Column] = true
		}
	}
	for _, p := range order { // the column of the rows' labels has no cells
		if first := panels[p][0]; !filled[first] {
			panels[p] = panels[p][1:]
			out.Head[0] = tab.Columns[first].Header
		}
	}
	for _, c := range panels[order[0]] {
		out.Head = append(out.Head, tab.Columns[c].Header)
	}
	at := map[int][]int{} // of a row's cells, by column
	for _, r := range tab.Rows {
		line := []tableCell{{Runs: t.runs(r.Span, true), Head: true}}
		clear(at)
		for k := range r.Cells {
			at[r.Cells[k].Column] = append(at[r.Cells[k].Column], k)
		}
		if r.Span.Len() == 0 {
			line[0].Runs = []run{{Text: r.Label}}
		}
		for _, c := range panels[r.Panel] {
			var x tableCell
			for _, k := range at[c] {
				x.Runs = append(x.Runs, t.runs(r.Cells[k].Span, true)...)
			}
			line = append(line, x)
		}
		out.Rows = append(out.Rows, line)
	}
	return out
}

// inCells reports whether each figure and name of the block b lies in a cell of
// its table or in the label of a row.
func (t *typesetter) inCells(b *doc.Block, tab *doc.Table) bool {
	d := t.d
	var spans []doc.Span
	for _, r := range tab.Rows {
		spans = append(spans, r.Span)
		for _, c := range r.Cells {
			spans = append(spans, c.Span)
		}
	}
	slices.SortFunc(spans, func(x, y doc.Span) int { return x.Start - y.Start })
	for i := 1; i < len(spans); i++ { // each as far as any up to it
		spans[i].End = max(spans[i].End, spans[i-1].End)
	}
	inside := func(s doc.Span) bool {
		i := firstAfter(len(spans), func(i int) int { return spans[i].Start }, s.Start)
		return !b.Contains(s) || i > 0 && spans[i-1].End >= s.End
	}
	for i := firstAfter(len(d.Claims), func(i int) int { return d.Claims[i].Start + 1 }, b.Start); i < len(d.Claims) && d.Claims[i].Start < b.End; i++ {
		if !inside(d.Claims[i].Span) {
			return false
		}
	}
	for i := firstAfter(len(d.Mentions), func(i int) int { return d.Mentions[i].Start + 1 }, b.Start); i < len(d.Mentions) && d.Mentions[i].Start < b.End; i++ {
		if d.Mentions[i].Form != doc.Adjective && !inside(d.Mentions[i].Span) {
			return false
		}
	}
	return true
}

// margin returns the notes on the figures in s.
func (t *typesetter) margin(s doc.Span) []marginNote {
	var notes []marginNote
	for i := firstAfter(len(t.d.Claims), func(i int) int { return t.d.Claims[i].Start + 1 }, s.Start); i < len(t.d.Claims); i++ {
		c := &t.d.Claims[i]
		if c.Start >= s.End {
			break
		}
		if t.number[i] == 0 {
			continue
		}
		notes = append(notes, t.marginNote(i, t.claims.at(i)))
	}
	return notes
}

func (t *typesetter) marginNote(i int, c *record.Claim) marginNote {
	n := marginNote{No: t.number[i], At: c.Start, Words: cut(c.Text, 90)}
	if what := text.Clean(or(c.What, "")); what != "" && !strings.Contains(strings.ToLower(n.Words), strings.ToLower(what)) {
		n.Lines = append(n.Lines, cut(what, 90))
	}
	source, date := says(c), ""
	if c.Time != nil {
		date = when(*c.Time)
	}
	switch {
	case c.Source != nil:
		n.Lines = append(n.Lines, "Says: "+source)
	case c.Cite != nil:
	case date == "":
		n.Lines = append(n.Lines, "No source or date given")
	default:
		n.Lines = append(n.Lines, "No source given")
	}
	place := where(c)
	switch {
	case place != "" && date != "":
		n.Lines = append(n.Lines, place+" · "+date)
	case place != "" || date != "":
		n.Lines = append(n.Lines, place+date)
	}
	if date == "" && c.Source != nil {
		n.Lines = append(n.Lines, "No date given")
	}
	if c.Cite != nil {
		n.Cites = contextLink{Words: cut(*c.Cite, 110)}
		if k := t.d.Claims[i].CiteNote; k >= 0 && k < len(t.d.Notes) {
			n.Cites.Href = "#fn" + strconv.Itoa(t.d.Notes[k].Start)
		}
	}
	if c.Repair != nil {
		n.Lines = append(n.Lines, upperFirst(text.Clean(*c.Repair)))
	}
	if c.Thread != nil {
		if th := t.s.threads[*c.Thread]; th != nil {
			v := verdicts[th.Relation]
			n.Verdict = &v
			n.Thread = contextLink{fmt.Sprintf("%s, %s", plural(len(th.Claims), "statement", "statements"), plural(th.Sources, "source", "sources")), t.root + t.s.threadFile(th.ID) + "#" + anchor(c.ID)}
		}
	}
	return n
}

// anchor is a claim's id as the anchor of its row on a thread's page.
func anchor(id string) string { return "s-" + record.FileName(id) }

func upperFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

// says names the source of a claim; one that is described, not named, is set
// in quotation marks.
func says(c *record.Claim) string {
	s := "the author"
	if c.Source != nil {
		s = text.Clean(*c.Source)
		if r, _ := utf8.DecodeRuneInString(s); unicode.IsLower(r) && c.SourceEntity == nil {
			s = "“" + s + "”, unnamed"
		}
	}
	if c.Estimate {
		s += ", an estimate"
	}
	return s
}

func (t *typesetter) note(i int) noteRow {
	n := &t.d.Notes[i]
	t.first = map[string]bool{}
	r := noteRow{At: n.Start, Label: n.Label, Runs: t.runs(n.Text, true), Claims: t.margin(n.Text), For: t.citing[i]}
	if n.Text.Len() == 0 {
		r.Runs, r.Claims = t.runs(n.Span, true), t.margin(n.Span)
	}
	r.Backs = t.backs[i]
	for _, x := range n.Refs {
		if x.Resolved != "" {
			r.Full = strings.TrimPrefix(r.Full+"; "+text.Clean(x.Resolved), "; ")
		}
	}
	return r
}

// runs cuts s at every edge of a figure, name or note's mark.
func (t *typesetter) runs(s doc.Span, lines bool) []run {
	d := t.d
	var edges []int
	add := func(x doc.Span) bool {
		if x.Start >= s.End {
			return false
		}
		if x.Overlaps(s) {
			edges = append(edges, max(x.Start, s.Start), min(x.End, s.End))
		}
		return true
	}
	ci, mi, ni := firstAfter(len(d.Claims), func(i int) int { return d.Claims[i].End }, s.Start), firstAfter(len(d.Mentions), func(i int) int { return d.Mentions[i].End }, s.Start), firstAfter(len(d.NoteMarks), func(i int) int { return d.NoteMarks[i].End }, s.Start)
	for i := ci; i < len(d.Claims) && add(d.Claims[i].Span); i++ {
	}
	for i := mi; i < len(d.Mentions) && add(d.Mentions[i].Span); i++ {
	}
	for i := ni; i < len(d.NoteMarks) && add(d.NoteMarks[i].Span); i++ {
	}
	edges = append(edges, s.Start, s.End)
	slices.Sort(edges)
	edges = slices.Compact(edges)
	var out []run
	for k := 0; k+1 < len(edges); k++ {
		a, b := edges[k], edges[k+1]
		for ci < len(d.Claims) && (d.Claims[ci].End <= a || ci > 0 && d.Claims[ci].Start < d.Claims[ci-1].End) {
			ci++
		}
		for mi < len(d.Mentions) && d.Mentions[mi].End <= a {
			mi++
		}
		for ni < len(d.NoteMarks) && d.NoteMarks[ni].End <= a {
			ni++
		}
		r := run{Text: d.Text[a:b]}
		if ni < len(d.NoteMarks) && d.NoteMarks[ni].Start <= a {
			t.noteMark(&r, &d.NoteMarks[ni], a)
		} else if mi < len(d.Mentions) && d.Mentions[mi].Start <= a {
			t.name(&r, mi, a, lines)
		}
		if ci < len(d.Claims) && d.Claims[ci].Start <= a {
			c := &d.Claims[ci]
			r.Claim, r.Open, r.Close = c.Start, a == max(c.Start, s.Start), b == min(c.End, s.End)
			r.ClaimID = r.Open && t.place(-c.Start-1)
			for i := ci + 1; i < len(d.Claims) && d.Claims[i].Start < c.End && r.Open; i++ {
				if t.place(-d.Claims[i].Start - 1) {
					r.Inside = append(r.Inside, d.Claims[i].Start)
				}
			}
			if r.Close && b == c.End {
				r.No = t.number[ci]
			}
		}
		out = append(out, r)
	}
	return tails(out)
}

// firstAfter is the first of n ends, ascending, that lies after at.
func firstAfter(n int, end func(int) int, at int) int {
	lo, hi := 0, n
	for lo < hi {
		m := (lo + hi) / 2
		if end(m) <= at {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo
}

// place reports whether an anchor is set for the first time.
func (t *typesetter) place(key int) bool {
	was := t.placed[key]
	t.placed[key] = true
	return !was
}

func (t *typesetter) noteMark(r *run, m *doc.NoteMark, at int) {
	if m.Start == at {
		r.Mark = "fr" + strconv.Itoa(m.Start)
	}
	r.Label = m.Label
	if m.Note >= 0 && m.Note < len(t.d.Notes) {
		r.Note = "fn" + strconv.Itoa(t.d.Notes[m.Note].Start)
	}
}

func (t *typesetter) name(r *run, i, at int, lines bool) {
	m := &t.d.Mentions[i]
	e := t.s.entities[entityOf(t.d, i)]
	if m.Form == doc.Adjective {
		return
	}
	if t.place(m.Start) {
		r.ID = "m" + strconv.Itoa(m.Start)
	}
	if e == nil {
		r.Class = "x"
		return
	}
	r.Class = "a"
	if e.Type == doc.Place {
		r.Class = "pl"
	}
	r.Href = t.root + t.s.entityFile(e)
	r.Again = !lines || t.first[e.ID] && m.Start == at
	t.first[e.ID] = true
}

// tails moves the punctuation after a numbered figure to its number, so that a
// line never begins with it.
func tails(runs []run) []run {
	for i := range runs {
		if runs[i].No == 0 || i+1 == len(runs) || runs[i+1].Href != "" || runs[i+1].Open || runs[i+1].Label != "" || runs[i+1].ID != "" {
			continue
		}
		next := runs[i+1].Text
		n := len(next) - len(strings.TrimLeft(next, ".,;:!?)”’"))
		runs[i].Tail, runs[i+1].Text = next[:n], next[n:]
	}
	return runs
}
