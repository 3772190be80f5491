package index

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"analyze/internal/record"
)

// A Request is a search as its reader asks for it.
type Request struct {
	Query string
	// Parsed is searched instead of Query if it is not nil.
	Parsed Query
	Limit  int // hits; 0: none, only counts
	Cursor string
	Sort   Sort
	Facets bool
	// Any ranks what holds some of the words; else all must be there, or some
	// where nothing holds all.
	Any bool
	// Copies lists copies as hits of their own; else they are folded into
	// what they repeat.
	Copies bool
	// Docs restricts the search to documents, nil: all.
	Docs []string
	// Without leaves documents out.
	Without []string
}

// Results are what a search found; as JSON they are what a program reads.
type Results struct {
	Query string `json:"query"`
	Kind  string `json:"kind"`
	Total int    `json:"total"`
	Hits  []Hit  `json:"hits"`
	// Facets count documents, or claims, by actor, place, source, year, kind.
	Facets map[string][]Count `json:"facets"`
	// Cursor is where the next page begins, nil at the end.
	Cursor *string `json:"cursor"`
	// Relaxed says that nothing answers all that is asked; these answer some.
	Relaxed bool `json:"relaxed"`
	// DidYouMean is the query with misspelt words put right, nil if none are.
	DidYouMean *string `json:"did_you_mean"`
	// Notes tell what else a reader should know.
	Notes []string `json:"notes"`
}

// A Hit is one record that was found. Start and End are bytes of the
// document's text, of the snippet for documents and of the record itself for
// passages and claims. Text is the snippet as it stands there; Snippet has it
// on one line with « and » around what was asked for, which is at Marks.
type Hit struct {
	Kind    string   `json:"kind"`
	Doc     string   `json:"doc"`
	Start   int      `json:"start"`
	End     int      `json:"end"`
	ID      string   `json:"id"`
	Score   float64  `json:"score"`
	Title   string   `json:"title"`
	Date    *string  `json:"date"`
	Snippet string   `json:"snippet"`
	Text    string   `json:"text"`
	Marks   [][2]int `json:"marks"`
	Copies  []string `json:"copies"`
	Claim   *Facts   `json:"claim"`
	Entity  *Names   `json:"entity"`

	// Shown is the snippet, for output that marks in its own way.
	Shown Snippet `json:"-"`
}

// facetFields are the facets of results by the name shown.
var facetFields = [numKinds]map[string]string{
	Document: {"actor": KeyActor, "place": KeyPlace, "source": KeySource, "year": KeyYear, "kind": KeyFormat, "language": KeyLanguage},
	Claim:    {"place": KeyPlace, "source": KeySource, "year": KeyYear, "unit": KeyUnit, "kind": KeyType},
	Entity:   {"kind": KeyType},
}

// facetSize is how many values of a facet are counted out.
const facetSize = 10

// Do answers a request. The error is a *SyntaxError where the query cannot be
// understood.
func Do(ctx context.Context, r Reader, req Request) (*Results, error) {
	q := req.Parsed
	if q == nil {
		var err error
		if q, err = Parse(req.Query); err != nil {
			return nil, err
		}
	}
	cur, err := readCursor(req.Cursor)
	if err != nil {
		return nil, err
	}
	if req.Sort != "" && !slices.Contains(Sorts, req.Sort) {
		return nil, fmt.Errorf("the order %q is not known: relevance, date, date-asc, value, value-asc or doc", req.Sort)
	}
	s := &session{ctx: ctx, r: r, req: req, any: req.Any || cur.Any}
	if cur.Loose {
		if q, s.loose = speaksOf(q); !s.loose {
			return nil, fmt.Errorf("the cursor belongs to another query: leave it out to begin at the first page")
		}
	}
	res, err := s.run(q, cur)
	if err != nil || cur.ID != "" {
		return res, err
	}
	asked := q
	if res, err = s.relax(q, res); err != nil {
		return nil, err
	}
	if res.Total == 0 || res.Relaxed {
		if res.DidYouMean, err = suggestion(ctx, r, asked); err != nil {
			return nil, err
		}
	}
	more, err := s.advice(asked)
	if err == nil && res.Total == 0 {
		var why []string
		why, err = s.explain(asked, kindOf(res.Kind))
		more = append(more, why...)
	}
	res.Notes = append(res.Notes, more...)
	return res, err
}

