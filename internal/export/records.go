package export

import (
	"io"

	"analyze/internal/doc"
	"analyze/internal/record"
)

// tableKinds are the kinds that are lists of records, samples a record of each.
var tableKinds, samples = func() (names []string, samples map[string]any) {
	samples = map[string]any{}
	for _, k := range record.Kinds {
		names = append(names, k.Name)
		samples[k.Name] = k.Sample
	}
	samples["network"] = Tie{}
	return names, samples
}()

// A Tie is an edge of the network as a record.
type Tie struct {
	From      string   `json:"from"`
	FromName  string   `json:"from_name"`
	To        string   `json:"to"`
	ToName    string   `json:"to_name"`
	Kind      string   `json:"kind"` // "named together", or a relation
	Stated    bool     `json:"stated"`
	Weight    int      `json:"weight"` // sentences
	First     *string  `json:"first"`  // of the dates of documents
	Last      *string  `json:"last"`
	Documents []string `json:"documents"`
}

// eachTie calls yield with the edges of the network, in order.
func eachTie(c *doc.Collection, yield func(any) error) error {
	g, err := graphOf(c, "network")
	if err != nil {
		return err
	}
	names := map[string]string{}
	for _, n := range g.Nodes {
		names[n.ID] = n.Name
	}
	for _, e := range g.Edges {
		t := Tie{e.From, names[e.From], e.To, names[e.To], e.Kind, e.Stated, e.Weight, record.Str(e.First), record.Str(e.Last), e.Documents}
		if err := yield(t); err != nil {
			return err
		}
	}
	return nil
}

func jsonLines(w io.Writer, c *doc.Collection, kind string) error {
	out := record.NewJSONL(w)
	return Each(c, kind, out.Write)
}

func commaSeparated(w io.Writer, c *doc.Collection, kind string) error {
	out, err := record.NewCSV(w, samples[kind])
	if err != nil {
		return err
	}
	if err := Each(c, kind, out.Write); err != nil {
		return err
	}
	return out.Close()
}

// Each calls yield with all records of a kind, in order, until it errs.
func Each(c *doc.Collection, kind string, yield func(any) error) error {
	switch kind {
	case "documents":
		copies := c.CopiesByDocument()
		for _, card := range c.Cards {
			if err := yield(record.OfCard(card, copies[card.ID])); err != nil {
				return err
			}
		}
		return nil
	case "entities":
		for i := range c.Entities {
			if err := yield(record.OfEntity(&c.Entities[i])); err != nil {
				return err
			}
		}
		return nil
	case "network":
		return eachTie(c, yield)
	case "threads":
		for i := range c.Threads {
			if err := yield(record.OfThread(&c.Threads[i])); err != nil {
				return err
			}
		}
		return nil
	}
	copies := c.CopiesByDocument()
	for d, err := range c.Documents() {
		if err == nil {
			err = eachOf(d, copies[d.ID], kind, yield)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// eachOf calls yield with the records of a kind that stand in d, which has some copies.
func eachOf(d *doc.Document, copies []doc.Copy, kind string, yield func(any) error) error {
	switch kind {
	case "mentions":
		return yieldAll(record.Mentions(d, copies), yield)
	case "relations":
		return yieldAll(record.Relations(d), yield)
	}
	return yieldAll(record.Claims(d), yield)
}

func yieldAll[T any](list []T, yield func(any) error) error {
	for _, r := range list {
		if err := yield(r); err != nil {
			return err
		}
	}
	return nil
}
