package report

import (
	"fmt"
	"slices"
	"strings"

	"analyze/internal/doc"
	"analyze/internal/record"
)

// DocumentBrief is the brief on a document of c: its card, who acts, where,
// which figures it cites, and where they are in conflict.
func DocumentBrief(c *doc.Collection, id string) (*Brief, error) {
	b := newBriefing(c)
	d, err := b.open(id)
	if err != nil {
		return nil, err
	}
	claims := record.Claims(d)
	v := viewOf(d)
	b.Title = shown(title(d.Meta, d.ID))
	b.card(d)
	b.Lede = fmt.Sprintf("States %s; names %s and %s.", plural(len(v.Claims), "figure", "figures"), plural(len(v.Actors), "actor", "actors"), plural(len(v.Places), "place", "places"))
	threads := b.threadsOf(claims)
	conflicts := 0
	for _, t := range threads {
		if t.Relation == "conflict" {
			conflicts++
		}
	}
	if len(threads) > 0 {
		b.Lede += fmt.Sprintf(" Others tell %d of its figures as well; %d in conflict.", len(threads), conflicts)
	}
	b.whoActs(d, v)
	b.where(d, v)
	b.figuresOf("Which figures", "This document states no figures.", claimList{d, claims}.only(v.Claims))
	if v.Repeated > 0 {
		b.text(say("%s in passages that the document repeats; they are listed once.", plural(v.Repeated, "figure stands again", "figures stand again")))
	}
	b.stated(d, func(doc.Relation) bool { return true })
	b.doubts(d)
	return b.done(threads)
}

// done adds the threads, which open other documents, and gives the brief.
func (b *briefing) done(threads []*doc.Thread) (*Brief, error) {
	if err := b.threads("Open conflicts", threads, func(t *doc.Thread) bool { return t.Relation == "conflict" }); err != nil {
		return nil, err
	}
	err := b.threads("Told by others as well", threads, func(t *doc.Thread) bool { return t.Relation != "conflict" })
	return &b.Brief, err
}

func (b *briefing) card(d *doc.Document) {
	m := d.Meta
	b.fact("File", d.ID)
	b.fact("By", strings.Join(m.Authors, ", "))
	b.fact("Published by", m.Publisher)
	if m.Date != "" {
		b.fact("Date", day(m.Date)+" (from the "+m.DateVia+")")
	} else {
		b.fact("Date", "not given")
	}
	b.fact("Place", m.Place)
	b.fact("Address", m.URL)
	if m.Language != "en" {
		b.fact("Language", m.Language)
	}
	b.fact("Length", plural(m.Words, "word", "words"))
	for _, k := range b.c.Copies {
		if k.Doc == d.ID {
			b.fact("Copy", fmt.Sprintf("%s stand earlier in %s", plural(len(strings.Fields(d.Slice(k.Span))), "word", "words"), b.source(k.Original)))
		}
	}
	b.fact("SHA-256", d.Hash)
}

// firstCite refers to the first mention of an entity that is no adjective.
func (b *briefing) firstCite(d *doc.Document, entity, name string) int {
	for i := range d.Referents {
		r := &d.Referents[i]
		if r.Entity != entity || r.Name != name {
			continue
		}
		for _, m := range r.Mentions {
			if d.Mentions[m].Form != doc.Adjective && !d.InRepeat(d.Mentions[m].Span) {
				return b.cite(d.Mentions[m].Span)
			}
		}
	}
	return 0
}

func (b *briefing) whoActs(d *doc.Document, v *view) {
	b.section("Who acts")
	if len(v.Actors) == 0 {
		b.text(say("This document names no actors."))
		return
	}
	t := &BriefTable{Head: []string{"Actor", "Type", "Roles and titles", "Also written", "Named", "First"}}
	for _, a := range v.Actors {
		roles := slices.Concat(a.Roles, a.Titles)
		t.Rows = append(t.Rows, [][]Run{
			nameCell(a.Name, a.Doubt), inCell(strings.ToLower(a.Type)), inCell(strings.Join(roles, ", ")), inCell(strings.Join(a.Aliases, ", ")),
			inCell(fmt.Sprint(a.Mentions)), {{Ref: b.firstCite(d, a.Entity, a.Name)}},
		})
	}
	b.add(BriefBlock{Table: t})
}

func nameCell(name, doubt string) []Run {
	runs := []Run{{Text: shown(name), Strong: true}}
	if doubt != "" {
		runs = append(runs, say("(probably: %s)", doubt))
	}
	return runs
}

func (b *briefing) where(d *doc.Document, v *view) {
	b.section("Where")
	if len(v.Places) == 0 {
		b.text(say("This document names no places."))
		return
	}
	t := &BriefTable{Head: []string{"Place", "Kind", "Country", "Position", "Also written", "Named", "First"}}
	for _, p := range v.Places {
		t.Rows = append(t.Rows, [][]Run{
			nameCell(p.Name, p.Doubt), inCell(p.Subtype), inCell(p.Country), inCell(p.Point), inCell(strings.Join(p.Aliases, ", ")),
			inCell(fmt.Sprint(p.Mentions)), {{Ref: b.firstCite(d, p.Entity, p.Name)}},
		})
	}
	b.add(BriefBlock{Table: t})
}

// figuresOf lists claims of the document at hand.
func (b *briefing) figuresOf(head, none string, claims []record.Claim) {
	b.section(head)
	if len(claims) == 0 {
		b.text(say("%s", none))
		return
	}
	t := newFigureTable()
	for i := range claims {
		b.figure(t, &claims[i])
	}
	b.add(BriefBlock{Table: t})
	for i := range claims {
		if r := claims[i].Repair; r != nil {
			b.text(say("Read as %s: %s.", Amount(&claims[i]), *r))
		}
	}
}

