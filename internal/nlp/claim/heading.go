package claim

import (
	"strings"

	"analyze/internal/doc"
)

// besidePlaces may stand beside the places of a heading that consists of them.
var besidePlaces = wordSet("and the in inside within across northern southern eastern western central north south east west region province district county area state republic of situation country")

// onlyPlaces gives the places of a piece of text that names nothing else: "INSIDE
// BURUNDI", "2. Chad and Niger:", nil if it does.
func (r *reader) onlyPlaces(text doc.Span) []doc.ClaimPlace {
	var out []doc.ClaimPlace
	at := text.Start
	for _, i := range r.mentionsIn(text) {
		men := &r.d.Mentions[i]
		if men.Start < text.Start || i >= len(r.d.ReferentOf) || r.d.ReferentOf[i] < 0 || men.Form == doc.Adjective || men.Type != doc.Place && !r.isPlaceElsewhere(i) || !onlyBeside(r.d.Text[at:max(at, men.Start)]) {
			return nil
		}
		ref := &r.d.Referents[r.d.ReferentOf[i]]
		out = append(out, doc.ClaimPlace{Name: ref.Name, Referent: r.d.ReferentOf[i], Role: doc.Location})
		at = men.End
	}
	if len(out) == 0 || len(out) > 4 || at > text.End || !onlyBeside(r.d.Text[at:text.End]) {
		return nil
	}
	return sortedPlaces(out)
}

// onlyBeside reports whether a piece of a heading says no more than that a place is meant.
func onlyBeside(s string) bool {
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(c rune) bool { return strings.ContainsRune(" \t\r\n.:,;&/–—-*_#()0123456789", c) }) {
		if !besidePlaces[w] {
			return false
		}
	}
	return true
}

// runIn keeps the places that a heading in the line of the paragraph consists of, for the
// whole of it: "2. Lima. The jail holds 90 men."
func (r *reader) runIn(b int) bool {
	s := &r.d.Sentences[r.v.s]
	if b < 0 || b >= len(r.d.Blocks) || s.Parts != nil || s.Len() > 60 || s.Start > r.d.Blocks[b].Text.Start+6 || blockKind(r.d, b) != doc.Body && blockKind(r.d, b) != doc.List {
		return false
	}
	if s.End >= r.d.Blocks[b].Text.End-8 || strings.IndexByte(".:", r.d.Text[s.End-1]) < 0 {
		return false // the whole of the paragraph
	}
	r.entered = r.onlyPlaces(s.Span)
	return r.entered != nil
}

// hostedIn adds to a figure for people of whom the sentence only says where they are
// from the place that the heading tells, in a section that is about it.
func (r *reader) hostedIn(c *doc.Claim, sites []site) {
	if len(r.topic) == 0 || len(c.Places) == 0 || c.Unit != "person" || c.Kind != doc.Count {
		return
	}
	for _, p := range c.Places {
		if p.Role != doc.Origin {
			return
		}
		for _, t := range r.topic {
			if t.Name == p.Name {
				return
			}
		}
	}
	for i := range sites {
		if s := &sites[i]; !s.weak && s.role != doc.Origin {
			return
		}
	}
	c.Places = append(c.Places, r.topic...)
}
