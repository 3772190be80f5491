package nlp

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"analyze/internal/doc"
	"analyze/internal/nlp/gazetteer"
)

// A traits is what can be seen of a token when names are looked for.
type traits uint32

const (
	tCap      traits = 1 << iota // begins with a capital, after a particle too: al-Adnani
	tCaps                        // two letters or more, all capitals
	tInitial                     // a capital with a full stop: J.
	tLower                       // a word in small letters
	tSign                        // no word and no number
	tOpens                       // begins a sentence, a quotation, a title
	tFree                        // its capital tells nothing: it opens, or the words around are set so
	tCommon                      // as a rule no name, in small letters
	tNever                       // no part of a name: months, addresses, note marks, pronouns
	tGiven                       // a given name
	tSurname                     // a surname
	tOrgHead                     // heads names of organisations
	tRole                        // says what a person does
	tParticle                    // goes between or before capitals: bin, van, al
	tWork                        // in the title of a work
	tEnglish                     // a common English word, in small letters
)

func (t traits) has(want traits) bool { return t&want == want }
func (t traits) any(want traits) bool { return t&want != 0 }

// A wordCount is how often a document writes a word in which way.
type wordCount struct {
	small, capital int32 // capital: with one where none was due
}

// A view is what a sentence is to the finder of names.
type view struct {
	kind doc.BlockKind
	set  lettering
	note bool // in a note or a bibliography
}

// running reports whether the sentence is of running text.
func (v view) running() bool {
	switch v.kind {
	case doc.Body, doc.Quote, doc.PullQuote, doc.List:
		return true
	}
	return false
}

// look fills the namer's words, traits and views for the document.
func (n *namer) look() {
	d := n.d
	n.words = n.words[:0]
	n.traits = n.traits[:0]
	n.views = n.views[:0]
	n.interview = false
	n.counts.reset(len(d.Tokens))
	for i := range d.Tokens {
		w := d.Word(i)
		n.words = append(n.words, w)
		n.interview = n.interview || w == "Q."
		n.traits = append(n.traits, shapeOf(w, d.Tokens[i].Tag))
	}
	for s := range d.Sentences {
		n.lookSentence(&d.Sentences[s])
	}
	n.defunct.reset(64)
	n.papers.reset(16)
	for s := range d.Sentences {
		n.explained(&d.Sentences[s])
	}
	for s := range d.Sentences {
		n.judge(s)
		n.exclude(&d.Sentences[s])
	}
}

// lookSentence takes in how one sentence is set and where it opens.
func (n *namer) lookSentence(s *doc.Sentence) {
	v := view{kind: n.d.Blocks[s.Block].Kind}
	v.note = v.kind == doc.Footnote || v.kind == doc.Bibliography
	v.set = letteringAs(n.words[s.First:s.Last], n.traits[s.First:s.Last], v.kind)
	n.views = append(n.views, v)
	opens := true
	for i := s.First; i < s.Last; i++ {
		t := &n.traits[i]
		switch {
		case t.has(tSign) || n.d.Tokens[i].Tag == doc.TagNote || n.d.Tokens[i].Tag == doc.LS:
			tag := n.d.Tokens[i].Tag
			opens = opens || tag == doc.LQuote || n.words[i] == ":" || n.words[i] == "•" || n.words[i] == "…" || dash(n.words[i]) && n.dispatched(s, i+1)
			continue
		case opens:
			*t |= tOpens
			opens = false
		}
		if t.has(tLower) {
			n.counts.put(foldHash(n.words[i])).small++
		} else if t.has(tCap) && !t.has(tOpens) && v.set == plain {
			n.counts.put(foldHash(n.words[i])).capital++
		}
	}
	n.markWorks(s, v)
}

// shapeOf returns the traits that a token has wherever it stands.
func shapeOf(w string, tag doc.Tag) traits {
	if tag == doc.TagNote || tag == doc.Dollar || strings.Contains(w, "://") || strings.HasPrefix(w, "www.") || strings.IndexByte(w, '@') >= 0 || w[0] == '#' {
		return tNever | tSign
	}
	c, size := at(w, 0)
	switch c {
	case cLower:
		if k := hyphenParticle(w); k > 0 {
			return tCap
		}
		if strings.IndexByte(w, '.') > 0 && len(w) > 5 && w[len(w)-1] != '.' {
			return tNever | tSign // a domain
		}
		t := tLower
		if lookup(particles, w) {
			t |= tParticle
		}
		return t
	case cUpper:
	case cDigit:
		return 0
	default:
		return tSign
	}
	t := tCap
	upper, lower, digits := 1, 0, 0
	for i := size; i < len(w); {
		c, k := at(w, i)
		switch c {
		case cUpper:
			upper++
		case cLower:
			lower++
		case cDigit:
			digits++
		}
		i += k
	}
	switch {
	case upper >= 2 && lower == 0, upper == 1 && lower == 0 && digits > 0 && digits < 3:
		t |= tCaps
	case upper == 1 && lower == 0 && w[len(w)-1] == '.':
		t |= tInitial
	}
	if len(w) > 4 && c == cUpper && strings.IndexByte(w, '.') > 0 && w[len(w)-1] != '.' && lookup(tlds, w[strings.LastIndexByte(w, '.')+1:]) {
		return tNever | tSign
	}
	return t
}