func kindOf(name string) Kind {
	k, _ := ParseKind(name)
	return k
}

// relax asks for less where q finds nothing: for some of its words, and for
// figures in what speaks of a thing where none counts it.
func (s *session) relax(q Query, res *Results) (*Results, error) {
	if res.Total == 0 && !s.any && relaxable(q) {
		s.any = true
		if more, err := s.run(q, cursor{}); err != nil || more.Total > 0 {
			if more != nil {
				more.Relaxed = true
				more.Notes = append(more.Notes, "nothing holds all of these words; these hold some")
			}
			return more, err
		}
		s.any = false
	}
	if loose, ok := speaksOf(q); ok && res.Total == 0 {
		s.loose = true
		if more, err := s.run(loose, cursor{}); err != nil || more.Total > 0 {
			if more != nil {
				more.Relaxed, more.Query = true, q.String()
				more.Notes = append(more.Notes, "no figure that fits is said to count this; these stand in sentences or documents that speak of it")
			}
			return more, err
		}
		s.loose = false
	}
	return res, nil
}

// relaxable reports whether q has words side by side.
func relaxable(q Query) bool {
	and, ok := q.(And)
	if !ok {
		return false
	}
	n := 0
	for _, p := range and.Parts {
		if _, ok := p.(Term); ok {
			n++
		}
	}
	return n > 1
}

type session struct {
	ctx context.Context
	r   Reader
	req Request
	any bool
	// loose asks for figures where a thing is spoken of; see speaksOf.
	loose bool
}

func (s *session) run(q Query, cur cursor) (*Results, error) {
	p, err := planQuery(s.ctx, s.r, q, s.any)
	var syntax *SyntaxError
	if errors.As(err, &syntax) && syntax.At < 0 { // the planner does not know where
		word, _, _ := strings.Cut(syntax.Text, ":")
		syntax.At = max(0, strings.Index(strings.ToLower(s.req.Query), word+":"))
	}
	if err != nil {
		return nil, err
	}
	search := Search{Kind: p.kind, Node: s.restricted(p), Sort: s.req.Sort, Limit: s.req.Limit, FacetSize: facetSize}
	if p.kind == Entity && len(p.marks) == 0 && search.Sort == "" {
		search.Sort = Largest // nothing to rank names by but how often they stand
	}
	if cur.ID != "" {
		search.After = &Position{cur.Key, cur.ID}
	}
	if s.req.Limit > 0 {
		search.Limit++ // to know whether there is more
	}
	if s.req.Facets {
		for _, f := range facetFields[p.kind] {
			search.Facets = append(search.Facets, f)
		}
		slices.Sort(search.Facets)
	}
	found, err := s.r.Find(s.ctx, search)
	if err != nil {
		return nil, err
	}
	if by := unsortable(p.kind, s.req.Sort); by != "" && found.Total > 1 {
		p.notes = append(p.notes, fmt.Sprintf("%s have no %s of their own to be sorted by: they stand in the order of documents", strings.TrimPrefix(counted(2, p.kind), "2 "), by))
	}
	res := &Results{Query: q.String(), Kind: p.kind.String(), Total: found.Total, Hits: []Hit{}, Facets: map[string][]Count{}, Notes: p.notes}
	if res.Notes == nil {
		res.Notes = []string{}
	}
	if len(found.Hits) > s.req.Limit {
		found.Hits = found.Hits[:s.req.Limit]
		last := found.Hits[len(found.Hits)-1]
		next := cursor{last.Key, last.ID, s.any, s.loose}.String()
		res.Cursor = &next
	}
	if err := s.facets(res, found, p.kind); err != nil {
		return nil, err
	}
	return res, s.hits(res, found, p)
}

// unsortable is what records of kind k cannot be sorted by though sort asks for
// it, "" if they can.
func unsortable(k Kind, sort Sort) string {
	switch sort {
	case Newest, Oldest:
		if k == Passage || k == Entity {
			return "date"
		}
	case Largest, Smallest:
		if k == Document || k == Passage {
			return "value"
		}
	}
	return ""
}

