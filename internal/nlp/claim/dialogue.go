package claim

import (
	"slices"
	"strings"

	"analyze/internal/doc"
)

// titles and parts are what the label of a turn may begin with.
var (
	titles = wordSet("mr mrs ms miss dr sir dame lord lady baroness professor prof senator sen representative rep congressman congresswoman judge justice president minister " +
		"secretary general gen colonel col ambassador admiral lieutenant lt major captain capt sergeant chief director commissioner inspector councillor councilor delegate " +
		"governor mayor hon chairman chairwoman father sister rev bishop")
	parts = wordSet("chair chairman chairwoman chairperson president speaker moderator witness interviewer interviewee prosecutor counsel judge clerk rapporteur interpreter court host guest")
)

// A dialogue is who asks and who answers where turns are marked Q. and A. only.
type dialogue struct {
	asks, answers speaker
	label         speaker // who was named last by the label of a turn
	held          speaker // whose turn goes on over paragraphs
	former        speaker // who had the turn before
	sought        bool    // whom the text before the first answer names has been looked for
}

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

// maxLabel bounds the label of a turn and maxSeat one that tells an office and who holds it,
// in bytes.
const maxLabel, maxSeat = 90, 160

// turnLabel reads the label that a turn begins with, set in bold or not: "Ada
// Holt:", "General Marsh.", "The CHAIRMAN."; the words of the label are at.
func (r *reader) turnLabel(span doc.Span) (at doc.Span, ok bool) {
	text := r.d.Text[span.Start:min(span.End, span.Start+maxSeat)]
	start := len(text) - len(strings.TrimLeft(text, " \t\n>*_-•"))
	if mark, _, cut := strings.Cut(text[start:], " "); cut && len(mark) > 1 && mark[0] == 'Q' && strings.Trim(mark[1:], "0123456789.") == "" {
		start += len(mark) + 1 // the number of a question
	}
	depth := 0
	for end := start; end < len(text); end++ {
		switch text[end] {
		case '(':
			depth++
		case ')':
			depth--
		case '\n', ';', '?', '!', '"', ',':
			return doc.Span{}, false
		case ':', '.':
			dot := text[end] == '.'
			if dot && (depth > 0 || shortTitle(text[start:end])) {
				continue
			}
			label := strings.TrimRight(text[start:end], " *_")
			rest := strings.TrimLeft(text[end+1:], "*_")
			if !strings.HasPrefix(rest, " ") && !strings.HasPrefix(rest, "\t") || !r.isLabel(label, span.Start+start, dot) {
				return doc.Span{}, false
			}
			return doc.Span{Start: span.Start + start, End: span.Start + start + len(label)}, true
		}
	}
	return doc.Span{}, false
}

// shortTitle reports whether s ends with a title that a full stop shortens, or with what one
// shortens behind a name.
func shortTitle(s string) bool {
	w := strings.ToLower(s[strings.LastIndexByte(s, ' ')+1:])
	return len(w) == 1 || len(w) > 2 && len(strings.ReplaceAll(w, ".", "")) == len(w)/2+1 && w[1] == '.' || words.sexes[w] != 0 && len(w) < 4 || w == "dr" || w == "jr" || w == "sr" || w == "prof" || w == "gen" || w == "col" || w == "hon" || w == "sen" || w == "rep" || w == "capt" || w == "lt"
}

