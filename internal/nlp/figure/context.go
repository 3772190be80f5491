package figure

import (
	"strings"

	"analyze/internal/doc"
)

// note what a sentence announces for the figures behind it: a line that ends
// in a colon, a heading, a caption. It lasts over the items of a list.
func (r *reader) announce(i int) {
	s := &r.d.Sentences[i]
	t := strings.TrimRight(r.d.Slice(s.Span), " \n\r\t*_")
	if strings.Contains(t, "ow many ") {
		r.question = i
	}
	switch {
	case strings.HasSuffix(t, ":"), r.block == doc.Heading, r.block == doc.Title, r.block == doc.Caption:
		r.intro = i
	case r.block == doc.List:
	case r.intro >= 0 && i-r.intro > 1:
		r.intro = -1
	}
}

// fromIntro reads a bare number by what stands before a colon in its sentence: "Beds per 1,000 inhabitants: 8.0 in Germany".
func (r *reader) fromIntro(i int) {
	q := &r.qs[i]
	if q.f.Unit != "" {
		return
	}
	if colon := r.colonBefore(q.first); colon > 0 {
		if b := r.prior(i); b != nil && b.first > colon && b.f.Kind == doc.Count && b.has && colon < maxLabel && r.verbBetween(0, colon) {
			return // "Banks have left: one closed 40 accounts, another 250"
		}
		if i > 0 && r.qs[i-1].first > colon && !r.qs[i-1].bare && !r.qs[i-1].headed && r.qs[i-1].f.Kind != doc.Count {
			return // it goes on from its neighbour
		}
		if b := r.prior(i); b != nil && b.f.Kind == doc.Count && b.has && b.end == colon && r.verbBetween(max(0, colon-maxLabel), b.first) && r.low(q.end) != "to" && r.low(q.end) != "per" {
			r.goesOnFrom(q, b) // "they looked at 11,200 houses: 3,100 are to come down"
			return
		}
		if r.tellsClause(i, colon) {
			return
		}
		if casualtyWords[r.low(colon-1)] || humanVerbs[r.low(colon-1)] && colon == 1 {
			q.ofPeople()
			q.ofNoun(np{colon - 1, colon, colon - 1})
			return
		}
		if r.block == doc.List && r.intro >= 0 && r.intro != r.sent && !r.labelCounts(q, colon) {
			return
		}
		sub := &reader{d: r.d, ps: r.ps[:colon], sent: r.sent}
		r.byHeader(q, sub)
		if q.f.Kind == doc.Count {
			r.percentNote(q)
		}
		return
	}
}

// maxLabel bounds the pieces of a label before a colon, maxClause the figures
// that are looked back at for one before it.
const (
	maxLabel  = 30
	maxClause = 8
)

// tellsClause reports whether a clause with a figure of its own stands before
// the colon, which is no label then: "losses were 6.4%: 312 moved away".
func (r *reader) tellsClause(i, colon int) bool {
	for k := i - 1; k >= 0 && k >= i-maxClause; k-- {
		if b := &r.qs[k]; b.first < colon && colon-b.end < maxLabel && b.f.Kind != doc.Count && !b.bare && b.reason == "" && b.f.Per == "" && r.verbBetween(max(0, colon-maxLabel), colon) {
			return true
		}
	}
	return false
}

// labelCounts reports whether the label of a list's item says itself what its
// number counts: "Boys: 14,310".
func (r *reader) labelCounts(q *quant, colon int) bool {
	sub := &reader{d: r.d, ps: r.ps[:colon], sent: r.sent}
	c := column{scale: num(1)}
	if sub.headerUnit(&c); c.known || c.per != "" {
		return true
	}
	p, ok := sub.countedNoun(q)
	return ok && sub.ps[p.head].mention == 0 && (sub.unitOf(p) == "person" || !strings.HasSuffix(strings.TrimRight(r.d.Slice(r.d.Sentences[r.intro].Span), " \n\t*_"), ":"))
}

