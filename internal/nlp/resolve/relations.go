package resolve

import (
	"sort"
	"strings"

	"analyze/internal/doc"
	"analyze/internal/nlp/gazetteer"
)

// The kinds of relations. From and To read as the kind does: From is the
// leader of To, lies in To, is part of To; for formerly, From is the former
// name of To; for founded_by, To is the founder.
const (
	leaderOf    = "leader_of"
	memberOf    = "member_of"
	partOf      = "part_of"
	locatedIn   = "located_in"
	formerly    = "formerly"
	affiliateOf = "affiliate_of"
	foundedBy   = "founded_by"
)

// Relations is the pass that reads from the text what it says of referents to
// each other. It knows patterns of English prose (apposition, title before the
// name, possessive, "X, director of the Y at Z in W") and believes that a
// place lies in another where the sentence names both and the gazetteer agrees.
// [NewRelations] takes another gazetteer than the embedded one.
var Relations = newRelations(gazetteer.Default)

// NewRelations returns the pass of [Relations] with the gazetteer g.
func NewRelations(g *gazetteer.Gazetteer) *doc.Pass {
	return newRelations(func() *gazetteer.Gazetteer { return g })
}

func newRelations(g func() *gazetteer.Gazetteer) *doc.Pass {
	return &doc.Pass{
		Name:    "relations",
		Doc:     "read what the text says of names to each other",
		Version: 3,
		Needs:   doc.LayerBlocks | doc.LayerTokens | doc.LayerMentions | doc.LayerReferents,
		Gives:   doc.LayerRelations,
		Run: func(d *doc.Document) error {
			d.Relations = newFinder(d, g()).all()
			return nil
		},
	}
}

// A finder holds what reading relations works on.
type finder struct {
	d       *doc.Document
	g       *gazetteer.Gazetteer
	items   []item
	found   []doc.Relation
	seen    map[doc.Relation]bool
	written map[string]int // organisations by their forms, made when first asked for
	// phrases are the roles read beside names: mention and span.
	phrases []phrase
	// speakers are referents to whom the text gives what is said.
	speakers []int
	metonyms []int          // referents: capitals that act as governments do
	weak     []doc.Relation // implied by a sentence that names both
	over     []doc.Relation // carried over from the sentence before
	recent   []int          // referents: the countries of the sentence before in the same paragraph
	// What a possessive may mean: owners named in this sentence and the one
	// before it, and the last one for each plain noun.
	here, last []owner
	byHead     map[string]int
}

// A phrase is a role that stands beside the name of its holder.
type phrase struct {
	mention int
	span    doc.Span
	kind    roleKind
}

func newFinder(d *doc.Document, g *gazetteer.Gazetteer) *finder {
	return &finder{d: d, g: g, seen: make(map[doc.Relation]bool), byHead: make(map[string]int)}
}

// all reads the whole document.
func (f *finder) all() []doc.Relation {
	r := newReader(f.d)
	block, kind := -1, doc.Body
	for s := range f.d.Sentences {
		if b := f.d.Sentences[s].Block; b != block {
			block, f.recent = b, nil
			if b >= 0 && b < len(f.d.Blocks) {
				kind = f.d.Blocks[b].Kind
			}
		}
		if kind == doc.TableBlock || kind == doc.Boilerplate {
			continue
		}
		f.last, f.here = f.here, nil
		for _, items := range r.sentence(s) {
			f.items = items
			f.read(kind)
		}
	}
	f.addWeak()
	sort.SliceStable(f.found, func(a, b int) bool {
		x, y := &f.found[a], &f.found[b]
		if x.Span.Start != y.Span.Start {
			return x.Span.Start < y.Span.Start
		}
		return x.Span.End < y.Span.End
	})
	return f.found
}

func (f *finder) read(kind doc.BlockKind) {
	note := kind == doc.Footnote || kind == doc.Bibliography
	for i := range f.items {
		if f.items[i].mention < 0 {
			f.word(i)
			continue
		}
		if !note {
			f.attributed(i)
		}
		switch f.typ(i) {
		case doc.Person:
			if !note {
				f.person(i)
			}
		case doc.Org:
			f.org(i, note)
		case doc.Place:
			f.place(i)
		}
		f.remember(i)
	}
	if !note {
		f.nested()
	}
}

