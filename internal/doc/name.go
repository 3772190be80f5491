package doc

// MentionType is the type of a name.
type MentionType uint8

// The types of names.
const (
	NoType MentionType = iota
	Person
	Org
	Group // nationalities and religious, ethnic or political groups as nouns
	Place
)

var mentionTypes = [...]string{"", "PERSON", "ORG", "GROUP", "PLACE"}

// String returns the name used in records.
func (t MentionType) String() string { return mentionTypes[t] }

// ParseMentionType returns the type of that name, NoType if there is none.
func ParseMentionType(s string) MentionType {
	for i, n := range mentionTypes {
		if n == s {
			return MentionType(i)
		}
	}
	return NoType
}

// IsActor reports whether t is a person, an organisation or a group.
func (t MentionType) IsActor() bool { return t >= Person && t <= Group }

// Form is the form in which a mention names its referent.
type Form uint8

// The forms of mentions.
const (
	FullName Form = iota
	ShortName
	Acronym
	Adjective // a demonym used as an adjective: serves claims, is not counted
)

var forms = [...]string{"name", "short", "acronym", "adjective"}

// String returns the name used in records.
func (f Form) String() string { return forms[f] }

// A Mention is a name where it stands: the bare name, without article, title,
// possessive or quotation marks.
type Mention struct {
	Span
	Type     MentionType
	Form     Form
	In       BlockKind
	Sentence int // index in Document.Sentences
	First    int // first token
	Last     int // token after the last
	// Keys are the gazetteer entries that the name may mean, best first; for
	// Form Adjective the country.
	Keys []string
	// Title is the title, rank or office before a person's name: "Brig. Gen.".
	Title Span
	// By says what found it: model, gazetteer, rule, reader.
	By string
	// Score is the finder's confidence from 0 to 1.
	Score float32
	// Text is the name to be understood where it is not as written: joined
	// over a line break, or repaired; else "".
	Text string
	// Repair says what was put right, with the evidence; "" if nothing was.
	Repair string
}

// A Referent is whom or what a document means by some of its mentions: the
// entity as far as one document tells.
type Referent struct {
	Name     string // the fullest form, or the gazetteer's canonical name
	Type     MentionType
	Subtype  string // country, region, city, other for places; else free
	Key      string // gazetteer entry, "" if none
	Country  string // ISO 3166-1 alpha-2
	Lat, Lon float64
	HasPoint bool
	GeoNames int
	// Others are gazetteer entries that the name might mean as well.
	Others []string
	// Doubt says why the referent is not certain, "" if it is.
	Doubt    string
	Mentions []int // indices in Document.Mentions, adjectives included
	Roles    []string
	// Titles are titles and roles that stand beside the name.
	Titles []string
	By     string
	// Entity is the id over all documents; set when documents are brought
	// together, "" before.
	Entity string
}

// A Relation is a statement of the text that ties two referents.
type Relation struct {
	Kind     string // leader_of, member_of, part_of, located_in, formerly, affiliate_of, founded_by, author_of
	From, To int    // indices in Document.Referents
	Span     Span   // the words that say so
}