// fromQuestion reads a bare answer by the question before it: "How many men
// were there? About fifteen."
func (r *reader) fromQuestion(i int) {
	q := &r.qs[i]
	if q.f.Unit != "" || r.fromShortQuestion(q) {
		return
	}
	for s := r.question; s >= 0 && s >= r.sent-6 && s > r.question-6; s-- {
		if s == r.sent || !strings.Contains(r.d.Slice(r.d.Sentences[s].Span), "ow many ") {
			continue
		}
		sub := r.readAgain(s)
		for j := range sub.ps {
			if sub.low(j) != "many" || sub.low(j-1) != "how" {
				continue
			}
			if peopleDo[sub.low(j+1)] {
				q.ofPeople()
				if s == r.question && s > 0 {
					break
				}
				return
			}
			if p, ok := sub.nounPhrase(j + 1); ok && !timeNoun(singular(sub.low(p.head))) {
				q.f.Unit, q.bare = sub.unitOf(p), false
				q.f.What = sub.text(p.first, p.last)
				q.f.WhatSpan = doc.Span{Start: sub.ps[p.first].Start, End: sub.ps[p.last-1].End}
				return
			}
		}
	}
}

// fromList reads a bare number by the line that announces it.
func (r *reader) fromList(i int) {
	q := &r.qs[i]
	if q.f.Unit == "" && r.intro >= 0 && r.intro != r.sent {
		r.byHeader(q, r.readAgain(r.intro))
	}
}

// fromShortQuestion reads a bare answer by a question that only names the
// thing: "And soldiers? Thirty, perhaps forty."
func (r *reader) fromShortQuestion(q *quant) bool {
	for s := r.sent - 1; s >= 0 && s >= r.sent-2; s-- {
		if x := r.d.Sentences[s]; x.Last-x.First > 9 || !strings.HasSuffix(r.d.Slice(x.Span), "?") {
			continue
		}
		sub := r.readAgain(s)
		for j := range sub.ps {
			if collective[sub.low(j)] && sub.nounAt(j) && q.whole() && q.n.val.Cmp(num(20)) >= 0 {
				if p, ok := sub.nounLeft(j); ok { // "What is the prison population? As of Friday, 85,641."
					q.ofPeople()
					q.f.What = sub.text(p.first, p.last)
					q.f.WhatSpan = doc.Span{Start: sub.ps[p.first].Start, End: sub.ps[p.last-1].End}
					return true
				}
			}
			if l := sub.low(j); l != "and" && l != "about" {
				continue
			}
			k := sub.pastDeterminers(j + 1)
			if p, ok := sub.nounPhrase(k); ok && sub.pluralAt(p.head) && !timeNoun(singular(sub.low(p.head))) && sub.low(p.last) == "?" {
				q.f.Unit, q.bare = sub.unitOf(p), false
				q.f.What = sub.text(p.first, p.last)
				q.f.WhatSpan = doc.Span{Start: sub.ps[p.first].Start, End: sub.ps[p.last-1].End}
				return true
			}
		}
	}
	return false
}

// percentNote reads "(percent)" behind a row of numbers.
func (r *reader) percentNote(q *quant) {
	for j := q.end; j+1 < len(r.ps) && j < q.end+60; j++ {
		if r.low(j) == "(" {
			if u, n := r.percentAt(j + 1); n > 0 {
				q.f.Kind, q.f.Unit, q.bare = doc.Percent, u, false
				return
			}
		}
	}
}

// colonBefore returns the last colon before piece i, or 0.
func (r *reader) colonBefore(i int) int {
	if r.colonSent != r.sent {
		r.colonSent, r.colons = r.sent, r.colons[:0]
		for j := range r.ps {
			if r.ps[j].low == ":" && !(r.glued(j+1) && r.is(j+1, digits)) {
				r.colons = append(r.colons, j)
			}
		}
	}
	for _, c := range r.colons {
		if c >= i {
			break
		}
		if !r.speaker(c) {
			return c
		}
	}
	return 0
}

// speaker reports whether what stands before the colon at c is the label of
// one who speaks: "Q104 DAVID OLU:", "Mrs Kaye:".
func (r *reader) speaker(c int) bool {
	if c > 8 || !r.is(c+1, word) && r.low(c+1) != "\"" {
		return false
	}
	names := 0
	for j := range c {
		p := &r.ps[j]
		switch {
		case p.form != word:
			continue
		case p.mention > 0 && r.d.Mentions[p.mention-1].Type == doc.Person, titles[p.low]:
			names += 2
		case p.caps && len(p.low) > 1 && !isPlural(p.low) && !generic[p.low] && !numberNouns[p.low]:
			names++
		default:
			return false
		}
	}
	return names >= 2
}