// hyphenParticle returns the length of a small particle and its hyphen before a
// capital (al-, el-, ash-), 0 if the word does not begin so.
func hyphenParticle(w string) int {
	i := strings.IndexByte(w, '-')
	if i < 1 || i > 4 || i+1 >= len(w) || !lookup(particles, w[:i]) {
		return 0
	}
	if c, _ := at(w, i+1); c != cUpper {
		return 0
	}
	return i + 1
}

// judge decides for the words of a sentence whether their capitals tell.
func (n *namer) judge(sentence int) {
	s, v := &n.d.Sentences[sentence], n.views[sentence]
	for i := s.First; i < s.Last; i++ {
		t := &n.traits[i]
		if !t.any(tCap) {
			if t.has(tLower) && gazetteer.Role(n.words[i]) {
				*t |= tRole
			}
			continue
		}
		w := n.words[i]
		if t.has(tOpens) && !t.has(tCaps) || v.set != plain || t.has(tWork) {
			*t |= tFree
		}
		if lookup(neverNames, w) && !t.has(tInitial) || n.smudgedMonth(i) || n.interview && (w == "Q." || w == "A.") {
			*t |= tNever
		}
		if n.common(i, w) {
			*t |= tCommon
		}
		if gazetteer.EnglishWord(w) {
			*t |= tEnglish
		}
		if gazetteer.GivenName(w) {
			*t |= tGiven
		}
		if gazetteer.Surname(w) {
			*t |= tSurname
		}
		if gazetteer.OrgHead(w) || lookup(moreHeads, w) {
			*t |= tOrgHead
		}
		if gazetteer.Role(w) {
			*t |= tRole
		}
	}
}

// common reports whether the capitalised word i is no name as a rule: the
// document writes it small, or English does.
func (n *namer) common(i int, w string) bool {
	if lookup(starters, w) {
		return true
	}
	c := n.counts.find(foldHash(w))
	if c != nil && c.small > 0 {
		return true
	}
	if c != nil && c.capital > 0 {
		return false
	}
	if gazetteer.EnglishWord(w) {
		return true
	}
	k := n.model.words.find(foldHash(w))
	return k != nil && k.small
}

// foldHash is hashWord of a word, given in pieces, in small letters.
func foldHash(pieces ...string) uint64 {
	h := hashSeed
	for _, w := range pieces {
		for i := 0; i < len(w); i++ {
			if w[i] >= utf8.RuneSelf {
				return foldRunes(pieces)
			}
			h = (h ^ uint64(small(w[i]))) * hashPrime
		}
	}
	return h ^ h>>32
}

// foldRunes is foldHash where not all is ASCII.
func foldRunes(pieces []string) uint64 {
	h := hashSeed
	var buf [utf8.UTFMax]byte
	for _, w := range pieces {
		for _, r := range w {
			for _, c := range utf8.AppendRune(buf[:0], unicode.ToLower(r)) {
				h = (h ^ uint64(c)) * hashPrime
			}
		}
	}
	return h ^ h>>32
}

// letteringAs is letteringOf for tokens that are tagged.
func letteringAs(words []string, ts []traits, kind doc.BlockKind) lettering {
	var long, capital, all int
	for i, w := range words {
		if len(w) < 4 || !ts[i].any(tCap|tLower) {
			continue
		}
		long++
		if ts[i].has(tCap) {
			capital++
		}
		if ts[i].has(tCaps) {
			all++
		}
	}
	title := kind == doc.Title || kind == doc.Heading || kind == doc.Caption
	switch {
	case long >= 3 && all*10 >= long*8, title && long == 2 && all == 2:
		return allCaps
	case title && long >= 2 && capital*10 >= long*6 || long >= 4 && capital*10 >= long*8 && words[len(words)-1] != "." && mostlyEnglish(words, ts):
		return titleCase
	}
	return plain
}

// mostlyEnglish reports whether most of the longer capitalised words are common ones,
// so that a row of capitals is a headline and no list of names.
func mostlyEnglish(words []string, ts []traits) bool {
	long, common := 0, 0
	for i, w := range words {
		if len(w) < 4 || !ts[i].has(tCap) || i == 0 {
			continue
		}
		long++
		if gazetteer.EnglishWord(w) || lookup(starters, w) {
			common++
		}
	}
	return common*2 > long
}

