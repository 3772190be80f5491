package report

import (
	"bytes"
	"cmp"
	"html/template"
	"maps"
	"slices"
	"strconv"
	"strings"

	"analyze/internal/compact"
	"analyze/internal/doc"
	"analyze/internal/record"
	"analyze/internal/text"
)

// A gist is what the pages on the whole need of one document, so that none is
// opened twice, nor again in a later run when it has not changed.
type gist struct {
	Key      string // of all that the document's own pages depend on
	Entities []gistEntity
	Threads  []string // that its figures belong to
	Pairs    []gistPair
	Named    []namedClaim
	Files    []sizedFile // its own pages
	Chunks   []int       // lengths of its chunks
}

// A chunk is what the pages on the whole need of some of a document's figures,
// a chunkFigures at a time: a table may hold a hundred thousand.
type chunk struct {
	CSV   []byte // their lines of claims.csv
	Rows  []gistRow
	Dated []datedClaim
	Says  []Stated // for the manifest
}

const chunkFigures = 1000

// A gistEntity is an entity that a document names.
type gistEntity struct {
	ID     string
	Times  int
	By, Of int // figures that it is the source of, that are about it
	Len    int // of its piece, in bytes
}

// A gistPair is how many sentences name both of two entities: places in
// Entities, A before B.
type gistPair struct{ A, B, N int }

// A gistRow is a figure as a line of the ledger.
type gistRow struct {
	HTML                   template.HTML
	Kind, Bound, BoundWord string
}

// A namedClaim is a figure that a thread names.
type namedClaim struct {
	Claim record.Claim
	Row   ledgerRow
}

// A datedClaim is a figure that gives its time.
type datedClaim struct{ Time, Label, What, Says, Href, Thread string }

type sizedFile struct {
	Name string
	Size int64
}

// A piece is what one document says of one entity, as the entity's page shows
// it.
type piece struct {
	At       []int // in thousandths of the document
	Contexts []context
	By, Of   []ledgerRow
	Ties     []tie
	Titles   []string // that stand beside the name
	Quotes   []saying // sentences that quote, of an actor
}

// A saying is a sentence that quotes, and names an actor.
type saying struct{ Words, Anchor string }

// sayingsMost is how many sayings are kept of a document.
const sayingsMost = 12

// A tie is the words of a document that tie the entity to another.
type tie struct {
	Span        doc.Span
	Words, Href string
}

// most is how many mentions or figures of one entity are kept of a document,
// and shown on its page.
const most = 200

// gistOf gathers what other pages need of d. Claims are its records.
func (s *site) gistOf(d *doc.Document, claims claimList) (g *gist, pieces []piece, chunks []byte, err error) {
	g = &gist{}
	m := s.mentionsIn(g, d)
	if chunks, err = s.figuresIn(g, m, d, claims); err != nil {
		return nil, nil, nil, err
	}
	for _, r := range d.Relations {
		t := tie{r.Span, cut(d.Slice(r.Span), 160), s.docFile(d.ID) + "#" + anchorIn(d, r.Span)}
		for _, end := range []int{r.From, r.To} {
			if p := m.at(d, end); p != nil {
				p.Ties = append(p.Ties, t)
			}
		}
	}
	return g, m.pieces, chunks, nil
}

// anchorIn is the anchor of the first name within s, or of its paragraph.
func anchorIn(d *doc.Document, s doc.Span) string {
	i, _ := slices.BinarySearchFunc(d.Mentions, s.Start, func(m doc.Mention, at int) int { return cmp.Compare(m.Start, at) })
	for ; i < len(d.Mentions) && d.Mentions[i].Start < s.End; i++ {
		if d.Mentions[i].Form != doc.Adjective {
			return "m" + strconv.Itoa(d.Mentions[i].Start)
		}
	}
	if i := d.BlockAt(s.Start); i >= 0 {
		return "p" + strconv.Itoa(d.Blocks[i].Start)
	}
	return "main"
}

// pieces are the pieces of a document's entities.
type pieces struct {
	place  map[string]int // of an entity's id
	g      *gist
	pieces []piece
}