var titles = set("mr mr. mrs mrs. ms ms. dr dr. prof prof. professor sir dame lord lady chair chairman chairwoman judge minister senator witness")

// maxAgain bounds the tokens of a sentence that is read again.
const maxAgain = 120

// readAgain cuts the beginning of another sentence into pieces.
func (r *reader) readAgain(i int) *reader {
	if r.again == nil || r.again.sent != i {
		sub := newReader(r.d)
		sub.quiet, sub.sent, sub.marks, sub.cited, sub.numbered = true, i, r.marks, r.cited, r.numbered
		s := r.d.Sentences[i]
		s.Last = min(s.Last, s.First+maxAgain)
		sub.pieces(&s)
		r.again = sub
	}
	return r.again
}

// recorded are kinds of papers that a heading names and nothing counts.
var recorded = set("minutes proceedings transcript agenda record notice")

// byHeader gives q unit, scale, rate and noun of the words that sub holds.
func (r *reader) byHeader(q *quant, sub *reader) {
	if recorded[sub.low(0)] && sub.low(1) == "of" {
		return // "MINUTES of the works council"
	}
	c := column{scale: num(1), kind: doc.Count}
	sub.headerUnit(&c)
	p, ok := sub.countedNoun(q)
	if f, found := sub.firstNoun(); !ok && !c.known && c.per == "" && isOne(c.scale) && !(found && (collective[sub.low(f.head)] || casualtyWords[sub.low(f.head)]) && !(sub.ps[f.head].upper && f.head > 0)) {
		return
	}
	if ok && !c.known && !q.whole() && isOne(c.scale) && sub.unitOf(p) == "person" {
		return
	}
	q.headed = true
	if c.known {
		q.f.Kind, q.f.Unit, q.unit = c.kind, c.unit, c.si
		q.bare = false
	} else if ok {
		q.f.Unit, q.bare = sub.unitOf(p), false
	}
	if !ok {
		if p, ok = sub.firstNoun(); ok && !c.known && (collective[sub.low(p.head)] && !(sub.ps[p.head].upper && p.head > 0) || casualtyWords[sub.low(p.head)]) {
			q.ofPeople()
		}
	}
	if ok {
		q.f.What = sub.text(p.first, p.last)
		q.f.WhatSpan = doc.Span{Start: sub.ps[p.first].Start, End: sub.ps[p.last-1].End}
	}
	if q.f.Per == "" {
		q.f.Per = c.per
	}
	if isOne(q.n.scale) && !isOne(c.scale) {
		if v, fits := times(q.n.val, c.scale); fits {
			q.n.val = v
		}
	}
}

// sayers are verbs whose subject is not what the figures behind them count.
var sayers = set("believe believes believed say says said estimate estimates estimated prefer prefers put puts think thinks thought give gives gave cite cites cited report reports reported claim claims claimed reckon reckons warn warns argue argues admit admits count counts counted")

// firstNoun returns the first noun phrase, articles left out.
func (r *reader) firstNoun() (np, bool) {
	k := 0
	if r.low(0) == "(" && r.low(2) == ")" {
		k = 3
	}
	for determiners[r.low(k)] || r.is(k, sign) {
		k++
	}
	p, ok := r.nounPhrase(k)
	return p, ok && !generic[r.low(p.head)]
}

