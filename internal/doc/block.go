package doc

// BlockKind says what a block is; its String is the field `in` of records.
type BlockKind uint8

// The kinds of blocks.
const (
	Body BlockKind = iota
	Title
	Heading
	Byline
	Quote     // a block quotation
	PullQuote // a passage lifted out of the body for display
	List      // one item of a list
	TableBlock
	Caption
	Footnote
	Bibliography
	Boilerplate // page numbers, running heads, navigation, comments
)

var blockKinds = [...]string{"body", "title", "heading", "byline", "quote", "pullquote", "list", "table", "caption", "footnote", "bibliography", "boilerplate"}

// String returns the name used in records.
func (k BlockKind) String() string { return blockKinds[k] }

// A Block is a paragraph, heading, list item, table, note or the like.
// Blocks do not overlap; what lies between them is blank.
type Block struct {
	Span
	Kind  BlockKind
	Level int    // of a heading (1 to 6) or a list (depth from 1)
	Label string // number of a note or list item as printed, without its punctuation
	Text  Span   // the block without label, bullet or quotation sign
	// Joins is the index of an earlier block whose last sentence goes on
	// here, across a note block, a page break or a line break; -1 for none.
	Joins int
	// Table is the index in Document.Tables for kind TableBlock, else -1.
	Table int
}

// A NoteMark stands in running text and refers to a note.
type NoteMark struct {
	Span         // the mark itself: "1", "¹⁴", "^{4", "[12]"
	Label string // its number or sign in plain characters: "14", "*"
	Note  int    // index in Document.Notes, -1 where there is none
}

// A Note is a footnote, an endnote or an entry of a bibliography.
type Note struct {
	Span          // label and text
	Label  string // "14"; "" for entries of a bibliography without numbers
	Text   Span   // without the label
	Block  int    // the block that holds it
	Refs   []Reference
	Source bool // the note cites works, it does not only comment
}

// A Reference is one work that a note cites, resolved from "Ibid.", short
// titles and repeated authors to the full entry where there is one.
type Reference struct {
	Span             // within the note
	Authors []string // as printed, given name first
	Title   string
	In      string // journal, newspaper or book it stands in
	Publisher,
	Place, Date, Pages, URL string
	// Full is the note that holds the full reference and FullRef the number
	// of the reference in it; Full is -1 where this is the full one.
	Full, FullRef int
	// Resolved is the full reference in words, for display; "" if it is full.
	Resolved string
}

// A Table is a grid of cells. Panels printed side by side are unfolded: each
// keeps its own number, and rows keep the order of reading.
type Table struct {
	Span
	Block   int
	Caption Span  // with its number: "Table 1: …"; empty if there is none
	Notes   []int // indices of Document.Notes that caption or cells refer to
	Columns []Column
	Rows    []Row
}

// A Column is one column of one panel.
type Column struct {
	Header string // repaired, in lower case, blanks single: "official count"
	Span   Span   // of the header as printed, empty if there is none
	Panel  int
}

// A Row is one row of one panel.
type Row struct {
	Label  string // of the row: the first cell that is no row number
	Span   Span   // of the label
	Number string // printed row number, if any
	Panel  int
	Cells  []Cell
}

// A Cell is a cell that is not empty, row labels and numbers left out.
type Cell struct {
	Span
	Column int // index in Table.Columns
}

// A Repeat is a passage that says again what another passage says.
type Repeat struct {
	Span
	Of   Span   // the original, in the same document
	Kind string // "pullquote", "passage"
}

// A Shingle is a fingerprint of a passage of normalised text (winnowing,
// Schleimer, Wilkerson and Aiken 2003).
type Shingle struct {
	Hash uint64
	Span
}
