// Package record turns documents and collections into the flat records that
// exports, reports and the index share: the same fields under the same names
// everywhere. Fields are only ever added; a change of meaning raises Version.
//
// Offsets are bytes into the document's text, half-open. Records hold nothing
// that differs between two runs over the same input.
package record

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"analyze/internal/doc"

	"github.com/govalues/decimal"
)

// Version is the version of the records' schema.
const Version = 1

// A Number is an exact decimal in its shortest form.
type Number = json.Number

// A Document is the card of one document.
type Document struct {
	ID        string    `json:"id"`
	Title     *string   `json:"title"`
	Authors   []string  `json:"authors"`
	Date      *string   `json:"date"`
	DateVia   *string   `json:"date_via"`
	Publisher *string   `json:"publisher"`
	Place     *string   `json:"place"`
	URL       *string   `json:"url"`
	Language  string    `json:"language"`
	Format    string    `json:"format"`
	Encoding  string    `json:"encoding"`
	Hash      string    `json:"hash"`
	Bytes     int64     `json:"bytes"`
	Words     int       `json:"words"`
	Sentences int       `json:"sentences"`
	Mentions  int       `json:"mentions"`
	Claims    int       `json:"claims"`
	Copies    []Copy    `json:"copies"`
	Problems  []Problem `json:"problems"`
}

// A Copy is a passage that stands earlier in another document.
type Copy struct {
	Start         int    `json:"start"`
	End           int    `json:"end"`
	Original      string `json:"original"`
	OriginalStart int    `json:"original_start"`
	OriginalEnd   int    `json:"original_end"`
}

// A Problem is what a reader should know of a place in a document.
type Problem struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
}

// A Mention is a name where it stands.
type Mention struct {
	Doc    string  `json:"doc"`
	Start  int     `json:"start"`
	End    int     `json:"end"`
	Text   string  `json:"text"`
	Type   string  `json:"type"`
	Entity *string `json:"entity"`
	In     string  `json:"in"`
	Form   string  `json:"form"`
	Copy   bool    `json:"copy"`
	Repair *string `json:"repair"`
	By     string  `json:"by"`
}

// An Entity is who or what mentions in all documents are.
type Entity struct {
	ID          string              `json:"id"`
	Name        string              `json:"name"`
	Type        string              `json:"type"`
	Subtype     *string             `json:"subtype"`
	Aliases     []Alias             `json:"aliases"`
	Documents   []string            `json:"documents"`
	Mentions    int                 `json:"mentions"`
	MentionsAll int                 `json:"mentions_all"`
	Country     *string             `json:"country"`
	Lat         *Number             `json:"lat"`
	Lon         *Number             `json:"lon"`
	Geonames    *int                `json:"geonames"`
	Roles       map[string][]string `json:"roles"`
	Links       []Link              `json:"links"`
	By          string              `json:"by"`
	Doubt       *string             `json:"doubt"`
}

// An Alias is a form in which an entity is written.
type Alias struct {
	Text  string `json:"text"`
	Count int    `json:"count"`
	Form  string `json:"form"`
}

// A Link is a relation that a text states, with the words that say so.
type Link struct {
	Relation string `json:"relation"`
	Entity   string `json:"entity"`
	Doc      string `json:"doc"`
	Start    int    `json:"start"`
	End      int    `json:"end"`
}

// A Claim is a figure that a document states.
type Claim struct {
	ID           string     `json:"id"`
	Doc          string     `json:"doc"`
	Start        int        `json:"start"`
	End          int        `json:"end"`
	Text         string     `json:"text"`
	Number       SpanText   `json:"number"`
	Low          *Number    `json:"low"`
	High         *Number    `json:"high"`
	Value        *Number    `json:"value"`
	Bound        string     `json:"bound"`
	Direction    *string    `json:"direction"`
	Kind         string     `json:"kind"`
	Unit         *string    `json:"unit"`
	Per          *string    `json:"per"`
	Norm         Norm       `json:"norm"`
	Percent      *Number    `json:"percent"`
	What         *string    `json:"what"`
	Place        *string    `json:"place"`
	PlaceRole    *string    `json:"place_role"`
	PlacesOther  []PlaceRef `json:"places_other"`
	Time         *string    `json:"time"`
	TimeVia      *string    `json:"time_via"`
	Source       *string    `json:"source"`
	SourceEntity *string    `json:"source_entity"`
	SourceVia    *string    `json:"source_via"`
	Cite         *string    `json:"cite"`
	Sentence     string     `json:"sentence"`
	In           string     `json:"in"`
	Table        *string    `json:"table"`
	Row          *string    `json:"row"`
	RowNumber    *string    `json:"row_number"`
	Column       *string    `json:"column"`
	DuplicateOf  *string    `json:"duplicate_of"`
	Repair       *string    `json:"repair"`
	Estimate     bool       `json:"estimate"`
	Vague        bool       `json:"vague"`
	Pair         *string    `json:"pair"`
	Thread       *string    `json:"thread"`
}

