package report

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"analyze/internal/doc"
	"analyze/internal/record"

	"github.com/govalues/decimal"
)

// sign is what stands between « and » in a fixture: a letter and words.
// a: an actor, p: a place, n: a number of people, whose source is the last actor
// of the sentence, place the last place, and time what follows @.
var sign = regexp.MustCompile(`«([apn]):([^»@]*)(?:@([^»]*))?»`)

// fixture makes a document of marked paragraphs, parted by empty lines; each
// line is a sentence. The first line is "date: …" where the document has one.
func fixture(t testing.TB, id, marked string) *doc.Document {
	t.Helper()
	d := &doc.Document{ID: id, Meta: doc.Meta{Title: "On " + id, Language: "en"}}
	if date, rest, ok := strings.Cut(marked, "\n"); ok && strings.HasPrefix(date, "date: ") {
		d.Meta.Date, d.Meta.DateVia, marked = strings.TrimPrefix(date, "date: "), "header", rest
	}
	referents := map[string]int{}
	for _, paragraph := range strings.Split(marked, "\n\n") {
		begin := len(d.Text)
		for _, line := range strings.Split(strings.TrimSpace(paragraph), "\n") {
			fixtureLine(t, d, referents, line)
			d.Text += "\n"
		}
		s := doc.Span{Start: begin, End: len(d.Text) - 1}
		d.Blocks = append(d.Blocks, doc.Block{Span: s, Text: s, Joins: -1, Table: -1})
		d.Text += "\n"
	}
	d.Meta.Words = len(strings.Fields(d.Text))
	return d
}

func fixtureLine(t testing.TB, d *doc.Document, referents map[string]int, line string) {
	sentence, begin, last := len(d.Sentences), len(d.Text), 0
	source, place := -1, -1
	for _, m := range sign.FindAllStringSubmatchIndex(line, -1) {
		d.Text += line[last:m[0]]
		last = m[1]
		s := doc.Span{Start: len(d.Text), End: len(d.Text) + m[5] - m[4]}
		words := line[m[4]:m[5]]
		d.Text += words
		if kind := line[m[2]]; kind != 'n' {
			at := fixtureName(d, referents, s, kind, words, sentence)
			if kind == 'p' {
				place = at
			} else {
				source = at
			}
			continue
		}
		c := fixtureFigure(t, s, words)
		if m[6] >= 0 {
			c.Time = line[m[6]:m[7]]
		}
		if c.SourceReferent = source; source >= 0 {
			c.Source = d.Referents[source].Name
		}
		if place >= 0 {
			c.Places = []doc.ClaimPlace{{Name: d.Referents[place].Name, Referent: place, Role: doc.Location}}
		}
		d.Claims = append(d.Claims, c)
	}
	d.Text += line[last:]
	d.Sentences = append(d.Sentences, doc.Sentence{Span: doc.Span{Start: begin, End: len(d.Text)}, Block: len(d.Blocks)})
}

func fixtureName(d *doc.Document, referents map[string]int, s doc.Span, kind byte, words string, sentence int) int {
	types := map[byte]doc.MentionType{'a': doc.Org, 'p': doc.Place}
	at, ok := referents[words]
	if !ok {
		at = len(d.Referents)
		referents[words] = at
		r := doc.Referent{Name: words, Type: types[kind], Entity: strings.ReplaceAll(strings.ToLower(words), " ", "-")}
		if kind == 'p' {
			r.Subtype = "country"
		}
		d.Referents = append(d.Referents, r)
	}
	d.Referents[at].Mentions = append(d.Referents[at].Mentions, len(d.Mentions))
	d.Mentions = append(d.Mentions, doc.Mention{Span: s, Type: types[kind], Sentence: sentence})
	d.ReferentOf = append(d.ReferentOf, at)
	return at
}

func fixtureFigure(t testing.TB, s doc.Span, words string) doc.Claim {
	number, what, _ := strings.Cut(words, " ")
	v, err := decimal.Parse(strings.ReplaceAll(number, ",", ""))
	if err != nil {
		t.Fatal(err)
	}
	return doc.Claim{Figure: doc.Figure{
		Span: s, Number: doc.Span{Start: s.Start, End: s.Start + len(number)}, Low: &v, High: &v, Value: &v,
		Unit: "person", What: what, Pair: -1, Table: -1, Row: -1, Column: -1,
	}, Repeats: -1, CiteNote: -1, Context: words}
}

// gathered makes a collection of documents; opened counts how often each is
// opened.
func gathered(docs ...*doc.Document) (c *doc.Collection, opened map[string]int) {
	opened = map[string]int{}
	c = &doc.Collection{}
	entities := map[string]*doc.Entity{}
	byID := map[string]*doc.Document{}
	for _, d := range docs {
		byID[d.ID] = d
		c.Cards = append(c.Cards, doc.Card{ID: d.ID, Meta: d.Meta, Claims: len(d.Claims), Mentions: len(d.Mentions), Signature: d.ID + strconv.Itoa(len(d.Text)) + d.Text})
		for _, r := range d.Referents {
			e := entities[r.Entity]
			if e == nil {
				e = &doc.Entity{ID: r.Entity, Name: r.Name, Type: r.Type, Subtype: r.Subtype}
				entities[r.Entity] = e
			}
			e.Mentions, e.MentionsAll = e.Mentions+len(r.Mentions), e.MentionsAll+len(r.Mentions)
			if !slices.Contains(e.Documents, d.ID) {
				e.Documents = append(e.Documents, d.ID)
			}
		}
		for _, r := range d.Relations {
			from := entities[d.Referents[r.From].Entity]
			from.Links = append(from.Links, doc.Link{Relation: r.Kind, Entity: d.Referents[r.To].Entity, Doc: d.ID, Span: r.Span})
		}
	}
	for _, e := range entities {
		c.Entities = append(c.Entities, *e)
	}
	slices.SortFunc(c.Entities, func(a, b doc.Entity) int { return strings.Compare(a.ID, b.ID) })
	var once = make(chan struct{}, 1)
	c.Open = func(id string) (*doc.Document, error) {
		once <- struct{}{}
		opened[id]++
		<-once
		if byID[id] == nil {
			return nil, fmt.Errorf("no document is called %s", id)
		}
		return byID[id], nil
	}
	return c, opened
}

// thread ties the figures that read so, in their order, into a thread.
func thread(c *doc.Collection, relation string, docs []*doc.Document, words ...string) {
	t := doc.Thread{ID: "t-" + relation, Topic: "People in " + relation, Relation: relation, Reason: "because"}
	for _, w := range words {
		for _, d := range docs {
			for i := range d.Claims {
				if d.Slice(d.Claims[i].Span) == w {
					d.Claims[i].Thread = t.ID
					t.Claims = append(t.Claims, record.ClaimID(d.ID, d.Claims[i].Start))
					t.SourceOf = append(t.SourceOf, len(t.SourceOf))
				}
			}
		}
	}
	t.Sources = len(t.Claims)
	c.Threads = append(c.Threads, t)
}

// siteOf is the site of c when its documents are read, before any page on the
// whole is written.
func siteOf(t testing.TB, c *doc.Collection) *site {
	t.Helper()
	f := OpenFolder(t.TempDir(), nil)
	s, err := newSite(f, c)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.close(false) })
	if s.manifest, err = beginManifest(f); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.manifest.discard(errors.New("enough")) })
	if err := s.documents(); err != nil {
		t.Fatal(err)
	}
	s.neighbours()
	return s
}
