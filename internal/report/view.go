package report

import (
	"cmp"
	"slices"
	"strings"

	"analyze/internal/doc"
	"analyze/internal/record"
)

// An actor is a person, organisation or group in one document.
type actor struct {
	Name, Type, Entity string
	Roles, Titles      []string
	Mentions           int
	Aliases            []string
	Doubt              string
}

// A place is a place in one document.
type place struct {
	Name, Subtype, Country, Entity string
	Point                          string // "36.34, 43.13", "" if unknown
	Mentions                       int
	Aliases                        []string
	Doubt                          string
}

// A view is what the reports of one document show.
type view struct {
	Doc      *doc.Document
	Actors   []actor
	Places   []place
	Claims   []int // indices into Doc.Claims, repeats left out
	Repeated int   // claims that only repeat others
}

// A claimList are the records of a document's claims. Those of a large one take
// a kilobyte each and are made as they are asked for.
type claimList struct {
	d    *doc.Document
	made []record.Claim
}

func claimsOf(d *doc.Document) claimList {
	if len(d.Claims) >= manyFigures {
		return claimList{d: d}
	}
	return claimList{d, record.Claims(d)}
}

func (l claimList) at(i int) *record.Claim {
	if l.made != nil {
		return &l.made[i]
	}
	c := record.ClaimAt(l.d, i)
	return &c
}

// only are the records at those places.
func (l claimList) only(at []int) []record.Claim {
	out := make([]record.Claim, len(at))
	for i, k := range at {
		out[i] = *l.at(k)
	}
	return out
}

// viewOf gathers who acts, where, and the figures of d. A demonym used as an
// adjective makes no actor and no place.
func viewOf(d *doc.Document) *view {
	v := &view{Doc: d}
	for i := range d.Referents {
		r := &d.Referents[i]
		n, aliases := written(d, r)
		if n == 0 {
			continue
		}
		if r.Type == doc.Place {
			p := place{Name: r.Name, Subtype: r.Subtype, Country: r.Country, Entity: r.Entity, Mentions: n, Aliases: aliases, Doubt: r.Doubt}
			if r.HasPoint {
				p.Point = point(r.Lat, r.Lon)
			}
			v.Places = append(v.Places, p)
		} else {
			v.Actors = append(v.Actors, actor{r.Name, r.Type.String(), r.Entity, r.Roles, r.Titles, n, aliases, r.Doubt})
		}
	}
	slices.SortStableFunc(v.Actors, func(a, b actor) int { return cmp.Or(b.Mentions-a.Mentions, strings.Compare(a.Name, b.Name)) })
	slices.SortStableFunc(v.Places, func(a, b place) int { return cmp.Or(b.Mentions-a.Mentions, strings.Compare(a.Name, b.Name)) })
	for i := range d.Claims {
		c := &d.Claims[i]
		if c.DuplicateOf == "" && c.Repeats >= 0 || strings.HasPrefix(c.DuplicateOf, d.ID+"#") {
			v.Repeated++
			continue
		}
		v.Claims = append(v.Claims, i)
	}
	return v
}

// written counts the mentions of r outside repeats and lists the forms other
// than its name, by count, then text.
func written(d *doc.Document, r *doc.Referent) (int, []string) {
	n := 0
	count := map[string]int{}
	for _, m := range r.Mentions {
		if d.Mentions[m].Form == doc.Adjective || d.InRepeat(d.Mentions[m].Span) {
			continue
		}
		n++
		if s := mentionText(d, m); s != r.Name {
			count[s]++
		}
	}
	forms := make([]string, 0, len(count))
	for s := range count {
		forms = append(forms, s)
	}
	slices.SortFunc(forms, func(a, b string) int { return cmp.Or(count[b]-count[a], strings.Compare(a, b)) })
	return n, forms
}

func mentionText(d *doc.Document, i int) string {
	m := &d.Mentions[i]
	if m.Text != "" {
		return m.Text
	}
	return strings.Join(strings.Fields(d.Slice(m.Span)), " ")
}