// typ is the type of the referent that item i names.
func (f *finder) typ(i int) doc.MentionType {
	if i < 0 || i >= len(f.items) || f.items[i].mention < 0 {
		return doc.NoType
	}
	m := f.items[i].mention
	if f.adjective(i) {
		return doc.Place
	}
	if r := f.ref(i); r >= 0 {
		return f.d.Referents[r].Type
	}
	return f.d.Mentions[m].Type
}

func (f *finder) adjective(i int) bool {
	return f.items[i].mention >= 0 && f.d.Mentions[f.items[i].mention].Form == doc.Adjective
}

// ref is the referent that item i names, -1 if none.
func (f *finder) ref(i int) int {
	m := f.items[i].mention
	if m < 0 || m >= len(f.d.ReferentOf) {
		return -1
	}
	return f.d.ReferentOf[m]
}

func (f *finder) word1(i int) string {
	if i < 0 || i >= len(f.items) {
		return ""
	}
	return f.items[i].word
}

// is reports whether the words from item i on are those of s.
func (f *finder) is(i int, s string) bool {
	for _, w := range strings.Fields(s) {
		if f.word1(i) != w {
			return false
		}
		i++
	}
	return true
}

func possessive(w string) bool { return w == "'s" || w == "’s" || w == "'" || w == "’" }

// tell notes that the items from a to b say that item x stands in a relation
// to item y.
func (f *finder) tell(kind string, x, y, a, b int) {
	if !f.adjective(x) {
		f.tellRefs(kind, f.ref(x), f.ref(y), a, b)
	}
}

// tellRefs is tell for referents.
func (f *finder) tellRefs(kind string, from, to, a, b int) {
	if from < 0 || to < 0 || from == to {
		return
	}
	rel := doc.Relation{Kind: kind, From: from, To: to}
	span := f.around(min(a, b), max(a, b))
	key := rel
	key.Span = span
	if f.seen[key] {
		return
	}
	f.seen[key] = true
	rel.Span = span
	f.found = append(f.found, rel)
}

// A role is a phrase like "a senior fellow at the X and director of Y".
type role struct {
	kind    roleKind
	from    int // first item
	end     int // item after the last
	noun    int // the item of the role itself
	unit    bool
	targets []int // items of what the role is held in, the first one closest
	owner   int   // the referent of "its" or "the ministry's" before it, -1
}

// roleAt reads a role phrase that begins at item i; ok is false where none
// does. In front of the role may stand an article, adjectives, and what it is
// held in ("a former FBI agent", "Al-Qaeda's chief").
func (f *finder) roleAt(i int) (r role, ok bool) {
	r.from = i
	if r.owner, i = f.possessor(i); i == r.from && articles[f.word1(i)] {
		i++
	}
	less := false
	target := -1
	for n := 0; n < 8 && i < len(f.items); n++ {
		it := &f.items[i]
		if it.mention >= 0 {
			if t := f.typ(i); t == doc.Org || t == doc.Place {
				target = i
				i++
				if possessive(f.word1(i)) {
					i++
				}
				continue
			}
			return r, false
		}
		if !wordlike(it) || prepositions[it.word] && it.word != "and" || articles[it.word] || it.word == "and" && target >= 0 {
			return r, false
		}
		if k := roleOf(it.word); k != noRole && !f.compound(i) {
			r.kind, r.noun = k, i
			break
		}
		if it.tag == doc.IN || it.tag == doc.TO || it.tag == doc.MD || it.tag == doc.PRP || it.tag == doc.WDT || it.tag == doc.WP || it.tag == doc.WRB {
			return r, false
		}
		less = less || lesser[it.word]
		if target >= 0 && !it.upper && !plainBefore[it.word] && it.tag.IsNoun() {
			r.unit = true
		}
		i++
	}
	if r.kind == noRole {
		return r, false
	}
	r.end = r.noun + 1
	if f.is(r.end, "general") || f.is(r.end, "executive") || f.is(r.end, "officer") || f.is(r.end, "designate") || f.is(r.end, "emeritus") {
		r.end++
		if r.kind == belongs && f.word1(r.noun) == "secretary" || f.word1(r.noun) == "chief" {
			r.kind = leads
		}
	}
	for ranks[f.word1(r.end)] && f.items[r.end].upper && f.typ(r.end+1) == doc.Person {
		r.end++
	}
	if f.word1(r.noun) == "secretary" && f.word1(r.noun-1) == "general" {
		r.kind = leads
	}
	if f.word1(r.noun) == "minister" && f.word1(r.noun-1) == "prime" {
		r.kind = rules
	}
	if target >= 0 && f.word1(r.noun) == "chief" && charges[f.word1(r.noun-1)] {
		r.unit = true // the humanitarian chief of a body does not lead it
	}
	if less && (r.kind == leads || r.kind == rules) {
		r.kind = belongs
	}
	if target >= 0 {
		r.targets = append(r.targets, target)
	}
	if n := f.typ(r.end); target < 0 || n == doc.NoType && prepositions[f.word1(r.end)] {
		f.held(&r)
	}
	return r, true
}

