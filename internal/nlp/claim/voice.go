package claim

import "analyze/internal/doc"

// source says who states the figure.
func (r *reader) source(c *doc.Claim, f int, p pointer) {
	v := r.v
	if a := v.sourceOf(f); a != nil {
		if a.who.pronoun {
			if r.holder.person {
				r.speak(c, r.holder, "context")
			}
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
	if f > 0 && r.goesOnFrom(c, f) {
		return
	}
	if p.to != nil && !p.other && v.continues(f, p) && !r.citesWork(c) && p.to.Source != "" && p.to.SourceVia != "footnote" && p.to.Sentence != v.s && !v.spoken() && !v.ofSelf() && !v.is(v.first[f]-1, "of") {
		r.speak(c, teller(p.to), "context")
	}
}

// teller is who says so of a claim that has been read.
func teller(c *doc.Claim) speaker {
	return speaker{text: c.Source, span: c.SourceSpan, referent: c.SourceReferent, anon: c.Anonymous}
}

// goesOnFrom gives a share the source that the one before it in a sentence without any took
// over from the text before: "Four in ten have borrowed, and 9% have not paid."
func (r *reader) goesOnFrom(c *doc.Claim, f int) bool {
	b := &r.d.Claims[r.v.figures[f-1]]
	if b.SourceVia != "context" || !isShare(b) || !isShare(c) || r.v.spoken() {
		return false
	}
	r.speak(c, teller(b), "context")
	return true
}

// continues reports whether figure f goes on with what was said before: it is a part
// of what was counted, or a share that begins the sentence.
func (v *view) continues(f int, p pointer) bool {
	return p.parts || p.again || v.demonstrates(f) || v.first[f] <= 1 && v.shares(f)
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
	return (v.is(0, "i", "we", "my", "our", "ours") || v.mine(0) || v.is(0, "in", "by") && v.is(1, "my", "our") && v.is(2, "opinion", "view", "judgement", "judgment", "estimate", "count", "experience")) && !v.w[0].quoted
}

// mine reports whether word k stands for something of the author's, and is no pit.
func (v *view) mine(k int) bool {
	return v.is(k, "mine") && (k == 0 || v.ends(k-1) || v.tag(k-1) == doc.CC) && (v.finite(k+1) || v.has(k+1, auxiliary))
}

// quotations ties quotations to their speakers: those who are named after the
// sentence that waits for them, and those who go on speaking.
func (r *reader) quotations() {
	v := r.v
	for i := range v.said {
		a := &v.said[i]
		if !a.who.known() || v.w[a.verb].quoted && v.w[a.first].quoted || v.w[a.verb].depth > 0 {
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
