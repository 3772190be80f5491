package claim

import (
	"sort"
	"strings"

	"analyze/internal/doc"
)

// A memory holds who spoke before, for pronouns and for statements that go on.
type memory struct {
	person, body      speaker
	several           speaker    // who spoke of whom only "they" can be said
	named             speaker    // the person named last, speaking or not
	people            [8]speaker // persons named, in a ring
	next              int        // of people
	count, acted      int        // sentences read, and read when person was noted
	namedAt           int        // sentences read when named was noted
	bodyAt, severalAt int        // sentences read when body and several were noted
	near              int        // sentences for which "the report" still means who was heard last
}

// heard notes that s spoke.
func (m *memory) heard(s speaker) {
	m.near = 3
	m.noted(s)
}

// noted keeps s for the pronoun that can mean it.
func (m *memory) noted(s speaker) {
	switch {
	case s.person:
		m.person, m.acted = s, m.count
	case s.plural:
		m.several, m.severalAt = s, m.count
	default:
		m.body, m.bodyAt = s, m.count
	}
}

// remember notes the first person that the sentence names.
func (v *view) remember(m *memory) {
	m.near--
	m.count++
	if len(v.w) > 0 && (v.w[0].quoted || v.isQuote(0)) {
		return // who is told of in a quotation does not act in the text
	}
	if !v.spoken() || len(v.said) == 1 && v.is(v.said[0].verb, ":") {
		if s := v.bodyBefore(len(v.w), m); s.known() && !s.pronoun {
			m.noted(s)
		}
	}
	if s := v.questioned(m); s.known() {
		m.noted(s)
	}
	if s := v.topical(m); s.known() {
		m.body, m.bodyAt = s, m.count
	}
	if v.is(0, "he", "she") && m.person.known() && m.person.sex.agrees(sexOfPronoun(v.low(0))) && m.namedAt <= m.acted {
		m.acted, m.namedAt, m.person.sex = m.count, m.count, sexOfPronoun(v.low(0))
	}
	first := true
	for i := 0; i < len(v.w); i++ {
		men := v.mention(i)
		if men == nil || men.Type != doc.Person || men.In == doc.Byline {
			continue
		}
		s := v.mentionSpeaker(i)
		m.people[m.next%len(m.people)] = s
		m.next++
		if first {
			m.named, m.namedAt = s, m.count
			if !v.spoken() && !v.w[i].quoted && m.person.known() && v.acts(i) {
				m.person, m.acted = s, m.count // who acted last is meant by "she"
			}
		}
		first = false
		_, i = v.extent(i)
		i--
	}
}

// questioned gives the person whom the author says to have asked: "We asked the minister
// whether …", whom "he" means then.
func (v *view) questioned(m *memory) speaker {
	k := 0
	for k < 3 && !v.is(k, "we", "i") {
		k++ // the number of a paragraph
	}
	if !v.is(k, "we", "i") || !v.is(k+1, "asked", "interviewed", "met", "questioned", "visited", "rang", "called") && !v.is(k+2, "to", "with") {
		return speaker{}
	}
	k += 2
	if v.is(k, "to", "with") {
		k++
	}
	if s := v.speakerIn(v.phraseAfter(k), m); s.person {
		return s
	}
	return speaker{}
}

// topical gives the body that a question without a verb asks about: "And the carrier?"
func (v *view) topical(m *memory) speaker {
	n := len(v.w)
	if n < 3 || n > 8 || !v.is(n-1, "?") || v.verbBetween(0, n) {
		return speaker{}
	}
	p := v.phraseBefore(n - 1)
	if p.empty() || !v.namesActor(p) {
		return speaker{}
	}
	if s := v.speakerIn(p, m); !s.person {
		return s
	}
	return speaker{}
}

// lately gives the person of that sex who was named last; nobody where the sex of
// those named is not known.
func (m *memory) lately(x sex) speaker {
	for n := 1; n <= len(m.people) && n <= m.next; n++ {
		if s := m.people[(m.next-n)%len(m.people)]; s.sex == x {
			return s
		}
	}
	return speaker{}
}

