package claim

import (
	"cmp"
	"iter"
	"sort"
	"strconv"
	"strings"

	"analyze/internal/doc"
	"analyze/internal/nlp/gazetteer"
	"analyze/internal/nlp/timex"
	"analyze/internal/text"
)

// A tableCard is what a table's caption, notes and source line say of all its
// cells.
type tableCard struct {
	source   speaker
	via      string
	time     timex.Period
	months   timex.Period // of every year of its columns: "January–September"
	timeVia  string
	cite     string
	citeNote int
	counted  string   // what the caption counts
	parted   bool     // and says that the rows or columns are its parts
	tells    bool     // its rows say what is counted
	headed   []bool   // the columns headed by names of places, as those beside them are
	named    bool     // its rows are places or somebody
	placed   bool     // the header over its rows says that they are places
	actors   bool     // or those who give, lend or owe: countries among them act
	things   bool     // or things: none is a place, whatever it is called after
	tellers  bool     // its columns are headed by those who counted
	stacked  []string // for each row the head of its group, where other groups have the same rows
	subjects []bool   // the columns whose header begins with one of several subjects: "english passed"
	moving   bool     // its people come from the places in its rows
	beside   []int    // columns headed as places are
	told     int      // column that says whose figures the row holds, -1 if none does
	dated    int      // column that says of when they are, -1 if none does
	others   []doc.ClaimPlace
	parts    []toldPart // sources of some rows or columns
	own      []ownNote  // notes of single rows, cells and columns
}

// tables gives the cells of tables what row, column, caption and notes say.
func (r *reader) tables() {
	cards := make(map[int]*tableCard)
	for i := range r.d.Claims {
		c := &r.d.Claims[i]
		if c.Table < 0 || c.Table >= len(r.d.Tables) {
			continue
		}
		card := cards[c.Table]
		if card == nil {
			card = r.card(&r.d.Tables[c.Table])
			cards[c.Table] = card
		}
		r.cell(c, &r.d.Tables[c.Table], card)
	}
}

// cell fills in one cell.
func (r *reader) cell(c *doc.Claim, t *doc.Table, card *tableCard) {
	c.In = doc.TableBlock
	var row *doc.Row
	var column *doc.Column
	if c.Row >= 0 && c.Row < len(t.Rows) {
		row = &t.Rows[c.Row]
		c.RowLabel, c.RowNumber = row.Label, row.Number
		c.Context = strings.TrimSpace(row.Label + " | ")
	}
	if c.Column >= 0 && c.Column < len(t.Columns) {
		column = &t.Columns[c.Column]
		c.ColumnLabel = column.Header
		if c.What == "" {
			c.What = column.Header
		}
	}
	r.cellWhat(c, t, row, card)
	c.Context = strings.Trim(c.RowLabel+" | "+c.ColumnLabel+": "+squeeze(r.d.Slice(c.Span)), " |")
	r.cellPlace(c, t, row, column, card)
	if len(c.Places) == 0 || len(card.others) > 0 && len(c.Places) == len(card.others) {
		r.groupPlace(c, t)
	}
	r.cellTime(c, t, row, column, card)
	r.cellQuarter(c, column, card)
	c.Cite, c.CiteNote = card.cite, card.citeNote
	if who := r.rowSource(t, c.Row, card.told); who.known() {
		r.speak(c, who, "text")
	} else if who := card.partSource(c); who.known() {
		r.speak(c, who, "text")
	} else if card.tellers && column != nil {
		r.speak(c, speaker{text: bareLabel(column.Header), span: column.Span, referent: -1}, "text")
	} else if card.source.known() {
		r.speak(c, card.source, card.via)
	}
	r.ownNote(c, card)
}

