package claim_test

import (
	"strings"
	"testing"

	"analyze/internal/doc"
	"analyze/internal/nlp/figure"
)

// TestStrangersTables reads tables as strangers set them: every cell must be found with
// its value, its row and its column, and nearly all with unit, place, time and source.
// SHOW=1 prints the misses.
func TestStrangersTables(t *testing.T) {
	total := scoreFolder(t, "testdata/tables", func(example) func(*doc.Document) error { return figure.Pass.Run })
	t.Logf("all: %v", total)
	for key, least := range map[string]float64{"found": 1, "value": 1, "row": 1, "col": 1, "rownum": 1, "bound+unit": 0.99, "what": 0.99, "place": 0.99, "time": 0.99, "source": 0.99} {
		if got := total.rate(key); got < least {
			t.Errorf("%s right in %.3f, want %.3f", key, got, least)
		}
	}
	if total.asked["found"] < 500 {
		t.Errorf("%d cells", total.asked["found"])
	}
}

// TestTableSources tells whose figures the cells of a table are: of its source line, of
// a note that names rows or columns, or of the note of one row.
func TestTableSources(t *testing.T) {
	grid := "Table 1. Beds and wards\n\nTown\tBeds\tWards\nAdele\t310\t14\nBora\t128\t9\n\n"
	for below, want := range map[string]string{
		"Source: Ministry of Health":                                    "Ministry of Health|Ministry of Health|Ministry of Health|Ministry of Health",
		"Source: Ministry of Health; wards: Union of Nurses":            "Ministry of Health|Union of Nurses|Ministry of Health|Union of Nurses",
		"Sources: Ministry of Health (beds), Union of Nurses (wards)":   "Ministry of Health|Union of Nurses|Ministry of Health|Union of Nurses",
		"Figures for Bora: Union of Nurses; others: Ministry of Health": "Ministry of Health|Ministry of Health|Union of Nurses|Union of Nurses",
		"Sources: Adele, Ministry of Health; Bora, Union of Nurses.":    "Ministry of Health|Ministry of Health|Union of Nurses|Union of Nurses",
		"Beds: Ministry of Health. Wards: Union of Nurses.":             "Ministry of Health|Union of Nurses|Ministry of Health|Union of Nurses",
		"Source: Ministry of Health; Union of Nurses":                   "Ministry of Health|Ministry of Health|Ministry of Health|Ministry of Health",
		"Source: Ministry of Health of the Lake Republic":               "Ministry of Health of the Lake Republic|Ministry of Health of the Lake Republic|Ministry of Health of the Lake Republic|Ministry of Health of the Lake Republic",
		"Compiled by the Union of Nurses from letters.":                 "Union of Nurses|Union of Nurses|Union of Nurses|Union of Nurses",
	} {
		d := read(t, "Some words stand before the table, as they do in a report on such things.\n\n"+grid+below+"\n", "", figure.Pass.Run)
		var got []string
		for i := range d.Claims {
			if d.Claims[i].Table >= 0 {
				got = append(got, d.Claims[i].Source)
			}
		}
		if s := strings.Join(got, "|"); s != want {
			t.Errorf("%q: %q, want %q", below, s, want)
		}
	}
}

// TestBoxes reads lists of big numbers: what they count is told without who they are
// and where, and "of these" are those of the line above.
func TestBoxes(t *testing.T) {
	d := read(t, "Key facts\n\n"+
		"6.12 million        people without a well in Kenya, May 2014\n"+
		"318,400             of these had walked more than ten miles\n"+
		"£2.5bn              spent on pumps, 2010-11 to 2012-13\n"+
		"24,000              farmers in Uganda who had sold their goats\n\n"+
		"The rest of the report says how the pumps were bought and where they stand now.\n", "", figure.Pass.Run)
	var got []string
	for i := range d.Claims {
		if c := &d.Claims[i]; c.Table >= 0 {
			place, _, _ := placeOf(c)
			got = append(got, strings.Join([]string{c.Value.String(), c.Unit, c.What, place}, " | "))
		}
	}
	want := "6120000 | person | people without a well | Kenya\n318400 | person | people without a well | \n2500000000 | GBP | spent on pumps | \n24000 | person | farmers | Uganda"
	if s := strings.Join(got, "\n"); s != want {
		t.Errorf("got\n%s\nwant\n%s", s, want)
	}
}