// headed gives a sum or share what stands before the colon of its sentence:
// "GDP per capita: $3,690".
func (r *reader) headed(q *quant) {
	colon := r.colonBefore(q.first)
	if colon == 0 || colon > 12 || q.f.Kind == doc.Count || r.stated(colon) && (r.says(q.end) || r.verbBefore(q.first) > colon) {
		return
	}
	sub := &reader{d: r.d, ps: r.ps[:colon], sent: r.sent}
	if p, ok := r.ownLabel(q); ok && q.f.What == "" && !q.has {
		q.f.What = r.text(p.first, p.last)
		q.f.WhatSpan = doc.Span{Start: r.ps[p.first].Start, End: r.ps[p.last-1].End}
	}
	if v := r.verbBefore(q.first); v > colon+1 && r.nounAt(v-1) {
		return // "Conclusions: the drug cut attacks by 40 percent"
	}
	if p, ok := sub.firstNoun(); ok && q.f.What == "" && !(q.f.Kind == doc.Money && r.agent(p)) && !(sub.actor(p) && !sub.pluralAt(p.head)) && !(q.has && (q.f.Kind == doc.Ratio || q.of)) && !sub.placed(p) {
		q.f.What = sub.text(p.first, p.last)
		q.f.WhatSpan = doc.Span{Start: sub.ps[p.first].Start, End: sub.ps[p.last-1].End}
	}
	c := column{scale: num(1)}
	if sub.headerUnit(&c); q.f.Per == "" && (q.f.Kind == doc.Money || q.f.Kind == doc.Measure) {
		q.f.Per = c.per
	}
}

// stated reports whether a statement, and no label, stands before the colon at piece
// colon: "The board blames the weather: sales fell by 4 percent".
func (r *reader) stated(colon int) bool {
	for j := 1; j < colon; j++ {
		if t := r.ps[j].tag; (t == doc.VBD || t == doc.VBZ || t == doc.VBP || t == doc.MD) && r.ps[j].mention == 0 && !r.ps[j].upper {
			return true
		}
	}
	return false
}

// ownLabel returns the noun that stands alone before a sum in a row of them:
// "Limits: health £192bn, schools £88bn".
func (r *reader) ownLabel(q *quant) (np, bool) {
	i := q.first - 1
	p, ok := r.nounLeft(i)
	if !ok && r.is(i, word) && r.ps[i].tag == doc.VBZ {
		p, ok = np{i, i + 1, i}, true // "roads $17m", taken for a verb
	}
	if !ok || p.first == 0 || q.f.Kind != doc.Money && q.f.Kind != doc.Percent && q.f.Kind != doc.Measure || generic[r.low(p.head)] || r.unitAt(p.head) > 0 || r.ps[p.head].upper {
		return np{}, false
	}
	switch r.low(p.first - 1) {
	case ":", ",", ";", "and":
		return p, !timeNoun(singular(r.low(p.head))) && (r.closes(q.end) || r.is(q.end, sign) || r.low(q.end) == "and")
	}
	return np{}, false
}

// countedNoun returns the noun that the figures of a text count: X of "number
// of X", else the first plural of people, else the first plural.
func (r *reader) countedNoun(q *quant) (np, bool) {
	var first np
	found := false
	for j := 0; j < len(r.ps) && j < 80; j++ {
		if r.low(j) == "of" && j > 0 && numberNouns[r.low(j-1)] {
			k := r.pastDeterminers(j + 1)
			if p, ok := r.nounPhrase(k); ok && counts(q, r.unitOf(p)) {
				return p, true
			}
		}
	}
	for j := 0; j < len(r.ps) && j < 80; j++ {
		if r.low(j) == "per" && found {
			break
		}
		p, ok := r.nounPhrase(j)
		if !ok {
			continue
		}
		h := r.low(p.head)
		if isNumberWord(h) || r.placed(p) || h == "points" || len(strings.TrimSuffix(h, ".")) < 2 || ownWords[h] || runIn[h] && r.low(p.last) == ":" || r.inOrg(p) && !r.inTitle() {
			continue // of "two-thirds", "United States"
		}
		if sayers[r.low(p.last)] {
			j = p.last - 1
			continue
		}
		if r.pluralAt(p.head) && !timeNoun(h) && !generic[h] && months[h] == 0 && !(r.ps[p.head].upper && r.is(p.head-1, word) && r.ps[p.head].tag != doc.NNS && !isPersonWord(h)) {
			if isPersonWord(h) && r.low(j-1) != "per" && !r.is(j-1, digits) && !(found && r.only(p)) {
				return p, true
			}
			if !found && counts(q, r.unitOf(p)) {
				first, found = p, true
			}
		}
		j = p.last - 1
	}
	return first, found
}

// only reports whether p only says of whom or by whom that is what stands before it:
// "from the regulators' returns", "caught by trawlers".
func (r *reader) only(p np) bool {
	if l := r.low(p.last); l == "'" || l == "’" || l == "'s" || l == "’s" {
		return true
	}
	j := p.first - 1
	for determiners[r.low(j)] {
		j--
	}
	return r.low(j) == "by" || r.low(j) == "from"
}