// cellPlace takes the place from the row, else from the column.
func (r *reader) cellPlace(c *doc.Claim, t *doc.Table, row *doc.Row, column *doc.Column, card *tableCard) {
	role := doc.Location
	if card.moving && c.Kind == doc.Count {
		role = doc.Origin
	}
	if row != nil && !card.actors && !card.things {
		c.Places = r.labelPlaces(row.Span, row.Label, role)
	}
	if len(c.Places) == 0 && card.placed && row != nil && isProper(row.Label) {
		c.Places = []doc.ClaimPlace{{Name: bareLabel(row.Label), Referent: -1, Role: role}}
	}
	if len(c.Places) == 0 {
		c.Places = r.besidePlaces(c, t, card.beside, role)
	}
	if len(c.Places) == 0 && column != nil && !card.subjects[c.Column] {
		c.Places = r.labelPlaces(column.Span, column.Header, role)
	}
	if len(c.Places) == 0 || role == doc.Origin {
		c.Places = append(c.Places, card.others...)
	}
	if len(c.Places) == 0 && r.home.country != "" && !card.named && len(card.beside) == 0 {
		c.Places = r.home.places()
	}
}

// aboutLanguages reports whether a caption speaks of languages, so that "English" is no
// place below it.
func (r *reader) aboutLanguages(captions []doc.Span) bool {
	for _, s := range captions {
		if strings.Contains(strings.ToLower(r.d.Slice(s)), "language") {
			return true
		}
	}
	return false
}

// subjectHeads tells which headers begin with a word for a people that is only one of
// several subjects: "english passed" beside "mathematics passed".
func subjectHeads(t *doc.Table) []bool {
	out := make([]bool, len(t.Columns))
	plain := map[string]bool{} // how headers end whose first word is no people
	for pass := range 2 {
		for i := range t.Columns {
			first, rest, ok := strings.Cut(t.Columns[i].Header, " ")
			if !ok {
				continue
			}
			people, _, _ := gazetteer.Default().Demonym(titled(first))
			if pass == 0 && people == nil && len(gazetteer.Default().Lookup(titled(first))) == 0 {
				plain[rest] = true
			}
			out[i] = people != nil && plain[rest]
		}
	}
	return out
}

// besidePlaces takes the place from a column of words left of the cell, headed as
// places are: the country of an agency. Where it stands once for several rows,
// the rows above are asked.
func (r *reader) besidePlaces(c *doc.Claim, t *doc.Table, beside []int, role doc.PlaceRole) []doc.ClaimPlace {
	for _, col := range beside {
		if col >= c.Column {
			break
		}
		for i := c.Row; i >= 0 && i < len(t.Rows) && i > c.Row-maxBack; i-- {
			row := &t.Rows[i]
			if row.Panel != t.Columns[col].Panel || i < c.Row && isTotal(row.Label) {
				break
			}
			for _, cell := range row.Cells {
				if cell.Column != col {
					continue
				}
				name := squeeze(r.d.Slice(cell.Span))
				if isTotal(name) {
					return nil
				}
				if p := r.labelPlaces(cell.Span, name, role); p != nil {
					return p
				}
				if isProper(name) {
					return []doc.ClaimPlace{{Name: name, Referent: -1, Role: role}}
				}
				return nil
			}
		}
	}
	return nil
}

// maxPlaceColumns bounds the columns of places that a cell is asked for.
const maxPlaceColumns = 3

// isPlaceHead reports whether a header is a word for places.
func isPlaceHead(header string) bool {
	f := strings.Fields(bareLabel(header))
	if len(f) == 0 || len(f) > 3 {
		return false
	}
	last := singular(strings.ToLower(f[len(f)-1]))
	return placeHeads[last] || rowHeads[last]
}