func newFigureTable() *BriefTable {
	return &BriefTable{Head: []string{"Figure", "Of what", "Where", "When", "Who says so", "Reference"}}
}

func (b *briefing) figure(t *BriefTable, c *record.Claim) {
	ref := b.cite(doc.Span{Start: c.Start, End: c.End})
	at := []Run{{Ref: ref}}
	if c.Row != nil {
		at = append([]Run{say("row %s", *c.Row)}, at...)
	}
	if c.Cite != nil {
		r := &b.Refs[ref-1]
		if s := shown(cut(*c.Cite, 300)); !slices.Contains(r.Cites, s) {
			r.Cites = append(r.Cites, s)
		}
	}
	t.Rows = append(t.Rows, [][]Run{
		{{Text: shown(Amount(c)), Strong: true}}, inCell(or(c.What, "")), inCell(where(c)), inCell(when(or(c.Time, ""))), inCell(says(c)), at,
	})
}

// stated lists the relations of the document at hand that keep wants.
func (b *briefing) stated(d *doc.Document, keep func(doc.Relation) bool) {
	begun := false
	for _, r := range d.Relations {
		if !keep(r) || r.From < 0 || r.To < 0 || r.From >= len(d.Referents) || r.To >= len(d.Referents) {
			continue
		}
		if !begun {
			b.section("What the text states of them")
			begun = true
		}
		b.relation(d, r)
	}
}

func (b *briefing) relation(d *doc.Document, r doc.Relation) {
	b.item(Run{Text: shown(d.Referents[r.From].Name), Strong: true}, say("%s", strings.ReplaceAll(r.Kind, "_", " ")),
		Run{Text: shown(d.Referents[r.To].Name), Strong: true}, say("—"), Run{Text: shown(d.Slice(r.Span)), Quote: true, Ref: b.cite(r.Span)})
}

func (b *briefing) doubts(d *doc.Document) {
	if len(d.Problems) == 0 {
		return
	}
	b.section("What could not be read or is in doubt")
	for _, p := range d.Problems {
		if p.Span.Len() > 0 {
			b.item(say("%s:", p.Text), Run{Text: shown(cut(d.Slice(p.Span), 80)), Quote: true, Ref: b.cite(p.Span)})
		} else {
			b.item(say("%s", p.Text))
		}
	}
}

// threadsOf lists the threads that claims belong to, conflicts first. The brief
// is about those claims.
func (b *briefing) threadsOf(claims []record.Claim) []*doc.Thread {
	in := map[string]bool{}
	for i := range claims {
		b.own[claims[i].ID] = true
		if claims[i].Thread != nil {
			in[*claims[i].Thread] = true
		}
	}
	var list []*doc.Thread
	for _, want := range []string{"conflict", "update", "agree", "differs"} {
		for i := range b.c.Threads {
			if t := &b.c.Threads[i]; t.Relation == want && in[t.ID] {
				list = append(list, t)
			}
		}
	}
	return list
}

// threadRows is how many figures of a thread a brief shows, mostThreads how many
// threads below one heading.
const threadRows, mostThreads = 40, 12

// threads writes a table of who says what for each thread that keep wants: of
// long ones the figures that the brief is about, then those that come first.
func (b *briefing) threads(head string, list []*doc.Thread, keep func(*doc.Thread) bool) error {
	n := 0
	for _, t := range list {
		if !keep(t) {
			continue
		}
		if n++; n > mostThreads {
			continue
		}
		if n == 1 {
			b.section(head)
		}
		b.text(Run{Text: shown(t.Topic) + ".", Strong: true}, say("%s %s.", t.Reason, plural(t.Sources, "independent source", "independent sources")))
		ids := b.chosen(t.Claims)
		rows := map[string][][]Run{}
		for _, id := range byDocument(ids) {
			if err := b.threadRow(id, rows); err != nil {
				return err
			}
		}
		table := newFigureTable()
		for _, id := range ids {
			if r := rows[id]; r != nil {
				table.Rows = append(table.Rows, r)
			}
		}
		b.add(BriefBlock{Table: table})
		if n := len(t.Claims) - len(ids); n > 0 {
			b.text(say("%s more: analyze show %s lists all.", plural(n, "figure", "figures"), t.ID))
		}
	}
	if n > mostThreads {
		b.text(say("%s more; analyze threads lists them.", plural(n-mostThreads, "thread", "threads")))
	}
	return nil
}

// chosen are the claims of a thread to be shown, in their order.
func (b *briefing) chosen(ids []string) []string {
	if len(ids) <= threadRows {
		return ids
	}
	take := map[string]bool{}
	for _, own := range []bool{true, false} {
		for _, id := range ids {
			if b.own[id] == own && len(take) < threadRows {
				take[id] = true
			}
		}
	}
	return slices.DeleteFunc(slices.Clone(ids), func(id string) bool { return !take[id] })
}

// byDocument sorts claims so that each document is opened once.
func byDocument(ids []string) []string {
	list := slices.Clone(ids)
	slices.Sort(list)
	return list
}

func (b *briefing) threadRow(id string, rows map[string][][]Run) error {
	file := id[:max(0, strings.LastIndex(id, "#c"))]
	if _, err := b.open(file); err != nil {
		return err
	}
	for _, c := range b.now.records() {
		if c.ID == id {
			t := newFigureTable()
			b.figure(t, &c)
			rows[id] = t.Rows[0]
			return nil
		}
	}
	return nil
}
