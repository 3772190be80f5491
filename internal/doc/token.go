package doc

// A Token is a word, number or sign.
type Token struct {
	Span
	Tag Tag
	// Norm is the token as it is to be understood where that is not its text:
	// joined over a line-end hyphen, or repaired. Else "".
	Norm string
}

// A Sentence is a range of tokens.
type Sentence struct {
	Span            // from its first byte to its last
	First, Last int // tokens, half-open: Last is the one after the last
	Block       int // the block in which it begins
	// Parts are its pieces in order where another block tears it, else nil.
	Parts []Span
}

// Tag is a part-of-speech tag of the Penn Treebank, or TagNote.
type Tag uint8

// The tags. TagNote is a note mark glued to or standing among words; it is no
// part of the sentence's grammar.
const (
	TagNone Tag = iota
	TagNote
	CC
	CD
	DT
	EX
	FW
	IN
	JJ
	JJR
	JJS
	LS
	MD
	NN
	NNP
	NNPS
	NNS
	PDT
	POS
	PRP
	PRPS // PRP$
	RB
	RBR
	RBS
	RP
	SYM
	TO
	UH
	VB
	VBD
	VBG
	VBN
	VBP
	VBZ
	WDT
	WP
	WPS // WP$
	WRB
	Comma   // ,
	Period  // . ! ?
	Colon   // : ; … -
	LParen  // ( [ {
	RParen  // ) ] }
	LQuote  // “ ‘ `` opening
	RQuote  // ” ’ '' closing
	Dollar  // $ £ € and other currency signs
	Hash    // #
	numTags = iota
)

var tagNames = [numTags]string{"", "NOTE", "CC", "CD", "DT", "EX", "FW", "IN", "JJ", "JJR", "JJS", "LS", "MD", "NN", "NNP", "NNPS", "NNS", "PDT", "POS", "PRP", "PRP$", "RB", "RBR", "RBS", "RP", "SYM", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT", "WP", "WP$", "WRB", ",", ".", ":", "(", ")", "``", "''", "$", "#"}

var tagByName = func() map[string]Tag {
	m := make(map[string]Tag, numTags)
	for i, n := range tagNames {
		m[n] = Tag(i)
	}
	return m
}()

// String returns the tag as the Penn Treebank writes it.
func (t Tag) String() string { return tagNames[t] }

// ParseTag returns the tag of that name, TagNone if there is none.
func ParseTag(name string) Tag { return tagByName[name] }

// IsNoun reports whether t is a noun, common or proper.
func (t Tag) IsNoun() bool { return t >= NN && t <= NNS }

// IsVerb reports whether t is a form of a verb, modals left out.
func (t Tag) IsVerb() bool { return t >= VB && t <= VBZ }

// IsAdjective reports whether t is an adjective.
func (t Tag) IsAdjective() bool { return t >= JJ && t <= JJS }

// maxTorn is how many sentences may begin between two parts of a torn one.
const maxTorn = 2000

// SentenceAt returns the index of the sentence that holds the byte at, or -1.
// Sentences ascend by their Start but for those beside a torn one, which stands
// a few places before those that begin next to it.
func (d *Document) SentenceAt(at int) int {
	lo, hi := 0, len(d.Sentences)
	for lo < hi {
		m := (lo + hi) / 2
		if d.Sentences[m].Start <= at {
			lo = m + 1
		} else {
			hi = m
		}
	}
	for i := lo - 1; i >= max(0, lo-maxTorn); i-- {
		if d.Sentences[i].holds(at) {
			return i
		}
	}
	for i := range d.Sentences { // after a torn one they do not ascend
		if d.Sentences[i].holds(at) {
			return i
		}
	}
	return -1
}

// holds reports whether the byte at lies in s.
func (s *Sentence) holds(at int) bool {
	if at < s.Start || at >= s.End {
		return false
	}
	for _, p := range s.Parts {
		if p.Start <= at && at < p.End {
			return true
		}
	}
	return s.Parts == nil
}

// BlockAt returns the index of the block that holds the byte at, or -1.
func (d *Document) BlockAt(at int) int {
	lo, hi := 0, len(d.Blocks)
	for lo < hi {
		m := (lo + hi) / 2
		if d.Blocks[m].End <= at {
			lo = m + 1
		} else {
			hi = m
		}
	}
	if lo < len(d.Blocks) && d.Blocks[lo].Start <= at {
		return lo
	}
	return -1
}

// InRepeat reports whether s lies in a passage that stands elsewhere in the
// document as well and is not the original.
func (d *Document) InRepeat(s Span) bool {
	lo, hi := 0, len(d.Repeats)
	for lo < hi {
		m := (lo + hi) / 2
		if d.Repeats[m].Start <= s.Start {
			lo = m + 1
		} else {
			hi = m
		}
	}
	for i := lo - 1; i >= max(0, lo-8); i-- { // repeats seldom lie in each other
		if d.Repeats[i].Contains(s) {
			return true
		}
	}
	return false
}
