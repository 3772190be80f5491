package tagger

// A sentence's letters tell how far capitals in it mean a name.
type casing uint8

const (
	casingPlain casing = iota
	casingTitle        // most long words have a capital: a headline, a caption
	casingCaps         // all in capitals
	casingShort        // too few words to tell
)

// A place is what the tagger knows of one token of a document.
type place struct {
	word  int32 // index of its word in the reader's cache
	entry int32 // index of its docWord
	run   int32 // index of the run it belongs to, -1 for none
	taken label // what it was taken for at the first look
}

// A run is a stretch of capitalised words of one sentence, with the small words
// that join them ("Ministry of Defence").
type run struct {
	start, end int32 // tokens of the document, half-open
	head       int32 // the last word before "of", "for" and the like
	acronym    bool  // its initials stand in the document as a word
}

// A docWord is what a document tells of one word in small letters.
type docWord struct {
	lower    uint32
	small    int32  // times written small
	capital  int32  // times with a capital where none was due
	before   uint32 // in its first run of several words: the word before it, 0 for none
	after    uint32 // and the word after it
	beforeCl clusters
	afterCl  clusters
	runHead  uint32   // the last word of that run
	runCl    clusters // and its cluster
	know     Knowledge
	acronym  uint32 // the last word of a run that has this acronym's initials
	acroCl   clusters
	long     bool // it has stood in a run of several words

	taken [types]int32 // how often it was taken for part of a name of each type
	times int32        // and how often it stands there with a capital at all
}

// A reader looks at one document at a time and lists its features. It keeps
// what it learnt of words from one document to the next, which changes speed
// and nothing else. It is not safe for concurrent use.
type reader struct {
	lookup *Clusters

	cache map[uint64]int32 // by the hash of the text as written
	words []word
	epoch int // raised when words are forgotten

	places []place
	tokens []*Token // by place
	first  []int32  // where each sentence begins in places; one more at the end
	casing []casing // of each sentence
	runs   []run

	table   []int32 // open addressing by lower hash into entries, plus one
	entries []docWord
	initial map[uint32]int32 // runs by the hash of their initials
}

// cached is how many words a reader keeps before it forgets them all.
const cached = 1 << 14

func newReader(lookup *Clusters) *reader {
	return &reader{
		lookup:  lookup,
		cache:   map[uint64]int32{},
		initial: map[uint32]int32{},
	}
}

// read takes in a document.
func (r *reader) read(sentences [][]Token) {
	if len(r.words) > cached {
		clear(r.cache)
		r.words = r.words[:0]
		r.epoch++
	}
	if len(r.words) == 0 {
		r.words = append(r.words, word{}) // the edge of a sentence
	}
	r.places, r.tokens, r.first = r.places[:0], r.tokens[:0], r.first[:0]
	r.casing, r.runs = r.casing[:0], r.runs[:0]
	r.entries = r.entries[:0]
	clear(r.table)
	clear(r.initial)
	for _, s := range sentences {
		r.sentence(s)
	}
	r.first = append(r.first, int32(len(r.places)))
	for s := range sentences {
		r.findRuns(s)
	}
	r.matchAcronyms()
}

// sentence takes in the words of one sentence and how its letters are set.
func (r *reader) sentence(tokens []Token) {
	start := len(r.places)
	r.first = append(r.first, int32(start))
	c := casingOf(tokens)
	r.casing = append(r.casing, c)
	for i := range tokens {
		t := &tokens[i]
		w := r.lookUp(t.Text, c == casingCaps)
		r.places = append(r.places, place{word: w, entry: r.docWord(r.words[w].lower), run: -1})
		r.tokens = append(r.tokens, t)
	}
	for i := start; i < len(r.places); i++ {
		r.count(i, i == start || r.opensQuote(start, i), c)
	}
}

// opensQuote tells whether the token begins something that has its first word
// in capitals: what follows a quotation mark, a bracket, a colon or a bullet.
func (r *reader) opensQuote(start, i int) bool {
	for first := max(start, i-4); i > first; {
		i--
		if k := r.words[r.places[i].word].kind; k == kindDigit {
			continue
		} else if k != kindOther {
			return false
		}
		switch r.tokens[i].Text {
		case ",", ")", "]", "-", "'", "/", "&", "%", "$":
			return false
		case ":", ".":
			return true
		}
	}
	return i == start
}

// count notes in the document's words how this one is written.
func (r *reader) count(i int, opens bool, c casing) {
	p := r.places[i]
	w, e := &r.words[p.word], &r.entries[p.entry]
	e.know |= r.tokens[i].Know
	switch {
	case w.kind == kindLower:
		e.small++
	case w.capital() && c == casingPlain && !opens:
		e.capital++
	}
}

// lookUp returns the index of the word, analysing it the first time.
func (r *reader) lookUp(text string, fold bool) int32 {
	h := hashText(text)
	if fold {
		h = ^h
	}
	if i, ok := r.cache[h]; ok {
		return i
	}
	i := int32(len(r.words))
	r.words = append(r.words, word{})
	r.words[i].analyse(text, fold, r.lookup)
	r.cache[h] = i
	return i
}

// hashText hashes the bytes of a token.
func hashText(s string) uint64 {
	h := hashSeed
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * hashPrime
	}
	return h ^ h>>29
}

