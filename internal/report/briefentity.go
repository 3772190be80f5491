package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"analyze/internal/doc"
	"analyze/internal/record"
)

// Bounds of a brief on an actor or a place, which is to be read: sentences
// quoted of one document and in all, and rows of a table. It tells how many
// more there are, and what lists them.
const perDocument, inAll, mostRows = 3, 60, 100

// An entityBrief gathers what documents say of one entity.
type entityBrief struct {
	*briefing
	e         *doc.Entity
	documents *BriefTable
	said      []BriefBlock
	relations []BriefBlock
	quotes    []BriefBlock
	by, about *BriefTable
	beside    map[string]int
	claims    []record.Claim // by or about it, for threads
	quoted    int            // sentences in said
	left      int            // sentences not quoted

	moreBy, moreAbout, moreDocuments int // rows left out
	repeated                         int // figures that repeat others
	copies                           map[string][]doc.Copy
}

// EntityBrief is the brief on an actor or a place of c: its names, what
// documents say of it, relations, quotations and figures by and about it, and
// in which documents it stands.
func EntityBrief(c *doc.Collection, e *doc.Entity) (*Brief, error) {
	b := &entityBrief{
		briefing: newBriefing(c), e: e, beside: map[string]int{}, by: newFigureTable(), about: newFigureTable(),
		copies:    c.CopiesByDocument(),
		documents: &BriefTable{Head: []string{"Document", "Date", "Named", "Roles", "First"}},
	}
	b.Title = shown(e.Name)
	b.head()
	for _, id := range e.Documents {
		d, err := b.open(id)
		if err != nil {
			return nil, err
		}
		b.document(d)
	}
	b.put("What the documents say", b.said, nil)
	b.more(b.left, "sentence", "sentences", "analyze kwic and analyze search show them")
	b.put("Relations", b.relations, nil)
	b.put("Sentences that quote, and name it", b.quotes, nil)
	b.put("Figures by "+b.Title, nil, b.by)
	b.more(b.moreBy, "figure", "figures", "the pages and analyze claims list them")
	b.put("Figures about "+b.Title, nil, b.about)
	b.more(b.moreAbout, "figure", "figures", "the pages and analyze claims list them")
	if b.repeated > 0 {
		b.text(say("%s in copies and passages that stand twice; they are listed once.", plural(b.repeated, "figure stands again", "figures stand again")))
	}
	b.neighbours()
	b.put("In which documents", nil, b.documents)
	b.more(b.moreDocuments, "document", "documents", "analyze show lists them")
	return b.done(b.threadsOf(b.claims))
}

func (b *entityBrief) head() {
	e := b.e
	kind := map[doc.MentionType]string{doc.Person: "person", doc.Org: "organisation", doc.Group: "group", doc.Place: "place"}[e.Type]
	if e.Subtype != "" {
		kind += ", " + e.Subtype
	}
	b.fact("Kind", kind)
	b.fact("Country", e.Country)
	if e.HasPoint {
		b.fact("Position", point(e.Lat, e.Lon))
	}
	var forms []string
	for _, a := range e.Aliases {
		if a.Form != doc.Adjective {
			forms = append(forms, fmt.Sprintf("%s (%d)", a.Text, a.Count))
		}
	}
	b.fact("Written", strings.Join(forms, ", "))
	b.fact("In doubt", e.Doubt)
	b.Lede = fmt.Sprintf("Named %s in %s.", plural(e.Mentions, "time", "times"), plural(len(e.Documents), "document", "documents"))
}

// put adds a section, unless there is nothing in it.
func (b *entityBrief) put(head string, blocks []BriefBlock, t *BriefTable) {
	if len(blocks) == 0 && (t == nil || len(t.Rows) == 0) {
		return
	}
	b.section(head)
	for _, x := range blocks {
		b.add(x)
	}
	if t != nil {
		b.add(BriefBlock{Table: t})
	}
}

// more tells how many are left out, below what is shown.
func (b *entityBrief) more(n int, one, many, how string) {
	if n > 0 && len(b.Sections) > 0 {
		b.text(say("%s more; %s.", plural(n, one, many), how))
	}
}

// document gathers what d says of the entity.
func (b *entityBrief) document(d *doc.Document) {
	of := map[int]bool{} // referents
	for i := range d.Referents {
		if d.Referents[i].Entity == b.e.ID {
			of[i] = true
		}
	}
	first, times, shownOf := 0, 0, 0
	last := -1
	for i := range d.Mentions {
		m := &d.Mentions[i]
		if i >= len(d.ReferentOf) || !of[d.ReferentOf[i]] || m.Form == doc.Adjective || d.InRepeat(m.Span) || b.copied(d, m.Span) {
			continue
		}
		if times++; first == 0 && len(b.documents.Rows) < mostRows {
			first = b.cite(m.Span)
		}
		if m.Sentence < 0 || m.Sentence == last || m.Sentence >= len(d.Sentences) {
			continue
		}
		last = m.Sentence
		if b.sentence(d, m, shownOf) {
			shownOf++
		}
	}
	if len(b.documents.Rows) >= mostRows {
		b.moreDocuments++
	} else {
		b.documents.Rows = append(b.documents.Rows, b.documentRow(d, times, first))
	}
	for _, r := range d.Relations {
		if of[r.From] || of[r.To] {
			b.relations = append(b.relations, b.relationBlock(d, r))
		}
	}
	b.figures(d, of)
}

