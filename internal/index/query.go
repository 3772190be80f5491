// Package index is the vocabulary of search: what can be asked (Query), what is
// searched (records) and what comes back (Results). An engine that keeps the
// records and answers the questions meets the interface Index; the engines are
// packages of their own and know nothing of each other.
package index

import (
	"strconv"
	"strings"
)

// A Query says what to find. The set of its types is closed; each prints
// itself in the language that Parse reads.
type Query interface {
	String() string
	query()
}

// All finds everything.
type All struct{}

// Term finds a word in any of its forms.
type Term struct{ Text string }

// Phrase finds words that follow each other.
type Phrase struct{ Text string }

// Near finds A and B with at most Distance words between their ends.
type Near struct {
	A, B     Query // Term or Phrase
	Distance int
}

// Wildcard finds words as written, where * stands for any letters and ? for
// one.
type Wildcard struct{ Pattern string }

// Fuzzy finds words that differ from Text by up to Edits letters, 1 or 2.
type Fuzzy struct {
	Text  string
	Edits int
}

// Field finds what Query finds in the field Name; its words are taken as the
// field reads them.
type Field struct {
	Name  string
	Query Query // Term, Phrase, Wildcard or Fuzzy
}

// Range finds values of a field from Low to High, which are numbers or dates;
// "" leaves a side open. Over and Under leave out the end itself.
type Range struct {
	Name        string
	Low, High   string
	Over, Under bool
}

// Around finds places within Km kilometres of the place called Name.
type Around struct {
	Name string
	Km   float64
}

// And finds what all its parts find in one document, or in one passage where
// the query asks for that with same:passage.
type And struct{ Parts []Query }

// Or finds what any of its parts finds.
type Or struct{ Parts []Query }

// Not leaves out what Query finds.
type Not struct{ Query Query }

func (All) query()      {}
func (Term) query()     {}
func (Phrase) query()   {}
func (Near) query()     {}
func (Wildcard) query() {}
func (Fuzzy) query()    {}
func (Field) query()    {}
func (Range) query()    {}
func (Around) query()   {}
func (And) query()      {}
func (Or) query()       {}
func (Not) query()      {}

// String prints the query in the language that Parse reads.
func (All) String() string { return "*" }

// String prints the query in the language that Parse reads.
func (q Term) String() string { return bare(q.Text) }

// String prints the query in the language that Parse reads.
func (q Phrase) String() string { return quoted(q.Text) }

// String prints the query in the language that Parse reads.
func (q Wildcard) String() string { return q.Pattern }

// String prints the query in the language that Parse reads.
func (q Fuzzy) String() string { return bare(q.Text) + "~" + strconv.Itoa(q.Edits) }

// String prints the query in the language that Parse reads.
func (q Field) String() string { return q.Name + ":" + q.Query.String() }

// String prints the query in the language that Parse reads.
func (q Near) String() string {
	return q.A.String() + " near/" + strconv.Itoa(q.Distance) + " " + q.B.String()
}

// String prints the query in the language that Parse reads.
func (q Around) String() string {
	return "near-place:" + bare(q.Name) + " " + strconv.FormatFloat(q.Km, 'f', -1, 64) + "km"
}

// String prints the query in the language that Parse reads.
func (q Range) String() string {
	switch {
	case q.High == "" && q.Over:
		return q.Name + ":>" + q.Low
	case q.High == "" && q.Low != "":
		return q.Name + ":" + q.Low + ".."
	case q.Low == "" && q.Under:
		return q.Name + ":<" + q.High
	case q.Low == q.High && q.Low != "" && !q.Over && !q.Under:
		return q.Name + ":" + q.Low
	}
	return q.Name + ":" + q.Low + ".." + q.High
}

// String prints the query in the language that Parse reads.
func (q And) String() string { return join(q.Parts, " ", false) }

// String prints the query in the language that Parse reads.
func (q Or) String() string { return join(q.Parts, " OR ", true) }

// String prints the query in the language that Parse reads.
func (q Not) String() string {
	switch q.Query.(type) {
	case And, Or, Not, Near:
		return "NOT (" + q.Query.String() + ")"
	}
	return "NOT " + q.Query.String()
}

func join(parts []Query, sep string, or bool) string {
	var b strings.Builder
	for i, p := range parts {
		if i > 0 {
			b.WriteString(sep)
		}
		_, isOr := p.(Or)
		_, isAnd := p.(And)
		_, isNear := p.(Near)
		if isOr || isAnd || isNear && !or {
			b.WriteString("(" + p.String() + ")")
		} else {
			b.WriteString(p.String())
		}
	}
	return b.String()
}

// bare prints a word as it may stand without quotes, quoted where it may not.
func bare(s string) string {
	upper := strings.ToUpper(s)
	if s == "" || strings.ContainsAny(s, " \t\n\"()*?:~") || strings.HasPrefix(s, "-") || upper == "AND" || upper == "OR" || upper == "NOT" || strings.HasPrefix(strings.ToLower(s), "near/") {
		return quoted(s)
	}
	return s
}

func quoted(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
}
