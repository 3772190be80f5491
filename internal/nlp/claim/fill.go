package claim

import (
	"strings"

	"analyze/internal/doc"
)

// formerState gives a figure that tells the state before that of the figure
// which precedes it, "84, up from 68", the places of that one.
func (r *reader) formerState(c *doc.Claim, f int) {
	v := r.v
	a := v.first[f]
	if f == 0 || !v.is(a-1, "from") || !v.is(a-2, "up", "down") {
		return
	}
	o := &r.d.Claims[v.figures[f-1]]
	if len(o.Places) > 0 && o.Kind == c.Kind {
		c.Places = append([]doc.ClaimPlace(nil), o.Places...)
	}
}

// sharedTime gives figure f, joined by "and" to the one before it, the time of
// that one: "124,000 cases as of 11 June and 923 deaths".
func (r *reader) sharedTime(c *doc.Claim, f int) {
	v := r.v
	if c.Time != "" || f == 0 || !v.is(v.first[f]-1, "and") && !(v.is(v.first[f]-1, "with") && v.isComma(v.first[f]-2)) || v.verbBetween(v.last[f-1], v.first[f]) {
		return
	}
	o := &r.d.Claims[v.figures[f-1]]
	if o.Time == "" || o.Unit == c.Unit || o.Kind != c.Kind {
		return
	}
	for i := range v.times {
		if v.times[i].First >= v.last[f] {
			return
		}
	}
	c.Time, c.TimeVia = o.Time, o.TimeVia
}

// ownCountry gives a figure of which "it" is the subject the country of the
// government that says so: "The Turkish government says that it hosts 40".
func (r *reader) ownCountry(c *doc.Claim, f int) {
	v := r.v
	if len(c.Places) > 0 {
		return
	}
	a := v.sourceOf(f)
	if a == nil || a.who.person || a.who.last > len(v.w) || a.last > v.first[f] {
		return
	}
	it := false
	for k := a.last; k < v.first[f]; k++ {
		if v.figureAt(k) || v.has(k, partsOff) {
			return
		}
		it = it || v.is(k, "it") && v.has(k+1, moves|auxiliary)
	}
	if !it {
		return
	}
	for i := a.who.first; i < a.who.last; i++ {
		men := v.mention(i)
		if men == nil || men.Form != doc.Adjective && men.Type != doc.Place {
			continue
		}
		first, last := v.extent(i)
		s := site{first: first, last: last, referent: v.referent(v.w[i].mention)}
		if v.name(&s, men) && s.subtype == "country" || men.Form == doc.Adjective && s.name != "" {
			c.Places = s.at(doc.Location)
			return
		}
	}
}

// measureVerbs have what is measured as their subject and the figure behind them.
var measureVerbs = wordSet("is are was were be been stood stands stand came comes come amounted amounts amount reached reaches reach rose rises fell falls totalled totaled totals " +
	"cost costs hit hits averaged averages remains remained dropped drops grew grows climbed climbs increased decreased declined sank jumped slipped shrank widened narrowed " +
	"numbered numbers equalled equals exceeded exceeds surpassed sells sold weighs weighed measures measured stays stayed runs ran put set estimated valued gone")

// thing says what a figure measures where its own noun phrase does not: the
// subject of "stood at 4 percent", the noun of "a loan of $3m". What only repeats
// the name of a place or of somebody says nothing.
func (r *reader) thing(c *doc.Claim, f int) {
	v := r.v
	switch c.Kind {
	case doc.Money, doc.Percent, doc.ChangeKind, doc.Ratio:
	case doc.Measure:
		if c.What == "" && v.converts(f) {
			c.What, c.WhatSpan = r.d.Claims[v.figures[f-1]].What, r.d.Claims[v.figures[f-1]].WhatSpan
		} else if c.What == "" {
			r.sameThing(c, f)
		}
		return
	case doc.Count:
		if r.ofPeople(c, f); c.What == "" {
			r.ofTheme(c, f)
		}
		return
	default:
		return
	}
	if v.converts(f) {
		o := &r.d.Claims[v.figures[f-1]]
		c.What, c.WhatSpan = o.What, o.WhatSpan
		return
	}
	var p phrase
	if p = v.worthOf(f); !p.empty() {
	} else if c.What == "" || r.onlyName(c) {
		for _, find := range [...]func(int) phrase{v.nounOf, v.nounAfter, v.measured} {
			if p = find(f); !p.empty() {
				break
			}
		}
	} else if p = v.measured(f); p.empty() || !r.tailOf(p, c.WhatSpan) {
		return
	}
	p = v.trimmed(p)
	if p.empty() || p.last-p.first > 8 {
		r.sameThing(c, f)
		return
	}
	c.What, c.WhatSpan = v.text(p.first, p.last), v.span(p.first, p.last)
}