// meant chooses whom "he" or "she" means: who acted or spoke last, else who was
// named last, if the sex fits.
func (m *memory) meant(x sex) speaker {
	if m.person.known() && m.person.sex == 0 && (m.count-m.acted < 2 || m.count-m.acted < maxStandIn && m.namedAt <= m.acted) {
		return m.person
	}
	for _, s := range [...]speaker{m.person, m.named} {
		if s.known() && s.sex == x {
			return s
		}
	}
	if s := m.lately(x); s.known() {
		return s
	}
	rest := [...]speaker{m.person, m.named}
	if m.namedAt > m.acted && m.count-m.namedAt < 2 {
		rest[0], rest[1] = rest[1], rest[0]
	}
	for _, s := range rest {
		if s.known() && s.sex.agrees(x) {
			return s
		}
	}
	return speaker{}
}

// acts reports whether the person named at word i is the subject of a sentence.
func (v *view) acts(i int) bool {
	first, last := v.extent(i)
	for first > 0 && (v.tag(first-1) == doc.NNP || v.tag(first-1) == doc.CC || v.titleAt(first-1)) {
		first--
	}
	if v.isComma(first-1) && v.isComma(last) && first < 8 {
		// "An expert, Anna Holt, examined …"
		p := v.phraseBefore(first - 1)
		return p.first == 0 && v.speaks(p) && !v.isPlace(p.last-1)
	}
	return first == 0 && (v.tag(last).IsVerb() || v.tag(last) == doc.MD || v.isComma(last) || v.tag(last) == doc.RB || v.is(last, "of", "from", "at"))
}

// isName reports whether s is a named person or organisation.
func (s speaker) isName(v *view) bool { return s.known() && s.referent >= 0 && !s.anon }

// mentionSpeaker makes a speaker of the mention at word i.
func (v *view) mentionSpeaker(i int) speaker {
	first, last := v.extent(i)
	men := v.mention(i)
	s := speaker{text: v.text(first, last), span: men.Span, referent: v.referent(v.w[i].mention), first: first, last: last, person: men.Type == doc.Person}
	if men.Text != "" {
		s.text = men.Text
	}
	if s.person {
		s.sex = v.sexOf(first, s.referent)
	}
	return s
}

// sexOf tells the sex of the person whose name begins at word first, by title or
// given name, here or where the document names them in full; 0 if neither does.
func (v *view) sexOf(first, referent int) sex {
	before := first - 1
	if v.isComma(before) && (kin[v.low(before-1)] || v.is(before-1, "woman", "man", "girl", "boy", "lady", "widow", "widower")) {
		before-- // "her daughter, Nia, …"
	}
	if x := words.sexes[v.low(before)]; x != 0 {
		return x
	}
	if x := words.sexes[v.low(first)]; x != 0 && (referent < 0 || strings.Contains(v.d.Referents[referent].Name, " ")) {
		return x
	}
	if referent < 0 {
		return 0
	}
	ref := &v.d.Referents[referent]
	for _, t := range ref.Titles {
		if x := words.sexes[strings.ToLower(t)]; x != 0 {
			return x
		}
	}
	given, _, more := strings.Cut(strings.ToLower(ref.Name), " ")
	if !more {
		return 0
	}
	return words.sexes[given]
}

func (v *view) referent(m int) int {
	if m < 0 || m >= len(v.d.ReferentOf) {
		return -1
	}
	return v.d.ReferentOf[m]
}

