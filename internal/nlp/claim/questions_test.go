package claim

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"

	"analyze/internal/doc"
	"analyze/internal/nlp/timex"
	"analyze/internal/testtable"

	"github.com/govalues/decimal"
)

// Questions of one text, with such for which the answer is yes and such, as near to
// them as may be, for which it is no.
var questions = map[string]struct {
	ask     func(string) bool
	yes, no []string
}{
	// headers and labels of tables
	"isPlaceHead":   {isPlaceHead, []string{"Country", "Home district", "Countries (2015)", "Province"}, []string{"Boats", "Boats by country and by year", ""}},
	"namesPlace":    {namesPlace, []string{"Old Turkish Camp", "Lund District", "Upper Province (north)"}, []string{"Camp", "old camp", "Camp Old", "All Districts", "Boats"}},
	"isPeriodLabel": {isPeriodLabel, []string{"2017 actual", "Q3 2019", "3 Jan", "FY2015", "May 2014", "2015 (£000)", "2014*"}, []string{"boats", "2017 boats", "Q3 boats", "", "Total"}},
	"isUnitSign":    {isUnitSign, []string{"£000", "$m", "%", "bn"}, []string{"boats", "2014", "m2"}},
	"isCountLabel":  {isCountLabel, []string{"Number", "No.", "Total number", "Count"}, []string{"Boats", "Number of boats", ""}},
	"isUnit":        {isUnit, []string{"MW", "km"}, []string{"Lund", "kilometres", "boats"}},
	"changeSince":   {changeSince, []string{"change on march (%)", "growth over 2014", "increase from 2014", "change vs 2014"}, []string{"change in 2015", "increase from 2014 to 2015", "boats on march"}},
	"moving":        {moving, []string{"foreign fighters", "people who left", "country of birth"}, []string{"foreign host", "boats", "fighting"}},
	"capital":       {capital, []string{"Boats"}, []string{"boats", "", "2014", "Élan"}},
	"isProper":      {isProper, []string{"Lund", "New York", "Upper Lund (north)"}, []string{"Total", "all boats", "boats", "Other", "Lund and all its old wards together"}},
	"startsTotal":   {startsTotal, []string{"Total boats", "All wards", "Sub-total", "Boats, total", "*Grand total*", "Sum of boats"}, []string{"Boats", "Tally", "Allies"}},
	"isTotal":       {isTotal, []string{"Total", "TOTALS:", "In all", "total/average", "Overall"}, []string{"Total boats", "", "Alls"}},
	"ofWhich":       {ofWhich, []string{"of which women", "– Of whom boys", "incl. boats", "thereof nets"}, []string{"women of which", "off", "women"}},
	"averages":      {averages, []string{"average price", "cases per 1,000", "share (%)", "cumulative cases", "year-end stock"}, []string{"boats", "cases", "shares sold"}},
	"ofPart":        {ofPart, []string{"Kenya district 17", "northern Mali", "Rural"}, []string{"Kenya", "Mali", ""}},
	"cumulative":    {cumulative, []string{"cumulative cases", "cases to date", "cases since start"}, []string{"cases", "cases since may", "date"}},
	"onlyBeside":    {onlyBeside, []string{"in the", "– 2014", ""}, []string{"boats", "in boats"}},
	"pointsAtTable": {pointsAtTable, []string{"The table shows boats.", "See below.", "The following are boats"}, []string{"The boats came.", ""}},
	"bareCase":      {bareCase, []string{"case", "suspected case", "new confirmed case"}, []string{"court case", "", "measles"}},
	// people and their names
	"nationals":   {nationals, []string{"nigerians", "Danes", "syrians"}, []string{"boats", "nigeria", "lund"}},
	"shortTitle":  {shortTitle, []string{"Dr", "the Hon", "Holt Jr", "A"}, []string{"boats", "Holt", "Minister"}},
	"addresses":   {addresses, []string{"What do you say?", "Is it YOUR boat?"}, []string{"They say so.", "youth", ""}},
	"firstPerson": {firstPersonIn, []string{"I saw it", "so did we", "WE met"}, []string{"It was so", "In Lund", "Wed", ""}},
	"ofItself":    {ofItself, []string{"WFP said it gave 500", "It said its boats"}, []string{"WFP said Oxfam gave 500", "said it", ""}},
	"startsDash":  {startsWithDash, []string{"— Ann Holt", "> – Ann Holt"}, []string{"Ann — Holt", "", "Ann"}},
	// times
	"naming":    {naming, []string{"in 2014", "in May", "Dec. 3"}, []string{"in the mill", "The mill", "", "may"}},
	"monthLike": {monthLike, []string{"Jan", "May", "Dec"}, []string{"Lun", "jan", "The"}},
	"vowel":     {vowelBefore, []string{"toil", "fed"}, []string{"mill", "a", ""}},
	"suffix":    {func(s string) bool { return hasAnySuffix(s, "'s", "’s") }, []string{"Lund's", "Lund’s"}, []string{"Lunds", "s", ""}},
}