// ofPeople gives a bare number that the name of a people stands right before, as the
// subject of its own part of the sentence, that people: "Syrians numbered 900; Afghans 400".
func (r *reader) ofPeople(c *doc.Claim, f int) {
	v := r.v
	k := v.first[f] - 1
	for k > 0 && (v.tag(k) == doc.RB || v.is(k, "with", "at", "numbered", "were")) {
		k--
	}
	men := v.mention(k)
	if men == nil || men.Type != doc.Group || c.WhatSpan.Len() > 0 && c.WhatSpan.Start >= v.span(k, k+1).Start {
		return
	}
	first, last := v.extent(k)
	if first == 0 || !v.is(first-1, ";", ",", "and") || !(v.ends(v.last[f]) || v.is(v.last[f], "and")) || v.w[k].figure >= 0 {
		return
	}
	c.What, c.WhatSpan, c.Unit = v.text(first, last), v.span(first, last), "person"
	s := v.siteAt(first, last)
	if v.name(&s, men) && s.name != "" {
		c.Places = s.at(doc.Origin)
	}
}

// converts reports whether figure f says in brackets in another currency or unit what the
// one right before it says: "9 million euros ($10 million)".
func (v *view) converts(f int) bool {
	if f == 0 || !v.is(v.first[f]-1, "(") || v.last[f-1] != v.first[f]-1 || !v.is(v.last[f], ")", ",", ";") {
		return false
	}
	a, b := &v.d.Figures[v.figures[f-1]], &v.d.Figures[v.figures[f]]
	return a.Kind == b.Kind && a.Unit != b.Unit && (a.Kind == doc.Money || a.Kind == doc.Measure)
}

// tailOf reports whether span is what a preposition ties to the head of p: the
// roads of "spending on roads".
func (r *reader) tailOf(p phrase, span doc.Span) bool {
	h := r.v.headPart(p)
	if r.v.tag(p.first) == doc.VBG {
		h = phrase{p.first, p.first + 1}
	}
	return !h.empty() && h.last < p.last && r.v.is(h.last, "on", "in", "at", "for", "to") && span.Len() > 0 &&
		span.Start >= r.v.span(h.first, h.last).End && span.End <= r.v.span(p.first, p.last).End
}

// sameThing gives a figure whose subject is "it", or that tells the state from
// which another came, what that one measures.
func (r *reader) sameThing(c *doc.Claim, f int) {
	v := r.v
	a := v.first[f]
	k := a - 1
	for k > 0 && (v.tag(k) == doc.RB || v.has(k, auxiliary) || measureVerbs[v.low(k)] || v.is(k, "at", "to")) {
		k--
	}
	if f > 0 && v.isComma(k) && v.is(a-1, "to") && v.isChange(f-1) && k < v.last[f-1]+2 {
		pointing := r.d.Claims[v.figures[f-1]].What != "" // "fell by a third, to 118"
		r.takeThing(c, pointing)
		return
	}
	pointing := v.is(k, "it", "this", "they", "these") && k < a-1 || f > 0 && k < a-1 && v.is(k, "and", "but") && v.first[f-1] < k
	if k == 0 && v.is(0, "it", "they") && k < a-1 && v.s > 0 && r.theme.sentence == v.s-1 && r.theme.block == r.block {
		c.What, c.WhatSpan = r.theme.text, r.theme.span
		return
	}
	if f > 0 && (v.is(a-1, "from", "with", "against") || v.is(a-1, "of") && v.is(a-2, "loss", "profit") && c.What == "") {
		pointing = true
	}
	r.takeThing(c, pointing)
}