// charges are what a chief is one for, though the body has others.
var charges = set("humanitarian regional human nuclear local legal financial technical operational diplomatic")

// plainBefore are nouns before a role that name no unit: "military chief".
var plainBefore = set("former then prime vice deputy interim acting founding co executive managing senior junior chief press research policy media military political general assistant associate staff principal")

// compound reports whether the role word at i is itself only part of the role
// that follows it: "chief executive", "president's adviser".
func (f *finder) compound(i int) bool {
	next := f.word1(i + 1)
	if roleOf(next) == noRole {
		return false
	}
	return next != "general" && next != "executive" && next != "officer" && !ranks[next]
}

// ranks may follow an office: "NSA director Admiral X".
var ranks = set("admiral general colonel captain major lieutenant brigadier sergeant judge professor doctor commander ambassador")

func wordlike(it *item) bool {
	if it.word == "-" || it.word == "–" || it.word == "and" || it.word == "&" {
		return true
	}
	return it.word != quoted && it.tag != doc.Comma && it.tag != doc.Period && it.tag != doc.Colon && it.tag != doc.LParen && it.tag != doc.RParen && it.tag != doc.LQuote && it.tag != doc.RQuote && !it.tag.IsVerb() || roleOf(it.word) != noRole || it.tag == doc.VBG || it.tag == doc.VBN
}

// sentTo are roles that are held at what "to" names, and not for it.
var sentTo = set("ambassador envoy representative emissary delegate attaché consul commissioner")

// held reads what stands behind the role: of, for, at the X.
func (f *finder) held(r *role) {
	i := r.end
	for p := 0; p < 3; p++ {
		w := f.word1(i)
		if w != "of" && w != "for" && w != "at" && w != "with" && w != "in" && w != "from" && w != "to" && w != "on" && w != "by" {
			return
		}
		if w == "to" && sentTo[f.word1(r.noun)] {
			return
		}
		topic := w == "on" || w == "in"
		i++
		plain := 0
		for i < len(f.items) && f.items[i].mention < 0 && wordlike(&f.items[i]) && !(prepositions[f.items[i].word] && f.items[i].word != "and") && plain < 7 {
			if f.items[i].word == quoted {
				break
			}
			if !articles[f.items[i].word] {
				plain++
			}
			i++
		}
		if i >= len(f.items) {
			return
		}
		if f.items[i].mention < 0 {
			if plain > 0 && !f.is(r.end, "at the time") {
				r.unit = true
			}
			if w == "of" || w == "for" || w == "in" || w == "on" {
				continue
			}
			return
		}
		t := f.typ(i)
		if t == doc.Place && possessive(f.word1(i+1)) && f.typ(i+2) == doc.Org {
			i, t = i+2, doc.Org
		}
		if t == doc.Place {
			if b := f.based(i); b > 0 && f.typ(b) == doc.Org {
				i, t = b, doc.Org
			}
		}
		if t == doc.Org || t == doc.Place && !topic && !f.adjective(i) {
			r.targets = append(r.targets, i)
			r.end = i + 1
			if f.adjectiveUnit(i) {
				r.unit = true
				r.end = f.unitEnd(i + 2)
			}
			return
		}
		if topic || f.adjective(i) {
			i++
			for i < len(f.items) && f.items[i].mention < 0 && wordlike(&f.items[i]) && !prepositions[f.items[i].word] && !f.items[i].tag.IsVerb() {
				i++
			}
			r.end = i
			continue
		}
		return
	}
}