// groupPlace takes the place from the line that heads the group of the cell's row:
// "Upper Province", with hospitals and clinics under it.
func (r *reader) groupPlace(c *doc.Claim, t *doc.Table) {
	if c.Row < 0 || c.Row >= len(t.Rows) || isTotal(t.Rows[c.Row].Label) || strings.Contains(strings.ToLower(t.Rows[c.Row].Label), "total") {
		return
	}
	i := c.Row - 1
	for i >= 0 && i > c.Row-maxBack && len(t.Rows[i].Cells) > 0 {
		i--
	}
	if i < 0 || len(t.Rows[i].Cells) > 0 || t.Rows[i].Panel != t.Rows[c.Row].Panel {
		return
	}
	head := &t.Rows[i]
	if p := r.labelPlaces(head.Span, head.Label, doc.Location); len(p) > 0 {
		c.Places = p
		return
	}
	f := strings.Fields(bareLabel(head.Label))
	if n := len(f); n > 1 && n < 5 && placeHeads[strings.ToLower(f[n-1])] && f[0] != strings.ToLower(f[0]) {
		c.Places = []doc.ClaimPlace{{Name: bareLabel(head.Label), Referent: -1, Role: doc.Location}}
	}
}

// titled gives the words of a header, which are in small letters, a capital
// each, so that the months among them are known.
func titled(s string) string {
	b := []byte(s)
	for i := range b {
		if b[i] >= 'a' && b[i] <= 'z' && (i == 0 || b[i-1] == ' ' || b[i-1] == '(') {
			b[i] -= 'a' - 'A'
		}
	}
	return string(b)
}

// withoutStage takes from the years of a header the letter that tells at what stage
// their numbers are: "2016e" is an estimate, "2015r" revised.
func withoutStage(s string) string {
	f := strings.Fields(s)
	for i, w := range f {
		if len(w) == 5 && strings.Trim(w[:4], "0123456789") == "" && (w[0] == '1' || w[0] == '2') && strings.IndexByte("abefpr", w[4]) >= 0 {
			f[i] = w[:4]
		}
	}
	return strings.Join(f, " ")
}

// labelPlaces reads a label as the place it names: by the mention in it, else
// by the gazetteer, a demonym as its country.
func (r *reader) labelPlaces(span doc.Span, label string, role doc.PlaceRole) []doc.ClaimPlace {
	for _, i := range r.mentionsIn(span) {
		men := &r.d.Mentions[i]
		s := site{referent: -1}
		if i < len(r.d.ReferentOf) {
			s.referent = r.d.ReferentOf[i]
		}
		if men.Type == doc.Place && s.referent >= 0 && s.referent < len(r.d.Referents) && r.d.Referents[s.referent].Type == doc.Place && r.d.Referents[s.referent].Key != "" {
			return []doc.ClaimPlace{{Name: r.d.Referents[s.referent].Name, Referent: s.referent, Role: role}}
		}
		if (men.Form == doc.Adjective || men.Type == doc.Group) && namesPlace(label) {
			return []doc.ClaimPlace{{Name: bareLabel(label), Referent: -1, Role: role}} // "Emirati Jordanian Camp"
		}
		if (men.Form == doc.Adjective || men.Type == doc.Group) && nameCountry(&s, men) {
			return []doc.ClaimPlace{{Name: s.name, Referent: -1, Role: role}}
		}
	}
	g := gazetteer.Default()
	clean := strings.Trim(label, " .*†:")
	names := g.Lookup(clean)
	if bare := bareLabel(clean); len(names) == 0 && bare != clean && len(r.mentionsIn(span)) == 0 {
		names = g.Lookup(bare)
	}
	for _, m := range names {
		if m.Entry.Kind.Type() == "PLACE" && (!m.Weak || m.Entry.Kind == gazetteer.Country) && m.Entry.Kind != gazetteer.OtherPlace {
			return []doc.ClaimPlace{{Name: m.Entry.Name, Referent: -1, Role: role}}
		}
	}
	if e, _, _ := g.Demonym(clean); e != nil {
		return []doc.ClaimPlace{{Name: e.Name, Referent: -1, Role: role}}
	}
	if namesPlace(clean) {
		return []doc.ClaimPlace{{Name: bareLabel(clean), Referent: -1, Role: role}}
	}
	return nil
}

// namesPlace reports whether a label is the name of a place by its last word:
// "Old Turkish Camp".
func namesPlace(label string) bool {
	f := strings.Fields(bareLabel(label))
	if len(f) < 2 || len(f) > 5 {
		return false
	}
	last := f[len(f)-1]
	return last != strings.ToLower(last) && placeHeads[strings.ToLower(last)] && !noNames[strings.ToLower(f[0])]
}

