package index

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"analyze/internal/nlp/gazetteer"
)

// entities finds entities by name: those called exactly so; else those with
// the name that the gazetteer knows for the same thing; else those whose names
// hold the words.
func (p *planner) entities(name string, place bool) ([]Record, error) {
	folded := gazetteer.Fold(name)
	tries := []func() Node{
		func() Node { return KeyNode{KeyNames, []string{folded, "=" + name}} },
		func() Node {
			var ids []string
			for _, m := range gazetteer.Default().Lookup(name) {
				ids = append(ids, "="+m.Entry.ID)
			}
			return KeyNode{KeyNames, ids}
		},
		func() Node { return WordsNode{[]WordRow{{FieldName, p.folded(name), 1}}} },
	}
	kinds := entityTypes(place)
	for _, try := range tries {
		f, err := p.reader.Find(p.ctx, Search{
			Kind: Entity, Node: AndNode{Must: []Node{try()}, Filter: []Node{KeyNode{KeyType, kinds}}}, Sort: Largest, Limit: 50,
		})
		if err != nil {
			return nil, err
		}
		if f.Total > 0 {
			return p.reader.Get(p.ctx, idsOf(f))
		}
	}
	return nil, nil
}

// entityTypes are the types of places, or of actors.
func entityTypes(place bool) []string {
	if place {
		return []string{"place"}
	}
	return []string{"person", "org", "group"}
}

func idsOf(f *Found) []string {
	ids := make([]string, len(f.Hits))
	for i, h := range f.Hits {
		ids[i] = h.ID
	}
	return ids
}

// resolve returns the ids of the entities called name, and has their names
// marked. If there are none and what is not "", a note says so.
func (p *planner) resolve(name string, place bool, what string) ([]string, error) {
	list, err := p.entities(name, place)
	if err != nil {
		return nil, err
	}
	var ids []string
	for _, r := range list {
		if r.Card.Entity == nil {
			continue
		}
		ids = append(ids, strings.TrimPrefix(r.ID, EntityID("")))
		for _, a := range append([]string{r.Card.Title}, r.Card.Entity.Aliases...) {
			p.mark(mark{text: a, exact: true, capital: len(a) < 6 && a == strings.ToUpper(a)})
		}
	}
	if len(ids) == 0 && what != "" {
		note := fmt.Sprintf("no %s is called %q here", what, name)
		other, err := p.similar(name, entityTypes(place))
		if err != nil {
			return nil, err
		}
		if other != "" {
			note += fmt.Sprintf(": did you mean %s:%s?", what, bare(other))
		}
		p.plan.notes = append(p.plan.notes, note)
	}
	return ids, nil
}

// within finds what names a place that lies in the place called name, or that
// place itself.
func (p *planner) within(name string) (Node, error) {
	values := []string{gazetteer.Fold(name)}
	list, err := p.entities(name, true)
	if err != nil {
		return nil, err
	}
	for _, r := range list {
		values = append(values, gazetteer.Fold(r.Card.Title))
	}
	if len(list) == 0 {
		for _, m := range gazetteer.Default().Lookup(name) {
			values = append(values, "="+m.Entry.ID)
		}
	}
	slices.Sort(values)
	return KeyNode{KeyWithin, slices.Compact(values)}, nil
}

// around finds what names a place that lies near another. Countries and
// regions, which have extent, do not count.
func (p *planner) around(q Around) (Node, error) {
	lat, lon, err := p.point(q.Name)
	if err != nil {
		return nil, err
	}
	dLat := q.Km / 111.2
	f, err := p.reader.Find(p.ctx, Search{Kind: Entity, Limit: math.MaxInt32, Sort: Largest,
		Node: RangeNode{Low: NumLat, High: NumLat, From: lat - dLat, To: lat + dLat}})
	if err != nil {
		return nil, err
	}
	list, err := p.reader.Get(p.ctx, idsOf(f))
	if err != nil {
		return nil, err
	}
	var ids []string
	for _, r := range list {
		e := r.Card.Entity
		if e == nil || !e.HasPoint || e.Subtype == "country" || e.Subtype == "region" {
			continue // the middle of a country is no place to be near to
		}
		if distanceKm(lat, lon, e.Lat, e.Lon) <= q.Km {
			ids = append(ids, strings.TrimPrefix(r.ID, EntityID("")))
			p.mark(mark{text: r.Card.Title, exact: true})
		}
	}
	return KeyNode{KeyPlace, ids}, nil
}

// point is the position of the place called name.
func (p *planner) point(name string) (lat, lon float64, err error) {
	list, err := p.entities(name, true)
	if err != nil {
		return 0, 0, err
	}
	for _, r := range list {
		if e := r.Card.Entity; e.HasPoint {
			return e.Lat, e.Lon, nil
		}
	}
	for _, m := range gazetteer.Default().Lookup(name) {
		if m.Entry.HasCoord {
			return m.Entry.Lat, m.Entry.Lon, nil
		}
	}
	other, err := p.similar(name, entityTypes(true))
	if err != nil {
		return 0, 0, err
	}
	hint := "analyze search kind:entity type:place lists those of the documents"
	if other != "" {
		hint = "did you mean near-place:" + bare(other) + "?"
	}
	return 0, 0, &SyntaxError{-1, fmt.Sprintf("near-place: no place called %q has a known position", name), hint}
}

// distanceKm is the distance of two points on a globe.
func distanceKm(lat1, lon1, lat2, lon2 float64) float64 {
	const degree = math.Pi / 180
	a := math.Pow(math.Sin((lat2-lat1)*degree/2), 2) +
		math.Cos(lat1*degree)*math.Cos(lat2*degree)*math.Pow(math.Sin((lon2-lon1)*degree/2), 2)
	return 2 * 6371 * math.Asin(math.Min(1, math.Sqrt(a)))
}
