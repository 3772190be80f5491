package corpus

import (
	"fmt"
	"strings"
	"testing"

	"analyze/internal/corpus/pdf"
)

// level and upright draw lines.
func level(x0, x1, y float64) string   { return fmt.Sprintf("%g %g m %g %g l S\n", x0, y, x1, y) }
func upright(x, y0, y1 float64) string { return fmt.Sprintf("%g %g m %g %g l S\n", x, y0, x, y1) }

// boxed draws all borders of cells: bounds of columns, and of rows from the top.
func boxed(xs, ys []float64) string {
	var b strings.Builder
	for _, y := range ys {
		b.WriteString(level(xs[0], xs[len(xs)-1], y))
	}
	for _, x := range xs {
		b.WriteString(upright(x, ys[len(ys)-1], ys[0]))
	}
	return b.String()
}

// Tables are told by the lines that are drawn round and between their cells.
func TestPDFRuledTables(t *testing.T) {
	fill, filled := filler(80, 760, 6)
	text := func(x, y float64, s string) string { return put("F1", 10, x, y, s) }
	for name, c := range map[string]struct{ page, want string }{
		"words": {boxed([]float64{80, 200, 400}, []float64{620, 600, 560, 520}) +
			text(85, 606, "Body") + text(205, 606, "What it decides") +
			text(85, 586, "Council") + text(205, 586, "how the water of the two") + text(205, 572, "rivers is shared") +
			text(85, 546, "Board") + text(205, 546, "who may dig wells, and") + text(205, 532, "where"),
			"«t»Body\tWhat it decides\nCouncil\thow the water of the two rivers is shared\nBoard\twho may dig wells, and where"},
		"over columns": {boxed([]float64{80, 180, 280, 380}, []float64{600, 580, 560}) + level(80, 380, 620) + upright(80, 600, 620) + upright(180, 600, 620) + upright(380, 600, 620) +
			text(85, 606, "Town") + text(250, 606, "Wells") + text(185, 586, "dug") + text(285, 586, "dry") + text(85, 566, "Adele") + text(185, 566, "12") + text(285, 566, "3"),
			"«t»Town\tWells\tWells\n\tdug\tdry\nAdele\t12\t3"},
		"over rows": {level(80, 380, 620) + level(80, 380, 600) + level(180, 380, 580) + level(80, 380, 560) + upright(80, 560, 620) + upright(180, 560, 620) + upright(280, 560, 620) + upright(380, 560, 620) +
			text(85, 606, "Region") + text(185, 606, "Sex") + text(285, 606, "Cases") + text(85, 576, "North") + text(185, 586, "men") + text(285, 586, "40") + text(185, 566, "women") + text(285, 566, "52"),
			"«t»Region\tSex\tCases\nNorth\tmen\t40\nNorth\twomen\t52"},
		"frame, rows by lines of text": {boxed([]float64{80, 180, 280}, []float64{620, 600, 540}) +
			text(85, 606, "Year") + text(185, 606, "Homes") + text(85, 586, "2019") + text(185, 586, "14") + text(85, 570, "2020") + text(185, 570, "21") + text(85, 554, "2021") + text(185, 554, "30"),
			"«t»Year\tHomes\n2019\t14\n2020\t21\n2021\t30"},
		"filled lines": {strings.Join([]string{"80 619.5 300 1 re f", "80 599.5 300 1 re f", "80 579.5 300 1 re f", "79.5 580 1 40 re f", "229.5 580 1 40 re f", "379.5 580 1 40 re f"}, "\n") + "\n" +
			text(85, 606, "Fuel") + text(235, 606, "Share") + text(85, 586, "Peat") + text(235, 586, "half of all"),
			"«t»Fuel\tShare\nPeat\thalf of all"},
		"lines above and below": {level(80, 420, 620) + level(80, 420, 600) + level(80, 420, 540) +
			text(80, 606, "Crop") + text(200, 606, "Yield") + text(320, 606, "Change on year") + text(80, 586, "Maize") + text(200, 586, "2.1") + text(320, 586, "fell") + text(80, 570, "Sorghum") + text(200, 570, "0.9") + text(320, 570, "rose") + text(80, 554, "Teff") + text(200, 554, "1.4") + text(320, 554, "held"),
			"«t»Crop\tYield\tChange on year\nMaize\t2.1\tfell\nSorghum\t0.9\trose\nTeff\t1.4\theld"},
		"a line below a header of two columns": {level(80, 420, 630) + level(180, 420, 614) + level(80, 420, 596) + level(80, 420, 540) +
			text(260, 618, "Beds taken") + text(80, 600, "Ward") + text(200, 600, "May") + text(320, 600, "June") + text(80, 580, "East") + text(200, 580, "12") + text(320, 580, "14") + text(80, 564, "West") + text(200, 564, "20") + text(320, 564, "18") + text(80, 548, "All") + text(200, 548, "32") + text(320, 548, "32"),
			"«t»Ward\tBeds taken May\tBeds taken June\nEast\t12\t14\nWest\t20\t18\nAll\t32\t32"},
		"lines only round groups of columns": {boxed([]float64{80, 180, 300, 420}, []float64{640, 620, 600, 520}) +
			text(85, 626, "Court") + text(225, 626, "Cases") + text(345, 626, "Fines") +
			text(85, 606, "of the") + text(190, 606, "old") + text(250, 606, "new") + text(310, 606, "paid") + text(370, 606, "owed") +
			rowsOf(85, 586, "Adele", "12", "14", "310", "22") + rowsOf(85, 570, "Bora", "8", "9", "120", "40") + rowsOf(85, 554, "Cena", "31", "28", "515", "61") + rowsOf(85, 538, "Dula", "4", "6", "90", "12"),
			"«t»Court\tCases\tCases\tFines\tFines\nof the\told\tnew\tpaid\towed\nAdele\t12\t14\t310\t22\nBora\t8\t9\t120\t40\nCena\t31\t28\t515\t61\nDula\t4\t6\t90\t12"},
		"one box is no table": {boxed([]float64{80, 400}, []float64{620, 580}) + text(85, 606, "What stands in a box of its own is a paragraph still."), "What stands in a box of its own is a paragraph still."},
		"a line below a word": {text(80, 600, "Underlined words are no cells, whatever the lines below them.") + level(80, 140, 598) + level(150, 200, 598), "Underlined words are no cells, whatever the lines below them."},
	} {
		t.Run(name, func(t *testing.T) {
			reads(t, "a.pdf", pdfOf(fill+c.page), "«p1»"+filled+"\n\n"+c.want)
		})
	}
}

