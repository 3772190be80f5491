// Package claim reads figures as claims: who says so, where and when.
//
// # Within one document
//
// [Pass] makes one claim of each figure. Who says so is found by a table of
// reporting verbs and of documents and their makers, and each statement of who
// says so governs one side of itself up to where another takes over. Places and
// times are taken from the sentence, each by how far it stands from the figure,
// counted in statements, figures and commas between them; what a sentence does
// not say is carried over from the one before only where its words point back
// ("of these", "she", a figure without a noun of its own). A cell of a table
// takes them from row, column, caption and notes. In hearings, interviews and
// minutes the label of a turn gives the floor to somebody until the next one.
//
// # Over all documents
//
// [Records] keeps of each claim what package thread needs to compare it with those
// of others, and [Checks] does the arithmetic of one document. Both are pure
// functions.
//
// The word tables in data have an example in each line; the tests read them.
package claim

import (
	"strings"

	"analyze/internal/doc"
	"analyze/internal/nlp/timex"
)

// Pass makes claims of figures. It is safe for concurrent use on different
// documents, and linear in the length of the text.
var Pass = &doc.Pass{
	Name:    "claims",
	Doc:     "say of each figure who states it, where and when",
	Version: 9,
	Needs: doc.LayerBlocks | doc.LayerNotes | doc.LayerTables | doc.LayerRepeats | doc.LayerMeta |
		doc.LayerTokens | doc.LayerMentions | doc.LayerReferents | doc.LayerFigures,
	Gives: doc.LayerClaims,
	Run:   run,
}

func run(d *doc.Document) error {
	d.Claims = nil
	if len(d.Figures) == 0 {
		return nil
	}
	r := &reader{d: d, x: newIndex(d), v: &view{}}
	d.Claims = make([]doc.Claim, len(d.Figures))
	for i := range d.Figures {
		d.Claims[i] = r.begin(i)
	}
	r.cal.ref, r.cal.lined = published(d, r.v, r.x)
	r.cal.guessed = !timex.ParseDay(d.Meta.Date).Known()
	r.covered, r.release = r.readCoverage(), r.readRelease()
	r.opened = r.opensText()
	r.home = r.readHome()
	r.seat = r.readSeat()
	r.v.homeland, r.v.titled = r.home.country, r.titleNamesPlace()
	r.cal.covered = &r.covered
	r.walk()
	r.tables()
	r.placed()
	r.repeats()
	hint(d)
	return nil
}

// maxHints bounds the hints of a document.
const maxHints = 3

// hint notes sums that do not come out as something to look at.
func hint(d *doc.Document) {
	for i, h := range Checks(d) {
		if i == maxHints {
			return
		}
		d.Problemf(h.Span, "to look at: "+h.Text)
	}
}

// A reader goes through one document.
type reader struct {
	d   *doc.Document
	x   index
	v   *view
	cal calendar
	mem memory

	covered coverage
	release timex.Period // that the document is a report of

	block     int              // index of the block being read, -1 before the first
	shown     int              // sentence of text, plus one
	text      string           // the sentence shown last
	starts    []int            // sentences in order of their first byte, made when first asked for
	lead      lead             // what introduces the list that follows
	topic     []doc.ClaimPlace // the place that is the heading, if it is one
	past      []int            // claims made in the block, in order
	before    []int            // those of the last block that had any
	waiting   []int            // claims in a quotation whose speaker has not been named
	quoting   speaker          // who speaks in the quotation that is open or was closed last
	floor     speaker          // who has the floor until the paragraph ends or another speaks
	holder    speaker          // who has it by the label of the turn: nobody in it takes it away
	announced speaker          // who is quoted in the paragraph that follows "X said:"
	stating   speaker          // whose statement without quotation marks the paragraphs are
	indirect  speaker          // who was reported in the sentence before without quotation marks
	talk      dialogue
	asked     interview
	sampled   speaker          // the survey whose sample the paragraph tells of
	actor     speaker          // the person whom the paragraph shows
	labels    int              // of turns in the document, plus one; 0 before they are counted
	story     story            // the event that the section tells
	minutes   int              // 2 where the document is the minutes of a meeting, 1 where not, 0 before that is known
	headed    bool             // a heading has been read
	scene     scene            // the time that the paragraph's story is set in
	since     int              // sentences read since quoting was heard
	home      home             // the country that the document is about
	seat      site             // the town, province or camp that it is about, if it is one
	seatTold  bool             // by its text alone, not by its title
	theme     theme            // what the sentence before spoke of, if it told no figure
	trail     []trodden        // the places named last
	opened    int              // sentences that open the document
	lately    site             // the place that was named last
	subject   site             // the place that was the subject of the sentence before
	opening   site             // the country that the paragraph opened with as its subject
	entered   []doc.ClaimPlace // the place that labels the paragraph
	abroad    bool             // the paragraph has gone on to another country
	aside     bool             // the paragraph has gone on from the seat to another place
}

