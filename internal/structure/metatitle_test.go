package structure

import (
	"fmt"
	"strings"
	"testing"

	"analyze/internal/doc"
)

// The title, and what stands around it, tells when a text came out and who wrote
// it; events that a title names are no dates of the text.
func TestTitleCards(t *testing.T) {
	for _, c := range []struct{ head, want string }{
		{"Lipno: Floods – Flash update No. 3 (as of 20 May 2015)", "||2015-05-20 header|"},
		{"River levels as at 7 June 2016", "||2016-06-07 header|"},
		{"Weekly bulletin 22/2018 (28 May - 3 June)", "||2018-06-03 header|"},
		{"Sickness report, 3–9 February 2015", "||2015-02-09 header|"},
		{"Quarterly report on grain, Q3 2013", "||2013-09 header|"},
		{"Harbour traffic, fourth quarter of 2012", "||2012-12 header|"},
		{"GRAIN MONITOR | Upper Lipno | No. 9/2012", "||2012 header|"},
		{"Election Office of Lipno – Declaration of results, 2 May 2011", "||2011-05-02 header|Election Office of Lipno"},
		{"The bridge attack of 7 August 1998", "|||"},
		{"What the river took: Lipno after 3 May 2004", "|||"},
		{"The long flood (1997–2003)", "|||"},
		{"Growth slows in the third quarter", "|||"},
		{"STATEMENT OF ANN B. LEE\nDIRECTOR, RIVER OFFICE", "|ANN B. LEE||"},
		{"Testimony of the Honourable Bo Ek, Mayor of Lipno", "|Bo Ek||"},
		{"Statement of Account", "|||"},
		{"\"We built it twice\"\nInterview: Bo Ek, founder of Lipno Boats, talks to Ann Lee about wood and water", "|Ann Lee||"},
		{"Wages on the river\nBy Ann Lee in Dwory", "|Ann Lee||"},
		{"Boats and roads\n\nNorthern Energy Forum, Riga, June 2015", "||2015-06 header|Northern Energy Forum"},
		{"Boats and roads\n\n*Note 12 · River Policy Network · Dwory, April 2015*", "||2015-04 header|River Policy Network"},
		{"LIPNO TOWN COUNCIL\nMinutes of the meeting of the Roads Committee held in the Guildhall, Lipno, on Thursday 8 May 2014 at 6.30 p.m.", "||2014-05-08 header|LIPNO TOWN COUNCIL"},
		{"LIPNO IN NUMBERS                                June 2014", "LIPNO IN NUMBERS||2014-06 header|"},
		{"HARBOUR COUNTING SHEET      Round 14              Page 3\n\nLipno and Dwory\n                                  Published 30 July 2O13", "HARBOUR COUNTING SHEET||2013-07-30 header|"},
		{"Sickness report No. 4\nReporting period: 3–9 May 2015                 Lipno, 11 May 2015", "Sickness report No. 4||2015-05-11 header|"},
	} {
		m := analyse(t, "x.txt", c.head+strings.Replace(someText, "4 May 2012", "the day", 1)).Meta
		got := fmt.Sprintf("|%s|%s|%s", strings.Join(m.Authors, ";"), strings.TrimSpace(m.Date+" "+m.DateVia), m.Publisher)
		if !strings.HasPrefix(c.want, "|") {
			got = m.Title + got
		}
		if got != c.want {
			t.Errorf("%q\ngot  %s\nwant %s", c.head, got, c.want)
		}
	}
}

// A dateline without a year takes that of the day on which the file was made, if
// this is near.
func TestDatelineYear(t *testing.T) {
	for _, c := range []struct{ head, saved, want string }{
		{"KABUL, Aug 18", "2019-08-20T10:00:00Z", "2019-08-18"},
		{"KABUL, 18 August", "2019-08-18", "2019-08-18"},
		{"KABUL, Aug 18", "2020-03-01", ""},
		{"KABUL, Aug 18", "2019-08-17", ""},
		{"KABUL, Aug 18", "", ""},
		{"KABUL", "2019-08-20", ""},
	} {
		if got := datelineYear(c.head, c.saved); got != c.want {
			t.Errorf("%s, file of %s: %q, want %q", c.head, c.saved, got, c.want)
		}
	}
}

// Authors that the file gives as one are told apart, bodies with "and" are not.
func TestApartAuthors(t *testing.T) {
	for in, want := range map[string]string{
		"Ann Lee and Bo Ek":                 "Ann Lee|Bo Ek",
		"Ann Lee; Bo Ek; Ida Holm":          "Ann Lee|Bo Ek|Ida Holm",
		"Ann Lee":                           "Ann Lee",
		"Office of Roads and Bridges":       "Office of Roads and Bridges",
		"Lee, Ann":                          "Lee, Ann",
		"Centre for Water, Lipno and Dwory": "Centre for Water, Lipno and Dwory",
	} {
		if got := strings.Join(apartAuthors([]string{in}), "|"); got != want {
			t.Errorf("%s: %s, want %s", in, got, want)
		}
	}
}

