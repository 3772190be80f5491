// Package doc holds the nouns that every stage shares: the Document with its
// one Text, the layers of annotation that passes write over it, and the
// Collection that work over all documents gives.
//
// There is one coordinate. A position is a byte offset into Document.Text, a
// Span is half-open, and every exported offset is of this kind. Normalised
// views of the text exist inside passes only, with a map back.
//
// A Document is owned by one goroutine while passes run over it and is
// read-only afterwards, by rule.
package doc

import (
	"strings"

	"analyze/internal/text"
)

// A Span is a half-open range of bytes of Document.Text.
type Span struct{ Start, End int }

// Len is the length of s in bytes.
func (s Span) Len() int { return s.End - s.Start }

// Contains reports whether t lies within s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlaps reports whether s and t share a byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// A Document is one document with everything that passes found in it. Text is
// UTF-8; for plain text and Markdown it is the file byte for byte, decoded
// first where the file is not UTF-8.
type Document struct {
	// ID is the path below the corpus folder, with slashes.
	ID string
	// Hash is the SHA-256 of the file's bytes in hexadecimal.
	Hash string
	// Size is the length of the file in bytes.
	Size int64
	// Text is what all offsets count in.
	Text string
	// Raw maps Text to the bytes of the file, empty where they are the same.
	Raw text.Map
	// File is what the reader of the format said of the document.
	File Meta
	// Marks are what the format said of the text (headings, page breaks),
	// sorted by Start.
	Marks []Mark

	// Meta is the card of the document: File's, completed from the text.
	Meta Meta
	// Blocks partition what is not blank, sorted by Start.
	Blocks []Block
	// NoteMarks are the marks in running text that refer to notes, sorted.
	NoteMarks []NoteMark
	// Notes are the footnotes, endnotes and bibliography entries, sorted.
	Notes []Note
	// Tables are the tables of blocks of kind Table, in the order of Blocks.
	Tables []Table
	// Repeats are the passages that stand earlier or elsewhere in the same
	// document, sorted by Start.
	Repeats []Repeat
	// Shingles are fingerprints of passages, for finding copies over all
	// documents.
	Shingles []Shingle

	// Tokens are in reading order: a sentence torn by a note block has its
	// tokens side by side. Within a sentence they ascend.
	Tokens []Token
	// Sentences are in reading order and share no token.
	Sentences []Sentence

	// Mentions are the names, sorted by Start; they do not overlap.
	Mentions []Mention
	// Referents are whom or what the mentions mean within this document.
	Referents []Referent
	// ReferentOf gives for each mention the index of its referent.
	ReferentOf []int
	// Relations are what the text states of referents to each other.
	Relations []Relation

	// Figures are the quantities, sorted by Start.
	Figures []Figure
	// Skipped are the numbers that are no figures, with the reason, sorted.
	Skipped []Skipped
	// Claims are the figures with who says so, where and when, sorted by Start.
	Claims []Claim

	// Problems are what could not be read or understood.
	Problems []Problem
}

// Slice returns the text of s. The span must lie within the document.
func (d *Document) Slice(s Span) string { return d.Text[s.Start:s.End] }

// Word returns the text of token i as it is to be understood: with line-end
// hyphens joined and repairs applied where a pass noted them.
func (d *Document) Word(i int) string {
	t := &d.Tokens[i]
	if t.Norm != "" {
		return t.Norm
	}
	return d.Text[t.Start:t.End]
}

// A Meta is the card of a document. Empty fields are unknown.
type Meta struct {
	Title     string
	Authors   []string
	Date      string // ISO 8601, as precise as known: 2017, 2017-02, 2017-02-13
	DateVia   string // where Date comes from: file, header, byline, text, path
	Publisher string
	Place     string // dateline or place of the byline
	Language  string // BCP 47, "en" where not detected otherwise
	URL       string
	Encoding  string // of the file, as detected: utf-8, utf-16le, windows-1252 …
	Format    string // txt, md …
	TitleSpan Span   // of the title in Text, empty where it is not there
	Words     int    // words of the text, repeats included
}

// English reports whether the document is in English, the language that names
// and figures are found in.
func (m *Meta) English() bool {
	base, _, _ := strings.Cut(strings.ToLower(m.Language), "-")
	return base == "" || base == "en"
}

// A Problem is something in a document that a reader should know of.
type Problem struct {
	Span Span // where, empty for the whole document
	Text string
	// Unread says that part of the file was not read.
	Unread bool
}

// Problemf appends a problem; text ends without a full stop.
func (d *Document) Problemf(s Span, text string) {
	d.Problems = append(d.Problems, Problem{Span: s, Text: text})
}

// Unreadf appends the problem that part of the file was not read, at s; text
// says which and why, without a full stop.
func (d *Document) Unreadf(s Span, text string) {
	d.Problems = append(d.Problems, Problem{Span: s, Text: text, Unread: true})
}

// Unread says what of the file was not read, "" if all was.
func (d *Document) Unread() string { return Unread(d.Problems) }

// Unread says what of a file the problems tell that it was not read, "" if all
// was.
func Unread(problems []Problem) string {
	var list []string
	for _, p := range problems {
		if p.Unread {
			list = append(list, p.Text)
		}
	}
	return strings.Join(list, "; ")
}

// A Mark is what the format of the file said of a range of the text.
type Mark struct {
	Span
	Kind  MarkKind
	Level int    // heading level, page number, list depth
	Text  string // label, target of a link
}

// MarkKind says what a Mark means.
type MarkKind uint8

// The kinds of marks that readers of formats set.
const (
	MarkHeading MarkKind = iota + 1
	MarkPage             // a page begins here; Level is its number
	MarkCode
	MarkQuote
	MarkListItem
	MarkTable
	MarkEmphasis
	MarkLink
	MarkNoteRef
	MarkNote
	MarkBoilerplate
	MarkMeta    // front matter: no text of the document
	MarkCaption // of a table or picture
)