// mentionsIn lists the mentions within a span.
func (r *reader) mentionsIn(span doc.Span) (out []int) {
	if span.Len() <= 0 {
		return nil
	}
	i := sort.Search(len(r.d.Mentions), func(i int) bool { return r.d.Mentions[i].Start >= span.Start })
	for ; i < len(r.d.Mentions) && r.d.Mentions[i].Start < span.End; i++ {
		out = append(out, i)
	}
	return out
}

// cellTime takes the time from the column, else the row, else the caption.
func (r *reader) cellTime(c *doc.Claim, t *doc.Table, row *doc.Row, column *doc.Column, card *tableCard) {
	p, ok := r.headerTime(column, card)
	if !ok {
		p, ok = r.besideTime(t, c, card.dated)
	}
	if !ok && row != nil {
		p, ok = r.rowTime(c, row)
	}
	if ok {
		c.Time, c.TimeVia = p.String(), "table"
		return
	}
	if p := card.time; p.Known() {
		if column != nil && r.countsUpTo(c) {
			p = p.UpTo()
		}
		c.Time, c.TimeVia = p.String(), card.timeVia
	}
}

// headerTime reads the time that the header of a column names.
func (r *reader) headerTime(column *doc.Column, card *tableCard) (p timex.Period, ok bool) {
	if column == nil || changeSince(column.Header) {
		return p, false
	}
	if p, ok = timex.In(titled(withoutStage(column.Header)), r.cal.ref); ok {
		return card.months.InYear(p), true
	}
	if column.Span.Len() == 0 {
		return p, false
	}
	return timex.In(r.d.Slice(column.Span), r.cal.ref)
}

// rowTime reads the time that the label of a row is, or that of a box names.
func (r *reader) rowTime(c *doc.Claim, row *doc.Row) (p timex.Period, ok bool) {
	if isBox(c, row) {
		if p, ok = timex.In(row.Label, r.cal.ref); ok && p.Window == "" {
			return p, true
		}
	}
	return timex.Whole(row.Label, r.cal.ref)
}

// besideTime reads the time of a row from its cell in a column of dates.
func (r *reader) besideTime(t *doc.Table, c *doc.Claim, dated int) (timex.Period, bool) {
	if dated < 0 || dated == c.Column || c.Row < 0 || c.Row >= len(t.Rows) {
		return timex.Period{}, false
	}
	for _, cell := range t.Rows[c.Row].Cells {
		if cell.Column == dated {
			return timex.Whole(squeeze(r.d.Slice(cell.Span)), r.cal.ref)
		}
	}
	return timex.Period{}, false
}

// dateColumn is the column of a table that tells of when each row is; -1 if there is
// none.
func dateColumn(t *doc.Table) int {
	for i := range t.Columns {
		switch strings.ToLower(bareLabel(t.Columns[i].Header)) {
		case "date", "as of", "as at", "when", "month", "date of count", "date of estimate", "period", "year", "reference date":
			return i
		}
	}
	return -1
}

// cellQuarter takes the quarter or half that the header of a column ends with and to
// which the caption or the document gives the year: "billed q2" in a report of 2015.
func (r *reader) cellQuarter(c *doc.Claim, column *doc.Column, card *tableCard) {
	if column == nil {
		return
	}
	q, own := bareQuarter(column.Header), yearIn(column.Header)
	if q == "" || own == 0 && c.TimeVia == "table" && c.Time != "" && c.Time != card.time.String() {
		return
	}
	year := cmp.Or(own, card.time.From.Year, r.cal.ref.Year)
	if year == 0 {
		return
	}
	if p, ok := timex.In(strings.ToUpper(q)+" "+strconv.Itoa(year), r.cal.ref); ok {
		c.Time, c.TimeVia = p.String(), "table"
	}
}

