package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"analyze/internal/doc"
	"analyze/internal/record"
	"analyze/internal/report"

	"github.com/spf13/cobra"
)

func newShow(g *globals) *cobra.Command {
	var why, asJSON bool
	c := &cobra.Command{
		Use:   "show DOC|ENTITY|CLAIM|THREAD",
		Short: "print a readable card of a document, an entity, a claim or a thread",
		Long: `show prints what is known of one thing: a document (by its name), an entity (by
its id or any of its names), a claim (by its id, document#cOFFSET) or a thread.`,
		Example: `  analyze show returnees-feature.txt
  analyze show "Islamic State" --why
  analyze show returnees-feature.txt#c512`,
		Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			coll, _, err := g.load(c)
			if err != nil {
				return err
			}
			return show(c.OutOrStdout(), coll, args[0], why, asJSON)
		},
	}
	c.Flags().BoolVar(&why, "why", false, "tell why the names of an entity were brought together")
	c.Flags().BoolVar(&asJSON, "json", false, "print the record as JSON")
	return c
}

func show(w io.Writer, coll *doc.Collection, name string, why, asJSON bool) error {
	if file, _, ok := strings.Cut(name, "#c"); ok {
		return showClaim(w, coll, file, name, asJSON)
	}
	for i := range coll.Threads {
		if coll.Threads[i].ID == name {
			return showThread(w, coll, &coll.Threads[i], asJSON)
		}
	}
	if e := findEntities(coll, name); len(e) == 1 {
		return showEntity(w, coll, e[0], why, asJSON)
	} else if len(e) > 1 {
		return fmt.Errorf("%s may be %s: name one by its id", name, entityIDs(e))
	}
	d, err := openDocument(coll, name)
	if err != nil {
		return fmt.Errorf("no document, entity, claim or thread is called %s: analyze export documents and analyze export entities list them", name)
	}
	if asJSON {
		return printJSON(w, record.OfCard(cardOf(coll, d.ID), coll.CopiesByDocument()[d.ID]))
	}
	_, err = w.Write(report.Plain(d))
	return err
}

func cardOf(coll *doc.Collection, id string) doc.Card {
	i, _ := slices.BinarySearchFunc(coll.Cards, id, func(c doc.Card, id string) int { return strings.Compare(c.ID, id) })
	return coll.Cards[i]
}

// findEntities returns the entity with that id, or else those that are called
// so.
func findEntities(coll *doc.Collection, name string) []*doc.Entity {
	var exact, named []*doc.Entity
	for i := range coll.Entities {
		e := &coll.Entities[i]
		switch {
		case e.ID == name:
			return []*doc.Entity{e}
		case strings.EqualFold(e.Name, name):
			exact = append(exact, e)
		case slices.ContainsFunc(e.Aliases, func(a doc.Alias) bool { return strings.EqualFold(a.Text, name) }):
			named = append(named, e)
		}
	}
	if len(exact) > 0 {
		return exact
	}
	return named
}

func entityIDs(list []*doc.Entity) string {
	var ids []string
	for _, e := range list[:min(len(list), 6)] {
		ids = append(ids, e.ID)
	}
	return strings.Join(ids, ", ")
}

func showEntity(w io.Writer, coll *doc.Collection, e *doc.Entity, why, asJSON bool) error {
	if asJSON {
		return printJSON(w, record.OfEntity(e))
	}
	kind := strings.ToLower(e.Type.String())
	if e.Subtype != "" {
		kind += ", " + e.Subtype
	}
	fmt.Fprintf(w, "%s (%s)\n", e.Name, kind)
	line := func(name, value string) {
		if value != "" {
			fmt.Fprintf(w, "  %-13s %s\n", name, value)
		}
	}
	line("id", e.ID)
	line("country", e.Country)
	if e.HasPoint {
		line("position", fmt.Sprintf("%.2f, %.2f", e.Lat, e.Lon))
	}
	var forms []string
	for _, a := range e.Aliases {
		forms = append(forms, fmt.Sprintf("%s (%d)", a.Text, a.Count))
	}
	line("written", strings.Join(forms, ", "))
	line("named", fmt.Sprintf("%d times in %d documents", e.Mentions, len(e.Documents)))
	line("in", strings.Join(e.Documents, ", "))
	line("doubt", e.Doubt)
	names := map[string]string{}
	for i := range coll.Entities {
		names[coll.Entities[i].ID] = coll.Entities[i].Name
	}
	for _, l := range e.Links {
		words := ""
		if d, err := coll.Open(l.Doc); err == nil {
			words = strings.Join(strings.Fields(d.Slice(l.Span)), " ")
		}
		line(strings.ReplaceAll(l.Relation, "_", " "), fmt.Sprintf("%s: “%s” (%s:%d)", cmp.Or(names[l.Entity], l.Entity), words, l.Doc, l.Span.Start))
	}
	if !why {
		return nil
	}
	for _, r := range e.Reasons {
		fmt.Fprintf(w, "  %.2f  %s in %s: %s\n", r.Score, r.Name, r.Doc, r.Text)
	}
	return nil
}

