package index

import "context"

// A Reader is the part of an engine that answers. It is safe for concurrent
// use.
type Reader interface {
	// Find returns the records that a search asks for.
	Find(ctx context.Context, s Search) (*Found, error)
	// Get returns the records with those ids, with Card, Lang and Body only,
	// in their order; one that is not there is left zero.
	Get(ctx context.Context, ids []string) ([]Record, error)
	// Expand returns the words of a field that fit a pattern, most common
	// first, at most limit; more says that there are others.
	Expand(ctx context.Context, p Pattern, limit int) (words []Expansion, more bool, err error)
	// Languages returns the languages of the documents, sorted.
	Languages(ctx context.Context) ([]string, error)
	Close() error
}

// A Writer is an engine that can be changed. One goroutine uses it at a time.
type Writer interface {
	// Signatures returns the signatures of documents and entities by the ids
	// of their records.
	Signatures(ctx context.Context) (map[string]string, error)
	// Apply makes the changes; each is made wholly or not at all.
	Apply(ctx context.Context, changes []Change) error
	// Publish makes what was applied visible to readers that open from then
	// on.
	Publish(ctx context.Context) error
	Close() error
}

// A Change replaces the records of a document, or one of an entity.
type Change struct {
	// Doc is the document all of whose records are replaced, "" for an entity.
	Doc string
	// Entity is the id of the entity's record if Doc is "".
	Entity string
	// Records are the new ones; none removes it. A document and its passages
	// stand in one change.
	Records []Record
	// Added says that the records of Doc which are there already stay.
	Added bool
}

// Constants of BM25 in every engine (Robertson and Zaragoza 2009). Of k from
// 0.7 to 3.2 and b from 0.3 to 0.95, first sentences of paragraphs of eleven
// collections found the rest of them, and what stands beside it, best with more
// of both than the usual 1.2; half of the way is gone, for those were alike.
const (
	BM25K = 1.5
	BM25B = 0.75
)

// A Pattern is a word with letters left open, or one that may be misspelt.
type Pattern struct {
	// Text is folded. With Edits 0, * stands for any letters and ? for one.
	Text  string
	Edits int
	// Field is a Plain one, or "" for FieldExact.
	Field string
}

// An Expansion is a word that fits a Pattern, with the number of records
// that hold it and its distance from the pattern in letters.
type Expansion struct {
	Word  string
	Docs  int
	Edits int
}

// Sort is the order of results.
type Sort string

// The orders: by relevance, by date from the newest or the oldest, by value
// from the largest or the smallest, by document and place. What has no date or value comes last.
const (
	ByRelevance Sort = "relevance"
	Newest      Sort = "date"
	Oldest      Sort = "date-asc"
	Largest     Sort = "value"
	Smallest    Sort = "value-asc"
	ByDocument  Sort = "doc"
)

// Sorts are the orders that can be asked for.
var Sorts = []Sort{ByRelevance, Newest, Oldest, Largest, Smallest, ByDocument}

// A Search is a question to an engine, with all names and words resolved.
type Search struct {
	Kind  Kind
	Node  Node
	Sort  Sort // "" is ByRelevance
	Limit int
	After *Position
	// Facets are the Key fields to count the values of, FacetSize values each.
	Facets    []string
	FacetSize int
}

// A Position is where a page of results ended: the key it was sorted by and
// the record's id.
type Position struct {
	Key float64
	ID  string
}

// Found is the answer to a Search.
type Found struct {
	Total  int
	Hits   []FoundHit
	Facets map[string][]Count
}

// A FoundHit is a record that was found; Key is what it is sorted by.
type FoundHit struct {
	ID         string
	Score, Key float64
}

// A Count is a value of a facet with the number of records that have it.
type Count struct {
	Value string `json:"value"`
	Label string `json:"label,omitempty"`
	Count int    `json:"count"`
}

// A Node is a part of a Search. Fields are those of Schema, Stemmed ones by
// StemmedName.
type Node interface{ node() }

// EveryNode is all records of the search's kind.
type EveryNode struct{}

// WordsNode is records with one of some rows of words in one of some fields.
// Its score is the sum of those of the rows found.
type WordsNode struct{ Rows []WordRow }

// A WordRow is words that follow each other in a field; one word is a word.
type WordRow struct {
	Field  string
	Words  []string
	Weight float64
}

// NearNode is records where two rows of words stand in a field with at most
// Distance words between them, in either order.
type NearNode struct {
	Field    string
	A, B     []string
	Distance int
	Weight   float64
}

// AnyNode is records with one of some words in a field, all of the same worth:
// the expansions of a pattern.
type AnyNode struct {
	Field string
	Words []string
}

// KeyNode is records that have one of some values.
type KeyNode struct {
	Field  string
	Values []string
}

// RangeNode is records whose range from Low to High meets that from From to To.
// Open ends are infinite.
type RangeNode struct {
	Low, High string // fields
	From, To  float64
	// Over and Under leave out From and To themselves.
	Over, Under bool
}

// CopyNode is records that repeat others.
type CopyNode struct{}

// DocsNode is records of documents that have a record of Kind which Node
// finds. Its score is that of the best one if Scored, else none.
type DocsNode struct {
	Kind   Kind
	Node   Node
	Scored bool
}

// AndNode is records that all of Must find and none of Not. With Filter, which
// counts for nothing in the score, too. What Should finds of them scores more;
// an engine may leave that out where it would cost too much.
type AndNode struct{ Must, Filter, Not, Should []Node }

// OrNode is records that any of Any finds.
type OrNode struct{ Any []Node }

func (EveryNode) node() {}
func (WordsNode) node() {}
func (NearNode) node()  {}
func (AnyNode) node()   {}
func (KeyNode) node()   {}
func (RangeNode) node() {}
func (CopyNode) node()  {}
func (DocsNode) node()  {}
func (AndNode) node()   {}
func (OrNode) node()    {}