// Boxes of figures with what they count at their right are read box by box; a
// table under a line with a date keeps its header.
func TestBoxes(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"two in a line": {
			"41,250    people without water        12%     of wells dry\n318       boats repaired              7,040   meals a day",
			"|||\n0 people without water: =41,250\n0 boats repaired: =318\n1 of wells dry: =12%\n1 meals a day: =7,040"},
		"last line not full": {
			"41,250    people without water        12%     of wells dry\n318       boats repaired",
			"|||\n0 people without water: =41,250\n0 boats repaired: =318\n1 of wells dry: =12%"},
		"group over quarters": {
			"                 Sold (€m)          Stored (€m)\nMill           Q2       Q3        Q2        Q3\nOsina         1.2      1.4       0.3       0.4\nDwory         2.2      2.4       0.7       0.8",
			"mill|sold (€m) q2|sold (€m) q3|stored (€m) q2|stored (€m) q3\n0 Osina: sold (€m) q2=1.2, sold (€m) q3=1.4, stored (€m) q2=0.3, stored (€m) q3=0.4\n0 Dwory: sold (€m) q2=2.2, sold (€m) q3=2.4, stored (€m) q2=0.7, stored (€m) q3=0.8"},
		"scanned header": {
			"State      Farms   lndividuals   Sites\nAdama         23        163,559      26\nBauchi         8         59,106       5",
			"state|farms|individuals|sites\n0 Adama: farms=23, individuals=163,559, sites=26\n0 Bauchi: farms=8, individuals=59,106, sites=5"},
		"months head": {
			"Price          June 2015\n\nRice               410\nMaize              225\nMillet             300",
			"price|june 2015\n0 Rice: june 2015=410\n0 Maize: june 2015=225\n0 Millet: june 2015=300"},
	} {
		d := analyse(t, "x.txt", "The town\n\nNobody had been warned, said the mayor, though the engineers had seen the water come for two days.\n\n"+c.text+"\n")
		if len(d.Tables) != 1 {
			t.Errorf("%s: %d tables", name, len(d.Tables))
			continue
		}
		if got := tableText(d.Text, d.Tables[0].Columns, d.Tables[0].Rows); got != c.want {
			t.Errorf("%s\ngot  %s\nwant %s", name, got, c.want)
		}
	}
}

// What stands at the right of the title is a line of its own, and no row.
func TestMast(t *testing.T) {
	d := analyse(t, "x.txt", "TOWN AND RIVER                       May 2015\n\n41,250    people without water        12%     of wells dry\n318       boats repaired              7,040   meals a day\n\nThe town lies on both sides of the river, and has done so for as long as anybody remembers.\n")
	var kinds []string
	for i := range d.Blocks {
		kinds = append(kinds, d.Blocks[i].Kind.String())
	}
	if got := strings.Join(kinds, " "); got != "title byline table body" || d.Blocks[0].Kind != doc.Title {
		t.Errorf("got %s", got)
	}
}

// Notes at the foot of a page in mid-document, with the number of the page between
// them, are notes; the head of a page that begins with its number is none.
func TestFootInMidDocument(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"two notes": {
			"In May the engineers found many wells without a lid, as they had the year before.1 The district of Osina had asked all of its villages for help, and counted the families.2\n\n1  Well Survey, Round 6, March 2014.\n\n                                     4\n\n2  Not all villages could be reached. Three of them lay behind the river.\n\nMost of the wells were dug by hand, and many of them long before the war had begun.\n",
			"[1] Well Survey, Round 6, March 2014.|[2] Not all villages could be reached. Three of them lay behind the river."},
		"running head": {
			"In May the engineers found many wells without a lid, as they had the year before, and said so in a letter to the mayor.\n\n12  THE WELLS OF OSINA\n\nMost of the wells were dug by hand, and many of them long before the war had begun.\n",
			""},
	} {
		d := analyse(t, "x.txt", c.text)
		var got []string
		for i := range d.Notes {
			got = append(got, "["+d.Notes[i].Label+"] "+d.Slice(d.Notes[i].Text))
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%s\ngot  %s\nwant %s", name, s, c.want)
		}
	}
}

