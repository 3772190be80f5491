package nlp

import (
	"sync"

	"analyze/internal/doc"
	"analyze/internal/nlp/gazetteer"
	"analyze/internal/nlp/tagger"
)

// Names is the pass that finds names, by the embedded gazetteer and model.
var Names = NewNames(nil, nil)

// NewNames returns the pass that finds names by g and m; nil stands for the
// embedded ones, which are loaded at the first use. The pass weighs what the
// gazetteer lists, what the model sees in a sentence and what rules see beside
// a name, and then makes the document consistent: a surname after a full name,
// a short form after its definition.
//
// Mentions are bare names as the records describe them. A demonym used as an
// adjective is a mention of form Adjective whose Keys name the country.
func NewNames(g *gazetteer.Gazetteer, m *tagger.Model) *doc.Pass {
	return &doc.Pass{
		Name:    "names",
		Doc:     "find names of people, organisations, groups and places",
		Version: 10,
		Needs:   doc.LayerBlocks | doc.LayerNotes | doc.LayerTokens,
		Gives:   doc.LayerMentions,
		Run: func(d *doc.Document) error {
			n := namers.Get().(*namer)
			defer namers.Put(n)
			n.start(d, g, m)
			n.find()
			n.free()
			return nil
		},
	}
}

var namers = sync.Pool{New: func() any { return newNamer() }}

func newNamer() *namer {
	return &namer{named: map[*gazetteer.Entry]bool{}, lands: map[string]int{}, telling: map[*gazetteer.Entry]int32{}}
}

// A namer looks for the names of one document at a time.
type namer struct {
	d     *doc.Document
	g     *gazetteer.Gazetteer
	m     *tagger.Model
	model *weights

	words   []string // of all tokens, as they are to be understood
	traits  []traits
	views   []view // by sentence
	counts  table[wordCount]
	defunct table[bool] // abbreviations of terms, no names here
	papers  table[bool] // letters that stand for laws, treaties, plans

	matches gazetteer.Buffer           // of hits
	hits    []gazetteer.Hit            // over tokens of the document, in order
	spare   []gazetteer.Hit            // memory for the next hits
	hitAt   []int32                    // for each token the hit that covers it, plus one
	telling map[*gazetteer.Entry]int32 // hits that tell by themselves
	named   map[*gazetteer.Entry]bool  // by more than a conditional short form
	lands   map[string]int             // how often places of a country, by its code, are named for sure
	input   []tagger.Token
	rows    [][]tagger.Token
	spans   []tagger.Span
	odds    []tagger.Odds // of each token, empty without a model

	cands  []cand
	strong []doc.MentionType // for each token the type of a name that is all but certain
	misc   []bool            // for each token whether the model sees an event, a work or the like
	void   []bool            // and whether it was part of one that was taken back
	ids    []string          // the document's Keys, one after the other
	taken  []int32           // for each token the candidate chosen that covers it, plus one
	known  knowledge
	given  []string // that full names begin with

	interview bool // the document has questions and answers marked Q. and A.

	rescans int // sentences looked up again with a word put right
}

func (n *namer) start(d *doc.Document, g *gazetteer.Gazetteer, m *tagger.Model) {
	if g == nil {
		g = gazetteer.Default()
	}
	if m == nil {
		m = defaultModel()
	}
	n.d, n.g, n.m, n.model = d, g, m, perceptron()
}

// free forgets what belongs to the document.
func (n *namer) free() {
	n.d, n.ids = nil, nil
	clear(n.words)
	clear(n.hits)
	clear(n.spare)
	clear(n.named)
	clear(n.telling)
	clear(n.lands)
	clear(n.input)
	n.known.reset()
}