// documentRow is the row of d in the table of documents.
func (b *entityBrief) documentRow(d *doc.Document, times, first int) [][]Run {
	named := fmt.Sprint(times)
	if times == 0 {
		named = "in copies"
	}
	return [][]Run{
		inCell(b.source(d.ID)), inCell(day(d.Meta.Date)), inCell(named), inCell(strings.Join(b.e.Roles[d.ID], ", ")), {{Ref: first}},
	}
}

// copied reports whether a span lies in a passage that an earlier document holds.
func (b *entityBrief) copied(d *doc.Document, s doc.Span) bool {
	return slices.ContainsFunc(b.copies[d.ID], func(k doc.Copy) bool { return k.Span.Contains(s) })
}

// sentence notes a sentence that names the entity, and reports whether it is
// quoted as one of the first of its document.
func (b *entityBrief) sentence(d *doc.Document, m *doc.Mention, before int) bool {
	seen := map[string]bool{}
	s := d.Sentences[m.Sentence].Span
	i, _ := slices.BinarySearchFunc(d.Mentions, s.Start, func(o doc.Mention, at int) int { return cmp.Compare(o.Start, at) })
	for ; i < len(d.Mentions) && d.Mentions[i].Start < s.End; i++ {
		if i < len(d.ReferentOf) && d.ReferentOf[i] >= 0 && d.Mentions[i].Sentence == m.Sentence && d.Mentions[i].Form != doc.Adjective {
			if id := d.Referents[d.ReferentOf[i]].Entity; id != "" && id != b.e.ID && !seen[id] {
				seen[id] = true
				b.beside[id]++
			}
		}
	}
	words := sentenceWords(d, m.Sentence)
	text, quoting := m.In == doc.Body || m.In == doc.List || m.In == doc.Quote, quotes(words)
	if !text || quoting && len(b.quotes) >= inAll || !quoting && (before >= perDocument || b.quoted >= inAll) {
		b.left++
		return false
	}
	block := BriefBlock{Item: true, Runs: []Run{{Text: shown(cut(words, 600)), Quote: true, Ref: b.cite(m.Span)}}}
	if quoting {
		b.quotes = append(b.quotes, block)
		return false
	}
	if before == 0 {
		b.said = append(b.said, BriefBlock{Runs: []Run{{Text: b.source(d.ID), Strong: true}}})
	}
	b.said = append(b.said, block)
	b.quoted++
	return true
}

// quotes reports whether a sentence holds a quotation of five words or more.
func quotes(s string) bool {
	for _, pair := range []string{"“”", `""`, "„“", "«»"} {
		open, size := utf8.DecodeRuneInString(pair)
		end := pair[size:]
		_, rest, ok := strings.Cut(s, string(open))
		if inside, _, closed := strings.Cut(rest, end); ok && (closed || open == '“') && len(strings.Fields(inside)) >= 5 {
			return true
		}
	}
	return false
}

func (b *entityBrief) relationBlock(d *doc.Document, r doc.Relation) BriefBlock {
	b.Sections = append(b.Sections, BriefSection{})
	b.relation(d, r)
	n := len(b.Sections) - 1
	block := b.Sections[n].Blocks[0]
	b.Sections = b.Sections[:n]
	return block
}

func (b *entityBrief) figures(d *doc.Document, of map[int]bool) {
	records := b.now.records()
	for i := range d.Claims {
		c := &d.Claims[i]
		by := of[c.SourceReferent]
		about := slices.ContainsFunc(c.Places, func(p doc.ClaimPlace) bool { return of[p.Referent] })
		if (by || about) && records[i].DuplicateOf != nil {
			b.repeated++
			continue
		}
		if by && !b.row(b.by, &records[i]) {
			b.moreBy++
		}
		if about && !b.row(b.about, &records[i]) {
			b.moreAbout++
		}
		if by || about {
			b.claims = append(b.claims, records[i])
		}
	}
}

// row adds a figure to a table that has room.
func (b *entityBrief) row(t *BriefTable, c *record.Claim) bool {
	if len(t.Rows) >= mostRows {
		return false
	}
	b.figure(t, c)
	return true
}

// neighbours lists whom sentences name most beside the entity.
func (b *entityBrief) neighbours() {
	const most = 20
	names := map[string]string{}
	for i := range b.c.Entities {
		if e := &b.c.Entities[i]; b.beside[e.ID] > 0 {
			names[e.ID] = e.Name
		}
	}
	var ids []string
	for id := range names {
		ids = append(ids, id)
	}
	if len(ids) == 0 {
		return
	}
	slices.SortFunc(ids, func(x, y string) int { return cmp.Or(b.beside[y]-b.beside[x], strings.Compare(x, y)) })
	var parts []string
	for _, id := range ids[:min(len(ids), most)] {
		parts = append(parts, fmt.Sprintf("%s (%d)", names[id], b.beside[id]))
	}
	b.section("Named in the same sentences")
	s := strings.Join(parts, ", ")
	if n := len(ids) - most; n > 0 {
		s += fmt.Sprintf(" and %d more", n)
	}
	b.text(say("%s.", s))
}