// A theme is what a sentence without figures has as its subject.
type theme struct {
	text            string
	span            doc.Span
	sentence, block int
}

// setTheme notes the subject of a sentence that tells no figure: "The waiting list has
// grown."
func (r *reader) setTheme() {
	v := r.v
	p := v.headPart(v.trimmed(v.phraseAfter(0)))
	if len(v.figures) > 0 || p.empty() || p.last-p.first > 5 || v.badThing(p) {
		return
	}
	k := p.last
	for k < len(v.w) && k < p.last+6 && !v.finite(k) {
		k++
	}
	if v.finite(k) {
		r.theme = theme{v.text(p.first, p.last), v.span(p.first, p.last), v.s, r.block}
	}
}

// ofTheme gives a bare number of which "it" or "they" is the subject what the sentence
// before speaks of: "The waiting list grew. It stood at 4.4 million."
func (r *reader) ofTheme(c *doc.Claim, f int) {
	v := r.v
	if a := v.first[f]; f > 0 && v.is(a-1, "been") && v.is(a-2, "having") {
		o := &r.d.Claims[v.figures[f-1]]
		c.What, c.WhatSpan = o.What, o.WhatSpan // "4.4 million, having been 2.5 million"
		return
	}
	if c.Unit != "" || f > 0 || !v.is(0, "it", "they") || !measureVerbs[v.low(1)] && !measureVerbs[v.low(2)] || r.theme.sentence != v.s-1 || r.theme.block != r.block || v.s == 0 {
		return
	}
	c.What, c.WhatSpan = r.theme.text, r.theme.span
}

// takeThing gives a figure that points back what the last figure of its kind
// before it measures.
func (r *reader) takeThing(c *doc.Claim, pointing bool) {
	v := r.v
	if !pointing {
		return
	}
	for i := len(r.past) - 1; i >= 0 && i >= len(r.past)-3; i-- {
		o := &r.d.Claims[r.past[i]]
		if o.Sentence < v.s-2 {
			return
		}
		if o.What != "" && !r.onlyName(o) && (o.Unit == c.Unit || o.Kind == doc.ChangeKind || c.Kind == doc.ChangeKind && (o.Kind == doc.Money || isShare(o)) || isShare(o) && isShare(c)) {
			c.What, c.WhatSpan = o.What, o.WhatSpan
			if len(c.Places) == 0 && o.Sentence < v.s && !v.anyOf(worldWords, 0, len(v.w)) {
				c.Places = append([]doc.ClaimPlace(nil), o.Places...)
			}
			return
		}
	}
}

// isShare reports whether a claim tells a share, in percent or as a fraction.
func isShare(c *doc.Claim) bool { return c.Kind == doc.Percent || c.Kind == doc.Ratio }

// onlyName reports whether what a claim counts is a name and nothing else.
func (r *reader) onlyName(c *doc.Claim) bool {
	for _, i := range r.mentionsIn(c.WhatSpan) {
		if m := &r.d.Mentions[i]; m.Form != doc.Adjective && m.Start <= c.WhatSpan.Start+4 && m.End >= c.WhatSpan.End {
			return true
		}
	}
	return false
}

// changeNouns name how something moved, not what.
var changeNouns = wordSet("increase rise fall drop decline decrease reduction change cut jump total average peak low high record end half quarter level sum figure number")

// nounOf reads the noun phrase that "of" or "at" ties a figure to: "a loan of $3
// million", "interest at 4 percent".
func (v *view) nounOf(f int) phrase {
	k := v.first[f] - 1
	if !v.is(k, "of", "at", "worth") || k < 1 || measureVerbs[v.low(k-1)] {
		return phrase{}
	}
	if v.is(k, "worth") && v.isComma(k-1) { // "imports of cement, worth $4m"
		if p := v.withoutPlace(v.phraseBefore(k - 1)); !p.empty() && !v.badThing(p) {
			return p
		}
		return phrase{}
	}
	if v.isPlace(k - 1) { // "unemployment in Spain of 21 percent"
		if first, _ := v.extent(k - 1); v.is(first-1, "in", "at") {
			k = first - 1
		}
	}
	if k < 1 || !v.isNoun(k-1) || v.w[k-1].mention >= 0 || v.figureAt(k-1) || v.timeAt[k-1] >= 0 || changeNouns[v.low(k-1)] {
		return phrase{}
	}
	p := v.nounBefore(k)
	if v.badThing(p) {
		return phrase{}
	}
	return p
}

