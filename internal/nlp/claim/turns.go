package claim

import (
	"strings"

	"analyze/internal/doc"
)

// titleAt reports whether word k is a title or an office that stands before names.
func (v *view) titleAt(k int) bool { return titles[strings.TrimSuffix(v.low(k), ".")] }

// partAt reports whether word k names a part in a hearing by itself.
func (v *view) partAt(k int) bool {
	return (parts[v.low(k)] || v.is(k, "question", "answer", "q", "a")) && v.upper(k)
}

// question reports whether word k numbers a question: Q101.
func (v *view) question(k int) bool {
	l := v.low(k)
	return len(l) > 1 && l[0] == 'q' && strings.Trim(l[1:], "0123456789.") == ""
}

// labelled reads the label of a turn that ends with the colon at word i: who
// speaks until the next one.
func (v *view) labelled(i int) (speaker, bool) {
	first := 0
	for v.question(first) || v.is(first, "the", ">", "-", "•") {
		first++
	}
	if first >= i || i-first > 6 {
		return speaker{}, false
	}
	for k := first; k < i; k++ {
		if v.w[k].mention < 0 && !v.upper(k) && !v.is(k, ".", "of", "(", ")", ",") || v.ends(k) && !v.is(k, ".", "(", ")", ",") && v.tag(k) != doc.Period {
			return speaker{}, false
		}
	}
	s := speaker{text: v.text(first, i), span: v.span(first, i), referent: -1, person: true, first: first, last: i}
	for k := first; k < i; k++ {
		if who, ok := v.nameInPhrase(phrase{k + 1, i}); v.low(k) == "(" && ok {
			return v.mentionSpeaker(who.first), true // of an office
		}
	}
	if who, ok := v.nameInPhrase(phrase{first, i}); ok {
		return v.mentionSpeaker(who.first), true
	}
	for v.titleAt(first) && first+1 < i {
		first++
		s.text, s.span, s.first = v.text(first, i), v.span(first, i), first
		return s, true
	}
	return s, i-first <= 2 && v.partAt(i-1)
}

// announce notes who is about to be quoted where a sentence ends "X said:".
func (r *reader) announce() {
	v := r.v
	n := len(v.w)
	if n < 3 || !v.is(n-1, ":") {
		return
	}
	for i := range v.said {
		if a := &v.said[i]; a.who.known() && !a.who.pronoun && v.has(a.verb, says) && a.verb >= n-6 {
			r.announced = a.who
		}
	}
}

// ofOneself are those by which somebody speaks of himself.
var ofOneself = wordSet("i we my our us me i'm we're i've we've")

// maxVoice is how many bytes before a statement are searched for the voice of
// an author.
const maxVoice = 4000

// announcedAt gives the person who was announced before block b, if the author
// of the text before speaks of nobody as "I" or "we": else it is he who goes on.
func (r *reader) announcedAt(b int) speaker {
	if b < 0 || b >= len(r.d.Blocks) || !r.announced.person {
		return speaker{}
	}
	end := r.d.Blocks[b].Text.Start
	if firstPersonIn(r.d.Text[max(0, end-maxVoice):end]) {
		return speaker{}
	}
	return r.announced
}

// statement gives the floor to who was announced by "X said:" where block b is a
// paragraph in the first person: a statement that no quotation marks enclose.
func (r *reader) statement(b int) {
	if !r.stating.known() || b < 0 || b >= len(r.d.Blocks) {
		return
	}
	text := r.d.Blocks[b].Text
	if r.d.Blocks[b].Kind != doc.Body || r.opens(b) || r.holder.known() || !firstPersonIn(r.d.Slice(text)) {
		r.stating = speaker{}
		return
	}
	r.holder, r.floor = r.stating, r.stating
}

// firstPersonIn reports whether a word of text says "I" or "we".
func firstPersonIn(text string) bool {
	for _, w := range strings.FieldsFunc(text, func(c rune) bool { return !(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '\'') }) {
		if ofOneself[strings.ToLower(w)] {
			return true
		}
	}
	return false
}