// speakerIn says who speaks where p is the subject: the person named in it, the
// maker of a document, an organisation, or the words without article.
func (v *view) speakerIn(p phrase, m *memory) speaker {
	h := v.headPart(p)
	if h.empty() {
		return speaker{}
	}
	k := h.last - 1
	if v.tag(k) == doc.PRP {
		return v.pronoun(k, m)
	}
	if s, ok := v.nameIn(h); ok {
		if e := s.last; v.is(e, "et") && e < h.last || v.is(e, "and", "&") && e+1 < h.last && (v.tag(e+1) == doc.NNP && v.upper(e+1) || v.is(e+1, "colleagues", "others", "co-authors")) {
			return v.described(h) // of two authors the second is no known name
		}
		return s
	}
	if (v.has(k, document) || v.trial(k)) && v.w[k].mention < 0 {
		if s, ok := v.owner(p, k, m); ok {
			return s
		}
		if v.is(p.first, "the", "this", "that", "its") && p.last-p.first <= 2 && m.body.known() && m.near > 0 && !kept[v.low(k)] && !v.dated(p.last) {
			return m.body
		}
	}
	if v.is(h.first, "the") && v.is(h.first+1, "same") && v.has(k, body|human) {
		if s := v.theSame(k, m); s.known() {
			return s
		}
	}
	if men := v.mention(k); men != nil && men.Form != doc.Adjective {
		if v.joined(h) {
			return v.described(h)
		}
		return v.mentionSpeaker(k)
	}
	if s := v.standIn(p, m); s.known() {
		return s
	}
	return v.described(p)
}

// dated reports whether a time at word k sets a document apart from the one named last: "the
// census of 2009".
func (v *view) dated(k int) bool {
	if v.is(k, "of", "in", "from", "for") {
		k++
	}
	return k < len(v.w) && v.timeAt[k] >= 0
}

// theSame gives whom "the same agency" means, which ends at word k: the body named last that
// has the word in its name, else the one that spoke last.
func (v *view) theSame(k int, m *memory) speaker {
	ref := v.bodyNamed(v.low(k), v.w[k].tok)
	if ref < 0 || m.body.referent == ref {
		return m.body
	}
	return speaker{text: v.d.Referents[ref].Name, span: v.span(k-2, k+1), referent: ref, first: k - 2, last: k + 1}
}

// kept are documents that are found where something is kept, and are not the report
// of who was heard last.
var kept = wordSet("manifest register registers roster log logs logbook ledger ledgers inventory letter letters diary diaries books files archive list lists receipt receipts invoice invoices " +
	"photograph photographs footage video image images imagery transcript")

// joined reports whether h joins two phrases by "and".
func (v *view) joined(h phrase) bool {
	for i := h.first; i < h.last; i++ {
		if v.tag(i) == doc.CC && v.w[i].mention < 0 {
			return true
		}
	}
	return false
}

// nameIn gives the person named in p: "FBI Director James Comey".
func (v *view) nameIn(p phrase) (speaker, bool) {
	q, ok := v.nameInPhrase(p)
	if !ok {
		return speaker{}, false
	}
	s := v.mentionSpeaker(q.first)
	if r := v.headPart(p); v.joined(phrase{max(r.first, 0), p.last}) && q.last == p.last {
		// "Anna Holt and Ben Carr": both.
		for i := p.first; i < q.first; i++ {
			if men := v.mention(i); men != nil && men.Type == doc.Person {
				s.text = v.text(i, p.last)
				s.span = v.span(i, p.last)
				break
			}
		}
	}
	return s, true
}

// postNominals are letters behind the name of a person.
var postNominals = wordSet("mp mps msp mep mla qc kc obe mbe cbe phd md jr sr esq ret dbe kbe frs rn")

// nameInPhrase finds the last person in p who is not named in a possessive.
func (v *view) nameInPhrase(p phrase) (phrase, bool) {
	for i := p.last - 1; i >= p.first; i-- {
		men := v.mention(i)
		if men == nil {
			continue
		}
		first, last := v.extent(i)
		if men.Type == doc.Person && v.tag(last) != doc.POS && (last >= p.last || !v.tag(last).IsNoun() || v.w[last].mention >= 0 || postNominals[v.low(last)]) {
			return phrase{first, last}, true
		}
		i = first
	}
	return phrase{}, false
}

