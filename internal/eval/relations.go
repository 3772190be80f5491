package eval

import "analyze/internal/doc"

// scoredKinds are the relations that are scored, with the names that the gold
// may give them; the others count neither as missed nor as false.
var scoredKinds = map[string]string{
	"leader_of": "leader_of", "director": "leader_of", "director_of": "leader_of", "founder": "leader_of", "founder_of": "leader_of",
	"member_of": "member_of", "spokesman": "member_of", "spokesman_of": "member_of", "fellow": "member_of", "fellow_of": "member_of",
	"located_in": "located_in", "part_of": "part_of", "formerly": "formerly",
}

// relations accumulates the score of stated relations between entities.
type relations struct {
	t      Tally
	misses []Miss
}

type relation struct{ kind, child, parent string }

// add scores one document. A relation that was found counts where the gold
// knows both its ends.
func (r *relations) add(d *doc.Document, g *GoldDoc, want []Name) {
	ids := goldIDs(d, g, want)
	left, implied := map[relation]bool{}, map[relation]bool{}
	for _, l := range g.Links {
		if kind := scoredKinds[l.Relation]; kind != "" && !l.Implied {
			left[relation{kind, l.Child, l.Parent}] = true
		} else {
			implied[relation{kind, l.Child, l.Parent}] = true
		}
	}
	r.t.Want += len(left)
	seen := map[relation]bool{}
	for _, rel := range d.Relations {
		found := relation{scoredKinds[rel.Kind], ids[rel.From], ids[rel.To]}
		if found.kind == "" || found.child == "" || found.parent == "" || seen[found] || implied[found] {
			continue
		}
		seen[found] = true
		r.t.Got++
		if left[found] {
			r.t.Right++
			delete(left, found)
		} else {
			r.misses = append(r.misses, Miss{"false", d.ID, rel.Span.Start, "", found.String()})
		}
	}
	for _, l := range g.Links {
		if want := (relation{scoredKinds[l.Relation], l.Child, l.Parent}); left[want] {
			delete(left, want)
			r.misses = append(r.misses, Miss{"missed", d.ID, 0, want.String(), ""})
		}
	}
}

// String is "child kind parent".
func (r relation) String() string { return r.child + " " + r.kind + " " + r.parent }

// goldIDs gives each referent the gold entity that most of its mentions have.
func goldIDs(d *doc.Document, g *GoldDoc, want []Name) map[int]string {
	count := map[int]map[string]int{}
	for i, m := range g.Mentions {
		for k, h := range d.Mentions {
			if h.Span == want[i].Span && k < len(d.ReferentOf) && d.ReferentOf[k] >= 0 {
				n := d.ReferentOf[k]
				if count[n] == nil {
					count[n] = map[string]int{}
				}
				count[n][m.ID]++
			}
		}
	}
	ids := map[int]string{}
	for n, c := range count {
		for id, k := range c {
			if best := ids[n]; best == "" || k > c[best] || k == c[best] && id < best {
				ids[n] = id
			}
		}
	}
	return ids
}

func (r *relations) report(rep *Report) {
	if r.t.Want == 0 {
		return
	}
	rep.Scores = append(rep.Scores, Score{Name: "relations", Tally: r.t})
	rep.Misses = append(rep.Misses, r.misses...)
}