// worthOf reads what a sum is the worth of: "$24 billion worth of diesel".
func (v *view) worthOf(f int) phrase {
	k := v.last[f]
	if !v.is(k, "worth") || !v.is(k+1, "of") {
		return phrase{}
	}
	p := v.headPart(v.trimmed(v.phraseAfter(k + 2)))
	if p.empty() || v.badThing(p) {
		return phrase{}
	}
	return p
}

// nounAfter reads the noun that an amount of money stands before like an
// adjective: "a £127 million package".
func (v *view) nounAfter(f int) phrase {
	k := v.last[f]
	if v.d.Figures[v.figures[f]].Kind != doc.Money || v.tag(k-1) == doc.NNS || v.is(k, "worth") {
		return phrase{}
	}
	end := k
	for end < len(v.w) && end < k+3 && v.tag(end).IsNoun() && v.w[end].mention < 0 && v.timeAt[end] < 0 && !v.figureAt(end) && !v.upper(end) {
		end++
	}
	return phrase{k, end}
}

// measured reads the subject of the verb of measure before figure f.
func (v *view) measured(f int) phrase {
	for k := v.first[f] - 1; k > 0 && k > v.first[f]-8; k-- {
		if v.figureAt(k) || v.ends(k) || v.has(k, partsOff) || v.is(k, "who", "that") {
			return phrase{}
		}
		if !measureVerbs[v.low(k)] || !v.tag(k).IsVerb() && v.tag(k) != doc.NN && v.tag(k) != doc.NNS {
			continue
		}
		for k > 0 && (v.has(k-1, auxiliary) || v.tag(k-1) == doc.RB || v.tag(k-1) == doc.MD) && v.w[k-1].mention < 0 {
			k--
		}
		if k > 0 && v.timeAt[k-1] >= 0 {
			return phrase{}
		}
		p, _ := v.subject(v.beforeSaying(k))
		if g := v.gerund(p.first); g >= 0 {
			return v.withoutPlace(phrase{g, p.last})
		}
		if v.badThing(p) {
			return phrase{}
		}
		return v.withoutPlace(p)
	}
	return phrase{}
}

// gerund gives the word that begins "spending on roads" where the noun phrase at
// word i is tied to it; -1 if it is tied to none.
func (v *view) gerund(i int) int {
	for g := i - 1; g >= 0 && g > i-8; g-- {
		if v.tag(g) == doc.VBG && v.beginsStatement(g) && v.has(g+1, attaches|moves) {
			return g
		}
		if v.ends(g) || v.tag(g).IsVerb() {
			break
		}
	}
	return -1
}

// beforeSaying steps back from the verb at word k over who says so between
// commas: "the shortfall, she said, was".
func (v *view) beforeSaying(k int) int {
	for i := range v.said {
		if a := &v.said[i]; v.isComma(k-1) && a.last == k-1 && v.isComma(a.first-1) {
			return a.first - 1
		}
	}
	return k
}

// badThing reports whether p cannot be what is measured: a pronoun, somebody, a
// name, a time.
func (v *view) badThing(p phrase) bool {
	h := v.headPart(p)
	if h.empty() {
		return true
	}
	k := h.last - 1
	return v.tag(k) == doc.PRP || v.tag(k) == doc.DT || v.w[k].mention >= 0 || v.timeAt[k] >= 0 || v.figureAt(k) || v.has(k, human) || v.has(k, body) ||
		!v.isNoun(k) || changeNouns[v.low(k)] && h.last-h.first < 2 || strings.ContainsAny(v.low(k), "0123456789")
}

// withoutPlace cuts from p the place that a preposition ties to it.
func (v *view) withoutPlace(p phrase) phrase {
	for i := p.first + 1; i < p.last-1; i++ {
		if v.is(i, "in", "at", "from", "across", "inside") && (v.isPlace(i+1) || v.isPlace(i+2)) {
			return phrase{p.first, i}
		}
	}
	return p
}
