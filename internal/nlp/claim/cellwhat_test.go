package claim_test

import (
	"strings"
	"testing"

	"analyze/internal/nlp/figure"
)

// TestCellWhat reads small tables: what each cell counts is said by its header,
// else by row and caption.
func TestCellWhat(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"counts": {"Table 4. Foreign recruits by country of origin\n\nCountry\tOfficial count\tUnofficial count\nTunisia\t5,000\t6,000\nFrance\t1,700\t2,500",
			"official count of foreign recruits|unofficial count of foreign recruits"},
		"years over things": {"Budget of the town ($ thousand)\n\nDepartment\t2016 actual\t2017 adopted\nRoads\t12\t13\nParks\t3\t4\nTotal\t15\t17",
			"Roads|Roads|Parks|Parks|budget of the town|budget of the town"},
		"quarters over places": {"Table 2: Rice prices in the towns, $ per tonne\n\nTown\tQ1 2016\tQ2 2016\nLyon\t302\t312\nMetz\t303\t313",
			"rice prices|rice prices|rice prices|rice prices"},
		"days over places": {"Table 2: Rice prices in the towns, $ per tonne\n\nTown\t3 May\t10 May\nLyon\t302\t312\nMetz\t303\t313",
			"rice prices|rice prices|rice prices|rice prices"},
		"states":     {"Table 1. Cases by district\n\nDistrict\tConfirmed\tProbable\nLyon\t302\t12\nMetz\t303\t13", "confirmed cases|probable cases"},
		"data":       {"Table 2: Foreigners by country\n\nCountry\tNon-official data\nLibya\t600\nKenya\t500", "non-official data on foreigners|non-official data on foreigners"},
		"year in it": {"Table 2: Attacks\n\nGroup\tAttacks 2014\tAttacks 2015\nAmal\t302\t12\nBadr\t303\t13", "attacks|attacks"},
		"unit":       {"Table 2: Rainfall\n\nMonth\tmm\nJan\t40\nFeb\t50\nMar\t60", "rainfall|rainfall|rainfall"},
		"groups": {"Table 8. Results\n\n\t2010\t2014\nLabour Party\nvotes\t1,200\t1,300\nseats\t12\t13\nGreen Party\nvotes\t300\t400\nseats\t3\t4",
			"votes|votes|seats|seats|votes"},
		"actors":                     {"| Who | 2014 | 2015 |\n|---|---|---|\n| Oxfam | 41 | 12 |\n| UNICEF | 52 | 13 |\n", "|||"},
		"source line":                {"| Shore | 2016 | 2017 |\n|---|---|---|\n| Omsk | 181 | 118 |\n| Tomsk | 99 | 230 |\n\n*Source: Coast Agency, landings of small boats*", "landings of small boats|landings of small boats"},
		"sentence before":            {"The following table shows the number of beds in each town at the end of the year.\n\nTown\t2016\t2017\nLyon\t302\t312\nMetz\t303\t313", "beds|beds"},
		"share behind count":         {"Table 1 Result\n\nList\tVotes\t%\nCivic Front\t302\t12.1\nUpper Union\t303\t13.0", "votes|votes|votes|votes"},
		"caption that names nothing": {"KEY FIGURES\n\nNorth camp\t8,388 people\nLakeside camp\t4,017", "people|people"},
		"units behind years":         {"Programme\n\nPurpose\t2016/17 $m\t2017/18 $m\nMuseums\t4.2\t6.8\nHarbours\t9.0\t8.1", "Museums|Museums|Harbours|Harbours"},
		"quarters under groups":      {"Table 2: Traffic, Q4 2018\n\nTown\tCars q3\tCars q4\nLyon\t302\t312\nMetz\t303\t313", "cars|cars|cars|cars"},
		"since when":                 {"Table 2: Prices ($ per tonne)\n\nTown\tPrice\t1 month\t1 year\nLyon\t302\t+12\t-4\nMetz\t303\t+13\t+5\n\nChange in per cent.", "price|price|price|price|price|price"},
		"boxes":                      {"8,388   boats on the lake        12%     of the catch\n318     nets repaired            44%     of them by hand", "boats on the lake|of the catch|nets repaired|"},
		"causes of deaths":           {"Table 2: Deaths by cause and year\n\nCause\t2014\t2015\nMalaria\t302\t12\nCholera\t303\t13", "deaths|deaths|deaths|deaths"},
		"sorts of offences":          {"Table 2: Offences by type and year\n\nType\t2014\t2015\nRobbery\t302\t12\nArson\t303\t13", "offences|offences|offences|offences"},
		"kinds of debt":              {"Table 2: External debt by lender ($ million)\n\nLender\t2014\t2015\nMultilateral\t302\t12\nChina\t303\t13", "external debt|external debt|external debt|external debt"},
		"accidents by sector":        {"Fatal accidents at work\n\nSector\t2014\t2015\nForestry\t302\t12\nMining\t303\t13", "fatal accidents|fatal accidents"},
		"cases of two things":        {"Table 1. Cases and deaths by district\n\nDistrict\tConfirmed\tDeaths\nLyon\t302\t12\nMetz\t303\t13", "confirmed cases|deaths"},
		"arms of a trial":            {"Table 3: Main outcomes\n\n\tControl\tGoats\nHouseholds (N)\t302\t312\nMeals (%)\t52\t53\nSheep owned (TLU)\t4.1\t5.3", "Households|Households|Meals|Meals|Sheep owned|Sheep owned"},
		"change of the count":        {"Table 2: Refugees\n\nCountry\tRefugees\tShare of population (%)\tChange since June 2016 (%)\nChad\t302\t1.2\t+4\nMali\t303\t1.3\t-5", "refugees|share of population|refugees"},
		"stacked groups":             {"Table 9: Trade with neighbours ($ million)\n\nCountry\t2011\t2012\nA. Exports\nKenya\t122\t140\nRwanda\t61\t72\nB. Imports\nKenya\t541\t560\nRwanda\t8\t9", "Exports|Exports|Exports|Exports|Imports|Imports|Imports|Imports"},
		"groups of other rows":       {"Table 9: Refugees\n\nCountry\t2011\t2012\nCoast\nKenya\t122\t140\nGhana\t61\t72\nDesert\nChad\t541\t560\nNiger\t8\t9", "refugees|refugees|refugees|refugees|refugees|refugees|refugees|refugees"},
		"those who counted":          {"Table 2: Drownings in 2015\n\nLake\tPolice\tHospitals\nVik\t302\t12\nOsa\t303\t13", "drownings|drownings|drownings|drownings"},
		"groups of a trial":          {"Table 2. Outcomes of the trial\n\nOutcome\tMessages (n=211)\tUsual care (n=207)\nVisits missed\t189\t160\nTablets lost\t12\t31", "Visits missed|Visits missed|Tablets lost|Tablets lost"},
		"answers":                    {"Q4. Do you expect a better harvest?\nYes 54%\nNo 29%\nDon't know 17%", "Yes|No|Don't know"},
		"own words":                  {"Table 2: Cases and deaths\n\nDistrict\tCases\tDeaths\nLyon\t302\t12\nMetz\t303\t13", "cases|deaths"},
	} {
		d := read(t, "Some words stand before the table, as they do in a report on such things.\n\n"+c.text+"\n\nAnd some stand behind it, so that the table is not all.", "", figure.Pass.Run)
		want := strings.Split(c.want, "|")
		if len(d.Claims) < len(want) {
			t.Errorf("%s: %d claims, want %d", name, len(d.Claims), len(want))
			continue
		}
		for i, w := range want {
			if got := d.Claims[i].What; got != w {
				t.Errorf("%s: %s: what %q, want %q", name, d.Claims[i].Context, got, w)
			}
		}
	}
}