func TestQuestions(t *testing.T) {
	for name, q := range questions {
		testtable.Ask(t, name, q.ask, q.yes, q.no)
	}
}

// What is made of one text.
var readings = map[string]struct {
	read func(string) string
	want map[string]string
}{
	"titled":       {titled, map[string]string{"boats (may 2014)": "Boats (May 2014)", "New york": "New York", "": ""}},
	"withoutStage": {withoutStage, map[string]string{"2016e boats": "2016 boats", "2015r": "2015", "2015x": "2015x", "3016e": "3016e", "boatse": "boatse"}},
	"bareQuarter":  {bareQuarter, map[string]string{"boats q3": "q3", "h1": "h1", "q5": "", "q3 2015": "", "": ""}},
	"afterNumber":  {afterNumber, map[string]string{"Table 1: Boats": " Boats", "Boats: 2014": " 2014", "The boats of the harbour: 2014": "The boats of the harbour: 2014", "Boats": "Boats"}},
	"sourceOf":     {func(s string) string { _, n := sourceLabel(s); return s[n:] }, map[string]string{"Source: Port Board": "Port Board", "Boats. Sources: the Port Board": "Port Board", "Boats\n*Source:* Port Board": "Port Board", "Poll of 900 men by Lund Ask": "Lund Ask", "compiled by Ann": "Ann", "Boats compiled by Ann": "Boats compiled by Ann", "The source": "The source"}},
	"firstWord":    {firstWord, map[string]string{"Boats sold": "boat", "Wells": "well", "": ""}},
	"bareLabel":    {bareLabel, map[string]string{"Boats (wood)": "Boats", "Boats [3] and  nets*": "Boats and nets", "Boats (wood (old)) new": "Boats new", "): Boats": "Boats"}},
	"joinCounted":  {func(s string) string { return joinCounted(s, "boats") }, map[string]string{"Number": "Number of boats", "Price data": "Price data on boats", "Registered": "Registered boats"}},
	"withoutYear":  {withoutYear, map[string]string{"boats 2014": "boats", "boats, May 2014": "boats", "boats q3": "boats", "boats": "boats", "2014": "2014"}},
	"countedIn": {countedIn, map[string]string{
		"Table 1: Men who joined armed groups in Syria, by country (2015)": "men who joined armed groups", "Table 3 Families returned": "families returned", "Number of boats by ward": "boats", "Estimated number of wells in Lund": "wells",
		"Danes abroad, 2014": "Danes abroad", "2014": "", "Number": "", "Boats – by ward": "boats", "Wells per ward": "wells"}},
	"countedBefore":   {countedBefore, map[string]string{"The table gives the number of beds in each ward.": "beds", "The table below lists wells by ward:": "wells", "The mill gives bread.": "", "The table is below.": ""}},
	"countedBySource": {countedBySource, map[string]string{"Source: Coast Agency, detections of vessels": "detections of vessels", "Source: Coast Agency, number of boats.": "boats", "Source: Coast Agency, report of May": "", "Source: Coast Agency": "", "Source: Coast Agency, Lund": ""}},
	"bareName":        {bareName, map[string]string{"The Port Board": "Port Board", "the mill": "mill", "Theodore": "Theodore"}},
	"squeeze":         {squeeze, map[string]string{" boats \n of  wood": "boats of wood", "": ""}},
	"bareArea":        {bareArea, map[string]string{"area under maize": "area", "land planted with rye": "land", "area": "area"}},
	"officialOr":      {officialOr, map[string]string{"official count": "official", "unofficial count": "unofficial", "non-official": "unofficial", "a count": "", "government count": "official"}},
	"planned":         {plannedLabel, map[string]string{"Budget 2015": "planned", "Forecast": "forecast", "Boats": "", "Planned": "planned"}},
	"outsideOr":       {outsideOr, map[string]string{"official figures": "official", "Boats": ""}},
	"areaIn":          {areaIn, map[string]string{"Measles - Upper Province": "Upper Province", "Measles in Lund District: week 3": "Lund District", "Measles": "", "the old province": ""}},
	"disease":         {diseaseIn, map[string]string{"an outbreak of Measles": "measles", "cholera; measles": "cholera", "boats": ""}},
	"role":            {func(s string) string { return roleNamed(s).String() }, map[string]string{"origin": "origin", "destination": "destination", "boats": doc.NoRole.String()}},
	"classes":         {func(s string) string { return fmt.Sprint(classes(s) == says|human, classes(s)&document != 0) }, map[string]string{"say person": "true false", "say person doc": "false true", "": "false false", "boats": "false false"}},
	"frames": {func(s string) string {
		var keys []string
		for k := range framesOf(s) {
			keys = append(keys, k)
		}
		slices.Sort(keys)
		return strings.Join(keys, " ")
	}, map[string]string{"say +that +to": "that to", "say": "", "+": ""}},
	"question": {func(s string) string {
		mark, rest := qa(s)
		return fmt.Sprintf("%c %s", cmp.Or(mark, '-'), rest)
	}, map[string]string{"Q. How many?": "q How many?", "A: Forty.": "a Forty.", "12 Q. How many?": "q How many?", "**Question:** How": "- **Question:** How", "Answer: Forty": "a Forty", "A boat": "- A boat", "Q.How": "- Q.How"}},
	"labelWords": {func(s string) string { return strings.Join(labelWords(s), " ") }, map[string]string{"Boats (old)": "boat old", "": ""}},
	"counted":    {func(s string) string { return strings.Join(countedWords(s), " ") }, map[string]string{"South Africa's jobless rate": "jobless rate", "The men of Lund's mill": "the men of lund's mill", "boats, nets": "boats nets"}},
	"head":       {func(s string) string { return fmt.Sprint(headOf(strings.Fields(s))) }, map[string]string{"men who fish": "1", "old boats": "2", "of men": "2", "men in boats of wood": "1"}},
	"concept":    {conceptOf, map[string]string{"Boats": "boat", "deaths from measles": conceptOf("deaths"), "members of the choir": conceptOf("members"), "number of wells": "well", "dead and missing": "dead and missing", "": ""}},
	"singular":   {singular, map[string]string{"boats": "boat", "countries": "country", "men": "man", "boxes": "box", "bus": "bus"}},
	"year":       {func(s string) string { return fmt.Sprint(yearIn(s)) }, map[string]string{"boats 2014": "2014", "boats 1799": "0", "2014e": "0", "1800 2014": "1800"}},
}

