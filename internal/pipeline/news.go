package pipeline

import (
	"errors"
	"fmt"
	"strings"

	"analyze/internal/doc"
	"analyze/internal/nlp/thread"
	"analyze/internal/store"
)

// news compares what two runs gave; nil on the first run. Where nothing is new
// the news of the run before stay, so that a run that changes nothing changes
// no report.
func news(before, now *gathered, figures []string) *doc.News {
	if before == nil {
		return nil
	}
	n := &doc.News{Figures: figures, Claims: len(figures)}
	hash := map[string]string{}
	for _, c := range before.Cards {
		hash[c.ID] = c.Hash
	}
	for _, c := range now.Cards {
		switch h, ok := hash[c.ID]; {
		case !ok:
			n.New = append(n.New, c.ID)
			n.Claims += c.Claims
		case h != c.Hash:
			n.Changed = append(n.Changed, c.ID)
		}
		delete(hash, c.ID)
	}
	for _, c := range before.Cards {
		if _, gone := hash[c.ID]; gone {
			n.Gone = append(n.Gone, c.ID)
		}
	}
	n.Entities, n.GoneEntities = compare(before.Entities, now.Entities, func(e doc.Entity) string { return e.ID })
	verdict := map[string]string{}
	for i := range before.Threads {
		verdict[before.Threads[i].ID] = before.Threads[i].Relation
	}
	for i := range now.Threads {
		if t := &now.Threads[i]; verdict[t.ID] != t.Relation {
			n.Threads, n.Was = append(n.Threads, t.ID), append(n.Was, verdict[t.ID])
		}
	}
	if len(n.New)+len(n.Changed)+len(n.Gone)+len(n.Entities)+len(n.GoneEntities)+len(n.Threads)+len(n.Figures) == 0 {
		return before.News
	}
	return n
}

// newFigures lists the claims of documents that were there before, and of which
// the document did not state the like: the same of the same, wherever it stood.
func (c *collector) newFigures(before *gathered) ([]string, error) {
	if before == nil {
		return nil, nil
	}
	was := map[string]string{}
	for i := range before.Cards {
		was[before.Cards[i].ID] = before.Overlays[i].Key
	}
	var list []string
	for i := range c.digests {
		key := was[c.digests[i].Card.ID]
		if key == "" || key == c.keys[i] {
			continue
		}
		var old, now struct{ Claims []thread.Record }
		if err := c.store.Get(store.Digests, key, &old); errors.Is(err, store.ErrMissing) {
			continue // nothing to compare with
		} else if err != nil {
			return nil, err
		}
		if err := c.store.Get(store.Digests, c.keys[i], &now); err != nil {
			return nil, err
		}
		stated := map[string]int{}
		for k := range old.Claims {
			stated[statement(&old.Claims[k])]++
		}
		for k := range now.Claims {
			r := &now.Claims[k]
			if s := statement(r); stated[s] > 0 {
				stated[s]--
			} else {
				list = append(list, r.ID)
			}
		}
	}
	return list, nil
}

// statement is what a claim states, without where it stands.
func statement(r *thread.Record) string {
	return fmt.Sprint(r.Kind, r.Bound, r.Low, r.High, r.Value, "\x00", r.Unit, "\x00", r.Per, "\x00", r.What, "\x00",
		strings.Join(r.Places, ";"), "\x00", r.Role, "\x00", r.Time, "\x00", r.Source)
}

// compare lists what is only in b and what is only in a, in their order.
func compare[T any](a, b []T, id func(T) string) (added, gone []string) {
	in := map[string]bool{}
	for _, v := range a {
		in[id(v)] = true
	}
	for _, v := range b {
		if !in[id(v)] {
			added = append(added, id(v))
		}
		delete(in, id(v))
	}
	for _, v := range a {
		if in[id(v)] {
			gone = append(gone, id(v))
		}
	}
	return added, gone
}
