package pipeline

import (
	"cmp"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"

	"analyze/internal/corpus"
	"analyze/internal/doc"
	"analyze/internal/nlp/claim"
	"analyze/internal/nlp/resolve"
	"analyze/internal/nlp/thread"
	"analyze/internal/store"
	"analyze/internal/structure"

	"context"
	"sync"
)

// A digest is what work over all documents needs of one.
type digest struct {
	Card      doc.Card
	Skipped   map[string]int
	Shingles  []doc.Shingle
	Referents []resolve.Record
	Claims    []thread.Record
}

func digestOf(d *doc.Document) digest {
	g := digest{
		Card: doc.Card{
			ID: d.ID, Hash: d.Hash, Size: d.Size, Meta: d.Meta, Claims: len(d.Claims),
			Sentences: len(d.Sentences), Problems: d.Problems,
		},
		Skipped: map[string]int{}, Shingles: d.Shingles, Referents: resolve.Records(d), Claims: claim.Records(d),
	}
	for _, m := range d.Mentions {
		if m.Form != doc.Adjective {
			g.Card.Mentions++
		}
	}
	for _, s := range d.Skipped {
		g.Skipped[s.Reason]++
	}
	return g
}

// gathered is what work over all documents gave, as it is stored.
type gathered struct {
	Cards    []doc.Card
	Entities []doc.Entity
	Threads  []doc.Thread
	Copies   []doc.Copy
	Failures []doc.Failure
	Skipped  map[string]int
	News     *doc.News
	// Overlays say what is to be filled in to the analysis of each card.
	Overlays []overlay
}

// An overlay is what work over all documents says of one.
type overlay struct {
	Key      string           // of the analysis
	Entities []string         // by referent
	Mentions []mentionOverlay // where a mention parts from its referent
	Claims   []claimOverlay   // by claim, where one says something
}

type mentionOverlay struct {
	Mention int
	Entity  string // "" drops the mention
}

type claimOverlay struct {
	Start               int
	DuplicateOf, Thread string
}

// collect does the work over all documents of the state, stores what it gave
// under State.Collection, and returns it.
func (c *collector) collect(old *store.State, k Knowledge) (*doc.Collection, error) {
	st, state := c.store, c.state
	g := &gathered{Cards: c.cards, Skipped: c.skipped}
	for _, f := range state.Documents {
		if f.Key == "" {
			g.Failures = append(g.Failures, doc.Failure{ID: f.ID, Reason: f.Reason, Hint: f.Hint})
		}
	}
	for _, f := range state.Containers {
		if f.Reason != "" {
			g.Failures = append(g.Failures, doc.Failure{ID: f.ID, Reason: f.Reason, Hint: f.Hint})
		}
	}
	slices.SortStableFunc(g.Failures, func(a, b doc.Failure) int { return strings.Compare(a.ID, b.ID) })
	g.Failures = append(g.Failures, k.Problems...)
	g.Copies = structure.Copies(c.fingerprints())
	if err := c.widen(g.Copies); err != nil {
		return nil, err
	}
	for i := range c.digests {
		c.digests[i].Shingles = nil
	}
	records, err := c.referents(g.Copies)
	if err != nil {
		return nil, err
	}
	resolution := resolve.Entities(records, k.Corrections)
	g.Entities = resolution.Entities
	for _, p := range resolution.Problems {
		g.Failures = append(g.Failures, doc.Failure{ID: corpus.CorrectionsFile, Reason: fmt.Sprintf("line %d: %s", p.Line, p.Text)})
	}
	if err := c.duplicates(g.Copies); err != nil {
		return nil, err
	}
	if g.Threads, err = c.figures.threads(resolution); err != nil {
		return nil, err
	}
	if err := c.figures.buckets.close(); err != nil {
		return nil, err
	}
	if g.Overlays, err = c.overlays(resolution, g.Threads); err != nil {
		return nil, err
	}
	for i := range g.Cards {
		if g.Cards[i].Signature, err = store.KeyOf(&g.Overlays[i]); err != nil {
			return nil, err
		}
	}
	before, err := lastGathered(st, old)
	if err != nil {
		return nil, err
	}
	figures, err := c.newFigures(before)
	if err != nil {
		return nil, err
	}
	g.News = news(before, g, figures)
	state.Run = 1
	if old != nil {
		state.Run = old.Run + 1
	}
	if state.Collection, err = st.PutOwn(store.Collections, g); err != nil {
		return nil, err
	}
	return g.collection(st), nil
}

