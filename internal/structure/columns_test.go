package structure

import (
	"fmt"
	"strings"
	"testing"

	"analyze/internal/doc"
)

// TestLayouts reads tables whose columns, labels or headers stand in odd places.
func TestLayouts(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"headers beside their columns": {
			"Town       Dead    Lost    Hurt\nBrzeg          12          3         40\nDwory           7          9         31",
			"town|dead|lost|hurt\n0 Brzeg: dead=12, lost=3, hurt=40\n0 Dwory: dead=7, lost=9, hurt=31"},
		"lines under spans": {
			"               2014               2015\n          --------------     --------------\nLevel       Men    Women       Men    Women\nUpper        12       14        16       18\nLower        22       24        26       28",
			"level|2014 men|2014 women|2015 men|2015 women\n0 Upper: 2014 men=12, 2014 women=14, 2015 men=16, 2015 women=18\n0 Lower: 2014 men=22, 2014 women=24, 2015 men=26, 2015 women=28"},
		"a column beside spans": {
			"                      Dead             Hurt\nUnit      All      Men  Women      Men  Women\nFirst     120       12     14       16     18\nSecond    130       22     24       26     28",
			"unit|all|dead men|dead women|hurt men|hurt women\n0 First: all=120, dead men=12, dead women=14, hurt men=16, hurt women=18\n0 Second: all=130, dead men=22, dead women=24, hurt men=26, hurt women=28"},
		"years under a Markdown header": {
			"| Area | Wells | | Taps | |\n|---|---|---|---|---|\n| | 2011 | 2012 | 2011 | 2012 |\n| Coast | 1 | 2 | 3 | 4 |\n| Hills | 5 | 6 | 7 | 8 |",
			"area|wells 2011|wells 2012|taps 2011|taps 2012\n0 Coast: wells 2011=1, wells 2012=2, taps 2011=3, taps 2012=4\n0 Hills: wells 2011=5, wells 2012=6, taps 2011=7, taps 2012=8"},
		"labels behind": {
			"2011   2015   Party\n  34     41   Harvest Union\n  29     22   Social Front",
			"2011|2015|party\n0 Harvest Union: 2011=34, 2015=41\n0 Social Front: 2011=29, 2015=22"},
		"labels between": {
			"1990\t1995\tFuel\t2000\n41,200\t33,900\tCoal\t27,450\n8,700\t10,150\tGas\t14,800",
			"1990|1995|fuel|2000\n0 Coal: 1990=41,200, 1995=33,900, 2000=27,450\n0 Gas: 1990=8,700, 1995=10,150, 2000=14,800"},
		"two columns of labels": {
			"Country\tAgency\tStaff\nChad\tOxfam\t214\nChad\tCaritas\t118\nMali\tOxfam\t167",
			"country|agency|staff\n0 Oxfam: country=Chad, staff=214\n0 Caritas: country=Chad, staff=118\n0 Oxfam: country=Mali, staff=167"},
		"bands of ages": {
			"County\tUnder 5\t5–14\t15+\nIsiolo\t41\t12\t66\nWajir\t77\t20\t91",
			"county|under 5|5–14|15+\n0 Isiolo: under 5=41, 5–14=12, 15+=66\n0 Wajir: under 5=77, 5–14=20, 15+=91"},
		"numbers of columns": {
			"Taluk\tVillages\tPeople\n(1)\t(2)\t(3)\nHosur\t214\t31,450\nDenkani\t187\t20,118",
			"taluk|villages|people\n0 Hosur: villages=214, people=31,450\n0 Denkani: villages=187, people=20,118"},
		"years set with blanks": {
			"                2 0 1 3      2 0 1 4     Change\nNorth           43,015       65,720       +53%\nSouth           19,340       28,460       +47%",
			"|2013|2014|change\n0 North: 2013=43,015, 2014=65,720, change=+53%\n0 South: 2013=19,340, 2014=28,460, change=+47%"},
		"quarters over the labels": {
			"                   2014 Q3   2015 Q3   Q3 2015/Q3 2014 (%)\nActive               983     1,001       100.1\nIdle                 777       758        99.9",
			"|2014 q3|2015 q3|q3 2015/q3 2014 (%)\n0 Active: 2014 q3=983, 2015 q3=1,001, q3 2015/q3 2014 (%)=100.1\n0 Idle: 2014 q3=777, 2015 q3=758, q3 2015/q3 2014 (%)=99.9"},
		"two years glued": {
			"Town         2013 2014    2015\nBrzeg          12   14      16\nDwory          22   24      26",
			"town|2013|2014|2015\n0 Brzeg: 2013=12, 2014=14, 2015=16\n0 Dwory: 2013=22, 2014=24, 2015=26"},
		"a sum behind a blank line": {
			"Town       Men   Women\nBrzeg       12      14\nDwory       22      24\nLipno       32      34\nOsina       42      44\n\nTotal      108     116",
			"town|men|women\n0 Brzeg: men=12, women=14\n0 Dwory: men=22, women=24\n0 Lipno: men=32, women=34\n0 Osina: men=42, women=44\n0 Total: men=108, women=116"},
		"cells glued": {
			"Area        Births    Deaths    Growth\nYstad          812       640       172\nLund         1,090   877 213\nSkurup         455       502       -47\nSjobo          390       381         9",
			"area|births|deaths|growth\n0 Ystad: births=812, deaths=640, growth=172\n0 Lund: births=1,090, deaths=877, growth=213\n0 Skurup: births=455, deaths=502, growth=-47\n0 Sjobo: births=390, deaths=381, growth=9"},
		"commas": {
			"town,men,\"of these, old\"\nBrzeg,1190,14\nDwory,22,\"1,240\"\nLipno,32,34",
			"town|men|of these, old\n0 Brzeg: men=1190, of these, old=14\n0 Dwory: men=22, of these, old=1,240\n0 Lipno: men=32, of these, old=34"},
		"two tables side by side": {
			"Month        Dead             Cause          Dead\nMay            14             Gunshot          31\nJune           22             Shelling         18",
			"month|dead|cause|dead\n0 May: dead=14\n0 June: dead=22\n1 Gunshot: dead=31\n1 Shelling: dead=18"},
		"notes and signs of money": {
			"Program          Note       FY 2008        FY 2009\nFood aid            3     $  1,208.4     $  1,310.0\nShelter             4           88.2           91.7",
			"program|note|fy 2008|fy 2009\n0 Food aid: fy 2008=$  1,208.4, fy 2009=$  1,310.0\n0 Shelter: fy 2008=88.2, fy 2009=91.7"},
	} {
		t.Run(name, func(t *testing.T) {
			d := analyse(t, "x", "Some words stand before the table, as they do in a report on such things.\n\n"+c.text+"\n\nAnd some stand behind it, so that the table is not all.")
			if len(d.Tables) != 1 {
				t.Fatalf("%d tables\n%s", len(d.Tables), Dump(d))
			}
			if got := tableText(d.Text, d.Tables[0].Columns, d.Tables[0].Rows); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

// TestGoesOn gives a table behind a page break the headers that are not printed
// again.
func TestGoesOn(t *testing.T) {
	d := analyse(t, "x", "Table 2. Schools rebuilt, by district\n\nDistrict         2016      2017\nKunduz             14        22\nBaghlan             9        17\n\f\nTable 2 (continued)\n\nSamangan            5         6\nBalkh              33        41\n")
	if len(d.Tables) != 2 {
		t.Fatalf("%d tables\n%s", len(d.Tables), Dump(d))
	}
	want := "district|2016|2017\n0 Samangan: 2016=5, 2017=6\n0 Balkh: 2016=33, 2017=41"
	if got := tableText(d.Text, d.Tables[1].Columns, d.Tables[1].Rows); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if got := d.Slice(d.Tables[1].Caption); got != "Table 2. Schools rebuilt, by district" {
		t.Errorf("caption %q", got)
	}
}

// What lists pages, and what has numbers at its end and does not.
func TestPageLists(t *testing.T) {
	for text, want := range map[string]bool{
		"Contents\n\nPreface 5\nThe first camps 11\nRoads and rivers 38\nNotes 120":                                   true,
		"Index\n\nAden, 14, 22, 145\narms trade, 33, 87–90\nBasra, 9, 118\ncease-fire of 1994, 61":                    true,
		"The dead\n\nMen in the town 5\nWomen in the town 11\nChildren of both 38\nOld people 120":                    false,
		"The rooms were cold.\n\nPaid out in May 14\nPaid out in June 12\nPaid out in July 40\nPaid out in August 33": false,
	} {
		d := analyse(t, "x", text+"\n\nThe text goes on behind the list with a sentence of its own, as long as most are.")
		pages := 0
		for _, b := range d.Blocks {
			if b.Kind == doc.Boilerplate && strings.ContainsAny(d.Slice(b.Span), "0123456789") {
				pages++
			}
		}
		if got := pages > 0; got != want {
			t.Errorf("%q: %v\n%s", text, got, Dump(d))
		}
	}
}

func TestBandStart(t *testing.T) {
	for s, want := range map[string]string{
		"0–4": "0 true", "5 to 14 years": "5 true", "15+": "15 true", "<5": "0 true", "Under 5": "0 true", "65 and over": "65 true", "2015": "0 false", "12": "12 false", "men": "0 false", "14-5": "14 false", "Aged 60+": "60 true",
	} {
		low, ok := bandStart(s)
		if got := fmt.Sprint(low, ok); got != want {
			t.Errorf("%q: %s, want %s", s, got, want)
		}
	}
}

func TestSeparator(t *testing.T) {
	for s, want := range map[string]byte{
		"Uganda,1165,302": ',', "a;b;c": ';', "Uganda, 1165, 302": 0, "1,234,567": 0, "a,b": 0, `"x, y",1,2`: ',', `"x,1,2`: 0,
	} {
		if got := separator(s); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}