// at is the piece of a referent, nil where its entity has none.
func (p *pieces) at(d *doc.Document, referent int) *piece {
	if i, ok := p.of(d, referent); ok {
		return &p.pieces[i]
	}
	return nil
}

func (p *pieces) of(d *doc.Document, referent int) (int, bool) {
	if referent < 0 || referent >= len(d.Referents) {
		return 0, false
	}
	i, ok := p.place[d.Referents[referent].Entity]
	return i, ok
}

// mentionsIn gathers where each entity stands in d, and which stand in one
// sentence.
func (s *site) mentionsIn(g *gist, d *doc.Document) *pieces {
	p := &pieces{place: map[string]int{}, g: g}
	for i, m := range d.Mentions {
		id := entityOf(d, i)
		if s.entities[id] == nil || m.Form == doc.Adjective {
			continue
		}
		at, ok := p.place[id]
		if !ok {
			at = len(p.pieces)
			p.place[id] = at
			p.pieces = append(p.pieces, piece{})
			g.Entities = append(g.Entities, gistEntity{ID: id})
		}
		g.Entities[at].Times++
		if x := &p.pieces[at]; len(x.At) < most {
			x.At = append(x.At, m.Start*1000/max(1, len(d.Text)))
			x.Contexts = append(x.Contexts, inLine(d, m.Span, "m"+strconv.Itoa(m.Start)))
		}
		p.saying(at, d, &d.Mentions[i])
	}
	for i := range d.Referents {
		if x := p.at(d, i); x != nil {
			x.Titles = append(x.Titles, d.Referents[i].Titles...)
		}
	}
	g.Pairs = pairsOf(p.place, record.Together(d, s.copies[d.ID]))
	return p
}

// saying notes the sentence of a mention of an actor, where it quotes.
func (p *pieces) saying(at int, d *doc.Document, m *doc.Mention) {
	x := &p.pieces[at]
	if m.Type == doc.Place || m.Sentence < 0 || m.Sentence >= len(d.Sentences) || len(x.Quotes) >= sayingsMost || d.InRepeat(m.Span) || m.In != doc.Body && m.In != doc.List && m.In != doc.Quote {
		return
	}
	words := sentenceWords(d, m.Sentence)
	if !quotes(words) {
		return
	}
	s := saying{cut(words, 480), "m" + strconv.Itoa(m.Start)}
	if n := len(x.Quotes); n == 0 || x.Quotes[n-1].Words != s.Words {
		x.Quotes = append(x.Quotes, s)
	}
}

// pairsOf counts the sentences that name both of two entities, by their places.
func pairsOf(place map[string]int, sentences [][]string) []gistPair {
	count := map[[2]int]int{}
	for _, in := range sentences {
		for i := range in {
			a, ok := place[in[i]]
			for _, other := range in[i+1:] {
				if b, known := place[other]; ok && known {
					count[[2]int{min(a, b), max(a, b)}]++
				}
			}
		}
	}
	pairs := make([]gistPair, 0, len(count))
	for _, k := range slices.SortedFunc(maps.Keys(count), func(a, b [2]int) int { return cmp.Or(a[0]-b[0], a[1]-b[1]) }) {
		pairs = append(pairs, gistPair{k[0], k[1], count[k]})
	}
	return pairs
}

// figuresIn gathers the figures of d for threads and for those whom they are
// about, and returns the chunks of them all.
func (s *site) figuresIn(g *gist, m *pieces, d *doc.Document, claims claimList) (chunks []byte, err error) {
	threads := map[string]bool{}
	for first := 0; first < len(d.Claims); first += chunkFigures {
		c, err := s.chunkOf(g, m, d, claims, first)
		if err != nil {
			return nil, err
		}
		b, err := compact.Pack(c)
		if err != nil {
			return nil, err
		}
		chunks, g.Chunks = append(chunks, b...), append(g.Chunks, len(b))
	}
	for i := range d.Claims {
		if t := d.Claims[i].Thread; t != "" {
			threads[t] = true
		}
	}
	g.Threads = slices.Sorted(maps.Keys(threads))
	return chunks, nil
}

