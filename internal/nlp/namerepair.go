package nlp

import (
	"fmt"
	"strings"

	"analyze/internal/doc"
	"analyze/internal/nlp/gazetteer"
)

// Pairs of letters that scanners take for each other, as read and as printed.
var misread = [...][2]string{
	{"u", "n"}, {"n", "u"}, {"g", "q"}, {"q", "g"}, {"v", "y"}, {"y", "v"}, {"c", "e"}, {"e", "c"},
	{"h", "b"}, {"b", "h"}, {"rn", "m"}, {"m", "rn"}, {"l", "i"}, {"i", "l"}, {"1", "l"}, {"1", "i"}, {"0", "o"},
	{"o", "a"}, {"a", "o"}, {"f", "t"}, {"t", "f"}, {"ii", "n"}, {"n", "ri"}, {"ri", "n"}, {"cl", "d"}, {"d", "cl"}, {"vv", "w"}, {"5", "s"}, {"nn", "m"},
}

// repair finds names that a scanner damaged: unknown words with a capital that
// become a name of the document by one misread letter. The name must be a
// listed one, or stand there several times as often as the word.
func (n *namer) repair() {
	n.rescans = 0
	scanned := n.scanned()
	for i := range n.words {
		t := n.traits[i]
		if t.has(tLower) {
			n.mendCapital(i)
			continue
		}
		if !t.has(tCap) || t.any(tCommon|tEnglish|tNever|tGiven) || len(n.words[i]) < 4 || len(n.words[i]) > 32 || n.hit(i) != nil {
			continue
		}
		if name, k := n.meant(n.words[i]); k != nil {
			n.mend(i, name, k)
		} else if scanned {
			n.mendCountry(i)
		}
	}
}

// mendCapital takes a word that begins with a small l before a consonant, as no
// English word does, for the country or people whose capital I a scanner read so:
// "ltaly".
func (n *namer) mendCapital(i int) {
	w := n.words[i]
	if len(w) < 4 || w[0] != 'l' || strings.IndexByte("aeiouyl'", w[1]) >= 0 || n.taken[i] != 0 {
		return
	}
	name := "I" + w[1:]
	hits := n.g.Scan([]string{name}, nil)
	if len(hits) == 0 || hits[0].Matches[0].Entry.Kind != gazetteer.Country || hits[0].Matches[0].Weak {
		return
	}
	c := cand{first: i, last: i + 1, typ: doc.Place, power: 60, text: name, repair: w + " read as " + name + ": a scanner takes capital I for small l"}
	if m := hits[0].Matches[0]; demonymic(m) {
		if c.form = doc.Adjective; strings.HasSuffix(name, "s") {
			c.typ, c.form = doc.Group, doc.FullName
		}
	}
	hits[0].Start, hits[0].End = i, i+1
	n.hits = append(n.hits, hits[0])
	c.hit = len(n.hits) - 1
	n.cands = append(n.cands, c)
	n.take(c, len(n.cands))
}

// scanned reports whether the document shows a scanner's hand: numbers with
// letters for digits (20l7, 2.5OO).
func (n *namer) scanned() bool {
	damaged := 0
	for _, w := range n.words {
		digits, letters := 0, 0
		for i := 0; i < len(w); i++ {
			switch c := w[i]; {
			case '0' <= c && c <= '9':
				digits++
			case c == 'l' || c == 'O' || c == 'I':
				letters++
			case c != '.' && c != ',':
				digits = -len(w)
			}
		}
		if digits > 0 && letters > 0 && digits+letters > 1 {
			if damaged++; damaged == 2 {
				return true
			}
		}
	}
	return false
}