// restricted leaves copies out, unless they or one document are asked for.
func (s *session) restricted(p *plan) Node {
	n := AndNode{Must: []Node{p.node}}
	if s.req.Docs != nil {
		n.Filter = append(n.Filter, KeyNode{KeyDoc, s.req.Docs})
	}
	if s.req.Without != nil {
		n.Not = append(n.Not, KeyNode{KeyDoc, s.req.Without})
	}
	if !s.req.Copies && !p.inDoc && p.kind != Entity {
		n.Not = append(n.Not, CopyNode{})
	}
	if len(n.Filter)+len(n.Not) == 0 {
		return p.node
	}
	return n
}

func (s *session) facets(res *Results, found *Found, k Kind) error {
	for name, f := range facetFields[k] {
		counts, ok := found.Facets[f]
		if !ok {
			continue
		}
		if name == "actor" || name == "place" || name == "source" {
			ids := make([]string, len(counts))
			for i, c := range counts {
				ids[i] = EntityID(c.Value)
			}
			list, err := s.r.Get(s.ctx, ids)
			if err != nil {
				return err
			}
			for i, r := range list {
				counts[i].Label = r.Card.Title
			}
		}
		res.Facets[name] = counts
	}
	return nil
}

// hits fills in what is shown of the records found.
func (s *session) hits(res *Results, found *Found, p *plan) error {
	records, err := s.r.Get(s.ctx, idsOf(found))
	if err != nil {
		return err
	}
	texts, err := s.texts(records, p.kind)
	if err != nil {
		return err
	}
	res.Hits = make([]Hit, len(records))
	return Share(len(records), hitsEach, func(from, to int) error {
		all := &matchers{marks: p.marks}
		defer all.done()
		for i := from; i < to; i++ {
			if err := s.hit(&res.Hits[i], &records[i], found.Hits[i].Score, p, texts, all); err != nil {
				return err
			}
		}
		return nil
	})
}

// hitsEach is from how many hits on several processors fill them in.
const hitsEach = 5

// hit fills in what is shown of one record.
func (s *session) hit(h *Hit, r *Record, score float64, p *plan, texts map[string]string, all *matchers) error {
	m := all.get(r.Card.Lang)
	*h = Hit{
		Kind: p.kind.String(), Doc: r.Card.Doc, Start: r.Card.Start, End: r.Card.End, ID: publicID(r), Score: score,
		Title: r.Card.Title, Marks: [][2]int{}, Copies: r.Card.Copies, Claim: r.Card.Claim, Entity: r.Card.Entity,
	}
	if h.Copies == nil {
		h.Copies = []string{}
	}
	if r.Card.Date != "" {
		h.Date = &r.Card.Date
	}
	s.show(h, r, texts[DocumentID(r.Card.Doc)], m)
	if p.byPart {
		return s.bestPart(h, p, texts[r.ID], m)
	}
	return nil
}

// publicID is the id under which exports know a record.
func publicID(r *Record) string {
	switch c := r.Card; {
	case c.Claim != nil:
		return record.ClaimID(c.Doc, c.Start)
	case c.Entity == nil && strings.HasPrefix(r.ID, "p/"):
		return c.Doc + "#p" + strconv.Itoa(c.Start)
	}
	return r.ID[2:]
}

// texts gets the texts of the documents that records are of, by the ids of
// their records.
func (s *session) texts(records []Record, k Kind) (map[string]string, error) {
	out := map[string]string{}
	var ids []string
	for _, r := range records {
		id := DocumentID(r.Card.Doc)
		if k == Document {
			out[id] = r.Body
		} else if k != Entity && !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	list, err := s.r.Get(s.ctx, ids)
	for _, r := range list {
		out[r.ID] = r.Body
	}
	return out, err
}

// A cursor is a Position with what it belongs to.
type cursor struct {
	Key float64 `json:"k"`
	ID  string  `json:"i"`
	Any bool    `json:"a,omitempty"`
	// Loose is that of the session.
	Loose bool `json:"l,omitempty"`
}

// String returns c as it is handed to the reader.
func (c cursor) String() string {
	b, err := json.Marshal(c)
	if err != nil {
		panic(err) // keys are finite
	}
	return base64.RawURLEncoding.EncodeToString(b)
}

func readCursor(s string) (c cursor, err error) {
	if s == "" {
		return c, nil
	}
	b, err := base64.RawURLEncoding.DecodeString(strings.TrimSpace(s))
	if err == nil {
		err = json.Unmarshal(b, &c)
	}
	if err != nil || c.ID == "" {
		return c, fmt.Errorf("the cursor %.40q is not one that a search printed: leave it out to begin at the first page", s)
	}
	return c, nil
}
