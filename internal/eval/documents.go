package eval

import (
	"fmt"
	"slices"
	"strings"

	"analyze/internal/doc"

	"github.com/govalues/decimal"
)

// Documents scores the documents of c that gold annotates: names by exact span
// and type, claims by field, entities by B-cubed F1 (Bagga and Baldwin 1998)
// over the gold mentions that were found. It reads one document at a time.
func Documents(gold *Gold, c *doc.Collection) (*Report, error) {
	n, cl, en, re := newNames(), &claims{}, &entities{}, &relations{}
	seen := 0
	for d, err := range c.Documents() {
		if err != nil {
			return nil, err
		}
		g := gold.Of(d.ID)
		if g == nil {
			continue
		}
		seen++
		at := g.spans(d.Text)
		if len(g.Mentions) > 0 {
			alts := map[doc.Span][]string{}
			want := goldNames(g.Mentions, at)
			for i, m := range g.Mentions {
				alts[want[i].Span] = m.Alt
			}
			n.add(d.ID, want, goldNames(g.Optional, at), foundNames(d), func(x Name) []string { return alts[x.Span] })
			en.add(d, g, want)
			re.add(d, g, want)
		}
		if len(g.Claims) > 0 || len(g.NotClaims) > 0 {
			cl.add(d, g, at)
		}
	}
	if seen == 0 {
		return nil, fmt.Errorf("none of the annotated documents is in the corpus: analyse the folder that holds them first")
	}
	r := &Report{}
	n.report(r)
	en.report(r)
	re.report(r)
	cl.report(r)
	return r, nil
}

func goldNames(list []GoldMention, at func(int, int) doc.Span) []Name {
	out := make([]Name, 0, len(list))
	for _, m := range list {
		if slices.Contains(types, m.Type) {
			out = append(out, Name{at(m.Start, m.End), m.Type, m.Text})
		}
	}
	return out
}

// claims accumulates the scores of claims.
type claims struct {
	found                                       Tally
	value, place, source, time, cell, notClaims Tally
	misses                                      []Miss
}

func (c *claims) add(d *doc.Document, g *GoldDoc, at func(int, int) doc.Span) {
	used := make([]bool, len(d.Claims))
	for i := range g.Claims {
		w := &g.Claims[i]
		span, number := at(w.Start, w.End), w.number(at)
		k := slices.IndexFunc(d.Claims, func(h doc.Claim) bool { return h.Number.Overlaps(number) })
		if k >= 0 && used[k] {
			k = -1
		}
		if k >= 0 {
			used[k] = true
		}
		if w.Optional {
			continue
		}
		c.found.Want++
		if k < 0 {
			c.miss("missed", d.ID, span.Start, w.Text, "")
			continue
		}
		c.found.Right++
		c.found.Got++
		c.fields(d, &d.Claims[k], w)
	}
	for k, h := range d.Claims {
		if !used[k] {
			c.found.Got++
			c.miss("false", d.ID, h.Start, "", d.Slice(h.Span))
		}
	}
	for i := range g.NotClaims {
		c.notClaims.Want++
		s := at(g.NotClaims[i].Start, g.NotClaims[i].End)
		if !slices.ContainsFunc(d.Claims, func(h doc.Claim) bool { return h.Number.Overlaps(s) }) {
			c.notClaims.Right++
		}
	}
}

func (w *GoldClaim) number(at func(int, int) doc.Span) doc.Span {
	switch {
	case w.NumStart != nil && w.NumEnd != nil:
		return at(*w.NumStart, *w.NumEnd)
	case w.Number != nil:
		return at(w.Number.Start, w.Number.End)
	}
	return at(w.Start, w.End)
}

// fields scores the fields of one claim that was found.
func (c *claims) fields(d *doc.Document, h *doc.Claim, w *GoldClaim) {
	check := func(t *Tally, name, want, got string, ok bool) {
		t.Want++
		if ok {
			t.Right++
		} else {
			c.miss(name, d.ID, h.Start, want, got)
		}
	}
	wantValue := fmt.Sprint(str(w.Low), "..", str(w.High), " ", w.Bound, " ", w.Unit)
	gotValue := fmt.Sprint(str(h.Low), "..", str(h.High), " ", h.Bound, " ", h.Unit)
	check(&c.value, "value", wantValue, gotValue, wantValue == gotValue)
	names, _ := h.PlaceNames()
	slices.Sort(names)
	place := strings.Join(names, ";")
	check(&c.place, "place", w.Place, place, fold(w.Place) == fold(place))
	check(&c.source, "source", w.Source, h.Source, fold(w.Source) == fold(h.Source))
	check(&c.time, "time", w.Time, h.Time, w.Time == h.Time)
	if w.Row != "" || w.Column != "" {
		check(&c.cell, "cell", w.Row+" / "+w.Column, h.RowLabel+" / "+h.ColumnLabel, fold(w.Row) == fold(h.RowLabel) && fold(w.Column) == fold(h.ColumnLabel))
	}
}

