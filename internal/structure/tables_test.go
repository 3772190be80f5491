package structure

import (
	"fmt"
	"strings"
	"testing"

	"analyze/internal/doc"
)

// Each text holds one table, read as "header|header…" and rows "number label:
// header=cell, …".
func TestTables(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"years as headers": {
			"Region\t2013\t2014\nNorth\t12\t14\nSouth\t–\t9",
			"region|2013|2014\n0 North: 2013=12, 2014=14\n0 South: 2014=9"},
		"years as labels": {
			"Year\tBirths\tDeaths\n2013\t120\t80\n2014\t118\t..",
			"year|births|deaths\n0 2013: births=120, deaths=80\n0 2014: births=118"},
		"spaced out": {
			"R a n k\tT o w n\tT o t a l 2 0 1 5\tN o n - official c o u n t\n1\tBrzeg\t10\t20\n2\tDwory\t30\t40",
			"rank|town|total 2015|non-official count\n0 1 Brzeg: total 2015=10, non-official count=20\n0 2 Dwory: total 2015=30, non-official count=40"},
		"three panels": {
			"Town\tMen\tTown\tMen\tTown\tMen\nA-town\t1\tB-town\t2\tC-town\t3\nD-town\t4\tE-town\t5\t\t",
			"town|men|town|men|town|men\n0 A-town: men=1\n0 D-town: men=4\n1 B-town: men=2\n1 E-town: men=5\n2 C-town: men=3"},
		"empty corner": {
			"\tMen\tWomen\nNorth\t4\t5\nSouth\t6\t",
			"|men|women\n0 North: men=4, women=5\n0 South: men=6"},
		"markdown": {
			"| Item | Cost (€m) |\n|:--|--:|\n| **Roads** | 1.5 |\n| Schools¹ | n/a |",
			"item|cost (€m)\n0 Roads: cost (€m)=1.5\n0 Schools: "},
		"group rows": {
			"Item\t2014\t2015\nIncome\nTaxes\t5\t6\nFees\t1\t2\nSpending\nWages\t4\t5",
			"item|2014|2015\n0 Income: \n0 Taxes: 2014=5, 2015=6\n0 Fees: 2014=1, 2015=2\n0 Spending: \n0 Wages: 2014=4, 2015=5"},
		"two lines of header": {
			"Town\tPopu-\tShare of\n\tlation\tvoters (%)\nBrzeg\t900\t61\nDwory\t800\t58",
			"town|population|share of voters (%)\n0 Brzeg: population=900, share of voters (%)=61\n0 Dwory: population=800, share of voters (%)=58"},
		"tabs to stops": {
			"Town\t\t2013\t2014\nBrzeg\t\t1\t2\nUpper Lipno\t3\t4\nDwory\t\t5\t6\nNew Osina\t7\t8",
			"town|2013|2014\n0 Brzeg: 2013=1, 2014=2\n0 Upper Lipno: 2013=3, 2014=4\n0 Dwory: 2013=5, 2014=6\n0 New Osina: 2013=7, 2014=8"},
		"blanks, ragged": {
			"District      Cases  Deaths\nNorth            12       1\nUpper South   1,204      17\nEast              -       2",
			"district|cases|deaths\n0 North: cases=12, deaths=1\n0 Upper South: cases=1,204, deaths=17\n0 East: deaths=2"},
		"blanks, no header": {
			"Alpha      10     20\nBeta       30     40\nGamma      50     60",
			"||\n0 Alpha: =10, =20\n0 Beta: =30, =40\n0 Gamma: =50, =60"},
		"drawn": {
			"+-------+------+\n| Town  | Men  |\n+-------+------+\n| Brzeg | 12   |\n| Dwory | 13   |\n+-------+------+",
			"town|men\n0 Brzeg: men=12\n0 Dwory: men=13"},
		"text cells": {
			"Name\tTown\tAge\nAnn Lee\tBrzeg\t34\nBo Ek\tDwory\t51",
			"name|town|age\n0 Ann Lee: town=Brzeg, age=34\n0 Bo Ek: town=Dwory, age=51"},
		"single blanks": {
			"Country 2011 2017\nMalawi 2,100 5,100\nSouth Sudan 1,900 4,400\nOthers 200 -\nTotal 4,200 9,500",
			"country|2011|2017\n0 Malawi: 2011=2,100, 2017=5,100\n0 South Sudan: 2011=1,900, 2017=4,400\n0 Others: 2011=200\n0 Total: 2011=4,200, 2017=9,500"},
		"single blanks, words above": {
			"Ward Cases Deaths\nIgawa 412 6\nUpper Rujewa 377 7\nUbaruku 268 3",
			"ward|cases|deaths\n0 Igawa: cases=412, deaths=6\n0 Upper Rujewa: cases=377, deaths=7\n0 Ubaruku: cases=268, deaths=3"},
		"facts, no header": {
			"Seat\tOld Mill Lane, Osina, Norland\nFounded\t3 May 1904\nStaff\t212\nBoats\t14 trawlers, 2 tugs\nDebt\tover 40 million",
			"|\n0 Seat: =Old Mill Lane, Osina, Norland\n0 Founded: =3 May 1904\n0 Staff: =212\n0 Boats: =14 trawlers, 2 tugs\n0 Debt: =over 40 million"},
		"one long header of two": {
			"Country\tPeople killed in attacks, by any weapon\nChad\t212\nMali\t14\nNiger\t9",
			"country|people killed in attacks, by any weapon\n0 Chad: people killed in attacks, by any weapon=212\n0 Mali: people killed in attacks, by any weapon=14\n0 Niger: people killed in attacks, by any weapon=9"},
		"a row of signs of money": {
			"                   Least        Most\n                   £            £\nPorter             13,725       14,480\nClerk              14,640       16,130\nHead clerk         31,250       42,550",
			"|least £|most £\n0 Porter: least £=13,725, most £=14,480\n0 Clerk: least £=14,640, most £=16,130\n0 Head clerk: least £=31,250, most £=42,550"},
		"signs of money before figures": {
			"Fund            2008          2009\nFood       $   1,208     $   1,310\nShelter           88            91\nWater             40            63",
			"fund|2008|2009\n0 Food: 2008=$   1,208, 2009=$   1,310\n0 Shelter: 2008=88, 2009=91\n0 Water: 2008=40, 2009=63"},
		"a header set far in": {
			"\n                  Age (years)\nBurns         0-4    5-14     15+\nScalds        118      40      61\nFlame          14      31      88",
			"burns|age (years) 0-4|age (years) 5-14|age (years) 15+\n0 Scalds: age (years) 0-4=118, age (years) 5-14=40, age (years) 15+=61\n0 Flame: age (years) 0-4=14, age (years) 5-14=31, age (years) 15+=88"},
		"notes of one line": {
			"Lake\tPolice (a)\tWards (b)\nBrzeg\t29\t30\nDwory\t1\t97\n\n(a) Books of the river police. (b) Returns of the wards,\nas of May.",
			"lake|police|wards\n0 Brzeg: police=29, wards=30\n0 Dwory: police=1, wards=97"},
		"notes by numbers in brackets": {
			"Park\tElks\tWolves\nBrzeg (1)\t29\t30(2)\nDwory\t(1)\t97\n\n(1) Without the farms.\n(2) Counted from the air.",
			"park|elks|wolves\n0 Brzeg: elks=29, wolves=30\n0 Dwory: elks=(1), wolves=97"},
		"shared ranks": {
			"Rank\tTown\tMen\n1\tBrzeg\t90\n2\tDwory\t80\n2\tLipno\t80\n9\tOsina\t10",
			"rank|town|men\n0 1 Brzeg: men=90\n0 2 Dwory: men=80\n0 2 Lipno: men=80\n0 9 Osina: men=10"},
		"two columns of text": {
			"Region\tTown\tMen\nNorth\tBrzeg\t90\nNorth\tDwory\t80\nSouth\tLipno\t70",
			"region|town|men\n0 Brzeg: region=North, men=90\n0 Dwory: region=North, men=80\n0 Lipno: region=South, men=70"},
		"spaced figures": {
			"Country        Total     of which women\nMali          12 400              3 100\nNiger          9 950              2 870",
			"country|total|of which women\n0 Mali: total=12 400, of which women=3 100\n0 Niger: total=9 950, of which women=2 870"},
		"regions named once": {
			"Region\tTown\tMen\nNorth\tBrzeg\t90\n\tDwory\t80\nSouth\tLipno\t70\n\tOsina\t60",
			"region|town|men\n0 Brzeg: region=North, men=90\n0 Dwory: men=80\n0 Lipno: region=South, men=70\n0 Osina: men=60"},
		"numbers before labels": {
			"Town\tMen\n1. Brzeg\t90\n2. Dwory\t80\n3. Lipno\t70",
			"town|men\n0 1 Brzeg: men=90\n0 2 Dwory: men=80\n0 3 Lipno: men=70"},
		"label on two lines": {
			"School          Men   Women\nOld Lipno\n (upper)          12      14\nDwory            22      24",
			"school|men|women\n0 Old Lipno (upper): men=12, women=14\n0 Dwory: men=22, women=24"},
		"signs round labels": {
			"Town\tMen\nBrzeg:\t1\n- Dwory\t2\n[Lipno](http://x.org)\t3\nOsina[1]\t4\nSele ...\t5\nPopow Sr.\t6\n&nbsp;Zator\t7",
			"town|men\n0 Brzeg: men=1\n0 Dwory: men=2\n0 Lipno: men=3\n0 Osina: men=4\n0 Sele: men=5\n0 Popow Sr.: men=6\n0 Zator: men=7"},
		"brackets on two lines": {
			"Cause                    Men   Women\nAccidents (all\n  vehicles)               12      14\nFire                      22      24",
			"cause|men|women\n0 Accidents (all vehicles): men=12, women=14\n0 Fire: men=22, women=24"},
		"days as headers": {
			"Port         3 Jan      10 Jan\nBrzeg        307        297\nDwory        289        272",
			"port|3 jan|10 jan\n0 Brzeg: 3 jan=307, 10 jan=297\n0 Dwory: 3 jan=289, 10 jan=272"},
		"weeks as headers": {
			"Port\tWeek 3\tWeek 4\nBrzeg\t307\t297\nDwory\t289\t272",
			"port|week 3|week 4\n0 Brzeg: week 3=307, week 4=297\n0 Dwory: week 3=289, week 4=272"},
		"tabs to stops, empty corner": {
			"\t\tQ3 2013\tQ3 2014\nTaxes\t\t41\t38\nUpper Lipno\t29\t30\nNew Osina\t3\t4",
			"|q3 2013|q3 2014\n0 Taxes: q3 2013=41, q3 2014=38\n0 Upper Lipno: q3 2013=29, q3 2014=30\n0 New Osina: q3 2013=3, q3 2014=4"},
		"units in brackets": {
			"Town     Wells    Output      Cost\n         (no.)    (m3/day)    ($ thousand)\nBrzeg    12       1,440       36.5\nDwory    9        1,120       28.0",
			"town|wells (no.)|output (m3/day)|cost ($ thousand)\n0 Brzeg: wells (no.)=12, output (m3/day)=1,440, cost ($ thousand)=36.5\n0 Dwory: wells (no.)=9, output (m3/day)=1,120, cost ($ thousand)=28.0"},
		"rates in the header": {
			"Town | Cases | Rate per 10,000\nBrzeg | 31 | 38.2\nDwory | 97 | 24.6",
			"town|cases|rate per 10,000\n0 Brzeg: cases=31, rate per 10,000=38.2\n0 Dwory: cases=97, rate per 10,000=24.6"},
		"small words under spans": {
			"\tPrimary\t\tSecondary\t\nTown\tboys\tgirls\tboys\tgirls\nBrzeg\t4\t5\t6\t7\nDwory\t8\t9\t10\t11",
			"town|primary boys|primary girls|secondary boys|secondary girls\n0 Brzeg: primary boys=4, primary girls=5, secondary boys=6, secondary girls=7\n0 Dwory: primary boys=8, primary girls=9, secondary boys=10, secondary girls=11"},
		"lengths in the header": {
			"                             Less than     1 year\nJail            Beds         1 year        or more      Total\nBrzeg            420           212           61         273\nDwory          1,100           640          288         928\nAll            1,520           852          349       1,201",
			"jail|beds|less than 1 year|1 year or more|total\n0 Brzeg: beds=420, less than 1 year=212, 1 year or more=61, total=273\n0 Dwory: beds=1,100, less than 1 year=640, 1 year or more=288, total=928\n0 All: beds=1,520, less than 1 year=852, 1 year or more=349, total=1,201"},
		"codes before labels": {
			"Code | Home | Beds | Guests\nA-01 | Malvern Hall | 240 | 251\nA-02 | Stony Reach | 180 | 162\nTotal | | 420 | 413",
			"code|home|beds|guests\n0 A-01 Malvern Hall: beds=240, guests=251\n0 A-02 Stony Reach: beds=180, guests=162\n0 Total: beds=420, guests=413"},
		"letters before labels": {
			"List                Votes   Seats\n(a) Civic Union     48,210  17\n(b) Green Left      30,117  10\n(c) Farmers and\n    Fishers         21,900  7\nInvalid             1,204   -",
			"list|votes|seats\n0 a Civic Union: votes=48,210, seats=17\n0 b Green Left: votes=30,117, seats=10\n0 c Farmers and Fishers: votes=21,900, seats=7\n0 Invalid: votes=1,204"},
		"label goes on small": {
			"Purpose              2018    2019\nPrimary and middle\n  schools             410     438\nHealth               98      102",
			"purpose|2018|2019\n0 Primary and middle schools: 2018=410, 2019=438\n0 Health: 2018=98, 2019=102"},
		"groups of small labels": {
			"Party\t2010\t2014\nGreen List\nvotes\t300\t410\nseats\t3\t4",
			"party|2010|2014\n0 Green List: \n0 votes: 2010=300, 2014=410\n0 seats: 2010=3, 2014=4"},
		"label ends below its figures": {
			"Purpose\t2018\t2019\nPrimary and middle\t410\t438\nschools\t\t\nHealth\t98\t102",
			"purpose|2018|2019\n0 Primary and middle schools: 2018=410, 2019=438\n0 Health: 2018=98, 2019=102"},
		"short leaders": {
			"                 2000     2010\nBrzeg ........    233      496\nNew Upper Dwory ..  1,060   819",
			"|2000|2010\n0 Brzeg: 2000=233, 2010=496\n0 New Upper Dwory: 2000=1,060, 2010=819"},
		"long header that lost its gaps": {
			"Jail Beds Guests Of whom on bail Share taken\nBrzeg 240 251 12 40%\nUpper Dwory 180 162 9 31%\nLipno 420 413 7 28%",
			"jail|beds|guests|of whom on bail|share taken\n0 Brzeg: beds=240, guests=251, of whom on bail=12, share taken=40%\n0 Upper Dwory: beds=180, guests=162, of whom on bail=9, share taken=31%\n0 Lipno: beds=420, guests=413, of whom on bail=7, share taken=28%"},
		"brackets on the lines below": {
			"Town          Wells     Dry\nBrzeg            84      61\nDwory            66      51\n(with Upper\nLipno)\nOsina            12       3",
			"town|wells|dry\n0 Brzeg: wells=84, dry=61\n0 Dwory (with Upper Lipno): wells=66, dry=51\n0 Osina: wells=12, dry=3"},
		"spaced out, words told apart": {
			"T o w n\tB o t h s e x e s\tP e r k m 2\nBrzeg\t10\t2\nDwory\t30\t4",
			"town|both sexes|per km2\n0 Brzeg: both sexes=10, per km2=2\n0 Dwory: both sexes=30, per km2=4"},
		"total under the names of groups": {
			"Region\tTown\tMen\nNorth\tBrzeg\t90\n\tDwory\t80\nSouth\tLipno\t70\nTotal\t\t240",
			"region|town|men\n0 Brzeg: region=North, men=90\n0 Dwory: men=80\n0 Lipno: region=South, men=70\n0 Total: men=240"},
		"years over quarters": {
			"              2018            2019\n           Q1     Q2       Q1     Q2\nBrzeg    12.4   40.1     13.0   42.2\nDwory     9.8   38.7     10.1   37.5",
			"|2018 q1|2018 q2|2019 q1|2019 q2\n0 Brzeg: 2018 q1=12.4, 2018 q2=40.1, 2019 q1=13.0, 2019 q2=42.2\n0 Dwory: 2018 q1=9.8, 2018 q2=38.7, 2019 q1=10.1, 2019 q2=37.5"},
		"estimates": {
			"Item\t2014\t2015e\nRoads\t4\t5\nRails\t6\t7",
			"item|2014|2015e\n0 Roads: 2014=4, 2015e=5\n0 Rails: 2014=6, 2015e=7"},
		"big numbers in a list": {
			"6.1 million      people without a well in the hills\n318,400          of these had walked ten miles\n£2.5bn           spent on pumps, 2010-11 to 2012-13",
			"|\n0 people without a well in the hills: =6.1 million\n0 of these had walked ten miles: =318,400\n0 spent on pumps, 2010-11 to 2012-13: =£2.5bn"},
		"dates in the last column": {
			"Count by              People        Date\nMinistry              1,150,000     March 2018\nUniversity of Brzeg   1,622,000     June 2018\nBorder office           870,093     July 2018",
			"count by|people|date\n0 Ministry: people=1,150,000, date=March 2018\n0 University of Brzeg: people=1,622,000, date=June 2018\n0 Border office: people=870,093, date=July 2018"},
		"unit row": {
			"Item\t2014\t2015\n\t(€m)\t(€m)\nRoads\t4\t5\nRails\t6\t7",
			"item|2014 (€m)|2015 (€m)\n0 Roads: 2014 (€m)=4, 2015 (€m)=5\n0 Rails: 2014 (€m)=6, 2015 (€m)=7"},
	} {
		t.Run(name, func(t *testing.T) {
			d := analyse(t, "x", "Some words stand before the table, as they do in a report on such things.\n\n"+c.text+"\n\nAnd some stand behind it, so that the table is not all.\n\n¹ A note.")
			if len(d.Tables) != 1 {
				t.Fatalf("%d tables\n%s", len(d.Tables), Dump(d))
			}
			if got := tableText(d.Text, d.Tables[0].Columns, d.Tables[0].Rows); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

// Captions above and below, units between, notes and sources.
func TestCaptions(t *testing.T) {
	grid := "Town\tMen\nBrzeg\t12\nDwory\t13*"
	for name, c := range map[string]struct{ text, caption, notes string }{
		"above":              {"Table 1: Men by town\n\n" + grid, "Table 1: Men by town", ""},
		"below":              {grid + "\n\nTable 1. Men by town, 2014", "Table 1. Men by town, 2014", ""},
		"number alone":       {"Table 1\nMen by town\n\n" + grid, "Table 1 Men by town", ""},
		"unit between":       {"Table 1: Men by town\n(thousands)\n\n" + grid, "Table 1: Men by town (thousands)", ""},
		"lead":               {"The count began late. In May 2014 it stood so:\n\n" + grid, "In May 2014 it stood so:", ""},
		"heading":            {"## Men by town, 2014\n\n" + grid, "Men by town, 2014", ""},
		"source":             {grid + "\n\nSource: Ministry of Towns", "", "Source: Ministry of Towns"},
		"star":               {grid + "\n\n* Estimate of the mayor.", "", "Estimate of the mayor."},
		"tab behind number":  {"Table 1\tMen by town, 2014\n\n" + grid, "Table 1 Men by town, 2014", ""},
		"head note":          {"Table 1. Men by town\n\n[In thousands. For the year that ends in June. Based on the register of the parishes]\n\n" + grid, "Table 1. Men by town [In thousands. For the year that ends in June. Based on the register of the parishes]", ""},
		"letters spaced out": {"T a b l e  1 .  M e n  b y  t o w n\n\n" + grid, "T a b l e 1 . M e n b y t o w n", ""},
		"footnote of mark":   {"Table 1: Men by town¹\n\n" + grid + "\n\nMore words follow here, to be a paragraph of the text.\n\n¹ The count of May.", "Table 1: Men by town¹", "The count of May."},
	} {
		t.Run(name, func(t *testing.T) {
			d := analyse(t, "x", "The Towns\n\nSome words stand before the table, as they do in a report on such things.\n\n"+c.text+"\n\nAnd some stand behind it, so that the table is not all that there is.")
			if len(d.Tables) != 1 {
				t.Fatalf("%d tables\n%s", len(d.Tables), Dump(d))
			}
			table := d.Tables[0]
			if got := strings.Join(strings.Fields(d.Slice(table.Caption)), " "); got != c.caption {
				t.Errorf("caption %q, want %q", got, c.caption)
			}
			var notes []string
			for _, n := range table.Notes {
				notes = append(notes, d.Slice(d.Notes[n].Text))
			}
			if got := strings.Join(notes, "; "); got != c.notes {
				t.Errorf("notes %q, want %q\n%s", got, c.notes, Dump(d)+DumpNotes(d))
			}
		})
	}
}

// TestCaptionBetween gives the caption that stands between two tables to the one
// under it, unless that one has another.
func TestCaptionBetween(t *testing.T) {
	grid := "Town\tMen\nBrzeg\t12\nDwory\t13\n\n"
	for text, want := range map[string]string{
		"## Men (thousands)\n\n" + grid + "Table 1. Women\n\n" + grid: "Men (thousands)|Table 1. Women",
		grid + "Table 1. Men\n\n" + grid + "Table 2. Women":           "Table 1. Men|Table 2. Women",
	} {
		d := analyse(t, "x", "Some words stand before the table, as they do in a report on such things.\n\n"+text)
		var got []string
		for i := range d.Tables {
			got = append(got, d.Slice(d.Tables[i].Caption))
		}
		if s := strings.Join(got, "|"); s != want {
			t.Errorf("captions %q, want %q\n%s", s, want, Dump(d))
		}
	}
}

// TestTableGoesOn gives both parts of a table over two pages the source under the last.
func TestTableGoesOn(t *testing.T) {
	d := analyse(t, "x", "The Towns\n\nSome words stand before the table, as they do in a report on such things.\n\nTable 1. Men by town\n\nTown\tMen\nBrzeg\t12\nDwory\t13\n\nTable 1. Men by town (continued)\n\nTown\tMen\nLipno\t14\nOsina\t15\n\nSource: Ministry of Towns\n")
	if len(d.Tables) != 2 {
		t.Fatalf("%d tables\n%s", len(d.Tables), Dump(d))
	}
	for i := range d.Tables {
		if n := d.Tables[i].Notes; len(n) != 1 || !d.Notes[n[0]].Source {
			t.Errorf("part %d has notes %v", i, n)
		}
	}
}

// What has gaps or tabs and is no table.
func TestNoTables(t *testing.T) {
	for name, text := range map[string]string{
		"justified":   "The  river rose  four metres in the night\nand took the  bridge with  it, and  by the\nmorning three  hundred  families of  the\nlower town  were on the  roofs.",
		"tabbed list": "1.\tThe river rose four metres in the night and took the bridge with it.\n2.\tBy the morning three hundred families were on the roofs of their houses.",
		"two columns": "The river rose four metres in      Nobody had been warned, said the\nthe night and took the bridge      mayor, though the engineers had\nwith it, and by the morning        seen the water come for two days",
		"dates":       "They met on 3 May 2011\nand again on 4 May 2012\nand again on 5 May 2013\nand then no more for a year.",
		"signature":   "The bridge is open again.\n\n                    Ann Lee\n                    Mayor",
		"speaker":     "ANN:\tThe river rose four metres in the night and took the bridge with it, as you know.\nBO:\tNobody had been warned, though the engineers at the dam had seen the water come.",
	} {
		if d := analyse(t, "x", text); len(d.Tables) != 0 {
			t.Errorf("%s: %s", name, Dump(d))
		}
	}
}

func TestRepairHeader(t *testing.T) {
	for in, want := range map[string]string{
		"T o t a l 2 0 1 5": "Total 2015", "N o n – official Count": "Non-official Count", "O f f i c i a l C o u n t": "Official Count", "Official  Count¹⁷": "Official Count", "A B test": "A B test", "Non - official": "Non-official", "area (km²)": "area (km²)", "**Cost**<br>(€)": "Cost (€)", "Cases*": "Cases", "2 0 1 4": "2014",
	} {
		if got := repairHeader(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

// tableText writes a table as the tests above do.
func tableText(text string, columns []doc.Column, rows []doc.Row) string {
	var heads []string
	for _, c := range columns {
		heads = append(heads, c.Header)
	}
	out := strings.Join(heads, "|")
	for _, r := range rows {
		var cells []string
		for _, c := range r.Cells {
			cells = append(cells, columns[c.Column].Header+"="+text[c.Start:c.End])
		}
		label := r.Label
		if r.Number != "" {
			label = r.Number + " " + label
		}
		out += fmt.Sprintf("\n%d %s: %s", r.Panel, label, strings.Join(cells, ", "))
	}
	return out
}