// based is the item behind "-based" after the place at i, 0 if none.
func (f *finder) based(i int) int {
	switch {
	case f.word1(i+1) == "-" && f.word1(i+2) == "based":
		return i + 3
	case f.word1(i+1) == "-based":
		return i + 2
	}
	return 0
}

// adjectiveUnit reports whether behind the name at i a unit of it follows: an
// office in lower case that the role is held in ("RAND's policy center").
func (f *finder) adjectiveUnit(i int) bool {
	if !possessive(f.word1(i + 1)) {
		return false
	}
	k := i + 2
	return k < len(f.items) && f.items[k].mention < 0 && !articles[f.items[k].word]
}

// unitEnd is the item behind a unit in lower case that begins at item k.
func (f *finder) unitEnd(k int) int {
	for n := 0; n < 8 && k < len(f.items) && f.items[k].mention < 0 && !f.items[k].tag.IsVerb() && wordlike(&f.items[k]); n++ {
		w := f.items[k].word
		if prepositions[w] && w != "and" && w != "of" || w == "and" && k+1 < len(f.items) && (articles[f.word1(k+1)] || f.word1(k+1) == "former") {
			break
		}
		k++
	}
	return k
}

// hold tells the relations of a person to what a role is held in.
func (f *finder) hold(person int, r *role) {
	from := r.from
	if _, k := f.possessor(from); k < r.end {
		from = k
	}
	f.phrases = append(f.phrases, phrase{f.items[person].mention, f.spanOf(from, r.end-1), r.kind})
	a, b := min(person, r.from), max(person, r.end-1)
	f.holdsFor(person, r, a, b)
	for _, t := range r.targets {
		kind := ""
		place := f.typ(t) == doc.Place
		switch r.kind {
		case rules:
			kind = leaderOf
		case leads:
			if kind = leaderOf; place {
				kind = ""
			}
		case founded:
			f.tell(foundedBy, t, person, a, b)
			kind = leaderOf
		case belongs:
			if kind = memberOf; place {
				kind = ""
			}
		}
		if kind == leaderOf && r.unit {
			if kind = memberOf; place {
				kind = ""
			}
		}
		if kind != "" {
			f.tell(kind, person, t, a, b)
		}
	}
}

func (f *finder) spanOf(a, b int) doc.Span {
	return doc.Span{Start: f.items[a].Start, End: f.items[max(a, b)].End}
}

// roles reads roles joined by "and" from item i on and gives them to person;
// it returns the item after the last, i where there is none.
func (f *finder) roles(person, i int) int {
	for {
		r, ok := f.roleAt(i)
		if !ok || singularRole(f.items[r.noun].word) != f.items[r.noun].word && roleWords[f.items[r.noun].word] == noRole {
			return i // none, or a plural
		}
		f.hold(person, &r)
		end := r.end
		if f.word1(end) == "of" || f.word1(end) == "with" {
			if f.typ(end+1) == doc.Person && f.word1(end) == "with" {
				end += 2
			}
			if f.word1(end) == "of" && f.word1(end+1) == quoted {
				end += 2
			}
		}
		end = f.coordinated(person, &r, end)
		next := end
		for f.word1(next) == "," || f.word1(next) == "and" {
			next++
		}
		if next == end || next >= len(f.items) {
			return end
		}
		if _, again := f.roleAt(next); !again {
			return end
		}
		i = next
	}
}

// coordinated reads "… and the Y" behind a role held in X: held in Y as well.
func (f *finder) coordinated(person int, r *role, end int) int {
	if len(r.targets) == 0 || f.typ(r.targets[0]) != doc.Org || f.word1(end) != "and" {
		return end
	}
	i := end + 1
	if articles[f.word1(i)] {
		i++
	}
	if f.typ(i) != doc.Org || f.typ(i+1) != doc.NoType || roleOf(f.word1(i+1)) != noRole {
		return end
	}
	more := *r
	more.targets = []int{i}
	more.end = i + 1
	f.hold(person, &more)
	return i + 1
}

