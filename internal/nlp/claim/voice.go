package claim

import "analyze/internal/doc"

// source says who states the figure.
func (r *reader) source(c *doc.Claim, f int, p pointer) {
	v := r.v
	if a := v.sourceOf(f); a != nil {
		if a.who.pronoun {
			return // whom it stands for is not known
		}
		who := a.who
		if one := v.eachOf(a, f); one.known() {
			who = one
		}
		r.speak(c, who, "text")
		c.Estimate = c.Estimate || a.estimate
		return
	}
	if v.w[v.first[f]].quoted {
		if r.quoting.known() && r.since <= 6 {
			r.speak(c, r.quoting, "context")
			return
		}
		if r.actor.known() {
			r.speak(c, r.actor, "context")
			return
		}
		if r.indirect.person {
			r.speak(c, r.indirect, "context")
			return
		}
		r.waiting = append(r.waiting, v.figures[f])
		return
	}
	if s := r.reported(f); s.known() {
		r.speak(c, s, "context")
		return
	}
	if p.to != nil && !p.other && v.continues(f, p) && !r.citesWork(c) && p.to.Source != "" && p.to.SourceVia != "footnote" && p.to.Sentence != v.s && !v.spoken() && !v.ofSelf() && !v.is(v.first[f]-1, "of") {
		r.speak(c, speaker{text: p.to.Source, span: p.to.SourceSpan, referent: p.to.SourceReferent, anon: p.to.Anonymous}, "context")
	}
}

// continues reports whether figure f goes on with what was said before: it is a part
// of what was counted, or a share that begins the sentence.
func (v *view) continues(f int, p pointer) bool {
	k := v.d.Figures[v.figures[f]].Kind
	return p.parts || p.again || v.demonstrates(f) || v.first[f] <= 1 && (k == doc.Percent || k == doc.Ratio)
}

// ofSelf reports whether the author speaks of himself.
func (v *view) ofSelf() bool {
	for k := 0; k+1 < len(v.w) && k < 24; k++ {
		if v.is(k, "i", "we") && v.tag(k) == doc.PRP && !v.w[k].quoted && (v.finite(k+1) || v.finite(k+2)) {
			return true
		}
		if v.is(k, "our", "my") && (v.has(k+1, document) || v.is(k+1, "own", "figure", "sample")) && !v.w[k].quoted {
			return true
		}
	}
	return (v.is(0, "i", "we", "my", "our") || v.is(0, "in", "by") && v.is(1, "my", "our") && v.is(2, "opinion", "view", "judgement", "judgment", "estimate", "count", "experience")) && !v.w[0].quoted
}

// quotations ties quotations to their speakers: those who are named after the
// sentence that waits for them, and those who go on speaking.
func (r *reader) quotations() {
	v := r.v
	for i := range v.said {
		a := &v.said[i]
		if !a.who.known() || v.w[a.verb].quoted && v.w[a.first].quoted {
			continue
		}
		if !v.quoted && !v.open && !v.anyQuote() && !(len(r.waiting) > 0 && v.is(0, "that", "this", "so", "such", "these")) {
			continue
		}
		r.quoting, r.since = a.who, 0
		for _, c := range r.waiting {
			r.speak(&r.d.Claims[c], a.who, "context")
		}
		r.waiting = r.waiting[:0]
		return
	}
}

// anyQuote reports whether the sentence has a quotation mark.
func (v *view) anyQuote() bool {
	for i := range v.w {
		if v.isQuote(i) {
			return true
		}
	}
	return false
}

func (r *reader) speak(c *doc.Claim, s speaker, via string) {
	c.Source, c.SourceSpan, c.SourceReferent, c.Anonymous, c.SourceVia = s.text, s.span, s.referent, s.anon, via
}