// A SpanText is a span with its text.
type SpanText struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
}

// A Norm is a measure in SI units or percent; both fields are null where the
// claim has none.
type Norm struct {
	Value *Number `json:"value"`
	Unit  *string `json:"unit"`
}

// A PlaceRef is a further place of a claim with its role.
type PlaceRef struct {
	Place string  `json:"place"`
	Role  *string `json:"role"`
}

// A Thread is the same figure, told by several.
type Thread struct {
	ID       string    `json:"id"`
	Topic    string    `json:"topic"`
	Claims   []string  `json:"claims"`
	Pairs    []Pair    `json:"pairs"`
	Relation string    `json:"relation"`
	Reason   string    `json:"reason"`
	Sources  int       `json:"sources"`
	Low      *Number   `json:"low"`
	High     *Number   `json:"high"`
	SetApart []Apart   `json:"set_apart"`
	Related  []Related `json:"related"`
}

// A Pair is the verdict on two claims.
type Pair struct {
	A        string `json:"a"`
	B        string `json:"b"`
	Relation string `json:"relation"`
	Reason   string `json:"reason"`
}

// Apart is a claim that is near a thread but not comparable.
type Apart struct {
	Claim  string `json:"claim"`
	Field  string `json:"field"`
	Reason string `json:"reason"`
}

// Related names a thread that is near this one.
type Related struct {
	Thread string `json:"thread"`
	Reason string `json:"reason"`
}

