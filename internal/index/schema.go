package index

import "analyze/internal/record"

// A FieldType says how a field of records is kept.
type FieldType uint8

// The types of fields.
const (
	// Stemmed is text by the stems of its words, with their positions; a
	// field for each language, see StemmedName.
	Stemmed FieldType = iota
	// Plain is text by its folded words, with their positions.
	Plain
	// Bare is text by its folded words, without positions or counts: for
	// wildcards, slips and suggestions.
	Bare
	// Key is a set of words taken whole.
	Key
	// Counted is a Key with how often each word stands in the record.
	Counted
	// Number is a 64-bit floating-point number.
	Number
)

// Names of the fields of records.
const (
	FieldText      = "text"      // document: the whole text
	FieldTitle     = "title"     // document
	FieldExact     = "exact"     // document: the words of the text as written
	FieldAuthor    = "author"    // document
	FieldPublisher = "publisher" // document
	FieldPath      = "path"      // document: words of its id
	FieldPassage   = "passage"   // passage: its text
	FieldSentence  = "sentence"  // claim: the sentence and the labels of its cell
	FieldWhat      = "what"      // claim: what is counted, unit, row and column
	FieldSource    = "source"    // claim: who says so
	FieldName      = "name"      // entity: all its names

	KeyRecord   = "record" // kind of the record
	KeyDoc      = "doc"    // id of the document
	KeyActor    = "actor"  // ids of entities
	KeyPlace    = "place"  // ids of entities and folded names
	KeyWithin   = "within" // folded names of what contains the places
	KeyFrom     = "from"   // claim: places of origin, as in place
	KeyTo       = "to"     // claim: places of destination, as in place
	KeySource   = "says"   // document and claim: ids of entities that figures are told by
	KeyNames    = "names"  // entity: its names, folded, each whole
	KeyLanguage = "lang"   // document
	KeyFormat   = "format" // document
	KeyIn       = "in"     // kinds of blocks
	KeyType     = "type"   // entity
	KeyUnit     = "unit"   // claim
	KeyBound    = "bound"  // claim
	KeyThread   = "thread" // claim
	KeyCopy     = "copy"   // what a copy repeats
	KeyYear     = "year"   // years of the date
	KeySig      = "sig"    // signature: of documents and entities

	NumDateLow  = "date_low"  // document: first day of its date, in days since 1970
	NumDateHigh = "date_high" // last day
	NumTimeLow  = "time_low"  // claim: first day that the figure is of
	NumTimeHigh = "time_high"
	NumLow      = "low" // claim: what is asserted; infinite where open
	NumHigh     = "high"
	NumCount    = "count" // entity: mentions
	NumLat      = "lat"   // entity: degrees
	NumLon      = "lon"
)

// Schema is the explicit mapping: every field that records have. Engines make
// their own mapping of it and know no other fields.
var Schema = map[string]FieldType{
	FieldText: Stemmed, FieldTitle: Stemmed, FieldPassage: Stemmed, FieldSentence: Stemmed, FieldWhat: Stemmed,
	FieldExact:  Bare,
	FieldAuthor: Plain, FieldPublisher: Plain, FieldPath: Plain, FieldSource: Plain, FieldName: Plain,
	KeyRecord: Key, KeyDoc: Key, KeyActor: Counted, KeyPlace: Counted, KeyWithin: Key, KeyFrom: Key, KeyTo: Key, KeySource: Key,
	KeyNames: Key, KeyLanguage: Key, KeyFormat: Key, KeyIn: Key, KeyType: Key, KeyUnit: Key, KeyBound: Key, KeyThread: Key, KeyCopy: Key,
	KeyYear: Key, KeySig: Key,
	NumDateLow: Number, NumDateHigh: Number, NumTimeLow: Number, NumTimeHigh: Number, NumLow: Number, NumHigh: Number,
	NumCount: Number, NumLat: Number, NumLon: Number,
}

// StemmedName is the name of the field that keeps the stems of text in a
// language: the field itself for English, "text_fr" for French.
func StemmedName(field, lang string) string {
	if lang = BaseLanguage(lang); lang == "en" {
		return field
	}
	return field + "_" + lang
}

// Kind says what a record is of.
type Kind uint8

// The kinds of records.
const (
	Document Kind = iota
	Passage
	Claim
	Entity
	numKinds = iota
)

var kindNames = [numKinds]string{"document", "passage", "claim", "entity"}

// String returns the name used in queries and results.
func (k Kind) String() string { return kindNames[k] }

// ParseKind returns the kind of that name.
func ParseKind(s string) (Kind, bool) {
	for k, n := range kindNames {
		if n == s || n+"s" == s || k == int(Entity) && s == "entities" {
			return Kind(k), true
		}
	}
	return 0, false
}

// A Record is one thing that can be found. Its ID is unique in the index, and
// ids sort by kind, document and place.
type Record struct {
	ID   string
	Kind Kind
	Lang string // of its text
	// Texts, Keys and Numbers are what it is found by.
	Texts   []Text
	Keys    []KeyValue
	Numbers []NumberValue
	// Card is what results show of it.
	Card Card
	// Body is the text of a document; passages and claims are spans of it.
	Body string
}

// A Text is the text of a field of type Stemmed, Plain or Bare.
type Text struct{ Field, Text string }

// A KeyValue is one word of a field of type Key, or of type Counted with its
// Count, where 0 counts as 1.
type KeyValue struct {
	Field, Value string
	Count        int
}

// A NumberValue is the value of a field of type Number.
type NumberValue struct {
	Field string
	Value float64
}

// A Card is what results show of a record, beside its text.
type Card struct {
	Doc   string `json:"doc,omitempty"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	// Title is a document's title, a claim's amount, an entity's name.
	Title string `json:"title,omitempty"`
	Date  string `json:"date,omitempty"`
	Lang  string `json:"lang,omitempty"` // of the text
	// Copies are documents or claims that repeat this one.
	Copies []string `json:"copies,omitempty"`
	// Context is the span of the sentence that holds a claim.
	Context [2]int `json:"context,omitzero"`
	Claim   *Facts `json:"claim,omitempty"`
	Entity  *Names `json:"entity,omitempty"`
}

// Facts are what results show of a claim.
type Facts struct {
	Text   string         `json:"text"`
	Low    *record.Number `json:"low,omitempty"`
	High   *record.Number `json:"high,omitempty"`
	Value  *record.Number `json:"value,omitempty"`
	Bound  string         `json:"bound"`
	Unit   string         `json:"unit,omitempty"`
	What   string         `json:"what,omitempty"`
	Place  string         `json:"place,omitempty"`
	Time   string         `json:"time,omitempty"`
	Source string         `json:"source,omitempty"`
	Thread string         `json:"thread,omitempty"`
}

// Names are what results show of an entity.
type Names struct {
	Type     string   `json:"type"`
	Subtype  string   `json:"subtype,omitempty"`
	Aliases  []string `json:"aliases,omitempty"`
	Mentions int      `json:"mentions"`
	Docs     int      `json:"documents"`
	Country  string   `json:"country,omitempty"`
	Lat      float64  `json:"lat,omitempty"`
	Lon      float64  `json:"lon,omitempty"`
	HasPoint bool     `json:"has_point,omitempty"`
}
