package pipeline

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"analyze/internal/doc"
	"analyze/internal/nlp/resolve"
	"analyze/internal/nlp/thread"
	"analyze/internal/store"
)

// figures are the claims of all documents as far as work over all of them needs
// them. Of those that no thread may hold, a table's cells for the most part, it
// keeps only which repeat another; the others go to the bucket of what they must
// share to be looked at together, and are looked at a bucket at a time.
type figures struct {
	buckets *buckets
	repeats [][]claimOverlay  // of each document
	copied  map[string]string // of a claim that repeats another document's, by id
}

// add takes in the claims of the next document.
func (f *figures) add(claims []thread.Record) error {
	var repeats []claimOverlay
	for i := range claims {
		r := &claims[i]
		if r.DuplicateOf != "" {
			repeats = append(repeats, claimOverlay{Start: r.Start, DuplicateOf: r.DuplicateOf})
		}
		if r.Comparable() || r.Matchable() {
			if err := f.buckets.add(r); err != nil {
				return err
			}
		}
	}
	f.repeats = append(f.repeats, repeats)
	return nil
}

// threads makes the threads of all figures, sorted by ID.
func (f *figures) threads(r *resolve.Resolution) ([]doc.Thread, error) {
	if f.buckets.list == nil {
		f.prepare(f.buckets.held, r)
		return thread.Threads(f.buckets.held), nil
	}
	var threads []doc.Thread
	var ties []thread.Tie
	var kept []thread.Record // of threads and ties
	have := map[string]bool{}
	keep := func(records []thread.Record, ids map[string]bool) {
		for i := range records {
			if id := records[i].ID; ids[id] && !have[id] {
				have[id] = true
				kept = append(kept, records[i])
			}
		}
	}
	err := f.buckets.each(byWords, func(records []thread.Record) {
		f.prepare(records, r)
		made, ids := thread.Separate(records), map[string]bool{}
		for i := range made {
			for _, id := range made[i].Claims {
				ids[id] = true
			}
		}
		threads = append(threads, made...)
		keep(records, ids)
	})
	if err != nil {
		return nil, err
	}
	err = f.buckets.each(byStory, func(records []thread.Record) {
		f.prepare(records, r)
		made, ids := thread.Ties(records), map[string]bool{}
		for _, t := range made {
			ids[t.A], ids[t.B] = true, true
		}
		ties = append(ties, made...)
		keep(records, ids)
	})
	return thread.Join(threads, ties, kept), err
}

// prepare tells records of what is known over all documents.
func (f *figures) prepare(records []thread.Record, r *resolve.Resolution) {
	for i := range records {
		rec := &records[i]
		if rec.SourceReferent >= 0 {
			rec.SourceEntity = r.Entity(rec.Doc, rec.SourceReferent, "")
		}
		if of, ok := f.copied[rec.ID]; ok {
			rec.DuplicateOf = of
		}
	}
}

// repeat notes that a claim of document i repeats another's.
func (f *figures) repeat(i int, r *thread.Record) {
	f.repeats[i] = append(f.repeats[i], claimOverlay{Start: r.Start, DuplicateOf: r.DuplicateOf})
	if f.copied == nil {
		f.copied = map[string]string{}
	}
	f.copied[r.ID] = r.DuplicateOf
}

// threaded lists, by document, the claims that threads hold and which.
func threaded(threads []doc.Thread) map[string][]claimOverlay {
	by := map[string][]claimOverlay{}
	for i := range threads {
		for _, id := range threads[i].Claims {
			at := strings.LastIndex(id, "#c")
			if start, err := strconv.Atoi(id[at+2:]); at > 0 && err == nil {
				by[id[:at]] = append(by[id[:at]], claimOverlay{Start: start, Thread: threads[i].ID})
			}
		}
	}
	return by
}

// overlay says of the claims of document i what is known over all documents;
// threaded are those that threads hold.
func (f *figures) overlay(i int, threaded []claimOverlay) []claimOverlay {
	list := f.repeats[i]
	at := make(map[int]int, len(list))
	for k := range list {
		at[list[k].Start] = k
	}
	for _, t := range threaded {
		if n, ok := at[t.Start]; ok {
			list[n].Thread = t.Thread
		} else {
			list = append(list, t)
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
		within[k.Doc] = append(within[k.Doc], thread.Reach(k.Span))
		within[k.Original] = append(within[k.Original], thread.Reach(k.Of))
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
	var list []thread.Record
	var from []int // the document of each
	for _, i := range docs {
		var g struct{ Claims []thread.Record }
		if err := c.store.Get(store.Digests, c.keys[i], &g); err != nil {
			return err
		}
		inside := covers(within[c.digests[i].Card.ID])
		for k := range g.Claims {
			if r := &g.Claims[k]; inside(r.Start) {
				list = append(list, thread.Record{ID: r.ID, Doc: r.Doc, Start: r.Start, Kind: r.Kind, Low: r.Low, High: r.High, Value: r.Value, Context: r.Context, DuplicateOf: r.DuplicateOf})
				from = append(from, i)
			}
		}
	}
	was := make([]bool, len(list))
	for k := range list {
		was[k] = list[k].DuplicateOf != ""
	}
	thread.Duplicates(list, copies)
	for k := range list {
		if r := &list[k]; !was[k] && r.DuplicateOf != "" {
			c.figures.repeat(from[k], r)
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
