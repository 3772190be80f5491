package gazetteer

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxAtoms bounds the length of a name, and so the work done at each word.
const maxAtoms = 24

// Scan finds the listed names in a row of words, the tokens of a text in their
// order, and appends a hit for each to hits, which it returns. Hits do not
// overlap: of names that do, the one that begins first is taken, and of those
// the longest.
//
// A name begins and ends with a word, but for a possessive 's that is glued to
// the last one, which the hit takes in. It may be spread over words that a
// tokeniser parted ("al", "-", "Qaeda"), but not over a mark of punctuation
// that the listed name lacks; a row of words should therefore not run on from
// one paragraph into another. A leading "the" is left out of the hit, save in
// place names where it is capitalised (The Hague).
//
// Scan retains neither slice, does not allocate where it finds nothing, and
// takes time linear in the length of the words.
func (g *Gazetteer) Scan(words []string, hits []Hit) []Hit {
	return g.ScanWith(words, hits, nil)
}

// A Buffer holds the matches of hits, so that the memory of one document serves the
// next. The zero value is ready; it is not safe for concurrent use.
type Buffer struct{ matches []Match }

// Reset forgets all matches: hits that were found with the buffer are void.
func (b *Buffer) Reset() {
	clear(b.matches)
	b.matches = b.matches[:0]
}

// most is how many matches of one name the buffer has room for; more are rare.
const most = 12

// room returns an empty slice with room for some matches.
func (b *Buffer) room() []Match {
	if b == nil {
		return nil
	}
	n := len(b.matches)
	if cap(b.matches)-n < most {
		b.matches, n = make([]Match, 0, max(64*most, 2*cap(b.matches))), 0
	}
	return b.matches[n : n : n+most]
}

// keep makes ms, which began as room, part of the buffer.
func (b *Buffer) keep(ms []Match) []Match {
	if b != nil && len(ms) <= most {
		b.matches = b.matches[:len(b.matches)+len(ms)]
	}
	return ms[:len(ms):len(ms)]
}

// ScanWith is [Gazetteer.Scan] with the matches in b, nil for memory of their own.
func (g *Gazetteer) ScanWith(words []string, hits []Hit, b *Buffer) []Hit {
	s := scanner{g: g, words: words, buf: b}
	for i := 0; i < len(words); {
		if !mayBegin(words, i) {
			i++
			continue
		}
		h, ok := s.from(i)
		if !ok {
			i++
			continue
		}
		hits = append(hits, h)
		i = h.End
	}
	return hits
}

// Settle removes from hits the matches that are Conditional and whose entry has
// no unconditional match among them, and the hits that are left without any:
// hand it the hits of a whole document. It works in place.
func Settle(hits []Hit) []Hit {
	named := make(map[*Entry]bool)
	for _, h := range hits {
		for _, m := range h.Matches {
			if m.Alias != Conditional {
				named[m.Entry] = true
			}
		}
	}
	kept := hits[:0]
	for _, h := range hits {
		ms := h.Matches[:0:0]
		for _, m := range h.Matches {
			if m.Alias != Conditional || named[m.Entry] {
				ms = append(ms, m)
			}
		}
		if h.Matches = ms; len(ms) > 0 {
			kept = append(kept, h)
		}
	}
	return kept
}

// particles may begin a match in lower case; those that are true only where a
// hyphen follows are English words as well.
var particles = map[uint64]bool{
	hashString("al"): false, hashString("the"): false, hashString("ul"): true, hashString("an"): true,
	hashString("ash"): true, hashString("as"): true, hashString("ar"): true, hashString("at"): true,
	hashString("az"): true, hashString("ad"): true, hashString("anti"): true, hashString("ez"): true, hashString("sub"): true,
}

var hashThe = hashString("the")

// mayBegin reports whether a name may begin with words[i]: it starts with a
// capital, a digit, a letter without case, or is a particle.
func mayBegin(words []string, i int) bool {
	w := words[i]
	if w == "" {
		return false
	}
	c := w[0]
	switch {
	case 'a' <= c && c <= 'z':
		return (c == 'a' || c == 't' || c == 'e' || c == 'u' || c == 's') && particle(words, i)
	case c < utf8.RuneSelf:
		return asciiClass[c] == isLetter || asciiClass[c] == isQuote
	}
	r, _ := utf8.DecodeRuneInString(w)
	return class(r) == isQuote || class(r) == isLetter && !unicode.IsLower(r)
}

