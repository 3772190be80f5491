package main

import (
	"fmt"
	"slices"

	"analyze/internal/nlp/gazetteer"
)

// readLinks reads the links between organisations, which name them as the
// lists of organisations do.
func (m *maker) readLinks() error {
	byName := map[string]*gazetteer.Record{}
	for _, r := range m.recs {
		if r.Kind.Type() == "ORG" && byName[r.Name] == nil {
			byName[r.Name] = r
		}
	}
	rs, err := rows(m.list("links.tsv"), 3)
	if err != nil {
		return err
	}
	for _, c := range rs {
		from, to := byName[c[0]], byName[c[2]]
		if from == nil || to == nil {
			return fmt.Errorf("link from %q to %q: one of them is not known", c[0], c[2])
		}
		var ids *[]string
		switch c[1] {
		case "former":
			ids = &from.Former
		case "part":
			ids = &from.PartOf
		case "related":
			ids = &from.Related
		default:
			return fmt.Errorf("link of %q: relation %q", c[0], c[1])
		}
		if !slices.Contains(*ids, to.ID) {
			*ids = append(*ids, to.ID)
		}
	}
	return nil
}
