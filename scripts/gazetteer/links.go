package main

import (
	"fmt"
	"slices"

	"analyze/internal/nlp/gazetteer"
)

// readAbbreviations gives first-level regions their abbreviations, which are
// weak: many are words, or names of something else.
func (m *maker) readAbbreviations() error {
	rs, err := rows(m.list("abbreviations.tsv"), 2)
	if err != nil {
		return err
	}
	byCode := map[string]*gazetteer.Record{}
	for _, r := range m.recs {
		if r.Kind == gazetteer.Region && r.Code != "" {
			byCode[r.Code] = r
		}
	}
	for _, c := range rs {
		r := byCode[c[0]]
		if r == nil {
			return fmt.Errorf("no region has the code %q", c[0])
		}
		for _, a := range split(c[1]) {
			r.Aliases = append(r.Aliases, gazetteer.Alias{Text: a, Kind: gazetteer.Short, Weak: true})
		}
	}
	return nil
}

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
