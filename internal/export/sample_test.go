package export

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"analyze/internal/doc"
	"analyze/internal/record"

	"github.com/govalues/decimal"
)

// hostileText is what no format should take for its own marks.
const hostileText = "</node>]]>&amp; \"quoted\" 'single' {brace \\back $5 % # _ ~^ @x{y, z}\u202eright to left\u202c 👩‍🚒 NUL\x00 bell\x07 tab\there\r\nline\u2028sep\u0085next ,=cmd|'/c'!A1"

// A builder makes a document by adding text, names and figures to it.
type builder struct {
	d    *doc.Document
	refs map[string]int
}

func newBuilder(id string) *builder {
	return &builder{&doc.Document{ID: id, Hash: strings.Repeat("ab", 32)}, map[string]int{}}
}

// add appends text and returns its span.
func (b *builder) add(s string) doc.Span {
	at := len(b.d.Text)
	b.d.Text += s
	return doc.Span{Start: at, End: len(b.d.Text)}
}

// name appends a mention of an entity.
func (b *builder) name(words, entity string, t doc.MentionType) *builder {
	r, ok := b.refs[entity]
	if !ok {
		r = len(b.d.Referents)
		b.refs[entity] = r
		b.d.Referents = append(b.d.Referents, doc.Referent{Name: words, Type: t, Entity: entity})
	}
	b.d.Referents[r].Mentions = append(b.d.Referents[r].Mentions, len(b.d.Mentions))
	b.d.Mentions = append(b.d.Mentions, doc.Mention{Span: b.add(words), Type: t, Sentence: len(b.d.Sentences), By: "rule"})
	b.d.ReferentOf = append(b.d.ReferentOf, r)
	return b
}

// figure appends a claim said by an entity.
func (b *builder) figure(words, what, by, place string) *builder {
	at := b.add(words)
	v := decimal.MustParse("40")
	c := doc.Claim{
		Figure: doc.Figure{Span: at, Number: at, Low: &v, Value: &v, Bound: doc.AtLeast, Unit: "person", What: what, Pair: -1, Table: -1},
		Source: by, SourceReferent: -1, CiteNote: -1, Repeats: -1, Context: words,
	}
	if r, ok := b.refs[by]; ok {
		c.SourceReferent = r
	}
	if r, ok := b.refs[place]; ok {
		c.Places = []doc.ClaimPlace{{Name: b.d.Referents[r].Name, Referent: r, Role: doc.Location}}
	}
	b.d.Claims = append(b.d.Claims, c)
	return b
}

// end ends a sentence.
func (b *builder) end() *builder {
	start := 0
	if n := len(b.d.Sentences); n > 0 {
		start = b.d.Sentences[n-1].End
	}
	b.d.Sentences = append(b.d.Sentences, doc.Sentence{Span: doc.Span{Start: start, End: len(b.d.Text)}})
	return b
}

// done parts the text into words at blanks and gives the document.
func (b *builder) done() *doc.Document {
	d := b.d
	for i := range d.Sentences {
		s := &d.Sentences[i]
		s.First = len(d.Tokens)
		at := s.Start
		for _, w := range strings.SplitAfter(d.Slice(s.Span), " ") {
			if f := strings.TrimSpace(w); f != "" {
				from := at + strings.Index(w, f)
				d.Tokens = append(d.Tokens, doc.Token{Span: doc.Span{Start: from, End: from + len(f)}, Tag: doc.NN})
			}
			at += len(w)
		}
		s.Last = len(d.Tokens)
	}
	d.Blocks = []doc.Block{{Span: doc.Span{End: len(d.Text)}}}
	d.Size = int64(len(d.Text))
	return d
}

// sample is a collection of a plain document, a hostile one and an empty one.
func sample() *doc.Collection {
	a := newBuilder("plain.txt")
	a.name("Ana Petrova", "ana-petrova", doc.Person).add(" leads the ")
	a.name("Guild of Ghent", "guild", doc.Org).add(" in ")
	a.name("Ghent", "ghent", doc.Place).end().add(" ")
	a.figure("At least 40 smiths", "smiths", "guild", "ghent").add(" came, the ")
	a.name("Guild", "guild", doc.Org).add(" said; ")
	a.name("Ghent", "ghent", doc.Place).add(" paid.")
	a.end()
	a.d.Meta = doc.Meta{Title: "Smiths", Authors: []string{"Maria van der Velde", "Guild of Ghent"}, Date: "2016-02", Format: "txt", Language: "en", Words: 20}
	a.d.Relations = []doc.Relation{{Kind: "leader_of", From: 0, To: 1, Span: doc.Span{Start: 0, End: 36}}, {Kind: "located_in", From: 1, To: 2, Span: doc.Span{Start: 22, End: 45}}}
	a.d.Notes = []doc.Note{{Label: "1", Refs: []doc.Reference{
		{Authors: []string{"Jan Smit Jr."}, Title: "Iron & Steel: A {History}", Publisher: "Forge Press", Place: "Ghent", Date: "2011", Pages: "13", Full: -1},
		{Authors: []string{"J. Smit"}, Title: "Iron & Steel", Full: 0},
	}}, {Label: "2", Refs: []doc.Reference{
		{Authors: []string{"Jan Smit"}, Title: "Iron & Steel", Date: "2011", Full: -1},
		{Authors: []string{"Li Na", "Omar bin Said"}, Title: "How many smiths?", In: "Journal of Trades", Date: "2014", Pages: "3–19", Full: -1},
		{Title: "100% of all smiths #1", In: "The Daily Hammer", Date: "2015-03-09", URL: "https://example.org/a_b?c={d}", Full: -1},
	}}}

	b := newBuilder("x/<é>&\"'?.md")
	b.name(hostileText, "hostile", doc.Org).add(" und ")
	b.name("Ghent", "ghent", doc.Place).add("\n")
	b.figure(hostileText, hostileText, "hostile", "ghent").end()
	b.d.Meta = doc.Meta{Title: hostileText, Authors: []string{hostileText}, Publisher: hostileText, URL: "https://example.org/{}\\", Date: "2017", Format: "md", Encoding: "utf-8"}
	b.d.Problems = []doc.Problem{{Text: hostileText}}
	b.d.Relations = []doc.Relation{{Kind: "affiliate_of", From: 0, To: 1, Span: doc.Span{Start: 0, End: 8}}}

	return collection([]*doc.Document{a.done(), newBuilder("void.txt").done(), b.done()})
}