// TestCellUnits reads small tables: what the numbers of each cell are of is said by
// its header, its row or the caption, and by none of them for the others.
func TestCellUnits(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"all but shares":      {"Pupils reached in May (thousands, except per cent)\n\nWard\tTarget\tReached\tCoverage\nAdele\t18.4\t9.7\t52.7\nBora\t4.0\t3.2\t80.0", "18400 person|9700 person|52.7 percent|4000 person|3200 person|80 percent"},
		"a share in passing":  {"Council of Adele: results after 98% of stations\n\nParty\tVotes\tShare\tSeats\nGreens\t880\t31.2%\t6\nBlues\t104\t27.6%\t9", "880 vote|31.2 percent|6 seat|104 vote|27.6 percent|9 seat"},
		"killed, no people":   {"Table 2: Wolves\n\nYear\tPups\tSheep killed\tPeople injured\n2016\t9\t204\t2\n2017\t4\t318\t1", "9 pup|204 sheep|2 person|4 pup|318 sheep|1 person"},
		"each row its own":    {"Great Fire\n\nPlace\tOld Mill Lane, Osina, Norland\nDate\t12–14 August 1868\nDeaths\t17\nHouses lost\t240\nArea\t14 acres\nDamage\t£85,000 (1868)", "17 death|240 house|14 acre|85000 GBP"},
		"one for all":         {"KEY FIGURES\n\nNorth camp\t8,388 people\nLakeside camp\t4,017", "8388 person|4017 person"},
		"signs under headers": {"Pay scales of 2014\n\n                   Least        Most\n                   £            £\nPorter             13,725       14,480\nClerk              14,640       16,130\nHead               31,250       42,550", "13725 GBP|14480 GBP|14640 GBP|16130 GBP|31250 GBP|42550 GBP"},
		"whose shillings":     {"Health in Uganda\n\nTable 1: Budget by output (Shs billion)\n\nOutput\t2016\t2017\nNets\t4\t3\nWards\t8\t9", "4000000000 UGX|3000000000 UGX|8000000000 UGX|9000000000 UGX"},
		"whose rupees":        {"Rail in Sri Lanka\n\nLine\tCost (Rs million)\tFares, Rs\nMain\t4\t30\nCoast\t8\t90", "4000000 LKR|30 LKR|8000000 LKR|90 LKR"},
		"groups of a trial":   {"Table 2. Outcomes of the trial\n\nOutcome\tMessages (n=211)\tUsual care (n=207)\nAttended\t189 (89.6%)\t160 (77.3%)\nTablets lost\t12\t31", "189 |89.6 percent|160 |77.3 percent|12 tablet|31 tablet"},
		"ages over columns":   {"Table B. Admissions for burns by cause and age\n\n                 Age (years)\nCause        0-4     5-14     All ages\nScalds       118       40          241\nFlame         14       31          173", "118 admission|40 admission|241 admission|14 admission|31 admission|173 admission"},
		"years in a box":      {"Coast Guard\n\nSeat\tPort Hale, Norland\nFounded\t1921\nSailors\t2,140 (2018)\nVessels\t18 cutters, 44 boats\nCost\t€212 million (2019)", "2140 person|18 cutter|44 boat|212000000 EUR"},
		"figures of letters":  {"Table 3. Fish\n\nPort\tBoats\tCatch (t)\nAdele\t212\t3O,412\nBora\t48\t9,07l", "212 boat|30412 tonne|48 boat|9071 tonne"},
	} {
		d := read(t, c.text+"\n\nSome words stand behind the table, as they do in a report on such things.", "", figure.Pass.Run)
		var got []string
		for i := range d.Claims {
			if k := &d.Claims[i]; k.Table >= 0 {
				got = append(got, k.Value.String()+" "+k.Unit)
			}
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%s: got\n%s, want\n%s", name, s, c.want)
		}
	}
}