// yearIn is the year that stands as a word of a header, 0 if none does.
func yearIn(header string) int {
	for _, w := range strings.Fields(header) {
		if y, err := strconv.Atoi(w); err == nil && y >= 1800 && y < 2100 {
			return y
		}
	}
	return 0
}

// bareQuarter is the quarter or half without a year that a header ends with.
func bareQuarter(header string) string {
	last := header[strings.LastIndexByte(header, ' ')+1:]
	switch last {
	case "q1", "q2", "q3", "q4", "h1", "h2":
		return last
	}
	return ""
}

// changeSince reports whether the header of a column names a time only as what its
// changes are counted from: "change on March (%)".
func changeSince(header string) bool {
	for _, w := range [...]string{"change", "growth", "increase", "decrease", "difference"} {
		if i := strings.Index(header, w); i >= 0 {
			after := header[i:]
			return strings.Contains(after, " on ") || strings.Contains(after, " from ") && !strings.Contains(after, " to ") || strings.Contains(after, " over ") || strings.Contains(after, " vs") || strings.Contains(after, " against ")
		}
	}
	return false
}

// card reads the caption, the notes and the source line of a table.
func (r *reader) card(t *doc.Table) *tableCard {
	card := &tableCard{citeNote: -1}
	captions := r.captions(t)
	for _, caption := range captions {
		r.caption(t, caption, card)
	}
	card.counted, card.named = r.counted(t), r.rowsNamed(t)
	card.parted = card.counted != "" && r.partsOf(t)
	card.tells, card.headed = t.RowsTell(), r.namedHeads(t)
	card.placed, card.actors = placeHeader(t), headed(t, actorHeads)
	card.stacked, card.subjects = stacked(t), subjectHeads(t)
	card.things, card.tellers = headed(t, thingHeads) || r.aboutLanguages(captions), card.counted != "" && t.Tellers()
	for i := range t.Columns {
		if len(card.beside) < maxPlaceColumns && isPlaceHead(t.Columns[i].Header) {
			card.beside = append(card.beside, i)
		}
	}
	card.named = card.named || card.placed
	card.moving = moving(r.tableWords(t))
	r.ownNotes(card, t)
	if card.tellers {
		r.namedTellers(card)
	}
	for _, b := range r.around(t) {
		if !card.keeps(r.d, b) {
			card.parts = append(card.parts, r.toldParts(t, b)...)
			r.sourceLine(card, b)
		}
	}
	for _, n := range t.Notes {
		if n >= 0 && n < len(r.d.Notes) && !card.keeps(r.d, r.d.Notes[n].Span) {
			r.tableNote(card, n)
		}
	}
	for _, caption := range captions {
		if !card.source.known() {
			r.captionSource(t, caption, card)
		}
	}
	card.told, card.dated = sourceColumn(t), dateColumn(t)
	r.placesOver(t, card)
	r.timeOver(t, card)
	return card
}

// caption reads the time, the places, the parts and the source that a caption tells.
func (r *reader) caption(t *doc.Table, caption doc.Span, card *tableCard) {
	words := text.Unspaced(r.d.Slice(caption))
	if p, ok := timex.In(afterNumber(words), r.cal.ref); ok && !card.time.Known() {
		card.time, card.timeVia = p, "table"
	}
	if card.months.From.Month == 0 {
		card.months = timex.Months(words)
	}
	r.captionPlaces(caption, card)
	card.parts = append(card.parts, r.toldParts(t, caption)...)
	r.sourceLine(card, caption)
}

// timeOver gives a table whose caption tells none the time of the sentence that points at
// it, else that of the document.
func (r *reader) timeOver(t *doc.Table, card *tableCard) {
	if sentence := r.lastBefore(t); !card.time.Known() && pointsAtTable(sentence) {
		if p, ok := timex.In(sentence, r.cal.ref); ok {
			card.time, card.timeVia = p, "table"
		}
	}
	if !card.time.Known() && r.covered.time.Known() {
		card.time, card.timeVia = r.covered.time, "context"
	}
}