// A box tells its parts in brackets; brackets that hold anything else stay in the label.
func TestInsideBox(t *testing.T) {
	for text, want := range map[string]string{
		"640    pupils from abroad (Chilean 410; Peruvian 150)     77%   have a job\n12     schools     88    teachers": "pupils from abroad=640|pupils from abroad: Chilean=410|pupils from abroad: Peruvian=150|schools=12|have a job=77%|teachers=88",
		"640    pupils from abroad (most of them girls)     77%   have a job\n12     schools     88    teachers":        "pupils from abroad (most of them girls)=640|schools=12|have a job=77%|teachers=88",
		"640    pupils from abroad (in 2014; 2015)     77%   have a job\n12     schools     88    teachers":             "pupils from abroad (in 2014; 2015)=640|schools=12|have a job=77%|teachers=88",
	} {
		d := analyse(t, "x.txt", "The town\n\nNobody had been warned, said the mayor, though the engineers had seen the water come for two days.\n\n"+text+"\n")
		var got []string
		for i := range d.Tables {
			for _, r := range d.Tables[i].Rows {
				for _, c := range r.Cells {
					got = append(got, r.Label+"="+d.Slice(c.Span))
				}
			}
		}
		if s := strings.Join(got, "|"); s != want {
			t.Errorf("%q\ngot  %s\nwant %s", text, s, want)
		}
	}
}

// A letter that a scanner read for another is put right at the head of words only
// where no English word has it, and in numbers of days and years.
func TestScanned(t *testing.T) {
	for in, want := range map[string]string{"lndividuals": "Individuals", "New lmports": "New Imports", "lbs": "lbs", "logs": "logs", "lm": "lm", "all nations": "all nations"} {
		if got := scannedCapital(in); got != want {
			t.Errorf("%s: %s, want %s", in, got, want)
		}
	}
	for in, want := range map[string]string{"2O16": "2016", "1l": "11", "3OO0": "3000", "Oil": "Oil", "2nd": "2nd", "10l5": "1015", "20160": "20160"} {
		if got := scannedDigits(in); got != want {
			t.Errorf("%s: %s, want %s", in, got, want)
		}
	}
}

// TestLabelledDate takes the date of a text from a label in its head, in a line of its
// own or behind another field, and from no other line.
func TestLabelledDate(t *testing.T) {
	for head, want := range map[string]string{
		"HARBOUR OFFICE\nCounts No. 9\nReporting period: 3 – 9 March 2014          Date of issue: 11 March 2014": "2014-03-11",
		"Counts of boats\n\nIssued: 4 May 2016 | Page 1 of 3":                                                    "2016-05-04",
		"REVIEW OF HARBOURS                     SPRING 2012   113\n\nBoats after the flood":                      "2012",
		"Counts of boats\n\nRelease date 4 May 2016":                                                             "2016-05-04",
		"Counts of boats\n\nIssued by the harbour on 4 May":                                                      "",
		"Counts of boats\n\nDate with the river":                                                                 "",
		"Counts of boats\n\nPublished on the web":                                                                "",
	} {
		if got := analyse(t, "x.txt", head+strings.Replace(someText, "4 May 2012", "the day", 1)).Meta.Date; got != want {
			t.Errorf("%q: %q, want %q", head, got, want)
		}
	}
}

// TestWeekdayYear finds the year of a dateline by the weekday of its story: the same
// day or the day before, in a year that the text names or the next one.
func TestWeekdayYear(t *testing.T) {
	for _, c := range []struct{ head, body, want string }{
		{"ACCRA, Feb. 28", "The budget that the minister presented on Thursday for 2013-14 is large.", "2013-02-28"},
		{"ACCRA, March 1", "The budget that the minister presented on Thursday for 2013-14 is large.", "2013-03-01"},
		{"ACCRA, Feb. 28", "The boat sank on Saturday. In 2014 forty had drowned. Some 2,015 goats were lost.", "2015-02-28"},
		{"ACCRA, Feb. 28", "The boat sank on Monday. In 2014 forty had drowned.", ""},
		{"ACCRA, Feb. 28", "The boat sank. In 2013 forty had drowned.", ""},
		{"ACCRA, Feb. 28", "The boat sank on Thursday.", ""},
		{"ACCRA", "The boat sank on Thursday. In 2013 forty had drowned.", ""},
		{"ACCRA, Feb. 28", "They met last Thursday. In 2013 forty had drowned.", ""},
	} {
		if got := weekdayYear(c.head, c.body); got != c.want {
			t.Errorf("%s: %s: %q, want %q", c.head, c.body, got, c.want)
		}
	}
}

// TestReportYear takes the year that ends the title of a report, and none of what it
// tells.
func TestReportYear(t *testing.T) {
	for title, want := range map[string]string{
		"Report on places of detention, 2016": "2016",
		"Annual Report 2016":                  "2016",
		"Report on the flood of 2016":         "",
		"The long winter, 2016":               "",
		"2016":                                "",
	} {
		if got := reportYear(title); got != want {
			t.Errorf("%s: %q, want %q", title, got, want)
		}
	}
}

// TestOpeningDate takes the day that is set off before the first sentence.
func TestOpeningDate(t *testing.T) {
	for text, want := range map[string]string{
		"28 February 2016. After six weeks the bridge is open.": "2016-02-28",
		"May 4, 2015 — The river rose again.":                   "2015-05-04",
		"28 February 2016 was a dark day. It rained.":           "",
		"In May 2016. It rained.":                               "",
		"The river rose.":                                       "",
	} {
		if got := openingDate(text); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}