func showClaim(w io.Writer, coll *doc.Collection, file, id string, asJSON bool) error {
	d, err := openDocument(coll, file)
	if err != nil {
		return err
	}
	for _, c := range record.Claims(d) {
		if c.ID != id && c.ID != d.ID+strings.TrimPrefix(id, file) {
			continue
		}
		if asJSON {
			return printJSON(w, c)
		}
		return claimCard(w, coll, &c)
	}
	return fmt.Errorf("%s has no claim %s: analyze export claims lists them", d.ID, id)
}

func claimCard(w io.Writer, coll *doc.Collection, c *record.Claim) error {
	fmt.Fprintf(w, "%s\n  %s\n\n", report.Amount(c), strings.Join(strings.Fields(c.Sentence), " "))
	line := func(name string, value *string) {
		if value != nil {
			fmt.Fprintf(w, "  %-13s %s\n", name, *value)
		}
	}
	at := fmt.Sprintf("%s:%d–%d", c.Doc, c.Start, c.End)
	line("stands at", &at)
	line("of what", c.What)
	line("where", c.Place)
	line("role", c.PlaceRole)
	line("when", c.Time)
	line("who says so", c.Source)
	line("found via", c.SourceVia)
	line("reference", c.Cite)
	line("table", c.Table)
	line("row", c.Row)
	line("column", c.Column)
	line("repair", c.Repair)
	line("repeats", c.DuplicateOf)
	line("thread", c.Thread)
	if c.Thread == nil {
		return nil
	}
	for i := range coll.Threads {
		if coll.Threads[i].ID == *c.Thread {
			fmt.Fprintln(w)
			return showThread(w, coll, &coll.Threads[i], false)
		}
	}
	return nil
}

func showThread(w io.Writer, coll *doc.Collection, t *doc.Thread, asJSON bool) error {
	if asJSON {
		return printJSON(w, record.OfThread(t))
	}
	fmt.Fprintf(w, "%s: %s\n  %s\n", t.Topic, t.Relation, t.Reason)
	claims, err := claimsByID(coll, t.Claims)
	if err != nil {
		return err
	}
	for _, id := range t.Claims {
		if c := claims[id]; c != nil {
			fmt.Fprintf(w, "  %-12s %-24s %-32s %s\n", cmp.Or(deref(c.Time), "no date"), report.Amount(c), cmp.Or(deref(c.Source), "the author"), c.ID)
		}
	}
	return nil
}

func deref(p *string) string {
	if p == nil {
		return ""
	}
	return *p
}

// claimsByID reads the claims with those ids, opening each document once.
func claimsByID(coll *doc.Collection, ids []string) (map[string]*record.Claim, error) {
	want := map[string]*record.Claim{}
	files := map[string]bool{}
	for _, id := range ids {
		want[id] = nil
		if i := strings.LastIndex(id, "#c"); i >= 0 {
			files[id[:i]] = true
		}
	}
	for _, card := range coll.Cards {
		if !files[card.ID] {
			continue
		}
		d, err := coll.Open(card.ID)
		if err != nil {
			return nil, err
		}
		for _, c := range record.Claims(d) {
			if _, ok := want[c.ID]; ok {
				want[c.ID] = &c
			}
		}
	}
	return want, nil
}