func (n *namer) find() {
	n.d.Mentions = nil
	if len(n.d.Tokens) == 0 {
		return
	}
	n.look()
	n.scan()
	n.settle()
	n.tag()
	n.cands, n.strong, n.misc, n.taken = n.cands[:0], n.strong[:0], n.misc[:0], n.taken[:0] // of the document before
	n.fromGazetteer()
	n.fromModel()
	n.markStrong()
	n.fromRules()
	n.hearModel()
	n.fromDefinitions()
	n.fromPeoples()
	n.fromDoubles()
	n.fromTribes()
	n.fromNational()
	n.fromPairs()
	n.fromIntroduced()
	n.fromAppositions()
	n.fromOwned()
	n.fromPartyTags()
	n.fromBranches()
	n.fromFirmRows()
	n.fromBodyRows()
	n.fromSeats()
	n.fromTitledRows()
	n.fromTitledPairs()
	n.fromSignoffs()
	n.fromCalled()
	n.fromDwellers()
	n.fromAged()
	n.fromCases()
	n.fromNatives()
	n.fromCompounds()
	n.fromPluralHeads()
	n.fromSiblings()
	n.fromQuarters()
	n.fromKin()
	n.fromSlashes()
	n.fromMeasured()
	n.fromSegments()
	n.fromPossessors()
	n.fromPlaceRows()
	n.fromCounted()
	n.fromForeign()
	n.fromBynames()
	n.fromClubs()
	n.fromCitations()
	n.fromPointed()
	n.fromHeads()
	n.fromRows()
	n.fromDatelines()
	n.fromPosts()
	n.fromMembers()
	n.fromHyphens()
	n.fromEntries()
	n.fromJoined()
	n.fromNotes()
	n.complete()
	n.inLists()
	n.sink()
	n.choose()
	n.fromOdds()
	n.consist()
	n.write()
}

// scan looks every sentence up in the gazetteer.
func (n *namer) scan() {
	n.hits = n.hits[:0]
	n.matches.Reset()
	for _, s := range n.d.Sentences {
		from := len(n.hits)
		n.hits = n.g.ScanWith(n.words[s.First:s.Last], n.hits, &n.matches)
		for i := from; i < len(n.hits); i++ {
			n.hits[i].Start += s.First
			n.hits[i].End += s.First
		}
	}
	n.index()
}

// index lists for each token the hit that covers it.
func (n *namer) index() {
	n.hitAt = resized(n.hitAt, len(n.words))
	for i, h := range n.hits {
		for k := h.Start; k < h.End; k++ {
			n.hitAt[k] = int32(i + 1)
		}
	}
}

// hit returns the hit that covers token i, nil if there is none.
func (n *namer) hit(i int) *gazetteer.Hit {
	if i < 0 || i >= len(n.hitAt) || n.hitAt[i] == 0 {
		return nil
	}
	return &n.hits[n.hitAt[i]-1]
}

// resized returns n zeros, in the memory of s where they have room there.
func resized[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/4)
	}
	s = s[:n]
	clear(s)
	return s
}

// A cand is a stretch of tokens that may be a name.
type cand struct {
	first, last int // tokens, half-open
	typ         doc.MentionType
	form        doc.Form
	by          finder
	power       int // what speaks for it, see powers
	hit         int // index of the hit it rests on, -1 for none
	title       int // tokens of a title before it
	model       float32
	other       doc.MentionType // what the model thinks of next
	otherScore  float32
	surname     bool   // written surname first, with a comma
	text        string // the name where it was damaged, else ""
	repair      string
}

// A finder is what found a candidate.
type finder uint8

const (
	byRule finder = iota
	byModel
	byGazetteer
	byUser
)

var finderNames = [...]string{"rule", "model", "gazetteer", "reader"}

// enough is the least power of a candidate that is taken. Powers are rough
// per cents of being right, a little more for length.
const enough = 50

// word returns the word of token i, "" outside the sentence that holds from.
func (n *namer) word(i int) string {
	if i < 0 || i >= len(n.words) {
		return ""
	}
	return n.words[i]
}

func (n *namer) trait(i int) traits {
	if i < 0 || i >= len(n.traits) {
		return tSign
	}
	return n.traits[i]
}

func (n *namer) tagAt(i int) doc.Tag {
	if i < 0 || i >= len(n.d.Tokens) {
		return doc.TagNone
	}
	return n.d.Tokens[i].Tag
}

// glued reports whether no blank stands between tokens i-1 and i.
func (n *namer) glued(i int) bool {
	return i > 0 && i < len(n.d.Tokens) && n.d.Tokens[i-1].End == n.d.Tokens[i].Start
}

// defaultModel is the embedded model, nil where the program was built without.
var defaultModel = sync.OnceValue(func() (m *tagger.Model) {
	defer func() {
		if recover() != nil {
			m = nil
		}
	}()
	return tagger.Default()
})
