package claim

import (
	_ "embed"
	"strings"

	"analyze/internal/doc"
	"analyze/internal/nlp/gazetteer"
	"analyze/internal/nlp/timex"
)

// The tables: one line a word, with an example that the tests run.
var (
	//go:embed data/say.tsv
	sayTable string
	//go:embed data/nouns.tsv
	nounTable string
	//go:embed data/moves.tsv
	moveTable string
)

// A sense is what a word may be to the rules; a set of bits.
type sense uint32

const (
	says       sense = 1 << iota // reports whatever its subject is
	counts                       // reports if its subject is someone or a document
	estimates                    // what it reports is an estimate
	document                     // a report, data, a count
	human                        // somebody described
	body                         // an office, authority, company
	dumb                         // no source
	force                        // soldiers and the like
	moves                        // has an entry in the table of movement
	timeCue                      // may be part of a time
	auxiliary                    // be, have, do, modals
	attaches                     // a preposition that may join two noun phrases
	partsOff                     // while, but, whereas: what follows is another statement
	compares                     // than, as, like: what follows is only compared with
	estimating                   // an adverb or adjective of estimate
	clausal                      // reports only what it says in a clause: "maintained that"
	nearly                       // likewise, or where the figure follows at once
)

// A move is what a verb of movement makes of the places round it.
type move struct{ object, in, subject doc.PlaceRole }

// A lexicon holds the tables by word, in lower case.
type lexicon struct {
	senses map[string]sense
	moves  map[string]move
	sexes  map[string]sex             // of names and titles
	frames map[string]map[string]bool // words of which a verb needs one behind it to report
}

// A sex is what a name or title tells of whom a pronoun can mean.
type sex byte

const (
	female sex = 'f'
	male   sex = 'm'
)

// agrees reports whether somebody of sex s can be meant by a word of sex t; 0 is
// not known.
func (s sex) agrees(t sex) bool { return s == 0 || t == 0 || s == t }

var words = loadLexicon()

func loadLexicon() *lexicon {
	x := &lexicon{senses: make(map[string]sense, 2048), moves: make(map[string]move, 256), sexes: make(map[string]sex, 1024), frames: make(map[string]map[string]bool, 64)}
	for _, row := range rows(sayTable) {
		for _, w := range verbForms(row[0]) {
			x.senses[w] |= classes(row[1])
			if f := framesOf(row[1]); f != nil {
				x.frames[w] = f
			}
		}
	}
	for _, row := range rows(nounTable) {
		for _, w := range nounForms(row[0]) {
			x.senses[w] |= classes(row[1])
		}
	}
	for _, row := range rows(moveTable) {
		m := move{roleNamed(row[1]), roleNamed(row[2]), roleNamed(row[3])}
		for _, w := range verbForms(row[0]) {
			x.senses[w] |= moves
			x.moves[w] = m
		}
	}
	for w, of := range gazetteer.Sexes() {
		x.sexes[w] = sex(of)
	}
	for w := range timex.Cues {
		x.senses[w] |= timeCue
	}
	for s, list := range closedClasses {
		for _, w := range strings.Fields(list) {
			x.senses[w] |= s
		}
	}
	return x
}

// closedClasses are words that no table needs to grow.
var closedClasses = map[sense]string{
	auxiliary:  "is are was were be been being has have had having do does did will would can could may might must shall should 's 've 'd 'll 'm 're am",
	attaches:   "of for at in from by with inside near on behind",
	partsOff:   "while whereas but although though whilst however yet",
	compares:   "than as like unlike versus",
	estimating: "estimated perhaps projected estimate estimates projections",
}

// senseOf is what a word may be: what the tables say, else, for a noun in
// -ist, -er, -or, -ian, -man and their plurals, somebody.
func (x *lexicon) senseOf(low string, tag doc.Tag) sense {
	s, ok := x.senses[low]
	if ok || tag != doc.NN && tag != doc.NNS || len(low) < 5 {
		return s
	}
	stem := strings.TrimSuffix(low, "s")
	if hasAnySuffix(stem, "ist", "ian", "er", "or", "man", "men", "woman", "women", "ant", "chief") && !things[stem] {
		s |= human
	}
	return s
}