// isLabel reports whether the words of a label name somebody: all with a capital,
// a title or a part before the name; with a colon a name will do.
func (r *reader) isLabel(label string, start int, dot bool) bool {
	bare, _, seat := strings.Cut(label, " (") // of the office, or of the name
	f := strings.Fields(bare)
	if len(f) == 0 || len(label) > maxLabel && !seat || len(f) > 6 && !(seat && strings.EqualFold(f[0], "the")) {
		return false
	}
	if seat {
		if !strings.HasSuffix(label, ")") {
			return false
		}
		label = bare
	}
	if strings.EqualFold(f[0], "the") && len(f) > 1 {
		return isOffice(f[1:], seat, dot)
	}
	if len(f) == 2 && strings.EqualFold(f[0], "madam") || len(f) == 2 && strings.EqualFold(f[0], "acting") {
		return parts[strings.ToLower(f[1])]
	}
	for _, w := range f {
		if c := w[0]; c >= 'a' && c <= 'z' && w != "of" && w != "de" && w != "van" && w != "von" && w != "al" && w != "bin" && w != "for" && w != "the" {
			return false
		}
	}
	first := strings.ToLower(strings.TrimSuffix(f[0], "."))
	if titles[first] {
		return len(f) > 1
	}
	if dot {
		return false
	}
	if len(f) == 1 && parts[first] {
		return true
	}
	for _, i := range r.mentionsIn(doc.Span{Start: start, End: start + len(label)}) {
		if m := &r.d.Mentions[i]; m.Type == doc.Person && m.Start <= start+1 {
			return true
		}
	}
	return false
}

// offices are what members of a government are called in the labels of their turns.
var offices = wordSet("minister secretary under-secretary chancellor president attorney-general solicitor-general treasurer leader commissioner speaker chairman chair paymaster lord governor")

// isOffice reports whether words behind "The" that a label consists of are an office in a
// hearing or a house: "The CHAIRMAN.", "The Chairwoman.", "The Minister for Water (Mr Holt):".
// "The U.S." and the like begin sentences.
func isOffice(f []string, seat, dot bool) bool {
	office := strings.ToLower(f[0])
	if parts[office] && (len(f) == 1 || seat) || seat && slices.ContainsFunc(f, func(w string) bool { return offices[strings.ToLower(w)] }) {
		return true
	}
	words := strings.Join(f, " ")
	return words == strings.ToUpper(words) && (!dot || len(words) > 4 && !strings.Contains(words, "."))
}

// minLabels is how many turns with labels make a transcript, in which a turn goes
// on over paragraphs without one.
const minLabels = 3

// isTranscript counts the labels of the document's turns, once.
func (r *reader) isTranscript() bool {
	if r.labels == 0 {
		r.labels = 1
		for b := range r.d.Blocks {
			if at, ok := r.turnLabel(r.d.Blocks[b].Text); ok {
				r.labels += weightOf(r.d.Slice(at))
			}
		}
	}
	return r.labels > minLabels
}

// weightOf is how much a label tells of a document: one with a title and a surname in
// capitals is by itself the label of a speech.
func weightOf(label string) int {
	f := strings.Fields(label)
	last := f[len(f)-1]
	capital := strings.TrimLeft(strings.TrimPrefix(strings.TrimPrefix(last, "Mc"), "De"), "-")
	if len(f) > 1 && titles[strings.ToLower(strings.TrimSuffix(f[0], "."))] && len(capital) > 2 && capital == strings.ToUpper(capital) && f[0] != strings.ToUpper(f[0]) {
		return minLabels
	}
	return 1
}

// speakerOf makes a speaker of the words of a label: the person named, or the
// words without title.
func (r *reader) speakerOf(at doc.Span) speaker {
	named := -1
	for _, i := range r.mentionsIn(at) {
		// "The MINISTER FOR HEALTH (Mrs Vance)": the name is in the brackets.
		if r.d.Mentions[i].Type == doc.Person && (named < 0 || strings.Contains(r.d.Text[at.Start:r.d.Mentions[i].Start], "(")) {
			named = i
		}
	}
	if named >= 0 {
		return r.personOf(named)
	}
	text := squeeze(r.d.Slice(at))
	if rest, ok := strings.CutPrefix(text, "The "); ok {
		at.Start += len("The ")
		text = rest
	}
	return speaker{text: text, span: at, referent: -1, person: true}
}