func TestReadingsOfWords(t *testing.T) {
	for name, r := range readings {
		testtable.Read(t, name, r.read, r.want)
	}
}

// What two words for the same thing share.
func TestSameWords(t *testing.T) {
	for name, c := range map[string]struct {
		ask     func(a, b string) bool
		yes, no [][2]string
	}{
		"sameHead":  {sameHead, [][2]string{{"old boats", "boat of wood"}, {"Boats", "the boats"}}, [][2]string{{"old boats", "old nets"}, {"", "boats"}, {"boats", ""}}},
		"saysLabel": {saysLabel, [][2]string{{"rice and beans", "Beans (dry)"}, {"old boats", "Boats"}, {"boats/nets", "Nets"}}, [][2]string{{"rice", "Beans"}, {"", "Beans"}, {"rice", ""}}},
		"within":    {func(a, b string) bool { return within(strings.Fields(a), strings.Fields(b)) }, [][2]string{{"a b", "b c a"}, {"", "a"}}, [][2]string{{"a d", "a b"}, {"a", ""}}},
	} {
		testtable.Ask(t, name, testtable.Two(c.ask), c.yes, c.no)
	}
}

// A line of sources falls apart at semicolons or behind brackets; each part says for
// which rows or columns it is.
func TestSourceItems(t *testing.T) {
	for line, want := range map[string]string{
		"Port Board (boats); Mill Union (bread).":        "Port Board for boats; Mill Union for bread",
		"boats: Port Board; all bread from Mill Union":   "Port Board for boats; Mill Union for bread",
		"Port Board (boats), Mill Union (bread)":         "Port Board for boats; Mill Union for bread",
		"2014 figures are provisional and are from Lund": "Lund for 2014 figures",
		"Port Board": "Port Board for ",
	} {
		var got []string
		for _, item := range sourceItems(line, 0, len(line), ";") {
			key, who := partOf(line, item)
			got = append(got, line[who.Start:who.End]+" for "+key)
		}
		if s := strings.Join(got, "; "); s != want {
			t.Errorf("%q:\ngot  %s\nwant %s", line, s, want)
		}
	}
}

