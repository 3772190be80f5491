package report

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"analyze/internal/doc"
	"analyze/internal/record"
)

// byMentions returns the entities of c, those in most documents and with most
// mentions first.
func byMentions(c *doc.Collection) []*doc.Entity {
	list := make([]*doc.Entity, len(c.Entities))
	for i := range c.Entities {
		list[i] = &c.Entities[i]
	}
	slices.SortStableFunc(list, func(a, b *doc.Entity) int {
		return cmp.Or(len(b.Documents)-len(a.Documents), b.Mentions-a.Mentions, strings.Compare(a.ID, b.ID))
	})
	return list
}

// Names lists the files that Write writes for c.
func Names(c *doc.Collection) []string {
	names := []string{"overview.md", "entities.csv", "claims.csv"}
	for _, card := range c.Cards {
		base := "documents/" + record.DocumentName(card.ID)
		names = append(names, base+".md", base+".json")
	}
	return append(names, siteNames(c)...)
}

// Write writes all reports on c into f, one document in memory at a time.
func Write(f *Folder, c *doc.Collection) error {
	copies := c.CopiesByDocument()
	threads := map[string]*record.Claim{} // those that a thread names
	for i := range c.Threads {
		for _, id := range c.Threads[i].Claims {
			threads[id] = nil
		}
		for _, a := range c.Threads[i].SetApart {
			threads[a.Claim] = nil
		}
	}
	var ledger bytes.Buffer
	claims, err := record.NewCSV(&ledger, record.Claim{})
	if err != nil {
		return err
	}
	cards := map[string]doc.Card{}
	for _, card := range c.Cards {
		cards[card.ID] = card
	}
	site := newSite(f, c)
	for d, err := range c.Documents() {
		if err != nil {
			return err
		}
		if err := site.document(d); err != nil {
			return err
		}
		if err := document(f, d, cards[d.ID], copies[d.ID], claims, threads); err != nil {
			return err
		}
	}
	if err := claims.Close(); err != nil {
		return err
	}
	var people bytes.Buffer
	entities, err := record.NewCSV(&people, record.Entity{})
	if err != nil {
		return err
	}
	for i := range c.Entities {
		if err := entities.Write(record.OfEntity(&c.Entities[i])); err != nil {
			return err
		}
	}
	if err := entities.Close(); err != nil {
		return err
	}
	return cmp.Or(
		site.finish(),
		f.Put("claims.csv", ledger.Bytes()),
		f.Put("entities.csv", people.Bytes()),
		f.Put("overview.md", Overview(c, threads)),
	)
}

// document writes the reports on one document and notes its claims.
func document(f *Folder, d *doc.Document, card doc.Card, copies []doc.Copy, claims record.Writer, threads map[string]*record.Claim) error {
	base := "documents/" + record.DocumentName(d.ID)
	b, err := JSON(d, card, copies)
	if err != nil {
		return err
	}
	if err := cmp.Or(f.Put(base+".json", b), f.Put(base+".md", Markdown(d))); err != nil {
		return err
	}
	for _, c := range record.Claims(d) {
		if err := claims.Write(c); err != nil {
			return err
		}
		if _, ok := threads[c.ID]; ok {
			threads[c.ID] = &c
		}
	}
	return nil
}