// dialogueTurn gives the floor to who asks or answers in block b, if it is
// marked; somebody who answers with a name only is who answers from then on.
func (r *reader) dialogueTurn(b int) {
	if b < 0 || b >= len(r.d.Blocks) {
		return
	}
	text := r.d.Blocks[b].Text
	if r.isAsker(text) && r.isTranscript() {
		r.yields(r.holder, speaker{})
		r.holder, r.talk.held = speaker{}, speaker{}
	} else if !r.marked(r.d.Blocks[b].Span) { // of what looks like a list the text is without the mark
		r.swornIn(text)
		if at, ok := r.turnLabel(text); ok && r.isTranscript() {
			who := r.speakerOf(at)
			r.yields(r.talk.held, who)
			r.holder, r.talk.label, r.talk.held = who, who, who
		} else if r.d.Blocks[b].Kind == doc.Body && r.isTranscript() {
			r.holder = r.talk.held
		} else if s, ok := r.answered(b); ok {
			r.holder = s
		} else {
			r.talk.held = speaker{}
		}
	}
	r.floor = r.holder
}

// marked gives the floor to who asks or answers where text begins with the mark of
// a question or an answer.
func (r *reader) marked(text doc.Span) bool {
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
		if !r.talk.answers.known() {
			r.talk.answers = r.interviewed(text.Start)
		}
		r.holder = r.talk.answers
	default:
		return false
	}
	r.floor = r.holder
	return true
}

// interviewed gives who answers in an interview that names nobody later: who is said
// to talk to somebody in the text before byte end, else the only person whom it
// names; those who wrote it left out.
func (r *reader) interviewed(end int) (who speaker) {
	if r.talk.sought {
		return speaker{}
	}
	r.talk.sought = true
	last, only := -1, -1 // named last; named and no author
	for i := range r.d.Mentions {
		men := &r.d.Mentions[i]
		if men.Start >= end {
			break
		}
		if men.Type != doc.Person || men.Form == doc.Adjective || i >= len(r.d.ReferentOf) || r.d.ReferentOf[i] < 0 {
			continue
		}
		if last >= 0 && r.d.ReferentOf[last] != r.d.ReferentOf[i] {
			if asks, answers := r.talksTo(last, i); answers >= 0 {
				r.talk.asks = r.personOf(asks)
				return r.personOf(answers)
			}
		}
		last = i
		switch {
		case r.wrote(i):
		case only == -1:
			only = i
		case only >= 0 && r.d.ReferentOf[only] != r.d.ReferentOf[i]:
			only = -2 // more than one
		}
	}
	if only >= 0 {
		return r.personOf(only)
	}
	return speaker{}
}

// maxTalk bounds what stands between those who talk with each other, in bytes.
const maxTalk = 200

// talksTo tells which of the persons of mentions i and j asks and which answers, by
// the words between them; -1 where they say nothing of it.
func (r *reader) talksTo(i, j int) (asks, answers int) {
	a, b := r.d.Mentions[i].End, r.d.Mentions[j].Start
	if b <= a || b-a > maxTalk {
		return -1, -1
	}
	between := strings.ToLower(squeeze(r.d.Text[a:b]))
	for _, w := range [...]string{"talks to", "speaks to", "spoke to", "talked to", "tells", "told", "interviewed by", "answers questions", "in conversation with", "talks with", "speaks with", "spoke with"} {
		if strings.Contains(between, w) {
			return j, i
		}
	}
	for _, w := range [...]string{"interviews", "interviewed", "meets", "asks", "questions"} {
		if strings.Contains(between, w) {
			return i, j
		}
	}
	return -1, -1
}

// whoAnswers puts who asks or answers, as far as known, in the place of the marks
// "A:" and "Q:" that the sentence begins with.
func (r *reader) whoAnswers() {
	v := r.v
	for i := range v.said {
		a := &v.said[i]
		if !v.is(a.verb, ":") || a.who.referent >= 0 {
			continue
		}
		var who speaker
		switch strings.ToLower(a.who.text) {
		case "a", "answer":
			if !r.talk.answers.known() {
				r.talk.answers = r.interviewed(r.d.Sentences[v.s].Start)
			}
			who = r.talk.answers
		case "q", "question":
			if !r.talk.asks.known() && !r.talk.answers.known() {
				r.talk.answers = r.interviewed(r.d.Sentences[v.s].Start)
			}
			who = r.talk.asks
		}
		if who.known() {
			who.first, who.last = a.who.first, a.who.last
			a.who = who
		}
	}
}

