package nlp

import (
	"fmt"
	"strings"

	"analyze/internal/doc"
)

// Pairs of letters that scanners take for each other, as read and as printed.
var misread = [...][2]string{
	{"u", "n"}, {"n", "u"}, {"g", "q"}, {"q", "g"}, {"v", "y"}, {"y", "v"}, {"c", "e"}, {"e", "c"},
	{"h", "b"}, {"b", "h"}, {"rn", "m"}, {"m", "rn"}, {"l", "i"}, {"i", "l"}, {"1", "l"}, {"1", "i"}, {"0", "o"},
	{"o", "a"}, {"a", "o"}, {"f", "t"}, {"t", "f"}, {"ii", "n"}, {"n", "ri"}, {"ri", "n"}, {"cl", "d"}, {"d", "cl"}, {"vv", "w"}, {"5", "s"}, {"nn", "m"},
}

// repair finds names that a scanner damaged: unknown words with a capital that
// become a name of the document by one misread letter. The name must stand there
// several times as often as the word.
func (n *namer) repair() {
	for i := range n.words {
		t := n.traits[i]
		if !t.has(tCap) || t.any(tCommon|tEnglish|tNever|tGiven|tWork) || len(n.words[i]) < 4 || n.hit(i) != nil {
			continue
		}
		if name, k := n.meant(n.words[i]); k != nil {
			n.mend(i, name, k)
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
			v := w[:at] + m[1] + w[at+len(m[0]):]
			if known := n.known.names.find(foldHash(v)); known != nil && known.seen >= 2 && (seen == 1 || known.seen >= 4*seen) && !known.short {
				return v, known
			}
			at++
		}
	}
	return "", nil
}

// mend takes the word at token i for the name.
func (n *namer) mend(i int, name string, k *knownName) {
	typ, _ := k.best()
	why := fmt.Sprintf("%s read as %s, which the document has %d times", n.words[i], name, k.seen)
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
