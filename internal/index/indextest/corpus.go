// Package indextest holds what every engine must be able to do, as data: a
// small collection written for it, and cases with what each must find. An
// engine's own test calls Run.
package indextest

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"analyze/internal/doc"

	"github.com/govalues/decimal"
)

// A source is a document as it is written here. In its text [id|words] is a
// mention of the entity with that id.
type source struct {
	id, title, date, lang string
	authors               []string
	text                  string
	copyOf                string
	claims                []claim
}

// A claim is a figure of a source; text is where it stands first.
type claim struct {
	text, what, unit string
	low, high        string // "" where open
	place, role      string
	time, source     string
	duplicate        string
}

var entities = []doc.Entity{
	{ID: "islamic-state", Name: "Islamic State", Type: doc.Org, Subtype: "armed group", Key: "islamic-state", Mentions: 6,
		Aliases: []doc.Alias{{Text: "ISIS", Count: 3, Form: doc.Acronym}, {Text: "Daesh", Count: 1}, {Text: "IS", Count: 1, Form: doc.Acronym}}},
	{ID: "orchard-institute", Name: "Orchard Institute", Type: doc.Org, Mentions: 3},
	{ID: "mina-said", Name: "Mina al-Said", Type: doc.Person, Mentions: 2, Aliases: []doc.Alias{{Text: "Said", Count: 1, Form: doc.ShortName}}},
	{ID: "tunisia", Name: "Tunisia", Type: doc.Place, Subtype: "country", Country: "TN", Key: "tunisia", Mentions: 4, Lat: 34, Lon: 9, HasPoint: true},
	{ID: "mosul", Name: "Mosul", Type: doc.Place, Subtype: "city", Country: "IQ", Mentions: 2, Lat: 36.34, Lon: 43.13, HasPoint: true},
	{ID: "erbil", Name: "Erbil", Type: doc.Place, Subtype: "city", Country: "IQ", Mentions: 1, Lat: 36.19, Lon: 44.01, HasPoint: true},
	{ID: "norway", Name: "Norway", Type: doc.Place, Subtype: "country", Country: "NO", Key: "norway", Mentions: 1, Lat: 62, Lon: 10, HasPoint: true},
}

var sources = []source{
	{id: "border.txt", title: "The quiet border", date: "2014-05", authors: []string{"Ana Petrova"}, text: `The quiet border

Recruits from [tunisia|Tunisia] crossed the border at night. Guards counted 3,000 fighters in a year.

The fighters joined [islamic-state|ISIS] in [mosul|Mosul]. Their families stayed at home. The state of the roads was poor.`,
		claims: []claim{{text: "3,000 fighters", what: "fighters", unit: "person", low: "3000", high: "3000", place: "Tunisia", role: "origin", time: "2013"}}},
	{id: "harvest.txt", title: "Harvest report", date: "2016-09-01", text: `Harvest report

Wheat yields in [norway|Norway] rose by a fifth. Farmers sold 40,000 tonnes of wheat abroad.

No fighter for fair prices has yet won. Rye was poor.`,
		claims: []claim{{text: "40,000 tonnes", what: "tonnes of wheat", unit: "t", low: "40000", high: "40000", place: "Norway", role: "location", time: "2016"}}},
	{id: "institute.md", title: "Counting those who left", date: "2015-12", authors: []string{"Jonas Falk"}, text: `# Counting those who left

The [orchard-institute|Orchard Institute] puts the number of foreign fighters at 27,000 to 31,000. At least 6,000 of them came from [tunisia|Tunisia].

It cites [mina-said|Mina al-Said], who lives in [erbil|Erbil]. [islamic-state|Daesh] denies it.`,
		claims: []claim{
			{text: "27,000 to 31,000", what: "foreign fighters", unit: "person", low: "27000", high: "31000", time: "2015", source: "Orchard Institute"},
			{text: "6,000", what: "foreign fighters", unit: "person", low: "6000", place: "Tunisia", role: "origin", time: "2015", source: "Orchard Institute"},
		}},
	{id: "wire/return.txt", title: "Fighters return", date: "2017-03-02", text: `Fighters return

At least 800 fighters have returned to [tunisia|Tunisia], the [orchard-institute|Orchard Institute] said on Monday. The return surprised the police. Some returned twice.`,
		claims: []claim{{text: "At least 800 fighters", what: "fighters", unit: "person", low: "800", place: "Tunisia", role: "destination", time: "2011/..", source: "Orchard Institute"}}},
	{id: "wire/return-copy.txt", title: "They return", date: "2017-03-03", copyOf: "wire/return.txt", text: `They return

At least 800 fighters have returned to [tunisia|Tunisia], the [orchard-institute|Orchard Institute] said on Monday. The return surprised the police. Some returned twice.`,
		claims: []claim{{text: "At least 800 fighters", what: "fighters", unit: "person", low: "800", place: "Tunisia", role: "destination", time: "2011/..", source: "Orchard Institute", duplicate: "wire/return.txt#c17"}}},
	{id: "retour.txt", title: "Le retour des combattants", date: "2018", lang: "fr", text: `Le retour des combattants

Les combattants étrangers retournaient à [mosul|Mossoul]. Le ministère l'a confirmé.`},
	{id: "budget.txt", title: "Budget hearing", text: `Budget hearing

The committee met in the city-hall annex. Ms. El-Sayed, of Sana'a, asked about the U.S. grant. The grant pays 12 percent of the costs.

On the record the minister said nothing of the kind. Naïve hopes faded. The border police want more money.`,
		claims: []claim{{text: "12 percent", what: "costs", unit: "percent", low: "12", high: "12"}}},
}