// person reads what stands beside the name of a person at item i.
func (f *finder) person(i int) {
	f.before(i)
	j := f.aside(i + 1)
	switch f.word1(j) {
	case ",", "–", "—", "-", "(", "--":
		k := j + 1
		if f.word1(k) == "and" {
			break
		}
		if f.word1(k) == "who" || f.word1(k) == "now" && f.word1(k+1) == "who" {
			f.who(i, k)
			break
		}
		for f.word1(k) == "now" || f.word1(k) == "then" || f.word1(k) == "currently" || f.word1(k) == "formerly" || f.word1(k) == "previously" || f.word1(k) == "once" || f.word1(k) == "later" || f.word1(k) == "also" {
			k++
		}
		if j > i+1 {
			f.becomes(i, k)
		}
		end := f.roles(i, k)
		switch {
		case end > k:
		case f.typ(k) == doc.Org && f.word1(j) == "," && k == j+1 && f.signature(i, k):
			for p := i; p >= 0; p-- {
				if f.typ(p) == doc.Person {
					f.tell(memberOf, p, k, p, k)
				}
			}
		case (f.word1(k) == "of" || f.word1(k) == "from" || f.word1(k) == "at" || f.word1(k) == "with") && f.afterArticle(k+1) == doc.Org:
			t := f.skipArticle(k + 1)
			f.tell(memberOf, i, t, i, t)
		case f.word1(j) == "(" && f.typ(f.skipArticle(k)) == doc.Org && f.closes(f.skipArticle(k)+1):
			t := f.skipArticle(k)
			f.tell(memberOf, i, t, i, t)
		}
	case "of", "from", "at", "with":
		if t := f.skipArticle(j + 1); f.typ(t) == doc.Org && j == i+1 && (f.word1(j) != "with" && f.word1(j) != "at") {
			f.tell(memberOf, i, t, i, t)
		}
	case "for":
		if t := f.skipArticle(j + 1); f.typ(t) == doc.Org && f.word1(i-1) == "(" && f.word1(t+1) == ")" {
			f.tell(memberOf, i, t, i, t)
		}
	case "/":
		if f.typ(j+1) == doc.Org && (j+2 == len(f.items) || f.word1(j+2) != "/") && i == 0 {
			f.tell(memberOf, i, j+1, i, j+1)
		}
	default:
		f.becomes(i, j)
		f.works(i, j)
	}
}

// closes reports whether a bracket closes at item k, or goes on in plain
// words: not with the year of a book.
func (f *finder) closes(k int) bool {
	return f.word1(k) == ")" || f.word1(k) == "," && k+1 < len(f.items) && f.items[k+1].mention < 0 && !f.items[k+1].upper && f.items[k+1].tag != doc.CD
}

// signature reports whether the items are the line of an author with what he
// works for: nothing but names up to the organisation at k, and nothing but a
// place behind it.
func (f *finder) signature(person, k int) bool {
	for p := 0; p < person; p++ {
		if w := f.word1(p); f.typ(p) != doc.Person && w != "and" && w != "," && w != "by" && w != "*" && w != "**" && w != "&" {
			return false
		}
	}
	end := k + 1
	if f.word1(end) == "," && f.typ(end+1) == doc.Place {
		end += 2
	}
	return end == len(f.items) || end == len(f.items)-1 && f.items[end].mention < 0
}

// aside skips an age between commas: ", 45,".
func (f *finder) aside(j int) int {
	if f.word1(j) == "," && j+2 < len(f.items) && f.items[j+1].tag == doc.CD && f.word1(j+2) == "," {
		return j + 2
	}
	return j
}

func (f *finder) skipArticle(i int) int {
	if articles[f.word1(i)] {
		return i + 1
	}
	return i
}

func (f *finder) afterArticle(i int) doc.MentionType { return f.typ(f.skipArticle(i)) }

var leading = set("runs heads leads directs chairs ran headed led directed chaired founded established commands commanded manages oversees")

var working = set("works worked teaches taught studies lectures lectured serves served researches follows")

// who reads a clause "who runs the X", "who teaches at the X" of a person; k
// is the item of "who".
func (f *finder) who(person, k int) {
	i := k + 1
	for f.word1(i) == "now" || f.word1(i) == "currently" || f.word1(i) == "also" || f.word1(i) == "has" || f.word1(i) == "then" {
		i++
	}
	f.verb(person, i)
}

