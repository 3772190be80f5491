package claim

import (
	"strings"

	"analyze/internal/doc"
)

// An interview is a document in which questions stand in paragraphs of their own and
// whose answers bear no label.
type interview struct {
	read  bool    // it has been looked for
	first int     // block of the first question, -1 where the document is none
	over  bool    // the answers have ended
	who   speaker // who answers
}

const (
	minAsked    = 3   // questions that make an interview
	maxQuestion = 600 // bytes of one
)

// talkWords say in the lead of a text that somebody was asked.
var talkWords = wordSet("spoke talked talks speaks interview interviews interviewed asked tells told conversation answers answered meets met caught sat explains discusses reflects q&a")

// isQuestion reports whether block b is a question by itself: it ends with the sign,
// or it is set in bold from end to end.
func (r *reader) isQuestion(b int) bool {
	k := r.d.Blocks[b].Kind
	if k != doc.Body && k != doc.Heading && k != doc.List && k != doc.Quote || r.d.Blocks[b].Text.Len() > maxQuestion {
		return false
	}
	s := strings.TrimSpace(r.d.Slice(r.d.Blocks[b].Text))
	bare := strings.Trim(s, "*_#> \t\n\"“”")
	if len(bare) < 8 {
		return false
	}
	return strings.HasSuffix(bare, "?") || r.isBold(b) && k == doc.Body
}

// maxPrompt bounds what an interviewer says without asking, in bytes.
const maxPrompt = 400

// isPrompt reports whether block b, behind the first question, is the interviewer's: it
// speaks to somebody and the next paragraph answers, or it is a line before a longer
// paragraph.
func (r *reader) isPrompt(b int) bool {
	if r.d.Blocks[b].Kind != doc.Body && r.d.Blocks[b].Kind != doc.Heading || b+1 >= len(r.d.Blocks) || r.d.Blocks[b+1].Kind != doc.Body {
		return false
	}
	text, next := r.d.Slice(r.d.Blocks[b].Text), r.d.Slice(r.d.Blocks[b+1].Text)
	if len(text) > maxPrompt || firstPersonIn(text) || strings.Contains(text, "\n") {
		return false
	}
	return addresses(text) && (strings.Contains(text, "?") || len(text) < maxPrompt/3) && firstPersonIn(next) || len(text) < maxPrompt/4 && len(next) > 2*len(text) && firstPersonIn(next)
}

// addresses reports whether text speaks to somebody.
func addresses(text string) bool {
	for _, w := range strings.FieldsFunc(strings.ToLower(text), func(c rune) bool { return c < 'a' || c > 'z' }) {
		if w == "you" || w == "your" {
			return true
		}
	}
	return false
}

// isBold reports whether block b is bold from end to end and no label.
func (r *reader) isBold(b int) bool {
	s := strings.TrimSpace(r.d.Slice(r.d.Blocks[b].Text))
	return len(s) > 8 && strings.HasPrefix(s, "**") && strings.HasSuffix(s, "**") && strings.Count(s, "**") == 2
}

// findInterview looks for questions without labels, once.
func (r *reader) findInterview() {
	r.asked.read, r.asked.first = true, -1
	first, n, own := -1, 0, 0
	for b := 0; b+1 < len(r.d.Blocks); b++ {
		if r.d.Blocks[b+1].Kind != doc.Body || !r.isQuestion(b) && (first < 0 || !r.isPrompt(b)) || r.isQuestion(b+1) {
			continue
		}
		if first < 0 {
			first = b
		}
		n++
		if firstPersonIn(r.d.Slice(r.d.Blocks[b+1].Text)) {
			own++
		}
	}
	if n < minAsked || own*2 < n || r.isTranscript() {
		return
	}
	start := r.d.Blocks[first].Text.Start
	if !r.talkedOf(max(0, start-maxVoice), start) {
		return
	}
	r.asked.who = r.interviewed(start)
	if r.talk.sought = false; !r.asked.who.known() {
		r.asked.who = r.firstNamed(start)
	}
	if r.asked.who.known() && r.introduced(r.asked.who, first) {
		r.asked.first = first
	}
}

// maxIntroduced bounds the blocks before the first question of an interview.
const maxIntroduced = 12

// introduced reports whether a paragraph before block first names s and tells that
// somebody was asked, in nobody's own voice: a briefing that opens with "I" is none.
func (r *reader) introduced(s speaker, first int) bool {
	if first > maxIntroduced {
		return false
	}
	for b := range first {
		span := r.d.Blocks[b].Text
		text := r.d.Slice(span)
		if !r.talkedOf(span.Start, span.End) || !strings.Contains(text, s.text[strings.LastIndexByte(s.text, ' ')+1:]) {
			continue
		}
		own := false
		for _, w := range strings.Fields(strings.ToLower(text)) {
			own = own || w == "i" || w == "i'm" || w == "i’m" || w == "we" || w == "our"
		}
		if !own {
			return true
		}
	}
	return false
}

// talkedOf reports whether the text from byte start to end says that somebody was
// asked.
func (r *reader) talkedOf(start, end int) bool {
	lead := strings.ToLower(r.d.Text[start:end])
	for _, w := range strings.FieldsFunc(lead, func(c rune) bool { return !(c >= 'a' && c <= 'z' || c == '&') }) {
		if talkWords[w] {
			return true
		}
	}
	return false
}

// firstNamed gives the person named first before byte end who did not write the text.
func (r *reader) firstNamed(end int) speaker {
	for i := range r.d.Mentions {
		men := &r.d.Mentions[i]
		if men.Start >= end {
			break
		}
		if men.Type == doc.Person && men.Form != doc.Adjective && i < len(r.d.ReferentOf) && r.d.ReferentOf[i] >= 0 && !r.wrote(i) {
			return r.personOf(i)
		}
	}
	return speaker{}
}

// answered gives the floor in an interview without labels to who asks or answers in
// block b; ok is false where the document is none or block b no part of it.
func (r *reader) answered(b int) (who speaker, ok bool) {
	if !r.asked.read {
		r.findInterview()
	}
	if r.asked.first < 0 || b < r.asked.first || r.asked.over {
		return speaker{}, false
	}
	if r.isQuestion(b) || r.isPrompt(b) {
		return r.talk.asks, true
	}
	if k := r.d.Blocks[b].Kind; k == doc.Heading || k == doc.Caption || k == doc.Footnote {
		return speaker{}, false
	}
	if text := r.d.Slice(r.d.Blocks[b].Text); r.tellsOf(text) {
		r.asked.over = true
		return speaker{}, false
	}
	return r.asked.who, true
}

// tellsOf reports whether text speaks of who answers by name and not as he: a note
// of the editors behind the interview.
func (r *reader) tellsOf(text string) bool {
	low := strings.ToLower(strings.TrimLeft(text, "*_ ("))
	if strings.HasPrefix(low, "interview") || strings.HasPrefix(low, "this interview") || strings.HasPrefix(low, "this conversation") {
		return true
	}
	name := r.asked.who.text
	return strings.Contains(text, name[strings.LastIndexByte(name, ' ')+1:]) && !firstPersonIn(text)
}