// begin copies figure i and what is known of it without reading.
func (r *reader) begin(i int) doc.Claim {
	f := r.d.Figures[i]
	c := doc.Claim{Figure: f, SourceReferent: -1, CiteNote: -1, Repeats: -1}
	if mark, rest := qa(c.What + " "); mark != 0 && rest == "" {
		c.What, c.WhatSpan = "", doc.Span{} // the mark of an answer, no thing
		if len(c.Unit) == 1 {
			c.Unit = ""
		}
	}
	for _, w := range [...]string{"more ", "further ", "additional "} {
		c.What = strings.TrimPrefix(c.What, w) // added to what there was, and no kind of it
	}
	c.In = blockKind(r.d, r.d.BlockAt(f.Start))
	if f.Sentence >= 0 && f.Sentence < len(r.d.Sentences) {
		c.Context = r.context(f)
		if f.Table < 0 {
			c.In = blockKind(r.d, r.d.Sentences[f.Sentence].Block)
		}
	}
	return c
}

// maxContext bounds the text that is shown round a claim, in bytes.
const maxContext = 1500

// context is the text of the figure's sentence, joined over breaks, blanks
// single; of a very long one what stands round the figure. Claims of one
// sentence share it.
func (r *reader) context(f doc.Figure) string {
	if sent := &r.d.Sentences[f.Sentence]; sent.Parts == nil && sent.Len() > maxContext {
		lo, hi := max(sent.Start, f.Start-maxContext/2), min(sent.End, f.End+maxContext/2)
		for lo > sent.Start && r.d.Text[lo] != ' ' && lo < f.Start {
			lo++
		}
		for hi < sent.End && r.d.Text[hi-1] != ' ' && hi > f.End {
			hi--
		}
		return "… " + squeeze(r.d.Text[lo:hi]) + " …"
	}
	if r.shown != f.Sentence+1 {
		r.shown, r.text = f.Sentence+1, r.sentence(f.Sentence)
	}
	return r.text
}

// sentence is the text of sentence s, joined over breaks, blanks single.
func (r *reader) sentence(s int) string {
	sent := &r.d.Sentences[s]
	if sent.Parts == nil {
		return squeeze(r.d.Slice(sent.Span))
	}
	parts := make([]string, len(sent.Parts))
	for i, p := range sent.Parts {
		parts[i] = squeeze(r.d.Slice(p))
	}
	return strings.Join(parts, " ")
}

// squeeze makes all blanks single and joins words that a line's end broke
// nowhere: hyphens stay.
func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }

// walk reads the sentences in order.
func (r *reader) walk() {
	r.block = -1
	quoted := false
	for s := range r.d.Sentences {
		b := r.d.Sentences[s].Block
		if b != r.block {
			quoted = r.turn(b, quoted)
		}
		switch blockKind(r.d, b) {
		case doc.TableBlock, doc.Bibliography, doc.Boilerplate:
			continue
		}
		r.markedInside(s, b)
		r.v.load(r.d, s, r.x, quoted)
		for more := true; more; more = r.v.next(r.x) {
			r.read(b)
		}
		quoted = r.v.open
		r.since++
	}
}

