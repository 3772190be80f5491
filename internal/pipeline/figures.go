package pipeline

import (
	"cmp"
	"slices"

	"analyze/internal/doc"
	"analyze/internal/nlp/claim"
	"analyze/internal/nlp/resolve"
	"analyze/internal/store"
)

// figures are the claims of all documents as far as work over all of them
// needs them at once: of those that no thread may hold, a table's cells for the
// most part, it keeps only which repeat another. The others stay in the store.
type figures struct {
	records []claim.Record // that may stand in threads, grouped by document
	first   []int          // of each document, where its records begin
	repeats [][]claimOverlay
}

// add takes in the claims of the next document.
func (f *figures) add(claims []claim.Record) {
	f.first = append(f.first, len(f.records))
	var repeats []claimOverlay
	for i := range claims {
		r := &claims[i]
		if r.DuplicateOf != "" {
			repeats = append(repeats, claimOverlay{Start: r.Start, DuplicateOf: r.DuplicateOf})
		}
		if !r.Comparable() {
			continue
		}
		if n := len(f.records); n > f.first[len(f.first)-1] {
			share(r, &f.records[n-1])
		}
		f.records = append(f.records, *r)
	}
	f.repeats = append(f.repeats, repeats)
}

// share lets r hold what it has in common with the record before it once.
func share(r, before *claim.Record) {
	for _, p := range [...][2]*string{
		{&r.Doc, &before.Doc}, {&r.Date, &before.Date}, {&r.Author, &before.Author}, {&r.What, &before.What}, {&r.Concept, &before.Concept}, {&r.Event, &before.Event},
		{&r.Definition, &before.Definition}, {&r.Apart, &before.Apart}, {&r.Unit, &before.Unit}, {&r.Per, &before.Per}, {&r.Focus, &before.Focus}, {&r.Land, &before.Land}, {&r.Time, &before.Time},
		{&r.Context, &before.Context}, {&r.Source, &before.Source}, {&r.SourceName, &before.SourceName}, {&r.Cite, &before.Cite},
	} {
		if *p[0] == *p[1] {
			*p[0] = *p[1]
		}
	}
	for _, p := range [...][2]*[]string{{&r.Places, &before.Places}, {&r.Others, &before.Others}, {&r.Setting, &before.Setting}, {&r.Head, &before.Head}} {
		if (*p[0] == nil) == (*p[1] == nil) && slices.Equal(*p[0], *p[1]) {
			*p[0] = *p[1]
		}
	}
}

// of are the records of document i.
func (f *figures) of(i int) []claim.Record {
	end := len(f.records)
	if i+1 < len(f.first) {
		end = f.first[i+1]
	}
	return f.records[f.first[i]:end]
}

// resolve sets the sources of all records as entities.
func (f *figures) resolve(r *resolve.Resolution) {
	for i := range f.records {
		if rec := &f.records[i]; rec.SourceReferent >= 0 {
			rec.SourceEntity = r.Entity(rec.Doc, rec.SourceReferent, "")
		}
	}
}

// repeat notes that a claim of document i repeats another.
func (f *figures) repeat(i, start int, of string) {
	f.repeats[i] = append(f.repeats[i], claimOverlay{Start: start, DuplicateOf: of})
	list := f.of(i)
	at, _ := slices.BinarySearchFunc(list, start, func(r claim.Record, start int) int { return cmp.Compare(r.Start, start) })
	for ; at < len(list) && list[at].Start == start; at++ {
		list[at].DuplicateOf = of
	}
}

// overlay says of the claims of document i what is known over all documents.
func (f *figures) overlay(i int, threadOf map[string]string) []claimOverlay {
	list := f.repeats[i]
	at := make(map[int]int, len(list))
	for k := range list {
		at[list[k].Start] = k
	}
	for k := range f.of(i) {
		r := &f.of(i)[k]
		t := threadOf[r.ID]
		if t == "" {
			continue
		}
		if n, ok := at[r.Start]; ok {
			list[n].Thread = t
		} else {
			list = append(list, claimOverlay{Start: r.Start, Thread: t})
		}
	}
	slices.SortStableFunc(list, func(a, b claimOverlay) int { return cmp.Compare(a.Start, b.Start) })
	return list
}

// duplicates finds the claims that stand in passages which an earlier document
// has too. Documents that share passages are looked at together, the others
// not at all; of theirs, only what stands in the passages is held.
func (c *collector) duplicates(copies []doc.Copy) error {
	within := map[string][]doc.Span{}
	for _, k := range copies {
		within[k.Doc] = append(within[k.Doc], claim.Reach(k.Span))
		within[k.Original] = append(within[k.Original], claim.Reach(k.Of))
	}
	of, sharing := families(copies), map[string][]doc.Copy{}
	for _, k := range copies {
		sharing[of(k.Doc)] = append(sharing[of(k.Doc)], k)
	}
	members, order := map[string][]int{}, []string{}
	for i := range c.digests {
		id := c.digests[i].Card.ID
		if within[id] == nil {
			continue
		}
		if members[of(id)] == nil {
			order = append(order, of(id))
		}
		members[of(id)] = append(members[of(id)], i)
	}
	for _, family := range order {
		if err := c.duplicatesAmong(members[family], within, sharing[family]); err != nil {
			return err
		}
	}
	return nil
}

func (c *collector) duplicatesAmong(docs []int, within map[string][]doc.Span, copies []doc.Copy) error {
	var list []claim.Record
	var from []int // the document of each
	for _, i := range docs {
		var g struct{ Claims []claim.Record }
		if err := c.store.Get(store.Digests, c.keys[i], &g); err != nil {
			return err
		}
		inside := covers(within[c.digests[i].Card.ID])
		for k := range g.Claims {
			if r := &g.Claims[k]; inside(r.Start) {
				list = append(list, claim.Record{ID: r.ID, Doc: r.Doc, Start: r.Start, Kind: r.Kind, Low: r.Low, High: r.High, Value: r.Value, Context: r.Context, DuplicateOf: r.DuplicateOf})
				from = append(from, i)
			}
		}
	}
	was := make([]bool, len(list))
	for k := range list {
		was[k] = list[k].DuplicateOf != ""
	}
	claim.Duplicates(list, copies)
	for k := range list {
		if r := &list[k]; !was[k] && r.DuplicateOf != "" {
			c.figures.repeat(from[k], r.Start, r.DuplicateOf)
		}
	}
	return nil
}

// covers tells whether one of spans holds a place.
func covers(spans []doc.Span) func(int) bool {
	slices.SortFunc(spans, func(a, b doc.Span) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End)) })
	var joined []doc.Span
	for _, s := range spans {
		if n := len(joined); n > 0 && s.Start <= joined[n-1].End {
			joined[n-1].End = max(joined[n-1].End, s.End)
		} else {
			joined = append(joined, s)
		}
	}
	return func(at int) bool {
		i, _ := slices.BinarySearchFunc(joined, at, func(s doc.Span, at int) int {
			if s.End <= at {
				return -1
			}
			return 1
		})
		return i < len(joined) && joined[i].Start <= at
	}
}

// families joins the documents that share passages, over others too; it tells
// of each by which one its family is known.
func families(copies []doc.Copy) func(id string) string {
	head := map[string]string{}
	of := func(id string) string {
		for head[id] != "" && head[id] != id {
			if up := head[head[id]]; up != "" {
				head[id] = up
			}
			id = head[id]
		}
		return id
	}
	for _, k := range copies {
		if a, b := of(k.Doc), of(k.Original); a != b {
			head[max(a, b)] = min(a, b)
		}
	}
	return of
}
