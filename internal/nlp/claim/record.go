package claim

import (
	"sort"
	"strings"

	"analyze/internal/doc"
	"analyze/internal/nlp/gazetteer"
	"analyze/internal/nlp/thread"

	"github.com/govalues/decimal"
)

// Records makes the records of a document's claims, in their order. Names over
// all documents are not known yet: SourceEntity is empty.
func Records(d *doc.Document) []thread.Record {
	if len(d.Claims) == 0 {
		return nil
	}
	s := newScholar(d)
	out := make([]thread.Record, len(d.Claims))
	for i := range d.Claims {
		out[i] = s.record(i)
	}
	s.carry(out)
	s.beside(out)
	s.settle(out)
	for i := range out {
		r := &out[i]
		r.Added = s.added(out, i)
		if !r.Matchable() { // most cells of tables
			r.Names, r.Topics, r.Near, r.Wide = nil, nil, nil, nil
		}
		if r.Comparable() || r.Matchable() {
			label(r)
			told(r)
		}
	}
	return out
}

// record makes the record of claim i.
func (s *scholar) record(i int) thread.Record {
	d := s.d
	c := &d.Claims[i]
	r := thread.Record{
		ID: thread.ID(d.ID, c.Start), Doc: d.ID, Start: c.Start, Sentence: c.Sentence, Date: d.Meta.Date, Author: strings.Join(d.Meta.Authors, ", "),
		Text: squeeze(d.Slice(c.Span)), What: c.What, Unit: c.Unit, Per: c.Per, Kind: c.Kind, Bound: c.Bound,
		Low: c.Low, High: c.High, Value: c.Value, Direction: c.Direction, Estimate: c.Estimate, Vague: c.Vague,
		Time: c.Time, Context: c.Context, Source: c.Source, SourceReferent: c.SourceReferent, Cite: c.Cite,
		SourceName: sourceName(c.Source),
		Table:      c.Table >= 0, Quoted: c.In == doc.PullQuote || c.In == doc.Heading || c.In == doc.Title,
	}
	if c.Repeats >= 0 && c.Repeats < len(d.Claims) {
		r.DuplicateOf = thread.ID(d.ID, d.Claims[c.Repeats].Start)
	}
	if c.Pair >= 0 && c.Pair < len(d.Claims) {
		r.Pair = thread.ID(d.ID, d.Claims[c.Pair].Start)
	}
	if c.Table >= 0 {
		r.Row = c.Table<<16 + c.Row + 1
	}
	_, r.Role = c.PlaceNames()
	for _, p := range c.Places {
		if name := s.onePlace(p); p.Role != r.Role {
			r.Others = append(r.Others, name)
		} else {
			r.Places = append(r.Places, name)
		}
	}
	sort.Strings(r.Places)
	sort.Strings(r.Others)
	toPercent(&r)
	s.classify(&r, c)
	return r
}

// onePlace is the name of a place by which claims of several documents meet: that of
// the list, where the text spells the place otherwise than by marks on letters.
func (s *scholar) onePlace(p doc.ClaimPlace) string {
	if p.Referent < 0 || p.Referent >= len(s.d.Referents) || p.Name != s.d.Referents[p.Referent].Name {
		return p.Name
	}
	if e := gazetteer.Default().ByID(s.d.Referents[p.Referent].Key); e != nil && gazetteer.Fold(e.Name) != gazetteer.Fold(p.Name) {
		return e.Name
	}
	return p.Name
}

// toPercent turns a share told as a ratio into percent, so that one in nine and
// 11 percent can be compared.
func toPercent(r *thread.Record) {
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