func str(d *decimal.Decimal) string {
	if d == nil {
		return "null"
	}
	return d.Trim(0).String()
}

// fold makes sources and labels comparable: no case, no leading article, no
// full stop at the end.
func fold(s string) string {
	s = strings.ToLower(strings.Join(strings.Fields(s), " "))
	for _, a := range []string{"the ", "a ", "an "} {
		s = strings.TrimPrefix(s, a)
	}
	return strings.TrimSuffix(s, ".")
}

func (c *claims) miss(kind, id string, at int, gold, got string) {
	c.misses = append(c.misses, Miss{kind, id, at, gold, got})
}

func (c *claims) report(r *Report) {
	if c.found.Want+c.notClaims.Want == 0 {
		return
	}
	r.Scores = append(r.Scores, Score{Name: "claims found", Tally: c.found})
	for _, s := range []struct {
		name string
		t    Tally
	}{
		{"claims value, bound, unit", c.value}, {"claims place", c.place}, {"claims source", c.source},
		{"claims time", c.time}, {"table cells row, column", c.cell}, {"numbers rightly left out", c.notClaims},
	} {
		if s.t.Want > 0 {
			r.Scores = append(r.Scores, Score{Name: s.name, Tally: s.t, Share: true})
		}
	}
	r.Misses = append(r.Misses, c.misses...)
}

// entities accumulates what B-cubed needs: for each gold mention that was
// found, its gold entity and the one that the run gave it.
type entities struct {
	gold, got      []string
	country, point Tally
}

func (e *entities) add(d *doc.Document, g *GoldDoc, want []Name) {
	for i, m := range g.Mentions {
		for k, h := range d.Mentions {
			if h.Span != want[i].Span || k >= len(d.ReferentOf) || d.ReferentOf[k] < 0 {
				continue
			}
			r := &d.Referents[d.ReferentOf[k]]
			e.gold = append(e.gold, m.ID)
			e.got = append(e.got, r.Entity)
			e.where(r, g.Entities[m.ID])
			break
		}
	}
}

// where scores country and position of a place; a city counts as right within
// about half a degree, some 50 km.
func (e *entities) where(r *doc.Referent, g GoldEntity) {
	if g.Type != "PLACE" || g.Country == "" {
		return
	}
	e.country.Want++
	if r.Country == g.Country {
		e.country.Right++
	}
	if g.Subtype != "city" || g.Lat == nil || g.Lon == nil {
		return
	}
	lat, _ := g.Lat.Float64()
	lon, _ := g.Lon.Float64()
	e.point.Want++
	if r.HasPoint && max(lat-r.Lat, r.Lat-lat) < .5 && max(lon-r.Lon, r.Lon-lon) < .6 {
		e.point.Right++
	}
}

func (e *entities) report(r *Report) {
	if len(e.gold) == 0 {
		return
	}
	type pair struct{ gold, got string }
	both, gold, got := map[pair]int{}, map[string]int{}, map[string]int{}
	for i := range e.gold {
		both[pair{e.gold[i], e.got[i]}]++
		gold[e.gold[i]]++
		got[e.got[i]]++
	}
	var p, q float64
	for i := range e.gold {
		same := float64(both[pair{e.gold[i], e.got[i]}])
		p += same / float64(got[e.got[i]])
		q += same / float64(gold[e.gold[i]])
	}
	n := float64(len(e.gold))
	p, q = p/n, q/n
	f := 2 * p * q / (p + q)
	// As a tally in ten-thousandths, so that it prints in the same table.
	r.Scores = append(r.Scores, Score{Name: "entities B-cubed", Tally: Tally{Right: int(f*10000 + .5), Want: 10000}, Share: true})
	if e.country.Want > 0 {
		r.Scores = append(r.Scores, Score{Name: "places country", Tally: e.country, Share: true})
	}
	if e.point.Want > 0 {
		r.Scores = append(r.Scores, Score{Name: "places within 50 km", Tally: e.point, Share: true})
	}
}
