package tagger

import (
	"unicode"
	"unicode/utf8"
)

// kind is the way a word is written.
type kind uint8

const (
	kindOther    kind = iota // no letter and no digit, or the edge of a sentence
	kindLower                // all letters small
	kindTitle                // Capital first, small letters after
	kindCaps                 // two capitals and more, no small letter
	kindMixed                // capitals inside: McGill, YouTube
	kindDigit                // digits, no letter
	kindAlnum                // letters and digits
	kindInitial              // one capital with or without a full stop
	kindAcronym              // capitals with full stops: U.S.
	kindParticle             // a small particle tied to a capital: al-Assad, d'Ivoire
	kindTail                 // a capital name tied to a small word: US-led, Iran-backed
)

// A word is what the tagger knows of the spelling of a token, whatever stands
// around it.
type word struct {
	exact, lower uint32 // hashes of the word as written and in small letters
	shape, short uint32 // hashes of the shape, cut at four of a kind and at one
	prefix       [3]uint32
	suffix       [3]uint32 // of 2, 3 and 4 letters, 0 where the word is not longer
	first, last  uint32    // lower hashes of the parts of a hyphenated word
	letters      uint32    // hash of the letters of an acronym, 0 where it is none
	cluster      clusters  // of the word, 0 where unknown
	lastCluster  clusters  // of the last part of a hyphenated word
	kind         kind
	size         uint8 // letters, at most 255
	initial      rune  // the first letter, small
	function     bool  // a word of grammar: the, of, he
}

// capital tells whether the word is written as names are.
func (w *word) capital() bool {
	switch w.kind {
	case kindTitle, kindCaps, kindMixed, kindInitial, kindAcronym, kindParticle, kindTail:
		return true
	}
	return false
}

// longest bounds the runes of a word that are looked at; the rest of an overlong
// token is ignored.
const longest = 40

// analyse reads the spelling of text. With fold, a word all in capitals is
// read as if it were written with one: headlines and OCR set words so that
// stand otherwise elsewhere.
func (w *word) analyse(text string, fold bool, lookup *Clusters) {
	var runes, lower [longest]rune
	n := spell(text, &runes)
	if fold {
		for i := 1; i < n; i++ {
			if unicode.IsLetter(runes[i-1]) || runes[i-1] == '\'' {
				runes[i] = unicode.ToLower(runes[i])
			}
		}
	}
	for i, r := range runes[:n] {
		lower[i] = toLower(r)
	}
	*w = word{
		exact: hashRunes(runes[:n]),
		lower: hashRunes(lower[:n]),
		kind:  kindOf(runes[:n]),
		size:  uint8(n),
	}
	w.shape, w.short = shapes(runes[:n])
	for i := range w.prefix {
		if k := i + 2; n > k {
			w.prefix[i] = hashRunes(lower[:k])
			w.suffix[i] = hashRunes(lower[n-k : n])
		}
	}
	w.cluster = lookup.find(w.lower)
	w.parts(lower[:n], lookup)
	w.letters = acronym(runes[:n], w.kind)
	if n > 0 {
		w.initial = lower[0]
	}
	w.function = w.kind != kindCaps && functionWords[w.lower]
}