// apposed reads ", Anna Holt," after a description that ends at word i.
func (v *view) apposed(i int) (speaker, bool) {
	if !v.isComma(i) || i+1 >= len(v.w) {
		return speaker{}, false
	}
	k := i + 1
	for v.tag(k) == doc.DT || v.tag(k) == doc.NNP && v.w[k].mention < 0 {
		k++
	}
	men := v.mention(k)
	if men == nil || men.Type != doc.Person || men.Form == doc.Adjective {
		return speaker{}, false
	}
	_, e := v.extent(k)
	if !v.ends(e) && !v.is(e, "who") {
		return speaker{}, false
	}
	return v.mentionSpeaker(k), true
}

// bodyApposed reads ", Karst Holding," behind the words p for a body: "its grid operator,
// Karst Holding".
func (v *view) bodyApposed(p phrase) (speaker, bool) {
	h := v.headPart(p)
	if h.empty() || !v.has(h.last-1, body|human) || v.w[h.last-1].mention >= 0 || !v.isComma(p.last) || !v.orgAt(p.last+1) {
		return speaker{}, false
	}
	if _, e := v.extent(p.last + 1); !v.ends(e) {
		return speaker{}, false
	}
	return v.mentionSpeaker(p.last + 1), true
}

// owner says who made the document at word k of p: the possessor before it, or
// who follows "by", "from", "of".
func (v *view) owner(p phrase, k int, m *memory) (speaker, bool) {
	if s, found := v.ownerBefore(p, k, m); found {
		return s, s.known()
	}
	if v.is(p.first-1, "whose") {
		if v.isComma(p.first-2) && v.orgAt(p.first-3) {
			return v.mentionSpeaker(p.first - 3), true
		}
		if q := v.antecedent(p.first - 1); !q.empty() && v.mayOwn(q) {
			return v.speakerIn(q, m), true
		}
	}
	if v.is(k+1, "that", "which") {
		if s, found := v.ownerInClause(k+2, m); found {
			return s, s.known()
		}
	}
	if s, found := v.ownerBehind(k, m); found {
		return s, s.known()
	}
	if i := k - 1; i >= p.first {
		if men := v.mention(i); men != nil && men.Form != doc.Adjective && (men.Type == doc.Org || men.Type == doc.Person) {
			return v.mentionSpeaker(i), true
		}
	}
	return speaker{}, false
}

// accounts are what somebody makes who need not have a name: "a clerk's count".
var accounts = wordSet("reckoning opinion recollection telling version judgement judgment account count calculation estimate figure number")

// ownerBefore says whose the document at word k of p is by the possessor before it. found
// reports one, be it one that is no speaker.
func (v *view) ownerBefore(p phrase, k int, m *memory) (s speaker, found bool) {
	for i := k - 1; i >= p.first; i-- {
		switch {
		case v.tag(i) == doc.POS && i > p.first:
			q := v.nounBefore(i)
			switch {
			case q.empty():
				return speaker{}, false
			case !v.mayOwn(q):
				return speaker{}, true
			case v.mention(q.last-1) == nil && !accounts[v.low(k)]:
				return v.described(phrase{q.first, k + 1}), true
			}
			return v.speakerIn(q, m), true
		case v.is(i, "our", "my"):
			return speaker{}, true
		case v.is(i, "its", "his", "her", "their"):
			s, _ = v.possessor(i, m)
			return s, true
		}
	}
	return speaker{}, false
}

// makes are the verbs of who has a document that is no statement of itself.
var makes = wordSet("made makes did ran runs wrote carried compiled keeps kept drew")

// ownerInClause reads who made a document in the clause that tells it from word k on:
// "figures that the minister, Anna Holt, gave to senators".
func (v *view) ownerInClause(k int, m *memory) (s speaker, found bool) {
	q := v.phraseAfter(k)
	if s, ok := v.apposed(q.last); ok && v.mayOwn(q) && issues[v.low(s.last+1)] {
		return s, true
	}
	if q.empty() || !v.mayOwn(q) || !issues[v.low(q.last)] && !makes[v.low(q.last)] {
		return speaker{}, false
	}
	return v.speakerIn(q, m), true
}