func particle(words []string, i int) bool {
	a, ok := nextAtom(words[i], 0)
	if !ok {
		return false
	}
	hyphen, known := particles[a.hash]
	if !known {
		return false
	}
	if !hyphen {
		return true
	}
	rest := words[i][a.end:]
	if rest == "" && i+1 < len(words) {
		rest = words[i+1]
	}
	return strings.HasPrefix(rest, "-") || strings.HasPrefix(rest, "‑") || strings.HasPrefix(rest, "‐")
}

// A scanner holds what one call of Scan works on.
type scanner struct {
	buf   *Buffer
	g     *Gazetteer
	words []string
}

// A reader gives the atoms of words from a point on.
type reader struct {
	words  []string
	w, b   int // word and byte of it that come next
	atWord int // the word of the atom last read
	short  bool
}

// next is the next atom; ok is false at the end or before a mark that parts
// names.
func (r *reader) next() (a atom, ok bool) {
	for skipped := 0; r.w < len(r.words); {
		word := r.words[r.w]
		if a, ok = nextAtom(word, r.b); ok {
			if a.broken {
				return a, false
			}
			r.atWord, r.b, r.short = r.w, a.end, a.letters <= 2
			return a, true
		}
		if r.b == 0 && word != "" {
			if skipped++; skipped > 1 || !r.passes(word) {
				return a, false
			}
		}
		r.w, r.b = r.w+1, 0
	}
	return a, false
}

// passes reports whether a word without atoms may stand inside a name: a hyphen
// or apostrophe, or the full stop of an abbreviation that was parted from it.
func (r *reader) passes(word string) bool {
	return r.short || !strings.Contains(word, ".")
}

// complete reports whether the word of the atom last read holds no more than a
// possessive after it.
func (r *reader) complete() bool {
	word := r.words[r.atWord]
	a, ok := nextAtom(word, r.b)
	if !ok {
		return true
	}
	if !a.possessive {
		return false
	}
	_, ok = nextAtom(word, a.end)
	return !ok
}

// from finds the longest name that begins with word i.
func (s *scanner) from(i int) (h Hit, ok bool) {
	r := reader{words: s.words, w: i}
	var sum uint64
	g := s.g
	user := -1 // where the longest match of the user's layer ends
	for n := 0; n < maxAtoms; n++ {
		a, more := r.next()
		if !more || n == 0 && r.atWord != i {
			break
		}
		sum = join(sum, a.hash)
		var over uint32
		if g.over != nil {
			over = g.over.names.get(sum)
		}
		base := g.base.names.get(sum)
		if (over|base)>>1 != 0 && r.complete() {
			if m := s.matches(i, over>>1, base>>1, false); len(m) > 0 && (m[0].User || user < 0 || r.atWord+1 > user) {
				h, ok = Hit{Start: i, End: r.atWord + 1, Matches: m}, true
				if m[0].User {
					user = h.End
				}
			}
		}
		if (over|base)&longer == 0 {
			break
		}
	}
	if ok && s.article(h) {
		if h.Matches[0].Weak {
			// "the Australian" is a newspaper less often than a nation.
			other, found := s.from(i + 1)
			if found || s.words[i][0] == 't' {
				return other, found
			}
		}
		s.dropArticle(&h)
	}
	return h, ok
}

// article reports whether a hit of several words begins with "the".
func (s *scanner) article(h Hit) bool {
	return h.End-h.Start > 1 && strings.EqualFold(s.words[h.Start], "the")
}

// dropArticle moves the start of a hit behind its "the", but for The Hague.
func (s *scanner) dropArticle(h *Hit) {
	if s.words[h.Start][0] == 'T' && h.Matches[0].Entry.Kind.Type() == "PLACE" {
		return
	}
	h.Start++
}

// matches collects from the chains of the user's and the embedded layer the
// aliases whose case agrees with the words from i on; with always, all.
func (s *scanner) matches(i int, over, base uint32, always bool) []Match {
	ms := s.buf.room()
	g := s.g
	for n := over; n != 0; n = uint32(g.over.aliases[n-1].next) {
		if a := &g.over.aliases[n-1]; always || s.sameCase(a.text, i) {
			ms = addMatch(ms, g.over.match(a))
		}
	}
	for n := base; n != 0; n = uint32(g.base.aliases[n-1].next) {
		if a := &g.base.aliases[n-1]; always || s.sameCase(a.text, i) {
			ms = addMatch(ms, g.baseMatch(a))
		}
	}
	return s.buf.keep(ms)
}