// TestThingsAreNoPlaces reads tables whose rows or headers are called after places.
func TestThingsAreNoPlaces(t *testing.T) {
	for text, want := range map[string]string{
		"Prices in Kisumu (KES)\n\nSpecies\tWholesale\tRetail\nNile perch\t420\t500\nTilapia\t90\t120":                                                            "Kisumu KES |Kisumu KES |Kisumu KES |Kisumu KES ",
		"Language at home in Vanuatu (%)\n\n\tUrban\tRural\nBislama\t60.2\t26.9\nEnglish\t6.8\t1.6":                                                               "Vanuatu percent |Vanuatu percent |Vanuatu percent |Vanuatu percent ",
		"Results, 2017\n\nSchool\tEnglish passed\tMathematics passed\nHill\t420\t500\nLake\t90\t120":                                                              "  |  |  |  ",
		"Table 2: Drownings in 2015\n\nTown\tPolice (a)\tHospitals (b)\nVik\t302\t12\nOsa\t303\t13\n\n(a) Marine Police, books. (b) Ministry of Health, returns.": "Vik drowning Marine Police|Vik drowning Ministry of Health|Osa drowning Marine Police|Osa drowning Ministry of Health",
		"Table 2: Drownings in 2015\n\nTown\tPolice\tHospitals\nVik\t302\t12\nOsa\t303\t13":                                                                       "Vik drowning police|Vik drowning hospitals|Osa drowning police|Osa drowning hospitals",
	} {
		d := read(t, "Some words stand before the table, as they do in a report on such things.\n\n"+text+"\n\nAnd some stand behind it, so that the table is not all.", "", figure.Pass.Run)
		var got []string
		for i := range d.Claims {
			if c := &d.Claims[i]; c.Table >= 0 {
				place, _, _ := placeOf(c)
				got = append(got, place+" "+c.Unit+" "+c.Source)
			}
		}
		if s := strings.Join(got, "|"); s != want {
			t.Errorf("%q: %q, want %q", text, s, want)
		}
	}
}

// TestBesidePlaces takes places from a column of them beside that of the labels, and
// from the line that a list begins with.
func TestBesidePlaces(t *testing.T) {
	for text, want := range map[string]string{
		"Country\tAgency\tStaff\nChad\tOxfam\t214\n\tCaritas\t118\nMali\tOxfam\t167":     "Chad|Chad|Mali",
		"Country\tAgency\tStaff\nChad\tOxfam\t214\nChad\tCaritas\t118\nMali\tOxfam\t167": "Chad|Chad|Mali",
		"• Sudan: 12 camps, 3,400 families\n• Chad: 7 camps, 1,950 families":             "Sudan|Sudan|Chad|Chad",
		"• Sudan: 12 camps, 3,400 families in Chad":                                      "Sudan|Chad",
	} {
		d := read(t, "Some words stand before the table, as they do in a report on such things.\n\n"+text+"\n\nAnd some stand behind it, so that the table is not all.", "", figure.Pass.Run)
		var got []string
		for i := range d.Claims {
			place, _, _ := placeOf(&d.Claims[i])
			got = append(got, place)
		}
		if s := strings.Join(got, "|"); s != want {
			t.Errorf("%q: %q, want %q", text, s, want)
		}
	}
}