// handed are the participles between a document and who it is by or from.
var handed = wordSet("released published issued compiled prepared collected gathered made obtained provided supplied written commissioned seen produced kept held drawn filed posted submitted")

// ownerBehind says who made the document at word k by what follows it. found reports that
// "by" or "from" tells it, be it of one that is no speaker.
func (v *view) ownerBehind(k int, m *memory) (s speaker, found bool) {
	for i := k + 1; i < len(v.w) && i < k+8; i++ {
		if i == k+1 && v.isComma(i) && v.is(i+1, "by", "from") {
			continue
		}
		if v.is(i, "by", "from", "of") && i+1 < len(v.w) {
			q := v.phraseAfter(i + 1)
			if v.is(i, "from") && !q.empty() && v.isPlace(q.last-1) && v.w[q.first].mention >= 0 {
				return speaker{}, false // where they are from, not whose they are
			}
			for q.last > q.first && v.tag(q.last-1) == doc.POS {
				q.last-- // "a figure of UNICEF's"
			}
			if !q.empty() && v.mayOwn(q) && (!v.is(i, "of") || v.speaks(q) && v.namesActor(q) && !(aboutWords[v.low(k)] && !v.namesPerson(q))) {
				return v.speakerIn(q, m), true
			}
			if !v.is(i, "of") {
				return speaker{}, true
			}
		}
		if v.ends(i) || v.tag(i).IsVerb() && !handed[v.low(i)] {
			return speaker{}, false
		}
	}
	return speaker{}, false
}

// aboutWords are documents that are about what follows "of", unless it is a person.
var aboutWords = wordSet("evidence review reviews investigation investigations inquiry inquiries audit audits survey surveys study studies analysis analyses assessment assessments " +
	"poll polls census research record records register inventory history image images imagery footage photograph photographs video")

// namesPerson reports whether the head of q is the name of a person.
func (v *view) namesPerson(q phrase) bool {
	_, ok := v.nameInPhrase(v.headPart(q))
	return ok
}

// mayOwn reports whether the head of q is someone who makes documents.
func (v *view) mayOwn(q phrase) bool {
	h := v.headPart(q)
	if h.empty() || v.w[h.last-1].figure >= 0 {
		return false
	}
	if men := v.mention(h.last - 1); men != nil {
		return men.Form != doc.Adjective
	}
	if v.is(h.last-1, "sources", "source") && v.is(h.last-2, "open", "public", "published", "various", "different", "other", "secondary") {
		return false // what anybody can read
	}
	return v.has(h.last-1, human|body)
}

// namesActor reports whether q names a person or an organisation or an office.
func (v *view) namesActor(q phrase) bool {
	h := v.headPart(q)
	if men := v.mention(h.last - 1); men != nil {
		return men.Type == doc.Org || men.Type == doc.Person
	}
	return v.has(h.last-1, body)
}

// described makes a speaker of the words of p.
func (v *view) described(p phrase) speaker {
	q := v.trimmed(p)
	if q.empty() {
		return speaker{}
	}
	// A phrase tied by "in" or "on" that begins with a time is none of it.
	h := v.headPart(q)
	s := speaker{text: v.text(q.first, q.last), span: v.span(q.first, q.last), referent: -1, first: q.first, last: q.last}
	if h.empty() {
		return s
	}
	s.anon = !v.has(h.last-1, body|document) && v.w[h.last-1].mention < 0
	many := v.tag(h.last-1) == doc.NNS && !v.is(h.last-1, "police") || v.joined(h)
	if v.has(h.last-1, human) || v.isPerson(p) {
		s.person = !many
	}
	s.sex = words.sexes[v.low(h.last-1)]
	s.plural = many && v.has(h.last-1, human|body) && v.w[h.last-1].mention < 0
	if v.has(h.last-1, body) {
		for i := q.first; i < q.last; i++ {
			if men := v.mention(i); men != nil && men.Type == doc.Org {
				s.referent = v.referent(v.w[i].mention)
			}
		}
		if s.referent < 0 && v.is(p.first, "the") && h.last-q.first == 1 && q.last == h.last {
			s.referent = v.bodyNamed(v.low(q.first), v.w[q.first].tok)
		}
	}
	return s
}