// opens reports whether block b begins with a quotation mark.
func (r *reader) opens(b int) bool {
	if b < 0 || b >= len(r.d.Blocks) {
		return false
	}
	s := strings.TrimLeft(r.d.Slice(r.d.Blocks[b].Text), " \t\n>*_")
	for _, q := range [...]string{`"`, "“", "«", "„", "‘", "``"} {
		if strings.HasPrefix(s, q) {
			return true
		}
	}
	return false
}

// temporal are words that head a time and never somebody.
var temporal = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields("end beginning start middle year years month months week weeks day days quarter decade century time date morning evening " +
		"night afternoon summer winter spring autumn today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday") {
		m[w] = true
	}
	return m
}()

// noSpeaker reports whether s can be no source: a time, or words that only hold
// the speaker's own work.
func (v *view) noSpeaker(s speaker) bool {
	if !s.known() || s.referent >= 0 || s.last <= s.first || s.last > len(v.w) {
		return false
	}
	h := v.headPart(phrase{s.first, s.last})
	if h.empty() || v.w[h.last-1].mention >= 0 {
		return false
	}
	return temporal[v.low(h.last-1)] || v.is(h.last-1, "all", "each", "one") && h.last-h.first == 1 && !v.is(h.last, "of")
}

// gaps finds who takes over the verb of the statement before: "A expects 2, B
// between 2 and 3", "and, later, B of 30,000".
func (v *view) gaps() {
	n := len(v.said)
	for f := 1; f < len(v.first) && n > 0; f++ {
		k := v.first[f] - 1
		for k > 0 && (v.tag(k) == doc.RB || v.isQuote(k) || v.is(k, "of", "at", "as", "to", "between", "only", "just", "about", "some")) {
			k--
		}
		k = v.overAside(k)
		first, last, who := v.gapped(k)
		if v.isComma(k) {
			first, last, who = v.gapBefore(k)
		}
		if !who.known() && v.isPlace(k) && v.w[v.first[f]-1].figure < 0 && (v.first[f] == k+1 && v.weakBefore(k) || v.is(k+1, "of") && v.first[f] == k+2 && v.speaksOf(k)) {
			first, last = v.extent(k)
			who = v.mentionSpeaker(k)
		}
		if !who.known() {
			continue
		}
		b := first - 1
		if v.titleAt(b) && v.is(b-1, ";") {
			b--
		}
		b = v.withArticles(b+1) - 1
		if b < 1 || !v.isComma(b) && !v.is(b, ";", "and", "but", "while") {
			continue
		}
		for i := n - 1; i >= 0; i-- {
			a := &v.said[i]
			if a.last > v.first[f-1] || a.reach == back || a.reach == nearest || !v.has(a.verb, says|counts) && !(v.is(a.verb, "is", "stands") && a.estimate) {
				continue
			}
			elliptic := last == v.first[f] && v.isComma(b) && (v.w[last-1].mention < 0 || v.othersHave(a, f))
			if elliptic || !v.verbBetween(a.last, v.first[f-1]) && !v.verbBetween(v.last[f-1], first) {
				last = max(last, k+1)
				v.said = append(v.said, attribution{first: first, last: last, reach: ahead, who: who, verb: last - 1, estimate: a.estimate, gap: true})
			}
			break
		}
	}
}

// gapsThat finds who takes over the verb before a clause: "Oxfam said that 40 had
// gone, Plan that 12 were left".
func (v *view) gapsThat() {
	for k := 2; k < len(v.w) && len(v.said) > 0; k++ {
		if !v.is(k, "that") || v.tag(k) != doc.IN && v.tag(k) != doc.DT && v.tag(k) != doc.WDT {
			continue
		}
		first, last, who := v.gapped(k - 1)
		if a := &v.said[0]; who.known() && last == k && (v.isComma(first-1) || v.is(first-1, "and", "but", "while", ";") || v.tag(first-1) == doc.DT && v.isComma(first-2)) &&
			a.reach == ahead && a.last <= first && v.is(a.last-1, "that") && v.has(a.verb, says|counts) {
			v.said = append(v.said, attribution{first: first, last: k + 1, reach: ahead, who: who, verb: k, estimate: a.estimate, gap: true})
		}
	}
}

