package doc

import "github.com/govalues/decimal"

// Bound says how a number bounds what is asserted.
type Bound uint8

// The bounds; records.md of the design gives the meaning of Low and High for
// each.
const (
	Exact Bound = iota
	Approx
	AtLeast
	MoreThan
	AtMost
	UpTo
	LessThan
	Range
	Change
)

var bounds = [...]string{"exact", "approx", "at_least", "more_than", "at_most", "up_to", "less_than", "range", "change"}

// String returns the name used in records.
func (b Bound) String() string { return bounds[b] }

// FigureKind says what sort of quantity a figure is.
type FigureKind uint8

// The kinds of figures.
const (
	Count FigureKind = iota
	Percent
	Ratio
	Money
	Measure
	Duration
	Age
	ChangeKind
)

var figureKinds = [...]string{"count", "percent", "ratio", "money", "measure", "duration", "age", "change"}

// String returns the name used in records.
func (k FigureKind) String() string { return figureKinds[k] }

// A Figure is a quantity of something in the world that a document states.
//
// Low and High are what is asserted, in Unit, with scale words applied, nil
// where the text leaves a side open; Value is the number named, nil for a
// range. Percentages stay as written (20% is 20), fractions are ratios.
type Figure struct {
	Span             // hedge or bound words, number, and unit or noun phrase
	Number           Span
	Low, High, Value *decimal.Decimal
	Bound            Bound
	Kind             FigureKind
	Unit             string // normal and singular: person, percent, USD, km2, month, else the head noun
	Per              string // of a rate: month, 100000 person
	What             string // what is counted, as in the text
	WhatSpan         Span   // empty where What is carried over or composed
	Direction        string // increase or decrease, for Change
	Norm             *Norm  // SI or percent beside a measure
	Percent          *decimal.Decimal
	Estimate, Vague  bool
	// Pair is the index of the figure that this one forms a from–to statement
	// with, -1 if none.
	Pair   int
	Repair string // what was put right to read it, with the evidence
	// Sentence, First and Last place it among the tokens; Last is half-open.
	Sentence, First, Last int
	// Table, Row and Column are indices for a table's cell, else -1.
	Table, Row, Column int
}

// A Norm is a quantity in another unit.
type Norm struct {
	Value decimal.Decimal
	Unit  string
}

// A Skipped is a number that is no figure.
type Skipped struct {
	Span
	Reason string // year, date, note mark, page, ordinal, name, list number, phone, url, pronoun, vague, …
}

// PlaceRole is the part that a place plays in a claim.
type PlaceRole uint8

// The roles of places.
const (
	NoRole PlaceRole = iota
	Origin
	Location
	Destination
)

var placeRoles = [...]string{"", "origin", "location", "destination"}

// String returns the name used in records.
func (r PlaceRole) String() string { return placeRoles[r] }

// A ClaimPlace is one place of a claim.
type ClaimPlace struct {
	Name     string // canonical English short name
	Referent int    // index in Document.Referents, -1 where the place is not named there
	Role     PlaceRole
}

// A Claim is a figure with who says so, where and when.
type Claim struct {
	Figure
	In BlockKind
	// Places have the main role first; those of the first one's role are the
	// claim's place, the others are places_other.
	Places []ClaimPlace
	// Time is ISO-like: 2015-12, 1990/2010, 2011/.., P18M; "" if unknown.
	Time    string
	TimeVia string // text, context, table, footnote
	// Source is who says so in the text's words, "" for the author.
	Source         string
	SourceSpan     Span
	SourceReferent int // index in Document.Referents, -1 if none
	SourceVia      string
	Anonymous      bool // the source is described, not named: "a senior official"
	// Cite is the note or reference at the sentence, resolved to its text.
	Cite     string
	CiteNote int // index in Document.Notes, -1 if none
	// RowLabel, RowNumber and ColumnLabel place a table's cell.
	RowLabel, RowNumber, ColumnLabel string
	// Repeats is the index of the claim in this document that it repeats, -1.
	Repeats int
	// Context is the sentence's text that the claim needs where it stands
	// alone, joined over breaks, for display.
	Context string

	// DuplicateOf and Thread are ids over all documents; set when documents
	// are brought together, "" before.
	DuplicateOf, Thread string
}

// PlaceNames returns the names of the places with the main role and that role.
func (c *Claim) PlaceNames() ([]string, PlaceRole) {
	if len(c.Places) == 0 {
		return nil, NoRole
	}
	role := c.Places[0].Role
	var names []string
	for _, p := range c.Places {
		if p.Role == role {
			names = append(names, p.Name)
		}
	}
	return names, role
}
