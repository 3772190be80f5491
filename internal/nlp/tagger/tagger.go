// Package tagger finds names in tokens: a linear-chain conditional random
// field over hashed features, trained by its subpackage train and embedded here
// as one compressed file.
//
// The tagger knows neither how text is cut into tokens nor what stands in a
// gazetteer: both come in with the [Token]. It looks at whole documents, since
// much of what tells a name stands elsewhere in the text (the same word in
// lower case, the full form of an acronym, the first name that introduced a
// surname).
//
// The model follows Lafferty, McCallum and Pereira (2001) with the BILOU
// labels and non-local features of Ratinov and Roth (2009) and the zones and
// acronyms of Chieu and Ng (2003).
package tagger

// A Type is the kind of a name.
type Type uint8

// The types of names. Misc (events, works, laws, languages, products) and
// Adjective (a demonym or the like that modifies a noun: "French officials")
// are no mentions of anything; they are told apart so that the others can be
// told from them, and a caller drops them or makes use of them.
const (
	Person Type = iota
	Org
	Group
	Place
	Misc
	Adjective

	types = 6 // how many there are
)

var typeNames = [types]string{"PERSON", "ORG", "GROUP", "PLACE", "MISC", "ADJECTIVE"}

// String returns the name of the type in capitals, as records have it.
func (t Type) String() string {
	if int(t) < len(typeNames) {
		return typeNames[t]
	}
	return "?"
}

// ParseType is the reverse of [Type.String]; ok is false for any other word.
func ParseType(s string) (t Type, ok bool) {
	for n, name := range typeNames {
		if name == s {
			return Type(n), true
		}
	}
	return 0, false
}

// A Token is one token as the tagger sees it.
type Token struct {
	Text string    // as written; may hold any bytes
	POS  string    // Penn Treebank tag, or ""; of no weight: beside the other features it brought nothing
	Know Knowledge // what a gazetteer says of it
}

// A Span is a name that the tagger found: the tokens Start to End, half-open,
// of one sentence.
type Span struct {
	Sentence   int // index of the sentence in the document
	Start, End int // tokens of that sentence, half-open
	Type       Type
	Score      float32 // probability of exactly this span with this type, 0 to 1

	Other      Type    // the likeliest other type of the same tokens
	OtherScore float32 // its probability
}

// Knowledge is a set of facts about a token that a gazetteer states, one bit
// each. A match over several tokens sets the bit on each of them.
type Knowledge uint32

// The facts. A caller sets those it can tell; a token without any is unknown,
// not denied.
const (
	KnowGiven     Knowledge = 1 << iota // a given name
	KnowSurname                         // a surname
	KnowTitle                           // a title or rank before a name: "President", "Brig."
	KnowRole                            // an office or occupation: "minister", "spokesman"
	KnowOrgHead                         // a word that heads names of organisations: "Ministry", "Institute"
	KnowPerson                          // within the full name of a person
	KnowOrg                             // within the name of an organisation
	KnowCountry                         // within the name of a country or territory
	KnowCity                            // within the name of a city
	KnowRegion                          // within the name of another place
	KnowDemonym                         // an adjective or singular of nationality: "French", "Iraqi"
	KnowGroup                           // a plural of nationality, religion, ethnic or political group
	KnowStart                           // the match begins here
	KnowMulti                           // the match has more than one token
	KnowAmbiguous                       // the match is also a common word or another kind of name
	KnowMonth                           // a month or a day of the week
	KnowPlaceHead                       // a word that heads names of places: "River", "Province"
)
