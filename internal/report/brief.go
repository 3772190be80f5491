package report

import (
	"fmt"
	"regexp"
	"strings"

	"analyze/internal/doc"
	"analyze/internal/record"
	"analyze/internal/text"
)

// A Brief is a short report to hand on, in no format yet: sections of
// paragraphs, lists and tables, whose statements carry numbers of references.
// All text is on one line and free of control characters; it is not escaped.
type Brief struct {
	Title    string
	Lede     string
	Facts    []Fact
	Sections []BriefSection
	Refs     []Reference // number n is Refs[n-1]
}

// A Fact is a line of the card at the head of a brief.
type Fact struct{ Name, Value string }

// A BriefSection is a heading and what stands below it.
type BriefSection struct {
	Head   string
	Blocks []BriefBlock
}

// A BriefBlock is a paragraph, an item of a list, or a table.
type BriefBlock struct {
	Item  bool // of a list
	Runs  []Run
	Table *BriefTable // nil for text
}

// A BriefTable is a table; each row has a cell for each of Head.
type BriefTable struct {
	Head []string
	Rows [][][]Run
}

// A Run is text of one kind, followed by the number of a reference where Ref is
// not 0.
type Run struct {
	Text   string
	Strong bool
	Quote  bool // words of a document, shown between quotation marks
	Ref    int
}

// A Reference says where a statement stands.
type Reference struct {
	Doc      string // id
	Title    string // of the document, with author and date
	Where    string // "page 3, paragraph 12, sentence 2"
	Sentence string
	Start    int      // first byte in the document's text
	Cites    []string // what the document refers to there
}

// InFull is the reference in words.
func (r Reference) InFull() string {
	s := fmt.Sprintf("%s, %s: “%s”", r.Title, r.Where, r.Sentence)
	if len(r.Cites) > 0 {
		s += " It cites " + strings.Join(r.Cites, "; ")
		if !strings.HasSuffix(s, ".") {
			s += "."
		}
	}
	return s
}

// File says in which file the reference stands, and from which byte.
func (r Reference) File() string { return fmt.Sprintf("%s, byte %d", shown(r.Doc), r.Start) }

// A briefing is a brief being made.
type briefing struct {
	Brief
	c     *doc.Collection
	cards map[string]*doc.Card
	refs  map[string]int
	own   map[string]bool // claims that the brief is about
	now   *located        // the document at hand
}

func newBriefing(c *doc.Collection) *briefing {
	b := &briefing{c: c, cards: map[string]*doc.Card{}, refs: map[string]int{}, own: map[string]bool{}}
	for i := range c.Cards {
		b.cards[c.Cards[i].ID] = &c.Cards[i]
	}
	return b
}

func (b *briefing) fact(name, value string) {
	if value = shown(value); value != "" {
		b.Facts = append(b.Facts, Fact{name, value})
	}
}

// section begins a section; what is added next belongs to it.
func (b *briefing) section(head string) {
	b.Sections = append(b.Sections, BriefSection{Head: head})
}

func (b *briefing) add(x BriefBlock) {
	s := &b.Sections[len(b.Sections)-1]
	s.Blocks = append(s.Blocks, x)
}

func (b *briefing) text(runs ...Run) { b.add(BriefBlock{Runs: runs}) }
func (b *briefing) item(runs ...Run) { b.add(BriefBlock{Item: true, Runs: runs}) }

// say is a run of plain text.
func say(format string, args ...any) Run { return Run{Text: shown(fmt.Sprintf(format, args...))} }

// inCell is a cell of plain text.
func inCell(s string) []Run { return []Run{{Text: shown(s)}} }

// bidi are characters that turn the direction of what follows them: a text may
// hold one and not its end, and would turn our words as well.
var bidi = strings.NewReplacer("\u202a", "", "\u202b", "", "\u202c", "", "\u202d", "", "\u202e", "", "\u2066", "", "\u2067", "", "\u2068", "", "\u2069", "")

// shown is s as a brief shows it.
func shown(s string) string {
	return bidi.Replace(strings.Map(func(r rune) rune {
		if r >= 0x7f && r < 0xa0 || r == '\ufffe' || r == '\uffff' {
			return -1
		}
		return r
	}, text.Clean(s)))
}

// cite is the number of the reference to a span of the document at hand. Spans
// of one sentence share a reference.
func (b *briefing) cite(s doc.Span) int {
	l := b.now
	where, sentence := l.at(s)
	key := fmt.Sprint(l.d.ID, "\x00", where)
	if n, ok := b.refs[key]; ok {
		return n
	}
	b.Refs = append(b.Refs, Reference{Doc: l.d.ID, Title: b.source(l.d.ID), Where: where, Sentence: shown(cut(sentence, 400)), Start: s.Start})
	b.refs[key] = len(b.Refs)
	return len(b.Refs)
}