// A total may miss the sum of rounded rows by half of its last digit a row.
func TestRounding(t *testing.T) {
	for total, want := range map[string]string{"100": "200", "1000": "2000", "123": "2", "12.3": "0.2", "12.30": "0.2"} {
		if got := rounding(decimal.MustParse(total), 4); got.Cmp(decimal.MustParse(want)) != 0 {
			t.Errorf("four rows of %s: %s, want %s", total, got, want)
		}
	}
}

// Places are listed by name and once.
func TestSortedPlaces(t *testing.T) {
	var got []string
	for _, p := range sortedPlaces([]doc.ClaimPlace{{Name: "Peru"}, {Name: "Chile"}, {Name: "Peru"}}) {
		got = append(got, p.Name)
	}
	if s := strings.Join(got, " "); s != "Chile Peru" {
		t.Error(s)
	}
}

// What a document is about leads the places by weight: most, or twice the next with a
// third of all where its head says so.
func TestLeads(t *testing.T) {
	for _, c := range []struct {
		first, head, next, total int
		want                     bool
	}{
		{headWeight + 10, 0, 1, headWeight + 15, true},
		{headWeight, 0, 1, headWeight + 1, false},
		{headWeight + 10, 0, headWeight + 10, 2*headWeight + 20, false},
		{40, 1, 20, 100, true},
		{40, 1, 21, 100, false},
		{30, 1, 10, 100, false},
		{60, 1, 40, 100, true},
	} {
		list := []homeCount{{weight: c.first, head: c.head}, {weight: c.next}}
		if got := leads(list, c.total); got != c.want {
			t.Errorf("%+v leads: %v", c, got)
		}
	}
}

// A quotation opens and closes with signs of its own; the straight one does what the
// text is not in yet.
func TestQuoteSigns(t *testing.T) {
	for _, c := range []struct {
		raw           string
		quoted        bool
		opens, closes bool
	}{{"“", false, true, false}, {"”", true, false, true}, {`"`, false, true, true}, {`"`, true, false, true}, {"«", false, true, false}, {"'", false, false, false}} {
		if got := opensQuote(c.raw, doc.TagNone, c.quoted); got != c.opens {
			t.Errorf("%s opens: %v", c.raw, got)
		}
		if got := closesQuote(c.raw, doc.TagNone); got != c.closes {
			t.Errorf("%s closes: %v", c.raw, got)
		}
	}
}

// The period that a report covers is told by its title or by a line of its head.
func TestCoveredPeriods(t *testing.T) {
	ref := timex.Day{Year: 2021, Month: 6, Date: 12}
	for line, want := range map[string]string{"Reporting period: 3–9 June 2021": "2021-06-03/2021-06-09", "**Period:** May 2021": "", "Period of rest: 3–9 June 2021": "", "Boats: 3–9 June 2021": ""} {
		p, ok := coveredIn(line, ref)
		if got := map[bool]string{true: p.String()}[ok]; got != want {
			t.Errorf("%q covers %q, want %q", line, got, want)
		}
	}
	if !monthBefore(timex.Day{Year: 2014, Month: 5}, timex.Day{Year: 2014, Month: 6}) || !monthBefore(timex.Day{Year: 2013, Month: 7}, timex.Day{Year: 2014, Month: 6}) || monthBefore(timex.Day{Year: 2014, Month: 6, Date: 1}, timex.Day{Year: 2014, Month: 6, Date: 2}) {
		t.Error("months are not in order")
	}
}
