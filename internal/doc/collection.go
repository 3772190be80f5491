package doc

import (
	"iter"

	"github.com/govalues/decimal"
)

// An Entity is who or what referents of several documents are.
type Entity struct {
	ID        string // readable, stable while its name is
	Name      string
	Type      MentionType
	Subtype   string
	Aliases   []Alias // by count, then text
	Documents []string
	// Mentions counts those outside copies; MentionsAll counts all.
	Mentions, MentionsAll int
	Country               string
	Lat, Lon              float64
	HasPoint              bool
	GeoNames              int
	Key                   string // gazetteer entry, "" if none
	Roles                 map[string][]string
	Links                 []Link
	By                    string
	Doubt                 string
	// Reasons tell why referents were brought together or kept apart.
	Reasons []Reason
}

// An Alias is a form in which an entity is written.
type Alias struct {
	Text  string
	Count int
	Form  Form
}

// A Link is a stated relation between two entities.
type Link struct {
	Relation string
	Entity   string
	Doc      string
	Span     Span
}

// A Reason explains one decision of resolution.
type Reason struct {
	Doc   string
	Name  string
	Score float64
	Text  string
}

// A Thread brings together claims about the same figure.
type Thread struct {
	ID       string
	Topic    string
	Claims   []string // ids of claims in order of time; comparable ones only
	Pairs    []Pair
	Relation string // conflict, update, agree, differs
	// Reason says the verdict in words.
	Reason   string
	Sources  int // independent ones
	Low      *decimal.Decimal
	High     *decimal.Decimal
	SetApart []Apart
	Related  []Related
	// SourceOf groups the claims: for each of Claims the number, from 0, of
	// its independent source.
	SourceOf []int
}

// A Pair is the verdict on two claims of a thread.
type Pair struct{ A, B, Relation, Reason string }

// Apart is a claim that is near a thread but not comparable.
type Apart struct{ Claim, Field, Reason string }

// Related names a thread that is near but not about the same thing.
type Related struct{ Thread, Reason string }

// A Copy is a passage that two documents share.
type Copy struct {
	Doc      string // the later one, by date, then by id
	Span     Span
	Original string
	Of       Span
}

// A Failure is a file that could not be analysed.
type Failure struct {
	ID     string
	Reason string // in words that a reader can act on
	Hint   string // what to do
}

// A Card is what is kept of every document while the collection is at work.
type Card struct {
	ID, Hash                    string
	Size                        int64
	Meta                        Meta
	Mentions, Claims, Sentences int
	Problems                    []Problem
	// Signature changes whenever the document, or what work over all documents
	// says of it, does.
	Signature string
}

// A Collection is what work over all documents gives. Documents are read one
// at a time; nothing holds them all.
type Collection struct {
	Cards    []Card // by ID
	Entities []Entity
	Threads  []Thread
	Copies   []Copy
	Failures []Failure
	// Skipped counts the numbers that are no figures, by reason.
	Skipped map[string]int
	// News is what changed since the last run, nil on the first.
	News *News
	// Open reads one document, with entity, thread and duplicate ids set.
	Open func(id string) (*Document, error)
}

// Documents yields all documents in the order of their IDs, one at a time.
func (c *Collection) Documents() iter.Seq2[*Document, error] {
	return func(yield func(*Document, error) bool) {
		for _, card := range c.Cards {
			d, err := c.Open(card.ID)
			if !yield(d, err) || err != nil {
				return
			}
		}
	}
}

// News lists what a run changed in comparison with the one before.
type News struct {
	New, Changed, Gone     []string // documents
	Entities, GoneEntities []string // ids
	Threads                []string // new threads and those whose verdict changed
	// Was has for each of Threads the verdict that it had, "" for new ones.
	Was    []string
	Claims int // number of new claims
	// Figures are the ids of new claims in documents that were there before:
	// those that state what the document did not state.
	Figures []string
}

// CopiesByDocument groups Copies by the document that holds the copy.
func (c *Collection) CopiesByDocument() map[string][]Copy {
	m := make(map[string][]Copy)
	for _, k := range c.Copies {
		m[k.Doc] = append(m[k.Doc], k)
	}
	return m
}