// read reads the sentence, or the piece of it, that is loaded.
func (r *reader) read(b int) {
	v := r.v
	if len(v.w) == 0 {
		return
	}
	v.readTimes()
	v.readClauses()
	v.attribute(&r.mem)
	r.address(b)
	r.whoAnswers()
	v.remember(&r.mem)
	r.cal.resolve(v)
	r.quotations()
	r.minuteSpeaker()
	r.watch()
	var sites []site
	r.enter(b)
	if len(v.figures) > 0 {
		sites = r.claims()
	}
	r.setTheme()
	r.tellStory(b, sites)
	r.follow()
	r.setScene()
	r.introduce(b)
	r.listen()
}

// turn begins block b. A quotation goes on over paragraphs only where the next
// one opens it again.
func (r *reader) turn(b int, quoted bool) bool {
	joins := b >= 0 && b < len(r.d.Blocks) && r.d.Blocks[b].Joins >= 0
	r.block = b
	if joins {
		return quoted
	}
	if k := blockKind(r.d, b); k != doc.List {
		r.lead.open = r.lead.open && r.lead.block == b-1
		if !r.lead.open || k != doc.Body {
			r.lead = lead{}
		}
	}
	if len(r.past) > 0 {
		r.before = append(r.before[:0], r.past...)
	}
	r.past = r.past[:0]
	r.floor, r.indirect, r.holder, r.actor, r.sampled = speaker{}, speaker{}, speaker{}, speaker{}, speaker{}
	r.cal.turn()
	r.scene = scene{}
	r.story.here, r.story.away = nil, false
	r.abroad, r.aside, r.entered, r.subject, r.opening = false, false, nil, site{}, site{}
	if !quoted {
		r.waiting = r.waiting[:0]
		r.quoting = speaker{}
	}
	if r.announced.known() {
		if r.opens(b) {
			r.quoting, r.since = r.announced, 0
		} else {
			r.stating, r.announced = r.announcedAt(b), speaker{}
		}
	}
	r.dialogueTurn(b)
	r.statement(b)
	if s := r.signed(b); s.known() {
		r.holder, r.floor, r.quoting, r.since = s, s, s, 0
	}
	switch blockKind(r.d, b) {
	case doc.Heading, doc.Title:
		r.topic = r.headingPlace(b)
		r.headed = r.headed || blockKind(r.d, b) == doc.Heading
		if r.story.read = 0; r.story.inner {
			r.story = story{}
		}
	case doc.Footnote:
		r.mem = memory{}
	}
	return false
}

// headingPlace gives the places that a heading consists of, nil if it does not.
func (r *reader) headingPlace(b int) []doc.ClaimPlace {
	if b < 0 || b >= len(r.d.Blocks) {
		return nil
	}
	text := r.d.Blocks[b].Text
	if text.Len() > 100 || namesAny(r.d.Slice(text), venueWords) {
		return nil
	}
	if places := r.placeAtEnd(b); places != nil {
		return places
	}
	if places := r.onlyPlaces(text); places != nil {
		return places
	}
	return r.askedOf(text)
}

// askedOf gives the place that a heading asks about, if it names one: "Did Utah run dry?"
func (r *reader) askedOf(text doc.Span) (places []doc.ClaimPlace) {
	if !strings.HasSuffix(strings.TrimSpace(r.d.Slice(text)), "?") {
		return nil
	}
	for _, i := range r.mentionsIn(text) {
		if m := &r.d.Mentions[i]; m.Type != doc.Place || m.Form == doc.Adjective || i >= len(r.d.ReferentOf) || r.d.ReferentOf[i] < 0 {
			continue
		}
		if ref := r.d.ReferentOf[i]; r.d.Referents[ref].Key != "" && r.d.Referents[ref].Country == "" {
			return nil // a sea, a continent
		} else if len(places) == 0 {
			places = []doc.ClaimPlace{{Name: r.d.Referents[ref].Name, Referent: ref, Role: doc.Location}}
		} else if places[0].Referent != ref {
			return nil
		}
	}
	return places
}

