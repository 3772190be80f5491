package report

import (
	"bytes"
	"cmp"
	"errors"
	"io"
	"slices"
	"strings"

	"analyze/internal/doc"
	"analyze/internal/record"
)

// byMentions returns the entities of c, those in most documents and with most
// mentions first.
func byMentions(c *doc.Collection) []*doc.Entity {
	list := make([]*doc.Entity, len(c.Entities))
	for i := range c.Entities {
		list[i] = &c.Entities[i]
	}
	slices.SortStableFunc(list, func(a, b *doc.Entity) int {
		return cmp.Or(len(b.Documents)-len(a.Documents), b.Mentions-a.Mentions, strings.Compare(a.ID, b.ID))
	})
	return list
}

// Names lists the files that Write writes for c.
func Names(c *doc.Collection) []string {
	where := shelvesOf(c)
	names := []string{"overview.md", "entities.csv", "claims.csv", "schema.json", ManifestFile}
	for _, card := range c.Cards {
		base := where.docBase(card.ID)
		names = append(names, base+".md", base+".json")
	}
	return append(names, siteNames(c)...)
}

// Write writes all reports on c into f, with no more documents in memory than
// there are processors. What f's cache shows to be as it was is not made again.
func Write(f *Folder, c *doc.Collection) (err error) {
	s, err := newSite(f, c)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.close(err == nil)) }()
	if s.manifest, err = beginManifest(f); err != nil {
		return err
	}
	defer func() { s.manifest.discard(err) }()
	if err := s.documents(); err != nil {
		return err
	}
	var people bytes.Buffer
	entities, err := record.NewCSV(&people, record.Entity{})
	if err != nil {
		return err
	}
	for i := range c.Entities {
		if err := entities.Write(record.OfEntity(&c.Entities[i])); err != nil {
			return err
		}
	}
	if err := entities.Close(); err != nil {
		return err
	}
	schema, err := record.Schema()
	if err != nil {
		return err
	}
	if c.News != nil {
		without := *c
		without.News = nil
		f.last("overview.md", Overview(&without, s.records))
	}
	err = cmp.Or(
		s.finish(),
		f.Put("schema.json", schema),
		f.Put("entities.csv", people.Bytes()),
		f.Put("overview.md", Overview(c, s.records)),
	)
	if err != nil {
		return err
	}
	return s.manifest.finish(f, c)
}

// documents writes the reports on each document and claims.csv, and takes in
// the gists.
func (s *site) documents() error {
	ledger, err := s.f.Create("claims.csv")
	if err != nil {
		return err
	}
	claims, err := record.NewCSV(ledger, record.Claim{})
	if err == nil {
		err = claims.Close()
	}
	if err == nil {
		err = inOrder(len(s.c.Cards), s.document, func(i int, m *madeDocument) error {
			return cmp.Or(s.take(i, m), s.takeFigures(&s.c.Cards[i], m, ledger))
		})
	}
	if err != nil {
		ledger.Discard()
		return err
	}
	return ledger.Close()
}

// document writes the reports on document i, unless they are there already.
func (s *site) document(i int) (*madeDocument, error) {
	card := &s.c.Cards[i]
	if m := s.cache.found(card.ID, card.Signature); m != nil {
		key, err := s.documentKey(card, m.gist)
		if err != nil {
			return nil, err
		}
		if key == m.gist.Key && s.kept(m.gist) {
			return m, nil
		}
	}
	if card.Claims >= manyFigures {
		s.large.Lock()
		defer s.large.Unlock()
	}
	d, err := s.c.Open(card.ID)
	if err != nil {
		return nil, err
	}
	claims := claimsOf(d)
	g, pieces, chunks, err := s.gistOf(d, claims)
	if err != nil {
		return nil, err
	}
	if g.Key, err = s.documentKey(card, g); err != nil {
		return nil, err
	}
	if g.Files, err = s.documentFiles(d, card, claims); err != nil {
		return nil, err
	}
	return encodeGist(g, pieces, chunks)
}

// kept leaves the files of a document as they are, where they are all there.
func (s *site) kept(g *gist) bool {
	for _, f := range g.Files {
		if !s.f.Keep(f.Name, f.Size) {
			return false
		}
	}
	return len(g.Files) > 0
}