var bracket = regexp.MustCompile(`\[([a-z-]+)\|([^\]]+)\]`)

// Collection returns the collection that the cases ask; only keeps the
// documents with those ids, all where none are named.
func Collection(only ...string) *doc.Collection {
	c := &doc.Collection{Entities: slices.Clone(entities)}
	docs := map[string]*doc.Document{}
	for i := range sources {
		s := &sources[i]
		if len(only) > 0 && !slices.Contains(only, s.id) {
			continue
		}
		d := s.document()
		docs[d.ID] = d
		c.Cards = append(c.Cards, doc.Card{ID: d.ID, Meta: d.Meta})
		if s.copyOf != "" {
			at := strings.Index(d.Text, "At least")
			of := strings.Index(docs[s.copyOf].Text, "At least")
			c.Copies = append(c.Copies, doc.Copy{Doc: d.ID, Span: doc.Span{Start: at, End: len(d.Text)}, Original: s.copyOf, Of: doc.Span{Start: of, End: len(docs[s.copyOf].Text)}})
		}
	}
	slices.SortFunc(c.Cards, func(a, b doc.Card) int { return strings.Compare(a.ID, b.ID) })
	c.Open = func(id string) (*doc.Document, error) {
		if d := docs[id]; d != nil {
			return d, nil
		}
		return nil, fmt.Errorf("no document %s", id)
	}
	return c
}

func (s *source) document() *doc.Document {
	d := &doc.Document{ID: s.id, Meta: doc.Meta{Title: s.title, Date: s.date, Language: s.lang, Authors: s.authors, Format: s.id[strings.LastIndexByte(s.id, '.')+1:]}}
	at := 0
	for _, m := range bracket.FindAllStringSubmatchIndex(s.text, -1) {
		d.Text += s.text[at:m[0]]
		d.Mentions = append(d.Mentions, doc.Mention{Span: doc.Span{Start: len(d.Text), End: len(d.Text) + m[5] - m[4]}, Sentence: -1})
		d.Referents = append(d.Referents, doc.Referent{Entity: s.text[m[2]:m[3]]})
		d.ReferentOf = append(d.ReferentOf, len(d.Referents)-1)
		d.Text += s.text[m[4]:m[5]]
		at = m[1]
	}
	d.Text += s.text[at:]
	at = 0
	for i, p := range strings.Split(d.Text, "\n\n") {
		b := doc.Block{Span: doc.Span{Start: at, End: at + len(p)}, Kind: doc.Body, Table: -1, Joins: -1}
		if i == 0 {
			b.Kind = doc.Title
		}
		d.Blocks = append(d.Blocks, b)
		for from := at; from < b.End; {
			to := b.End
			if n := strings.Index(d.Text[from:b.End], ". "); n >= 0 {
				to = from + n + 1
			}
			d.Sentences = append(d.Sentences, doc.Sentence{Span: doc.Span{Start: from, End: to}, Block: i})
			from = min(to+1, b.End)
		}
		at = b.End + 2
	}
	for i := range d.Mentions {
		d.Mentions[i].Sentence = d.SentenceAt(d.Mentions[i].Start)
	}
	for _, c := range s.claims {
		d.Claims = append(d.Claims, c.claim(d))
	}
	return d
}

func (c *claim) claim(d *doc.Document) doc.Claim {
	start := strings.Index(d.Text, c.text)
	f := doc.Figure{Span: doc.Span{Start: start, End: start + len(c.text)}, Low: number(c.low), High: number(c.high), What: c.what, Unit: c.unit, Pair: -1, Table: -1}
	if c.low == c.high {
		f.Value = f.Low
	}
	f.Sentence = d.SentenceAt(start)
	out := doc.Claim{Figure: f, Time: c.time, Source: c.source, SourceReferent: -1, Repeats: -1, DuplicateOf: c.duplicate}
	out.Context = d.Slice(d.Sentences[f.Sentence].Span)
	if c.place != "" {
		role := map[string]doc.PlaceRole{"origin": doc.Origin, "location": doc.Location, "destination": doc.Destination}[c.role]
		out.Places = []doc.ClaimPlace{{Name: c.place, Referent: -1, Role: role}}
	}
	for i, r := range d.Referents {
		if c.source != "" && r.Entity == "orchard-institute" {
			out.SourceReferent = i
		}
	}
	return out
}

func number(s string) *decimal.Decimal {
	if s == "" {
		return nil
	}
	n := decimal.MustParse(s)
	return &n
}
