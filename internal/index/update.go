package index

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"analyze/internal/doc"
)

// BatchRecords is about how many records Update hands over at a time.
const BatchRecords = 20000

// batchBytes bounds the text that is handed over at a time.
const batchBytes = 8 << 20

// Update brings what w holds up to date with the collection, and publishes it.
// Documents and entities whose signature has not changed are not touched, and
// documents not even read where their card has a signature. changed is the
// number of documents that were put in, replaced or removed. progress is told
// of each of them and may be nil.
//
// An Update that is broken off at any moment leaves what was published as it
// was; the next one goes on after the last batch, and ends in the same state
// as one that begins from nothing.
func Update(ctx context.Context, w Writer, coll *doc.Collection, progress func(done, total int)) (changed int, err error) {
	have, err := w.Signatures(ctx)
	if err != nil {
		return 0, err
	}
	u := &updater{ctx: ctx, w: w, b: NewBuilder(coll), progress: progress}
	var todo []*doc.Card
	for i := range coll.Cards {
		c := &coll.Cards[i]
		id := DocumentID(c.ID)
		old := have[id]
		delete(have, id)
		if sig := u.b.documentSignature(c); sig == "" || sig != old {
			todo = append(todo, c)
			u.old = append(u.old, old)
		}
	}
	entities := u.entities(coll, have)
	gone := make([]string, 0, len(have))
	for id := range have {
		gone = append(gone, id)
	}
	slices.Sort(gone)
	u.total = len(todo) + len(gone)
	if err := u.documents(coll, todo); err != nil {
		return u.changed, err
	}
	for _, c := range entities {
		if err := u.add(c, len(c.Records), 0); err != nil {
			return u.changed, err
		}
	}
	for _, id := range gone {
		c := Change{Entity: id}
		if doc, ok := strings.CutPrefix(id, DocumentID("")); ok {
			c = Change{Doc: doc}
			u.changed++
		}
		if err := u.add(c, 1, 0); err != nil {
			return u.changed, err
		}
	}
	if err := u.flush(); err != nil {
		return u.changed, err
	}
	return u.changed, w.Publish(ctx)
}

type updater struct {
	ctx      context.Context
	w        Writer
	b        *Builder
	old      []string // signatures of the documents to look at
	progress func(done, total int)

	batch         []Change
	records, text int
	changed       int
	done, total   int
}

func (u *updater) add(c Change, records, text int) error {
	u.batch = append(u.batch, c)
	u.records += records
	u.text += text
	if u.records >= BatchRecords || u.text >= batchBytes {
		return u.flush()
	}
	return nil
}

func (u *updater) flush() error {
	if len(u.batch) == 0 {
		return nil
	}
	err := u.w.Apply(u.ctx, u.batch)
	u.batch, u.records, u.text = nil, 0, 0
	return err
}

// documents replaces those of todo that have changed.
func (u *updater) documents(coll *doc.Collection, todo []*doc.Card) error {
	for i, card := range todo {
		if err := u.ctx.Err(); err != nil {
			return errors.Join(err, u.flush())
		}
		d, err := coll.Open(card.ID)
		if err != nil {
			return fmt.Errorf("indexing %s: %w", card.ID, err)
		}
		sig := u.b.documentSignature(card)
		if sig != "" && len(d.Claims) > BatchRecords {
			err = u.inParts(d, sig)
		} else {
			err = u.whole(d, sig, u.old[i])
		}
		if err != nil {
			return err
		}
		if u.done++; u.progress != nil {
			u.progress(u.done, u.total)
		}
	}
	return nil
}

// inParts replaces a document that has too many records for one change.
func (u *updater) inParts(d *doc.Document, sig string) error {
	u.changed++
	for c := range u.b.inParts(d, sig, BatchRecords) {
		if err := u.add(c, len(c.Records), 0); err != nil {
			return err
		}
	}
	return nil
}

// whole replaces a document unless its signature is the old one.
func (u *updater) whole(d *doc.Document, sig, old string) error {
	list := u.b.Document(d, sig)
	if sig == "" {
		sig = signatureOfAll(list)
		list[0].Keys = append(list[0].Keys, KeyValue{KeySig, sig, 1})
	}
	if sig == old {
		return nil
	}
	u.changed++
	return u.add(Change{Doc: d.ID, Records: list}, len(list), len(d.Text))
}

// entities lists the changes to entities, and takes those that stay from have.
func (u *updater) entities(coll *doc.Collection, have map[string]string) []Change {
	var out []Change
	for i := range coll.Entities {
		r := u.b.Entity(&coll.Entities[i])
		old := have[r.ID]
		delete(have, r.ID)
		if sig := r.Keys[len(r.Keys)-1]; sig.Value != old {
			out = append(out, Change{Entity: r.ID, Records: []Record{r}})
		}
	}
	return out
}
