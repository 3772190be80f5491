package claim

import "analyze/internal/doc"

// reported says whose words figure f is though its sentence names nobody: who
// has the floor, or who was reported in the sentence before, where this one goes
// on in indirect speech.
func (r *reader) reported(f int) speaker {
	v := r.v
	if v.spoken() {
		return speaker{}
	}
	if r.floor.known() {
		return r.floor
	}
	if r.indirect.known() && v.backshifted(f) {
		return r.indirect
	}
	return speaker{}
}

// backshifted reports whether the statement with figure f stands in the tenses
// of indirect speech: had gone, would go.
func (v *view) backshifted(f int) bool {
	for k := range v.w {
		switch {
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
	if s := v.takesFloor(); s.known() {
		r.floor, r.indirect = s, speaker{}
		if len(v.said) > 0 && v.is(v.said[0].verb, ":") {
			r.holder, r.talk.label = s, s
		}
		return
	}
	if v.spoken() {
		r.floor, r.indirect = r.holder, speaker{}
		if a := &v.said[len(v.said)-1]; a.who.known() && !a.who.pronoun && !v.anyQuote() && v.has(a.verb, says) && !v.is(a.verb, "ruled") && a.reach == ahead && !v.subordinate(a.first) {
			r.indirect = a.who
		}
		return
	}
	if r.indirect.known() && !v.backshifted(0) {
		r.indirect = speaker{}
	}
}

// subordinate reports whether a statement that begins at word i is only what
// another one followed or rests on: "called after the court ruled that".
func (v *view) subordinate(i int) bool {
	for i > 0 && v.tag(i-1) == doc.DT {
		i--
	}
	return v.is(i-1, "after", "before", "because", "when", "since", "until", "although", "though", "if", "once")
}

// takesFloor gives who begins to speak at length: "Anna Holt: …", "the witness
// testified", "the minister opened with figures".
func (v *view) takesFloor() speaker {
	for i := range v.said {
		a := &v.said[i]
		if !a.who.known() || a.who.pronoun || v.w[a.verb].quoted {
			continue
		}
		if v.is(a.verb, "testified", "testifies") || v.is(a.verb, ":") || v.is(a.verb, "told") && v.before(a.verb+1, a.verb+5, "court", "tribunal", "commission", "inquiry", "hearing", "committee", "judge", "judges", "panel", "jury") {
			return a.who
		}
	}
	for k := 1; k < len(v.w) && k < 24; k++ {
		if !v.is(k, "gave", "gives", "presented", "presents", "opened", "outlined", "summarised", "summarized", "introduced", "briefed", "reviewed", "began", "set") ||
			!v.before(k+1, k+8, "figures", "numbers", "statistics", "data", "results", "findings", "evidence", "estimates") {
			continue
		}
		p, apposition := v.subject(k)
		if p.empty() || !v.speaks(p) {
			return speaker{}
		}
		if s, ok := v.nameIn(apposition); ok {
			return s
		}
		return v.speakerIn(p, &memory{})
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
