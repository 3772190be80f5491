package claim

import (
	"cmp"
	"strings"

	"analyze/internal/doc"
	"analyze/internal/nlp/thread"
)

// homeBehind reports whether a home is what those at word k are driven from.
func (v *view) homeBehind(k int) bool {
	for i := k + 1; i < k+6 && !v.ends(i); i++ {
		if v.is(i, "home", "homes", "houses", "villages") {
			return true
		}
	}
	return false
}

// eventBehindWhat gives the event of a participle that stands with what figure f
// counts, before the figure: "the number of people killed in the quake is 157".
func (v *view) eventBehindWhat(f int) string {
	fig := &v.d.Figures[v.figures[f]]
	if fig.WhatSpan.Len() == 0 || fig.WhatSpan.End > fig.Start {
		return ""
	}
	k := v.atByte(fig.WhatSpan.End)
	for v.is(k, "confirmed", "reported", "found", "feared", "presumed", "believed", "now") {
		k++
	}
	if k < v.first[f] && (v.tag(k) == doc.VBN || v.tag(k) == doc.JJ) {
		return v.eventAt(k)
	}
	return ""
}

// dimensions say how much there is of something, and not of what.
var dimensions = wordSet("area acreage amount volume quantity value price cost output production stock supply size level extent")

// areaUnits measure land, whatever it is called.
var areaUnits = wordSet("hectare acre km2 square-mile feddan dunam mu")

// withComplement gives the concept of figure f where its noun is a bare
// dimension: what stands behind "of", "under", "planted with". Land is called by
// what it bears, so that an area under maize and hectares of maize are one.
func (v *view) withComplement(f int, concept, unit string) string {
	if !dimensions[concept] {
		return concept
	}
	fig := &v.d.Figures[v.figures[f]]
	of := v.complement(v.atByte(fig.WhatSpan.Start + len(bareArea(v.d.Slice(fig.WhatSpan)))))
	switch {
	case of == "":
		return concept
	case areaUnits[unit], concept == "area", concept == "acreage":
		return of
	}
	return of + " " + concept
}

// bareArea cuts from "area under maize" what the area bears.
func bareArea(what string) string {
	for _, w := range [...]string{" under ", " planted ", " sown ", " cultivated "} {
		if i := strings.Index(what, w); i > 0 {
			return what[:i]
		}
	}
	return what
}

// complement reads the noun phrase behind the preposition at word k, over one
// participle: "planted with coca".
func (v *view) complement(k int) string {
	if v.tag(k) == doc.VBN {
		k++
	}
	if !v.is(k, "of", "under", "with", "for") {
		return ""
	}
	for k++; v.tag(k) == doc.DT; k++ {
	}
	var words []string
	for ; k < len(v.w) && len(words) < 4 && v.w[k].figure < 0 && (v.isNoun(k) || v.tag(k).IsAdjective()); k++ {
		words = append(words, singular(v.low(k)))
	}
	return strings.Join(words, " ")
}

// bareNouns stand for what the text spoke of before.
var bareNouns = wordSet("rate figure number total count area share price amount output")

// carryBare gives a figure without a noun, or with one that only points back,
// the concept of the last one near it that is told in the same unit.
func (s *scholar) carryBare(out []thread.Record, i int) {
	r, c := &out[i], &s.d.Claims[i]
	if c.Table >= 0 || r.Concept != "" && !bareNouns[r.Concept] {
		return
	}
	apart := r.Kind == doc.Money || r.Kind == doc.Count && r.Unit != "" && r.Unit != "person"
	for k := i - 1; k >= 0 && k > i-6; k-- {
		o := &out[k]
		if o.Table || c.Sentence-o.Sentence > 2 {
			return
		}
		if o.Kind != r.Kind || o.Unit != r.Unit || o.Concept == "" || bareNouns[o.Concept] || r.Concept == "rate" && !o.Measures() {
			continue
		}
		if r.Concept == "" && c.Sentence != o.Sentence && (r.Unit == "" || !s.itself(c, o.Concept)) {
			return
		}
		if r.Concept == "" && apart && (c.Sentence != o.Sentence || r.Source == "" || r.Source == o.Source) {
			return // sums that one speaker tells are of many things
		}
		r.Concept, r.Event = o.Concept, cmp.Or(r.Event, o.Event)
		if c.Sentence == o.Sentence {
			r.Per = cmp.Or(r.Per, o.Per)
		}
		return
	}
}

// itself reports whether the sentence of c says "it" or "they" of what it counts,
// or names the concept that was counted before: "In 2020 it had been 143,000
// hectares".
func (s *scholar) itself(c *doc.Claim, concept string) bool {
	lo := s.d.Sentences[c.Sentence].Start
	if c.Start-lo > maxContext {
		return false
	}
	for _, w := range wordsOf(s.d.Text[lo:c.Start]) {
		switch singular(w) {
		case "it", "this", "other", "they", "ratio", "finding", concept:
			return true
		}
	}
	return false
}
