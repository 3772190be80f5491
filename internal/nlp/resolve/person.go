package resolve

import (
	"strings"
	"unicode/utf8"

	"analyze/internal/nlp/gazetteer"
)

// particles stand before the surname proper and belong to it.
var particles = set("al bin ibn van von de der den di da dos das du del della la le ter ten zu abu bint umm y e op")

// middleParticles are particles where a given name stands before them, and
// given names elsewhere.
var middleParticles = set("ben st san")

var suffixes = set("jr sr ii iii iv phd md esq")

// honorifics may have been left at the head of a name.
var honorifics = set("mr mrs ms miss mme dr prof professor sir lord lady dame president senator sen rep gov gen general col colonel maj major capt captain lt sgt mullah sheikh shaykh imam ayatollah king queen prince princess tsar tsarevna czar emperor empress saint st pope judge justice ambassador minister chancellor secretary grandmaster maestro councillor cllr baroness viscount duchess reverend rev archbishop rabbi monsignor msgr sergeant brigadier commander lieutenant constable congresswoman congressman alderman hon aunt uncle")

// A person is the name of a person taken apart; words are folded mildly.
type person struct {
	words   []string // given names and surname
	surname int      // index in words where the surname begins, particles included
	suffix  string   // jr, iii
	epithet string   // of Seville, the Great: no part of words
	full    bool     // given name or initial, and surname
	plain   bool     // no word of the given name is just an initial
	eastern bool
	first   string // first and last word as keys have them
	last    string
}

// parsePerson takes a name apart.
func parsePerson(name string) person {
	name = dropPossessive(name)
	if last, first, ok := strings.Cut(name, ","); ok {
		if k := key(first); k != "" && !suffixes[k] {
			name = first + " " + last
		}
	}
	var p person
	fields := strings.Fields(bareName(name))
	for i, f := range fields {
		if i > 0 && i < len(fields)-1 && (f == "of" || f == "the" && i == len(fields)-2) {
			p.epithet = key(strings.Join(fields[i:], " "))
			fields = fields[:i]
			break
		}
	}
	for i, f := range fields {
		switch k := key(f); {
		case i == len(fields)-1 && i > 0 && suffixes[k]:
			p.suffix = k
		case initials(f) && i < len(fields)-1:
			for _, r := range k {
				p.words = append(p.words, string(r))
			}
		default:
			p.words = append(p.words, strings.Fields(k)...)
		}
	}
	p.eastern = eastern(p.words)
	if n := len(p.words); n > 0 {
		p.first, p.last = p.words[0], p.words[n-1]
	}
	p.words = mildWords(strings.Join(p.words, " "))
	p.split(len(fields))
	return p
}

// bareName takes off what a finder of names may have left in front of a
// person's name: titles and offices, and an owner ("the Trust's Ana Petrova").
func bareName(name string) string {
	for _, s := range []string{"'s ", "’s "} {
		if _, rest, ok := strings.Cut(name, s); ok && rest != "" {
			name = rest
		}
	}
	fields := strings.Fields(name)
	for k := len(fields) - 2; k >= 0; k-- {
		w := strings.TrimSuffix(strings.ToLower(fields[k]), ".")
		if k == 0 && len(fields) > 1 && honorifics[w] || isTitle(w) && (k > 0 || !gazetteer.GivenName(w)) {
			return strings.Join(fields[k+1:], " ")
		}
	}
	return strings.Join(fields, " ")
}

// styles are titles that make a name of a single word: King Abdullah.
var styles = set("king queen prince princess pope sheikh shaikh shaykh sheik mullah mulla imam ayatollah saint st emperor empress tsar tsarina czar sultan emir caliph")

// styleOf is the title of a name that has one word besides, "" for others.
func styleOf(name string) string {
	fields := strings.Fields(name)
	if len(fields) == 2 {
		if w := strings.TrimSuffix(strings.ToLower(fields[0]), "."); styles[w] {
			return w
		}
	}
	return ""
}

// isTitle reports whether a word in front of a name is a title or an office.
func isTitle(w string) bool {
	return honorifics[w] && !gazetteer.GivenName(w) && !gazetteer.Surname(w) || len(w) > 4 && !gazetteer.GivenName(w) && !gazetteer.Surname(w) && roleOf(w) != noRole
}

// initials reports whether a field of a name is nothing but initials: "J.",
// "J", "J.R.".
func initials(f string) bool {
	if utf8.RuneCountInString(f) == 1 {
		return true
	}
	return strings.HasSuffix(f, ".") && strings.Count(f, ".")*2 == utf8.RuneCountInString(strings.ReplaceAll(f, "-", ""))
}

// split finds where the surname begins.
func (p *person) split(fields int) {
	n := len(p.words)
	if n == 0 {
		return
	}
	s := n - 1
	for s > 0 && (particles[p.words[s-1]] || s > 1 && middleParticles[p.words[s-1]]) {
		s--
	}
	if s == 0 && fields > 2 && n > 2 && p.words[0] == "abu" {
		s = n - 1 // Abu Hassan Mahmud, all particles aside
	}
	p.surname = s
	p.full = s > 0 && fields > 1
	p.plain = true
	for _, w := range p.words[:s] {
		if utf8.RuneCountInString(w) == 1 && w != "y" && w != "e" {
			p.plain = false
		}
	}
}