// mendCountry takes an unknown word of a scanned document for the country, or its
// people, whose name it becomes by one misread letter.
func (n *namer) mendCountry(i int) {
	if n.rescans++; n.rescans > maxRescans {
		return
	}
	w := n.words[i]
	for _, m := range misread {
		for at := 1; at < len(w); at++ {
			if !strings.HasPrefix(w[at:], m[0]) {
				continue
			}
			v := w[:at] + m[1] + w[at+len(m[0]):]
			hits := n.g.Scan([]string{v}, nil)
			if len(hits) == 0 || hits[0].Matches[0].Entry.Kind != gazetteer.Country || hits[0].Matches[0].Weak {
				continue
			}
			typ := doc.Place
			if demonymic(hits[0].Matches[0]) {
				if typ = doc.Group; !strings.HasSuffix(v, "s") {
					continue
				}
			}
			hits[0].Start, hits[0].End = i, i+1
			n.hits = append(n.hits, hits[0])
			known := &knownName{hit: int32(len(n.hits))}
			known.votes[typ] = 60
			n.mend(i, v, known)
			return
		}
	}
}

// meant returns the name that the word is misread from, nil if there is none.
func (n *namer) meant(w string) (string, *knownName) {
	own := n.counts.find(foldHash(w))
	seen := int32(1)
	if own != nil {
		seen = own.capital + own.small
	}
	for _, m := range misread {
		for at := 1; ; {
			k := strings.Index(w[at:], m[0])
			if k < 0 {
				break
			}
			at += k
			if known := n.known.names.find(foldHash(w[:at], m[1], w[at+len(m[0]):])); known != nil && known.seen >= 2 && (seen == 1 || known.hit != 0 || known.seen >= 4*seen) && !known.short {
				return w[:at] + m[1] + w[at+len(m[0]):], known
			}
			at++
		}
	}
	return "", nil
}

// maxRescans bounds the work on a document that is damaged all over.
const maxRescans = 64

// longer looks the sentence up again with the word put right, and takes the
// listed name of several words that then covers it.
func (n *namer) longer(i int, name, why string) bool {
	if n.rescans++; n.rescans > maxRescans {
		return false
	}
	word := n.words[i]
	n.words[i] = name
	defer func() { n.words[i] = word }()
	s := n.d.Sentences[n.sentenceOf(i)]
	first := max(s.First, i-8)
	hits := n.g.Scan(n.words[first:min(s.Last, i+8)], nil)
	for _, h := range hits {
		h.Start, h.End = h.Start+first, h.End+first
		if h.Start > i || h.End <= i || h.End-h.Start < 2 {
			continue
		}
		n.drop(h.Start, h.End)
		n.hits = append(n.hits, h)
		n.cands = append(n.cands, cand{first: h.Start, last: h.End, typ: doc.ParseMentionType(h.Matches[0].Entry.Kind.Type()), by: byGazetteer,
			power: 80, hit: len(n.hits) - 1, text: n.joined(h.Start, h.End), repair: why})
		n.order()
		return true
	}
	return false
}

// drop takes back the candidates chosen among tokens first to last.
func (n *namer) drop(first, last int) {
	kept := n.cands[:0]
	for _, c := range n.cands {
		if c.last <= first || c.first >= last {
			kept = append(kept, c)
		}
	}
	n.cands = kept
}

// mend takes the word at token i for the name.
func (n *namer) mend(i int, name string, k *knownName) {
	typ, _ := k.best()
	why := fmt.Sprintf("%s read as %s, which the document has %d times", n.words[i], name, k.seen)
	if k.seen == 0 {
		why = fmt.Sprintf("%s read as %s: a country, in a scan that has letters for digits", n.words[i], name)
	}
	if n.longer(i, name, why) {
		return
	}
	if id := n.taken[i]; id != 0 {
		c := &n.cands[id-1]
		c.repair = why
		if c.last-c.first > 1 {
			word := n.words[i]
			n.words[i] = name
			c.text = n.joined(c.first, c.last)
			n.words[i] = word
			return
		}
		c.typ, c.hit, c.by, c.text, c.repair = typ, int(k.hit)-1, byRule, name, why
		return
	}
	n.cands = append(n.cands, cand{first: i, last: i + 1, typ: typ, power: 60, hit: int(k.hit) - 1, text: name, repair: why, form: doc.FullName})
	n.take(n.cands[len(n.cands)-1], len(n.cands))
}