// docWord returns the index of the entry for a word in small letters.
func (r *reader) docWord(lower uint32) int32 {
	if 2*len(r.entries) >= len(r.table) {
		r.grow()
	}
	mask := uint32(len(r.table) - 1)
	for at := lower & mask; ; at = (at + 1) & mask {
		i := r.table[at]
		if i == 0 {
			r.entries = append(r.entries, docWord{lower: lower})
			r.table[at] = int32(len(r.entries))
			return int32(len(r.entries) - 1)
		}
		if r.entries[i-1].lower == lower {
			return i - 1
		}
	}
}

// grow doubles the table of the document's words.
func (r *reader) grow() {
	size := max(1024, 2*len(r.table))
	r.table = make([]int32, size)
	mask := uint32(size - 1)
	for i := range r.entries {
		at := r.entries[i].lower & mask
		for r.table[at] != 0 {
			at = (at + 1) & mask
		}
		r.table[at] = int32(i + 1)
	}
}

// casingOf tells how a sentence is set. Words of fewer than four letters are
// small in headlines too and do not count.
func casingOf(tokens []Token) casing {
	var long, capital, all int
	for i := range tokens {
		text := tokens[i].Text
		if len(text) < 4 || !isLetter(text[0]) || !isLetter(text[1]) {
			continue
		}
		long++
		if 'A' <= text[0] && text[0] <= 'Z' {
			capital++
			if upper(text) {
				all++
			}
		}
	}
	switch {
	case long >= 3 && all*10 >= long*8:
		return casingCaps
	case long >= 4 && capital*10 >= long*8:
		return casingTitle
	case long < 3:
		return casingShort
	}
	return casingPlain
}

func isLetter(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c >= 0x80
}

// upper tells whether a word has no small ASCII letter.
func upper(s string) bool {
	for i := 0; i < len(s); i++ {
		if 'a' <= s[i] && s[i] <= 'z' {
			return false
		}
	}
	return true
}

// wordAt returns the word of place i, or the edge's if i lies outside the
// sentence from start to end.
func (r *reader) wordAt(i, start, end int) *word {
	if i < start || i >= end {
		return &r.words[0]
	}
	return &r.words[r.places[i].word]
}

// widest bounds the words of a run, so that a page of capitals is not one.
const widest = 12

// findRuns finds the runs of a sentence and tells the document's words about
// them.
func (r *reader) findRuns(s int) {
	start, end := int(r.first[s]), int(r.first[s+1])
	for i := start; i < end; {
		if !r.starts(i, start, r.casing[s]) {
			i++
			continue
		}
		last := i // the last capitalised word so far
		for j := i + 1; j < end && j-last <= 3 && j-i < widest; j++ {
			w := &r.words[r.places[j].word]
			if w.capital() && !w.function {
				last = j
			} else if !connectors[w.lower] {
				break
			}
		}
		r.addRun(i, last+1)
		i = last + 1
	}
}

// starts tells whether a run can start at i.
func (r *reader) starts(i, start int, c casing) bool {
	w := &r.words[r.places[i].word]
	if !w.capital() {
		return false
	}
	return !w.function || i > start && c == casingPlain && !r.opensQuote(start, i)
}

func (r *reader) addRun(start, end int) {
	id := int32(len(r.runs))
	head := end - 1
	initials, n := hashSeed, 0
	for i := start; i < end; i++ {
		p := &r.places[i]
		p.run = id
		w := &r.words[p.word]
		if w.capital() {
			initials = hashRune(initials, w.initial)
			n++
		} else if head == end-1 && i > start && w.kind == kindLower {
			head = i - 1
		}
	}
	r.runs = append(r.runs, run{start: int32(start), end: int32(end), head: int32(head)})
	if n < 2 {
		return
	}
	if h := fold32(initials); n <= 6 {
		if _, ok := r.initial[h]; !ok {
			r.initial[h] = id
		}
	}
	r.introduce(start, end)
}

// introduce tells the words of a run of several words in which company they
// first stood.
func (r *reader) introduce(start, end int) {
	last := &r.words[r.places[end-1].word]
	for i := start; i < end; i++ {
		e := &r.entries[r.places[i].entry]
		if e.long || !r.words[r.places[i].word].capital() {
			continue
		}
		e.long = true
		e.runHead, e.runCl = last.lower, last.cluster
		if i > start {
			w := &r.words[r.places[i-1].word]
			e.before, e.beforeCl = w.lower, w.cluster
		}
		if i+1 < end {
			w := &r.words[r.places[i+1].word]
			e.after, e.afterCl = w.lower, w.cluster
		}
	}
}

// matchAcronyms joins acronyms to the runs that have their initials.
func (r *reader) matchAcronyms() {
	for i := range r.places {
		w := &r.words[r.places[i].word]
		if w.letters == 0 {
			continue
		}
		id, ok := r.initial[w.letters]
		if !ok {
			continue
		}
		run := &r.runs[id]
		run.acronym = true
		head := &r.words[r.places[run.end-1].word]
		e := &r.entries[r.places[i].entry]
		e.acronym, e.acroCl = head.lower, head.cluster
	}
}

// remember counts what the words of the document were taken for.
func (r *reader) remember(found []Span) {
	for _, f := range found {
		start := r.first[f.Sentence]
		for i := f.Start; i < f.End; i++ {
			p := &r.places[int(start)+i]
			p.taken = Label(f.Type, i-f.Start, f.End-f.Start)
			r.entries[p.entry].taken[f.Type]++
		}
	}
	for i := range r.places {
		if p := &r.places[i]; r.words[p.word].capital() {
			r.entries[p.entry].times++
		}
	}
}