// source names a document as a reference does: authors, title, publisher, date.
func (b *briefing) source(id string) string {
	c := b.cards[id]
	if c == nil {
		return shown(id)
	}
	m := c.Meta
	s := "“" + title(m, id) + "”"
	if len(m.Authors) > 0 {
		s = strings.Join(m.Authors, ", ") + ": " + s
	}
	for _, x := range []string{m.Publisher, day(m.Date)} {
		if x != "" {
			s += ", " + x
		}
	}
	return shown(s)
}

// open makes a document the one at hand.
func (b *briefing) open(id string) (*doc.Document, error) {
	if b.now != nil && b.now.d.ID == id {
		return b.now.d, nil
	}
	d, err := b.c.Open(id)
	if err != nil {
		return nil, err
	}
	b.now = locate(d)
	return d, nil
}

// A located knows the paragraphs, sentences and pages of a document by number.
type located struct {
	d         *doc.Document
	paragraph []int // by block, 0 for what is none
	sentence  []int // by sentence: its number in its paragraph
	pages     []doc.Mark
	claims    []record.Claim // once they are asked for
}

// records are the records of the document's claims.
func (l *located) records() []record.Claim {
	if l.claims == nil {
		l.claims = record.Claims(l.d)
	}
	return l.claims
}

func locate(d *doc.Document) *located {
	l := &located{d: d, paragraph: make([]int, len(d.Blocks)), sentence: make([]int, len(d.Sentences))}
	n := 0
	for i := range d.Blocks {
		switch d.Blocks[i].Kind {
		case doc.Body, doc.Quote, doc.PullQuote, doc.List:
			n++
			l.paragraph[i] = n
		}
	}
	in := map[int]int{}
	for i := range d.Sentences {
		in[d.Sentences[i].Block]++
		l.sentence[i] = in[d.Sentences[i].Block]
	}
	for _, m := range d.Marks {
		if m.Kind == doc.MarkPage {
			l.pages = append(l.pages, m)
		}
	}
	return l
}

// at says where a span stands, and the words around it.
func (l *located) at(s doc.Span) (where, words string) {
	var parts []string
	page := 0
	for _, m := range l.pages {
		if m.Start <= s.Start {
			page = m.Level
		}
	}
	if page > 0 {
		parts = append(parts, fmt.Sprintf("page %d", page))
	}
	i := l.d.BlockAt(s.Start)
	if i >= 0 {
		parts = append(parts, l.block(i))
		words = l.d.Slice(l.d.Blocks[i].Span)
	}
	if k := l.d.SentenceAt(s.Start); k >= 0 {
		words = sentenceWords(l.d, k)
		if l.d.Sentences[k].Block == i && i >= 0 && l.paragraph[i] > 0 {
			parts = append(parts, fmt.Sprintf("sentence %d", l.sentence[k]))
		}
	}
	if len(parts) == 0 {
		parts = append(parts, fmt.Sprintf("byte %d", s.Start))
	}
	return shown(strings.Join(parts, ", ")), words
}

// brokenWord is a word that a line end parts.
var brokenWord = regexp.MustCompile(`(\p{Ll})-[ \t]*\r?\n[ \t]*(\p{Ll})`)

// sentenceWords is a sentence without what tears it or its words.
func sentenceWords(d *doc.Document, k int) string {
	s := &d.Sentences[k]
	words := d.Slice(s.Span)
	if s.Parts != nil {
		var parts []string
		for _, p := range s.Parts {
			parts = append(parts, d.Slice(p))
		}
		words = strings.Join(parts, " ")
	}
	return brokenWord.ReplaceAllString(words, "$1$2")
}

// block names block i.
func (l *located) block(i int) string {
	b := &l.d.Blocks[i]
	switch b.Kind {
	case doc.Title:
		return "title"
	case doc.Heading:
		return "heading “" + cut(l.d.Slice(b.Text), 60) + "”"
	case doc.Footnote:
		if b.Label != "" {
			return "note " + b.Label
		}
		return "note"
	case doc.TableBlock:
		if b.Table >= 0 && b.Table < len(l.d.Tables) {
			return record.TableName(l.d, b.Table)
		}
		return "table"
	case doc.Byline, doc.Caption, doc.Bibliography, doc.Boilerplate:
		return b.Kind.String()
	}
	return fmt.Sprintf("paragraph %d", l.paragraph[i])
}
