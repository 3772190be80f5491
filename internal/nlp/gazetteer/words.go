package gazetteer

// WordSet says in which lists of words a word or a row of words stands. The
// bits are written in the embedded file.
type WordSet uint32

// The lists of words.
const (
	GivenNames WordSet = 1 << (iota + 1) // bit 0 says that longer rows begin with this one
	Surnames
	Titles
	OrgHeads
	Roles
	EnglishWords // words that begin sentences and headlines and are as a rule no names
)

func wordSet(word string) WordSet {
	h, ok := hashName(word)
	if !ok {
		return 0
	}
	return WordSet(loaded().words.get(h))
}

// GivenName reports whether a word is a given name in one of many languages.
// Case and accents do not count.
func GivenName(word string) bool { return wordSet(word)&GivenNames != 0 }

// Surname reports whether a word is a common surname in one of many languages.
// Case and accents do not count.
func Surname(word string) bool { return wordSet(word)&Surnames != 0 }

// OrgHead reports whether a word heads names of organisations: Ministry,
// Agency, Brigade, University, in singular or plural.
func OrgHead(word string) bool { return wordSet(word)&OrgHeads != 0 }

// Role reports whether a word says what a person does: spokesman, director,
// analyst, in singular or plural.
func Role(word string) bool { return wordSet(word)&Roles != 0 }

// EnglishWord reports whether a word is a common English one, which capitals at
// the start of a sentence or in a headline do not make a name.
func EnglishWord(word string) bool { return wordSet(word)&EnglishWords != 0 }

// Title is the number of words that a title, rank or office takes up at the
// start of words ("Brig. Gen.", "Prime Minister", "Mr."), the longest there is;
// 0 where there is none. Titles that follow each other ("Prof. Dr.") are taken
// together. The first word must be capitalised.
func Title(words []string) int {
	n := 0
	for n < len(words) {
		k := oneTitle(words[n:])
		if k == 0 {
			break
		}
		n += k
	}
	return n
}

func oneTitle(words []string) int {
	if len(words) == 0 || !mayBegin(words, 0) {
		return 0
	}
	r := reader{words: words}
	t := &loaded().words
	best := 0
	var sum uint64
	for n := 0; n < 8; n++ {
		a, ok := r.next()
		if !ok || n == 0 && (r.atWord != 0 || a.upper == 0) {
			break
		}
		sum = join(sum, a.hash)
		v := WordSet(t.get(sum))
		if v&Titles != 0 && r.complete() {
			best = r.atWord + 1
		}
		if v&longer == 0 {
			break
		}
	}
	// The full stop of an abbreviation may be a word of its own.
	if best > 0 && best < len(words) && words[best] == "." && len(words[best-1]) <= 5 {
		best++
	}
	return best
}