// isPlaceElsewhere reports whether what mention i means is a place where the
// document names it in a sentence: a heading alone may mislead.
func (r *reader) isPlaceElsewhere(i int) bool {
	for _, m := range r.d.Referents[r.d.ReferentOf[i]].Mentions {
		if m >= 0 && m < len(r.d.Mentions) && r.d.Mentions[m].Type == doc.Place && r.d.Mentions[m].Form != doc.Adjective {
			return true
		}
	}
	return false
}

// claims makes the claims of the sentence.
func (r *reader) claims() []site {
	v := r.v
	v.list = v.readListing()
	sites := r.there(v.sites())
	defer r.setPlace(sites)
	for f, k := range v.figures {
		c := &r.d.Claims[k]
		p := r.pointer(f)
		r.source(c, f, p)
		r.where(c, f, p, sites)
		r.when(c, f, p)
		r.sharedTime(c, f)
		r.told(c, f)
		r.ofRelease(c, f)
		r.formerState(c, f)
		r.ownCountry(c, f)
		r.thing(c, f)
		r.otherwise(c, f)
		r.led(c)
		r.cite(c)
		c.Estimate = c.Estimate || v.estimated(f)
		r.inStory(c, f, sites)
		r.atHome(c, f)
		if !v.setFrom(f) {
			r.past = append(r.past, k)
		}
	}
	return sites
}

// otherwise gives a figure that says another in other words what that one has.
func (r *reader) otherwise(c *doc.Claim, f int) {
	if !r.v.alias(f) {
		return
	}
	o := &r.d.Claims[r.v.figures[f-1]]
	c.Time, c.TimeVia = o.Time, o.TimeVia
	if len(o.Places) > 0 {
		c.Places = append([]doc.ClaimPlace(nil), o.Places...)
	}
}

// maxBack bounds how many claims a figure may point back over.
const maxBack = 40

// A pointer says what of the text before figure f points back to.
type pointer struct {
	to    *doc.Claim // nil if it does not
	parts bool       // "of these", "of whom": a part of what was counted
	same  bool       // to stands in the same sentence
	again bool       // "put the figure at": another number for the same

	other bool // it is a part of something named again: "fifty of the dead"
}

// pointer finds the claim that figure f goes on from.
func (r *reader) pointer(f int) (p pointer) {
	fig := &r.d.Figures[r.v.figures[f]]
	sent := r.d.Sentences[r.v.s].Span
	if f > 0 {
		p.same = true
	}
	n := len(r.past)
	if n == 0 {
		if k := len(r.before); k > 0 && r.v.partOf(f) && r.d.Claims[r.before[k-1]].Sentence == r.v.s-1 {
			p.to, p.parts = &r.d.Claims[r.before[k-1]], true // in a list of lines
		}
		return p
	}
	last := &r.d.Claims[r.past[n-1]]
	if last.Sentence < r.v.s-2 {
		return p
	}
	carried := fig.WhatSpan.Len() > 0 && fig.WhatSpan.End <= sent.Start || fig.WhatSpan.Len() == 0 && fig.What != ""
	p.parts = r.v.partOf(f)
	p.again = r.v.putsFigure(f)
	if c := r.wholeOf(f); c != nil && !p.parts {
		p.to, p.parts = c, true
		return p
	}
	if p.parts || carried || p.again || r.v.demonstrates(f) {
		p.to = last
		p.other = carried && !p.parts && r.v.is(r.v.last[f], "of")
		for i := n - 1; i >= max(0, n-maxBack) && carried; i-- {
			if c := &r.d.Claims[r.past[i]]; c.WhatSpan == fig.WhatSpan && fig.WhatSpan.Len() > 0 {
				p.to = c
				break
			}
		}
	}
	return p
}