func collection(list []*doc.Document) *doc.Collection {
	c := &doc.Collection{Entities: []doc.Entity{
		{ID: "ana-petrova", Name: "Ana Petrova", Type: doc.Person, Mentions: 1, MentionsAll: 1, Documents: []string{"plain.txt"}, Roles: map[string][]string{"plain.txt": {"subject"}}, By: "model"},
		{ID: "ghent", Name: "Ghent", Type: doc.Place, Subtype: "city", Country: "BE", Lat: 51.05, Lon: 3.7167, HasPoint: true, GeoNames: 2797656, Mentions: 3, MentionsAll: 3, Documents: []string{"plain.txt", "x/<é>&\"'?.md"}, By: "gazetteer"},
		{ID: "guild", Name: "Guild of Ghent", Type: doc.Org, Mentions: 2, MentionsAll: 2, Documents: []string{"plain.txt"}, Aliases: []doc.Alias{{Text: "Guild", Count: 1, Form: doc.ShortName}}, By: "model"},
		{ID: "hostile", Name: hostileText, Type: doc.Org, Aliases: []doc.Alias{{Text: hostileText + "2", Count: 1}}, Mentions: 1, MentionsAll: 1, Documents: []string{"x/<é>&\"'?.md"}, Doubt: hostileText, By: "model"},
		{ID: "nowhere", Name: "Nowhere", Type: doc.Place, By: "model"},
		{ID: "smiths", Name: "Smiths", Type: doc.Group, By: "reader"},
	}}
	by := map[string]*doc.Document{}
	for _, d := range list {
		by[d.ID] = d
		c.Cards = append(c.Cards, doc.Card{ID: d.ID, Hash: d.Hash, Size: d.Size, Meta: d.Meta, Mentions: len(d.Mentions), Claims: len(d.Claims), Sentences: len(d.Sentences), Problems: d.Problems})
	}
	c.Open = func(id string) (*doc.Document, error) { return by[id], nil }
	one, two := record.ClaimID(list[0].ID, list[0].Claims[0].Start), record.ClaimID(list[2].ID, list[2].Claims[0].Start)
	list[0].Claims[0].Thread, list[2].Claims[0].DuplicateOf = "smiths-1", one
	c.Threads = []doc.Thread{{
		ID: "smiths-1", Topic: "Smiths who came", Relation: "conflict", Reason: hostileText, Sources: 1, Claims: []string{one}, SourceOf: []int{0},
		Pairs: []doc.Pair{{A: one, B: two, Relation: "conflict", Reason: "apart"}}, SetApart: []doc.Apart{{Claim: two, Field: "time", Reason: "another year"}},
	}}
	c.Copies = []doc.Copy{{Doc: list[2].ID, Span: doc.Span{Start: 0, End: 4}, Original: "plain.txt", Of: doc.Span{Start: 0, End: 4}}}
	c.Failures = []doc.Failure{{ID: "broken.txt", Reason: hostileText, Hint: "save it again"}}
	return c
}

// stream is what a format writes of a kind.
func stream(t testing.TB, c *doc.Collection, kind, format string) string {
	t.Helper()
	var b strings.Builder
	if err := Find(format).Stream(&b, c, kind); err != nil {
		t.Fatalf("%s as %s: %v", kind, format, err)
	}
	return b.String()
}

// written is the file or folder that a format makes of a kind.
func written(t testing.TB, c *doc.Collection, kind, format string) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "out."+format)
	if err := Find(format).Write(name, c, kind); err != nil {
		t.Fatalf("%s as %s: %v", kind, format, err)
	}
	return name
}

// readBy lets a library that knows a format read a file, and skips where the
// readers are not installed.
func readBy(t testing.TB, format, name string, into any) {
	t.Helper()
	cache, err := os.UserCacheDir()
	if err != nil {
		t.Skipf("NO READERS: %v", err)
	}
	python := filepath.Join(cache, "analyze-readers", "bin", "python")
	if _, err := os.Stat(python); err != nil {
		t.Skip("NO READERS: scripts/readers/install.sh installs them")
	}
	c := exec.Command(python, filepath.Join("..", "..", "scripts", "readers", "read.py"), format, name)
	var errs strings.Builder
	c.Stderr = &errs
	out, err := c.Output()
	if err != nil {
		t.Fatalf("%s is not read: %v\n%s", format, err, errs.String())
	}
	if err := json.Unmarshal(out, into); err != nil {
		t.Fatal(err)
	}
}