// things end like words for people and are none.
var things = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields("number river water paper order quarter winter summer letter power computer border corner center matter danger " +
		"cancer shelter offer factor sector floor error motor reactor tractor answer chapter layer tower dollar timber lumber rubber " +
		"fever liver shower weather leather feather slaughter laughter disaster register semester trimester container trailer counter folder " +
		"sewer boiler cylinder meter liter metre litre diameter character parameter perimeter barrier carrier frontier pier tier plant grant restaurant " +
		"amount tenant warrant infant elephant covenant remnant coolant fertiliser fertilizer pepper copper silver butter sugar corridor door interior exterior " +
		"harbor labor flavor color favor honor humor rumor vapor terror mirror horror tumor indicator generator elevator escalator calculator refrigerator " +
		"newspaper transfer tender gender murder wonder thunder powder blunder ladder bladder gutter litter filter finger anger hunger tiger cover october december " +
		"differ suffer refer prefer defer infer confer recover discover deliver consider lower higher further rather either neither whether another together altogether") {
		m[w] = true
	}
	return m
}()

// rows splits a table into its lines and their columns.
func rows(table string) (out [][]string) {
	for line := range strings.Lines(table) {
		if line = strings.TrimRight(line, "\r\n"); line != "" && line[0] != '#' {
			out = append(out, strings.Split(line, "\t"))
		}
	}
	return out
}

// classes reads the class column of a table.
func classes(s string) (set sense) {
	named := map[string]sense{"say": says, "count": counts, "est": estimates, "doc": document,
		"person": human, "body": body, "dumb": dumb, "force": force, "that": clausal, "near": nearly}
	for _, w := range strings.Fields(s) {
		set |= named[w]
	}
	return set
}

// framesOf reads the words that a verb needs behind it from the class column, nil if none.
func framesOf(s string) (set map[string]bool) {
	for _, w := range strings.Fields(s) {
		if rest, ok := strings.CutPrefix(w, "+"); ok {
			if set == nil {
				set = map[string]bool{}
			}
			set[rest] = true
		}
	}
	return set
}

func roleNamed(s string) doc.PlaceRole {
	for r := doc.NoRole; r <= doc.Destination; r++ {
		if s == r.String() {
			return r
		}
	}
	return doc.NoRole
}

// verbForms gives all forms of a verb: those listed and, of each bare form, the
// regular ones.
func verbForms(s string) []string {
	listed := strings.Fields(s)
	base := listed[0]
	stem, third := base, base+"s"
	switch {
	case strings.HasSuffix(base, "e"):
		stem = base[:len(base)-1]
	case strings.HasSuffix(base, "y") && !vowelBefore(base):
		third = base[:len(base)-1] + "ies"
		return append(listed, third, base[:len(base)-1]+"ied", base+"ing")
	case hasAnySuffix(base, "s", "sh", "ch", "x"):
		third = base + "es"
	}
	if len(listed) > 2 {
		return append(listed, base+"ing", stem+"ing")
	}
	out := append(listed, third, stem+"ed", stem+"ing")
	for _, other := range listed[1:] {
		out = append(out, verbForms(other)...)
	}
	return out
}

// nounForms gives singular and plural.
func nounForms(s string) []string {
	listed := strings.Fields(s)
	switch {
	case len(listed) > 1:
		return listed
	case strings.HasSuffix(s, "y") && !vowelBefore(s):
		return append(listed, s[:len(s)-1]+"ies")
	case hasAnySuffix(s, "s", "sh", "ch", "x"):
		return append(listed, s+"es")
	}
	return append(listed, s+"s")
}

func vowelBefore(s string) bool {
	return len(s) > 1 && strings.IndexByte("aeiou", s[len(s)-2]) >= 0
}

func hasAnySuffix(s string, list ...string) bool {
	for _, x := range list {
		if strings.HasSuffix(s, x) {
			return true
		}
	}
	return false
}