// runIn are the labels with which the parts of an abstract begin.
var runIn = set("methods method results result findings background conclusions conclusion interpretation funding objectives objective aims aim design setting measures interventions limitations significance")

// inTitle reports whether the sentence is a title or heading, whose names of
// committees say what a document is about.
func (r *reader) inTitle() bool {
	if r.sent < 0 || r.sent >= len(r.d.Sentences) || r.d.Sentences[r.sent].Block < 0 {
		return false
	}
	k := r.d.Blocks[r.d.Sentences[r.sent].Block].Kind
	return k == doc.Title || k == doc.Heading
}

// fromContext gives a bare number the counted noun of its own sentence or of
// the one before.
func (r *reader) fromContext(i int) {
	q := &r.qs[i]
	if q.f.Unit != "" && q.f.What != "" || q.named && !q.whole() {
		return // "punctuality slid from 91.3"
	}
	sub := &reader{d: r.d, ps: r.ps[:q.first], sent: r.sent}
	p, ok := sub.countedNoun(q)
	if !ok && r.sent > 0 && r.colonBefore(q.first) == 0 && r.sameOrNext(r.sent-1) {
		if sub = r.readAgain(r.sent - 1); !(recorded[sub.low(0)] && sub.low(1) == "of") {
			p, ok = sub.countedNoun(q)
		}
	}
	if !ok {
		sub = &reader{d: r.d, ps: r.ps, sent: r.sent}
		p, ok = sub.numberOf(min(len(r.ps), q.first+40))
	}
	if !ok {
		return
	}
	u := sub.unitOf(p)
	if !q.whole() && auxiliary[r.low(q.first-1)] {
		return // "the index is 1.3"
	}
	if u == "person" && !q.whole() && !(q.n.shape == dotThree && r.listed(q)) {
		return
	}
	if q.f.Unit == "" {
		q.f.Unit = u
	}
	q.bare = false
	q.f.What = sub.text(p.first, p.last)
	q.f.WhatSpan = doc.Span{Start: sub.ps[p.first].Start, End: sub.ps[p.last-1].End}
}

// fromTitle takes the people that the title speaks of, for the bare numbers of
// fact sheets and headlines.
func (r *reader) fromTitle(i int) {
	q := &r.qs[i]
	if q.f.Unit != "" || !q.whole() || q.n.val.Cmp(num(20)) < 0 {
		return
	}
	if r.titleUnit == "" {
		r.titleUnit = "-"
		for s := range r.d.Sentences {
			b := r.d.Sentences[s].Block
			if s > 6 || b < 0 {
				break
			}
			if k := r.d.Blocks[b].Kind; k != doc.Title && k != doc.Heading {
				continue
			}
			sub := r.readAgain(s)
			if p, ok := sub.countedNoun(q); ok && sub.unitOf(p) == "person" {
				r.titleUnit = "person"
				break
			}
		}
	}
	if r.titleUnit != "-" {
		q.f.Unit, q.bare = r.titleUnit, false
	}
}

// headlines gives the bare numbers of headings the unit of the same number in
// the text below.
func (r *reader) headlines() {
	for i := range r.d.Figures {
		f := &r.d.Figures[i]
		if f.Unit != "" || f.Value == nil || f.Sentence < 0 || f.Kind != doc.Count {
			continue
		}
		if k := r.d.Blocks[r.d.Sentences[f.Sentence].Block].Kind; k != doc.Title && k != doc.Heading && k != doc.PullQuote {
			continue
		}
		for j := i + 1; j < len(r.d.Figures) && j < i+40; j++ {
			g := &r.d.Figures[j]
			if g.Value != nil && g.Kind == doc.Count && g.Unit != "" && g.Value.Cmp(*f.Value) == 0 {
				f.Unit, f.What = g.Unit, g.What
				break
			}
		}
	}
}

// sameOrNext reports whether sentence i stands in the block of this one or in
// the one before it.
func (r *reader) sameOrNext(i int) bool {
	d := r.d.Sentences[r.sent].Block - r.d.Sentences[i].Block
	return d == 0 || d == 1
}