// wholeOf gives the claim of the sentences before of which figure f is a part that names it
// again: "193 of the cases".
func (r *reader) wholeOf(f int) *doc.Claim {
	v := r.v
	k := v.last[f]
	for k > v.first[f] && !v.is(k, "of") {
		k--
	}
	if !v.is(k, "of") || !v.is(k+1, "the", "those", "these", "all") || v.figureAt(k+2) {
		return nil
	}
	for i := len(r.past) - 1; i >= 0 && i >= len(r.past)-maxWhole; i-- {
		c := &r.d.Claims[r.past[i]]
		if c.Sentence < v.s-2 {
			return nil
		}
		if what := strings.ToLower(c.What); c.Sentence < v.s && what != "" && what[strings.LastIndexByte(what, ' ')+1:] == v.low(k+2) && !v.isNoun(k+3) {
			return c
		}
	}
	return nil
}

// maxWhole bounds how many claims a part looks back over for its whole.
const maxWhole = 6

// partOf reports whether the statement begins "of these", "of whom". Behind a colon it is
// another that opens a list: "lists more for many of them: Mali (40), Niger (30)".
func (v *view) partOf(f int) bool {
	whole := func(k int) bool {
		return v.is(k, "of", "among") && v.is(k+1, "these", "those", "them", "whom", "which") && !v.figureAt(k+1)
	}
	listed := false
	for k := v.first[f] - 1; k >= 0 && k > v.first[f]-9 && !v.figureAt(k) && !v.is(k, ";"); k-- {
		if whole(k) && !(listed && k > 0 && !v.ends(k-1) && !v.figureAt(k-1)) {
			return true
		}
		listed = listed || v.is(k, ":")
	}
	return whole(v.last[f])
}

// putsFigure reads "put the figure at 40", "the agency's figure is 40".
func (v *view) putsFigure(f int) bool {
	for k := v.first[f] - 2; k >= 0 && k > v.first[f]-6; k-- {
		if v.is(k, "figure", "number", "toll", "total") && (v.is(k-1, "the", "that", "this") || v.tag(k-1) == doc.POS || v.is(k-1, "its", "their")) && v.is(k+1, "at", "is", "was", "stands", "stood") {
			return true
		}
	}
	return false
}

// demonstrates reports whether the sentence speaks of "that figure", "those
// numbers" before figure f.
func (v *view) demonstrates(f int) bool {
	for k := 0; k+1 < v.first[f]; k++ {
		if v.is(k, "those", "these", "that", "this") && (v.has(k+1, document) || v.is(k+1, "figure", "number", "total", "is", "was", "makes", "rate", "share", "sum") && k == 0) {
			return true
		}
	}
	return false
}

// where gives the claim its places.
func (r *reader) where(c *doc.Claim, f int, p pointer, sites []site) {
	if r.paired(c, f, sites) {
		return
	}
	c.Places = r.v.placesOf(f, sites)
	r.hostedIn(c, sites)
	if len(sites) == 0 && r.v.anyOf(nationWords, 0, len(r.v.w)) && !r.v.lasts(f) {
		c.Places = r.whole()
	}
	if len(c.Places) > 0 || r.v.onlyTied(f) || c.Kind == doc.Count && placeless[c.Unit] {
		return
	}
	r.besideOf(c, f, p, sites)
	if len(c.Places) == 0 && len(sites) == 0 && !r.v.lasts(f) && !r.v.anyOf(worldWords, 0, len(r.v.w)) && (p.to != nil || r.v.pointsBack()) && len(r.past) > 0 {
		from := p.to
		if from == nil {
			from = &r.d.Claims[r.past[len(r.past)-1]]
		}
		if from.Sentence >= r.v.s-1 {
			for _, place := range from.Places {
				if place.Role != doc.Origin || p.to != nil || c.Unit == "person" {
					c.Places = append(c.Places, place)
				}
			}
		}
	}
	if len(c.Places) == 0 && len(sites) == 0 && r.entered == nil && !r.v.spoken() && !r.v.elsewhere(f) {
		c.Places = append([]doc.ClaimPlace(nil), r.scene.places...)
	}
	if len(c.Places) == 0 && len(sites) == 0 && r.entered == nil && !(r.home.known() && r.v.anyOf(landWords, 0, len(r.v.w))) {
		c.Places = append([]doc.ClaimPlace(nil), r.topic...)
	}
	if len(c.Places) == 0 {
		r.whereTheySpeak(c, f, sites)
	}
}