// captions are the caption of a table and, where it has none, the short line
// above it.
func (r *reader) captions(t *doc.Table) (out []doc.Span) {
	if t.Caption.Len() > 0 {
		out = append(out, t.Caption)
	}
	b := t.Block - 1
	if b < 0 || b >= len(r.d.Blocks) {
		return out
	}
	block := &r.d.Blocks[b]
	line := strings.TrimSpace(r.d.Slice(block.Text))
	switch block.Kind {
	case doc.Heading, doc.Title, doc.Caption, doc.Byline:
	case doc.Body:
		if len(line) > 160 || r.states(block.Text) {
			return out
		}
	default:
		return out
	}
	return append(out, block.Text)
}

// states reports whether the text within span has a finite verb.
func (r *reader) states(span doc.Span) bool {
	for s := range r.sentencesIn(span) {
		r.v.load(r.d, s, r.x, false)
		if r.v.verbBetween(0, len(r.v.w)) {
			return true
		}
	}
	return false
}

// captionSource reads who made the table from the sentences of its caption.
func (r *reader) captionSource(t *doc.Table, caption doc.Span, card *tableCard) {
	for s := range r.sentencesIn(caption) {
		r.v.load(r.d, s, r.x, false)
		r.v.caption = true
		r.v.readTimes()
		r.v.attribute(&memory{})
		for i := range r.v.said {
			if who := r.v.said[i].who; who.known() && !who.pronoun && !card.source.known() && !r.v.onlyCaptioned(&r.v.said[i]) && !isUnit(who.text) && !r.unitOfTable(t, who.text) {
				card.source, card.via = who, "text"
			}
		}
	}
}

// unitOfTable reports whether s is what a figure of t is measured in: "(KES)".
func (r *reader) unitOfTable(t *doc.Table, s string) bool {
	i := sort.Search(len(r.d.Claims), func(i int) bool { return r.d.Claims[i].Start >= t.Start })
	for ; i < len(r.d.Claims) && r.d.Claims[i].Start < t.End; i++ {
		if r.d.Claims[i].Unit == s {
			return true
		}
	}
	return false
}

// onlyCaptioned reports whether in a caption a only says what the table holds: "Boats
// observed", "Table 2 shows".
func (v *view) onlyCaptioned(a *attribution) bool {
	return v.is(a.who.first, "table", "figure", "chart", "box", "graph") || a.who.last <= a.verb && a.who.referent < 0 && v.has(a.verb, says|counts) && v.ends(a.verb+1)
}

// isUnit reports whether s is what figures are measured in and nobody: "(MW)".
func isUnit(s string) bool {
	return len(s) < 4 && measures[strings.ToLower(s)]
}

// measures are short signs of units that look like the initials of a body.
var measures = wordSet("mw gw kw kwh gwh twh mwh usd eur gbp gdp ha km km2 kg mt t m n % sd ci pp us$ bn mn")

// sentencesIn yields the sentences that begin within span.
func (r *reader) sentencesIn(span doc.Span) iter.Seq[int] {
	return func(yield func(int) bool) {
		if r.starts == nil {
			r.starts = make([]int, len(r.d.Sentences))
			for i := range r.starts {
				r.starts[i] = i
			}
			sort.SliceStable(r.starts, func(i, j int) bool { return r.d.Sentences[r.starts[i]].Start < r.d.Sentences[r.starts[j]].Start })
		}
		k := sort.Search(len(r.starts), func(i int) bool { return r.d.Sentences[r.starts[i]].Start >= span.Start })
		for ; k < len(r.starts) && r.d.Sentences[r.starts[k]].Start < span.End; k++ {
			if !yield(r.starts[k]) {
				return
			}
		}
	}
}

// afterNumber leaves out "Table 1:" so that its number is no time.
func afterNumber(s string) string {
	if _, after, ok := strings.Cut(s, ":"); ok && len(s)-len(after) < 16 {
		return after
	}
	return s
}

