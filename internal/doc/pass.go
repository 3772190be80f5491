package doc

import "strings"

// Layers is a set of layers of a Document.
type Layers uint32

// The layers. Each is written by one pass only.
const (
	LayerBlocks    Layers = 1 << iota
	LayerNotes            // NoteMarks and Notes
	LayerTables           // Tables
	LayerRepeats          // Repeats and Shingles
	LayerMeta             // Meta
	LayerTokens           // Tokens and Sentences
	LayerMentions         // Mentions
	LayerReferents        // Referents and ReferentOf
	LayerRelations        // Relations
	LayerFigures          // Figures and Skipped
	LayerClaims           // Claims
	numLayers      = iota
)

var layerNames = [numLayers]string{"blocks", "notes", "tables", "repeats", "meta", "tokens", "mentions", "referents", "relations", "figures", "claims"}

// String lists the layers of l.
func (l Layers) String() string {
	var names []string
	for i, n := range layerNames {
		if l&(1<<i) != 0 {
			names = append(names, n)
		}
	}
	return strings.Join(names, " ")
}

// A Pass computes layers of one document from others. It is pure: equal input
// gives equal output, whatever else runs.
type Pass struct {
	Name    string // one word
	Doc     string // what it does, in a line
	Version int    // raised with every change of its output
	Needs   Layers
	Gives   Layers
	// Run writes the layers of Gives and may append to Problems; it touches
	// nothing else. It is called from several goroutines, each with a
	// document of its own. An error means that the document cannot be
	// analysed.
	Run func(*Document) error
}