// lastGathered reads what the last run gave; nil if there was none or it is
// damaged.
func lastGathered(st *store.Store, old *store.State) (*gathered, error) {
	if old == nil || old.Collection == "" {
		return nil, nil
	}
	g := new(gathered)
	if err := st.Get(store.Collections, old.Collection, g); errors.Is(err, store.ErrMissing) {
		return nil, nil
	} else if err != nil {
		return nil, err
	}
	return g, nil
}

// A collector reads the digests of a state.
type collector struct {
	store *store.Store
	state *store.State
	// namesOnly leaves figures alone, and so writes no files.
	namesOnly bool
	digests   []digest // without their claims
	figures   figures
	keys      []string
	cards     []doc.Card
	skipped   map[string]int
}

// read reads the digests of all documents. damaged are the places in the state
// of those that are not there or not whole.
func (c *collector) read(ctx context.Context) (damaged []int, err error) {
	if err := c.figures.buckets.close(); err != nil { // of a reading that found damage
		return nil, err
	}
	*c = collector{store: c.store, state: c.state, namesOnly: c.namesOnly, skipped: map[string]int{}}
	if !c.namesOnly {
		c.figures.buckets = newBuckets(c.store.Dir)
	}
	for i, f := range c.state.Documents {
		if f.Key == "" {
			continue
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		var g digest
		if err := c.store.Get(store.Digests, f.Key, &g); errors.Is(err, store.ErrMissing) {
			damaged = append(damaged, i)
			continue
		} else if err != nil {
			return nil, err
		}
		for reason, n := range g.Skipped {
			c.skipped[reason] += n
		}
		if !c.namesOnly {
			if err := c.figures.add(g.Claims); err != nil {
				return nil, err
			}
		}
		g.Claims = nil
		c.digests = append(c.digests, g)
		c.keys = append(c.keys, f.Key)
		c.cards = append(c.cards, g.Card)
	}
	return damaged, nil
}

func (c *collector) fingerprints() iter.Seq[structure.Source] {
	return func(yield func(structure.Source) bool) {
		for i := range c.digests {
			g := &c.digests[i]
			if !yield(structure.Source{Doc: g.Card.ID, Date: g.Card.Meta.Date, Shingles: g.Shingles}) {
				return
			}
		}
	}
}

// widen takes into copies the words at their ends that fingerprints do not reach. Of
// the texts, those of two documents are held at a time.
func (c *collector) widen(copies []doc.Copy) error {
	if len(copies) == 0 {
		return nil
	}
	number := map[string]int{}
	for i := range c.digests {
		number[c.digests[i].Card.ID] = i
	}
	var later, original struct{ ID, Text string }
	read := func(d *struct{ ID, Text string }, id string) error {
		if d.ID == id {
			return nil
		}
		d.Text = ""
		err := c.store.Get(store.Analyses, c.keys[number[id]], d)
		d.ID = id
		return err
	}
	for i := range copies {
		k := &copies[i]
		if err := cmp.Or(read(&later, k.Doc), read(&original, k.Original)); err != nil {
			return err
		}
		*k = structure.Extend(*k, later.Text, original.Text)
	}
	return nil
}

// referents yields the records of all referents. Those of documents that hold
// copies are made again, since mentions in copies count apart.
func (c *collector) referents(copies []doc.Copy) (iter.Seq[resolve.Record], error) {
	spans := map[string][]doc.Span{}
	for _, k := range copies {
		spans[k.Doc] = append(spans[k.Doc], k.Span)
	}
	for i := range c.digests {
		copied := spans[c.digests[i].Card.ID]
		if len(copied) == 0 {
			continue
		}
		d, err := c.names(i)
		if err != nil {
			return nil, err
		}
		c.digests[i].Referents = resolve.Records(d, copied...)
	}
	return func(yield func(resolve.Record) bool) {
		for i := range c.digests {
			for _, r := range c.digests[i].Referents {
				if !yield(r) {
					return
				}
			}
		}
	}, nil
}

// names reads of document i what it says of names, which in a table's analysis
// is the least part.
func (c *collector) names(i int) (*doc.Document, error) {
	var d struct {
		ID, Hash, Text string
		Meta           doc.Meta
		Repeats        []doc.Repeat
		Mentions       []doc.Mention
		Referents      []doc.Referent
		ReferentOf     []int
		Relations      []doc.Relation
	}
	err := c.store.Get(store.Analyses, c.keys[i], &d)
	return &doc.Document{
		ID: d.ID, Hash: d.Hash, Text: d.Text, Meta: d.Meta, Repeats: d.Repeats, Mentions: d.Mentions,
		Referents: d.Referents, ReferentOf: d.ReferentOf, Relations: d.Relations,
	}, err
}

func (c *collector) overlays(r *resolve.Resolution, threads []doc.Thread) ([]overlay, error) {
	threaded := threaded(threads)
	out := make([]overlay, len(c.digests))
	for i := range c.digests {
		g, o := &c.digests[i], &out[i]
		o.Key = c.keys[i]
		for n := range g.Referents {
			o.Entities = append(o.Entities, r.Entity(g.Card.ID, n, ""))
		}
		if err := c.parted(r, i, o); err != nil {
			return nil, err
		}
		o.Claims = c.figures.overlay(i, threaded[g.Card.ID])
	}
	return out, nil
}

// parted notes the mentions whose entity is not that of their referent, which
// only the reader's corrections bring about. The document is read only where a
// form of a name is concerned.
func (c *collector) parted(r *resolve.Resolution, i int, o *overlay) error {
	g := &c.digests[i]
	concerned := false
	for n, rec := range g.Referents {
		whole := r.Entity(g.Card.ID, n, "")
		for _, a := range rec.Names {
			concerned = concerned || r.Entity(g.Card.ID, n, a.Text) != whole
		}
		concerned = concerned || whole == ""
	}
	if !concerned {
		return nil
	}
	d, err := c.names(i)
	if err != nil {
		return err
	}
	for m, n := range d.ReferentOf {
		if n < 0 {
			continue
		}
		id := r.Entity(d.ID, n, cmp.Or(d.Mentions[m].Text, d.Slice(d.Mentions[m].Span)))
		if id == "" || id != r.Entity(d.ID, n, "") {
			o.Mentions = append(o.Mentions, mentionOverlay{m, id})
		}
	}
	return nil
}

// Load reads the collection of the last complete run. The error wraps
// store.ErrNone where there was none.
func Load(st *store.Store) (*doc.Collection, error) {
	state, err := st.State()
	if err != nil {
		return nil, err
	}
	g := new(gathered)
	if err := st.Get(store.Collections, state.Collection, g); err != nil {
		return nil, fmt.Errorf("%w: run analyze again with --force", err)
	}
	return g.collection(st), nil
}

// collection is g as others see it; documents are read from st as they are
// opened.
func (g *gathered) collection(st *store.Store) *doc.Collection {
	at := make(map[string]int, len(g.Cards))
	for i := range g.Cards {
		at[g.Cards[i].ID] = i
	}
	entities := make(map[string]*doc.Entity, len(g.Entities))
	for i := range g.Entities {
		entities[g.Entities[i].ID] = &g.Entities[i]
	}
	return &doc.Collection{
		Cards: g.Cards, Entities: g.Entities, Threads: g.Threads, Copies: g.Copies,
		Failures: g.Failures, Skipped: g.Skipped, News: g.News,
		Open: opener(func(id string) (*doc.Document, error) {
			i, ok := at[id]
			if !ok {
				return nil, fmt.Errorf("no document is called %s", id)
			}
			d := new(doc.Document)
			if err := st.Get(store.Analyses, g.Overlays[i].Key, d); err != nil {
				return nil, fmt.Errorf("%s: %w: run analyze again with --force", id, err)
			}
			g.Overlays[i].apply(d, entities)
			return d, nil
		}),
	}
}

// keptText is how many bytes of text of opened documents are kept, so that
// index and reports of a small corpus read each document once. With its
// annotations a document takes some twenty times as much.
const keptText = 1 << 20

// opener keeps what open gave, as far as there is room.
func opener(open func(string) (*doc.Document, error)) func(string) (*doc.Document, error) {
	var mu sync.Mutex
	kept := map[string]*doc.Document{}
	room := keptText
	return func(id string) (*doc.Document, error) {
		mu.Lock()
		d := kept[id]
		mu.Unlock()
		if d != nil {
			return d, nil
		}
		d, err := open(id)
		if err != nil {
			return nil, err
		}
		mu.Lock()
		defer mu.Unlock()
		if len(d.Text) <= room {
			room -= len(d.Text)
			kept[id] = d
		}
		return d, nil
	}
}

// apply fills in what is known over all documents.
func (o *overlay) apply(d *doc.Document, entities map[string]*doc.Entity) {
	was := make([]string, len(d.Referents))
	for i, id := range o.Entities {
		if i < len(d.Referents) {
			was[i] = d.Referents[i].Name
			name(&d.Referents[i], entities[id])
		}
	}
	placed(d, was)
	o.part(d, entities)
	by := map[int]*claimOverlay{}
	for i := range o.Claims {
		by[o.Claims[i].Start] = &o.Claims[i]
	}
	for i := range d.Claims {
		if c := by[d.Claims[i].Start]; c != nil {
			d.Claims[i].DuplicateOf, d.Claims[i].Thread = c.DuplicateOf, c.Thread
		}
	}
}

// placed calls the places of claims what their entities are called; was are the names
// of the referents of the document alone.
func placed(d *doc.Document, was []string) {
	for i := range d.Claims {
		for k := range d.Claims[i].Places {
			if p := &d.Claims[i].Places[k]; p.Referent >= 0 && p.Referent < len(was) && p.Name == was[p.Referent] && d.Referents[p.Referent].Type == doc.Place {
				p.Name = d.Referents[p.Referent].Name
			}
		}
	}
}

// name gives a referent the name and place of its entity.
func name(r *doc.Referent, e *doc.Entity) {
	if e == nil {
		r.Entity = ""
		return
	}
	r.Entity, r.Name = e.ID, e.Name
	if e.By == "reader" {
		r.Type, r.Subtype, r.Country, r.Lat, r.Lon, r.HasPoint = e.Type, e.Subtype, e.Country, e.Lat, e.Lon, e.HasPoint
	}
}

// part moves the mentions that the reader parted from their referent to new
// ones and takes out those that the reader dropped.
func (o *overlay) part(d *doc.Document, entities map[string]*doc.Entity) {
	if len(o.Mentions) == 0 {
		return
	}
	type target struct {
		from int
		id   string
	}
	made := map[target]int{}
	drop := map[int]bool{}
	for _, m := range o.Mentions {
		from := d.ReferentOf[m.Mention]
		r := &d.Referents[from]
		r.Mentions = slices.DeleteFunc(slices.Clone(r.Mentions), func(i int) bool { return i == m.Mention })
		if m.Entity == "" {
			drop[m.Mention] = true
			continue
		}
		t := target{from, m.Entity}
		if _, ok := made[t]; !ok {
			split := *r
			split.Mentions = nil
			name(&split, entities[m.Entity])
			made[t] = len(d.Referents)
			d.Referents = append(d.Referents, split)
		}
		to := made[t]
		d.Referents[to].Mentions = append(d.Referents[to].Mentions, m.Mention)
		d.ReferentOf[m.Mention] = to
	}
	remove(d, drop)
}

// remove takes the mentions of drop out of d.
func remove(d *doc.Document, drop map[int]bool) {
	if len(drop) == 0 {
		return
	}
	now := make([]int, len(d.Mentions))
	var mentions []doc.Mention
	var of []int
	for i := range d.Mentions {
		now[i] = len(mentions)
		if !drop[i] {
			mentions = append(mentions, d.Mentions[i])
			of = append(of, d.ReferentOf[i])
		}
	}
	d.Mentions, d.ReferentOf = mentions, of
	for i := range d.Referents {
		list := d.Referents[i].Mentions[:0:0]
		for _, m := range d.Referents[i].Mentions {
			list = append(list, now[m])
		}
		d.Referents[i].Mentions = list
	}
}