// lowerTail are last words of names that texts write in lower case as well.
var lowerTail = func() map[uint64]bool {
	m := make(map[uint64]bool)
	for _, w := range strings.Fields("group network movement militia cartel gang province governorate district brigade battalion clan alliance coalition campaign strip peninsula desert valley basin group's") {
		m[hashString(w)] = true
	}
	return m
}()

// sameCase reports whether the words from i on are written as the alias asks.
func (s *scanner) sameCase(alias string, i int) bool {
	r := reader{words: s.words, w: i}
	for b, n := 0, 0; ; n++ {
		want, more := nextAtom(alias, b)
		if !more {
			return !abbreviation(alias) || r.stop()
		}
		if want.hash == hashThe {
			n-- // what follows it counts as the first word
		}
		got, ok := r.next()
		if !ok {
			return false
		}
		if !agree(alias[want.start:want.end], s.words[r.atWord][got.start:got.end], want, got, n) {
			return false
		}
		b = want.end
	}
}

// abbreviation reports whether a listed name is a word cut short: "Miss.", which
// without its full stop is another word.
func abbreviation(alias string) bool {
	return strings.HasSuffix(alias, ".") && strings.Count(alias, ".") == 1
}

// stop reports whether a full stop follows the atom last read.
func (r *reader) stop() bool {
	rest := r.words[r.atWord][r.b:]
	if rest == "" && r.atWord+1 < len(r.words) {
		rest = r.words[r.atWord+1]
	}
	return strings.HasPrefix(rest, ".")
}

// agree reports whether the atom got, written text, may stand for the n-th atom
// want of an alias, written listed.
func agree(listed, text string, want, got atom, n int) bool {
	switch {
	case got.upper == got.letters && got.upper > 0:
		// Capitals throughout: an acronym, or a line set in capitals. A short
		// lower-case word of a name may stand so as well.
		return got.letters > 1 || want.upper > 0 || n > 0 || want.letters == 1
	case want.upper >= 2:
		return text == listed || sameLetters(listed, text) || want.upper == want.letters && want.letters >= 6 && got.upper == 1
	case want.upper == 0, !unicode.IsUpper(want.first):
		return true // as d'Ivoire
	case unicode.IsUpper(got.first):
		return true
	}
	if _, ok := particles[want.hash]; ok {
		return true
	}
	return n > 0 && lowerTail[want.hash]
}

// sameLetters compares two forms of an acronym, full stops aside.
func sameLetters(a, b string) bool {
	i, j := 0, 0
	for {
		for i < len(a) && a[i] == '.' {
			i++
		}
		for j < len(b) && b[j] == '.' {
			j++
		}
		if i == len(a) || j == len(b) {
			return i == len(a) && j == len(b)
		}
		if a[i] != b[j] {
			return false
		}
		i, j = i+1, j+1
	}
}

// penalty is by how much a kind of alias lowers its entry among the matches.
var penalty = [numAliasKinds]int{Full: 0, Short: 0, Acronym: 0, Former: 1500, DemonymAdj: 0, DemonymNoun: 1, Conditional: 1000, Variant: 6000}

func (m Match) score() int {
	s := int(m.Entry.rank) - penalty[m.Alias]
	if m.User {
		s += 1 << 20
	}
	return s
}

// addMatch inserts m behind the matches that score as high, unless its entry is
// there in the same role.
func addMatch(ms []Match, m Match) []Match {
	for k := range ms {
		if ms[k].Entry == m.Entry && (ms[k].Alias == m.Alias || demonym(ms[k].Alias) == demonym(m.Alias) && !demonym(m.Alias)) {
			if m.score() > ms[k].score() {
				ms[k] = m
			}
			return ms
		}
	}
	ms = append(ms, m)
	for k := len(ms) - 1; k > 0 && ms[k].score() > ms[k-1].score(); k-- {
		ms[k], ms[k-1] = ms[k-1], ms[k]
	}
	return ms
}

func demonym(a AliasKind) bool { return a == DemonymAdj || a == DemonymNoun }

func (l *layer) match(a *alias) Match {
	return Match{Entry: &l.entries[a.entry], Alias: a.kind, Text: a.text, Weak: a.weak, User: l.user}
}