// Str returns a pointer to s, nil for "".
func Str(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// Num returns the shortest exact form of d, nil for nil.
func Num(d *decimal.Decimal) *Number {
	if d == nil {
		return nil
	}
	n := Number(d.Trim(0).String())
	return &n
}

func degrees(v float64) *Number {
	n := Number(strconv.FormatFloat(v, 'f', -1, 64))
	return &n
}

// ClaimID is the id of the claim that begins at start in document id.
func ClaimID(id string, start int) string { return id + "#c" + strconv.Itoa(start) }

// OfCard returns the record of a document from its card and the copies in it.
func OfCard(c doc.Card, copies []doc.Copy) Document {
	m := c.Meta
	r := Document{
		ID: c.ID, Title: Str(m.Title), Authors: orEmpty(m.Authors), Date: Str(m.Date), DateVia: Str(m.DateVia),
		Publisher: Str(m.Publisher), Place: Str(m.Place), URL: Str(m.URL), Language: m.Language,
		Format: m.Format, Encoding: m.Encoding, Hash: c.Hash, Bytes: c.Size, Words: m.Words,
		Sentences: c.Sentences, Mentions: c.Mentions, Claims: c.Claims,
		Copies: []Copy{}, Problems: []Problem{},
	}
	for _, k := range copies {
		r.Copies = append(r.Copies, Copy{k.Span.Start, k.Span.End, k.Original, k.Of.Start, k.Of.End})
	}
	for _, p := range c.Problems {
		r.Problems = append(r.Problems, Problem{p.Span.Start, p.Span.End, p.Text})
	}
	return r
}

// Mentions returns the mentions of d in order; copies are the passages of d that an
// earlier document holds.
func Mentions(d *doc.Document, copies []doc.Copy) []Mention {
	out := make([]Mention, 0, len(d.Mentions))
	for i, m := range d.Mentions {
		r := Mention{
			Doc: d.ID, Start: m.Start, End: m.End, Text: d.Slice(m.Span), Type: m.Type.String(),
			In: m.In.String(), Form: m.Form.String(), Copy: repeats(d, copies, m.Span), Repair: Str(m.Repair), By: m.By,
		}
		if i < len(d.ReferentOf) && d.ReferentOf[i] >= 0 {
			r.Entity = Str(d.Referents[d.ReferentOf[i]].Entity)
		}
		out = append(out, r)
	}
	return out
}

// OfEntity returns the record of e.
func OfEntity(e *doc.Entity) Entity {
	r := Entity{
		ID: e.ID, Name: e.Name, Type: e.Type.String(), Subtype: Str(e.Subtype), Aliases: []Alias{},
		Documents: orEmpty(e.Documents), Mentions: e.Mentions, MentionsAll: e.MentionsAll, Country: Str(e.Country),
		Roles: e.Roles, Links: []Link{}, By: e.By, Doubt: Str(e.Doubt),
	}
	if r.Roles == nil {
		r.Roles = map[string][]string{}
	}
	for _, a := range e.Aliases {
		r.Aliases = append(r.Aliases, Alias{a.Text, a.Count, a.Form.String()})
	}
	for _, l := range e.Links {
		r.Links = append(r.Links, Link{l.Relation, l.Entity, l.Doc, l.Span.Start, l.Span.End})
	}
	if e.HasPoint {
		r.Lat, r.Lon = degrees(e.Lat), degrees(e.Lon)
	}
	if e.GeoNames != 0 {
		r.Geonames = &e.GeoNames
	}
	return r
}

// Claims returns the claims of d in order.
func Claims(d *doc.Document) []Claim {
	out := make([]Claim, 0, len(d.Claims))
	for i := range d.Claims {
		out = append(out, claim(d, &d.Claims[i]))
	}
	return out
}

// ClaimAt returns claim i of d.
func ClaimAt(d *doc.Document, i int) Claim { return claim(d, &d.Claims[i]) }

func claim(d *doc.Document, c *doc.Claim) Claim {
	r := Claim{
		ID: ClaimID(d.ID, c.Start), Doc: d.ID, Start: c.Start, End: c.End, Text: d.Slice(c.Span),
		Number: SpanText{c.Number.Start, c.Number.End, d.Slice(c.Number)},
		Low:    Num(c.Low), High: Num(c.High), Value: Num(c.Value), Percent: Num(c.Percent),
		Bound: c.Bound.String(), Direction: Str(c.Direction), Kind: c.Kind.String(), Unit: Str(c.Unit), Per: Str(c.Per),
		What: Str(c.What), PlacesOther: []PlaceRef{},
		Time: Str(c.Time), TimeVia: Str(c.TimeVia), Source: Str(c.Source), SourceVia: Str(c.SourceVia), Cite: Str(c.Cite),
		Sentence: c.Context, In: c.In.String(),
		Row: Str(c.RowLabel), RowNumber: Str(c.RowNumber), Column: Str(c.ColumnLabel),
		DuplicateOf: Str(c.DuplicateOf), Repair: Str(c.Repair), Estimate: c.Estimate, Vague: c.Vague, Thread: Str(c.Thread),
	}
	if c.Norm != nil {
		r.Norm = Norm{Num(&c.Norm.Value), Str(c.Norm.Unit)}
	}
	places(c, &r)
	if c.SourceReferent >= 0 && c.SourceReferent < len(d.Referents) {
		r.SourceEntity = Str(d.Referents[c.SourceReferent].Entity)
	}
	if c.Repeats >= 0 && r.DuplicateOf == nil {
		r.DuplicateOf = Str(ClaimID(d.ID, d.Claims[c.Repeats].Start))
	}
	if c.Pair >= 0 && c.Pair < len(d.Claims) {
		r.Pair = Str(ClaimID(d.ID, d.Claims[c.Pair].Start))
	}
	if c.Table >= 0 && c.Table < len(d.Tables) {
		r.Table = Str(TableName(d, c.Table))
	}
	return r
}

func places(c *doc.Claim, r *Claim) {
	names, role := c.PlaceNames()
	slices.Sort(names)
	r.Place, r.PlaceRole = Str(strings.Join(names, ";")), Str(role.String())
	for _, p := range c.Places {
		if p.Role != role {
			r.PlacesOther = append(r.PlacesOther, PlaceRef{p.Name, Str(p.Role.String())})
		}
	}
}

// TableName is the printed name of table i ("Table 2"), or its place in the
// document where it has none.
func TableName(d *doc.Document, i int) string {
	name, _, ok := strings.Cut(d.Slice(d.Tables[i].Caption), ":")
	if name = strings.TrimSpace(strings.Trim(name, "*_")); ok && len(name) < 24 {
		return name
	}
	return "table " + strconv.Itoa(i+1)
}

// OfThread returns the record of t.
func OfThread(t *doc.Thread) Thread {
	r := Thread{
		ID: t.ID, Topic: t.Topic, Claims: orEmpty(t.Claims), Pairs: []Pair{}, Relation: t.Relation, Reason: t.Reason,
		Sources: t.Sources, Low: Num(t.Low), High: Num(t.High), SetApart: []Apart{}, Related: []Related{},
	}
	for _, p := range t.Pairs {
		r.Pairs = append(r.Pairs, Pair(p))
	}
	for _, a := range t.SetApart {
		r.SetApart = append(r.SetApart, Apart(a))
	}
	for _, o := range t.Related {
		r.Related = append(r.Related, Related(o))
	}
	return r
}

func orEmpty(s []string) []string {
	if s == nil {
		return []string{}
	}
	return s
}
