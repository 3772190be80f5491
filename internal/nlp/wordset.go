package nlp

import "encoding/binary"

// A wordSet is a set of words in small letters, made once and asked of nearly every
// token: most questions are answered by the length and the first letter of the word.
type wordSet struct {
	opens [longestWord + 1]uint32 // by length: the first letters, five bits of each
	slots []packedWord            // open addressing, a power of two
}

// longestWord is how long a word of a set may be, in bytes.
const longestWord = 24

// A packedWord is a word in small letters, filled up with zeros.
type packedWord [3]uint64

// set makes a set of words, which must be in small letters.
func set(words ...string) *wordSet {
	size := 4
	for size < 2*len(words) {
		size *= 2
	}
	s := &wordSet{slots: make([]packedWord, size)}
	for _, w := range words {
		if w == "" || len(w) > longestWord {
			panic("nlp: no word for a set: " + w)
		}
		s.opens[len(w)] |= 1 << (w[0] & 31)
		p := pack(w)
		i := s.at(&p)
		s.slots[i] = p
	}
	return s
}

// lookup reports whether a word is in the set in small letters.
func lookup(s *wordSet, word string) bool {
	if word == "" || len(word) > longestWord || s.opens[len(word)]&(1<<(small(word[0])&31)) == 0 {
		return false
	}
	p := pack(word)
	return s.slots[s.at(&p)] != packedWord{}
}

// at returns the slot that holds a word or would.
func (s *wordSet) at(p *packedWord) int {
	const prime = 0x9e3779b97f4a7c15
	h := ((p[0]*prime^p[1])*prime ^ p[2]) * prime
	mask := len(s.slots) - 1
	i := int(h>>40) & mask
	for s.slots[i] != *p && s.slots[i] != (packedWord{}) {
		i = (i + 1) & mask
	}
	return i
}

// pack folds the letters of a word; it must not be too long.
func pack(word string) packedWord {
	var b [longestWord]byte
	for i := 0; i < len(word); i++ {
		b[i] = small(word[i])
	}
	return packedWord{binary.LittleEndian.Uint64(b[:]), binary.LittleEndian.Uint64(b[8:]), binary.LittleEndian.Uint64(b[16:])}
}

func small(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		c += 'a' - 'A'
	}
	return c
}
