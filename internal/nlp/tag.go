package nlp

import (
	"sync"
	"unicode"
	"unicode/utf8"

	"analyze/internal/doc"
)

// A lemma is a token as the tagger sees it.
type lemma struct {
	word   *wordRows
	pair   uint64 // hash of the word for pairs with the tag before it
	suffix suffixRows
	this   int32 // row of the suffix as written
	first  int32 // row of the first byte
	class  int32 // already known, else -1
	token  int32
}

// A tagging holds what tagging a sentence needs, kept from one to the next.
type tagging struct {
	lemmas []lemma
	raw    []byte
	lower  []byte
}

var taggings = sync.Pool{New: func() any { return new(tagging) }}

// edge are the four words that stand for what lies before and after a sentence.
func (m *weights) edge(special int) lemma {
	w := []byte(specialWords[special])
	return lemma{word: &m.special[special], suffix: *m.suffixes.at(suffixKey(tail(w)))}
}

func tail(b []byte) []byte { return b[len(b)-min(len(b), 3):] }

// tagSentence tags the tokens, which belong to one sentence. Those with a tag
// keep it; note marks are passed over. set says how its letters
// are set.
func (t *tagging) tagSentence(m *weights, text string, tokens []doc.Token, set lettering) {
	t.lemmas = append(t.lemmas[:0], m.edge(wordStart), m.edge(wordStart2))
	for i := range tokens {
		if tokens[i].Tag == doc.TagNote {
			continue
		}
		t.lemmas = append(t.lemmas, t.lemma(m, text, &tokens[i], set))
		t.lemmas[len(t.lemmas)-1].token = int32(i)
	}
	n := len(t.lemmas)
	t.lemmas = append(t.lemmas, m.edge(wordEnd), m.edge(wordEnd2))
	p1, p2 := int32(classStart), int32(classStart2)
	for i := 2; i < n; i++ {
		l := &t.lemmas[i]
		c := l.class
		if c < 0 {
			c = t.predict(m, i, p1, p2)
			tokens[l.token].Tag = m.classes[c]
		}
		p2, p1 = p1, c
	}
}

// lemma looks the token up.
func (t *tagging) lemma(m *weights, text string, tok *doc.Token, set lettering) lemma {
	w := tok.Norm
	if w == "" {
		w = text[tok.Start:tok.End]
	}
	t.fold(w)
	raw := t.raw
	l := lemma{class: -1}
	key := hashWord(t.lower)
	if special := t.shape(tok.Tag); special >= 0 {
		l.word = &m.special[special]
		key = hashString(specialWords[special])
		l.suffix = *m.suffixes.at(suffixKey([]byte(specialWords[special])[len(specialWords[special])-3:]))
	} else {
		l.word = m.words.find(key)
		if l.word == nil {
			l.word = &noWord
		}
		if s := m.suffixes.find(suffixKey(tail(t.lower))); s != nil {
			l.suffix = *s
		}
	}
	if set == titleCase && l.word.small || set == allCaps && (l.word.small || l.word.this == 0) {
		raw = t.lower
	}
	l.pair = key
	l.first = m.firsts[raw[0]]
	if s := m.suffixes.find(suffixKey(tail(raw))); s != nil {
		l.this = s.this
	}
	switch {
	case tok.Tag != doc.TagNone:
		l.class = m.classOf[tok.Tag]
	default:
		l.class = m.known(raw, tok)
	}
	return l
}

var noWord wordRows

// known returns the class of a word that has but one, -1 for others.
func (m *weights) known(raw []byte, tok *doc.Token) int32 {
	if c := m.fixed.find(hashWord(raw)); c != nil {
		tok.Tag = m.classes[*c-1]
		return *c - 1
	}
	if b := raw[0]; b == '@' || b == '#' || len(raw) > 4 && (string(raw[:4]) == "http" || string(raw[:4]) == "www.") {
		tok.Tag = doc.NN
		return m.classOf[doc.NN]
	}
	if numeric(raw) {
		tok.Tag = doc.CD
		return m.classOf[doc.CD]
	}
	return -1
}

// numeric reports whether w is digits with the signs that numbers have.
func numeric(w []byte) bool {
	digits := false
	for _, c := range w {
		switch {
		case '0' <= c && c <= '9':
			digits = true
		case c != ',' && c != '.' && c != '/' && c != ':':
			return false
		}
	}
	return digits
}

// shape returns the special word that stands for the token, -1 if none does.
func (t *tagging) shape(tag doc.Tag) int {
	if tag != doc.TagNone {
		return -1
	}
	hyphen, digits := false, 0
	for _, c := range t.raw {
		if c == '-' {
			hyphen = true
		}
		if '0' <= c && c <= '9' {
			digits++
		}
	}
	switch {
	case hyphen && t.raw[0] != '-':
		return wordHyphen
	case digits == 4 && len(t.raw) == 4:
		return wordYear
	case '0' <= t.raw[0] && t.raw[0] <= '9':
		return wordDigits
	}
	return -1
}

// fold writes the word as the weights have it into raw, and in small letters
// into lower: apostrophes, dashes and quotation marks are ASCII there, and soft
// hyphens are not.
func (t *tagging) fold(w string) {
	t.raw, t.lower = t.raw[:0], t.lower[:0]
	for i := 0; i < len(w); {
		b := w[i]
		if b < utf8.RuneSelf {
			i++
			t.raw = append(t.raw, b)
			t.lower = append(t.lower, small(b))
			continue
		}
		r, n := utf8.DecodeRuneInString(w[i:])
		i += n
		if s := asciiSign(r); s != "" {
			t.raw = append(t.raw, s...)
			t.lower = append(t.lower, s...)
		} else if r != 0xad {
			t.raw = utf8.AppendRune(t.raw, r)
			t.lower = utf8.AppendRune(t.lower, unicode.ToLower(r))
		}
	}
	if len(t.raw) == 0 {
		t.raw, t.lower = append(t.raw, '-'), append(t.lower, '-')
	}
}

func asciiSign(r rune) string {
	switch r {
	case '’', '‘', 'ʼ', 'ʻ', '´', '′':
		return "'"
	case '“', '«', '„':
		return "``"
	case '”', '»':
		return "''"
	case '–', '—', '―', '−', '‒':
		return "--"
	case '‐', '‑':
		return "-"
	case '…':
		return "..."
	case '€', '£', '¥':
		return "$"
	}
	return ""
}

// predict returns the class with the highest sum; of equal ones the first in
// the order of their names.
func (t *tagging) predict(m *weights, i int, p1, p2 int32) int32 {
	l, left, left2 := &t.lemmas[i], &t.lemmas[i-1], &t.lemmas[i-2]
	right, right2 := &t.lemmas[i+1], &t.lemmas[min(i+2, len(t.lemmas)-1)]
	rows := [...]int32{
		m.bias, l.this, l.first, m.prev[p1], m.prev2[p2], m.tags[p1][p2],
		l.word.this, 0, left.word.prev, left.suffix.prev, left2.word.prev2,
		right.word.next, right.suffix.next, right2.word.next2,
	}
	if l.word != &noWord {
		if p := m.pairs.find(pairKey(p1, l.pair)); p != nil {
			rows[7] = *p
		}
	}
	var sums [64]int32
	for _, r := range rows {
		if r == 0 {
			continue
		}
		for _, p := range m.packed[m.rows[r]:m.rows[r+1]] {
			sums[p&63] += p >> 6
		}
	}
	best := int32(0)
	for c := 1; c < len(m.classes); c++ {
		if sums[c] > sums[best] {
			best = int32(c)
		}
	}
	return best
}