// documentKey hashes all that the pages of a document and its gist are made of
// beside the document itself, which the signature stands for.
func (s *site) documentKey(card *doc.Card, g *gist) (string, error) {
	of := []any{s.program, card.Signature, card.Meta, card.Problems, s.copies[card.ID], s.namedIn[card.ID]}
	for _, k := range s.copies[card.ID] {
		if o := s.cards[k.Original]; o != nil {
			of = append(of, title(o.Meta, o.ID))
		}
	}
	for _, x := range g.Entities {
		if e := s.entities[x.ID]; e != nil {
			of = append(of, e.ID, e.Name, e.Type, e.By, e.Subtype, e.Country, e.Lat, e.Lon, e.HasPoint)
		} else {
			of = append(of, nil)
		}
	}
	for _, id := range g.Threads {
		if t := s.threads[id]; t != nil {
			of = append(of, t.Relation, len(t.Claims), t.Sources)
		}
	}
	return s.cache.keyOf(of...)
}

// documentFiles writes the reports on one document.
func (s *site) documentFiles(d *doc.Document, card *doc.Card, claims claimList) ([]sizedFile, error) {
	base := s.docBase(d.ID)
	records, err := s.documentRecords(base+".json", d, card, claims)
	if err != nil {
		return nil, err
	}
	v := viewOf(d)
	m := markdown(d, claims, v)
	p := s.documentPage(d, claims, v)
	size, err := s.put(s.docFile(d.ID), "document", "Documents", p.Title, p)
	files := []sizedFile{{base + ".json", records}, {base + ".md", int64(len(m))}, {s.docFile(d.ID), size}}
	return files, cmp.Or(err, s.f.Put(base+".md", m))
}

// manyFigures is from how many figures on a document is large: its records are
// written one at a time, and no two such documents are in hand at once.
const manyFigures = 5000

// documentRecords writes the report of a document in JSON and returns its size.
func (s *site) documentRecords(name string, d *doc.Document, card *doc.Card, claims claimList) (int64, error) {
	if len(d.Claims) < manyFigures {
		b, err := documentAsJSON(d, *card, s.copies[d.ID], claims)
		return int64(len(b)), cmp.Or(err, s.f.Put(name, b))
	}
	out, err := s.f.Create(name)
	if err != nil {
		return 0, err
	}
	n := &counter{w: out}
	if err := writeJSON(n, d, *card, s.copies[d.ID], claims); err != nil {
		out.Discard()
		return 0, err
	}
	return n.n, out.Close()
}

// A counter counts the bytes that go to w.
type counter struct {
	w io.Writer
	n int64
}

func (c *counter) Write(p []byte) (int, error) {
	n, err := c.w.Write(p)
	c.n += int64(n)
	return n, err
}

// take adds the gist of document i to what the pages on the whole need.
func (s *site) take(i int, m *madeDocument) error {
	g, card := m.gist, &s.c.Cards[i]
	at, err := s.cache.add(card.ID, card.Signature, m)
	if err != nil {
		return err
	}
	numbers := make([]int32, len(g.Entities))
	for k, e := range g.Entities {
		n := s.number[e.ID]
		numbers[k] = n
		x := &s.seen[n]
		x.In = append(x.In, seenIn{at, int32(e.Len), int32(i), int32(e.Times)})
		x.By, x.Of = x.By+e.By, x.Of+e.Of
		at += int64(e.Len)
	}
	for _, p := range g.Pairs {
		a, b := numbers[p.A], numbers[p.B]
		s.pairs[[2]int32{min(a, b), max(a, b)}] += int32(p.N)
	}
	for k := range g.Named {
		row := g.Named[k].Row // a copy: the others shall not be kept with it
		s.claims[row.ID] = &row
		if s.listed[row.ID] {
			claim := g.Named[k].Claim
			s.records[row.ID] = &claim
		}
	}
	return nil
}

// takeFigures hands the figures of a document on to claims.csv, the manifest,
// the timeline and the ledger, a chunk at a time.
func (s *site) takeFigures(card *doc.Card, m *madeDocument, lines io.Writer) error {
	s.times.document(card, s.docFile(card.ID))
	s.manifest.document(card)
	err := m.chunks(func(first int, c *chunk) error {
		if _, err := lines.Write(c.CSV); err != nil {
			return err
		}
		s.manifest.figures(c.Says)
		s.times.dated(card, c.Dated)
		return s.ledger.add(m.gist.Key, card.ID, title(card.Meta, card.ID), first, c.Rows)
	})
	return cmp.Or(err, s.manifest.endDocument())
}