// tableWords are the words of caption and headers in lower case.
func (r *reader) tableWords(t *doc.Table) string {
	var b strings.Builder
	for _, c := range r.captions(t) {
		b.WriteString(strings.ToLower(r.d.Slice(c)))
		b.WriteByte(' ')
	}
	for i := range t.Columns {
		b.WriteByte(' ')
		b.WriteString(t.Columns[i].Header)
	}
	return b.String()
}

// moving reports whether the words of a table speak of people who left the
// places that it lists.
func moving(s string) bool {
	if strings.Contains(s, "host") {
		return false
	}
	for _, w := range []string{"foreign", "joined", "travelled", "traveled", "who left", "who went", "fighters", "recruits", "of origin", "nationalit", "citizenship", "emigra", "departed", "country of birth"} {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// captionPlaces notes the places that the caption names: where those of the
// rows went, or what the whole table is about.
func (r *reader) captionPlaces(caption doc.Span, card *tableCard) {
	low := strings.ToLower(r.d.Slice(caption))
	role := doc.Location
	if moving(low) {
		role = doc.Destination
	}
	card.others = sortedPlaces(append(card.others, r.placesIn(caption, role)...))
}

// placesIn lists the places that a caption or title names.
func (r *reader) placesIn(span doc.Span, role doc.PlaceRole) (out []doc.ClaimPlace) {
	for _, i := range r.mentionsIn(span) {
		if r.d.Mentions[i].Type != doc.Place || i >= len(r.d.ReferentOf) || r.d.ReferentOf[i] < 0 || r.ofBody(i, span) {
			continue
		}
		if ref := &r.d.Referents[r.d.ReferentOf[i]]; ref.Type == doc.Place {
			out = append(out, doc.ClaimPlace{Name: ref.Name, Referent: r.d.ReferentOf[i], Role: role})
		}
	}
	return out
}

// placesOver takes the places of the title of the document for a table whose caption
// stands right below it and names none: "Food for Chad" over "Stocks in May".
func (r *reader) placesOver(t *doc.Table, card *tableCard) {
	b := t.Block - 1
	if b > 0 && b < len(r.d.Blocks) && (r.d.Blocks[b].Kind == doc.Byline || t.Caption.Len() > 0 && r.d.Blocks[b].Contains(t.Caption)) {
		b--
	}
	if len(t.Columns) > 0 && t.Columns[len(t.Columns)-1].Header == "" {
		return // a list of big numbers
	}
	if len(card.others) == 0 && b >= 0 && b < len(r.d.Blocks) && r.d.Blocks[b].Kind == doc.Title {
		r.captionPlaces(r.d.Blocks[b].Text, card)
	}
}

// ofBody reports whether the place of mention i only names a body: "the Bamako
// office".
func (r *reader) ofBody(i int, span doc.Span) bool {
	next, _, _ := strings.Cut(strings.TrimLeft(r.d.Text[r.d.Mentions[i].End:max(span.End, r.d.Mentions[i].End)], " "), " ")
	return words.senses[strings.ToLower(strings.Trim(next, ".,;:)"))]&body != 0
}

// around lists the blocks beside the table that may say its source.
func (r *reader) around(t *doc.Table) (out []doc.Span) {
	for b, notes := t.Block+1, 0; b < len(r.d.Blocks) && b-notes <= t.Block+3 && notes < 9; b++ {
		k := r.d.Blocks[b].Kind
		if k == doc.TableBlock || k == doc.Heading {
			break
		}
		if k == doc.Footnote {
			notes++
		}
		out = append(out, r.d.Blocks[b].Text)
	}
	return out
}

// sourceLine reads "Source: X, 2017" in a caption or below a table.
func (r *reader) sourceLine(card *tableCard, s doc.Span) {
	text := r.d.Slice(s)
	at, after := sourceLabel(text)
	if at < 0 {
		return
	}
	start := s.Start + after
	end := start
	for end < s.End && strings.IndexByte(",.;(\n", r.d.Text[end]) < 0 {
		end++
	}
	line, _, _ := strings.Cut(r.d.Text[start:min(s.End, end+60)], ". ") // what else is noted is no time of the source
	if p, ok := timex.In(line, r.cal.ref); ok && !card.time.Known() {
		card.time, card.timeVia = p, "table"
	}
	if card.source.known() {
		return
	}
	if found := r.speakerIn(doc.Span{Start: start, End: end}); found.text != "" && !strings.HasPrefix(strings.ToLower(found.text), "own ") {
		card.source, card.via = found, "text"
	}
}

// speakerIn is who is named within span: from the first name to the last where a name
// opens it, else all its words.
func (r *reader) speakerIn(span doc.Span) speaker {
	found := speaker{text: squeeze(strings.Trim(r.d.Slice(span), " *_\t")), span: span, referent: -1}
	var first, last *doc.Mention
	for _, i := range r.mentionsIn(span) {
		if men := &r.d.Mentions[i]; men.Type.IsActor() && men.Form != doc.Adjective && men.Type != doc.Group {
			if first == nil {
				first = men
				if i < len(r.d.ReferentOf) {
					found.referent = r.d.ReferentOf[i]
				}
			}
			last = men
		}
	}
	if first != nil && first.Start <= span.Start+4 {
		found.span = doc.Span{Start: first.Start, End: last.End}
		if rest := r.d.Text[last.End:max(last.End, span.End)]; strings.HasPrefix(rest, " of ") && len(strings.Fields(rest)) < 6 {
			found.span.End += len(strings.TrimRight(rest, " *_\t\n")) // "National Bank of the Lake Republic"
		}
		found.text = squeeze(r.d.Slice(found.span))
	}
	return found
}

// sourceLabel finds "Source:" or "Sources:" and what follows it; -1 if the text
// has none.
func sourceLabel(s string) (at, after int) {
	low := strings.ToLower(s)
	for _, l := range []string{"sources:", "source:", "source –", "source -", "data:", "data from", "compiled by", "collected by", "poll by", "poll of", "survey by"} {
		i := strings.Index(low, l)
		if line := strings.Index(low, "\n"+l); line >= 0 {
			i = line + 1 // a line of its own comes before one of a note
		}
		if i >= 0 && len(low) == len(s) && (i == 0 || strings.HasSuffix(l, ":") || l[0] == 's' || l[0] == 'd') {
			after = i + len(l)
			if l == "poll of" {
				by := strings.Index(low[after:], " by ")
				if by < 0 {
					continue
				}
				after += by + len(" by ")
			}
			if strings.HasPrefix(low[after:], " the ") {
				after += len(" the ")
			}
			for after < len(s) && strings.IndexByte(" *_\t\n", s[after]) >= 0 {
				after++
			}
			return i, after
		}
	}
	return -1, 0
}

// tableNote takes source, time and reference from a note of the table.
func (r *reader) tableNote(card *tableCard, n int) {
	note := &r.d.Notes[n]
	r.sourceLine(card, note.Text)
	if card.citeNote < 0 && (note.Label != "" || note.Source) {
		card.citeNote, card.cite = n, r.noteText(note)
	}
	ref := fullReference(r.d, note)
	if ref == nil {
		return
	}
	if !card.source.known() {
		if who := authors(r.d, note); who != "" {
			card.source = speaker{text: who, span: note.Span, referent: r.namedIn(note.Span, who)}
			card.via = "footnote"
		}
	}
	if !card.time.Known() && ref.Date != "" {
		if p, ok := timex.In(ref.Date, r.cal.ref); ok {
			card.time, card.timeVia = p, "footnote"
		}
	}
}

// namedIn gives the referent of the mention within span that reads name, -1 if
// there is none.
func (r *reader) namedIn(span doc.Span, name string) int {
	for _, i := range r.mentionsIn(span) {
		if strings.Contains(name, r.d.Slice(r.d.Mentions[i].Span)) && i < len(r.d.ReferentOf) {
			return r.d.ReferentOf[i]
		}
	}
	return -1
}