// gapBefore reads who stands between a semicolon and the comma at word k, which takes
// the place of the verb: "; the mayor's office, of 40".
func (v *view) gapBefore(k int) (first, last int, who speaker) {
	p := v.phraseBefore(k)
	if !p.empty() && v.isComma(p.first-1) && v.namedAt(p.last-1) && p.last-p.first <= 4 {
		// "its own lobby, Plan, 40 per cent"
		if q := v.phraseBefore(p.first - 1); !q.empty() && v.has(v.headPart(q).last-1, human|body) && v.w[q.last-1].mention < 0 && v.isComma(q.first-1) {
			return q.first, k + 1, v.mentionOrWords(p)
		}
	}
	if p.empty() || !v.is(p.first-1, ";") && !(v.is(p.first-1, "and") && v.is(p.first-2, ";", ",")) || !v.speaks(p) && !v.orgAt(k-1) {
		return k, k, speaker{}
	}
	return p.first, k + 1, v.speakerIn(p, &memory{})
}

// mentionOrWords makes a speaker of the name p, known or not.
func (v *view) mentionOrWords(p phrase) speaker {
	if v.w[p.last-1].mention >= 0 {
		return v.mentionSpeaker(p.last - 1)
	}
	return v.described(p)
}

// speaksOf reports whether somebody speaks of a number before word k.
func (v *view) speaksOf(k int) bool {
	for i := range v.said {
		if a := &v.said[i]; a.last <= k && v.is(a.verb, "spoke", "speaks", "speak", "talks", "talked") {
			return true
		}
	}
	return false
}

// weakBefore reports whether a country that counts speaks before word k: "Greece
// registered 40 arrivals, Malta 12".
func (v *view) weakBefore(k int) bool {
	for i := range v.said {
		if a := &v.said[i]; a.weak && a.last <= k && v.has(a.verb, counts) {
			return true
		}
	}
	return false
}

// overAside is the word before what stands between commas behind a name, where word k
// is the comma that closes it: "Anna Holt, the mayor, of 40".
func (v *view) overAside(k int) int {
	if v.is(k, "himself", "herself", "itself") {
		k--
	}
	if !v.isComma(k) {
		return k
	}
	for i := k - 1; i > 0 && i > k-10; i-- {
		if v.figureAt(i) || v.finite(i) {
			return k
		}
		if v.isComma(i) {
			if v.namedAt(i-1) && !v.isPlace(i-1) && (v.describes(i+1) || v.is(i+1, "as", "for", "of", "from") || v.has(i+1, human|body)) {
				return i - 1
			}
			return k
		}
	}
	return k
}

// othersHave reports whether what a says is that a place has something, so that an
// organisation before figure f is no other that has it but another that says so:
// "Oxfam says Chad had 40, UNICEF 30".
func (v *view) othersHave(a *attribution, f int) bool {
	men := v.mention(a.last)
	return men != nil && men.Type == doc.Place && v.has(a.verb, says) && v.orgAt(v.first[f]-1) && v.mention(a.who.last-1) != nil && v.mention(a.who.last-1).Type != doc.Person
}

// gapped reads the speaker that ends at word k: the name of somebody, or "the
// army".
func (v *view) gapped(k int) (first, last int, who speaker) {
	if v.is(k, "of", "at") {
		return k, k, speaker{}
	}
	if men := v.mention(k); men != nil {
		if men.Type != doc.Org && men.Type != doc.Person || men.Form == doc.Adjective || men.Len() < 3 {
			return k, k, speaker{}
		}
		first, last = v.extent(k)
		return first, last, v.mentionSpeaker(k)
	}
	if !v.has(k, human|body) || v.figureAt(k) {
		return k, k, speaker{}
	}
	p := v.phraseBefore(k + 1)
	if v.tag(k) == doc.NNS && v.has(k, human) && p.last-p.first == 1 {
		return p.first, p.last, v.described(p)
	}
	if p.empty() || v.tag(p.first) != doc.DT || p.last-p.first > 4 {
		return k, k, speaker{}
	}
	return p.first, p.last, v.described(p)
}
