package claim

import (
	"analyze/internal/doc"
)

// reported says whose words figure f is though its sentence names nobody: who
// has the floor, or who was reported in the sentence before, where this one goes
// on in indirect speech.
func (r *reader) reported(f int) speaker {
	v := r.v
	if v.spoken() {
		if !v.w[v.first[f]].quoted {
			return r.holder // what a turn says of nobody else is its speaker's word
		}
		return speaker{}
	}
	if r.floor.known() {
		return r.floor
	}
	if v.shares(f) && v.before(0, v.first[f], ":") && !v.ofSelf() {
		if s := v.samples(); s.known() {
			return s // "polled 1,500 parents: 37 percent …"
		}
	}
	if r.indirect.known() && !v.ofSelf() && (v.backshifted(f) || v.goesOn(r.indirect) || r.minuted(v)) {
		return r.indirect
	}
	if r.sampled.known() && v.shares(f) && !v.ofSelf() {
		return r.sampled
	}
	return speaker{}
}

// samples gives the survey or study that a sentence says to have asked people:
// the shares that follow are what it found.
func (v *view) samples() speaker {
	for k := 1; k < len(v.w) && k < 12; k++ {
		if !asks[v.low(k)] || !v.tag(k).IsVerb() {
			continue
		}
		p, apposition := v.subject(k)
		h := v.headPart(p)
		if h.empty() || !v.has(h.last-1, document|body) && !v.orgAt(h.last-1) && !v.namedAt(h.last-1) || v.is(p.first, "our", "my") {
			return speaker{}
		}
		if s := v.orgApposed(p, apposition); s.known() {
			return s
		}
		return v.speakerIn(p, &memory{})
	}
	return speaker{}
}

// asks are verbs for what a survey does before it finds something.
var asks = wordSet("asked covered interviewed polled questioned sampled followed examined surveyed compared tracked tested")

// goesOn reports whether the sentence tells more of the person s who was
// reported before: "She walked for forty days."
func (v *view) goesOn(s speaker) bool {
	return s.person && v.is(0, "he", "she") && sexOfPronoun(v.low(0)) != 0 && s.sex.agrees(sexOfPronoun(v.low(0))) && v.tag(1) == doc.VBD
}

// backshifted reports whether the statement with figure f stands in the tenses
// of indirect speech: had gone, would go.
func (v *view) backshifted(f int) bool {
	if v.is(0, "neither", "nobody", "none") {
		return false
	}
	for k := range v.w {
		switch {
		case k < len(v.clause) && v.clause[k] > 0:
		case v.is(k, "would", "might") && v.tag(k) == doc.MD:
			return true
		case v.is(k, "had") && (v.tag(k+1) == doc.VBN || v.tag(k+2) == doc.VBN || v.is(k+1, "been")):
			return true
		}
	}
	return false
}

// listen notes after a sentence who has the floor and who was reported.
func (r *reader) listen() {
	v := r.v
	r.announce()
	if v.spoken() {
		r.sampled = speaker{}
	} else if s := v.samples(); s.known() {
		r.sampled = s
	}
	if s := v.takesFloor(); s.known() {
		r.floor, r.indirect = s, speaker{}
		if len(v.said) > 0 && v.is(v.said[0].verb, ":") {
			r.holder, r.talk.label = s, s
		}
		return
	}
	if v.spoken() {
		r.floor, r.indirect = r.holder, speaker{}
		if a := &v.said[len(v.said)-1]; a.who.known() && !a.who.pronoun && !v.anyQuote() && (v.has(a.verb, says) || v.is(a.verb, "spoke", "described")) && !foretells[v.low(a.verb)] && a.reach == ahead && !v.subordinate(a.first) {
			r.indirect = a.who
		}
		return
	}
	if r.indirect.known() && !v.backshifted(0) && !v.goesOn(r.indirect) && !r.minuted(v) && !r.ofMinutes() {
		r.indirect = speaker{}
	}
}

// foretells are verbs of a statement that the text does not go on with: what follows tells what
// came of it.
var foretells = wordSet("ruled promised pledged vowed predicted forecast recommended agreed guaranteed signalled")

// watch notes the person whom an unquoted sentence shows between quotations: the
// speech round it is theirs.
func (r *reader) watch() {
	s := r.v.actor()
	if !s.known() {
		r.seen()
		return
	}
	r.actor = s
	for _, c := range r.waiting {
		r.speak(&r.d.Claims[c], s, "context")
		r.quoting, r.since = s, 0
	}
	r.waiting = r.waiting[:0]
}

// seen notes the person who is the subject of an unquoted sentence that reports
// or counts: a quotation that follows is theirs.
func (r *reader) seen() {
	v := r.v
	if len(v.said) == 0 || v.anyQuote() || v.quoted {
		return
	}
	if a := &v.said[0]; a.who.person && a.first <= 1 && a.verb > a.first && !a.who.pronoun {
		r.actor = a.who
	}
}

// subordinate reports whether a statement that begins at word i is only what
// another one followed or rests on: "called after the court ruled that".
func (v *view) subordinate(i int) bool {
	i = v.withArticles(i)
	return v.is(i-1, "after", "before", "because", "when", "since", "until", "although", "though", "if", "once")
}

// parties speak for themselves in a proceeding: what follows their statement in
// its paragraph is still theirs.
var parties = wordSet("witness applicant claimant defendant plaintiff appellant petitioner complainant respondent informant interviewee survivor prosecutor")