// pointsBack reports whether the sentence has a pronoun for somebody or
// something named before it.
func (v *view) pointsBack() bool {
	for i := range v.w {
		if v.is(i, "its", "their", "there", "her", "his", "she", "he", "they") || v.is(i, "the") && v.is(i+1, "same", "country", "city", "town", "province", "island", "camp", "region") {
			return !v.is(i, "there") || !v.has(i+1, auxiliary)
		}
	}
	return false
}

// when gives the claim its time.
func (r *reader) when(c *doc.Claim, f int, p pointer) {
	t, ok := r.v.timeOf(f, &r.cal)
	if p, later := r.laterOn(f, t, ok); later {
		c.Time, c.TimeVia = p.String(), "context"
		return
	}
	if p, own := r.v.dealtOut(f, &r.cal); own {
		c.Time, c.TimeVia = p.String(), "text"
		return
	}
	if p, both := r.v.acrossPair(f, &r.cal); both {
		c.Time, c.TimeVia = p.String(), "text"
		return
	}
	switch {
	case ok:
		c.Time, c.TimeVia = r.changed(c, t).String(), t.via
	case r.stated(c, f):
	case r.rival(c, f):
	case p.to != nil && p.parts && p.to.Sentence == c.Sentence && p.to.Time != "":
		c.Time, c.TimeVia = p.to.Time, "context"
	case r.bracketed(c, f), r.then(c, f):
	case len(r.v.times) > 0:
	case p.to != nil && (p.parts || p.again) && p.to.Time != "" && p.to.Sentence >= r.v.s-1:
		c.Time, c.TimeVia = p.to.Time, "context"
	}
}

// stated takes the time of the statement where the figure has none of its own.
func (r *reader) stated(c *doc.Claim, f int) bool {
	a := r.v.sourceOf(f)
	if a == nil {
		return false
	}
	t, ok := r.v.statementTime(a, &r.cal)
	if ok && !r.v.toCome(f) {
		c.Time, c.TimeVia = t.p.String(), t.via
	}
	return ok
}

// changed makes of "by early 2017 it had dropped" the time since the one named
// before it.
func (r *reader) changed(c *doc.Claim, t chosenTime) timex.Period {
	if !t.byThen || c.Bound != doc.Change || t.p.From != t.p.To || r.v.foretold() {
		return t.p
	}
	for i := len(r.past) - 1; i >= max(0, len(r.past)-maxBack); i-- {
		from := timex.ParseDay(r.d.Claims[r.past[i]].Time)
		if from.Known() && from.Year < t.p.To.Year && r.d.Claims[r.past[i]].Sentence < c.Sentence {
			return timex.Span(from, t.p.To)
		}
	}
	return t.p
}

// estimated reports whether a word before figure f says that it is estimated.
func (v *view) estimated(f int) bool {
	lo := 0
	if f > 0 {
		lo = v.last[f-1]
	}
	for k := v.last[f] - 1; k >= lo; k-- {
		if v.is(k, "estimated", "perhaps", "projected", "estimate", "estimates", "estimating") {
			return true
		}
		if v.is(k, ";") || v.has(k, partsOff) {
			return false
		}
	}
	return false
}
