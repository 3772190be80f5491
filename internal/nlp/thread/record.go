// Package thread brings the claims of all documents together where they speak of the
// same thing, and says of each two whether they agree.
//
// It works over a [Record] of each claim and never reads a sentence: what the words of
// one say of its number stands in the record. Records that share a [Record.Key] are one
// group for [Group]; within it they are parted by what happened, place, period and
// definition, and joined again where documents of one story tell one thing more or less
// narrowly. The tolls of two events, what was planned and what came about, and figures
// that give no date are told apart before they are compared.
//
// All functions are pure and may be called by several goroutines at once; equal records
// in any order give equal threads.
package thread

import (
	"sort"
	"strconv"

	"analyze/internal/doc"

	"github.com/govalues/decimal"
)

// A Record is what is kept of a claim to compare it with those of other
// documents: small, without spans into the text but its own, and ready to be
// stored. Numbers are in Unit; of shares they are percentages.
type Record struct {
	ID, Doc string
	Start   int // byte of Document.Text
	// Sentence is the index of the sentence, for figures that stand side by side.
	Sentence int
	Date     string // of the document, ISO 8601, "" if unknown
	Author   string // of the document, as a source where Source is empty

	Text, What       string // as written; what is counted
	Phrase, Short    string // what is counted for a topic, in its own words and in the fewest
	National         bool   // What says of which country those counted are
	Listed           bool   // the table of concepts holds Concept
	Concept, Event   string // see the tables of concepts and events
	Definition       string // what narrows it: official, unofficial, a group
	Stage            string // planned or forecast, where it is not what came about
	Apart            string // why it is no figure to compare: a part, a sum of other figures
	Unit, Per        string
	Kind             doc.FigureKind
	Bound            doc.Bound
	Low, High, Value *decimal.Decimal
	Direction        string
	Estimate, Vague  bool
	Norm             *doc.Norm // Value in another unit, of a measure

	Places  []string // of the main role, sorted
	Role    doc.PlaceRole
	Others  []string
	Carried bool     // the sentence names no place: they were taken over from another
	Setting []string // the places that the document names most, sorted
	Focus   string   // the country that the document is about, "" if it is about none
	Realm   string   // the code of the country in which most lies that the document names
	Head    []string // the places that its title and first sentence name, sorted
	Names   []string // the words of names that the document tells most, in small letters
	Topics  []string // its common nouns likewise, in the singular
	Counted string   // the noun that heads What, as the text has it in small letters
	Near    []string // the words that say what is counted, nearer to this number than to another
	Wide    []string // the other words of the statement
	Land    string   // the country of all Places, "" if they are of several
	Cause   Cause    // of what befell them: that of the sentence, else of the document
	Time    string
	Context string // the sentence, by which copies are told
	Climbs  bool   // the sentence tells that the number rose
	Reached bool   // that it was reached by then, and not what happened when
	ByThen  bool   // how many there were by a month, and not in it
	Added   bool   // what came on top of an earlier figure, and no total: "ten more"

	Source         string
	SourceName     string // what two descriptions of one source have in common
	SourceReferent int    // index in Document.Referents, -1 if none
	SourceEntity   string // set once entities are known over all documents
	Cite           string

	// DuplicateOf is the claim that this one repeats, in its document or, after
	// [Duplicates], in another.
	DuplicateOf string
	Pair        string // the claim of its document that it forms a from–to statement with
	Earlier     bool   // Pair is the later state of it: "up from 640"
	Rival       bool   // somebody else who is named tells another figure beside it
	Abroad      bool   // the document speaks of those who went abroad to fight
	Table       bool
	Row         int  // of the table, counted from 1 through all tables; 0 in text
	Quoted      bool // a heading, title or pull quote: never the original
}

// ID is the id of the claim of a document that begins at byte start.
func ID(document string, start int) string { return document + "#c" + strconv.Itoa(start) }

// Duplicates sets DuplicateOf of the records that stand in a passage which an
// earlier document has too: the same number about as far from its beginning.
// Records must be grouped by document and sorted by Start within each.
func Duplicates(records []Record, copies []doc.Copy) {
	byDoc := make(map[string][2]int)
	for i := 0; i < len(records); {
		j := i
		for j < len(records) && records[j].Doc == records[i].Doc {
			j++
		}
		byDoc[records[i].Doc] = [2]int{i, j}
		i = j
	}
	within := func(name string, s doc.Span) (lo, hi int) {
		r := byDoc[name]
		lo = r[0] + sort.Search(r[1]-r[0], func(i int) bool { return records[r[0]+i].Start >= s.Start })
		hi = r[0] + sort.Search(r[1]-r[0], func(i int) bool { return records[r[0]+i].Start >= s.End })
		return lo, hi
	}
	for _, c := range copies {
		lo, hi := within(c.Doc, Reach(c.Span))
		from, to := within(c.Original, Reach(c.Of))
		for i := lo; i < hi; i++ {
			if records[i].DuplicateOf != "" {
				continue
			}
			edge := records[i].Start < c.Span.Start || records[i].Start >= c.Span.End
			best, far := -1, 1<<30
			near := from + sort.Search(to-from, func(k int) bool { return records[from+k].Start-c.Of.Start >= records[i].Start-c.Span.Start })
			for k := max(from, near-maxNearby); k < min(to, near+maxNearby); k++ {
				if !sameFigure(&records[k], &records[i]) || edge && records[k].Context != records[i].Context {
					continue
				}
				n := abs((records[k].Start - c.Of.Start) - (records[i].Start - c.Span.Start))
				if n < far {
					best, far = k, n
				}
			}
			if best >= 0 && records[best].ID != records[i].ID {
				records[i].DuplicateOf = records[best].ID
			}
		}
	}
}

// maxNearby bounds how many claims round the place are held against one of a copy.
const maxNearby = 40

// maxEdge is how many bytes beyond the fingerprints that two passages share the
// same sentence may still stand in both.
const maxEdge = 200

// Reach is where [Duplicates] looks for the claims of a passage that is shared.
func Reach(s doc.Span) doc.Span { return doc.Span{Start: s.Start - maxEdge, End: s.End + maxEdge} }

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

func sameFigure(a, b *Record) bool {
	return a.Kind == b.Kind && equalDecimal(a.Low, b.Low) && equalDecimal(a.High, b.High) && equalDecimal(a.Value, b.Value)
}

func equalDecimal(a, b *decimal.Decimal) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.Equal(*b)
}
