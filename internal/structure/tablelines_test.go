package structure

import (
	"strings"
	"testing"

	"analyze/internal/doc"
)

// bare makes a builder of the lines of s, before any step.
func bare(s string) *builder {
	d := &doc.Document{Text: s}
	return &builder{d: d, s: s, lines: scanLines(s, nil)}
}

// A line with | before it belongs to a table, one with a blank to none.
func TestFindTables(t *testing.T) {
	for name, want := range map[string]string{
		"frame":                "|| a | b |\n|| 1 | 2 |",
		"rule, no frame":       "|a | b\n|--|--\n|1 | 2",
		"bars without a rule":  "|Zone | Sick | Dead\n|Beni | 610 | 4\n|Katwa | 625 | -",
		"two lines of bars":    " a | 1 | 2\n b | 3 | 4",
		"bars in words":        " Home | News | Sport\n Left | Right | Wrong\n Here | There | Nowhere",
		"unequal bars":         " Zone | 6 | Dead\n Beni | 610\n Katwa | 625 | -",
		"tabs":                 "|a\t1\t2\n|b\t3\t4",
		"leaders":              "|Roads ....... 12\n|Rails ....... 7",
		"contents":             " Roads ....... 7\n Rails ....... 12",
		"gaps":                 "|North     12     4\n|South     14     5\n|East       1     2",
		"gaps, then words":     "|North     12     4\n|South     14     5\n|East       1     2\n Nothing more was found in the west.",
		"figures first":        "|41,250     people\n|9          sites\n|$28.4M     needed",
		"tails":                "|Ward Sick Dead\n|Igawa 412 6\n|Upper Rujewa 377 7\n|Ubaruku 268 3",
		"heads of pages":       " Prison Board      9\n Prison Board     10\n Prison Board     11",
		"same label twice":     "|Prison Board      9\n|Prison Board     14\n|Court Board      11",
		"answers":              " Do you own an ox?\n|Yes 12%\n|No 88%",
		"answers, no question": " We asked\n Yes 12%\n No 88%",
		"more answers":         "|Very safe 12%\n|Fairly safe 58%\n|Don't know 9.5%",
		"shares in prose":      " Of the men that we\n The ox died in 12%\n and so it went in 14%\n Yes, in all of 3%",
		"tails, too few":       " Ward Sick Dead\n Igawa 412 6\n Ubaruku 268 3",
		"years in prose":       " They met in 2011 2012\n and then not again 3 4\n but wrote to us",
	} {
		var text []string
		for _, l := range strings.Split(want, "\n") {
			text = append(text, l[1:])
		}
		b := bare(strings.Join(text, "\n"))
		b.findTables()
		var got []string
		for i := range b.lines {
			sign := " "
			if b.table[i] > 0 {
				sign = "|"
			}
			got = append(got, sign+b.text(i))
		}
		if g := strings.Join(got, "\n"); g != want {
			t.Errorf("%s\ngot\n%s\nwant\n%s", name, g, want)
		}
	}
}

func TestTailFigures(t *testing.T) {
	for s, want := range map[string]int{
		"Igawa 412 6": 2, "Upper Rujewa 1,377 7 -": 3, "2014 1 2 3": 3, "2014 1 2": 2, "he had 4 5": 0, "In 2015, 4 5": 0, "Igawa 412": 0, "x": 0, "Total 4,200 9,500": 2, "Cost €4.5 €5.1": 2, "A b c d e f g h 1 2": 0,
	} {
		if got := tailFigures(s); got != want {
			t.Errorf("%q: %d, want %d", s, got, want)
		}
	}
}

func TestCells(t *testing.T) {
	for s, want := range map[string][3]bool{ // figure cell, empty cell, period
		"1,200": {true, false, false}, "-": {true, true, false}, "n/a": {true, true, false}, "2015": {true, false, true}, "2014-15": {true, false, true}, "Jan 2016": {true, false, true}, "FY2016": {true, false, true}, "north": {}, "": {true, true, false}, "Q3 2015": {true, false, true}, "12 March": {true, false, true}, "12 houses": {true, false, false},
	} {
		if got := [3]bool{isFigureCell(s), isEmptyCell(s), s != "" && isPeriod(s)}; got != want {
			t.Errorf("%q: %v, want %v", s, got, want)
		}
	}
}

func TestNearestColumn(t *testing.T) {
	cols := []colRange{{0, 10}, {14, 20}, {24, 30}}
	for _, c := range []struct{ x0, x1, want int }{{0, 4, 0}, {11, 13, 0}, {12, 14, 1}, {15, 16, 1}, {19, 27, 2}, {28, 60, 2}, {40, 50, 2}} {
		if got := nearestColumn(cols, gridCell{x0: c.x0, x1: c.x1}); got != c.want {
			t.Errorf("%d–%d: %d, want %d", c.x0, c.x1, got, c.want)
		}
	}
}