// parts hashes what stands before the first and after the last hyphen, and
// looks up the clusters of an unknown word without its possessive or by parts.
func (w *word) parts(lower []rune, lookup *Clusters) {
	first, last := -1, -1
	for i, r := range lower {
		if r == '-' && i > 0 && i < len(lower)-1 {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	if first < 0 {
		return
	}
	w.first, w.last = hashRunes(lower[:first]), hashRunes(lower[last+1:])
	w.lastCluster = lookup.find(w.last)
	if w.cluster == 0 && (w.kind == kindTail || w.kind == kindTitle) {
		w.cluster = lookup.find(w.first)
	}
	if w.cluster == 0 {
		w.cluster = w.lastCluster
	}
}

// spell writes the first runes of text to runes, with the many quotes and
// dashes made one, and returns how many there are.
func spell(text string, runes *[longest]rune) int {
	n := 0
	for i := 0; i < len(text) && n < longest; n++ {
		if c := text[i]; c < utf8.RuneSelf {
			runes[n] = rune(c)
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		switch r {
		case '’', '‘', 'ʼ', '`', '´':
			r = '\''
		case '‐', '‑', '–', '—', '−':
			r = '-'
		case '“', '”', '«', '»':
			r = '"'
		}
		runes[n] = r
		i += size
	}
	return n
}

func toLower(r rune) rune {
	if r < utf8.RuneSelf {
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		return r
	}
	return unicode.ToLower(r)
}

// class maps a rune to the sign that stands for it in a shape.
func class(r rune) rune {
	switch {
	case 'a' <= r && r <= 'z':
		return 'x'
	case 'A' <= r && r <= 'Z':
		return 'X'
	case '0' <= r && r <= '9':
		return 'd'
	case r < utf8.RuneSelf:
		return r
	case unicode.IsUpper(r), unicode.IsTitle(r):
		return 'X'
	case unicode.IsLetter(r), unicode.IsMark(r):
		return 'x'
	case unicode.IsDigit(r):
		return 'd'
	}
	return '?'
}

// shapes hashes the shape of a word twice: with runs of one class cut at four,
// and at one.
func shapes(runes []rune) (long, short uint32) {
	l, s := hashSeed, hashSeed
	last, run := rune(-1), 0
	for _, r := range runes {
		c := class(r)
		if c != last {
			last, run = c, 0
			s = hashRune(s, c)
		}
		if run++; run <= 4 {
			l = hashRune(l, c)
		}
	}
	return fold32(l), fold32(s)
}

func kindOf(runes []rune) kind {
	var upper, small, digits, stops, hyphens int
	for _, r := range runes {
		switch class(r) {
		case 'X':
			upper++
		case 'x':
			small++
		case 'd':
			digits++
		case '.':
			stops++
		case '-', '\'':
			hyphens++
		}
	}
	switch {
	case upper+small+digits == 0:
		return kindOther
	case upper+small == 0:
		return kindDigit
	case digits > 0:
		return kindAlnum
	case upper == 0:
		return kindLower
	case upper == 1 && small == 0:
		return kindInitial
	case stops > 0 && upper > 1 && small == 0:
		return kindAcronym
	case small == 0:
		return kindCaps
	case hyphens > 0:
		return hyphenKind(runes)
	case class(runes[0]) == 'X' && upper == 1:
		return kindTitle
	}
	return kindMixed
}

// hyphenKind is kindOf for a word of both cases with hyphens or apostrophes.
func hyphenKind(runes []rune) kind {
	last := 0
	for i, r := range runes {
		if r == '-' || r == '\'' {
			last = i + 1
		}
	}
	head := class(runes[0])
	switch {
	case last == len(runes):
		last = 0
		fallthrough
	case head == 'X' && class(runes[last]) == 'X':
		return kindTitle
	case head == 'X':
		return kindTail
	}
	return kindParticle
}

// acronym hashes the capitals of a word that may be an acronym of two to six
// letters, without full stops and a small plural s; 0 if it is none.
func acronym(runes []rune, k kind) uint32 {
	if k != kindCaps && k != kindAcronym && k != kindMixed {
		return 0
	}
	h, n := hashSeed, 0
	for i, r := range runes {
		switch {
		case class(r) == 'X':
			h = hashRune(h, toLower(r))
			n++
		case r == '.', r == '-', r == 's' && i == len(runes)-1:
		default:
			return 0
		}
	}
	if n < 2 || n > 6 {
		return 0
	}
	return fold32(h)
}

// Hashes. Features are named by 32 bits made of the template and what fills it;
// among some millions of features a collision is rare enough to be noise.
const (
	hashSeed  uint64 = 0xcbf29ce484222325
	hashPrime uint64 = 0x100000001b3
)

func hashRune(h uint64, r rune) uint64 { return (h ^ uint64(r)) * hashPrime }

func hashRunes(runes []rune) uint32 {
	h := hashSeed
	for _, r := range runes {
		h = hashRune(h, r)
	}
	return fold32(h)
}

// hashString hashes a word in small letters as [word.lower] does.
func hashString(s string) uint32 {
	var w [longest]rune
	n := spell(s, &w)
	for i, r := range w[:n] {
		w[i] = toLower(r)
	}
	return hashRunes(w[:n])
}

// fold32 mixes a hash down to 32 bits, never 0, which stands for nothing.
func fold32(h uint64) uint32 {
	h ^= h >> 32
	h *= 0x9e3779b97f4a7c15
	if v := uint32(h >> 32); v != 0 {
		return v
	}
	return 1
}

// feature names the template t filled with a and b.
func feature(t template, a, b uint32) uint32 {
	h := (uint64(a)<<32 | uint64(b)) ^ (uint64(t)+1)*0x9e3779b97f4a7c15
	h ^= h >> 31
	h *= 0xbf58476d1ce4e5b9
	h ^= h >> 29
	h *= 0x94d049bb133111eb
	if v := uint32(h >> 32); v != 0 {
		return v
	}
	return 1
}

// functionWords are words that begin sentences and headlines in capitals and
// are no names.
var functionWords = hashes(`a an the this that these those there here it its he his him she her they
	their them we our us you your i my me who whom whose which what when where why how if as at by for from
	in into of on onto off out over under up down to with within without about above across after against
	along among around before behind below beneath beside besides between beyond despite during except
	following including inside like near outside per regarding since than through throughout till toward
	towards until unlike upon via and or but nor so yet not no yes both either neither each every all any
	some many much more most few less least several other another such same own only also just even still
	too very then thus hence however moreover therefore meanwhile nevertheless nonetheless although though
	because while whereas whether unless is are was were be been being am has have had having do does did
	done will would shall should can could may might must one two three four five six seven eight nine ten
	first second third last next now today yesterday tomorrow again ever never often once perhaps maybe
	according given instead indeed further later earlier soon eventually finally recently currently
	previously originally initially similarly likewise additionally furthermore consequently accordingly
	overall generally specifically notably importantly unfortunately fortunately clearly obviously certainly
	probably possibly apparently reportedly allegedly together elsewhere born based located founded asked
	please thanks thank dear hello almost nearly roughly about approximately around ago early late`)

// connectors may stand inside a name between capitals.
var connectors = hashes(`of the for de la le les du des del della di da do dos das van von der den ter
	bin ibn bint abu al el ul ad an ash as y e & zu zum zur & - – ' a`)

func hashes(words string) map[uint32]bool {
	set := map[uint32]bool{}
	start := -1
	for i, r := range words + " " {
		switch {
		case r == ' ' || r == '\n' || r == '\t':
			if start >= 0 {
				set[hashString(words[start:i])] = true
			}
			start = -1
		case start < 0:
			start = i
		}
	}
	return set
}