// wrote reports whether mention i names an author of the document: of its card, or
// behind "by" in a short line.
func (r *reader) wrote(i int) bool {
	men := &r.d.Mentions[i]
	name := r.d.Slice(men.Span)
	for _, a := range r.d.Meta.Authors {
		if strings.Contains(a, name) {
			return true
		}
	}
	before := strings.ToLower(r.d.Text[max(0, men.Start-16):men.Start])
	b := r.d.BlockAt(men.Start)
	return strings.HasSuffix(before, "by ") && b >= 0 && b < len(r.d.Blocks) && r.d.Blocks[b].Len() < maxLabel
}

// maxMark bounds what is read of a sentence to find the mark of a turn, in bytes.
const maxMark = 80

// markedInside gives the floor to who asks or answers where a mark stands at the
// beginning of sentence s, within a block.
func (r *reader) markedInside(s, b int) {
	start := r.d.Sentences[s].Start
	if b < 0 || b >= len(r.d.Blocks) || start <= r.d.Blocks[b].Text.Start || start >= r.d.Blocks[b].Text.End {
		return
	}
	if c := r.d.Text[start]; c != 'Q' && c != 'A' {
		return
	}
	end := min(start+maxMark, r.d.Blocks[b].Text.End)
	for end < r.d.Blocks[b].Text.End && r.d.Text[end]&0xc0 == 0x80 {
		end++
	}
	r.marked(doc.Span{Start: start, End: end})
}

// firstPerson gives the person whose name begins span, if one of the signs or
// its end follows.
func (r *reader) firstPerson(span doc.Span, signs string) speaker {
	within := r.mentionsIn(span)
	if len(within) == 0 {
		return speaker{}
	}
	men := &r.d.Mentions[within[0]]
	before := strings.ToLower(strings.TrimSpace(r.d.Text[span.Start:men.Start]))
	if men.Type != doc.Person || strings.Trim(before, " .") != "" && words.sexes[before] == 0 && before != "dr" && before != "dr." && before != "my name is" {
		return speaker{}
	}
	if before == "" && !strings.Contains(r.d.Slice(men.Span), " ") {
		return speaker{} // one word alone may be any answer
	}
	after := strings.TrimLeft(r.d.Text[men.End:span.End], " ")
	if after != "" && !strings.ContainsAny(after[:1], signs) {
		return speaker{}
	}
	return r.personOf(within[0])
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
	for _, w := range [...]string{"testimony of ", "evidence of ", "examination of ", "interview with ", "deposition of ", "witness: ", "witness is ", "the witness, "} {
		if i := strings.Index(low, w); i >= 0 && len(low) == span.Len() {
			from = span.Start + i + len(w)
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
			if at := r.capitals(from, r.d.Mentions[i].Start); at.Len() > 0 {
				break // somebody whom the names pass does not know comes first
			}
			r.talk.answers = r.personOf(i)
			return
		}
	}
	if at := r.capitals(from, span.End); at.Len() > 0 {
		r.talk.answers = speaker{text: r.d.Slice(at), span: at, referent: -1, person: true}
	}
}

// capitals covers the two to four words with capitals that begin at byte from and end
// before byte end; empty if there are fewer or more.
func (r *reader) capitals(from, end int) doc.Span {
	n, at := 0, from
	for _, w := range strings.SplitAfter(r.d.Text[from:max(from, end)], " ") {
		bare := strings.TrimRight(w, " ,.;:")
		if bare == "" || bare[0] < 'A' || bare[0] > 'Z' {
			break
		}
		n++
		from += len(w)
		if end = from - len(w) + len(bare); len(bare) < len(strings.TrimRight(w, " ")) && !strings.HasSuffix(bare, ".") && len(bare) > 1 {
			break
		}
	}
	if n < 2 || n > 4 {
		return doc.Span{}
	}
	return doc.Span{Start: at, End: end}
}
