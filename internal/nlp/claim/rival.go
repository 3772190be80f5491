package claim

import (
	"cmp"
	"strings"

	"analyze/internal/doc"
	"analyze/internal/nlp/thread"
)

// rivals marks the figures for one thing that two who are named tell side by
// side: the one is held against the other, whatever is counted.
func (s *scholar) rivals(out []thread.Record) {
	for i := range out {
		for k := i - 1; k >= 0 && k > i-6 && out[i].Sentence-out[k].Sentence <= 1; k-- {
			if r, o := &out[i], &out[k]; s.rival(r, o) && !s.borrowed(&s.d.Claims[i]) && !s.borrowed(&s.d.Claims[k]) {
				r.Rival, o.Rival = true, true
				standWith(r, o)
				standWith(o, r)
				if thread.Befell(r.Concept) && (r.Definition == "" || o.Definition == "") {
					r.Definition, o.Definition = "", "" // the dead of a kind are held against the dead
				}
			}
		}
	}
}

// standWith gives r the place of o where it names none: they speak of one thing.
func standWith(r, o *thread.Record) {
	if len(r.Places) == 0 && len(o.Places) > 0 && o.Role == doc.Location {
		r.Places, r.Role, r.Others, r.Carried = o.Places, o.Role, o.Others, true
	}
}

func (s *scholar) rival(r, o *thread.Record) bool {
	switch {
	case r.Table || o.Table || r.Concept == "" || strings.HasPrefix(r.Concept, "country") || r.Concept == "fighter" || !ofOneOrder(r, o) ||
		r.Concept == "person" && r.Sentence != o.Sentence,
		r.Role == doc.Origin && len(r.Places) > 0, o.Role == doc.Origin && len(o.Places) > 0,
		r.Concept != o.Concept || r.Kind != o.Kind || r.Unit != o.Unit || r.Per != o.Per || r.Event != o.Event,
		!heldApart(r, o) || r.Apart != "" || o.Apart != "" || r.PairedWith(o),
		r.Kind == doc.Percent && r.Sentence != o.Sentence && !bareNouns[cmp.Or(r.What, "share")] && !bareNouns[cmp.Or(o.What, "share")] && !strings.EqualFold(r.What, o.What),
		r.Time != o.Time && r.Time != "" && o.Time != "", r.Kind == doc.ChangeKind || r.Bound == doc.Change:
		return false
	}
	for _, p := range r.Places {
		for _, q := range o.Places {
			if p != q {
				return false
			}
		}
	}
	return !ofItself(r.Context) && !ofItself(o.Context) && !s.owned(r) && !s.owned(o) && !s.dealtOut(r, o)
}

// borrowed reports whether what claim c counts was told in another paragraph only: that
// it counts the same is a guess.
func (s *scholar) borrowed(c *doc.Claim) bool {
	return c.WhatSpan.Len() > 0 && c.Sentence >= 0 && c.Table < 0 && s.d.BlockAt(c.WhatSpan.Start) != s.d.Sentences[c.Sentence].Block
}

// heldApart reports whether two who are named and not one tell r and o.
func heldApart(r, o *thread.Record) bool {
	a, b := cmp.Or(r.SourceName, r.Source), cmp.Or(o.SourceName, o.Source)
	return a != "" && b != "" && r.SourceKey() != o.SourceKey() && !strings.Contains(" "+a+" ", " "+b+" ") && !strings.Contains(" "+b+" ", " "+a+" ") &&
		!strings.ContainsAny(a+b, "0123456789")
}

// owned reports whether the words for what r counts say whose it is: one's own share is
// not another's.
func (s *scholar) owned(r *thread.Record) bool {
	if w := wordsOf(r.What); len(w) > 0 && w[0] == "own" {
		return true
	}
	before := strings.TrimRight(s.d.Text[max(0, r.Start-8):r.Start], " \n\t")
	return hasAnySuffix(before, "'s", "’s")
}

// dealtOut reports whether two figures stand side by side, each for one of those who
// are named before: "Peru and Chile reported 310 and 45 cases".
func (s *scholar) dealtOut(r, o *thread.Record) bool {
	if o.Start < r.Start {
		r, o = o, r
	}
	end := r.Start + len(r.Text)
	return r.Sentence == o.Sentence && end < o.Start && o.Start-end < 12 && strings.TrimSpace(s.d.Text[end:o.Start]) == "and"
}

// ofOneOrder reports whether two figures are of one order: what is more than ten times
// another is another thing.
func ofOneOrder(r, o *thread.Record) bool {
	return r.Named() != nil && o.Named() != nil && thread.Times(r, o) <= 10
}

// ofItself reports whether who speaks speaks of his own: "WFP said it gave 500".
func ofItself(sentence string) bool {
	for _, w := range [...]string{" said it ", " says it ", " said they ", " said he ", " said she ", " says they ", " said its ", " said their "} {
		if strings.Contains(sentence, w) {
			return true
		}
	}
	return false
}