// core is the last word of the surname: what texts use alone.
func (p *person) core() string {
	if len(p.words) == 0 {
		return ""
	}
	return p.words[len(p.words)-1]
}

// given are the words before the surname.
func (p *person) given() []string { return p.words[:p.surname] }

// Levels of likeness of two names, with the score that each is worth.
const (
	likeSame     = 1.0
	likeMiddle   = 0.92 // one has a middle name more
	likeNick     = 0.88
	likeTranslit = 0.84
	likeInitial  = 0.8
	likeNot      = 0.0
)

// like compares two full names: how alike they are, likeNot if they cannot
// belong to one person.
func (p *person) like(q *person) float64 {
	if p.suffix != q.suffix && p.suffix != "" && q.suffix != "" {
		return likeNot
	}
	if reversed(p, q) {
		return likeTranslit
	}
	loose := p.eastern || q.eastern
	sur := sameSurname(p, q, loose)
	if sur == likeNot {
		return likeNot
	}
	return min(sur, givenNames(p.given(), q.given(), loose))
}

// reversed reports whether two names of two words have the same ones in the
// other order: surname first in one of them.
func reversed(p, q *person) bool {
	return len(p.words) == 2 && len(q.words) == 2 && p.words[0] == q.words[1] && p.words[1] == q.words[0] && p.words[0] != p.words[1]
}

// sameSurname compares surnames by their last words, and by all that are no
// particles where both have several.
func sameSurname(p, q *person, loose bool) float64 {
	level := likeSame
	a, b := p.core(), q.core()
	if a != b {
		if coreKey(a) != coreKey(b) || !loose && coreKey(a)[0] != '#' {
			return likeNot
		}
		level = likeTranslit
	}
	return level
}

// givenNames compares the words before two surnames, one by one; the shorter
// row may end first, and an initial in front of the longer one may lack.
func givenNames(a, b []string, loose bool) float64 {
	if len(a) > len(b) {
		a, b = b, a
	}
	level := likeSame
	if len(a) < len(b) {
		level = likeMiddle
		if utf8.RuneCountInString(b[0]) == 1 && len(a) > 0 && sameWord(a[0], b[0], loose) == likeNot {
			b = b[1:]
		}
	}
	for i, w := range a {
		if i >= len(b) {
			return likeNot
		}
		l := sameWord(w, b[i], loose)
		if l == likeNot {
			return likeNot
		}
		level = min(level, l)
	}
	return level
}

// sameWord compares two words of given names.
func sameWord(a, b string, loose bool) float64 {
	switch {
	case a == b:
		return likeSame
	case initialOf(a, b) || initialOf(b, a):
		return likeInitial
	case sameGiven(a, b):
		return likeNick
	case loose && len(a) > 2 && len(b) > 2 && strong(a) == strong(b):
		return likeTranslit
	}
	return likeNot
}

func initialOf(a, b string) bool {
	return utf8.RuneCountInString(a) == 1 && strings.HasPrefix(b, a)
}

// Ways in which a short form fits a full name.
const (
	fitsNot   = iota
	fitsInner // a word between the first and the last, which may be the surname
	fitsGiven
	fitsSurname
)

// fits reports how the short form s may stand for the full name p.
func (p *person) fits(s *person) int {
	if len(s.words) == 0 || len(s.words) >= len(p.words)+1 {
		return fitsNot
	}
	if s.suffix != "" && s.suffix != p.suffix {
		return fitsNot
	}
	loose := p.eastern || s.eastern
	if endsWith(p.words, s.words, loose) {
		return fitsSurname
	}
	if core := s.words[len(s.words)-1:]; particles[s.words[0]] && len(s.words) == 2 && endsWith(p.words, core, loose) {
		return fitsSurname
	}
	if s.full && len(s.words) < 2 {
		return fitsNot
	}
	for i := 0; i+len(s.words) < len(p.words)+1; i++ {
		if !endsWith(p.words[:i+len(s.words)], s.words, loose) {
			continue
		}
		if i >= p.surname {
			return fitsSurname
		}
		if i == 0 {
			return fitsGiven
		}
		if len(s.words) == 1 && inner(s.words[0]) {
			if gazetteer.Surname(s.words[0]) {
				return fitsSurname
			}
			return fitsInner
		}
	}
	return fitsNot
}

// inner reports whether a word inside a name may be a surname, as the first of
// two: it is no given name and no initial.
func inner(w string) bool { return len(w) > 2 && !particles[w] && !gazetteer.GivenName(w) }

// spelledAlike reports whether two words are listed as one name in another script.
func spelledAlike(a, b string) bool {
	k := coreKey(a)
	return strings.HasPrefix(k, "#") && k == coreKey(b)
}

// endsWith reports whether words end in tail.
func endsWith(words, tail []string, loose bool) bool {
	if len(tail) > len(words) {
		return false
	}
	for i, w := range words[len(words)-len(tail):] {
		if w != tail[i] && !(loose && len(w) > 3 && strong(w) == strong(tail[i])) && !spelledAlike(w, tail[i]) {
			return false
		}
	}
	return true
}