// Verbs by which somebody begins to speak at length, and what of.
var (
	opensSpeech = wordSet("gave gives presented presents opened opens outlined outlines summarised summarized introduced briefed briefs reviewed began begins set sets listed lists described describes " +
		"recounted recounts addressed addresses detailed enumerated recited reported took takes went walked ran laid read spoke")
	speechTopics = wordSet("figures numbers statistics data results findings evidence estimates accounts budget account picture overview losses damage situation balance " +
		"toll report floor stand attention progress update details night day scene yard morning events attack raid fire flood session council committee parliament court inquiry press reporters journalists")
)

// takesFloor gives who begins to speak at length: "Anna Holt: …", "the witness
// testified", "the minister opened with figures", "she described the night".
func (v *view) takesFloor() speaker {
	for i := range v.said {
		a := &v.said[i]
		if !a.who.known() || a.who.pronoun || v.w[a.verb].quoted {
			continue
		}
		if v.is(a.verb, "testified", "testifies") || v.is(a.verb, ":") || v.is(a.verb, "told") && v.before(a.verb+1, a.verb+5, "court", "tribunal", "commission", "inquiry", "hearing", "committee", "judge", "judges", "panel", "jury") {
			return a.who
		}
		if w := a.who; w.last > 0 && w.last <= len(v.w) && v.has(a.verb, says) && parties[v.low(w.last-1)] {
			return w
		}
		if a.who.person && opensSpeech[v.low(a.verb)] && v.anyOf(speechTopics, a.verb+1, min(a.verb+9, len(v.w))) {
			return a.who
		}
	}
	if v.spokenAloud() || v.anyQuote() {
		return speaker{}
	}
	if s := v.called(); s.known() {
		return s
	}
	for k := 1; k < len(v.w) && k < 24; k++ {
		if !opensSpeech[v.low(k)] || !v.tag(k).IsVerb() || v.w[k].mention >= 0 || v.has(k-1, auxiliary) {
			continue
		}
		if n := min(k+9, len(v.w)); !v.anyOf(speechTopics, k+1, n) {
			continue
		}
		p, apposition := v.subject(k)
		if p.empty() || !v.speaks(p) {
			return speaker{}
		}
		if s, ok := v.nameIn(apposition); ok {
			return s
		}
		if s := v.speakerIn(p, &memory{}); s.person {
			return s
		}
		return speaker{}
	}
	return speaker{}
}

// spokenAloud reports whether a verb or a sign says that somebody speaks: a document that is
// only named does not.
func (v *view) spokenAloud() bool {
	for i := range v.said {
		if a := &v.said[i]; a.who.known() && (!v.has(a.verb, document) || v.tag(a.verb).IsVerb()) {
			return true
		}
	}
	return false
}

// stages of a hearing or a meeting at which somebody speaks.
var rostrum = wordSet("witness microphone podium lectern rostrum floor turn speaker")

// called gives the person who is said to come to speak: "Anna Holt was the next
// witness", "next at the lectern was Anna Holt".
func (v *view) called() speaker {
	if len(v.w) > 24 || !v.anyOf(rostrum, 0, len(v.w)) && !(v.before(0, len(v.w), "speak") && v.before(0, len(v.w), "rose", "first", "next", "last", "began", "stood")) {
		return speaker{}
	}
	if !v.before(0, len(v.w), "was", "is", "came", "took", "stepped", "rose", "had", "stood", "followed", "called", "began", "next") {
		return speaker{}
	}
	var found speaker
	for i := 0; i < len(v.w); i++ {
		if men := v.mention(i); men != nil && men.Type == doc.Person {
			if found.known() {
				return speaker{} // which of them is not said
			}
			found = v.mentionSpeaker(i)
			_, i = v.extent(i)
		}
	}
	return found
}

// anyOf reports whether a word of set stands among words lo to hi.
func (v *view) anyOf(set map[string]bool, lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if set[v.low(k)] {
			return true
		}
	}
	return false
}

// actor gives the person who is the subject of a sentence outside quotations
// that reports nothing: "Anna Holt points down the corridor."
func (v *view) actor() speaker {
	if v.spoken() || len(v.w) == 0 || v.w[0].quoted || v.isQuote(0) {
		return speaker{}
	}
	for k := 1; k < len(v.w) && k < 20; k++ {
		if !v.tag(k).IsVerb() && v.tag(k) != doc.MD || v.w[k].mention >= 0 || v.w[k].quoted {
			continue
		}
		p, apposition := v.subject(k)
		if p.empty() || p.first > 1 || !v.speaks(p) {
			continue
		}
		if s, ok := v.nameIn(apposition); ok {
			return s
		}
		if s := v.speakerIn(p, &memory{}); s.person && !s.pronoun {
			return s
		}
		return speaker{}
	}
	return speaker{}
}

// before reports whether one of list stands among words lo to hi.
func (v *view) before(lo, hi int, list ...string) bool {
	for k := lo; k < hi && k < len(v.w); k++ {
		if v.is(k, list...) {
			return true
		}
	}
	return false
}

// speaksFirst reads "Anna Holt: We counted 40" at the beginning of a sentence.
func (v *view) speaksFirst(i int, m *memory) (attribution, bool) {
	if i == 0 || i > 8 || len(v.said) > 0 {
		return attribution{}, false
	}
	if who, ok := v.labelled(i); ok && i+1 < len(v.w) {
		return attribution{first: 0, last: i + 1, reach: ahead, who: who, verb: i, own: false}, true
	}
	p := v.phraseBefore(i)
	if p.first != 0 || i+2 >= len(v.w) || v.figureAt(i+1) {
		return attribution{}, false
	}
	who, ok := v.nameIn(p)
	if !ok {
		return attribution{}, false
	}
	return attribution{first: 0, last: i + 1, reach: ahead, who: who, verb: i}, true
}