// markWorks marks the titles of works in a sentence: what stands in quotation
// marks or asterisks with most of its longer words capitalised.
func (n *namer) markWorks(s *doc.Sentence, v view) {
	open := -1
	for i := s.First; i < s.Last; i++ {
		tag := n.d.Tokens[i].Tag
		switch {
		case tag == doc.LQuote && len(n.words[i]) != 1 || tag == doc.LQuote && n.words[i] == `"`:
			open = i + 1
		case v.note && (n.words[i] == "*" || n.words[i] == "_"):
			if open < 0 {
				open = i + 1
			} else {
				n.markWork(open, i)
				open = -1
			}
		case tag == doc.RQuote && open >= 0 && n.words[i] != "’" && n.words[i] != "'":
			n.markWork(open, i)
			open = -1
		}
	}
	if v.note {
		if open >= 0 {
			n.markWork(open, s.Last)
		}
	}
	if v.note || n.words[s.First] == "Sources" || n.words[s.First] == "Source" {
		n.markBooks(s)
	}
}

// markBooks marks titles of books in a reference: what stands between a comma
// and the bracket with place and publisher.
func (n *namer) markBooks(s *doc.Sentence) {
	comma := -1
	for i := s.First; i+3 < s.Last; i++ {
		switch n.words[i] {
		case ",":
			comma = i
		case "(":
			if comma >= 0 && (n.words[i+2] == "," && n.citedYear(i+3) || n.words[i+2] == ":" || n.words[i+3] == ":" || i+4 < s.Last && n.words[i+4] == ":") {
				n.markWork(comma+1, i)
			}
			comma = -1
		}
	}
}

func (n *namer) markWork(first, last int) {
	long, capital, words := 0, 0, 0
	for i := first; i < last; i++ {
		if !n.traits[i].any(tCap | tLower) {
			continue
		}
		words++
		if len(n.words[i]) >= 4 {
			long++
			if n.traits[i].has(tCap) {
				capital++
			}
		}
	}
	if words < 3 || long < 2 || capital*10 < long*7 {
		return
	}
	opens := true
	for i := first; i < last; i++ {
		n.traits[i] |= tWork
		if opens && n.traits[i].any(tCap|tLower) {
			n.traits[i] |= tOpens
		}
		opens = n.words[i] == ":"
	}
}

// smudgedMonth reports whether word i is a month with one letter that a scanner took
// for another, before a number: "Jannary 2017". Short months are too near to names.
func (n *namer) smudgedMonth(i int) bool {
	next := n.word(i + 1)
	if len(n.words[i]) < 7 || next == "" || next[0] < '0' || next[0] > '9' {
		return false
	}
	w := strings.ToLower(n.words[i])
	for _, m := range [...]string{"january", "february", "october", "september", "november", "december"} {
		if len(m) == len(w) && lettersApart(m, w) == 1 {
			return true
		}
	}
	return false
}

// lettersApart counts where two words of one length differ.
func lettersApart(a, b string) (n int) {
	for i := range len(a) {
		if a[i] != b[i] {
			n++
		}
	}
	return n
}

// neverNames are capitalised words that are part of no name by themselves.
var neverNames = set("january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december",
	"jan.", "feb.", "mar.", "apr.", "jun.", "jul.", "aug.", "sep.", "sept.", "oct.", "nov.", "dec.",
	"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon.", "tue.", "tues.", "wed.", "thu.", "thurs.", "fri.", "sat.", "sun.",
	"i", "ii", "iii", "iv", "vi", "vii", "viii", "ix", "xi", "xii", "p.", "pp.", "vol.", "no.", "nos.", "ibid", "ibid.", "fig.", "table", "figure", "chapter", "appendix", "annex", "op.", "cit.",
	"spring", "summer", "winter", "autumn", "fall", "easter", "christmas", "ramadan", "eid", "whitsun", "pentecost", "lent", "advent", "diwali", "hanukkah", "nowruz", "thanksgiving", "passover", "ed.", "eds.", "a.m.", "p.m.", "ph.d.", "mr", "mrs", "ms",
	"fahrenheit", "celsius", "topix", "kospi", "kosdaq", "sensex", "stoxx", "ibovespa", "bovespa", "euribor", "libor", "sofr", "tibor", "shibor", "robusta", "arabica", "medicare", "medicaid", "plenipotentiary", "extraordinary", "designate", "sess.", "cong.", "tel", "tel.", "fax", "fax.", "coram", "telephone")

// moreHeads head names of organisations beside those that are listed.
var moreHeads = set("establishment", "facility", "orchestra", "philharmonic", "cross", "crescent", "hotel", "lycée", "école", "ministère", "institut", "commissioner", "secretariat", "executive",
	"caucus", "militias", "archive", "laboratory", "inspectorate", "registrar", "ombudsman", "barracks", "battalion", "regiment", "division", "brigades", "battalions", "forces", "rifles", "airlines", "airways", "railways", "shipping", "motors", "foods", "holding", "ventures", "partners", "associates", "insurance", "mills", "textiles", "pharma", "bureau", "union", "unions", "congress", "hospital", "clinic", "academy", "college", "polytechnic", "gallery", "library", "theatre", "survey", "synod", "diocese", "federation", "confederation")
