package claim

import (
	"sort"
	"strconv"
	"strings"

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

	Places  []string // of the main role, sorted
	Role    doc.PlaceRole
	Others  []string
	Carried bool     // the sentence names no place: they were taken over from another
	Setting []string // the places that the document names most, sorted
	Focus   string   // the country that the document is about, "" if it is about none
	Head    []string // the places that its title and first sentence name, sorted
	Land    string   // the country of all Places, "" if they are of several
	Cause   cause    // of what befell them: that of the sentence, else of the document
	Time    string
	Context string // the sentence, for reasons

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

// Records makes the records of a document's claims, in their order. Names over
// all documents are not known yet: SourceEntity is empty.
func Records(d *doc.Document) []Record {
	if len(d.Claims) == 0 {
		return nil
	}
	s := &scholar{d: d, x: newIndex(d), v: &view{}}
	out := make([]Record, len(d.Claims))
	for i := range d.Claims {
		out[i] = s.record(i)
	}
	s.carry(out)
	s.beside(out)
	s.settle(out)
	return out
}

// record makes the record of claim i.
func (s *scholar) record(i int) Record {
	d := s.d
	c := &d.Claims[i]
	r := Record{
		ID: ID(d.ID, c.Start), Doc: d.ID, Start: c.Start, Sentence: c.Sentence, Date: d.Meta.Date, Author: strings.Join(d.Meta.Authors, ", "),
		Text: squeeze(d.Slice(c.Span)), What: c.What, Unit: c.Unit, Per: c.Per, Kind: c.Kind, Bound: c.Bound,
		Low: c.Low, High: c.High, Value: c.Value, Direction: c.Direction, Estimate: c.Estimate, Vague: c.Vague,
		Time: c.Time, Context: c.Context, Source: c.Source, SourceReferent: c.SourceReferent, Cite: c.Cite,
		SourceName: sourceName(c.Source),
		Table:      c.Table >= 0, Quoted: c.In == doc.PullQuote || c.In == doc.Heading || c.In == doc.Title,
	}
	if c.Repeats >= 0 && c.Repeats < len(d.Claims) {
		r.DuplicateOf = ID(d.ID, d.Claims[c.Repeats].Start)
	}
	if c.Pair >= 0 && c.Pair < len(d.Claims) {
		r.Pair = ID(d.ID, d.Claims[c.Pair].Start)
	}
	if c.Table >= 0 {
		r.Row = c.Table<<16 + c.Row + 1
	}
	names, role := c.PlaceNames()
	r.Places, r.Role = append(r.Places, names...), role
	sort.Strings(r.Places)
	for _, p := range c.Places {
		if p.Role != role {
			r.Others = append(r.Others, p.Name)
		}
	}
	sort.Strings(r.Others)
	r.toPercent()
	s.classify(&r, c)
	return r
}

// toPercent turns a share told as a ratio into percent, so that one in nine and
// 11 percent can be compared.
func (r *Record) toPercent() {
	if r.Kind != doc.Ratio || r.Unit == "fold" {
		return
	}
	hundred := decimal.MustNew(100, 0)
	for _, p := range []**decimal.Decimal{&r.Low, &r.High, &r.Value} {
		if *p == nil {
			continue
		}
		if v, err := (*p).Mul(hundred); err == nil {
			v = v.Round(2).Trim(0)
			*p = &v
		}
	}
	r.Kind, r.Unit = doc.Percent, "percent"
}

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
			for k := max(from, near-maxBack); k < min(to, near+maxBack); k++ {
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