// rowsOf writes a label and figures sixty points apart behind it.
func rowsOf(x, y float64, cells ...string) string {
	s := put("F1", 10, x, y, cells[0])
	for i, c := range cells[1:] {
		s += put("F1", 10, 190+60*float64(i), y, c)
	}
	return s
}

// Dots that lead to several figures are those of a table, those that lead to one may
// be of a list of contents; a word of the header over a gap does not close it.
func TestPDFLeaders(t *testing.T) {
	fill, filled := filler(80, 760, 6)
	dots := " . . . . . . . ."
	rows, want := "", "«t»Ward\tBeds\tnurses\n"
	for i, w := range []string{"Alba", "Bryn", "Cole", "Dane", "Eden", "Fife", "Gray", "Holm", "Inch", "Jura", "Kyle", "Lorn", "Mull", "Nairn", "Orr"} {
		y := 586 - 14*float64(i)
		rows += put("F1", 10, 85, y, w+dots) + put("F1", 10, 200, y, fmt.Sprint(31+i)) + put("F1", 10, 240, y, fmt.Sprint(12+i))
		want += fmt.Sprintf("%s\t%d\t%d\n", w, 31+i, 12+i)
	}
	page := fill + put("F1", 10, 85, 600, "Ward") + put("F1", 10, 200, 600, "Beds nurses") + rows
	reads(t, "a.pdf", pdfOf(page), "«p1»"+filled+"\n\n"+strings.TrimSuffix(want, "\n"))
	for _, c := range []struct {
		row      []string
		contents bool
	}{
		{[]string{"Summary . . . . . .", "4"}, true},
		{[]string{"Robbery . . . . . .", "41", "32", "9"}, false},
		{[]string{"Robbery", "41"}, false},
	} {
		if got := isContents([][]string{c.row, c.row}); got != c.contents {
			t.Errorf("%q is of a list of contents: %v", c.row, got)
		}
	}
	for in, want := range map[string]string{"Robbery . . . .": "Robbery", "Robbery.": "Robbery.", "Arms, etc....": "Arms, etc", "Ward …": "Ward"} {
		if got := withoutLeaders(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

// A table that goes on on the next page is one, with its header once.
func TestPDFRuledTableOverPages(t *testing.T) {
	page := func(top float64, rows ...string) string {
		ys := []float64{top}
		s := ""
		for i, r := range rows {
			a, z, _ := strings.Cut(r, "|")
			y := top - 20*float64(i)
			s += put("F1", 10, 85, y-14, a) + put("F1", 10, 205, y-14, z)
			ys = append(ys, y-20)
		}
		return boxed([]float64{80, 200, 400}, ys) + s
	}
	fill, filled := filler(80, 760, 6)
	wide, wideText := filler(80, 600, 4)
	reads(t, "a.pdf", pdfOf(fill+page(120, "Camp|People", "Azra|a few hundred", "Bela|nobody now"), page(760, "Camp|People", "Cora|some thirty", "Dura|twelve families")+wide),
		"«p1»"+filled+"\n\n«t»Camp\tPeople\nAzra\ta few hundred\nBela\tnobody now\n«p2»Cora\tsome thirty\nDura\ttwelve families\n\n"+wideText)
}

func TestJoinRules(t *testing.T) {
	r := rulingOf([]pdf.Rule{{X0: 0, X1: 50, Y0: 10, Y1: 10}, {X0: 51, X1: 90, Y0: 10.4, Y1: 10.4}, {X0: 200, X1: 230, Y0: 10, Y1: 10}, {X0: 5, X1: 5, Y0: 0, Y1: 12}, {X0: 5, X1: 5, Y0: 12, Y1: 30}, {X0: 0, X1: 3, Y0: 40, Y1: 40}})
	if len(r.h) != 2 || r.h[0].X1 != 90 || len(r.v) != 1 || r.v[0].Y1 != 30 {
		t.Errorf("got %+v", r)
	}
	if nets, alone := r.nets(); len(nets) != 1 || len(alone) != 1 || alone[0].X0 != 200 {
		t.Errorf("nets %+v, alone %+v", nets, alone)
	}
}
