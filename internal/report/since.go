package report

import (
	"bytes"
	"fmt"
	"strings"

	"analyze/internal/doc"
	"analyze/internal/record"
	"analyze/internal/text"
)

// A Since is what is new since the last run, as the overview shows it; the zero
// Since is nothing.
type Since struct{ Groups []SinceGroup }

// A SinceGroup is news of one kind: the first of them, and how many more there
// are.
type SinceGroup struct {
	Head string // "New documents"
	Rows []SinceRow
	More int
}

// A SinceRow is one thing that is new: what is linked, and what is said of it.
// Its address counts from the top of the reports, "" where there is nothing to
// lead to any more. Words and Note are on one line and not escaped.
type SinceRow struct{ Words, Href, Note string }

// sinceMost is how many of a kind are shown, and for how many figures documents
// are opened.
const sinceMost = 12

// SinceLast gathers what is new in c. Documents are opened for the figures that
// are shown only; what cannot be opened is left out.
func SinceLast(c *doc.Collection) *Since {
	s, n := &Since{}, c.News
	if n == nil {
		return s
	}
	s.threads(c, n)
	s.add("New documents", n.New, func(id string) SinceRow { return documentRow(c, id) })
	s.add("Changed documents", n.Changed, func(id string) SinceRow { return documentRow(c, id) })
	s.add("Documents no longer there", n.Gone, func(id string) SinceRow { return SinceRow{Words: text.Clean(id)} })
	s.figures(c, n)
	s.entities(c, n)
	return s
}

// None reports whether there is nothing new.
func (s *Since) None() bool { return len(s.Groups) == 0 }

func (s *Since) add(head string, ids []string, row func(id string) SinceRow) {
	if len(ids) == 0 {
		return
	}
	g := SinceGroup{Head: head, More: max(0, len(ids)-sinceMost)}
	for _, id := range ids[:len(ids)-g.More] {
		g.Rows = append(g.Rows, row(id))
	}
	s.Groups = append(s.Groups, g)
}

func documentRow(c *doc.Collection, id string) SinceRow {
	for i := range c.Cards {
		if c.Cards[i].ID == id {
			return SinceRow{title(c.Cards[i].Meta, id), shelvesOf(c).docFile(id), plural(c.Cards[i].Claims, "figure", "figures")}
		}
	}
	return SinceRow{Words: text.Clean(id)}
}

// threads adds verdicts that are others, then threads that are new.
func (s *Since) threads(c *doc.Collection, n *doc.News) {
	by, files := map[string]*doc.Thread{}, shelvesOf(c)
	for i := range c.Threads {
		by[c.Threads[i].ID] = &c.Threads[i]
	}
	was := map[string]string{}
	var other, added []string
	for i, id := range n.Threads {
		if by[id] == nil {
			continue
		}
		if i < len(n.Was) && n.Was[i] != "" {
			was[id] = n.Was[i]
			other = append(other, id)
		} else {
			added = append(added, id)
		}
	}
	row := func(id string) SinceRow {
		t := by[id]
		note := t.Relation
		if was[id] != "" {
			note = "was " + was[id] + ", now " + t.Relation
		}
		return SinceRow{text.Clean(t.Topic), files.threadFile(id), note}
	}
	s.add("Other verdicts", other, row)
	s.add("New threads", added, row)
}

// figures adds the new figures of documents that were there before.
func (s *Since) figures(c *doc.Collection, n *doc.News) {
	shown := n.Figures[:min(len(n.Figures), sinceMost)]
	rows, files := map[string]SinceRow{}, shelvesOf(c)
	opened := map[string]bool{}
	for _, id := range shown {
		in := id[:max(0, strings.LastIndex(id, "#c"))]
		if opened[in] {
			continue
		}
		opened[in] = true
		d, err := c.Open(in)
		if err != nil {
			continue
		}
		claims := record.Claims(d)
		for i := range claims {
			rows[claims[i].ID] = SinceRow{inAWordAt(&claims[i], when(or(claims[i].Time, ""))), files.docFile(in) + "#c" + fmt.Sprint(claims[i].Start), title(d.Meta, d.ID)}
		}
	}
	s.add("New figures in documents that were there", n.Figures, func(id string) SinceRow {
		if r, ok := rows[id]; ok {
			return r
		}
		return SinceRow{Words: text.Clean(id)}
	})
}

func (s *Since) entities(c *doc.Collection, n *doc.News) {
	by, files := map[string]*doc.Entity{}, shelvesOf(c)
	for i := range c.Entities {
		by[c.Entities[i].ID] = &c.Entities[i]
	}
	of := func(ids []string, place bool) []string {
		var list []string
		for _, id := range ids {
			if e := by[id]; e != nil && (e.Type == doc.Place) == place {
				list = append(list, id)
			}
		}
		return list
	}
	row := func(id string) SinceRow {
		e := by[id]
		return SinceRow{text.Clean(e.Name), files.entityFile(e), plural(len(e.Documents), "document", "documents")}
	}
	s.add("New actors", of(n.Entities, false), row)
	s.add("New places", of(n.Entities, true), row)
	s.add("Actors and places no longer named", n.GoneEntities, func(id string) SinceRow { return SinceRow{Words: text.Clean(id)} })
}

// markdown writes the news as a section.
func (s *Since) markdown(b *bytes.Buffer) {
	if s.None() {
		return
	}
	b.WriteString("\n## Since the last run\n\n")
	for _, g := range s.Groups {
		fmt.Fprintf(b, "- %s:\n", g.Head)
		for _, r := range g.Rows {
			words := md(r.Words)
			if r.Href != "" {
				words = "[" + words + "](" + r.Href + ")"
			}
			if r.Note != "" {
				words += " (" + md(r.Note) + ")"
			}
			fmt.Fprintf(b, "  - %s\n", words)
		}
		if g.More > 0 {
			fmt.Fprintf(b, "  - and %d more\n", g.More)
		}
	}
}
