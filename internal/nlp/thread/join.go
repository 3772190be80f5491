package thread

import (
	"cmp"
	"slices"
	"strings"

	"analyze/internal/disjoint"
	"analyze/internal/doc"
)

// Join joins threads and claims that stand alone where ties say that they are for one
// thing. The records must hold those of all threads and ties; others do not matter.
func Join(threads []doc.Thread, ties []Tie, records []Record) []doc.Thread {
	slices.SortStableFunc(threads, func(a, b doc.Thread) int { return strings.Compare(a.ID, b.ID) })
	if len(ties) == 0 {
		return threads
	}
	w := newWeave(threads, ties, records)
	ties = slices.Clone(ties)
	slices.SortStableFunc(ties, func(a, b Tie) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), strings.Compare(a.A, b.A), strings.Compare(a.B, b.B))
	})
	for _, t := range ties {
		w.tie(t)
	}
	return w.threads()
}

// A weave is threads and claims while they are joined.
type weave struct {
	made  []doc.Thread
	knots []knot // a thread, or a claim that stands alone
	u     disjoint.Sets
	of    map[string]int // the knot of a claim
	tied  map[int]bool   // roots of knots that were joined
}

// A knot is claims that are for one thing; thread is the index of theirs, -1.
type knot struct {
	claims []*Record
	thread int
}

func newWeave(threads []doc.Thread, ties []Tie, records []Record) *weave {
	w := &weave{made: threads, of: map[string]int{}, tied: map[int]bool{}}
	for i := range threads {
		w.knots = append(w.knots, knot{thread: i})
		for _, id := range threads[i].Claims {
			w.of[id] = i
		}
	}
	wanted := map[string]bool{}
	for _, t := range ties {
		wanted[t.A], wanted[t.B] = true, true
	}
	for i := range records {
		r := &records[i]
		k, ok := w.of[r.ID]
		if !ok && wanted[r.ID] {
			k, ok = len(w.knots), true
			w.of[r.ID] = k
			w.knots = append(w.knots, knot{thread: -1})
		}
		if ok {
			w.knots[k].claims = append(w.knots[k].claims, r)
		}
	}
	for i := range w.knots {
		slices.SortFunc(w.knots[i].claims, byPlace)
	}
	w.u = disjoint.New(len(w.knots))
	return w
}

// tie joins what the claims of a tie belong to, unless a document tells both as two things.
func (w *weave) tie(t Tie) {
	i, ok := w.of[t.A]
	j, ok2 := w.of[t.B]
	if !ok || !ok2 {
		return
	}
	x, y := w.u.Root(i), w.u.Root(j)
	if x == y || !w.fit(x, y) {
		return
	}
	w.u.Join(x, y)
	to := w.u.Root(x)
	from := x + y - to
	w.knots[to].claims = append(slices.Clip(w.knots[to].claims), w.knots[from].claims...)
	w.tied[to] = true
}

// fit reports whether no document tells claims of both roots as two things, and none
// counts what came on top of the others.
func (w *weave) fit(x, y int) bool {
	if len(w.knots[x].claims) > 0 && len(w.knots[y].claims) > 0 && w.knots[x].claims[0].addsTo(w.knots[y].claims[0]) {
		return false
	}
	of := map[string][]*Record{}
	for _, r := range w.knots[x].claims {
		of[r.Doc] = append(of[r.Doc], r)
	}
	for _, s := range w.knots[y].claims {
		for _, r := range of[s.Doc] {
			if !r.tellsAgain(s) {
				return false
			}
		}
	}
	return true
}

// tellsAgain reports whether two claims of a document can be for one thing: the same
// number, or what two who are named hold against each other.
func (r *Record) tellsAgain(s *Record) bool {
	if !r.sameScale(s) {
		return false
	}
	return r.alike(s) && r.Time == s.Time || r.PairedWith(s) || r.answers(s) && Times(r, s) <= maxTimes || r.climbsTo(s)
}

// threads gives the threads as they are now, sorted by ID.
func (w *weave) threads() []doc.Thread {
	parts := map[int][]int{} // the threads in each root
	for i := range w.made {
		parts[w.u.Root(i)] = append(parts[w.u.Root(i)], i)
	}
	now := map[string]string{} // what a thread is called that was taken into another
	var out []doc.Thread
	for i := range w.knots {
		if w.u.Root(i) != i {
			continue
		}
		if t, ok := w.joined(i, parts[i]); ok {
			for _, k := range parts[i] {
				now[w.made[k].ID] = t.ID
			}
			out = append(out, t)
			continue
		}
		for _, k := range parts[i] {
			out = append(out, w.made[k])
		}
	}
	for i := range out {
		out[i].Related = renamed(out[i].Related, out[i].ID, now)
	}
	slices.SortStableFunc(out, func(a, b doc.Thread) int { return strings.Compare(a.ID, b.ID) })
	return out
}

// renamed gives what a thread is related to by the names of now, without itself.
func renamed(list []doc.Related, self string, now map[string]string) (out []doc.Related) {
	for _, r := range list {
		r.Thread = cmp.Or(now[r.Thread], r.Thread)
		if r.Thread != self && !slices.ContainsFunc(out, func(o doc.Related) bool { return o.Thread == r.Thread }) {
			out = append(out, r)
		}
	}
	slices.SortStableFunc(out, func(a, b doc.Related) int { return strings.Compare(a.Thread, b.Thread) })
	return out
}

// joined makes the thread of a root into which something was tied, of the threads parts
// and claims that stood alone.
func (w *weave) joined(root int, parts []int) (t doc.Thread, ok bool) {
	if !w.tied[root] {
		return t, false
	}
	claims := inOneScale(w.knots[root].claims)
	best := claims[0]
	for _, r := range claims[1:] {
		if r.telling() > best.telling() {
			best = r
		}
	}
	p := best.part()
	p.key += "|" + claims[0].ID
	p.claims = []*Record{best}
	for _, r := range claims {
		if r.ID != best.ID {
			c := *r
			c.Concept, c.Event = best.Concept, best.Event
			p.claims = append(p.claims, &c)
		}
	}
	if t, ok = p.thread(); !ok {
		return t, false
	}
	for _, k := range parts {
		t.Related = append(t.Related, w.made[k].Related...)
		for _, a := range w.made[k].SetApart {
			if !slices.Contains(t.Claims, a.Claim) {
				t.SetApart = append(t.SetApart, a)
			}
		}
	}
	slices.SortStableFunc(t.SetApart, func(a, b doc.Apart) int { return strings.Compare(a.Claim, b.Claim) })
	t.SetApart = slices.CompactFunc(t.SetApart, func(a, b doc.Apart) bool { return a.Claim == b.Claim })
	return t, true
}

// telling ranks claims by how well they say what is counted and where.
func (r *Record) telling() (n int) {
	for _, is := range [...]bool{r.Listed, r.Concept != "" && r.Concept != "person", r.Comparable(), len(r.Places) > 0 && !r.Carried, r.Short != ""} {
		n *= 2
		if is {
			n++
		}
	}
	return n
}

// inOneScale gives claims that count in several units in the one that all have beside
// theirs, sorted by where they stand.
func inOneScale(claims []*Record) []*Record {
	claims = slices.Clone(claims)
	slices.SortFunc(claims, byPlace)
	for _, r := range claims {
		if r.Unit != claims[0].Unit {
			for i := range claims {
				claims[i] = claims[i].normal()
			}
			break
		}
	}
	return claims
}
