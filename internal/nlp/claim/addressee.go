package claim

import "analyze/internal/doc"

// tellsYou reports whether somebody is told what he said himself: the verb at word i
// has "you" for its subject, in no question that asks whether.
func (v *view) tellsYou(i int) bool {
	if !v.is(i-1, "you") || v.has(i, counts) && !v.is(i, "mentioned", "spoke", "cited", "gave", "put", "quoted", "suggested", "indicated", "showed", "found") {
		return false
	}
	return !v.has(i-2, auxiliary) && !v.is(i-2, "if", "whether", "unless", "that")
}

// address puts the one spoken to in the place of "you" in "you said": who answers in
// the next turn, else who spoke before. Where nobody is known the words are left to
// who has the floor.
func (r *reader) address(b int) {
	said := r.v.said[:0]
	for _, a := range r.v.said {
		if a.who.pronoun && r.v.is(a.who.first, "you") {
			who := r.addressee(b)
			if !who.known() {
				continue
			}
			who.first, who.last = a.who.first, a.who.last
			a.who = who
		}
		said = append(said, a)
	}
	r.v.said = said
}

// maxAhead is how many blocks ahead the next turn is looked for.
const maxAhead = 4

// addressee gives who is spoken to in block b.
func (r *reader) addressee(b int) speaker {
	if !r.isTranscript() {
		if r.asked.first >= 0 && r.asked.read && r.talk.label.text == "" && b >= r.asked.first {
			return r.asked.who
		}
		return r.talk.answers
	}
	for k := b + 1; k < len(r.d.Blocks) && k <= b+maxAhead; k++ {
		if at, ok := r.turnLabel(r.d.Blocks[k].Text); ok {
			if s := r.speakerOf(at); s.text != r.holder.text {
				return s
			}
			break
		}
	}
	return r.talk.former
}

// yields notes that the turn goes from one speaker to another.
func (r *reader) yields(from, to speaker) {
	if from.known() && from.text != to.text {
		r.talk.former = from
	}
}

// isAsker reports whether block b begins with a bare Q, as questions of the press do.
func (r *reader) isAsker(text doc.Span) bool {
	s := r.d.Text[text.Start:min(text.End, text.Start+4)]
	if len(s) < 4 || s[0] != 'Q' || s[1] != ' ' && s[1] != '\t' {
		return false
	}
	return s[2] == ' ' || s[2] >= 'A' && s[2] <= 'Z' || s[2] == '"' || s[2] >= 0x80
}