func (f *finder) works(person, i int) {
	if working[f.word1(i)] || leading[f.word1(i)] {
		f.verb(person, i)
	}
}

// verb reads the predicate at item i: leads the X, works … at the X.
func (f *finder) verb(person, i int) {
	switch w := f.word1(i); {
	case leading[w]:
		if t := f.skipArticle(i + 1); f.typ(t) == doc.Org && !possessive(f.word1(t+1)) {
			f.tell(leaderOf, person, t, person, t)
			if w == "founded" || w == "established" {
				f.tell(foundedBy, t, person, person, t)
			}
		}
	case working[w]:
		for j := i + 1; j < len(f.items) && j < i+8; j++ {
			if f.items[j].mention >= 0 || !wordlike(&f.items[j]) {
				return
			}
			if p := f.items[j].word; p == "at" || p == "for" || p == "with" {
				if t := f.skipArticle(j + 1); f.typ(t) == doc.Org {
					f.tell(memberOf, person, t, person, t)
					return
				}
			}
		}
	default:
		f.becomes(person, i)
	}
}

// before reads what stands in front of the name of a person at item i: "U.S.
// President", "Al-Qaeda's chief,", "the head of the X,".
func (f *finder) before(i int) {
	end := i
	comma := false
	if f.word1(end-1) == "," {
		end--
		comma = true
	}
	// The holder of a title that the finder of names cut off.
	for from := max(0, end-12); from < end; from++ {
		if !f.opens(from) {
			continue
		}
		r, ok := f.roleAt(from)
		if !ok || r.end != end || comma && len(r.targets) == 0 && r.owner < 0 {
			continue
		}
		if comma && from > 0 && f.word1(from-1) == "," && f.typ(from-2) == doc.Person {
			return // that role belongs to the person before it
		}
		f.hold(i, &r)
		for n := i; f.word1(n+1) == "and" && f.typ(n+2) == doc.Person && strings.HasSuffix(f.items[r.noun].word, "s"); n += 2 {
			f.hold(n+2, &r)
		}
		return
	}
	if possessive(f.word1(i-1)) && f.typ(i-2) == doc.Org && f.kind(i-2) != gazetteer.ArmedGroup {
		f.tell(memberOf, i, i-2, i-2, i)
	}
}

// opens reports whether a role phrase may begin at item i: a name, an article,
// or a word at the start of what is said.
func (f *finder) opens(i int) bool {
	if f.items[i].mention >= 0 {
		return f.typ(i) == doc.Org || f.typ(i) == doc.Place
	}
	if articles[f.items[i].word] {
		return true
	}
	if i > 0 && f.items[i-1].mention >= 0 {
		return false
	}
	w := f.items[i].word
	return (roleOf(w) != noRole || w == "former" || w == "then" || w == "deputy" || w == "vice") && !(i > 0 && (articles[f.items[i-1].word] || f.items[i-1].tag.IsAdjective() || f.items[i-1].tag.IsNoun()))
}

// kind is the gazetteer's kind of what item i names.
func (f *finder) kind(i int) gazetteer.Kind {
	if r := f.ref(i); r >= 0 {
		if e := f.g.ByID(f.d.Referents[r].Key); e != nil {
			return e.Kind
		}
	}
	return gazetteer.Unknown
}

// word reads patterns that begin with a plain word.
func (f *finder) word(i int) {
	if f.items[i].word == "who" && i > 0 {
		f.distantWho(i)
	}
}

// distantWho gives a clause "who now runs the X" to the last person named
// before it in the sentence, over an apposition between.
func (f *finder) distantWho(i int) {
	if f.typ(i-2) == doc.Person && f.word1(i-1) == "," || f.typ(i-1) == doc.Person {
		return
	}
	k := i + 1
	if f.word1(k) == "now" || f.word1(k) == "currently" || f.word1(k) == "also" {
		k++
	}
	if !leading[f.word1(k)] || f.word1(i-1) != "," && f.word1(i-1) != quoted && f.word1(i-1) != "and" {
		return
	}
	for j := i - 1; j >= 0 && j > i-80; j-- {
		if f.typ(j) == doc.Person {
			f.verb(j, k)
			return
		}
	}
}
