package eval

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"analyze/internal/doc"

	"github.com/govalues/decimal"
)

// A Gold holds annotations by hand, per document.
type Gold struct {
	Docs map[string]*GoldDoc // by the name of the document in the gold
}

// A GoldDoc is one annotated document. Offsets are as in the files: in code
// points if CodePoints, else in bytes.
type GoldDoc struct {
	Name       string
	CodePoints bool
	Mentions   []GoldMention
	Optional   []GoldMention // neither required nor wrong
	Claims     []GoldClaim
	NotClaims  []GoldClaim
	Entities   map[string]GoldEntity
	Links      []GoldLink
}

// A GoldMention is a name.
type GoldMention struct {
	Doc    string   `json:"doc"`
	Start  int      `json:"start"`
	End    int      `json:"end"`
	Text   string   `json:"text"`
	Type   string   `json:"type"`
	ID     string   `json:"id"`
	Entity string   `json:"entity"`
	Form   string   `json:"form"`
	Alt    []string `json:"alt_texts"`
}

// A GoldEntity is who or what mentions are.
type GoldEntity struct {
	Doc       string       `json:"doc"`
	ID        string       `json:"id"`
	Canonical string       `json:"canonical"`
	Type      string       `json:"type"`
	Subtype   string       `json:"subtype"`
	Country   string       `json:"country_code"`
	Lat       *json.Number `json:"lat"`
	Lon       *json.Number `json:"lon"`
}

// A GoldClaim is a figure, or a number that is none.
type GoldClaim struct {
	ID          string                    `json:"id"`
	Doc         string                    `json:"doc"`
	Start       int                       `json:"start"`
	End         int                       `json:"end"`
	Text        string                    `json:"text"`
	NumStart    *int                      `json:"num_start"`
	NumEnd      *int                      `json:"num_end"`
	Number      *struct{ Start, End int } `json:"number"`
	Low         *decimal.Decimal          `json:"-"`
	High        *decimal.Decimal          `json:"-"`
	RawLow      *json.Number              `json:"low"`
	RawHigh     *json.Number              `json:"high"`
	Bound       string                    `json:"bound"`
	Kind        string                    `json:"kind"`
	Unit        string                    `json:"unit"`
	Per         string                    `json:"per"`
	Place       string                    `json:"place"`
	Time        string                    `json:"time"`
	Source      string                    `json:"source"`
	Optional    bool                      `json:"optional"`
	Row         string                    `json:"row"`
	Column      string                    `json:"column"`
	DuplicateOf string                    `json:"duplicate_of"`
}

// A GoldLink is a stated relation.
type GoldLink struct {
	Doc      string `json:"doc"`
	Parent   string `json:"parent"`
	Child    string `json:"child"`
	Relation string `json:"relation"`
	Implied  bool   `json:"implied"`
	Evidence string `json:"evidence"`
}

// LoadGold reads a folder of annotations: mentions.jsonl,
// mentions_optional.jsonl, claims.jsonl, not_claims.jsonl, entities.jsonl and
// links.jsonl, each of which may be missing. Records of our own exports
// (offsets in bytes, doc with its path) are told from the other layout
// (offsets in code points) by their document names, which have an ending.
func LoadGold(dir string) (*Gold, error) {
	g := &Gold{Docs: map[string]*GoldDoc{}}
	found := false
	load := func(name string, add func([]byte) error) error {
		ok, err := lines(filepath.Join(dir, name), add)
		found = found || ok
		return err
	}
	err := errors.Join(
		load("mentions.jsonl", func(b []byte) error {
			var m GoldMention
			err := json.Unmarshal(b, &m)
			if m.ID == "" {
				m.ID = m.Entity
			}
			if d := g.doc(m.Doc); m.Form == "adjective" {
				d.Optional = append(d.Optional, m)
			} else {
				d.Mentions = append(d.Mentions, m)
			}
			return err
		}),
		load("mentions_optional.jsonl", func(b []byte) error {
			var m GoldMention
			err := json.Unmarshal(b, &m)
			d := g.doc(m.Doc)
			d.Optional = append(d.Optional, m)
			return err
		}),
		load("claims.jsonl", func(b []byte) error {
			c, err := goldClaim(b)
			d := g.doc(c.Doc)
			d.Claims = append(d.Claims, c)
			return err
		}),
		load("not_claims.jsonl", func(b []byte) error {
			c, err := goldClaim(b)
			d := g.doc(c.Doc)
			d.NotClaims = append(d.NotClaims, c)
			return err
		}),
		load("entities.jsonl", func(b []byte) error {
			var e GoldEntity
			err := json.Unmarshal(b, &e)
			if e.Doc != "" {
				g.doc(e.Doc).Entities[e.ID] = e
			}
			return err
		}),
		load("links.jsonl", func(b []byte) error {
			var l GoldLink
			err := json.Unmarshal(b, &l)
			d := g.doc(l.Doc)
			d.Links = append(d.Links, l)
			return err
		}),
	)
	if err != nil {
		return nil, err
	}
	if !found {
		return nil, fmt.Errorf("%s holds no mentions.jsonl and no claims.jsonl: name a folder of annotations", dir)
	}
	delete(g.Docs, "")
	return g, nil
}

func goldClaim(b []byte) (GoldClaim, error) {
	var c GoldClaim
	if err := json.Unmarshal(b, &c); err != nil {
		return c, err
	}
	var err error
	if c.Low, err = number(c.RawLow); err != nil {
		return c, err
	}
	c.High, err = number(c.RawHigh)
	return c, err
}

func number(n *json.Number) (*decimal.Decimal, error) {
	if n == nil {
		return nil, nil
	}
	d, err := decimal.Parse(n.String())
	return &d, err
}

func (g *Gold) doc(name string) *GoldDoc {
	d := g.Docs[name]
	if d == nil {
		d = &GoldDoc{Name: name, CodePoints: path.Ext(name) == "", Entities: map[string]GoldEntity{}}
		g.Docs[name] = d
	}
	return d
}

func lines(name string, add func([]byte) error) (bool, error) {
	f, err := os.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	defer f.Close()
	s := bufio.NewScanner(f)
	s.Buffer(nil, 64<<20)
	for n := 1; s.Scan(); n++ {
		if len(strings.TrimSpace(s.Text())) == 0 {
			continue
		}
		if err := add(s.Bytes()); err != nil {
			return true, fmt.Errorf("%s line %d: %w", name, n, err)
		}
	}
	return true, s.Err()
}

// Of returns the annotations of document id: those under its path, or under
// the part of its file name before the first "_"; nil if there are none.
func (g *Gold) Of(id string) *GoldDoc {
	if d := g.Docs[id]; d != nil {
		return d
	}
	base := path.Base(id)
	if d := g.Docs[base]; d != nil {
		return d
	}
	short, _, _ := strings.Cut(base, "_")
	if d := g.Docs[short]; d != nil {
		return d
	}
	return g.Docs[strings.TrimSuffix(base, path.Ext(base))]
}

// spans returns a function that takes offsets of the gold to bytes of text.
func (g *GoldDoc) spans(text string) func(start, end int) doc.Span {
	if !g.CodePoints {
		return func(start, end int) doc.Span { return doc.Span{Start: start, End: end} }
	}
	at := make([]int, 0, utf8.RuneCountInString(text)+1)
	for i := range text {
		at = append(at, i)
	}
	at = append(at, len(text))
	clamp := func(i int) int { return at[max(0, min(i, len(at)-1))] }
	return func(start, end int) doc.Span { return doc.Span{Start: clamp(start), End: clamp(end)} }
}
