package figure_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"analyze/internal/doc"
)

// tableRows reads a table of rules as its readers see it.
func tableRows(t *testing.T, name string) [][]string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("data", name))
	if err != nil {
		t.Fatal(err)
	}
	var out [][]string
	for l := range strings.Lines(string(b)) {
		if l = strings.TrimRight(l, "\n"); l != "" && l[0] != '#' {
			out = append(out, strings.Split(l, "\t"))
		}
	}
	return out
}

// oneFigure reads a marked sentence: the text with « and » taken out must give
// exactly the figure that they stand around.
func oneFigure(t *testing.T, marked string) *doc.Figure {
	t.Helper()
	before, rest, ok := strings.Cut(marked, "«")
	inside, after, ok2 := strings.Cut(rest, "»")
	if !ok || !ok2 {
		t.Fatalf("no marks in %q", marked)
	}
	d := read(t, before+inside+after)
	for i := range d.Figures {
		if d.Slice(d.Figures[i].Span) == inside {
			return &d.Figures[i]
		}
	}
	t.Errorf("%q is not found: %s%v", marked, dump(d), d.Skipped)
	return nil
}

func TestHedges(t *testing.T) {
	for _, r := range tableRows(t, "hedges.tsv") {
		t.Run(r[1], func(t *testing.T) {
			f := oneFigure(t, r[4])
			if f == nil {
				return
			}
			if f.Bound.String() != r[2] {
				t.Errorf("%s: %s, want %s", r[4], f.Bound, r[2])
			}
			if r[3] == "h" && (f.High == nil || f.Low != nil) {
				t.Errorf("%s: the number is the upper end", r[4])
			}
			if r[3] == "e" && !f.Estimate {
				t.Errorf("%s: is an estimate", r[4])
			}
		})
	}
}

func TestUnits(t *testing.T) {
	for _, r := range tableRows(t, "units.tsv") {
		t.Run(r[0], func(t *testing.T) {
			if r[0] == "fold" {
				d := read(t, "There was a 40-fold increase.")
				if len(d.Figures) != 1 || d.Figures[0].Unit != "fold" || d.Figures[0].Direction != "increase" {
					t.Errorf("a 40-fold increase: %s", dump(d))
				}
				return
			}
			f := oneFigure(t, r[6])
			if f == nil {
				return
			}
			if f.Unit != r[0] {
				t.Errorf("%s: unit %s, want %s", r[6], f.Unit, r[0])
			}
			if r[4] != "" && r[4] != r[0] && r[3] != "0" && r[3] != "1" && (f.Norm == nil || f.Norm.Unit != r[4]) {
				t.Errorf("%s: has no norm in %s", r[6], r[4])
			}
		})
	}
}

func TestCurrencies(t *testing.T) {
	for _, r := range tableRows(t, "currencies.tsv") {
		t.Run(r[0], func(t *testing.T) {
			if f := oneFigure(t, r[4]); f != nil && f.Unit != r[0] && !(r[0] == "NOK" && f.Unit == "krone" || r[0] == "SAR" && f.Unit == "riyal") {
				t.Errorf("%s: %s", r[4], f.Unit)
			}
		})
	}
}

func TestRates(t *testing.T) {
	for _, r := range tableRows(t, "rates.tsv") {
		for _, w := range strings.Split(r[0], "|") {
			t.Run(w, func(t *testing.T) {
				f := oneFigure(t, strings.Replace(r[4], r[4][strings.Index(r[4], "40 "):strings.Index(r[4], "»")], "40 "+strings.ReplaceAll(w, " ", ""), 1))
				if f != nil && (f.Unit != r[1] || f.Per != r[3] || f.Value.String() != "40"+strings.TrimPrefix(r[2], "1")) {
					t.Errorf("40 %s: %v %s per %s", w, f.Value, f.Unit, f.Per)
				}
			})
		}
	}
}

func TestSharedMoney(t *testing.T) {
	for _, r := range tableRows(t, "shared.tsv") {
		t.Run(r[1], func(t *testing.T) {
			if f := oneFigure(t, r[3]); f != nil && f.Unit != r[1] {
				t.Errorf("%s: %s", r[3], f.Unit)
			}
		})
	}
}

// TestLabels holds that the number behind each label word is no figure.
func TestLabels(t *testing.T) {
	for _, r := range tableRows(t, "labels.tsv") {
		for _, w := range strings.Split(r[0], "|") {
			t.Run(w, func(t *testing.T) {
				if w == "" {
					return
				}
				word := w
				if w[0] < 0x80 && (r[2] == "c" || r[2] == "C" || r[2] == "d") {
					word = strings.ToUpper(w[:1]) + w[1:]
				}
				text := "They looked at " + word + " 7 yesterday."
				if r[2] == "n" {
					text = "See " + word + " 1234567 now."
				}
				d := read(t, text)
				if len(d.Sentences) > 1 {
					t.Skip("the full stop of " + w + " ends a sentence")
				}
				for i := range d.Figures {
					t.Errorf("%q: %s", text, line(d, &d.Figures[i]))
				}
			})
		}
		if d := read(t, r[3]); len(d.Figures) > 0 || len(d.Skipped) == 0 {
			t.Errorf("%q: %s", r[3], dump(d))
		}
	}
}

func TestChanges(t *testing.T) {
	for _, r := range append(tableRows(t, "changes.tsv"), tableRows(t, "multiples.tsv")...) {
		dir := r[1]
		t.Run(r[2], func(t *testing.T) {
			if f := oneFigure(t, r[3]); f != nil && (f.Kind != doc.ChangeKind || f.Direction != dir) {
				t.Errorf("%s: %s %s, want a change, %s", r[3], f.Kind, f.Direction, dir)
			}
			for _, w := range strings.Split(r[2], "|") {
				if r[0] != "verb" || !strings.HasSuffix(w, "ed") || strings.Contains(w, " ") {
					continue
				}
				if f := oneFigure(t, "Prices were "+w+" by «5 percent»."); f != nil && f.Direction != dir {
					t.Errorf("%s: %q, want %q", w, f.Direction, dir)
				}
			}
		})
	}
}

func TestIdioms(t *testing.T) {
	for _, r := range tableRows(t, "idioms.tsv") {
		if d := read(t, r[2]); len(d.Figures) > 0 {
			t.Errorf("%q: %s", r[2], dump(d))
		}
	}
}

// TestPersons holds that a noun of the list counts people, and that one of the
// other list does not.
func TestPersons(t *testing.T) {
	for name, want := range map[string]bool{"persons.txt": true, "notpersons.txt": false} {
		b, err := os.ReadFile(filepath.Join("data", name))
		if err != nil {
			t.Fatal(err)
		}
		for l := range strings.Lines(string(b)) {
			if l[0] == '#' {
				continue
			}
			for _, w := range strings.Fields(l) {
				if strings.Contains(w, "-") || strings.HasSuffix(w, "ss") || w == "other" || w == "crew" { // "40 crews" are crews
					continue
				}
				d := readLight(t, "They counted 40 "+w+"s there.")
				if len(d.Figures) == 1 && (d.Figures[0].Unit == "person") != want && d.Figures[0].Kind == doc.Count {
					t.Errorf("40 %ss: %s", w, d.Figures[0].Unit)
				}
			}
		}
	}
}
