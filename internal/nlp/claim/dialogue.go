package claim

import (
	"strings"

	"analyze/internal/doc"
)

// A dialogue is who asks and who answers where turns are marked Q. and A. only.
type dialogue struct{ asks, answers, label speaker }

// qa reports whether text begins with the mark of a question or an answer, and
// gives what follows it; mark is 'q', 'a' or 0.
func qa(text string) (mark byte, rest string) {
	s := strings.TrimLeft(text, " \t\n>*_")
	if n := strings.IndexAny(s, " \t"); n > 0 && n < 4 && strings.Trim(s[:n], "0123456789") == "" {
		s = strings.TrimLeft(s[n:], " \t") // the number of the line
	}
	for _, m := range [...]struct {
		mark byte
		list []string
	}{{'q', []string{"Q.", "Q:", "Q -", "Question:", "QUESTION:"}}, {'a', []string{"A.", "A:", "A -", "Answer:", "ANSWER:"}}} {
		for _, p := range m.list {
			if after, ok := strings.CutPrefix(s, p); ok && (strings.HasPrefix(after, " ") || strings.HasPrefix(after, "\t")) {
				return m.mark, strings.TrimLeft(after, " *_\t")
			}
		}
	}
	return 0, text
}

// dialogueTurn gives the floor to who asks or answers in block b, if it is
// marked; somebody who answers with a name only is who answers from then on.
func (r *reader) dialogueTurn(b int) {
	if b < 0 || b >= len(r.d.Blocks) {
		return
	}
	text := r.d.Blocks[b].Text
	mark, rest := qa(r.d.Slice(text))
	switch mark {
	case 'q':
		if r.talk.label.known() {
			r.talk.asks = r.talk.label
		}
		r.holder = r.talk.asks
	case 'a':
		if s := r.firstPerson(doc.Span{Start: text.End - len(rest), End: text.End}, ".,"); s.known() && !r.talk.answers.known() {
			r.talk.answers = s
		}
		r.holder = r.talk.answers
	default:
		r.swornIn(text)
		return
	}
	r.floor = r.holder
}

// firstPerson gives the person whose name begins span, if one of the signs or
// its end follows.
func (r *reader) firstPerson(span doc.Span, signs string) speaker {
	for _, i := range r.mentionsIn(span) {
		men := &r.d.Mentions[i]
		before := strings.ToLower(strings.TrimSpace(r.d.Text[span.Start:men.Start]))
		if men.Type != doc.Person || strings.Trim(before, " .") != "" && words.sexes[before] == 0 && before != "dr" && before != "dr." && before != "my name is" {
			return speaker{}
		}
		after := strings.TrimLeft(r.d.Text[men.End:span.End], " ")
		if after != "" && !strings.ContainsAny(after[:1], signs) {
			return speaker{}
		}
		return r.personOf(i)
	}
	return speaker{}
}

// personOf makes a speaker of mention i.
func (r *reader) personOf(i int) speaker {
	men := &r.d.Mentions[i]
	s := speaker{text: r.d.Slice(men.Span), span: men.Span, referent: -1, person: true}
	if i < len(r.d.ReferentOf) {
		s.referent = r.d.ReferentOf[i]
	}
	if men.Text != "" {
		s.text = men.Text
	}
	return s
}

// maxSworn bounds a line that calls a witness, in bytes.
const maxSworn = 240

// swornIn reads the line that says who will answer: "ADA HOLT, sworn",
// "Examination of Ada Holt by Mr Dunn", "Testimony of Ada Holt".
func (r *reader) swornIn(span doc.Span) {
	if span.Len() > maxSworn {
		return
	}
	low := strings.ToLower(r.d.Slice(span))
	from := -1
	for _, w := range [...]string{"testimony of", "evidence of", "examination of", "examination of", "interview with", "deposition of", "witness:", "witness is", "the witness,"} {
		if i := strings.Index(low, w); i >= 0 && len(low) == span.Len() {
			from = span.Start + i
			break
		}
	}
	if from < 0 && (strings.Contains(low, "sworn") || strings.Contains(low, "affirmed") || strings.Contains(low, "called as a witness") || strings.Contains(low, "took the stand")) {
		from = span.Start
	}
	if from < 0 {
		return
	}
	for _, i := range r.mentionsIn(doc.Span{Start: from, End: span.End}) {
		if r.d.Mentions[i].Type == doc.Person {
			r.talk.answers = r.personOf(i)
			return
		}
	}
}
