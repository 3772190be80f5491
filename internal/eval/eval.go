// Package eval scores what a run found against documents annotated by hand:
// names, claims, entities and relations, with precision, recall and F1, and
// lists of what was missed and what was found falsely.
package eval

import (
	"fmt"
	"io"
	"slices"
	"strings"
)

// A Tally counts one kind of find.
type Tally struct{ Right, Got, Want int }

// Precision is the share of finds that are right, 1 if nothing was found.
func (t Tally) Precision() float64 { return ratio(t.Right, t.Got) }

// Recall is the share of what was wanted that was found, 1 if nothing was wanted.
func (t Tally) Recall() float64 { return ratio(t.Right, t.Want) }

// F1 is the harmonic mean of precision and recall.
func (t Tally) F1() float64 { return ratio(2*t.Right, t.Got+t.Want) }

// Add adds the counts of o.
func (t *Tally) Add(o Tally) {
	t.Right += o.Right
	t.Got += o.Got
	t.Want += o.Want
}

func ratio(a, b int) float64 {
	if b == 0 {
		return 1
	}
	return float64(a) / float64(b)
}

// A Score is one line of a report: what was scored and the counts.
type Score struct {
	Name string
	Tally
	// Share is set where Right of Want is a share and there is no precision.
	Share bool
}

// A Miss is a find that is wrong, or a gold entry that was not found.
type Miss struct {
	Kind string // "missed", "false", or the field that is wrong
	Doc  string
	At   int // byte offset
	Gold string
	Got  string
}

// A Report is the outcome of scoring.
type Report struct {
	Scores []Score
	Misses []Miss
}

// Score returns the score of that name.
func (r *Report) Score(name string) (Score, bool) {
	i := slices.IndexFunc(r.Scores, func(s Score) bool { return s.Name == name })
	if i < 0 {
		return Score{}, false
	}
	return r.Scores[i], true
}

// Write prints the scores as a table; with base, the change of F1 against the
// scores of the same name there stands beside.
func (r *Report) Write(w io.Writer, base *Report) {
	fmt.Fprintf(w, "%-28s %9s %9s %9s %7s %7s %7s\n", "", "precision", "recall", "F1", "right", "found", "gold")
	for _, s := range r.Scores {
		if s.Share {
			fmt.Fprintf(w, "%-28s %9s %9s %9.3f %7d %7s %7d", s.Name, "", "", s.Recall(), s.Right, "", s.Want)
		} else {
			fmt.Fprintf(w, "%-28s %9.3f %9.3f %9.3f %7d %7d %7d", s.Name, s.Precision(), s.Recall(), s.F1(), s.Right, s.Got, s.Want)
		}
		if base != nil {
			if b, ok := base.Score(s.Name); ok {
				fmt.Fprintf(w, "  %+.3f", s.F1()-b.F1())
			}
		}
		fmt.Fprintln(w)
	}
}

// WriteMisses lists what was missed or wrong, a line each.
func (r *Report) WriteMisses(w io.Writer) {
	for _, m := range r.Misses {
		fmt.Fprintf(w, "%-10s %s:%d\tgold %s\tgot %s\n", m.Kind, m.Doc, m.At, quote(m.Gold), quote(m.Got))
	}
}

func quote(s string) string {
	if s == "" {
		return "-"
	}
	return "«" + strings.Join(strings.Fields(s), " ") + "»"
}
