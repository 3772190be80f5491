package figure_test

import (
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"analyze/internal/doc"
	"analyze/internal/nlp/figure"
)

// stories are documents of several paragraphs; what is read in one does not hang on the
// others beyond what carry looks back to.
var stories = []string{
	"The harbour of Ost handled 40,000 boxes in May.\n\nSome 12 cranes stood idle, the union said.\n\nPay rose by 5 percent, to $40 a day.",
	"Of the 300 wells, 40 are dry.\n\nA third of the herds were lost; 2,000 goats died.\n\nThe town wants 6 to 8 new pumps.",
	"Turnout was 61.5%.\n\nAbout 4,000 ballots were spoilt, twice as many as in 2015.\n\nThe count took nine hours.",
}

// paragraphs of a document are told apart by an empty line.
func paragraphs(s string) []string { return strings.Split(s, "\n\n") }

// TestFigurelessSentence holds that a paragraph without a number changes nothing in
// those around it, wherever it stands.
func TestFigurelessSentence(t *testing.T) {
	const filler = "The weather was fine and the children sang."
	for _, s := range stories {
		want := dump(read(t, s))
		ps := paragraphs(s)
		for i := range len(ps) + 1 {
			with := append(append(append([]string{}, ps[:i]...), filler), ps[i:]...)
			if got := dump(read(t, strings.Join(with, "\n\n"))); got != want {
				t.Errorf("with a sentence before paragraph %d:\n%swithout:\n%s", i, got, want)
			}
		}
	}
}

// TestHeadingCase holds that the capitals of a heading change nothing below it.
func TestHeadingCase(t *testing.T) {
	for _, s := range stories {
		low, up := read(t, "# A year at the harbour\n\n"+s), read(t, "# A YEAR AT THE HARBOUR\n\n"+s)
		if a, b := dump(low), dump(up); a != b {
			t.Errorf("plain:\n%scapitals:\n%s", a, b)
		}
	}
}

// TestBlanks holds that how lines are broken inside a paragraph changes no figure.
func TestBlanks(t *testing.T) {
	for _, s := range stories {
		want := read(t, s)
		ps := paragraphs(s)
		for i := range ps {
			ps[i] = strings.Replace(ps[i], " in ", "\nin ", 1)
			ps[i] = strings.Replace(ps[i], ", ", ",\n", 1)
		}
		got := read(t, strings.Join(ps, "\n\n"))
		if a, b := strings.ReplaceAll(dump(got), "\\n", " "), dump(want); a != b {
			t.Errorf("broken:\n%swhole:\n%s", a, b)
		}
	}
}

// TestTypography holds that signs which print differently and mean the same are read
// the same.
func TestTypography(t *testing.T) {
	for _, pair := range [][2]string{
		{"They sold 20-30 cows.", "They sold 20–30 cows."},
		{"They sold 20-30 cows.", "They sold 20‑30 cows."},
		{"It fell to -5 percent.", "It fell to −5 percent."},
		{"It holds 40 m3 of water.", "It holds 40 m³ of water."},
		{"They sold 1 500 000 cows.", "They sold 1\u00a0500\u00a0000 cows."},
		{"They sold 1 500 000 cows.", "They sold 1\u202f500\u202f000 cows."},
		{"It lost 40 % of them.", "It lost 40\u00a0% of them."},
		{"It lost 40 percent of them.", "It lost 40 per cent of them."},
		{"They sold 4,500 cows.", "They sold 4’500 cows."},
		{"They ran 1.5 km.", "They ran 1½ km."},
		{"They sold 40 million cows.", "They sold forty million cows."},
		{"It cost US$40 million.", "It cost USD 40 million."},
		{"It cost €40 million.", "It cost EUR 40m."},
	} {
		var got [2]string
		for i, s := range pair {
			d := read(t, s)
			if len(d.Figures) != 1 {
				t.Errorf("%q: %d figures", s, len(d.Figures))
				continue
			}
			f := &d.Figures[0]
			f.Repair = ""
			got[i] = short(f)
		}
		if got[0] != got[1] {
			t.Errorf("%q is %s, %q is %s", pair[0], got[0], pair[1], got[1])
		}
	}
}

// TestAtOnce holds that documents which are read at the same time do not mix.
func TestAtOnce(t *testing.T) {
	want := make([]string, len(stories))
	for i, s := range stories {
		want[i] = dump(readLight(t, s))
	}
	var wait sync.WaitGroup
	for n := range 4 * len(stories) {
		d := light(t, stories[n%len(stories)])
		wait.Go(func() {
			for range 20 {
				if err := figure.Pass.Run(d); err != nil {
					t.Error(err)
				} else if got := dump(d); got != want[n%len(stories)] {
					t.Errorf("at once:\n%salone:\n%s", got, want[n%len(stories)])
				}
			}
		})
	}
	wait.Wait()
}

// TestTruncated holds what must be true of any document for each beginning of texts
// with all that the grammar knows: no rule may need what is cut off.
func TestTruncated(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.txt")
	if len(files) == 0 {
		t.Fatal("no texts")
	}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for l := range strings.Lines(string(b)) {
			words := strings.SplitAfter(l, " ")
			for n := 1; n < len(words); n += 3 {
				checkAll(t, readLight(t, strings.Join(words[:n], "")))
			}
		}
	}
}

// TestScales holds that a number is worth the same however its scale is written.
func TestScales(t *testing.T) {
	for value, forms := range map[string][]string{
		"2500":       {"2500", "2,500", "2 500", "2.5 thousand", "2.5k", "two and a half thousand", "twenty-five hundred"},
		"1500000":    {"1,500,000", "1.5 million", "1.5m", "1.5 mn", "1.5 mln", "one and a half million", "15 lakh", "15 lakhs"},
		"3000000000": {"3,000,000,000", "3 billion", "3bn", "three billion", "300 crore", "3,000 million"},
	} {
		for _, form := range forms {
			d := read(t, "They want $"+form+" for the wells.")
			if len(d.Figures) != 1 || d.Figures[0].Value == nil {
				t.Errorf("$%s: %s", form, dump(d))
				continue
			}
			f := &d.Figures[0]
			if got := f.Value.Trim(0).String(); got != value || f.Kind != doc.Money || f.Unit != "USD" {
				t.Errorf("$%s is %s %s, want %s USD", form, got, f.Unit, value)
			}
		}
	}
}