// namedBodies are words for bodies that stand for the one named last whose name
// has them: "the ministry" for the Ministry of Health.
var namedBodies = wordSet("agency institute ministry council commission committee bureau department centre center foundation bank university consultancy " +
	"service fund programme program mission union college hospital alliance league partnership assembly senate " +
	"organisation organization observatory board authority federation association tribunal court institution inspectorate chamber society trust academy")

// maxNamed is how many mentions back a body may have been named.
const maxNamed = 200

// bodyNamed gives the referent of the organisation named last before token t
// whose name has the word in it; -1 if there is none.
func (v *view) bodyNamed(word string, t int) int {
	if !namedBodies[word] {
		return -1
	}
	list := v.d.Mentions
	n := sort.Search(len(list), func(i int) bool { return list[i].First >= t })
	for i := n - 1; i >= max(0, n-maxNamed); i-- {
		if list[i].Type != doc.Org || v.referent(i) < 0 {
			continue
		}
		for _, w := range strings.Fields(strings.ToLower(v.d.Referents[v.referent(i)].Name)) {
			if w == word {
				return v.referent(i)
			}
		}
	}
	return -1
}

func wordSet(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}

// pronoun says whom the pronoun at word k stands for.
func (v *view) pronoun(k int, m *memory) speaker {
	var s speaker
	switch v.low(k) {
	case "he", "she":
		x := sexOfPronoun(v.low(k))
		if s = v.personBefore(k, x); s.known() {
			break
		}
		s = m.meant(x)
	case "it":
		if s = v.bodyBefore(k, m); !s.known() || s.plural {
			s = m.body
		}
	case "they":
		if s = v.bodyBefore(k, m); !s.known() {
			s = m.they()
		}
	default:
		return speaker{}
	}
	if !s.known() {
		return speaker{text: v.text(k, k+1), span: v.span(k, k+1), referent: -1, pronoun: true, first: k, last: k + 1}
	}
	s.first, s.last = k, k+1 // in this sentence
	return s
}

// maxThey is how many sentences back those may have spoken whom "they" means.
const maxThey = 3

// they gives those whom "they" means: who spoke last, if lately and not alone.
func (m *memory) they() speaker {
	switch {
	case m.several.known() && m.severalAt >= m.bodyAt && m.count-m.severalAt <= maxThey:
		return m.several
	case m.body.known() && m.count-m.bodyAt <= maxThey:
		return m.body
	}
	return speaker{}
}

// possessor says whom the "its" at word k stands for.
func (v *view) possessor(k int, m *memory) (speaker, bool) {
	if v.is(k, "his", "her") {
		x := sexOfPronoun(v.low(k))
		s := v.personBefore(k, x)
		if !s.known() && k < 3 {
			s = v.personAhead(k, x) // "By his own account, Paul Adler …"
		}
		if !s.known() {
			s = m.meant(x)
		}
		return s, s.known()
	}
	if start := v.clauseStart(k); start > 0 && start < k {
		if s := v.bodyFrom(start+1, k, m); s.known() {
			return s, true
		}
	}
	for i := k - 1; i >= 0; i-- {
		if v.isComma(i) {
			if p := v.phraseBefore(i); !p.empty() && v.speaks(p) {
				s := v.speakerIn(p, m)
				return s, s.known()
			}
		}
	}
	if s := v.bodyBefore(k, m); s.known() {
		return s, true
	}
	if s := v.bodyAhead(k, m); s.known() {
		return s, true
	}
	if m.body.known() {
		return m.body, true
	}
	for i := k; i < len(v.w) && i < k+5; i++ {
		if v.has(i, document) {
			if p := v.phraseAfter(i + 1); !p.empty() && v.speaks(p) && k < 3 {
				s := v.speakerIn(p, m)
				return s, s.known()
			}
		}
	}
	return speaker{}, false
}

