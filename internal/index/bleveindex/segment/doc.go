// Package segment is the form in which bleve's scorch engine keeps our records:
// a plugin for its segments. Scorch goes on to do what it does well: batches
// that are on the disk when they return, snapshots, deletions, the choice of
// what to merge and when. What lies in a segment, and how it is made and read,
// is here.
//
// Bleve's own segments keep for each word of each record its field, offsets and
// norm, and for each field of a record structures of their own, which for
// records as ours came to four times the text and to most of the time of
// indexing. Here:
//
//   - Words are kept once, as written but folded. The stem of a word stands
//     beside it in the dictionary, so that a search by stems is one of the few
//     words that share it, and one by patterns needs no second field.
//   - Lists of records are differences in varints, in blocks of 128 that can be
//     skipped, with the places of words, likewise, in a stream of their own
//     that only phrases read.
//   - Passages have no words of their own: a passage is the words of its document
//     from one place on, so many of them. A document and its passages are put in
//     together, and stay in one segment, the passages in the order of the
//     documents. Claims keep the words of their sentences, a tenth of the text:
//     to these belong the labels of a row and a column, which stand elsewhere.
//   - Numbers, signatures, cards and bodies are columns; cards and bodies are
//     compressed in blocks of some kilobytes, which merging copies as they are.
//
// A file is sections one after another, a footer in JSON that says where they
// are, and a trailer: the length of the footer (8 bytes, little endian), a hash
// of the footer, a hash of all before it, and the magic.
package segment

import "encoding/binary"

// magic ends a file.
const magic = "records3"

// trailerSize is the length of what follows the footer.
const trailerSize = 32

// None is the number of no record.
const None = 1<<32 - 1

// A span is a part of the file: bytes, half-open.
type span [2]int64

// A footer says what lies where.
type footer struct {
	Records int           `json:"records"`
	IDs     span          `json:"ids"` // for each record, its place in the order of ids
	Fields  []fieldFooter `json:"fields"`
	Numbers []valueFooter `json:"numbers"`
	Marks   span          `json:"marks"` // signatures
	Cards   storedFooter  `json:"cards"`
	Bodies  storedFooter  `json:"bodies"` // of records with a text: its card and that
}

type fieldFooter struct {
	Name    string `json:"name"`
	Counts  bool   `json:"counts,omitempty"`
	Places  bool   `json:"places,omitempty"`
	Words   int    `json:"words"`
	Dict    span   `json:"dict"`
	Heads   span   `json:"heads"`
	Lists   span   `json:"lists"`
	Stemmed span   `json:"stemmed"`
}

type valueFooter struct {
	Name string `json:"name"`
	At   span   `json:"at"`
}

type storedFooter struct {
	Blocks span `json:"blocks"`
	Heads  span `json:"heads"`
}

func uvarint(b []byte) (uint64, int) {
	if len(b) > 0 && b[0] < 0x80 {
		return uint64(b[0]), 1
	}
	return binary.Uvarint(b)
}