// chunkOf makes the chunk of the figures from first on.
func (s *site) chunkOf(g *gist, m *pieces, d *doc.Document, claims claimList, first int) (*chunk, error) {
	var lines bytes.Buffer
	w, err := record.NewCSV(&lines, record.Claim{})
	if err != nil {
		return nil, err
	}
	page, head, x := s.docFile(d.ID), title(d.Meta, d.ID), &chunk{}
	for i := first; i < min(first+chunkFigures, len(d.Claims)); i++ {
		c := claims.at(i)
		if err := w.Write(*c); err != nil {
			return nil, err
		}
		r := s.ledgerRow(page, head, c)
		if s.named[c.ID] {
			g.Named = append(g.Named, namedClaim{*c, r})
		}
		if r.Time != "" && !r.Repeat {
			x.Dated = append(x.Dated, datedClaim{r.Time, r.Label, r.What, r.Says, r.Href, r.ThreadHref})
		}
		m.figure(d, &d.Claims[i], r)
		x.Rows = append(x.Rows, gistRowOf(&r))
		x.Says = append(x.Says, Stated{c.Start, inAWord(c)})
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	_, x.CSV, _ = bytes.Cut(lines.Bytes(), []byte("\n")) // each file has its head once
	return x, nil
}

// figure notes a figure with those who say it and those it is about.
func (p *pieces) figure(d *doc.Document, c *doc.Claim, r ledgerRow) {
	if i, ok := p.of(d, c.SourceReferent); ok {
		p.g.Entities[i].By++
		if x := &p.pieces[i]; len(x.By) < most {
			x.By = append(x.By, r)
		}
	}
	for _, place := range c.Places {
		if i, ok := p.of(d, place.Referent); ok {
			p.g.Entities[i].Of++
			if x := &p.pieces[i]; len(x.Of) < most {
				r.Role = place.Role.String()
				x.Of = append(x.Of, r)
			}
		}
	}
}

// gistRowOf sets a figure as a line of the ledger.
func gistRowOf(r *ledgerRow) gistRow {
	var m markup
	m.ledgerLine(r)
	return gistRow{m.html(), r.Kind, r.Bound, r.BoundWord}
}

func entityOf(d *doc.Document, mention int) string {
	if mention < len(d.ReferentOf) && d.ReferentOf[mention] >= 0 {
		return d.Referents[d.ReferentOf[mention]].Entity
	}
	return ""
}

// A context is a mention in its line. Anchor is its place on the page of the
// document.
type context struct {
	Before, Words, After, Anchor string
	Href                         string // filled in where it is shown
}

// inLine sets a span into the words around it.
func inLine(d *doc.Document, m doc.Span, anchor string) context {
	const width = 70
	from, to := max(0, m.Start-width), min(len(d.Text), m.End+width)
	if i := d.BlockAt(m.Start); i >= 0 {
		from, to = max(from, min(m.Start, d.Blocks[i].Text.Start)), min(to, max(m.End, d.Blocks[i].Text.End))
	}
	from, to = wholeWords(d.Text, from, m.Start, true), wholeWords(d.Text, to, m.End, false)
	c := context{Before: text.Clean(d.Text[from:m.Start]), Words: text.Clean(d.Text[m.Start:m.End]), After: text.Clean(d.Text[m.End:to]), Anchor: anchor}
	if blank(d.Text, m.Start-1) && from < m.Start {
		c.Before += " "
	}
	if blank(d.Text, m.End) && to > m.End {
		c.After = " " + c.After
	}
	return c
}

// wholeWords moves an edge at i towards the name at stop, to the next blank or
// at least to the edge of a character.
func wholeWords(s string, i, stop int, left bool) int {
	const far = 20
	step := -1
	if left {
		step = 1
	}
	inside := func(i int) bool { return i > 0 && i < len(s) && s[i]&0xC0 == 0x80 }
	if i == 0 || i == len(s) || blank(s, i-1) || blank(s, i) {
		return i
	}
	for j := i; (j < stop) == left && j != stop && (j-i)*step < far; j += step {
		if blank(s, j) {
			return j
		}
	}
	for ; i != stop && inside(i); i += step {
	}
	return i
}

func blank(s string, i int) bool {
	return i >= 0 && i < len(s) && strings.IndexByte(" \n\r\t", s[i]) >= 0
}