// bodyBefore gives the office or organisation that begins the sentence, if it
// stands before word k: "The council disagrees: it puts the figure at half".
func (v *view) bodyBefore(k int, m *memory) speaker { return v.bodyFrom(1, k, m) }

// bodyFrom gives the office or organisation that is the subject of the first verb among
// words lo to k.
func (v *view) bodyFrom(lo, k int, m *memory) speaker {
	for i := lo; i < k; i++ {
		if !v.tag(i).IsVerb() || v.w[i].mention >= 0 || v.w[i].quoted && k < len(v.w) && !v.w[k].quoted {
			continue
		}
		p, _ := v.subject(i)
		if far, _ := v.farSubject(i, p); !far.empty() {
			p = far
		}
		for p.last > p.first && v.tag(p.last-1) == doc.POS {
			p.last-- // "The union's did; it says"
		}
		if p.empty() || !v.speaks(p) {
			return speaker{}
		}
		if h := v.headPart(p); v.mention(h.last-1) != nil && v.mention(h.last-1).Type == doc.Person || v.figureAt(h.last-1) {
			return speaker{}
		}
		return v.speakerIn(p, m)
	}
	return speaker{}
}

// bodyAhead gives the body that is the subject behind the comma that ends a phrase at
// the beginning of the sentence: "By its own count, the council …".
func (v *view) bodyAhead(k int, m *memory) speaker {
	for i := k; k < 3 && i < len(v.w) && i < k+6; i++ {
		if v.isComma(i) {
			if p := v.phraseAfter(i + 1); !p.empty() && (v.namesActor(p) || v.isPlace(p.last-1)) && v.finite(p.last) {
				return v.speakerIn(p, m)
			}
			break
		}
	}
	return speaker{}
}

// personAhead gives the person who is the subject behind the comma that ends a
// phrase at the beginning of the sentence.
func (v *view) personAhead(k int, x sex) speaker {
	for i := k; i < len(v.w) && i < k+8; i++ {
		if !v.isComma(i) {
			continue
		}
		if v.titleAt(i + 1) {
			i++
		}
		if men := v.mention(i + 1); men != nil && men.Type == doc.Person {
			if s := v.mentionSpeaker(i + 1); s.sex.agrees(x) {
				return s
			}
		}
		break
	}
	return speaker{}
}

// sexOfPronoun is what "he", "his", "she" and "her" tell of whom they mean.
func sexOfPronoun(low string) sex {
	if low == "she" || low == "her" {
		return female
	}
	return male
}

// personBefore gives the last person named before word k in the sentence whom a
// pronoun of sex x can mean.
func (v *view) personBefore(k int, x sex) speaker {
	for i := k - 1; i >= 0; i-- {
		if v.w[i].quoted && !v.w[k].quoted {
			continue
		}
		if men := v.mention(i); men != nil && men.Type == doc.Person {
			if s := v.mentionSpeaker(i); s.sex.agrees(x) {
				return s
			}
		}
		if v.is(i+1, ";") && v.has(i, human) && v.tag(i) == doc.NN {
			break
		}
	}
	if p := v.someone(k); !p.empty() {
		return v.described(p)
	}
	if s := v.bodyBefore(k, &memory{}); s.person && s.referent < 0 && s.anon && s.sex.agrees(x) {
		return s // "a young clerk read me his numbers"
	}
	return speaker{}
}

// someone finds the one person described in the statement before the semicolon in
// front of word k: "I asked its president; she said".
func (v *view) someone(k int) phrase {
	for i := k - 1; i > 0; i-- {
		if !v.is(i, ";") {
			continue
		}
		for j := i - 1; j > 0; j-- {
			if v.has(j, human) && v.tag(j) == doc.NN && v.w[j].mention < 0 && v.w[j].figure < 0 {
				return v.nounBefore(j + 1)
			}
		}
		break
	}
	return phrase{}
}
